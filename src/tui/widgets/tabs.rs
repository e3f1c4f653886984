//! The bar of screens at the top.

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

/// Labels, the open one in brackets, and a note at the right end.
#[derive(Debug)]
pub struct Tabs<'a> {
    pub labels: &'a [String],
    pub open: usize,
    pub note: &'a str,
    pub theme: &'a Theme,
}

/// Returns where each label stands; one that does not fit has an empty place.
pub fn tabs_layout(area: Rect, labels: &[String]) -> Vec<Rect> {
    let bar = row(area, 0);
    let mut left = 1;
    let mut places = Vec::with_capacity(labels.len());
    for label in labels {
        let wide = width(label) + 2;
        let fits = left + wide <= usize::from(bar.width);
        places.push(span(bar, left, if fits { wide } else { 0 }));
        left = if fits { left + wide + 1 } else { usize::MAX / 2 };
    }
    places
}

impl Widget for &Tabs<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let mut end = 0;
        for (index, (place, label)) in tabs_layout(area, self.labels).into_iter().zip(self.labels).enumerate() {
            let (text, role) = if index == self.open {
                (format!("[{label}]"), Role::Focus)
            } else {
                (format!(" {label} "), Role::Muted)
            };
            put(buf, place, &text, Align::Left, self.theme.style(role), self.theme);
            end = end.max(usize::from(place.right().saturating_sub(area.x)) + 2);
        }
        let rest = usize::from(area.width).saturating_sub(end + 1);
        // A few letters of a note say nothing.
        if rest >= width(self.note).min(8) {
            put(buf, span(row(area, 0), end, rest), self.note, Align::Right, self.theme.style(Role::Text), self.theme);
        }
    }
}
