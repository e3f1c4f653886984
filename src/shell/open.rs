//! What a workspace holds, read for whoever opens it: which model, its baseline, its history, as of when; and a first model where
//! there is none. Never here: who asks, and what is shown of it.

use std::path::Path;

use crate::cli::What;
use crate::model::Model;
use crate::model::nearest;
use crate::model::parse;
use crate::model::to_ron;
use crate::msg;
use crate::problem::Problem;
use crate::store::Loaded;
use crate::store::ModelRow;
use crate::store::Store;
use crate::workbench::History;
use crate::workbench::STARTER;
use crate::workbench::Step;
use crate::workbench::starter;

/// The setting that names the model used when none is named.
pub(super) const MODEL: &str = "model";
/// The setting that holds the instant a workspace is looked at by itself, UTC seconds.
pub(super) const AS_OF: &str = "as-of";
/// The version that is made of a model when it is first opened, so that there is something to show changes against.
pub(super) const START: &str = "start";

/// A model as it stands in the file.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub name: String,
    pub revision: i64,
    pub model: Model,
    pub history: History,
    /// The version that changes are shown against, and its name.
    pub baseline: Option<(String, Model)>,
}

impl Standing {
    /// Reads a model with its history and baseline, all of one moment.
    pub(super) fn read(store: &Store, name: &str) -> Result<Standing, Problem> {
        loop {
            let stored = store.model(name)?;
            let row = store.models()?.into_iter().find(|row| row.name == name);
            let baseline = row.as_ref().map_or(Ok(None), |row| baseline(store, row))?;
            let history = store.history(name)?;
            // Another window may have written in between.
            if history.revision == stored.revision {
                let edits = history.edits.into_iter();
                let steps = edits.map(|(edit, inverse)| Step { edit, inverse, at_ms: 0 }).collect();
                return Ok(Standing {
                    name: name.to_owned(),
                    revision: stored.revision,
                    model: parsed(&stored.ron, store.path())?,
                    history: History { steps, position: history.position },
                    baseline,
                });
            }
        }
    }
}

/// Returns the model that is named, or else the one the workspace names, or else the one changed last.
pub(super) fn choose<'r>(
    store: &Store,
    rows: &'r [ModelRow],
    name: Option<&str>,
) -> Result<Option<&'r ModelRow>, Problem> {
    match name {
        Some(name) => rows.iter().find(|row| row.name == name).map(Some).ok_or_else(|| unknown_model(name, rows)),
        None => in_use(store, rows),
    }
}

/// Returns the model that is used when none is named: the one the workspace names, else the one changed last.
pub(super) fn in_use<'r>(store: &Store, rows: &'r [ModelRow]) -> Result<Option<&'r ModelRow>, Problem> {
    let named = store.setting(MODEL)?;
    let named = rows.iter().find(|row| !row.archived && Some(&row.name) == named.as_ref());
    Ok(named.or_else(|| rows.iter().filter(|row| !row.archived).max_by_key(|row| row.changed)))
}

fn unknown_model(name: &str, rows: &[ModelRow]) -> Problem {
    let problem = Problem::refused(msg!("store-no-model", name = name));
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    match nearest(name, names.iter().copied()) {
        Some(near) => problem.hint(msg!("cli-usage-nearest", word = near)),
        None if names.is_empty() => problem.hint(msg!("cli-hint-model-import")),
        None => problem.hint(msg!("cli-usage-valid", words = names.join(", "))),
    }
}

/// Returns the version that a model's changes are shown against, and its name.
pub(super) fn baseline(store: &Store, row: &ModelRow) -> Result<Option<(String, Model)>, Problem> {
    let Some(name) = &row.baseline else { return Ok(None) };
    let version = store.versions(&row.name)?.into_iter().find(|version| version.name == *name);
    version
        .map(|version| {
            // The model may have had another name then.
            let model = Model { name: row.name.clone(), ..parsed(&version.ron, store.path())? };
            Ok((version.name, model))
        })
        .transpose()
}

/// Returns the instant that a workspace is looked at by itself; none = now.
pub(super) fn as_of(store: &Store) -> Result<Option<i64>, Problem> {
    Ok(store.setting(AS_OF)?.and_then(|at| at.parse().ok()))
}

/// Reads a model of a workspace, which wrote it itself.
pub(super) fn parsed(ron: &str, db: &Path) -> Result<Model, Problem> {
    parse(ron).map_err(|problems| {
        let problem = problems.into_iter().next().unwrap_or_else(|| Problem::refused(msg!("cli-no-model")));
        let problem = problem.in_file(db.display().to_string());
        match name_in(ron) {
            Some(name) => problem.hint(msg!("store-model-broken", name = name)),
            None => problem,
        }
    })
}

/// Returns the first name in a model's text, which is the model's own, however broken the rest is.
fn name_in(ron: &str) -> Option<&str> {
    let (_, rest) = ron.split_once("name: \"")?;
    rest.split_once('"').map(|(name, _)| name)
}

/// Writes a model as text; one with faults is refused.
pub(super) fn written(model: &Model) -> Result<String, Problem> {
    to_ron(model).map_err(|faults| match faults.into_iter().next() {
        Some(fault) => fault.into(),
        None => Problem::refused(msg!("cli-no-model")),
    })
}

/// Gives a workspace without a model its first, after an import of `what`; makes the first again if activity came and nobody has
/// touched it. Returns its name.
pub(super) fn add_starter(store: &mut Store, what: What, now: i64) -> Result<Option<String>, Problem> {
    let rows = store.models()?;
    match rows.as_slice() {
        [] => {}
        [only] if what != What::Leads && is_untouched(store, only)? => store.remove_model(STARTER)?,
        _ => return Ok(None),
    }
    let loaded = store.load()?;
    if loaded.data.n_leads() == 0 {
        return Ok(None);
    }
    let (model, ()) = rayon::join(|| starter(&loaded.data, now), || keep_snapshot(store, &loaded));
    store.add_model(&model.name, &written(&model)?, now)?;
    Ok(Some(model.name))
}

/// Makes the next opening fast, where that is worth it.
pub(super) fn keep_snapshot(store: &mut Store, loaded: &Loaded) {
    if loaded.wants_snapshot() {
        // Where it cannot be kept (a full disk, a busy file) the rows are read again: nothing is lost.
        let _ = store.keep_snapshot(loaded);
    }
}

/// Whether a model is the first one as it was made: never edited, no version but the one that opening it made.
fn is_untouched(store: &Store, row: &ModelRow) -> Result<bool, Problem> {
    let fresh = row.name == STARTER && row.revision == 1;
    Ok(fresh && store.versions(STARTER)?.iter().all(|version| version.name == START))
}
