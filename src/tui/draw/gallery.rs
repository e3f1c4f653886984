//! How the gallery of templates looks: the list, and at its right what is told of one, with its matrix drawn small. Who plays the
//! roles of a template is in `draw::roles`.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::model::Model;
use crate::model::Owner;
use crate::model::Side;
use crate::model::Zone;
use crate::msg;
use crate::text::Lang;
use crate::text::first_sentence;
use crate::text::fit;
use crate::text::width;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::key_label;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::gallery::Gallery;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::grid::GridCell;
use crate::tui::widgets::grid::HeatGrid;
use crate::tui::widgets::grid::grid_layout;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::roles::entity;

/// From this width on, the zones stand beside the matrix instead of under it.
const WIDE: u16 = 84;
/// The narrowest column of the list of zones.
const ZONE_WIDTH: u16 = 23;
/// The most lines that a small matrix gives a row.
const ROW_LINES: usize = 3;

/// Where the parts of the gallery stand.
struct Parts {
    list_panel: Rect,
    search: Rect,
    list: Rect,
    told_panel: Rect,
    told: Rect,
}

fn parts(area: Rect) -> Parts {
    let wide = (area.width / 3).clamp(29, 46);
    let [list_panel, told_panel] = area.layout(&Layout::horizontal([Constraint::Length(wide), Constraint::Fill(1)]));
    let [search, list] =
        list_panel.inner(Margin::new(1, 1)).layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]));
    Parts { list_panel, search, list, told_panel, told: told_panel.inner(Margin::new(2, 1)) }
}

/// Returns the row of the list at this point of a screen's body.
pub(in crate::tui) fn hit(gallery: &Gallery, area: Rect, x: u16, y: u16) -> Option<usize> {
    let list = parts(area).list;
    let first = centred(gallery.row, usize::from(list.height), gallery.found.len());
    let row = first + usize::from(y.checked_sub(list.y)?);
    (list.contains(Position { x, y }) && row < gallery.found.len()).then_some(row)
}

/// Returns how many lines of what is told of the template are shown at once, and how many there are.
pub(in crate::tui) fn told_lines(app: &App, area: Rect) -> (usize, usize) {
    let told = parts(area).told;
    let model = match app.overlays.last() {
        Some(Overlay::Gallery(gallery)) => gallery.current(),
        _ => None,
    };
    let lines = model.map_or(0, |model| high(&pieces(app, model, told)));
    (usize::from(told.height), usize::from(lines))
}

pub(super) fn render(app: &App, gallery: &Gallery, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &app.theme;
    let parts = parts(area);
    Clear.render(area, buf);
    buf.set_style(area, theme.style(Role::Text));
    let counts = app.say(&msg!("tui-found", found = gallery.found.len(), all = gallery.models.len()));
    panel(&app.say(&msg!("gallery-title")), &counts, true, theme).render(parts.list_panel, buf);
    let cursor = search(app, gallery, parts.search, buf);
    let first = centred(gallery.row, usize::from(parts.list.height), gallery.found.len());
    for (at, index) in gallery.found.iter().enumerate().skip(first) {
        let line = nth(parts.list, u16::try_from(at - first).unwrap_or(u16::MAX));
        let style = theme.style(if at == gallery.row { Role::Selected } else { Role::Text });
        let mark = if at == gallery.row { theme.glyphs.cursor } else { ' ' };
        buf.set_style(line.intersection(buf.area), style);
        let model = &gallery.models[*index];
        put(buf, line, &format!("{mark} {}", words(app, &model.title, &model.name)), Align::Left, style, theme);
    }
    if let Some(model) = gallery.current() {
        told(app, gallery, model, &parts, buf);
    } else {
        panel("", "", false, theme).render(parts.told_panel, buf);
        let none = app.say(&msg!("gallery-none"));
        put(buf, nth(parts.told, 0), &none, Align::Left, theme.style(Role::Muted), theme);
    }
    cursor
}

/// What is typed to find templates, or how to.
fn search(app: &App, gallery: &Gallery, line: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &app.theme;
    let mark = Rect { width: 1.min(line.width), ..line };
    put(buf, mark, "/", Align::Left, theme.style(Role::Key), theme);
    let place = Rect { x: line.x + 2.min(line.width), width: line.width.saturating_sub(2), ..line };
    let hint = app.say(&msg!("gallery-search"));
    if !gallery.typing && gallery.input.value().is_empty() {
        put(buf, place, &hint, Align::Left, theme.style(Role::Muted), theme);
        return None;
    }
    let field = Field { input: &gallery.input, focused: gallery.typing, hint: &hint, theme };
    (&field).render(place, buf);
    field.cursor(place)
}

/// What is told of a template, a window of it.
fn told(app: &App, gallery: &Gallery, model: &Model, parts: &Parts, buf: &mut Buffer) {
    let theme = &app.theme;
    let pieces = pieces(app, model, parts.told);
    let (lines, page) = (high(&pieces), parts.told.height);
    let first = u16::try_from(gallery.first).unwrap_or(u16::MAX).min(lines.saturating_sub(page));
    let note = if lines > page {
        let last = (first + page).min(lines);
        let key = key_label(app, &[if last < lines { Action::PageDown } else { Action::PageUp }]);
        app.say(&msg!("gallery-more", key = key, last = u32::from(last), all = u32::from(lines)))
    } else {
        clean(&model.name)
    };
    panel(&words(app, &model.title, &model.name), &note, false, theme).render(parts.told_panel, buf);
    // Drawn whole, of which the window is shown: the matrix may be cut at any of its lines.
    let mut whole = Buffer::empty(Rect { x: 0, y: 0, width: parts.told.width, height: lines });
    whole.set_style(whole.area, theme.style(Role::Text));
    let mut top = 0;
    for piece in &pieces {
        let place = Rect { x: 0, y: top, width: whole.area.width, height: piece.high() };
        draw_piece(app, model, piece, place, &mut whole);
        top += piece.high();
    }
    for y in 0..page.min(lines - first) {
        for x in 0..parts.told.width {
            buf[(parts.told.x + x, parts.told.y + y)] = whole[(x, first + y)].clone();
        }
    }
}

/// A part of what is told of a template.
enum Piece {
    Line(Role, String),
    /// The matrix, of so many lines, and beside it the zones where there is room.
    Matrix {
        high: u16,
        beside: bool,
    },
    /// The zones in so many columns, of so many lines.
    Zones {
        columns: u16,
        high: u16,
    },
}

impl Piece {
    fn high(&self) -> u16 {
        match self {
            Piece::Line(..) => 1,
            Piece::Matrix { high, .. } | Piece::Zones { high, .. } => *high,
        }
    }
}

fn high(pieces: &[Piece]) -> u16 {
    pieces.iter().map(Piece::high).sum()
}

/// Returns what is told of a template in a place: what it is good for, its numbers, its matrix with its zones, and the rest.
fn pieces(app: &App, model: &Model, place: Rect) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let text = |pieces: &mut Vec<Piece>, role: Role, text: &str| {
        pieces.extend(wrap(text, usize::from(place.width)).into_iter().map(|line| Piece::Line(role, line)));
    };
    let blank = |pieces: &mut Vec<Piece>| pieces.push(Piece::Line(Role::Text, String::new()));
    let (first, rest) = first_sentence(model.description.get(app.lang == Lang::Fr).unwrap_or_default());
    if !first.is_empty() {
        text(&mut pieces, Role::Text, first);
    }
    text(&mut pieces, Role::Muted, &numbers(app, model));
    blank(&mut pieces);
    let n_rows = model.n_bands(Side::Rows);
    let lines = (usize::from(place.height / 2) / n_rows).clamp(1, ROW_LINES);
    let n_zones = u16::try_from(model.zones.len()).unwrap_or(u16::MAX);
    let high = u16::try_from(1 + n_rows * lines).unwrap_or(u16::MAX);
    let beside = place.width >= WIDE;
    pieces.push(Piece::Matrix { high: if beside { high.max(n_zones + 1) } else { high }, beside });
    if !beside && n_zones > 0 {
        blank(&mut pieces);
        let columns = (place.width / ZONE_WIDTH).clamp(1, 3);
        pieces.push(Piece::Zones { columns, high: n_zones.div_ceil(columns) });
    }
    if !rest.is_empty() {
        blank(&mut pieces);
        text(&mut pieces, Role::Text, rest);
    }
    pieces
}

/// Says whom a template scores, on which axes, and of how many parts it is made.
fn numbers(app: &App, model: &Model) -> String {
    let axis = |side: Side| {
        let axis = model.axis(side);
        let usual = if side == Side::Rows { msg!("tui-axis-rows") } else { msg!("tui-axis-columns") };
        let name = words(app, &axis.name, &app.say(&usual));
        msg!("gallery-axis", name = name, bands = model.n_bands(side))
    };
    let axes = if model.rows.is_absent() {
        axis(Side::Columns)
    } else if model.columns.is_absent() {
        axis(Side::Rows)
    } else {
        msg!("gallery-axes", rows = axis(Side::Rows), columns = axis(Side::Columns))
    };
    let mut told = vec![
        entity(&model.entity),
        axes,
        msg!("gallery-criteria", n = model.criteria().count()),
        msg!("gallery-gates", n = model.gates.len()),
        msg!("gallery-alerts", n = model.alerts.len()),
    ];
    let own_fields = model.derived.len() + model.learned.len();
    if own_fields > 0 {
        told.push(msg!("gallery-own-fields", n = own_fields));
    }
    if model.maps.len() > 1 {
        let map = model.map_in_force().map(|map| words(app, &map.title, &map.name)).unwrap_or_default();
        told.push(msg!("gallery-maps", n = model.maps.len(), map = map));
    }
    told.iter().map(|part| app.say(part)).collect::<Vec<_>>().join("\u{a0}· ")
}

fn draw_piece(app: &App, model: &Model, piece: &Piece, place: Rect, buf: &mut Buffer) {
    match piece {
        Piece::Line(role, text) => put(buf, place, text, Align::Left, app.theme.style(*role), &app.theme),
        Piece::Matrix { beside: false, .. } => draw_matrix(app, model, place, buf),
        Piece::Matrix { beside: true, .. } => {
            let [left, _, right] = place.layout(&Layout::horizontal([
                Constraint::Percentage(60),
                Constraint::Length(2),
                Constraint::Fill(1),
            ]));
            draw_matrix(app, model, left, buf);
            let zones = Rect { y: right.y + 1.min(right.height), height: right.height.saturating_sub(1), ..right };
            draw_zones(app, model, 1, zones, buf);
        }
        Piece::Zones { columns, .. } => draw_zones(app, model, *columns, place, buf),
    }
}

/// The bands of both axes, and in every cell the letter of its zone.
fn draw_matrix(app: &App, model: &Model, place: Rect, buf: &mut Buffer) {
    let map = model.map_in_force();
    let labels = |side: Side| (0..model.n_bands(side)).map(move |band| model.label(side, band));
    let zone_of = |row: &str, column: usize| {
        let (_, zones) = map?.rows.iter().find(|(label, _)| label == row)?;
        model.zones.iter().position(|zone| Some(&zone.name) == zones.get(column))
    };
    let columns: Vec<String> = labels(Side::Columns).map(clean).collect();
    let mut rows: Vec<&str> = labels(Side::Rows).collect();
    rows.reverse();
    let row_labels: Vec<String> = rows.iter().map(|row| clean(row)).collect();
    // A letter, the space after it, and the edges of the cell.
    let room = grid_layout(place, &row_labels, columns.len()).cells[0][0].width.saturating_sub(4);
    let title = |zone: &Zone| match room {
        0..4 => String::new(),
        _ => fit(&words(app, &zone.title, &zone.name), usize::from(room)).trim_end().to_owned(),
    };
    let cell = |row: &str, column: usize| match zone_of(row, column) {
        Some(zone) => GridCell {
            count: letter(zone),
            second: title(&model.zones[zone]),
            heat: heat(zone, model.zones.len()),
            ..GridCell::default()
        },
        None => GridCell { count: app.theme.glyphs.dot.to_string(), ..GridCell::default() },
    };
    let cells: Vec<Vec<GridCell>> =
        rows.iter().map(|row| (0..columns.len()).map(|column| cell(row, column)).collect()).collect();
    HeatGrid { rows: &row_labels, columns: &columns, cells: &cells, selected: None, theme: &app.theme }
        .render(place, buf);
}

/// The zones, each with its letter, its colour, and where there is room who acts on it and how soon.
fn draw_zones(app: &App, model: &Model, columns: u16, place: Rect, buf: &mut Buffer) {
    let theme = &app.theme;
    let wide = place.width / columns.max(1);
    let high = u16::try_from(model.zones.len()).unwrap_or(u16::MAX).div_ceil(columns.max(1));
    for (index, zone) in model.zones.iter().enumerate() {
        let at = u16::try_from(index).unwrap_or(u16::MAX);
        let line = nth(place, at % high);
        let line = Rect { x: place.x + (at / high) * wide, width: wide, ..line };
        let sign = Rect { width: 3.min(line.width), ..line };
        let style = theme.heat(heat(index, model.zones.len()));
        put(buf, sign, &format!(" {} ", letter(index)), Align::Left, style, theme);
        let text = Rect { x: line.x + 4.min(wide), width: wide.saturating_sub(5), ..line };
        let title = words(app, &zone.title, &zone.name);
        put(buf, text, &title, Align::Left, theme.style(Role::Text), theme);
        let (taken, more) = (width(&title) + 2, who_and_when(app, zone));
        if taken + width(&more) <= usize::from(text.width) {
            let taken = u16::try_from(taken).unwrap_or(u16::MAX);
            let right = Rect { x: text.x + taken, width: text.width - taken, ..text };
            put(buf, right, &more, Align::Left, theme.style(Role::Muted), theme);
        }
    }
}

fn who_and_when(app: &App, zone: &Zone) -> String {
    let owner = match zone.owner {
        Owner::Nobody => return String::new(),
        Owner::Marketing => msg!("tui-owner-marketing"),
        Owner::Sales => msg!("tui-owner-sales"),
    };
    match zone.sla_hours {
        Some(hours) => app.say(&msg!("gallery-owner-hours", owner = owner, hours = hours)),
        None => app.say(&owner),
    }
}

/// Returns the letter of a zone, by its place among the zones.
fn letter(zone: usize) -> String {
    ('a'..='z').chain('A'..='Z').nth(zone).unwrap_or('?').to_string()
}

/// Returns the heat of a zone, by its place among the zones: models list the warmest first.
fn heat(zone: usize, of: usize) -> u8 {
    let step = 6 * zone / of.saturating_sub(1).max(1);
    6 - u8::try_from(step.min(6)).unwrap_or(6)
}
