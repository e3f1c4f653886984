//! The rank order of the scored leads, and its top and next groups.
//!
//! The order is total and stable: the model's keys, all descending, then the lead's place in the workspace.

use std::ops::Range;

use crate::engine::order::Buckets;
use crate::engine::order::First;
use crate::engine::order::Key;
use crate::engine::order::Lay;
use crate::engine::order::compare;
use crate::engine::order::sorted;
use crate::engine::score::Scores;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::N_BUCKETS;
use crate::engine::sweep::between;
use crate::engine::sweep::blocks;
use crate::engine::sweep::count_reached;
use crate::engine::sweep::shared;
use crate::engine::ticks::Tick;
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

/// Returns the model's keys, each once: a key said again decides nothing. At least one: without a key everybody is equal.
pub fn keys<'s>(model: &Model, scores: &'s Scores) -> Vec<Key<'s>> {
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

/// Returns how the first key of the rank order spreads over the scored leads.
pub fn lay(model: &Model, scores: &Scores) -> Lay {
    Lay::of(&keys(model, scores), scores.inside())
}

/// Cuts the rank order into top, next and rest.
pub fn cut(model: &Model, scores: &Scores) -> Cut {
    cut_as_laid(model, scores, &lay(model, scores))
}

/// Cuts the rank order as its first key spreads: that parts nearly everybody for both cuts at once; `best` decides among those it
/// leaves in doubt.
pub fn cut_as_laid(model: &Model, scores: &Scores, lay: &Lay) -> Cut {
    let keys = keys(model, scores);
    let n = scores.size();
    let share = usize::from(model.top_share);
    let n_top = (n * share).div_ceil(100).min(n);
    let n_upto_next = (n * share * 2).div_ceil(100).min(n);
    let wanted = [n_top, n_upto_next];
    let parted = match lay.first(&keys) {
        First::Narrow(values) => part(values, scores.inside(), lay, wanted),
        First::Wide(values) => part(values, scores.inside(), lay, wanted),
    };
    let Parted { mut fifths, doubt: [top_doubt, next_doubt], left: [top_left, next_left] } = parted;
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
fn part<T: Tick>(values: &[T], inside: &[bool], lay: &Lay, wanted: [usize; 2]) -> Parted {
    let n = values.len();
    let (buckets, counts) = (lay.buckets, &lay.counts);
    let [(top_at, top_left), (next_at, next_left)] = wanted.map(|wanted| doubtful(counts, wanted));
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

/// Returns where a lead stands in the rank order.
pub fn place_in(order: &[u32], model: &Model, scores: &Scores, lead: u32) -> usize {
    let keys = keys(model, scores);
    order.partition_point(|other| compare(&keys, *other, lead).is_lt())
}

/// Returns the scored leads, ascending.
fn population(scores: &Scores) -> impl Iterator<Item = u32> {
    (0_u32..).zip(scores.inside()).filter(|(_, inside)| **inside).map(|(lead, _)| lead)
}
