//! UTF-8 to records: quotes, delimiters, line ends, physical line numbers and limits.
//!
//! Written here because the lines named to people must be the file's own whatever its line ends, and because a quote
//! that is never closed must be found at its opening. Never here: what a cell means.

use std::io;

use encoding_rs::UTF_8;

use crate::import::MAX_COLUMNS;
use crate::import::MAX_FIELD;
use crate::import::MAX_LINES;
use crate::import::MAX_RECORD;
use crate::import::block::Block;
use crate::import::block::FULL;
use crate::import::block::small;
use crate::import::decode::Utf8Stream;
use crate::import::lines;
use crate::import::simple;
use crate::import::stop::Stop;

/// How many records ended in each kind of line end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineEnds {
    pub lf: u64,
    pub crlf: u64,
    pub cr: u64,
}

/// How a cell was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Plain,
    /// With doubled quotes inside.
    Escaped,
    /// With text after its closing quote.
    Torn,
}

/// Where a cell stands in its record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    from: u32,
    to: u32,
    /// Where the cell ends with its quotes: at a delimiter or the end of the record.
    end: u32,
    form: Form,
}

impl Span {
    pub(super) fn new(from: usize, to: usize, end: usize, form: Form) -> Span {
        Span { from: small(from), to: small(to), end: small(end), form }
    }

    fn range(&self) -> std::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// One record, as it stands in the buffer.
pub(super) struct Record<'r> {
    /// Physical line on which it starts, from 1.
    pub(super) line: u64,
    /// Its bytes without the line end.
    pub(super) raw: &'r [u8],
    /// Whether all cells are as they stand there, but perhaps for quotes around them.
    pub(super) simple: bool,
    /// Whether a quoted cell spans lines.
    pub(super) multiline: bool,
    /// Whether it is known to hold nothing but printable ASCII and line ends.
    pub(super) printable: bool,
    pub(super) spans: &'r [Span],
}

impl<'r> Record<'r> {
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.spans.len()
    }

    /// Returns a cell's bytes without its quotes.
    #[inline]
    pub(super) fn bytes(&self, index: usize) -> &'r [u8] {
        &self.raw[self.spans[index].range()]
    }

    /// Returns a cell's bytes as they were written, quotes and all.
    #[inline]
    pub(super) fn written(&self, index: usize) -> &'r [u8] {
        let from = index.checked_sub(1).map_or(0, |before| self.spans[before].end as usize + 1);
        &self.raw[from..self.spans[index].end as usize]
    }

    /// Returns the first cell with text after its closing quote.
    #[inline]
    pub(super) fn torn(&self) -> Option<usize> {
        if self.simple { None } else { self.spans.iter().position(|span| span.form == Form::Torn) }
    }

    #[inline]
    pub(super) fn has_nul(&self) -> bool {
        !self.printable && self.raw.contains(&0)
    }

    /// Returns the cell that a byte of `raw` belongs to.
    pub(super) fn cell_at(&self, byte: usize) -> usize {
        self.spans.partition_point(|span| span.to as usize <= byte).min(self.spans.len().saturating_sub(1))
    }

    /// Returns a cell's text, given the whole record's; empty beyond the last cell. Borrows `room` for what is not as it was written.
    #[inline]
    pub(super) fn text<'t>(&self, whole: &'t str, index: usize, room: &'t mut String) -> &'t str {
        let Some(span) = self.spans.get(index) else {
            return "";
        };
        let text = whole.get(span.range()).unwrap_or_default();
        if span.form == Form::Escaped {
            *room = text.replace("\"\"", "\"");
            return room;
        }
        text
    }

    /// Whether the record is a line with nothing on it.
    #[inline]
    pub(super) fn is_blank(&self) -> bool {
        self.spans.len() <= 1 && self.is_empty()
    }

    /// Whether no cell holds anything.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| self.raw[span.range()].iter().all(u8::is_ascii_whitespace))
    }
}

/// Splits a stream into records.
pub(super) struct Records<'s> {
    pub(super) stream: Utf8Stream<'s>,
    delimiter: u8,
    lenient: bool,
    buffer: Vec<u8>,
    /// Where the current record starts in the buffer.
    start: usize,
    /// How long the current record is, with its line end.
    taken: usize,
    /// Line on which the current record starts.
    line: u64,
    /// Physical lines the current record ends.
    lines: u64,
    spans: Vec<Span>,
    ended: bool,
    pub(super) line_ends: LineEnds,
    /// Whether a Ctrl-Z at the end was dropped.
    pub(super) ctrl_z: bool,
    /// Quotes taken as plain text, by leniency.
    pub(super) mended: u64,
}

impl<'s> Records<'s> {
    pub(super) fn new(stream: Utf8Stream<'s>, delimiter: u8, lenient: bool) -> Records<'s> {
        Records {
            stream,
            delimiter,
            lenient,
            buffer: Vec::new(),
            start: 0,
            taken: 0,
            line: 1,
            lines: 0,
            spans: Vec::new(),
            ended: false,
            line_ends: LineEnds::default(),
            ctrl_z: false,
            mended: 0,
        }
    }

    /// Splits whole lines, of which the first has a number.
    pub(super) fn of_lines(lines: Vec<u8>, line: u64, delimiter: u8) -> Records<'static> {
        let nothing = Utf8Stream::over(Box::new(io::empty()), UTF_8, 0);
        Records { buffer: lines, line, ended: true, ..Records::new(nothing, delimiter, false) }
    }

    /// Returns what was split, to be filled again.
    pub(super) fn spent(mut self) -> Vec<u8> {
        self.buffer.clear();
        self.buffer
    }

    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Returns the next record, none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Record<'_>>, Stop> {
        self.pass();
        self.spans.clear();
        if self.at(0)?.is_none() {
            return Ok(None);
        }
        let mut multiline = false;
        let mut from = 0;
        let end = loop {
            let (span, end) = self.cell(from)?;
            multiline |= self.lines > 0;
            if span.range().len() > MAX_FIELD {
                return Err(Stop::FieldTooLong { line: self.line, field: self.spans.len() });
            }
            if self.spans.len() == MAX_COLUMNS {
                return Err(Stop::TooManyColumns { line: self.line });
            }
            self.spans.push(span);
            match self.at(end)? {
                Some(byte) if byte == self.delimiter => from = end + 1,
                _ => break end,
            }
        };
        if end > MAX_RECORD {
            return Err(Stop::RecordTooLong { line: self.line });
        }
        self.taken = end + self.line_end(end)?;
        let raw = &self.buffer[self.start..self.start + end];
        Ok(Some(Record { line: self.line, raw, simple: false, multiline, printable: false, spans: &self.spans }))
    }

    /// Goes behind the current record.
    fn pass(&mut self) {
        self.start += self.taken;
        self.line += self.lines;
        (self.taken, self.lines) = (0, 0);
    }

    /// Takes the records that come next into a block, as far as the buffer holds them and they are simple. Returns whether there were
    /// any.
    pub(super) fn take_simple(&mut self, block: &mut Block) -> bool {
        self.pass();
        let taken = simple::take(&self.buffer[self.start..], self.delimiter, self.line, block);
        self.start += taken.bytes;
        self.line += taken.lines;
        self.line_ends.crlf += taken.pairs;
        self.line_ends.lf += taken.lines - taken.pairs;
        taken.lines > 0
    }

    /// Takes the whole lines that come next as they are, as far as the buffer holds them: none where a line need not be a record, or
    /// does not end. Returns the number of the first.
    pub(super) fn take_lines(&mut self, lines: &mut Vec<u8>) -> Result<u64, Stop> {
        self.pass();
        if !self.buffer[self.start..].contains(&b'\n') {
            self.fill(self.buffer.len() - self.start)?;
        }
        let (line, rest) = (self.line, &self.buffer[self.start..]);
        if let Some(whole) = lines::whole(&rest[..rest.len().min(FULL)], self.delimiter) {
            lines.extend_from_slice(&rest[..whole.bytes]);
            self.start += whole.bytes;
            self.line += whole.lines;
            self.line_ends.crlf += whole.pairs;
            self.line_ends.lf += whole.lines - whole.pairs;
        }
        Ok(line)
    }

    /// Takes the line end at a position; returns its length.
    fn line_end(&mut self, at: usize) -> Result<usize, Stop> {
        let (len, count) = match (self.at(at)?, self.at(at + 1)?) {
            (Some(b'\n'), _) => (1, &mut self.line_ends.lf),
            (Some(b'\r'), Some(b'\n')) => (2, &mut self.line_ends.crlf),
            (Some(b'\r'), _) => (1, &mut self.line_ends.cr),
            _ => return Ok(0),
        };
        *count += 1;
        self.lines += 1;
        Ok(len)
    }

    /// Reads the cell at a position; returns it and where it ends.
    fn cell(&mut self, from: usize) -> Result<(Span, usize), Stop> {
        let mut open = from;
        while self.at(open)? == Some(b' ') {
            open += 1;
        }
        if self.at(open)? == Some(b'"') {
            if let Some(found) = self.quoted(open)? {
                return Ok(found);
            }
            self.mended += 1;
        }
        let to = self.plain(from)?;
        Ok((Span::new(from, to, to, Form::Plain), to))
    }

    /// Returns where the plain text from a position ends.
    fn plain(&mut self, from: usize) -> Result<usize, Stop> {
        let mut at = from;
        loop {
            let rest = &self.buffer[self.start + at..];
            let delimiter = self.delimiter;
            match end_of_plain(rest, delimiter) {
                Some(n) => return Ok(at + n),
                None => at += rest.len(),
            }
            if at - from > MAX_FIELD {
                return Err(Stop::FieldTooLong { line: self.line + self.lines, field: self.spans.len() });
            }
            if !self.fill(at)? {
                return Ok(at);
            }
        }
    }

    /// Reads a quoted cell. None when its quotes do not hold and leniency takes them as plain text.
    fn quoted(&mut self, open: usize) -> Result<Option<(Span, usize)>, Stop> {
        let lines_before = self.lines;
        let mut form = Form::Plain;
        let mut at = open + 1;
        let close = loop {
            let rest = &self.buffer[(self.start + at).min(self.buffer.len())..];
            at += rest.iter().position(|b| matches!(b, b'"' | b'\n' | b'\r')).unwrap_or(rest.len());
            let lines = self.lines - lines_before;
            if lines >= MAX_LINES || (at - open > MAX_FIELD && lines > 0) {
                return self.unclosed(open, lines_before);
            }
            if at - open > MAX_FIELD {
                return Err(Stop::FieldTooLong { line: self.line + lines_before, field: self.spans.len() });
            }
            match self.at(at)? {
                None => return self.unclosed(open, lines_before),
                Some(b'"') if self.at(at + 1)? == Some(b'"') => {
                    form = Form::Escaped;
                    at += 2;
                }
                Some(b'"') => break at,
                Some(b'\n') => {
                    self.lines += 1;
                    at += 1;
                }
                Some(b'\r') => {
                    self.lines += 1;
                    at += if self.at(at + 1)? == Some(b'\n') { 2 } else { 1 };
                }
                Some(_) => {}
            }
        };
        if self.lines >= MAX_LINES {
            return Err(Stop::TooManyLines { line: self.line });
        }
        let mut end = close + 1;
        while self.at(end)? == Some(b' ') {
            end += 1;
        }
        match self.at(end)? {
            None | Some(b'\n' | b'\r') => {}
            Some(byte) if byte == self.delimiter => {}
            // Text after a quote that closes lines below: it was meant to open, so the first was never closed.
            Some(_) if self.lines > lines_before => return self.unclosed(open, lines_before),
            Some(_) if self.lenient => return Ok(None),
            Some(_) => {
                let to = self.plain(end)?;
                return Ok(Some((Span::new(open, to, to, Form::Torn), to)));
            }
        }
        Ok(Some((Span::new(open + 1, close, end, form), end)))
    }

    fn unclosed<T>(&mut self, open: usize, lines_before: u64) -> Result<Option<T>, Stop> {
        self.lines = lines_before;
        if self.lenient {
            return Ok(None);
        }
        let rest = &self.buffer[self.start + open..];
        let text = rest.split(|b| matches!(b, b'\n' | b'\r')).next().unwrap_or_default();
        let text = String::from_utf8_lossy(&text[..text.len().min(200)]).into_owned();
        Err(Stop::Unclosed { line: self.line + lines_before, field: self.spans.len(), text })
    }

    /// Returns the byte at a position of the current record, none at the end.
    fn at(&mut self, position: usize) -> Result<Option<u8>, Stop> {
        loop {
            if let Some(byte) = self.buffer.get(self.start + position) {
                return Ok(Some(*byte));
            }
            if !self.fill(position)? {
                return Ok(None);
            }
        }
    }

    /// Reads more bytes behind those in the buffer; returns false at the end.
    fn fill(&mut self, position: usize) -> Result<bool, Stop> {
        if self.ended {
            return Ok(false);
        }
        if position > MAX_RECORD {
            return Err(Stop::RecordTooLong { line: self.line });
        }
        self.buffer.drain(..self.start);
        self.start = 0;
        // One byte is held back until it is known not to be the last: an old end-of-file mark.
        let before = self.buffer.len();
        if self.stream.read(&mut self.buffer)? {
            if self.ctrl_z {
                self.buffer.insert(before, CTRL_Z);
                self.ctrl_z = false;
            }
            if self.buffer.last() == Some(&CTRL_Z) {
                self.buffer.pop();
                self.ctrl_z = true;
                return if self.buffer.len() > before { Ok(true) } else { self.fill(position) };
            }
            return Ok(true);
        }
        self.ended = true;
        Ok(false)
    }
}

const CTRL_Z: u8 = 0x1a;

pub(super) const ONES: u64 = 0x0101_0101_0101_0101;

/// Sets the high bit of every byte that is zero, and no other.
pub(super) fn zeros(word: u64) -> u64 {
    const LOWS: u64 = ONES * 0x7f;
    !((word & LOWS).wrapping_add(LOWS) | word | LOWS)
}

/// Returns where plain text ends: at a delimiter or a line end. Looks at eight bytes at a time.
fn end_of_plain(bytes: &[u8], delimiter: u8) -> Option<usize> {
    let marks = [delimiter, b'\r', b'\n'].map(|byte| ONES * u64::from(byte));
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = marks.iter().fold(0, |found, mark| found | zeros(word ^ mark));
        if found != 0 {
            return Some(index * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let ends = |b: &u8| *b == delimiter || *b == b'\n' || *b == b'\r';
    rest.iter().position(ends).map(|at| words.len() * 8 + at)
}
