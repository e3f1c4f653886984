//! What a criterion can be made of, from the data at hand: fields, their values with counts, event kinds with counts;
//! and how many leads a criterion would touch.

use std::ops::Range;

use crate::engine::columns::Column;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::hits;
use crate::engine::predicate::DataError;
use crate::engine::predicate::axis_ranges;
use crate::engine::predicate::holds;
use crate::model::Criterion;
use crate::model::FRESH;
use crate::model::FieldType;
use crate::model::MAX_PARTS;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
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

/// A part of an event that can be tested, beside its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventPart {
    Channel,
    Asset,
    Campaign,
    /// Seconds on a page, an amount: a number.
    Value,
}

impl EventPart {
    pub const ALL: [EventPart; 4] = [EventPart::Asset, EventPart::Channel, EventPart::Campaign, EventPart::Value];

    /// Returns its name in a model's text.
    pub fn id(self) -> &'static str {
        match self {
            EventPart::Channel => "channel",
            EventPart::Asset => "asset",
            EventPart::Campaign => "campaign",
            EventPart::Value => "value",
        }
    }
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
        self.data().field(field).map_or_else(Vec::new, |field| values(field, limit))
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
                let own = events.starts[kind]..events.starts[kind + 1];
                (name.as_str(), events.at.partition_point(own.clone(), |at| i64::from(at) <= as_of) - own.start)
            })
            .collect();
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        kinds
    }

    /// Returns a name that no criterion has: the one given, else with a number.
    pub fn free_name(&self, name: &str) -> String {
        let numbered = (2..=u32::MAX).map(|n| format!("{name} ({n})"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| self.model.criterion(name).is_none()).unwrap_or_default()
    }

    /// Returns how many leads of the population a criterion would touch.
    pub fn would_touch(&self, criterion: &Criterion) -> Result<usize, DataError> {
        Ok(hits::find(criterion, self.data(), self.as_of())?.touched(self.scores.inside()))
    }

    /// Returns how many leads of the population each tier of a criterion takes; none where that cannot be told.
    pub fn tier_counts(&self, criterion: &Criterion) -> Vec<Option<usize>> {
        let mut numbered = criterion.clone();
        let shares: Vec<&mut i8> = match &mut numbered.rule {
            Rule::Tiers(tiers) => tiers.iter_mut().map(|tier| &mut tier.share).collect(),
            Rule::Activity { repeat: Repeat::Reach(tiers), .. } => {
                tiers.iter_mut().map(|tier| &mut tier.share).collect()
            }
            Rule::Match { .. } | Rule::Amount { .. } | Rule::Activity { .. } => return Vec::new(),
        };
        let n = shares.len();
        // Each tier's share is its number: which tier a lead met can be read off what it is given.
        for (number, share) in (1..=i8::MAX).zip(shares) {
            *share = number;
        }
        let found = if n <= MAX_PARTS { hits::find(&numbered, self.data(), self.as_of()).ok() } else { None };
        let Some(hits) = found else { return vec![None; n] };
        let mut counts = vec![0; n + 1];
        for (lead, _) in self.scores.inside().iter().enumerate().filter(|(_, inside)| **inside) {
            counts[usize::try_from(hits.units(lead) / FRESH).map_or(0, |tier| tier.min(n))] += 1;
        }
        counts[1..].iter().copied().map(Some).collect()
    }

    /// Returns how many leads of the population meet a condition.
    pub fn would_meet(&self, predicate: &Predicate) -> Result<usize, DataError> {
        let met = self.meeting(predicate)?;
        Ok(met.iter().zip(self.scores.inside()).filter(|(met, inside)| **met && **inside).count())
    }

    /// Returns the leads that meet a condition; the values on the axes are those of the model as it is.
    fn meeting(&self, predicate: &Predicate) -> Result<Vec<bool>, DataError> {
        let joined = |parts: &[Predicate], all: bool| {
            let mut met = vec![all; self.data().n_leads()];
            for part in parts {
                for (met, part) in met.iter_mut().zip(self.meeting(part)?) {
                    *met = if all { *met && part } else { *met || part };
                }
            }
            Ok(met)
        };
        match predicate {
            fields if !fields.reads_axis() => holds(fields, self.data(), self.as_of()),
            Predicate::All(parts) => joined(parts, true),
            Predicate::Any(parts) => joined(parts, false),
            Predicate::Not(part) => Ok(self.meeting(part)?.into_iter().map(|met| !met).collect()),
            Predicate::Axis(side, test) => {
                let ranges = axis_ranges(test).ok_or(DataError::NoScore)?;
                let values = self.scores.values(*side).iter();
                Ok(values.map(|value| ranges.iter().any(|(lo, hi)| *lo <= value && value <= *hi)).collect())
            }
            Predicate::Field(..) => holds(predicate, self.data(), self.as_of()),
        }
    }

    /// Returns the words that stand in a part of the events of some kinds (none given: of all) up to as-of, with how many
    /// events have each, most frequent first.
    pub fn event_words(&self, part: EventPart, kinds: &[String]) -> Vec<(Value, usize)> {
        let events = &self.data().events;
        let mut counts = vec![0_usize; events.words.len() + 1];
        let as_of = self.as_of();
        let wanted = |kind: &usize| kinds.is_empty() || kinds.contains(&events.kinds[*kind]);
        let runs = (0..events.kinds.len()).filter(wanted).map(|kind| events.starts[kind]..events.starts[kind + 1]);
        let past = |run: Range<usize>| run.start..events.at.partition_point(run, |at| i64::from(at) <= as_of);
        for event in runs.flat_map(past) {
            let detail = events.detail_of(event);
            let word = match part {
                EventPart::Channel => detail.channel,
                EventPart::Asset => detail.asset,
                EventPart::Campaign => detail.campaign,
                EventPart::Value => 0,
            };
            counts[word as usize] += 1;
        }
        let counted = events.words.iter().zip(&counts[1..]).filter(|(_, count)| **count > 0);
        let mut counted: Vec<(Value, usize)> =
            counted.map(|(word, count)| (Value::Text(word.clone()), *count)).collect();
        counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        counted
    }

    /// Returns the lowest and the highest value that an event has; none if no event has one.
    pub fn event_span(&self) -> Option<(Value, Value)> {
        let values = || self.data().events.details.iter().map(|detail| detail.value).filter(|value| *value != UNKNOWN);
        Some((Value::Decimal(values().min()?), Value::Decimal(values().max()?)))
    }
}

/// Returns the distinct values of a field with how many leads have each, most frequent first, at most `limit`.
pub fn values(field: &Field, limit: usize) -> Vec<(Value, usize)> {
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
            let mut sorted: Vec<i64> = numbers.iter().filter(|n| *n != UNKNOWN).collect();
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
