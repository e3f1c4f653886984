//! The menu of a model's parts: each with its present state in a few words, and what opens its editor. Never here: the editors.

pub mod alerts;
pub mod checks;
pub mod derived;
pub mod entity;
pub mod gates;
pub mod header;
pub mod inventory;
pub mod learned;

use crate::model::Entity;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::overlays::axis;
use crate::tui::overlays::bands;
use crate::tui::overlays::caps;
use crate::tui::overlays::painter;
use crate::tui::overlays::things;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::zones;
use crate::tui::screens::workbench;
use crate::tui::screens::workbench::Pane;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// One part of a model.
struct Entry {
    name: fn(&App, &Workbench) -> Msg,
    /// How it is now, in a few words.
    state: fn(&App, &Workbench) -> Msg,
    open: fn(&mut App) -> Vec<Effect>,
}

/// The parts, in the order in which a model is thought out.
const ENTRIES: &[Entry] = &[
    Entry {
        name: |_, _| msg!("parts-title"),
        state: |app, bench| header::title_state(app, bench.model()),
        open: header::open,
    },
    Entry {
        name: |_, _| msg!("parts-funnel"),
        state: |_, bench| msg!("parts-funnel-state", n = bench.model().funnel.len()),
        open: |app| things::open(app, &header::FUNNEL),
    },
    Entry {
        name: |_, _| msg!("parts-alignment"),
        state: |_, bench| header::alignment_state(bench.model()),
        open: |app| things::open(app, &header::ALIGNMENT),
    },
    Entry {
        name: |_, _| msg!("parts-review"),
        state: |app, bench| header::review_state(app, bench.model(), bench.as_of()),
        open: header::open_review,
    },
    Entry {
        name: |_, _| msg!("parts-entity"),
        state: |_, bench| entity_state(&bench.model().entity),
        open: entity::open,
    },
    Entry {
        name: |_, _| msg!("parts-population"),
        state: |_, bench| {
            msg!("parts-population-state", who = tell::predicate(&bench.model().population), n = bench.scores().size())
        },
        open: entity::open_population,
    },
    Entry {
        name: |_, _| msg!("parts-derived"),
        state: |_, bench| msg!("parts-count", n = bench.model().derived.len()),
        open: |app| things::open(app, &derived::DERIVED),
    },
    Entry {
        name: |_, _| msg!("parts-learned"),
        state: |_, bench| msg!("parts-count", n = bench.model().learned.len()),
        open: |app| things::open(app, &learned::LEARNED),
    },
    Entry {
        name: |_, _| msg!("parts-criteria"),
        state: |_, bench| {
            let off = bench.model().criteria().filter(|(_, _, criterion)| !criterion.on).count();
            msg!("parts-criteria-state", n = bench.model().criteria().count(), off = off)
        },
        open: to_criteria,
    },
    Entry {
        name: |app, bench| msg!("parts-axis", axis = app.axis_name(bench.model(), Side::Rows)),
        state: |_, bench| axis::state(bench, Side::Rows),
        open: axis::open_rows,
    },
    Entry {
        name: |app, bench| msg!("parts-axis", axis = app.axis_name(bench.model(), Side::Columns)),
        state: |_, bench| axis::state(bench, Side::Columns),
        open: axis::open_columns,
    },
    Entry {
        name: |_, _| msg!("parts-bands"),
        state: |_, bench| {
            let n = Side::BOTH.map(|side| bench.model().axis(side).n_bands());
            msg!("parts-bands-state", rows = n[0], columns = n[1])
        },
        open: |app| bands::open(app, Side::Columns),
    },
    Entry {
        name: |_, _| msg!("groups"),
        state: |_, bench| {
            let n = Side::BOTH.map(|side| bench.model().axis(side).groups.len());
            msg!("parts-count", n = n[0] + n[1])
        },
        open: caps::open,
    },
    Entry {
        name: |_, _| msg!("parts-ungraded"),
        state: |_, bench| axis::ungraded_state(bench.model()),
        open: axis::open_ungraded,
    },
    Entry {
        name: |_, _| msg!("parts-zones"),
        state: |_, bench| msg!("parts-count", n = bench.model().zones.len()),
        open: zones::open,
    },
    Entry {
        name: |_, _| msg!("parts-maps"),
        state: |app, bench| match bench.model().map_in_force() {
            Some(map) => msg!("parts-maps-state", n = bench.model().maps.len(), map = app.words(&map.title, &map.name)),
            None => msg!("parts-none"),
        },
        open: painter::open,
    },
    Entry {
        name: |_, _| msg!("parts-gates"),
        state: |_, bench| gates::state(bench),
        open: |app| things::open(app, &gates::GATES),
    },
    Entry {
        name: |_, _| msg!("parts-alerts"),
        state: |_, bench| alerts::state(bench),
        open: |app| things::open(app, &alerts::ALERTS),
    },
    Entry {
        name: |_, _| msg!("parts-ranking"),
        state: |_, bench| msg!("parts-ranking-state", share = u32::from(bench.model().top_share)),
        open: entity::open_ranking,
    },
    Entry {
        name: |_, _| msg!("parts-inventory"),
        state: |_, bench| inventory::state(bench),
        open: |app| things::open(app, &inventory::INVENTORY),
    },
    Entry { name: |_, _| msg!("parts-checks"), state: |_, bench| checks::state(bench), open: checks::open },
];

/// The menu.
pub static PARTS: Kind = Kind {
    title: || msg!("parts"),
    empty: || msg!("tui-blocked-no-leads"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |entry: &Entry| Thing::new(app.say(&(entry.name)(app, bench)), app.say(&(entry.state)(app, bench)));
        ENTRIES.iter().map(row).collect()
    },
    open: |app, row| ENTRIES.get(row).map_or_else(Vec::new, |entry| (entry.open)(app)),
    new: None,
    remove: None,
    shift: None,
    toggle: None,
};

/// Opens the menu.
pub fn open(app: &mut App) -> Vec<Effect> {
    things::open(app, &PARTS)
}

fn entity_state(entity: &Entity) -> Msg {
    match entity {
        Entity::Contact => msg!("parts-entity-contact"),
        Entity::Customer => msg!("parts-entity-customer"),
        Entity::Company { by, .. } => msg!("parts-entity-company-by", by = by),
    }
}

/// The criteria have a pane of their own.
fn to_criteria(app: &mut App) -> Vec<Effect> {
    app.overlays.clear();
    app.screen = Screen::Workbench;
    app.workbench.pane = Pane::Criteria;
    Vec::new()
}

/// Goes to a criterion.
pub(in crate::tui) fn to_criterion(app: &mut App, name: &str) {
    to_criteria(app);
    workbench::select(app, name);
}

/// Returns what people call an axis, as a sentence part.
pub(in crate::tui) fn axis_name(app: &App, bench: &Workbench, side: Side) -> Msg {
    let usual = match side {
        Side::Rows => msg!("tui-axis-rows"),
        Side::Columns => msg!("tui-axis-columns"),
    };
    let name = &bench.model().axis(side).name;
    if name.is_none() { usual } else { msg!("tell-text", text = app.words(name, "")) }
}
