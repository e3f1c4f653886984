//! Why one lead has its score: a ledger whose lines sum exactly to both axis values, and the lead's timeline.

use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::decay::age;
use crate::engine::decay::freshness;
use crate::engine::events::select;
use crate::engine::idle::last_of;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds_for;
use crate::engine::score::Scores;
use crate::engine::sums::bounds;
use crate::model::Decay;
use crate::model::Degradation;
use crate::model::Filter;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Value;
use crate::model::Window;

/// Everything that makes a lead's two values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// In the order of the model: rows first; every axis begins with its start and ends with what degradations, bounds and
    /// scale do, where they do anything.
    pub lines: Vec<Line>,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub side: Side,
    pub cause: Cause,
    /// Micropoints.
    pub points: i64,
}

/// What a ledger line stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// What every lead starts with.
    Start,
    Criterion {
        name: String,
        evidence: Evidence,
    },
    /// What a group's bounds took away (or gave back).
    Cap {
        group: String,
    },
    /// What a degradation of the axis took away.
    Degradation {
        /// Its place among the axis's degradations.
        index: usize,
        why: Degraded,
    },
    /// What the axis's floor and ceiling took away (or gave back).
    Bounds,
    /// What the axis's scale made of the value, beside the value itself.
    Scale,
}

/// Why a degradation took points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Degraded {
    /// Nothing that counts since this instant, UTC seconds.
    Idle { since: i64 },
    /// By how many micropoints the sum of the groups rose.
    Climbed { by: i64 },
}

/// What a criterion saw of the lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The criterion is off.
    Off,
    /// The criterion cannot be read against these leads.
    NoData(DataError),
    /// The lead is outside the criterion's scope.
    OutOfScope,
    /// The fields the criterion reads with their values, none = unknown.
    Fields(Vec<(String, Option<Value>)>),
    /// The events it counted: how many there were in the window, how many it counts, and the newest, UTC seconds.
    Events {
        seen: usize,
        counted: usize,
        newest: Option<i64>,
        /// What is left of those it counts, in ten-thousandths of one fresh event; none where nothing decays.
        fresh: Option<i64>,
    },
    /// The tier it reached, if any, with the events in that tier's window (in the widest, if none was reached).
    Reached { tier: Option<usize>, seen: usize, newest: Option<i64> },
    /// An absence: the events in the window, and whether the lead is known to be older than it.
    Fewer { seen: usize, old_enough: bool },
}

impl Explanation {
    /// Returns the sum of an axis's lines, in micropoints: exactly the lead's value.
    pub fn total(&self, side: Side) -> i64 {
        self.lines.iter().filter(|line| line.side == side).map(|line| line.points).sum()
    }
}

/// Explains one lead, which has these events of its own.
pub fn explain(model: &Model, data: &Dataset, scores: &Scores, (lead, own): (usize, &[usize])) -> Explanation {
    let mut lines = Vec::new();
    let mut found = scores.criteria();
    for side in Side::BOTH {
        let axis = model.axis(side);
        let mut value = axis.start * POINT;
        if axis.start != 0 {
            lines.push(Line { side, cause: Cause::Start, points: value });
        }
        for (index, group) in axis.groups.iter().enumerate() {
            for criterion in &group.criteria {
                let found = found.next().expect("scores hold every criterion of their model");
                let units = found.hits.units(lead);
                let evidence = if let Some(problem) = &found.problem {
                    Evidence::NoData(problem.clone())
                } else if !criterion.on {
                    Evidence::Off
                } else if out_of_scope(&criterion.scope, data, scores.as_of(), lead) {
                    Evidence::OutOfScope
                } else {
                    evidence(&criterion.rule, data, scores.as_of(), (lead, own))
                };
                let weight = if criterion.on { criterion.weight } else { 0 };
                let cause = Cause::Criterion { name: criterion.name.clone(), evidence };
                lines.push(Line { side, cause, points: weight * units });
            }
            let sum = scores.group_sum(side, index, lead);
            let (min, max) = bounds(group.min, group.max);
            let capped = sum.clamp(min, max);
            if capped != sum {
                lines.push(Line { side, cause: Cause::Cap { group: group.name.clone() }, points: capped - sum });
            }
            value += capped;
        }
        for (index, degradation) in axis.degradations.iter().enumerate() {
            let taken = scores.taken(side, index, lead);
            if taken != 0 {
                let why = degraded(degradation, model, data, scores, (side, lead, own));
                lines.push(Line { side, cause: Cause::Degradation { index, why }, points: -taken });
                value -= taken;
            }
        }
        let (floor, ceiling) = bounds(axis.floor, axis.ceiling);
        let bounded = value.clamp(floor, ceiling);
        if bounded != value {
            lines.push(Line { side, cause: Cause::Bounds, points: bounded - value });
        }
        let scaled = scores.scaled(side, bounded);
        if scaled != bounded {
            lines.push(Line { side, cause: Cause::Scale, points: scaled - bounded });
        }
    }
    Explanation { lines }
}

fn degraded(
    degradation: &Degradation,
    model: &Model,
    data: &Dataset,
    scores: &Scores,
    (side, lead, own): (Side, usize, &[usize]),
) -> Degraded {
    match degradation {
        Degradation::Inactive(_) => {
            let since = last_of(model.axis(side), data, scores.as_of(), lead, own);
            Degraded::Idle { since: since.unwrap_or(UNKNOWN) }
        }
        Degradation::SlowClimb { over, .. } => {
            let now = scores.sum(side, lead);
            Degraded::Climbed { by: now - scores.sum_before(side, *over, lead).unwrap_or(now) }
        }
    }
}

fn out_of_scope(scope: &Predicate, data: &Dataset, as_of: i64, lead: usize) -> bool {
    !scope.is_everyone() && !holds_for(scope, data, as_of, lead).unwrap_or(false)
}

fn evidence(rule: &Rule, data: &Dataset, as_of: i64, (lead, own): (usize, &[usize])) -> Evidence {
    let mut fields: Vec<(String, Option<Value>)> = Vec::new();
    let mut see = |name: &str| {
        if !fields.iter().any(|(seen, _)| seen == name) {
            fields.push((name.to_owned(), data.field(name).and_then(|field| field.value(lead))));
        }
    };
    match rule {
        Rule::Match { when, .. } => when.each_test(&mut |name, _| see(name)),
        Rule::Tiers(tiers) => tiers.iter().for_each(|tier| tier.when.each_test(&mut |name, _| see(name))),
        Rule::Amount { field, .. } => see(field),
        Rule::Activity { filter, within, repeat, decay } => {
            return activity(filter, *within, repeat, *decay, data, as_of, (lead, own));
        }
    }
    Evidence::Fields(fields)
}

fn activity(
    filter: &Filter,
    within: Option<Window>,
    repeat: &Repeat,
    decay: Option<Decay>,
    data: &Dataset,
    as_of: i64,
    (lead, own): (usize, &[usize]),
) -> Evidence {
    let events_within = |within| match select(filter, within, data, as_of) {
        Ok(events) => events.among(own),
        Err(_) => Vec::new(),
    };
    let at = |event: usize| i64::from(data.events.at.get(event));
    match repeat {
        Repeat::Once | Repeat::Each(_) | Repeat::PerAsset(_) => {}
        Repeat::Reach(tiers) => {
            let met = tiers.iter().enumerate().find_map(|(index, tier)| {
                let events = events_within(tier.within);
                tier.is_met(events.len()).then_some((Some(index), events))
            });
            let widest = tiers.iter().map(|tier| tier.within).max_by_key(|w| w.map_or(i64::MAX, Window::seconds));
            let (tier, events) = met.unwrap_or_else(|| (None, events_within(widest.flatten())));
            return Evidence::Reached { tier, seen: events.len(), newest: events.first().map(|event| at(*event)) };
        }
        Repeat::FewerThan(_, window) => {
            let created = data.created().map_or(UNKNOWN, |created| created.get(lead));
            let old_enough = created != UNKNOWN && created <= as_of - window.seconds();
            return Evidence::Fewer { seen: events_within(Some(*window)).len(), old_enough };
        }
    }
    let seen = events_within(within);
    let mut counted = seen.clone();
    if matches!(repeat, Repeat::PerAsset(_)) {
        let mut assets: Vec<u32> = Vec::new();
        counted.retain(|event| {
            let asset = data.events.detail_of(*event).asset;
            let new = !assets.contains(&asset);
            assets.extend(new.then_some(asset));
            new
        });
    }
    counted.truncate(repeat.most().unwrap_or(0) as usize);
    Evidence::Events {
        seen: seen.len(),
        counted: counted.len(),
        newest: seen.first().map(|event| at(*event)),
        fresh: decay.map(|decay| counted.iter().map(|event| freshness(decay, age(at(*event), as_of))).sum()),
    }
}

/// One event of a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// UTC seconds.
    pub at: i64,
    pub kind: String,
    pub asset: Option<String>,
}

/// Returns those of a lead's events that are at or before as-of, newest first.
pub fn timeline(data: &Dataset, as_of: i64, own: &[usize]) -> Vec<Happening> {
    let events = &data.events;
    let kind_of = |event: usize| &events.kinds[usize::from(events.kind_of(event))];
    let past = |event: &&usize| i64::from(events.at.get(**event)) <= as_of;
    let mut happenings: Vec<Happening> = own
        .iter()
        .filter(past)
        .map(|&event| Happening {
            at: i64::from(events.at.get(event)),
            kind: kind_of(event).clone(),
            asset: events.word(events.detail_of(event).asset).map(str::to_owned),
        })
        .collect();
    happenings.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.kind.cmp(&b.kind)).then_with(|| a.asset.cmp(&b.asset)));
    happenings
}
