//! Signals: each gives the terminal back, whatever the rest of the program is doing. Never here: what the loop does about it.
//!
//! The event loop cannot be trusted with this: once a terminal is gone, reading from it never returns.

use std::io;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::time::Duration;

/// How long a transaction may take to finish once the program was told to end.
#[cfg(unix)]
const FINISH_WITHIN: Duration = Duration::from_secs(2);
/// How long giving the terminal back may take: it may have stopped reading.
#[cfg(unix)]
const LEAVE_WITHIN: Duration = Duration::from_millis(500);

/// What the loop learns of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The program ends, with this exit code (128 + the signal's number): the terminal is given back already, and the process ends by
    /// itself as soon as the running transaction is done.
    Ends(u8),
    /// The program goes on after a suspension, and the terminal is ours again: paint the whole screen.
    Resumed,
}

/// Whether a transaction is running that must not be cut off. Clones are the same one.
#[derive(Clone, Debug, Default)]
pub struct Busy(Arc<(Mutex<State>, Condvar)>);

#[derive(Debug, Default)]
struct State {
    running: usize,
    closed: bool,
}

/// A running transaction; it is done when this is dropped.
#[derive(Debug)]
pub struct Working(Busy);

impl Busy {
    /// Starts a transaction; none if the program is ending.
    pub fn start(&self) -> Option<Working> {
        let mut state = self.state();
        if state.closed {
            return None;
        }
        state.running += 1;
        Some(Working(self.clone()))
    }

    /// Lets no transaction start any more, waits for those that run, and returns whether they are all done.
    pub fn close(&self, within: Duration) -> bool {
        let mut state = self.state();
        state.closed = true;
        let waited = self.0.1.wait_timeout_while(state, within, |state| state.running > 0);
        waited.unwrap_or_else(PoisonError::into_inner).0.running == 0
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        self.0.state().running -= 1;
        self.0.0.1.notify_all();
    }
}

/// Watches signals on a thread of its own, from now on until the program ends.
///
/// TERM, HUP, INT and QUIT give the terminal back, tell, wait for `busy` (at most 2 s) and end the process with 128 + n, even if the loop
/// hangs. TSTP gives the terminal back and stops the process; CONT takes the terminal again and tells. `tell` must not block.
#[cfg(unix)]
pub fn watch(busy: Busy, tell: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::SIGCONT;
    use signal_hook::consts::SIGHUP;
    use signal_hook::consts::SIGINT;
    use signal_hook::consts::SIGQUIT;
    use signal_hook::consts::SIGSTOP;
    use signal_hook::consts::SIGTERM;
    use signal_hook::consts::SIGTSTP;
    use signal_hook::low_level::raise;

    use crate::shell::terminal;

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let watcher = std::thread::Builder::new().name("signals".to_owned());
    watcher.spawn(move || {
        // Whether a screen was left that must be entered again.
        let mut left = false;
        for signal in signals.forever() {
            match signal {
                SIGTSTP => {
                    left |= leave();
                    let _ = raise(SIGSTOP);
                }
                // Also after a stop that nobody can see coming (SIGSTOP): the shell may have changed the terminal since.
                SIGCONT => {
                    left |= leave();
                    if left && terminal::come_back().is_ok() {
                        left = false;
                        tell(Signal::Resumed);
                    }
                }
                _ => end(signal, &busy, &tell),
            }
        }
    })?;
    Ok(())
}

/// Gives the terminal back; returns whether there was anything to give. A terminal that has stopped reading is left to itself after a moment.
#[cfg(unix)]
fn leave() -> bool {
    let (done, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || done.send(crate::shell::terminal::leave()));
    wait.recv_timeout(LEAVE_WITHIN).unwrap_or(true)
}

#[cfg(unix)]
fn end(signal: i32, busy: &Busy, tell: &impl Fn(Signal)) -> ! {
    leave();
    let code = u8::try_from(128 + signal).unwrap_or(u8::MAX);
    tell(Signal::Ends(code));
    busy.close(FINISH_WITHIN);
    // At once, without what usually runs at an exit: it may wait for a lock that a hanging thread holds.
    signal_hook::low_level::exit(i32::from(code))
}

/// Watches nothing: there are no such signals here.
#[cfg(not(unix))]
pub fn watch(_busy: Busy, _tell: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
    Ok(())
}
