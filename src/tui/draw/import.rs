//! How bringing a file in looks: the steps, the list of files, and the line that says what Enter does or how far the work is.

mod columns;
mod numbers;

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Margin;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;
use crate::text::fit_middle;
use crate::text::width;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::int;
use crate::tui::draw::key_label;
use crate::tui::draw::nth;
use crate::tui::screens::import::ImportKind;
use crate::tui::screens::import::ImportWork;
use crate::tui::screens::import::Running;
use crate::tui::screens::import::Step;
use crate::tui::screens::import::files;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::gauge::Gauge;
use crate::tui::widgets::panel;
use crate::tui::widgets::picker::PickerView;
use crate::tui::widgets::put;

/// Where the parts of the screen stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tui) struct Parts {
    pub steps: Rect,
    pub body: Rect,
    /// The button, or how far the work is.
    pub last: Rect,
}

/// What a point of the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tui) enum Hit {
    Kind(ImportKind),
    /// A row of the found files, for [`Picker::select`](crate::tui::widgets::picker::Picker::select).
    File(usize),
    /// A column of the file, by index.
    Column(usize),
    Button,
}

/// Returns where the parts stand within a screen's body.
pub(in crate::tui) fn parts(area: Rect) -> Parts {
    let [steps, body, last] =
        area.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]));
    Parts { steps, body, last }
}

/// Returns what stands at this point of a screen's body.
pub(in crate::tui) fn hit(app: &App, area: Rect, x: u16, y: u16) -> Option<Hit> {
    let parts = parts(area);
    let at = Position { x, y };
    if parts.last.contains(at) {
        return (app.import.step != Step::File).then_some(Hit::Button);
    }
    if parts.steps.contains(at) {
        let kinds = kinds(app, parts.steps);
        return kinds.into_iter().find(|(_, place, _)| place.contains(at)).map(|(kind, ..)| Hit::Kind(kind));
    }
    match app.import.step {
        Step::File => {
            let counts = counts(app);
            let view = picker(app, &counts, "", "");
            view.hit(parts.body.inner(Margin::new(1, 1)), x, y).map(Hit::File)
        }
        Step::Columns => columns::hit(app, parts.body, x, y).map(Hit::Column),
        Step::Check | Step::Done => None,
    }
}

pub(super) fn footer(app: &App) -> &'static [&'static [Action]] {
    if app.import.running.is_some() {
        return &[&[Action::Back]];
    }
    match app.import.step {
        Step::File => &[&[Action::MoveUp, Action::MoveDown], &[Action::Accept], &[Action::Back]],
        Step::Columns => &[
            &[Action::MoveUp, Action::MoveDown],
            &[Action::Open],
            &[Action::Toggle],
            &[Action::ImportOptions],
            &[Action::Back],
        ],
        Step::Check => &[&[Action::Open], &[Action::MoveUp, Action::MoveDown], &[Action::Back]],
        Step::Done => &[
            &[Action::Open],
            &[Action::ImportLeads],
            &[Action::ImportEvents],
            &[Action::UseTemplate],
            &[Action::MoveUp, Action::MoveDown],
            &[Action::Back],
        ],
    }
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let parts = parts(area);
    steps(app, parts.steps, buf);
    let cursor = match app.import.step {
        Step::File => file(app, parts.body, buf),
        Step::Columns => {
            columns::render(app, parts.body, buf);
            None
        }
        Step::Check | Step::Done => {
            numbers::render(app, parts.body, buf);
            None
        }
    };
    match &app.import.running {
        Some(running) => going(app, running, parts.last, buf),
        None => last_line(app, parts.last, buf),
    }
    cursor.filter(|_| app.overlays.is_empty())
}

/// The steps at the left, what the file holds at the right.
fn steps(app: &App, line: Rect, buf: &mut Buffer) {
    let glyphs = &app.theme.glyphs;
    let mut x = line.x + 1;
    for step in Step::ALL {
        let word = app.say(&match step {
            Step::File => msg!("tui-import-step-file"),
            Step::Columns => msg!("tui-import-step-columns"),
            Step::Check => msg!("tui-import-step-check"),
            Step::Done => msg!("tui-import-step-done"),
        });
        let (role, mark) = match step.cmp(&app.import.step) {
            std::cmp::Ordering::Less => (Role::Good, format!(" {}", glyphs.check)),
            std::cmp::Ordering::Equal => (Role::Focus, String::new()),
            std::cmp::Ordering::Greater => (Role::Muted, String::new()),
        };
        let arrow = if step == Step::File {
            ""
        } else if glyphs.ascii {
            " > "
        } else {
            " › "
        };
        let place = |x: u16| Rect { x, width: line.right().saturating_sub(x), ..line };
        put(buf, place(x), arrow, Align::Left, app.theme.style(Role::Muted), &app.theme);
        x = x.saturating_add(columns_of(arrow));
        let text = format!("{word}{mark}");
        put(buf, place(x), &text, Align::Left, app.theme.style(role), &app.theme);
        x = x.saturating_add(columns_of(&text));
    }
    for (kind, place, text) in kinds(app, line) {
        let role = if kind == app.import.kind { Role::Focus } else { Role::Muted };
        put(buf, place, &text, Align::Left, app.theme.style(role), &app.theme);
    }
    if app.import.step <= Step::Columns && app.import.running.is_none() {
        let key = key_label(app, &[Action::NextPane]);
        let end = kinds(app, line)[0].1.x.saturating_sub(1);
        let left = end.saturating_sub(columns_of(&key));
        if left > x {
            let place = Rect { x: left, width: end - left, ..line };
            put(buf, place, &key, Align::Left, app.theme.style(Role::Key), &app.theme);
        }
    }
}

/// Returns where each kind of file stands in the line of the steps, and its word: the one at hand in brackets.
fn kinds(app: &App, line: Rect) -> [(ImportKind, Rect, String); 2] {
    let mut right = line.right().saturating_sub(1);
    let words = [(ImportKind::Events, msg!("tui-import-events")), (ImportKind::Leads, msg!("tui-import-leads"))];
    let [events, leads] = words.map(|(kind, word)| {
        let word = app.say(&word);
        let text = if kind == app.import.kind { format!("[{word}]") } else { format!(" {word} ") };
        let wide = columns_of(&text).min(right.saturating_sub(line.x));
        right -= wide;
        (kind, Rect { x: right, width: wide, ..line }, text)
    });
    [leads, events]
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// The list of files.
fn file(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let room = usize::from(area.width.saturating_sub(8));
    let folder = app.import.files.listing.as_ref().map_or_else(String::new, |listing| path(&listing.path, room));
    let focused = app.overlays.is_empty();
    panel(&folder, "", focused, &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(1, 1));
    let (hint, none) = (app.say(&msg!("tui-import-files-hint")), app.say(&msg!("tui-import-files-none")));
    let counts = counts(app);
    let view = picker(app, &counts, &hint, &none);
    view.render(inner, buf);
    view.cursor(inner).filter(|_| app.import.running.is_none())
}

fn counts(app: &App) -> String {
    let (found, all) = app.import.files.picker.counts();
    app.say(&msg!("tui-import-counts", found = found, all = all))
}

fn picker<'a>(app: &'a App, counts: &'a str, hint: &'a str, none: &'a str) -> PickerView<'a> {
    PickerView { picker: &app.import.files.picker, hint, counts, none, theme: &app.theme }
}

/// Returns a path in at most so many columns; its end says most.
fn path(path: &Path, room: usize) -> String {
    let whole = clean(&path.display().to_string());
    if width(&whole) <= room {
        return whole;
    }
    let mut parts: Vec<&str> = whole.split('/').collect();
    while parts.len() > 1 && width(&parts.join("/")) + 2 > room {
        parts.remove(0);
    }
    let short = format!("…/{}", parts.join("/"));
    if width(&short) <= room { short } else { fit_middle(&short, room).trim().to_owned() }
}

/// Returns the name of the file at hand.
fn file_name(app: &App) -> String {
    let path = app.import.subject.as_ref().map(|subject| subject.path.as_path());
    let name = path.and_then(|path| path.file_name().or(Some(path.as_os_str())));
    name.map_or_else(String::new, |name| clean(&name.to_string_lossy()))
}

/// The button of the step: what Enter does next.
fn last_line(app: &App, line: Rect, buf: &mut Buffer) {
    let (label, note): (Msg, Msg) = match app.import.step {
        Step::File => {
            let text = app.say(&msg!("tui-import-files-keys"));
            let place = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
            put(buf, place, &text, Align::Left, app.theme.style(Role::Muted), &app.theme);
            return;
        }
        Step::Columns => {
            let Some(shape) = app.import.shape() else { return };
            (msg!("tui-import-button-check", rows = shape.rows), msg!("tui-import-not-yet"))
        }
        Step::Check => {
            let accepted = app.import.tally().map_or(0, |tally| tally.counts.accepted);
            (msg!("tui-import-button-import", rows = accepted), msg!("tui-import-whole"))
        }
        Step::Done if app.bench.is_some() => (msg!("tui-import-button-workbench"), msg!("tui-import-done-next")),
        Step::Done => (msg!("tui-import-button-again"), msg!("tui-import-done-next")),
    };
    let on = app.import.step != Step::Columns || app.import.column().is_none();
    let style = app.theme.style(if on { Role::Selected } else { Role::Text });
    let cursor = if on { app.theme.glyphs.cursor } else { ' ' };
    let text = format!("{cursor} [ {} ]", app.say(&label));
    let wide = columns_of(&text);
    put(
        buf,
        Rect { x: line.x + 1, width: wide.min(line.width.saturating_sub(1)), ..line },
        &text,
        Align::Left,
        style,
        &app.theme,
    );
    let left = line.x + wide + 3;
    let rest = Rect { x: left, width: line.right().saturating_sub(left + 1), ..line };
    put(buf, rest, &app.say(&note), Align::Left, app.theme.style(Role::Muted), &app.theme);
}

/// How far the work is.
fn going(app: &App, running: &Running, line: Rect, buf: &mut Buffer) {
    let place = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
    let key = screen_key(app, Action::Back);
    let file = running.request.path.file_name().map_or_else(String::new, |name| clean(&name.to_string_lossy()));
    let text = match (&running.progress, running.stopping) {
        (_, true) => msg!("tui-import-stopping"),
        (None, false) => match running.request.work {
            ImportWork::Inspect => msg!("tui-import-looking", file = file, key = key),
            ImportWork::Preview(_) => msg!("tui-import-checking", file = file, key = key),
            ImportWork::Import(_) => msg!("tui-import-importing", file = file, key = key),
        },
        (Some(progress), false) => {
            let a_second = |n: u64| n.saturating_mul(1_000) / progress.elapsed_ms.max(1);
            if progress.rows == 0 {
                let (done, rate) = (files::size(progress.bytes), files::size(a_second(progress.bytes)));
                msg!("tui-import-going-bytes", done = done, rate = rate, key = key)
            } else {
                msg!("tui-import-going", rows = progress.rows, rate = a_second(progress.rows), key = key)
            }
        }
    };
    let (done, total) = running.progress.map_or((0, None), |progress| (progress.bytes, progress.of_bytes));
    Gauge { done, total, text: &app.say(&text), theme: &app.theme }.render(place, buf);
}

/// What is wrong, where, and what to do; as many lines as fit.
fn problem(app: &App, problem: &Problem, area: Rect, buf: &mut Buffer) {
    let mut lines: Vec<(Role, String)> = Vec::new();
    let mut told = problem.clone();
    if let Some(place) = &mut told.place {
        let name = Path::new(&place.file).file_name().map(|name| name.to_string_lossy().into_owned());
        place.file = name.unwrap_or_default();
    }
    let room = usize::from(area.width);
    let first = told.tell(app.lang).into_iter().next().unwrap_or_default();
    lines.extend(wrap(&format!("{} {first}", app.theme.glyphs.cross), room).into_iter().map(|line| (Role::Bad, line)));
    for hint in told.hints.iter().map(|hint| remedy(app, hint)) {
        lines.extend(wrap(&app.say(&hint), room.saturating_sub(2)).into_iter().map(|l| (Role::Text, format!("  {l}"))));
    }
    for (index, (role, text)) in lines.iter().enumerate() {
        let place = nth(area, u16::try_from(index).unwrap_or(u16::MAX));
        put(buf, place, text, Align::Left, app.theme.style(*role), &app.theme);
    }
}

/// Returns the key of an action as it is on this screen, also while a list that takes other keys lies over it.
fn screen_key(app: &App, action: Action) -> String {
    let contexts = [app.import.contexts(), vec![Context::Global]].concat();
    app.keymap.label(&contexts, &[action], app.theme.glyphs.ascii, app.lang)
}

/// Returns what to do about a problem as it is done on this screen.
fn remedy(app: &App, hint: &Msg) -> Msg {
    let options = screen_key(app, Action::ImportOptions);
    match hint.id {
        "import-hint-lenient-quotes" => msg!("tui-import-hint-quotes", key = options),
        "import-hint-no-header" => msg!("tui-import-hint-header", key = options),
        "import-hint-dates" => msg!("tui-import-hint-dates", key = screen_key(app, Action::Open)),
        "import-hint-row-numbers" => msg!("tui-import-hint-row-numbers", key = options),
        "import-hint-fixed-kind" => msg!("tui-import-hint-kind", open = screen_key(app, Action::Open), key = options),
        _ => hint.clone(),
    }
}

/// Returns a count that people read.
fn count(app: &App, n: u64) -> String {
    int(app, usize::try_from(n).unwrap_or(usize::MAX))
}
