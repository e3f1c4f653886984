//! How leads spread over their values: counts in equal steps. Never here: bands, or how it is drawn.

use crate::engine::ticks::TICK;
use crate::engine::ticks::Tick;
use crate::engine::ticks::Values;

/// Returns the smallest and the largest value of the leads inside, in ticks; none if nobody is.
pub fn extent(values: Values<'_>, inside: &[bool]) -> Option<(i64, i64)> {
    fn of<T: Tick>(values: &[T], inside: &[bool]) -> Option<(i64, i64)> {
        let mut known = values.iter().zip(inside).filter(|(_, inside)| **inside).map(|(value, _)| *value);
        let first = known.next()?;
        let (lo, hi) = known.fold((first, first), |(lo, hi), value| (lo.min(value), hi.max(value)));
        Some((lo.get(), hi.get()))
    }
    match values {
        Values::Narrow(values) => of(values, inside),
        Values::Wide(values) => of(values, inside),
    }
}

/// Counts the leads inside in equal steps from `lo` to `hi`, in ticks; values are within.
pub fn spread(values: Values<'_>, inside: &[bool], (lo, hi): (i64, i64), steps: usize) -> Vec<u64> {
    let wide = i128::from(hi) - i128::from(lo);
    // A step begins with the first value whose part of the whole, told in micropoints, reaches it.
    let begins = |step: usize| {
        let micropoints = (step as i128 * (wide * i128::from(TICK) + 1) + steps as i128 - 1) / steps as i128;
        u64::try_from((micropoints + i128::from(TICK) - 1) / i128::from(TICK)).unwrap_or(u64::MAX)
    };
    let edges: Vec<u64> = (0..=steps).map(begins).collect();
    match values {
        Values::Narrow(values) => count(values, inside, lo, &edges),
        Values::Wide(values) => count(values, inside, lo, &edges),
    }
}

/// Places under the point of the guess at a step.
const PLACES: u32 = 24;

/// Counts leads between edges. A step is guessed by one multiplication, never too high, and put right by its edge.
fn count<T: Tick>(values: &[T], inside: &[bool], lo: i64, edges: &[u64]) -> Vec<u64> {
    let n = edges.len() - 1;
    let whole = edges[n].max(1);
    let per_tick = ((n as u64) << PLACES) / whole;
    let mut counts = vec![0; n];
    for (value, inside) in values.iter().zip(inside) {
        if *inside {
            let above = value.get().wrapping_sub(lo).cast_unsigned();
            let guess = above.saturating_mul(per_tick) >> PLACES;
            let mut step = usize::try_from(guess).unwrap_or(0).min(n - 1);
            while step + 1 < n && above >= edges[step + 1] {
                step += 1;
            }
            counts[step] += 1;
        }
    }
    counts
}
