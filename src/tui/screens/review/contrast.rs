//! The top group against the next: what can be chosen, and by which field the groups are told apart.

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::cursor::moved;
use crate::tui::overlays::parts::to_criterion;
use crate::tui::studies;
use crate::tui::studies::Study;

/// Where the cursor is.
#[derive(Clone, Debug, Default)]
pub struct ContrastView {
    /// Among the criteria, then the values of the field.
    pub row: usize,
    /// The field that tells the groups apart, among those that can.
    pub field: usize,
}

/// Asks for what the page shows, if it is not there yet.
pub fn enter(app: &mut App) -> Vec<Effect> {
    studies::ask(app, Study::Questions)
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let (questions, _) = studies::questions(app)?;
    let criteria = &questions.contrast.criteria;
    let (n_criteria, n_fields) = (criteria.len(), questions.makeups.len());
    let field = app.review.contrast.field.min(n_fields.saturating_sub(1));
    let n_slices = questions.makeups.get(field).map_or(0, |makeup| makeup.slices.len());
    let n = n_criteria + n_slices;
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
            // The first press shows the field that is there; from then on the next.
            let view = &mut app.review.contrast;
            view.field = if row < n_criteria { field } else { (field + 1) % n_fields.max(1) };
            view.row = usize::MAX;
            let n_slices = questions_slices(app);
            app.review.contrast.row = (n_criteria + n_slices).saturating_sub(1);
            Some(Vec::new())
        }
        _ => None,
    }
}

fn questions_slices(app: &App) -> usize {
    let makeup = studies::questions(app).and_then(|(questions, _)| questions.makeups.get(app.review.contrast.field));
    makeup.map_or(0, |makeup| makeup.slices.len())
}
