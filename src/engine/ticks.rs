//! Points in ticks: the unit in which sums and values are kept, narrow where they fit. Never here: what they are sums of.
//!
//! A tick is 100 micropoints. Every contribution is a whole number of ticks: `weight × share × freshness` with either a whole
//! freshness (10,000) or a whole share (100), and start, caps and bounds are whole points. 32 bits hold ±214,748 points in
//! ticks: nearly every model; others take 64.

use crate::model::POINT;

/// A tick in micropoints.
pub const TICK: i64 = 100;
/// A point in ticks.
pub const POINT_TICKS: i64 = POINT / TICK;

/// A number of ticks. Sums wrap: they are only used where a model's bounds say that the result fits.
pub trait Tick: Copy + Ord + Default + std::fmt::Debug + Send + Sync {
    /// Returns so many ticks, or the nearest that fits.
    fn of(ticks: i64) -> Self;
    fn get(self) -> i64;
    #[must_use]
    fn plus(self, other: Self) -> Self;
    #[must_use]
    fn minus(self, other: Self) -> Self;
    #[must_use]
    fn times(self, count: u32) -> Self;
    /// Returns how many steps, each a power of two wide, it is above a value: 0 if it is below, and at most the last.
    fn steps_above(self, lo: Self, shift: u32, last: u16) -> u16;
}

impl Tick for i32 {
    fn of(ticks: i64) -> i32 {
        i32::try_from(ticks).unwrap_or(if ticks < 0 { i32::MIN } else { i32::MAX })
    }

    fn get(self) -> i64 {
        i64::from(self)
    }

    fn plus(self, other: i32) -> i32 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i32) -> i32 {
        self.wrapping_sub(other)
    }

    fn times(self, count: u32) -> i32 {
        self.wrapping_mul(count.cast_signed())
    }

    #[expect(clippy::cast_possible_truncation, reason = "no more than the last, which fits")]
    fn steps_above(self, lo: i32, shift: u32, last: u16) -> u16 {
        let above = self.max(lo).wrapping_sub(lo).cast_unsigned();
        (above >> (shift % u32::BITS)).min(u32::from(last)) as u16
    }
}

impl Tick for i64 {
    fn of(ticks: i64) -> i64 {
        ticks
    }

    fn get(self) -> i64 {
        self
    }

    fn plus(self, other: i64) -> i64 {
        self.wrapping_add(other)
    }

    fn minus(self, other: i64) -> i64 {
        self.wrapping_sub(other)
    }

    fn times(self, count: u32) -> i64 {
        self.wrapping_mul(i64::from(count))
    }

    #[expect(clippy::cast_possible_truncation, reason = "no more than the last, which fits")]
    fn steps_above(self, lo: i64, shift: u32, last: u16) -> u16 {
        let above = self.max(lo).wrapping_sub(lo).cast_unsigned();
        (above >> (shift % u64::BITS)).min(u64::from(last)) as u16
    }
}

/// A number of ticks for every lead.
#[derive(Clone, Copy, Debug)]
pub enum Values<'s> {
    Narrow(&'s [i32]),
    Wide(&'s [i64]),
}

impl<'s> Values<'s> {
    pub fn len(self) -> usize {
        match self {
            Values::Narrow(values) => values.len(),
            Values::Wide(values) => values.len(),
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns a lead's value in micropoints.
    pub fn get(self, lead: usize) -> i64 {
        self.ticks(lead) * TICK
    }

    /// Returns a lead's value in ticks.
    pub fn ticks(self, lead: usize) -> i64 {
        match self {
            Values::Narrow(values) => i64::from(values[lead]),
            Values::Wide(values) => values[lead],
        }
    }

    /// Returns the values in micropoints, lead by lead.
    pub fn iter(self) -> impl Iterator<Item = i64> + Clone + 's {
        (0..self.len()).map(move |lead| self.get(lead))
    }
}
