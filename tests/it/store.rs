//! The workspace file: what goes in comes out, whole or not at all, whoever else writes and whatever the file holds.

mod crash;
mod fresh;
mod hostile;
mod intake;
mod models;
mod reviews;
mod snapshot;
mod upkeep;

use std::path::PathBuf;

use quadrille::model::FieldType;
use quadrille::model::Role;
use quadrille::model::Value;
use quadrille::problem::Problem;
use quadrille::store::FieldSpec;
use quadrille::store::ImportNote;
use quadrille::store::Store;

const NOW: i64 = 1_769_855_400;

/// A scratch folder with a new workspace in it.
struct Scratch {
    folder: tempfile::TempDir,
}

impl Scratch {
    fn new() -> (Scratch, Store) {
        let scratch = Scratch { folder: tempfile::tempdir().unwrap() };
        let store = Store::create(&scratch.path(), NOW).unwrap();
        (scratch, store)
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("leads.quadrille")
    }

    /// The file through plain `SQLite`, as another tool would see it.
    fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).unwrap()
    }
}

fn field(name: &str, kind: FieldType) -> FieldSpec {
    FieldSpec { name: name.to_owned(), kind, role: None }
}

fn note() -> ImportNote {
    ImportNote { file: "leads.csv".to_owned(), hash: "abc".to_owned(), rows_read: 3, rows_rejected: 1, at: NOW }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The id of the sentence that a refusal says.
fn said<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> &'static str {
    outcome.expect_err("this must be refused").text.id
}

#[test]
fn a_new_workspace_is_empty_and_private() {
    use std::os::unix::fs::PermissionsExt;
    let (scratch, store) = Scratch::new();
    assert_eq!(store.dataset().unwrap().n_leads(), 0);
    assert_eq!(store.data_revision().unwrap(), 0);
    assert!(store.is_sound().unwrap());
    assert_eq!(std::fs::metadata(scratch.path()).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(scratch.folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn every_file_is_private_under_a_lax_umask() {
    use std::os::unix::fs::PermissionsExt;
    if std::env::var_os("QUADRILLE_UMASK_CHILD").is_none() {
        // A umask belongs to the process, so the test runs itself once more under the one it is about.
        let me = std::env::current_exe().unwrap();
        let status = std::process::Command::new("sh")
            .args(["-c", "umask 022 && exec \"$0\" --exact store::every_file_is_private_under_a_lax_umask --quiet"])
            .arg(me)
            .env("QUADRILLE_UMASK_CHILD", "1")
            .stdout(std::process::Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    std::fs::write(folder.path().join("control"), "").unwrap();
    assert_eq!(mode(&folder.path().join("control")), 0o644, "the umask is lax");
    let mut store = Store::create(&folder.path().join("new/folder/w.quadrille"), NOW).unwrap();
    let backup = store.backup(NOW).unwrap();
    assert_eq!(mode(store.path()), 0o600);
    assert_eq!(mode(&backup), 0o600);
    assert_eq!(mode(store.path().parent().unwrap()), 0o700);
    assert_eq!(mode(backup.parent().unwrap()), 0o700);
    let path = store.path().to_owned();
    let mut import = store.begin_import(quadrille::store::ImportKind::Leads, &[]).unwrap();
    import.upsert_lead("a", &[]).unwrap();
    let mut journal = path.into_os_string();
    journal.push("-journal");
    assert_eq!(mode(std::path::Path::new(&journal)), 0o600, "the journal holds leads too");
}

#[test]
fn a_workspace_is_never_made_over_a_file() {
    let (scratch, store) = Scratch::new();
    drop(store);
    let before = std::fs::read(scratch.path()).unwrap();
    assert_eq!(said(Store::create(&scratch.path(), NOW)), "store-exists");
    assert_eq!(std::fs::read(scratch.path()).unwrap(), before);
    let dangling = scratch.folder.path().join("dangling");
    std::os::unix::fs::symlink(scratch.folder.path().join("victim"), &dangling).unwrap();
    assert_eq!(said(Store::create(&dangling, NOW)), "store-exists");
    assert!(!scratch.folder.path().join("victim").exists());
}

#[test]
fn settings_are_kept_and_forgotten() {
    let (scratch, mut store) = Scratch::new();
    assert_eq!(store.setting("zone").unwrap(), None);
    store.set_setting("zone", Some("Europe/Paris")).unwrap();
    store.set_setting("zone", Some("UTC")).unwrap();
    drop(store);
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    assert_eq!(store.setting("zone").unwrap().as_deref(), Some("UTC"));
    store.set_setting("zone", None).unwrap();
    assert_eq!(store.setting("zone").unwrap(), None);
}

#[test]
fn a_role_can_be_chosen_and_an_import_does_not_undo_it() {
    let (_scratch, mut store) = Scratch::new();
    let spec = FieldSpec { role: Some(Role::Name), ..field("who", FieldType::Text) };
    let kind = quadrille::store::ImportKind::Leads;
    store.begin_import(kind, std::slice::from_ref(&spec)).unwrap().commit(&note()).unwrap();
    assert_eq!(store.fields().unwrap()[0].role, Some(Role::Name));
    store.set_role("who", Some(Role::Company)).unwrap();
    store.begin_import(kind, &[spec]).unwrap().commit(&note()).unwrap();
    assert_eq!(store.fields().unwrap()[0].role, Some(Role::Company));
    assert_eq!(said(store.set_role("nosuch", None)), "store-no-field");
}
