//! Leads in order, as far as somebody looks: some places of an order without putting everybody in it, and where a lead stands in it.
//! Never here: what leads are ordered by.
//!
//! An order is total: key after key, the higher first, and at last the lead's place in the workspace. One histogram of the first
//! key ([`Lay`]) tells in which bucket any place of the order is; only the leads of that bucket are put in order.

use std::cmp::Ordering;
use std::ops::Range;

use crate::engine::buckets::Buckets;
use crate::engine::buckets::bucket_at;
use crate::engine::columns::Codes;
use crate::engine::columns::Texts;
use crate::engine::columns::UNKNOWN;
use crate::engine::numbers::Numbers;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::BUCKET_BITS;
use crate::engine::sweep::LAST_BUCKET;
use crate::engine::sweep::N_BUCKETS;
use crate::engine::sweep::blocks;
use crate::engine::sweep::count_buckets;
use crate::engine::sweep::each_shared;
use crate::engine::sweep::few;
use crate::engine::sweep::large_blocks;
use crate::engine::sweep::shared;
use crate::engine::ticks::POINT_TICKS;
use crate::engine::ticks::Tick;
use crate::engine::ticks::Values;

/// A key of an order, for every lead. The higher comes first.
#[derive(Clone, Copy)]
pub enum Key<'s> {
    /// In ticks.
    Narrow(&'s [i32]),
    Wide(&'s [i64]),
    Sum(Values<'s>, Values<'s>),
    /// The smallest number first; the largest there is counts as unknown.
    Least(&'s Numbers),
    /// The latest instant first, unknown last.
    Recent(&'s Numbers),
    /// Known before unknown.
    Known(&'s Numbers),
    /// No before yes, unknown last.
    NoFirst(&'s [u8]),
    /// Eight bytes of a text from one on, the alphabet's first before others, unknown last.
    Eight(Words<'s>, usize),
    /// The whole text, for those whose first bytes are the same.
    Text(Words<'s>),
    /// Everybody is equal.
    Equal,
}

/// A text of every lead.
#[derive(Clone, Copy)]
pub enum Words<'s> {
    Keys(&'s Texts),
    /// By the codes of a field.
    Field(&'s Codes, &'s [String]),
}

impl<'s> Words<'s> {
    fn get(self, lead: u32) -> Option<&'s str> {
        match self {
            Words::Keys(keys) => Some(keys.get(lead as usize)),
            Words::Field(codes, words) => {
                (codes.get(lead as usize) as usize).checked_sub(1).map(|word| words[word].as_str())
            }
        }
    }
}

impl<'s> From<Values<'s>> for Key<'s> {
    fn from(values: Values<'s>) -> Key<'s> {
        match values {
            Values::Narrow(values) => Key::Narrow(values),
            Values::Wide(values) => Key::Wide(values),
        }
    }
}

/// No value: below all others.
const NONE: i64 = UNKNOWN;

impl Key<'_> {
    pub(super) fn at(&self, lead: u32) -> i64 {
        match self {
            Key::Narrow(values) => i64::from(values[lead as usize]),
            Key::Wide(values) => values[lead as usize],
            Key::Sum(rows, columns) => rows.ticks(lead as usize) + columns.ticks(lead as usize),
            Key::Recent(instants) => instants.get(lead as usize),
            Key::Least(values) => match values.get(lead as usize) {
                UNKNOWN => NONE,
                value => !value,
            },
            Key::Known(values) => i64::from(values.get(lead as usize) != UNKNOWN),
            Key::NoFirst(answers) => match answers[lead as usize] {
                0 => NONE,
                answer => -i64::from(answer),
            },
            Key::Eight(words, from) => words.get(lead).map_or(NONE, |text| {
                let mut eight = [0; 8];
                let bytes = text.as_bytes().get(*from..).unwrap_or_default();
                let n = bytes.len().min(8);
                eight[..n].copy_from_slice(&bytes[..n]);
                // No text has a byte of all ones: none is taken for unknown.
                !(u64::from_be_bytes(eight) ^ 1 << 63).cast_signed()
            }),
            Key::Text(_) | Key::Equal => 0,
        }
    }

    /// Tells which of two leads comes first.
    fn compare(&self, a: u32, b: u32) -> Ordering {
        match self {
            Key::Text(words) => words.get(a).cmp(&words.get(b)),
            _ => self.at(b).cmp(&self.at(a)),
        }
    }

    /// Calls `see` with the value of each of some leads.
    fn each(&self, leads: &[u32], mut see: impl FnMut(i64)) {
        match self {
            Key::Narrow(values) => leads.iter().for_each(|lead| see(i64::from(values[*lead as usize]))),
            Key::Wide(values) => leads.iter().for_each(|lead| see(values[*lead as usize])),
            _ => leads.iter().for_each(|lead| see(self.at(*lead))),
        }
    }
}

impl<'s> Words<'s> {
    /// Returns the keys by which texts are in the order of their bytes.
    pub fn keys(self) -> Vec<Key<'s>> {
        let first = (0..EIGHTS).map(|eight| Key::Eight(self, 8 * eight));
        first.chain(std::iter::once(Key::Text(self))).collect()
    }
}

/// So many times eight bytes of a text are told apart by histograms; whose are all the same are compared.
const EIGHTS: usize = 4;

/// Tells which of two leads comes first: by key after key, and at last by its place in the workspace.
pub(super) fn compare(keys: &[Key<'_>], a: u32, b: u32) -> Ordering {
    let by_key = keys.iter().map(|key| key.compare(a, b)).find(|order| order.is_ne());
    by_key.unwrap_or_else(|| a.cmp(&b))
}

/// So many leads are asked for their value to learn from where to where values go.
const ASKED: usize = 1 << 10;

/// How the first key of an order spreads over its leads.
#[derive(Clone, Debug)]
pub struct Lay {
    /// The bucket of each lead, `OUTSIDE` of who is not in the order.
    pub(super) found: Vec<u16>,
    /// Leads in each bucket.
    pub(super) counts: Vec<usize>,
}

impl Lay {
    /// Lays out the leads of which this is said, by the first of some keys.
    pub fn of(keys: &[Key<'_>], members: &[bool]) -> Lay {
        match keys[0] {
            Key::Narrow(values) => Lay::over(values, members),
            Key::Wide(values) => Lay::over(values, members),
            key => {
                let piece = |block: Range<usize>| block.map(|lead| key.at(index(lead))).collect::<Vec<i64>>();
                Lay::over(&shared(blocks(members.len()), piece).concat(), members)
            }
        }
    }

    fn over<T: Tick>(values: &[T], members: &[bool]) -> Lay {
        // Some tell where nearly all are; the few beyond them are in the first and in the last bucket.
        let some = values.iter().step_by(values.len() / ASKED + 1);
        let buckets = Buckets::of(some.map(|value| value.get()));
        let mut found = vec![0; members.len()];
        let mut rest = found.as_mut_slice();
        let blocks = large_blocks(members.len()).into_iter().map(|block| {
            let found = rest.split_off_mut(..block.len()).unwrap_or_default();
            (block, found)
        });
        let pieces = shared(blocks.collect(), |(block, found)| {
            count_buckets(found, &values[block.clone()], &members[block], (T::of(buckets.lo), buckets.shift))
        });
        let mut counts = vec![0; N_BUCKETS];
        for piece in pieces {
            for (all, here) in counts.iter_mut().zip(piece) {
                *all += here as usize;
            }
        }
        Lay { found, counts }
    }

    /// Returns some places of the order, the first counted from 0.
    pub fn page(&self, keys: &[Key<'_>], range: Range<usize>) -> Vec<u32> {
        let all = self.counts.iter().sum();
        let range = range.start.min(all)..range.end.min(all);
        if range.is_empty() {
            return Vec::new();
        }
        let ((first, above), (last, _)) =
            (bucket_at(&self.counts, range.start), bucket_at(&self.counts, range.end - 1));
        part(keys, self.within(last, first), range.start - above..range.end - above)
    }

    /// Returns the leads from one bucket to another, ascending.
    fn within(&self, last: usize, first: usize) -> Vec<u32> {
        let [lo, hi] = [last, first].map(|bucket| u16::try_from(bucket).unwrap_or(LAST_BUCKET));
        let found = |block: Range<usize>| {
            let start = index(block.start);
            let leads = few(&self.found[block], |bucket| (lo..=hi).contains(&bucket)).into_iter();
            leads.map(|lead| start + lead).collect::<Vec<u32>>()
        };
        shared(blocks(self.found.len()), found).concat()
    }

    /// Returns how many leads come before each of some that are laid out too.
    pub fn places(&self, keys: &[Key<'_>], leads: &[u32]) -> Vec<usize> {
        let mut wanted = leads.to_vec();
        wanted.sort_unstable_by(|a, b| compare(keys, *a, *b));
        let bucket = |lead: &u32| usize::from(self.found[*lead as usize].min(LAST_BUCKET));
        let mut near = vec![false; self.counts.len()];
        for lead in &wanted {
            near[bucket(lead)] = true;
        }
        // How many of those near come before each, and after all.
        let before = self.before(keys, &near, &wanted);
        // Whoever is in no bucket of theirs comes before all of a bucket or after.
        let mut clear = vec![0; self.counts.len()];
        for bucket in (0..self.counts.len() - 1).rev() {
            clear[bucket] = clear[bucket + 1] + if near[bucket + 1] { 0 } else { self.counts[bucket + 1] };
        }
        let place = |lead: &u32| {
            let at = wanted.partition_point(|other| compare(keys, *other, *lead).is_lt());
            before[at] + clear[bucket(lead)]
        };
        leads.iter().map(place).collect()
    }

    /// Counts the leads of some buckets that come before each of those wanted, which are in order.
    fn before(&self, keys: &[Key<'_>], near: &[bool], wanted: &[u32]) -> Vec<usize> {
        let counts = shared(blocks(self.found.len()), |block| {
            let mut counts = vec![0; wanted.len() + 1];
            for (lead, bucket) in block.clone().zip(&self.found[block]) {
                if near.get(usize::from(*bucket)) == Some(&true) {
                    let lead = index(lead);
                    counts[wanted.partition_point(|other| compare(keys, *other, lead).is_le())] += 1;
                }
            }
            counts
        });
        let mut before = vec![0; wanted.len() + 1];
        for block in counts {
            for (all, here) in before.iter_mut().zip(block) {
                *all += here;
            }
        }
        for at in 1..before.len() {
            before[at] += before[at - 1];
        }
        before
    }
}

fn index(lead: usize) -> u32 {
    u32::try_from(lead).expect("a lead's index fits 32 bits")
}

/// So many leads are put in order wholly.
const FEW: usize = 4_096;

/// Returns some places of the order of some leads, ascending before: those of a bucket that the places end in are parted again, until
/// they are few.
fn part(keys: &[Key<'_>], mut leads: Vec<u32>, range: Range<usize>) -> Vec<u32> {
    let range = range.start.min(leads.len())..range.end.min(leads.len());
    let Some(key) = keys.first() else { return leads[range].to_vec() };
    if leads.len() <= FEW || range == (0..leads.len()) || matches!(key, Key::Text(_)) {
        return sorted(keys, leads)[range].to_vec();
    }
    let buckets = Buckets::of(leads.iter().map(|lead| key.at(*lead)));
    if buckets.single {
        return part(&keys[1..], leads, range);
    }
    let bucket = |lead: &u32| buckets.at(key.at(*lead));
    let mut counts = vec![0; N_BUCKETS];
    for lead in &leads {
        counts[bucket(lead)] += 1;
    }
    let ((first, above), (last, above_last)) = (bucket_at(&counts, range.start), bucket_at(&counts, range.end - 1));
    leads.retain(|lead| (last..=first).contains(&bucket(lead)));
    if first == last {
        return part(keys, leads, range.start - above..range.end - above);
    }
    let of =
        |wanted: Range<usize>| leads.iter().copied().filter(|lead| wanted.contains(&bucket(lead))).collect::<Vec<_>>();
    [
        part(keys, of(first..first + 1), range.start - above..counts[first]),
        sorted(keys, of(last + 1..first)),
        part(keys, of(last..last + 1), 0..range.end - above_last),
    ]
    .concat()
}

/// So many leads are sorted at a time: what is sorted stays in cache.
const SORTED_AT_ONCE: usize = 1 << 15;

/// Puts ascending leads in order: packed into one number each where 64 bits hold them, and then parts of them at once, by the first
/// bits of that number.
pub(super) fn sorted(keys: &[Key<'_>], mut leads: Vec<u32>) -> Vec<u32> {
    if keys.iter().any(|key| matches!(key, Key::Text(_))) {
        leads.sort_unstable_by(|a, b| compare(keys, *a, *b));
        return leads;
    }
    let spans: Vec<Span> = keys.iter().map(|key| Span::of(*key, &leads)).collect();
    let bits: u32 = spans.iter().map(|span| span.bits).sum();
    if bits > u64::BITS {
        leads.sort_unstable_by(|a, b| compare(keys, *a, *b));
        return leads;
    }
    let in_order = |leads: Vec<u32>| {
        let mut packed = packed(keys, &spans, &leads);
        radix_sort(&mut packed, bits);
        packed.into_iter().map(|(_, lead)| lead).collect::<Vec<u32>>()
    };
    if leads.len() <= SORTED_AT_ONCE {
        return in_order(leads);
    }
    let shift = bits.saturating_sub(BUCKET_BITS);
    // Packed again when their part is sorted: kept, they would take four times the room of everything else.
    let buckets = shared(leads.chunks(BLOCK).collect(), |leads| {
        let bucket = |(packed, _): (u64, u32)| u16::try_from(packed >> shift).unwrap_or(LAST_BUCKET);
        packed(keys, &spans, leads).into_iter().map(bucket).collect::<Vec<u16>>()
    });
    let mut counts = vec![0; N_BUCKETS];
    for bucket in buckets.iter().flatten() {
        counts[usize::from(*bucket)] += 1;
    }
    // Neighbouring buckets are one part until there are enough leads in it.
    let mut part_of = vec![0; N_BUCKETS];
    let mut sizes = vec![0];
    for (part, count) in part_of.iter_mut().zip(counts) {
        if sizes.last().is_some_and(|size| *size >= SORTED_AT_ONCE) {
            sizes.push(0);
        }
        *part = sizes.len() - 1;
        sizes[*part] += count;
    }
    let mut parts: Vec<Vec<u32>> = sizes.into_iter().map(Vec::with_capacity).collect();
    for (lead, bucket) in leads.into_iter().zip(buckets.into_iter().flatten()) {
        parts[part_of[usize::from(bucket)]].push(lead);
    }
    each_shared(parts, in_order).concat()
}

/// Packs the keys of leads into one number each: the lower, the better.
fn packed(keys: &[Key<'_>], spans: &[Span], leads: &[u32]) -> Vec<(u64, u32)> {
    let mut packed: Vec<(u64, u32)> = leads.iter().map(|lead| (0, *lead)).collect();
    for (key, span) in keys.iter().zip(spans) {
        let mut all = packed.iter_mut();
        let put = |below: u64| {
            if let Some((packed, _)) = all.next() {
                *packed = *packed << (span.bits % u64::BITS) | below;
            }
        };
        if span.whole {
            key.each(leads, below::<{ POINT_TICKS.unsigned_abs() }>(span, put));
        } else {
            key.each(leads, below::<1>(span, put));
        }
    }
    packed
}

/// Hands on how many steps a value is below the highest; a step that is known beforehand divides faster.
fn below<const STEP: u64>(span: &Span, mut see: impl FnMut(u64)) -> impl FnMut(i64) {
    let (hi, none) = (span.hi, span.none);
    move |value| see(if value == NONE { none } else { hi.wrapping_sub(value).cast_unsigned() / STEP })
}

/// From where to where a key goes.
struct Span {
    hi: i64,
    /// The number of steps from the highest value to below the lowest: the place of who has no value at all (no event yet).
    none: u64,
    /// Whether all values are whole points apart; a step is a point then.
    whole: bool,
    /// How many bits the steps need.
    bits: u32,
}

impl Span {
    fn of(key: Key<'_>, leads: &[u32]) -> Span {
        let first = leads.first().map_or(0, |lead| key.at(*lead));
        let parts = shared(leads.chunks(BLOCK).collect(), |leads| {
            let (mut lo, mut hi, mut any_none, mut whole) = (i64::MAX, i64::MIN, false, true);
            key.each(leads, |value| {
                any_none |= value == NONE;
                lo = lo.min(if value == NONE { i64::MAX } else { value });
                hi = hi.max(value);
                // Whole points from one to all others are whole points between any two.
                whole = whole && value.wrapping_sub(first) % POINT_TICKS == 0;
            });
            (lo, hi, any_none, whole)
        });
        let start = (i64::MAX, i64::MIN, false, matches!(key, Key::Narrow(_)));
        let (lo, hi, any_none, whole) = parts
            .into_iter()
            .fold(start, |all, part| (all.0.min(part.0), all.1.max(part.1), all.2 | part.2, all.3 & part.3));
        let below = |value: i64| hi.wrapping_sub(value).cast_unsigned();
        let none = if lo > hi { 0 } else { below(lo) / if whole { POINT_TICKS.unsigned_abs() } else { 1 } + 1 };
        let most = if any_none { none } else { none.saturating_sub(1) };
        Span { hi, none, whole, bits: u64::BITS - most.leading_zeros() }
    }
}

/// Bits that one sweep of the sort looks at.
const DIGIT: u32 = 11;

/// Sorts by the lowest `bits` of the numbers, from the lowest digit to the highest; equals stay in order.
fn radix_sort(leads: &mut Vec<(u64, u32)>, bits: u32) {
    let mut other = vec![(0, 0); leads.len()];
    for shift in (0..bits).step_by(DIGIT as usize) {
        let digit = |packed: u64| usize::try_from(packed >> shift & ((1 << DIGIT) - 1)).expect("eleven bits");
        let mut next = vec![0; 1 << DIGIT];
        for (packed, _) in leads.iter() {
            next[digit(*packed)] += 1;
        }
        let mut start = 0;
        for place in &mut next {
            start += std::mem::replace(place, start);
        }
        for lead in leads.iter() {
            let place = &mut next[digit(lead.0)];
            other[*place] = *lead;
            *place += 1;
        }
        std::mem::swap(leads, &mut other);
    }
}
