//! Scores of all leads under one model: kept between edits, and brought up to date by comparing the new model with the old.
//!
//! There is one path for every change (an edit, its undo, another window's edit): what is the same is
//! kept, what differs is worked out again, and the result equals a computation from nothing.

use std::ops::Range;
use std::sync::Arc;

use crate::engine::axis::AxisScores;
use crate::engine::columns::Dataset;
use crate::engine::gates::ReadyGate;
use crate::engine::numbers::Numbers;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::engine::sums::CriterionScores;
use crate::engine::sums::Ground;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::blocks;
use crate::engine::sweep::shared;
use crate::engine::sweep::tally;
use crate::engine::sweep::tally_parts;
use crate::engine::sweep::together;
use crate::engine::ticks::Values;
use crate::model::Axis;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Side;

/// The cell of a lead outside the population.
pub const NO_CELL: u16 = u16::MAX;

/// The scores of all leads.
#[derive(Clone, Debug)]
pub struct Scores {
    as_of: i64,
    model: Arc<Model>,
    population: Population,
    rows: AxisScores,
    columns: AxisScores,
    /// Of which leads some field that the rows read is known; none where the model does not set the others apart.
    graded: Option<Arc<Vec<bool>>>,
    gates: Vec<ReadyGate>,
    /// The gate that holds each lead, from 1; 0 = none. Empty when the model has no gates.
    held: Vec<u8>,
    /// How many columns the matrix has.
    n_columns: u16,
    /// Leads per cell.
    counts: Vec<u64>,
    /// Leads per cell that are held, gate by gate.
    held_counts: Vec<Vec<u64>>,
    /// Newest event of each lead at or before as-of, UTC seconds.
    recent: Arc<Numbers>,
}

#[derive(Clone, Debug)]
struct Population {
    inside: Arc<Vec<bool>>,
    size: usize,
    problem: Option<DataError>,
    /// How many there were before it.
    version: u64,
}

impl Population {
    /// Returns who of a block is inside, unless everyone is.
    fn not_all(&self, block: Range<usize>) -> Option<&[bool]> {
        (self.size != self.inside.len()).then(|| &self.inside[block])
    }
}

impl Scores {
    /// Scores every lead from nothing. The data hold the model's own fields (see [`crate::engine::derive`]).
    pub fn new(model: &Model, data: &Dataset, as_of: i64) -> Scores {
        together(|| Scores::from_nothing(model, data, as_of))
    }

    fn from_nothing(model: &Model, data: &Dataset, as_of: i64) -> Scores {
        let mut scores = Scores {
            as_of,
            model: Arc::default(),
            population: population(&model.population, data, as_of),
            rows: AxisScores::default(),
            columns: AxisScores::default(),
            graded: None,
            gates: Vec::new(),
            held: Vec::new(),
            n_columns: 1,
            counts: Vec::new(),
            held_counts: Vec::new(),
            recent: data.newest_at(as_of),
        };
        scores.bring_up(model, data, &[]);
        scores
    }

    /// Brings the scores up to a changed model, on the same leads at the same instant. The data hold the changed model's fields.
    pub fn update(&mut self, model: &Model, data: &Dataset) {
        together(|| self.become_model(model, data));
    }

    /// Scores the same leads at the same instant under another model: what both find alike is there already. The data hold the
    /// other model's fields.
    #[must_use]
    pub fn other(&self, model: &Model, data: &Dataset) -> Scores {
        let mut other = self.clone();
        other.update(model, data);
        other
    }

    fn become_model(&mut self, model: &Model, data: &Dataset) {
        let before = Arc::clone(&self.model);
        let changed = changed_fields(&before, model);
        if self.model.population != model.population || reads_any(&model.population, &changed) {
            let version = self.population.version + 1;
            self.population = Population { version, ..population(&model.population, data, self.as_of) };
            let inside = Arc::clone(&self.population.inside);
            self.rows.count_touched(&inside);
            self.columns.count_touched(&inside);
        }
        self.bring_up(model, data, &changed);
    }

    /// Returns the same results without what was found of each criterion and group: to compare with, in little memory.
    #[must_use]
    pub fn at_rest(&self) -> Scores {
        Scores {
            model: Arc::clone(&self.model),
            population: self.population.clone(),
            rows: self.rows.at_rest(),
            columns: self.columns.at_rest(),
            graded: self.graded.clone(),
            gates: self.gates.clone(),
            held: self.held.clone(),
            counts: self.counts.clone(),
            held_counts: self.held_counts.clone(),
            recent: Arc::clone(&self.recent),
            ..*self
        }
    }

    /// Lets go of the values, which may then be worked out anew in the room that they have: bands and cells stay.
    #[must_use]
    pub fn without_values(mut self) -> Scores {
        self.rows.forget_values();
        self.columns.forget_values();
        self
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
        self.model = Arc::new(model.clone());
    }

    /// Finds who is graded, when whom that is may have changed.
    fn bring_up_graded(&mut self, model: &Model, data: &Dataset, changed: &[&str]) {
        if !model.has_ungraded(Side::Rows) {
            if self.graded.take().is_some() {
                self.rows.make_stale();
            }
            return;
        }
        let same = |before: &Axis, after: &Axis| {
            let [before, after] = [before, after].map(|axis| {
                let criteria = axis.groups.iter().flat_map(|group| &group.criteria).filter(|criterion| criterion.on);
                criteria.map(|criterion| (&criterion.rule, &criterion.scope))
            });
            before.eq(after)
        };
        if self.graded.is_none() || !changed.is_empty() || !same(&self.model.rows, &model.rows) {
            self.graded = Some(Arc::new(graded(model, &self.rows, data)));
            self.rows.make_stale();
        }
    }

    /// Works out values, bands and counts from the groups' sums, all of a block while it is in cache.
    fn place(&mut self, model: &Model, n: usize) {
        self.n_columns = u16::try_from(model.n_bands(Side::Columns)).expect("a model has at most 64 bands an axis");
        let n_cells = model.n_bands(Side::Rows) * usize::from(self.n_columns);
        let graded = self.graded.as_ref().map(|graded| graded.as_slice());
        let jobs = self.rows.jobs(&model.rows, graded).into_iter().zip(self.columns.jobs(&model.columns, None));
        let counts = shared(jobs.zip(blocks(n)).collect(), |((rows, columns), block)| {
            tally((rows(), columns()), self.population.not_all(block), self.n_columns, n_cells)
        });
        self.rows.settle();
        self.columns.settle();
        self.counts = added_up(&counts, n_cells);
        self.hold_back(n, n_cells);
    }

    /// Finds who is held, and by which gate: the first that it fails.
    fn hold_back(&mut self, n: usize, n_cells: usize) {
        let mut held = std::mem::take(&mut self.held);
        held.resize(if self.gates.is_empty() { 0 } else { n }, 0);
        let pieces = blocks(held.len()).into_iter().zip(held.chunks_mut(BLOCK)).collect();
        let values = [self.rows.values(), self.columns.values()];
        let counts = shared(pieces, |(block, held)| {
            held.fill(0);
            let mut counts = Vec::new();
            for (number, gate) in (1_u8..).zip(&self.gates) {
                let mut fails = gate.fails(block.clone(), values);
                for (fails, held) in fails.iter_mut().zip(held.iter_mut()) {
                    *fails &= *held == 0;
                    *held |= number * u8::from(*fails);
                }
                for (fails, inside) in fails.iter_mut().zip(&self.population.inside[block.clone()]) {
                    *fails &= *inside;
                }
                let bands = (&self.rows.bands()[block.clone()], &self.columns.bands()[block.clone()]);
                counts.push(tally(bands, Some(&fails), self.n_columns, n_cells));
            }
            counts
        });
        let of_gate = |gate: usize| added_up(counts.iter().map(|counts| &counts[gate]), n_cells);
        self.held_counts = (0..self.gates.len()).map(of_gate).collect();
        self.held = held;
    }

    pub fn as_of(&self) -> i64 {
        self.as_of
    }

    /// Returns the model of which these are the scores.
    pub fn model(&self) -> &Model {
        &self.model
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

    /// Returns a lead's cell: row × number of columns + column, or [`NO_CELL`].
    pub fn cell(&self, lead: usize) -> u16 {
        let here = || u16::from(self.rows.bands()[lead]) * self.n_columns + u16::from(self.columns.bands()[lead]);
        if self.population.inside[lead] { here() } else { NO_CELL }
    }

    /// Counts the leads of each cell by a part that each is in, one of at most three: part × number of cells + cell.
    pub fn count_parts<P: Copy + Sync>(&self, parts: &[P], part: impl Fn(P) -> u16 + Sync + Send) -> Vec<u64> {
        let n_cells = u16::try_from(self.counts.len()).expect("a model has at most 64 bands an axis");
        let counts = shared(blocks(parts.len()), |block| {
            let bands = (&self.rows.bands()[block.clone()], &self.columns.bands()[block.clone()]);
            tally_parts(bands, (&parts[block], &part), self.n_columns, n_cells)
        });
        added_up(&counts, 3 * self.counts.len())
    }

    /// Returns how often what follows from an axis was worked out: while that is the same, so are values, bands and population.
    pub fn version(&self, side: Side) -> (u64, u64) {
        (self.axis(side).version(), self.population.version)
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

    /// Returns the newest event of each lead at or before as-of, unknown if none.
    pub fn recent(&self) -> &Numbers {
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
    Population { inside: Arc::new(inside), size, problem, version: 0 }
}

/// Adds up the counts of blocks.
fn added_up<'c>(blocks: impl IntoIterator<Item = &'c Vec<u32>>, n_cells: usize) -> Vec<u64> {
    let mut counts = vec![0; n_cells];
    for block in blocks {
        for (count, here) in counts.iter_mut().zip(block) {
            *count += u64::from(*here);
        }
    }
    counts
}
