//! The seeded demo data: the leads of a believable French-European B2B funnel and a year of their activity. Pure: no clock, no
//! file; the caller hands over as-of and a writer.
//!
//! Lead `i` and its events come from streams of their own, so that the first n leads are the same however many there are.
//!
//! # The hidden truth
//!
//! Every lead has an *intent* and a *curiosity* (0..=100) that no column holds. Intent shows in pricing views, demo requests,
//! meetings and trials, a little in clicks, forms and webinars attended, and in how much is told of budget and deadline; curiosity
//! shows in downloads, pages and webinars registered for.
//!
//! Whether sales take a lead up grows with the square of intent. Of those closed, a lead is won when `fit × intent / 100 + blur`
//! reaches 45, with a bell-shaped blur of ±24. Fit (0..=100) is made of function (marketing and direction 25, sales 18, IT 9, ...),
//! seniority (directors 20, executives 17, managers 14, ...), company size (best from 50 to 499, nothing below 20 or much
//! above 2,000), sector (software and industry 15, services 12, finance 10, ...) and country (10 where the sales people are, else 5).
//!
//! So: downloads, opens, newsletter and revenue by itself say next to nothing; the biggest companies do not buy; referrals are
//! worth more than they look and paid social less; and students, job applicants and competitors never buy, however hot they look:
//! students and applicants are found among the most active, and download the most.
//!
//! # Proportions
//!
//! 30 % hot (2.2 times the average events, most of them recent), 35 % steady, 35 % quiet for 120 days and more; about 4 % job
//! applicants, 4 % students, 1 % competitors; 5 % of every attribute unknown, and of company facts 11 %, since students name no
//! company and applicants half the time; budget and deadline are told by about 40 and 60 %.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers drawn from small tables and ranges; tests hold the ranges"
)]

mod activity;
mod company;
mod csv;
mod lead;
mod names;
mod person;
mod stream;

use std::io;
use std::io::Write;

pub use activity::ASSETS;
pub use activity::CAMPAIGNS;
pub use activity::Event;
pub use activity::KINDS;
pub use csv::EVENT_FIELDS;
pub use csv::LEAD_FIELDS;
pub use lead::Lead;

use crate::generate::activity::Activity;
use crate::generate::person::Person;
use crate::generate::person::Words;

/// How much to generate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spec {
    pub leads: u32,
    /// On average; at most 10,000 are made.
    pub events_per_lead: u32,
    pub seed: u64,
    /// UTC seconds; the year of activity ends here. Taken as at least 1975 and at most 2100, where every event has a date.
    pub as_of: i64,
}

impl Spec {
    fn as_of(&self) -> i64 {
        self.as_of.clamp(157_766_400, 4_102_444_800)
    }

    fn events_per_lead(&self) -> u32 {
        self.events_per_lead.min(10_000)
    }
}

/// Bytes gathered before they are handed to the writer.
const CHUNK: usize = 1 << 16;

/// Returns the leads one by one.
pub fn each_lead(spec: &Spec) -> impl Iterator<Item = Lead> {
    let spec = *spec;
    let words = Words::new();
    (0..spec.leads).map(move |index| Lead::of(&spec, &words, &Person::draw(&spec, index)))
}

/// Calls `see` with every event: lead by lead, each lead's oldest first; stops at the first error.
pub fn each_event<E>(spec: &Spec, mut see: impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
    let mut activity = Activity::new(spec);
    for index in 0..spec.leads {
        activity.of(&Person::draw(spec, index)).iter().try_for_each(&mut see)?;
    }
    Ok(())
}

/// Writes the leads as CSV, with a header of [`LEAD_FIELDS`].
pub fn leads(spec: &Spec, out: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(CHUNK + 4_096);
    csv::push_header(&mut bytes, &LEAD_FIELDS);
    for lead in each_lead(spec) {
        csv::push_lead(&mut bytes, &lead);
        hand_over(&mut bytes, out, CHUNK)?;
    }
    hand_over(&mut bytes, out, 0)
}

/// Writes the events as CSV, with a header of [`EVENT_FIELDS`].
pub fn events(spec: &Spec, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::new();
    let mut activity = Activity::new(spec);
    let mut email = String::new();
    let mut bytes = Vec::with_capacity(CHUNK + 4_096);
    csv::push_header(&mut bytes, &EVENT_FIELDS);
    for index in 0..spec.leads {
        let person = Person::draw(spec, index);
        email.clear();
        person.push_email(&words, &mut email);
        for event in activity.of(&person) {
            csv::push_event(&mut bytes, &email, event);
        }
        hand_over(&mut bytes, out, CHUNK)?;
    }
    hand_over(&mut bytes, out, 0)
}

/// Writes the bytes gathered so far, once there are at least as many as said.
fn hand_over(bytes: &mut Vec<u8>, out: &mut dyn Write, at_least: usize) -> io::Result<()> {
    if bytes.len() >= at_least {
        out.write_all(bytes)?;
        bytes.clear();
    }
    Ok(())
}
