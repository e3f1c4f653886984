//! A review that is being held: one lead after the other, a verdict each.

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;

/// Which review is held, and which lead of its sample is before the people.
#[derive(Clone, Debug, Default)]
pub struct SessionView {
    /// The review, by its id.
    pub review: Option<i64>,
    /// The place in its sample.
    pub at: usize,
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::Back => {
            app.screen = Screen::Review;
            Some(Vec::new())
        }
        _ => None,
    }
}
