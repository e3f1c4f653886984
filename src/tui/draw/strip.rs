//! Before and after: how bands and the top group have moved since the baseline, in one line or a box.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::model::Side;
use crate::msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::axis_name;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::histogram::Histogram;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Workbench;

pub(super) fn render(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let top = app.say(&top_line(app, bench));
    if area.height < 3 {
        let text = format!(" {}   {top}", shifts(app, bench, Side::Columns, true));
        put(buf, area, &text, Align::Left, app.theme.style(Role::Text), &app.theme);
        return;
    }
    let title = app.say(&msg!("tui-before-after"));
    let note = if bench.model() == bench.baseline() { msg!("tui-no-change") } else { msg!("tui-vs-baseline") };
    panel(&title, &app.say(&note), false, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(2, 1));
    for (index, side) in Side::BOTH.into_iter().enumerate() {
        let text = shifts(app, bench, side, false);
        put(buf, nth(inner, u16::from(index == 1)), &text, Align::Left, app.theme.style(Role::Text), &app.theme);
    }
    put(buf, nth(inner, 2), &top, Align::Left, app.theme.style(Role::Text), &app.theme);
    distribution(app, bench, nth(inner, 3), buf);
}

fn top_line(app: &App, bench: &Workbench) -> crate::text::Msg {
    let cut = bench.cut();
    let value =
        cut.last_in.map_or_else(|| "–".to_owned(), |lead| app.lang.points(bench.scores().value(Side::Columns, lead)));
    msg!(
        "tui-top-line",
        share = u32::from(bench.model().top_share),
        moved = bench.came_into_top(),
        value = value,
        ties = cut.ties.saturating_sub(1)
    )
}

/// Returns each band's count with its change; only the changed ones where room is short and something changed.
fn shifts(app: &App, bench: &Workbench, side: Side, short: bool) -> String {
    let mut parts = Vec::new();
    for shift in bench.shifts(side).into_iter().rev() {
        let change = i64::try_from(shift.after).unwrap_or(0) - i64::try_from(shift.before).unwrap_or(0);
        if short && change == 0 {
            continue;
        }
        let moved = if change == 0 { String::new() } else { app.lang.shift(change) };
        let after = app.lang.int(i64::try_from(shift.after).unwrap_or(i64::MAX));
        parts.push(format!("{} {after}{}{moved}", clean(shift.label), if moved.is_empty() { "" } else { " " }));
    }
    let name = axis_name(app, bench, side);
    if parts.is_empty() {
        app.say(&msg!("tui-axis-unchanged", axis = name))
    } else {
        format!("{name}  {}", parts.join("  "))
    }
}

fn distribution(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let half = area.width / 2;
    let room = usize::from(half).saturating_sub(14).min(40);
    if room < 8 {
        return;
    }
    let [before, after] = bench.spread(Side::Columns);
    let most = before.iter().chain(after).copied().max();
    for (index, (word, counts)) in [(msg!("tui-before"), before), (msg!("tui-after"), after)].into_iter().enumerate() {
        let place = Rect { x: area.x + half * u16::from(index == 1), width: half, ..area };
        put(buf, place, &app.say(&word), Align::Left, app.theme.style(Role::Muted), &app.theme);
        let bars = Rect { x: place.x + 12, width: u16::try_from(room).unwrap_or(0), ..place };
        Histogram { counts, from: None, most, theme: &app.theme }.render(bars, buf);
    }
}
