//! The events of one lead, found once for all that is asked about it. Never here: what they are worth.

use std::sync::Arc;
use std::sync::Weak;

use crate::engine::columns::Dataset;
use crate::engine::columns::Events;
use crate::workbench::Workbench;

/// The events of a lead.
pub(super) struct OwnEvents {
    /// All events, for as long as somebody has them.
    of: Weak<Events>,
    lead: usize,
    own: Arc<[usize]>,
}

impl Workbench {
    /// Returns the indices of a lead's events, ascending. They are looked for among all, unless this is the lead that was asked for
    /// last.
    pub(super) fn events_of(&self, data: &Dataset, lead: usize) -> Arc<[usize]> {
        let mut last = self.own_events.borrow_mut();
        let is_it = |last: &OwnEvents| last.lead == lead && last.of.as_ptr() == Arc::as_ptr(&data.events);
        if let Some(last) = last.as_ref().filter(|last| is_it(last)) {
            return Arc::clone(&last.own);
        }
        let own: Arc<[usize]> = data.events.of_lead(lead).into();
        *last = Some(OwnEvents { of: Arc::downgrade(&data.events), lead, own: Arc::clone(&own) });
        own
    }
}
