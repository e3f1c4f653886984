//! The worker's part in what was said of leads, in the reviews, and in questions about all leads. Never here: the answers.

use std::sync::Arc;

use crate::msg;
use crate::problem::Problem;
use crate::review::Remark;
use crate::shell::saving::Outcome;
use crate::shell::worker::Worker;
use crate::shell::worker::scholar::Asked;
use crate::store::Store;
use crate::tui::app::Change;
use crate::tui::app::JobDone;
use crate::tui::app::ReviewChange;
use crate::tui::app::ReviewsTold;
use crate::tui::studies::Study;

impl Worker {
    /// Saves a change of what was said, or of the reviews. An error: the file could not be written, and it may be tried again.
    pub(super) fn save_review(&mut self, change: &ReviewChange) -> Result<Outcome, Problem> {
        let revision = self.desk.as_ref().map(|desk| (desk.standing.name.clone(), desk.standing.revision));
        let Some(store) = &mut self.store else { return Ok(Outcome::fine()) };
        let given = |id: i64| self.told.given.get(&id).copied().unwrap_or(id);
        // As the file knows it: its review, and the model's revision.
        let known = |remark: &Remark| {
            let mut remark = remark.clone();
            remark.review = remark.review.map(given);
            if let Some((_, revision)) = revision.as_ref().filter(|(name, _)| *name == remark.footing.model) {
                remark.footing.revision = *revision;
            }
            remark
        };
        let saved = match change {
            ReviewChange::Say(remarks) => {
                let remarks: Vec<Remark> = remarks.iter().map(known).collect();
                store.say(&remarks).map(|ids| {
                    self.told.given.extend(remarks.iter().map(|remark| remark.id).zip(ids));
                })
            }
            ReviewChange::Strike { ids, struck } => {
                store.strike(&ids.iter().map(|id| given(*id)).collect::<Vec<_>>(), *struck)
            }
            ReviewChange::Add(review) => store.add_review(review).map(|id| {
                self.told.given.insert(review.id, id);
            }),
            ReviewChange::Update(review) => store.update_review(given(review.id), &review.name, &review.participants),
            ReviewChange::End { id, outcome } => store.end_review(given(*id), outcome.as_deref()),
            ReviewChange::Remove { id, removed } => store.remove_review(given(*id), *removed),
            ReviewChange::Customs(customs) => store.set_customs(customs),
            ReviewChange::SeeAlerts(seen) => store.see_alerts(seen),
        };
        match saved {
            // Another window removed it for good; trying again would not bring it back.
            Err(problem) if problem.text.id == "store-no-review" => {
                Ok(Outcome { rebased: false, trouble: Some(problem) })
            }
            Err(problem) => Err(problem),
            Ok(()) => Ok(Outcome::fine()),
        }
    }

    /// Tells how what was said and the reviews stand in the file, with this window's changes up to the number.
    pub(super) fn tell_reviews(&mut self, upto: u64) -> Result<(), Problem> {
        let Some(store) = &self.store else { return Ok(()) };
        let found = read(store)?;
        self.tell_as_found(found, upto);
        Ok(())
    }

    fn tell_as_found(&mut self, found: ReviewsTold, upto: u64) {
        self.told = ReviewsTold { upto, given: std::mem::take(&mut self.told.given), ..found };
        self.tell(JobDone::Reviews(Box::new(self.told.clone())));
    }

    /// Tells what another window said, if it did; returns whether that could be looked for.
    pub(super) fn look_at_reviews(&mut self) -> Result<bool, Problem> {
        // What waits to be saved is on the screen and not in the file: it must not be told away.
        let Some(store) = self.store.as_ref().filter(|_| self.unsaved.is_empty()) else { return Ok(false) };
        let found = read(store)?;
        let same = (&found.log, &found.reviews) == (&self.told.log, &self.told.reviews);
        if !same || (&found.customs, &found.alerts_seen) != (&self.told.customs, &self.told.alerts_seen) {
            self.tell_as_found(found, 0);
        }
        Ok(true)
    }

    /// Has a question about all leads answered.
    pub(super) fn study(&mut self, study: Study, as_of: i64) -> Result<(), Problem> {
        let Some(desk) = &self.desk else { return Err(Problem::refused(msg!("shell-nothing-open"))) };
        let (model, data) = (desk.standing.model.clone(), Arc::clone(&desk.data));
        self.scholar.ask(Asked { study, model, data, as_of, told: self.told.clone() }, &self.setup.answer);
        Ok(())
    }
}

/// Reads what was said and the reviews.
pub(in crate::shell) fn read(store: &Store) -> Result<ReviewsTold, Problem> {
    Ok(ReviewsTold {
        log: Arc::new(store.log()?),
        reviews: store.reviews()?,
        customs: store.customs()?,
        alerts_seen: Arc::new(store.alerts_seen()?),
        ..ReviewsTold::default()
    })
}

/// Lays what was not saved yet over how the file stands: it stays on the screen.
pub(super) fn lay_over<'c>(told: &mut ReviewsTold, unsaved: impl Iterator<Item = &'c Change>) {
    for change in unsaved {
        match change {
            Change::Review(ReviewChange::Say(remarks)) => {
                Arc::make_mut(&mut told.log).remarks.extend(remarks.iter().cloned());
            }
            Change::Review(ReviewChange::Add(review)) => told.reviews.push((**review).clone()),
            _ => {}
        }
    }
}
