//! The matrix as values: cells with counts, shares of the top groups, changes against the baseline, zones; and what an
//! edit did to it. Rows from the highest band to the lowest, columns from the lowest to the highest.

use crate::engine::rank::Fifth;
use crate::engine::score::NO_CELL;
use crate::engine::score::Scores;
use crate::model::Edit;
use crate::model::Map;
use crate::model::Model;
use crate::model::Owner;
use crate::model::Side;
use crate::model::Zone;
use crate::workbench::Before;
use crate::workbench::Effect;
use crate::workbench::Workbench;

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
    /// Row band, counted from the lowest.
    pub row: usize,
    /// Column band, counted from the lowest.
    pub column: usize,
    pub count: u64,
    /// Leads in the cell under the baseline.
    pub base_count: u64,
    /// How many of its leads are in the top and in the next group.
    pub top: u64,
    pub next: u64,
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
        let (rows, columns) = (&self.model.rows, &self.model.columns);
        let n_columns = columns.n_bands();
        let counts = self.scores.counts();
        let shares = self.shares();
        let cells = (0..rows.n_bands())
            .rev()
            .map(|row| {
                let zones = map.and_then(|map| map.rows.iter().find(|(label, _)| label == rows.label(row)));
                (0..n_columns)
                    .map(|column| {
                        let cell = row * n_columns + column;
                        Cell {
                            row,
                            column,
                            count: counts[cell],
                            base_count: self.base_count(row, column),
                            top: shares[cell][0],
                            next: shares[cell][1],
                            zone: zones.and_then(|(_, zones)| zones.get(column)).and_then(|z| self.model.zone(z)),
                        }
                    })
                    .collect()
            })
            .collect();
        Matrix {
            rows: (0..rows.n_bands()).rev().map(|row| rows.label(row)).collect(),
            columns: (0..n_columns).map(|column| columns.label(column)).collect(),
            cells,
            total: self.scores.size() as u64,
        }
    }

    /// Returns the baseline's count in the cell with the same labels; 0 where the baseline has no such band.
    fn base_count(&self, row: usize, column: usize) -> u64 {
        let base = &self.baseline.model;
        let find = |side: Side, band: usize| {
            let label = self.model.axis(side).label(band);
            (0..base.axis(side).n_bands()).find(|band| base.axis(side).label(*band) == label)
        };
        match (find(Side::Rows, row), find(Side::Columns, column)) {
            (Some(row), Some(column)) => self.baseline.scores.counts()[row * base.columns.n_bands() + column],
            _ => 0,
        }
    }

    /// Returns the name of the zone a lead is in under the map in force.
    pub fn zone_of(&self, lead: usize) -> Option<&Zone> {
        let (row, column) = self.cell_of(lead)?;
        let map = self.model.map_in_force()?;
        let (_, zones) = map.rows.iter().find(|(label, _)| label == self.model.rows.label(row))?;
        self.model.zone(zones.get(column)?)
    }

    /// Returns a lead's row and column band, counted from the lowest; none outside the population.
    pub fn cell_of(&self, lead: usize) -> Option<(usize, usize)> {
        let cell = self.scores.cells()[lead];
        let n_columns = self.model.columns.n_bands();
        (cell != NO_CELL).then(|| (usize::from(cell) / n_columns, usize::from(cell) % n_columns))
    }

    /// Returns each band of an axis before and after, from the lowest.
    pub fn shifts(&self, side: Side) -> Vec<BandShift<'_>> {
        let axis = self.model.axis(side);
        let after = band_counts(&self.scores, &self.model, side);
        let before = band_counts(&self.baseline.scores, &self.baseline.model, side);
        (0..axis.n_bands())
            .map(|band| {
                let base = self.baseline.model.axis(side);
                let same = (0..base.n_bands()).find(|other| base.label(*other) == axis.label(band));
                BandShift { label: axis.label(band), before: same.map_or(0, |same| before[same]), after: after[band] }
            })
            .collect()
    }

    /// Returns how many leads are handed over to sales, under the baseline and now, each by its own map.
    pub fn handed_over(&self) -> (i64, i64) {
        (handed_over(&self.baseline.model, &self.baseline.scores), handed_over(&self.model, &self.scores))
    }

    /// Returns how many leads came into the top group since the baseline.
    pub fn came_into_top(&self) -> usize {
        entered(&self.baseline.cut.fifths, &self.cut.fifths)
    }
}

/// Returns how many leads stand in zones that hand over to sales, or that sales own, under the model's map in force.
fn handed_over(model: &Model, scores: &Scores) -> i64 {
    let n_columns = model.columns.n_bands();
    let hands_over = |row: usize, column: usize| {
        let zone = model.map_in_force().and_then(|map| {
            let (_, zones) = map.rows.iter().find(|(label, _)| label == model.rows.label(row))?;
            model.zone(zones.get(column)?)
        });
        zone.is_some_and(|zone| zone.hands_over || zone.owner == Owner::Sales)
    };
    let cells = scores.counts().iter().enumerate();
    let sum: u64 = cells.filter(|(cell, _)| hands_over(cell / n_columns, cell % n_columns)).map(|(_, n)| n).sum();
    i64::try_from(sum).unwrap_or(i64::MAX)
}

fn band_counts(scores: &Scores, model: &Model, side: Side) -> Vec<u64> {
    let n_columns = model.columns.n_bands();
    let mut bands = vec![0; model.axis(side).n_bands()];
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
    before.iter().zip(after).filter(|(before, after)| **before != Fifth::Top && **after == Fifth::Top).count()
}

/// Works out what an edit did.
pub(super) fn effect(edit: Edit, before: &Before, after: &Scores, fifths: &[Fifth]) -> Effect {
    let mut effect = Effect { edit, up: 0, down: 0, across: 0, into_top: entered(&before.fifths, fifths) };
    let bands = after.bands(Side::Rows).iter().zip(after.bands(Side::Columns));
    let old_bands = before.places.rows.iter().zip(&before.places.columns);
    for ((now, was), inside) in bands.zip(old_bands).zip(after.inside()) {
        let (row, column) = (now.0.cmp(was.0), now.1.cmp(was.1));
        if row.is_eq() && column.is_eq() || !inside {
            continue;
        }
        match (row.is_gt() || column.is_gt(), row.is_lt() || column.is_lt()) {
            (true, true) => effect.across += 1,
            (true, false) => effect.up += 1,
            _ => effect.down += 1,
        }
    }
    effect
}

/// How finely the spread of an axis is counted; a screen merges neighbours where it has less room.
const SPREAD_STEPS: usize = 48;

impl Workbench {
    /// Returns how many leads of the top and of the next group each cell holds.
    fn shares(&self) -> &[[u64; 2]] {
        self.shares.get_or_init(|| {
            let mut shares = vec![[0_u64; 2]; self.scores.counts().len()];
            for (cell, fifth) in self.scores.cells().iter().zip(&self.cut.fifths) {
                match fifth {
                    Fifth::Top => shares[usize::from(*cell)][0] += 1,
                    Fifth::Next => shares[usize::from(*cell)][1] += 1,
                    Fifth::Rest => {}
                }
            }
            shares
        })
    }

    /// Returns how the leads spread over an axis under the baseline and now: counts in equal steps from the smallest to the
    /// largest value of both.
    pub fn spread(&self, side: Side) -> &[Vec<u64>; 2] {
        self.spreads[side as usize].get_or_init(|| {
            let both = [&self.baseline.scores, &self.scores];
            let scored = |scores: &'_ Scores| -> (i64, i64) {
                let values = scores.values(side).iter().zip(scores.inside()).filter(|(_, inside)| **inside);
                values.fold((i64::MAX, i64::MIN), |(lo, hi), (value, _)| (lo.min(*value), hi.max(*value)))
            };
            let ranges = both.map(scored);
            let lo = ranges[0].0.min(ranges[1].0);
            let width = i128::from(ranges[0].1.max(ranges[1].1)) - i128::from(lo) + 1;
            both.map(|scores| {
                let mut counts = vec![0; SPREAD_STEPS];
                for (value, inside) in scores.values(side).iter().zip(scores.inside()) {
                    if *inside {
                        let step = (i128::from(*value) - i128::from(lo)) * SPREAD_STEPS as i128 / width;
                        counts[usize::try_from(step).unwrap_or(0)] += 1;
                    }
                }
                counts
            })
        })
    }
}
