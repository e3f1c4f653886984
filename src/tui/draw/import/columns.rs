//! The second step: what was found in the file, column by column, and what may need a person.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::import::ColumnShape;
use crate::import::Dates;
use crate::import::Key;
use crate::import::Mark;
use crate::import::Part;
use crate::import::Shape;
use crate::import::Use;
use crate::model::FieldType;
use crate::model::Role as FieldRole;
use crate::msg;
use crate::problem::Problem;
use crate::text::Arg;
use crate::text::Msg;
use crate::text::mask_email;
use crate::text::mask_name;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::import::columns_of;
use crate::tui::draw::import::file_name;
use crate::tui::draw::import::problem;
use crate::tui::draw::import::screen_key;
use crate::tui::draw::key_label;
use crate::tui::draw::nth;
use crate::tui::screens::import::ImportKind;
use crate::tui::screens::import::change;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::tui::widgets::table::Cell;
use crate::tui::widgets::table::Column;
use crate::tui::widgets::table::Row;
use crate::tui::widgets::table::Table;
use crate::tui::widgets::table::TableHit;
use crate::tui::widgets::table::Wide;
use crate::tui::widgets::table::table_layout;

/// Values shown of a column.
const SAMPLES: usize = 3;

struct Parts {
    found: Rect,
    columns: Rect,
    notes: Rect,
}

fn parts(app: &App, area: Rect) -> Parts {
    let troubled = app.import.problem.is_some() || app.import.open_question().is_some();
    let notes = if troubled { 6 } else { 5 }.max(area.height / 4);
    let [found, columns, notes] =
        area.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(notes)]));
    Parts { found, columns, notes }
}

/// Returns the index of the file's column at this point.
pub(super) fn hit(app: &App, area: Rect, x: u16, y: u16) -> Option<usize> {
    let shape = app.import.shape()?;
    let inner = parts(app, area).columns.inner(Margin::new(1, 1));
    let layout = table_layout(inner, &heads(app));
    let first = first_row(app, layout.page(), shape);
    match layout.hit(x, y)? {
        TableHit::Row(row) => Some(first + row).filter(|index| *index < shape.columns.len()),
        TableHit::Header(_) => None,
    }
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    let Some(shape) = app.import.shape() else {
        unreadable(app, area, buf);
        return;
    };
    let parts = parts(app, area);
    let place = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..parts.found };
    put(buf, place, &found(app, shape), Align::Left, app.theme.style(Role::Muted), &app.theme);
    table(app, shape, parts.columns, buf);
    notes(app, shape, parts.notes, buf);
}

/// A file that cannot be read as it is: what is wrong and what can be done.
fn unreadable(app: &App, area: Rect, buf: &mut Buffer) {
    panel(&file_name(app), "", app.overlays.is_empty(), &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(2, 2));
    let Some(wrong) = &app.import.problem else { return };
    let [text, _, ways] =
        inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(1), Constraint::Length(2)]));
    problem(app, wrong, text, buf);
    let told = [(Action::ImportOptions, msg!("tui-import-way-options")), (Action::Back, msg!("tui-import-way-other"))]
        .map(|(action, word)| (screen_key(app, action), word));
    let keys_wide = told.iter().map(|(key, _)| columns_of(key)).max().unwrap_or(0);
    for (line, (key, word)) in told.into_iter().enumerate() {
        let place = nth(ways, u16::from(line == 1));
        put(buf, place, &key, Align::Left, app.theme.style(Role::Key), &app.theme);
        let beside = keys_wide + 2;
        let place = Rect { x: place.x + beside, width: place.width.saturating_sub(beside), ..place };
        put(buf, place, &app.say(&word), Align::Left, app.theme.style(Role::Text), &app.theme);
    }
}

/// Returns what was found about the file as a whole, in one line.
fn found(app: &App, shape: &Shape) -> String {
    let kept = || shape.columns.iter().filter(|column| column.usage == Use::Field);
    let mut told = vec![
        msg!("tui-import-rows", rows = shape.rows),
        msg!("tui-import-name", name = shape.encoding.name()),
        msg!("tui-import-found-delimiter", delimiter = sign(shape.delimiter)),
    ];
    if let Some(column) = kept().find(|column| column.kind == FieldType::Decimal) {
        let mark = if column.number.decimal == Mark::Comma { "," } else { "." };
        told.push(msg!("tui-import-found-decimal", mark = mark));
    }
    // The year first leaves nothing to say about day and month; a question says it below.
    let year_last = |value: &String| value.bytes().take(4).any(|byte| !byte.is_ascii_digit());
    let dates = kept().find(|column| column.kind == FieldType::Date && column.samples.iter().any(year_last));
    if let Some((Dates::Written(order), true)) = dates.map(|column| (column.dates, shape.questions.is_empty())) {
        told.push(msg!("tui-import-found-dates", order = change::order(order)));
    }
    if kept().any(|column| column.kind == FieldType::Date) {
        told.push(msg!("tui-import-name", name = shape.zone.name()));
    }
    told.iter().map(|part| app.say(part)).collect::<Vec<_>>().join(&format!(" {} ", app.theme.glyphs.dot))
}

/// Names a separator by itself, where it can be seen.
fn sign(delimiter: u8) -> Msg {
    match delimiter {
        b'\t' => change::delimiter(delimiter),
        _ => msg!("tui-import-name", name = char::from(delimiter).to_string()),
    }
}

fn heads(app: &App) -> Vec<Column> {
    let head = |title: Msg, wide, optional| Column {
        title: app.say(&title),
        wide,
        align: Align::Left,
        descending: None,
        optional,
    };
    vec![
        head(msg!("tui-import-head-column"), Wide::AtLeast(15), 0),
        head(msg!("tui-import-head-samples"), Wide::AtLeast(18), 2),
        head(msg!("tui-import-head-kept"), Wide::Exactly(17), 0),
        head(msg!("tui-import-head-check"), Wide::Exactly(17), 1),
    ]
}

/// Returns the first column shown: on the button, the file's first.
fn first_row(app: &App, page: usize, shape: &Shape) -> usize {
    app.import.column().map_or(0, |row| centred(row, page, shape.columns.len()))
}

fn table(app: &App, shape: &Shape, area: Rect, buf: &mut Buffer) {
    let kept = (0..shape.columns.len()).filter(|index| is_kept(app, shape, *index)).count();
    let note = app.say(&msg!("tui-import-columns-note", found = shape.columns.len(), kept = kept));
    let selected = app.import.column();
    panel(&file_name(app), &note, selected.is_some() && app.overlays.is_empty(), &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(1, 1));
    let columns = heads(app);
    let page = table_layout(inner, &columns).page();
    let first = first_row(app, page, shape);
    let rows: Vec<Row> = (first..shape.columns.len()).take(page).map(|index| row(app, shape, index)).collect();
    Table { columns: &columns, rows: &rows, first, total: shape.columns.len(), selected, theme: &app.theme }
        .render(inner, buf);
}

fn row(app: &App, shape: &Shape, index: usize) -> Row {
    let column = &shape.columns[index];
    let name = if column.name.is_empty() {
        app.say(&msg!("tui-import-no-name", number = index + 1))
    } else {
        clean(&column.name)
    };
    let is_key = app.import.kind == ImportKind::Leads && shape.key == Key::Column(index);
    let out = !is_kept(app, shape, index);
    let dim = if out { Role::Muted } else { Role::Text };
    let (check, role) = check(app, shape, index);
    let kept = app.say(&kept_as(app, shape, index));
    Row {
        cells: vec![
            Cell { text: name, role: dim },
            Cell { text: samples(app, column), role: Role::Muted },
            Cell { text: kept, role: if is_key { Role::Focus } else { dim } },
            Cell { text: check, role },
        ],
        marked: is_key,
    }
}

/// Returns the first values of a column; those that name a person are masked if names are.
fn samples(app: &App, column: &ColumnShape) -> String {
    let masked = |value: &String| mask(column, value).filter(|_| app.prefs.masked);
    let shown = |value: &String| masked(value).unwrap_or_else(|| clean(value));
    column.samples.iter().take(SAMPLES).map(shown).collect::<Vec<_>>().join(", ")
}

/// Returns a value masked, if its column holds what names a person.
pub(super) fn mask(column: &ColumnShape, value: &str) -> Option<String> {
    match column.role {
        _ if column.emails => Some(mask_email(value)),
        Some(FieldRole::Name) => Some(mask_name(value)),
        Some(FieldRole::Email | FieldRole::Phone) => Some(mask_email(value)),
        _ => None,
    }
}

/// Whether anything of a column is kept.
fn is_kept(app: &App, shape: &Shape, index: usize) -> bool {
    match app.import.kind {
        ImportKind::Leads => shape.columns[index].usage == Use::Field,
        ImportKind::Events => part(app, index).is_some(),
    }
}

/// Returns the part that a column plays in activity.
fn part(app: &App, index: usize) -> Option<Part> {
    let events = app.import.subject.as_ref()?.events.as_ref()?.as_ref().ok()?;
    change::part_of(events, index)
}

/// Returns what a column is kept as.
fn kept_as(app: &App, shape: &Shape, index: usize) -> Msg {
    if !is_kept(app, shape, index) {
        return msg!("tui-import-left-out");
    }
    if let (ImportKind::Events, Some(part)) = (app.import.kind, part(app, index)) {
        return part.title();
    }
    let column = &shape.columns[index];
    match (column.role.map(role_word), shape.key == Key::Column(index)) {
        (Some(role), true) => msg!("tui-import-key", what = role),
        (None, true) => msg!("tui-import-only-key"),
        (Some(role), false) => role,
        (None, false) => type_word(column.kind),
    }
}

fn type_word(kind: FieldType) -> Msg {
    match kind {
        FieldType::Text => msg!("tui-import-type-text"),
        FieldType::Whole => msg!("tui-import-type-whole"),
        FieldType::Decimal => msg!("tui-import-type-decimal"),
        FieldType::Date => msg!("tui-import-type-date"),
        FieldType::YesNo => msg!("tui-import-type-yes-no"),
    }
}

fn role_word(role: FieldRole) -> Msg {
    match role {
        FieldRole::Name => msg!("tui-import-role-name"),
        FieldRole::Email => msg!("tui-import-role-email"),
        FieldRole::Phone => msg!("tui-import-role-phone"),
        FieldRole::Company => msg!("tui-import-role-company"),
        FieldRole::JobTitle => msg!("tui-import-role-title"),
        FieldRole::Country => msg!("tui-import-role-country"),
        FieldRole::Created => msg!("tui-import-role-created"),
        FieldRole::Outcome => msg!("tui-import-role-outcome"),
        FieldRole::Owner => msg!("tui-import-role-owner"),
    }
}

/// Whether a question is about this column.
fn is_asked(app: &App, shape: &Shape, column: &ColumnShape) -> bool {
    let about = |problem: &Problem| {
        problem.place.as_ref().and_then(|place| place.field.as_deref()) == Some(column.name.as_str())
    };
    shape.questions.iter().chain(app.import.open_question()).any(about)
}

/// Returns what a person should know about a column, in a few words.
fn check(app: &App, shape: &Shape, index: usize) -> (String, Role) {
    let column = &shape.columns[index];
    let good = |text: Msg| (format!("{} {}", app.theme.glyphs.check, app.say(&text)), Role::Good);
    let warn = |text: Msg| (format!("! {}", app.say(&text)), Role::Warn);
    if is_asked(app, shape, column) {
        return warn(msg!("tui-import-check-asked"));
    }
    if !is_kept(app, shape, index) {
        return ("–".to_owned(), Role::Muted);
    }
    if let Some((kind, odd)) = &column.odd {
        return warn(match kind {
            FieldType::Date => msg!("tui-import-check-odd-dates", n = odd.count),
            _ => msg!("tui-import-check-odd-numbers", n = odd.count),
        });
    }
    if app.import.kind == ImportKind::Leads && shape.key == Key::Column(index) {
        return match (column.distinct_capped, column.known.saturating_sub(column.distinct)) {
            _ if column.blank > 0 => warn(msg!("tui-import-check-key-blank", n = column.blank)),
            (true, _) => good(msg!("tui-import-check-known", n = column.known)),
            (false, 0) => good(msg!("tui-import-check-unique")),
            (false, repeated) => warn(msg!("tui-import-check-repeated", n = repeated)),
        };
    }
    if column.blank > 0 {
        let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let share = app.lang.whole_percent(whole(column.blank), whole(column.blank + column.known));
        return good(msg!("tui-import-check-blank", share = share));
    }
    good(msg!("tui-import-check-known", n = column.known))
}

/// Returns how many values a column has.
fn values(column: &ColumnShape) -> Msg {
    let (known, blank, distinct) = (column.known, column.blank, column.distinct);
    if column.distinct_capped {
        msg!("tui-import-values-many", known = known, blank = blank, distinct = distinct)
    } else {
        msg!("tui-import-values", known = known, blank = blank, distinct = distinct)
    }
}

/// What needs a person, what was noted about the column under the cursor, or about the file.
fn notes(app: &App, shape: &Shape, area: Rect, buf: &mut Buffer) {
    let question = app.import.problem.as_ref().or(app.import.open_question());
    let selected = app.import.column().map(|index| &shape.columns[index]);
    let title = match (question, selected) {
        (Some(_), _) => msg!("tui-import-notes-question"),
        (None, Some(column)) => msg!("tui-import-name", name = column.name.as_str()),
        (None, None) => msg!("tui-import-notes"),
    };
    panel(&app.say(&title), "", false, &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(2, 1));
    if let Some(question) = question {
        problem(app, question, inner, buf);
        return;
    }
    let about = |note: &&Msg| match selected {
        None => true,
        Some(column) => {
            let name = Arg::Text(column.name.clone());
            note.args.iter().any(|(_, arg)| *arg == name)
        }
    };
    let mut lines: Vec<String> = Vec::new();
    // Which column identifies a lead is no matter in activity: each row names its lead.
    let of_kind = |note: &&Msg| app.import.kind == ImportKind::Leads || !note.id.starts_with("import-note-key");
    for note in shape.notes.iter().filter(about).filter(of_kind) {
        lines.extend(wrap(&app.say(note), usize::from(inner.width)));
    }
    match selected {
        Some(column) => {
            // Under a list these keys do something else.
            let hint = if app.overlays.is_empty() {
                let (enter, space) = (key_label(app, &[Action::Open]), key_label(app, &[Action::Toggle]));
                app.say(&msg!("tui-import-column-hint", enter = enter, space = space))
            } else {
                String::new()
            };
            let text = app.say(&values(column));
            lines.splice(0..0, wrap(&text, usize::from(inner.width)));
            lines.extend(wrap(&hint, usize::from(inner.width)));
        }
        None if lines.is_empty() => lines.push(app.say(&msg!("tui-import-no-notes"))),
        None => {}
    }
    let page = usize::from(inner.height);
    let cut = lines.len().saturating_sub(page);
    for (index, text) in lines.iter().take(page).enumerate() {
        let place = nth(inner, u16::try_from(index).unwrap_or(u16::MAX));
        let text = if cut > 0 && index + 1 == page {
            app.say(&msg!("tui-import-more-notes", n = cut + 1))
        } else {
            text.clone()
        };
        put(buf, place, &text, Align::Left, app.theme.style(Role::Muted), &app.theme);
    }
}
