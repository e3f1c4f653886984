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

    /// Returns the zone of a lead: the gate's that holds it, else its cell's. None outside the population.
    pub(super) fn at(&self, scores: &Scores, lead: usize) -> Option<usize> {
        let cell = Some(scores.cell(lead)).filter(|cell| *cell != NO_CELL)?;
        scores.held_by(lead).map_or_else(|| self.cells[usize::from(cell)], |gate| self.gates[gate])
    }
}

/// Whether a zone is one that sales take over.
pub(super) fn of_sales(zone: &Zone) -> bool {
    zone.hands_over || zone.owner == Owner::Sales
}
