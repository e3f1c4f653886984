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
use quadrille::model::FieldType;
use quadrille::model::Filter;
use quadrille::model::MAX_OCCURRENCES;
use quadrille::model::Model;
use quadrille::model::Predicate;
use quadrille::model::RankKey;
use quadrille::model::Rule;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;

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

#[derive(Clone, Debug)]
pub struct Event {
    pub kind: String,
    /// UTC seconds.
    pub at: i64,
    pub asset: Option<String>,
}

/// All leads scored.
#[derive(Debug)]
pub struct Plain {
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
    /// Micropoints, 0 when off.
    pub points: i128,
    /// Matching events in the window.
    pub seen: usize,
}

/// Scores everyone.
pub fn score(model: &Model, table: &Table, as_of: i64) -> Plain {
    let population_read = can_read(&model.population, table);
    let leads: Vec<Scored> = table
        .leads
        .iter()
        .map(|lead| Scored {
            inside: !population_read || holds(&model.population, lead, table, as_of),
            rows: on_axis(&model.rows, lead, table, as_of),
            columns: on_axis(&model.columns, lead, table, as_of),
            recent: lead.events.iter().map(|event| event.at).filter(|at| *at <= as_of).max(),
        })
        .collect();

    let mut order: Vec<usize> = (0..leads.len()).filter(|lead| leads[*lead].inside).collect();
    order.sort_by(|a, b| by_keys(&model.rank_by, &leads[*a], &leads[*b]).then(a.cmp(b)));
    let n = order.len();
    let share = usize::from(model.top_share);
    let n_top = ceil_percent(n, share).min(n);
    let n_next = ceil_percent(n, share * 2).min(n) - n_top;
    let before_recent: Vec<RankKey> = model.rank_by.iter().copied().take_while(|key| *key != RankKey::Recent).collect();
    let ties = match n_top {
        0 => 0,
        n_top => {
            let last = &leads[order[n_top - 1]];
            order.iter().filter(|lead| by_keys(&before_recent, &leads[**lead], last) == Ordering::Equal).count()
        }
    };
    Plain { leads, population_read, order, n_top, n_next, ties }
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
    value = clamp(value, axis.floor, axis.ceiling);
    let mut reached = 0;
    for (band, from) in axis.bands.iter().map(|band| band.from).enumerate() {
        if from.is_none_or(|from| value >= i128::from(from) * POINT) {
            reached = band;
        }
    }
    OnAxis { value, band: reached, criteria }
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
    let (mut percent, mut seen) = (0, 0);
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
            Rule::Activity { filter, within, repeat } => {
                seen = lead.events.iter().filter(|event| counts(filter, *within, event, as_of)).count();
                percent = 100 * i128::from((seen as u64).min(u64::from(repeat.max().min(MAX_OCCURRENCES))));
            }
        }
    }
    // weight × share (percent) × freshness (ten-thousandths, all fresh).
    let points = if criterion.on { i128::from(criterion.weight) * percent * 10_000 } else { 0 };
    OnCriterion { read, in_scope, points, seen }
}

fn counts(filter: &Filter, within: Option<Window>, event: &Event, as_of: i64) -> bool {
    let right_kind = filter.kinds.is_empty() || filter.kinds.contains(&event.kind);
    let new_enough = match within {
        None => true,
        Some(Window::Days(days)) => as_of - i64::from(days) * 24 * 60 * 60 < event.at,
        Some(Window::Hours(hours)) => as_of - i64::from(hours) * 60 * 60 < event.at,
    };
    right_kind && new_enough && event.at <= as_of
}

fn can_read_rule(rule: &Rule, table: &Table) -> bool {
    match rule {
        Rule::Match { when, .. } => can_read(when, table),
        Rule::Tiers(tiers) => tiers.iter().all(|tier| can_read(&tier.when, table)),
        Rule::Amount { field, per, .. } => {
            matches!(kind_of(field, table), Some(FieldType::Whole | FieldType::Decimal))
                && millionths(per).is_some_and(|per| per > 0)
        }
        Rule::Activity { filter, .. } => {
            filter.kinds.is_empty() || filter.kinds.iter().any(|kind| table.kinds.contains(kind))
        }
    }
}

fn kind_of(field: &str, table: &Table) -> Option<FieldType> {
    table.fields.iter().find(|(name, _)| name == field).map(|(_, kind)| *kind)
}

/// Whether every field of the predicate exists and its type can answer the test.
fn can_read(predicate: &Predicate, table: &Table) -> bool {
    match predicate {
        Predicate::All(parts) | Predicate::Any(parts) => parts.iter().all(|part| can_read(part, table)),
        Predicate::Not(part) => can_read(part, table),
        Predicate::Field(name, test) => kind_of(name, table).is_some_and(|kind| match (kind, test) {
            (_, Test::Known | Test::Unknown)
            | (FieldType::Text, Test::Is(_) | Test::OneOf(_) | Test::Contains(_) | Test::StartsWith(_))
            | (FieldType::YesNo, Test::Is(Value::YesNo(_)))
            | (FieldType::Date, Test::InLast(_)) => true,
            (FieldType::Whole | FieldType::Decimal, Test::Is(value) | Test::AtLeast(value) | Test::AtMost(value)) => {
                millionths(value).is_some()
            }
            (FieldType::Whole | FieldType::Decimal, Test::Between(lo, hi)) => {
                millionths(lo).is_some() && millionths(hi).is_some()
            }
            (FieldType::Whole | FieldType::Decimal, Test::OneOf(values)) => {
                values.iter().all(|value| millionths(value).is_some())
            }
            (
                FieldType::Date,
                Test::Is(value) | Test::AtLeast(value) | Test::AtMost(value) | Test::Before(value) | Test::After(value),
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
    }
}

/// Whether a predicate that can be read holds for a lead.
pub fn holds(predicate: &Predicate, lead: &Lead, table: &Table, as_of: i64) -> bool {
    match predicate {
        Predicate::All(parts) => parts.iter().all(|part| holds(part, lead, table, as_of)),
        Predicate::Any(parts) => parts.iter().any(|part| holds(part, lead, table, as_of)),
        Predicate::Not(part) => !holds(part, lead, table, as_of),
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

fn text_passes(word: &str, test: &Test) -> bool {
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
        Test::Before(value) => against(value).is_lt(),
        Test::After(value) => against(value).is_gt(),
        Test::InLast(days) => as_of - i64::from(*days) * 24 * 60 * 60 < at && at <= as_of,
        other => unreachable!("a date cannot answer {other:?}"),
    }
}
