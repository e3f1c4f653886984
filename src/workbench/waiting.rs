//! Who waits longer than was agreed: the leads of zones with a time to act in, since when they are there, and whether anybody
//! has acted since. Never here: what is done about it.

use std::ops::ControlFlow;

use crate::review::calendar::Calendar;
use crate::review::calendar::WeekFault;
use crate::review::customs::Customs;
use crate::workbench::Workbench;
use crate::workbench::arrivals::Watch;
use crate::workbench::arrivals::arrivals;
use crate::workbench::travel::DAY;
use crate::workbench::travel::MOST_DAYS;
use crate::workbench::travel::is_there;
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
        let Some(entered) = arrivals(self, &inside, days, watch) else { return Ok(None) };
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
}

/// Returns how many days back to look, so that nobody whose time may have run out was there before.
fn days_back(calendar: &Calendar, as_of: i64, longest: i64) -> i64 {
    let mut days = USUAL_DAYS;
    while days < MOST_DAYS && calendar.between(as_of - days * DAY, as_of) <= longest {
        days = (days * 2).min(MOST_DAYS);
    }
    days
}
