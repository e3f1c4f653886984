//! What people found of leads: verdicts, hunches, and the reviews they are given in. Plain values and the rules over them.
//!
//! Everything a person says of a lead is a [`Remark`] in one log: it is added, or struck when it is undone, and never
//! changed. Never here: how a lead is scored, where anything is kept, what is drawn, a word.

pub mod calendar;
pub mod customs;
pub mod draw;
pub mod log;
pub mod seen;
pub mod session;

use serde::Deserialize;
use serde::Serialize;

use crate::engine::rank::Fifth;

/// What sales found of a lead that the model called good, or not yet good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// The lead is right, the time is not: it was handed over before it was ready.
    TooEarly,
    /// The time had gone when the lead came: another was faster, or the need was met.
    TooLate,
    /// Not somebody to sell to, at any time.
    OffTarget,
    /// The right lead at the right time.
    Right,
}

impl Verdict {
    pub const ALL: [Verdict; 4] = [Verdict::TooEarly, Verdict::TooLate, Verdict::OffTarget, Verdict::Right];

    /// Returns the name in files.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::TooEarly => "too_early",
            Verdict::TooLate => "too_late",
            Verdict::OffTarget => "off_target",
            Verdict::Right => "right",
        }
    }

    /// Returns the verdict of that name in files.
    pub fn from_id(id: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.id() == id)
    }
}

/// How warm a lead feels to a person who has not looked at its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Hunch {
    Hot,
    Warm,
    Cold,
}

impl Hunch {
    pub const ALL: [Hunch; 3] = [Hunch::Hot, Hunch::Warm, Hunch::Cold];

    /// Returns the name in files.
    pub fn id(self) -> &'static str {
        match self {
            Hunch::Hot => "hot",
            Hunch::Warm => "warm",
            Hunch::Cold => "cold",
        }
    }

    /// Returns the hunch of that name in files.
    pub fn from_id(id: &str) -> Option<Hunch> {
        Hunch::ALL.into_iter().find(|hunch| hunch.id() == id)
    }
}

/// Something a person said of a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Higher than that of every remark made before it in this file; negative until the file has given it one.
    pub id: i64,
    /// The key of the lead, or of the company where the model scores companies.
    pub lead: String,
    /// UTC seconds.
    pub at: i64,
    /// Who said it; empty where nobody said who they are.
    pub by: String,
    pub said: Said,
    /// The review it was said in, by its id.
    pub review: Option<i64>,
    pub footing: Footing,
    /// It was undone: it counts for nothing, and may be made to count again.
    pub struck: bool,
}

/// What was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Verdict {
        verdict: Verdict,
        /// One of the workspace's reasons; empty = none.
        reason: String,
        /// Free words; empty = none.
        note: String,
    },
    /// The lead has no verdict any more.
    Cleared,
    /// Passed over in a review.
    Skipped,
    Hunch(Hunch),
}

/// Where a lead stood when something was said of it: what the person saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footing {
    pub model: String,
    /// Of the model in the file; 0 until the file has told.
    pub revision: i64,
    /// UTC seconds.
    pub as_of: i64,
    /// The labels of the two bands; empty outside the population, as is what follows.
    pub row: String,
    pub column: String,
    /// Micropoints.
    pub rows: i64,
    pub columns: i64,
    /// From 1.
    pub rank: Option<u32>,
    pub fifth: Fifth,
}
