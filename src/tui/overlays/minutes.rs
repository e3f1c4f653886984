//! The minutes of a review, to be written to a file. Never here: what stands in them.

use crate::tui::app::App;
use crate::tui::app::Effect;

/// Asks where the minutes of a review go.
pub fn open(_app: &mut App, _review: i64) -> Vec<Effect> {
    Vec::new()
}
