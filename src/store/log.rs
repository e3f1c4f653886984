//! The small tables: settings, counters, and the record of imports. Never here: what a setting means.

use rusqlite::Connection;
use rusqlite::OptionalExtension;
use rusqlite::Row;

use crate::problem::Problem;
use crate::store::ImportCounts;
use crate::store::ImportKind;
use crate::store::Store;
use crate::store::fault::Fault;

/// What is remembered of an import beside its counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportNote {
    /// The file's name, without its folder.
    pub file: String,
    /// A fingerprint of the file's bytes, however the caller makes it.
    pub hash: String,
    pub rows_read: u64,
    pub rows_rejected: u64,
    /// UTC seconds.
    pub at: i64,
}

/// A past import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    pub kind: ImportKind,
    pub note: ImportNote,
    pub counts: ImportCounts,
}

impl Store {
    /// Returns a setting's value.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
            Ok(query.query_row([name], |row| row.get(0)).optional()?)
        })
    }

    /// Keeps a setting; none forgets it.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<(), Problem> {
        self.write(|tx| {
            match value {
                Some(value) => tx.execute("REPLACE INTO setting VALUES (?1, ?2)", [name, value])?,
                None => tx.execute("DELETE FROM setting WHERE name = ?1", [name])?,
            };
            Ok(())
        })
    }

    /// Returns the newest imports, newest first.
    pub fn imports(&self, most: usize) -> Result<Vec<ImportRow>, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare(&format!("{IMPORTS} ORDER BY id DESC LIMIT ?1"))?;
            let rows = query.query_map([i64::try_from(most).unwrap_or(i64::MAX)], import_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Returns the last import of a file with that fingerprint.
    pub fn was_imported(&self, hash: &str) -> Result<Option<ImportRow>, Problem> {
        self.told(|store| {
            let mut query = store.conn.prepare(&format!("{IMPORTS} WHERE hash = ?1 ORDER BY id DESC LIMIT 1"))?;
            Ok(query.query_row([hash], import_row).optional()?)
        })
    }
}

const IMPORTS: &str = "SELECT kind, file, hash, rows_read, rows_rejected, at,
    leads_new, leads_updated, leads_unchanged, events_new, events_unchanged FROM import";

fn import_row(row: &Row<'_>) -> Result<ImportRow, rusqlite::Error> {
    let kind = if row.get_ref(0)?.as_str()? == "events" { ImportKind::Events } else { ImportKind::Leads };
    Ok(ImportRow {
        kind,
        note: ImportNote {
            file: row.get(1)?,
            hash: row.get(2)?,
            rows_read: row.get(3)?,
            rows_rejected: row.get(4)?,
            at: row.get(5)?,
        },
        counts: ImportCounts {
            leads_new: row.get(6)?,
            leads_updated: row.get(7)?,
            leads_unchanged: row.get(8)?,
            events_new: row.get(9)?,
            events_unchanged: row.get(10)?,
        },
    })
}

/// Records an import.
pub(super) fn add_import(
    conn: &Connection,
    kind: ImportKind,
    note: &ImportNote,
    counts: &ImportCounts,
) -> Result<(), Fault> {
    let kind = match kind {
        ImportKind::Leads => "leads",
        ImportKind::Events => "events",
    };
    conn.execute(
        "INSERT INTO import (kind, file, hash, rows_read, rows_rejected, at,
            leads_new, leads_updated, leads_unchanged, events_new, events_unchanged)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        rusqlite::params![
            kind,
            note.file,
            note.hash,
            note.rows_read,
            note.rows_rejected,
            note.at,
            counts.leads_new,
            counts.leads_updated,
            counts.leads_unchanged,
            counts.events_new,
            counts.events_unchanged,
        ],
    )?;
    Ok(())
}

/// Returns a counter.
pub(super) fn counter(conn: &Connection, name: &str) -> Result<i64, rusqlite::Error> {
    conn.prepare_cached("SELECT n FROM counter WHERE name = ?1")?.query_row([name], |row| row.get(0))
}

/// Moves a counter on.
pub(super) fn count_on(conn: &Connection, name: &str) -> Result<(), rusqlite::Error> {
    conn.execute("UPDATE counter SET n = n + 1 WHERE name = ?1", [name]).map(drop)
}
