//! Counts as columns: a distribution in one line or in several.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::fill;
use crate::tui::widgets::narrow;

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
