//! The form of the working week: which days and hours are worked, the days off, and which events are sales' answer. Never here: what
//! is worked out with it.

use crate::msg;
use crate::review::calendar::Calendar;
use crate::review::calendar::WeekFault;
use crate::review::customs::WorkingWeek;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet::Field;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Source;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::saying;
use crate::tui::theme::Role;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// The rows of the days, Monday first.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Opens the form.
pub fn open(app: &mut App) -> Vec<Effect> {
    let week = &app.customs.week;
    let mut rows = Vec::new();
    for (at, day) in DAYS.into_iter().enumerate() {
        let yes_no = vec![msg!("tui-no"), msg!("tui-yes")];
        rows.push(Row::choice(day, tell::weekday(at), yes_no, usize::from(week.days[at])).hint(msg!("week-hint-day")));
    }
    rows.push(Row::text("from", msg!("week-row-from"), &tell::clock(week.from)).hint(msg!("week-hint-hour")));
    rows.push(Row::text("to", msg!("week-row-to"), &tell::clock(week.to)).hint(msg!("week-hint-hour")));
    for (at, day) in week.holidays.iter().enumerate() {
        rows.push(holiday(at + 1, day));
    }
    rows.push(Row::add("holidays", msg!("week-row-add"), |entry| vec![holiday(entry, "")]));
    let kinds = &app.customs.answered_by;
    rows.push(Row::picks("answered", msg!("week-row-answered"), kinds, Source::Kinds).hint(msg!("week-hint-answered")));
    let sheet = Sheet::acting(msg!("week-title"), rows, save).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn holiday(entry: usize, day: &str) -> Row {
    Row::day(("holiday", entry), msg!("week-row-holiday", n = entry), day).hint(msg!("week-hint-holiday"))
}

/// Returns the minutes after midnight that an hour such as `9`, `09:30` or `18h` names.
fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once([':', 'h']).unwrap_or((text.trim(), ""));
    let number = |part: &str| if part.is_empty() { Some(0) } else { part.trim().parse::<u16>().ok() };
    let (hours, minutes) = (hours.trim().parse::<u16>().ok()?, number(minutes)?);
    (hours <= 24 && minutes < 60 && hours * 60 + minutes <= 1_440).then(|| hours * 60 + minutes)
}

fn hour(sheet: &Sheet, id: &'static str) -> Result<u16, Wrong> {
    minutes(sheet.text(id)).ok_or_else(|| Wrong::at(id, msg!("week-no-hour", text = sheet.text(id))))
}

/// Returns the week as it is filled in.
fn read(sheet: &Sheet) -> Result<WorkingWeek, Wrong> {
    let mut holidays = Vec::new();
    for entry in sheet.entries("holiday") {
        holidays.push(sheet.day(("holiday", entry))?);
    }
    holidays.retain(|day| !day.is_empty());
    holidays.sort();
    holidays.dedup();
    let week = WorkingWeek {
        days: DAYS.map(|day| sheet.choice(day) == 1),
        from: hour(sheet, "from")?,
        to: hour(sheet, "to")?,
        holidays,
    };
    match Calendar::new(&week, chrono_tz::Tz::UTC) {
        Ok(_) => Ok(week),
        Err(fault @ WeekFault::NoDay) => Err(Wrong::at("monday", fault.tell())),
        Err(fault) => Err(Wrong::at("to", fault.tell())),
    }
}

/// Says what the week comes to.
fn live(sheet: &mut Sheet, _: &Workbench) {
    let note: Msg = match read(sheet) {
        Ok(week) => tell::week(&week),
        Err(_) => return sheet.notes.clear(),
    };
    sheet.notes = vec![(Role::Good, note)];
}

fn save(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let week = read(sheet)?;
    let answered_by = match sheet.find("answered").map(|row| &row.field) {
        Some(Field::Picked(kinds, ..)) => kinds.clone(),
        _ => Vec::new(),
    };
    app.tell(Tone::Good, msg!("week-saved", week = tell::week(&week)));
    let mut customs = app.customs.clone();
    (customs.week, customs.answered_by) = (week, answered_by);
    if customs == app.customs { Ok(Vec::new()) } else { Ok(saying::keep_customs(app, customs)) }
}
