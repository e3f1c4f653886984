//! Values to bytes, one file per format: aligned tables, CSV, JSON, HTML, Markdown, and pictures of a screen. Never here: a
//! file, a score, or a word; headings come in as text ids.

mod csv;
pub mod document;
mod html;
pub mod json;
mod markdown;
pub mod minutes;
pub mod sheet;
pub mod svg;
mod table;

use std::borrow::Cow;
use std::io;
use std::io::Write;

use chrono_tz::Tz;

use crate::text::Lang;
use crate::text::Msg;

/// A format of the read commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Aligned columns for people, in their language.
    Table,
    Csv,
    /// One document: an array of objects.
    Json,
}

/// A column of a list.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its name in CSV and JSON, the same in every language.
    pub id: &'static str,
    /// Its heading in a table.
    pub title: Msg,
}

/// One value of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Nothing is known.
    None,
    Text(Cow<'c, str>),
    Int(i64),
    /// Micropoints.
    Points(i64),
    /// An instant, UTC seconds.
    At(i64),
    YesNo(bool),
}

impl<'c> Cell<'c> {
    /// A text cell.
    pub fn text(text: impl Into<Cow<'c, str>>) -> Cell<'c> {
        Cell::Text(text.into())
    }

    /// A number that counts things.
    pub fn count(n: impl TryInto<i64>) -> Cell<'c> {
        Cell::Int(n.try_into().unwrap_or(i64::MAX))
    }

    /// A text cell, or nothing.
    pub fn maybe(text: Option<impl Into<Cow<'c, str>>>) -> Cell<'c> {
        text.map_or(Cell::None, Cell::text)
    }
}

/// How a list is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub format: Format,
    pub lang: Lang,
    /// The zone in which tables show instants.
    pub zone: Tz,
    /// Leaves text that a spreadsheet would take for a formula as it is.
    pub raw_csv: bool,
    /// Whether it goes to a terminal, where CSV too must show what could steer it.
    pub on_terminal: bool,
    /// Whether headings are set in bold.
    pub bold: bool,
}

/// Writes a list, one row after the other.
pub fn list<'c>(
    heads: &[Head],
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    match style.format {
        Format::Table => table::write(heads, rows, style, out),
        Format::Csv => csv::write(heads, rows, style, out),
        Format::Json => json::write_list(heads, rows, out),
    }
}

/// Returns the name of a cell: `A1`, or with longer labels `A+/200+`.
pub fn cell_name(row: &str, column: &str) -> String {
    let is_short = row.chars().all(char::is_alphabetic) && column.chars().all(|c| c.is_ascii_digit());
    if is_short || row.is_empty() || column.is_empty() { format!("{row}{column}") } else { format!("{row}/{column}") }
}

/// Returns micropoints as a plain exact decimal: `12`, `-0.5`.
pub fn plain_points(micropoints: i64) -> String {
    let sign = if micropoints < 0 { "-" } else { "" };
    let size = micropoints.unsigned_abs();
    let text = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns an instant as `2026-01-31T09:30:00Z`; the seconds where no calendar reaches.
pub fn plain_instant(at: i64) -> String {
    chrono::DateTime::from_timestamp(at, 0)
        .map_or_else(|| at.to_string(), |at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}
