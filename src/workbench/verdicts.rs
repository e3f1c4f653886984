//! What was said of the leads, beside their scores: the log, and each lead's verdict in force. Never here: saying anything.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::sync::Arc;

use crate::engine::rank::Fifth;
use crate::model::Side;
use crate::review::Footing;
use crate::review::Hunch;
use crate::review::Verdict;
use crate::review::log::Log;
use crate::review::log::Standing;
use crate::workbench::Workbench;

/// The log, and what follows from it for these leads.
#[derive(Default)]
pub(super) struct Sayings {
    log: Arc<Log>,
    /// Where the leads are of whom something was said, none for those that are gone; looked for when first asked for.
    places: OnceCell<HashMap<String, Option<u32>>>,
    /// The verdict in force of each lead that has one, likewise.
    verdicts: OnceCell<BTreeMap<u32, Verdict>>,
    /// The newest hunch about each lead, likewise.
    hunches: OnceCell<BTreeMap<u32, Hunch>>,
}

impl Sayings {
    /// The same log, for other leads.
    pub(super) fn again(&self) -> Sayings {
        Sayings { log: Arc::clone(&self.log), ..Sayings::default() }
    }
}

/// Which leads a list shows, by their verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Judged {
    /// Whatever was said of them.
    #[default]
    All,
    /// With any verdict.
    Any,
    /// With this one.
    Only(Verdict),
    /// Without one.
    Not,
    /// About whom a person's hunch and the score say different things.
    Disagreed,
}

impl Workbench {
    /// Returns everything that was said of leads.
    pub fn log(&self) -> &Arc<Log> {
        &self.sayings.log
    }

    /// Takes over what was said of leads.
    pub fn set_log(&mut self, log: Arc<Log>) {
        let before = std::mem::replace(&mut self.sayings, Sayings { log, ..Sayings::default() });
        if let Some(mut places) = before.places.into_inner() {
            self.find(&mut places);
            self.sayings.places = OnceCell::from(places);
        }
    }

    /// Returns the verdict in force of each lead that has one.
    pub fn verdicts(&self) -> &BTreeMap<u32, Verdict> {
        self.sayings.verdicts.get_or_init(|| {
            let standing = self.sayings.log.verdicts();
            self.by_lead(standing.into_iter().map(|(key, standing)| (key, standing.verdict)))
        })
    }

    /// Returns the newest hunch about each lead that somebody had one about.
    pub fn hunches(&self) -> &BTreeMap<u32, Hunch> {
        self.sayings.hunches.get_or_init(|| self.by_lead(self.sayings.log.hunches().into_iter()))
    }

    /// Puts leads in the place of their keys; those that are not there are left out.
    fn by_lead<'k, T>(&self, keyed: impl Iterator<Item = (&'k str, T)>) -> BTreeMap<u32, T> {
        let places = self.sayings.places.get_or_init(|| {
            let mut places = HashMap::new();
            self.find(&mut places);
            places
        });
        keyed.filter_map(|(key, said)| Some(((*places.get(key)?)?, said))).collect()
    }

    /// Finds the leads of the log whose place is not known yet.
    fn find(&self, places: &mut HashMap<String, Option<u32>>) {
        let keys = self.sayings.log.remarks.iter().map(|remark| &*remark.lead);
        let new: BTreeSet<&str> = keys.filter(|key| !places.contains_key(*key)).collect();
        let found = self.data().leads_by_key(new.iter().copied());
        let place = |key: &str| found.get(key).and_then(|lead| u32::try_from(*lead).ok());
        places.extend(new.into_iter().map(|key| (key.to_owned(), place(key))));
    }

    /// Returns a lead's verdict with its reason, its note and who gave it.
    pub fn verdict_of(&self, lead: usize) -> Option<Standing<'_>> {
        self.verdicts().get(&u32::try_from(lead).ok()?)?;
        self.sayings.log.verdict(self.data().keys.get(lead))
    }

    pub(super) fn is_judged(&self, lead: u32, judged: Judged) -> bool {
        let verdict = self.verdicts().get(&lead);
        match judged {
            Judged::All => true,
            Judged::Any => verdict.is_some(),
            Judged::Only(wanted) => verdict == Some(&wanted),
            Judged::Not => verdict.is_none(),
            Judged::Disagreed => self.disagreement(lead as usize).is_some(),
        }
    }

    /// Returns the hunch about a lead, where the score says otherwise: hot, and not among the top group; cold, and not among the
    /// rest; warm, and among the rest.
    pub fn disagreement(&self, lead: usize) -> Option<Hunch> {
        let hunch = *self.hunches().get(&u32::try_from(lead).ok()?)?;
        self.cell_of(lead)?;
        let agrees = match (hunch, self.cut().fifths[lead]) {
            (Hunch::Hot, fifth) => fifth == Fifth::Top,
            (Hunch::Warm, fifth) => fifth != Fifth::Rest,
            (Hunch::Cold, fifth) => fifth == Fifth::Rest,
        };
        (!agrees).then_some(hunch)
    }

    /// Returns where a lead stands: what a person sees who now says something of it.
    pub fn footing(&self, lead: usize) -> Footing {
        let (row, column) = self.cell_of(lead).map_or((String::new(), String::new()), |(row, column)| {
            (self.model.label(Side::Rows, row).to_owned(), self.model.label(Side::Columns, column).to_owned())
        });
        Footing {
            model: self.model.name.clone(),
            revision: 0,
            as_of: self.as_of(),
            row,
            column,
            rows: self.scores.value(Side::Rows, lead),
            columns: self.scores.value(Side::Columns, lead),
            rank: self.rank(lead),
            fifth: self.cut().fifths[lead],
        }
    }
}
