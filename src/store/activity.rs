//! Events into columns: out of the file, or as an import has just written them. Never here: writing them (see `intake`).

use std::ops::Range;

use rayon::iter::IndexedParallelIterator;
use rayon::iter::IntoParallelRefMutIterator;
use rayon::iter::ParallelIterator;
use rusqlite::Connection;
use rusqlite::Row;
use rusqlite::Rows;

use crate::engine::columns::Codes;
use crate::engine::columns::Detail;
use crate::engine::columns::Events;
use crate::engine::columns::UNKNOWN;
use crate::engine::instants::Instants;
use crate::store::fault::Fault;
use crate::store::quick::QuickMap;

/// An event on its way into the columns; ordered like the events of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OfKind {
    pub(super) at: u32,
    /// Ascends like the id in the file.
    pub(super) lead: u32,
    /// The id in the file.
    pub(super) detail: u32,
}

/// Returns the events of these leads, whose ids ascend.
pub(super) fn load(conn: &Connection, ids: &[i64]) -> Result<Events, Fault> {
    let lists = Lists::load(conn)?;
    let mut events: Vec<Vec<OfKind>> = lists.kinds.iter().map(|_| Vec::new()).collect();
    let mut lead = 0;
    let mut query = conn.prepare("SELECT lead, detail, at FROM event ORDER BY lead")?;
    let mut rows: Rows<'_> = query.query(())?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        while ids.get(lead).is_some_and(|lead| *lead < id) {
            lead += 1;
        }
        // An event of a lead that is not there was left by a foreign hand.
        if ids.get(lead) != Some(&id) {
            return Err(Fault::Damaged);
        }
        let detail = row.get(1)?;
        let (kind, _) = lists.said.get(detail as usize).copied().flatten().ok_or(Fault::Damaged)?;
        let lead = u32::try_from(lead).map_err(|_| Fault::Damaged)?;
        events[kind].push(OfKind { at: row.get(2)?, lead, detail });
    }
    drop(rows);
    in_time(&mut events);
    Ok(lists.place(events))
}

/// Returns events that have just been written: for each kind, in the order of the ids, its events in the order of time.
pub(super) fn written(conn: &Connection, events: Vec<Vec<OfKind>>) -> Result<Events, Fault> {
    let lists = Lists::load(conn)?;
    if lists.kinds.len() == events.len() { Ok(lists.place(events)) } else { Err(Fault::Damaged) }
}

/// What events name.
struct Lists {
    kinds: Vec<String>,
    words: Vec<String>,
    /// The distinct details beside the kinds.
    details: Vec<Detail>,
    said: Said,
}

/// By the id in the file: the kind that a stored detail says, and the code of what else it says.
type Said = Vec<Option<(usize, u32)>>;

impl Lists {
    fn load(conn: &Connection) -> Result<Lists, Fault> {
        let mut kinds = Vec::new();
        // By the id in the file: the index of a kind.
        let mut kind_of = Vec::new();
        each_numbered(conn, "SELECT id, name FROM event_kind ORDER BY id", |id, row| {
            kind_of.resize(id + 1, None);
            kind_of[id] = Some(kinds.len());
            kinds.push(row.get(1)?);
            Ok(())
        })?;
        // The word with id `n` stands at `n − 1`; an id that was never given out is an empty word.
        let mut words: Vec<String> = Vec::new();
        each_numbered(conn, "SELECT id, word FROM event_word ORDER BY id", |id, row| {
            words.resize(id, String::new());
            words[id - 1] = row.get(1)?;
            Ok(())
        })?;
        let (said, details) = load_details(conn, &kind_of, &words)?;
        Ok(Lists { kinds, words, details, said })
    }

    /// Puts kind after kind into the columns; each kind's own are let go of at once.
    fn place(self, events: Vec<Vec<OfKind>>) -> Events {
        let Lists { kinds, words, details, said } = self;
        let n = events.iter().map(Vec::len).sum();
        let (mut at, mut lead) = (Instants::with_capacity(n), Vec::with_capacity(n));
        let mut detail = match details.len() {
            0 => Codes::default(),
            1..=0xff => Codes::U8(Vec::with_capacity(n)),
            0x100..=0xffff => Codes::U16(Vec::with_capacity(n)),
            _ => Codes::U32(Vec::with_capacity(n)),
        };
        let mut starts = vec![0];
        for events in events {
            let instants = || at.extend(events.iter().map(|event| event.at));
            let others = || {
                lead.extend(events.iter().map(|event| event.lead));
                let codes = events.iter().map(|event| said[event.detail as usize].map_or(0, |(_, code)| code));
                #[expect(clippy::cast_possible_truncation, reason = "there are no more codes than fit")]
                match &mut detail {
                    _ if details.is_empty() => {}
                    Codes::U8(out) => out.extend(codes.map(|code| code as u8)),
                    Codes::U16(out) => out.extend(codes.map(|code| code as u16)),
                    Codes::U32(out) => out.extend(codes),
                }
            };
            rayon::join(instants, others);
            starts.push(at.len());
        }
        Events { kinds, starts, lead, at, detail, details, words, ..Events::default() }
    }
}

/// Returns what each stored detail says, and the distinct details beside the kinds.
fn load_details(conn: &Connection, kind_of: &[Option<usize>], words: &[String]) -> Result<(Said, Vec<Detail>), Fault> {
    let mut said = Vec::new();
    let mut details = Vec::new();
    let mut codes = QuickMap::default();
    codes.insert(Detail::NONE, 0);
    let known = |id: u32| id == 0 || words.get(id as usize - 1).is_some_and(|word| !word.is_empty());
    let sql = "SELECT id, kind, asset, campaign, channel, value FROM event_detail ORDER BY id";
    each_numbered(conn, sql, |id, row| {
        let kind = kind_of.get(row.get::<_, usize>(1)?).copied().flatten().ok_or(Fault::Damaged)?;
        let value = row.get(5)?;
        let detail = Detail {
            asset: row.get(2)?,
            channel: row.get(4)?,
            campaign: row.get(3)?,
            value: if value == 0 { UNKNOWN } else { value },
        };
        if ![detail.asset, detail.channel, detail.campaign].into_iter().all(known) {
            return Err(Fault::Damaged);
        }
        let next = u32::try_from(details.len() + 1).map_err(|_| Fault::Damaged)?;
        let code = *codes.entry(detail).or_insert_with(|| {
            details.push(detail);
            next
        });
        said.resize(id + 1, None);
        said[id] = Some((kind, code));
        Ok(())
    })?;
    Ok((said, details))
}

/// Puts the events of every kind in the order of time; one that is there twice stays once.
pub(super) fn in_time(events: &mut [Vec<OfKind>]) {
    events.par_iter_mut().with_max_len(1).for_each(kind_in_time);
}

fn kind_in_time(events: &mut Vec<OfKind>) {
    let first = events.iter().map(|event| event.at).min().unwrap_or(0);
    let bits = |part: fn(&OfKind) -> u32, from: u32| {
        events.iter().map(|event| part(event) - from).max().map_or(1, |most| u32::BITS - most.leading_zeros()).max(1)
    };
    let (span, lead, detail) =
        (bits(|event| event.at, first), bits(|event| event.lead, 0), bits(|event| event.detail, 0));
    if span + lead + detail > u64::BITS {
        events.sort_unstable();
        events.dedup();
        return;
    }
    // One number holds all of an event.
    let packed = |event: &OfKind| {
        u64::from(event.at - first) << (lead + detail) | u64::from(event.lead) << detail | u64::from(event.detail)
    };
    let keys: Vec<u64> = events.iter().map(packed).collect();
    let without_time = |key: &u64| key & ((1 << (lead + detail)) - 1);
    // As they come out of the file they are in the order of the leads, and only their instants are left to look at.
    let from = if keys.is_sorted_by_key(without_time) { lead + detail } else { 0 };
    let mut keys = in_order(keys, from..span + lead + detail);
    keys.dedup();
    events.clear();
    #[expect(clippy::cast_possible_truncation, reason = "each part is as long as its mask")]
    let part = |key: u64, bits: u32| (key & ((1 << bits) - 1)) as u32;
    events.extend(keys.into_iter().map(|key| OfKind {
        at: first + part(key >> (lead + detail), span),
        lead: part(key >> detail, lead),
        detail: part(key, detail),
    }));
}

/// How many bits of a number are looked at a time: a place for each of their values stays in the nearest cache.
const DIGIT: u32 = 11;

/// Puts numbers in the order of some of their bits; those that are alike in them stay as they stand.
fn in_order(mut keys: Vec<u64>, bits: Range<u32>) -> Vec<u64> {
    let digit = bits.len().div_ceil(bits.len().div_ceil(DIGIT as usize));
    let mut sorted = vec![0; keys.len()];
    for shift in bits.step_by(digit) {
        #[expect(clippy::cast_possible_truncation, reason = "a digit is a few bits")]
        let of = |key: u64| (key >> shift) as usize % (1 << digit);
        // Where the next number of each digit goes.
        let mut places = vec![0; 1 << digit];
        for key in &keys {
            places[of(*key)] += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for key in &keys {
            let place = &mut places[of(*key)];
            sorted[*place] = *key;
            *place += 1;
        }
        std::mem::swap(&mut keys, &mut sorted);
    }
    keys
}

/// Calls `see` with the rows of a list. Ids are given out without gaps, so one far above the count is damage.
fn each_numbered(
    conn: &Connection,
    sql: &str,
    mut see: impl FnMut(usize, &Row<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut query = conn.prepare(sql)?;
    let mut rows = query.query(())?;
    let mut n: usize = 0;
    while let Some(row) = rows.next()? {
        n += 1;
        let id: usize = row.get(0)?;
        if id < 1 || id > 2 * n + 1_000 {
            return Err(Fault::Damaged);
        }
        see(id, row)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::OfKind;
    use super::kind_in_time;

    #[test]
    fn events_are_put_in_order_however_far_apart_their_parts_are() {
        for far in [1, 1 << 9, 1 << 20, 1 << 29] {
            let mut state: u32 = 7;
            let mut next = |below: u32| {
                state = state.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
                (state >> 16) % below * far
            };
            let event = |_| OfKind { at: next(7), lead: next(5), detail: next(3) };
            let mut events: Vec<OfKind> = (0..200).map(event).collect();
            let mut expected = events.clone();
            expected.sort();
            expected.dedup();
            let mut by_lead = events.clone();
            by_lead.sort_by_key(|event| (event.lead, event.detail));
            for events in [&mut events, &mut by_lead] {
                kind_in_time(events);
                assert_eq!(*events, expected);
            }
        }
        let mut none = Vec::new();
        kind_in_time(&mut none);
        assert!(none.is_empty());
    }
}
