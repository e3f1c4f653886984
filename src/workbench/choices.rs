//! What a criterion can be made of, from the data at hand: fields, their values with counts, event kinds with counts;
//! and how many leads a criterion would touch.

use crate::engine::columns::Column;
use crate::engine::columns::UNKNOWN;
use crate::engine::hits;
use crate::engine::predicate::DataError;
use crate::model::Criterion;
use crate::model::FieldType;
use crate::model::Value;
use crate::workbench::Workbench;

/// A field to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChoice<'w> {
    pub name: &'w str,
    pub kind: FieldType,
    /// Leads whose value is known.
    pub known: usize,
}

impl Workbench {
    /// Returns the fields of the leads, in the order of import.
    pub fn fields(&self) -> Vec<FieldChoice<'_>> {
        let n = self.data().n_leads();
        self.data()
            .fields
            .iter()
            .map(|field| FieldChoice {
                name: &field.name,
                kind: field.kind,
                known: (0..n).filter(|lead| field.is_known(*lead)).count(),
            })
            .collect()
    }

    /// Returns the distinct values of a field with how many leads have each, most frequent first, at most `limit`.
    pub fn values(&self, field: &str, limit: usize) -> Vec<(Value, usize)> {
        let Some(field) = self.data().field(field) else { return Vec::new() };
        let mut counted: Vec<(Value, usize)> = match &field.column {
            Column::Text { codes, words } => {
                let mut counts = vec![0; words.len() + 1];
                for lead in 0..codes.len() {
                    counts[codes.get(lead) as usize] += 1;
                }
                words.iter().zip(&counts[1..]).map(|(word, count)| (Value::Text(word.clone()), *count)).collect()
            }
            Column::YesNo(answers) => [(2, true), (1, false)]
                .map(|(code, yes)| (Value::YesNo(yes), answers.iter().map(|a| usize::from(*a == code)).sum()))
                .into(),
            Column::Number(numbers) => {
                let mut sorted: Vec<i64> = numbers.iter().copied().filter(|n| *n != UNKNOWN).collect();
                sorted.sort_unstable();
                sorted
                    .chunk_by(|a, b| a == b)
                    .map(|run| {
                        let value = match field.kind {
                            FieldType::Decimal => Value::Decimal(run[0]),
                            FieldType::Date => Value::Date(run[0]),
                            FieldType::Text | FieldType::Whole | FieldType::YesNo => Value::Whole(run[0]),
                        };
                        (value, run.len())
                    })
                    .collect()
            }
        };
        counted.retain(|(_, count)| *count > 0);
        counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        counted.truncate(limit);
        counted
    }

    /// Returns the event kinds with how many events up to as-of each has, most frequent first.
    pub fn kinds(&self) -> Vec<(&str, usize)> {
        let events = &self.data().events;
        let as_of = self.as_of();
        let mut kinds: Vec<(&str, usize)> = events
            .kinds
            .iter()
            .enumerate()
            .map(|(kind, name)| {
                let at = &events.at[events.starts[kind]..events.starts[kind + 1]];
                (name.as_str(), at.partition_point(|at| i64::from(*at) <= as_of))
            })
            .collect();
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        kinds
    }

    /// Returns how many leads of the population a criterion would touch.
    pub fn would_touch(&self, criterion: &Criterion) -> Result<usize, DataError> {
        Ok(hits::find(criterion, self.data(), self.as_of())?.touched(self.scores.inside()))
    }
}
