//! The engine: equal to the plain scorer lead by lead, equal to itself after any edits, and worked examples by hand.

use proptest::collection::vec;
use proptest::prelude::ProptestConfig;
use proptest::strategy::Strategy;
use proptest::test_runner::TestRunner;

use quadrille::engine::columns::Dataset;
use quadrille::engine::explain::Cause;
use quadrille::engine::explain::Evidence;
use quadrille::engine::explain::explain;
use quadrille::engine::explain::timeline;
use quadrille::engine::rank::Cut;
use quadrille::engine::rank::Fifth;
use quadrille::engine::rank::cut;
use quadrille::engine::rank::order;
use quadrille::engine::score::NO_CELL;
use quadrille::engine::score::Scores;
use quadrille::model::Edit;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::RankKey;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Side;
use quadrille::model::Value;
use quadrille::model::to_ron;

use crate::make::AS_OF;
use crate::make::as_of;
use crate::make::dataset;
use crate::make::derived;
use crate::make::edit;
use crate::make::lead_of;
use crate::make::model;
use crate::make::points;
use crate::make::table;
use crate::make::table_of;
use crate::make::text;
use crate::plain;
use crate::plain::Lead;
use crate::plain::OnCriterion;
use crate::plain::Plain;
use crate::plain::Table;

// ------------------------------------------------------------------------------------------------ random models

#[test]
fn one_lead_scores_as_plainly() {
    scores_as_plainly(1, 1_000);
}

#[test]
fn two_leads_score_as_plainly() {
    scores_as_plainly(2, 1_000);
}

#[test]
fn fifty_leads_score_as_plainly() {
    scores_as_plainly(50, 300);
}

#[test]
fn a_thousand_leads_score_as_plainly() {
    scores_as_plainly(1_000, 8);
}

#[test]
fn no_leads_score_as_plainly() {
    scores_as_plainly(0, 50);
}

#[test]
fn edits_of_one_lead_score_as_from_nothing() {
    edits_score_as_from_nothing(1, 500);
}

#[test]
fn edits_of_fifty_leads_score_as_from_nothing() {
    edits_score_as_from_nothing(50, 120);
}

#[test]
fn edits_of_a_thousand_leads_score_as_from_nothing() {
    edits_score_as_from_nothing(1_000, 5);
}

fn scores_as_plainly(n: usize, cases: u32) {
    check(cases, &(table(n), model(), as_of()), |(table, model, as_of)| {
        let data = derived(model, &dataset(table), *as_of);
        let scores = Scores::new(model, &data, *as_of);
        let plain = plain::score(model, table, *as_of);
        assert_scores(model, &scores, &plain);
        assert_ranks(model, &scores, &plain);
        for lead in 0..n {
            assert_explained(model, &data, &scores, &plain, lead);
        }
    });
}

fn edits_score_as_from_nothing(n: usize, cases: u32) {
    check(cases, &(table(n), model(), vec(edit(), 1..20), as_of()), |(table, first, edits, as_of)| {
        let leads = dataset(table);
        let mut model = first.clone();
        let mut scores = Scores::new(&model, &derived(&model, &leads, *as_of), *as_of);
        let mut undos = Vec::new();
        for edit in edits {
            let before = model.clone();
            match edit.clone().apply(&mut model) {
                Ok(undo) => undos.push(undo),
                Err(_) => assert_eq!(model, before, "a refused edit changes nothing"),
            }
            let data = derived(&model, &leads, *as_of);
            scores.update(&model, &data);
            assert_same(&model, &scores, &Scores::new(&model, &data, *as_of));
        }
        let data = derived(&model, &leads, *as_of);
        let plain = plain::score(&model, table, *as_of);
        assert_scores(&model, &scores, &plain);
        assert_ranks(&model, &scores, &plain);
        for lead in (0..n).step_by(17) {
            assert_explained(&model, &data, &scores, &plain, lead);
        }
        while let Some(undo) = undos.pop() {
            undo.apply(&mut model).expect("what was done can be undone");
            scores.update(&model, &derived(&model, &leads, *as_of));
        }
        assert_eq!(model, *first);
        assert_eq!(to_ron(&model), to_ron(first), "back to the start, byte for byte");
        assert_same(&model, &scores, &Scores::new(first, &derived(first, &leads, *as_of), *as_of));
    });
}

pub fn check<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(&S::Value)) {
    // A failure of many leads is made smaller as long as that is quick.
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 500,
        max_shrink_time: 30_000,
        ..ProptestConfig::default()
    };
    let outcome = TestRunner::new(config).run(strategy, |input| {
        test(&input);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

fn assert_scores(model: &Model, scores: &Scores, plain: &Plain) {
    let n_columns = model.n_bands(Side::Columns);
    let mut counts = vec![0; model.n_bands(Side::Rows) * n_columns];
    let mut held = vec![counts.clone(); model.gates.len()];
    for (lead, expected) in plain.leads.iter().enumerate() {
        assert_eq!(i128::from(scores.value(Side::Rows, lead)), expected.rows.value, "rows of lead {lead}");
        assert_eq!(i128::from(scores.value(Side::Columns, lead)), expected.columns.value, "columns of lead {lead}");
        assert_eq!(usize::from(scores.bands(Side::Rows)[lead]), expected.rows.band, "row band of lead {lead}");
        assert_eq!(usize::from(scores.bands(Side::Columns)[lead]), expected.columns.band, "column band of lead {lead}");
        assert_eq!(scores.inside()[lead], expected.inside, "whether lead {lead} is in the population");
        assert_eq!(scores.recent().get(lead), expected.recent.unwrap_or(i64::MIN), "newest event of lead {lead}");
        assert_eq!(scores.held_by(lead), expected.held, "the gate that holds lead {lead}");
        let cell = expected.rows.band * n_columns + expected.columns.band;
        if expected.inside {
            assert_eq!(usize::from(scores.cell(lead)), cell, "cell of lead {lead}");
            counts[cell] += 1;
            if let Some(gate) = expected.held {
                held[gate][cell] += 1;
            }
        } else {
            assert_eq!(scores.cell(lead), NO_CELL, "lead {lead} is outside the population");
        }
    }
    assert_eq!(scores.counts(), counts);
    for (gate, held) in held.iter().enumerate() {
        assert_eq!(scores.held_counts(gate), held, "leads that gate {gate} holds");
    }
    assert_eq!(scores.counts().iter().sum::<u64>(), scores.size() as u64, "every scored lead is in one cell");
    assert_eq!(scores.size(), plain.order.len());
    assert_eq!(scores.population_problem().is_none(), plain.population_read);
    let first = plain.leads.first();
    let expected = first.iter().flat_map(|lead| lead.rows.criteria.iter().chain(&lead.columns.criteria));
    for (index, (found, expected)) in scores.criteria().zip(expected).enumerate() {
        assert_eq!(found.problem.is_none(), expected.read, "whether criterion {index} can be read");
    }
}

fn assert_ranks(model: &Model, scores: &Scores, plain: &Plain) {
    let order: Vec<usize> = order(model, scores).into_iter().map(|lead| lead as usize).collect();
    assert_eq!(order, plain.order);
    let mut fifths = vec![Fifth::Rest; plain.leads.len()];
    for (rank, lead) in plain.order.iter().enumerate() {
        if rank < plain.n_top {
            fifths[*lead] = Fifth::Top;
        } else if rank < plain.n_top + plain.n_next {
            fifths[*lead] = Fifth::Next;
        }
    }
    let expected = Cut {
        fifths,
        n_top: plain.n_top,
        n_next: plain.n_next,
        n_rest: plain.order.len() - plain.n_top - plain.n_next,
        last_in: plain.n_top.checked_sub(1).map(|last| plain.order[last]),
        ties: plain.ties,
    };
    assert_eq!(cut(model, scores), expected);
}

/// The ledger of a lead sums to its values, gives each criterion its points and tells the truth about what it saw.
fn assert_explained(model: &Model, data: &Dataset, scores: &Scores, plain: &Plain, lead: usize) {
    let explanation = explain(model, data, scores, (lead, &data.events.of_lead(lead)));
    let row = &plain.table.leads[lead];
    let expected = &plain.leads[lead];
    for side in Side::BOTH {
        assert_eq!(explanation.total(side), scores.value(side, lead), "the lines of lead {lead} sum to its value");
    }
    let lines = explanation.lines.iter().filter_map(|line| match &line.cause {
        Cause::Criterion { name, evidence } => Some((line, name, evidence)),
        Cause::Start | Cause::Cap { .. } | Cause::Degradation { .. } | Cause::Bounds | Cause::Scale => None,
    });
    let criteria = model.criteria().zip(expected.rows.criteria.iter().chain(&expected.columns.criteria));
    let mut n_criteria = 0;
    for ((line, name, evidence), ((side, _, criterion), expected)) in lines.clone().zip(criteria) {
        assert_eq!((line.side, name), (side, &criterion.name));
        assert_eq!(i128::from(line.points), expected.points, "points of lead {lead} for {name}");
        assert_evidence(evidence, criterion.on, &criterion.rule, expected, row);
        n_criteria += 1;
    }
    assert_eq!(n_criteria, model.criteria().count());
    assert_eq!(n_criteria, lines.count());

    let happened: Vec<(i64, String, Option<String>)> = timeline(data, scores.as_of(), &data.events.of_lead(lead))
        .into_iter()
        .map(|event| (event.at, event.kind, event.asset))
        .collect();
    let mut events: Vec<(i64, String, Option<String>)> =
        row.events.iter().map(|event| (event.at, event.kind.clone(), event.asset.clone())).collect();
    events.retain(|(at, ..)| *at <= scores.as_of());
    events.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (&a.1, &a.2).cmp(&(&b.1, &b.2))));
    assert_eq!(happened, events, "timeline of lead {lead}");
}

fn assert_evidence(evidence: &Evidence, on: bool, rule: &Rule, expected: &OnCriterion, row: &Lead) {
    match evidence {
        Evidence::NoData(_) => assert!(!expected.read),
        Evidence::Off => assert!(expected.read && !on),
        Evidence::OutOfScope => assert!(expected.read && on && !expected.in_scope),
        Evidence::Fields(fields) => {
            assert!(expected.read && on && expected.in_scope && !matches!(rule, Rule::Activity { .. }));
            for (name, value) in fields {
                assert_eq!(value.as_ref(), row.values.get(name), "{name}");
            }
        }
        Evidence::Events { seen, counted, newest, fresh } => {
            assert!(expected.read && on && expected.in_scope);
            let Rule::Activity { repeat, decay, .. } = rule else { panic!("events for {rule:?}") };
            let max = match repeat {
                Repeat::Once => 1,
                Repeat::Each(max) | Repeat::PerAsset(max) => *max as usize,
                Repeat::Reach(_) | Repeat::FewerThan(..) => panic!("events for {rule:?}"),
            };
            assert_eq!(*seen, expected.seen);
            assert!(*counted <= max.min(*seen), "{counted} of {seen} counted");
            assert!(*counted == max.min(*seen) || matches!(repeat, Repeat::PerAsset(_)));
            assert_eq!(newest.is_some(), *seen > 0);
            // What is counted, as fresh as it still is, is what the points were made of.
            let worth = fresh.unwrap_or(i64::try_from(*counted).expect("few events") * 10_000);
            assert_eq!(fresh.is_some(), decay.is_some());
            assert_eq!(i128::from(worth) * 100, expected.units);
        }
        Evidence::Reached { tier, .. } => {
            let Rule::Activity { repeat: Repeat::Reach(tiers), .. } = rule else { panic!("a tier for {rule:?}") };
            let share = tier.map_or(0, |tier| tiers[tier].share);
            assert_eq!(i128::from(share) * 10_000, expected.units);
        }
        Evidence::Fewer { seen, old_enough } => {
            let Rule::Activity { repeat: Repeat::FewerThan(n, _), .. } = rule else { panic!("fewer for {rule:?}") };
            assert_eq!(*seen, expected.seen);
            assert_eq!(*old_enough && *seen < *n as usize, expected.units != 0);
        }
    }
}

/// Two scores of one model say the same everywhere.
pub fn assert_same(model: &Model, a: &Scores, b: &Scores) {
    for side in Side::BOTH {
        assert!(a.values(side).iter().eq(b.values(side).iter()));
        assert_eq!(a.bands(side), b.bands(side));
        for group in 0..model.axis(side).groups.len() {
            for lead in 0..a.inside().len() {
                assert_eq!(a.group_sum(side, group, lead), b.group_sum(side, group, lead));
            }
        }
    }
    assert!((0..a.inside().len()).all(|lead| a.cell(lead) == b.cell(lead)));
    assert_eq!(a.counts(), b.counts());
    assert_eq!(a.inside(), b.inside());
    assert_eq!((a.size(), a.population_problem()), (b.size(), b.population_problem()));
    assert_eq!(a.recent(), b.recent());
    assert_eq!(a.criteria().count(), b.criteria().count());
    for lead in 0..a.inside().len() {
        assert_eq!(a.held_by(lead), b.held_by(lead));
    }
    for gate in 0..model.gates.len() {
        assert_eq!(a.held_counts(gate), b.held_counts(gate));
        assert_eq!(a.gate_problem(gate), b.gate_problem(gate));
    }
    for (a, b) in a.criteria().zip(b.criteria()) {
        assert_eq!(a.hits, b.hits);
        assert_eq!(a.problem, b.problem);
    }
    assert_eq!(cut(model, a), cut(model, b));
}

// --------------------------------------------------------------------------------------------------- by hand

/// Five criteria of two thirds of a letter each: matched is up, known and not matched is down, unknown is neither.
#[test]
fn ladder_of_grades_from_d_up_and_down() {
    let criterion = |name: &str| {
        format!(r#"(name: "{name}", weight: 2, rule: Match(when: Field("{name}", Is("yes")), otherwise: -100))"#)
    };
    let names = ["title", "industry", "size", "place", "department"];
    let criteria = names.map(criterion).join(",");
    let bands = ["F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+"];
    // In thirds of a letter, D = 2: one matched criterion is two thirds up.
    let ladder = bands.iter().enumerate().map(|(index, label)| match index {
        0 => format!(r#"(label: "{label}")"#),
        index => format!(r#"(label: "{label}", from: {index})"#),
    });
    let ladder = ladder.collect::<Vec<_>>().join(",");
    let model = model_of(&format!(
        r#"(name: "m", rows: (start: 2, floor: 0, ceiling: 12, groups: [(name: "profile", criteria: [{criteria}])], bands: [{ladder}]))"#
    ));
    // 'y' matches, 'n' does not, '?' is unknown.
    for (profile, grade) in [
        ("?????", "D"),
        ("y????", "C-"),
        ("yyyyy", "A+"),
        ("yyyy?", "A-"),
        ("yyyyn", "B"),
        ("n????", "F"),
        ("nnnnn", "F"),
        ("ynyn?", "D"),
        ("yyy??", "B"),
        ("yy???", "C+"),
    ] {
        let values: Vec<(&str, Value)> = names
            .iter()
            .zip(profile.chars())
            .filter(|(_, c)| *c != '?')
            .map(|(name, c)| (*name, text(if c == 'y' { " YES" } else { "no" })))
            .collect();
        let table = table_of(&names.map(|name| (name, FieldType::Text)), vec![lead_of(&values, &[])]);
        let scores = scores_of(&model, &table);
        assert_eq!(model.rows.label(usize::from(scores.bands(Side::Rows)[0])), grade, "{profile}");
    }
}

/// Four questions worth 4 points, answered at 100, 75, 50 or −100 %.
#[test]
fn four_questions_run_from_minus_16_to_16() {
    let names = ["budget", "authority", "need", "timing"];
    let question = |name: &str| {
        format!(
            r#"(name: "{name}", weight: 4, rule: Tiers([
                (when: Field("{name}", Is("a")), share: 100), (when: Field("{name}", Is("b")), share: 75),
                (when: Field("{name}", Is("c")), share: 50), (when: Field("{name}", Known), share: -100)]))"#
        )
    };
    let criteria = names.map(question).join(",");
    let model = model_of(&format!(r#"(name: "m", columns: (groups: [(name: "q", criteria: [{criteria}])]))"#));
    for (answers, total) in
        [("aaaa", 16), ("dddd", -16), ("bbbb", 12), ("cccc", 8), ("abcd", 5), ("aa??", 8), ("????", 0), ("cd??", -2)]
    {
        let values: Vec<(&str, Value)> = names
            .iter()
            .zip(answers.chars())
            .filter(|(_, c)| *c != '?')
            .map(|(name, c)| (*name, text(&c.to_string())))
            .collect();
        let table = table_of(&names.map(|name| (name, FieldType::Text)), vec![lead_of(&values, &[])]);
        assert_eq!(
            scores_of(&model, &table).values(Side::Columns).iter().collect::<Vec<_>>(),
            [points(total)],
            "{answers}"
        );
    }
}

/// A group's criteria are netted first, then the group is clamped, then the axis.
#[test]
fn caps_clamp_the_netted_group_then_the_axis() {
    let model = model_of(
        r#"(name: "m", columns: (start: 3, floor: -6, ceiling: 24,
            groups: [
                (name: "a", min: -5, max: 10, criteria: [
                    (name: "up", weight: 30, rule: Match(when: Field("up", Is(true)))),
                    (name: "down", weight: -25, rule: Match(when: Field("down", Is(true)))),
                ]),
                (name: "b", criteria: [(name: "more", weight: 12, rule: Match(when: Field("more", Is(true)), otherwise: -50))]),
            ]))"#,
    );
    let lead = |values: &[(&str, bool)]| {
        lead_of(&values.iter().map(|(name, yes)| (*name, Value::YesNo(*yes))).collect::<Vec<_>>(), &[])
    };
    let leads = vec![
        // 30 − 25 = 5, inside the group's bounds: the 25 come off the 30, not off the 10.
        lead(&[("up", true), ("down", true)]),
        lead(&[("up", true)]),
        lead(&[("down", true)]),
        // 3 + 10 + 12 = 25, over the axis's ceiling.
        lead(&[("up", true), ("more", true)]),
        // 3 − 5 − 6 = −8, under its floor.
        lead(&[("down", true), ("more", false)]),
        lead(&[]),
    ];
    let table = table_of(&["up", "down", "more"].map(|name| (name, FieldType::YesNo)), leads);
    let data = dataset(&table);
    let scores = Scores::new(&model, &data, AS_OF);
    assert_eq!(scores.values(Side::Columns).iter().collect::<Vec<_>>(), [8, 13, -2, 24, -6, 3].map(points));

    let lines = explain(&model, &data, &scores, (3, &data.events.of_lead(3))).lines;
    let told: Vec<(Option<&str>, i64)> = lines
        .iter()
        .map(|line| match &line.cause {
            Cause::Criterion { name, .. } => (Some(name.as_str()), line.points),
            Cause::Start | Cause::Cap { .. } | Cause::Degradation { .. } | Cause::Bounds | Cause::Scale => {
                (None, line.points)
            }
        })
        .collect();
    let expected = [(None, 3), (Some("up"), 30), (Some("down"), 0), (None, -20), (Some("more"), 12), (None, -1)];
    assert_eq!(told, expected.map(|(name, n)| (name, points(n))));
    assert_eq!(lines[3].cause, Cause::Cap { group: "a".to_owned() });
    assert_eq!(lines[5].cause, Cause::Bounds);
}

/// A window leaves out its first second and holds as-of.
#[test]
fn activity_windows_end_on_the_second() {
    let model = |rule: &str| {
        let criterion = format!(r#"(name: "c", weight: 1, rule: Activity(filter: (kinds: ["click"]), {rule}))"#);
        model_of(&format!(r#"(name: "m", columns: (groups: [(name: "g", criteria: [{criterion}])]))"#))
    };
    let day = 86_400;
    let at = [AS_OF - 2 * day, AS_OF - 2 * day + 1, AS_OF - 3_600, AS_OF - 3_599, AS_OF - 1, AS_OF, AS_OF + 1];
    let mut leads: Vec<Lead> = at.iter().map(|at| lead_of(&[], &[("click", *at)])).collect();
    leads.push(lead_of(&[], &at.map(|at| ("click", at))));
    leads.push(lead_of(&[], &[("visit", AS_OF)]));
    let table = table_of(&[], leads);
    for (rule, counts) in [
        ("within: Days(2), repeat: Each(4)", [0, 1, 1, 1, 1, 1, 0, 4, 0]),
        ("within: Days(2), repeat: Each(9)", [0, 1, 1, 1, 1, 1, 0, 5, 0]),
        ("within: Hours(1), repeat: Each(9)", [0, 0, 0, 1, 1, 1, 0, 3, 0]),
        ("within: Hours(1)", [0, 0, 0, 1, 1, 1, 0, 1, 0]),
        ("repeat: Each(9)", [1, 1, 1, 1, 1, 1, 0, 6, 0]),
    ] {
        assert_eq!(
            scores_of(&model(rule), &table).values(Side::Columns).iter().collect::<Vec<_>>(),
            counts.map(points),
            "{rule}"
        );
    }
}

/// A count is of whole steps, never negative, at most the maximum, and exact for decimals.
#[test]
fn amounts_count_whole_steps_exactly() {
    let model = |rule: &str| {
        let criterion = format!(r#"(name: "c", weight: -3, rule: Amount({rule}))"#);
        model_of(&format!(r#"(name: "m", columns: (groups: [(name: "g", criteria: [{criterion}])]))"#))
    };
    let budgets: [Option<i64>; 8] =
        [None, Some(-30_000_000), Some(0), Some(299_999), Some(300_000), Some(899_999), Some(900_000), Some(i64::MAX)];
    let leads = budgets.iter().map(|budget| match budget {
        Some(budget) => lead_of(&[("budget", Value::Decimal(*budget)), ("visits", Value::Whole(*budget))], &[]),
        None => lead_of(&[], &[]),
    });
    let table = table_of(&[("budget", FieldType::Decimal), ("visits", FieldType::Whole)], leads.collect());
    for (rule, counts) in [
        (r#"field: "budget", per: 0.3, max: 5"#, [0, 0, 0, 0, 1, 2, 3, 5]),
        (r#"field: "budget", per: 1, max: 300"#, [0, 0, 0, 0, 0, 0, 0, 300]),
        (r#"field: "budget", per: 0.000001, max: 100000"#, [0, 0, 0, 100_000, 100_000, 100_000, 100_000, 100_000]),
        (r#"field: "visits", per: 300000, max: 2"#, [0, 0, 0, 0, 1, 2, 2, 2]),
        (r#"field: "visits", per: 299999.5, max: 9"#, [0, 0, 0, 0, 1, 3, 3, 9]),
    ] {
        let expected = counts.map(|count: i64| points(-3 * count));
        assert_eq!(
            scores_of(&model(rule), &table).values(Side::Columns).iter().collect::<Vec<_>>(),
            expected,
            "{rule}"
        );
    }
}

/// The top group is the first ceil(20 %); its ties are those with the scores of its last.
#[test]
fn ties_at_the_cut_are_counted() {
    let mut model = model_of(
        r#"(name: "m", columns: (groups: [(name: "g", criteria: [
            (name: "c", weight: 1, rule: Amount(field: "n", per: 1, max: 100))])]))"#,
    );
    // Eleven leads: the top is three, the next two.
    let scores = [5, 9, 7, 7, 7, 1, 0, 7, 2, 2, 2];
    let leads = scores.iter().enumerate().map(|(index, n)| {
        let event = ("visit", AS_OF - i64::try_from(index).expect("small"));
        // The last lead of the sevens has no event at all.
        lead_of(&[("n", Value::Whole(*n))], if index == 7 { &[] } else { std::slice::from_ref(&event) })
    });
    let table = table_of(&[("n", FieldType::Whole)], leads.collect());
    let data = dataset(&table);
    let scores = Scores::new(&model, &data, AS_OF);
    assert_eq!(order(&model, &scores), [1, 2, 3, 4, 7, 0, 8, 9, 10, 5, 6]);
    let by_recency = cut(&model, &scores);
    assert_eq!((by_recency.n_top, by_recency.n_next, by_recency.n_rest), (3, 2, 6));
    assert_eq!((by_recency.last_in, by_recency.ties), (Some(3), 4));
    assert_eq!(by_recency.fifths[7], Fifth::Next);

    model.top_share = 1;
    let scores = Scores::new(&model, &data, AS_OF);
    assert_eq!((cut(&model, &scores).last_in, cut(&model, &scores).ties), (Some(1), 1), "a share is rounded up");
}

/// Recency breaks ties where it comes last, and decides like any key where it does not.
#[test]
fn recency_decides_where_it_is_not_the_last_key() {
    let mut model = model_of(
        r#"(name: "m", columns: (groups: [(name: "g", criteria: [
            (name: "c", weight: 1, rule: Amount(field: "n", per: 1, max: 100))])]))"#,
    );
    model.top_share = 34;
    let leads = [(1, 5), (2, 5), (9, 7), (2, 9), (2, 9)];
    let leads = leads.map(|(n, ago)| lead_of(&[("n", Value::Whole(n))], &[("visit", AS_OF - ago)])).to_vec();
    let table = table_of(&[("n", FieldType::Whole)], leads);
    use RankKey::Columns;
    use RankKey::Recent;
    for (keys, last, ties) in [
        // By value, and then whoever did something last: 9, 2, 2, 2, 1.
        (vec![Columns, Recent], 1, 3),
        (vec![Recent], 1, 2),
        // Two have the same last instant, and 2 is more than 1.
        (vec![Recent, Columns], 0, 1),
    ] {
        model.rank_by.clone_from(&keys);
        let scores = scores_of(&model, &table);
        assert_eq!((cut(&model, &scores).last_in, cut(&model, &scores).ties), (Some(last), ties), "{keys:?}");
    }
}

/// Who is graded by what it did is so only where the criterion counts for it.
#[test]
fn a_changed_scope_changes_who_is_graded() {
    let of = |scope: &str| {
        let criterion =
            format!(r#"(name: "c", weight: 1, scope: {scope}, rule: Activity(filter: (kinds: ["visit"])))"#);
        model_of(&format!(r#"(name: "m", ungraded: "?", rows: (groups: [(name: "g", criteria: [{criterion}])]))"#))
    };
    let leads = [("FR", true), ("DE", true), ("FR", false)];
    let visit = [("visit", AS_OF)];
    let leads = leads.map(|(country, came)| lead_of(&[("country", text(country))], &visit[..usize::from(came)]));
    let table = table_of(&[("country", FieldType::Text)], leads.to_vec());
    let data = dataset(&table);
    let mut scores = Scores::new(&of("All([])"), &data, AS_OF);
    assert_eq!(scores.bands(Side::Rows), [1, 1, 0]);
    for (scope, rows) in [(r#"Field("country", Is("fr"))"#, [1, 0, 0]), (r#"Field("country", Is("de"))"#, [0, 1, 0])] {
        let model = of(scope);
        scores.update(&model, &data);
        assert_eq!(scores.bands(Side::Rows), rows, "{scope}");
        assert_same(&model, &scores, &scores_of(&model, &table));
    }
}

/// Several degradations may each take all there is, far below zero; nothing wraps.
#[test]
fn degradations_add_up_below_zero_without_wrapping() {
    let model = model_of(
        r#"(name: "m", columns: (start: 100000, degradations: [
            Inactive([(days: 1, take: Percent(100))]), Inactive([(days: 1, take: Percent(100))]),
            Inactive([(days: 1, take: DownTo(0))]), Inactive([(days: 1, take: Percent(100))])]))"#,
    );
    let lead = lead_of(&[(plain::CREATED, Value::Date(AS_OF - 86_400))], &[]);
    let table = table_of(&[(plain::CREATED, FieldType::Date)], vec![lead]);
    assert_eq!(scores_of(&model, &table).value(Side::Columns, 0), points(-300_000));
}

/// A rank key said twice says nothing new, however many there are.
#[test]
fn repeated_rank_keys_count_once() {
    let mut model = model_of(
        r#"(name: "m", columns: (groups: [(name: "g", criteria: [
            (name: "c", weight: 1, rule: Amount(field: "n", per: 1, max: 100))])]))"#,
    );
    model.rank_by = [[RankKey::Rows; 5].as_slice(), &[RankKey::Columns]].concat();
    model.top_share = 34;
    let leads = [3, 8, 5].map(|n| lead_of(&[("n", Value::Whole(n))], &[])).to_vec();
    let data = dataset(&table_of(&[("n", FieldType::Whole)], leads));
    let scores = Scores::new(&model, &data, AS_OF);
    assert_eq!(order(&model, &scores), [1, 2, 0]);
    assert_eq!(cut(&model, &scores).ties, 1);
}

/// Text compares trimmed and in lower case, character by character; accents count.
#[test]
fn text_compares_without_case_or_margins() {
    for (value, test, holds) in [
        ("É", r#"Is("é")"#, true),
        ("e", r#"Is("é")"#, false),
        ("é", r#"Is("e")"#, false),
        // An accent in a character of its own is another text.
        ("e\u{301}", r#"Is("é")"#, false),
        (" FR ", r#"Is("fr")"#, true),
        ("fr", r#"Is(" FR\t")"#, true),
        ("\u{a0}FR", r#"Is("fr")"#, true),
        ("F R", r#"Is("fr")"#, false),
        ("İstanbul", r#"Is("istanbul")"#, true),
        ("ISTANBUL", r#"Is("istanbul")"#, true),
        ("ISTANBUL", r#"Is("ıstanbul")"#, false),
        ("STRASSE", r#"Is("straße")"#, false),
        ("STRAẞE", r#"Is("straße")"#, true),
        ("ΣΑΣ", r#"Is("σασ")"#, true),
        ("ΣΑΣ", r#"Is("σας")"#, false),
        ("Directeur Général", r#"Contains(" GÉNÉRAL")"#, true),
        ("Directeur Général", r#"Contains("general")"#, false),
        ("  Directeur", r#"StartsWith("dir")"#, true),
        ("sous-directeur", r#"StartsWith("dir")"#, false),
        ("12.5", "Is(12.5)", true),
        ("12.50", "Is(12.5)", false),
        ("TRUE", "Is(true)", true),
        ("de", r#"OneOf(["fr", "DE"])"#, true),
    ] {
        let table = table_of(&[("f", FieldType::Text)], vec![lead_of(&[("f", text(value))], &[])]);
        assert_eq!(matches(test, &table), [holds], "{value:?} {test}");
    }
}

/// A day is all its seconds in the workspace's zone, however long its clocks make it.
#[test]
fn days_are_days_of_the_zone() {
    let utc = |text: &str| {
        chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").expect("a date").and_utc().timestamp()
    };
    let days = |zone: chrono_tz::Tz, at: &[&str], test: &str| {
        let leads = at.iter().map(|at| lead_of(&[("f", Value::Date(utc(at)))], &[])).collect();
        let mut table = table_of(&[("f", FieldType::Date)], leads);
        table.zone = zone;
        matches(test, &table)
    };
    let paris = chrono_tz::Europe::Paris;
    // 23 hours long: clocks go from 02:00 to 03:00.
    let spring = ["2026-03-28 22:59:59", "2026-03-28 23:00:00", "2026-03-29 21:59:59", "2026-03-29 22:00:00"];
    assert_eq!(days(paris, &spring, r#"Is("2026-03-29")"#), [false, true, true, false]);
    assert_eq!(days(paris, &spring, r#"Before("2026-03-29")"#), [true, false, false, false]);
    assert_eq!(days(paris, &spring, r#"After("2026-03-29")"#), [false, false, false, true]);
    assert_eq!(days(paris, &spring, r#"AtMost("2026-03-29")"#), [true, true, true, false]);
    // 25 hours long.
    let autumn = ["2025-10-25 21:59:59", "2025-10-25 22:00:00", "2025-10-26 22:59:59", "2025-10-26 23:00:00"];
    assert_eq!(days(paris, &autumn, r#"Is("2025-10-26")"#), [false, true, true, false]);
    // No midnight: clocks go from 00:00 to 01:00.
    let santiago = ["2025-09-07 03:59:59", "2025-09-07 04:00:00", "2025-09-08 02:59:59", "2025-09-08 03:00:00"];
    assert_eq!(days(chrono_tz::America::Santiago, &santiago, r#"Is("2025-09-07")"#), [false, true, true, false]);
    // No 30 December at all: the 29th ends where the 31st begins.
    let apia = ["2011-12-29 09:59:59", "2011-12-29 10:00:00", "2011-12-30 09:59:59", "2011-12-30 10:00:00"];
    assert_eq!(days(chrono_tz::Pacific::Apia, &apia, r#"Is("2011-12-29")"#), [false, true, true, false]);
    assert_eq!(days(chrono_tz::Pacific::Apia, &apia, r#"Is("2011-12-30")"#), [false; 4]);
    assert_eq!(days(chrono_tz::Pacific::Apia, &apia, r#"After("2011-12-30")"#), [false, false, false, true]);
}

/// What holds counts in full, even if it holds because nothing is known; only then is "otherwise" a matter of knowing.
#[test]
fn match_holds_before_it_asks_what_is_known() {
    for (when, otherwise, [known_fr, known_de, unknown]) in [
        (r#"Field("f", Is("fr"))"#, -50, [10, -5, 0]),
        (r#"Field("f", Is("fr"))"#, 0, [10, 0, 0]),
        (r#"Field("f", Unknown)"#, 0, [0, 0, 10]),
        (r#"Field("f", Unknown)"#, -50, [-5, -5, 10]),
        (r#"Not(Field("f", Is("fr")))"#, 0, [0, 10, 10]),
        (r#"Not(Field("f", Is("fr")))"#, -50, [-5, 10, 10]),
        ("All([])", 0, [10, 10, 10]),
        ("All([])", -50, [10, 10, 10]),
        ("Any([])", -50, [0, 0, 0]),
    ] {
        let criterion = format!(r#"(name: "c", weight: 10, rule: Match(when: {when}, otherwise: {otherwise}))"#);
        let model = model_of(&format!(r#"(name: "m", columns: (groups: [(name: "g", criteria: [{criterion}])]))"#));
        let leads = vec![lead_of(&[("f", text("FR"))], &[]), lead_of(&[("f", text("DE"))], &[]), Lead::default()];
        let table = table_of(&[("f", FieldType::Text)], leads);
        let values = scores_of(&model, &table);
        assert_eq!(
            values.values(Side::Columns).iter().collect::<Vec<_>>(),
            [known_fr, known_de, unknown].map(points),
            "{when} {otherwise}"
        );
    }
}

/// A held key can run away with a number; the scores stay whole.
#[test]
fn a_group_edited_to_its_extremes_and_back_is_unchanged() {
    let mut model = model_of(
        r#"(name: "m", columns: (groups: [(name: "g", criteria: [
            (name: "c", weight: 7, rule: Amount(field: "n", per: 1, max: 100000)),
            (name: "d", weight: 2, rule: Match(when: Field("n", Known)))])]))"#,
    );
    let table = table_of(&[("n", FieldType::Whole)], vec![lead_of(&[("n", Value::Whole(i64::MAX))], &[])]);
    let data = dataset(&table);
    let mut scores = Scores::new(&model, &data, AS_OF);
    for (weight, value) in [(1_000_000, 100_000_000_002), (-1_000_000, -99_999_999_998), (0, 2), (7, 700_002)] {
        let edit = Edit::SetWeight { criterion: "c".to_owned(), weight };
        edit.apply(&mut model).expect("a weight in bounds");
        scores.update(&model, &data);
        assert_eq!(scores.values(Side::Columns).iter().collect::<Vec<_>>(), [points(value)]);
    }
}

/// Reads a model without checking it: the scorer holds its meaning even where a check would refuse it.
fn model_of(ron: &str) -> Model {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(ron).unwrap_or_else(|error| panic!("{error}\n{ron}"))
}

/// Scores the leads, and holds the plain scorer to the same example.
fn scores_of(model: &Model, table: &Table) -> Scores {
    let data = dataset(table);
    let scores = Scores::new(model, &data, AS_OF);
    let plain = plain::score(model, table, AS_OF);
    assert_scores(model, &scores, &plain);
    assert_ranks(model, &scores, &plain);
    scores
}

/// Returns for which leads a test on the field `f` holds.
fn matches(test: &str, table: &Table) -> Vec<bool> {
    let criterion = format!(r#"(name: "c", weight: 1, rule: Match(when: Field("f", {test})))"#);
    let model = model_of(&format!(r#"(name: "m", columns: (groups: [(name: "g", criteria: [{criterion}])]))"#));
    let scores = scores_of(&model, table);
    let problem = scores.criteria().find_map(|criterion| criterion.problem.as_ref());
    assert!(problem.is_none(), "{problem:?}");
    scores.values(Side::Columns).iter().map(|value| value == points(1)).collect()
}
