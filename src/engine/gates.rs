//! Which leads a gate holds back, from their fields and their two values. Never here: where a held lead goes.

use crate::engine::columns::Dataset;
use crate::engine::predicate::DataError;
use crate::engine::predicate::axis_ranges;
use crate::engine::predicate::holds;
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

    /// Whether a lead with these values fails the gate.
    pub(super) fn holds_back(&self, lead: usize, rows: i64, columns: i64) -> bool {
        !self.pass.lets(lead, rows, columns)
    }
}

impl Pass {
    fn lets(&self, lead: usize, rows: i64, columns: i64) -> bool {
        match self {
            Pass::Fields(says) => says[lead],
            Pass::Axis(side, ranges) => {
                let value = if *side == Side::Rows { rows } else { columns };
                ranges.iter().any(|(lo, hi)| *lo <= value && value <= *hi)
            }
            Pass::All(parts) => parts.iter().all(|part| part.lets(lead, rows, columns)),
            Pass::Any(parts) => parts.iter().any(|part| part.lets(lead, rows, columns)),
            Pass::Not(part) => !part.lets(lead, rows, columns),
        }
    }
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
