//! How forms look: lines of a label, the cells that are filled in, a note, and what is wrong with them.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use tui_input::Input;

use crate::text::Msg;
use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::nth;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;

/// Width of a form, borders included.
pub(super) const FORM_WIDTH: u16 = 74;
/// Width of a form with sentences in it, where there is room.
pub(super) const WIDE_FORM: u16 = 92;
/// Width of a form's labels.
const LABEL_WIDTH: u16 = 18;
/// The width of a cell that is as wide as what it says.
pub(super) const NATURAL: u16 = u16::MAX;
/// The most lines of one note or complaint.
const MOST_NOTE_LINES: usize = 3;

/// A row of a simple form: what it is, and what stands in it.
pub(super) struct FormRow<'a> {
    pub label: String,
    pub value: RowValue<'a>,
}

/// What stands in a cell.
pub(super) enum RowValue<'a> {
    Input(&'a Input),
    /// A text field that says what it is for while it is empty.
    Hinted(&'a Input, String),
    /// One of several, turned with the arrows.
    Choice(String),
    /// Chosen in a list or a form of its own.
    Pick(String),
    Button(String),
}

/// A line of a form. Its cells take the cursor one after the other; a line without cells is only read.
#[derive(Default)]
pub(super) struct FormLine<'a> {
    pub label: String,
    /// Each with its width: 0 takes what is left, [`NATURAL`] is as wide as what it says.
    pub cells: Vec<(RowValue<'a>, u16)>,
    /// Words over the cells of the lines below, with their widths.
    pub heading: Vec<(String, u16)>,
    /// Stands at the right end.
    pub note: String,
    /// Says what is wrong, below the line.
    pub problem: String,
    /// Lines kept free below the label, for a picture.
    pub free: u16,
}

impl<'a> FormLine<'a> {
    /// A line of one cell.
    pub(super) fn of(label: String, value: RowValue<'a>) -> FormLine<'a> {
        FormLine { label, cells: vec![(value, 0)], ..FormLine::default() }
    }

    /// A line that is only read.
    pub(super) fn read(label: String, note: String) -> FormLine<'a> {
        FormLine { label, note, ..FormLine::default() }
    }
}

/// What is drawn around the lines of a form.
pub(super) struct FormFrame<'a> {
    pub title: &'a str,
    pub wide: u16,
    pub notes: &'a [(Role, String)],
    /// The cell that has the cursor, counted over all lines.
    pub selected: usize,
}

/// Draws a form of one cell a row, then notes. Returns where the text cursor stands.
pub(super) fn form_box(
    app: &App,
    title: &Msg,
    rows: Vec<FormRow>,
    selected: usize,
    notes: &[(Role, String)],
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let lines: Vec<FormLine> = rows.into_iter().map(|row| FormLine::of(row.label, row.value)).collect();
    let frame = FormFrame { title: &app.say(title), wide: FORM_WIDTH, notes, selected };
    lines_box(app, &frame, &lines, area, buf).0
}

/// Draws a form. Returns where the text cursor stands, and where every line stands; those out of sight are empty.
pub(super) fn lines_box(
    app: &App,
    frame: &FormFrame,
    lines: &[FormLine],
    area: Rect,
    buf: &mut Buffer,
) -> (Option<Position>, Vec<Rect>) {
    let room = usize::from(frame.wide.min(area.width.saturating_sub(4))).saturating_sub(4);
    let wrapped = |role: Role, text: &str, room: usize| -> Vec<(Role, String)> {
        wrap(text, room.max(1)).into_iter().take(MOST_NOTE_LINES).map(|part| (role, part)).collect()
    };
    let notes: Vec<(Role, String)> = frame.notes.iter().flat_map(|(role, note)| wrapped(*role, note, room)).collect();
    let problems: Vec<Vec<(Role, String)>> = lines
        .iter()
        .map(|line| match line.problem.as_str() {
            "" => Vec::new(),
            problem => wrapped(Role::Bad, problem, room.saturating_sub(usize::from(LABEL_WIDTH) + 2)),
        })
        .collect();
    let high: Vec<usize> =
        lines.iter().zip(&problems).map(|(line, problem)| 1 + usize::from(line.free) + problem.len()).collect();
    let total: usize = high.iter().sum();
    let height = u16::try_from(total + notes.len() + 3).unwrap_or(area.height);
    let inner = popup::frame(buf, popup::popup_area(area, frame.wide, height), frame.title, "", &app.theme);
    let page = usize::from(inner.height).saturating_sub(notes.len() + 1).max(1);
    let first = centred(top_of(frame.selected, lines, &high), page, total);

    let (mut cursor, mut places) = (None, Vec::new());
    let (mut top, mut cell) = (0, 0);
    for ((line, high), problem) in lines.iter().zip(&high).zip(&problems) {
        let shown = |row: usize| {
            let row = row.checked_sub(first).filter(|row| *row < page);
            row.map_or(Rect::default(), |row| nth(inner, u16::try_from(row).unwrap_or(u16::MAX)))
        };
        let selected = frame.selected.checked_sub(cell).filter(|at| *at < line.cells.len());
        let place = shown(top);
        cursor = form_line(app, line, selected, place, buf).or(cursor);
        let left = LABEL_WIDTH.min(inner.width);
        for (row, (role, text)) in problem.iter().enumerate() {
            let place = shown(top + 1 + row);
            let place = Rect { x: place.x + left, width: place.width.saturating_sub(left), ..place };
            let sign = if row == 0 { app.theme.glyphs.cross } else { ' ' };
            put(buf, place, &format!("{sign} {text}"), Align::Left, app.theme.style(*role), &app.theme);
        }
        let free = (1 + problem.len()..*high).map(|row| shown(top + row)).filter(|place| !place.is_empty());
        places.push(free.reduce(Rect::union).unwrap_or(place));
        top += high;
        cell += line.cells.len();
    }
    for (index, (role, note)) in notes.iter().enumerate() {
        let from_end = u16::try_from(notes.len() - index).unwrap_or(0);
        let line = nth(inner, inner.height.saturating_sub(from_end));
        put(buf, line, note, Align::Left, app.theme.style(*role), &app.theme);
    }
    (cursor, places)
}

/// Returns how far down the line with that cell begins.
fn top_of(selected: usize, lines: &[FormLine], high: &[usize]) -> usize {
    let (mut top, mut cells) = (0, 0);
    for (line, high) in lines.iter().zip(high) {
        cells += line.cells.len();
        if selected < cells {
            return top;
        }
        top += high;
    }
    top
}

fn form_line(app: &App, line: &FormLine, selected: Option<usize>, place: Rect, buf: &mut Buffer) -> Option<Position> {
    if place.is_empty() {
        return None;
    }
    let theme = &app.theme;
    let label = Rect { width: LABEL_WIDTH.min(place.width), ..place };
    let (mark, role) = match selected {
        Some(_) => (theme.glyphs.cursor, Role::Focus),
        None => (' ', Role::Muted),
    };
    put(buf, label, &format!("{mark} {}", line.label), Align::Left, theme.style(role), theme);
    let rest = Rect { x: label.right(), width: place.width - label.width, ..place };
    put(buf, rest, &line.note, Align::Right, theme.style(Role::Muted), theme);
    let note = u16::try_from(width(&line.note)).unwrap_or(u16::MAX);
    let mut left = Rect { width: rest.width.saturating_sub(if note == 0 { 0 } else { note + 2 }), ..rest };
    let headings = line.heading.iter().map(|(_, wide)| *wide);
    let widths: Vec<u16> = line.cells.iter().map(|(value, wide)| cell_width(value, *wide)).chain(headings).collect();
    let fixed = widths.iter().fold(0_u16, |sum, wide| sum.saturating_add(wide + 1)).saturating_sub(1);
    let rest = left.width.saturating_sub(fixed);
    let mut places = widths.iter().map(|wide| {
        let place = Rect { width: if *wide == 0 { rest } else { *wide }.min(left.width), ..left };
        let taken = (place.width + 1).min(left.width);
        left = Rect { x: left.x + taken, width: left.width - taken, ..left };
        place
    });
    let mut cursor = None;
    for ((index, (value, _)), place) in line.cells.iter().enumerate().zip(&mut places) {
        cursor = cell(app, value, selected == Some(index), place, buf).or(cursor);
    }
    for ((text, _), place) in line.heading.iter().zip(places) {
        put(buf, place, text, Align::Left, theme.style(Role::Muted), theme);
    }
    cursor
}

fn cell_width(value: &RowValue, wide: u16) -> u16 {
    match value {
        RowValue::Choice(text) | RowValue::Button(text) | RowValue::Pick(text) if wide == NATURAL => {
            u16::try_from(width(text) + 4).unwrap_or(u16::MAX - 1)
        }
        _ => wide,
    }
}

fn cell(app: &App, value: &RowValue, on: bool, place: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &app.theme;
    let style = theme.style(if on { Role::Selected } else { Role::Text });
    let (input, hint) = match value {
        RowValue::Input(input) => (input, ""),
        RowValue::Hinted(input, hint) => (input, hint.as_str()),
        RowValue::Choice(text) if on => {
            put(buf, place, &format!("< {text} >"), Align::Left, style, theme);
            return None;
        }
        RowValue::Choice(text) | RowValue::Pick(text) => {
            put(buf, place, text, Align::Left, style, theme);
            return None;
        }
        RowValue::Button(text) => {
            put(buf, place, &format!("[ {text} ]"), Align::Left, style, theme);
            return None;
        }
    };
    let field = Field { input, focused: on, hint, theme };
    (&field).render(place, buf);
    field.cursor(place)
}
