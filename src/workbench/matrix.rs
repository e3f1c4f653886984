//! The matrix as values: cells with counts, shares of the top groups, changes against the baseline, zones; and what an
//! edit did to it. Rows from the highest band to the lowest, columns from the lowest to the highest.

use crate::engine::rank::Cut;
use crate::engine::rank::Fifth;
use crate::engine::score::NO_CELL;
use crate::engine::score::Scores;
use crate::engine::spread::extent;
use crate::engine::spread::spread;
use crate::engine::sweep;
use crate::engine::sweep::blocks;
use crate::engine::sweep::count_pairs;
use crate::engine::sweep::shared;
use crate::model::Edit;
use crate::model::Gate;
use crate::model::Map;
use crate::model::Model;
use crate::model::Side;
use crate::model::Zone;
use crate::workbench::Effect;
use crate::workbench::Past;
use crate::workbench::Workbench;
use crate::workbench::zones::of_sales;

/// The matrix of a model on its leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix<'w> {
    /// Row bands' labels, highest first.
    pub rows: Vec<&'w str>,
    /// Column bands' labels, lowest first.
    pub columns: Vec<&'w str>,
    /// One per row, then one per column.
    pub cells: Vec<Vec<Cell<'w>>>,
    /// Leads in all cells: the population.
    pub total: u64,
}

/// One cell of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell<'w> {
    /// Row, counted from the lowest; the ungraded are row 0 where the model sets them apart.
    pub row: usize,
    /// Column band, counted from the lowest.
    pub column: usize,
    pub count: u64,
    /// Leads in the cell under the baseline.
    pub base_count: u64,
    /// How many of its leads are in the top and in the next group.
    pub top: u64,
    pub next: u64,
    /// How many of its leads a gate holds back.
    pub held: u64,
    /// The zone of those that no gate holds.
    pub zone: Option<&'w Zone>,
}

/// A band before (under the baseline) and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandShift<'w> {
    pub label: &'w str,
    pub before: u64,
    pub after: u64,
}

impl Workbench {
    /// Returns the matrix, with the zones of the map in force.
    pub fn matrix(&self) -> Matrix<'_> {
        self.matrix_on(self.model.map_in_force())
    }

    /// Returns the matrix with the zones of a given map.
    pub fn matrix_on<'w>(&'w self, map: Option<&'w Map>) -> Matrix<'w> {
        let model = &self.model;
        let (n_rows, n_columns) = (model.n_bands(Side::Rows), model.n_bands(Side::Columns));
        let counts = self.scores.counts();
        let shares = self.shares();
        let cell = |row: usize, column: usize| {
            let cell = row * n_columns + column;
            Cell {
                row,
                column,
                count: counts[cell],
                base_count: self.base_count(row, column),
                top: shares[cell][0],
                next: shares[cell][1],
                held: (0..model.gates.len()).map(|gate| self.scores.held_counts(gate)[cell]).sum(),
                zone: map.and_then(|map| model.zone_in(map, row, column)),
            }
        };
        Matrix {
            rows: (0..n_rows).rev().map(|row| model.label(Side::Rows, row)).collect(),
            columns: (0..n_columns).map(|column| model.label(Side::Columns, column)).collect(),
            cells: (0..n_rows).rev().map(|row| (0..n_columns).map(|column| cell(row, column)).collect()).collect(),
            total: self.scores.size() as u64,
        }
    }

    /// Returns the baseline's count in the cell with the same labels; 0 where the baseline has no such band.
    fn base_count(&self, row: usize, column: usize) -> u64 {
        let base = self.baseline.model();
        let find = |side: Side, band: usize| {
            let label = self.model.label(side, band);
            (0..base.n_bands(side)).find(|band| base.label(side, *band) == label)
        };
        match (find(Side::Rows, row), find(Side::Columns, column)) {
            (Some(row), Some(column)) => self.baseline.scores.counts()[row * base.n_bands(Side::Columns) + column],
            _ => 0,
        }
    }

    /// Returns the zone a lead is in under the map in force: the gate's that holds it, else its cell's. None outside the
    /// population.
    pub fn zone_of(&self, lead: usize) -> Option<&Zone> {
        let (row, column) = self.cell_of(lead)?;
        match self.scores.held_by(lead) {
            Some(gate) => self.model.zone(&self.model.gates[gate].zone),
            None => self.model.zone_in(self.model.map_in_force()?, row, column),
        }
    }

    /// Returns the gate that holds a lead back.
    pub fn gate_of(&self, lead: usize) -> Option<&Gate> {
        self.cell_of(lead)?;
        Some(&self.model.gates[self.scores.held_by(lead)?])
    }

    /// Returns how many leads of the population a gate holds: those that pass the gates before it and fail it.
    pub fn held(&self, gate: usize) -> u64 {
        self.scores.held_counts(gate).iter().sum()
    }

    /// Returns how many leads are in each zone under the map in force, in the order of the model's zones.
    pub fn zone_counts(&self) -> Vec<u64> {
        zone_counts(&self.model, &self.scores)
    }

    /// Returns a lead's row and column, counted from the lowest; none outside the population.
    pub fn cell_of(&self, lead: usize) -> Option<(usize, usize)> {
        let cell = self.scores.cell(lead);
        let n_columns = self.model.n_bands(Side::Columns);
        (cell != NO_CELL).then(|| (usize::from(cell) / n_columns, usize::from(cell) % n_columns))
    }

    /// Returns each row or column before and after, from the lowest.
    pub fn shifts(&self, side: Side) -> Vec<BandShift<'_>> {
        let after = band_counts(&self.scores, &self.model, side);
        let base = self.baseline.model();
        let before = band_counts(&self.baseline.scores, base, side);
        (0..self.model.n_bands(side))
            .map(|band| {
                let label = self.model.label(side, band);
                let same = (0..base.n_bands(side)).find(|other| base.label(side, *other) == label);
                BandShift { label, before: same.map_or(0, |same| before[same]), after: after[band] }
            })
            .collect()
    }

    /// Returns how many leads are handed over to sales, under the baseline and now, each by its own map.
    pub fn handed_over(&self) -> (i64, i64) {
        (handed_over(self.baseline.model(), &self.baseline.scores), handed_over(&self.model, &self.scores))
    }

    /// Returns how many leads came into the top group since the baseline.
    pub fn came_into_top(&self) -> usize {
        entered(&self.baseline.cut().fifths, &self.cut().fifths)
    }
}

/// Returns how many leads stand in zones that hand over to sales, or that sales own, under the model's map in force.
fn handed_over(model: &Model, scores: &Scores) -> i64 {
    let counts = model.zones.iter().zip(zone_counts(model, scores));
    let sum: u64 = counts.filter(|(zone, _)| of_sales(zone)).map(|(_, count)| count).sum();
    i64::try_from(sum).unwrap_or(i64::MAX)
}

/// Returns the number of leads in each zone, in the order of the model's zones: those of its cells that no gate holds, and those
/// that gates hold for it.
pub(super) fn zone_counts(model: &Model, scores: &Scores) -> Vec<u64> {
    let n_columns = model.n_bands(Side::Columns);
    let place = |name: &str| model.zones.iter().position(|zone| zone.name == name);
    let mut counts = vec![0; model.zones.len()];
    let gates: Vec<(Option<usize>, &[u64])> =
        model.gates.iter().enumerate().map(|(gate, g)| (place(&g.zone), scores.held_counts(gate))).collect();
    let map = model.map_in_force();
    for (cell, count) in scores.counts().iter().enumerate() {
        let held: u64 = gates.iter().map(|(_, held)| held[cell]).sum();
        let zone = map.and_then(|map| model.zone_in(map, cell / n_columns, cell % n_columns));
        if let Some(zone) = zone.and_then(|zone| place(&zone.name)) {
            counts[zone] += count - held;
        }
        for (zone, held) in &gates {
            if let Some(zone) = zone {
                counts[*zone] += held[cell];
            }
        }
    }
    counts
}

fn band_counts(scores: &Scores, model: &Model, side: Side) -> Vec<u64> {
    let n_columns = model.n_bands(Side::Columns);
    let mut bands = vec![0; model.n_bands(side)];
    for (cell, count) in scores.counts().iter().enumerate() {
        let band = match side {
            Side::Rows => cell / n_columns,
            Side::Columns => cell % n_columns,
        };
        bands[band] += count;
    }
    bands
}

fn entered(before: &[Fifth], after: &[Fifth]) -> usize {
    count_pairs(before, after, |before, after| before != Fifth::Top && after == Fifth::Top)
}

/// Works out what an edit did. A band that was added or taken away moves only the leads that went to it or were in it.
pub(super) fn effect(edit: Edit, before: &Past, (model, after): (&Model, &Scores), cut: &Cut) -> Effect {
    let into_top = entered(&before.cut().fifths, &cut.fifths);
    let mut effect = Effect { edit, up: 0, down: 0, across: 0, into_top };
    let [old_rows, old_columns] = Side::BOTH.map(|side| before.scores.bands(side));
    let [rows, columns] = Side::BOTH.map(|side| after.bands(side));
    if Side::BOTH.iter().all(|side| model.n_bands(*side) == before.model().n_bands(*side)) {
        // A band that is only called something else stays where it is.
        count_moves(&mut effect, (rows, columns), (old_rows, old_columns), after.inside());
        return effect;
    }
    let now = |bands: &[u8]| bands.iter().map(|band| 2 * u16::from(*band) + 1).collect::<Vec<u16>>();
    let then = |side: Side| {
        let steps = half_steps(&labels(before.model(), side), &labels(model, side));
        let bands = before.scores.bands(side).iter();
        bands.map(|band| steps.get(usize::from(*band)).copied().unwrap_or(0)).collect::<Vec<u16>>()
    };
    let [old_rows, old_columns] = Side::BOTH.map(then);
    count_moves(&mut effect, (&now(rows), &now(columns)), (&old_rows, &old_columns), after.inside());
    effect
}

/// Returns the labels of a side's bands, lowest first.
fn labels(model: &Model, side: Side) -> Vec<&str> {
    (0..model.n_bands(side)).map(|band| model.label(side, band)).collect()
}

/// Returns where the bands of before stand among those of now, of which each takes two steps: one that is gone stands
/// between its neighbours.
fn half_steps(before: &[&str], now: &[&str]) -> Vec<u16> {
    let mut gap = 0;
    let stands = |(index, label): (usize, &&str)| {
        let same = if before.len() == now.len() { Some(index) } else { now.iter().position(|other| other == label) };
        let step = same.and_then(|at| u16::try_from(2 * at + 1).ok());
        gap = step.map_or(gap, |step| step + 1);
        step.unwrap_or(gap)
    };
    before.iter().enumerate().map(stands).collect()
}

/// Counts the leads that moved.
fn count_moves<T: Copy + PartialOrd + Sync>(
    effect: &mut Effect,
    (rows, columns): (&[T], &[T]),
    (old_rows, old_columns): (&[T], &[T]),
    inside: &[bool],
) {
    let moves = shared(blocks(inside.len()), |block| {
        let [rows, columns, old_rows, old_columns] =
            [rows, columns, old_rows, old_columns].map(|bands| &bands[block.clone()]);
        sweep::count_moves((rows, columns), (old_rows, old_columns), &inside[block])
    });
    for [up, down, across] in moves {
        effect.up += up;
        effect.down += down;
        effect.across += across;
    }
}

/// How finely the spread of an axis is counted; a screen merges neighbours where it has less room.
const SPREAD_STEPS: usize = 48;

impl Workbench {
    /// Returns how many leads of the top and of the next group each cell holds.
    fn shares(&self) -> &[[u64; 2]] {
        self.shares.get_or_init(|| {
            let n_cells = self.scores.counts().len();
            let counts = self.scores.count_parts(&self.cut().fifths, |fifth| fifth as u16);
            let of = |fifth: Fifth, cell: usize| counts[fifth as usize * n_cells + cell];
            (0..n_cells).map(|cell| [of(Fifth::Top, cell), of(Fifth::Next, cell)]).collect()
        })
    }

    /// Returns how the leads spread over an axis under the baseline and now: counts in equal steps from the smallest to the
    /// largest value of both.
    pub fn spread(&self, side: Side) -> &[Vec<u64>; 2] {
        let spread = self.spreads[side as usize].get_or_init(|| {
            let known = self.known_spreads[side as usize].as_ref();
            let version = self.scores.version(side);
            let of = |scores: &Scores| extent(scores.values(side), scores.inside());
            let extents = [
                known.map_or_else(|| of(&self.baseline.scores), |known| known.extents[0]),
                known
                    .filter(|known| known.version == version)
                    .map_or_else(|| of(&self.scores), |known| known.extents[1]),
            ];
            let lo = extents.iter().flatten().map(|(lo, _)| *lo).min().unwrap_or(0);
            let hi = extents.iter().flatten().map(|(_, hi)| *hi).max().unwrap_or(0);
            let known = known.filter(|known| known.over == (lo, hi));
            let count = |scores: &Scores| spread(scores.values(side), scores.inside(), (lo, hi), SPREAD_STEPS);
            let counts = [
                known.map_or_else(|| count(&self.baseline.scores), |known| known.counts[0].clone()),
                known
                    .filter(|known| known.version == version)
                    .map_or_else(|| count(&self.scores), |known| known.counts[1].clone()),
            ];
            FoundSpread { counts, extents, over: (lo, hi), version }
        });
        &spread.counts
    }

    /// Keeps what was found of the spreads for the next time: the baseline's, and that of an axis that stays as it is.
    pub(super) fn keep_spreads(&mut self) {
        for (spread, known) in self.spreads.iter_mut().zip(&mut self.known_spreads) {
            *known = spread.take().or_else(|| known.take());
        }
    }

    /// Forgets what was found of the spreads: the baseline is another.
    pub(super) fn forget_spreads(&mut self) {
        self.spreads = Default::default();
        self.known_spreads = Default::default();
    }
}

/// How the leads spread over an axis, under the baseline and now.
pub(super) struct FoundSpread {
    counts: [Vec<u64>; 2],
    /// The smallest and the largest value of each.
    extents: [Option<(i64, i64)>; 2],
    /// From where to where they are counted.
    over: (i64, i64),
    /// Of what scores.
    version: (u64, u64),
}
