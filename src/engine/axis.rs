//! One axis of all leads: what its criteria found, summed by group, less what is lost with time, bounded, scaled, cut into bands.
//!
//! Never here: what a criterion looks for (`hits`), or what the two axes make together (`score`).

use std::ops::Range;
use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::events::select;
use crate::engine::hits;
use crate::engine::hits::Hits;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::model::Axis;
use crate::model::Criterion;
use crate::model::Degradation;
use crate::model::Filter;
use crate::model::Group;
use crate::model::Idle;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Scale;
use crate::model::Take;
use crate::model::best;

const DAY: i64 = 86_400;

/// One axis of all leads.
#[derive(Clone, Debug, Default)]
pub(super) struct AxisScores {
    pub(super) groups: Vec<GroupScores>,
    /// The same criteria at earlier instants, one for each length of time that a slow climb looks back.
    earlier: Vec<Earlier>,
    /// How long each lead has been idle, one for each inactivity among the degradations, in their order.
    idle: Vec<Idleness>,
    /// Micropoints, as they are shown: after degradations, bounds and scale.
    pub(super) values: Vec<i64>,
    /// Bands of the axis, from the lowest.
    pub(super) bands: Vec<u8>,
    /// The highest sum there can be, which a scaled axis is measured against, in micropoints.
    best: i64,
    /// Whether values and bands are still those of the model before.
    pub(super) stale: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct GroupScores {
    pub(super) criteria: Vec<CriterionScores>,
    /// Sum of the criteria in micropoints, before the group's caps.
    pub(super) sums: Vec<i64>,
}

#[derive(Clone, Debug)]
struct Earlier {
    /// Days before as-of.
    over: u32,
    groups: Vec<GroupScores>,
    /// 1 for leads that are not known to be younger than that.
    old_enough: Arc<Vec<u8>>,
}

#[derive(Clone, Debug)]
struct Idleness {
    days: Vec<u32>,
    /// What breaks the idleness: the filters of the criteria that count, with their scopes.
    broken_by: Vec<(Filter, Predicate)>,
    /// The step each lead has reached, from 1; 0 = none.
    reached: Arc<Vec<u8>>,
}

/// What one criterion found; shared between the scores that hold it unchanged.
#[derive(Clone, Debug)]
pub struct CriterionScores {
    pub hits: Arc<Hits>,
    /// Why the criterion cannot be read against these leads; it then scores nothing.
    pub problem: Option<DataError>,
    /// How many leads of the population it gives any points, whatever its weight.
    pub touched: usize,
    /// The weight in force: 0 when the criterion is off.
    pub(super) weight: i64,
    pub(super) rule: Rule,
    pub(super) scope: Predicate,
    as_of: i64,
}

/// What axes are worked out from, and what was found before.
pub(super) struct Ground<'a> {
    pub(super) data: &'a Dataset,
    pub(super) as_of: i64,
    /// Who is in the population.
    pub(super) inside: &'a [bool],
    /// Whether the model's own fields are not what they were.
    pub(super) new_fields: bool,
    /// What was found under the model before, where it still holds.
    pub(super) known: Vec<CriterionScores>,
}

impl AxisScores {
    /// Returns what every criterion found, for those that come after.
    pub(super) fn found(&self) -> impl Iterator<Item = &CriterionScores> {
        let earlier = self.earlier.iter().flat_map(|earlier| &earlier.groups);
        self.groups.iter().chain(earlier).flat_map(|group| &group.criteria)
    }

    /// Brings the sums of the groups up to a changed axis; tells in `stale` whether values have to be worked out again.
    pub(super) fn bring_up(&mut self, axis: &Axis, before: &Axis, ground: &Ground<'_>) {
        let n = ground.data.n_leads();
        let best = match axis.scale {
            Scale::Raw => 0,
            Scale::To(..) => best(axis).and_then(|best| i64::try_from(best).ok()).unwrap_or(0),
        };
        let mut stale = self.values.len() != n || !same_frame(axis, before) || best != self.best;
        self.best = best;
        self.groups = bring_up(&axis.groups, std::mem::take(&mut self.groups), ground, ground.as_of, &mut stale);
        self.bring_up_earlier(axis, ground, &mut stale);
        self.bring_up_idle(axis, ground, &mut stale);
        self.values.resize(n, 0);
        self.bands.resize(n, 0);
        self.stale = stale;
    }

    fn bring_up_earlier(&mut self, axis: &Axis, ground: &Ground<'_>, stale: &mut bool) {
        let mut old = std::mem::take(&mut self.earlier);
        if ground.new_fields {
            *stale |= !old.is_empty();
            old.clear();
        }
        for degradation in &axis.degradations {
            let Degradation::SlowClimb { over, .. } = degradation else { continue };
            if self.earlier.iter().any(|earlier| earlier.over == *over) {
                continue;
            }
            let instant = ground.as_of - i64::from(*over) * DAY;
            let same = old.iter().position(|earlier| earlier.over == *over).map(|same| old.swap_remove(same));
            let (groups, old_enough) = same.map_or_else(
                || (Vec::new(), Arc::new(old_enough(ground.data, instant))),
                |same| (same.groups, same.old_enough),
            );
            let groups = bring_up(&axis.groups, groups, ground, instant, stale);
            self.earlier.push(Earlier { over: *over, groups, old_enough });
        }
    }

    fn bring_up_idle(&mut self, axis: &Axis, ground: &Ground<'_>, stale: &mut bool) {
        let mut old = std::mem::take(&mut self.idle);
        if ground.new_fields {
            old.clear();
        }
        let broken_by = broken_by(axis);
        let mut last = None;
        for degradation in &axis.degradations {
            let Degradation::Inactive(steps) = degradation else { continue };
            let days: Vec<u32> = steps.iter().map(|step| step.days).collect();
            let same = old.iter().find(|idle| idle.days == days && idle.broken_by == broken_by);
            self.idle.push(same.cloned().unwrap_or_else(|| {
                *stale = true;
                let last = last.get_or_insert_with(|| last_counted(&broken_by, ground.data, ground.as_of));
                let reached = Arc::new(steps_reached(&days, last, ground.as_of));
                Idleness { days, broken_by: broken_by.clone(), reached }
            }));
        }
    }

    /// Works out the values and bands of a block of leads from the sums of the groups.
    pub(super) fn place(&mut self, axis: &Axis, block: Range<usize>) {
        let values = &mut self.values[block.clone()];
        sum_up(axis, &self.groups, block.clone(), values);
        if !axis.degradations.is_empty() {
            let before = values.to_vec();
            self.degrade(axis, block.clone(), &before);
        }
        let values = &mut self.values[block.clone()];
        let (floor, ceiling) = bounds(axis.floor, axis.ceiling);
        if (floor, ceiling) != (i64::MIN, i64::MAX) {
            for value in values.iter_mut() {
                *value = (*value).clamp(floor, ceiling);
            }
        }
        if let Scale::To(lo, hi) = axis.scale {
            for value in values.iter_mut() {
                *value = scaled(*value, lo, hi, self.best);
            }
        }
        let values = &self.values[block.clone()];
        let bands = &mut self.bands[block];
        bands.fill(0);
        for from in axis.bands.iter().filter_map(|band| band.from) {
            count_reached(bands, values, from * POINT);
        }
    }

    /// Takes from the values of a block what its degradations take, each from the sums as they were `before` any.
    fn degrade(&mut self, axis: &Axis, block: Range<usize>, before: &[i64]) {
        let mut idle = self.idle.iter();
        let values = &mut self.values[block.clone()];
        for degradation in &axis.degradations {
            match degradation {
                Degradation::Inactive(steps) => {
                    let idle = idle.next().expect("every inactivity was brought up");
                    for ((value, before), step) in values.iter_mut().zip(before).zip(&idle.reached[block.clone()]) {
                        *value -= step_taken(steps, *step, *before);
                    }
                }
                Degradation::SlowClimb { gain, over, below, points } => {
                    let earlier = self.earlier.iter().find(|earlier| earlier.over == *over);
                    let earlier = earlier.expect("every length was brought up");
                    let mut then = vec![0; before.len()];
                    sum_up(axis, &earlier.groups, block.clone(), &mut then);
                    let old_enough = &earlier.old_enough[block.clone()];
                    let (gain, below, points) = (gain * POINT, below * POINT, points * POINT);
                    for (((value, now), then), old) in values.iter_mut().zip(before).zip(&then).zip(old_enough) {
                        let slow = *old == 1 && *now < below && now - then < gain;
                        *value -= if slow { points } else { 0 };
                    }
                }
            }
        }
    }

    /// Returns a lead's sum of the groups with the start, in micropoints: what degradations look at.
    pub(super) fn sum(&self, axis: &Axis, lead: usize) -> i64 {
        sum_of(axis, &self.groups, lead)
    }

    /// Returns what a degradation takes from a lead, in micropoints, 0 or more; none if the axis has no such.
    pub(super) fn taken(&self, axis: &Axis, index: usize, lead: usize) -> Option<i64> {
        let now = self.sum(axis, lead);
        let inactive = |d: &&Degradation| matches!(d, Degradation::Inactive(_));
        Some(match axis.degradations.get(index)? {
            Degradation::Inactive(steps) => {
                let nth = axis.degradations[..index].iter().filter(inactive).count();
                step_taken(steps, self.idle[nth].reached[lead], now)
            }
            Degradation::SlowClimb { gain, over, below, points } => {
                let earlier = self.earlier.iter().find(|earlier| earlier.over == *over)?;
                let then = sum_of(axis, &earlier.groups, lead);
                let slow = earlier.old_enough[lead] == 1 && now < below * POINT && now - then < gain * POINT;
                if slow { points * POINT } else { 0 }
            }
        })
    }

    /// Returns a lead's sum of the groups so many days before as-of, which some slow climb of the axis looks at.
    pub(super) fn sum_before(&self, axis: &Axis, over: u32, lead: usize) -> Option<i64> {
        let earlier = self.earlier.iter().find(|earlier| earlier.over == over)?;
        Some(sum_of(axis, &earlier.groups, lead))
    }

    /// Returns what the scale makes of a bounded value.
    pub(super) fn scaled(&self, axis: &Axis, value: i64) -> i64 {
        match axis.scale {
            Scale::Raw => value,
            Scale::To(lo, hi) => scaled(value, lo, hi, self.best),
        }
    }
}

/// Whether two axes do the same with the sums of their groups.
fn same_frame(a: &Axis, b: &Axis) -> bool {
    let caps = |axis: &Axis| -> Vec<_> { axis.groups.iter().map(|group| (group.min, group.max)).collect() };
    (a.start, a.floor, a.ceiling, a.scale, &a.bands, &a.degradations)
        == (b.start, b.floor, b.ceiling, b.scale, &b.bands, &b.degradations)
        && caps(a) == caps(b)
}

/// Returns bounds in micropoints; an inverted pair, which no checked model has, keeps its upper end.
pub fn bounds(min: Option<i64>, max: Option<i64>) -> (i64, i64) {
    let max = max.map_or(i64::MAX, |max| max * POINT);
    (min.map_or(i64::MIN, |min| min * POINT).min(max), max)
}

/// Returns `lo + (hi − lo) × clamp(value, 0, best) / best`, floored to whole points; `lo` where nothing can be reached.
fn scaled(value: i64, lo: i64, hi: i64, best: i64) -> i64 {
    if best <= 0 {
        return lo * POINT;
    }
    let value = value.clamp(0, best);
    let steps = (hi - lo).checked_mul(value).map_or_else(
        || i64::try_from(i128::from(hi - lo) * i128::from(value) / i128::from(best)),
        |all| Ok(all / best),
    );
    (lo + steps.expect("a part of the range is no more than the range")) * POINT
}

fn step_taken(steps: &[Idle], step: u8, before: i64) -> i64 {
    let Some(step) = usize::from(step).checked_sub(1).and_then(|step| steps.get(step)) else { return 0 };
    match step.take {
        Take::Points(points) => points * POINT,
        Take::Percent(percent) => {
            let (above, percent) = (before.max(0), i64::from(percent));
            above / 100 * percent + above % 100 * percent / 100
        }
        Take::DownTo(points) => (before - points * POINT).max(0),
    }
}

/// Returns 1 for every lead that is not known to have been created after an instant.
fn old_enough(data: &Dataset, instant: i64) -> Vec<u8> {
    match data.created() {
        None => vec![1; data.n_leads()],
        Some(created) => created.iter().map(|at| u8::from(*at == UNKNOWN || *at <= instant)).collect(),
    }
}

/// Returns what breaks the idleness on an axis.
fn broken_by(axis: &Axis) -> Vec<(Filter, Predicate)> {
    let counted = axis.groups.iter().flat_map(|group| &group.criteria).filter(|criterion| criterion.on);
    let filter = |criterion: &Criterion| match &criterion.rule {
        Rule::Activity { filter, .. } => Some((filter.clone(), criterion.scope.clone())),
        Rule::Match { .. } | Rule::Tiers(_) | Rule::Amount { .. } => None,
    };
    counted.filter_map(filter).collect()
}

/// Returns when each lead last did what some criterion of an axis counts, else when it was created, UTC seconds;
/// [`UNKNOWN`] if neither is known.
pub(super) fn last_counted_by(axis: &Axis, data: &Dataset, as_of: i64) -> Vec<i64> {
    last_counted(&broken_by(axis), data, as_of)
}

/// Returns when each lead last did what counts, else when it was created, UTC seconds; [`UNKNOWN`] if neither is known.
fn last_counted(broken_by: &[(Filter, Predicate)], data: &Dataset, as_of: i64) -> Vec<i64> {
    let mut last = vec![UNKNOWN; data.n_leads()];
    for (filter, scope) in broken_by {
        let Ok(events) = select(filter, None, data, as_of) else { continue };
        let inside = if scope.is_everyone() { None } else { holds(scope, data, as_of).ok() };
        events.each(|lead, at| {
            let lead = lead as usize;
            if inside.as_ref().is_none_or(|inside| inside[lead]) {
                last[lead] = last[lead].max(i64::from(at));
            }
        });
    }
    if let Some(created) = data.created() {
        for (last, created) in last.iter_mut().zip(created).filter(|(last, _)| **last == UNKNOWN) {
            *last = *created;
        }
    }
    last
}

/// Returns the deepest step that each lead has reached, from 1.
fn steps_reached(days: &[u32], last: &[i64], as_of: i64) -> Vec<u8> {
    let mut reached = vec![0; last.len()];
    for (step, days) in (1..).zip(days) {
        let upto = as_of - i64::from(*days) * DAY;
        for (reached, last) in reached.iter_mut().zip(last) {
            if *last != UNKNOWN && *last <= upto {
                *reached = step;
            }
        }
    }
    reached
}

/// Brings groups up to their criteria at an instant.
fn bring_up(
    groups: &[Group],
    mut old: Vec<GroupScores>,
    ground: &Ground<'_>,
    instant: i64,
    stale: &mut bool,
) -> Vec<GroupScores> {
    let group = |(index, group): (usize, &Group)| {
        let criteria = group.criteria.iter().map(|criterion| find(criterion, ground, instant)).collect();
        let before = old.get_mut(index).map(std::mem::take).unwrap_or_default();
        before.changed_to(criteria, ground.data.n_leads(), stale)
    };
    groups.iter().enumerate().map(group).collect()
}

fn find(criterion: &Criterion, ground: &Ground<'_>, instant: i64) -> CriterionScores {
    let weight = if criterion.on { criterion.weight } else { 0 };
    let same = |c: &&CriterionScores| {
        c.rule == criterion.rule && c.scope == criterion.scope && (c.as_of == instant || !criterion.depends_on_time())
    };
    if let Some(same) = ground.known.iter().find(same) {
        return CriterionScores { weight, as_of: instant, ..same.clone() };
    }
    let (hits, problem) = match hits::find(criterion, ground.data, instant) {
        Ok(hits) => (hits, None),
        Err(problem) => (Hits::none(ground.data.n_leads()), Some(problem)),
    };
    CriterionScores {
        touched: hits.touched(ground.inside),
        hits: Arc::new(hits),
        problem,
        weight,
        rule: criterion.rule.clone(),
        scope: criterion.scope.clone(),
        as_of: instant,
    }
}

impl GroupScores {
    /// Returns the group with other criteria; sums are corrected by the differences where those are few.
    fn changed_to(mut self, criteria: Vec<CriterionScores>, n: usize, stale: &mut bool) -> GroupScores {
        let mut gone: Vec<&CriterionScores> = self.criteria.iter().filter(|c| c.weight != 0).collect();
        let mut come: Vec<&CriterionScores> = Vec::new();
        for criterion in criteria.iter().filter(|c| c.weight != 0) {
            match gone.iter().position(|old| Arc::ptr_eq(&old.hits, &criterion.hits) && old.weight == criterion.weight)
            {
                Some(same) => {
                    gone.swap_remove(same);
                }
                None => come.push(criterion),
            }
        }
        if self.sums.len() != n || gone.len() + come.len() > criteria.len() {
            *stale = true;
            self.sums = vec![0; n];
            (gone, come) = (Vec::new(), criteria.iter().filter(|c| c.weight != 0).collect());
        }
        // A changed weight is one sweep, not two: pair what left with what came for the same hits.
        let mut sweeps: Vec<(&Hits, i64)> = Vec::new();
        for (criterion, sign) in gone.into_iter().map(|c| (c, -1)).chain(come.into_iter().map(|c| (c, 1))) {
            match sweeps.iter_mut().find(|(hits, _)| std::ptr::eq(*hits, &raw const *criterion.hits)) {
                Some((_, weight)) => *weight += sign * criterion.weight,
                None => sweeps.push((&criterion.hits, sign * criterion.weight)),
            }
        }
        *stale |= !sweeps.is_empty();
        for (hits, weight) in sweeps {
            add_scaled(&mut self.sums, hits, weight);
        }
        self.criteria = criteria;
        self
    }
}

/// Returns a lead's start and groups, each within its caps, in micropoints.
fn sum_of(axis: &Axis, groups: &[GroupScores], lead: usize) -> i64 {
    let clamped = |(group, scores): (&Group, &GroupScores)| {
        let (min, max) = bounds(group.min, group.max);
        scores.sums[lead].clamp(min, max)
    };
    axis.start * POINT + axis.groups.iter().zip(groups).map(clamped).sum::<i64>()
}

// The loops below are where the time goes: slices in, slices out, no branch on what a criterion is.

/// Sums the start and the groups, each within its caps.
fn sum_up(axis: &Axis, groups: &[GroupScores], block: Range<usize>, values: &mut [i64]) {
    values.fill(axis.start * POINT);
    for (group, scores) in axis.groups.iter().zip(groups) {
        let (min, max) = bounds(group.min, group.max);
        if (min, max) == (i64::MIN, i64::MAX) {
            add(values, &scores.sums[block.clone()]);
        } else {
            add_clamped(values, &scores.sums[block.clone()], min, max);
        }
    }
}

/// Adds `weight × units` to every sum.
fn add_scaled(sums: &mut [i64], hits: &Hits, weight: i64) {
    match hits {
        Hits::Coded { codes, table } => {
            let mut points = [0_i64; 256];
            for (points, units) in points.iter_mut().zip(table) {
                *points = weight * units;
            }
            for (sum, code) in sums.iter_mut().zip(codes) {
                *sum += points[usize::from(*code)];
            }
        }
        Hits::Counted { counts, each } => {
            let each = weight * each;
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += each * i64::from(*count);
            }
        }
    }
}

fn add(values: &mut [i64], sums: &[i64]) {
    for (value, sum) in values.iter_mut().zip(sums) {
        *value += *sum;
    }
}

fn add_clamped(values: &mut [i64], sums: &[i64], min: i64, max: i64) {
    for (value, sum) in values.iter_mut().zip(sums) {
        *value += (*sum).clamp(min, max);
    }
}

fn count_reached(bands: &mut [u8], values: &[i64], from: i64) {
    for (band, value) in bands.iter_mut().zip(values) {
        *band += u8::from(*value >= from);
    }
}
