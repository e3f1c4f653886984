//! The worker's part in call sheets: written for a review, and read when they come back. Never here: what is on them.

use std::path::Path;
use std::sync::Arc;

use crate::export::sheet::call_sheet;
use crate::import::read_plain;
use crate::msg;
use crate::problem::Problem;
use crate::review::session::Review;
use crate::shell::files;
use crate::shell::intake;
use crate::shell::manage;
use crate::shell::worker::Worker;
use crate::shell::worker::fixed;
use crate::shell::worker::now;
use crate::shell::worker::reviews;
use crate::tui::app::JobDone;
use crate::tui::app::ReviewsTold;
use crate::tui::overlays::calls::Callees;
use crate::tui::overlays::calls::CallsNews;
use crate::tui::overlays::calls::CallsTask;
use crate::tui::overlays::calls::SheetTask;
use crate::workbench::Workbench;
use crate::workbench::sheet::Asked;
use crate::workbench::sheet::review_of;

impl Worker {
    /// Writes a call sheet, or reads a filled one.
    pub(super) fn calls(&mut self, task: CallsTask) -> Result<(), Problem> {
        match task {
            CallsTask::Write(task) => self.write_calls(task),
            CallsTask::Read { path, by } => self.read_calls(&path, &by),
        }
    }

    fn write_calls(&mut self, task: SheetTask) -> Result<(), Problem> {
        let whole = intake::home(&task.path);
        if !task.overwrite && std::fs::symlink_metadata(&whole).is_ok() {
            self.tell(JobDone::Calls(CallsNews::Exists(Box::new(task))));
            return Ok(());
        }
        let SheetTask { of, overwrite, masked, .. } = task;
        let told = self.told_now()?;
        let (review, bench) = match &of {
            Callees::Review(id) => {
                let id = self.told.given.get(id).unwrap_or(id);
                let found = told.reviews.iter().find(|review| review.id == *id);
                let review = found.ok_or_else(|| Problem::refused(msg!("store-no-review")))?;
                (Some(review), self.bench_of(Some(review), &told)?)
            }
            Callees::Listed { as_of, .. } => {
                let mut bench = self.bench_of(None, &told)?;
                bench.set_as_of(*as_of);
                (None, bench)
            }
        };
        let wanted: Vec<&str> = match (&of, review) {
            (Callees::Listed { keys, .. }, _) => keys.iter().map(String::as_str).collect(),
            (_, Some(review)) => review.keys().collect(),
            (_, None) => Vec::new(),
        };
        let places = bench.data().leads_by_key(wanted.iter().copied());
        let leads: Vec<usize> = wanted.into_iter().filter_map(|key| places.get(key).copied()).collect();
        if leads.is_empty() {
            return Err(Problem::refused(msg!("cli-sheet-empty")));
        }
        let in_file = |error| files::told(&error, &whole);
        let sheet = call_sheet(&bench, &leads, review, self.setup.lang, masked, now()).map_err(in_file)?;
        let whole = files::write_with_folder(&whole, &sheet, overwrite)?;
        let path = whole.display().to_string();
        self.tell(JobDone::Told(msg!("cli-sheet-written", leads = leads.len(), path = path)));
        Ok(())
    }

    fn read_calls(&mut self, path: &Path, by: &str) -> Result<(), Problem> {
        let whole = intake::home(path);
        let file = whole.display().to_string();
        let sheet = read_plain(&file, &files::read(&whole, files::MOST_BYTES)?)?;
        let told = self.told_now()?;
        let bench = self.bench_of(review_of(&sheet.heads, &sheet.rows, &told.reviews), &told)?;
        let name = whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let by = if by.trim().is_empty() { name } else { format!("{} ({name})", by.trim()) };
        let asked = Asked { by: &by, at: now(), theirs: false, reviews: &told.reviews };
        let mut filled =
            bench.read_sheet(&sheet.heads, &sheet.rows, &asked).map_err(|problem| problem.in_file(&file))?;
        filled.refused.extend(sheet.broken.into_iter().map(|row| Problem::refused(row.text).at(row.line, None)));
        self.tell(JobDone::Calls(CallsNews::Filled(Box::new(filled))));
        Ok(())
    }

    fn told_now(&self) -> Result<ReviewsTold, Problem> {
        reviews::read(self.store.as_ref().ok_or_else(|| Problem::refused(msg!("shell-nothing-open")))?)
    }

    /// Returns the leads as a review sees them: under its model, where that is still there, at its instant; else as they are open.
    fn bench_of(&self, review: Option<&Review>, told: &ReviewsTold) -> Result<Workbench, Problem> {
        let nothing = || Problem::refused(msg!("shell-nothing-open"));
        let (store, desk) = self.store.as_ref().zip(self.desk.as_ref()).ok_or_else(nothing)?;
        let own = review.filter(|review| review.model != desk.standing.model.name);
        let model = own.and_then(|review| manage::versions(store, &review.model).ok()).map(|found| found.draft);
        let model = model.unwrap_or_else(|| desk.standing.model.clone());
        let as_of = match review {
            Some(review) => review.as_of,
            None => fixed(self.as_of, store)?.unwrap_or_else(now),
        };
        let mut bench = Workbench::new(model, None, Arc::clone(&desk.data), as_of);
        bench.set_log(Arc::clone(&told.log));
        Ok(bench)
    }
}
