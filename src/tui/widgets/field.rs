//! A line of text that a person writes, with its cursor.

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use tui_input::Input;
use tui_input::InputRequest;
use tui_input::backend::crossterm::to_input_request;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::show;
use crate::tui::keys::Key;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::fill;
use crate::tui::widgets::narrow;
use crate::tui::widgets::put;
use crate::tui::widgets::row;

/// A text field as wide as its place.
#[derive(Debug)]
pub struct Field<'a> {
    pub input: &'a Input,
    pub focused: bool,
    /// Shown while nothing is written.
    pub hint: &'a str,
    pub theme: &'a Theme,
}

/// Gives the field a key; returns whether it was one that edits text.
pub fn edit(input: &mut Input, key: Key) -> bool {
    let request = to_input_request(&Event::Key(key.to_event()));
    request.is_some_and(|request| {
        input.handle(request);
        true
    })
}

/// Writes pasted text at the cursor, as one line without control characters.
pub fn paste(input: &mut Input, text: &str) {
    for char in text.trim_end_matches(['\r', '\n']).chars() {
        let char = if matches!(char, '\n' | '\t') { ' ' } else { char };
        // What would have to be made visible is left out: the cursor counts what is written.
        if show(char.encode_utf8(&mut [0; 4])) == *char.to_string() {
            input.handle(InputRequest::InsertChar(char));
        }
    }
}

impl Field<'_> {
    /// Returns where the cursor stands, if the field has it.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        if !self.focused || area.is_empty() {
            return None;
        }
        let (_, cursor) = self.window(area.width);
        Some(Position { x: area.x + cursor.min(area.width - 1), y: area.y })
    }

    /// The part of the text that is shown, and the cursor's column in it.
    fn window(&self, wide: u16) -> (String, u16) {
        let before: String = self.input.value().chars().take(self.input.cursor()).collect();
        // One column is kept for the cursor after the last character.
        let room = usize::from(wide).saturating_sub(1);
        let mut skipped = 0;
        let mut shown_before: usize = before.graphemes(true).map(UnicodeWidthStr::width).sum();
        for cluster in before.graphemes(true) {
            if shown_before <= room {
                break;
            }
            shown_before -= cluster.width();
            skipped += cluster.len();
        }
        let shown = self.input.value().get(skipped..).unwrap_or_default();
        (shown.to_owned(), narrow(shown_before))
    }
}

impl Widget for &Field<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let line = row(area.intersection(buf.area), 0);
        if line.is_empty() {
            return;
        }
        fill(buf, line, ' ', self.theme.style(Role::Input));
        if self.input.value().is_empty() {
            put(buf, line, self.hint, Align::Left, self.theme.style(Role::Muted), self.theme);
            return;
        }
        let (text, _) = self.window(line.width);
        buf.set_stringn(line.x, line.y, text, usize::from(line.width), self.theme.style(Role::Input));
    }
}
