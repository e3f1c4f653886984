//! The last two steps: exact numbers before anything is written, and the same numbers when it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::import::ColumnShape;
use crate::import::RowProblem;
use crate::msg;
use crate::problem::Problem;
use crate::text::Arg;
use crate::text::Msg;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::import::columns::mask;
use crate::tui::draw::import::count;
use crate::tui::draw::import::file_name;
use crate::tui::draw::import::path;
use crate::tui::draw::import::problem;
use crate::tui::draw::key_label;
use crate::tui::draw::nth;
use crate::tui::screens::import::ImportKind;
use crate::tui::screens::import::Step;
use crate::tui::screens::import::Tally;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(tally) = app.import.tally() else { return };
    let below = tally.counts.rejected > 0 || app.import.problem.is_some();
    let lines = notes(app, tally, usize::from(area.width.saturating_sub(4)));
    let high = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(9);
    let numbers_high = if below { Constraint::Max(high) } else { Constraint::Fill(1) };
    let rest = if below { Constraint::Min(5) } else { Constraint::Length(0) };
    let [top, bottom] = area.layout(&Layout::vertical([numbers_high, rest]));
    numbers(app, tally, &lines, top, buf);
    match &app.import.problem {
        Some(wrong) => {
            let title = app.say(&msg!("tui-import-failed"));
            panel(&title, "", false, &app.theme).render(bottom, buf);
            problem(app, wrong, bottom.inner(Margin::new(2, 1)), buf);
        }
        None if below => rejected(app, tally, bottom, buf),
        None => {}
    }
}

/// What became, or would become, of the rows: a sum that comes out.
fn numbers(app: &App, tally: &Tally, notes: &[String], area: Rect, buf: &mut Buffer) {
    let title = if app.import.step == Step::Done { msg!("tui-import-done") } else { msg!("tui-import-if-now") };
    let file = file_name(app);
    let note = if app.workspace.is_empty() {
        file
    } else {
        app.say(&msg!("tui-import-into", file = file, workspace = &app.workspace))
    };
    panel(&app.say(&title), &note, app.overlays.is_empty(), &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(2, 1));
    let leads = app.import.kind == ImportKind::Leads;
    let read = tally.counts.accepted + tally.counts.rejected;
    let new = if leads { msg!("tui-import-new-leads") } else { msg!("tui-import-new-events") };
    let mut rows = vec![(tally.new, new, Role::Good)];
    if leads {
        rows.push((tally.updated, msg!("tui-import-updated"), Role::Text));
    }
    rows.push((tally.unchanged, msg!("tui-import-unchanged"), Role::Text));
    let role = if tally.counts.rejected > 0 { Role::Bad } else { Role::Text };
    rows.push((tally.counts.rejected, msg!("tui-import-rejected"), role));
    let wide = 12;
    let mut line = 0;
    let mut put_row = |n: u64, text: &str, role: Role| {
        let place = nth(inner, line);
        line += 1;
        let role = if n == 0 { Role::Muted } else { role };
        let style = app.theme.style(role);
        put(buf, Rect { width: wide.min(place.width), ..place }, &count(app, n), Align::Right, style, &app.theme);
        let rest = Rect { x: place.x + wide + 2, width: place.width.saturating_sub(wide + 2), ..place };
        put(buf, rest, text, Align::Left, style, &app.theme);
    };
    for (n, word, role) in &rows {
        put_row(*n, &app.say(word), *role);
    }
    let rule = nth(inner, line);
    let sign = app.theme.glyphs.border.horizontal_top.repeat(usize::from(wide.min(rule.width)));
    put(buf, rule, &sign, Align::Left, app.theme.style(Role::Border), &app.theme);
    let place = nth(inner, line + 1);
    let style = app.theme.style(Role::Title);
    put(buf, Rect { width: wide.min(place.width), ..place }, &count(app, read), Align::Right, style, &app.theme);
    let rest = Rect { x: place.x + wide + 2, width: place.width.saturating_sub(wide + 2), ..place };
    put(buf, rest, &app.say(&msg!("tui-import-read")), Align::Left, style, &app.theme);
    for (index, text) in notes.iter().enumerate() {
        let place = nth(inner, line.saturating_add(3).saturating_add(u16::try_from(index).unwrap_or(u16::MAX)));
        put(buf, place, text, Align::Left, app.theme.style(Role::Muted), &app.theme);
    }
}

/// Returns what else there is to say, each in one or more lines.
fn notes(app: &App, tally: &Tally, room: usize) -> Vec<String> {
    let mut notes: Vec<Msg> = Vec::new();
    let done = app.import.step == Step::Done;
    if let Some(file) = &tally.rejects {
        notes.push(msg!("tui-import-rejects", path = path(file, room.saturating_sub(4))));
    } else if tally.counts.rejected > 0 {
        notes.push(msg!("tui-import-rejects-later"));
    }
    if let (Some(at), false) = (tally.before, done) {
        notes.push(msg!("tui-import-before", date = app.lang.date_time(at, app.prefs.zone)));
    }
    if tally.leads_made > 0 {
        notes.push(msg!("tui-import-leads-made", n = tally.leads_made));
    }
    let blank = tally.counts.blank_lines + tally.counts.empty_rows;
    if blank > 0 {
        notes.push(msg!("tui-import-blank-lines", n = blank));
    }
    if tally.counts.rounded > 0 {
        notes.push(msg!("tui-import-rounded", n = tally.counts.rounded));
    }
    match (&tally.starter, done) {
        (Some(name), _) => {
            notes.push(msg!("tui-import-starter", name = name, key = key_label(app, &[Action::UseTemplate])));
        }
        (None, false) if app.import.kind == ImportKind::Leads => notes.push(msg!("tui-import-others-stay")),
        (None, _) => {}
    }
    notes.iter().flat_map(|note| wrap(&app.say(note), room)).collect()
}

/// The first rejected rows: where, and what is wrong.
fn rejected(app: &App, tally: &Tally, area: Rect, buf: &mut Buffer) {
    let problems = &tally.counts.problems;
    let shown = u64::try_from(problems.len()).unwrap_or(u64::MAX);
    let note = if shown < tally.counts.rejected {
        app.say(&msg!("tui-import-first-problems", shown = shown, all = tally.counts.rejected))
    } else {
        String::new()
    };
    panel(&app.say(&msg!("tui-import-rejected-rows")), &note, false, &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(2, 1));
    let page = usize::from(inner.height);
    let first = centred(app.import.row, page, problems.len());
    for (line, row) in problems.iter().skip(first).take(page).enumerate() {
        let place = nth(inner, u16::try_from(line).unwrap_or(u16::MAX));
        let text = told(app, row);
        let role = if first + line == app.import.row { Role::Text } else { Role::Muted };
        put(buf, place, &text, Align::Left, app.theme.style(role), &app.theme);
    }
}

/// Tells a row's problem; a value that names a person is masked if names are.
fn told(app: &App, row: &RowProblem) -> String {
    let mut text = row.text.clone();
    if app.prefs.masked {
        let column = column_of(app, row);
        for (_, arg) in &mut text.args {
            if let (Some(column), Arg::Text(value)) = (column, &*arg)
                && let Some(masked) = mask(column, value)
            {
                *arg = Arg::Text(masked);
            }
        }
    }
    let problem = Problem::refused(text).at(row.line, None);
    let problem = match &row.column {
        Some(column) => problem.in_field(column.as_str()),
        None => problem,
    };
    problem.tell(app.lang).join(" ")
}

/// Returns the column that a row's problem quotes: the one it names, else the one with the leads' keys.
fn column_of<'a>(app: &'a App, row: &RowProblem) -> Option<&'a ColumnShape> {
    let columns = &app.import.shape()?.columns;
    if let Some(name) = &row.column {
        return columns.iter().find(|column| column.name == *name);
    }
    let events = app.import.subject.as_ref()?.events.as_ref()?.as_ref().ok()?;
    columns.get(events.lead)
}
