//! The minutes of a review: in which form they are written, where to, and what then. Never here: what stands in them.

use std::path::PathBuf;

use tui_input::Input;

use crate::msg;
use crate::text::Lang;
use crate::text::fold;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::sheet::Field;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::workbench::Workbench;

/// The endings of a file, in the order of the forms: a page, and Markdown.
const ENDINGS: [&str; 2] = [".html", ".md"];
/// The most letters of a review's name in a file's.
const MOST: usize = 40;

/// How the minutes of a review are to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinutesTask {
    pub review: i64,
    /// Markdown instead of a page.
    pub markdown: bool,
    pub lang: Lang,
    pub masked: bool,
    pub to: To,
}

/// Where minutes go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    File {
        path: PathBuf,
        overwrite: bool,
        /// Shows the file once it is written, in whatever program shows such files.
        show: bool,
    },
    Clipboard,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MinutesNews {
    /// The text, for the clipboard.
    Copy(String),
    /// There is such a file.
    Exists(Box<MinutesTask>),
}

/// Asks where the minutes of a review go.
pub fn open(app: &mut App, review: i64) -> Vec<Effect> {
    let Some(known) = app.reviews.iter().find(|known| known.id == review) else { return Vec::new() };
    let zone = app.bench.as_ref().map_or(chrono_tz::Tz::UTC, |bench| bench.data().zone);
    let day = Lang::En.date(app.now(), zone);
    let name = file_name(&known.name);
    // The usual name of a review ends with its day.
    let name = if name.ends_with(&day) { name } else { format!("{name}-{day}") };
    let path = format!("~/quadrille/{name}{}", ENDINGS[0]);
    let rows = vec![
        Row::choice(
            "form",
            msg!("minutes-row-form"),
            vec![msg!("minutes-form-page"), msg!("minutes-form-markdown")],
            0,
        ),
        Row::choice(
            "lang",
            msg!("minutes-row-lang"),
            vec![msg!("minutes-lang-en"), msg!("minutes-lang-fr")],
            usize::from(app.lang == Lang::Fr),
        ),
        Row::choice(
            "names",
            msg!("minutes-row-names"),
            vec![msg!("minutes-names-shown"), msg!("minutes-names-masked")],
            usize::from(app.prefs.masked),
        )
        .hint(msg!("minutes-hint-names")),
        Row::choice(
            "then",
            msg!("minutes-row-then"),
            vec![msg!("minutes-then-write"), msg!("minutes-then-show"), msg!("minutes-then-copy")],
            0,
        ),
        Row::text("file", msg!("minutes-row-file"), &path).hint(msg!("minutes-hint-file")),
    ];
    let title = msg!("minutes-ask", review = &known.name);
    let mut sheet = Sheet::acting(title, rows, write).live(follow);
    sheet.of = review.to_string();
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Returns a review's name as a file's: letters, digits and hyphens.
pub(super) fn file_name(name: &str) -> String {
    let plain: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    let name: String = parts.join("-").chars().take(MOST).collect();
    if name.is_empty() { "review".to_owned() } else { name }
}

/// The file's ending follows the form, and there is no file where the text is copied.
fn follow(sheet: &mut Sheet, _: &Workbench) {
    let copies = sheet.choice("then") == 2;
    let form = sheet.choice("form").min(1);
    sheet.show("file", !copies);
    let other = ENDINGS[1 - form];
    let path = sheet.text("file").strip_suffix(other).map(|path| format!("{path}{}", ENDINGS[form]));
    if let (Some(path), Some(Row { field: Field::Typed(input, _), .. })) = (path, sheet.find_mut("file")) {
        *input = Input::new(path);
    }
}

fn write(sheet: &Sheet, _: &mut App) -> Result<Vec<Effect>, Wrong> {
    let then = sheet.choice("then");
    let to = if then == 2 {
        To::Clipboard
    } else {
        let path = sheet.text("file").trim();
        if path.is_empty() {
            return Err(Wrong::at("file", msg!("minutes-needs-file")));
        }
        To::File { path: path.into(), overwrite: false, show: then == 1 }
    };
    Ok(vec![Effect::Minutes(MinutesTask {
        review: sheet.of.parse().unwrap_or_default(),
        markdown: then == 2 || sheet.choice("form") == 1,
        lang: if sheet.choice("lang") == 1 { Lang::Fr } else { Lang::En },
        masked: sheet.choice("names") == 1,
        to,
    })])
}

/// Takes in what came of it.
pub fn news(app: &mut App, news: MinutesNews) -> Vec<Effect> {
    match news {
        MinutesNews::Copy(text) => vec![Effect::Copy(text)],
        MinutesNews::Exists(mut task) => {
            if let To::File { path, overwrite, .. } = &mut task.to {
                *overwrite = true;
                let question = msg!("models-ask-overwrite", path = path.display().to_string());
                let effect = Effect::Minutes(*task);
                app.overlays.push(Overlay::Confirm(Confirm { question, effect, yes: false }));
            }
            Vec::new()
        }
    }
}
