//! Events on their way into the file: words and keys become numbers, and the rows are put in the table's order, in batches.
//!
//! A [`Sorter`] needs no connection, so that one thread can read and sort while another writes. Never here: parsing, transactions.

use rusqlite::Connection;

use crate::msg;
use crate::problem::Problem;
use crate::store::EventOutcome;
use crate::store::EventRow;
use crate::store::fault::Fault;
use crate::store::quick::QuickMap;

/// Events are sorted and written in batches of this many, so that each batch walks the table once.
const BATCH: usize = 1 << 21;
/// Events that come lead after lead need no long walk.
const ORDERED_BATCH: usize = 1 << 17;

/// An event as its row stands in the file; ordered like the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct StoredEvent {
    lead: i64,
    kind: u32,
    at: u32,
    asset: u32,
    campaign: u32,
    channel: u32,
    value: i64,
}

/// What turns events into rows.
#[derive(Debug, Default)]
pub struct Sorter {
    /// Ids by key.
    leads: QuickMap<String, i64>,
    last_lead: i64,
    /// Events of one lead often follow each other.
    recent: (String, i64),
    kinds: Dictionary,
    words: Dictionary,
    waiting: Batch,
    /// The lead of the last event, as long as none came before one of a lead before it.
    ordered: Option<i64>,
}

/// Rows that wait to be written: events, and the leads and words that are new with them.
#[derive(Debug, Default)]
pub struct Batch {
    pub(super) leads: Vec<(i64, String)>,
    kinds: Vec<(u32, String)>,
    words: Vec<(u32, String)>,
    events: Vec<StoredEvent>,
}

impl Sorter {
    /// Learns what the file holds.
    pub(super) fn load(conn: &Connection) -> Result<Sorter, Fault> {
        let (leads, last_lead) = lead_ids(conn)?;
        Ok(Sorter {
            leads,
            last_lead,
            kinds: Dictionary::load(conn, "SELECT name, id FROM event_kind")?,
            words: Dictionary::load(conn, "SELECT word, id FROM event_word")?,
            ordered: Some(i64::MIN),
            ..Sorter::default()
        })
    }

    /// Takes an event in. An unknown lead is made, with every field unknown, if `create_lead` says so.
    pub fn add(&mut self, row: EventRow<'_>, create_lead: bool) -> Result<EventOutcome, Problem> {
        let at = u32::try_from(row.at).map_err(|_| Problem::refused(msg!("store-event-time")))?;
        let lead = if self.recent.1 != 0 && self.recent.0 == row.key {
            self.recent.1
        } else {
            let lead = match self.leads.get(row.key) {
                Some(lead) => *lead,
                None if create_lead => {
                    let id = self.next_lead();
                    self.learn_lead(row.key, id);
                    self.waiting.leads.push((id, row.key.to_owned()));
                    id
                }
                None => return Ok(EventOutcome::UnknownLead),
            };
            row.key.clone_into(&mut self.recent.0);
            self.recent.1 = lead;
            lead
        };
        let Sorter { kinds, words, waiting, .. } = self;
        let mut word = |word: Option<&str>| word.map_or(Ok(0), |word| words.id(word, &mut waiting.words));
        let event = StoredEvent {
            lead,
            asset: word(row.asset)?,
            campaign: word(row.campaign)?,
            channel: word(row.channel)?,
            kind: kinds.id(row.kind, &mut waiting.kinds)?,
            at,
            value: row.value.unwrap_or(0),
        };
        waiting.events.push(event);
        self.ordered = self.ordered.filter(|last| *last <= lead).map(|_| lead);
        Ok(EventOutcome::Taken)
    }

    /// Whether a batch should be written now.
    pub fn is_full(&self) -> bool {
        let most = if self.ordered.is_some() { ORDERED_BATCH } else { BATCH };
        self.waiting.events.len() >= most
    }

    /// Hands out what waits, in the table's order.
    pub fn batch(&mut self) -> Batch {
        let room = self.waiting.events.len().min(ORDERED_BATCH);
        let next = Batch { events: Vec::with_capacity(room), ..Batch::default() };
        let mut batch = std::mem::replace(&mut self.waiting, next);
        batch.events.sort_unstable();
        // Another run may begin.
        self.ordered.get_or_insert(i64::MIN);
        batch
    }

    pub(super) fn lead(&self, key: &str) -> Option<i64> {
        self.leads.get(key).copied()
    }

    /// Returns the id that the next new lead is to have.
    pub(super) fn next_lead(&self) -> i64 {
        self.last_lead + 1
    }

    pub(super) fn learn_lead(&mut self, key: &str, id: i64) {
        self.leads.insert(key.to_owned(), id);
        self.last_lead = id;
    }
}

impl Batch {
    /// Writes all rows; returns how many events were new, and how many were there already.
    pub(super) fn write(self, conn: &Connection) -> Result<(u64, u64), Fault> {
        let Batch { leads, kinds, words, events } = self;
        for (id, key) in &leads {
            conn.prepare_cached("INSERT INTO lead (id, key) VALUES (?1, ?2)")?.execute((id, key))?;
        }
        for (sql, words) in [
            ("INSERT INTO event_kind (id, name) VALUES (?1, ?2)", kinds),
            ("INSERT INTO event_word (id, word) VALUES (?1, ?2)", words),
        ] {
            for word in &words {
                conn.prepare_cached(sql)?.execute((word.0, &word.1))?;
            }
        }
        let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        let (mut last, mut new, n) = (None, 0, events.len() as u64);
        for event in events {
            let StoredEvent { lead, kind, at, asset, campaign, channel, value } = event;
            let is_new = last != Some(event) && insert.execute((lead, kind, at, asset, campaign, channel, value))? == 1;
            last = Some(event);
            new += u64::from(is_new);
        }
        Ok((new, n - new))
    }
}

/// A table of words, each with a number from 1.
#[derive(Debug, Default)]
struct Dictionary {
    ids: QuickMap<String, u32>,
    last: u32,
}

impl Dictionary {
    fn load(conn: &Connection, sql: &str) -> Result<Dictionary, Fault> {
        let mut query = conn.prepare(sql)?;
        let rows = query.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let ids: QuickMap<String, u32> = rows.collect::<Result<_, _>>()?;
        let last = ids.values().copied().max().unwrap_or(0);
        Ok(Dictionary { ids, last })
    }

    /// Returns a word's number; a new word is told.
    fn id(&mut self, word: &str, fresh: &mut Vec<(u32, String)>) -> Result<u32, Problem> {
        if let Some(id) = self.ids.get(word) {
            return Ok(*id);
        }
        let id = self.last.checked_add(1).ok_or_else(|| Problem::refused(msg!("store-too-big")))?;
        self.ids.insert(word.to_owned(), id);
        fresh.push((id, word.to_owned()));
        self.last = id;
        Ok(id)
    }
}

fn lead_ids(conn: &Connection) -> Result<(QuickMap<String, i64>, i64), Fault> {
    let n: usize = conn.query_row("SELECT count(*) FROM lead", (), |row| row.get(0))?;
    let mut ids = QuickMap::with_capacity_and_hasher(n, crate::store::quick::Quick::default());
    let mut last = 0;
    let mut query = conn.prepare("SELECT id, key FROM lead")?;
    let mut rows = query.query(())?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        last = i64::max(last, id);
        ids.insert(row.get(1)?, id);
    }
    Ok((ids, last))
}
