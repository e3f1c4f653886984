//! Who waits longer than was agreed: the leads of zones with a time to act in, since when they are there, and whether anybody
//! has acted since. Never here: what is done about it.
//!
//! A lead has been in its zone since the last instant at which it came there, looked at as its history is: on every event of its
//! own and once a day.

use std::collections::HashMap;
use std::ops::ControlFlow;

use crate::engine::columns::Dataset;
use crate::engine::columns::Events;
use crate::engine::predicate::folded;
use crate::engine::score::Scores;
use crate::model::Entity;
use crate::review::calendar::Calendar;
use crate::review::calendar::WeekFault;
use crate::review::customs::Customs;
use crate::workbench::Workbench;
use crate::workbench::prepare::prepare;
use crate::workbench::travel::DAY;
use crate::workbench::travel::MOST_DAYS;
use crate::workbench::travel::Traveller;
use crate::workbench::travel::is_there;
use crate::workbench::travel::only;
use crate::workbench::zones::ZoneIndex;
use crate::workbench::zones::of_sales;

const HOUR: i64 = 3_600;
/// How many days back is looked for the day a lead came, unless a zone's time is longer.
const USUAL_DAYS: i64 = 91;

/// Who waits, in the zones with a time to act in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub zones: Vec<ZoneWait>,
    /// Who waits for longer than the zone's time: in the zones of sales first, the longest first in each.
    pub late: Vec<Late>,
    /// The first instant that was looked at.
    pub since: i64,
}

/// How the leads of a zone with a time to act in are dealt with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneWait {
    /// By its place in the model.
    pub zone: usize,
    /// Working hours.
    pub hours: u32,
    /// Leads that somebody has acted on since they came.
    pub answered: u64,
    /// Leads that wait, and whose time has not run out.
    pub in_time: u64,
    pub late: u64,
}

/// A lead that waits for longer than was agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    pub lead: usize,
    /// By its place in the model.
    pub zone: usize,
    /// When it came to the zone, UTC seconds; none = before [`Waiting::since`].
    pub entered: Option<i64>,
    /// Working seconds since then (at least).
    pub waited: i64,
    /// Working seconds beyond the zone's time (at least).
    pub over: i64,
}

/// Is told how many percent are done, often; breaks where the answer is not wanted any more.
pub type Watch<'w> = dyn FnMut(u8) -> ControlFlow<()> + 'w;

impl Workbench {
    /// Returns who waits in zones with a time to act in. Somebody has acted on a lead when it was given a verdict since it
    /// came, or when there is an event of a kind that says so.
    pub fn waiting(&self, customs: &Customs) -> Result<Waiting, WeekFault> {
        let found = self.waiting_watched(customs, &mut |_| ControlFlow::Continue(()))?;
        Ok(found.expect("nobody broke it off"))
    }

    /// The same; none where it was broken off.
    pub fn waiting_watched(&self, customs: &Customs, watch: &mut Watch<'_>) -> Result<Option<Waiting>, WeekFault> {
        let calendar = Calendar::new(&customs.week, self.data().zone)?;
        let model = &self.model;
        let zones = model.zones.iter().enumerate();
        let mut zones: Vec<ZoneWait> = zones
            .filter_map(|(zone, z)| Some(ZoneWait { zone, hours: z.sla_hours?, answered: 0, in_time: 0, late: 0 }))
            .collect();
        let longest = zones.iter().map(|zone| i64::from(zone.hours) * HOUR).max().unwrap_or(0);
        let days = days_back(&calendar, self.as_of(), longest);
        let since = self.as_of() - days * DAY;
        let inside = self.timed();
        let Some(entered) = self.entered(&inside, days, watch) else { return Ok(None) };
        let answered = self.answered(&customs.answered_by);
        let mut late = Vec::new();
        for ((lead, zone), entered) in inside.into_iter().zip(entered) {
            let wait = zones.iter_mut().find(|wait| wait.zone == zone).expect("only timed zones are looked at");
            let waited = calendar.between(entered.unwrap_or(since), self.as_of());
            let over = waited - i64::from(wait.hours) * HOUR;
            let answered = answered[lead].filter(|at| entered.is_none_or(|entered| entered <= *at));
            if answered.is_some() {
                wait.answered += 1;
            } else if over > 0 {
                wait.late += 1;
                late.push(Late { lead, zone, entered, waited, over });
            } else {
                wait.in_time += 1;
            }
        }
        let leads: Vec<u32> = late.iter().filter_map(|late| u32::try_from(late.lead).ok()).collect();
        self.look_up_ranks(&leads);
        late.sort_by_cached_key(|late| {
            (
                !of_sales(&model.zones[late.zone]),
                std::cmp::Reverse(late.over),
                late.entered,
                self.rank(late.lead).unwrap_or(u32::MAX),
                late.lead,
            )
        });
        Ok(Some(Waiting { zones, late, since }))
    }

    /// Returns the leads that are in a zone with a time to act in, ascending, with that zone.
    fn timed(&self) -> Vec<(usize, usize)> {
        let created = self.data().created();
        let zones = ZoneIndex::of(&self.model);
        let is_timed = |zone: &usize| self.model.zones[*zone].sla_hours.is_some();
        let zone = |lead: usize| zones.at(&self.scores, lead).filter(is_timed);
        let there = (0..self.data().n_leads()).filter(|lead| is_there(created, *lead, self.as_of()));
        there.filter_map(|lead| Some((lead, zone(lead)?))).collect()
    }

    /// Returns when somebody last acted on each lead.
    fn answered(&self, kinds: &[String]) -> Vec<Option<i64>> {
        let data = self.data();
        let mut answered = vec![None; data.n_leads()];
        let standing = self.log().verdicts();
        if !standing.is_empty() {
            for (key, answered) in data.keys.iter().zip(&mut answered) {
                *answered = standing.get(key).map(|standing| standing.remark.at);
            }
        }
        let events = &data.events;
        for kind in (0..events.kinds.len()).filter(|kind| kinds.contains(&events.kinds[*kind])) {
            for (_, lead, at) in events.some(events.starts[kind]..events.starts[kind + 1]) {
                let at = i64::from(at);
                let answered = &mut answered[lead as usize];
                *answered = (*answered).max((at <= self.as_of()).then_some(at));
            }
        }
        answered
    }

    /// Returns when each of some leads, ascending, came to the zone it is in, each none where that is more than so many days ago.
    fn entered(&self, inside: &[(usize, usize)], days: i64, watch: &mut Watch<'_>) -> Option<Vec<Option<i64>>> {
        let members = Members::new(self, inside);
        let zones = ZoneIndex::of(&self.model);
        let mut entered = vec![None; inside.len()];
        // Those not found yet, and all that were in the group when it was last put together.
        let mut left: Vec<usize> = (0..inside.len()).collect();
        let mut grouped: Vec<usize> = Vec::new();
        let mut group = std::sync::Arc::new(Dataset::default());
        for day in 1..=days {
            if left.is_empty() {
                break;
            }
            if grouped.is_empty() || left.len() * 2 <= grouped.len() {
                grouped.clone_from(&left);
                group = std::sync::Arc::new(members.all_of(self, grouped.iter().copied()));
            }
            let percent = u8::try_from((day - 1) * 100 / days).unwrap_or(100);
            let at = self.as_of() - day * DAY;
            let data = prepare(&group, &self.model, at).data;
            let scores = Scores::new(&self.model, &data, at);
            let is_in = |index: usize| {
                let place_in_group = grouped.binary_search(&index).expect("who is left is in the group");
                is_there(data.created(), place_in_group, at)
                    && zones.at(&scores, place_in_group) == Some(inside[index].1)
            };
            let (still, came): (Vec<usize>, Vec<usize>) = left.iter().partition(|index| is_in(**index));
            for index in came {
                if watch(percent).is_break() {
                    return None;
                }
                entered[index] = self.came(&members, index, inside[index].1, (at, false));
            }
            // Who left and came back within the day came back then.
            left = still;
            let mut stopped = false;
            left.retain(|index| {
                stopped = stopped || watch(percent).is_break();
                if !stopped && members.did_anything(self, *index, at) {
                    entered[*index] = self.came(&members, *index, inside[*index].1, (at, true));
                }
                entered[*index].is_none()
            });
            if stopped {
                return None;
            }
        }
        Some(entered)
    }

    /// Returns when a lead that was in a zone at the end of a day came there within it; none if it was there all day long. The
    /// day is known by its start, with whether the lead was in the zone then.
    fn came(&self, members: &Members, index: usize, zone: usize, (start, was_in): (i64, bool)) -> Option<i64> {
        let lead = members.all_of(self, std::iter::once(index));
        let mut instants: Vec<i64> = lead.events.at.some(0..lead.events.len()).map(i64::from).collect();
        let mut traveller = Traveller::of(self, lead);
        instants.extend(traveller.created());
        instants.retain(|at| start < *at && *at < start + DAY);
        instants.sort_unstable();
        instants.dedup();
        let name = self.model.zones[zone].name.as_str();
        let mut since = start + DAY;
        for at in instants.into_iter().rev() {
            if traveller.stand_at(at).is_none_or(|stand| stand.zone.as_deref() != Some(name)) {
                return Some(since);
            }
            since = at;
        }
        (!was_in).then_some(since)
    }
}

/// Returns how many days back to look, so that nobody whose time may have run out was there before.
fn days_back(calendar: &Calendar, as_of: i64, longest: i64) -> i64 {
    let mut days = USUAL_DAYS;
    while days < MOST_DAYS && calendar.between(as_of - days * DAY, as_of) <= longest {
        days = (days * 2).min(MOST_DAYS);
    }
    days
}

/// The leads of the workspace that make up each of some leads of the model, and their events.
struct Members {
    /// For each, ascending.
    of: Vec<Vec<usize>>,
    events: ByLead,
}

impl Members {
    fn new(bench: &Workbench, inside: &[(usize, usize)]) -> Members {
        let field = match &bench.model.entity {
            Entity::Company { by, .. } => bench.leads.field(by),
            Entity::Contact | Entity::Customer => None,
        };
        let of = match field {
            None => inside.iter().map(|(lead, _)| vec![*lead]).collect(),
            Some(field) => {
                let key = |(lead, _): &(usize, usize)| folded(bench.data().keys.get(*lead));
                let places: HashMap<String, usize> = inside.iter().map(key).zip(0..).collect();
                let mut of = vec![Vec::new(); inside.len()];
                for lead in 0..bench.leads.n_leads() {
                    let company = field.value(lead).and_then(|value| places.get(&folded(&value.to_string())));
                    if let Some(place) = company {
                        of[*place].push(lead);
                    }
                }
                of
            }
        };
        Members { of, events: ByLead::new(&bench.leads.events, bench.leads.n_leads()) }
    }

    /// Whether there is an event within the day that begins at an instant.
    fn did_anything(&self, bench: &Workbench, index: usize, start: i64) -> bool {
        let events = &bench.leads.events;
        let within = |event: usize| (start + 1..start + DAY).contains(&i64::from(events.at.get(event)));
        self.of[index].iter().any(|lead| self.events.of(*lead).any(within))
    }

    /// Returns the leads that make up some of them alone, in the same order.
    fn all_of(&self, bench: &Workbench, wanted: impl Iterator<Item = usize>) -> Dataset {
        let mut leads: Vec<usize> = wanted.flat_map(|index| &self.of[index]).copied().collect();
        leads.sort_unstable();
        let mut events: Vec<usize> = leads.iter().flat_map(|lead| self.events.of(*lead)).collect();
        events.sort_unstable();
        only(&bench.leads, &leads, &events)
    }
}

/// The events of each lead.
struct ByLead {
    starts: Vec<usize>,
    events: Vec<u32>,
}

impl ByLead {
    fn new(events: &Events, n_leads: usize) -> ByLead {
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

    fn of(&self, lead: usize) -> impl Iterator<Item = usize> {
        self.events[self.starts[lead]..self.starts[lead + 1]].iter().map(|event| *event as usize)
    }
}
