//! The settings of an axis.

use crate::model::Side;
use crate::tui::app::App;
use crate::tui::app::Effect;

pub fn open(_: &mut App, _: Side) -> Vec<Effect> {
    Vec::new()
}
