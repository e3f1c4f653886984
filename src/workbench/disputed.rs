//! Which criterion the verdicts speak against most. Never here: what should be done about it.

use crate::review::Verdict;
use crate::workbench::Workbench;

/// The criterion that the verdicts of a review speak against most.
///
/// Leads found too early or off target are **turned down**; leads found too late are on neither side, for they were worth a call.
/// A criterion's points per lead are what it gives before the caps of its group. The most disputed criterion is the one whose points
/// per lead turned down exceed its points per right lead by most; of equals the first of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// By its name.
    pub criterion: String,
    /// How many leads it gives points to among those found too early, off target, and right.
    pub given: [u64; 3],
    /// Micropoints per lead among those turned down, and among the right ones; rounded down.
    pub per_lead: [i64; 2],
}

/// On which side of the dispute a verdict is: an index of `given`.
fn side(verdict: Verdict) -> Option<usize> {
    match verdict {
        Verdict::TooEarly => Some(0),
        Verdict::OffTarget => Some(1),
        Verdict::Right => Some(2),
        Verdict::TooLate => None,
    }
}

impl Workbench {
    /// Returns the criterion that these verdicts speak against most; none where no lead was turned down, or no criterion gives such
    /// leads more than it gives the right ones.
    pub fn disputed(&self, verdicts: &[(usize, Verdict)]) -> Option<Disputed> {
        let sides: Vec<(usize, usize)> =
            verdicts.iter().filter_map(|(lead, verdict)| Some((*lead, side(*verdict)?))).collect();
        let n_right = i128::try_from(sides.iter().filter(|(_, side)| *side == 2).count()).ok()?;
        let n_down = i128::try_from(sides.len()).ok()? - n_right;
        if n_down == 0 {
            return None;
        }
        let mut most: Option<(i128, Disputed)> = None;
        for ((_, _, criterion), found) in self.model.criteria().zip(self.scores.criteria()) {
            if !criterion.on || found.problem.is_some() {
                continue;
            }
            let (mut given, mut sums) = ([0; 3], [0_i128; 2]);
            for (lead, side) in &sides {
                let points = criterion.weight * found.hits.units(*lead);
                given[*side] += u64::from(points > 0);
                sums[side / 2] += i128::from(points);
            }
            // Both averages over one denominator: which difference is the largest is decided exactly.
            let [down, right] = sums;
            let exceeds = down * n_right.max(1) - right * n_down;
            let is_given = given[0] + given[1] > 0;
            if is_given && exceeds > 0 && most.as_ref().is_none_or(|(known, _)| exceeds > *known) {
                let per_lead = [down.div_euclid(n_down), right.div_euclid(n_right.max(1))]
                    .map(|points| i64::try_from(points).unwrap_or(i64::MAX));
                most = Some((exceeds, Disputed { criterion: criterion.name.clone(), given, per_lead }));
            }
        }
        most.map(|(_, disputed)| disputed)
    }
}
