//! Working time: how much of it lies between two instants, and when so much of it has gone by. Never here: a clock.
//!
//! A working day is what clocks on the wall show: where a change of the clocks falls into it, it is as much shorter or longer.

use chrono::DateTime;
use chrono::Datelike;
use chrono::NaiveDate;
use chrono::Offset;
use chrono::TimeZone;
use chrono_tz::Tz;

use crate::msg;
use crate::review::customs::WorkingWeek;
use crate::text::Msg;

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;
const WEEK: i64 = 7 * DAY;
/// No clock is changed twice within this time, give or take.
const STEP: i64 = WEEK;
/// How far ahead the end of a time is looked for: some twenty years.
const HORIZON: i64 = 1_024 * WEEK;
/// The first Monday of 1970, as seconds that a wall clock counts.
const MONDAY: i64 = 4 * DAY;

/// A working week with its days off, in a time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    days: [bool; 7],
    /// Seconds after midnight.
    from: i64,
    to: i64,
    /// The days off that would be worked, counted from 1970-01-01, ascending.
    off: Vec<i64>,
    zone: Tz,
}

/// What is wrong with a working week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeekFault {
    /// No day of it is worked.
    NoDay,
    /// It ends before it begins, or after midnight.
    Order,
    /// A day off that is no day.
    Holiday(String),
}

impl WeekFault {
    /// Says what is wrong, and what would be right.
    pub fn tell(&self) -> Msg {
        match self {
            WeekFault::NoDay => msg!("week-no-day"),
            WeekFault::Order => msg!("week-order"),
            WeekFault::Holiday(text) => msg!("week-holiday", text = text),
        }
    }
}

/// Returns the day that a text such as `2026-12-25` or `25/12/2026` names.
pub fn day_of(text: &str) -> Option<NaiveDate> {
    let day = ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok());
    day.filter(|day| (1..=9_999).contains(&day.year()))
}

impl Calendar {
    /// Reads a working week.
    pub fn new(week: &WorkingWeek, zone: Tz) -> Result<Calendar, WeekFault> {
        if !week.days.contains(&true) {
            return Err(WeekFault::NoDay);
        }
        if week.from >= week.to || week.to > 24 * 60 {
            return Err(WeekFault::Order);
        }
        let mut off = Vec::with_capacity(week.holidays.len());
        for text in &week.holidays {
            let day = day_of(text).ok_or_else(|| WeekFault::Holiday(text.clone()))?;
            if week.days[day.weekday().num_days_from_monday() as usize] {
                off.push(day.signed_duration_since(NaiveDate::default()).num_days());
            }
        }
        off.sort_unstable();
        off.dedup();
        let seconds = |minutes: u16| i64::from(minutes) * 60;
        Ok(Calendar { days: week.days, from: seconds(week.from), to: seconds(week.to), off, zone })
    }

    /// Returns the working seconds from the first instant to the second; 0 where that is not later.
    pub fn between(&self, from: i64, to: i64) -> i64 {
        let mut worked = 0;
        let mut at = from;
        while at < to {
            let (offset, until) = self.stretch(at, to);
            worked += self.clocked(until + offset) - self.clocked(at + offset);
            at = until;
        }
        worked
    }

    /// Returns when so many working hours after an instant have just gone by; none where that is decades away.
    pub fn due(&self, from: i64, hours: u32) -> Option<i64> {
        let wanted = i64::from(hours) * HOUR;
        let (mut early, mut late) = (from, from);
        let mut span = WEEK;
        while self.between(from, late) < wanted {
            if span > HORIZON {
                return None;
            }
            (early, late) = (late, from + span);
            span *= 2;
        }
        // Too early at the first, late enough at the second.
        while early + 1 < late {
            let middle = early + (late - early) / 2;
            if self.between(from, middle) < wanted {
                early = middle;
            } else {
                late = middle;
            }
        }
        Some(late)
    }

    /// Follows clocks from an instant: by how much they differ from UTC, and until when, no later than asked.
    fn stretch(&self, at: i64, until: i64) -> (i64, i64) {
        let offset = self.offset(at);
        let mut same = at;
        while same < until {
            let next = (same + STEP).min(until);
            if self.offset(next) == offset {
                same = next;
                continue;
            }
            let mut changed = next;
            while same + 1 < changed {
                let middle = same + (changed - same) / 2;
                if self.offset(middle) == offset {
                    same = middle;
                } else {
                    changed = middle;
                }
            }
            return (offset, changed);
        }
        (offset, until)
    }

    /// Returns by how many seconds clocks are ahead of UTC.
    fn offset(&self, at: i64) -> i64 {
        let utc = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
        i64::from(self.zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }

    /// Returns the working seconds up to what a clock shows, from a day long ago, as if clocks were never changed.
    fn clocked(&self, shown: i64) -> i64 {
        let length = self.to - self.from;
        let (day, second) = (shown.div_euclid(DAY), shown.rem_euclid(DAY));
        let (week, weekday) = ((day * DAY - MONDAY).div_euclid(WEEK), (day * DAY - MONDAY).rem_euclid(WEEK) / DAY);
        let weekday = usize::try_from(weekday).expect("a week has seven days");
        let worked = |days: &[bool]| days.iter().map(|worked| i64::from(*worked)).sum::<i64>();
        let before = self.off.partition_point(|off| *off < day);
        let days_off = i64::try_from(before).expect("few days are off");
        let whole = week * worked(&self.days) + worked(&self.days[..weekday]) - days_off;
        let is_worked = self.days[weekday] && self.off.get(before) != Some(&day);
        let today = if is_worked { second.clamp(self.from, self.to) - self.from } else { 0 };
        whole * length + today
    }
}
