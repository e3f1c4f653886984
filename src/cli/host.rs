//! What the command line asks of the world around it. Implemented by the shell, and by tests.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use chrono_tz::Tz;

use crate::cli::Color;
use crate::engine::columns::Dataset;
use crate::export::svg::Grid;
use crate::generate::Spec;
use crate::import::Counts;
use crate::import::Options;
use crate::import::Shape;
use crate::model::Model;
use crate::problem::Problem;
use crate::review::customs::Customs;
use crate::review::log::Log;
use crate::review::seen::Sighting;
use crate::review::session::Review;
use crate::text::Lang;

/// The world around a command.
pub trait Host {
    /// Returns the person's language, unless the command line names one.
    fn lang(&self) -> Lang;

    /// Returns the present instant, UTC seconds.
    fn now(&self) -> i64;

    fn is_terminal(&self, stream: Stream) -> bool;

    /// Whether the environment lets a terminal have styled text.
    fn allows_style(&self) -> bool;

    fn out(&mut self) -> &mut dyn io::Write;

    fn err(&mut self) -> &mut dyn io::Write;

    /// Returns the workspace that commands are about when none is named: the environment's, else the platform's.
    fn workspace(&self) -> PathBuf;

    /// Returns the workspace the app last had open, if it is still there.
    fn last_used(&self) -> Option<PathBuf>;

    /// Returns the folder of a person's own keys and preferences.
    fn config_folder(&self) -> PathBuf;

    fn demo_workspace(&self) -> PathBuf;

    fn exists(&self, path: &Path) -> bool;

    /// Reads a workspace: its leads and a model, the named one or else the one in use.
    fn open(&mut self, db: &Path, model: Option<&str>) -> Result<Contents, Problem>;

    /// Returns the alerts that were seen in a workspace.
    fn alerts_seen(&mut self, db: &Path) -> Result<BTreeSet<Sighting>, Problem>;

    /// Keeps that alerts were seen.
    fn see_alerts(&mut self, db: &Path, seen: &[Sighting]) -> Result<(), Problem>;

    /// Lists a workspace's models: those at work, then the archived, then the deleted ones.
    fn models(&mut self, db: &Path) -> Result<Vec<ModelEntry>, Problem>;

    /// Changes a workspace's models as such; returns the name that the model has then.
    fn change_models(&mut self, db: &Path, change: &ModelChange) -> Result<String, Problem>;

    /// Reads a model's versions, of the named model or else the one in use.
    fn versions(&mut self, db: &Path, model: Option<&str>) -> Result<Versions, Problem>;

    /// Saves a model under its name; one of that name is edited to become it. Returns whether it was new.
    fn save_model(&mut self, db: &Path, model: &Model) -> Result<bool, Problem>;

    /// Looks at a file of rows without writing anything.
    fn inspect(&mut self, job: &Job) -> Result<Shape, Problem>;

    /// Imports a file of rows, all or nothing but for rejected rows; makes the workspace if there is none.
    ///
    /// `watch` is called now and then with how far it has come and standard error.
    fn import(&mut self, job: &Job, watch: Watch<'_>) -> Result<Imported, Problem>;

    /// Reads a file whole; one that is larger than any model is refused.
    fn read_file(&mut self, path: &Path) -> Result<Vec<u8>, Problem>;

    /// Writes a file that only its owner can read, whole or not at all; never over an existing one unless told.
    fn write_file(&mut self, path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Problem>;

    /// Writes the generated leads and events into a folder, and returns the two files.
    fn generate(&mut self, spec: &Spec, folder: &Path, overwrite: bool) -> Result<[PathBuf; 2], Problem>;

    /// Makes the demo workspace.
    fn make_demo(&mut self, path: &Path) -> Result<(), Problem>;

    /// Runs the app until the person leaves it.
    fn app(&mut self, start: &AppStart) -> Result<(), Problem>;

    /// Draws a screen of the app without a terminal.
    fn shot(&mut self, shot: &Shot) -> Result<Grid, Problem>;
}

/// Called with how far an import has come, and standard error.
pub type Watch<'w> = &'w mut dyn FnMut(Amount, &mut dyn io::Write);

/// One of the two streams a command writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

/// What a workspace holds, as far as a command reads it.
pub struct Contents {
    pub data: Arc<Dataset>,
    /// None when the workspace has no model.
    pub model: Option<Model>,
    /// The version that the matrix shows its changes against.
    pub baseline: Option<Model>,
    /// The instant that this workspace is looked at by itself; none = now.
    pub as_of: Option<i64>,
    /// What was said of its leads.
    pub log: Arc<Log>,
    /// In the order they were begun.
    pub reviews: Vec<Review>,
    /// How reviews are held there.
    pub customs: Customs,
}

/// A model of a workspace.
#[derive(Clone, Debug)]
pub struct ModelEntry {
    pub model: Model,
    /// Whether commands use it when none is named.
    pub in_use: bool,
    pub n_versions: u64,
    /// UTC seconds.
    pub changed: i64,
    pub state: ModelState,
}

/// Whether a model is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelState {
    Active,
    Archived,
    /// It can be restored, with its history and versions.
    Deleted,
}

/// A change of a workspace's models as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelChange {
    Copy {
        from: String,
        to: String,
    },
    Rename {
        from: String,
        to: String,
    },
    Archive {
        model: String,
        archived: bool,
    },
    Delete(String),
    /// Brings the model of that name back that was deleted last.
    Restore(String),
    /// Makes a version of a model, the named one or else the one in use.
    Save {
        model: Option<String>,
        version: String,
        reason: String,
    },
    Baseline {
        model: Option<String>,
        version: String,
    },
}

/// A model's versions.
#[derive(Clone, Debug)]
pub struct Versions {
    pub draft: Model,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// The name of the version that changes are shown against.
    pub baseline: Option<String>,
}

/// A named state of a model.
#[derive(Clone, Debug)]
pub struct Version {
    pub name: String,
    pub reason: String,
    /// UTC seconds.
    pub at: i64,
    pub model: Model,
}

/// What an import brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Leads,
    Events { create_leads: bool },
}

/// An import to be done.
#[derive(Clone, Debug)]
pub struct Job {
    pub db: PathBuf,
    pub file: PathBuf,
    pub what: What,
    /// The zone among them is filled in by the host.
    pub options: Options,
    /// The zone of dates that name none, and of the workspace if it has none yet; none = the workspace's.
    pub zone: Option<Tz>,
    /// Counts everything and writes nothing.
    pub dry_run: bool,
    /// The language of what is written into the file of rejected rows.
    pub lang: Lang,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    pub rows: u64,
    pub bytes: u64,
    /// Bytes in all, where that is known.
    pub of_bytes: Option<u64>,
    pub elapsed_ms: u64,
}

/// What an import did, or would do.
#[derive(Clone, Debug)]
pub struct Imported {
    pub shape: Shape,
    /// Rows read, accepted and rejected, with the first problems.
    pub counts: Counts,
    /// Leads or events that are new, changed, or were there as they are.
    pub new: u64,
    pub updated: u64,
    pub unchanged: u64,
    /// Leads that an import of events made.
    pub leads_made: u64,
    /// Where the rejected rows are.
    pub rejects: Option<PathBuf>,
    /// When the very same file was imported before, UTC seconds.
    pub before: Option<i64>,
    /// The name of the model that was made because the workspace had none.
    pub starter: Option<String>,
}

/// How the app is to start.
#[derive(Clone, Debug)]
pub struct AppStart {
    /// None shows the welcome.
    pub db: Option<PathBuf>,
    pub model: Option<String>,
    /// UTC seconds.
    pub as_of: Option<i64>,
    pub lang: Lang,
    pub color: Color,
}

/// A screen to be drawn.
#[derive(Clone, Debug)]
pub struct Shot {
    pub app: AppStart,
    pub screen: String,
    pub columns: u16,
    pub rows: u16,
    /// Keys pressed before the picture is taken.
    pub keys: Option<String>,
}
