//! The program in a pseudo-terminal: keys in, frames out, each with the instant at which it was there.
//!
//! The program writes a mark behind every frame (the end of a synchronized update), so that a frame is read when it is whole.
//! Never here: what a key means, or what a frame should show.

use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use portable_pty::Child;
use portable_pty::CommandBuilder;
use portable_pty::MasterPty;
use portable_pty::PtySize;
use portable_pty::native_pty_system;

use crate::files::PROGRAM;

const ROWS: u16 = 50;
const COLUMNS: u16 = 160;
/// How long anything may take before the run fails.
const PATIENCE: Duration = Duration::from_secs(60);
/// What the program writes behind a frame.
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
/// What a program asks to learn what kind of terminal this is, and what every terminal answers.
const ASKED: &[u8] = b"\x1b[c";
const ANSWER: &[u8] = b"\x1b[?6c";

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;
type Shared = (Mutex<Seen>, Condvar);

/// A screen as it was painted.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) at: Instant,
    pub(crate) text: String,
}

#[derive(Default)]
struct Seen {
    frames: Vec<Frame>,
    /// Nothing more comes.
    over: bool,
}

/// A running program and what it showed.
pub(crate) struct Window {
    pub(crate) started: Instant,
    writer: Writer,
    seen: Arc<Shared>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Window {
    /// Starts the program with a home of its own.
    pub(crate) fn open(home: &Path, args: &[&str]) -> Window {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.args(args);
        for (name, folder) in [("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")] {
            command.env(name, home.join(folder));
        }
        command.env("XDG_STATE_HOME", home.join("state"));
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        let started = Instant::now();
        let child = pty.slave.spawn_command(command).expect("the program starts");
        drop(pty.slave);
        let writer: Writer = Arc::new(Mutex::new(pty.master.take_writer().expect("a keyboard")));
        let seen: Arc<Shared> = Arc::default();
        let reader = pty.master.try_clone_reader().expect("a screen");
        let (seen_too, writer_too) = (Arc::clone(&seen), Arc::clone(&writer));
        thread::spawn(move || watch(reader, &seen_too, &writer_too));
        Window { started, writer, seen, child, _master: pty.master }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().expect("it has a number")
    }

    /// Types; returns when.
    pub(crate) fn press(&self, keys: &str) -> Instant {
        let at = Instant::now();
        type_in(&self.writer, keys.as_bytes());
        at
    }

    /// Waits for a frame, painted since an instant, that shows something; returns it.
    pub(crate) fn until(&self, since: Instant, what: &str, shows: impl Fn(&str) -> bool) -> Frame {
        self.within(PATIENCE, since, &shows).unwrap_or_else(|| panic!("never seen: {what}\n{}", self.screen()))
    }

    /// The same, for so long at most.
    pub(crate) fn within(&self, wait: Duration, since: Instant, shows: &dyn Fn(&str) -> bool) -> Option<Frame> {
        let deadline = Instant::now() + wait;
        let mut seen = self.seen.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut looked_at = 0;
        loop {
            let new = seen.frames[looked_at..].iter().find(|frame| frame.at >= since && shows(&frame.text));
            if let Some(frame) = new {
                return Some(frame.clone());
            }
            looked_at = seen.frames.len();
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.over {
                return None;
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Returns the frames painted since an instant.
    pub(crate) fn frames(&self, since: Instant) -> Vec<Frame> {
        let seen = self.seen.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.frames.iter().filter(|frame| frame.at >= since).cloned().collect()
    }

    /// Returns what the screen shows.
    pub(crate) fn screen(&self) -> String {
        let seen = self.seen.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.frames.last().map(|frame| frame.text.clone()).unwrap_or_default()
    }

    /// Waits for the program's end, which must be a good one.
    pub(crate) fn ended(&mut self) -> Instant {
        let status = self.child.wait().expect("our own child ends");
        assert!(status.success(), "it ended with {status:?}");
        Instant::now()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A run that failed leaves nothing behind; a program that ended is killed no more.
        let _ = self.child.kill();
    }
}

fn type_in(writer: &Writer, bytes: &[u8]) {
    let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
    writer.write_all(bytes).expect("the keys are taken");
}

/// Takes in what comes out, frame by frame.
fn watch(mut reader: Box<dyn Read + Send>, seen: &Shared, writer: &Writer) {
    let mut parser = vt100::Parser::new(ROWS, COLUMNS, 0);
    let mut buffer = vec![0; 1 << 16];
    let mut waiting: Vec<u8> = Vec::new();
    loop {
        let read = reader.read(&mut buffer).unwrap_or(0);
        let at = Instant::now();
        waiting.extend_from_slice(&buffer[..read]);
        if let Some(asked) = find(&waiting, ASKED) {
            waiting.drain(..asked + ASKED.len());
            type_in(writer, ANSWER);
        }
        while let Some(ends) = find(&waiting, FRAME_ENDS) {
            let frame: Vec<u8> = waiting.drain(..ends + FRAME_ENDS.len()).collect();
            parser.process(&frame);
            let frame = Frame { at, text: parser.screen().contents() };
            seen.0.lock().unwrap_or_else(PoisonError::into_inner).frames.push(frame);
            seen.1.notify_all();
        }
        if read == 0 {
            seen.0.lock().unwrap_or_else(PoisonError::into_inner).over = true;
            seen.1.notify_all();
            return;
        }
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
