//! Why one lead has its score: a ledger whose lines sum exactly to both axis values, and the lead's timeline.

use crate::engine::columns::Dataset;
use crate::engine::hits::runs;
use crate::engine::predicate::DataError;
use crate::engine::score::Scores;
use crate::engine::score::bounds;
use crate::model::MAX_OCCURRENCES;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Value;

/// Everything that makes a lead's two values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// In the order of the model: rows first; every axis begins with its start and ends with its bounds, where it has them.
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
    /// What the axis's floor and ceiling took away (or gave back).
    Bounds,
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
    Events { seen: usize, counted: usize, newest: Option<i64> },
}

impl Explanation {
    /// Returns the sum of an axis's lines, in micropoints: exactly the lead's value.
    pub fn total(&self, side: Side) -> i64 {
        self.lines.iter().filter(|line| line.side == side).map(|line| line.points).sum()
    }
}

/// Explains one lead.
pub fn explain(model: &Model, data: &Dataset, scores: &Scores, lead: usize) -> Explanation {
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
                    evidence(&criterion.rule, data, scores.as_of(), lead)
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
        let (floor, ceiling) = bounds(axis.floor, axis.ceiling);
        let bounded = value.clamp(floor, ceiling);
        if bounded != value {
            lines.push(Line { side, cause: Cause::Bounds, points: bounded - value });
        }
    }
    Explanation { lines }
}

fn out_of_scope(scope: &Predicate, data: &Dataset, as_of: i64, lead: usize) -> bool {
    !scope.is_everyone() && !crate::engine::predicate::holds(scope, data, as_of).is_ok_and(|inside| inside[lead])
}

fn evidence(rule: &Rule, data: &Dataset, as_of: i64, lead: usize) -> Evidence {
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
        Rule::Activity { filter, within, repeat: _, decay: _ } => {
            let own = |event: &usize| data.events.lead[*event] as usize == lead;
            let events: Vec<usize> = runs(filter, *within, data, as_of).into_iter().flatten().filter(own).collect();
            return Evidence::Events {
                seen: events.len(),
                counted: todo!(),
                newest: events.iter().map(|event| i64::from(data.events.at[*event])).max(),
            };
        }
    }
    Evidence::Fields(fields)
}

/// One event of a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// UTC seconds.
    pub at: i64,
    pub kind: String,
    pub asset: Option<String>,
}

/// Returns a lead's events at or before as-of, newest first.
pub fn timeline(data: &Dataset, as_of: i64, lead: usize) -> Vec<Happening> {
    let events = &data.events;
    let mut happenings = Vec::new();
    for kind in 0..events.kinds.len() {
        for event in events.starts[kind]..events.starts[kind + 1] {
            if events.lead[event] as usize == lead && i64::from(events.at[event]) <= as_of {
                let asset = if events.asset.is_empty() { 0 } else { events.asset.get(event) };
                happenings.push(Happening {
                    at: i64::from(events.at[event]),
                    kind: events.kinds[kind].clone(),
                    asset: (asset > 0).then(|| events.assets[asset as usize - 1].clone()),
                });
            }
        }
    }
    happenings.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.kind.cmp(&b.kind)).then_with(|| a.asset.cmp(&b.asset)));
    happenings
}
