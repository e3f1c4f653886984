//! How the leads spread over an axis, value by value: what stands behind the bands. Never here: how it looks.

use crate::model::POINT;
use crate::model::Side;
use crate::workbench::Workbench;

/// The values of an axis cut into equal steps, and how many leads are in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The first value, in points.
    pub lo: i64,
    /// The first value beyond the last step, in points.
    pub hi: i64,
    pub counts: Vec<u64>,
}

impl Spread {
    /// Counts values in micropoints in at most so many steps, each at least a point wide, from the smallest to the largest.
    pub fn of<V: Iterator<Item = i64>>(values: impl Fn() -> V, steps: usize) -> Spread {
        Spread::with_edges(values, std::iter::empty(), steps)
    }

    /// The same, from the smallest value or edge, in points, to the largest.
    fn with_edges<V: Iterator<Item = i64>>(
        values: impl Fn() -> V,
        edges: impl Iterator<Item = i64> + Clone,
        steps: usize,
    ) -> Spread {
        let (least, most) = values().fold((i64::MAX, i64::MIN), |(lo, hi), value| (lo.min(value), hi.max(value)));
        let of_leads = (least <= most).then(|| (least.div_euclid(POINT), most.div_euclid(POINT)));
        let lo = edges.clone().chain(of_leads.map(|(lo, _)| lo)).min().unwrap_or(0);
        let hi = edges.chain(of_leads.map(|(_, hi)| hi)).max().unwrap_or(0).saturating_add(1);
        let wide = i128::from(hi) - i128::from(lo);
        let n_steps = usize::try_from(wide).unwrap_or(usize::MAX).min(steps.max(1));
        let mut counts = vec![0; n_steps];
        for value in values() {
            let into = i128::from(value) - i128::from(lo) * i128::from(POINT);
            let step = into * n_steps as i128 / (wide * i128::from(POINT));
            if let Some(count) = usize::try_from(step).ok().and_then(|step| counts.get_mut(step)) {
                *count += 1;
            }
        }
        Spread { lo, hi, counts }
    }

    /// Returns the step that a value in points begins in; one past the last for those beyond.
    pub fn step(&self, points: i64) -> usize {
        let part = (i128::from(points) - i128::from(self.lo)).max(0) * self.counts.len() as i128;
        let step = part / (i128::from(self.hi) - i128::from(self.lo)).max(1);
        usize::try_from(step).unwrap_or(usize::MAX).min(self.counts.len())
    }

    /// Returns the first value of a step, in points.
    pub fn value(&self, step: usize) -> i64 {
        let wide = i128::from(self.hi) - i128::from(self.lo);
        let n_steps = self.counts.len().max(1) as i128;
        let value = i128::from(self.lo) + (step as i128 * wide + n_steps - 1) / n_steps;
        i64::try_from(value).unwrap_or(i64::MAX)
    }
}

impl Workbench {
    /// Returns how the leads that have a value on an axis spread over it: in at most so many steps, each at least a point
    /// wide, from the smallest value or edge to the largest.
    pub fn spread_over(&self, side: Side, steps: usize) -> Spread {
        let edges = self.model().axis(side).bands.iter().filter_map(|band| band.from);
        Spread::with_edges(|| self.graded(side), edges, steps)
    }

    /// Returns how many leads have a value from `from` up to, but without, `below`, in points.
    pub fn leads_between(&self, side: Side, from: i64, below: Option<i64>) -> usize {
        let from = from.saturating_mul(POINT);
        let below = below.map_or(i64::MAX, |below| below.saturating_mul(POINT));
        self.graded(side).filter(|value| (from..below).contains(value)).count()
    }

    /// Returns the values of the leads that have one: the ungraded stand in a band of their own, whatever theirs is.
    fn graded(&self, side: Side) -> impl Iterator<Item = i64> + Clone {
        let scores = self.scores();
        let ungraded = self.model().has_ungraded(side);
        let places = scores.inside().iter().zip(scores.bands(side));
        let values = scores.values(side).iter().zip(places);
        values.filter(move |(_, (inside, band))| **inside && !(ungraded && **band == 0)).map(|(value, _)| value)
    }
}
