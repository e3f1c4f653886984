//! Leads put together by a field: companies out of their members. Never here: what a company is worth.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Event;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::engine::columns::UNKNOWN;
use crate::engine::predicate::DataError;
use crate::engine::predicate::folded;
use crate::model::FieldType;
use crate::model::How;

/// Puts the leads with the same value of a field together, in the order of the first member of each: their key is that value
/// as the first member has it, their events are put together, and each field's known values become one. Texts are the same as
/// conditions compare them. Leads without a value are left out.
pub fn roll_up(data: &Dataset, by: &str, rules: &[(String, How)]) -> Result<Dataset, DataError> {
    let field = data.field(by).ok_or_else(|| DataError::NoField(by.to_owned()))?;
    let mut keys = Texts::default();
    let mut known: HashMap<String, u32> = HashMap::new();
    // The company of each lead, none = left out.
    let mut of: Vec<Option<u32>> = Vec::with_capacity(data.n_leads());
    for lead in 0..data.n_leads() {
        of.push(field.value(lead).map(|value| {
            let text = value.to_string();
            *known.entry(folded(&text)).or_insert_with(|| {
                keys.push(text.trim());
                u32::try_from(keys.len() - 1).expect("no more companies than leads")
            })
        }));
    }
    let members = Members::new(&of, keys.len());
    let fields = data.fields.iter().map(|field| {
        let rule = rules.iter().find(|(name, _)| *name == field.name).map(|(_, how)| *how);
        let how = rule.unwrap_or_else(|| How::usual(field.kind, field.role));
        Arc::new(Field { column: members.column(field, how), ..field.as_ref().clone() })
    });
    let fields = fields.collect();
    Ok(Dataset { keys: Arc::new(keys), fields, events: Arc::new(events(&data.events, &of)), zone: data.zone })
}

fn events(events: &Events, of: &[Option<u32>]) -> Events {
    let mut kept = Vec::with_capacity(events.len());
    for kind in 0..events.kinds.len() {
        for (event, lead, at) in events.some(events.starts[kind]..events.starts[kind + 1]) {
            if let Some(company) = of[lead as usize] {
                kept.push(Event {
                    kind: u16::try_from(kind).expect("kinds were counted in 16 bits"),
                    at,
                    lead: company,
                    detail: if events.detail.is_empty() { 0 } else { events.detail.get(event) },
                });
            }
        }
    }
    Events::build(events.kinds.clone(), events.words.clone(), events.details.clone(), kept)
}

/// The leads of every company, in the order of their import.
struct Members {
    leads: Vec<u32>,
    /// Those of company `c` stand at `starts[c]..starts[c + 1]`.
    starts: Vec<usize>,
}

impl Members {
    fn new(of: &[Option<u32>], n_companies: usize) -> Members {
        let mut starts = vec![0; n_companies + 1];
        for company in of.iter().flatten() {
            starts[*company as usize + 1] += 1;
        }
        for company in 0..n_companies {
            starts[company + 1] += starts[company];
        }
        let mut next = starts.clone();
        let mut leads = vec![0; starts[n_companies]];
        for (lead, company) in (0..).zip(of) {
            if let Some(company) = company {
                leads[next[*company as usize]] = lead;
                next[*company as usize] += 1;
            }
        }
        Members { leads, starts }
    }

    fn each(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|ends| &self.leads[ends[0]..ends[1]])
    }

    fn column(&self, field: &Field, how: How) -> Column {
        match &field.column {
            Column::Text { codes, words } => {
                let one = |members: &[u32]| {
                    let known = members.iter().map(|lead| codes.get(*lead as usize)).filter(|code| *code != 0);
                    match how {
                        How::First => known.clone().next(),
                        How::Most | How::Sum => most(known),
                        How::Highest => known.max_by_key(|code| &words[*code as usize - 1]),
                        How::Lowest => known.min_by_key(|code| &words[*code as usize - 1]),
                    }
                };
                let codes = Codes::pack(self.each().map(|members| one(members).unwrap_or(0)).collect());
                Column::Text { codes, words: words.clone() }
            }
            Column::Number(numbers) => {
                let one = |members: &[u32]| {
                    let known = members.iter().map(|lead| numbers.get(*lead as usize)).filter(|n| *n != UNKNOWN);
                    match how {
                        How::First => known.clone().next(),
                        How::Most => most(known),
                        How::Highest => known.max(),
                        How::Lowest => known.min(),
                        // A sum of instants says nothing.
                        How::Sum if field.kind == FieldType::Date => known.max(),
                        How::Sum => known.reduce(|a, b| a.saturating_add(b).max(UNKNOWN + 1)),
                    }
                };
                Column::Number(self.each().map(|members| one(members).unwrap_or(UNKNOWN)).collect())
            }
            Column::YesNo(answers) => {
                let one = |members: &[u32]| {
                    let known = members.iter().map(|lead| answers[*lead as usize]).filter(|answer| *answer != 0);
                    match how {
                        How::First => known.clone().next(),
                        How::Most => most(known),
                        How::Highest | How::Sum => known.max(),
                        How::Lowest => known.min(),
                    }
                };
                Column::YesNo(self.each().map(|members| one(members).unwrap_or(0)).collect())
            }
        }
    }
}

/// Returns the value that comes most often; among equals the one that came first.
fn most<T: Copy + Eq + std::hash::Hash>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: HashMap<T, (usize, Reverse<usize>)> = HashMap::new();
    for (place, value) in values.enumerate() {
        counts.entry(value).or_insert((0, Reverse(place))).0 += 1;
    }
    counts.into_iter().max_by_key(|(_, rank)| *rank).map(|(value, _)| value)
}
