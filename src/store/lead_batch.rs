//! Leads on their way into the file: found among those that are there, their values as the columns store them, in batches.
//!
//! A [`LeadBatch`] needs no connection, so that one thread can make it while another writes. Never here: parsing, transactions.

use std::ops::Range;

use rusqlite::Connection;
use rusqlite::types::ToSqlOutput;
use rusqlite::types::ValueRef;

use crate::model::Cell;
use crate::model::Cells;
use crate::problem::Problem;
use crate::store::fault::Fault;
use crate::store::fields::ImportColumn;
use crate::store::intake::ImportCounts;
use crate::store::intake::Outcome;
use crate::store::schema::quote_identifier;
use crate::store::sorter::Sorter;

/// Leads handed over at once have as many cells as this, or as much text.
const CELLS: usize = 8 << 10;
const TEXT: usize = 1 << 20;
/// How many values one statement writes: what a statement takes to begin and to end is a good part of what a lead takes.
const VALUES_AT_ONCE: usize = 256;

/// Leads that wait to be written.
#[derive(Debug, Default)]
pub struct LeadBatch {
    /// The id of each, and whether it is new.
    leads: Vec<(i64, bool)>,
    /// Of each its key, and behind that its values as the columns store them.
    cells: Cells,
}

impl LeadBatch {
    /// Takes a lead in with its values, one for each field of the import. The sorter is the import's.
    ///
    /// Fails at a value that its field cannot hold; the batch is then good for nothing.
    pub fn add<'v>(
        &mut self,
        sorter: &mut Sorter,
        key: &str,
        values: impl Iterator<Item = Option<Cell<'v>>>,
    ) -> Result<(), Problem> {
        let start = self.cells.len();
        self.cells.push(Some(Cell::Text(key)));
        for (column, value) in sorter.columns.iter().zip(values) {
            self.cells.push(column.stored(value)?);
        }
        let known = sorter.lead(key);
        let id = known.unwrap_or_else(|| sorter.learn_lead(key, |index| self.value(start + 1 + index)));
        self.leads.push((id, known.is_none()));
        Ok(())
    }

    /// Whether it should be written now.
    pub fn is_full(&self) -> bool {
        self.cells.len() >= CELLS || self.cells.text().len() >= TEXT
    }

    /// Returns the cells of a lead, its key first.
    fn cells_of(&self, lead: usize) -> Range<usize> {
        let width = self.cells.len() / self.leads.len().max(1);
        lead * width..(lead + 1) * width
    }

    fn value(&self, cell: usize) -> ValueRef<'_> {
        match self.cells.get(cell) {
            None => ValueRef::Null,
            Some(Cell::Text(text)) => ValueRef::Text(text.as_bytes()),
            Some(Cell::Whole(n) | Cell::Decimal(n) | Cell::Date(n)) => ValueRef::Integer(n),
            Some(Cell::YesNo(yes)) => ValueRef::Integer(i64::from(yes)),
        }
    }
}

/// What writes leads.
pub(super) struct LeadWriter<'i> {
    pub(super) conn: &'i Connection,
    pub(super) statements: &'i Statements,
    pub(super) counts: &'i mut ImportCounts,
}

impl LeadWriter<'_> {
    /// Writes all; returns what became of the last one.
    pub(super) fn write(&mut self, batch: &LeadBatch) -> Result<Outcome, Fault> {
        let (mut done, mut outcome) = (0, Outcome::Unchanged);
        for run in batch.leads.chunk_by(|(_, a), (_, b)| a == b) {
            let leads = done..done + run.len();
            done = leads.end;
            if let [(_, true), ..] = run {
                self.insert(batch, leads)?;
                outcome = Outcome::New;
            } else {
                for lead in leads {
                    outcome = self.bring_up(batch, lead)?;
                }
            }
        }
        Ok(outcome)
    }

    /// Writes new leads, several at a time.
    fn insert(&mut self, batch: &LeadBatch, leads: Range<usize>) -> Result<(), Fault> {
        let Statements { insert, insert_many, at_once, .. } = self.statements;
        let n = leads.len();
        let many = leads.start..leads.start + n / at_once * at_once;
        let few = many.end..leads.end;
        self.insert_with(insert_many, *at_once, batch, many)?;
        self.insert_with(insert, 1, batch, few)?;
        self.counts.leads_new += n as u64;
        Ok(())
    }

    /// Writes new leads with a statement that takes so many.
    fn insert_with(&self, sql: &str, at_once: usize, batch: &LeadBatch, leads: Range<usize>) -> Result<(), Fault> {
        let mut insert = self.conn.prepare_cached(sql)?;
        for start in leads.step_by(at_once) {
            let mut places = 1..;
            let mut bind = |value: ValueRef<'_>| {
                insert.raw_bind_parameter(places.next().unwrap_or_default(), ToSqlOutput::Borrowed(value))
            };
            for lead in start..start + at_once {
                bind(ValueRef::Integer(batch.leads[lead].0))?;
                batch.cells_of(lead).try_for_each(|cell| bind(batch.value(cell)))?;
            }
            insert.raw_execute()?;
        }
        Ok(())
    }

    /// Gives a lead that is there other values, if it has not these.
    fn bring_up(&mut self, batch: &LeadBatch, lead: usize) -> Result<Outcome, Fault> {
        let (id, cells) = (batch.leads[lead].0, batch.cells_of(lead));
        let values = cells.start + 1..cells.end;
        if self.is_so(id, batch, values.clone())? {
            self.counts.leads_unchanged += 1;
            return Ok(Outcome::Unchanged);
        }
        let mut update = self.conn.prepare_cached(&self.statements.update)?;
        update.raw_bind_parameter(1, id)?;
        for (cell, place) in values.zip(2..) {
            update.raw_bind_parameter(place, ToSqlOutput::Borrowed(batch.value(cell)))?;
        }
        update.raw_execute()?;
        self.counts.leads_updated += 1;
        Ok(Outcome::Updated)
    }

    /// Whether a lead has these values already.
    fn is_so(&self, id: i64, batch: &LeadBatch, values: Range<usize>) -> Result<bool, Fault> {
        if values.is_empty() {
            return Ok(true);
        }
        let mut query = self.conn.prepare_cached(&self.statements.select)?;
        let mut rows = query.query([id])?;
        let row = rows.next()?.ok_or(Fault::Damaged)?;
        let mut same = true;
        for (index, cell) in values.enumerate() {
            same &= row.get_ref(index)? == batch.value(cell);
        }
        Ok(same)
    }
}

/// The statements on leads, made once for an import's columns.
#[derive(Debug)]
pub(super) struct Statements {
    insert: String,
    /// Inserts `at_once` leads.
    insert_many: String,
    at_once: usize,
    select: String,
    update: String,
}

impl Statements {
    pub(super) fn of(columns: &[ImportColumn]) -> Result<Statements, Fault> {
        let (mut names, mut update) = (vec!["id".to_owned(), "key".to_owned()], Vec::new());
        for (index, column) in columns.iter().enumerate() {
            let name = quote_identifier(&column.column)?;
            update.push(format!("{name} = ?{}", index + 2));
            names.push(name);
        }
        let lead = format!("({})", vec!["?"; names.len()].join(", "));
        let insert =
            |n: usize| format!("INSERT INTO lead ({}) VALUES {}", names.join(", "), vec![lead.as_str(); n].join(", "));
        let at_once = (VALUES_AT_ONCE / names.len()).max(1);
        Ok(Statements {
            insert: insert(1),
            insert_many: insert(at_once),
            at_once,
            select: format!("SELECT {} FROM lead WHERE id = ?1", names[2..].join(", ")),
            update: format!("UPDATE lead SET {} WHERE id = ?1", update.join(", ")),
        })
    }
}
