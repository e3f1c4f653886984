//! Whether the top group looks really more interested than the next: the two side by side. Never here: what to do about it.
//!
//! # The rule
//!
//! The answer rests on the best evidence that can tell, in this order:
//!
//! 1. **Outcomes**: the share of won among the closed leads of either group.
//! 2. **Verdicts**: the share of `right` among the leads that sales have judged.
//! 3. **Activity**: the share of leads that did more in the last 30 days than the middle one of both groups together. Weak:
//!    scores are made of activity, so that some difference is there by making.
//!
//! A kind of evidence tells when the 95 % interval of the difference of the two shares leaves out 0 (better, or worse), or when
//! both shares are of at least [`SMALL`](crate::insight::interval::SMALL) leads (no better). Else the next kind is asked. Where
//! all leads of both groups have the same points there is nothing to ask: who is in the top group is chance.

use crate::engine::hits::Hits;
use crate::insight::five::Five;
use crate::insight::ground::Counted;
use crate::insight::ground::Ground;
use crate::insight::interval::Difference;
use crate::insight::interval::Part;
use crate::insight::interval::difference;
use crate::insight::lesson::Outcome;
use crate::model::Side;
use crate::review::Verdict;

/// How far back activity counts, in days.
pub const ACTIVITY_DAYS: u32 = 30;

/// The top group beside the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// Top, then next.
    pub groups: [Facts; 2],
    pub judgement: Judgement,
    /// The differences of the shares that the judgement is made by, top less next; none where there is nothing to compare.
    pub differences: [Option<Difference>; 3],
    /// What makes the difference in points: the most points a lead first.
    pub criteria: Vec<Maker>,
}

/// What is known of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub leads: usize,
    /// Won, of those that are closed.
    pub won: Part,
    /// Found right, of those that have a verdict.
    pub right: Part,
    /// In the order of [`Verdict::ALL`].
    pub verdicts: [u64; 4],
    /// Busier than the middle lead of both groups, of all.
    pub busy: Part,
    /// With any event in the last [`ACTIVITY_DAYS`] days, of all.
    pub active: Part,
    /// Events in that time.
    pub events: u64,
    /// In micropoints: of the rows, of the columns, of their sum.
    pub rows: Option<Five>,
    pub columns: Option<Five>,
    pub sum: Option<Five>,
}

/// What an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    Outcomes,
    Verdicts,
    Activity,
}

impl Evidence {
    /// The best first.
    pub const ALL: [Evidence; 3] = [Evidence::Outcomes, Evidence::Verdicts, Evidence::Activity];
}

/// Whether the top group looks more interested than the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    Better(Evidence),
    NoBetter(Evidence),
    Worse(Evidence),
    Unclear(Why),
}

/// Why it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// One of the groups is empty.
    Nobody,
    /// All leads of both groups have the same points.
    SamePoints,
    /// There are no outcomes, no verdicts, and no activity.
    NoEvidence,
    /// There is some, of too few leads.
    TooFew,
}

/// A criterion in both groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maker {
    pub side: Side,
    pub criterion: String,
    /// Leads of each group that it gives any points, of all.
    pub hit: [Part; 2],
    /// What it gives each group in all: lines of the ledger, in micropoints, before caps.
    pub points: [i128; 2],
    /// The same without signs, and that of all criteria together: a share is the one of the other.
    pub size: [i128; 2],
    pub of_size: [i128; 2],
}

impl Maker {
    /// Returns the micropoints that it gives a lead of either group, rounded towards zero.
    pub fn per_lead(&self) -> [i64; 2] {
        [0, 1].map(|group| {
            let mean = self.points[group] / i128::from(self.hit[group].of.max(1));
            i64::try_from(mean).expect("a mean of points is as small as a lead's points")
        })
    }

    /// Returns how much more it gives a lead of the top group, in micropoints.
    pub fn lead_over_next(&self) -> i64 {
        let [top, next] = self.per_lead();
        top.saturating_sub(next)
    }
}

/// Returns the contrast.
pub fn contrast(ground: &Ground<'_>) -> Contrast {
    let groups = ground.groups();
    let mut facts = [0, 1].map(|group| facts(ground, &groups[group]));
    count_activity(ground, &groups, &mut facts);
    let pairs = |of: &dyn Fn(&Facts) -> Part| (of(&facts[0]), of(&facts[1]));
    let parts = [pairs(&|facts| facts.won), pairs(&|facts| facts.right), pairs(&|facts| facts.busy)];
    let differences = parts.map(|(top, next)| difference(top, next));
    let any_events = facts.iter().any(|facts| facts.events > 0);
    let judgement = judge(&facts, &parts, &differences, any_events, same_points(ground, &groups));
    Contrast { criteria: makers(ground, &groups), groups: facts, judgement, differences }
}

fn judge(
    facts: &[Facts; 2],
    parts: &[(Part, Part); 3],
    differences: &[Option<Difference>; 3],
    any_events: bool,
    same_points: bool,
) -> Judgement {
    if facts.iter().any(|facts| facts.leads == 0) {
        return Judgement::Unclear(Why::Nobody);
    }
    if same_points {
        return Judgement::Unclear(Why::SamePoints);
    }
    let mut why = Why::NoEvidence;
    for ((evidence, (top, next)), difference) in Evidence::ALL.into_iter().zip(parts).zip(differences) {
        if top.of + next.of == 0 || (evidence == Evidence::Activity && !any_events) {
            continue;
        }
        why = Why::TooFew;
        match difference {
            Some(found) if found.likely.lo > 0.0 => return Judgement::Better(evidence),
            Some(found) if found.likely.hi < 0.0 => return Judgement::Worse(evidence),
            Some(found) if !found.is_small => return Judgement::NoBetter(evidence),
            _ => {}
        }
    }
    Judgement::Unclear(why)
}

fn same_points(ground: &Ground<'_>, groups: &[Vec<u32>; 2]) -> bool {
    let mut points = groups.iter().flatten().map(|lead| ground.rank_points(*lead));
    let first = points.next();
    points.all(|points| Some(points) == first)
}

fn facts(ground: &Ground<'_>, leads: &[u32]) -> Facts {
    let five = |value: &dyn Fn(usize) -> i64| {
        let mut values: Vec<i64> = leads.iter().map(|lead| value(*lead as usize)).collect();
        Five::of(&mut values)
    };
    let of = |side: Side, lead: usize| ground.scores.value(side, lead);
    let (mut closed, mut won, mut verdicts) = (0, 0, [0; 4]);
    for lead in leads {
        let outcome = ground.outcomes.get(*lead as usize).copied().flatten();
        closed += u64::from(outcome.is_some());
        won += u64::from(outcome == Some(Outcome::Won));
        if let Some(verdict) = ground.verdicts.get(lead) {
            verdicts[*verdict as usize] += 1;
        }
    }
    Facts {
        leads: leads.len(),
        won: Part::new(won, closed),
        right: Part::new(verdicts[Verdict::Right as usize], verdicts.iter().sum()),
        verdicts,
        rows: five(&|lead| of(Side::Rows, lead)),
        columns: five(&|lead| of(Side::Columns, lead)),
        sum: five(&|lead| of(Side::Rows, lead).saturating_add(of(Side::Columns, lead))),
        ..Facts::default()
    }
}

/// Counts what the leads of both groups did lately.
fn count_activity(ground: &Ground<'_>, groups: &[Vec<u32>; 2], facts: &mut [Facts; 2]) {
    let counts = recent_events(ground);
    let mut both: Vec<i64> = groups.iter().flatten().map(|lead| i64::from(counts[*lead as usize])).collect();
    both.sort_unstable();
    let Some(middle) = both.get(both.len().saturating_sub(1) / 2).copied() else { return };
    for (leads, facts) in groups.iter().zip(facts) {
        let n = |wanted: &dyn Fn(u32) -> bool| {
            Part::new(leads.iter().filter(|lead| wanted(counts[**lead as usize])).count() as u64, leads.len() as u64)
        };
        facts.busy = n(&|events| i64::from(events) > middle);
        facts.active = n(&|events| events > 0);
        facts.events = leads.iter().map(|lead| u64::from(counts[*lead as usize])).sum();
    }
}

/// Returns how many events of the last days each lead has.
fn recent_events(ground: &Ground<'_>) -> Vec<u32> {
    let events = &ground.data.events;
    let upto = ground.scores.as_of();
    let from = upto - i64::from(ACTIVITY_DAYS) * 86_400;
    let mut counts = vec![0; ground.data.n_leads()];
    for (_, lead, at) in events.some(0..events.len()) {
        let at = i64::from(at);
        counts[lead as usize] += u32::from(from < at && at <= upto);
    }
    counts
}

/// Returns what every criterion gives both groups, what makes most of the difference first.
fn makers(ground: &Ground<'_>, groups: &[Vec<u32>; 2]) -> Vec<Maker> {
    let mut makers: Vec<Maker> = ground
        .criteria()
        .iter()
        .map(|counted| {
            let sums = [0, 1].map(|group| sums(counted, &groups[group]));
            Maker {
                side: counted.side,
                criterion: counted.criterion.name.clone(),
                hit: sums.map(|(hit, ..)| hit),
                points: sums.map(|(_, points, _)| points),
                size: sums.map(|(.., size)| size),
                of_size: [0; 2],
            }
        })
        .collect();
    let of_size = [0, 1].map(|group| makers.iter().map(|maker| maker.size[group]).sum());
    for maker in &mut makers {
        maker.of_size = of_size;
    }
    makers.sort_by_key(|maker| std::cmp::Reverse(maker.lead_over_next().unsigned_abs()));
    makers
}

/// Returns whom a criterion gives any points, their sum, and their sum without signs.
fn sums(counted: &Counted<'_>, leads: &[u32]) -> (Part, i128, i128) {
    let weight = i128::from(counted.criterion.weight);
    let (mut hit, mut units, mut size) = (0, 0_i128, 0_i128);
    let mut add = |n: i64| {
        hit += u64::from(n != 0);
        units += i128::from(n);
        size += i128::from(n.unsigned_abs());
    };
    match &*counted.found.hits {
        Hits::Coded { codes, table } => leads.iter().for_each(|lead| add(table[usize::from(codes[*lead as usize])])),
        Hits::Counted { counts, each } => leads.iter().for_each(|lead| add(i64::from(counts[*lead as usize]) * each)),
    }
    (Part::new(hit, leads.len() as u64), units * weight, size * weight.abs())
}
