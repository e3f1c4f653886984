//! How far a long job is, in a line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::text::width;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::fill;
use crate::tui::widgets::put;
use crate::tui::widgets::row;
use crate::tui::widgets::span;

/// A bar and what it says: the count and the rate.
#[derive(Debug)]
pub struct Gauge<'a> {
    pub done: u64,
    /// Nothing when the end is not known: then only the text tells.
    pub total: Option<u64>,
    pub text: &'a str,
    pub theme: &'a Theme,
}

/// A bar narrower than this says nothing.
const NARROWEST: usize = 8;

impl Widget for &Gauge<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let line = row(area.intersection(buf.area), 0);
        let wide = usize::from(line.width).saturating_sub(width(self.text) + 3);
        let (theme, glyphs) = (self.theme, &self.theme.glyphs);
        let Some(total) = self.total.filter(|_| wide >= NARROWEST) else {
            put(buf, line, self.text, Align::Left, theme.style(Role::Text), theme);
            return;
        };
        let done = u128::from(self.done.min(total)) * wide as u128 / u128::from(total.max(1));
        let done = usize::try_from(done).unwrap_or(wide);
        fill(buf, span(line, 0, 1), '[', theme.style(Role::Muted));
        fill(buf, span(line, 1, done), glyphs.gauge_full, theme.style(Role::Good));
        fill(buf, span(line, 1 + done, wide - done), glyphs.gauge_empty, theme.style(Role::Muted));
        fill(buf, span(line, 1 + wide, 1), ']', theme.style(Role::Muted));
        put(buf, span(line, wide + 3, usize::from(line.width)), self.text, Align::Left, theme.style(Role::Text), theme);
    }
}
