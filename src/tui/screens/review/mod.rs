//! What the leads and the verdicts say of the model, page by page, and the reviews. Never here: the answers themselves.

pub mod capacity;
pub mod contrast;
pub mod list;
pub mod questions;
pub mod suggestions;

use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::overlays::week;
use crate::tui::overlays::zones;

/// Which page is open, and where each page's cursor is.
#[derive(Clone, Debug, Default)]
pub struct ReviewView {
    pub page: Page,
    pub list: list::ListView,
    pub questions: questions::QuestionsView,
    pub contrast: contrast::ContrastView,
    pub suggestions: suggestions::SuggestionsView,
    pub capacity: capacity::CapacityView,
}

/// A page of the review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The reviews that were held, and the start of a new one.
    #[default]
    List,
    /// The four questions.
    Questions,
    /// The top group against the next.
    Contrast,
    /// What the verdicts say should change.
    Suggestions,
    /// How many leads each zone gets and can take, and who waits too long.
    Capacity,
}

impl Page {
    pub const ALL: [Page; 5] = [Page::List, Page::Questions, Page::Contrast, Page::Suggestions, Page::Capacity];

    pub fn title(self) -> Msg {
        match self {
            Page::List => msg!("review-page-list"),
            Page::Questions => msg!("review-page-questions"),
            Page::Contrast => msg!("review-page-contrast"),
            Page::Suggestions => msg!("review-page-suggestions"),
            Page::Capacity => msg!("review-page-capacity"),
        }
    }
}

/// Asks for what the open page shows, if it is not there yet.
pub fn enter(app: &mut App) -> Vec<Effect> {
    match app.review.page {
        Page::List => list::enter(app),
        Page::Questions => questions::enter(app),
        Page::Contrast => contrast::enter(app),
        Page::Suggestions => suggestions::enter(app),
        Page::Capacity => capacity::enter(app),
    }
}

/// Opens the page with that index.
pub fn choose_page(app: &mut App, index: usize) -> Vec<Effect> {
    if let Some(page) = Page::ALL.get(index) {
        app.review.page = *page;
    }
    enter(app)
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let own = match app.review.page {
        Page::List => list::act(app, action),
        Page::Questions => questions::act(app, action),
        Page::Contrast => contrast::act(app, action),
        Page::Suggestions => suggestions::act(app, action),
        Page::Capacity => capacity::act(app, action),
    };
    if own.is_some() {
        return own;
    }
    let n = Page::ALL.len();
    let now = app.review.page as usize;
    match action {
        Action::MoveRight | Action::NextPane => Some(choose_page(app, (now + 1) % n)),
        Action::MoveLeft | Action::PreviousPane => Some(choose_page(app, (now + n - 1) % n)),
        Action::EditZones => Some(zones::open(app)),
        Action::WorkingWeek => Some(week::open(app)),
        Action::Back => {
            app.screen = Screen::Workbench;
            Some(Vec::new())
        }
        _ => None,
    }
}
