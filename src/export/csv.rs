//! Lists as CSV: UTF-8, commas, a header; numbers plain; no text that a spreadsheet would run as a formula.

use std::borrow::Cow;
use std::io;
use std::io::Write;

use crate::export::Cell;
use crate::export::Head;
use crate::export::Style;
use crate::export::plain_instant;
use crate::export::plain_points;
use crate::text::show;

/// Writes the heads and all rows.
pub(super) fn write<'c>(
    heads: &[Head],
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    writer.write_record(heads.iter().map(|head| head.id)).map_err(io_error)?;
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| shown(text(cell, style.raw_csv), style.on_terminal)))
            .map_err(io_error)?;
    }
    writer.flush()
}

pub(super) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        // The only other failure of a writer is a row of another length than the first.
        _ => io::Error::from(io::ErrorKind::InvalidData),
    }
}

fn shown(text: Cow<'_, str>, on_terminal: bool) -> String {
    if on_terminal { show(&text).into_owned() } else { text.into_owned() }
}

fn text<'t>(cell: &'t Cell<'_>, raw: bool) -> Cow<'t, str> {
    match cell {
        Cell::None => Cow::Borrowed(""),
        Cell::Text(text) if raw => Cow::Borrowed(text.as_ref()),
        Cell::Text(text) => guarded(text),
        Cell::Int(n) => Cow::Owned(n.to_string()),
        Cell::Points(points) => Cow::Owned(plain_points(*points)),
        Cell::At(at) => Cow::Owned(plain_instant(*at)),
        Cell::YesNo(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
    }
}

/// Returns a text that no spreadsheet runs.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet could take the text for a formula: one of its first signs, after any spaces and quotes.
///
/// A text that begins with guards already is guarded once more, so that taking one guard off gives the text back.
fn is_formula(text: &str) -> bool {
    let rest = text.trim_start_matches('\'').trim_start_matches([' ', '"']);
    rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}
