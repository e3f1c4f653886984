//! What one criterion finds on every lead, before any weight: the expensive part, kept between edits.
//!
//! A lead's units are share × freshness summed over what is counted, in millionths of the weight:
//! one full hit is 1,000,000. A contribution is weight × units, in micropoints.

use std::collections::HashSet;
use std::ops::Range;

use crate::engine::by_block::each_by_block;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::decay::age;
use crate::engine::decay::freshness;
use crate::engine::events::Selected;
use crate::engine::events::select;
use crate::engine::predicate::DataError;
use crate::engine::predicate::Ready;
use crate::engine::predicate::holds;
use crate::engine::predicate::known;
use crate::engine::predicate::ready;
use crate::engine::sweep;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::FEW_EVENTS;
use crate::engine::sweep::blocks;
use crate::engine::sweep::count_pairs;
use crate::engine::sweep::each_shared;
use crate::engine::sweep::processors;
use crate::engine::sweep::shared;
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
        let touched = |block: Range<usize>| {
            let inside = &population[block.clone()];
            match self {
                Hits::Coded { codes, table } if table.iter().skip(1).all(|units| *units != 0) => {
                    count_pairs(&codes[block], inside, |code, inside| (code != 0) & inside)
                }
                Hits::Coded { codes, table } => {
                    count_pairs(&codes[block], inside, |code, inside| (table[usize::from(code)] != 0) & inside)
                }
                Hits::Counted { counts, .. } => {
                    count_pairs(&counts[block], inside, |count, inside| (count != 0) & inside)
                }
            }
        };
        shared(blocks(population.len()), touched).into_iter().sum()
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
            Hits::Coded { codes, .. } => sweep::merge(codes, &inside, |code, inside| if inside { code } else { 0 }),
            Hits::Counted { counts, .. } => {
                sweep::merge(counts, &inside, |count, inside| if inside { count } else { 0 });
            }
        }
    }
    Ok(hits)
}

fn match_hits(when: &Predicate, otherwise: i8, data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let when_ready = ready(when, data, as_of)?;
    let known = (otherwise != 0).then(|| known(when, data, as_of));
    let codes = codes_of(data.n_leads(), |block, codes| {
        if let Some(known) = &known {
            sweep::map(codes, &known.holds(block.clone()), |known| 2 * u8::from(known));
        }
        sweep::merge(codes, &when_ready.holds(block), |code, hit| if hit { 1 } else { code });
    });
    let all = [0, FULL, i64::from(otherwise) * FRESH];
    Ok(Hits::Coded { codes, table: all[..if otherwise == 0 { 2 } else { 3 }].to_vec() })
}

fn tier_hits(tiers: &[Tier], data: &Dataset, as_of: i64) -> Result<Hits, DataError> {
    let tests = tiers.iter().map(|tier| ready(&tier.when, data, as_of)).collect::<Result<Vec<Ready<'_>>, _>>()?;
    let codes = codes_of(data.n_leads(), |block, codes| {
        for (number, test) in (1_u8..).zip(&tests) {
            let first = |code, hit| if hit && code == 0 { number } else { code };
            sweep::merge(codes, &test.holds(block.clone()), first);
        }
    });
    let shares = tiers.iter().map(|tier| i64::from(tier.share) * FRESH);
    Ok(Hits::Coded { codes, table: std::iter::once(0).chain(shares).collect() })
}

/// Finds a code for every lead, block by block; each is 0 before.
fn codes_of(n_leads: usize, find: impl Fn(Range<usize>, &mut [u8]) + Sync) -> Vec<u8> {
    let mut codes = vec![0; n_leads];
    let pieces = blocks(n_leads).into_iter().zip(codes.chunks_mut(BLOCK)).collect();
    shared(pieces, |(block, codes)| find(block, codes));
    codes
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
    let steps = |n: i64| u32::try_from(i128::from(n.max(0)) * scale / per).map_or(max, |steps| steps.min(max));
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
        (Repeat::Once | Repeat::Each(_), None) => match u8::try_from(most) {
            Ok(most) => of_counts(count_up_to(most, &events, n), most),
            Err(_) => counted(count_all(&events, n), most),
        },
        (Repeat::Once | Repeat::Each(_), Some(decay)) => newest_fresh(&events, most, decay, as_of, n),
        (Repeat::PerAsset(_), None) => counted(newest_of_assets(&events, data, most, |_| 1), most),
        (Repeat::PerAsset(_), Some(decay)) => {
            let worth = |at| fresh_at(decay, age(i64::from(at), as_of));
            let counts = newest_of_assets(&events, data, most, worth);
            Hits::Counted { counts, each: FULL_SHARE }
        }
        (Repeat::Reach(tiers), _) => reach_hits(tiers, filter, data, as_of)?,
        (Repeat::FewerThan(least, window), _) => fewer_hits(*least, *window, filter, data, as_of)?,
    })
}

fn count_all(events: &Selected<'_>, n_leads: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; n_leads];
    events.each(|lead, _| counts[lead as usize] += 1);
    counts
}

/// Counts each lead's events up to the most that a byte, or the rule, counts: parts of them at once, then put together.
fn count_up_to(most: u8, events: &Selected<'_>, n_leads: usize) -> Vec<u8> {
    let n_parts = if events.len() < FEW_EVENTS { 1 } else { processors().min(4) };
    let mut parts = each_shared(events.parts(n_parts), |part| {
        let mut counts = vec![0_u8; n_leads];
        part.each(|lead, _| {
            let count = &mut counts[lead as usize];
            *count = count.saturating_add(1);
        });
        counts
    })
    .into_iter();
    let mut counts = parts.next().unwrap_or_else(|| vec![0; n_leads]);
    for part in parts {
        for (count, more) in counts.iter_mut().zip(part) {
            *count = count.saturating_add(more);
        }
    }
    for count in &mut counts {
        *count = (*count).min(most);
    }
    counts
}

/// The hits of counts of at most so many.
fn of_counts(codes: Vec<u8>, most: u8) -> Hits {
    Hits::Coded { codes, table: (0..=i64::from(most)).map(|count| count * FULL).collect() }
}

/// Packs counts, of which at most `max` count.
fn counted(mut counts: Vec<u32>, max: u32) -> Hits {
    if let Ok(most) = u8::try_from(max) {
        let codes = counts.iter().map(|count| u8::try_from(*count).map_or(most, |count| count.min(most))).collect();
        return of_counts(codes, most);
    }
    for count in &mut counts {
        *count = (*count).min(max);
    }
    Hits::Counted { counts, each: FULL }
}

fn fresh_at(decay: Decay, age: u32) -> u32 {
    u32::try_from(freshness(decay, age)).expect("freshness is at most 10,000")
}

/// Sums the freshness of each lead's newest `max` events: day by day from the newest.
fn newest_fresh(events: &Selected<'_>, max: u32, decay: Decay, as_of: i64, n_leads: usize) -> Hits {
    let days = events.days(as_of).into_iter().map(|(age, run)| (fresh_at(decay, age), run));
    // Nothing grows fresher with age: from the first day that is worth nothing on, nothing comes.
    let days: Vec<(u32, Range<usize>)> = days.take_while(|(fresh, _)| *fresh > 0).collect();
    let mut sums = vec![0_u32; n_leads];
    if max > u32::from(u8::MAX) {
        let mut counts = vec![0_u32; n_leads];
        for (fresh, run) in days {
            events.each_of(run, |lead| {
                let count = &mut counts[lead as usize];
                sums[lead as usize] += if *count < max { fresh } else { 0 };
                *count = count.saturating_add(1);
            });
        }
        return Hits::Counted { counts: sums, each: FULL_SHARE };
    }
    // A lead's count stands above its sum: 255 events come to at most 2,550,000.
    each_by_block(events, days, &mut sums, |sums, entries| sweep::add_first(sums, entries, max));
    for sum in &mut sums {
        *sum &= sweep::SUM_BITS;
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
        let counts = count_all(&select(filter, tier.within, data, as_of)?, data.n_leads());
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
    let counts = count_all(&select(filter, Some(window), data, as_of)?, data.n_leads());
    let begin = as_of - window.seconds();
    let codes = match data.created() {
        None => vec![0; data.n_leads()],
        Some(created) => counts
            .iter()
            .zip(created.iter())
            .map(|(count, created)| u8::from(*count < least && created != UNKNOWN && created <= begin))
            .collect(),
    };
    Ok(Hits::Coded { codes, table: vec![0, FULL] })
}
