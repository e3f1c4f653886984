//! Whether zones bring what their owners can take, who waits longer than was agreed, and the working time both are counted in.

mod calendar;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use proptest::prelude::ProptestConfig;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_assert;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;

use quadrille::engine::columns::UNKNOWN;
use quadrille::model::Band;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Map;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::Side;
use quadrille::model::Value;
use quadrille::model::Zone;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::calendar::Calendar;
use quadrille::review::customs::Customs;
use quadrille::review::customs::WorkingWeek;
use quadrille::review::log::Log;
use quadrille::workbench::Late;
use quadrille::workbench::Line;
use quadrille::workbench::Offer;
use quadrille::workbench::RECENT_WEEKS;
use quadrille::workbench::Workbench;

use crate::make;
use crate::make::AS_OF;
use crate::taught;
use crate::travel;

const DAY: i64 = 86_400;

// --- Capacity ---

/// A random model with few bands, any map over their cells, and a capacity for each zone.
fn loaded() -> impl Strategy<Value = Model> {
    let edges = select(vec![[0, 5, 20], [1, 2, 3], [-10, 10, 50], [5, 6, 200]]);
    let cells = proptest::collection::vec(0..3_usize, 12);
    let capacities = proptest::collection::vec(proptest::option::of(0..3_u32), 3);
    (travel::mapped(), edges, cells, capacities, any::<bool>()).prop_map(
        |(mut model, edges, cells, capacities, one_row)| {
            let band = |from: Option<i64>| Band { label: from.map_or("-".to_owned(), |from| from.to_string()), from };
            model.columns.bands = std::iter::once(None).chain(edges.map(Some)).map(band).collect();
            model.rows.bands = if one_row { vec![band(None)] } else { vec![band(None), band(Some(edges[1]))] };
            let names = ["cold", "warm", "hot"];
            let row = |row| {
                (
                    model.label(Side::Rows, row).to_owned(),
                    (0..4).map(|c| names[cells[row * 4 + c]].to_owned()).collect(),
                )
            };
            let rows = (0..model.n_bands(Side::Rows)).map(row).collect();
            model.maps = vec![Map { name: "real".to_owned(), rows, ..Map::default() }];
            for (name, capacity) in names.iter().zip(capacities) {
                model.zones.iter_mut().find(|zone| zone.name == *name).unwrap().weekly_capacity = capacity;
            }
            model
        },
    )
}

/// How many leads are in a zone, and how many entered it in the last weeks.
fn brings(bench: &Workbench, zone: usize) -> (u64, u64) {
    let entered = bench.inflow(RECENT_WEEKS).iter().map(|week| week.entered[zone].1).sum();
    (bench.zone_counts()[zone], entered)
}

/// What a zone would bring with a line elsewhere: by moving it there and looking. None where it cannot be.
fn would_bring(model: &Model, bench: &Workbench, edit: Edit, zone: usize) -> Option<(u64, u64)> {
    let mut other = Workbench::new(model.clone(), None, Arc::clone(bench.leads()), AS_OF);
    other.apply(edit, 0).ok().map(|_| brings(&other, zone))
}

/// The lines between bands of a side that bound a zone in one direction, by the place of the band above, and whether the zone
/// is above.
fn lines(model: &Model, zone: &str, side: Side) -> Vec<(usize, bool)> {
    let map = model.map_in_force().unwrap();
    let lowest = usize::from(model.has_ungraded(side));
    let has = |band: usize, other: usize| {
        let (row, column) = if side == Side::Rows { (band + lowest, other) } else { (other, band) };
        model.zone_in(map, row, column).unwrap().name == zone
    };
    let other = if side == Side::Rows { Side::Columns } else { Side::Rows };
    let direction = |band: usize| {
        let both: Vec<_> = (0..model.n_bands(other)).map(|o| (has(band - 1, o), has(band, o))).collect();
        let (into, out) = (both.contains(&(false, true)), both.contains(&(true, false)));
        (into != out).then_some((band, into))
    };
    (1..model.axis(side).bands.len()).filter_map(direction).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn an_offered_line_does_what_it_says_and_no_nearer_one_would_do(model in loaded(), table in make::table(8)) {
        let bench = Workbench::new(model.clone(), None, Arc::new(make::dataset(&table)), AS_OF);
        let capacity = bench.capacity();
        prop_assert_eq!(&capacity.weeks, &bench.inflow(RECENT_WEEKS));
        // Whoever has so many points is moved by a line just above them.
        let instants: Vec<Workbench> = (0..=4)
            .map(|week| Workbench::new(model.clone(), None, Arc::clone(bench.leads()), AS_OF - week * 7 * DAY))
            .collect();
        for (zone, load) in capacity.loads.iter().enumerate() {
            let (now, entered) = brings(&bench, zone);
            prop_assert_eq!((load.now, load.entered), (now, entered));
            let Some(room) = load.room else {
                prop_assert_eq!(&load.line, &Line::Unknown);
                continue;
            };
            prop_assert_eq!(room, u64::from(model.zones[zone].weekly_capacity.unwrap()) * 4);
            let name = model.zones[zone].name.as_str();
            let columns = lines(&model, name, Side::Columns);
            let (side, lines) =
                if columns.is_empty() { (Side::Rows, lines(&model, name, Side::Rows)) } else { (Side::Columns, columns) };
            let mut expected: Option<(usize, Offer)> = None;
            for (band, above) in &lines {
                let bands = &model.axis(side).bands;
                let (label, from) = (bands[*band].label.clone(), bands[*band].from.unwrap());
                let up = *above == (entered > room);
                let points = |bench: &Workbench| -> Vec<i64> {
                    (0..bench.data().n_leads()).map(|lead| bench.scores().value(side, lead).div_euclid(1_000_000)).collect()
                };
                let mut tried: Vec<i64> = instants.iter().flat_map(points).flat_map(|at| [at, at + 1]).collect();
                tried.retain(|to| if up { *to > from } else { *to < from });
                tried.sort_unstable();
                tried.dedup();
                if !up { tried.reverse() }
                let mut best: Option<Offer> = None;
                for to in tried {
                    let edit = Edit::SetBand { side, band: label.clone(), from: to };
                    let Some((now, brought)) = would_bring(&model, &bench, edit, zone) else { continue };
                    let offer = Offer { side, band: label.clone(), from, to, now, entered: brought, floods: Vec::new() };
                    if entered > room {
                        if brought <= room {
                            best = (now > 0 || brought > 0).then_some(offer);
                            break;
                        }
                    } else if brought > room {
                        break;
                    } else if brought > best.as_ref().map_or(entered, |best| best.entered) {
                        best = Some(offer);
                    }
                }
                let key = |band: usize, offer: &Offer| (offer.entered, std::cmp::Reverse(offer.now.abs_diff(now)), band);
                if let Some(offer) = best
                    && expected.as_ref().is_none_or(|(other, best)| key(*band, &offer) > key(*other, best))
                {
                    expected = Some((*band, offer));
                }
            }
            let expected = match expected {
                _ if lines.is_empty() => Line::Absent,
                Some((_, offer)) => Line::Moved(offer),
                None if entered > room => Line::Nowhere,
                None => Line::Kept,
            };
            let mut line = load.line.clone();
            if let Line::Moved(offer) = &mut line {
                let floods = std::mem::take(&mut offer.floods);
                let over = |other: &usize| {
                    let brought = would_bring(&model, &bench, offer.edit(), *other).unwrap().1;
                    *other != zone && model.zones[*other].weekly_capacity.is_some_and(|most| brought > u64::from(most) * 4)
                };
                prop_assert_eq!(floods, (0..model.zones.len()).filter(over).collect::<Vec<_>>());
            }
            prop_assert_eq!(&line, &expected, "zone {}, {} came, {} fit", name, entered, room);
            if let Line::Moved(offer) = &load.line {
                let told = (offer.now, offer.entered);
                prop_assert_eq!(would_bring(&model, &bench, offer.edit(), zone), Some(told));
                prop_assert!(offer.entered <= room, "it fits");
            }
        }
    }
}

#[test]
fn a_zone_that_brings_too_many_is_told_the_line_that_fits() {
    let mut bench = taught::taught();
    let mql = 2;
    let set = |bench: &mut Workbench, capacity: Option<u32>| {
        let mut model = bench.model().clone();
        model.zones[mql].weekly_capacity = capacity;
        bench.apply(Edit::Replace(Box::new(model)), 0).unwrap();
        bench.capacity().loads[mql].clone()
    };
    let band = |from: i64| Edit::SetBand { side: Side::Columns, band: "1".to_owned(), from };
    let offer = |from: i64, to: i64, now: u64, entered: u64| {
        Line::Moved(Offer { side: Side::Columns, band: "1".to_owned(), from, to, now, entered, floods: Vec::new() })
    };
    bench.apply(band(35), 0).unwrap();
    let over = set(&mut bench, Some(3));
    assert_eq!((over.is_over(), over.now, over.entered, over.room), (Some(true), 25, 19, Some(12)));
    assert_eq!(over.line, offer(35, 41, 22, 9), "five points more each, and the line lies between two leads");
    let Line::Moved(moved) = over.line else { unreachable!() };
    bench.apply(moved.edit(), 0).unwrap();
    let fits = bench.capacity().loads[mql].clone();
    assert_eq!((fits.is_over(), fits.now, fits.entered, fits.line), (Some(false), 22, 9, Line::Kept));
    assert_eq!(set(&mut bench, Some(6)).line, offer(41, 40, 25, 19), "there is room for more");
    assert_eq!(set(&mut bench, Some(0)).line, Line::Nowhere, "only a line that lets nobody through");
    assert_eq!(set(&mut bench, None).line, Line::Unknown);
}

// --- Who waits ---

/// A week in which every second is worked.
fn always() -> WorkingWeek {
    WorkingWeek { days: [true; 7], from: 0, to: 1_440, holidays: Vec::new() }
}

fn customs(week: WorkingWeek, answered_by: &[&str]) -> Customs {
    Customs { week, answered_by: answered_by.iter().map(|kind| (*kind).to_owned()).collect(), ..Customs::default() }
}

/// When a lead came to the zone it is in: by asking where it stood at every instant back to one; none = before that.
fn came(bench: &Workbench, lead: usize, since: i64) -> Option<i64> {
    let zone = bench.zone_of(lead).map(|zone| zone.name.clone());
    let events = &bench.data().events;
    let own = (0..events.len()).filter(|event| events.lead[*event] as usize == lead);
    let mut instants: Vec<i64> = own.map(|event| i64::from(events.at.get(event))).collect();
    instants.extend(bench.data().created().map(|created| created.get(lead)).filter(|at| *at != UNKNOWN));
    instants.extend((0..2_000).map(|day| AS_OF - day * DAY));
    instants.retain(|at| (since..=AS_OF).contains(at));
    instants.sort_unstable();
    instants.dedup();
    let is_in = |at: &i64| bench.stand_at(lead, *at).and_then(|stand| stand.zone) == zone;
    let first = instants.into_iter().rev().take_while(is_in).last()?;
    (first > since).then_some(first)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_lead_waits_since_it_last_came(mut model in travel::mapped(), table in make::table(5), hours in 0..40_u32) {
        let timed = ["hot", "warm"];
        for zone in &mut model.zones {
            zone.sla_hours = timed.contains(&zone.name.as_str()).then_some(hours);
        }
        let bench = Workbench::new(model, None, Arc::new(make::dataset(&table)), AS_OF);
        for week in [always(), WorkingWeek::default()] {
            let calendar = Calendar::new(&week, bench.data().zone).unwrap();
            let told = bench.waiting(&customs(week, &[])).unwrap();
            prop_assert_eq!(told.since, AS_OF - 91 * DAY);
            let mut expected = BTreeMap::new();
            let mut in_time = 0;
            for lead in 0..bench.data().n_leads() {
                let created = bench.data().created().map_or(UNKNOWN, |created| created.get(lead));
                if bench.zone_of(lead).is_none_or(|zone| zone.sla_hours.is_none()) || created > AS_OF {
                    continue;
                }
                let entered = came(&bench, lead, told.since);
                let waited = calendar.between(entered.unwrap_or(told.since), AS_OF);
                if waited > i64::from(hours) * 3_600 {
                    expected.insert(lead, (entered, waited, waited - i64::from(hours) * 3_600));
                } else {
                    in_time += 1;
                }
            }
            let late: BTreeMap<_, _> =
                told.late.iter().map(|late| (late.lead, (late.entered, late.waited, late.over))).collect();
            prop_assert_eq!(late, expected);
            let order = |late: &Late| (bench.model().zones[late.zone].name != "hot", std::cmp::Reverse(late.over));
            prop_assert!(told.late.is_sorted_by_key(order), "who was handed over first, the worst first");
            prop_assert_eq!(told.zones.iter().map(|zone| zone.in_time).sum::<u64>(), in_time);
            prop_assert_eq!(told.zones.iter().map(|zone| zone.late).sum::<u64>(), told.late.len() as u64);
        }
    }
}

#[test]
fn a_date_that_is_looked_back_on_moves_and_a_day_that_is_named_stays() {
    let model = quadrille::model::parse(
        r#"(
            name: "dates",
            columns: (
                groups: [(name: "all", criteria: [
                    (name: "rested", weight: 10, rule: Match(when: Not(Field("seen", InLast(2))))),
                    (name: "early", weight: 10, rule: Match(when: Field("seen", Before("2026-01-11")))),
                ])],
                bands: [(label: "low"), (label: "high", from: 20)],
            ),
            zones: [(name: "rest"), (name: "call", sla_hours: 1)],
            maps: [(name: "plan", rows: [("", ["rest", "call"])])],
        )"#,
    );
    let seen = 1_768_086_000; // 2026-01-10 23:00 UTC
    let as_of = seen + 60 * 3_600;
    let visits = [41, 43, 47, 48, 49, 52].map(|hours| ("visit", seen + hours * 3_600));
    let lead = make::lead_of(&[("seen", Value::Date(seen))], &visits);
    let data = make::dataset(&make::table_of(&[("seen", FieldType::Date)], vec![lead]));
    let bench = Workbench::new(model.unwrap(), None, Arc::new(data), as_of);
    let told = bench.waiting(&customs(always(), &[])).unwrap();
    assert_eq!(told.late.iter().map(|late| late.entered).collect::<Vec<_>>(), [Some(seen + 48 * 3_600)]);
}

/// The taught world, whose handed-over leads are to be acted on within a day of work.
fn timed() -> Workbench {
    let mut bench = taught::taught();
    let mut model = bench.model().clone();
    model.zones[2] = Zone { sla_hours: Some(9), ..model.zones[2].clone() };
    assert_eq!(model.zones[2].owner, Owner::Sales);
    bench.apply(Edit::Replace(Box::new(model)), 0).unwrap();
    bench
}

fn remark(bench: &Workbench, lead: usize, at: i64, said: Said) -> Remark {
    let footing = bench.footing(lead);
    let key = bench.data().keys.get(lead).to_owned();
    Remark { id: at, lead: key, at, by: String::new(), said, review: None, footing, struck: false }
}

#[test]
fn a_verdict_since_a_lead_came_is_an_answer() {
    let mut bench = timed();
    let usual = customs(WorkingWeek::default(), &[]);
    let all = bench.waiting(&usual).unwrap();
    assert_eq!(all.zones.len(), 1, "only zones with a time");
    assert_eq!(all.zones[0].answered + all.zones[0].in_time + all.zones[0].late, bench.zone_counts()[2]);
    let known = all.late.iter().find(|late| late.entered.is_some()).expect("somebody came of late");
    let (lead, entered) = (known.lead, known.entered.unwrap());
    let lead_is_late = |bench: &Workbench| bench.waiting(&usual).unwrap().late.iter().any(|late| late.lead == lead);
    let right = Said::Verdict { verdict: Verdict::Right, reason: String::new(), note: String::new() };
    let mut said = vec![remark(&bench, lead, entered - 1, right.clone())];
    bench.set_log(Arc::new(Log { remarks: said.clone() }));
    assert!(lead_is_late(&bench), "what was said before it came is no answer");
    said.push(remark(&bench, lead, entered, right));
    bench.set_log(Arc::new(Log { remarks: said.clone() }));
    assert!(!lead_is_late(&bench));
    assert_eq!(bench.waiting(&usual).unwrap().zones[0].answered, all.zones[0].answered + 1);
    said.push(remark(&bench, lead, entered + 5, Said::Cleared));
    bench.set_log(Arc::new(Log { remarks: said }));
    assert!(lead_is_late(&bench), "a verdict taken back is none");
}

#[test]
fn an_event_of_sales_is_an_answer() {
    let bench = timed();
    let late = |kinds: &[&str]| bench.waiting(&customs(WorkingWeek::default(), kinds)).unwrap().late;
    let (all, rest) = (late(&[]), late(&["visit"]));
    let visited_since = |lead: usize, entered: Option<i64>| {
        let visits = bench.timeline(lead).into_iter().filter(|event| event.kind == "visit");
        visits.map(|event| event.at).max().is_some_and(|at| entered.is_none_or(|entered| entered <= at))
    };
    let expected: Vec<_> = all.iter().filter(|late| !visited_since(late.lead, late.entered)).copied().collect();
    assert_eq!(rest, expected);
    assert_eq!(late(&["no such kind"]), all);
}

#[test]
fn looking_for_who_waits_is_followed_and_broken_off() {
    let bench = timed();
    let usual = customs(WorkingWeek::default(), &[]);
    let mut told = Vec::new();
    let whole = bench.waiting_watched(&usual, &mut |percent| {
        told.push(percent);
        ControlFlow::Continue(())
    });
    assert_eq!(whole.unwrap(), Some(bench.waiting(&usual).unwrap()));
    assert!(told.is_sorted() && told.first() == Some(&0), "{told:?}");
    assert!((1..100).contains(told.last().unwrap()), "{told:?}");
    for n in [0, 1, told.len() / 2, told.len() - 1] {
        let mut asked = 0;
        let broken_off = bench.waiting_watched(&usual, &mut |_| {
            asked += 1;
            if asked > n { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((broken_off.unwrap(), asked), (None, n + 1), "nothing more is asked for");
    }
}

#[test]
fn a_long_time_is_looked_back_for() {
    let mut bench = timed();
    let mut model = bench.model().clone();
    // Longer than the thirteen weeks that are looked at otherwise: 585 working hours.
    model.zones[2].sla_hours = Some(600);
    bench.apply(Edit::Replace(Box::new(model)), 0).unwrap();
    let told = bench.waiting(&customs(WorkingWeek::default(), &[])).unwrap();
    assert_eq!(told.since, taught::AS_OF - 182 * DAY);
    assert!(bench.waiting(&customs(WorkingWeek { to: 0, ..WorkingWeek::default() }, &[])).is_err());
}
