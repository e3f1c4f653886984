//! `model`: list the models of a workspace, show one, check a file, bring one in, write one out. Never the work itself.

mod check;
mod files;
mod list;
mod show;

use std::path::Path;

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::fields;
use crate::model::Model;
use crate::model::parse_bytes;
use crate::model::place_of;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;

pub(super) fn command(lang: Lang) -> Command {
    let word = |id: &'static str| args::word(lang, id, msg!("cli-value-name"), msg!("cli-arg-model-name"));
    let file = || args::file(lang, "file", msg!("cli-value-file"), msg!("cli-arg-model-file")).required(true);
    let leaf = |name, about, examples| args::command(lang, name, about, examples);
    args::command(lang, "model", msg!("cli-model-about"), msg!("cli-model-examples"))
        .subcommand_required(true)
        .subcommands([
            leaf("list", msg!("cli-model-list-about"), msg!("cli-model-list-examples")).args(listing(lang)),
            leaf("show", msg!("cli-model-show-about"), msg!("cli-model-show-examples"))
                .arg(word("name"))
                .args(listing(lang)),
            leaf("check", msg!("cli-model-check-about"), msg!("cli-model-check-examples")).arg(file()),
            leaf("import", msg!("cli-model-import-about"), msg!("cli-model-import-examples"))
                .arg(file())
                .arg(args::switch(lang, "allow-missing", msg!("cli-arg-allow-missing"))),
            leaf("export", msg!("cli-model-export-about"), msg!("cli-model-export-examples"))
                .arg(word("name"))
                .arg(args::path(lang, "output", msg!("cli-value-file"), msg!("cli-arg-model-output")).short('o'))
                .arg(args::switch(lang, "force", msg!("cli-arg-force"))),
        ])
}

/// The options of the commands that list.
fn listing(lang: Lang) -> [clap::Arg; 2] {
    [
        args::choice(lang, "format", &["table", "csv", "json"], msg!("cli-arg-format")),
        args::switch(lang, "raw-csv", msg!("cli-arg-raw-csv")),
    ]
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    match matches.subcommand() {
        Some(("list", m)) => list::list(m, ctx),
        Some(("show", m)) => show::show(m, ctx),
        Some(("check", m)) => check::check(m, ctx),
        Some(("import", m)) => files::import(m, ctx),
        Some(("export", m)) => files::export(m, ctx),
        _ => unreachable!("the parser asks for one of these"),
    }
}

fn some_model(model: Option<Model>, db: &Path) -> Result<Model, Problem> {
    let problem = || Problem::refused(msg!("cli-no-model")).in_file(db.display().to_string());
    model.ok_or_else(|| problem().hint(msg!("cli-hint-model-import")))
}

/// Reads a model file; tells every fault with its place, all but the last here.
fn read(path: &Path, ctx: &mut Ctx<'_>) -> Result<(Model, Vec<u8>), Failure> {
    let bytes = ctx.host.read_file(path)?;
    let name = path.display().to_string();
    match parse_bytes(&bytes) {
        Ok(model) => Ok((model, bytes)),
        Err(problems) => Err(all_but_last(problems.into_iter().map(|problem| problem.in_file(&name)).collect(), ctx)),
    }
}

/// Tells all problems but the last, which is returned to be told where every command's problem is.
fn all_but_last(mut problems: Vec<Problem>, ctx: &mut Ctx<'_>) -> Failure {
    let last = problems.pop().unwrap_or_else(|| Problem::refused(msg!("cli-usage-other")));
    for problem in &problems {
        crate::cli::report(problem, ctx.lang, ctx.host);
    }
    last.into()
}

/// Says where in a model's text its part stands that a problem is about.
fn placed((problem, at): fields::Told, path: &Path, text: &str) -> Problem {
    let problem = problem.in_file(path.display().to_string());
    if at.is_empty() {
        return problem;
    }
    let (line, column) = place_of(text, &at);
    problem.at(line, Some(column))
}
