//! The app on a terminal of 160 × 50 with a million leads: how long each key takes until a frame shows what it did.
//!
//! `cargo bench --bench terminal` opens the workload's 1,000,000 leads in the real program and does what a person does: waits
//! for the matrix, holds a weight's key for two seconds, pages through the top 20 %, searches while typing, moves the edge of a
//! band, undoes everything, and leaves. `-- 100k` takes another size. The files that `goals --keep` left are used, else made.
//!
//! A step that did not happen, as the screen tells, stops the run; no time does.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a benchmark asks the clock and the system, runs the program, and prints what it found"
)]

mod files;
#[path = "terminal/window.rs"]
mod window;
mod workload;

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use quadrille::store::Store;

use crate::window::Frame;
use crate::window::Window;

const RIGHT: &str = "\x1b[C";
const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const END: &str = "\x1b[F";
const TAB: &str = "\t";
const ESC: &str = "\x1b";
/// How long a key is held, and how often a keyboard repeats it.
const HELD_KEYS: i64 = 60;
const REPEAT: Duration = Duration::from_micros(33_333);
/// Longer than edits of one knob are one step of undo.
const APART: Duration = Duration::from_millis(350);
const PAGES: usize = 20;
const EDGES: usize = 5;

fn main() {
    let leads = std::env::args().skip(1).find_map(|arg| files::size(&arg)).unwrap_or(1_000_000);
    let home = tempfile::tempdir().expect("a folder for the run");
    let db = workspace(leads, home.path());
    let db = db.display().to_string();
    // What the first opening leaves for the next is part of opening again.
    let first = Window::open(home.path(), &["--db", &db]);
    let mut run = Run { window: first, leads, steps: Vec::new(), kept: None };
    run.start("first opening");
    run.quit("leave after that");
    let kept = run.kept.take();
    run.window = Window::open(home.path(), &["--db", &db]);
    run.start("opening again");
    assert_eq!(kept, Some(run.matrix()), "the matrix is what it was");
    run.hold_weight();
    run.page();
    run.search();
    run.edges();
    run.undo_all();
    let peak = files::memory(&run.window.pid().to_string(), "VmHWM");
    run.quit("leave");
    run.print(peak);
}

/// Makes a workspace of the size with the workload's model, which is the run's own.
fn workspace(leads: u32, home: &Path) -> PathBuf {
    let folder = files::folder(leads);
    if !files::workspace(&folder).exists() {
        let events = files::write(leads, &folder);
        let files::Imported { leads: first, events: then, peak } = files::import(&folder);
        eprintln!("{leads} leads in {first:?}, {events} events in {then:?}, {peak} MiB");
    }
    let db = home.join("terminal.quadrille");
    fs::copy(files::workspace(&folder), &db).expect("room for a copy");
    let model = home.join("workload.ron");
    fs::write(&model, workload::MODEL).expect("room for the model");
    let mut command = Command::new(files::PROGRAM);
    let done = command.args(["model", "import"]).arg(&model).arg("--db").arg(&db).output().expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut store = Store::open(&db, workload::AS_OF).expect("the workspace opens");
    store.set_setting("as-of", Some(&workload::AS_OF.to_string())).expect("the workspace can be written");
    db
}

/// What a step came to.
struct Step {
    name: String,
    frames: usize,
    /// From a key to the frame that shows what it did, one for each key.
    waits: Vec<Duration>,
}

/// The program, and what it took so far.
struct Run {
    window: Window,
    leads: u32,
    steps: Vec<Step>,
    /// The counts of the matrix, as first seen.
    kept: Option<Vec<String>>,
}

impl Run {
    fn put(&mut self, name: &str, since: Instant, waits: Vec<Duration>) {
        let frames = self.window.frames(since).len();
        eprintln!("  {name}: {frames} frames, {waits:?}");
        self.steps.push(Step { name: name.to_owned(), frames, waits });
    }

    /// Waits for the last matrix, for the leads themselves, and until a weight can be changed; takes that back.
    fn start(&mut self, name: &str) {
        let (started, of_all) = (self.window.started, grouped(self.leads));
        let shows = |text: &str| text.lines().filter(|line| line.contains('░') || line.contains('█')).count() > 3;
        let matrix = self.window.until(started, "a matrix", shows);
        self.put(&format!("{name}: a matrix"), started, vec![matrix.at - started]);
        let all = |text: &str| text.contains(&format!("{of_all} leads")) && text.contains("Criteria");
        let leads = self.window.until(started, "all leads", all);
        self.put(&format!("{name}: all leads"), started, vec![leads.at - started]);
        let before = matrix_of(&leads.text);
        // A criterion with a weight, whatever stands first.
        let edited = loop {
            let at = self.window.press(RIGHT);
            let moved = self.window.within(Duration::from_millis(100), at, &|text| told_weight(text).is_some());
            if let Some(frame) = moved {
                break frame;
            }
            self.window.press(DOWN);
        };
        self.put(&format!("{name}: edited"), started, vec![edited.at - started]);
        let since = self.window.press("u");
        self.window.until(since, "the matrix as it was", |text| matrix_of(text) == before);
        self.kept = Some(before);
    }

    fn matrix(&self) -> Vec<String> {
        matrix_of(&self.window.screen())
    }

    /// Holds the key of a weight for two seconds.
    fn hold_weight(&mut self) {
        thread::sleep(APART);
        let first = self.window.press(RIGHT);
        let frame = self.window.until(first, "the weight", |text| told_weight(text).is_some());
        let base = told_weight(&frame.text).expect("it was seen");
        thread::sleep(APART);
        let began = Instant::now();
        let mut pressed = Vec::new();
        for number in 0..HELD_KEYS {
            let due = began + REPEAT * u32::try_from(number).expect("a few");
            thread::sleep(due.saturating_duration_since(Instant::now()));
            pressed.push(self.window.press(RIGHT));
        }
        self.window.until(began, "the last weight", |text| told_weight(text) == Some(base + HELD_KEYS));
        let frames = self.window.frames(began);
        let shown = |number: i64, at: Instant| {
            let shows = |frame: &&Frame| told_weight(&frame.text) >= Some(base + number) && frame.at >= at;
            frames.iter().find(shows).expect("the last one shows all").at - at
        };
        let waits = (1..).zip(pressed).map(|(number, at)| shown(number, at)).collect();
        self.put("weight held for two seconds", began, waits);
        assert_ne!(Some(self.matrix()), self.kept, "the matrix moved");
    }

    /// Opens the list of the top 20 % and pages through it.
    fn page(&mut self) {
        let began = self.window.press("2");
        let opened = self.window.until(began, "the list", |text| text.contains("[2 Leads]") && cursor(text).is_some());
        self.put("the list of the top 20 %", began, vec![opened.at - began]);
        let began = Instant::now();
        let mut waits = Vec::new();
        for page in 0..PAGES {
            let before = cursor(&self.window.screen()).expect("the list has a cursor");
            let at = self.window.press(PAGE_DOWN);
            let moved = |text: &str| cursor(text).is_some_and(|now| now != before);
            waits.push(self.window.until(at, &format!("page {page}"), moved).at - at);
        }
        self.put("pages of it", began, waits);
        let at = self.window.press(END);
        let before = cursor(&self.window.screen());
        let last = self.window.until(at, "the end", |text| cursor(text).is_some() && cursor(text) != before);
        self.put("its end", at, vec![last.at - at]);
    }

    /// Searches for a lead among everyone while typing its key.
    fn search(&mut self) {
        let began = Instant::now();
        let mut waits = Vec::new();
        // The next 20 %, the rest, everyone.
        for listed in [self.leads.div_ceil(5), self.leads / 5 * 3, self.leads] {
            let title = format!("{0} of {0} leads", grouped(listed));
            let at = self.window.press(RIGHT);
            waits.push(self.window.until(at, &title, |text| text.contains(&title)).at - at);
        }
        self.put("the lists of the others", began, waits);
        let wanted = (self.leads / 8).to_string();
        let at = self.window.press("/");
        self.window.until(at, "a search", |text| text.lines().any(|line| line.starts_with(" / ")));
        let began = Instant::now();
        let mut waits = Vec::new();
        for end in 1..=wanted.len() {
            let at = self.window.press(&wanted[end - 1..end]);
            let typed = format!(" / {}", &wanted[..end]);
            // The last key is done when the lead is listed.
            let is_last = end == wanted.len();
            let listed = |text: &str| text.lines().any(|line| line.starts_with("│>") && line.contains(&wanted));
            let shows = |text: &str| text.lines().any(|line| line.trim_end() == typed) && (!is_last || listed(text));
            waits.push(self.window.until(at, &typed, shows).at - at);
        }
        self.put("a key typed into the search", began, waits);
        let at = self.window.press(ESC);
        let all = |text: &str| !text.lines().any(|line| line.starts_with(" / "));
        let closed = self.window.until(at, "all of them again", all);
        self.put("the search closed", at, vec![closed.at - at]);
    }

    /// Moves the edge of a band.
    fn edges(&mut self) {
        let at = self.window.press("1");
        let back = self.window.until(at, "the workbench", |text| text.contains("[1 Workbench]"));
        self.put("back to the workbench", at, vec![back.at - at]);
        let at = self.window.press(&format!("{TAB}{RIGHT}{DOWN}"));
        self.window.until(at, "the cell under the cursor", |text| text.contains('['));
        let began = Instant::now();
        let mut waits = Vec::new();
        for _ in 0..EDGES {
            let before = self.matrix();
            let at = self.window.press("=");
            waits.push(self.window.until(at, "other counts", |text| matrix_of(text) != before).at - at);
            thread::sleep(APART);
        }
        self.put("edge of a band", began, waits);
    }

    /// Takes back everything, step by step.
    fn undo_all(&mut self) {
        let began = Instant::now();
        let mut waits = Vec::new();
        for _ in 0..EDGES + 2 {
            let before = self.matrix();
            let at = self.window.press("u");
            waits.push(self.window.until(at, "an undo", |text| matrix_of(text) != before).at - at);
        }
        self.put("undo", began, waits);
        assert_eq!(Some(self.matrix()), self.kept, "the counts are exactly what they were");
        self.window.until(began, "all saved, nothing changed", |text| text.contains("· workload · saved ·"));
    }

    /// Leaves; the window must not be used after that.
    fn quit(&mut self, name: &str) {
        let at = self.window.press("q");
        let ended = self.window.ended();
        self.put(name, at, vec![ended - at]);
    }

    /// Prints the table, and leaves it with the other results.
    fn print(&self, peak: u64) {
        let title = format!("{} leads on a terminal of 160 × 50, peak of memory {peak} MiB", grouped(self.leads));
        let mut lines = vec![title, String::new()];
        lines.push("| step | keys | frames | from key to frame, ms: median | slowest |".to_owned());
        lines.push("|---|---:|---:|---:|---:|".to_owned());
        for Step { name, frames, waits } in &self.steps {
            let mut waits: Vec<f64> = waits.iter().map(|wait| wait.as_secs_f64() * 1e3).collect();
            waits.sort_by(f64::total_cmp);
            let (middle, slowest) = (waits[waits.len() / 2], waits[waits.len() - 1]);
            lines.push(format!("| {name} | {} | {frames} | {middle:.1} | {slowest:.1} |", waits.len()));
        }
        let text = lines.join("\n") + "\n";
        print!("{text}");
        let file = files::results().join(format!("terminal-{}.md", self.leads));
        fs::write(file, text).expect("target can be written");
    }
}

/// Returns the weight that the line under the screen says was set: `✓ marketing: 21 points — …`.
fn told_weight(text: &str) -> Option<i64> {
    let line = text.lines().find(|line| line.starts_with(" ✓ ") && line.contains(" points"))?;
    let number = line.split(" point").next()?.rsplit(' ').next()?;
    number.replace('−', "-").replace(',', "").parse().ok()
}

/// Returns the counts of the matrix, as they are written.
fn matrix_of(text: &str) -> Vec<String> {
    let cells = text.lines().filter_map(|line| line.split("││").nth(1));
    // A row's label stands before its counts; what changed stands on the line below. The cell under the cursor is told of as `A × hot`.
    let row = |line: &str| {
        let mut words = line.split_whitespace();
        words.next().filter(|label| label.len() == 1 && label.chars().all(char::is_alphabetic))?;
        let counts = words.filter(|word| word.chars().all(|c| c.is_ascii_digit() || c == ','));
        Some(counts.collect::<Vec<_>>().join(" "))
    };
    cells
        .filter(|line| !line.contains(" × "))
        .filter_map(|line| row(&line.replace(['[', ']', '░', '▒', '▓', '█'], " ")))
        .collect()
}

/// Returns the line of the list that has the cursor.
fn cursor(text: &str) -> Option<String> {
    text.lines().find(|line| line.starts_with("│>")).map(str::to_owned)
}

/// Writes a number as the screen does.
fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(",")
}
