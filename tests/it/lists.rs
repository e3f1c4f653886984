//! Lists of leads, page by page: the same as everybody in order, cut.

use std::cmp::Reverse;
use std::sync::Arc;

use quadrille::engine::columns::Texts;
use quadrille::engine::rank::Fifth;
use quadrille::model::Side;
use quadrille::msg;
use quadrille::workbench::Query;
use quadrille::workbench::Sort;
use quadrille::workbench::SortBy;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;

use crate::engine::check;
use crate::make::as_of;
use crate::make::dataset;
use crate::make::model;
use crate::make::table;

#[test]
fn a_page_of_few_leads_is_a_page_of_all_in_order() {
    pages_are_pages_of_all_in_order(30, 1, 40);
}

/// So many alike that every key has to be parted again and again.
#[test]
fn a_page_of_many_leads_is_a_page_of_all_in_order() {
    pages_are_pages_of_all_in_order(40, 150, 1);
}

fn pages_are_pages_of_all_in_order(n: usize, times: usize, cases: u32) {
    check(cases, &(table(n), model(), as_of()), |(table, model, as_of)| {
        let mut table = table.clone();
        table.leads = (0..times).flat_map(|_| &table.leads).cloned().collect();
        let mut leads = dataset(&table);
        let mut keys = Texts::default();
        // Some begin with the same forty bytes, some are empty, and some come twice.
        for lead in 0..table.leads.len() {
            let long = "the same beginning of many keys, so long ";
            keys.push(&if lead % 7 == 0 {
                String::new()
            } else {
                format!("{}{}", &long[lead % 2 * 20..], lead * 7 % 1_000)
            });
        }
        leads.keys = Arc::new(keys);
        let bench = Workbench::new(model.clone(), None, Arc::new(leads), *as_of);
        for within in parts(&bench) {
            for by in sorts(&bench) {
                for reversed in [false, true] {
                    assert_pages(&bench, &within, &Sort { by: by.clone(), reversed });
                }
            }
        }
    });
}

fn parts(bench: &Workbench) -> Vec<Within> {
    let some: Vec<u32> = (0..u32::try_from(bench.data().n_leads()).unwrap()).step_by(3).collect();
    let mut parts = vec![Within::Everyone, Within::Cell(0, 0), Within::Among(some.into(), msg!("tui-leads-none"))];
    parts.extend([Fifth::Top, Fifth::Next, Fifth::Rest].map(Within::Fifth));
    parts.extend(bench.model().zones.iter().map(|zone| Within::Zone(zone.name.clone())));
    parts.extend((0..bench.model().gates.len()).map(Within::Held));
    parts
}

fn sorts(bench: &Workbench) -> Vec<SortBy> {
    let fields = bench.data().fields.iter().map(|field| SortBy::Field(field.name.clone()));
    [SortBy::Rank, SortBy::Key, SortBy::Recent].into_iter().chain(Side::BOTH.map(SortBy::Value)).chain(fields).collect()
}

/// Everybody in a part, put in order wholly.
fn in_order(bench: &Workbench, within: &Within, sort: &Sort) -> Vec<u32> {
    let is_in = |lead: &usize| match within {
        Within::Everyone => true,
        Within::Fifth(fifth) => bench.cut().fifths[*lead] == *fifth,
        Within::Cell(row, column) => bench.cell_of(*lead) == Some((*row, *column)),
        Within::Zone(name) => bench.zone_of(*lead).is_some_and(|zone| zone.name == *name),
        Within::Held(gate) => bench.gate_of(*lead).is_some_and(|found| *found == bench.model().gates[*gate]),
        Within::Among(leads, _) => leads.binary_search(&u32::try_from(*lead).unwrap()).is_ok(),
    };
    let (data, scores) = (bench.data(), bench.scores());
    let mut leads: Vec<usize> = bench.order().iter().map(|lead| *lead as usize).filter(is_in).collect();
    match &sort.by {
        SortBy::Rank => {}
        SortBy::Key => leads.sort_by_key(|lead| data.keys.get(*lead)),
        SortBy::Value(side) => leads.sort_by_key(|lead| Reverse(scores.value(*side, *lead))),
        SortBy::Recent => leads.sort_by_key(|lead| Reverse(scores.recent()[*lead])),
        SortBy::Field(name) => leads.sort_by_cached_key(|lead| {
            let value = data.field(name).unwrap().value(*lead);
            (value.is_none(), value)
        }),
    }
    if sort.reversed {
        leads.reverse();
    }
    leads.into_iter().map(|lead| u32::try_from(lead).unwrap()).collect()
}

fn assert_pages(bench: &Workbench, within: &Within, sort: &Sort) {
    let expected = in_order(bench, within, sort);
    // As it was opened, without the whole order and without what an earlier page found.
    let query = Query { within: within.clone(), sort: sort.clone(), ..Query::default() };
    let listing = bench.list(&query);
    let n = expected.len();
    assert_eq!((listing.len(), listing.of), (n, n), "{query:?}");
    for start in [0, 1, n / 3, n / 2, n.saturating_sub(20), n] {
        for rows in [start..start + 1, start..start + 50, start..start + n / 4] {
            let page = bench.page(&listing, rows.clone());
            assert!(page == expected[start.min(n)..rows.end.min(n)], "{rows:?} of {query:?}");
        }
    }
    assert!(bench.all(&listing) == expected, "all of {query:?}");
    for (row, lead) in expected.iter().enumerate().step_by(1 + n / 5) {
        assert_eq!(bench.place_in(&listing, *lead), Some(row), "{query:?}");
    }
    let mut listed = expected.clone();
    listed.sort_unstable();
    let mut all = 0..u32::try_from(bench.data().n_leads()).unwrap();
    let stranger = all.find(|lead| listed.binary_search(lead).is_err());
    assert!(stranger.is_none_or(|lead| bench.place_in(&listing, lead).is_none()), "{query:?}");
}
