//! A small world with outcomes, for tests of what is learned and of how leads move: 160 leads, half of them closed, and a
//! model that reads what it learned of them.

use std::sync::Arc;

use quadrille::engine::columns::Codes;
use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Event;
use quadrille::engine::columns::Events;
use quadrille::engine::columns::Field;
use quadrille::engine::columns::Texts;
use quadrille::model;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::Role;
use quadrille::workbench::Workbench;

/// 2026-11-23 08:00 UTC.
pub const AS_OF: i64 = 1_795_420_800;
pub const DAY: i64 = 86_400;

const MODEL: &str = r#"Model(
    name: "taught",
    learned: [(
        name: "chance",
        title: (en: "Chance to be won", fr: "Chance de gagner"),
        won: Field("outcome", Is("won")),
        lost: Field("outcome", Is("lost")),
        fields: ["country", "sector", "source"],
        blanks_count: ["country"],
        stage: Some((field: "stage", order: ["New", "Qualified", "Offer"])),
    )],
    rows: (
        name: (en: "Chance", fr: "Chance"),
        groups: [(name: "chance", criteria: [(name: "chance", weight: 1, rule: Amount(field: "chance", per: 1, max: 100))])],
        bands: [(label: "C"), (label: "B", from: 25), (label: "A", from: 60)],
    ),
    columns: (
        name: "Score",
        groups: [(name: "visits", criteria: [
            (name: "visits", weight: 10, rule: Activity(filter: (kinds: ["visit"]), within: Days(60), repeat: Each(9))),
            (name: "demo", weight: 50, rule: Activity(filter: (kinds: ["demo"]), decay: Step(percent: 20, every: 30))),
        ])],
        bands: [(label: "3"), (label: "2", from: 20), (label: "1", from: 45)],
    ),
    gates: [(name: "country", pass: Field("country", Known), zone: "watch")],
    zones: [
        (name: "watch", title: (en: "Watch", fr: "À surveiller")),
        (name: "nurture", title: (en: "Nurture", fr: "Nurturing"), owner: Marketing),
        (name: "mql", title: "MQL", owner: Sales, hands_over: true, weekly_capacity: 10),
    ],
    maps: [(name: "real", rows: [
        ("C", ["watch", "nurture", "nurture"]),
        ("B", ["watch", "nurture", "mql"]),
        ("A", ["nurture", "nurture", "mql"]),
    ])],
)"#;

/// The model, which has learned nothing yet.
pub fn model() -> Model {
    let model = model::parse(MODEL).expect("the model is sound");
    assert_eq!(model::check(&model), []);
    model
}

fn text(name: &str, role: Option<Role>, words: &[&str], code: impl Fn(usize) -> usize) -> Arc<Field> {
    let codes = Codes::pack((0..N).map(|lead| u32::try_from(code(lead)).expect("a small code")).collect());
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    Arc::new(Field { name: name.to_owned(), kind: FieldType::Text, role, column: Column::Text { codes, words } })
}

const N: usize = 160;

/// The leads: of every four, one is won, one lost and two are open; who is big and comes by the partner is won more often.
pub fn leads() -> Arc<Dataset> {
    let mut keys = Texts::default();
    (0..N).for_each(|lead| keys.push(&format!("lead-{lead:03}")));
    // A fixed jumble, so that no two fields go in step.
    let jumble = |lead: usize, by: usize| (lead * by + lead / 7 * 3 + lead / 3) % 11;
    let outcome = |lead: usize| if lead % 4 < 2 { 1 + lead % 4 } else { 0 };
    let leans = |lead: usize, by: usize| usize::from(jumble(lead, by) + if outcome(lead) == 1 { 4 } else { 0 } > 7);
    let created: Vec<i64> = (0..N).map(|lead| AS_OF - (10 + (lead as i64 * 37) % 200) * DAY).collect();
    let fields = vec![
        text("outcome", Some(Role::Outcome), &["won", "lost"], outcome),
        text("country", Some(Role::Country), &["FR", "BE", "CH"], |lead| jumble(lead, 5) % 4),
        text("sector", None, &["Industry", "Health"], |lead| 1 + leans(lead, 3)),
        text("source", None, &["web", "partner"], |lead| 1 + leans(lead, 7)),
        text("stage", None, &["New", "Qualified", "Offer"], |lead| 1 + jumble(lead, 2) % 3),
        Arc::new(Field {
            name: "created".to_owned(),
            kind: FieldType::Date,
            role: Some(Role::Created),
            column: Column::Number(created.clone().into()),
        }),
    ];
    let mut events = Vec::new();
    for (lead, created) in created.iter().enumerate() {
        for n in 0..jumble(lead, 9) {
            let at = created + (n as i64 * 17 + 3) * DAY + 3_600 * 9;
            let kind = u16::from(n % 5 == 4);
            let lead = u32::try_from(lead).expect("few leads");
            if at <= AS_OF {
                events.push(Event { kind, at: u32::try_from(at).expect("an instant since 1970"), lead, detail: 0 });
            }
        }
    }
    let kinds = vec!["visit".to_owned(), "demo".to_owned()];
    let events = Arc::new(Events::build(kinds, Vec::new(), Vec::new(), events));
    Arc::new(Dataset { keys: Arc::new(keys), fields, events, zone: chrono_tz::Tz::UTC })
}

/// The model on its leads, before it has learned.
pub fn untaught() -> Workbench {
    Workbench::new(model(), None, leads(), AS_OF)
}

/// The model on its leads, after.
pub fn taught() -> Workbench {
    let mut bench = untaught();
    let edit = bench.learn("chance").expect("there is enough to learn from");
    bench.apply(edit, 0).expect("a lesson fits the model");
    bench
}
