//! What would make a model better, told without its data: nothing here ever blocks. What concerns one axis is in `advice_axis`.

use crate::model::Criterion;
use crate::model::Model;
use crate::model::Owner;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Step;
use crate::model::Test;
use crate::model::Value;
use crate::model::advice_axis;
use crate::model::advice_cases::cases;
use crate::model::check::field;
use crate::model::range::contributions;
use crate::model::theoretical_range;
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

/// Returns every criterion with the way to it, rows first.
pub fn criteria_at(model: &Model) -> impl Iterator<Item = (Vec<Step>, &Criterion)> {
    Side::BOTH.into_iter().flat_map(move |side| {
        model.axis(side).groups.iter().enumerate().flat_map(move |(g, group)| {
            group.criteria.iter().enumerate().map(move |(c, criterion)| {
                let group = [Step::Field(field(side)), Step::Field("groups"), Step::Item(g)];
                ([group.as_slice(), &[Step::Field("criteria"), Step::Item(c)]].concat(), criterion)
            })
        })
    })
}

/// All advice so far.
#[derive(Default)]
pub(super) struct All {
    all: Vec<Advice>,
}

impl All {
    pub(super) fn say(&mut self, text: Msg, at: Vec<Step>) {
        self.all.push(Advice { text, at });
    }
}

/// Returns what could be better in a model: first of the whole, then in the order of its text.
pub fn advice(model: &Model) -> Vec<Advice> {
    let mut all = All::default();
    whole(model, &mut all);
    added_fields(model, &mut all);
    for side in Side::BOTH {
        advice_axis::axis(model, side, &mut all);
    }
    gates(model, &mut all);
    zones(model, &mut all);
    hidden_characters(model, &mut all);
    all.all
}

fn whole(model: &Model, all: &mut All) {
    let mut say = |text: Msg| all.say(text, Vec::new());
    if model.next_review.is_empty() {
        say(msg!("model-advice-no-review"));
    }
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
    let acts = counted.iter().any(|criterion| matches!(criterion.rule, Rule::Activity { .. }));
    let degrades = Side::BOTH.iter().any(|side| !model.axis(*side).degradations.is_empty());
    if acts && !degrades && !counted.iter().any(|criterion| ages(&criterion.rule)) {
        say(msg!("model-advice-nothing-ages"));
    }
}

/// Whether what a rule gives is lost again with time.
fn ages(rule: &Rule) -> bool {
    let Rule::Activity { within, repeat, decay, .. } = rule else { return false };
    let by_repeat = match repeat {
        Repeat::Once | Repeat::Each(_) | Repeat::PerAsset(_) => false,
        Repeat::Reach(tiers) => tiers.iter().any(|tier| tier.within.is_some()),
        Repeat::FewerThan(..) => true,
    };
    within.is_some() || decay.is_some() || by_repeat
}

fn added_fields(model: &Model, all: &mut All) {
    for (d, derived) in model.derived.iter().enumerate() {
        let at = [Step::Field("derived"), Step::Item(d), Step::Field("cases")];
        let conditions: Vec<&Predicate> = derived.cases.iter().map(|case| &case.when).collect();
        cases(&derived.name, &conditions, &at, all);
    }
    for (l, learned) in model.learned.iter().enumerate() {
        for (list, names) in [("blanks_count", &learned.blanks_count), ("tags", &learned.tags)] {
            for (index, name) in names.iter().enumerate().filter(|(_, name)| !learned.fields.contains(*name)) {
                let text = msg!("model-advice-not-counted", list = list, name = name, field = &learned.name);
                all.say(text, vec![Step::Field("learned"), Step::Item(l), Step::Field(list), Step::Item(index)]);
            }
        }
    }
}

fn gates(model: &Model, all: &mut All) {
    for (g, gate) in model.gates.iter().enumerate() {
        let at = |part| vec![Step::Field("gates"), Step::Item(g), Step::Field(part)];
        if model.zone(&gate.zone).is_some_and(|zone| zone.hands_over) {
            all.say(msg!("model-advice-gate-hands-over", gate = &gate.name, zone = &gate.zone), at("zone"));
        }
        if gate.pass.is_everyone() {
            all.say(msg!("model-advice-gate-open", gate = &gate.name), at("pass"));
        }
        for (side, least) in needed(&gate.pass) {
            let (_, highest) = theoretical_range(model.axis(side));
            if i128::from(highest) < i128::from(least) {
                let highest = highest.div_euclid(POINT);
                let text = msg!("model-advice-gate-closed", gate = &gate.name, axis = field(side), highest = highest);
                all.say(text, at("pass"));
            }
        }
    }
}

/// Returns the least values, in micropoints, without which a condition cannot hold.
fn needed(pass: &Predicate) -> Vec<(Side, i64)> {
    let least = |value: &Value| match value {
        Value::Whole(n) => Some(n.saturating_mul(POINT)),
        Value::Decimal(n) => Some(*n),
        Value::Text(_) | Value::Date(_) | Value::YesNo(_) => None,
    };
    match pass {
        Predicate::All(parts) => parts.iter().flat_map(needed).collect(),
        Predicate::Axis(side, Test::AtLeast(n) | Test::Between(n, _)) => {
            least(n).map(|n| (*side, n)).into_iter().collect()
        }
        Predicate::Axis(side, Test::MoreThan(n)) => {
            least(n).map(|n| (*side, n.saturating_add(1))).into_iter().collect()
        }
        Predicate::Axis(..) | Predicate::Any(_) | Predicate::Not(_) | Predicate::Field(..) => Vec::new(),
    }
}

fn zones(model: &Model, all: &mut All) {
    let map = model.map_in_force();
    for (z, zone) in model.zones.iter().enumerate() {
        let mut say = |text: Msg| all.say(text, vec![Step::Field("zones"), Step::Item(z)]);
        let name = &zone.name;
        if zone.owner == Owner::Nobody {
            say(msg!("model-advice-zone-without-owner", zone = name));
        }
        if zone.action.is_none() {
            say(msg!("model-advice-zone-without-action", zone = name));
        }
        if zone.hands_over && zone.sla_hours.is_none() {
            say(msg!("model-advice-zone-without-sla", zone = name));
        }
        let is_mapped = |map: &crate::model::Map| map.rows.iter().any(|(_, zones)| zones.contains(name));
        let is_gates = model.gates.iter().any(|gate| gate.zone == *name);
        if !is_gates && map.is_some_and(|map| !is_mapped(map)) {
            say(msg!("model-advice-zone-nowhere", zone = name));
        }
    }
}

/// Names that would show other than they are written: control characters, direction marks, zero-width characters.
fn hidden_characters(model: &Model, all: &mut All) {
    let mut see = |name: &str, at: Vec<Step>| {
        if show(name) != name {
            all.say(msg!("model-advice-hidden-characters", name = name), at);
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
    see(&model.ungraded, vec![Step::Field("ungraded")]);
    let mut each = |list: &'static str, names: &mut dyn Iterator<Item = &String>| {
        for (index, name) in names.enumerate() {
            see(name, vec![Step::Field(list), Step::Item(index), Step::Field("name")]);
        }
    };
    each("derived", &mut model.derived.iter().map(|derived| &derived.name));
    each("learned", &mut model.learned.iter().map(|learned| &learned.name));
    each("gates", &mut model.gates.iter().map(|gate| &gate.name));
    each("zones", &mut model.zones.iter().map(|zone| &zone.name));
    each("maps", &mut model.maps.iter().map(|map| &map.name));
    each("alerts", &mut model.alerts.iter().map(|alert| &alert.name));
}
