//! What happens when something happens: events in, changed state and effects out. The only place that changes the app.

use crate::model::Edit;
use crate::model::EditError;
use crate::msg;
use crate::text::Lang;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::app::Change;
use crate::tui::app::Effect;
use crate::tui::app::Event;
use crate::tui::app::JobDone;
use crate::tui::app::Opened;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::blocked::blocked;
use crate::tui::click::click;
use crate::tui::keys::Key;
use crate::tui::layout;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::as_of::AsOfForm;
use crate::tui::overlays::gallery::Gallery;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::models::ModelsList;
use crate::tui::overlays::settings::SettingsForm;
use crate::tui::saying;
use crate::tui::screens;
use crate::tui::screens::opening::LastLook;
use crate::tui::screens::opening::MANY_LEADS;
use crate::tui::studies;
use crate::tui::widgets::field;
use crate::workbench::Done;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// Takes an event in.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    if let Event::Tick(now_ms) = event {
        app.now_ms = now_ms;
        return Vec::new();
    }
    let mut effects = take_in(app, event);
    // Whatever changed, the open page is asked for what it shows now.
    if app.screen == Screen::Review {
        effects.extend(screens::review::enter(app));
    }
    effects.extend(screens::leads::seek(app));
    effects
}

fn take_in(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => match Key::from_event(&key) {
            Some(key) => press(app, key),
            None => Vec::new(),
        },
        Event::Mouse(mouse) => click(app, mouse),
        Event::Paste(text) => {
            paste(app, &text);
            Vec::new()
        }
        Event::Resize(width, height) => {
            app.area.width = width;
            app.area.height = height;
            Vec::new()
        }
        Event::Job(done) => job(app, done),
        Event::Tick(_) => Vec::new(),
    }
}

fn press(app: &mut App, key: Key) -> Vec<Effect> {
    let contexts = app.contexts();
    if layout::too_small(app.area) {
        // Nobody changes what they cannot see.
        let quits = app.keymap.resolve(&[Context::Global], key) == Some(Action::Quit);
        return if quits { vec![Effect::Quit] } else { Vec::new() };
    }
    if let Some(action) = app.keymap.resolve(&contexts, key) {
        perform(app, action)
    } else {
        if contexts[0].types() {
            return type_key(app, key);
        } else if key.written().is_some() && !overlays::choose(app, key) {
            app.tell(Tone::Plain, msg!("tui-unknown-key"));
        }
        Vec::new()
    }
}

/// Does an action, wherever it was asked for: a key, the menu, the help, the footer.
pub fn perform(app: &mut App, action: Action) -> Vec<Effect> {
    if let Some(why) = blocked(app, action) {
        app.tell(Tone::Plain, why);
        return Vec::new();
    }
    app.message = None;
    if !app.overlays.is_empty() {
        // What an overlay does not know is not for the screen below it.
        return match (overlays::act(app, action), action) {
            (Some(effects), _) => effects,
            (None, Action::Quit | Action::Help | Action::Undo | Action::Redo) => perform_anywhere(app, action),
            (None, _) => Vec::new(),
        };
    }
    let mut effects = perform_on_screen(app, action);
    if app.screen == Screen::Review {
        // What the page shows follows what was changed, undone or taken back.
        effects.extend(screens::review::enter(app));
    }
    overlays::recount(app);
    effects
}

fn perform_on_screen(app: &mut App, action: Action) -> Vec<Effect> {
    let own = match app.screen {
        Screen::Welcome => screens::welcome::act(app, action),
        Screen::Opening => None,
        Screen::Workbench => screens::workbench::act(app, action),
        Screen::Leads => screens::leads::act(app, action),
        Screen::Detail => screens::detail::act(app, action),
        Screen::Review => screens::review::act(app, action),
        Screen::Session => screens::session::act(app, action),
        Screen::Import => screens::import::act(app, action),
    };
    own.unwrap_or_else(|| perform_anywhere(app, action))
}

/// Does an action that is the same everywhere.
pub fn perform_anywhere(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::ScreenWorkbench => go(app, Screen::Workbench),
        Action::ScreenLeads => go(app, Screen::Leads),
        Action::ScreenReview => go(app, Screen::Review),
        Action::ScreenImport => go(app, Screen::Import),
        Action::ImportLeads | Action::ImportEvents => {
            app.import.kind = screens::import::kind_of(action);
            go(app, Screen::Import)
        }
        Action::NextScreen => go(app, next_screen(app.screen)),
        Action::PreviousScreen => go(app, next_screen(next_screen(next_screen(app.screen)))),
        Action::Undo | Action::Redo => turn_back(app, action == Action::Undo),
        Action::Menu => {
            let overlay = Overlay::Choosing(Choosing::menu(app));
            overlays::open(app, overlay)
        }
        Action::Help => {
            let overlay = Overlay::Choosing(Choosing::help(app));
            overlays::open(app, overlay)
        }
        Action::Models => {
            let overlay = Overlay::Models(ModelsList::on_the_open_one(app));
            overlays::open(app, overlay);
            overlays::models::ask_for_all()
        }
        Action::Parts => overlays::parts::open(app),
        Action::Alerts => overlays::parts::alerts::open_fired(app),
        Action::Checks => overlays::parts::checks::open(app),
        Action::Versions => overlays::versions::VersionsList::of_the_open_one(app),
        Action::AsOf => {
            app.overlays.extend(AsOfForm::of(app).map(Overlay::AsOf));
            Vec::new()
        }
        Action::AsOfUsual => overlays::as_of::usual(app),
        Action::Settings => {
            let overlay = Overlay::Settings(SettingsForm::default());
            overlays::open(app, overlay)
        }
        Action::Privacy | Action::Present | Action::Mouse => appear(app, action),
        Action::LoadDemo => vec![Effect::OpenDemo],
        Action::UseTemplate => {
            let overlay = Overlay::Gallery(Gallery::new());
            overlays::open(app, overlay)
        }
        Action::Quit => leave(app),
        Action::Back => {
            app.overlays.pop();
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Leaves; a large workspace is shown at once the next time as it is left now.
fn leave(app: &App) -> Vec<Effect> {
    let large = app.bench.as_ref().filter(|bench| bench.leads().n_leads() >= MANY_LEADS);
    let look = large.map(|bench| Effect::KeepLook(Box::new(LastLook::of(bench))));
    look.into_iter().chain([Effect::Quit]).collect()
}

/// Undoes or redoes what was done last, whatever it was.
fn turn_back(app: &mut App, undo: bool) -> Vec<Effect> {
    if undo && app.deleted.is_some() {
        overlays::models::undelete(app)
    } else if undo && saying::is_newest(app) {
        saying::take_back(app)
    } else if !undo && saying::is_next(app) {
        saying::say_again(app)
    } else {
        replay(app, undo)
    }
}

/// Changes how the app looks to those who look on.
fn appear(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Privacy => {
            app.prefs.masked = !app.prefs.masked;
            app.tell(Tone::Plain, if app.prefs.masked { msg!("tui-masked") } else { msg!("tui-unmasked") });
            keep_prefs(app)
        }
        Action::Present => {
            app.prefs.present = !app.prefs.present;
            // Before an audience nobody is named by accident; afterwards names stay masked until they are asked for.
            let masks = app.prefs.present && !app.prefs.masked;
            app.prefs.masked |= app.prefs.present;
            if masks {
                app.tell(Tone::Plain, msg!("session-presenting-masked"));
                return keep_prefs(app);
            } else if app.prefs.present {
                app.tell(Tone::Plain, msg!("tui-presenting"));
            }
            Vec::new()
        }
        _ => {
            app.prefs.mouse = !app.prefs.mouse;
            app.tell(Tone::Plain, if app.prefs.mouse { msg!("tui-mouse-on") } else { msg!("tui-mouse-off") });
            let mut effects = vec![Effect::Mouse(app.prefs.mouse)];
            effects.extend(keep_prefs(app));
            effects
        }
    }
}

/// Keeps what the person chose for the next run.
pub fn keep_prefs(app: &App) -> Vec<Effect> {
    vec![Effect::KeepPrefs(app.prefs.clone(), app.lang)]
}

fn next_screen(screen: Screen) -> Screen {
    match screen {
        Screen::Workbench => Screen::Leads,
        Screen::Leads | Screen::Detail => Screen::Review,
        Screen::Review | Screen::Session => Screen::Import,
        Screen::Import | Screen::Welcome | Screen::Opening => Screen::Workbench,
    }
}

fn go(app: &mut App, screen: Screen) -> Vec<Effect> {
    app.overlays.clear();
    app.screen = screen;
    match screen {
        Screen::Leads => screens::leads::refresh(app),
        Screen::Import => return screens::import::enter(app),
        Screen::Review => return screens::review::enter(app),
        Screen::Welcome | Screen::Opening | Screen::Workbench | Screen::Detail | Screen::Session => {}
    }
    Vec::new()
}

/// Works out anew what follows from the model and its leads.
pub(super) fn changed(app: &mut App) {
    screens::leads::refresh(app);
    if app.screen == Screen::Session {
        screens::session::refresh(app);
    }
    overlays::parts::checks::count(app);
}

/// Makes an edit, says what it did or why it cannot be, and asks for it to be saved.
pub fn edit(app: &mut App, change: Edit) -> Vec<Effect> {
    try_edit(app, change).unwrap_or_else(|error| {
        app.tell(Tone::Bad, tell::edit_error(&error));
        Vec::new()
    })
}

/// Makes an edit, says what it did, and asks for it to be saved; returns why it cannot be.
pub fn try_edit(app: &mut App, change: Edit) -> Result<Vec<Effect>, EditError> {
    let at_ms = app.now_ms;
    let Some(bench) = &mut app.bench else { return Ok(Vec::new()) };
    match bench.apply(change, at_ms)? {
        Done::Edited { step, merged } => {
            let what = tell::edit(&step.edit, &|name| title(bench, app.lang, name));
            // A part that moves nobody, such as a title, says no more than that it changed.
            let tells = |effect: &&crate::workbench::Effect| {
                let moved = effect.up + effect.down + effect.across + effect.into_top > 0;
                matches!(app.screen, Screen::Workbench | Screen::Review)
                    && (moved || !matches!(step.edit, Edit::Set(_)))
            };
            let text = match bench.effect().filter(tells) {
                Some(effect) => msg!(
                    "tui-done-effect",
                    what = what,
                    up = effect.up,
                    down = effect.down + effect.across,
                    top = effect.into_top,
                    share = u32::from(bench.model().top_share)
                ),
                None => what,
            };
            app.tell_done(text);
            changed(app);
            Ok(save(app, Change::Edit { step, merged }))
        }
        Done::Undone { .. } | Done::Redone { .. } => Ok(Vec::new()),
    }
}

/// Returns what people call the criterion, the group or the map of that name.
fn title(bench: &Workbench, lang: Lang, name: &str) -> String {
    crate::workbench::title(bench.model(), lang == Lang::Fr, name).unwrap_or(name).to_owned()
}

fn replay(app: &mut App, undo: bool) -> Vec<Effect> {
    let under = screens::workbench::current_criterion(app).map(|criterion| criterion.name.clone());
    let Some(bench) = &mut app.bench else { return Vec::new() };
    let (done, none) =
        if undo { (bench.undo(), msg!("tui-nothing-to-undo")) } else { (bench.redo(), msg!("tui-nothing-to-redo")) };
    match done {
        None => {
            app.tell(Tone::Plain, none);
            Vec::new()
        }
        Some(Err(error)) => {
            app.tell(Tone::Bad, tell::edit_error(&error));
            Vec::new()
        }
        Some(Ok(done)) => {
            let (change, text) = match done {
                Done::Undone { edit } => {
                    (Change::Undo, msg!("tui-undone", what = tell::edit(&edit, &|name| title(bench, app.lang, name))))
                }
                Done::Redone { edit } | Done::Edited { step: crate::workbench::Step { edit, .. }, .. } => {
                    (Change::Redo, msg!("tui-redone", what = tell::edit(&edit, &|name| title(bench, app.lang, name))))
                }
            };
            app.tell(Tone::Good, text);
            changed(app);
            // The cursor stays on its criterion, wherever that is now.
            if let Some(name) = under {
                screens::workbench::select(app, &name);
            }
            save(app, change)
        }
    }
}

/// Asks for a change to be saved.
pub fn save(app: &mut App, change: Change) -> Vec<Effect> {
    app.saving.sent += 1;
    app.deleted = None;
    vec![Effect::Save { number: app.saving.sent, change }]
}

/// Gives a key to the text field that has the cursor.
fn type_key(app: &mut App, key: Key) -> Vec<Effect> {
    if !app.overlays.is_empty() {
        return overlays::type_key(app, key);
    } else if app.screen == Screen::Import {
        return screens::import::type_key(app, key);
    } else if app.screen == Screen::Leads && field::edit(&mut app.leads.input, key) {
        screens::leads::searched(app);
    }
    Vec::new()
}

/// Pasted text goes into the text field; it is never read as commands.
fn paste(app: &mut App, text: &str) {
    if !app.overlays.is_empty() {
        overlays::paste(app, text);
    } else if app.screen == Screen::Leads && app.leads.typing {
        field::paste(&mut app.leads.input, text);
        screens::leads::searched(app);
    } else if app.screen == Screen::Import {
        screens::import::paste(app, text);
    }
}

fn job(app: &mut App, done: JobDone) -> Vec<Effect> {
    match done {
        JobDone::Saved(number) => {
            app.saving.saved = app.saving.saved.max(number);
            app.saving.failed = false;
        }
        JobDone::SaveFailed(number, problem) => {
            app.saving.saved = app.saving.saved.max(number);
            app.saving.failed = true;
            app.tell_problem(&problem);
        }
        JobDone::Reloaded { upto, model, history, baseline, told } => {
            // Changes still on their way would be lost by this older state; the worker tells again after them.
            if upto == app.saving.sent
                && let Some(bench) = &mut app.bench
            {
                bench.reload(*model, history, baseline.map(|base| *base));
                match told {
                    Some(told) => app.tell(Tone::Good, told),
                    None => app.tell(Tone::Plain, msg!("tui-changed-elsewhere")),
                }
                changed(app);
            }
        }
        JobDone::Opened(opened) => opened_workspace(app, *opened),
        JobDone::Folder(listing) => match app.overlays.last_mut() {
            Some(Overlay::ModelFile(chooser)) => chooser.listed(listing, app.lang),
            _ => screens::import::listed(app, listing),
        },
        JobDone::Models(news) => return overlays::models::news(app, news),
        JobDone::Minutes(news) => return overlays::minutes::news(app, news),
        JobDone::Calls(news) => return overlays::calls::news(app, news),
        JobDone::Found(found) => screens::leads::found(app, found),
        JobDone::StudyAt(study, percent) => studies::came_to(app, study, percent),
        JobDone::Studied(studied) => {
            studies::answered(app, *studied);
            overlays::things::renew(app);
        }
        JobDone::Reviews(told) => saying::told(app, &told),
        JobDone::Import(done) => return screens::import::job(app, done),
        JobDone::Told(text) => app.tell(Tone::Good, text),
        JobDone::Failed(problem) => {
            app.deleting = false;
            if app.screen == Screen::Opening {
                app.screen = Screen::Welcome;
            }
            app.tell_problem(&problem);
        }
    }
    Vec::new()
}

fn opened_workspace(app: &mut App, opened: Opened) {
    // The leads may be others.
    studies::forget(app);
    let first = app.bench.is_none();
    let name = |bench: &Option<Workbench>| bench.as_ref().map(|bench| bench.model().name.clone());
    let same = name(&app.bench) == name(&opened.bench);
    let same_place = app.workspace == opened.workspace && same;
    app.workspace = opened.workspace;
    app.models = opened.models;
    app.bench = opened.bench;
    app.opening = None;
    saying::opened(app, opened.reviews, same_place);
    screens::leads::forget_chosen(app);
    app.fixed = opened.fixed;
    app.saving = crate::tui::app::Saving { saved: app.saving.sent, ..app.saving };
    // A form of one model is not for another.
    app.overlays.retain(|over| opened.stays && (same || matches!(over, Overlay::Models(_))));
    // What came of an import is read before the screen changes.
    let reading = app.screen == Screen::Import && app.import.is_busy();
    if app.bench.is_some() {
        if first {
            screens::workbench::select_first(app);
        }
        if first && !reading {
            app.screen = Screen::Workbench;
        }
        changed(app);
    } else if !reading {
        app.screen = Screen::Welcome;
    }
    overlays::as_of::arrived(app);
    if let Some(told) = opened.told {
        app.tell(Tone::Good, told);
    }
}
