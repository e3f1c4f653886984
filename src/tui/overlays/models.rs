//! The models of the workspace: open, copy, rename, delete.

use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::gallery::Gallery;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;

/// Which model the cursor is on.
#[derive(Default)]
pub struct ModelsList {
    pub row: usize,
}

impl ModelsList {
    /// The list with the cursor on the model that is open.
    pub fn on_the_open_one(app: &App) -> ModelsList {
        let open = app.bench.as_ref().map(|bench| bench.model().name.as_str());
        let row = app.models.iter().position(|name| Some(name.as_str()) == open).unwrap_or(0);
        ModelsList { row }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let last = app.models.len().saturating_sub(1);
    let Some(Overlay::Models(list)) = app.overlays.last_mut() else { return None };
    let name = app.models.get(list.row.min(last)).cloned();
    match action {
        Action::MoveUp => list.row = list.row.saturating_sub(1),
        Action::MoveDown => list.row = (list.row + 1).min(last),
        Action::Open => {
            app.overlays.pop();
            return name.map(|name| vec![Effect::OpenModel(name)]);
        }
        Action::Duplicate | Action::New => {
            let name = name?;
            app.overlays.push(Overlay::Prompt(Prompt::new(Purpose::CopyModel(name), "")));
        }
        Action::UseTemplate => app.overlays.push(Overlay::Gallery(Gallery::new())),
        Action::Edit => {
            let name = name?;
            let prompt = Prompt::new(Purpose::RenameModel(name.clone()), &name);
            app.overlays.push(Overlay::Prompt(prompt));
        }
        Action::Delete if app.models.len() > 1 => {
            let name = name?;
            let question = msg!("tui-ask-delete-model", model = &name);
            app.overlays.push(Overlay::Confirm(Confirm { question, effect: Effect::DeleteModel(name), yes: false }));
        }
        Action::Delete => app.tell(Tone::Plain, msg!("tui-last-model")),
        _ => return None,
    }
    Some(Vec::new())
}
