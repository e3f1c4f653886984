//! The built-in models: their text, and what they make of small tables whose points are worked out by hand.
//!
//! A [`Case`] is three tables in strings: who the leads are, what they did, and what must come of it. A value in the last is
//! a sum, `30 + 30 + 25×20% + 15×80%`, so that every point can be looked up in the source that the model follows.

mod demo;
mod grids;
mod hands;
mod suites;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use quadrille::engine::columns::Dataset;
use quadrille::model;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::Role;
use quadrille::model::Side;
use quadrille::model::Value;
use quadrille::store::EventRow;
use quadrille::store::FieldSpec;
use quadrille::store::ImportKind;
use quadrille::store::ImportNote;
use quadrille::store::Store;
use quadrille::workbench::Workbench;

/// 2026-11-23 08:00 UTC: everything is scored as of then.
const AS_OF: i64 = 1_795_420_800;
const DAY: i64 = 86_400;
const HOUR: i64 = 3_600;

/// Fields that hold numbers; `created` is a date, all others hold text.
const NUMBERS: [&str; 8] =
    ["company_size", "revenue", "budget", "deadline_months", "digital_maturity", "open_tickets", "pain", "fit"];

fn built_in(name: &str) -> Model {
    model::template(name).unwrap_or_else(|| panic!("no built-in model {name}"))
}

/// A built-in model on a few leads.
struct Case<'t> {
    model: Model,
    /// A header with `lead` and fields, then a line for each lead; an empty cell is unknown, `created` is an age (`200d`).
    leads: &'t str,
    /// A line for each lead that did something: `ada: 3x download 10d @Guide #newsletter =75, form 2h`: how often, the kind,
    /// how long ago, what, in which campaign, and the event's value.
    did: &'t str,
    /// A header of `lead`, `rows`, `row`, `columns`, `column` and `zone`, then a line for each lead that is scored. A value is
    /// a sum; what stands in brackets after it says why it is no more and no less. A zone may be `held by` a gate.
    expected: &'t str,
}

impl Case<'_> {
    /// Scores the leads, and compares.
    fn check(&self) -> Workbench {
        let bench = Workbench::new(self.model.clone(), None, Arc::new(dataset(self.leads, self.did)), AS_OF);
        let expected = table(self.expected);
        let mut seen = 0;
        for line in &expected {
            let key = &line["lead"];
            let lead = bench.data().lead_by_key(key).unwrap_or_else(|| panic!("no lead {key}"));
            let row = bench.row(lead);
            let held = bench.gate_of(lead).map(|gate| format!("held by {}", gate.name));
            for (column, cell) in line.iter().filter(|(_, cell)| !cell.is_empty()) {
                let (found, wanted) = match column.as_str() {
                    "rows" => (millionths(row.rows), millionths(sum(cell))),
                    "columns" => (millionths(row.columns), millionths(sum(cell))),
                    "row" => (row.row_band.to_owned(), cell.clone()),
                    "column" => (row.column_band.to_owned(), cell.clone()),
                    "zone" if cell.starts_with("held") => (held.clone().unwrap_or_default(), cell.clone()),
                    "zone" => {
                        assert_eq!(held, None, "{key} is held");
                        (row.zone.map(|zone| zone.name.clone()).unwrap_or_default(), cell.clone())
                    }
                    "lead" => continue,
                    other => panic!("{other} can not be compared"),
                };
                assert_eq!(
                    found,
                    wanted,
                    "{column} of {key} in {}:\n{:#?}",
                    self.model.name,
                    bench.explain(lead).lines
                );
            }
            for (side, value) in [(Side::Rows, row.rows), (Side::Columns, row.columns)] {
                assert_eq!(bench.explain(lead).total(side), value, "the ledger of {key}");
            }
            seen += 1;
        }
        let scored = bench.scores().inside().iter().filter(|inside| **inside).count();
        assert_eq!(seen, scored, "every lead that is scored is expected, and no other");
        self.everything_fires(&bench);
        self.every_point_is_seen(&bench);
        bench
    }

    /// A point more or less for any criterion would change a value: no weight of the model is beyond what the table looks at.
    fn every_point_is_seen(&self, bench: &Workbench) {
        let values =
            |bench: &Workbench| Side::BOTH.map(|side| bench.scores().values(side).iter().collect::<Vec<i64>>());
        let known = values(bench);
        for (_, _, criterion) in self.model.criteria().filter(|(_, _, criterion)| criterion.on) {
            let seen = [1, -1].into_iter().any(|more| {
                let mut other = Workbench::new(self.model.clone(), None, Arc::clone(bench.leads()), AS_OF);
                let edit = Edit::SetWeight { criterion: criterion.name.clone(), weight: criterion.weight + more };
                other.apply(edit, 0).unwrap();
                values(&other) != known
            });
            assert!(seen, "no value depends on the weight of {} in {}", criterion.name, self.model.name);
        }
    }

    /// Every criterion that is on gives points to somebody, and can be read; so can every field of the model's own.
    fn everything_fires(&self, bench: &Workbench) {
        assert_eq!(bench.field_problems(), [], "{}", self.model.name);
        for row in bench.criteria() {
            assert_eq!(row.problem, None, "{}", row.criterion.name);
            assert!(row.touched > 0 || !row.criterion.on, "{} fires for nobody", row.criterion.name);
        }
    }
}

/// Reads lines of cells between bars, under a header.
fn table(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let header = cells(lines.next().expect("a header"));
    lines
        .map(|line| {
            let cells = cells(line);
            assert_eq!(cells.len(), header.len(), "{line}");
            header.iter().cloned().zip(cells).collect()
        })
        .collect()
}

/// Works out `30 + 25×20% − 5 [floor]` in millionths; what stands in brackets is for the reader.
fn sum(cell: &str) -> i64 {
    let cell = cell.split('[').next().unwrap_or_default().replace('−', "-").replace("- ", "+ -");
    let term = |term: &str| -> i64 {
        let factors = term.trim().split('×').map(|factor| {
            let (number, percent) = factor.strip_suffix('%').map_or((factor, false), |number| (number, true));
            let (millionths, rounded) = model::parse_millionths(number).unwrap_or_else(|| panic!("{cell}: {term}"));
            assert!(!rounded, "{cell}");
            if percent { millionths / 100 } else { millionths }
        });
        factors.reduce(|a, b| i64::try_from(i128::from(a) * i128::from(b) / 1_000_000).unwrap()).unwrap()
    };
    cell.split('+').filter(|part| !part.trim().is_empty()).map(term).sum()
}

fn millionths(n: i64) -> String {
    Value::Decimal(n).to_string()
}

/// Reads an age: `3d` or `5h`, in seconds.
fn age(text: &str) -> i64 {
    let (number, unit) = text.trim().split_at(text.trim().len() - 1);
    let n: i64 = number.parse().unwrap_or_else(|_| panic!("{text} is no age"));
    n * match unit {
        "d" => DAY,
        "h" => HOUR,
        other => panic!("{other} is no unit"),
    }
}

/// Puts leads and what they did through a workspace of their own.
fn dataset(leads: &str, did: &str) -> Dataset {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("leads.quadrille"), AS_OF).unwrap();
    let rows = table(leads);
    let names: Vec<String> = rows[0].keys().filter(|name| *name != "lead").cloned().collect();
    let specs: Vec<FieldSpec> = names.iter().map(|name| spec(name)).collect();
    let mut import = store.begin_import(ImportKind::Leads, &specs).unwrap();
    for row in &rows {
        let values: Vec<Option<Value>> = names.iter().map(|name| value(name, &row[name])).collect();
        import.upsert_lead(&row["lead"], &values).unwrap();
    }
    import.commit(&note()).unwrap();
    let mut import = store.begin_import(ImportKind::Events, &[]).unwrap();
    for line in did.lines().filter(|line| !line.trim().is_empty()) {
        let (key, events) = line.split_once(':').expect("a lead, a colon, events");
        for (index, event) in events.split(',').enumerate() {
            let (times, kind, ago, parts) = happening(event);
            for time in 0..times {
                // A second apart, so that none is taken for another.
                let at = AS_OF - ago - i64::from(time) - i64::try_from(index).unwrap() * 100;
                let part = |mark: char| parts.iter().find_map(|part| part.strip_prefix(mark));
                let value = part('=').map(|value| model::parse_millionths(value).unwrap().0);
                let row =
                    EventRow { key: key.trim(), kind, at, asset: part('@'), campaign: part('#'), channel: None, value };
                import.add_event(row, false).unwrap();
            }
        }
    }
    import.commit(&note()).unwrap();
    store.dataset().unwrap()
}

/// Reads `3x download 10d @Guide =75`.
fn happening(event: &str) -> (u32, &str, i64, Vec<&str>) {
    let event = event.trim();
    let (first, after) = event.split_once(' ').unwrap_or_else(|| panic!("{event} has no age"));
    let times = first.strip_suffix('x').and_then(|times| times.parse().ok());
    let (times, rest) = times.map_or((1, event), |times| (times, after));
    let (kind, rest) = rest.split_once(' ').unwrap_or_else(|| panic!("{event} has no age"));
    let (ago, rest) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
    let mut parts = Vec::new();
    let mut start = None;
    for (at, _) in rest.char_indices().filter(|(_, c)| matches!(c, '@' | '#' | '=')) {
        if let Some(start) = start.replace(at) {
            parts.push(rest[start..at].trim());
        }
    }
    parts.extend(start.map(|start| rest[start..].trim()));
    (times, kind, age(ago), parts)
}

fn spec(name: &str) -> FieldSpec {
    let (kind, role) = match name {
        "created" => (FieldType::Date, Some(Role::Created)),
        "company" => (FieldType::Text, Some(Role::Company)),
        name if NUMBERS.contains(&name) => (FieldType::Whole, None),
        _ => (FieldType::Text, None),
    };
    FieldSpec { name: name.to_owned(), kind, role }
}

fn value(name: &str, cell: &str) -> Option<Value> {
    Some(match spec(name).kind {
        _ if cell.is_empty() => return None,
        FieldType::Date => Value::Date(AS_OF - age(cell)),
        FieldType::Whole => {
            Value::Whole(cell.replace('_', "").parse().unwrap_or_else(|_| panic!("{cell} is no number")))
        }
        FieldType::Text | FieldType::Decimal | FieldType::YesNo => Value::Text(cell.to_owned()),
    })
}

fn note() -> ImportNote {
    ImportNote { file: "table".to_owned(), hash: String::new(), rows_read: 0, rows_rejected: 0, at: AS_OF }
}
