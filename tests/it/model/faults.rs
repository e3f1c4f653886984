//! One bad example of every fault of the parts of a model, each with the place where it is told: at the mark `¤`.

use quadrille::model::Edit;
use quadrille::model::EditError;
use quadrille::model::Part;
use quadrille::model::parse;

use super::each;
use super::hints;
use super::problems;
use super::told;

/// Checks that a text is refused with exactly one fault, at its mark.
#[track_caller]
fn check(marked: &str, id: &str) {
    let before = &marked[..marked.find('¤').expect("a mark")];
    let line = before.matches('\n').count() as u64 + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u64 + 1;
    let text = marked.replace('¤', "");
    let found: Vec<_> = problems(&text).iter().map(told).collect();
    assert_eq!(found, [(id, line, column)], "{text}");
}

#[track_caller]
fn sound(text: &str) {
    if let Err(problems) = parse(text) {
        panic!("{text}\n{problems:?}");
    }
}

/// A model of one criterion that counts events.
fn activity(parts: &str) -> String {
    format!(
        "(name: \"m\", columns: (groups: [(name: \"g\", criteria: [\n\
        (name: \"a\", weight: 1, rule: Activity({parts})),\n])]))"
    )
}

fn axis(parts: &str) -> String {
    format!("(name: \"m\", columns: (\n{parts}\n))")
}

/// An axis whose best is 10.
fn scaled(scale: &str) -> String {
    axis(&format!(
        "{scale}, groups: [(name: \"g\", criteria: [(name: \"a\", weight: 10, rule: Match(when: Field(\"x\", Known)))])]"
    ))
}

fn model(parts: &str) -> String {
    format!("(name: \"m\",\n{parts}\n)")
}

#[test]
fn filters_test_text_as_text_and_numbers_as_numbers() {
    for what in ["channel", "asset", "campaign"] {
        for test in ["Is(\"x\")", "OneOf([\"x\"])", "Contains(\"x\")", "StartsWith(\"x\")", "Known", "Unknown"] {
            sound(&activity(&format!("filter: ({what}: {test})")));
        }
        for test in
            ["Is(5)", "OneOf([\"x\", true])", "AtLeast(\"x\")", "MoreThan(5)", "Before(\"2026-01-31\")", "InLast(5)"]
        {
            check(&activity(&format!("filter: ({what}: ¤{test})")), "model-test-of-text");
        }
    }
    for test in [
        "Is(5)",
        "OneOf([1, 2.5])",
        "AtLeast(5)",
        "AtMost(5)",
        "MoreThan(0.5)",
        "LessThan(5)",
        "Between(1, 2)",
        "Known",
    ] {
        sound(&activity(&format!("filter: (value: {test})")));
    }
    for test in ["Is(\"5\")", "OneOf([1, true])", "Contains(\"5\")", "AtLeast(\"x\")", "Between(1, \"x\")", "InLast(5)"]
    {
        check(&activity(&format!("filter: (value: ¤{test})")), "model-test-of-numbers");
    }
    check(&activity("filter: (asset: ¤OneOf([]))"), "model-empty-one-of");
    check(&activity("filter: (value: ¤Between(2, 1))"), "model-reversed-between");
    check(&activity("filter: (kinds: [\"a\", ¤\" \"])"), "model-empty-name");
}

#[test]
fn decays_and_repeats_have_bounds() {
    for parts in [
        "filter: (), decay: ¤HalfLife(0)",
        "filter: (), decay: ¤HalfLife(36501)",
        "filter: (), decay: ¤Line(0)",
        "filter: (), decay: Step(percent: ¤0, every: 30)",
        "filter: (), decay: Step(percent: ¤101, every: 30)",
        "filter: (), decay: Step(percent: 50, every: ¤0)",
        "filter: (), repeat: ¤PerAsset(0)",
        "filter: (), repeat: ¤PerAsset(100001)",
        "filter: (), repeat: Reach([(at_least: ¤100001, share: 1)])",
        "filter: (), repeat: Reach([(at_least: 1, share: ¤101)])",
        "filter: (), repeat: Reach([(at_least: 1, within: ¤Days(0), share: 1)])",
        "filter: (), repeat: ¤FewerThan(0, Days(90))",
        "filter: (), repeat: FewerThan(2, ¤Hours(0))",
    ] {
        check(&activity(parts), "model-out-of-bounds");
    }
    check(&activity("filter: (), repeat: Reach(¤[])"), "model-no-tiers");
    let tiers = each(65, |n| format!("(at_least: {n}, share: 1),"));
    check(&activity(&format!("filter: (), repeat: Reach(¤[{tiers}])")), "model-many-tiers");
    check(
        &activity("filter: (), repeat: Reach([(at_least: 3, share: 1), (at_least: ¤3, at_most: 2, share: 1)])"),
        "model-reversed-bounds",
    );
    sound(&activity("filter: (), repeat: Reach([(at_least: 0, at_most: 0, within: Hours(72), share: -100)])"));
    sound(&activity("filter: (), within: Days(5), repeat: PerAsset(100000), decay: Step(percent: 100, every: 36500)"));
}

#[test]
fn windows_of_their_own_allow_no_other_and_no_decay() {
    for repeat in ["Reach([(at_least: 1, share: 1)])", "FewerThan(2, Days(90))"] {
        sound(&activity(&format!("filter: (), repeat: {repeat}")));
        check(&activity(&format!("filter: (), within: ¤Days(5), repeat: {repeat}")), "model-window-of-its-own");
        check(&activity(&format!("filter: (), repeat: {repeat}, decay: ¤Line(5)")), "model-nothing-decays");
    }
}

#[test]
fn only_gates_test_axes_and_only_as_numbers() {
    let gate = |test: &str| {
        model(&format!("gates: [(name: \"g\", pass: Not(Axis(Rows, {test})), zone: \"z\")], zones: [(name: \"z\")]"))
    };
    for test in ["Is(5)", "OneOf([1, 2])", "AtLeast(50)", "AtMost(5.5)", "MoreThan(50)", "LessThan(5)", "Between(1, 2)"]
    {
        sound(&gate(test));
    }
    for test in ["Is(\"A\")", "Contains(\"A\")", "Known", "Unknown", "InLast(5)", "Before(\"2026-01-31\")"] {
        check(&gate(&format!("¤{test}")), "model-axis-test");
    }
    check(&gate("¤Between(2, 1)"), "model-reversed-between");
    let axis = "¤Axis(Rows, MoreThan(5))";
    for elsewhere in [
        format!("population: {axis}"),
        format!("population: All([Any([Not({axis})])])"),
        format!("derived: [(name: \"d\", cases: [(when: {axis}, value: 1)])]"),
        format!("learned: [(name: \"l\", won: {axis}, lost: All([]), fields: [\"x\"])]"),
        format!("alerts: [(name: \"a\", when: {axis}, filter: ())]"),
        format!("rows: (groups: [(name: \"g\", criteria: [(name: \"a\", weight: 1, rule: Match(when: {axis}))])])"),
        format!(
            "rows: (groups: [(name: \"g\", criteria: [(name: \"a\", weight: 1, scope: {axis}, rule: Match(when: All([])))])])"
        ),
        format!(
            "rows: (groups: [(name: \"g\", criteria: [(name: \"a\", weight: 1, rule: Tiers([(when: {axis}, share: 1)]))])])"
        ),
    ] {
        check(&model(&elsewhere), "model-axis-outside-gate");
    }
    sound(&model("population: Any([Field(\"size\", MoreThan(5)), Field(\"size\", LessThan(-5.5))])"));
}

#[test]
fn what_is_lost_has_bounds_and_an_order() {
    let degradations = |parts: &str| axis(&format!("degradations: [{parts}]"));
    sound(&degradations(
        "Inactive([(days: 30, take: Points(10)), (days: 90, take: Percent(100)), (days: 91, take: DownTo(-5))]), \
        SlowClimb(gain: 10, over: 60, below: 100, points: 10)",
    ));
    for parts in [
        "Inactive([(days: ¤0, take: Points(1))])",
        "Inactive([(days: ¤36501, take: Points(1))])",
        "Inactive([(days: 1, take: ¤Points(-1))])",
        "Inactive([(days: 1, take: ¤Points(1000000001))])",
        "Inactive([(days: 1, take: ¤Percent(101))])",
        "Inactive([(days: 1, take: ¤DownTo(1000000001))])",
        "SlowClimb(gain: ¤-1, over: 60, below: 100, points: 10)",
        "SlowClimb(gain: 10, over: ¤0, below: 100, points: 10)",
        "SlowClimb(gain: 10, over: 60, below: ¤1000000001, points: 10)",
        "SlowClimb(gain: 10, over: 60, below: 100, points: ¤-10)",
    ] {
        check(&degradations(parts), "model-out-of-bounds");
    }
    check(&degradations("Inactive(¤[])"), "model-empty-list");
    check(&degradations("Inactive([(days: 30, take: Points(1)), (days: ¤30, take: Points(2))])"), "model-idle-order");
    let steps = each(65, |n| format!("(days: {}, take: Points(1)),", n + 1));
    check(&degradations(&format!("Inactive(¤[{steps}])")), "model-many-parts");
    let many = "SlowClimb(gain: 1, over: 1, below: 1, points: 1),".repeat(65);
    check(&axis(&format!("degradations: ¤[{many}]")), "model-many-parts");
    // Each of them may take all there is; what they take together must be counted too.
    let heavy = "(name: \"a\", weight: 1000000, rule: Amount(field: \"x\", per: 1, max: 99999))";
    let all = "Inactive([(days: 1, take: Percent(100))]),".repeat(64);
    let group = format!("groups: [(name: \"g\", criteria: [¤{heavy}])]");
    check(&axis(&format!("{group}, degradations: [{all}]")), "model-sum-too-large");
    sound(&axis(&group.replace('¤', "")));
}

#[test]
fn a_scale_needs_two_ends_and_a_best() {
    sound(&scaled("scale: To(1, 100)"));
    sound(&scaled("scale: To(-1000000, 1000000)"));
    check(&scaled("scale: ¤To(100, 1)"), "model-scale-reversed");
    check(&scaled("scale: ¤To(1, 1)"), "model-scale-reversed");
    check(&scaled("scale: ¤To(-1000001, 1)"), "model-out-of-bounds");
    check(&scaled("scale: To(1, ¤1000001)"), "model-out-of-bounds");
    check(&scaled("start: -10, scale: ¤To(1, 100)"), "model-scale-without-best");
    check(&axis("scale: ¤To(1, 100)"), "model-scale-without-best");
    let unbounded = |rule: &str, max: &str| {
        axis(&format!(
            "scale: To(1, 100), groups: [(name: \"g\"{max}, criteria: [\n(name: \"bounded\", weight: 1, rule: Match(when: All([]))),\n\
            ¤(name: \"views\", weight: 1, rule: {rule})])]"
        ))
    };
    for rule in [
        "Amount(field: \"x\", per: 1, max: 100000)",
        "Activity(filter: (), repeat: Each(100000))",
        "Activity(filter: (), repeat: PerAsset(100000))",
    ] {
        let text = unbounded(rule, "");
        check(&text, "model-scale-unbounded");
        assert_eq!(hints(&text.replace('¤', "")), ["count \"views\" fewer times, or give the group \"g\" a max"]);
        let text = text.replace('¤', "");
        sound(&unbounded(rule, ", max: 40").replace('¤', ""));
        sound(&text.replace("100000)", "99999)"));
        sound(&text.replace("\"views\", weight: 1", "\"views\", weight: -1"));
        sound(&text.replace("\"views\", weight: 1", "\"views\", weight: 1, on: false"));
        sound(&text.replace("scale: To(1, 100), ", ""));
    }
}

#[test]
fn gates_and_alerts_have_names_and_gates_a_zone() {
    let zones = "zones: [(name: \"nurture\"), (name: \"call\")]";
    let gates = |parts: &str| model(&format!("gates: [{parts}],\n{zones}"));
    sound(&gates("(name: \"a\", pass: All([]), zone: \"call\"), (name: \"b\", pass: All([]), zone: \"call\")"));
    check(&gates("(name: ¤\"\", pass: All([]), zone: \"call\")"), "model-empty-name");
    check(
        &gates("(name: \"a\", pass: All([]), zone: \"call\"), (name: ¤\"a\", pass: All([]), zone: \"call\")"),
        "model-duplicate-name",
    );
    let misspelt = gates("(name: \"a\", pass: All([]), zone: ¤\"nurtur\")");
    check(&misspelt, "model-gate-no-such-zone");
    assert_eq!(hints(&misspelt.replace('¤', "")), ["did you mean \"nurture\"?"]);
    check(&gates("(name: \"a\", pass: Field(¤\"\", Known), zone: \"call\")"), "model-empty-name");
    let many = each(65, |n| format!("(name: \"{n}\", pass: All([]), zone: \"call\"),"));
    check(&model(&format!("gates: ¤[{many}],\n{zones}")), "model-many-parts");

    let alerts = |parts: &str| model(&format!("alerts: [{parts}]"));
    sound(&alerts("(name: \"a\", filter: (kinds: [\"demo\"]), within: Hours(72), action: \"Call\")"));
    check(&alerts("(name: ¤\"\", filter: ())"), "model-empty-name");
    check(&alerts("(name: \"a\", filter: ()), (name: ¤\"a\", filter: ())"), "model-duplicate-name");
    check(&alerts("(name: \"a\", filter: (value: ¤Is(\"x\")))"), "model-test-of-numbers");
    check(&alerts("(name: \"a\", filter: (), within: ¤Days(0))"), "model-out-of-bounds");
    let many = each(65, |n| format!("(name: \"{n}\", filter: ()),"));
    check(&model(&format!("alerts: ¤[{many}]")), "model-many-parts");
}

#[test]
fn the_ungraded_are_a_row_of_every_map() {
    let graded = |ungraded: &str, rows: &str| {
        model(&format!(
            "rows: (bands: [(label: \"D\"), (label: \"A\", from: 10)]), ungraded: {ungraded}, zones: [(name: \"z\")],\n\
            maps: [(name: \"now\", rows: {rows})]"
        ))
    };
    let both = "(\"D\", [\"z\"]), (\"A\", [\"z\"])";
    sound(&graded("\"?\"", &format!("[{both}, (\"?\", [\"z\"])]")));
    check(&graded("\"?\"", &format!("¤[{both}]")), "model-map-missing-row");
    let clash = graded("¤\"D\"", &format!("[{both}]"));
    check(&clash, "model-ungraded-is-a-band");
    assert_eq!(hints(&clash.replace('¤', "")), ["the first is at 2:24"]);
    check(&graded("¤\" \"", &format!("[{both}, (\" \", [\"z\"])]")), "model-empty-name");
    check(&graded("\"\"", &format!("[{both}, (¤\"?\", [\"z\"])]")), "model-map-unknown-row");
}

#[test]
fn derived_fields_read_what_is_there_before_them() {
    let derived = |parts: &str| model(&format!("derived: [{parts}]"));
    let case = "(when: All([]), value: 1)";
    sound(&derived(&format!(
        "(name: \"a\", cases: [{case}]), (name: \"b\", cases: [(when: Field(\"a\", Is(1)), value: 1)])"
    )));
    check(&derived(&format!("(name: ¤\"\", cases: [{case}])")), "model-empty-name");
    check(
        &derived(&format!("(name: \"a\", cases: [{case}]), (name: ¤\"a\", cases: [{case}])")),
        "model-duplicate-name",
    );
    check(&derived("(name: \"a\", cases: ¤[])"), "model-empty-list");
    check(&derived(&format!("(name: \"a\", cases: ¤[{}])", format!("{case},").repeat(65))), "model-many-parts");
    check(&derived("(name: \"a\", cases: [(when: ¤Field(\"a\", Known), value: 1)])"), "model-reads-itself");
    check(
        &derived(&format!(
            "(name: \"a\", cases: [(when: ¤All([Field(\"b\", Known), Field(\"b\", Known)]), value: 1)]), (name: \"b\", cases: [{case}])"
        )),
        "model-reads-later",
    );
    check(
        &model(&format!(
            "derived: [(name: \"a\", cases: [(when: ¤Field(\"l\", AtLeast(50)), value: 1)])],\n{}",
            "learned: [(name: \"l\", won: All([]), lost: All([]), fields: [\"x\"])]"
        )),
        "model-reads-later",
    );
    check(&derived(&format!("(name: \"a\", cases: [{case}, (when: All([]), value: ¤\"x\")])")), "model-derived-kinds");
    check(&derived(&format!("(name: \"a\", cases: [{case}], otherwise: ¤true)")), "model-derived-kinds");
    let mixed = derived(&format!("(name: \"a\", cases: [{case}], otherwise: ¤2.5)"));
    check(&mixed, "model-derived-kinds");
    assert_eq!(hints(&mixed.replace('¤', "")), ["write whole numbers among decimals with a decimal: 3.0"]);
    let many = each(65, |n| format!("(name: \"{n}\", cases: [{case}]),"));
    check(&model(&format!("derived: ¤[{many}]")), "model-many-parts");
}

#[test]
fn learned_fields_have_fields_stages_days_and_counts() {
    let learned = |parts: &str| {
        model(&format!("learned: [(name: \"l\", won: Field(\"w\", Is(true)), lost: Field(\"w\", Is(false)), {parts})]"))
    };
    sound(&learned(
        "fields: [\"x\", \"y\"], blanks_count: [\"x\"], tags: [\"y\"], stage: (field: \"s\", order: [\"new\", \"won\"]), \
        since: \"2024-02-29\", lesson: (at: \"2026-01-31T09:30:00Z\", won: 40, lost: 40, tallies: [\
        (field: \"x\", value: \"a\", won: 1, lost: 1), (field: \"x\", won: 1, lost: 1)])",
    ));
    sound(&learned("fields: [\"x\"], lesson: (at: \"2026-01-31\", won: 0, lost: 0, tallies: [])"));
    check(&learned("fields: ¤[]"), "model-empty-list");
    check(&learned("fields: [\"x\", ¤\" \"]"), "model-empty-name");
    check(&learned("fields: [\"x\", ¤\"x\"]"), "model-twice-in-list");
    check(&learned("fields: [\"x\"], tags: [\"t\", ¤\"t\"]"), "model-twice-in-list");
    check(&learned("fields: [¤\"l\"]"), "model-reads-itself");
    check(&learned("fields: [\"x\"], stage: (field: ¤\"\", order: [\"new\"])"), "model-empty-name");
    check(&learned("fields: [\"x\"], stage: (field: ¤\"l\", order: [\"new\"])"), "model-reads-itself");
    check(&learned("fields: [\"x\"], stage: (field: \"s\", order: ¤[])"), "model-empty-list");
    check(&learned("fields: [\"x\"], stage: (field: \"s\", order: [\"a\", \"b\", ¤\"a\"])"), "model-twice-in-list");
    for day in ["", "2026-1-31", "31.01.2026", "2026-02-30", "2026-01-31T00:00:00Z"] {
        check(&learned(&format!("fields: [\"x\"], since: ¤\"{day}\"")), "model-bad-day");
    }
    let lesson = |parts: &str| learned(&format!("fields: [\"x\"], lesson: ({parts})"));
    check(&lesson("at: ¤\"yesterday\", won: 1, lost: 1, tallies: []"), "model-bad-instant");
    check(&lesson("at: \"2026-01-31\", won: ¤1000000000001, lost: 1, tallies: []"), "model-out-of-bounds");
    let tally = |parts: &str| lesson(&format!("at: \"2026-01-31\", won: 1, lost: 1, tallies: [({parts})]"));
    check(&tally("field: ¤\"\", won: 1, lost: 1"), "model-empty-name");
    check(&tally("field: \"x\", won: 1, lost: ¤1000000000001"), "model-out-of-bounds");
    let many = "(field: \"x\", won: 1, lost: 1),".repeat(10_001);
    check(&lesson(&format!("at: \"2026-01-31\", won: 1, lost: 1, tallies: ¤[{many}]")), "model-many-parts");
    let clash = "derived: [(name: \"l\", cases: [(when: All([]), value: 1)])],\n\
        learned: [(name: ¤\"l\", won: All([]), lost: All([]), fields: [\"x\"])]";
    check(&model(clash), "model-duplicate-name");
    check(
        &model("learned: [(name: \"l\", won: ¤Field(\"l\", Known), lost: All([]), fields: [\"x\"])]"),
        "model-reads-itself",
    );
}

#[test]
fn a_model_says_of_itself_what_can_be_read() {
    sound(&model(
        "entity: Company(by: \"company\", fields: [(\"size\", Highest), (\"budget\", Sum)]), funnel: [(name: \"New\", owner: Marketing)], \
        alignment: [(question: \"Shortest cycle?\", answer: \"Two weeks\")], next_review: \"2026-01-31\", left_out: [\"page_view\"]",
    ));
    check(&model("entity: Company(by: ¤\" \")"), "model-empty-name");
    check(&model("entity: Company(by: \"c\", fields: [(\"a\", Sum), (¤\"a\", Most)])"), "model-twice-in-list");
    check(&model("entity: Company(by: \"c\", fields: [(¤\"\", Sum)])"), "model-empty-name");
    check(&model("funnel: [(name: ¤\"\")]"), "model-empty-name");
    let long = "x".repeat(4_097);
    check(&model(&format!("funnel: [(name: (en: \"a\", fr: ¤\"{long}\"))]")), "model-long-text");
    check(&model(&format!("funnel: ¤[{}]", "(name: \"a\"),".repeat(65))), "model-many-parts");
    check(&model("alignment: [(question: ¤\"\")]"), "model-empty-name");
    check(&model(&format!("alignment: [(question: \"a\", answer: ¤\"{long}\")]")), "model-long-text");
    check(&model(&format!("alignment: ¤[{}]", "(question: \"a\"),".repeat(65))), "model-many-parts");
    check(&model("next_review: ¤\"soon\""), "model-bad-day");
    check(&model("left_out: [\"a\", ¤\"\"]"), "model-empty-name");
    check(&model(&format!("left_out: [¤\"{long}\"]")), "model-long-text");
    check(&model(&format!("left_out: ¤[{}]", "\"a\",".repeat(10_001))), "model-many-parts");
}

#[test]
fn new_words_that_are_misspelt_are_told_with_the_nearest_right_one() {
    let gate =
        |pass: &str| model(&format!("gates: [(name: \"g\", pass: {pass}, zone: \"z\")], zones: [(name: \"z\")]"));
    for (text, near) in [
        (activity("filter: (¤chanel: Is(\"x\"))"), "channel"),
        (activity("filter: (), repeat: ¤PerAset(3)"), "PerAsset"),
        (activity("filter: (), repeat: ¤FewerThen(3, Days(1))"), "FewerThan"),
        (activity("filter: (), repeat: Reach([(¤atleast: 3, share: 1)])"), "at_least"),
        (activity("filter: (), decay: ¤Halflife(3)"), "HalfLife"),
        (activity("filter: (), decay: Step(¤percents: 3, every: 1)"), "percent"),
        (axis("degradations: [¤Inactiv([])]"), "Inactive"),
        (axis("degradations: [SlowClimb(gain: 1, ¤ower: 1, below: 1, points: 1)]"), "over"),
        (axis("degradations: [Inactive([(days: 1, take: ¤Percents(5))])]"), "Percent"),
        (axis("scale: ¤Too(1, 100)"), "To"),
        (model("entity: ¤Companie(by: \"x\")"), "Company"),
        (model("entity: Company(by: \"x\", fields: [(\"a\", ¤Highst)])"), "Highest"),
        (model("¤gate: []"), "gates"),
        (model("¤ungradded: \"x\""), "ungraded"),
        (model("learned: [(name: \"l\", ¤wonn: All([]), lost: All([]), fields: [\"x\"])]"), "won"),
        (gate("¤Axes(Rows, MoreThan(5))"), "Axis"),
        (gate("Axis(¤Row, MoreThan(5))"), "Rows"),
        (gate("Axis(Rows, ¤MoreThen(5))"), "MoreThan"),
    ] {
        let plain = text.replace('¤', "");
        let problem = &problems(&plain)[0];
        let near_told = problem.text.args.iter().find(|(name, _)| *name == "near").map(|(_, near)| near.clone());
        assert_eq!(near_told, Some(near.into()), "{plain}: {}", problem.text);
        let id = problem.text.id;
        check(&text, id);
    }
}

#[test]
fn new_numbers_out_of_bounds_or_with_a_comma_are_told() {
    for text in [
        activity("filter: (), decay: Step(percent: ¤300, every: 1)"),
        activity("filter: (), repeat: PerAsset(¤-1)"),
        activity("filter: (), repeat: Reach([(at_least: ¤-1, share: 1)])"),
        axis("degradations: [Inactive([(days: ¤-1, take: Points(1))])]"),
        axis("degradations: [Inactive([(days: 1, take: Percent(¤256))])]"),
        axis("scale: To(¤9223372036854775808, 1)"),
    ] {
        check(&text, "model-number-bounds");
    }
    let derived = |value: &str| model(&format!("derived: [(name: \"d\", cases: [(when: All([]), {value})])]"));
    check(&derived("value: ¤1,5"), "model-decimal-comma");
    check(
        &model("derived: [(name: \"d\", cases: [(when: All([]), value: 1.5)], otherwise: ¤2,5)]"),
        "model-decimal-comma",
    );
    check(
        "(name: \"m\", rows: (groups: [(name: \"g\", criteria: [(name: \"a\", weight: 1, rule: Match(when: All([]), otherwise: ¤2,5))])]))",
        "model-whole-only",
    );
    check(&activity("filter: (value: AtLeast(¤1,5))"), "model-decimal-comma");
    check(&axis("degradations: [SlowClimb(gain: ¤1,5, over: 1, below: 1, points: 1)]"), "model-whole-only");
}

#[test]
fn an_edit_that_would_make_a_fault_is_refused_with_its_sentence() {
    use quadrille::workbench::Workbench;
    let sound = parse(&model("zones: [(name: \"z\")]")).expect("a model");
    let gates = parse(&model("gates: [(name: \"g\", pass: All([]), zone: \"z\")], zones: [(name: \"z\")]"))
        .expect("a model")
        .gates;
    let mut bench = Workbench::new(sound, None, std::sync::Arc::default(), 0);
    assert!(bench.apply(Edit::Set(vec![Part::Gates(gates.clone())]), 0).is_ok());
    let refused = bench.apply(Edit::Set(vec![Part::Zones(Vec::new())]), 0);
    let Err(EditError::Fault(text)) = refused else { panic!("{refused:?}") };
    assert_eq!(text.id, "model-gate-no-such-zone");
    assert!(bench.apply(Edit::Set(vec![Part::Zones(Vec::new()), Part::Gates(Vec::new())]), 0).is_ok(), "all at once");
}
