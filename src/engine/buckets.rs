//! Values told apart in equal steps, and the step in which a place of their order is. Never here: whose values.

use crate::engine::sweep::BUCKET_BITS;
use crate::engine::sweep::LAST_BUCKET;
use crate::engine::ticks::Tick;

/// Values in equal steps; whatever is below the first is in the first, and above the last in the last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Buckets {
    pub(super) lo: i64,
    pub(super) shift: u32,
    /// Whether all values are one.
    pub(super) single: bool,
}

impl Buckets {
    /// Steps from the smallest of some values to the largest.
    pub(super) fn of(values: impl Iterator<Item = i64>) -> Buckets {
        let ends = values.fold(None, |ends: Option<(i64, i64)>, value| {
            Some(ends.map_or((value, value), |(lo, hi)| (lo.min(value), hi.max(value))))
        });
        let (lo, hi) = ends.unwrap_or_default();
        let bits = u64::BITS - hi.wrapping_sub(lo).cast_unsigned().leading_zeros();
        Buckets { lo, shift: bits.saturating_sub(BUCKET_BITS), single: lo == hi }
    }

    /// Returns a value's bucket; a larger value is in no smaller one.
    pub(super) fn at(self, value: i64) -> usize {
        usize::from(value.steps_above(self.lo, self.shift, LAST_BUCKET))
    }
}

/// Returns the bucket in which a place is, counted from the highest value, and how many leads are above the bucket.
pub(super) fn bucket_at(counts: &[usize], place: usize) -> (usize, usize) {
    let mut above = 0;
    for (bucket, count) in counts.iter().enumerate().rev() {
        if place < above + count {
            return (bucket, above);
        }
        above += count;
    }
    (0, above)
}
