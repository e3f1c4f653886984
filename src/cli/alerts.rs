//! `alerts`: who did what the model's alerts wait for. With `--new`, for a scheduled job, only those that it has not told yet.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::engine::alerts::Fired;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::msg;
use crate::review::seen::Sighting;
use crate::text::Lang;
use crate::workbench::tell;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "alerts", msg!("cli-alerts-about"), msg!("cli-alerts-examples"))
        .args([
            args::switch(lang, "new", msg!("cli-arg-new")),
            args::switch(lang, "keep", msg!("cli-arg-keep")).requires("new"),
        ])
        .args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let only_new = matches.get_flag("new");
    let db = ctx.workspace();
    let reading = open::open(matches, ctx)?;
    let seen = ctx.host.alerts_seen(&db)?;
    let fired = reading.bench.fired().into_iter().map(|fired| {
        let sighting = reading.bench.sighting(&fired);
        let is_new = !seen.contains(&sighting);
        (fired, sighting, is_new)
    });
    let fired: Vec<(Fired, Sighting, bool)> = fired.filter(|(_, _, is_new)| *is_new || !only_new).collect();
    let quiet = only_new && fired.is_empty();
    if reading.is_table() && !quiet {
        reading.heading(ctx)?;
        troubles(&reading, ctx);
    }
    // A scheduled job has nothing to tell where nothing is new; a program that reads JSON still reads a list.
    if fired.is_empty() && reading.is_table() && !only_new {
        let none = reading.bench.model().alerts.is_empty();
        ctx.say(&if none { msg!("cli-alerts-unset") } else { msg!("cli-alerts-none") })?;
    } else if !quiet || reading.style.format == Format::Json {
        list(&reading, &fired, only_new, ctx)?;
    }
    if only_new && !matches.get_flag("keep") && !fired.is_empty() {
        // What could not be read by anybody was not seen.
        ctx.host.out().flush()?;
        let seen: Vec<Sighting> = fired.into_iter().map(|(_, sighting, _)| sighting).collect();
        ctx.host.see_alerts(&db, &seen)?;
    }
    Ok(0)
}

/// Says which alerts cannot be read against these leads.
fn troubles(reading: &Reading, ctx: &mut Ctx<'_>) {
    for (alert, fired) in reading.bench.model().alerts.iter().zip(reading.bench.alerts()) {
        if let Err(problem) = fired {
            let name = worded(&alert.title, ctx.lang, &alert.name);
            ctx.note(&msg!("cli-alert-trouble", alert = name, why = tell::data_error(&problem)));
        }
    }
}

fn list(
    reading: &Reading,
    fired: &[(Fired, Sighting, bool)],
    only_new: bool,
    ctx: &mut Ctx<'_>,
) -> Result<(), Failure> {
    let mut heads = vec![
        Head { id: "at", title: msg!("cli-head-at") },
        Head { id: "key", title: msg!("cli-head-key") },
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "company", title: msg!("cli-head-company") },
        Head { id: "alert", title: msg!("cli-head-alert") },
        Head { id: "event", title: msg!("cli-head-event") },
        Head { id: "asset", title: msg!("cli-head-asset") },
        Head { id: "times", title: msg!("cli-head-times") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "handed_over", title: msg!("cli-head-handed-over") },
        Head { id: "new", title: msg!("cli-head-new") },
        Head { id: "action", title: msg!("cli-head-action") },
    ];
    // Where all are new, nobody needs to be told.
    let no_new = reading.is_table() && only_new;
    let new_at = heads.iter().position(|head| head.id == "new").expect("it is one of them");
    if no_new {
        heads.remove(new_at);
    }
    let (bench, lang, table) = (&reading.bench, ctx.lang, reading.is_table());
    let rows = fired.iter().map(|(fired, _, is_new)| {
        let lead = bench.row(fired.lead);
        let alert = &bench.model().alerts[fired.alert];
        let mut cells = vec![
            Cell::At(fired.at),
            Cell::text(lead.key),
            Cell::maybe(lead.name),
            Cell::maybe(lead.company),
            Cell::text(if table { worded(&alert.title, lang, &alert.name) } else { &alert.name }),
            Cell::text(fired.kind.as_str()),
            Cell::maybe(fired.asset.as_deref()),
            Cell::count(fired.times),
            Cell::maybe(lead.zone.map(|zone| if table { worded(&zone.title, lang, &zone.name) } else { &zone.name })),
            Cell::YesNo(bench.is_handed_over(fired.lead)),
            Cell::YesNo(*is_new),
            Cell::maybe(alert.action.get(lang == Lang::Fr)),
        ];
        if no_new {
            cells.remove(new_at);
        }
        cells
    });
    reading.list(&heads, rows, ctx)
}
