//! The zones of a model: their list, with how many leads each has now, and the form of one.

use crate::model::Edit;
use crate::model::Model;
use crate::model::Owner;
use crate::model::Zone;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::list::Choices;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::painter::sign;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::things;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::tui::theme::Role;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;
use crate::workbench::Workbench;
use crate::workbench::shape;

/// The zones, in the order of the model.
pub static ZONES: Kind = Kind {
    title: || msg!("parts-zones"),
    empty: || msg!("zones-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let counts = bench.zone_counts();
        let zones = bench.model().zones.iter().enumerate();
        zones.map(|(index, zone)| row(app, index, zone, counts.get(index).copied().unwrap_or(0))).collect()
    },
    open: |app, row| form(app, Some(row)),
    new: Some(|app, _| form(app, None)),
    remove: Some(|model, row| {
        let zone = model.zones.get(row);
        Edit::Set(zone.map_or_else(Vec::new, |zone| shape::remove_zone(model, &zone.name, &zone.name)))
    }),
    shift: Some(|model, from, to| {
        let zone = model.zones.get(from);
        Edit::Set(zone.map_or_else(Vec::new, |zone| shape::move_zone(model, &zone.name, to < from)))
    }),
    toggle: None,
};

const OWNERS: [Owner; 3] = [Owner::Nobody, Owner::Marketing, Owner::Sales];
/// A year of working hours, and more leads than anybody takes in a week.
const MOST: i64 = 1_000_000;

/// Opens the list of the zones, and asks how many leads a week brings them.
pub fn open(app: &mut App) -> Vec<Effect> {
    let mut effects = things::open_asking(app, &ZONES, 0, ask_heir);
    effects.extend(studies::ask(app, Study::Inflow));
    things::renew(app);
    effects
}

/// Says how many leads entered a zone in each of the last weeks, beside how many can be taken.
fn entered(app: &App, index: usize, zone: &Zone) -> Option<String> {
    let weeks = studies::inflow(app)?;
    let counts: Vec<u64> = weeks.iter().filter_map(|week| week.entered.get(index)).map(|(_, n)| *n).collect();
    let each = counts.iter().map(|n| app.lang.int(i64::try_from(*n).unwrap_or(i64::MAX))).collect::<Vec<_>>();
    let said = app.say(&msg!("zones-entered", weeks = counts.len(), each = each.join(", ")));
    let over = zone.weekly_capacity.filter(|most| counts.iter().any(|n| *n > u64::from(*most)));
    Some(match over {
        Some(most) => format!("{said} {}", app.say(&msg!("zones-too-many", most = most))),
        None => said,
    })
}

/// Returns who acts, as a word.
pub fn owner(owner: Owner) -> Msg {
    match owner {
        Owner::Nobody => msg!("tui-owner-nobody"),
        Owner::Marketing => msg!("tui-owner-marketing"),
        Owner::Sales => msg!("tui-owner-sales"),
    }
}

/// Says who acts on a zone, how soon, and on how many a week.
pub fn terms(zone: &Zone) -> Msg {
    let owner = owner(zone.owner);
    match (zone.sla_hours, zone.weekly_capacity) {
        (None, None) => msg!("zones-terms", owner = owner),
        (Some(hours), None) => msg!("zones-terms-hours", owner = owner, hours = hours),
        (None, Some(week)) => msg!("zones-terms-week", owner = owner, week = week),
        (Some(hours), Some(week)) => msg!("zones-terms-both", owner = owner, hours = hours, week = week),
    }
}

fn row(app: &App, index: usize, zone: &Zone, leads: u64) -> Thing {
    let text = format!("{}  {}", sign(index), app.words(&zone.title, &zone.name));
    let detail = msg!("zones-detail", terms = terms(zone), leads = msg!("axis-leads", n = leads));
    let action = zone.action.get(app.lang == Lang::Fr).map(str::to_owned);
    let work = weeks(zone, leads).map(|weeks| app.say(&weeks));
    let note = action.into_iter().chain(work).chain(entered(app, index, zone)).collect::<Vec<_>>().join(" · ");
    Thing::new(text, app.say(&detail)).note(note)
}

/// Says how many weeks of work a zone's leads are, where its capacity is known.
pub fn weeks(zone: &Zone, leads: u64) -> Option<Msg> {
    let week = u64::from(zone.weekly_capacity.filter(|week| *week > 0)?);
    Some(msg!("zones-weeks", n = leads.div_ceil(week)))
}

fn form(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(Workbench::model) else { return Vec::new() };
    let zone = index.and_then(|index| model.zones.get(index)).cloned();
    let of = zone.as_ref().map_or_else(String::new, |zone| zone.name.clone());
    let zone = zone.unwrap_or_default();
    let at = OWNERS.iter().position(|owner| *owner == zone.owner).unwrap_or(0);
    let mut rows = vec![Row::text("name", msg!("tui-row-name"), &zone.name).hint(msg!("zones-hint-name"))];
    rows.extend(Row::words(app.lang, "title", msg!("groups-row-title"), &zone.title));
    rows.push(Row::choice("owner", msg!("zones-row-owner"), OWNERS.map(owner).into(), at));
    rows.extend(Row::words(app.lang, "action", msg!("zones-row-action"), &zone.action));
    let (hours, week) = (zone.sla_hours.map(i64::from), zone.weekly_capacity.map(i64::from));
    rows.push(Row::whole("hours", msg!("zones-row-hours"), hours, (0, MOST)).hint(msg!("zones-hint-hours")));
    rows.push(Row::whole("week", msg!("zones-row-week"), week, (0, MOST)).hint(msg!("zones-hint-week")));
    let yes_no = vec![msg!("tui-no"), msg!("tui-yes")];
    let hands_over = usize::from(zone.hands_over);
    rows.push(Row::choice("over", msg!("zones-row-over"), yes_no, hands_over).hint(msg!("zones-hint-over")));
    let title = if of.is_empty() { msg!("zones-new") } else { msg!("zones-one", zone = app.words(&zone.title, &of)) };
    let sheet = Sheet::new(title, rows, save).of(crate::model::Side::Rows, &of).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn read(sheet: &Sheet) -> Result<Zone, Wrong> {
    Ok(Zone {
        name: sheet.name("name")?,
        title: sheet.words("title"),
        owner: OWNERS[sheet.choice("owner").min(OWNERS.len() - 1)],
        action: sheet.words("action"),
        sla_hours: sheet.count("hours")?,
        weekly_capacity: sheet.count("week")?,
        hands_over: sheet.choice("over") == 1,
    })
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let zone = read(sheet)?;
    let model = bench.model();
    if zone.name != sheet.of && model.zone(&zone.name).is_some() {
        return Err(Wrong::at("name", msg!("zones-taken", zone = &zone.name)));
    }
    let parts =
        if sheet.of.is_empty() { shape::add_zone(model, zone) } else { shape::set_zone(model, &sheet.of, zone) };
    Ok(Edit::Set(parts))
}

/// Says how many leads the zone has now, and how many weeks of work they are.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    sheet.notes.clear();
    let zones = &bench.model().zones;
    let Some(index) = zones.iter().position(|zone| zone.name == sheet.of) else { return };
    let leads = bench.zone_counts().get(index).copied().unwrap_or(0);
    sheet.notes.push((Role::Good, msg!("zones-now", leads = msg!("axis-leads", n = leads))));
    if let Some(weeks) = read(sheet).ok().and_then(|zone| weeks(&zone, leads)) {
        sheet.notes.push((Role::Muted, weeks));
    }
}

/// Returns how many cells of all maps, and how many gates, a zone has.
fn uses(model: &Model, zone: &str) -> (usize, usize) {
    let cells = model.maps.iter().flat_map(|map| &map.rows).flat_map(|(_, zones)| zones);
    let gates = model.gates.iter().filter(|gate| gate.zone == zone);
    (cells.filter(|name| *name == zone).count(), gates.count())
}

/// Asks which zone takes the cells and the gates of the one under the cursor.
fn ask_heir(app: &mut App, row: usize) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let zone = model.zones.get(row)?;
    let (cells, gates) = uses(model, &zone.name);
    if cells + gates == 0 {
        return None;
    }
    if model.zones.len() < 2 {
        app.tell(Tone::Plain, msg!("zones-last"));
        return Some(Vec::new());
    }
    let others: Vec<(usize, &Zone)> = model.zones.iter().enumerate().filter(|(index, _)| *index != row).collect();
    let item = |(index, zone): &(usize, &Zone)| {
        Item::new(format!("{}  {}", sign(*index), app.words(&zone.title, &zone.name)), app.say(&terms(zone)))
    };
    let picker = Picker::new(others.iter().map(item).collect(), false);
    let heir = |(_, heir): &(usize, &Zone)| Edit::Set(shape::remove_zone(model, &zone.name, &heir.name));
    let choices = Choices::Edits(others.iter().map(heir).collect());
    let name = app.words(&zone.title, &zone.name);
    let title = msg!("zones-heir", zone = name, cells = msg!("axis-cells", n = cells), gates = gates);
    app.overlays.push(Overlay::Choosing(Choosing { title, picker, choices }));
    Some(Vec::new())
}
