//! The rank order of a workbench's leads: as much of it as is asked for, and where a lead stands in it. Never here: its keys.

use std::cell::Cell;
use std::cell::OnceCell;
use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::engine::order::Lay;
use crate::engine::rank;
use crate::workbench::Workbench;

/// The rank order, as far as somebody asked for it.
#[derive(Default)]
pub(super) struct Ranking {
    lay: OnceCell<Lay>,
    whole: OnceCell<Vec<u32>>,
    /// Ranks that are known, from 1.
    known: RefCell<BTreeMap<u32, u32>>,
    /// How often all leads were looked at for some ranks.
    looks: Cell<usize>,
}

/// So often all leads are looked at for some ranks; whoever asks for more is better off with the whole order.
const MOST_LOOKS: usize = 16;
/// So many ranks are remembered.
const MOST_KNOWN: usize = 4_096;

impl Workbench {
    /// Returns the scored leads in rank order.
    pub fn order(&self) -> &[u32] {
        self.ranking.whole.get_or_init(|| rank::order(&self.model, &self.scores))
    }

    /// Returns how the first key of the rank order spreads over the leads.
    pub(super) fn lay(&self) -> &Lay {
        self.ranking.lay.get_or_init(|| rank::lay(&self.model, &self.scores))
    }

    /// Returns the lead at a place of the rank order, from 0; none behind the last.
    pub(super) fn at_rank(&self, place: usize) -> Option<u32> {
        let keys = rank::keys(&self.model, &self.scores);
        self.lay().page(&keys, place..place + 1).first().copied()
    }

    /// Returns a lead's rank, from 1; none outside the population.
    pub fn rank(&self, lead: usize) -> Option<u32> {
        if !self.scores.inside()[lead] {
            return None;
        }
        let lead = u32::try_from(lead).ok()?;
        self.look_up_ranks(&[lead]);
        let known = self.ranking.known.borrow().get(&lead).copied();
        known.or_else(|| u32::try_from(rank::place_in(self.order(), &self.model, &self.scores, lead) + 1).ok())
    }

    /// Finds the ranks of some leads together, as far as they are not known.
    pub(super) fn look_up_ranks(&self, leads: &[u32]) {
        let Ranking { whole, known, looks, .. } = &self.ranking;
        let is_new = |lead: &u32| self.scores.inside()[*lead as usize] && !known.borrow().contains_key(lead);
        let new: Vec<u32> = leads.iter().copied().filter(is_new).collect();
        if new.is_empty() || whole.get().is_some() {
            return;
        }
        if looks.get() == MOST_LOOKS || new.len() > MOST_KNOWN {
            self.order();
            return;
        }
        looks.set(looks.get() + 1);
        let keys = rank::keys(&self.model, &self.scores);
        let places = self.lay().places(&keys, &new);
        self.remember_ranks(new.into_iter().zip(places));
    }

    /// Remembers the places of some leads in the rank order, from 0.
    pub(super) fn remember_ranks(&self, places: impl ExactSizeIterator<Item = (u32, usize)>) {
        if places.len() > MOST_KNOWN {
            return;
        }
        let mut known = self.ranking.known.borrow_mut();
        if known.len() + places.len() > MOST_KNOWN {
            known.clear();
        }
        known.extend(places.filter_map(|(lead, place)| Some((lead, u32::try_from(place + 1).ok()?))));
    }
}
