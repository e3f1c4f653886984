//! What would make a model better, told without its data: nothing here ever blocks.

use crate::model::Axis;
use crate::model::Criterion;
use crate::model::FRESH;
use crate::model::FULL_SHARE;
use crate::model::Group;
use crate::model::MAX_OCCURRENCES;
use crate::model::Model;
use crate::model::Owner;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Step;
use crate::msg;
use crate::text::Msg;
use crate::text::show;

/// The most criteria that a person can weigh against one another.
const MANY_CRITERIA: usize = 15;

/// Something to improve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    pub text: Msg,
    /// The part of the model it speaks of; empty = the whole.
    pub at: Vec<Step>,
}

/// Returns what could be better in a model, in the order of its text.
pub fn advice(model: &Model) -> Vec<Advice> {
    let mut all = Vec::new();
    whole(model, &mut all);
    for side in Side::BOTH {
        unreachable_bands(model, side, &mut all);
    }
    hidden_characters(model, &mut all);
    zones(model, &mut all);
    all
}

fn whole(model: &Model, all: &mut Vec<Advice>) {
    let mut say = |text: Msg| all.push(Advice { text, at: Vec::new() });
    let counted: Vec<&Criterion> = model.criteria().map(|(_, _, c)| c).filter(|c| c.on && c.weight != 0).collect();
    if counted.is_empty() {
        return say(msg!("model-advice-no-criteria"));
    }
    if Side::BOTH.iter().any(|side| model.axis(*side).groups.iter().all(|group| group.criteria.is_empty())) {
        say(msg!("model-advice-one-axis"));
    }
    if counted.len() > MANY_CRITERIA {
        say(msg!("model-advice-many-criteria", n = counted.len(), many = MANY_CRITERIA));
    }
    if counted.iter().all(|criterion| contributions(criterion).0 >= 0) {
        say(msg!("model-advice-nothing-negative"));
    }
}

fn unreachable_bands(model: &Model, side: Side, all: &mut Vec<Advice>) {
    let axis = model.axis(side);
    if axis.groups.iter().all(|group| group.criteria.is_empty()) {
        return;
    }
    let (lowest, highest) = theoretical_range(axis);
    let edge = |index: usize| axis.bands.get(index).and_then(|band| band.from).map(|from| from.saturating_mul(POINT));
    for (index, band) in axis.bands.iter().enumerate() {
        let text = if edge(index).is_some_and(|from| highest < from) {
            msg!(
                "model-advice-band-too-high",
                band = &band.label,
                from = band.from.unwrap_or(0),
                highest = highest.div_euclid(POINT)
            )
        } else if edge(index + 1).is_some_and(|next| next <= lowest) {
            msg!("model-advice-band-too-low", band = &band.label, lowest = lowest.div_euclid(POINT))
        } else {
            continue;
        };
        all.push(Advice { text, at: vec![Step::Field(field(side)), Step::Field("bands"), Step::Item(index)] });
    }
}

/// Names that would show other than they are written: control characters, direction marks, zero-width characters.
fn hidden_characters(model: &Model, all: &mut Vec<Advice>) {
    let mut see = |name: &str, at: Vec<Step>| {
        if show(name) != name {
            all.push(Advice { text: msg!("model-advice-hidden-characters", name = name), at });
        }
    };
    for side in Side::BOTH {
        let axis = Step::Field(field(side));
        for (g, group) in model.axis(side).groups.iter().enumerate() {
            let at = vec![axis, Step::Field("groups"), Step::Item(g)];
            see(&group.name, [at.as_slice(), &[Step::Field("name")]].concat());
            for (c, criterion) in group.criteria.iter().enumerate() {
                let criterion_at = [Step::Field("criteria"), Step::Item(c), Step::Field("name")];
                see(&criterion.name, [at.as_slice(), &criterion_at].concat());
            }
        }
        for (b, band) in model.axis(side).bands.iter().enumerate() {
            see(&band.label, vec![axis, Step::Field("bands"), Step::Item(b), Step::Field("label")]);
        }
    }
    for (z, zone) in model.zones.iter().enumerate() {
        see(&zone.name, vec![Step::Field("zones"), Step::Item(z), Step::Field("name")]);
    }
}

fn zones(model: &Model, all: &mut Vec<Advice>) {
    let map = model.map_in_force();
    for (z, zone) in model.zones.iter().enumerate() {
        let mut say = |text: Msg| all.push(Advice { text, at: vec![Step::Field("zones"), Step::Item(z)] });
        let name = &zone.name;
        if zone.owner == Owner::Nobody {
            say(msg!("model-advice-zone-without-owner", zone = name));
        }
        if zone.action.is_none() {
            say(msg!("model-advice-zone-without-action", zone = name));
        }
        if map.is_some_and(|map| !map.rows.iter().any(|(_, zones)| zones.contains(name))) {
            say(msg!("model-advice-zone-nowhere", zone = name));
        }
    }
}

pub(super) fn field(side: Side) -> &'static str {
    match side {
        Side::Rows => "rows",
        Side::Columns => "columns",
    }
}

/// Returns the lowest and the highest value that an axis can give a lead, in micropoints.
///
/// Criteria are taken to be independent of one another: each may be at its best or worst whatever the others are.
/// What is switched off gives nothing. Values too large for a checked model stop at the ends of `i64`.
pub fn theoretical_range(axis: &Axis) -> (i64, i64) {
    let start = i128::from(axis.start) * i128::from(POINT);
    let (lowest, highest) = axis.groups.iter().map(group_range).fold((start, start), add);
    let (floor, ceiling) = (axis.floor, axis.ceiling);
    (saturated(clamped(lowest, floor, ceiling)), saturated(clamped(highest, floor, ceiling)))
}

fn group_range(group: &Group) -> (i128, i128) {
    let criteria = group.criteria.iter().filter(|criterion| criterion.on);
    let (lowest, highest) = criteria.map(contributions).fold((0, 0), add);
    (clamped(lowest, group.min, group.max), clamped(highest, group.min, group.max))
}

fn add(a: (i128, i128), b: (i128, i128)) -> (i128, i128) {
    (a.0 + b.0, a.1 + b.1)
}

/// Clamps micropoints to bounds in points, the upper one last.
fn clamped(value: i128, min: Option<i64>, max: Option<i64>) -> i128 {
    let raised = min.map_or(value, |min| value.max(i128::from(min) * i128::from(POINT)));
    max.map_or(raised, |max| raised.min(i128::from(max) * i128::from(POINT)))
}

fn saturated(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

/// Returns the least and the most that a criterion gives when it is on, in micropoints.
pub(super) fn contributions(criterion: &Criterion) -> (i128, i128) {
    let (least, most) = shares(criterion);
    let micropoints = |share: i64| i128::from(criterion.weight) * i128::from(share) * i128::from(FRESH);
    let (a, b) = (micropoints(least), micropoints(most));
    (a.min(b), a.max(b))
}

/// Returns the least and the most percent of its weight that a criterion gives.
fn shares(criterion: &Criterion) -> (i64, i64) {
    let times = |max: u32| i64::from(max.min(MAX_OCCURRENCES)) * FULL_SHARE;
    let mut shares = match &criterion.rule {
        Rule::Match { when, otherwise: 0 } if when.is_everyone() => vec![FULL_SHARE],
        Rule::Match { otherwise, .. } => vec![0, FULL_SHARE, i64::from(*otherwise)],
        Rule::Tiers(tiers) => {
            let last = tiers.iter().position(|tier| tier.when.is_everyone());
            let met = tiers.iter().take(last.map_or(tiers.len(), |last| last + 1)).map(|tier| i64::from(tier.share));
            met.chain(last.is_none().then_some(0)).collect()
        }
        Rule::Amount { max, .. } => vec![0, times(*max)],
        Rule::Activity { .. } => vec![0, todo!()],
    };
    if criterion.scope != Predicate::everyone() {
        shares.push(0);
    }
    (shares.iter().copied().min().unwrap_or(0), shares.iter().copied().max().unwrap_or(0))
}
