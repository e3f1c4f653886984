//! The questions of a review, answered from the leads at hand: gaps, contrast, patterns, missing negatives. Never here: the
//! statistics themselves; those are `insight`'s.

use crate::insight::contrast::Contrast;
use crate::insight::contrast::contrast;
use crate::insight::gaps::Gaps;
use crate::insight::gaps::gaps;
use crate::insight::ground;
use crate::insight::ground::Ground;
use crate::insight::ground::Source;
use crate::insight::lesson::Outcomes;
use crate::insight::makeup::Makeup;
use crate::insight::makeup::makeup;
use crate::insight::missing::Missing;
use crate::insight::missing::missing;
use crate::insight::patterns::Patterns;
use crate::insight::patterns::patterns;
use crate::model::RankKey;
use crate::model::Role;
use crate::workbench::Spread;
use crate::workbench::Workbench;

/// In how many steps the spread of the rank points is counted.
const SPREAD_STEPS: usize = 48;
/// How many values of a field are told one by one.
const VALUES: usize = 8;

/// The four questions of a review, answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Questions {
    /// The share of the population in the top group, in percent.
    pub top_share: u8,
    /// The points that rank the leads.
    pub rank_by: RankKey,
    /// Where it stands what came of the leads; none = nowhere.
    pub source: Option<Source>,
    /// The share from which on a criterion is flagged, in percent.
    pub flagged_share: u8,
    /// Are the gaps between the leads' points very large?
    pub gaps: Gaps,
    /// The same points, counted in steps.
    pub spread: Spread,
    /// Does the top group look really more interested than the next?
    pub contrast: Contrast,
    /// Is anything scored too high, twice, or for nothing?
    pub patterns: Patterns,
    /// Should something cost points?
    pub missing: Missing,
    /// What the top group and the next are made up of, field by field, the most different first; persons
    /// and outcomes are left out.
    pub makeups: Vec<Makeup>,
}

impl Workbench {
    /// Answers the four questions: some sweeps over the leads and their events, for a page that is opened, not for every frame.
    pub fn questions(&self, flagged_share: u8) -> Questions {
        let (outcomes, source) = self.outcomes();
        let ground = self.ground(&outcomes);
        let points = || ground.population().map(|lead| ground.rank_points(lead));
        Questions {
            top_share: self.model().top_share,
            rank_by: ground::rank_key(self.model()),
            source,
            flagged_share,
            gaps: gaps(&ground),
            spread: Spread::of(points, SPREAD_STEPS),
            contrast: contrast(&ground),
            patterns: patterns(&ground, flagged_share),
            missing: self.named(missing(&ground)),
            makeups: self.makeups(&ground),
        }
    }

    /// Returns the criteria that are missing: what bad leads have in common, and what costs nothing.
    pub fn missing_negatives(&self) -> Missing {
        self.named(self.questions_of(missing))
    }

    /// Gives the criteria names that are free.
    fn named(&self, mut missing: Missing) -> Missing {
        for mark in &mut missing.marks {
            mark.criterion.name = self.free_name(&mark.criterion.name);
        }
        missing
    }

    /// Returns the top group beside the next.
    pub fn contrast(&self) -> Contrast {
        self.questions_of(contrast)
    }

    /// Returns what the top group and the next are made up of by a field, with at most so many values one by one; none if there
    /// is no such field.
    pub fn makeup(&self, field: &str, most: usize) -> Option<Makeup> {
        let field = self.data().field(field)?;
        Some(self.questions_of(|ground| makeup(field, &ground.groups(), most)))
    }

    fn makeups(&self, ground: &Ground<'_>) -> Vec<Makeup> {
        let groups = ground.groups();
        // What came of the leads is told of already.
        let is_left_out = |role: Role| role.is_personal() || role == Role::Outcome;
        let told = self.data().fields.iter().filter(|field| !field.role.is_some_and(is_left_out));
        let mut makeups: Vec<Makeup> = told.map(|field| makeup(field, &groups, VALUES)).collect();
        makeups.sort_by_key(|makeup| std::cmp::Reverse(makeup.apart()));
        makeups
    }

    /// Returns what came of each lead, and where that stands; nothing of anybody where it stands nowhere.
    pub fn outcomes(&self) -> (Outcomes, Option<Source>) {
        match ground::outcomes(self.model(), self.data(), self.as_of()) {
            Some((outcomes, source)) => (outcomes, Some(source)),
            None => (Vec::new(), None),
        }
    }

    fn questions_of<T>(&self, ask: impl FnOnce(&Ground<'_>) -> T) -> T {
        let (outcomes, _) = self.outcomes();
        ask(&self.ground(&outcomes))
    }

    fn ground<'w>(&'w self, outcomes: &'w Outcomes) -> Ground<'w> {
        Ground {
            model: self.model(),
            data: self.data(),
            scores: self.scores(),
            cut: self.cut(),
            outcomes,
            verdicts: self.verdicts(),
        }
    }
}
