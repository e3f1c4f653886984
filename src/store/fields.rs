//! Fields and their columns: which there are, making new ones, fitting an import's values into those that are there.

use rusqlite::Connection;

use crate::engine::columns::UNKNOWN;
use crate::model::Cell;
use crate::model::FieldType;
use crate::model::Role;
use crate::msg;
use crate::problem::Problem;
use crate::store::Store;
use crate::store::fault::Fault;
use crate::store::log;
use crate::store::schema;
use crate::store::schema::quote_identifier;
use crate::text::Msg;

/// The most fields a workspace may have.
const MAX_FIELDS: usize = 1_000;
/// The longest name of a field, in bytes.
const MAX_NAME_BYTES: usize = 1_000;
/// Millionths in one.
const ONE: i64 = 1_000_000;

/// A field as the workspace knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredField {
    pub id: i64,
    pub name: String,
    /// The name of its column in the table of leads: the field's name, or a near one where that was taken.
    pub column: String,
    pub kind: FieldType,
    pub role: Option<Role>,
    /// Where people want to see it, from 0.
    pub position: i64,
}

/// A field that an import brings values for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    pub name: String,
    pub kind: FieldType,
    /// Kept only if the field has no role yet: what a person chose is not undone by an import.
    pub role: Option<Role>,
}

/// A column that an import writes.
#[derive(Clone, Debug)]
pub(super) struct ImportColumn {
    pub(super) column: String,
    pub(super) kind: FieldType,
}

impl Store {
    /// Returns the fields in the order people see them.
    pub fn fields(&self) -> Result<Vec<StoredField>, Problem> {
        self.told(|store| {
            let mut fields = all(&store.conn)?;
            fields.sort_by_key(|field| (field.position, field.id));
            Ok(fields)
        })
    }

    /// Says what a field is to people; none = nothing in particular.
    pub fn set_role(&mut self, field: &str, role: Option<Role>) -> Result<(), Problem> {
        self.write(|tx| {
            let n = tx.execute("UPDATE field SET role = ?2 WHERE name = ?1", (field, role.map(role_word)))?;
            if n == 0 {
                return Err(Problem::refused(msg!("store-no-field", name = field)).into());
            }
            // Windows show roles from the data they have loaded.
            log::count_on(tx, "data_revision")?;
            Ok(())
        })
    }
}

impl ImportColumn {
    /// Says a value as the column stores it: a text or a whole number.
    pub(super) fn stored<'v>(&self, value: Option<Cell<'v>>) -> Result<Option<Cell<'v>>, Problem> {
        let Some(value) = value else {
            return Ok(None);
        };
        let number = match (self.kind, value) {
            (FieldType::Text, Cell::Text(_)) => return Ok(Some(value)),
            (FieldType::Whole, Cell::Whole(n))
            | (FieldType::Decimal, Cell::Decimal(n))
            | (FieldType::Date, Cell::Date(n)) => Some(n),
            (FieldType::Decimal, Cell::Whole(n)) => n.checked_mul(ONE),
            (FieldType::YesNo, Cell::YesNo(yes)) => Some(i64::from(yes)),
            _ => None,
        };
        match number {
            Some(n) if n != UNKNOWN => Ok(Some(Cell::Whole(n))),
            _ => {
                Err(Problem::refused(msg!("store-bad-value", kind = type_name(self.kind)))
                    .in_field(self.column.clone()))
            }
        }
    }
}

/// Returns the fields in the order of their ids, which is the order of their columns.
pub(super) fn all(conn: &Connection) -> Result<Vec<StoredField>, Fault> {
    let mut query = conn.prepare_cached("SELECT id, name, \"column\", type, role, position FROM field ORDER BY id")?;
    let mut rows = query.query(())?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        let role = match row.get_ref(4)?.as_str_or_null().map_err(|_| Fault::Damaged)? {
            None => None,
            Some(word) => Some(role_of(word).ok_or(Fault::Damaged)?),
        };
        let kind = row.get_ref(3)?.as_str().ok().and_then(FieldType::of_word).ok_or(Fault::Damaged)?;
        fields.push(StoredField {
            id: row.get(0)?,
            name: row.get(1)?,
            column: row.get(2)?,
            kind,
            role,
            position: row.get(5)?,
        });
    }
    Ok(fields)
}

/// Finds or makes the columns of an import's fields.
pub(super) fn prepare(conn: &Connection, specs: &[FieldSpec], changed: &mut bool) -> Result<Vec<ImportColumn>, Fault> {
    let mut known = all(conn)?;
    let mut columns: Vec<ImportColumn> = Vec::with_capacity(specs.len());
    for (index, spec) in specs.iter().enumerate() {
        if specs[..index].iter().any(|earlier| earlier.name == spec.name) {
            return Err(Problem::refused(msg!("store-field-twice")).in_field(spec.name.clone()).into());
        }
        if let Some(field) = known.iter().find(|field| field.name == spec.name) {
            columns.push(fit_field(conn, field, spec, changed)?);
        } else {
            let field = make_field(conn, &known, spec)?;
            *changed = true;
            columns.push(ImportColumn { column: field.column.clone(), kind: field.kind });
            known.push(field);
        }
    }
    Ok(columns)
}

/// Fits a field that is there to the values that come, if nothing is lost by it.
fn fit_field(
    conn: &Connection,
    field: &StoredField,
    spec: &FieldSpec,
    changed: &mut bool,
) -> Result<ImportColumn, Fault> {
    if let (None, Some(role)) = (field.role, spec.role) {
        conn.execute("UPDATE field SET role = ?2 WHERE id = ?1", (field.id, role_word(role)))?;
        *changed = true;
    }
    let stored = match (field.kind, spec.kind) {
        (stored, brought) if stored == brought => stored,
        (FieldType::Decimal, FieldType::Whole) => FieldType::Decimal,
        (FieldType::Whole, FieldType::Decimal) => {
            widen(conn, field)?;
            *changed = true;
            FieldType::Decimal
        }
        (stored, brought) => {
            let text = msg!("store-field-type", stored = type_name(stored), brought = type_name(brought));
            let problem = Problem::refused(text).in_field(field.name.clone());
            return Err(problem.hint(msg!("store-field-type-hint")).into());
        }
    };
    Ok(ImportColumn { column: field.column.clone(), kind: stored })
}

/// Turns a field's whole numbers into decimals.
fn widen(conn: &Connection, field: &StoredField) -> Result<(), Fault> {
    let column = quote_identifier(&field.column)?;
    let most = i64::MAX / ONE;
    let too_large = format!("SELECT count(*) FROM lead WHERE {column} NOT BETWEEN ?1 AND ?2");
    let n: i64 = conn.query_row(&too_large, (-most, most), |row| row.get(0))?;
    if n > 0 {
        let problem = Problem::refused(msg!("store-too-large", count = n));
        return Err(problem.in_field(field.name.clone()).into());
    }
    conn.execute(&format!("UPDATE lead SET {column} = {column} * ?1"), [ONE])?;
    let word = FieldType::Decimal.word();
    conn.execute("UPDATE field SET type = ?2 WHERE id = ?1", (field.id, word))?;
    Ok(())
}

/// Adds a field with its column.
fn make_field(conn: &Connection, known: &[StoredField], spec: &FieldSpec) -> Result<StoredField, Fault> {
    if known.len() >= MAX_FIELDS {
        return Err(Problem::refused(msg!("store-too-many-fields", most = MAX_FIELDS)).into());
    }
    if spec.name.len() > MAX_NAME_BYTES {
        return Err(Problem::refused(msg!("store-bad-name")).into());
    }
    let field = StoredField {
        id: known.iter().map(|field| field.id).max().unwrap_or(0) + 1,
        name: spec.name.clone(),
        column: free_column(known, &spec.name),
        kind: spec.kind,
        role: spec.role,
        position: known.iter().map(|field| field.position + 1).max().unwrap_or(0),
    };
    schema::add_column(conn, &field.column, field.kind)?;
    conn.execute(
        "INSERT INTO field (id, name, \"column\", type, role, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (field.id, &field.name, &field.column, field.kind.word(), field.role.map(role_word), field.position),
    )?;
    Ok(field)
}

/// Names a field's column after it; with a number where `SQLite` would take the name for one that is there.
fn free_column(known: &[StoredField], name: &str) -> String {
    let own = ["id", "key", "rowid", "oid", "_rowid_"];
    let is_free = |column: &str| {
        !own.iter().any(|own| own.eq_ignore_ascii_case(column))
            && !known.iter().any(|field| field.column.eq_ignore_ascii_case(column))
    };
    let mut column = name.to_owned();
    let mut nth = 2;
    while !is_free(&column) {
        column = format!("{name} {nth}");
        nth += 1;
    }
    column
}

fn type_name(kind: FieldType) -> Msg {
    match kind {
        FieldType::Text => msg!("store-type-text"),
        FieldType::Whole => msg!("store-type-whole"),
        FieldType::Decimal => msg!("store-type-decimal"),
        FieldType::Date => msg!("store-type-date"),
        FieldType::YesNo => msg!("store-type-yes-no"),
    }
}

/// The words that roles are stored under.
const ROLES: [(&str, Role); 9] = [
    ("name", Role::Name),
    ("email", Role::Email),
    ("phone", Role::Phone),
    ("company", Role::Company),
    ("job-title", Role::JobTitle),
    ("country", Role::Country),
    ("created", Role::Created),
    ("outcome", Role::Outcome),
    ("owner", Role::Owner),
];

fn role_of(word: &str) -> Option<Role> {
    ROLES.iter().find(|(known, _)| *known == word).map(|(_, role)| *role)
}

fn role_word(role: Role) -> &'static str {
    ROLES.iter().find(|(_, known)| *known == role).expect("every role has a word").0
}
