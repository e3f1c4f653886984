//! Dates as files write them: their shape, the order of day and month, and the instant they mean.
//!
//! A shape is not yet a date: 2025-02-30 has one. Never here: today.

use chrono::DateTime;
use chrono::LocalResult;
use chrono::NaiveDate;
use chrono::TimeDelta;
use chrono::TimeZone;
use chrono_tz::Tz;

/// Whether the day or the month comes first in dates that end with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// How a column writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// As text; the order matters for those that end with the year.
    Written(DateOrder),
    /// A spreadsheet's day numbers: days since 1899-12-30.
    Serial,
    /// Seconds since 1970.
    Seconds,
    /// Milliseconds since 1970.
    Millis,
}

impl Default for Dates {
    fn default() -> Dates {
        Dates::Written(DateOrder::DayFirst)
    }
}

/// A text in the shape of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Year first, or as written when the year comes last.
    numbers: [u32; 3],
    year_first: bool,
    /// Seconds of the day; none if there is no such time of day.
    time: Option<u32>,
    /// Seconds east of UTC, when the text says so.
    offset: Option<i64>,
}

/// What a date says about the order of day and month in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// The year comes first, or day and month are the same.
    Nothing,
    Either,
    Only(DateOrder),
}

/// Why a date is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateError {
    NotOne,
    Impossible,
    OutOfRange,
}

/// Years a date of a lead may lie in.
const YEARS: std::ops::Range<u32> = 1800..2200;

/// Looks at a trimmed text; none if it has not the shape of a date.
pub(super) fn stamp(text: &str) -> Option<Stamp> {
    let bytes = text.as_bytes();
    if !bytes.first()?.is_ascii_digit() || bytes.len() > 40 || bytes.len() < 6 {
        return None;
    }
    if let Some(found) = usual(bytes) {
        return Some(found);
    }
    let (first, first_len, rest) = number(bytes)?;
    if first_len == 8 && rest.is_empty() {
        let numbers = [first / 10_000, first / 100 % 100, first % 100];
        return Some(Stamp { numbers, year_first: true, time: Some(0), offset: None });
    }
    let (mark, rest) = rest.split_first().filter(|(b, _)| matches!(b, b'-' | b'/' | b'.'))?;
    let (second, second_len, rest) = number(rest)?;
    let rest = rest.strip_prefix(&[*mark])?;
    let (third, third_len, rest) = number(rest)?;
    let (year_first, third) = match (first_len, second_len, third_len) {
        (4, 1..=2, 1..=2) => (true, third),
        (1..=2, 1..=2, 4) => (false, third),
        (1..=2, 1..=2, 2) if *mark == b'/' => (false, if third < 70 { 2000 + third } else { 1900 + third }),
        _ => return None,
    };
    let (time, offset) = if rest.is_empty() { (Some(0), None) } else { clock(rest)? };
    Some(Stamp { numbers: [first, second, third], year_first, time, offset })
}

/// Whether a text is in the shape of the most usual instant, `2026-01-31 10:21:14`, which names no time zone.
pub(super) fn is_usual(bytes: &[u8]) -> bool {
    let Ok(bytes) = <&[u8; 19]>::try_from(bytes) else {
        return false;
    };
    let ends = bytes.first_chunk().zip(bytes.last_chunk());
    ends.is_some_and(|(day, time)| DAY.fits(*day) && TIME.fits(*time))
        && bytes[8].is_ascii_digit()
        && bytes[9].is_ascii_digit()
        && matches!(bytes[10], b' ' | b'T')
}

const DAY: Pattern = Pattern::new(*b"0000-00-");
const TIME: Pattern = Pattern::new(*b"00:00:00");

/// Eight bytes in which a 0 stands for any digit.
struct Pattern {
    bytes: u64,
    /// What may be added to each byte's difference before its high bit is set.
    room: u64,
}

impl Pattern {
    const fn new(bytes: [u8; 8]) -> Pattern {
        let (mut room, mut at) = ([0x7f; 8], 0);
        while at < 8 {
            // A digit differs from 0 by 9 at most.
            if bytes[at] == b'0' {
                room[at] -= 9;
            }
            at += 1;
        }
        Pattern { bytes: u64::from_le_bytes(bytes), room: u64::from_le_bytes(room) }
    }

    fn fits(&self, text: [u8; 8]) -> bool {
        const HIGHS: u64 = 0x8080_8080_8080_8080;
        let left = u64::from_le_bytes(text) ^ self.bytes;
        ((left & !HIGHS).wrapping_add(self.room) | left) & HIGHS == 0
    }
}

/// Reads it by its places.
fn usual(bytes: &[u8]) -> Option<Stamp> {
    if !is_usual(bytes) {
        return None;
    }
    let bytes = <&[u8; 19]>::try_from(bytes).ok()?;
    let two = |at: usize| u32::from(bytes[at] & 0xf) * 10 + u32::from(bytes[at + 1] & 0xf);
    let (hour, minute, second) = (two(11), two(14), two(17));
    let possible = hour < 24 && minute < 60 && second < 61;
    Some(Stamp {
        numbers: [two(0) * 100 + two(2), two(5), two(8)],
        year_first: true,
        time: possible.then(|| hour * 3600 + minute * 60 + second.min(59)),
        offset: None,
    })
}

/// Reads digits; returns their number, how many there were, and the rest.
fn number(bytes: &[u8]) -> Option<(u32, usize, &[u8])> {
    let len = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if len == 0 || len > 9 {
        return None;
    }
    let value = bytes[..len].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    Some((value, len, &bytes[len..]))
}

/// Reads ` 10:21`, `T10:21:14.250+02:00`, ` 9:05 PM`, ` 10:21 UTC`; the time is none if there is none such.
fn clock(bytes: &[u8]) -> Option<(Option<u32>, Option<i64>)> {
    let ([b',', b' ', bytes @ ..] | [b' ' | b'T' | b't', bytes @ ..]) = bytes else {
        return None;
    };
    let (mut hour, 1..=2, rest) = number(bytes)? else { return None };
    let (minute, 2, mut rest) = number(rest.strip_prefix(b":")?)? else { return None };
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(b":") {
        let (found, 2, after) = number(after)? else { return None };
        (second, rest) = (found, after);
        if let [b'.' | b',', after @ ..] = rest {
            let (_, _, after) = number(after)?;
            rest = after;
        }
    }
    let mut possible = hour < 24;
    let rest = rest.trim_ascii_start();
    let upper = rest.to_ascii_uppercase();
    let offset = match upper.as_slice() {
        b"" => None,
        b"AM" | b"PM" | b"A.M." | b"P.M." => {
            possible = (1..=12).contains(&hour);
            hour = hour % 12 + if upper[0] == b'P' { 12 } else { 0 };
            None
        }
        b"Z" | b"UTC" | b"GMT" => Some(0),
        [sign @ (b'+' | b'-'), zone @ ..] => {
            let size = zone_offset(zone)?;
            Some(if *sign == b'-' { -size } else { size })
        }
        _ => return None,
    };
    possible &= minute < 60 && second < 61;
    Some((possible.then(|| hour * 3600 + minute * 60 + second.min(59)), offset))
}

/// Reads `02:00`, `0200` or `02` as seconds.
fn zone_offset(zone: &[u8]) -> Option<i64> {
    let (hours, len, rest) = number(zone)?;
    let (hours, minutes) = match (len, rest) {
        (4, b"") => (hours / 100, hours % 100),
        (2, b"") => (hours, 0),
        (2, rest) => match number(rest.strip_prefix(b":")?)? {
            (minutes, 2, b"") => (hours, minutes),
            _ => return None,
        },
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| i64::from(hours * 3600 + minutes * 60))
}

/// Returns the days since 1970 until a day of the calendar; none if it has no such day.
///
/// A file of activity has a date in every row: this is what takes least of the ways to ask.
fn days(year: u32, month: u32, day: u32) -> Option<i64> {
    const BEFORE: [u32; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    let index = usize::try_from(month.checked_sub(1)?).ok()?;
    let (before, after) = (*BEFORE.get(index)?, *BEFORE.get(index + 1)?);
    let leap = u32::from(year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)));
    if day == 0 || day > after - before + leap * u32::from(month == 2) {
        return None;
    }
    let years = i64::from(year) - 1;
    let of_years = years * 365 + years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    Some(of_years + i64::from(before + leap * u32::from(month > 2) + day) - 719_163)
}

impl Stamp {
    /// Returns what the date says about the order of its column.
    pub(super) fn says(&self) -> Says {
        let [first, second, _] = self.numbers;
        if self.year_first || first == second {
            return Says::Nothing;
        }
        match (first > 12, second > 12) {
            (true, false) => Says::Only(DateOrder::DayFirst),
            (false, true) => Says::Only(DateOrder::MonthFirst),
            (false, false) => Says::Either,
            (true, true) => Says::Nothing,
        }
    }

    /// Whether the text names no time zone.
    pub(super) fn is_naive(&self) -> bool {
        self.offset.is_none()
    }

    /// Returns the instant in UTC seconds.
    pub(super) fn instant(&self, order: DateOrder, zone: Tz) -> Result<i64, DateError> {
        let [a, b, c] = self.numbers;
        let (year, month, day) = match (self.year_first, order) {
            (true, _) => (a, b, c),
            (false, DateOrder::DayFirst) => (c, b, a),
            (false, DateOrder::MonthFirst) => (c, a, b),
        };
        let days = days(year, month, day).ok_or(DateError::Impossible)?;
        let time = self.time.ok_or(DateError::Impossible)?;
        if !YEARS.contains(&year) {
            return Err(DateError::OutOfRange);
        }
        let seconds = days * 86_400 + i64::from(time);
        if let Some(offset) = self.offset {
            return Ok(seconds - offset);
        }
        if zone == Tz::UTC {
            return Ok(seconds);
        }
        let naive = DateTime::from_timestamp(seconds, 0).ok_or(DateError::Impossible)?.naive_utc();
        match zone.from_local_datetime(&naive) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(at.timestamp()),
            // The hour that a change to summer time leaves out: the clock an hour later.
            LocalResult::None => match zone.from_local_datetime(&(naive + TimeDelta::hours(1))).earliest() {
                Some(at) => Ok(at.timestamp()),
                None => Err(DateError::Impossible),
            },
        }
    }
}

/// Reads an instant as the column writes it.
pub(super) fn instant(text: &str, dates: Dates, zone: Tz) -> Result<i64, DateError> {
    let millionths = || crate::model::parse_millionths(text).map(|(n, _)| n).ok_or(DateError::NotOne);
    match dates {
        Dates::Written(order) => stamp(text).ok_or(DateError::NotOne)?.instant(order, zone),
        Dates::Serial => {
            let seconds = i128::from(millionths()?) * 86_400 / 1_000_000;
            let seconds = i64::try_from(seconds).map_err(|_| DateError::OutOfRange)?;
            // Day 0 is 1899-12-30; day 60 is a 29 February 1900 that never was.
            let days = seconds.div_euclid(86_400);
            if !(61..110_000).contains(&days) {
                return Err(DateError::OutOfRange);
            }
            let base = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(DateError::OutOfRange)?;
            let date = base.checked_add_signed(TimeDelta::days(days)).ok_or(DateError::OutOfRange)?;
            let time = u32::try_from(seconds.rem_euclid(86_400)).ok();
            let written = date.format("%Y-%m-%d").to_string();
            let day = stamp(&written).ok_or(DateError::OutOfRange)?;
            Stamp { time, ..day }.instant(DateOrder::DayFirst, zone)
        }
        Dates::Seconds => Ok(millionths()?.div_euclid(1_000_000)),
        Dates::Millis => {
            let millis: i64 = text.parse().map_err(|_| DateError::NotOne)?;
            Ok(millis.div_euclid(1_000))
        }
    }
}
