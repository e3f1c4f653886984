//! Where a lead stood at other instants, and which leads entered which zone week by week: the model of now, asked about then.
//!
//! A value of a field has no history, so that what is known of a lead now counts as known then; its activity, and the time
//! that has passed, count as of then. Never here: what is scored how; every answer is a scoring of its own.

use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::numbers::Numbers;
use crate::engine::predicate::folded;
use crate::engine::roll_up::roll_up;
use crate::engine::score::Scores;
use crate::model::Entity;
use crate::model::Model;
use crate::model::Side;
use crate::workbench::Workbench;
use crate::workbench::clocks::Clocks;
use crate::workbench::clocks::of_leads;
use crate::workbench::excerpt::events_of_leads;
use crate::workbench::excerpt::only;
use crate::workbench::prepare::prepare;
use crate::workbench::zones::Spot;
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
        let alone = alone(self, lead);
        let asked: Vec<(usize, i64)> = instants(&alone, self.as_of()).into_iter().map(|at| (0, at)).collect();
        let spots = Clocks::new(&of_leads(&self.model), alone).spots(&asked);
        let mut before = None;
        let mut was_handed_over = false;
        let mut moves = Vec::new();
        for ((_, at), spot) in asked.into_iter().zip(spots) {
            let now = spot.map(|spot| stand(&self.model, spot));
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
        let spots = Clocks::new(&of_leads(&self.model), alone(self, lead)).spots(&[(0, at)]);
        spots.into_iter().flatten().next().map(|spot| stand(&self.model, spot))
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

/// Returns a lead alone, or a company of its members, as the model finds it.
fn alone(bench: &Workbench, lead: usize) -> Dataset {
    let leads = &bench.leads;
    let Entity::Company { by, fields } = &bench.model.entity else {
        return only(leads, &[lead], &bench.events_of(leads, lead));
    };
    let key = folded(bench.data().keys.get(lead));
    let members: Vec<usize> = match leads.field(by) {
        Some(field) => {
            let same = |lead: &usize| field.value(*lead).is_some_and(|value| folded(&value.to_string()) == key);
            (0..leads.n_leads()).filter(same).collect()
        }
        None => vec![lead],
    };
    let members = only(leads, &members, &events_of_leads(&leads.events, &members));
    roll_up(&members, by, fields).unwrap_or(members)
}

/// Returns when to look at a lead that is alone: on every event, and once a day.
fn instants(lead: &Dataset, as_of: i64) -> Vec<i64> {
    let created = lead.created().map(|created| created.get(0)).filter(|created| *created != UNKNOWN);
    let events = &lead.events;
    let mut instants: Vec<i64> = events.at.some(0..events.len()).map(i64::from).collect();
    let first = created.or_else(|| instants.iter().copied().min()).unwrap_or(as_of).max(as_of - MOST_DAYS * DAY);
    instants.retain(|at| first <= *at && *at <= as_of);
    instants.extend((first <= as_of).then_some(first));
    instants.extend((0..=MOST_DAYS).map(|day| as_of - day * DAY).take_while(|at| first <= *at));
    instants.sort_unstable();
    instants.dedup();
    instants
}

/// Says where a lead stands by the names that a model gives it.
fn stand(model: &Model, at: Spot) -> Stand {
    let (row, column) = at.row_and_column(model);
    Stand {
        row: model.label(Side::Rows, row).to_owned(),
        column: model.label(Side::Columns, column).to_owned(),
        zone: at.zone(model).map(|zone| zone.name.clone()),
        held: at.held.map(|gate| model.gates[gate].name.clone()),
    }
}
