//! What is learned from won and lost leads: the arithmetic against worked examples and against a plain second telling of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::Strategy;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;

use quadrille::engine::columns::Codes;
use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Field;
use quadrille::engine::columns::Texts;
use quadrille::engine::columns::UNKNOWN;
use quadrille::engine::predicate::DataError;
use quadrille::insight::bayes;
use quadrille::insight::lesson;
use quadrille::insight::lesson::Reads;
use quadrille::insight::lesson::Refusal;
use quadrille::model::FieldType;
use quadrille::model::Learned;
use quadrille::model::Lesson;
use quadrille::model::Predicate;
use quadrille::model::Role;
use quadrille::model::Stages;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Words;

/// 2026-01-31 09:30:00 UTC.
const AS_OF: i64 = 1_769_851_800;
const DAY: i64 = 86_400;

/// A lead: stage, country, outcome; empty = unknown.
type Row<'r> = [&'r str; 3];

// --------------------------------------------------------------------------------------------------------- material

fn text_field(name: &str, values: &[&str]) -> Field {
    let mut words: Vec<String> = Vec::new();
    let code = |value: &&str| {
        if value.is_empty() {
            return 0;
        }
        let at = words.iter().position(|word| word == value).unwrap_or_else(|| {
            words.push((*value).to_owned());
            words.len() - 1
        });
        at as u32 + 1
    };
    let codes = Codes::pack(values.iter().map(code).collect());
    Field { name: name.to_owned(), kind: FieldType::Text, role: None, column: Column::Text { codes, words } }
}

fn number_field(name: &str, kind: FieldType, values: Vec<i64>) -> Field {
    Field { name: name.to_owned(), kind, role: None, column: Column::Number(values.into()) }
}

fn dataset(n: usize, fields: Vec<Field>) -> Dataset {
    let mut keys = Texts::default();
    (0..n).for_each(|lead| keys.push(&format!("lead-{lead}")));
    Dataset { keys: Arc::new(keys), fields: fields.into_iter().map(Arc::new).collect(), ..Dataset::default() }
}

fn leads(rows: &[Row]) -> Dataset {
    let column = |at: usize| rows.iter().map(|row| row[at]).collect::<Vec<_>>();
    let fields = ["stage", "country", "outcome"].iter().enumerate();
    dataset(rows.len(), fields.map(|(at, name)| text_field(name, &column(at))).collect())
}

fn is(field: &str, value: &str) -> Predicate {
    Predicate::Field(field.to_owned(), Test::Is(Value::Text(value.to_owned())))
}

/// Counts the country, under the stages New, Qualified, Won.
fn chance() -> Learned {
    Learned {
        name: "chance".to_owned(),
        title: Words::None,
        won: is("outcome", "won"),
        lost: is("outcome", "lost"),
        fields: vec!["country".to_owned()],
        blanks_count: Vec::new(),
        tags: Vec::new(),
        stage: Some(Stages {
            field: "stage".to_owned(),
            order: ["New", "Qualified", "Won"].map(str::to_owned).to_vec(),
        }),
        since: None,
        lesson: None,
    }
}

/// 3 won (2 BE, 1 FR), 7 lost: 5 at New, 2 at Qualified; 1 BE, 4 FR, 2 without a country. Then five open ones.
const WORKED: [Row; 15] = [
    ["Won", "BE", "won"],
    ["Won", "BE", "won"],
    ["Won", "FR", "won"],
    ["New", "BE", "lost"],
    ["New", "FR", "lost"],
    ["New", "FR", "lost"],
    ["New", "", "lost"],
    ["New", "", "lost"],
    ["Qualified", "FR", "lost"],
    ["Qualified", "FR", "lost"],
    ["New", "BE", ""],
    ["New", "FR", ""],
    ["Qualified", "BE", ""],
    ["Qualified", "FR", ""],
    ["New", "", ""],
];

fn same(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 1e-9)
}

// -------------------------------------------------------------------------------------------------- worked examples

#[test]
fn one_won_lead_sent_back_to_the_first_stage() {
    let lesson = lesson::tally(&chance(), &leads(&[["New", "", "won"]]), AS_OF).unwrap();
    assert_eq!((lesson.won, lesson.lost), (1, 0));
    assert_eq!(lesson.at, "2026-01-31T09:30:00Z");
    let open = leads(&[["New", "", ""]]);
    assert!(same(bayes::probability(&chance(), &lesson, &open, 0), 91.67));
}

#[test]
fn the_worked_example_gives_its_percents() {
    let data = leads(&WORKED);
    let lesson = lesson::tally(&chance(), &data, AS_OF).unwrap();
    for (lead, percent) in [(10, 57.53), (11, 15.99), (12, 82.08), (13, 39.16), (14, 30.39)] {
        let found = bayes::probability(&chance(), &lesson, &data, lead);
        assert!(same(found, percent), "lead {lead}: {found:?}, not {percent}");
    }
    let learned = Learned { lesson: Some(lesson), ..chance() };
    assert_eq!(bayes::column(&learned, &data)[10..], [57, 15, 82, 39, 30]);
}

#[test]
fn the_worked_example_is_explained() {
    let data = leads(&WORKED);
    let lesson = lesson::tally(&chance(), &data, AS_OF).unwrap();
    let told = |lead| {
        let weights = bayes::explain(&chance(), &lesson, &data, lead);
        weights.iter().map(|w| format!("{} {:.3}", w.value.as_ref().unwrap(), w.score)).collect::<Vec<_>>()
    };
    assert_eq!(told(10), ["BE 0.756", "New 0.000"]);
    assert_eq!(told(11), ["FR 0.304", "New 0.000"]);
    assert_eq!(told(12), ["BE 0.756", "Qualified 0.704"]);
    assert_eq!(told(14), ["New 0.000"]);
}

#[test]
fn no_stage_is_nothing_and_a_won_stage_is_all() {
    let learned = Learned { won: is("stage", " WON "), ..chance() };
    let data = leads(&[["Won", "BE", ""], ["New", "BE", "lost"], ["", "BE", ""], ["Elsewhere", "BE", ""]]);
    let lesson = lesson::tally(&learned, &data, AS_OF).unwrap();
    assert!(same(bayes::probability(&learned, &lesson, &data, 0), 100.0));
    assert!(same(bayes::probability(&learned, &lesson, &data, 2), 0.0));
    // A stage that is in no order says nothing.
    assert!(same(bayes::probability(&learned, &lesson, &data, 3), 50.0));
    assert_eq!(bayes::explain(&learned, &lesson, &data, 0), []);
    assert_eq!(bayes::column(&Learned { lesson: Some(lesson), ..learned }, &data), [100, 50, 0, 50]);
}

#[test]
fn it_says_nothing_before_it_has_learned() {
    let data = leads(&WORKED);
    assert_eq!(bayes::column(&chance(), &data), [UNKNOWN; 15]);
    let empty = lesson::tally(&chance(), &leads(&[["New", "BE", ""]]), AS_OF).unwrap();
    assert_eq!(empty.tallies, []);
    assert_eq!(bayes::probability(&chance(), &empty, &data, 0), None);
    let unstaged = Learned { stage: None, lesson: Some(empty), ..chance() };
    assert_eq!(bayes::column(&unstaged, &data), [UNKNOWN; 15]);
}

#[test]
fn the_percent_stays_within_a_hundredth_of_its_ends() {
    let row = |country, outcome| ["New", country, outcome];
    let mut rows = vec![row("BE", "won"); 9_000];
    rows.extend(vec![row("FR", "lost"); 9_000]);
    let data = leads(&rows);
    let lesson = lesson::tally(&chance(), &data, AS_OF).unwrap();
    assert!(same(bayes::probability(&chance(), &lesson, &data, 0), 99.99));
    assert!(same(bayes::probability(&chance(), &lesson, &data, 9_000), 0.01));
    assert_eq!(bayes::column(&Learned { lesson: Some(lesson), ..chance() }, &data)[8_999..9_001], [99, 0]);
}

#[test]
fn a_rare_tag_and_an_unseen_value_say_nothing() {
    let tagged = |n: usize| {
        let mut rows = vec![["New", "BE", "won"]; n];
        rows.extend(vec![["New", "FR", "lost"]; 60]);
        let learned = Learned { fields: Vec::new(), tags: vec!["country".to_owned()], stage: None, ..chance() };
        let lesson = lesson::tally(&learned, &leads(&rows), AS_OF).unwrap();
        let open = leads(&[["New", "BE", ""], ["New", "ES", ""], ["New", "", ""]]);
        [0, 1, 2].map(|lead| bayes::probability(&learned, &lesson, &open, lead).unwrap())
    };
    let [rare, unseen, blank] = tagged(49);
    assert!((rare - blank).abs() < 1e-9 && (unseen - blank).abs() < 1e-9);
    let [common, unseen, blank] = tagged(50);
    assert!(common > 99.0 && (unseen - blank).abs() < 1e-9);
}

#[test]
fn blanks_count_where_they_are_said_to() {
    let rows = [["New", "BE", "won"], ["New", "", "lost"], ["New", "", "lost"], ["New", "", ""]];
    let data = leads(&rows);
    let blanks = Learned { blanks_count: vec!["country".to_owned()], stage: None, ..chance() };
    let lesson = lesson::tally(&blanks, &data, AS_OF).unwrap();
    assert_eq!(lesson.tallies[0].value, None);
    assert_eq!((lesson.tallies[0].won, lesson.tallies[0].lost), (1, 21));
    // Prior 1.1 : 2.1; blank 0.1/1.2 : 2.1/2.2.
    assert!(same(bayes::probability(&blanks, &lesson, &data, 3), 4.37));
    assert_eq!(bayes::explain(&blanks, &lesson, &data, 3).len(), 1);
    let swapped = Learned { won: is("outcome", "lost"), lost: is("outcome", "won"), ..blanks };
    let lesson = lesson::tally(&swapped, &data, AS_OF).unwrap();
    assert_eq!(bayes::explain(&swapped, &lesson, &data, 3), [], "not knowing is no good sign");
}

#[test]
fn spellings_that_compare_equal_are_one_value() {
    let rows = [["New", "FR", "won"], ["new ", " fr ", "WON"], ["NEW", "Fr", "Lost"], ["New", "fr", ""]];
    let data = leads(&rows);
    let lesson = lesson::tally(&chance(), &data, AS_OF).unwrap();
    let told: Vec<(String, u64, u64)> =
        lesson.tallies.iter().map(|t| (t.value.as_ref().unwrap().to_string(), t.won, t.lost)).collect();
    let stage = |name: &str, lost| (name.to_owned(), 21, lost);
    assert_eq!(told, [stage("New", 11), stage("Qualified", 1), stage("Won", 1), ("FR".to_owned(), 21, 11)]);
    assert_eq!(bayes::explain(&chance(), &lesson, &data, 3).len(), 2);
}

#[test]
fn numbers_dates_and_answers_count_like_any_value() {
    let mut data = leads(&[["New", "", "won"], ["New", "", "lost"], ["New", "", ""]]);
    data.put(number_field("employees", FieldType::Whole, vec![50, UNKNOWN, 50]));
    data.put(number_field("budget", FieldType::Decimal, vec![12_500_000, 3_000_000, 3_000_000]));
    data.put(number_field("seen", FieldType::Date, vec![AS_OF, AS_OF - AS_OF % DAY, AS_OF]));
    let answers = Column::YesNo(vec![2, 1, 2]);
    data.put(Field { name: "opt-in".to_owned(), kind: FieldType::YesNo, role: None, column: answers });
    let names = ["employees", "budget", "seen", "opt-in"].map(str::to_owned).to_vec();
    let learned = Learned { fields: names, stage: None, ..chance() };
    let lesson = lesson::tally(&learned, &data, AS_OF).unwrap();
    let scores = |lesson: &Lesson| {
        let weights = bayes::explain(&learned, lesson, &data, 2);
        let mut told: Vec<String> = weights.iter().map(|w| format!("{} {:.3}", w.field, w.score)).collect();
        told.sort();
        told
    };
    let expected = ["budget 0.083", "employees 0.500", "opt-in 0.917", "seen 0.917"];
    assert_eq!(scores(&lesson), expected);
    // What a model's text keeps of it reads the same.
    let read: Lesson = ron::from_str(&ron::to_string(&lesson).unwrap()).unwrap();
    assert_eq!(read, lesson);
    assert_eq!(scores(&read), expected);
}

// --------------------------------------------------------------------------------------------------------- refusals

#[test]
fn too_few_leads_are_refused_with_how_many_there_are() {
    let of = |won: usize, lost: usize| {
        let mut rows = vec![["New", "BE", "won"]; won];
        rows.extend(vec![["New", "FR", "lost"]; lost]);
        lesson::learn(&chance(), &leads(&rows), AS_OF).map(|lesson| (lesson.won, lesson.lost))
    };
    assert_eq!(of(40, 40), Ok((40, 40)));
    assert_eq!(of(39, 40), Err(Refusal::TooFew { won: 39, lost: 40 }));
    assert_eq!(of(40, 39), Err(Refusal::TooFew { won: 40, lost: 39 }));
    assert_eq!(of(0, 0), Err(Refusal::TooFew { won: 0, lost: 0 }));
}

#[test]
fn what_cannot_be_read_is_named() {
    let data = leads(&WORKED);
    let refused = |learned: &Learned| lesson::learn(learned, &data, AS_OF).unwrap_err();
    let missing = |part| Refusal::Unreadable { part, why: DataError::NoField("status".to_owned()) };
    assert_eq!(refused(&Learned { won: is("status", "won"), ..chance() }), missing(Reads::Won));
    assert_eq!(refused(&Learned { lost: is("status", "lost"), ..chance() }), missing(Reads::Lost));
    assert_eq!(refused(&Learned { fields: vec!["status".to_owned()], ..chance() }), missing(Reads::Fields));
    let stages = Stages { field: "status".to_owned(), order: vec!["New".to_owned()] };
    assert_eq!(refused(&Learned { stage: Some(stages), ..chance() }), missing(Reads::Fields));
    let since = Learned { since: Some("2026-01-01".to_owned()), ..chance() };
    assert_eq!(refused(&since), Refusal::NoCreated);
    let mut data = data.clone();
    Arc::make_mut(&mut data.fields[1]).role = Some(Role::Created);
    let found = lesson::learn(&since, &data, AS_OF);
    assert!(matches!(found, Err(Refusal::Unreadable { part: Reads::Since, .. })), "{found:?}");
}

#[test]
fn too_many_values_are_refused_and_their_field_is_named() {
    let n = lesson::MAX_TALLIES + 1;
    let outcome: Vec<&str> = (0..n).map(|lead| if lead % 2 == 0 { "won" } else { "lost" }).collect();
    let fields =
        vec![text_field("outcome", &outcome), number_field("phone", FieldType::Whole, (0..n as i64).collect())];
    let learned = Learned { fields: vec!["outcome".to_owned(), "phone".to_owned()], stage: None, ..chance() };
    let found = lesson::learn(&learned, &dataset(n, fields), AS_OF);
    assert_eq!(found, Err(Refusal::TooManyValues { field: "phone".to_owned(), found: n + 2 }));
}

#[test]
fn only_leads_created_since_the_day_count() {
    let mut data = leads(&[["New", "BE", "won"], ["New", "FR", "lost"], ["New", "FR", "lost"], ["New", "FR", "won"]]);
    let first = AS_OF - AS_OF % DAY;
    let mut created = number_field("created", FieldType::Date, vec![first, first - 1, UNKNOWN, first + 1]);
    created.role = Some(Role::Created);
    data.put(created);
    let learned = Learned { since: Some("2026-01-31".to_owned()), ..chance() };
    let lesson = lesson::tally(&learned, &data, AS_OF).unwrap();
    assert_eq!((lesson.won, lesson.lost), (2, 0));
}

// ----------------------------------------------------------------------------------------------------- told plainly

/// One lead's values by field, as the rules are written: no codes, no tables, no odds.
type Plain = BTreeMap<&'static str, Value>;

/// How often (field, value) came with a won and with a lost lead, both begun at 0.1.
type Table = BTreeMap<(String, Option<Value>), [f64; 2]>;

fn plain_table(learned: &Learned, all: &[Plain]) -> Table {
    let mut table = Table::new();
    let mut bump = |field: &str, value: Option<Value>, outcome: usize| {
        table.entry((field.to_owned(), value)).or_insert([0.1, 0.1])[outcome] += 1.0;
    };
    for lead in all {
        let outcome = match lead.get("outcome").map(ToString::to_string).as_deref() {
            Some("won") => 0,
            Some("lost") => 1,
            _ => continue,
        };
        for field in &learned.fields {
            match lead.get(field.as_str()) {
                Some(value) => bump(field, Some(value.clone()), outcome),
                None if learned.blanks_count.contains(field) => bump(field, None, outcome),
                None => {}
            }
        }
        if let Some(stages) = &learned.stage {
            let own = lead.get("stage").and_then(|own| stages.order.iter().position(|stage| own.to_string() == *stage));
            for (at, stage) in stages.order.iter().enumerate() {
                if outcome == 0 || own.is_some_and(|own| at <= own) {
                    bump("stage", Some(Value::Text(stage.clone())), outcome);
                }
            }
        }
    }
    table
}

fn plain_percent(learned: &Learned, table: &Table, closed: [u32; 2], lead: &Plain) -> Option<f64> {
    let [won, lost] = match &learned.stage {
        Some(stages) => *table.get(&("stage".to_owned(), Some(Value::Text(stages.order[0].clone()))))?,
        None if closed == [0, 0] => return None,
        None => closed.map(|n| f64::from(n) + 0.1),
    };
    let (mut s_won, mut s_lost) = (won / (won + lost), lost / (won + lost));
    if learned.stage.is_some() {
        let Some(stage) = lead.get("stage") else { return Some(0.0) };
        if let Some([n_won, n_lost]) = table.get(&("stage".to_owned(), Some(stage.clone()))) {
            s_won *= n_won / won;
            s_lost *= n_lost / lost;
        }
    }
    for field in &learned.fields {
        let value = lead.get(field.as_str()).cloned();
        let rows = table.iter().filter(|((name, _), _)| name == field);
        let [all_won, all_lost] = rows.fold([0.0, 0.0], |[a, b], (_, [won, lost])| [a + won, b + lost]);
        let Some([n_won, n_lost]) = table.get(&(field.clone(), value)) else { continue };
        if learned.tags.contains(field) && n_won + n_lost < 50.0 {
            continue;
        }
        s_won *= n_won / all_won;
        s_lost *= n_lost / all_lost;
    }
    Some((100.0 * s_won / (s_won + s_lost)).clamp(0.01, 99.99))
}

fn some_learned() -> impl Strategy<Value = Learned> {
    let some_of = |names: Vec<&'static str>| {
        let n = names.len();
        proptest::sample::subsequence(names, 0..=n).prop_map(|names| names.into_iter().map(str::to_owned).collect())
    };
    let stages = proptest::sample::subsequence(vec!["New", "Qualified", "Won"], 1..=3);
    (some_of(vec!["country", "job", "employees"]), proptest::bool::ANY, some_of(vec!["job"]), option::of(stages))
        .prop_map(|(fields, blanks, tags, stages): (Vec<String>, bool, Vec<String>, Option<Vec<&str>>)| Learned {
            blanks_count: fields.iter().filter(|_| blanks).cloned().collect(),
            tags: tags.into_iter().filter(|tag| fields.contains(tag)).collect(),
            fields,
            stage: stages.map(|order| Stages {
                field: "stage".to_owned(),
                order: order.into_iter().map(str::to_owned).collect(),
            }),
            ..chance()
        })
}

fn some_lead() -> impl Strategy<Value = Plain> {
    let text = |words: Vec<&'static str>| option::of(select(words).prop_map(|word| Value::Text(word.to_owned())));
    let stage = text(vec!["New", "Qualified", "Won", "Parked"]);
    let outcome = text(vec!["won", "lost", "open"]);
    (stage, text(vec!["BE", "FR"]), text(vec!["CEO", "CTO"]), option::of(0..3_i64), outcome).prop_map(
        |(stage, country, job, employees, outcome)| {
            let known = [("stage", stage), ("country", country), ("job", job), ("outcome", outcome)];
            let number = employees.map(|n| ("employees", Value::Whole(n)));
            known.into_iter().filter_map(|(name, value)| Some((name, value?))).chain(number).collect()
        },
    )
}

fn columns(all: &[Plain]) -> Dataset {
    let told = |name: &str| -> Vec<String> {
        all.iter().map(|lead| lead.get(name).map_or(String::new(), ToString::to_string)).collect()
    };
    let mut fields: Vec<Field> = ["stage", "country", "job", "outcome"]
        .map(|name| text_field(name, &told(name).iter().map(String::as_str).collect::<Vec<_>>()))
        .into();
    let numbers = all.iter().map(|lead| match lead.get("employees") {
        Some(Value::Whole(n)) => *n,
        _ => UNKNOWN,
    });
    fields.push(number_field("employees", FieldType::Whole, numbers.collect()));
    dataset(all.len(), fields)
}

proptest! {
    #[test]
    fn every_percent_is_that_of_the_rules_told_plainly(learned in some_learned(), all in vec(some_lead(), 1..90)) {
        let data = columns(&all);
        let lesson = lesson::tally(&learned, &data, AS_OF).unwrap();
        let table = plain_table(&learned, &all);
        let closed = [lesson.won as u32, lesson.lost as u32];
        for tally in &lesson.tallies {
            let [won, lost] = table[&(tally.field.clone(), tally.value.clone())];
            prop_assert_eq!((tally.won as i64, tally.lost as i64), ((won * 10.0).round() as i64, (lost * 10.0).round() as i64));
        }
        prop_assert_eq!(lesson.tallies.len(), table.len());
        let column = bayes::column(&Learned { lesson: Some(lesson.clone()), ..learned.clone() }, &data);
        for (lead, plain) in all.iter().enumerate() {
            let found = bayes::probability(&learned, &lesson, &data, lead);
            let expected = plain_percent(&learned, &table, closed, plain);
            prop_assert_eq!(found.is_some(), expected.is_some());
            let floored = found.map_or(UNKNOWN, |percent| percent.floor() as i64);
            prop_assert_eq!(column[lead], floored);
            if let (Some(found), Some(expected)) = (found, expected) {
                proptest::prop_assert!((found - expected).abs() < 0.005 + 1e-9, "{} is not {}", found, expected);
            }
        }
    }
}
