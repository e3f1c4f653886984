//! A small file of columns read whole, every cell as text: for what is no lead and no event. Never here: what a column means.

use std::io;
use std::io::Read;
use std::ops::ControlFlow;

use crate::import::Counts;
use crate::import::Key;
use crate::import::Options;
use crate::import::Rejects;
use crate::import::RowProblem;
use crate::import::Source;
use crate::import::inspect;
use crate::import::read::each_row;
use crate::import::unguard;
use crate::problem::Problem;

/// A file's cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The names of the columns.
    pub heads: Vec<String>,
    /// The physical line of each row, and its cells: trimmed, and without the guard of an export.
    pub rows: Vec<(u64, Vec<String>)>,
    /// The rows that could not be read.
    pub broken: Vec<RowProblem>,
}

/// Bytes that are there already.
struct Bytes<'b> {
    name: &'b str,
    bytes: &'b [u8],
}

impl Source for Bytes<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn size(&self) -> Option<u64> {
        Some(self.bytes.len() as u64)
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.bytes))
    }
}

/// Reads the bytes of a file of that name, in whatever encoding and with whatever delimiter a spreadsheet gave it.
pub fn read_plain(name: &str, bytes: &[u8]) -> Result<Plain, Problem> {
    let source = Bytes { name, bytes };
    let go_on = &mut |_: u64| ControlFlow::Continue(());
    let mut shape = inspect(&source, &Options { header: Some(true), ..Options::default() }, go_on)?;
    // Nothing is asked of text: dates and numbers stay as they are written, and nobody asks for a key.
    shape.questions.clear();
    shape.key = Key::RowNumber;
    let n_columns = shape.columns.len();
    let mut rows = Vec::new();
    let rejects = Rejects { out: &mut io::sink(), tell: &|_| String::new() };
    let counts: Counts = each_row(&source, &shape, rejects, go_on, &mut |row, _| {
        let cell = |index| unguard(row.record.text(row.text, index, &mut String::new()).trim()).to_owned();
        rows.push((row.line, (0..n_columns).map(cell).collect()));
        Ok(())
    })?;
    Ok(Plain { heads: shape.columns.iter().map(|column| column.name.clone()).collect(), rows, broken: counts.problems })
}
