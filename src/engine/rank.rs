//! The rank order of the scored leads, and its top and next groups.
//!
//! The order is total and stable: the model's keys, all descending, then the lead's place in the workspace.

use std::cmp::Ordering;
use std::ops::Range;

use crate::engine::score::Scores;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::BUCKET_BITS;
use crate::engine::sweep::N_BUCKETS;
use crate::engine::sweep::between;
use crate::engine::sweep::blocks;
use crate::engine::sweep::count_buckets;
use crate::engine::sweep::count_reached;
use crate::engine::sweep::each_shared;
use crate::engine::sweep::extent;
use crate::engine::sweep::shared;
use crate::engine::ticks::POINT_TICKS;
use crate::engine::ticks::Tick;
use crate::engine::ticks::Values;
use crate::model::Model;
use crate::model::RankKey;
use crate::model::Side;

/// One of the three groups that the rank order is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fifth {
    /// The first ceil(share × n).
    Top,
    /// As many again: up to ceil(2 × share × n).
    Next,
    Rest,
}

/// A key of the rank order, for every lead: in ticks, or in seconds. The higher comes first.
#[derive(Clone, Copy)]
enum Key<'s> {
    Narrow(&'s [i32]),
    Wide(&'s [i64]),
    Sum(Values<'s>, Values<'s>),
    /// Everybody is equal.
    Equal,
}

impl<'s> From<Values<'s>> for Key<'s> {
    fn from(values: Values<'s>) -> Key<'s> {
        match values {
            Values::Narrow(values) => Key::Narrow(values),
            Values::Wide(values) => Key::Wide(values),
        }
    }
}

impl Key<'_> {
    fn at(&self, lead: u32) -> i64 {
        match self {
            Key::Narrow(values) => i64::from(values[lead as usize]),
            Key::Wide(values) => values[lead as usize],
            Key::Sum(rows, columns) => rows.ticks(lead as usize) + columns.ticks(lead as usize),
            Key::Equal => 0,
        }
    }

    /// Calls `see` with the value of each of some leads.
    fn each(&self, leads: &[u32], mut see: impl FnMut(i64)) {
        match self {
            Key::Narrow(values) => leads.iter().for_each(|lead| see(i64::from(values[*lead as usize]))),
            Key::Wide(values) => leads.iter().for_each(|lead| see(values[*lead as usize])),
            Key::Sum(..) | Key::Equal => leads.iter().for_each(|lead| see(self.at(*lead))),
        }
    }
}

/// Returns the model's keys, each once: a key said again decides nothing. At least one: without a key everybody is equal.
fn keys<'s>(model: &Model, scores: &'s Scores) -> Vec<Key<'s>> {
    distinct(model)
        .into_iter()
        .map(|key| match key {
            RankKey::Rows => Key::from(scores.values(Side::Rows)),
            RankKey::Columns => Key::from(scores.values(Side::Columns)),
            RankKey::Sum => Key::Sum(scores.values(Side::Rows), scores.values(Side::Columns)),
            RankKey::Recent => Key::Wide(scores.recent()),
        })
        .chain(model.rank_by.is_empty().then_some(Key::Equal))
        .collect()
}

fn distinct(model: &Model) -> Vec<RankKey> {
    let mut keys: Vec<RankKey> = Vec::new();
    for key in &model.rank_by {
        if !keys.contains(key) {
            keys.push(*key);
        }
    }
    keys
}

/// How the rank order is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Each lead's group; `Rest` for leads outside the population too.
    pub fifths: Vec<Fifth>,
    pub n_top: usize,
    pub n_next: usize,
    pub n_rest: usize,
    /// The last lead of the top group, none when nobody is scored.
    pub last_in: Option<usize>,
    /// How many leads in all stand where the last one in does, before a recency that comes last, and place, decide: its ties.
    pub ties: usize,
}

/// Cuts the rank order into top, next and rest.
///
/// One histogram of the first key parts nearly everybody for both cuts at once; `best` decides among those it leaves in doubt.
pub fn cut(model: &Model, scores: &Scores) -> Cut {
    let keys = keys(model, scores);
    let n = scores.size();
    let share = usize::from(model.top_share);
    let n_top = (n * share).div_ceil(100).min(n);
    let n_upto_next = (n * share * 2).div_ceil(100).min(n);
    let wanted = [n_top, n_upto_next];
    let Parted { mut fifths, doubt: [top_doubt, next_doubt], left: [top_left, next_left] } = match &keys[0] {
        Key::Narrow(values) => part(values, scores.inside(), wanted),
        Key::Wide(values) => part(values, scores.inside(), wanted),
        key @ (Key::Sum(..) | Key::Equal) => {
            let all = 0..u32::try_from(scores.inside().len()).expect("a lead's index fits 32 bits");
            part(&all.map(|lead| key.at(lead)).collect::<Vec<i64>>(), scores.inside(), wanted)
        }
    };
    let in_doubt = top_doubt.clone();
    best(&keys, next_doubt, next_left, &mut |lead| fifths[lead as usize] = Fifth::Next);
    let last = best(&keys, top_doubt, top_left, &mut |lead| fifths[lead as usize] = Fifth::Top);
    let deciding = &keys[..deciding_keys(model)];
    let ties = last.map_or(0, |last| {
        let same = |lead: &&u32| deciding.iter().all(|key| key.at(**lead) == key.at(last));
        // Whoever is equal on the first key was in doubt with the last one in.
        if deciding.is_empty() { n } else { in_doubt.iter().filter(same).count() }
    });
    Cut {
        fifths,
        n_top,
        n_next: n_upto_next - n_top,
        n_rest: n - n_upto_next,
        last_in: last.map(|lead| lead as usize),
        ties,
    }
}

/// Leads parted by the histogram of one key.
struct Parted {
    /// Right for all but those in doubt, who are in the lower group.
    fifths: Vec<Fifth>,
    /// For each of the two cuts, the leads in the bucket that it goes through, ascending.
    doubt: [Vec<u32>; 2],
    /// How many of them are above the cut.
    left: [usize; 2],
}

/// Parts leads at the two cuts that leave so many above.
fn part<T: Tick>(values: &[T], inside: &[bool], wanted: [usize; 2]) -> Parted {
    let n = values.len();
    let extents = shared(blocks(n), |block| extent(&values[block.clone()], &inside[block]));
    let (lo, hi) = extents.into_iter().flatten().fold((i64::MAX, i64::MIN), |(lo, hi), (l, h)| (lo.min(l), hi.max(h)));
    let buckets = Buckets::between(lo, hi);
    let place = (buckets.lo, buckets.shift);
    let counts = shared(blocks(n), |block| count_buckets(&values[block.clone()], &inside[block], place));
    let counts = counts.into_iter().fold(vec![0; N_BUCKETS], |mut all: Vec<usize>, block| {
        for (all, here) in all.iter_mut().zip(block) {
            *all += here as usize;
        }
        all
    });
    let [(top_at, top_left), (next_at, next_left)] = wanted.map(|wanted| doubtful(&counts, wanted));
    let mut fifths = vec![Fifth::Rest; n];
    let [tops, nexts] = [top_at, next_at].map(|at| buckets.ends::<T>(at));
    // The first values above them; what is above the last of all values is nobody.
    let beyond = |last: T| Some(T::of(last.get().saturating_add(1))).filter(|edge| *edge > last);
    let edges: Vec<T> = [nexts.1, tops.1].into_iter().filter_map(beyond).collect();
    let pieces = blocks(n).into_iter().zip(fifths.chunks_mut(BLOCK)).collect();
    let doubts = shared(pieces, |(block, fifths): (Range<usize>, &mut [Fifth])| {
        let start = u32::try_from(block.start).expect("a lead's index fits 32 bits");
        let (values, inside) = (&values[block.clone()], &inside[block]);
        let mut above = vec![0; values.len()];
        count_reached(&mut above, values, &edges);
        for ((fifth, above), inside) in fifths.iter_mut().zip(above).zip(inside) {
            *fifth = match above & u8::from(*inside).wrapping_neg() {
                0 => Fifth::Rest,
                1 => Fifth::Next,
                _ => Fifth::Top,
            };
        }
        [tops, nexts].map(|ends| between(values, inside, ends, start))
    });
    let mut doubt = [Vec::with_capacity(counts[top_at]), Vec::with_capacity(counts[next_at])];
    for [top, next] in doubts {
        doubt[0].extend(top);
        doubt[1].extend(next);
    }
    Parted { fifths, doubt, left: [top_left, next_left] }
}

/// Values in equal steps from the smallest to the largest.
#[derive(Clone, Copy)]
struct Buckets {
    lo: i64,
    shift: u32,
    /// Whether all values are one.
    single: bool,
}

impl Buckets {
    fn of(values: impl Iterator<Item = i64>) -> Buckets {
        let (lo, hi) = values.fold((i64::MAX, i64::MIN), |(lo, hi), value| (lo.min(value), hi.max(value)));
        Buckets::between(lo, hi)
    }

    fn between(lo: i64, hi: i64) -> Buckets {
        let bits = u64::BITS - hi.wrapping_sub(lo).cast_unsigned().leading_zeros();
        Buckets { lo, shift: bits.saturating_sub(BUCKET_BITS), single: lo >= hi }
    }

    /// Returns the first and the last value of a bucket.
    fn ends<T: Tick>(self, bucket: usize) -> (T, T) {
        let first = |bucket: usize| i128::from(self.lo) + ((bucket as i128) << self.shift);
        let ticks = |ticks: i128| T::of(i64::try_from(ticks).unwrap_or(i64::MAX));
        (ticks(first(bucket)), ticks(first(bucket + 1) - 1))
    }

    /// Returns a value's bucket; a larger value is in no smaller one.
    fn at(self, value: i64) -> usize {
        let above = value.wrapping_sub(self.lo).cast_unsigned() >> self.shift;
        usize::try_from(above).unwrap_or(usize::MAX) % N_BUCKETS
    }
}

/// Returns the bucket in which the `k` highest end, and how many of it are among them.
fn doubtful(counts: &[usize], mut k: usize) -> (usize, usize) {
    let mut bucket = counts.len() - 1;
    while counts[bucket] < k {
        k -= counts[bucket];
        bucket -= 1;
    }
    (bucket, k)
}

/// Hands over the first `k` of the candidates in rank order, in no order among themselves, and returns the last of them.
///
/// Candidates are ascending. Whoever is clearly in or out is parted by a histogram of a key's values, again and again among
/// those in doubt, key after key: a few sweeps instead of a sort.
fn best(keys: &[Key<'_>], mut candidates: Vec<u32>, mut k: usize, take: &mut impl FnMut(u32)) -> Option<u32> {
    if k == 0 {
        return None;
    }
    for key in keys {
        loop {
            let value = |lead: &u32| key.at(*lead);
            let buckets = Buckets::of(candidates.iter().map(value));
            if buckets.single {
                break;
            }
            let mut counts = vec![0; N_BUCKETS];
            for lead in &candidates {
                counts[buckets.at(value(lead))] += 1;
            }
            let at;
            (at, k) = doubtful(&counts, k);
            candidates.retain(|lead| {
                let bucket = buckets.at(value(lead));
                if bucket > at {
                    take(*lead);
                }
                bucket == at
            });
        }
    }
    candidates.truncate(k);
    for lead in &candidates {
        take(*lead);
    }
    candidates.last().copied()
}

/// Returns how many leading keys decide: recency at the end only breaks ties, unless it is all there is.
fn deciding_keys(model: &Model) -> usize {
    match distinct(model).as_slice() {
        [before @ .., RankKey::Recent] if !before.is_empty() => before.len(),
        keys => keys.len(),
    }
}

/// Returns the scored leads in rank order.
pub fn order(model: &Model, scores: &Scores) -> Vec<u32> {
    sorted(&keys(model, scores), population(scores).collect())
}

/// Returns the leads of the top and of the next group in rank order.
pub fn first_two(model: &Model, scores: &Scores, cut: &Cut) -> Vec<u32> {
    in_groups(model, scores, cut, &[Fifth::Top, Fifth::Next])
}

/// Returns the scored leads that are in neither the top nor the next group in rank order.
pub fn rest(model: &Model, scores: &Scores, cut: &Cut) -> Vec<u32> {
    in_groups(model, scores, cut, &[Fifth::Rest])
}

fn in_groups(model: &Model, scores: &Scores, cut: &Cut, groups: &[Fifth]) -> Vec<u32> {
    let keys = keys(model, scores);
    let all = || (0_u32..).zip(scores.inside().iter().zip(&cut.fifths));
    let of = |group: Fifth| all().filter(move |(_, (inside, of))| **inside && **of == group).map(|(lead, _)| lead);
    groups.iter().map(|group| sorted(&keys, of(*group).collect())).collect::<Vec<_>>().concat()
}

/// Returns where a lead stands in a part of the rank order that it belongs to.
pub fn place_in(order: &[u32], model: &Model, scores: &Scores, lead: u32) -> usize {
    let keys = keys(model, scores);
    order.partition_point(|other| compare(&keys, *other, lead).is_lt())
}

/// Whether a lead comes before another: by key after key, and at last by its place in the workspace.
fn compare(keys: &[Key<'_>], a: u32, b: u32) -> Ordering {
    let by_key = keys.iter().map(|key| key.at(b).cmp(&key.at(a))).find(|order| order.is_ne());
    by_key.unwrap_or_else(|| a.cmp(&b))
}

/// So many leads are sorted at a time: what is sorted stays in cache.
const SORTED_AT_ONCE: usize = 1 << 15;

/// Sorts ascending leads by keys: packed into one number each where 64 bits hold them, and then parts of them at once, by the first
/// bits of that number.
fn sorted(keys: &[Key<'_>], mut leads: Vec<u32>) -> Vec<u32> {
    let spans: Vec<Span> = keys.iter().map(|key| Span::of(*key, &leads)).collect();
    let bits: u32 = spans.iter().map(|span| span.bits).sum();
    if bits > u64::BITS {
        leads.sort_unstable_by(|a, b| compare(keys, *a, *b));
        return leads;
    }
    let packed = shared(leads.chunks(BLOCK).collect(), |leads| packed(keys, &spans, leads));
    let shift = bits.saturating_sub(BUCKET_BITS);
    let bucket = |packed: u64| usize::try_from(packed >> shift).unwrap_or(0) % N_BUCKETS;
    let mut counts = vec![0; N_BUCKETS];
    for (packed, _) in packed.iter().flatten() {
        counts[bucket(*packed)] += 1;
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
    let mut parts: Vec<Vec<(u64, u32)>> = sizes.into_iter().map(Vec::with_capacity).collect();
    for lead in packed.into_iter().flatten() {
        parts[part_of[bucket(lead.0)]].push(lead);
    }
    let in_order = |mut part: Vec<(u64, u32)>| {
        radix_sort(&mut part, bits);
        part.into_iter().map(|(_, lead)| lead).collect::<Vec<u32>>()
    };
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

/// No value: below all others.
const NONE: i64 = i64::MIN;

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

/// Returns the scored leads, ascending.
fn population(scores: &Scores) -> impl Iterator<Item = u32> {
    (0_u32..).zip(scores.inside()).filter(|(_, inside)| **inside).map(|(lead, _)| lead)
}
