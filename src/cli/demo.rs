//! `demo`: the app on 2,000 generated leads; without a terminal the matrix and the first leads as text.

use clap::ArgMatches;
use clap::Command;

use crate::cli::AppStart;
use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::Stream;
use crate::cli::args;
use crate::cli::matrix;
use crate::cli::open;
use crate::cli::top;
use crate::export::Format;
use crate::msg;
use crate::text::Lang;

/// How many leads the text form lists.
const SHOWN: usize = 10;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "demo", msg!("cli-demo-about"), msg!("cli-demo-examples")).args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.db.clone().unwrap_or_else(|| ctx.host.demo_workspace());
    let as_of = open::as_of(matches)?;
    if !ctx.host.exists(&db) {
        ctx.host.make_demo(&db)?;
    }
    if ctx.host.is_terminal(Stream::Out) && args::text(matches, "format").is_none() {
        let (zone, now) = (chrono_tz::Tz::UTC, ctx.host.now());
        let start = AppStart {
            db: Some(db),
            model: args::text(matches, "model").map(str::to_owned),
            as_of: as_of.map(|as_of| as_of.instant(zone, now, now)),
            lang: ctx.lang,
            color: ctx.color,
        };
        ctx.host.app(&start)?;
        return Ok(0);
    }
    let reading = open::open_at(matches, ctx, &db)?;
    matrix::write(&reading, ctx)?;
    if reading.style.format == Format::Table {
        writeln!(ctx.host.out())?;
        top::write(&reading, false, Some(SHOWN), ctx)?;
        writeln!(ctx.host.out())?;
        ctx.say(&msg!("cli-demo-next", path = db.display().to_string()))?;
    }
    Ok(0)
}
