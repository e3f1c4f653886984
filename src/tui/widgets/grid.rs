//! The matrix: cells whose fill says how many, with their counts, in as many lines as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::style::Modifier;
use ratatui::style::Style;
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

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// The number to show first.
    pub count: String,
    /// What stands under it, or after it where there is one line only.
    pub second: String,
    /// Whether the second line says more than the count where there is room for one only.
    pub second_first: bool,
    /// How the second line compares: above 0 up, below 0 down. Coloured so where the cell itself is not.
    pub change: i64,
    /// The zone's short name.
    pub zone: String,
    /// 0 (fewest) to 6 (most).
    pub heat: u8,
    /// A sign after the count, such as the one for "mostly in the top share".
    pub mark: Option<char>,
}

/// A grid of cells with a label for each row and column.
#[derive(Debug)]
pub struct HeatGrid<'a> {
    pub rows: &'a [String],
    pub columns: &'a [String],
    /// One list for each row.
    pub cells: &'a [Vec<GridCell>],
    /// (row, column).
    pub selected: Option<(usize, usize)>,
    pub theme: &'a Theme,
}

/// What a point of the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridHit {
    Cell(usize, usize),
    Row(usize),
    Column(usize),
}

/// Where the parts of a grid stand; parts without room have empty places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridLayout {
    pub rows: Vec<Rect>,
    pub columns: Vec<Rect>,
    pub cells: Vec<Vec<Rect>>,
}

/// A cell grows no higher than this.
const MOST_LINES: usize = 5;

/// Returns where everything stands in a grid of these row labels and that many columns.
pub fn grid_layout(area: Rect, rows: &[String], columns: usize) -> GridLayout {
    let longest = rows.iter().map(|label| width(label)).max().unwrap_or(0);
    let gutter = (longest + 1).min(usize::from(area.width) / 3);
    let room = (usize::from(area.width) - gutter, usize::from(area.height).saturating_sub(1));
    let step_x = (room.0 / columns.max(1)).max(2);
    let each = (room.1 / rows.len().max(1)).max(1);
    // A free line between rows as soon as cells have their three lines.
    let step_y = each.min(MOST_LINES + 1);
    let high = if each > 3 { step_y - 1 } else { step_y };
    let across = |column: usize| span(area, gutter + column * step_x, step_x - 1);
    let down = |place: Rect, index: usize| {
        let top = 1 + index * step_y;
        let fits = top + high <= usize::from(area.height);
        Rect {
            height: if fits { narrow(high) } else { 0 },
            y: if fits { area.y + narrow(top) } else { area.y },
            ..place
        }
    };
    let header = |column| Rect { height: area.height.min(1), ..across(column) };
    GridLayout {
        rows: (0..rows.len()).map(|index| down(span(area, 0, gutter), index)).collect(),
        columns: (0..columns).map(header).collect(),
        cells: (0..rows.len()).map(|index| (0..columns).map(|column| down(across(column), index)).collect()).collect(),
    }
}

impl GridLayout {
    /// Returns what stands at this point.
    pub fn hit(&self, x: u16, y: u16) -> Option<GridHit> {
        let point = Position { x, y };
        let cell = self.cells.iter().enumerate().find_map(|(row, cells)| {
            cells.iter().position(|cell| cell.contains(point)).map(|column| GridHit::Cell(row, column))
        });
        cell.or_else(|| self.rows.iter().position(|place| place.contains(point)).map(GridHit::Row))
            .or_else(|| self.columns.iter().position(|place| place.contains(point)).map(GridHit::Column))
    }
}

impl Widget for &HeatGrid<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let layout = grid_layout(area, self.rows, self.columns.len());
        let theme = self.theme;
        let label_style = |on: bool| theme.style(if on { Role::Focus } else { Role::Title });
        for (column, (place, label)) in layout.columns.iter().zip(self.columns).enumerate() {
            let on = self.selected.is_some_and(|(_, selected)| selected == column);
            put(buf, *place, label, Align::Middle, label_style(on), theme);
        }
        for (index, (place, label)) in layout.rows.iter().zip(self.rows).enumerate() {
            let on = self.selected.is_some_and(|(selected, _)| selected == index);
            let middle = row(*place, usize::from(place.height.saturating_sub(1)) / 2);
            put(buf, middle, label, Align::Left, label_style(on), theme);
        }
        for (index, (places, cells)) in layout.cells.iter().zip(self.cells).enumerate() {
            for (column, (place, cell)) in places.iter().zip(cells).enumerate() {
                draw_cell(buf, *place, cell, self.selected == Some((index, column)), theme);
            }
        }
    }
}

/// Returns what says the most of a cell in one line: a change that has no room of its own still shows its direction.
fn one_line(cell: &GridCell, room: usize, theme: &Theme) -> String {
    let mark = cell.mark.map(|mark| format!(" {mark}")).unwrap_or_default();
    let (count, second) = (&cell.count, &cell.second);
    let mut texts = Vec::new();
    if !second.is_empty() {
        texts.extend([format!("{count}{mark} {second}"), format!("{count} {second}")]);
        if cell.second_first {
            return texts.into_iter().find(|text| width(text) <= room).unwrap_or_else(|| second.clone());
        }
        if cell.change != 0 {
            texts.push(format!("{count}{}", theme.glyphs.change(cell.change)));
        }
    }
    texts.push(format!("{count}{mark}"));
    texts.into_iter().find(|text| width(text) <= room).unwrap_or_else(|| count.clone())
}

fn draw_cell(buf: &mut Buffer, place: Rect, cell: &GridCell, selected: bool, theme: &Theme) {
    if place.is_empty() {
        return;
    }
    let style = theme.heat(cell.heat);
    let coloured = style.bg.is_some_and(|ground| ground != Color::Reset);
    // On a coloured ground the fill is that colour all over; the sign is there for who copies it or sees no colour.
    let ground = if coloured { Style { fg: style.bg, ..style } } else { style };
    let below = if coloured { style } else { style.patch(theme.change(cell.change)) };
    let sign = theme.glyphs.heat[usize::from(cell.heat).min(6)];
    let wide = usize::from(place.width);
    let lines = usize::from(place.height);
    fill(buf, place, sign, ground);
    // The sign stays at both edges as the frame of the numbers, as long as there is room beside them.
    let longest = width(&cell.count).max(if lines > 1 { width(&cell.second) } else { 0 });
    let edge = usize::from(wide >= longest.max(3) + 2);
    let inner = span(place, edge, wide - 2 * edge);
    let fits = |text: &str| width(text) <= usize::from(inner.width);
    let strong = if selected { style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED) } else { style };
    // A number is never cut for the sake of a sign.
    let marked = cell.mark.map(|mark| format!("{} {mark}", cell.count));
    let count = marked.filter(|marked| fits(marked)).unwrap_or_else(|| cell.count.clone());
    let write = |buf: &mut Buffer, line: usize, text: &str, style| {
        let place = row(inner, line);
        fill(buf, place, ' ', style);
        put(buf, place, text, Align::Middle, style, theme);
    };
    if lines == 1 {
        let text = one_line(cell, wide.saturating_sub(if selected { 2 } else { 0 }), theme);
        if fits(&text) {
            write(buf, 0, &text, strong);
        } else {
            let whole = row(place, 0);
            fill(buf, whole, ' ', strong);
            put(buf, whole, &text, Align::Middle, strong, theme);
        }
    } else {
        let top = usize::from(lines > 2) + lines.saturating_sub(3) / 2;
        write(buf, top, &count, strong);
        write(buf, top + 1, &cell.second, below);
        if lines > 2 && !cell.zone.is_empty() {
            let zone = format!(" {} ", cell.zone);
            put(buf, span(row(inner, 0), 0, width(&zone)), &zone, Align::Left, style, theme);
        }
    }
    if selected && wide >= 3 {
        fill(buf, span(place, 0, 1), '[', theme.style(Role::Selected));
        fill(buf, span(place, wide - 1, 1), ']', theme.style(Role::Selected));
    }
}
