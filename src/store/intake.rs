//! Writing leads and events: one import is one transaction, whole or absent. Never here: parsing, typing, mapping.

use std::cell::RefCell;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::Transaction;
use rusqlite::TransactionBehavior;

use crate::model::Cell;
use crate::model::Value;
use crate::msg;
use crate::problem::Problem;
use crate::store::FieldSpec;
use crate::store::ImportNote;
use crate::store::Store;
use crate::store::disk::Claim;
use crate::store::fault::Fault;
use crate::store::fields;
use crate::store::fresh::Fresh;
use crate::store::lead_batch::LeadBatch;
use crate::store::lead_batch::LeadWriter;
use crate::store::lead_batch::Statements;
use crate::store::log;
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
    statements: Statements,
    sorter: Sorter,
    /// The lead of the event that was written last; 0 before the first.
    last_lead: i64,
    counts: ImportCounts,
    fields_changed: bool,
    /// Where what the sorter kept goes after the commit.
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
    let fresh = Fresh::begin(&tx, &seal, &columns)?;
    let sorter = Sorter::load(&tx, columns, fresh)?;
    Ok(Import {
        tx,
        seal,
        kept,
        path,
        claim,
        kind,
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
            let mut batch = LeadBatch::default();
            let values = values.iter().map(|value| value.as_ref().map(Cell::from)).chain(std::iter::repeat(None));
            batch.add(&mut import.sorter, key, values)?;
            import.leads().write(&batch)
        })
    }

    /// Writes many leads so.
    pub fn upsert_leads(&mut self, batch: &LeadBatch) -> Result<(), Problem> {
        self.step(|import| import.leads().write(batch).map(|_| ()))
    }

    fn leads(&mut self) -> LeadWriter<'_> {
        LeadWriter { conn: &self.tx, statements: &self.statements, counts: &mut self.counts }
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
    /// [`Import::upsert_leads`] or [`Import::write`], and it itself to [`Import::done_with`].
    ///
    /// Until then no lead and no event can be added here.
    pub fn sorter(&mut self) -> Sorter {
        std::mem::take(&mut self.sorter)
    }

    /// Takes the sorter back.
    pub fn done_with(&mut self, sorter: Sorter) {
        self.sorter = sorter;
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
            if let Some(fresh) = &mut import.sorter.fresh {
                let mark = (log::counter(&import.tx, "data_revision")?, import.seal.next_epoch());
                fresh.seal(mark, &import.counts, import.fields_changed);
            }
            Ok(())
        })?;
        let mut fresh = self.sorter.fresh.take();
        let committed = rayon::in_place_scope(|scope| {
            // While the disk is waited for.
            if let Some(fresh) = &mut fresh {
                scope.spawn(|_| fresh.settle());
            }
            self.tx.execute_batch("COMMIT")
        });
        committed.map_err(|error| Fault::from(error).told(self.path))?;
        self.kept.replace(fresh);
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
