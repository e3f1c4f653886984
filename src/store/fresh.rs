//! The events that an import brings into a workspace that had none, kept as they are written, so that they need not be read again.
//!
//! They are believed like a snapshot: under the revision and the epoch that the import's commit leaves behind, while the seal is
//! whole. Never here: how they are put in order (see `activity`).

use rusqlite::Connection;

use crate::engine::columns::Events;
use crate::store::activity;
use crate::store::activity::OfKind;
use crate::store::fault::Fault;
use crate::store::log;
use crate::store::seal::Seal;
use crate::store::sorter::Batch;

/// Whether no events are there, nor what events name, and the leads' ids are their places.
const CAN_BE_KEPT: &str = "
    SELECT NOT EXISTS (SELECT 1 FROM event) AND NOT EXISTS (SELECT 1 FROM event_detail)
        AND NOT EXISTS (SELECT 1 FROM event_kind)
        AND (SELECT count(*) FROM lead) = ifnull((SELECT max(id) FROM lead), 0)
        AND ifnull((SELECT min(id) FROM lead), 1) = 1";

/// Events on their way into the file.
#[derive(Debug)]
pub(super) struct Fresh {
    /// The id of a kind, from 1, by the id of a detail, from 1.
    kind_of: Vec<u32>,
    /// By the id of their kind, from 1; one may be there twice.
    kinds: Vec<Vec<OfKind>>,
    /// The revision and epoch of a snapshot that says what the leads are, if it is there.
    leads: Option<(i64, i64)>,
    /// The revision and epoch of which they are; none before the commit.
    mark: Option<(i64, i64)>,
}

impl Fresh {
    /// Begins with an import; none where what comes cannot be kept.
    pub(super) fn begin(conn: &Connection, seal: &Seal) -> Result<Option<Fresh>, Fault> {
        if !conn.query_row(CAN_BE_KEPT, (), |row| row.get(0))? {
            return Ok(None);
        }
        let leads = if seal.whole { Some((log::counter(conn, "data_revision")?, seal.epoch)) } else { None };
        Ok(Some(Fresh { kind_of: Vec::new(), kinds: Vec::new(), leads, mark: None }))
    }

    /// Keeps what is being written; fails where that cannot be done.
    pub(super) fn note(&mut self, batch: &Batch) -> Option<()> {
        self.kinds.resize_with(self.kinds.len() + batch.kinds.len(), Vec::new);
        self.kind_of.extend(batch.details.iter().map(|(_, ([kind, ..], _))| *kind));
        for event in &batch.events {
            let kind = *self.kind_of.get((event.detail as usize).checked_sub(1)?)?;
            let events = self.kinds.get_mut((kind as usize).checked_sub(1)?)?;
            // Ids begin at 1, places at 0.
            events.push(OfKind { at: event.at, lead: u32::try_from(event.lead - 1).ok()?, detail: event.detail });
        }
        Some(())
    }

    /// Says which revision and epoch the commit leaves behind, and whether the leads are the same as before.
    pub(super) fn sealed(&mut self, mark: (i64, i64), same_leads: bool) {
        self.mark = Some(mark);
        self.leads = self.leads.filter(|_| same_leads);
    }

    /// Whether these are the events of that revision and epoch.
    pub(super) fn is_of(&self, mark: (i64, i64)) -> bool {
        self.mark == Some(mark)
    }

    /// Returns the revision and epoch of a snapshot that says what the leads are, if it is there.
    pub(super) fn leads(&self) -> Option<(i64, i64)> {
        self.leads
    }

    /// Returns the events as columns.
    pub(super) fn events(self, conn: &Connection) -> Result<Events, Fault> {
        activity::written(conn, self.kinds)
    }
}
