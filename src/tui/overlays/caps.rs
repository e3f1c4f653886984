//! The bounds of a group: the least and the most its criteria give together.

use tui_input::Input;

use crate::model::Edit;
use crate::model::Group;
use crate::model::Side;
use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::rows::whole;
use crate::tui::update::edit;

/// The two bounds being typed; empty means none.
pub struct CapsForm {
    pub side: Side,
    pub group: String,
    pub min: Input,
    pub max: Input,
    /// Whether the cursor is in the upper bound.
    pub on_max: bool,
}

impl CapsForm {
    pub fn of(side: Side, group: &Group) -> CapsForm {
        let text = |bound: Option<i64>| Input::new(bound.map(|n| n.to_string()).unwrap_or_default());
        CapsForm { side, group: group.name.clone(), min: text(group.min), max: text(group.max), on_max: true }
    }

    pub(super) fn input_mut(&mut self) -> &mut Input {
        if self.on_max { &mut self.max } else { &mut self.min }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Caps(form)) = app.overlays.last_mut() else { return None };
    match action {
        Action::MoveUp | Action::MoveDown | Action::NextPane | Action::PreviousPane => {
            form.on_max = !form.on_max;
            Some(Vec::new())
        }
        Action::Accept => {
            let bound = |input: &Input| {
                let text = input.value().trim();
                if text.is_empty() { Some(None) } else { whole(text).map(Some) }
            };
            let (Some(min), Some(max)) = (bound(&form.min), bound(&form.max)) else {
                app.tell(Tone::Bad, msg!("tui-bounds-numbers"));
                return Some(Vec::new());
            };
            let change = Edit::SetCaps { side: form.side, group: form.group.clone(), min, max };
            app.overlays.pop();
            Some(edit(app, change))
        }
        _ => None,
    }
}
