//! Reading: fields, leads and events out of the file into columns. Never here: writing them (see `intake`).

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::Rows;
use rusqlite::types::ValueRef;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Detail;
use crate::engine::columns::Event;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::engine::columns::UNKNOWN;
use crate::model::FieldType;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::StoredField;
use crate::store::fault::Fault;
use crate::store::fields;
use crate::store::schema::quote_identifier;

/// The setting that names the workspace's time zone.
pub const ZONE: &str = "zone";

impl Store {
    /// Loads all leads, in ascending order of their ids, with their fields and events, as of one moment.
    pub fn dataset(&self) -> Result<Dataset, Problem> {
        // One read transaction: an import of another window is seen whole or not at all.
        let zone = self.setting(ZONE)?.and_then(|name| name.parse().ok()).unwrap_or_default();
        self.told(|store| {
            let tx = store.conn.unchecked_transaction()?;
            let mut fields = fields::all(&tx)?;
            fields.sort_by_key(|field| (field.position, field.id));
            let (ids, keys, fields) = load_leads(&tx, &fields)?;
            let events = load_events(&tx, &ids)?;
            Ok(Dataset { keys: Arc::new(keys), fields, events: Arc::new(events), zone })
        })
    }
}

/// A column while it grows.
enum Growing {
    Text { codes: Vec<u32>, words: HashMap<String, u32> },
    Number(Vec<i64>),
    YesNo(Vec<u8>),
}

impl Growing {
    fn new(kind: FieldType, n_leads: usize) -> Growing {
        match kind {
            FieldType::Text => Growing::Text { codes: Vec::with_capacity(n_leads), words: HashMap::new() },
            FieldType::Whole | FieldType::Decimal | FieldType::Date => Growing::Number(Vec::with_capacity(n_leads)),
            FieldType::YesNo => Growing::YesNo(Vec::with_capacity(n_leads)),
        }
    }

    fn push(&mut self, value: ValueRef<'_>) -> Result<(), Fault> {
        match (self, value) {
            (Growing::Text { codes, .. }, ValueRef::Null) => codes.push(0),
            (Growing::Text { codes, words }, ValueRef::Text(bytes)) => {
                let word = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged)?;
                // Looked up before it is inserted: most words are known, and then nothing is allocated.
                if let Some(code) = words.get(word) {
                    codes.push(*code);
                } else {
                    let code = u32::try_from(words.len() + 1).map_err(|_| Fault::Damaged)?;
                    words.insert(word.to_owned(), code);
                    codes.push(code);
                }
            }
            (Growing::Number(numbers), ValueRef::Null) => numbers.push(UNKNOWN),
            (Growing::Number(numbers), ValueRef::Integer(n)) => numbers.push(n),
            (Growing::YesNo(answers), ValueRef::Null) => answers.push(0),
            (Growing::YesNo(answers), ValueRef::Integer(n @ 0..=1)) => answers.push(1 + u8::from(n == 1)),
            _ => return Err(Fault::Damaged),
        }
        Ok(())
    }

    fn finish(self) -> Column {
        match self {
            Growing::Text { codes, words } => {
                let mut in_order = vec![String::new(); words.len()];
                for (word, code) in words {
                    in_order[code as usize - 1] = word;
                }
                Column::Text { codes: Codes::pack(codes), words: in_order }
            }
            Growing::Number(numbers) => Column::Number(numbers),
            Growing::YesNo(answers) => Column::YesNo(answers),
        }
    }
}

/// The leads' ids, keys and values.
type Loaded = (Vec<i64>, Texts, Vec<Arc<Field>>);

/// Returns the leads' ids, keys and values.
fn load_leads(conn: &Connection, fields: &[StoredField]) -> Result<Loaded, Fault> {
    let n_leads = conn.query_row("SELECT count(*) FROM lead", (), |row| row.get::<_, usize>(0))?;
    let mut sql = "SELECT id, key".to_owned();
    for field in fields {
        sql.push_str(", ");
        sql.push_str(&quote_identifier(&field.column)?);
    }
    sql.push_str(" FROM lead ORDER BY id");
    let mut ids = Vec::with_capacity(n_leads);
    let mut keys = Texts::default();
    let mut columns: Vec<Growing> = fields.iter().map(|field| Growing::new(field.kind, n_leads)).collect();
    let mut query = conn.prepare(&sql)?;
    let mut rows = query.query(())?;
    while let Some(row) = rows.next()? {
        ids.push(row.get(0)?);
        keys.push(row.get_ref(1)?.as_str().map_err(|_| Fault::Damaged)?);
        for (index, column) in columns.iter_mut().enumerate() {
            column.push(row.get_ref(index + 2)?)?;
        }
    }
    let fields = fields.iter().zip(columns).map(|(field, column)| {
        let column = column.finish();
        Arc::new(Field { name: field.name.clone(), kind: field.kind, role: field.role, column })
    });
    Ok((ids, keys, fields.collect()))
}

/// Returns the events of these leads, whose ids ascend.
fn load_events(conn: &Connection, ids: &[i64]) -> Result<Events, Fault> {
    let mut kinds = Vec::new();
    // By the id in the file: the index of a kind; the code of an asset, 0 until one is met.
    let mut kind_of = Vec::new();
    each_word(conn, "SELECT id, name FROM event_kind ORDER BY id", |id, name| {
        kind_of.resize(id + 1, None);
        kind_of[id] = Some(u16::try_from(kinds.len()).map_err(|_| Fault::Damaged)?);
        kinds.push(name);
        Ok(())
    })?;
    // The word with id `n` stands at `n − 1`; an id that was never given out is an empty word.
    let mut words: Vec<String> = Vec::new();
    each_word(conn, "SELECT id, word FROM event_word ORDER BY id", |id, word| {
        words.resize(id, String::new());
        words[id - 1] = word;
        Ok(())
    })?;
    let mut details: HashMap<Detail, u32> = HashMap::new();
    let mut events = Vec::new();
    let mut lead = 0;
    let mut query = conn.prepare("SELECT lead, kind, at, asset, campaign, channel, value FROM event ORDER BY lead")?;
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
        let kind: usize = row.get(1)?;
        let word = |column: usize| -> Result<u32, Fault> {
            let id: u32 = row.get(column)?;
            let known = id == 0 || words.get(id as usize - 1).is_some_and(|word| !word.is_empty());
            if known { Ok(id) } else { Err(Fault::Damaged) }
        };
        let value: i64 = row.get(6)?;
        let detail = Detail {
            asset: word(3)?,
            channel: word(5)?,
            campaign: word(4)?,
            value: if value == 0 { UNKNOWN } else { value },
        };
        let detail = if detail == Detail::NONE {
            0
        } else {
            let next = u32::try_from(details.len() + 1).map_err(|_| Fault::Damaged)?;
            *details.entry(detail).or_insert(next)
        };
        events.push(Event {
            kind: kind_of.get(kind).copied().flatten().ok_or(Fault::Damaged)?,
            at: row.get(2)?,
            lead: u32::try_from(lead).map_err(|_| Fault::Damaged)?,
            detail,
        });
    }
    let mut in_order = vec![Detail::NONE; details.len()];
    for (detail, code) in details {
        in_order[code as usize - 1] = detail;
    }
    Ok(Events::build(kinds, words, in_order, events))
}

/// Calls `see` with the rows of a word list. Ids are given out without gaps, so one far above the count is damage.
fn each_word(
    conn: &Connection,
    sql: &str,
    mut see: impl FnMut(usize, String) -> Result<(), Fault>,
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
        see(id, row.get(1)?)?;
    }
    Ok(())
}
