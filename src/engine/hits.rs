//! What one criterion finds on every lead, before any weight: the expensive part, kept between edits.
//!
//! A lead's units are share × freshness summed over what is counted, in millionths of the weight:
//! one full hit is 1,000,000. A contribution is weight × units, in micropoints.

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::engine::predicate::known;
use crate::model::Criterion;
use crate::model::FRESH;
use crate::model::FULL_SHARE;
use crate::model::FieldType;
use crate::model::Filter;
use crate::model::MAX_OCCURRENCES;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Tier;
use crate::model::Value;
use crate::model::Window;

/// One full hit, in millionths of the weight.
pub const FULL: i64 = FULL_SHARE * FRESH;

/// The units of every lead for one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hits {
    /// `table[code]` are the lead's units; code 0 is nothing.
    Coded { codes: Vec<u8>, table: Vec<i64> },
    /// `count × FULL` are the lead's units.
    Counted(Vec<u32>),
}

impl Hits {
    /// Returns a lead's units, in millionths of the weight.
    pub fn units(&self, lead: usize) -> i64 {
        match self {
            Hits::Coded { codes, table } => table[usize::from(codes[lead])],
            Hits::Counted(counts) => i64::from(counts[lead]) * FULL,
        }
    }

    /// Returns how many of the given leads have any units.
    pub fn touched(&self, population: &[bool]) -> usize {
        match self {
            Hits::Coded { codes, table } => codes
                .iter()
                .zip(population)
                .filter(|(code, inside)| **inside && table[usize::from(**code)] != 0)
                .count(),
            Hits::Counted(counts) => {
                counts.iter().zip(population).filter(|(count, inside)| **inside && **count != 0).count()
            }
        }
    }

    /// The hits of a criterion that finds nothing.
    pub fn none(n_leads: usize) -> Hits {
        Hits::Coded { codes: vec![0; n_leads], table: vec![0] }
    }
}

/// Finds a criterion's hits on every lead.
pub fn find(criterion: &Criterion, data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let mut hits = match &criterion.rule {
        Rule::Match { when, otherwise } => match_hits(when, *otherwise, data, as_of)?,
        Rule::Tiers(tiers) => tier_hits(tiers, data, as_of)?,
        Rule::Amount { field, per, max } => amount_hits(field, per, *max, data)?,
        Rule::Activity { .. } => todo!(),
    };
    if !criterion.scope.is_everyone() {
        let inside = holds(&criterion.scope, data, as_of)?;
        match &mut hits {
            Hits::Coded { codes, .. } => zero_outside(codes, &inside),
            Hits::Counted(counts) => zero_outside(counts, &inside),
        }
    }
    Ok(hits)
}

fn zero_outside<T: Default>(codes: &mut [T], inside: &[bool]) {
    for (code, inside) in codes.iter_mut().zip(inside) {
        if !inside {
            *code = T::default();
        }
    }
}

fn match_hits(when: &Predicate, otherwise: i8, data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let matched = holds(when, data, as_of)?;
    let codes = if otherwise == 0 {
        matched.iter().map(|hit| u8::from(*hit)).collect()
    } else {
        let known = known(when, data);
        matched.iter().zip(known).map(|(hit, known)| if *hit { 1 } else { 2 * u8::from(known) }).collect()
    };
    Ok(Hits::Coded { codes, table: vec![0, FULL, i64::from(otherwise) * FRESH] })
}

fn tier_hits(tiers: &[Tier], data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let mut codes = vec![0_u8; data.n_leads()];
    let mut table = vec![0];
    for tier in tiers {
        let number = u8::try_from(table.len()).expect("a model has at most 64 tiers in a criterion");
        for (code, hit) in codes.iter_mut().zip(holds(&tier.when, data, as_of)?) {
            if hit && *code == 0 {
                *code = number;
            }
        }
        table.push(i64::from(tier.share) * FRESH);
    }
    Ok(Hits::Coded { codes, table })
}

fn amount_hits(name: &str, per: &Value, max: u32, data: &Dataset) -> Result<Hits, DataError> {
    let field = data.field(name).ok_or_else(|| DataError::NoField(name.to_owned()))?;
    let wrong = || DataError::WrongType {
        field: name.to_owned(),
        kind: field.kind,
        test: crate::model::Test::AtLeast(per.clone()),
    };
    // An amount counts by `n × scale / per`, in one unit whatever the two are written in.
    let (per, scale) = match (field.kind, per) {
        (FieldType::Whole, Value::Whole(per)) | (FieldType::Decimal, Value::Decimal(per)) => (i128::from(*per), 1),
        (FieldType::Whole, Value::Decimal(per)) => (i128::from(*per), 1_000_000),
        (FieldType::Decimal, Value::Whole(per)) => (i128::from(*per) * 1_000_000, 1),
        _ => return Err(wrong()),
    };
    let Column::Number(numbers) = &field.column else { return Err(wrong()) };
    if per <= 0 {
        return Err(wrong());
    }
    let max = max.min(MAX_OCCURRENCES);
    let steps = |n: &i64| u32::try_from(i128::from((*n).max(0)) * scale / per).map_or(max, |steps| steps.min(max));
    Ok(counted(numbers.iter().map(steps).collect(), max))
}

/// Returns the runs of events that a filter and a window let through: pieces of the events' columns.
pub fn runs(filter: &Filter, within: Option<Window>, data: &Dataset, as_of: i64) -> Vec<std::ops::Range<usize>> {
    let events = &data.events;
    let after = within.map(|window| as_of - window.seconds());
    (0..events.kinds.len())
        .filter(|kind| filter.kinds.is_empty() || filter.kinds.contains(&events.kinds[*kind]))
        .map(|kind| {
            let (start, end) = (events.starts[kind], events.starts[kind + 1]);
            let at = &events.at[start..end];
            let upto = |instant: i64| at.partition_point(|at| i64::from(*at) <= instant);
            let from = after.map_or(0, upto);
            start + from..start + upto(as_of).max(from)
        })
        .collect()
}

fn activity_hits(
    filter: &Filter,
    within: Option<Window>,
    max: u32,
    data: &Dataset,
    as_of: i64,
) -> Result<Hits, DataError> {
    if !filter.kinds.is_empty() && !filter.kinds.iter().any(|kind| data.events.kinds.contains(kind)) {
        return Err(DataError::NoKind(filter.kinds.clone()));
    }
    let max = max.min(MAX_OCCURRENCES);
    let mut counts = vec![0_u32; data.n_leads()];
    for run in runs(filter, within, data, as_of) {
        for lead in &data.events.lead[run] {
            counts[*lead as usize] += 1;
        }
    }
    for count in &mut counts {
        *count = (*count).min(max);
    }
    Ok(counted(counts, max))
}

/// Packs counts that are at most `max`.
fn counted(counts: Vec<u32>, max: u32) -> Hits {
    match u8::try_from(max) {
        Ok(max) => Hits::Coded {
            codes: counts.iter().map(|count| u8::try_from(*count).unwrap_or(max)).collect(),
            table: (0..=i64::from(max)).map(|count| count * FULL).collect(),
        },
        Err(_) => Hits::Counted(counts),
    }
}
