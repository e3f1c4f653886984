//! How a workspace holds its reviews: its reasons, its working week, its limits. Kept as one RON text. Never here: a clock.

use serde::Deserialize;
use serde::Serialize;

use crate::review::Verdict;

/// What a workspace has agreed on for its reviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Customs {
    /// The reasons to choose from; none = the program's own, in the person's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Vec<Reason>>,
    pub week: WorkingWeek,
    /// A criterion that makes more than this share of the top group's points is flagged, percent.
    pub flagged_share: u8,
    /// Whether a review asks for a hunch before it shows the score.
    pub hunch_first: bool,
    /// Kinds of events that say that sales have acted on a lead: a call, a meeting. It waits for nobody then.
    pub answered_by: Vec<String>,
}

/// Why a verdict was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub text: String,
    /// The verdict it explains; none = any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// When people work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WorkingWeek {
    /// Monday first.
    pub days: [bool; 7],
    /// Minutes after midnight in the workspace's zone.
    pub from: u16,
    pub to: u16,
    /// Days off, as `YYYY-MM-DD`.
    pub holidays: Vec<String>,
}

impl Default for Customs {
    fn default() -> Customs {
        Customs {
            reasons: None,
            week: WorkingWeek::default(),
            flagged_share: 25,
            hunch_first: false,
            answered_by: Vec::new(),
        }
    }
}

impl Default for WorkingWeek {
    /// Monday to Friday, nine to six.
    fn default() -> WorkingWeek {
        WorkingWeek { days: [true, true, true, true, true, false, false], from: 540, to: 1080, holidays: Vec::new() }
    }
}
