//! Bytes to typed rows and row problems: leads and activity events from CSV.
//!
//! Two passes over a [`Source`] that can be opened again: [`inspect()`] sees every value and decides, column by column,
//! what the file holds; [`read_leads`] and [`read_events`] then hand over one row at a time. Memory stays bounded
//! whatever the size of the file. Every guess stands in the [`Shape`] and can be forced by [`Options`].
//!
//! Never here: a file, a thread, a clock or a database; and never a decision about a lead that exists already.

mod block;
mod cells;
mod date;
mod decode;
mod distinct;
mod events;
mod headers;
mod inspect;
mod leads;
mod lines;
mod number;
mod plain;
mod profile;
mod read;
mod records;
mod shape;
mod simple;
mod stop;
mod words;

use std::io;
use std::io::Read;
use std::ops::ControlFlow;

use chrono_tz::Tz;
use encoding_rs::Encoding;

use crate::model::FieldType;

pub use crate::model::Cell;
pub use cells::unguard;
pub use date::DateOrder;
pub use date::Dates;
pub use events::EventRow;
pub use events::read_events;
pub use headers::Part;
pub use inspect::inspect;
pub use leads::LeadRow;
pub use leads::read_leads;
pub use number::Mark;
pub use number::NumberFormat;
pub use plain::Plain;
pub use plain::read_plain;
pub use read::Counts;
pub use read::Rejects;
pub use read::RowProblem;
pub use read::Verdict;
pub use records::LineEnds;
pub use shape::ColumnShape;
pub use shape::EventShape;
pub use shape::Key;
pub use shape::Kinds;
pub use shape::Mostly;
pub use shape::Odd;
pub use shape::Shape;
pub use shape::Use;

/// The most columns a file may have.
pub const MAX_COLUMNS: usize = 1_000;
/// The most bytes one cell may hold, once decoded to UTF-8.
pub const MAX_FIELD: usize = 1 << 20;
/// The most bytes one row may hold, once decoded to UTF-8.
pub const MAX_RECORD: usize = 8 << 20;
/// The most physical lines one row may span.
pub const MAX_LINES: u64 = 1_000;
/// The most row problems kept for display; all are counted.
pub const MAX_PROBLEMS: usize = 1_000;
/// The column of a file of rejected rows that holds the row's number in the file it came from.
pub const ROW_COLUMN: &str = "quadrille_row";
/// The column of a file of rejected rows that says what was wrong.
pub const PROBLEM_COLUMN: &str = "quadrille_problem";

/// Bytes that can be read from the start more than once.
pub trait Source {
    /// Returns the name shown to people.
    fn name(&self) -> &str;

    /// Returns the size in bytes, when it is known without reading.
    fn size(&self) -> Option<u64>;

    /// Opens the bytes at their start.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
}

/// Called with the number of bytes read so far; may stop the work.
pub type Progress<'p> = &'p mut dyn FnMut(u64) -> ControlFlow<()>;

/// What a person forces; everything left out is found from the file.
///
/// Columns are named as in the header; case, accents and punctuation do not matter when that is unambiguous.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub encoding: Option<&'static Encoding>,
    pub delimiter: Option<u8>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    pub key: Option<KeyChoice>,
    /// Types by column name.
    pub types: Vec<(String, FieldType)>,
    /// Names of columns that are not kept.
    pub ignore: Vec<String>,
    /// Order of day and month where the values leave it open.
    pub dates: Option<DateOrder>,
    /// Decimal mark of every column.
    pub decimal: Option<Mark>,
    /// Time zone of dates that name none.
    pub zone: Tz,
    /// Words that mean "no value", besides the usual ones.
    pub blanks: Vec<String>,
    pub duplicates: Duplicates,
    /// Takes an unclosed quote, or text after a closing quote, as plain text.
    pub lenient_quotes: bool,
    pub events: EventOptions,
}

/// What a person forces about activity events: column names, and a kind for files that have no column for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventOptions {
    pub lead: Option<String>,
    pub kind: Option<String>,
    /// One kind for every row.
    pub fixed_kind: Option<String>,
    pub at: Option<String>,
    pub asset: Option<String>,
    pub campaign: Option<String>,
    pub channel: Option<String>,
    pub value: Option<String>,
}

/// What identifies a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyChoice {
    Column(String),
    RowNumber,
}

/// What becomes of rows that repeat a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// Every row is handed over, in order, so that the last one stands.
    #[default]
    LastWins,
    /// Later rows are rejected and name the line of the first.
    FirstWins,
}
