//! Alerts: their list and form, and the list of whom they speak of now.

use crate::engine::alerts::Fired;
use crate::model::Alert;
use crate::model::Edit;
use crate::model::Filter;
use crate::model::MAX_DAYS;
use crate::model::Part;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Window;
use crate::model::Words;
use crate::msg;
use crate::review::seen::Sighting;
use crate::text::Msg;
use crate::text::ago;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::draw::leads;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::things;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::things::shifted;
use crate::tui::overlays::things::with;
use crate::tui::overlays::things::without;
use crate::tui::saying;
use crate::tui::screens;
use crate::tui::theme::Role;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// The most rows of the list of whom alerts speak of.
const MOST_FIRED: usize = 2_000;

/// Says how many alerts there are, and of how many leads they speak.
pub(super) fn state(bench: &Workbench) -> Msg {
    match bench.model().alerts.len() {
        0 => msg!("parts-none"),
        n => msg!("parts-alerts-state", n = n, fired = bench.alerts().iter().flatten().map(Vec::len).sum::<usize>()),
    }
}

/// Says which events fire an alert.
fn events(alert: &Alert) -> Msg {
    let events = tell::filter(&alert.filter);
    match alert.within {
        Some(window) => msg!("parts-alert-within", events = events, window = tell::window(window)),
        None => events,
    }
}

/// The alerts of the model.
pub static ALERTS: Kind = Kind {
    title: || msg!("parts-alerts"),
    empty: || msg!("parts-alerts-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |(alert, fired): (&Alert, Result<Vec<Fired>, _>)| {
            let (role, state) = match fired {
                Ok(fired) => (Role::Text, msg!("parts-alert-fired", n = fired.len())),
                Err(problem) => (Role::Warn, tell::data_error(&problem)),
            };
            let note = msg!("parts-alert-note", who = tell::predicate(&alert.when), events = events(alert));
            Thing::new(app.words(&alert.title, &alert.name), app.say(&state)).role(role).note(app.say(&note))
        };
        bench.model().alerts.iter().zip(bench.alerts()).map(row).collect()
    },
    open: |app, row| open(app, Some(row)),
    new: Some(|app, _| open(app, None)),
    remove: Some(|model, row| Edit::Set(vec![Part::Alerts(without(&model.alerts, row))])),
    shift: Some(|model, from, to| Edit::Set(vec![Part::Alerts(shifted(&model.alerts, from, to))])),
    toggle: None,
};

fn open(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let alert = index.and_then(|index| bench.model().alerts.get(index)).cloned();
    let of = alert.as_ref().map(|alert| alert.name.clone()).unwrap_or_default();
    let alert = alert.unwrap_or(Alert {
        name: String::new(),
        title: Words::None,
        when: Predicate::everyone(),
        filter: Filter::default(),
        within: Some(Window::Days(7)),
        action: Words::None,
    });
    let mut rows = vec![Row::text("name", msg!("tui-row-name"), &alert.name)];
    rows.extend(Row::words(app.lang, "title", msg!("parts-row-title"), &alert.title));
    rows.push(Row::condition("when", msg!("parts-row-alert-when"), &alert.when).hint(msg!("parts-hint-alert-when")));
    rows.push(Row::filter("filter", msg!("parts-row-filter"), &alert.filter).hint(msg!("parts-hint-filter")));
    let (length, unit) = match alert.within {
        None => (None, 0),
        Some(Window::Days(days)) => (Some(i64::from(days)), 0),
        Some(Window::Hours(hours)) => (Some(i64::from(hours)), 1),
    };
    let longest = i64::from(MAX_DAYS) * 24;
    rows.push(Row::whole("within", msg!("tui-row-within"), length, (1, longest)).or(msg!("parts-any-time")));
    rows.push(Row::choice("unit", msg!("parts-row-unit"), vec![msg!("tui-unit-days"), msg!("tui-unit-hours")], unit));
    rows.extend(Row::words(app.lang, "action", msg!("parts-row-action"), &alert.action));
    let sheet = Sheet::new(msg!("parts-alert"), rows, save).of(Side::Rows, &of).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Returns the alert as it is filled in, whatever its name.
fn read(sheet: &Sheet) -> Result<Alert, Wrong> {
    let window = if sheet.choice("unit") == 0 { Window::Days } else { Window::Hours };
    Ok(Alert {
        name: sheet.text("name").to_owned(),
        title: sheet.words("title"),
        when: sheet.predicate("when"),
        filter: sheet.filter("filter"),
        within: sheet.count("within")?.map(window),
        action: sheet.words("action"),
    })
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    sheet.name("name")?;
    let alert = read(sheet)?;
    let alerts = &bench.model().alerts;
    let place = alerts.iter().position(|other| other.name == sheet.of);
    Ok(Edit::Set(vec![Part::Alerts(with(alerts, place, alert))]))
}

/// Says of how many leads the alert would speak.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    sheet.show("unit", !sheet.text("within").is_empty());
    sheet.notes = match read(sheet).map(|alert| bench.would_fire(&alert)) {
        Ok(Ok(n)) => vec![(Role::Good, msg!("parts-alert-would", n = n))],
        Ok(Err(problem)) => vec![(Role::Warn, tell::data_error(&problem))],
        Err(_) => Vec::new(),
    };
}

// --- Whom alerts speak of ---

/// Returns whom the alerts speak of, the newest event first.
fn fired(bench: &Workbench) -> Vec<Fired> {
    let mut fired = bench.fired();
    fired.truncate(MOST_FIRED);
    fired
}

/// The leads that alerts speak of now.
pub static FIRED: Kind = Kind {
    title: || msg!("parts-fired"),
    empty: || msg!("parts-fired-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |fired: &Fired| {
            let lead = bench.row(fired.lead);
            let who = match &lead.company {
                Some(company) => format!("{} · {company}", leads::name_with_verdict(app, &lead)),
                None => leads::name_with_verdict(app, &lead),
            };
            let alert = &bench.model().alerts[fired.alert];
            let (day, at) = (app.lang.date(fired.at, app.prefs.zone), app.lang.date_time(fired.at, app.prefs.zone));
            let title = app.words(&alert.title, &alert.name);
            let is_new = app.alerts_new.contains(&bench.sighting(fired));
            let who = format!("{} {who}", if is_new { '*' } else { ' ' });
            let handed = if bench.is_handed_over(fired.lead) {
                msg!("parts-fired-handed-over")
            } else {
                msg!("parts-fired-not-handed-over")
            };
            let ago = ago((bench.as_of() - fired.at).div_euclid(86_400));
            let text = msg!("parts-fired-row", alert = &title, handed = handed.clone(), day = day);
            let note = msg!("parts-fired-note", alert = title, what = what(fired), ago = ago, at = at, n = fired.times);
            let action = app.words(&alert.action, "");
            let new = is_new.then(|| app.say(&msg!("parts-fired-new")));
            let zone = bench.zone_of(fired.lead).map(|zone| app.words(&zone.title, &zone.name));
            let stands = zone.map(|zone| app.say(&msg!("parts-fired-stands", zone = zone, handed = handed)));
            let note =
                [new, Some(app.say(&note)), stands, Some(action)].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let role = if is_new { Role::Key } else { Role::Text };
            Thing::new(who, app.say(&text)).role(role).note(note)
        };
        fired(bench).iter().map(row).collect()
    },
    open: |app, row| {
        let Some(bench) = &app.bench else { return Vec::new() };
        if let Some(fired) = fired(bench).get(row) {
            let lead = fired.lead;
            app.overlays.clear();
            screens::detail::show(app, lead);
            screens::leads::refresh(app);
            screens::leads::select(app, lead);
        }
        Vec::new()
    },
    new: None,
    remove: None,
    shift: None,
    toggle: None,
};

/// Says what was done: the kind of the event, and what it was done with.
fn what(fired: &Fired) -> Msg {
    match &fired.asset {
        Some(asset) => msg!("parts-fired-asset", kind = &fired.kind, asset = asset),
        None => msg!("tell-text", text = &fired.kind),
    }
}

/// Opens the list of whom alerts speak of. What is new stays marked until the list is opened again.
pub fn open_fired(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let sightings = fired(bench).into_iter().map(|fired| bench.sighting(&fired));
    let new: Vec<Sighting> = sightings.filter(|sighting| !app.alerts_seen.contains(sighting)).collect();
    app.alerts_new = new.iter().cloned().collect();
    let mut effects = things::open(app, &FIRED);
    effects.extend(saying::see_alerts(app, new));
    effects
}
