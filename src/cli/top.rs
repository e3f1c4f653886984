//! `top`: the best leads in rank order: the top group, or the next.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::engine::rank::Fifth;
use crate::export::Cell;
use crate::export::Head;
use crate::model::Edit;
use crate::msg;
use crate::text::Lang;
use crate::workbench::Query;
use crate::workbench::Within;

/// How many leads a table lists unless told otherwise.
const USUAL: usize = 25;
const MOST: i64 = 100_000_000;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "top", msg!("cli-top-about"), msg!("cli-top-examples"))
        .args([
            args::switch(lang, "next", msg!("cli-arg-next")),
            args::option(lang, "share", msg!("cli-value-percent"), msg!("cli-arg-share")),
            args::option(lang, "limit", msg!("cli-value-number"), msg!("cli-arg-limit")),
        ])
        .args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let share = args::whole(matches, "share", 1, 50)?.and_then(|share| u8::try_from(share).ok());
    let limit = args::whole(matches, "limit", 1, MOST)?.and_then(|limit| usize::try_from(limit).ok());
    let mut reading = open::open(matches, ctx)?;
    if let Some(share) = share {
        let mut model = reading.bench.model().clone();
        model.top_share = share;
        reading.bench.apply(Edit::Replace(Box::new(model)), 0).expect("a model can always be replaced");
    }
    if reading.is_table() {
        reading.heading(ctx)?;
    }
    let limit = limit.or(reading.is_table().then_some(USUAL));
    write(&reading, matches.get_flag("next"), limit, ctx)?;
    Ok(0)
}

/// Writes the top group, or the next.
pub(super) fn write(reading: &Reading, next: bool, limit: Option<usize>, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    let bench = &reading.bench;
    let within = Within::Fifth(if next { Fifth::Next } else { Fifth::Top });
    let listing = bench.list(&Query { within, ..Query::default() });
    let shown = limit.unwrap_or(listing.len()).min(listing.len());
    if reading.is_table() {
        let share = i64::from(bench.model().top_share);
        ctx.say(&if next {
            msg!("cli-top-next", leads = listing.len(), share = lang.whole_percent(share, 100))
        } else {
            msg!("cli-top-first", leads = listing.len(), share = lang.whole_percent(share, 100))
        })?;
    }
    let heads = heads();
    // What the line above a table says already is no column of it.
    let n_heads = if reading.is_table() { heads.len() - 2 } else { heads.len() };
    let leads = bench.page(&listing, 0..shown);
    let rows = leads.iter().map(|lead| row(reading, *lead as usize, n_heads, lang));
    reading.list(&heads[..n_heads], rows, ctx)?;
    if reading.is_table() {
        if shown < listing.len() {
            ctx.say(&msg!("cli-top-more", more = listing.len() - shown))?;
        }
        if !next && bench.cut().ties > 1 {
            ctx.say(&msg!("cli-top-ties", ties = bench.cut().ties))?;
        }
    }
    Ok(())
}

fn heads() -> Vec<Head> {
    vec![
        Head { id: "rank", title: msg!("cli-head-rank") },
        Head { id: "key", title: msg!("cli-head-key") },
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "company", title: msg!("cli-head-company") },
        Head { id: "job_title", title: msg!("cli-head-job") },
        Head { id: "cell", title: msg!("cli-head-cell") },
        Head { id: "row_points", title: msg!("cli-head-row-points") },
        Head { id: "column_points", title: msg!("cli-head-column-points") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "last_activity", title: msg!("cli-head-recent") },
        Head { id: "model", title: msg!("cli-head-model") },
        Head { id: "as_of", title: msg!("cli-head-as-of") },
    ]
}

fn row(reading: &Reading, lead: usize, n_cells: usize, lang: Lang) -> Vec<Cell<'_>> {
    let row = reading.bench.row(lead);
    let zone = row.zone.map(|zone| if reading.is_table() { worded(&zone.title, lang, &zone.name) } else { &zone.name });
    let mut cells = vec![
        row.rank.map_or(Cell::None, Cell::count),
        Cell::text(row.key),
        Cell::maybe(row.name),
        Cell::maybe(row.company),
        Cell::maybe(row.job_title),
        Cell::text(open::cell_name(row.row_band, row.column_band)),
        Cell::Points(row.rows),
        Cell::Points(row.columns),
        Cell::maybe(zone),
        row.recent.map_or(Cell::None, Cell::At),
        Cell::text(reading.bench.model().name.as_str()),
        Cell::At(reading.bench.as_of()),
    ];
    cells.truncate(n_cells);
    cells
}
