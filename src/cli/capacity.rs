//! `capacity`: what each zone brings beside what its owner can take, and the line that fits. `sla`: who waits for longer than was
//! agreed.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Head;
use crate::model::Zone;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::workbench::Capacity;
use crate::workbench::Late;
use crate::workbench::Line;
use crate::workbench::RECENT_WEEKS;
use crate::workbench::Waiting;
use crate::workbench::tell;

/// How many leads a table lists unless told otherwise.
const USUAL: usize = 25;
const MOST: i64 = 100_000_000;

pub(super) fn capacity_command(lang: Lang) -> Command {
    args::command(lang, "capacity", msg!("cli-capacity-about"), msg!("cli-capacity-examples")).args(args::reading(lang))
}

pub(super) fn sla_command(lang: Lang) -> Command {
    args::command(lang, "sla", msg!("cli-sla-about"), msg!("cli-sla-examples"))
        .arg(args::option(lang, "zone", msg!("cli-value-name"), msg!("cli-arg-sla-zone")))
        .arg(args::option(lang, "limit", msg!("cli-value-number"), msg!("cli-arg-limit")))
        .args(args::reading(lang))
}

/// Runs `capacity`.
pub(super) fn capacity(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let reading = open::open(matches, ctx)?;
    let capacity = reading.bench.capacity();
    if reading.is_table() {
        reading.heading(ctx)?;
        zones_for_people(&reading, &capacity, ctx)?;
    } else {
        zones_for_programs(&reading, &capacity, ctx)?;
    }
    Ok(0)
}

fn zones_for_people(reading: &Reading, capacity: &Capacity, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    let zones = &reading.bench.model().zones;
    if zones.is_empty() {
        return ctx.say(&msg!("cli-no-zones"));
    }
    ctx.say(&msg!("cli-capacity-what", weeks = RECENT_WEEKS))?;
    writeln!(ctx.host.out())?;
    let heads = [
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "now", title: msg!("cli-head-now") },
        Head { id: "a_week", title: msg!("cli-head-a-week") },
        Head { id: "weekly_capacity", title: msg!("cli-head-capacity") },
        Head { id: "fits", title: msg!("cli-head-fits") },
    ];
    let rows = zones.iter().zip(&capacity.loads).map(|(zone, load)| {
        vec![
            Cell::text(worded(&zone.title, lang, &zone.name)),
            Cell::count(load.now),
            Cell::Points(tell::a_week(load.entered).0),
            zone.weekly_capacity.map_or(Cell::None, Cell::count),
            Cell::text(lang.say(&tell::fit(load))),
        ]
    });
    reading.list(&heads, rows, ctx)?;
    writeln!(ctx.host.out())?;
    let known = zones.iter().zip(&capacity.loads).filter(|(_, load)| load.room.is_some());
    let mut any = false;
    for (zone, load) in known {
        any = true;
        let zone = worded(&zone.title, lang, &zone.name);
        ctx.say(&msg!("cli-capacity-line", zone = zone, line = tell::line(load)))?;
        for flooded in load.floods() {
            let other = &zones[*flooded];
            ctx.say(&msg!("cli-capacity-floods", zone = worded(&other.title, lang, &other.name)))?;
        }
    }
    if any { Ok(()) } else { ctx.say(&msg!("cli-capacity-unset")) }
}

fn zones_for_programs(reading: &Reading, capacity: &Capacity, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let heads = [
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "now", title: msg!("cli-head-now") },
        Head { id: "entered", title: msg!("cli-head-entered") },
        Head { id: "weeks", title: msg!("cli-head-weeks") },
        Head { id: "weekly_capacity", title: msg!("cli-head-capacity") },
        Head { id: "fits", title: msg!("cli-head-fits") },
        Head { id: "line", title: msg!("cli-head-line") },
        Head { id: "band", title: msg!("cli-head-band") },
        Head { id: "from", title: msg!("cli-head-start") },
        Head { id: "to", title: msg!("cli-head-end") },
        Head { id: "now_after", title: msg!("cli-head-now") },
        Head { id: "entered_after", title: msg!("cli-head-entered") },
    ];
    let rows = reading.bench.model().zones.iter().zip(&capacity.loads).map(|(zone, load)| {
        let (line, offer) = match &load.line {
            Line::Unknown => ("unknown", None),
            Line::Kept => ("kept", None),
            Line::Absent => ("absent", None),
            Line::Nowhere => ("nowhere", None),
            Line::Moved(offer) => ("moved", Some(offer)),
        };
        vec![
            Cell::text(zone.name.as_str()),
            Cell::count(load.now),
            Cell::count(load.entered),
            Cell::count(capacity.weeks.len()),
            zone.weekly_capacity.map_or(Cell::None, Cell::count),
            load.is_over().map_or(Cell::None, |over| Cell::YesNo(!over)),
            Cell::text(line),
            Cell::maybe(offer.map(|offer| offer.band.as_str())),
            offer.map_or(Cell::None, |offer| Cell::Int(offer.from)),
            offer.map_or(Cell::None, |offer| Cell::Int(offer.to)),
            offer.map_or(Cell::None, |offer| Cell::count(offer.now)),
            offer.map_or(Cell::None, |offer| Cell::count(offer.entered)),
        ]
    });
    reading.list(&heads, rows, ctx)
}

/// Runs `sla`.
pub(super) fn sla(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let limit = args::whole(matches, "limit", 1, MOST)?.and_then(|limit| usize::try_from(limit).ok());
    let reading = open::open(matches, ctx)?;
    let mut waiting = reading.bench.waiting(&reading.customs).map_err(|fault| Problem::refused(fault.tell()))?;
    if let Some(name) = args::text(matches, "zone") {
        let zone = zone_named(&reading, name, ctx.lang)?;
        waiting.zones.retain(|wait| wait.zone == zone);
        waiting.late.retain(|late| late.zone == zone);
    }
    let limit = limit.or(reading.is_table().then_some(USUAL)).unwrap_or(waiting.late.len());
    if reading.is_table() {
        reading.heading(ctx)?;
        if waiting.zones.is_empty() {
            ctx.say(&msg!("cli-sla-unset"))?;
            return Ok(0);
        }
        summary(&reading, &waiting, ctx)?;
        if waiting.late.is_empty() {
            return Ok(0);
        }
    }
    let late = &waiting.late[..limit.min(waiting.late.len())];
    late_leads(&reading, &waiting, late, ctx)?;
    if reading.is_table() && late.len() < waiting.late.len() {
        ctx.say(&msg!("cli-top-more", more = waiting.late.len() - late.len()))?;
    }
    Ok(0)
}

/// Returns the place of the zone of that name or title.
fn zone_named(reading: &Reading, name: &str, lang: Lang) -> Result<usize, Problem> {
    let zones = &reading.bench.model().zones;
    let is_it = |zone: &&str| zone.eq_ignore_ascii_case(name);
    let titled = |zone: &Zone| [&zone.name, worded(&zone.title, lang, &zone.name)].iter().any(is_it);
    zones.iter().position(titled).ok_or_else(|| {
        let names: Vec<&str> = zones.iter().map(|zone| zone.name.as_str()).collect();
        Problem::usage(msg!("cli-sla-no-zone", zone = name)).hint(msg!("cli-usage-valid", words = names.join(", ")))
    })
}

/// Says zone by zone how its leads are dealt with, and in which working time.
fn summary(reading: &Reading, waiting: &Waiting, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    ctx.say(&msg!("cli-sla-week", week = tell::week(&reading.customs.week)))?;
    ctx.say(&if reading.customs.answered_by.is_empty() {
        msg!("sla-answered-verdict")
    } else {
        msg!("sla-answered-events", kinds = reading.customs.answered_by.join(", "))
    })?;
    writeln!(ctx.host.out())?;
    for wait in &waiting.zones {
        let zone = &reading.bench.model().zones[wait.zone];
        ctx.say(&msg!(
            "sla-zone",
            zone = worded(&zone.title, ctx.lang, &zone.name),
            hours = wait.hours,
            late = wait.late,
            in_time = wait.in_time,
            answered = wait.answered
        ))?;
    }
    Ok(writeln!(ctx.host.out())?)
}

fn late_leads(reading: &Reading, waiting: &Waiting, late: &[Late], ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let heads = [
        Head { id: "key", title: msg!("cli-head-key") },
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "company", title: msg!("cli-head-company") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "sla_hours", title: msg!("cli-head-sla") },
        Head { id: "over_hours", title: msg!("cli-head-over") },
        Head { id: "waited_hours", title: msg!("cli-head-waited") },
        Head { id: "entered", title: msg!("cli-head-since") },
    ];
    let lang = ctx.lang;
    let rows = late.iter().map(|late| {
        let lead = reading.bench.row(late.lead);
        let zone = &reading.bench.model().zones[late.zone];
        let before = || lang.say(&msg!("sla-before", date = lang.date(waiting.since, reading.style.zone)));
        let entered = late.entered.map(Cell::At);
        vec![
            Cell::text(lead.key),
            Cell::maybe(lead.name),
            Cell::maybe(lead.company),
            Cell::text(if reading.is_table() { worded(&zone.title, lang, &zone.name) } else { &zone.name }),
            zone.sla_hours.map_or(Cell::None, Cell::count),
            Cell::Points(tell::hours(late.over).0),
            Cell::Points(tell::hours(late.waited).0),
            entered.unwrap_or_else(|| if reading.is_table() { Cell::text(before()) } else { Cell::None }),
        ]
    });
    reading.list(&heads, rows, ctx)
}
