//! From the sums of an axis's groups to values and bands, a block of leads at a time. Never here: what is kept between edits.

use std::ops::Range;

use crate::engine::idle::Idleness;
use crate::engine::idle::step_taken;
use crate::engine::sums::SumsBlock;
use crate::engine::sums::sum_up;
use crate::engine::sums::tick_bounds;
use crate::engine::sweep;
use crate::engine::ticks::POINT_TICKS;
use crate::engine::ticks::TICK;
use crate::engine::ticks::Tick;
use crate::model::Axis;
use crate::model::Degradation;
use crate::model::Idle;
use crate::model::POINT;
use crate::model::Scale;
use crate::model::Take;

/// Brings a block of leads up, and returns their bands.
pub(super) type Job<'j> = Box<dyn FnOnce() -> &'j [u8] + Send + 'j>;

/// What an axis does with the sums of its groups, the same for every block.
#[derive(Clone, Copy)]
pub(super) struct Frame<'f> {
    pub(super) axis: &'f Axis,
    /// The highest sum there can be, in micropoints.
    pub(super) best: i64,
    /// One for each inactivity among the degradations, in their order.
    pub(super) idle: &'f [Idleness],
}

/// The sums of a block at an earlier instant, where a slow climb looks back.
pub(super) struct EarlierBlock<'e, T> {
    /// Days before as-of.
    pub(super) over: u32,
    pub(super) groups: Vec<SumsBlock<'e, T>>,
    /// 1 for leads that are not known to be younger than that.
    pub(super) old_enough: &'e [u8],
}

impl Frame<'_> {
    /// Works out the values of a block of leads from the sums of the groups.
    pub(super) fn work_out<T: Tick>(
        self,
        block: Range<usize>,
        groups: Vec<SumsBlock<'_, T>>,
        earlier: Vec<EarlierBlock<'_, T>>,
        values: &mut [T],
    ) {
        let axis = self.axis;
        sum_up(axis, groups, values);
        self.degrade(block, earlier, values);
        if axis.floor.is_some() || axis.ceiling.is_some() {
            let (floor, ceiling) = tick_bounds(axis.floor, axis.ceiling);
            sweep::clamp(values, floor, ceiling);
        }
        if let Scale::To(lo, hi) = axis.scale {
            for value in values.iter_mut() {
                *value = T::of(scaled(value.get() * TICK, lo, hi, self.best) / TICK);
            }
        }
    }

    /// Takes from the values of a block what its degradations take, each from the sums as they are before any.
    fn degrade<T: Tick>(self, block: Range<usize>, earlier: Vec<EarlierBlock<'_, T>>, values: &mut [T]) {
        let degradations = &self.axis.degradations;
        let mut idle = self.idle.iter();
        // Not looked at where only points are taken.
        let before = if degradations.iter().all(takes_points) { Vec::new() } else { values.to_vec() };
        let then = earlier.into_iter().map(|earlier| {
            let mut then = vec![T::default(); before.len()];
            sum_up(self.axis, earlier.groups, &mut then);
            (earlier.over, then, earlier.old_enough)
        });
        let then: Vec<(u32, Vec<T>, &[u8])> = then.collect();
        for degradation in degradations {
            match degradation {
                Degradation::Inactive(steps) => {
                    let idle = idle.next().expect("every inactivity was brought up");
                    take_idle(values, &before, steps, &idle.reached[block.clone()]);
                }
                Degradation::SlowClimb { gain, over, below, points } => {
                    let earlier = then.iter().find(|(earlier, ..)| earlier == over);
                    let (_, then, old_enough) = earlier.expect("every length was brought up");
                    let [gain, below, points] = [gain, below, points].map(|points| T::of(*points * POINT_TICKS));
                    for (((value, now), then), old) in values.iter_mut().zip(&before).zip(then).zip(*old_enough) {
                        let slow = u8::from(*now < below) & u8::from(now.minus(*then) < gain) & *old;
                        *value = value.minus(if slow == 1 { points } else { T::default() });
                    }
                }
            }
        }
    }
}

/// Returns `lo + (hi − lo) × clamp(value, 0, best) / best`, floored to whole points; `lo` where nothing can be reached.
pub(super) fn scaled(value: i64, lo: i64, hi: i64, best: i64) -> i64 {
    if best <= 0 {
        return lo * POINT;
    }
    let value = value.clamp(0, best);
    let steps = (hi - lo).checked_mul(value).map_or_else(
        || i64::try_from(i128::from(hi - lo) * i128::from(value) / i128::from(best)),
        |all| Ok(all / best),
    );
    (lo + steps.expect("a part of the range is no more than the range")) * POINT
}

/// Finds the bands of a block of values, and returns them.
pub(super) fn place_bands<'b, T: Tick>(
    axis: &Axis,
    values: &[T],
    bands: &'b mut [u8],
    graded: Option<&[bool]>,
) -> &'b [u8] {
    let edges: Vec<T> = axis.bands.iter().filter_map(|band| band.from).map(|from| T::of(from * POINT_TICKS)).collect();
    sweep::count_reached(bands, values, &edges);
    if let Some(graded) = graded {
        for (band, graded) in bands.iter_mut().zip(graded) {
            *band = band.wrapping_add(1).wrapping_mul(u8::from(*graded));
        }
    }
    bands
}

/// Whether a degradation takes the same from whoever it takes anything from.
fn takes_points(degradation: &Degradation) -> bool {
    match degradation {
        Degradation::Inactive(steps) => steps.iter().all(|step| matches!(step.take, Take::Points(_))),
        Degradation::SlowClimb { .. } => false,
    }
}

/// Takes from every value what its step of inactivity takes.
fn take_idle<T: Tick>(values: &mut [T], before: &[T], steps: &[Idle], reached: &[u8]) {
    if before.is_empty() || steps.iter().all(|step| matches!(step.take, Take::Points(_))) {
        let mut taken = [T::default(); 256];
        for (step, taken) in taken.iter_mut().enumerate().take(steps.len() + 1) {
            *taken = T::of(step_taken(steps, u8::try_from(step).unwrap_or(0), 0) / TICK);
        }
        sweep::take_steps(values, reached, &taken);
        return;
    }
    for ((value, before), step) in values.iter_mut().zip(before).zip(reached) {
        *value = value.minus(T::of(step_taken(steps, *step, before.get() * TICK) / TICK));
    }
}
