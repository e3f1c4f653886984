//! What forms share: moving among rows, and reading numbers as people type them.

use crate::tui::actions::Action;

/// Reads a whole number as typed: a sign (`-` or `−`) and digits, with or without spaces between groups.
pub fn whole(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '−' { '-' } else { c }).collect();
    plain.parse().ok()
}

/// Returns the row an action moves to, none if it does not move.
pub fn moved(action: Action, row: usize, n_rows: usize) -> Option<usize> {
    let last = n_rows.saturating_sub(1);
    match action {
        Action::MoveUp => Some(row.saturating_sub(1)),
        Action::MoveDown => Some((row + 1).min(last)),
        Action::NextPane => Some(if row >= last { 0 } else { row + 1 }),
        Action::PreviousPane => Some(if row == 0 { last } else { row - 1 }),
        Action::MoveFirst | Action::PageUp => Some(0),
        Action::MoveLast | Action::PageDown => Some(last),
        _ => None,
    }
}
