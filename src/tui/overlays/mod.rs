//! What can lie over a screen: forms, pickers, questions, help. A stack of values; the innermost takes the keys.

pub mod as_of;
pub mod axis;
pub mod bands;
pub mod calls;
pub mod caps;
pub mod comment;
pub mod condition;
pub mod confirm;
pub mod filter;
pub mod form;
pub mod gallery;
pub mod hunch;
pub mod list;
pub mod minutes;
pub mod model_file;
pub mod models;
pub mod naming;
pub mod painter;
pub mod parts;
pub mod prompt;
pub mod review;
pub mod review_settings;
pub mod rows;
pub mod settings;
pub mod sheet;
pub mod things;
pub mod versions;
pub mod week;
pub mod zones;

use tui_input::Input;

use crate::msg;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::keys::Key;
use crate::tui::overlays::as_of::AsOfForm;
use crate::tui::overlays::bands::BandsForm;
use crate::tui::overlays::condition::ConditionForm;
use crate::tui::overlays::condition::joined::JoinedForm;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::filter::FilterForm;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::gallery::Casting;
use crate::tui::overlays::gallery::Gallery;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::model_file::ModelFile;
use crate::tui::overlays::models::ModelsList;
use crate::tui::overlays::naming::VersionForm;
use crate::tui::overlays::painter::Painter;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::settings::SettingsForm;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::things::Things;
use crate::tui::overlays::versions::VersionsList;
use crate::tui::widgets::field;

/// One thing lying over the screen.
pub enum Overlay {
    /// The form of a criterion.
    Form(Box<CriterionForm>),
    /// One condition.
    Condition(ConditionForm),
    /// Several conditions joined.
    Conditions(JoinedForm),
    /// Which events count.
    Filter(FilterForm),
    /// A list to choose from by typing: fields, values, actions.
    Choosing(Choosing),
    /// One question answered with a line of text.
    Prompt(Prompt),
    Bands(BandsForm),
    Models(ModelsList),
    /// The templates to choose from.
    Gallery(Gallery),
    /// Who plays the roles of a template.
    Casting(Box<Casting>),
    ModelFile(ModelFile),
    Versions(VersionsList),
    /// A version being named.
    Version(VersionForm),
    AsOf(AsOfForm),
    Settings(SettingsForm),
    Confirm(Confirm),
    /// The zones of the cells.
    Painter(Painter),
    /// The form of a part of the model.
    Sheet(Box<Sheet>),
    /// A list of parts of the model, or of what came of them.
    Things(Things),
}

impl Overlay {
    /// Returns the contexts whose keys hold, innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Overlay::Form(form) => typing(form.input().is_some(), Context::Form),
            Overlay::Condition(form) => typing(form.types(), Context::Form),
            Overlay::Prompt(_) => vec![Context::TextField, Context::Form],
            Overlay::Choosing(choosing) => vec![choosing.context()],
            Overlay::Bands(_) => vec![Context::Bands],
            Overlay::Models(_) => vec![Context::Models],
            Overlay::Conditions(_) | Overlay::Filter(_) | Overlay::Settings(_) => vec![Context::Form],
            Overlay::Gallery(gallery) => typing(gallery.typing, Context::Gallery),
            Overlay::Casting(_) => vec![Context::Roles],
            Overlay::ModelFile(_) => vec![Context::Files],
            Overlay::Versions(_) => vec![Context::Versions],
            Overlay::Version(form) => typing(form.is_typing(), Context::Form),
            Overlay::AsOf(_) => vec![Context::TextField, Context::AsOf],
            Overlay::Confirm(_) => vec![Context::Confirm],
            Overlay::Painter(_) => vec![Context::Painter],
            Overlay::Sheet(sheet) => typing(sheet.input().is_some(), Context::Form),
            Overlay::Things(_) => vec![Context::List],
        }
    }

    /// Returns the text field that has the cursor.
    fn input_mut(&mut self) -> Option<&mut Input> {
        match self {
            Overlay::Form(form) => form.input_mut(),
            Overlay::Condition(form) => form.input_mut(),
            Overlay::Prompt(prompt) => Some(&mut prompt.input),
            Overlay::Gallery(gallery) => Some(&mut gallery.input),
            Overlay::Sheet(sheet) => sheet.input_mut(),
            Overlay::Version(form) => form.input_mut(),
            Overlay::AsOf(form) => Some(&mut form.input),
            Overlay::Choosing(_)
            | Overlay::Conditions(_)
            | Overlay::Filter(_)
            | Overlay::Bands(_)
            | Overlay::Models(_)
            | Overlay::Casting(_)
            | Overlay::ModelFile(_)
            | Overlay::Versions(_)
            | Overlay::Settings(_)
            | Overlay::Confirm(_)
            | Overlay::Painter(_)
            | Overlay::Things(_) => None,
        }
    }
}

impl Overlay {
    /// Takes in what was typed, where it counts at once.
    fn typed(&mut self) {
        if let Overlay::Gallery(gallery) = self {
            gallery.search();
        }
    }
}

impl Overlay {
    /// Returns whether leaving would lose what was filled in; a second time in a row it may be lost.
    fn warns_once(&mut self) -> bool {
        let (now, kept) = match self {
            Overlay::Form(form) => (form.filled_in(), &mut form.kept),
            Overlay::Sheet(sheet) => (sheet.filled_in(), &mut sheet.kept),
            _ => return false,
        };
        let loses = *kept != now;
        *kept = now;
        loses
    }
}

fn typing(on: bool, context: Context) -> Vec<Context> {
    if on { vec![Context::TextField, context] } else { vec![context] }
}

/// Does an action in the innermost overlay; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    if action == Action::Back {
        if let Some(effects) = gallery::leave_text(app) {
            return Some(effects);
        }
        if app.overlays.last_mut().is_some_and(Overlay::warns_once) {
            app.tell(Tone::Plain, msg!("form-unsaved"));
            return Some(Vec::new());
        }
        let effects = match app.overlays.pop() {
            Some(Overlay::AsOf(form)) => form.back(),
            _ => Vec::new(),
        };
        things::renew(app);
        return Some(effects);
    }
    let depth = app.overlays.len();
    let done = match app.overlays.last()? {
        Overlay::Form(_) => form::act(app, action),
        Overlay::Condition(_) => condition::act(app, action),
        Overlay::Conditions(_) => condition::joined::act(app, action),
        Overlay::Filter(_) => filter::act(app, action),
        Overlay::Choosing(_) => list::act(app, action),
        Overlay::Prompt(_) => prompt::act(app, action),
        Overlay::Bands(_) => bands::act(app, action),
        Overlay::Models(_) => models::act(app, action),
        Overlay::Gallery(_) => gallery::act_in_gallery(app, action),
        Overlay::Casting(_) => gallery::act_in_casting(app, action),
        Overlay::ModelFile(_) => model_file::act(app, action),
        Overlay::Versions(_) => versions::act(app, action),
        Overlay::Version(_) => naming::act(app, action),
        Overlay::AsOf(_) => as_of::act(app, action),
        Overlay::Settings(_) => settings::act(app, action),
        Overlay::Confirm(_) => confirm::act(app, action),
        Overlay::Painter(_) => painter::act(app, action),
        Overlay::Sheet(_) => sheet::act(app, action),
        Overlay::Things(_) => things::act(app, action),
    };
    if app.overlays.len() < depth {
        things::renew(app);
    }
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
            overlay.typed();
        }
        None => {}
    }
    recount(app);
    effects
}

/// Takes a key that writes a sign where signs choose something; returns whether this one did.
pub(super) fn choose(app: &mut App, key: Key) -> bool {
    key.written().is_some_and(|written| painter::choose(app, written))
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
            overlay.typed();
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
        Some(Overlay::Sheet(sheet)) => (sheet.live)(sheet, bench),
        Some(Overlay::Conditions(form)) => form.recount(bench),
        Some(Overlay::Filter(form)) => form.recount(bench),
        _ => {}
    }
}

/// Opens an overlay and counts what it shows.
pub fn open(app: &mut App, overlay: Overlay) -> Vec<Effect> {
    app.overlays.push(overlay);
    recount(app);
    // Nothing of what it opens with is lost by leaving.
    app.overlays.last_mut().map(Overlay::warns_once);
    Vec::new()
}
