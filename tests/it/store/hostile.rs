//! Files that are no workspace, or no longer, or not only: refused in a sentence and left byte for byte as they were.

use std::path::Path;

use quadrille::store::ImportKind;
use quadrille::store::NEWEST;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::note;
use super::said;

/// Opens a file in both ways; both must refuse it with the same sentence and leave every byte of its folder.
fn refused(path: &Path) -> &'static str {
    let folder = path.parent().unwrap();
    let bytes = || {
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| (std::fs::read(&path).unwrap(), path))
            .collect();
        files.sort();
        files
    };
    let before = bytes();
    let id = said(Store::open(path, NOW));
    assert_eq!(said(Store::open_read_only(path)), id);
    assert!(before == bytes(), "{id}: the folder was changed");
    id
}

/// What a workspace is refused with after another tool has run some SQL in it.
fn after_sql(sql: &str) -> &'static str {
    let (scratch, mut store) = Scratch::new();
    let mut import =
        store.begin_import(ImportKind::Leads, &[super::field("x", quadrille::model::FieldType::Text)]).unwrap();
    import.upsert_lead("a", &[None]).unwrap();
    import.commit(&note()).unwrap();
    drop(store);
    let raw = scratch.raw();
    raw.execute_batch(sql).unwrap();
    raw.close().unwrap();
    refused(&scratch.path())
}

/// What a file of these bytes is refused with.
fn with_bytes(bytes: &[u8]) -> &'static str {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, bytes).unwrap();
    refused(&path)
}

#[test]
fn things_that_are_no_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name| folder.path().join(name);
    assert_eq!(said(Store::open(Path::new(""), NOW)), "store-no-name");
    assert_eq!(said(Store::open(Path::new(":memory:"), NOW)), "store-no-name");
    assert_eq!(said(Store::create(Path::new(":memory:"), NOW)), "store-no-name");
    assert_eq!(said(Store::open(&path("nosuch"), NOW)), "store-missing");
    assert_eq!(said(Store::open(folder.path(), NOW)), "store-folder");
    assert!(std::process::Command::new("mkfifo").arg(path("fifo")).status().unwrap().success());
    assert_eq!(said(Store::open(&path("fifo"), NOW)), "store-not-a-file");
    std::os::unix::fs::symlink(path("loop"), path("loop")).unwrap();
    assert_eq!(said(Store::open(&path("loop"), NOW)), "store-io");
    std::fs::write(path("plain"), "x").unwrap();
    assert_eq!(said(Store::open(&path("plain/below"), NOW)), "store-no-folder");
    assert_eq!(said(Store::create(&path("plain/below"), NOW)), "store-exists");
}

#[test]
fn a_path_is_taken_literally() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["file:x?mode=memory", "%41", "a b'\"c"] {
        let path = folder.path().join(name);
        Store::create(&path, NOW).unwrap();
        assert!(path.is_file(), "{name}");
        Store::open(&path, NOW).unwrap();
    }
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(folder.path().join("%41"), &link).unwrap();
    assert!(Store::open(&link, NOW).unwrap().path().ends_with("%41"), "a link is followed once, at the start");
}

#[test]
fn files_of_another_kind() {
    assert_eq!(with_bytes(b""), "store-empty");
    assert_eq!(with_bytes(b"email;country\r\na@x.com;FR\r\n"), "store-is-csv");
    assert_eq!(with_bytes("name,ville\nRen\u{e9},Paris\n".repeat(30).as_bytes()), "store-is-csv");
    assert_eq!(with_bytes(b"(name: \"m\", columns: ())"), "store-is-text");
    assert_eq!(with_bytes(b"<html><body>session, expired"), "store-is-text");
    assert_eq!(with_bytes(b"hello"), "store-is-text");
    assert_eq!(with_bytes(b"PK\x03\x04\x14\0\x06\0"), "store-is-excel");
    assert_eq!(with_bytes(&[0x80, 0, 1, 2, 0xff]), "store-not-a-workspace");
    assert_eq!(with_bytes(b"SQLite format 3\0"), "store-cut-off");
    assert_eq!(with_bytes(b"SQLite format 3\0\x10\0".repeat(10).as_slice()), "store-other-program");
}

#[test]
fn databases_of_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("CREATE TABLE lead (id INTEGER PRIMARY KEY); PRAGMA user_version = 1;").unwrap();
    raw.close().unwrap();
    assert_eq!(refused(&path), "store-other-program");
}

#[test]
fn newer_and_impossible_versions() {
    assert_eq!(after_sql(&format!("PRAGMA user_version = {}", NEWEST + 1)), "store-newer");
    assert_eq!(after_sql("PRAGMA user_version = -1"), "store-newer");
    assert_eq!(after_sql("PRAGMA user_version = 0"), "store-other-program");
    assert_eq!(after_sql("PRAGMA application_id = 1"), "store-other-program");
    assert_eq!(after_sql("PRAGMA user_version = 1"), "store-strange", "a version that its tables do not bear out");
}

#[test]
fn strange_things_inside() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM lead; END",
        "CREATE TABLE extra (x)",
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c",
        "DROP TABLE setting; CREATE VIEW setting AS SELECT 'a' AS name, 'b' AS value",
        "CREATE INDEX i ON lead (lower(key))",
        "CREATE VIRTUAL TABLE f USING fts5 (x)",
        "ALTER TABLE lead ADD COLUMN huge BLOB AS (zeroblob(900000000))",
        "ALTER TABLE lead ADD COLUMN plain TEXT",
        "ALTER TABLE lead DROP COLUMN x",
        "ALTER TABLE model ADD COLUMN more TEXT",
        "DROP TABLE counter; CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER CHECK (n > random()))",
    ] {
        assert_eq!(after_sql(sql), "store-strange", "{sql}");
    }
    for sql in ["DROP TABLE event", "DROP INDEX import_by_hash"] {
        assert_eq!(after_sql(sql), "store-lacks", "{sql}");
    }
    for sql in ["UPDATE field SET type = 'novel'", "UPDATE field SET role = 'novel'"] {
        assert_eq!(after_sql(sql), "store-damaged", "{sql}");
    }
    for sql in
        ["UPDATE field SET \"column\" = 'y'", "DELETE FROM field", "UPDATE field SET \"column\" = 'a' || char(0)"]
    {
        assert!(["store-strange", "store-bad-name"].contains(&after_sql(sql)), "{sql}");
    }
}

#[test]
fn a_refusal_names_what_is_there() {
    let (scratch, store) = Scratch::new();
    drop(store);
    scratch.raw().execute_batch("DROP TABLE event").unwrap();
    let told = || Store::open(&scratch.path(), NOW).unwrap_err().tell(quadrille::text::Lang::En).join(" ");
    assert!(told().contains("misses what it should hold: table “event”"), "{}", told());
    assert!(!told().contains("newest backup"), "{}", told());
    std::fs::create_dir(scratch.folder.path().join("backups")).unwrap();
    assert!(told().contains("newest backup"), "{}", told());
}

#[test]
fn figures_of_analyze_do_no_harm() {
    let (scratch, store) = Scratch::new();
    drop(store);
    scratch.raw().execute_batch("INSERT INTO setting VALUES ('a', 'b'); ANALYZE").unwrap();
    Store::open(&scratch.path(), NOW).unwrap();
}

#[test]
fn values_that_quadrille_would_not_write() {
    for sql in [
        "INSERT INTO event_kind VALUES (1, 'k'); INSERT INTO event_detail VALUES (1, 1, 0, 0, 0, 0); INSERT INTO event VALUES (99, 1, 1)",
        "INSERT INTO event_kind VALUES (1, 'k'); INSERT INTO event_detail VALUES (1, 1, 0, 0, 0, 0); INSERT INTO event VALUES (1, 1, -5)",
        "INSERT INTO event_kind VALUES (1, 'k'); INSERT INTO event_detail VALUES (1, 1, 0, 0, 0, 0); INSERT INTO event VALUES (1, 2, 5)",
        "INSERT INTO event VALUES (1, 1, 5)",
        "INSERT INTO event_kind VALUES (1, 'k'); INSERT INTO event_detail VALUES (1, 2, 0, 0, 0, 0)",
        "INSERT INTO event_kind VALUES (1, 'k'); INSERT INTO event_detail VALUES (1, 1, 7, 0, 0, 0)",
        "INSERT INTO event_kind VALUES (1, 'k'); INSERT INTO event_detail VALUES (-1, 1, 0, 0, 0, 0)",
        "INSERT INTO event_kind VALUES (9000000000000000000, 'k')",
        "INSERT INTO event_word VALUES (-1, 'k')",
        "UPDATE lead SET key = cast(x'ff' AS TEXT)",
        "UPDATE field SET type = 'yes-no'; UPDATE lead SET x = 2",
    ] {
        let (scratch, mut store) = Scratch::new();
        let fields = [super::field("x", quadrille::model::FieldType::Whole)];
        let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
        import.upsert_lead("a", &[None]).unwrap();
        import.commit(&note()).unwrap();
        scratch.raw().execute_batch(sql).unwrap();
        assert_eq!(said(store.dataset()), "store-damaged", "{sql}");
    }
}

#[test]
fn cut_off_files() {
    let (scratch, mut store) = Scratch::new();
    let mut import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    for n in 0..1_000 {
        import.upsert_lead(&format!("lead-{n}"), &[]).unwrap();
    }
    import.commit(&note()).unwrap();
    drop(store);
    let whole = std::fs::read(scratch.path()).unwrap();
    for bytes in [1, 15, 16, 99, 100, 4_096, whole.len() - 4_096, whole.len() - 1] {
        std::fs::write(scratch.path(), &whole[..bytes]).unwrap();
        let id = refused(&scratch.path());
        assert!(["store-cut-off", "store-is-text"].contains(&id), "{bytes} bytes: {id}");
    }
}

#[test]
fn flipped_bytes_never_panic_and_a_refusal_writes_nothing() {
    let (scratch, mut store) = Scratch::new();
    let mut import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    for n in 0..300 {
        import.upsert_lead(&format!("lead-{n}"), &[]).unwrap();
    }
    import.commit(&note()).unwrap();
    drop(store);
    let whole = std::fs::read(scratch.path()).unwrap();
    // The whole header and the start of the list of tables, then every 97th byte.
    let mut n_refused = 0;
    for at in (0..140).chain((140..whole.len()).step_by(97)) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0xff;
        std::fs::write(scratch.path(), &flipped).unwrap();
        let refused = match Store::open_read_only(&scratch.path()) {
            Ok(store) => store.dataset().is_err(),
            Err(_) => true,
        };
        let after = std::fs::read(scratch.path()).unwrap();
        assert!(after == flipped, "byte {at}");
        if Store::open(&scratch.path(), NOW).is_err() {
            assert!(std::fs::read(scratch.path()).unwrap() == flipped, "byte {at}");
        }
        n_refused += usize::from(refused);
    }
    assert!(n_refused > 20, "{n_refused} refused");
}

#[test]
fn a_foreign_write_ahead_log_is_refused() {
    let (scratch, store) = Scratch::new();
    drop(store);
    let mut wal = scratch.path().into_os_string();
    wal.push("-wal");
    std::fs::write(&wal, b"not ours").unwrap();
    assert_eq!(refused(&scratch.path()), "store-wal");
}

#[test]
fn a_file_that_was_moved_or_replaced_is_not_written() {
    let (scratch, mut store) = Scratch::new();
    let away = scratch.folder.path().join("away");
    store.set_setting("a", Some("1")).unwrap();
    store.check_place().unwrap();

    std::fs::rename(scratch.path(), &away).unwrap();
    let moved = std::fs::read(&away).unwrap();
    assert_eq!(said(store.set_setting("a", Some("2"))), "store-moved");
    assert_eq!(said(store.begin_import(ImportKind::Leads, &[])), "store-moved");
    assert_eq!(said(store.add_model("m", "", NOW)), "store-moved");
    assert_eq!(said(store.backup(NOW)), "store-moved");
    assert_eq!(said(store.check_place()), "store-moved");
    assert!(!scratch.path().exists());

    std::fs::copy(&away, scratch.path()).unwrap();
    assert_eq!(said(store.set_setting("a", Some("2"))), "store-replaced");
    assert_eq!(said(store.begin_import(ImportKind::Leads, &[])), "store-replaced");
    assert!(std::fs::read(&away).unwrap() == moved);
    assert!(std::fs::read(scratch.path()).unwrap() == moved);

    // Put back where it was, it may be written again.
    std::fs::rename(&away, scratch.path()).unwrap();
    store.set_setting("a", Some("2")).unwrap();
}

#[test]
fn a_file_that_is_replaced_during_an_import_is_not_written() {
    let (scratch, mut store) = Scratch::new();
    let before = std::fs::read(scratch.path()).unwrap();
    let other = scratch.folder.path().join("other");
    std::fs::write(&other, &before).unwrap();
    let mut import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    import.upsert_lead("a", &[]).unwrap();
    std::fs::rename(&other, scratch.path()).unwrap();
    assert_eq!(said(import.commit(&note())), "store-replaced");
    assert!(std::fs::read(scratch.path()).unwrap() == before);
}

/// A workspace of more than the few pages that are always looked at, with the place of one of its pages of leads.
fn large() -> (Scratch, usize) {
    let (scratch, mut store) = Scratch::new();
    let fields = [super::field("x", quadrille::model::FieldType::Text)];
    let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
    for n in 0..3_000 {
        import.upsert_lead(&format!("lead-{n}"), &[Some(super::text(&format!("{n:02000}")))]).unwrap();
    }
    import.commit(&note()).unwrap();
    drop(store);
    let bytes = std::fs::read(scratch.path()).unwrap();
    let at = bytes.windows(9).position(|window| window == b"lead-1500").unwrap();
    (scratch, at / 4_096 * 4_096)
}

/// Zeroes a page below `SQLite`, as a failing disk may.
fn zero_page(scratch: &Scratch, at: usize) {
    let mut bytes = std::fs::read(scratch.path()).unwrap();
    bytes[at..at + 4_096].fill(0);
    std::fs::write(scratch.path(), &bytes).unwrap();
}

#[test]
fn damage_of_a_large_file_is_told_after_it_was_opened() {
    let (scratch, at) = large();
    let told = |store: &mut Store| {
        assert!(store.is_unchecked());
        store.begin_check().unwrap();
        assert!(!store.is_unchecked());
        loop {
            if let Some(told) = store.checked() {
                return told;
            }
            std::thread::yield_now();
        }
    };
    told(&mut Store::open(&scratch.path(), NOW).unwrap()).unwrap();
    zero_page(&scratch, at);
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    assert_eq!(said(told(&mut store)), "store-damaged");
    assert_eq!(said(store.dataset().map(drop)), "store-damaged");
    assert!(!store.is_unchecked(), "it is told once");
}

#[test]
fn damage_of_a_large_file_that_others_wrote_to_is_told_at_once() {
    let (scratch, at) = large();
    zero_page(&scratch, at);
    let raw = scratch.raw();
    raw.execute_batch("INSERT INTO setting VALUES ('x', 'y')").unwrap();
    raw.close().unwrap();
    assert_eq!(refused(&scratch.path()), "store-damaged");
}

#[test]
fn a_change_does_not_wait_for_the_look_at_the_pages() {
    let (scratch, _) = large();
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    store.begin_check().unwrap();
    store.set_setting("a", Some("1")).unwrap();
    assert!(store.is_unchecked(), "it begins anew later");
    store.begin_check().unwrap();
    drop(store);
    assert!(!Store::open(&scratch.path(), NOW).unwrap().recovered());
}
