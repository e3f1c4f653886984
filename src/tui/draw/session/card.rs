//! How the card of a lead in a review looks: who it is, why it stands where it stands, what was said of it, and the verdicts to give.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::engine::explain::Cause;
use crate::engine::explain::Evidence;
use crate::engine::explain::Line;
use crate::model::Role as FieldRole;
use crate::model::Value;
use crate::msg;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::session::Review;
use crate::text::mask_email;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::card;
use crate::tui::draw::clean;
use crate::tui::draw::detail;
use crate::tui::draw::leads;
use crate::tui::draw::nth;
use crate::tui::draw::session::because;
use crate::tui::draw::session::key;
use crate::tui::draw::session::place;
use crate::tui::draw::workbench::words;
use crate::tui::saying;
use crate::tui::screens::session;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// The verdicts' actions, in the order of [`Verdict::ALL`].
pub(super) const VERDICTS: [Action; 4] = [Action::TooEarly, Action::TooLate, Action::OffTarget, Action::Right];

/// A card's inside as wide as this has its verdicts in boxes beside each other; a narrower one in two lines.
const ROOM_FOR_BOXES: u16 = 56;
/// Lines from which on a card has gaps.
const ROOMY: u16 = 14;
/// Most reasons before an audience.
const CALM: usize = 6;
/// Most lines of events, and of what was said before.
const MOST_EVENTS: usize = 2;
const MOST_SAID: usize = 2;

fn inside(card: Rect) -> Rect {
    card.inner(ratatui::layout::Margin::new(2, 1))
}

/// Returns where the four verdicts stand in a card.
pub(super) fn boxes(card: Rect) -> [Rect; 4] {
    let inner = inside(card);
    if inner.width < ROOM_FOR_BOXES {
        let [_, low] = inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]));
        let [first, second] = low.layout(&Layout::vertical([Constraint::Length(1); 2]));
        let halves = Layout::horizontal([Constraint::Percentage(50); 2]);
        let ([a, b], [c, d]) = (first.layout(&halves), second.layout(&halves));
        return [a, b, c, d];
    }
    let [_, low] = inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(4)]));
    low.layout(&Layout::horizontal([Constraint::Percentage(25); 4]))
}

pub(super) fn render(app: &App, bench: &Workbench, review: &Review, lead: usize, area: Rect, buf: &mut Buffer) {
    let said = session::said_here(app);
    let title = match said.map(|remark| &remark.said) {
        Some(Said::Verdict { verdict, .. }) => {
            format!("{} · {}", place(app, review), leads::verdict(app, Some(*verdict)))
        }
        Some(said) => format!("{} · {}", place(app, review), app.say(&saying::said(said))),
        None => app.say(&msg!("session-to-judge", place = place(app, review))),
    };
    let masked = if app.prefs.masked { app.say(&msg!("tui-names-masked")) } else { String::new() };
    panel(&title, &masked, app.overlays.is_empty(), &app.theme).render(area, buf);
    let boxes = boxes(area);
    verdicts(app, said, &boxes, buf);
    let inner = inside(area);
    let room = Rect { height: boxes[0].y.saturating_sub(inner.y), ..inner };
    let mut lines = facts(app, bench, review, lead, room);
    lines.truncate(usize::from(room.height));
    // What belongs together stands apart from the rest as far as there is room, the lower parts first.
    let mut spare = usize::from(room.height) - lines.len();
    for line in lines.iter_mut().rev().filter(|line| line.gap) {
        line.gap = spare > 0;
        spare = spare.saturating_sub(1);
    }
    let mut at = 0;
    for line in lines {
        at += u16::from(line.gap);
        draw_line(app, &line, nth(room, at), buf);
        at += 1;
    }
}

/// A line of the card.
struct Told {
    role: Role,
    /// Points or a question mark before the text.
    points: Option<(Role, String)>,
    text: String,
    /// What follows the text, less important.
    aside: String,
    /// Whether something new begins with it.
    gap: bool,
}

fn told(role: Role, text: String) -> Told {
    Told { role, points: None, text, aside: String::new(), gap: false }
}

/// Width of the points before a reason.
const POINTS: u16 = 7;

fn draw_line(app: &App, line: &Told, mut place: Rect, buf: &mut Buffer) {
    if let Some((role, points)) = &line.points {
        let at = Rect { width: POINTS.min(place.width), ..place };
        put(
            buf,
            Rect { width: at.width.saturating_sub(2), ..at },
            points,
            Align::Right,
            app.theme.style(*role),
            &app.theme,
        );
        place = Rect { x: place.x + at.width, width: place.width - at.width, ..place };
    }
    put(buf, place, &line.text, Align::Left, app.theme.style(line.role), &app.theme);
    let taken = u16::try_from(crate::text::width(&line.text) + 2).unwrap_or(place.width).min(place.width);
    let rest = Rect { x: place.x + taken, width: place.width - taken, ..place };
    put(buf, rest, &line.aside, Align::Left, app.theme.style(Role::Muted), &app.theme);
}

/// Returns what the card says, most important first where not all fits.
fn facts(app: &App, bench: &Workbench, review: &Review, lead: usize, room: Rect) -> Vec<Told> {
    let wide = usize::from(room.width);
    let mut lines = who(app, bench, lead, wide);
    let hidden = session::is_hidden(app);
    if hidden {
        let text = app.say(&msg!("session-hidden", hunch = key(app, Action::NoteHunch), show = key(app, Action::Open)));
        lines.extend(wrap(&text, wide).into_iter().map(|part| told(Role::Warn, part)));
    } else {
        lines.extend(standing(app, bench, lead));
    }
    if let Some(line) = lines.iter_mut().find(|line| matches!(line.role, Role::Warn | Role::Key)) {
        line.gap = true;
    }
    let (events, before) = (happened(app, bench), said_before(app, bench, review, lead));
    // Where there is room, what belongs together stands apart from the rest.
    let gaps = if room.height >= ROOMY { 2 + usize::from(!before.is_empty()) } else { 0 };
    let left = usize::from(room.height).saturating_sub(lines.len() + gaps);
    // At least half of what is left is for the reasons.
    let for_others = if hidden { left } else { left / 2 };
    let n_before = before.len().min(for_others);
    let n_events = events.len().min(for_others - n_before);
    let n_reasons = if app.prefs.present { CALM } else { usize::MAX }.min(left - n_before - n_events);
    if !hidden {
        lines.extend(reasons(app, bench, n_reasons));
    }
    lines.extend(events.into_iter().take(n_events));
    lines.extend(before.into_iter().take(n_before));
    lines
}

/// Who it is: company, person and job, the fields that name nobody.
fn who(app: &App, bench: &Workbench, lead: usize, wide: usize) -> Vec<Told> {
    let row = bench.row(lead);
    let name = leads::name(app, &row);
    let job = row.job_title.as_deref().map(clean);
    let first = row.company.as_deref().map(clean);
    let second: Vec<String> = match &first {
        Some(_) => std::iter::once(name.clone()).chain(job).collect(),
        None => job.into_iter().collect(),
    };
    let mut lines = vec![told(Role::Title, first.unwrap_or(name))];
    if !second.is_empty() {
        lines.push(told(Role::Text, second.join(" · ")));
    }
    let mut line = String::new();
    for field in fields(app, bench, lead) {
        let longer = if line.is_empty() { field } else { format!("{line} · {field}") };
        if crate::text::width(&longer) <= wide {
            line = longer;
        }
    }
    if !line.is_empty() {
        lines.push(told(Role::Muted, line));
    }
    lines
}

/// Returns what is known of a lead that names nobody; a bare number with the name of its field.
fn fields(app: &App, bench: &Workbench, lead: usize) -> Vec<String> {
    let shown = |role: Option<FieldRole>| {
        role.is_none_or(|role| {
            !role.is_personal() && !matches!(role, FieldRole::Company | FieldRole::JobTitle | FieldRole::Created)
        })
    };
    let told = bench.data().fields.iter().filter(|field| shown(field.role)).filter_map(|field| {
        let value = field.value(lead)?;
        let text = app.say(&tell::value(&value));
        // A second address may stand in any field.
        let text = if app.prefs.masked && text.contains('@') { mask_email(&text) } else { text };
        Some(match value {
            Value::Text(_) => text,
            _ => app.say(&msg!("session-field", field = &field.name, value = text)),
        })
    });
    told.collect()
}

/// Where it stands: its bands; its rank and its zone.
fn standing(app: &App, bench: &Workbench, lead: usize) -> Vec<Told> {
    let row = bench.row(lead);
    let (bands, rank) = (card::bands(app, bench, &row), card::rank(app, bench, &row));
    let zone = row.zone.map(|zone| words(app, &zone.title, &zone.name));
    let place: Vec<String> = std::iter::once(rank).chain(zone).collect();
    vec![told(Role::Key, bands.join(" · ")), told(Role::Key, place.join(" · "))]
}

/// Why it scores what it scores: the heaviest lines first, then what is unknown.
fn reasons(app: &App, bench: &Workbench, room: usize) -> Vec<Told> {
    let Some(explanation) = &app.session.explanation else { return Vec::new() };
    let counts = |line: &&Line| line.points != 0 && !matches!(line.cause, Cause::Start | Cause::Scale);
    let mut found: Vec<&Line> = explanation.lines.iter().filter(counts).collect();
    found.sort_by_key(|line| std::cmp::Reverse(line.points.abs()));
    let unknown: Vec<&Line> = explanation.lines.iter().filter(|line| is_unknown(line)).collect();
    // What is unknown keeps a line where there is room for more than the heaviest.
    let for_unknown = unknown.len().min(room.saturating_sub(found.len()).max(usize::from(room > 3)));
    let n_found = found.len().min(room - for_unknown.min(room));
    let reason = |line: &Line, points: (Role, String)| Told {
        role: Role::Text,
        points: Some(points),
        text: detail::cause(app, bench, line),
        aside: detail::evidence(app, bench, line),
        gap: false,
    };
    let mut lines: Vec<Told> = Vec::new();
    for line in found.into_iter().take(n_found) {
        let role = if line.points > 0 { Role::Up } else { Role::Down };
        lines.push(reason(line, (role, app.lang.points_signed(line.points))));
    }
    for line in unknown.into_iter().take(for_unknown) {
        lines.push(Told { role: Role::Muted, ..reason(line, (Role::Muted, "?".to_owned())) });
    }
    if lines.is_empty() && room > 0 {
        lines.push(told(Role::Muted, app.say(&msg!("session-no-reasons"))));
    }
    if let Some(first) = lines.first_mut() {
        first.gap = true;
    }
    lines
}

/// Whether a criterion gives nothing because nothing it reads is known.
fn is_unknown(line: &Line) -> bool {
    matches!(&line.cause, Cause::Criterion { evidence: Evidence::Fields(fields), .. }
        if line.points == 0 && !fields.is_empty() && fields.iter().all(|(_, value)| value.is_none()))
}

/// What it did last.
fn happened(app: &App, bench: &Workbench) -> Vec<Told> {
    let mut lines: Vec<Told> = app
        .session
        .timeline
        .iter()
        .take(MOST_EVENTS)
        .map(|event| {
            let days = (bench.as_of() - event.at).div_euclid(86_400);
            let what = match &event.asset {
                Some(asset) => format!("{} · {}", clean(&event.kind), clean(asset)),
                None => clean(&event.kind),
            };
            told(Role::Text, app.say(&msg!("session-event", ago = crate::text::ago(days), what = what)))
        })
        .collect();
    if lines.is_empty() {
        lines.push(told(Role::Muted, app.say(&msg!("tui-timeline-empty"))));
    }
    lines[0].gap = true;
    lines
}

/// What was said of it before this review, and the hunch of this one.
fn said_before(app: &App, bench: &Workbench, review: &Review, lead: usize) -> Vec<Told> {
    let here = |remark: &Remark| remark.review == Some(review.id);
    let remarks = bench.log().of(bench.data().keys.get(lead)).filter(|remark| match remark.said {
        Said::Verdict { .. } => !here(remark),
        Said::Hunch(_) => true,
        Said::Skipped | Said::Cleared => false,
    });
    let mut lines: Vec<Told> = remarks
        .take(MOST_SAID)
        .map(|remark| {
            let (what, why) = match &remark.said {
                Said::Verdict { verdict, reason, note } => {
                    (leads::verdict(app, Some(*verdict)), because(app, reason, note))
                }
                said => (app.say(&saying::said(said)), String::new()),
            };
            let date = app.lang.date(remark.at, app.prefs.zone);
            let text = if remark.by.is_empty() {
                msg!("session-said", date = date, what = what)
            } else {
                msg!("session-said-by", date = date, what = what, who = &remark.by)
            };
            Told { aside: why, ..told(Role::Text, app.say(&text)) }
        })
        .collect();
    if let Some(first) = lines.first_mut() {
        first.gap = true;
    }
    lines
}

/// The four verdicts with their keys; the one that was given stands out.
fn verdicts(app: &App, said: Option<&Remark>, boxes: &[Rect; 4], buf: &mut Buffer) {
    let given = said.and_then(|remark| match remark.said {
        Said::Verdict { verdict, .. } => Some(verdict),
        _ => None,
    });
    for ((verdict, action), place) in Verdict::ALL.into_iter().zip(VERDICTS).zip(boxes) {
        let (style, key_style) = if given == Some(verdict) {
            (app.theme.style(Role::Selected), app.theme.style(Role::Selected))
        } else {
            (app.theme.style(Role::Text), app.theme.style(Role::Key))
        };
        let (word, key) = (leads::verdict(app, Some(verdict)), key(app, action));
        if place.height < 4 {
            put(buf, Rect { width: 2, ..*place }, &key, Align::Left, key_style, &app.theme);
            let rest = Rect { x: place.x + 2, width: place.width.saturating_sub(3), ..*place };
            put(buf, rest, &word, Align::Left, style, &app.theme);
            continue;
        }
        let place = Rect { width: place.width.saturating_sub(1), ..*place };
        panel("", "", given == Some(verdict), &app.theme).render(place, buf);
        let inner = place.inner(ratatui::layout::Margin::new(1, 1));
        put(buf, nth(inner, 0), &word, Align::Middle, style, &app.theme);
        put(buf, nth(inner, 1), &key, Align::Middle, key_style, &app.theme);
    }
}
