//! The versions of a model, in the order of time with the draft on top: what changed, which one is the baseline, one as the draft again.
//! A version is never changed.

use crate::model::Edit;
use crate::model::Model;
use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::models::ModelTask;
use crate::tui::overlays::models::task;
use crate::tui::overlays::naming::VersionForm;
use crate::tui::update::edit;

/// A model's versions as they stand in the workspace.
pub struct VersionsOf {
    /// What the workspace knows the model by.
    pub handle: String,
    pub draft: Model,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// The name of the version that changes are shown against.
    pub baseline: Option<String>,
}

/// A named state of a model.
pub struct Version {
    pub name: String,
    pub reason: String,
    /// UTC seconds.
    pub at: i64,
    pub model: Model,
}

/// The list of versions; nothing but its name until they arrive.
pub struct VersionsList {
    pub handle: String,
    /// What people call the model.
    pub name: String,
    /// Newest first.
    pub found: Option<Box<VersionsOf>>,
    /// 0 is the draft, then the versions from the newest.
    pub row: usize,
    /// Whether a version is compared with the one before it instead of with the draft.
    pub stepwise: bool,
    /// The first difference shown.
    pub first: usize,
}

impl VersionsList {
    /// Opens the list and asks for its versions.
    pub fn open(app: &mut App, handle: String, name: String) -> Vec<Effect> {
        let list = VersionsList { handle: handle.clone(), name, found: None, row: 0, stepwise: false, first: 0 };
        app.overlays.push(Overlay::Versions(list));
        task(ModelTask::Versions(handle))
    }

    /// Opens the list of the model on the workbench.
    pub fn of_the_open_one(app: &mut App) -> Vec<Effect> {
        let name = app.bench.as_ref().map(|bench| bench.model().name.clone());
        name.map_or_else(Vec::new, |name| VersionsList::open(app, name.clone(), name))
    }

    /// The versions have arrived, for the list that waits for them.
    pub(super) fn arrived(app: &mut App, versions: Box<VersionsOf>) {
        let list = app.overlays.iter_mut().find_map(|over| match over {
            Overlay::Versions(list) if list.handle == versions.handle => Some(list),
            _ => None,
        });
        if let Some(list) = list {
            list.row = list.row.min(versions.versions.len());
            list.found = Some(versions);
        }
    }

    /// Returns the version under the cursor; none on the draft.
    pub fn current(&self) -> Option<&Version> {
        let found = self.found.as_ref()?;
        found.versions.iter().rev().nth(self.row.checked_sub(1)?)
    }

    /// Returns what is compared: from which model to which.
    pub fn compared<'a>(&'a self, app: &'a App) -> Option<(&'a Model, &'a Model)> {
        let found = self.found.as_ref()?;
        let draft = self.draft(app)?;
        let newest_first: Vec<&Version> = found.versions.iter().rev().collect();
        match self.row.checked_sub(1) {
            // What the draft brings since the newest version.
            None => newest_first.first().map(|version| (&version.model, draft)),
            Some(row) if self.stepwise => {
                newest_first.get(row + 1).map(|before| (&before.model, &newest_first[row].model))
            }
            Some(row) => newest_first.get(row).map(|version| (&version.model, draft)),
        }
    }

    /// Returns the model as it stands, on the workbench if it is there.
    fn draft<'a>(&'a self, app: &'a App) -> Option<&'a Model> {
        let open = app.bench.as_ref().map(crate::workbench::Workbench::model);
        open.filter(|model| model.name == self.handle).or(self.found.as_ref().map(|found| &found.draft))
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = usize::from(app.area.height / 4).max(1);
    let Some(Overlay::Versions(list)) = app.overlays.last_mut() else { return None };
    let n = list.found.as_ref().map_or(1, |found| found.versions.len() + 1);
    match action {
        Action::PageUp => list.first = list.first.saturating_sub(page),
        Action::PageDown => list.first += page,
        Action::CompareWith => (list.stepwise, list.first) = (!list.stepwise, 0),
        Action::SetBaseline => return Some(set_baseline(app)),
        Action::RestoreVersion => return Some(restore(app)),
        Action::SaveVersion => return Some(save(app)),
        _ => {
            list.row = moved(action, list.row, n, n)?;
            list.first = 0;
        }
    }
    Some(Vec::new())
}

/// Shows the matrix's changes against the version under the cursor from now on.
fn set_baseline(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Versions(list)) = app.overlays.last() else { return Vec::new() };
    let Some(version) = list.current() else {
        app.tell(Tone::Plain, msg!("versions-draft-no-baseline"));
        return Vec::new();
    };
    task(ModelTask::Baseline { model: list.handle.clone(), version: version.name.clone() })
}

/// Makes the draft what the version under the cursor is: an edit like any other, to be undone like any other.
fn restore(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Versions(list)) = app.overlays.last() else { return Vec::new() };
    let Some(version) = list.current() else {
        app.tell(Tone::Plain, msg!("versions-is-draft"));
        return Vec::new();
    };
    let (handle, name) = (list.handle.clone(), version.name.clone());
    // The model may have had another name then.
    let model = Model { name: handle.clone(), ..version.model.clone() };
    let open = app.bench.as_ref().map(crate::workbench::Workbench::model);
    match open {
        Some(open) if open.name == handle && *open == model => {
            app.tell(Tone::Plain, msg!("versions-same", name = name));
            Vec::new()
        }
        Some(open) if open.name == handle => {
            app.overlays.clear();
            let effects = edit(app, Edit::Replace(Box::new(model)));
            if !effects.is_empty() {
                app.tell_done(msg!("versions-restored", name = name));
            }
            effects
        }
        _ => {
            app.tell(Tone::Plain, msg!("versions-open-first"));
            Vec::new()
        }
    }
}

fn save(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Versions(list)) = app.overlays.last() else { return Vec::new() };
    if app.bench.as_ref().is_some_and(|bench| bench.model().name == list.handle) {
        app.overlays.push(Overlay::Version(VersionForm::default()));
    } else {
        app.tell(Tone::Plain, msg!("versions-open-first"));
    }
    Vec::new()
}
