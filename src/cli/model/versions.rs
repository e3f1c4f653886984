//! `model versions`, `save` and `baseline`: a model's named states, what changed since, and which one changes are shown against.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::ModelChange;
use crate::cli::args;
use crate::cli::model::manage::make;
use crate::cli::model::manage::name;
use crate::cli::open;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::workbench::differences;

/// Lists the versions, oldest first; with `--changes`, what changed from one of them to the draft.
pub(super) fn versions(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let found = ctx.host.versions(&db, args::text(matches, "name"))?;
    let style = open::style(matches, ctx, chrono_tz::Tz::UTC);
    let french = ctx.lang == Lang::Fr;
    if let Some(version) = args::text(matches, "changes") {
        let Some(from) = found.versions.iter().find(|known| known.name == version) else {
            let problem = Problem::refused(msg!("store-no-version", name = version));
            let names: Vec<&str> = found.versions.iter().map(|version| version.name.as_str()).collect();
            return Err(problem.hint(msg!("cli-usage-valid", words = names.join(", "))).into());
        };
        let told = differences(&from.model, &found.draft, french);
        if told.is_empty() && style.format == Format::Table {
            ctx.say(&msg!("versions-no-difference"))?;
            return Ok(0);
        }
        let heads = [Head { id: "change", title: msg!("cli-head-change") }];
        let rows: Vec<String> = told.iter().map(|msg| ctx.lang.say(msg)).collect();
        let rows = rows.iter().map(|text| vec![Cell::text(text.as_str())]);
        crate::export::list(&heads, rows, style, ctx.host.out())?;
        return Ok(0);
    }
    let heads = [
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "at", title: msg!("models-head-saved") },
        Head { id: "reason", title: msg!("cli-head-reason") },
        Head { id: "changes", title: msg!("cli-head-changes") },
        Head { id: "baseline", title: msg!("cli-head-baseline") },
    ];
    let rows = found.versions.iter().map(|version| {
        vec![
            Cell::text(version.name.as_str()),
            Cell::At(version.at),
            Cell::text(version.reason.as_str()),
            Cell::count(differences(&version.model, &found.draft, french).len()),
            Cell::YesNo(found.baseline.as_ref() == Some(&version.name)),
        ]
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}

pub(super) fn save(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let (version, reason) = (name(matches, "version"), name(matches, "reason"));
    let model = args::text(matches, "model").map(str::to_owned);
    let change = ModelChange::Save { model, version: version.clone(), reason };
    make(&change, |name| msg!("cli-version-saved", name = version, model = name), ctx)
}

pub(super) fn baseline(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let version = name(matches, "version");
    let model = args::text(matches, "model").map(str::to_owned);
    let change = ModelChange::Baseline { model, version: version.clone() };
    make(&change, |_| msg!("versions-baseline", name = version), ctx)
}
