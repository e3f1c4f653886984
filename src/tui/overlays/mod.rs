//! What can lie over a screen: forms, pickers, questions, help. A stack of values; the innermost takes the keys.

pub mod as_of;
pub mod bands;
pub mod caps;
pub mod condition;
pub mod confirm;
mod filled;
pub mod form;
pub mod list;
pub mod model_file;
pub mod models;
pub mod naming;
pub mod prompt;
pub mod rows;
pub mod settings;
pub mod versions;

use tui_input::Input;

use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::keys::Key;
use crate::tui::overlays::as_of::AsOfForm;
use crate::tui::overlays::bands::BandsForm;
use crate::tui::overlays::caps::CapsForm;
use crate::tui::overlays::condition::ConditionForm;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::model_file::ModelFile;
use crate::tui::overlays::models::ModelsList;
use crate::tui::overlays::naming::VersionForm;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::settings::SettingsForm;
use crate::tui::overlays::versions::VersionsList;
use crate::tui::widgets::field;

/// One thing lying over the screen.
pub enum Overlay {
    /// The form of a criterion.
    Form(Box<CriterionForm>),
    /// One condition of a form.
    Condition(ConditionForm),
    /// A list to choose from by typing: fields, values, actions.
    Choosing(Choosing),
    /// One question answered with a line of text.
    Prompt(Prompt),
    Bands(BandsForm),
    Caps(CapsForm),
    Models(ModelsList),
    ModelFile(ModelFile),
    Versions(VersionsList),
    /// A version being named.
    Version(VersionForm),
    AsOf(AsOfForm),
    Settings(SettingsForm),
    Confirm(Confirm),
}

impl Overlay {
    /// Returns the contexts whose keys hold, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Overlay::Form(form) => typing(form.input().is_some(), Context::Form),
            Overlay::Condition(form) => typing(form.input().is_some(), Context::Form),
            Overlay::Caps(_) => vec![Context::TextField, Context::Form],
            Overlay::Prompt(_) => vec![Context::TextField, Context::Form],
            Overlay::Choosing(choosing) => vec![choosing.context()],
            Overlay::Bands(_) => vec![Context::Bands],
            Overlay::Models(_) => vec![Context::Models],
            Overlay::ModelFile(_) => vec![Context::Files],
            Overlay::Versions(_) => vec![Context::Versions],
            Overlay::Version(form) => typing(form.is_typing(), Context::Form),
            Overlay::AsOf(_) => vec![Context::TextField, Context::AsOf],
            Overlay::Settings(_) => vec![Context::Form],
            Overlay::Confirm(_) => vec![Context::Confirm],
        }
    }

    /// Returns the text field that has the cursor.
    fn input_mut(&mut self) -> Option<&mut Input> {
        match self {
            Overlay::Form(form) => form.input_mut(),
            Overlay::Condition(form) => form.input_mut(),
            Overlay::Caps(form) => Some(form.input_mut()),
            Overlay::Prompt(prompt) => Some(&mut prompt.input),
            Overlay::Version(form) => form.input_mut(),
            Overlay::AsOf(form) => Some(&mut form.input),
            Overlay::Choosing(_)
            | Overlay::Bands(_)
            | Overlay::Models(_)
            | Overlay::ModelFile(_)
            | Overlay::Versions(_)
            | Overlay::Settings(_)
            | Overlay::Confirm(_) => None,
        }
    }
}

fn typing(on: bool, context: Context) -> Vec<Context> {
    if on { vec![Context::TextField, context] } else { vec![context] }
}

/// Does an action in the innermost overlay; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    if action == Action::Back {
        return Some(match app.overlays.pop() {
            Some(Overlay::AsOf(form)) => form.back(),
            _ => Vec::new(),
        });
    }
    let done = match app.overlays.last()? {
        Overlay::Form(_) => form::act(app, action),
        Overlay::Condition(_) => condition::act(app, action),
        Overlay::Choosing(_) => list::act(app, action),
        Overlay::Prompt(_) => prompt::act(app, action),
        Overlay::Bands(_) => bands::act(app, action),
        Overlay::Caps(_) => caps::act(app, action),
        Overlay::Models(_) => models::act(app, action),
        Overlay::ModelFile(_) => model_file::act(app, action),
        Overlay::Versions(_) => versions::act(app, action),
        Overlay::Version(_) => naming::act(app, action),
        Overlay::AsOf(_) => as_of::act(app, action),
        Overlay::Settings(_) => settings::act(app, action),
        Overlay::Confirm(_) => confirm::act(app, action),
    };
    recount(app);
    done
}

/// Gives a key to the text field that has the cursor.
pub fn type_key(app: &mut App, key: Key) -> Vec<Effect> {
    let mut effects = Vec::new();
    match app.overlays.last_mut() {
        Some(Overlay::ModelFile(chooser)) => {
            effects.extend(chooser.files.type_key(key).map(Effect::ListFolder));
        }
        Some(Overlay::Choosing(choosing)) => {
            choosing.picker.edit(key);
        }
        Some(overlay) => {
            if let Some(input) = overlay.input_mut() {
                field::edit(input, key);
            }
        }
        None => {}
    }
    recount(app);
    effects
}

/// Gives pasted text to the text field that has the cursor.
pub fn paste(app: &mut App, text: &str) {
    match app.overlays.last_mut() {
        Some(Overlay::Choosing(choosing)) => choosing.picker.paste(text),
        Some(Overlay::ModelFile(chooser)) => chooser.files.paste(text),
        Some(overlay) => {
            if let Some(input) = overlay.input_mut() {
                field::paste(input, text);
            }
        }
        None => {}
    }
    recount(app);
}

/// Counts anew how many leads the form's criterion or condition would touch.
pub(super) fn recount(app: &mut App) {
    let Some(bench) = &app.bench else { return };
    match app.overlays.last_mut() {
        Some(Overlay::Form(form)) => form.recount(bench),
        Some(Overlay::Condition(form)) => form.recount(bench),
        _ => {}
    }
}

/// Opens an overlay and counts what it shows.
pub fn open(app: &mut App, overlay: Overlay) -> Vec<Effect> {
    app.overlays.push(overlay);
    recount(app);
    Vec::new()
}
