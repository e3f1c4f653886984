//! A table of which only the rows on the screen are made.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::fill;
use crate::tui::widgets::put;
use crate::tui::widgets::row;
use crate::tui::widgets::scrollbar;
use crate::tui::widgets::span;

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wide {
    /// As many screen columns.
    Exactly(u16),
    /// At least as many, and its part of what is left.
    AtLeast(u16),
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    pub wide: Wide,
    pub align: Align,
    /// Whether the rows are ordered by it: `Some(true)` for the greatest first.
    pub descending: Option<bool>,
    /// Columns of the greatest number are left out first where there is no room; 0 is never left out.
    pub optional: u8,
}

/// One cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub role: Role,
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell { text: text.into(), role: Role::Text }
    }
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// One for each column, or one alone for a heading across the table.
    pub cells: Vec<Cell>,
    pub marked: bool,
}

/// The rows of a window and the place of the window among all rows.
#[derive(Debug)]
pub struct Table<'a> {
    pub columns: &'a [Column],
    /// Only the rows of the window.
    pub rows: &'a [Row],
    /// Index of the window's first row among all.
    pub first: usize,
    /// How many rows there are in all.
    pub total: usize,
    /// Index of the selected row among all.
    pub selected: Option<usize>,
    pub theme: &'a Theme,
}

/// What a point of the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableHit {
    /// The title of a column.
    Header(usize),
    /// A row by its place in the window: add the window's first for its place among all.
    Row(usize),
}

/// Where the parts of a table stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableLayout {
    /// One for each column; empty where it is left out.
    pub columns: Vec<Rect>,
    /// The rows; its height is the page.
    pub body: Rect,
    pub scroll: Rect,
}

/// Screen columns before the first: the cursor and the mark.
const LEAD: usize = 3;
/// Screen columns after the last: a gap and the scroll bar.
const TAIL: usize = 2;
const GAP: usize = 2;

/// Returns where everything stands.
pub fn table_layout(area: Rect, columns: &[Column]) -> TableLayout {
    let room = usize::from(area.width).saturating_sub(LEAD + TAIL);
    let least = |column: &Column| match column.wide {
        Wide::Exactly(wide) | Wide::AtLeast(wide) => usize::from(wide),
    };
    let mut kept: Vec<bool> = vec![true; columns.len()];
    let taken = |kept: &[bool]| -> usize {
        let shown = columns.iter().zip(kept).filter(|(_, kept)| **kept);
        shown.map(|(column, _)| least(column) + GAP).sum::<usize>().saturating_sub(GAP)
    };
    while taken(&kept) > room {
        let shown = columns.iter().enumerate().filter(|(index, column)| kept[*index] && column.optional > 0);
        let Some((index, _)) = shown.max_by_key(|(index, column)| (column.optional, *index)) else { break };
        kept[index] = false;
    }
    let grows = |index: usize| kept[index] && matches!(columns[index].wide, Wide::AtLeast(_));
    let mut growing = (0..columns.len()).filter(|index| grows(*index)).count();
    let mut spare = room.saturating_sub(taken(&kept));
    let mut left = LEAD;
    let mut places = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        if !kept[index] {
            places.push(Rect { width: 0, height: 0, ..area });
            continue;
        }
        let mut wide = least(column);
        if grows(index) {
            let part = spare / growing;
            wide += part;
            spare -= part;
            growing -= 1;
        }
        places.push(span(area, left, wide.min((room + LEAD).saturating_sub(left))));
        left += wide + GAP;
    }
    let body = Rect { y: area.y.saturating_add(1).min(area.bottom()), height: area.height.saturating_sub(1), ..area };
    TableLayout { columns: places, body, scroll: span(body, usize::from(area.width).saturating_sub(1), 1) }
}

impl TableLayout {
    /// Returns how many rows are shown.
    pub fn page(&self) -> usize {
        usize::from(self.body.height)
    }

    /// Returns what stands at this point. Whether there is a row, the caller knows.
    pub fn hit(&self, x: u16, y: u16) -> Option<TableHit> {
        if self.body.contains(Position { x, y }) {
            return Some(TableHit::Row(usize::from(y - self.body.y)));
        }
        let title = |place: &Rect| row(*place, 0).contains(Position { x, y });
        self.columns.iter().position(title).map(TableHit::Header)
    }
}

impl Widget for &Table<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let layout = table_layout(area, self.columns);
        let theme = self.theme;
        for (place, column) in layout.columns.iter().zip(self.columns) {
            let sign = column.descending.map(|down| if down { theme.glyphs.down } else { theme.glyphs.up });
            let title = sign.map_or_else(|| column.title.clone(), |sign| format!("{} {sign}", column.title));
            put(buf, row(*place, 0), &title, column.align, theme.style(Role::Title), theme);
        }
        for index in 0..self.rows.len().min(layout.page()) {
            self.draw_row(buf, &layout, index);
        }
        scrollbar(buf, layout.scroll, self.first, self.total, theme);
    }
}

impl Table<'_> {
    fn draw_row(&self, buf: &mut Buffer, layout: &TableLayout, index: usize) {
        let (line, cells) = (row(layout.body, index), &self.rows[index]);
        let selected = self.selected == Some(self.first + index);
        let theme = self.theme;
        let chosen = theme.style(Role::Selected);
        if selected {
            fill(buf, line, ' ', chosen);
            put(buf, span(line, 0, 1), &theme.glyphs.cursor.to_string(), Align::Left, chosen, theme);
        }
        let style = |role| if selected { chosen } else { theme.style(role) };
        if cells.marked {
            put(buf, span(line, 1, 1), &theme.glyphs.check.to_string(), Align::Left, style(Role::Key), theme);
        }
        if let ([heading], true) = (&*cells.cells, self.columns.len() > 1) {
            let across = span(line, LEAD, usize::from(line.width).saturating_sub(LEAD + TAIL));
            put(buf, across, &heading.text, Align::Left, style(heading.role), theme);
            return;
        }
        for ((place, column), cell) in layout.columns.iter().zip(self.columns).zip(&cells.cells) {
            let place = Rect { y: line.y, height: line.height, ..*place };
            put(buf, place, &cell.text, column.align, style(cell.role), theme);
        }
    }
}
