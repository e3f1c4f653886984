//! The engine and the workbench on many leads, where the work is shared out and parts of it are kept: the same as plainly, and the
//! same as from nothing.

use std::sync::Arc;

use proptest::collection::vec;
use quadrille::engine::columns::Dataset;
use quadrille::engine::rank::Fifth;
use quadrille::engine::rank::cut;
use quadrille::engine::rank::order;
use quadrille::engine::score::Scores;
use quadrille::model::Model;
use quadrille::model::RankKey;
use quadrille::model::Side;
use quadrille::workbench::Query;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;

use crate::engine::assert_same;
use crate::engine::check;
use crate::make::as_of;
use crate::make::dataset;
use crate::make::derived;
use crate::make::edit;
use crate::make::model;
use crate::make::table;
use crate::plain;
use crate::plain::Plain;
use crate::plain::Table;

/// The same leads again and again: what the plain scorer says of the first goes for all that are like them.
fn copied(table: &Table, times: usize) -> Table {
    let mut copied = table.clone();
    copied.leads = (0..times).flat_map(|_| &table.leads).cloned().collect();
    copied
}

#[test]
fn a_hundred_thousand_leads_score_as_plainly_after_any_edits() {
    scores_as_plainly_after_edits(100, 1_000, 1);
}

#[test]
fn a_thousand_leads_score_as_plainly_after_any_edits() {
    scores_as_plainly_after_edits(100, 10, 6);
}

#[test]
fn two_leads_score_as_plainly_after_any_edits() {
    scores_as_plainly_after_edits(2, 1, 60);
}

fn scores_as_plainly_after_edits(n: usize, times: usize, cases: u32) {
    check(cases, &(table(n), model(), vec(edit(), 1..9), as_of()), |(table, first, edits, as_of)| {
        let leads = dataset(&copied(table, times));
        let mut model = first.clone();
        let mut scores = Scores::new(&model, &derived(&model, &leads, *as_of), *as_of);
        for edit in edits {
            if edit.clone().apply(&mut model).is_ok() {
                scores.update(&model, &derived(&model, &leads, *as_of));
            }
        }
        assert_same(&model, &scores, &Scores::new(&model, &derived(&model, &leads, *as_of), *as_of));
        let plain = plain::score(&model, table, *as_of);
        assert_copies(&model, &scores, &plain, times);
        assert_ranks(&model, &scores, &plain);
    });
}

fn assert_copies(model: &Model, scores: &Scores, plain: &Plain, times: usize) {
    let n_columns = model.n_bands(Side::Columns);
    let mut counts = vec![0; model.n_bands(Side::Rows) * n_columns];
    for expected in plain.leads.iter().filter(|lead| lead.inside) {
        counts[expected.rows.band * n_columns + expected.columns.band] += times as u64;
    }
    assert_eq!(scores.counts(), counts);
    for lead in 0..plain.leads.len() * times {
        let expected = &plain.leads[lead % plain.leads.len()];
        let values = [scores.value(Side::Rows, lead), scores.value(Side::Columns, lead)].map(i128::from);
        assert!(values == [expected.rows.value, expected.columns.value], "values of lead {lead}: {values:?}");
        assert!(scores.held_by(lead) == expected.held, "the gate that holds lead {lead}");
        assert!(scores.recent()[lead] == expected.recent.unwrap_or(i64::MIN), "newest event of lead {lead}");
    }
    let found = plain.leads.first().map_or(0, |lead| lead.rows.criteria.len() + lead.columns.criteria.len());
    let touched = |criterion: usize| {
        let has = |lead: &&plain::Scored| {
            let criteria = lead.rows.criteria.iter().chain(&lead.columns.criteria);
            lead.inside && criteria.clone().nth(criterion).is_some_and(|found| found.units != 0)
        };
        plain.leads.iter().filter(has).count() * times
    };
    assert!(scores.criteria().map(|found| found.touched).eq((0..found).map(touched)), "whom criteria give anything");
}

fn assert_ranks(model: &Model, scores: &Scores, plain: &Plain) {
    let keys = |lead: usize| -> Vec<i128> {
        let lead = &plain.leads[lead];
        let key = |key: &RankKey| match key {
            RankKey::Rows => lead.rows.value,
            RankKey::Columns => lead.columns.value,
            RankKey::Sum => lead.rows.value + lead.columns.value,
            RankKey::Recent => i128::from(lead.recent.unwrap_or(i64::MIN)),
        };
        model.rank_by.iter().map(key).collect()
    };
    // The place of each lead's like among all that differ.
    let mut distinct: Vec<Vec<i128>> = (0..plain.leads.len()).map(keys).collect();
    distinct.sort_by(|a, b| b.cmp(a));
    distinct.dedup();
    let class = |lead: usize| distinct.partition_point(|other| *other > keys(lead));
    let class: Vec<usize> = (0..plain.leads.len()).map(class).collect();
    let inside = |lead: &u32| plain.leads[*lead as usize % plain.leads.len()].inside;
    let all = 0..u32::try_from(scores.inside().len()).expect("a lead's index fits 32 bits");
    let mut expected: Vec<u32> = all.filter(inside).collect();
    expected.sort_by_key(|lead| (class[*lead as usize % plain.leads.len()], *lead));
    assert!(order(model, scores) == expected, "the rank order");
    let cut = cut(model, scores);
    let two = &expected[..cut.n_top + cut.n_next];
    for (rank, lead) in expected.iter().enumerate() {
        let fifth = match rank {
            rank if rank < cut.n_top => Fifth::Top,
            rank if rank < cut.n_top + cut.n_next => Fifth::Next,
            _ => Fifth::Rest,
        };
        assert!(cut.fifths[*lead as usize] == fifth, "the group of rank {rank}");
    }
    assert_eq!(cut.last_in.and_then(|lead| u32::try_from(lead).ok()), cut.n_top.checked_sub(1).map(|last| two[last]));
}

// ------------------------------------------------------------------------------------------------- the workbench

#[test]
fn a_workbench_of_one_lead_shows_what_a_new_one_shows() {
    shows_what_a_new_one_shows(1, 1, 60);
}

#[test]
fn a_workbench_of_forty_leads_shows_what_a_new_one_shows() {
    shows_what_a_new_one_shows(40, 1, 30);
}

#[test]
fn a_workbench_of_many_leads_shows_what_a_new_one_shows() {
    shows_what_a_new_one_shows(60, 1_000, 1);
}

fn shows_what_a_new_one_shows(n: usize, times: usize, cases: u32) {
    check(cases, &(table(n), model(), vec(edit(), 1..9), as_of()), |(table, first, edits, as_of)| {
        let leads: Arc<Dataset> = Arc::new(dataset(&copied(table, times)));
        let mut bench = Workbench::new(first.clone(), None, Arc::clone(&leads), *as_of);
        for (turn, edit) in (1_i64..).zip(edits) {
            let before = bench.cut().clone();
            if bench.apply(edit.clone(), turn * 1_000).is_err() {
                continue;
            }
            // Every other time nobody looks.
            if turn % 2 == 0 {
                let new = Workbench::new(bench.model().clone(), Some(first.clone()), Arc::clone(&leads), *as_of);
                assert_shows(&bench, &new);
                if let Some(effect) = bench.effect().filter(|_| before.fifths.len() == bench.data().n_leads()) {
                    let is_new =
                        |lead: &usize| before.fifths[*lead] != Fifth::Top && bench.cut().fifths[*lead] == Fifth::Top;
                    assert_eq!(effect.into_top, (0..before.fifths.len()).filter(is_new).count());
                }
            }
        }
        while bench.undo().is_some_and(|undone| undone.is_ok()) {}
        assert_shows(&bench, &Workbench::new(first.clone(), None, leads, *as_of));
    });
}

fn assert_shows(bench: &Workbench, new: &Workbench) {
    assert_eq!(bench.matrix(), new.matrix());
    assert_eq!(bench.cut(), new.cut());
    for side in Side::BOTH {
        assert_eq!(bench.spread(side), new.spread(side), "how leads spread over the {side:?}");
        assert_eq!(bench.shifts(side), new.shifts(side));
        let (before, after): (u64, u64) = (bench.spread(side)[0].iter().sum(), bench.spread(side)[1].iter().sum());
        assert_eq!(after, bench.scores().size() as u64, "everybody is somewhere");
        assert!(before <= bench.data().n_leads() as u64);
    }
    assert_eq!((bench.handed_over(), bench.came_into_top()), (new.handed_over(), new.came_into_top()));
    // Before anything asks for the whole order, and after.
    let two: Vec<u32> = [Fifth::Top, Fifth::Next].into_iter().flat_map(|fifth| listed(bench, fifth)).collect();
    let n_listed = two.len();
    for (rank, lead) in (1_u32..).zip(&two).step_by(1 + n_listed / 50) {
        assert_eq!(bench.rank(*lead as usize), Some(rank));
    }
    assert_eq!(bench.order()[..n_listed], two);
    assert_eq!(bench.order(), new.order());
    assert_eq!(listed(bench, Fifth::Rest), bench.order()[n_listed..]);
    for (rank, lead) in (1_u32..).zip(bench.order()).step_by(1 + bench.order().len() / 50) {
        assert_eq!(bench.rank(*lead as usize), Some(rank));
    }
    let outside = bench.scores().inside().iter().position(|inside| !inside);
    assert!(outside.is_none_or(|lead| bench.rank(lead).is_none()));
}

fn listed(bench: &Workbench, fifth: Fifth) -> Vec<u32> {
    bench.all(&bench.list(&Query { within: Within::Fifth(fifth), ..Query::default() }))
}
