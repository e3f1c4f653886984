//! Whole numbers of all leads, in the narrowest width that holds them. Never here: what they stand for.

use std::fmt;
use std::ops::Range;

use crate::engine::columns::Codes;
use crate::engine::columns::UNKNOWN;
use crate::engine::sweep;

/// A number of every lead, which may be unknown.
#[derive(Clone)]
pub enum Numbers {
    /// Code 0 is unknown, code `k` is `base + k`.
    Near { base: i64, codes: Codes },
    /// They lie too far apart for that; [`UNKNOWN`] is unknown.
    Far(Vec<i64>),
}

/// Two of the same numbers are the same, in whatever width.
impl PartialEq for Numbers {
    fn eq(&self, other: &Numbers) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Numbers {}

impl fmt::Debug for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl From<Vec<i64>> for Numbers {
    /// [`UNKNOWN`] is unknown.
    fn from(numbers: Vec<i64>) -> Numbers {
        Numbers::near(&numbers).unwrap_or(Numbers::Far(numbers))
    }
}

impl From<&[i64]> for Numbers {
    /// [`UNKNOWN`] is unknown.
    fn from(numbers: &[i64]) -> Numbers {
        Numbers::near(numbers).unwrap_or_else(|| Numbers::Far(numbers.to_vec()))
    }
}

impl FromIterator<i64> for Numbers {
    fn from_iter<I: IntoIterator<Item = i64>>(numbers: I) -> Numbers {
        Numbers::from(numbers.into_iter().collect::<Vec<i64>>())
    }
}

impl Numbers {
    /// Returns numbers as codes, where they lie near enough.
    #[expect(clippy::cast_possible_truncation, reason = "the largest has just been found to fit")]
    fn near(numbers: &[i64]) -> Option<Numbers> {
        let known = numbers.iter().filter(|number| **number != UNKNOWN);
        let (lo, hi) = known.fold((i64::MAX, UNKNOWN), |(lo, hi), number| (lo.min(*number), hi.max(*number)));
        // Unknown is the smallest number there is: something is below whatever is known.
        let base = lo.min(hi).max(UNKNOWN + 1) - 1;
        let codes = numbers.iter().map(|number| match *number {
            UNKNOWN => 0,
            number => number.wrapping_sub(base).cast_unsigned(),
        });
        let most = if hi == UNKNOWN { 0 } else { hi.wrapping_sub(base).cast_unsigned() };
        let codes = match most {
            0..=0xff => Codes::U8(codes.map(|code| code as u8).collect()),
            0x100..=0xffff => Codes::U16(codes.map(|code| code as u16).collect()),
            0x1_0000..=0xffff_ffff => Codes::U32(codes.map(|code| code as u32).collect()),
            _ => return None,
        };
        Some(Numbers::Near { base, codes })
    }

    /// Returns a lead's number, [`UNKNOWN`] if it is unknown.
    pub fn get(&self, lead: usize) -> i64 {
        match self {
            Numbers::Near { base, codes } => match codes.get(lead) {
                0 => UNKNOWN,
                code => base + i64::from(code),
            },
            Numbers::Far(numbers) => numbers[lead],
        }
    }

    pub fn len(&self) -> usize {
        match self {
            Numbers::Near { codes, .. } => codes.len(),
            Numbers::Far(numbers) => numbers.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the numbers, lead by lead.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = i64> {
        (0..self.len()).map(|lead| self.get(lead))
    }

    /// Tells of a block of leads whose numbers lie in one of some ranges, ends included; unknown lies in none but its own.
    pub(super) fn within(&self, block: Range<usize>, ranges: &[(i64, i64)], holds: &mut [bool]) {
        match self {
            Numbers::Far(numbers) => within(holds, &numbers[block], ranges),
            Numbers::Near { base, codes } => {
                let ranges: Vec<(u32, u32)> = ranges.iter().filter_map(|range| in_codes(*base, *range)).collect();
                match codes {
                    Codes::U8(codes) => within(holds, &codes[block], &narrowed(&ranges, u8::MAX)),
                    Codes::U16(codes) => within(holds, &codes[block], &narrowed(&ranges, u16::MAX)),
                    Codes::U32(codes) => within(holds, &codes[block], &ranges),
                }
            }
        }
    }
}

/// Returns the codes of a range of numbers; none if no code is in it.
fn in_codes(base: i64, (lo, hi): (i64, i64)) -> Option<(u32, u32)> {
    let first = if lo == UNKNOWN { 0 } else { lo.saturating_sub(base).max(1) };
    let last = if hi == UNKNOWN { 0 } else { hi.saturating_sub(base).min(i64::from(u32::MAX)) };
    Some((u32::try_from(first).ok()?, u32::try_from(last).ok()?))
}

/// Returns ranges in a narrower width, of which one number is the largest.
fn narrowed<T: Copy + TryFrom<u32>>(ranges: &[(u32, u32)], most: T) -> Vec<(T, T)> {
    let narrow = |(lo, hi): &(u32, u32)| Some((T::try_from(*lo).ok()?, T::try_from(*hi).unwrap_or(most)));
    ranges.iter().filter_map(narrow).collect()
}

fn within<T: Copy + Ord>(holds: &mut [bool], numbers: &[T], ranges: &[(T, T)]) {
    match ranges {
        [(lo, hi)] => sweep::map(holds, numbers, |n| *lo <= n && n <= *hi),
        ranges => sweep::map(holds, numbers, |n| ranges.iter().any(|(lo, hi)| *lo <= n && n <= *hi)),
    }
}
