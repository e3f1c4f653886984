//! The plain scorer: what a score means, said one lead and one criterion at a time, as obviously as possible.
//!
//! It reads rows, counts in `i128` and shares nothing with the engine but the model's types, so that an error would have
//! to be made twice to go unseen. Never here: anything clever, kept, packed or fast.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono::NaiveDateTime;
use chrono::TimeZone;

use quadrille::model::Axis;
use quadrille::model::Criterion;
use quadrille::model::Decay;
use quadrille::model::Degradation;
use quadrille::model::FieldType;
use quadrille::model::Filter;
use quadrille::model::Gate;
use quadrille::model::MAX_OCCURRENCES;
use quadrille::model::Model;
use quadrille::model::Predicate;
use quadrille::model::RankKey;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Take;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;

/// The field that tells when a lead was created.
pub const CREATED: &str = "created";
/// One point in micropoints.
const POINT: i128 = 1_000_000;

/// Leads as rows.
#[derive(Clone, Debug)]
pub struct Table {
    pub fields: Vec<(String, FieldType)>,
    pub kinds: Vec<String>,
    pub zone: chrono_tz::Tz,
    pub leads: Vec<Lead>,
}

/// One lead: the known values of its fields, and its events.
#[derive(Clone, Debug, Default)]
pub struct Lead {
    pub values: BTreeMap<String, Value>,
    pub events: Vec<Event>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    pub kind: String,
    /// UTC seconds.
    pub at: i64,
    pub asset: Option<String>,
    pub channel: Option<String>,
    pub campaign: Option<String>,
    /// Millionths.
    pub value: Option<i64>,
}

/// All leads scored.
#[derive(Debug)]
pub struct Plain {
    /// The leads with the fields that the model derives.
    pub table: Table,
    pub leads: Vec<Scored>,
    /// Whether the population's predicate can be read against these leads.
    pub population_read: bool,
    /// The population in rank order.
    pub order: Vec<usize>,
    pub n_top: usize,
    pub n_next: usize,
    pub ties: usize,
}

/// One lead scored.
#[derive(Debug)]
pub struct Scored {
    pub inside: bool,
    /// The gate that holds the lead, as its index.
    pub held: Option<usize>,
    pub rows: OnAxis,
    pub columns: OnAxis,
    /// Newest event at or before as-of.
    pub recent: Option<i64>,
}

/// One lead on one axis.
#[derive(Debug)]
pub struct OnAxis {
    /// Micropoints.
    pub value: i128,
    pub band: usize,
    pub criteria: Vec<OnCriterion>,
}

/// One lead under one criterion.
#[derive(Debug)]
pub struct OnCriterion {
    /// Whether the criterion can be read against these leads.
    pub read: bool,
    pub in_scope: bool,
    /// Share × freshness, whatever the weight.
    pub units: i128,
    /// Micropoints, 0 when off.
    pub points: i128,
    /// Matching events in the window.
    pub seen: usize,
}

/// Scores everyone.
pub fn score(model: &Model, table: &Table, as_of: i64) -> Plain {
    let table = with_derived(model, table, as_of);
    let population_read = can_read(&model.population, &table);
    let gates_read: Vec<bool> = model.gates.iter().map(|gate| can_read_gate(&gate.pass, &table)).collect();
    let leads: Vec<Scored> = table
        .leads
        .iter()
        .map(|lead| {
            let mut rows = on_axis(&model.rows, lead, &table, as_of);
            let columns = on_axis(&model.columns, lead, &table, as_of);
            let values = (rows.value, columns.value);
            let fails = |(gate, read): (&Gate, &bool)| *read && !passes(&gate.pass, lead, values, &table, as_of);
            let held = model.gates.iter().zip(&gates_read).position(fails);
            if !model.ungraded.is_empty() {
                rows.band = if is_graded(&model.rows, &rows, lead) { rows.band + 1 } else { 0 };
            }
            Scored {
                inside: !population_read || holds(&model.population, lead, &table, as_of),
                held,
                rows,
                columns,
                recent: lead.events.iter().map(|event| event.at).filter(|at| *at <= as_of).max(),
            }
        })
        .collect();

    let mut order: Vec<usize> = (0..leads.len()).filter(|lead| leads[*lead].inside).collect();
    order.sort_by(|a, b| by_keys(&model.rank_by, &leads[*a], &leads[*b]).then(a.cmp(b)));
    let n = order.len();
    let share = usize::from(model.top_share);
    let n_top = ceil_percent(n, share).min(n);
    let n_next = ceil_percent(n, share * 2).min(n) - n_top;
    // A key that was said before decides nothing; recency decides if anything comes after it, or nothing comes before it.
    let mut deciding: Vec<RankKey> = Vec::new();
    for key in &model.rank_by {
        if !deciding.contains(key) {
            deciding.push(*key);
        }
    }
    if deciding.len() > 1 && deciding.last() == Some(&RankKey::Recent) {
        deciding.pop();
    }
    let ties = match n_top {
        0 => 0,
        n_top => {
            let last = &leads[order[n_top - 1]];
            order.iter().filter(|lead| by_keys(&deciding, &leads[**lead], last) == Ordering::Equal).count()
        }
    };
    Plain { table, leads, population_read, order, n_top, n_next, ties }
}

/// The leads with the fields that the model derives.
fn with_derived(model: &Model, table: &Table, as_of: i64) -> Table {
    let mut table = table.clone();
    for derived in &model.derived {
        let read = derived.cases.iter().all(|case| can_read(&case.when, &table));
        let mut values = Vec::new();
        for lead in &table.leads {
            let case = derived.cases.iter().find(|case| read && holds(&case.when, lead, &table, as_of));
            values.push(case.map(|case| &case.value).or(derived.otherwise.as_ref().filter(|_| read)).cloned());
        }
        for (lead, value) in table.leads.iter_mut().zip(values) {
            match value {
                Some(value) => lead.values.insert(derived.name.clone(), value),
                None => lead.values.remove(&derived.name),
            };
        }
        let kind = match &derived.cases[0].value {
            Value::Text(_) => FieldType::Text,
            Value::Whole(_) => FieldType::Whole,
            Value::Decimal(_) => FieldType::Decimal,
            Value::Date(_) => FieldType::Date,
            Value::YesNo(_) => FieldType::YesNo,
        };
        table.fields.retain(|(name, _)| *name != derived.name);
        table.fields.push((derived.name.clone(), kind));
    }
    table
}

/// Whether anything is known of what the criteria that are on read.
fn is_graded(axis: &Axis, found: &OnAxis, lead: &Lead) -> bool {
    let criteria = axis.groups.iter().flat_map(|group| &group.criteria);
    criteria.zip(&found.criteria).filter(|(criterion, _)| criterion.on).any(|(criterion, found)| {
        match &criterion.rule {
            Rule::Match { when, .. } => any_known(when, lead),
            Rule::Tiers(tiers) => tiers.iter().any(|tier| any_known(&tier.when, lead)),
            Rule::Amount { field, .. } => lead.values.contains_key(field),
            Rule::Activity { repeat: Repeat::FewerThan(..), .. } => false,
            Rule::Activity { .. } => found.units != 0,
        }
    })
}

/// Whether a gate, which may also ask for values, lets a lead through.
fn passes(pass: &Predicate, lead: &Lead, values: (i128, i128), table: &Table, as_of: i64) -> bool {
    match pass {
        Predicate::All(parts) => parts.iter().all(|part| passes(part, lead, values, table, as_of)),
        Predicate::Any(parts) => parts.iter().any(|part| passes(part, lead, values, table, as_of)),
        Predicate::Not(part) => !passes(part, lead, values, table, as_of),
        Predicate::Axis(Side::Rows, test) => number_passes(values.0, test),
        Predicate::Axis(Side::Columns, test) => number_passes(values.1, test),
        Predicate::Field(..) => holds(pass, lead, table, as_of),
    }
}

fn ceil_percent(n: usize, percent: usize) -> usize {
    let hundredths = n * percent;
    hundredths / 100 + usize::from(!hundredths.is_multiple_of(100))
}

/// The higher or the more recent comes first; no event at all comes last.
fn by_keys(keys: &[RankKey], a: &Scored, b: &Scored) -> Ordering {
    for key in keys {
        let order = match key {
            RankKey::Rows => b.rows.value.cmp(&a.rows.value),
            RankKey::Columns => b.columns.value.cmp(&a.columns.value),
            RankKey::Sum => (b.rows.value + b.columns.value).cmp(&(a.rows.value + a.columns.value)),
            RankKey::Recent => b.recent.cmp(&a.recent),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    Ordering::Equal
}

fn on_axis(axis: &Axis, lead: &Lead, table: &Table, as_of: i64) -> OnAxis {
    let (before, criteria) = sum(axis, lead, table, as_of);
    let mut value = before;
    for degradation in &axis.degradations {
        value -= taken(degradation, before, axis, lead, table, as_of);
    }
    value = clamp(value, axis.floor, axis.ceiling);
    if let Scale::To(lo, hi) = axis.scale {
        let (lo, hi) = (i128::from(lo), i128::from(hi));
        value = match best(axis) {
            Some(best) if best > 0 => (lo + (hi - lo) * value.clamp(0, best) / best) * POINT,
            _ => lo * POINT,
        };
    }
    let mut reached = 0;
    for (band, from) in axis.bands.iter().map(|band| band.from).enumerate() {
        if from.is_none_or(|from| value >= i128::from(from) * POINT) {
            reached = band;
        }
    }
    OnAxis { value, band: reached, criteria }
}

/// The start and the groups, each within its caps.
fn sum(axis: &Axis, lead: &Lead, table: &Table, as_of: i64) -> (i128, Vec<OnCriterion>) {
    let mut criteria = Vec::new();
    let mut value = i128::from(axis.start) * POINT;
    for group in &axis.groups {
        let mut sum = 0;
        for criterion in &group.criteria {
            let found = on_criterion(criterion, lead, table, as_of);
            sum += found.points;
            criteria.push(found);
        }
        value += clamp(sum, group.min, group.max);
    }
    (value, criteria)
}

fn created(lead: &Lead, table: &Table) -> Option<i64> {
    let is_date = kind_of(CREATED, table) == Some(FieldType::Date);
    match lead.values.get(CREATED) {
        Some(Value::Date(at)) if is_date => Some(*at),
        _ => None,
    }
}

/// What a degradation takes from a sum.
fn taken(degradation: &Degradation, before: i128, axis: &Axis, lead: &Lead, table: &Table, as_of: i64) -> i128 {
    match degradation {
        Degradation::Inactive(steps) => {
            let mut last = None;
            for criterion in axis.groups.iter().flat_map(|group| &group.criteria).filter(|criterion| criterion.on) {
                let Rule::Activity { filter, .. } = &criterion.rule else { continue };
                let in_scope = !can_read(&criterion.scope, table) || holds(&criterion.scope, lead, table, as_of);
                if in_scope && can_read_filter(filter, table) {
                    let events = lead.events.iter().filter(|event| counts(filter, None, event, as_of));
                    last = last.max(events.map(|event| event.at).max());
                }
            }
            let Some(since) = last.or(created(lead, table)) else { return 0 };
            let days = (as_of - since).div_euclid(24 * 60 * 60);
            let reached = steps.iter().filter(|step| days >= i64::from(step.days)).max_by_key(|step| step.days);
            match reached.map(|step| step.take) {
                None => 0,
                Some(Take::Points(points)) => i128::from(points) * POINT,
                Some(Take::Percent(percent)) => before.max(0) * i128::from(percent) / 10_000 * 100,
                Some(Take::DownTo(points)) => (before - i128::from(points) * POINT).max(0),
            }
        }
        Degradation::SlowClimb { gain, over, below, points } => {
            let then = as_of - i64::from(*over) * 24 * 60 * 60;
            if created(lead, table).is_some_and(|at| at > then) || before >= i128::from(*below) * POINT {
                return 0;
            }
            let rose = before - sum(axis, lead, table, then).0;
            if rose < i128::from(*gain) * POINT { i128::from(*points) * POINT } else { 0 }
        }
    }
}

/// The most that the start and the groups can give; none when a criterion counts without limit.
fn best(axis: &Axis) -> Option<i128> {
    let mut best = i128::from(axis.start) * POINT;
    for group in &axis.groups {
        let mut sum = 0;
        for criterion in group.criteria.iter().filter(|criterion| criterion.on) {
            let (mut shares, mut limit) = (vec![0], 0);
            match &criterion.rule {
                Rule::Match { when, otherwise } => {
                    shares = if *when == Predicate::All(vec![]) && *otherwise == 0 {
                        vec![100]
                    } else {
                        vec![0, 100, i128::from(*otherwise)]
                    };
                }
                Rule::Tiers(tiers) => {
                    shares.clear();
                    let always = tiers.iter().position(|tier| tier.when == Predicate::All(vec![]));
                    shares.extend(tiers[..always.map_or(tiers.len(), |a| a + 1)].iter().map(|t| i128::from(t.share)));
                    shares.extend(always.is_none().then_some(0));
                }
                Rule::Amount { max, .. } => limit = *max,
                Rule::Activity { repeat: Repeat::Once | Repeat::FewerThan(..), .. } => shares.push(100),
                Rule::Activity { repeat: Repeat::Each(max) | Repeat::PerAsset(max), .. } => limit = *max,
                Rule::Activity { repeat: Repeat::Reach(tiers), .. } => {
                    shares.clear();
                    let always = tiers.iter().position(|tier| tier.at_least == 0 && tier.at_most.is_none());
                    shares.extend(tiers[..always.map_or(tiers.len(), |a| a + 1)].iter().map(|t| i128::from(t.share)));
                    shares.extend(always.is_none().then_some(0));
                }
            }
            if limit >= MAX_OCCURRENCES && criterion.weight > 0 && group.max.is_none() {
                return None;
            }
            shares.extend((limit > 0).then_some(100 * i128::from(limit.min(MAX_OCCURRENCES))));
            shares.extend((criterion.scope != Predicate::All(vec![])).then_some(0));
            sum += shares.iter().map(|share| i128::from(criterion.weight) * share * 10_000).max().unwrap_or(0);
        }
        best += clamp(sum, group.min, group.max);
    }
    Some(best)
}

fn clamp(value: i128, min: Option<i64>, max: Option<i64>) -> i128 {
    let mut value = value;
    if let Some(min) = min {
        value = value.max(i128::from(min) * POINT);
    }
    if let Some(max) = max {
        value = value.min(i128::from(max) * POINT);
    }
    value
}

fn on_criterion(criterion: &Criterion, lead: &Lead, table: &Table, as_of: i64) -> OnCriterion {
    let read = can_read(&criterion.scope, table) && can_read_rule(&criterion.rule, table);
    let in_scope = read && holds(&criterion.scope, lead, table, as_of);
    let (mut percent, mut fresh, mut seen) = (0, 10_000, 0);
    if in_scope {
        match &criterion.rule {
            Rule::Match { when, otherwise } => {
                if holds(when, lead, table, as_of) {
                    percent = 100;
                } else if any_known(when, lead) {
                    percent = i128::from(*otherwise);
                }
            }
            Rule::Tiers(tiers) => {
                if let Some(tier) = tiers.iter().find(|tier| holds(&tier.when, lead, table, as_of)) {
                    percent = i128::from(tier.share);
                }
            }
            Rule::Amount { field, per, max } => {
                let per = millionths(per).expect("a rule that can be read divides by a number");
                if let Some(amount) = lead.values.get(field).and_then(millionths) {
                    percent = 100 * (amount / per).clamp(0, i128::from(*max).min(i128::from(MAX_OCCURRENCES)));
                }
            }
            Rule::Activity { .. } => (percent, fresh, seen) = activity(&criterion.rule, lead, table, as_of),
        }
    }
    // weight × share (percent) × freshness (ten-thousandths).
    let units = percent * fresh;
    let points = if criterion.on { i128::from(criterion.weight) * units } else { 0 };
    OnCriterion { read, in_scope, units, points, seen }
}

/// Returns the share in percent, the freshness of what counts, and how many events there were.
fn activity(rule: &Rule, lead: &Lead, table: &Table, as_of: i64) -> (i128, i128, usize) {
    let Rule::Activity { filter, within, repeat, decay } = rule else { unreachable!("activity alone is asked for") };
    let mut fresh = 10_000;
    let events_within = |window| -> Vec<&Event> {
        let mut events: Vec<&Event> = lead.events.iter().filter(|event| counts(filter, window, event, as_of)).collect();
        events.sort_by_key(|event| -event.at);
        events
    };
    let mut events = events_within(match repeat {
        Repeat::FewerThan(_, window) => Some(*window),
        _ => *within,
    });
    let seen = events.len();
    match repeat {
        Repeat::Once => events.truncate(1),
        Repeat::Each(max) => events.truncate((*max).min(MAX_OCCURRENCES) as usize),
        Repeat::PerAsset(max) => {
            let mut assets = Vec::new();
            events.retain(|event| {
                let first = !assets.contains(&event.asset);
                assets.push(event.asset.clone());
                first
            });
            events.truncate((*max).min(MAX_OCCURRENCES) as usize);
        }
        Repeat::Reach(_) | Repeat::FewerThan(..) => {}
    }
    let percent = match repeat {
        Repeat::Reach(tiers) => {
            let met = tiers.iter().find(|tier| {
                let n = events_within(tier.within).len() as u64;
                n >= u64::from(tier.at_least) && tier.at_most.is_none_or(|most| n <= u64::from(most))
            });
            met.map_or(0, |tier| i128::from(tier.share))
        }
        Repeat::FewerThan(n, window) => {
            let begin = as_of - seconds(*window);
            let old = created(lead, table).is_some_and(|at| at <= begin);
            if old && (seen as u64) < u64::from(*n) { 100 } else { 0 }
        }
        _ => {
            fresh = events.iter().map(|event| freshness(*decay, as_of - event.at)).sum();
            100
        }
    };
    (percent, fresh, seen)
}

fn freshness(decay: Option<Decay>, age_in_seconds: i64) -> i128 {
    let age = age_in_seconds / (24 * 60 * 60);
    match decay {
        None => 10_000,
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a few thousand days")]
        Some(Decay::HalfLife(days)) => (10_000.0 * 0.5_f64.powf(age as f64 / f64::from(days))).round() as i128,
        Some(Decay::Step { percent, every }) => {
            (10_000 - 100 * i128::from(percent) * i128::from(age / i64::from(every))).max(0)
        }
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a few thousand days")]
        Some(Decay::Line(days)) => ((10_000.0 * (1.0 - age as f64 / f64::from(days))).round() as i128).max(0),
    }
}

fn seconds(window: Window) -> i64 {
    match window {
        Window::Days(days) => i64::from(days) * 24 * 60 * 60,
        Window::Hours(hours) => i64::from(hours) * 60 * 60,
    }
}

pub fn counts(filter: &Filter, within: Option<Window>, event: &Event, as_of: i64) -> bool {
    let right_kind = filter.kinds.is_empty() || filter.kinds.contains(&event.kind);
    let new_enough = within.is_none_or(|window| as_of - seconds(window) < event.at);
    let says = |part: &Option<String>, test: &Option<Test>| match (test, part) {
        (None, _) => true,
        (Some(Test::Known), part) => part.is_some(),
        (Some(Test::Unknown), part) => part.is_none(),
        (Some(_), None) => false,
        (Some(test), Some(word)) => text_passes(word, test),
    };
    let right_value = match (&filter.value, event.value) {
        (None, _) => true,
        (Some(Test::Known), value) => value.is_some(),
        (Some(Test::Unknown), value) => value.is_none(),
        (Some(_), None) => false,
        (Some(test), Some(value)) => number_passes(i128::from(value), test),
    };
    right_kind
        && new_enough
        && event.at <= as_of
        && says(&event.channel, &filter.channel)
        && says(&event.asset, &filter.asset)
        && says(&event.campaign, &filter.campaign)
        && right_value
}

fn can_read_rule(rule: &Rule, table: &Table) -> bool {
    match rule {
        Rule::Match { when, .. } => can_read(when, table),
        Rule::Tiers(tiers) => tiers.iter().all(|tier| can_read(&tier.when, table)),
        Rule::Amount { field, per, .. } => {
            matches!(kind_of(field, table), Some(FieldType::Whole | FieldType::Decimal))
                && millionths(per).is_some_and(|per| per > 0)
        }
        Rule::Activity { filter, .. } => can_read_filter(filter, table),
    }
}

pub fn can_read_filter(filter: &Filter, table: &Table) -> bool {
    let words = |test: &Option<Test>| {
        matches!(
            test,
            None | Some(
                Test::Known | Test::Unknown | Test::Is(_) | Test::OneOf(_) | Test::Contains(_) | Test::StartsWith(_)
            )
        )
    };
    let known_kind = filter.kinds.is_empty() || filter.kinds.iter().any(|kind| table.kinds.contains(kind));
    let number =
        filter.value.as_ref().is_none_or(|test| matches!(test, Test::Known | Test::Unknown) || asks_number(test));
    known_kind && words(&filter.channel) && words(&filter.asset) && words(&filter.campaign) && number
}

/// Whether a test compares with numbers and nothing else.
fn asks_number(test: &Test) -> bool {
    match test {
        Test::Is(value)
        | Test::AtLeast(value)
        | Test::AtMost(value)
        | Test::MoreThan(value)
        | Test::LessThan(value) => millionths(value).is_some(),
        Test::Between(lo, hi) => millionths(lo).is_some() && millionths(hi).is_some(),
        Test::OneOf(values) => values.iter().all(|value| millionths(value).is_some()),
        _ => false,
    }
}

/// Whether a gate can be read: as any predicate, and values answer what numbers answer.
fn can_read_gate(pass: &Predicate, table: &Table) -> bool {
    match pass {
        Predicate::All(parts) | Predicate::Any(parts) => parts.iter().all(|part| can_read_gate(part, table)),
        Predicate::Not(part) => can_read_gate(part, table),
        Predicate::Axis(_, test) => asks_number(test),
        Predicate::Field(..) => can_read(pass, table),
    }
}

fn kind_of(field: &str, table: &Table) -> Option<FieldType> {
    table.fields.iter().find(|(name, _)| name == field).map(|(_, kind)| *kind)
}

/// Whether every field of the predicate exists and its type can answer the test.
pub fn can_read(predicate: &Predicate, table: &Table) -> bool {
    match predicate {
        Predicate::All(parts) | Predicate::Any(parts) => parts.iter().all(|part| can_read(part, table)),
        Predicate::Not(part) => can_read(part, table),
        Predicate::Axis(..) => false,
        Predicate::Field(name, test) => kind_of(name, table).is_some_and(|kind| match (kind, test) {
            (_, Test::Known | Test::Unknown)
            | (FieldType::Text, Test::Is(_) | Test::OneOf(_) | Test::Contains(_) | Test::StartsWith(_))
            | (FieldType::YesNo, Test::Is(Value::YesNo(_)))
            | (FieldType::Date, Test::InLast(_)) => true,
            (FieldType::Whole | FieldType::Decimal, test) => asks_number(test),
            (
                FieldType::Date,
                Test::Is(value)
                | Test::AtLeast(value)
                | Test::AtMost(value)
                | Test::MoreThan(value)
                | Test::LessThan(value)
                | Test::Before(value)
                | Test::After(value),
            ) => moment(value).is_some(),
            (FieldType::Date, Test::Between(lo, hi)) => moment(lo).is_some() && moment(hi).is_some(),
            (FieldType::Date, Test::OneOf(values)) => values.iter().all(|value| moment(value).is_some()),
            _ => false,
        }),
    }
}

fn any_known(predicate: &Predicate, lead: &Lead) -> bool {
    match predicate {
        Predicate::All(parts) | Predicate::Any(parts) => parts.iter().any(|part| any_known(part, lead)),
        Predicate::Not(part) => any_known(part, lead),
        Predicate::Field(name, _) => lead.values.contains_key(name),
        Predicate::Axis(..) => false,
    }
}

/// Whether a predicate that can be read holds for a lead.
pub fn holds(predicate: &Predicate, lead: &Lead, table: &Table, as_of: i64) -> bool {
    match predicate {
        Predicate::All(parts) => parts.iter().all(|part| holds(part, lead, table, as_of)),
        Predicate::Any(parts) => parts.iter().any(|part| holds(part, lead, table, as_of)),
        Predicate::Not(part) => !holds(part, lead, table, as_of),
        Predicate::Axis(..) => unreachable!("only gates ask for values"),
        Predicate::Field(name, test) => match (lead.values.get(name), test) {
            (value, Test::Known) => value.is_some(),
            (value, Test::Unknown) => value.is_none(),
            (None, _) => false,
            (Some(Value::Text(word)), test) => text_passes(word, test),
            (Some(Value::YesNo(yes)), test) => *test == Test::Is(Value::YesNo(*yes)),
            (Some(Value::Date(at)), test) => date_passes(*at, test, table.zone, as_of),
            (Some(number), test) => number_passes(millionths(number).expect("whole or decimal"), test),
        },
    }
}

pub fn text_passes(word: &str, test: &Test) -> bool {
    let word = lower(word);
    match test {
        Test::Is(value) => word == lower(&value.to_string()),
        Test::OneOf(values) => values.iter().any(|value| word == lower(&value.to_string())),
        Test::Contains(part) => word.contains(&lower(part)),
        Test::StartsWith(part) => word.starts_with(&lower(part)),
        other => unreachable!("a text cannot answer {other:?}"),
    }
}

/// Trimmed, and each character in its simple lower case.
///
/// The simple lower case of a character is one character. The standard library knows the full one, which differs for
/// one character alone: that of `İ` is `i` and a dot above, where the simple one is `i`.
fn lower(text: &str) -> String {
    let one = |c: char| if c == 'İ' { vec!['i'] } else { c.to_lowercase().collect() };
    text.trim().chars().flat_map(one).collect()
}

fn number_passes(number: i128, test: &Test) -> bool {
    let n = |value: &Value| millionths(value).expect("a test that can be read compares with numbers");
    match test {
        Test::Is(value) => number == n(value),
        Test::OneOf(values) => values.iter().any(|value| number == n(value)),
        Test::AtLeast(value) => number >= n(value),
        Test::AtMost(value) => number <= n(value),
        Test::MoreThan(value) => number > n(value),
        Test::LessThan(value) => number < n(value),
        Test::Between(lo, hi) => n(lo) <= number && number <= n(hi),
        other => unreachable!("a number cannot answer {other:?}"),
    }
}

fn millionths(value: &Value) -> Option<i128> {
    match value {
        Value::Whole(n) => Some(i128::from(*n) * 1_000_000),
        Value::Decimal(n) => Some(i128::from(*n)),
        Value::Text(_) | Value::Date(_) | Value::YesNo(_) => None,
    }
}

/// What a date is compared with.
enum Moment {
    /// A day on the calendar of the workspace.
    Day(NaiveDate),
    /// UTC seconds.
    Instant(i64),
}

fn moment(value: &Value) -> Option<Moment> {
    match value {
        Value::Date(at) => Some(Moment::Instant(*at)),
        Value::Text(text) => match NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d") {
            Ok(day) => Some(Moment::Day(day)),
            Err(_) => NaiveDateTime::parse_from_str(text.trim(), "%Y-%m-%dT%H:%M:%SZ")
                .ok()
                .map(|instant| Moment::Instant(instant.and_utc().timestamp())),
        },
        Value::Whole(_) | Value::Decimal(_) | Value::YesNo(_) => None,
    }
}

fn date_passes(at: i64, test: &Test, zone: chrono_tz::Tz, as_of: i64) -> bool {
    let against = |value: &Value| match moment(value).expect("a test that can be read compares with dates") {
        Moment::Day(day) => zone.timestamp_opt(at, 0).unwrap().date_naive().cmp(&day),
        Moment::Instant(instant) => at.cmp(&instant),
    };
    match test {
        Test::Is(value) => against(value).is_eq(),
        Test::OneOf(values) => values.iter().any(|value| against(value).is_eq()),
        Test::AtLeast(value) => against(value).is_ge(),
        Test::AtMost(value) => against(value).is_le(),
        Test::Between(lo, hi) => against(lo).is_ge() && against(hi).is_le(),
        Test::Before(value) | Test::LessThan(value) => against(value).is_lt(),
        Test::After(value) | Test::MoreThan(value) => against(value).is_gt(),
        Test::InLast(days) => as_of - i64::from(*days) * 24 * 60 * 60 < at && at <= as_of,
        other => unreachable!("a date cannot answer {other:?}"),
    }
}
