//! Predicates over columns: which leads hold, and why a predicate cannot be read against these leads.
//!
//! A test is resolved once against its field (text to a truth table over the dictionary, numbers and dates to ranges)
//! and then swept over the column. Never here: weights or points.

use chrono::Days;
use chrono::NaiveDate;
use chrono::NaiveDateTime;
use chrono::TimeDelta;
use chrono::TimeZone;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::model::FieldType;
use crate::model::Predicate;
use crate::model::Test;
use crate::model::Value;

/// Why a rule cannot be read against the leads at hand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    #[error("no field named {0}")]
    NoField(String),
    #[error("no event of the kinds {0:?}")]
    NoKind(Vec<String>),
    /// The test asks something that values of the field's type cannot answer.
    #[error("field {field} holds {kind:?}, which {test:?} cannot test")]
    WrongType { field: String, kind: FieldType, test: Test },
    /// The test asks something that this part of an event (channel, asset, campaign or value) cannot answer.
    #[error("{part} of an event cannot be tested with {test:?}")]
    WrongDetail { part: String, test: Test },
    /// The condition asks for the lead's score where there is none yet.
    #[error("a score is only known to gates")]
    NoScore,
}

/// Returns the leads for which the predicate holds.
pub fn holds(predicate: &Predicate, data: &Dataset, as_of: i64) -> Result<Vec<bool>, DataError> {
    let n = data.n_leads();
    match predicate {
        Predicate::Axis(..) => Err(DataError::NoScore),
        Predicate::All(parts) => {
            let mut all = vec![true; n];
            for part in parts {
                merge(&mut all, &holds(part, data, as_of)?, |a, b| a & b);
            }
            Ok(all)
        }
        Predicate::Any(parts) => {
            let mut any = vec![false; n];
            for part in parts {
                merge(&mut any, &holds(part, data, as_of)?, |a, b| a | b);
            }
            Ok(any)
        }
        Predicate::Not(part) => {
            let mut not = holds(part, data, as_of)?;
            for holds in &mut not {
                *holds = !*holds;
            }
            Ok(not)
        }
        Predicate::Field(name, test) => {
            let field = data.field(name).ok_or_else(|| DataError::NoField(name.clone()))?;
            Ok(sweep(field, &resolve(field, test, data, as_of)?))
        }
    }
}

/// Whether the predicate holds for one lead.
pub fn holds_for(predicate: &Predicate, data: &Dataset, as_of: i64, lead: usize) -> Result<bool, DataError> {
    let all = |parts: &[Predicate]| {
        parts.iter().map(|part| holds_for(part, data, as_of, lead)).collect::<Result<Vec<bool>, DataError>>()
    };
    match predicate {
        Predicate::Axis(..) => Err(DataError::NoScore),
        // Every part is read, so that the problem of any is found.
        Predicate::All(parts) => Ok(all(parts)?.into_iter().all(|holds| holds)),
        Predicate::Any(parts) => Ok(all(parts)?.into_iter().any(|holds| holds)),
        Predicate::Not(part) => holds_for(part, data, as_of, lead).map(|holds| !holds),
        Predicate::Field(name, test) => {
            let field = data.field(name).ok_or_else(|| DataError::NoField(name.clone()))?;
            Ok(resolve(field, test, data, as_of)?.holds(&field.column, lead))
        }
    }
}

/// Returns the leads of which at least one field that the predicate reads is known.
pub fn known(predicate: &Predicate, data: &Dataset) -> Vec<bool> {
    let mut known = vec![false; data.n_leads()];
    predicate.each_test(&mut |name, _| {
        if let Some(field) = data.field(name) {
            merge(&mut known, &sweep(field, &Resolved::Known), |a, b| a | b);
        }
    });
    known
}

fn merge(into: &mut [bool], from: &[bool], join: impl Fn(bool, bool) -> bool) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = join(*into, *from);
    }
}

/// A test resolved against its field.
enum Resolved {
    Known,
    Unknown,
    /// Which dictionary codes hold; code 0 is unknown and never does.
    Codes(Vec<bool>),
    /// Inclusive ranges in the column's own unit.
    Ranges(Vec<(i64, i64)>),
    /// 1 no, 2 yes.
    Answer(u8),
}

impl Resolved {
    fn holds(&self, column: &Column, lead: usize) -> bool {
        match (column, self) {
            (Column::Text { codes, .. }, Resolved::Codes(truth)) => truth[codes.get(lead) as usize],
            (Column::Text { codes, .. }, Resolved::Known) => codes.get(lead) != 0,
            (Column::Text { codes, .. }, Resolved::Unknown) => codes.get(lead) == 0,
            (Column::Number(numbers), Resolved::Ranges(ranges)) => {
                let n = numbers[lead];
                n != UNKNOWN && ranges.iter().any(|(lo, hi)| *lo <= n && n <= *hi)
            }
            (Column::Number(numbers), Resolved::Known) => numbers[lead] != UNKNOWN,
            (Column::Number(numbers), Resolved::Unknown) => numbers[lead] == UNKNOWN,
            (Column::YesNo(answers), Resolved::Answer(answer)) => answers[lead] == *answer,
            (Column::YesNo(answers), Resolved::Known) => answers[lead] != 0,
            (Column::YesNo(answers), Resolved::Unknown) => answers[lead] == 0,
            _ => false,
        }
    }
}

fn sweep(field: &Field, test: &Resolved) -> Vec<bool> {
    match (&field.column, test) {
        (Column::Text { codes, .. }, Resolved::Codes(truth)) => by_code(codes, |code| truth[code]),
        (Column::Text { codes, .. }, Resolved::Known) => by_code(codes, |code| code != 0),
        (Column::Text { codes, .. }, Resolved::Unknown) => by_code(codes, |code| code == 0),
        (Column::Number(numbers), Resolved::Ranges(ranges)) => match ranges.as_slice() {
            [(lo, hi)] => numbers.iter().map(|n| *n != UNKNOWN && lo <= n && n <= hi).collect(),
            ranges => {
                numbers.iter().map(|n| *n != UNKNOWN && ranges.iter().any(|(lo, hi)| lo <= n && n <= hi)).collect()
            }
        },
        (Column::Number(numbers), Resolved::Known) => numbers.iter().map(|n| *n != UNKNOWN).collect(),
        (Column::Number(numbers), Resolved::Unknown) => numbers.iter().map(|n| *n == UNKNOWN).collect(),
        (Column::YesNo(answers), Resolved::Answer(answer)) => answers.iter().map(|a| a == answer).collect(),
        (Column::YesNo(answers), Resolved::Known) => answers.iter().map(|a| *a != 0).collect(),
        (Column::YesNo(answers), Resolved::Unknown) => answers.iter().map(|a| *a == 0).collect(),
        (column, _) => vec![false; column.len()],
    }
}

fn by_code(codes: &Codes, truth: impl Fn(usize) -> bool) -> Vec<bool> {
    match codes {
        Codes::U8(codes) => codes.iter().map(|code| truth(usize::from(*code))).collect(),
        Codes::U16(codes) => codes.iter().map(|code| truth(usize::from(*code))).collect(),
        Codes::U32(codes) => codes.iter().map(|code| truth(*code as usize)).collect(),
    }
}

fn resolve(field: &Field, test: &Test, data: &Dataset, as_of: i64) -> Result<Resolved, DataError> {
    let wrong = || DataError::WrongType { field: field.name.clone(), kind: field.kind, test: test.clone() };
    match test {
        Test::Known => return Ok(Resolved::Known),
        Test::Unknown => return Ok(Resolved::Unknown),
        _ => {}
    }
    match &field.column {
        Column::Text { words, .. } => {
            let accepts = text_test(test).ok_or_else(wrong)?;
            let truth = std::iter::once(false).chain(words.iter().map(|word| accepts(&folded(word)))).collect();
            Ok(Resolved::Codes(truth))
        }
        Column::YesNo(_) => match test {
            Test::Is(Value::YesNo(yes)) => Ok(Resolved::Answer(1 + u8::from(*yes))),
            _ => Err(wrong()),
        },
        Column::Number(_) => {
            let span = |value: &Value| match field.kind {
                FieldType::Whole => number_span(value, 1_000_000),
                FieldType::Decimal => number_span(value, 1),
                FieldType::Date => day_span(value, data.zone),
                FieldType::Text | FieldType::YesNo => None,
            };
            ranges(test, field.kind == FieldType::Date, as_of, span).map(Resolved::Ranges).ok_or_else(wrong)
        }
    }
}

/// Returns the ranges a test accepts, given the span of values that each of its operands covers.
fn ranges(test: &Test, is_date: bool, as_of: i64, span: impl Fn(&Value) -> Option<Span>) -> Option<Vec<(i64, i64)>> {
    let lowest = i64::MIN + 1;
    Some(match test {
        Test::Is(value) => vec![span(value)?.exactly()],
        Test::OneOf(values) => values.iter().map(|value| span(value).map(Span::exactly)).collect::<Option<_>>()?,
        Test::AtLeast(value) => vec![(span(value)?.lo, i64::MAX)],
        Test::AtMost(value) => vec![(lowest, span(value)?.hi)],
        Test::MoreThan(value) => vec![(span(value)?.hi.saturating_add(1), i64::MAX)],
        Test::LessThan(value) => vec![(lowest, span(value)?.lo.saturating_sub(1))],
        Test::Between(lo, hi) => vec![(span(lo)?.lo, span(hi)?.hi)],
        Test::Before(value) if is_date => vec![(lowest, span(value)?.lo.saturating_sub(1))],
        Test::After(value) if is_date => vec![(span(value)?.hi.saturating_add(1), i64::MAX)],
        Test::InLast(days) if is_date => vec![(as_of - i64::from(*days) * 86_400 + 1, as_of)],
        _ => return None,
    })
}

/// The column values a written value stands for: one number, or all seconds of a day.
#[derive(Clone, Copy)]
struct Span {
    /// The smallest column value not below the written one.
    lo: i64,
    /// The largest column value not above it; below `lo` when it falls between two.
    hi: i64,
}

impl Span {
    fn exactly(self) -> (i64, i64) {
        (self.lo, self.hi)
    }
}

/// Returns the span of a number in a column whose unit is `unit` millionths.
fn number_span(value: &Value, unit: i64) -> Option<Span> {
    let (millionths, unit) = match value {
        Value::Whole(n) => (i128::from(*n) * 1_000_000, i128::from(unit)),
        Value::Decimal(n) => (i128::from(*n), i128::from(unit)),
        Value::Text(_) | Value::Date(_) | Value::YesNo(_) => return None,
    };
    let clamp = |n: i128| i64::try_from(n).unwrap_or(if n < 0 { i64::MIN + 1 } else { i64::MAX });
    let hi = millionths.div_euclid(unit);
    let lo = if millionths.rem_euclid(unit) == 0 { hi } else { hi + 1 };
    Some(Span { lo: clamp(lo), hi: clamp(hi) })
}

/// Returns the span of a date: `2026-01-31` is all of that day in the zone, `2026-01-31T09:30:00Z` one second.
fn day_span(value: &Value, zone: chrono_tz::Tz) -> Option<Span> {
    let text = match value {
        Value::Text(text) => text.trim(),
        Value::Date(at) => return Some(Span { lo: *at, hi: *at }),
        Value::Whole(_) | Value::Decimal(_) | Value::YesNo(_) => return None,
    };
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        let start = start_of_day(day, zone)?;
        let next = start_of_day(day.checked_add_days(Days::new(1))?, zone)?;
        return Some(Span { lo: start, hi: next - 1 });
    }
    let instant = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ").ok()?;
    let at = instant.and_utc().timestamp();
    Some(Span { lo: at, hi: at })
}

/// Returns the first second of a day; where a clock change skips midnight or the whole day, the first after the gap.
fn start_of_day(day: NaiveDate, zone: chrono_tz::Tz) -> Option<i64> {
    let midnight = day.and_hms_opt(0, 0, 0)?;
    (0..48)
        .find_map(|hour| zone.from_local_datetime(&midnight.checked_add_signed(TimeDelta::hours(hour))?).earliest())
        .map(|at| at.timestamp())
}

/// A test of a word that may be missing.
pub type WordTest = Box<dyn Fn(Option<&str>) -> bool>;

/// Returns a test of a word that may be missing; none if it cannot be asked of words.
pub fn word_passes(test: &Test) -> Option<WordTest> {
    match test {
        Test::Known => Some(Box::new(|word| word.is_some())),
        Test::Unknown => Some(Box::new(|word| word.is_none())),
        test => {
            let passes = text_test(test)?;
            Some(Box::new(move |word| word.is_some_and(|word| passes(&folded(word)))))
        }
    }
}

/// Returns a test of millionths, [`UNKNOWN`] among them; none if it cannot be asked of numbers.
pub fn number_passes(test: &Test) -> Option<Box<dyn Fn(i64) -> bool>> {
    match test {
        Test::Known => Some(Box::new(|n| n != UNKNOWN)),
        Test::Unknown => Some(Box::new(|n| n == UNKNOWN)),
        test => {
            let ranges = ranges(test, false, 0, |value| number_span(value, 1))?;
            Some(Box::new(move |n| n != UNKNOWN && ranges.iter().any(|(lo, hi)| (*lo..=*hi).contains(&n))))
        }
    }
}

/// Returns the ranges of micropoints that a test of an axis's value accepts; none if it cannot be asked of numbers.
pub fn axis_ranges(test: &Test) -> Option<Vec<(i64, i64)>> {
    ranges(test, false, 0, |value| number_span(value, 1))
}

type TextTest = Box<dyn Fn(&str) -> bool>;

fn text_test(test: &Test) -> Option<TextTest> {
    Some(match test {
        Test::Is(value) => {
            let wanted = folded(&value.to_string());
            Box::new(move |word| word == wanted)
        }
        Test::OneOf(values) => {
            let wanted: Vec<String> = values.iter().map(|value| folded(&value.to_string())).collect();
            Box::new(move |word| wanted.iter().any(|w| w == word))
        }
        Test::Contains(part) => {
            let part = folded(part);
            Box::new(move |word| word.contains(&part))
        }
        Test::StartsWith(part) => {
            let part = folded(part);
            Box::new(move |word| word.starts_with(&part))
        }
        _ => return None,
    })
}

/// Returns the text as it compares: trimmed, each character in its simple lower case; accents count.
pub fn folded(text: &str) -> String {
    text.trim()
        .chars()
        // Full lower case differs from simple for `İ` alone, and begins with the simple one.
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect()
}
