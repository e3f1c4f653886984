//! How the zone painter looks: the map that is painted, the map it is compared with, the zones at the side, and what
//! differs.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::model::Map;
use crate::model::Model;
use crate::model::Side;
use crate::model::Zone;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::painter::Painter;
use crate::tui::overlays::painter::sign;
use crate::tui::overlays::zones;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::grid::GridHit;
use crate::tui::widgets::grid::grid_layout;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::workbench::Cell;
use crate::workbench::Workbench;
use crate::workbench::shape;
use crate::workbench::shape::Difference;

/// The narrowest painter that shows two maps side by side, borders included.
const TWO_MAPS: u16 = 100;
/// The narrowest cell in which a zone's title says anything.
const ROOM_FOR_TITLE: usize = 7;
/// The narrowest column of a map.
const LEAST_COLUMN: usize = 6;

/// Where the parts of the painter stand.
struct Parts {
    painted: Rect,
    /// Empty where there is no room or nothing to compare with.
    other: Rect,
    palette: Rect,
    notes: Rect,
}

fn parts(inner: Rect, two: bool) -> Parts {
    let notes = if inner.height >= 30 { 6 } else { 4 };
    let [main, notes] = inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(notes)]));
    let two = two && inner.width + 4 >= TWO_MAPS;
    let palette = if inner.width >= 130 { 44 } else { 30 };
    let other = if two { Constraint::Fill(1) } else { Constraint::Length(0) };
    let gap = Constraint::Length(2);
    let [painted, _, other, _, palette] = main.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(if two { 2 } else { 0 }),
        other,
        gap,
        Constraint::Length(palette),
    ]));
    Parts { painted, other, palette, notes }
}

/// The bands that a map shows where there is no room for all.
struct Window {
    /// Row bands from the top, as many as there is room for.
    rows: Vec<usize>,
    columns: Vec<usize>,
    labels: Vec<String>,
}

fn window(model: &Model, painter: &Painter, grid: Rect) -> Window {
    let (row, column) = painter.cell(model);
    let span = |selected: usize, n: usize, page: usize| {
        let first = crate::tui::widgets::centred(selected, page.max(1), n);
        first..(first + page.max(1)).min(n)
    };
    let n_rows = model.n_bands(Side::Rows);
    let page = usize::from(grid.height).saturating_sub(1);
    let rows: Vec<usize> = span(n_rows - 1 - row, n_rows, page).map(|from_top| n_rows - 1 - from_top).collect();
    let labels: Vec<String> = rows.iter().map(|row| clean(model.label(Side::Rows, *row))).collect();
    let gutter = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 1;
    let room = usize::from(grid.width).saturating_sub(gutter) / LEAST_COLUMN;
    let columns = span(column, model.n_bands(Side::Columns), room).collect();
    Window { rows, columns, labels }
}

fn grid_of(map: Rect) -> Rect {
    Rect { y: map.y + map.height.min(1), height: map.height.saturating_sub(1), ..map }
}

/// What a point of the painter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tui) enum Hit {
    /// A cell: row band and column band, counted from the lowest.
    Cell(usize, usize),
    /// A zone, by its index.
    Zone(usize),
}

/// Returns what stands at a point of the body.
pub(in crate::tui) fn hit(app: &App, painter: &Painter, area: Rect, x: u16, y: u16) -> Option<Hit> {
    let model = app.bench.as_ref()?.model();
    let parts = parts(popup::popup_inner(area), painter.against(model).is_some());
    for place in [parts.painted, parts.other] {
        let grid = grid_of(place);
        let window = window(model, painter, grid);
        if let Some(GridHit::Cell(row, column)) = grid_layout(grid, &window.labels, window.columns.len()).hit(x, y) {
            return Some(Hit::Cell(*window.rows.get(row)?, *window.columns.get(column)?));
        }
    }
    if !parts.palette.contains(Position { x, y }) {
        return None;
    }
    let (first, lines) = palette_window(model, painter, parts.palette);
    let line = usize::from(y - parts.palette.y).checked_sub(1)?;
    Some(Hit::Zone(first + line / lines)).filter(|hit| matches!(hit, Hit::Zone(zone) if *zone < model.zones.len()))
}

pub(super) fn render(app: &App, painter: &Painter, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let bench = app.bench.as_ref()?;
    let model = bench.model();
    let inner = popup::frame(buf, area, &app.say(&msg!("painter-title")), "", &app.theme);
    let Some(map) = painter.map(model) else {
        let text = if model.zones.is_empty() { msg!("painter-no-zones") } else { msg!("painter-no-map") };
        for (index, line) in wrap(&app.say(&text), usize::from(inner.width)).iter().enumerate() {
            let place = nth(inner, u16::try_from(index + 1).unwrap_or(u16::MAX));
            put(buf, place, line, Align::Left, app.theme.style(Role::Text), &app.theme);
        }
        return None;
    };
    let against = painter.against(model);
    let counts = Counts::of(bench);
    let found = against.map(|against| shape::difference(model, against, map, |row, column| counts.free(row, column)));
    let parts = parts(inner, against.is_some());
    let view = View { app, model, painter, counts: &counts, differs: found.as_ref() };
    view.map(map, true, parts.painted, buf);
    if let Some(against) = against.filter(|_| parts.other.width > 0) {
        view.map(against, false, parts.other, buf);
    }
    view.palette(map, parts.palette, buf);
    view.notes(map, against, parts.notes, buf);
    None
}

/// How many leads each cell holds, from the lowest row, and how many of them a gate holds back.
struct Counts {
    cells: Vec<Vec<(u64, u64)>>,
    /// Leads that each gate holds.
    held: Vec<u64>,
}

impl Counts {
    fn of(bench: &Workbench) -> Counts {
        let cells = bench.matrix().cells;
        let counted = |row: &Vec<Cell>| row.iter().map(|cell| (cell.count, cell.held)).collect();
        let held = (0..bench.model().gates.len()).map(|gate| bench.held(gate)).collect();
        Counts { cells: cells.iter().rev().map(counted).collect(), held }
    }

    fn cell(&self, row: usize, column: usize) -> (u64, u64) {
        self.cells.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
    }

    fn at(&self, row: usize, column: usize) -> u64 {
        self.cell(row, column).0
    }

    /// Returns how many leads of a cell go where a map says.
    fn free(&self, row: usize, column: usize) -> u64 {
        let (count, held) = self.cell(row, column);
        count.saturating_sub(held)
    }

    /// Returns how many leads are in a zone under a map, those that a gate sends there among them.
    fn of_zone(&self, model: &Model, map: &Map, zone: &Zone) -> u64 {
        let cells = (0..self.cells.len())
            .flat_map(|row| (0..model.n_bands(Side::Columns)).map(move |column| (row, column)))
            .filter(|(row, column)| model.zone_in(map, *row, *column) == Some(zone));
        let gates = model.gates.iter().zip(&self.held).filter(|(gate, _)| gate.zone == zone.name);
        cells.map(|(row, column)| self.free(row, column)).sum::<u64>() + gates.map(|(_, held)| held).sum::<u64>()
    }
}

/// What every part of the painter draws from.
struct View<'v> {
    app: &'v App,
    model: &'v Model,
    painter: &'v Painter,
    counts: &'v Counts,
    differs: Option<&'v Difference>,
}

impl View<'_> {
    fn title(&self, zone: &str) -> String {
        self.model.zone(zone).map_or_else(|| clean(zone), |zone| words(self.app, &zone.title, &zone.name))
    }

    fn int(&self, count: u64) -> String {
        self.app.lang.int(i64::try_from(count).unwrap_or(i64::MAX))
    }

    fn map(&self, map: &Map, painted: bool, area: Rect, buf: &mut Buffer) {
        let (app, theme) = (self.app, &self.app.theme);
        let name = words(app, &map.title, &map.name);
        let text = match (painted, self.model.map_in_force() == Some(map)) {
            (true, true) => msg!("painter-painted-in-force", map = name),
            (true, false) => msg!("painter-painted", map = name),
            (false, true) => msg!("painter-other-in-force", map = name),
            (false, false) => msg!("painter-other", map = name),
        };
        let role = if painted { Role::Focus } else { Role::Muted };
        let mut text = app.say(&text);
        if width(&text) > usize::from(area.width) && self.model.map_in_force() == Some(map) {
            text = app.say(&msg!("painter-in-force", map = words(app, &map.title, &map.name)));
        }
        put(buf, nth(area, 0), &text, Align::Left, theme.style(role), theme);
        let grid = grid_of(area);
        let window = window(self.model, self.painter, grid);
        let layout = grid_layout(grid, &window.labels, window.columns.len());
        let cursor = self.painter.cell(self.model);
        let style = |on: bool| theme.style(if on { Role::Focus } else { Role::Title });
        for (place, column) in layout.columns.iter().zip(&window.columns) {
            let label = clean(self.model.label(Side::Columns, *column));
            put(buf, *place, &label, Align::Middle, style(*column == cursor.1), theme);
        }
        for ((place, label), row) in layout.rows.iter().zip(&window.labels).zip(&window.rows) {
            let middle = nth(*place, place.height.saturating_sub(1) / 2);
            put(buf, middle, label, Align::Left, style(*row == cursor.0), theme);
        }
        for (places, row) in layout.cells.iter().zip(&window.rows) {
            for (place, column) in places.iter().zip(&window.columns) {
                self.cell(map, painted, (*row, *column), *place, buf);
            }
        }
    }

    fn cell(&self, map: &Map, painted: bool, cell: (usize, usize), place: Rect, buf: &mut Buffer) {
        let theme = &self.app.theme;
        let zone = self.model.zone_in(map, cell.0, cell.1);
        let index = zone.and_then(|zone| self.model.zones.iter().position(|known| known.name == zone.name));
        let mut style = index.map_or_else(|| theme.style(Role::Warn), |index| theme.zone(index));
        let differs = self.differs.is_some_and(|found| found.cells.contains(&cell));
        let sign = index.map_or('?', sign);
        let mark = if differs { theme.glyphs.differs } else { ' ' };
        let count = self.int(self.counts.at(cell.0, cell.1));
        let on = self.painter.cell(self.model) == cell;
        let selected = on || self.painter.selects(self.model, cell);
        if selected {
            style = style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
        }
        for y in 0..place.height {
            let line = nth(place, y);
            put(buf, line, &" ".repeat(usize::from(line.width)), Align::Left, style, theme);
        }
        let edge = u16::from(place.width >= 5);
        let inner = Rect { x: place.x + edge, width: place.width.saturating_sub(2 * edge), ..place };
        let room = usize::from(inner.width);
        put(buf, inner, &format!("{sign}{mark}"), Align::Left, style, theme);
        // The count is never cut: without room beside the sign it stands below, or it is left out.
        let plain: String = count.chars().filter(char::is_ascii_digit).collect();
        let tries = [(&count, 3), (&count, 2), (&plain, 2)];
        let beside = tries.into_iter().find(|(count, used)| width(count) + used <= room).map(|(count, _)| count);
        let below = nth(inner, 1);
        let titled = room >= ROOM_FOR_TITLE || beside.is_some();
        match beside.filter(|_| titled && (place.height < 2 || room >= ROOM_FOR_TITLE)) {
            Some(count) => {
                put_right(buf, inner, count, style, theme);
                let title = self.title(zone.map_or("", |zone| &zone.name));
                let lines = usize::from(place.height.saturating_sub(1));
                for (index, part) in fitted(&title, room, lines).iter().enumerate() {
                    let line = nth(inner, u16::try_from(index + 1).unwrap_or(u16::MAX));
                    put(buf, line, part, Align::Left, style, theme);
                }
            }
            None => put_right(buf, below, &count, style, theme),
        }
        if selected && place.width >= 5 {
            let ends = if on && painted {
                ('[', ']')
            } else if painted {
                ('(', ')')
            } else {
                ('·', '·')
            };
            let look = if on && painted { theme.style(Role::Selected) } else { style };
            for (x, end) in [(place.x, ends.0), (place.right() - 1, ends.1)] {
                for y in place.top()..place.bottom() {
                    buf[(x, y)].set_char(end).set_style(look);
                }
            }
        }
    }

    fn palette(&self, map: &Map, area: Rect, buf: &mut Buffer) {
        let (app, theme, model) = (self.app, &self.app.theme, self.model);
        let heading = nth(area, 0);
        put(buf, heading, &app.say(&msg!("painter-zones")), Align::Left, theme.style(Role::Title), theme);
        put_right(buf, heading, &app.say(&msg!("painter-leads")), theme.style(Role::Muted), theme);
        let (first, lines) = palette_window(model, self.painter, area);
        let brush = self.painter.brush(model);
        let used = u16::try_from(2 + model.zones.len() * lines).unwrap_or(u16::MAX).min(area.height);
        self.brush(map, lines, Rect { y: area.y + used, height: area.height - used, ..area }, buf);
        for (index, zone) in model.zones.iter().enumerate().skip(first) {
            let line = 1 + (index - first) * lines;
            let place = nth(area, u16::try_from(line).unwrap_or(u16::MAX));
            if place.is_empty() {
                break;
            }
            let on = index == brush;
            let count = self.int(self.counts.of_zone(model, map, zone));
            let cursor = if on { theme.glyphs.cursor } else { ' ' };
            put(buf, place, &cursor.to_string(), Align::Left, theme.style(Role::Focus), theme);
            let chip = Rect { x: place.x + 1, width: place.width.saturating_sub(1).min(3), ..place };
            put(buf, chip, &format!(" {} ", sign(index)), Align::Left, theme.zone(index), theme);
            let rest = Rect { x: place.x + 5, width: place.width.saturating_sub(5), ..place };
            let text = Rect { width: rest.width.saturating_sub(u16::try_from(width(&count) + 1).unwrap_or(0)), ..rest };
            let style = theme.style(if on { Role::Focus } else { Role::Text });
            put(buf, text, &words(app, &zone.title, &zone.name), Align::Left, style, theme);
            put_right(buf, rest, &count, style, theme);
            if lines > 1 {
                let below = Rect { y: rest.y + 1, ..rest };
                if area.contains(Position { x: below.x, y: below.y }) {
                    put(buf, below, &app.say(&zones::terms(zone)), Align::Left, theme.style(Role::Muted), theme);
                }
            }
        }
    }

    /// Says below the zones what is done in the one that is painted with, where the list has no room for it.
    fn brush(&self, map: &Map, lines: usize, area: Rect, buf: &mut Buffer) {
        let (app, theme) = (self.app, &self.app.theme);
        let Some(zone) = self.model.zones.get(self.painter.brush(self.model)) else { return };
        let mut told: Vec<String> = Vec::new();
        if lines == 1 {
            told.push(app.say(&zones::terms(zone)));
        }
        told.extend(zones::weeks(zone, self.counts.of_zone(self.model, map, zone)).map(|weeks| app.say(&weeks)));
        told.extend(zone.action.get(app.lang == Lang::Fr).map(clean));
        let lines = told.iter().flat_map(|text| wrap(text, usize::from(area.width)));
        for (index, line) in lines.enumerate() {
            let place = nth(area, u16::try_from(index).unwrap_or(u16::MAX));
            put(buf, place, &line, Align::Left, theme.style(Role::Muted), theme);
        }
    }

    fn notes(&self, map: &Map, against: Option<&Map>, area: Rect, buf: &mut Buffer) {
        let (app, theme) = (self.app, &self.app.theme);
        put(buf, nth(area, 0), &app.say(&self.selected(map)), Align::Left, theme.style(Role::Text), theme);
        let (Some(against), Some(found)) = (against, self.differs) else {
            let brush = self.model.zones.get(self.painter.brush(self.model));
            let action = brush.and_then(|zone| zone.action.get(app.lang == Lang::Fr)).map(clean).unwrap_or_default();
            put(buf, nth(area, 1), &action, Align::Left, theme.style(Role::Muted), theme);
            return;
        };
        let name = words(app, &against.title, &against.name);
        let mut text = if found.cells.is_empty() {
            app.say(&msg!("painter-same", map = name))
        } else {
            let sign = theme.glyphs.differs.to_string();
            let (cells, leads) = amounts(found.cells.len(), found.leads);
            app.say(&msg!("painter-differs", sign = sign, map = name, cells = cells, leads = leads))
        };
        let moves = found.moves.iter().map(|found| {
            let (cells, leads) = amounts(found.cells, found.leads);
            let (from, to) = (self.title(&found.from), self.title(&found.to));
            msg!("painter-move", from = from, to = to, cells = cells, leads = leads)
        });
        if let Some(moves) = moves.reduce(|a, b| msg!("painter-and", a = a, b = b)) {
            text.push(' ');
            text.push_str(&app.say(&moves));
        }
        let room = usize::from(area.height).saturating_sub(1);
        for (index, line) in fitted(&text, usize::from(area.width), room).iter().enumerate() {
            let place = nth(area, u16::try_from(index + 1).unwrap_or(u16::MAX));
            put(buf, place, line, Align::Left, theme.style(Role::Muted), theme);
        }
    }

    /// Says what is selected: one cell with what is done there, or how many cells and leads.
    fn selected(&self, map: &Map) -> Msg {
        let (rows, columns) = self.painter.selection(self.model);
        let cells = (rows.1 - rows.0 + 1) * (columns.1 - columns.0 + 1);
        let leads: u64 = (rows.0..=rows.1)
            .flat_map(|row| (columns.0..=columns.1).map(move |column| (row, column)))
            .map(|(row, column)| self.counts.at(row, column))
            .sum();
        let n_cells = cells;
        let (cells, leads) = amounts(cells, leads);
        if n_cells > 1 {
            return msg!("painter-selected", cells = cells, leads = leads);
        }
        let label = |side: Side, band: usize| clean(self.model.label(side, band));
        let (row, column) = (label(Side::Rows, rows.0), label(Side::Columns, columns.0));
        let zone = self.model.zone_in(map, rows.0, columns.0);
        let zone = self.title(zone.map_or("", |zone| &zone.name));
        msg!("painter-cell", row = row, column = column, leads = leads, zone = zone)
    }
}

/// Returns the first zone shown and how many lines each takes.
fn palette_window(model: &Model, painter: &Painter, area: Rect) -> (usize, usize) {
    let room = usize::from(area.height).saturating_sub(1);
    let lines = if model.zones.len() * 2 <= room { 2 } else { 1 };
    (crate::tui::widgets::centred(painter.brush(model), (room / lines).max(1), model.zones.len()), lines)
}

/// Returns a title in so many lines; what does not fit is left to be cut in the last.
fn fitted(title: &str, room: usize, lines: usize) -> Vec<String> {
    let mut parts = wrap(title, room);
    if parts.len() > lines {
        let rest = parts.split_off(lines.saturating_sub(1));
        parts.extend((lines > 0).then(|| rest.join(" ")));
    }
    parts
}

/// Returns how many cells and how many leads, in words.
fn amounts(cells: usize, leads: u64) -> (Msg, Msg) {
    (msg!("axis-cells", n = cells), msg!("axis-leads", n = i64::try_from(leads).unwrap_or(i64::MAX)))
}

fn put_right(
    buf: &mut Buffer,
    place: Rect,
    text: &str,
    style: ratatui::style::Style,
    theme: &crate::tui::theme::Theme,
) {
    put(buf, place, text, Align::Right, style, theme);
}
