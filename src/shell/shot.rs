//! A screen of the app drawn without a terminal: for documents, and for looking at what a key would show.

use std::sync::atomic::AtomicBool;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::style::Modifier;

use crate::cli::Host;
use crate::cli::Shot;
use crate::export::svg::Grid;
use crate::export::svg::Spot;
use crate::msg;
use crate::problem::Problem;
use crate::shell::Shell;
use crate::shell::intake::Desk;
use crate::shell::intake::answer;
use crate::shell::intake::list_folder;
use crate::shell::worker::models::infos;
use crate::shell::worker::models::versions_of;
use crate::shell::worker::reviews;
use crate::text::width;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Event;
use crate::tui::app::JobDone;
use crate::tui::app::Opened;
use crate::tui::app::Prefs;
use crate::tui::app::Screen;
use crate::tui::draw::render;
use crate::tui::keymap::KeyMap;
use crate::tui::keys::Key;
use crate::tui::overlays::as_of::AsOf;
use crate::tui::overlays::models::ModelTask;
use crate::tui::overlays::models::ModelsNews;
use crate::tui::screens::import::ImportWork;
use crate::tui::screens::workbench::Pane;
use crate::tui::theme::ColourLevel;
use crate::tui::theme::Glyphs;
use crate::tui::theme::Theme;
use crate::tui::update::perform;
use crate::tui::update::update;
use crate::workbench::Searcher;
use crate::workbench::Workbench;

/// The colours of the dark theme where a cell names none of its own.
const INK: (u8, u8, u8) = (0xd4, 0xd4, 0xd4);
const PAPER: (u8, u8, u8) = (0x16, 0x18, 0x1d);

/// The screens that can be drawn, by name.
const SCREENS: [&str; 11] =
    ["welcome", "workbench", "matrix", "leads", "lead", "review", "import", "form", "bands", "menu", "help"];

/// Draws a screen of a workspace, after some keys if any are named.
pub(super) fn draw(shell: &mut Shell, shot: &Shot) -> Result<Grid, Problem> {
    if !SCREENS.contains(&shot.screen.as_str()) {
        let all = SCREENS.join(", ");
        return Err(
            Problem::usage(msg!("shell-shot-screen", name = &shot.screen)).hint(msg!("shell-shot-screens", all = all))
        );
    }
    let area = Rect { x: 0, y: 0, width: shot.columns, height: shot.rows };
    let theme = Theme::named("dark", ColourLevel::True, Glyphs::UNICODE).expect("the built-in theme is sound");
    let prefs = Prefs {
        theme: "dark".to_owned(),
        colours: ColourLevel::True,
        mouse: true,
        masked: false,
        present: false,
        zone: chrono_tz::Tz::UTC,
        person: String::new(),
    };
    let mut app = App::new(shot.app.lang, theme, KeyMap::default(), prefs, area);
    if shot.screen != "welcome" {
        open(shell, shot, &mut app)?;
    }
    let effects = show(&mut app, &shot.screen);
    look(shell, shot, &mut app, effects);
    for name in shot.keys.as_deref().unwrap_or("").split_whitespace() {
        let key = Key::parse(name).ok_or_else(|| Problem::usage(msg!("shell-shot-key", name = name)))?;
        let effects = update(&mut app, Event::Key(key.to_event()));
        look(shell, shot, &mut app, effects);
    }
    let mut buffer = Buffer::empty(area);
    render(&app, area, &mut buffer);
    Ok(grid(&buffer))
}

fn open(shell: &mut Shell, shot: &Shot, app: &mut App) -> Result<(), Problem> {
    let Some(db) = &shot.app.db else { return Ok(()) };
    let contents = shell.open(db, shot.app.model.as_deref())?;
    let fixed = shot.app.as_of.or(contents.as_of);
    let as_of = fixed.unwrap_or_else(|| shell.now());
    app.prefs.zone = contents.data.zone;
    // A picture of the same day is the same picture.
    app.epoch = as_of;
    let store = shell.reading(db)?;
    let (models, reviews) = (infos(&store)?, reviews::read(&store)?);
    let bench = contents.model.map(|model| Workbench::new(model, contents.baseline, contents.data, as_of));
    let opened =
        Opened { workspace: db.display().to_string(), models, reviews, bench, fixed, stays: false, told: None };
    update(app, Event::Job(JobDone::Opened(Box::new(opened))));
    Ok(())
}

/// Looks at folders and files as the app asks; whatever would write is left undone.
fn look(shell: &mut Shell, shot: &Shot, app: &mut App, effects: Vec<Effect>) {
    for effect in effects {
        let done = match effect {
            Effect::ListFolder(path) => list_folder(&path).map_or_else(JobDone::Failed, JobDone::Folder),
            Effect::Import(request) if !matches!(request.work, ImportWork::Import(_)) => {
                let Some(db) = &shot.app.db else { continue };
                let stop = AtomicBool::new(false);
                let now = shell.now();
                let mut desk = Desk { store: &mut None, db, lang: shot.app.lang, now, stop: &stop };
                JobDone::Import(answer(&request, &mut desk, &mut |_| {}))
            }
            Effect::Models(ModelTask::Versions(handle)) => {
                let Some(db) = &shot.app.db else { continue };
                let versions = shell.reading(db).and_then(|store| versions_of(&store, handle));
                let news = |versions| JobDone::Models(ModelsNews::Versions(Box::new(versions)));
                versions.map_or_else(JobDone::Failed, news)
            }
            // What would be saved is shown as if it were.
            Effect::Save { number, .. } => JobDone::Saved(number),
            Effect::Study { study, .. } => {
                let Some(bench) = &app.bench else { continue };
                JobDone::Studied(Box::new(study.of(bench, &app.customs)))
            }
            Effect::Search(wanted) => JobDone::Found(Searcher::new(&wanted.data).find(&wanted.text, &wanted.data)),
            Effect::AsOf(AsOf::Instant(at)) => {
                if let Some(bench) = &mut app.bench {
                    bench.set_as_of(at);
                }
                app.fixed = Some(at);
                continue;
            }
            _ => continue,
        };
        let more = update(app, Event::Job(done));
        look(shell, shot, app, more);
    }
}

/// Goes to the named screen.
fn show(app: &mut App, screen: &str) -> Vec<Effect> {
    let action = match screen {
        "matrix" => {
            app.workbench.pane = Pane::Matrix;
            return Vec::new();
        }
        "leads" | "lead" => Action::ScreenLeads,
        "review" => Action::ScreenReview,
        "import" => Action::ScreenImport,
        "form" => Action::Edit,
        "bands" => Action::EditBands,
        "menu" => Action::Menu,
        "help" => Action::Help,
        "welcome" => {
            app.screen = Screen::Welcome;
            return Vec::new();
        }
        _ => return Vec::new(),
    };
    let mut effects = perform(app, action);
    if screen == "lead" {
        effects.extend(perform(app, Action::Open));
    }
    effects
}

fn grid(buffer: &Buffer) -> Grid {
    let mut hidden = 0;
    let spots = buffer
        .content
        .iter()
        .map(|cell| {
            let behind = hidden > 0;
            hidden = if behind { hidden - 1 } else { width(cell.symbol()).saturating_sub(1) };
            Spot {
                symbol: if behind { String::new() } else { cell.symbol().to_owned() },
                fg: rgb(cell.fg, INK),
                bg: rgb(cell.bg, PAPER),
                bold: cell.modifier.contains(Modifier::BOLD),
                reverse: cell.modifier.contains(Modifier::REVERSED),
            }
        })
        .collect();
    Grid { columns: usize::from(buffer.area.width), spots }
}

fn rgb(color: Color, own: (u8, u8, u8)) -> (u8, u8, u8) {
    match color {
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Black => (0, 0, 0),
        Color::White => (0xff, 0xff, 0xff),
        _ => own,
    }
}
