//! Which zone a lead is in: looked up once for each cell and gate, and then for any number of leads.

use crate::engine::score::NO_CELL;
use crate::engine::score::Scores;
use crate::model::Model;
use crate::model::Owner;
use crate::model::Side;
use crate::model::Zone;

/// The zones of a model's cells under the map in force, and of its gates, by their place among the model's zones.
pub(super) struct ZoneIndex {
    /// By row × number of columns + column.
    cells: Vec<Option<usize>>,
    gates: Vec<Option<usize>>,
}

impl ZoneIndex {
    pub(super) fn of(model: &Model) -> ZoneIndex {
        let place = |name: &str| model.zones.iter().position(|zone| zone.name == name);
        let [rows, columns] = Side::BOTH.map(|side| model.n_bands(side));
        let map = model.map_in_force();
        let zone = |row: usize, column: usize| map.and_then(|map| place(&model.zone_in(map, row, column)?.name));
        ZoneIndex {
            cells: (0..rows * columns).map(|cell| zone(cell / columns, cell % columns)).collect(),
            gates: model.gates.iter().map(|gate| place(&gate.zone)).collect(),
        }
    }

    /// Returns the zone of a lead; none outside the population.
    pub(super) fn at(&self, scores: &Scores, lead: usize) -> Option<usize> {
        Spot::of(scores, lead).and_then(|spot| self.of_spot(spot))
    }

    /// Returns the zone of whoever stands there: the gate's that holds it, else its cell's.
    pub(super) fn of_spot(&self, Spot { cell, held }: Spot) -> Option<usize> {
        held.map_or_else(|| self.cells[usize::from(cell)], |gate| self.gates[gate])
    }
}

/// Where a lead stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Row × number of columns + column.
    pub(super) cell: u16,
    /// The gate that holds it.
    pub(super) held: Option<usize>,
}

impl Spot {
    /// Returns where a lead stands; none outside the population.
    pub(super) fn of(scores: &Scores, lead: usize) -> Option<Spot> {
        let cell = Some(scores.cell(lead)).filter(|cell| *cell != NO_CELL)?;
        Some(Spot { cell, held: scores.held_by(lead) })
    }

    /// Returns the row and the column, from the lowest.
    pub(super) fn row_and_column(self, model: &Model) -> (usize, usize) {
        let n_columns = model.n_bands(Side::Columns);
        (usize::from(self.cell) / n_columns, usize::from(self.cell) % n_columns)
    }

    /// Returns the zone: the gate's that holds the lead, else the cell's.
    pub(super) fn zone(self, model: &Model) -> Option<&Zone> {
        let (row, column) = self.row_and_column(model);
        match self.held {
            Some(gate) => model.zone(&model.gates[gate].zone),
            None => model.map_in_force().and_then(|map| model.zone_in(map, row, column)),
        }
    }
}

/// Whether a zone is one that sales take over.
pub(super) fn of_sales(zone: &Zone) -> bool {
    zone.hands_over || zone.owner == Owner::Sales
}
