//! `model check`: what is wrong with a model or wants a second look. Never a change.

use std::path::Path;

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::model::placed;
use crate::cli::model::read;
use crate::cli::model::show::axis_name;
use crate::cli::model::some_model;
use crate::model::Model;
use crate::model::Side;
use crate::model::best;
use crate::model::nearest;
use crate::model::theoretical_range;
use crate::msg;
use crate::problem::Problem;
use crate::text::Points;
use crate::workbench::Check;
use crate::workbench::CheckKind;
use crate::workbench::Workbench;

/// Checks a model: a file, alone or on the leads at hand; or a model of the workspace, on its leads.
pub(super) fn check(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let path = args::required_path(matches, "model");
    let db = ctx.workspace();
    let name = path.to_str().filter(|_| !ctx.host.exists(&path)).unwrap_or_default();
    let stored = if name.is_empty() || !ctx.host.exists(&db) { Vec::new() } else { ctx.host.models(&db)? };
    if stored.iter().any(|entry| entry.model.name == name) {
        let contents = ctx.host.open(&db, Some(name))?;
        let model = some_model(contents.model, &db)?;
        let as_of = contents.as_of.unwrap_or_else(|| ctx.host.now());
        sound(&model, db.display().to_string(), ctx)?;
        return advise(&Workbench::new(model, None, contents.data, as_of).checks(), None, ctx);
    }
    let near = nearest(name, stored.iter().map(|entry| entry.model.name.as_str()));
    let (model, bytes) = read(&path, ctx).map_err(|failure| match (failure, near) {
        (Failure::Problem(problem), Some(near)) => problem.hint(msg!("cli-usage-nearest", word = near)).into(),
        (failure, _) => failure,
    })?;
    sound(&model, path.display().to_string(), ctx)?;
    let text = String::from_utf8_lossy(&bytes);
    let contents = if matches.get_flag("data") { Some(ctx.host.open(&db, None)?) } else { None };
    let (data, as_of) = contents.map_or_else(Default::default, |contents| (contents.data, contents.as_of));
    let as_of = as_of.unwrap_or_else(|| ctx.host.now());
    let mut checks = Workbench::new(model, None, data, as_of).checks();
    if !matches.get_flag("data") {
        checks.retain(|check| check.kind == CheckKind::Advice);
    }
    advise(&checks, Some((&path, &text)), ctx)
}

/// Says that a model is sound, how large it is, and what its axes can give.
fn sound(model: &Model, told_of: String, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    ctx.say(&msg!(
        "cli-model-sound",
        file = told_of,
        name = &model.name,
        criteria = model.criteria().count(),
        rows = model.n_bands(Side::Rows),
        columns = model.n_bands(Side::Columns)
    ))?;
    for side in Side::BOTH.into_iter().filter(|side| model.axis(*side).groups.iter().any(|g| !g.criteria.is_empty())) {
        let (lowest, highest) = theoretical_range(model.axis(side));
        let (lowest, highest) = (Points(lowest), Points(highest));
        let axis = axis_name(model, side, ctx.lang);
        let most = best(model.axis(side)).and_then(|best| i64::try_from(best).ok());
        ctx.say(&match most {
            Some(best) => {
                msg!("cli-model-range", axis = axis, lowest = lowest, highest = highest, best = Points(best))
            }
            None => msg!("cli-model-range-open", axis = axis, lowest = lowest),
        })?;
    }
    Ok(())
}

/// Writes what could be better, one a line; where it stands, if there is a text for it to stand in.
fn advise(checks: &[Check], text: Option<(&Path, &str)>, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let mut from_data = false;
    for check in checks {
        if check.kind == CheckKind::Data && !from_data {
            from_data = true;
            let path = ctx.workspace().display().to_string();
            ctx.say(&msg!("cli-model-against", path = path))?;
        }
        let problem = Problem { hints: check.hint.iter().cloned().collect(), ..Problem::refused(check.text.clone()) };
        let problem = match text {
            Some((path, text)) => placed((problem, check.at.clone()), path, text),
            None => problem,
        };
        let text = problem.tell(ctx.lang).join(" ");
        ctx.say(&msg!("cli-advice", text = text))?;
    }
    if checks.is_empty() {
        ctx.say(&msg!("cli-model-nothing-to-say"))?;
    }
    Ok(0)
}
