//! The least and the most that a model can give, from its text alone. Never here: what it gives to a lead.

use crate::model::Axis;
use crate::model::Criterion;
use crate::model::Degradation;
use crate::model::FRESH;
use crate::model::FULL_SHARE;
use crate::model::Group;
use crate::model::MAX_OCCURRENCES;
use crate::model::POINT;
use crate::model::Reach;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Scale;
use crate::model::Take;

/// Returns the most that an axis's start and groups can give together, in micropoints: what a scale calls its best.
///
/// Floor, ceiling and degradations are left out, and so is what is switched off. None when a criterion may count without
/// limit (at most [`MAX_OCCURRENCES`] times) in a group without a `max`.
pub fn best(axis: &Axis) -> Option<i128> {
    let start = i128::from(axis.start) * i128::from(POINT);
    unlimited(axis).is_none().then(|| axis.groups.iter().map(group_range).fold(start, |sum, (_, most)| sum + most))
}

/// Returns the group and the position in it of the first criterion that gives without limit; none if all are limited.
pub(super) fn unlimited(axis: &Axis) -> Option<(usize, usize)> {
    let open = axis.groups.iter().enumerate().filter(|(_, group)| group.max.is_none());
    let mut found = open.map(|(g, group)| (g, group.criteria.iter().position(gives_without_limit)));
    found.find_map(|(g, c)| c.map(|c| (g, c)))
}

fn gives_without_limit(criterion: &Criterion) -> bool {
    let max = match &criterion.rule {
        Rule::Amount { max, .. } => *max,
        Rule::Activity { repeat: Repeat::Each(max) | Repeat::PerAsset(max), .. } => *max,
        Rule::Match { .. } | Rule::Tiers(_) | Rule::Activity { .. } => 0,
    };
    criterion.on && criterion.weight > 0 && max >= MAX_OCCURRENCES
}

/// Returns the lowest and the highest value that an axis can give a lead, in micropoints.
///
/// Criteria are taken to be independent of one another: each may be at its best or worst whatever the others are, and
/// whatever is lost with time. What is switched off gives nothing. Values too large for a checked model stop at the ends of
/// `i64`.
pub fn theoretical_range(axis: &Axis) -> (i64, i64) {
    let start = i128::from(axis.start) * i128::from(POINT);
    let (lowest, highest) = axis.groups.iter().map(group_range).fold((start, start), add);
    let lowest = degraded(&axis.degradations, lowest, highest);
    let shown = |value| saturated(scaled(axis, clamped(value, axis.floor, axis.ceiling)));
    (shown(lowest), shown(highest))
}

/// Returns the largest size, above or below zero, that the start and the groups of an axis can come to for any lead, whatever
/// is switched on, in micropoints.
pub fn largest_sum(axis: &Axis) -> i128 {
    let size = |group: &Group| {
        let of_criteria: i128 = group.criteria.iter().map(|criterion| largest(contributions(criterion))).sum();
        of_criteria.max(micropoints(group.min.unwrap_or(0))).max(-micropoints(group.max.unwrap_or(0)))
    };
    axis.groups.iter().map(size).sum::<i128>() + micropoints(axis.start).abs()
}

pub(super) fn largest((least, most): (i128, i128)) -> i128 {
    most.max(-least)
}

fn group_range(group: &Group) -> (i128, i128) {
    let criteria = group.criteria.iter().filter(|criterion| criterion.on);
    let (lowest, highest) = criteria.map(contributions).fold((0, 0), add);
    (clamped(lowest, group.min, group.max), clamped(highest, group.min, group.max))
}

fn add(a: (i128, i128), b: (i128, i128)) -> (i128, i128) {
    (a.0 + b.0, a.1 + b.1)
}

/// Clamps micropoints to bounds in points, the upper one last.
fn clamped(value: i128, min: Option<i64>, max: Option<i64>) -> i128 {
    let raised = min.map_or(value, |min| value.max(micropoints(min)));
    max.map_or(raised, |max| raised.min(micropoints(max)))
}

fn micropoints(points: i64) -> i128 {
    i128::from(points) * i128::from(POINT)
}

fn saturated(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

/// Returns the lowest of what is left of any sum from `lowest` to `highest` when time has taken all it can.
///
/// Between two edges of [`Degradation::SlowClimb`] what is left is concave in the sum, so its lowest is at an end.
fn degraded(degradations: &[Degradation], lowest: i128, highest: i128) -> i128 {
    let left = |sum: i128, is_slow: &dyn Fn(i128) -> bool| {
        sum - degradations.iter().map(|d| loss(d, sum, is_slow)).sum::<i128>()
    };
    let ends = [lowest, highest].map(|sum| left(sum, &|below| sum < below));
    let edges = degradations.iter().filter_map(|degradation| match degradation {
        Degradation::SlowClimb { below, .. } => Some(micropoints(*below)),
        Degradation::Inactive(_) => None,
    });
    let edges = edges.filter(|edge| lowest < *edge && *edge <= highest);
    edges.map(|edge| left(edge, &|below| edge <= below)).chain(ends).min().unwrap_or(lowest)
}

/// Returns the most that degradations take together from sums of points up to the given one.
pub(super) fn most_lost(degradations: &[Degradation], sum: i128) -> i128 {
    degradations.iter().map(|degradation| loss(degradation, sum, &|_| true)).sum()
}

/// Returns the most that a degradation takes from a sum of points.
fn loss(degradation: &Degradation, sum: i128, is_slow: &dyn Fn(i128) -> bool) -> i128 {
    match degradation {
        Degradation::Inactive(steps) => steps.iter().map(|step| taken(step.take, sum)).max().unwrap_or(0),
        Degradation::SlowClimb { below, points, .. } if is_slow(micropoints(*below)) => micropoints(*points),
        Degradation::SlowClimb { .. } => 0,
    }
}

fn taken(take: Take, sum: i128) -> i128 {
    match take {
        Take::Points(points) => micropoints(points),
        Take::Percent(percent) => sum.max(0) * i128::from(percent) / 100,
        Take::DownTo(points) => (sum - micropoints(points)).max(0),
    }
}

fn scaled(axis: &Axis, value: i128) -> i128 {
    match (axis.scale, best(axis)) {
        (Scale::Raw, _) => value,
        (Scale::To(lo, hi), Some(best)) if best > 0 => {
            let (lo, hi) = (i128::from(lo), i128::from(hi));
            let points = lo + ((hi - lo) * value.clamp(0, best)).div_euclid(best);
            points * i128::from(POINT)
        }
        // No such model is loaded.
        (Scale::To(..), _) => value,
    }
}

/// Returns the least and the most that a criterion gives when it is on, in micropoints.
pub(super) fn contributions(criterion: &Criterion) -> (i128, i128) {
    let (least, most) = shares(criterion);
    let micropoints = |share: i64| i128::from(criterion.weight) * i128::from(share) * i128::from(FRESH);
    let (a, b) = (micropoints(least), micropoints(most));
    (a.min(b), a.max(b))
}

/// Returns the least and the most percent of its weight that a criterion gives.
fn shares(criterion: &Criterion) -> (i64, i64) {
    let times = |max: u32| i64::from(max.min(MAX_OCCURRENCES)) * FULL_SHARE;
    let mut shares = match &criterion.rule {
        Rule::Match { when, otherwise: 0 } if when.is_everyone() => vec![FULL_SHARE],
        Rule::Match { otherwise, .. } => vec![0, FULL_SHARE, i64::from(*otherwise)],
        Rule::Tiers(tiers) => first_that_holds(tiers.iter().map(|tier| (tier.share, tier.when.is_everyone()))),
        Rule::Amount { max, .. } => vec![0, times(*max)],
        Rule::Activity { repeat, .. } => match repeat {
            Repeat::FewerThan(..) => vec![0, FULL_SHARE],
            Repeat::Once | Repeat::Each(_) | Repeat::PerAsset(_) => vec![0, times(repeat.most().unwrap_or(0))],
            Repeat::Reach(tiers) => first_that_holds(tiers.iter().map(|tier| (tier.share, is_any_number(tier)))),
        },
    };
    if !criterion.scope.is_everyone() {
        shares.push(0);
    }
    (shares.iter().copied().min().unwrap_or(0), shares.iter().copied().max().unwrap_or(0))
}

/// Whether a tier is met by any number of events, none included.
fn is_any_number(tier: &Reach) -> bool {
    tier.at_least == 0 && tier.at_most.is_none()
}

/// Returns the shares that tiers can give, each with whether it always holds; 0 if none may hold.
fn first_that_holds(tiers: impl Iterator<Item = (i8, bool)>) -> Vec<i64> {
    let mut shares = Vec::new();
    for (share, always) in tiers {
        shares.push(i64::from(share));
        if always {
            return shares;
        }
    }
    shares.push(0);
    shares
}
