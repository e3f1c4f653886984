//! The file of rejected rows: beside the file they came from, or beside the workspace where that folder takes no files.

use std::fs::File;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::import::ROW_COLUMN;
use crate::problem::Problem;
use crate::shell::files::Draft;

/// Rejected rows on their way into a file, which is only made when there are any.
pub(super) struct Rejected {
    /// Where it may stand, best first; empty when nothing is to be written.
    places: Vec<PathBuf>,
    draft: Option<Draft>,
}

impl Rejected {
    /// Rejected rows of `file`, imported into the workspace `db`.
    pub(super) fn new(file: &Path, db: &Path, dry_run: bool) -> Rejected {
        let mut name = file.file_stem().unwrap_or_default().to_owned();
        name.push(".rejected.csv");
        let places = [file.with_file_name(&name), db.with_file_name(&name)];
        Rejected {
            places: if dry_run { Vec::new() } else { places.iter().map(|place| free(place)).collect() },
            draft: None,
        }
    }

    /// Gives the file its name, and returns it; none if nothing was rejected.
    pub(super) fn publish(self) -> Result<Option<PathBuf>, Problem> {
        let Some(draft) = self.draft else { return Ok(None) };
        let place = draft.place().to_owned();
        // What may stand there is an older file of rejected rows of ours.
        draft.publish(true)?;
        Ok(Some(place))
    }
}

impl Write for Rejected {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.draft.is_none() {
            self.draft = self.places.iter().find_map(|place| Draft::beside(place).ok());
        }
        match &mut self.draft {
            Some(draft) => draft.write(bytes),
            None if self.places.is_empty() => Ok(bytes.len()),
            None => Err(io::ErrorKind::PermissionDenied.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.draft.as_mut().map_or(Ok(()), Write::flush)
    }
}

/// Returns the first of `x.csv`, `x-2.csv`, ... that is free, or ours to replace.
fn free(place: &Path) -> PathBuf {
    let stem = place.file_stem().unwrap_or_default().to_owned();
    let mut tried = place.to_owned();
    for nth in 2..1_000 {
        if std::fs::symlink_metadata(&tried).is_err() || is_ours(&tried) {
            break;
        }
        let mut name = stem.clone();
        name.push(format!("-{nth}.csv"));
        tried = place.with_file_name(name);
    }
    tried
}

/// Whether a file begins as every file of rejected rows does.
fn is_ours(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_end(&mut start));
    let start = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start);
    read.is_ok() && start.starts_with(ROW_COLUMN.as_bytes())
}
