//! `matrix`: how many leads stand in each cell, and what each zone holds.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::export::json::Json;
use crate::model::Owner;
use crate::model::Side;
use crate::model::Zone;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::fit;
use crate::text::fit_right;
use crate::text::width;
use crate::workbench::Matrix;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "matrix", msg!("cli-matrix-about"), msg!("cli-matrix-examples")).args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let reading = open::open(matches, ctx)?;
    write(&reading, ctx)?;
    Ok(0)
}

/// Writes the matrix in the chosen format.
pub(super) fn write(reading: &Reading, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    match reading.style.format {
        Format::Table => {
            reading.heading(ctx)?;
            let matrix = reading.bench.matrix();
            grid(&matrix, reading, ctx)?;
            zones(&matrix, reading, ctx)
        }
        Format::Csv => reading.list(&heads(), rows(reading), ctx),
        Format::Json => Ok(json(reading).write(ctx.host.out())?),
    }
}

/// Writes the counts: rows from the highest band down, columns from the lowest up, sums at the edges.
fn grid(matrix: &Matrix<'_>, reading: &Reading, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    let model = reading.bench.model();
    let total = lang.say(&msg!("cli-total"));
    let [rows, columns] = [&model.rows.name, &model.columns.name].map(|name| worded(name, lang, ""));
    // A model of one axis has no name for the other.
    let corner = match (rows, columns) {
        ("", name) | (name, "") => name.to_owned(),
        (rows, columns) => lang.say(&msg!("cli-axes", rows = rows, columns = columns)),
    };
    let mut lines: Vec<Vec<String>> = Vec::new();
    let heads = matrix.columns.iter().map(|label| (*label).to_owned());
    lines.push(std::iter::once(corner).chain(heads).chain([total.clone()]).collect());
    let mut sums = vec![0_u64; matrix.columns.len()];
    for (label, cells) in matrix.rows.iter().zip(&matrix.cells) {
        let mut line = vec![(*label).to_owned()];
        let mut sum = 0;
        for (cell, below) in cells.iter().zip(&mut sums) {
            line.push(lang.int(whole(cell.count)));
            sum += cell.count;
            *below += cell.count;
        }
        line.push(lang.int(whole(sum)));
        lines.push(line);
    }
    let sums = sums.into_iter().map(|sum| lang.int(whole(sum)));
    lines.push(std::iter::once(total).chain(sums).chain([lang.int(whole(matrix.total))]).collect());
    let first = lines.iter().map(|line| width(&line[0])).max().unwrap_or(0);
    let other = lines.iter().flat_map(|line| &line[1..]).map(|text| width(text)).max().unwrap_or(0);
    for line in lines {
        let cells: Vec<String> = line[1..].iter().map(|text| fit_right(text, other)).collect();
        writeln!(ctx.host.out(), "{}  {}", fit(&line[0], first), cells.join("  "))?;
    }
    Ok(())
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Writes what each zone of the map in force holds.
fn zones(matrix: &Matrix<'_>, reading: &Reading, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let model = reading.bench.model();
    if model.map_in_force().is_none() || model.zones.is_empty() {
        return Ok(());
    }
    let lang = ctx.lang;
    let heads = [
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "leads", title: msg!("cli-head-leads") },
        Head { id: "share", title: msg!("cli-head-share") },
        Head { id: "cells", title: msg!("cli-head-cells") },
        Head { id: "owner", title: msg!("cli-head-owner") },
        Head { id: "action", title: msg!("cli-head-action") },
    ];
    // With those that a gate holds for a zone, without those it holds back from its cells.
    let rows = model.zones.iter().zip(reading.bench.zone_counts()).map(|(zone, leads)| {
        let mine = |cell: &&crate::workbench::Cell<'_>| cell.zone.is_some_and(|other| other.name == zone.name);
        let cells: Vec<_> = matrix.cells.iter().flatten().filter(mine).collect();
        let names: Vec<String> = cells
            .iter()
            .map(|cell| open::cell_name(model.label(Side::Rows, cell.row), model.label(Side::Columns, cell.column)))
            .collect();
        vec![
            Cell::text(worded(&zone.title, lang, &zone.name)),
            Cell::count(leads),
            Cell::text(lang.percent(whole(leads), whole(matrix.total))),
            Cell::text(names.join(" ")),
            Cell::maybe(owner(zone).map(|owner| lang.say(&owner))),
            Cell::maybe(zone.action.get(lang == Lang::Fr)),
        ]
    });
    writeln!(ctx.host.out())?;
    reading.list(&heads, rows, ctx)
}

fn owner(zone: &Zone) -> Option<Msg> {
    match zone.owner {
        Owner::Nobody => None,
        Owner::Marketing => Some(msg!("cli-owner-marketing")),
        Owner::Sales => Some(msg!("cli-owner-sales")),
    }
}

fn heads() -> Vec<Head> {
    vec![
        Head { id: "row", title: msg!("cli-head-row") },
        Head { id: "column", title: msg!("cli-head-column") },
        Head { id: "leads", title: msg!("cli-head-leads") },
        Head { id: "leads_baseline", title: msg!("cli-head-baseline") },
        Head { id: "top", title: msg!("cli-head-top") },
        Head { id: "next", title: msg!("cli-head-next") },
        Head { id: "zone", title: msg!("cli-head-zone") },
        Head { id: "model", title: msg!("cli-head-model") },
        Head { id: "as_of", title: msg!("cli-head-as-of") },
    ]
}

fn rows(reading: &Reading) -> impl Iterator<Item = Vec<Cell<'_>>> {
    let model = reading.bench.model();
    let as_of = reading.bench.as_of();
    reading.bench.matrix().cells.into_iter().flatten().map(move |cell| {
        vec![
            Cell::text(model.label(Side::Rows, cell.row)),
            Cell::text(model.label(Side::Columns, cell.column)),
            Cell::count(cell.count),
            Cell::count(cell.base_count),
            Cell::count(cell.top),
            Cell::count(cell.next),
            Cell::maybe(cell.zone.map(|zone| zone.name.as_str())),
            Cell::text(model.name.as_str()),
            Cell::At(as_of),
        ]
    })
}

fn json(reading: &Reading) -> Json {
    let model = reading.bench.model();
    let matrix = reading.bench.matrix();
    let labels = |labels: &[&str]| Json::List(labels.iter().map(|label| Json::text(*label)).collect());
    let cells = matrix.cells.iter().flatten().map(|cell| {
        Json::Object(vec![
            ("row", Json::text(model.label(Side::Rows, cell.row))),
            ("column", Json::text(model.label(Side::Columns, cell.column))),
            ("leads", Json::count(cell.count)),
            ("leads_baseline", Json::count(cell.base_count)),
            ("top", Json::count(cell.top)),
            ("next", Json::count(cell.next)),
            ("zone", Json::maybe(cell.zone.map(|zone| zone.name.as_str()))),
        ])
    });
    let mut object = reading.about();
    object.push(("leads", Json::count(matrix.total)));
    object.push(("rows", labels(&matrix.rows)));
    object.push(("columns", labels(&matrix.columns)));
    object.push(("cells", Json::List(cells.collect())));
    Json::Object(object)
}
