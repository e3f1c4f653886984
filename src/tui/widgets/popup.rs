//! A text over the screen, to scroll and read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::tui::widgets::row;
use crate::tui::widgets::scrollbar;
use crate::tui::widgets::span;

/// Lines that are already as narrow as the popup.
#[derive(Debug)]
pub struct Popup<'a> {
    pub title: &'a str,
    /// Shown at the right of the title: how to close it.
    pub note: &'a str,
    pub lines: &'a [(Role, String)],
    /// Index of the first line shown.
    pub first: usize,
    pub theme: &'a Theme,
}

/// Returns a place of at most this size, borders included, in the middle of an area, with some of the screen left around.
pub fn popup_area(area: Rect, wide: u16, high: u16) -> Rect {
    let wide = wide.min(area.width.saturating_sub(if area.width > 40 { 4 } else { 0 }));
    let high = high.min(area.height.saturating_sub(if area.height > 12 { 2 } else { 0 }));
    Rect { x: area.x + (area.width - wide) / 2, y: area.y + (area.height - high) / 2, width: wide, height: high }
}

/// Returns the place of the text in a popup; its height is the page.
pub fn popup_inner(place: Rect) -> Rect {
    let inner = ratatui::widgets::Block::bordered().inner(place);
    span(inner, 1, usize::from(inner.width).saturating_sub(2))
}

/// Clears a place and draws a frame there that has the keys; returns the inside.
pub fn frame(buf: &mut Buffer, place: Rect, title: &str, note: &str, theme: &Theme) -> Rect {
    let place = place.intersection(buf.area);
    Clear.render(place, buf);
    buf.set_style(place, theme.style(Role::Text));
    panel(title, note, true, theme).render(place, buf);
    popup_inner(place)
}

impl Widget for &Popup<'_> {
    fn render(self, place: Rect, buf: &mut Buffer) {
        let place = place.intersection(buf.area);
        let inner = frame(buf, place, self.title, self.note, self.theme);
        let page = usize::from(inner.height);
        let first = self.first.min(self.lines.len().saturating_sub(page));
        for (index, (role, line)) in self.lines.iter().skip(first).take(page).enumerate() {
            put(buf, row(inner, index), line, Align::Left, self.theme.style(*role), self.theme);
        }
        let track = Rect { x: inner.right(), width: u16::from(place.width > 2), ..inner };
        scrollbar(buf, track, first, self.lines.len(), self.theme);
    }
}
