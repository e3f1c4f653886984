//! How a large workspace looks while it is read: what is going on, and the matrix as it was last left.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::screens::opening::LastLook;
use crate::tui::theme::Role;
use crate::tui::theme::heat_step;
use crate::tui::widgets::Align;
use crate::tui::widgets::grid::GridCell;
use crate::tui::widgets::grid::HeatGrid;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let opening = app.opening.as_ref()?;
    let [head, body] = area.layout(&Layout::vertical([Constraint::Length(2), Constraint::Fill(1)]));
    let reading = app.say(&msg!("opening-reading", workspace = clean(&opening.workspace)));
    let line = Rect { x: head.x + 1, width: head.width.saturating_sub(1), ..nth(head, 0) };
    put(buf, line, &reading, Align::Left, app.theme.style(Role::Title), &app.theme);
    if let Some(last) = &opening.last {
        matrix(app, last, body, buf);
    }
    None
}

fn matrix(app: &App, last: &LastLook, area: Rect, buf: &mut Buffer) {
    let date = app.lang.date(last.as_of, app.prefs.zone);
    let title = app.say(&msg!("opening-last", model = clean(&last.model), date = date, n = last.total()));
    panel(&title, "", false, &app.theme).render(area, buf);
    let most = last.counts.iter().flatten().copied().max().unwrap_or(0);
    let cell = |count: &u64| GridCell {
        count: app.lang.int(i64::try_from(*count).unwrap_or(i64::MAX)),
        heat: heat_step(*count, most),
        ..GridCell::default()
    };
    let cells: Vec<Vec<GridCell>> = last.counts.iter().map(|row| row.iter().map(cell).collect()).collect();
    let all = |labels: &[String]| labels.iter().map(|label| clean(label)).collect::<Vec<_>>();
    let (rows, columns) = (all(&last.rows), all(&last.columns));
    // What another program wrote there may be of any shape.
    if cells.len() == rows.len() && cells.iter().all(|row| row.len() == columns.len()) {
        let grid = HeatGrid { rows: &rows, columns: &columns, cells: &cells, selected: None, theme: &app.theme };
        (&grid).render(area.inner(Margin::new(1, 1)), buf);
    }
}
