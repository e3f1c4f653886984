//! An import's two threads: one reads, types and sorts the rows of a file while the other writes those before them.
//!
//! What waits between them is bounded. The thread that writes is the caller's own: it holds the transaction and follows the person.

use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::SyncSender;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use crate::import::Counts;
use crate::import::EventShape;
use crate::import::LeadRow;
use crate::import::Rejects;
use crate::import::Shape;
use crate::import::Source;
use crate::import::Verdict;
use crate::import::read_events;
use crate::import::read_leads;
use crate::msg;
use crate::problem::Problem;
use crate::store::Batch;
use crate::store::EventOutcome;
use crate::store::EventRow;
use crate::store::LeadBatch;
use crate::store::Sorter;

/// Batches that may wait.
const WAITING: usize = 2;
/// How often the person is asked whether to go on, while nothing comes.
const ASK_EVERY: Duration = Duration::from_millis(50);

/// The way from the thread that reads to the one that writes.
pub(super) struct Line<'l, B> {
    batches: SyncSender<B>,
    bytes: &'l AtomicU64,
    stop: &'l AtomicBool,
}

impl<B> Line<'_, B> {
    /// Hands a batch over; waits while too many wait. Fails when nobody writes any more.
    fn hand(&self, batch: B) -> Verdict {
        if self.batches.send(batch).is_ok() { Verdict::Keep } else { Verdict::Stop }
    }

    fn progress(&self, bytes: u64) -> ControlFlow<()> {
        self.bytes.store(bytes, Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// Reads on a thread of its own what is written on this one. `watch` is called with the bytes read so far, and may stop both.
pub(super) fn relay<B: Send>(
    read: impl FnOnce(&Line<'_, B>) -> Result<Counts, Problem> + Send,
    write: impl FnMut(B) -> Result<(), Problem>,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Counts, Problem> {
    let (bytes, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let (batches, inbox) = sync_channel(WAITING);
    let line = Line { batches, bytes: &bytes, stop: &stop };
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || read(&line));
        let written = write_all(inbox, write, &bytes, &stop, watch);
        let counts = match reader.join() {
            Ok(counts) => counts,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        // Why nothing more was written says more than that reading was stopped by it.
        written.and(counts)
    })
}

/// Writes until nothing comes any more. The inbox is dropped on the way out, so that the reader does not wait for ever.
#[expect(clippy::needless_pass_by_value, reason = "dropping it is what ends the reader")]
fn write_all<B>(
    inbox: Receiver<B>,
    mut write: impl FnMut(B) -> Result<(), Problem>,
    bytes: &AtomicU64,
    stop: &AtomicBool,
    watch: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(), Problem> {
    loop {
        match inbox.recv_timeout(ASK_EVERY) {
            Ok(batch) => write(batch)?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        if watch(bytes.load(Ordering::Relaxed)).is_break() {
            stop.store(true, Ordering::Relaxed);
            return Ok(());
        }
    }
}

/// What reads a file's rows.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    pub source: &'r (dyn Source + Sync),
    pub shape: &'r Shape,
    /// How many rows were read.
    pub rows: &'r AtomicU64,
}

impl Reader<'_> {
    pub(super) fn leads(
        &self,
        sorter: &mut Sorter,
        rejects: Rejects<'_>,
        line: &Line<'_, LeadBatch>,
    ) -> Result<Counts, Problem> {
        let mut waiting = LeadBatch::default();
        let mut failed = None;
        let mut n_rows = 0;
        let mut sink = |row: &LeadRow| {
            n_rows += 1;
            self.rows.store(n_rows, Ordering::Relaxed);
            match waiting.add(sorter, row.key(), row.values()) {
                Ok(()) if waiting.is_full() => line.hand(std::mem::take(&mut waiting)),
                Ok(()) => Verdict::Keep,
                Err(problem) => {
                    failed = Some(problem);
                    Verdict::Stop
                }
            }
        };
        let read = read_leads(self.source, self.shape, &mut sink, rejects, &mut |bytes| line.progress(bytes));
        if let Some(problem) = failed {
            return Err(problem);
        }
        let counts = read?;
        line.hand(waiting);
        Ok(counts)
    }

    pub(super) fn events(
        &self,
        events: &EventShape,
        sorter: &mut Sorter,
        create_leads: bool,
        rejects: Rejects<'_>,
        line: &Line<'_, Batch>,
    ) -> Result<Counts, Problem> {
        let mut failed = None;
        let mut n_rows = 0;
        let mut sink = |row: &crate::import::EventRow<'_>| {
            n_rows += 1;
            self.rows.store(n_rows, Ordering::Relaxed);
            match sorter.add(stored(row), create_leads) {
                Ok(EventOutcome::UnknownLead) => Verdict::Reject(msg!("cli-import-unknown-lead", lead = row.lead)),
                Ok(EventOutcome::Taken) if sorter.is_full() => line.hand(sorter.batch()),
                Ok(EventOutcome::Taken) => Verdict::Keep,
                Err(problem) => {
                    failed = Some(problem);
                    Verdict::Stop
                }
            }
        };
        let mut progress = |bytes| line.progress(bytes);
        let read = read_events(self.source, self.shape, events, &mut sink, rejects, &mut progress);
        if let Some(problem) = failed {
            return Err(problem);
        }
        let counts = read?;
        line.hand(sorter.batch());
        Ok(counts)
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
