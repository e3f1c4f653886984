//! The README and the model reference against the program: generated parts are what the tables say, every example loads, every
//! word of the model language is explained, the pictures exist.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::process::Command;
use std::sync::Arc;

use quadrille::model;
use quadrille::model::Words;
use quadrille::model::reference::Place;
use quadrille::model::reference::reference;
use quadrille::text::Arg;
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

/// Returns the model reference as the README has it.
fn model_reference() -> String {
    let mut text = String::new();
    let said = |words: &Words| words.get(false).expect("the reference has words").to_owned();
    for section in reference() {
        writeln!(text, "#### {}\n\n{}\n", said(&section.title), said(&section.text)).unwrap();
        for kind in section.kinds {
            let names: Vec<String> = kind.names.iter().map(|name| format!("`{name}`")).collect();
            writeln!(text, "**{}**: {}\n\n```ron\n{}\n```\n", names.join(", "), said(&kind.text), kind.example)
                .unwrap();
        }
    }
    text
}

#[test]
fn the_readme_holds_what_the_tables_say() {
    let readme = fs::read_to_string(README).unwrap();
    let mut written = readme.clone();
    let keys = key_table(&KeyMap::default(), Lang::En);
    for (name, wanted) in [("keys", keys), ("commands", commands()), ("model", model_reference())] {
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

/// Returns a whole model around an example of the reference.
fn around(place: Place, example: &str) -> String {
    let of_axis = |parts: &str| format!("(name: \"m\", columns: (\n{parts}\n))");
    match place {
        Place::Model => format!("(name: \"m\",\n{example}\n)"),
        Place::Axis => of_axis(example),
        Place::Criterion => {
            let weight = if example.contains("weight:") { "" } else { "weight: 1," };
            of_axis(&format!("groups: [(name: \"g\", criteria: [(name: \"c\", {weight}\n{example}\n)])]"))
        }
        Place::Condition => format!("(name: \"m\", population:\n{example}\n)"),
    }
}

#[test]
fn every_example_of_the_reference_loads() {
    for section in reference() {
        for kind in section.kinds {
            let text = around(section.place, &kind.example);
            let model = model::parse(&text).unwrap_or_else(|problems| panic!("{:?}: {problems:?}\n{text}", kind.names));
            assert!(model != model::Model { name: "m".to_owned(), ..model::Model::default() } || kind.names == ["Raw"]);
            for words in [&kind.text, &section.text, &section.title] {
                let (english, french) = (words.get(false).unwrap_or_default(), words.get(true).unwrap_or_default());
                assert!(!english.is_empty() && !french.is_empty(), "{:?}", kind.names);
                assert!(!french.contains('\'') && !french.contains(" ;") && !french.contains(" :"), "{french}");
            }
        }
    }
}

/// Returns the words that may stand where a text has the word that no language has.
fn known(text: &str) -> Vec<String> {
    let problems = model::parse(text).expect_err("there is no such word");
    let known = problems[0].text.args.iter().find(|(name, _)| *name == "known");
    let Some((_, Arg::Text(known))) = known else { panic!("{text}: {}", problems[0].text) };
    known.split(", ").map(str::to_owned).collect()
}

/// Every place of the language where one of several words stands: (whether the words are kinds, its text).
fn places() -> Vec<(bool, String)> {
    let criterion = |parts: &str| around(Place::Criterion, parts);
    let activity = |parts: &str| criterion(&format!("rule: Activity(filter: (), {parts})"));
    let whole = |parts: &str| around(Place::Model, parts);
    let axis = |parts: &str| around(Place::Axis, parts);
    let learned = |parts: &str| whole(&format!("learned: [(name: \"l\", {parts})]"));
    let kinds = vec![
        criterion("rule: Xyzzy()"),
        criterion("provenance: Xyzzy"),
        activity("within: Xyzzy(5)"),
        activity("repeat: Xyzzy(5)"),
        activity("decay: Xyzzy(5)"),
        axis("scale: Xyzzy"),
        axis("degradations: [Xyzzy([])]"),
        axis("degradations: [Inactive([(days: 1, take: Xyzzy(5))])]"),
        whole("entity: Xyzzy"),
        whole("entity: Company(by: \"c\", fields: [(\"f\", Xyzzy)])"),
        whole("zones: [(name: \"z\", owner: Xyzzy)]"),
        whole("rank_by: [Xyzzy]"),
        whole("gates: [(name: \"g\", pass: Axis(Xyzzy, Is(1)), zone: \"z\")]"),
        around(Place::Condition, "Xyzzy([])"),
        around(Place::Condition, "Field(\"f\", Xyzzy)"),
    ];
    let fields = vec![
        whole("xyzzy: 1"),
        axis("xyzzy: 1"),
        axis("groups: [(xyzzy: 1)]"),
        axis("bands: [(xyzzy: 1)]"),
        axis("degradations: [SlowClimb(xyzzy: 1)]"),
        axis("degradations: [Inactive([(xyzzy: 1)])]"),
        criterion("xyzzy: 1"),
        criterion("rule: Match(xyzzy: 1)"),
        criterion("rule: Tiers([(xyzzy: 1)])"),
        criterion("rule: Amount(xyzzy: 1)"),
        activity("xyzzy: 1"),
        criterion("rule: Activity(filter: (xyzzy: 1))"),
        activity("repeat: Reach([(xyzzy: 1)])"),
        activity("decay: Step(xyzzy: 1)"),
        whole("entity: Company(xyzzy: 1)"),
        whole("funnel: [(xyzzy: 1)]"),
        whole("alignment: [(xyzzy: 1)]"),
        whole("derived: [(xyzzy: 1)]"),
        whole("derived: [(name: \"d\", cases: [(xyzzy: 1)])]"),
        learned("xyzzy: 1"),
        learned("stage: (xyzzy: 1)"),
        learned("lesson: (xyzzy: 1)"),
        learned("lesson: (at: \"\", won: 1, lost: 1, tallies: [(xyzzy: 1)])"),
        whole("gates: [(xyzzy: 1)]"),
        whole("zones: [(xyzzy: 1)]"),
        whole("maps: [(xyzzy: 1)]"),
        whole("alerts: [(xyzzy: 1)]"),
    ];
    kinds.into_iter().map(|text| (true, text)).chain(fields.into_iter().map(|text| (false, text))).collect()
}

#[test]
fn every_word_of_the_model_language_is_in_the_reference() {
    let sections = reference();
    let kinds = || sections.iter().flat_map(|section| &section.kinds);
    let explained: HashSet<&str> = kinds().flat_map(|kind| kind.names.iter().map(String::as_str)).collect();
    let shown: String = kinds().map(|kind| format!("{}\n", kind.example)).collect();
    let mut seen = 0;
    for (are_kinds, text) in places() {
        for word in known(&text) {
            seen += 1;
            if are_kinds {
                assert!(explained.contains(word.as_str()), "{word} has no entry in assets/text/model.ron");
            }
            let is_shown = shown.split(|c: char| !c.is_alphanumeric() && c != '_').any(|shown| shown == word);
            let is_usual = ["Contact", "Customer", "Declared", "Deduced"].contains(&word.as_str());
            assert!(
                is_shown || word == "name" || are_kinds && is_usual,
                "no example in assets/text/model.ron shows {word}"
            );
        }
    }
    assert!(seen > 150, "{seen} words");
}
