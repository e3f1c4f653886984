//! The rank order of the scored leads, and its top and next groups.
//!
//! The order is total and stable: the model's keys, all descending, then the lead's place in the workspace.

use std::ops::Range;

use crate::engine::buckets::bucket_at;
use crate::engine::order::Key;
use crate::engine::order::Lay;
use crate::engine::order::compare;
use crate::engine::order::sorted;
use crate::engine::score::Scores;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::OUTSIDE;
use crate::engine::sweep::blocks;
use crate::engine::sweep::both;
use crate::engine::sweep::few;
use crate::engine::sweep::map;
use crate::engine::sweep::shared;
use crate::engine::sweep::together;
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
            RankKey::Recent => Key::Recent(scores.recent()),
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
    together(|| Lay::of(&keys(model, scores), scores.inside()))
}

/// Cuts the rank order into top, next and rest.
pub fn cut(model: &Model, scores: &Scores) -> Cut {
    cut_as_laid(model, scores, &lay(model, scores))
}

/// Cuts the rank order as its first key spreads: that parts nearly everybody for both cuts at once; `best` decides among those it
/// leaves in doubt.
pub fn cut_as_laid(model: &Model, scores: &Scores, lay: &Lay) -> Cut {
    together(|| cut_in_one(model, scores, lay))
}

fn cut_in_one(model: &Model, scores: &Scores, lay: &Lay) -> Cut {
    let keys = keys(model, scores);
    let n = scores.size();
    let share = usize::from(model.top_share);
    let n_top = (n * share).div_ceil(100).min(n);
    let n_upto_next = (n * share * 2).div_ceil(100).min(n);
    let wanted = [n_top, n_upto_next];
    let Parted { mut fifths, doubt: [top_doubt, next_doubt], left: [top_left, next_left] } = part(lay, wanted);
    let deciding = deciding_keys(model);
    let [top, next] =
        both(|| best(&keys, deciding, top_doubt, top_left), || best(&keys, deciding, next_doubt, next_left));
    next.leads.iter().for_each(|lead| fifths[*lead as usize] = Fifth::Next);
    top.leads.iter().for_each(|lead| fifths[*lead as usize] = Fifth::Top);
    Cut {
        fifths,
        n_top,
        n_next: n_upto_next - n_top,
        n_rest: n - n_upto_next,
        last_in: top.leads.last().map(|lead| *lead as usize),
        // Whoever is equal on the first key was in doubt with the last one in; without a key that decides, everybody is equal.
        ties: if deciding == 0 && n_top > 0 { n } else { top.ties },
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
fn part(lay: &Lay, wanted: [usize; 2]) -> Parted {
    // The buckets that the cuts go through, and how many are above them.
    let [(top_at, top_above), (next_at, next_above)] =
        wanted.map(|wanted| bucket_at(&lay.counts, wanted.saturating_sub(1)));
    let [top, next] = [top_at, next_at].map(|bucket| u16::try_from(bucket).unwrap_or(OUTSIDE));
    // One more, and who is outside is below all.
    let (top_from, next_from) = (top + 2, next + 2);
    let group = |bucket: u16| {
        let from = bucket.wrapping_add(1);
        let below = if from >= next_from { Fifth::Next } else { Fifth::Rest };
        if from >= top_from { Fifth::Top } else { below }
    };
    let mut fifths = vec![Fifth::Rest; lay.found.len()];
    let pieces = blocks(fifths.len()).into_iter().zip(fifths.chunks_mut(BLOCK)).collect();
    let found = shared(pieces, |(block, fifths): (Range<usize>, &mut [Fifth])| {
        let buckets = &lay.found[block.clone()];
        map(fifths, buckets, group);
        let start = u32::try_from(block.start).expect("a lead's index fits 32 bits");
        [top, next].map(|doubt| few(buckets, |bucket| bucket == doubt).into_iter().map(move |lead| start + lead))
    });
    let mut doubt = [Vec::with_capacity(lay.counts[top_at]), Vec::with_capacity(lay.counts[next_at])];
    for [top, next] in found {
        doubt[0].extend(top);
        doubt[1].extend(next);
    }
    Parted { fifths, doubt, left: [wanted[0] - top_above, wanted[1] - next_above] }
}

/// The first of some leads in rank order.
#[derive(Default)]
struct Best {
    /// In no order but that the last of them is last.
    leads: Vec<u32>,
    /// How many of all are equal to the last on the keys that decide.
    ties: usize,
}

/// Finds the first `k` of some leads, which are ascending: key after key, those above the `k`th value are in, and those that have it
/// in doubt.
fn best(keys: &[Key<'_>], deciding: usize, mut doubt: Vec<u32>, k: usize) -> Best {
    let mut best = Best::default();
    if k == 0 {
        return best;
    }
    for (key, turn) in keys.iter().zip(1..) {
        let values: Vec<i64> = doubt.iter().map(|lead| key.at(*lead)).collect();
        let last = k - best.leads.len() - 1;
        let edge = *values.clone().select_nth_unstable_by(last, |a, b| b.cmp(a)).1;
        let above = doubt.iter().zip(&values).filter(|(_, value)| **value > edge);
        best.leads.extend(above.map(|(lead, _)| *lead));
        let mut values = values.iter();
        doubt.retain(|_| values.next().is_some_and(|value| *value == edge));
        if turn == deciding {
            best.ties = doubt.len();
        }
    }
    best.leads.extend_from_slice(&doubt[..k - best.leads.len()]);
    best
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
