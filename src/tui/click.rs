//! The mouse: what a click, a drag or the wheel means where it happened.

use crossterm::event::MouseEvent;

use crate::tui::app::App;
use crate::tui::app::Effect;

/// Takes a mouse event in.
pub fn click(_app: &mut App, _mouse: MouseEvent) -> Vec<Effect> {
    Vec::new()
}
