//! What was said of the leads, beside their scores: the log, and each lead's verdict in force. Never here: saying anything.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::engine::rank::Fifth;
use crate::model::Side;
use crate::review::Footing;
use crate::review::Hunch;
use crate::review::Remark;
use crate::review::Verdict;
use crate::review::log::Log;
use crate::review::log::Standing;
use crate::workbench::Workbench;

/// The log, and what follows from it for these leads.
#[derive(Default)]
pub(super) struct Sayings {
    log: Arc<Log>,
    /// The verdict in force of each lead that has one, worked out when first asked for.
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

/// Most leads that are looked for one by one.
const FEW: usize = 4;

/// Returns the keys of whom something else was said, or counts; none where they are many.
fn changed<'l>(before: &Log, after: &'l Log) -> Option<Vec<&'l str>> {
    let (old, new) = (&before.remarks, &after.remarks);
    if new.len() < old.len() || new.len() > old.len() + FEW {
        return None;
    }
    let same =
        |(old, new): &(&Remark, &Remark)| (&old.lead, &old.said, old.struck) == (&new.lead, &new.said, new.struck);
    let mut keys: Vec<&str> = old.iter().zip(new).filter(|pair| !same(pair)).map(|(_, new)| &*new.lead).collect();
    // A remark in another's place changes two leads; then all are looked at.
    let moved = old.iter().zip(new).any(|(old, new)| old.lead != new.lead);
    keys.extend(new[old.len()..].iter().map(|remark| &*remark.lead));
    (!moved && keys.len() <= FEW).then_some(keys)
}

fn put<T>(known: &mut Option<BTreeMap<u32, T>>, lead: u32, value: Option<T>) {
    if let Some(known) = known {
        match value {
            Some(value) => drop(known.insert(lead, value)),
            None => drop(known.remove(&lead)),
        }
    }
}

impl Workbench {
    /// Returns everything that was said of leads.
    pub fn log(&self) -> &Arc<Log> {
        &self.sayings.log
    }

    /// Takes over what was said of leads.
    pub fn set_log(&mut self, log: Arc<Log>) {
        let before = std::mem::replace(&mut self.sayings, Sayings { log, ..Sayings::default() });
        // One verdict more is no reason to look at every lead's key again.
        let Some(changed) = changed(&before.log, &self.sayings.log) else { return };
        let leads: Vec<_> = changed.iter().map(|key| (*key, self.data().lead_by_key(key))).collect();
        let (mut verdicts, mut hunches) = (before.verdicts.into_inner(), before.hunches.into_inner());
        for (key, lead) in leads {
            let Some(lead) = lead.and_then(|lead| u32::try_from(lead).ok()) else { continue };
            let log = &self.sayings.log;
            put(&mut verdicts, lead, log.verdict(key).map(|standing| standing.verdict));
            put(&mut hunches, lead, log.hunch(key).map(|(hunch, _)| hunch));
        }
        if let Some(known) = verdicts {
            let _ = self.sayings.verdicts.set(known);
        }
        if let Some(known) = hunches {
            let _ = self.sayings.hunches.set(known);
        }
    }

    /// Returns the verdict in force of each lead that has one.
    pub fn verdicts(&self) -> &BTreeMap<u32, Verdict> {
        self.sayings.verdicts.get_or_init(|| {
            let standing = self.sayings.log.verdicts();
            self.by_lead(&standing.iter().map(|(key, standing)| (*key, standing.verdict)).collect())
        })
    }

    /// Returns the newest hunch about each lead that somebody had one about.
    pub fn hunches(&self) -> &BTreeMap<u32, Hunch> {
        self.sayings.hunches.get_or_init(|| self.by_lead(&self.sayings.log.hunches()))
    }

    /// Finds the leads of some keys.
    fn by_lead<T: Copy>(&self, keyed: &BTreeMap<&str, T>) -> BTreeMap<u32, T> {
        if keyed.is_empty() {
            return BTreeMap::new();
        }
        let keys = (0_u32..).zip(self.data().keys.iter());
        keys.filter_map(|(lead, key)| Some((lead, *keyed.get(key)?))).collect()
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
