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
use crate::model::Degradation;
use crate::model::Filter;
use crate::model::Idle;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Take;

pub(super) const DAY: i64 = 86_400;

/// Whole days, as narrow as the deepest step allows: a lead takes one for every kind of thing that it does.
trait Days: Copy + Ord + Send + Sync + TryFrom<u32> {
    /// Nothing is known: the event never was, or the creation is not told.
    const NEVER: Self;
    /// So many days, or more than can be told: deeper than any step that is looked at with these.
    fn of(days: i64) -> Self;
}

impl Days for u8 {
    const NEVER: u8 = u8::MAX;

    fn of(days: i64) -> u8 {
        u8::try_from(days).unwrap_or(u8::MAX).min(u8::MAX - 1)
    }
}

impl Days for u16 {
    const NEVER: u16 = u16::MAX;

    fn of(days: i64) -> u16 {
        u16::try_from(days).unwrap_or(u16::MAX).min(u16::MAX - 1)
    }
}

/// Days since each lead last did something, whoever it is.
#[derive(Debug)]
enum Since {
    /// Where no step is deeper than [`DEEPEST_SHORT`].
    Short(Vec<u8>),
    Long(Vec<u16>),
}

const DEEPEST_SHORT: u32 = 254;

/// Days since each lead last did what one criterion counts, found once for each filter.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    filter: Filter,
    scope: Predicate,
    days: Arc<Since>,
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
    let steps = axis.degradations.iter().flat_map(|degradation| match degradation {
        Degradation::Inactive(steps) => steps.as_slice(),
        Degradation::SlowClimb { .. } => &[],
    });
    let short = steps.map(|step| step.days).max().unwrap_or(0) <= DEEPEST_SHORT;
    let known = || known.iter().filter(|counted| matches!(*counted.days, Since::Short(_)) == short);
    let is_known = |(filter, scope): (&Filter, &Predicate)| {
        let same = |counted: &&Counted| counted.filter == *filter && counted.scope == *scope;
        known().find(same).cloned()
    };
    let new = distinct.iter().filter(|counting| is_known(**counting).is_none()).collect();
    let mut new = each_shared(new, |(filter, scope)| {
        let same = known().find(|counted| counted.filter == **filter).map(|same| Arc::clone(&same.days));
        let days = same.unwrap_or_else(|| {
            Arc::new(if short {
                Since::Short(days_since(filter, data, as_of))
            } else {
                Since::Long(days_since(filter, data, as_of))
            })
        });
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

fn days_since<D: Days>(filter: &Filter, data: &Dataset, as_of: i64) -> Vec<D> {
    let mut since = vec![D::NEVER; data.n_leads()];
    let Ok(events) = select(filter, None, data, as_of) else { return since };
    // From the oldest day on: what comes later is never longer ago.
    for (age, run) in events.days(as_of).into_iter().rev() {
        let age = D::of(i64::from(age));
        events.each_of(run, |lead| since[lead as usize] = age);
    }
    since
}

/// Returns the deepest step that each lead has reached, from 1, of each list of steps, which are ascending: by the days since it
/// last did what counts, else since it was created; nobody of whom neither is known has reached any. What counts was found for an axis
/// with these steps.
pub(super) fn steps_reached(lists: &[&[u32]], counted: &[Counted], data: &Dataset, as_of: i64) -> Vec<Vec<u8>> {
    if lists.is_empty() {
        return Vec::new();
    }
    let (mut short, mut long) = (Vec::new(), Vec::new());
    for Counted { days, inside, .. } in counted {
        let inside = inside.as_ref().map(|inside| inside.as_slice());
        match days.as_ref() {
            Since::Short(days) => short.push((days.as_slice(), inside)),
            Since::Long(days) => long.push((days.as_slice(), inside)),
        }
    }
    let deepest = lists.iter().flat_map(|steps| *steps).max();
    if long.is_empty() && deepest.is_none_or(|days| *days <= DEEPEST_SHORT) {
        reached(lists, &short, data, as_of)
    } else {
        reached(lists, &long, data, as_of)
    }
}

/// The same, from days of one width, each with whose they are.
fn reached<D: Days>(lists: &[&[u32]], counted: &[(&[D], Option<&[bool]>)], data: &Dataset, as_of: i64) -> Vec<Vec<u8>> {
    let n = data.n_leads();
    let mut reached: Vec<Vec<u8>> = lists.iter().map(|_| vec![0; n]).collect();
    let mut chunks: Vec<_> = reached.iter_mut().map(|reached| reached.chunks_mut(BLOCK)).collect();
    let pieces = blocks(n).into_iter().map(|block| (block, chunks.iter_mut().filter_map(Iterator::next).collect()));
    shared(pieces.collect(), |(block, reached): (Range<usize>, Vec<&mut [u8]>)| {
        let mut idle = vec![D::NEVER; block.len()];
        for (days, inside) in counted {
            let days = &days[block.clone()];
            match inside {
                None => sweep::merge(&mut idle, days, D::min),
                Some(inside) => {
                    for ((idle, since), inside) in idle.iter_mut().zip(days).zip(&inside[block.clone()]) {
                        *idle = (*idle).min(if *inside { *since } else { D::NEVER });
                    }
                }
            }
        }
        if let Some(created) = data.created() {
            for (idle, lead) in idle.iter_mut().zip(block).filter(|(idle, _)| **idle == D::NEVER) {
                let at = Some(created.get(lead)).filter(|at| *at != UNKNOWN && *at <= as_of);
                *idle = at.map_or(D::NEVER, |at| D::of((as_of - at) / DAY));
            }
        }
        for (steps, reached) in lists.iter().zip(reached) {
            for step in *steps {
                // Longer than any days that are told: nobody has reached it.
                let step = D::try_from(*step).unwrap_or(D::NEVER);
                for (reached, idle) in reached.iter_mut().zip(&idle) {
                    *reached = reached.wrapping_add(u8::from(*idle >= step) & u8::from(*idle != D::NEVER));
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
