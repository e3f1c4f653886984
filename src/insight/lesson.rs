//! Learning from won and lost leads: which leads teach, what is counted of them as Odoo counts it, and why it may be refused.
//!
//! A count begins at 0.1, so that no value ever rules an outcome out. Texts that compare equal are one value. Never here:
//! what is made of the counts; a predicate on an axis cannot be learned from.

use std::collections::BTreeMap;

use chrono::DateTime;
use chrono::NaiveDate;
use chrono::NaiveDateTime;
use chrono::NaiveTime;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::predicate::DataError;
use crate::engine::predicate::folded;
use crate::engine::predicate::holds;
use crate::model::Learned;
use crate::model::Lesson;
use crate::model::Predicate;
use crate::model::Role;
use crate::model::Stages;
use crate::model::Tally;
use crate::model::Test;
use crate::model::Value;

/// The fewest won, and the fewest lost, leads to learn from.
pub const NEEDED: u64 = 40;
/// The most values that are counted, of all fields together: they are kept in the model's text.
pub const MAX_TALLIES: usize = 5_000;

/// Why nothing can be learned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no learned field named {0}")]
    NoLearned(String),
    #[error("{0} has learned nothing yet")]
    Untaught(String),
    /// So many there are; [`NEEDED`] of each are needed.
    #[error("{won} won and {lost} lost leads are too few")]
    TooFew { won: u64, lost: u64 },
    /// What says which leads are won, lost or young enough, or a field to be counted, cannot be read.
    #[error("{part:?} cannot be read: {why}")]
    Unreadable { part: Reads, why: DataError },
    /// Only leads created since a day count, and no field tells when a lead was created.
    #[error("no field tells when a lead was created")]
    NoCreated,
    /// More than [`MAX_TALLIES`] different values, most of them in this field.
    #[error("{found} different values, most of them in {field}")]
    TooManyValues { field: String, found: usize },
}

/// The parts of a learned field that read the leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    Won,
    Lost,
    Since,
    Fields,
}

/// What came of each lead; none = it is open, or too old to count.
pub type Outcomes = Vec<Option<Outcome>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Won,
    Lost,
}

/// Learns from the leads as they are at an instant.
pub fn learn(learned: &Learned, data: &Dataset, as_of: i64) -> Result<Lesson, Refusal> {
    ready(learned, data, as_of)?;
    tally(learned, data, as_of)
}

/// Returns how many won and lost leads there are to learn from, or why they do not do. Counts no values: it is quick.
pub fn ready(learned: &Learned, data: &Dataset, as_of: i64) -> Result<[u64; 2], Refusal> {
    let outcomes = outcomes(learned, data, as_of)?;
    if let Some(stages) = &learned.stage {
        field(data, &stages.field)?;
    }
    // A field that the leads do not have says nothing; without any other nothing could be learned.
    let counted = counted(learned);
    if let (Some(first), None) = (counted.first(), counted.iter().find(|name| data.field(name).is_some())) {
        field(data, first)?;
    }
    let [won, lost] = n_closed(&outcomes);
    if won < NEEDED || lost < NEEDED {
        return Err(Refusal::TooFew { won, lost });
    }
    Ok([won, lost])
}

fn n_closed(outcomes: &Outcomes) -> [u64; 2] {
    [Outcome::Won, Outcome::Lost].map(|outcome| outcomes.iter().filter(|found| **found == Some(outcome)).count() as u64)
}

fn field<'d>(data: &'d Dataset, name: &str) -> Result<&'d Field, Refusal> {
    let why = || DataError::NoField(name.to_owned());
    data.field(name).ok_or_else(|| Refusal::Unreadable { part: Reads::Fields, why: why() })
}

/// Counts, however few leads there are.
pub fn tally(learned: &Learned, data: &Dataset, as_of: i64) -> Result<Lesson, Refusal> {
    let outcomes = outcomes(learned, data, as_of)?;
    let [won, lost] = n_closed(&outcomes);
    let mut tallies = Vec::new();
    let mut widest: (usize, &str) = (0, "");
    if let Some(stages) = &learned.stage {
        let counts = counts(field(data, &stages.field)?, &outcomes);
        tallies.extend(stage_tallies(stages, &counts, won));
    }
    for name in counted(learned) {
        let blanks = learned.blanks_count.iter().any(|blank| blank == name);
        let before = tallies.len();
        tallies.extend(
            data.field(name)
                .map(|field| counts(field, &outcomes))
                .unwrap_or_default()
                .into_iter()
                .filter(|(value, _)| blanks || value.is_some())
                .map(|(value, n)| row(name, value, n)),
        );
        widest = widest.max((tallies.len() - before, name));
    }
    if tallies.len() > MAX_TALLIES {
        return Err(Refusal::TooManyValues { field: widest.1.to_owned(), found: tallies.len() });
    }
    Ok(Lesson { at: instant_text(as_of), won, lost, tallies })
}

/// Returns what came of each lead that counts. A lead that meets both conditions is won.
pub fn outcomes(learned: &Learned, data: &Dataset, as_of: i64) -> Result<Outcomes, Refusal> {
    let read = |part: Reads, predicate: &Predicate| {
        holds(predicate, data, as_of).map_err(|why| Refusal::Unreadable { part, why })
    };
    let won = read(Reads::Won, &learned.won)?;
    let lost = read(Reads::Lost, &learned.lost)?;
    let young = match &learned.since {
        None => vec![true; data.n_leads()],
        Some(day) => {
            let created = data.field_in_role(Role::Created).ok_or(Refusal::NoCreated)?;
            let since = Test::AtLeast(Value::Text(day.clone()));
            read(Reads::Since, &Predicate::Field(created.name.clone(), since))?
        }
    };
    let outcome = |lead: usize| match (young[lead], won[lead], lost[lead]) {
        (true, true, _) => Some(Outcome::Won),
        (true, false, true) => Some(Outcome::Lost),
        _ => None,
    };
    Ok((0..data.n_leads()).map(outcome).collect())
}

/// Returns the fields whose values are counted, the stage aside, each once.
pub(super) fn counted(learned: &Learned) -> Vec<&str> {
    let stage = learned.stage.as_ref().map(|stages| stages.field.as_str());
    let mut names: Vec<&str> = Vec::new();
    for name in learned.fields.iter().chain(&learned.blanks_count).chain(&learned.tags) {
        if Some(name.as_str()) != stage && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

/// Returns the fields to be counted that the leads do not have: nothing is learned from them.
pub fn absent<'m>(learned: &'m Learned, data: &Dataset) -> Vec<&'m str> {
    counted(learned).into_iter().filter(|name| data.field(name).is_none()).collect()
}

/// A row as it is first made: both counts begin at 0.1.
fn row(field: &str, value: Option<Value>, [won, lost]: [u64; 2]) -> Tally {
    Tally { field: field.to_owned(), value, won: won * 10 + 1, lost: lost * 10 + 1 }
}

/// Counts how many won and lost leads have each value; unknown first, the others in their order.
fn counts(field: &Field, outcomes: &Outcomes) -> Vec<(Option<Value>, [u64; 2])> {
    let closed = outcomes.iter().enumerate().filter_map(|(lead, outcome)| Some((lead, (*outcome)? as usize)));
    let mut found: BTreeMap<Option<Value>, [u64; 2]> = BTreeMap::new();
    match &field.column {
        Column::Text { codes, words } => {
            let mut by_code = vec![[0_u64; 2]; words.len() + 1];
            for (lead, outcome) in closed {
                by_code[codes.get(lead) as usize][outcome] += 1;
            }
            // Spellings that compare equal are one value, written as the first of them.
            let mut spelling: BTreeMap<String, &String> = BTreeMap::new();
            for (code, n) in by_code.into_iter().enumerate().filter(|(_, n)| *n != [0, 0]) {
                let word = code.checked_sub(1).map(|word| &words[word]);
                let value = word.map(|word| Value::Text((*spelling.entry(folded(word)).or_insert(word)).clone()));
                add(found.entry(value).or_default(), n);
            }
        }
        Column::Number(_) | Column::YesNo(_) => {
            for (lead, outcome) in closed {
                found.entry(field.value(lead)).or_default()[outcome] += 1;
            }
        }
    }
    // A model's text holds dates as text.
    let written = |value: Value| match value {
        Value::Date(_) => Value::Text(value.to_string()),
        other => other,
    };
    found.into_iter().map(|(value, n)| (value.map(written), n)).collect()
}

fn add(into: &mut [u64; 2], n: [u64; 2]) {
    into[0] += n[0];
    into[1] += n[1];
}

/// A won lead has been through every stage, a lost one through its own and those before it.
fn stage_tallies(stages: &Stages, counts: &[(Option<Value>, [u64; 2])], won: u64) -> Vec<Tally> {
    let mut lost = vec![0; stages.order.len()];
    let order: Vec<String> = stages.order.iter().map(|stage| folded(stage)).collect();
    for (value, [_, n]) in counts {
        let stood = value.as_ref().map(|value| folded(&value.to_string()));
        let reached = stood.and_then(|stood| order.iter().position(|stage| *stage == stood));
        for lost in lost.iter_mut().take(reached.map_or(0, |last| last + 1)) {
            *lost += n;
        }
    }
    let rows = stages.order.iter().zip(lost).filter(|(_, lost)| won + lost > 0);
    rows.map(|(stage, lost)| row(&stages.field, Some(Value::Text(stage.clone())), [won, lost])).collect()
}

/// Writes an instant as a lesson does: `2026-01-31T09:30:00Z`.
fn instant_text(at: i64) -> String {
    DateTime::from_timestamp(at, 0).map_or_else(|| at.to_string(), |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Reads the instant of a lesson, or a day's first second; none if it is neither.
pub fn instant(text: &str) -> Option<i64> {
    let exact = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ");
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|day| day.and_time(NaiveTime::MIN));
    exact.or_else(|_| day()).ok().map(|at| at.and_utc().timestamp())
}
