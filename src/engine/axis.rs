//! One axis of all leads: what its criteria found, summed by group, less what is lost with time, bounded, scaled, cut into bands.
//!
//! Never here: what a criterion looks for (`hits`), how values and bands follow from sums (`place`), or what the two axes make
//! together (`score`).

use std::ops::Range;
use std::sync::Arc;

use crate::engine::idle::Counted;
use crate::engine::idle::DAY;
use crate::engine::idle::Idleness;
use crate::engine::idle::counted;
use crate::engine::idle::old_enough;
use crate::engine::idle::same_counted;
use crate::engine::idle::step_taken;
use crate::engine::idle::steps_reached;
use crate::engine::place::EarlierBlock;
use crate::engine::place::Frame;
use crate::engine::place::Job;
use crate::engine::place::place_bands;
use crate::engine::place::scaled;
use crate::engine::sums::CriterionScores;
use crate::engine::sums::Ground;
use crate::engine::sums::GroupScores;
use crate::engine::sums::bring_up;
use crate::engine::sums::sum_of;
use crate::engine::sweep::BLOCK;
use crate::engine::sweep::blocks;
use crate::engine::ticks::TICK;
use crate::engine::ticks::Tick;
use crate::engine::ticks::Values;
use crate::model::Axis;
use crate::model::Degradation;
use crate::model::POINT;
use crate::model::Scale;
use crate::model::Take;
use crate::model::best;
use crate::model::largest_sum;

/// One axis of all leads, in the narrowest ticks that hold whatever it can come to.
#[derive(Clone, Debug)]
pub(super) enum AxisScores {
    Narrow(AxisOf<i32>),
    Wide(AxisOf<i64>),
}

/// Does the same with either width.
macro_rules! either {
    ($scores:expr, $axis:ident => $does:expr) => {
        match $scores {
            AxisScores::Narrow($axis) => $does,
            AxisScores::Wide($axis) => $does,
        }
    };
}

impl Default for AxisScores {
    fn default() -> AxisScores {
        AxisScores::Narrow(AxisOf::default())
    }
}

impl AxisScores {
    /// Returns what every criterion found, for those that come after.
    pub(super) fn found(&self) -> Vec<CriterionScores> {
        either!(self, axis => axis.found())
    }

    /// Returns what the criteria found, in the order of the axis.
    pub(super) fn criteria(&self) -> Box<dyn Iterator<Item = &CriterionScores> + '_> {
        either!(self, axis => Box::new(axis.groups.iter().flat_map(|group| &group.criteria)))
    }

    /// Tells the criteria of another population.
    pub(super) fn count_touched(&mut self, inside: &[bool]) {
        either!(self, axis => {
            for criterion in axis.groups.iter_mut().flat_map(|group| &mut group.criteria) {
                criterion.touched = criterion.hits.touched(inside);
            }
        });
    }

    /// Brings the sums of the groups up to a changed axis.
    pub(super) fn bring_up(&mut self, axis: &Axis, before: &Axis, ground: &Ground<'_>) {
        match (fits_narrow(axis), &self) {
            (true, AxisScores::Wide(old)) => {
                *self = AxisScores::Narrow(AxisOf { version: old.version, ..AxisOf::default() });
            }
            (false, AxisScores::Narrow(old)) => {
                *self = AxisScores::Wide(AxisOf { version: old.version, ..AxisOf::default() });
            }
            _ => {}
        }
        either!(self, scores => scores.bring_up(axis, before, ground));
    }

    /// Returns the work that is left for each block of leads, in their order. The ungraded, where the model sets them apart, stand
    /// in a band below all others. Once all is done, [`AxisScores::settle`] says so.
    pub(super) fn jobs<'j>(&'j mut self, axis: &'j Axis, graded: Option<&'j [bool]>) -> Vec<Job<'j>> {
        either!(self, scores => scores.jobs(axis, graded))
    }

    /// Every job is done.
    pub(super) fn settle(&mut self) {
        either!(self, scores => scores.settle());
    }

    /// Returns the same values and bands without what they were worked out from.
    pub(super) fn at_rest(&self) -> AxisScores {
        match self {
            AxisScores::Narrow(axis) => AxisScores::Narrow(axis.at_rest()),
            AxisScores::Wide(axis) => AxisScores::Wide(axis.at_rest()),
        }
    }

    /// Returns how often values or bands were worked out: while that is the same, so are they.
    pub(super) fn version(&self) -> u64 {
        either!(self, axis => axis.version)
    }

    pub(super) fn make_stale(&mut self) {
        either!(self, axis => axis.stale = true);
    }

    pub(super) fn forget_values(&mut self) {
        either!(self, axis => axis.values = Arc::default());
    }

    /// Returns every lead's value as it is shown: after degradations, bounds and scale.
    pub(super) fn values(&self) -> Values<'_> {
        match self {
            AxisScores::Narrow(axis) => Values::Narrow(&axis.values),
            AxisScores::Wide(axis) => Values::Wide(&axis.values),
        }
    }

    /// Returns every lead's band, from the lowest.
    pub(super) fn bands(&self) -> &[u8] {
        either!(self, axis => &axis.bands)
    }

    /// Returns a group's sum for a lead before its caps, in micropoints.
    pub(super) fn group_sum(&self, group: usize, lead: usize) -> i64 {
        either!(self, axis => axis.groups[group].sums[lead].get() * TICK)
    }

    /// Returns a lead's sum of the groups with the start, in micropoints: what degradations look at.
    pub(super) fn sum(&self, axis: &Axis, lead: usize) -> i64 {
        either!(self, scores => sum_of(axis, &scores.groups, lead))
    }

    /// Returns what a degradation takes from a lead, in micropoints, 0 or more; none if the axis has no such.
    pub(super) fn taken(&self, axis: &Axis, index: usize, lead: usize) -> Option<i64> {
        either!(self, scores => scores.taken(axis, index, lead))
    }

    /// Returns a lead's sum of the groups so many days before as-of, which some slow climb of the axis looks at.
    pub(super) fn sum_before(&self, axis: &Axis, over: u32, lead: usize) -> Option<i64> {
        either!(self, scores => scores.sum_before(axis, over, lead))
    }

    /// Returns what the scale makes of a bounded value, in micropoints.
    pub(super) fn scaled(&self, axis: &Axis, value: i64) -> i64 {
        let best = either!(self, scores => scores.best);
        match axis.scale {
            Scale::Raw => value,
            Scale::To(lo, hi) => scaled(value, lo, hi, best),
        }
    }
}

/// Whether 32 bits hold all that an axis can come to on the way to its values, in ticks.
fn fits_narrow(axis: &Axis) -> bool {
    let lost = axis.degradations.iter().map(|degradation| match degradation {
        Degradation::Inactive(steps) => steps.iter().map(|step| size_of(step.take)).max().unwrap_or(0),
        Degradation::SlowClimb { points, .. } => i128::from(*points),
    });
    let scale = match axis.scale {
        Scale::Raw => 0,
        Scale::To(lo, hi) => i128::from(lo.abs().max(hi.abs())),
    };
    let bounds = i128::from(axis.floor.unwrap_or(0)).abs() + i128::from(axis.ceiling.unwrap_or(0)).abs();
    let points = lost.sum::<i128>() + scale + bounds;
    // A slow climb is the difference of two sums; each degradation may take a whole one, whatever the others took.
    let sums = 2 + i128::try_from(axis.degradations.len()).unwrap_or(i128::MAX / 2);
    sums.saturating_mul(largest_sum(axis)) + points * i128::from(POINT) < i128::from(i32::MAX) * i128::from(TICK)
}

/// Returns how much a step of inactivity takes beyond what is there, in points.
fn size_of(take: Take) -> i128 {
    match take {
        Take::Points(points) | Take::DownTo(points) => i128::from(points).abs(),
        Take::Percent(_) => 0,
    }
}

/// One axis of all leads, in ticks of one width.
#[derive(Clone, Debug, Default)]
pub(super) struct AxisOf<T> {
    groups: Vec<GroupScores<T>>,
    /// The same criteria at earlier instants, one for each length of time that a slow climb looks back.
    earlier: Vec<Earlier<T>>,
    /// What the criteria count of what leads do; nothing where the axis has no inactivity.
    counted: Vec<Counted>,
    /// How long each lead has been idle, one for each inactivity among the degradations, in their order.
    idle: Vec<Idleness>,
    /// Shared with whoever keeps them after a change.
    values: Arc<Vec<T>>,
    bands: Arc<Vec<u8>>,
    /// What both were before, to write the next ones into once nobody keeps them.
    spare_values: Arc<Vec<T>>,
    spare_bands: Arc<Vec<u8>>,
    /// How often values or bands were worked out.
    version: u64,
    /// The highest sum there can be, which a scaled axis is measured against, in micropoints.
    best: i64,
    /// Whether bands are still those of the model before.
    stale: bool,
    /// Whether values are, too.
    stale_values: bool,
}

#[derive(Clone, Debug)]
struct Earlier<T> {
    /// Days before as-of.
    over: u32,
    groups: Vec<GroupScores<T>>,
    /// 1 for leads that are not known to be younger than that.
    old_enough: Arc<Vec<u8>>,
}

impl<T: Tick> Earlier<T> {
    fn blocks(&mut self) -> impl Iterator<Item = EarlierBlock<'_, T>> {
        let mut groups: Vec<_> = self.groups.iter_mut().map(GroupScores::blocks).collect();
        let over = self.over;
        self.old_enough.chunks(BLOCK).map(move |old_enough| {
            let groups = groups.iter_mut().filter_map(Iterator::next).collect();
            EarlierBlock { over, groups, old_enough }
        })
    }
}

impl<T: Tick> AxisOf<T> {
    fn at_rest(&self) -> AxisOf<T> {
        let (values, bands) = (Arc::clone(&self.values), Arc::clone(&self.bands));
        AxisOf { values, bands, best: self.best, version: self.version, ..AxisOf::default() }
    }

    fn found(&self) -> Vec<CriterionScores> {
        let earlier = self.earlier.iter().flat_map(|earlier| &earlier.groups);
        self.groups.iter().chain(earlier).flat_map(|group| &group.criteria).cloned().collect()
    }

    /// Brings the sums of the groups up to a changed axis; tells in `stale` whether values have to be worked out again.
    fn bring_up(&mut self, axis: &Axis, before: &Axis, ground: &Ground<'_>) {
        let n = ground.data.n_leads();
        let best = match axis.scale {
            Scale::Raw => 0,
            Scale::To(..) => best(axis).and_then(|best| i64::try_from(best).ok()).unwrap_or(0),
        };
        let mut stale = self.values.len() != n || !same_frame(axis, before) || best != self.best;
        self.best = best;
        self.groups = bring_up(&axis.groups, std::mem::take(&mut self.groups), ground, ground.as_of, &mut stale);
        self.bring_up_earlier(axis, ground, &mut stale);
        self.bring_up_idle(axis, ground, &mut stale);
        if self.values.len() != n {
            self.values = Arc::new(vec![T::default(); n]);
            self.bands = Arc::new(vec![0; n]);
        }
        self.stale_values = stale;
        self.stale = stale || axis.bands != before.bands;
    }

    fn bring_up_earlier(&mut self, axis: &Axis, ground: &Ground<'_>, stale: &mut bool) {
        let mut old = std::mem::take(&mut self.earlier);
        if ground.new_fields {
            *stale |= !old.is_empty();
            old.clear();
        }
        for degradation in &axis.degradations {
            let Degradation::SlowClimb { over, .. } = degradation else { continue };
            if self.earlier.iter().any(|earlier| earlier.over == *over) {
                continue;
            }
            let instant = ground.as_of - i64::from(*over) * DAY;
            let same = old.iter().position(|earlier| earlier.over == *over).map(|same| old.swap_remove(same));
            let (groups, old_enough) = same.map_or_else(
                || (Vec::new(), Arc::new(old_enough(ground.data, instant))),
                |same| (same.groups, same.old_enough),
            );
            let groups = bring_up(&axis.groups, groups, ground, instant, stale);
            self.earlier.push(Earlier { over: *over, groups, old_enough });
        }
    }

    fn bring_up_idle(&mut self, axis: &Axis, ground: &Ground<'_>, stale: &mut bool) {
        let old = std::mem::take(&mut self.idle);
        let mut before = std::mem::take(&mut self.counted);
        if ground.new_fields {
            before.clear();
        }
        let inactive = |degradation: &Degradation| match degradation {
            Degradation::Inactive(steps) => Some(steps.iter().map(|step| step.days).collect::<Vec<u32>>()),
            Degradation::SlowClimb { .. } => None,
        };
        if !axis.degradations.iter().any(|degradation| inactive(degradation).is_some()) {
            return;
        }
        self.counted = counted(axis, &before, ground.data, ground.as_of);
        let same_counted = !ground.new_fields && same_counted(&self.counted, &before);
        let lists: Vec<Vec<u32>> = axis.degradations.iter().filter_map(inactive).collect();
        let is_known = |steps: &Vec<u32>| same_counted && old.iter().any(|idle| idle.steps == *steps);
        let new: Vec<&[u32]> = lists.iter().filter(|steps| !is_known(steps)).map(Vec::as_slice).collect();
        *stale |= !new.is_empty();
        let mut reached = steps_reached(&new, &self.counted, ground.data, ground.as_of).into_iter();
        for steps in lists {
            let same = old.iter().find(|idle| same_counted && idle.steps == steps).cloned();
            self.idle.push(same.unwrap_or_else(|| {
                let reached = Arc::new(reached.next().expect("all new ones were looked for"));
                Idleness { steps, reached }
            }));
        }
    }

    /// Returns the work that is left for each block of leads, where values or bands are no longer what they were.
    fn jobs<'j>(&'j mut self, axis: &'j Axis, graded: Option<&'j [bool]>) -> Vec<Job<'j>> {
        if !self.stale {
            return self.bands.chunks(BLOCK).map(|bands| Box::new(move || bands) as Job<'j>).collect();
        }
        self.version += 1;
        let blocks = blocks(self.values.len());
        let graded_of = move |block: Range<usize>| graded.map(|graded| &graded[block]);
        let bands = own(&mut self.bands, &mut self.spare_bands).chunks_mut(BLOCK);
        if !self.stale_values {
            let jobs = blocks.into_iter().zip(self.values.chunks(BLOCK)).zip(bands);
            let job = |((block, values), bands)| -> Job<'j> {
                Box::new(move || place_bands(axis, values, bands, graded_of(block)))
            };
            return jobs.map(job).collect();
        }
        let frame = Frame { axis, best: self.best, idle: &self.idle };
        let mut groups: Vec<_> = self.groups.iter_mut().map(GroupScores::blocks).collect();
        let mut earlier: Vec<_> = self.earlier.iter_mut().map(Earlier::blocks).collect();
        let values = own(&mut self.values, &mut self.spare_values).chunks_mut(BLOCK);
        let job = |((block, values), bands): ((Range<usize>, &'j mut [T]), &'j mut [u8])| -> Job<'j> {
            let groups = groups.iter_mut().filter_map(Iterator::next).collect();
            let earlier = earlier.iter_mut().filter_map(Iterator::next).collect();
            Box::new(move || {
                frame.work_out(block.clone(), groups, earlier, values);
                place_bands(axis, values, bands, graded_of(block))
            })
        };
        blocks.into_iter().zip(values).zip(bands).map(job).collect()
    }

    /// Every job is done.
    fn settle(&mut self) {
        let earlier = self.earlier.iter_mut().flat_map(|earlier| &mut earlier.groups);
        self.groups.iter_mut().chain(earlier).for_each(GroupScores::settle);
        (self.stale, self.stale_values) = (false, false);
    }

    fn taken(&self, axis: &Axis, index: usize, lead: usize) -> Option<i64> {
        let now = sum_of(axis, &self.groups, lead);
        let inactive = |d: &&Degradation| matches!(d, Degradation::Inactive(_));
        Some(match axis.degradations.get(index)? {
            Degradation::Inactive(steps) => {
                let nth = axis.degradations[..index].iter().filter(inactive).count();
                step_taken(steps, self.idle[nth].reached[lead], now)
            }
            Degradation::SlowClimb { gain, over, below, points } => {
                let earlier = self.earlier.iter().find(|earlier| earlier.over == *over)?;
                let then = sum_of(axis, &earlier.groups, lead);
                let slow = earlier.old_enough[lead] == 1 && now < below * POINT && now - then < gain * POINT;
                if slow { points * POINT } else { 0 }
            }
        })
    }

    fn sum_before(&self, axis: &Axis, over: u32, lead: usize) -> Option<i64> {
        let earlier = self.earlier.iter().find(|earlier| earlier.over == over)?;
        Some(sum_of(axis, &earlier.groups, lead))
    }
}

/// Whether two axes do the same with the sums of their groups.
fn same_frame(a: &Axis, b: &Axis) -> bool {
    let caps = |axis: &Axis| -> Vec<_> { axis.groups.iter().map(|group| (group.min, group.max)).collect() };
    (a.start, a.floor, a.ceiling, a.scale, &a.degradations) == (b.start, b.floor, b.ceiling, b.scale, &b.degradations)
        && caps(a) == caps(b)
}

/// Returns a column to write into from end to end: the one that is there; where others still read it the spare one, else a new
/// one.
fn own<'c, T: Clone + Default>(column: &'c mut Arc<Vec<T>>, spare: &mut Arc<Vec<T>>) -> &'c mut [T] {
    if Arc::get_mut(column).is_none() {
        std::mem::swap(column, spare);
        if column.len() != spare.len() || Arc::get_mut(column).is_none() {
            *column = Arc::new(vec![T::default(); spare.len()]);
        }
    }
    Arc::get_mut(column).expect("nobody else has it any more")
}
