//! What could be better in the model, alone and on its leads: the list, and the way to the part that each speaks of.

use crate::model::Side;
use crate::model::Step;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays::axis;
use crate::tui::overlays::bands;
use crate::tui::overlays::caps;
use crate::tui::overlays::painter;
use crate::tui::overlays::parts::alerts;
use crate::tui::overlays::parts::derived;
use crate::tui::overlays::parts::entity;
use crate::tui::overlays::parts::gates;
use crate::tui::overlays::parts::header;
use crate::tui::overlays::parts::inventory;
use crate::tui::overlays::parts::learned;
use crate::tui::overlays::parts::to_criterion;
use crate::tui::overlays::things;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::zones;
use crate::workbench::Check;
use crate::workbench::CheckKind;
use crate::workbench::Workbench;

/// The most leads of which every edit is checked at once; of more, only when the list is opened.
const MOST_AT_ONCE: usize = 200_000;

/// Says how much could be better.
pub(super) fn state(bench: &Workbench) -> Msg {
    match bench.checks().len() {
        0 => msg!("parts-checks-none"),
        n => msg!("parts-count", n = n),
    }
}

/// Counts anew what could be better, after something has changed.
pub(in crate::tui) fn count(app: &mut App) {
    let bench = app.bench.as_ref().filter(|bench| bench.leads().n_leads() <= MOST_AT_ONCE);
    app.checks = bench.map(|bench| bench.checks().len());
}

/// What could be better.
pub static CHECKS: Kind = Kind {
    title: || msg!("parts-checks"),
    empty: || msg!("parts-checks-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |check: &Check| {
            let of = match check.kind {
                CheckKind::Advice => msg!("parts-check-model"),
                CheckKind::Data => msg!("parts-check-data"),
            };
            let text = app.say(&check.text);
            let hint = check.hint.as_ref().map(|hint| app.say(hint)).unwrap_or_default();
            Thing::new(&text, app.say(&of)).note(format!("{text} {hint}"))
        };
        bench.checks().iter().map(row).collect()
    },
    open: |app, row| {
        let check = app.bench.as_ref().and_then(|bench| bench.checks().into_iter().nth(row));
        check.map_or_else(Vec::new, |check| go_to(app, &check))
    },
    new: None,
    remove: None,
    shift: None,
    toggle: None,
};

/// Opens the list.
pub fn open(app: &mut App) -> Vec<Effect> {
    things::open(app, &CHECKS)
}

/// Goes to the criterion or opens the part that a check speaks of.
fn go_to(app: &mut App, check: &Check) -> Vec<Effect> {
    if let Some(name) = &check.criterion {
        to_criterion(app, name);
        return Vec::new();
    }
    let mut fields = check.at.iter().filter_map(|step| match step {
        Step::Field(name) => Some(*name),
        Step::Item(_) => None,
    });
    let (part, inner) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
    let side = if part == "rows" { Side::Rows } else { Side::Columns };
    match (part, inner) {
        ("title" | "description", _) => header::open(app),
        ("funnel", _) => things::open(app, &header::FUNNEL),
        ("alignment", _) => things::open(app, &header::ALIGNMENT),
        ("next_review", _) => header::open_review(app),
        ("entity", _) => entity::open(app),
        ("population", _) => entity::open_population(app),
        ("left_out", _) => things::open(app, &inventory::INVENTORY),
        ("derived", _) => things::open(app, &derived::DERIVED),
        ("learned", _) => things::open(app, &learned::LEARNED),
        ("rows" | "columns", "bands") => bands::open(app, side),
        ("rows" | "columns", "groups") => caps::open(app),
        ("rows" | "columns", _) => axis::open(app, side),
        ("ungraded", _) => axis::open(app, Side::Rows),
        ("gates", _) => things::open(app, &gates::GATES),
        ("zones", _) => zones::open(app),
        ("maps" | "map", _) => painter::open(app),
        ("alerts", _) => things::open(app, &alerts::ALERTS),
        ("rank_by" | "top_share", _) => entity::open_ranking(app),
        // Of the whole model: any part may be what is meant.
        _ => super::open(app),
    }
}
