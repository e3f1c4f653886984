//! Learned fields on the leads at hand: learning, what is said of one lead and why, and how far that agrees with the model.
//! Never here: the statistics themselves; those are `insight`'s.

use crate::insight::agreement::Agreement;
use crate::insight::agreement::Compared;
use crate::insight::agreement::agreement;
use crate::insight::bayes;
use crate::insight::bayes::Weight;
use crate::insight::lesson;
use crate::insight::lesson::Refusal;
use crate::model::Edit;
use crate::model::Learned;
use crate::model::Part;
use crate::model::RankKey;
use crate::model::Side;
use crate::text::Msg;
use crate::workbench::Workbench;
use crate::workbench::tell_learned;

/// How many values are told of on either side.
const TOLD: usize = 3;

/// What a learned field says of one lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// The field's name.
    pub name: String,
    pub says: Result<Chance, Silence>,
}

/// How likely a lead is to be won.
#[derive(Clone, Debug, PartialEq)]
pub struct Chance {
    /// In hundredths of a percent.
    pub hundredths: i64,
    /// The values that speak most for winning, the best first; none where the stage alone decides.
    pub top: Vec<Weight>,
    /// Those that speak most against it, the worst first.
    pub low: Vec<Weight>,
    /// UTC seconds; none if what the model says of it is no instant.
    pub learned_at: Option<i64>,
    /// The leads it was learned from.
    pub won: u64,
    pub lost: u64,
}

/// Why a learned field says nothing of a lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Silence {
    /// It has learned nothing yet: from so many won and lost leads it could, or cannot for a reason.
    Untaught(Result<[u64; 2], Refusal>),
    /// What it has learned says nothing of this lead.
    Mute,
}

impl Workbench {
    /// Returns the learned field of that name.
    pub fn learned(&self, name: &str) -> Result<&Learned, Refusal> {
        let found = self.model.learned.iter().find(|learned| learned.name == name);
        found.ok_or_else(|| Refusal::NoLearned(name.to_owned()))
    }

    /// Returns the edit that gives a learned field what the leads teach it now.
    pub fn learn(&self, name: &str) -> Result<Edit, Refusal> {
        let found = lesson::learn(self.learned(name)?, self.data(), self.as_of())?;
        let mut all = self.model.learned.clone();
        for learned in all.iter_mut().filter(|learned| learned.name == name) {
            learned.lesson = Some(found.clone());
        }
        Ok(Edit::Set(vec![Part::Learned(all)]))
    }

    /// Returns what the model's first learned field says of a lead; none if it has no such field.
    pub fn prediction(&self, lead: usize) -> Option<Prediction> {
        self.model.learned.first().map(|learned| self.prediction_of(learned, lead))
    }

    fn prediction_of(&self, learned: &Learned, lead: usize) -> Prediction {
        let says = match &learned.lesson {
            None => Err(Silence::Untaught(lesson::ready(learned, self.data(), self.as_of()))),
            Some(lesson) => {
                let hundredths = bayes::hundredths(learned, lesson, self.data(), lead);
                hundredths.ok_or(Silence::Mute).map(|hundredths| {
                    let weights = bayes::explain(learned, lesson, self.data(), lead);
                    let some = |wanted: &dyn Fn(&Weight) -> bool, all: &mut dyn Iterator<Item = &Weight>| {
                        all.filter(|weight| wanted(weight)).take(TOLD).cloned().collect()
                    };
                    Chance {
                        hundredths,
                        top: some(&|weight| weight.score > 0.5, &mut weights.iter()),
                        low: some(&|weight| weight.score < 0.5, &mut weights.iter().rev()),
                        learned_at: lesson::instant(&lesson.at),
                        won: lesson.won,
                        lost: lesson.lost,
                    }
                })
            }
        };
        Prediction { name: learned.name.clone(), says }
    }

    /// Returns how many won and lost leads there are to learn from, or why they do not do.
    pub fn ready_to_learn(&self, name: &str) -> Result<[u64; 2], Refusal> {
        lesson::ready(self.learned(name)?, self.data(), self.as_of())
    }

    /// Says what a learned field has learned and how far that agrees with the model; or what it could learn.
    pub fn learned_told(&self, name: &str) -> Vec<Msg> {
        let learned = match self.learned(name) {
            Ok(learned) => learned,
            Err(why) => return vec![tell_learned::refusal(&why)],
        };
        let ready = self.ready_to_learn(name);
        // Where nothing can be learned, the reason says so.
        let absent = if ready.is_ok() { lesson::absent(learned, self.data()) } else { Vec::new() };
        let absent = tell_learned::absent(&absent);
        let Some(found) = &learned.lesson else {
            return std::iter::once(tell_learned::ready(&ready)).chain(absent).collect();
        };
        let agreement = match self.agreement(name) {
            Ok(agreement) => tell_learned::agreement(&agreement, self.model.top_share, self.reads(name)),
            Err(why) => vec![tell_learned::refusal(&why)],
        };
        std::iter::once(tell_learned::lesson(found)).chain(absent).chain(agreement).collect()
    }

    /// Compares a learned field with the model on the leads that are scored.
    pub fn agreement(&self, name: &str) -> Result<Agreement, Refusal> {
        let learned = self.learned(name)?;
        let lesson = learned.lesson.as_ref().ok_or_else(|| Refusal::Untaught(name.to_owned()))?;
        let outcomes = lesson::outcomes(learned, self.data(), self.as_of())?;
        Ok(agreement(&Compared {
            learned: &bayes::hundredths_of_all(learned, lesson, self.data()),
            model: &self.standing(),
            odds: &bayes::odds_before_outcome(learned, lesson, self.data()),
            outcomes: &outcomes,
            top_share: self.model.top_share,
        }))
    }

    /// Whether the model's criteria read a learned field, so that the two agree to that extent by making.
    pub fn reads(&self, name: &str) -> bool {
        let mut reads = false;
        for (_, _, criterion) in self.model.criteria().filter(|(_, _, criterion)| criterion.on && criterion.weight != 0)
        {
            criterion.each_field(&mut |field| reads |= field == name);
        }
        reads
    }

    /// Returns how high the model ranks each lead, leads with equal keys alike; none outside the population.
    fn standing(&self) -> Vec<Option<i64>> {
        let values = |side: Side, lead: u32| self.scores.value(side, lead as usize);
        let key = |lead: u32| -> Vec<i64> {
            let of = |key: &RankKey| match key {
                RankKey::Rows => values(Side::Rows, lead),
                RankKey::Columns => values(Side::Columns, lead),
                RankKey::Sum => values(Side::Rows, lead).saturating_add(values(Side::Columns, lead)),
                RankKey::Recent => self.scores.recent().get(lead as usize),
            };
            self.model.rank_by.iter().map(of).collect()
        };
        let mut standing = vec![None; self.data().n_leads()];
        for (run, place) in self.order().chunk_by(|a, b| key(*a) == key(*b)).zip(1_i64..) {
            for lead in run {
                standing[*lead as usize] = Some(-place);
            }
        }
        standing
    }
}
