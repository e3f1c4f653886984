//! How near one lead is to standing elsewhere: above and below the edges of its bands, at the cut of the top group, and under
//! another model. Never here: a change of anything; every answer is worked out beside the workbench.

use std::cmp::Ordering;

use crate::engine::columns::Dataset;
use crate::engine::explain::Cause;
use crate::engine::rank;
use crate::engine::rank::Fifth;
use crate::engine::score::Scores;
use crate::model::Edit;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::RankKey;
use crate::model::Side;
use crate::workbench::Workbench;
use crate::workbench::excerpt::only;

/// Most criteria that are named together as what keeps a lead in the top group.
const MOST_TOGETHER: usize = 3;

/// How far a lead is from the edges of its band on one axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandMargin {
    pub side: Side,
    /// The label of its band.
    pub label: String,
    /// Micropoints above the lower edge; none in the lowest band, and for the ungraded.
    pub above: Option<i64>,
    /// The label of the next band, and the micropoints that are missing to it; none in the highest, and for the ungraded.
    pub next: Option<(String, i64)>,
}

/// How far a lead is from the other side of the top group's cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CutMargin {
    /// It is in the top group, and leaves it without what these criteria give it, everything else equal; the one that is enough
    /// alone where there is one, else as few as are needed, three at most. Empty: not even without the three heaviest.
    Leaves(Vec<String>),
    /// It is not in the top group; what is missing, in micropoints, on the value that ranks first, until it stands where the last
    /// one in does. 0: it ties there and is behind on what comes after. None where no value ranks first.
    Misses(Option<i64>),
}

/// Where a lead would stand under another model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// Micropoints.
    pub rows: i64,
    pub columns: i64,
    pub row_band: String,
    pub column_band: String,
    /// From 1; none outside the population.
    pub rank: Option<u32>,
    pub fifth: Fifth,
}

impl Workbench {
    /// Returns a lead's distance to the edges of its bands, rows first; nothing of an axis that is absent, or outside the
    /// population.
    pub fn band_margins(&self, lead: usize) -> Vec<BandMargin> {
        let Some((row, column)) = self.cell_of(lead) else { return Vec::new() };
        let sides = [(Side::Rows, row), (Side::Columns, column)];
        let present = sides.into_iter().filter(|(side, _)| !self.model.axis(*side).is_absent());
        present.map(|(side, band)| self.band_margin(side, band, self.scores.value(side, lead))).collect()
    }

    fn band_margin(&self, side: Side, band: usize, value: i64) -> BandMargin {
        let model = &self.model;
        let label = model.label(side, band).to_owned();
        let own = usize::from(model.has_ungraded(side));
        let Some(at) = band.checked_sub(own) else { return BandMargin { side, label, above: None, next: None } };
        let edge = |at: usize| Some(model.axis(side).bands.get(at)?.from?.saturating_mul(POINT));
        let next = edge(at + 1).map(|edge| (model.label(side, band + 1).to_owned(), edge - value));
        BandMargin { side, label, above: edge(at).map(|edge| value - edge), next }
    }

    /// Returns how far a lead is from the other side of the top group's cut; none outside the population.
    pub fn cut_margin(&self, lead: usize) -> Option<CutMargin> {
        self.cell_of(lead)?;
        if self.cut().fifths[lead] != Fifth::Top {
            let last = self.cut().last_in?;
            let missing = match self.model.rank_by.first() {
                None | Some(RankKey::Recent) => None,
                Some(key) => Some(self.key(*key, last) - self.key(*key, lead)),
            };
            return Some(CutMargin::Misses(missing));
        }
        // Who takes its place if it goes: where everybody is in the top group, nobody.
        let Some(first_out) = self.at_rank(self.cut().n_top) else { return Some(CutMargin::Leaves(Vec::new())) };
        let mut lines: Vec<(i64, String)> = self
            .explain(lead)
            .lines
            .into_iter()
            .filter_map(|line| match line.cause {
                Cause::Criterion { name, .. } if line.points > 0 => Some((line.points, name)),
                _ => None,
            })
            .collect();
        // The lightest that is enough says most; together, the heaviest are the fewest.
        lines.sort_by_key(|(points, _)| *points);
        let single = only(self.data(), &[lead], &self.events_of(self.data(), lead));
        let leaves = |without: &[String]| self.would_rank_below((lead, &single), without, first_out as usize);
        if let Some((_, name)) = lines.iter().find(|(_, name)| leaves(std::slice::from_ref(name))) {
            return Some(CutMargin::Leaves(vec![name.clone()]));
        }
        let heaviest: Vec<String> = lines.into_iter().rev().take(MOST_TOGETHER).map(|(_, name)| name).collect();
        let enough = (2..=heaviest.len()).find(|n| leaves(&heaviest[..*n]));
        Some(CutMargin::Leaves(enough.map_or_else(Vec::new, |n| heaviest[..n].to_vec())))
    }

    /// Whether a lead would rank behind another one if some criteria gave it nothing, and it alone.
    fn would_rank_below(&self, (lead, single): (usize, &Dataset), without: &[String], other: usize) -> bool {
        let mut bare = Model {
            population: self.model.population.clone(),
            rows: self.model.rows.clone(),
            columns: self.model.columns.clone(),
            ..Model::default()
        };
        let axes = [&mut bare.rows, &mut bare.columns].into_iter();
        let criteria = axes.flat_map(|axis| &mut axis.groups).flat_map(|group| &mut group.criteria);
        // Turned off, it would change what an axis can reach, and with it every value that is brought to a range.
        for criterion in criteria.filter(|criterion| without.contains(&criterion.name)) {
            criterion.scope = Predicate::Any(Vec::new());
        }
        let scores = Scores::new(&bare, single, self.as_of());
        // Its newest event is the same whatever it is worth.
        let keys = self.model.rank_by.iter().map(|key| match key {
            RankKey::Recent => self.key(*key, lead),
            RankKey::Rows | RankKey::Columns | RankKey::Sum => key_of(*key, &scores, 0),
        });
        let theirs = self.model.rank_by.iter().map(|key| self.key(*key, other));
        keys.cmp(theirs).then(other.cmp(&lead)) == Ordering::Less
    }

    /// What a lead ranks by: micropoints, or seconds.
    fn key(&self, key: RankKey, lead: usize) -> i64 {
        key_of(key, &self.scores, lead)
    }

    /// Returns where a lead would stand after an edit, with everybody else scored by it too; none where it cannot be made.
    /// Nothing is changed.
    pub fn what_if(&self, edit: Edit, lead: usize) -> Option<WhatIf> {
        let mut model = self.model.clone();
        edit.apply(&mut model).ok()?;
        let mut scores = self.scores.clone();
        scores.update(&model, self.data());
        let lay = rank::lay(&model, &scores);
        let rank = u32::try_from(lead).ok().filter(|_| scores.inside()[lead]).and_then(|lead| {
            let place = *lay.places(&rank::keys(&model, &scores), &[lead]).first()?;
            u32::try_from(place + 1).ok()
        });
        let n_columns = model.n_bands(Side::Columns);
        let cell = usize::from(scores.cell(lead));
        let label = |side, band| if rank.is_some() { model.label(side, band).to_owned() } else { String::new() };
        Some(WhatIf {
            rows: scores.value(Side::Rows, lead),
            columns: scores.value(Side::Columns, lead),
            row_band: label(Side::Rows, cell / n_columns),
            column_band: label(Side::Columns, cell % n_columns),
            rank,
            fifth: rank::cut_as_laid(&model, &scores, &lay).fifths[lead],
        })
    }
}

fn key_of(key: RankKey, scores: &Scores, lead: usize) -> i64 {
    let value = |side| scores.value(side, lead);
    match key {
        RankKey::Rows => value(Side::Rows),
        RankKey::Columns => value(Side::Columns),
        RankKey::Sum => value(Side::Rows).saturating_add(value(Side::Columns)),
        RankKey::Recent => scores.recent().get(lead),
    }
}
