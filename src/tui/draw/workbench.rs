//! How the workbench looks: its status line and the list of criteria.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::model::Side;
use crate::model::Words;
use crate::msg;
use crate::text::Msg;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::int;
use crate::tui::draw::matrix;
use crate::tui::draw::nth;
use crate::tui::draw::strip;
use crate::tui::layout;
use crate::tui::screens::workbench::Line;
use crate::tui::screens::workbench::Pane;
use crate::tui::screens::workbench::lines;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::bar::WeightBar;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::CriterionRow;
use crate::workbench::Workbench;
use crate::workbench::tell;

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let bench = app.bench.as_ref()?;
    let parts = layout::workbench(area);
    status(app, bench, parts.status, buf);
    criteria(app, bench, parts.criteria, buf);
    matrix::render(app, bench, parts.matrix, buf);
    strip::render(app, bench, parts.strip, buf);
    None
}

/// Returns words in the app's language, else the given name.
pub(super) fn words(app: &App, words: &Words, name: &str) -> String {
    app.words(words, name)
}

fn status(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let (before, now) = bench.handed_over();
    let text = msg!(
        "tui-status",
        leads = bench.scores().size(),
        share = u32::from(bench.model().top_share),
        top = bench.cut().n_top,
        handed = now,
        change = app.lang.delta(now - before),
        date = app.lang.date_time(bench.as_of(), app.prefs.zone)
    );
    put(
        buf,
        Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area },
        &app.say(&text),
        Align::Left,
        app.theme.style(Role::Muted),
        &app.theme,
    );
}

fn criteria(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let focused = app.workbench.pane == Pane::Criteria && app.overlays.is_empty();
    let title = app.say(&match app.checks {
        None | Some(0) => msg!("tui-criteria"),
        Some(n) => {
            let key = app.keymap.keys_of(Action::Checks).first().map(|key| key.label(app.theme.glyphs.ascii, app.lang));
            msg!("parts-criteria-checks", n = n, key = key.unwrap_or_default())
        }
    });
    let note = app.say(&msg!("tui-criteria-columns"));
    panel(&title, &note, focused, &app.theme).render(area, buf);
    let parts = layout::criteria(area);
    let model = bench.model();
    let list = lines(model);
    let rows = bench.criteria();
    let selected = app.workbench.line.min(list.len().saturating_sub(1));
    let page = usize::from(parts.list.height);
    let first = centred(selected, page, list.len());
    for (index, line) in list.iter().enumerate().skip(first).take(page) {
        let place = nth(parts.list, u16::try_from(index - first).unwrap_or(u16::MAX));
        let on = index == selected;
        if on {
            let role = if focused { Role::Selected } else { Role::Text };
            buf.set_style(place, app.theme.style(role));
            put(buf, place, &app.theme.glyphs.cursor.to_string(), Align::Left, app.theme.style(role), &app.theme);
        }
        let place = Rect { x: place.x + 1, width: place.width.saturating_sub(1), ..place };
        match line {
            Line::Axis(side) => axis_line(app, bench, *side, place, buf),
            Line::Group(side, group) => group_line(app, bench, *side, *group, on && focused, place, buf),
            Line::Criterion(_, _, _, flat) => {
                let row = &rows[*flat];
                criterion_line(app, bench, row, (heaviest(&rows, row.side), on && focused), place, buf);
            }
        }
    }
    meaning(app, bench, &rows, list.get(selected).copied(), parts.meaning, buf);
}

/// Returns the heaviest weight of an axis: a full bar.
pub(in crate::tui) fn heaviest(rows: &[CriterionRow], side: Side) -> i64 {
    rows.iter().filter(|row| row.side == side).map(|row| row.criterion.weight.abs()).max().unwrap_or(1).max(1)
}

/// Returns the name of an axis.
pub(super) fn axis_name(app: &App, bench: &Workbench, side: Side) -> String {
    clean(&app.axis_name(bench.model(), side))
}

fn axis_line(app: &App, bench: &Workbench, side: Side, place: Rect, buf: &mut Buffer) {
    let axis = bench.model().axis(side);
    let name = axis_name(app, bench, side).to_uppercase();
    let (first, last) = (axis.label(0), axis.label(axis.n_bands() - 1));
    let text = if axis.bands.len() > 1 {
        app.say(&msg!("tui-axis-bands", name = name, first = first, last = last))
    } else {
        name
    };
    put(buf, place, &text, Align::Left, app.theme.style(Role::Title), &app.theme);
}

fn group_line(app: &App, bench: &Workbench, side: Side, index: usize, on: bool, place: Rect, buf: &mut Buffer) {
    let group = &bench.model().axis(side).groups[index];
    let role = if on { Role::Selected } else { Role::Muted };
    let name = words(app, &group.title, &group.name);
    put(buf, place, &format!(" {name}"), Align::Left, app.theme.style(role), &app.theme);
    let caps = match (group.min, group.max) {
        (None, None) => return,
        (None, Some(max)) => msg!("tui-cap-max", max = max),
        (Some(min), None) => msg!("tui-cap-min", min = min),
        (Some(min), Some(max)) => msg!("tui-cap-both", min = min, max = max),
    };
    let caps = app.say(&caps);
    let width = u16::try_from(crate::text::width(&caps)).unwrap_or(place.width).min(place.width);
    let right = Rect { x: place.right() - width, width, ..place };
    put(buf, right, &caps, Align::Right, app.theme.style(role), &app.theme);
}

/// Returns how wide a count of leads is at most.
pub(in crate::tui) fn count_width(app: &App, bench: &Workbench) -> u16 {
    u16::try_from(crate::text::width(&int(app, bench.scores().size()))).unwrap_or(u16::MAX)
}

fn criterion_line(
    app: &App,
    bench: &Workbench,
    row: &CriterionRow,
    (most, on): (i64, bool),
    place: Rect,
    buf: &mut Buffer,
) {
    let criterion = row.criterion;
    let parts = layout::criteria_line(place, count_width(app, bench));
    let style = |role: Role| app.theme.style(if on { Role::Selected } else { role });
    let dim = if criterion.on { Role::Text } else { Role::Muted };
    let mark = if criterion.on { ' ' } else { 'x' };
    let name = words(app, &criterion.title, &criterion.name);
    put(buf, parts.name, &format!("{mark} {name}"), Align::Left, style(dim), &app.theme);
    WeightBar { weight: criterion.weight, baseline: row.base_weight, most, on: criterion.on, theme: &app.theme }
        .render(parts.bar, buf);
    let sign = if !criterion.on {
        Role::Muted
    } else if criterion.weight < 0 {
        Role::Down
    } else {
        Role::Up
    };
    let weight = app.lang.delta(criterion.weight);
    let weight = if criterion.weight == 0 { "0".to_owned() } else { weight };
    put(buf, parts.weight, &weight, Align::Right, style(sign), &app.theme);
    let leads = if row.problem.is_some() { app.say(&msg!("tui-no-data")) } else { int(app, row.touched) };
    let role = if row.problem.is_some() { Role::Warn } else { dim };
    put(buf, parts.leads, &leads, Align::Right, style(role), &app.theme);
}

/// Says what the selected line means, and what the last change did.
fn meaning(app: &App, bench: &Workbench, rows: &[CriterionRow], line: Option<Line>, area: Rect, buf: &mut Buffer) {
    let rule = nth(area, 0);
    for x in rule.x..rule.right() {
        buf[(x, rule.y)].set_char('─').set_style(app.theme.style(Role::Border));
    }
    let text: Msg = match line {
        Some(Line::Criterion(_, _, _, flat)) => {
            let row = &rows[flat];
            match row.problem {
                Some(problem) => tell::data_error(problem),
                None if row.criterion.scope.is_everyone() => tell::rule(&row.criterion.rule),
                None => msg!(
                    "tui-scoped",
                    rule = tell::rule(&row.criterion.rule),
                    scope = tell::predicate(&row.criterion.scope)
                ),
            }
        }
        Some(Line::Group(..)) => msg!("tui-group-meaning"),
        Some(Line::Axis(_)) | None => msg!("tui-axis-meaning"),
    };
    let effect = bench.effect().map(|effect| effect_text(app, bench, effect));
    let room = usize::from(area.height.saturating_sub(1));
    let for_text = if effect.is_some() { room.saturating_sub(1).max(1) } else { room };
    let told = wrap(&app.say(&text), usize::from(area.width));
    for (index, part) in told.iter().take(for_text).enumerate() {
        let place = nth(area, u16::try_from(index + 1).unwrap_or(u16::MAX));
        put(buf, place, part, Align::Left, app.theme.style(Role::Muted), &app.theme);
    }
    if let Some(effect) = effect {
        let place = nth(area, area.height.saturating_sub(1));
        put(buf, place, &effect, Align::Left, app.theme.style(Role::Text), &app.theme);
    }
}

/// Returns what the last change did, in one line.
fn effect_text(app: &App, bench: &Workbench, effect: &crate::workbench::Effect) -> String {
    if effect.up + effect.down + effect.across + effect.into_top == 0 {
        return app.say(&msg!("tui-effect-none"));
    }
    app.say(&msg!(
        "tui-effect",
        up = effect.up,
        down = effect.down + effect.across,
        top = effect.into_top,
        share = u32::from(bench.model().top_share)
    ))
}
