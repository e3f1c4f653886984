//! What the verdicts say should change in the model: each suggestion one edit, with what it rests on and exactly what it would do.
//! Never here: making the change.
//!
//! # The rules
//!
//! Only verdicts in force on leads that are scored count. **Handed over** is who stands in a zone that hands over to sales or that
//! sales own; where the map has no such zone, who is in the top group.
//!
//! - **Too early**: raise the line into what is handed over ([`Kind::RaiseLine`]), or cut a criterion that makes more of the points of
//!   those leads than of the right ones ([`Kind::CutWeight`]).
//! - **Too late**: lower the line ([`Kind::LowerLine`]), or raise a criterion by which those leads began more often than the right ones
//!   ([`Kind::RaiseWeight`]).
//! - **Off target**: take points for what they have in common ([`Kind::AddNegative`]), or hold it back by a gate ([`Kind::AddGate`]).
//! - **All right**: lower the line, to act sooner ([`Kind::ActSooner`]).
//!
//! # When something is said
//!
//! It takes at least [`FEWEST_JUDGED`] verdicts, [`FEWEST_OF`] of the kind in question and, where they are compared, as many right
//! ones. What is compared must differ more than chance would make it: Fisher's exact test (the sign test for too late against too
//! early), at 5 in 100 for all kinds together. Each kind has an equal part of that, which is divided by the number of things it looked
//! at (Bonferroni), so that the most striking of many is not taken for a finding. A change that loses more than [`MOST_LOST`] percent of
//! the right leads, or that does not help on balance, is not suggested.

mod effect;
mod lines;
mod marks;
mod panel;
mod weights;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::insight::interval::Interval;
use crate::insight::interval::Part;
use crate::insight::missing::Of;
use crate::model::Edit;
use crate::model::Side;
use crate::review::Verdict;
use crate::workbench::Workbench;
use crate::workbench::suggest::panel::Panel;

/// The fewest verdicts to say anything from.
pub const FEWEST_JUDGED: u64 = 10;
/// The fewest of the verdict in question, and of those it is compared with.
pub const FEWEST_OF: u64 = 5;
/// The most of the right leads that are handed over that a change may lose, in percent.
pub const MOST_LOST: u64 = 20;
/// How often chance alone may say something, of all that is said of one model: in thousandths.
pub const CHANCE: u64 = 50;
/// From which share of right verdicts on all is taken to be right, in percent.
pub const ALL_RIGHT: u64 = 90;
/// What the true share of right is at least likely to be then, in percent: the acceptance that a handover is agreed on.
pub const ACCEPTED: u64 = 60;
/// How many more leads may be handed over at once when all is right, in percent.
pub const MOST_MORE: u64 = 25;
/// From which share of off-target leads on, of all judged leads with a value, a gate is offered for it, in percent.
pub const PRECISE: u64 = 80;
/// How many days sooner a lead that came too late is wanted.
pub const SOONER_DAYS: i64 = 14;
/// The most suggestions of one kind.
const MOST: usize = 3;

/// A kind of suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Too early: the line into what is handed over, higher.
    RaiseLine,
    /// Too early: a criterion, lighter.
    CutWeight,
    /// Too late: the line, lower.
    LowerLine,
    /// Too late: a criterion, heavier.
    RaiseWeight,
    /// Off target: a criterion that takes points.
    AddNegative,
    /// Off target: a gate.
    AddGate,
    /// All right: the line, lower.
    ActSooner,
}

impl Kind {
    pub const ALL: [Kind; 7] = [
        Kind::RaiseLine,
        Kind::CutWeight,
        Kind::LowerLine,
        Kind::RaiseWeight,
        Kind::AddNegative,
        Kind::AddGate,
        Kind::ActSooner,
    ];

    /// Returns the verdict that it answers to.
    pub fn answers(self) -> Verdict {
        match self {
            Kind::RaiseLine | Kind::CutWeight => Verdict::TooEarly,
            Kind::LowerLine | Kind::RaiseWeight => Verdict::TooLate,
            Kind::AddNegative | Kind::AddGate => Verdict::OffTarget,
            Kind::ActSooner => Verdict::Right,
        }
    }

    /// Returns the name for programs.
    pub fn id(self) -> &'static str {
        match self {
            Kind::RaiseLine => "raise_line",
            Kind::CutWeight => "cut_weight",
            Kind::LowerLine => "lower_line",
            Kind::RaiseWeight => "raise_weight",
            Kind::AddNegative => "add_negative",
            Kind::AddGate => "add_gate",
            Kind::ActSooner => "act_sooner",
        }
    }
}

/// How many leads have each verdict, in the order of [`Verdict::ALL`].
pub type Counts = [u64; 4];

/// Who a handover is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// Who stands in a zone of sales.
    HandedOver,
    /// Who is in the top group: the map has no zone of sales.
    Top,
}

/// What the verdicts say.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestions {
    pub region: Region,
    /// Verdicts on leads that are scored.
    pub judged: Counts,
    /// Those of leads that are handed over now.
    pub handed_over: Counts,
    /// Verdicts that were given under another model.
    pub other_model: u64,
    /// Verdicts on leads that stood in another cell then.
    pub moved: u64,
    /// What helps most first.
    pub found: Vec<Suggestion>,
    /// What cannot be said, and what is missing for it.
    pub lacking: Vec<Lacking>,
}

/// A change that the verdicts speak for.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub kind: Kind,
    pub subject: Subject,
    pub edit: Edit,
    pub evidence: Evidence,
    pub effect: Effect,
}

/// What would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The lowest value of a band.
    Line { side: Side, band: String, from: i64, to: i64 },
    /// The share of the top group, in percent.
    Share { from: u8, to: u8 },
    /// The weight of a criterion.
    Weight { criterion: String, from: i64, to: i64 },
    /// A new criterion.
    Negative { criterion: String, of: Of, weight: i64 },
    /// A new gate for who has a value, and the zone they go to.
    Gate { gate: String, of: Of, zone: String },
}

/// What a suggestion rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Leads with a verdict, and how many have each.
    pub judged: u64,
    pub verdicts: Counts,
    /// The leads whose verdict speaks for it, ascending.
    pub leads: Arc<[u32]>,
    pub proof: Proof,
}

/// Why it is taken for more than chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Proof {
    /// A share of the leads of the verdict in question against that of the right ones.
    Shares(Shares),
    /// More leads too late than too early.
    Balance { late: u64, early: u64, chance: f64 },
    /// Most of those who are handed over are of the verdict in question; and where the true share is likely to be, 95 %.
    Most { part: Part, likely: Interval },
}

/// Two shares that differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shares {
    pub of: Part,
    pub of_right: Part,
    /// Of the difference, 95 %.
    pub likely: Interval,
    /// How often chance would show as much in any of the things that were looked at.
    pub chance: f64,
    /// How many these were.
    pub looked_at: u64,
    /// A criterion's share of the points above none of either group, in thousandths.
    pub points: Option<[i64; 2]>,
}

/// What making the change does: each number before and after, or in and out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Leads that are handed over, before and after.
    pub handed_over: [u64; 2],
    /// Leads that come into the top group, and that leave it.
    pub into_top: u64,
    pub out_of_top: u64,
    /// One per zone, in the order of the model.
    pub zones: Vec<ZoneEffect>,
    /// Judged leads that are handed over now and no longer then, and the other way round, by verdict.
    pub out: Counts,
    pub into: Counts,
    /// Judged leads that leave the top group, and that come in.
    pub top_out: Counts,
    pub top_into: Counts,
    /// Leads that entered what is handed over in the last [`RECENT_WEEKS`](crate::workbench::RECENT_WEEKS) weeks, before and after.
    pub entered: [u64; 2],
}

/// What it does to a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneEffect {
    pub zone: String,
    pub of_sales: bool,
    pub leads: [u64; 2],
    /// Leads that entered it in the last weeks.
    pub entered: [u64; 2],
}

/// A kind of suggestion that is not made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lacking {
    pub kind: Kind,
    pub why: Why,
}

/// Why a suggestion is not made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// Too few verdicts in all.
    Judged { have: u64, need: u64 },
    /// Too few of one verdict.
    Few { of: Verdict, have: u64, need: u64 },
    /// The model has nothing of what would be changed: no line into what is handed over, no criterion, no zone to send leads to.
    Nothing,
    /// So many things were looked at, and none differs more than by chance.
    Chance { looked_at: u64 },
    /// There is a difference, but no change of this kind would help on balance.
    NoHelp,
    /// Not nearly all are right.
    NotAllRight { part: Part },
}

/// A change that may be suggested, before its effect on everybody is known.
struct Candidate {
    subject: Subject,
    edit: Edit,
    leads: Vec<u32>,
    proof: Proof,
    /// Judged leads it helps, less those it harms.
    gain: i64,
}

/// What a kind comes to.
type Sought = Result<Vec<Candidate>, Why>;

impl Workbench {
    /// Returns what the verdicts say should change: for a page that is opened, not for every frame.
    pub fn suggestions(&self) -> Suggestions {
        let panel = Panel::of(self);
        let mut found: Vec<(Kind, Candidate)> = Vec::new();
        let mut lacking = Vec::new();
        for kind in Kind::ALL {
            match seek(kind, &panel) {
                Ok(mut candidates) => {
                    candidates.sort_by_key(|candidate| -candidate.gain);
                    candidates.truncate(MOST);
                    found.extend(candidates.into_iter().map(|candidate| (kind, candidate)));
                }
                Err(why) => lacking.push(Lacking { kind, why }),
            }
        }
        found.sort_by_key(|(kind, candidate)| (-candidate.gain, *kind));
        let edits: Vec<&Edit> = found.iter().map(|(_, candidate)| &candidate.edit).collect();
        let effects = effect::effects(self, &panel, &edits);
        let verdicts = panel.counts(|_| true);
        let suggestion = |((kind, candidate), effect): ((Kind, Candidate), Effect)| Suggestion {
            kind,
            subject: candidate.subject,
            edit: candidate.edit,
            evidence: Evidence {
                judged: verdicts.iter().sum(),
                verdicts,
                leads: candidate.leads.into(),
                proof: candidate.proof,
            },
            effect,
        };
        Suggestions {
            region: panel.region,
            judged: verdicts,
            handed_over: panel.counts(|at| panel.inside[at]),
            other_model: self.given_under_another_model(&panel),
            moved: self.given_elsewhere(&panel),
            found: found.into_iter().zip(effects).map(suggestion).collect(),
            lacking,
        }
    }

    fn given_under_another_model(&self, panel: &Panel<'_>) -> u64 {
        let other = |lead: &&u32| {
            let standing = self.verdict_of(**lead as usize);
            standing.is_some_and(|standing| standing.remark.footing.model != self.model.name)
        };
        panel.leads.iter().filter(other).count() as u64
    }

    fn given_elsewhere(&self, panel: &Panel<'_>) -> u64 {
        let elsewhere = |lead: &&u32| {
            let lead = **lead as usize;
            let Some(standing) = self.verdict_of(lead) else { return false };
            let (then, now) = (&standing.remark.footing, self.footing(lead));
            then.model == now.model && (&then.row, &then.column) != (&now.row, &now.column)
        };
        panel.leads.iter().filter(elsewhere).count() as u64
    }
}

/// Looks for what one kind of change could be.
fn seek(kind: Kind, panel: &Panel<'_>) -> Sought {
    let judged = panel.leads.len() as u64;
    if judged < FEWEST_JUDGED {
        return Err(Why::Judged { have: judged, need: FEWEST_JUDGED });
    }
    match kind {
        Kind::RaiseLine => lines::raise(panel),
        Kind::CutWeight => weights::cut(panel),
        Kind::LowerLine => lines::lower(panel),
        Kind::RaiseWeight => weights::raise(panel),
        Kind::AddNegative => marks::negatives(panel),
        Kind::AddGate => marks::gates(panel),
        Kind::ActSooner => lines::sooner(panel),
    }
}

impl Suggestions {
    /// Returns how many verdicts there are on leads that are scored.
    pub fn n_judged(&self) -> u64 {
        self.judged.iter().sum()
    }

    /// Returns every lead that a suggestion rests on.
    pub fn leads(&self) -> BTreeSet<u32> {
        self.found.iter().flat_map(|found| found.evidence.leads.iter().copied()).collect()
    }
}
