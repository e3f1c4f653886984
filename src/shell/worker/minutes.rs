//! The worker's part in the minutes of a review: made from the file as it is, written, and shown. Never here: what stands in them.

use std::path::Path;

use crate::export::document::Form;
use crate::export::minutes::Minutes;
use crate::export::minutes::Saved;
use crate::export::minutes::minutes;
use crate::msg;
use crate::problem::Problem;
use crate::shell::files;
use crate::shell::intake;
use crate::shell::manage;
use crate::shell::opener;
use crate::shell::worker::Worker;
use crate::shell::worker::reviews;
use crate::tui::app::JobDone;
use crate::tui::overlays::minutes::MinutesNews;
use crate::tui::overlays::minutes::MinutesTask;
use crate::tui::overlays::minutes::To;

impl Worker {
    /// Writes the minutes of a review, or asks whether they may take a file's place.
    pub(super) fn minutes(&mut self, task: MinutesTask) -> Result<(), Problem> {
        let To::File { path, overwrite, show } = &task.to else {
            let text = self.text_of(&task)?;
            self.tell(JobDone::Minutes(MinutesNews::Copy(text)));
            return Ok(());
        };
        let whole = intake::home(path);
        if !overwrite && std::fs::symlink_metadata(&whole).is_ok() {
            self.tell(JobDone::Minutes(MinutesNews::Exists(Box::new(task))));
            return Ok(());
        }
        let text = self.text_of(&task)?;
        let whole = files::write_with_folder(&whole, text.as_bytes(), *overwrite)?;
        let name = whole.display().to_string();
        if *show {
            self.show_file(&whole, name);
        } else {
            self.tell(JobDone::Told(msg!("cli-written", path = name)));
        }
        Ok(())
    }

    fn show_file(&self, path: &Path, name: String) {
        let told = match opener::show(path) {
            Ok(()) => msg!("minutes-shown", path = name),
            Err(error) => msg!("minutes-not-shown", path = name, error = error.to_string()),
        };
        self.tell(JobDone::Told(told));
    }

    fn text_of(&self, task: &MinutesTask) -> Result<String, Problem> {
        let nothing = || Problem::refused(msg!("shell-nothing-open"));
        let (store, desk) = self.store.as_ref().zip(self.desk.as_ref()).ok_or_else(nothing)?;
        let told = reviews::read(store)?;
        let id = self.told.given.get(&task.review).copied().unwrap_or(task.review);
        let review = told.reviews.iter().find(|review| review.id == id);
        let review = review.ok_or_else(|| Problem::refused(msg!("store-no-review")))?;
        // Without its model, which somebody may have deleted since, the review is still told.
        let model = manage::versions(store, &review.model).ok();
        let versions = model.iter().flat_map(|model| &model.versions);
        let versions = versions.map(|version| Saved {
            name: version.name.clone(),
            reason: version.reason.clone(),
            at: version.at,
        });
        let document = minutes(Minutes {
            review,
            log: &told.log,
            leads: &desk.data,
            draft: model.as_ref().map(|model| &model.draft),
            versions: &versions.collect::<Vec<_>>(),
            lang: task.lang,
            masked: task.masked,
            zone: desk.data.zone,
        });
        Ok(document.write(if task.markdown { Form::Markdown } else { Form::Html }))
    }
}
