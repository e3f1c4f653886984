//! The worker's part in what was said of leads, in the reviews, and in questions about all leads. Never here: the answers.

use std::sync::Arc;

use crate::msg;
use crate::problem::Problem;
use crate::shell::saving::Outcome;
use crate::shell::worker::Worker;
use crate::store::Store;
use crate::tui::app::JobDone;
use crate::tui::app::ReviewChange;
use crate::tui::app::ReviewsTold;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::workbench::Workbench;

impl Worker {
    /// Saves a change of what was said, or of the reviews. An error: the file could not be written, and it may be tried again.
    pub(super) fn save_review(&mut self, change: &ReviewChange) -> Result<Outcome, Problem> {
        let revision = self.desk.as_ref().map(|desk| (desk.standing.name.clone(), desk.standing.revision));
        let Some(store) = &mut self.store else { return Ok(Outcome::fine()) };
        let given = |id: i64| self.told.given.get(&id).copied().unwrap_or(id);
        let saved = match change {
            ReviewChange::Say(remark) => {
                let mut remark = (**remark).clone();
                remark.review = remark.review.map(given);
                if let Some((_, revision)) = revision.filter(|(name, _)| *name == remark.footing.model) {
                    remark.footing.revision = revision;
                }
                store.say(&remark).map(|id| {
                    self.told.given.insert(remark.id, id);
                })
            }
            ReviewChange::Strike { id, struck } => store.strike(given(*id), *struck),
            ReviewChange::Add(review) => store.add_review(review).map(|id| {
                self.told.given.insert(review.id, id);
            }),
            ReviewChange::Update(review) => store.update_review(given(review.id), review),
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
        let given = std::mem::take(&mut self.told.given);
        self.told = ReviewsTold { upto, given, ..read(store)? };
        self.tell(JobDone::Reviews(Box::new(self.told.clone())));
        Ok(())
    }

    /// Tells what another window said, if it did.
    pub(super) fn look_at_reviews(&mut self) -> Result<(), Problem> {
        let Some(store) = &self.store else { return Ok(()) };
        let found = read(store)?;
        let same = (&found.log, &found.reviews) == (&self.told.log, &self.told.reviews);
        if !same || (&found.customs, &found.alerts_seen) != (&self.told.customs, &self.told.alerts_seen) {
            self.tell_reviews(0)?;
        }
        Ok(())
    }

    /// Answers a question about all leads.
    pub(super) fn study(&self, study: Study, as_of: i64) -> Result<(), Problem> {
        let Some(desk) = &self.desk else { return Err(Problem::refused(msg!("shell-nothing-open"))) };
        let mut bench = Workbench::new(desk.standing.model.clone(), None, Arc::clone(&desk.data), as_of);
        self.tell(JobDone::Studied(Box::new(studies::for_the_worker(study, &mut bench, &self.told))));
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
