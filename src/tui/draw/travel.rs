//! How the changes of a lead's place look: newest first, with the day it was first handed over above them.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::words;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Move;
use crate::workbench::Stand;
use crate::workbench::Workbench;

pub(super) fn render(app: &App, bench: &Workbench, moves: &[Move], area: Rect, buf: &mut Buffer) {
    let title = app.say(&msg!("travel-title", n = moves.len()));
    panel(&title, "", app.overlays.is_empty(), &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(1, 1));
    let [head, list] = inner.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]));
    let first = moves.iter().find(|change| change.handed_over).map_or_else(
        || msg!("travel-never"),
        |change| msg!("travel-first", date = app.lang.date(change.at, app.prefs.zone)),
    );
    let first = if moves.is_empty() { msg!("travel-none") } else { first };
    put(buf, head, &app.say(&first), Align::Left, app.theme.style(Role::Title), &app.theme);
    for (index, change) in (0..list.height).zip(moves.iter().rev().skip(app.detail.scroll)) {
        let mark = if change.handed_over { app.theme.glyphs.top } else { ' ' };
        let date = app.lang.date(change.at, app.prefs.zone);
        let text = format!("{mark}{date} {}", stand(app, bench, change.to.as_ref()));
        let role = if change.handed_over { Role::Title } else { Role::Text };
        put(buf, nth(list, index), &text, Align::Left, app.theme.style(role), &app.theme);
    }
}

/// Says where a lead stands.
fn stand(app: &App, bench: &Workbench, stand: Option<&Stand>) -> String {
    let Some(stand) = stand else { return app.say(&msg!("travel-out")) };
    let cell = [&stand.row, &stand.column].map(|label| clean(label)).join(" ").trim().to_owned();
    match stand.zone.as_ref().and_then(|zone| bench.model().zone(zone)) {
        Some(zone) => app.say(&msg!("travel-place", cell = cell, zone = words(app, &zone.title, &zone.name))),
        None => cell,
    }
}
