//! The rank order of the scored leads, and its top and next groups.
//!
//! The order is total and stable: the model's keys, all descending, then the lead's place in the workspace.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::engine::score::Scores;
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

/// Returns the columns of the model's keys, each key once: a key said again decides nothing. At least one: without a key
/// everybody is equal.
fn columns<'s>(model: &Model, scores: &'s Scores) -> Vec<Cow<'s, [i64]>> {
    distinct(model)
        .into_iter()
        .map(|key| match key {
            RankKey::Rows => Cow::Borrowed(scores.values(Side::Rows)),
            RankKey::Columns => Cow::Borrowed(scores.values(Side::Columns)),
            RankKey::Sum => {
                let both = scores.values(Side::Rows).iter().zip(scores.values(Side::Columns));
                Cow::Owned(both.map(|(row, column)| row + column).collect())
            }
            RankKey::Recent => Cow::Borrowed(scores.recent()),
        })
        .chain(model.rank_by.is_empty().then(|| Cow::Owned(vec![0; scores.cells().len()])))
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
    /// How many leads in all stand where the last one in does, before recency and place decide: its ties.
    pub ties: usize,
}

/// Cuts the rank order into top, next and rest.
///
/// One histogram of the first key parts nearly everybody for both cuts at once; `best` decides among those it leaves in doubt.
pub fn cut(model: &Model, scores: &Scores) -> Cut {
    let columns = columns(model, scores);
    let n = scores.size();
    let share = usize::from(model.top_share);
    let n_top = (n * share).div_ceil(100).min(n);
    let n_upto_next = (n * share * 2).div_ceil(100).min(n);
    let first = &columns[0];
    let inside = scores.inside();
    let buckets = Buckets::of(population(scores).map(|lead| first[lead as usize]));
    let mut counts = vec![0; N_BUCKETS];
    for (value, inside) in first.iter().zip(inside) {
        if *inside {
            counts[buckets.at(*value)] += 1;
        }
    }
    let (top_at, top_left) = doubtful(&counts, n_top);
    let (next_at, next_left) = doubtful(&counts, n_upto_next);
    let mut fifths = vec![Fifth::Rest; inside.len()];
    let (mut top_doubt, mut next_doubt) = (Vec::new(), Vec::new());
    for ((lead, fifth), (value, inside)) in (0_u32..).zip(&mut fifths).zip(first.iter().zip(inside)) {
        if *inside {
            let bucket = buckets.at(*value);
            if bucket > top_at {
                *fifth = Fifth::Top;
            } else if bucket > next_at {
                *fifth = Fifth::Next;
            }
            if bucket == top_at {
                top_doubt.push(lead);
            }
            if bucket == next_at {
                next_doubt.push(lead);
            }
        }
    }
    best(&columns, next_doubt, next_left, &mut |lead| fifths[lead as usize] = Fifth::Next);
    let last = best(&columns, top_doubt, top_left, &mut |lead| fifths[lead as usize] = Fifth::Top);
    let by_score = &columns[..score_keys(model)];
    let ties = last.map_or(0, |last| {
        let same = |lead: &u32| by_score.iter().all(|column| column[*lead as usize] == column[last as usize]);
        population(scores).filter(same).count()
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
fn best(columns: &[Cow<'_, [i64]>], mut candidates: Vec<u32>, mut k: usize, take: &mut impl FnMut(u32)) -> Option<u32> {
    if k == 0 {
        return None;
    }
    for column in columns {
        loop {
            let value = |lead: &u32| column[*lead as usize];
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

/// Returns how many leading keys are scores: what comes after only breaks ties.
fn score_keys(model: &Model) -> usize {
    distinct(model).iter().take_while(|key| **key != RankKey::Recent).count()
}

/// Returns the scored leads in rank order.
pub fn order(model: &Model, scores: &Scores) -> Vec<u32> {
    let mut leads: Vec<u32> = population(scores).collect();
    sort(&columns(model, scores), &mut leads);
    leads
}

/// Sorts ascending leads by one key, then the runs that are equal on it by the next.
fn sort(columns: &[Cow<'_, [i64]>], leads: &mut [u32]) {
    let Some((column, rest)) = columns.split_first() else { return };
    let mut keyed: Vec<(Reverse<i64>, u32)> =
        leads.iter().map(|lead| (Reverse(column[*lead as usize]), *lead)).collect();
    keyed.sort_unstable();
    for (lead, (_, sorted)) in leads.iter_mut().zip(&keyed) {
        *lead = *sorted;
    }
    let mut start = 0;
    for run in keyed.chunk_by(|a, b| a.0 == b.0) {
        if run.len() > 1 {
            sort(rest, &mut leads[start..start + run.len()]);
        }
        start += run.len();
    }
}

/// Returns the scored leads, ascending.
fn population(scores: &Scores) -> impl Iterator<Item = u32> {
    (0_u32..).zip(scores.inside()).filter(|(_, inside)| **inside).map(|(lead, _)| lead)
}
