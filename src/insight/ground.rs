//! What a review's questions are asked of: the leads with their scores, what came of them, and what sales found of them.
//!
//! Never here: an answer.

use std::collections::BTreeMap;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::rank::Cut;
use crate::engine::rank::Fifth;
use crate::engine::score::Scores;
use crate::engine::sums::CriterionScores;
use crate::insight::lesson;
use crate::insight::lesson::Outcome;
use crate::insight::lesson::Outcomes;
use crate::model::Criterion;
use crate::model::Group;
use crate::model::Model;
use crate::model::RankKey;
use crate::model::Role;
use crate::model::Side;
use crate::model::fold_name;
use crate::review::Verdict;

/// The leads of a question.
#[derive(Clone, Copy)]
pub struct Ground<'g> {
    pub model: &'g Model,
    pub data: &'g Dataset,
    pub scores: &'g Scores,
    pub cut: &'g Cut,
    /// What came of each lead.
    pub outcomes: &'g Outcomes,
    /// What was found of the leads that have a verdict.
    pub verdicts: &'g BTreeMap<u32, Verdict>,
}

/// A criterion that is on and weighs something, with what it found.
#[derive(Clone, Copy)]
pub struct Counted<'g> {
    pub side: Side,
    pub group: &'g Group,
    pub criterion: &'g Criterion,
    pub found: &'g CriterionScores,
}

impl Counted<'_> {
    /// Returns what the criterion gives a lead: its line of the ledger, before the caps of its group and whatever the axis does to
    /// the sum.
    pub fn points(&self, lead: u32) -> i64 {
        self.criterion.weight * self.found.hits.units(lead as usize)
    }
}

impl<'g> Ground<'g> {
    /// Returns the leads of the top group and of the next, ascending.
    pub fn groups(&self) -> [Vec<u32>; 2] {
        [(Fifth::Top, self.cut.n_top), (Fifth::Next, self.cut.n_next)].map(|(wanted, n)| {
            let mut leads = Vec::with_capacity(n);
            let fifths = (0_u32..).zip(&self.cut.fifths).zip(self.scores.inside());
            leads
                .extend(fifths.filter(|((_, fifth), inside)| **inside && **fifth == wanted).map(|((lead, _), _)| lead));
            leads
        })
    }

    /// Returns the leads that are scored, ascending.
    pub fn population(&self) -> impl Iterator<Item = u32> + Clone + 'g {
        (0_u32..).zip(self.scores.inside()).filter(|(_, inside)| **inside).map(|(lead, _)| lead)
    }

    /// Returns the criteria that are on, weigh something and can be read, in the order of the model.
    pub fn criteria(&self) -> Vec<Counted<'g>> {
        let all = self.model.criteria().zip(self.scores.criteria());
        let counted = all.map(|((side, group, criterion), found)| Counted { side, group, criterion, found });
        counted.filter(|c| c.criterion.on && c.criterion.weight != 0 && c.found.problem.is_none()).collect()
    }

    /// Returns the points that rank a lead, in micropoints: those of the first key of the rank order that is points; the sum where
    /// none is.
    pub fn rank_points(&self, lead: u32) -> i64 {
        let value = |side: Side| self.scores.value(side, lead as usize);
        match rank_key(self.model) {
            RankKey::Rows => value(Side::Rows),
            RankKey::Columns => value(Side::Columns),
            RankKey::Sum | RankKey::Recent => value(Side::Rows).saturating_add(value(Side::Columns)),
        }
    }
}

/// Returns the first key of the rank order that is points; the sum where none is.
pub fn rank_key(model: &Model) -> RankKey {
    model.rank_by.iter().copied().find(|key| *key != RankKey::Recent).unwrap_or(RankKey::Sum)
}

/// Where it stands what came of the leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// In what a learned field of the model calls won and lost.
    Learned(String),
    /// In the words of the field that tells what sales made of a lead.
    Field(String),
}

/// Words for a lead that was won, folded, apart.
const WON: &str = "won closedwon dealwon gagne gagnee gagnes signe signee vendu vente customer client clientgagne converted converti \
    convertie";
/// Words for one that was lost.
const LOST: &str = "lost closedlost deallost perdu perdue perdus abandonne abandonnee disqualified disqualifie disqualifiee \
    unqualified nonqualifie sanssuite";

/// Returns what came of each lead, and where that stands; none where nothing says so of any lead.
///
/// A learned field that says what won and lost is comes first. Else the field that tells what sales made of a lead is read by its
/// words, in English or French; yes and no stand for won and lost.
pub fn outcomes(model: &Model, data: &Dataset, as_of: i64) -> Option<(Outcomes, Source)> {
    let says_any = |outcomes: &Outcomes| outcomes.iter().any(Option::is_some);
    for learned in &model.learned {
        if let Ok(outcomes) = lesson::outcomes(learned, data, as_of)
            && says_any(&outcomes)
        {
            return Some((outcomes, Source::Learned(learned.name.clone())));
        }
    }
    let field = data.field_in_role(Role::Outcome)?;
    let outcomes: Outcomes = match &field.column {
        Column::Text { codes, words } => {
            let says = |word: &String| {
                let folded = fold_name(word);
                let is_one_of = |words: &str| words.split(' ').any(|word| word == folded);
                match (is_one_of(WON), is_one_of(LOST)) {
                    (true, _) => Some(Outcome::Won),
                    (false, true) => Some(Outcome::Lost),
                    (false, false) => None,
                }
            };
            let by_code: Vec<_> = std::iter::once(None).chain(words.iter().map(says)).collect();
            (0..codes.len()).map(|lead| by_code[codes.get(lead) as usize]).collect()
        }
        Column::YesNo(answers) => {
            let says = |answer: &u8| match answer {
                2 => Some(Outcome::Won),
                1 => Some(Outcome::Lost),
                _ => None,
            };
            answers.iter().map(says).collect()
        }
        Column::Number(_) => return None,
    };
    says_any(&outcomes).then(|| (outcomes, Source::Field(field.name.clone())))
}
