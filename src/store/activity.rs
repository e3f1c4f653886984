//! Reading: events out of the file into columns. Never here: writing them (see `intake`).

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

/// The events of one kind in the order of the table, which is that of the leads.
#[derive(Default)]
struct OfKind {
    at: Vec<u32>,
    lead: Vec<u32>,
    detail: Vec<u32>,
}

/// Returns the events of these leads, whose ids ascend.
pub(super) fn load(conn: &Connection, ids: &[i64]) -> Result<Events, Fault> {
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
    let mut events: Vec<OfKind> = kinds.iter().map(|_| OfKind::default()).collect();
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
        let (kind, code) = said.get(row.get::<_, usize>(1)?).copied().flatten().ok_or(Fault::Damaged)?;
        let events = &mut events[kind];
        events.at.push(row.get(2)?);
        events.lead.push(u32::try_from(lead).map_err(|_| Fault::Damaged)?);
        events.detail.push(code);
    }
    drop(rows);
    Ok(placed(kinds, words, details, events))
}

/// By the id in the file: the kind that a stored detail says, and the code of what else it says.
type Said = Vec<Option<(usize, u32)>>;

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

/// Puts the events of every kind in the order of time, and kind after kind into the columns; each kind's own are let go of at once.
fn placed(kinds: Vec<String>, words: Vec<String>, details: Vec<Detail>, events: Vec<OfKind>) -> Events {
    let n = events.iter().map(|events| events.at.len()).sum();
    let (mut at, mut lead) = (Instants::with_capacity(n), Vec::with_capacity(n));
    let mut detail = match details.len() {
        0 => Codes::default(),
        1..=0xff => Codes::U8(Vec::with_capacity(n)),
        0x100..=0xffff => Codes::U16(Vec::with_capacity(n)),
        _ => Codes::U32(Vec::with_capacity(n)),
    };
    let mut starts = vec![0];
    for events in events {
        let order = in_time(&events.at);
        at.extend(order.iter().map(|place| events.at[*place as usize]));
        lead.extend(order.iter().map(|place| events.lead[*place as usize]));
        let codes = order.iter().map(|place| events.detail[*place as usize]);
        #[expect(clippy::cast_possible_truncation, reason = "there are no more codes than fit")]
        match &mut detail {
            _ if details.is_empty() => {}
            Codes::U8(out) => out.extend(codes.map(|code| code as u8)),
            Codes::U16(out) => out.extend(codes.map(|code| code as u16)),
            Codes::U32(out) => out.extend(codes),
        }
        starts.push(at.len());
    }
    Events { kinds, starts, lead, at, detail, details, words, ..Events::default() }
}

/// Returns the places of instants in ascending order; equal ones stay in theirs. Sorted digit by digit.
fn in_time(at: &[u32]) -> Vec<u32> {
    const BITS: u32 = 11;
    let first = at.iter().copied().min().unwrap_or(0);
    let span = at.iter().copied().max().unwrap_or(0) - first;
    let mut order: Vec<u32> = (0..u32::try_from(at.len()).expect("fewer events than 4 billion")).collect();
    let mut next = vec![0; order.len()];
    let mut shift = 0;
    while shift < u32::BITS && span >> shift > 0 {
        let digit = |place: u32| ((at[place as usize] - first) >> shift) as usize & ((1 << BITS) - 1);
        let mut ends = [0_usize; 1 << BITS];
        for place in &order {
            ends[digit(*place)] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        for place in &order {
            let to = &mut ends[digit(*place)];
            next[*to] = *place;
            *to += 1;
        }
        std::mem::swap(&mut order, &mut next);
        shift += BITS;
    }
    order
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
