//! Imports: one transaction each, exact counts, nothing changed by a second import of the same rows.

use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::UNKNOWN;
use quadrille::model::FieldType;
use quadrille::model::Value;
use quadrille::store::EventOutcome;
use quadrille::store::EventRow;
use quadrille::store::ImportCounts;
use quadrille::store::ImportKind;
use quadrille::store::Outcome;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::field;
use super::note;
use super::said;
use super::text;

const TYPES: [(&str, FieldType); 5] = [
    ("country", FieldType::Text),
    ("staff", FieldType::Whole),
    ("budget", FieldType::Decimal),
    ("since", FieldType::Date),
    ("consent", FieldType::YesNo),
];

/// Imports three leads with a field of each type.
fn import_three(store: &mut Store) -> (Vec<Outcome>, ImportCounts) {
    let fields: Vec<_> = TYPES.iter().map(|(name, kind)| field(name, *kind)).collect();
    let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
    let rows = three();
    let outcomes = rows.iter().map(|(key, values)| import.upsert_lead(key, values).unwrap()).collect();
    (outcomes, import.commit(&note()).unwrap())
}

fn three() -> [(&'static str, Vec<Option<Value>>); 3] {
    let whole = |n| Some(Value::Whole(n));
    let decimal = |n| Some(Value::Decimal(n));
    [
        (
            "b@x.com",
            vec![Some(text("FR")), whole(500), decimal(-12_500_000), Some(Value::Date(-1)), Some(Value::YesNo(true))],
        ),
        ("a@x.com", vec![None; 5]),
        (
            "c@x.com",
            vec![
                Some(text("O'Brien \"x\"")),
                whole(i64::MAX),
                decimal(1),
                Some(Value::Date(NOW)),
                Some(Value::YesNo(false)),
            ],
        ),
    ]
}

fn rows_of(data: &Dataset) -> Vec<(String, Vec<Option<Value>>)> {
    let row = |lead| (data.keys.get(lead).to_owned(), data.fields.iter().map(|field| field.value(lead)).collect());
    (0..data.n_leads()).map(row).collect()
}

#[test]
fn what_goes_in_comes_out() {
    let (scratch, mut store) = Scratch::new();
    let (outcomes, counts) = import_three(&mut store);
    assert_eq!(outcomes, [Outcome::New; 3]);
    assert_eq!(counts, ImportCounts { leads_new: 3, ..ImportCounts::default() });
    drop(store);
    let data = Store::open(&scratch.path(), NOW).unwrap().dataset().unwrap();
    assert_eq!(rows_of(&data), three().map(|(key, values)| (key.to_owned(), values)));
    let types: Vec<_> = data.fields.iter().map(|field| (field.name.as_str(), field.kind)).collect();
    assert_eq!(types, TYPES);
}

#[test]
fn the_same_rows_again_change_nothing() {
    let (scratch, mut store) = Scratch::new();
    import_three(&mut store);
    let revision = store.data_revision().unwrap();
    let (outcomes, counts) = import_three(&mut store);
    assert_eq!(outcomes, [Outcome::Unchanged; 3]);
    assert_eq!(counts, ImportCounts { leads_unchanged: 3, ..ImportCounts::default() });
    assert_eq!(store.data_revision().unwrap(), revision, "nothing that a window shows has changed");
    let n: i64 = scratch.raw().query_row("SELECT count(*) FROM lead", (), |row| row.get(0)).unwrap();
    assert_eq!(n, 3);
}

#[test]
fn a_lead_takes_new_values_and_keeps_other_fields() {
    let (_scratch, mut store) = Scratch::new();
    import_three(&mut store);
    let mut import = store.begin_import(ImportKind::Leads, &[field("country", FieldType::Text)]).unwrap();
    assert_eq!(import.upsert_lead("a@x.com", &[Some(text("DE"))]).unwrap(), Outcome::Updated);
    assert_eq!(import.upsert_lead("b@x.com", &[None]).unwrap(), Outcome::Updated);
    import.commit(&note()).unwrap();
    let data = store.dataset().unwrap();
    assert_eq!(data.field("country").unwrap().value(0), None);
    assert_eq!(data.field("country").unwrap().value(1), Some(text("DE")));
    assert_eq!(data.field("staff").unwrap().value(0), Some(Value::Whole(500)));
    assert_eq!(store.data_revision().unwrap(), 2);
}

#[test]
fn a_dropped_import_leaves_the_workspace_as_it_was() {
    let (scratch, mut store) = Scratch::new();
    import_three(&mut store);
    let before = std::fs::read(scratch.path()).unwrap();
    let mut import = store.begin_import(ImportKind::Leads, &[field("fresh", FieldType::Whole)]).unwrap();
    import.upsert_lead("d@x.com", &[Some(Value::Whole(1))]).unwrap();
    let row = EventRow { key: "e@x.com", kind: "visit", at: NOW, asset: Some("home"), ..EventRow::default() };
    import.add_event(row, true).unwrap();
    let counts = ImportCounts { leads_new: 2, events_new: 1, ..ImportCounts::default() };
    assert_eq!(import.counts().unwrap(), counts, "a preview says what a commit would");
    drop(import);
    assert_eq!(store.dataset().unwrap().n_leads(), 3);
    assert_eq!(store.fields().unwrap().len(), 5);
    drop(store);
    assert_eq!(std::fs::read(scratch.path()).unwrap(), before);
}

#[test]
fn field_names_never_collide() {
    let (scratch, mut store) = Scratch::new();
    let names = [
        "id",
        "KEY",
        "rowid",
        "Country",
        "country",
        "COUNTRY",
        "country 2",
        "x\"; DROP TABLE lead; --",
        "é",
        "É",
        "\u{202e}",
    ];
    let fields: Vec<_> = names.iter().map(|name| field(name, FieldType::Text)).collect();
    let mut import = store.begin_import(ImportKind::Leads, &fields).unwrap();
    let values: Vec<_> = names.iter().map(|name| Some(text(name))).collect();
    import.upsert_lead("k", &values).unwrap();
    import.commit(&note()).unwrap();
    drop(store);
    // Opened again: the list of columns is what the list of fields says.
    let store = Store::open(&scratch.path(), NOW).unwrap();
    let data = store.dataset().unwrap();
    for name in names {
        assert_eq!(data.field(name).unwrap().value(0), Some(text(name)), "{name}");
    }
    let plain: String = scratch.raw().query_row("SELECT \"Country\" FROM lead", (), |row| row.get(0)).unwrap();
    assert_eq!(plain, "Country", "a name that is free is the column's name");
}

#[test]
fn bad_field_names_are_refused() {
    let (_scratch, mut store) = Scratch::new();
    for name in ["", "a\0b", &"x".repeat(1_001)] {
        assert_eq!(said(store.begin_import(ImportKind::Leads, &[field(name, FieldType::Text)])), "store-bad-name");
    }
    let twice = [field("a", FieldType::Text), field("a", FieldType::Text)];
    assert_eq!(said(store.begin_import(ImportKind::Leads, &twice)), "store-field-twice");
    let many: Vec<_> = (0..1_001).map(|n| field(&format!("f{n}"), FieldType::Text)).collect();
    assert_eq!(said(store.begin_import(ImportKind::Leads, &many)), "store-too-many-fields");
    store.begin_import(ImportKind::Leads, &many[..1_000]).unwrap().commit(&note()).unwrap();
    assert_eq!(store.fields().unwrap().len(), 1_000);
    assert_eq!(said(store.begin_import(ImportKind::Leads, &many[1_000..])), "store-too-many-fields");
}

#[test]
fn another_type_is_refused_by_name() {
    let (_scratch, mut store) = Scratch::new();
    import_three(&mut store);
    let problem = store.begin_import(ImportKind::Leads, &[field("country", FieldType::Date)]).unwrap_err();
    assert_eq!(
        problem.text,
        quadrille::msg!(
            "store-field-type",
            stored = quadrille::msg!("store-type-text"),
            brought = quadrille::msg!("store-type-date"),
        )
    );
    assert_eq!(problem.place.unwrap().field.as_deref(), Some("country"));
}

#[test]
fn whole_numbers_become_decimals_when_nothing_is_lost() {
    let (_scratch, mut store) = Scratch::new();
    let whole = [field("staff", FieldType::Whole)];
    let decimal = [field("staff", FieldType::Decimal)];
    let mut import = store.begin_import(ImportKind::Leads, &whole).unwrap();
    import.upsert_lead("a", &[Some(Value::Whole(-7))]).unwrap();
    import.upsert_lead("b", &[None]).unwrap();
    import.commit(&note()).unwrap();
    let mut import = store.begin_import(ImportKind::Leads, &decimal).unwrap();
    assert_eq!(import.upsert_lead("a", &[Some(Value::Decimal(-7_000_000))]).unwrap(), Outcome::Unchanged);
    import.upsert_lead("c", &[Some(Value::Decimal(500_000))]).unwrap();
    import.commit(&note()).unwrap();
    // And whole numbers go into the decimals that the field now holds.
    let mut import = store.begin_import(ImportKind::Leads, &whole).unwrap();
    assert_eq!(import.upsert_lead("a", &[Some(Value::Whole(-7))]).unwrap(), Outcome::Unchanged);
    assert_eq!(said(import.upsert_lead("d", &[Some(Value::Whole(i64::MAX))])), "store-bad-value");
    import.commit(&note()).unwrap();
    let data = store.dataset().unwrap();
    let staff = data.field("staff").unwrap();
    assert_eq!(staff.kind, FieldType::Decimal);
    assert_eq!(
        [0, 1, 2].map(|lead| staff.value(lead)),
        [Some(Value::Decimal(-7_000_000)), None, Some(Value::Decimal(500_000))]
    );

    let large = [field("large", FieldType::Whole)];
    let mut import = store.begin_import(ImportKind::Leads, &large).unwrap();
    import.upsert_lead("a", &[Some(Value::Whole(i64::MAX))]).unwrap();
    import.commit(&note()).unwrap();
    assert_eq!(said(store.begin_import(ImportKind::Leads, &[field("large", FieldType::Decimal)])), "store-too-large");
}

#[test]
fn events_stand_once_and_are_sorted() {
    let (_scratch, mut store) = Scratch::new();
    let row = |key, kind, at, asset| EventRow { key, kind, at, asset, ..EventRow::default() };
    let rows = [
        row("b", "visit", 200, Some("pricing")),
        row("a", "visit", 100, None),
        row("b", "open", 50, Some("mail")),
        row("b", "visit", 200, Some("pricing")),
        row("a", "visit", 100, Some("pricing")),
        EventRow { value: Some(3), ..row("a", "visit", 100, None) },
        EventRow { campaign: Some("mail"), ..row("a", "visit", 100, None) },
    ];
    let bring = |store: &mut Store| {
        let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
        for row in rows {
            assert_eq!(import.add_event(row, true).unwrap(), EventOutcome::Taken);
        }
        assert_eq!(import.add_event(row("nobody", "visit", 1, None), false).unwrap(), EventOutcome::UnknownLead);
        assert_eq!(said(import.add_event(row("a", "visit", -1, None), false)), "store-event-time");
        assert_eq!(said(import.add_event(row("new", "visit", 1 << 32, None), true)), "store-event-time");
        import.commit(&note()).unwrap()
    };
    assert_eq!(
        bring(&mut store),
        ImportCounts { leads_new: 2, events_new: 6, events_unchanged: 1, ..ImportCounts::default() }
    );
    assert_eq!(bring(&mut store), ImportCounts { events_unchanged: 7, ..ImportCounts::default() });
    let data = store.dataset().unwrap();
    // "b" came first, so it is lead 0; kinds and assets are numbered as they were met.
    let seen: Vec<_> = (0..data.events.len())
        .map(|event| {
            let detail = data.events.detail_of(event);
            let value = (detail.value != UNKNOWN).then_some(detail.value);
            let words = [detail.asset, detail.campaign, detail.channel].map(|word| data.events.word(word));
            (data.events.at.get(event), data.events.lead[event], words, value)
        })
        .collect();
    let mut visits = seen[..5].to_vec();
    visits.sort();
    assert_eq!(data.keys.iter().collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(
        (data.events.kinds.as_slice(), data.events.starts.as_slice()),
        (["visit", "open"].map(str::to_owned).as_slice(), [0, 5, 6].as_slice())
    );
    let (pricing, mail) = (Some("pricing"), Some("mail"));
    let expected = [
        (100, 1, [None, None, None], None),
        (100, 1, [None, None, None], Some(3)),
        (100, 1, [None, mail, None], None),
        (100, 1, [pricing, None, None], None),
        (200, 0, [pricing, None, None], None),
    ];
    assert_eq!(visits, expected);
    assert_eq!(seen[5], (50, 0, [mail, None, None], None));
}

#[test]
fn imports_are_recorded() {
    let (_scratch, mut store) = Scratch::new();
    assert_eq!(store.was_imported("abc").unwrap(), None);
    let (_, counts) = import_three(&mut store);
    let row = store.was_imported("abc").unwrap().unwrap();
    assert_eq!((row.kind, row.note, row.counts), (ImportKind::Leads, note(), counts));
    import_three(&mut store);
    let imports = store.imports(10).unwrap();
    assert_eq!(imports.len(), 2);
    assert_eq!(imports[0].counts.leads_unchanged, 3, "the newest comes first");
    assert_eq!(store.imports(1).unwrap().len(), 1);
}

#[test]
fn another_window_sees_an_import_at_once_or_not_at_all() {
    let (scratch, mut store) = Scratch::new();
    let other = Store::open(&scratch.path(), NOW).unwrap();
    let (version, revision) = (other.data_version().unwrap(), other.data_revision().unwrap());
    let mut import = store.begin_import(ImportKind::Leads, &[]).unwrap();
    import.upsert_lead("a", &[]).unwrap();
    assert_eq!(other.dataset().unwrap().n_leads(), 0);
    assert_eq!(other.data_version().unwrap(), version);
    import.commit(&note()).unwrap();
    assert_ne!(other.data_version().unwrap(), version);
    assert_ne!(other.data_revision().unwrap(), revision);
    assert_eq!(other.dataset().unwrap().n_leads(), 1);
}
