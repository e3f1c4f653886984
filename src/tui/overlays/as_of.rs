//! The instant that leads are looked at: typed, or moved day by day while the matrix follows. Never here: the clock.

use tui_input::Input;

use crate::msg;
use crate::text::When;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// As of when the leads are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// The workspace's own instant, or else now.
    Usual,
    Now,
    /// UTC seconds.
    Instant(i64),
}

/// An instant being chosen.
pub struct AsOfForm {
    pub input: Input,
    /// What was looked at before.
    before: AsOf,
    /// The instant asked for last; the workbench may still be on its way there.
    pub at: i64,
    /// Whether it was moved.
    moved: bool,
}

impl AsOfForm {
    /// The form on the instant that is looked at.
    pub fn of(app: &App) -> Option<AsOfForm> {
        let at = app.bench.as_ref()?.as_of();
        let before = app.fixed.map_or(AsOf::Usual, AsOf::Instant);
        Some(AsOfForm { input: Input::default(), before, at, moved: false })
    }

    /// Goes back to what was looked at before.
    pub(super) fn back(self) -> Vec<Effect> {
        if self.moved { vec![Effect::AsOf(self.before)] } else { Vec::new() }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::AsOf(form)) = app.overlays.last_mut() else { return None };
    let days = match action {
        Action::MoveUp => 1,
        Action::MoveDown => -1,
        Action::PageUp => 7,
        Action::PageDown => -7,
        Action::Accept => return Some(accept(app)),
        Action::AsOfUsual => {
            app.overlays.pop();
            return Some(usual(app));
        }
        _ => return None,
    };
    form.at = form.at.saturating_add(days * DAY);
    form.moved = true;
    form.input = Input::default();
    Some(vec![Effect::AsOf(AsOf::Instant(form.at))])
}

/// Back to the workspace's own instant, or now.
pub fn usual(app: &mut App) -> Vec<Effect> {
    ask(app, AsOf::Usual)
}

/// Asks for an instant; with many leads it takes a moment, and says so until it is there.
fn ask(app: &mut App, as_of: AsOf) -> Vec<Effect> {
    app.tell(Tone::Plain, msg!("as-of-scoring"));
    vec![Effect::AsOf(as_of)]
}

/// The instant that was asked for is there.
pub fn arrived(app: &mut App) {
    app.message.take_if(|message| message.text.id == "as-of-scoring");
}

/// Takes what is typed; with nothing typed, the instant stays where it was moved to.
fn accept(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::AsOf(form)) = app.overlays.last() else { return Vec::new() };
    let text = form.input.value().trim().to_owned();
    let as_of = match When::parse(&text) {
        _ if text.is_empty() => None,
        Some(When::Now) => Some(AsOf::Now),
        // Now is the worker's to know; every other instant needs no clock.
        Some(when) => Some(AsOf::Instant(when.instant(app.prefs.zone, form.at, form.at))),
        None => {
            app.tell(Tone::Bad, msg!("as-of-unknown", text = text));
            return Vec::new();
        }
    };
    app.overlays.pop();
    as_of.map_or_else(Vec::new, |as_of| ask(app, as_of))
}
