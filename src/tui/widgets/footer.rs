//! The line of keys at the bottom.

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

/// Keys and what they do, as many as fit.
#[derive(Debug)]
pub struct Footer<'a> {
    /// (keys, label), the most useful first.
    pub items: &'a [(String, String)],
    /// How many of the last items stand at the right end and are kept before all others.
    pub pinned: usize,
    pub theme: &'a Theme,
}

/// Between two items.
const GAP: usize = 2;

/// Returns where each item stands; one that does not fit has an empty place.
pub fn footer_layout(area: Rect, items: &[(String, String)], pinned: usize) -> Vec<Rect> {
    let bar = row(area, 0);
    let mut room_end = usize::from(bar.width).saturating_sub(1);
    let mut places = vec![span(bar, 0, 0); items.len()];
    let first_pinned = items.len().saturating_sub(pinned);
    for index in (first_pinned..items.len()).rev() {
        let wide = item_width(&items[index]);
        if wide < room_end {
            places[index] = span(bar, room_end - wide, wide);
            room_end = room_end.saturating_sub(wide + GAP);
        }
    }
    let mut left = 1;
    for (place, item) in places.iter_mut().zip(&items[..first_pinned]) {
        let wide = item_width(item);
        if left + wide <= room_end {
            *place = span(bar, left, wide);
            left += wide + GAP;
        }
    }
    places
}

fn item_width((keys, label): &(String, String)) -> usize {
    width(keys) + 1 + width(label)
}

impl Widget for &Footer<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let places = footer_layout(area, self.items, self.pinned);
        for (place, (keys, label)) in places.into_iter().zip(self.items) {
            put(buf, place, keys, Align::Left, self.theme.style(Role::Key), self.theme);
            let rest = span(place, width(keys) + 1, usize::from(place.width));
            put(buf, rest, label, Align::Left, self.theme.style(Role::Muted), self.theme);
        }
    }
}
