//! The line that says what just happened.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::text::width;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::put;
use crate::tui::widgets::row;
use crate::tui::widgets::span;

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    Good,
    Warn,
    Bad,
}

/// A message, and one thing to do about it.
#[derive(Debug)]
pub struct Toast<'a> {
    pub tone: Tone,
    pub text: &'a str,
    /// (keys, label), such as `u undo`.
    pub offer: Option<(&'a str, &'a str)>,
    pub theme: &'a Theme,
}

impl Toast<'_> {
    /// Returns where the offer stands, to be clicked; empty without one.
    pub fn offer_place(&self, area: Rect) -> Rect {
        let line = row(area, 0);
        let Some((keys, label)) = self.offer else { return span(line, 0, 0) };
        let offer = width(keys) + 1 + width(label);
        let text = 3 + width(self.text) + 3;
        let room = usize::from(line.width).saturating_sub(1);
        span(line, text.min(room.saturating_sub(offer)), offer.min(room))
    }
}

impl Widget for &Toast<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let line = row(area.intersection(buf.area), 0);
        let (theme, glyphs) = (self.theme, &self.theme.glyphs);
        let (sign, role) = match self.tone {
            Tone::Plain => (' ', Role::Text),
            Tone::Good => (glyphs.check, Role::Good),
            Tone::Warn => ('!', Role::Warn),
            Tone::Bad => (glyphs.cross, Role::Bad),
        };
        let offer = self.offer_place(line);
        let room = if offer.is_empty() { line.right() } else { offer.x.saturating_sub(1) }.saturating_sub(line.x);
        put(buf, span(line, 1, 1), &sign.to_string(), Align::Left, theme.style(role), theme);
        let text = span(line, 3, usize::from(room).saturating_sub(3));
        put(buf, text, self.text, Align::Left, theme.style(role), theme);
        if let Some((keys, label)) = self.offer {
            put(buf, offer, keys, Align::Left, theme.style(Role::Key), theme);
            let rest = span(offer, width(keys) + 1, usize::from(offer.width));
            put(buf, rest, label, Align::Left, theme.style(Role::Muted), theme);
        }
    }
}
