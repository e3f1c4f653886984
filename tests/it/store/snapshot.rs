//! The snapshot: what it says is what the rows say, or it is not believed; whoever wrote in between, and whatever became of its bytes.

use std::collections::BTreeMap;

use proptest::prelude::*;
use quadrille::engine::columns::Dataset;
use quadrille::model::FieldType;
use quadrille::model::Role;
use quadrille::model::Value;
use quadrille::store::EventRow;
use quadrille::store::ImportKind;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::field;
use super::note;

/// All that a dataset says, in a form that can be compared.
pub(super) fn told(data: &Dataset) -> String {
    // A snapshot holds it; from the rows it is found when it is first asked for.
    data.newest();
    format!("{data:?}")
}

/// Opens the file anew; returns whether the snapshot was believed. What is loaded must be what the rows say.
fn opened(scratch: &Scratch) -> bool {
    let store = Store::open(&scratch.path(), NOW).unwrap();
    let loaded = store.load().unwrap();
    let rows = store.load_rows().unwrap();
    assert!(!rows.from_snapshot);
    assert!(told(&loaded.data) == told(&rows.data), "the snapshot says something else than the rows");
    let looking = Store::open_read_only(&scratch.path()).unwrap().load().unwrap();
    assert_eq!(looking.from_snapshot, loaded.from_snapshot);
    loaded.from_snapshot
}

fn keep(store: &mut Store) -> bool {
    let loaded = store.load().unwrap();
    store.keep_snapshot(&loaded).unwrap()
}

fn imported(store: &mut Store, keys: &[&str], at: i64) {
    let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
    for key in keys {
        let row = EventRow { key, kind: "visit", at, asset: Some(key), value: Some(at % 3), ..EventRow::default() };
        import.add_event(row, true).unwrap();
        import.add_event(EventRow { key, kind: "mail", at: at + 1, ..EventRow::default() }, true).unwrap();
    }
    import.commit(&note()).unwrap();
}

fn with_snapshot() -> (Scratch, Store) {
    let (scratch, mut store) = Scratch::new();
    let fields = [field("country", FieldType::Text), field("staff", FieldType::Whole), field("ok", FieldType::YesNo)];
    let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
    for (n, key) in ["a", "b", "c", "é"].into_iter().enumerate() {
        let n = i64::try_from(n).unwrap();
        let values = [Some(super::text(if n % 2 == 0 { "FR" } else { "DE" })), Some(Value::Whole(n * 1_000)), None];
        import.upsert_lead(key, &values).unwrap();
    }
    import.commit(&note()).unwrap();
    imported(&mut store, &["a", "c", "é"], 1_700_000_000);
    assert!(keep(&mut store));
    (scratch, store)
}

#[test]
fn a_snapshot_spares_the_rows_until_they_change() {
    let (scratch, mut store) = with_snapshot();
    assert!(store.load().unwrap().from_snapshot);
    // What changes no lead leaves it standing, however much of it there is.
    store.set_setting("zone", Some("Europe/Paris")).unwrap();
    store.add_model("m", "(name: \"m\")", NOW).unwrap();
    store.remove_model("m").unwrap();
    for n in 0..50 {
        store.add_model(&format!("m{n}"), &"x".repeat(5_000), NOW).unwrap();
    }
    drop(store);
    assert!(opened(&scratch));
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    assert!(store.load().unwrap().data.zone == chrono_tz::Europe::Paris);
    imported(&mut store, &["b"], 1_700_000_100);
    assert!(!store.load().unwrap().from_snapshot);
    drop(store);
    assert!(!opened(&scratch));
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    assert!(keep(&mut store));
    assert!(store.load().unwrap().from_snapshot);
    store.set_role("country", Some(Role::Country)).unwrap();
    assert!(!store.load().unwrap().from_snapshot);
    assert!(keep(&mut store));
    drop(store);
    assert!(opened(&scratch));
}

#[test]
fn what_was_dropped_leaves_the_snapshot_standing() {
    let (scratch, mut store) = with_snapshot();
    let mut import = store.begin_import(ImportKind::Leads, &[field("new", FieldType::Text)]).unwrap();
    import.upsert_lead("d", &[Some(super::text("x"))]).unwrap();
    drop(import);
    assert!(store.load().unwrap().from_snapshot);
    drop(store);
    assert!(opened(&scratch));
}

/// Everything another tool may do to the rows, with as little trace as it can.
const FOREIGN: [&str; 15] = [
    "UPDATE lead SET country = 'IT' WHERE key = 'a'",
    "UPDATE lead SET staff = staff + 1",
    "UPDATE lead SET key = 'z' WHERE key = 'a'",
    "UPDATE event SET at = at + 1 WHERE lead = 1",
    "DELETE FROM event WHERE lead = 1",
    "INSERT INTO lead (key) VALUES ('new')",
    "UPDATE event_kind SET name = 'call' WHERE id = 1",
    "UPDATE event_word SET word = 'other' WHERE id = 1",
    "UPDATE event_detail SET value = value + 1",
    "UPDATE field SET role = 'owner' WHERE name = 'country'",
    "UPDATE field SET position = 9 WHERE name = 'country'",
    "UPDATE lead SET country = 'IT' WHERE key = 'a'; UPDATE lead SET country = 'FR' WHERE key = 'a'",
    "PRAGMA locking_mode = exclusive; UPDATE lead SET staff = 5; UPDATE lead SET staff = 6",
    "PRAGMA journal_mode = wal; UPDATE lead SET staff = 7; PRAGMA journal_mode = delete",
    "UPDATE lead SET staff = 8; VACUUM",
];

fn foreign(scratch: &Scratch, sql: &str) {
    let raw = scratch.raw();
    raw.execute_batch(sql).unwrap();
    raw.close().map_err(|(_, error)| error).unwrap();
}

#[test]
fn another_tools_edit_is_never_missed() {
    for sql in FOREIGN {
        let (scratch, store) = with_snapshot();
        drop(store);
        assert!(opened(&scratch));
        foreign(&scratch, sql);
        assert!(!opened(&scratch), "{sql}");
        // Nor once quadrille has written again, any number of times.
        for n in 0..3 {
            let mut store = Store::open(&scratch.path(), NOW).unwrap();
            store.set_setting("n", Some(&n.to_string())).unwrap();
            drop(store);
            assert!(!opened(&scratch), "{sql}, after {n}");
        }
        let mut store = Store::open(&scratch.path(), NOW).unwrap();
        assert!(keep(&mut store));
        drop(store);
        assert!(opened(&scratch), "{sql}: a new one is believed");
    }
}

#[test]
fn another_tools_edit_of_an_open_file_is_never_missed() {
    for sql in FOREIGN.iter().filter(|sql| !sql.contains("wal")) {
        let (scratch, mut store) = with_snapshot();
        foreign(&scratch, sql);
        let loaded = store.load().unwrap();
        assert!(!loaded.from_snapshot, "{sql}");
        // What was loaded before the edit is not kept after it.
        foreign(&scratch, "UPDATE lead SET staff = 99 WHERE key = 'b'");
        assert!(!store.keep_snapshot(&loaded).unwrap(), "{sql}");
        store.set_setting("n", Some("1")).unwrap();
        assert!(!store.keep_snapshot(&loaded).unwrap(), "{sql}");
        assert!(!store.load().unwrap().from_snapshot);
        drop(store);
        assert!(!opened(&scratch), "{sql}");
    }
}

#[test]
fn another_windows_import_is_never_missed() {
    let (scratch, mut store) = with_snapshot();
    let mut other = Store::open(&scratch.path(), NOW).unwrap();
    let loaded = store.load_rows().unwrap();
    imported(&mut other, &["q"], 1_700_000_200);
    assert!(!store.keep_snapshot(&loaded).unwrap());
    assert!(!store.load().unwrap().from_snapshot);
    drop((store, other));
    assert!(!opened(&scratch));
}

#[test]
fn a_copy_of_the_file_keeps_it_and_a_copy_of_the_rows_does_not() {
    let (scratch, store) = with_snapshot();
    drop(store);
    let copy = Scratch { folder: tempfile::tempdir().unwrap() };
    std::fs::copy(scratch.path(), copy.path()).unwrap();
    assert!(opened(&copy));
    // Edited, then copied row by row: the copy counts its changes anew.
    for rounds in 0..9 {
        let fresh = Scratch { folder: tempfile::tempdir().unwrap() };
        let raw = scratch.raw();
        raw.execute("UPDATE lead SET staff = ?1", [rounds]).unwrap();
        raw.execute("VACUUM INTO ?1", [fresh.path().to_str().unwrap()]).unwrap();
        drop(raw);
        assert!(!opened(&fresh), "{rounds}");
        let mut store = Store::open(&fresh.path(), NOW).unwrap();
        for n in 0..rounds {
            store.set_setting("n", Some(&n.to_string())).unwrap();
            assert!(!store.load().unwrap().from_snapshot);
        }
    }
}

#[test]
fn a_backup_taken_with_a_snapshot_says_what_its_rows_say() {
    let (_scratch, store) = with_snapshot();
    let backup = store.backup(NOW).unwrap();
    let copy = Store::open(&backup, NOW).unwrap();
    assert_eq!(told(&copy.load().unwrap().data), told(&store.load_rows().unwrap().data));
}

#[test]
fn a_damaged_snapshot_is_thrown_away() {
    let (scratch, store) = with_snapshot();
    drop(store);
    let whole = std::fs::read(scratch.path()).unwrap();
    let pieces: Vec<(i64, Vec<u8>)> = {
        let raw = scratch.raw();
        let mut query = raw.prepare("SELECT id, bytes FROM snapshot ORDER BY id").unwrap();
        query.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    assert!(pieces.len() > 8);
    let mut n_found = 0;
    for (_, piece) in &pieces {
        // Below SQLite, where no counter moves: each byte of each piece, wherever it stands in the file.
        let mut places = whole.windows(piece.len()).enumerate().filter(|(at, window)| *at >= 4_096 && window == piece);
        let Some((at, _)) = places.next().filter(|_| piece.len() >= 8) else { continue };
        for byte in at..at + piece.len() {
            let mut bytes = whole.clone();
            bytes[byte] ^= 1 << (byte % 8);
            std::fs::write(scratch.path(), &bytes).unwrap();
            // A place may be another piece's, or an old one's: what counts is that nothing wrong is believed.
            n_found += u32::from(!opened(&scratch));
        }
    }
    assert!(n_found > 100, "only {n_found} flips were found");
}

/// Damages that keep the seal whole: the header says after them what it said before.
#[test]
fn pieces_lost_swapped_or_forged_are_not_believed() {
    let (scratch, store) = with_snapshot();
    drop(store);
    let header: Vec<u8> = std::fs::read(scratch.path()).unwrap()[..100].to_vec();
    let whole = std::fs::read(scratch.path()).unwrap();
    for sql in [
        "DELETE FROM snapshot",
        "DELETE FROM snapshot WHERE id = 1",
        "DELETE FROM snapshot WHERE id = (SELECT max(id) FROM snapshot)",
        "DELETE FROM snapshot WHERE id = 5",
        "INSERT INTO snapshot SELECT max(id) + 1, 0, x'00' FROM snapshot",
        "UPDATE snapshot SET id = 1000 - id WHERE id IN (3, 4)",
        "UPDATE snapshot SET id = -id WHERE id > 3",
        "UPDATE snapshot SET bytes = (SELECT bytes FROM snapshot WHERE id = 3) WHERE id = 4",
        "UPDATE snapshot SET (sum, bytes) = (SELECT sum, bytes FROM snapshot WHERE id = 3) WHERE id = 4",
        "UPDATE snapshot SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) AS BLOB) WHERE id = 2",
        "UPDATE snapshot SET bytes = CAST(substr(bytes, 2) AS BLOB) WHERE id = 2",
        "UPDATE snapshot SET bytes = CAST(bytes || x'00' AS BLOB)",
        "UPDATE snapshot SET bytes = x'' WHERE id = 6",
        "UPDATE snapshot SET sum = sum + 1 WHERE id = 6",
        "UPDATE counter SET n = n + 1 WHERE name = 'data_revision'",
        "UPDATE seal SET epoch = epoch + 1",
    ] {
        std::fs::write(scratch.path(), &whole).unwrap();
        foreign(&scratch, sql);
        let mut bytes = std::fs::read(scratch.path()).unwrap();
        bytes[24..28].copy_from_slice(&header[24..28]);
        bytes[92..96].copy_from_slice(&header[92..96]);
        std::fs::write(scratch.path(), &bytes).unwrap();
        assert!(!opened(&scratch), "{sql}");
    }
}

/// A value of each kind, or none.
fn value(kind: FieldType) -> BoxedStrategy<Option<Value>> {
    let known = match kind {
        FieldType::Text => prop_oneof!["[a-zé]{1,3}", ".{1,40}"].prop_map(Value::Text).boxed(),
        FieldType::Whole => prop_oneof![-3..300_i64, i64::MIN + 1..=i64::MAX].prop_map(Value::Whole).boxed(),
        FieldType::Decimal => (-70_000..70_000_i64).prop_map(Value::Decimal).boxed(),
        FieldType::Date => (0..4_000_000_000_i64).prop_map(Value::Date).boxed(),
        FieldType::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
    };
    proptest::option::weighted(0.8, known).boxed()
}

const KINDS: [FieldType; 5] =
    [FieldType::Text, FieldType::Whole, FieldType::Decimal, FieldType::Date, FieldType::YesNo];

/// An event: lead, kind, instant, asset, campaign, value.
type Happening = (usize, u8, u32, Option<u8>, Option<u8>, i64);

/// What happens to a workspace.
#[derive(Clone, Debug)]
enum Step {
    Leads(Vec<(u8, Vec<Option<Value>>)>),
    Events(Vec<Happening>),
    Setting(u8),
    Role(u8),
    Foreign(u8),
    Keep,
    /// Closes the file and opens it again.
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let row = (any::<u8>(), KINDS.map(value));
    let leads = proptest::collection::vec(row.prop_map(|(key, values)| (key, values.into())), 0..12);
    let at = prop_oneof![0..400_u32, any::<u32>()];
    let word = || proptest::option::of(any::<u8>());
    let event = (0..30_usize, 0..4_u8, at, word(), word(), 0..3_i64);
    prop_oneof![
        2 => leads.prop_map(Step::Leads),
        3 => proptest::collection::vec(event, 0..60).prop_map(Step::Events),
        1 => any::<u8>().prop_map(Step::Setting),
        1 => (0..5_u8).prop_map(Step::Role),
        1 => (0..10_u8).prop_map(Step::Foreign),
        3 => Just(Step::Keep),
        2 => Just(Step::Reopen),
    ]
}

fn run(step: &Step, scratch: &Scratch, store: Store) -> Store {
    let mut store = store;
    match step {
        Step::Leads(rows) => {
            let fields: Vec<_> = KINDS.iter().map(|kind| field(&format!("{kind:?}"), *kind)).collect();
            let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
            for (key, values) in rows {
                import.upsert_lead(&format!("lead {key}"), values).unwrap();
            }
            import.commit(&note()).unwrap();
        }
        Step::Events(rows) => {
            let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
            for (lead, kind, at, asset, campaign, value) in rows {
                let word = |n: &Option<u8>| n.map(|n| format!("word {n}"));
                let (asset, campaign) = (word(asset), word(campaign));
                let row = EventRow {
                    key: &format!("lead {lead}"),
                    kind: &format!("kind {kind}"),
                    at: i64::from(*at),
                    asset: asset.as_deref(),
                    campaign: campaign.as_deref(),
                    channel: None,
                    value: Some(*value),
                };
                import.add_event(row, true).unwrap();
            }
            import.commit(&note()).unwrap();
        }
        Step::Setting(n) => store.set_setting("n", Some(&n.to_string())).unwrap(),
        Step::Role(n) => {
            let name = format!("{:?}", KINDS[usize::from(*n)]);
            let _ = store.set_role(&name, Some(Role::Company));
        }
        Step::Foreign(n) => {
            let sql = FOREIGN[usize::from(*n)];
            // Before any lead has come there are no columns to edit.
            let _ = scratch.raw().execute_batch(&sql.replace("country", "Text").replace("staff", "Whole"));
        }
        Step::Keep => {
            keep(&mut store);
        }
        Step::Reopen => {
            drop(store);
            store = Store::open(&scratch.path(), NOW).unwrap();
        }
    }
    store
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_loaded_is_always_what_the_rows_say(steps in proptest::collection::vec(step(), 1..14)) {
        let (scratch, mut store) = Scratch::new();
        for step in &steps {
            store = run(step, &scratch, store);
            let (loaded, rows) = (store.load().unwrap(), store.load_rows().unwrap());
            prop_assert_eq!(told(&loaded.data), told(&rows.data));
        }
        if keep(&mut store) {
            prop_assert!(store.load().unwrap().from_snapshot);
        }
        drop(store);
        opened(&scratch);
    }

    #[test]
    fn events_stand_in_the_order_of_kind_time_and_lead(
        rows in proptest::collection::btree_set((0..40_usize, 0..5_u8, prop_oneof![0..50_u32, any::<u32>()]), 0..300),
    ) {
        let (_scratch, mut store) = Scratch::new();
        let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
        let mut expected: BTreeMap<String, Vec<(u32, String)>> = BTreeMap::new();
        for (lead, kind, at) in &rows {
            let (key, kind) = (format!("{lead:03}"), format!("{kind}"));
            let row = EventRow { key: &key, kind: &kind, at: i64::from(*at), ..EventRow::default() };
            import.add_event(row, true).unwrap();
            expected.entry(kind).or_default().push((*at, key));
        }
        import.commit(&note()).unwrap();
        let data = store.dataset().unwrap();
        let events = &data.events;
        prop_assert_eq!(events.len(), rows.len());
        for (kind, name) in events.kinds.iter().enumerate() {
            let range = events.starts[kind]..events.starts[kind + 1];
            let found: Vec<(u32, u32)> = range.map(|event| (events.at.get(event), events.lead[event])).collect();
            prop_assert!(found.is_sorted());
            let mut found: Vec<(u32, String)> =
                found.into_iter().map(|(at, lead)| (at, data.keys.get(lead as usize).to_owned())).collect();
            found.sort();
            let mut expected = expected.remove(name).unwrap();
            expected.sort();
            prop_assert_eq!(found, expected);
        }
        prop_assert!(expected.is_empty());
    }
}
