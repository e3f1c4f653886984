//! What can go wrong below the store's edge, and how it is told to people: never with SQL or a stored value in it.

use std::path::Path;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

/// An error on its way to the edge of the store.
#[derive(Debug)]
pub(super) enum Fault {
    Sql(rusqlite::Error),
    /// Ready to be told, but for the file's name.
    Told(Box<Problem>),
    /// The file lacks something that every workspace has: its type and name.
    Lacks(String, String),
    /// The pages are sound, the content is not what quadrille writes.
    Damaged,
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        Fault::Sql(error)
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Fault {
        Fault::Told(Box::new(problem))
    }
}

impl Fault {
    /// Says the fault of a workspace file.
    pub(super) fn told(self, path: &Path) -> Problem {
        let problem = match self {
            Fault::Told(problem) => *problem,
            Fault::Sql(rusqlite::Error::SqliteFailure(error, _)) => failure(error, path),
            Fault::Lacks(kind, name) => {
                Problem::refused(msg!("store-lacks", kind = kind, name = name)).hint(backup_hint(path))
            }
            // A value of another type than the schema promises: written by a foreign hand.
            Fault::Damaged
            | Fault::Sql(
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..),
            ) => damaged(path),
            Fault::Sql(_) => Problem::refused(msg!("store-failed", code = "0")),
        };
        match &problem.place {
            Some(place) if !place.file.is_empty() => problem,
            _ => problem.in_file(path.display().to_string()),
        }
    }
}

/// The file is damaged; its backups are named.
pub(super) fn damaged(path: &Path) -> Problem {
    Problem::refused(msg!("store-damaged")).hint(backup_hint(path))
}

/// What to do about a file that cannot be trusted any more.
fn backup_hint(path: &Path) -> Msg {
    let folder = backup_folder(path);
    if folder.is_dir() {
        msg!("store-damaged-hint", folder = folder.display().to_string())
    } else {
        msg!("store-damaged-keep")
    }
}

/// Returns where a workspace's backups are kept.
pub(super) fn backup_folder(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new(".")).join("backups")
}

fn failure(error: ffi::Error, path: &Path) -> Problem {
    match error.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
            Problem::refused(msg!("store-busy")).hint(msg!("store-busy-hint"))
        }
        ErrorCode::DiskFull => Problem::refused(msg!("store-full")).hint(msg!("store-full-hint")),
        ErrorCode::ReadOnly if error.extended_code == ffi::SQLITE_READONLY_DBMOVED => {
            Problem::refused(msg!("store-moved")).hint(msg!("store-moved-hint"))
        }
        // An unfinished change can only be undone by somebody who may write.
        ErrorCode::ReadOnly if error.extended_code == ffi::SQLITE_READONLY_ROLLBACK => {
            Problem::refused(msg!("store-unfinished")).hint(msg!("store-older-hint"))
        }
        ErrorCode::ReadOnly => Problem::refused(msg!("store-read-only")).hint(msg!("store-read-only-hint")),
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => damaged(path),
        ErrorCode::CannotOpen => Problem::refused(msg!("store-cannot-open")).hint(msg!("store-read-only-hint")),
        ErrorCode::PermissionDenied => Problem::refused(msg!("store-no-permission")),
        ErrorCode::SystemIoFailure => {
            Problem::refused(msg!("store-disk", code = error.extended_code.to_string())).hint(msg!("store-disk-hint"))
        }
        ErrorCode::TooBig => Problem::refused(msg!("store-too-big")),
        _ => Problem::refused(msg!("store-failed", code = error.extended_code.to_string())),
    }
}
