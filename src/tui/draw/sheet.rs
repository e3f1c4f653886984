//! How a form of rows looks: labels, fields, what came of them, what is wrong with one, and notes. Never here: which forms there are.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::overlays::parts::axis_name;
use crate::tui::overlays::sheet::Field;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::field::Field as TextField;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::tui::widgets::scrollbar;
use crate::workbench::tell;

/// Width of a form, borders included.
const WIDE: u16 = 86;
/// The widest that labels may be.
const WIDEST_LABEL: usize = 26;
/// Lines of one note.
const NOTE_LINES: usize = 3;

/// A line of a form.
#[derive(Clone, Copy)]
enum Line {
    /// A row, by its place among those shown.
    Row(usize),
    /// What is wrong with the row above.
    Wrong,
}

/// Where everything stands, and what is told below the rows.
struct Layout {
    place: Rect,
    lines: Vec<Line>,
    /// Where the lines stand, and the first one seen.
    list: Rect,
    first: usize,
    notes: Vec<(Role, String)>,
}

fn layout(app: &App, sheet: &Sheet, area: Rect) -> Layout {
    let shown: Vec<&Row> = sheet.shown().map(|(_, row)| row).collect();
    let selected = sheet.row.min(shown.len().saturating_sub(1));
    let mut lines = Vec::new();
    for (index, row) in shown.iter().enumerate() {
        lines.push(Line::Row(index));
        if sheet.wrong.as_ref().is_some_and(|wrong| wrong.row == Some(row.id))
            && row.lang.is_none_or(|lang| lang == app.lang)
        {
            lines.push(Line::Wrong);
        }
    }
    let room = usize::from(WIDE.min(area.width)).saturating_sub(4 + 4);
    let notes = notes(app, sheet, shown.get(selected).copied(), room);
    let gap = usize::from(!notes.is_empty());
    let height = u16::try_from(lines.len() + gap + notes.len() + 2).unwrap_or(area.height);
    let place = popup::popup_area(area, WIDE, height);
    let inner = popup::popup_inner(place);
    let high = usize::from(inner.height).saturating_sub(notes.len() + gap).max(1);
    let at = lines.iter().position(|line| matches!(line, Line::Row(row) if *row == selected)).unwrap_or(0);
    let first = centred(at, high, lines.len());
    let list = Rect { height: u16::try_from(high).unwrap_or(inner.height).min(inner.height), ..inner };
    Layout { place, lines, list, first, notes }
}

/// What is told below the rows: the selected row in full where it is long, what it is for, what all come to.
fn notes(app: &App, sheet: &Sheet, row: Option<&Row>, room: usize) -> Vec<(Role, String)> {
    let mut told: Vec<(Role, String)> = Vec::new();
    if let Some(row) = row {
        let value = value(app, row);
        let long = matches!(row.field, Field::Typed(..) | Field::Condition(..) | Field::Filter(_) | Field::Picked(..));
        if long && width(&value) + WIDEST_LABEL > room {
            told.push((Role::Text, value));
        }
        told.extend(row.hint.as_ref().map(|hint| (Role::Muted, app.say(hint))));
    }
    if let Some(wrong) =
        sheet.wrong.as_ref().filter(|wrong| wrong.row.is_none_or(|row| sheet.find(row).is_none_or(|row| !row.shown)))
    {
        told.push((Role::Bad, app.say(&wrong.why)));
    }
    told.extend(sheet.notes.iter().map(|(role, note)| (*role, app.say(note))));
    let wrapped = |(role, note): (Role, String)| {
        wrap(&note, room).into_iter().take(NOTE_LINES).map(move |part| (role, part)).collect::<Vec<_>>()
    };
    told.into_iter().flat_map(wrapped).collect()
}

pub(super) fn render(app: &App, sheet: &Sheet, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let layout = layout(app, sheet, area);
    popup::frame(buf, layout.place, &app.say(&sheet.title), "", &app.theme);
    let shown: Vec<&Row> = sheet.shown().map(|(_, row)| row).collect();
    let labels = shown.iter().map(|row| width(&app.say(&row.label)) + 4).max().unwrap_or(0).min(WIDEST_LABEL);
    let selected = sheet.row.min(shown.len().saturating_sub(1));
    let mut cursor = None;
    for (index, line) in layout.lines.iter().skip(layout.first).take(usize::from(layout.list.height)).enumerate() {
        let place = nth(layout.list, u16::try_from(index).unwrap_or(u16::MAX));
        match line {
            Line::Row(row) => cursor = draw_row(app, shown[*row], *row == selected, labels, place, buf).or(cursor),
            Line::Wrong => {
                let why = sheet.wrong.as_ref().map(|wrong| app.say(&wrong.why)).unwrap_or_default();
                let place = indented(place, labels);
                put(buf, place, &why, Align::Left, app.theme.style(Role::Bad), &app.theme);
            }
        }
    }
    let track = Rect { x: layout.list.right(), width: 1, ..layout.list };
    scrollbar(buf, track, layout.first, layout.lines.len(), &app.theme);
    let inner = popup::popup_inner(layout.place);
    for (index, (role, note)) in layout.notes.iter().enumerate() {
        let from_end = u16::try_from(layout.notes.len() - index).unwrap_or(0);
        let line = nth(inner, inner.height.saturating_sub(from_end));
        put(buf, line, note, Align::Left, app.theme.style(*role), &app.theme);
    }
    cursor
}

/// Returns the place right of the labels.
fn indented(place: Rect, labels: usize) -> Rect {
    let left = u16::try_from(labels).unwrap_or(0).min(place.width);
    Rect { x: place.x + left, width: place.width - left, ..place }
}

fn draw_row(app: &App, row: &Row, on: bool, labels: usize, place: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &app.theme;
    let mark = if on { theme.glyphs.cursor } else { ' ' };
    let label = theme.style(if on { Role::Focus } else { Role::Muted });
    let rest = indented(place, labels);
    let left = Rect { width: (place.width - rest.width).saturating_sub(1), ..place };
    put(buf, left, &format!("{mark} {}", app.say(&row.label)), Align::Left, label, theme);
    let mut value_place = rest;
    if let Some((role, aside)) = &row.aside {
        let aside = app.say(aside);
        let wide = u16::try_from(width(&aside)).unwrap_or(0).min(rest.width);
        let end = Rect { x: rest.right() - wide, width: wide, ..rest };
        put(buf, end, &aside, Align::Right, theme.style(*role), theme);
        value_place.width = (rest.width - wide).saturating_sub(2);
    }
    if let Field::Typed(input, _) = &row.field {
        let hint = row.empty.as_ref().map(|empty| app.say(empty)).unwrap_or_default();
        if on || input.value().is_empty() {
            let field = TextField { input, focused: on, hint: &hint, theme };
            (&field).render(value_place, buf);
            return field.cursor(value_place);
        }
        // Where nobody writes, a text is read from its beginning.
        let style = theme.style(Role::Input);
        buf.set_style(value_place, style);
        put(buf, value_place, &clean(input.value()), Align::Left, style, theme);
        return None;
    }
    let role = if on {
        Role::Selected
    } else if matches!(row.field, Field::Told(_)) {
        Role::Muted
    } else {
        Role::Text
    };
    let value = value(app, row);
    let value = if on && matches!(row.field, Field::Choice(..)) { format!("< {value} >") } else { value };
    put(buf, value_place, &value, Align::Left, theme.style(role), theme);
    None
}

/// Returns what stands in a row, as text.
fn value(app: &App, row: &Row) -> String {
    let empty = || row.empty.as_ref().map(|empty| app.say(empty)).unwrap_or_default();
    let button = |text: String| format!("[ {text} ]");
    match &row.field {
        Field::Typed(input, _) => clean(input.value()),
        Field::Choice(options, at) => options.get(*at).map(|option| app.say(option)).unwrap_or_default(),
        Field::Condition(when, _) if when.is_everyone() && row.empty.is_some() => empty(),
        Field::Condition(when, _) => app.say(&app.bench.as_ref().map_or_else(
            || tell::predicate(when),
            |bench| tell::predicate_with(when, &|side| axis_name(app, bench, side)),
        )),
        Field::Filter(filter) => app.say(&tell::filter(filter)),
        Field::Picked(names, ..) if names.is_empty() => empty(),
        Field::Picked(names, ..) => clean(&names.join(", ")),
        Field::Told(text) => app.say(text),
        Field::Add(..) | Field::Do(_) => button(empty()),
        Field::Save => button(app.say(&msg!("tui-save"))),
    }
}

/// Returns where the form stands.
pub(super) fn place(app: &App, sheet: &Sheet, area: Rect) -> Rect {
    layout(app, sheet, area).place
}

/// Returns the row at a point, by its place among those shown.
pub(in crate::tui) fn hit(app: &App, sheet: &Sheet, area: Rect, x: u16, y: u16) -> Option<usize> {
    let layout = layout(app, sheet, area);
    let inside = layout.list.contains(Position { x, y });
    let line = layout.lines.get(layout.first + usize::from(y.checked_sub(layout.list.y)?))?;
    match line {
        Line::Row(row) if inside => Some(*row),
        Line::Row(_) | Line::Wrong => None,
    }
}
