//! `model import` and `model export`: models as RON text, in and out. Never what is wrong with them beyond that.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::fields;
use crate::cli::model::all_but_last;
use crate::cli::model::placed;
use crate::cli::model::read;
use crate::cli::model::some_model;
use crate::model::to_ron;
use crate::msg;
use crate::problem::Problem;

pub(super) fn import(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let path = args::required_path(matches, "file");
    let (model, bytes) = read(&path, ctx)?;
    let db = ctx.workspace();
    if ctx.host.exists(&db) {
        let contents = ctx.host.open(&db, None)?;
        if contents.data.n_leads() > 0 {
            let missing = fields::missing_fields(&model, &contents.data);
            let refuse = !missing.is_empty() && !matches.get_flag("allow-missing");
            let n_missing = missing.len();
            let text = String::from_utf8_lossy(&bytes);
            for told in missing.into_iter().chain(fields::missing_kinds(&model, &contents.data)) {
                let text = placed(told, &path, &text).tell(ctx.lang).join(" ");
                ctx.note(&msg!("cli-advice", text = text));
            }
            if refuse {
                let problem = Problem::refused(msg!("cli-model-missing", fields = n_missing));
                return Err(problem.in_file(path.display().to_string()).hint(msg!("cli-hint-allow-missing")).into());
            }
        }
    }
    let is_new = ctx.host.save_model(&db, &model)?;
    let path = db.display().to_string();
    let told = ctx.say(&if is_new {
        msg!("cli-model-added", name = &model.name, path = path)
    } else {
        msg!("cli-model-replaced", name = &model.name, path = path)
    });
    ctx.told_after(told)?;
    Ok(0)
}

pub(super) fn export(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let model = some_model(ctx.host.open(&db, args::text(matches, "name"))?.model, &db)?;
    let ron = to_ron(&model).map_err(|faults| all_but_last(faults.into_iter().map(Problem::from).collect(), ctx))?;
    match matches.get_one::<PathBuf>("output") {
        None => ctx.host.out().write_all(ron.as_bytes())?,
        Some(path) => {
            ctx.host.write_file(path, ron.as_bytes(), matches.get_flag("force"))?;
            ctx.note(&msg!("cli-written", path = path.display().to_string()));
        }
    }
    Ok(0)
}
