//! Scores of all leads under one model: kept between edits, and brought up to date by comparing the new model with the old.
//!
//! There is one path for every change (an edit, its undo, another window's edit): what is the same is
//! kept, what differs is worked out again, and the result equals a computation from nothing.

use std::sync::Arc;

use crate::engine::axis::AxisScores;
use crate::engine::columns::Dataset;
use crate::engine::gates::ReadyGate;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::engine::sums::CriterionScores;
use crate::engine::sums::Ground;
use crate::engine::ticks::Values;
use crate::model::Axis;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Repeat;
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
    /// Of which leads some field that the rows read is known; none where the model does not set the others apart.
    graded: Option<Arc<Vec<bool>>>,
    gates: Vec<ReadyGate>,
    /// The gate that holds each lead, from 1; 0 = none. Empty when the model has no gates.
    held: Vec<u8>,
    /// Row × number of columns + column; [`NO_CELL`] outside the population.
    cells: Vec<u16>,
    /// Leads per cell.
    counts: Vec<u64>,
    /// Leads per cell that are held, gate by gate.
    held_counts: Vec<Vec<u64>>,
    /// Newest event of each lead at or before as-of, UTC seconds; `i64::MIN` if none.
    recent: Arc<Vec<i64>>,
}

#[derive(Clone, Debug)]
struct Population {
    inside: Arc<Vec<bool>>,
    size: usize,
    problem: Option<DataError>,
}

/// Every lead's row and column at some moment, from the lowest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub rows: Vec<u8>,
    pub columns: Vec<u8>,
}

impl Scores {
    /// Scores every lead from nothing. The data hold the model's own fields (see [`crate::engine::derive`]).
    pub fn new(model: &Model, data: &Dataset, as_of: i64) -> Scores {
        let n = data.n_leads();
        let mut scores = Scores {
            as_of,
            model: Model::default(),
            population: population(&model.population, data, as_of),
            rows: AxisScores::default(),
            columns: AxisScores::default(),
            graded: None,
            gates: Vec::new(),
            held: Vec::new(),
            cells: vec![NO_CELL; n],
            counts: Vec::new(),
            held_counts: Vec::new(),
            recent: Arc::new(newest_events(data, as_of)),
        };
        scores.bring_up(model, data, &[]);
        scores
    }

    /// Brings the scores up to a changed model, on the same leads at the same instant. The data hold the changed model's fields.
    pub fn update(&mut self, model: &Model, data: &Dataset) {
        let before = self.model.clone();
        let changed = changed_fields(&before, model);
        if self.model.population != model.population || reads_any(&model.population, &changed) {
            self.population = population(&model.population, data, self.as_of);
            let inside = Arc::clone(&self.population.inside);
            self.rows.count_touched(&inside);
            self.columns.count_touched(&inside);
        }
        self.bring_up(model, data, &changed);
    }

    fn bring_up(&mut self, model: &Model, data: &Dataset, changed: &[&str]) {
        let still_holds = |c: &CriterionScores| {
            let mut stale = reads_any(&c.scope, changed);
            c.rule.each_field(&mut |field| stale |= changed.contains(&field));
            !stale
        };
        let known = self.rows.found().into_iter().chain(self.columns.found()).filter(still_holds).collect();
        let ground =
            Ground { data, as_of: self.as_of, inside: &self.population.inside, new_fields: !changed.is_empty(), known };
        self.rows.bring_up(&model.rows, &self.model.rows, &ground);
        self.columns.bring_up(&model.columns, &self.model.columns, &ground);
        self.bring_up_graded(model, data, changed);
        let known = std::mem::take(&mut self.gates);
        self.gates = model
            .gates
            .iter()
            .map(|gate| {
                let same = |known: &&ReadyGate| known.gate.pass == gate.pass && !reads_any(&gate.pass, changed);
                match known.iter().find(same) {
                    Some(same) => ReadyGate { gate: gate.clone(), ..same.clone() },
                    None => ReadyGate::new(gate, data, self.as_of),
                }
            })
            .collect();
        self.place(model, data.n_leads());
        self.model = model.clone();
    }

    /// Finds who is graded, when whom that is may have changed.
    fn bring_up_graded(&mut self, model: &Model, data: &Dataset, changed: &[&str]) {
        if !model.has_ungraded(Side::Rows) {
            if self.graded.take().is_some() {
                self.rows.make_stale();
            }
            return;
        }
        let rules = |axis: &Axis| -> Vec<(Rule, Predicate)> {
            let criteria = axis.groups.iter().flat_map(|group| &group.criteria).filter(|criterion| criterion.on);
            criteria.map(|criterion| (criterion.rule.clone(), criterion.scope.clone())).collect()
        };
        if self.graded.is_none() || !changed.is_empty() || rules(&self.model.rows) != rules(&model.rows) {
            self.graded = Some(Arc::new(graded(model, &self.rows, data)));
            self.rows.make_stale();
        }
    }

    /// Works out values, bands, cells and counts from the groups' sums, block by block.
    fn place(&mut self, model: &Model, n: usize) {
        let n_columns = model.n_bands(Side::Columns);
        let n_cells = model.n_bands(Side::Rows) * n_columns;
        let mut tables = [vec![0_u32; n_cells + 1], vec![0; n_cells + 1]];
        self.held_counts = vec![vec![0; n_cells]; self.gates.len()];
        self.held.resize(if self.gates.is_empty() { 0 } else { n }, 0);
        for start in (0..n).step_by(BLOCK) {
            let block = start..(start + BLOCK).min(n);
            self.rows.place(&model.rows, block.clone());
            self.columns.place(&model.columns, block.clone());
            if let (Some(graded), true) = (&self.graded, self.rows.is_stale()) {
                for (band, graded) in self.rows.bands_mut()[block.clone()].iter_mut().zip(&graded[block.clone()]) {
                    *band = (*band + 1) * u8::from(*graded);
                }
            }
            let bands = (&self.rows.bands()[block.clone()], &self.columns.bands()[block.clone()]);
            let inside = &self.population.inside[block.clone()];
            cells(&mut self.cells[block.clone()], bands, inside, n_columns);
            tally(&self.cells[block.clone()], &mut tables);
            if !self.gates.is_empty() {
                self.hold_back(block);
            }
        }
        let [even, odd] = tables;
        self.counts = even[..n_cells].iter().zip(&odd).map(|(even, odd)| u64::from(even + odd)).collect();
    }

    /// Finds who of a block is held, and by which gate: the first that it fails.
    fn hold_back(&mut self, block: std::ops::Range<usize>) {
        let (row_values, column_values) = (self.rows.values(), self.columns.values());
        for lead in block {
            let (rows, columns) = (row_values.get(lead), column_values.get(lead));
            let failed = self.gates.iter().position(|gate| gate.holds_back(lead, rows, columns));
            self.held[lead] = failed.map_or(0, |gate| u8::try_from(gate + 1).expect("a model has at most 64 gates"));
            if let (Some(gate), cell) = (failed, self.cells[lead])
                && cell != NO_CELL
            {
                self.held_counts[gate][usize::from(cell)] += 1;
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

    /// Returns every lead's value on an axis.
    pub fn values(&self, side: Side) -> Values<'_> {
        self.axis(side).values()
    }

    /// Returns a lead's value on an axis, in micropoints.
    pub fn value(&self, side: Side, lead: usize) -> i64 {
        self.values(side).get(lead)
    }

    /// Returns every lead's row or column of the matrix, from the lowest; row 0 is that of the ungraded, where the model has one.
    pub fn bands(&self, side: Side) -> &[u8] {
        self.axis(side).bands()
    }

    /// Returns every lead's cell: row × number of columns + column, or [`NO_CELL`].
    pub fn cells(&self) -> &[u16] {
        &self.cells
    }

    /// Returns the number of leads in each cell; they sum to [`Scores::size`].
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// Returns the gate that holds a lead, as its index in the model.
    pub fn held_by(&self, lead: usize) -> Option<usize> {
        usize::from(*self.held.get(lead)?).checked_sub(1)
    }

    /// Returns the number of leads in each cell that a gate holds.
    pub fn held_counts(&self, gate: usize) -> &[u64] {
        &self.held_counts[gate]
    }

    /// Returns why a gate cannot be read against these leads; it then holds nobody.
    pub fn gate_problem(&self, gate: usize) -> Option<&DataError> {
        self.gates[gate].problem.as_ref()
    }

    /// Returns the newest event of each lead at or before as-of, `i64::MIN` if none.
    pub fn recent(&self) -> &[i64] {
        &self.recent
    }

    /// Returns what each criterion found, in the order of [`Model::criteria`].
    pub fn criteria(&self) -> impl Iterator<Item = &CriterionScores> {
        self.rows.criteria().chain(self.columns.criteria())
    }

    /// Returns a group's sum for a lead before its caps, in micropoints.
    pub fn group_sum(&self, side: Side, group: usize, lead: usize) -> i64 {
        self.axis(side).group_sum(group, lead)
    }

    /// Returns a copy of where every lead stands, to compare with after a change.
    pub fn clone_places(&self) -> Places {
        Places { rows: self.rows.bands().to_vec(), columns: self.columns.bands().to_vec() }
    }

    /// Returns a lead's start and groups, each within its caps, in micropoints: before degradations, bounds and scale.
    pub fn sum(&self, side: Side, lead: usize) -> i64 {
        self.axis(side).sum(self.model.axis(side), lead)
    }

    /// Returns [`Scores::sum`] as it was so many days before as-of, where a slow climb of the axis looks at it.
    pub fn sum_before(&self, side: Side, over: u32, lead: usize) -> Option<i64> {
        self.axis(side).sum_before(self.model.axis(side), over, lead)
    }

    /// Returns what a degradation of an axis takes from a lead, in micropoints, 0 or more.
    pub fn taken(&self, side: Side, degradation: usize, lead: usize) -> i64 {
        self.axis(side).taken(self.model.axis(side), degradation, lead).unwrap_or(0)
    }

    /// Returns what an axis's scale makes of a value that is within its bounds.
    pub fn scaled(&self, side: Side, value: i64) -> i64 {
        self.axis(side).scaled(self.model.axis(side), value)
    }

    fn axis(&self, side: Side) -> &AxisScores {
        match side {
            Side::Rows => &self.rows,
            Side::Columns => &self.columns,
        }
    }
}

/// Returns the fields of the model that are not what they were.
fn changed_fields<'m>(before: &'m Model, after: &'m Model) -> Vec<&'m str> {
    if before.derived == after.derived && before.learned == after.learned {
        return Vec::new();
    }
    // One may read another: all of them count as changed.
    [before, after].into_iter().flat_map(Model::own_fields).collect()
}

fn reads_any(predicate: &Predicate, fields: &[&str]) -> bool {
    let mut reads = false;
    predicate.each_test(&mut |field, _| reads |= fields.contains(&field));
    reads
}

/// Returns of which leads some field that the rows' criteria read is known, or some event that they count is there.
fn graded(model: &Model, rows: &AxisScores, data: &Dataset) -> Vec<bool> {
    let mut graded = vec![false; data.n_leads()];
    let criteria = model.rows.groups.iter().flat_map(|group| &group.criteria);
    let found = rows.criteria();
    let mut seen: Vec<&str> = Vec::new();
    for (criterion, found) in criteria.zip(found).filter(|(criterion, _)| criterion.on) {
        match &criterion.rule {
            Rule::Activity { repeat: Repeat::FewerThan(..), .. } => {}
            Rule::Activity { .. } => {
                for (lead, graded) in graded.iter_mut().enumerate() {
                    *graded |= found.hits.units(lead) != 0;
                }
            }
            rule => rule.each_field(&mut |name| {
                if !seen.contains(&name)
                    && let Some(field) = data.field(name)
                {
                    seen.push(name);
                    for (lead, graded) in graded.iter_mut().enumerate() {
                        *graded |= field.is_known(lead);
                    }
                }
            }),
        }
    }
    graded
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

// The loops below are swept over every lead at every edit: slices in, slices out.

/// Finds the cells of leads from their bands.
fn cells(cells: &mut [u16], (rows, columns): (&[u8], &[u8]), inside: &[bool], n_columns: usize) {
    let n_columns = u16::try_from(n_columns).expect("a model has at most 64 bands an axis");
    for (((cell, row), column), inside) in cells.iter_mut().zip(rows).zip(columns).zip(inside) {
        let here = u16::from(*row) * n_columns + u16::from(*column);
        *cell = if *inside { here } else { NO_CELL };
    }
}

/// Counts leads by cell, the last place for those without one. Two tables in turn: equal neighbours do not wait for each other.
fn tally(cells: &[u16], [even, odd]: &mut [Vec<u32>; 2]) {
    let none = even.len() - 1;
    let mut pairs = cells.chunks_exact(2);
    for pair in &mut pairs {
        even[usize::from(pair[0]).min(none)] += 1;
        odd[usize::from(pair[1]).min(none)] += 1;
    }
    for cell in pairs.remainder() {
        even[usize::from(*cell).min(none)] += 1;
    }
}
