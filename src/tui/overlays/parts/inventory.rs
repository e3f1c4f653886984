//! The asset inventory: what leads do and with what, and whether that counts; leaving out, and making a criterion for it.

use crate::model::Criterion;
use crate::model::Edit;
use crate::model::Filter;
use crate::model::Part;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Test;
use crate::model::Value;
use crate::model::Window;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::screens::workbench;
use crate::tui::theme::Role;
use crate::tui::update::edit;
use crate::workbench::INVENTORY_DAYS;
use crate::workbench::Scoring;
use crate::workbench::Stock;
use crate::workbench::Workbench;

/// Says how much is active but unscored.
pub(super) fn state(bench: &Workbench) -> Msg {
    let inventory = bench.inventory();
    let open = inventory.iter().filter(|stock| stock.is_open()).count();
    msg!("parts-inventory-state", n = inventory.len(), open = open)
}

/// Every kind of event and every asset.
pub static INVENTORY: Kind = Kind {
    title: || msg!("parts-inventory"),
    empty: || msg!("parts-inventory-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        bench.inventory().iter().map(|stock| row(app, stock)).collect()
    },
    open,
    new: Some(make),
    remove: None,
    shift: None,
    toggle: Some(toggle),
};

fn row(app: &App, stock: &Stock) -> Thing {
    let (role, state) = match &stock.state {
        Scoring::Unscored if stock.events > 0 => (Role::Warn, msg!("parts-stock-open")),
        Scoring::Unscored => (Role::Muted, msg!("parts-stock-idle")),
        Scoring::LeftOut => (Role::Muted, msg!("parts-stock-left-out")),
        Scoring::By(criteria) => (Role::Text, by(app, criteria)),
    };
    let what = if stock.is_asset { msg!("parts-stock-asset") } else { msg!("parts-stock-kind") };
    let text = msg!("parts-stock", name = &stock.name, state = state);
    let counts = msg!("parts-stock-counts", events = stock.events, leads = stock.leads);
    let note = match &stock.state {
        Scoring::Unscored => msg!("parts-stock-note-open", what = what, days = INVENTORY_DAYS),
        Scoring::LeftOut => msg!("parts-stock-note-left-out", what = what),
        Scoring::By(_) => msg!("parts-stock-note-scored", what = what, days = INVENTORY_DAYS),
    };
    Thing::new(app.say(&text), app.say(&counts)).role(role).note(app.say(&note))
}

/// Says which criteria count it: the first by name, the others by their number.
fn by(app: &App, criteria: &[(String, i64)]) -> Msg {
    let Some((name, weight)) = criteria.first() else { return msg!("parts-none") };
    let title =
        app.bench.as_ref().and_then(|bench| bench.model().criterion(name)).map(|c| app.words(&c.title, &c.name));
    let first = msg!("parts-stock-by", name = title.unwrap_or_default(), weight = app.lang.delta(*weight));
    match criteria.len() {
        1 => first,
        n => msg!("parts-stock-by-more", first = first, n = n - 1),
    }
}

fn stock(app: &App, row: usize) -> Option<Stock> {
    app.bench.as_ref()?.inventory().into_iter().nth(row)
}

/// Goes to the criterion that counts it; makes one for what none counts.
fn open(app: &mut App, row: usize) -> Vec<Effect> {
    let Some(stock) = stock(app, row) else { return Vec::new() };
    let Scoring::By(criteria) = &stock.state else { return make(app, row) };
    if let Some((name, _)) = criteria.first() {
        super::to_criterion(app, name);
    }
    Vec::new()
}

/// Leaves it out on purpose, or takes that back.
fn toggle(app: &mut App, row: usize) -> Vec<Effect> {
    let (Some(stock), Some(bench)) = (stock(app, row), &app.bench) else { return Vec::new() };
    let mut left_out = bench.model().left_out.clone();
    match &stock.state {
        Scoring::By(_) => {
            app.tell(Tone::Plain, msg!("parts-stock-is-scored", name = &stock.name));
            return Vec::new();
        }
        Scoring::LeftOut => left_out.retain(|name| *name != stock.name),
        Scoring::Unscored => left_out.push(stock.name.clone()),
    }
    let effects = edit(app, Edit::Set(vec![Part::LeftOut(left_out)]));
    if let Some(Overlay::Things(things)) = app.overlays.last_mut() {
        // The row goes elsewhere: the cursor stays, for the next one to decide.
        things.row = row;
    }
    effects
}

/// Opens the form of a criterion that counts it.
fn make(app: &mut App, row: usize) -> Vec<Effect> {
    let (Some(stock), Some(bench)) = (stock(app, row), &app.bench) else { return Vec::new() };
    let model = bench.model();
    let side = if model.columns.groups.is_empty() { Side::Rows } else { Side::Columns };
    let Some(group) = model.axis(side).groups.first() else {
        app.tell(Tone::Bad, msg!("parts-stock-no-group"));
        return Vec::new();
    };
    let (group, at) = (group.name.clone(), group.criteria.len());
    let filter = if stock.is_asset {
        Filter { asset: Some(Test::Is(Value::Text(stock.name.clone()))), ..Filter::default() }
    } else {
        Filter::of_kinds(vec![stock.name.clone()])
    };
    let within = Some(Window::Days(INVENTORY_DAYS));
    let rule = Rule::Activity { filter, within, repeat: Repeat::Once, decay: None };
    let criterion = Criterion { name: stock.name, weight: 5, ..Criterion::of(rule) };
    let form = CriterionForm::proposed(model, side, &group, at, &criterion);
    app.workbench.pane = workbench::Pane::Criteria;
    overlays::open(app, Overlay::Form(Box::new(form)))
}
