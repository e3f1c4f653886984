//! The sums of an axis's groups, kept between edits: what changed is added or taken away in one sweep. Never here: values or bands.

use std::ops::Range;
use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::hits;
use crate::engine::hits::Hits;
use crate::engine::predicate::DataError;
use crate::engine::sweep;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::blocks;
use crate::engine::sweep::each_shared;
use crate::engine::ticks::POINT_TICKS;
use crate::engine::ticks::TICK;
use crate::engine::ticks::Tick;
use crate::model::Axis;
use crate::model::Criterion;
use crate::model::Group;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;

#[derive(Clone, Debug, Default)]
pub(super) struct GroupScores<T> {
    pub(super) criteria: Vec<CriterionScores>,
    /// Sum of the criteria, before the group's caps.
    pub(super) sums: Vec<T>,
    /// What is still to be added to the sums.
    due: Vec<Due<T>>,
}

/// What hits are to add to sums, at some weight.
#[derive(Clone, Debug)]
struct Due<T> {
    hits: Arc<Hits>,
    /// What a code or a count comes to.
    points: Box<[T; 256]>,
}

/// The sums of a block of leads, with what is still to be added to them.
pub(super) struct SumsBlock<'s, T> {
    block: Range<usize>,
    sums: &'s mut [T],
    due: &'s [Due<T>],
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
    pub(super) rule: Arc<Rule>,
    pub(super) scope: Arc<Predicate>,
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

/// Returns bounds in micropoints; an inverted pair, which no checked model has, keeps its upper end.
pub fn bounds(min: Option<i64>, max: Option<i64>) -> (i64, i64) {
    let max = max.map_or(i64::MAX, |max| max * POINT);
    (min.map_or(i64::MIN, |min| min * POINT).min(max), max)
}

/// Returns bounds in ticks.
pub(super) fn tick_bounds<T: Tick>(min: Option<i64>, max: Option<i64>) -> (T, T) {
    let (min, max) = bounds(min, max);
    (T::of(min.div_euclid(TICK)), T::of(max.div_euclid(TICK)))
}

/// Brings groups up to their criteria at an instant.
pub(super) fn bring_up<T: Tick>(
    groups: &[Group],
    mut old: Vec<GroupScores<T>>,
    ground: &Ground<'_>,
    instant: i64,
    stale: &mut bool,
) -> Vec<GroupScores<T>> {
    let group = |(index, group): (usize, &Group)| {
        let is_new = |criterion: &&Criterion| ground.known(criterion, instant).is_none();
        let new = group.criteria.iter().filter(is_new).collect();
        let mut new = each_shared(new, |criterion| find(criterion, ground, instant)).into_iter();
        let found = |criterion| ground.known(criterion, instant).or_else(|| new.next());
        let criteria = group.criteria.iter().filter_map(found).collect();
        let before = old.get_mut(index).map(std::mem::take).unwrap_or_default();
        before.changed_to(criteria, ground.data.n_leads(), stale)
    };
    groups.iter().enumerate().map(group).collect()
}

/// Returns the weight in force.
fn weight(criterion: &Criterion) -> i64 {
    if criterion.on { criterion.weight } else { 0 }
}

impl Ground<'_> {
    /// Returns what was found before of a criterion.
    fn known(&self, criterion: &Criterion, instant: i64) -> Option<CriterionScores> {
        let same = |c: &&CriterionScores| {
            let same = *c.rule == criterion.rule && *c.scope == criterion.scope;
            same && (c.as_of == instant || !criterion.depends_on_time())
        };
        let known = self.known.iter().find(same)?;
        Some(CriterionScores { weight: weight(criterion), as_of: instant, ..known.clone() })
    }
}

fn find(criterion: &Criterion, ground: &Ground<'_>, instant: i64) -> CriterionScores {
    let (hits, problem) = match hits::find(criterion, ground.data, instant) {
        Ok(hits) => (hits, None),
        Err(problem) => (Hits::none(ground.data.n_leads()), Some(problem)),
    };
    CriterionScores {
        touched: hits.touched(ground.inside),
        hits: Arc::new(hits),
        problem,
        weight: weight(criterion),
        rule: Arc::new(criterion.rule.clone()),
        scope: Arc::new(criterion.scope.clone()),
        as_of: instant,
    }
}

impl<T: Tick> GroupScores<T> {
    /// Returns the group with other criteria; sums are corrected by the differences where those are few.
    fn changed_to(mut self, criteria: Vec<CriterionScores>, n: usize, stale: &mut bool) -> GroupScores<T> {
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
            self.sums = vec![T::default(); n];
            (gone, come) = (Vec::new(), criteria.iter().filter(|c| c.weight != 0).collect());
        }
        // A changed weight is one sweep, not two: pair what left with what came for the same hits.
        let mut sweeps: Vec<(&Arc<Hits>, i64)> = Vec::new();
        for (criterion, sign) in gone.into_iter().map(|c| (c, -1)).chain(come.into_iter().map(|c| (c, 1))) {
            match sweeps.iter_mut().find(|(hits, _)| Arc::ptr_eq(hits, &criterion.hits)) {
                Some((_, weight)) => *weight += sign * criterion.weight,
                None => sweeps.push((&criterion.hits, sign * criterion.weight)),
            }
        }
        *stale |= !sweeps.is_empty();
        self.due = sweeps.into_iter().map(|(hits, weight)| Due::of(hits, weight)).collect();
        self.criteria = criteria;
        self
    }

    /// Returns the sums block by block. Once all are brought up, [`GroupScores::settle`] says so.
    pub(super) fn blocks(&mut self) -> impl Iterator<Item = SumsBlock<'_, T>> {
        let due = self.due.as_slice();
        let blocks = blocks(self.sums.len()).into_iter().zip(self.sums.chunks_mut(BLOCK));
        blocks.map(move |(block, sums)| SumsBlock { block, sums, due })
    }

    /// Nothing is due any more.
    pub(super) fn settle(&mut self) {
        self.due.clear();
    }
}

impl<T: Tick> Due<T> {
    fn of(hits: &Arc<Hits>, weight: i64) -> Due<T> {
        let ticks = |units: i64| T::of(weight * units / TICK);
        let mut points = Box::new([T::default(); 256]);
        match hits.as_ref() {
            Hits::Coded { table, .. } => {
                for (points, units) in points.iter_mut().zip(table) {
                    *points = ticks(*units);
                }
            }
            Hits::Counted { each, .. } => points[1] = ticks(*each),
        }
        Due { hits: Arc::clone(hits), points }
    }
}

impl<'s, T: Tick> SumsBlock<'s, T> {
    /// Returns the sums with all that is due.
    pub(super) fn brought_up(self) -> &'s [T] {
        for Due { hits, points } in self.due {
            match hits.as_ref() {
                // Codes are 0 or 1: no table to look them up in.
                Hits::Coded { codes, table } if table.len() <= 2 => {
                    sweep::add_where(self.sums, &codes[self.block.clone()], points[1]);
                }
                Hits::Coded { codes, .. } => sweep::add_coded(self.sums, &codes[self.block.clone()], points),
                Hits::Counted { counts, .. } => sweep::add_counted(self.sums, &counts[self.block.clone()], points[1]),
            }
        }
        self.sums
    }
}

/// Returns a lead's start and groups, each within its caps, in micropoints.
pub(super) fn sum_of<T: Tick>(axis: &Axis, groups: &[GroupScores<T>], lead: usize) -> i64 {
    let clamped = |(group, scores): (&Group, &GroupScores<T>)| {
        let (min, max) = bounds(group.min, group.max);
        (scores.sums[lead].get() * TICK).clamp(min, max)
    };
    axis.start * POINT + axis.groups.iter().zip(groups).map(clamped).sum::<i64>()
}

/// Brings the sums of a block up, and adds up the start and the groups, each within its caps.
pub(super) fn sum_up<T: Tick>(axis: &Axis, groups: Vec<SumsBlock<'_, T>>, values: &mut [T]) {
    let start = T::of(axis.start * POINT_TICKS);
    let mut begun = false;
    for (group, sums) in axis.groups.iter().zip(groups) {
        let sums = sums.brought_up();
        match (begun, group.min.is_none() && group.max.is_none()) {
            (false, true) => sweep::add_to_start(values, start, sums),
            (true, true) => sweep::add(values, sums),
            (_, false) => {
                if !begun {
                    values.fill(start);
                }
                let (min, max) = tick_bounds(group.min, group.max);
                sweep::add_clamped(values, sums, min, max);
            }
        }
        begun = true;
    }
    if !begun {
        values.fill(start);
    }
}
