//! A criterion's weight as a bar: how strong, in which direction, and where the baseline stood.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::fill;
use crate::tui::widgets::narrow;
use crate::tui::widgets::row;
use crate::tui::widgets::span;

/// A bar as wide as its place, brackets included. The sign stands in the number beside it, and in the colour.
#[derive(Debug)]
pub struct WeightBar<'a> {
    /// Whole points.
    pub weight: i64,
    /// The weight in the baseline; a tick marks it where it differs.
    pub baseline: Option<i64>,
    /// The strength, in points, of a full bar.
    pub most: i64,
    pub on: bool,
    pub theme: &'a Theme,
}

/// Returns how many of `cells` a weight fills: none only for 0.
fn filled(weight: i64, most: i64, cells: u16) -> u16 {
    let most = u128::from(most.unsigned_abs().max(1));
    let strength = u128::from(weight.unsigned_abs()).min(most);
    u16::try_from((strength * u128::from(cells)).div_ceil(most)).unwrap_or(cells)
}

/// Returns the weight that a click at column `x` sets on a bar drawn in `area`: 0 on its opening bracket, and the sign of
/// the weight it has now.
pub fn weight_at(area: Rect, x: u16, weight: i64, most: i64) -> Option<i64> {
    let cells = area.width.checked_sub(2).filter(|cells| *cells > 0)?;
    if x < area.x || area.right() <= x {
        return None;
    }
    let clicked = i128::from((x - area.x).min(cells));
    let strength = i64::try_from(clicked * i128::from(most) / i128::from(cells)).ok()?;
    Some(if weight < 0 { -strength } else { strength })
}

impl Widget for &WeightBar<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let line = row(area.intersection(buf.area), 0);
        let Some(cells) = line.width.checked_sub(2).filter(|cells| *cells > 0) else { return };
        let role = match (self.on, self.weight) {
            (false, _) | (_, 0) => Role::Muted,
            (true, 1..) => Role::Up,
            (true, _) => Role::Down,
        };
        let (glyphs, muted) = (&self.theme.glyphs, self.theme.style(Role::Muted));
        let full = filled(self.weight, self.most, cells);
        fill(buf, span(line, 0, 1), '[', muted);
        fill(buf, span(line, 1, usize::from(full)), glyphs.bar_full, self.theme.style(role));
        fill(buf, span(line, usize::from(full) + 1, usize::from(cells - full)), glyphs.bar_empty, muted);
        fill(buf, span(line, usize::from(cells) + 1, 1), ']', muted);
        if let Some(baseline) = self.baseline.filter(|baseline| *baseline != self.weight) {
            // A baseline of the other sign lies before the bar's beginning.
            let same_side = baseline == 0 || self.weight == 0 || (baseline < 0) == (self.weight < 0);
            let at = if same_side { filled(baseline, self.most, cells).max(1) } else { 1 };
            let tick = Rect { x: line.x + narrow(usize::from(at)), width: 1, ..line };
            fill(buf, tick, glyphs.tick, self.theme.style(Role::Warn));
        }
    }
}
