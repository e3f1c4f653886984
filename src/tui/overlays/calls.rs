//! The call sheet of a review or of a list, out to sales and back in. Never here: what is on it, and what it says.

use std::path::PathBuf;

use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
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

/// Most leads of a list on one sheet: nobody calls more, and every line of it is explained.
const MOST_LISTED: usize = 20_000;

/// Something to be done with a call sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallsTask {
    Write(SheetTask),
    /// Reads a filled sheet; `by` is who is at the keys.
    Read {
        path: PathBuf,
        by: String,
    },
}

/// A call sheet to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetTask {
    pub of: Callees,
    pub path: PathBuf,
    pub overwrite: bool,
    /// With initials, and without phones and e-mails: to be shown, it cannot be read back.
    pub masked: bool,
}

/// Who is on a call sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Callees {
    /// The sample of a review.
    Review(i64),
    /// The leads of a list in its order, by their keys; as of an instant, UTC seconds.
    Listed { keys: Vec<String>, as_of: i64 },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallsNews {
    /// There is such a file.
    Exists(Box<SheetTask>),
    /// What a filled sheet says.
    Filled(Box<Filled>),
}

/// Asks where the call sheet of a review goes.
pub fn write(app: &mut App, review: i64) -> Vec<Effect> {
    let path = proposed(app, review);
    warn_masked(app);
    overlays::open(app, Overlay::Prompt(Prompt::proposing(Purpose::CallSheet(Some(review)), path)))
}

/// Asks where the call sheet of the leads listed goes.
pub fn write_list(app: &mut App) -> Vec<Effect> {
    let n = app.leads.listing.len();
    if n == 0 || n > MOST_LISTED {
        app.tell(
            Tone::Plain,
            if n == 0 { msg!("cli-sheet-empty") } else { msg!("calls-too-many", most = MOST_LISTED) },
        );
        return Vec::new();
    }
    let name = format!("{}-{}", app.say(&msg!("calls-list")), Lang::En.date(app.now(), app.prefs.zone));
    let path = format!("~/quadrille/{}.csv", file_name(&name));
    warn_masked(app);
    overlays::open(app, Overlay::Prompt(Prompt::proposing(Purpose::CallSheet(None), path)))
}

/// Says what masked names mean for a sheet, while there is still time to show them.
fn warn_masked(app: &mut App) {
    if app.prefs.masked {
        app.tell(Tone::Plain, msg!("calls-masked"));
    }
}

/// Writes the sheet of a review, or else of the leads listed.
pub fn to_file(app: &App, review: Option<i64>, path: PathBuf) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let key = |lead: &u32| bench.data().keys.get(*lead as usize).to_owned();
    let keys = || bench.all(&app.leads.listing).iter().map(key).collect();
    let of = review.map_or_else(|| Callees::Listed { keys: keys(), as_of: bench.as_of() }, Callees::Review);
    vec![Effect::Calls(CallsTask::Write(SheetTask { of, path, overwrite: false, masked: app.prefs.masked }))]
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
        CallsNews::Exists(task) => {
            let question = msg!("models-ask-overwrite", path = task.path.display().to_string());
            let effect = Effect::Calls(CallsTask::Write(SheetTask { overwrite: true, ..*task }));
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
