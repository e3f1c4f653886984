//! The log of all that was said, and what is in force of it. Never here: who may say what.

use std::collections::BTreeMap;

use crate::review::Hunch;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;

/// Everything that was said, in the order it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    pub remarks: Vec<Remark>,
}

/// A verdict in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'l> {
    pub verdict: Verdict,
    pub reason: &'l str,
    pub note: &'l str,
    pub remark: &'l Remark,
}

impl Log {
    /// Returns the remarks that count, oldest first.
    pub fn in_force(&self) -> impl DoubleEndedIterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| !remark.struck)
    }

    /// Returns the remarks on a lead that count, newest first.
    pub fn of<'l>(&'l self, lead: &'l str) -> impl Iterator<Item = &'l Remark> {
        self.in_force().rev().filter(move |remark| remark.lead == lead)
    }

    /// Returns the verdict of every lead that has one: the newest said of it, unless it was cleared since.
    pub fn verdicts(&self) -> BTreeMap<&str, Standing<'_>> {
        let mut verdicts = BTreeMap::new();
        for remark in self.in_force() {
            match &remark.said {
                Said::Verdict { verdict, reason, note } => {
                    verdicts.insert(&*remark.lead, Standing { verdict: *verdict, reason, note, remark });
                }
                Said::Cleared => drop(verdicts.remove(&*remark.lead)),
                Said::Skipped | Said::Hunch(_) => {}
            }
        }
        verdicts
    }

    /// Returns a lead's verdict.
    pub fn verdict<'l>(&'l self, lead: &'l str) -> Option<Standing<'l>> {
        for remark in self.of(lead) {
            match &remark.said {
                Said::Verdict { verdict, reason, note } => {
                    return Some(Standing { verdict: *verdict, reason, note, remark });
                }
                Said::Cleared => return None,
                Said::Skipped | Said::Hunch(_) => {}
            }
        }
        None
    }

    /// Returns the newest hunch about every lead that somebody had one about.
    pub fn hunches(&self) -> BTreeMap<&str, Hunch> {
        let hunches = self.in_force().filter_map(|remark| match remark.said {
            Said::Hunch(hunch) => Some((&*remark.lead, hunch)),
            _ => None,
        });
        hunches.collect()
    }

    /// Returns the newest hunch about a lead, whose it is among the rest.
    pub fn hunch<'l>(&'l self, lead: &'l str) -> Option<(Hunch, &'l Remark)> {
        self.of(lead).find_map(|remark| match remark.said {
            Said::Hunch(hunch) => Some((hunch, remark)),
            _ => None,
        })
    }
}
