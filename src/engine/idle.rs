//! How long each lead has done nothing that an axis counts, and whether it is old enough to have climbed. Never here: sums.

use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::events::select;
use crate::engine::predicate::holds;
use crate::engine::ticks::TICK;
use crate::model::Axis;
use crate::model::Criterion;
use crate::model::Filter;
use crate::model::Idle;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Take;

pub(super) const DAY: i64 = 86_400;

#[derive(Clone, Debug)]
pub(super) struct Idleness {
    pub(super) days: Vec<u32>,
    /// What breaks the idleness: the filters of the criteria that count, with their scopes.
    pub(super) broken_by: Vec<(Filter, Predicate)>,
    /// The step each lead has reached, from 1; 0 = none.
    pub(super) reached: Arc<Vec<u8>>,
}

pub(super) fn step_taken(steps: &[Idle], step: u8, before: i64) -> i64 {
    let Some(step) = usize::from(step).checked_sub(1).and_then(|step| steps.get(step)) else { return 0 };
    match step.take {
        Take::Points(points) => points * POINT,
        Take::Percent(percent) => {
            // In whole ticks, like everything else.
            let (above, percent) = (before.max(0) / TICK, i64::from(percent));
            (above / 100 * percent + above % 100 * percent / 100) * TICK
        }
        Take::DownTo(points) => (before - points * POINT).max(0),
    }
}

/// Returns 1 for every lead that is not known to have been created after an instant.
pub(super) fn old_enough(data: &Dataset, instant: i64) -> Vec<u8> {
    match data.created() {
        None => vec![1; data.n_leads()],
        Some(created) => created.iter().map(|at| u8::from(*at == UNKNOWN || *at <= instant)).collect(),
    }
}

/// Returns what breaks the idleness on an axis.
pub(super) fn broken_by(axis: &Axis) -> Vec<(Filter, Predicate)> {
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
pub(super) fn last_counted(broken_by: &[(Filter, Predicate)], data: &Dataset, as_of: i64) -> Vec<i64> {
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
pub(super) fn steps_reached(days: &[u32], last: &[i64], as_of: i64) -> Vec<u8> {
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
