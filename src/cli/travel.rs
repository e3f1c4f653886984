//! `history`: how one lead's place in the matrix changed. `inflow`: how many leads entered each zone, week by week.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::explain::find;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::cell_name;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Head;
use crate::model::Zone;
use crate::msg;
use crate::text::Lang;
use crate::workbench::Stand;
use crate::workbench::Week;

/// How many weeks are told of unless asked otherwise.
const USUAL: usize = 4;
const MOST: i64 = 260;

pub(super) fn history_command(lang: Lang) -> Command {
    args::command(lang, "history", msg!("cli-history-about"), msg!("cli-history-examples"))
        .arg(args::word(lang, "lead", msg!("cli-value-lead"), msg!("cli-arg-lead")).required(true))
        .args(args::reading(lang))
}

pub(super) fn inflow_command(lang: Lang) -> Command {
    args::command(lang, "inflow", msg!("cli-inflow-about"), msg!("cli-inflow-examples"))
        .arg(args::option(lang, "weeks", msg!("cli-value-number"), msg!("cli-arg-weeks")))
        .args(args::reading(lang))
}

/// Runs `history`.
pub(super) fn history(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let key = args::text(matches, "lead").unwrap_or_default();
    let reading = open::open(matches, ctx)?;
    let lead = find(&reading, key)?;
    let moves = reading.bench.history_of(lead);
    let lang = ctx.lang;
    if reading.is_table() {
        reading.heading(ctx)?;
        ctx.say(&msg!("cli-explain-key", key = reading.bench.data().keys.get(lead)))?;
        let first = moves.iter().find(|change| change.handed_over);
        ctx.say(&match first {
            _ if moves.is_empty() => msg!("travel-none"),
            None => msg!("travel-never"),
            Some(first) => msg!("travel-first", date = lang.date(first.at, reading.style.zone)),
        })?;
        if moves.is_empty() {
            return Ok(0);
        }
        writeln!(ctx.host.out())?;
    }
    let heads = [
        Head { id: "at", title: msg!("cli-head-at") },
        Head { id: "cell", title: msg!("cli-head-cell") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "held_by", title: msg!("cli-head-held-by") },
        Head { id: "first_handed_over", title: msg!("cli-head-handed-over") },
    ];
    let cell = |stand: &Stand| cell_name(&stand.row, &stand.column);
    let rows = moves.iter().map(|change| {
        let to = change.to.as_ref();
        let zone = to.and_then(|stand| reading.bench.model().zone(stand.zone.as_ref()?));
        let outside = || lang.say(&msg!("travel-out"));
        vec![
            Cell::At(change.at),
            Cell::text(to.map_or_else(|| if reading.is_table() { outside() } else { String::new() }, cell)),
            Cell::maybe(zone.map(|zone| zone_name(zone, &reading, lang))),
            Cell::maybe(to.and_then(|stand| stand.held.as_deref())),
            if reading.is_table() && !change.handed_over { Cell::None } else { Cell::YesNo(change.handed_over) },
        ]
    });
    reading.list(&heads, rows, ctx)?;
    Ok(0)
}

/// Runs `inflow`.
pub(super) fn inflow(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let weeks = args::whole(matches, "weeks", 1, MOST)?.and_then(|weeks| usize::try_from(weeks).ok());
    let reading = open::open(matches, ctx)?;
    let told = reading.bench.inflow(weeks.unwrap_or(USUAL));
    if reading.is_table() {
        reading.heading(ctx)?;
        ctx.say(&msg!("cli-inflow-what"))?;
        writeln!(ctx.host.out())?;
        by_zone(&told, &reading, ctx)?;
    } else {
        by_week(&told, &reading, ctx)?;
    }
    Ok(0)
}

/// Writes a line a zone and a column a week, for people.
fn by_zone(told: &[Week], reading: &Reading, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let (lang, zone) = (ctx.lang, reading.style.zone);
    let week = |week: &Week| Head { id: "week", title: msg!("cli-head-week", date = lang.date(week.end, zone)) };
    let mut heads = vec![Head { id: "zone", title: msg!("cli-head-zone") }];
    heads.extend(told.iter().map(week));
    heads.push(Head { id: "weekly_capacity", title: msg!("cli-head-capacity") });
    let rows = reading.bench.model().zones.iter().enumerate().map(|(index, zone)| {
        let name = Cell::text(worded(&zone.title, lang, &zone.name));
        let entered = told.iter().map(|week| Cell::count(week.entered[index].1));
        let capacity = zone.weekly_capacity.map_or(Cell::None, Cell::count);
        std::iter::once(name).chain(entered).chain([capacity]).collect()
    });
    reading.list(&heads, rows, ctx)
}

/// Writes a line a week and zone, for programs.
fn by_week(told: &[Week], reading: &Reading, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let heads = [
        Head { id: "start", title: msg!("cli-head-start") },
        Head { id: "end", title: msg!("cli-head-end") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "entered", title: msg!("cli-head-entered") },
        Head { id: "weekly_capacity", title: msg!("cli-head-capacity") },
    ];
    let rows = told.iter().flat_map(|week| {
        reading.bench.model().zones.iter().zip(&week.entered).map(|(zone, (_, entered))| {
            vec![
                Cell::At(week.start),
                Cell::At(week.end),
                Cell::text(zone.name.as_str()),
                Cell::count(*entered),
                zone.weekly_capacity.map_or(Cell::None, Cell::count),
            ]
        })
    });
    reading.list(&heads, rows, ctx)
}

fn zone_name<'z>(zone: &'z Zone, reading: &Reading, lang: Lang) -> &'z str {
    if reading.is_table() { worded(&zone.title, lang, &zone.name) } else { &zone.name }
}
