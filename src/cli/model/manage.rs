//! `model copy`, `rename`, `archive`, `unarchive`, `delete`, `restore`: models as such. Never here: what is in them.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::ModelChange;
use crate::cli::args;
use crate::msg;
use crate::text::Msg;

pub(super) fn copy(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let (from, to) = (name(matches, "name"), name(matches, "new"));
    let change = ModelChange::Copy { from: from.clone(), to: to.clone() };
    make(&change, |_| msg!("cli-model-copied", from = from, to = to), ctx)
}

pub(super) fn rename(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let (from, to) = (name(matches, "name"), name(matches, "new"));
    let change = ModelChange::Rename { from: from.clone(), to: to.clone() };
    make(&change, |_| msg!("shell-model-renamed", from = from, to = to), ctx)
}

pub(super) fn archive(matches: &ArgMatches, archived: bool, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let model = name(matches, "name");
    let change = ModelChange::Archive { model: model.clone(), archived };
    let told =
        |_| if archived { msg!("cli-model-archived", name = model) } else { msg!("models-unarchived", name = model) };
    make(&change, told, ctx)
}

pub(super) fn delete(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let model = name(matches, "name");
    make(&ModelChange::Delete(model.clone()), |_| msg!("cli-model-deleted", name = model), ctx)
}

pub(super) fn restore(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let change = ModelChange::Restore(name(matches, "name"));
    make(&change, |name| msg!("models-restored", name = name), ctx)
}

/// Makes a change and says so; `told` is given the name that the model has then.
pub(super) fn make(change: &ModelChange, told: impl FnOnce(String) -> Msg, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let name = ctx.host.change_models(&db, change)?;
    let told = ctx.say(&told(name));
    ctx.told_after(told)?;
    Ok(0)
}

/// Returns a word that the tree of commands makes sure is there.
pub(super) fn name(matches: &ArgMatches, id: &str) -> String {
    args::text(matches, id).unwrap_or_default().to_owned()
}
