//! The workspace file: leads, events, models, edits, reviews and settings in one `SQLite` file. The only place that names rusqlite.
//!
//! It speaks the domain's words and takes the time as a parameter. A file that is not surely a sound workspace is
//! refused and left byte for byte as it was; every change is one transaction, whole or absent. Never here: how a
//! score is made, what an import's columns mean, what a person reads.

#![expect(clippy::disallowed_methods, reason = "the workspace file and its backups are opened here")]

mod activity;
mod alerts;
mod backup;
mod check;
mod disk;
mod fault;
mod fields;
mod fresh;
mod intake;
mod keys;
mod lead_batch;
mod leads;
mod log;
mod models;
mod pack;
mod quick;
mod reviews;
mod schema;
mod seal;
mod snapshot;
mod sorter;

use std::cell::RefCell;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::Transaction;
use rusqlite::TransactionBehavior;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use crate::msg;
use crate::problem::Problem;
use check::PageCheck;
use fault::Fault;
use fresh::Fresh;
use seal::Seal;

pub use backup::Upgrade;
pub use fields::FieldSpec;
pub use fields::StoredField;
pub use intake::EventOutcome;
pub use intake::EventRow;
pub use intake::Import;
pub use intake::ImportCounts;
pub use intake::ImportKind;
pub use intake::Outcome;
pub use lead_batch::LeadBatch;
pub use leads::ZONE;
pub use log::ImportNote;
pub use log::ImportRow;
pub use models::Change;
pub use models::DeletedRow;
pub use models::History;
pub use models::ModelRow;
pub use models::Saved;
pub use models::Step;
pub use models::StoredModel;
pub use models::VersionRow;
pub use schema::APPLICATION_ID;
pub use schema::NEWEST;
pub use snapshot::Loaded;
pub use sorter::Batch;
pub use sorter::Sorter;

/// Files up to this size are checked page by page whenever they are opened.
const ALWAYS_CHECKED_BYTES: u64 = 4 << 20;
/// Files up to this size are so unless nobody but quadrille has written to them, and all it wrote was finished.
const CHECKED_BYTES: u64 = 200 << 20;
/// How much of the file a connection holds in memory.
const CACHE_KIB: i64 = 32 << 10;
/// How long a write waits for another window, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open workspace. One thread owns it; several processes may have the same file open.
#[derive(Debug)]
pub struct Store {
    // Dropped before the claim, both: the file counts as open until SQLite has let go of it.
    /// The look at the pages that is under way.
    check: Option<PageCheck>,
    conn: Connection,
    path: PathBuf,
    claim: disk::Claim,
    recovered: bool,
    /// Whether the pages are still to be looked at, one by one.
    unchecked: bool,
    /// What the last import has brought, until it is loaded.
    fresh: RefCell<Option<Fresh>>,
}

impl Store {
    /// Opens a workspace for reading and writing; brings an older one up to date, after a verified backup.
    ///
    /// `now` is in UTC seconds and names the backup.
    pub fn open(path: &Path, now: i64) -> Result<Store, Problem> {
        Store::open_telling(path, now, &mut |_| {})
    }

    /// The same; `tell` hears how far an older one is brought up to date, which takes a while where it is large.
    pub fn open_telling(path: &Path, now: i64, tell: &mut dyn FnMut(Upgrade)) -> Result<Store, Problem> {
        let mut store = Store::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        store.told(|store| {
            if store.conn.is_readonly(rusqlite::MAIN_DB)? {
                return Err(Problem::refused(msg!("store-read-only")).hint(msg!("store-read-only-hint")).into());
            }
            store.settle()?;
            Ok(())
        })?;
        if store.told(|store| Ok(schema::version(&store.conn)?))? < NEWEST {
            store.migrate(now, tell)?;
        }
        Ok(store)
    }

    /// Opens a workspace to look at it; nothing is written, not even a missing migration.
    pub fn open_read_only(path: &Path) -> Result<Store, Problem> {
        let store = Store::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let version = store.told(|store| Ok(schema::version(&store.conn)?))?;
        if version < NEWEST {
            let problem = Problem::refused(msg!("store-older", version = version, newest = NEWEST));
            return Err(problem.hint(msg!("store-older-hint")).in_file(store.path.display().to_string()));
        }
        Ok(store)
    }

    /// Makes a new workspace, readable by its owner alone, and opens it. Never touches a file that exists.
    pub fn create(path: &Path, now: i64) -> Result<Store, Problem> {
        let place = disk::place_for_new(path)?;
        // The draft's own name says nothing to a person.
        let draft = disk::Draft::beside(&place).map_err(|problem| problem.in_file(path.display().to_string()))?;
        let made = (|| {
            let mut conn = Connection::open_with_flags(draft.path(), flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
            harden(&conn)?;
            durable(&conn)?;
            schema::create(&mut conn, now)?;
            conn.close().map_err(|(_, error)| Fault::from(error))
        })();
        made.map_err(|fault: Fault| fault.told(&place))?;
        draft.publish(&place)?;
        Store::open(&place, now)
    }

    /// Returns where the file is: absolute, with every link followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file was found with an unfinished change of an earlier session, which was undone.
    pub fn recovered(&self) -> bool {
        self.recovered
    }

    /// Sets how long a write waits for another window before it gives up; five seconds at first.
    pub fn set_patience(&self, patience: Duration) -> Result<(), Problem> {
        self.told(|store| Ok(store.conn.busy_timeout(patience)?))
    }

    /// Fails if the file is no longer where it was opened: moved, deleted, or replaced by a sync client.
    pub fn check_place(&self) -> Result<(), Problem> {
        self.claim.check_place(&self.path)
    }

    /// Returns a number that changes when another window has written to the file; asking is cheap.
    pub fn data_version(&self) -> Result<i64, Problem> {
        self.told(|store| Ok(store.conn.pragma_query_value(None, "data_version", |row| row.get(0))?))
    }

    /// Returns a counter that every import which changed leads, fields or events moves on; model edits do not.
    pub fn data_revision(&self) -> Result<i64, Problem> {
        self.told(|store| Ok(log::counter(&store.conn, "data_revision")?))
    }

    /// Reads every page and index of the file; returns whether all is sound. Slow: seconds for a large file.
    pub fn is_sound(&self) -> Result<bool, Problem> {
        self.told(|store| Ok(schema::pages_are_sound(&store.conn, "integrity_check")?))
    }

    /// Connects to a file that surely is a workspace of a known version; writes nothing.
    fn connect(path: &Path, access: OpenFlags) -> Result<Store, Problem> {
        let found = disk::find(path)?;
        let in_file = |problem: Problem| problem.in_file(found.path.display().to_string());
        let (claim, header) = disk::Claim::take(&found.path, |file| disk::Header::read(file, &found.path))?;
        if let Some(header) = header {
            header.check(&found).map_err(in_file)?;
        }
        let conn = Connection::open_with_flags(&found.path, flags(access))
            .map_err(|error| Fault::from(error).told(&found.path))?;
        let mut store = Store {
            conn,
            path: found.path,
            claim,
            recovered: false,
            unchecked: false,
            check: None,
            fresh: RefCell::default(),
        };
        store.unchecked = store.told(|store| {
            harden(&store.conn)?;
            store.conn.busy_timeout(PATIENCE)?;
            // Until the file is known to be sound, nothing may write to it.
            store.conn.pragma_update(None, "query_only", true)?;
            schema::check(&store.conn)?;
            let trusted = found.bytes > ALWAYS_CHECKED_BYTES && !found.hot_journal && store.is_sealed()?;
            let later = trusted || found.bytes > CHECKED_BYTES;
            if !later && !schema::pages_are_sound(&store.conn, "quick_check")? {
                return Err(fault::damaged(&store.path).into());
            }
            Ok(later)
        })?;
        // The first look at the pages undid an unfinished change; a journal that still stands is another window's.
        store.recovered = found.hot_journal && !disk::has_beside(&store.path, "-journal");
        Ok(store)
    }

    /// Lets a connection to a sound file write.
    fn settle(&self) -> Result<(), Fault> {
        self.conn.pragma_update(None, "query_only", false)?;
        durable(&self.conn)?;
        Ok(())
    }

    /// Runs a reading and tells its errors to people.
    fn told<T>(&self, work: impl FnOnce(&Store) -> Result<T, Fault>) -> Result<T, Problem> {
        work(self).map_err(|fault| fault.told(&self.path))
    }

    /// Runs a change as one transaction, if the file is still in its place.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, Fault>) -> Result<T, Problem> {
        self.write_under(|tx, _| work(tx))
    }

    /// The same; `work` is shown the seal as the transaction found it.
    fn write_under<T>(&mut self, work: impl FnOnce(&Transaction<'_>, &Seal) -> Result<T, Fault>) -> Result<T, Problem> {
        self.check_place()?;
        self.pause_check();
        let Store { conn, claim, .. } = self;
        let done = (|| {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let seal = Seal::look(&tx, claim.file())?;
            let out = work(&tx, &seal)?;
            seal.renew(&tx)?;
            tx.commit()?;
            Ok(out)
        })();
        done.map_err(|fault: Fault| fault.told(&self.path))
    }
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_EXRESCODE
}

/// Opens one more connection to look at a file that is open already.
fn another(path: &Path) -> Result<Connection, Fault> {
    let conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    harden(&conn)?;
    Ok(conn)
}

/// Takes from a connection what a hostile file could use; writes nothing.
fn harden(conn: &Connection) -> Result<(), rusqlite::Error> {
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true),
    ] {
        conn.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, 16_000_000),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 4_000_000),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 10),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        conn.set_limit(limit, most)?;
    }
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "cache_size", -CACHE_KIB)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Makes commits survive a power cut, and erased text leave no trace.
fn durable(conn: &Connection) -> Result<(), rusqlite::Error> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    conn.pragma_update(None, "journal_mode", "DELETE")?;
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    Ok(())
}
