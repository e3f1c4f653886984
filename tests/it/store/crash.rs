//! `kill -9` at any moment: what was acknowledged is there, and nothing is half there.

use std::io::BufRead;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use quadrille::model::parse;
use quadrille::model::to_ron;
use quadrille::store::EventRow;
use quadrille::store::ImportKind;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::models::Window;
use super::models::model;
use super::models::set_weight;
use super::note;

const ENV: &str = "QUADRILLE_CRASH_FILE";
const KILLS: u32 = 100;
/// Leads of one import, each with two events.
const BATCH: i64 = 150;

/// Writes until it is killed, saying after each commit what is in the file by now. Not a test of its own.
#[test]
fn child() {
    let Some(path) = std::env::var_os(ENV) else {
        return;
    };
    let mut window = Window::open(Store::open(Path::new(&path), NOW).unwrap());
    loop {
        let round = window.model.criterion("a").unwrap().weight + 1;
        window.edit(&set_weight("a", round), false);
        println!("edit {round}");
        let mut import = window.store.begin_import(ImportKind::Events, &[]).unwrap();
        for n in 0..BATCH {
            let key = format!("{round}-{n}");
            for at in [round, round + 1] {
                let row = EventRow { key: &key, kind: "visit", at, asset: Some(&key), ..EventRow::default() };
                import.add_event(row, true).unwrap();
            }
        }
        import.commit(&note()).unwrap();
        println!("import {round}");
    }
}

/// Runs the child and kills it after some acknowledgements and a moment; returns the last of each kind.
fn run_and_kill(path: &Path, kill: u32) -> (i64, i64) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::crash::child", "--nocapture"])
        .env(ENV, path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut acknowledged = (0, 0);
    let mut see = |line: &str| {
        match line.split_once(' ').and_then(|(what, round)| Some((what, round.parse().ok()?))) {
            Some(("edit", round)) => acknowledged.0 = round,
            Some(("import", round)) => acknowledged.1 = round,
            _ => return false,
        }
        true
    };
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut n_seen = 0;
    while n_seen <= kill % 3 {
        n_seen += u32::from(see(&lines.next().unwrap().unwrap()));
    }
    // A moment of 0 to 25 ms, so that the kill falls anywhere in the next change.
    let moment = std::time::Instant::now();
    while moment.elapsed().as_micros() < u128::from(kill * 7_919 % 25_000) {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it died counts.
    lines.map_while(Result::ok).for_each(|line| {
        see(&line);
    });
    acknowledged
}

#[test]
fn a_kill_loses_nothing_and_leaves_nothing_half_done() {
    let (scratch, mut store) = Scratch::new();
    store.add_model("m", &to_ron(&model()).unwrap(), NOW).unwrap();
    drop(store);
    let journal = scratch.folder.path().join("leads.quadrille-journal");
    let (mut n_interrupted, mut n_undone) = (0, 0);
    let (mut edit_before, mut import_before, mut n_before) = (0, 0, 0);
    for kill in 0..KILLS {
        let (edit, import) = run_and_kill(&scratch.path(), kill);
        // A kill before the first word of a kind: what stood there before still stands.
        (edit_before, import_before) = (edit.max(edit_before), import.max(import_before));
        n_interrupted += u32::from(journal.exists());
        let store = Store::open(&scratch.path(), NOW).unwrap();
        n_undone += u32::from(store.recovered());

        let stored = store.model("m").unwrap();
        let weight = parse(&stored.ron).unwrap().criterion("a").unwrap().weight;
        assert!((edit_before..=edit_before + 1).contains(&weight), "kill {kill}: edit {edit_before}, found {weight}");
        let history = store.history("m").unwrap();
        let n_edits = usize::try_from(weight).unwrap();
        assert_eq!((history.position, history.edits.len()), (n_edits, n_edits), "kill {kill}");
        assert_eq!(stored.revision, weight + 1, "kill {kill}");
        edit_before = weight;

        let data = store.dataset().unwrap();
        let mut n_leads = vec![0; n_edits + 1];
        for key in data.keys.iter() {
            n_leads[key.split_once('-').unwrap().0.parse::<usize>().unwrap()] += 1;
        }
        assert!(n_leads.iter().all(|n| *n == 0 || *n == BATCH), "kill {kill}: an import is half there");
        assert_eq!(data.events.len(), data.n_leads() * 2, "kill {kill}");
        assert_eq!(data.events.words.len(), data.n_leads(), "kill {kill}");
        assert!(
            import_before == 0 || n_leads[usize::try_from(import_before).unwrap()] == BATCH,
            "kill {kill}: import {import_before} is lost"
        );
        let n_imports = n_leads.iter().filter(|n| **n == BATCH).count();
        assert!(n_imports >= n_before, "kill {kill}: an earlier import is lost");
        n_before = n_imports;
        assert_eq!(store.imports(usize::MAX).unwrap().len(), n_imports, "kill {kill}");
        assert_eq!(store.data_revision().unwrap(), i64::try_from(n_imports).unwrap(), "kill {kill}");
    }
    assert!(n_interrupted > 0, "no kill fell into a change: the test proves nothing");
    println!("{KILLS} kills, {n_interrupted} in the middle of a change, {n_undone} of them undone");
}
