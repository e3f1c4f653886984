//! Who a lead really is, known facts and hidden ones, before anything is forgotten: the source of both the profile and the activity.

use crate::generate::Spec;
use crate::generate::company::COUNTRIES;
use crate::generate::company::Company;
use crate::generate::company::CompanyWords;
use crate::generate::names::FRENCH;
use crate::generate::names::NAMES;
use crate::generate::names::SLOTS;
use crate::generate::names::push_plain;
use crate::generate::stream::Stream;

pub(super) const DAY: i64 = 86_400;

/// Why somebody reads a vendor's pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Persona {
    Prospect,
    /// Looks for a job: downloads and reads a lot, visits the careers page, never buys.
    Applicant,
    /// Studies the subject: downloads and watches webinars, never buys.
    Student,
    /// Watches the rival, never buys.
    Competitor,
}

/// How active a lead is, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// Many events, most of them recent.
    Hot,
    /// Few events, spread over the year.
    Steady,
    /// Few events, none of them recent.
    Quiet,
}

pub(super) const FUNCTIONS: [&str; 8] = ["marketing", "sales", "direction", "IT", "finance", "HR", "other", "student"];
const FUNCTION_WEIGHTS: [u32; 7] = [30, 17, 14, 12, 8, 7, 12];

pub(super) const SENIORITIES: [&str; 5] = ["executive", "director", "manager", "specialist", "junior"];
const SENIORITY_WEIGHTS: [u32; 5] = [10, 18, 30, 30, 12];

/// Where leads come from: name, how often in a hundred, and what it says of their intent.
pub(super) const SOURCES: [(&str, u32, i32); 8] = [
    ("organic", 26, 0),
    ("webinar", 18, 4),
    ("paid social", 17, -10),
    ("paid search", 12, 6),
    ("event", 9, 2),
    ("referral", 7, 14),
    ("outbound", 7, -4),
    ("partner", 4, 8),
];

/// The truth about a lead.
pub(super) struct Person {
    pub(super) index: u32,
    pub(super) company: Company,
    pub(super) persona: Persona,
    pub(super) pace: Pace,
    /// Index in `FUNCTIONS`.
    pub(super) function: usize,
    /// Index in `SENIORITIES`.
    pub(super) seniority: usize,
    /// Index in `SOURCES`.
    pub(super) source: usize,
    /// Hidden: how much the lead means to buy, 0..=100.
    pub(super) intent: u32,
    /// Hidden: how much the lead likes to read, 0..=100; says nothing about buying.
    pub(super) curiosity: u32,
    /// UTC seconds.
    pub(super) created: i64,
    /// Whether the language is the country's first.
    first_language: bool,
    first_name: u32,
    last_name: u32,
}

/// The words that names are made of, split once.
pub(super) struct Words {
    first: Vec<Vec<&'static str>>,
    last: Vec<Vec<&'static str>>,
    pub(super) company: CompanyWords,
}

impl Words {
    pub(super) fn new() -> Words {
        Words {
            first: NAMES.iter().map(|names| names.first.split_whitespace().collect()).collect(),
            last: NAMES.iter().map(|names| names.last.split_whitespace().collect()).collect(),
            company: CompanyWords::new(),
        }
    }
}

impl Person {
    pub(super) fn draw(spec: &Spec, index: u32) -> Person {
        let mut stream = Stream::new(spec.seed, 2, index);
        let company = Company::of_lead(spec.seed, index, &mut stream);
        let pace = match stream.below(100) {
            0..30 => Pace::Hot,
            30..65 => Pace::Steady,
            _ => Pace::Quiet,
        };
        let persona = draw_persona(pace, &mut stream);
        let function = if persona == Persona::Student { 7 } else { stream.weighted(&FUNCTION_WEIGHTS) };
        let seniority = match persona {
            Persona::Student => 4,
            Persona::Applicant => 3 + stream.below(2) as usize,
            // Those who direct a company direct or lead.
            _ if function == 2 => stream.below(2) as usize,
            _ => stream.weighted(&SENIORITY_WEIGHTS),
        };
        let source = stream.weighted(&SOURCES.map(|(_, weight, _)| weight));
        let leaning = match pace {
            Pace::Hot => stream.between(30, 100),
            Pace::Steady => stream.below(71),
            Pace::Quiet => stream.below(46),
        };
        let intent = match persona {
            Persona::Prospect => leaning.saturating_add_signed(SOURCES[source].2).min(100),
            Persona::Applicant | Persona::Student | Persona::Competitor => stream.below(26),
        };
        let curiosity = match persona {
            Persona::Applicant | Persona::Student => stream.between(70, 100),
            Persona::Prospect | Persona::Competitor => stream.below(101),
        };
        Person {
            index,
            persona,
            pace,
            function,
            seniority,
            source,
            intent,
            curiosity,
            created: draw_created(spec, pace, &mut stream),
            first_language: stream.percent(80),
            first_name: stream.below(1 << 16),
            last_name: stream.below(1 << 16),
            company,
        }
    }

    fn language(&self) -> usize {
        let [first, second] = COUNTRIES[self.company.country].languages;
        if self.first_language { first } else { second }
    }

    pub(super) fn speaks_french(&self) -> bool {
        self.language() == FRENCH
    }

    pub(super) fn first_name(&self, words: &Words) -> &'static str {
        let names = &words.first[self.language()];
        names[self.first_name as usize % names.len()]
    }

    /// Leads who may share a company never share a last name, so that their addresses differ.
    pub(super) fn last_name(&self, words: &Words) -> &'static str {
        let names = &words.last[self.language()];
        let block = self.index / SLOTS;
        let slot = (self.index % SLOTS).wrapping_mul(2 * (block % 29) + 1).wrapping_add(block.wrapping_mul(11)) % SLOTS;
        let rounds = names.len() as u32 / SLOTS;
        names[(slot + SLOTS * (self.last_name % rounds)) as usize]
    }

    /// Appends the email address, the lead's key; no two leads have the same.
    pub(super) fn push_email(&self, words: &Words, out: &mut String) {
        push_plain(out, self.first_name(words));
        out.push('.');
        push_plain(out, self.last_name(words));
        match self.persona {
            Persona::Prospect | Persona::Competitor => {
                out.push('@');
                self.company.push_domain(&words.company, out);
            }
            Persona::Applicant | Persona::Student => {
                out.push('-');
                out.push_str(whole(self.index, &mut [0; 10]));
                out.push_str(if self.persona == Persona::Student { "@campus.example" } else { "@mail.example" });
            }
        }
    }
}

/// Writes a whole number without a detour through the formatter.
pub(super) fn whole(mut n: u32, digits: &mut [u8; 10]) -> &str {
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (n % 10) as u8;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    std::str::from_utf8(&digits[start..]).unwrap_or_default()
}

/// Applicants and students are found among the busy above all: that is what fools a score that counts downloads.
fn draw_persona(pace: Pace, stream: &mut Stream) -> Persona {
    let weights = if pace == Pace::Hot { [81, 9, 8, 2] } else { [94, 2, 3, 1] };
    [Persona::Prospect, Persona::Applicant, Persona::Student, Persona::Competitor][stream.weighted(&weights)]
}

fn draw_created(spec: &Spec, pace: Pace, stream: &mut Stream) -> i64 {
    let (newest, oldest) = match pace {
        Pace::Hot if stream.percent(85) => (5, 360),
        Pace::Hot => (360, 1_000),
        Pace::Steady => (1, 1_000),
        Pace::Quiet => (150, 1_000),
    };
    let age = i64::from(stream.between(newest, oldest)) * DAY + stream.seconds_below(DAY);
    spec.as_of() - age
}
