//! What a group of leads is made up of by a field: its values, or ranges of them, in two groups side by side. Never here: points.

use std::collections::BTreeMap;

use crate::engine::columns::Column;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::predicate::folded;
use crate::insight::five::Five;
use crate::model::FieldType;
use crate::model::Value;

/// Two groups by a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Makeup {
    pub field: String,
    /// Leads of each group.
    pub leads: [u64; 2],
    /// In the order they are told: values by how many leads have them, ranges by their numbers; the rest and the unknown last.
    pub slices: Vec<(Slice, [u64; 2])>,
}

/// A part of the values of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slice {
    Value(Value),
    /// From the first to the second, both included.
    Range(Value, Value),
    /// So many other values.
    Others(usize),
    Unknown,
}

/// Returns what two groups of leads are made up of, with at most so many values told one by one. Numbers and dates of more values
/// than that come in ranges: the quarters of both groups together.
pub fn makeup(field: &Field, groups: &[Vec<u32>; 2], most: usize) -> Makeup {
    let mut counts: BTreeMap<Option<i64>, [u64; 2]> = BTreeMap::new();
    let first = first_spellings(field);
    for (group, leads) in groups.iter().enumerate() {
        for lead in leads {
            let lead = *lead as usize;
            let code = match &field.column {
                Column::Text { codes, .. } => {
                    (codes.get(lead) as usize).checked_sub(1).and_then(|word| i64::try_from(first[word]).ok())
                }
                Column::Number(numbers) => Some(numbers[lead]).filter(|n| *n != UNKNOWN),
                Column::YesNo(answers) => Some(i64::from(answers[lead])).filter(|answer| *answer != 0),
            };
            counts.entry(code).or_default()[group] += 1;
        }
    }
    let unknown = counts.remove(&None);
    let known: Vec<(i64, [u64; 2])> = counts.into_iter().filter_map(|(code, n)| Some((code?, n))).collect();
    let is_number = matches!(field.column, Column::Number(_));
    let mut slices = if is_number && known.len() > most { ranges(field, &known) } else { values(field, known, most) };
    slices.extend(unknown.map(|n| (Slice::Unknown, n)));
    Makeup { field: field.name.clone(), leads: [0, 1].map(|group| groups[group].len() as u64), slices }
}

/// Returns for each word of a field the place of the first that compares equal; nothing of other fields.
pub(super) fn first_spellings(field: &Field) -> Vec<usize> {
    let Column::Text { words, .. } = &field.column else { return Vec::new() };
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    words.iter().enumerate().map(|(at, word)| *first.entry(folded(word)).or_insert(at)).collect()
}

fn value(field: &Field, code: i64) -> Value {
    match &field.column {
        Column::Text { words, .. } => {
            Value::Text(usize::try_from(code).ok().and_then(|at| words.get(at)).cloned().unwrap_or_default())
        }
        Column::YesNo(_) => Value::YesNo(code == 2),
        Column::Number(_) => match field.kind {
            FieldType::Decimal => Value::Decimal(code),
            FieldType::Date => Value::Date(code),
            FieldType::Text | FieldType::Whole | FieldType::YesNo => Value::Whole(code),
        },
    }
}

fn values(field: &Field, mut known: Vec<(i64, [u64; 2])>, most: usize) -> Vec<(Slice, [u64; 2])> {
    known.sort_by_key(|(_, n)| std::cmp::Reverse(n[0] + n[1]));
    // A single value left over is told like the others.
    let told = if known.len() == most + 1 { known.len() } else { most.min(known.len()) };
    let others = known.split_off(told);
    let mut slices: Vec<_> = known.iter().map(|(code, n)| (Slice::Value(value(field, *code)), *n)).collect();
    if !others.is_empty() {
        let sum = others.iter().fold([0; 2], |sum, (_, n)| [sum[0] + n[0], sum[1] + n[1]]);
        slices.push((Slice::Others(others.len()), sum));
    }
    slices
}

/// Cuts numbers at the quarters of both groups together; equal numbers stay together.
fn ranges(field: &Field, known: &[(i64, [u64; 2])]) -> Vec<(Slice, [u64; 2])> {
    let all: Vec<i64> = known.iter().flat_map(|(n, [a, b])| std::iter::repeat_n(*n, usize_of(a + b))).collect();
    let Some(five) = Five::of_sorted(&all) else { return Vec::new() };
    let mut slices = Vec::new();
    let mut rest = known;
    for edge in [five.lower, five.median, five.upper, five.most] {
        let (range, above) = rest.split_at(rest.partition_point(|(n, _)| *n <= edge));
        rest = above;
        if let (Some((lo, _)), Some((hi, _))) = (range.first(), range.last()) {
            let sum = range.iter().fold([0; 2], |sum, (_, n)| [sum[0] + n[0], sum[1] + n[1]]);
            slices.push((Slice::Range(value(field, *lo), value(field, *hi)), sum));
        }
    }
    slices
}

fn usize_of(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
