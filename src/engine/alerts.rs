//! Alerts: who did what a model wants to hear of at once, whatever the score says. Never here: telling anybody.

use crate::engine::columns::Dataset;
use crate::engine::events::select;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::model::Alert;

/// A lead that an alert speaks of, with the newest event that fired it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// The alert, as its index in the model.
    pub alert: usize,
    pub lead: usize,
    /// UTC seconds.
    pub at: i64,
    pub kind: String,
    pub asset: Option<String>,
    /// How many events fired it.
    pub times: usize,
}

/// Returns the leads of the population that an alert speaks of, the newest event first.
pub fn fired(
    index: usize,
    alert: &Alert,
    data: &Dataset,
    inside: &[bool],
    as_of: i64,
) -> Result<Vec<Fired>, DataError> {
    let meets = holds(&alert.when, data, as_of)?;
    let events = &data.events;
    let mut newest: Vec<Option<(usize, usize)>> = vec![None; data.n_leads()];
    select(&alert.filter, alert.within, data, as_of)?.newest_first(|event, lead, _| {
        let lead = lead as usize;
        if meets[lead] && inside[lead] {
            newest[lead].get_or_insert((event, 0)).1 += 1;
        }
    });
    let mut fired: Vec<Fired> = newest
        .into_iter()
        .enumerate()
        .filter_map(|(lead, newest)| newest.map(|(event, times)| (lead, event, times)))
        .map(|(lead, event, times)| Fired {
            alert: index,
            lead,
            at: i64::from(events.at.get(event)),
            kind: events.kinds[usize::from(events.kind_of(event))].clone(),
            asset: events.word(events.detail_of(event).asset).map(str::to_owned),
            times,
        })
        .collect();
    fired.sort_by_key(|fired| (std::cmp::Reverse(fired.at), fired.lead));
    Ok(fired)
}
