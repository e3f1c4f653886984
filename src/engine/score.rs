//! Scores of all leads under one model: kept between edits, and brought up to date by comparing the new model with the old.
//!
//! There is one path for every change (an edit, its undo, another window's edit): what is the same is
//! kept, what differs is worked out again, and the result equals a computation from nothing.

use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::hits;
use crate::engine::hits::Hits;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::model::Axis;
use crate::model::Criterion;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Side;

/// How many leads are worked on at a time: their columns stay in cache.
const BLOCK: usize = 16_384;
/// The cell of a lead outside the population.
pub const NO_CELL: u16 = u16::MAX;

/// The scores of all leads.
#[derive(Clone, Debug)]
pub struct Scores {
    as_of: i64,
    model: Model,
    population: Population,
    rows: AxisScores,
    columns: AxisScores,
    /// Row band × number of column bands + column band; [`NO_CELL`] outside the population.
    cells: Vec<u16>,
    /// Leads per cell.
    counts: Vec<u64>,
    /// Newest event of each lead at or before as-of, UTC seconds; `i64::MIN` if none.
    recent: Arc<Vec<i64>>,
}

#[derive(Clone, Debug)]
struct Population {
    inside: Arc<Vec<bool>>,
    size: usize,
    problem: Option<DataError>,
}

/// Every lead's band on each axis at some moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub rows: Vec<u8>,
    pub columns: Vec<u8>,
}

/// One axis of all leads.
#[derive(Clone, Debug, Default)]
struct AxisScores {
    groups: Vec<GroupScores>,
    /// Micropoints, after caps, floor and ceiling.
    values: Vec<i64>,
    bands: Vec<u8>,
    /// Whether values and bands are still those of the model before.
    stale: bool,
}

#[derive(Clone, Debug, Default)]
struct GroupScores {
    criteria: Vec<CriterionScores>,
    /// Sum of the criteria in micropoints, before the group's caps.
    sums: Vec<i64>,
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
    weight: i64,
    rule: Rule,
    scope: Predicate,
}

impl Scores {
    /// Scores every lead from nothing.
    pub fn new(model: &Model, data: &Dataset, as_of: i64) -> Scores {
        let n = data.n_leads();
        let mut scores = Scores {
            as_of,
            model: Model::default(),
            population: Population { inside: Arc::new(Vec::new()), size: 0, problem: None },
            rows: AxisScores::default(),
            columns: AxisScores::default(),
            cells: vec![NO_CELL; n],
            counts: Vec::new(),
            recent: Arc::new(newest_events(data, as_of)),
        };
        scores.population = population(&model.population, data, as_of);
        scores.bring_up(model, data);
        scores
    }

    /// Brings the scores up to a changed model, on the same leads at the same instant.
    pub fn update(&mut self, model: &Model, data: &Dataset) {
        if self.model.population != model.population {
            self.population = population(&model.population, data, self.as_of);
            for group in self.rows.groups.iter_mut().chain(&mut self.columns.groups) {
                for criterion in &mut group.criteria {
                    criterion.touched = criterion.hits.touched(&self.population.inside);
                }
            }
        }
        self.bring_up(model, data);
    }

    fn bring_up(&mut self, model: &Model, data: &Dataset) {
        let n = data.n_leads();
        let mut known: Vec<CriterionScores> = Vec::new();
        for axis in [&mut self.rows, &mut self.columns] {
            known.extend(axis.groups.iter().flat_map(|group| group.criteria.iter().cloned()));
        }
        let sides =
            [(&model.rows, &self.model.rows, &mut self.rows), (&model.columns, &self.model.columns, &mut self.columns)];
        for (axis, before, scores) in sides {
            scores.stale = scores.values.len() != n || !same_frame(axis, before);
            let mut old: Vec<GroupScores> = std::mem::take(&mut scores.groups);
            scores.groups = axis
                .groups
                .iter()
                .enumerate()
                .map(|(index, group)| {
                    let criteria = group
                        .criteria
                        .iter()
                        .map(|c| find(c, &known, data, self.as_of, &self.population.inside))
                        .collect();
                    let before = old.get_mut(index).map(std::mem::take).unwrap_or_default();
                    before.changed_to(criteria, n, &mut scores.stale)
                })
                .collect();
            scores.values.resize(n, 0);
            scores.bands.resize(n, 0);
        }
        self.place(model, n);
        self.model = model.clone();
    }

    /// Works out values, bands, cells and counts from the groups' sums, block by block.
    fn place(&mut self, model: &Model, n: usize) {
        let n_columns = model.columns.n_bands();
        self.counts = vec![0; model.rows.n_bands() * n_columns];
        for start in (0..n).step_by(BLOCK) {
            let block = start..(start + BLOCK).min(n);
            for (axis, scores) in [(&model.rows, &mut self.rows), (&model.columns, &mut self.columns)] {
                if scores.stale {
                    scores.place(axis, block.clone());
                }
            }
            for lead in block {
                let cell = if self.population.inside[lead] {
                    let cell = usize::from(self.rows.bands[lead]) * n_columns + usize::from(self.columns.bands[lead]);
                    self.counts[cell] += 1;
                    u16::try_from(cell).expect("a model has at most 64 bands an axis")
                } else {
                    NO_CELL
                };
                self.cells[lead] = cell;
            }
        }
    }

    pub fn as_of(&self) -> i64 {
        self.as_of
    }

    /// Returns how many leads are scored.
    pub fn size(&self) -> usize {
        self.population.size
    }

    /// Returns whether each lead is in the population.
    pub fn inside(&self) -> &[bool] {
        &self.population.inside
    }

    /// Returns why the population cannot be read against these leads; everyone is then scored.
    pub fn population_problem(&self) -> Option<&DataError> {
        self.population.problem.as_ref()
    }

    /// Returns every lead's value on an axis, in micropoints.
    pub fn values(&self, side: Side) -> &[i64] {
        &self.axis(side).values
    }

    /// Returns every lead's band on an axis.
    pub fn bands(&self, side: Side) -> &[u8] {
        &self.axis(side).bands
    }

    /// Returns every lead's cell: row band × number of column bands + column band, or [`NO_CELL`].
    pub fn cells(&self) -> &[u16] {
        &self.cells
    }

    /// Returns the number of leads in each cell; they sum to [`Scores::size`].
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// Returns the newest event of each lead at or before as-of, `i64::MIN` if none.
    pub fn recent(&self) -> &[i64] {
        &self.recent
    }

    /// Returns what each criterion found, in the order of [`Model::criteria`].
    pub fn criteria(&self) -> impl Iterator<Item = &CriterionScores> {
        self.rows.groups.iter().chain(&self.columns.groups).flat_map(|group| &group.criteria)
    }

    /// Returns a group's sum for a lead before its caps, in micropoints.
    pub fn group_sum(&self, side: Side, group: usize, lead: usize) -> i64 {
        self.axis(side).groups[group].sums[lead]
    }

    /// Returns a copy of where every lead stands, to compare with after a change.
    pub fn clone_places(&self) -> Places {
        Places { rows: self.rows.bands.clone(), columns: self.columns.bands.clone() }
    }

    fn axis(&self, side: Side) -> &AxisScores {
        match side {
            Side::Rows => &self.rows,
            Side::Columns => &self.columns,
        }
    }
}

impl AxisScores {
    fn place(&mut self, axis: &Axis, block: std::ops::Range<usize>) {
        let values = &mut self.values[block.clone()];
        values.fill(axis.start * POINT);
        for (group, scores) in axis.groups.iter().zip(&self.groups) {
            let (min, max) = bounds(group.min, group.max);
            if (min, max) == (i64::MIN, i64::MAX) {
                add(values, &scores.sums[block.clone()]);
            } else {
                add_clamped(values, &scores.sums[block.clone()], min, max);
            }
        }
        let (floor, ceiling) = bounds(axis.floor, axis.ceiling);
        if (floor, ceiling) != (i64::MIN, i64::MAX) {
            for value in values {
                *value = (*value).clamp(floor, ceiling);
            }
        }
        let values = &self.values[block.clone()];
        let bands = &mut self.bands[block];
        bands.fill(0);
        for from in axis.bands.iter().filter_map(|band| band.from) {
            count_reached(bands, values, from * POINT);
        }
    }
}

/// Whether two axes do the same with the sums of their groups.
fn same_frame(a: &Axis, b: &Axis) -> bool {
    let caps = |axis: &Axis| -> Vec<_> { axis.groups.iter().map(|group| (group.min, group.max)).collect() };
    (a.start, a.floor, a.ceiling, &a.bands) == (b.start, b.floor, b.ceiling, &b.bands) && caps(a) == caps(b)
}

/// Returns bounds in micropoints; an inverted pair, which no checked model has, keeps its upper end.
pub fn bounds(min: Option<i64>, max: Option<i64>) -> (i64, i64) {
    let max = max.map_or(i64::MAX, |max| max * POINT);
    (min.map_or(i64::MIN, |min| min * POINT).min(max), max)
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

fn find(
    criterion: &Criterion,
    known: &[CriterionScores],
    data: &Dataset,
    as_of: i64,
    inside: &[bool],
) -> CriterionScores {
    let weight = if criterion.on { criterion.weight } else { 0 };
    if let Some(same) = known.iter().find(|c| c.rule == criterion.rule && c.scope == criterion.scope) {
        return CriterionScores { weight, ..same.clone() };
    }
    let (hits, problem) = match hits::find(criterion, data, as_of) {
        Ok(hits) => (hits, None),
        Err(problem) => (Hits::none(data.n_leads()), Some(problem)),
    };
    CriterionScores {
        touched: hits.touched(inside),
        hits: Arc::new(hits),
        problem,
        weight,
        rule: criterion.rule.clone(),
        scope: criterion.scope.clone(),
    }
}

fn population(predicate: &Predicate, data: &Dataset, as_of: i64) -> Population {
    let (inside, problem) = match holds(predicate, data, as_of) {
        Ok(inside) => (inside, None),
        Err(problem) => (vec![true; data.n_leads()], Some(problem)),
    };
    let size = inside.iter().filter(|inside| **inside).count();
    Population { inside: Arc::new(inside), size, problem }
}

fn newest_events(data: &Dataset, as_of: i64) -> Vec<i64> {
    let mut newest = vec![i64::MIN; data.n_leads()];
    for (lead, at) in data.events.lead.iter().zip(&data.events.at) {
        let at = i64::from(*at);
        if at <= as_of && at > newest[*lead as usize] {
            newest[*lead as usize] = at;
        }
    }
    newest
}

// The loops below are where the time goes: slices in, slices out, no branch on what a criterion is.

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
        Hits::Counted(counts) => {
            let each = weight * hits::FULL;
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
