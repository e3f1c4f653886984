//! Which leads a gate holds back, from their fields and their two values. Never here: where a held lead goes.

use std::ops::Range;

use crate::engine::columns::Dataset;
use crate::engine::predicate::DataError;
use crate::engine::predicate::axis_ranges;
use crate::engine::predicate::holds;
use crate::engine::ticks::TICK;
use crate::engine::ticks::Tick;
use crate::engine::ticks::Values;
use crate::model::Gate;
use crate::model::Predicate;
use crate::model::Side;

/// A gate made ready: what its fields say of every lead, and what is asked of the values.
#[derive(Clone, Debug)]
pub(super) struct ReadyGate {
    pub(super) gate: Gate,
    /// Why the gate cannot be read against these leads; it then holds nobody.
    pub(super) problem: Option<DataError>,
    pub(super) pass: Pass,
}

#[derive(Clone, Debug)]
pub(super) enum Pass {
    /// What a part that reads fields only says of each lead.
    Fields(Vec<bool>),
    /// Inclusive ranges of micropoints.
    Axis(Side, Vec<(i64, i64)>),
    All(Vec<Pass>),
    Any(Vec<Pass>),
    Not(Box<Pass>),
}

impl ReadyGate {
    pub(super) fn new(gate: &Gate, data: &Dataset, as_of: i64) -> ReadyGate {
        let (pass, problem) = match ready(&gate.pass, data, as_of) {
            Ok(pass) => (pass, None),
            Err(problem) => (Pass::All(Vec::new()), Some(problem)),
        };
        ReadyGate { gate: gate.clone(), problem, pass }
    }

    /// Returns which leads of a block fail the gate, by the values of both sides.
    pub(super) fn fails(&self, block: Range<usize>, values: [Values<'_>; 2]) -> Vec<bool> {
        let mut fails = self.pass.lets(block, values);
        for fails in &mut fails {
            *fails = !*fails;
        }
        fails
    }
}

impl Pass {
    fn lets(&self, block: Range<usize>, values: [Values<'_>; 2]) -> Vec<bool> {
        let merged = |parts: &[Pass], start: bool, join: fn(bool, bool) -> bool| {
            let mut all = vec![start; block.len()];
            for part in parts {
                for (all, part) in all.iter_mut().zip(part.lets(block.clone(), values)) {
                    *all = join(*all, part);
                }
            }
            all
        };
        match self {
            Pass::Fields(says) => says[block].to_vec(),
            Pass::Axis(side, ranges) => match values[*side as usize] {
                Values::Narrow(values) => within(&values[block], ranges),
                Values::Wide(values) => within(&values[block], ranges),
            },
            Pass::All(parts) => merged(parts, true, |a, b| a & b),
            Pass::Any(parts) => merged(parts, false, |a, b| a | b),
            Pass::Not(part) => part.lets(block, values).into_iter().map(|lets| !lets).collect(),
        }
    }
}

/// Returns which values are within some range of micropoints.
fn within<T: Tick>(values: &[T], ranges: &[(i64, i64)]) -> Vec<bool> {
    let mut within = vec![false; values.len()];
    for (lo, hi) in ranges {
        // The first tick from `lo` on, and the last up to `hi`; beyond what ticks hold, none or all of them.
        let (first, last) = (lo.div_euclid(TICK) + i64::from(lo.rem_euclid(TICK) != 0), hi.div_euclid(TICK));
        for (within, value) in within.iter_mut().zip(values) {
            let value = value.get();
            *within |= u8::from(first <= value) & u8::from(value <= last) == 1;
        }
    }
    within
}

fn ready(predicate: &Predicate, data: &Dataset, as_of: i64) -> Result<Pass, DataError> {
    if !predicate.reads_axis() {
        return holds(predicate, data, as_of).map(Pass::Fields);
    }
    let all = |parts: &[Predicate]| parts.iter().map(|part| ready(part, data, as_of)).collect::<Result<_, _>>();
    Ok(match predicate {
        Predicate::All(parts) => Pass::All(all(parts)?),
        Predicate::Any(parts) => Pass::Any(all(parts)?),
        Predicate::Not(part) => Pass::Not(Box::new(ready(part, data, as_of)?)),
        Predicate::Axis(side, test) => Pass::Axis(*side, axis_ranges(test).ok_or(DataError::NoScore)?),
        Predicate::Field(..) => Pass::Fields(holds(predicate, data, as_of)?),
    })
}
