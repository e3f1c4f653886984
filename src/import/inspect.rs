//! The first pass: sees every value and decides what the file holds.
//!
//! Never here: what becomes of a row; a row that cannot be read is only counted.

use std::collections::HashMap;

use encoding_rs::Encoding;
use encoding_rs::UTF_8;

use crate::import::KeyChoice;
use crate::import::Options;
use crate::import::Progress;
use crate::import::Source;
use crate::import::cells::Blanks;
use crate::import::cells::short;
use crate::import::date::stamp;
use crate::import::decode;
use crate::import::decode::Head;
use crate::import::decode::Utf8Stream;
use crate::import::headers;
use crate::import::inspect::seen::Seen;
use crate::import::records::LineEnds;
use crate::import::records::Record;
use crate::import::records::Records;
use crate::import::shape::Shape;
use crate::import::shape::find;
use crate::import::shape::no_column;
use crate::import::stop::Stop;
use crate::msg;
use crate::problem::Problem;

mod decide;
mod seen;
mod share;

/// Records that vote on the delimiter.
const VOTERS: usize = 50;

/// Sees every value of a source and decides what it holds.
///
/// Refuses what is no text with columns. What only a person can answer stands in the shape's questions.
pub fn inspect(source: &dyn Source, options: &Options, progress: Progress<'_>) -> Result<Shape, Problem> {
    let told = |problem: Problem| problem.in_file(source.name());
    let head = decode::read_head(source).map_err(|error| told(Stop::Io(error).problem(&[])))?;
    if head.bytes.is_empty() {
        return Err(told(Problem::refused(msg!("import-empty"))));
    }
    decode::check_magic(&head.bytes).map_err(told)?;
    let (mut encoding, bom) = match options.encoding {
        Some(encoding) => (encoding, decode::bom_len(&head.bytes, encoding)),
        None => decode::encoding_of(&head.bytes),
    };
    decode::check_text(&head.bytes, encoding, bom).map_err(told)?;
    loop {
        let scan = scan(source, options, (encoding, bom), &head, progress).map_err(told)?;
        if encoding == UTF_8 && bom == 0 && options.encoding.is_none() && scan.seen.looks_legacy() {
            encoding = decode::guess_legacy(&scan.seen.broken());
            continue;
        }
        return decide::shape(&scan, options).map_err(told);
    }
}

/// What the first pass gathers.
struct Scan {
    encoding: &'static Encoding,
    bom: usize,
    delimiter: u8,
    sep_line: bool,
    has_header: bool,
    names: Vec<String>,
    seen: Seen,
    line_ends: LineEnds,
    size: u64,
    fingerprint: u64,
    ctrl_z: bool,
    mended: u64,
}

/// Reads everything once in a given encoding.
fn scan(
    source: &dyn Source,
    options: &Options,
    (encoding, bom): (&'static Encoding, usize),
    head: &Head,
    progress: Progress<'_>,
) -> Result<Scan, Problem> {
    let sample = decode::decode_sample(&head.bytes[bom.min(head.bytes.len())..], encoding);
    let sep = sep_line(&sample);
    let delimiter = options.delimiter.or(sep).unwrap_or_else(|| vote(&sample, head.whole, options.lenient_quotes));
    let bare = |stop: Stop| stop.problem(&[]);
    let mut stream = |read: u64| progress(read);
    let stream = Utf8Stream::open(source, encoding, bom, Some(&mut stream)).map_err(bare)?;
    let mut records = Records::new(stream, delimiter, options.lenient_quotes);
    if sep.is_some() {
        records.next().map_err(bare)?;
    }
    let header = Header::read(&mut records, options)?;
    let Header { is_row, names, is_key, mut seen } = header;
    let blanks = Blanks::new(&options.blanks);
    share::see_all(&mut seen, &mut records, &blanks, || Seen::new(&is_key)).map_err(|stop| stop.problem(&names))?;
    Ok(Scan {
        encoding,
        bom,
        delimiter,
        sep_line: sep.is_some(),
        has_header: !is_row,
        names,
        seen,
        line_ends: records.line_ends,
        size: records.stream.bytes_read(),
        fingerprint: records.stream.fingerprint(),
        ctrl_z: records.ctrl_z,
        mended: records.mended,
    })
}

/// The first record that is more than a line with nothing on it.
struct Header {
    names: Vec<String>,
    /// Whether it is a row itself, and names no column.
    is_row: bool,
    /// Which columns may identify a row.
    is_key: Vec<bool>,
    /// What it says as a row, and by its encoding.
    seen: Seen,
}

impl Header {
    fn read(records: &mut Records<'_>, options: &Options) -> Result<Header, Problem> {
        let bare = |stop: Stop| stop.problem(&[]);
        loop {
            let Some(record) = records.next().map_err(bare)? else {
                return Err(Problem::refused(msg!("import-empty")));
            };
            if !record.is_blank() {
                return Header::of(&record, options);
            }
        }
    }

    fn of(record: &Record<'_>, options: &Options) -> Result<Header, Problem> {
        if record.torn().is_some() {
            return Err(Problem::refused(msg!("import-torn-header")).at(record.line, None));
        }
        let text = std::str::from_utf8(record.raw).ok();
        let cell = |index| match text {
            Some(text) => clean_name(record.text(text, index, &mut String::new())),
            None => clean_name(&String::from_utf8_lossy(record.bytes(index))),
        };
        let mut names: Vec<String> = (0..record.len()).map(cell).collect();
        let data = names.iter().find(|name| looks_like_data(name));
        let is_row = options.header == Some(false);
        if is_row {
            names = (1..=record.len()).map(|number| format!("column_{number}")).collect();
        } else if let (None, Some(value)) = (options.header, data) {
            let problem = Problem::refused(msg!("import-no-header", value = short(value))).at(record.line, None);
            return Err(problem.hint(msg!("import-hint-no-header")));
        } else {
            check_names(&names, record.line, options)?;
        }
        let is_key = |index: usize| match &options.key {
            Some(KeyChoice::Column(name)) => find(names.iter().map(String::as_str), name) == Some(index),
            Some(KeyChoice::RowNumber) => false,
            None => headers::key_rank(&headers::fold(&names[index])).is_some(),
        };
        let is_key: Vec<bool> = (0..names.len()).map(is_key).collect();
        let mut seen = Seen::new(&is_key);
        if is_row {
            seen.see(record, text, &Blanks::new(&options.blanks), &mut String::new());
        } else if text.is_none() {
            seen.see_broken(record);
        }
        Ok(Header { names, is_row, is_key, seen })
    }
}

/// Refuses two columns of one name, and options that name a column the file does not have.
fn check_names(names: &[String], line: u64, options: &Options) -> Result<(), Problem> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        if options.ignore.iter().any(|ignored| ignored.trim() == name) {
            continue;
        }
        if let Some(first) = seen.insert(name.to_lowercase(), index) {
            let text = msg!("import-same-name", name = name, first = first + 1, second = index + 1);
            let problem = Problem::refused(text).at(line, None).in_field(name.clone());
            return Err(problem.hint(msg!("import-hint-rename-column")));
        }
    }
    let key = options.key.iter().filter_map(|key| match key {
        KeyChoice::Column(name) => Some(name),
        KeyChoice::RowNumber => None,
    });
    let named = options.types.iter().map(|(name, _)| name).chain(&options.ignore).chain(key);
    for name in named {
        let known = names.iter().any(|known| known == name.trim());
        if !known && find(names.iter().map(String::as_str), name).is_none() {
            return Err(no_column(name, names));
        }
    }
    Ok(())
}

/// Returns a header cell as a name: one line, no control characters, single spaces.
fn clean_name(cell: &str) -> String {
    let hidden = |c: &char| !matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    let spaced: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(hidden).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ").chars().take(200).collect()
}

/// Whether a header cell is a value rather than a name: an e-mail address or a date.
fn looks_like_data(name: &str) -> bool {
    crate::import::cells::email(name).is_some() || (name.len() > 8 && stamp(name).is_some())
}

/// Returns the delimiter that a first line `sep=;` names.
fn sep_line(sample: &[u8]) -> Option<u8> {
    let line = sample.split(|b| matches!(b, b'\n' | b'\r')).next()?;
    let line = line.strip_prefix(b"\"").map_or(line, |rest| rest.strip_suffix(b"\"").unwrap_or(rest));
    let (name, rest) = line.split_at_checked(4)?;
    match rest {
        [delimiter] if name.eq_ignore_ascii_case(b"sep=") && !delimiter.is_ascii_alphanumeric() => Some(*delimiter),
        _ => None,
    }
}

/// Returns the delimiter that splits most of the first records into as many cells as the header has.
fn vote(sample: &[u8], whole: bool, lenient: bool) -> u8 {
    let tally = |delimiter: u8| {
        let stream = Utf8Stream::over(Box::new(sample), UTF_8, 0);
        let mut records = Records::new(stream, delimiter, lenient);
        let mut widths = Vec::new();
        while widths.len() < VOTERS
            && let Ok(Some(record)) = records.next()
        {
            if !record.is_blank() {
                widths.push(record.len());
            }
        }
        // The sample may end inside its last record.
        if !whole && widths.len() > 1 && widths.len() < VOTERS {
            widths.pop();
        }
        let width = widths.first().copied().unwrap_or(0);
        let agree = widths.iter().filter(|w| **w == width).count();
        if width > 1 { (agree * 1_000 / widths.len(), width) } else { (0, 0) }
    };
    // On a tie the earlier one wins.
    b",;\t|".iter().rev().copied().max_by_key(|delimiter| tally(*delimiter)).unwrap_or(b',')
}
