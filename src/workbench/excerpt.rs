//! Some of the leads alone. Never here: which, and what for.

use std::collections::HashMap;
use std::sync::Arc;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Event;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;

/// Returns some leads alone, ascending, with their events, ascending too, and no more words than they need. Kinds stay, so that
/// what can be read can be read.
pub(super) fn only(leads: &Dataset, wanted: &[usize], events: &[usize]) -> Dataset {
    let mut keys = Texts::default();
    for lead in wanted {
        keys.push(leads.keys.get(*lead));
    }
    Dataset {
        keys: Arc::new(keys),
        fields: leads.fields.iter().map(|field| Arc::new(values_of(field, wanted))).collect(),
        events: Arc::new(events_of(&leads.events, wanted, events)),
        zone: leads.zone,
    }
}

/// Returns the places of the events of some leads, ascending, by one sweep over all.
pub(super) fn events_of_leads(events: &Events, wanted: &[usize]) -> Vec<usize> {
    (0..events.len()).filter(|event| wanted.binary_search(&(events.lead[*event] as usize)).is_ok()).collect()
}

/// Returns a field of some leads alone.
pub(super) fn values_of(field: &Field, wanted: &[usize]) -> Field {
    let column = match &field.column {
        Column::Text { codes, words } => {
            let mut known: Vec<u32> = wanted.iter().map(|lead| codes.get(*lead)).filter(|code| *code != 0).collect();
            known.sort_unstable();
            known.dedup();
            let code = |lead: &usize| known.binary_search(&codes.get(*lead)).map_or(0, |at| short(at + 1));
            Column::Text {
                codes: Codes::pack(wanted.iter().map(code).collect()),
                words: known.iter().map(|code| words[*code as usize - 1].clone()).collect(),
            }
        }
        Column::Number(numbers) => Column::Number(wanted.iter().map(|lead| numbers.get(*lead)).collect()),
        Column::YesNo(answers) => Column::YesNo(wanted.iter().map(|lead| answers[*lead]).collect()),
    };
    Field { name: field.name.clone(), kind: field.kind, role: field.role, column }
}

fn events_of(events: &Events, wanted: &[usize], own: &[usize]) -> Events {
    let (mut details, mut words) = (Numbered::default(), Numbered::default());
    let own = own.iter().map(|event| {
        let lead = wanted.binary_search(&(events.lead[*event] as usize)).expect("their own events");
        let detail = details.number(events.code_of(*event), || {
            let mut detail = events.detail_of(*event);
            for word in [&mut detail.asset, &mut detail.channel, &mut detail.campaign] {
                *word = words.number(*word, || events.word(*word).unwrap_or_default().to_owned());
            }
            detail
        });
        Event { kind: events.kind_of(*event), at: events.at.get(*event), lead: short(lead), detail }
    });
    let own = own.collect();
    Events::build(events.kinds.clone(), words.things, details.things, own)
}

/// Things that had a number, and get one by their first coming; 0 stays 0, which is none.
struct Numbered<T> {
    numbers: HashMap<u32, u32>,
    things: Vec<T>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Numbered<T> {
        Numbered { numbers: HashMap::new(), things: Vec::new() }
    }
}

impl<T> Numbered<T> {
    fn number(&mut self, before: u32, thing: impl FnOnce() -> T) -> u32 {
        if before == 0 {
            return 0;
        }
        *self.numbers.entry(before).or_insert_with(|| {
            self.things.push(thing());
            short(self.things.len())
        })
    }
}

fn short(n: usize) -> u32 {
    u32::try_from(n).expect("no more than were in 32 bits before")
}

/// The events of each lead.
pub(super) struct ByLead {
    starts: Vec<usize>,
    events: Vec<u32>,
}

impl ByLead {
    pub(super) fn new(events: &Events, n_leads: usize) -> ByLead {
        let mut starts = vec![0; n_leads + 1];
        for lead in &events.lead {
            starts[*lead as usize + 1] += 1;
        }
        for lead in 0..n_leads {
            starts[lead + 1] += starts[lead];
        }
        let mut next = starts.clone();
        let mut own = vec![0; events.len()];
        for (event, lead) in (0_u32..).zip(&events.lead) {
            own[next[*lead as usize]] = event;
            next[*lead as usize] += 1;
        }
        ByLead { starts, events: own }
    }

    /// Returns the events of a lead, ascending.
    pub(super) fn of(&self, lead: usize) -> impl Iterator<Item = usize> {
        self.events[self.starts[lead]..self.starts[lead + 1]].iter().map(|event| *event as usize)
    }

    /// Returns the events of some leads, ascending.
    pub(super) fn of_all(&self, leads: &[usize]) -> Vec<usize> {
        let mut events: Vec<usize> = leads.iter().flat_map(|lead| self.of(*lead)).collect();
        events.sort_unstable();
        events
    }
}
