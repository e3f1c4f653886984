//! The benchmark's workload W(n): n leads with 12 attributes, 20 events a lead over a year, and the model that scores them.
//!
//! Lead `i` draws from its own seeded stream, so that W(n) is a prefix of W(m). Whole numbers only: the same on every machine.
//! Never here: a clock, or anything measured.

use std::io;
use std::io::Write;

/// 2026-11-01 00:00 UTC: the year of activity ends here.
pub(crate) const AS_OF: i64 = 1_793_491_200;
/// The model, as RON.
pub(crate) const MODEL: &str = include_str!("workload.ron");

const DAY: i64 = 86_400;
const YEAR: i64 = 365;
/// Out of a hundred values of every attribute, so many are unknown.
const UNKNOWN: u64 = 5;

/// What an attribute's values are drawn from.
enum Draw {
    /// Words with their weights.
    Words(&'static [(&'static str, u64)]),
    /// Ranges, both ends included, with their weights.
    Numbers(&'static [(u64, u64, u64)]),
}

/// The profile attributes.
const ATTRIBUTES: [(&str, Draw); 12] = [
    (
        "function",
        Draw::Words(&[
            ("marketing", 28),
            ("sales", 18),
            ("management", 14),
            ("it", 14),
            ("finance", 8),
            ("hr", 7),
            ("student", 5),
            ("other", 6),
        ]),
    ),
    (
        "seniority",
        Draw::Words(&[("director", 18), ("executive", 12), ("manager", 28), ("employee", 32), ("assistant", 10)]),
    ),
    (
        "sector",
        Draw::Words(&[
            ("software", 20),
            ("industry", 18),
            ("services", 16),
            ("finance", 10),
            ("retail", 10),
            ("health", 7),
            ("public", 9),
            ("education", 6),
            ("agriculture", 4),
        ]),
    ),
    (
        "country",
        Draw::Words(&[
            ("FR", 48),
            ("BE", 10),
            ("CH", 8),
            ("DE", 8),
            ("UK", 6),
            ("ES", 5),
            ("IT", 4),
            ("CA", 3),
            ("US", 4),
            ("IN", 2),
            ("MA", 2),
        ]),
    ),
    (
        "source",
        Draw::Words(&[
            ("website", 30),
            ("referral", 10),
            ("paid_search", 15),
            ("paid_social", 15),
            ("fair", 12),
            ("webinar", 12),
            ("partner", 6),
        ]),
    ),
    ("company_type", Draw::Words(&[("company", 70), ("association", 10), ("agency", 14), ("school", 6)])),
    ("crm", Draw::Words(&[("none", 40), ("a", 20), ("b", 16), ("c", 12), ("d", 12)])),
    (
        "company_size",
        Draw::Numbers(&[(1, 9, 20), (10, 49, 26), (50, 249, 24), (250, 499, 12), (500, 4_999, 14), (5_000, 90_000, 4)]),
    ),
    ("revenue", Draw::Numbers(&[(50, 999, 30), (1_000, 4_999, 28), (5_000, 49_999, 28), (50_000, 2_000_000, 14)])),
    ("budget", Draw::Numbers(&[(0, 0, 20), (500, 9_999, 36), (10_000, 50_000, 32), (50_001, 400_000, 12)])),
    ("deadline_months", Draw::Numbers(&[(0, 3, 30), (4, 12, 45), (13, 36, 25)])),
    ("growth", Draw::Numbers(&[(0, 5, 40), (6, 20, 40), (21, 90, 20)])),
];

/// The kinds of event, with how often each is drawn.
const KINDS: [(&str, u64); 15] = [
    ("page_view", 280),
    ("email_open", 200),
    ("pricing_view", 80),
    ("careers_view", 20),
    ("email_click", 70),
    ("download", 60),
    ("webinar_registered", 50),
    ("webinar_attended", 35),
    ("form", 40),
    ("demo_request", 14),
    ("meeting", 12),
    ("trial", 10),
    ("event_attended", 16),
    ("unsubscribe", 3),
    ("bounce", 10),
];

/// Returns the attributes' names with their type, as an import names it.
pub(crate) fn attributes() -> impl Iterator<Item = (&'static str, &'static str)> {
    ATTRIBUTES.iter().map(|(name, draw)| match draw {
        Draw::Words(_) => (*name, "text"),
        Draw::Numbers(_) => (*name, "whole"),
    })
}

/// A stream of pseudo-random numbers: splitmix64.
struct Stream(u64);

impl Stream {
    /// The stream of one lead; `topic` keeps its profile and its activity apart.
    fn of(lead: u32, topic: u64) -> Stream {
        let mut stream = Stream(u64::from(lead).wrapping_mul(0xA076_1D64_78BD_642F) ^ topic);
        Stream(stream.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Returns a number below `n`.
    fn below(&mut self, n: u64) -> u64 {
        ((self.next() >> 32) * n) >> 32
    }

    /// Returns a number of both ends or between.
    fn between(&mut self, lowest: u64, highest: u64) -> u64 {
        lowest + self.below(highest - lowest + 1)
    }

    /// Returns one of the items, each as likely as its weight.
    fn weighted<'i, T>(&mut self, items: &'i [T], weight: impl Fn(&T) -> u64) -> &'i T {
        let mut left = self.below(items.iter().map(&weight).sum());
        let found = items.iter().find(|item| {
            let here = left < weight(item);
            left = left.wrapping_sub(weight(item));
            here
        });
        found.expect("what is drawn is below the sum of the weights")
    }
}

/// Writes the leads as CSV: the lead's number from 1, then its attributes.
pub(crate) fn leads(n: u32, out: &mut impl Write) -> io::Result<()> {
    out.write_all(b"lead")?;
    for (name, _) in &ATTRIBUTES {
        write!(out, ",{name}")?;
    }
    for lead in 1..=n {
        write!(out, "\n{lead}")?;
        let mut stream = Stream::of(lead, 1);
        for (_, draw) in &ATTRIBUTES {
            out.write_all(b",")?;
            if stream.below(100) < UNKNOWN {
                continue;
            }
            match draw {
                Draw::Words(words) => out.write_all(stream.weighted(words, |(_, weight)| *weight).0.as_bytes())?,
                Draw::Numbers(ranges) => {
                    let (lowest, highest, _) = *stream.weighted(ranges, |(_, _, weight)| *weight);
                    write!(out, "{}", stream.between(lowest, highest))?;
                }
            }
        }
    }
    out.write_all(b"\n")
}

/// Writes the events as CSV: lead, kind, instant; each lead's oldest first. Returns how many there are.
pub(crate) fn events(n: u32, out: &mut impl Write) -> io::Result<u64> {
    let days: Vec<String> = (0..=YEAR).map(|ago| date(AS_OF - ago * DAY)).collect();
    let mut written = 0;
    out.write_all(b"lead,kind,at\n")?;
    for lead in 1..=n {
        for (ago, kind) in activity(lead) {
            let at = AS_OF - ago;
            let second = at.rem_euclid(DAY);
            let day = usize::try_from((AS_OF - at + second) / DAY).expect("within the year");
            let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
            let day = &days[day];
            writeln!(out, "{lead},{kind},{day} {hour:02}:{minute:02}:{second:02}")?;
            written += 1;
        }
    }
    Ok(written)
}

/// Returns a lead's events as seconds before as-of and kind, oldest first, no two at one instant.
fn activity(lead: u32) -> Vec<(i64, &'static str)> {
    let mut stream = Stream::of(lead, 2);
    let temper = stream.below(100);
    let (events, quiet) = match temper {
        // Hot.
        0..30 => (stream.between(30, 61), 0),
        // Steady.
        30..65 => (stream.between(0, 18), 0),
        // Gone quiet four to eight months ago.
        _ => (stream.between(0, 18), stream.between(120, 240)),
    };
    let year = YEAR.unsigned_abs() * DAY.unsigned_abs();
    let mut found: Vec<(i64, &str)> = (0..events)
        .map(|_| {
            let since = quiet * DAY.unsigned_abs();
            let span = year - since - 100;
            let mut ago = stream.below(span);
            if temper < 30 {
                // The nearest of three: most of it is recent.
                ago = ago.min(stream.below(span)).min(stream.below(span));
            }
            let kind = stream.weighted(&KINDS, |(_, weight)| *weight).0;
            (i64::try_from(since + ago).expect("within the year"), kind)
        })
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    // The newest first: an event at the instant of the one after it moves a second back.
    let mut newest = -1;
    for (ago, _) in found.iter_mut().rev() {
        *ago = (*ago).max(newest + 1);
        newest = *ago;
    }
    found
}

/// Writes an instant's day as `YYYY-MM-DD`.
fn date(at: i64) -> String {
    chrono::DateTime::from_timestamp(at, 0).expect("a day of our time").format("%Y-%m-%d").to_string()
}
