//! How the matrix looks: the heat map, and what the selected cell is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::model::Side;
use crate::msg;
use crate::text::Lang;
use crate::text::width;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::words;
use crate::tui::layout;
use crate::tui::overlays::zones::owner;
use crate::tui::screens::workbench::CellView;
use crate::tui::screens::workbench::Pane;
use crate::tui::theme::Role;
use crate::tui::theme::heat_step;
use crate::tui::widgets::Align;
use crate::tui::widgets::grid::GridCell;
use crate::tui::widgets::grid::HeatGrid;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Cell;
use crate::workbench::Matrix;
use crate::workbench::Workbench;

pub(super) fn render(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let focused = app.workbench.pane == Pane::Matrix && app.overlays.is_empty();
    let axes = if area.width < 48 {
        app.say(&msg!("tui-matrix-short"))
    } else {
        let (rows, columns) = (axis_name(app, bench, Side::Rows), axis_name(app, bench, Side::Columns));
        app.say(&msg!("tui-matrix", rows = rows, columns = columns))
    };
    let map = bench.model().map_in_force();
    let view = match app.workbench.view {
        CellView::Delta => msg!("tui-view-delta"),
        CellView::Share => msg!("tui-view-share"),
        CellView::Zone => msg!("tui-view-zone"),
    };
    let short = app.say(&msg!("tui-matrix-note-short", view = view.clone()));
    let note = map.map(|map| app.say(&msg!("tui-matrix-note", view = view, map = words(app, &map.title, &map.name))));
    // Both titles share one line; the name of the map gives way first.
    let fits = |note: &String| width(&axes) + width(note) + 8 <= usize::from(area.width);
    let note = note.filter(fits).unwrap_or(short);
    panel(&axes, &note, focused, &app.theme).render(area, buf);
    let (grid, below) = layout::matrix(area);
    let matrix = bench.matrix();
    let (rows, columns) = labels(&matrix);
    let cells = grid_cells(app, &matrix);
    let selected = selected(app, &matrix);
    HeatGrid { rows: &rows, columns: &columns, cells: &cells, selected: Some(selected), theme: &app.theme }
        .render(grid, buf);
    below_grid(app, &matrix, selected, below, buf);
}

/// Returns the labels of the rows and the columns, cleaned.
pub(in crate::tui) fn labels(matrix: &Matrix) -> (Vec<String>, Vec<String>) {
    let all = |labels: &[&str]| labels.iter().map(|label| clean(label)).collect();
    (all(&matrix.rows), all(&matrix.columns))
}

fn selected(app: &App, matrix: &Matrix) -> (usize, usize) {
    let (row, column) = app.workbench.cell;
    (row.min(matrix.rows.len() - 1), column.min(matrix.columns.len() - 1))
}

fn grid_cells(app: &App, matrix: &Matrix) -> Vec<Vec<GridCell>> {
    let most = matrix.cells.iter().flatten().map(|cell| cell.count).max().unwrap_or(0);
    matrix.cells.iter().map(|row| row.iter().map(|cell| grid_cell(app, matrix, cell, most)).collect()).collect()
}

fn grid_cell(app: &App, matrix: &Matrix, cell: &Cell, most: u64) -> GridCell {
    let change = signed(cell.count) - signed(cell.base_count);
    let zone = cell.zone.map(|zone| words(app, &zone.title, &zone.name)).unwrap_or_default();
    let second = match app.workbench.view {
        CellView::Delta if change == 0 => String::new(),
        CellView::Delta => app.lang.delta(change),
        CellView::Share => app.lang.percent(signed(cell.count), signed(matrix.total)),
        CellView::Zone => zone.clone(),
    };
    let half = cell.count.div_ceil(2);
    let mark = if cell.count == 0 {
        None
    } else if cell.top >= half {
        Some(app.theme.glyphs.top)
    } else if cell.top + cell.next >= half {
        Some(app.theme.glyphs.next)
    } else {
        None
    };
    GridCell {
        count: app.lang.int(signed(cell.count)),
        second,
        second_first: app.workbench.view != CellView::Delta,
        change: if app.workbench.view == CellView::Delta { change } else { 0 },
        zone: if app.workbench.view == CellView::Zone { String::new() } else { zone },
        heat: heat_step(cell.count, most),
        mark,
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Says what the selected cell is, and what the signs mean.
fn below_grid(app: &App, matrix: &Matrix, selected: (usize, usize), area: Rect, buf: &mut Buffer) {
    let cell = &matrix.cells[selected.0][selected.1];
    let place = msg!(
        "tui-cell",
        row = matrix.rows[selected.0],
        column = matrix.columns[selected.1],
        count = signed(cell.count),
        share = app.lang.percent(signed(cell.count), signed(matrix.total))
    );
    let place = if cell.held == 0 { place } else { msg!("tui-cell-held", place = place, held = signed(cell.held)) };
    let text = match cell.zone {
        Some(zone) => {
            let name = words(app, &zone.title, &zone.name);
            let action = zone.action.get(app.lang == Lang::Fr).map(clean).unwrap_or_default();
            let owner = owner(zone.owner);
            if action.is_empty() {
                msg!("tui-cell-zone", place = place, zone = name, owner = owner)
            } else {
                msg!("tui-cell-action", place = place, zone = name, owner = owner, action = action)
            }
        }
        None => place,
    };
    put(buf, nth(area, 0), &app.say(&text), Align::Left, app.theme.style(Role::Text), &app.theme);
    let glyphs = &app.theme.glyphs;
    let legend = msg!(
        "tui-legend",
        top = glyphs.top.to_string(),
        next = glyphs.next.to_string(),
        few = glyphs.heat[1].to_string(),
        many = glyphs.heat[6].to_string(),
        share = app.bench.as_ref().map_or(20, |bench| u32::from(bench.model().top_share))
    );
    put(buf, nth(area, 1), &app.say(&legend), Align::Left, app.theme.style(Role::Muted), &app.theme);
}
