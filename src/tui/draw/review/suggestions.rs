//! How the page looks: What the verdicts say should change.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::actions::Action;
use crate::tui::app::App;

pub(super) fn render(_app: &App, _area: Rect, _buf: &mut Buffer) {}

/// The actions of the footer.
pub(super) const FOOTER: &[&[Action]] = &[&[Action::MoveUp, Action::MoveDown], &[Action::Back]];
