//! How likely a lead is to be won, by what was counted of those that were won and lost: naive Bayes, read as Odoo does.
//!
//! The percent is rounded to two decimals and kept within 0.01..=99.99 where it is shown; a model reads the whole percent
//! below that very number. Never here: what was counted, and who may be asked.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::predicate::folded;
use crate::engine::predicate::holds;
use crate::insight::lesson::counted;
use crate::insight::lesson::instant;
use crate::model::FieldType;
use crate::model::Learned;
use crate::model::Lesson;
use crate::model::Predicate;
use crate::model::Tally;
use crate::model::Test;
use crate::model::Value;

/// A tag says something from so many leads on.
pub const FEWEST_TAGGED: u64 = 50;
/// What a value of a lead says of its outcome: above 0.5 for won, below for lost.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    pub field: String,
    /// None = unknown, in a field whose blanks count.
    pub value: Option<Value>,
    pub score: f64,
}

/// Returns how likely a lead is to be won, in percent with two decimals; none where nothing can be said.
pub fn probability(learned: &Learned, lesson: &Lesson, data: &Dataset, lead: usize) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "at most 10,000")]
    hundredths(learned, lesson, data, lead).map(|hundredths| hundredths as f64 / 100.0)
}

/// Returns the same in hundredths of a percent.
pub fn hundredths(learned: &Learned, lesson: &Lesson, data: &Dataset, lead: usize) -> Option<i64> {
    Reader::new(learned, lesson, data)?.hundredths(lead..lead + 1)[0]
}

/// Returns the same for every lead, in hundredths of a percent.
pub fn hundredths_of_all(learned: &Learned, lesson: &Lesson, data: &Dataset) -> Vec<Option<i64>> {
    let n = data.n_leads();
    Reader::new(learned, lesson, data).map_or_else(|| vec![None; n], |reader| reader.hundredths(0..n))
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
    let Some(lesson) = &learned.lesson else { return vec![UNKNOWN; data.n_leads()] };
    let hundredths = hundredths_of_all(learned, lesson, data);
    hundredths.into_iter().map(|found| found.map_or(UNKNOWN, |n| n / 100)).collect()
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
                let alone = reads_only(&learned.won, &stages.field);
                let won = if alone { holds(&learned.won, data, 0).unwrap_or_default() } else { Vec::new() };
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
        leads.zip(odds).map(|(lead, odds)| decided(lead).or_else(|| rounded(odds))).collect()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "between 0 and 10,000")]
fn rounded(odds: f64) -> Option<i64> {
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
            (Index::Number(unknown, rows), Column::Number(numbers)) => match numbers.get(lead) {
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

#[expect(clippy::cast_precision_loss, reason = "counts of leads are far below 2^52")]
fn real(n: u64) -> f64 {
    n as f64
}
