//! What a file was found to hold: plain data, to be shown, forced and then read by.
//!
//! Never here: how it was found.

use chrono_tz::Tz;
use encoding_rs::Encoding;

use crate::import::Duplicates;
use crate::import::EventOptions;
use crate::import::date::Dates;
use crate::import::headers;
use crate::import::headers::Part;
use crate::import::number::NumberFormat;
use crate::import::records::LineEnds;
use crate::model::FieldType;
use crate::model::Role;
use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

/// A file as [`inspect`](crate::import::inspect()) found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    pub encoding: &'static Encoding,
    /// Length of the byte order mark, in bytes; 0 if there is none.
    pub bom: usize,
    pub delimiter: u8,
    /// Whether the first line is `sep=…`.
    pub sep_line: bool,
    pub has_header: bool,
    pub lenient_quotes: bool,
    pub line_ends: LineEnds,
    /// Size in bytes as read.
    pub size: u64,
    /// Differs when the bytes differ: tells a file that changed, or one that was imported before.
    pub fingerprint: u64,
    /// Rows below the header that are not blank, the bad ones included.
    pub rows: u64,
    /// Lines with nothing on them.
    pub blank_lines: u64,
    /// Rows of delimiters only.
    pub empty_rows: u64,
    /// Rows that cannot be split into the header's columns or hold broken text: they will be rejected.
    pub broken_rows: u64,
    pub columns: Vec<ColumnShape>,
    pub key: Key,
    pub duplicates: Duplicates,
    pub zone: Tz,
    /// Words for "no value" that were added to the usual ones.
    pub blanks: Vec<String>,
    /// What a person should see before importing: guesses, assumptions, likely damage.
    pub notes: Vec<Msg>,
    /// What only a person can answer; nothing is read while there are any.
    pub questions: Vec<Problem>,
}

/// One column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnShape {
    /// Name from the header, cleaned; empty if it has none.
    pub name: String,
    pub usage: Use,
    pub kind: FieldType,
    /// Whether a person chose the type.
    pub forced: bool,
    pub role: Option<Role>,
    /// Rows with a value.
    pub known: u64,
    /// Rows without one, the disguised ones included.
    pub blank: u64,
    /// Words that stood for "no value", and how often.
    pub disguised: Vec<(String, u64)>,
    /// The first different values.
    pub samples: Vec<String>,
    /// Different values, as far as they were counted.
    pub distinct: u64,
    /// Whether there are more.
    pub distinct_capped: bool,
    /// How numbers are written.
    pub number: NumberFormat,
    /// How dates are written.
    pub dates: Dates,
    /// Whether nearly all values are e-mail addresses.
    pub emails: bool,
    /// The first value in the way of a type that nearly all others have, and that type.
    pub odd: Option<(FieldType, Odd)>,
    /// What at least half of its values are, where the others make it text: an activity file's instants or amounts may have
    /// odd ones among them, which reject their rows.
    pub mostly: Option<Mostly>,
    /// The first value that is no date.
    pub no_date: Option<Odd>,
}

/// What at least half of a column's values are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mostly {
    /// Dates as the column's `dates` say; or the question that their order leaves open.
    Dates(Option<Box<Problem>>),
    /// Numbers as the column's `number` says.
    Numbers,
}

/// A value unlike the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    pub line: u64,
    pub value: String,
    pub count: u64,
}

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Kept as a field.
    Field,
    /// Left out as asked.
    Ignored,
    /// Left out for want of a name.
    Unnamed,
    /// Added by this program to a file of rejected rows.
    Ours,
}

/// What identifies a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Index of a column.
    Column(usize),
    /// The row's number, from 1.
    RowNumber,
}

impl ColumnShape {
    /// Whether an event's instant can be read from it.
    fn holds_dates(&self) -> bool {
        self.kind == FieldType::Date || matches!(self.mostly, Some(Mostly::Dates(_)))
    }

    /// Whether an event's amount can be read from it.
    fn holds_numbers(&self) -> bool {
        matches!(self.kind, FieldType::Whole | FieldType::Decimal) || self.mostly == Some(Mostly::Numbers)
    }
}

impl Shape {
    /// Returns the index of the column of that name: exactly, else folded when that names only one.
    pub fn column(&self, name: &str) -> Option<usize> {
        find(self.columns.iter().map(|column| column.name.as_str()), name)
    }

    /// Returns the columns that become fields of the leads, in order: the values of a lead row stand in the same order.
    ///
    /// A key without a role is no field as well: a lead has its key anyway.
    pub fn fields(&self) -> impl Iterator<Item = (usize, &ColumnShape)> {
        self.columns.iter().enumerate().filter(|(index, column)| {
            column.usage == Use::Field && !(self.key == Key::Column(*index) && column.role.is_none())
        })
    }

    /// Returns the names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// Returns the first question, if there is one: reading refuses with it.
    pub fn ready(&self) -> Result<(), Problem> {
        self.questions.first().map_or(Ok(()), |question| Err(question.clone()))
    }

    /// Returns the column that plays a part of an activity event, by its name.
    fn part(&self, part: Part) -> Option<usize> {
        let usable = |column: &ColumnShape| match part {
            Part::At => column.holds_dates(),
            Part::Value => column.holds_numbers(),
            Part::Lead => column.kind != FieldType::Date,
            Part::Kind | Part::Asset | Part::Campaign | Part::Channel => column.kind == FieldType::Text,
        };
        headers::part_names(part).find_map(|name| {
            self.columns
                .iter()
                .position(|column| column.usage == Use::Field && usable(column) && headers::fold(&column.name) == name)
        })
    }
}

/// Returns the index of a name: exactly, else folded when that names only one.
pub(super) fn find<'n>(names: impl Iterator<Item = &'n str> + Clone, wanted: &str) -> Option<usize> {
    let wanted = wanted.trim();
    if let Some(found) = names.clone().position(|name| name == wanted) {
        return Some(found);
    }
    let folded = headers::fold(wanted);
    let mut alike = names.enumerate().filter(|(_, name)| !name.is_empty() && headers::fold(name) == folded);
    let found = alike.next()?.0;
    alike.next().is_none().then_some(found)
}

/// The problem of naming a column that the file does not have.
pub(super) fn no_column(name: &str, names: &[String]) -> Problem {
    let list: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).take(40).collect();
    Problem::refused(msg!("import-no-column", name = name)).hint(msg!("import-hint-columns", names = list.join(", ")))
}

/// Where an activity file holds what an event is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventShape {
    /// Index of the column with the lead's key.
    pub lead: usize,
    pub kind: Kinds,
    pub at: usize,
    pub asset: Option<usize>,
    pub campaign: Option<usize>,
    pub channel: Option<usize>,
    pub value: Option<usize>,
    /// Named columns that no event keeps.
    pub not_kept: Vec<String>,
}

/// Where an event's kind comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kinds {
    /// Index of a column.
    Column(usize),
    /// The same for every row.
    Fixed(String),
}

impl EventShape {
    /// Proposes the columns of an activity file by their names and types; `options` decide where they speak.
    pub fn propose(shape: &Shape, options: &EventOptions) -> Result<EventShape, Problem> {
        let names = shape.names();
        let pick = |forced: &Option<String>, part: Part| match forced {
            Some(name) => shape.column(name).map(Some).ok_or_else(|| no_column(name, &names)),
            None => Ok(shape.part(part)),
        };
        let missing = |text: Msg| {
            let list: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).take(40).collect();
            Problem::refused(text).hint(msg!("import-hint-columns", names = list.join(", ")))
        };
        let lead = pick(&options.lead, Part::Lead)?.ok_or_else(|| missing(msg!("import-no-lead-column")))?;
        let Some(at) = pick(&options.at, Part::At)?.or_else(|| only_date(shape)) else {
            return Err(not_dates(shape).unwrap_or_else(|| missing(msg!("import-no-at-column"))));
        };
        if !shape.columns[at].holds_dates() {
            return Err(not_date_column(&shape.columns[at]));
        }
        if let Some(Mostly::Dates(Some(question))) = &shape.columns[at].mostly {
            return Err((**question).clone());
        }
        let kind = match &options.fixed_kind {
            Some(kind) if !kind.trim().is_empty() => Kinds::Fixed(kind.trim().to_owned()),
            _ => match pick(&options.kind, Part::Kind)?.filter(|kind| ![lead, at].contains(kind)) {
                Some(kind) => Kinds::Column(kind),
                None => return Err(missing(msg!("import-no-kind-column")).hint(msg!("import-hint-fixed-kind"))),
            },
        };
        let mut used = vec![lead, at];
        if let Kinds::Column(kind) = kind {
            used.push(kind);
        }
        let mut other = |forced: &Option<String>, part: Part| -> Result<Option<usize>, Problem> {
            let found = pick(forced, part)?.filter(|column| !used.contains(column));
            used.extend(found);
            Ok(found)
        };
        let asset = other(&options.asset, Part::Asset)?;
        let campaign = other(&options.campaign, Part::Campaign)?;
        let channel = other(&options.channel, Part::Channel)?;
        let value = other(&options.value, Part::Value)?;
        let left = |(index, column): &(usize, &ColumnShape)| column.usage == Use::Field && !used.contains(index);
        let not_kept = shape.columns.iter().enumerate().filter(left).map(|(_, column)| column.name.clone()).collect();
        Ok(EventShape { lead, kind, at, asset, campaign, channel, value, not_kept })
    }
}

/// Returns the column of dates when there is but one.
fn only_date(shape: &Shape) -> Option<usize> {
    let only = |fits: &dyn Fn(&ColumnShape) -> bool| {
        let mut found = shape.columns.iter().enumerate().filter(|(_, c)| c.usage == Use::Field && fits(c));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    };
    only(&|column| column.kind == FieldType::Date).or_else(|| only(&ColumnShape::holds_dates))
}

/// The problem of a column that is named like an instant and holds something else.
fn not_dates(shape: &Shape) -> Option<Problem> {
    let named = headers::part_names(Part::At)
        .find_map(|name| shape.columns.iter().find(|column| headers::fold(&column.name) == name))?;
    Some(not_date_column(named))
}

/// The problem of taking instants from a column of something else.
fn not_date_column(column: &ColumnShape) -> Problem {
    let value = column.no_date.as_ref().map(|odd| odd.value.as_str()).or(column.samples.first().map(String::as_str));
    let problem = Problem::refused(msg!("import-not-dates", value = value.unwrap_or_default()))
        .in_field(column.name.clone())
        .hint(msg!("import-hint-at-column", column = column.name.as_str()));
    match &column.no_date {
        Some(odd) => problem.at(odd.line, None),
        None => problem,
    }
}
