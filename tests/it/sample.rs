//! The sample of a review, and the criterion that its verdicts dispute: from the right leads, the same again, and counted by hand.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use quadrille::engine::explain::Cause;
use quadrille::engine::rank::Fifth;
use quadrille::review::Verdict;
use quadrille::review::session::Sample;
use quadrille::review::session::Sampled;
use quadrille::workbench::Query;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;

use crate::demo;

fn fifths(top: Option<u32>, next: Option<u32>) -> Sample {
    Sample::Fifths { top, next }
}

/// Returns the leads of a sample by their place among all.
fn leads(bench: &Workbench, sampled: &[Sampled]) -> Vec<usize> {
    sampled.iter().map(|sampled| bench.data().lead_by_key(&sampled.lead).expect("a lead of the sample")).collect()
}

#[test]
fn a_sample_is_drawn_of_the_top_and_of_the_next_in_rank_order() {
    let bench = demo::bench(500);
    let sampled = bench.sample(&fifths(Some(20), Some(15)), 7);
    assert_eq!(sampled.len(), 35);
    let found = leads(&bench, &sampled);
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 35, "each once");
    for (place, (lead, sampled)) in found.iter().zip(&sampled).enumerate() {
        let fifth = if place < 20 { Fifth::Top } else { Fifth::Next };
        assert_eq!((sampled.fifth, bench.cut().fifths[*lead]), (fifth, fifth));
    }
    let ranks: Vec<_> = found.iter().map(|lead| bench.rank(*lead)).collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
    assert_eq!(bench.sample_sizes(&fifths(Some(20), Some(15))), [(20, 100), (15, 100)]);
}

#[test]
fn the_same_seed_draws_the_same_leads_and_another_seed_others() {
    let bench = demo::bench(500);
    let sample = fifths(Some(20), Some(20));
    assert_eq!(bench.sample(&sample, 7), bench.sample(&sample, 7));
    assert_ne!(bench.sample(&sample, 7), bench.sample(&sample, 8));
    // The places drawn of one group say nothing of those of the other.
    let drawn = leads(&bench, &bench.sample(&sample, 7));
    let ranks: Vec<u32> = drawn.iter().map(|lead| bench.rank(*lead).unwrap()).collect();
    let next: Vec<u32> = ranks[20..].iter().map(|rank| rank - 100).collect();
    assert_ne!(ranks[..20], next);
}

#[test]
fn without_a_number_all_are_taken() {
    let bench = demo::bench(500);
    let all = bench.sample(&fifths(None, Some(0)), 7);
    assert_eq!(all.len(), 100);
    assert!(all.iter().all(|sampled| sampled.fifth == Fifth::Top));
    let more = bench.sample(&fifths(Some(1_000), None), 7);
    assert_eq!((more.len(), bench.sample_sizes(&fifths(Some(1_000), None))), (200, vec![(100, 100), (100, 100)]));
}

#[test]
fn every_lead_is_drawn_about_as_often() {
    let bench = demo::bench(500);
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for seed in 0..2_000 {
        for sampled in bench.sample(&fifths(Some(20), Some(0)), seed) {
            *times.entry(sampled.lead).or_default() += 1;
        }
    }
    // 400 each on average, with a deviation of 18: 5 of them are 90.
    assert_eq!(times.len(), 100);
    assert!(times.values().all(|n| (310..490).contains(n)), "{times:?}");
}

#[test]
fn a_cell_and_a_zone_give_their_own_leads() {
    let bench = demo::bench(500);
    let label = |side, band| bench.model().label(side, band).to_owned();
    let (row, column) = bench.cell_of(bench.order()[0] as usize).unwrap();
    let cell = Sample::Cell {
        row: label(quadrille::model::Side::Rows, row),
        column: label(quadrille::model::Side::Columns, column),
        most: Some(3),
    };
    for lead in leads(&bench, &bench.sample(&cell, 1)) {
        assert_eq!(bench.cell_of(lead), Some((row, column)));
    }
    let name = bench.model().zones[0].name.clone();
    let all = bench.all(&bench.list(&Query { within: Within::Zone(name.clone()), ..Query::default() }));
    let zone = leads(&bench, &bench.sample(&Sample::Zone { name, most: None }, 1));
    assert_eq!(zone, all.iter().map(|lead| *lead as usize).collect::<Vec<_>>());
    let nowhere = Sample::Cell { row: "no such".to_owned(), column: "band".to_owned(), most: None };
    assert!(bench.sample(&nowhere, 1).is_empty());
    assert_eq!(bench.sample_sizes(&nowhere), [(0, 0)]);
}

/// The points of every criterion on some leads, from their ledgers.
fn points(bench: &Workbench, leads: &[usize]) -> BTreeMap<String, i64> {
    let mut points: BTreeMap<String, i64> = BTreeMap::new();
    for lead in leads {
        for line in bench.explain(*lead).lines {
            if let Cause::Criterion { name, .. } = line.cause {
                *points.entry(name).or_default() += line.points;
            }
        }
    }
    points
}

#[test]
fn the_most_disputed_criterion_gives_those_turned_down_more_than_the_right_ones() {
    let bench = demo::bench(500);
    let order: Vec<usize> = bench.order().iter().map(|lead| *lead as usize).collect();
    for shift in 0..5 {
        let verdicts: Vec<(usize, Verdict)> = order
            .iter()
            .skip(shift * 11)
            .take(24)
            .enumerate()
            .map(|(place, lead)| (*lead, Verdict::ALL[(place * 7 + shift) % 4]))
            .collect();
        let of = |wanted: &[Verdict]| -> Vec<usize> {
            verdicts.iter().filter(|(_, verdict)| wanted.contains(verdict)).map(|(lead, _)| *lead).collect()
        };
        let (down, right) = (of(&[Verdict::TooEarly, Verdict::OffTarget]), of(&[Verdict::Right]));
        let (in_down, in_right) = (points(&bench, &down), points(&bench, &right));
        // The difference of the averages, times both numbers of leads.
        let exceeds = |name: &str| {
            let times = |points: &BTreeMap<String, i64>, n: usize| i128::from(points[name]) * n as i128;
            times(&in_down, right.len()) - times(&in_right, down.len())
        };
        let most = in_down.keys().map(|name| exceeds(name)).max().unwrap();
        let disputed = bench.disputed(&verdicts).expect("some were turned down");
        assert_eq!(exceeds(&disputed.criterion), most, "{disputed:?}");
        let gives = |wanted: Verdict| {
            let given = of(&[wanted]).into_iter().filter(|lead| points(&bench, &[*lead])[&disputed.criterion] > 0);
            given.count() as u64
        };
        assert_eq!(disputed.given, [Verdict::TooEarly, Verdict::OffTarget, Verdict::Right].map(gives));
    }
}

#[test]
fn nothing_is_disputed_where_nobody_was_turned_down() {
    let bench = demo::bench(100);
    assert_eq!(bench.disputed(&[]), None);
    assert_eq!(bench.disputed(&[(0, Verdict::Right), (1, Verdict::TooLate)]), None);
    // Who is right on one hand and turned down on the other tells nothing.
    assert_eq!(bench.disputed(&[(0, Verdict::Right), (0, Verdict::TooEarly)]), None);
}
