//! `model`: the tree of the commands on a workspace's models, and what they share. Never the work itself.

mod check;
mod files;
mod list;
mod manage;
mod show;
mod versions;

use std::path::Path;

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::fields;
use crate::cli::templates;
use crate::model::Model;
use crate::model::parse_bytes;
use crate::model::place_of;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;

pub(super) fn command(lang: Lang) -> Command {
    let word = |id: &'static str| args::word(lang, id, msg!("cli-value-name"), msg!("cli-arg-model-name"));
    let file = || args::file(lang, "file", msg!("cli-value-file"), msg!("cli-arg-model-file")).required(true);
    let new = || args::word(lang, "new", msg!("cli-value-new-name"), msg!("cli-arg-model-new")).required(true);
    let version = || args::word(lang, "version", msg!("cli-value-name"), msg!("cli-arg-version-name")).required(true);
    let model = || args::option(lang, "model", msg!("cli-value-name"), msg!("cli-arg-model"));
    let this = || args::word(lang, "name", msg!("cli-value-name"), msg!("cli-arg-model-this")).required(true);
    let leaf = |name, about, examples| args::command(lang, name, about, examples);
    args::command(lang, "model", msg!("cli-model-about"), msg!("cli-model-examples"))
        .subcommand_required(true)
        .subcommands([
            leaf("list", msg!("cli-model-list-about"), msg!("cli-model-list-examples"))
                .arg(args::switch(lang, "archived", msg!("cli-arg-archived")))
                .args(listing(lang)),
            leaf("show", msg!("cli-model-show-about"), msg!("cli-model-show-examples"))
                .arg(word("name"))
                .args(listing(lang)),
            leaf("check", msg!("cli-model-check-about"), msg!("cli-model-check-examples"))
                .arg(
                    args::file(lang, "model", msg!("cli-value-file-or-name"), msg!("cli-arg-file-or-model"))
                        .required(true),
                )
                .arg(args::switch(lang, "data", msg!("cli-arg-check-data"))),
            leaf("import", msg!("cli-model-import-about"), msg!("cli-model-import-examples"))
                .arg(file())
                .arg(args::switch(lang, "allow-missing", msg!("cli-arg-allow-missing"))),
            leaf("export", msg!("cli-model-export-about"), msg!("cli-model-export-examples"))
                .arg(word("name"))
                .arg(args::path(lang, "output", msg!("cli-value-file"), msg!("cli-arg-model-output")).short('o'))
                .arg(args::switch(lang, "force", msg!("cli-arg-force"))),
            leaf("copy", msg!("cli-model-copy-about"), msg!("cli-model-copy-examples")).args([this(), new()]),
            leaf("rename", msg!("cli-model-rename-about"), msg!("cli-model-rename-examples")).args([this(), new()]),
            leaf("archive", msg!("cli-model-archive-about"), msg!("cli-model-archive-examples")).arg(this()),
            leaf("unarchive", msg!("cli-model-unarchive-about"), msg!("cli-model-unarchive-examples")).arg(this()),
            leaf("delete", msg!("cli-model-delete-about"), msg!("cli-model-delete-examples")).arg(this()),
            leaf("restore", msg!("cli-model-restore-about"), msg!("cli-model-restore-examples")).arg(this()),
            leaf("versions", msg!("cli-model-versions-about"), msg!("cli-model-versions-examples"))
                .arg(word("name"))
                .arg(args::option(lang, "changes", msg!("cli-value-name"), msg!("cli-arg-changes")))
                .args(listing(lang)),
            leaf("save", msg!("cli-model-save-about"), msg!("cli-model-save-examples"))
                .arg(version())
                .arg(args::option(lang, "reason", msg!("cli-value-text"), msg!("cli-arg-reason")))
                .arg(model()),
            leaf("baseline", msg!("cli-model-baseline-about"), msg!("cli-model-baseline-examples"))
                .args([version(), model()]),
        ])
        .subcommands(templates::commands(lang, listing))
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
        Some(("templates", m)) => templates::list(m, ctx),
        Some(("new", m)) => templates::new(m, ctx),
        Some(("import", m)) => files::import(m, ctx),
        Some(("export", m)) => files::export(m, ctx),
        Some(("copy", m)) => manage::copy(m, ctx),
        Some(("rename", m)) => manage::rename(m, ctx),
        Some(("archive", m)) => manage::archive(m, true, ctx),
        Some(("unarchive", m)) => manage::archive(m, false, ctx),
        Some(("delete", m)) => manage::delete(m, ctx),
        Some(("restore", m)) => manage::restore(m, ctx),
        Some(("versions", m)) => versions::versions(m, ctx),
        Some(("save", m)) => versions::save(m, ctx),
        Some(("baseline", m)) => versions::baseline(m, ctx),
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
