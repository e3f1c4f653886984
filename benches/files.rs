//! The files of a size of the workload: made, imported with the program itself, kept; and what a process took of memory.
//!
//! Never here: the time anything took, but for the import.

use std::fs;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::sync::mpsc::RecvTimeoutError;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::workload;

/// The program, as it was built for this benchmark.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_quadrille");
/// How often the memory of a running program is read: its peak only grows.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Returns the folder of everything that is found.
pub(crate) fn results() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench")
}

/// Returns the folder of a size, which is made.
pub(crate) fn folder(leads: u32) -> PathBuf {
    let folder = results().join(leads.to_string());
    fs::create_dir_all(&folder).expect("target can be written");
    folder
}

/// Returns the workspace of a size, in its folder.
pub(crate) fn workspace(folder: &Path) -> PathBuf {
    folder.join("workspace.quadrille")
}

/// Reads a size: `10000`, `10k`, `5M`.
pub(crate) fn size(text: &str) -> Option<u32> {
    let (digits, times) = match text.strip_suffix(['k', 'K']) {
        Some(digits) => (digits, 1_000),
        None => text.strip_suffix(['m', 'M']).map_or((text, 1), |digits| (digits, 1_000_000)),
    };
    digits.replace('_', "").parse::<u32>().ok()?.checked_mul(times)
}

/// Writes the workload's two files, down to the disk: nobody who reads them afterwards waits for that. Returns how many events there
/// are.
pub(crate) fn write(leads: u32, folder: &Path) -> u64 {
    let file = |name: &str| BufWriter::new(File::create(folder.join(name)).expect("target can be written"));
    let done = |file: BufWriter<File>| {
        let file = file.into_inner().expect("target can be written");
        file.sync_all().expect("target can be written");
    };
    let (mut of_leads, mut of_events) = (file("leads.csv"), file("events.csv"));
    workload::leads(leads, &mut of_leads).expect("target can be written");
    let n_events = workload::events(leads, &mut of_events).expect("target can be written");
    done(of_leads);
    done(of_events);
    n_events
}

/// What an import took.
pub(crate) struct Imported {
    pub(crate) leads: Duration,
    pub(crate) events: Duration,
    /// The most memory that either took, in MiB.
    pub(crate) peak: u64,
}

/// Imports the two files of a folder with the program itself, as a person would, into a new workspace.
pub(crate) fn import(folder: &Path) -> Imported {
    let file = workspace(folder);
    if file.exists() {
        fs::remove_file(&file).expect("what was made here can be removed");
    }
    let mut peak = 0;
    let mut run = |what: &str, name: &str, options: &[String]| {
        let mut command = Command::new(PROGRAM);
        command.arg("--db").arg(&file).args(["import", what]).arg(folder.join(name)).args(["--zone", "UTC"]);
        command.args(options).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let start = Instant::now();
        let child = command.spawn().expect("the program can be started");
        let (over, more) = mpsc::channel::<()>();
        let pid = child.id().to_string();
        let looking = thread::spawn(move || {
            let mut peak = 0;
            while more.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout) {
                peak = memory(&pid, "VmHWM").max(peak);
            }
            peak
        });
        let out = child.wait_with_output().expect("our own child ends");
        let took = start.elapsed();
        drop(over);
        peak = looking.join().expect("nothing fails there").max(peak);
        assert!(
            out.status.success(),
            "{}{}",
            String::from_utf8_lossy(&out.stdout),
            String::from_utf8_lossy(&out.stderr)
        );
        took
    };
    let types = workload::attributes().flat_map(|(name, kind)| ["--type".to_owned(), format!("{name}={kind}")]);
    let key = ["--key".to_owned(), "lead".to_owned()];
    let leads = run("leads", "leads.csv", &types.chain(key).collect::<Vec<_>>());
    let events = run("events", "events.csv", &[]);
    Imported { leads, events, peak }
}

/// Returns a figure of the memory of a process, by its number or `self`, in MiB; 0 where the system does not say.
pub(crate) fn memory(process: &str, what: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kib| kib / 1024)
}
