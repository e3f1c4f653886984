//! What a learned field says of one lead: how likely, from what sample, and for which reasons; or why it says nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::insight::bayes::Weight;
use crate::msg;
use crate::text::Msg;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::detail::value_text;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::words;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::bar::WeightBar;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Chance;
use crate::workbench::Prediction;
use crate::workbench::Silence;
use crate::workbench::Workbench;
use crate::workbench::tell_learned;

/// Hundredths of a percent in the whole.
const WHOLE: i64 = 10_000;
/// How far a value can speak for or against, in thousandths.
const MOST: i64 = 500;

/// Returns how many lines the panel wants, its border included.
pub(super) fn height(app: &App, prediction: &Prediction, width: u16) -> u16 {
    let lines = match &prediction.says {
        Ok(chance) => sample(app, chance, width).len() + 1 + (chance.top.len() + chance.low.len()).max(1),
        Err(silence) => why(app, silence, width).len(),
    };
    u16::try_from(lines + 2).unwrap_or(u16::MAX)
}

/// Draws the panel.
pub(super) fn render(app: &App, bench: &Workbench, prediction: &Prediction, area: Rect, buf: &mut Buffer) {
    let learned = bench.model().learned.iter().find(|learned| learned.name == prediction.name);
    let title = learned.map_or_else(|| clean(&prediction.name), |learned| words(app, &learned.title, &learned.name));
    let title = crate::text::fit(&title, usize::from(area.width).saturating_sub(5)).trim_end().to_owned();
    panel(&title, "", false, &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(1, 1));
    match &prediction.says {
        Ok(chance) => said(app, bench, chance, inner, buf),
        Err(silence) => told(app, &why(app, silence, area.width), inner, 0, buf),
    }
}

fn said(app: &App, bench: &Workbench, chance: &Chance, area: Rect, buf: &mut Buffer) {
    let percent = app.say(&msg!("learned-percent", percent = app.lang.decimal(chance.hundredths * 10_000, 2)));
    let wide = u16::try_from(crate::text::width(&percent)).unwrap_or(u16::MAX);
    let [number, _, bar] = nth(area, 0).layout(&Layout::horizontal([
        Constraint::Length(wide),
        Constraint::Length(1),
        Constraint::Fill(1),
    ]));
    put(buf, number, &percent, Align::Left, app.theme.style(Role::Title), &app.theme);
    WeightBar { weight: chance.hundredths, baseline: None, most: WHOLE, on: true, theme: &app.theme }.render(bar, buf);
    let sample = sample(app, chance, area.width + 2);
    told(app, &sample, area, 1, buf);
    let first = u16::try_from(sample.len()).unwrap_or(u16::MAX).saturating_add(1);
    for (index, weight) in (first..).zip(chance.top.iter().chain(chance.low.iter().rev())) {
        reason(app, bench, weight, nth(area, index), buf);
    }
    if chance.top.is_empty() && chance.low.is_empty() {
        told(app, &[app.say(&msg!("learned-stage"))], area, first, buf);
    }
}

/// One value: what it says of the lead, as a number and as a bar from the middle.
fn reason(app: &App, bench: &Workbench, weight: &Weight, place: Rect, buf: &mut Buffer) {
    let [name, _, score, _, bar] = place.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(4),
        Constraint::Length(1),
        Constraint::Length(if place.width < 30 { 5 } else { 7 }),
    ]));
    let value =
        weight.value.as_ref().map_or_else(|| msg!("tell-unknown"), |v| value_text(app, &weight.field, bench, v));
    let text = app.say(&msg!("learned-value", value = value, field = &weight.field));
    let thousandths = tell_learned::micropoints(weight.score) / 1_000;
    let sign = app.theme.change(thousandths - MOST);
    put(buf, name, &text, Align::Left, app.theme.style(Role::Text), &app.theme);
    put(buf, score, &app.lang.decimal(thousandths * 1_000, 2), Align::Right, sign, &app.theme);
    WeightBar { weight: thousandths - MOST, baseline: None, most: MOST, on: true, theme: &app.theme }.render(bar, buf);
}

fn told(app: &App, lines: &[String], area: Rect, from: u16, buf: &mut Buffer) {
    for (index, line) in (from..).zip(lines) {
        put(buf, nth(area, index), line, Align::Left, app.theme.style(Role::Muted), &app.theme);
    }
}

/// Says when and from what was learned, in lines that fit a panel of that width.
fn sample(app: &App, chance: &Chance, width: u16) -> Vec<String> {
    let date = chance.learned_at.map_or_else(|| "–".to_owned(), |at| app.lang.date(at, app.prefs.zone));
    lines(app, &[msg!("learned-sample", date = date, won = chance.won, lost = chance.lost)], width)
}

/// Says why nothing is said, and what to do.
fn why(app: &App, silence: &Silence, width: u16) -> Vec<String> {
    let msgs = match silence {
        Silence::Mute => vec![msg!("learned-mute")],
        Silence::Untaught(ready @ Ok(_)) => vec![tell_learned::ready(ready), msg!("learned-how")],
        Silence::Untaught(Err(refusal)) => vec![tell_learned::refusal(refusal)],
    };
    lines(app, &msgs, width)
}

fn lines(app: &App, msgs: &[Msg], width: u16) -> Vec<String> {
    let room = usize::from(width).saturating_sub(2).max(1);
    msgs.iter().flat_map(|msg| wrap(&app.say(msg), room)).collect()
}
