//! The reviews that were held, and the start of a new one. Never here: what is said in them.

use crate::msg;
use crate::review::session::Review;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::overlays;
use crate::tui::saying;
use crate::tui::screens::review::Page;
use crate::tui::screens::session;

/// Where the cursor is.
#[derive(Clone, Debug, Default)]
pub struct ListView {
    pub row: usize,
}

/// Returns the reviews in the order of the page: those that go on before those that were ended, the newest first.
pub fn listed(app: &App) -> Vec<&Review> {
    let mut reviews: Vec<&Review> = app.reviews.iter().collect();
    // Those that the file has not numbered yet are the newest.
    reviews.sort_by_key(|review| {
        (review.outcome.is_some(), std::cmp::Reverse((review.at, review.id < 0, review.id.abs())))
    });
    reviews
}

/// Returns the review under the cursor.
pub fn current(app: &App) -> Option<&Review> {
    let reviews = listed(app);
    reviews.get(app.review.list.row.min(reviews.len().saturating_sub(1))).copied()
}

/// Goes to a review on this page.
pub fn show(app: &mut App, id: i64) {
    app.screen = Screen::Review;
    app.review.page = Page::List;
    let row = listed(app).iter().position(|review| review.id == id);
    app.review.list.row = row.unwrap_or(0);
}

/// Asks for what the page shows, if it is not there yet.
pub fn enter(_app: &mut App) -> Vec<Effect> {
    Vec::new()
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let n = app.reviews.len();
    let page = usize::from(app.area.height / 2).max(1);
    if let Some(row) = moved(action, app.review.list.row.min(n.saturating_sub(1)), n, page) {
        app.review.list.row = row;
        return Some(Vec::new());
    }
    match action {
        Action::New => return Some(overlays::review::open_new(app)),
        Action::ReviewSettings => return Some(overlays::review_settings::open(app)),
        Action::Open | Action::Edit | Action::Delete | Action::Minutes | Action::CallSheet | Action::ReadSheet => {}
        _ => return None,
    }
    let Some(review) = current(app).cloned() else {
        if action == Action::Open {
            return Some(overlays::review::open_new(app));
        }
        app.tell(Tone::Plain, msg!("review-none-yet"));
        return Some(Vec::new());
    };
    Some(match action {
        Action::Edit => overlays::review::open_edit(app, review.id),
        Action::Minutes => overlays::minutes::open(app, review.id),
        Action::CallSheet => overlays::calls::write(app, review.id),
        Action::ReadSheet => overlays::calls::read(app, review.id),
        Action::Delete => {
            let name = review.name.clone();
            let effects = saying::remove_review(app, review);
            app.tell_done(msg!("review-removed", name = name));
            effects
        }
        _ => {
            session::open(app, review.id);
            Vec::new()
        }
    })
}
