//! Counts as columns: a distribution in one line or in several.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::text::width;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::fill;
use crate::tui::widgets::narrow;
use crate::tui::widgets::put;
use crate::tui::widgets::row;
use crate::tui::widgets::span;

/// Columns from the bottom of the place, the greatest count as high as it.
#[derive(Debug)]
pub struct Histogram<'a> {
    pub counts: &'a [u64],
    /// Index of the first count beyond a limit: from there on the columns stand out.
    pub from: Option<usize>,
    /// The count of a full column, where several are to be compared; else the greatest of these.
    pub most: Option<u64>,
    pub theme: &'a Theme,
}

/// Returns the counts in at most `columns` columns, neighbours summed, and how many counts a column holds.
fn merged(counts: &[u64], columns: usize) -> (Vec<u64>, usize) {
    let each = counts.len().div_ceil(columns.max(1)).max(1);
    let sum = |part: &[u64]| part.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    (counts.chunks(each).map(sum).collect(), each)
}

/// Returns how many columns of the screen a count takes, where there are no more counts than columns.
pub fn stretch(counts: &[u64], area: Rect) -> usize {
    (usize::from(area.width) / counts.len().max(1)).max(1)
}

impl Widget for &Histogram<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() || self.counts.is_empty() {
            return;
        }
        let (counts, each) = merged(self.counts, usize::from(area.width));
        let stretch = usize::from(area.width) / counts.len().max(1);
        let most = self.most.unwrap_or(0).max(counts.iter().copied().max().unwrap_or(0)).max(1);
        let eighths = 8 * u128::from(area.height);
        for (index, count) in counts.iter().enumerate() {
            // A count that is not 0 is always seen.
            let high = (u128::from(*count) * eighths).div_ceil(u128::from(most));
            let role = if self.from.is_some_and(|from| from <= index * each) { Role::Up } else { Role::Muted };
            for line in 0..area.height {
                let left = high.saturating_sub(8 * u128::from(line)).min(8);
                let Some(step) = usize::try_from(left).ok().and_then(|left| left.checked_sub(1)) else { break };
                let place = Rect {
                    x: area.x + narrow(index * stretch),
                    y: area.bottom() - 1 - line,
                    width: narrow(stretch),
                    height: 1,
                };
                fill(buf, place, self.theme.glyphs.columns[step], self.theme.style(role));
            }
        }
    }
}

/// Where a histogram's values are cut: an edge and what begins there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Column of the screen, from the left of the bars.
    pub at: usize,
    /// What is called so from here to the next edge.
    pub label: String,
    pub value: String,
    /// Whether it is a cut, not the beginning of all.
    pub drawn: bool,
    pub selected: bool,
}

/// Edges drawn in a histogram's bars, and three lines below: the line itself, the labels, the values.
#[derive(Debug)]
pub struct Ruler<'a> {
    /// From the left to the right.
    pub edges: &'a [Edge],
    /// The last value of all.
    pub end: &'a str,
    /// How many columns the bars take.
    pub used: usize,
    pub theme: &'a Theme,
}

impl Ruler<'_> {
    /// Draws the edges through the bars and the lines below.
    pub fn draw(&self, bars: Rect, below: Rect, buf: &mut Buffer) {
        let theme = self.theme;
        let base = span(row(below, 0), 0, self.used);
        let flat = theme.glyphs.border.horizontal_top.chars().next().unwrap_or('-');
        fill(buf, base, flat, theme.style(Role::Border));
        for (index, edge) in self.edges.iter().enumerate() {
            let role = if edge.selected { Role::Focus } else { Role::Border };
            if edge.drawn {
                let column = span(bars, edge.at, 1).intersection(buf.area);
                for place in column.positions() {
                    // A bar is never hidden behind an edge.
                    if buf[place].symbol() == " " {
                        buf[place].set_char(theme.glyphs.tick).set_style(theme.style(role));
                    }
                }
                fill(buf, span(row(below, 0), edge.at, 1), theme.glyphs.up, theme.style(role));
            }
            let next = self.edges.get(index + 1).map_or(self.used, |next| next.at);
            let room = next.saturating_sub(edge.at);
            if width(&edge.label) <= room || edge.selected {
                let wide = room.max(width(&edge.label));
                let left = edge.at.min(usize::from(below.width).saturating_sub(wide));
                let place = span(row(below, 1), left, wide);
                let role = if edge.selected { Role::Focus } else { Role::Title };
                put(buf, place, &edge.label, Align::Middle, theme.style(role), theme);
            }
        }
        self.values(row(below, 2), buf);
    }

    /// Writes the values, the selected one first, then from the left as many as have room beside it.
    fn values(&self, line: Rect, buf: &mut Buffer) {
        let mut taken: Vec<(usize, usize)> = Vec::new();
        let last = Edge {
            at: self.used.saturating_sub(width(self.end)),
            label: String::new(),
            value: self.end.to_owned(),
            drawn: true,
            selected: false,
        };
        let selected = self.edges.iter().filter(|edge| edge.selected);
        let others = self.edges.iter().filter(|edge| !edge.selected);
        for edge in selected.chain([&last]).chain(others) {
            let wide = width(&edge.value);
            let left = edge.at.min(usize::from(line.width).saturating_sub(wide));
            if taken.iter().any(|(start, end)| left < end + 1 && *start < left + wide + 1) {
                continue;
            }
            taken.push((left, left + wide));
            let role = if edge.selected { Role::Focus } else { Role::Muted };
            put(buf, span(line, left, wide), &edge.value, Align::Left, self.theme.style(role), self.theme);
        }
    }
}
