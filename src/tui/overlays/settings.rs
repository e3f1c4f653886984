//! What a person chooses about the app: language, theme, mouse, names shown or masked, their own name.

use crate::text::Lang;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::theme::THEME_NAMES;
use crate::tui::update::keep_prefs;
use crate::tui::update::perform_anywhere;

/// Which setting the cursor is on.
#[derive(Default)]
pub struct SettingsForm {
    pub row: usize,
}

/// The settings, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Language,
    Theme,
    Mouse,
    Masked,
    Present,
    /// Who is at the keys.
    Person,
}

impl Setting {
    pub const ALL: [Setting; 6] =
        [Setting::Language, Setting::Theme, Setting::Mouse, Setting::Masked, Setting::Present, Setting::Person];
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Settings(form)) = app.overlays.last_mut() else { return None };
    let last = Setting::ALL.len() - 1;
    match action {
        Action::MoveUp | Action::PreviousPane => form.row = form.row.saturating_sub(1),
        Action::MoveDown | Action::NextPane => form.row = (form.row + 1).min(last),
        Action::MoveLeft | Action::MoveRight | Action::Toggle | Action::Accept => {
            let setting = Setting::ALL[form.row.min(last)];
            return Some(change(app, setting, action == Action::MoveLeft));
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn change(app: &mut App, setting: Setting, back: bool) -> Vec<Effect> {
    match setting {
        Setting::Language => {
            app.lang = match app.lang {
                Lang::En => Lang::Fr,
                Lang::Fr => Lang::En,
            };
        }
        Setting::Theme => {
            let now = THEME_NAMES.iter().position(|name| *name == app.prefs.theme).unwrap_or(0);
            let step = if back { THEME_NAMES.len() - 1 } else { 1 };
            let name = THEME_NAMES[(now + step) % THEME_NAMES.len()];
            app.set_theme(name);
        }
        Setting::Mouse => {
            app.prefs.mouse = !app.prefs.mouse;
            let mut effects = vec![Effect::Mouse(app.prefs.mouse)];
            effects.extend(keep_prefs(app));
            return effects;
        }
        Setting::Masked => app.prefs.masked = !app.prefs.masked,
        Setting::Present => {
            perform_anywhere(app, Action::Present);
        }
        Setting::Person => {
            let overlay = Overlay::Prompt(Prompt::new(Purpose::Person, &app.prefs.person));
            return overlays::open(app, overlay);
        }
    }
    keep_prefs(app)
}
