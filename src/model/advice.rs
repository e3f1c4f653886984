//! What would make a model better, told without its data: nothing here ever blocks.

use crate::model::Criterion;
use crate::model::Model;
use crate::model::Owner;
use crate::model::POINT;
use crate::model::Side;
use crate::model::Step;
use crate::model::check::field;
use crate::model::range::contributions;
use crate::model::range::theoretical_range;
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
