//! How long a person waits: each thing they do, on 10,000, 100,000 and 1,000,000 generated leads with 20 events each.
//!
//! `cargo bench` prints the table; `cargo bench -- 5000000` runs one size. Times are medians of several runs on whatever
//! machine this is; nothing here passes or fails.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark asks the clock and the system, and prints what it found"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use quadrille::engine::columns::Codes;
use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Detail;
use quadrille::engine::columns::Event;
use quadrille::engine::columns::Events;
use quadrille::engine::columns::Field;
use quadrille::engine::columns::Texts;
use quadrille::engine::columns::UNKNOWN;
use quadrille::engine::rank::Fifth;
use quadrille::generate;
use quadrille::model::Criterion;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Predicate;
use quadrille::model::Rule;
use quadrille::model::Side;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::template;
use quadrille::workbench::Query;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;

/// 2026-11-01 00:00 UTC.
const AS_OF: i64 = 1_793_491_200;
const RUNS: usize = 9;

fn main() {
    let asked: Vec<u32> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    println!(
        "| leads | first score | weight | on/off | band | cap | new rule | new activity | frame | top list | explain | RSS, MiB |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for leads in sizes {
        measure(leads);
    }
}

fn measure(leads: u32) {
    let data = Arc::new(dataset(leads));
    let model = template("busybiz").expect("it is built in");
    let first = median(3, || {
        black_box(Workbench::new(model.clone(), None, Arc::clone(&data), AS_OF));
    });
    let mut bench = Workbench::new(model, None, data, AS_OF);
    let mut at_ms = 0;
    let mut turn = 0_i64;
    // An edit up to the counts of the matrix; what a screen shows beside them is worked out between the edits, unmeasured.
    let mut edit = |bench: &mut Workbench, change: &dyn Fn(i64) -> Edit| {
        let times = (0..RUNS).map(|_| {
            screen(bench);
            at_ms += 1_000;
            turn += 1;
            let start = Instant::now();
            bench.apply(change(turn), at_ms).expect("the edit can be made");
            black_box(bench.scores().counts());
            start.elapsed()
        });
        middle(times.collect())
    };
    let weight = edit(&mut bench, &|turn| Edit::SetWeight { criterion: "pricing".to_owned(), weight: 10 + turn % 2 });
    let on = edit(&mut bench, &|turn| Edit::SetOn { criterion: "form".to_owned(), on: turn % 2 != 0 });
    let band =
        edit(&mut bench, &|turn| Edit::SetBand { side: Side::Columns, band: "50-99".to_owned(), from: 50 + turn % 2 });
    let cap = edit(&mut bench, &|turn| Edit::SetCaps {
        side: Side::Columns,
        group: "behavioural".to_owned(),
        min: None,
        max: Some(200 + turn % 2),
    });
    let rule = edit(&mut bench, &|turn| {
        added(
            turn,
            Side::Rows,
            "demographic",
            Rule::Match {
                when: Predicate::Field("company_size".to_owned(), Test::AtLeast(Value::Whole(turn))),
                otherwise: 0,
            },
        )
    });
    let activity = edit(&mut bench, &|turn| {
        added(
            turn,
            Side::Columns,
            "behavioural",
            Rule::Activity {
                filter: quadrille::model::Filter::of_kinds(vec!["download".to_owned()]),
                within: Some(quadrille::model::Window::Days(u32::try_from(turn).expect("a small number"))),
                repeat: quadrille::model::Repeat::Each(3),
                decay: None,
            },
        )
    });
    let frame = median(RUNS, || {
        at_ms_list(&mut bench);
        screen(&bench);
    });
    let list = median(3, || {
        // A weight turned to and fro, so that the order is worked out anew.
        at_ms_list(&mut bench);
        let top = bench.list(&Query { within: Within::Fifth(Fifth::Top), ..Query::default() });
        for lead in top.leads.iter().take(50) {
            black_box(bench.row(*lead as usize));
        }
    });
    let explain = median(RUNS, || {
        black_box(bench.explain(0));
    });
    let row = [first, weight, on, band, cap, rule, activity, frame, list, explain].map(|ms| format!("{ms:.2}"));
    println!("| {leads} | {} | {} |", row.join(" | "), resident_mib());
}

/// Works out all that the workbench's screen shows.
fn screen(bench: &Workbench) {
    black_box((bench.matrix(), bench.cut(), bench.effect(), bench.handed_over(), bench.came_into_top()));
    for side in Side::BOTH {
        black_box((bench.shifts(side), bench.spread(side)));
    }
}

fn at_ms_list(bench: &mut Workbench) {
    let weight = bench.model().criterion("pricing").map_or(10, |criterion| criterion.weight);
    let change = Edit::SetWeight { criterion: "pricing".to_owned(), weight: 21 - weight };
    bench.apply(change, i64::MAX / 2).expect("the edit can be made");
}

fn added(turn: i64, side: Side, group: &str, rule: Rule) -> Edit {
    let criterion = Criterion { name: format!("new {turn}"), ..Criterion::of(rule) };
    Edit::Insert { side, group: group.to_owned(), at: 0, criterion: Box::new(criterion) }
}

/// Returns the median of several runs, in milliseconds.
fn median(runs: usize, mut run: impl FnMut()) -> f64 {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    middle((0..runs).map(time).collect())
}

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1_000.0
}

/// Returns the memory this process holds now; 0 where the system does not say.
fn resident_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kib| kib / 1024)
}

/// Builds the generated leads and events as columns, without a file in between.
fn dataset(leads: u32) -> Dataset {
    let spec = generate::Spec { leads, events_per_lead: 20, seed: 7, as_of: AS_OF };
    let mut keys = Texts::default();
    let mut texts: Vec<(&str, Vec<u32>, Vec<String>)> =
        ["function", "seniority", "sector", "country", "source", "company_type"]
            .map(|name| (name, Vec::new(), Vec::new()))
            .into();
    let mut numbers: Vec<(&str, Vec<i64>)> =
        ["company_size", "revenue", "budget", "deadline_months"].map(|name| (name, Vec::new())).into();
    for lead in generate::each_lead(&spec) {
        keys.push(&lead.email);
        let values = [lead.function, lead.seniority, lead.sector, lead.country, lead.source, lead.company_type];
        for ((_, codes, words), value) in texts.iter_mut().zip(values) {
            codes.push(value.map_or(0, |value| {
                let at = words.iter().position(|word| word == value).unwrap_or_else(|| {
                    words.push(value.to_owned());
                    words.len() - 1
                });
                u32::try_from(at + 1).expect("a handful of words")
            }));
        }
        let values = [lead.company_size.map(i64::from), lead.revenue, lead.budget, lead.deadline_months.map(i64::from)];
        for ((_, column), value) in numbers.iter_mut().zip(values) {
            column.push(value.unwrap_or(UNKNOWN));
        }
    }
    let mut events = Vec::new();
    generate::each_event(&spec, |event| {
        events.push(Event {
            kind: u16::from(event.kind),
            at: u32::try_from(event.at).expect("a moment of our time"),
            lead: event.lead,
            detail: u32::from(event.asset),
        });
        Ok::<(), ()>(())
    })
    .expect("nothing refuses an event");
    let text = texts.into_iter().map(|(name, codes, words)| Field {
        name: name.to_owned(),
        kind: FieldType::Text,
        role: None,
        column: Column::Text { codes: Codes::pack(codes), words },
    });
    let number = numbers.into_iter().map(|(name, column)| Field {
        name: name.to_owned(),
        kind: FieldType::Whole,
        role: None,
        column: Column::Number(column),
    });
    let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    // An asset alone makes a detail: one for each, with the same number.
    let detail = |asset: u32| Detail { asset, ..Detail::NONE };
    let details = (1..).map(detail).take(generate::ASSETS.len()).collect();
    Dataset {
        keys: Arc::new(keys),
        fields: text.chain(number).map(Arc::new).collect(),
        events: Arc::new(Events::build(own(&generate::KINDS), own(&generate::ASSETS), details, events)),
        zone: chrono_tz::Tz::UTC,
    }
}
