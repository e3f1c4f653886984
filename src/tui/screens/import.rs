//! Bringing a file in, step by step: choosing it, seeing what was found in it, exact numbers, and what came of it.
//!
//! State and what actions do to it. Nothing is written before the last Enter; every guess can be changed before.

pub mod change;
pub mod files;

use std::path::PathBuf;
use std::sync::Arc;

use chrono_tz::Tz;

use crate::import::Counts;
use crate::import::EventShape;
use crate::import::Options;
use crate::import::Shape;
use crate::msg;
use crate::problem::Kind;
use crate::problem::Problem;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::FolderListing;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::screens::import::files::Files;

/// Where the import stands.
#[derive(Clone, Debug, Default)]
pub struct ImportView {
    pub kind: ImportKind,
    pub step: Step,
    pub files: Files,
    /// The file at hand; none before one is chosen.
    pub subject: Option<Subject>,
    /// What the worker is doing.
    pub running: Option<Running>,
    /// What was wrong with the last thing asked for.
    pub problem: Option<Problem>,
    /// Line of the step's list under the cursor; in the columns one past the last is the button below them.
    pub row: usize,
    /// The number of the last request.
    asked: u64,
}

/// A step of the import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    #[default]
    File,
    Columns,
    Check,
    Done,
}

impl Step {
    pub const ALL: [Step; 4] = [Step::File, Step::Columns, Step::Check, Step::Done];
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportKind {
    #[default]
    Leads,
    Events,
}

/// The file at hand, how it is to be read, and what is known of it.
#[derive(Clone, Debug)]
pub struct Subject {
    pub path: PathBuf,
    pub forced: Forced,
    /// None when it cannot be read as it is.
    pub shape: Option<Arc<Shape>>,
    /// For activity: what its columns are taken for, or why they cannot be.
    pub events: Option<Result<EventShape, Problem>>,
    /// What an import would do, and later what it did.
    pub tally: Option<Box<Tally>>,
}

/// What a person chose about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forced {
    pub options: Options,
    /// None = the workspace's zone.
    pub zone: Option<Tz>,
    /// Whether activity of unknown leads makes them.
    pub create_leads: bool,
}

/// What the worker is doing, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    pub request: ImportRequest,
    pub progress: Option<Progress>,
    /// Whether it was asked to stop.
    pub stopping: bool,
}

/// What the screen asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRequest {
    /// Comes back with every answer.
    pub number: u64,
    pub path: PathBuf,
    pub kind: ImportKind,
    pub forced: Forced,
    pub work: ImportWork,
}

/// The work of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportWork {
    /// Sees what the file holds; a folder is listed.
    Inspect,
    /// Runs the import and drops it, for its numbers.
    Preview(Arc<Shape>),
    Import(Arc<Shape>),
}

/// An answer to the request of that number.
#[derive(Clone, Debug)]
pub struct ImportDone {
    pub number: u64,
    pub news: ImportNews,
}

/// What an answer brings.
#[derive(Clone, Debug)]
pub enum ImportNews {
    Progress(Progress),
    Folder(FolderListing),
    Inspected(Arc<Shape>),
    Previewed(Box<Tally>),
    Imported(Box<Tally>),
    /// It was stopped, or could not be done; nothing was changed.
    Failed(Problem),
}

/// How far a work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub rows: u64,
    pub bytes: u64,
    /// Bytes in all, where that is known.
    pub of_bytes: Option<u64>,
    pub elapsed_ms: u64,
}

/// What an import did, or would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Rows read, accepted and rejected, with the first problems.
    pub counts: Counts,
    /// Leads or events that are new, changed, or were there as they are.
    pub new: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// Leads that an import of activity made.
    pub leads_made: u64,
    /// Where the rejected rows are.
    pub rejects: Option<PathBuf>,
    /// When the very same file was imported before, UTC seconds.
    pub before: Option<i64>,
    /// The name of the model that was made because the workspace had none.
    pub starter: Option<String>,
}

impl ImportView {
    /// Returns the contexts whose keys hold, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self.step {
            Step::File if self.running.is_none() => vec![Context::Files, Context::Import],
            _ => vec![Context::Import],
        }
    }

    /// Whether the screen has something to show that must not be swept away.
    pub fn is_busy(&self) -> bool {
        self.running.is_some() || self.step == Step::Done
    }

    /// Returns what was found in the file.
    pub fn shape(&self) -> Option<&Arc<Shape>> {
        self.subject.as_ref()?.shape.as_ref()
    }

    /// Returns how many lines the step's list has.
    pub fn n_rows(&self) -> usize {
        match self.step {
            Step::File => 0,
            Step::Columns => self.shape().map_or(0, |shape| shape.columns.len() + 1),
            Step::Check | Step::Done => self.tally().map_or(0, |tally| tally.counts.problems.len()),
        }
    }

    pub fn tally(&self) -> Option<&Tally> {
        self.subject.as_ref()?.tally.as_deref()
    }

    /// Returns the index of the column under the cursor; none on the button.
    pub fn column(&self) -> Option<usize> {
        let n = self.shape()?.columns.len();
        (self.step == Step::Columns && self.row < n).then_some(self.row)
    }

    /// Returns why the file cannot be imported as it stands: what only a person can answer.
    pub fn open_question(&self) -> Option<&Problem> {
        let subject = self.subject.as_ref()?;
        let of_events = subject.events.as_ref().and_then(|events| events.as_ref().err());
        subject.shape.as_ref()?.questions.first().or(of_events)
    }
}

/// Says which kind of file an action brings in.
pub fn kind_of(action: Action) -> ImportKind {
    if action == Action::ImportEvents { ImportKind::Events } else { ImportKind::Leads }
}

/// The screen was opened.
pub fn enter(app: &mut App) -> Vec<Effect> {
    if app.import.step == Step::Done {
        let mut files = app.import.files.clone();
        files.forget_typed(app.lang);
        // Numbers go on, so that a late answer is never taken for a new one.
        let (kind, asked) = (app.import.kind, app.import.asked);
        app.import = ImportView { kind, files, asked, ..ImportView::default() };
    }
    if app.import.running.is_some() || app.import.step != Step::File {
        return Vec::new();
    }
    vec![Effect::ListFolder(app.import.files.folder())]
}

/// A folder was listed.
pub fn listed(app: &mut App, listing: FolderListing) {
    let lang = app.lang;
    app.import.files.show(listing, lang);
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    if app.import.running.is_some() {
        return act_while_running(app, action);
    }
    match action {
        Action::NextPane | Action::PreviousPane if app.import.step <= Step::Columns => {
            let other = if app.import.kind == ImportKind::Leads { ImportKind::Events } else { ImportKind::Leads };
            return Some(choose_kind(app, other));
        }
        Action::ImportLeads | Action::ImportEvents if app.import.step != Step::Done => {
            return Some(choose_kind(app, kind_of(action)));
        }
        Action::ImportLeads | Action::ImportEvents => {
            let effects = enter(app);
            app.import.kind = kind_of(action);
            return Some(effects);
        }
        _ => {}
    }
    match app.import.step {
        Step::File => files::act(app, action),
        Step::Columns => act_columns(app, action),
        Step::Check | Step::Done => act_numbers(app, action),
    }
}

fn act_while_running(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let running = app.import.running.as_mut()?;
    match action {
        Action::Back => {
            running.stopping = true;
            Some(vec![Effect::Cancel])
        }
        Action::Open
        | Action::Accept
        | Action::Toggle
        | Action::ImportOptions
        | Action::ImportLeads
        | Action::ImportEvents
        | Action::NextPane
        | Action::PreviousPane => {
            app.tell(Tone::Plain, msg!("tui-import-wait"));
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Says what the file holds; a file at hand is looked at anew.
fn choose_kind(app: &mut App, kind: ImportKind) -> Vec<Effect> {
    if app.import.kind == kind {
        return Vec::new();
    }
    app.import.kind = kind;
    match &app.import.subject {
        Some(subject) if app.import.step != Step::File => {
            let (path, forced) = (subject.path.clone(), subject.forced.clone());
            ask(app, path, forced, ImportWork::Inspect)
        }
        _ => Vec::new(),
    }
}

/// Asks the worker for something about a file.
pub fn ask(app: &mut App, path: PathBuf, forced: Forced, work: ImportWork) -> Vec<Effect> {
    let view = &mut app.import;
    view.asked += 1;
    view.problem = None;
    let request = ImportRequest { number: view.asked, path, kind: view.kind, forced, work };
    view.running = Some(Running { request: request.clone(), progress: None, stopping: false });
    vec![Effect::Import(request)]
}

/// Asks for the file at hand to be tried, or brought in.
fn ask_again(app: &mut App, work: fn(Arc<Shape>) -> ImportWork) -> Vec<Effect> {
    if let Some(question) = app.import.open_question() {
        let question = msg!("tui-import-first", question = question.text.clone());
        app.tell(Tone::Bad, question);
        return Vec::new();
    }
    let Some(subject) = &app.import.subject else { return Vec::new() };
    let Some(shape) = subject.shape.clone() else { return Vec::new() };
    let (path, forced) = (subject.path.clone(), subject.forced.clone());
    ask(app, path, forced, work(shape))
}

fn act_columns(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::Open => match app.import.column() {
            Some(column) => change::choose_for_column(app, column),
            None => return Some(ask_again(app, ImportWork::Preview)),
        },
        Action::Toggle => {
            let Some(column) = app.import.column() else { return Some(Vec::new()) };
            return Some(change::toggle(app, column));
        }
        Action::ImportOptions => change::choose_setting(app),
        Action::Back => back_to(app, Step::File),
        _ => return move_cursor(app, action),
    }
    Some(Vec::new())
}

fn act_numbers(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    match (app.import.step, action) {
        (Step::Check, Action::Open) => {
            if app.import.tally().is_some_and(|tally| tally.counts.accepted == 0) {
                app.tell(Tone::Plain, msg!("tui-import-nothing"));
                return Some(Vec::new());
            }
            return Some(ask_again(app, ImportWork::Import));
        }
        (Step::Check, Action::Back) => back_to(app, Step::Columns),
        (_, Action::Open | Action::Back) if app.bench.is_some() => {
            return Some(crate::tui::update::perform(app, Action::ScreenWorkbench));
        }
        (_, Action::Open | Action::Back) => {
            app.import.step = Step::Done;
            return Some(enter(app));
        }
        _ => return move_cursor(app, action),
    }
    Some(Vec::new())
}

/// Goes back to an earlier step.
fn back_to(app: &mut App, step: Step) {
    app.import.problem = None;
    app.import.step = step;
    app.import.row = app.import.n_rows().saturating_sub(1);
}

fn move_cursor(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = usize::from(app.area.height.saturating_sub(12)).max(1);
    let (row, n) = (app.import.row, app.import.n_rows());
    // From the button the cursor goes round to the first column.
    let round = app.import.step == Step::Columns && row + 1 >= n && action == Action::MoveDown;
    app.import.row = if round { 0 } else { moved(action, row, n, page)? };
    Some(Vec::new())
}

/// Leaves the screen for where there is something to see.
fn leave(app: &mut App) -> Vec<Effect> {
    app.screen = if app.bench.is_some() { Screen::Workbench } else { Screen::Welcome };
    Vec::new()
}

/// The worker has answered.
pub fn job(app: &mut App, done: ImportDone) -> Vec<Effect> {
    let view = &mut app.import;
    let Some(running) = view.running.as_mut().filter(|running| running.request.number == done.number) else {
        return Vec::new();
    };
    if let ImportNews::Progress(progress) = done.news {
        running.progress = Some(progress);
        return Vec::new();
    }
    let Some(Running { request, .. }) = view.running.take() else { return Vec::new() };
    match done.news {
        ImportNews::Progress(_) => {}
        ImportNews::Folder(listing) => {
            view.step = Step::File;
            // What was typed is where we are now.
            view.files.listing = None;
            listed(app, listing);
        }
        ImportNews::Inspected(shape) => inspected(view, request, shape),
        ImportNews::Previewed(tally) => numbers(view, Step::Check, tally),
        ImportNews::Imported(tally) => numbers(view, Step::Done, tally),
        ImportNews::Failed(problem) if problem.kind == Kind::Cancelled => {
            app.tell(Tone::Plain, msg!("tui-import-stopped"));
        }
        ImportNews::Failed(problem) => failed(view, request, problem),
    }
    Vec::new()
}

fn inspected(view: &mut ImportView, request: ImportRequest, shape: Arc<Shape>) {
    let events =
        (request.kind == ImportKind::Events).then(|| EventShape::propose(&shape, &request.forced.options.events));
    let stays = view.step == Step::Columns && view.shape().is_some_and(|old| old.columns.len() == shape.columns.len());
    let row = if stays { view.row } else { shape.columns.len() };
    view.subject =
        Some(Subject { path: request.path, forced: request.forced, shape: Some(shape), events, tally: None });
    (view.step, view.row) = (Step::Columns, row);
}

fn numbers(view: &mut ImportView, step: Step, tally: Box<Tally>) {
    if let Some(subject) = &mut view.subject {
        subject.tally = Some(tally);
        (view.step, view.row) = (step, 0);
    }
}

/// Keeps what is known of the file; a file of which nothing is known yet is shown with what is wrong.
fn failed(view: &mut ImportView, request: ImportRequest, problem: Problem) {
    let known = view.subject.as_ref().is_some_and(|subject| subject.path == request.path && subject.shape.is_some());
    if !known {
        let ImportRequest { path, forced, .. } = request;
        view.subject = Some(Subject { path, forced, shape: None, events: None, tally: None });
    }
    if view.step == Step::File || request.work == ImportWork::Inspect {
        view.step = Step::Columns;
    }
    view.problem = Some(problem);
}

/// Gives a key to the text field of the step that has one.
pub fn type_key(app: &mut App, key: crate::tui::keys::Key) -> Vec<Effect> {
    if app.import.step == Step::File { files::type_key(app, key) } else { Vec::new() }
}

/// Writes pasted text into the text field of the step that has one.
pub fn paste(app: &mut App, text: &str) {
    if app.import.step == Step::File && app.import.running.is_none() {
        app.import.files.paste(text);
    }
}
