//! What an import brings into a workspace that had no events, kept as it is written, so that it need not be read again.
//!
//! It is believed like a snapshot: under the revision and the epoch that the import's commit leaves behind, while the seal is
//! whole. Never here: how it becomes columns (see `activity` and `leads`).

use std::sync::Arc;

use chrono_tz::Tz;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::engine::columns::Dataset;
use crate::store::StoredField;
use crate::store::activity;
use crate::store::activity::OfKind;
use crate::store::fault::Fault;
use crate::store::fields::ImportColumn;
use crate::store::intake::ImportCounts;
use crate::store::leads;
use crate::store::leads::Growing;
use crate::store::log;
use crate::store::seal::Seal;
use crate::store::sorter::Batch;

/// Whether no events are there, nor what events name, and the leads' ids are their places.
const CAN_BE_KEPT: &str = "
    SELECT NOT EXISTS (SELECT 1 FROM event) AND NOT EXISTS (SELECT 1 FROM event_detail)
        AND NOT EXISTS (SELECT 1 FROM event_kind)
        AND (SELECT count(*) FROM lead) = ifnull((SELECT max(id) FROM lead), 0)
        AND ifnull((SELECT min(id) FROM lead), 1) = 1";
/// Events of a kind for which there is room at once: more than the allocator keeps for itself, so that they are never copied to grow,
/// and all of it is given back. Room that nothing was written to costs nothing.
const ROOM: usize = 1 << 22;
/// Kinds that get so much.
const MOST_ROOMY: usize = 64;

/// What is on its way into the file.
#[derive(Debug)]
pub(super) struct Fresh {
    leads: Leads,
    /// By the id of their kind, from 1; one may be there twice.
    events: Vec<Vec<OfKind>>,
    /// The id of a kind, from 1, by the id of a detail, from 1.
    kind_of: Vec<u32>,
    /// The revision and epoch of which it is; none before the commit.
    mark: Option<(i64, i64)>,
}

/// The leads after an import.
#[derive(Debug)]
enum Leads {
    /// There were none before.
    New(Growing),
    /// They are the same as before: as a snapshot of this revision and epoch says, if there is one.
    Same((i64, i64)),
    /// To be read.
    Changed,
}

impl Fresh {
    /// Begins with an import; none where what comes cannot be kept.
    pub(super) fn begin(conn: &Connection, seal: &Seal, columns: &[ImportColumn]) -> Result<Option<Fresh>, Fault> {
        if !conn.query_row(CAN_BE_KEPT, (), |row| row.get(0))? {
            return Ok(None);
        }
        let has_leads: bool = conn.query_row("SELECT EXISTS (SELECT 1 FROM lead)", (), |row| row.get(0))?;
        let leads = if !has_leads {
            Leads::New(Growing::new(columns.iter().map(|column| (column.column.as_str(), column.kind))))
        } else if seal.whole {
            Leads::Same((log::counter(conn, "data_revision")?, seal.epoch))
        } else {
            Leads::Changed
        };
        Ok(Some(Fresh { leads, events: Vec::new(), kind_of: Vec::new(), mark: None }))
    }

    /// Keeps a new lead, given what returns its value in a column by index; fails where that cannot be done.
    pub(super) fn add_lead<'v>(
        &mut self,
        id: i64,
        key: &str,
        value: impl Fn(usize) -> ValueRef<'v>,
    ) -> Result<(), Fault> {
        match &mut self.leads {
            // Their places are their ids.
            Leads::New(leads) if usize::try_from(id) != Ok(leads.len() + 1) => Err(Fault::Damaged),
            Leads::New(leads) => leads.push(key, |index| Ok(value(index))),
            Leads::Same(_) | Leads::Changed => Ok(()),
        }
    }

    /// Keeps what is handed out to be written; fails where that cannot be done.
    pub(super) fn add(&mut self, batch: &Batch) -> Result<(), Fault> {
        for (id, key) in &batch.leads {
            self.add_lead(*id, key, |_| ValueRef::Null)?;
        }
        for _ in &batch.kinds {
            let room = if self.events.len() < MOST_ROOMY { ROOM } else { 0 };
            self.events.push(Vec::with_capacity(room));
        }
        self.kind_of.extend(batch.details.iter().map(|(_, ([kind, ..], _))| *kind));
        for event in &batch.events {
            let kind = self.kind_of[event.detail as usize - 1];
            // Ids begin at 1, places at 0.
            let lead = u32::try_from(event.lead - 1).map_err(|_| Fault::Damaged)?;
            self.events[kind as usize - 1].push(OfKind { at: event.at, lead, detail: event.detail });
        }
        Ok(())
    }

    /// Says which revision and epoch the commit leaves behind, and what the import did to the leads.
    pub(super) fn seal(&mut self, mark: (i64, i64), counts: &ImportCounts, fields_changed: bool) {
        self.mark = Some(mark);
        let changed = match self.leads {
            Leads::New(_) => counts.leads_updated > 0,
            Leads::Same(_) => fields_changed || counts.leads_new + counts.leads_updated > 0,
            Leads::Changed => true,
        };
        if changed {
            self.leads = Leads::Changed;
        }
    }

    /// Does what needs nothing but what was kept: puts the events in the order of time.
    pub(super) fn settle(&mut self) {
        activity::in_time(&mut self.events);
    }

    /// Whether it is of that revision and epoch.
    pub(super) fn is_of(&self, mark: (i64, i64)) -> bool {
        self.mark == Some(mark)
    }

    /// Returns it as columns, given what returns the leads that a snapshot of a revision and epoch holds.
    pub(super) fn data(
        self,
        conn: &Connection,
        fields: &[StoredField],
        zone: Tz,
        kept: impl Fn((i64, i64)) -> Option<Dataset>,
    ) -> Result<Dataset, Fault> {
        // Before the leads, so that what is let go of makes room for them.
        let events = Arc::new(activity::written(conn, self.events)?);
        let rows = || leads::load(conn, fields, zone).map(|(_, leads)| leads);
        let leads = match self.leads {
            Leads::New(leads) => leads.finish(fields, zone)?,
            Leads::Same(mark) => kept(mark).map_or_else(rows, Ok)?,
            Leads::Changed => rows()?,
        };
        Ok(Dataset { events, ..leads })
    }
}
