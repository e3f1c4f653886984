//! The mouse: what a click, a drag or the wheel means where it happened. Every click stands for something a key does too.

use crossterm::event::MouseButton;
use crossterm::event::MouseEvent;
use crossterm::event::MouseEventKind;
use ratatui::layout::Rect;

use crate::model::Edit;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::draw;
use crate::tui::draw::import::Hit as ImportHit;
use crate::tui::draw::leads as leads_parts;
use crate::tui::layout;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::bands;
use crate::tui::overlays::painter;
use crate::tui::screens::import::ImportKind;
use crate::tui::screens::leads;
use crate::tui::screens::workbench;
use crate::tui::screens::workbench::Line;
use crate::tui::screens::workbench::Pane;
use crate::tui::update::edit;
use crate::tui::update::perform;
use crate::tui::widgets::bar::weight_at;
use crate::tui::widgets::centred;
use crate::tui::widgets::footer::footer_layout;
use crate::tui::widgets::grid::GridHit;
use crate::tui::widgets::grid::grid_layout;
use crate::tui::widgets::hit;
use crate::tui::widgets::table::TableHit;
use crate::tui::widgets::table::table_layout;
use crate::tui::widgets::tabs::tabs_layout;

/// Takes a mouse event in.
pub(super) fn click(app: &mut App, mouse: MouseEvent) -> Vec<Effect> {
    if layout::too_small(app.area) {
        return Vec::new();
    }
    match mouse.kind {
        MouseEventKind::ScrollUp => perform(app, Action::MoveUp),
        MouseEventKind::ScrollDown => perform(app, Action::MoveDown),
        MouseEventKind::Down(MouseButton::Left) => press(app, mouse.column, mouse.row),
        MouseEventKind::Drag(MouseButton::Left) if app.overlays.is_empty() && app.screen == Screen::Workbench => {
            let parts = layout::frame(app.area, app.prefs.present);
            press_criteria(app, layout::workbench(parts.body).criteria, mouse.column, mouse.row)
        }
        MouseEventKind::Drag(MouseButton::Left) => {
            let body = layout::frame(app.area, app.prefs.present).body;
            point(app, body, (mouse.column, mouse.row), true).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Gives a press or a drag to an overlay in which places have a meaning of their own; none if there is no such place.
fn point(app: &mut App, body: Rect, (x, y): (u16, u16), drag: bool) -> Option<Vec<Effect>> {
    match app.overlays.last()? {
        Overlay::Bands(form) => {
            let hit = draw::bands::hit(app, form, body, x, y)?;
            Some(bands::press(app, hit, drag))
        }
        Overlay::Painter(state) => {
            let hit = draw::painter::hit(app, state, body, x, y)?;
            Some(painter::press(app, hit, drag))
        }
        _ => None,
    }
}

fn press(app: &mut App, x: u16, y: u16) -> Vec<Effect> {
    let parts = layout::frame(app.area, app.prefs.present);
    let items = draw::footer_items(app);
    if let Some(item) = hit(&footer_layout(parts.footer, &items, draw::PINNED), x, y) {
        let actions = draw::footer_actions(app);
        return actions.get(item).map_or_else(Vec::new, |actions| perform(app, actions[0]));
    }
    if !app.overlays.is_empty() {
        return press_overlay(app, parts.body, x, y);
    }
    if let Some(tab) = hit(&tabs_layout(parts.tabs, &draw::tab_labels(app)), x, y) {
        let screens = [Action::ScreenWorkbench, Action::ScreenLeads, Action::ScreenReview, Action::ScreenImport];
        return perform(app, screens[tab.min(3)]);
    }
    match app.screen {
        Screen::Workbench => {
            let parts = layout::workbench(parts.body);
            let mut effects = press_criteria(app, parts.criteria, x, y);
            effects.extend(press_matrix(app, parts.matrix, x, y));
            effects
        }
        Screen::Leads => press_leads(app, parts.body, x, y),
        Screen::Welcome => press_welcome(app, parts.body, x, y),
        Screen::Import => press_import(app, parts.body, x, y),
        Screen::Review => draw::review::press(app, parts.body, x, y),
        Screen::Session => match draw::session::hit(app, parts.body, x, y) {
            Some(action) => perform(app, action),
            None => Vec::new(),
        },
        Screen::Detail | Screen::Opening => Vec::new(),
    }
}

/// Selects the line; on a criterion's bar, sets its weight to where the bar was pressed.
fn press_criteria(app: &mut App, panel: Rect, x: u16, y: u16) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let list = layout::criteria(panel).list;
    if hit(&[list], x, y).is_none() {
        return Vec::new();
    }
    let lines = workbench::lines(bench.model());
    let selected = app.workbench.line.min(lines.len().saturating_sub(1));
    let pressed = centred(selected, usize::from(list.height), lines.len()) + usize::from(y - list.y);
    let Some(line) = lines.get(pressed).copied() else { return Vec::new() };
    let rows = bench.criteria();
    let place = Rect { x: list.x + 1, y, width: list.width.saturating_sub(1), height: 1 };
    let bar = layout::criteria_line(place, draw::workbench::count_width(app, bench)).bar;
    let weight = match line {
        Line::Criterion(_, _, _, flat) if hit(&[bar], x, y).is_some() => {
            let criterion = rows[flat].criterion;
            weight_at(bar, x, criterion.weight, draw::workbench::heaviest(&rows, rows[flat].side))
                .filter(|weight| *weight != criterion.weight)
                .map(|weight| Edit::SetWeight { criterion: criterion.name.clone(), weight })
        }
        Line::Criterion(..) | Line::Group(..) | Line::Axis(_) => None,
    };
    app.workbench.pane = Pane::Criteria;
    app.workbench.line = pressed;
    weight.map_or_else(Vec::new, |weight| edit(app, weight))
}

/// Selects the cell; opens it when it was selected already.
fn press_matrix(app: &mut App, panel: Rect, x: u16, y: u16) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let (grid, _) = layout::matrix(panel);
    let (rows, columns) = draw::matrix::labels(&bench.matrix());
    let Some(GridHit::Cell(row, column)) = grid_layout(grid, &rows, columns.len()).hit(x, y) else {
        return Vec::new();
    };
    let again = app.workbench.pane == Pane::Matrix && app.workbench.cell == (row, column);
    app.workbench.pane = Pane::Matrix;
    app.workbench.cell = (row, column);
    if again { perform(app, Action::Open) } else { Vec::new() }
}

fn press_leads(app: &mut App, body: Rect, x: u16, y: u16) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let parts = leads_parts::parts(body);
    if let Some(tab) = hit(&tabs_layout(parts.tabs, &leads_parts::tab_labels(app, bench)), x, y) {
        leads::choose_tab(app, tab);
        return Vec::new();
    }
    let layout = table_layout(parts.table, &leads_parts::columns(app, bench));
    let first = leads_parts::first_row(app, layout.page());
    match layout.hit(x, y) {
        Some(TableHit::Header(column)) => leads::sort_by(app, leads::ListColumn::ALL[column]),
        Some(TableHit::Row(row)) if first + row == app.leads.row => return perform(app, Action::Open),
        Some(TableHit::Row(row)) if first + row < app.leads.listing.len() => app.leads.row = first + row,
        Some(TableHit::Row(_)) | None => {}
    }
    Vec::new()
}

/// Takes a way in.
fn press_welcome(app: &mut App, body: Rect, x: u16, y: u16) -> Vec<Effect> {
    let Some(way) = draw::welcome::hit(body, x, y) else { return Vec::new() };
    app.welcome.row = way;
    perform(app, Action::Open)
}

/// Selects a file or a column; opens it when it was selected already. The button does what it says.
fn press_import(app: &mut App, body: Rect, x: u16, y: u16) -> Vec<Effect> {
    match draw::import::hit(app, body, x, y) {
        Some(ImportHit::Kind(ImportKind::Leads)) => perform(app, Action::ImportLeads),
        Some(ImportHit::Kind(ImportKind::Events)) => perform(app, Action::ImportEvents),
        Some(ImportHit::File(row)) => {
            let before = app.import.files.picker.current();
            app.import.files.picker.select(row);
            if app.import.files.picker.current() == before { perform(app, Action::Accept) } else { Vec::new() }
        }
        Some(ImportHit::Column(index)) if app.import.column() == Some(index) => perform(app, Action::Open),
        Some(ImportHit::Column(index)) => {
            app.import.row = index;
            Vec::new()
        }
        Some(ImportHit::Button) => {
            app.import.row = app.import.n_rows().saturating_sub(1);
            perform(app, Action::Open)
        }
        None => Vec::new(),
    }
}

/// Chooses in a list; a click outside an overlay closes it.
fn press_overlay(app: &mut App, body: Rect, x: u16, y: u16) -> Vec<Effect> {
    match app.overlays.last_mut() {
        Some(Overlay::Gallery(gallery)) => {
            let again = draw::gallery::hit(gallery, body, x, y).is_some_and(|row| gallery.select(row));
            return if again { perform(app, Action::Open) } else { Vec::new() };
        }
        Some(Overlay::Casting(casting)) => {
            let Some(row) = draw::roles::hit(casting, body, x, y) else { return Vec::new() };
            let again = std::mem::replace(&mut casting.row, row) == row || row == casting.roles.len();
            return if again { perform(app, Action::Accept) } else { Vec::new() };
        }
        _ => {}
    }
    let place = draw::overlay::place(app, body);
    if hit(&[place], x, y).is_none() {
        return perform(app, Action::Back);
    }
    if let Some(effects) = point(app, body, (x, y), false) {
        return effects;
    }
    let row = match app.overlays.last() {
        Some(Overlay::Sheet(sheet)) => draw::sheet::hit(app, sheet, body, x, y),
        Some(Overlay::Things(things)) => draw::things::hit(app, things, body, x, y),
        _ => draw::overlay::picker_hit(app, body, x, y),
    };
    match (app.overlays.last_mut(), row) {
        (Some(Overlay::Sheet(sheet)), Some(row)) => {
            let again = std::mem::replace(&mut sheet.row, row) == row;
            if again && sheet.input().is_none() { perform(app, Action::Accept) } else { Vec::new() }
        }
        (Some(Overlay::Things(things)), Some(row)) => {
            let again = std::mem::replace(&mut things.row, row) == row;
            if again { perform(app, Action::Open) } else { Vec::new() }
        }
        (Some(Overlay::Choosing(choosing)), Some(row)) => {
            if choosing.picker.select(row) {
                return perform(app, Action::Accept);
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}
