//! The groups of both axes: their list, with what their criteria give at best and what is left of it within the bounds,
//! and the form of one.

use crate::model::Axis;
use crate::model::Edit;
use crate::model::Group;
use crate::model::MAX_POINTS;
use crate::model::Model;
use crate::model::Side;
use crate::model::theoretical_range;
use crate::msg;
use crate::text::Msg;
use crate::text::Points;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::list::Choices;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::things;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::theme::Role;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;
use crate::workbench::Workbench;
use crate::workbench::shape;

const ANY_POINTS: (i64, i64) = (-MAX_POINTS, MAX_POINTS);

/// The groups, those of the rows first.
pub static GROUPS: Kind = Kind {
    title: || msg!("groups"),
    empty: || msg!("groups-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let model = bench.model();
        groups(model).map(|(side, group)| row(app, model, side, group)).collect()
    },
    open: |app, row| {
        let found = app.bench.as_ref().and_then(|bench| groups(bench.model()).nth(row));
        let found = found.map(|(side, group)| (side, group.name.clone()));
        found.map_or_else(Vec::new, |(side, group)| open_group(app, side, &group))
    },
    new: Some(|app, row| {
        let side = app.bench.as_ref().and_then(|bench| Some(groups(bench.model()).nth(row)?.0));
        form(app, side.unwrap_or(Side::Columns), None)
    }),
    remove: Some(|model, row| {
        let found = groups(model).nth(row);
        Edit::Set(found.map_or_else(Vec::new, |(side, group)| shape::remove_group(model, side, &group.name, None)))
    }),
    shift: Some(|model, from, to| {
        let (found, other) = (groups(model).nth(from), groups(model).nth(to));
        let parts = match (found, other) {
            (Some((side, group)), Some((beside, _))) if side == beside => {
                shape::move_group(model, side, &group.name, to < from)
            }
            _ => Vec::new(),
        };
        Edit::Set(parts)
    }),
    toggle: None,
};

/// Opens the list of the groups.
pub fn open(app: &mut App) -> Vec<Effect> {
    open_at(app, Side::Rows, "")
}

/// Opens the list of the groups with the cursor on one of them.
pub fn open_at(app: &mut App, side: Side, group: &str) -> Vec<Effect> {
    let model = app.bench.as_ref().map(Workbench::model);
    let row = model.and_then(|model| groups(model).position(|found| found.0 == side && found.1.name == group));
    things::open_asking(app, &GROUPS, row.unwrap_or(0), ask_heir)
}

fn groups(model: &Model) -> impl Iterator<Item = (Side, &Group)> {
    Side::BOTH.into_iter().flat_map(|side| model.axis(side).groups.iter().map(move |group| (side, group)))
}

/// Returns the least and the most that a group's criteria give together, in micropoints: within its bounds or without.
pub(super) fn group_range(group: &Group, bounded: bool) -> (i64, i64) {
    let bounds = |bound: Option<i64>| bound.filter(|_| bounded);
    let group = Group { min: bounds(group.min), max: bounds(group.max), ..group.clone() };
    theoretical_range(&Axis { groups: vec![group], ..Axis::default() })
}

fn row(app: &App, model: &Model, side: Side, group: &Group) -> Thing {
    let name = app.words(&group.title, &group.name);
    let (least, most) = group_range(group, false);
    let sum = msg!("groups-sum", least = Points(least), most = Points(most));
    let detail = match (group.min, group.max) {
        (None, None) => msg!("groups-detail", n = group.criteria.len(), sum = sum.clone()),
        (min, max) => {
            let bounds = bounds_told(min, max);
            msg!("groups-detail-bounds", n = group.criteria.len(), sum = sum.clone(), bounds = bounds)
        }
    };
    let (low, high) = group_range(group, true);
    let note = msg!("groups-note", sum = sum, low = Points(low), high = Points(high));
    let text = format!("{} › {name}", app.axis_name(model, side));
    Thing::new(text, app.say(&detail)).note(app.say(&note))
}

fn bounds_told(min: Option<i64>, max: Option<i64>) -> Msg {
    match (min, max) {
        (None, None) => msg!("groups-no-bounds"),
        (None, Some(max)) => msg!("tui-cap-max", max = max),
        (Some(min), None) => msg!("tui-cap-min", min = min),
        (Some(min), Some(max)) => msg!("tui-cap-both", min = min, max = max),
    }
}

/// Opens the form of the named group.
pub fn open_group(app: &mut App, side: Side, name: &str) -> Vec<Effect> {
    let group = app.bench.as_ref().and_then(|bench| {
        let groups = &bench.model().axis(side).groups;
        groups.iter().find(|group| group.name == name).cloned()
    });
    group.map_or_else(Vec::new, |group| form(app, side, Some(group)))
}

fn form(app: &mut App, side: Side, group: Option<Group>) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(Workbench::model) else { return Vec::new() };
    let sides = Side::BOTH.map(|side| msg!("tell-text", text = app.axis_name(model, side)));
    let is_new = group.is_none();
    let group = group.unwrap_or_default();
    let mut rows = Vec::new();
    if is_new {
        rows.push(Row::choice("side", msg!("groups-row-axis"), sides.into(), side as usize));
    }
    rows.push(Row::text("name", msg!("tui-row-name"), &group.name));
    rows.extend(Row::words(app.lang, "title", msg!("groups-row-title"), &group.title));
    rows.push(Row::whole("min", msg!("tui-row-min"), group.min, ANY_POINTS).hint(msg!("tui-caps-note")));
    rows.push(Row::whole("max", msg!("tui-row-max"), group.max, ANY_POINTS).hint(msg!("tui-caps-note")));
    let title =
        if is_new { msg!("groups-new") } else { msg!("tui-caps", group = app.words(&group.title, &group.name)) };
    let mut sheet = Sheet::new(title, rows, save).of(side, &group.name).live(live);
    if !is_new {
        sheet.select("max");
    }
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn side_of(sheet: &Sheet) -> Side {
    match (sheet.of.is_empty(), sheet.choice("side")) {
        (false, _) => sheet.side,
        (true, 0) => Side::Rows,
        (true, _) => Side::Columns,
    }
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let (model, side) = (bench.model(), side_of(sheet));
    let (min, max) = (sheet.whole("min")?, sheet.whole("max")?);
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return Err(Wrong::at("max", msg!("tell-cap-order")));
    }
    let group = Group { name: sheet.name("name")?, title: sheet.words("title"), min, max, criteria: Vec::new() };
    let same = |other: &&Group| other.name == group.name && other.name != sheet.of;
    if model.axis(side).groups.iter().find(same).is_some() {
        return Err(Wrong::at("name", msg!("groups-taken", name = &group.name)));
    }
    Ok(match model.axis(side).groups.iter().find(|old| old.name == sheet.of) {
        None => Edit::Set(shape::add_group(model, side, group)),
        // The bounds alone are an edit of their own, which other windows can join.
        Some(old) if old.name == group.name && old.title == group.title => {
            Edit::SetCaps { side, group: group.name, min, max }
        }
        Some(_) => Edit::Set(shape::set_group(model, side, &sheet.of, group)),
    })
}

/// Says what the criteria give together, and what is left of it within the bounds.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let groups = &bench.model().axis(sheet.side).groups;
    sheet.notes.clear();
    let (Some(group), Ok(min), Ok(max)) =
        (groups.iter().find(|group| group.name == sheet.of), sheet.whole("min"), sheet.whole("max"))
    else {
        return;
    };
    let (least, most) = group_range(group, false);
    let (low, high) = group_range(&Group { min, max, ..group.clone() }, true);
    let sum = msg!("groups-sum", least = Points(least), most = Points(most));
    let note = msg!("groups-note", sum = sum, low = Points(low), high = Points(high));
    sheet.notes.push((Role::Good, note));
}

/// Asks which group takes the criteria of the one under the cursor; none if it has none.
fn ask_heir(app: &mut App, row: usize) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let (side, group) = groups(model).nth(row).filter(|(_, group)| !group.criteria.is_empty())?;
    let others: Vec<(Side, &Group)> =
        groups(model).filter(|(other, heir)| (*other, &heir.name) != (side, &group.name)).collect();
    if others.is_empty() {
        app.tell(crate::tui::app::Tone::Plain, msg!("groups-last"));
        return Some(Vec::new());
    }
    let items = others.iter().map(|(side, heir)| {
        let text = format!("{} › {}", app.axis_name(model, *side), app.words(&heir.title, &heir.name));
        Item::new(text, "")
    });
    let picker = Picker::new(items.collect(), false);
    let heir =
        |(to, heir): &(Side, &Group)| Edit::Set(shape::remove_group(model, side, &group.name, Some((*to, &heir.name))));
    let choices = Choices::Edits(others.iter().map(heir).collect());
    let name = app.words(&group.title, &group.name);
    let title = msg!("groups-heir", group = name, n = group.criteria.len());
    app.overlays.push(Overlay::Choosing(Choosing { title, picker, choices }));
    Some(Vec::new())
}
