//! Cases of which the first that holds counts: which of them can never count, and which hold together.

use crate::model::Predicate;
use crate::model::Reach;
use crate::model::Step;
use crate::model::Test;
use crate::model::Value;
use crate::model::advice::All;
use crate::msg;

/// What is plain of a condition without data: which values of one field meet it.
#[derive(PartialEq, Eq)]
enum Met<'p> {
    Everyone,
    Known(&'p str),
    /// Texts as they compare, or yes and no; in order.
    Values(&'p str, Vec<String>),
    /// From the first to the second number, both included, in millionths.
    Numbers(&'p str, i128, i128),
    Unclear,
}

/// Advises on cases, the first of which that holds counts; `of` names what has them, `at` is where their list is.
pub(super) fn cases(of: &str, conditions: &[&Predicate], at: &[Step], all: &mut All) {
    let met: Vec<Met<'_>> = conditions.iter().map(|condition| met(condition)).collect();
    for (index, own) in met.iter().enumerate() {
        let before = &met[..index];
        let text = if *own != Met::Unclear && is_taken(own, before) || before.contains(&Met::Everyone) {
            msg!("model-advice-case-never", of = of, n = index + 1)
        } else if let Some((first, value)) = value_again(own, before) {
            msg!("model-advice-case-value", of = of, value = value, first = first + 1, second = index + 1)
        } else if let Some(first) = before.iter().position(|before| cross(before, own)) {
            msg!("model-advice-case-overlap", of = of, first = first + 1, second = index + 1)
        } else {
            continue;
        };
        all.say(text, [at, &[Step::Item(index)]].concat());
    }
}

fn met(condition: &Predicate) -> Met<'_> {
    match condition {
        Predicate::All(parts) if parts.is_empty() => Met::Everyone,
        Predicate::All(parts) | Predicate::Any(parts) if parts.len() == 1 => met(&parts[0]),
        Predicate::Field(field, test) => met_by(field, test),
        Predicate::All(_) | Predicate::Any(_) | Predicate::Not(_) | Predicate::Axis(..) => Met::Unclear,
    }
}

fn met_by<'p>(field: &'p str, test: &Test) -> Met<'p> {
    let range = |low: Option<i128>, high: Option<i128>| match (low, high) {
        (Some(low), Some(high)) => Met::Numbers(field, low, high),
        _ => Met::Unclear,
    };
    match test {
        Test::Known => Met::Known(field),
        Test::Is(one) => match number(one) {
            Some(n) => Met::Numbers(field, n, n),
            None => Met::Values(field, vec![compared(one)]),
        },
        Test::OneOf(values) if values.iter().all(|value| number(value).is_none()) => {
            let mut values: Vec<String> = values.iter().map(compared).collect();
            values.sort_unstable();
            Met::Values(field, values)
        }
        Test::AtLeast(low) => range(number(low), Some(i128::MAX)),
        Test::MoreThan(low) => range(number(low).map(|n| n + 1), Some(i128::MAX)),
        Test::AtMost(high) => range(Some(i128::MIN), number(high)),
        Test::LessThan(high) => range(Some(i128::MIN), number(high).map(|n| n - 1)),
        Test::Between(low, high) => range(number(low), number(high)),
        Test::OneOf(_)
        | Test::Contains(_)
        | Test::StartsWith(_)
        | Test::Before(_)
        | Test::After(_)
        | Test::InLast(_)
        | Test::Unknown => Met::Unclear,
    }
}

/// Returns a number in millionths.
fn number(value: &Value) -> Option<i128> {
    match value {
        Value::Whole(n) => Some(i128::from(*n) * 1_000_000),
        Value::Decimal(n) => Some(i128::from(*n)),
        Value::Text(_) | Value::Date(_) | Value::YesNo(_) => None,
    }
}

fn compared(value: &Value) -> String {
    value.to_string().trim().to_lowercase()
}

/// Whether whatever meets a case meets one of those before it.
fn is_taken(own: &Met<'_>, before: &[Met<'_>]) -> bool {
    match own {
        Met::Known(field) => before.contains(&Met::Known(field)),
        Met::Values(field, values) => {
            before.contains(&Met::Known(field)) || values.iter().all(|value| place_of(field, value, before).is_some())
        }
        Met::Numbers(field, low, high) => before.contains(&Met::Known(field)) || is_covered(field, *low, *high, before),
        Met::Everyone | Met::Unclear => false,
    }
}

/// Whether every number of a range is in one of the ranges before.
fn is_covered(field: &str, low: i128, high: i128, before: &[Met<'_>]) -> bool {
    let mut next = low;
    loop {
        let ends = before.iter().filter_map(|met| match met {
            Met::Numbers(of, low, high) if *of == field && *low <= next && next <= *high => Some(*high),
            _ => None,
        });
        match ends.max() {
            Some(end) if end >= high => return true,
            Some(end) => next = end + 1,
            None => return false,
        }
    }
}

/// Returns the case before that has the value.
fn place_of(field: &str, value: &String, before: &[Met<'_>]) -> Option<usize> {
    before
        .iter()
        .position(|met| matches!(met, Met::Values(of, values) if *of == field && values.binary_search(value).is_ok()))
}

/// Returns the first value of a case that stands in a case before, and in which.
fn value_again(own: &Met<'_>, before: &[Met<'_>]) -> Option<(usize, String)> {
    let Met::Values(field, values) = own else { return None };
    values.iter().find_map(|value| place_of(field, value, before).map(|first| (first, value.clone())))
}

/// Whether two ranges have numbers in common, and each has some of its own: the wider after the narrower is a ladder.
fn cross(before: &Met<'_>, own: &Met<'_>) -> bool {
    match (before, own) {
        (Met::Numbers(a, a_low, a_high), Met::Numbers(b, low, high)) if a == b => {
            let is_apart = a_high < low || high < a_low;
            let is_wider = low <= a_low && a_high <= high;
            !is_apart && !is_wider
        }
        _ => false,
    }
}

/// Advises on tiers of a number of events, the first of which that is reached counts.
pub(super) fn reaches(of: &str, tiers: &[Reach], at: &[Step], all: &mut All) {
    for (index, own) in tiers.iter().enumerate() {
        if tiers[..index].iter().any(|before| takes(before, own)) {
            let text = msg!("model-advice-case-never", of = of, n = index + 1);
            all.say(text, [at, &[Step::Item(0), Step::Item(index)]].concat());
        }
    }
}

/// Whether whoever reaches a tier reaches another one too: a longer window holds no fewer events.
fn takes(before: &Reach, own: &Reach) -> bool {
    let seconds = |tier: &Reach| tier.within.map_or(i64::MAX, crate::model::Window::seconds);
    let is_wider = before.at_least <= own.at_least && seconds(before) >= seconds(own);
    let is_open = before
        .at_most
        .is_none_or(|most| seconds(before) == seconds(own) && own.at_most.is_some_and(|own_most| own_most <= most));
    is_wider && is_open
}
