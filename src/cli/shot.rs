//! `shot`: a picture of a screen of the app, as SVG or text, without a terminal.

use std::path::PathBuf;

use clap::ArgMatches;
use clap::Command;

use crate::cli::AppStart;
use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::Shot;
use crate::cli::args;
use crate::cli::open;
use crate::export::svg::buffer_to_svg;
use crate::export::svg::buffer_to_text;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;

/// The smallest and the largest picture, in columns or rows of a terminal.
const LEAST: u16 = 1;
const MOST: u16 = 1_000;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "shot", msg!("cli-shot-about"), msg!("cli-shot-examples")).args([
        args::option(lang, "screen", msg!("cli-value-name"), msg!("cli-arg-screen")),
        args::option(lang, "size", msg!("cli-value-size"), msg!("cli-arg-size")),
        args::option(lang, "keys", msg!("cli-value-keys"), msg!("cli-arg-keys")),
        args::path(lang, "output", msg!("cli-value-file"), msg!("cli-arg-shot-output")).short('o'),
        args::switch(lang, "force", msg!("cli-arg-force")),
        args::option(lang, "as-of", msg!("cli-value-date"), msg!("cli-arg-as-of")),
        args::option(lang, "model", msg!("cli-value-name"), msg!("cli-arg-model")),
    ])
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let (columns, rows) = size(args::text(matches, "size").unwrap_or("100x30"))?;
    let output = matches.get_one::<PathBuf>("output");
    let as_svg = match output.and_then(|path| path.extension()).map(|ending| ending.to_string_lossy().to_lowercase()) {
        None => false,
        Some(ending) if ending == "svg" => true,
        Some(ending) if ending == "txt" => false,
        Some(ending) => return Err(Problem::usage(msg!("cli-usage-ending", ending = ending)).into()),
    };
    let as_of = match open::as_of(matches)? {
        None => None,
        Some(as_of) => {
            let contents = ctx.host.open(&ctx.workspace(), None)?;
            let now = ctx.host.now();
            Some(as_of.instant(contents.data.zone, now, contents.as_of.unwrap_or(now)))
        }
    };
    let app = AppStart {
        db: Some(ctx.workspace()),
        model: args::text(matches, "model").map(str::to_owned),
        as_of,
        lang: ctx.lang,
        color: ctx.color,
    };
    let screen = args::text(matches, "screen").unwrap_or("matrix").to_owned();
    let keys = args::text(matches, "keys").map(str::to_owned);
    let grid = ctx.host.shot(&Shot { app, screen, columns, rows, keys })?;
    let picture = if as_svg { buffer_to_svg(&grid) } else { buffer_to_text(&grid) };
    match output {
        None => ctx.host.out().write_all(picture.as_bytes())?,
        Some(path) => {
            ctx.host.write_file(path, picture.as_bytes(), matches.get_flag("force"))?;
            ctx.note(&msg!("cli-written", path = path.display().to_string()));
        }
    }
    Ok(0)
}

/// Reads `100x30`.
fn size(text: &str) -> Result<(u16, u16), Problem> {
    let wrong =
        || Problem::usage(msg!("cli-usage-size", value = text, least = i64::from(LEAST), most = i64::from(MOST)));
    let (columns, rows) = text.split_once(['x', 'X', '×']).ok_or_else(wrong)?;
    let number = |text: &str| text.trim().parse().ok().filter(|n| (LEAST..=MOST).contains(n)).ok_or_else(wrong);
    Ok((number(columns)?, number(rows)?))
}
