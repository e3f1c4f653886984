//! The engine and the workbench on many leads, where the work is shared out and parts of it are kept: the same as plainly, and the
//! same as from nothing.

use std::cell::Cell;
use std::ops::Range;
use std::sync::Arc;

use proptest::collection::vec;
use quadrille::engine::columns::Dataset;
use quadrille::engine::rank::Cut;
use quadrille::engine::rank::Fifth;
use quadrille::engine::rank::cut;
use quadrille::engine::rank::order;
use quadrille::engine::score::Scores;
use quadrille::model::Entity;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::RankKey;
use quadrille::model::Role;
use quadrille::model::Side;
use quadrille::model::Value;
use quadrille::model::Zone;
use quadrille::store::EventRow;
use quadrille::store::FieldSpec;
use quadrille::store::ImportKind;
use quadrille::store::ImportNote;
use quadrille::store::Store;
use quadrille::store::ZONE;
use quadrille::workbench::Query;
use quadrille::workbench::Within;
use quadrille::workbench::Workbench;

use crate::engine::assert_same;
use crate::engine::check;
use crate::make::AS_OF;
use crate::make::as_of;
use crate::make::dataset;
use crate::make::derived;
use crate::make::edit;
use crate::make::model;
use crate::make::table;
use crate::plain;
use crate::plain::CREATED;
use crate::plain::Event;
use crate::plain::Plain;
use crate::plain::Table;
use crate::sound;
use crate::sound::Act;
use crate::sound::aimed;

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
        assert!(scores.recent().get(lead) == expected.recent.unwrap_or(i64::MIN), "newest event of lead {lead}");
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
fn a_workbench_of_one_lead_moves_as_plainly_and_as_from_a_file() {
    moves_as_plainly_and_as_from_a_file(1, 1, 30, 4..12);
}

#[test]
fn a_workbench_of_two_leads_moves_as_plainly_and_as_from_a_file() {
    moves_as_plainly_and_as_from_a_file(2, 1, 30, 4..12);
}

#[test]
fn a_workbench_of_a_thousand_leads_moves_as_plainly_and_as_from_a_file() {
    moves_as_plainly_and_as_from_a_file(100, 10, 12, 4..12);
}

#[test]
fn a_workbench_of_a_hundred_thousand_leads_moves_as_plainly_and_as_from_a_file() {
    moves_as_plainly_and_as_from_a_file(100, 1_000, 1, 20..30);
}

/// Whatever is done to a workbench, it shows what the plain scorer says of the leads, and what a workbench shows that is new
/// on the same leads out of a file.
fn moves_as_plainly_and_as_from_a_file(n: usize, times: usize, cases: u32, n_acts: Range<usize>) {
    let made = Cell::new((0, 0));
    check(cases, &(table(n), sound::model(), vec(sound::act(), n_acts), as_of()), |(table, first, acts, as_of)| {
        let table = storable(table);
        let many = copied(&table, times);
        let stored = Arc::new(through_a_file(&many));
        let mut bench = Workbench::new(first.clone(), None, Arc::new(dataset(&many)), *as_of);
        for (turn, act) in (1_i64..).zip(acts) {
            // Every other time nobody looks.
            let looks = turn % 2 == 0;
            let before = || if looks { bench.cut().clone() } else { cut(bench.model(), bench.scores()) };
            let noted = matches!(act, Act::Edit(_)).then(|| (before(), bench.model().entity.clone()));
            let done = did(&mut bench, act, turn * 1_000);
            made.set((made.get().0 + u32::from(done), made.get().1 + 1));
            // Companies come from no leads, even where there are as many.
            if let Some((before, _)) = noted.filter(|(_, entity)| done && *entity == bench.model().entity) {
                assert_effect(&bench, &before);
            }
        }
        assert_moved(&bench, &table, times, &stored);
        while bench.undo().is_some_and(|undone| undone.is_ok()) {}
        assert_eq!(bench.model(), first);
        assert_moved(&bench, &table, times, &stored);
    });
    let (made, all) = made.get();
    assert!(cases == 1 || made * 2 > all, "of {all} things to do only {made} could be done");
}

/// Does what is said; returns whether that could be done.
fn did(bench: &mut Workbench, act: &Act, at_ms: i64) -> bool {
    match act {
        Act::Edit(edit) => bench.apply(aimed(edit.as_ref().clone(), bench.model()), at_ms).is_ok(),
        Act::Undo => bench.undo().is_none_or(|undone| undone.is_ok()),
        Act::Redo => bench.redo().is_none_or(|redone| redone.is_ok()),
        Act::AsOf(as_of) => {
            bench.set_as_of(*as_of);
            true
        }
        Act::Baseline => {
            bench.set_baseline();
            true
        }
    }
}

/// What the newest edit did to the top group.
fn assert_effect(bench: &Workbench, before: &Cut) {
    let Some(effect) = bench.effect() else { return };
    let is_new = |lead: &usize| before.fifths[*lead] != Fifth::Top && bench.cut().fifths[*lead] == Fifth::Top;
    assert_eq!(effect.into_top, (0..bench.data().n_leads()).filter(is_new).count());
}

fn assert_moved(bench: &Workbench, table: &Table, times: usize, stored: &Arc<Dataset>) {
    // Of companies only a new workbench can tell.
    if bench.model().entity == Entity::Contact {
        let plain = plain::score(bench.model(), table, bench.as_of());
        assert_copies(bench.model(), bench.scores(), &plain, times);
        assert_ranks(bench.model(), bench.scores(), &plain);
        assert_zones(bench, &plain, times);
    }
    let base = Some(bench.baseline().clone());
    let new = Workbench::new(bench.model().clone(), base, Arc::clone(stored), bench.as_of());
    let (moved, fresh) = (bench.scores(), new.scores());
    for side in Side::BOTH {
        assert!(moved.values(side).iter().eq(fresh.values(side).iter()), "the values of the {side:?}");
        assert!(moved.bands(side) == fresh.bands(side), "the bands of the {side:?}");
    }
    assert!((0..moved.inside().len()).all(|lead| moved.held_by(lead) == fresh.held_by(lead)), "who is held");
    assert!(moved.inside() == fresh.inside() && moved.recent() == fresh.recent(), "who is scored, and how recent");
    assert!(moved.criteria().map(|found| found.touched).eq(fresh.criteria().map(|found| found.touched)));
    assert_shows(bench, &new);
}

/// A lead that a gate holds is in the gate's zone, any other in its cell's.
fn assert_zones(bench: &Workbench, plain: &Plain, times: usize) {
    let model = bench.model();
    let map = model.maps.iter().find(|map| map.name == model.map).unwrap_or(&model.maps[0]);
    let zone = |lead: &plain::Scored| {
        let (row, column) = (lead.rows.band, lead.columns.band);
        let (_, zones) = map.rows.iter().find(|(label, _)| label == model.label(Side::Rows, row)).expect("a row");
        lead.held.map_or(zones[column].as_str(), |gate| &model.gates[gate].zone).to_owned()
    };
    let expected: Vec<Option<String>> = plain.leads.iter().map(|lead| lead.inside.then(|| zone(lead))).collect();
    for lead in 0..plain.leads.len() * times {
        let found = bench.zone_of(lead).map(|zone| zone.name.as_str());
        assert!(found == expected[lead % expected.len()].as_deref(), "the zone of lead {lead}: {found:?}");
    }
    let count = |zone: &Zone| expected.iter().flatten().filter(|name| **name == zone.name).count() as u64;
    assert_eq!(bench.zone_counts(), model.zones.iter().map(|zone| count(zone) * times as u64).collect::<Vec<_>>());
}

fn assert_shows(bench: &Workbench, new: &Workbench) {
    assert_eq!(bench.matrix(), new.matrix());
    assert_eq!(bench.zone_counts(), new.zone_counts());
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

// ------------------------------------------------------------------------------------------------- through a file

/// A table as a file can hold it: no event twice, no kind without an event, and a value of nothing is no value.
fn storable(table: &Table) -> Table {
    let mut table = table.clone();
    for lead in &mut table.leads {
        let mut kept: Vec<Event> = Vec::new();
        for event in lead.events.drain(..) {
            let event = Event { value: event.value.filter(|value| *value != 0), ..event };
            if !kept.contains(&event) {
                kept.push(event);
            }
        }
        lead.events = kept;
    }
    let events = || table.leads.iter().flat_map(|lead| &lead.events);
    table.kinds.retain(|kind| events().any(|event| event.kind == *kind));
    table
}

/// Imports a table into a new workspace and loads it again: from rows, and from the snapshot that is kept then.
fn through_a_file(table: &Table) -> Dataset {
    let folder = tempfile::tempdir().expect("a folder for a test");
    let mut store = Store::create(&folder.path().join("many.quadrille"), AS_OF).expect("a new file");
    store.set_setting(ZONE, Some(table.zone.name())).expect("a setting");
    let note = ImportNote { file: "many".to_owned(), hash: String::new(), rows_read: 0, rows_rejected: 0, at: AS_OF };
    let field = |(name, kind): &(String, FieldType)| FieldSpec {
        name: name.clone(),
        kind: *kind,
        role: (name == CREATED).then_some(Role::Created),
    };
    let fields: Vec<FieldSpec> = table.fields.iter().map(field).collect();
    let key = |lead: usize| format!("lead-{lead}");
    let mut import = store.begin_import(ImportKind::Leads, &fields).expect("an import");
    for (number, lead) in table.leads.iter().enumerate() {
        let values: Vec<Option<Value>> = table.fields.iter().map(|(name, _)| lead.values.get(name).cloned()).collect();
        import.upsert_lead(&key(number), &values).expect("a lead");
    }
    import.commit(&note).expect("the leads are in");
    let mut import = store.begin_import(ImportKind::Events, &[]).expect("an import");
    for (number, lead) in table.leads.iter().enumerate() {
        let key = key(number);
        for Event { kind, at, asset, channel, campaign, value } in &lead.events {
            let [asset, channel, campaign] = [asset, channel, campaign].map(Option::as_deref);
            let row = EventRow { key: &key, kind, at: *at, asset, campaign, channel, value: *value };
            import.add_event(row, false).expect("an event");
        }
    }
    import.commit(&note).expect("the events are in");
    let rows = store.load_rows().expect("the rows can be read");
    assert!(store.keep_snapshot(&rows).expect("the file can be written"));
    let kept = store.load().expect("the file can be read");
    assert!(kept.from_snapshot, "what was kept is read");
    Arc::unwrap_or_clone(kept.data)
}
