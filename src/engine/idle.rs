//! How long each lead has done nothing that an axis counts, and whether it is old enough to have climbed. Never here: sums.

use std::ops::Range;
use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::events::select;
use crate::engine::predicate::holds;
use crate::engine::predicate::holds_for;
use crate::engine::sweep;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::blocks;
use crate::engine::sweep::each_shared;
use crate::engine::sweep::shared;
use crate::engine::ticks::TICK;
use crate::model::Axis;
use crate::model::Filter;
use crate::model::Idle;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Take;

pub(super) const DAY: i64 = 86_400;

/// Days of which nothing is known: the event never was, or the creation is not told.
const NEVER: u16 = u16::MAX;

/// Days since each lead last did what one criterion counts, found once for each filter.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    filter: Filter,
    scope: Predicate,
    /// Whoever it is.
    days: Arc<Vec<u16>>,
    /// Whose count; none = everyone's.
    inside: Option<Arc<Vec<bool>>>,
}

/// The steps that each lead has reached of one inactivity.
#[derive(Clone, Debug)]
pub(super) struct Idleness {
    pub(super) steps: Vec<u32>,
    /// The deepest step, from 1; 0 = none.
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
        Some(created) => created.iter().map(|at| u8::from(at == UNKNOWN || at <= instant)).collect(),
    }
}

/// Returns the filters and the scopes of the criteria of an axis that count what leads do.
fn counting(axis: &Axis) -> impl Iterator<Item = (&Filter, &Predicate)> {
    let counted = axis.groups.iter().flat_map(|group| &group.criteria).filter(|criterion| criterion.on);
    counted.filter_map(|criterion| match &criterion.rule {
        Rule::Activity { filter, .. } => Some((filter, &criterion.scope)),
        Rule::Match { .. } | Rule::Tiers(_) | Rule::Amount { .. } => None,
    })
}

/// Returns what the criteria of an axis count, each filter and scope once; what is known already is kept.
pub(super) fn counted(axis: &Axis, known: &[Counted], data: &Dataset, as_of: i64) -> Vec<Counted> {
    let mut distinct: Vec<(&Filter, &Predicate)> = Vec::new();
    for counting in counting(axis) {
        if !distinct.contains(&counting) {
            distinct.push(counting);
        }
    }
    let is_known = |(filter, scope): (&Filter, &Predicate)| {
        let same = |counted: &&Counted| counted.filter == *filter && counted.scope == *scope;
        known.iter().find(same).cloned()
    };
    let new = distinct.iter().filter(|counting| is_known(**counting).is_none()).collect();
    let mut new = each_shared(new, |(filter, scope)| {
        let same = known.iter().find(|counted| counted.filter == **filter).map(|same| Arc::clone(&same.days));
        let days = same.unwrap_or_else(|| Arc::new(days_since(filter, data, as_of)));
        let inside = if scope.is_everyone() { None } else { holds(scope, data, as_of).ok().map(Arc::new) };
        Counted { filter: (*filter).clone(), scope: (*scope).clone(), days, inside }
    })
    .into_iter();
    distinct.into_iter().filter_map(|counting| is_known(counting).or_else(|| new.next())).collect()
}

/// Whether two lists, each of distinct ones, count the same.
pub(super) fn same_counted(a: &[Counted], b: &[Counted]) -> bool {
    let same = |a: &Counted, b: &Counted| Arc::ptr_eq(&a.days, &b.days) && a.scope == b.scope;
    a.len() == b.len() && a.iter().all(|a| b.iter().any(|b| same(a, b)))
}

/// Returns whole days from an instant to as-of, [`NEVER`] for one that is yet to come.
fn days(at: i64, as_of: i64) -> u16 {
    if at > as_of { NEVER } else { u16::try_from((as_of - at) / DAY).unwrap_or(NEVER - 1).min(NEVER - 1) }
}

fn days_since(filter: &Filter, data: &Dataset, as_of: i64) -> Vec<u16> {
    let mut since = vec![NEVER; data.n_leads()];
    let Ok(events) = select(filter, None, data, as_of) else { return since };
    // From the oldest day on: what comes later is never longer ago.
    for (age, run) in events.days(as_of).into_iter().rev() {
        let age = u16::try_from(age).unwrap_or(NEVER - 1).min(NEVER - 1);
        events.each_of(run, |lead| since[lead as usize] = age);
    }
    since
}

/// Returns the deepest step that each lead has reached, from 1, of each list of steps, which are ascending: by the days since it
/// last did what counts, else since it was created; nobody of whom neither is known has reached any.
pub(super) fn steps_reached(lists: &[&[u32]], counted: &[Counted], data: &Dataset, as_of: i64) -> Vec<Vec<u8>> {
    if lists.is_empty() {
        return Vec::new();
    }
    let n = data.n_leads();
    let mut reached: Vec<Vec<u8>> = lists.iter().map(|_| vec![0; n]).collect();
    let mut chunks: Vec<_> = reached.iter_mut().map(|reached| reached.chunks_mut(BLOCK)).collect();
    let pieces = blocks(n).into_iter().map(|block| (block, chunks.iter_mut().filter_map(Iterator::next).collect()));
    shared(pieces.collect(), |(block, reached): (Range<usize>, Vec<&mut [u8]>)| {
        let mut idle = vec![NEVER; block.len()];
        for counted in counted {
            let days = &counted.days[block.clone()];
            match &counted.inside {
                None => sweep::merge(&mut idle, days, u16::min),
                Some(inside) => {
                    for ((idle, since), inside) in idle.iter_mut().zip(days).zip(&inside[block.clone()]) {
                        *idle = (*idle).min(if *inside { *since } else { NEVER });
                    }
                }
            }
        }
        if let Some(created) = data.created() {
            for (idle, lead) in idle.iter_mut().zip(block).filter(|(idle, _)| **idle == NEVER) {
                let created = created.get(lead);
                *idle = if created == UNKNOWN { NEVER } else { days(created, as_of) };
            }
        }
        for (steps, reached) in lists.iter().zip(reached) {
            for step in *steps {
                // Longer than any days that are told: nobody has reached it.
                let step = u16::try_from(*step).unwrap_or(NEVER);
                for (reached, idle) in reached.iter_mut().zip(&idle) {
                    *reached = reached.wrapping_add(u8::from(*idle >= step) & u8::from(*idle != NEVER));
                }
            }
        }
    });
    reached
}

/// Returns when a lead last did what some criterion of an axis counts, else when it was created, UTC seconds.
pub(super) fn last_of(axis: &Axis, data: &Dataset, as_of: i64, lead: usize, own: &[usize]) -> Option<i64> {
    let last = |(filter, scope): (&Filter, &Predicate)| {
        let inside = scope.is_everyone() || holds_for(scope, data, as_of, lead).unwrap_or(true);
        let events = select(filter, None, data, as_of).ok().filter(|_| inside)?;
        events.among(own).into_iter().map(|event| i64::from(data.events.at.get(event))).max()
    };
    let created = || data.created().map(|created| created.get(lead)).filter(|created| *created != UNKNOWN);
    counting(axis).filter_map(last).max().or_else(created)
}
