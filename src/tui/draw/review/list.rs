//! How the list of reviews looks: a row each, what the chosen one came to below. Never here: their order.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::review::Verdict;
use crate::review::log::Log;
use crate::review::session::Review;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::tally;
use crate::tui::overlays::review::sample_words;
use crate::tui::overlays::sheet::day;
use crate::tui::screens::review::list;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::tui::widgets::table::Cell;
use crate::tui::widgets::table::Column;
use crate::tui::widgets::table::Row;
use crate::tui::widgets::table::Table;
use crate::tui::widgets::table::TableHit;
use crate::tui::widgets::table::Wide;
use crate::tui::widgets::table::table_layout;

/// The actions of the footer.
pub(super) const FOOTER: &[&[Action]] = &[
    &[Action::MoveUp, Action::MoveDown],
    &[Action::Open],
    &[Action::New],
    &[Action::Edit],
    &[Action::Delete],
    &[Action::Minutes],
    &[Action::ReviewSettings],
    &[Action::MoveLeft, Action::MoveRight],
    &[Action::Back],
];

/// Lines of what the chosen review came to, borders included.
const DETAILS: u16 = 8;

fn parts(area: Rect) -> [Rect; 2] {
    area.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(DETAILS)]))
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(bench) = &app.bench else { return };
    let reviews = list::listed(app);
    let Some(chosen) = list::current(app) else {
        empty(app, area, buf);
        return;
    };
    let [above, below] = parts(area);
    panel(&app.say(&msg!("review-list-title", n = reviews.len())), "", app.overlays.is_empty(), &app.theme)
        .render(above, buf);
    let (table, columns) = (inside(above), columns(app));
    let page = table_layout(table, &columns).page();
    let selected = app.review.list.row.min(reviews.len() - 1);
    let first = centred(selected, page, reviews.len());
    let rows: Vec<Row> = reviews.iter().skip(first).take(page).map(|review| row(app, bench.log(), review)).collect();
    Table { columns: &columns, rows: &rows, first, total: reviews.len(), selected: Some(selected), theme: &app.theme }
        .render(table, buf);
    details(app, bench.log(), chosen, below, buf);
}

fn inside(panel: Rect) -> Rect {
    panel.inner(ratatui::layout::Margin::new(1, 1))
}

/// Returns the place in the list of the review at this point.
pub(super) fn hit(app: &App, area: Rect, x: u16, y: u16) -> Option<usize> {
    let n = app.reviews.len();
    let layout = table_layout(inside(parts(area)[0]), &columns(app));
    let first = centred(app.review.list.row.min(n.saturating_sub(1)), layout.page(), n);
    match layout.hit(x, y) {
        Some(TableHit::Row(row)) => Some(first + row).filter(|row| *row < n),
        _ => None,
    }
}

/// What a review is, and how to begin one.
fn empty(app: &App, area: Rect, buf: &mut Buffer) {
    panel(&app.say(&msg!("review-list-title", n = 0_usize)), "", app.overlays.is_empty(), &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(4, 2));
    let new = app.keymap.label(&[Context::Review], &[Action::New], app.theme.glyphs.ascii, app.lang);
    let told = [
        (Role::Text, msg!("review-what-it-is")),
        (Role::Text, msg!("review-what-comes-of-it")),
        (Role::Title, msg!("review-how-to-begin", key = new)),
    ];
    let mut at = 0;
    for (role, text) in told {
        for part in wrap(&app.say(&text), usize::from(inner.width)) {
            put(buf, nth(inner, at), &part, Align::Left, app.theme.style(role), &app.theme);
            at += 1;
        }
        at += 1;
    }
}

fn columns(app: &App) -> Vec<Column> {
    let column =
        |title, wide, align, optional| Column { title: app.say(&title), wide, align, descending: None, optional };
    vec![
        column(msg!("tui-row-name"), Wide::AtLeast(16), Align::Left, 0),
        column(msg!("review-column-date"), Wide::Exactly(10), Align::Left, 1),
        column(msg!("review-row-who"), Wide::AtLeast(14), Align::Left, 3),
        column(msg!("review-column-seen"), Wide::Exactly(7), Align::Right, 0),
        column(msg!("review-column-verdicts"), Wide::Exactly(18), Align::Left, 2),
        column(msg!("review-column-state"), Wide::Exactly(8), Align::Left, 0),
    ]
}

fn row(app: &App, log: &Log, review: &Review) -> Row {
    let said = review.said(log);
    let seen = said.iter().flatten().count();
    let total = tally::total(&review.tally(log));
    let verdicts: Vec<String> = Verdict::ALL
        .into_iter()
        .map(|verdict| format!("{} {}", app.theme.glyphs.verdicts[verdict as usize], total.of(verdict)))
        .collect();
    let (role, state) = match review.outcome {
        Some(_) => (Role::Muted, msg!("review-state-ended")),
        None => (Role::Good, msg!("review-state-open")),
    };
    let cell = |text: String| Cell { text, role: if review.outcome.is_some() { Role::Muted } else { Role::Text } };
    Row {
        cells: vec![
            cell(clean(&review.name)),
            cell(app.lang.date(review.at, app.prefs.zone)),
            cell(clean(&review.participants.join(", "))),
            cell(app.say(&msg!("review-seen", seen = seen, of = said.len()))),
            cell(verdicts.join("  ")),
            Cell { text: app.say(&state), role },
        ],
        marked: false,
    }
}

/// Says what a review is about and what it came to.
fn details(app: &App, log: &Log, review: &Review, area: Rect, buf: &mut Buffer) {
    panel(&clean(&review.name), "", false, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(2, 1));
    let mut told: Vec<(Role, String)> = Vec::new();
    told.push(match (&review.outcome, review.next(log)) {
        (None, Some(next)) => (Role::Good, app.say(&msg!("review-goes-on", at = next + 1, of = review.leads.len()))),
        (None, None) => (Role::Good, app.say(&msg!("review-to-end"))),
        (Some(outcome), _) => {
            let ended = app.say(&msg!("review-was-ended", date = app.lang.date(outcome.at, app.prefs.zone)));
            let next = day(&outcome.next).and_then(|day| day.and_hms_opt(0, 0, 0)).map(|at| at.and_utc().timestamp());
            let next = next.map(|at| app.say(&msg!("review-next-on", date = app.lang.date(at, chrono_tz::Tz::UTC))));
            (Role::Text, [Some(ended), next].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    });
    let sample = app.say(&sample_words(app, review));
    told.push((
        Role::Text,
        app.say(&msg!("review-about", sample = sample, model = &review.model, seed = review.seed.to_string())),
    ));
    if !review.participants.is_empty() {
        told.push((Role::Text, app.say(&msg!("review-with", people = review.participants.join(", ")))));
    }
    told.push((Role::Text, tally::right(app, review, log).join(" ")));
    if let Some(outcome) = review.outcome.as_ref().filter(|outcome| !outcome.open_points.is_empty()) {
        let points = outcome.open_points.replace('\n', "; ");
        told.push((Role::Text, app.say(&msg!("review-open-points", points = points))));
    }
    let lines = told
        .into_iter()
        .flat_map(|(role, text)| wrap(&text, usize::from(inner.width)).into_iter().map(move |part| (role, part)));
    for ((role, text), at) in lines.zip(0..inner.height) {
        put(buf, nth(inner, at), &text, Align::Left, app.theme.style(role), &app.theme);
    }
}
