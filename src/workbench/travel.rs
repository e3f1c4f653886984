//! Where a lead stood at other instants, and which leads entered which zone week by week: the model of now, asked about then.
//!
//! A value of a field has no history, so that what is known of a lead now counts as known then; its activity, and the time
//! that has passed, count as of then. Never here: what is scored how; every answer is a scoring of its own.

use std::sync::Arc;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Event;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::engine::columns::UNKNOWN;
use crate::engine::derive::derive;
use crate::engine::numbers::Numbers;
use crate::engine::predicate::folded;
use crate::engine::roll_up::roll_up;
use crate::engine::score::NO_CELL;
use crate::engine::score::Scores;
use crate::insight::bayes;
use crate::model::Entity;
use crate::model::FieldType;
use crate::model::Model;
use crate::model::Side;
use crate::model::Value;
use crate::model::Zone;
use crate::workbench::Workbench;
use crate::workbench::prepare::prepare;
use crate::workbench::zones::ZoneIndex;
use crate::workbench::zones::of_sales;

pub(super) const DAY: i64 = 86_400;
pub(super) const WEEK: i64 = 7 * DAY;
/// How many weeks tell what a week is like.
pub const RECENT_WEEKS: usize = 4;
/// How many days back a history goes.
pub(super) const MOST_DAYS: i64 = 1_830;

/// Where a lead stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub row: String,
    pub column: String,
    /// The zone's name: the one of the gate that holds the lead, else the cell's.
    pub zone: Option<String>,
    /// The gate that holds it, by name.
    pub held: Option<String>,
}

/// A change of where a lead stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// UTC seconds: of the event that moved it, else within a day after it had moved by itself.
    pub at: i64,
    /// None = not scored: not there yet, or outside the population.
    pub from: Option<Stand>,
    pub to: Option<Stand>,
    /// Whether this is the first time that it is in a zone that is handed over to sales.
    pub handed_over: bool,
}

/// How many leads entered each zone in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// UTC seconds; the week is what is after the start, up to the end.
    pub start: i64,
    pub end: i64,
    /// In the order of the model's zones: leads in it at the end that were not in it at the start.
    pub entered: Vec<(String, u64)>,
}

impl Workbench {
    /// Returns how a lead's place changed up to as-of, oldest change first: looked at on every event of its own and once a
    /// day, from its creation (its first event where that is unknown), at most five years back.
    pub fn history_of(&self, lead: usize) -> Vec<Move> {
        let mut traveller = Traveller::new(self, lead);
        let mut before = None;
        let mut was_handed_over = false;
        let mut moves = Vec::new();
        for at in traveller.instants(self.as_of()) {
            let now = traveller.stand_at(at);
            if now == before {
                continue;
            }
            let zone = now.as_ref().and_then(|stand| self.model.zone(stand.zone.as_ref()?));
            let handed_over = !was_handed_over && zone.is_some_and(of_sales);
            was_handed_over |= handed_over;
            moves.push(Move { at, from: before, to: now.clone(), handed_over });
            before = now;
        }
        moves
    }

    /// Returns where a lead stood at an instant; none if it was not scored, or not there yet.
    pub fn stand_at(&self, lead: usize, at: i64) -> Option<Stand> {
        Traveller::new(self, lead).stand_at(at)
    }

    /// Returns the leads that entered each zone in the last weeks up to as-of, oldest week first. A lead that was created within
    /// the week was in no zone at its start.
    pub fn inflow(&self, weeks: usize) -> Vec<Week> {
        let weeks = i64::try_from(weeks).unwrap_or(0).min(MOST_DAYS / 7);
        if weeks == 0 {
            return Vec::new();
        }
        let turns: Vec<i64> = (0..=weeks).rev().map(|week| self.as_of() - week * WEEK).collect();
        weeks_between(&self.model, &turns, turns.iter().map(|at| self.zones_at(*at)))
    }

    /// Scores everyone at an instant.
    pub(super) fn scored_at(&self, at: i64) -> (Arc<Dataset>, Scores) {
        let data = prepare(&self.leads, &self.model, at).data;
        let scores = Scores::new(&self.model, &data, at);
        (data, scores)
    }

    /// Returns the zone of every lead at an instant, as its place among the model's zones.
    fn zones_at(&self, at: i64) -> Vec<Option<usize>> {
        let (data, scores) = self.scored_at(at);
        let created = data.created();
        let zones = ZoneIndex::of(&self.model);
        let zone = |lead: usize| is_there(created, lead, at).then(|| zones.at(&scores, lead)).flatten();
        (0..data.n_leads()).map(zone).collect()
    }
}

/// Counts who entered each zone between one turn of the week and the next, from the zone of every lead at each.
pub(super) fn weeks_between(
    model: &Model,
    turns: &[i64],
    mut zones: impl Iterator<Item = Vec<Option<usize>>>,
) -> Vec<Week> {
    let mut before = zones.next().unwrap_or_default();
    let mut weeks = Vec::new();
    for (turn, now) in turns.windows(2).zip(zones) {
        let mut entered = vec![0; model.zones.len()];
        for (now, _) in now.iter().zip(&before).filter(|(now, before)| now != before) {
            if let Some(zone) = now {
                entered[*zone] += 1;
            }
        }
        let names = model.zones.iter().map(|zone| zone.name.clone());
        weeks.push(Week { start: turn[0], end: turn[1], entered: names.zip(entered).collect() });
        before = now;
    }
    weeks
}

/// Whether a lead was there at an instant. One whose creation is unknown always was.
pub(super) fn is_there(created: Option<&Numbers>, lead: usize, at: i64) -> bool {
    created.map_or(UNKNOWN, |created| created.get(lead)) <= at
}

/// Returns a lead's row, column and zone; none outside the population.
pub(super) fn place<'m>(model: &'m Model, scores: &Scores, lead: usize) -> Option<(usize, usize, Option<&'m Zone>)> {
    let cell = Some(scores.cell(lead)).filter(|cell| *cell != NO_CELL)?;
    let n_columns = model.n_bands(Side::Columns);
    let (row, column) = (usize::from(cell) / n_columns, usize::from(cell) % n_columns);
    let zone = match scores.held_by(lead) {
        Some(gate) => model.zone(&model.gates[gate].zone),
        None => model.map_in_force().and_then(|map| model.zone_in(map, row, column)),
    };
    Some((row, column, zone))
}

/// One lead, taken out of the data to be scored at many instants.
pub(super) struct Traveller<'w> {
    /// The lead alone, or a company of its members, without the model's own fields.
    lead: Dataset,
    /// What of the model makes a score.
    bare: Model,
    model: &'w Model,
    /// The values of the derived fields with which the learned ones were last worked out, and these.
    learned: Option<(Vec<Option<Value>>, Vec<Field>)>,
}

impl<'w> Traveller<'w> {
    fn new(bench: &'w Workbench, lead: usize) -> Traveller<'w> {
        let members = match &bench.model.entity {
            Entity::Company { by, .. } => {
                let key = folded(bench.data().keys.get(lead));
                bench.leads.field(by).map(|field| {
                    let same = |lead: &usize| field.value(*lead).is_some_and(|v| folded(&v.to_string()) == key);
                    (0..bench.leads.n_leads()).filter(same).collect::<Vec<_>>()
                })
            }
            Entity::Contact | Entity::Customer => None,
        };
        let own = members.as_ref().map(|members| events_of_leads(&bench.leads.events, members).into());
        let own = own.unwrap_or_else(|| bench.events_of(&bench.leads, lead));
        Traveller::of(bench, only(&bench.leads, &members.unwrap_or_else(|| vec![lead]), &own))
    }

    /// Takes a lead alone, or the members of a company.
    pub(super) fn of(bench: &'w Workbench, members: Dataset) -> Traveller<'w> {
        let model = &bench.model;
        let company = match &model.entity {
            Entity::Company { by, fields } => roll_up(&members, by, fields).ok(),
            Entity::Contact | Entity::Customer => None,
        };
        let bare = Model {
            population: model.population.clone(),
            rows: model.rows.clone(),
            columns: model.columns.clone(),
            ungraded: model.ungraded.clone(),
            gates: model.gates.clone(),
            ..Model::default()
        };
        Traveller { lead: company.unwrap_or(members), bare, model, learned: None }
    }

    /// Returns when the lead was created.
    pub(super) fn created(&self) -> Option<i64> {
        self.lead.created().map(|created| created.get(0)).filter(|created| *created != UNKNOWN)
    }

    /// Returns when to look: on every event, and once a day.
    fn instants(&self, as_of: i64) -> Vec<i64> {
        let created = self.created();
        let events = &self.lead.events;
        let mut instants: Vec<i64> = events.at.some(0..events.len()).map(i64::from).collect();
        let first = created.or_else(|| instants.iter().copied().min()).unwrap_or(as_of).max(as_of - MOST_DAYS * DAY);
        instants.retain(|at| first <= *at && *at <= as_of);
        instants.extend((first <= as_of).then_some(first));
        instants.extend((0..=MOST_DAYS).map(|day| as_of - day * DAY).take_while(|at| first <= *at));
        instants.sort_unstable();
        instants.dedup();
        instants
    }

    pub(super) fn stand_at(&mut self, at: i64) -> Option<Stand> {
        let model = self.model;
        if !is_there(self.lead.created(), 0, at) {
            return None;
        }
        let data = self.prepared(at);
        let scores = Scores::new(&self.bare, &data, at);
        // The cells are those of the whole model, whose maps and zones the bare one lacks.
        let (row, column, zone) = place(model, &scores, 0)?;
        Some(Stand {
            row: model.label(Side::Rows, row).to_owned(),
            column: model.label(Side::Columns, column).to_owned(),
            zone: zone.map(|zone| zone.name.clone()),
            held: scores.held_by(0).map(|gate| model.gates[gate].name.clone()),
        })
    }

    /// Returns the lead with the model's own fields as of an instant.
    fn prepared(&mut self, at: i64) -> Dataset {
        let mut data = self.lead.clone();
        let mut values = Vec::new();
        for derived in &self.model.derived {
            let field = derive(derived, &data, at).0;
            values.push(field.value(0));
            data.put(field);
        }
        // Only what is derived changes with time, and learned fields are dear.
        if self.learned.as_ref().is_none_or(|(known, _)| *known != values) {
            let mut with = data.clone();
            let mut fields = Vec::new();
            for learned in &self.model.learned {
                let column = Column::Number(bayes::column(learned, &with).into());
                let field = Field { name: learned.name.clone(), kind: FieldType::Whole, role: None, column };
                with.put(field.clone());
                fields.push(field);
            }
            self.learned = Some((values, fields));
        }
        for field in self.learned.iter().flat_map(|(_, fields)| fields) {
            data.put(field.clone());
        }
        data
    }
}

/// Returns the events of some leads, ascending.
fn events_of_leads(events: &Events, wanted: &[usize]) -> Vec<usize> {
    (0..events.len()).filter(|event| wanted.binary_search(&(events.lead[*event] as usize)).is_ok()).collect()
}

/// Returns some leads alone, ascending, with their events, ascending too, and no more words than they need. Kinds stay, so that what can be read can be read.
pub(super) fn only(leads: &Dataset, wanted: &[usize], events: &[usize]) -> Dataset {
    let mut keys = Texts::default();
    for lead in wanted {
        keys.push(leads.keys.get(*lead));
    }
    let fields = leads.fields.iter().map(|field| {
        let column = match &field.column {
            Column::Text { codes, words } => {
                let mut known: Vec<u32> =
                    wanted.iter().map(|lead| codes.get(*lead)).filter(|code| *code != 0).collect();
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
        Arc::new(Field { name: field.name.clone(), kind: field.kind, role: field.role, column })
    });
    let fields = fields.collect();
    Dataset {
        keys: Arc::new(keys),
        fields,
        events: Arc::new(events_of(&leads.events, wanted, events)),
        zone: leads.zone,
    }
}

fn events_of(events: &Events, wanted: &[usize], own: &[usize]) -> Events {
    let (mut details, mut words) = (Vec::new(), Vec::new());
    let own = own.iter().map(|event| {
        let lead = wanted.binary_search(&(events.lead[*event] as usize)).expect("their own events");
        let mut detail = events.detail_of(*event);
        for word in [&mut detail.asset, &mut detail.channel, &mut detail.campaign] {
            if let Some(text) = events.word(*word) {
                words.push(text.to_owned());
                *word = short(words.len());
            }
        }
        details.push(detail);
        let kind = events.starts.partition_point(|start| start <= event) - 1;
        let kind = u16::try_from(kind).expect("kinds were counted in 16 bits");
        Event { kind, at: events.at.get(*event), lead: short(lead), detail: short(details.len()) }
    });
    let own = own.collect();
    Events::build(events.kinds.clone(), words, details, own)
}

fn short(n: usize) -> u32 {
    u32::try_from(n).expect("no more than were in 32 bits before")
}
