//! The full screen: entering and leaving it whatever happens, painting on it, and threads that may fail beneath it.
//! Never here: what is painted, and what a key means.
//!
//! The terminal is one, so its state is the process's: [`leave`] may be called by any thread at any time, restores the
//! terminal once, and from then on nothing is painted until [`come_back`].
//!
//! ```no_run
//! use std::sync::mpsc;
//! use quadrille::problem::Problem;
//! use quadrille::shell::{colour, signals, terminal};
//! use quadrille::text::Lang;
//!
//! enum Event { Term(std::io::Result<crossterm::event::Event>), Signal(signals::Signal), Broken(Problem) }
//!
//! # fn run() -> std::io::Result<u8> {
//! terminal::tell_panics(Lang::En);
//! let var = |name: &str| std::env::var(name).ok();
//! let colours = colour::colours(colour::When::Auto, true, var);
//! let (events, inbox) = mpsc::channel();
//! let busy = signals::Busy::default();
//! let to = events.clone();
//! signals::watch(busy.clone(), move |signal| drop(to.send(Event::Signal(signal))))?;
//! let mut screen = terminal::Screen::enter(true, colours)?;
//! let to = events.clone();
//! terminal::spawn_input(move |input| to.send(Event::Term(input)).is_ok())?;
//! let to = events.clone();
//! terminal::spawn_worker("store", move |problem| drop(to.send(Event::Broken(problem))), move || {
//!     if let Some(_working) = busy.start() { /* one transaction */ }
//! })?;
//! screen.draw(|frame| frame.render_widget("…", frame.area()))?;
//! for event in inbox {
//!     match event {
//!         Event::Term(Ok(_)) => {}               // a key: update the state; quit: break
//!         Event::Term(Err(error)) => return Err(error),
//!         Event::Signal(signals::Signal::Ends(code)) => return Ok(code),
//!         Event::Signal(signals::Signal::Resumed) => screen.redraw()?,
//!         Event::Broken(_problem) => {}          // show it
//!     }
//!     screen.draw(|frame| frame.render_widget("…", frame.area()))?;
//! }
//! # Ok(0) }
//! ```

use std::cell::Cell;
use std::cell::RefCell;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::panic;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::TryLockError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor;
use crossterm::event;
use crossterm::event::Event;
use crossterm::queue;
use crossterm::style;
use crossterm::terminal as tty;
use ratatui::Frame;
use ratatui::Terminal;
use ratatui::TerminalOptions;
use ratatui::Viewport;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::tui::theme::ColourLevel;

/// The widest and highest screen that is painted; a terminal may claim sizes that no memory holds.
pub const MAX_COLUMNS: u16 = 1000;
pub const MAX_ROWS: u16 = 500;

/// How long [`leave`] waits for a frame that is on its way to the terminal.
const FRAME_WITHIN: Duration = Duration::from_millis(100);

/// Whether the terminal is ours at this moment.
static ON: AtomicBool = AtomicBool::new(false);
/// Whether mouse events are wanted while it is.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Held while bytes go to the terminal.
static PAINTING: Mutex<()> = Mutex::new(());

thread_local! {
    /// Whether this thread paints the screen.
    static PAINTS: Cell<bool> = const { Cell::new(false) };
    /// Whether a panic of this thread is caught and told by [`spawn_worker`].
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
    /// Where this thread panicked.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The full screen, from [`Screen::enter`] until it is dropped or the program ends in any other way.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Door>>,
    area: Rect,
}

impl Screen {
    /// Takes the terminal over: alternate screen, raw keys, pastes as one event, and the mouse if wanted. The calling thread
    /// is the one that paints.
    pub fn enter(mouse: bool, colours: ColourLevel) -> io::Result<Screen> {
        // The terminal library reads NO_COLOR on its own; what the person asked for here has the last word.
        style::force_color_output(colours != ColourLevel::None);
        MOUSE.store(mouse, Ordering::SeqCst);
        PAINTS.set(true);
        let area = area()?;
        come_back()?;
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let terminal = Terminal::with_options(CrosstermBackend::new(Door(Vec::new())), options).inspect_err(|_| {
            leave();
        })?;
        Ok(Screen { terminal, area })
    }

    /// Paints a frame, of the terminal's present size. While the screen is left, nothing happens.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if !ON.load(Ordering::SeqCst) {
            return Ok(());
        }
        let area = area()?;
        if area != self.area {
            self.area = area;
            self.terminal.resize(area)?;
        }
        // The terminal shows the frame when it has all of it: a slow one does not flicker.
        queue!(self.terminal.backend_mut(), tty::BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        let door = self.terminal.backend_mut();
        queue!(door, tty::EndSynchronizedUpdate)?;
        door.flush()
    }

    /// Makes the next frame paint every cell, as after a suspension, when what the terminal shows is not known.
    pub fn redraw(&mut self) -> io::Result<()> {
        // Not the library's own clearing: that asks the terminal where its cursor is, and the input thread would eat the answer.
        self.terminal.resize(self.area)
    }

    /// Turns mouse events on or off; off, the terminal's own selection works.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        let door = self.terminal.backend_mut();
        if on {
            queue!(door, event::EnableMouseCapture)?;
        } else {
            queue!(door, event::DisableMouseCapture)?;
        }
        door.flush()
    }

    /// Puts a text on the clipboard of the person's own machine, if the terminal lets programs do so.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let door = self.terminal.backend_mut();
        queue!(door, CopyToClipboard::to_clipboard_from(text))?;
        door.flush()
    }

    /// Returns whether mouse events are on.
    pub fn mouse(&self) -> bool {
        MOUSE.load(Ordering::SeqCst)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back as it was found, and returns whether it was ours. Only the first call does anything; any thread may call it,
/// at any time.
///
/// Errors are not told: there is nobody to tell and nothing else to try.
pub fn leave() -> bool {
    if !ON.swap(false, Ordering::SeqCst) {
        return false;
    }
    let _painting = wait_for_painter();
    // The mode first: that cannot block, whereas writing to a terminal that nobody reads can.
    let _ = tty::disable_raw_mode();
    let mut bytes = Vec::new();
    let queued = queue!(
        bytes,
        tty::EndSynchronizedUpdate,
        event::DisableMouseCapture,
        event::DisableBracketedPaste,
        style::ResetColor,
        tty::LeaveAlternateScreen,
        cursor::Show
    );
    let _ = queued.and_then(|()| write_to_terminal(&bytes));
    true
}

/// Takes the terminal over again after [`leave`], with the mouse as it was. The next frame must be painted whole: [`Screen::redraw`].
pub fn come_back() -> io::Result<()> {
    let _painting = PAINTING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    tty::enable_raw_mode()?;
    ON.store(true, Ordering::SeqCst);
    let mut bytes = Vec::new();
    queue!(bytes, tty::EnterAlternateScreen, cursor::Hide, event::EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        queue!(bytes, event::EnableMouseCapture)?;
    }
    let mut out = io::stdout().lock();
    out.write_all(&bytes)?;
    out.flush()
}

/// Checks that a full screen can be had: keyboard and screen are a terminal, and not a dumb one (`term` is `TERM`).
pub fn check(term: Option<&str>) -> Result<(), Problem> {
    check_given(io::stdin().is_terminal() && io::stdout().is_terminal(), term)
}

/// As [`check`], where keyboard and screen are a terminal or not.
pub fn check_given(terminal: bool, term: Option<&str>) -> Result<(), Problem> {
    let text = match term {
        _ if !terminal => msg!("shell-no-terminal"),
        Some("dumb") => msg!("shell-dumb-terminal"),
        // Windows consoles have no TERM.
        None | Some("") if cfg!(unix) => msg!("shell-unnamed-terminal"),
        _ => return Ok(()),
    };
    Err(Problem::usage(text).hint(msg!("shell-use-commands")))
}

/// Makes a panic leave the full screen first, and then tell a person what it means. Panics of workers are told by [`spawn_worker`],
/// and never touch a screen that another thread goes on painting.
///
/// The panic's own text may hold somebody's data: it is shown only to who asks for it with `RUST_BACKTRACE`.
pub fn tell_panics(lang: Lang) {
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
        if CAUGHT.get() || (ON.load(Ordering::SeqCst) && !PAINTS.get()) {
            PLACE.set(place);
            return;
        }
        leave();
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            previous(info);
        }
        for text in [msg!("shell-broken", place = place), msg!("shell-broken-saved")] {
            let _ = writeln!(io::stderr(), "{}", lang.say(&text));
        }
    }));
}

/// Runs work on a thread of its own. If it panics, the terminal is left alone and `on_panic` gets what to tell.
pub fn spawn_worker(
    name: &str,
    on_panic: impl FnOnce(Problem) + Send + 'static,
    work: impl FnOnce() + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let told = name.to_owned();
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        CAUGHT.set(true);
        // What the work held is dropped with it; nothing half-changed is looked at again.
        if panic::catch_unwind(panic::AssertUnwindSafe(work)).is_err() {
            let text = msg!("shell-worker-broken", name = told, place = PLACE.take());
            on_panic(Problem::refused(text).hint(msg!("shell-worker-restart")));
        }
    })
}

/// Reads keys, mouse, pastes and sizes on a thread of its own and hands each to `tell`, until that says no or reading fails.
pub fn spawn_input(mut tell: impl FnMut(io::Result<Event>) -> bool + Send + 'static) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        CAUGHT.set(true);
        loop {
            let input = event::read();
            let last = input.is_err();
            if !tell(input) || last {
                return;
            }
        }
    })
}

/// What the terminal library writes through: a frame is held until it is whole, and dropped if the screen was left meanwhile.
struct Door(Vec<u8>);

impl Write for Door {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _painting = PAINTING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let written = if ON.load(Ordering::SeqCst) {
            let mut out = io::stdout().lock();
            out.write_all(&self.0).and_then(|()| out.flush())
        } else {
            Ok(())
        };
        self.0.clear();
        written
    }
}

/// Returns the part of the terminal that is painted.
pub fn area() -> io::Result<Rect> {
    let (columns, rows) = tty::size()?;
    Ok(clamp(columns, rows))
}

/// Returns the part of a terminal of that size that is painted.
pub fn clamp(columns: u16, rows: u16) -> Rect {
    Rect::new(0, 0, columns.min(MAX_COLUMNS), rows.min(MAX_ROWS))
}

/// Waits for a frame on its way, but not for ever: the terminal may have stopped reading.
fn wait_for_painter() -> Option<MutexGuard<'static, ()>> {
    let deadline = Instant::now() + FRAME_WITHIN;
    loop {
        match PAINTING.try_lock() {
            Ok(painting) => return Some(painting),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => thread::sleep(Duration::from_millis(2)),
            Err(TryLockError::WouldBlock) => return None,
        }
    }
}

/// Writes past the standard output, whose lock a stuck painter may hold.
fn write_to_terminal(bytes: &[u8]) -> io::Result<()> {
    #[cfg(unix)]
    if let Ok(mut terminal) = std::fs::OpenOptions::new().write(true).open("/dev/tty") {
        return terminal.write_all(bytes);
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
