//! The tables, and how a file of an older version becomes one of the newest.
//!
//! `MIGRATIONS` is append-only: a file's `user_version` says how many of its steps it has seen. A step that was ever
//! released is never changed. Never here: what the rows mean.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::OptionalExtension;
use rusqlite::TransactionBehavior;
use rusqlite::limits::Limit;

use crate::model::FieldType;
use crate::msg;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::Upgrade;
use crate::store::fault::Fault;
use crate::store::fields;

/// Marks a `SQLite` file as a quadrille workspace: "quad".
pub const APPLICATION_ID: u32 = 0x7175_6164;

/// The steps from nothing to the newest schema, in order.
///
/// Numbers are INTEGER (whole numbers, millionths, UTC seconds), yes/no is 0/1, unknown is NULL. In `event_detail`, 0 stands
/// for none: NULL would let the same detail stand there twice. What many events say alike stands there once: a row of `event`
/// is three small numbers, which is most of what a file's size is made of. `activity` spells them out for other tools.
const MIGRATIONS: [&str; 6] = [
    "
    CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE field (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        \"column\" TEXT NOT NULL UNIQUE COLLATE NOCASE,
        type TEXT NOT NULL,
        role TEXT,
        position INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE lead (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE event_kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE event_word (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE event (
        lead INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        at INTEGER NOT NULL,
        asset INTEGER NOT NULL,
        campaign INTEGER NOT NULL,
        channel INTEGER NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (lead, kind, at, asset, campaign, channel, value)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE model (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        ron TEXT NOT NULL,
        revision INTEGER NOT NULL,
        position INTEGER NOT NULL,
        baseline INTEGER REFERENCES version (id),
        archived INTEGER NOT NULL,
        created INTEGER NOT NULL,
        changed INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        model INTEGER NOT NULL REFERENCES model (id),
        name TEXT NOT NULL,
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        ron TEXT NOT NULL,
        UNIQUE (model, name)
    ) STRICT;
    CREATE TABLE edit (
        id INTEGER PRIMARY KEY,
        model INTEGER NOT NULL REFERENCES model (id),
        seq INTEGER NOT NULL,
        edit TEXT NOT NULL,
        inverse TEXT NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (model, seq)
    ) STRICT;
    INSERT INTO counter VALUES ('data_revision', 0);
    ",
    "
    CREATE TABLE import (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        file TEXT NOT NULL,
        hash TEXT NOT NULL,
        rows_read INTEGER NOT NULL,
        rows_rejected INTEGER NOT NULL,
        leads_new INTEGER NOT NULL,
        leads_updated INTEGER NOT NULL,
        leads_unchanged INTEGER NOT NULL,
        events_new INTEGER NOT NULL,
        events_unchanged INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX import_by_hash ON import (hash);
    ",
    "
    ALTER TABLE model ADD COLUMN deleted INTEGER;
    ",
    "
    CREATE TABLE seal (
        id INTEGER PRIMARY KEY,
        change INTEGER NOT NULL,
        pages INTEGER NOT NULL,
        free INTEGER NOT NULL,
        cookie INTEGER NOT NULL,
        library INTEGER NOT NULL,
        epoch INTEGER NOT NULL
    ) STRICT;
    INSERT INTO seal VALUES (1, 0, 0, 0, 0, 0, 0);
    CREATE TABLE snapshot (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    ",
    "
    CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        at INTEGER NOT NULL,
        participants TEXT NOT NULL,
        sample TEXT NOT NULL,
        seed INTEGER NOT NULL,
        model TEXT NOT NULL,
        as_of INTEGER NOT NULL,
        before TEXT NOT NULL,
        ended INTEGER,
        after TEXT,
        open_points TEXT,
        next TEXT,
        deleted INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE review_lead (
        review INTEGER NOT NULL REFERENCES review (id),
        place INTEGER NOT NULL,
        lead TEXT NOT NULL,
        fifth INTEGER NOT NULL,
        PRIMARY KEY (review, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE remark (
        id INTEGER PRIMARY KEY,
        lead TEXT NOT NULL,
        at INTEGER NOT NULL,
        who TEXT NOT NULL,
        said TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        review INTEGER REFERENCES review (id),
        model TEXT NOT NULL,
        revision INTEGER NOT NULL,
        as_of INTEGER NOT NULL,
        row_band TEXT NOT NULL,
        column_band TEXT NOT NULL,
        row_points INTEGER NOT NULL,
        column_points INTEGER NOT NULL,
        rank INTEGER,
        fifth INTEGER NOT NULL,
        struck INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE alert_seen (
        lead TEXT NOT NULL,
        alert TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (lead, alert, kind, at)
    ) STRICT, WITHOUT ROWID;
    ",
    "
    CREATE TABLE event_detail (
        id INTEGER PRIMARY KEY,
        kind INTEGER NOT NULL,
        asset INTEGER NOT NULL,
        campaign INTEGER NOT NULL,
        channel INTEGER NOT NULL,
        value INTEGER NOT NULL,
        UNIQUE (kind, asset, campaign, channel, value)
    ) STRICT;
    INSERT INTO event_detail (kind, asset, campaign, channel, value)
        SELECT DISTINCT kind, asset, campaign, channel, value FROM event;
    ALTER TABLE event RENAME TO event_before;
    CREATE TABLE event (
        lead INTEGER NOT NULL,
        detail INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (lead, detail, at)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO event SELECT lead, event_detail.id, at
        FROM event_before CROSS JOIN event_detail USING (kind, asset, campaign, channel, value);
    DROP TABLE event_before;
    CREATE VIEW activity AS
        SELECT lead.key AS lead, event_kind.name AS kind, datetime(event.at, 'unixepoch') AS at,
            asset.word AS asset, campaign.word AS campaign, channel.word AS channel, nullif(value, 0) AS value
        FROM event
        JOIN lead ON lead.id = event.lead
        JOIN event_detail ON event_detail.id = event.detail
        JOIN event_kind ON event_kind.id = event_detail.kind
        LEFT JOIN event_word AS asset ON asset.id = event_detail.asset
        LEFT JOIN event_word AS campaign ON campaign.id = event_detail.campaign
        LEFT JOIN event_word AS channel ON channel.id = event_detail.channel;
    ",
];

/// The newest version of the schema: the `user_version` of every file this program writes.
pub const NEWEST: usize = MIGRATIONS.len();

/// Returns the version of a file's schema; a negative one counts as far too new, as in the file's header.
pub(super) fn version(conn: &Connection) -> Result<usize, rusqlite::Error> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).map(|n: i32| n.cast_unsigned() as usize)
}

/// Fills an empty file with the newest schema.
pub(super) fn create(conn: &mut Connection, now: i64) -> Result<(), Fault> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    run(&tx, 0, NEWEST)?;
    tx.execute("INSERT INTO setting VALUES ('created', ?1)", [now.to_string()])?;
    tx.commit()?;
    Ok(())
}

/// Runs the steps from one version to another.
fn run(conn: &Connection, from: usize, to: usize) -> Result<(), rusqlite::Error> {
    for sql in &MIGRATIONS[from..to] {
        conn.execute_batch(sql)?;
    }
    conn.pragma_update(None, "user_version", to)
}

impl Store {
    /// Brings an older file up to date in one transaction, after a backup that was read back whole.
    pub(super) fn migrate(&mut self, now: i64, tell: &mut dyn FnMut(Upgrade)) -> Result<(), Problem> {
        loop {
            let seen = self.data_version()?;
            self.backup_telling(now, tell)?;
            self.check_place()?;
            self.pause_check();
            tell(Upgrade::Changing);
            let path = self.path.clone();
            let conn = &mut self.conn;
            let done = (|| {
                let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
                // Whoever wrote in the meantime may have been a newer quadrille.
                check(&tx)?;
                let unchanged = seen == tx.pragma_query_value(None, "data_version", |row| row.get::<_, i64>(0))?;
                if unchanged {
                    run(&tx, version(&tx)?, NEWEST)?;
                    check(&tx)?;
                    tx.commit()?;
                }
                Ok(unchanged)
            })();
            // Another window wrote between the backup and the lock: the backup would lack it.
            if done.map_err(|fault: Fault| fault.told(&path))? {
                self.shrink();
                return Ok(());
            }
        }
    }

    /// Gives back the room of what a migration has dropped, where that is much.
    fn shrink(&self) {
        let pages = |name: &str| self.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap_or(0);
        if pages("freelist_count") > pages("page_count") / 4 {
            // The new file is put together in one that is attached meanwhile. Where that cannot be done (a full disk, another window
            // at work) the room is used by what comes.
            let attached = self.conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1);
            let _ = attached.and_then(|_| self.conn.execute_batch("VACUUM"));
            let _ = self.conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0);
        }
    }
}

/// Fails if the file holds a table, view, trigger or index that this version's quadrille did not make, or lacks one.
///
/// Reads the list of tables and the fields; runs nothing that the file brings along.
pub(super) fn check(conn: &Connection) -> Result<(), Fault> {
    let version = version(conn)?;
    if version < 1 {
        return Err(Problem::refused(msg!("store-other-program")).hint(msg!("store-other-hint")).into());
    }
    if version > NEWEST {
        let problem = Problem::refused(msg!("store-newer", version = version, newest = NEWEST));
        return Err(problem.hint(msg!("store-newer-hint")).into());
    }
    let pristine = Connection::open_in_memory()?;
    run(&pristine, 0, version)?;
    let mut expected = objects(&pristine)?;
    let found = objects(conn)?;
    // The table of fields must be sound before it is read to say what the table of leads must be.
    let is_lead = |key: &&Key| key.0 == "table" && key.1 == "lead";
    let differs = |expected: &BTreeMap<Key, Option<String>>, skip_lead: bool| {
        let keys: BTreeSet<&Key> = expected.keys().chain(found.keys()).collect();
        keys.into_iter()
            .filter(|key| !(skip_lead && is_lead(key)))
            .filter(|key| expected.get(key) != found.get(key))
            // What was put in or changed says more than what it replaced, and a table takes its indexes with it.
            .min_by_key(|key| (!found.contains_key(*key), key.0 != "table"))
            .cloned()
    };
    let mut strange = differs(&expected, true);
    if strange.is_none() {
        let columns: Vec<(String, FieldType)> =
            fields::all(conn)?.into_iter().map(|field| (field.column, field.kind)).collect();
        for (key, sql) in &mut expected {
            if let (true, Some(sql)) = (is_lead(&key), sql) {
                add_columns(sql, &columns)?;
            }
        }
        strange = differs(&expected, false);
    }
    match strange {
        None => Ok(()),
        Some(key) if !found.contains_key(&key) => Err(Fault::Lacks(key.0, key.1)),
        Some((kind, name)) => {
            let problem = Problem::refused(msg!("store-strange", kind = kind, name = name));
            Err(problem.hint(msg!("store-strange-hint")).into())
        }
    }
}

/// An object of a schema: its type and name.
type Key = (String, String);

fn objects(conn: &Connection) -> Result<BTreeMap<Key, Option<String>>, rusqlite::Error> {
    let mut query = conn.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let rows = query.query_map((), |row| Ok(((row.get(0)?, row.get(1)?), row.get::<_, Option<String>>(2)?)))?;
    let mut objects: BTreeMap<Key, Option<String>> = rows.collect::<Result<_, _>>()?;
    // Left by ANALYZE in another tool: figures for the query planner, which can do no harm.
    for (name, sql) in [
        ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
        ("sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
    ] {
        let key = ("table".to_owned(), name.to_owned());
        if objects.get(&key).is_some_and(|found| found.as_deref() == Some(sql)) {
            objects.remove(&key);
        }
    }
    Ok(objects)
}

/// Says what `SQLite` keeps as a table's text after these columns were added to it one by one.
fn add_columns(sql: &mut String, columns: &[(String, FieldType)]) -> Result<(), Fault> {
    let end = sql.rfind(')').ok_or(Fault::Damaged)?;
    let tail = sql.split_off(end);
    for (column, kind) in columns {
        sql.push_str(", ");
        sql.push_str(&column_definition(column, *kind)?);
    }
    sql.push_str(&tail);
    Ok(())
}

/// Adds a column to the table of leads.
pub(super) fn add_column(conn: &Connection, column: &str, kind: FieldType) -> Result<(), Fault> {
    conn.execute_batch(&format!("ALTER TABLE lead ADD COLUMN {}", column_definition(column, kind)?))?;
    Ok(())
}

fn column_definition(column: &str, kind: FieldType) -> Result<String, Fault> {
    let affinity = match kind {
        FieldType::Text => "TEXT",
        FieldType::Whole | FieldType::Decimal | FieldType::Date | FieldType::YesNo => "INTEGER",
    };
    Ok(format!("{} {affinity}", quote_identifier(column)?))
}

/// Quotes a name for SQL: the only way any name gets into a statement. A NUL would end the statement, so it is refused.
pub(super) fn quote_identifier(name: &str) -> Result<String, Fault> {
    if name.is_empty() || name.contains('\0') {
        return Err(Problem::refused(msg!("store-bad-name")).into());
    }
    Ok(format!("\"{}\"", name.replace('"', "\"\"")))
}

/// Runs `quick_check` or `integrity_check`; returns whether nothing was found.
pub(super) fn pages_are_sound(conn: &Connection, check: &str) -> Result<bool, rusqlite::Error> {
    let verdict: Option<String> = conn.query_row(&format!("PRAGMA {check}(1)"), (), |row| row.get(0)).optional()?;
    Ok(verdict.as_deref() == Some("ok"))
}
