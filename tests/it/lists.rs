//! Lists of leads, page by page: the same as everybody in order, cut.

use std::cmp::Reverse;
use std::sync::Arc;

use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Texts;
use quadrille::engine::rank::Fifth;
use quadrille::model::Model;
use quadrille::model::Side;
use quadrille::msg;
use quadrille::text::Lang;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::screens::leads::Wanted;
use quadrille::tui::update::update;
use quadrille::workbench::Query;
use quadrille::workbench::Searcher;
use quadrille::workbench::Sort;
use quadrille::workbench::SortBy;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;

use crate::engine::check;
use crate::make::as_of;
use crate::make::dataset;
use crate::make::model;
use crate::make::table;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;

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
        Within::Held(gate) => bench.scores().held_by(*lead) == Some(*gate),
        Within::Among(leads, _) => leads.binary_search(&u32::try_from(*lead).unwrap()).is_ok(),
    };
    let (data, scores) = (bench.data(), bench.scores());
    let mut leads: Vec<usize> = bench.order().iter().map(|lead| *lead as usize).filter(is_in).collect();
    match &sort.by {
        SortBy::Rank => {}
        SortBy::Key => leads.sort_by_key(|lead| data.keys.get(*lead)),
        SortBy::Value(side) => leads.sort_by_key(|lead| Reverse(scores.value(*side, *lead))),
        SortBy::Recent => leads.sort_by_key(|lead| Reverse(scores.recent().get(*lead))),
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

// ------------------------------------------------------------------------------------------------- the search of many

fn many() -> Workbench {
    let mut keys = Texts::default();
    (0..20_001).for_each(|lead| keys.push(&format!("Lead {lead}")));
    let leads = Dataset { keys: Arc::new(keys), ..Dataset::default() };
    Workbench::new(Model::default(), None, Arc::new(leads), 0)
}

/// Answers as the searching thread does.
fn find(searcher: &mut Option<Searcher>, wanted: &Wanted) -> JobDone {
    let searcher = searcher.get_or_insert_with(|| Searcher::new(&wanted.data));
    JobDone::Found(searcher.find(&wanted.text, &wanted.data))
}

#[test]
fn many_leads_are_searched_aside_and_the_newest_text_wins() {
    let mut app = on(many(), Lang::En, 100, 30);
    let mut searcher = None;
    let wanted = |effects: Vec<Effect>| -> Option<Wanted> {
        effects.into_iter().find_map(|effect| match effect {
            Effect::Search(wanted) => Some(wanted),
            _ => None,
        })
    };
    press(&mut app, "2 right right right /");
    assert_eq!(app.leads.listing.len(), 20_001);
    let first = wanted(press(&mut app, "7")).expect("many are searched aside");
    assert!(app.leads.listing.len() == 20_001 && screen(&app).contains("searching"), "the list of before");
    assert_eq!(wanted(press(&mut app, "left")), None, "it is asked for once");
    let second = wanted(press(&mut app, "right 7")).expect("another text is another search");
    let done = find(&mut searcher, &first);
    update(&mut app, Event::Job(done));
    assert!(screen(&app).contains("searching"), "the answer to the older text is not waited for");
    let done = find(&mut searcher, &second);
    update(&mut app, Event::Job(done));
    let bench = app.bench.as_ref().unwrap();
    let plainly = (0..20_001).filter(|lead| bench.data().keys.get(*lead).contains("77")).count();
    assert_eq!((app.leads.listing.len(), app.leads.listing.of), (plainly, 20_001));
    assert!(!screen(&app).contains("searching"));
    // What is known already is not searched for again.
    assert_eq!(wanted(press(&mut app, "enter o")), None);
    // A shorter text is not narrowed from a longer one.
    let shorter = wanted(press(&mut app, "/ backspace")).expect("another text");
    assert_eq!(shorter, first);
    let done = find(&mut searcher, &shorter);
    update(&mut app, Event::Job(done));
    let bench = app.bench.as_ref().unwrap();
    let plainly = (0..20_001).filter(|lead| bench.data().keys.get(*lead).contains('7')).count();
    assert_eq!(app.leads.listing.len(), plainly);
    wanted(press(&mut app, "8")).expect("another text");
    press(&mut app, "esc");
    assert_eq!(app.leads.listing.len(), 20_001, "who leaves the search waits for nothing");
}
