//! What an axis does with its points, and whom a model scores, as sentences.

use crate::model::Degradation;
use crate::model::Entity;
use crate::model::Scale;
use crate::model::Take;
use crate::msg;
use crate::text::Msg;

/// Returns what is taken away, and when: "after 30 days without activity, −10 points".
pub fn degradation(degradation: &Degradation) -> Msg {
    match degradation {
        Degradation::Inactive(steps) => {
            let told = steps.iter().map(|step| msg!("tell-idle", days = step.days, take = take(step.take)));
            let told = told.reduce(|a, b| msg!("tell-then", a = a, b = b));
            msg!("tell-inactive", steps = told.unwrap_or_else(|| msg!("tell-nothing")))
        }
        Degradation::SlowClimb { gain, over, below, points } => {
            let taken = take(Take::Points(*points));
            msg!("tell-slow-climb", gain = *gain, days = *over, below = *below, take = taken)
        }
    }
}

/// Returns how much is taken away: "−10 points".
pub fn take(take: Take) -> Msg {
    match take {
        Take::Points(points) => msg!("tell-take-points", points = points),
        Take::Percent(percent) => msg!("tell-take-percent", percent = u32::from(percent)),
        Take::DownTo(points) => msg!("tell-take-down", points = points),
    }
}

/// Returns the range in which values are told: "from 0 to 100".
pub fn scale(scale: Scale) -> Msg {
    match scale {
        Scale::Raw => msg!("tell-scale-raw"),
        Scale::To(lo, hi) => msg!("tell-scale-to", lo = lo, hi = hi),
    }
}

/// Returns whom a model scores: "companies, by the field domain".
pub fn entity(entity: &Entity) -> Msg {
    match entity {
        Entity::Contact => msg!("tell-entity-contact"),
        Entity::Customer => msg!("tell-entity-customer"),
        Entity::Company { by, .. } => msg!("tell-entity-company", field = by),
    }
}
