//! How fresh an event still is, by its age: a curve that falls from left to right, with marks under it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::text::width;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::histogram::Histogram;
use crate::tui::widgets::put;
use crate::tui::widgets::span;

/// A curve over ages from 0 to `span`; the last line of its place holds the marks, where there are two lines or more.
pub struct Curve<'a> {
    /// What is left at an age; at most `most`.
    pub left: &'a dyn Fn(u32) -> i64,
    /// What is there at age 0.
    pub most: i64,
    /// The age at the right end.
    pub span: u32,
    /// Ages to be named, ascending, and what is said there. One that has no room is left out.
    pub marks: &'a [(u32, String)],
    pub theme: &'a Theme,
}

impl Curve<'_> {
    /// The age at a column of a place so wide.
    fn age(&self, column: usize, wide: usize) -> u32 {
        let age = u64::from(self.span) * column as u64 / (wide.max(2) - 1) as u64;
        u32::try_from(age).unwrap_or(self.span)
    }

    /// The column of an age in a place so wide.
    fn column(&self, age: u32, wide: usize) -> usize {
        let last = wide.saturating_sub(1) as u64;
        usize::try_from(u64::from(age) * last / u64::from(self.span.max(1))).map_or(0, |column| column.min(wide))
    }
}

impl Widget for &Curve<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let wide = usize::from(area.width);
        let size = |n: i64| u64::try_from(n).unwrap_or(0);
        let counts: Vec<u64> = (0..wide).map(|column| size((self.left)(self.age(column, wide)))).collect();
        let bars = Rect { height: if area.height > 1 { area.height - 1 } else { 1 }, ..area };
        Histogram { counts: &counts, from: None, most: Some(size(self.most)), theme: self.theme }.render(bars, buf);
        if area.height < 2 {
            return;
        }
        let line = Rect { y: area.bottom() - 1, height: 1, ..area };
        let mut free = 0;
        for (age, text) in self.marks {
            let room = width(text);
            let left = self.column(*age, wide).min(wide.saturating_sub(room));
            if left < free || room > wide {
                continue;
            }
            put(buf, span(line, left, room), text, Align::Left, self.theme.style(Role::Muted), self.theme);
            free = left + room + 1;
        }
    }
}
