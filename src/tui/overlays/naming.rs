//! A new version of the open model: its name, the reason, and whether the matrix shows changes against it from now on.

use tui_input::Input;

use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Change;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::models::ModelTask;
use crate::tui::overlays::rows::moved;
use crate::tui::update::save;

/// A version being named.
pub struct VersionForm {
    pub name: Input,
    pub reason: Input,
    pub baseline: bool,
    pub row: usize,
}

impl Default for VersionForm {
    fn default() -> VersionForm {
        VersionForm { name: Input::default(), reason: Input::default(), baseline: true, row: 0 }
    }
}

/// The rows: name, reason, baseline, save.
pub const N_ROWS: usize = 4;

impl VersionForm {
    pub(super) fn is_typing(&self) -> bool {
        self.row < 2
    }

    pub(super) fn input_mut(&mut self) -> Option<&mut Input> {
        match self.row {
            0 => Some(&mut self.name),
            1 => Some(&mut self.reason),
            _ => None,
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Version(form)) = app.overlays.last_mut() else { return None };
    if let Some(row) = moved(action, form.row, N_ROWS) {
        form.row = row;
        return Some(Vec::new());
    }
    match (action, form.row) {
        (Action::MoveLeft | Action::MoveRight | Action::Toggle, 2) => form.baseline = !form.baseline,
        (Action::Accept | Action::Toggle, 3) => return Some(submit(app)),
        (Action::Accept, row) => form.row = row + 1,
        _ => return None,
    }
    Some(Vec::new())
}

fn submit(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Version(form)) = app.overlays.last_mut() else { return Vec::new() };
    let name = form.name.value().trim().to_owned();
    if name.is_empty() {
        form.row = 0;
        app.tell(Tone::Bad, msg!("versions-no-name"));
        return Vec::new();
    }
    let (reason, baseline) = (form.reason.value().trim().to_owned(), form.baseline);
    app.overlays.pop();
    let Some(bench) = &mut app.bench else { return Vec::new() };
    let model = bench.model().name.clone();
    if baseline {
        bench.set_baseline();
        app.tell(Tone::Good, msg!("tui-version-saved", name = &name));
    } else {
        app.tell(Tone::Good, msg!("versions-saved", name = &name));
    }
    let mut effects = save(app, Change::Version { name, reason, baseline });
    if matches!(app.overlays.last(), Some(Overlay::Versions(_))) {
        effects.push(Effect::Models(ModelTask::Versions(model)));
    }
    effects
}
