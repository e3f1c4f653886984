//! The file of rejected rows: beside the file they came from, or beside the workspace where that folder takes no files.

use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

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
        draft.publish(false)?;
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

/// Returns the first of `x.csv`, `x-2.csv`, ... that is free: what stands there may hold somebody's corrections.
fn free(place: &Path) -> PathBuf {
    let stem = place.file_stem().unwrap_or_default().to_owned();
    let mut tried = place.to_owned();
    for nth in 2..1_000 {
        if std::fs::symlink_metadata(&tried).is_err() {
            break;
        }
        let mut name = stem.clone();
        name.push(format!("-{nth}.csv"));
        tried = place.with_file_name(name);
    }
    tried
}
