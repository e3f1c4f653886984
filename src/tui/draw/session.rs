//! How a review that is being held looks: its progress, the card in the middle, the tally, what was said last. Never here: the lead's
//! card itself.

mod card;

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::review::Remark;
use crate::review::Said;
use crate::review::log::Log;
use crate::review::session::Review;
use crate::text::fit;
use crate::text::width;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::leads;
use crate::tui::draw::nth;
use crate::tui::draw::tally;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::review::sample_words;
use crate::tui::saying;
use crate::tui::screens::session;
use crate::tui::screens::session::Card;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::gauge::Gauge;
use crate::tui::widgets::hit as hit_of;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Workbench;

/// Where the parts of the screen stand; before an audience the card has it to itself, the tally a line.
struct Parts {
    head: Rect,
    card: Rect,
    tally: Rect,
    last: Rect,
}

fn parts(app: &App, area: Rect) -> Parts {
    let present = app.prefs.present;
    let last = match area.height {
        _ if present => 2,
        ..24 => 4,
        _ => 5,
    };
    let head = if present { 3 } else { 2 };
    let [head, main, last] =
        area.layout(&Layout::vertical([Constraint::Length(head), Constraint::Fill(1), Constraint::Length(last)]));
    if present {
        return Parts { head, card: main, tally: last, last: Rect { height: 0, ..last } };
    }
    let side = if area.width < 100 { 32 } else { 38 };
    let [card, tally] = main.layout(&Layout::horizontal([Constraint::Fill(1), Constraint::Length(side)]));
    Parts { head, card, tally, last }
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (review, bench) = (session::review(app)?, app.bench.as_ref()?);
    let parts = parts(app, area);
    head(app, bench.log(), review, parts.head, buf);
    match session::card(app)? {
        Card::Lead(lead) => card::render(app, bench, review, lead, parts.card, buf),
        Card::Missing => missing(app, review, parts.card, buf),
        Card::OtherModel => other_model(app, bench, review, parts.card, buf),
        Card::End => end(app, bench.log(), review, parts.card, buf),
    }
    if app.prefs.present {
        let line = tally::line(app, review, bench.log());
        put(buf, nth(parts.tally, 0), &line, Align::Middle, app.theme.style(Role::Text), &app.theme);
        let right = tally::right(app, review, bench.log()).join(" ");
        put(buf, nth(parts.tally, 1), &right, Align::Middle, app.theme.style(Role::Muted), &app.theme);
    } else {
        tallies(app, bench, review, parts.tally, buf);
        last_said(app, bench, review, parts.last, buf);
    }
    None
}

/// Returns what a press at this point does.
pub(in crate::tui) fn hit(app: &App, area: Rect, x: u16, y: u16) -> Option<Action> {
    let Card::Lead(_) = session::card(app)? else { return None };
    let boxes = card::boxes(parts(app, area).card);
    hit_of(&boxes, x, y).map(|at| card::VERDICTS[at])
}

/// Returns the key of an action in a review, whatever lies over it.
fn key(app: &App, action: Action) -> String {
    app.keymap.label(&[Context::Session, Context::Global], &[action], app.theme.glyphs.ascii, app.lang)
}

/// The review and how far it is.
fn head(app: &App, log: &Log, review: &Review, area: Rect, buf: &mut Buffer) {
    let seen = review.said(log).iter().flatten().count();
    let of = review.leads.len();
    let count = app.say(&msg!("session-seen", seen = seen, of = of));
    let line = nth(area, 0);
    let line = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    put(buf, line, &count, Align::Right, app.theme.style(Role::Text), &app.theme);
    let room = usize::from(line.width).saturating_sub(width(&count) + 2);
    let mut title = clean(&review.name);
    if !review.participants.is_empty() {
        let people = app.say(&msg!("session-with", people = review.participants.join(", ")));
        title = format!("{title} · {people}");
    }
    if width(&title) > room {
        title = fit(&title, room);
    }
    put(buf, line, &title, Align::Left, app.theme.style(Role::Title), &app.theme);
    let line = Rect { y: area.y + area.height.min(2) - 1, ..line };
    let share = app.lang.whole_percent(i64::try_from(seen).unwrap_or(0), i64::try_from(of).unwrap_or(0));
    let text = format!("{share} · {}", app.say(&sample_words(app, review)));
    Gauge { done: seen as u64, total: Some(of as u64), text: &text, theme: &app.theme }.render(line, buf);
}

/// Draws sentences one below the other, each wrapped; returns nothing of what does not fit.
fn sentences(app: &App, told: &[(Role, String)], area: Rect, buf: &mut Buffer) {
    let mut at = 0;
    for (role, text) in told {
        for part in wrap(text, usize::from(area.width)) {
            put(buf, nth(area, at), &part, Align::Left, app.theme.style(*role), &app.theme);
            at += 1;
        }
        at += 1;
    }
}

/// Returns where a lead stands in the review: `13 of 40`.
fn place(app: &App, review: &Review) -> String {
    app.say(&msg!("session-place", at = app.session.at + 1, of = review.leads.len()))
}

fn missing(app: &App, review: &Review, area: Rect, buf: &mut Buffer) {
    panel(&place(app, review), "", app.overlays.is_empty(), &app.theme).render(area, buf);
    let Some(sampled) = review.leads.get(app.session.at) else { return };
    let told = [
        (Role::Title, saying::masked_key(app, &sampled.lead)),
        (Role::Text, app.say(&msg!("session-missing"))),
        (Role::Key, app.say(&msg!("session-missing-how", skip = key(app, Action::SkipLead)))),
    ];
    sentences(app, &told, area.inner(ratatui::layout::Margin::new(2, 1)), buf);
}

fn other_model(app: &App, bench: &Workbench, review: &Review, area: Rect, buf: &mut Buffer) {
    panel(&app.say(&msg!("session-other-model-title")), "", app.overlays.is_empty(), &app.theme).render(area, buf);
    let (of, open) = (&review.model, &bench.model().name);
    let told = [
        (Role::Text, app.say(&msg!("session-other-model", of = of, open = open))),
        (Role::Key, app.say(&msg!("session-open-model", key = key(app, Action::Open), of = of))),
        (Role::Key, app.say(&msg!("session-go-on-anyway", key = key(app, Action::SkipLead), open = open))),
    ];
    sentences(app, &told, area.inner(ratatui::layout::Margin::new(2, 1)), buf);
}

fn end(app: &App, log: &Log, review: &Review, area: Rect, buf: &mut Buffer) {
    panel(&app.say(&msg!("session-end-title")), "", app.overlays.is_empty(), &app.theme).render(area, buf);
    let left = review.said(log).iter().filter(|said| said.is_none()).count();
    let mut told = vec![match (left, &review.outcome) {
        (0, _) => (Role::Good, app.say(&msg!("session-all-seen", n = review.leads.len()))),
        (left, None) => {
            let back = key(app, Action::PreviousLead);
            (Role::Warn, app.say(&msg!("session-left", left = left, of = review.leads.len(), key = back)))
        }
        (left, Some(_)) => (Role::Text, app.say(&msg!("session-were-left", left = left, of = review.leads.len()))),
    }];
    if let Some(outcome) = &review.outcome {
        let date = app.lang.date(outcome.at, app.prefs.zone);
        told.push((Role::Text, app.say(&msg!("review-was-ended", date = date))));
    } else {
        told.push((Role::Key, app.say(&msg!("session-end-how", key = key(app, Action::Open)))));
    }
    told.push((Role::Muted, app.say(&msg!("session-minutes-how", key = key(app, Action::Minutes)))));
    sentences(app, &told, area.inner(ratatui::layout::Margin::new(2, 1)), buf);
}

fn tallies(app: &App, bench: &Workbench, review: &Review, area: Rect, buf: &mut Buffer) {
    panel(&app.say(&msg!("session-tally")), "", false, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(1, 1));
    let roomy = inner.height >= 16;
    let mut at = tally::table(app, review, bench.log(), inner, buf) + u16::from(roomy);
    let mut told: Vec<(Role, String)> =
        tally::right(app, review, bench.log()).into_iter().map(|text| (Role::Text, text)).collect();
    if let Some(disputed) = &app.session.disputed {
        let title = bench.model().criterion(&disputed.criterion);
        let title = title.map_or_else(|| clean(&disputed.criterion), |found| words(app, &found.title, &found.name));
        let [early, off, right] = disputed.given;
        let why = app.say(&msg!("session-disputed-why", early = early, off = off, right = right));
        let key = key(app, Action::OpenDisputed);
        if roomy {
            told.push((Role::Text, String::new()));
            told.push((Role::Title, app.say(&msg!("session-disputed"))));
            told.push((Role::Text, title));
            told.push((Role::Muted, why));
            told.push((Role::Key, app.say(&msg!("session-disputed-how", key = key))));
        } else {
            told.push((Role::Title, app.say(&msg!("session-disputed-key", key = key))));
            told.push((Role::Text, title));
            told.push((Role::Muted, why));
        }
    }
    for (role, text) in told {
        let parts = if text.is_empty() { vec![text] } else { wrap(&text, usize::from(inner.width)) };
        for part in parts {
            put(buf, nth(inner, at), &part, Align::Left, app.theme.style(role), &app.theme);
            at += 1;
        }
    }
}

/// The newest decisions of the review, the newest first.
fn last_said(app: &App, bench: &Workbench, review: &Review, area: Rect, buf: &mut Buffer) {
    panel(&app.say(&msg!("session-last")), "", false, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(1, 1));
    let said = review.said(bench.log());
    let mut last: Vec<(usize, &Remark)> =
        said.into_iter().enumerate().filter_map(|(place, remark)| Some((place, remark?))).collect();
    last.sort_by_key(|(_, remark)| std::cmp::Reverse(session::order(remark)));
    if last.is_empty() {
        let text = app.say(&msg!("session-nothing-said"));
        put(buf, nth(inner, 0), &text, Align::Left, app.theme.style(Role::Muted), &app.theme);
    }
    for ((place, remark), at) in last.into_iter().zip(0..inner.height) {
        let [number, who, verdict, why, by] = nth(inner, at).layout(&Layout::horizontal([
            Constraint::Length(4),
            Constraint::Percentage(34),
            Constraint::Length(14),
            Constraint::Fill(1),
            Constraint::Length(if inner.width < 90 { 8 } else { 14 }),
        ]));
        let text = app.theme.style(Role::Text);
        let muted = app.theme.style(Role::Muted);
        put(buf, number, &format!("{} ", place + 1), Align::Right, muted, &app.theme);
        let lead = app.session.leads.get(place).copied().flatten();
        let called = match lead {
            Some(lead) => {
                let row = bench.row(lead);
                let mut called = vec![leads::name(app, &row)];
                called.extend(row.company.as_deref().map(clean));
                called.join(" · ")
            }
            None => saying::masked_key(app, &remark.lead),
        };
        put(buf, Rect { width: who.width.saturating_sub(1), ..who }, &called, Align::Left, text, &app.theme);
        let (found, told) = match &remark.said {
            Said::Verdict { verdict, reason, note } => {
                (leads::verdict(app, Some(*verdict)), because(app, reason, note))
            }
            said => (format!("- {}", app.say(&saying::said(said))), String::new()),
        };
        put(buf, verdict, &found, Align::Left, text, &app.theme);
        put(buf, why, &told, Align::Left, text, &app.theme);
        put(buf, by, &clean(&remark.by), Align::Right, muted, &app.theme);
    }
}

/// Returns a verdict's reason and note in a line.
fn because(app: &App, reason: &str, note: &str) -> String {
    // Whoever wrote a note may have named people in it.
    let note = if app.prefs.masked { "" } else { note };
    let told: Vec<String> = [reason, note].into_iter().filter(|text| !text.is_empty()).map(clean).collect();
    told.join(" · ")
}

/// The actions of the footer.
pub(super) fn footer(app: &App) -> &'static [&'static [Action]] {
    match session::card(app) {
        Some(Card::Lead(_)) => &[
            &[Action::SkipLead],
            &[Action::Comment],
            &[Action::NoteHunch],
            &[Action::PreviousLead, Action::NextLead],
            &[Action::Undo],
            &[Action::Privacy],
            &[Action::Present],
            &[Action::Back],
        ],
        Some(Card::End) => &[
            &[Action::Open],
            &[Action::PreviousLead, Action::NextLead],
            &[Action::Undo],
            &[Action::Minutes],
            &[Action::Back],
        ],
        _ => &[&[Action::Open], &[Action::SkipLead], &[Action::PreviousLead, Action::NextLead], &[Action::Back]],
    }
}
