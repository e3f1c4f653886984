//! What forms share: moving among rows, and reading numbers as people type them.

use crate::tui::actions::Action;
use crate::tui::cursor;

/// Reads a whole number as typed: a sign (`-` or `−`) and digits, with or without spaces between groups.
pub fn whole(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '−' { '-' } else { c }).collect();
    plain.parse().ok()
}

/// Returns the row an action moves to, none if it does not move.
pub fn moved(action: Action, row: usize, n_rows: usize) -> Option<usize> {
    let last = n_rows.saturating_sub(1);
    match action {
        Action::NextPane => Some(if row >= last { 0 } else { row + 1 }),
        Action::PreviousPane => Some(if row == 0 { last } else { row - 1 }),
        // A form is one page.
        _ => cursor::moved(action, row, n_rows, n_rows),
    }
}
