//! Models with their edits, undo position, versions and baseline.
//!
//! Every change names the revision it was made on. If another window was faster the change is not written and the
//! newer state is handed back, so that no window ever undoes another's work unseen. Never here: what an edit does.

use rusqlite::Connection;
use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::model::Edit;
use crate::msg;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::fault::Fault;

/// A line of the list of models.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelRow {
    pub name: String,
    /// Moves on with every change of the model's text.
    pub revision: i64,
    pub archived: bool,
    /// UTC seconds.
    pub created: i64,
    /// UTC seconds.
    pub changed: i64,
    /// The name of the version that changes are shown against.
    pub baseline: Option<String>,
}

/// A model that was deleted: with its edits and versions it waits to be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeletedRow {
    /// What it goes by in this file while it is deleted, so that its name is free.
    pub handle: String,
    /// The name it had.
    pub name: String,
    /// UTC seconds.
    pub changed: i64,
    /// UTC seconds.
    pub deleted: i64,
}

/// A model's text as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredModel {
    pub ron: String,
    pub revision: i64,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is in the file, under this revision.
    Done(i64),
    /// Another window was faster: nothing was written, this is what stands there now.
    Behind(StoredModel),
}

/// An edit to be saved.
#[derive(Clone, Copy, Debug)]
pub struct Change<'c> {
    pub model: &'c str,
    /// The revision the edit was made on.
    pub base_revision: i64,
    pub edit: &'c Edit,
    pub inverse: &'c Edit,
    /// The model's text after the edit.
    pub ron: &'c str,
    /// Whether the edit may become one step of undo with the one before, if both turn the same knob.
    pub coalesce: bool,
    /// UTC seconds.
    pub now: i64,
}

/// A way along the saved edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Undo,
    Redo,
}

/// A model's saved edits, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct History {
    /// Each edit with its inverse.
    pub edits: Vec<(Edit, Edit)>,
    /// How many of them are in the model now; the rest was undone.
    pub position: usize,
    /// The revision of the model that this belongs to.
    pub revision: i64,
}

/// A named state of a model. Never changed once made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    pub name: String,
    pub reason: String,
    /// UTC seconds.
    pub at: i64,
    pub ron: String,
}

/// A model's row, for a change.
struct Head {
    id: i64,
    ron: String,
    revision: i64,
    position: i64,
}

impl Store {
    /// Returns all models by name, archived ones too, deleted ones not.
    pub fn models(&self) -> Result<Vec<ModelRow>, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare_cached(
                "SELECT model.name, revision, archived, created, changed, version.name
                FROM model LEFT JOIN version ON version.id = model.baseline
                WHERE deleted IS NULL ORDER BY model.name",
            )?;
            let rows = query.query_map((), |row| {
                Ok(ModelRow {
                    name: row.get(0)?,
                    revision: row.get(1)?,
                    archived: row.get(2)?,
                    created: row.get(3)?,
                    changed: row.get(4)?,
                    baseline: row.get(5)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Returns the deleted models, the one deleted last first.
    pub fn deleted_models(&self) -> Result<Vec<DeletedRow>, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare_cached(
                "SELECT name, changed, deleted FROM model WHERE deleted IS NOT NULL ORDER BY deleted DESC, id DESC",
            )?;
            let rows = query.query_map((), |row| {
                let handle: String = row.get(0)?;
                let name = handle.split_once(':').map_or(handle.as_str(), |(_, name)| name).to_owned();
                Ok(DeletedRow { handle, name, changed: row.get(1)?, deleted: row.get(2)? })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Returns a model's text and revision.
    pub fn model(&self, name: &str) -> Result<StoredModel, Problem> {
        self.told(|store| head(&store.conn, name).map(|head| StoredModel { ron: head.ron, revision: head.revision }))
    }

    /// Adds a model; returns its first revision.
    pub fn add_model(&mut self, name: &str, ron: &str, now: i64) -> Result<i64, Problem> {
        self.write(|tx| {
            refuse_taken(tx, name)?;
            tx.execute(
                "INSERT INTO model (name, ron, revision, position, archived, created, changed)
                VALUES (?1, ?2, 1, 0, 0, ?3, ?3)",
                (name, ron, now),
            )?;
            Ok(1)
        })
    }

    /// Deletes a model; all of it stays in the file under the handle that is returned.
    pub fn delete_model(&mut self, name: &str, now: i64) -> Result<String, Problem> {
        self.write(|tx| {
            let id = head(tx, name)?.id;
            // No model's name has a colon.
            let handle = format!("{id}:{name}");
            tx.execute("UPDATE model SET name = ?2, deleted = ?3 WHERE id = ?1", (id, &handle, now))?;
            Ok(handle)
        })
    }

    /// Brings a deleted model back under a name, with the text that says so.
    pub fn restore_model(&mut self, handle: &str, name: &str, ron: &str) -> Result<(), Problem> {
        self.write(|tx| {
            let id = head(tx, handle)?.id;
            refuse_taken(tx, name)?;
            tx.execute(
                "UPDATE model SET name = ?2, ron = ?3, archived = 0, deleted = NULL WHERE id = ?1",
                (id, name, ron),
            )?;
            Ok(())
        })
    }

    /// Removes a model with its edits and versions for good.
    pub fn remove_model(&mut self, name: &str) -> Result<(), Problem> {
        self.write(|tx| {
            let id = head(tx, name)?.id;
            tx.execute("UPDATE model SET baseline = NULL WHERE id = ?1", [id])?;
            tx.execute("DELETE FROM version WHERE model = ?1", [id])?;
            tx.execute("DELETE FROM edit WHERE model = ?1", [id])?;
            tx.execute("DELETE FROM model WHERE id = ?1", [id])?;
            Ok(())
        })
    }

    /// Gives a model another name, with the text that says so.
    pub fn rename_model(
        &mut self,
        name: &str,
        base_revision: i64,
        new_name: &str,
        ron: &str,
        now: i64,
    ) -> Result<Saved, Problem> {
        self.change(name, base_revision, |tx, head| {
            if new_name != name {
                refuse_taken(tx, new_name)?;
            }
            tx.execute("UPDATE model SET name = ?2 WHERE id = ?1", (head.id, new_name))?;
            advance(tx, head, head.position, ron, now)
        })
    }

    /// Puts a model out of sight, or back.
    pub fn archive_model(&mut self, name: &str, archived: bool) -> Result<(), Problem> {
        self.write(|tx| {
            let id = head(tx, name)?.id;
            tx.execute("UPDATE model SET archived = ?2 WHERE id = ?1", (id, archived))?;
            Ok(())
        })
    }

    /// Saves an edit as the newest; what was undone before it is forgotten.
    pub fn save_edit(&mut self, change: Change<'_>) -> Result<Saved, Problem> {
        self.change(change.model, change.base_revision, |tx, head| {
            tx.execute("DELETE FROM edit WHERE model = ?1 AND seq > ?2", (head.id, head.position))?;
            let edit = write_ron(change.edit)?;
            let mut position = head.position;
            if change.coalesce && newest_edit(tx, head)?.is_some_and(|newest| newest.same_knob(change.edit)) {
                tx.execute(
                    "UPDATE edit SET edit = ?3, at = ?4 WHERE model = ?1 AND seq = ?2",
                    (head.id, position, edit, change.now),
                )?;
            } else {
                position += 1;
                tx.execute(
                    "INSERT INTO edit (model, seq, edit, inverse, at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    (head.id, position, edit, write_ron(change.inverse)?, change.now),
                )?;
            }
            advance(tx, head, position, change.ron, change.now)
        })
    }

    /// Moves the undo position one step; `ron` is the model's text after it.
    pub fn step(&mut self, model: &str, base_revision: i64, step: Step, ron: &str, now: i64) -> Result<Saved, Problem> {
        self.change(model, base_revision, |tx, head| {
            let n_edits: i64 =
                tx.query_row("SELECT count(*) FROM edit WHERE model = ?1", [head.id], |row| row.get(0))?;
            let position = match step {
                Step::Undo => head.position - 1,
                Step::Redo => head.position + 1,
            };
            if !(0..=n_edits).contains(&position) {
                return Err(Problem::refused(msg!("store-no-step")).into());
            }
            advance(tx, head, position, ron, now)
        })
    }

    /// Returns a model's saved edits.
    pub fn history(&self, model: &str) -> Result<History, Problem> {
        self.told(|store| {
            let tx = store.conn.unchecked_transaction()?;
            let head = head(&tx, model)?;
            let mut query = tx.prepare_cached("SELECT edit, inverse FROM edit WHERE model = ?1 ORDER BY seq")?;
            let mut rows = query.query([head.id])?;
            let mut edits = Vec::new();
            while let Some(row) = rows.next()? {
                let (edit, inverse): (String, String) = (row.get(0)?, row.get(1)?);
                edits.push((read_ron(&edit)?, read_ron(&inverse)?));
            }
            let position = usize::try_from(head.position).map_err(|_| Fault::Damaged)?;
            if position > edits.len() {
                return Err(Fault::Damaged);
            }
            Ok(History { edits, position, revision: head.revision })
        })
    }

    /// Names the state at a revision, which must be the newest.
    pub fn add_version(
        &mut self,
        model: &str,
        base_revision: i64,
        name: &str,
        reason: &str,
        now: i64,
    ) -> Result<Saved, Problem> {
        self.change(model, base_revision, |tx, head| {
            if version_id(tx, head.id, name)?.is_some() {
                return Err(Problem::refused(msg!("store-version-exists", name = name)).into());
            }
            tx.execute(
                "INSERT INTO version (model, name, reason, at, ron) VALUES (?1, ?2, ?3, ?4, ?5)",
                (head.id, name, reason, now, &head.ron),
            )?;
            Ok(head.revision)
        })
    }

    /// Returns a model's versions, oldest first.
    pub fn versions(&self, model: &str) -> Result<Vec<VersionRow>, Problem> {
        self.told(|store| {
            let tx = store.conn.unchecked_transaction()?;
            let id = head(&tx, model)?.id;
            let mut query =
                tx.prepare_cached("SELECT name, reason, at, ron FROM version WHERE model = ?1 ORDER BY id")?;
            let rows = query.query_map([id], |row| {
                Ok(VersionRow { name: row.get(0)?, reason: row.get(1)?, at: row.get(2)?, ron: row.get(3)? })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Sets the version that changes are shown against; none takes it away. [`Store::models`] tells which it is.
    pub fn set_baseline(&mut self, model: &str, version: Option<&str>) -> Result<(), Problem> {
        self.write(|tx| {
            let id = head(tx, model)?.id;
            let version = match version {
                None => None,
                Some(name) => Some(
                    version_id(tx, id, name)?.ok_or_else(|| Problem::refused(msg!("store-no-version", name = name)))?,
                ),
            };
            tx.execute("UPDATE model SET baseline = ?2 WHERE id = ?1", (id, version))?;
            Ok(())
        })
    }

    /// Runs a change of a model, unless the model has moved on since the revision the change was made on.
    fn change(
        &mut self,
        model: &str,
        base_revision: i64,
        work: impl FnOnce(&Connection, &Head) -> Result<i64, Fault>,
    ) -> Result<Saved, Problem> {
        self.write(|tx| {
            let head = head(tx, model)?;
            if head.revision != base_revision {
                return Ok(Saved::Behind(StoredModel { ron: head.ron, revision: head.revision }));
            }
            work(tx, &head).map(Saved::Done)
        })
    }
}

fn head(conn: &Connection, name: &str) -> Result<Head, Fault> {
    let mut query = conn.prepare_cached("SELECT id, ron, revision, position FROM model WHERE name = ?1")?;
    let found = query
        .query_row([name], |row| {
            Ok(Head { id: row.get(0)?, ron: row.get(1)?, revision: row.get(2)?, position: row.get(3)? })
        })
        .optional()?;
    found.ok_or_else(|| Problem::refused(msg!("store-no-model", name = name)).into())
}

/// Writes a model's new text and undo position; returns the new revision.
fn advance(conn: &Connection, head: &Head, position: i64, ron: &str, now: i64) -> Result<i64, Fault> {
    let revision = head.revision + 1;
    conn.execute(
        "UPDATE model SET ron = ?2, revision = ?3, position = ?4, changed = ?5 WHERE id = ?1",
        (head.id, ron, revision, position, now),
    )?;
    Ok(revision)
}

fn refuse_taken(conn: &Connection, name: &str) -> Result<(), Fault> {
    let taken: bool =
        conn.query_row("SELECT EXISTS (SELECT 1 FROM model WHERE name = ?1)", [name], |row| row.get(0))?;
    if taken { Err(Problem::refused(msg!("store-model-exists", name = name)).into()) } else { Ok(()) }
}

fn version_id(conn: &Connection, model: i64, name: &str) -> Result<Option<i64>, Fault> {
    let mut query = conn.prepare_cached("SELECT id FROM version WHERE model = ?1 AND name = ?2")?;
    Ok(query.query_row((model, name), |row| row.get(0)).optional()?)
}

/// Returns the edit at the undo position.
fn newest_edit(conn: &Connection, head: &Head) -> Result<Option<Edit>, Fault> {
    let mut query = conn.prepare_cached("SELECT edit FROM edit WHERE model = ?1 AND seq = ?2")?;
    let text: Option<String> = query.query_row((head.id, head.position), |row| row.get(0)).optional()?;
    text.map(|text| read_ron(&text)).transpose()
}

pub(super) fn write_ron(value: &impl Serialize) -> Result<String, Fault> {
    ron::to_string(value).map_err(|_| Problem::refused(msg!("store-too-deep")).into())
}

pub(super) fn read_ron<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    ron::from_str(text).map_err(|_| Fault::Damaged)
}
