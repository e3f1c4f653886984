//! `model check`: what is wrong with a model file or wants a second look. Never a change.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::fields;
use crate::cli::model::placed;
use crate::cli::model::read;
use crate::model::Side;
use crate::model::advice;
use crate::msg;
use crate::problem::Problem;
use crate::workbench::Workbench;

pub(super) fn check(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let path = args::required_path(matches, "file");
    let (model, bytes) = read(&path, ctx)?;
    let text = String::from_utf8_lossy(&bytes);
    ctx.say(&msg!(
        "cli-model-sound",
        file = path.display().to_string(),
        name = &model.name,
        criteria = model.criteria().count(),
        rows = model.n_bands(Side::Rows),
        columns = model.n_bands(Side::Columns)
    ))?;
    for advice in advice(&model) {
        advise(&placed((Problem::refused(advice.text), advice.at), &path, &text), ctx)?;
    }
    let db = ctx.workspace();
    if !ctx.host.exists(&db) {
        return Ok(0);
    }
    // The leads at hand only ever add advice: the file may be meant for others.
    let contents = ctx.host.open(&db, None)?;
    if contents.data.n_leads() > 0 {
        let mut found = fields::missing_fields(&model, &contents.data);
        found.extend(fields::missing_kinds(&model, &contents.data));
        let as_of = ctx.host.now();
        found.extend(fields::unanswerable(&Workbench::new(model, None, contents.data, as_of)));
        if !found.is_empty() {
            ctx.say(&msg!("cli-model-against", path = db.display().to_string()))?;
        }
        for told in found {
            advise(&placed(told, &path, &text), ctx)?;
        }
    }
    Ok(0)
}

fn advise(problem: &Problem, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let text = problem.tell(ctx.lang).join(" ");
    ctx.say(&msg!("cli-advice", text = text))
}
