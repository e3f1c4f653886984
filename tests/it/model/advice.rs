//! One bad example of every piece of advice, each with the place it speaks of: at the mark `¤`. Advice never blocks.

use quadrille::model::advice;
use quadrille::model::parse;
use quadrille::model::place_of;

use super::FULL;
use super::each;

/// Everything that is told of a model: text id, line and column; the whole is told at 1:1.
fn told(text: &str) -> Vec<(&'static str, u64, u64)> {
    let model = parse(text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
    let place = |advice: &quadrille::model::Advice| place_of(text, &advice.at);
    advice(&model).iter().map(|advice| (advice.text.id, place(advice).0, place(advice).1)).collect()
}

/// Checks that this advice and no other is given, at the mark.
#[track_caller]
fn check(marked: &str, id: &str) {
    let before = &marked[..marked.find('¤').expect("a mark")];
    let line = before.matches('\n').count() as u64 + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u64 + 1;
    assert_eq!(told(&marked.replace('¤', "")), [(id, line, column)], "{marked}");
}

#[track_caller]
fn fine(text: &str) {
    assert_eq!(told(text), [], "{text}");
}

/// A model without a fault in its design: two axes, something that takes points away, something that ages.
fn model(parts: &str, rows: &str, columns: &str) -> String {
    format!(
        "¤(name: \"m\", next_review: \"2026-06-30\",\n{parts}\nrows: (groups: [(name: \"profile\", criteria: [\n{rows}\n])]),\n\
        columns: (groups: [(name: \"acts\", criteria: [\n{columns}\n])]))"
    )
}

const ROWS: &str = "(name: \"fit\", weight: 10, rule: Match(when: Field(\"x\", Known), otherwise: -100)),";
const COLUMNS: &str = "(name: \"visit\", weight: 5, rule: Activity(filter: (kinds: [\"visit\"]), within: Days(30))),";

/// The good model, with parts of its own beside the axes.
fn parts(parts: &str) -> String {
    model(parts, ROWS, COLUMNS).replacen('¤', "", 1)
}

/// The good model with other rows.
fn rows(rows: &str) -> String {
    model("", &format!("{rows}\n{ROWS}"), COLUMNS).replacen('¤', "", 1)
}

/// The good model with other columns.
fn columns(columns: &str) -> String {
    model("", ROWS, &format!("{columns}\n{COLUMNS}")).replacen('¤', "", 1)
}

#[test]
fn a_good_model_is_left_in_peace() {
    fine(FULL);
    fine(&parts(""));
}

#[test]
fn the_whole_is_judged() {
    let whole = model("", ROWS, COLUMNS);
    check(&whole.replace("next_review: \"2026-06-30\",", ""), "model-advice-no-review");
    check(&model("", "", ""), "model-advice-no-criteria");
    check(&model("", ROWS, ""), "model-advice-one-axis");
    let many = each(15, |n| format!("(name: \"{n}\", weight: 1, rule: Match(when: Field(\"x\", Known))),"));
    check(&model("", &format!("{many}{ROWS}"), COLUMNS), "model-advice-many-criteria");
    check(&model("", &ROWS.replace("-100", "0"), COLUMNS), "model-advice-nothing-negative");
    let for_ever = COLUMNS.replace(", within: Days(30)", "");
    check(&model("", ROWS, &for_ever), "model-advice-nothing-ages");
    for ages in [
        COLUMNS.replace("within: Days(30)", "decay: Line(5)"),
        COLUMNS.replace("within: Days(30)", "repeat: FewerThan(2, Days(5))"),
        COLUMNS.replace("within: Days(30)", "repeat: Reach([(at_least: 1, within: Days(5), share: 1)])"),
        format!("{COLUMNS}{}", for_ever.replace("\"visit\"", "\"other\"")),
    ] {
        fine(&model("", ROWS, &ages).replace('¤', ""));
    }
    let degrades = model("", ROWS, &for_ever)
        .replace("columns: (", "columns: (degradations: [Inactive([(days: 30, take: Points(1))])], ");
    fine(&degrades.replace('¤', ""));
}

#[test]
fn bands_that_nobody_can_be_in_are_told() {
    let banded = |bands: &str| parts("").replace("columns: (", &format!("columns: (bands: [{bands}], "));
    fine(&banded("(label: \"a\"), (label: \"b\", from: 5)"));
    check(&banded("(label: \"a\"), ¤(label: \"b\", from: 6)"), "model-advice-band-too-high");
    check(&banded("¤(label: \"a\"), (label: \"b\", from: 0)"), "model-advice-band-too-low");
    // A scale brings all to its own range, whatever the points.
    let scaled = |bands: &str| banded(bands).replace("columns: (", "columns: (scale: To(1, 100), ");
    fine(&scaled("(label: \"a\"), (label: \"b\", from: 100)"));
    check(&scaled("(label: \"a\"), ¤(label: \"b\", from: 101)"), "model-advice-band-too-high");
    check(&scaled("¤(label: \"a\"), (label: \"b\", from: 1)"), "model-advice-band-too-low");
    // What is lost with time makes low bands reachable.
    let lost = "columns: (degradations: [Inactive([(days: 30, take: Points(1))])], ";
    fine(&banded("(label: \"a\"), (label: \"b\", from: 0)").replace("columns: (", lost));
}

#[test]
fn a_range_that_cannot_be_reached_or_is_too_wide_is_told() {
    let bounded = |bounds: &str| parts("").replace("columns: (", &format!("columns: ({bounds} "));
    fine(&bounded("floor: 1, ceiling: 5,"));
    check(&bounded("floor: 1, ceiling: ¤100,"), "model-advice-ceiling-too-high");
    fine(&bounded("floor: 1, ceiling: 5, scale: To(1, 100),"));
    check(&bounded("floor: 1, ceiling: ¤4, scale: To(1, 100),"), "model-advice-scale-cut");
    let views = |n: u32| columns("").replace("within: Days(30)", &format!("within: Days(30), repeat: Each({n})"));
    fine(&views(200));
    check(&views(201).replace("columns: (", "columns: ¤("), "model-advice-wide");
    fine(&views(100_000));
    let banded =
        |n: u32| views(n).replace("columns: (", "columns: ¤(bands: [(label: \"a\"), (label: \"b\", from: 10)], ");
    fine(&banded(8).replace('¤', ""));
    check(&banded(9), "model-advice-far-above");
}

#[test]
fn weights_that_do_not_agree_are_told() {
    let weighed = |weight: &str| {
        let four = each(4, |n| format!("(name: \"{n}\", weight: 10, rule: Match(when: Field(\"x\", Known))),"));
        rows(&format!("{four}(name: \"heavy\", weight: {weight}, rule: Match(when: Field(\"y\", Known))),"))
    };
    fine(&weighed("100"));
    check(&weighed("¤101"), "model-advice-outlier");
    check(&weighed("¤-101"), "model-advice-outlier");
    let again = |parts: &str, rule: &str| {
        columns(&format!(
            "(name: \"again\", {parts} rule: Activity(filter: (kinds: [\"visit\"]), within: Days(30){rule})),"
        ))
        .replace("(name: \"visit\"", "¤(name: \"visit\"")
    };
    check(&again("weight: 7,", ""), "model-advice-same-action");
    check(&again("weight: 7,", ", repeat: Each(3)"), "model-advice-same-action");
    for other in [
        again("weight: 5,", ""),
        again("weight: 7, on: false,", ""),
        again("weight: 7, scope: Field(\"country\", Is(\"FR\")),", ""),
        again("weight: 7,", "").replacen("Days(30)", "Days(31)", 1),
        again("weight: 7,", "").replacen("[\"visit\"]", "[\"visit\", \"view\"]", 1),
        again("weight: 7,", "").replacen("[\"visit\"]", "[\"visit\"], asset: Is(\"a\")", 1),
    ] {
        fine(&other.replace('¤', ""));
    }
}

#[test]
fn cases_that_are_never_reached_or_overlap_are_told() {
    let tiers = |tiers: &str| rows(&format!("(name: \"t\", weight: 1, rule: Tiers([{tiers}])),"));
    let derived = |conditions: &[&str]| {
        let cases: Vec<String> = conditions.iter().map(|when| format!("(when: {when}, value: 1),")).collect();
        let cases = cases.concat().replace("(when: ¤", "¤(when: ");
        parts(&format!("derived: [(name: \"d\", cases: [{cases}])],"))
    };
    let both = |conditions: &[&str], id: &str| {
        let all: Vec<String> = conditions.iter().map(|when| format!("(when: {when}, share: 1),")).collect();
        let of_tiers = tiers(&all.concat().replace("(when: ¤", "¤(when: "));
        if id.is_empty() {
            fine(&of_tiers);
            fine(&derived(conditions));
        } else {
            check(&of_tiers, id);
            check(&derived(conditions), id);
        }
    };
    let (never, again, overlap) = ("model-advice-case-never", "model-advice-case-value", "model-advice-case-overlap");
    let size = |test: &str| format!("Field(\"size\", {test})");
    both(&["All([])", &format!("¤{}", size("Known"))], never);
    both(&[&size("Known"), &format!("¤{}", size("AtLeast(5)"))], never);
    both(&[&size("AtLeast(50)"), &format!("¤{}", size("AtLeast(500)"))], never);
    both(&[&size("AtLeast(50)"), &format!("¤{}", size("Is(50)"))], never);
    both(&[&size("Between(0, 50)"), &size("MoreThan(50)"), &format!("¤{}", size("Between(10, 70)"))], never);
    both(&[&size("AtLeast(500)"), &size("AtLeast(50)"), &size("Known")], "");
    both(&[&size("Between(500, 1000)"), &size("LessThan(500)"), "Not(Field(\"size\", Known))"], "");
    both(&[&size("AtLeast(50)"), "Field(\"turnover\", AtLeast(500))"], "");
    both(&[&size("Between(0, 50)"), &format!("¤{}", size("Between(50, 99)"))], overlap);
    let country = |test: &str| format!("Field(\"country\", {test})");
    both(&[&country("OneOf([\"FR\", \"BE\"])"), &country("OneOf([\"DE\"])")], "");
    both(&[&country("OneOf([\"FR\", \"BE\"])"), &format!("¤{}", country("OneOf([\"DE\", \" be\"])"))], again);
    both(&[&country("OneOf([\"FR\", \"BE\"])"), &format!("¤{}", country("Is(\"be\")"))], never);
    let reach = |tiers: &str| {
        columns(&format!(
            "(name: \"r\", weight: 1, rule: Activity(filter: (kinds: [\"x\"]), repeat: Reach([{tiers}]))),"
        ))
    };
    fine(&reach("(at_least: 3, share: 100), (at_least: 1, share: 50)"));
    fine(&reach("(at_least: 1, within: Days(3), share: 100), (at_least: 1, share: 50)"));
    fine(&reach("(at_least: 1, at_most: 2, share: 100), (at_least: 2, share: 50)"));
    check(&reach("(at_least: 1, share: 100), ¤(at_least: 3, share: 50)"), never);
    check(&reach("(at_least: 1, share: 100), ¤(at_least: 1, within: Hours(5), share: 50)"), never);
    check(&reach("(at_least: 1, at_most: 5, share: 100), ¤(at_least: 2, at_most: 5, share: 50)"), never);
}

#[test]
fn gates_and_zones_are_judged() {
    let zone = "owner: Sales, action: \"Call\"";
    let gated = |zone: &str, gate: &str| parts(&format!("gates: [(name: \"g\", {gate})], zones: [{zone}],"));
    let nurture = format!("(name: \"n\", {zone})");
    fine(&gated(&nurture, "pass: Axis(Columns, AtLeast(5)), zone: \"n\""));
    check(&gated(&nurture, "pass: ¤All([]), zone: \"n\""), "model-advice-gate-open");
    check(&gated(&nurture, "pass: ¤Axis(Columns, MoreThan(5)), zone: \"n\""), "model-advice-gate-closed");
    check(&gated(&nurture, "pass: ¤All([Axis(Columns, AtLeast(5.5))]), zone: \"n\""), "model-advice-gate-closed");
    let sales = format!("(name: \"n\", {zone}, sla_hours: 4, hands_over: true)");
    check(&gated(&sales, "pass: Axis(Columns, AtLeast(5)), zone: ¤\"n\""), "model-advice-gate-hands-over");

    let zones = |zone: &str| parts(&format!("zones: [{zone}],"));
    check(&zones("¤(name: \"n\", action: \"Call\")"), "model-advice-zone-without-owner");
    check(&zones("¤(name: \"n\", owner: Sales)"), "model-advice-zone-without-action");
    check(&zones(&format!("¤(name: \"n\", {zone}, hands_over: true)")), "model-advice-zone-without-sla");
    let mapped = |gates: &str| {
        let zones = format!("zones: [(name: \"a\", {zone}), ¤(name: \"b\", {zone})]");
        parts(&format!("{gates} {zones}, maps: [(name: \"m\", rows: [(\"\", [\"a\"])])],"))
    };
    check(&mapped(""), "model-advice-zone-nowhere");
    fine(&mapped("gates: [(name: \"g\", pass: Field(\"x\", Known), zone: \"b\")],").replace('¤', ""));
}

#[test]
fn what_a_learned_field_does_not_count_is_told() {
    let learned = |lists: &str| {
        parts(&format!("learned: [(name: \"l\", won: Field(\"w\", Known), lost: All([]), fields: [\"a\"], {lists})],"))
    };
    fine(&learned("blanks_count: [\"a\"], tags: [\"a\"]"));
    check(&learned("blanks_count: [\"a\", ¤\"b\"]"), "model-advice-not-counted");
    check(&learned("tags: [¤\"b\"]"), "model-advice-not-counted");
}

#[test]
fn names_that_show_other_than_they_are_written_are_told() {
    for text in [
        parts("ungraded: ¤\"a\u{202e}\","),
        parts("derived: [(name: ¤\"a\u{200b}\", cases: [(when: Field(\"x\", Known), value: 1)])],"),
        parts("alerts: [(name: ¤\"a\u{1b}\", filter: ())],"),
        parts("").replace("\"profile\"", "¤\"profile\u{202e}\""),
        parts("").replace("\"visit\", weight", "¤\"visit\u{202e}\", weight"),
        parts("").replace("columns: (", "columns: (bands: [(label: ¤\"a\u{202e}\")],"),
    ] {
        check(&text, "model-advice-hidden-characters");
    }
}
