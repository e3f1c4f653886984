//! The worker: one thread that owns the workspace file and does everything that may take long or wait, in the order asked.
//!
//! It keeps the open model as it stands in the file. Every edit is made anew on that, so that an edit made here while another window
//! was faster still goes in, on top of the other's; then the screen is told how the model now stands. Never here: what is drawn, and
//! what an import does.

mod calls;
mod minutes;
pub(super) mod models;
pub(super) mod opening;
pub(super) mod reviews;
mod scholar;
mod upkeep;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;
use std::time::Instant;

use crate::engine::columns::Dataset;
use crate::msg;
use crate::problem::Problem;
use crate::shell::demo;
use crate::shell::files;
use crate::shell::files::now;
use crate::shell::intake;
use crate::shell::open;
use crate::shell::open::Standing;
use crate::shell::paths::Paths;
use crate::shell::saving;
use crate::shell::saving::Outcome;
use crate::shell::signals::Busy;
use crate::shell::state::State;
use crate::shell::worker::scholar::Scholar;
use crate::store::Loaded;
use crate::store::Store;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::Change;
use crate::tui::app::Effect;
use crate::tui::app::JobDone;
use crate::tui::app::Opened;
use crate::tui::app::ReviewsTold;
use crate::tui::overlays::as_of::AsOf;
use crate::tui::overlays::models::ModelInfo;
use crate::tui::overlays::models::ModelsNews;
use crate::tui::screens::import::ImportNews;
use crate::tui::screens::import::ImportRequest;
use crate::workbench::Workbench;

/// How often other windows' changes are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// In how many looks the file's place is checked once, and what could not be saved is tried again.
const PLACE_EVERY: u32 = 2;

/// What the loop asks of the worker.
pub(super) enum Ask {
    /// An effect, and the serial of the workspace on the screen it comes from.
    Effect { opening: u64, effect: Box<Effect> },
    /// The screen took over the state of that serial.
    Applied(u64),
    /// Reads the workspace that was attached, with the named model or else the one in use.
    Begin(Option<String>),
    /// The person speaks another language now.
    Speak(Lang),
}

/// What the worker answers. A state of the model or the workspace has a serial above 0, and counts until [`Ask::Applied`] names it.
pub(super) struct Answer {
    pub serial: u64,
    pub done: JobDone,
}

/// What the worker is started with.
pub(super) struct Setup {
    pub paths: Paths,
    pub lang: Lang,
    /// The instant to look at every workspace; none = the workspace's own, else now.
    pub as_of: Option<i64>,
    pub busy: Busy,
    /// Set to stop the running job.
    pub cancel: Arc<AtomicBool>,
    pub answer: Arc<dyn Fn(Answer) + Send + Sync>,
}

/// The worker's state.
pub(super) struct Worker {
    setup: Setup,
    store: Option<Store>,
    desk: Option<Desk>,
    /// The serial of the newest state told.
    serial: u64,
    /// The state that the screen has not taken over yet; 0 = none. Until it has, its edits may rest on another state.
    owed: u64,
    /// Serials of what was opened, with the model's name: edits still on their way are saved where they were made.
    openings: Vec<(u64, String)>,
    /// Changes that are not in the file yet, oldest first: the file may be locked, full, or gone.
    unsaved: VecDeque<Unsaved>,
    failing: bool,
    /// The number of the newest change that was dealt with.
    upto: u64,
    /// As of when every workspace is looked at.
    as_of: AsOf,
    /// The models as they were told last.
    listed: Vec<ModelInfo>,
    /// What was said of leads, and the reviews, as they were told last.
    told: ReviewsTold,
    /// The count of other windows' writes when they were last looked for.
    seen: Option<i64>,
    /// The problem of the file's place that was told last.
    misplaced: Option<Problem>,
    /// Leads that were read row by row: the next opening is to be faster.
    unkept: Option<Loaded>,
    scholar: Scholar,
}

/// The open model on its leads.
struct Desk {
    standing: Standing,
    data: Arc<Dataset>,
    data_revision: i64,
}

struct Unsaved {
    opening: u64,
    number: u64,
    change: Change,
}

impl Worker {
    pub(super) fn new(setup: Setup) -> Worker {
        Worker {
            as_of: setup.as_of.map_or(AsOf::Usual, AsOf::Instant),
            listed: Vec::new(),
            told: ReviewsTold::default(),
            setup,
            store: None,
            desk: None,
            serial: 0,
            owed: 0,
            openings: Vec::new(),
            unsaved: VecDeque::new(),
            failing: false,
            upto: 0,
            seen: None,
            misplaced: None,
            unkept: None,
            scholar: Scholar::default(),
        }
    }

    /// Reads the open workspace anew, with the named model or else the one in use.
    pub(super) fn show(&mut self, model: Option<&str>, told: Option<Msg>) -> Result<Answer, Problem> {
        self.show_under(model, told, false)
    }

    /// The same; `stays`: what lies over the screen is where the person asked from, and stays.
    fn show_under(&mut self, model: Option<&str>, told: Option<Msg>, stays: bool) -> Result<Answer, Problem> {
        let Some(store) = &mut self.store else { return Err(Problem::refused(msg!("shell-nothing-open"))) };
        self.seen = Some(store.data_version()?);
        let revision = store.data_revision()?;
        let data = match &self.desk {
            Some(desk) if desk.data_revision == revision => Arc::clone(&desk.data),
            _ => {
                let loaded = store.load()?;
                let data = Arc::clone(&loaded.data);
                self.unkept = Some(loaded).filter(Loaded::wants_snapshot);
                data
            }
        };
        let chosen = open::choose(store, &store.models()?, model)?.map(|row| row.name.clone());
        let chosen = match chosen {
            None if data.n_leads() > 0 => open::add_starter(store, crate::cli::What::Leads, now())?,
            chosen => chosen,
        };
        let standing = match chosen {
            Some(name) => Some(models::with_baseline(store, &name, self.setup.lang)?),
            None => None,
        };
        let fixed = fixed(self.as_of, store)?;
        let as_of = fixed.unwrap_or_else(now);
        let mut found = reviews::read(store)?;
        reviews::lay_over(&mut found, self.unsaved.iter().map(|unsaved| &unsaved.change));
        self.told = ReviewsTold { given: std::mem::take(&mut self.told.given), ..found };
        let opened = Opened {
            workspace: store.path().file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            models: models::infos(store)?,
            reviews: self.told.clone(),
            bench: standing.as_ref().map(|standing| {
                let base = standing.baseline.as_ref().map(|(_, model)| model.clone());
                Workbench::new(standing.model.clone(), base, Arc::clone(&data), as_of)
                    .with_history(standing.history.clone())
            }),
            fixed,
            stays,
            told,
        };
        self.listed.clone_from(&opened.models);
        self.owe();
        self.openings.push((self.serial, standing.as_ref().map(|s| s.name.clone()).unwrap_or_default()));
        self.desk = standing.map(|standing| Desk { standing, data, data_revision: revision });
        Ok(Answer { serial: self.serial, done: JobDone::Opened(Box::new(opened)) })
    }

    /// Works until nobody asks any more. Returns what could not be saved at the end.
    pub(super) fn run(mut self, inbox: &Receiver<Ask>) -> Option<Problem> {
        let mut asks = VecDeque::new();
        let (mut looked, mut n_looks) = (Instant::now(), 0);
        loop {
            if asks.is_empty() {
                match inbox.recv_timeout(LOOK_EVERY.saturating_sub(looked.elapsed())) {
                    Ok(ask) => asks.push_back(ask),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            while let Ok(ask) = inbox.try_recv() {
                push(&mut asks, ask);
            }
            if let Some(ask) = asks.pop_front() {
                self.take(ask);
            }
            if looked.elapsed() >= LOOK_EVERY {
                n_looks += 1;
                if asks.is_empty() {
                    self.keep_snapshot();
                    self.check_pages();
                }
                self.look(n_looks % PLACE_EVERY == 0);
                looked = Instant::now();
            }
        }
        for ask in asks {
            self.take(ask);
        }
        self.save_all(false)
    }

    fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Applied(serial) if serial == self.owed => self.owed = 0,
            Ask::Applied(_) => {}
            Ask::Begin(model) => self.begin(model.as_deref()),
            Ask::Speak(lang) => self.setup.lang = lang,
            Ask::Effect { opening, effect } => match *effect {
                Effect::Save { number, change } => {
                    self.unsaved.push_back(Unsaved { opening, number, change });
                    self.save_all(true);
                }
                effect => {
                    if let Err(problem) = self.perform(effect) {
                        self.tell(JobDone::Failed(problem));
                    }
                }
            },
        }
    }

    fn perform(&mut self, effect: Effect) -> Result<(), Problem> {
        // Whatever else is asked, what is on its way into the file comes first.
        if !self.unsaved.is_empty() {
            self.save_all(true);
        }
        match effect {
            Effect::OpenDemo => {
                let demo = self.setup.paths.demo.clone();
                if std::fs::symlink_metadata(&demo).is_err() {
                    self.tell(JobDone::Told(msg!("shell-making-demo")));
                    demo.parent().map_or(Ok(()), files::make_folder)?;
                    demo::make(&demo, now())?;
                }
                let answer = self.open(&demo, None, Some(msg!("shell-demo-open")))?;
                self.answer(answer);
            }
            Effect::AddModel(model) => self.add_model(*model)?,
            Effect::Models(task) => self.models(task)?,
            Effect::AsOf(as_of) => self.look_as_of(as_of)?,
            Effect::Study { study, as_of } => self.study(study, as_of)?,
            Effect::Minutes(task) => self.minutes(task)?,
            Effect::Calls(task) => self.calls(task)?,
            Effect::KeepLook(look) => self.keep_look(&look),
            Effect::ListFolder(path) => {
                let listing = intake::list_folder(&path)?;
                self.tell(JobDone::Folder(listing));
            }
            Effect::Import(request) => self.import(&request)?,
            // The loop's own.
            Effect::Save { .. }
            | Effect::Cancel
            | Effect::Search(_)
            | Effect::Copy(_)
            | Effect::KeepPrefs(..)
            | Effect::Mouse(_)
            | Effect::Redraw
            | Effect::Quit => {}
        }
        Ok(())
    }

    fn import(&mut self, request: &ImportRequest) -> Result<(), Problem> {
        let Setup { paths, lang, cancel, answer, .. } = &self.setup;
        let mut desk =
            intake::Desk { store: &mut self.store, db: &paths.workspace, lang: *lang, now: now(), stop: cancel };
        let tell = |done| answer(Answer { serial: 0, done: JobDone::Import(done) });
        let done = intake::answer(request, &mut desk, &mut { tell });
        let imported = matches!(done.news, ImportNews::Imported(_));
        tell(done);
        if imported {
            let open = self.desk.as_ref().map(|desk| desk.standing.name.clone());
            // The first model may have been made anew, under the name it had.
            let answer = self.show(open.as_deref(), None).or_else(|_| self.show(None, None))?;
            if let Some(store) = &self.store {
                State::remember(&self.setup.paths.state, store.path());
            }
            self.answer(answer);
        }
        Ok(())
    }

    /// Saves what waits, oldest first. When the file refuses, the rest waits on, and the problem is returned.
    fn save_all(&mut self, asked: bool) -> Option<Problem> {
        while let Some(next) = self.unsaved.front() {
            let (number, newest) = (next.number, self.unsaved.back().map_or(0, |last| last.number));
            let is_review = matches!(next.change, Change::Review(_));
            // The program is ending: what is not saved by now was never called saved.
            let _working = self.setup.busy.start()?;
            match self.save_next() {
                Ok(Outcome { rebased, trouble }) => {
                    self.unsaved.pop_front();
                    self.upto = number;
                    if std::mem::take(&mut self.failing) {
                        self.tell(JobDone::Told(msg!("shell-saved-again")));
                    }
                    self.tell(JobDone::Saved(number));
                    let more = self.unsaved.front().is_some_and(|next| matches!(next.change, Change::Review(_)));
                    if is_review && !more {
                        // What was saved is saved, even where it cannot be read back this second.
                        let _ = self.tell_reviews(number);
                    }
                    if rebased || self.owed > 0 {
                        self.reload(None);
                    }
                    // After the state, so that it is what the message line says.
                    if let Some(problem) = trouble {
                        self.tell(JobDone::Failed(problem));
                    }
                }
                Err(problem) => {
                    if asked || !self.failing {
                        self.tell(JobDone::SaveFailed(newest, problem.clone()));
                    }
                    self.failing = true;
                    return Some(problem);
                }
            }
        }
        None
    }

    /// Saves the oldest change that waits, in the model it was made in.
    fn save_next(&mut self) -> Result<Outcome, Problem> {
        if let Some(Unsaved { change: Change::Review(change), .. }) = self.unsaved.front() {
            let change = change.clone();
            return self.save_review(&change);
        }
        let (Some(store), Some(next)) = (&mut self.store, self.unsaved.front()) else { return Ok(Outcome::fine()) };
        let Some(desk) = &mut self.desk else { return Ok(Outcome::lost(msg!("shell-nothing-open"))) };
        let made_in = self.openings.iter().find(|(serial, _)| *serial == next.opening).map(|(_, name)| name.as_str());
        match made_in {
            Some(name) if name != desk.standing.name => saving::save_elsewhere(store, name, &next.change, now()),
            _ => saving::save(store, &mut desk.standing, &next.change, self.owed == 0, now()),
        }
    }

    /// Tells the screen how the model now stands.
    fn reload(&mut self, told: Option<Msg>) {
        self.owe();
        let Some(desk) = &self.desk else { return };
        let Standing { model, history, baseline, .. } = &desk.standing;
        let done = JobDone::Reloaded {
            upto: self.upto,
            model: Box::new(model.clone()),
            history: history.clone(),
            baseline: baseline.as_ref().map(|(_, model)| Box::new(model.clone())),
            told,
        };
        self.answer(Answer { serial: self.serial, done });
    }

    /// Looks for what other windows did, and now and then whether the file is still in its place.
    fn look(&mut self, at_place: bool) {
        if at_place {
            if !self.unsaved.is_empty() {
                self.save_all(false);
            }
            let problem = self.store.as_ref().and_then(|store| store.check_place().err());
            if problem != self.misplaced {
                self.misplaced.clone_from(&problem);
                if let Some(problem) = problem {
                    self.tell(JobDone::Failed(problem));
                }
            }
        }
        // A file that cannot be read this second is read the next; what must be saved tells its own problems.
        if self.misplaced.is_none() {
            let _ = self.look_at_others();
        }
    }

    fn look_at_others(&mut self) -> Result<(), Problem> {
        let Some(store) = &self.store else { return Ok(()) };
        let version = store.data_version()?;
        if self.seen == Some(version) {
            return Ok(());
        }
        let Some(desk) = &mut self.desk else { return self.show_and_tell(None, msg!("shell-data-changed")) };
        let name = desk.standing.name.clone();
        if store.data_revision()? != desk.data_revision {
            return self.show_and_tell(Some(&name), msg!("shell-data-changed"));
        }
        if !store.models()?.iter().any(|row| row.name == name) {
            return self.show_and_tell(None, msg!("shell-model-gone", name = name));
        }
        let standing = Standing::read(store, &name)?;
        let listed = models::infos(store)?;
        let base = |standing: &Standing| standing.baseline.as_ref().map(|(name, _)| name.clone());
        if standing.revision != desk.standing.revision || base(&standing) != base(&desk.standing) {
            desk.standing = standing;
            self.reload(None);
        }
        let reviews_seen = self.look_at_reviews()?;
        if listed != self.listed {
            self.listed.clone_from(&listed);
            self.tell(JobDone::Models(ModelsNews::Listed(listed)));
        }
        // What failed until here, or has to wait, is looked for again.
        if reviews_seen {
            self.seen = Some(version);
        }
        Ok(())
    }

    fn show_and_tell(&mut self, model: Option<&str>, told: Msg) -> Result<(), Problem> {
        let answer = self.show(model, Some(told))?;
        self.answer(answer);
        Ok(())
    }

    /// Returns the open workspace, which nothing that waits to be saved may lag behind.
    fn writing(&mut self) -> Result<&mut Store, Problem> {
        self.store.as_mut().ok_or_else(|| Problem::refused(msg!("shell-nothing-open")))
    }

    /// A new state is told that the screen has to take over.
    fn owe(&mut self) {
        self.serial += 1;
        self.owed = self.serial;
    }

    fn tell(&self, done: JobDone) {
        self.answer(Answer { serial: 0, done });
    }

    fn answer(&self, answer: Answer) {
        (self.setup.answer)(answer);
    }
}

/// Returns the instant that a workspace is looked at; none = now.
fn fixed(as_of: AsOf, store: &Store) -> Result<Option<i64>, Problem> {
    match as_of {
        AsOf::Usual => open::as_of(store),
        AsOf::Now => Ok(None),
        AsOf::Instant(at) => Ok(Some(at)),
    }
}

/// Puts an ask at the end; an edit that goes on turning the knob of the one before it takes its place, and so does another instant.
fn push(asks: &mut VecDeque<Ask>, ask: Ask) {
    if let Ask::Effect { opening, effect } = &ask
        && let Effect::Save { number, change: Change::Edit { step, merged: true } } = &**effect
        && let Some(Ask::Effect { opening: before, effect }) = asks.back_mut()
        && let Effect::Save { number: last, change: Change::Edit { step: older, .. } } = &mut **effect
        && before == opening
        && older.edit.same_knob(&step.edit)
    {
        *last = *number;
        *older = step.clone();
        return;
    }
    // Only the newest instant is worth a whole scoring.
    let is_as_of = |ask: &Ask| matches!(ask, Ask::Effect { effect, .. } if matches!(**effect, Effect::AsOf(_)));
    if is_as_of(&ask) && asks.back().is_some_and(is_as_of) {
        asks.pop_back();
    }
    asks.push_back(ask);
}
