//! Moving a cursor along rows: the same everywhere. Never here: what the rows are.

use crate::tui::actions::Action;

/// Returns which of `n` rows an action moves to from `row`, none if it does not move along rows.
pub fn moved(action: Action, row: usize, n: usize, page: usize) -> Option<usize> {
    let last = n.saturating_sub(1);
    let to = match action {
        Action::MoveUp => row.saturating_sub(1),
        Action::MoveDown => row + 1,
        Action::PageUp => row.saturating_sub(page),
        Action::PageDown => row + page,
        Action::MoveFirst => 0,
        Action::MoveLast => last,
        _ => return None,
    };
    Some(to.min(last))
}
