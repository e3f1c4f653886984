//! The models of the workspace: open, new, copy, rename, archive, delete, bring back, in from a file and out to one.

use std::path::PathBuf;

use crate::model::Model;
use crate::model::Words;
use crate::msg;
use crate::problem::Problem;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::list::Choices;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::model_file::ModelFile;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::overlays::versions::VersionsList;
use crate::tui::overlays::versions::VersionsOf;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;

/// A model of the workspace, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelInfo {
    /// What the workspace knows it by: its name, while it is deleted another.
    pub handle: String,
    pub name: String,
    pub title: Words,
    pub state: ModelState,
    /// UTC seconds.
    pub changed: i64,
    /// None when its text cannot be read.
    pub n_criteria: Option<usize>,
    pub n_versions: usize,
}

/// Whether a model is at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelState {
    Active,
    Archived,
    Deleted,
}

/// What is asked about the workspace's models as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelTask {
    /// Lists them anew.
    List,
    /// Opens a model; an archived one is put back first.
    Open(String),
    /// Makes a model of that name, from the leads at hand or empty, and opens it.
    New {
        name: String,
        from_leads: bool,
    },
    /// Puts a model in under its name, or makes the one of that name what it is; opens it.
    Put(Box<Model>),
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
    /// Brings the model of that handle back.
    Restore {
        handle: String,
        open: bool,
    },
    /// Lists a model's versions.
    Versions(String),
    Baseline {
        model: String,
        version: String,
    },
    /// Reads a model file, or lists a folder.
    Read(PathBuf),
    Export {
        model: String,
        path: PathBuf,
        overwrite: bool,
    },
}

/// What the worker says of models.
pub enum ModelsNews {
    Listed(Vec<ModelInfo>),
    /// It can be brought back by the handle.
    Deleted {
        handle: String,
        name: String,
        was_open: bool,
    },
    Versions(Box<VersionsOf>),
    /// What a model file holds, or everything that is wrong with it.
    Read(Result<Box<Model>, Vec<Problem>>),
    /// The file to be written is there already.
    Exists {
        model: String,
        path: PathBuf,
    },
}

/// Which model the cursor is on, and whether archived and deleted ones are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelsList {
    pub row: usize,
    pub all: bool,
}

/// A way to a new model.
#[derive(Clone, Debug)]
pub enum NewModel {
    FromLeads,
    Empty,
    Template,
    /// From a file, as it is or under another name.
    Put(Box<Model>),
}

impl ModelsList {
    /// The list with the cursor on the model that is open.
    pub fn on_the_open_one(app: &App) -> ModelsList {
        let row = app.models.iter().position(|info| is_open(app, info)).unwrap_or(0);
        ModelsList { row, all: false }
    }

    /// Returns the models that are shown.
    pub fn shown<'a>(&self, app: &'a App) -> Vec<&'a ModelInfo> {
        app.models.iter().filter(|info| self.all || info.state == ModelState::Active).collect()
    }
}

/// Whether a model is the one on the workbench.
pub fn is_open(app: &App, info: &ModelInfo) -> bool {
    info.state != ModelState::Deleted && app.bench.as_ref().is_some_and(|bench| bench.model().name == info.name)
}

/// Whether a model of the workspace has the name.
pub(super) fn is_taken(app: &App, name: &str) -> bool {
    app.models.iter().any(|info| info.handle == name)
}

pub(super) fn task(task: ModelTask) -> Vec<Effect> {
    vec![Effect::Models(task)]
}

/// Asks for the list, which another window or an edit may have changed.
pub fn ask_for_all() -> Vec<Effect> {
    task(ModelTask::List)
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Models(list)) = app.overlays.last() else { return None };
    let mut list = list.clone();
    let shown = list.shown(app);
    let n = shown.len();
    let page = usize::from(app.area.height / 2).max(1);
    if let Some(row) = moved(action, list.row.min(n.saturating_sub(1)), n, page) {
        list.row = row;
        return Some(put_back(app, list));
    }
    let info = shown.get(list.row.min(n.saturating_sub(1))).copied().cloned();
    match action {
        Action::ShowArchived => {
            list.all = !list.all;
            Some(put_back(app, list))
        }
        Action::New => Some(choose_new(app)),
        Action::ImportModel => Some(ModelFile::open(app)),
        Action::Undo => Some(undelete(app)),
        Action::UseTemplate => {
            app.overlays.pop();
            Some(crate::tui::update::perform(app, action))
        }
        _ => act_on(app, action, &info?),
    }
}

fn put_back(app: &mut App, list: ModelsList) -> Vec<Effect> {
    if let Some(Overlay::Models(place)) = app.overlays.last_mut() {
        *place = list;
    }
    Vec::new()
}

/// Does something to the model under the cursor.
fn act_on(app: &mut App, action: Action, info: &ModelInfo) -> Option<Vec<Effect>> {
    let handle = info.handle.clone();
    let deleted = info.state == ModelState::Deleted;
    match action {
        Action::Open if deleted => return Some(task(ModelTask::Restore { handle, open: true })),
        Action::Open => {
            app.overlays.pop();
            app.deleted = None;
            return Some(task(ModelTask::Open(handle)));
        }
        Action::Versions => return Some(VersionsList::open(app, handle, info.name.clone())),
        Action::ExportModel => {
            let prompt = Prompt::proposing(Purpose::ExportModel(handle), format!("{}.ron", info.name));
            app.overlays.push(Overlay::Prompt(prompt));
        }
        Action::RenameModel | Action::Duplicate | Action::ArchiveModel | Action::Delete if deleted => {
            app.tell(Tone::Plain, msg!("models-is-deleted", name = &info.name));
        }
        Action::Duplicate => {
            let name = free_name(app, &info.name);
            app.overlays.push(Overlay::Prompt(Prompt::proposing(Purpose::CopyModel(handle), name)));
        }
        Action::RenameModel => {
            app.overlays.push(Overlay::Prompt(Prompt::new(Purpose::RenameModel(handle), &info.name)));
        }
        Action::ArchiveModel => {
            let archived = info.state == ModelState::Active;
            return Some(task(ModelTask::Archive { model: handle, archived }));
        }
        Action::Delete => {
            app.deleting = true;
            return Some(task(ModelTask::Delete(handle)));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Returns the name with the next free number.
fn free_name(app: &App, name: &str) -> String {
    let mut numbered = (2_u64..).map(|n| format!("{name}-{n}"));
    numbered.find(|name| !is_taken(app, name)).unwrap_or_default()
}

/// Brings the model deleted last back; not before it is gone, or another would come back.
pub fn undelete(app: &mut App) -> Vec<Effect> {
    if app.deleting {
        app.tell(Tone::Plain, msg!("models-deleting"));
        return Vec::new();
    }
    let newest = app.models.iter().find(|info| info.state == ModelState::Deleted);
    let newest = newest.map(|info| (info.handle.clone(), false));
    let Some((handle, open)) = app.deleted.take().or(newest) else {
        app.tell(Tone::Plain, msg!("models-none-deleted"));
        return Vec::new();
    };
    task(ModelTask::Restore { handle, open })
}

/// Asks how a new model begins.
fn choose_new(app: &mut App) -> Vec<Effect> {
    let ways = vec![NewModel::FromLeads, NewModel::Empty, NewModel::Template];
    let items = [
        (msg!("models-new-leads"), msg!("models-new-leads-note")),
        (msg!("models-new-empty"), msg!("models-new-empty-note")),
        (msg!("models-new-template"), msg!("models-new-template-note")),
    ];
    choose(app, msg!("models-new"), ways, &items)
}

fn choose(
    app: &mut App,
    title: crate::text::Msg,
    ways: Vec<NewModel>,
    items: &[(crate::text::Msg, crate::text::Msg)],
) -> Vec<Effect> {
    let items = items.iter().map(|(text, note)| Item::new(app.say(text), app.say(note))).collect();
    let picker = Picker::new(items, false);
    app.overlays.push(Overlay::Choosing(Choosing { title, picker, choices: Choices::NewModel(ways) }));
    Vec::new()
}

/// Goes on from how a new model begins.
pub(super) fn chosen(app: &mut App, way: NewModel) -> Vec<Effect> {
    match way {
        NewModel::FromLeads | NewModel::Empty => {
            let from_leads = matches!(way, NewModel::FromLeads);
            app.overlays.push(Overlay::Prompt(Prompt::new(Purpose::NewModel { from_leads }, "")));
            Vec::new()
        }
        NewModel::Template => {
            app.overlays.pop();
            crate::tui::update::perform(app, Action::UseTemplate)
        }
        NewModel::Put(model) => task(ModelTask::Put(model)),
    }
}

/// Takes in what the worker says of models.
pub fn news(app: &mut App, news: ModelsNews) -> Vec<Effect> {
    match news {
        ModelsNews::Listed(models) => {
            let on = app.overlays.iter().find_map(|over| match over {
                Overlay::Models(list) => list.shown(app).get(list.row).map(|info| info.handle.clone()),
                _ => None,
            });
            app.models = models;
            // The cursor stays on its model, wherever that is now.
            let shown = |list: &ModelsList| list.shown(app).iter().position(|info| Some(&info.handle) == on.as_ref());
            let row = app.overlays.iter().find_map(|over| match over {
                Overlay::Models(list) => shown(list),
                _ => None,
            });
            if let Some(Overlay::Models(list)) = app.overlays.iter_mut().find(|over| matches!(over, Overlay::Models(_)))
            {
                list.row = row.unwrap_or(list.row);
            }
        }
        ModelsNews::Deleted { handle, name, was_open } => {
            app.deleted = Some((handle, was_open));
            app.deleting = false;
            app.tell_done(msg!("shell-model-deleted", name = name));
        }
        ModelsNews::Versions(versions) => VersionsList::arrived(app, versions),
        ModelsNews::Read(read) => return was_read(app, read),
        ModelsNews::Exists { model, path } => {
            let question = msg!("models-ask-overwrite", path = path.display().to_string());
            let effect = Effect::Models(ModelTask::Export { model, path, overwrite: true });
            app.overlays.push(Overlay::Confirm(Confirm { question, effect, yes: false }));
        }
    }
    Vec::new()
}

/// A model file was read: it comes in, or asks what to do about its name, or shows what is wrong.
fn was_read(app: &mut App, read: Result<Box<Model>, Vec<Problem>>) -> Vec<Effect> {
    let Some(Overlay::ModelFile(chooser)) = app.overlays.last_mut() else { return Vec::new() };
    match read {
        Err(problems) => {
            chooser.problems = problems;
            Vec::new()
        }
        Ok(model) if is_taken(app, &model.name) => {
            app.overlays.pop();
            let name = model.name.clone();
            let free = free_name(app, &name);
            let beside = Model { name: free.clone(), ..(*model).clone() };
            let items = [
                (msg!("models-put-beside", name = free), msg!("models-put-beside-note")),
                (msg!("models-put-over", name = &name), msg!("models-put-over-note")),
            ];
            let ways = vec![NewModel::Put(Box::new(beside)), NewModel::Put(model)];
            choose(app, msg!("models-put", name = name), ways, &items)
        }
        Ok(model) => {
            app.overlays.pop();
            task(ModelTask::Put(model))
        }
    }
}
