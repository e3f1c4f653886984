//! `generate`: writes seeded leads and their activity as two CSV files.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::generate::Spec;
use crate::msg;
use crate::text::Lang;

const LEADS: i64 = 2_000;
const MOST_LEADS: i64 = 10_000_000;
const EVENTS: i64 = 20;
const MOST_EVENTS: i64 = 10_000;

pub(super) fn command(lang: Lang) -> Command {
    let number = |name, help| args::option(lang, name, msg!("cli-value-number"), help);
    args::command(lang, "generate", msg!("cli-generate-about"), msg!("cli-generate-examples")).args([
        number("leads", msg!("cli-arg-leads", usual = LEADS)),
        number("events-per-lead", msg!("cli-arg-events-per-lead", usual = EVENTS)),
        number("seed", msg!("cli-arg-seed")),
        args::path(lang, "out", msg!("cli-value-folder"), msg!("cli-arg-out")).required(true),
        args::option(lang, "as-of", msg!("cli-value-date"), msg!("cli-arg-generate-as-of")),
        args::switch(lang, "force", msg!("cli-arg-force")),
    ])
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let leads = args::whole(matches, "leads", 1, MOST_LEADS)?.unwrap_or(LEADS);
    let events = args::whole(matches, "events-per-lead", 0, MOST_EVENTS)?.unwrap_or(EVENTS);
    let seed = args::whole(matches, "seed", 0, i64::MAX)?.unwrap_or(1);
    let now = ctx.host.now();
    let as_of = open::as_of(matches)?.map_or(now, |as_of| as_of.instant(chrono_tz::Tz::UTC, now, now));
    let spec = Spec {
        leads: u32::try_from(leads).expect("bounded above"),
        events_per_lead: u32::try_from(events).expect("bounded above"),
        seed: seed.unsigned_abs(),
        as_of,
    };
    let folder = args::required_path(matches, "out");
    let files = ctx.host.generate(&spec, &folder, matches.get_flag("force"))?;
    for file in &files {
        ctx.say(&msg!("cli-written", path = file.display().to_string()))?;
    }
    let [leads, events] = files.map(|file| file.display().to_string());
    ctx.say(&msg!("cli-generate-next", leads = leads, events = events))?;
    Ok(0)
}
