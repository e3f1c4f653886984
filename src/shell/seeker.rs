//! Many leads are searched on a thread of its own, so that no key waits for it; of several texts only the newest is searched for.
//! Never here: how it is searched.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crate::problem::Problem;
use crate::shell::aside::Aside;
use crate::shell::worker::Answer;
use crate::tui::app::JobDone;
use crate::tui::screens::leads::Wanted;
use crate::workbench::Searcher;

/// Whom the answers go to.
type Tell = Arc<dyn Fn(Answer) + Send + Sync>;

/// The thread, and whom it tells.
pub(super) struct Seeker {
    thread: Aside<Wanted>,
    tell: Tell,
}

impl Seeker {
    pub(super) fn new(tell: Tell) -> Seeker {
        Seeker { thread: Aside::default(), tell }
    }

    /// Searches for a text; what is found is told later.
    pub(super) fn seek(&mut self, wanted: Wanted) {
        let (tell, broken) = (Arc::clone(&self.tell), Arc::clone(&self.tell));
        let failed = move |problem: Problem| broken(Answer { serial: 0, done: JobDone::Failed(problem) });
        self.thread.ask(wanted, "seeker", failed, move |inbox| work(inbox, &tell));
    }
}

/// Searches until nobody can ask any more.
fn work(inbox: &Receiver<Wanted>, tell: &Tell) {
    let mut searcher: Option<Searcher> = None;
    while let Ok(wanted) = inbox.recv() {
        let Wanted { text, data } = inbox.try_iter().last().unwrap_or(wanted);
        let found = searcher.get_or_insert_with(|| Searcher::new(&data)).find(&text, &data);
        tell(Answer { serial: 0, done: JobDone::Found(found) });
    }
}
