//! Leads and events as CSV bytes: UTF-8, commas, a header, instants as `YYYY-MM-DDTHH:MM:SSZ`. Never here: what they say.

use crate::generate::activity::ASSETS;
use crate::generate::activity::CAMPAIGNS;
use crate::generate::activity::Event;
use crate::generate::activity::KINDS;
use crate::generate::lead::Lead;
use crate::generate::person::DAY;

/// The columns of the leads.
pub const LEAD_FIELDS: [&str; 18] = [
    "email",
    "name",
    "company",
    "company_type",
    "job_title",
    "function",
    "seniority",
    "company_size",
    "sector",
    "country",
    "revenue",
    "source",
    "budget",
    "deadline_months",
    "newsletter",
    "created",
    "owner",
    "outcome",
];

/// The columns of the events.
pub const EVENT_FIELDS: [&str; 5] = ["email", "kind", "at", "asset", "campaign"];

pub(super) fn push_header(out: &mut Vec<u8>, fields: &[&str]) {
    out.extend_from_slice(fields.join(",").as_bytes());
    out.push(b'\n');
}

/// Appends a lead's row.
pub(super) fn push_lead(out: &mut Vec<u8>, lead: &Lead) {
    push_text(out, &lead.email);
    for text in [
        lead.name.as_deref(),
        lead.company.as_deref(),
        lead.company_type,
        lead.job_title,
        lead.function,
        lead.seniority,
    ] {
        out.push(b',');
        push_text(out, text.unwrap_or_default());
    }
    out.push(b',');
    push_whole(out, lead.company_size.map(i64::from));
    for text in [lead.sector, lead.country] {
        out.push(b',');
        push_text(out, text.unwrap_or_default());
    }
    out.push(b',');
    push_whole(out, lead.revenue);
    out.push(b',');
    push_text(out, lead.source.unwrap_or_default());
    out.push(b',');
    push_whole(out, lead.budget);
    out.push(b',');
    push_whole(out, lead.deadline_months.map(i64::from));
    out.push(b',');
    push_text(out, lead.newsletter.map_or("", |yes| if yes { "yes" } else { "no" }));
    out.push(b',');
    push_instant(out, lead.created);
    for text in [lead.owner, lead.outcome] {
        out.push(b',');
        push_text(out, text.unwrap_or_default());
    }
    out.push(b'\n');
}

/// Appends an event's row; `email` is its lead's.
pub(super) fn push_event(out: &mut Vec<u8>, email: &str, event: &Event) {
    out.extend_from_slice(email.as_bytes());
    out.push(b',');
    out.extend_from_slice(KINDS[usize::from(event.kind)].as_bytes());
    out.push(b',');
    push_instant(out, event.at);
    out.push(b',');
    if let Some(asset) = usize::from(event.asset).checked_sub(1) {
        out.extend_from_slice(ASSETS[asset].as_bytes());
    }
    out.push(b',');
    if let Some(campaign) = usize::from(event.campaign).checked_sub(1) {
        out.extend_from_slice(CAMPAIGNS[campaign].as_bytes());
    }
    out.push(b'\n');
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    if text.bytes().any(|b| matches!(b, b',' | b'"' | b'\n' | b'\r')) {
        out.push(b'"');
        out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

fn push_whole(out: &mut Vec<u8>, n: Option<i64>) {
    if let Some(n) = n {
        out.extend_from_slice(n.to_string().as_bytes());
    }
}

/// Appends an instant between the years 0 and 9999.
fn push_instant(out: &mut Vec<u8>, at: i64) {
    let (year, month, day) = civil(at.div_euclid(DAY));
    let second = at.rem_euclid(DAY);
    push_two(out, year / 100);
    push_two(out, year % 100);
    for (before, n) in
        [(b'-', month), (b'-', day), (b'T', second / 3_600), (b':', second / 60 % 60), (b':', second % 60)]
    {
        out.push(before);
        push_two(out, n);
    }
    out.push(b'Z');
}

fn push_two(out: &mut Vec<u8>, n: i64) {
    out.extend_from_slice(&[b'0' + (n / 10 % 10) as u8, b'0' + (n % 10) as u8]);
}

/// Returns year, month and day of a day counted from 1970-01-01, in the Gregorian calendar.
///
/// Counts years from March, so that a leap day is the last of its year, in eras of 400 years that are all alike.
fn civil(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year + era * 400 + i64::from(month <= 2), month, of_month)
}
