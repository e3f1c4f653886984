//! The rank order of a workbench's leads: as much of it as is asked for, and where a lead stands in it. Never here: its keys.

use std::cell::OnceCell;

use crate::engine::rank::Fifth;
use crate::engine::rank::first_two;
use crate::engine::rank::place_in;
use crate::engine::rank::rest;
use crate::workbench::Workbench;

/// The rank order, as far as somebody asked for it.
#[derive(Default)]
pub(super) struct Ranking {
    /// The top and the next group.
    first_two: OnceCell<Vec<u32>>,
    whole: OnceCell<Vec<u32>>,
}

impl Workbench {
    /// Returns the scored leads in rank order.
    pub fn order(&self) -> &[u32] {
        self.ranking.whole.get_or_init(|| {
            let rest = rest(&self.model, &self.scores, self.cut());
            [self.first_two(), rest.as_slice()].concat()
        })
    }

    /// Returns the leads of the top and of the next group in rank order, without ordering all others.
    pub(super) fn first_two(&self) -> &[u32] {
        let first_two = || first_two(&self.model, &self.scores, self.cut());
        self.ranking.first_two.get_or_init(first_two)
    }

    /// Returns a lead's rank, from 1; none outside the population.
    pub fn rank(&self, lead: usize) -> Option<u32> {
        if !self.scores.inside()[lead] {
            return None;
        }
        let order = if self.cut().fifths[lead] == Fifth::Rest { self.order() } else { self.first_two() };
        let lead = u32::try_from(lead).ok()?;
        u32::try_from(place_in(order, &self.model, &self.scores, lead) + 1).ok()
    }
}
