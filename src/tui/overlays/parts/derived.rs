//! Derived fields: their list, in the order in which they may read each other, and the form of one with its cases.

use crate::model::Case;
use crate::model::Derived;
use crate::model::Edit;
use crate::model::FieldType;
use crate::model::Part;
use crate::model::Side;
use crate::model::Value;
use crate::model::Words;
use crate::model::parse_millionths;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::rows::whole;
use crate::tui::overlays::sheet::Id;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::things::shifted;
use crate::tui::overlays::things::with;
use crate::tui::overlays::things::without;
use crate::tui::theme::Role;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// The derived fields of the model.
pub static DERIVED: Kind = Kind {
    title: || msg!("parts-derived"),
    empty: || msg!("parts-derived-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |derived: &Derived| {
            let problem = bench.field_problems().iter().find(|(name, _)| *name == derived.name);
            let known =
                bench.fields().into_iter().find(|field| field.name == derived.name).map_or(0, |field| field.known);
            let (role, state) = match problem {
                Some((_, problem)) => (Role::Warn, tell::data_error(problem)),
                None => (Role::Text, msg!("parts-derived-state", cases = derived.cases.len(), known = known)),
            };
            let cases = derived.cases.iter().map(|case| app.say(&told(case)));
            let note: Vec<String> = cases.collect();
            Thing::new(app.words(&derived.title, &derived.name), app.say(&state)).role(role).note(note.join("; "))
        };
        bench.model().derived.iter().map(row).collect()
    },
    open: |app, row| open(app, Some(row)),
    new: Some(|app, _| open(app, None)),
    remove: Some(|model, row| Edit::Set(vec![Part::Derived(without(&model.derived, row))])),
    shift: Some(|model, from, to| Edit::Set(vec![Part::Derived(shifted(&model.derived, from, to))])),
    toggle: None,
};

fn told(case: &Case) -> Msg {
    msg!("parts-case-told", value = tell::value(&case.value), when = tell::predicate(&case.when))
}

/// What the values of a derived field can be.
const TYPES: [FieldType; 3] = [FieldType::Text, FieldType::Decimal, FieldType::YesNo];

fn open(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let derived = index.and_then(|index| bench.model().derived.get(index)).cloned();
    let of = derived.as_ref().map(|derived| derived.name.clone()).unwrap_or_default();
    let derived =
        derived.unwrap_or(Derived { name: String::new(), title: Words::None, cases: Vec::new(), otherwise: None });
    let first = derived.cases.first().map(|case| &case.value).or(derived.otherwise.as_ref());
    let kind = match first {
        None | Some(Value::Text(_) | Value::Date(_)) => 0,
        Some(Value::Whole(_) | Value::Decimal(_)) => 1,
        Some(Value::YesNo(_)) => 2,
    };
    let mut rows =
        vec![Row::text("name", msg!("parts-row-field-name"), &derived.name).hint(msg!("parts-hint-derived"))];
    rows.extend(Row::words(app.lang, "title", msg!("parts-row-title"), &derived.title));
    let types = vec![msg!("tell-type-text"), msg!("parts-type-number"), msg!("tell-type-yes-no")];
    rows.push(Row::choice("type", msg!("parts-row-type"), types, kind));
    for (entry, case) in (1..).zip(&derived.cases) {
        rows.extend(case_rows(entry, case));
    }
    rows.push(Row::add("cases", msg!("parts-add-case"), |entry| {
        let when = crate::model::Predicate::everyone();
        case_rows(entry, &Case { when, value: Value::Text(String::new()) })
    }));
    let otherwise = derived.otherwise.as_ref().map(|value| typed(app, value)).unwrap_or_default();
    rows.push(Row::text("otherwise", msg!("parts-row-otherwise"), &otherwise).or(msg!("parts-unknown")));
    let sheet = Sheet::new(msg!("parts-derived-one"), rows, save).of(Side::Rows, &of).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn case_rows(entry: usize, case: &Case) -> Vec<Row> {
    vec![
        Row::condition(("when", entry), msg!("parts-row-case", n = entry), &case.when)
            .or(msg!("tui-choose"))
            .hint(msg!("parts-hint-case")),
        Row::text(("value", entry), msg!("parts-row-case-value"), &case.value.to_string()),
    ]
}

/// Returns a value as people write it.
fn typed(app: &App, value: &Value) -> String {
    match value {
        Value::YesNo(_) => app.say(&tell::value(value)),
        _ => value.to_string(),
    }
}

/// Reads a value of the chosen type.
fn value(sheet: &Sheet, id: impl Into<Id>) -> Result<Value, Wrong> {
    let id = id.into();
    let text = sheet.text(id);
    let read = match TYPES[sheet.choice("type").min(2)] {
        FieldType::Text => Some(Value::Text(text.to_owned())).filter(|_| !text.is_empty()),
        FieldType::YesNo => match text.to_lowercase().as_str() {
            "yes" | "oui" | "true" | "y" | "o" => Some(Value::YesNo(true)),
            "no" | "non" | "false" | "n" => Some(Value::YesNo(false)),
            _ => None,
        },
        FieldType::Whole | FieldType::Decimal | FieldType::Date => whole(text).map(Value::Whole).or_else(|| {
            let plain: String = text.replace(',', ".").chars().filter(|c| !c.is_whitespace()).collect();
            parse_millionths(&plain).map(|(millionths, _)| Value::Decimal(millionths))
        }),
    };
    read.ok_or_else(|| Wrong::at(id, msg!("parts-value-missing")))
}

/// Returns the field as it is filled in, whatever its name.
fn read(sheet: &Sheet) -> Result<Derived, Wrong> {
    let mut cases = Vec::new();
    for entry in sheet.entries("when") {
        let when = sheet.predicate(("when", entry));
        if when.is_everyone() {
            return Err(Wrong::at(("when", entry), msg!("parts-case-no-when")));
        }
        cases.push(Case { when, value: value(sheet, ("value", entry))? });
    }
    let otherwise = if sheet.text("otherwise").is_empty() { None } else { Some(value(sheet, "otherwise")?) };
    Ok(Derived { name: sheet.text("name").to_owned(), title: sheet.words("title"), cases, otherwise })
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    sheet.name("name")?;
    let derived = read(sheet)?;
    if derived.cases.is_empty() {
        return Err(Wrong::at("cases", msg!("parts-no-case")));
    }
    let all = &bench.model().derived;
    let place = all.iter().position(|other| other.name == sheet.of);
    Ok(Edit::Set(vec![Part::Derived(with(all, place, derived))]))
}

/// Says beside each case how many leads take it: those that no case above has taken.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let entries = sheet.entries("when");
    // A case without a value counts like any other.
    let case = |entry: &usize| Case { when: sheet.predicate(("when", *entry)), value: Value::YesNo(true) };
    let ready: Vec<usize> =
        entries.into_iter().filter(|entry| !sheet.predicate(("when", *entry)).is_everyone()).collect();
    let cases = ready.iter().map(case).collect();
    let derived = Derived { name: String::new(), title: Words::None, cases, otherwise: None };
    let (counts, problem) = match bench.case_counts(&derived) {
        Ok(counts) => (counts, None),
        Err(problem) => (Vec::new(), Some((Role::Warn, tell::data_error(&problem)))),
    };
    sheet.rows.iter_mut().for_each(|row| row.aside = None);
    let rows = ready.iter().map(|entry| Id::from(("when", *entry))).chain(["otherwise".into()]);
    for (id, count) in rows.zip(&counts) {
        if let Some(row) = sheet.find_mut(id) {
            row.aside = Some((Role::Good, msg!("parts-case-count", n = *count)));
        }
    }
    sheet.notes = problem.into_iter().collect();
}
