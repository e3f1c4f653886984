//! Working time against a walk from minute to minute with a clock in hand.

use std::collections::BTreeSet;

use chrono::DateTime;
use chrono::Datelike;
use chrono::NaiveDate;
use chrono::TimeZone;
use chrono::Timelike;
use chrono_tz::Tz;
use proptest::prelude::ProptestConfig;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_assert;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;

use quadrille::review::calendar::Calendar;
use quadrille::review::calendar::WeekFault;
use quadrille::review::customs::WorkingWeek;

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// Counts the minutes that a clock on the wall shows within working hours, one by one.
fn by_the_clock(week: &WorkingWeek, zone: Tz, from: i64, to: i64) -> i64 {
    let holidays: BTreeSet<&str> = week.holidays.iter().map(String::as_str).collect();
    let worked = |at: &i64| {
        let shown = DateTime::from_timestamp(*at, 0).unwrap().with_timezone(&zone);
        let minute = shown.hour() * 60 + shown.minute();
        week.days[shown.weekday().num_days_from_monday() as usize]
            && (u32::from(week.from)..u32::from(week.to)).contains(&minute)
            && !holidays.contains(shown.format("%Y-%m-%d").to_string().as_str())
    };
    let minutes = (from..to).step_by(MINUTE as usize).filter(worked).count();
    minutes as i64 * MINUTE
}

const ZONES: [Tz; 6] = [
    Tz::UTC,
    Tz::Europe__Paris,
    Tz::America__New_York,
    // Half an hour, at midnight, and a day that never was.
    Tz::Australia__Lord_Howe,
    Tz::America__Havana,
    Tz::Pacific__Apia,
];

/// Days around which clocks are changed somewhere, and one around which they are not.
const TURNS: [&str; 8] =
    ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-05", "2026-10-04", "2011-12-30", "2026-07-14"];

fn week() -> impl Strategy<Value = WorkingWeek> {
    let hours = (0..1_440_u16, 1..=1_440_u16).prop_filter("some time", |(from, to)| from < to);
    let holidays = proptest::collection::vec((select(TURNS.to_vec()), -6..=6_i64), 0..4);
    (any::<[bool; 7]>(), hours, holidays).prop_filter_map("some day", |(days, (from, to), holidays)| {
        let holidays = holidays.into_iter().map(|(turn, off)| near(turn, off).format("%Y-%m-%d").to_string()).collect();
        days.contains(&true).then_some(WorkingWeek { days, from, to, holidays })
    })
}

fn near(turn: &str, off: i64) -> NaiveDate {
    turn.parse::<NaiveDate>().unwrap() + chrono::TimeDelta::days(off)
}

/// A whole minute within a fortnight of one of the days.
fn instant() -> impl Strategy<Value = (i64, i64)> {
    (select(TURNS.to_vec()), -14 * DAY / MINUTE..14 * DAY / MINUTE, 0..20 * DAY / MINUTE).prop_map(
        |(turn, off, long)| {
            let noon = near(turn, 0).and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp();
            (noon + off * MINUTE, noon + (off + long) * MINUTE)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn it_counts_what_a_clock_shows(week in week(), zone in select(ZONES.to_vec()), (from, to) in instant()) {
        let calendar = Calendar::new(&week, zone).unwrap();
        prop_assert_eq!(calendar.between(from, to), by_the_clock(&week, zone, from, to));
        prop_assert_eq!(calendar.between(to, from), 0, "no time runs backwards");
    }

    #[test]
    fn parts_add_up(week in week(), zone in select(ZONES.to_vec()), a in any::<u32>(), b in any::<u32>(), c in any::<u32>()) {
        let calendar = Calendar::new(&week, zone).unwrap();
        let mut at = [i64::from(a), i64::from(b), i64::from(c)];
        at.sort_unstable();
        let [a, b, c] = at;
        prop_assert_eq!(calendar.between(a, b) + calendar.between(b, c), calendar.between(a, c));
    }

    #[test]
    fn a_time_is_due_when_it_has_just_gone_by(
        week in week(), zone in select(ZONES.to_vec()), (from, _) in instant(), hours in 0..200_u32,
    ) {
        let calendar = Calendar::new(&week, zone).unwrap();
        let wanted = i64::from(hours) * 3_600;
        let Some(due) = calendar.due(from, hours) else {
            prop_assert!(calendar.between(from, from + 1_024 * 7 * DAY) < wanted, "a minute a week");
            return Ok(());
        };
        prop_assert_eq!(calendar.between(from, due), wanted);
        prop_assert!(hours == 0 || calendar.between(from, due - 1) < wanted, "no later than that");
    }
}

/// An instant by the clock of Paris.
fn paris(day: &str, hour: u32, minute: u32) -> i64 {
    let shown = near(day, 0).and_hms_opt(hour, minute, 0).unwrap();
    Tz::Europe__Paris.from_local_datetime(&shown).earliest().unwrap().timestamp()
}

#[test]
fn twenty_four_working_hours_of_a_friday_afternoon_end_on_wednesday() {
    let mut week = WorkingWeek::default();
    let calendar = Calendar::new(&week, Tz::Europe__Paris).unwrap();
    // Friday 27 March 2026, 16:00: two hours that day, nine on Monday and nine on Tuesday, four on Wednesday.
    let from = paris("2026-03-27", 16, 0);
    assert_eq!(calendar.due(from, 24), Some(paris("2026-04-01", 13, 0)), "over the night that is an hour short");
    assert_eq!(calendar.due(from, 2), Some(paris("2026-03-27", 18, 0)), "the evening, not the next morning");
    assert_eq!(calendar.due(paris("2026-03-28", 3, 0), 1), Some(paris("2026-03-30", 10, 0)));
    assert_eq!(calendar.between(from, paris("2026-03-30", 9, 30)), 2 * 3_600 + 30 * 60);
    week.holidays = vec!["2026-03-30".to_owned(), " 28/03/2026 ".to_owned()];
    let calendar = Calendar::new(&week, Tz::Europe__Paris).unwrap();
    assert_eq!(calendar.due(from, 24), Some(paris("2026-04-02", 13, 0)), "a day off later; a Saturday was off anyway");
}

#[test]
fn decades_are_no_matter() {
    let calendar = Calendar::new(&WorkingWeek::default(), Tz::Europe__Paris).unwrap();
    let (from, to) = (paris("1971-01-04", 0, 0), paris("2026-01-05", 0, 0));
    assert_eq!(calendar.between(from, to), 2_870 * 5 * 9 * 3_600, "55 years of 2,870 weeks");
    assert_eq!(calendar.due(from, u32::MAX), None, "longer than anybody waits");
    assert_eq!(calendar.between(i64::MIN / 4, i64::MIN / 4), 0);
}

#[test]
fn a_week_that_cannot_be_worked_is_told() {
    let zone = Tz::UTC;
    let usual = WorkingWeek::default();
    let fault = |week: WorkingWeek| Calendar::new(&week, zone).unwrap_err();
    assert_eq!(fault(WorkingWeek { days: [false; 7], ..usual.clone() }), WeekFault::NoDay);
    assert_eq!(fault(WorkingWeek { from: 600, to: 600, ..usual.clone() }), WeekFault::Order);
    assert_eq!(fault(WorkingWeek { to: 1_441, ..usual.clone() }), WeekFault::Order);
    for bad in ["2026-02-30", "Christmas", "", "99999-01-01"] {
        let week = WorkingWeek { holidays: vec!["2026-12-25".to_owned(), bad.to_owned()], ..usual.clone() };
        assert_eq!(fault(week), WeekFault::Holiday(bad.to_owned()));
    }
    assert!(Calendar::new(&WorkingWeek { from: 0, to: 1_440, ..usual }, zone).is_ok(), "around the clock");
}
