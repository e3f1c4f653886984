//! The second pass, what leads and events share: rows in, good ones on, bad ones to the file of rejected rows.
//!
//! Never here: what a row means.

use std::io;
use std::io::Write;

use encoding_rs::UTF_8;

use crate::import::MAX_PROBLEMS;
use crate::import::PROBLEM_COLUMN;
use crate::import::Progress;
use crate::import::ROW_COLUMN;
use crate::import::Source;
use crate::import::block::Block;
use crate::import::cells::Blanks;
use crate::import::cells::email;
use crate::import::cells::one_line;
use crate::import::cells::short;
use crate::import::cells::trim;
use crate::import::cells::unguard;
use crate::import::date;
use crate::import::date::DateError;
use crate::import::decode::Utf8Stream;
use crate::import::number::NumberError;
use crate::import::records::Record;
use crate::import::records::Records;
use crate::import::shape::ColumnShape;
use crate::import::shape::Shape;
use crate::import::shape::Use;
use crate::import::stop::Stop;
use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

/// The longest key, in bytes.
const MAX_KEY: usize = 512;

/// Where rejected rows go, and how their problems are told there.
pub struct Rejects<'w> {
    /// Gets the rows as they were, with two columns before them; nothing at all when no row is rejected.
    pub out: &'w mut dyn Write,
    /// Puts a problem into words.
    pub tell: &'w dyn Fn(&Msg) -> String,
}

/// What becomes of a row that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Keep,
    Reject(Msg),
    /// Ends the import as if the person had stopped it.
    Stop,
}

/// What became of the rows: `read = accepted + rejected + blank_lines + empty_rows`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub read: u64,
    pub accepted: u64,
    pub rejected: u64,
    /// Lines with nothing on them.
    pub blank_lines: u64,
    /// Rows of delimiters only.
    pub empty_rows: u64,
    /// Values that were rounded to millionths.
    pub rounded: u64,
    /// Texts whose line ends became spaces.
    pub joined: u64,
    /// Accepted rows with characters that are shown escaped.
    pub strange: u64,
    /// The first problems, at most [`MAX_PROBLEMS`].
    pub problems: Vec<RowProblem>,
}

/// Why a row was rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Physical line on which the row starts, from 1.
    pub line: u64,
    /// Number of the row, from 1, blank lines and header not counted.
    pub row: u64,
    /// Name of the column.
    pub column: Option<String>,
    pub text: Msg,
}

/// A row fit to be read.
pub(super) struct Row<'r> {
    pub(super) line: u64,
    pub(super) number: u64,
    pub(super) record: &'r Record<'r>,
    pub(super) text: &'r str,
}

/// Why a row goes no further.
pub(super) enum Trouble {
    /// In a column, by index.
    Cell(usize, Msg),
    Row(Msg),
    Stop,
}

/// Reads every row; `take` says of each that is whole what becomes of it.
pub(super) fn each_row(
    source: &dyn Source,
    shape: &Shape,
    rejects: Rejects<'_>,
    progress: Progress<'_>,
    take: &mut dyn FnMut(&Row<'_>, &mut Counts) -> Result<(), Trouble>,
) -> Result<Counts, Problem> {
    let names = shape.names();
    let told = |stop: Stop| stop.problem(&names).in_file(source.name());
    let changed = || Problem::refused(msg!("import-changed")).in_file(source.name());
    shape.ready().map_err(|problem| problem.in_file(source.name()))?;
    if source.size().is_some_and(|size| size != shape.size) {
        return Err(changed());
    }
    let stream = Utf8Stream::open(source, shape.encoding, shape.bom, Some(progress)).map_err(told)?;
    let mut records = Records::new(stream, shape.delimiter, shape.lenient_quotes);
    if shape.sep_line {
        records.next().map_err(told)?;
    }
    let mut reader = Reader {
        shape,
        ours: shape.columns.iter().filter(|column| column.usage == Use::Ours).count(),
        row_column: shape.columns.iter().position(|column| column.name == ROW_COLUMN),
        rejected: Rejected { rejects, shape, header: None, started: false },
        counts: Counts::default(),
        rows: 0,
    };
    let mut block = Block::default();
    block.fill(&mut records);
    while !block.is_empty() || block.stop.is_some() {
        for (record, text) in block.records() {
            reader.see(&record, text, take).map_err(told)?;
        }
        if let Some(stop) = block.stop.take() {
            return Err(told(stop));
        }
        block.fill(&mut records);
    }
    if records.stream.bytes_read() != shape.size || records.stream.fingerprint() != shape.fingerprint {
        return Err(changed());
    }
    Ok(reader.counts)
}

struct Reader<'s, 'w> {
    shape: &'s Shape,
    /// How many columns this program added.
    ours: usize,
    row_column: Option<usize>,
    rejected: Rejected<'s, 'w>,
    counts: Counts,
    rows: u64,
}

impl Reader<'_, '_> {
    fn see(
        &mut self,
        record: &Record<'_>,
        text: Option<&str>,
        take: &mut dyn FnMut(&Row<'_>, &mut Counts) -> Result<(), Trouble>,
    ) -> Result<(), Stop> {
        let before_header = self.shape.has_header && self.rejected.header.is_none();
        if before_header && !record.is_blank() {
            self.rejected.header = Some(self.rejected.without_ours(record));
            return Ok(());
        }
        self.counts.read += u64::from(!before_header);
        if record.is_blank() {
            self.counts.blank_lines += u64::from(!before_header);
            return Ok(());
        }
        if record.is_empty() {
            self.counts.empty_rows += 1;
            return Ok(());
        }
        self.rows += 1;
        let number = self.number(record);
        let taken = match self.whole(record, text) {
            Ok(text) => take(&Row { line: record.line, number, record, text }, &mut self.counts),
            Err(trouble) => Err(trouble),
        };
        let (column, text) = match taken {
            Ok(()) => {
                self.counts.accepted += 1;
                return Ok(());
            }
            Err(Trouble::Stop) => return Err(Stop::Cancelled),
            Err(Trouble::Row(text)) => (None, text),
            Err(Trouble::Cell(index, text)) => (self.shape.columns.get(index), text),
        };
        self.counts.rejected += 1;
        self.rejected.write(record, number, column, &text)?;
        if self.counts.problems.len() < MAX_PROBLEMS {
            let column = column.map(|column| column.name.clone());
            self.counts.problems.push(RowProblem { line: record.line, row: number, column, text });
        }
        Ok(())
    }

    /// Returns a row's number: in a file of rejected rows, the one it had in the file it came from.
    fn number(&self, record: &Record<'_>) -> u64 {
        let kept = self.row_column.filter(|column| *column < record.len()).map(|column| record.bytes(column));
        kept.and_then(|bytes| std::str::from_utf8(bytes).ok()?.trim().parse().ok()).unwrap_or(self.rows)
    }

    /// Checks that a record can be split into the header's columns of valid text.
    fn whole<'r>(&self, record: &Record<'_>, text: Option<&'r str>) -> Result<&'r str, Trouble> {
        let text = text.ok_or_else(|| {
            let valid = std::str::from_utf8(record.raw).map_or_else(|error| error.valid_up_to(), str::len);
            Trouble::Cell(record.cell_at(valid), msg!("import-row-encoding", encoding = self.shape.encoding.name()))
        })?;
        if let Some(index) = record.torn() {
            return Err(Trouble::Cell(index, msg!("import-row-torn")));
        }
        if record.len() != self.shape.columns.len() {
            let (found, expected) = (record.len().saturating_sub(self.ours), self.shape.columns.len() - self.ours);
            return Err(Trouble::Row(msg!("import-row-fields", found = found, expected = expected)));
        }
        if record.has_nul() {
            let at = record.raw.iter().take_while(|b| **b != 0).count();
            return Err(Trouble::Cell(record.cell_at(at), msg!("import-row-nul")));
        }
        Ok(text)
    }
}

/// The file of rejected rows.
struct Rejected<'s, 'w> {
    rejects: Rejects<'w>,
    shape: &'s Shape,
    header: Option<Vec<u8>>,
    started: bool,
}

impl Rejected<'_, '_> {
    fn write(&mut self, record: &Record<'_>, row: u64, column: Option<&ColumnShape>, text: &Msg) -> Result<(), Stop> {
        let words = (self.rejects.tell)(text);
        let words = match column.map(|column| column.name.as_str()) {
            None | Some("") => words,
            Some(name) => format!("{name}: {words}"),
        };
        let quoted = words.replace('"', "\"\"").replace(['\r', '\n'], " ");
        let raw = self.without_ours(record);
        self.start()
            .and_then(|()| self.line(&[row.to_string().as_bytes(), format!("\"{quoted}\"").as_bytes(), &raw]))
            .map_err(|error| {
                let text = msg!("import-rejects-unwritable", error = error.to_string());
                Stop::Told(Box::new(Problem::refused(text)))
            })
    }

    /// Writes the header before the first row.
    fn start(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.started, true) {
            return Ok(());
        }
        // A spreadsheet takes a file for UTF-8 only by its mark.
        if self.shape.bom > 0 || self.shape.encoding != UTF_8 {
            self.rejects.out.write_all("\u{feff}".as_bytes())?;
        }
        let delimiter = char::from(self.shape.delimiter).to_string();
        let header = self.header.take().unwrap_or_else(|| {
            let names: Vec<&str> = self.shape.columns.iter().map(|column| column.name.as_str()).collect();
            names.join(&delimiter).into_bytes()
        });
        let done = self.line(&[ROW_COLUMN.as_bytes(), PROBLEM_COLUMN.as_bytes(), &header]);
        self.header = Some(header);
        done
    }

    fn line(&mut self, cells: &[&[u8]]) -> io::Result<()> {
        let ends = self.shape.line_ends;
        let mut line = cells.join(&self.shape.delimiter);
        line.extend_from_slice(if ends.crlf > ends.lf { b"\r\n" } else { b"\n" });
        self.rejects.out.write_all(&line)
    }

    /// Returns a record as it was, without the columns that this program added.
    fn without_ours(&self, record: &Record<'_>) -> Vec<u8> {
        let ours = |index: &usize| self.shape.columns.get(*index).is_some_and(|column| column.usage == Use::Ours);
        if !(0..record.len()).any(|index| ours(&index)) {
            return record.raw.to_vec();
        }
        let cells: Vec<&[u8]> =
            (0..record.len()).filter(|index| !ours(index)).map(|index| record.written(index)).collect();
        cells.join(&self.shape.delimiter)
    }
}

/// Returns a cell's text, trimmed and without a guard; none if it is blank. Borrows `scratch` for what needs mending.
#[inline]
pub(super) fn known<'r>(row: &Row<'r>, index: usize, blanks: &Blanks, scratch: &'r mut String) -> Option<&'r str> {
    let cell = row.record.text(row.text, index, scratch);
    let text = unguard(trim(cell));
    (!blanks.holds(text)).then_some(text)
}

/// Fills in a lead's key as a column holds it.
pub(super) fn fill_key(
    key: &mut String,
    row: &Row<'_>,
    index: usize,
    column: &ColumnShape,
    blanks: &Blanks,
) -> Result<(), Trouble> {
    key.clear();
    let (mut scratch, mut line) = (String::new(), String::new());
    let text =
        known(row, index, blanks, &mut scratch).ok_or_else(|| Trouble::Cell(index, msg!("import-row-no-key")))?;
    let text = if column.emails {
        email(text).ok_or_else(|| Trouble::Cell(index, msg!("import-row-email", value = short(text))))?
    } else {
        text
    };
    if text.len() > MAX_KEY {
        return Err(Trouble::Cell(index, msg!("import-row-long-key", limit = MAX_KEY)));
    }
    key.push_str(one_line(text, &mut line, &mut 0));
    Ok(())
}

/// Reads an instant of a column.
pub(super) fn instant(text: &str, index: usize, shape: &Shape) -> Result<i64, Trouble> {
    let value = || short(text);
    date::instant(text, shape.columns[index].dates, shape.zone).map_err(|error| {
        let told = match error {
            DateError::NotOne => msg!("import-row-not-date", value = value()),
            DateError::Impossible => msg!("import-row-no-such-date", value = value()),
            DateError::OutOfRange => msg!("import-row-date-range", value = value()),
        };
        Trouble::Cell(index, told)
    })
}

/// Tells why a number was not read.
pub(super) fn number_trouble(error: NumberError, text: &str, index: usize, bounds: (&str, &str)) -> Trouble {
    let value = short(text);
    let told = match error {
        NumberError::NotOne => msg!("import-row-not-number", value = value),
        NumberError::OutOfBounds => msg!("import-row-number-bounds", value = value, low = bounds.0, high = bounds.1),
    };
    Trouble::Cell(index, told)
}

/// The bounds of whole numbers.
pub(super) const WHOLE_BOUNDS: (&str, &str) = ("-9223372036854775808", "9223372036854775807");
/// The bounds of decimals.
pub(super) const DECIMAL_BOUNDS: (&str, &str) = ("-9223372036854.775807", "9223372036854.775807");
