//! Changes of a model's shape that keep it whole: bands, groups, zones and maps, each answered as the parts to put in
//! place at once. Pure functions of a model; a name that is not there changes nothing. Never here: leads, screens, saving.

use crate::model::Axis;
use crate::model::Band;
use crate::model::Group;
use crate::model::Map;
use crate::model::Model;
use crate::model::Part;
use crate::model::Side;
use crate::model::Words;
use crate::model::Zone;

/// Cuts the band that holds `from` in two: a new band begins there, and every map gives it the zones of the band it was
/// cut from. On an axis without bands, `lowest` is what the other half is called.
pub fn add_band(model: &Model, side: Side, label: &str, from: i64, lowest: &str) -> Vec<Part> {
    let mut axis = model.axis(side).clone();
    let mut maps = model.maps.clone();
    if axis.bands.is_empty() {
        rename_rows(&mut maps, side, axis.label(0), lowest);
        axis.bands.push(Band { label: lowest.to_owned(), from: None });
    }
    let above = |band: &Band| band.from.is_some_and(|other| from < other);
    let at = axis.bands.iter().position(above).unwrap_or(axis.bands.len());
    for map in &mut maps {
        match side {
            Side::Rows => copy_row(map, axis.label(at - 1), label, axis.bands.get(at).map(|band| band.label.as_str())),
            Side::Columns => {
                for (_, zones) in map.rows.iter_mut().filter(|(_, zones)| at <= zones.len()) {
                    zones.insert(at, zones[at - 1].clone());
                }
            }
        }
    }
    axis.bands.insert(at, Band { label: label.to_owned(), from: Some(from) });
    vec![Part::Axis(side, Box::new(axis)), Part::Maps(maps)]
}

/// Gives a map a row like another's, beside it: on the side of the row `above`, if there is one.
fn copy_row(map: &mut Map, like: &str, label: &str, above: Option<&str>) {
    let place = |wanted: &str| map.rows.iter().position(|(label, _)| label == wanted);
    let Some(at) = place(like) else { return };
    let zones = map.rows[at].1.clone();
    let highest_first = match above.and_then(place) {
        Some(above) => above < at,
        // The highest band of all: its new neighbour goes to the end of the list it is nearer to.
        None => at == 0 && map.rows.len() > 1,
    };
    map.rows.insert(if highest_first { at } else { at + 1 }, (label.to_owned(), zones));
}

fn rename_rows(maps: &mut [Map], side: Side, label: &str, to: &str) {
    let rows = maps.iter_mut().flat_map(|map| &mut map.rows);
    for (row, _) in rows.filter(|(row, _)| side == Side::Rows && row == label) {
        to.clone_into(row);
    }
}

/// Takes a band away: what was in it belongs to the band below, or above where it was the lowest. Every map loses its
/// zones. The last band stays.
pub fn remove_band(model: &Model, side: Side, label: &str) -> Vec<Part> {
    let mut axis = model.axis(side).clone();
    let Some(at) = axis.bands.iter().position(|band| band.label == label).filter(|_| axis.bands.len() > 1) else {
        return Vec::new();
    };
    axis.bands.remove(at);
    axis.bands[0].from = None;
    let mut maps = model.maps.clone();
    for map in &mut maps {
        match side {
            Side::Rows => map.rows.retain(|(row, _)| row != label),
            Side::Columns => {
                for (_, zones) in map.rows.iter_mut().filter(|(_, zones)| at < zones.len()) {
                    zones.remove(at);
                }
            }
        }
    }
    vec![Part::Axis(side, Box::new(axis)), Part::Maps(maps)]
}

/// Calls the band of the leads without a grade `label`, or, if that is empty, has none. A new one gets the zones of the
/// lowest band in every map.
pub fn set_ungraded(model: &Model, label: &str) -> Vec<Part> {
    let mut maps = model.maps.clone();
    match (model.ungraded.as_str(), label) {
        (old, new) if old == new => return Vec::new(),
        ("", new) => {
            let lowest = model.rows.label(0);
            for map in &mut maps {
                let highest_first = map.rows.last().is_some_and(|(row, _)| row == lowest) && map.rows.len() > 1;
                if let Some(row) = map.rows.iter().find(|(row, _)| row == lowest) {
                    let row = (new.to_owned(), row.1.clone());
                    map.rows.insert(if highest_first { map.rows.len() } else { 0 }, row);
                }
            }
        }
        (old, "") => maps.iter_mut().for_each(|map| map.rows.retain(|(row, _)| row != old)),
        (old, new) => rename_rows(&mut maps, Side::Rows, old, new),
    }
    vec![Part::Ungraded(label.to_owned()), Part::Maps(maps)]
}

fn with_axis(model: &Model, side: Side, change: impl FnOnce(&mut Axis)) -> Vec<Part> {
    let mut axis = model.axis(side).clone();
    change(&mut axis);
    vec![Part::Axis(side, Box::new(axis))]
}

/// Adds a group at the end of an axis.
pub fn add_group(model: &Model, side: Side, group: Group) -> Vec<Part> {
    with_axis(model, side, |axis| axis.groups.push(group))
}

/// Gives a group another name, title and bounds; its criteria stay.
pub fn set_group(model: &Model, side: Side, name: &str, to: Group) -> Vec<Part> {
    with_axis(model, side, |axis| {
        if let Some(group) = axis.groups.iter_mut().find(|group| group.name == name) {
            let criteria = std::mem::take(&mut group.criteria);
            *group = Group { criteria, ..to };
        }
    })
}

/// Takes a group away; its criteria go to the end of the group `heir` of either axis. Without an heir only an empty
/// group goes.
pub fn remove_group(model: &Model, side: Side, name: &str, heir: Option<(Side, &str)>) -> Vec<Part> {
    let mut axes = Side::BOTH.map(|side| model.axis(side).clone());
    let groups = &mut axes[side as usize].groups;
    let Some(at) = groups.iter().position(|group| group.name == name) else { return Vec::new() };
    let criteria = groups.remove(at).criteria;
    if !criteria.is_empty() {
        let heir = heir.and_then(|(side, name)| axes[side as usize].groups.iter_mut().find(|group| group.name == name));
        let Some(heir) = heir else { return Vec::new() };
        heir.criteria.extend(criteria);
    }
    let parts = Side::BOTH.into_iter().zip(axes).filter(|(side, axis)| model.axis(*side) != axis);
    parts.map(|(side, axis)| Part::Axis(side, Box::new(axis))).collect()
}

/// Moves a group one place among those of its axis.
pub fn move_group(model: &Model, side: Side, name: &str, up: bool) -> Vec<Part> {
    with_axis(model, side, |axis| move_one(&mut axis.groups, |group| group.name == name, up))
}

fn move_one<T>(list: &mut [T], is_it: impl Fn(&T) -> bool, up: bool) {
    let Some(at) = list.iter().position(is_it) else { return };
    let to = if up { at.saturating_sub(1) } else { (at + 1).min(list.len() - 1) };
    list.swap(at, to);
}

/// Adds a zone at the end of the list.
pub fn add_zone(model: &Model, zone: Zone) -> Vec<Part> {
    let mut zones = model.zones.clone();
    zones.push(zone);
    vec![Part::Zones(zones)]
}

/// Puts a zone in place of the named one; maps and gates follow its name.
pub fn set_zone(model: &Model, name: &str, to: Zone) -> Vec<Part> {
    let mut parts = renamed_zone(model, name, &to.name);
    let mut zones = model.zones.clone();
    if let Some(zone) = zones.iter_mut().find(|zone| zone.name == name) {
        *zone = to;
    }
    parts.push(Part::Zones(zones));
    parts
}

/// Takes a zone away; its cells and its gates go to the zone `heir`.
pub fn remove_zone(model: &Model, name: &str, heir: &str) -> Vec<Part> {
    let mut parts = renamed_zone(model, name, heir);
    parts.push(Part::Zones(model.zones.iter().filter(|zone| zone.name != name).cloned().collect()));
    parts
}

/// Returns the maps and gates in which they differ with one zone's name in place of another's.
fn renamed_zone(model: &Model, name: &str, to: &str) -> Vec<Part> {
    let mut maps = model.maps.clone();
    let cells = maps.iter_mut().flat_map(|map| &mut map.rows).flat_map(|(_, zones)| zones);
    cells.filter(|zone| *zone == name).for_each(|zone| to.clone_into(zone));
    let mut gates = model.gates.clone();
    gates.iter_mut().filter(|gate| gate.zone == name).for_each(|gate| to.clone_into(&mut gate.zone));
    let mut parts = Vec::new();
    if maps != model.maps {
        parts.push(Part::Maps(maps));
    }
    if gates != model.gates {
        parts.push(Part::Gates(gates));
    }
    parts
}

/// Moves a zone one place in the list.
pub fn move_zone(model: &Model, name: &str, up: bool) -> Vec<Part> {
    let mut zones = model.zones.clone();
    move_one(&mut zones, |zone| zone.name == name, up);
    vec![Part::Zones(zones)]
}

/// Gives cells of a map a zone. A cell is a row band and a column band, each counted from the lowest.
pub fn paint(model: &Model, map: &str, cells: &[(usize, usize)], zone: &str) -> Vec<Part> {
    let mut maps = model.maps.clone();
    if let Some(map) = maps.iter_mut().find(|known| known.name == map) {
        for (row, column) in cells {
            let label = model.label(Side::Rows, *row);
            let zones = map.rows.iter_mut().find(|(row, _)| row == label);
            if let Some(cell) = zones.and_then(|(_, zones)| zones.get_mut(*column)) {
                zone.clone_into(cell);
            }
        }
    }
    vec![Part::Maps(maps)]
}

/// Adds a map: a copy of the one called `like`, else with every cell in the first zone.
pub fn add_map(model: &Model, like: &str, name: &str, title: Words) -> Vec<Part> {
    let rows = match (model.maps.iter().find(|map| map.name == like), model.zones.first()) {
        (Some(map), _) => map.rows.clone(),
        (None, Some(zone)) => {
            let zones = vec![zone.name.clone(); model.n_bands(Side::Columns)];
            let rows = (0..model.n_bands(Side::Rows)).rev().map(|band| model.label(Side::Rows, band));
            rows.map(|label| (label.to_owned(), zones.clone())).collect()
        }
        (None, None) => return Vec::new(),
    };
    let mut maps = model.maps.clone();
    maps.push(Map { name: name.to_owned(), title, rows });
    vec![Part::Maps(maps)]
}

/// Gives a map another name and title; in force stays in force.
pub fn rename_map(model: &Model, name: &str, to: &str, title: Words) -> Vec<Part> {
    let mut maps = model.maps.clone();
    let Some(map) = maps.iter_mut().find(|map| map.name == name) else { return Vec::new() };
    to.clone_into(&mut map.name);
    map.title = title;
    let force = if model.map == name { to } else { &model.map };
    vec![Part::Maps(maps), Part::Map(force.to_owned())]
}

/// Takes a map away; if it was in force, the first of the others is.
pub fn remove_map(model: &Model, name: &str) -> Vec<Part> {
    let maps = model.maps.iter().filter(|map| map.name != name).cloned().collect();
    let force = if model.map == name { "" } else { &model.map };
    vec![Part::Maps(maps), Part::Map(force.to_owned())]
}

/// How one map differs from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Row band and column band of every cell that differs, each counted from the lowest.
    pub cells: Vec<(usize, usize)>,
    /// Leads in those cells.
    pub leads: u64,
    /// From which zone to which, the move of most leads first.
    pub moves: Vec<Move>,
}

/// Cells that are in one zone under a map and in another under the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub from: String,
    pub to: String,
    pub cells: usize,
    pub leads: u64,
}

/// Compares two maps, cell by cell; `count` tells how many leads of a cell
/// go where the maps say.
pub fn difference(model: &Model, from: &Map, to: &Map, count: impl Fn(usize, usize) -> u64) -> Difference {
    let mut found = Difference::default();
    for row in 0..model.n_bands(Side::Rows) {
        for column in 0..model.n_bands(Side::Columns) {
            let zones = (model.zone_in(from, row, column), model.zone_in(to, row, column));
            let (Some(from), Some(to)) = zones else { continue };
            let (from, to) = (from.name.as_str(), to.name.as_str());
            if from == to {
                continue;
            }
            let leads = count(row, column);
            found.cells.push((row, column));
            found.leads += leads;
            match found.moves.iter_mut().find(|known| known.from == from && known.to == to) {
                Some(known) => {
                    known.cells += 1;
                    known.leads += leads;
                }
                None => found.moves.push(Move { from: from.to_owned(), to: to.to_owned(), cells: 1, leads }),
            }
        }
    }
    found.moves.sort_by_key(|known| std::cmp::Reverse((known.leads, known.cells)));
    found
}
