//! Which leads a review takes: its sample, drawn by lot where not everybody is asked for. Never here: what is said of them.

use crate::engine::rank::Fifth;
use crate::model::Side;
use crate::review::draw::draw;
use crate::review::session::Sample;
use crate::review::session::Sampled;
use crate::workbench::Listing;
use crate::workbench::Query;
use crate::workbench::Within;
use crate::workbench::Workbench;

impl Workbench {
    /// Draws a sample: the same for the same leads, model and seed. In rank order, of the top group before the next.
    pub fn sample(&self, sample: &Sample, seed: u64) -> Vec<Sampled> {
        let mut sampled = Vec::new();
        // Each group is drawn with a lot of its own, so that what is drawn of one says nothing of the other.
        for ((listing, most), lot) in self.sampled_from(sample).into_iter().zip(0_u64..) {
            let leads = self.all(&listing);
            let n = most.map_or(leads.len(), |most| most as usize);
            let drawn = draw(leads.len(), n, seed.wrapping_add(lot)).into_iter().map(|at| leads[at] as usize);
            sampled.extend(
                drawn.map(|lead| Sampled {
                    lead: self.data().keys.get(lead).to_owned(),
                    fifth: self.cut().fifths[lead],
                }),
            );
        }
        sampled
    }

    /// Returns how many leads a sample takes of each group that it draws from, and how many there are: `(drawn, of)`.
    pub fn sample_sizes(&self, sample: &Sample) -> Vec<(usize, usize)> {
        let sizes = |(leads, most): (Listing, Option<u32>)| {
            (most.map_or(leads.len(), |most| leads.len().min(most as usize)), leads.len())
        };
        self.sampled_from(sample).into_iter().map(sizes).collect()
    }

    /// Returns the groups that a sample draws from, in rank order, and how many of each at most.
    fn sampled_from(&self, sample: &Sample) -> Vec<(Listing, Option<u32>)> {
        let leads = |within| self.list(&Query { within, ..Query::default() });
        match sample {
            Sample::Fifths { top, next } => {
                vec![(leads(Within::Fifth(Fifth::Top)), *top), (leads(Within::Fifth(Fifth::Next)), *next)]
            }
            Sample::Cell { row, column, most } => {
                let band = |side, label: &str| {
                    (0..self.model.n_bands(side)).find(|band| self.model.label(side, *band) == label)
                };
                let cell = band(Side::Rows, row).zip(band(Side::Columns, column));
                vec![(cell.map_or_else(Listing::default, |(row, column)| leads(Within::Cell(row, column))), *most)]
            }
            Sample::Zone { name, most } => vec![(leads(Within::Zone(name.clone())), *most)],
        }
    }
}
