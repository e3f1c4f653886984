//! Bringing a file in: choosing it, seeing what was found in it, importing it, and what came of it.

use std::path::PathBuf;

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::FolderListing;

/// Where the import stands.
#[derive(Clone, Debug, Default)]
pub struct ImportView {
    pub kind: ImportKind,
    pub listing: Option<FolderListing>,
    pub row: usize,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportKind {
    #[default]
    Leads,
    Events,
}

/// What the screen asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportRequest {
    Inspect { path: PathBuf, kind: ImportKind },
}

/// What came of it.
pub enum ImportDone {}

pub fn kind_of(action: Action) -> ImportKind {
    if action == Action::ImportEvents { ImportKind::Events } else { ImportKind::Leads }
}

/// The screen was opened.
pub fn enter(app: &mut App) -> Vec<Effect> {
    let here = app.import.listing.as_ref().map_or_else(|| PathBuf::from("."), |listing| listing.path.clone());
    vec![Effect::ListFolder(here)]
}

pub fn listed(app: &mut App, listing: FolderListing) {
    app.import.listing = Some(listing);
}

pub fn job(_app: &mut App, done: ImportDone) -> Vec<Effect> {
    match done {}
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(_app: &mut App, _action: Action) -> Option<Vec<Effect>> {
    None
}
