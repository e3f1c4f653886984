//! What makes one criterion loadable: its weight, its rule and its conditions. Names and axes are checked in `check`.

use crate::model::Criterion;
use crate::model::MAX_DAYS;
use crate::model::MAX_DEPTH;
use crate::model::MAX_OCCURRENCES;
use crate::model::MAX_PARTS;
use crate::model::MAX_WEIGHT;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Step;
use crate::model::Test;
use crate::model::Tier;
use crate::model::Value;
use crate::model::Window;
use crate::model::check::Check;
use crate::msg;

pub(super) fn criterion(check: &mut Check, criterion: &Criterion) {
    let of = criterion.name.as_str();
    check.words("title", &criterion.title);
    check.bounds(of, "weight", criterion.weight, -MAX_WEIGHT..=MAX_WEIGHT);
    check.words("note", &criterion.note);
    check.within(&[Step::Field("scope")], |check| predicate(check, &criterion.scope, 1));
    check.within(&[Step::Field("rule")], |check| rule(check, of, &criterion.rule));
}

fn rule(check: &mut Check, of: &str, rule: &Rule) {
    match rule {
        Rule::Match { when, otherwise } => {
            check.within(&[Step::Field("when")], |check| predicate(check, when, 1));
            check.bounds(of, "otherwise", i64::from(*otherwise), -100..=100);
        }
        Rule::Tiers(tiers) => check.within(&[Step::Item(0)], |check| all_tiers(check, of, tiers)),
        Rule::Amount { field, per, max } => {
            check.within(&[Step::Field("field")], |check| field_name(check, field));
            check.within(&[Step::Field("per")], |check| {
                value(check, per);
                if !matches!(per, Value::Whole(n) | Value::Decimal(n) if *n > 0) {
                    check.fault(msg!("model-per-not-positive", of = of, found = per.to_string()));
                }
            });
            check.bounds(of, "max", i64::from(*max), 1..=i64::from(MAX_OCCURRENCES));
        }
        Rule::Activity { filter, within, repeat, decay: _ } => {
            for (index, kind) in filter.kinds.iter().enumerate() {
                check.within(&[Step::Field("filter"), Step::Field("kinds"), Step::Item(index)], |check| {
                    check.text_length(kind);
                    if kind.trim().is_empty() {
                        check.fault(msg!("model-empty-name", what = msg!("model-one-kind")));
                    }
                });
            }
            if let Some(window) = within {
                let (what, n, highest) = match window {
                    Window::Days(n) => ("Days", *n, MAX_DAYS),
                    Window::Hours(n) => ("Hours", *n, MAX_DAYS * 24),
                };
                let highest = i64::from(highest);
                check.within(&[Step::Field("within")], |check| check.bounds(of, what, i64::from(n), 1..=highest));
            }
            if let Repeat::Each(max) = repeat {
                let highest = i64::from(MAX_OCCURRENCES);
                check.within(&[Step::Field("repeat")], |check| check.bounds(of, "Each", i64::from(*max), 1..=highest));
            }
        }
    }
}

fn all_tiers(check: &mut Check, of: &str, tiers: &[Tier]) {
    if tiers.is_empty() {
        check.fault(msg!("model-no-tiers", of = of));
    }
    if tiers.len() > MAX_PARTS {
        check.fault(msg!("model-many-tiers", of = of, n = tiers.len(), limit = MAX_PARTS));
    }
    for (index, tier) in tiers.iter().enumerate() {
        check.within(&[Step::Item(index)], |check| {
            check.within(&[Step::Field("when")], |check| predicate(check, &tier.when, 1));
            check.bounds(of, "share", i64::from(tier.share), -100..=100);
        });
    }
}

/// Checks a condition that stands at a depth, from 1.
pub(super) fn predicate(check: &mut Check, condition: &Predicate, depth: usize) {
    if depth > MAX_DEPTH {
        return check.fault(msg!("model-too-deep", limit = MAX_DEPTH));
    }
    match condition {
        Predicate::Axis(..) => todo!(),
        Predicate::All(parts) | Predicate::Any(parts) => {
            for (index, part) in parts.iter().enumerate() {
                check.within(&[Step::Item(0), Step::Item(index)], |check| predicate(check, part, depth + 1));
            }
        }
        Predicate::Not(part) => check.within(&[Step::Item(0)], |check| predicate(check, part, depth + 1)),
        Predicate::Field(field, wanted) => {
            check.within(&[Step::Item(0)], |check| field_name(check, field));
            check.within(&[Step::Item(1)], |check| test(check, field, wanted));
        }
    }
}

fn field_name(check: &mut Check, field: &str) {
    check.text_length(field);
    if field.trim().is_empty() {
        check.fault(msg!("model-empty-name", what = msg!("model-one-field")));
    }
}

fn test(check: &mut Check, field: &str, test: &Test) {
    let operand = |check: &mut Check, index: usize, operand: &Value| {
        check.within(&[Step::Item(index)], |check| value(check, operand));
    };
    match test {
        Test::MoreThan(_) | Test::LessThan(_) => todo!(),
        Test::Is(one) | Test::AtLeast(one) | Test::AtMost(one) | Test::Before(one) | Test::After(one) => {
            operand(check, 0, one);
        }
        Test::OneOf(values) if values.is_empty() => check.fault(msg!("model-empty-one-of", field = field)),
        Test::OneOf(values) => {
            for (index, one) in values.iter().enumerate() {
                check.within(&[Step::Item(0)], |check| operand(check, index, one));
            }
        }
        Test::Contains(part) | Test::StartsWith(part) => {
            check.within(&[Step::Item(0)], |check| check.text_length(part));
        }
        Test::Between(low, high) => {
            operand(check, 0, low);
            operand(check, 1, high);
            if is_reversed(low, high) {
                check.fault(msg!(
                    "model-reversed-between",
                    field = field,
                    low = low.to_string(),
                    high = high.to_string()
                ));
            }
        }
        Test::InLast(days) => {
            if !(1..=MAX_DAYS).contains(days) {
                let (number, highest) = (*days, i64::from(MAX_DAYS));
                check.fault(msg!(
                    "model-out-of-bounds",
                    of = field,
                    what = "InLast",
                    number = number,
                    lowest = 1_i64,
                    highest = highest
                ));
            }
        }
        Test::Known | Test::Unknown => {}
    }
}

/// A value that text can hold: dates are written as text there, and the lowest number of all stands for none in columns.
fn value(check: &mut Check, value: &Value) {
    match value {
        Value::Text(text) => check.text_length(text),
        Value::Date(_) => check.fault(msg!("model-date-value", date = value.to_string())),
        Value::Whole(n) | Value::Decimal(n) if *n == i64::MIN => {
            check.fault(msg!("model-number-unfit", number = value.to_string()));
        }
        Value::Whole(_) | Value::Decimal(_) | Value::YesNo(_) => {}
    }
}

/// Whether the first operand is above the second, where that is plain without data: two numbers, or two dates.
fn is_reversed(low: &Value, high: &Value) -> bool {
    let millionths = |value: &Value| match value {
        Value::Whole(n) => Some(i128::from(*n) * 1_000_000),
        Value::Decimal(n) => Some(i128::from(*n)),
        Value::Text(_) | Value::Date(_) | Value::YesNo(_) => None,
    };
    match (low, high) {
        (Value::Text(low), Value::Text(high)) => matches!((day(low), day(high)), (Some(low), Some(high)) if low > high),
        _ => matches!((millionths(low), millionths(high)), (Some(low), Some(high)) if low > high),
    }
}

/// Returns the day that a text such as `2026-01-31` begins with; days sort as text.
fn day(text: &str) -> Option<&str> {
    let day = text.trim().get(..10)?;
    let fits = |(at, b): (usize, u8)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() };
    day.bytes().enumerate().all(fits).then_some(day)
}
