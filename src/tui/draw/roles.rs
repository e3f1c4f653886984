//! How it looks who plays the roles of a template: one line each, below them all of the selected one, and the button.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::engine::columns::Dataset;
use crate::msg;
use crate::text::fit;
use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::gallery::Casting;
use crate::tui::overlays::gallery::data;
use crate::tui::overlays::gallery::values;
use crate::tui::theme::Role as Look;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::roles;
use crate::workbench::roles::Plays;
use crate::workbench::roles::Role;
use crate::workbench::roles::kinds;
use crate::workbench::roles::unknown_values;

/// Where the parts stand.
struct Parts {
    heads: Rect,
    list: Rect,
    about: Rect,
    button: Rect,
}

fn parts(area: Rect) -> Parts {
    // What is told of the selected role has a free line after it where there is room.
    let told = if area.height >= 26 { 5 } else { 4 };
    let [heads, list, _, about, button] = area.inner(Margin::new(2, 1)).layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(told),
        Constraint::Length(1),
    ]));
    Parts { heads, list, about, button }
}

/// The columns of a line: the role, what it needs, who plays it, a note.
fn columns(line: Rect, roles: &[Role]) -> [Rect; 4] {
    let longest = roles.iter().map(|role| width(&role.name)).max().unwrap_or(0);
    let name = u16::try_from(longest + 3).unwrap_or(u16::MAX).clamp(14, (line.width / 3).max(14));
    let player = (line.width / 4).clamp(18, 32);
    line.layout(&Layout::horizontal([
        Constraint::Length(name),
        Constraint::Length(11),
        Constraint::Length(player),
        Constraint::Fill(1),
    ]))
}

/// Returns the row at this point of a screen's body; the button is the row after the last role.
pub(in crate::tui) fn hit(casting: &Casting, area: Rect, x: u16, y: u16) -> Option<usize> {
    let parts = parts(area);
    let (at, n) = (Position { x, y }, casting.roles.len());
    if parts.button.contains(at) {
        return Some(n);
    }
    let row = first(casting, parts.list) + usize::from(y.checked_sub(parts.list.y)?);
    (parts.list.contains(at) && row < n).then_some(row)
}

fn first(casting: &Casting, list: Rect) -> usize {
    let n = casting.roles.len();
    centred(casting.row.min(n.saturating_sub(1)), usize::from(list.height), n)
}

pub(super) fn render(app: &App, casting: &Casting, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &app.theme;
    let parts = parts(area);
    Clear.render(area, buf);
    buf.set_style(area, theme.style(Look::Text));
    let title = app.say(&msg!("gallery-roles", template = words(app, &casting.model.title, &casting.model.name)));
    let note = app.say(&msg!("gallery-played", played = casting.n_played(), all = casting.roles.len()));
    panel(&title, &note, true, theme).render(area, buf);
    let heads =
        [msg!("gallery-head-role"), msg!("gallery-head-need"), msg!("gallery-head-player"), msg!("gallery-head-note")];
    for (index, (place, head)) in columns(parts.heads, &casting.roles).into_iter().zip(heads).enumerate() {
        let indent = if index == 0 { "  " } else { "" };
        put(buf, place, &format!("{indent}{}", app.say(&head)), Align::Left, theme.style(Look::Title), theme);
    }
    let data = data(app);
    let first = first(casting, parts.list);
    for (index, role) in casting.roles.iter().enumerate().skip(first).take(usize::from(parts.list.height)) {
        let line = nth(parts.list, u16::try_from(index - first).unwrap_or(u16::MAX));
        role_line(app, casting, role, index, &data, line, buf);
    }
    about(app, casting, &data, parts.about, buf);
    button(app, casting, parts.button, buf);
    None
}

fn role_line(app: &App, casting: &Casting, role: &Role, index: usize, data: &Dataset, line: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let on = casting.row == index;
    let style = |look| theme.style(if on { Look::Selected } else { look });
    buf.set_style(line.intersection(buf.area), style(Look::Text));
    let [name, need, player, note] = columns(line, &casting.roles);
    let player = Rect { width: player.width.saturating_sub(1), ..player };
    let mark = if on { theme.glyphs.cursor } else { ' ' };
    put(buf, name, &format!("{mark} {}", clean(&role.name)), Align::Left, style(Look::Text), theme);
    put(buf, need, &app.say(&role.tell_need()), Align::Left, style(Look::Muted), theme);
    let chosen = casting.chosen[index].as_deref();
    let (sign, text, look) = match chosen {
        Some(chosen) => (theme.glyphs.check, clean(chosen), Look::Good),
        None => (theme.glyphs.dot, app.say(&msg!("gallery-open")), Look::Warn),
    };
    put(buf, player, &format!("{sign} {text}"), Align::Left, style(look), theme);
    let unknown = chosen.map_or(0, |chosen| unknown_values(role, data, chosen).len());
    let (text, look) = if unknown > 0 {
        (app.say(&msg!("gallery-unknown", unknown = unknown, all = role.values.len())), Look::Warn)
    } else {
        (readers(app, role), Look::Muted)
    };
    put(buf, note, &text, Align::Left, style(look), theme);
}

fn readers(app: &App, role: &Role) -> String {
    role.readers.iter().map(|reader| app.say(&reader.tell(app.lang))).collect::<Vec<_>>().join(", ")
}

/// Says all of the selected role: what reads it, what it looks for, and what the chosen field holds.
fn about(app: &App, casting: &Casting, data: &Dataset, place: Rect, buf: &mut Buffer) {
    let mut told: Vec<(Look, String)> = Vec::new();
    if data.n_leads() == 0 {
        told.push((Look::Warn, app.say(&msg!("gallery-no-leads"))));
    }
    match casting.current() {
        None => {
            let open = casting.roles.len() - casting.n_played();
            if data.n_leads() > 0 {
                let text = if open == 0 { msg!("gallery-all-played") } else { msg!("gallery-some-open", n = open) };
                told.push((if open == 0 { Look::Good } else { Look::Text }, app.say(&text)));
            }
            told.push((Look::Muted, app.say(&msg!("gallery-safe"))));
        }
        Some((role, chosen)) => {
            told.push((Look::Text, app.say(&msg!("gallery-read-by", readers = readers(app, role)))));
            if let Some(field) = chosen {
                told.extend(of_player(app, role, field, data));
            } else {
                if !role.values.is_empty() {
                    told.push((Look::Muted, app.say(&msg!("gallery-looks-for", values = role.values.join(", ")))));
                }
                told.push((Look::Muted, app.say(&msg!("gallery-open-means"))));
            }
        }
    }
    let wide = usize::from(place.width);
    // What all of them say must stay in sight: none may fill the place by itself.
    let lines =
        told.into_iter().flat_map(|(look, text)| two_lines(&text, wide).into_iter().map(move |line| (look, line)));
    for (index, (look, text)) in lines.take(usize::from(place.height)).enumerate() {
        let line = nth(place, u16::try_from(index).unwrap_or(u16::MAX));
        put(buf, line, &text, Align::Left, app.theme.style(look), &app.theme);
    }
}

/// Returns a text as at most two lines, the second with an ellipsis if there is more.
fn two_lines(text: &str, wide: usize) -> Vec<String> {
    let mut lines = wrap(text, wide);
    if lines.len() > 2 {
        let rest = lines[1..].join(" ");
        lines.truncate(1);
        lines.push(fit(&rest, wide));
    }
    lines
}

/// Says what a player brings: the values that are missing, and those that are there.
fn of_player(app: &App, role: &Role, player: &str, data: &Dataset) -> Vec<(Look, String)> {
    if role.plays == Plays::Kind {
        let n = kinds(data).into_iter().find(|(kind, _)| *kind == player).map_or(0, |(_, n)| n);
        return vec![(Look::Muted, app.say(&msg!("gallery-kind-has", kind = player, n = n)))];
    }
    let mut told = Vec::new();
    if data.field(player).is_some_and(|field| role.is_answered_by(field)) {
        let text = msg!("gallery-yes-no", field = player, yes = roles::YES, no = roles::NO);
        told.push((Look::Text, app.say(&text)));
    }
    let unknown = unknown_values(role, data, player);
    if !unknown.is_empty() {
        let (n, all) = (unknown.len(), role.values.len());
        let text = msg!("gallery-unknown-values", field = player, values = unknown.join(", "), n = n, all = all);
        told.push((Look::Warn, app.say(&text)));
    }
    told.push((Look::Muted, app.say(&msg!("gallery-field-has", field = player, values = values(app, player)))));
    if !unknown.is_empty() {
        told.push((Look::Muted, app.say(&msg!("gallery-unknown-means"))));
    }
    told
}

fn button(app: &App, casting: &Casting, line: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let on = casting.row == casting.roles.len();
    let mark = if on { theme.glyphs.cursor } else { ' ' };
    let text = format!("{mark} [ {} ]", app.say(&msg!("gallery-use")));
    let look = if on { Look::Selected } else { Look::Key };
    put(buf, line, &text, Align::Left, theme.style(look), theme);
}
