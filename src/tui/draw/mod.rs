//! The whole screen from the state: header, screen, message, footer, overlays. Drawing changes nothing and reads nothing else.

pub(super) mod bands;
pub(super) mod card;
mod condition;
mod criterion;
mod detail;
mod form;
pub(super) mod gallery;
pub(super) mod import;
pub mod leads;
pub(super) mod learned;
pub(super) mod matrix;
mod models;
mod opening;
pub(super) mod overlay;
pub(super) mod painter;
pub(super) mod review;
pub(super) mod roles;
pub(super) mod session;
pub(super) mod sheet;
mod strip;
mod tally;
pub(super) mod things;
mod travel;
mod versions;
pub(super) mod welcome;
pub(super) mod workbench;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::show;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::layout;
use crate::tui::screens::review::Page;
use crate::tui::screens::review::capacity;
use crate::tui::screens::session::Card;
use crate::tui::screens::session::card;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::footer::Footer;
use crate::tui::widgets::put;
use crate::tui::widgets::tabs::Tabs;
use crate::tui::widgets::toast;
use crate::tui::widgets::toast::Toast;

/// Draws the app.
pub fn draw(app: &App, frame: &mut Frame) {
    let area = frame.area();
    if let Some(cursor) = render(app, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the app into a buffer; returns where the text cursor stands.
pub fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    buf.set_style(area, app.theme.style(Role::Text));
    if layout::too_small(area) {
        let text = app.say(&msg!("tui-too-small", width = u32::from(area.width), height = u32::from(area.height)));
        let middle = Rect { y: area.y + area.height / 2, height: area.height.min(1), ..area };
        put(buf, middle, &text, Align::Middle, app.theme.style(Role::Warn), &app.theme);
        return None;
    }
    let parts = layout::frame(area, app.prefs.present);
    header(app, parts.tabs, buf);
    let cursor = match app.screen {
        Screen::Welcome => welcome::render(app, parts.body, buf),
        Screen::Opening => opening::render(app, parts.body, buf),
        Screen::Workbench => workbench::render(app, parts.body, buf),
        Screen::Leads => leads::render(app, parts.body, buf),
        Screen::Detail => detail::render(app, parts.body, buf),
        Screen::Review => review::render(app, parts.body, buf),
        Screen::Session => session::render(app, parts.body, buf),
        Screen::Import => import::render(app, parts.body, buf),
    };
    let cursor = app.overlays.iter().fold(cursor, |_, over| overlay::render(app, over, parts.body, buf));
    message(app, parts.message, buf);
    let items = footer_items(app);
    Footer { items: &items, pinned: PINNED, theme: &app.theme }.render(parts.footer, buf);
    cursor
}

/// Returns the labels of the tabs.
pub(super) fn tab_labels(app: &App) -> Vec<String> {
    let words = [msg!("tui-tab-workbench"), msg!("tui-tab-leads"), msg!("tui-tab-review"), msg!("tui-tab-import")];
    words.iter().enumerate().map(|(index, word)| format!("{} {}", index + 1, app.say(word))).collect()
}

fn header(app: &App, area: Rect, buf: &mut Buffer) {
    let labels = tab_labels(app);
    let open = match app.screen {
        Screen::Workbench => 0,
        Screen::Leads | Screen::Detail => 1,
        Screen::Review | Screen::Session => 2,
        Screen::Import => 3,
        Screen::Welcome | Screen::Opening => usize::MAX,
    };
    let lang = match app.lang {
        Lang::En => "EN",
        Lang::Fr => "FR",
    };
    let note = match &app.bench {
        Some(bench) => {
            let state = if app.saving.failed {
                msg!("tui-state-failed")
            } else if app.saving.saved < app.saving.sent {
                msg!("tui-state-saving")
            } else {
                msg!("tui-state-saved")
            };
            let draft = if bench.model() == bench.baseline() { "" } else { "*" };
            let note = msg!("tui-header", model = &bench.model().name, draft = draft, state = state, lang = lang);
            match app.fixed {
                Some(at) => {
                    let date = app.lang.date(at, app.prefs.zone);
                    app.say(&msg!("as-of-header", date = date, note = note))
                }
                None => app.say(&note),
            }
        }
        None => lang.to_owned(),
    };
    Tabs { labels: &labels, open, note: &note, theme: &app.theme }.render(area, buf);
}

fn message(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(message) = &app.message else { return };
    let tone = match message.tone {
        Tone::Good => toast::Tone::Good,
        Tone::Plain => toast::Tone::Plain,
        Tone::Bad => toast::Tone::Bad,
    };
    let undo = message.undoable;
    let (key, word) = (key_label(app, &[Action::Undo]), app.say(&Action::Undo.short()));
    let offer = (undo && !key.is_empty()).then_some((key.as_str(), word.as_str()));
    Toast { tone, text: &app.say(&message.text), offer, theme: &app.theme }.render(area, buf);
}

fn key_label(app: &App, actions: &[Action]) -> String {
    app.keymap.label(&app.contexts(), actions, app.theme.glyphs.ascii, app.lang)
}

/// The keys of the four verdicts, as one item.
const VERDICTS: &[Action] = &[Action::TooEarly, Action::TooLate, Action::OffTarget, Action::Right];

/// How many of the footer's items stand at its right end.
pub(super) const PINNED: usize = 2;

/// Returns what the footer shows: keys, and what they do. The actions stand in [`footer_actions`].
pub(super) fn footer_items(app: &App) -> Vec<(String, String)> {
    footer_actions(app).iter().map(|actions| (key_label(app, actions), app.say(&footer_word(app, actions)))).collect()
}

/// Returns what a key, or a pair of keys that undo each other, does in a word.
fn footer_word(app: &App, actions: &[Action]) -> Msg {
    let screen = if app.overlays.is_empty() { app.screen } else { Screen::Welcome };
    match actions {
        [Action::Open] if screen == Screen::Review && tries(app) => msg!("review-pair-try"),
        [Action::Open] if screen == Screen::Session && matches!(card(app), Some(Card::End)) => msg!("review-pair-end"),
        [Action::MoveLeft, Action::MoveRight] if screen == Screen::Detail => msg!("review-pair-try"),
        [Action::TooEarly, ..] => msg!("tui-pair-verdict"),
        [Action::MoveUp, Action::MoveDown] => msg!("tui-pair-pick"),
        [Action::MoveLeft, Action::MoveRight] => msg!("tui-pair-turn"),
        [Action::WeightDown, Action::WeightUp] => msg!("tui-pair-one"),
        [Action::WeightDownMore, Action::WeightUpMore] => msg!("tui-pair-five"),
        [Action::BandEdgeDown, Action::BandEdgeUp] => msg!("tui-pair-edge"),
        [Action::ReorderUp, Action::ReorderDown] => msg!("form-pair-reorder"),
        [Action::MoveDown, Action::MoveUp] => msg!("as-of-pair-day"),
        [Action::PageDown, Action::PageUp] => msg!("as-of-pair-week"),
        [Action::PreviousLead, Action::NextLead] => msg!("tui-pair-leads"),
        actions => actions[0].short(),
    }
}

/// Whether Enter on the review's page tries what is offered there.
fn tries(app: &App) -> bool {
    match app.review.page {
        Page::Suggestions => true,
        Page::Capacity => matches!(capacity::current(app), Some(capacity::Row::Zone(_))),
        Page::List | Page::Questions | Page::Contrast => false,
    }
}

/// Returns the actions of the footer that can be reached now, the most useful first; the last two stand at its right end.
pub(super) fn footer_actions(app: &App) -> Vec<Vec<Action>> {
    use Action::{Help, Menu};
    let own: &[&[Action]] =
        if let Some(overlay) = app.overlays.last() { overlay::footer(overlay) } else { screen_footer(app) };
    let contexts = app.contexts();
    let mut items: Vec<Vec<Action>> = own
        .iter()
        .chain([[Help].as_slice(), [Menu].as_slice()].iter())
        .map(|actions| actions.to_vec())
        .filter(|actions| !app.keymap.keys_in(&contexts, actions[0]).is_empty())
        .collect();
    if items.len() < PINNED {
        items.clear();
    }
    items
}

/// Returns the actions of a screen's own footer.
fn screen_footer(app: &App) -> &'static [&'static [Action]] {
    use Action::{
        Back, BandEdgeDown, BandEdgeUp, CellView, ChooseMap, Comment, Copy, Delete, Edit, EditBands, Filter,
        ImportLeads, LoadDemo, MoveDown, MoveLeft, MoveRight, MoveUp, New, NextLead, NextPane, Open, Order,
        PreviousLead, SetBaseline, Settings, Toggle, Undo, WeightDown, WeightDownMore, WeightUp, WeightUpMore,
        ZoneFilter,
    };
    match app.screen {
        Screen::Opening => &[],
        Screen::Welcome => &[&[MoveUp, MoveDown], &[Open], &[LoadDemo], &[ImportLeads], &[Settings]],
        Screen::Workbench if app.workbench.pane == crate::tui::screens::workbench::Pane::Matrix => &[
            &[MoveUp, MoveDown],
            &[Open],
            &[ZoneFilter],
            &[BandEdgeDown, BandEdgeUp],
            &[CellView],
            &[ChooseMap],
            &[EditBands],
            &[NextPane],
            &[SetBaseline],
        ],
        Screen::Workbench => &[
            &[MoveUp, MoveDown],
            &[WeightDown, WeightUp],
            &[WeightDownMore, WeightUpMore],
            &[Toggle],
            &[Edit],
            &[New],
            &[Delete],
            &[NextPane],
            &[Undo],
            &[SetBaseline],
        ],
        Screen::Leads => &[
            &[MoveUp, MoveDown],
            &[MoveLeft, MoveRight],
            &[Open],
            &[Filter],
            &[Order],
            VERDICTS,
            &[ZoneFilter],
            &[Copy],
            &[Back],
        ],
        Screen::Detail => &[
            &[MoveUp, MoveDown],
            &[PreviousLead, NextLead],
            VERDICTS,
            &[MoveLeft, MoveRight],
            &[Comment],
            &[Edit],
            &[NextPane],
            &[Copy],
            &[Back],
        ],
        Screen::Review => review::footer(app),
        Screen::Session => session::footer(app),
        Screen::Import => import::footer(app),
    }
}

/// Returns data's text as it may be shown: cleaned, and masked where asked.
fn clean(text: &str) -> String {
    show(text).into_owned()
}

/// Returns a number in the app's language.
fn int(app: &App, n: usize) -> String {
    app.lang.int(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Returns the `index`th line of a place; empty beyond its end.
fn nth(place: Rect, index: u16) -> Rect {
    if index < place.height { Rect { y: place.y + index, height: 1, ..place } } else { Rect { height: 0, ..place } }
}
