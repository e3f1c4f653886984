//! The rank order of the scored leads, and its top and next groups.
//!
//! The order is total and stable: the model's keys, all descending, then the lead's place in the workspace.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::engine::score::Scores;
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
enum Key<'s> {
    Narrow(&'s [i32]),
    Wide(Cow<'s, [i64]>),
}

impl<'s> From<Values<'s>> for Key<'s> {
    fn from(values: Values<'s>) -> Key<'s> {
        match values {
            Values::Narrow(values) => Key::Narrow(values),
            Values::Wide(values) => Key::Wide(Cow::Borrowed(values)),
        }
    }
}

impl Key<'_> {
    fn at(&self, lead: u32) -> i64 {
        match self {
            Key::Narrow(values) => i64::from(values[lead as usize]),
            Key::Wide(values) => values[lead as usize],
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
            RankKey::Sum => {
                let (rows, columns) = (scores.values(Side::Rows), scores.values(Side::Columns));
                Key::Wide((0..rows.len()).map(|lead| rows.ticks(lead) + columns.ticks(lead)).collect())
            }
            RankKey::Recent => Key::Wide(Cow::Borrowed(scores.recent())),
        })
        .chain(model.rank_by.is_empty().then(|| Key::Wide(vec![0; scores.cells().len()].into())))
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
    let population = || values.iter().zip(inside).filter(|(_, inside)| **inside).map(|(value, _)| *value);
    let buckets = Buckets::of(population().map(Tick::get));
    let mut counts = vec![0; N_BUCKETS];
    for value in population() {
        counts[buckets.at(value.get())] += 1;
    }
    let [(top_at, top_left), (next_at, next_left)] = wanted.map(|wanted| doubtful(&counts, wanted));
    let mut doubt = [Vec::with_capacity(counts[top_at]), Vec::with_capacity(counts[next_at])];
    let mut fifths = vec![Fifth::Rest; inside.len()];
    for ((lead, fifth), (value, inside)) in (0_u32..).zip(&mut fifths).zip(values.iter().zip(inside)) {
        if *inside {
            let bucket = buckets.at(value.get());
            *fifth = if bucket > top_at {
                Fifth::Top
            } else if bucket > next_at {
                Fifth::Next
            } else {
                Fifth::Rest
            };
            if bucket == top_at {
                doubt[0].push(lead);
            }
            if bucket == next_at {
                doubt[1].push(lead);
            }
        }
    }
    Parted { fifths, doubt, left: [top_left, next_left] }
}

/// How finely candidates are told apart at a time: as powers of two.
const BUCKET_BITS: u32 = 12;
const N_BUCKETS: usize = 1 << BUCKET_BITS;

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
        let bits = u64::BITS - hi.wrapping_sub(lo).cast_unsigned().leading_zeros();
        Buckets { lo, shift: bits.saturating_sub(BUCKET_BITS), single: lo >= hi }
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

/// Sorts ascending leads by keys: packed into one number each where 64 bits hold them, which sorts in a few sweeps.
fn sorted(keys: &[Key<'_>], mut leads: Vec<u32>) -> Vec<u32> {
    let spans: Vec<Span> = keys.iter().map(|key| Span::of(key, &leads)).collect();
    let bits: u32 = spans.iter().map(|span| span.bits).sum();
    if bits > u64::BITS {
        leads.sort_by(|a, b| {
            let by_key = keys.iter().map(|key| key.at(*b).cmp(&key.at(*a))).find(|order| order.is_ne());
            by_key.unwrap_or(Ordering::Equal)
        });
        return leads;
    }
    let pack = |lead: u32| {
        let packed = keys
            .iter()
            .zip(&spans)
            .fold(0, |packed, (key, span)| packed << (span.bits % u64::BITS) | span.below_highest(key.at(lead)));
        (packed, lead)
    };
    let mut packed: Vec<(u64, u32)> = leads.iter().map(|lead| pack(*lead)).collect();
    radix_sort(&mut packed, bits);
    packed.into_iter().map(|(_, lead)| lead).collect()
}

/// No value: below all others.
const NONE: i64 = i64::MIN;

/// From where to where a key goes.
struct Span {
    hi: i64,
    /// The number of steps from the highest value to below the lowest: the place of who has no value at all (no event yet).
    none: u64,
    /// What all values are multiples of, counted down from the highest: whole points, mostly.
    step: u64,
    /// How many bits the steps need.
    bits: u32,
}

impl Span {
    fn of(key: &Key<'_>, leads: &[u32]) -> Span {
        let values = || leads.iter().map(|lead| key.at(*lead));
        let known = || values().filter(|value| *value != NONE);
        let (lo, hi) = known().fold((i64::MAX, i64::MIN), |(lo, hi), value| (lo.min(value), hi.max(value)));
        let below = |value: i64| hi.wrapping_sub(value).cast_unsigned();
        let points = POINT_TICKS.unsigned_abs();
        let whole = matches!(key, Key::Narrow(_)) && values().all(|value| below(value) % points == 0);
        let step = if whole { points } else { 1 };
        let none = if lo > hi { 0 } else { below(lo) / step + 1 };
        let most = if values().any(|value| value == NONE) { none } else { none.saturating_sub(1) };
        Span { hi, none, step, bits: u64::BITS - most.leading_zeros() }
    }

    fn below_highest(&self, value: i64) -> u64 {
        if value == NONE { self.none } else { self.hi.wrapping_sub(value).cast_unsigned() / self.step }
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
