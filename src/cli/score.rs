//! `score`: every lead with its two values, bands, cell, zone and rank, in rank order.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::engine::rank::Fifth;
use crate::export::Cell;
use crate::export::Head;
use crate::msg;
use crate::text::Lang;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "score", msg!("cli-score-about"), msg!("cli-score-examples")).args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let reading = open::open(matches, ctx)?;
    if reading.is_table() {
        reading.heading(ctx)?;
    }
    let heads = [
        Head { id: "rank", title: msg!("cli-head-rank") },
        Head { id: "key", title: msg!("cli-head-key") },
        Head { id: "row_points", title: msg!("cli-head-row-points") },
        Head { id: "row_band", title: msg!("cli-head-row") },
        Head { id: "column_points", title: msg!("cli-head-column-points") },
        Head { id: "column_band", title: msg!("cli-head-column") },
        Head { id: "cell", title: msg!("cli-head-cell") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "group", title: msg!("cli-head-group") },
        Head { id: "model", title: msg!("cli-head-model") },
        Head { id: "as_of", title: msg!("cli-head-as-of") },
    ];
    // What the line above a table says already is no column of it.
    let n_heads = if reading.is_table() { heads.len() - 2 } else { heads.len() };
    let lang = ctx.lang;
    let leads = reading.bench.order().iter().map(|lead| row(&reading, *lead as usize, n_heads, lang));
    reading.list(&heads[..n_heads], leads, ctx)?;
    Ok(0)
}

fn row(reading: &Reading, lead: usize, n_cells: usize, lang: Lang) -> Vec<Cell<'_>> {
    let row = reading.bench.row(lead);
    let zone =
        row.zone.map(|zone| if reading.is_table() { open::worded(&zone.title, lang, &zone.name) } else { &zone.name });
    let group = match (row.fifth, reading.is_table()) {
        (Fifth::Top, true) => lang.say(&msg!("cli-group-top")),
        (Fifth::Next, true) => lang.say(&msg!("cli-group-next")),
        (Fifth::Rest, true) => lang.say(&msg!("cli-group-rest")),
        (Fifth::Top, false) => "top".to_owned(),
        (Fifth::Next, false) => "next".to_owned(),
        (Fifth::Rest, false) => "rest".to_owned(),
    };
    let mut cells = vec![
        row.rank.map_or(Cell::None, Cell::count),
        Cell::text(row.key),
        Cell::Points(row.rows),
        Cell::text(row.row_band),
        Cell::Points(row.columns),
        Cell::text(row.column_band),
        Cell::text(open::cell_name(row.row_band, row.column_band)),
        Cell::maybe(zone),
        Cell::text(group),
        Cell::text(reading.bench.model().name.as_str()),
        Cell::At(reading.bench.as_of()),
    ];
    cells.truncate(n_cells);
    cells
}
