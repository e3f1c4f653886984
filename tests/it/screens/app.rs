//! The app as a person meets it: a state, keys, and the screen they lead to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use quadrille::model::Words;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::app::Opened;
use quadrille::tui::app::Prefs;
use quadrille::tui::app::ReviewsTold;
use quadrille::tui::draw::render;
use quadrille::tui::keymap::KeyMap;
use quadrille::tui::keys::Key;
use quadrille::tui::overlays::models::ModelInfo;
use quadrille::tui::overlays::models::ModelState;
use quadrille::tui::theme::ColourLevel;
use quadrille::tui::theme::Glyphs;
use quadrille::tui::theme::Theme;
use quadrille::tui::update::update;
use quadrille::workbench::Workbench;

/// An app on a terminal of that size, with nothing open.
pub fn empty(lang: Lang, width: u16, height: u16) -> App {
    let theme = Theme::named("dark", ColourLevel::True, Glyphs::UNICODE).expect("a built-in theme");
    let prefs = Prefs {
        theme: "dark".to_owned(),
        colours: ColourLevel::True,
        mouse: true,
        masked: false,
        present: false,
        zone: chrono_tz::Tz::UTC,
        person: "Sam".to_owned(),
    };
    App::new(lang, theme, KeyMap::default(), prefs, Rect { x: 0, y: 0, width, height })
}

/// An app with a workbench open.
pub fn on(bench: Workbench, lang: Lang, width: u16, height: u16) -> App {
    let mut app = empty(lang, width, height);
    let models = vec![info(&bench.model().name)];
    let bench = Some(bench);
    let reviews = ReviewsTold::default();
    let opened = Opened { workspace: "demo".to_owned(), models, reviews, bench, fixed: None, stays: false, told: None };
    update(&mut app, Event::Job(JobDone::Opened(Box::new(opened))));
    app
}

/// A model at work, as the list of models shows it.
pub fn info(name: &str) -> ModelInfo {
    ModelInfo {
        handle: name.to_owned(),
        name: name.to_owned(),
        title: Words::None,
        state: ModelState::Active,
        changed: 1_767_225_600,
        n_criteria: Some(18),
        n_versions: 1,
    }
}

/// Presses keys, named and separated by spaces; returns what the app asks for.
pub fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for name in keys.split_whitespace() {
        let key = Key::parse(name).unwrap_or_else(|| panic!("{name} is a key"));
        app.now_ms += 1_000;
        effects.extend(update(app, Event::Key(key.to_event())));
    }
    effects
}

/// Types a text, key by key.
pub fn type_text(app: &mut App, text: &str) {
    for c in text.chars() {
        let event =
            crossterm::event::KeyEvent::new(crossterm::event::KeyCode::Char(c), crossterm::event::KeyModifiers::NONE);
        update(app, Event::Key(event));
    }
}

/// Returns the screen as text, one line a row, without spaces at the ends.
pub fn screen(app: &App) -> String {
    let area = app.area;
    let mut buffer = Buffer::empty(area);
    render(app, area, &mut buffer);
    let mut text = String::new();
    for y in 0..area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = quadrille::text::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
