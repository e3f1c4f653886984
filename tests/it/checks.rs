//! What the leads say of a model: one bad example of every check, and a good model of which they say nothing.

use std::sync::Arc;

use quadrille::engine::columns::Dataset;
use quadrille::model::FieldType;
use quadrille::model::Value;
use quadrille::model::parse;
use quadrille::model::place_of;
use quadrille::text::Lang;
use quadrille::workbench::Check;
use quadrille::workbench::CheckKind;
use quadrille::workbench::Workbench;

use crate::make::AS_OF;
use crate::make::dataset;
use crate::make::lead_of;
use crate::make::table_of;
use crate::make::text;
use crate::plain::Event;
use crate::plain::Lead;

const DAY: i64 = 86_400;

/// Four leads: (country, size, kinds of yesterday's events).
fn leads() -> Vec<Lead> {
    let lead = |country: &str, size: i64, kinds: &[&str]| {
        let events: Vec<(&str, i64)> = kinds.iter().map(|kind| (*kind, AS_OF - DAY)).collect();
        lead_of(&[("country", text(country)), ("size", Value::Whole(size))], &events)
    };
    vec![
        lead("FR", 10, &["visit", "visit"]),
        lead("BE", 50, &["visit"]),
        lead("FR", 500, &["visit", "demo"]),
        lead("DE", 900, &[]),
    ]
}

fn data(leads: Vec<Lead>) -> Arc<Dataset> {
    Arc::new(dataset(&table_of(&[("country", FieldType::Text), ("size", FieldType::Whole)], leads)))
}

/// A model with parts of its own beside the axes.
fn model(parts: &str, rows: &str, columns: &str) -> String {
    format!(
        "(name: \"m\", next_review: \"2100-01-01\",\n{parts}\nrows: (groups: [(name: \"profile\", criteria: [\n{rows}\n])]),\n\
        columns: (groups: [(name: \"acts\", criteria: [\n{columns}\n])]))"
    )
}

const ROWS: &str = "(name: \"home\", weight: 10, rule: Tiers([(when: Field(\"country\", OneOf([\"FR\", \"BE\", \"DE\"])), share: 100)])),\n\
    (name: \"size\", weight: 10, rule: Match(when: Field(\"size\", AtLeast(50)), otherwise: -100)),";
const COLUMNS: &str = "(name: \"visit\", weight: 5, rule: Activity(filter: (kinds: [\"visit\"]), within: Days(30), repeat: Each(3))),\n\
    (name: \"demo\", weight: 9, rule: Activity(filter: (kinds: [\"demo\"]))),";

fn parts(parts: &str) -> String {
    model(parts, &ROWS.replace("\"home\", weight: 10", "\"home\", weight: 9, on: false"), COLUMNS)
}

fn checks(text: &str, leads: Vec<Lead>) -> Vec<Check> {
    let model = parse(text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    let mut checks = Workbench::new(model, None, data(leads), AS_OF).checks();
    checks.retain(|check| check.kind == CheckKind::Data);
    checks
}

/// Checks that the leads say this and nothing else, of the line that has the mark.
#[track_caller]
fn check(marked: &str, leads: Vec<Lead>, sentence: &str) -> Check {
    let line = marked[..marked.find('¤').expect("a mark")].matches('\n').count() as u64 + 1;
    let text = marked.replace('¤', "");
    let checks = checks(&text, leads);
    let told: Vec<String> = checks.iter().map(|check| Lang::En.say(&check.text)).collect();
    assert_eq!(told, [sentence], "{text}");
    assert_eq!(place_of(&text, &checks[0].at).0, line, "{sentence}");
    checks[0].clone()
}

#[test]
fn of_a_good_model_the_leads_say_nothing() {
    assert_eq!(checks(&parts(""), leads()), []);
}

#[test]
fn advice_on_the_model_alone_comes_first_and_names_its_criterion() {
    let heavy = "(name: \"x\", weight: 5, rule: Tiers([(when: Field(\"size\", Known), share: 1), (when: Field(\"size\", Is(5)), share: 2)])),";
    let text = model("", &format!("{ROWS}{heavy}"), COLUMNS);
    let checks = Workbench::new(parse(&text).expect("a model"), None, data(Vec::new()), AS_OF).checks();
    let told: Vec<_> = checks.iter().map(|check| (check.kind, check.text.id, check.criterion.as_deref())).collect();
    assert_eq!(
        told,
        [(CheckKind::Advice, "model-advice-case-never", Some("x")), (CheckKind::Data, "check-no-leads", None)]
    );
}

#[test]
fn missing_data_is_told_once() {
    let empty = format!("¤{}", parts(""));
    check(&empty, Vec::new(), "there are no leads yet: import some to see what this model does");
    let silent: Vec<Lead> = leads().into_iter().map(|lead| Lead { events: Vec::new(), ..lead }).collect();
    let told = check(
        &parts("").replace("(name: \"visit\"", "¤(name: \"visit\""),
        silent,
        "there is no activity yet: criteria that count events give nothing until you import some",
    );
    assert_eq!(told.criterion.as_deref(), Some("visit"));
    check(
        &parts("¤population: Field(\"country\", Is(\"US\")),"),
        leads(),
        "the population is empty: this model scores nobody",
    );
}

#[test]
fn a_review_that_is_due_is_told() {
    let on = |day: &str| parts("").replace("next_review: \"2100-01-01\"", &format!("¤next_review: \"{day}\""));
    check(
        &on("2020-01-31"),
        leads(),
        "the review of 2020-01-31 is due: look at the top 20 % again, then set the next day",
    );
    let today = chrono::DateTime::from_timestamp(AS_OF, 0).expect("an instant").format("%Y-%m-%d").to_string();
    assert_eq!(checks(&on(&today).replace('¤', ""), leads()), []);
}

#[test]
fn names_that_the_data_lack_are_told_once_with_the_nearest() {
    let field = "(name: \"a\", weight: 1, rule: Match(when: Field(\"contry\", Known))),\n\
        (name: \"b\", weight: 1, rule: Amount(field: \"contry\", per: 1, max: 2)),";
    let told = check(&model("", &format!("¤{field}"), COLUMNS), leads(), "the leads have no field “contry”.");
    assert_eq!(told.hint.map(|hint| Lang::En.say(&hint)).as_deref(), Some("Did you mean “country”?"));
    assert_eq!(told.criterion.as_deref(), Some("a"));
    for elsewhere in [
        "¤gates: [(name: \"g\", pass: Field(\"contry\", Known), zone: \"z\")], zones: [(name: \"z\")],",
        "¤alerts: [(name: \"a\", when: Field(\"contry\", Known), filter: (kinds: [\"never yet\"]))],",
        "¤entity: Company(by: \"contry\"),",
        "¤derived: [(name: \"d\", cases: [(when: Field(\"contry\", Known), value: 1)])],",
    ] {
        check(&parts(elsewhere), leads(), "the leads have no field “contry”.");
    }
    let kind = COLUMNS.replace("[\"demo\"]", "[\"demos\", \"demo\"]").replace("(name: \"demo\"", "¤(name: \"demo\"");
    let rows = ROWS.replace("weight: 10, rule: Tiers", "weight: 9, on: false, rule: Tiers");
    let told = check(&model("", &rows, &kind), leads(), "no lead has activity of the kind “demos” yet.");
    assert_eq!(told.hint.map(|hint| Lang::En.say(&hint)).as_deref(), Some("Did you mean “demo”?"));
}

#[test]
fn what_a_type_cannot_answer_is_told() {
    let rows = "¤(name: \"a\", weight: 1, rule: Match(when: Field(\"size\", Contains(\"5\")))),";
    let told = check(
        &model("", rows, COLUMNS),
        leads(),
        "Criterion “a”: no data: “size” holds whole numbers, and the test “contains “5”” cannot be asked of it",
    );
    assert_eq!(told.criterion.as_deref(), Some("a"));
    for elsewhere in [
        "¤gates: [(name: \"g\", pass: Field(\"size\", Contains(\"5\")), zone: \"z\")], zones: [(name: \"z\")],",
        "¤derived: [(name: \"g\", cases: [(when: Field(\"size\", Contains(\"5\")), value: 1)])],",
    ] {
        check(
            &parts(elsewhere),
            leads(),
            "\"g\" cannot be read: no data: “size” holds whole numbers, and the test “contains “5”” cannot be asked of it",
        );
    }
}

#[test]
fn criteria_that_tell_nobody_apart_are_told() {
    let other = |rule: &str| model("", &format!("¤(name: \"a\", weight: 1, rule: {rule}),"), COLUMNS);
    check(&other("Match(when: Field(\"size\", AtLeast(1000)))"), leads(), "\"a\" gives nobody anything");
    let same = "\"a\" gives everyone the same: it tells nobody apart";
    check(&other("Match(when: Field(\"size\", Known))"), leads(), same);
    for fine in [
        "Match(when: Field(\"size\", AtLeast(50)), otherwise: -100)",
        "Tiers([(when: Field(\"size\", AtLeast(50)), share: 100), (when: Field(\"size\", Known), share: 50)])",
    ] {
        assert_eq!(checks(&other(fine).replace('¤', ""), leads()), []);
    }
    let off =
        other("Match(when: Field(\"size\", AtLeast(1000)))").replace("weight: 1, rule", "weight: 1, on: false, rule");
    assert_eq!(checks(&off.replace('¤', ""), leads()), []);
}

#[test]
fn values_that_no_criterion_knows_are_told_with_their_counts() {
    let rows = |countries: &str| {
        let home = format!("¤(name: \"home\", weight: 10, rule: Match(when: Field(\"country\", {countries}))),");
        model("", &home, COLUMNS)
    };
    check(
        &rows("OneOf([\"FR\", \"LU\"])"),
        leads(),
        "2 leads have a value of \"country\" that no criterion knows: BE (1), DE (1)",
    );
    let mut many = leads();
    for country in ["ES", "ES", "IT", "US"] {
        many.push(lead_of(&[("country", text(country))], &[]));
    }
    check(
        &rows("OneOf([\"fr\", \"LU\"])"),
        many.clone(),
        "6 leads have a value of \"country\" that no criterion knows: ES (2), BE (1), DE (1) and 2 more",
    );
    // A single value stands against all others, and a searched part is no list.
    for fine in [
        rows("Is(\"FR\")"),
        rows("Contains(\"R\")"),
        rows("OneOf([\"FR\", \"LU\"])").replace("weight: 10", "weight: -10"),
    ] {
        assert_eq!(checks(&fine.replace('¤', ""), many.clone()), []);
    }
    let known = rows("OneOf([\"FR\", \"LU\"])").replace(
        ",\n])]),\ncolumns",
        ",\n(name: \"rest\", weight: 1, rule: Match(when: Field(\"country\", Known), otherwise: -5)),\n])]),\ncolumns",
    );
    let mut some = leads();
    some.push(Lead::default());
    assert_eq!(checks(&known.replace('¤', ""), some), [], "who knows that there is one knows all");
}

#[test]
fn gates_that_hold_everyone_are_told() {
    let gates = |second: &str| {
        let zone = "zone: \"z\"";
        parts(&format!(
            "gates: [(name: \"big\", pass: Field(\"size\", AtLeast(50)), {zone}),\n¤(name: \"g\", pass: {second}, {zone})], zones: [(name: \"z\")],"
        ))
    };
    check(&gates("Field(\"size\", AtMost(10))"), leads(), "the gate \"g\" holds everyone who comes to it");
    assert_eq!(checks(&gates("Field(\"size\", AtMost(50))").replace('¤', ""), leads()), []);
}

#[test]
fn fields_that_learned_nothing_or_hide_others_are_told() {
    let case = "cases: [(when: Field(\"size\", AtLeast(50)), value: \"big\")]";
    check(
        &parts(&format!("derived: [\n¤(name: \"country\", {case})],")),
        leads(),
        "the model’s field \"country\" hides a field of the leads with the same name",
    );
    let learned = "won: Field(\"size\", AtLeast(500)), lost: Field(\"size\", AtMost(10)), fields: [\"country\"]";
    check(
        &parts(&format!("learned: [\n¤(name: \"chance\", {learned})],")),
        leads(),
        "the field \"chance\" has learned nothing yet: it is unknown for everyone",
    );
}

#[test]
fn what_happens_and_is_not_scored_is_told() {
    let visits = COLUMNS.replace("[\"demo\"]", "[\"visit\"]").replace("\"demo\", weight: 9", "\"demo\", weight: 5");
    let rows = ROWS.replace("weight: 10, rule: Tiers", "weight: 9, on: false, rule: Tiers");
    let unscored = format!("¤{}", model("", &rows, &visits));
    let sentence = "one kind of activity happens and is neither scored nor left out: demo (1)";
    check(&unscored, leads(), sentence);
    for fine in [
        unscored.replace("rows: (", "left_out: [\"demo\"], rows: ("),
        unscored.replace("rows: (", "alerts: [(name: \"a\", filter: (kinds: [\"demo\"]))], rows: ("),
        unscored.replacen("kinds: [\"visit\"]", "kinds: []", 1),
    ] {
        assert_eq!(checks(&fine.replace('¤', ""), leads()), []);
    }
    let off = unscored.replace(
        "(name: \"demo\"",
        "(name: \"off\", weight: 5, on: false, rule: Activity(filter: ())),(name: \"demo\"",
    );
    check(&off, leads(), sentence);

    let mut read = leads();
    for (asset, n) in [("paper", 2), ("film", 1), ("price", 3)] {
        for _ in 0..n {
            let asset = Some(asset.to_owned());
            read[0].events.push(Event { kind: "visit".to_owned(), at: AS_OF - DAY, asset, ..Event::default() });
        }
    }
    let of_assets = |test: &str| {
        let columns = COLUMNS.replace("(kinds: [\"visit\"])", &format!("(kinds: [\"visit\"], asset: {test})"));
        format!("¤{}", model("", &rows, &columns))
    };
    check(
        &of_assets("Is(\"Price\")"),
        read.clone(),
        "2 assets are used and are neither scored nor left out: paper (2), film (1)",
    );
    let left = of_assets("Is(\"Price\")").replace("rows: (", "left_out: [\"film\"], rows: (");
    check(&left, read.clone(), "one asset is used and is neither scored nor left out: paper (2)");
    assert_eq!(checks(&of_assets("Known").replace('¤', ""), read.clone()), []);
    let later = read.iter().cloned().map(|mut lead| {
        lead.events.iter_mut().filter(|event| event.asset.is_some()).for_each(|event| event.at = AS_OF + DAY);
        lead
    });
    let later = later.collect();
    let text = of_assets("Unknown").replace('¤', "");
    assert_eq!(checks(&text, later), [], "what is after as-of has not happened");
}
