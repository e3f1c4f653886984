//! What a share of a file's rows says: shares are seen apart and then put together, and what they say then is the same whatever the
//! shares. Never here: how rows are shared out, and what follows from what they say.

use crate::import::cells::Blanks;
use crate::import::cells::short;
use crate::import::cells::trim;
use crate::import::cells::unguard;
use crate::import::profile::Profile;
use crate::import::records::Record;
use crate::import::words::Words;

/// How much broken text the encoding is guessed from, in bytes.
const BROKEN_SAMPLE: usize = 64 << 10;
/// Words kept that the encoding decides about.
const ACCENTED: usize = 3;

/// What rows say.
pub(super) struct Seen {
    pub(super) profiles: Vec<Profile>,
    pub(super) rows: u64,
    pub(super) blank_lines: u64,
    pub(super) empty_rows: u64,
    pub(super) broken_rows: u64,
    pub(super) multiline: u64,
    /// Rows whose text is not valid, and valid rows that prove UTF-8.
    invalid_rows: u64,
    utf8_rows: u64,
    /// The first of the rows whose text is not valid, by their lines.
    broken: Vec<(u64, Vec<u8>)>,
    /// How much more of such text is kept, in bytes.
    broken_room: usize,
    /// Words that the encoding decides about.
    accented: Words,
}

impl Seen {
    /// Nothing yet, of columns which may be a key or not.
    pub(super) fn new(keys: &[bool]) -> Seen {
        Seen {
            profiles: keys.iter().map(|is_key| Profile::new(*is_key)).collect(),
            rows: 0,
            blank_lines: 0,
            empty_rows: 0,
            broken_rows: 0,
            multiline: 0,
            invalid_rows: 0,
            utf8_rows: 0,
            broken: Vec::new(),
            broken_room: BROKEN_SAMPLE,
            accented: Words::new(ACCENTED),
        }
    }

    /// Takes in a record behind the header, and its text where that is valid. May borrow `room`.
    pub(super) fn see(&mut self, record: &Record<'_>, text: Option<&str>, blanks: &Blanks, room: &mut String) {
        if record.is_blank() {
            self.blank_lines += 1;
            return;
        }
        if record.is_empty() {
            self.empty_rows += 1;
            return;
        }
        self.rows += 1;
        let Some(text) = text else {
            self.see_broken(record);
            self.broken_rows += 1;
            return;
        };
        if !record.printable && !text.is_ascii() {
            self.utf8_rows += 1;
            self.see_accents(text, record.line);
        }
        if record.len() != self.profiles.len() || record.torn().is_some() || record.has_nul() {
            self.broken_rows += 1;
            return;
        }
        self.multiline += u64::from(record.multiline);
        for (index, profile) in self.profiles.iter_mut().enumerate() {
            let cell = record.text(text, index, room);
            profile.see(unguard(trim(cell)), record.line, blanks);
        }
    }

    /// Takes in a record whose text is not valid.
    pub(super) fn see_broken(&mut self, record: &Record<'_>) {
        self.invalid_rows += 1;
        if self.broken_room > 0 {
            let raw = &record.raw[..record.raw.len().min(self.broken_room)];
            self.broken_room -= raw.len();
            self.broken.push((record.line, raw.to_vec()));
        }
    }

    /// Keeps a few words that show whether the encoding was guessed right.
    fn see_accents(&mut self, text: &str, line: u64) {
        if self.accented.is_full() {
            return;
        }
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_ascii());
        words.take(ACCENTED).for_each(|word| self.accented.see(&short(word), line));
    }

    /// Takes in what other rows say.
    pub(super) fn merge(&mut self, other: Seen) {
        for (profile, mut other) in self.profiles.iter_mut().zip(other.profiles) {
            profile.settle();
            other.settle();
            profile.merge(other);
        }
        self.rows += other.rows;
        self.blank_lines += other.blank_lines;
        self.empty_rows += other.empty_rows;
        self.broken_rows += other.broken_rows;
        self.multiline += other.multiline;
        self.invalid_rows += other.invalid_rows;
        self.utf8_rows += other.utf8_rows;
        self.broken.extend(other.broken);
        self.broken.sort_by_key(|(line, _)| *line);
        self.accented.merge(other.accented);
    }

    /// Whether the text is in an old one-byte encoding rather than broken UTF-8.
    pub(super) fn looks_legacy(&self) -> bool {
        self.invalid_rows > self.utf8_rows
    }

    /// Returns the first of the text that is not valid.
    pub(super) fn broken(&self) -> Vec<u8> {
        let mut sample = self.broken.iter().flat_map(|(_, raw)| raw).copied().collect::<Vec<u8>>();
        sample.truncate(BROKEN_SAMPLE);
        sample
    }

    /// Returns words that show whether the encoding was guessed right.
    pub(super) fn accented(&self) -> impl Iterator<Item = &str> {
        self.accented.counts().map(|(word, _)| word)
    }
}
