//! One import from bytes into an open workspace: whole or absent. Never here: which file, which workspace, what is told.

use std::io::Write;
use std::ops::ControlFlow;

use crate::cli::What;
use crate::import::Counts;
use crate::import::EventShape;
use crate::import::Options;
use crate::import::Rejects;
use crate::import::Shape;
use crate::import::Source;
use crate::import::Verdict;
use crate::import::read_events;
use crate::import::read_leads;
use crate::model::Value;
use crate::msg;
use crate::problem::Problem;
use crate::store::EventOutcome;
use crate::store::EventRow;
use crate::store::FieldSpec;
use crate::store::ImportCounts;
use crate::store::ImportKind;
use crate::store::ImportNote;
use crate::store::Store;
use crate::text::Lang;
use crate::text::Msg;

/// An import to be done into an open workspace.
pub(super) struct Intake<'i> {
    pub source: &'i dyn Source,
    pub shape: &'i Shape,
    pub what: What,
    pub options: &'i Options,
    /// Gets the rejected rows.
    pub rejects: &'i mut dyn Write,
    pub lang: Lang,
    /// UTC seconds.
    pub now: i64,
    pub dry_run: bool,
}

/// What an import did.
pub(super) struct Done {
    pub counts: Counts,
    pub stored: ImportCounts,
}

impl Intake<'_> {
    /// Reads all rows into the workspace; `watch` is called with rows and bytes so far, and may stop it.
    pub(super) fn run(
        self,
        store: &mut Store,
        watch: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Done, Problem> {
        let (kind, fields) = match self.what {
            What::Leads => (ImportKind::Leads, self.fields()),
            What::Events { .. } => (ImportKind::Events, Vec::new()),
        };
        let events = match self.what {
            What::Leads => None,
            What::Events { create_leads } => {
                Some((EventShape::propose(self.shape, &self.options.events)?, create_leads))
            }
        };
        let mut import = store.begin_import(kind, &fields)?;
        let rows = std::cell::Cell::new(0);
        let mut failed = None;
        let mut progress = |bytes| watch(rows.get(), bytes);
        let lang = self.lang;
        let tell = |text: &Msg| lang.say(text);
        let rejects = Rejects { out: self.rejects, tell: &tell };
        let read = match &events {
            None => {
                let mut values: Vec<Option<Value>> = Vec::new();
                let mut sink = |row: &crate::import::LeadRow| {
                    rows.set(rows.get() + 1);
                    values.clear();
                    values.extend(row.values().map(|cell| cell.map(Value::from)));
                    judge(import.upsert_lead(row.key(), &values).map(drop), &mut failed)
                };
                read_leads(self.source, self.shape, &mut sink, rejects, &mut progress)
            }
            Some((shape, create)) => {
                let mut sink = |row: &crate::import::EventRow<'_>| {
                    rows.set(rows.get() + 1);
                    let lead = row.lead;
                    match import.add_event(stored(row), *create) {
                        Ok(EventOutcome::UnknownLead) => Verdict::Reject(msg!("cli-import-unknown-lead", lead = lead)),
                        other => judge(other.map(drop), &mut failed),
                    }
                };
                read_events(self.source, self.shape, shape, &mut sink, rejects, &mut progress)
            }
        };
        if let Some(problem) = failed {
            return Err(problem);
        }
        let counts = read?;
        let stored = if self.dry_run {
            import.counts()?
        } else {
            let file = std::path::Path::new(self.source.name()).file_name().unwrap_or_default();
            let note = ImportNote {
                file: file.to_string_lossy().into_owned(),
                hash: fingerprint(self.shape),
                rows_read: counts.read,
                rows_rejected: counts.rejected,
                at: self.now,
            };
            import.commit(&note)?
        };
        Ok(Done { counts, stored })
    }

    /// Returns the fields that an import of leads brings.
    fn fields(&self) -> Vec<FieldSpec> {
        let spec = |column: &crate::import::ColumnShape| FieldSpec {
            name: column.name.clone(),
            kind: column.kind,
            role: column.role,
        };
        self.shape.fields().map(|(_, column)| spec(column)).collect()
    }
}

/// Returns what tells a file's bytes from others, as the workspace keeps it.
pub(super) fn fingerprint(shape: &Shape) -> String {
    format!("{:016x}-{}", shape.fingerprint, shape.size)
}

/// Says what becomes of a row that was written, or not: what the workspace cannot take ends the import.
fn judge(written: Result<(), Problem>, failed: &mut Option<Problem>) -> Verdict {
    match written {
        Ok(()) => Verdict::Keep,
        Err(problem) => {
            *failed = Some(problem);
            Verdict::Stop
        }
    }
}

fn stored<'r>(row: &crate::import::EventRow<'r>) -> EventRow<'r> {
    EventRow {
        key: row.lead,
        kind: row.kind,
        at: row.at,
        asset: row.asset,
        campaign: row.campaign,
        channel: row.channel,
        value: row.value,
    }
}
