//! Dates in a language's form, and how long ago something was. Never here: the clock; what time it is now is a parameter.

use chrono::DateTime;
use chrono::Datelike;
use chrono::NaiveDateTime;
use chrono::Timelike;
use chrono_tz::Tz;

use crate::msg;
use crate::text::Lang;
use crate::text::Msg;

/// The instants that have a date to show: years 0001 to 9999, in UTC seconds.
const SHOWN: std::ops::RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

impl Lang {
    /// Returns the date of an instant (UTC seconds) in a time zone: `2026-11-23`, `23/11/2026`; `–` outside the years 1 to 9999.
    pub fn date(self, at: i64, zone: Tz) -> String {
        local(at, zone).map_or_else(|| "–".to_owned(), |at| self.day(at))
    }

    /// Returns the date and the minute of an instant: `2026-11-23 14:05`, `23/11/2026 14:05`.
    pub fn date_time(self, at: i64, zone: Tz) -> String {
        local(at, zone)
            .map_or_else(|| "–".to_owned(), |at| format!("{} {:02}:{:02}", self.day(at), at.hour(), at.minute()))
    }

    fn day(self, at: NaiveDateTime) -> String {
        let (year, month, day) = (at.year(), at.month(), at.day());
        match self {
            Lang::En => format!("{year:04}-{month:02}-{day:02}"),
            Lang::Fr => format!("{day:02}/{month:02}/{year:04}"),
        }
    }
}

/// Says how many whole days ago something was, in words: today, yesterday, 12 days ago; negative = ahead.
pub fn ago(days: i64) -> Msg {
    match days {
        0 => msg!("time-today"),
        1 => msg!("time-yesterday"),
        -1 => msg!("time-tomorrow"),
        2.. => msg!("time-days-ago", days = days),
        _ => msg!("time-days-ahead", days = days.saturating_neg()),
    }
}

/// Says how many whole days ago something was, for a table: `12 d`.
pub fn ago_short(days: i64) -> Msg {
    msg!("time-days-short", days = days)
}

fn local(at: i64, zone: Tz) -> Option<NaiveDateTime> {
    if !SHOWN.contains(&at) {
        return None;
    }
    DateTime::from_timestamp(at, 0).map(|at| at.with_timezone(&zone).naive_local())
}
