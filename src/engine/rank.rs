//! The rank order of the scored leads, and its top and next groups.
//!
//! The order is total and stable: the model's keys, all descending, then the lead's place in the workspace.

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

/// Where a lead stands by [`distinct`] keys; compares in rank order.
type Place = ([Reverse<i64>; 4], u32);

/// Returns the model's keys, each once: a key said again decides nothing. At most four, as many as there are kinds.
fn distinct(model: &Model) -> Vec<RankKey> {
    let mut keys: Vec<RankKey> = Vec::new();
    for key in &model.rank_by {
        if !keys.contains(key) {
            keys.push(*key);
        }
    }
    keys
}

/// Returns where a lead stands by these keys.
fn place(keys: &[RankKey], scores: &Scores, lead: usize) -> Place {
    let mut place = [Reverse(0); 4];
    for (slot, key) in place.iter_mut().zip(keys) {
        *slot = Reverse(match key {
            RankKey::Rows => scores.values(Side::Rows)[lead],
            RankKey::Columns => scores.values(Side::Columns)[lead],
            RankKey::Sum => scores.values(Side::Rows)[lead] + scores.values(Side::Columns)[lead],
            RankKey::Recent => scores.recent()[lead],
        });
    }
    (place, u32::try_from(lead).expect("a lead's index fits 32 bits"))
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
pub fn cut(model: &Model, scores: &Scores) -> Cut {
    let keys = distinct(model);
    let mut places: Vec<Place> = population(scores).map(|lead| place(&keys, scores, lead)).collect();
    let n = places.len();
    let share = usize::from(model.top_share);
    let n_top = (n * share).div_ceil(100).min(n);
    let n_upto_next = (n * share * 2).div_ceil(100).min(n);
    if n_upto_next < n {
        places.select_nth_unstable(n_upto_next);
    }
    if n_top > 0 && n_top < n_upto_next {
        places[..n_upto_next].select_nth_unstable(n_top);
    }
    let mut fifths = vec![Fifth::Rest; scores.cells().len()];
    for (index, (_, lead)) in places[..n_upto_next].iter().enumerate() {
        fifths[*lead as usize] = if index < n_top { Fifth::Top } else { Fifth::Next };
    }
    let last = places[..n_top].iter().max().copied();
    let ties = last.map_or(0, |last| {
        let score_keys = score_keys(&keys);
        places.iter().filter(|place| place.0[..score_keys] == last.0[..score_keys]).count()
    });
    Cut {
        fifths,
        n_top,
        n_next: n_upto_next - n_top,
        n_rest: n - n_upto_next,
        last_in: last.map(|(_, lead)| lead as usize),
        ties,
    }
}

/// Returns how many leading keys are scores: what comes after only breaks ties.
fn score_keys(keys: &[RankKey]) -> usize {
    keys.iter().take_while(|key| **key != RankKey::Recent).count()
}

/// Returns the scored leads in rank order.
pub fn order(model: &Model, scores: &Scores) -> Vec<u32> {
    let keys = distinct(model);
    let mut places: Vec<Place> = population(scores).map(|lead| place(&keys, scores, lead)).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, lead)| lead).collect()
}

/// Returns a lead's rank, from 1; none outside the population.
pub fn rank_of(model: &Model, scores: &Scores, lead: usize) -> Option<usize> {
    let keys = distinct(model);
    let own = scores.inside()[lead].then(|| place(&keys, scores, lead))?;
    Some(1 + population(scores).filter(|other| place(&keys, scores, *other) < own).count())
}

fn population(scores: &Scores) -> impl Iterator<Item = usize> {
    scores.inside().iter().enumerate().filter(|(_, inside)| **inside).map(|(lead, _)| lead)
}
