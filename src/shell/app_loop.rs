//! The app in the terminal: events in from keys, signals and the worker, effects out to them, one frame for each batch of events.
//!
//! Never here: what a key means, what is drawn, and anything that may take long.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crossterm::event::Event as Term;
use crossterm::event::KeyModifiers;
use crossterm::event::MouseEventKind;

use crate::cli::AppStart;
use crate::cli::Color;
use crate::msg;
use crate::problem::Problem;
use crate::shell::colour;
use crate::shell::colour::Background;
use crate::shell::colour::When;
use crate::shell::files;
use crate::shell::paths;
use crate::shell::paths::Paths;
use crate::shell::prefs;
use crate::shell::prefs::Kept;
use crate::shell::seeker::Seeker;
use crate::shell::signals;
use crate::shell::signals::Busy;
use crate::shell::signals::Signal;
use crate::shell::terminal;
use crate::shell::terminal::Screen;
use crate::shell::worker::Answer;
use crate::shell::worker::Ask;
use crate::shell::worker::Setup;
use crate::shell::worker::Worker;
use crate::shell::worker::opening::Attached;
use crate::text::Lang;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Event;
use crate::tui::app::JobDone;
use crate::tui::app::Prefs;
use crate::tui::app::Tone;
use crate::tui::draw::draw;
use crate::tui::theme::ColourLevel;
use crate::tui::theme::Glyphs;
use crate::tui::theme::Theme;
use crate::tui::update::update;

/// How often time passes for the app when nothing else happens.
const TICK: Duration = Duration::from_millis(500);
/// How long events are taken in before a frame is drawn, however many come.
const DRAW_WITHIN: Duration = Duration::from_millis(100);
/// How long a terminal that did not name its background in time may still do so; what it says then would read as keys.
const LATE_ANSWER_WITHIN: Duration = Duration::from_secs(1);
/// The longest text that is copied, in bytes: terminals drop longer ones without a word.
const MOST_COPIED: usize = 74_000;

/// What wakes the loop.
enum Input {
    Term(std::io::Result<Term>),
    Signal(Signal),
    Answer(Answer),
    /// The worker is no more.
    Broken(Problem),
}

/// Runs the app until the person leaves it.
pub(super) fn run(start: &AppStart, paths: Paths) -> Result<(), Problem> {
    let var = |name: &str| std::env::var(name).ok();
    terminal::check(var("TERM").as_deref())?;
    let kept = Kept::load(&paths.prefs);
    let (keymap, mistakes) = prefs::keys(&paths.keys);
    let (events, inbox) = mpsc::channel();
    let (busy, cancel) = (Busy::default(), Arc::new(AtomicBool::new(false)));
    let to = events.clone();
    let answer: Arc<dyn Fn(Answer) + Send + Sync> = Arc::new(move |answer| drop(to.send(Input::Answer(answer))));
    let seeker = Seeker::new(Arc::clone(&answer));
    let mut worker = Worker::new(Setup {
        paths: paths.clone(),
        lang: start.lang,
        as_of: start.as_of,
        busy: busy.clone(),
        cancel: Arc::clone(&cancel),
        answer,
    });
    let attached = start.db.as_deref().map(|db| worker.attach(db, start.model.as_deref())).transpose()?;
    terminal::tell_panics(start.lang);
    let (theme, prefs, late) = looks(&kept, start.color);
    let last = (prefs.theme.clone(), start.lang);
    let failed = |error: std::io::Error| Problem::refused(msg!("shell-terminal-failed", error = error.to_string()));
    let to = events.clone();
    signals::watch(busy, move |signal| drop(to.send(Input::Signal(signal)))).map_err(failed)?;
    let screen = Screen::enter(prefs.mouse, prefs.colours).map_err(failed)?;
    let area = terminal::area().map_err(failed)?;
    let to = events.clone();
    let worker = Desk::start(worker, move |problem| drop(to.send(Input::Broken(problem)))).map_err(failed)?;
    terminal::spawn_input(move |input| events.send(Input::Term(input)).is_ok()).map_err(failed)?;
    let mut app = App::new(start.lang, theme, keymap, prefs, area);
    app.epoch = files::now();
    let mut running =
        Running { app, screen, worker, seeker, kept, paths, last, cancel, began: Instant::now(), late, opening: 0 };
    match attached {
        Some(Attached::Open(answer)) => running.answered(*answer),
        Some(Attached::Later(opening)) => {
            running.app.opening = Some(opening);
            running.app.screen = crate::tui::app::Screen::Opening;
            running.worker.ask(Ask::Begin(start.model.clone()));
        }
        None => {}
    }
    if !mistakes.is_empty() {
        running.app.tell(Tone::Bad, msg!("shell-keys-mistakes", count = mistakes.len()));
    }
    let outcome = running.turn(&inbox);
    let lang = running.app.lang;
    let unsaved = running.end(&inbox);
    for mistake in &mistakes {
        say(mistake, lang);
    }
    outcome.and(unsaved.map_or(Ok(()), Err))
}

/// Says a problem on standard error.
fn say(problem: &Problem, lang: Lang) {
    for line in problem.tell(lang) {
        // Where nobody reads the errors there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "{line}");
    }
}

/// Finds how the app looks on this terminal; and until when the terminal may still say what it was asked.
fn looks(kept: &Kept, color: Color) -> (Theme, Prefs, Option<Instant>) {
    let var = |name: &str| std::env::var(name).ok();
    let when = match color {
        Color::Auto => When::Auto,
        Color::Always => When::Always,
        Color::Never => When::Never,
    };
    let colours = colour::colours(when, true, var);
    let asked = Instant::now();
    let background = match (colours, kept.theme()) {
        (ColourLevel::None, _) | (_, Some(_)) => Background::Dark,
        _ => colour::background(var),
    };
    let late = (asked.elapsed() >= colour::ANSWER_WITHIN).then(|| asked + LATE_ANSWER_WITHIN);
    let usual = if background == Background::Light { "light" } else { "dark" };
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(var).find(|value| !value.is_empty());
    let glyphs = Glyphs::for_locale(locale.as_deref());
    let named = |name: &str| Theme::named(name, colours, glyphs).map(|theme| (name.to_owned(), theme));
    let chosen = kept.theme().and_then(named).or_else(|| named(usual));
    let (name, theme) = chosen.expect("both usual themes are built in");
    let prefs = Prefs {
        theme: name,
        colours,
        mouse: kept.mouse(),
        masked: kept.masked(),
        present: false,
        zone: chrono_tz::Tz::UTC,
        person: kept.person().map_or_else(paths::person, str::to_owned),
    };
    (theme, prefs, late)
}

/// The worker's thread. Dropped, it ends when all it was asked is done.
struct Desk {
    asks: Option<Sender<Ask>>,
    thread: Option<JoinHandle<()>>,
    /// What could not be saved, once the thread has ended.
    unsaved: Receiver<Problem>,
}

impl Desk {
    fn start(worker: Worker, on_panic: impl FnOnce(Problem) + Send + 'static) -> std::io::Result<Desk> {
        let (asks, inbox) = mpsc::channel();
        let (tell, unsaved) = mpsc::channel();
        let thread = terminal::spawn_worker("store", on_panic, move || {
            if let Some(problem) = worker.run(&inbox) {
                // Whoever asked may be gone in a panic; then there is nobody to tell.
                let _ = tell.send(problem);
            }
        })?;
        Ok(Desk { asks: Some(asks), thread: Some(thread), unsaved })
    }

    /// Returns whether the worker is there to do it.
    fn ask(&self, ask: Ask) -> bool {
        self.asks.as_ref().is_some_and(|asks| asks.send(ask).is_ok())
    }

    /// Waits until everything is done.
    fn finish(&mut self) -> Option<Problem> {
        self.asks = None;
        // Its panic was told already.
        let _ = self.thread.take().map(JoinHandle::join);
        self.unsaved.try_recv().ok()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.finish();
    }
}

/// The running app.
struct Running {
    app: App,
    screen: Screen,
    worker: Desk,
    seeker: Seeker,
    kept: Kept,
    paths: Paths,
    /// The theme and language that were last in force.
    last: (String, Lang),
    cancel: Arc<AtomicBool>,
    began: Instant,
    late: Option<Instant>,
    /// The serial of the workspace on screen.
    opening: u64,
}

/// Whether the loop goes on.
#[derive(PartialEq, Eq)]
enum Next {
    Go,
    Quit,
}

impl Running {
    /// Takes events in until the person quits.
    fn turn(&mut self, inbox: &Receiver<Input>) -> Result<(), Problem> {
        loop {
            if let Err(error) = self.screen.draw(|frame| draw(&self.app, frame)) {
                return lost(inbox, &error);
            }
            let first = match inbox.recv_timeout(TICK) {
                Ok(input) => Some(input),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            self.tick();
            let drawn_by = Instant::now() + DRAW_WITHIN;
            let mut next = first;
            while let Some(input) = next {
                if self.take(input, inbox)? == Next::Quit {
                    return Ok(());
                }
                next = if Instant::now() < drawn_by { inbox.try_recv().ok() } else { None };
            }
        }
    }

    fn tick(&mut self) {
        let now_ms = i64::try_from(self.began.elapsed().as_millis()).unwrap_or(i64::MAX);
        update(&mut self.app, Event::Tick(now_ms));
    }

    fn take(&mut self, input: Input, inbox: &Receiver<Input>) -> Result<Next, Problem> {
        match input {
            Input::Term(Ok(term)) => {
                self.tick();
                return Ok(self.typed(term));
            }
            Input::Term(Err(error)) => lost(inbox, &error)?,
            Input::Signal(Signal::Ends(_)) => wait_for_the_end(),
            Input::Signal(Signal::Resumed) => {
                let redrawn = terminal::area().and_then(|area| {
                    update(&mut self.app, Event::Resize(area.width, area.height));
                    self.screen.redraw()
                });
                redrawn.or_else(|error| lost(inbox, &error))?;
            }
            Input::Answer(answer) => self.answered(answer),
            Input::Broken(problem) => {
                self.app.tell_problem(&problem);
                self.not_saved(self.app.saving.sent);
            }
        }
        Ok(Next::Go)
    }

    fn typed(&mut self, term: Term) -> Next {
        let event = match term {
            // Not even the terminal's late answer to a question says Ctrl.
            Term::Key(key) if self.is_early() && !key.modifiers.contains(KeyModifiers::CONTROL) => return Next::Go,
            Term::Key(key) => Event::Key(key),
            Term::Mouse(mouse) if mouse.kind == MouseEventKind::Moved => return Next::Go,
            Term::Mouse(mouse) => Event::Mouse(mouse),
            Term::Paste(text) => Event::Paste(text),
            Term::Resize(columns, rows) => {
                let area = terminal::clamp(columns, rows);
                Event::Resize(area.width, area.height)
            }
            Term::FocusGained | Term::FocusLost => return Next::Go,
        };
        let effects = update(&mut self.app, event);
        self.perform(effects)
    }

    /// Whether the terminal may still be answering a question instead of a person typing.
    fn is_early(&mut self) -> bool {
        let early = self.late.is_some_and(|late| Instant::now() < late);
        if !early {
            self.late = None;
        }
        early
    }

    fn perform(&mut self, effects: Vec<Effect>) -> Next {
        for effect in effects {
            match effect {
                Effect::Quit => return Next::Quit,
                Effect::Cancel => self.cancel.store(true, Ordering::Relaxed),
                Effect::Copy(text) => self.copy(&text),
                Effect::Search(wanted) => self.seeker.seek(wanted),
                Effect::KeepPrefs(prefs, lang) => self.keep(&prefs, lang),
                // A terminal that does not take these is about to be found lost.
                Effect::Mouse(on) => drop(self.screen.set_mouse(on)),
                Effect::Redraw => drop(self.screen.redraw()),
                effect @ (Effect::Save { .. }
                | Effect::OpenDemo
                | Effect::AddModel(_)
                | Effect::Models(_)
                | Effect::AsOf(_)
                | Effect::Study { .. }
                | Effect::Minutes(_)
                | Effect::Calls(_)
                | Effect::KeepLook(_)
                | Effect::ListFolder(_)
                | Effect::Import(_)) => self.ask(effect),
            }
        }
        Next::Go
    }

    /// Hands an effect to the worker.
    fn ask(&mut self, effect: Effect) {
        if matches!(effect, Effect::Import(_)) {
            self.cancel.store(false, Ordering::Relaxed);
        }
        let number = if let Effect::Save { number, .. } = &effect { Some(*number) } else { None };
        if !self.worker.ask(Ask::Effect { opening: self.opening, effect: Box::new(effect) }) {
            match number {
                Some(number) => self.not_saved(number),
                None => self.app.tell_problem(&not_saved_any_more()),
            }
        }
    }

    fn not_saved(&mut self, number: u64) {
        if number > self.app.saving.saved || self.app.saving.failed {
            update(&mut self.app, Event::Job(JobDone::SaveFailed(number, not_saved_any_more())));
        }
    }

    /// Takes over an answer of the worker, and lets the worker know if it was a state.
    fn answered(&mut self, Answer { serial, done }: Answer) {
        let applied = match &done {
            JobDone::Opened(opened) => {
                self.opening = serial;
                if let Some(bench) = &opened.bench {
                    self.app.prefs.zone = bench.data().zone;
                }
                true
            }
            JobDone::Reloaded { upto, .. } => *upto == self.app.saving.sent,
            _ => false,
        };
        let effects = update(&mut self.app, Event::Job(done));
        if applied {
            self.worker.ask(Ask::Applied(serial));
        }
        self.perform(effects);
    }

    fn copy(&mut self, text: &str) {
        if text.len() > MOST_COPIED {
            self.app.tell(Tone::Bad, msg!("shell-copy-long", most = MOST_COPIED));
        } else if self.screen.copy(text).is_ok() {
            self.app.tell(Tone::Plain, msg!("shell-copied"));
        }
    }

    fn keep(&mut self, prefs: &Prefs, lang: Lang) {
        self.worker.ask(Ask::Speak(lang));
        self.kept.take(prefs, lang, &mut self.last);
        if let Err(problem) = self.kept.save(&self.paths.prefs) {
            self.app.tell_problem(&problem);
        }
    }

    /// Gives the terminal back and waits for the worker; returns what could not be saved.
    fn end(mut self, inbox: &Receiver<Input>) -> Option<Problem> {
        self.cancel.store(true, Ordering::Relaxed);
        drop(self.screen);
        let unsaved = self.worker.finish();
        let broken = inbox.try_iter().find_map(|input| match input {
            Input::Broken(problem) => Some(problem),
            Input::Term(_) | Input::Signal(_) | Input::Answer(_) => None,
        });
        unsaved.map(|problem| problem.hint(msg!("shell-unsaved-at-end"))).or(broken)
    }
}

fn not_saved_any_more() -> Problem {
    Problem::refused(msg!("shell-not-saved-any-more")).hint(msg!("shell-worker-restart"))
}

/// The terminal does not answer any more: usually it was closed, and the signal that says so is on its way.
fn lost(inbox: &Receiver<Input>, error: &std::io::Error) -> Result<(), Problem> {
    let deadline = Instant::now() + LATE_ANSWER_WITHIN;
    while let Ok(input) = inbox.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        if let Input::Signal(Signal::Ends(_)) = input {
            wait_for_the_end();
        }
    }
    Err(Problem::refused(msg!("shell-terminal-failed", error = error.to_string())))
}

/// Waits while the watcher of signals ends the process; it says with which exit code.
fn wait_for_the_end() -> ! {
    loop {
        std::thread::park();
    }
}
