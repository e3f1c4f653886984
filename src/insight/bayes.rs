//! How likely a lead is to be won, learned from those that were won and lost: naive Bayes, counted and read as Odoo does.
//!
//! A count begins at 0.1, so that no value ever rules an outcome out. The percent is rounded to two decimals and kept
//! within 0.01..=99.99 where it is shown; a model reads the whole percent below that very number. Texts that compare equal
//! are one value. Never here: who may be asked what; a predicate on an axis cannot be learned from.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::DateTime;
use chrono::NaiveDate;
use chrono::NaiveDateTime;
use chrono::NaiveTime;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::predicate::DataError;
use crate::engine::predicate::folded;
use crate::engine::predicate::holds;
use crate::model::FieldType;
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
/// A tag says something from so many leads on.
pub const FEWEST_TAGGED: u64 = 50;
/// The most values that are counted, of all fields together: they are kept in the model's text.
pub const MAX_TALLIES: usize = 5_000;

/// Why nothing can be learned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no learned field named {0}")]
    NoLearned(String),
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

/// What a value of a lead says of its outcome: above 0.5 for won, below for lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    pub field: String,
    /// None = unknown, in a field whose blanks count.
    pub value: Option<Value>,
    pub score: f64,
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
    let lesson = tally(learned, data, as_of)?;
    if lesson.won < NEEDED || lesson.lost < NEEDED {
        return Err(Refusal::TooFew { won: lesson.won, lost: lesson.lost });
    }
    Ok(lesson)
}

/// Counts, however few leads there are.
pub fn tally(learned: &Learned, data: &Dataset, as_of: i64) -> Result<Lesson, Refusal> {
    let outcomes = outcomes(learned, data, as_of)?;
    let n_of = |outcome: Outcome| outcomes.iter().filter(|found| **found == Some(outcome)).count() as u64;
    let (won, lost) = (n_of(Outcome::Won), n_of(Outcome::Lost));
    let find = |name: &str| {
        let why = || DataError::NoField(name.to_owned());
        data.field(name).ok_or_else(|| Refusal::Unreadable { part: Reads::Fields, why: why() })
    };
    let mut tallies = Vec::new();
    let mut widest: (usize, &str) = (0, "");
    if let Some(stages) = &learned.stage {
        let counts = counts(find(&stages.field)?, &outcomes);
        tallies.extend(stage_tallies(stages, &counts, won));
    }
    for name in counted(learned) {
        let blanks = learned.blanks_count.iter().any(|blank| blank == name);
        let before = tallies.len();
        tallies.extend(
            counts(find(name)?, &outcomes)
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
fn counted(learned: &Learned) -> Vec<&str> {
    let stage = learned.stage.as_ref().map(|stages| stages.field.as_str());
    let mut names: Vec<&str> = Vec::new();
    for name in learned.fields.iter().chain(&learned.blanks_count).chain(&learned.tags) {
        if Some(name.as_str()) != stage && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
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

/// Returns how likely a lead is to be won, in percent with two decimals; none where nothing can be said.
pub fn probability(learned: &Learned, lesson: &Lesson, data: &Dataset, lead: usize) -> Option<f64> {
    let hundredths = Reader::new(learned, lesson, data)?.hundredths(lead..lead + 1)[0]?;
    #[expect(clippy::cast_precision_loss, reason = "at most 10,000")]
    Some(hundredths as f64 / 100.0)
}

/// Returns what winning is to losing for every lead as if none had left the first stage, closed or not: where a lead ended
/// tells what came of it.
pub fn odds_before_outcome(learned: &Learned, lesson: &Lesson, data: &Dataset) -> Vec<Option<f64>> {
    let Some(mut reader) = Reader::new(learned, lesson, data) else { return vec![None; data.n_leads()] };
    reader.factors.retain(|factor| !factor.is_stage);
    reader.odds(0..data.n_leads()).into_iter().map(|odds| (!odds.is_nan()).then_some(odds)).collect()
}

/// Returns what each value of a lead says, the best first. That a field is unknown is never shown as a good sign.
pub fn explain(learned: &Learned, lesson: &Lesson, data: &Dataset, lead: usize) -> Vec<Weight> {
    let Some(reader) = Reader::new(learned, lesson, data) else { return Vec::new() };
    if reader.stage.as_ref().is_some_and(|stage| stage.decides(lead).is_some()) {
        return Vec::new();
    }
    let mut weights: Vec<Weight> = reader
        .factors
        .iter()
        .filter_map(|factor| {
            let [won, lost] = factor.shares(lead)?;
            let score = if factor.is_stage { 1.0 - lost } else { won / (won + lost) };
            let value = factor.field.value(lead);
            let shown = !score.is_nan() && (value.is_some() || score <= 0.5);
            shown.then(|| Weight { field: factor.field.name.clone(), value, score })
        })
        .collect();
    weights.sort_by(|a, b| b.score.total_cmp(&a.score));
    weights
}

/// Returns every lead's whole percent, [`UNKNOWN`] where the field may not speak: nothing learned yet, or nothing to be said.
pub fn column(learned: &Learned, data: &Dataset) -> Vec<i64> {
    let reader = learned.lesson.as_ref().and_then(|lesson| Reader::new(learned, lesson, data));
    reader.map_or_else(
        || vec![UNKNOWN; data.n_leads()],
        |reader| {
            let hundredths = reader.hundredths(0..data.n_leads());
            hundredths.into_iter().map(|found| found.map_or(UNKNOWN, |n| n / 100)).collect()
        },
    )
}

/// A lesson made ready to be read for many leads.
struct Reader<'d> {
    /// What won leads are to lost ones, before anything is known of a lead.
    prior: f64,
    factors: Vec<Factor<'d>>,
    stage: Option<StageOf<'d>>,
}

/// One field of a lesson.
struct Factor<'d> {
    field: &'d Field,
    is_stage: bool,
    /// Of the won and of the lost leads, the shares that have the value.
    rows: Vec<[f64; 2]>,
    /// Which row is whose, 0 = none, else row + 1.
    index: Index,
}

enum Index {
    /// By dictionary code.
    Text(Vec<u32>),
    /// Of the unknown, and by number, ascending.
    Number(u32, Vec<(i64, u32)>),
    YesNo([u32; 3]),
}

/// Where a lead's stage decides alone.
struct StageOf<'d> {
    field: &'d Field,
    /// Whether each lead stands in a stage that is won; empty = no stage is.
    won: Vec<bool>,
}

impl StageOf<'_> {
    /// Returns the hundredths of a percent of a lead that stands in no stage, or in a won one.
    fn decides(&self, lead: usize) -> Option<i64> {
        match (self.field.is_known(lead), self.won.get(lead)) {
            (false, _) => Some(0),
            (true, Some(true)) => Some(10_000),
            (true, _) => None,
        }
    }
}

impl<'d> Reader<'d> {
    /// None where the lesson has no won or no lost leads, or the leads have no stages to be read.
    fn new(learned: &Learned, lesson: &Lesson, data: &'d Dataset) -> Option<Reader<'d>> {
        let of = |name: &str| -> Vec<&Tally> { lesson.tallies.iter().filter(|tally| tally.field == name).collect() };
        let mut factors = Vec::new();
        let mut stage = None;
        let totals = match &learned.stage {
            // As the first stage would have it, if there was one: every lead has been there.
            None => [lesson.won, lesson.lost].map(|n| if lesson.won + lesson.lost == 0 { 0 } else { n * 10 + 1 }),
            Some(stages) => {
                let field = data.field(&stages.field)?;
                let rows = of(&stages.field);
                let first = folded(stages.order.first()?);
                let is_first = |tally: &&&Tally| tally.value.as_ref().is_some_and(|v| folded(&v.to_string()) == first);
                let totals = rows.iter().find(is_first).map(|tally| [tally.won, tally.lost])?;
                factors.extend(Factor::new(field, true, &rows, totals));
                let won = match reads_only(&learned.won, &stages.field) {
                    true => holds(&learned.won, data, 0).unwrap_or_default(),
                    false => Vec::new(),
                };
                stage = Some(StageOf { field, won });
                totals
            }
        };
        for (field, rows) in counted(learned).into_iter().filter_map(|name| Some((data.field(name)?, of(name)))) {
            let totals = rows.iter().fold([0, 0], |[won, lost], tally| [won + tally.won, lost + tally.lost]);
            let is_tag = learned.tags.contains(&field.name);
            let says = |tally: &&Tally| !is_tag || tally.won + tally.lost >= FEWEST_TAGGED * 10;
            let rows: Vec<&Tally> = rows.into_iter().filter(says).collect();
            factors.extend(Factor::new(field, false, &rows, totals));
        }
        let [won, lost] = totals.map(real);
        (won > 0.0 && lost > 0.0).then(|| Reader { prior: won / lost, factors, stage })
    }

    /// Returns what winning is to losing for each lead of a range.
    fn odds(&self, leads: Range<usize>) -> Vec<f64> {
        let mut odds = vec![self.prior; leads.len()];
        for factor in &self.factors {
            // Row 0 stands for what says nothing.
            let ratios: Vec<f64> =
                std::iter::once(1.0).chain(factor.rows.iter().map(|[won, lost]| won / lost)).collect();
            for (odds, lead) in odds.iter_mut().zip(leads.clone()) {
                *odds *= ratios[factor.row(lead)];
            }
        }
        odds
    }

    /// Returns each lead's chance in hundredths of a percent.
    fn hundredths(&self, leads: Range<usize>) -> Vec<Option<i64>> {
        let odds = self.odds(leads.clone());
        let decided = |lead: usize| self.stage.as_ref().and_then(|stage| stage.decides(lead));
        leads.zip(odds).map(|(lead, odds)| decided(lead).or_else(|| hundredths(odds))).collect()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "between 0 and 10,000")]
fn hundredths(odds: f64) -> Option<i64> {
    let exact = 10_000.0 / (1.0 + 1.0 / odds);
    (!exact.is_nan()).then(|| (exact.round() as i64).clamp(1, 9_999))
}

impl<'d> Factor<'d> {
    /// None where nothing was won or nothing lost.
    fn new(field: &'d Field, is_stage: bool, tallies: &[&Tally], totals: [u64; 2]) -> Option<Factor<'d>> {
        if totals.contains(&0) {
            return None;
        }
        let numbered = || tallies.iter().zip(1_u32..);
        let unknown = numbered().find(|(tally, _)| tally.value.is_none()).map_or(0, |(_, row)| row);
        let index = match &field.column {
            Column::Text { words, .. } => {
                let spelled = |value: &Value| folded(&value.to_string());
                let rows: BTreeMap<String, u32> =
                    numbered().filter_map(|(tally, row)| Some((spelled(tally.value.as_ref()?), row))).collect();
                let of_word = |word: &String| rows.get(&folded(word)).copied().unwrap_or(0);
                Index::Text(std::iter::once(unknown).chain(words.iter().map(of_word)).collect())
            }
            Column::Number(_) => {
                let number = |tally: &Tally| number_in(tally.value.as_ref()?, field.kind);
                let mut rows: Vec<(i64, u32)> =
                    numbered().filter_map(|(tally, row)| Some((number(tally)?, row))).collect();
                rows.sort_unstable();
                Index::Number(unknown, rows)
            }
            Column::YesNo(_) => {
                let of = |yes: bool| {
                    let same = |tally: &Tally| tally.value == Some(Value::YesNo(yes));
                    numbered().find(|(tally, _)| same(tally)).map_or(0, |(_, row)| row)
                };
                Index::YesNo([unknown, of(false), of(true)])
            }
        };
        let shares = |tally: &&Tally| [real(tally.won) / real(totals[0]), real(tally.lost) / real(totals[1])];
        Some(Factor { field, is_stage, rows: tallies.iter().map(shares).collect(), index })
    }

    /// Returns which row is a lead's: 0 = none, else row + 1.
    fn row(&self, lead: usize) -> usize {
        let row = match (&self.index, &self.field.column) {
            (Index::Text(rows), Column::Text { codes, .. }) => rows[codes.get(lead) as usize],
            (Index::Number(unknown, rows), Column::Number(numbers)) => match numbers[lead] {
                UNKNOWN => *unknown,
                n => rows.binary_search_by_key(&n, |(number, _)| *number).map_or(0, |at| rows[at].1),
            },
            (Index::YesNo(rows), Column::YesNo(answers)) => rows[usize::from(answers[lead].min(2))],
            _ => 0,
        };
        row as usize
    }

    fn shares(&self, lead: usize) -> Option<[f64; 2]> {
        self.row(lead).checked_sub(1).map(|row| self.rows[row])
    }
}

/// Whether a condition asks for one field and nothing else: then a value of the field meets it, or does not.
fn reads_only(predicate: &Predicate, name: &str) -> bool {
    match predicate {
        Predicate::All(parts) | Predicate::Any(parts) => {
            !parts.is_empty() && parts.iter().all(|part| reads_only(part, name))
        }
        Predicate::Not(part) => reads_only(part, name),
        Predicate::Field(field, test) => field == name && !matches!(test, Test::InLast(_)),
        Predicate::Axis(..) => false,
    }
}

/// Returns a value of a model's text as a number of a column.
fn number_in(value: &Value, kind: FieldType) -> Option<i64> {
    match (kind, value) {
        (FieldType::Whole, Value::Whole(n)) | (FieldType::Decimal, Value::Decimal(n)) => Some(*n),
        (FieldType::Whole, Value::Decimal(n)) => (n % 1_000_000 == 0).then_some(n / 1_000_000),
        (FieldType::Decimal, Value::Whole(n)) => n.checked_mul(1_000_000),
        (FieldType::Date, Value::Date(at)) => Some(*at),
        (FieldType::Date, Value::Text(text)) => instant(text),
        _ => None,
    }
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

#[expect(clippy::cast_precision_loss, reason = "counts of leads are far below 2^52")]
fn real(n: u64) -> f64 {
    n as f64
}
