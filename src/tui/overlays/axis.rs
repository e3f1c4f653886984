//! The settings of an axis: its name, where it starts and ends, its scale, and what time takes from it. Never here: its
//! groups and its bands, which have editors of their own.

use crate::model::Axis;
use crate::model::Degradation;
use crate::model::Edit;
use crate::model::Idle;
use crate::model::MAX_DAYS;
use crate::model::MAX_POINTS;
use crate::model::Model;
use crate::model::Part;
use crate::model::Scale;
use crate::model::Side;
use crate::model::Take;
use crate::model::best;
use crate::model::theoretical_range;
use crate::msg;
use crate::text::Msg;
use crate::text::Points;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::caps::group_range;
use crate::tui::overlays::sheet::Field;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::theme::Role;
use crate::workbench::Workbench;
use crate::workbench::shape;

const ANY_POINTS: (i64, i64) = (-MAX_POINTS, MAX_POINTS);
const DAYS: (i64, i64) = (1, MAX_DAYS as i64);

/// Opens the settings of an axis.
pub fn open(app: &mut App, side: Side) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let axis = bench.model().axis(side);
    let mut rows = Vec::from(Row::words(app.lang, "name", msg!("tui-row-name"), &axis.name));
    let hint_start = msg!("axis-hint-start");
    rows.push(Row::whole("start", msg!("axis-row-start"), Some(axis.start), ANY_POINTS).hint(hint_start));
    rows.push(Row::whole("floor", msg!("axis-row-floor"), axis.floor, ANY_POINTS).hint(msg!("axis-hint-floor")));
    rows.push(Row::whole("ceiling", msg!("axis-row-ceiling"), axis.ceiling, ANY_POINTS).hint(msg!("axis-hint-floor")));
    rows.push(Row::new("sum", msg!("axis-row-best"), Field::Told(groups_told(app, axis))).hint(msg!("axis-hint-best")));
    let (scaled, lo, hi) = match axis.scale {
        Scale::Raw => (0, 0, 100),
        Scale::To(lo, hi) => (1, lo, hi),
    };
    let scales = vec![msg!("axis-scale-raw"), msg!("axis-scale-to")];
    rows.push(Row::choice("scale", msg!("axis-row-scale"), scales, scaled).hint(msg!("axis-hint-scale")));
    rows.push(Row::whole("lo", msg!("axis-row-lo"), Some(lo), ANY_POINTS));
    rows.push(Row::whole("hi", msg!("axis-row-hi"), Some(hi), ANY_POINTS));
    if side == Side::Rows {
        let row = Row::text("ungraded", msg!("axis-row-ungraded"), &bench.model().ungraded);
        rows.push(row.or(msg!("axis-ungraded-none")).hint(msg!("axis-hint-ungraded")));
    }
    // Numbers tell the entries of both lists apart.
    let steps = axis.degradations.iter().find_map(steps_of).unwrap_or_default();
    let n_steps = steps.len();
    rows.extend(steps.iter().enumerate().flat_map(|(index, step)| idle_rows(index + 1, Some(*step))));
    rows.push(Row::add("add-idle", msg!("axis-add-idle"), |entry| idle_rows(entry, None)));
    let slow = axis.degradations.iter().filter(|degradation| steps_of(degradation).is_none());
    rows.extend(slow.enumerate().flat_map(|(index, slow)| slow_rows(n_steps + index + 1, Some(slow))));
    rows.push(Row::add("add-slow", msg!("axis-add-slow"), |entry| slow_rows(entry, None)));
    let title = msg!("axis-settings", axis = app.axis_name(bench.model(), side));
    let sheet = Sheet::new(title, rows, save).of(side, "").live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Opens the settings of the rows.
pub fn open_rows(app: &mut App) -> Vec<Effect> {
    open(app, Side::Rows)
}

/// Opens the settings of the columns.
pub fn open_columns(app: &mut App) -> Vec<Effect> {
    open(app, Side::Columns)
}

/// Opens the settings of the rows where the leads of which nothing is known get a row of their own.
pub fn open_ungraded(app: &mut App) -> Vec<Effect> {
    let effects = open_rows(app);
    if let Some(Overlay::Sheet(sheet)) = app.overlays.last_mut() {
        sheet.select("ungraded");
    }
    effects
}

/// Says in which row the leads of which nothing is known are.
pub fn ungraded_state(model: &Model) -> Msg {
    match model.ungraded.as_str() {
        "" => msg!("axis-ungraded-none"),
        label => msg!("tell-text", text = label),
    }
}

/// Says in a few words how an axis is set: the values it can give, and whether time takes from it.
pub fn state(bench: &Workbench, side: Side) -> Msg {
    let axis = bench.model().axis(side);
    let (lo, hi) = theoretical_range(axis);
    let (lo, hi) = (Points(lo), Points(hi));
    if axis.degradations.is_empty() {
        msg!("axis-state", lo = lo, hi = hi)
    } else {
        msg!("axis-state-degraded", lo = lo, hi = hi)
    }
}

fn steps_of(degradation: &Degradation) -> Option<&[Idle]> {
    match degradation {
        Degradation::Inactive(steps) => Some(steps),
        Degradation::SlowClimb { .. } => None,
    }
}

/// Adds up what the groups give at their best: "demographic 10 + behavioural 53".
fn groups_told(app: &App, axis: &Axis) -> Msg {
    let told = axis.groups.iter().map(|group| {
        let most = Points(group_range(group, true).1);
        msg!("axis-group-best", group = app.words(&group.title, &group.name), best = most)
    });
    told.reduce(|a, b| msg!("axis-plus", a = a, b = b)).unwrap_or_else(|| msg!("axis-no-groups"))
}

fn idle_rows(entry: usize, step: Option<Idle>) -> Vec<Row> {
    let (how, much) = match step.map(|step| step.take) {
        None => (0, None),
        Some(Take::Points(points)) => (0, Some(points)),
        Some(Take::Percent(percent)) => (1, Some(i64::from(percent))),
        Some(Take::DownTo(points)) => (2, Some(points)),
    };
    let takes = vec![msg!("axis-take-points"), msg!("axis-take-percent"), msg!("axis-take-down")];
    let days = step.map(|step| i64::from(step.days));
    vec![
        Row::whole(("idle-days", entry), msg!("axis-row-idle", n = 0_usize), days, DAYS).hint(msg!("axis-hint-idle")),
        Row::choice(("idle-how", entry), msg!("axis-row-take"), takes, how),
        Row::whole(("idle-much", entry), msg!("axis-row-much"), much, ANY_POINTS).hint(msg!("axis-hint-much")),
    ]
}

fn slow_rows(entry: usize, slow: Option<&Degradation>) -> Vec<Row> {
    let (gain, over, below, points) = match slow {
        Some(Degradation::SlowClimb { gain, over, below, points }) => {
            (Some(*gain), Some(i64::from(*over)), Some(*below), Some(*points))
        }
        Some(Degradation::Inactive(_)) | None => (None, None, None, None),
    };
    let hint = || msg!("axis-hint-slow");
    vec![
        Row::whole(("slow-gain", entry), msg!("axis-row-gain", n = 0_usize), gain, (0, MAX_POINTS)).hint(hint()),
        Row::whole(("slow-over", entry), msg!("axis-row-over"), over, DAYS).hint(hint()),
        Row::whole(("slow-below", entry), msg!("axis-row-below"), below, ANY_POINTS).hint(hint()),
        Row::whole(("slow-points", entry), msg!("axis-row-points"), points, (0, MAX_POINTS)).hint(hint()),
    ]
}

/// Returns the axis as the form has it.
fn read(sheet: &Sheet, axis: &Axis) -> Result<Axis, Wrong> {
    let (floor, ceiling) = (sheet.whole("floor")?, sheet.whole("ceiling")?);
    if floor.zip(ceiling).is_some_and(|(floor, ceiling)| floor > ceiling) {
        return Err(Wrong::at("ceiling", msg!("axis-floor-above")));
    }
    let scale = if sheet.choice("scale") == 0 {
        Scale::Raw
    } else {
        let (lo, hi) = (sheet.must_whole("lo")?, sheet.must_whole("hi")?);
        if lo >= hi {
            return Err(Wrong::at("hi", msg!("axis-range-order")));
        }
        Scale::To(lo, hi)
    };
    Ok(Axis {
        name: sheet.words("name"),
        start: sheet.whole("start")?.unwrap_or(0),
        floor,
        ceiling,
        scale,
        degradations: degradations(sheet, axis)?,
        groups: axis.groups.clone(),
        bands: axis.bands.clone(),
    })
}

fn degradations(sheet: &Sheet, axis: &Axis) -> Result<Vec<Degradation>, Wrong> {
    let mut steps = Vec::new();
    for entry in sheet.entries("idle-days") {
        let days = sheet.must_whole(("idle-days", entry))?;
        let much = sheet.must_whole(("idle-much", entry))?;
        let outside = |why: Msg| Wrong::at(("idle-much", entry), why);
        let take = match sheet.choice(("idle-how", entry)) {
            0 if much < 0 => return Err(outside(msg!("sheet-bounds", least = 0_i64, most = MAX_POINTS))),
            0 => Take::Points(much),
            1 => {
                let percent = u8::try_from(much).ok().filter(|percent| *percent <= 100);
                Take::Percent(percent.ok_or_else(|| outside(msg!("sheet-bounds", least = 0_i64, most = 100_i64)))?)
            }
            _ => Take::DownTo(much),
        };
        if steps.iter().any(|step: &Idle| i64::from(step.days) == days) {
            return Err(Wrong::at(("idle-days", entry), msg!("axis-days-twice")));
        }
        steps.push(Idle { days: u32::try_from(days).unwrap_or(MAX_DAYS), take });
    }
    steps.sort_by_key(|step| step.days);
    let mut all = Vec::new();
    if !steps.is_empty() {
        all.push(Degradation::Inactive(steps));
    }
    // The form shows the first list of steps; a second, which only a text can make, stays as it is.
    all.extend(axis.degradations.iter().filter(|degradation| steps_of(degradation).is_some()).skip(1).cloned());
    for entry in sheet.entries("slow-gain") {
        all.push(Degradation::SlowClimb {
            gain: sheet.must_whole(("slow-gain", entry))?,
            over: u32::try_from(sheet.must_whole(("slow-over", entry))?).unwrap_or(MAX_DAYS),
            below: sheet.must_whole(("slow-below", entry))?,
            points: sheet.must_whole(("slow-points", entry))?,
        });
    }
    Ok(all)
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let model = bench.model();
    let axis = read(sheet, model.axis(sheet.side))?;
    let mut parts = vec![Part::Axis(sheet.side, Box::new(axis))];
    if sheet.side == Side::Rows {
        let label = sheet.text("ungraded");
        if model.rows.bands.iter().any(|band| band.label == label) {
            return Err(Wrong::at("ungraded", msg!("tell-band-taken", name = label)));
        }
        parts.extend(shape::set_ungraded(model, label));
    }
    Ok(Edit::Set(parts))
}

/// Shows the ends of the scale where there is one, and says what the axis can give and what time takes now.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let side = sheet.side;
    let scaled = sheet.choice("scale") == 1;
    sheet.show("lo", scaled);
    sheet.show("hi", scaled);
    sheet.notes.clear();
    if let Ok(axis) = read(sheet, bench.model().axis(side)) {
        let (lo, hi) = theoretical_range(&axis);
        let range = match (axis.scale, best(&axis)) {
            (Scale::Raw, _) => (Role::Good, msg!("axis-range", lo = Points(lo), hi = Points(hi))),
            (Scale::To(lo, hi), Some(best)) if best > 0 => {
                let best = i64::try_from(best).unwrap_or(i64::MAX);
                (Role::Good, msg!("axis-range-scaled", best = Points(best), lo = lo, hi = hi))
            }
            (Scale::To(..), Some(_)) => (Role::Warn, msg!("axis-range-nothing")),
            (Scale::To(..), None) => (Role::Warn, msg!("axis-range-endless")),
        };
        sheet.notes.push(range);
    }
    let scores = bench.scores();
    let n_degradations = bench.model().axis(side).degradations.len();
    if n_degradations > 0 {
        let loses = |lead: &usize| (0..n_degradations).any(|degradation| scores.taken(side, degradation, *lead) > 0);
        let inside = scores.inside().iter().enumerate().filter(|(_, inside)| **inside).map(|(lead, _)| lead);
        let leads = msg!("axis-leads", n = inside.filter(loses).count());
        sheet.notes.push((Role::Muted, msg!("axis-taken-now", leads = leads)));
    }
}
