//! Models: what a person did wrong is named with its place; text in and out; limits; advice.

mod advice;
mod faults;
mod random;
mod shape;

use quadrille::model::Criterion;
use quadrille::model::MAX_MODEL_BYTES;
use quadrille::model::Model;
use quadrille::model::Step;
use quadrille::model::check;
use quadrille::model::nearest;
use quadrille::model::parse;
use quadrille::model::parse_bytes;
use quadrille::model::place_of;
use quadrille::model::to_ron;
use quadrille::problem::Problem;
use quadrille::text::Lang;

const FULL: &str = include_str!("../data/models/full.ron");

/// What a problem is told as: text id, line and column; 0 where it has none.
type Told = (&'static str, u64, u64);

fn told(problem: &Problem) -> Told {
    let place = problem.place.clone().unwrap_or_default();
    (problem.text.id, place.line.unwrap_or(0), place.column.unwrap_or(0))
}

fn problems(text: &str) -> Vec<Problem> {
    parse(text).err().unwrap_or_default()
}

fn all_told(text: &str) -> Vec<Told> {
    problems(text).iter().map(told).collect()
}

fn hints(text: &str) -> Vec<String> {
    problems(text).iter().flat_map(|problem| &problem.hints).map(|hint| Lang::En.say(hint)).collect()
}

/// Checks that a text is refused with exactly these problems.
#[track_caller]
fn check_told(text: &str, expected: &[Told]) {
    assert_eq!(all_told(text), expected, "{text}");
}

fn criterion(rule: &str) -> String {
    format!(
        "(name: \"m\", columns: (groups: [(name: \"g\", criteria: [\n(name: \"a\", weight: 1, rule: {rule}),\n])]))"
    )
}

/// Writes a list's parts, numbered from 0.
fn each(n: usize, part: impl Fn(usize) -> String) -> String {
    (0..n).map(part).collect::<Vec<_>>().concat()
}

fn condition(text: &str) -> String {
    format!("(name: \"m\", population:\n{text})")
}

// --- What the file is instead ---

#[test]
fn a_file_that_is_no_model_is_named_for_what_it_is() {
    let cases: [(&[u8], Told); 18] = [
        (b"", ("model-empty", 0, 0)),
        (b"  \n// nothing yet\n", ("model-empty", 0, 0)),
        (b"\xef\xbb\xbf", ("model-empty", 0, 0)),
        (b"\xff\xfe(\0n\0", ("model-utf16", 1, 1)),
        (b"\xfe\xff\0(\0n", ("model-utf16", 1, 1)),
        (b"(\0n\0a\0m\0", ("model-utf16", 1, 1)),
        (b"(name: \"m\",\ntitle: \"caf\xe9\")", ("model-not-utf8", 2, 12)),
        (b"SQLite format 3\0 and more", ("model-looks-like", 0, 0)),
        (b"PK\x03\x04xl/workbook.xml", ("model-looks-like", 0, 0)),
        (b"{\"name\": \"m\"}", ("model-looks-like", 1, 1)),
        (b"\n[{\"name\": \"m\"}]", ("model-looks-like", 2, 1)),
        (b"name: m\nweight: 5\n", ("model-looks-like", 1, 1)),
        (b"---\nname: m\n", ("model-looks-like", 1, 1)),
        (b"- name: m\n", ("model-looks-like", 1, 1)),
        (b"<model/>", ("model-looks-like", 1, 1)),
        (b"email,score\na@b.c,5\n", ("model-looks-like", 1, 1)),
        (b"email;score\n", ("model-looks-like", 1, 1)),
        (b"some words", ("model-expected", 1, 1)),
    ];
    for (bytes, expected) in cases {
        let problems = parse_bytes(bytes).expect_err("no model");
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(problems.iter().map(told).collect::<Vec<_>>(), [expected], "{text}");
    }
    let what = |text: &str| Lang::En.say(&problems(text)[0].text);
    assert_eq!(what("{\"name\": \"m\"}"), "this looks like JSON; models are RON");
    assert_eq!(what("a;b;c"), "this looks like CSV; models are RON");
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let model = parse_bytes(format!("\u{feff}{FULL}").as_bytes()).expect("a model");
    assert_eq!(model, parse(FULL).expect("a model"));
    check_told("\u{feff}(nam: 1)", &[("model-unknown-field-near", 1, 2)]);
}

#[test]
fn a_file_too_large_is_refused_before_it_is_read() {
    let large = format!("(name: \"{}\")", "x".repeat(MAX_MODEL_BYTES));
    assert_eq!(told(&parse_bytes(large.as_bytes()).expect_err("too large")[0]), ("model-too-large", 0, 0));
    check_told(&large, &[("model-too-large", 0, 0)]);
}

#[test]
fn merge_conflicts_are_found_wherever_they_are() {
    check_told("(\n    name: \"m\",\n<<<<<<< ours\n    top_share: 20,\n=======\n", &[("model-merge-conflict", 3, 1)]);
    check_told("(name: \"m\", title: \"\n>>>>>>> theirs\n\")", &[("model-merge-conflict", 2, 1)]);
}

// --- Mistakes of writing ---

#[test]
fn characters_of_word_processors_are_named_where_they_stand() {
    check_told("(\n  name: “m”)", &[("model-curly-quote", 2, 9)]);
    check_told("(name: \"m\",\u{a0}title: \"t\")", &[("model-hidden-space", 1, 12)]);
    check_told("(name: \"m\", columns: (start: −5))", &[("model-long-dash", 1, 30)]);
    assert!(parse("(name: \"m\", title: \"“l’été” – 5\u{a0}%\")").is_ok(), "inside a text they are text");
    assert!(parse("(name: \"m\", /* l’été */ title: r#\"a \"« b »\"#) // l’été").is_ok());
}

#[test]
fn what_is_never_closed_is_placed_at_its_opening() {
    check_told("(name: \"m\",\n columns: (\n  start: 5,\n", &[("model-unclosed-bracket", 2, 11)]);
    check_told("(name: \"m\",\n zones: [(name: \"a\", (name: \"b\")],\n)", &[("model-unclosed-bracket", 2, 10)]);
    check_told("(name: \"m\"))", &[("model-unopened-bracket", 1, 12)]);
    check_told("(name: \"m)", &[("model-unclosed-text", 1, 8)]);
    check_told("(name: r#\"m\")", &[("model-unclosed-text", 1, 8)]);
    check_told("(name: \"m\", /* to /* do */\n)", &[("model-unclosed-comment", 1, 13)]);
    // The quote lost after m turns all that follows inside out; the place is still that of m.
    let lost = "(\n  name: \"m,\n  title: \"l’été (\",\n  map: \"x\",\n)";
    check_told(lost, &[("model-unclosed-text", 2, 9)]);
    assert_eq!(hints("(name: \"m\",\n zones: [(name: \"a\"],\n)"), ["the ] at 2:20 does not close it"]);
}

#[test]
fn nesting_too_deep_is_refused_at_its_line() {
    let nested = |n: usize| condition(&format!("{}Field(\"x\", Known){}", "Not(".repeat(n), ")".repeat(n)));
    assert!(parse(&nested(31)).is_ok());
    check_told(&nested(32), &[("model-too-deep", 2, 4 * 32 + 6)]);
    check_told(&nested(100_000), &[("model-too-deep", 2, 4 * 33)]);
    check_told(&format!("(name: \"m\", zones: {}", "[".repeat(1_000_000)), &[("model-nested-too-deep", 1, 119)]);
    assert!(parse(&format!("(name: \"m\" {}{})", "/*".repeat(1_000_000), "*/".repeat(1_000_000))).is_ok());
}

#[test]
fn the_deepest_conditions_in_the_deepest_places_are_read_back() {
    for (open, close) in [("All([", "])"), ("Any([", "])"), ("Not(", ")")] {
        let deep = format!("{}Field(\"x\", OneOf([1.5])){}", open.repeat(31), close.repeat(31));
        let model = parse(&criterion(&format!("Tiers([(when: {deep}, share: 1)])"))).expect("32 deep");
        let text = to_ron(&model).expect("no faults");
        assert_eq!(parse(&text).as_ref(), Ok(&model));
    }
}

#[test]
fn misspelt_words_are_told_with_the_nearest_right_one() {
    let cases: [(String, &str, u64, u64); 8] = [
        ("(name: \"m\", colums: ())".into(), "unknown field \"colums\"; did you mean \"columns\"?", 1, 13),
        (criterion("Match(whem: All([]))"), "unknown field \"whem\"; did you mean \"when\"?", 2, 36),
        (criterion("Tires([])"), "unknown word \"Tires\"; did you mean \"Tiers\"?", 2, 30),
        (condition("Field(\"x\", AtLest(5))"), "unknown word \"AtLest\"; did you mean \"AtLeast\"?", 2, 12),
        ("(name: \"m\", rank_by: [Rows,\nColums])".into(), "unknown word \"Colums\"; did you mean \"Columns\"?", 2, 1),
        ("Modell(name: \"m\")".into(), "unknown word \"Modell\"; did you mean \"Model\"?", 1, 1),
        (
            condition("Field(\"x\", GreaterThan(5))"),
            "unknown word \"GreaterThan\"; known here: Is, OneOf, Contains, \
            StartsWith, AtLeast, AtMost, MoreThan, LessThan, Between, Before, After, InLast, Known, Unknown",
            2,
            12,
        ),
        ("(name: \"m\", title: (en: \"a\", it: \"b\"))".into(), "unknown field \"it\"; known here: en, fr", 1, 30),
    ];
    for (text, sentence, line, column) in cases {
        let problem = &problems(&text)[0];
        assert_eq!((Lang::En.say(&problem.text).as_str(), told(problem).1, told(problem).2), (sentence, line, column));
    }
    assert_eq!(
        hints(&condition("Contains(\"x\")")),
        [r#"a condition on a field is written Field("country", Is("FR"))"#]
    );
    assert_eq!(nearest("pionts", ["weight", "points"]), Some("points"));
    assert_eq!(nearest("x", ["y", "z"]), Some("y"), "of equals, the first by alphabet");
    assert_eq!(nearest("grade", ["score", "zone"]), None);
}

#[test]
fn mistakes_of_writing_are_told_where_they_are() {
    let cases: [(String, Told); 35] = [
        ("(name: \"m\") (".into(), ("model-unclosed-bracket", 1, 13)),
        ("(name: \"m\")\nextra".into(), ("model-trailing", 2, 1)),
        ("(title: \"m\")".into(), ("model-missing-field", 1, 1)),
        (criterion("Match(otherwise: 5)"), ("model-missing-field", 2, 35)),
        ("(name: \"m\",\nname: \"n\")".into(), ("model-duplicate-field", 2, 1)),
        ("(name: \"m\", title: (en: \"a\", en: \"b\", fr: \"\"))".into(), ("model-duplicate-field", 1, 30)),
        ("(name: m)".into(), ("model-expected", 1, 8)),
        ("(name \"m\")".into(), ("model-expected", 1, 7)),
        ("(name: \"m\"\ntitle: \"t\")".into(), ("model-expected", 2, 1)),
        ("(name: \"m\", \"title\": \"t\")".into(), ("model-expected", 1, 13)),
        ("(name: \"m\", title: )".into(), ("model-expected", 1, 20)),
        ("(name: \"m\", title: 5)".into(), ("model-expected", 1, 20)),
        ("(name: \"m\", zones: (name: \"z\"))".into(), ("model-expected", 1, 20)),
        ("(name: \"m\", zones: [(name: \"z\", hands_over: yes)])".into(), ("model-expected", 1, 45)),
        ("(name: \"m\", columns: 5)".into(), ("model-expected", 1, 22)),
        ("(name: \"m\", columns: None)".into(), ("model-expected", 1, 22)),
        (condition("Field(\"x\", Is)"), ("model-expected", 2, 14)),
        (condition("Field(\"x\", Is(FR))"), ("model-expected", 2, 15)),
        (condition("Field(\"x\", Is('F'))"), ("model-expected", 2, 15)),
        (condition("Field(\"x\", Is([1]))"), ("model-expected", 2, 15)),
        (condition("Field(\"x\", Is(NaN))"), ("model-expected", 2, 15)),
        (condition("Field(\"x\")"), ("model-too-few-parts", 2, 6)),
        (condition("Field(\"x\", Between(1, 2, 3))"), ("model-expected", 2, 26)),
        (condition("Field(\"x\", Between(1))"), ("model-too-few-parts", 2, 19)),
        (condition("Field(\"x\", Is(1.0000001))"), ("model-number-unfit", 2, 15)),
        (condition("Field(\"x\", Is(9223372036854775808))"), ("model-number-unfit", 2, 15)),
        (condition("Field(\"x\", Is(1,5))"), ("model-decimal-comma", 2, 15)),
        ("(name: \"m\", columns: (start: 1,5))".into(), ("model-whole-only", 1, 30)),
        (criterion("Match(when: All([]))").replace("weight: 1", "weight: 3,5"), ("model-whole-only", 2, 21)),
        ("(name: \"m\", columns: (start: 1.5))".into(), ("model-whole-only", 1, 30)),
        ("(name: \"m\", columns: (start: 1e400))".into(), ("model-whole-only", 1, 30)),
        ("(name: \"m\", columns: (start: inf))".into(), ("model-expected", 1, 30)),
        ("(name: \"m\", columns: (start: 9223372036854775808))".into(), ("model-number-bounds", 1, 30)),
        ("(name: \"m\", zones: [(name: \"z\", sla_hours: -1)])".into(), ("model-number-too-large", 1, 44)),
        ("(name: \"a\\qb\")".into(), ("model-bad-escape", 1, 8)),
    ];
    for (text, expected) in cases {
        check_told(&text, &[expected]);
    }
    assert_eq!(hints("(name: \"m\",\nname: \"n\")"), ["the first is at 1:2"]);
    check_told("#![enable(magic)]\n(name: \"m\")", &[("model-no-extension", 1, 11)]);
    assert!(parse("#![enable(implicit_some)]\n(name: \"m\", columns: (floor: 5))").is_ok());
    assert_eq!(
        Lang::Fr.say(&problems("(name: \"m\", colums: ())")[0].text),
        "champ inconnu «\u{a0}colums\u{a0}»\u{202f}; \
        vouliez-vous dire «\u{a0}columns\u{a0}»\u{202f}?"
    );
}

// --- Faults of the model ---

#[test]
fn every_fault_is_told_at_once_in_the_order_of_the_text() {
    let text = "(
    name: \"../CON\",
    rows: (
        start: 2000000000,
        floor: 5,
        ceiling: 4,
        groups: [
            (name: \"g\", min: 9, max: 8, criteria: [
                (name: \"a\", weight: 1000001, rule: Match(when: All([]), otherwise: 101)),
                (name: \"a\", weight: 1, rule: Tiers([])),
                (name: \" \", weight: 1, rule: Tiers([(when: All([]), share: -101)])),
            ]),
            (name: \"g\", criteria: [
                (name: \"b\", weight: 1, rule: Amount(field: \"\", per: -0.5, max: 0)),
                (name: \"c\", weight: 1, rule: Activity(filter: (kinds: [\"\"]), within: Some(Days(0)), repeat: Each(100001))),
            ]),
        ],
        bands: [(label: \"D\", from: 1), (label: \"C\", from: 5), (label: \"B\", from: 5), (label: \"A\"), (label: \"D\", from: 9)],
    ),
    zones: [(name: \"nurture\"), (name: \"nurture\")],
    maps: [
        (name: \"real\", rows: [(\"D\", [\"nurtur\"]), (\"D\", []), (\"E\", [\"nurture\", \"nurture\"])]),
        (name: \"real\", rows: []),
    ],
    map: \"reel\",
    rank_by: [Rows, Sum, Rows],
    top_share: 51,
)";
    let mut expected: Vec<Told> = vec![
        ("model-bad-name", 2, 11),
        ("model-out-of-bounds", 4, 16),
        ("model-reversed-bounds", 5, 16),
        ("model-reversed-bounds", 8, 30),
        ("model-out-of-bounds", 9, 37),
        ("model-out-of-bounds", 9, 84),
        ("model-duplicate-name", 10, 24),
        ("model-no-tiers", 10, 52),
        ("model-empty-name", 11, 24),
        ("model-out-of-bounds", 11, 76),
        ("model-duplicate-name", 13, 20),
        ("model-empty-name", 14, 60),
        ("model-per-not-positive", 14, 69),
        ("model-out-of-bounds", 14, 80),
        ("model-empty-name", 15, 72),
        ("model-out-of-bounds", 15, 86),
        ("model-out-of-bounds", 15, 109),
        ("model-first-band", 18, 36),
        ("model-band-order", 18, 82),
        ("model-band-without-from", 18, 86),
        ("model-duplicate-name", 18, 108),
        ("model-duplicate-name", 20, 39),
        ("model-no-such-zone", 22, 38),
        ("model-map-row-twice", 22, 50),
        ("model-map-hole", 22, 50),
        ("model-map-unknown-row", 22, 62),
        ("model-map-row-too-long", 22, 61),
    ];
    let missing = |line: u64, column: u64, n: usize| vec![("model-map-missing-row", line, column); n];
    expected.extend(missing(22, 30, 3));
    expected.push(("model-duplicate-name", 23, 16));
    expected.extend(missing(23, 30, 5));
    expected.extend([("model-no-such-map", 25, 10), ("model-rank-twice", 26, 26), ("model-out-of-bounds", 27, 16)]);
    check_told(text, &expected);
    let hints = hints(text);
    for hint in ["the first is at 9:24", "the first is at 22:31", "did you mean \"nurture\"?", "did you mean \"real\"?"]
    {
        assert!(hints.iter().any(|told| told == hint), "{hint} in {hints:?}");
    }
    let unnamed = Model { name: String::new(), ..parse(FULL).expect("a model") };
    assert_eq!(check(&unnamed).len(), 1, "a fault has no place without a text, and is still told");
}

#[test]
fn conditions_that_nothing_can_meet_are_refused() {
    check_told(&condition("Field(\"x\", OneOf([]))"), &[("model-empty-one-of", 2, 12)]);
    check_told(&condition("Field(\"x\", Between(2, 1.5))"), &[("model-reversed-between", 2, 12)]);
    check_told(
        &condition("Field(\"x\", Between(\"2026-02-01\", \"2026-01-31T23:00:00Z\"))"),
        &[("model-reversed-between", 2, 12)],
    );
    assert!(
        parse(&condition("Field(\"x\", Between(\"2026-01-31T10:00:00Z\", \"2026-01-31\"))")).is_ok(),
        "a day ends late"
    );
    check_told(
        &condition("Any([Not(Field(\" \", InLast(36501)))])"),
        &[("model-empty-name", 2, 16), ("model-out-of-bounds", 2, 21)],
    );
}

#[test]
fn a_models_name_is_a_file_name_everywhere() {
    for name in ["a", "industry-2026.v2", "A_b.C-d", "con2", "com10", "x".repeat(64).as_str()] {
        assert!(parse(&format!("(name: {name:?})")).is_ok(), "{name}");
    }
    let bad = ["", "a/b", "a\\\\b", "..", ".hidden", "été", "a b", "a\\u{0}", "😀", &"x".repeat(65)];
    for name in bad {
        check_told(&format!("(name: \"{name}\")"), &[("model-bad-name", 1, 8)]);
    }
    for name in ["CON", "con", "nul.ron", "COM1", "lpt9.x"] {
        check_told(&format!("(name: {name:?})"), &[("model-device-name", 1, 8)]);
    }
}

#[test]
fn counts_have_limits() {
    let bands = each(65, |n| match n {
        0 => "(label: \"0\"),".to_owned(),
        n => format!("(label: \"{n}\", from: {n}),"),
    });
    check_told(&format!("(name: \"m\", columns: (\nbands: [{bands}]))"), &[("model-many-bands", 2, 8)]);
    let tiers = "(when: All([]), share: 1),".repeat(65);
    check_told(&criterion(&format!("Tiers([{tiers}])")), &[("model-many-tiers", 2, 36)]);
    let criteria = each(10_001, |n| format!("(name: \"{n}\", weight: 0, rule: Match(when: All([]))),"));
    check_told(
        &format!("(name: \"m\", columns: (groups: [(name: \"g\", criteria: [{criteria}])]))"),
        &[("model-many-criteria", 1, 1)],
    );
    let text = "é".repeat(2_049);
    check_told(&format!("(name: \"m\", title: (en: \"a\", fr: \"{text}\"))"), &[("model-long-text", 1, 34)]);
    let duplicates = "(name: \"z\"),".repeat(10_000);
    assert_eq!(problems(&format!("(name: \"m\", zones: [{duplicates}])")).len(), 100, "the first hundred are enough");
}

#[test]
fn an_axis_that_could_overflow_is_refused_and_its_heaviest_criterion_named() {
    let model = |n: usize, on: bool| {
        let mut model = parse(FULL).expect("a model");
        model.columns.scale = quadrille::model::Scale::Raw;
        let group = &mut model.columns.groups[0];
        group.max = Some(1);
        let mut heavy = Criterion { on, ..group.criteria[0].clone() };
        heavy.rule = parse(&criterion("Activity(filter: (), repeat: Each(100000))")).expect("a model").columns.groups
            [0]
        .criteria[0]
            .rule
            .clone();
        group.criteria = (0..n)
            .map(|index| Criterion {
                name: format!("{index}"),
                weight: -999_999 - i64::from(index == 1),
                ..heavy.clone()
            })
            .collect();
        model
    };
    assert_eq!(check(&model(23, true)), []);
    for on in [true, false] {
        let faults = check(&model(24, on));
        assert_eq!(faults.len(), 1);
        assert!(Lang::En.say(&faults[0].text).ends_with("the heaviest criterion is \"1\""), "switched off or not");
        assert_eq!(to_ron(&model(24, on)), Err(faults));
    }
    let groups = each(3_000, |n| format!("(name: \"{n}\", min: 1000000000),"));
    check_told(&format!("(name: \"m\", columns: (groups: [{groups}]))"), &[("model-bounds-too-large", 1, 22)]);
}

// --- Text in and out ---

#[test]
fn a_model_is_written_as_it_is_kept() {
    let model = parse(FULL).expect("a model");
    let text = to_ron(&model).expect("no faults");
    if std::env::var_os("UPDATE_DATA").is_some() {
        std::fs::write("tests/data/models/full.ron", &text).expect("the test data can be written");
        return;
    }
    assert_eq!(text, FULL);
}

#[test]
fn what_would_be_too_large_to_read_is_not_written() {
    let criteria = |note: &str| {
        let note = note.repeat(4_000 / note.len());
        let criteria = each(800, |n| {
            format!("(name: \"{n}\", weight: 1, note: \"{note}\", rule: Tiers([(when: All([]), share: 1)])),")
        });
        parse(&format!("(name: \"m\", columns: (groups: [(name: \"g\", criteria: [{criteria}])]))")).expect("a model")
    };
    assert!(to_ron(&criteria("x")).is_ok());
    let faults = to_ron(&criteria("\u{1b}")).expect_err("its characters are written six times as long");
    assert_eq!(faults[0].text.id, "model-too-large");
    let values = "1.5,".repeat(500_000);
    let model = parse(&condition(&format!("Field(\"x\", OneOf([{values}]))"))).expect("a model");
    let text = to_ron(&model).expect("it fits on one line");
    assert_eq!(parse(&text), Ok(model));
}

#[test]
fn a_long_mistake_is_told_shortly_and_soon() {
    for text in [
        format!("({}: 5)", "a".repeat(4_000_000)),
        "’".repeat(1_000_000),
        condition(&format!("Field(\"x\", Is({}))", "9".repeat(4_000_000))),
    ] {
        assert!(Lang::En.say(&problems(&text)[0].text).len() < 300);
    }
}

#[test]
fn an_empty_text_for_people_is_none() {
    let model = parse("(name: \"m\", title: \"\")").expect("a model");
    assert!(!to_ron(&model).expect("no faults").contains("title"));
    let with_empty = Model { title: quadrille::model::Words::Plain(String::new()), ..model.clone() };
    assert_eq!(to_ron(&with_empty), to_ron(&model));
}

#[test]
fn numbers_are_read_as_they_are_written() {
    use quadrille::model::Predicate;
    use quadrille::model::Test;
    use quadrille::model::Value;
    let cases = [
        ("5", Value::Whole(5)),
        ("+5", Value::Whole(5)),
        ("1_000", Value::Whole(1_000)),
        ("0xff", Value::Whole(255)),
        ("-9223372036854775807", Value::Whole(-i64::MAX)),
        ("12.50", Value::Decimal(12_500_000)),
        ("-0.000001", Value::Decimal(-1)),
        (".5", Value::Decimal(500_000)),
        // More digits than a float can tell apart.
        ("9223372036854.775807", Value::Decimal(i64::MAX)),
        ("/* a */ 3.0 // b\n", Value::Decimal(3_000_000)),
        ("true", Value::YesNo(true)),
        ("\"tr\\\"ue\"", Value::Text("tr\"ue".to_owned())),
        ("r#\"a\"b\"#", Value::Text("a\"b".to_owned())),
    ];
    for (text, value) in cases {
        let model = parse(&condition(&format!("Field(\"x\", Is({text}))"))).expect(text);
        assert_eq!(model.population, Predicate::Field("x".to_owned(), Test::Is(value)), "{text}");
    }
}

#[test]
fn a_part_of_a_model_is_found_in_its_text() {
    let text =
        "#![enable(implicit_some)]\n// a model\n(name: \"m\", columns: (groups: [\n  (name: \"g\", max: Some(5)),\n]))";
    let group = [Step::Field("columns"), Step::Field("groups"), Step::Item(0)];
    assert_eq!(place_of(text, &group), (4, 3));
    assert_eq!(place_of(text, &[group.as_slice(), &[Step::Field("max")]].concat()), (4, 20));
    assert_eq!(
        place_of(text, &[group.as_slice(), &[Step::Field("min")]].concat()),
        (4, 3),
        "what is not written is where it would be"
    );
    assert_eq!(place_of("", &group), (1, 1));
}

#[test]
fn numbers_out_of_bounds_are_grouped_and_a_merge_conflict_says_what_to_do() {
    let heavy = criterion("Match(when: All([]))").replace("weight: 1", "weight: 3000000");
    let said: Vec<String> = problems(&heavy).iter().map(|problem| Lang::En.say(&problem.text)).collect();
    assert!(said[0].contains("is 3,000,000; allowed are"), "{said:?}");
    assert!(hints("(\n<<<<<<< ours\n").concat().contains("keep one of the two versions"));
}
