//! `model list`: the models of a workspace. Never a question of one model's parts.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::ModelState;
use crate::cli::open;
use crate::cli::open::title;
use crate::export::Cell;
use crate::export::Head;
use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

pub(super) fn list(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let mut models = ctx.host.models(&db)?;
    if !matches.get_flag("archived") {
        models.retain(|entry| entry.state == ModelState::Active);
    }
    let style = open::style(matches, ctx, chrono_tz::Tz::UTC);
    if models.is_empty() && style.format == crate::export::Format::Table {
        let problem = Problem::refused(msg!("cli-no-model")).in_file(db.display().to_string());
        return Err(problem.hint(msg!("cli-hint-model-import")).into());
    }
    let heads = [
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "title", title: msg!("cli-head-title") },
        Head { id: "criteria", title: msg!("cli-head-criteria") },
        Head { id: "versions", title: msg!("cli-head-versions") },
        Head { id: "changed", title: msg!("cli-head-changed") },
        Head { id: "in_use", title: msg!("cli-head-in-use") },
        Head { id: "state", title: msg!("models-head-state") },
    ];
    let lang = ctx.lang;
    let is_table = style.format == crate::export::Format::Table;
    let rows = models.iter().map(|entry| {
        vec![
            Cell::text(entry.model.name.as_str()),
            Cell::text(title(&entry.model, lang)),
            Cell::count(entry.model.criteria().count()),
            Cell::count(entry.n_versions),
            Cell::At(entry.changed),
            Cell::YesNo(entry.in_use),
            Cell::text(if is_table { lang.say(&state(entry.state)) } else { plain(entry.state).to_owned() }),
        ]
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}

fn state(state: ModelState) -> Msg {
    match state {
        ModelState::Active => msg!("cli-model-active"),
        ModelState::Archived => msg!("models-state-archived"),
        ModelState::Deleted => msg!("models-state-deleted"),
    }
}

/// Returns the word for programs.
fn plain(state: ModelState) -> &'static str {
    match state {
        ModelState::Active => "active",
        ModelState::Archived => "archived",
        ModelState::Deleted => "deleted",
    }
}
