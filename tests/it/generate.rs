//! The demo data: the same from the same seed, its shares as promised, its hidden truth to be found; and the built-in model on it.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use quadrille::engine::score::Scores;
use quadrille::generate;
use quadrille::generate::Spec;
use quadrille::model;

use quadrille::model::Model;

use quadrille::model::Rule;
use quadrille::model::Value;

const DAY: i64 = 86_400;
/// 2026-01-31T00:00:00Z.
const AS_OF: i64 = 1_769_817_600;

fn spec(leads: u32) -> Spec {
    Spec { leads, events_per_lead: 20, seed: 7, as_of: AS_OF }
}

fn leads_csv(spec: &Spec) -> String {
    let mut out = Vec::new();
    generate::leads(spec, &mut out).expect("a vector takes every byte");
    String::from_utf8(out).expect("leads are UTF-8")
}

fn events_csv(spec: &Spec) -> String {
    let mut out = Vec::new();
    generate::events(spec, &mut out).expect("a vector takes every byte");
    String::from_utf8(out).expect("events are UTF-8")
}

type Row = BTreeMap<String, String>;

fn rows(csv: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(|row| row.expect("every row has the header's columns")).collect()
}

/// How many in a thousand.
fn per_mille(n: usize, of: usize) -> usize {
    n * 1_000 / of.max(1)
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let one = spec(500);
    assert_eq!(leads_csv(&one), leads_csv(&one));
    assert_eq!(events_csv(&one), events_csv(&one));
    let other = Spec { seed: 8, ..one };
    assert_ne!(leads_csv(&one), leads_csv(&other));
    assert_ne!(events_csv(&one), events_csv(&other));
}

#[test]
fn fewer_leads_are_the_first_of_more() {
    for n in [0, 1, 63, 64, 65, 300] {
        assert!(leads_csv(&spec(1_000)).starts_with(&leads_csv(&spec(n))), "{n} leads");
        assert!(events_csv(&spec(1_000)).starts_with(&events_csv(&spec(n))), "the events of {n} leads");
    }
}

#[test]
fn other_amounts_of_events_leave_the_leads_alone() {
    assert_eq!(leads_csv(&spec(200)), leads_csv(&Spec { events_per_lead: 3, ..spec(200) }));
}

#[test]
fn keys_and_company_facts_are_consistent() {
    let mut keys = BTreeSet::new();
    let mut companies: BTreeMap<String, [BTreeSet<String>; 3]> = BTreeMap::new();
    for lead in generate::each_lead(&spec(200_000)) {
        let domain = lead.email.split_once('@').expect("an address has an @").1.to_owned();
        assert!(lead.email.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-@".contains(&b)));
        assert!(keys.insert(lead.email), "a key stands twice");
        if !["mail.example", "campus.example"].contains(&domain.as_str()) {
            let facts = companies.entry(domain).or_default();
            facts[0].extend(lead.company);
            facts[1].extend(lead.sector.map(str::to_owned));
            facts[2].extend(lead.revenue.map(|revenue| revenue.to_string()));
        }
    }
    for (domain, facts) in &companies {
        assert!(facts.iter().all(|fact| fact.len() <= 1), "{domain} is told of in two ways: {facts:?}");
    }
    assert!(companies.len() < 90_000, "companies are shared: {}", companies.len());
}

#[test]
fn events_lie_in_the_year_and_after_the_lead_was_created() {
    for as_of in [AS_OF, AS_OF + 12_345, i64::MIN, i64::MAX] {
        let spec = Spec { as_of, ..spec(3_000) };
        let created: Vec<i64> = generate::each_lead(&spec).map(|lead| lead.created).collect();
        let end = as_of.clamp(157_766_400, 4_102_444_800);
        let mut last = (0, i64::MIN);
        generate::each_event(&spec, |event| -> Result<(), ()> {
            assert!(end - 365 * DAY < event.at && event.at <= end, "{event:?}");
            assert!(created[event.lead as usize] <= event.at, "{event:?}");
            assert!(last <= (event.lead, event.at), "events come lead by lead, each lead's oldest first");
            last = (event.lead, event.at);
            Ok(())
        })
        .expect("nothing stops it");
    }
}

#[test]
fn csv_and_iterators_say_the_same() {
    let spec = spec(400);
    let leads = rows(&leads_csv(&spec));
    assert_eq!(leads.len(), 400);
    for (row, lead) in leads.iter().zip(generate::each_lead(&spec)) {
        assert_eq!(row["email"], lead.email);
        assert_eq!(row["name"], lead.name.unwrap_or_default());
        assert_eq!(row["revenue"], lead.revenue.map(|n| n.to_string()).unwrap_or_default());
        assert_eq!(row["created"], Value::Date(lead.created).to_string());
    }
    let events = rows(&events_csv(&spec));
    let mut at = 0;
    generate::each_event(&spec, |event| -> Result<(), ()> {
        let row = &events[at];
        assert_eq!(row["email"], leads[event.lead as usize]["email"]);
        assert_eq!(row["kind"], generate::KINDS[usize::from(event.kind)]);
        // An instant at midnight is shown as a day alone.
        assert_eq!(row["at"].trim_end_matches("T00:00:00Z"), Value::Date(event.at).to_string());
        assert_eq!(row["asset"], event.asset.checked_sub(1).map_or("", |asset| generate::ASSETS[usize::from(asset)]));
        at += 1;
        Ok(())
    })
    .expect("nothing stops it");
    assert_eq!(at, events.len());
}

#[test]
fn shares_are_as_promised() {
    let spec = spec(20_000);
    let mut unknown = BTreeMap::new();
    for row in rows(&leads_csv(&spec)) {
        for (field, value) in row {
            *unknown.entry(field).or_insert(0) += usize::from(value.is_empty());
        }
    }
    for (field, n) in &unknown {
        let expected = match field.as_str() {
            "email" | "created" => 0..=0,
            "company" | "company_size" | "sector" | "revenue" => 100..=125,
            "budget" => 560..=640,
            "deadline_months" => 380..=460,
            "owner" | "outcome" => 830..=880,
            _ => 44..=56,
        };
        assert!(expected.contains(&per_mille(*n, 20_000)), "{field}: {n} unknown");
    }

    let mut counts = vec![[0_usize; 2]; 20_000];
    let mut kinds = [0_usize; 15];
    generate::each_event(&spec, |event| -> Result<(), ()> {
        let [all, recent] = &mut counts[event.lead as usize];
        *all += 1;
        *recent += usize::from(event.at > AS_OF - 120 * DAY);
        kinds[usize::from(event.kind)] += 1;
        Ok(())
    })
    .expect("nothing stops it");
    let n_events: usize = kinds.iter().sum();
    assert!((19 * 20_000..22 * 20_000).contains(&n_events), "{n_events} events");
    let hot = counts.iter().filter(|[all, recent]| *all > 19 && all * 7 < recent * 10).count();
    assert!((230..=330).contains(&per_mille(hot, 20_000)), "{hot} hot leads");
    let quiet = counts.iter().filter(|[_, recent]| *recent == 0).count();
    assert!((340..=420).contains(&per_mille(quiet, 20_000)), "{quiet} quiet leads");
    assert!(kinds.iter().all(|n| *n > 0), "every kind happens: {kinds:?}");
    assert!(kinds[6] > 2 * kinds[7] && kinds[7] > 0, "more register for webinars than attend: {kinds:?}");
    assert!(kinds[9] * 60 < kinds[0] * 3, "demo requests are rare: {kinds:?}");
}

/// Returns how many in a thousand of the closed leads were won.
fn won(leads: &[Row], of: impl Fn(&Row) -> bool) -> usize {
    let closed: Vec<&Row> =
        leads.iter().filter(|row| ["won", "lost"].contains(&row["outcome"].as_str()) && of(row)).collect();
    assert!(closed.len() > 60, "only {} closed leads", closed.len());
    per_mille(closed.iter().filter(|row| row["outcome"] == "won").count(), closed.len())
}

#[test]
fn the_hidden_truth_can_be_found() {
    let spec = spec(60_000);
    let leads = rows(&leads_csv(&spec));
    let mut kinds: BTreeMap<String, [u32; 15]> = BTreeMap::new();
    generate::each_event(&spec, |event| -> Result<(), ()> {
        kinds.entry(leads[event.lead as usize]["email"].clone()).or_default()[usize::from(event.kind)] += 1;
        Ok(())
    })
    .expect("nothing stops it");
    let count = |row: &Row, kind: usize| kinds.get(&row["email"]).map_or(0, |kinds| kinds[kind]);
    let size = |row: &Row| row["company_size"].parse::<u32>().unwrap_or(0);

    assert_eq!(won(&leads, |row| row["function"] == "student"), 0, "students never buy");
    assert!(won(&leads, |row| count(row, 9) > 0) > 2 * won(&leads, |row| count(row, 9) == 0), "demo requests tell");
    assert!(won(&leads, |row| count(row, 1) > 2) > 3 * won(&leads, |row| count(row, 1) == 0), "pricing views tell");
    // Among those who look at prices as much, downloads say little.
    let reader = won(&leads, |row| (2..=5).contains(&count(row, 1)) && count(row, 5) > 3);
    let other = won(&leads, |row| (2..=5).contains(&count(row, 1)) && count(row, 5) < 2);
    assert!(reader.abs_diff(other) < 120, "downloads tell too much: {reader} against {other}");
    let best = won(&leads, |row| (50..500).contains(&size(row)));
    assert!(best > 2 * won(&leads, |row| (1..20).contains(&size(row))), "the small do not buy");
    assert!(best * 10 > 15 * won(&leads, |row| size(row) >= 2_000), "nor do the biggest");
}

fn busybiz() -> Model {
    model::parse(include_str!("../../assets/templates/busybiz.ron")).expect("the built-in model is well formed")
}

#[test]
fn the_built_in_model_is_whole() {
    let model = busybiz();
    assert_eq!(model::check(&model), Vec::new());
    let text = model::to_ron(&model).expect("no faults");
    assert_eq!(model::parse(&text).as_ref(), Ok(&model), "it survives being written");
    let grades: Vec<&str> = model.rows.bands.iter().rev().map(|band| band.label.as_str()).collect();
    assert_eq!(grades, ["A+", "A-", "B+", "B-", "C+", "C-", "D+", "D-", "F"]);
    assert_eq!(model.maps.len(), 2);
    for map in &model.maps {
        let labels: Vec<&str> = map.rows.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, grades, "{}", map.name);
        for (label, zones) in &map.rows {
            assert_eq!(zones.len(), model.columns.bands.len(), "{} {label}", map.name);
            assert!(zones.iter().all(|zone| model.zone(zone).is_some()), "{} {label}: {zones:?}", map.name);
        }
    }
    let mut names = BTreeSet::new();
    for (_, _, criterion) in model.criteria() {
        assert!(names.insert(&criterion.name), "{} stands twice", criterion.name);
        criterion.scope.each_test(&mut |field, _| known_field(field));
        match &criterion.rule {
            Rule::Match { when, .. } => when.each_test(&mut |field, _| known_field(field)),
            Rule::Tiers(tiers) => {
                for tier in tiers {
                    tier.when.each_test(&mut |field, _| known_field(field));
                }
            }
            Rule::Amount { field, .. } => known_field(field),
            Rule::Activity { filter, .. } => {
                let known = |kind: &String| generate::KINDS.contains(&kind.as_str());
                assert!(filter.kinds.iter().all(known), "{}", criterion.name);
            }
        }
    }
}

fn known_field(field: &str) {
    assert!(generate::LEAD_FIELDS.contains(&field), "the demo data has no field {field}");
}

#[test]
fn the_demo_fills_the_matrix_of_the_built_in_model() {
    let model = busybiz();
    let scores = Scores::new(&model, &crate::demo::dataset(5_000), crate::demo::AS_OF);
    let count = |cell| usize::try_from(scores.counts()[cell]).expect("5,000 leads");
    let cells: Vec<Vec<usize>> = (0..9).map(|row| (0..4).map(|column| count(row * 4 + column)).collect()).collect();
    let seen = format!("{cells:?}");
    let per_row: Vec<usize> = cells.iter().map(|row| row.iter().sum()).collect();
    let per_column: Vec<usize> = (0..4).map(|column| cells.iter().map(|row| row[column]).sum()).collect();
    assert!(per_row.iter().all(|n| per_mille(*n, 5_000) >= 15), "a grade is nearly empty: {per_row:?} {seen}");
    assert!(per_row.iter().all(|n| per_mille(*n, 5_000) <= 240), "a grade has too many: {per_row:?} {seen}");
    assert!(per_column.iter().all(|n| per_mille(*n, 5_000) >= 40), "a band is nearly empty: {per_column:?} {seen}");
    assert!(per_column.iter().all(|n| per_mille(*n, 5_000) <= 700), "a band has too many: {per_column:?} {seen}");
    assert!(cells.iter().flatten().filter(|n| **n > 0).count() >= 34, "cells stay empty: {seen}");
}
