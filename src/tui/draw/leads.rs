//! How the list of leads looks: groups as tabs, the search, the window of rows, the cut-off with its ties.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::engine::rank::Fifth;
use crate::model::Side;
use crate::msg;
use crate::review::Verdict;
use crate::text::ago_short;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::int;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::count_width;
use crate::tui::draw::workbench::words;
use crate::tui::saying;
use crate::tui::screens::leads;
use crate::tui::screens::leads::ListColumn;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::tui::widgets::table::Cell;
use crate::tui::widgets::table::Column;
use crate::tui::widgets::table::Row;
use crate::tui::widgets::table::Table;
use crate::tui::widgets::table::Wide;
use crate::tui::widgets::table::table_layout;
use crate::tui::widgets::tabs::Tabs;
use crate::workbench::Judged;
use crate::workbench::LeadRow;
use crate::workbench::Within;
use crate::workbench::Workbench;

/// Where the parts of the list stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tui) struct Parts {
    pub(in crate::tui) tabs: Rect,
    pub(in crate::tui) search: Rect,
    pub(in crate::tui) panel: Rect,
    pub(in crate::tui) table: Rect,
    pub(in crate::tui) below: Rect,
}

/// Returns where everything stands in a screen's body.
pub(in crate::tui) fn parts(body: Rect) -> Parts {
    let [tabs, search, panel, below] = body.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(2),
    ]));
    Parts { tabs, search, panel, table: panel.inner(ratatui::layout::Margin::new(1, 1)), below }
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let bench = app.bench.as_ref()?;
    let parts = parts(area);
    let labels = tab_labels(app, bench);
    let open = leads::tabs(app).iter().position(|tab| *tab == app.leads.query.within).unwrap_or(usize::MAX);
    Tabs { labels: &labels, open, note: "", theme: &app.theme }.render(parts.tabs, buf);
    let cursor = search(app, parts.search, buf);
    let listing = &app.leads.listing;
    let title = app.say(&msg!("tui-leads-shown", shown = listing.len(), of = listing.of));
    let title = match app.leads.query.judged {
        _ if app.leads.searching.is_some() => app.say(&msg!("tui-leads-searching")),
        Judged::All => title,
        Judged::Any => app.say(&msg!("tui-leads-judged", shown = title)),
        Judged::Not => app.say(&msg!("tui-leads-not-judged", shown = title)),
        Judged::Disagreed => app.say(&msg!("tui-leads-disagreed", shown = title)),
        Judged::Only(only) => app.say(&msg!("tui-leads-only", shown = title, verdict = saying::verdict(only))),
    };
    let masked = if app.prefs.masked { app.say(&msg!("tui-names-masked")) } else { String::new() };
    panel(&title, &masked, app.overlays.is_empty(), &app.theme).render(parts.panel, buf);
    if listing.is_empty() {
        let empty = if bench.data().n_leads() == 0 {
            msg!("tui-blocked-no-leads")
        } else if app.leads.query.search.is_empty() {
            msg!("tui-leads-none")
        } else {
            msg!("tui-leads-no-match")
        };
        let line = nth(parts.table, parts.table.height / 2);
        put(buf, line, &app.say(&empty), Align::Middle, app.theme.style(Role::Muted), &app.theme);
    } else {
        table(app, bench, parts.table, buf);
    }
    below(app, bench, parts.below, buf);
    cursor
}

/// Returns the tabs over the list, with how many leads each group has.
pub(in crate::tui) fn tab_labels(app: &App, bench: &Workbench) -> Vec<String> {
    let (cut, share) = (bench.cut(), u32::from(bench.model().top_share));
    leads::tabs(app)
        .iter()
        .map(|tab| {
            app.say(&match tab {
                Within::Fifth(Fifth::Top) => msg!("tui-tab-top", share = share, n = cut.n_top),
                Within::Fifth(Fifth::Next) => msg!("tui-tab-next", share = share, n = cut.n_next),
                Within::Fifth(Fifth::Rest) => msg!("tui-tab-rest", n = cut.n_rest),
                Within::Everyone => msg!("tui-tab-everyone"),
                Within::Cell(row, column) => {
                    let label = |side, band: &usize| bench.model().label(side, *band);
                    msg!("tui-tab-cell", row = label(Side::Rows, row), column = label(Side::Columns, column))
                }
                Within::Among(_, title) => title.clone(),
                Within::Held(gate) => {
                    let gate = bench.model().gates.get(*gate);
                    let gate = gate.map_or_else(String::new, |gate| words(app, &gate.title, &gate.name));
                    msg!("tui-tab-held", gate = gate)
                }
                Within::Zone(name) => {
                    let zone = bench.model().zone(name);
                    msg!("tui-tab-zone", zone = zone.map_or(clean(name), |zone| words(app, &zone.title, name)))
                }
            })
        })
        .collect()
}

fn search(app: &App, line: Rect, buf: &mut Buffer) -> Option<Position> {
    if !app.leads.typing && app.leads.query.search.is_empty() {
        return None;
    }
    let mark = Rect { x: line.x + 1, width: 1.min(line.width), ..line };
    put(buf, mark, "/", Align::Left, app.theme.style(Role::Key), &app.theme);
    let place = Rect { x: line.x + 3, width: line.width.saturating_sub(4), ..line };
    let hint = app.say(&msg!("tui-search-hint"));
    let field = Field { input: &app.leads.input, focused: app.leads.typing, hint: &hint, theme: &app.theme };
    (&field).render(place, buf);
    field.cursor(place)
}

/// Returns the columns of the list as the table draws them.
pub(in crate::tui) fn columns(app: &App, bench: &Workbench) -> Vec<Column> {
    let sort = &app.leads.query.sort;
    // Where nothing was said of anybody, what was said takes no room.
    let judged = !bench.verdicts().is_empty();
    ListColumn::ALL
        .into_iter()
        .map(|column| {
            let (wide, align, optional) = match column {
                ListColumn::Rank => (Wide::Exactly((count_width(app, bench) + 2).max(7)), Align::Right, 0),
                ListColumn::Name => (Wide::AtLeast(14), Align::Left, 0),
                ListColumn::Company => (Wide::AtLeast(12), Align::Left, 2),
                ListColumn::JobTitle => (Wide::AtLeast(12), Align::Left, 4),
                ListColumn::Row => (Wide::Exactly(11), Align::Right, 0),
                ListColumn::Column => (Wide::Exactly(15), Align::Right, 0),
                ListColumn::Zone => (Wide::AtLeast(10), Align::Left, 3),
                ListColumn::Recent => (Wide::Exactly(7), Align::Right, 1),
                ListColumn::Verdict => (Wide::Exactly(12), Align::Left, if judged { 0 } else { 5 }),
            };
            let title = match column {
                ListColumn::Row => axis_name(app, bench, Side::Rows),
                ListColumn::Column => axis_name(app, bench, Side::Columns),
                _ => app.say(&column.title()),
            };
            let natural = matches!(column, ListColumn::Row | ListColumn::Column | ListColumn::Recent);
            let on = column.sort(app).as_ref() == Some(&sort.by);
            Column { title, wide, align, descending: on.then_some(natural != sort.reversed), optional }
        })
        .collect()
}

/// Returns the first row of the window.
pub(in crate::tui) fn first_row(app: &App, page: usize) -> usize {
    crate::tui::widgets::centred(app.leads.row, page, app.leads.listing.len())
}

fn table(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let columns = columns(app, bench);
    let page = table_layout(area, &columns).page();
    let first = first_row(app, page);
    let listing = &app.leads.listing;
    let listed = bench.rows(&bench.page(listing, first..first + page));
    let rows: Vec<Row> = listed.iter().map(|listed| row(app, bench, listed)).collect();
    let selected = Some(app.leads.row);
    Table { columns: &columns, rows: &rows, first, total: listing.len(), selected, theme: &app.theme }
        .render(area, buf);
}

/// Returns what a lead is called: its name, else its key; masked where asked.
pub(in crate::tui) fn name(app: &App, row: &LeadRow) -> String {
    clean(&row.called(app.prefs.masked))
}

fn row(app: &App, bench: &Workbench, row: &LeadRow) -> Row {
    let fifth = match row.fifth {
        Fifth::Top => app.theme.glyphs.top,
        Fifth::Next => app.theme.glyphs.next,
        Fifth::Rest => ' ',
    };
    let rank = row.rank.map_or_else(String::new, |rank| format!("{fifth} {}", int(app, rank as usize)));
    let banded = |label: &str, value: i64| {
        let value = app.lang.points(value);
        if label.is_empty() { value } else { format!("{} {value:>5}", clean(label)) }
    };
    let recent = row.recent.map_or_else(String::new, |at| app.say(&ago_short((bench.as_of() - at).div_euclid(86_400))));
    let muted = |text: String| Cell { text, role: Role::Muted };
    let optional = |text: &Option<String>| text.as_deref().map(clean).unwrap_or_default();
    let zone = row.zone.map(|zone| words(app, &zone.title, &zone.name)).unwrap_or_default();
    Row {
        cells: vec![
            rank.into(),
            name(app, row).into(),
            optional(&row.company).into(),
            muted(optional(&row.job_title)),
            banded(row.row_band, row.rows).into(),
            banded(row.column_band, row.columns).into(),
            muted(zone),
            muted(recent),
            verdict(app, row.verdict).into(),
        ],
        marked: false,
    }
}

/// Returns what a lead is called behind the sign of its verdict, for lists without a column for it.
pub(in crate::tui) fn name_with_verdict(app: &App, row: &LeadRow) -> String {
    match row.verdict {
        Some(verdict) => format!("{} {}", app.theme.glyphs.verdicts[verdict as usize], name(app, row)),
        None => name(app, row),
    }
}

/// Returns a verdict as it stands in a list: its sign and its name.
pub(in crate::tui) fn verdict(app: &App, verdict: Option<Verdict>) -> String {
    verdict.map_or_else(String::new, |verdict| {
        format!("{} {}", app.theme.glyphs.verdicts[verdict as usize], app.say(&saying::verdict(verdict)))
    })
}

/// Says where the cut-off is and how many leads tie there.
fn below(app: &App, bench: &Workbench, area: Rect, buf: &mut Buffer) {
    let cut = bench.cut();
    let Some(last) = cut.last_in else { return };
    let text = msg!(
        "tui-cut-off",
        share = u32::from(bench.model().top_share),
        axis = axis_name(app, bench, Side::Columns),
        value = app.lang.points(bench.scores().value(Side::Columns, last)),
        other = axis_name(app, bench, Side::Rows),
        rows = app.lang.points(bench.scores().value(Side::Rows, last)),
        ties = cut.ties.saturating_sub(1)
    );
    let line = nth(area, 0);
    let line = Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line };
    put(buf, line, &app.say(&text), Align::Left, app.theme.style(Role::Muted), &app.theme);
    if let Some(lead) = leads::current(app) {
        let mut parts: Vec<(i64, String)> = bench
            .explain(lead)
            .lines
            .into_iter()
            .filter(|line| line.points != 0)
            .map(|line| (line.points, super::detail::cause(app, bench, &line)))
            .collect();
        parts.sort_by_key(|(points, _)| std::cmp::Reverse(points.abs()));
        let told: Vec<String> =
            parts.iter().take(4).map(|(points, name)| format!("{name} {}", app.lang.points_signed(*points))).collect();
        let line = Rect { y: area.y + area.height.saturating_sub(1), ..line };
        put(buf, line, &told.join("   "), Align::Left, app.theme.style(Role::Text), &app.theme);
    }
}
