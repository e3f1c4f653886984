//! The zones of a model: a list, and the form of one.

use crate::tui::app::App;
use crate::tui::app::Effect;

/// Opens the list of the zones.
pub fn open(_: &mut App) -> Vec<Effect> {
    Vec::new()
}
