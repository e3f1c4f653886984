//! Events put in order of blocks of leads, so that what is written for them stays in cache. Never here: which events, or what for.
//!
//! Events stand by instant, their leads in no order: writing for each at its lead's place waits for memory, or for a far cache,
//! nearly every time. Here events are first put to those of their block, which is writing a few dozen lists from end to end, and
//! then a block's list is gone through while its part of the column is near.

use std::ops::Range;

use crate::engine::events::Selected;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::BLOCK_BITS;
use crate::engine::sweep::each_shared;
use crate::engine::sweep::processors;
use crate::engine::sweep::shared;

/// So many events are put in order at a time by one processor.
const PART: usize = 1 << 19;

/// Goes through the events of days, in their order, each day with a number below 2^18 that goes for all of its events: `see` gets
/// a block of the column, and entries of its leads' places in it with the numbers above, [`BLOCK_BITS`] up.
pub(super) fn each_by_block<T: Send>(
    events: &Selected<'_>,
    days: Vec<(u32, Range<usize>)>,
    column: &mut [T],
    see: impl Fn(&mut [T], &[u32]) + Send + Sync,
) {
    let n_blocks = column.len().div_ceil(BLOCK);
    let parts = in_parts(days);
    for parts in parts.chunks(processors()) {
        let put = each_shared(parts.iter().collect(), |part| {
            let n_events: usize = part.iter().map(|(_, run)| run.len()).sum();
            let each = n_events / n_blocks * 9 / 8;
            let mut lists: Vec<Vec<u32>> = (0..n_blocks).map(|_| Vec::with_capacity(each)).collect();
            for (number, run) in part {
                events.each_of(run.clone(), |lead| {
                    lists[lead as usize >> BLOCK_BITS].push((number << BLOCK_BITS) | (lead % (1 << BLOCK_BITS)));
                });
            }
            lists
        });
        let blocks = column.chunks_mut(BLOCK).enumerate().collect();
        shared(blocks, |(block, column)| put.iter().for_each(|lists| see(column, &lists[block])));
    }
}

/// Cuts days into parts of so many events.
fn in_parts(days: Vec<(u32, Range<usize>)>) -> Vec<Vec<(u32, Range<usize>)>> {
    let mut parts: Vec<Vec<(u32, Range<usize>)>> = Vec::new();
    let mut room = 0;
    for (number, mut run) in days {
        while !run.is_empty() {
            if room == 0 {
                parts.push(Vec::new());
                room = PART;
            }
            let taken = run.len().min(room);
            parts.last_mut().expect("one has just been begun").push((number, run.start..run.start + taken));
            run.start += taken;
            room -= taken;
        }
    }
    parts
}
