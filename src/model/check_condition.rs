//! What makes a condition loadable: its depth, the names it reads, and tests that something can meet.

use crate::model::MAX_DAYS;
use crate::model::MAX_DEPTH;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Step;
use crate::model::Test;
use crate::model::Value;
use crate::model::check::Check;
use crate::model::check::field;
use crate::msg;

/// Checks a condition on fields.
pub(super) fn condition(check: &mut Check, condition: &Predicate) {
    predicate(check, condition, 1, false);
}

/// Checks a gate's condition, which may also test the axes.
pub(super) fn gate(check: &mut Check, condition: &Predicate) {
    predicate(check, condition, 1, true);
}

fn predicate(check: &mut Check, condition: &Predicate, depth: usize, in_gate: bool) {
    if depth > MAX_DEPTH {
        return check.fault(msg!("model-too-deep", limit = MAX_DEPTH));
    }
    match condition {
        Predicate::All(parts) | Predicate::Any(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let steps = [Step::Item(0), Step::Item(index)];
                check.within(&steps, |check| predicate(check, part, depth + 1, in_gate));
            }
        }
        Predicate::Not(part) => check.within(&[Step::Item(0)], |check| predicate(check, part, depth + 1, in_gate)),
        Predicate::Field(field, wanted) => {
            check.within(&[Step::Item(0)], |check| field_name(check, field));
            check.within(&[Step::Item(1)], |check| test(check, field, wanted));
        }
        Predicate::Axis(side, wanted) => axis(check, *side, wanted, in_gate),
    }
}

fn axis(check: &mut Check, side: Side, wanted: &Test, in_gate: bool) {
    if !in_gate {
        return check.fault(msg!("model-axis-outside-gate"));
    }
    check.within(&[Step::Item(1)], |check| {
        if !is_of_numbers(wanted) || matches!(wanted, Test::Known | Test::Unknown) {
            check.fault(msg!("model-axis-test", axis = field(side)));
        }
        test(check, field(side), wanted);
    });
}

/// Checks a test on text: of an event's channel, asset or campaign.
pub(super) fn test_of_text(check: &mut Check, what: &str, wanted: &Test) {
    let is_text = match wanted {
        Test::Is(value) => matches!(value, Value::Text(_)),
        Test::OneOf(values) => values.iter().all(|value| matches!(value, Value::Text(_))),
        Test::Contains(_) | Test::StartsWith(_) | Test::Known | Test::Unknown => true,
        _ => false,
    };
    if !is_text {
        check.fault(msg!("model-test-of-text", what = what));
    }
    test(check, what, wanted);
}

/// Checks a test on numbers: of an event's value.
pub(super) fn test_of_numbers(check: &mut Check, what: &str, wanted: &Test) {
    if !is_of_numbers(wanted) {
        check.fault(msg!("model-test-of-numbers", what = what));
    }
    test(check, what, wanted);
}

fn is_of_numbers(test: &Test) -> bool {
    let number = |value: &Value| matches!(value, Value::Whole(_) | Value::Decimal(_));
    match test {
        Test::Is(a) | Test::AtLeast(a) | Test::AtMost(a) | Test::MoreThan(a) | Test::LessThan(a) => number(a),
        Test::Between(a, b) => number(a) && number(b),
        Test::OneOf(values) => values.iter().all(number),
        Test::Known | Test::Unknown => true,
        Test::Contains(_) | Test::StartsWith(_) | Test::Before(_) | Test::After(_) | Test::InLast(_) => false,
    }
}

pub(super) fn field_name(check: &mut Check, field: &str) {
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
        Test::Is(one)
        | Test::AtLeast(one)
        | Test::AtMost(one)
        | Test::MoreThan(one)
        | Test::LessThan(one)
        | Test::Before(one)
        | Test::After(one) => operand(check, 0, one),
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
pub(super) fn value(check: &mut Check, value: &Value) {
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
