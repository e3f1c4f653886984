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
pub fn spread(values: Values<'_>, inside: &[bool], ends: (i64, i64), steps: usize) -> Vec<u64> {
    fn of<T: Tick>(values: &[T], inside: &[bool], steps: &Steps<T>) -> Vec<u64> {
        let blocks = shared(blocks(values.len()), |block| count_steps(&values[block.clone()], &inside[block], steps));
        let mut counts = vec![0; steps.n];
        for block in blocks {
            for (count, here) in counts.iter_mut().zip(block) {
                *count += u64::from(here);
            }
        }
        counts
    }
    match values {
        Values::Narrow(values) => of(values, inside, &in_steps(ends, steps)),
        Values::Wide(values) => of(values, inside, &in_steps(ends, steps)),
    }
}

/// Lays buckets over equal steps, so fine that none holds two edges; one value each where that is not more than a few hundred.
fn in_steps<T: Tick>((lo, hi): (i64, i64), n: usize) -> Steps<T> {
    let wide = i128::from(hi) - i128::from(lo);
    // A step begins with the first value whose part of the whole, told in micropoints, reaches it.
    let begins = |step: usize| {
        let micropoints = (step as i128 * (wide * i128::from(TICK) + 1) + n as i128 - 1) / n as i128;
        (micropoints + i128::from(TICK) - 1) / i128::from(TICK)
    };
    let edges: Vec<i128> = (0..=n).map(begins).collect();
    let bits = i128::BITS - wide.leading_zeros();
    // Four or more buckets to a step.
    let shift = bits.saturating_sub(usize::BITS - n.leading_zeros() + 3);
    let bucket = |start: i128| {
        let step = edges[..n].partition_point(|edge| *edge <= start).saturating_sub(1);
        let upto = edges[..n].get(step + 1).map_or(wide, |next| next - 1);
        let upto = i64::try_from(i128::from(lo) + upto).unwrap_or(i64::MAX);
        (u16::try_from(step).unwrap_or(u16::MAX - 1), T::of(upto))
    };
    let starts = (0..=wide >> shift).map(|bucket_at| bucket_at << shift);
    Steps { lo: T::of(lo), shift, buckets: starts.map(bucket).collect(), n }
}
