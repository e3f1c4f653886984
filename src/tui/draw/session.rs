//! How a review that is being held looks: the lead's card, the tally, what was said last.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::tui::actions::Action;
use crate::tui::app::App;

pub(super) fn render(_app: &App, _area: Rect, _buf: &mut Buffer) -> Option<Position> {
    None
}

/// The actions of the footer.
pub(super) fn footer(_app: &App) -> &'static [&'static [Action]] {
    &[
        &[Action::TooEarly],
        &[Action::TooLate],
        &[Action::OffTarget],
        &[Action::Right],
        &[Action::SkipLead],
        &[Action::Back],
    ]
}
