//! Reading: fields and leads out of the file into columns. Never here: events (see `activity`), writing (see `intake`).

use std::sync::Arc;

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
            let kept = (believing && seal.whole)
                .then(|| snapshot::read(&tx, &store.path, &fields, zone, (revision, seal.epoch)))
                .flatten();
            let from_snapshot = kept.is_some();
            let data = if let Some(data) = kept {
                data
            } else {
                let (ids, keys, fields) = load_leads(&tx, &fields)?;
                let events = activity::load(&tx, &ids)?;
                Dataset { keys: Arc::new(keys), fields, events: Arc::new(events), zone }
            };
            Ok(Loaded { data: Arc::new(data), from_snapshot, revision, seal })
        })
    }
}

/// A column while it grows.
enum Growing {
    Text { codes: Vec<u32>, words: QuickMap<String, u32> },
    Number(Vec<i64>),
    YesNo(Vec<u8>),
}

impl Growing {
    fn new(kind: FieldType, n_leads: usize) -> Growing {
        match kind {
            FieldType::Text => Growing::Text { codes: Vec::with_capacity(n_leads), words: QuickMap::default() },
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
            Growing::Number(numbers) => Column::Number(numbers.into()),
            Growing::YesNo(answers) => Column::YesNo(answers),
        }
    }
}

/// The leads' ids, keys and values.
type Columns = (Vec<i64>, Texts, Vec<Arc<Field>>);

/// Returns the leads' ids, keys and values.
fn load_leads(conn: &Connection, fields: &[StoredField]) -> Result<Columns, Fault> {
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
