//! Predicates over columns: which leads hold, and why a predicate cannot be read against these leads.
//!
//! A test is resolved once against its field (text to a truth table over the dictionary, numbers and dates to ranges)
//! and then swept over the column. Never here: weights or points.

use std::ops::Range;

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
use crate::engine::numbers::Numbers;
use crate::engine::sweep;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::blocks;
use crate::engine::sweep::shared;
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
    let ready = ready(predicate, data, as_of)?;
    let mut holds = vec![false; data.n_leads()];
    let pieces = blocks(holds.len()).into_iter().zip(holds.chunks_mut(BLOCK)).collect();
    shared(pieces, |(block, holds)| ready.fill(block, holds));
    Ok(holds)
}

/// Whether the predicate holds for one lead.
pub fn holds_for(predicate: &Predicate, data: &Dataset, as_of: i64, lead: usize) -> Result<bool, DataError> {
    ready(predicate, data, as_of).map(|ready| ready.holds_for(lead))
}

/// A predicate resolved against the columns it reads.
pub enum Ready<'d> {
    All(Vec<Ready<'d>>),
    Any(Vec<Ready<'d>>),
    Not(Box<Ready<'d>>),
    /// Which codes hold, 0 (unknown) among them; for no fewer than a byte has.
    Text(&'d Codes, Vec<bool>),
    YesNo(&'d [u8], Vec<bool>),
    /// Inclusive ranges in the column's own unit.
    Number(&'d Numbers, Vec<(i64, i64)>),
}

/// Resolves a predicate against the fields it reads.
pub fn ready<'d>(predicate: &Predicate, data: &'d Dataset, as_of: i64) -> Result<Ready<'d>, DataError> {
    let all = |parts: &[Predicate]| parts.iter().map(|part| ready(part, data, as_of)).collect::<Result<_, _>>();
    Ok(match predicate {
        Predicate::Axis(..) => return Err(DataError::NoScore),
        Predicate::All(parts) => Ready::All(all(parts)?),
        Predicate::Any(parts) => Ready::Any(all(parts)?),
        Predicate::Not(part) => Ready::Not(Box::new(ready(part, data, as_of)?)),
        Predicate::Field(name, test) => {
            let field = data.field(name).ok_or_else(|| DataError::NoField(name.clone()))?;
            resolve(field, test, data, as_of)?
        }
    })
}

/// Returns what holds where at least one field that the predicate reads is known.
pub fn known<'d>(predicate: &Predicate, data: &'d Dataset, as_of: i64) -> Ready<'d> {
    let mut known = Vec::new();
    predicate.each_test(&mut |name, _| {
        known.extend(data.field(name).and_then(|field| resolve(field, &Test::Known, data, as_of).ok()));
    });
    Ready::Any(known)
}

impl Ready<'_> {
    /// Returns for which leads of a block it holds.
    pub fn holds(&self, block: Range<usize>) -> Vec<bool> {
        let mut holds = vec![false; block.len()];
        self.fill(block, &mut holds);
        holds
    }

    fn fill(&self, block: Range<usize>, holds: &mut [bool]) {
        match self {
            Ready::All(parts) => {
                holds.fill(true);
                for part in parts {
                    sweep::merge(holds, &part.holds(block.clone()), |all, part| all & part);
                }
            }
            Ready::Any(parts) => {
                holds.fill(false);
                for part in parts {
                    sweep::merge(holds, &part.holds(block.clone()), |any, part| any | part);
                }
            }
            Ready::Not(part) => {
                part.fill(block, holds);
                for holds in holds {
                    *holds = !*holds;
                }
            }
            Ready::Text(Codes::U8(codes), truth) => look_up(holds, &codes[block], truth),
            Ready::YesNo(answers, truth) => look_up(holds, &answers[block], truth),
            Ready::Text(Codes::U16(codes), truth) => sweep::map(holds, &codes[block], |code| truth[usize::from(code)]),
            Ready::Text(Codes::U32(codes), truth) => sweep::map(holds, &codes[block], |code| truth[code as usize]),
            Ready::Number(numbers, ranges) => numbers.within(block, ranges, holds),
        }
    }

    fn holds_for(&self, lead: usize) -> bool {
        match self {
            Ready::All(parts) => parts.iter().all(|part| part.holds_for(lead)),
            Ready::Any(parts) => parts.iter().any(|part| part.holds_for(lead)),
            Ready::Not(part) => !part.holds_for(lead),
            Ready::Text(codes, truth) => truth[codes.get(lead) as usize],
            Ready::YesNo(answers, truth) => truth[usize::from(answers[lead])],
            Ready::Number(numbers, ranges) => ranges.iter().any(|(lo, hi)| (*lo..=*hi).contains(&numbers.get(lead))),
        }
    }
}

fn look_up(holds: &mut [bool], codes: &[u8], truth: &[bool]) {
    let truth: &[bool; 256] = truth.first_chunk().expect("it was made for no fewer");
    sweep::map(holds, codes, |code| truth[usize::from(code)]);
}

fn resolve<'d>(field: &'d Field, test: &Test, data: &Dataset, as_of: i64) -> Result<Ready<'d>, DataError> {
    let wrong = || DataError::WrongType { field: field.name.clone(), kind: field.kind, test: test.clone() };
    let padded = |mut truth: Vec<bool>| {
        truth.resize(truth.len().max(256), false);
        truth
    };
    Ok(match &field.column {
        Column::Text { codes, words } => {
            let accepts = word_passes(test).ok_or_else(wrong)?;
            let words = words.iter().map(|word| Some(word.as_str()));
            Ready::Text(codes, padded(std::iter::once(None).chain(words).map(accepts).collect()))
        }
        Column::YesNo(answers) => {
            // Unknown, no, yes.
            let truth = match test {
                Test::Known => vec![false, true, true],
                Test::Unknown => vec![true, false, false],
                Test::Is(Value::YesNo(yes)) => vec![false, !yes, *yes],
                _ => return Err(wrong()),
            };
            Ready::YesNo(answers, padded(truth))
        }
        Column::Number(numbers) => {
            let span = |value: &Value| match field.kind {
                FieldType::Whole => number_span(value, 1_000_000),
                FieldType::Decimal => number_span(value, 1),
                FieldType::Date => day_span(value, data.zone),
                FieldType::Text | FieldType::YesNo => None,
            };
            let ranges = match test {
                Test::Known => vec![(LOWEST, i64::MAX)],
                Test::Unknown => vec![(UNKNOWN, UNKNOWN)],
                test => {
                    let ranges = ranges(test, field.kind == FieldType::Date, as_of, span).ok_or_else(wrong)?;
                    ranges.into_iter().map(|(lo, hi)| (lo.max(LOWEST), hi)).collect()
                }
            };
            Ready::Number(numbers, ranges)
        }
    })
}

/// The lowest number that is known.
const LOWEST: i64 = UNKNOWN + 1;

/// Returns the ranges a test accepts, given the span of values that each of its operands covers.
fn ranges(test: &Test, is_date: bool, as_of: i64, span: impl Fn(&Value) -> Option<Span>) -> Option<Vec<(i64, i64)>> {
    Some(match test {
        Test::Is(value) => vec![span(value)?.exactly()],
        Test::OneOf(values) => values.iter().map(|value| span(value).map(Span::exactly)).collect::<Option<_>>()?,
        Test::AtLeast(value) => vec![(span(value)?.lo, i64::MAX)],
        Test::AtMost(value) => vec![(LOWEST, span(value)?.hi)],
        Test::MoreThan(value) => vec![(span(value)?.hi.saturating_add(1), i64::MAX)],
        Test::LessThan(value) => vec![(LOWEST, span(value)?.lo.saturating_sub(1))],
        Test::Between(lo, hi) => vec![(span(lo)?.lo, span(hi)?.hi)],
        Test::Before(value) if is_date => vec![(LOWEST, span(value)?.lo.saturating_sub(1))],
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
    let clamp = |n: i128| i64::try_from(n).unwrap_or(if n < 0 { LOWEST } else { i64::MAX });
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
