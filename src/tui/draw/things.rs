//! How a list of things looks: its rows, what stands at their ends, and the selected one in full below. Never here: which lists there are.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::overlays::things::Things;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::tui::widgets::scrollbar;

/// Width of a list, borders included.
const WIDE: u16 = 86;
/// The most lines of the note.
const NOTE_LINES: usize = 3;

/// Where everything stands, and the lines of the note.
struct Layout {
    place: Rect,
    list: Rect,
    first: usize,
    note: Vec<String>,
}

fn layout(app: &App, things: &Things, area: Rect) -> Layout {
    let wide = WIDE.min(area.width);
    let room = usize::from(wide).saturating_sub(4 + 4);
    let empty = things.rows.is_empty();
    let note = if empty {
        app.say(&(things.kind.empty)())
    } else {
        things.rows.get(things.row).map(|thing| clean(&thing.note)).unwrap_or_default()
    };
    let has_notes = empty || things.rows.iter().any(|thing| !thing.note.is_empty());
    // The note keeps its place while the cursor moves.
    let note = if note.is_empty() { Vec::new() } else { wrap(&note, room) };
    let kept = if empty { note.len() } else { NOTE_LINES };
    let note: Vec<String> = note.into_iter().take(kept).collect();
    let below = if has_notes { kept + usize::from(!empty) } else { 0 };
    let height = u16::try_from(things.rows.len() + below + 2).unwrap_or(area.height);
    let place = popup::popup_area(area, WIDE, height);
    let inner = popup::popup_inner(place);
    let high = usize::from(inner.height).saturating_sub(below);
    let list = Rect { height: u16::try_from(high).unwrap_or(inner.height), ..inner };
    Layout { place, list, first: centred(things.row, high, things.rows.len()), note }
}

pub(super) fn render(app: &App, things: &Things, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let layout = layout(app, things, area);
    let count = app.lang.int(i64::try_from(things.rows.len()).unwrap_or(i64::MAX));
    popup::frame(buf, layout.place, &app.say(&(things.kind.title)()), &count, theme);
    let page = usize::from(layout.list.height);
    for (index, thing) in things.rows.iter().enumerate().skip(layout.first).take(page) {
        let line = nth(layout.list, u16::try_from(index - layout.first).unwrap_or(u16::MAX));
        let on = index == things.row;
        let style = theme.style(if on { Role::Selected } else { thing.role });
        buf.set_style(line, style);
        let mark = if on { theme.glyphs.cursor } else { ' ' };
        let detail = clean(&thing.detail);
        let text = clean(&thing.text);
        // What stands at the end has what the text leaves, and two thirds at least.
        let all = usize::from(line.width);
        let room = all.saturating_sub(width(&text) + 4).max(all * 2 / 3);
        let wide = u16::try_from(width(&detail).min(room)).unwrap_or(0);
        let end = Rect { x: line.right() - wide, width: wide, ..line };
        let start = Rect { width: (line.width - wide).saturating_sub(u16::from(wide > 0)), ..line };
        put(buf, start, &format!("{mark} {text}"), Align::Left, style, theme);
        let end_style = theme.style(if on { Role::Selected } else { Role::Muted });
        put(buf, end, &detail, Align::Right, end_style, theme);
    }
    let track = Rect { x: layout.list.right(), width: 1, ..layout.list };
    scrollbar(buf, track, layout.first, things.rows.len(), theme);
    let inner = popup::popup_inner(layout.place);
    let role = if things.rows.is_empty() { Role::Text } else { Role::Muted };
    let first =
        if things.rows.is_empty() { 0 } else { inner.height.saturating_sub(u16::try_from(NOTE_LINES).unwrap_or(0)) };
    for (index, part) in layout.note.iter().enumerate() {
        let line = nth(inner, first + u16::try_from(index).unwrap_or(0));
        put(buf, line, part, Align::Left, theme.style(role), theme);
    }
}

/// Returns where the list stands.
pub(super) fn place(app: &App, things: &Things, area: Rect) -> Rect {
    layout(app, things, area).place
}

/// Returns the row at a point.
pub(in crate::tui) fn hit(app: &App, things: &Things, area: Rect, x: u16, y: u16) -> Option<usize> {
    let layout = layout(app, things, area);
    let row = layout.first + usize::from(y.checked_sub(layout.list.y)?);
    (layout.list.contains(Position { x, y }) && row < things.rows.len()).then_some(row)
}
