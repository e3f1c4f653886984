//! The worker's part in opening a workspace at the start: a large one is looked at as it was last left while it is read. Never here:
//! what is drawn.

use std::path::Path;

use crate::msg;
use crate::problem::Problem;
use crate::shell::files::now;
use crate::shell::open;
use crate::shell::state::State;
use crate::shell::upgrade;
use crate::shell::worker::Answer;
use crate::shell::worker::Worker;
use crate::store::Store;
use crate::text::Msg;
use crate::tui::app::JobDone;
use crate::tui::screens::opening::LastLook;
use crate::tui::screens::opening::MANY_LEADS;
use crate::tui::screens::opening::Opening;

/// The setting that holds the matrix as it was last left.
const LAST_LOOK: &str = "last_look";

/// A workspace that was found sound.
pub(in crate::shell) enum Attached {
    /// It is open.
    Open(Box<Answer>),
    /// It is to be read when the worker runs: [`crate::shell::worker::Ask::Begin`].
    Later(Opening),
}

impl Worker {
    /// Opens a workspace, and the named model or else the one in use. On a problem what was open stays open.
    pub(super) fn open(&mut self, path: &Path, model: Option<&str>, told: Option<Msg>) -> Result<Answer, Problem> {
        self.open_store(Store::open(path, now())?, path, model, told)
    }

    /// The same, of a workspace that was found sound.
    fn open_store(
        &mut self,
        store: Store,
        path: &Path,
        model: Option<&str>,
        told: Option<Msg>,
    ) -> Result<Answer, Problem> {
        let recovered = store.recovered().then(|| msg!("shell-recovered"));
        let before = self.store.replace(store);
        let desk = self.desk.take();
        match self.show(model, told.or(recovered)) {
            Ok(answer) => {
                State::remember(&self.setup.paths.state, path);
                Ok(answer)
            }
            Err(problem) => {
                (self.store, self.desk) = (before, desk);
                Err(problem)
            }
        }
    }

    /// Takes a workspace to work on; a small one is open then.
    pub(in crate::shell) fn attach(&mut self, path: &Path, model: Option<&str>) -> Result<Attached, Problem> {
        let store = upgrade::open(path, now(), self.setup.lang)?;
        if !store.has_leads(MANY_LEADS)? {
            return self.open_store(store, path, model, None).map(|answer| Attached::Open(Box::new(answer)));
        }
        // A name that no model has is told before anything is drawn.
        open::choose(&store, &store.models()?, model)?;
        let last = store.setting(LAST_LOOK)?.and_then(|text| ron::from_str(&text).ok());
        let workspace = store.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        State::remember(&self.setup.paths.state, path);
        self.store = Some(store);
        Ok(Attached::Later(Opening { workspace, last }))
    }

    /// Reads the workspace that was attached.
    pub(super) fn begin(&mut self, model: Option<&str>) {
        let recovered = self.store.as_ref().is_some_and(Store::recovered).then(|| msg!("shell-recovered"));
        match self.show(model, recovered) {
            Ok(answer) => self.answer(answer),
            Err(problem) => self.tell(JobDone::Failed(problem)),
        }
    }

    /// Keeps how the matrix looks, for the next opening. That it cannot be kept is no reason to say anything.
    pub(super) fn keep_look(&mut self, look: &LastLook) {
        let (Some(store), Ok(text)) = (&mut self.store, ron::to_string(look)) else { return };
        if store.setting(LAST_LOOK).is_ok_and(|kept| kept.as_ref() != Some(&text)) {
            let _ = store.set_setting(LAST_LOOK, Some(&text));
        }
    }
}
