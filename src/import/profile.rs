//! One column's evidence, gathered from all its values, and the type it proves.
//!
//! Never here: other columns, except for the decimal mark they have settled on.

use crate::import::cells::Blanks;
use crate::import::cells::email;
use crate::import::cells::is_doubtful;
use crate::import::cells::yes_no;
use crate::import::date::DateOrder;
use crate::import::date::Dates;
use crate::import::date::Says;
use crate::import::date::is_usual;
use crate::import::date::stamp;
use crate::import::distinct::Distinct;
use crate::import::distinct::hash;
use crate::import::headers::Dated;
use crate::import::number;
use crate::import::number::FORMATS;
use crate::import::number::Mark;
use crate::import::number::NumberFormat;
use crate::import::shape::Odd;
use crate::import::words::Words;
use crate::model::FieldType;

mod merge;

/// Different words for "no value" told of one column, and how many are kept to be counted.
const TOLD_WORDS: usize = 8;
const MAX_WORDS: usize = 64;
/// Values shown of each column.
const MAX_SAMPLES: usize = 3;
/// A number of more digits than a spreadsheet keeps, which is an identifier.
const MAX_DIGITS: usize = 14;

/// Values remembered of a column.
const REMEMBERED: usize = 64;
/// The longest value that is remembered, in bytes.
const MAX_REMEMBERED: usize = 128;
/// How many counts a value may add to.
const TALLIES: usize = 12;

/// What dates say.
#[derive(Default)]
struct DateEvidence {
    shaped: u64,
    compact: u64,
    naive: u64,
    day_first: u64,
    month_first: u64,
    /// A date that may be read either way, and its line.
    either: Option<(String, u64)>,
}

/// Why a column of numbers stays text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IdLike {
    LeadingZeros,
    Long,
    Scientific,
}

/// What all values of a column say.
pub(super) struct Profile {
    pub(super) known: u64,
    pub(super) blank: u64,
    disguised: Words,
    doubtful: Words,
    doubtful_count: u64,
    samples: Words,
    pub(super) distinct: Distinct,
    pub(super) emails: u64,
    yes_no: u64,
    numbers: u64,
    formats: u8,
    fractions: u8,
    /// Formats that at least one value needs something of: a mark or a group.
    told: bool,
    zeros: u64,
    long: u64,
    scientific: u64,
    whole_min: i64,
    whole_max: i64,
    dates: DateEvidence,
    odd_number: Option<Odd>,
    odd_date: Option<Odd>,
    remembered: [Remembered; REMEMBERED],
    /// Which of these came last.
    last: usize,
}

/// A value that came before, and what it says: columns repeat a few words over and over.
#[derive(Clone, Debug, Default)]
struct Remembered {
    hash: u64,
    text: String,
    /// What it adds to the tallies each time.
    says: [u8; TALLIES],
    /// How often it came again, which the tallies are still to be told.
    again: u64,
}

/// What a column was found to hold.
pub(super) struct Finding {
    pub(super) kind: FieldType,
    pub(super) number: NumberFormat,
    /// Whether its own values leave its decimal mark open.
    pub(super) number_open: bool,
    pub(super) dates: Dates,
    pub(super) id_like: Option<IdLike>,
    /// Values in the way of the type that nearly all others have.
    pub(super) odd: Option<(FieldType, Odd)>,
    /// Whether its numbers are written in ways that exclude each other.
    pub(super) torn: bool,
}

/// How a column's dates are ordered.
pub(super) enum Order {
    Settled(DateOrder),
    /// No value decides: an example and its line.
    Open(String, u64),
    /// Some values can only be read one way, some only the other.
    Torn,
}

impl Profile {
    pub(super) fn new(is_key: bool) -> Profile {
        Profile {
            known: 0,
            blank: 0,
            disguised: Words::new(MAX_WORDS),
            doubtful: Words::new(MAX_WORDS),
            doubtful_count: 0,
            samples: Words::new(MAX_SAMPLES),
            distinct: Distinct::new(is_key),
            emails: 0,
            yes_no: 0,
            numbers: 0,
            formats: number::ANY,
            fractions: 0,
            told: false,
            zeros: 0,
            long: 0,
            scientific: 0,
            whole_min: i64::MAX,
            whole_max: i64::MIN,
            dates: DateEvidence::default(),
            odd_number: None,
            odd_date: None,
            remembered: std::array::from_fn(|_| Remembered::default()),
            last: 0,
        }
    }

    /// Takes in a trimmed value.
    pub(super) fn see(&mut self, text: &str, line: u64, blanks: &Blanks) {
        if blanks.holds(text) {
            self.blank += 1;
            if !text.is_empty() {
                self.disguised.see(text, line);
            }
            return;
        }
        if self.see_plain(text) {
            return;
        }
        // The leads of activity often come many times in a row.
        if self.remembered[self.last].text == text {
            return self.see_again(self.last);
        }
        let hash = hash(text);
        let slot = usize::from(hash.to_le_bytes()[7]) % REMEMBERED;
        self.last = slot;
        if self.remembered[slot].text == text {
            return self.see_again(slot);
        }
        let first = self.remembered[slot].hash != hash;
        self.settle_one(slot);
        let (before, doubtful) = (self.tallies().map(|tally| *tally), self.doubtful_count);
        self.see_known(text, hash, line);
        let remembered = &mut self.remembered[slot];
        remembered.hash = hash;
        remembered.text.clear();
        // Most values of a column of dates or numbers come once: only what comes twice is worth remembering. A doubtful word is
        // counted by itself as well.
        if first || text.len() > MAX_REMEMBERED || self.doubtful_count != doubtful {
            return;
        }
        remembered.text.push_str(text);
        let after = self.tallies().map(|tally| *tally);
        self.remembered[slot].says = std::array::from_fn(|index| u8::from(after[index] > before[index]));
    }

    fn see_again(&mut self, slot: usize) {
        self.distinct.see_again();
        self.remembered[slot].again += 1;
    }

    /// Tells the tallies what came again.
    pub(super) fn settle(&mut self) {
        (0..REMEMBERED).for_each(|slot| self.settle_one(slot));
    }

    fn settle_one(&mut self, slot: usize) {
        let again = std::mem::take(&mut self.remembered[slot].again);
        if again == 0 {
            return;
        }
        let says = self.remembered[slot].says;
        for (tally, says) in self.tallies().into_iter().zip(says) {
            *tally += again * u64::from(says);
        }
    }

    /// Takes in one more whole number, or instant as most write it, where so many came before that it adds nothing but to counts.
    fn see_plain(&mut self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if !self.distinct.capped || !self.samples.is_full() || !bytes[0].is_ascii_digit() {
            return false;
        }
        if self.odd_number.is_some() && is_usual(bytes) {
            self.known += 1;
            self.dates.shaped += 1;
            self.dates.naive += 1;
            return true;
        }
        // Eight digits may be a day, a zero before others belongs to a code.
        let fits = bytes.len() <= MAX_DIGITS && bytes.len() != 8 && (bytes[0] != b'0' || bytes.len() == 1);
        if self.odd_date.is_none() || !fits || !bytes.iter().all(u8::is_ascii_digit) {
            return false;
        }
        let n = bytes.iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0'));
        self.known += 1;
        self.numbers += 1;
        self.whole_min = self.whole_min.min(n);
        self.whole_max = self.whole_max.max(n);
        true
    }

    /// What each value adds one to, or nothing, whenever it comes.
    fn tallies(&mut self) -> [&mut u64; TALLIES] {
        [
            &mut self.known,
            &mut self.emails,
            &mut self.yes_no,
            &mut self.numbers,
            &mut self.zeros,
            &mut self.long,
            &mut self.scientific,
            &mut self.dates.shaped,
            &mut self.dates.compact,
            &mut self.dates.naive,
            &mut self.dates.day_first,
            &mut self.dates.month_first,
        ]
    }

    fn see_known(&mut self, text: &str, hash: u64, line: u64) {
        self.known += 1;
        if !self.samples.is_full() {
            self.samples.see(&text.chars().take(200).collect::<String>(), line);
        }
        self.distinct.see(hash);
        self.see_number(text, line);
        self.see_date(text, line);
        if text.as_bytes()[0].is_ascii_alphabetic() {
            self.yes_no += u64::from(yes_no(text).is_some());
        }
        self.emails += u64::from(text.len() < 255 && email(text).is_some());
    }

    fn see_number(&mut self, text: &str, line: u64) {
        let Some(shape) = number::shape(text) else {
            if is_doubtful(text) {
                self.doubtful.see(text, line);
                self.doubtful_count += 1;
            } else {
                note(&mut self.odd_number, text, line);
            }
            return;
        };
        self.numbers += 1;
        self.formats &= shape.formats;
        self.fractions |= shape.fractions;
        self.told |= shape.formats != number::ANY;
        self.zeros += u64::from(shape.id_like);
        self.long += u64::from(shape.digits > MAX_DIGITS);
        self.scientific += u64::from(shape.scientific);
        if let Ok(n) = text.parse::<i64>() {
            self.whole_min = self.whole_min.min(n);
            self.whole_max = self.whole_max.max(n);
        }
    }

    fn see_date(&mut self, text: &str, line: u64) {
        let Some(stamp) = stamp(text) else {
            if !is_doubtful(text) {
                note(&mut self.odd_date, text, line);
            }
            return;
        };
        self.dates.shaped += 1;
        self.dates.compact += u64::from(text.len() == 8 && !text.contains(['-', '/', '.']));
        self.dates.naive += u64::from(stamp.is_naive());
        match stamp.says() {
            Says::Only(DateOrder::DayFirst) => self.dates.day_first += 1,
            Says::Only(DateOrder::MonthFirst) => self.dates.month_first += 1,
            Says::Either if self.dates.either.is_none() => self.dates.either = Some((text.to_owned(), line)),
            Says::Nothing | Says::Either => {}
        }
    }

    /// Returns the words that stood for "no value", and how often.
    pub(super) fn disguised(&self) -> Vec<(String, u64)> {
        self.disguised.counts().take(TOLD_WORDS).map(|(word, count)| (word.to_owned(), count)).collect()
    }

    /// Returns the first different values.
    pub(super) fn samples(&self) -> impl Iterator<Item = &str> {
        self.samples.counts().map(|(text, _)| text)
    }

    /// Whether some dates name no time zone.
    pub(super) fn is_naive(&self) -> bool {
        self.dates.naive > 0
    }

    /// Whether nearly all known values are e-mail addresses.
    pub(super) fn is_emails(&self) -> bool {
        self.known > 0 && self.emails * 10 >= self.known * 9
    }

    /// Whether a word that may mean "no value" is all that keeps the column from another type.
    pub(super) fn waits_for_blank(&self) -> Option<(&str, u64)> {
        let rest = self.known - self.doubtful_count;
        let typed = rest > 0 && (self.numbers == rest || self.dates.shaped == rest || self.yes_no == rest);
        self.doubtful.counts().next().filter(|_| typed)
    }

    /// Returns the decimal mark that the column's own values settle, if they do.
    pub(super) fn mark(&self) -> Option<Mark> {
        let alive = |mark: Mark| (0..6).any(|i| self.formats >> i & 1 == 1 && FORMATS[i].decimal == mark);
        match (self.numbers == self.known && self.fractions != 0, alive(Mark::Point), alive(Mark::Comma)) {
            (true, true, false) => Some(Mark::Point),
            (true, false, true) => Some(Mark::Comma),
            _ => None,
        }
    }

    /// Decides the column's type. `mark` is the decimal mark to use where the values leave it open.
    pub(super) fn finding(&self, mark: Mark, dated: Dated, always_text: bool) -> Finding {
        let open = FORMATS.iter().position(|f| f.decimal == mark).unwrap_or(0);
        let alive = |i: &usize| self.formats >> i & 1 == 1;
        let format = (0..6).filter(alive).find(|i| FORMATS[*i].decimal == mark).or((0..6).find(alive));
        let number_open = self.told && self.mark().is_none() && format.is_some() && self.fractions != 0;
        let index = format.unwrap_or(open);
        let mut finding = Finding {
            kind: FieldType::Text,
            number: FORMATS[index],
            number_open,
            dates: Dates::default(),
            id_like: None,
            odd: None,
            torn: false,
        };
        if self.known == 0 {
            return finding;
        }
        let all = |n: u64| n == self.known;
        let plain = all(self.numbers) && self.dates.compact < self.known;
        let plain_dates = if plain { self.plain_dates(dated) } else { None };
        if all(self.yes_no) {
            finding.kind = FieldType::YesNo;
        } else if all(self.dates.shaped) && (dated == Dated::Days || !all(self.numbers)) {
            finding.kind = FieldType::Date;
        } else if let Some(dates) = plain_dates {
            finding.kind = FieldType::Date;
            finding.dates = dates;
        } else if all(self.numbers) && !always_text {
            finding.torn = format.is_none();
            finding.id_like = self.id_like();
            if !finding.torn && finding.id_like.is_none() {
                let fraction = self.fractions >> index & 1 == 1;
                finding.kind = if fraction { FieldType::Decimal } else { FieldType::Whole };
            }
        } else if all(self.numbers) {
            finding.id_like = self.id_like().filter(|why| *why == IdLike::Scientific);
        } else {
            finding.odd = self.odd();
        }
        finding
    }

    fn id_like(&self) -> Option<IdLike> {
        if self.scientific > 0 {
            Some(IdLike::Scientific)
        } else if self.long > 0 {
            Some(IdLike::Long)
        } else if self.zeros > 0 {
            Some(IdLike::LeadingZeros)
        } else {
            None
        }
    }

    /// Whether plain numbers are a spreadsheet's days, or seconds or milliseconds since 1970.
    pub(super) fn plain_dates(&self, dated: Dated) -> Option<Dates> {
        let within = |low: i64, high: i64| low <= self.whole_min && self.whole_max < high;
        if dated == Dated::Days && within(20_000, 80_000) {
            Some(Dates::Serial)
        } else if dated != Dated::No && within(1_000_000_000_000, 4_290_000_000_000) {
            Some(Dates::Millis)
        } else if dated != Dated::No && within(0, 4_290_000_000) && self.whole_max >= 500_000_000 {
            Some(Dates::Seconds)
        } else {
            None
        }
    }

    /// Whether at least half of the values are dates as text; or else how plain numbers are instants, if at least half are.
    pub(super) fn mostly_dates(&self, dated: Dated) -> Option<Dates> {
        let half = |n: u64| n > 0 && n * 2 >= self.known;
        if half(self.dates.shaped) {
            Some(Dates::default())
        } else if half(self.numbers) {
            self.plain_dates(dated)
        } else {
            None
        }
    }

    /// Whether at least half of the values are numbers, and some are not.
    pub(super) fn mostly_numbers(&self) -> bool {
        self.numbers * 2 >= self.known && self.numbers < self.known && self.numbers > 0
    }

    /// Returns the first value that is no date.
    pub(super) fn no_date(&self) -> Option<&Odd> {
        self.odd_date.as_ref()
    }

    /// The few values in the way of a type that at least 95 % have.
    fn odd(&self) -> Option<(FieldType, Odd)> {
        let near = |n: u64| n * 20 >= self.known * 19 && self.known >= 20;
        let (kind, count, odd) = if near(self.numbers) {
            (FieldType::Decimal, self.numbers, &self.odd_number)
        } else if near(self.dates.shaped) {
            (FieldType::Date, self.dates.shaped, &self.odd_date)
        } else {
            return None;
        };
        odd.as_ref().map(|odd| (kind, Odd { count: self.known - count, ..odd.clone() }))
    }

    /// Whether the values themselves prove an order.
    pub(super) fn proves_order(&self) -> bool {
        self.dates.day_first + self.dates.month_first > 0
    }

    /// Decides the order of day and month from all values.
    pub(super) fn order(&self) -> Order {
        let (day, month) = (self.dates.day_first, self.dates.month_first);
        match (day, month, &self.dates.either) {
            (0, 0, Some((text, line))) => Order::Open(text.clone(), *line),
            (_, 0, _) => Order::Settled(DateOrder::DayFirst),
            (0, _, _) => Order::Settled(DateOrder::MonthFirst),
            // A few against many are impossible dates, and so are their rows; more would mean a mixed column.
            _ if month * 20 <= day => Order::Settled(DateOrder::DayFirst),
            _ if day * 20 <= month => Order::Settled(DateOrder::MonthFirst),
            _ => Order::Torn,
        }
    }
}

fn note(odd: &mut Option<Odd>, text: &str, line: u64) {
    if odd.is_none() {
        *odd = Some(Odd { line, value: text.chars().take(60).collect(), count: 0 });
    }
}
