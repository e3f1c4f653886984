//! How fresh an event still is: ten-thousandths by its age in whole days. Never here: which events count.
//!
//! Whole numbers throughout. A half-life needs powers of two with a fraction for exponent; they are products of square
//! roots of two in fixed point, with far more places than the four that are kept.

use std::sync::LazyLock;

use crate::model::Decay;
use crate::model::FRESH;

const DAY: i64 = 86_400;

/// Returns an event's age in whole days at an instant, 0 for one that is yet to come.
pub fn age(at: i64, as_of: i64) -> u32 {
    u32::try_from((as_of - at).max(0) / DAY).unwrap_or(u32::MAX)
}

/// Returns the freshness at an age in whole days: 0..=10,000 ten-thousandths.
pub fn freshness(decay: Decay, age: u32) -> i64 {
    let age = i64::from(age);
    match decay {
        Decay::HalfLife(days) => half_life(age, i64::from(days.max(1))),
        Decay::Step { percent, every } => {
            let steps = age / i64::from(every.max(1));
            (FRESH - (FRESH / 100).saturating_mul(i64::from(percent)).saturating_mul(steps)).max(0)
        }
        Decay::Line(days) => {
            let days = i64::from(days.max(1));
            // Half away from zero: half of the divisor is added before dividing.
            (2 * FRESH * (days - age).max(0) + days) / (2 * days)
        }
    }
}

/// Places after the point in fixed point.
const PLACES: u32 = 62;
const ONE: u128 = 1 << PLACES;

/// Returns `10000 × 0.5^(age / days)`, rounded half away from zero.
fn half_life(age: i64, days: i64) -> i64 {
    let (halvings, rest) = (age / days, age % days);
    // After 15 halvings 0.3 ten-thousandths are left.
    let Ok(halvings @ 0..15) = u32::try_from(halvings) else { return 0 };
    let fraction = ((u128::from(rest.unsigned_abs())) << PLACES) / u128::from(days.unsigned_abs());
    let left = u128::from(FRESH.unsigned_abs()) * power_of_half(fraction);
    let places = PLACES + halvings;
    let rounded = (left + (1 << (places - 1))) >> places;
    i64::try_from(rounded).unwrap_or(FRESH)
}

/// Returns 0.5 to the power of a fraction below one, both in fixed point.
fn power_of_half(fraction: u128) -> u128 {
    (1..=PLACES)
        .zip(ROOTS.iter())
        .filter(|(place, _)| fraction >> (PLACES - place) & 1 == 1)
        .fold(ONE, |product, (_, root)| (product * root) >> PLACES)
}

/// One half, its square root, the root of that, and so on, without the half itself.
static ROOTS: LazyLock<Vec<u128>> = LazyLock::new(|| {
    // The square root of a fixed-point number keeps its places when the number is given as many again.
    let root = |of: &u128| Some((of << PLACES).isqrt());
    std::iter::successors(Some(ONE / 2), root).skip(1).take(PLACES as usize).collect()
});
