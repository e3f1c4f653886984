//! The invariants of the code map in `src/lib.rs`, held over the source text.
//!
//! Each check is a function from a file's path (from the top folder, with `/`) and text to complaints. One test runs them all over the
//! project, another shows that each bites on a small bad example.

use std::fs;
use std::path::Path;

/// A check: path and text of a file in, what is wrong out.
type Check = fn(&str, &str) -> Vec<String>;

/// Every check and the folder it is for.
const CHECKS: [(&str, Check); 12] = [
    ("src/", says_what_lives_there),
    ("src/", is_short),
    ("src/", imports_point_one_way),
    ("src/", paths_hide_no_layer),
    ("src/", pure_layers_stay_pure),
    ("src/", names_stay_in_their_layer),
    ("src/", scores_are_whole_numbers),
    ("src/", sql_lives_in_the_store),
    ("src/tui/", drawing_changes_nothing),
    ("src/", nothing_is_unwrapped),
    ("", names_no_machine),
    ("tests/", says_what_lives_there),
];

/// The most lines of a file, its tests aside.
const MAX_LINES: usize = 500;

/// What each module may import, besides itself and the leaves.
const LAYERS: [(&str, &[&str]); 15] = [
    ("model", &[]),
    ("engine", &["model"]),
    ("review", &["engine", "model"]),
    ("insight", &["review", "engine", "model"]),
    ("workbench", &["insight", "review", "engine", "model"]),
    ("store", &["review", "engine", "model"]),
    ("import", &["engine", "model"]),
    ("export", &["workbench", "insight", "review", "engine", "model"]),
    ("generate", &["engine", "model"]),
    ("tui", &["workbench", "import", "insight", "review", "engine", "model"]),
    ("cli", &["workbench", "import", "export", "generate", "insight", "review", "engine", "model"]),
    (
        "shell",
        &["cli", "tui", "workbench", "store", "import", "export", "generate", "insight", "review", "engine", "model"],
    ),
    ("main", &["shell", "cli"]),
    ("text", &[]),
    ("problem", &[]),
];

/// Modules, and the one macro, that anybody may import.
const LEAVES: [&str; 3] = ["text", "problem", "msg"];

/// Layers with files, threads, the clock or the environment at hand; all others are pure.
const IMPURE: [&str; 3] = ["shell", "store", "main"];

/// A crate or a word that only some layers may name.
const AT_HOME: [(&str, &[&str]); 4] = [
    ("rusqlite", &["store"]),
    ("ratatui", &["tui", "shell"]),
    ("crossterm", &["tui", "shell"]),
    ("signal_hook", &["shell"]),
];

/// The module that a file of `src` belongs to.
fn layer(path: &str) -> &str {
    let path = path.strip_prefix("src/").unwrap_or(path);
    path.split(['/', '.']).next().unwrap_or(path)
}

/// The text up to its unit tests.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |end| &text[..end])
}

/// The numbered lines of the code, without its unit tests and comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    without_tests(text).lines().enumerate().map(|(at, line)| {
        let end = line.match_indices("//").map(|(at, _)| at).find(|at| !line[..*at].ends_with(':'));
        (at + 1, &line[..end.unwrap_or(line.len())])
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter| !is_word(letter)).filter(|word| !word.is_empty())
}

/// Whether a path such as `std::fs` stands in the line, and not as the beginning of a longer word.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(name)
        .any(|(at, _)| !line[..at].ends_with(is_word) && !line[at + name.len()..].starts_with(is_word))
}

fn says_what_lives_there(path: &str, text: &str) -> Vec<String> {
    let says = path.strip_suffix(".rs").is_none() || text.starts_with("//! ");
    complain_if(!says, path, 1, "the first line must say what lives here, with //!")
}

fn is_short(path: &str, text: &str) -> Vec<String> {
    let n_lines = without_tests(text).lines().count();
    complain_if(n_lines > MAX_LINES, path, n_lines, "the file is too long: part it by subject")
}

fn imports_point_one_way(path: &str, text: &str) -> Vec<String> {
    let here = layer(path);
    if here == "lib" {
        return Vec::new();
    }
    let Some((_, may)) = LAYERS.iter().find(|(layer, _)| *layer == here) else {
        return vec![format!("{path}: the table of layers in this test has no row for {here}")];
    };
    let mut complaints = Vec::new();
    for (line, code) in code(text) {
        for root in ["crate::", "quadrille::"] {
            for (at, _) in code.match_indices(root) {
                let Some(to) = words(&code[at + root.len()..]).next() else {
                    continue;
                };
                let known = to == here || LEAVES.contains(&to) || may.contains(&to);
                let whole_word = !code[..at].ends_with(is_word);
                complaints.extend(complain_if(
                    whole_word && !known,
                    path,
                    line,
                    &format!("{here} may not import {to}"),
                ));
            }
        }
    }
    complaints
}

fn paths_hide_no_layer(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (line, code) in code(text) {
        let bad = ["crate::{", "quadrille::{", "super::super"].into_iter().find(|bad| code.contains(bad));
        let glob = code.trim_start().starts_with("use ") && code.contains("::*");
        complaints.extend(complain_if(bad.is_some(), path, line, "one path a line, from crate::"));
        complaints.extend(complain_if(glob, path, line, "no globs: say what is used"));
    }
    complaints
}

fn pure_layers_stay_pure(path: &str, text: &str) -> Vec<String> {
    const IMPURE_NAMES: [&str; 9] = [
        "Utc::now",
        "Local::now",
        "std::time",
        "std::fs",
        "std::thread",
        "std::env",
        "std::net",
        "std::process",
        "File::open",
    ];
    if IMPURE.contains(&layer(path)) {
        return Vec::new();
    }
    each_line(path, text, |code| {
        let name = IMPURE_NAMES.into_iter().find(|name| names(code, name))?;
        Some(format!("{name}: only shell has files, threads, the clock and the environment"))
    })
}

fn names_stay_in_their_layer(path: &str, text: &str) -> Vec<String> {
    each_line(path, text, |code| {
        let (name, homes) = AT_HOME.iter().find(|(name, homes)| names(code, name) && !homes.contains(&layer(path)))?;
        Some(format!("only {} may name {name}", homes.join(" and ")))
    })
}

/// Model and engine know no float, but for the one that RON's parser hands over when it reads a decimal.
fn scores_are_whole_numbers(path: &str, text: &str) -> Vec<String> {
    if !["model", "engine"].contains(&layer(path)) {
        return Vec::new();
    }
    let mut left = usize::from(path == "src/model/value.rs");
    each_line(path, text, |code| {
        for _ in words(code).filter(|word| word.ends_with("f64") || word.ends_with("f32")).filter(|w| *w != "visit_f64")
        {
            if left == 0 {
                return Some("no float in a score".to_owned());
            }
            left -= 1;
        }
        None
    })
}

fn sql_lives_in_the_store(path: &str, text: &str) -> Vec<String> {
    if ["store", "export"].contains(&layer(path)) {
        return Vec::new();
    }
    each_line(path, text, |code| {
        let starts = ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE ", "\"CREATE ", "\"PRAGMA "];
        starts.iter().any(|start| code.contains(start)).then(|| "SQL lives in store".to_owned())
    })
}

/// Functions that draw see the state and change nothing of it.
fn drawing_changes_nothing(path: &str, text: &str) -> Vec<String> {
    let text = without_tests(text);
    let mut complaints = Vec::new();
    for (at, _) in text.match_indices("fn ") {
        let signature = &text[at..at + text[at..].find('{').unwrap_or(0)];
        let name = words(signature).nth(1).unwrap_or_default();
        let draws = ["draw", "render", "layout"].iter().any(|verb| name.starts_with(verb));
        let changes = signature.contains("&mut App") || signature.contains("&mut self");
        let line = text[..at].lines().count();
        complaints.extend(complain_if(draws && changes, path, line, &format!("{name} must not change the state")));
    }
    complaints
}

fn nothing_is_unwrapped(path: &str, text: &str) -> Vec<String> {
    each_line(path, text, |code| code.contains(".unwrap()").then(|| "say with expect why it holds".to_owned()))
}

/// No path of somebody's machine and no reminder in place of work; the words are in two parts so that this file passes.
fn names_no_machine(path: &str, text: &str) -> Vec<String> {
    let folders = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/Use", "rs/")];
    let reminders = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut complaints = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let folder = folders.iter().any(|folder| {
            line.match_indices(folder).any(|(at, _)| !line[..at].ends_with(|c: char| is_word(c) || "./~}-".contains(c)))
        });
        complaints.extend(complain_if(folder, path, at + 1, "a path of somebody's machine"));
        let reminder = words(line).any(|word| reminders.contains(&word));
        complaints.extend(complain_if(reminder, path, at + 1, "do it, or leave it out"));
    }
    complaints
}

fn complain_if(wrong: bool, path: &str, line: usize, what: &str) -> Vec<String> {
    if wrong { vec![format!("{path}:{line}: {what}")] } else { Vec::new() }
}

fn each_line(path: &str, text: &str, mut wrong: impl FnMut(&str) -> Option<String>) -> Vec<String> {
    code(text).filter_map(|(line, code)| wrong(code).map(|what| format!("{path}:{line}: {what}"))).collect()
}

/// Modules of the test binary that `main.rs` does not list, so that they would never run.
fn forgotten(main: &str, files: &[String]) -> Vec<String> {
    let module = |file: &String| file.strip_prefix("tests/it/")?.strip_suffix(".rs").map(str::to_owned);
    let listed =
        |name: &String| name == "main" || name.contains('/') || main.lines().any(|l| l == format!("mod {name};"));
    files.iter().filter_map(module).filter(|name| !listed(name)).collect()
}

/// Path and text of every text file of the project, the lock file aside.
fn project() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "assets", "benches", ".ci"] {
        gather(top, &top.join(folder), &mut files);
    }
    for file in ["Cargo.toml", "README.md", "clippy.toml", "deny.toml", "rustfmt.toml"] {
        read(top, &top.join(file), &mut files);
    }
    files
}

fn gather(top: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a folder of the project can be read").path();
        if path.is_dir() {
            gather(top, &path, files);
        } else {
            read(top, &path, files);
        }
    }
}

/// Adds the file, if it is there and is text.
fn read(top: &Path, path: &Path, files: &mut Vec<(String, String)>) {
    if let Ok(text) = fs::read_to_string(path) {
        let path = path.strip_prefix(top).expect("found under the top folder");
        files.push((path.to_string_lossy().replace('\\', "/"), text));
    }
}

#[test]
fn the_project_is_tidy() {
    let files = project();
    assert!(files.len() > 40, "only {} files found", files.len());
    let complaints: Vec<String> = files
        .iter()
        .flat_map(|(path, text)| {
            CHECKS.iter().filter(|(folder, _)| path.starts_with(folder)).flat_map(|(_, check)| check(path, text))
        })
        .collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_test_file_runs() {
    let files = project();
    let (_, main) = files.iter().find(|(path, _)| path == "tests/it/main.rs").expect("the test binary has a main file");
    let paths: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
    assert_eq!(forgotten(main, &paths), Vec::<String>::new(), "not listed in tests/it/main.rs");

    let paths = ["tests/it/main.rs", "tests/it/cli.rs", "tests/it/lost.rs"].map(str::to_owned);
    assert_eq!(forgotten("mod cli;\n", &paths), ["lost"]);
}

#[test]
fn each_check_bites() {
    let long = "//! Long.\n".to_owned() + &"fn f() {}\n".repeat(MAX_LINES);
    let reminder = concat!("// TO", "DO: later");
    let machine = concat!("path = \"/ho", "me/ada/leads.csv\"");
    let bad: [(Check, &str, &str); 25] = [
        (says_what_lives_there, "src/cli/mod.rs", "use std::fmt;\n"),
        (is_short, "src/cli/mod.rs", &long),
        (imports_point_one_way, "src/tui/draw.rs", "use crate::store::Store;\n"),
        (imports_point_one_way, "src/cli/list.rs", "    crate::store::read();\n"),
        (imports_point_one_way, "src/model/mod.rs", "use crate::engine::columns::Dataset;\n"),
        (imports_point_one_way, "src/main.rs", "use quadrille::store::Store;\n"),
        (imports_point_one_way, "src/newcomer.rs", ""),
        (paths_hide_no_layer, "src/tui/draw.rs", "use crate::{store, tui};\n"),
        (paths_hide_no_layer, "src/tui/draw.rs", "use super::super::store;\n"),
        (paths_hide_no_layer, "src/tui/draw.rs", "use crate::tui::state::*;\n"),
        (pure_layers_stay_pure, "src/engine/score.rs", "let now = chrono::Utc::now();\n"),
        (pure_layers_stay_pure, "src/engine/score.rs", "std::thread::spawn(f);\n"),
        (pure_layers_stay_pure, "src/tui/update.rs", "use std::fs;\n"),
        (pure_layers_stay_pure, "src/generate/mod.rs", "use std::time::SystemTime;\n"),
        (names_stay_in_their_layer, "src/tui/draw.rs", "use rusqlite::Connection;\n"),
        (names_stay_in_their_layer, "src/model/mod.rs", "use ratatui::style::Color;\n"),
        (names_stay_in_their_layer, "src/cli/mod.rs", "crossterm::event::read();\n"),
        (scores_are_whole_numbers, "src/engine/score.rs", "let share = n as f64 / 100.0;\n"),
        (scores_are_whole_numbers, "src/engine/score.rs", "let share = 0.5_f32;\n"),
        (scores_are_whole_numbers, "src/model/value.rs", "fn f(n: f64) -> f64 {}\n"),
        (sql_lives_in_the_store, "src/cli/list.rs", "let rows = \"SELECT email FROM leads\";\n"),
        (drawing_changes_nothing, "src/tui/draw.rs", "fn draw(\n    app: &mut App,\n    frame: &mut Frame,\n) {}\n"),
        (nothing_is_unwrapped, "src/engine/score.rs", "let n = text.parse().unwrap();\n"),
        (names_no_machine, "src/cli/mod.rs", reminder),
        (names_no_machine, "assets/report.md", machine),
    ];
    for (check, path, text) in bad {
        assert_eq!(check(path, text).len(), 1, "{path} should be complained of once: {text}");
    }
    for (_, check) in CHECKS {
        assert!(bad.iter().any(|(shown, ..)| std::ptr::fn_addr_eq(*shown, check)), "a check has no bad example");
    }
}

#[test]
fn good_code_passes() {
    let good = [
        ("src/tui/draw.rs", "//! Draws.\nuse crate::workbench::Workbench;\nfn draw(app: &App, frame: &mut Frame) {}\n"),
        ("src/tui/update.rs", "//! Updates; never names `std::fs`.\nfn update(app: &mut App) {}\n"),
        ("src/model/value.rs", "//! Values.\nfn visit_f64(n: f64) {}\n"),
        ("src/store/mod.rs", "//! SQL.\nuse rusqlite::Connection;\nconst ALL: &str = \"SELECT email FROM leads\";\n"),
        ("src/shell/mod.rs", "//! Files.\nuse std::fs;\nuse crate::store::Store;\nuse ratatui::Frame;\n"),
        ("src/text/mod.rs", "//! Words.\n// See https://example.org/home/page.\nfn f() {}\n"),
        ("src/engine/a.rs", "//! A.\n#[cfg(test)]\nmod tests {\n    use super::*;\n    fn f() { g().unwrap() }\n}\n"),
        ("src/cli/mod.rs", "//! Commands.\nuse crate::msg;\nuse crate::problem::Problem;\n"),
    ];
    for (path, text) in good {
        for (_, check) in CHECKS.iter().filter(|(folder, _)| path.starts_with(folder)) {
            assert_eq!(check(path, text), Vec::<String>::new());
        }
    }
}
