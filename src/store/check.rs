//! The look at every page of the file, beside the work: for a large file it takes seconds, and nobody should wait for it to open.
//!
//! A file is opened without it only if its seal is whole and no change was cut short (see `seal`), or if it is so large that it never
//! was looked through at all. The look holds a lock that a change must wait for, so a change ends it; it then begins anew later.
//! Never here: what a person is told of it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;

use crate::problem::Problem;
use crate::store::Store;
use crate::store::another;
use crate::store::fault;
use crate::store::fault::Fault;
use crate::store::schema;
use crate::store::seal::Seal;

/// How many steps of the look pass before it is asked whether to go on.
const STEPS: i32 = 1_000;

/// A look at the pages, on a thread and a connection of its own.
pub(super) struct PageCheck {
    stop: Arc<AtomicBool>,
    /// Returns whether the pages are sound; an error where they could not all be read.
    work: Option<JoinHandle<Result<bool, rusqlite::Error>>>,
}

impl std::fmt::Debug for PageCheck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PageCheck").finish_non_exhaustive()
    }
}

impl PageCheck {
    fn end(&mut self) -> Option<Result<bool, rusqlite::Error>> {
        self.work.take()?.join().ok()
    }
}

impl Drop for PageCheck {
    fn drop(&mut self) {
        // The file must not be let go of before the connection is.
        if self.work.is_some() {
            self.stop.store(true, Ordering::Relaxed);
            let _ = self.end();
        }
    }
}

impl Store {
    /// Whether the file was opened without a look at all its pages, and none is under way.
    pub fn is_unchecked(&self) -> bool {
        self.unchecked && self.check.is_none()
    }

    /// Begins to look at all pages, beside whatever else is done; [`Store::checked`] tells what was found.
    pub fn begin_check(&mut self) -> Result<(), Problem> {
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        let conn = self.told(|store| {
            let mut conn = another(&store.path)?;
            conn.progress_handler(STEPS, Some(move || asked.load(Ordering::Relaxed)))?;
            Ok(conn)
        })?;
        let work = std::thread::spawn(move || schema::pages_are_sound(&conn, "quick_check"));
        self.check = Some(PageCheck { stop, work: Some(work) });
        Ok(())
    }

    /// Tells, once, that the look at the pages has ended: an error if the file is damaged. None while there is nothing to tell.
    pub fn checked(&mut self) -> Option<Result<(), Problem>> {
        let is_done = |check: &mut PageCheck| check.work.as_ref().is_none_or(JoinHandle::is_finished);
        let found = self.check.take_if(is_done)?.end()?;
        match found {
            Ok(sound) => {
                self.unchecked = false;
                Some(if sound { Ok(()) } else { Err(fault::damaged(&self.path)) })
            }
            // Another window is writing: later.
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => None,
            Err(error) => {
                self.unchecked = false;
                Some(Err(Fault::from(error).told(&self.path)))
            }
        }
    }

    /// Ends a look that is under way: a change would have to wait for it. It is to begin anew.
    pub(super) fn pause_check(&mut self) {
        self.check = None;
    }

    /// Whether nobody but quadrille has written to the file. An older version of the file has no seal.
    pub(super) fn is_sealed(&self) -> Result<bool, Fault> {
        if schema::version(&self.conn)? < schema::NEWEST {
            return Ok(false);
        }
        let tx = self.conn.unchecked_transaction()?;
        Ok(Seal::look(&tx, self.claim.file())?.whole)
    }
}
