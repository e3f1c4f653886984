//! How leads spread over their values: counts in equal steps. Never here: bands, or how it is drawn.

use crate::engine::sweep;
use crate::engine::sweep::Steps;
use crate::engine::sweep::blocks;
use crate::engine::sweep::count_steps;
use crate::engine::sweep::shared;
use crate::engine::ticks::TICK;
use crate::engine::ticks::Tick;
use crate::engine::ticks::Values;

/// Returns the smallest and the largest value of the leads inside, in ticks; none if nobody is.
pub fn extent(values: Values<'_>, inside: &[bool]) -> Option<(i64, i64)> {
    fn of<T: Tick>(values: &[T], inside: &[bool]) -> Option<(i64, i64)> {
        let blocks = shared(blocks(values.len()), |block| sweep::extent(&values[block.clone()], &inside[block]));
        blocks.into_iter().flatten().reduce(|(lo, hi), (l, h)| (lo.min(l), hi.max(h)))
    }
    match values {
        Values::Narrow(values) => of(values, inside),
        Values::Wide(values) => of(values, inside),
    }
}

/// Counts the leads inside in equal steps from `lo` to `hi`, in ticks; values are within.
pub fn spread(values: Values<'_>, inside: &[bool], (lo, hi): (i64, i64), steps: usize) -> Vec<u64> {
    fn of<T: Tick>(values: &[T], inside: &[bool], steps: &Steps) -> Vec<u64> {
        let blocks = shared(blocks(values.len()), |block| count_steps(&values[block.clone()], &inside[block], steps));
        let mut counts = vec![0; steps.n];
        for block in blocks {
            for (count, here) in counts.iter_mut().zip(block) {
                *count += u64::from(here);
            }
        }
        counts
    }
    let wide = i128::from(hi) - i128::from(lo);
    // A step begins with the first value whose part of the whole, told in micropoints, reaches it.
    let begins = |step: usize| {
        let micropoints = (step as i128 * (wide * i128::from(TICK) + 1) + steps as i128 - 1) / steps as i128;
        u64::try_from((micropoints + i128::from(TICK) - 1) / i128::from(TICK)).unwrap_or(u64::MAX)
    };
    let steps = buckets(lo, &(0..=steps).map(begins).collect::<Vec<u64>>());
    match values {
        Values::Narrow(values) => of(values, inside, &steps),
        Values::Wide(values) => of(values, inside, &steps),
    }
}

/// Lays buckets over steps, so fine that none holds two edges; one value each where that is not more than a few hundred.
fn buckets(lo: i64, edges: &[u64]) -> Steps {
    let n = edges.len() - 1;
    let wide = edges[n].saturating_sub(1);
    let bits = u64::BITS - wide.leading_zeros();
    // Four or more buckets to a step.
    let shift = bits.saturating_sub(usize::BITS - n.leading_zeros() + 3);
    let n_buckets = usize::try_from(wide >> shift).unwrap_or(0) + 1;
    let step = |above: u64| edges[..n].partition_point(|edge| *edge <= above).saturating_sub(1);
    let starts = (0..n_buckets).map(|bucket| (bucket as u64) << shift);
    let first: Vec<usize> = starts.clone().map(step).collect();
    let next = starts.zip(&first).map(|(start, first)| {
        let next = edges[..n].get(first + 1).copied().unwrap_or(u64::MAX);
        if next.wrapping_sub(start) >> shift == 0 { next } else { u64::MAX }
    });
    let next = next.collect();
    let first = first.into_iter().map(|step| u16::try_from(step).unwrap_or(u16::MAX - 1)).collect();
    Steps { lo, shift, first, next, n }
}
