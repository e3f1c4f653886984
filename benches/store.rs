//! How long a workspace takes: both files in, the first opening from rows, every later one from the snapshot; and the memory for it.
//!
//! `cargo bench --bench store` runs 100,000 generated leads with 20 events each; `-- 1000000` another size; `-- 1000000 FOLDER` on
//! the files `leads.csv` and `events.csv` that `quadrille generate` made there. Where a `sqlite3` is installed its `.import` of the
//! same files is timed beside it. Nothing here passes or fails.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark asks the clock and the system, and prints what it found"
)]

use std::hint::black_box;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use quadrille::cli::Job;
use quadrille::cli::What;
use quadrille::generate;
use quadrille::import::Options;
use quadrille::shell::intake;
use quadrille::shell::intake::Monitor;
use quadrille::store::Store;
use quadrille::text::Lang;
use quadrille::workbench::Workbench;

/// 2026-11-01 00:00 UTC.
const AS_OF: i64 = 1_793_491_200;
const RUNS: usize = 5;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let leads = args.iter().find_map(|arg| arg.parse().ok()).unwrap_or(100_000);
    let scratch = tempfile::tempdir().expect("a folder for the files");
    let folder = if let Some(folder) = args.iter().find(|arg| arg.parse::<u32>().is_err()) {
        PathBuf::from(folder)
    } else {
        made(leads, scratch.path());
        scratch.path().to_owned()
    };
    let db = scratch.path().join("bench.quadrille");
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |meta| meta.len()) >> 20;
    let mut total = 0.0;
    for (name, what) in [("leads.csv", What::Leads), ("events.csv", What::Events { create_leads: false })] {
        let file = folder.join(name);
        let job = Job {
            db: db.clone(),
            file: file.clone(),
            what,
            options: Options::default(),
            zone: None,
            dry_run: false,
            lang: Lang::En,
        };
        let stop = AtomicBool::new(false);
        let mut tell = |_| {};
        let mut monitor = Monitor { tell: &mut tell, stop: &stop };
        let store = Store::open(&db, AS_OF).ok();
        forget_peak();
        let (shape, looking) = timed(|| intake::look(&job, store.as_ref(), &mut monitor).expect("a file of rows"));
        drop(store);
        let ((done, _), bringing) =
            timed(|| intake::import_at(&job, &shape, AS_OF, &mut monitor).expect("rows that fit"));
        total += looking + bringing;
        println!(
            "import {name}: {} MiB, {} rows, looking {looking:.2} s, bringing in {bringing:.2} s, {:.0} rows/ms, peak {} MiB",
            size(&file),
            done.counts.read,
            f64::from(u32::try_from(done.counts.read).unwrap_or(u32::MAX)) / (looking + bringing) / 1e3,
            peak_mib(),
        );
    }
    println!("import of both: {total:.2} s; workspace {} MiB", size(&db));
    opening(&db, size(&db));
    peer(&folder, scratch.path(), total);
}

/// Opens the workspace from rows, keeps the snapshot, and opens it from that.
fn opening(db: &Path, before: u64) {
    let rows =
        runs("open from rows", 3, || Store::open(db, AS_OF).and_then(|store| store.load_rows()).expect("a workspace"));
    let mut store = Store::open(db, AS_OF).expect("a workspace");
    let (kept, writing) = timed(|| store.keep_snapshot(&rows).expect("room for it"));
    drop((rows, store));
    let after = std::fs::metadata(db).map_or(0, |meta| meta.len()) >> 20;
    println!("snapshot written: {kept}, {writing:.2} s; workspace {before} -> {after} MiB");
    let loaded = runs("open from snapshot", RUNS, || {
        Store::open(db, AS_OF).and_then(|store| store.load()).expect("a workspace")
    });
    println!("  from the snapshot: {}", loaded.from_snapshot);
    let store = Store::open(db, AS_OF).expect("a workspace");
    let row = store.models().expect("models").into_iter().next().expect("a first model");
    let ron = store.model(&row.name).expect("its text").ron;
    let model = quadrille::model::parse(&ron).expect("a model");
    let data = loaded.data;
    runs("first matrix after that", RUNS, || {
        let bench = Workbench::new(model.clone(), None, std::sync::Arc::clone(&data), AS_OF);
        black_box(bench.matrix().total);
        bench
    });
    let (sound, checking) = timed(|| store.is_sound().expect("a file that can be read"));
    println!("whole check of the file: {checking:.2} s, sound: {sound}");
}

/// Times several runs of the same; prints the median and the peak of memory, and returns what the last run made.
fn runs<T>(what: &str, n: usize, mut run: impl FnMut() -> T) -> T {
    forget_peak();
    let mut last = None;
    let mut times: Vec<f64> = (0..n)
        .map(|_| {
            drop(last.take());
            let (made, time) = timed(&mut run);
            last = Some(made);
            time
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{what}: median {:.0} ms of {n} (best {:.0}), peak {} MiB",
        times[n / 2] * 1e3,
        times[0] * 1e3,
        peak_mib()
    );
    last.expect("there was a run")
}

/// What `sqlite3 .import` takes for the same files, untyped and unchecked.
fn peer(folder: &Path, scratch: &Path, ours: f64) {
    let db = scratch.join("peer.db");
    let path = |name: &str| folder.join(name).display().to_string();
    let commands = [
        ".mode csv".to_owned(),
        format!(".import {} lead", path("leads.csv")),
        format!(".import {} event", path("events.csv")),
    ];
    let (done, time) = timed(|| Command::new("sqlite3").arg(&db).args(&commands).status());
    match done {
        Ok(status) if status.success() => {
            println!("sqlite3 .import of both: {time:.2} s, {:.2} times ours", time / ours);
        }
        _ => println!("sqlite3 is not installed: no peer"),
    }
}

/// Writes the files of a size.
fn made(leads: u32, folder: &Path) {
    let spec = generate::Spec { leads, events_per_lead: 20, seed: 7, as_of: AS_OF };
    let file = |name: &str| std::io::BufWriter::new(std::fs::File::create(folder.join(name)).expect("a scratch file"));
    generate::leads(&spec, &mut file("leads.csv")).expect("room on the disk");
    generate::events(&spec, &mut file("events.csv")).expect("room on the disk");
}

fn timed<T>(run: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let made = run();
    (made, start.elapsed().as_secs_f64())
}

/// Starts the count of the peak of memory anew, where the system can.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Returns the most memory this process has held; 0 where the system does not say.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kib| kib / 1024)
}
