//! Which events a filter and a window let through: contiguous runs of the events' columns, and a truth table over their details.
//!
//! Never here: how many of them count, or what for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;
use std::sync::Arc;

use crate::engine::columns::Codes;
use crate::engine::columns::Dataset;
use crate::engine::columns::Detail;
use crate::engine::columns::Events;
use crate::engine::columns::UNKNOWN;
use crate::engine::decay::age;
use crate::engine::numbers::Numbers;
use crate::engine::predicate::DataError;
use crate::engine::predicate::number_passes;
use crate::engine::predicate::word_passes;
use crate::engine::sweep::FEW_EVENTS;
use crate::engine::sweep::each_shared;
use crate::engine::sweep::merge;
use crate::engine::sweep::processors;
use crate::model::Filter;
use crate::model::Test;
use crate::model::Window;

/// The events that a filter and a window let through.
pub struct Selected<'d> {
    events: &'d Events,
    /// One run of indices per kind, each ascending by instant.
    runs: Vec<Range<usize>>,
    /// Which detail codes pass; none = all.
    details: Option<Arc<Vec<bool>>>,
}

/// Selects events: those of the filter's kinds, within `as_of − within < at ≤ as_of`, whose details pass its tests.
pub fn select<'d>(
    filter: &Filter,
    within: Option<Window>,
    data: &'d Dataset,
    as_of: i64,
) -> Result<Selected<'d>, DataError> {
    let events = &data.events;
    if !filter.kinds.is_empty() && !filter.kinds.iter().any(|kind| events.kinds.contains(kind)) {
        return Err(DataError::NoKind(filter.kinds.clone()));
    }
    let details = passing_details(filter, events)?.map(Arc::new);
    let after = within.map(|window| as_of - window.seconds());
    let runs = (0..events.kinds.len())
        .filter(|kind| filter.kinds.is_empty() || filter.kinds.contains(&events.kinds[*kind]))
        .map(|kind| {
            let (start, end) = (events.starts[kind], events.starts[kind + 1]);
            let upto = |instant: i64| events.at.partition_point(start..end, |at| i64::from(at) <= instant);
            let from = after.map_or(start, upto);
            from..upto(as_of).max(from)
        })
        .collect();
    Ok(Selected { events, runs, details })
}

/// Returns each lead's newest event at or before as-of, unknown if none: each processor finds those of some of the events.
pub fn newest_events(data: &Dataset, as_of: i64) -> Numbers {
    let n = data.n_leads();
    let Ok(events) = select(&Filter::default(), None, data, as_of) else { return vec![UNKNOWN; n].into() };
    let n_parts = if events.len() < FEW_EVENTS { 1 } else { processors().min(4) };
    let mut found = each_shared(events.parts(n_parts), |part| {
        let mut newest = vec![0_u32; n];
        part.each(|lead, at| newest[lead as usize] = newest[lead as usize].max(at));
        newest
    });
    let mut newest = found.pop().unwrap_or_else(|| vec![0; n]);
    for found in found {
        merge(&mut newest, &found, u32::max);
    }
    match select(&Filter::default(), None, data, as_of.min(0)) {
        // What was at the first instant of all is no longer told from nothing.
        Ok(first) if !first.is_empty() => {
            let known = |at: u32| if at == 0 { UNKNOWN } else { i64::from(at) };
            let mut newest: Vec<i64> = newest.into_iter().map(known).collect();
            first.each(|lead, _| newest[lead as usize] = newest[lead as usize].max(0));
            newest.into()
        }
        _ => Numbers::Near { base: 0, codes: Codes::U32(newest) },
    }
}

/// Returns which detail codes pass a filter's tests, none if it has none; code 0 is an event without details.
pub fn passing_details(filter: &Filter, events: &Events) -> Result<Option<Vec<bool>>, DataError> {
    let Filter { kinds: _, channel, asset, campaign, value } = filter;
    if [channel, asset, campaign, value].iter().all(|test| test.is_none()) {
        return Ok(None);
    }
    let words = |test: &Option<Test>, part: &str| -> Result<Option<Vec<bool>>, DataError> {
        let Some(test) = test else { return Ok(None) };
        let wrong = || DataError::WrongDetail { part: part.to_owned(), test: test.clone() };
        let passes = word_passes(test).ok_or_else(wrong)?;
        Ok(Some(std::iter::once(None).chain(events.words.iter().map(|w| Some(w.as_str()))).map(passes).collect()))
    };
    let (channel, asset, campaign) = (words(channel, "channel")?, words(asset, "asset")?, words(campaign, "campaign")?);
    let number = match value {
        None => None,
        Some(test) => {
            let wrong = || DataError::WrongDetail { part: "value".to_owned(), test: test.clone() };
            Some(number_passes(test).ok_or_else(wrong)?)
        }
    };
    let is_in = |truth: &Option<Vec<bool>>, word: u32| truth.as_ref().is_none_or(|truth| truth[word as usize]);
    let passes = |detail: &Detail| {
        is_in(&channel, detail.channel)
            && is_in(&asset, detail.asset)
            && is_in(&campaign, detail.campaign)
            && number.as_ref().is_none_or(|passes| passes(detail.value))
    };
    Ok(Some(std::iter::once(&Detail::NONE).chain(&events.details).map(passes).collect()))
}

impl Selected<'_> {
    fn passes(&self, event: usize) -> bool {
        match &self.details {
            None => true,
            Some(truth) if self.events.detail.is_empty() => truth[0],
            Some(truth) => truth[self.events.detail.get(event) as usize],
        }
    }

    /// Calls `see` with every event's lead and instant, in no order that matters.
    pub fn each(&self, mut see: impl FnMut(u32, u32)) {
        let Events { lead, at, .. } = self.events;
        for run in &self.runs {
            if self.details.is_none() {
                for (same, piece) in at.pieces(run.clone()) {
                    for (lead, low) in lead[piece.clone()].iter().zip(at.low(piece)) {
                        see(*lead, same.at(*low));
                    }
                }
            } else {
                for (_, lead, at) in self.events.some(run.clone()).filter(|(event, ..)| self.passes(*event)) {
                    see(lead, at);
                }
            }
        }
    }

    /// Returns how many events there are, before the details are looked at.
    pub fn len(&self) -> usize {
        self.runs.iter().map(ExactSizeIterator::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the same events in so many parts of nearly the same length.
    pub fn parts(&self, n: usize) -> Vec<Selected<'_>> {
        let each = self.len().div_ceil(n.max(1)).max(1);
        let mut parts: Vec<Selected<'_>> = Vec::new();
        let mut room = 0;
        for run in &self.runs {
            let mut run = run.clone();
            while !run.is_empty() {
                if room == 0 {
                    parts.push(Selected { events: self.events, runs: Vec::new(), details: self.details.clone() });
                    room = each;
                }
                let taken = run.len().min(room);
                let part = parts.last_mut().expect("one has just been begun");
                part.runs.push(run.start..run.start + taken);
                run.start += taken;
                room -= taken;
            }
        }
        parts
    }

    /// Returns the days that have events, newest first: their age in whole days, and a contiguous run of them for each kind.
    pub fn days(&self, as_of: i64) -> Vec<(u32, Range<usize>)> {
        let at = &self.events.at;
        let mut days = Vec::new();
        for run in &self.runs {
            let mut end = run.end;
            while end > run.start {
                let this = age(i64::from(at.get(end - 1)), as_of);
                let start = at.partition_point(run.start..end, |at| age(i64::from(at), as_of) > this);
                days.push((this, start..end));
                end = start;
            }
        }
        days.sort_by_key(|(age, _)| *age);
        days
    }

    /// Calls `see` with the lead of every event of a run that passes, newest first.
    pub fn each_of(&self, run: Range<usize>, mut see: impl FnMut(u32)) {
        if self.details.is_none() {
            self.events.lead[run].iter().rev().for_each(|lead| see(*lead));
        } else {
            run.rev().filter(|event| self.passes(*event)).for_each(|event| see(self.events.lead[event]));
        }
    }

    /// Calls `see` with every event's index, lead and instant, newest first; of those at one instant, in a fixed order.
    pub fn newest_first(&self, mut see: impl FnMut(usize, u32, u32)) {
        let Events { lead, at, .. } = self.events;
        // The newest event of each run that is left; a run's own order is by instant.
        let mut heads: BinaryHeap<(u32, Reverse<usize>, usize)> = BinaryHeap::new();
        let mut runs: Vec<_> = self.runs.iter().map(|run| run.clone().rev().zip(at.some(run.clone()).rev())).collect();
        let head = |run: usize, next: Option<(usize, u32)>| next.map(|(event, at)| (at, Reverse(run), event));
        heads.extend(runs.iter_mut().enumerate().filter_map(|(run, events)| head(run, events.next())));
        while let Some((instant, Reverse(run), event)) = heads.pop() {
            if self.passes(event) {
                see(event, lead[event], instant);
            }
            heads.extend(head(run, runs[run].next()));
        }
    }

    /// Returns which of some events are selected, newest first; theirs are ascending indices.
    pub fn among(&self, events: &[usize]) -> Vec<usize> {
        let selected = |event: &&usize| self.runs.iter().any(|run| run.contains(event)) && self.passes(**event);
        let mut among: Vec<usize> = events.iter().filter(selected).copied().collect();
        among.sort_by_key(|event| Reverse(self.events.at.get(*event)));
        among
    }
}
