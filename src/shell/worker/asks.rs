//! The line of what the worker was asked and has not done yet. Never here: doing it.

use std::collections::VecDeque;

use crate::shell::worker::Ask;
use crate::tui::app::Change;
use crate::tui::app::Effect;

/// Puts an ask at the end; an edit that goes on turning the knob of the one before it takes its place, and so does another instant.
pub(super) fn push(asks: &mut VecDeque<Ask>, ask: Ask) {
    if let Ask::Effect { opening, effect } = &ask
        && let Effect::Save { number, change: Change::Edit { step, merged: true } } = &**effect
        && let Some(Ask::Effect { opening: before, effect }) = asks.back_mut()
        && let Effect::Save { number: last, change: Change::Edit { step: older, .. } } = &mut **effect
        && before == opening
        && older.edit.same_knob(&step.edit)
    {
        *last = *number;
        *older = step.clone();
        return;
    }
    // Only the newest instant is worth a whole scoring.
    let is_as_of = |ask: &Ask| matches!(ask, Ask::Effect { effect, .. } if matches!(**effect, Effect::AsOf(_)));
    if is_as_of(&ask) && asks.back().is_some_and(is_as_of) {
        asks.pop_back();
    }
    asks.push_back(ask);
}
