//! (to be drawn)

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::overlays::Overlay;

pub(super) fn render(_app: &App, _overlay: &Overlay, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
    None
}

pub(super) fn footer(_overlay: &Overlay) -> &'static [&'static [Action]] {
    &[]
}
