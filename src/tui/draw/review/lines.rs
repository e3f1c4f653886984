//! Lines below each other, of which some can be chosen and all scroll with the cursor. Never here: what they say.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::put;
use crate::tui::widgets::scrollbar;

/// Screen columns before a line: the cursor.
const LEAD: u16 = 2;
/// Screen columns after a line: a gap and the scroll bar.
const TAIL: u16 = 2;

/// How a line is drawn into its place.
type Draw<'a> = Box<dyn Fn(Rect, &mut Buffer) + 'a>;

/// Lines being put together.
pub(super) struct Lines<'a> {
    app: &'a App,
    room: usize,
    lines: Vec<(Option<usize>, Draw<'a>)>,
}

/// A piece of a line: how wide (0 = all that is left; one piece alone), its text, where it stands in its width, its role.
pub(super) type Piece = (u16, String, Align, Role);

impl<'a> Lines<'a> {
    pub(super) fn new(app: &'a App, area: Rect) -> Lines<'a> {
        Lines { app, room: usize::from(area.width.saturating_sub(LEAD + TAIL)), lines: Vec::new() }
    }

    /// Adds a line that is drawn somehow; `choice` is its place among what can be chosen.
    pub(super) fn add(&mut self, choice: Option<usize>, draw: impl Fn(Rect, &mut Buffer) + 'a) {
        self.lines.push((choice, Box::new(draw)));
    }

    pub(super) fn blank(&mut self) {
        self.add(None, |_, _| {});
    }

    /// Adds a line of pieces side by side.
    pub(super) fn pieces(&mut self, choice: Option<usize>, pieces: Vec<Piece>) {
        let theme = &self.app.theme;
        self.add(choice, move |place, buf| {
            let fixed: u16 = pieces.iter().map(|(wide, ..)| *wide).sum();
            let mut x = place.x;
            for (wide, text, align, role) in &pieces {
                let wide = if *wide == 0 { place.width.saturating_sub(fixed) } else { *wide };
                // Numbers at the right leave a column between them.
                let gap = u16::from(*align == Align::Right);
                let own = Rect { x: x + gap, width: wide.saturating_sub(gap), ..place }.intersection(place);
                put(buf, own, text, *align, theme.style(*role), theme);
                x = x.saturating_add(wide);
            }
        });
    }

    /// Adds one line of text.
    pub(super) fn line(&mut self, choice: Option<usize>, text: String, role: Role) {
        self.pieces(choice, vec![(0, text, Align::Left, role)]);
    }

    /// Adds a text in as many lines as it needs.
    pub(super) fn text(&mut self, text: &str, role: Role) {
        for line in wrap(text, self.room) {
            self.line(None, line, role);
        }
    }

    fn first(&self, chosen: usize, page: usize) -> usize {
        let at = self.lines.iter().position(|(choice, _)| *choice == Some(chosen)).unwrap_or(0);
        // From the top as long as there is something to see below the chosen one; the first leaves the most above it.
        let below = if chosen == 0 { 1 } else { page / 3 };
        (at + 1 + below).saturating_sub(page).min(self.lines.len().saturating_sub(page))
    }

    /// Draws the window of the lines in which the chosen one is.
    pub(super) fn render(&self, chosen: usize, area: Rect, buf: &mut Buffer) {
        let theme = &self.app.theme;
        let first = self.first(chosen, usize::from(area.height));
        for ((choice, draw), y) in self.lines.iter().skip(first).zip(area.y..area.bottom()) {
            let line = Rect { y, height: 1, ..area };
            let place = Rect { x: area.x + LEAD, width: area.width.saturating_sub(LEAD + TAIL), ..line };
            draw(place, buf);
            if *choice == Some(chosen) && self.app.overlays.is_empty() {
                buf.set_style(Rect { width: area.width.saturating_sub(1), ..line }, theme.style(Role::Selected));
                put(buf, line, &theme.glyphs.cursor.to_string(), Align::Left, theme.style(Role::Selected), theme);
            }
        }
        let bar = Rect { x: area.right().saturating_sub(1), width: 1, ..area };
        scrollbar(buf, bar, first, self.lines.len(), theme);
    }

    /// Returns what can be chosen at this point.
    pub(super) fn hit(&self, chosen: usize, area: Rect, x: u16, y: u16) -> Option<usize> {
        if !area.contains(ratatui::layout::Position { x, y }) {
            return None;
        }
        let line = self.first(chosen, usize::from(area.height)) + usize::from(y - area.y);
        self.lines.get(line)?.0
    }
}
