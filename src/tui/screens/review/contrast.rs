//! The top group against the next: what can be chosen, and by which field the groups are told apart.

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::cursor::moved;
use crate::tui::overlays::parts::to_criterion;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::workbench::Questions;

/// Where the cursor is.
#[derive(Clone, Debug, Default)]
pub struct ContrastView {
    /// Among the criteria, then the values of the field.
    pub row: usize,
    /// The field that tells the groups apart; none = the one by which they differ most.
    pub field: Option<String>,
}

/// Returns the place of the field that is open, among those that can be.
pub fn open_field(app: &App, questions: &Questions) -> usize {
    let wanted = app.review.contrast.field.as_ref();
    let found = wanted.and_then(|wanted| questions.makeups.iter().position(|makeup| makeup.field == *wanted));
    found.unwrap_or(0)
}

/// Asks for what the page shows, if it is not there yet.
pub fn enter(app: &mut App) -> Vec<Effect> {
    studies::ask(app, Study::Questions)
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let (questions, _) = studies::questions(app)?;
    let (criteria, makeups) = (&questions.contrast.criteria, &questions.makeups);
    let field = open_field(app, questions);
    let n_slices = |field: usize| makeups.get(field).map_or(0, |makeup| makeup.slices.len());
    let n = criteria.len() + n_slices(field);
    let row = app.review.contrast.row.min(n.saturating_sub(1));
    if let Some(row) = moved(action, row, n, 10) {
        app.review.contrast.row = row;
        return Some(Vec::new());
    }
    match action {
        Action::Open => {
            if let Some(name) = criteria.get(row).map(|maker| maker.criterion.clone()) {
                to_criterion(app, &name);
            }
            Some(Vec::new())
        }
        Action::NextField => {
            // From among the criteria the first press goes to the field that is open; from there on to the next.
            let to = if row < criteria.len() { field } else { (field + 1) % makeups.len().max(1) };
            let row = (criteria.len() + n_slices(to)).saturating_sub(1);
            app.review.contrast = ContrastView { row, field: makeups.get(to).map(|makeup| makeup.field.clone()) };
            Some(Vec::new())
        }
        _ => None,
    }
}
