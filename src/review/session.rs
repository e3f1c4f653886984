//! A review as a thing: who meets, over which leads, how far they came, and what came of it.
//!
//! How far a review came is read from the log alone: a lead of the sample is dealt with when something was said of it in this
//! review, so that a review goes on at the very lead after any end. Never here: which leads a sample takes.

use serde::Deserialize;
use serde::Serialize;

use crate::engine::rank::Fifth;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::log::Log;

/// A review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// In the file; negative until the file has given it one.
    pub id: i64,
    pub name: String,
    /// When it was begun, UTC seconds.
    pub at: i64,
    pub participants: Vec<String>,
    pub sample: Sample,
    /// What the sample was drawn with.
    pub seed: u64,
    /// The model it is held on, by name.
    pub model: String,
    /// UTC seconds.
    pub as_of: i64,
    /// The model's text as it was when the review was begun.
    pub before: String,
    /// The sample, in the order it is gone through.
    pub leads: Vec<Sampled>,
    pub outcome: Option<Outcome>,
}

/// Which leads a review is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sample {
    /// Of the top group and of the next: how many of each, all where none is said.
    Fifths { top: Option<u32>, next: Option<u32> },
    /// Of a cell, by the labels of its bands.
    Cell { row: String, column: String, most: Option<u32> },
    /// Of a zone, by its name.
    Zone { name: String, most: Option<u32> },
}

/// A lead of a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sampled {
    pub lead: String,
    /// The group it was in when the sample was drawn.
    pub fifth: Fifth,
}

/// What came of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// When it was ended, UTC seconds.
    pub at: i64,
    /// The model's text at the end.
    pub after: String,
    /// What is left open, a line each.
    pub open_points: String,
    /// The day of the next review, as `YYYY-MM-DD`; empty = not set.
    pub next: String,
}

/// How often each verdict was given, for one group of a sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In the order of [`Verdict::ALL`].
    pub verdicts: [u64; 4],
    pub skipped: u64,
    /// Leads that nothing was said of yet.
    pub left: u64,
}

impl Tally {
    /// Leads with a verdict.
    pub fn judged(&self) -> u64 {
        self.verdicts.iter().sum()
    }

    pub fn of(&self, verdict: Verdict) -> u64 {
        self.verdicts[verdict as usize]
    }
}

impl Review {
    /// Returns the keys of the sample's leads, in its order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.leads.iter().map(|sampled| &*sampled.lead)
    }

    /// Returns what is in force of what was said of each lead of the sample in this review: a verdict, or that it was skipped.
    pub fn said<'l>(&self, log: &'l Log) -> Vec<Option<&'l Remark>> {
        let mut newest = std::collections::BTreeMap::new();
        for remark in log.in_force().filter(|remark| remark.review == Some(self.id)) {
            match remark.said {
                Said::Verdict { .. } | Said::Skipped => drop(newest.insert(&*remark.lead, remark)),
                Said::Cleared => drop(newest.remove(&*remark.lead)),
                Said::Hunch(_) => {}
            }
        }
        self.leads.iter().map(|sampled| newest.get(&*sampled.lead).copied()).collect()
    }

    /// Returns the first lead of the sample, by its place, that nothing was said of yet.
    pub fn next(&self, log: &Log) -> Option<usize> {
        self.said(log).iter().position(Option::is_none)
    }

    /// Counts what was said: of the top group, of the next, and of the rest.
    pub fn tally(&self, log: &Log) -> [Tally; 3] {
        let mut tallies = [Tally::default(); 3];
        for (sampled, remark) in self.leads.iter().zip(self.said(log)) {
            let tally = &mut tallies[sampled.fifth as usize];
            match remark.map(|remark| &remark.said) {
                Some(Said::Verdict { verdict, .. }) => tally.verdicts[*verdict as usize] += 1,
                Some(_) => tally.skipped += 1,
                None => tally.left += 1,
            }
        }
        tallies
    }
}
