//! How many leads each zone gets and can take, and who waits too long.

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;

/// Where the cursor is.
#[derive(Clone, Debug, Default)]
pub struct CapacityView {
    pub row: usize,
}

/// Asks for what the page shows, if it is not there yet.
pub fn enter(_app: &mut App) -> Vec<Effect> {
    Vec::new()
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(_app: &mut App, _action: Action) -> Option<Vec<Effect>> {
    None
}
