//! Rows shared out among processors: what is split here, or is still to be split, is seen wherever there is room. Never here: what a
//! row says.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::sync::mpsc::channel;
use std::sync::mpsc::sync_channel;

use crate::import::block::Block;
use crate::import::cells::Blanks;
use crate::import::inspect::seen::Seen;
use crate::import::records::Records;
use crate::import::stop::Stop;

/// Parcels that may wait to be seen.
const WAITING: usize = 8;
/// The most processors that see rows: more than that, and they wait for what is read.
const MOST_SHARES: usize = 4;

/// Records on their way to whoever sees them.
#[derive(Default)]
struct Parcel {
    split: Block,
    /// Whole lines still to be split, and the number of the first.
    lines: Vec<u8>,
    line: u64,
}

/// Sees all records that are left; `begin` makes what sees a share of them. Stops at the first line where that must be.
pub(super) fn see_all(
    seen: &mut Seen,
    records: &mut Records<'_>,
    blanks: &Blanks,
    begin: impl Fn() -> Seen,
) -> Result<(), Stop> {
    // What is filled waits in few parcels, which go round.
    let (full, inbox) = sync_channel::<Parcel>(WAITING);
    let (spent, empty) = channel::<Parcel>();
    let inbox = Arc::new(Mutex::new(inbox));
    let n = rayon::current_num_threads().min(MOST_SHARES);
    let mut shares: Vec<Share<'_>> = (0..n).map(|_| Share { seen: begin(), blanks, stop: None }).collect();
    let delimiter = records.delimiter();
    rayon::in_place_scope(|scope| {
        for share in &mut shares {
            let (inbox, spent) = (Arc::clone(&inbox), spent.clone());
            scope.spawn(move |_| share.see(&inbox, &spent, delimiter));
        }
        // Nobody is left to fill parcels for once all of them are gone.
        drop(inbox);
        loop {
            let mut parcel = empty.try_recv().unwrap_or_default();
            let is_last = match records.take_lines(&mut parcel.lines) {
                Ok(line) if !parcel.lines.is_empty() => {
                    parcel.line = line;
                    false
                }
                Ok(_) => {
                    parcel.split.fill(records);
                    parcel.split.is_empty() || parcel.split.stop.is_some()
                }
                Err(stop) => {
                    parcel.split = Block { stop: Some(stop), ..Block::default() };
                    true
                }
            };
            if full.send(parcel).is_err() || is_last {
                break;
            }
        }
        drop(full);
    });
    let mut stops = Vec::new();
    for share in shares {
        seen.merge(share.seen);
        stops.extend(share.stop);
    }
    // What names no line came when the rest had been read.
    stops.into_iter().min_by_key(|stop| stop.line().unwrap_or(u64::MAX)).map_or(Ok(()), Err)
}

/// What sees a share of the records.
struct Share<'b> {
    seen: Seen,
    blanks: &'b Blanks,
    stop: Option<Stop>,
}

impl Share<'_> {
    /// Sees what comes until nothing does.
    fn see(&mut self, inbox: &Mutex<Receiver<Parcel>>, spent: &Sender<Parcel>, delimiter: u8) {
        let mut block = Block::default();
        let next = || inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
        while let Ok(mut parcel) = next() {
            if parcel.lines.is_empty() {
                self.see_block(&mut parcel.split);
            } else {
                let lines = std::mem::take(&mut parcel.lines);
                parcel.lines = self.see_lines(Records::of_lines(lines, parcel.line, delimiter), &mut block);
            }
            // Nobody waits for it once all is split.
            let _ = spent.send(parcel);
        }
    }

    /// Splits lines into a block and sees that; returns where they were.
    fn see_lines(&mut self, mut records: Records<'_>, block: &mut Block) -> Vec<u8> {
        loop {
            block.fill(&mut records);
            let is_last = block.is_empty() || block.stop.is_some();
            self.see_block(block);
            if is_last {
                return records.spent();
            }
        }
    }

    /// Sees a block, unless this share has come to a stop before.
    fn see_block(&mut self, block: &mut Block) {
        if self.stop.is_some() {
            return;
        }
        let mut room = String::new();
        for (record, text) in block.records() {
            self.seen.see(&record, text, self.blanks, &mut room);
        }
        self.stop = block.stop.take();
    }
}
