//! The call sheet of a review, out to sales and back in. Never here: what is on it, and what it says.

use std::path::PathBuf;

use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::minutes::file_name;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::saying;
use crate::workbench::sheet::Filled;

/// Something to be done with a call sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallsTask {
    /// Writes the sheet of a review's sample.
    Write { review: i64, path: PathBuf, overwrite: bool },
    /// Reads a filled sheet; `by` is who is at the keys.
    Read { path: PathBuf, by: String },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallsNews {
    /// There is such a file.
    Exists { review: i64, path: PathBuf },
    /// What a filled sheet says.
    Filled(Box<Filled>),
}

/// Asks where the call sheet of a review goes.
pub fn write(app: &mut App, review: i64) -> Vec<Effect> {
    let path = proposed(app, review);
    overlays::open(app, Overlay::Prompt(Prompt::proposing(Purpose::CallSheet(review), path)))
}

/// Asks where the filled call sheet of a review is.
pub fn read(app: &mut App, review: i64) -> Vec<Effect> {
    let path = proposed(app, review);
    overlays::open(app, Overlay::Prompt(Prompt::proposing(Purpose::FilledSheet, path)))
}

fn proposed(app: &App, review: i64) -> String {
    let name = app.reviews.iter().find(|known| known.id == review).map_or("", |known| &known.name);
    format!("~/quadrille/{}-{}.csv", file_name(name), app.say(&msg!("calls-file")))
}

/// Takes in what came of it.
pub fn news(app: &mut App, news: CallsNews) -> Vec<Effect> {
    match news {
        CallsNews::Exists { review, path } => {
            let question = msg!("models-ask-overwrite", path = path.display().to_string());
            let effect = Effect::Calls(CallsTask::Write { review, path, overwrite: true });
            app.overlays.push(Overlay::Confirm(Confirm { question, effect, yes: false }));
            Vec::new()
        }
        CallsNews::Filled(filled) => {
            let recorded = filled.remarks.len();
            let effects = saying::record(app, filled.remarks);
            match told(recorded, filled.known, &filled.refused, app) {
                text if filled.refused.is_empty() && recorded > 0 => app.tell_done(text),
                text if filled.refused.is_empty() => app.tell(Tone::Plain, text),
                text => app.tell(Tone::Bad, text),
            }
            effects
        }
    }
}

/// Says what was recorded, and of the rows that were not the first.
fn told(recorded: usize, known: usize, refused: &[Problem], app: &App) -> Msg {
    match refused.first() {
        None => msg!("calls-recorded", verdicts = recorded, known = known),
        Some(first) => {
            let first = first.tell(app.lang).into_iter().next().unwrap_or_default();
            msg!("calls-refused", verdicts = recorded, rows = refused.len(), first = first)
        }
    }
}
