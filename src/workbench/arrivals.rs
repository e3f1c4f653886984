//! Since when leads are in the zone they are in. Never here: what follows from it.
//!
//! A lead has been in its zone since the last instant at which it came there, looked at as its history is: on every event of its
//! own and once a day. The turns of the days come first, the same for everybody; that finds the day. Then come the instants
//! within it and after, of which every lead has its own (see `clocks`).

use std::cmp::Reverse;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::columns::UNKNOWN;
use crate::engine::score::Scores;
use crate::engine::sweep::each_shared;
use crate::model::Model;
use crate::workbench::Workbench;
use crate::workbench::clocks::Clocks;
use crate::workbench::clocks::of_leads;
use crate::workbench::excerpt::ByLead;
use crate::workbench::excerpt::only;
use crate::workbench::prepare::as_found;
use crate::workbench::prepare::prepare;
use crate::workbench::travel::DAY;
use crate::workbench::travel::is_there;
use crate::workbench::zones::ZoneIndex;

/// How many percent of the work the turns of the days are told as.
const OF_TURNS: usize = 60;
/// Leads whose own instants are looked at together.
const TOGETHER: usize = 1 << 14;

/// Is told how many percent are done, often; breaks where the answer is not wanted any more.
pub type Watch<'w> = dyn FnMut(u8) -> ControlFlow<()> + 'w;

/// Returns when each of some leads, ascending and each with the zone it is in, came there; each none where that is more than so
/// many days ago. None at all where it was broken off.
pub(super) fn arrivals(
    bench: &Workbench,
    inside: &[(usize, usize)],
    days: i64,
    watch: &mut Watch<'_>,
) -> Option<Vec<Option<i64>>> {
    let mut tell = |percent: usize| watch(u8::try_from(percent).unwrap_or(100)).is_continue().then_some(());
    let data = as_found(&bench.leads, bench.model());
    let back = Back {
        model: of_leads(bench.model()),
        zones: ZoneIndex::of(bench.model()),
        events: ByLead::new(&data.events, data.n_leads()),
        data,
        as_of: bench.as_of(),
        days,
    };
    let stays = back.at_turns(inside, &mut |day| tell(day * OF_TURNS / usize::try_from(days).unwrap_or(1)))?;
    let mut arrivals = Vec::with_capacity(stays.len());
    for stays in stays.chunks(2 * TOGETHER) {
        tell(OF_TURNS + arrivals.len() * (100 - OF_TURNS) / inside.len())?;
        let parts = stays.chunks(TOGETHER).collect();
        arrivals.extend(each_shared(parts, |stays| back.between_turns(stays)).into_iter().flatten());
    }
    Some(arrivals)
}

/// A lead that is in a zone.
#[derive(Clone, Copy)]
struct Stay {
    lead: usize,
    /// By its place in the model.
    zone: usize,
    /// The newest turn of a day at which it was not there; none = it was at all.
    outside: Option<i64>,
}

/// A look back at all leads.
struct Back {
    /// As the model finds them: without the fields of its own.
    data: Arc<Dataset>,
    model: Model,
    zones: ZoneIndex,
    events: ByLead,
    as_of: i64,
    days: i64,
}

impl Back {
    /// Looks at the turns of the days, the newest first.
    fn at_turns(&self, inside: &[(usize, usize)], tell: &mut dyn FnMut(usize) -> Option<()>) -> Option<Vec<Stay>> {
        let stay = |(lead, zone): &(usize, usize)| Stay { lead: *lead, zone: *zone, outside: None };
        let mut stays: Vec<Stay> = inside.iter().map(stay).collect();
        // Who was there at all turns so far; and who is scored: everybody, until that is more than twice as many.
        let mut left: Vec<usize> = (0..stays.len()).collect();
        let mut group = Arc::clone(&self.data);
        let mut grouped: Option<Vec<usize>> = None;
        for (before, day) in (1..=self.days).enumerate() {
            if left.is_empty() {
                break;
            }
            tell(before)?;
            if left.len() * 2 <= group.n_leads() {
                let leads: Vec<usize> = left.iter().map(|stay| stays[*stay].lead).collect();
                group = Arc::new(only(&self.data, &leads, &self.events.of_all(&leads)));
                grouped = Some(leads);
            }
            let at = self.as_of - day * DAY;
            let data = prepare(&group, &self.model, at).data;
            let scores = Scores::new(&self.model, &data, at);
            left.retain(|stay| {
                let Stay { lead, zone, outside } = &mut stays[*stay];
                let place = grouped.as_ref().map_or(Ok(*lead), |leads| leads.binary_search(lead));
                let place = place.expect("who is left is in the group");
                let was_there = is_there(data.created(), place, at) && self.zones.at(&scores, place) == Some(*zone);
                *outside = (!was_there).then_some(at);
                was_there
            });
        }
        Some(stays)
    }

    /// Looks at the leads' own instants since, the newest first.
    fn between_turns(&self, stays: &[Stay]) -> Vec<Option<i64>> {
        let own: Vec<Vec<i64>> = stays.iter().map(|stay| self.own_instants(stay)).collect();
        // When a lead was looked at next, and was in its zone.
        let next = |stay: usize, nth: usize, at: i64| {
            let turn = self.as_of - (self.as_of - at - 1) / DAY * DAY;
            nth.checked_sub(1).map_or(turn, |before| own[stay][before].min(turn))
        };
        let leads: Vec<usize> = stays.iter().map(|stay| stay.lead).collect();
        let mut clocks = Clocks::new(&self.model, only(&self.data, &leads, &self.events.of_all(&leads)));
        let mut arrivals = vec![None; stays.len()];
        let mut left: Vec<usize> = (0..stays.len()).collect();
        for nth in 0.. {
            left.retain(|stay| {
                let is_over = own[*stay].len() == nth;
                if is_over {
                    arrivals[*stay] = stays[*stay].outside.map(|at| next(*stay, nth, at));
                }
                !is_over
            });
            if left.is_empty() {
                break;
            }
            let asked: Vec<(usize, i64)> = left.iter().map(|stay| (*stay, own[*stay][nth])).collect();
            let mut spots = clocks.spots(&asked).into_iter();
            left.retain(|stay| {
                let spot = spots.next().flatten();
                let was_there = spot.and_then(|spot| self.zones.of_spot(spot)) == Some(stays[*stay].zone);
                if !was_there {
                    arrivals[*stay] = Some(next(*stay, nth, own[*stay][nth]));
                }
                was_there
            });
        }
        arrivals
    }

    /// Returns the instants of a lead's own since it was last seen outside, the newest first, without turns of days.
    fn own_instants(&self, stay: &Stay) -> Vec<i64> {
        let after = stay.outside.unwrap_or(self.as_of - self.days * DAY);
        let events = self.events.of(stay.lead).map(|event| i64::from(self.data.events.at.get(event)));
        let created = self.data.created().map(|created| created.get(stay.lead)).filter(|created| *created != UNKNOWN);
        let is_between = |at: &i64| after < *at && *at < self.as_of && (self.as_of - at) % DAY != 0;
        let mut own: Vec<i64> = events.chain(created).filter(is_between).collect();
        own.sort_unstable_by_key(|at| Reverse(*at));
        own.dedup();
        own
    }
}
