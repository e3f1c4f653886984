//! How the page looks: How many leads each zone gets and can take, and who waits too long.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::text::Msg;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::draw::clean;
use crate::tui::draw::int;
use crate::tui::draw::leads;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::words;
use crate::tui::screens::review::capacity;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::tui::widgets::table::Cell;
use crate::tui::widgets::table::Column;
use crate::tui::widgets::table::Row;
use crate::tui::widgets::table::Table;
use crate::tui::widgets::table::TableHit;
use crate::tui::widgets::table::Wide;
use crate::tui::widgets::table::table_layout;
use crate::workbench::Late;
use crate::workbench::RECENT_WEEKS;
use crate::workbench::Waiting;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// The actions of the footer.
pub(super) const FOOTER: &[&[Action]] = &[
    &[Action::MoveUp, Action::MoveDown],
    &[Action::Open],
    &[Action::EditZones],
    &[Action::WorkingWeek],
    &[Action::Undo],
    &[Action::Back],
];

/// How many lines tell of what the cursor is on.
const NOTE_LINES: u16 = 3;

/// Where the zones, the note and the leads stand.
fn parts(app: &App, area: Rect) -> [Rect; 3] {
    let (zones, _) = capacity::sizes(app);
    let wanted = u16::try_from(zones.max(1) + 3).unwrap_or(u16::MAX);
    let most = area.height.saturating_sub(NOTE_LINES) * 3 / 5;
    area.layout(&Layout::vertical([
        Constraint::Length(wanted.min(most)),
        Constraint::Length(NOTE_LINES),
        Constraint::Fill(1),
    ]))
}

fn inner(place: Rect) -> Rect {
    place.inner(Margin::new(1, 1))
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(bench) = &app.bench else { return };
    let [zones, note, late] = parts(app, area);
    draw_zones(app, bench, zones, buf);
    draw_note(app, bench, note, buf);
    draw_late(app, bench, late, buf);
}

fn column(app: &App, title: &Msg, wide: Wide, align: Align, optional: u8) -> Column {
    Column { title: app.say(title), wide, align, descending: None, optional }
}

/// Writes into an empty panel what to do about it.
fn say_empty(app: &App, text: &Msg, place: Rect, buf: &mut Buffer) {
    let lines = wrap(&app.say(text), usize::from(place.width.saturating_sub(2)));
    for (index, line) in lines.iter().enumerate() {
        let at = nth(place, u16::try_from(index).unwrap_or(u16::MAX));
        put(buf, at, line, Align::Left, app.theme.style(Role::Text), &app.theme);
    }
}

// --- Zones ---

fn zone_columns(app: &App) -> Vec<Column> {
    vec![
        column(app, &msg!("capacity-head-zone"), Wide::AtLeast(16), Align::Left, 0),
        column(app, &msg!("capacity-head-now"), Wide::Exactly(11), Align::Right, 0),
        column(app, &msg!("capacity-head-week"), Wide::Exactly(11), Align::Right, 0),
        column(app, &msg!("capacity-head-room"), Wide::Exactly(11), Align::Right, 0),
        column(app, &msg!("capacity-head-fits"), Wide::AtLeast(18), Align::Left, 0),
    ]
}

fn draw_zones(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let at_work = !capacity::capacity(app).is_some_and(|(_, holds)| holds);
    let note =
        if at_work { studies::at_work(app, Study::Capacity) } else { msg!("capacity-a-week", weeks = RECENT_WEEKS) };
    let focused = app.overlays.is_empty() && matches!(capacity::current(app), Some(capacity::Row::Zone(_)));
    panel(&app.say(&msg!("capacity-zones")), &app.say(&note), focused, &app.theme).render(area, buf);
    let place = inner(area);
    if bench.model().zones.is_empty() {
        say_empty(app, &msg!("capacity-no-zones"), place, buf);
        return;
    }
    let columns = zone_columns(app);
    let (first, page, selected) = zone_window(app, place);
    let counts = bench.zone_counts();
    let rows: Vec<Row> =
        (first..counts.len()).take(page).map(|zone| zone_row(app, bench, zone, counts[zone])).collect();
    Table { columns: &columns, rows: &rows, first, total: counts.len(), selected, theme: &app.theme }
        .render(place, buf);
}

/// Returns the first zone on screen, how many there are, and which is selected.
fn zone_window(app: &App, place: Rect) -> (usize, usize, Option<usize>) {
    let (zones, _) = capacity::sizes(app);
    let page = table_layout(place, &zone_columns(app)).page();
    let selected = match capacity::current(app) {
        Some(capacity::Row::Zone(zone)) => Some(zone),
        _ => None,
    };
    (centred(selected.unwrap_or(0), page, zones), page, selected)
}

fn zone_row(app: &App, bench: &Workbench, zone: usize, now: u64) -> Row {
    let of = &bench.model().zones[zone];
    let load = capacity::capacity(app).map(|(capacity, _)| &capacity.loads[zone]);
    let fits = load.map_or((Role::Muted, String::new()), |load| {
        let role = match load.is_over() {
            None => Role::Muted,
            Some(false) => Role::Good,
            Some(true) => Role::Bad,
        };
        (role, app.say(&tell::fit(load)))
    });
    let week = load.map_or_else(String::new, |load| app.lang.points(tell::a_week(load.entered).0));
    let room = of.weekly_capacity.map_or_else(|| "–".to_owned(), |room| app.lang.int(i64::from(room)));
    Row {
        cells: vec![
            words(app, &of.title, &of.name).into(),
            app.lang.int(i64::try_from(now).unwrap_or(i64::MAX)).into(),
            week.into(),
            room.into(),
            Cell { text: fits.1, role: fits.0 },
        ],
        marked: false,
    }
}

// --- What the cursor is on ---

/// Says what the cursor is on, and what can be done about it.
fn draw_note(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let Some(row) = capacity::current(app) else { return };
    let told: Vec<Msg> = match row {
        capacity::Row::Zone(zone) => zone_note(app, bench, zone),
        capacity::Row::Late(at) => {
            capacity::late(app).get(at).map(|late| late_note(app, bench, late)).into_iter().collect()
        }
    };
    let place = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let told: Vec<String> = told.iter().map(|msg| app.say(msg)).collect();
    let lines = wrap(&told.join(" "), usize::from(place.width));
    for (index, line) in lines.iter().take(usize::from(NOTE_LINES)).enumerate() {
        let at = nth(place, u16::try_from(index).unwrap_or(u16::MAX));
        put(buf, at, line, Align::Left, app.theme.style(Role::Text), &app.theme);
    }
}

fn zone_note(app: &App, bench: &Workbench, zone: usize) -> Vec<Msg> {
    let Some((capacity, _)) = capacity::capacity(app) else { return Vec::new() };
    let load = &capacity.loads[zone];
    let title = |zone: usize| {
        let zone = &bench.model().zones[zone];
        words(app, &zone.title, &zone.name)
    };
    let mut told = vec![tell::line(load)];
    told.extend(load.floods().iter().map(|other| msg!("capacity-floods", zone = title(*other))));
    if matches!(load.line, crate::workbench::Line::Moved(_)) {
        told.push(msg!("capacity-try"));
    }
    let waits = capacity::waiting(app).and_then(|(waiting, _)| waiting.as_ref().ok());
    let wait = waits.and_then(|waiting| waiting.zones.iter().find(|wait| wait.zone == zone));
    told.extend(wait.map(|wait| {
        let (hours, late) = (wait.hours, wait.late);
        msg!("capacity-waits", hours = hours, late = late, in_time = wait.in_time, answered = wait.answered)
    }));
    told
}

fn late_note(app: &App, bench: &Workbench, late: &Late) -> Msg {
    // The answer may be of a model that had other zones.
    let Some(zone) = bench.model().zones.get(late.zone) else { return msg!("tell-nothing") };
    let since = match (late.entered, capacity::waiting(app)) {
        (Some(at), _) => msg!("capacity-since", at = app.lang.date_time(at, app.prefs.zone)),
        (None, Some((Ok(waiting), _))) => msg!("sla-before", date = app.lang.date(waiting.since, app.prefs.zone)),
        (None, _) => msg!("tell-nothing"),
    };
    let action = zone.action.get(app.lang == crate::text::Lang::Fr).map(clean).unwrap_or_default();
    msg!(
        "capacity-late",
        zone = words(app, &zone.title, &zone.name),
        since = since,
        waited = tell::hours(late.waited),
        hours = zone.sla_hours.unwrap_or(0),
        action = action
    )
}

// --- Who waits ---

fn late_columns(app: &App) -> Vec<Column> {
    vec![
        column(app, &msg!("capacity-head-lead"), Wide::AtLeast(16), Align::Left, 0),
        column(app, &msg!("capacity-head-company"), Wide::AtLeast(14), Align::Left, 2),
        column(app, &msg!("capacity-head-zone"), Wide::AtLeast(12), Align::Left, 0),
        column(app, &msg!("capacity-head-over"), Wide::Exactly(11), Align::Right, 0),
        column(app, &msg!("capacity-head-since"), Wide::Exactly(18), Align::Left, 1),
    ]
}

fn draw_late(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let known = capacity::waiting(app);
    let title = match known {
        Some((Ok(waiting), _)) if !waiting.late.is_empty() => {
            msg!("capacity-waiting-n", n = int(app, waiting.late.len()))
        }
        _ => msg!("capacity-waiting"),
    };
    let at_work = !known.is_some_and(|(_, holds)| holds);
    let note = if at_work { studies::at_work(app, Study::Waiting) } else { tell::week(&app.customs.week) };
    let focused = app.overlays.is_empty() && matches!(capacity::current(app), Some(capacity::Row::Late(_)));
    panel(&app.say(&title), &app.say(&note), focused, &app.theme).render(area, buf);
    let place = inner(area);
    let Some((waiting, _)) = known else { return };
    match waiting {
        Err(fault) => say_empty(app, &msg!("capacity-week-wrong", why = fault.tell()), place, buf),
        Ok(waiting) if waiting.zones.is_empty() => say_empty(app, &msg!("capacity-no-time"), place, buf),
        Ok(waiting) if waiting.late.is_empty() => {
            let in_time: u64 = waiting.zones.iter().map(|zone| zone.in_time).sum();
            let answered: u64 = waiting.zones.iter().map(|zone| zone.answered).sum();
            say_empty(app, &msg!("capacity-nobody", in_time = in_time, answered = answered), place, buf);
        }
        Ok(waiting) => late_table(app, bench, waiting, place, buf),
    }
}

fn late_table(app: &App, bench: &Workbench, waiting: &Waiting, place: Rect, buf: &mut Buffer) {
    let columns = late_columns(app);
    let (first, page, selected) = late_window(app, place);
    let there = |late: &&Late| late.lead < bench.data().n_leads() && late.zone < bench.model().zones.len();
    let rows: Vec<Row> = waiting
        .late
        .iter()
        .skip(first)
        .take(page)
        .filter(there)
        .map(|late| late_row(app, bench, waiting, late))
        .collect();
    let total = waiting.late.len();
    Table { columns: &columns, rows: &rows, first, total, selected, theme: &app.theme }.render(place, buf);
}

/// Returns the first lead on screen, how many there are, and which is selected.
fn late_window(app: &App, place: Rect) -> (usize, usize, Option<usize>) {
    let (_, late) = capacity::sizes(app);
    let page = table_layout(place, &late_columns(app)).page();
    let selected = match capacity::current(app) {
        Some(capacity::Row::Late(at)) => Some(at),
        _ => None,
    };
    (centred(selected.unwrap_or(0), page, late), page, selected)
}

fn late_row(app: &App, bench: &Workbench, waiting: &Waiting, late: &Late) -> Row {
    let lead = bench.row(late.lead);
    let zone = &bench.model().zones[late.zone];
    let muted = |text: String| Cell { text, role: Role::Muted };
    let over = tell::hours(late.over);
    let over = match late.entered {
        Some(_) => msg!("capacity-over", hours = over),
        None => msg!("capacity-over-least", hours = over),
    };
    let since = match late.entered {
        Some(at) => app.lang.date_time(at, app.prefs.zone),
        None => app.say(&msg!("sla-before", date = app.lang.date(waiting.since, app.prefs.zone))),
    };
    Row {
        cells: vec![
            leads::name_with_verdict(app, &lead).into(),
            lead.company.as_deref().map(clean).unwrap_or_default().into(),
            muted(words(app, &zone.title, &zone.name)),
            Cell { text: app.say(&over), role: Role::Warn },
            muted(since),
        ],
        marked: false,
    }
}

/// Puts the cursor on the row that was pressed.
pub(super) fn press(app: &mut App, area: Rect, x: u16, y: u16) -> Vec<Effect> {
    let [zones, _, late] = parts(app, area);
    let (n_zones, n_late) = capacity::sizes(app);
    let (first_zone, ..) = zone_window(app, inner(zones));
    let (first_late, ..) = late_window(app, inner(late));
    if let Some(TableHit::Row(row)) = table_layout(inner(zones), &zone_columns(app)).hit(x, y) {
        if first_zone + row < n_zones {
            app.review.capacity.row = first_zone + row;
        }
    } else if let Some(TableHit::Row(row)) = table_layout(inner(late), &late_columns(app)).hit(x, y)
        && first_late + row < n_late
    {
        app.review.capacity.row = n_zones + first_late + row;
    }
    Vec::new()
}
