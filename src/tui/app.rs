//! The state of the app as one value: what is open, where the cursors are, what is known. Never here: keys, drawing, files.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono_tz::Tz;
use crossterm::event::KeyEvent;
use crossterm::event::MouseEvent;
use ratatui::layout::Rect;

use crate::model::Model;
use crate::model::Side;
use crate::model::Words;
use crate::msg;
use crate::problem::Problem;
use crate::review::Remark;
use crate::review::customs::Customs;
use crate::review::log::Log;
use crate::review::seen::Sighting;
use crate::review::session::Outcome;
use crate::review::session::Review;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::show;
use crate::tui::actions::Context;
use crate::tui::keymap::KeyMap;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::as_of::AsOf;
use crate::tui::overlays::calls::CallsNews;
use crate::tui::overlays::calls::CallsTask;
use crate::tui::overlays::minutes::MinutesNews;
use crate::tui::overlays::minutes::MinutesTask;
use crate::tui::overlays::models::ModelInfo;
use crate::tui::overlays::models::ModelTask;
use crate::tui::overlays::models::ModelsNews;
use crate::tui::saying::Sayings;
use crate::tui::screens::detail::DetailView;
use crate::tui::screens::import::ImportView;
use crate::tui::screens::leads::LeadsView;
use crate::tui::screens::leads::Wanted;
use crate::tui::screens::opening::LastLook;
use crate::tui::screens::opening::Opening;
use crate::tui::screens::review::ReviewView;
use crate::tui::screens::session::SessionView;
use crate::tui::screens::welcome::WelcomeView;
use crate::tui::screens::workbench::Pane;
use crate::tui::screens::workbench::WorkbenchView;
use crate::tui::studies::Studied;
use crate::tui::studies::Studies;
use crate::tui::studies::Study;
use crate::tui::theme::ColourLevel;
use crate::tui::theme::Theme;
use crate::workbench::Found;
use crate::workbench::History;
use crate::workbench::Step;
use crate::workbench::Workbench;

/// The whole state of the app. Drawing reads it, `update` alone changes it.
pub struct App {
    pub lang: Lang,
    pub theme: Theme,
    pub keymap: KeyMap,
    pub prefs: Prefs,
    /// The model on its leads; none before a workspace is open.
    pub bench: Option<Workbench>,
    /// What the open workspace is called, for the header.
    pub workspace: String,
    /// The models of the workspace: those at work in the order of their making, then the archived, then the deleted ones.
    pub models: Vec<ModelInfo>,
    /// The model deleted last, as long as undo would bring it back, and whether it was open.
    pub deleted: Option<(String, bool)>,
    /// Whether a model is being deleted: until it is, none can be brought back.
    pub deleting: bool,
    /// The instant that is looked at, UTC seconds, where it is not simply now.
    pub fixed: Option<i64>,
    /// The workspace that is being read at the start.
    pub opening: Option<Opening>,
    pub screen: Screen,
    /// Open overlays, the innermost last.
    pub overlays: Vec<Overlay>,
    pub welcome: WelcomeView,
    pub workbench: WorkbenchView,
    pub leads: LeadsView,
    pub detail: DetailView,
    pub import: ImportView,
    pub review: ReviewView,
    pub session: SessionView,
    /// The reviews of the workspace, in the order they were begun.
    pub reviews: Vec<Review>,
    /// How reviews are held in the workspace.
    pub customs: Customs,
    /// The alerts that were seen, and those that were new when they were last looked at.
    pub alerts_seen: Arc<BTreeSet<Sighting>>,
    pub alerts_new: BTreeSet<Sighting>,
    /// What was said of leads here of late, and can be taken back.
    pub sayings: Sayings,
    /// What was asked of all leads at once, and answered.
    pub studies: Studies,
    /// How much could be better in the model; none where that is not counted.
    pub checks: Option<usize>,
    pub message: Option<Message>,
    pub saving: Saving,
    /// The size of the terminal.
    pub area: Rect,
    /// Milliseconds since some moment, as the shell last told.
    pub now_ms: i64,
    /// UTC seconds at that moment.
    pub epoch: i64,
}

/// What a person chose about how the app looks and behaves; kept by the shell between runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefs {
    pub theme: String,
    /// How many colours the terminal shows; found at start, never kept.
    pub colours: ColourLevel,
    pub mouse: bool,
    /// Names and e-mails are masked everywhere.
    pub masked: bool,
    /// Larger cells, no footer: for a projected screen.
    pub present: bool,
    /// The zone in which dates are shown.
    pub zone: Tz,
    /// Who is at the keys: whose verdicts these are, unless a review says otherwise.
    pub person: String,
}

/// What fills the space between header and footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Welcome,
    /// A large workspace is being read.
    Opening,
    Workbench,
    Leads,
    Detail,
    /// What the leads and the verdicts say of the model, and the reviews.
    Review,
    /// A review that is being held, lead by lead.
    Session,
    Import,
}

/// The line above the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: Msg,
    pub tone: Tone,
    /// Whether undo takes back what the message says.
    pub undoable: bool,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Plain,
    Bad,
}

/// How many edits went to the worker, and how many of them it has saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    pub sent: u64,
    pub saved: u64,
    pub failed: bool,
}

/// Everything that can happen to the app.
pub enum Event {
    Key(KeyEvent),
    Mouse(MouseEvent),
    Paste(String),
    /// New size: columns, rows.
    Resize(u16, u16),
    Job(JobDone),
    /// Time has passed: milliseconds on the shell's clock.
    Tick(i64),
}

/// What was said of leads, and the reviews, as they stand in the file.
#[derive(Clone, Debug, Default)]
pub struct ReviewsTold {
    /// The number of the newest change of this window that is in it; 0 = another window's doing, or an opening.
    pub upto: u64,
    /// Which ids the file gave to what this window made under ids of its own.
    pub given: BTreeMap<i64, i64>,
    pub log: Arc<Log>,
    pub reviews: Vec<Review>,
    pub customs: Customs,
    /// The alerts that were seen.
    pub alerts_seen: Arc<BTreeSet<Sighting>>,
}

/// What the worker or the shell answers.
pub enum JobDone {
    /// Saved up to the change with this number.
    Saved(u64),
    /// A change could not be saved; it stays on screen.
    SaveFailed(u64, Problem),
    /// Another window changed the model; this is how it now stands, with this window's changes up to the number.
    Reloaded {
        upto: u64,
        model: Box<Model>,
        history: History,
        baseline: Option<Box<Model>>,
        /// What to say about it, where it was this window that asked.
        told: Option<Msg>,
    },
    /// A workspace, a model or new data is ready.
    Opened(Box<Opened>),
    Folder(FolderListing),
    Import(crate::tui::screens::import::ImportDone),
    /// What was found of a text.
    Found(Found),
    /// How many percent of a question about all leads are worked out.
    StudyAt(Study, u8),
    /// An answer to a question about all leads.
    Studied(Box<Studied>),
    Reviews(Box<ReviewsTold>),
    /// The models of the workspace, or what came of something done to them.
    Models(ModelsNews),
    Minutes(MinutesNews),
    Calls(CallsNews),
    /// Something was done; say so.
    Told(Msg),
    Failed(Problem),
}

/// A workspace as the worker opened it.
pub struct Opened {
    pub workspace: String,
    pub models: Vec<ModelInfo>,
    pub reviews: ReviewsTold,
    /// None when the workspace holds no leads yet.
    pub bench: Option<Workbench>,
    /// The instant that is looked at, where it is not simply now.
    pub fixed: Option<i64>,
    /// Whether what lies over the screen stays: the person asked for this from there.
    pub stays: bool,
    /// What to say about it.
    pub told: Option<Msg>,
}

/// A folder's entries that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderListing {
    pub path: PathBuf,
    /// Folders first, then files, each by name.
    pub entries: Vec<FolderEntry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderEntry {
    pub name: String,
    pub is_folder: bool,
    /// Bytes.
    pub size: u64,
}

/// What the app asks of the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "a handful live at a time")]
pub enum Effect {
    /// Saves a change of the model; the number comes back when it is saved.
    Save {
        number: u64,
        change: Change,
    },
    OpenDemo,
    /// Adds a model to the workspace under its name, or the nearest that is free, and opens it; makes a workspace if there is none.
    AddModel(Box<Model>),
    /// Something about the workspace's models as such.
    Models(ModelTask),
    /// Looks at the leads as of another instant.
    AsOf(AsOf),
    /// Searches many leads for a text.
    Search(Wanted),
    /// Answers a question about all leads as of an instant, UTC seconds.
    Study {
        study: Study,
        as_of: i64,
    },
    ListFolder(PathBuf),
    /// Writes the minutes of a review.
    Minutes(MinutesTask),
    /// Writes a call sheet, or reads a filled one.
    Calls(CallsTask),
    Import(crate::tui::screens::import::ImportRequest),
    /// Keeps how the matrix looks, for the next opening.
    KeepLook(Box<LastLook>),
    /// Stops the running job.
    Cancel,
    /// To the clipboard.
    Copy(String),
    KeepPrefs(Prefs, Lang),
    Mouse(bool),
    /// Draws everything anew.
    Redraw,
    Quit,
}

/// A change to be saved: of the open model, or of what was said of its leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new edit; `merged` when it continues the newest step.
    Edit {
        step: Step,
        merged: bool,
    },
    Undo,
    Redo,
    /// The present model becomes a version, under a name (empty = the day) and for a reason; and perhaps the baseline.
    Version {
        name: String,
        reason: String,
        baseline: bool,
    },
    Review(ReviewChange),
}

/// A change of what was said of leads, or of the reviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewChange {
    /// Remarks, all of them or none.
    Say(Vec<Remark>),
    /// Strikes remarks, or lets them count again.
    Strike {
        ids: Vec<i64>,
        struck: bool,
    },
    Add(Box<Review>),
    /// Its name and who takes part.
    Update(Box<Review>),
    /// What came of it; none = it is not ended any more.
    End {
        id: i64,
        outcome: Option<Box<Outcome>>,
    },
    /// Removes a review, or brings it back.
    Remove {
        id: i64,
        removed: bool,
    },
    Customs(Box<Customs>),
    /// Alerts were seen.
    SeeAlerts(Vec<Sighting>),
}

impl App {
    /// An app with nothing open.
    pub fn new(lang: Lang, theme: Theme, keymap: KeyMap, prefs: Prefs, area: Rect) -> App {
        App {
            lang,
            theme,
            keymap,
            prefs,
            bench: None,
            workspace: String::new(),
            models: Vec::new(),
            deleted: None,
            deleting: false,
            fixed: None,
            opening: None,
            screen: Screen::Welcome,
            overlays: Vec::new(),
            welcome: WelcomeView::default(),
            workbench: WorkbenchView::default(),
            leads: LeadsView::of_the_top(),
            detail: DetailView::default(),
            import: ImportView::default(),
            review: ReviewView::default(),
            session: SessionView::default(),
            reviews: Vec::new(),
            customs: Customs::default(),
            alerts_seen: Arc::default(),
            alerts_new: BTreeSet::new(),
            sayings: Sayings::default(),
            studies: Studies::default(),
            checks: None,
            message: None,
            saving: Saving::default(),
            area,
            now_ms: 0,
            epoch: 0,
        }
    }

    /// Returns the present instant, UTC seconds.
    pub fn now(&self) -> i64 {
        self.epoch + self.now_ms / 1000
    }

    /// Returns the review that is being held on the screen, by its id: what is said is said in it.
    pub fn review_held(&self) -> Option<i64> {
        self.session.review.filter(|_| self.screen == Screen::Session)
    }

    /// Returns an id for what the next change makes, until the file has given it one.
    pub fn next_id(&self) -> i64 {
        -i64::try_from(self.saving.sent + 1).unwrap_or(i64::MAX)
    }

    /// Looks as the named theme says; an unknown name changes nothing.
    pub fn set_theme(&mut self, name: &str) {
        if let Some(theme) = Theme::named(name, self.prefs.colours, self.theme.glyphs) {
            self.theme = theme;
            name.clone_into(&mut self.prefs.theme);
        }
    }

    /// Says a sentence in the app's language.
    pub fn say(&self, msg: &Msg) -> String {
        self.lang.say(msg)
    }

    /// Returns words of the model in the app's language, else the given name, as they may be shown.
    pub fn words(&self, words: &Words, name: &str) -> String {
        show(words.get(self.lang == Lang::Fr).unwrap_or(name)).into_owned()
    }

    /// Returns what people call an axis, in the app's language.
    pub fn axis_name(&self, model: &Model, side: Side) -> String {
        let fallback = match side {
            Side::Rows => msg!("tui-axis-rows"),
            Side::Columns => msg!("tui-axis-columns"),
        };
        let name = model.axis(side).name.get(self.lang == Lang::Fr).map(str::to_owned);
        name.unwrap_or_else(|| self.say(&fallback))
    }

    /// Returns what is open, innermost first: what a key may mean.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = Vec::new();
        if let Some(overlay) = self.overlays.last() {
            contexts.extend(overlay.contexts());
        } else {
            contexts.extend(match self.screen {
                Screen::Welcome => vec![Context::Welcome],
                Screen::Opening => Vec::new(),
                Screen::Workbench => vec![match self.workbench.pane {
                    Pane::Criteria => Context::Criteria,
                    Pane::Matrix => Context::Matrix,
                }],
                Screen::Leads if self.leads.typing => vec![Context::TextField, Context::Leads],
                Screen::Leads => vec![Context::Leads],
                Screen::Detail => vec![Context::Detail],
                Screen::Review => vec![Context::Review],
                Screen::Session => vec![Context::Session],
                Screen::Import => self.import.contexts(),
            });
        }
        contexts.push(Context::Global);
        contexts
    }

    /// Puts a sentence on the message line.
    pub fn tell(&mut self, tone: Tone, text: Msg) {
        self.message = Some(Message { text, tone, undoable: false });
    }

    /// Says what was done, and that it can be undone.
    pub fn tell_done(&mut self, text: Msg) {
        self.message = Some(Message { text, tone: Tone::Good, undoable: true });
    }

    /// Puts a problem on the message line, with what to do about it.
    pub fn tell_problem(&mut self, problem: &Problem) {
        let text = problem.hints.first().map_or_else(
            || problem.text.clone(),
            |hint| msg!("tui-problem-hint", text = problem.text.clone(), hint = hint.clone()),
        );
        self.tell(Tone::Bad, text);
    }
}
