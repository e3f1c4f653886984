//! A question with a yes and a no, before something that is not a mere edit.

use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays::Overlay;

/// What is asked, and what is done on a yes.
pub struct Confirm {
    pub question: Msg,
    pub effect: Effect,
    /// Whether the cursor is on yes; it starts on no.
    pub yes: bool,
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Confirm(confirm)) = app.overlays.last_mut() else { return None };
    match action {
        Action::MoveLeft | Action::MoveRight | Action::MoveUp | Action::MoveDown | Action::NextPane => {
            confirm.yes = !confirm.yes;
            Some(Vec::new())
        }
        Action::Accept => {
            let effects = if confirm.yes { vec![confirm.effect.clone()] } else { Vec::new() };
            app.overlays.pop();
            Some(effects)
        }
        _ => None,
    }
}
