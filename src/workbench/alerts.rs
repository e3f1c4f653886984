//! Whom the model's alerts speak of, beside the score: in one list, with what tells one firing from another. Never here: what
//! fires (see [`crate::engine::alerts`]).

use crate::engine::alerts::Fired;
use crate::engine::alerts::fired;
use crate::engine::predicate::DataError;
use crate::review::seen::Sighting;
use crate::workbench::Workbench;
use crate::workbench::zones::of_sales;

impl Workbench {
    /// Returns the leads of the population that the model's alerts speak of, alert by alert, the newest event first; and why
    /// an alert cannot be read against these leads.
    pub fn alerts(&self) -> Vec<Result<Vec<Fired>, DataError>> {
        let fired = |(index, alert)| fired(index, alert, self.data(), self.scores.inside(), self.as_of());
        self.model.alerts.iter().enumerate().map(fired).collect()
    }

    /// Returns whom all alerts speak of, the newest event first.
    pub fn fired(&self) -> Vec<Fired> {
        let mut fired: Vec<Fired> = self.alerts().into_iter().flatten().flatten().collect();
        fired.sort_by_key(|fired| (std::cmp::Reverse(fired.at), fired.lead, fired.alert));
        fired
    }

    /// Returns what tells a firing from others, in this run and the next.
    pub fn sighting(&self, fired: &Fired) -> Sighting {
        Sighting {
            lead: self.data().keys.get(fired.lead).to_owned(),
            alert: self.model.alerts[fired.alert].name.clone(),
            kind: fired.kind.clone(),
            at: fired.at,
        }
    }

    /// Whether a lead is in a zone that is handed over to sales, or that sales own.
    pub fn is_handed_over(&self, lead: usize) -> bool {
        self.zone_of(lead).is_some_and(of_sales)
    }
}
