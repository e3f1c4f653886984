//! What the worker does when nobody waits for anything: it makes the next opening fast and looks the file through.

use crate::shell::open;
use crate::shell::worker::Worker;
use crate::tui::app::JobDone;

impl Worker {
    /// Makes the next opening fast, now that nobody waits for anything.
    pub(super) fn keep_snapshot(&mut self) {
        if let (Some(store), Some(loaded)) = (&mut self.store, self.unkept.take())
            && let Some(_working) = self.setup.busy.start()
        {
            open::keep_snapshot(store, &loaded);
        }
    }

    /// Looks at the pages of a large file beside the work, and tells what was found wrong.
    pub(super) fn check_pages(&mut self) {
        let Some(store) = &mut self.store else { return };
        let found = store.checked();
        if store.is_unchecked() {
            // Where it cannot begin it is tried again with the next look.
            let _ = store.begin_check();
        }
        if let Some(Err(problem)) = found {
            self.tell(JobDone::Failed(problem));
        }
    }
}
