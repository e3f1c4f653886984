//! Events on their way into the file: words and keys become numbers, and the rows are put in the table's order, in batches.
//!
//! A [`Sorter`] needs no connection, so that one thread can read and sort while another writes. Never here: parsing, transactions.

use std::borrow::Borrow;
use std::hash::BuildHasher;
use std::hash::Hash;
use std::hash::Hasher;

use rusqlite::Connection;
use rusqlite::Row;
use rusqlite::Statement;
use rusqlite::types::ValueRef;

use crate::msg;
use crate::problem::Problem;
use crate::store::EventOutcome;
use crate::store::EventRow;
use crate::store::fault::Fault;
use crate::store::fields::ImportColumn;
use crate::store::fresh::Fresh;
use crate::store::keys::Keys;
use crate::store::quick::Quick;
use crate::store::quick::QuickMap;

/// Events are sorted and written in batches of this many, so that each batch walks the table once.
const BATCH: usize = 1 << 21;
/// Events that come lead after lead need no long walk.
const ORDERED_BATCH: usize = 1 << 16;
/// How many events one statement writes: the place in the table that one has found is where the next one goes.
const AT_ONCE: usize = 64;

/// An event as its row stands in the file; ordered like the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StoredEvent {
    pub(super) lead: i64,
    pub(super) detail: u32,
    pub(super) at: u32,
}

/// What an event says beside its lead and instant: kind, asset, campaign and channel, and the value.
pub(super) type Detail = ([u32; 4], i64);

/// What turns events into rows.
#[derive(Debug, Default)]
pub struct Sorter {
    leads: Keys,
    kinds: Numbers<String>,
    words: Numbers<String>,
    details: Numbers<Detail>,
    /// Details as they came, each in a place that its texts say: most events repeat one of a few.
    told: Vec<Told>,
    waiting: Batch,
    /// The lead of the last event, as long as none came before one of a lead before it.
    ordered: Option<i64>,
    /// The columns that an import of leads writes.
    pub(super) columns: Vec<ImportColumn>,
    /// What was handed out, while it can be kept.
    pub(super) fresh: Option<Fresh>,
}

/// How many details are remembered.
const TOLD: usize = 256;

/// What an event said beside its lead and instant, and the number of that.
#[derive(Clone, Debug, Default)]
struct Told {
    kind: String,
    asset: Option<String>,
    campaign: Option<String>,
    channel: Option<String>,
    value: i64,
    /// 0 if there is none yet.
    detail: u32,
}

impl Told {
    fn says(&self, row: &EventRow<'_>) -> bool {
        self.detail != 0
            && self.kind == row.kind
            && self.asset.as_deref() == row.asset
            && self.campaign.as_deref() == row.campaign
            && self.channel.as_deref() == row.channel
            && self.value == row.value.unwrap_or(0)
    }

    fn learn(&mut self, row: &EventRow<'_>, detail: u32) {
        row.kind.clone_into(&mut self.kind);
        for (known, text) in
            [(&mut self.asset, row.asset), (&mut self.campaign, row.campaign), (&mut self.channel, row.channel)]
        {
            match (known, text) {
                (Some(known), Some(text)) => text.clone_into(known),
                (known, text) => *known = text.map(str::to_owned),
            }
        }
        (self.value, self.detail) = (row.value.unwrap_or(0), detail);
    }

    /// Returns the place of what an event says.
    fn place(row: &EventRow<'_>) -> usize {
        let mut hasher = Quick::default().build_hasher();
        hasher.write(row.kind.as_bytes());
        for text in [row.asset, row.campaign, row.channel].into_iter().flatten() {
            hasher.write(text.as_bytes());
        }
        hasher.write_i64(row.value.unwrap_or(0));
        usize::from(hasher.finish().to_le_bytes()[0])
    }
}

/// Rows that wait to be written: events, and the leads, words and details that are new with them.
#[derive(Debug, Default)]
pub struct Batch {
    pub(super) leads: Vec<(i64, String)>,
    pub(super) kinds: Vec<(u32, String)>,
    words: Vec<(u32, String)>,
    pub(super) details: Vec<(u32, Detail)>,
    /// In the table's order.
    pub(super) events: Vec<StoredEvent>,
}

impl Sorter {
    /// Learns what the file holds, for an import that writes these columns.
    pub(super) fn load(conn: &Connection, columns: Vec<ImportColumn>, fresh: Option<Fresh>) -> Result<Sorter, Fault> {
        let word = |row: &Row<'_>| row.get(1);
        let detail = |row: &Row<'_>| Ok(([row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?], row.get(5)?));
        Ok(Sorter {
            leads: Keys::load(conn)?,
            kinds: Numbers::load(conn, "SELECT id, name FROM event_kind", word)?,
            words: Numbers::load(conn, "SELECT id, word FROM event_word", word)?,
            details: Numbers::load(conn, "SELECT id, kind, asset, campaign, channel, value FROM event_detail", detail)?,
            ordered: Some(i64::MIN),
            columns,
            fresh,
            ..Sorter::default()
        })
    }

    /// Takes an event in. An unknown lead is made, with every field unknown, if `create_lead` says so.
    pub fn add(&mut self, row: EventRow<'_>, create_lead: bool) -> Result<EventOutcome, Problem> {
        let at = u32::try_from(row.at).map_err(|_| Problem::refused(msg!("store-event-time")))?;
        let lead = match self.leads.id(row.key) {
            Some(lead) => lead,
            None if create_lead => {
                let id = self.leads.next_id();
                self.leads.push(row.key, id);
                self.waiting.leads.push((id, row.key.to_owned()));
                id
            }
            None => return Ok(EventOutcome::UnknownLead),
        };
        if self.told.is_empty() {
            self.told.resize(TOLD, Told::default());
        }
        let place = Told::place(&row);
        if !self.told[place].says(&row) {
            let detail = self.detail(&row)?;
            self.told[place].learn(&row, detail);
        }
        let detail = self.told[place].detail;
        self.waiting.events.push(StoredEvent { lead, detail, at });
        self.ordered = self.ordered.filter(|last| *last <= lead).map(|_| lead);
        Ok(EventOutcome::Taken)
    }

    /// Returns the number of what an event says beside its lead and instant.
    fn detail(&mut self, row: &EventRow<'_>) -> Result<u32, Problem> {
        let Sorter { kinds, words, details, waiting, .. } = self;
        let mut word = |word: Option<&str>| word.map_or(Ok(0), |word| words.id(word, &mut waiting.words));
        let (asset, campaign, channel) = (word(row.asset)?, word(row.campaign)?, word(row.channel)?);
        let kind = kinds.id(row.kind, &mut waiting.kinds)?;
        let detail = ([kind, asset, campaign, channel], row.value.unwrap_or(0));
        details.id(&detail, &mut waiting.details)
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
        if self.ordered.is_some() {
            let within = |event: &StoredEvent| u64::from(event.detail) << 32 | u64::from(event.at);
            batch.events.chunk_by_mut(|a, b| a.lead == b.lead).for_each(|lead| lead.sort_unstable_by_key(within));
        } else {
            batch.events.sort_unstable();
        }
        // Another run may begin.
        self.ordered.get_or_insert(i64::MIN);
        self.keep(|fresh| fresh.add(&batch));
        batch
    }

    pub(super) fn lead(&mut self, key: &str) -> Option<i64> {
        self.leads.id(key)
    }

    /// Learns a new lead, given what returns its value in a column by index; returns its id.
    pub(super) fn learn_lead<'v>(&mut self, key: &str, value: impl Fn(usize) -> ValueRef<'v>) -> i64 {
        let id = self.leads.next_id();
        self.leads.push(key, id);
        self.keep(|fresh| fresh.add_lead(id, key, value));
        id
    }

    /// Keeps what is handed out; what cannot be kept will be read again.
    fn keep(&mut self, keep: impl FnOnce(&mut Fresh) -> Result<(), Fault>) {
        if self.fresh.as_mut().is_some_and(|fresh| keep(fresh).is_err()) {
            self.fresh = None;
        }
    }
}

impl Batch {
    /// Writes all rows; returns how many events were new, and how many were there already.
    pub(super) fn write(self, conn: &Connection) -> Result<(u64, u64), Fault> {
        let Batch { leads, kinds, words, details, mut events } = self;
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
        for (id, ([kind, asset, campaign, channel], value)) in details {
            conn.prepare_cached("INSERT INTO event_detail VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
                .execute((id, kind, asset, campaign, channel, value))?;
        }
        let n = events.len();
        events.dedup();
        let mut new = 0;
        let (many, few) = events.as_chunks::<AT_ONCE>();
        let mut insert = conn.prepare_cached(&insert_events(AT_ONCE))?;
        for events in many {
            new += write_events(&mut insert, events)?;
        }
        let mut insert = conn.prepare_cached(&insert_events(1))?;
        for event in few {
            new += write_events(&mut insert, std::slice::from_ref(event))?;
        }
        Ok((new as u64, (n - new) as u64))
    }
}

fn insert_events(n: usize) -> String {
    format!("INSERT OR IGNORE INTO event VALUES {}", vec!["(?, ?, ?)"; n].join(", "))
}

/// Writes as many events as the statement takes; returns how many were new.
fn write_events(insert: &mut Statement<'_>, events: &[StoredEvent]) -> Result<usize, Fault> {
    for (index, StoredEvent { lead, detail, at }) in events.iter().enumerate() {
        insert.raw_bind_parameter(index * 3 + 1, lead)?;
        insert.raw_bind_parameter(index * 3 + 2, detail)?;
        insert.raw_bind_parameter(index * 3 + 3, at)?;
    }
    Ok(insert.raw_execute()?)
}

/// Things that have a number in the file each, from 1.
#[derive(Debug)]
struct Numbers<K> {
    ids: QuickMap<K, u32>,
    last: u32,
}

impl<K> Default for Numbers<K> {
    fn default() -> Numbers<K> {
        Numbers { ids: QuickMap::default(), last: 0 }
    }
}

impl<K: Eq + Hash> Numbers<K> {
    /// Reads what `sql` selects: numbers, and behind each what `thing` makes of the rest of the row.
    fn load(
        conn: &Connection,
        sql: &str,
        thing: impl Fn(&Row<'_>) -> rusqlite::Result<K>,
    ) -> Result<Numbers<K>, Fault> {
        let mut query = conn.prepare(sql)?;
        let rows = query.query_map((), |row| Ok((thing(row)?, row.get(0)?)))?;
        let ids: QuickMap<K, u32> = rows.collect::<Result<_, _>>()?;
        let last = ids.values().copied().max().unwrap_or(0);
        Ok(Numbers { ids, last })
    }

    /// Returns a thing's number; a new thing is told.
    fn id<Q>(&mut self, thing: &Q, fresh: &mut Vec<(u32, K)>) -> Result<u32, Problem>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(id) = self.ids.get(thing) {
            return Ok(*id);
        }
        let id = self.last.checked_add(1).ok_or_else(|| Problem::refused(msg!("store-too-big")))?;
        self.ids.insert(thing.to_owned(), id);
        fresh.push((id, thing.to_owned()));
        self.last = id;
        Ok(id)
    }
}
