//! `review`: the tree of the commands on a workspace's reviews, and what they share. Never the work itself.

mod list;
mod minutes;
mod read;
mod sheet;
mod show;

use std::path::PathBuf;

use clap::Arg;
use clap::ArgMatches;
use clap::Command;

use crate::cli::Contents;
use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;
use crate::review::session::Review;
use crate::text::Lang;

pub(super) fn command(lang: Lang) -> Command {
    let named = || args::word(lang, "name", msg!("cli-value-review"), msg!("cli-arg-review"));
    let listing = || {
        [
            args::choice(lang, "format", &["table", "csv", "json"], msg!("cli-arg-format")),
            args::switch(lang, "raw-csv", msg!("cli-arg-raw-csv")),
        ]
    };
    let out = |help| args::path(lang, "out", msg!("cli-value-file"), help).short('o');
    let force = || args::switch(lang, "force", msg!("cli-arg-force"));
    let as_of = || args::option(lang, "as-of", msg!("cli-value-date"), msg!("cli-arg-as-of"));
    let model = || args::option(lang, "model", msg!("cli-value-name"), msg!("cli-arg-model"));
    let review = |help| args::option(lang, "review", msg!("cli-value-review"), help);
    let one_of = ["review", "top", "next", "zone"];
    let part = |arg: Arg, name: &str| arg.conflicts_with_all(one_of.into_iter().filter(|other| *other != name));
    args::command(lang, "review", msg!("cli-review-about"), msg!("cli-review-examples"))
        .subcommand_required(true)
        .subcommands([
            args::command(lang, "list", msg!("cli-review-list-about"), msg!("cli-review-list-examples"))
                .args(listing()),
            args::command(lang, "show", msg!("cli-review-show-about"), msg!("cli-review-show-examples"))
                .arg(named())
                .args(listing()),
            args::command(lang, "minutes", msg!("cli-review-minutes-about"), msg!("cli-review-minutes-examples"))
                .arg(named())
                .args([
                    args::choice(lang, "format", &["html", "markdown"], msg!("cli-arg-minutes-format")),
                    out(msg!("cli-arg-model-output")),
                    args::switch(lang, "mask", msg!("cli-arg-mask")),
                    force(),
                ]),
            args::command(lang, "sheet", msg!("cli-review-sheet-about"), msg!("cli-review-sheet-examples")).args([
                out(msg!("cli-arg-sheet-out")).required(true),
                part(review(msg!("cli-arg-sheet-review")), "review"),
                part(args::switch(lang, "top", msg!("cli-arg-sheet-top")), "top"),
                part(args::switch(lang, "next", msg!("cli-arg-sheet-next")), "next"),
                part(args::option(lang, "zone", msg!("cli-value-name"), msg!("cli-arg-sheet-zone")), "zone"),
                force(),
                as_of(),
                model(),
            ]),
            args::command(lang, "read", msg!("cli-review-read-about"), msg!("cli-review-read-examples"))
                .arg(args::file(lang, "file", msg!("cli-value-file"), msg!("cli-arg-sheet-file")).required(true))
                .args([
                    args::option(lang, "by", msg!("cli-value-name"), msg!("cli-arg-sheet-by")),
                    args::switch(lang, "theirs", msg!("cli-arg-sheet-theirs")),
                    args::switch(lang, "dry-run", msg!("cli-arg-dry-run")),
                    as_of(),
                    model(),
                ]),
        ])
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    match matches.subcommand() {
        Some(("list", m)) => list::run(m, ctx),
        Some(("show", m)) => show::run(m, ctx),
        Some(("minutes", m)) => minutes::run(m, ctx),
        Some(("sheet", m)) => sheet::run(m, ctx),
        Some(("read", m)) => read::run(m, ctx),
        _ => unreachable!("the parser asks for one of these"),
    }
}

/// Finds a review by its name, or by its number; the newest of that name, and of all where none is named.
fn find<'r>(reviews: &'r [Review], name: Option<&str>) -> Result<&'r Review, Problem> {
    let Some(newest) = reviews.last() else {
        return Err(Problem::refused(msg!("cli-no-review-yet")).hint(msg!("cli-hint-review")));
    };
    let Some(name) = name else { return Ok(newest) };
    let number = name.strip_prefix('#').unwrap_or(name).parse::<i64>().ok();
    let by_name = reviews.iter().rev().find(|review| review.name == name);
    by_name.or_else(|| reviews.iter().find(|review| Some(review.id) == number)).ok_or_else(|| {
        let problem = Problem::refused(msg!("cli-no-such-review", name = name));
        let names: Vec<&str> = reviews.iter().map(|review| &*review.name).collect();
        match nearest(name, names.iter().copied()) {
            Some(near) => problem.hint(msg!("cli-usage-nearest", word = near)),
            None => problem.hint(msg!("cli-usage-valid", words = names.join(", "))),
        }
    })
}

/// Opens the workspace with the model of a review, where it is still there, unless the options name another.
fn open_with(contents: Contents, review: Option<&Review>, matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Contents {
    let wanted = review.map(|review| &*review.model).filter(|_| args::text(matches, "model").is_none());
    let has = contents.model.as_ref().map(|model| &*model.name);
    if wanted.is_none() || wanted == has {
        return contents;
    }
    let db = ctx.workspace();
    ctx.host.open(&db, wanted).unwrap_or(contents)
}

/// Returns the file that an option names.
fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}
