//! What a part of the model would come to on the leads at hand, before it is saved. Never here: what is in force; that is the
//! rest of the workbench's.

use crate::engine::alerts::fired;
use crate::engine::derive::choices;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::model::Alert;
use crate::model::Derived;
use crate::model::Predicate;
use crate::workbench::Workbench;

impl Workbench {
    /// Returns of how many leads of the population an alert would speak.
    pub fn would_fire(&self, alert: &Alert) -> Result<usize, DataError> {
        fired(0, alert, self.data(), self.scores().inside(), self.as_of()).map(|fired| fired.len())
    }

    /// Returns how many leads there would be in a population.
    pub fn would_score(&self, population: &Predicate) -> Result<usize, DataError> {
        let met = holds(population, self.data(), self.as_of())?;
        Ok(met.into_iter().filter(|met| *met).count())
    }

    /// Returns how many leads each case of a derived field takes, and last how many none takes.
    pub fn case_counts(&self, derived: &Derived) -> Result<Vec<usize>, DataError> {
        let n_cases = derived.cases.len();
        let mut counts = vec![0; n_cases + 1];
        for choice in choices(derived, self.data(), self.as_of())? {
            // From 1; 0 and one past the last case are those that no case takes.
            counts[choice.checked_sub(1).unwrap_or(n_cases)] += 1;
        }
        Ok(counts)
    }

    /// Returns how many different values a field of the workspace's leads has.
    pub fn distinct(&self, field: &str) -> usize {
        let Some(field) = self.leads().field(field) else { return 0 };
        let mut values: Vec<_> = (0..self.leads().n_leads()).filter_map(|lead| field.value(lead)).collect();
        values.sort_unstable();
        values.dedup();
        values.len()
    }
}
