//! A window: the real program in a pseudo-terminal, its screen parsed as it comes, in a home of its own. Nothing waits a fixed time:
//! a test waits until the screen shows what it should, and fails if it never does.

use std::fs;
use std::io::Read;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::OnceLock;
use std::sync::PoisonError;
use std::sync::mpsc;
use std::time::Duration;
use std::time::Instant;

use portable_pty::CommandBuilder;
use portable_pty::MasterPty;
use portable_pty::PtySize;
use portable_pty::native_pty_system;

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long the program may take to end once it was told to.
const END_WITHIN: Duration = Duration::from_secs(1);

const PROGRAM: &str = env!("CARGO_BIN_EXE_quadrille");

/// A home with nothing in it but, if wanted, the demo workspace.
pub(super) struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub(super) fn new() -> Home {
        Home { folder: tempfile::tempdir().expect("a folder for a test") }
    }

    /// A home with the demo workspace, which is made once for all tests.
    pub(super) fn with_demo() -> Home {
        static DEMO: OnceLock<Vec<u8>> = OnceLock::new();
        let demo = DEMO.get_or_init(|| {
            let home = Home::new();
            assert!(home.run(&["demo"]).success(), "the demo is made");
            fs::read(home.demo()).expect("the demo was made")
        });
        let home = Home::new();
        fs::create_dir_all(home.demo().parent().unwrap()).expect("a folder for the demo");
        fs::write(home.demo(), demo).expect("a copy of the demo");
        home
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn demo(&self) -> PathBuf {
        self.path("data/quadrille/demo.quadrille")
    }

    pub(super) fn config(&self, name: &str) -> PathBuf {
        self.path("config/quadrille").join(name)
    }

    fn env(&self) -> Vec<(&'static str, String)> {
        let at = |name: &str| self.path(name).display().to_string();
        vec![
            ("HOME", at("")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_STATE_HOME", at("state")),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "en_US.UTF-8".to_owned()),
        ]
    }

    /// Runs a command without a terminal.
    pub(super) fn run(&self, args: &[&str]) -> std::process::ExitStatus {
        let mut command = Command::new(PROGRAM);
        command.args(args).env_clear().envs(self.env()).stdout(std::process::Stdio::null());
        command.status().expect("the program runs")
    }

    /// Returns what a command writes without a terminal.
    pub(super) fn output(&self, args: &[&str]) -> String {
        let mut command = Command::new(PROGRAM);
        let ran = command.args(args).env_clear().envs(self.env()).output().expect("the program runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).expect("what is written is text")
    }

    /// Opens a window of 100 × 30.
    pub(super) fn window(&self, args: &[&str]) -> Window {
        self.window_with(args, &[])
    }

    /// Opens a window with more in its environment.
    pub(super) fn window_with(&self, args: &[&str], env: &[(&str, &str)]) -> Window {
        let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let modes = modes(&*pty.master);
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.args(args);
        for (name, value) in self.env() {
            command.env(name, value);
        }
        for (name, value) in env {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        let mut child = pty.slave.spawn_command(command).expect("the program starts");
        drop(pty.slave);
        let pid = child.process_id().expect("it has a number");
        let (tell, ended) = mpsc::channel();
        std::thread::spawn(move || {
            let status = child.wait().expect("our own child");
            // A test that failed listens no more.
            let _ = tell.send((status.exit_code(), status.signal().map(str::to_owned)));
        });
        let writer = Arc::new(Mutex::new(pty.master.take_writer().expect("a keyboard")));
        let seen = Arc::new((Mutex::new(Seen::new(30, 100)), Condvar::new()));
        let reader = pty.master.try_clone_reader().expect("a screen");
        let (seen_too, writer_too) = (Arc::clone(&seen), Arc::clone(&writer));
        std::thread::spawn(move || watch(reader, &seen_too, &writer_too));
        Window { master: Some(pty.master), writer: Some(writer), seen, pid, ended, modes }
    }
}

/// What a terminal's settings are, as text.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// What came out of a window so far.
struct Seen {
    bytes: Vec<u8>,
    parser: vt100::Parser,
    /// Nothing more comes.
    over: bool,
    /// Nobody looks any more.
    closed: bool,
}

impl Seen {
    fn new(rows: u16, columns: u16) -> Seen {
        Seen { bytes: Vec::new(), parser: vt100::Parser::new(rows, columns, 0), over: false, closed: false }
    }
}

type Shared = (Mutex<Seen>, Condvar);

/// Takes in what comes out, and says what kind of terminal this is when asked, as every terminal does.
fn watch(mut reader: Box<dyn Read + Send>, seen: &Shared, writer: &Mutex<Box<dyn Write + Send>>) {
    let mut buffer = vec![0; 65_536];
    loop {
        let read = reader.read(&mut buffer).unwrap_or(0);
        // A test that failed while it looked is told elsewhere.
        let mut state = seen.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (asked, bytes) = (state.bytes.len().saturating_sub(2), &buffer[..read]);
        state.bytes.extend_from_slice(bytes);
        state.parser.process(bytes);
        state.over = read == 0;
        seen.1.notify_all();
        if state.over || state.closed {
            return;
        }
        if state.bytes[asked..].windows(3).any(|window| window == b"\x1b[c") {
            let _ = writer.lock().unwrap().write_all(b"\x1b[?6c");
        }
    }
}

/// A running program and what it shows.
pub(super) struct Window {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Arc<Mutex<Box<dyn Write + Send>>>>,
    seen: Arc<Shared>,
    pid: u32,
    ended: mpsc::Receiver<(u32, Option<String>)>,
    /// The terminal's settings before the program started.
    modes: String,
}

/// The keys that have no letter.
pub(super) const RIGHT: &str = "\x1b[C";
pub(super) const DOWN: &str = "\x1b[B";
pub(super) const ENTER: &str = "\r";
pub(super) const TAB: &str = "\t";
pub(super) const ESC: &str = "\x1b";
pub(super) const CTRL_C: &str = "\x03";

impl Window {
    /// Types.
    pub(super) fn press(&self, keys: &str) {
        let writer = self.writer.as_ref().expect("an open window");
        writer.lock().unwrap().write_all(keys.as_bytes()).expect("the keys are taken");
    }

    /// Waits until the screen shows something.
    pub(super) fn until(&self, what: &str, shows: impl Fn(&str) -> bool) {
        self.until_state(what, |screen| shows(&screen.contents()));
    }

    /// Waits until the screen shows these words.
    pub(super) fn until_shown(&self, words: &[&str]) {
        self.until(&words.join(", "), |screen| words.iter().all(|word| screen.contains(word)));
    }

    /// Waits until the terminal is in some state.
    pub(super) fn until_state(&self, what: &str, is: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().unwrap();
        while !is(seen.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "never seen: {what}\n{}", seen.parser.screen().contents());
            assert!(!seen.over, "over before: {what}\n{}", seen.parser.screen().contents());
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    pub(super) fn screen(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Returns everything that was ever written to the terminal.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    pub(super) fn resize(&self, columns: u16, rows: u16) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(rows, columns);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("an open window").resize(size).expect("another size");
    }

    /// Sends a signal by its name, without SIG.
    pub(super) fn signal(&self, name: &str) {
        let status = Command::new("kill").args([format!("-{name}"), self.pid.to_string()]).status();
        assert!(status.expect("kill is there").success(), "{name} is sent");
    }

    /// Closes the terminal under the program.
    pub(super) fn close(&mut self) {
        self.seen.0.lock().unwrap().closed = true;
        // The thread that reads holds the terminal until it has read once more.
        self.press("?");
        let deadline = Instant::now() + PATIENCE;
        while Arc::strong_count(&self.seen) > 1 {
            assert!(Instant::now() < deadline, "the reader ends");
            std::thread::yield_now();
        }
        self.writer = None;
        self.master = None;
    }

    /// Waits until the program is suspended.
    pub(super) fn until_stopped(&self) {
        let deadline = Instant::now() + PATIENCE;
        let stat = format!("/proc/{}/stat", self.pid);
        let is_stopped = || fs::read_to_string(&stat).is_ok_and(|stat| stat.contains(") T "));
        while !is_stopped() {
            assert!(Instant::now() < deadline, "it stops");
            std::thread::yield_now();
        }
    }

    /// Waits for the program's end, which must be soon; returns its exit code, or the signal it died of.
    pub(super) fn ended(&self) -> Result<u32, String> {
        let (code, signal) = self.ended.recv_timeout(END_WITHIN).expect("it ends at once");
        signal.map_or(Ok(code), Err)
    }

    /// Waits for all that the program wrote before it ended.
    pub(super) fn until_over(&self) {
        let seen = self.seen.0.lock().unwrap();
        let (seen, waited) = self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !seen.over).unwrap();
        assert!(!waited.timed_out(), "more comes after the end:\n{}", seen.parser.screen().contents());
    }

    /// Checks that the terminal is as it was before the program started.
    pub(super) fn assert_given_back(&self) {
        let seen = self.seen.0.lock().unwrap();
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain again");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is the terminal's");
        assert_eq!(modes(&**self.master.as_ref().expect("an open window")), self.modes, "keys are lines again");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A test that failed leaves nothing running.
        if self.ended.try_recv().is_err() {
            let _ = Command::new("kill").args(["-KILL", &self.pid.to_string()]).output();
        }
    }
}
