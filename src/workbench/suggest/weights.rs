//! Which weights should change, by the verdicts. Never here: lines, new criteria, gates.
//!
//! - **Cut**: a criterion's share of a lead's points above none, on its axis, is taken for every lead that is handed over and came too
//!   early or was right. Where more of the too-early leads than of the right ones are above the middle share of both together (the
//!   median test, by Fisher's), the weight is cut to what sends out the most too-early leads less right ones; of equals the least cut.
//! - **Raise**: a lead began with the criterion whose first event is its first of all that criteria count. Where more of the leads that
//!   came too late than of the right ones began with a criterion, its weight is raised to what would have handed over the most of them
//!   sooner, less those that come too early already; of equals the least rise.
//!
//! Weights are tried in fives, or in ones where they are below 10.

use crate::engine::events::select;
use crate::insight::interval::Part;
use crate::model::Criterion;
use crate::model::Edit;
use crate::model::Group;
use crate::model::MAX_WEIGHT;
use crate::model::Rule;
use crate::model::Side;
use crate::review::Verdict;
use crate::workbench::suggest::Candidate;
use crate::workbench::suggest::FEWEST_OF;
use crate::workbench::suggest::Proof;
use crate::workbench::suggest::Shares;
use crate::workbench::suggest::Sought;
use crate::workbench::suggest::Subject;
use crate::workbench::suggest::Why;
use crate::workbench::suggest::lines::shares;
use crate::workbench::suggest::panel::Panel;
use crate::workbench::suggest::panel::Trial;

/// The most weights that are tried for a criterion.
const MOST_WEIGHTS: i64 = 40;

/// A criterion that gives points, with its place among all.
struct Giver<'p> {
    side: Side,
    index: usize,
    criterion: &'p Criterion,
}

fn givers<'p>(panel: &'p Panel<'_>) -> Vec<Giver<'p>> {
    let all = panel.bench.model().criteria().zip(panel.scores.criteria()).enumerate();
    let giver = |(index, ((side, _, criterion), found)): (usize, ((Side, &'p Group, &'p Criterion), _))| {
        let found: &crate::engine::sums::CriterionScores = found;
        let gives = criterion.on && criterion.weight > 0 && found.problem.is_none();
        gives.then_some(Giver { side, index, criterion })
    };
    all.filter_map(giver).collect()
}

/// The points above none that every criterion gives every judged lead, in micropoints.
struct Points(Vec<Vec<i64>>);

impl Points {
    fn of(panel: &Panel<'_>) -> Points {
        let n = panel.leads.len();
        let all = panel.bench.model().criteria().zip(panel.scores.criteria());
        let given = all.map(|((_, _, criterion), found)| {
            let weight = if criterion.on { criterion.weight } else { 0 };
            (0..n).map(|at| (weight * found.hits.units(at)).max(0)).collect()
        });
        Points(given.collect())
    }

    /// Returns a criterion's share of all the points of some leads, in millionths; 0 of nothing.
    fn share(&self, givers: &[Giver<'_>], of: &Giver<'_>, leads: &[usize]) -> i64 {
        let sum = |index: usize| leads.iter().map(|at| i128::from(self.0[index][*at])).sum::<i128>();
        let same_side = givers.iter().filter(|giver| giver.side == of.side);
        let all: i128 = same_side.map(|giver| sum(giver.index)).sum();
        let part = (sum(of.index) * 1_000_000).checked_div(all).unwrap_or(0);
        i64::try_from(part).unwrap_or(0)
    }
}

/// Too early: criteria, lighter.
pub(super) fn cut(panel: &Panel<'_>) -> Sought {
    if let Some(few) = panel.too_few(&[Verdict::TooEarly, Verdict::Right]) {
        return Err(few);
    }
    let givers = givers(panel);
    let points = Points::of(panel);
    let [early, right] = [Verdict::TooEarly, Verdict::Right].map(|verdict| panel.with(verdict, |at| panel.inside[at]));
    let compared = |giver: &Giver<'_>| {
        let share = |at: &usize| points.share(&givers, giver, &[*at]);
        let [of_early, of_right] = [&early, &right].map(|leads| leads.iter().map(share).collect::<Vec<i64>>());
        let mut both: Vec<i64> = of_early.iter().chain(&of_right).copied().collect();
        both.sort_unstable();
        let middle = both[(both.len() - 1) / 2];
        let above = |shares: &[i64]| {
            let n = shares.iter().filter(|share| **share > middle).count();
            Part::new(n as u64, shares.len() as u64)
        };
        let totals = [&early, &right].map(|leads| points.share(&givers, giver, leads) / 1_000);
        (above(&of_early), above(&of_right), Some(totals))
    };
    let over = over_represented(&givers, compared)?;
    let found = over.into_iter().filter_map(|(giver, shares)| {
        let gain = |trial: &Trial| panel.sent_out(trial, Verdict::TooEarly);
        let (to, trial, gain) = best_weight(panel, giver.criterion, lighter(giver.criterion.weight), gain)?;
        let leads = panel.with(Verdict::TooEarly, |at| panel.inside[at] && !trial.inside[at]);
        Some(candidate(panel, giver.criterion, to, &leads, shares, gain))
    });
    helping(found.collect())
}

/// Too late: criteria, heavier.
pub(super) fn raise(panel: &Panel<'_>) -> Sought {
    let counts = panel.counts(|_| true);
    for verdict in [Verdict::TooLate, Verdict::Right] {
        let have = counts[verdict as usize];
        if have < FEWEST_OF {
            return Err(Why::Few { of: verdict, have, need: FEWEST_OF });
        }
    }
    let mut givers = givers(panel);
    let first = first_events(panel, &givers);
    let began: Vec<Option<i64>> =
        (0..panel.leads.len()).map(|at| first.iter().filter_map(|own| own.as_ref()?[at]).min()).collect();
    givers.retain(|giver| first[giver.index].is_some());
    let [late, right] = [Verdict::TooLate, Verdict::Right].map(|verdict| panel.with(verdict, |_| true));
    let began_with = |giver: &Giver<'_>, at: usize| {
        let own = first[giver.index].as_ref().and_then(|own| own[at]);
        own.is_some() && own == began[at]
    };
    let compared = |giver: &Giver<'_>| {
        let part = |leads: &[usize]| {
            let n = leads.iter().filter(|at| began_with(giver, **at)).count();
            Part::new(n as u64, leads.len() as u64)
        };
        (part(&late), part(&right), None)
    };
    let over = over_represented(&givers, compared)?;
    let found = over.into_iter().filter_map(|(giver, shares)| {
        let gain = |trial: &Trial| Some(panel.brought_in(trial));
        let (to, trial, gain) = best_weight(panel, giver.criterion, heavier(giver.criterion.weight), gain)?;
        Some(candidate(panel, giver.criterion, to, &panel.sooner(&trial), shares, gain))
    });
    helping(found.collect())
}

fn helping(found: Vec<Candidate>) -> Sought {
    if found.is_empty() { Err(Why::NoHelp) } else { Ok(found) }
}

fn candidate(panel: &Panel<'_>, of: &Criterion, to: i64, leads: &[usize], shares: Shares, gain: i64) -> Candidate {
    let (criterion, from) = (of.name.clone(), of.weight);
    Candidate {
        subject: Subject::Weight { criterion: criterion.clone(), from, to },
        edit: Edit::SetWeight { criterion, weight: to },
        leads: panel.named(leads),
        proof: Proof::Shares(shares),
        gain,
    }
}

/// Returns the criteria of which the first share is higher than that of the right leads by more than chance.
fn over_represented<'g, 'p>(
    givers: &'g [Giver<'p>],
    compared: impl Fn(&Giver<'p>) -> (Part, Part, Option<[i64; 2]>),
) -> Result<Vec<(&'g Giver<'p>, Shares)>, Why> {
    if givers.is_empty() {
        return Err(Why::Nothing);
    }
    let looked_at = givers.len() as u64;
    let over = |giver: &'g Giver<'p>| {
        let (of, of_right, points) = compared(giver);
        let is_more = of.hits * of_right.of > of_right.hits * of.of;
        let found = shares(of, of_right, looked_at, points).ok().filter(|_| is_more)?;
        Some((giver, found))
    };
    let found: Vec<_> = givers.iter().filter_map(over).collect();
    if found.is_empty() { Err(Why::Chance { looked_at }) } else { Ok(found) }
}

/// Returns the weight that helps most, what it does, and by how much it helps; of equals the first. None if none helps.
fn best_weight(
    panel: &Panel<'_>,
    criterion: &Criterion,
    weights: Vec<i64>,
    gain: impl Fn(&Trial) -> Option<i64>,
) -> Option<(i64, Trial, i64)> {
    let tried = weights.into_iter().filter_map(|weight| {
        let trial = panel.trial(&Edit::SetWeight { criterion: criterion.name.clone(), weight })?;
        let gain = gain(&trial).filter(|gain| *gain > 0)?;
        Some((weight, trial, gain))
    });
    tried.reduce(|best, next| if next.2 > best.2 { next } else { best })
}

fn unit(weight: i64) -> i64 {
    let mut unit = if weight < 10 { 1 } else { 5 };
    while weight / unit > MOST_WEIGHTS {
        unit *= 2;
    }
    unit
}

/// Returns lighter weights, the least cut first.
fn lighter(weight: i64) -> Vec<i64> {
    let unit = unit(weight);
    (1..=weight / unit + 1).map(|n| (weight + unit - 1) / unit * unit - n * unit).filter(|to| *to >= 0).collect()
}

/// Returns heavier weights, the least rise first, up to three times the weight and ten units at least.
fn heavier(weight: i64) -> Vec<i64> {
    let unit = unit(weight);
    let most = (3 * weight).max(weight + 10 * unit).min(MAX_WEIGHT);
    (1..=MOST_WEIGHTS * 3).map(|n| weight / unit * unit + n * unit).take_while(|to| *to <= most).collect()
}

/// Returns for each criterion of the model when the first event that it counts happened to each judged lead; none where it counts
/// no events.
fn first_events(panel: &Panel<'_>, givers: &[Giver<'_>]) -> Vec<Option<Vec<Option<i64>>>> {
    let mut first = vec![None; panel.bench.model().criteria().count()];
    for giver in givers {
        let Rule::Activity { filter, .. } = &giver.criterion.rule else { continue };
        let Ok(selected) = select(filter, None, &panel.data, panel.bench.as_of()) else { continue };
        let mut own: Vec<Option<i64>> = vec![None; panel.leads.len()];
        selected.each(|lead, at| {
            let (own, at) = (&mut own[lead as usize], i64::from(at));
            *own = Some(own.map_or(at, |known: i64| known.min(at)));
        });
        first[giver.index] = Some(own);
    }
    first
}
