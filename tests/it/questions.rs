//! The questions of a review: intervals against published worked examples, answers on leads made so that they are known, and gaps,
//! contrast and patterns against a plain second telling.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::ProptestConfig;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;

use quadrille::engine::columns::Dataset;
use quadrille::engine::rank::Fifth;
use quadrille::insight::contrast::Evidence;
use quadrille::insight::contrast::Judgement;
use quadrille::insight::contrast::Why;
use quadrille::insight::five::Five;
use quadrille::insight::gaps::Shape;
use quadrille::insight::ground::Source;
use quadrille::insight::interval::Interval;
use quadrille::insight::interval::Part;
use quadrille::insight::interval::Sureness;
use quadrille::insight::interval::newcombe;
use quadrille::insight::interval::wilson;
use quadrille::insight::makeup::Slice;
use quadrille::insight::missing::Of;
use quadrille::model;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::RankKey;
use quadrille::model::Role;
use quadrille::model::Side;
use quadrille::model::Value;
use quadrille::review::Footing;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::log::Log;
use quadrille::workbench::Workbench;

use crate::make;
use crate::make::AS_OF;
use crate::make::lead_of;
use crate::make::points;
use crate::make::table_of;
use crate::make::text;
use crate::plain;
use crate::plain::Lead;

const DAY: i64 = 86_400;

// ------------------------------------------------------------------------------------------------------- intervals

fn is(found: Option<Interval>, lo: f64, hi: f64) {
    let found = found.expect("there is something");
    assert!((found.lo - lo).abs() < 0.000_06 && (found.hi - hi).abs() < 0.000_06, "{found:?}, not {lo} to {hi}");
}

/// Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3.
#[test]
fn wilson_is_as_published() {
    is(Part::new(81, 263).interval(), 0.2553, 0.3662);
    is(Part::new(15, 148).interval(), 0.0624, 0.1605);
    is(Part::new(0, 20).interval(), 0.0, 0.1611);
    is(Part::new(1, 29).interval(), 0.0061, 0.1718);
    assert_eq!(Part::new(0, 0).interval(), None);
    let all = Part::new(20, 20).interval().expect("twenty");
    assert!(all.hi >= 1.0 && (all.lo - (1.0 - 0.1611)).abs() < 0.000_06, "{all:?}");
    let surer = wilson(Part::new(81, 263), Sureness::In99Of100).expect("some");
    assert!(surer.lo < 0.2553 && surer.hi > 0.3662);
}

/// Newcombe, Interval estimation for the difference between independent proportions, the same volume, table II, method 10.
#[test]
fn newcombe_is_as_published() {
    let both = |a: (u64, u64), b: (u64, u64)| newcombe(Part::new(a.0, a.1), Part::new(b.0, b.1), Sureness::In95Of100);
    is(both((56, 70), (48, 80)), 0.0524, 0.3339);
    is(both((9, 10), (3, 10)), 0.1705, 0.8090);
    is(both((6, 7), (2, 7)), 0.0582, 0.8062);
    is(both((5, 56), (0, 29)), -0.0381, 0.1926);
    is(both((0, 10), (0, 20)), -0.1611, 0.2775);
    is(both((0, 10), (0, 10)), -0.2775, 0.2775);
    is(both((10, 10), (0, 20)), 0.6791, 1.0);
    is(both((10, 10), (0, 10)), 0.6075, 1.0);
    assert_eq!(both((0, 0), (1, 2)), None);
}

#[test]
fn quartiles_are_those_of_spreadsheets() {
    let five = |values: &mut [i64]| Five::of(values);
    assert_eq!(five(&mut []), None);
    let (least, most) = (4, 4);
    assert_eq!(five(&mut [4]), Some(Five { least, lower: 4, median: 4, upper: 4, most }));
    // QUARTILE.INC of 1, 2, 4, 7, 8, 9, 10, 12 is 3.5, 7.5 and 9.25.
    let mut values = [12, 1, 2, 4, 7, 8, 9, 10].map(|n: i64| n * 1_000_000);
    let found = Five { least: 1_000_000, lower: 3_500_000, median: 7_500_000, upper: 9_250_000, most: 12_000_000 };
    assert_eq!(five(&mut values), Some(found));
}

// -------------------------------------------------------------------------------------------------------- material

const MODEL: &str = r#"Model(
    name: "asked",
    rows: (
        groups: [(name: "profile", criteria: [
            (name: "director", weight: 20, rule: Match(when: Field("job", Is("director")))),
            (name: "manager", weight: 10, rule: Match(when: Field("job", Is("manager")))),
        ])],
        bands: [(label: "B"), (label: "A", from: 10)],
    ),
    columns: (
        groups: [
            (name: "interest", min: Some(0), criteria: [
                (name: "points", weight: 1, rule: Amount(field: "points", per: 1, max: 1000)),
                (name: "download", weight: 5, rule: Activity(filter: (kinds: ["download"]), repeat: Each(100))),
                (name: "again", weight: 1, rule: Activity(filter: (kinds: ["download"]))),
                (name: "demo", weight: 8, rule: Activity(filter: (kinds: ["demo"]))),
            ]),
            (name: "minus", criteria: [
                (name: "careers", weight: -15, rule: Activity(filter: (kinds: ["careers"]))),
            ]),
        ],
        bands: [(label: "2"), (label: "1", from: 20)],
    ),
)"#;

const FIELDS: [(&str, FieldType); 5] = [
    ("job", FieldType::Text),
    ("points", FieldType::Whole),
    ("outcome", FieldType::Text),
    ("newsletter", FieldType::YesNo),
    ("reason", FieldType::Text),
];

fn model() -> Model {
    let model = model::parse(MODEL).expect("the model is sound");
    assert_eq!(model::check(&model), []);
    model
}

fn dataset(leads: Vec<Lead>) -> Dataset {
    let mut table = table_of(&FIELDS, leads);
    for kind in ["download", "demo", "careers", "visit"] {
        if !table.kinds.iter().any(|known| known == kind) {
            table.kinds.push(kind.to_owned());
        }
    }
    let mut data = make::dataset(&table);
    let mut outcome = data.field("outcome").expect("a field of the table").clone();
    outcome.role = Some(Role::Outcome);
    data.put(outcome);
    data
}

fn bench(leads: Vec<Lead>) -> Workbench {
    Workbench::new(model(), None, Arc::new(dataset(leads)), AS_OF)
}

/// A lead with so many points, and what came of it, empty = nothing yet.
fn lead(points: i64, outcome: &str) -> Lead {
    let mut lead = lead_of(&[("points", Value::Whole(points))], &[]);
    if !outcome.is_empty() {
        lead.values.insert("outcome".to_owned(), text(outcome));
    }
    lead
}

fn with(mut lead: Lead, field: &str, value: Value) -> Lead {
    lead.values.insert(field.to_owned(), value);
    lead
}

fn did(mut lead: Lead, kind: &str, n: usize, days_ago: i64) -> Lead {
    let happened = |n: usize| (kind, AS_OF - days_ago * DAY - n as i64);
    lead.events.extend(lead_of(&[], &(0..n).map(happened).collect::<Vec<_>>()).events);
    lead
}

fn judge(bench: &mut Workbench, verdicts: &[(usize, Verdict)]) {
    let remark = |(id, (lead, verdict)): (usize, &(usize, Verdict))| Remark {
        id: id as i64,
        lead: format!("lead-{lead}"),
        at: AS_OF,
        by: String::new(),
        said: Said::Verdict { verdict: *verdict, reason: String::new(), note: String::new() },
        review: None,
        footing: Footing {
            model: "asked".to_owned(),
            revision: 0,
            as_of: AS_OF,
            row: String::new(),
            column: String::new(),
            rows: 0,
            columns: 0,
            rank: None,
            fifth: Fifth::Rest,
        },
        struck: false,
    };
    bench.set_log(Arc::new(Log { remarks: verdicts.iter().enumerate().map(remark).collect() }));
}

// ------------------------------------------------------------------------------------------------------------ gaps

#[test]
fn nobody_few_and_equals_have_no_gaps() {
    let none = bench(Vec::new()).questions(25);
    assert_eq!((none.gaps.shape, none.gaps.points, none.gaps.at_cut), (Shape::Nobody, None, None));
    assert_eq!(none.contrast.judgement, Judgement::Unclear(Why::Nobody));
    assert_eq!((none.patterns.points, none.patterns.never.len()), (0, 0));
    assert_eq!(none.missing.lacking(), (10, 10));

    let three = bench(vec![lead(1, ""), lead(2, ""), lead(300, "")]).questions(25);
    assert_eq!(three.gaps.shape, Shape::Few);
    assert_eq!(three.gaps.points.map(|five| (five.median, five.most)), Some((points(2), points(300))));

    let same = bench((0..40).map(|_| lead(7, "")).collect()).questions(25);
    assert_eq!((same.gaps.shape, same.gaps.distinct), (Shape::Same, 1));
    assert_eq!(same.gaps.at_cut, Some((points(7), 40)));
    assert_eq!(same.contrast.judgement, Judgement::Unclear(Why::SamePoints));
    assert_eq!(same.patterns.always, ["points"]);
}

#[test]
fn gaps_are_large_bunched_or_even() {
    let shape = |points: &dyn Fn(i64) -> i64| bench((0..100).map(|n| lead(points(n), "")).collect()).questions(25).gaps;
    assert_eq!(shape(&|n| n + 100).shape, Shape::Even);
    // Ten leads have 900 of 990 points.
    let large = shape(&|n| if n < 10 { 90 } else { 1 });
    assert_eq!((large.shape, large.held), (Shape::Large, [i128::from(points(900)), i128::from(points(990))]));
    let bunched = shape(&|n| if n < 40 { 50 } else { n });
    assert_eq!((bunched.shape, bunched.largest_tie), (Shape::Bunched, Some((points(50), 41))));
    let without = shape(&|n| if n < 70 { 0 } else { 10 });
    assert_eq!((without.without, without.shape), (70, Shape::Bunched));
}

#[test]
fn ties_at_the_cut_are_counted() {
    // 20 of 100 are in; 15 have more than 30 points, 25 have 30: five of them are in by recency or chance.
    let asked = bench(
        (0..100)
            .map(|n| {
                lead(
                    if n < 15 {
                        50 + n
                    } else if n < 40 {
                        30
                    } else {
                        5
                    },
                    "",
                )
            })
            .collect(),
    );
    assert_eq!(asked.questions(25).gaps.at_cut, Some((points(30), 25)));
    let spread = asked.questions(25).spread;
    assert_eq!(spread.counts.iter().sum::<u64>(), 100);
    assert_eq!((spread.lo, spread.hi), (5, 65));
}

// -------------------------------------------------------------------------------------------------------- contrast

/// 200 leads that descend; of the top forty and of the next forty so many are won, the others lost.
fn closed(won_top: usize, won_next: usize, closed: usize) -> Workbench {
    let outcome = |n: usize| match n {
        0..40 if n < closed => {
            if n < won_top {
                "won"
            } else {
                "lost"
            }
        }
        40..80 if n - 40 < closed => {
            if n - 40 < won_next {
                "Gagné"
            } else {
                "Closed Lost"
            }
        }
        _ => "open",
    };
    bench((0..200).map(|n| lead(500 - n as i64, outcome(n))).collect())
}

#[test]
fn outcomes_say_whether_the_top_is_better() {
    let found = closed(30, 10, 40).questions(25);
    assert_eq!(found.source, Some(Source::Field("outcome".to_owned())));
    assert_eq!(found.contrast.judgement, Judgement::Better(Evidence::Outcomes));
    let [top, next] = &found.contrast.groups;
    assert_eq!((top.won, next.won), (Part::new(30, 40), Part::new(10, 40)));
    let difference = found.contrast.differences[0].expect("both groups are closed");
    assert!((difference.is - 0.5).abs() < 1e-12 && difference.likely.lo > 0.2 && !difference.is_small);
    assert_eq!(closed(10, 30, 40).contrast().judgement, Judgement::Worse(Evidence::Outcomes));
    assert_eq!(closed(20, 18, 40).contrast().judgement, Judgement::NoBetter(Evidence::Outcomes));
    // Three of four against two of four can be chance.
    assert_eq!(closed(3, 2, 4).contrast().judgement, Judgement::Unclear(Why::TooFew));
}

#[test]
fn without_outcomes_verdicts_answer_then_activity() {
    let none = || bench((0..200).map(|n| lead(500 - n, "")).collect());
    assert_eq!(none().contrast().judgement, Judgement::Unclear(Why::NoEvidence));
    assert_eq!(none().questions(25).source, None);

    let mut judged = none();
    let right = |n: usize| (n, if n < 40 { Verdict::Right } else { Verdict::OffTarget });
    judge(&mut judged, &(30..50).map(right).collect::<Vec<_>>());
    let found = judged.contrast();
    assert_eq!(found.judgement, Judgement::Better(Evidence::Verdicts));
    assert_eq!((found.groups[0].right, found.groups[1].verdicts), (Part::new(10, 10), [0, 0, 10, 0]));

    let busy = |top: usize, next: usize, days: i64| {
        let visits = move |n: i64| if n < 40 { top } else { next };
        bench((0..200).map(|n| did(lead(500 - n, ""), "visit", visits(n), days)).collect()).contrast()
    };
    let found = busy(3, 1, 5);
    assert_eq!(found.judgement, Judgement::Better(Evidence::Activity));
    assert_eq!((found.groups[0].events, found.groups[0].busy), (120, Part::new(40, 40)));
    assert_eq!(found.groups[1].active, Part::new(40, 40));
    assert_eq!(busy(1, 3, 5).judgement, Judgement::Worse(Evidence::Activity));
    assert_eq!(busy(2, 2, 5).judgement, Judgement::NoBetter(Evidence::Activity));
    assert_eq!(busy(3, 1, 31).judgement, Judgement::Unclear(Why::NoEvidence));
}

#[test]
fn what_makes_the_difference_comes_first() {
    let made = |n: i64| {
        let lead = did(lead(20, ""), "download", if n < 40 { 10 } else { 4 }, 90);
        if n < 20 { did(lead, "demo", 1, 90) } else { lead }
    };
    let found = bench((0..200).map(made).collect()).contrast();
    let ranked: Vec<(&str, i64)> =
        found.criteria.iter().map(|maker| (maker.criterion.as_str(), maker.lead_over_next())).collect();
    assert_eq!(ranked[..2], [("download", points(30)), ("demo", points(4))]);
    let download = &found.criteria[0];
    assert_eq!(download.hit, [Part::new(40, 40), Part::new(40, 40)]);
    // A lead of the top group has 20 + 50 + 1 and every other 8; one of the next 20 + 20 + 1.
    assert_eq!(download.points, [i128::from(points(2_000)), i128::from(points(800))]);
    assert_eq!(download.of_size, [i128::from(points(40 * 71 + 20 * 8)), i128::from(points(40 * 41))]);
}

#[test]
fn groups_are_told_by_any_field() {
    let job = |n: i64| ["director", "Director ", "manager"][(n % 3) as usize];
    let asked = bench((0..100).map(|n| with(lead(500 - n, ""), "job", text(job(n)))).collect());
    let by_job = asked.makeup("job", 5).expect("a field");
    assert_eq!(by_job.leads, [20, 20]);
    assert_eq!(by_job.slices, [(Slice::Value(text("director")), [14, 13]), (Slice::Value(text("manager")), [6, 7])]);
    let by_points = asked.makeup("points", 5).expect("a field");
    let range = |lo: i64, hi: i64| Slice::Range(Value::Whole(lo), Value::Whole(hi));
    let slices = [
        (range(461, 470), [0, 10]),
        (range(471, 480), [0, 10]),
        (range(481, 490), [10, 0]),
        (range(491, 500), [10, 0]),
    ];
    assert_eq!(by_points.slices, slices);
    assert_eq!(asked.makeup("reason", 5).expect("a field").slices, [(Slice::Unknown, [20, 20])]);
    assert_eq!(asked.makeup("nowhere", 5), None);
    let few = asked.makeup("points", 1_000).expect("a field");
    assert_eq!(few.slices.len(), 40);
}

// -------------------------------------------------------------------------------------------------------- patterns

#[test]
fn downloads_that_score_too_high_are_flagged() {
    let made = |n: i64| did(lead(10, ""), "download", if n < 40 { 10 } else { 1 }, 10);
    let found = bench((0..200).map(made).collect()).questions(25).patterns;
    let shares: Vec<(&str, bool)> = found.shares.iter().map(|s| (s.criterion.as_str(), s.flagged)).collect();
    assert_eq!(shares, [("download", true), ("points", false), ("again", false)]);
    assert_eq!(found.points, i128::from(points(40 * 61)));
    assert_eq!(found.shares[0].points, i128::from(points(40 * 50)));
    assert_eq!(found.never, ["director", "manager", "demo", "careers"]);
    assert_eq!(found.always, ["points", "again"]);
}

#[test]
fn criteria_that_go_together_are_twins() {
    let made = |n: i64| if n < 50 { did(lead(n, ""), "download", 1 + n as usize % 3, 10) } else { lead(n, "") };
    let found = bench((0..200).map(made).collect()).questions(25).patterns;
    let twins: Vec<_> = found.twins.iter().map(|twins| (&*twins.a, &*twins.b, twins.both)).collect();
    assert_eq!(twins, [("download", "again", Part::new(50, 50))]);
    let few = |n: i64| if n < 19 { did(lead(n, ""), "download", 1, 10) } else { lead(n, "") };
    assert_eq!(bench((0..200).map(few).collect()).questions(25).patterns.twins, []);
}

// --------------------------------------------------------------------------------------------------- missing negatives

/// 60 lost and 60 won, and 80 open; 30 of the lost are students, and 2 of the won.
fn students() -> Vec<Lead> {
    let made = |n: usize| {
        let outcome = if n < 60 {
            "lost"
        } else if n < 120 {
            "won"
        } else {
            "open"
        };
        let job = if n < 30 || n == 60 || n == 61 { "Student" } else { ["manager", "director", "other"][n % 3] };
        with(lead(40 + (n % 7) as i64, outcome), "job", text(job))
    };
    (0..200).map(made).collect()
}

#[test]
fn a_missing_negative_is_found_and_can_be_added() {
    let mut asked = bench(students());
    let found = asked.missing_negatives();
    assert_eq!((found.bad, found.good, found.lacking()), (60, 60, (0, 0)));
    assert_eq!(found.marks.len(), 1, "{:?}", found.marks);
    let mark = &found.marks[0];
    assert_eq!(mark.of, Of::Value { field: "job".to_owned(), value: text("Student") });
    assert_eq!((mark.bad, mark.good), (Part::new(30, 60), Part::new(2, 60)));
    assert!(mark.lift().is_some_and(|lift| (lift - 15.0).abs() < 1e-9));
    assert_eq!((mark.side, &*mark.group, &*mark.criterion.name), (Side::Rows, "profile", "job: Student"));
    // The middle criterion of the axis weighs 20; a student has nothing on it to fall from.
    assert_eq!(mark.criterion.weight, -20);
    let insert =
        Edit::Insert { side: mark.side, group: mark.group.clone(), at: 0, criterion: Box::new(mark.criterion.clone()) };
    asked.apply(insert, 0).expect("what is offered fits the model");
    assert_eq!(asked.missing_negatives().marks, [], "what costs points is not offered again");
}

#[test]
fn what_is_only_known_of_the_lost_is_no_mark() {
    let told = |(n, lead): (usize, Lead)| if n < 60 { with(lead, "reason", text("too dear")) } else { lead };
    let found = bench(students().into_iter().enumerate().map(told).collect()).missing_negatives();
    assert_eq!(found.marks.len(), 1, "{:?}", found.marks);
}

#[test]
fn kinds_of_event_are_marks_unless_they_cost_points_already() {
    let made = |kind: &'static str| {
        let happened = move |(n, made): (usize, Lead)| {
            let made = Lead { values: made.values.into_iter().filter(|(field, _)| field != "job").collect(), ..made };
            if n < 40 || n == 70 { did(made, kind, 1, 200) } else { made }
        };
        bench(students().into_iter().enumerate().map(happened).collect()).missing_negatives()
    };
    let visits = made("visit");
    assert_eq!(visits.marks.len(), 1);
    assert_eq!(visits.marks[0].of, Of::Kind { kind: "visit".to_owned(), within: None });
    assert_eq!((visits.marks[0].side, &*visits.marks[0].group), (Side::Columns, "minus"));
    // From the 43 points of the middle lead to below 20, by fives.
    assert_eq!(visits.marks[0].criterion.weight, -25);
    assert_eq!(made("careers").marks, []);
}

#[test]
fn verdicts_go_before_deals_and_few_are_too_few() {
    let mut asked = bench(students());
    let verdicts: Vec<(usize, Verdict)> =
        (0..30).map(|n| (n, Verdict::Right)).chain((30..35).map(|n| (n, Verdict::TooEarly))).collect();
    judge(&mut asked, &verdicts);
    let found = asked.missing_negatives();
    assert_eq!((found.bad, found.good, found.good_by_verdict, found.bad_by_verdict), (30, 90, 30, 0));
    assert_eq!(found.marks, []);

    let mut few = bench((0..200).map(|n| lead(n, "")).collect());
    judge(&mut few, &(0..6).map(|n| (n, Verdict::OffTarget)).collect::<Vec<_>>());
    assert_eq!(few.missing_negatives().lacking(), (4, 10));
}

#[test]
fn yes_and_no_stand_for_won_and_lost() {
    let mut data = dataset((0..50).map(|n| lead(n, "")).collect());
    let leads = (0..50).map(|n| lead_of(&[("newsletter", Value::YesNo(n % 2 == 0))], &[])).collect();
    let mut field = dataset(leads).field("newsletter").expect("a field").clone();
    field.name = "outcome".to_owned();
    field.role = Some(Role::Outcome);
    data.put(field);
    let (outcomes, source) = Workbench::new(model(), None, Arc::new(data), AS_OF).outcomes();
    assert_eq!(source, Some(Source::Field("outcome".to_owned())));
    assert_eq!(outcomes.iter().flatten().count(), 50);
}

// ------------------------------------------------------------------------------------------------------ plain telling

fn rank_points(model: &Model, scored: &plain::Scored) -> i128 {
    match model.rank_by.iter().find(|key| **key != RankKey::Recent) {
        Some(RankKey::Rows) => scored.rows.value,
        Some(RankKey::Columns) => scored.columns.value,
        _ => scored.rows.value + scored.columns.value,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn random_leads_are_told_of_as_plainly(
        model in make::model(),
        table in make::table(30),
        verdicts in vec(option::of(select(Verdict::ALL.to_vec())), 30),
    ) {
        let told = plain::score(&model, &table, AS_OF);
        let mut asked = Workbench::new(model.clone(), None, Arc::new(make::dataset(&table)), AS_OF);
        let given: Vec<(usize, Verdict)> =
            verdicts.iter().enumerate().filter_map(|(lead, verdict)| Some((lead, (*verdict)?))).collect();
        judge(&mut asked, &given);
        let found = asked.questions(25);
        let (top, rest) = told.order.split_at(told.n_top);
        let groups = [top, &rest[..told.n_next]];

        // Gaps: sorted and counted by hand.
        let mut values: Vec<i128> = told.order.iter().map(|lead| rank_points(&model, &told.leads[*lead])).collect();
        values.sort_unstable();
        prop_assert_eq!(found.gaps.leads, values.len());
        prop_assert_eq!(found.gaps.points.map(|five| i128::from(five.least)), values.first().copied());
        prop_assert_eq!(found.gaps.points.map(|five| i128::from(five.most)), values.last().copied());
        let mut counts: BTreeMap<i128, usize> = BTreeMap::new();
        values.iter().for_each(|value| *counts.entry(*value).or_default() += 1);
        prop_assert_eq!(found.gaps.distinct, counts.len());
        let largest = counts.iter().map(|(value, n)| (*n, *value)).max();
        prop_assert_eq!(found.gaps.largest_tie.map(|(value, n)| (n, i128::from(value))), largest);
        let above = |values: &[i128]| values.iter().filter(|value| **value > 0).sum::<i128>();
        prop_assert_eq!(found.gaps.held, [above(&values[values.len() - values.len().div_ceil(10)..]), above(&values)]);
        prop_assert_eq!(found.gaps.at_cut.map(|(_, ties)| ties), (told.n_top > 0).then_some(told.ties));
        prop_assert_eq!(found.spread.counts.iter().sum::<u64>(), values.len() as u64);

        // Contrast: who is in a group, what was found of it, and every criterion's lines added up.
        for (group, facts) in groups.iter().zip(&found.contrast.groups) {
            prop_assert_eq!(facts.leads, group.len());
            let of = Verdict::ALL.map(|wanted| group.iter().filter(|lead| verdicts[**lead] == Some(wanted)).count() as u64);
            prop_assert_eq!(facts.verdicts, of);
            let highest = group.iter().map(|lead| told.leads[*lead].columns.value).max();
            prop_assert_eq!(facts.columns.map(|five| i128::from(five.most)), highest);
            let recent = |event: &plain::Event| event.at <= AS_OF && event.at > AS_OF - 30 * DAY;
            let events = |lead: &usize| told.table.leads[*lead].events.iter().filter(|event| recent(event)).count();
            prop_assert_eq!(facts.events, group.iter().map(events).sum::<usize>() as u64);
            let mut all: Vec<usize> = groups.iter().copied().flatten().map(events).collect();
            all.sort_unstable();
            let middle = all.get(all.len().saturating_sub(1) / 2).copied().unwrap_or(0);
            prop_assert_eq!(facts.busy.hits, group.iter().filter(|lead| events(lead) > middle).count() as u64);
        }
        let lines = |lead: usize, name: &str| -> i128 {
            let own = model.criteria().filter(|(side, ..)| *side == Side::Rows).zip(&told.leads[lead].rows.criteria);
            let other = model.criteria().filter(|(side, ..)| *side == Side::Columns).zip(&told.leads[lead].columns.criteria);
            own.chain(other).find(|((.., criterion), _)| criterion.name == name).map_or(0, |(_, on)| on.points)
        };
        for maker in &found.contrast.criteria {
            for (at, group) in groups.iter().enumerate() {
                let each: Vec<i128> = group.iter().map(|lead| lines(*lead, &maker.criterion)).collect();
                prop_assert_eq!(maker.points[at], each.iter().sum::<i128>());
                prop_assert_eq!(maker.size[at], each.iter().map(|points| points.abs()).sum::<i128>());
                prop_assert_eq!(maker.hit[at], Part::new(each.iter().filter(|n| **n != 0).count() as u64, each.len() as u64));
            }
        }
        // Patterns: the same lines, those above none.
        for share in &found.patterns.shares {
            let given = groups[0].iter().map(|lead| lines(*lead, &share.criterion).max(0)).sum::<i128>();
            prop_assert_eq!(share.points, given);
            prop_assert_eq!(share.flagged, given * 100 > found.patterns.points * 25);
        }
    }
}
