//! What zones bring beside what fits, and the working week, as sentences.

use crate::msg;
use crate::review::customs::WorkingWeek;
use crate::text::Msg;
use crate::text::Points;
use crate::workbench::Line;
use crate::workbench::Load;
use crate::workbench::RECENT_WEEKS;

/// Returns how many that is in a week, from how many there were in all of the last weeks.
pub fn a_week(leads: u64) -> Points {
    let weeks = i64::try_from(RECENT_WEEKS).expect("few weeks");
    Points(i64::try_from(leads).unwrap_or(i64::MAX / 1_000_000).saturating_mul(1_000_000) / weeks)
}

/// Returns seconds as hours, to tenths, rounded down.
pub fn hours(seconds: i64) -> Points {
    Points(seconds / 360 * 100_000)
}

/// Returns whether what a zone brings fits.
pub fn fit(load: &Load) -> Msg {
    match load.room {
        None => msg!("load-unknown"),
        Some(room) if load.entered > room => msg!("load-over", n = a_week(load.entered - room)),
        Some(_) => msg!("load-fits"),
    }
}

/// Returns which line would fit, and what it would do.
pub fn line(load: &Load) -> Msg {
    match &load.line {
        Line::Unknown => msg!("load-line-unknown"),
        Line::Kept => msg!("load-line-kept"),
        Line::Absent => msg!("load-line-absent"),
        Line::Nowhere => msg!("load-line-nowhere"),
        Line::Moved(offer) => {
            let line = msg!(
                "load-line-moved",
                band = &offer.band,
                from = offer.from,
                to = offer.to,
                was = a_week(load.entered),
                entered = a_week(offer.entered),
                had = load.now,
                now = offer.now
            );
            if load.is_over() == Some(true) {
                msg!("load-line-fits", line = line)
            } else {
                msg!("load-line-room", line = line)
            }
        }
    }
}

/// Returns the name of a weekday, counted from Monday.
pub fn weekday(day: usize) -> Msg {
    match day {
        0 => msg!("week-monday"),
        1 => msg!("week-tuesday"),
        2 => msg!("week-wednesday"),
        3 => msg!("week-thursday"),
        4 => msg!("week-friday"),
        5 => msg!("week-saturday"),
        _ => msg!("week-sunday"),
    }
}

/// Returns an hour of the day, as a clock shows it.
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Returns a working week: "Monday to Friday, 09:00 to 18:00; 3 days off".
pub fn week(week: &WorkingWeek) -> Msg {
    let worked: Vec<usize> = (0..week.days.len()).filter(|day| week.days[*day]).collect();
    let days = match worked.as_slice() {
        [] => msg!("tell-nothing"),
        [first, .., last] if worked.len() > 2 && last - first + 1 == worked.len() => {
            msg!("week-run", first = weekday(*first), last = weekday(*last))
        }
        [first, rest @ ..] => {
            rest.iter().fold(weekday(*first), |list, day| msg!("tell-comma", a = list, b = weekday(*day)))
        }
    };
    msg!("week-told", days = days, from = clock(week.from), to = clock(week.to), off = week.holidays.len())
}
