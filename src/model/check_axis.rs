//! What makes an axis loadable: its bounds, groups, degradations, scale and bands. What one criterion looks for is checked in
//! `check_rule`.

use std::collections::HashMap;

use crate::model::Axis;
use crate::model::Band;
use crate::model::Degradation;
use crate::model::Idle;
use crate::model::MAX_DAYS;
use crate::model::MAX_PARTS;
use crate::model::MAX_POINTS;
use crate::model::MAX_SCALE;
use crate::model::POINT;
use crate::model::Scale;
use crate::model::Side;
use crate::model::Step;
use crate::model::Take;
use crate::model::best;
use crate::model::check::Check;
use crate::model::check::Seen;
use crate::model::check::field;
use crate::model::check_rule;
use crate::model::largest_sum;
use crate::model::range::contributions;
use crate::model::range::largest;
use crate::model::range::most_lost;
use crate::model::range::unlimited;
use crate::msg;

/// The largest sum of an axis's contributions, in micropoints: far enough below `i64::MAX` that nothing overflows.
const MAX_SUM: i128 = i64::MAX as i128 / 4;

/// Checks an axis; `criteria` are the names of those seen on the other one.
pub(super) fn axis(check: &mut Check, side: Side, axis: &Axis, criteria: &mut Seen) {
    let own = field(side);
    check.words("name", &axis.name);
    check.bounds(own, "start", axis.start, -MAX_POINTS..=MAX_POINTS);
    range(check, own, ("floor", axis.floor), ("ceiling", axis.ceiling));
    scale(check, own, axis);
    let mut names = HashMap::new();
    check.each("groups", &axis.groups, |check, _, group| {
        check.name(&group.name, "name", (msg!("model-one-group"), msg!("model-several-groups")), &mut names);
        check.words("title", &group.title);
        range(check, &group.name, ("min", group.min), ("max", group.max));
        check.each("criteria", &group.criteria, |check, _, criterion| {
            let nouns = (msg!("model-one-criterion"), msg!("model-several-criteria"));
            check.name(&criterion.name, "name", nouns, criteria);
            check_rule::criterion(check, criterion);
        });
    });
    check.count("degradations", axis.degradations.len(), MAX_PARTS);
    check.each("degradations", &axis.degradations, |check, _, lost| degradation(check, lost));
    sum(check, axis);
    bands(check, &axis.bands);
}

fn range(check: &mut Check, of: &str, low: (&'static str, Option<i64>), high: (&'static str, Option<i64>)) {
    for (what, number) in [low, high] {
        check.bounds(of, what, number.unwrap_or(0), -MAX_POINTS..=MAX_POINTS);
    }
    if let (Some(least), Some(most)) = (low.1, high.1)
        && least > most
    {
        let text = msg!("model-reversed-bounds", of = of, low = low.0, least = least, high = high.0, most = most);
        check.within(&[Step::Field(low.0)], |check| check.fault(text));
    }
}

/// A scale needs two ends in order, and a best that is known and above zero.
fn scale(check: &mut Check, own: &str, axis: &Axis) {
    let Scale::To(lo, hi) = axis.scale else { return };
    check.within(&[Step::Field("scale")], |check| {
        check.bounds(own, "To", lo, -MAX_SCALE..=MAX_SCALE);
        check.within(&[Step::Item(1)], |check| check.bounds(own, "To", hi, -MAX_SCALE..=MAX_SCALE));
        if lo >= hi {
            check.fault(msg!("model-scale-reversed", axis = own, low = lo, high = hi));
        }
        if best(axis).is_some_and(|best| best <= 0) {
            check.fault(msg!("model-scale-without-best", axis = own));
        }
    });
    if let Some((g, c)) = unlimited(axis) {
        let steps = [Step::Field("groups"), Step::Item(g), Step::Field("criteria"), Step::Item(c)];
        let (group, criterion) = (&axis.groups[g].name, &axis.groups[g].criteria[c].name);
        let text = msg!("model-scale-unbounded", axis = own, criterion = criterion);
        let hint = msg!("model-hint-limit", criterion = criterion, group = group);
        check.within(&steps, |check| check.fault_hint(text, hint));
    }
}

fn degradation(check: &mut Check, degradation: &Degradation) {
    match degradation {
        Degradation::Inactive(steps) => {
            check.within(&[Step::Item(0)], |check| {
                check.filled("Inactive", "Inactive", steps.len());
                check.count("Inactive", steps.len(), MAX_PARTS);
                for (index, step) in steps.iter().enumerate() {
                    let before = index.checked_sub(1).map(|before| &steps[before]);
                    check.within(&[Step::Item(index)], |check| idle(check, step, before));
                }
            });
        }
        Degradation::SlowClimb { gain, over, below, points } => {
            let of = "SlowClimb";
            check.bounds(of, "gain", *gain, 0..=MAX_POINTS);
            check.bounds(of, "over", i64::from(*over), 1..=i64::from(MAX_DAYS));
            check.bounds(of, "below", *below, -MAX_POINTS..=MAX_POINTS);
            check.bounds(of, "points", *points, 0..=MAX_POINTS);
        }
    }
}

fn idle(check: &mut Check, step: &Idle, before: Option<&Idle>) {
    let of = "Inactive";
    check.bounds(of, "days", i64::from(step.days), 1..=i64::from(MAX_DAYS));
    if let Some(before) = before.filter(|before| step.days <= before.days) {
        let text = msg!("model-idle-order", days = step.days, before = before.days);
        check.within(&[Step::Field("days")], |check| check.fault(text));
    }
    check.within(&[Step::Field("take")], |check| match step.take {
        Take::Points(points) => check.bounds(of, "Points", points, 0..=MAX_POINTS),
        Take::Percent(percent) => check.bounds(of, "Percent", i64::from(percent), 0..=100),
        Take::DownTo(points) => check.bounds(of, "DownTo", points, -MAX_POINTS..=MAX_POINTS),
    });
}

/// Refuses an axis whose values could overflow, whatever the leads.
fn sum(check: &mut Check, axis: &Axis) {
    let total = largest_sum(axis);
    if total + most_lost(&axis.degradations, total) < MAX_SUM {
        return;
    }
    let criteria = axis.groups.iter().enumerate().flat_map(|(g, group)| {
        let criteria = group.criteria.iter().enumerate();
        criteria.map(move |(c, criterion)| (largest(contributions(criterion)), g, c, criterion))
    });
    // The first of the heaviest: the same one on every run.
    let heaviest = criteria.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let limit = i64::try_from(MAX_SUM / i128::from(POINT)).unwrap_or(i64::MAX);
    match heaviest {
        Some((_, g, c, criterion)) => {
            let steps = [Step::Field("groups"), Step::Item(g), Step::Field("criteria"), Step::Item(c)];
            let text = msg!("model-sum-too-large", limit = limit, criterion = &criterion.name);
            check.within(&steps, |check| check.fault(text));
        }
        None => check.fault(msg!("model-bounds-too-large", limit = limit)),
    }
}

fn bands(check: &mut Check, bands: &[Band]) {
    if bands.len() > MAX_PARTS {
        let text = msg!("model-many-bands", n = bands.len(), limit = MAX_PARTS);
        check.within(&[Step::Field("bands")], |check| check.fault(text));
    }
    let mut names = HashMap::new();
    check.each("bands", bands, |check, index, band| {
        check.name(&band.label, "label", (msg!("model-one-band"), msg!("model-several-bands")), &mut names);
        check.bounds(&band.label, "from", band.from.unwrap_or(0), -MAX_POINTS..=MAX_POINTS);
        let before = index.checked_sub(1).map(|before| &bands[before]);
        let text = match (before, band.from) {
            (None, Some(_)) => msg!("model-first-band", band = &band.label),
            (Some(_), None) => msg!("model-band-without-from", band = &band.label),
            (Some(Band { label, from: Some(lower) }), Some(from)) if from <= *lower => {
                msg!("model-band-order", band = &band.label, from = from, before = label, lower = *lower)
            }
            _ => return,
        };
        check.within(&[Step::Field("from")], |check| check.fault(text));
    });
}
