//! Writing leads and events: one import is one transaction, whole or absent. Never here: parsing, typing, mapping.

use std::cell::RefCell;
use std::path::Path;

use rusqlite::CachedStatement;
use rusqlite::Connection;
use rusqlite::Transaction;
use rusqlite::TransactionBehavior;
use rusqlite::types::ToSqlOutput;

use crate::model::Cell;
use crate::model::Cells;
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
use crate::store::fresh::Fresh;
use crate::store::log;
use crate::store::schema::quote_identifier;
use crate::store::seal::Seal;
use crate::store::sorter::Batch;
use crate::store::sorter::Sorter;

/// How much of the file an import may hold in memory; the usual is [`super::CACHE_KIB`].
const CACHE_KIB: i64 = 160 << 10;

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
    sorter: Sorter,
    /// The lead of the event that was written last; 0 before the first.
    last_lead: i64,
    counts: ImportCounts,
    fields_changed: bool,
    /// The events that are written, while they can be kept; and where they go after the commit.
    fresh: Option<Fresh>,
    kept: &'s RefCell<Option<Fresh>>,
    /// Set by the first failure: `SQLite` may have rolled back already, and what followed would stand alone.
    failed: bool,
}

impl Store {
    /// Begins an import of leads or events that brings values for these fields, making those that are new.
    ///
    /// A field that is there with another type is refused, except that whole numbers may become decimals.
    pub fn begin_import(&mut self, kind: ImportKind, fields: &[FieldSpec]) -> Result<Import<'_>, Problem> {
        self.check_place()?;
        self.pause_check();
        let path = self.path.clone();
        begin(self, kind, fields).map_err(|fault| fault.told(&path))
    }
}

fn begin<'s>(store: &'s mut Store, kind: ImportKind, specs: &[FieldSpec]) -> Result<Import<'s>, Fault> {
    let Store { conn, path, claim, fresh: kept, .. } = store;
    kept.take();
    if kind == ImportKind::Leads {
        widen(conn)?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let seal = Seal::look(&tx, claim.file())?;
    let mut fields_changed = false;
    let columns = fields::prepare(&tx, specs, &mut fields_changed)?;
    let statements = Statements::of(&columns)?;
    let sorter = Sorter::load(&tx)?;
    let fresh = Fresh::begin(&tx, &seal, &columns)?;
    Ok(Import {
        tx,
        seal,
        fresh,
        kept,
        path,
        claim,
        kind,
        columns,
        statements,
        sorter,
        last_lead: 0,
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
            let known = import.sorter.lead(key);
            let id = known.unwrap_or_else(|| import.sorter.next_lead());
            let value = |index: usize| values.get(index)?.as_ref().map(Cell::from);
            let outcome = import.leads()?.write(id, known.is_none(), key, &value)?;
            if known.is_none() {
                import.sorter.learn_lead(key, id);
            }
            Ok(outcome)
        })
    }

    /// Writes many leads so. The import is over if one of them is refused.
    pub fn upsert_leads(&mut self, batch: &LeadBatch) -> Result<(), Problem> {
        let done = self.step(|import| {
            let width = import.columns.len() + 1;
            let mut writer = import.leads()?;
            for ((id, is_new), at) in batch.leads.iter().zip((0..).step_by(width)) {
                if let Some(Cell::Text(key)) = batch.cells.get(at) {
                    writer.write(*id, *is_new, key, &|index| batch.cells.get(at + 1 + index))?;
                }
            }
            Ok(())
        });
        self.failed |= done.is_err();
        done
    }

    fn leads(&mut self) -> Result<LeadWriter<'_>, Fault> {
        let Import { tx, columns, statements, counts, fresh, .. } = self;
        Ok(LeadWriter {
            insert: tx.prepare_cached(&statements.insert)?,
            tx,
            columns,
            statements,
            counts,
            fresh: fresh.as_mut(),
        })
    }

    /// Writes an event. An unknown lead is made, with every field unknown, if `create_lead` says so.
    pub fn add_event(&mut self, row: EventRow<'_>, create_lead: bool) -> Result<EventOutcome, Problem> {
        self.step(|import| {
            let outcome = import.sorter.add(row, create_lead)?;
            if import.sorter.is_full() {
                import.flush()?;
            }
            Ok(outcome)
        })
    }

    /// Hands out what turns leads and events into rows, for another thread to use; what it makes is to come back to
    /// [`Import::upsert_leads`] or [`Import::write`].
    ///
    /// Until then no lead and no event can be added here.
    pub fn sorter(&mut self) -> Sorter {
        std::mem::take(&mut self.sorter)
    }

    /// Writes what a sorter has made.
    pub fn write(&mut self, batch: Batch) -> Result<(), Problem> {
        self.step(|import| import.write_batch(batch))
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
            if let Some(fresh) = &mut import.fresh {
                let mark = (log::counter(&import.tx, "data_revision")?, import.seal.next_epoch());
                fresh.seal(mark, &import.counts, import.fields_changed);
            }
            Ok(())
        })?;
        self.tx.execute_batch("COMMIT").map_err(|error| Fault::from(error).told(self.path))?;
        self.kept.replace(self.fresh.take());
        Ok(self.counts)
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

    /// Writes the events that wait.
    fn flush(&mut self) -> Result<(), Fault> {
        let batch = self.sorter.batch();
        self.write_batch(batch)
    }

    fn write_batch(&mut self, batch: Batch) -> Result<(), Fault> {
        self.counts.leads_new += batch.leads.len() as u64;
        if let Some(fresh) = &mut self.fresh {
            fresh.add(&batch)?;
        }
        let goes_back = batch.events.first().is_some_and(|first| first.lead < self.last_lead);
        if goes_back || !batch.leads.is_empty() {
            widen(&self.tx)?;
        }
        self.last_lead = batch.events.last().map_or(self.last_lead, |last| last.lead);
        let (new, unchanged) = batch.write(&self.tx)?;
        self.counts.events_new += new;
        self.counts.events_unchanged += unchanged;
        Ok(())
    }
}

/// Lets an import hold more of the file: what is walked at random (the index of keys; events in no order) is not read and written over
/// and over.
fn widen(conn: &Connection) -> Result<(), Fault> {
    Ok(conn.pragma_update(None, "cache_size", -CACHE_KIB)?)
}

impl Drop for Import<'_> {
    fn drop(&mut self) {
        // The memory that the import took; nothing is lost where that cannot be said.
        let _ = self.tx.pragma_update(None, "cache_size", -super::CACHE_KIB);
    }
}

/// Leads handed over at once have as many cells as this, or as much text.
const CELLS: usize = 8 << 10;
const TEXT: usize = 1 << 20;

/// Leads on their way into the file, found among those that are there, so that one thread can look for them while another writes.
#[derive(Debug, Default)]
pub struct LeadBatch {
    /// The id of each, and whether it is new.
    leads: Vec<(i64, bool)>,
    /// Of each its key, and behind that its values.
    cells: Cells,
}

impl LeadBatch {
    /// Takes a lead in with its values, one for each field of the import. The sorter is the import's.
    pub fn add<'v>(&mut self, sorter: &mut Sorter, key: &str, values: impl Iterator<Item = Option<Cell<'v>>>) {
        let known = sorter.lead(key);
        let id = known.unwrap_or_else(|| sorter.next_lead());
        if known.is_none() {
            sorter.learn_lead(key, id);
        }
        self.leads.push((id, known.is_none()));
        self.cells.push(Some(Cell::Text(key)));
        values.for_each(|value| self.cells.push(value));
    }

    /// Whether it should be written now.
    pub fn is_full(&self) -> bool {
        self.cells.len() >= CELLS || self.cells.text().len() >= TEXT
    }
}

/// What of an import writes leads.
struct LeadWriter<'i> {
    tx: &'i Connection,
    insert: CachedStatement<'i>,
    columns: &'i [ImportColumn],
    statements: &'i Statements,
    counts: &'i mut ImportCounts,
    fresh: Option<&'i mut Fresh>,
}

impl LeadWriter<'_> {
    /// Writes a lead, given what returns its value of a field by index.
    fn write<'v>(
        &mut self,
        id: i64,
        is_new: bool,
        key: &str,
        value: &impl Fn(usize) -> Option<Cell<'v>>,
    ) -> Result<Outcome, Fault> {
        if is_new {
            self.insert.raw_bind_parameter(1, id)?;
            self.insert.raw_bind_parameter(2, key)?;
            for (index, column) in self.columns.iter().enumerate() {
                self.insert.raw_bind_parameter(index + 3, ToSqlOutput::Borrowed(column.cell(value(index))?))?;
            }
            self.insert.raw_execute()?;
            if let Some(fresh) = &mut self.fresh {
                fresh.add_lead(key, |index| self.columns[index].cell(value(index)))?;
            }
            self.counts.leads_new += 1;
            return Ok(Outcome::New);
        }
        if self.is_so(id, value)? {
            self.counts.leads_unchanged += 1;
            return Ok(Outcome::Unchanged);
        }
        let mut update = self.tx.prepare_cached(&self.statements.update)?;
        update.raw_bind_parameter(1, id)?;
        for (index, column) in self.columns.iter().enumerate() {
            update.raw_bind_parameter(index + 2, ToSqlOutput::Borrowed(column.cell(value(index))?))?;
        }
        update.raw_execute()?;
        self.counts.leads_updated += 1;
        Ok(Outcome::Updated)
    }

    /// Whether a lead has these values already.
    fn is_so<'v>(&self, id: i64, value: &impl Fn(usize) -> Option<Cell<'v>>) -> Result<bool, Fault> {
        if self.columns.is_empty() {
            return Ok(true);
        }
        let mut query = self.tx.prepare_cached(&self.statements.select)?;
        let mut rows = query.query([id])?;
        let row = rows.next()?.ok_or(Fault::Damaged)?;
        let mut same = true;
        for (index, column) in self.columns.iter().enumerate() {
            same &= row.get_ref(index)? == column.cell(value(index))?;
        }
        Ok(same)
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
