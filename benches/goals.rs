//! How long a person waits: each thing they do, on workload W(n), from the two files to the screen.
//!
//! `cargo bench --bench goals` prints the tables for 10,000, 100,000 and 1,000,000 leads with 20 events each;
//! `cargo bench --bench goals -- 5M` runs one size, `--keep` leaves its files in `target/bench/<n>`, and `--again` measures
//! those without making or importing them anew. Each size runs in a process of its own. Times are medians on whatever machine this is; nothing here passes or fails.
//!
//! What bounds what, as profiles of a million leads show it (`perf record` of this program; `engine::sweep` has the loops):
//! - A weight: one pass over blocks of leads, each of which stays in a processor's own cache from the group's sums (a look-up in
//!   a small table each lead) over values and bands to the counts of cells. Bands cost most, a comparison for each edge and lead at
//!   four leads at once: the processor's width bounds it, not memory. Then handing the work to other processors, once.
//! - An edge of a band: the same without the sums.
//! - The cut: a sweep over the first key finds everybody's bucket, two bytes each, and counts it; one over these tells who is above,
//!   below or in doubt, which leaves a few thousand leads. The first is bound by adding to memory, the other by reading it. Nobody
//!   asks for it between edits that come together.
//! - The spread: one sweep for the ends and one to count; the baseline is counted again only where the ends move.
//! - Lists: the cut's counts tell in which bucket a page is; one sweep over the buckets finds the leads of that one, and only they
//!   are sorted.
//! - Import: the first look splits and sees whole lines on every processor, bound by branches over short cells; bringing in is bound
//!   by what the database does for each row of one thread, while another reads, types and sorts; the end of it (the disk, the order of
//!   time, the snapshot) goes on beside each other.
//! - Whatever looks through events: a change at a random lead's place for each event, which waits for the cache beyond a
//!   processor's own. Decay puts events in order of blocks of leads first (`engine::by_block`).
//! - A rule off, a scope: who counts for inactivity has changed, and the days since of every kind of event are put together
//!   again, two bytes a lead and kind: memory.
//! - One lead: its events are looked for among all, four bytes each: memory.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a benchmark asks the clock and the system, runs the program, and prints what it found"
)]

mod edits;
mod files;
mod tables;
mod workload;

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use quadrille::engine::columns::Dataset;
use quadrille::engine::decay::freshness;
use quadrille::engine::rank::Fifth;
use quadrille::model::Decay;
use quadrille::model::Edit;
use quadrille::model::Model;
use quadrille::model::Rule;
use quadrille::model::Side;
use quadrille::model::parse;
use quadrille::store::Store;
use quadrille::workbench::Query;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;
use serde_json::Value as Json;
use serde_json::json;

use crate::edits::Hand;
use crate::workload::AS_OF;

/// How many rows of a list are looked at.
const PAGE: usize = 50;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let kept = if args.iter().any(|arg| arg == "--again") {
        Kept::Again
    } else if args.iter().any(|arg| arg == "--keep") {
        Kept::Keep
    } else {
        Kept::Remove
    };
    let sizes: Vec<u32> = args.iter().filter_map(|arg| files::size(arg)).collect();
    if args.iter().any(|arg| arg == "--one") {
        let leads = *sizes.first().expect("--one comes with a size");
        measure(leads, kept);
        return;
    }
    let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
    let found: Vec<Json> = sizes.iter().map(|leads| in_own_process(*leads, kept)).collect();
    tables::print(&found);
}

/// What becomes of the files of a size.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    /// Made, and removed in the end.
    Remove,
    /// Made, and left there.
    Keep,
    /// Those that were left there.
    Again,
}

/// Measures one size in a process of its own, whose memory is its own too.
fn in_own_process(leads: u32, kept: Kept) -> Json {
    let mut again = Command::new(std::env::current_exe().expect("this program has a path"));
    again.arg("--one").arg(leads.to_string());
    again.args(match kept {
        Kept::Remove => None,
        Kept::Keep => Some("--keep"),
        Kept::Again => Some("--again"),
    });
    let status = again.status().expect("this program can be started again");
    assert!(status.success(), "measuring {leads} leads failed");
    let text = fs::read_to_string(files::results().join(format!("{leads}.json"))).expect("it has just been written");
    serde_json::from_str(&text).expect("it is JSON")
}

/// Times by name, in milliseconds.
#[derive(Default)]
struct Times(Vec<(String, f64)>);

impl Times {
    fn put(&mut self, name: &str, ms: f64) {
        eprintln!("  {name}: {ms:.3}");
        self.0.push((name.to_owned(), ms));
    }

    fn json(&self) -> Json {
        self.0.iter().map(|(name, ms)| json!([name, ms])).collect()
    }
}

fn measure(leads: u32, kept: Kept) {
    let folder = files::folder(leads);
    eprintln!("{leads} leads, {}", folder.display());
    let runs = if leads > 1_000_000 { 5 } else { 9 };
    let mut times = Times::default();

    let file = files::workspace(&folder);
    let mut n_events = None;
    let mut memory = Vec::new();
    if kept != Kept::Again {
        n_events = Some(files::write(leads, &folder));
        let imported = files::import(&folder);
        times.put("import leads", ms(imported.leads));
        times.put("import events", ms(imported.events));
        times.put("import both", ms(imported.leads + imported.events));
        memory.push(("peak at import", imported.peak));
    }
    let bytes = fs::metadata(&file).expect("the import made it").len();

    let model = parse(workload::MODEL).unwrap_or_else(|problems| panic!("the workload's model: {problems:?}"));
    memory.push(("before", files::memory("self", "VmRSS")));
    reset_peak();
    let data = open(&file, &model, &mut times);
    memory.push(("peak at opening", files::memory("self", "VmHWM")));
    assert_eq!(data.n_leads(), leads as usize, "every lead was imported");
    let n_events = n_events.unwrap_or(data.events.len() as u64);
    assert_eq!(data.events.len() as u64, n_events, "every event was imported");

    let answers = answers(&model, &data, &folder);
    reset_peak();
    let mut hand = Hand::on(Workbench::new(model.clone(), None, Arc::clone(&data), AS_OF));
    hand.knobs(runs, |name, took| times.put(name, middle(took)));
    look(&mut hand, runs, &mut times);
    memory.push(("peak at editing", files::memory("self", "VmHWM")));
    memory.push(("at the end", files::memory("self", "VmRSS")));

    let found = json!({
        "leads": leads,
        "events": n_events,
        "times": times.json(),
        "memory": memory,
        "workspace_mib": bytes / (1 << 20),
        "as_of": AS_OF,
        "model": serde_json::to_value(&model).expect("a model can be written"),
        "answers": answers,
        "parallel": std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
    });
    let text = serde_json::to_string_pretty(&found).expect("JSON can be written");
    fs::write(files::results().join(format!("{leads}.json")), text).expect("target can be written");
    if kept == Kept::Remove {
        fs::remove_dir_all(&folder).expect("what was made here can be removed");
    }
}

/// Opens the workspace up to its first matrix, a few times.
fn open(file: &Path, model: &Model, times: &mut Times) -> Arc<Dataset> {
    let read = || {
        let store = Store::open_read_only(file).unwrap_or_else(|problem| panic!("{problem:?}"));
        Arc::new(store.dataset().unwrap_or_else(|problem| panic!("{problem:?}")))
    };
    let mut parts = [const { Vec::new() }; 3];
    for _ in 0..3 {
        let start = Instant::now();
        let data = read();
        let loaded = start.elapsed();
        black_box(Workbench::new(model.clone(), None, data, AS_OF).scores().counts());
        let all = start.elapsed();
        parts[0].push(all);
        parts[1].push(loaded);
        parts[2].push(all.saturating_sub(loaded));
    }
    let [all, load, score] = parts.map(middle);
    times.put("open to first matrix", all);
    times.put("of which reading", load);
    times.put("of which scoring", score);
    read()
}

/// Works out the answers that peers are held against, each from the model as it is.
fn answers(model: &Model, data: &Arc<Dataset>, folder: &Path) -> Json {
    let mut bench = Workbench::new(model.clone(), None, Arc::clone(data), AS_OF);
    let base = bench.scores().counts().to_vec();
    let fifths: Vec<u8> = bench
        .cut()
        .fifths
        .iter()
        .map(|fifth| match fifth {
            Fifth::Top => 2,
            Fifth::Next => 1,
            Fifth::Rest => 0,
        })
        .collect();
    fs::write(folder.join("fifths.bin"), fifths).expect("target can be written");
    let pages = [Fifth::Top, Fifth::Next].map(|fifth| page(&bench, fifth));
    let shares: Vec<Json> =
        bench.matrix().cells.iter().rev().flatten().map(|cell| json!([cell.top, cell.next])).collect();
    let mut after = |edits: &[Edit]| {
        for (edit, turn) in edits.iter().zip(1..) {
            bench.apply(edit.clone(), turn * 10_000).unwrap_or_else(|error| panic!("{edit:?}: {error:?}"));
        }
        let counts = bench.scores().counts().to_vec();
        for _ in edits {
            bench.undo().expect("there is an edit").expect("it can be undone");
        }
        let edits: Vec<Json> =
            edits.iter().map(|edit| serde_json::to_value(edit).expect("it can be written")).collect();
        json!({ "edits": edits, "counts": counts })
    };
    let rules = after(&edits::new_rules());
    let at_once = after(&edits::both_rules(model));
    assert_eq!(rules["counts"], at_once["counts"], "two rules come to the same one by one and at once");
    // Freshness by age in days, for the half-lives that the model has.
    let half_lives = model.criteria().filter_map(|(_, _, criterion)| match &criterion.rule {
        Rule::Activity { decay: Some(Decay::HalfLife(days)), .. } => Some(*days),
        _ => None,
    });
    let fresh: Vec<Json> = half_lives
        .map(|days| json!([days, (0..=366).map(|age| freshness(Decay::HalfLife(days), age)).collect::<Vec<_>>()]))
        .collect();
    json!({
        "counts": base,
        "shares": shares,
        "weight": after(&edits::weight()),
        "band": after(&edits::band()),
        "rules": rules,
        "pages": pages,
        "freshness": fresh,
    })
}

/// Returns the leads' numbers of a group's first page.
fn page(bench: &Workbench, fifth: Fifth) -> Vec<u64> {
    let query = Query { within: Within::Fifth(fifth), ..Query::default() };
    let rows = bench.page(&bench.list(&query), 0..PAGE).into_iter();
    rows.map(|lead| bench.row(lead as usize).key.parse().expect("a lead's key is its number")).collect()
}

/// What looks at a workbench.
type Look = fn(&Workbench);

/// What a screen shows beside the counts, in the order in which it is worked out: later parts use what earlier ones found.
const FRAME: [(&str, Look); 6] = [
    ("the cut of the top groups", |bench| {
        black_box(bench.cut());
    }),
    ("the matrix with its shares", |bench| {
        black_box(bench.matrix());
    }),
    ("the effect", |bench| {
        black_box((bench.effect(), bench.came_into_top()));
    }),
    ("who is handed over", |bench| {
        black_box(bench.handed_over());
    }),
    ("the shifts", |bench| {
        black_box(Side::BOTH.map(|side| bench.shifts(side)));
    }),
    ("the spread", |bench| {
        black_box(Side::BOTH.map(|side| bench.spread(side)));
    }),
];

/// Looks at the whole screen, lists, one lead, and another instant.
fn look(hand: &mut Hand, runs: usize, times: &mut Times) {
    let frame = (0..runs).map(|_| hand.time(edits::weight(), edits::screen)).collect();
    times.put("frame after a weight", middle(frame));
    let mut parts = FRAME.map(|_| Vec::new());
    for _ in 0..runs {
        hand.time(edits::weight(), |bench| {
            for ((_, part), took) in FRAME.iter().zip(&mut parts) {
                let start = Instant::now();
                part(bench);
                took.push(start.elapsed());
            }
        });
    }
    for ((name, _), took) in FRAME.iter().zip(parts) {
        times.put(&format!("of which {name}"), middle(took));
    }
    let bench = &mut hand.bench;
    // The lists alone, but with everything that hangs on a rank worked out anew.
    let alone = (0..runs).map(|turn| {
        let edit = if turn % 2 == 0 { edits::weight() } else { edits::set_weight("pricing", 10) };
        for edit in edit {
            bench.apply(edit, (1 << 50) + i64::try_from(turn).expect("a few") * 1_000).expect("the edit can be made");
        }
        let start = Instant::now();
        lists(bench);
        start.elapsed()
    });
    let alone = middle(alone.collect());
    times.put("top and next 20 %, 50 rows each, summary", alone);
    // Another one each time: what was found of a lead is kept while one looks at it.
    let mut leads = bench.order()[..runs].iter().map(|lead| *lead as usize);
    let explain = runs_of(runs, || {
        let lead = leads.next().expect("there are more leads than runs");
        black_box((bench.explain(lead), bench.timeline(lead)));
    });
    times.put("explain one lead", explain);
    let mut as_of = AS_OF;
    let other = runs_of(3, || {
        as_of -= 86_400;
        bench.set_as_of(as_of);
        black_box(bench.scores().counts());
    });
    times.put("another as-of", other);
}

/// Lists the first page of the top and of the next group, and how many of each are in every cell.
fn lists(bench: &Workbench) {
    for fifth in [Fifth::Top, Fifth::Next] {
        let query = Query { within: Within::Fifth(fifth), ..Query::default() };
        black_box(bench.rows(&bench.page(&bench.list(&query), 0..PAGE)));
    }
    black_box(bench.matrix());
}

/// Returns the median of several runs, in milliseconds.
fn runs_of(runs: usize, mut run: impl FnMut()) -> f64 {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    middle((0..runs).map(time).collect())
}

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    ms(times[times.len() / 2])
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

/// Lets the peak of the memory begin anew, where the system can.
fn reset_peak() {
    // Where it cannot, the peak is that of the whole process: no less.
    let _ = fs::write("/proc/self/clear_refs", "5");
}
