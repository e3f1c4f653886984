//! Gates: their list, in the order in which they hold leads, and the form of one with how many it holds.

use crate::model::Edit;
use crate::model::Gate;
use crate::model::Part;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Words;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::parts::axis_name;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::things::shifted;
use crate::tui::overlays::things::with;
use crate::tui::overlays::things::without;
use crate::tui::theme::Role;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// Says how many gates there are, and how many leads they hold.
pub(super) fn state(bench: &Workbench) -> Msg {
    let gates = bench.model().gates.len();
    if gates == 0 {
        return msg!("parts-none");
    }
    let held = (0..gates).map(|gate| bench.held(gate)).sum::<u64>();
    msg!("parts-gates-state", n = gates, held = held)
}

/// The gates, in order: the first that a lead fails holds it.
pub static GATES: Kind = Kind {
    title: || msg!("parts-gates"),
    empty: || msg!("parts-gates-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |(index, gate): (usize, &Gate)| {
            let held = msg!("parts-gate-held", n = bench.held(index), zone = zone_name(app, bench, &gate.zone));
            let note = match bench.scores().gate_problem(index) {
                Some(problem) => tell::data_error(problem),
                None => msg!("parts-gate-passes", pass = pass(app, bench, &gate.pass)),
            };
            let role = if bench.scores().gate_problem(index).is_some() { Role::Warn } else { Role::Text };
            Thing::new(app.words(&gate.title, &gate.name), app.say(&held)).role(role).note(app.say(&note))
        };
        bench.model().gates.iter().enumerate().map(row).collect()
    },
    open: |app, row| open(app, Some(row)),
    new: Some(|app, _| open(app, None)),
    remove: Some(|model, row| Edit::Set(vec![Part::Gates(without(&model.gates, row))])),
    shift: Some(|model, from, to| Edit::Set(vec![Part::Gates(shifted(&model.gates, from, to))])),
    toggle: None,
};

/// Returns what a gate asks, with what people call the axes.
fn pass(app: &App, bench: &Workbench, pass: &Predicate) -> Msg {
    tell::predicate_with(pass, &|side| axis_name(app, bench, side))
}

/// Returns what people call a zone.
pub(super) fn zone_name(app: &App, bench: &Workbench, name: &str) -> String {
    bench.model().zone(name).map_or_else(|| name.to_owned(), |zone| app.words(&zone.title, &zone.name))
}

fn open(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let model = bench.model();
    let gate = index.and_then(|index| model.gates.get(index)).cloned();
    let (of, gate) = match gate {
        Some(gate) => (gate.name.clone(), gate),
        None => (
            String::new(),
            Gate { name: String::new(), title: Words::None, pass: Predicate::everyone(), zone: String::new() },
        ),
    };
    let zones = model.zones.iter().map(|zone| msg!("tell-text", text = app.words(&zone.title, &zone.name))).collect();
    // Who fails a new gate does not go to sales unless somebody says so.
    let spared = || model.zones.iter().rposition(|zone| !zone.hands_over).unwrap_or(0);
    let zone = model.zones.iter().position(|zone| zone.name == gate.zone).unwrap_or_else(spared);
    let mut rows = vec![Row::text("name", msg!("tui-row-name"), &gate.name)];
    rows.extend(Row::words(app.lang, "title", msg!("parts-row-title"), &gate.title));
    rows.push(
        Row::condition("pass", msg!("parts-row-pass"), &gate.pass)
            .on_axes()
            .or(msg!("tui-choose"))
            .hint(msg!("parts-hint-pass")),
    );
    rows.push(Row::choice("zone", msg!("parts-row-gate-zone"), zones, zone).hint(msg!("parts-hint-gate-zone")));
    let sheet = Sheet::new(msg!("parts-gate"), rows, save).of(Side::Rows, &of).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let model = bench.model();
    let gate = Gate {
        name: sheet.name("name")?,
        title: sheet.words("title"),
        pass: sheet.predicate("pass"),
        zone: model.zones.get(sheet.choice("zone")).map(|zone| zone.name.clone()).unwrap_or_default(),
    };
    if gate.pass.is_everyone() {
        return Err(Wrong::at("pass", msg!("parts-gate-no-pass")));
    }
    if gate.zone.is_empty() {
        return Err(Wrong::at("zone", msg!("parts-gate-no-zone")));
    }
    let place = model.gates.iter().position(|other| other.name == sheet.of);
    Ok(Edit::Set(vec![Part::Gates(with(&model.gates, place, gate))]))
}

/// Says how many leads would fail.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let pass = sheet.predicate("pass");
    sheet.notes = match bench.would_meet(&pass) {
        _ if pass.is_everyone() => Vec::new(),
        Ok(met) => {
            let of = bench.scores().size();
            vec![(Role::Good, msg!("parts-gate-would", fail = of - met, of = of))]
        }
        Err(error) => vec![(Role::Warn, tell::data_error(&error))],
    };
}
