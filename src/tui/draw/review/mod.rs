//! How the review's pages look: their tabs, and the open one below.

mod capacity;
mod contrast;
mod lines;
mod list;
mod questions;
mod suggestions;

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::screens::review::Page;
use crate::tui::screens::review::choose_page;
use crate::tui::update::perform;
use crate::tui::widgets::hit;
use crate::tui::widgets::tabs::Tabs;
use crate::tui::widgets::tabs::tabs_layout;

fn parts(body: Rect) -> [Rect; 2] {
    body.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]))
}

fn labels(app: &App) -> Vec<String> {
    Page::ALL.iter().map(|page| app.say(&page.title())).collect()
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let [tabs, page] = parts(area);
    let labels = labels(app);
    let open = app.review.page as usize;
    Tabs { labels: &labels, open, note: "", theme: &app.theme }.render(tabs, buf);
    match app.review.page {
        Page::List => list::render(app, page, buf),
        Page::Questions => questions::render(app, page, buf),
        Page::Contrast => contrast::render(app, page, buf),
        Page::Suggestions => suggestions::render(app, page, buf),
        Page::Capacity => capacity::render(app, page, buf),
    }
    None
}

/// The actions of the open page's footer.
pub(super) fn footer(app: &App) -> &'static [&'static [Action]] {
    match app.review.page {
        Page::List => list::FOOTER,
        Page::Questions => questions::FOOTER,
        Page::Contrast => contrast::FOOTER,
        Page::Suggestions => suggestions::FOOTER,
        Page::Capacity => capacity::FOOTER,
    }
}

/// Opens the page whose tab was pressed, or chooses what was pressed on the open one.
pub(in crate::tui) fn press(app: &mut App, body: Rect, x: u16, y: u16) -> Vec<Effect> {
    let [tabs, page] = parts(body);
    if let Some(page) = hit(&tabs_layout(tabs, &labels(app)), x, y) {
        return choose_page(app, page);
    }
    match app.review.page {
        Page::List => match list::hit(app, page, x, y) {
            Some(row) if row == app.review.list.row => perform(app, Action::Open),
            Some(row) => {
                app.review.list.row = row;
                Vec::new()
            }
            None => Vec::new(),
        },
        Page::Questions => questions::press(app, page, x, y),
        Page::Contrast => contrast::press(app, page, x, y),
        Page::Suggestions => suggestions::press(app, page, x, y),
        Page::Capacity => capacity::press(app, page, x, y),
    }
}
