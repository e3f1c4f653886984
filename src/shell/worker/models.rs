//! The worker's part in a workspace's models as such, and in the instant that leads are looked at. Never here: what is done to the file.

use std::path::Path;
use std::path::PathBuf;

use crate::model::Model;
use crate::model::Words;
use crate::model::parse;
use crate::model::parse_bytes;
use crate::msg;
use crate::problem::Problem;
use crate::shell::files;
use crate::shell::files::now;
use crate::shell::intake;
use crate::shell::manage;
use crate::shell::open;
use crate::shell::open::Standing;
use crate::shell::saving;
use crate::shell::state::State;
use crate::shell::worker::Worker;
use crate::store::Store;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::JobDone;
use crate::tui::overlays::as_of::AsOf;
use crate::tui::overlays::models::ModelInfo;
use crate::tui::overlays::models::ModelState;
use crate::tui::overlays::models::ModelTask;
use crate::tui::overlays::models::ModelsNews;
use crate::tui::overlays::versions::Version;
use crate::tui::overlays::versions::VersionsOf;
use crate::workbench::blank;
use crate::workbench::starter;

impl Worker {
    /// Does something to the workspace's models, and tells what came of it.
    pub(super) fn models(&mut self, task: ModelTask) -> Result<(), Problem> {
        match task {
            ModelTask::List => self.list(None),
            ModelTask::Open(name) => self.open_model(&name),
            ModelTask::New { name, from_leads } => self.add_new(&name, from_leads),
            ModelTask::Put(model) => self.put(&model),
            ModelTask::Copy { from, to } => {
                manage::copy(self.writing()?, &from, &to, now())?;
                self.open_and_tell(&to, msg!("shell-model-copied", from = from, to = &to))
            }
            ModelTask::Rename { from, to } => self.rename(&from, &to),
            ModelTask::Archive { model, archived } => self.archive(&model, archived),
            ModelTask::Delete(name) => self.delete(name),
            ModelTask::Restore { handle, open } => {
                let name = manage::restore(self.writing()?, &handle)?;
                let told = msg!("models-restored", name = &name);
                if open { self.open_and_tell(&name, told) } else { self.list(Some(told)) }
            }
            ModelTask::Versions(handle) => self.tell_versions(handle),
            ModelTask::Baseline { model, version } => self.set_baseline(model, &version),
            ModelTask::Read(path) => self.read(&path),
            ModelTask::Export { model, path, overwrite } => self.export(model, path, overwrite),
        }
    }

    /// Looks at the open workspace as of another instant.
    pub(super) fn look_as_of(&mut self, as_of: AsOf) -> Result<(), Problem> {
        self.as_of = as_of;
        let open = self.open_name();
        let answer = self.show_under(open.as_deref(), None, true)?;
        self.answer(answer);
        Ok(())
    }

    fn open_name(&self) -> Option<String> {
        self.desk.as_ref().map(|desk| desk.standing.name.clone())
    }

    /// Makes a model the one in use and opens it.
    fn open_and_tell(&mut self, name: &str, told: Msg) -> Result<(), Problem> {
        self.writing()?.set_setting(open::MODEL, Some(name))?;
        self.show_and_tell(Some(name), told)
    }

    /// Tells which models there are, and what was done.
    fn list(&mut self, told: Option<Msg>) -> Result<(), Problem> {
        self.listed = infos(self.writing()?)?;
        self.tell(JobDone::Models(ModelsNews::Listed(self.listed.clone())));
        if let Some(told) = told {
            self.tell(JobDone::Told(told));
        }
        Ok(())
    }

    fn open_model(&mut self, name: &str) -> Result<(), Problem> {
        let store = self.writing()?;
        if store.models()?.iter().any(|row| row.name == name && row.archived) {
            manage::archive(store, name, false)?;
        }
        self.open_and_tell(name, msg!("shell-model-open", name = name))
    }

    fn add_new(&mut self, name: &str, from_leads: bool) -> Result<(), Problem> {
        let store = self.writing()?;
        let model = if from_leads { starter(&store.dataset()?, now()) } else { blank() };
        let model = Model { name: name.to_owned(), title: Words::None, ..model };
        store.add_model(name, &open::written(&model)?, now())?;
        self.open_and_tell(name, msg!("models-made", name = name))
    }

    fn put(&mut self, model: &Model) -> Result<(), Problem> {
        let told = if manage::put(self.writing()?, model, now())? {
            msg!("models-put-in", name = &model.name)
        } else {
            msg!("models-put-again", name = &model.name)
        };
        self.open_and_tell(&model.name, told)
    }

    /// Adds a model, under a name of its own where that one is taken, and opens it; makes a workspace if none is open.
    pub(super) fn add_model(&mut self, mut model: Model) -> Result<(), Problem> {
        if self.store.is_none() {
            let path = &self.setup.paths.workspace;
            path.parent().map_or(Ok(()), files::make_folder)?;
            self.store = Some(Store::create(path, now())?);
            State::remember(&self.setup.paths.state, path);
        }
        let store = self.writing()?;
        model.name = manage::free_name(store, &model.name)?;
        store.add_model(&model.name, &open::written(&model)?, now())?;
        self.open_and_tell(&model.name, msg!("shell-template-added", name = &model.name))
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Problem> {
        manage::rename(self.writing()?, from, to, now())?;
        for (_, name) in self.openings.iter_mut().filter(|(_, name)| name == from) {
            to.clone_into(name);
        }
        let told = msg!("shell-model-renamed", from = from, to = to);
        if self.open_name().as_deref() != Some(from) {
            return self.list(Some(told));
        }
        let answer = self.show_under(Some(to), Some(told), true)?;
        self.answer(answer);
        Ok(())
    }

    fn archive(&mut self, name: &str, archived: bool) -> Result<(), Problem> {
        manage::archive(self.writing()?, name, archived)?;
        let told = if archived { msg!("models-archived", name = name) } else { msg!("models-unarchived", name = name) };
        // The one that is open stays open: whoever put it away is still looking at it.
        self.list(Some(told))
    }

    fn delete(&mut self, name: String) -> Result<(), Problem> {
        let handle = manage::delete(self.writing()?, &name, now())?;
        let was_open = self.open_name().as_deref() == Some(&*name);
        let shown = if was_open {
            self.show_under(None, None, true).map(|answer| self.answer(answer))
        } else {
            self.list(None)
        };
        // After the state, so that it is what the message line says.
        self.tell(JobDone::Models(ModelsNews::Deleted { handle, name, was_open }));
        shown
    }

    fn tell_versions(&mut self, handle: String) -> Result<(), Problem> {
        let versions = versions_of(self.writing()?, handle)?;
        self.tell(JobDone::Models(ModelsNews::Versions(Box::new(versions))));
        Ok(())
    }

    fn set_baseline(&mut self, model: String, version: &str) -> Result<(), Problem> {
        let store = self.store.as_mut().ok_or_else(|| Problem::refused(msg!("shell-nothing-open")))?;
        store.set_baseline(&model, Some(version))?;
        let told = msg!("versions-baseline", name = version);
        match &mut self.desk {
            Some(desk) if desk.standing.name == model => {
                desk.standing = Standing::read(store, &model)?;
                self.reload(Some(told));
            }
            _ => self.tell(JobDone::Told(told)),
        }
        self.tell_versions(model)
    }

    fn read(&mut self, path: &Path) -> Result<(), Problem> {
        let path = intake::home(path);
        if path.is_dir() {
            self.tell(JobDone::Folder(intake::list_folder(&path)?));
            return Ok(());
        }
        let in_file = |problem: Problem| problem.in_file(path.display().to_string());
        let read = files::read(&path, files::MOST_BYTES).map_err(|problem| vec![problem]);
        let read = read.and_then(|bytes| {
            let parsed = parse_bytes(&bytes).map(Box::new);
            parsed.map_err(|problems| problems.into_iter().map(in_file).collect())
        });
        self.tell(JobDone::Models(ModelsNews::Read(read)));
        Ok(())
    }

    fn export(&mut self, model: String, path: PathBuf, overwrite: bool) -> Result<(), Problem> {
        let ron = self.writing()?.model(&model)?.ron;
        let whole = intake::home(&path);
        if !overwrite && std::fs::symlink_metadata(&whole).is_ok() {
            self.tell(JobDone::Models(ModelsNews::Exists { model, path }));
            return Ok(());
        }
        files::write(&whole, ron.as_bytes(), overwrite)?;
        let whole = std::fs::canonicalize(&whole).unwrap_or(whole);
        self.tell(JobDone::Told(msg!("cli-written", path = whole.display().to_string())));
        Ok(())
    }
}

/// Reads a model's versions for the screen.
pub(in crate::shell) fn versions_of(store: &Store, handle: String) -> Result<VersionsOf, Problem> {
    let found = manage::versions(store, &handle)?;
    let version = |version: crate::cli::Version| Version {
        name: version.name,
        reason: version.reason,
        at: version.at,
        model: version.model,
    };
    let versions = found.versions.into_iter().map(version).collect();
    Ok(VersionsOf { handle, draft: found.draft, versions, baseline: found.baseline })
}

/// Reads a model; one without a baseline gets what it is now as one.
pub(super) fn with_baseline(store: &mut Store, name: &str, lang: Lang) -> Result<Standing, Problem> {
    let standing = Standing::read(store, name)?;
    if standing.baseline.is_some() {
        return Ok(standing);
    }
    // Where it cannot be kept, the model is shown against itself all the same.
    let reason = lang.say(&msg!("shell-start-reason"));
    let made = saving::add_version(store, &standing, open::START, &reason, now());
    let set = made.and_then(|made| made.map_or(Ok(()), |version| store.set_baseline(name, Some(&version))));
    match set {
        Ok(()) => Standing::read(store, name),
        Err(_) => Ok(standing),
    }
}

/// Returns all models: those at work in the order of their making, then the archived ones, then the deleted, newest first.
pub(in crate::shell) fn infos(store: &Store) -> Result<Vec<ModelInfo>, Problem> {
    let mut rows = store.models()?;
    rows.sort_by_key(|row| (row.archived, row.created));
    let info = |handle: String, name: String, state, changed| -> Result<ModelInfo, Problem> {
        let model = parse(&store.model(&handle)?.ron).ok();
        Ok(ModelInfo {
            n_versions: store.versions(&handle)?.len(),
            handle,
            name,
            title: model.as_ref().map(|model| model.title.clone()).unwrap_or_default(),
            state,
            changed,
            n_criteria: model.map(|model| model.criteria().count()),
        })
    };
    let mut infos = Vec::new();
    for row in rows {
        let state = if row.archived { ModelState::Archived } else { ModelState::Active };
        infos.push(info(row.name.clone(), row.name, state, row.changed)?);
    }
    for row in store.deleted_models()? {
        infos.push(info(row.handle, row.name, ModelState::Deleted, row.deleted)?);
    }
    Ok(infos)
}
