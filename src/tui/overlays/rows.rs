//! What forms share: moving among rows and cells, and reading numbers, windows and texts as people type them.

use tui_input::Input;

use crate::model::MAX_DAYS;
use crate::model::Window;
use crate::model::Words;
use crate::msg;
use crate::text::Msg;
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

/// Returns the cell an action moves to, none if it does not move. Every line has so many cells, and tells whether it is
/// a row of a table: up and down keep the column within a table, else go to the first cell; the others go from cell to cell.
pub fn moved_in_lines(action: Action, cell: usize, lines: &[(usize, bool)]) -> Option<usize> {
    let n_cells = lines.iter().map(|(n, _)| n).sum();
    if !matches!(action, Action::MoveUp | Action::MoveDown) {
        return moved(action, cell, n_cells);
    }
    let (mut line, mut column) = (0, cell);
    while line + 1 < lines.len() && lines[line].0 <= column {
        column -= lines[line].0;
        line += 1;
    }
    let to = moved(action, line, lines.len())?;
    let first: usize = lines[..to].iter().map(|(n, _)| n).sum();
    let kept = lines[to].1 && lines[line].1 || to == line;
    Some(first + if kept { column.min(lines[to].0.saturating_sub(1)) } else { 0 })
}

/// A window being typed: its length and unit; empty = none.
#[derive(Clone, Debug, Default)]
pub struct WindowInput {
    pub length: Input,
    pub hours: bool,
}

impl WindowInput {
    pub fn of(window: Option<Window>) -> WindowInput {
        let (length, hours) = match window {
            None => (String::new(), false),
            Some(Window::Days(days)) => (days.to_string(), false),
            Some(Window::Hours(hours)) => (hours.to_string(), true),
        };
        WindowInput { length: Input::new(length), hours }
    }

    /// Returns the window; the error says what a window may be.
    pub fn read(&self) -> Result<Option<Window>, Msg> {
        let text = self.length.value().trim();
        if text.is_empty() {
            return Ok(None);
        }
        let most = if self.hours { MAX_DAYS * 24 } else { MAX_DAYS };
        let length = whole(text).and_then(|n| u32::try_from(n).ok()).filter(|n| (1..=most).contains(n));
        let length = length.ok_or_else(|| msg!("form-window-bounds", days = MAX_DAYS))?;
        Ok(Some(if self.hours { Window::Hours(length) } else { Window::Days(length) }))
    }
}

/// Text for people being typed: the same in both languages, or one text in each.
#[derive(Clone, Debug, Default)]
pub struct WordsInput {
    /// Whether each language has its own.
    pub each: bool,
    /// The text, or the English one.
    pub text: Input,
    pub french: Input,
}

impl WordsInput {
    pub fn of(words: &Words) -> WordsInput {
        match words {
            Words::None => WordsInput::default(),
            Words::Plain(text) => WordsInput { text: Input::new(text.clone()), ..WordsInput::default() },
            Words::Each { en, fr } => {
                WordsInput { each: true, text: Input::new(en.clone()), french: Input::new(fr.clone()) }
            }
        }
    }

    /// Parts the languages, beginning with what is there, or shows one text again; what was typed in French is kept.
    pub fn toggle_each(&mut self) {
        self.each = !self.each;
        if self.each && self.french.value().is_empty() {
            self.french = Input::new(self.text.value().to_owned());
        }
    }

    /// Returns the words; empty ones are none. A language left empty says what the other says.
    pub fn read(&self) -> Words {
        let (text, french) = (self.text.value().trim().to_owned(), self.french.value().trim().to_owned());
        match (self.each, text.is_empty(), french.is_empty()) {
            (false, true, _) | (true, true, true) => Words::None,
            (false, false, _) | (true, false, true) => Words::Plain(text),
            (true, true, false) => Words::Plain(french),
            (true, false, false) => Words::Each { en: text, fr: french },
        }
    }
}
