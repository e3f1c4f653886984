//! The keys of all leads, in the order of their ids. Never here: what a key is in a file of rows.

use std::hash::BuildHasher;

use rusqlite::Connection;

use crate::engine::columns::Texts;
use crate::store::fault::Fault;
use crate::store::quick::Quick;
use crate::store::quick::QuickMap;

/// How many keys behind the last one are looked at before all: the events of a lead often follow each other, and the leads of a file
/// those of another, but for some without events.
const NEAR: usize = 8;

/// Keys and ids.
#[derive(Debug, Default)]
pub(super) struct Keys {
    texts: Texts,
    ids: Vec<i64>,
    /// How many of them, from the first, can be found by their hash; all once a key is looked for that is not near the last.
    hashed: usize,
    /// Places by the keys' hashes.
    places: QuickMap<u64, usize>,
    /// Places of the keys that have another key's hash.
    others: QuickMap<String, usize>,
    /// The place that was found last.
    last: usize,
}

impl Keys {
    /// Reads all leads.
    pub(super) fn load(conn: &Connection) -> Result<Keys, Fault> {
        let mut keys = Keys::default();
        let mut query = conn.prepare("SELECT id, key FROM lead ORDER BY id")?;
        let mut rows = query.query(())?;
        while let Some(row) = rows.next()? {
            keys.push(row.get_ref(1)?.as_str().map_err(|_| Fault::Damaged)?, row.get(0)?);
        }
        keys.last = 0;
        Ok(keys)
    }

    /// Adds a key that is not there, with an id beyond all others.
    pub(super) fn push(&mut self, key: &str, id: i64) {
        self.last = self.ids.len();
        self.texts.push(key);
        self.ids.push(id);
    }

    /// Returns a key's id.
    pub(super) fn id(&mut self, key: &str) -> Option<i64> {
        self.last = self.place(key)?;
        self.ids.get(self.last).copied()
    }

    fn place(&mut self, key: &str) -> Option<usize> {
        let mut near = self.last..self.last + NEAR;
        if let Some(place) = near.find(|place| self.at(*place) == Some(key)) {
            return Some(place);
        }
        self.hash();
        let found = self.places.get(&Quick::default().hash_one(key)).copied();
        found.filter(|place| self.at(*place) == Some(key)).or_else(|| self.others.get(key).copied())
    }

    fn at(&self, place: usize) -> Option<&str> {
        (place < self.texts.len()).then(|| self.texts.get(place))
    }

    /// Makes all keys be found by their hash.
    fn hash(&mut self) {
        let Keys { texts, hashed, places, others, .. } = self;
        places.reserve(texts.len() - *hashed);
        for place in *hashed..texts.len() {
            let key = texts.get(place);
            if *places.entry(Quick::default().hash_one(key)).or_insert(place) != place {
                others.insert(key.to_owned(), place);
            }
        }
        *hashed = texts.len();
    }

    /// Returns the id that the next new lead is to have.
    pub(super) fn next_id(&self) -> i64 {
        self.ids.last().map_or(1, |last| last + 1)
    }
}
