//! Changes of the open model into the file: guarded by the revision they were made on, made again where another window was faster.
//!
//! Never here: when a change is saved, and who is told.

use crate::model::Edit;
use crate::msg;
use crate::problem::Problem;
use crate::shell::open;
use crate::shell::open::Standing;
use crate::store;
use crate::store::Saved;
use crate::store::Store;
use crate::text::Msg;
use crate::tui::app::Change;
use crate::workbench::Step;
use crate::workbench::tell;

/// What became of a change that the file did not refuse.
pub(super) struct Outcome {
    /// The model stands otherwise than the screen shows it.
    pub rebased: bool,
    /// Why the change was not made, and never will be.
    pub trouble: Option<Problem>,
}

impl Outcome {
    pub(super) fn fine() -> Outcome {
        Outcome { rebased: false, trouble: None }
    }

    /// The change cannot be made; the screen goes back to how the model stands.
    pub(super) fn lost(why: Msg) -> Outcome {
        Outcome { rebased: true, trouble: Some(Problem::refused(why)) }
    }
}

/// Saves a change. `agreed`: the screen it was made on shows the model as it stands here. An error: the file could not be written, and
/// the change may be tried again.
pub(super) fn save(
    store: &mut Store,
    standing: &mut Standing,
    change: &Change,
    agreed: bool,
    now: i64,
) -> Result<Outcome, Problem> {
    let saved = match change {
        Change::Edit { step, merged } => save_edit(store, standing, step, *merged, now),
        // Which step it undid there is not known here.
        Change::Undo | Change::Redo if !agreed => Ok(Outcome::lost(msg!("shell-undo-behind"))),
        Change::Undo => save_step(store, standing, store::Step::Undo, now),
        Change::Redo => save_step(store, standing, store::Step::Redo, now),
        // The worker's own: nothing of the model changes.
        Change::Review(_) => Ok(Outcome::fine()),
        Change::Version { .. } if !agreed => Ok(Outcome::lost(msg!("shell-baseline-behind"))),
        Change::Version { name, reason, baseline } => save_version(store, standing, (name, reason), *baseline, now),
    };
    unless_gone(saved)
}

/// Saves a change of another model than the open one.
pub(super) fn save_elsewhere(store: &mut Store, name: &str, change: &Change, now: i64) -> Result<Outcome, Problem> {
    let saved = Standing::read(store, name).and_then(|mut other| save(store, &mut other, change, false, now));
    // It is not on screen, so there is nothing to show otherwise.
    unless_gone(saved).map(|outcome| Outcome { rebased: false, ..outcome })
}

/// A model that another window deleted never comes back.
fn unless_gone(saved: Result<Outcome, Problem>) -> Result<Outcome, Problem> {
    match saved {
        Err(problem) if problem.text.id == "store-no-model" => Ok(Outcome { rebased: false, trouble: Some(problem) }),
        saved => saved,
    }
}

fn save_edit(
    store: &mut Store,
    standing: &mut Standing,
    step: &Step,
    merged: bool,
    now: i64,
) -> Result<Outcome, Problem> {
    let (mut coalesce, mut rebased) = (merged, false);
    loop {
        // A whole model in place of another would silently undo what the other window did.
        if rebased && matches!(step.edit, Edit::Replace(_)) {
            return Ok(Outcome::lost(msg!("shell-behind")));
        }
        let mut model = standing.model.clone();
        let inverse = match step.edit.clone().apply(&mut model) {
            Ok(inverse) => inverse,
            Err(error) => return Ok(Outcome::lost(msg!("shell-not-applied", why = tell::edit_error(&error)))),
        };
        // The name is the workspace's business; an old edit may bring back an old one.
        model.name.clone_from(&standing.name);
        let ron = match open::written(&model) {
            Ok(ron) => ron,
            Err(problem) => return Ok(Outcome { rebased: true, trouble: Some(problem) }),
        };
        let change = store::Change {
            model: &standing.name,
            base_revision: standing.revision,
            edit: &step.edit,
            inverse: &inverse,
            ron: &ron,
            coalesce,
            now,
        };
        if let Saved::Done(revision) = store.save_edit(change)? {
            standing.model = model;
            standing.revision = revision;
            record(standing, Step { inverse, ..step.clone() }, coalesce);
            return Ok(Outcome { rebased, trouble: None });
        }
        *standing = Standing::read(store, &standing.name)?;
        (coalesce, rebased) = (false, true);
    }
}

/// Records a step as the file did.
fn record(standing: &mut Standing, mut step: Step, coalesce: bool) {
    let history = &mut standing.history;
    history.steps.truncate(history.position);
    match history.steps.last_mut() {
        Some(newest) if coalesce && newest.edit.same_knob(&step.edit) => {
            step.inverse = newest.inverse.clone();
            *newest = step;
        }
        _ => history.steps.push(step),
    }
    history.position = history.steps.len();
}

fn save_step(store: &mut Store, standing: &mut Standing, step: store::Step, now: i64) -> Result<Outcome, Problem> {
    let position = standing.history.position;
    let (edit, position) = match step {
        store::Step::Undo => {
            let newest = position.checked_sub(1).and_then(|newest| standing.history.steps.get(newest));
            (newest.map(|step| step.inverse.clone()), position.saturating_sub(1))
        }
        store::Step::Redo => (standing.history.steps.get(position).map(|step| step.edit.clone()), position + 1),
    };
    let mut model = standing.model.clone();
    let Some(Ok(_)) = edit.map(|edit| edit.apply(&mut model)) else {
        return Ok(Outcome::lost(msg!("shell-undo-behind")));
    };
    model.name.clone_from(&standing.name);
    let ron = match open::written(&model) {
        Ok(ron) => ron,
        Err(problem) => return Ok(Outcome { rebased: true, trouble: Some(problem) }),
    };
    match store.step(&standing.name, standing.revision, step, &ron, now)? {
        Saved::Done(revision) => {
            standing.model = model;
            standing.revision = revision;
            standing.history.position = position;
            Ok(Outcome::fine())
        }
        Saved::Behind(_) => {
            *standing = Standing::read(store, &standing.name)?;
            Ok(Outcome::lost(msg!("shell-undo-behind")))
        }
    }
}

fn save_version(
    store: &mut Store,
    standing: &mut Standing,
    (name, reason): (&str, &str),
    baseline: bool,
    now: i64,
) -> Result<Outcome, Problem> {
    let day = chrono::DateTime::from_timestamp(now, 0).map(|at| at.format("%Y-%m-%d").to_string());
    let name = if name.is_empty() { day.unwrap_or_else(|| now.to_string()) } else { name.to_owned() };
    let Some(name) = add_version(store, standing, &name, reason, now)? else {
        *standing = Standing::read(store, &standing.name)?;
        return Ok(Outcome::lost(msg!("shell-baseline-behind")));
    };
    if baseline {
        store.set_baseline(&standing.name, Some(&name))?;
        standing.baseline = Some((name, standing.model.clone()));
    }
    Ok(Outcome::fine())
}

/// Makes a version of the model as it stands, under that name or, where it is taken, that name with a number. Returns the name; none if
/// another window was faster.
pub(super) fn add_version(
    store: &mut Store,
    standing: &Standing,
    name: &str,
    reason: &str,
    now: i64,
) -> Result<Option<String>, Problem> {
    let taken = store.versions(&standing.name)?;
    let numbered = std::iter::once(name.to_owned()).chain((2_u64..).map(|nth| format!("{name} {nth}")));
    let mut free = numbered.filter(|name| !taken.iter().any(|version| version.name == *name));
    let name = free.next().expect("the numbers do not end");
    match store.add_version(&standing.name, standing.revision, &name, reason, now)? {
        Saved::Done(_) => Ok(Some(name)),
        Saved::Behind(_) => Ok(None),
    }
}
