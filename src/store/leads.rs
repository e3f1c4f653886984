//! Reading: fields and leads out of the file into columns. Never here: events (see `activity`), writing (see `intake`).

use std::sync::Arc;

use chrono_tz::Tz;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::engine::columns::UNKNOWN;
use crate::model::FieldType;
use crate::problem::Problem;
use crate::store::Loaded;
use crate::store::Store;
use crate::store::StoredField;
use crate::store::activity;
use crate::store::fault::Fault;
use crate::store::fields;
use crate::store::log;
use crate::store::quick::QuickMap;
use crate::store::schema::quote_identifier;
use crate::store::seal::Seal;
use crate::store::snapshot;

/// The setting that names the workspace's time zone.
pub const ZONE: &str = "zone";

impl Store {
    /// Returns whether there are at least so many leads; asking is cheap, and counts leads that were taken away too.
    pub fn has_leads(&self, n: usize) -> Result<bool, Problem> {
        self.told(|store| {
            let newest: Option<i64> = store.conn.query_row("SELECT max(id) FROM lead", (), |row| row.get(0))?;
            Ok(newest.is_some_and(|newest| usize::try_from(newest).is_ok_and(|newest| newest >= n)))
        })
    }

    /// Loads all leads, in ascending order of their ids, with their fields and events, as of one moment.
    pub fn dataset(&self) -> Result<Dataset, Problem> {
        Ok(Arc::unwrap_or_clone(self.load()?.data))
    }

    /// The same, out of the snapshot if that still says what the rows say.
    pub fn load(&self) -> Result<Loaded, Problem> {
        self.load_from(true)
    }

    /// The same, from the rows alone.
    pub fn load_rows(&self) -> Result<Loaded, Problem> {
        self.load_from(false)
    }

    fn load_from(&self, believing: bool) -> Result<Loaded, Problem> {
        let zone = self.setting(ZONE)?.and_then(|name| name.parse().ok()).unwrap_or_default();
        self.told(|store| {
            // One read transaction: an import of another window is seen whole or not at all.
            let tx = store.conn.unchecked_transaction()?;
            let seal = Seal::look(&tx, store.claim.file())?;
            let revision = log::counter(&tx, "data_revision")?;
            let mut fields = fields::all(&tx)?;
            fields.sort_by_key(|field| (field.position, field.id));
            let mark = (revision, seal.epoch);
            let believing = believing && seal.whole;
            let leads_of = |mark| snapshot::read(&tx, &store.path, &fields, zone, mark);
            let kept = believing.then(|| leads_of(mark)).flatten();
            let from_snapshot = kept.is_some();
            let fresh = if believing { store.fresh.take().filter(|fresh| fresh.is_of(mark)) } else { None };
            let data = match (kept, fresh) {
                (Some(data), _) => data,
                (None, Some(fresh)) => fresh.data(&tx, &fields, zone, leads_of)?,
                (None, None) => {
                    let (ids, leads) = load(&tx, &fields, zone)?;
                    Dataset { events: Arc::new(activity::load(&tx, &ids)?), ..leads }
                }
            };
            Ok(Loaded { data: Arc::new(data), from_snapshot, revision, seal })
        })
    }
}

/// Leads while they come, in ascending order of their ids.
#[derive(Debug)]
pub(super) struct Growing {
    keys: Texts,
    /// Each with the name of its column in the file.
    columns: Vec<(String, Values)>,
}

impl Growing {
    pub(super) fn new<'f>(columns: impl Iterator<Item = (&'f str, FieldType)>) -> Growing {
        let columns = columns.map(|(name, kind)| (name.to_owned(), Values::new(kind)));
        Growing { keys: Texts::default(), columns: columns.collect() }
    }

    /// Returns how many there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Appends a lead, given what returns its value in a column by index.
    pub(super) fn push<'v>(
        &mut self,
        key: &str,
        value: impl Fn(usize) -> Result<ValueRef<'v>, Fault>,
    ) -> Result<(), Fault> {
        for (index, (_, column)) in self.columns.iter_mut().enumerate() {
            column.push(value(index)?)?;
        }
        self.keys.push(key);
        Ok(())
    }

    /// Returns the leads without their events. A field that did not come is unknown to all.
    pub(super) fn finish(self, fields: &[StoredField], zone: Tz) -> Result<Dataset, Fault> {
        let Growing { keys, mut columns } = self;
        let mut done = Vec::with_capacity(fields.len());
        for StoredField { name, column, kind, role, .. } in fields {
            let place = columns.iter().position(|(came, _)| came == column);
            let mut values = place.map_or_else(|| Values::new(*kind), |place| columns.swap_remove(place).1);
            if place.is_none() {
                (0..keys.len()).try_for_each(|_| values.push(ValueRef::Null))?;
            }
            done.push(Arc::new(Field { name: name.clone(), kind: *kind, role: *role, column: values.finish() }));
        }
        Ok(Dataset { keys: Arc::new(keys), fields: done, zone, ..Dataset::default() })
    }
}

/// A column while it grows.
#[derive(Debug)]
enum Values {
    Text { codes: Vec<u32>, words: QuickMap<String, u32> },
    Number(Vec<i64>),
    YesNo(Vec<u8>),
}

impl Values {
    fn new(kind: FieldType) -> Values {
        match kind {
            FieldType::Text => Values::Text { codes: Vec::new(), words: QuickMap::default() },
            FieldType::Whole | FieldType::Decimal | FieldType::Date => Values::Number(Vec::new()),
            FieldType::YesNo => Values::YesNo(Vec::new()),
        }
    }

    fn push(&mut self, value: ValueRef<'_>) -> Result<(), Fault> {
        match (self, value) {
            (Values::Text { codes, .. }, ValueRef::Null) => codes.push(0),
            (Values::Text { codes, words }, ValueRef::Text(bytes)) => {
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
            (Values::Number(numbers), ValueRef::Null) => numbers.push(UNKNOWN),
            (Values::Number(numbers), ValueRef::Integer(n)) => numbers.push(n),
            (Values::YesNo(answers), ValueRef::Null) => answers.push(0),
            (Values::YesNo(answers), ValueRef::Integer(n @ 0..=1)) => answers.push(1 + u8::from(n == 1)),
            _ => return Err(Fault::Damaged),
        }
        Ok(())
    }

    fn finish(self) -> Column {
        match self {
            Values::Text { codes, words } => {
                let mut in_order = vec![String::new(); words.len()];
                for (word, code) in words {
                    in_order[code as usize - 1] = word;
                }
                Column::Text { codes: Codes::pack(codes), words: in_order }
            }
            Values::Number(numbers) => Column::Number(numbers.into()),
            Values::YesNo(answers) => Column::YesNo(answers),
        }
    }
}

/// Returns the leads' ids, and the leads without their events.
pub(super) fn load(conn: &Connection, fields: &[StoredField], zone: Tz) -> Result<(Vec<i64>, Dataset), Fault> {
    let mut sql = "SELECT id, key".to_owned();
    for field in fields {
        sql.push_str(", ");
        sql.push_str(&quote_identifier(&field.column)?);
    }
    sql.push_str(" FROM lead ORDER BY id");
    let mut ids = Vec::new();
    let mut leads = Growing::new(fields.iter().map(|field| (field.column.as_str(), field.kind)));
    let mut query = conn.prepare(&sql)?;
    let mut rows = query.query(())?;
    while let Some(row) = rows.next()? {
        ids.push(row.get(0)?);
        let key = row.get_ref(1)?.as_str().map_err(|_| Fault::Damaged)?;
        leads.push(key, |index| Ok(row.get_ref(index + 2)?))?;
    }
    Ok((ids, leads.finish(fields, zone)?))
}
