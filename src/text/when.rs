//! Instants as people type them: a day, a day with its time, so many days back, now. Never here: the clock and the zone; both are parameters.

use chrono::DateTime;
use chrono::Datelike;
use chrono::NaiveDate;
use chrono::NaiveDateTime;
use chrono::TimeZone;
use chrono_tz::Tz;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// The most days back or ahead: more than there are in the years that have a date.
const MOST_DAYS: i64 = 4_000_000;
/// How a day may be written; the day stands before the month where the year comes last.
const DAYS: [&str; 3] = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"];
const TIMES: [&str; 2] = ["%H:%M", "%H:%M:%S"];
const NOW: [&str; 2] = ["now", "maintenant"];

/// An instant as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Now,
    /// UTC seconds.
    Instant(i64),
    /// On the clocks of a zone; a day alone is its last second.
    Local(NaiveDateTime),
    /// So many days after what is looked at; negative = before.
    Days(i64),
}

impl When {
    /// Reads `2026-06-30`, `30/06/2026 14:05`, `2026-06-30T14:05:00Z`, `-30`, `+7` or `now`; none if it is none of them.
    pub fn parse(text: &str) -> Option<When> {
        let text = text.trim();
        if NOW.iter().any(|now| text.eq_ignore_ascii_case(now)) {
            return Some(When::Now);
        }
        if let Some(days) = days(text) {
            return Some(When::Days(days));
        }
        if let Ok(at) = DateTime::parse_from_rfc3339(text) {
            return Some(When::Instant(at.timestamp())).filter(|_| in_range(at.date_naive()));
        }
        let local = match text.split_once([' ', 'T']) {
            None => day(text)?.and_hms_opt(23, 59, 59)?,
            Some((date, time)) => {
                let time = time.trim();
                let time = TIMES.iter().find_map(|form| chrono::NaiveTime::parse_from_str(time, form).ok())?;
                day(date)?.and_time(time)
            }
        };
        in_range(local.date()).then_some(When::Local(local))
    }

    /// Returns the instant in UTC seconds; `shown` is the one that is looked at.
    pub fn instant(self, zone: Tz, now: i64, shown: i64) -> i64 {
        match self {
            When::Now => now,
            When::Instant(at) => at,
            When::Days(days) => shown.saturating_add(days * DAY),
            When::Local(local) => {
                let at = zone.from_local_datetime(&local).latest();
                // Where a clock change skips that second, the zone does not matter for it.
                at.map_or(local.and_utc().timestamp(), |at| at.timestamp())
            }
        }
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// Whether a day has a date that can be shown.
fn in_range(day: NaiveDate) -> bool {
    (1..=9999).contains(&day.year())
}

/// Reads so many days back or ahead: a sign and digits.
fn days(text: &str) -> Option<i64> {
    let (sign, rest) = match text.chars().next()? {
        '-' | '−' => (-1, text.trim_start_matches(['-', '−'])),
        '+' => (1, &text[1..]),
        _ => return None,
    };
    let days: i64 = rest.trim().parse().ok().filter(|days| (0..=MOST_DAYS).contains(days))?;
    Some(sign * days)
}

#[cfg(test)]
mod tests {
    use super::When;

    fn at(text: &str) -> Option<i64> {
        When::parse(text).map(|when| when.instant(chrono_tz::Europe::Paris, 1_000, 864_000))
    }

    #[test]
    fn what_people_type_is_an_instant() {
        // The end of a day in Paris, in summer.
        for text in ["2026-06-30", " 30/06/2026 ", "30.06.2026", "2026-06-30T21:59:59Z", "2026-06-30 23:59:59"] {
            assert_eq!(at(text), Some(1_782_856_799), "{text}");
        }
        assert_eq!(at("30/06/2026 14:05"), Some(1_782_821_100));
        assert_eq!(at("2026-06-30T14:05"), Some(1_782_821_100));
        // The night the clocks go forward has no such second.
        assert_eq!(at("2026-03-29 02:30"), Some(1_774_751_400));
        assert_eq!((at("now"), at("Maintenant")), (Some(1_000), Some(1_000)));
        assert_eq!((at("-3"), at("−3"), at("+ 2")), (Some(604_800), Some(604_800), Some(1_036_800)));
    }

    #[test]
    fn what_is_no_instant_is_none() {
        for text in
            ["", "soon", "-", "--", "30/13/2026", "2026-02-30", "2026-06-30 25:00", "+9999999", "99999-01-01", "12"]
        {
            assert_eq!(When::parse(text), None, "{text}");
        }
    }
}
