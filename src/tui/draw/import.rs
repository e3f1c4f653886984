//! (to be drawn)

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::tui::app::App;

pub(super) fn render(_app: &App, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
    None
}
use crate::tui::actions::Action;

pub(super) fn footer(_app: &App) -> &'static [&'static [Action]] {
    &[&[Action::MoveUp, Action::MoveDown], &[Action::Open], &[Action::Back]]
}
