//! Writing leads and events: one import is one transaction, whole or absent. Never here: parsing, typing, mapping.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::Transaction;
use rusqlite::TransactionBehavior;
use rusqlite::types::ToSqlOutput;

use crate::model::Value;
use crate::msg;
use crate::problem::Problem;
use crate::store::FieldSpec;
use crate::store::ImportNote;
use crate::store::Store;
use crate::store::disk::Claim;
use crate::store::fault::Fault;
use crate::store::fields;
use crate::store::fields::ImportColumn;
use crate::store::log;
use crate::store::schema::quote_identifier;
use crate::store::seal::Seal;

/// Events are sorted and written in batches of this many, so that each batch walks the table once.
const BATCH: usize = 1 << 21;

/// What an import brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    Leads,
    Events,
}

/// What became of a lead's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    Updated,
    Unchanged,
}

/// What became of an event's row; whether the event was there before is only known from the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventOutcome {
    Taken,
    UnknownLead,
}

/// An event to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct EventRow<'r> {
    /// The lead's key.
    pub key: &'r str,
    pub kind: &'r str,
    /// UTC seconds, 1970..2106.
    pub at: i64,
    pub asset: Option<&'r str>,
    pub campaign: Option<&'r str>,
    pub channel: Option<&'r str>,
    /// Whatever the source counts (an amount in millionths, minutes); 0 and none are the same.
    pub value: Option<i64>,
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ImportCounts {
    pub leads_new: u64,
    pub leads_updated: u64,
    pub leads_unchanged: u64,
    pub events_new: u64,
    /// Events that were there already, or stood twice in the file.
    pub events_unchanged: u64,
}

/// An import under way. Dropped without [`Import::commit`], it leaves the workspace as it was.
#[derive(Debug)]
pub struct Import<'s> {
    tx: Transaction<'s>,
    /// As it was when the import began.
    seal: Seal,
    path: &'s Path,
    claim: &'s Claim,
    kind: ImportKind,
    columns: Vec<ImportColumn>,
    statements: Statements,
    /// Ids by key.
    leads: HashMap<String, i64>,
    last_lead: i64,
    kinds: Dictionary,
    words: Dictionary,
    waiting: Vec<StoredEvent>,
    counts: ImportCounts,
    fields_changed: bool,
    /// Set by the first failure: `SQLite` may have rolled back already, and what followed would stand alone.
    failed: bool,
}

/// An event as its row stands in the file; ordered like the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct StoredEvent {
    lead: i64,
    kind: u32,
    at: u32,
    asset: u32,
    campaign: u32,
    channel: u32,
    value: i64,
}

impl Store {
    /// Begins an import of leads or events that brings values for these fields, making those that are new.
    ///
    /// A field that is there with another type is refused, except that whole numbers may become decimals.
    pub fn begin_import(&mut self, kind: ImportKind, fields: &[FieldSpec]) -> Result<Import<'_>, Problem> {
        self.check_place()?;
        let Store { conn, path, claim, .. } = self;
        begin(conn, path, claim, kind, fields).map_err(|fault| fault.told(path))
    }
}

fn begin<'s>(
    conn: &'s mut Connection,
    path: &'s Path,
    claim: &'s Claim,
    kind: ImportKind,
    specs: &[FieldSpec],
) -> Result<Import<'s>, Fault> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let seal = Seal::look(&tx, claim.file())?;
    let mut fields_changed = false;
    let columns = fields::prepare(&tx, specs, &mut fields_changed)?;
    let statements = Statements::of(&columns)?;
    let (leads, last_lead) = lead_ids(&tx)?;
    let kinds = Dictionary::load(&tx, "event_kind", "name")?;
    let words = Dictionary::load(&tx, "event_word", "word")?;
    Ok(Import {
        tx,
        seal,
        path,
        claim,
        kind,
        columns,
        statements,
        leads,
        last_lead,
        kinds,
        words,
        waiting: Vec::new(),
        counts: ImportCounts::default(),
        fields_changed,
        failed: false,
    })
}

impl Import<'_> {
    /// Writes a lead with its values, one for each field of the import, none = unknown.
    ///
    /// A lead that is there takes the values as they are, unknown ones too; its other fields stay.
    pub fn upsert_lead(&mut self, key: &str, values: &[Option<Value>]) -> Result<Outcome, Problem> {
        self.step(|import| {
            let outcome = import.write_lead(key, values)?;
            *match outcome {
                Outcome::New => &mut import.counts.leads_new,
                Outcome::Updated => &mut import.counts.leads_updated,
                Outcome::Unchanged => &mut import.counts.leads_unchanged,
            } += 1;
            Ok(outcome)
        })
    }

    /// Writes an event. An unknown lead is made, with every field unknown, if `create_lead` says so.
    pub fn add_event(&mut self, row: EventRow<'_>, create_lead: bool) -> Result<EventOutcome, Problem> {
        self.step(|import| {
            let at = u32::try_from(row.at).map_err(|_| Problem::refused(msg!("store-event-time")))?;
            let lead = match import.leads.get(row.key) {
                Some(lead) => *lead,
                None if create_lead => {
                    import.counts.leads_new += 1;
                    import.insert_lead(row.key, &[])?
                }
                None => return Ok(EventOutcome::UnknownLead),
            };
            let event = StoredEvent {
                lead,
                kind: import.kinds.id(&import.tx, row.kind)?,
                at,
                asset: import.words.id_or_none(&import.tx, row.asset)?,
                campaign: import.words.id_or_none(&import.tx, row.campaign)?,
                channel: import.words.id_or_none(&import.tx, row.channel)?,
                value: row.value.unwrap_or(0),
            };
            import.waiting.push(event);
            if import.waiting.len() >= BATCH {
                import.flush()?;
            }
            Ok(EventOutcome::Taken)
        })
    }

    /// Returns the counts so far, exactly as a commit would leave them: for a preview that is then dropped.
    pub fn counts(&mut self) -> Result<ImportCounts, Problem> {
        self.step(|import| {
            import.flush()?;
            Ok(import.counts)
        })
    }

    /// Makes the import part of the workspace and records it.
    pub fn commit(mut self, note: &ImportNote) -> Result<ImportCounts, Problem> {
        self.step(|import| {
            import.flush()?;
            import.claim.check_place(import.path)?;
            log::add_import(&import.tx, import.kind, note, &import.counts)?;
            let ImportCounts { leads_new, leads_updated, events_new, .. } = import.counts;
            if import.fields_changed || leads_new + leads_updated + events_new > 0 {
                log::count_on(&import.tx, "data_revision")?;
            }
            import.seal.renew(&import.tx)?;
            Ok(())
        })?;
        let Import { tx, path, counts, .. } = self;
        tx.commit().map_err(|error| Fault::from(error).told(path))?;
        Ok(counts)
    }

    /// Runs a part of the import; after a failure nothing more is written.
    fn step<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Problem> {
        if self.failed {
            return Err(Problem::refused(msg!("store-import-failed")).in_file(self.path.display().to_string()));
        }
        work(self).map_err(|fault| {
            // A refused value has written nothing; the caller may leave its row out and go on.
            self.failed |= !matches!(fault, Fault::Told(_));
            fault.told(self.path)
        })
    }

    fn write_lead(&mut self, key: &str, values: &[Option<Value>]) -> Result<Outcome, Fault> {
        let Some(&id) = self.leads.get(key) else {
            self.insert_lead(key, values)?;
            return Ok(Outcome::New);
        };
        if self.columns.is_empty() {
            return Ok(Outcome::Unchanged);
        }
        let mut query = self.tx.prepare_cached(&self.statements.select)?;
        let mut rows = query.query([id])?;
        let row = rows.next()?.ok_or(Fault::Damaged)?;
        let mut same = true;
        for (index, column) in self.columns.iter().enumerate() {
            same &= row.get_ref(index)? == column.cell(values.get(index))?;
        }
        if same {
            return Ok(Outcome::Unchanged);
        }
        drop(rows);
        let mut update = self.tx.prepare_cached(&self.statements.update)?;
        update.raw_bind_parameter(1, id)?;
        for (index, column) in self.columns.iter().enumerate() {
            update.raw_bind_parameter(index + 2, ToSqlOutput::Borrowed(column.cell(values.get(index))?))?;
        }
        update.raw_execute()?;
        Ok(Outcome::Updated)
    }

    fn insert_lead(&mut self, key: &str, values: &[Option<Value>]) -> Result<i64, Fault> {
        let id = self.last_lead + 1;
        let mut insert = self.tx.prepare_cached(&self.statements.insert)?;
        insert.raw_bind_parameter(1, id)?;
        insert.raw_bind_parameter(2, key)?;
        for (index, column) in self.columns.iter().enumerate() {
            insert.raw_bind_parameter(index + 3, ToSqlOutput::Borrowed(column.cell(values.get(index))?))?;
        }
        insert.raw_execute()?;
        self.leads.insert(key.to_owned(), id);
        self.last_lead = id;
        Ok(id)
    }

    /// Writes the events that wait, in the order of the table.
    fn flush(&mut self) -> Result<(), Fault> {
        self.waiting.sort_unstable();
        let mut insert = self.tx.prepare_cached("INSERT OR IGNORE INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        let mut last = None;
        for event in self.waiting.drain(..) {
            let StoredEvent { lead, kind, at, asset, campaign, channel, value } = event;
            let is_new = last != Some(event) && insert.execute((lead, kind, at, asset, campaign, channel, value))? == 1;
            last = Some(event);
            *if is_new { &mut self.counts.events_new } else { &mut self.counts.events_unchanged } += 1;
        }
        Ok(())
    }
}

/// The statements on leads, made once for an import's columns.
#[derive(Debug)]
struct Statements {
    insert: String,
    select: String,
    update: String,
}

impl Statements {
    fn of(columns: &[ImportColumn]) -> Result<Statements, Fault> {
        let (mut names, mut marks) = (vec!["id".to_owned(), "key".to_owned()], vec!["?1".to_owned(), "?2".to_owned()]);
        let mut update = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let name = quote_identifier(&column.column)?;
            marks.push(format!("?{}", index + 3));
            update.push(format!("{name} = ?{}", index + 2));
            names.push(name);
        }
        Ok(Statements {
            insert: format!("INSERT INTO lead ({}) VALUES ({})", names.join(", "), marks.join(", ")),
            select: format!("SELECT {} FROM lead WHERE id = ?1", names[2..].join(", ")),
            update: format!("UPDATE lead SET {} WHERE id = ?1", update.join(", ")),
        })
    }
}

/// A table of words, each with a number from 1.
#[derive(Debug)]
struct Dictionary {
    insert: String,
    ids: HashMap<String, u32>,
    last: u32,
}

impl Dictionary {
    fn load(conn: &Connection, table: &str, column: &str) -> Result<Dictionary, Fault> {
        let mut query = conn.prepare(&format!("SELECT {column}, id FROM {table}"))?;
        let rows = query.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let ids: HashMap<String, u32> = rows.collect::<Result<_, _>>()?;
        let last = ids.values().copied().max().unwrap_or(0);
        Ok(Dictionary { insert: format!("INSERT INTO {table} (id, {column}) VALUES (?1, ?2)"), ids, last })
    }

    /// Returns a word's number; writes the word if it is new.
    fn id(&mut self, conn: &Connection, word: &str) -> Result<u32, Fault> {
        if let Some(id) = self.ids.get(word) {
            return Ok(*id);
        }
        let id = self.last.checked_add(1).ok_or(Fault::Damaged)?;
        conn.prepare_cached(&self.insert)?.execute((id, word))?;
        self.ids.insert(word.to_owned(), id);
        self.last = id;
        Ok(id)
    }

    fn id_or_none(&mut self, conn: &Connection, word: Option<&str>) -> Result<u32, Fault> {
        word.map_or(Ok(0), |word| self.id(conn, word))
    }
}

fn lead_ids(conn: &Connection) -> Result<(HashMap<String, i64>, i64), Fault> {
    let n: usize = conn.query_row("SELECT count(*) FROM lead", (), |row| row.get(0))?;
    let mut ids = HashMap::with_capacity(n);
    let mut last = 0;
    let mut query = conn.prepare("SELECT id, key FROM lead")?;
    let mut rows = query.query(())?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        last = i64::max(last, id);
        ids.insert(row.get(1)?, id);
    }
    Ok((ids, last))
}
