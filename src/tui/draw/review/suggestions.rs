//! How the page looks: What the verdicts say should change: the list, and the selected one with what it rests on and what it does.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;

use crate::msg;
use crate::text::width;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::draw::clean;
use crate::tui::draw::int;
use crate::tui::draw::nth;
use crate::tui::draw::review::lines::Lines;
use crate::tui::draw::review::questions::waiting;
use crate::tui::screens::review::suggestions::Row;
use crate::tui::screens::review::suggestions::Shown;
use crate::tui::screens::review::suggestions::shown;
use crate::tui::screens::review::suggestions::title;
use crate::tui::screens::review::suggestions::zone_name;
use crate::tui::theme::Role;
use crate::tui::update::perform;
use crate::tui::widgets::Align;
use crate::tui::widgets::put;
use crate::workbench::RECENT_WEEKS;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::Suggestion;
use crate::workbench::tell_suggest;

/// The columns of what it does to the zones, before the last.
const NUMBERS: u16 = 17;

struct Parts {
    head: Rect,
    list: Rect,
    about: Rect,
}

/// The lines that the selected one needs, mostly; and where nothing is suggested.
const ABOUT: u16 = 11;
const ABOUT_NOTHING: u16 = 4;

/// Where everything stands: the list has what it needs, as far as the selected one is not crowded out.
fn parts(area: Rect, head: usize, shown: &Shown<'_>, rows: usize) -> Parts {
    let short = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let about = if shown.all.found.is_empty() { ABOUT_NOTHING } else { ABOUT };
    let most = area.height.saturating_sub(short(head) + 2 + about).max(5);
    let [head, _, list, _, about] = area.layout(&Layout::vertical([
        Constraint::Length(short(head)),
        Constraint::Length(u16::from(area.height > 20)),
        Constraint::Length(short(rows).min(most)),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]));
    Parts { head, list, about }
}

/// Returns what stands above the list: on what all this rests, and whether it holds.
fn head(app: &App, shown: &Shown<'_>, area: Rect) -> Vec<(String, Role)> {
    let room = usize::from(area.width.saturating_sub(4));
    let say = |msg| app.say(&msg);
    let judged: Vec<String> = tell_suggest::judged(shown.all).into_iter().map(say).collect();
    let mut lines: Vec<(String, Role)> =
        wrap(&judged.join(" "), room).into_iter().map(|line| (line, Role::Text)).collect();
    let note = match shown.tried {
        Some(_) => Some((msg!("suggest-is-tried"), Role::Key)),
        None if !shown.holds => Some((msg!("suggest-stale"), Role::Warn)),
        None if shown.all.found.is_empty() => None,
        None => Some((msg!("suggest-how"), Role::Muted)),
    };
    if let Some((note, role)) = note {
        lines.extend(wrap(&app.say(&note), room).into_iter().map(|line| (line, role)));
    }
    lines
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(shown) = shown(app) else { return waiting(app, area, buf) };
    let head = head(app, &shown, area);
    let rows = shown.rows();
    let parts = parts(area, head.len(), &shown, rows.len());
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..parts.head };
    for (index, (line, role)) in (0..).zip(&head) {
        put(buf, nth(inner, index), line, Align::Left, app.theme.style(*role), &app.theme);
    }
    let chosen = chosen(app, rows.len());
    list(app, &shown, &rows, parts.list).render(chosen, parts.list, buf);
    let mut about = Lines::new(app, parts.about);
    match rows.get(chosen) {
        Some(Row::Found(found)) => detail(app, &shown, found, &mut about),
        Some(Row::Lacking(lacking)) => about.text(&app.say(&tell_suggest::lacking(lacking)), Role::Text),
        None => {}
    }
    about.render(usize::MAX, parts.about, buf);
}

fn chosen(app: &App, rows: usize) -> usize {
    app.review.suggestions.row.min(rows.saturating_sub(1))
}

fn list<'a>(app: &'a App, shown: &Shown<'_>, rows: &[Row<'_>], area: Rect) -> Lines<'a> {
    let mut lines = Lines::new(app, area);
    for (at, row) in rows.iter().enumerate() {
        let mark = if shown.tried == Some(at) { app.theme.glyphs.check } else { ' ' };
        let (text, short, role) = match row {
            Row::Found(found) => {
                (app.say(&title(app, found)), app.say(&tell_suggest::in_short(&found.effect)), Role::Text)
            }
            Row::Lacking(lacking) => (
                app.say(&tell_suggest::kind(lacking.kind)),
                app.say(&tell_suggest::lacking_in_short(lacking)),
                Role::Muted,
            ),
        };
        let wide = u16::try_from(width(&short) + 2).unwrap_or(u16::MAX);
        let text = format!("{mark} {text}");
        lines.pieces(Some(at), vec![(0, text, Align::Left, role), (wide, short, Align::Right, Role::Muted)]);
    }
    lines
}

/// The selected suggestion: what it rests on, and what it does.
fn detail<'a>(app: &'a App, shown: &Shown<'_>, found: &Suggestion, lines: &mut Lines<'a>) {
    let region = shown.all.region;
    let sentences = tell_suggest::evidence(found);
    let told: Vec<String> = sentences.iter().map(|sentence| app.say(sentence)).collect();
    lines.text(&told.join(" "), Role::Text);
    zones(app, region, found, lines);
    let share = app.bench.as_ref().map_or(0, |bench| bench.model().top_share);
    for sentence in tell_suggest::effect(&found.effect, region, share) {
        lines.text(&app.say(&sentence), Role::Text);
    }
}

/// What it does to who is handed over, and to each zone whose leads change.
fn zones<'a>(app: &'a App, region: Region, found: &Suggestion, lines: &mut Lines<'a>) {
    let number = |[before, after]: [u64; 2]| {
        let n = |n: u64| app.lang.int(i64::try_from(n).unwrap_or(i64::MAX));
        format!("{} → {}", n(before), n(after))
    };
    let row = |name: String, leads: String, entered: String, room: String, role: Role| {
        vec![
            (0, name, Align::Left, role),
            (NUMBERS, leads, Align::Right, role),
            (NUMBERS, entered, Align::Right, role),
            (NUMBERS, room, Align::Right, role),
        ]
    };
    let heads =
        [msg!("suggest-head-leads"), msg!("suggest-head-entered", weeks = RECENT_WEEKS), msg!("suggest-head-room")]
            .map(|head| app.say(&head));
    let [leads, entered, room] = heads;
    lines.pieces(None, row(String::new(), leads, entered, room, Role::Title));
    let effect = &found.effect;
    let all = if region == Region::HandedOver { msg!("suggest-all") } else { msg!("suggest-all-top") };
    let in_all = if region == Region::HandedOver { number(effect.entered) } else { String::new() };
    lines.pieces(None, row(app.say(&all), number(effect.handed_over), in_all, String::new(), Role::Text));
    let changed = |[before, after]: [u64; 2]| before != after;
    for zone in effect.zones.iter().filter(|zone| changed(zone.leads) || changed(zone.entered)) {
        let weekly = app.bench.as_ref().and_then(|bench| bench.model().zone(&zone.zone)?.weekly_capacity);
        let room = weekly.map_or_else(String::new, |week| int(app, week as usize * RECENT_WEEKS));
        let name = clean(&zone_name(app, &zone.zone));
        lines.pieces(None, row(format!("  {name}"), number(zone.leads), number(zone.entered), room, Role::Muted));
    }
}

/// Chooses what was pressed; opens it when it was chosen already.
pub(super) fn press(app: &mut App, area: Rect, x: u16, y: u16) -> Vec<Effect> {
    let Some(shown) = shown(app) else { return Vec::new() };
    let rows = shown.rows();
    let parts = parts(area, head(app, &shown, area).len(), &shown, rows.len());
    let now = chosen(app, rows.len());
    let hit = list(app, &shown, &rows, parts.list).hit(now, parts.list, x, y);
    match hit {
        Some(pressed) if pressed == now => perform(app, Action::Open),
        Some(pressed) => {
            app.review.suggestions.row = pressed;
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// The actions of the footer.
pub(super) const FOOTER: &[&[Action]] = &[
    &[Action::MoveUp, Action::MoveDown],
    &[Action::Open],
    &[Action::ShowLeads],
    &[Action::Undo],
    &[Action::MoveLeft, Action::MoveRight],
    &[Action::Back],
];
