//! What a group of leads is made up of by a field: its values, or ranges of them, in two groups side by side. Never here: points.

use std::collections::HashMap;

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

impl Makeup {
    /// Returns how far the groups are apart, in millionths: 0 = alike, a million = nothing in common.
    pub fn apart(&self) -> u64 {
        let [top, next] = self.leads.map(|leads| i128::from(leads.max(1)));
        let differences = self.slices.iter().map(|(_, [a, b])| (i128::from(*a) * next - i128::from(*b) * top).abs());
        u64::try_from(differences.sum::<i128>() * 500_000 / (top * next)).unwrap_or(u64::MAX)
    }
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
    let (unknown, known) = counts(field, groups);
    let is_number = matches!(field.column, Column::Number(_));
    let mut slices = if is_number && known.len() > most { ranges(field, &known) } else { values(field, known, most) };
    slices.extend((unknown != [0, 0]).then_some((Slice::Unknown, unknown)));
    Makeup { field: field.name.clone(), leads: [0, 1].map(|group| groups[group].len() as u64), slices }
}

/// Counts the leads of each group whose value is unknown, and those that have each value, in the order of the values.
fn counts(field: &Field, groups: &[Vec<u32>; 2]) -> ([u64; 2], Vec<(i64, [u64; 2])>) {
    let mut unknown = [0; 2];
    let mut known: Vec<(i64, [u64; 2])> = Vec::new();
    let leads =
        groups.iter().enumerate().flat_map(|(group, leads)| leads.iter().map(move |lead| (group, *lead as usize)));
    match &field.column {
        Column::Text { codes, words } => {
            let first = first_spellings(field);
            let mut by_word = vec![[0; 2]; words.len()];
            for (group, lead) in leads {
                match (codes.get(lead) as usize).checked_sub(1) {
                    Some(word) => by_word[first[word]][group] += 1,
                    None => unknown[group] += 1,
                }
            }
            known.extend((0..).zip(by_word).filter(|(_, n)| *n != [0, 0]));
        }
        Column::YesNo(answers) => {
            let mut by_answer = [[0; 2]; 3];
            leads.for_each(|(group, lead)| by_answer[usize::from(answers[lead]).min(2)][group] += 1);
            unknown = by_answer[0];
            known.extend([(1, by_answer[1]), (2, by_answer[2])].into_iter().filter(|(_, n)| *n != [0, 0]));
        }
        Column::Number(numbers) => {
            let mut each: Vec<(i64, usize)> = leads.map(|(group, lead)| (numbers.get(lead), group)).collect();
            each.sort_unstable();
            for run in each.chunk_by(|a, b| a.0 == b.0) {
                let mut n = [0; 2];
                for (_, group) in run {
                    n[*group] += 1;
                }
                match run[0].0 {
                    UNKNOWN => unknown = n,
                    number => known.push((number, n)),
                }
            }
        }
    }
    (unknown, known)
}

/// Returns for each word of a field the place of the first that compares equal; nothing of other fields.
pub(super) fn first_spellings(field: &Field) -> Vec<usize> {
    let Column::Text { words, .. } = &field.column else { return Vec::new() };
    let mut first: HashMap<String, usize> = HashMap::with_capacity(words.len());
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
