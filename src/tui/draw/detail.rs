//! How one lead looks: what it scores and why, line by line, beside its timeline.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::engine::explain::Cause;
use crate::engine::explain::Degraded;
use crate::engine::explain::Evidence;
use crate::engine::explain::Explanation;
use crate::engine::explain::Line;
use crate::model::FRESH;
use crate::model::POINT;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::text::ago;
use crate::text::ago_short;
use crate::tui::app::App;
use crate::tui::draw::card;
use crate::tui::draw::clean;
use crate::tui::draw::learned;
use crate::tui::draw::nth;
use crate::tui::draw::travel;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::words;
use crate::tui::screens::detail::Pane;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::bar::WeightBar;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::Workbench;
use crate::workbench::tell;

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let bench = app.bench.as_ref()?;
    let lead = app.detail.lead?;
    let explanation = app.detail.explanation.as_ref()?;
    let [head, main] = area.layout(&Layout::vertical([Constraint::Length(6), Constraint::Fill(1)]));
    let timeline = (area.width / 3).clamp(28, 60);
    let [ledger_area, timeline_area] =
        main.layout(&Layout::horizontal([Constraint::Fill(1), Constraint::Length(timeline)]));
    header(app, bench, lead, head, buf);
    ledger(app, bench, explanation, ledger_area, buf);
    let prediction = app.detail.prediction.as_ref();
    let wanted = prediction.map_or(0, |prediction| learned::height(app, prediction, timeline));
    let said = card::height(app, bench, lead);
    let [side, said, learned] = timeline_area.layout(&Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(said),
        Constraint::Length(wanted.min(main.height.saturating_sub(4 + said))),
    ]));
    card::remarks(app, bench, lead, said, buf);
    match (&app.detail.pane, &app.detail.moves) {
        (Pane::Moves, Some(moves)) => travel::render(app, bench, moves, side, buf),
        _ => happenings(app, bench, side, buf),
    }
    if let Some(prediction) = prediction {
        learned::render(app, bench, prediction, learned, buf);
    }
    None
}

fn header(app: &App, bench: &Workbench, lead: usize, area: Rect, buf: &mut Buffer) {
    let row = bench.row(lead);
    let mut title = vec![super::leads::name(app, &row)];
    title.extend([&row.company, &row.job_title].into_iter().flatten().map(|text| clean(text)));
    let listed = crate::tui::screens::leads::current(app) == Some(lead);
    let place = msg!("tui-lead-place", at = app.leads.row + 1, of = app.leads.listing.len());
    let place = if listed { app.say(&place) } else { String::new() };
    let room = usize::from(area.width).saturating_sub(crate::text::width(&place) + 9);
    let title = title.join(" · ");
    let title = crate::text::fit(&title, room.min(crate::text::width(&title)));
    panel(&title, &place, false, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(2, 1));
    let (values, rank) = (card::bands(app, bench, &row), card::rank(app, bench, &row));
    put(buf, nth(inner, 0), &values.join("    "), Align::Left, app.theme.style(Role::Title), &app.theme);
    let zone = row.zone.map(|zone| app.say(&msg!("tui-lead-zone", zone = words(app, &zone.title, &zone.name))));
    let held = bench.gate_of(row.lead);
    let held = held.map(|gate| app.say(&msg!("tui-lead-held", gate = words(app, &gate.title, &gate.name))));
    let second: Vec<String> = [Some(rank), zone, held].into_iter().flatten().collect();
    put(buf, nth(inner, 1), &second.join(" · "), Align::Left, app.theme.style(Role::Text), &app.theme);
    let recent = row.recent.map_or_else(
        || msg!("tui-lead-never"),
        |at| msg!("tui-lead-recent", ago = ago((bench.as_of() - at).div_euclid(86_400))),
    );
    let third: Vec<String> = [Some(app.say(&recent)), card::edges(app)].into_iter().flatten().collect();
    put(buf, nth(inner, 2), &third.join(" · "), Align::Left, app.theme.style(Role::Muted), &app.theme);
    let cut = card::cut(app, bench).unwrap_or_default();
    put(buf, nth(inner, 3), &cut, Align::Left, app.theme.style(Role::Muted), &app.theme);
}

/// Returns what a ledger line stands for, in the app's language.
pub(super) fn cause(app: &App, bench: &Workbench, line: &Line) -> String {
    match &line.cause {
        Cause::Start => app.say(&msg!("tui-line-start")),
        Cause::Criterion { name, .. } => {
            bench.model().criterion(name).map_or_else(|| clean(name), |c| words(app, &c.title, name))
        }
        Cause::Cap { group } => {
            let groups = &bench.model().axis(line.side).groups;
            let title = groups.iter().find(|g| g.name == *group).map(|g| words(app, &g.title, group));
            app.say(&msg!("tui-line-cap", group = title.unwrap_or_else(|| clean(group))))
        }
        Cause::Degradation { why: Degraded::Idle { .. }, .. } => app.say(&msg!("tell-cause-idle")),
        Cause::Degradation { why: Degraded::Climbed { .. }, .. } => app.say(&msg!("tell-cause-slow")),
        Cause::Bounds => app.say(&msg!("tui-line-bounds")),
        Cause::Scale => app.say(&msg!("tell-cause-scale")),
    }
}

/// Returns what a criterion saw of the lead.
pub(super) fn evidence(app: &App, bench: &Workbench, line: &Line) -> String {
    let evidence = match &line.cause {
        Cause::Criterion { evidence, .. } => evidence,
        Cause::Degradation { why: Degraded::Idle { since }, .. } => {
            return app.say(&msg!("tell-idle-since", date = app.lang.date(*since, app.prefs.zone)));
        }
        Cause::Degradation { why: Degraded::Climbed { by }, .. } => {
            return app.say(&msg!("tell-climbed", points = app.lang.points(*by)));
        }
        Cause::Start | Cause::Cap { .. } | Cause::Bounds | Cause::Scale => return String::new(),
    };
    let msg = match evidence {
        Evidence::Off => msg!("tui-evidence-off"),
        Evidence::NoData(error) => tell::data_error(error),
        Evidence::OutOfScope => msg!("tui-evidence-scope"),
        Evidence::Events { seen: 0, .. } => msg!("tui-evidence-none"),
        Evidence::Events { seen, counted, newest, fresh } => {
            let days = newest.map_or(0, |at| (bench.as_of() - at).div_euclid(86_400));
            let told = msg!("tui-evidence-events", seen = *seen, counted = *counted, ago = ago_short(days));
            match fresh {
                None => told,
                Some(fresh) => {
                    let worth = app.lang.points(*fresh * (POINT / FRESH));
                    msg!("tell-evidence-fresh", told = told, worth = worth)
                }
            }
        }
        Evidence::Reached { tier: Some(tier), seen, .. } => {
            msg!("tell-evidence-reached", tier = tier + 1, seen = *seen)
        }
        Evidence::Reached { tier: None, seen, .. } => msg!("tell-evidence-not-reached", seen = *seen),
        Evidence::Fewer { seen, old_enough: true } => msg!("tell-evidence-fewer", seen = *seen),
        Evidence::Fewer { old_enough: false, .. } => msg!("tell-evidence-too-young"),
        Evidence::Fields(fields) => {
            let told: Vec<String> = fields
                .iter()
                .map(|(name, value)| match value {
                    Some(value) => app.say(&value_text(app, name, bench, value)),
                    None => app.say(&msg!("tui-evidence-unknown", field = name)),
                })
                .collect();
            return told.join(", ");
        }
    };
    app.say(&msg)
}

/// Returns a value as shown, masked where its field names a person and names are masked.
pub(super) fn value_text(app: &App, field: &str, bench: &Workbench, value: &crate::model::Value) -> Msg {
    let personal = bench.data().field(field).and_then(|field| field.role).is_some_and(crate::model::Role::is_personal);
    if app.prefs.masked && personal { msg!("tui-masked-value") } else { tell::value(value) }
}

fn ledger(app: &App, bench: &Workbench, explanation: &Explanation, area: Rect, buf: &mut Buffer) {
    let focused = app.detail.pane == Pane::Ledger && app.overlays.is_empty();
    panel(&app.say(&msg!("tui-why")), &app.say(&msg!("tui-points")), focused, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(1, 1));
    let [list, totals] = inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(4)]));
    let lines = &explanation.lines;
    let page = usize::from(list.height);
    let selected = app.detail.row.min(lines.len().saturating_sub(1));
    let first = centred(selected, page, lines.len());
    let most = lines.iter().map(|line| line.points.abs()).max().unwrap_or(1).max(1);
    for (index, line) in lines.iter().enumerate().skip(first).take(page) {
        let place = nth(list, u16::try_from(index - first).unwrap_or(u16::MAX));
        ledger_line(app, bench, line, index == selected && focused, most, place, buf);
    }
    for (index, side) in Side::BOTH.into_iter().enumerate() {
        if bench.model().axis(side).is_absent() {
            continue;
        }
        let place = nth(totals, u16::from(index == 1) + 2);
        let total = msg!(
            "tui-ledger-total",
            axis = axis_name(app, bench, side),
            value = app.lang.points(explanation.total(side))
        );
        put(buf, place, &app.say(&total), Align::Left, app.theme.style(Role::Title), &app.theme);
    }
    if let Some(line) = lines.get(selected) {
        let full = evidence(app, bench, line);
        put(buf, nth(totals, 1), &full, Align::Left, app.theme.style(Role::Muted), &app.theme);
    }
    for x in totals.x..totals.right() {
        buf[(x, totals.y)].set_char('─').set_style(app.theme.style(Role::Border));
    }
}

fn ledger_line(app: &App, bench: &Workbench, line: &Line, on: bool, most: i64, place: Rect, buf: &mut Buffer) {
    let bar = if place.width >= 60 { 10 } else { 0 };
    let [name, _, seen, points, _, bars] = place.layout(&Layout::horizontal([
        Constraint::Percentage(38),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(8),
        Constraint::Length(1),
        Constraint::Length(bar),
    ]));
    let unknown = matches!(&line.cause, Cause::Criterion { evidence: Evidence::Fields(fields), .. }
        if line.points == 0 && !fields.is_empty() && fields.iter().all(|(_, value)| value.is_none()));
    let role = if line.points == 0 { Role::Muted } else { Role::Text };
    let style = app.theme.style(if on { Role::Selected } else { role });
    let mark = if on { app.theme.glyphs.cursor } else { ' ' };
    buf.set_style(place, style);
    put(buf, name, &format!("{mark} {}", cause(app, bench, line)), Align::Left, style, &app.theme);
    put(buf, seen, &evidence(app, bench, line), Align::Left, style, &app.theme);
    let text = if unknown {
        "?".to_owned()
    } else if line.points == 0 {
        "0".to_owned()
    } else {
        app.lang.points_signed(line.points)
    };
    let sign = if on { style } else { app.theme.change(line.points) };
    put(buf, points, &text, Align::Right, sign, &app.theme);
    if line.points != 0 {
        WeightBar { weight: line.points, baseline: None, most, on: true, theme: &app.theme }.render(bars, buf);
    }
}

fn happenings(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let focused = app.detail.pane == Pane::Timeline && app.overlays.is_empty();
    let n = app.detail.timeline.len();
    let title = app.say(&msg!("tui-timeline", n = n));
    let note = app.say(&msg!("travel-next"));
    // Eight columns of border and air.
    let fits = crate::text::width(&title) + crate::text::width(&note) + 8 <= usize::from(area.width);
    panel(&title, if focused && fits { &note } else { "" }, focused, &app.theme).render(area, buf);
    let inner = area.inner(ratatui::layout::Margin::new(1, 1));
    if n == 0 {
        put(
            buf,
            nth(inner, 0),
            &app.say(&msg!("tui-timeline-empty")),
            Align::Left,
            app.theme.style(Role::Muted),
            &app.theme,
        );
    }
    for (index, event) in app.detail.timeline.iter().skip(app.detail.scroll).take(usize::from(inner.height)).enumerate()
    {
        let line = nth(inner, u16::try_from(index).unwrap_or(u16::MAX));
        let date = app.lang.date(event.at, app.prefs.zone);
        let text = match &event.asset {
            Some(asset) => format!("{date} {} · {}", clean(&event.kind), clean(asset)),
            None => format!("{date} {}", clean(&event.kind)),
        };
        let soon = bench.as_of() - event.at < 30 * 86_400;
        put(buf, line, &text, Align::Left, app.theme.style(if soon { Role::Text } else { Role::Muted }), &app.theme);
    }
}
