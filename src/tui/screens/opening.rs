//! A large workspace while it is read: its matrix as it was last left, until the one of now is there.

use serde::Deserialize;
use serde::Serialize;

use crate::workbench::Workbench;

/// From how many leads on a workspace opens with the matrix as it was last left.
pub const MANY_LEADS: usize = 50_000;

/// A workspace that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub workspace: String,
    /// None where it was never left.
    pub last: Option<LastLook>,
}

/// The matrix as it was last left: counts, and nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastLook {
    pub model: String,
    /// UTC seconds.
    pub as_of: i64,
    /// Row bands' labels, highest first; column bands' labels, lowest first.
    pub rows: Vec<String>,
    pub columns: Vec<String>,
    /// One list for each row.
    pub counts: Vec<Vec<u64>>,
}

impl LastLook {
    /// Returns how the matrix looks now.
    pub fn of(bench: &Workbench) -> LastLook {
        let matrix = bench.matrix();
        let owned = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect();
        LastLook {
            model: bench.model().name.clone(),
            as_of: bench.as_of(),
            rows: owned(&matrix.rows),
            columns: owned(&matrix.columns),
            counts: matrix.cells.iter().map(|row| row.iter().map(|cell| cell.count).collect()).collect(),
        }
    }

    /// Returns how many leads are in all cells.
    pub fn total(&self) -> u64 {
        self.counts.iter().flatten().sum()
    }
}
