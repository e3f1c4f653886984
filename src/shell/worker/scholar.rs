//! Questions about all leads are answered on a thread of their own, so that neither a save nor the end of the program waits for
//! them; of two questions of one kind only the newer is answered. Never here: the answers.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crate::engine::columns::Dataset;
use crate::model::Model;
use crate::problem::Problem;
use crate::shell::aside::Aside;
use crate::shell::worker::Answer;
use crate::tui::app::JobDone;
use crate::tui::app::ReviewsTold;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::workbench::Workbench;

/// Whom the answers go to.
type Tell = Arc<dyn Fn(Answer) + Send + Sync>;

/// A question, with all that is needed to answer it.
pub(super) struct Asked {
    pub study: Study,
    pub model: Model,
    pub data: Arc<Dataset>,
    /// UTC seconds.
    pub as_of: i64,
    pub told: ReviewsTold,
}

/// The threads, once there was a question.
#[derive(Default)]
pub(super) struct Scholar {
    thread: Aside<Asked>,
    /// Who waits is looked for day by day: no other question stands in line behind that.
    slow: Aside<Asked>,
}

impl Scholar {
    /// Asks a question; the answer is told later.
    pub(super) fn ask(&mut self, asked: Asked, tell: &Tell) {
        let (answers, broken) = (Arc::clone(tell), Arc::clone(tell));
        let failed = move |problem: Problem| broken(Answer { serial: 0, done: JobDone::Failed(problem) });
        let thread = if asked.study == Study::Waiting { &mut self.slow } else { &mut self.thread };
        thread.ask(asked, "scholar", failed, move |inbox| work(inbox, &answers));
    }
}

/// Puts a question at the end, in the place of an older one of its kind.
fn take_in(open: &mut Vec<Asked>, asked: Asked) {
    open.retain(|older| older.study != asked.study);
    open.push(asked);
}

/// Answers questions until nobody can ask any more.
fn work(inbox: &Receiver<Asked>, tell: &Tell) {
    let mut open: Vec<Asked> = Vec::new();
    loop {
        if open.is_empty() {
            let Ok(asked) = inbox.recv() else { return };
            open.push(asked);
        }
        for asked in inbox.try_iter() {
            take_in(&mut open, asked);
        }
        let Asked { study, model, data, as_of, told } = open.remove(0);
        let mut bench = Workbench::new(model, None, data, as_of);
        let (mut newer, mut last) = (Vec::new(), 0);
        let mut watch = |percent: u8| {
            if percent > last {
                last = percent;
                tell(Answer { serial: 0, done: JobDone::StudyAt(study, percent) });
            }
            newer.extend(inbox.try_iter());
            // The same of another state: nobody asks for this one any more.
            if newer.iter().any(|asked| asked.study == study) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        if let Some(answer) = studies::for_the_worker(study, &mut bench, &told, &mut watch) {
            tell(Answer { serial: 0, done: JobDone::Studied(Box::new(answer)) });
        }
        for asked in newer {
            take_in(&mut open, asked);
        }
    }
}
