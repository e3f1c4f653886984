//! The first pass: sees every value and decides what the file holds.
//!
//! Never here: what becomes of a row; a row that cannot be read is only counted.

use std::collections::HashMap;
use std::sync::mpsc::channel;
use std::sync::mpsc::sync_channel;

use encoding_rs::Encoding;
use encoding_rs::UTF_8;

use crate::import::KeyChoice;
use crate::import::Options;
use crate::import::Progress;
use crate::import::Source;
use crate::import::block::Block;
use crate::import::cells::Blanks;
use crate::import::cells::short;
use crate::import::cells::trim;
use crate::import::cells::unguard;
use crate::import::date::stamp;
use crate::import::decode;
use crate::import::decode::Head;
use crate::import::decode::Utf8Stream;
use crate::import::headers;
use crate::import::profile::Profile;
use crate::import::records::LineEnds;
use crate::import::records::Record;
use crate::import::records::Records;
use crate::import::records::Stop;
use crate::import::shape::Shape;
use crate::import::shape::find;
use crate::import::shape::no_column;
use crate::msg;
use crate::problem::Problem;

mod decide;

/// Blocks of records that may wait to be seen.
const WAITING: usize = 4;
/// Records that vote on the delimiter.
const VOTERS: usize = 50;
/// Broken rows after which a file without any sign of UTF-8 is taken for another encoding.
const ENOUGH_BROKEN: u64 = 1_000;
/// How much broken text the encoding is guessed from, in bytes.
const BROKEN_SAMPLE: usize = 64 << 10;

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
        if encoding == UTF_8 && bom == 0 && options.encoding.is_none() && scan.looks_legacy() {
            encoding = decode::guess_legacy(&scan.broken_sample);
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
    profiles: Vec<Profile>,
    line_ends: LineEnds,
    size: u64,
    fingerprint: u64,
    rows: u64,
    blank_lines: u64,
    empty_rows: u64,
    broken_rows: u64,
    /// Rows whose text is not valid, and valid rows that prove UTF-8.
    invalid_rows: u64,
    utf8_rows: u64,
    broken_sample: Vec<u8>,
    /// Words that the encoding decides about.
    accented: Vec<String>,
    multiline: u64,
    ctrl_z: bool,
    mended: u64,
}

impl Scan {
    /// Whether the text is in an old one-byte encoding rather than broken UTF-8.
    fn looks_legacy(&self) -> bool {
        self.invalid_rows > self.utf8_rows
    }
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
    let mut scan = Scan {
        encoding,
        bom,
        delimiter,
        sep_line: sep.is_some(),
        has_header: true,
        names: Vec::new(),
        profiles: Vec::new(),
        line_ends: LineEnds::default(),
        size: 0,
        fingerprint: 0,
        rows: 0,
        blank_lines: 0,
        empty_rows: 0,
        broken_rows: 0,
        invalid_rows: 0,
        utf8_rows: 0,
        broken_sample: Vec::new(),
        accented: Vec::new(),
        multiline: 0,
        ctrl_z: false,
        mended: 0,
    };
    see_all(&mut scan, &mut records, options)?;
    if scan.profiles.is_empty() {
        return Err(Problem::refused(msg!("import-empty")));
    }
    scan.profiles.iter_mut().for_each(Profile::settle);
    scan.size = records.stream.bytes_read();
    scan.fingerprint = records.stream.fingerprint();
    (scan.line_ends, scan.ctrl_z, scan.mended) = (records.line_ends, records.ctrl_z, records.mended);
    Ok(scan)
}

/// Splits all records on this thread, and sees them on another.
fn see_all(scan: &mut Scan, records: &mut Records<'_>, options: &Options) -> Result<(), Problem> {
    // What is split waits in few blocks, which go round.
    let (full, inbox) = sync_channel::<Block>(WAITING);
    let (spent, empty) = channel::<Block>();
    let see = move || {
        let (blanks, mut room) = (Blanks::new(&options.blanks), String::new());
        for mut block in inbox {
            for (record, text) in block.records() {
                scan.see(&record, text, (options, &blanks), &mut room)?;
            }
            if let Some(stop) = block.stop.take() {
                return Err(stop.problem(&scan.names));
            }
            if scan.invalid_rows > ENOUGH_BROKEN && scan.utf8_rows == 0 && options.encoding.is_none() {
                break;
            }
            // Nobody waits for it once all is split.
            let _ = spent.send(block);
        }
        Ok(())
    };
    let mut seen = Ok(());
    rayon::in_place_scope(|scope| {
        scope.spawn(|_| seen = see());
        loop {
            let mut block = empty.try_recv().unwrap_or_default();
            block.fill(records);
            let is_last = block.is_empty() || block.stop.is_some();
            if full.send(block).is_err() || is_last {
                break;
            }
        }
        drop(full);
    });
    seen
}

impl Scan {
    fn see(
        &mut self,
        record: &Record<'_>,
        text: Option<&str>,
        (options, blanks): (&Options, &Blanks),
        room: &mut String,
    ) -> Result<(), Problem> {
        if record.is_blank() {
            self.blank_lines += u64::from(!self.profiles.is_empty());
            return Ok(());
        }
        if self.profiles.is_empty() {
            if text.is_none() {
                self.broken(record.raw);
            }
            let lossy = String::from_utf8_lossy(record.raw);
            self.see_header(record, &lossy, options)?;
            if self.has_header {
                return Ok(());
            }
        }
        if record.is_empty() {
            self.empty_rows += 1;
            return Ok(());
        }
        self.rows += 1;
        let Some(text) = text else {
            self.broken(record.raw);
            self.broken_rows += 1;
            return Ok(());
        };
        if !record.printable && !text.is_ascii() {
            self.utf8_rows += 1;
            self.see_accents(text);
        }
        if record.len() != self.profiles.len() || record.torn().is_some() || record.has_nul() {
            self.broken_rows += 1;
            return Ok(());
        }
        self.multiline += u64::from(record.multiline);
        for (index, profile) in self.profiles.iter_mut().enumerate() {
            let cell = record.text(text, index, room);
            profile.see(unguard(trim(cell)), record.line, blanks);
        }
        Ok(())
    }

    fn broken(&mut self, raw: &[u8]) {
        self.invalid_rows += 1;
        let room = BROKEN_SAMPLE - self.broken_sample.len();
        self.broken_sample.extend_from_slice(&raw[..raw.len().min(room)]);
    }

    /// Keeps a few words that show whether the encoding was guessed right.
    fn see_accents(&mut self, text: &str) {
        if self.encoding == UTF_8 || self.accented.len() >= 3 {
            return;
        }
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_ascii());
        for word in words.take(3) {
            if self.accented.len() < 3 && !self.accented.iter().any(|known| known == word) {
                self.accented.push(short(word));
            }
        }
    }

    fn see_header(&mut self, record: &Record<'_>, text: &str, options: &Options) -> Result<(), Problem> {
        let cell = |index| {
            if text.len() == record.raw.len() {
                return clean_name(record.text(text, index, &mut String::new()));
            }
            clean_name(&String::from_utf8_lossy(record.bytes(index)))
        };
        if record.torn().is_some() {
            return Err(Problem::refused(msg!("import-torn-header")).at(record.line, None));
        }
        self.names = (0..record.len()).map(cell).collect();
        let data = self.names.iter().find(|name| looks_like_data(name));
        match (options.header, data) {
            (None, Some(value)) => {
                let problem = Problem::refused(msg!("import-no-header", value = short(value))).at(record.line, None);
                return Err(problem.hint(msg!("import-hint-no-header")));
            }
            (Some(false), _) => {
                self.has_header = false;
                self.names = (1..=record.len()).map(|number| format!("column_{number}")).collect();
            }
            _ => self.check_names(record.line, options)?,
        }
        let is_key = |index: usize| match &options.key {
            Some(KeyChoice::Column(name)) => find(self.names.iter().map(String::as_str), name) == Some(index),
            Some(KeyChoice::RowNumber) => false,
            None => headers::key_rank(&headers::fold(&self.names[index])).is_some(),
        };
        self.profiles = (0..record.len()).map(|index| Profile::new(is_key(index))).collect();
        Ok(())
    }

    /// Refuses two columns of one name, and options that name a column the file does not have.
    fn check_names(&self, line: u64, options: &Options) -> Result<(), Problem> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (index, name) in self.names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
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
            let known = self.names.iter().any(|known| known == name.trim());
            if !known && find(self.names.iter().map(String::as_str), name).is_none() {
                return Err(no_column(name, &self.names));
            }
        }
        Ok(())
    }
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
