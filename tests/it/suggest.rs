//! What the verdicts say should change: each kind finds the flaw that was put there, does exactly what it says it does, and chance says
//! nothing.

#![allow(clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "tests count small things")]

mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::ProptestConfig;
use proptest::prelude::any;
use proptest::prelude::prop_assert;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;

use quadrille::engine::columns::Dataset;
use quadrille::engine::rank::Fifth;
use quadrille::insight::exact::fisher;
use quadrille::insight::exact::signs;
use quadrille::insight::interval::Part;
use quadrille::insight::missing::Of;
use quadrille::model;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::Predicate;
use quadrille::model::Side;
use quadrille::model::Value;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::log::Log;
use quadrille::workbench::RECENT_WEEKS;
use quadrille::workbench::Workbench;
use quadrille::workbench::suggest::Kind;
use quadrille::workbench::suggest::Proof;
use quadrille::workbench::suggest::Region;
use quadrille::workbench::suggest::Subject;
use quadrille::workbench::suggest::Suggestion;
use quadrille::workbench::suggest::Suggestions;
use quadrille::workbench::suggest::Why;

use crate::make;
use crate::make::AS_OF;
use crate::make::lead_of;
use crate::make::table_of;
use crate::make::text;
use crate::plain::Lead;

const DAY: i64 = 86_400;

// ------------------------------------------------------------------------------------------------------ statistics

fn is(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 0.000_05, "{found}, not {wanted}");
}

/// Fisher's lady tasting tea (The Design of Experiments, 1935), two examples of R's and `SciPy`'s manuals, and the sign test of Conover
/// (Practical Nonparametric Statistics, 1999, section 3.4): 8 plus against 1 minus.
#[test]
fn exact_tests_are_as_published() {
    is(fisher(Part::new(3, 4), Part::new(1, 4)), 0.4857);
    is(fisher(Part::new(10, 13), Part::new(2, 17)), 0.000_537);
    is(fisher(Part::new(8, 10), Part::new(1, 6)), 0.0350);
    is(fisher(Part::new(0, 0), Part::new(3, 6)), 1.0);
    is(fisher(Part::new(5, 5), Part::new(5, 5)), 1.0);
    is(signs(8, 1), 0.0391);
    is(signs(10, 0), 0.0020);
    is(signs(0, 0), 1.0);
    is(signs(4, 4), 1.0);
}

/// The same from nothing but factorials in whole numbers.
#[test]
fn fishers_test_agrees_with_counting() {
    let choose = |n: u128, k: u128| (0..k).fold(1_u128, |c, i| c * (n - i) / (i + 1));
    for (a, of_a, b, of_b) in [(1, 7, 5, 9), (0, 12, 4, 8), (6, 6, 2, 20), (9, 15, 3, 15)] {
        let ways = |k: u128| choose(of_a, k) * choose(of_b, a + b - k);
        let possible = (a + b).saturating_sub(of_b)..=(a + b).min(of_a);
        let as_rare: u128 = possible.map(ways).filter(|ways_k| *ways_k <= ways(a)).sum();
        let exact = as_rare as f64 / choose(of_a + of_b, a + b) as f64;
        let found = fisher(Part::new(a as u64, of_a as u64), Part::new(b as u64, of_b as u64));
        assert!((found - exact).abs() < 1e-9, "{found}, not {exact}");
    }
}

// -------------------------------------------------------------------------------------------------------- material

const MODEL: &str = r#"Model(
    name: "flawed",
    rows: (
        groups: [(name: "profile", criteria: [
            (name: "director", weight: 20, rule: Match(when: Field("job", Is("director")))),
        ])],
        bands: [(label: "B"), (label: "A", from: 10)],
    ),
    columns: (
        groups: [
            (name: "interest", criteria: [
                (name: "points", weight: 1, rule: Amount(field: "points", per: 1, max: 1000)),
                (name: "pages", weight: 5, rule: Activity(filter: (kinds: ["visit"]), repeat: Each(10))),
                (name: "webinar", weight: 20, rule: Activity(filter: (kinds: ["webinar"]))),
                (name: "demo", weight: 40, rule: Activity(filter: (kinds: ["demo"]))),
            ]),
        ],
        bands: [(label: "cold"), (label: "warm", from: 20), (label: "hot", from: 50)],
    ),
    zones: [
        (name: "watch"),
        (name: "nurture", owner: Marketing),
        (name: "mql", title: "MQL", owner: Sales, hands_over: true, weekly_capacity: 5),
    ],
    maps: [(name: "real", rows: [("B", ["watch", "watch", "nurture"]), ("A", ["watch", "nurture", "mql"])])],
)"#;

const FIELDS: [(&str, FieldType); 4] =
    [("job", FieldType::Text), ("points", FieldType::Whole), ("sector", FieldType::Text), ("country", FieldType::Text)];

fn model() -> Model {
    let model = model::parse(MODEL).expect("the model is sound");
    assert_eq!(model::check(&model), []);
    model
}

/// Leads and what was found of them.
pub type Judged = Vec<(Lead, Option<Verdict>)>;

pub fn bench(judged: &Judged) -> Workbench {
    on(model(), judged)
}

fn on(model: Model, judged: &Judged) -> Workbench {
    let leads: Vec<Lead> = judged.iter().map(|(lead, _)| lead.clone()).collect();
    let mut table = table_of(&FIELDS, leads);
    for kind in ["visit", "webinar", "demo"] {
        if !table.kinds.iter().any(|known| known == kind) {
            table.kinds.push(kind.to_owned());
        }
    }
    let data: Dataset = make::dataset(&table);
    let mut bench = Workbench::new(model, None, Arc::new(data), AS_OF);
    let verdicts = judged.iter().enumerate().filter_map(|(lead, (_, verdict))| Some((lead, (*verdict)?)));
    judge(&mut bench, verdicts);
    bench
}

fn judge(bench: &mut Workbench, verdicts: impl Iterator<Item = (usize, Verdict)>) {
    let remark = |(lead, verdict): (usize, Verdict)| Remark {
        id: lead as i64,
        lead: bench.data().keys.get(lead).to_owned(),
        at: AS_OF,
        by: String::new(),
        said: Said::Verdict { verdict, reason: String::new(), note: String::new() },
        review: None,
        footing: bench.footing(lead),
        struck: false,
    };
    let remarks = verdicts.map(remark).collect();
    bench.set_log(Arc::new(Log { remarks }));
}

fn director(points: i64) -> Lead {
    lead_of(&[("job", text("director")), ("points", Value::Whole(points))], &[])
}

fn with(mut lead: Lead, field: &str, value: &str) -> Lead {
    lead.values.insert(field.to_owned(), text(value));
    lead
}

fn did(mut lead: Lead, kind: &str, n: usize, days_ago: i64) -> Lead {
    let happened = |n: usize| (kind, AS_OF - days_ago * DAY - n as i64);
    lead.events.extend(lead_of(&[], &(0..n).map(happened).collect::<Vec<_>>()).events);
    lead
}

/// Leads of whom nothing was said: directors with few points, and others.
pub fn crowd() -> Judged {
    let quiet = (0..60).map(|n| (did(director(n), "visit", n as usize % 4, n % 40), None));
    let others = (0..60).map(|n| (lead_of(&[("points", Value::Whole(n * 2))], &[]), None));
    quiet.chain(others).collect()
}

fn plus(judged: impl Iterator<Item = (Lead, Verdict)>) -> Judged {
    judged.map(|(lead, verdict)| (lead, Some(verdict))).chain(crowd()).collect()
}

// ---------------------------------------------------------------------------------------------- the effect as told

/// Returns which leads are handed over, or in the top group where that stands for it.
fn handed_over(bench: &Workbench, region: Region) -> Vec<bool> {
    let is = |lead: usize| match region {
        Region::HandedOver => bench.zone_of(lead).is_some_and(|zone| zone.hands_over),
        Region::Top => top(bench, lead),
    };
    (0..bench.data().n_leads()).map(is).collect()
}

fn top(bench: &Workbench, lead: usize) -> bool {
    bench.scores().inside()[lead] && bench.cut().fifths[lead] == Fifth::Top
}

/// Counts judged leads by verdict.
fn counted(bench: &Workbench, wanted: impl Fn(usize) -> bool) -> [u64; 4] {
    let mut counts = [0; 4];
    for (lead, verdict) in bench.verdicts() {
        counts[*verdict as usize] += u64::from(bench.scores().inside()[*lead as usize] && wanted(*lead as usize));
    }
    counts
}

/// Makes the change on another workbench and holds everything that was told of it against what it did.
fn does_as_said(bench: &Workbench, region: Region, suggestion: &Suggestion) {
    let mut after = Workbench::new(bench.model().clone(), None, Arc::clone(bench.leads()), bench.as_of());
    after.set_log(Arc::clone(bench.log()));
    let entered = |bench: &Workbench| {
        let mut sums: BTreeMap<String, u64> = BTreeMap::new();
        for (zone, n) in bench.inflow(RECENT_WEEKS).into_iter().flat_map(|week| week.entered) {
            *sums.entry(zone).or_default() += n;
        }
        sums
    };
    let (was_in, entered_before) = (handed_over(bench, region), entered(bench));
    after.apply(suggestion.edit.clone(), 0).expect("a suggestion can be made");
    let (is_in, entered_after) = (handed_over(&after, region), entered(&after));
    let effect = &suggestion.effect;
    let n = |inside: &[bool]| inside.iter().filter(|inside| **inside).count() as u64;
    assert_eq!(effect.handed_over, [n(&was_in), n(&is_in)], "{suggestion:?}");
    assert_eq!(effect.out, counted(bench, |lead| was_in[lead] && !is_in[lead]));
    assert_eq!(effect.into, counted(bench, |lead| !was_in[lead] && is_in[lead]));
    assert_eq!(effect.top_out, counted(bench, |lead| top(bench, lead) && !top(&after, lead)));
    assert_eq!(effect.top_into, counted(bench, |lead| !top(bench, lead) && top(&after, lead)));
    let tops = |into: bool| {
        let changed = |lead: &usize| top(&after, *lead) == into && top(bench, *lead) != into;
        (0..bench.data().n_leads()).filter(changed).count() as u64
    };
    assert_eq!((effect.into_top, effect.out_of_top), (tops(true), tops(false)));
    let leads: Vec<[u64; 2]> = bench.zone_counts().into_iter().zip(after.zone_counts()).map(Into::into).collect();
    assert_eq!(effect.zones.iter().map(|zone| zone.leads).collect::<Vec<_>>(), leads);
    for zone in &effect.zones {
        assert_eq!(zone.entered, [entered_before[&zone.zone], entered_after[&zone.zone]], "{}", zone.zone);
    }
    if region == Region::HandedOver {
        let over = |sums: &BTreeMap<String, u64>| -> u64 {
            bench.model().zones.iter().filter(|zone| zone.hands_over).map(|zone| sums[&zone.name]).sum()
        };
        assert_eq!(effect.entered, [over(&entered_before), over(&entered_after)]);
    }
    after.undo().expect("there is something to undo").expect("it can be undone");
    assert_eq!(after.model(), bench.model());
}

/// Returns the first suggestion of a kind, after everything that is suggested did as it says.
fn found(bench: &Workbench, kind: Kind) -> Suggestion {
    let all = bench.suggestions();
    for suggestion in &all.found {
        does_as_said(bench, all.region, suggestion);
    }
    let found = all.found.iter().find(|found| found.kind == kind);
    found.unwrap_or_else(|| panic!("no {kind:?}: {all:#?}")).clone()
}

fn lacking(all: &Suggestions, kind: Kind) -> Why {
    all.lacking.iter().find(|lacking| lacking.kind == kind).unwrap_or_else(|| panic!("{kind:?} is there")).why
}

// ------------------------------------------------------------------------------------------------- planted flaws

/// Directors of 50 to 89 points; those below 65 came too early, a few above too, and a few below were right.
pub fn line_too_low() -> Judged {
    let verdict = |n: i64| match n {
        3 | 9 => Verdict::Right,
        n if n < 15 => Verdict::TooEarly,
        20 | 30 => Verdict::TooEarly,
        _ => Verdict::Right,
    };
    plus((0..40).map(move |n| (director(50 + n), verdict(n))))
}

#[test]
fn a_line_that_is_too_low_is_to_be_raised() {
    let bench = bench(&line_too_low());
    let found = found(&bench, Kind::RaiseLine);
    let line = Subject::Line { side: Side::Columns, band: "hot".to_owned(), from: 50, to: 65 };
    assert_eq!(found.subject, line);
    assert_eq!(found.edit, Edit::SetBand { side: Side::Columns, band: "hot".to_owned(), from: 65 });
    assert_eq!((found.effect.out, found.effect.into), ([13, 0, 0, 2], [0; 4]));
    assert_eq!(found.evidence.leads.len(), 13);
    assert_eq!((found.evidence.judged, found.evidence.verdicts), (40, [15, 0, 0, 25]));
    let Proof::Shares(shares) = found.evidence.proof else { panic!("two shares are compared") };
    assert_eq!((shares.of, shares.of_right), (Part::new(13, 15), Part::new(2, 25)));
    assert!(shares.chance < 0.001 && shares.likely.lo > 0.3, "{shares:?}");
    assert_eq!(bench.model(), &model(), "nothing is made by itself");
}

#[test]
fn where_nearly_all_are_too_early_most_of_them_go() {
    let bench = bench(&plus((0..20).map(|n| (director(50 + n), Verdict::TooEarly))));
    let found = found(&bench, Kind::RaiseLine);
    assert!(matches!(found.proof(), Proof::Most { part, .. } if part == Part::new(20, 20)));
    // The nearest multiple of five above most of them.
    assert_eq!(found.subject, Subject::Line { side: Side::Columns, band: "hot".to_owned(), from: 50, to: 65 });
    assert_eq!(found.effect.out, [15, 0, 0, 0]);
}

trait Proved {
    fn proof(&self) -> Proof;
}

impl Proved for Suggestion {
    fn proof(&self) -> Proof {
        self.evidence.proof
    }
}

/// Who is right has points; who came too early has mostly looked at pages.
pub fn pages_too_heavy() -> Judged {
    let early = (0..15).map(|n| (did(director(10 + n % 5), "visit", 10, 3 + n % 9), Verdict::TooEarly));
    let right = (0..20).map(|n| (did(director(60 + n * 3 % 10), "visit", n as usize % 2, 5), Verdict::Right));
    plus(early.chain(right))
}

#[test]
fn a_criterion_that_makes_too_much_is_to_be_cut() {
    let bench = bench(&pages_too_heavy());
    let found = found(&bench, Kind::CutWeight);
    let Subject::Weight { criterion, from, to } = &found.subject else { panic!("{:?}", found.subject) };
    assert_eq!((criterion.as_str(), *from), ("pages", 5));
    // At 4 points a page they stand at 50 to 54, and stay; at 3 they all leave.
    assert_eq!(*to, 3);
    assert_eq!(found.effect.out, [15, 0, 0, 0]);
    let Proof::Shares(shares) = found.evidence.proof else { panic!("two shares are compared") };
    assert_eq!((shares.of.hits, shares.of_right.hits), (15, 2));
    let [early, right] = shares.points.expect("points are shared");
    assert!(early > 780 && right < 60, "{early} {right}");
}

/// Directors who had 45 points a month ago and 65 now: who is called, is called too late.
fn line_too_high() -> Judged {
    let late = (0..14).map(|n| (did(did(director(25), "webinar", 1, 40), "webinar", 1, 1), n));
    let late = late.map(|(lead, n)| (did(lead, "visit", 4, 2 + n % 5), Verdict::TooLate));
    let right = (0..12).map(|n| (director(70 + n), Verdict::Right));
    plus(late.chain(right))
}

#[test]
fn a_line_that_is_too_high_is_to_be_lowered() {
    let bench = bench(&line_too_high());
    let found = found(&bench, Kind::LowerLine);
    // Two weeks ago they had 25 and 20 points.
    assert_eq!(found.subject, Subject::Line { side: Side::Columns, band: "hot".to_owned(), from: 50, to: 45 });
    assert!(matches!(found.proof(), Proof::Balance { late: 14, early: 0, chance } if chance < 0.001));
    assert_eq!(found.evidence.leads.len(), 14);
    assert!(found.effect.handed_over[1] > found.effect.handed_over[0]);
}

/// Who came too late began with a webinar; who was right with a visit.
fn webinar_too_light() -> Judged {
    let late = (0..14).map(|n| (did(did(director(22), "webinar", 1, 60 + n), "visit", 5, 3), Verdict::TooLate));
    let right = (0..14).map(|n| (did(did(director(62), "visit", 1, 60 + n), "webinar", 1, 8), Verdict::Right));
    plus(late.chain(right))
}

#[test]
fn what_came_first_is_to_be_raised() {
    let bench = bench(&webinar_too_light());
    let found = found(&bench, Kind::RaiseWeight);
    assert_eq!(found.subject, Subject::Weight { criterion: "webinar".to_owned(), from: 20, to: 30 });
    let Proof::Shares(shares) = found.evidence.proof else { panic!("two shares are compared") };
    assert_eq!((shares.of, shares.of_right), (Part::new(14, 14), Part::new(0, 14)));
    assert_eq!(found.evidence.leads.len(), 14);
}

/// Schools are never a target; a few of the others are not either.
pub fn schools() -> Judged {
    let sector = |n: i64| ["Industry", "Health", "Bank"][n as usize % 3];
    let off = (0..14).map(move |n| (with(director(55 + n), "sector", "School"), Verdict::OffTarget));
    let other = (0..3).map(move |n| (with(director(60 + n), "sector", sector(n)), Verdict::OffTarget));
    let right = (0..25).map(move |n| (with(director(52 + n), "sector", sector(n)), Verdict::Right));
    let mut judged = plus(off.chain(other).chain(right));
    judged.extend((0..40).map(|n| (with(director(n), "sector", sector(n)), None)));
    judged
}

#[test]
fn what_off_target_leads_share_costs_points_or_is_held() {
    let bench = bench(&schools());
    let school = Of::Value { field: "sector".to_owned(), value: text("School") };
    let negative = found(&bench, Kind::AddNegative);
    let Subject::Negative { of, weight, .. } = &negative.subject else { panic!("{:?}", negative.subject) };
    assert_eq!(*of, school);
    assert!(*weight < 0 && weight % 5 == 0, "{weight}");
    assert_eq!(negative.effect.out, [0, 0, 14, 0]);
    let gate = found(&bench, Kind::AddGate);
    assert_eq!(gate.subject, Subject::Gate { gate: "sector: School".to_owned(), of: school, zone: "watch".to_owned() });
    assert_eq!(gate.effect.out, [0, 0, 14, 0]);
    assert_eq!(gate.evidence.leads.len(), 14);
}

pub fn all_right() -> Judged {
    plus((0..20).map(|n| (director(50 + n * 2), if n == 7 { Verdict::TooEarly } else { Verdict::Right })))
}

#[test]
fn where_all_is_right_the_line_goes_down() {
    let bench = bench(&all_right());
    let all = bench.suggestions();
    let found = found(&bench, Kind::ActSooner);
    assert_eq!(all.found.len(), 1, "{all:#?}");
    let Subject::Line { from: 50, to, .. } = found.subject else { panic!("{:?}", found.subject) };
    let [before, after] = found.effect.handed_over;
    assert!(after > before && after * 100 <= before * 125 && to % 5 == 0, "{to}: {before} to {after}");
}

#[test]
fn without_a_zone_of_sales_the_top_group_is_meant() {
    let mut model = model();
    for zone in &mut model.zones {
        (zone.hands_over, zone.owner) = (false, model::Owner::Nobody);
    }
    let all = on(model.clone(), &line_too_low()).suggestions();
    assert_eq!((all.region, lacking(&all, Kind::AddGate)), (Region::Top, Why::Nothing));
    for judged in [line_too_low(), pages_too_heavy(), schools(), all_right(), line_too_high()] {
        let bench = on(model.clone(), &judged);
        let all = bench.suggestions();
        for suggestion in &all.found {
            does_as_said(&bench, all.region, suggestion);
        }
    }
}

// -------------------------------------------------------------------------------------------------------- nothing

#[test]
fn too_few_verdicts_say_how_many_are_missing() {
    let none = bench(&crowd()).suggestions();
    assert_eq!((none.n_judged(), none.found.len(), none.lacking.len()), (0, 0, Kind::ALL.len()));
    assert!(none.lacking.iter().all(|lacking| lacking.why == Why::Judged { have: 0, need: 10 }));

    let three = bench(&plus((0..3).map(|n| (director(50 + n), Verdict::TooEarly)))).suggestions();
    assert_eq!(three.handed_over, [3, 0, 0, 0]);
    assert!(three.lacking.iter().all(|lacking| lacking.why == Why::Judged { have: 3, need: 10 }));

    let mixed = |n: i64| if n < 4 { Verdict::TooEarly } else { Verdict::Right };
    let four = bench(&plus((0..20).map(|n| (director(50 + n), mixed(n))))).suggestions();
    assert_eq!(lacking(&four, Kind::RaiseLine), Why::Few { of: Verdict::TooEarly, have: 4, need: 5 });
    assert_eq!(lacking(&four, Kind::LowerLine), Why::Few { of: Verdict::TooLate, have: 0, need: 5 });
    assert_eq!(lacking(&four, Kind::AddNegative), Why::Few { of: Verdict::OffTarget, have: 0, need: 10 });
    assert!(matches!(lacking(&four, Kind::ActSooner), Why::NotAllRight { part } if part == Part::new(16, 20)));

    let nobody = bench(&Vec::new()).suggestions();
    assert_eq!((nobody.found.len(), nobody.n_judged()), (0, 0));
}

#[test]
fn what_is_struck_counts_for_nothing() {
    let mut bench = bench(&line_too_low());
    let mut log = Log::clone(bench.log());
    log.remarks.iter_mut().for_each(|remark| remark.struck = true);
    bench.set_log(Arc::new(log));
    assert_eq!(bench.suggestions().n_judged(), 0);
    assert!(bench.suggestions().found.is_empty());
}

#[test]
fn verdicts_of_another_model_or_place_are_told_apart() {
    let mut bench = bench(&line_too_low());
    let mut log = Log::clone(bench.log());
    log.remarks[0].footing.model = "older".to_owned();
    log.remarks[1].footing.column = "warm".to_owned();
    bench.set_log(Arc::new(log));
    let all = bench.suggestions();
    assert_eq!((all.other_model, all.moved), (1, 1));
}

/// Eighty leads of every kind judged at random, forty times: none of the 280 answers says anything. Of two hundred times, with 1,400
/// answers, at most two did.
#[test]
fn chance_says_nothing() {
    let mut told = Vec::new();
    for seed in 1..=40_u64 {
        let mut state = seed;
        let mut random = |n: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % n
        };
        let mut judged = crowd();
        for _ in 0..80 {
            let sector = ["School", "Industry", "Health", "Bank"][random(4) as usize];
            let country = ["FR", "BE", "CH"][random(3) as usize];
            let mut lead = with(with(director(20 + random(60) as i64), "sector", sector), "country", country);
            lead = did(lead, "visit", random(8) as usize, random(60) as i64);
            if random(3) == 0 {
                lead = did(lead, "webinar", 1, random(60) as i64);
            }
            judged.push((lead, Some(Verdict::ALL[random(4) as usize])));
        }
        let all = bench(&judged).suggestions();
        told.extend(all.found.into_iter().map(|found| (seed, found.kind, found.subject)));
    }
    assert_eq!(told, []);
}

// --------------------------------------------------------------------------------------------------------- random

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Random weights, lines, caps, losses and gates; who is bad is so for a reason, and a few at random.
    #[test]
    fn on_any_model_a_suggestion_does_as_it_says(
        weights in vec(-10..60_i64, 5),
        (warm, hot) in (5..30_i64, 30..80_i64),
        (capped, loses, gated, scaled, top_share) in (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), 1..50_u8),
        bad in select(vec![Verdict::TooEarly, Verdict::TooLate, Verdict::OffTarget]),
        by in select(vec!["points", "sector", "visits", "began"]),
        noise in vec(0..12_u8, 100),
    ) {
        let mut model = model();
        model.top_share = top_share;
        for side in Side::BOTH {
            for criterion in model.axis_mut(side).groups.iter_mut().flat_map(|group| &mut group.criteria) {
                criterion.weight = weights[criterion.name.len() % 5];
            }
        }
        model.columns.bands[1].from = Some(warm);
        model.columns.bands[2].from = Some(hot);
        model.columns.groups[0].max = capped.then_some(90);
        if loses {
            let take = model::Take::Percent(30);
            model.columns.degradations = vec![model::Degradation::Inactive(vec![model::Idle { days: 20, take }])];
        }
        if scaled {
            model.columns.groups[0].max = Some(400);
            model.columns.scale = model::Scale::To(0, 100);
        }
        if gated {
            let pass = Predicate::Axis(Side::Columns, model::Test::AtLeast(Value::Whole(15)));
            model.gates = vec![model::Gate { name: "enough".to_owned(), title: model::Words::None, pass, zone: "nurture".to_owned() }];
        }
        // Where nothing gives any points there is nothing to scale.
        if model::check(&model).iter().any(|fault| fault.text.id == "model-scale-without-best") {
            model.columns.scale = model::Scale::Raw;
        }
        prop_assert_eq!(model::check(&model), vec![]);
        let lead = |n: usize| {
            let (n, sector) = (n as i64, ["School", "Industry", "Health"][n % 3]);
            let lead = did(with(director(n * 37 % 90), "sector", sector), "visit", n as usize * 7 % 9, n * 11 % 50);
            let lead = if n % 4 == 0 { did(lead, "webinar", 1, 60 + n % 20) } else { lead };
            if n % 5 == 0 { did(lead, "demo", 1, n % 30) } else { lead }
        };
        let is_bad = |n: usize| match by {
            "points" => n * 37 % 90 < 45,
            "sector" => n.is_multiple_of(3),
            "visits" => n * 7 % 9 > 4,
            _ => n.is_multiple_of(4),
        };
        let verdict = |n: usize| match noise[n] {
            0 => Some(Verdict::ALL[n % 4]),
            1 => None,
            _ if is_bad(n) => Some(bad),
            _ => Some(Verdict::Right),
        };
        let judged: Judged = (0..100).map(|n| (lead(n), verdict(n))).collect();
        let bench = on(model, &judged);
        let all = bench.suggestions();
        for suggestion in &all.found {
            does_as_said(&bench, all.region, suggestion);
            prop_assert!(!suggestion.evidence.leads.is_empty(), "{:?}", suggestion);
        }
        prop_assert!(all.found.iter().map(|found| found.kind).chain(all.lacking.iter().map(|l| l.kind)).count() >= 7);
    }
}
