//! Where a lead stood at other instants: the same as scoring everyone at each of them, and no more than that.

use std::sync::Arc;

use proptest::prelude::ProptestConfig;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::prop_oneof;
use proptest::prelude::proptest;
use proptest::sample::Index;
use proptest::sample::select;

use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::UNKNOWN;
use quadrille::model::Band;
use quadrille::model::Entity;
use quadrille::model::Map;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::Side;
use quadrille::model::Zone;
use quadrille::workbench::Move;
use quadrille::workbench::Stand;
use quadrille::workbench::Week;
use quadrille::workbench::Workbench;

use crate::make;
use crate::make::AS_OF;
use crate::taught;
use crate::taught::DAY;

/// The edges of the bands: any point more or less is another cell.
const EDGES: [i64; 12] = [-9_999, -100, -10, 0, 1, 2, 5, 10, 20, 50, 200, 9_999];

/// A random model with fine bands and a map over its cells, on contacts or on companies.
pub fn mapped() -> impl Strategy<Value = Model> {
    (make::model(), any::<bool>()).prop_map(|(mut model, companies)| {
        for side in Side::BOTH {
            let band = |from: Option<i64>| Band { label: from.map_or("-".to_owned(), |from| from.to_string()), from };
            model.axis_mut(side).bands = std::iter::once(None).chain(EDGES.map(Some)).map(band).collect();
        }
        let mut names = vec!["cold".to_owned(), "warm".to_owned(), "hot".to_owned()];
        names.extend(model.gates.iter().map(|gate| gate.zone.clone()));
        names.sort();
        names.dedup();
        let zone = |name: &String| Zone { name: name.clone(), hands_over: name == "hot", ..Zone::default() };
        model.zones = names.iter().map(zone).collect();
        let (n_rows, n_columns) = (model.n_bands(Side::Rows), model.n_bands(Side::Columns));
        let name = |row: usize, column: usize| ["cold", "warm", "hot"][(row + column) % 3].to_owned();
        let row = |row| (model.label(Side::Rows, row).to_owned(), (0..n_columns).map(|c| name(row, c)).collect());
        let rows = (0..n_rows).map(row).collect();
        model.maps = vec![Map { name: "real".to_owned(), rows, ..Map::default() }];
        if companies {
            model.entity = Entity::Company { by: "job".to_owned(), fields: Vec::new() };
        }
        model
    })
}

/// Instants on and between the edges that random leads keep meeting.
fn instants() -> impl Strategy<Value = i64> {
    let days = prop_oneof![select(vec![0, 1, 2, 30, 155]), 0..200_i64];
    (days, select(vec![-3_600, -1, 0, 1])).prop_map(|(days, off)| AS_OF - days * DAY + off)
}

/// Where everyone stands when everyone is scored at that instant.
fn all_at(model: &Model, leads: &Arc<Dataset>, at: i64) -> Vec<Option<Stand>> {
    let bench = Workbench::new(model.clone(), None, Arc::clone(leads), at);
    let created = |lead: usize| bench.data().created().map_or(UNKNOWN, |created| created.get(lead));
    let stand = |lead: usize| {
        let (row, column) = bench.cell_of(lead).filter(|_| created(lead) <= at)?;
        Some(Stand {
            row: bench.model().label(Side::Rows, row).to_owned(),
            column: bench.model().label(Side::Columns, column).to_owned(),
            zone: bench.zone_of(lead).map(|zone| zone.name.clone()),
            held: bench.gate_of(lead).map(|gate| gate.name.clone()),
        })
    };
    (0..bench.data().n_leads()).map(stand).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_lead_alone_stands_where_it_stands_among_all(model in mapped(), table in make::table(6), at in instants()) {
        let leads = Arc::new(make::dataset(&table));
        let bench = Workbench::new(model.clone(), None, Arc::clone(&leads), AS_OF);
        for (lead, expected) in all_at(&model, &leads, at).into_iter().enumerate() {
            prop_assert_eq!(bench.stand_at(lead, at), expected, "lead {} at {}", lead, at);
        }
    }

    #[test]
    fn a_week_counts_who_was_elsewhere_at_its_start(model in mapped(), table in make::table(6), weeks in 0..4_i32) {
        let leads = Arc::new(make::dataset(&table));
        let bench = Workbench::new(model.clone(), None, Arc::clone(&leads), AS_OF);
        let zones = |at: i64| -> Vec<Option<String>> {
            all_at(&model, &leads, at).into_iter().map(|stand| stand?.zone).collect()
        };
        let expected: Vec<Week> = (0..i64::from(weeks))
            .rev()
            .map(|back| {
                let end = AS_OF - back * 7 * DAY;
                let (before, after) = (zones(end - 7 * DAY), zones(end));
                let entered = |name: &String| {
                    let came = |(before, after): &(&Option<String>, &Option<String>)| {
                        after.as_ref() == Some(name) && before.as_ref() != Some(name)
                    };
                    before.iter().zip(&after).filter(came).count() as u64
                };
                let entered = model.zones.iter().map(|zone| (zone.name.clone(), entered(&zone.name))).collect();
                Week { start: end - 7 * DAY, end, entered }
            })
            .collect();
        prop_assert_eq!(bench.inflow(usize::try_from(weeks).unwrap()), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_history_is_every_change_between_the_instants(model in mapped(), table in make::table(4), which in any::<Index>()) {
        let bench = Workbench::new(model, None, Arc::new(make::dataset(&table)), AS_OF);
        if bench.data().n_leads() == 0 {
            return Ok(());
        }
        let lead = which.index(bench.data().n_leads());
        let events: Vec<i64> = {
            let events = &bench.data().events;
            let own = (0..events.len()).filter(|event| events.lead[*event] as usize == lead);
            own.map(|event| i64::from(events.at.get(event))).collect()
        };
        let created = bench.data().created().map(|created| created.get(lead)).filter(|at| *at != UNKNOWN);
        let first = created.or(events.iter().copied().min()).unwrap_or(AS_OF);
        let mut instants: Vec<i64> = events.into_iter().chain([first]).collect();
        instants.extend((0..1_000).map(|day| AS_OF - day * DAY));
        instants.retain(|at| first <= *at && *at <= AS_OF);
        instants.sort_unstable();
        instants.dedup();
        let mut expected: Vec<Move> = Vec::new();
        for at in instants {
            let from = expected.last().and_then(|change| change.to.clone());
            let to = bench.stand_at(lead, at);
            if from != to {
                let is_hot = to.as_ref().is_some_and(|stand| stand.zone.as_deref() == Some("hot"));
                let handed_over = is_hot && !expected.iter().any(|change| change.handed_over);
                expected.push(Move { at, from, to, handed_over });
            }
        }
        prop_assert_eq!(bench.history_of(lead), expected);
    }
}

#[test]
fn a_taught_model_moves_leads_as_it_scores_them() {
    let bench = taught::taught();
    for weeks in [0, 5, 20] {
        let at = taught::AS_OF - weeks * 7 * DAY;
        let expected = all_at(bench.model(), bench.leads(), at);
        for lead in (0..160).step_by(7) {
            assert_eq!(bench.stand_at(lead, at), expected[lead], "lead {lead}, {weeks} weeks ago");
        }
    }
}

#[test]
fn a_lead_is_handed_over_by_the_demo_it_asked_for() {
    let bench = taught::taught();
    let lead = bench.data().lead_by_key("lead-132").expect("a lead of that world");
    let told: Vec<(i64, Option<String>, bool)> = bench
        .history_of(lead)
        .into_iter()
        .map(|change| ((taught::AS_OF - change.at) / DAY, change.to.and_then(|stand| stand.zone), change.handed_over))
        .collect();
    let nurture = Some("nurture".to_owned());
    assert_eq!(told[1..], [(73, nurture, false), (22, Some("mql".to_owned()), true)]);
    let demo = bench.timeline(lead).into_iter().find(|event| event.kind == "demo").expect("it asked for one");
    assert_eq!(bench.history_of(lead)[2].at, demo.at, "to the second");
}

#[test]
fn who_was_created_within_the_week_was_nowhere_before() {
    let bench = taught::taught();
    let all = bench.inflow(60);
    let sum: u64 = all.iter().flat_map(|week| &week.entered).map(|(_, n)| n).sum();
    assert!(sum >= 160, "everyone came in at least once: {sum}");
    assert_eq!(bench.inflow(2), all[58..]);
    assert_eq!(bench.inflow(0), []);
    assert_eq!(bench.model().zones[2].owner, Owner::Sales);
}
