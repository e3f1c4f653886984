//! Migrations, backups, waiting, and looking without touching.

use std::time::Duration;

use quadrille::model::Value;
use quadrille::store::ImportKind;
use quadrille::store::NEWEST;
use quadrille::store::Store;
use quadrille::store::Upgrade;

use super::NOW;
use super::Scratch;
use super::note;
use super::said;

/// How a workspace of each older version is made, oldest first. A new version adds a line here.
const OLDER: [(usize, &str); 5] = [
    (1, include_str!("../../fixtures/workspace-v1.sql")),
    (2, include_str!("../../fixtures/workspace-v2.sql")),
    (3, include_str!("../../fixtures/workspace-v3.sql")),
    (4, include_str!("../../fixtures/workspace-v4.sql")),
    (5, include_str!("../../fixtures/workspace-v5.sql")),
];

fn older(sql: &str) -> Scratch {
    let scratch = Scratch { folder: tempfile::tempdir().unwrap() };
    scratch.raw().execute_batch(sql).unwrap();
    scratch
}

fn backups(scratch: &Scratch) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(scratch.folder.path().join("backups")) else {
        return Vec::new();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_older_version_becomes_the_newest() {
    assert_eq!(OLDER.map(|(version, _)| version).to_vec(), (1..NEWEST).collect::<Vec<_>>(), "a version is not tested");
    for (version, sql) in OLDER {
        let scratch = older(sql);
        let before: usize = scratch.raw().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(before, version);
        let mut store = Store::open(&scratch.path(), NOW).unwrap();
        assert!(store.is_sound().unwrap());
        let data = store.dataset().unwrap();
        assert_eq!(data.keys.get(0), "ada@example.com");
        assert_eq!(data.field("country").unwrap().value(0), Some(Value::Text("FR".to_owned())));
        assert_eq!((data.events.len(), data.events.words.as_slice()), (1, ["pricing".to_owned()].as_slice()));
        assert_eq!(store.history("first").unwrap().position, 1);
        assert_eq!(store.imports(9).unwrap(), []);
        store.begin_import(ImportKind::Leads, &[]).unwrap().commit(&note()).unwrap();
        drop(store);
        assert_eq!(backups(&scratch).len(), 1);
        // Migrating twice changes nothing.
        let migrated = std::fs::read(scratch.path()).unwrap();
        drop(Store::open(&scratch.path(), NOW).unwrap());
        assert!(std::fs::read(scratch.path()).unwrap() == migrated);
        assert_eq!(backups(&scratch).len(), 1);
    }
}

#[test]
fn a_migration_leaves_a_backup_of_what_was() {
    let scratch = older(OLDER[0].1);
    let mut told = Vec::new();
    drop(Store::open_telling(&scratch.path(), NOW, &mut |upgrade| told.push(upgrade)).unwrap());
    assert_eq!(told, [Upgrade::Copying(100), Upgrade::Checking, Upgrade::Changing]);
    let [backup] = backups(&scratch).try_into().unwrap();
    assert_eq!(backup.file_name().unwrap(), "leads-2026-01-31T10-30-00Z.quadrille");
    let raw = rusqlite::Connection::open(&backup).unwrap();
    assert_eq!(raw.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).unwrap(), 1);
    assert_eq!(raw.query_row("SELECT key FROM lead", (), |row| row.get::<_, String>(0)).unwrap(), "ada@example.com");
}

#[test]
fn a_migration_keeps_every_event_and_gives_back_the_room_of_the_old_ones() {
    let scratch = older(OLDER[4].1);
    let more = "WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 20000)
        INSERT INTO event SELECT 1, 1, n, n % 2, 0, 0, n % 3 FROM n";
    scratch.raw().execute_batch(more).unwrap();
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    assert!(store.is_sound().unwrap());
    let events = store.dataset().unwrap().events;
    assert_eq!((events.len(), events.details.len()), (20_001, 5));
    let mut at: Vec<u32> = events.at.some(0..events.len()).collect();
    at.sort_unstable();
    assert_eq!(at[..20_000], (1..=20_000).collect::<Vec<u32>>());
    let raw = scratch.raw();
    assert_eq!(raw.pragma_query_value(None, "freelist_count", |row| row.get::<_, i64>(0)).unwrap(), 0);
    let told = "SELECT lead, kind, at, asset, value FROM activity WHERE at = '1970-01-01 00:00:05'";
    let row = raw.query_row(told, (), |row| Ok((row.get(0)?, row.get(1)?, row.get(3)?, row.get(4)?))).unwrap();
    let expected = ("ada@example.com".to_owned(), "visit".to_owned(), "pricing".to_owned(), 2);
    assert_eq!(row, expected, "other tools read events as they were written");
    drop(raw);
    store.set_setting("a", Some("1")).unwrap();
}

#[test]
fn without_a_backup_there_is_no_migration() {
    let scratch = older(OLDER[0].1);
    let before = std::fs::read(scratch.path()).unwrap();
    std::fs::write(scratch.folder.path().join("backups"), "in the way").unwrap();
    assert_eq!(said(Store::open(&scratch.path(), NOW)), "store-exists");
    assert!(std::fs::read(scratch.path()).unwrap() == before);
}

#[test]
fn an_older_file_is_not_changed_by_looking_at_it() {
    let scratch = older(OLDER[0].1);
    let before = std::fs::read(scratch.path()).unwrap();
    assert_eq!(said(Store::open_read_only(&scratch.path())), "store-older");
    assert!(std::fs::read(scratch.path()).unwrap() == before);
}

#[test]
fn a_read_only_workspace_can_be_read_and_not_written() {
    let (scratch, mut store) = Scratch::new();
    store.set_setting("a", Some("1")).unwrap();
    let mut reader = Store::open_read_only(&scratch.path()).unwrap();
    assert_eq!(reader.setting("a").unwrap().as_deref(), Some("1"));
    assert_eq!(said(reader.set_setting("a", Some("2"))), "store-read-only");
    assert_eq!(
        said(reader.begin_import(ImportKind::Leads, &[]).and_then(|import| import.commit(&note()))),
        "store-read-only"
    );
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
}

#[test]
fn a_backup_is_a_workspace_of_its_own() {
    let (scratch, mut store) = Scratch::new();
    store.set_setting("a", Some("1")).unwrap();
    let first = store.backup(NOW).unwrap();
    let second = store.backup(NOW).unwrap();
    assert_eq!(backups(&scratch).len(), 2);
    assert_ne!(first, second, "two in the same second");
    store.set_setting("a", Some("2")).unwrap();
    let old = Store::open(&first, NOW).unwrap();
    assert_eq!(old.setting("a").unwrap().as_deref(), Some("1"));
}

#[test]
fn a_window_that_writes_makes_the_other_wait_then_say_so() {
    let (scratch, mut store) = Scratch::new();
    let mut other = Store::open(&scratch.path(), NOW).unwrap();
    other.set_patience(Duration::from_millis(20)).unwrap();
    let mut import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    import.upsert_lead("a", &[]).unwrap();
    assert_eq!(said(other.set_setting("a", Some("1"))), "store-busy");
    assert_eq!(said(other.begin_import(ImportKind::Leads, &[])), "store-busy");
    import.commit(&note()).unwrap();
    other.set_setting("a", Some("1")).unwrap();
}

#[test]
fn backups_may_be_kept_on_another_disk() {
    let (scratch, store) = Scratch::new();
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), scratch.folder.path().join("backups")).unwrap();
    let backup = store.backup(NOW).unwrap();
    assert_eq!(backup.parent().unwrap(), elsewhere.path().canonicalize().unwrap());
}

#[test]
fn a_change_that_was_cut_short_is_undone_and_told() {
    let (scratch, mut store) = Scratch::new();
    store.set_setting("a", Some("1")).unwrap();
    let fields = [super::field("note", quadrille::model::FieldType::Text)];
    let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
    // More than the cache holds, so that half an import is in the file.
    let long = Some(Value::Text("x".repeat(1 << 20)));
    for n in 0..220 {
        import.upsert_lead(&n.to_string(), std::slice::from_ref(&long)).unwrap();
    }
    // The two files as a power cut would leave them.
    let cut = Scratch { folder: tempfile::tempdir().unwrap() };
    for name in ["leads.quadrille", "leads.quadrille-journal"] {
        std::fs::copy(scratch.folder.path().join(name), cut.folder.path().join(name)).unwrap();
    }
    drop(import);
    assert!(!Store::open(&scratch.path(), NOW).unwrap().recovered());
    assert_eq!(said(Store::open_read_only(&cut.path())), "store-unfinished");
    let store = Store::open(&cut.path(), NOW).unwrap();
    assert!(store.recovered());
    assert_eq!(store.fields().unwrap(), []);
    assert_eq!(store.setting("a").unwrap().as_deref(), Some("1"));
    assert!(!Store::open(&cut.path(), NOW).unwrap().recovered());
}

/// Tries to write to the file it is given, from a process of its own. Not a test of its own.
#[test]
fn intruder() {
    if let Some(path) = std::env::var_os("QUADRILLE_INTRUDER_FILE") {
        let mut store = Store::open(path.as_ref(), NOW).unwrap();
        store.set_patience(Duration::ZERO).unwrap();
        println!("said {}", said(store.set_setting("a", Some("intruder"))));
    }
}

#[test]
fn a_second_handle_does_not_drop_the_lock_of_the_first() {
    let (scratch, mut store) = Scratch::new();
    let import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    // Had this looked into the file with a plain handle, closing that would have dropped the import's lock.
    let second = Store::open(&scratch.path(), NOW).unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::upkeep::intruder", "--nocapture"])
        .env("QUADRILLE_INTRUDER_FILE", scratch.path())
        .output()
        .unwrap();
    let output = String::from_utf8(output.stdout).unwrap();
    assert!(output.contains("said store-busy"), "{output}");
    import.commit(&note()).unwrap();
    assert_eq!(second.setting("a").unwrap(), None);
}

#[test]
fn no_message_shows_a_stored_value() {
    let (scratch, mut store) = Scratch::new();
    scratch.raw().execute_batch("INSERT INTO lead VALUES (1, 'needle')").unwrap();
    let mut other = Store::open(&scratch.path(), NOW).unwrap();
    other.set_patience(Duration::ZERO).unwrap();
    let import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    let busy = format!("{:?}", other.set_setting("needle", Some("needle")).unwrap_err());
    drop(import);
    scratch.raw().execute_batch("INSERT INTO event VALUES (7, 1, 1)").unwrap();
    let damaged = format!("{:?}", store.dataset().unwrap_err());
    for told in [busy, damaged] {
        assert!(!told.contains("needle") && !told.contains("SELECT") && !told.contains("INSERT"), "{told}");
    }
}

#[test]
fn what_was_erased_leaves_no_trace() {
    let (scratch, mut store) = Scratch::new();
    store.set_setting("secret", Some("needle-in-the-file")).unwrap();
    let has_needle = || {
        let bytes = std::fs::read(scratch.path()).unwrap();
        bytes.windows(18).any(|window| window == b"needle-in-the-file")
    };
    assert!(has_needle());
    store.set_setting("secret", None).unwrap();
    assert!(!has_needle());
}
