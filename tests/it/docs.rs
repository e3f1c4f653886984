//! The README against the program: its generated parts are what the tables say, its model loads, its pictures exist.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::sync::Arc;

use quadrille::model;
use quadrille::text::Lang;
use quadrille::tui::keymap::KeyMap;
use quadrille::tui::keymap::key_table;
use quadrille::workbench::Workbench;

use crate::demo;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Returns what stands between the two marks of a generated part.
fn part<'r>(readme: &'r str, name: &str) -> &'r str {
    let open = format!("<!-- {name}: generated, see tests/it/docs.rs -->\n");
    let start = readme.find(&open).unwrap_or_else(|| panic!("the README has a part {name}")) + open.len();
    let end = start + readme[start..].find(&format!("<!-- /{name} -->")).expect("the part ends");
    &readme[start..end]
}

/// Returns the list of commands as the program's help gives it.
fn commands() -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_quadrille")).args(["--lang", "en", "--help"]).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let lines = help.lines().skip_while(|line| !line.starts_with("Commands")).skip(1);
    let mut commands: BTreeMap<usize, (String, String)> = BTreeMap::new();
    for line in lines.take_while(|line| !line.is_empty()) {
        let n = commands.len();
        if line.starts_with("   ") {
            let (_, about) = commands.get_mut(&(n - 1)).expect("a line goes on from another");
            about.push(' ');
            about.push_str(line.trim());
        } else {
            let (name, about) = line.trim().split_once(' ').expect("a command and what it does");
            commands.insert(n, (name.to_owned(), about.trim().to_owned()));
        }
    }
    let rows: Vec<String> = commands.values().map(|(name, about)| format!("| `{name}` | {about} |\n")).collect();
    format!("| command | |\n|---|---|\n{}", rows.concat())
}

#[test]
fn the_readme_holds_what_the_tables_say() {
    let readme = fs::read_to_string(README).unwrap();
    let mut written = readme.clone();
    for (name, wanted) in [("keys", key_table(&KeyMap::default(), Lang::En)), ("commands", commands())] {
        let now = part(&readme, name);
        let wanted = format!("{}\n", wanted.trim_end());
        if std::env::var_os("UPDATE_DOCS").is_some() {
            let open = format!("<!-- {name}: generated, see tests/it/docs.rs -->\n");
            written = written.replace(&format!("{open}{now}"), &format!("{open}{wanted}"));
        } else {
            assert_eq!(now, wanted, "UPDATE_DOCS=1 cargo test docs writes it anew");
        }
    }
    if written != readme {
        fs::write(README, written).unwrap();
    }
}

#[test]
fn the_model_of_the_readme_scores_the_demo() {
    let readme = fs::read_to_string(README).unwrap();
    let start = readme.find("```ron\n").unwrap() + 7;
    let text = &readme[start..start + readme[start..].find("```").unwrap()];
    let small = model::parse(text).unwrap_or_else(|problems| panic!("{problems:?}"));
    let bench = Workbench::new(small, None, Arc::new(demo::dataset(500)), demo::AS_OF);
    for row in bench.criteria() {
        assert_eq!(row.problem, None, "{}", row.criterion.name);
        assert!(row.touched > 0, "{} touches nobody", row.criterion.name);
    }
    let matrix = bench.matrix();
    assert!(matrix.total < 500, "students are not scored");
    assert_eq!(matrix.cells.iter().flatten().map(|cell| cell.count).sum::<u64>(), matrix.total);
    assert!(matrix.cells.iter().flatten().all(|cell| cell.zone.is_some()));
}

#[test]
fn the_pictures_of_the_readme_exist() {
    let readme = fs::read_to_string(README).unwrap();
    let pictures: Vec<&str> = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(pictures.iter().filter(|path| path.contains(".svg")).count() >= 5);
    for path in pictures {
        let file = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        assert!(fs::metadata(&file).is_ok_and(|file| file.len() > 0), "{path} is there");
    }
}
