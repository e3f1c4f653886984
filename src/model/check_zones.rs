//! What makes zones, maps, gates and alerts loadable: every name they use must exist, and every cell must have a zone.

use std::collections::HashMap;
use std::collections::HashSet;

use crate::model::Alert;
use crate::model::Gate;
use crate::model::MAX_PARTS;
use crate::model::MAX_ZONES;
use crate::model::Map;
use crate::model::Model;
use crate::model::Side;
use crate::model::Step;
use crate::model::Zone;
use crate::model::check::Check;
use crate::model::check_condition;
use crate::model::check_rule;
use crate::msg;

/// The names of the zones there are.
type Known<'m> = HashSet<&'m str>;

/// Checks the gates, the zones, the maps and the alerts, in the order of the text.
pub(super) fn zones_and_beside(check: &mut Check, model: &Model) {
    let known: Known = model.zones.iter().map(|zone| zone.name.as_str()).collect();
    gates(check, &model.gates, &known);
    zones(check, &model.zones);
    let mut names = HashMap::new();
    check.each("maps", &model.maps, |check, _, map| {
        check.name(&map.name, "name", (msg!("model-one-map"), msg!("model-several-maps")), &mut names);
        check.words("title", &map.title);
        if model.rows.n_bands().max(model.columns.n_bands()) <= MAX_PARTS {
            cells(check, map, model, &known);
        }
    });
    if !model.map.is_empty() && !model.maps.iter().any(|map| map.name == model.map) {
        let text = msg!("model-no-such-map", name = &model.map);
        let known = model.maps.iter().map(|map| map.name.as_str());
        check.within(&[Step::Field("map")], |check| check.fault_near(text, &model.map, known));
    }
    alerts(check, &model.alerts);
}

fn gates(check: &mut Check, gates: &[Gate], known: &Known<'_>) {
    check.count("gates", gates.len(), MAX_PARTS);
    let mut names = HashMap::new();
    check.each("gates", gates, |check, _, gate| {
        check.name(&gate.name, "name", (msg!("model-one-gate"), msg!("model-several-gates")), &mut names);
        check.words("title", &gate.title);
        check.within(&[Step::Field("pass")], |check| check_condition::gate(check, &gate.pass));
        if !known.contains(gate.zone.as_str()) {
            let text = msg!("model-gate-no-such-zone", gate = &gate.name, zone = &gate.zone);
            check.within(&[Step::Field("zone")], |check| check.fault_near(text, &gate.zone, known.iter().copied()));
        }
    });
}

fn zones(check: &mut Check, zones: &[Zone]) {
    if zones.len() > MAX_ZONES {
        let text = msg!("model-many-zones", n = zones.len(), limit = MAX_ZONES);
        check.within(&[Step::Field("zones")], |check| check.fault(text));
    }
    let mut names = HashMap::new();
    check.each("zones", zones, |check, _, zone| {
        check.name(&zone.name, "name", (msg!("model-one-zone"), msg!("model-several-zones")), &mut names);
        check.words("title", &zone.title);
        check.words("action", &zone.action);
    });
}

fn alerts(check: &mut Check, alerts: &[Alert]) {
    check.count("alerts", alerts.len(), MAX_PARTS);
    let mut names = HashMap::new();
    check.each("alerts", alerts, |check, _, alert| {
        check.name(&alert.name, "name", (msg!("model-one-alert"), msg!("model-several-alerts")), &mut names);
        check.words("title", &alert.title);
        check.condition("when", &alert.when);
        check_rule::filter(check, &alert.filter);
        check_rule::window(check, &alert.name, Step::Field("within"), alert.within);
        check.words("action", &alert.action);
    });
}

fn cells(check: &mut Check, map: &Map, model: &Model, known_zones: &Known<'_>) {
    let labels = || (0..model.n_bands(Side::Rows)).map(|band| model.label(Side::Rows, band));
    let n_columns = model.n_bands(Side::Columns);
    let mut first_rows: HashMap<&str, usize> = HashMap::new();
    for (index, (label, zones)) in map.rows.iter().enumerate() {
        check.within(&[Step::Field("rows"), Step::Item(index)], |check| {
            if !labels().any(|known| known == label) {
                let text = msg!("model-map-unknown-row", map = &map.name, row = label);
                check.within(&[Step::Item(0)], |check| check.fault_near(text, label, labels()));
            } else if let Some(first) = first_rows.insert(label, index) {
                let text = msg!("model-map-row-twice", map = &map.name, row = label);
                let mut first_at = check.path().to_vec();
                first_at.pop();
                first_at.push(Step::Item(first));
                check.fault_first(text, first_at);
            }
            row(check, map, label, zones, known_zones);
            if zones.len() > n_columns {
                let (n, bands) = (zones.len(), n_columns);
                check.fault(msg!("model-map-row-too-long", map = &map.name, row = label, n = n, bands = bands));
            }
            for column in zones.len()..n_columns {
                let column = model.label(Side::Columns, column);
                check.fault(msg!("model-map-hole", map = &map.name, row = label, column = column));
            }
        });
    }
    for missing in labels().filter(|label| !map.rows.iter().any(|(row, _)| row == label)) {
        check.within(&[Step::Field("rows")], |check| {
            check.fault(msg!("model-map-missing-row", map = &map.name, row = missing));
        });
    }
}

fn row(check: &mut Check, map: &Map, label: &str, zones: &[String], known: &Known<'_>) {
    check.within(&[Step::Item(0)], |check| check.text_length(label));
    for (column, zone) in zones.iter().enumerate().filter(|(_, zone)| !known.contains(zone.as_str())) {
        let text = msg!("model-no-such-zone", map = &map.name, zone = zone);
        let known = known.iter().copied();
        check.within(&[Step::Item(1), Step::Item(column)], |check| check.fault_near(text, zone, known));
    }
}
