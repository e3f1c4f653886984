//! Backups: whole copies beside the workspace, each read back and checked before it counts.

use std::path::PathBuf;

use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::backup::Backup;
use rusqlite::backup::StepResult;

use crate::msg;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::disk;
use crate::store::fault::Fault;
use crate::store::fault::backup_folder;
use crate::store::flags;
use crate::store::schema;

/// Pages that are copied before it is told how far the copy is.
const PAGES: i32 = 8_192;

/// What is being done to bring an older workspace up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upgrade {
    /// A backup is made; so many percent of it are.
    Copying(u8),
    /// The backup is read back.
    Checking,
    /// The workspace itself is changed.
    Changing,
}

impl Store {
    /// Copies the workspace into the folder `backups` beside it, under a name with the date, and checks the copy.
    ///
    /// `now` is in UTC seconds. Returns where the copy is; a copy that fails its check is removed.
    pub fn backup(&self, now: i64) -> Result<PathBuf, Problem> {
        self.backup_telling(now, &mut |_| {})
    }

    /// The same; `tell` hears how far it is.
    pub(super) fn backup_telling(&self, now: i64, tell: &mut dyn FnMut(Upgrade)) -> Result<PathBuf, Problem> {
        self.check_place()?;
        let folder = backup_folder(&self.path);
        disk::make_folder(&folder)?;
        let path = self.free_name(now)?;
        let copied = self.told(|store| {
            let mut copy = Connection::open_with_flags(&path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
            copy.pragma_update(None, "synchronous", "EXTRA")?;
            // All under one lock: the copy is of one moment, and no other window can make it start again.
            let tx = store.conn.unchecked_transaction()?;
            schema::version(&tx)?;
            copy_pages(&tx, &mut copy, tell)?;
            tx.finish()?;
            tell(Upgrade::Checking);
            if !schema::pages_are_sound(&copy, "integrity_check")? {
                return Err(Problem::refused(msg!("store-backup-damaged")).into());
            }
            copy.close().map_err(|(_, error)| Fault::from(error))
        });
        if let Err(problem) = copied {
            // A copy that is not whole must not look like one; if it cannot be removed the problem says enough.
            let _ = std::fs::remove_file(&path);
            return Err(problem);
        }
        disk::sync_folder_of(&path);
        Ok(path)
    }

    /// Makes an empty private file for a backup: `leads-2026-01-31T10-20-30Z.quadrille`.
    fn free_name(&self, now: i64) -> Result<PathBuf, Problem> {
        let stamp = chrono::DateTime::from_timestamp(now, 0)
            .map_or_else(|| now.to_string(), |at| at.format("%Y-%m-%dT%H-%M-%SZ").to_string());
        let mut nth = 1;
        loop {
            let mut name = self.path.file_stem().unwrap_or_default().to_owned();
            name.push(format!("-{stamp}"));
            if nth > 1 {
                name.push(format!("-{nth}"));
            }
            if let Some(extension) = self.path.extension() {
                name.push(".");
                name.push(extension);
            }
            let path = backup_folder(&self.path).join(name);
            nth += 1;
            // Two in the same second, or left by a window that was killed: take the next.
            if nth > 1_000 || std::fs::symlink_metadata(&path).is_err() {
                disk::make_private(&path)?;
                // The folder may be a link to another disk.
                return path.canonicalize().map_err(|error| disk::told(&error));
            }
        }
    }
}

fn copy_pages(from: &Connection, to: &mut Connection, tell: &mut dyn FnMut(Upgrade)) -> Result<(), Fault> {
    let copy = Backup::new(from, to)?;
    loop {
        let step = copy.step(PAGES)?;
        let progress = copy.progress();
        let done = i64::from(progress.pagecount - progress.remaining) * 100 / i64::from(progress.pagecount.max(1));
        tell(Upgrade::Copying(u8::try_from(done).unwrap_or(100)));
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => return Err(Problem::refused(msg!("store-busy")).hint(msg!("store-busy-hint")).into()),
        }
    }
}
