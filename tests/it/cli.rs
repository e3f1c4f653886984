//! The command line through the real binary: output, errors and exit codes, in both languages, in a home of its own.

use std::fmt::Write;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use quadrille::export::svg::Grid;
use quadrille::export::svg::Spot;
use quadrille::export::svg::buffer_to_svg;
use quadrille::export::svg::buffer_to_text;

/// A home that nothing else uses, and what a command did in it.
pub struct Home {
    folder: tempfile::TempDir,
}

pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Home {
    pub fn new() -> Home {
        Home { folder: tempfile::tempdir().expect("a folder for a test") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).expect("a file for a test");
        self.path(name).to_str().expect("UTF-8").to_owned()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quadrille"));
        command.args(args).env_clear().current_dir(self.folder.path()).stdin(Stdio::null());
        command.env("HOME", self.folder.path()).env("LC_ALL", "C");
        for name in ["XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TMPDIR"] {
            command.env(name, self.folder.path());
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        let output = self.command(args).output().expect("the program runs");
        let home = self.folder.path().to_str().expect("UTF-8");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8").replace(home, "HOME");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command that must succeed, and returns what it said.
    pub fn ok(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{args:?}\n{}", ran.out);
        ran.out
    }

    /// The demo's workspace.
    pub fn demo(&self) -> String {
        self.ok(&["demo"]);
        self.path("quadrille/demo.quadrille").to_str().expect("UTF-8").to_owned()
    }
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("one JSON document")
}

fn sum(values: impl Iterator<Item = u64>) -> u64 {
    values.sum()
}

// --- Help ---

const COMMANDS: [&str; 37] = [
    "",
    "demo",
    "import",
    "import leads",
    "import events",
    "matrix",
    "score",
    "top",
    "explain",
    "history",
    "inflow",
    "questions",
    "capacity",
    "sla",
    "alerts",
    "learn",
    "agreement",
    "suggest",
    "model",
    "model list",
    "model show",
    "model check",
    "model import",
    "model export",
    "model templates",
    "model new",
    "model copy",
    "model rename",
    "model archive",
    "model unarchive",
    "model delete",
    "model restore",
    "model versions",
    "model save",
    "model baseline",
    "generate",
    "shot",
];

#[test]
fn help_of_the_program_in_both_languages() {
    let home = Home::new();
    insta::assert_snapshot!("help_en", home.ok(&["--help"]));
    insta::assert_snapshot!("help_fr", home.ok(&["--lang", "fr", "-h"]));
}

#[test]
fn the_help_names_the_folder_of_keys_and_preferences() {
    for lang in ["en", "fr"] {
        let help = Home::new().ok(&["--lang", lang, "--help"]);
        assert!(help.contains("keys.ron") && help.contains("HOME/quadrille"), "{help}");
    }
}

#[test]
fn every_command_has_help_with_examples_in_both_languages() {
    let home = Home::new();
    for command in COMMANDS {
        let words = || command.split(' ').filter(|word| !word.is_empty());
        let en = home.ok(&words().chain(["--help"]).collect::<Vec<_>>());
        let fr = home.ok(&words().chain(["-h", "--lang=fr"]).collect::<Vec<_>>());
        assert!(en.contains("Examples:\n  quadrille") && en.contains("Usage: quadrille"), "{en}");
        assert!(fr.contains("Exemples\u{a0}:\n  quadrille") && !fr.contains("Prints"), "{fr}");
        assert!(en.contains("--db PATH") && !en.contains("cli-") && !fr.contains("cli-"), "{en}\n{fr}");
        for line in en.lines().chain(fr.lines()) {
            assert!(quadrille::text::width(line) <= 120, "{line}");
        }
    }
    assert_eq!(home.ok(&["--version"]), format!("quadrille {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn completions_for_every_shell() {
    let home = Home::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(home.ok(&["completions", shell]).contains("matrix"), "{shell}");
    }
}

// --- What was not understood ---

#[test]
fn a_usage_error_names_the_nearest_right_word() {
    let home = Home::new();
    let cases: [(&[&str], &str, &str); 14] = [
        (&["matrx"], "there is no command “matrx”.", "Did you mean “matrix”?"),
        (&["matrix", "--formt", "csv"], "there is no option “--formt” here.", "Did you mean “--format”?"),
        (&["matrix", "--format", "cvs"], "--format cannot be “cvs”.", "Did you mean “csv”?"),
        (&["matrix", "--format"], "--format needs a value.", ""),
        (&["matrix", "one"], "“one” is one word too many.", ""),
        (&["matrix", "--as-of", "soon"], "--as-of cannot be “soon”.", "Write a day as 2026-01-31"),
        (&["matrix", "--db", "a", "--db", "b"], "--db is given twice.", ""),
        (&["explain"], "something is missing: LEAD.", ""),
        (&["import"], "a command is missing after this one.", "There are: leads, events."),
        (&["import", "leads", "f", "--dates", "x"], "--dates cannot be “x”.", "There are: dmy, mdy, ymd."),
        (&["import", "leads", "f", "--type", "zip"], "--type cannot be “zip”: it is COLUMN=TYPE.", ""),
        (&["top", "--limit", "0"], "--limit cannot be “0”: it is a whole number from 1", ""),
        (&["shot", "--size", "9"], "--size cannot be “9”", ""),
        (&["completions", "tcsh"], "SHELL cannot be “tcsh”.", "Did you mean “zsh”?"),
    ];
    for (args, said, hint) in cases {
        let ran = home.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?} {}", ran.err);
        assert!(ran.err.starts_with(&format!("quadrille: {said}")), "{args:?} {}", ran.err);
        assert!(ran.err.contains(hint), "{args:?} {}", ran.err);
        let french = home.run(&[args, &["--lang", "fr"]].concat());
        assert_eq!(french.code, Some(2), "{args:?} {}", french.err);
        assert!(french.err.starts_with("quadrille\u{a0}: ") && french.err != ran.err, "{}", french.err);
    }
}

#[test]
fn an_argument_cannot_steer_the_terminal() {
    let home = Home::new();
    let ran = home.run(&["\u{1b}]0;x\u{7}"]);
    assert_eq!(ran.code, Some(2));
    assert!(!ran.err.contains(['\u{1b}', '\u{7}']), "{:?}", ran.err);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_no_panic() {
    use std::os::unix::ffi::OsStrExt;
    let home = Home::new();
    let odd = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    for args in [vec![odd], vec!["explain".as_ref(), odd], vec!["--lang".as_ref(), odd]] {
        let output = home.command(&[]).args(&args).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{args:?} {}", String::from_utf8_lossy(&output.stderr));
    }
    let output = home.command(&["model", "check"]).arg(odd).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(4));
}

// --- The demo, and what reads it ---

#[test]
fn without_a_terminal_the_demo_is_text() {
    let home = Home::new();
    insta::assert_snapshot!("demo_en", home.ok(&["demo"]));
    insta::assert_snapshot!("demo_fr", home.ok(&["demo", "--lang", "fr"]));
    let welcome = home.ok(&[]);
    assert!(welcome.contains("quadrille demo"), "{welcome}");
}

#[test]
fn the_cells_of_the_matrix_sum_to_the_population() {
    let home = Home::new();
    let db = home.demo();
    let matrix = json(&home.ok(&["matrix", "--db", &db, "--format", "json"]));
    let cells = matrix["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), 36);
    assert_eq!(sum(cells.iter().map(|cell| cell["leads"].as_u64().expect("a count"))), 2_000);
    assert_eq!(sum(cells.iter().map(|cell| cell["top"].as_u64().expect("a count"))), 400);
    assert_eq!(matrix["leads"], 2_000);
    assert_eq!(matrix["as_of"], "2026-11-01T00:00:00Z");
    let csv = home.ok(&["matrix", "--db", &db, "--format", "csv"]);
    assert_eq!(
        sum(csv.lines().skip(1).map(|line| line.split(',').nth(2).expect("a count").parse().expect("a number"))),
        2_000
    );
    let then = json(&home.ok(&["matrix", "--db", &db, "--format", "json", "--as-of", "2026-01-31"]));
    assert_eq!(then["as_of"], "2026-01-31T23:59:59Z");
    assert_ne!(then["cells"], matrix["cells"]);
}

#[test]
fn the_ledger_of_a_lead_sums_to_its_score() {
    let home = Home::new();
    let db = home.demo();
    let scores = json(&home.ok(&["score", "--db", &db, "--format", "json"]));
    let scores = scores.as_array().expect("a list");
    assert_eq!(scores.len(), 2_000);
    for score in scores.iter().step_by(97) {
        let key = score["key"].as_str().expect("a key");
        let told = json(&home.ok(&["explain", key, "--db", &db, "--format", "json"]));
        for (axis, points) in [("rows", "row_points"), ("columns", "column_points")] {
            let lines = told["lines"].as_array().expect("lines").iter().filter(|line| line["axis"] == axis);
            let total: f64 = lines.map(|line| line["points"].as_f64().expect("points")).sum();
            assert_eq!(Some(total), score[points].as_f64(), "{key} {axis}");
        }
        assert_eq!(told["rank"], score["rank"]);
    }
}

#[test]
fn a_lead_is_explained_by_its_key_or_by_words_of_its_own() {
    let home = Home::new();
    let db = home.demo();
    insta::assert_snapshot!("explain_en", home.ok(&["explain", "hugo.gaudin", "--db", &db]));
    insta::assert_snapshot!("explain_fr", home.ok(&["explain", "hugo.gaudin", "--db", &db, "--lang", "fr"]));
    let ran = home.run(&["explain", "nobody at all", "--db", &db]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""));
    assert!(ran.err.starts_with("quadrille: there is no lead “nobody at all”."), "{}", ran.err);
    let ran = home.run(&["explain", "durand", "--db", &db]);
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("could be any of"), "{}", ran.err);
}

#[test]
fn the_top_group_can_be_cut_and_limited() {
    let home = Home::new();
    let db = home.demo();
    let count = |args: &[&str]| home.ok(&[&["top", "--db", &db, "--format", "csv"], args].concat()).lines().count() - 1;
    assert_eq!(count(&[]), 400);
    assert_eq!(count(&["--next"]), 400);
    assert_eq!(count(&["--share", "10"]), 200);
    assert_eq!(count(&["--limit", "7"]), 7);
    insta::assert_snapshot!("top_fr", home.ok(&["top", "--db", &db, "--limit", "3", "--lang", "fr"]));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let home = Home::new();
    let db = home.demo();
    for format in ["table", "csv", "json"] {
        let mut child = home
            .command(&["score", "--db", &db, "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().expect("piped").read_to_string(&mut err).expect("UTF-8");
        assert_eq!((child.wait().expect("it ends").code(), err.as_str()), (Some(0), ""), "{format}");
    }
}

#[test]
fn a_full_disk_is_told() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let home = Home::new();
    let output = home.command(&["--help"]).stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(err, "quadrille: the disk is full: the output is not complete.\n");
}

#[test]
fn a_change_is_made_whoever_reads_its_report() {
    let home = Home::new();
    let file = home.write("leads.csv", &format!("{LEADS}e@x.example,50\n"));
    let mut child = home
        .command(&["import", "leads", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(3), "the exit code is the work's");
    assert_eq!(home.ok(&["score", "--format", "csv"]).lines().count(), 5);
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let model = home.write("mine.ron", &home.ok(&["model", "export"]).replace("\"first\"", "\"mine\""));
    let output = home.command(&["model", "import", &model]).stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(err.starts_with("quadrille: the change was made; its report could not be written: "), "{err}");
    assert!(home.ok(&["model", "list"]).contains("mine"));
}

// --- Imports ---

const LEADS: &str = "email,size,country\na@x.example,10,FR\nb@x.example,20,BE\nc@x.example,30,FR\nd@x.example,40,CH\n";

#[test]
fn an_import_makes_a_workspace_with_a_first_model() {
    let home = Home::new();
    let ran = home.run(&["matrix"]);
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("there is no workspace here yet") && ran.err.contains("quadrille demo"), "{}", ran.err);
    let file = home.write("leads.csv", LEADS);
    insta::assert_snapshot!("import_dry_run", home.ok(&["import", "leads", &file, "--dry-run"]));
    assert!(!home.path("quadrille").exists(), "a dry run writes nothing");
    insta::assert_snapshot!("import_leads", home.ok(&["import", "leads", &file]));
    insta::assert_snapshot!("import_matrix", home.ok(&["matrix", "--as-of", "2026-01-31"]));
    let again = home.ok(&["import", "leads", &file, "--lang", "fr"]);
    assert!(again.contains("lu 4 = nouveau 0 + mis à jour 0 + inchangé 4 + rejeté 0"), "{again}");
    #[cfg(unix)]
    for name in ["quadrille/workspace.quadrille", "quadrille/state.ron"] {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(home.path(name)).expect("it was made").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

/// Real files, cut short: the leads come in, a model written for them is taken, and its matrix holds every one of them.
#[test]
fn models_are_copied_renamed_put_away_deleted_and_restored() {
    let home = Home::new();
    let db = home.demo();
    let ok = |args: &[&str]| home.ok(&[&["model"], args, &["--db", &db]].concat());
    let refused = |args: &[&str], said: &str| {
        let ran = home.run(&[&["model"], args, &["--db", &db]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{args:?} {}", ran.err);
        assert!(ran.err.contains(said), "{args:?} {}", ran.err);
    };
    let states = |args: &[&str]| -> Vec<(String, String)> {
        let text = ok(&[&["list", "--format", "json"], args].concat());
        let list = json(&text);
        let word = |row: &serde_json::Value, name: &str| row[name].as_str().expect("a text").to_owned();
        list.as_array().expect("rows").iter().map(|row| (word(row, "name"), word(row, "state"))).collect()
    };
    let pair = |name: &str, state: &str| (name.to_owned(), state.to_owned());
    refused(&["delete", "busybiz"], "keeps at least one model");
    refused(&["archive", "busybiz"], "keeps at least one model");
    refused(&["copy", "buzybiz", "second"], "Did you mean “busybiz”?");
    refused(&["copy", "busybiz", "a name"], "letters without accents");
    ok(&["copy", "busybiz", "second"]);
    refused(&["copy", "busybiz", "second"], "exists already");
    ok(&["rename", "second", "autumn"]);
    assert_eq!(states(&[]), [pair("autumn", "active"), pair("busybiz", "active")]);
    ok(&["archive", "autumn"]);
    assert_eq!(states(&[]), [pair("busybiz", "active")]);
    assert_eq!(states(&["--archived"]), [pair("busybiz", "active"), pair("autumn", "archived")]);
    ok(&["unarchive", "autumn"]);
    // Deleted, it gives its name away and comes back under another.
    assert!(ok(&["delete", "autumn"]).contains("model restore autumn"));
    ok(&["copy", "busybiz", "autumn"]);
    assert_eq!(states(&["--archived"])[2], pair("autumn", "deleted"));
    assert!(ok(&["restore", "autumn"]).contains("“autumn-2” is back"));
    refused(&["restore", "autumn"], "no deleted model");
    assert_eq!(states(&["--archived"]).len(), 3);
}

#[test]
fn versions_are_saved_compared_and_made_the_baseline() {
    let home = Home::new();
    let db = home.demo();
    let ok = |args: &[&str]| home.ok(&[&["model"], args, &["--db", &db]].concat());
    ok(&["save", "launch", "--reason", "Agreed with sales"]);
    ok(&["baseline", "launch"]);
    let file = home.path("busybiz.ron").to_str().expect("UTF-8").to_owned();
    let text = ok(&["export"]).replace("weight: 50", "weight: 40");
    std::fs::write(&file, text).expect("a file for a test");
    ok(&["import", &file]);
    let versions = json(&ok(&["versions", "--format", "json"]));
    let launch = &versions[0];
    assert_eq!((launch["name"].as_str(), launch["baseline"].as_bool()), (Some("launch"), Some(true)));
    assert_eq!((launch["reason"].as_str(), launch["changes"].as_i64()), (Some("Agreed with sales"), Some(2)));
    let changes = ok(&["versions", "busybiz", "--changes", "launch"]);
    assert!(changes.contains("Meeting or demo requested: 50 → 40 points"), "{changes}");
    let none = home.run(&["model", "versions", "--changes", "nosuch", "--db", &db]);
    assert_eq!(none.code, Some(4));
    assert!(none.err.contains("There are: launch."), "{}", none.err);
    let twice = home.run(&["model", "save", "launch", "--db", &db]);
    assert_eq!(twice.code, Some(4), "a version never changes: {}", twice.err);
}

#[test]
fn models_written_for_real_files_place_everybody() {
    let data = |name: &str| format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    for (leads, key, events, model, population, crowded) in [
        ("bank-additional.csv", None, None, "bank", 100, 4),
        ("bank.csv", None, None, "bank", 200, 6),
        ("ecom.csv", Some("user_id"), Some("ecom.csv"), "ecom", 12, 3),
    ] {
        let home = Home::new();
        let leads = data(leads);
        let mut import = vec!["import", "leads", leads.as_str(), "--blank", "unknown"];
        import.extend(key.iter().flat_map(|key| ["--key", key]));
        let told = home.ok(&import);
        assert!(told.contains("rejected 0"), "{told}");
        if let Some(events) = events {
            let told = home.ok(&["import", "events", &data(events)]);
            assert!(told.contains("read 305 = new 300 + updated 0 + unchanged 5 + rejected 0"), "{told}");
        }
        // Kinds that nobody of the few has done yet are told, and are no fault.
        let taken = home.run(&["model", "import", &data(&format!("models/{model}.ron"))]);
        assert_eq!(taken.code, Some(0), "{}", taken.err);
        let matrix = json(&home.ok(&["matrix", "--model", model, "--as-of", "2024-06-30", "--format", "json"]));
        let cells = matrix["cells"].as_array().expect("a list of cells");
        let counts: Vec<u64> = cells.iter().map(|cell| cell["leads"].as_u64().expect("a count")).collect();
        assert_eq!(counts.iter().sum::<u64>(), population, "{model}: {counts:?}");
        assert!(counts.iter().filter(|count| **count > 0).count() >= crowded, "{model}: {counts:?}");
    }
}

#[test]
fn rejected_rows_stand_beside_the_file_and_come_in_once_corrected() {
    let home = Home::new();
    let rows = format!("{LEADS}e@x.example,50\n,60,FR\n");
    let file = home.write("leads.csv", &rows);
    let ran = home.run(&["import", "leads", &file, "--key", "email"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), ""), "{}", ran.out);
    insta::assert_snapshot!("import_rejected", ran.out);
    let rejected = std::fs::read_to_string(home.path("leads.rejected.csv")).expect("the rejected rows");
    assert_eq!(rejected.lines().count(), 3, "{rejected}");
    std::fs::write(home.path("leads.rejected.csv"), "corrected by hand").expect("a file for a test");
    let again = home.run(&["import", "leads", &file, "--key", "email"]).out;
    assert!(again.contains("leads.rejected-2.csv"), "the new file is told: {again}");
    let kept = std::fs::read_to_string(home.path("leads.rejected.csv")).expect("the corrected rows");
    assert_eq!(kept, "corrected by hand");
    assert_eq!(std::fs::read_to_string(home.path("leads.rejected-2.csv")).expect("anew"), rejected);
    let corrected = rejected.replace("e@x.example,50", "e@x.example,50,FR").replace(",,60", ",f@x.example,60");
    let file = home.write("corrected.csv", &corrected);
    let out = home.ok(&["import", "leads", &file, "--key", "email"]);
    assert!(out.contains("read 2 = new 2 + updated 0 + unchanged 0 + rejected 0"), "{out}");
}

#[test]
fn row_numbers_do_not_mix_two_files_unless_asked_to() {
    let home = Home::new();
    let one = home.write("one.csv", "size;sector\n1;a\n1;b\n2;a\n");
    let two = home.write("two.csv", "size;sector\n7;x\n7;y\n8;x\n");
    home.ok(&["import", "leads", &one]);
    home.ok(&["import", "leads", &one]);
    for more in [&["--dry-run"][..], &[]] {
        let args = [&["import", "leads", two.as_str()], more].concat();
        let ran = home.run(&args);
        assert_eq!(ran.code, Some(4), "{}", ran.out);
        assert!(ran.err.contains("No column identifies a lead"), "{}", ran.err);
        assert!(ran.err.contains("--row-numbers"), "{}", ran.err);
    }
    assert!(home.ok(&["import", "leads", &two, "--row-numbers"]).contains("updated 3"));
}

#[test]
fn activity_comes_in_with_its_duplicates_told() {
    let home = Home::new();
    home.ok(&["import", "leads", &home.write("leads.csv", LEADS)]);
    let events =
        "email,kind,at\na@x.example,visit,2026-01-05\na@x.example,visit,2026-01-05\nz@x.example,visit,2026-01-06\n";
    let file = home.write("events.csv", events);
    let ran = home.run(&["import", "events", &file]);
    assert_eq!(ran.code, Some(3), "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("read 3 = new 1 + updated 0 + unchanged 1 + rejected 1"), "{}", ran.out);
    assert!(ran.out.contains("there is no lead “z@x.example”"), "{}", ran.out);
    let out = home.ok(&["import", "events", &file, "--create-leads"]);
    assert!(out.contains("1 lead was made."), "{out}");
    let shown = home.ok(&["model", "show"]);
    assert!(shown.contains("visit"), "the first model was made again with the activity: {shown}");
}

#[test]
fn files_that_cannot_be_imported_are_refused_and_leave_nothing() {
    let home = Home::new();
    let folder = home.folder.path().to_str().expect("UTF-8").to_owned();
    let binary = home.path("x.xlsx");
    std::fs::write(&binary, b"PK\x03\x04\0\0\0\0").expect("a file");
    let empty = home.write("empty.csv", "");
    for file in ["missing.csv", &folder, binary.to_str().expect("UTF-8"), &empty] {
        for lang in ["en", "fr"] {
            let ran = home.run(&["import", "leads", file, "--lang", lang]);
            assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{file} {}", ran.err);
            assert!(ran.err.lines().count() <= 3 && !ran.err.contains("cli-"), "{}", ran.err);
        }
    }
    assert!(!home.path("quadrille").exists());
    let csv = home.write("leads.csv", LEADS);
    let ran = home.run(&["matrix", "--db", &csv]);
    assert_eq!(ran.code, Some(4), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&csv).expect("still there"), LEADS);
}

#[test]
fn a_file_without_rows_changes_nothing() {
    let home = Home::new();
    let file = home.write("head.csv", "email,size,country\n");
    for what in ["leads", "events"] {
        assert!(
            home.ok(&["import", what, &file]).ends_with("head.csv has a header and no rows: nothing was changed.\n")
        );
    }
    assert!(!home.path("quadrille").exists());
    let quote = home.write("quote.csv", "id,size\n\"a,1\nb,2\n");
    let ran = home.run(&["import", "leads", &quote]);
    assert!(ran.code == Some(4) && ran.err.contains("--lenient-quotes"), "{}", ran.err);
    home.ok(&["import", "leads", &quote, "--lenient-quotes"]);
}

#[cfg(unix)]
#[test]
fn an_interrupted_import_leaves_the_workspace_as_it_was() {
    let home = Home::new();
    home.ok(&["import", "leads", &home.write("leads.csv", LEADS)]);
    let mut many = String::from("email,size,country\n");
    for n in 0..400_000 {
        writeln!(many, "{n}@y.example,{n},FR").expect("a string takes it");
    }
    let file = home.write("many.csv", &many);
    let before = home.ok(&["score", "--format", "csv", "--as-of", "2026-01-31"]);
    let mut child = home
        .command(&["import", "leads", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut out = BufReader::new(child.stdout.take().expect("piped"));
    // The shape is told before the first row is written, and interrupts are heard by then.
    out.read_line(&mut String::new()).expect("the shape");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs").success());
    let mut err = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut err).expect("UTF-8");
    assert_eq!(child.wait().expect("it ends").code(), Some(130), "{err}");
    assert_eq!(err, "quadrille: stopped; the workspace is as it was.\n");
    assert_eq!(home.ok(&["score", "--format", "csv", "--as-of", "2026-01-31"]), before);
}

#[test]
fn csv_output_runs_no_formula_and_comes_back_as_it_was() {
    let home = Home::new();
    let file = home.write("leads.csv", "id,size\n=1+1,1\n'=2,2\nplain,3\n");
    home.ok(&["import", "leads", &file, "--key", "id"]);
    let args = ["score", "--format", "csv", "--as-of", "2026-01-31"];
    let keys = |out: String| {
        let mut keys: Vec<String> =
            out.lines().skip(1).map(|l| l.split(',').nth(1).unwrap_or_default().into()).collect();
        keys.sort();
        keys
    };
    let raw = keys(home.ok(&[&args[..], &["--raw-csv"]].concat()));
    let guarded = keys(home.ok(&args));
    let expected: Vec<String> = raw.iter().map(|k| if k == "plain" { k.clone() } else { format!("'{k}") }).collect();
    assert_eq!(guarded, expected);
    assert!(raw.contains(&"=1+1".to_owned()), "{raw:?}");
}

#[test]
fn what_programs_read_is_plain_whatever_the_language() {
    let home = Home::new();
    let file = home.write("leads.csv", "id,size\na\u{202e}b\u{9b}c,1234567\nsecond,2\n");
    home.ok(&["import", "leads", &file, "--key", "id"]);
    let model = "(name: \"mine\", columns: (groups: [(name: \"g\", criteria: [(name: \"c\", weight: 5, \
        rule: Match(when: Field(\"size\", AtLeast(3))))])], bands: [(label: \"low\"), (label: \"high\", from: 5)]))";
    home.ok(&["model", "import", &home.write("mine.ron", model)]);
    let out = home.ok(&["score", "--format", "json"]);
    assert!(out.contains("a\\u202eb\\u009bc") && !out.contains(['\u{202e}', '\u{9b}']), "{out}");
    assert!(json(&out).as_array().expect("a list").iter().any(|lead| lead["key"] == "a\u{202e}b\u{9b}c"), "{out}");
    for format in ["csv", "json"] {
        let out = home.ok(&["explain", "a\u{202e}b\u{9b}c", "--format", format, "--lang", "fr"]);
        assert!(out.contains("size = 1234567"), "{out}");
    }
    let listed = json(&home.ok(&["model", "list", "--format", "json"]));
    let in_use: Vec<Option<bool>> =
        listed.as_array().expect("a list").iter().map(|model| model["in_use"].as_bool()).collect();
    assert!(in_use.contains(&Some(true)) && !in_use.contains(&None), "{listed}");
    assert_eq!(json(&home.ok(&["model", "show", "--format", "json"]))[0]["on"], true);
    let ran = home.run(&["explain", "secnod"]);
    assert!(ran.code == Some(4) && ran.err.contains("Did you mean: second?"), "{}", ran.err);
}

// --- Models ---

#[test]
fn a_model_file_is_checked_with_places() {
    let home = Home::new();
    let file = home.write("broken.ron", "(\n    name: \"m\",\n    rows: (grous: []),\n)\n");
    for (lang, golden) in [("en", "model_broken_en"), ("fr", "model_broken_fr")] {
        let ran = home.run(&["model", "check", &file, "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""));
        insta::assert_snapshot!(golden, ran.err);
    }
    let db = home.demo();
    let sound = home.path("sound.ron");
    let sound = sound.to_str().expect("UTF-8");
    let ran = home.run(&["model", "export", "--db", &db, "-o", sound]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = home.run(&["model", "export", "--db", &db, "-o", sound]);
    assert_eq!(ran.code, Some(4), "an export never replaces a file unasked");
    assert!(ran.err.contains("--force"), "{}", ran.err);
    let out = home.ok(&["model", "check", sound, "--db", &db]);
    assert!(out.contains("“busybiz” is sound: 21 criteria, 9 × 4 cells."), "{out}");
    assert!(out.contains("Grade: 0 to 12 points; start and groups at their best give 12."), "{out}");
    assert!(!out.contains("Against the leads"), "a file is checked alone unless more is asked: {out}");
    let out = home.ok(&["model", "check", sound, "--db", &db, "--data"]);
    assert!(out.contains("Against the leads of") && out.contains("that no criterion knows"), "{out}");
    let out = home.ok(&["model", "check", "busybiz", "--db", &db]);
    assert!(out.contains("“busybiz” is sound") && out.contains("Against the leads of"), "{out}");
    let ran = home.run(&["model", "check", "busybizz", "--db", &db]);
    assert!(ran.err.contains("no such file") && ran.err.contains("Did you mean “busybiz”?"), "{}", ran.err);
}

#[test]
fn help_explains_how_a_model_is_written_and_every_command() {
    let home = Home::new();
    let english = home.ok(&["help", "model"]);
    assert!(english.contains("\n  FewerThan\n") && english.contains("repeat: FewerThan(2, Days(90))"), "{english}");
    let french = home.ok(&["help", "model", "--lang", "fr"]);
    assert!(french.starts_with("Le modèle entier\n") && french.contains("repeat: FewerThan(2, Days(90))"), "{french}");
    assert_eq!(home.ok(&["help", "top"]), home.ok(&["top", "--help"]));
    assert_eq!(home.ok(&["help"]), home.ok(&["--help"]));
    let ran = home.run(&["help", "modle"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("Did you mean “model”?"), "{}", ran.err);
}

#[test]
fn a_model_that_reads_fields_the_leads_lack_is_refused_with_the_nearest_names() {
    let home = Home::new();
    home.ok(&["import", "leads", &home.write("leads.csv", LEADS)]);
    let model = "(name: \"mine\", columns: (groups: [(name: \"g\", criteria: [(name: \"c\", weight: 5, \
        rule: Match(when: Field(\"contry\", Is(\"FR\"))))])], bands: [(label: \"low\"), (label: \"high\", from: 5)]))";
    let file = home.write("mine.ron", model);
    let ran = home.run(&["model", "import", &file]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(4), ""), "{}", ran.err);
    assert!(ran.err.contains("mine.ron:line 1, column 87: the leads have no field “contry”"), "{}", ran.err);
    assert!(ran.err.contains("no field “contry”") && ran.err.contains("Did you mean “country”?"), "{}", ran.err);
    let ran = home.run(&["model", "import", &file, "--allow-missing"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = home.run(&["matrix"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("Criterion “c”"), "a criterion without data is told: {}", ran.err);
    let file = home.write("mine.ron", &model.replace("contry", "country"));
    home.ok(&["model", "import", &file]);
    let matrix = json(&home.ok(&["matrix", "--format", "json"]));
    let counts: Vec<u64> = matrix["cells"]
        .as_array()
        .expect("cells")
        .iter()
        .map(|cell| cell["leads"].as_u64().expect("a count"))
        .collect();
    assert_eq!(counts, [2, 2]);
    assert_eq!(json(&home.ok(&["matrix", "--model", "first", "--format", "json"]))["model"], "first");
    let ran = home.run(&["matrix", "--model", "frist"]);
    assert!(ran.code == Some(4) && ran.err.contains("“first”"), "{}", ran.err);
}

// --- Generated data, pictures ---

#[test]
fn the_same_seed_gives_the_same_files() {
    let home = Home::new();
    let args = |out| ["generate", "--leads", "50", "--seed", "3", "--as-of", "2026-01-31", "--out", out];
    insta::assert_snapshot!("generate", home.ok(&args("one")));
    home.ok(&args("two"));
    let read = |name: &str| std::fs::read(home.path(name)).expect("a generated file");
    for file in ["leads.csv", "events.csv"] {
        assert_eq!(read(&format!("one/{file}")), read(&format!("two/{file}")));
    }
    assert_eq!(home.run(&args("one")).code, Some(4), "files that exist are not replaced unasked");
    assert!(Path::new(&home.path("one/leads.csv")).exists());
}

#[test]
fn a_grid_becomes_a_picture_with_one_piece_for_each_style() {
    let spot =
        |symbol: &str, bg| Spot { symbol: symbol.to_owned(), fg: (255, 255, 255), bg, bold: false, reverse: false };
    let (dark, light) = ((0, 0, 0), (0, 0, 255));
    let mut spots = vec![spot("a", dark), spot("<", dark), spot(" ", dark), spot(" ", dark)];
    spots.extend([spot("b", light), spot("c", light), spot(" ", dark), spot("d", dark)]);
    spots[7].reverse = true;
    let grid = Grid { columns: 4, spots };
    assert_eq!(buffer_to_text(&grid), "a<\nbc d\n");
    insta::assert_snapshot!("grid_svg", buffer_to_svg(&grid));
}

// --- What is learned, and a lead through time ---

/// A demo whose model has a field to be learned.
fn to_be_taught(home: &Home) -> String {
    let db = home.demo();
    let model = home.ok(&["model", "export", "--db", &db]);
    let learned = "    learned: [(
        name: \"chance\",
        title: (en: \"Chance to be won\", fr: \"Chance de gagner\"),
        won: Field(\"outcome\", Is(\"won\")),
        lost: Field(\"outcome\", Is(\"lost\")),
        fields: [\"country\", \"sector\", \"source\", \"seniority\"],
    )],
    rows: (";
    let file = home.write("taught.ron", &model.replacen("    rows: (", learned, 1));
    home.ok(&["model", "import", &file, "--db", &db]);
    db
}

#[test]
fn a_field_learns_once_it_is_told_to() {
    let home = Home::new();
    let db = to_be_taught(&home);
    let ran = home.run(&["agreement", "--db", &db]);
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("has learned nothing yet") && ran.err.contains("quadrille learn"), "{}", ran.err);
    let would = home.ok(&["learn", "--dry-run", "--db", &db]);
    assert!(would.contains("nothing was written"), "{would}");
    assert_eq!(home.run(&["agreement", "--db", &db]).code, Some(4), "nothing was written");
    insta::assert_snapshot!("learn_en", home.ok(&["learn", "chance", "--db", &db]));
    insta::assert_snapshot!("agreement_fr", home.ok(&["agreement", "--db", &db, "--lang", "fr"]));
    let numbers = json(&home.ok(&["agreement", "--db", &db, "--format", "json"]));
    assert_eq!((numbers["leads"].as_u64(), numbers["field"].as_str()), (Some(2_000), Some("chance")));
    let told = json(&home.ok(&["explain", "hugo.gaudin", "--db", &db, "--format", "json"]));
    assert!(told["learned"]["percent"].as_f64().is_some_and(|percent| percent > 0.0), "{}", told["learned"]);
    let ran = home.run(&["learn", "luck", "--db", &db]);
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("no learned field “luck”"), "{}", ran.err);
}

#[test]
fn nothing_is_learned_where_nothing_can_be() {
    let home = Home::new();
    let db = home.demo();
    let ran = home.run(&["learn", "--db", &db]);
    assert_eq!(ran.code, Some(4));
    assert!(ran.err.contains("has no learned field"), "{}", ran.err);
}

#[test]
fn a_lead_and_its_zones_are_told_through_time() {
    let home = Home::new();
    let db = home.demo();
    insta::assert_snapshot!("history_en", home.ok(&["history", "hugo.gaudin", "--db", &db]));
    insta::assert_snapshot!("history_fr", home.ok(&["history", "hugo.gaudin", "--db", &db, "--lang", "fr"]));
    insta::assert_snapshot!("inflow_en", home.ok(&["inflow", "--weeks", "3", "--db", &db]));
    let rows = home.ok(&["inflow", "--weeks", "2", "--db", &db, "--format", "csv"]);
    assert_eq!(rows.lines().next(), Some("start,end,zone,entered,weekly_capacity"));
    assert_eq!(home.run(&["inflow", "--weeks", "0", "--db", &db]).code, Some(2));
}

// --- The questions of a review ---

#[test]
fn a_reviews_questions_are_answered() {
    let home = Home::new();
    let db = home.demo();
    insta::assert_snapshot!("questions_en", home.ok(&["questions", "--db", &db]));
    insta::assert_snapshot!("questions_fr", home.ok(&["questions", "--db", &db, "--lang", "fr"]));
    let found = json(&home.ok(&["questions", "--db", &db, "--format", "json"]));
    assert_eq!(found["contrast"]["judgement"], "better");
    assert_eq!(found["contrast"]["because_of"], "outcomes");
    let top = &found["contrast"]["groups"][0];
    let (n, of) = (top["won"]["n"].as_f64().unwrap(), top["won"]["of"].as_f64().unwrap());
    assert!((top["won"]["share"].as_f64().unwrap() - n / of).abs() < 1e-6, "{top}");
    let rows = home.ok(&["questions", "--db", &db, "--format", "csv"]);
    assert!(rows.starts_with("question,item,measure,value\n"), "{rows}");
    assert!(rows.contains("contrast,,judgement,better\n"), "{rows}");
    assert!(rows.contains(&format!("contrast,top/won,n,{n}\n")), "{rows}");
}

#[test]
fn what_zones_bring_and_who_waits_is_told() {
    let home = Home::new();
    let db = home.demo();
    insta::assert_snapshot!("capacity_en", home.ok(&["capacity", "--db", &db]));
    insta::assert_snapshot!("capacity_fr", home.ok(&["capacity", "--db", &db, "--lang", "fr"]));
    insta::assert_snapshot!("sla_en", home.ok(&["sla", "--limit", "3", "--db", &db]));
    insta::assert_snapshot!(
        "sla_fr",
        home.ok(&["sla", "--zone", "analyser", "--limit", "3", "--db", &db, "--lang", "fr"])
    );
    let told = json(&home.ok(&["capacity", "--db", &db, "--format", "json"]));
    assert_eq!((&told[0]["zone"], &told[0]["line"], &told[0]["fits"]), (&"mql".into(), &"moved".into(), &true.into()));
    let rows = home.ok(&["sla", "--db", &db, "--format", "csv"]);
    assert_eq!(rows.lines().next(), Some("key,name,company,zone,sla_hours,over_hours,waited_hours,entered"));
    let ran = home.run(&["sla", "--zone", "nowhere", "--db", &db]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("mql-prime"), "the zones there are: {}", ran.err);
}

#[test]
fn an_alert_is_new_once() {
    let home = Home::new();
    let db = home.demo();
    assert!(home.ok(&["alerts", "--db", &db]).contains("This model has no alerts"));
    assert_eq!(home.ok(&["alerts", "--new", "--db", &db]), "", "a scheduled job has nothing to tell");
    let model = home.ok(&["model", "export", "--db", &db]);
    let end = model.rfind(')').expect("a model ends with one");
    let alert = "alerts: [(name: \"pricing\", title: (en: \"Prices\", fr: \"Prix\"), when: Field(\"country\", Is(\"FR\")), \
        filter: (kinds: [\"pricing_view\"]), within: Days(1), action: (en: \"Call today\", fr: \"Appeler ce jour\"))],\n";
    let file = home.write("alerts.ron", &format!("{}{alert}{}", &model[..end], &model[end..]));
    home.ok(&["model", "import", &file, "--db", &db]);
    insta::assert_snapshot!("alerts_en", home.ok(&["alerts", "--db", &db]));
    insta::assert_snapshot!("alerts_fr", home.ok(&["alerts", "--db", &db, "--lang", "fr"]));
    let kept = home.ok(&["alerts", "--new", "--keep", "--db", &db]);
    assert_eq!(home.ok(&["alerts", "--new", "--db", &db]), kept, "those that were left new are new");
    assert!(kept.contains("Call today"));
    assert_eq!(home.ok(&["alerts", "--new", "--db", &db]), "");
    assert_eq!(home.ok(&["alerts", "--new", "--db", &db, "--format", "csv"]), "");
    assert_eq!(json(&home.ok(&["alerts", "--new", "--db", &db, "--format", "json"])), serde_json::json!([]));
    let all = json(&home.ok(&["alerts", "--db", &db, "--format", "json"]));
    let all = all.as_array().expect("a list");
    assert!(!all.is_empty() && all.iter().all(|alert| alert["new"] == false), "{all:?}");
    // What happened later is new.
    let file = home.write(
        "events.csv",
        &format!("email,kind,at\n{},pricing_view,2026-10-31T23:30:00Z\n", all[0]["key"].as_str().unwrap()),
    );
    home.ok(&["import", "events", &file, "--db", &db]);
    assert_eq!(json(&home.ok(&["alerts", "--new", "--db", &db, "--format", "json"])).as_array().map(Vec::len), Some(1));
    assert_eq!(home.run(&["alerts", "--keep", "--db", &db]).code, Some(2), "what would be kept new?");
}
