//! The workbench: criteria at the left, the live matrix at the right, before and after below.
//!
//! State and what actions do to it; how it looks is in `workbench_draw`.

use crate::model::Criterion;
use crate::model::Edit;
use crate::model::Model;
use crate::model::Side;
use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Change;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::axis;
use crate::tui::overlays::bands;
use crate::tui::overlays::caps;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::naming::VersionForm;
use crate::tui::overlays::painter;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::overlays::zones;
use crate::tui::update::edit;
use crate::workbench::Query;
use crate::workbench::Within;

/// Where the workbench's cursors are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkbenchView {
    pub pane: Pane,
    /// Line of the criteria list; see [`lines`].
    pub line: usize,
    /// Selected cell: row from the top, column from the left.
    pub cell: (usize, usize),
    pub view: CellView,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    #[default]
    Criteria,
    Matrix,
}

/// What a cell of the matrix shows below its count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellView {
    /// Change against the baseline.
    #[default]
    Delta,
    /// Share of the population.
    Share,
    /// The zone of the map in force.
    Zone,
}

/// A line of the criteria list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    Axis(Side),
    /// Axis and index of the group.
    Group(Side, usize),
    /// Axis, index of the group, index in the group, index among all criteria.
    Criterion(Side, usize, usize, usize),
}

/// Returns the lines of the criteria list.
pub fn lines(model: &Model) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut flat = 0;
    for side in Side::BOTH {
        if model.axis(side).is_absent() {
            continue;
        }
        lines.push(Line::Axis(side));
        for (group_index, group) in model.axis(side).groups.iter().enumerate() {
            lines.push(Line::Group(side, group_index));
            for index in 0..group.criteria.len() {
                lines.push(Line::Criterion(side, group_index, index, flat));
                flat += 1;
            }
        }
    }
    lines
}

/// Returns the line under the cursor.
pub fn current(app: &App) -> Option<Line> {
    let lines = lines(app.bench.as_ref()?.model());
    lines.get(app.workbench.line.min(lines.len().saturating_sub(1))).copied()
}

/// Returns the criterion under the cursor.
pub fn current_criterion(app: &App) -> Option<&Criterion> {
    match current(app)? {
        Line::Criterion(side, group, index, _) => {
            app.bench.as_ref()?.model().axis(side).groups.get(group)?.criteria.get(index)
        }
        Line::Axis(_) | Line::Group(..) => None,
    }
}

/// Puts the cursor on the named criterion.
pub fn select(app: &mut App, name: &str) {
    let Some(bench) = &app.bench else { return };
    let model = bench.model();
    let at = lines(model).iter().position(|line| match line {
        Line::Criterion(side, group, index, _) => model.axis(*side).groups[*group].criteria[*index].name == name,
        Line::Axis(_) | Line::Group(..) => false,
    });
    if let Some(at) = at {
        app.workbench.line = at;
    }
}

/// Puts the cursor on the first criterion.
pub fn select_first(app: &mut App) {
    let Some(bench) = &app.bench else { return };
    let first = lines(bench.model()).iter().position(|line| matches!(line, Line::Criterion(..)));
    app.workbench.line = first.unwrap_or(0);
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    app.bench.as_ref()?;
    let done = match action {
        Action::NextPane | Action::PreviousPane => {
            app.workbench.pane = match app.workbench.pane {
                Pane::Criteria => Pane::Matrix,
                Pane::Matrix => Pane::Criteria,
            };
            Vec::new()
        }
        Action::CellView => {
            app.workbench.view = match app.workbench.view {
                CellView::Delta => CellView::Share,
                CellView::Share => CellView::Zone,
                CellView::Zone => CellView::Delta,
            };
            Vec::new()
        }
        Action::EditBands => open_bands(app),
        Action::EditCaps => open_caps(app),
        Action::PaintZones => painter::open(app),
        Action::EditZones => zones::open(app),
        Action::AxisSettings => axis::open(app, side_at_cursor(app)),
        Action::ChooseMap => next_map(app),
        Action::SetBaseline => set_baseline(app),
        Action::SaveVersion => {
            app.overlays.push(Overlay::Version(VersionForm::default()));
            Vec::new()
        }
        _ => {
            return match app.workbench.pane {
                Pane::Criteria => act_criteria(app, action),
                Pane::Matrix => act_matrix(app, action),
            };
        }
    };
    Some(done)
}

fn act_criteria(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let n_lines = lines(model).len();
    let page = usize::from(app.area.height / 2).max(1);
    let line = app.workbench.line.min(n_lines.saturating_sub(1));
    if let Some(line) = moved(action, line, n_lines, page) {
        app.workbench.line = line;
        return Some(Vec::new());
    }
    Some(match action {
        Action::WeightUp => turn(app, 1),
        Action::WeightDown => turn(app, -1),
        Action::WeightUpMore => turn(app, 5),
        Action::WeightDownMore => turn(app, -5),
        Action::TypeWeight => {
            if let Some(criterion) = current_criterion(app) {
                let prompt = Prompt::instead_of(Purpose::Weight(criterion.name.clone()), criterion.weight);
                app.overlays.push(Overlay::Prompt(prompt));
            }
            Vec::new()
        }
        Action::WeightBaseline => to_baseline(app),
        Action::Toggle => {
            let switch = current_criterion(app).map(|c| Edit::SetOn { criterion: c.name.clone(), on: !c.on });
            switch.map_or_else(Vec::new, |switch| edit(app, switch))
        }
        Action::Edit | Action::Open => match current(app)? {
            Line::Axis(_) => open_bands(app),
            Line::Group(side, index) => open_group(app, side, index),
            Line::Criterion(..) => {
                let form = CriterionForm::of(app.bench.as_ref()?.model(), current_criterion(app)?);
                overlays::open(app, Overlay::Form(Box::new(form)))
            }
        },
        Action::New => {
            let (side, group, at) = place_for_new(app)?;
            let form = CriterionForm::blank(app.bench.as_ref()?.model(), side, &group, at);
            overlays::open(app, Overlay::Form(Box::new(form)))
        }
        Action::Duplicate => duplicate(app),
        Action::Delete => {
            let gone = current_criterion(app).map(|criterion| criterion.name.clone());
            gone.map_or_else(Vec::new, |criterion| edit(app, Edit::Remove { criterion }))
        }
        Action::ReorderUp => reorder(app, true),
        Action::ReorderDown => reorder(app, false),
        _ => return None,
    })
}

/// Turns the knob under the cursor: a criterion's weight, or a group's upper bound.
fn turn(app: &mut App, by: i64) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let change = match current(app) {
        Some(Line::Criterion(..)) => current_criterion(app)
            .map(|c| Edit::SetWeight { criterion: c.name.clone(), weight: c.weight.saturating_add(by) }),
        Some(Line::Group(side, index)) => {
            let group = &bench.model().axis(side).groups[index];
            group.max.map(|max| Edit::SetCaps {
                side,
                group: group.name.clone(),
                min: group.min,
                max: Some(max.saturating_add(by)),
            })
        }
        Some(Line::Axis(_)) | None => None,
    };
    if let Some(change) = change {
        edit(app, change)
    } else {
        app.tell(Tone::Plain, msg!("tui-no-knob"));
        Vec::new()
    }
}

fn to_baseline(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let base = current_criterion(app)
        .and_then(|c| bench.baseline().criterion(&c.name))
        .map(|base| Edit::SetWeight { criterion: base.name.clone(), weight: base.weight });
    if let Some(base) = base {
        edit(app, base)
    } else {
        app.tell(Tone::Plain, msg!("tui-not-in-baseline"));
        Vec::new()
    }
}

/// Returns where a new criterion goes: after the one under the cursor, else at the end of the group at hand.
fn place_for_new(app: &App) -> Option<(Side, String, usize)> {
    let model = app.bench.as_ref()?.model();
    let (side, group, at) = match current(app)? {
        Line::Axis(side) => (side, 0, 0),
        Line::Group(side, group) => (side, group, 0),
        Line::Criterion(side, group, index, _) => (side, group, index + 1),
    };
    Some((side, model.axis(side).groups.get(group)?.name.clone(), at))
}

fn duplicate(app: &mut App) -> Vec<Effect> {
    let (Some(original), Some((side, group, at))) = (current_criterion(app).cloned(), place_for_new(app)) else {
        return Vec::new();
    };
    let Some(bench) = &app.bench else { return Vec::new() };
    let name = bench.free_name(&original.name);
    let copy = Criterion { name: name.clone(), ..original };
    let effects = edit(app, Edit::Insert { side, group, at, criterion: Box::new(copy) });
    select(app, &name);
    effects
}

/// Moves the criterion under the cursor one place; past the end of its group into the neighbouring group.
fn reorder(app: &mut App, up: bool) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let Some(Line::Criterion(side, group, index, _)) = current(app) else { return Vec::new() };
    let groups = &bench.model().axis(side).groups;
    let name = groups[group].criteria[index].name.clone();
    let (to, at) = if up {
        match (index, group) {
            (0, 0) => return Vec::new(),
            (0, _) => (group - 1, groups[group - 1].criteria.len()),
            _ => (group, index - 1),
        }
    } else if index + 1 < groups[group].criteria.len() {
        (group, index + 1)
    } else if group + 1 < groups.len() {
        (group + 1, 0)
    } else {
        return Vec::new();
    };
    let group = groups[to].name.clone();
    let effects = edit(app, Edit::Move { criterion: name.clone(), side, group, at });
    select(app, &name);
    effects
}

fn side_at_cursor(app: &App) -> Side {
    match (app.workbench.pane, current(app)) {
        (Pane::Criteria, Some(Line::Axis(side) | Line::Group(side, _) | Line::Criterion(side, ..))) => side,
        _ => Side::Columns,
    }
}

fn open_bands(app: &mut App) -> Vec<Effect> {
    let side = side_at_cursor(app);
    bands::open(app, side)
}

fn open_caps(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let (side, index) = match current(app) {
        Some(Line::Group(side, group) | Line::Criterion(side, group, ..)) => (side, group),
        Some(Line::Axis(side)) => (side, 0),
        None => return Vec::new(),
    };
    let group = bench.model().axis(side).groups.get(index).map(|group| group.name.clone());
    caps::open_at(app, side, &group.unwrap_or_default())
}

/// Opens the form of the group under the cursor.
fn open_group(app: &mut App, side: Side, index: usize) -> Vec<Effect> {
    let group = app.bench.as_ref().and_then(|bench| bench.model().axis(side).groups.get(index));
    let group = group.map(|group| group.name.clone());
    group.map_or_else(Vec::new, |group| caps::open_group(app, side, &group))
}

fn next_map(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let model = bench.model();
    let now = model.map_in_force().and_then(|force| model.maps.iter().position(|map| map.name == force.name));
    let next = now.and_then(|now| model.maps.get((now + 1) % model.maps.len()));
    match next {
        Some(next) if model.maps.len() > 1 => {
            let map = next.name.clone();
            edit(app, Edit::SetMap { map })
        }
        _ => {
            app.tell(Tone::Plain, msg!("tui-one-map"));
            Vec::new()
        }
    }
}

fn set_baseline(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &mut app.bench else { return Vec::new() };
    bench.set_baseline();
    app.tell(Tone::Good, msg!("tui-baseline-set"));
    crate::tui::update::save(app, Change::Version { name: String::new(), reason: String::new(), baseline: true })
}

fn act_matrix(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let (n_rows, n_columns) = (model.n_bands(Side::Rows), model.n_bands(Side::Columns));
    let (row, column) = app.workbench.cell;
    let (row, column) = (row.min(n_rows - 1), column.min(n_columns - 1));
    let moved = match action {
        Action::MoveUp => Some((row.saturating_sub(1), column)),
        Action::MoveDown => Some(((row + 1).min(n_rows - 1), column)),
        Action::MoveLeft => Some((row, column.saturating_sub(1))),
        Action::MoveRight => Some((row, (column + 1).min(n_columns - 1))),
        Action::MoveFirst | Action::PageUp => Some((0, column)),
        Action::MoveLast | Action::PageDown => Some((n_rows - 1, column)),
        _ => None,
    };
    if let Some(moved) = moved {
        app.workbench.cell = moved;
        return Some(Vec::new());
    }
    Some(match action {
        Action::Open => drill(app, Within::Cell(n_rows - 1 - row, column)),
        Action::ZoneFilter => {
            let matrix = app.bench.as_ref()?.matrix();
            if let Some(zone) = matrix.cells[row][column].zone.map(|zone| zone.name.clone()) {
                drill(app, Within::Zone(zone))
            } else {
                app.tell(Tone::Plain, msg!("tui-no-zone"));
                Vec::new()
            }
        }
        Action::BandEdgeUp => move_edge(app, column, 1),
        Action::BandEdgeDown => move_edge(app, column, -1),
        _ => return None,
    })
}

/// Moves the lowest value of a column band.
fn move_edge(app: &mut App, column: usize, by: i64) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let band = bench.model().columns.bands.get(column).and_then(|band| Some((band.label.clone(), band.from?)));
    if let Some((band, from)) = band {
        edit(app, Edit::SetBand { side: Side::Columns, band, from: from + by })
    } else {
        app.tell(Tone::Plain, msg!("tell-first-band"));
        Vec::new()
    }
}

/// Opens the list of the leads of a part of the population.
pub fn drill(app: &mut App, within: Within) -> Vec<Effect> {
    app.screen = Screen::Leads;
    crate::tui::screens::leads::show(app, Query { within, ..Query::default() });
    Vec::new()
}
