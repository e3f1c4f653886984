//! What one criterion finds on every lead, before any weight: the expensive part, kept between edits.
//!
//! A lead's units are share × freshness summed over what is counted, in millionths of the weight:
//! one full hit is 1,000,000. A contribution is weight × units, in micropoints.

use std::collections::HashSet;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::decay::age;
use crate::engine::decay::freshness;
use crate::engine::events::Selected;
use crate::engine::events::select;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::engine::predicate::known;
use crate::model::Criterion;
use crate::model::Decay;
use crate::model::FRESH;
use crate::model::FULL_SHARE;
use crate::model::FieldType;
use crate::model::Filter;
use crate::model::MAX_OCCURRENCES;
use crate::model::Predicate;
use crate::model::Reach;
use crate::model::Repeat;
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
    /// `count × each` are the lead's units.
    Counted { counts: Vec<u32>, each: i64 },
}

impl Hits {
    /// Returns a lead's units, in millionths of the weight.
    pub fn units(&self, lead: usize) -> i64 {
        match self {
            Hits::Coded { codes, table } => table[usize::from(codes[lead])],
            Hits::Counted { counts, each } => i64::from(counts[lead]) * each,
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
            Hits::Counted { counts, .. } => {
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
        Rule::Activity { filter, within, repeat, decay } => {
            activity_hits(filter, *within, repeat, *decay, data, as_of)?
        }
    };
    if !criterion.scope.is_everyone() {
        let inside = holds(&criterion.scope, data, as_of)?;
        match &mut hits {
            Hits::Coded { codes, .. } => zero_outside(codes, &inside),
            Hits::Counted { counts, .. } => zero_outside(counts, &inside),
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

fn activity_hits(
    filter: &Filter,
    within: Option<Window>,
    repeat: &Repeat,
    decay: Option<Decay>,
    data: &Dataset,
    as_of: i64,
) -> Result<Hits, DataError> {
    let events = select(filter, within, data, as_of)?;
    let n = data.n_leads();
    let most = repeat.most().unwrap_or(0);
    Ok(match (repeat, decay) {
        (Repeat::Once | Repeat::Each(_), None) => counted(count(&events, n), most),
        (Repeat::Once | Repeat::Each(_), Some(decay)) => newest_fresh(&events, most, decay, as_of, n),
        (Repeat::PerAsset(_), None) => counted(newest_of_assets(&events, data, most, |_| 1), most),
        (Repeat::PerAsset(_), Some(decay)) => {
            let table = Fresh::new(decay, &events, as_of);
            let counts = newest_of_assets(&events, data, most, |at| table.of(at));
            Hits::Counted { counts, each: FULL_SHARE }
        }
        (Repeat::Reach(tiers), _) => reach_hits(tiers, filter, data, as_of)?,
        (Repeat::FewerThan(least, window), _) => fewer_hits(*least, *window, filter, data, as_of)?,
    })
}

fn count(events: &Selected<'_>, n_leads: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; n_leads];
    events.each(|lead, _| counts[lead as usize] += 1);
    counts
}

/// Packs counts, of which at most `max` count.
fn counted(mut counts: Vec<u32>, max: u32) -> Hits {
    if let Ok(most) = u8::try_from(max) {
        let codes = counts.iter().map(|count| u8::try_from(*count).map_or(most, |count| count.min(most))).collect();
        return Hits::Coded { codes, table: (0..=i64::from(max)).map(|count| count * FULL).collect() };
    }
    for count in &mut counts {
        *count = (*count).min(max);
    }
    Hits::Counted { counts, each: FULL }
}

/// Freshness by instant: a table by age in days, up to that of the oldest event.
struct Fresh {
    as_of: i64,
    by_age: Vec<u32>,
}

impl Fresh {
    fn new(decay: Decay, events: &Selected<'_>, as_of: i64) -> Fresh {
        let oldest = events.oldest().map_or(0, |at| age(at, as_of));
        let fresh = |age| u32::try_from(freshness(decay, age)).expect("freshness is at most 10,000");
        Fresh { as_of, by_age: (0..=oldest).map(fresh).collect() }
    }

    fn of(&self, at: u32) -> u32 {
        self.by_age[age(i64::from(at), self.as_of) as usize]
    }
}

/// Sums the freshness of each lead's newest `max` events.
fn newest_fresh(events: &Selected<'_>, max: u32, decay: Decay, as_of: i64, n_leads: usize) -> Hits {
    let table = Fresh::new(decay, events, as_of);
    let mut sums = vec![0_u32; n_leads];
    if max == 1 {
        // Nothing grows fresher with age: the newest event is the freshest.
        events.each(|lead, at| {
            let sum = &mut sums[lead as usize];
            *sum = (*sum).max(table.of(at));
        });
    } else {
        let mut counts = vec![0_u32; n_leads];
        events.newest_first(|_, lead, at| {
            let count = &mut counts[lead as usize];
            if *count < max {
                *count += 1;
                sums[lead as usize] += table.of(at);
            }
        });
    }
    Hits::Counted { counts: sums, each: FULL_SHARE }
}

/// Sums what the newest event of each distinct asset is worth, for the `max` assets that were met last.
fn newest_of_assets(events: &Selected<'_>, data: &Dataset, max: u32, worth: impl Fn(u32) -> u32) -> Vec<u32> {
    let mut seen: HashSet<(u32, u32)> = HashSet::new();
    let mut counts = vec![0_u32; data.n_leads()];
    let mut sums = vec![0_u32; data.n_leads()];
    events.newest_first(|event, lead, at| {
        let count = &mut counts[lead as usize];
        if *count < max && seen.insert((lead, data.events.detail_of(event).asset)) {
            *count += 1;
            sums[lead as usize] += worth(at);
        }
    });
    sums
}

fn reach_hits(tiers: &[Reach], filter: &Filter, data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let mut codes = vec![0_u8; data.n_leads()];
    let mut table = vec![0];
    for tier in tiers {
        let number = u8::try_from(table.len()).expect("a model has at most 64 tiers in a criterion");
        let counts = count(&select(filter, tier.within, data, as_of)?, data.n_leads());
        for (code, count) in codes.iter_mut().zip(counts) {
            if *code == 0 && tier.is_met(count as usize) {
                *code = number;
            }
        }
        table.push(i64::from(tier.share) * FRESH);
    }
    Ok(Hits::Coded { codes, table })
}

fn fewer_hits(least: u32, window: Window, filter: &Filter, data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let counts = count(&select(filter, Some(window), data, as_of)?, data.n_leads());
    let begin = as_of - window.seconds();
    let codes = match data.created() {
        None => vec![0; data.n_leads()],
        Some(created) => counts
            .iter()
            .zip(created)
            .map(|(count, created)| u8::from(*count < least && *created != UNKNOWN && *created <= begin))
            .collect(),
    };
    Ok(Hits::Coded { codes, table: vec![0, FULL] })
}
