//! What a filled-in form of a criterion amounts to: the rule, the criterion, and what is wrong or still missing, cell by cell.

use std::ops::RangeInclusive;

use tui_input::Input;

use crate::model::Criterion;
use crate::model::Decay;
use crate::model::FieldType;
use crate::model::MAX_DAYS;
use crate::model::MAX_OCCURRENCES;
use crate::model::MAX_WEIGHT;
use crate::model::Predicate;
use crate::model::Reach;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Tier;
use crate::model::Value;
use crate::model::Window;
use crate::model::Words;
use crate::msg;
use crate::text::Msg;
use crate::tui::overlays::condition::ask;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::form::Kind;
use crate::tui::overlays::form::Row;
use crate::tui::overlays::form::activity::Activity;
use crate::tui::overlays::form::activity::DecayKind;
use crate::tui::overlays::form::activity::RepeatKind;
use crate::tui::overlays::rows::WindowInput;
use crate::tui::overlays::rows::whole;
use crate::workbench::Workbench;

/// What is wrong, and where.
type Wrong = Vec<(Row, Msg)>;

/// Reads a share as typed, in whole percent.
pub(super) fn whole_share(input: &Input) -> Option<i64> {
    let text = input.value().trim();
    whole(text.strip_suffix('%').unwrap_or(text))
}

/// Reads a number within bounds; else notes what is wrong and goes on with the lowest.
fn number(input: &Input, bounds: RangeInclusive<u32>, row: Row, why: Msg, wrong: &mut Wrong) -> u32 {
    let lowest = *bounds.start();
    let n = whole(input.value()).and_then(|n| u32::try_from(n).ok()).filter(|n| bounds.contains(n));
    n.unwrap_or_else(|| {
        wrong.push((row, why));
        lowest
    })
}

fn share(input: &Input, row: Row, wrong: &mut Wrong) -> i8 {
    let share = whole_share(input).filter(|share| (-100..=100).contains(share)).and_then(|n| i8::try_from(n).ok());
    share.unwrap_or_else(|| {
        wrong.push((row, msg!("tui-share-bounds")));
        0
    })
}

fn window(input: &WindowInput, row: Row, wrong: &mut Wrong) -> Option<Window> {
    input.read().unwrap_or_else(|why| {
        wrong.push((row, why));
        None
    })
}

/// Returns how events fade; notes what is wrong.
pub(super) fn decay(activity: &Activity, wrong: &mut Wrong) -> Option<Decay> {
    let before = wrong.len();
    let days = |input: &Input, row: Row, wrong: &mut Wrong| {
        number(input, 1..=MAX_DAYS, row, msg!("form-days-bounds", days = MAX_DAYS), wrong)
    };
    let decay = match activity.decay {
        DecayKind::None => return None,
        DecayKind::HalfLife => Decay::HalfLife(days(&activity.half_life, Row::HalfLife, wrong)),
        DecayKind::Line => Decay::Line(days(&activity.line, Row::Line, wrong)),
        DecayKind::Step => {
            let percent = number(&activity.percent, 1..=100, Row::Percent, msg!("form-percent-bounds"), wrong);
            let every = days(&activity.every, Row::Every, wrong);
            Decay::Step { percent: u8::try_from(percent).unwrap_or(100), every }
        }
    };
    (wrong.len() == before).then_some(decay)
}

fn repeat(activity: &Activity, wrong: &mut Wrong) -> Repeat {
    let times =
        |wrong: &mut Wrong| number(&activity.times, 1..=MAX_OCCURRENCES, Row::Times, msg!("tui-times-bounds"), wrong);
    match activity.repeat {
        RepeatKind::Once => Repeat::Once,
        RepeatKind::Each => Repeat::Each(times(wrong)),
        RepeatKind::Every => Repeat::Each(MAX_OCCURRENCES),
        RepeatKind::PerAsset => Repeat::PerAsset(times(wrong)),
        RepeatKind::FewerThan => {
            let fewer = number(&activity.fewer, 1..=MAX_OCCURRENCES, Row::Fewer, msg!("tui-times-bounds"), wrong);
            let within = window(&activity.absence, Row::Absence, wrong);
            if within.is_none() && !wrong.iter().any(|(row, _)| *row == Row::Absence) {
                wrong.push((Row::Absence, msg!("form-absence-window")));
            }
            Repeat::FewerThan(fewer, within.unwrap_or(Window::Days(1)))
        }
        RepeatKind::Reach => {
            if activity.reach.is_empty() {
                wrong.push((Row::AddReach, msg!("tui-no-tier")));
            }
            Repeat::Reach((0..activity.reach.len()).map(|at| reach(activity, at, wrong)).collect())
        }
    }
}

fn reach(activity: &Activity, at: usize, wrong: &mut Wrong) -> Reach {
    let tier = &activity.reach[at];
    let counts = || msg!("form-count-bounds", most = MAX_OCCURRENCES);
    let at_least = number(&tier.least, 0..=MAX_OCCURRENCES, Row::ReachLeast(at), counts(), wrong);
    let any_more = tier.most.value().trim().is_empty();
    let at_most = (!any_more).then(|| number(&tier.most, 0..=MAX_OCCURRENCES, Row::ReachMost(at), counts(), wrong));
    if at_most.is_some_and(|most| most < at_least) && !wrong.iter().any(|(row, _)| *row == Row::ReachMost(at)) {
        wrong.push((Row::ReachMost(at), msg!("form-most-below-least")));
    }
    let within = window(&tier.within, Row::ReachWithin(at), wrong);
    Reach { at_least, at_most, within, share: share(&tier.share, Row::ReachShare(at), wrong) }
}

impl CriterionForm {
    /// Returns the rule as far as it is filled in; notes what is wrong.
    fn rule(&self, wrong: &mut Wrong) -> Rule {
        match self.kind {
            Kind::Match => {
                if self.when.parts.is_empty() {
                    wrong.push((Row::AddCondition, msg!("tui-no-condition")));
                }
                Rule::Match { when: self.when.predicate(), otherwise: share(&self.otherwise, Row::Otherwise, wrong) }
            }
            Kind::Tiers => {
                if self.tiers.is_empty() {
                    wrong.push((Row::AddTier, msg!("tui-no-tier")));
                }
                let tiers = self.tiers.iter().enumerate();
                let tiers = tiers.map(|(at, tier)| Tier {
                    when: tier.when.clone(),
                    share: share(&tier.share, Row::TierShare(at), wrong),
                });
                Rule::Tiers(tiers.collect())
            }
            Kind::Amount => {
                if self.field.is_empty() {
                    wrong.push((Row::Field, msg!("tui-field-first")));
                }
                let per = ask::read(self.per.value(), FieldType::Whole);
                let per = per.filter(|per| !matches!(per, Value::Whole(..=0) | Value::Decimal(..=0)));
                if per.is_none() {
                    wrong.push((Row::Per, msg!("tui-per-bounds")));
                }
                let max = number(&self.most, 1..=MAX_OCCURRENCES, Row::Most, msg!("tui-times-bounds"), wrong);
                Rule::Amount { field: self.field.clone(), per: per.unwrap_or(Value::Whole(1)), max }
            }
            Kind::Activity => {
                let activity = &self.activity;
                let counts = activity.repeat.counts_events();
                Rule::Activity {
                    filter: activity.filter.clone(),
                    within: if counts { window(&activity.within, Row::Within, wrong) } else { None },
                    repeat: repeat(activity, wrong),
                    decay: if counts { decay(activity, wrong) } else { None },
                }
            }
        }
    }

    /// Returns the criterion; the error says what is wrong or missing, and where.
    pub fn criterion(&self, model: &crate::model::Model) -> Result<Criterion, Vec<(Row, Msg)>> {
        let mut wrong = Wrong::new();
        let name = self.name.value().trim().to_owned();
        let was = self.original.as_ref().map(|original| original.name.as_str());
        if name.is_empty() {
            wrong.push((Row::Name, msg!("tui-no-name")));
        } else if was != Some(&name) && model.criterion(&name).is_some() {
            wrong.push((Row::Name, msg!("tell-name-taken", name = &name)));
        }
        let weight = whole(self.weight.value()).filter(|weight| (-MAX_WEIGHT..=MAX_WEIGHT).contains(weight));
        if weight.is_none() {
            wrong.push((Row::Weight, msg!("tell-weight-bounds")));
        }
        let rule = self.rule(&mut wrong);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        // A title in other words no longer fits once the name has changed.
        let title = if self.drops_title() { Words::None } else { self.title.read() };
        Ok(Criterion {
            name,
            title,
            weight: weight.unwrap_or_default(),
            on: self.on,
            provenance: self.provenance(),
            note: self.note.read(),
            scope: self.scope.clone(),
            rule,
        })
    }

    pub(in crate::tui::overlays) fn recount(&mut self, bench: &Workbench) {
        self.wrong = self.criterion(bench.model()).err().unwrap_or_default();
        let mut wrong = Wrong::new();
        let rule = self.rule(&mut wrong);
        let criterion = Criterion { scope: self.scope.clone(), ..Criterion::of(rule) };
        self.touched = wrong.is_empty().then(|| bench.would_touch(&criterion));
        self.by_tier = bench.tier_counts(&criterion);
    }
}

impl CriterionForm {
    /// Returns all that is filled in, as text: two that are alike lose nothing against each other.
    pub(in crate::tui::overlays) fn filled_in(&self) -> String {
        let (activity, words) = (&self.activity, (self.title.read(), self.note.read()));
        let typed: Vec<&str> = (self.cells().into_iter())
            .filter(|cell| !matches!(cell, Row::Title | Row::TitleFrench | Row::Note | Row::NoteFrench))
            .filter_map(|cell| self.input_of(cell))
            .map(Input::value)
            .collect();
        let windows = activity.reach.iter().map(|tier| &tier.within).chain([&activity.within, &activity.absence]);
        let hours: Vec<bool> = windows.map(|window| window.hours).collect();
        let tiers: Vec<&Predicate> = self.tiers.iter().map(|tier| &tier.when).collect();
        let rule =
            (self.kind, &self.when, tiers, &self.field, &activity.filter, activity.repeat, activity.decay, hours);
        format!("{:?}", (typed, rule, self.group, &self.scope, self.on, self.provenance(), words))
    }
}
