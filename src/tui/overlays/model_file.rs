//! Choosing a model file to bring in, and what is wrong with the one that was chosen.

use crate::problem::Problem;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::FolderListing;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::models::ModelTask;
use crate::tui::screens::import::files::Chosen;
use crate::tui::screens::import::files::Files;

/// What a model file is usually called.
const ENDINGS: &[&str] = &["ron"];

/// A folder to choose from.
pub struct ModelFile {
    pub files: Files,
    /// What is wrong with the file that was chosen last.
    pub problems: Vec<Problem>,
}

impl ModelFile {
    /// Opens the chooser on the folder where the last file came from.
    pub(super) fn open(app: &mut App) -> Vec<Effect> {
        app.overlays.push(Overlay::ModelFile(ModelFile { files: Files::of(ENDINGS), problems: Vec::new() }));
        vec![Effect::ListFolder(app.import.files.folder())]
    }

    /// A folder was listed.
    pub fn listed(&mut self, listing: FolderListing, lang: crate::text::Lang) {
        self.problems.clear();
        // What was typed led here.
        self.files.listing = None;
        self.files.show(listing, lang);
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = app.area.height / 2;
    let Some(Overlay::ModelFile(chooser)) = app.overlays.last_mut() else { return None };
    if chooser.files.move_cursor(action, page) {
        return Some(Vec::new());
    }
    if action != Action::Accept {
        return None;
    }
    chooser.problems.clear();
    Some(match chooser.files.chosen() {
        Chosen::Nothing => Vec::new(),
        Chosen::Folder(path) => vec![Effect::ListFolder(path)],
        Chosen::Path(path) => vec![Effect::Models(ModelTask::Read(path))],
    })
}
