//! How the bands of an axis look: the spread of the leads with the edges in it, and the bands with their counts below.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::model::Advice;
use crate::model::Model;
use crate::model::Side;
use crate::model::Step;
use crate::model::advice;
use crate::msg;
use crate::text::Msg;
use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::axis_name;
use crate::tui::overlays::bands::BandsForm;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::histogram::Edge;
use crate::tui::widgets::histogram::Histogram;
use crate::tui::widgets::histogram::Ruler;
use crate::tui::widgets::histogram::stretch;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::workbench::Spread;
use crate::workbench::Workbench;

/// The widest that the bands are shown, borders included.
const WIDEST: u16 = 110;
/// The lines that are not bands: bars at least, the ruler's three, the heading, the note's two, the borders.
const OTHER_LINES: u16 = 12;

/// The fewest lines of the screen that are left to be seen below.
const LEFT_BELOW: u16 = 8;

/// Where the parts stand.
struct Parts {
    place: Rect,
    bars: Rect,
    ruler: Rect,
    list: Rect,
    note: Rect,
}

fn parts(area: Rect, n_bands: usize) -> Parts {
    let wide = WIDEST.min(area.width);
    let wanted = u16::try_from(n_bands).unwrap_or(u16::MAX).saturating_add(OTHER_LINES + 6);
    // A strip of the screen too narrow to read is not left below.
    let high = if wanted + LEFT_BELOW > area.height { area.height } else { wanted };
    let place =
        Rect { x: area.x + (area.width - wide) / 2, y: area.y + (area.height - high) / 2, width: wide, height: high };
    let inner = popup::popup_inner(place);
    let bars = inner.height.saturating_sub(u16::try_from(n_bands).unwrap_or(u16::MAX).saturating_add(6)).clamp(4, 14);
    let [bars, ruler, list, note] = inner.layout(&Layout::vertical([
        Constraint::Length(bars),
        Constraint::Length(3),
        Constraint::Fill(1),
        Constraint::Length(2),
    ]));
    Parts { place, bars, ruler, list, note }
}

/// What a point of the bands is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tui) enum Hit {
    /// A band of the list, counted from the lowest.
    Band(usize),
    /// A value of the axis, in points.
    Value(i64),
}

/// Returns what stands at a point of the body.
pub(in crate::tui) fn hit(app: &App, form: &BandsForm, area: Rect, x: u16, y: u16) -> Option<Hit> {
    let bench = app.bench.as_ref()?;
    let n_bands = bench.model().axis(form.side).n_bands();
    let parts = parts(area, n_bands);
    let point = Position { x, y };
    if parts.bars.contains(point) || parts.ruler.contains(point) {
        let spread = bench.spread_over(form.side, usize::from(parts.bars.width));
        let step = usize::from(x - parts.bars.x) / stretch(&spread.counts, parts.bars);
        return Some(Hit::Value(spread.value(step.min(spread.counts.len()))));
    }
    let rows = rows_place(parts.list);
    let line = usize::from(y.checked_sub(rows.y)?);
    let index = first_row(form, bench.model(), rows) + line;
    (rows.contains(point) && index < n_bands).then(|| Hit::Band(n_bands - 1 - index))
}

/// Returns where the bands stand below their heading.
fn rows_place(list: Rect) -> Rect {
    Rect { y: list.y + list.height.min(1), height: list.height.saturating_sub(1), ..list }
}

fn first_row(form: &BandsForm, model: &Model, rows: Rect) -> usize {
    let n_bands = model.axis(form.side).n_bands();
    centred(n_bands - 1 - form.band(model), usize::from(rows.height), n_bands)
}

pub(super) fn render(app: &App, form: &BandsForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let bench = app.bench.as_ref()?;
    let model = bench.model();
    let axis = model.axis(form.side);
    let parts = parts(area, axis.n_bands());
    let title = app.say(&msg!("tui-bands", axis = axis_name(app, bench, form.side)));
    let other = if form.side == Side::Rows { Side::Columns } else { Side::Rows };
    let note = if model.axis(other).is_absent() {
        String::new()
    } else {
        app.say(&msg!("tui-bands-other", axis = axis_name(app, bench, other)))
    };
    popup::frame(buf, parts.place, &title, &note, &app.theme);
    let spread = bench.spread_over(form.side, usize::from(parts.bars.width));
    let selected = form.band(model);
    Histogram { counts: &spread.counts, from: edge_step(model, form, &spread), most: None, theme: &app.theme }
        .render(parts.bars, buf);
    ruler(app, model, form, &spread, &parts, buf);
    list(app, bench, form, parts.list, buf);
    let (role, text) = note_of(app, bench, form.side, selected);
    for (index, line) in wrap(&text, usize::from(parts.note.width)).iter().take(2).enumerate() {
        let place = nth(parts.note, u16::from(index == 1));
        put(buf, place, line, Align::Left, app.theme.style(role), &app.theme);
    }
    None
}

/// Returns the step at which the selected band begins.
fn edge_step(model: &Model, form: &BandsForm, spread: &Spread) -> Option<usize> {
    let band = model.axis(form.side).bands.get(form.band(model))?;
    band.from.map(|from| spread.step(from))
}

/// Draws the edges in the bars, and below them the labels and the values at both ends and at the selected edge.
fn ruler(app: &App, model: &Model, form: &BandsForm, spread: &Spread, parts: &Parts, buf: &mut Buffer) {
    let wide = stretch(&spread.counts, parts.bars);
    let bands = &model.axis(form.side).bands;
    let selected = form.band(model);
    let at = |points: i64| spread.step(points) * wide;
    let edges: Vec<Edge> = bands
        .iter()
        .enumerate()
        .map(|(index, band)| Edge {
            at: band.from.map_or(0, at),
            label: clean(&band.label),
            value: band.from.map_or_else(|| app.lang.int(spread.lo), |from| app.lang.int(from)),
            drawn: band.from.is_some(),
            selected: index == selected,
        })
        .collect();
    let end = app.lang.int(spread.hi.saturating_sub(1));
    let used = spread.counts.len() * wide;
    Ruler { edges: &edges, end: &end, used, theme: &app.theme }.draw(parts.bars, parts.ruler, buf);
}

fn list(app: &App, bench: &Workbench, form: &BandsForm, area: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let axis = bench.model().axis(form.side);
    let shifts = bench.shifts(form.side);
    let total = i64::try_from(bench.scores().size()).unwrap_or(i64::MAX);
    let heading =
        [msg!("bands-band"), msg!("bands-from"), msg!("bands-leads"), msg!("bands-change"), msg!("bands-share")];
    let mut heading = heading.map(|word| app.say(&word));
    heading[0] = format!("  {}", heading[0]);
    line(app, nth(area, 0), &heading, (Role::Muted, Role::Muted), buf);
    let rows = rows_place(area);
    let selected = form.band(bench.model());
    let first = first_row(form, bench.model(), rows);
    let advice = advice(bench.model());
    for index in first..axis.n_bands() {
        let place = nth(rows, u16::try_from(index - first).unwrap_or(u16::MAX));
        if place.is_empty() {
            break;
        }
        let band = axis.n_bands() - 1 - index;
        let label = axis.label(band);
        // Below the bands, the rows' shifts may begin with that of the ungraded.
        let shift = shifts.iter().rfind(|shift| shift.label == label);
        let (before, after) = shift.map_or((0, 0), |shift| (signed(shift.before), signed(shift.after)));
        let from = axis.bands.get(band).and_then(|band| band.from);
        let cursor = if band == selected { theme.glyphs.cursor } else { ' ' };
        let name = if label.is_empty() { app.say(&msg!("bands-whole")) } else { clean(label) };
        let cells = [
            format!("{cursor} {name}"),
            from.map_or_else(|| app.say(&msg!("tui-band-first")), |from| app.lang.int(from)),
            app.lang.int(after),
            if after == before { String::new() } else { app.lang.shift(after - before) },
            app.lang.percent(after, total),
        ];
        let role = if band == selected { Role::Selected } else { Role::Text };
        let fault = out_of_reach(&advice, form.side, band).is_some();
        let value = if fault && band != selected { Role::Warn } else { role };
        buf.set_style(place, theme.style(role));
        line(app, place, &cells, (role, value), buf);
    }
}

/// Draws one line of the list: its label and its numbers.
fn line(app: &App, place: Rect, cells: &[String; 5], (label, value): (Role, Role), buf: &mut Buffer) {
    let [name, from, leads, change, share] = place.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(27),
        Constraint::Length(12),
        Constraint::Length(10),
        Constraint::Length(9),
    ]));
    put(buf, name, &cells[0], Align::Left, app.theme.style(value), &app.theme);
    for (place, text) in [from, leads, change, share].into_iter().zip(&cells[1..]) {
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX).min(place.width);
        let place = Rect { x: place.right() - wide, width: wide, ..place };
        put(buf, place, text, Align::Right, app.theme.style(label), &app.theme);
    }
}

fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Returns why no lead can be in a band, if none can.
fn out_of_reach(advice: &[Advice], side: Side, band: usize) -> Option<&Msg> {
    let field = if side == Side::Rows { "rows" } else { "columns" };
    let at = [Step::Field(field), Step::Field("bands"), Step::Item(band)];
    advice.iter().find(|advice| advice.at == at).map(|advice| &advice.text)
}

/// Says what is to be known of the selected band: that no lead can be in it, else how many leads have no value.
fn note_of(app: &App, bench: &Workbench, side: Side, band: usize) -> (Role, String) {
    let model = bench.model();
    if let Some(why) = out_of_reach(&advice(model), side, band) {
        return (Role::Warn, app.say(why));
    }
    if model.has_ungraded(side) {
        let none = bench.shifts(side).first().map_or(0, |shift| signed(shift.after));
        let leads = msg!("axis-leads", n = none);
        return (Role::Muted, app.say(&msg!("bands-ungraded", label = &model.ungraded, leads = leads)));
    }
    (Role::Muted, app.say(&msg!("bands-note")))
}
