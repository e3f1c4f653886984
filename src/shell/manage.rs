//! What is done to a workspace's models as such, by the app and the commands alike: one comes in, is copied, renamed, put away, brought
//! back, compared. Never here: edits of the open model, and who asked.

use crate::cli::ModelChange;
use crate::cli::Version;
use crate::cli::Versions;
use crate::model::Edit;
use crate::model::Model;
use crate::msg;
use crate::problem::Problem;
use crate::shell::open;
use crate::store::Change;
use crate::store::DeletedRow;
use crate::store::Saved;
use crate::store::Store;

/// Makes a change that a command asks for; returns the name that the model has then.
pub(super) fn change(store: &mut Store, change: &ModelChange, now: i64) -> Result<String, Problem> {
    let rows = store.models()?;
    let known = |store: &Store, name: Option<&str>| {
        let row = open::choose(store, &rows, name)?.map(|row| row.name.clone());
        row.ok_or_else(|| Problem::refused(msg!("cli-no-model")).hint(msg!("cli-hint-model-import")))
    };
    match change {
        ModelChange::Copy { from, to } => {
            copy(store, &known(store, Some(from))?, to, now)?;
            Ok(to.clone())
        }
        ModelChange::Rename { from, to } => {
            rename(store, &known(store, Some(from))?, to, now)?;
            Ok(to.clone())
        }
        ModelChange::Archive { model, archived } => {
            let name = known(store, Some(model))?;
            archive(store, &name, *archived)?;
            Ok(name)
        }
        ModelChange::Delete(name) => {
            let name = known(store, Some(name))?;
            delete(store, &name, now)?;
            Ok(name)
        }
        ModelChange::Restore(name) => {
            let deleted = store.deleted_models()?;
            let Some(row) = deleted.iter().find(|row| row.name == *name) else {
                return Err(not_deleted(name, &deleted));
            };
            restore(store, &row.handle)
        }
        ModelChange::Save { model, version, reason } => {
            let name = known(store, model.as_deref())?;
            let revision = store.model(&name)?.revision;
            match store.add_version(&name, revision, version, reason, now)? {
                Saved::Done(_) => Ok(name),
                Saved::Behind(_) => Err(Problem::refused(msg!("cli-model-behind", name = name))),
            }
        }
        ModelChange::Baseline { model, version } => {
            let name = known(store, model.as_deref())?;
            store.set_baseline(&name, Some(version)).map_err(|problem| {
                let names = store.versions(&name).unwrap_or_default().into_iter().map(|version| version.name);
                problem.hint(msg!("cli-usage-valid", words = names.collect::<Vec<_>>().join(", ")))
            })?;
            Ok(name)
        }
    }
}

fn not_deleted(name: &str, deleted: &[DeletedRow]) -> Problem {
    let problem = Problem::refused(msg!("cli-model-not-deleted", name = name));
    if deleted.is_empty() {
        return problem.hint(msg!("models-none-deleted"));
    }
    let names: Vec<&str> = deleted.iter().map(|row| row.name.as_str()).collect();
    problem.hint(msg!("cli-usage-valid", words = names.join(", ")))
}

/// Puts a model in under its name; one of that name is edited to become it. Returns whether it is new.
pub(super) fn put(store: &mut Store, model: &Model, now: i64) -> Result<bool, Problem> {
    let ron = open::written(model)?;
    let rows = store.models()?;
    let Some(row) = rows.iter().find(|row| row.name == model.name) else {
        store.add_model(&model.name, &ron, now)?;
        return Ok(true);
    };
    if row.archived {
        store.archive_model(&model.name, false)?;
    }
    let old = store.model(&model.name)?;
    if old.ron == ron {
        return Ok(false);
    }
    let before = open::parsed(&old.ron, store.path())?;
    let change = Change {
        model: &model.name,
        base_revision: old.revision,
        edit: &Edit::Replace(Box::new(model.clone())),
        inverse: &Edit::Replace(Box::new(before)),
        ron: &ron,
        coalesce: false,
        now,
    };
    match store.save_edit(change)? {
        Saved::Done(_) => Ok(false),
        Saved::Behind(_) => Err(Problem::refused(msg!("cli-model-behind", name = &model.name))),
    }
}

/// Returns the name, or where a model has it, the name with the next free number.
pub(super) fn free_name(store: &Store, name: &str) -> Result<String, Problem> {
    let taken: Vec<String> = store.models()?.into_iter().map(|row| row.name).collect();
    let numbered = (2_u64..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    Ok(names.find(|name| !taken.contains(name)).expect("the numbers do not end"))
}

/// Makes a model that is another's present state under another name, with no history yet.
pub(super) fn copy(store: &mut Store, from: &str, to: &str, now: i64) -> Result<(), Problem> {
    let ron = renamed(store, from, to)?;
    store.add_model(to, &ron, now)?;
    Ok(())
}

pub(super) fn rename(store: &mut Store, from: &str, to: &str, now: i64) -> Result<(), Problem> {
    let revision = store.model(from)?.revision;
    let ron = renamed(store, from, to)?;
    if let Saved::Behind(_) = store.rename_model(from, revision, to, &ron, now)? {
        return Err(Problem::refused(msg!("shell-behind")));
    }
    if store.setting(open::MODEL)?.as_deref() == Some(from) {
        store.set_setting(open::MODEL, Some(to))?;
    }
    Ok(())
}

/// Puts a model away, or back among the others; one always stays.
pub(super) fn archive(store: &mut Store, name: &str, archived: bool) -> Result<(), Problem> {
    if archived {
        refuse_last(store, name)?;
    }
    store.archive_model(name, archived)
}

/// Deletes a model, all of which can be brought back by the handle that is returned; one always stays.
pub(super) fn delete(store: &mut Store, name: &str, now: i64) -> Result<String, Problem> {
    refuse_last(store, name)?;
    store.delete_model(name, now)
}

/// Brings a deleted model back, under its own name or the nearest free one, which is returned.
pub(super) fn restore(store: &mut Store, handle: &str) -> Result<String, Problem> {
    let row = store.deleted_models()?.into_iter().find(|row| row.handle == handle);
    let row = row.ok_or_else(|| Problem::refused(msg!("store-no-model", name = handle)))?;
    let name = free_name(store, &row.name)?;
    let ron = if name == row.name { store.model(handle)?.ron } else { renamed(store, handle, &name)? };
    store.restore_model(handle, &name, &ron)?;
    Ok(name)
}

/// Reads a model's versions.
pub(super) fn versions(store: &Store, handle: &str) -> Result<Versions, Problem> {
    let draft = open::parsed(&store.model(handle)?.ron, store.path())?;
    let baseline = store.models()?.into_iter().find(|row| row.name == handle).and_then(|row| row.baseline);
    let versions = store.versions(handle)?.into_iter().map(|row| {
        let model = open::parsed(&row.ron, store.path())?;
        Ok(Version { name: row.name, reason: row.reason, at: row.at, model })
    });
    Ok(Versions { draft, versions: versions.collect::<Result<_, Problem>>()?, baseline })
}

/// Without a model in sight there would be nothing to show.
fn refuse_last(store: &Store, name: &str) -> Result<(), Problem> {
    // One that does not exist is told by whoever looks for it.
    store.model(name)?;
    let others = store.models()?.iter().any(|row| !row.archived && row.name != name);
    if others { Ok(()) } else { Err(Problem::refused(msg!("tui-last-model")).hint(msg!("models-hint-last"))) }
}

/// Returns a model's text with another name in it.
fn renamed(store: &Store, from: &str, to: &str) -> Result<String, Problem> {
    let mut model = open::parsed(&store.model(from)?.ron, store.path())?;
    to.clone_into(&mut model.name);
    open::written(&model)
}
