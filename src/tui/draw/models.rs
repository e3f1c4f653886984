//! How the list of models, the choice of a model file and the instant looked at are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::text::Lang;
use crate::text::fit_middle;
use crate::text::show;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::key_label;
use crate::tui::draw::nth;
use crate::tui::overlays::as_of::AsOfForm;
use crate::tui::overlays::model_file::ModelFile;
use crate::tui::overlays::models::ModelInfo;
use crate::tui::overlays::models::ModelState;
use crate::tui::overlays::models::ModelsList;
use crate::tui::overlays::models::is_open;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::footer::Footer;
use crate::tui::widgets::picker::PickerView;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::tui::widgets::table::Cell;
use crate::tui::widgets::table::Column;
use crate::tui::widgets::table::Row;
use crate::tui::widgets::table::Table;
use crate::tui::widgets::table::Wide;

/// Width of the list, borders included.
const WIDE: u16 = 96;
/// What else can be done to the model under the cursor, below the list.
const MORE: [Action; 6] = [
    Action::ArchiveModel,
    Action::Delete,
    Action::Undo,
    Action::ShowArchived,
    Action::ImportModel,
    Action::ExportModel,
];
/// The most lines that are said about a file with faults.
const MOST_LINES: usize = 12;

pub(super) fn list(app: &App, list: &ModelsList, area: Rect, buf: &mut Buffer) {
    let shown = list.shown(app);
    let hidden = app.models.len() - shown.len();
    let height = u16::try_from(shown.len() + 5).unwrap_or(area.height);
    let place = popup::popup_area(area, WIDE, height);
    let note = match (list.all, hidden) {
        (true, _) => app.say(&msg!("models-all-shown")),
        (false, 0) => String::new(),
        (false, hidden) => app.say(&msg!("models-hidden", n = hidden)),
    };
    let inner = popup::frame(buf, place, &app.say(&msg!("tui-models")), &note, &app.theme);
    let keys = Rect { y: inner.bottom().saturating_sub(1), height: inner.height.min(1), ..inner };
    let items: Vec<(String, String)> =
        MORE.iter().map(|action| (key_label(app, &[*action]), app.say(&action.short()))).collect();
    Footer { items: &items, pinned: 0, theme: &app.theme }.render(keys, buf);
    let inner = Rect { height: inner.height.saturating_sub(2), ..inner };
    let page = usize::from(inner.height.saturating_sub(1));
    let selected = list.row.min(shown.len().saturating_sub(1));
    let first = centred(selected, page, shown.len());
    let rows: Vec<Row> = shown.iter().skip(first).take(page).map(|info| row(app, info)).collect();
    let columns = columns(app);
    let selected = (!shown.is_empty()).then_some(selected);
    let table = Table { columns: &columns, rows: &rows, first, total: shown.len(), selected, theme: &app.theme };
    (&table).render(inner, buf);
}

fn columns(app: &App) -> [Column; 6] {
    let column =
        |title, wide, align, optional| Column { title: app.say(&title), wide, align, descending: None, optional };
    [
        column(msg!("cli-head-name"), Wide::AtLeast(14), Align::Left, 0),
        column(msg!("cli-head-title"), Wide::AtLeast(14), Align::Left, 3),
        column(msg!("models-head-changed"), Wide::Exactly(16), Align::Left, 1),
        column(msg!("cli-head-criteria"), Wide::Exactly(8), Align::Right, 2),
        column(msg!("cli-head-versions"), Wide::Exactly(8), Align::Right, 2),
        column(msg!("models-head-state"), Wide::Exactly(10), Align::Left, 0),
    ]
}

fn row(app: &App, info: &ModelInfo) -> Row {
    let state = match info.state {
        ModelState::Archived if is_open(app, info) => msg!("models-open-archived"),
        ModelState::Active if is_open(app, info) => msg!("tui-model-open"),
        ModelState::Active => msg!("models-active"),
        ModelState::Archived => msg!("models-state-archived"),
        ModelState::Deleted => msg!("models-state-deleted"),
    };
    let role = if info.state == ModelState::Active { Role::Text } else { Role::Muted };
    let count = |n: usize| app.lang.int(i64::try_from(n).unwrap_or(i64::MAX));
    let cells = [
        show(&info.name).into_owned(),
        show(info.title.get(app.lang == Lang::Fr).unwrap_or_default()).into_owned(),
        app.lang.date_time(info.changed, app.prefs.zone),
        info.n_criteria.map_or_else(|| app.say(&msg!("models-broken")), count),
        count(info.n_versions),
        app.say(&state),
    ];
    Row { cells: cells.into_iter().map(|text| Cell { text, role }).collect(), marked: false }
}

pub(super) fn file(app: &App, chooser: &ModelFile, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let place = popup::popup_area(area, 86, area.height);
    let title = app.say(&msg!("models-import"));
    let wide = usize::from(place.width).saturating_sub(crate::text::width(&title) + 10);
    let folder = chooser.files.listing.as_ref().map(|listing| listing.path.display().to_string()).unwrap_or_default();
    let inner = popup::frame(buf, place, &title, fit_middle(&show(&folder), wide).trim(), &app.theme);
    let lines = problem_lines(app, chooser, usize::from(inner.width));
    let room = inner.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(0) + u16::from(!lines.is_empty()));
    let list = Rect { height: room, ..inner };
    let (found, all) = chooser.files.picker.counts();
    let counts = app.say(&msg!("tui-found", found = found, all = all));
    let hint = app.say(&msg!("models-file-hint"));
    let none = app.say(&msg!("tui-nothing-found"));
    let picker = &chooser.files.picker;
    let view = PickerView { picker, hint: &hint, counts: &counts, none: &none, theme: &app.theme };
    (&view).render(list, buf);
    for (index, (role, line)) in lines.iter().enumerate() {
        let place = nth(inner, room + 1 + u16::try_from(index).unwrap_or(u16::MAX / 2));
        put(buf, place, line, Align::Left, app.theme.style(*role), &app.theme);
    }
    view.cursor(list)
}

/// Says what is wrong with the chosen file, each fault with its place.
fn problem_lines(app: &App, chooser: &ModelFile, wide: usize) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    for (index, problem) in chooser.problems.iter().enumerate() {
        let mut told = Vec::new();
        for (nth, sentence) in problem.tell(app.lang).iter().enumerate() {
            let role = if nth == 0 { Role::Bad } else { Role::Muted };
            told.extend(wrap(sentence, wide).into_iter().map(|line| (role, line)));
        }
        if lines.len() + told.len() >= MOST_LINES && !lines.is_empty() {
            let left = chooser.problems.len() - index;
            lines.push((Role::Muted, app.say(&msg!("models-more-problems", n = left))));
            break;
        }
        lines.extend(told);
    }
    lines
}

/// At the bottom, so that the matrix is seen moving.
pub(super) fn as_of(app: &App, form: &AsOfForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let wide = 70.min(area.width);
    let high = 4.min(area.height);
    let place = Rect { x: area.x + (area.width - wide) / 2, y: area.bottom() - high, width: wide, height: high };
    let shown = app.bench.as_ref()?.as_of();
    let note = if shown == form.at { String::new() } else { app.say(&msg!("as-of-scoring")) };
    let inner = popup::frame(buf, place, &app.say(&msg!("as-of-title")), &note, &app.theme);
    let now = app.lang.date_time(form.at, app.prefs.zone);
    let field = Field { input: &form.input, focused: true, hint: &now, theme: &app.theme };
    let line = nth(inner, 0);
    (&field).render(line, buf);
    let forms = msg!("as-of-forms", day = app.lang.date(form.at, app.prefs.zone));
    put(buf, nth(inner, 1), &app.say(&forms), Align::Left, app.theme.style(Role::Muted), &app.theme);
    field.cursor(line)
}
