//! The answers for programs: one object, and the same as rows. Never here: a word for people.

use crate::cli::open::Reading;
use crate::export::Cell;
use crate::export::json::Json;
use crate::insight::contrast::Contrast;
use crate::insight::contrast::Evidence;
use crate::insight::contrast::Facts;
use crate::insight::contrast::Judgement;
use crate::insight::contrast::Maker;
use crate::insight::contrast::Why;
use crate::insight::five::Five;
use crate::insight::gaps::Gaps;
use crate::insight::gaps::Shape;
use crate::insight::interval::Difference;
use crate::insight::interval::Part;
use crate::insight::missing::Mark;
use crate::insight::missing::Missing;
use crate::insight::missing::Of;
use crate::insight::patterns::Patterns;
use crate::workbench::Questions;
use crate::workbench::tell_learned::micropoints;

/// Returns the answers as an object.
pub(super) fn questions(reading: &Reading, questions: &Questions) -> Json {
    let mut object = reading.about();
    object.extend([
        ("top_share", Json::Int(i64::from(questions.top_share))),
        ("gaps", gaps(&questions.gaps)),
        ("contrast", contrast(&questions.contrast)),
        ("patterns", patterns(&questions.patterns)),
        ("missing", missing(&questions.missing)),
    ]);
    Json::Object(object)
}

/// Returns an object's numbers as rows: the question, what of it, the measure, the value.
pub(super) fn flat(json: &Json) -> Vec<Vec<Cell<'static>>> {
    let mut rows = Vec::new();
    let Json::Object(questions) = json else { return rows };
    for (question, answer) in questions {
        walk(question, String::new(), answer, &mut rows);
    }
    rows
}

fn walk(question: &'static str, item: String, json: &Json, rows: &mut Vec<Vec<Cell<'static>>>) {
    let Json::Object(fields) = json else { return };
    // What names an item stands before what is said of it.
    let named = match fields.first() {
        Some(("criterion" | "group" | "name", Json::Text(name))) => Some(name.clone()),
        _ => None,
    };
    let said = &fields[usize::from(named.is_some())..];
    let item = named.unwrap_or(item);
    for (key, value) in said {
        let inner = if item.is_empty() { (*key).to_owned() } else { format!("{item}/{key}") };
        match value {
            Json::Object(_) => walk(question, inner, value, rows),
            Json::List(items) if items.iter().all(|item| matches!(item, Json::Object(_))) => {
                items.iter().for_each(|item| walk(question, inner.clone(), item, rows));
            }
            value => {
                let value = match value {
                    Json::Int(n) => Cell::Int(*n),
                    Json::Points(points) => Cell::Points(*points),
                    Json::YesNo(yes) => Cell::YesNo(*yes),
                    Json::Text(text) => Cell::text(text.clone()),
                    Json::Null | Json::List(_) | Json::Object(_) => Cell::None,
                };
                rows.push(vec![Cell::text(question), Cell::text(item.clone()), Cell::text(*key), value]);
            }
        }
    }
}

fn gaps(gaps: &Gaps) -> Json {
    let shape = match gaps.shape {
        Shape::Nobody => "nobody",
        Shape::Few => "few",
        Shape::Same => "same",
        Shape::Large => "large",
        Shape::Bunched => "bunched",
        Shape::Even => "even",
    };
    let [held, all] = gaps.held;
    let (cut, ties) = gaps.at_cut.map_or((Json::Null, Json::Null), |(cut, n)| (Json::Points(cut), Json::count(n)));
    let tie = gaps.largest_tie;
    Json::Object(vec![
        ("shape", Json::text(shape)),
        ("leads", Json::count(gaps.leads)),
        ("points", five(gaps.points)),
        ("distinct", Json::count(gaps.distinct)),
        ("largest_tie_at", tie.map_or(Json::Null, |(points, _)| Json::Points(points))),
        ("largest_tie", tie.map_or(Json::Null, |(_, n)| Json::count(n))),
        ("cut_off", cut),
        ("cut_off_ties", ties),
        ("without_points", Json::count(gaps.without)),
        ("held_by_top_tenth", share([held, all])),
    ])
}

fn contrast(contrast: &Contrast) -> Json {
    let (judgement, why) = match contrast.judgement {
        Judgement::Better(evidence) => ("better", evidence_id(evidence)),
        Judgement::NoBetter(evidence) => ("no_better", evidence_id(evidence)),
        Judgement::Worse(evidence) => ("worse", evidence_id(evidence)),
        Judgement::Unclear(Why::Nobody) => ("unclear", "nobody"),
        Judgement::Unclear(Why::SamePoints) => ("unclear", "same_points"),
        Judgement::Unclear(Why::NoEvidence) => ("unclear", "no_evidence"),
        Judgement::Unclear(Why::TooFew) => ("unclear", "too_few"),
    };
    let difference = |evidence: Evidence| difference(contrast.differences[evidence as usize]);
    let [top, next] = &contrast.groups;
    Json::Object(vec![
        ("judgement", Json::text(judgement)),
        ("because_of", Json::text(why)),
        ("groups", Json::List(vec![facts("top", top), facts("next", next)])),
        ("won_difference", difference(Evidence::Outcomes)),
        ("right_difference", difference(Evidence::Verdicts)),
        ("busy_difference", difference(Evidence::Activity)),
        ("criteria", Json::List(contrast.criteria.iter().map(maker).collect())),
    ])
}

fn evidence_id(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Outcomes => "outcomes",
        Evidence::Verdicts => "verdicts",
        Evidence::Activity => "activity",
    }
}

fn facts(group: &'static str, facts: &Facts) -> Json {
    Json::Object(vec![
        ("group", Json::text(group)),
        ("leads", Json::count(facts.leads)),
        ("won", part(facts.won)),
        ("right", part(facts.right)),
        ("busy", part(facts.busy)),
        ("active", part(facts.active)),
        ("events", Json::count(facts.events)),
        ("row_points", five(facts.rows)),
        ("column_points", five(facts.columns)),
        ("sum_points", five(facts.sum)),
    ])
}

fn maker(maker: &Maker) -> Json {
    let [top, next] = maker.per_lead();
    Json::Object(vec![
        ("criterion", Json::text(maker.criterion.as_str())),
        ("hit_top", part(maker.hit[0])),
        ("hit_next", part(maker.hit[1])),
        ("points_per_lead_top", Json::Points(top)),
        ("points_per_lead_next", Json::Points(next)),
        ("share_of_points_top", share([maker.size[0], maker.of_size[0]])),
        ("share_of_points_next", share([maker.size[1], maker.of_size[1]])),
    ])
}

fn patterns(patterns: &Patterns) -> Json {
    let shares = patterns.shares.iter().map(|found| {
        Json::Object(vec![
            ("criterion", Json::text(found.criterion.as_str())),
            ("share_of_points", share([found.points, patterns.points])),
            ("hit", part(found.hit)),
            ("flagged", Json::YesNo(found.flagged)),
        ])
    });
    let twins = patterns.twins.iter().map(|twins| {
        let name = format!("{} + {}", twins.a, twins.b);
        Json::Object(vec![
            ("name", Json::text(name)),
            ("both", Json::count(twins.both.hits)),
            ("either", Json::count(twins.both.of)),
        ])
    });
    let names = |names: &[String]| Json::List(names.iter().map(|name| Json::text(name.as_str())).collect());
    Json::Object(vec![
        ("leads", Json::count(patterns.leads)),
        ("shares", Json::List(shares.collect())),
        ("twins", Json::List(twins.collect())),
        ("never", names(&patterns.never)),
        ("always", names(&patterns.always)),
    ])
}

fn missing(missing: &Missing) -> Json {
    let (bad, good) = missing.lacking();
    Json::Object(vec![
        ("bad", Json::count(missing.bad)),
        ("good", Json::count(missing.good)),
        ("lacking_bad", Json::count(bad)),
        ("lacking_good", Json::count(good)),
        ("marks", Json::List(missing.marks.iter().map(mark).collect())),
    ])
}

fn mark(mark: &Mark) -> Json {
    let (what, value) = match &mark.of {
        Of::Value { field, value } => (field.as_str(), Json::text(value.to_string())),
        Of::Kind { kind, .. } => (kind.as_str(), Json::Null),
    };
    Json::Object(vec![
        ("name", Json::text(mark.criterion.name.as_str())),
        ("of", Json::text(what)),
        ("value", value),
        ("weight", Json::Int(mark.criterion.weight)),
        ("group", Json::text(mark.group.as_str())),
        ("bad", part(mark.bad)),
        ("good", part(mark.good)),
        ("difference_at_least", statistic(mark.likely.lo)),
        ("lift", mark.lift().map_or(Json::Null, statistic)),
    ])
}

fn part(part: Part) -> Json {
    let likely = part.interval();
    Json::Object(vec![
        ("n", Json::count(part.hits)),
        ("of", Json::count(part.of)),
        ("share", part.share().map_or(Json::Null, statistic)),
        ("lo", likely.map_or(Json::Null, |likely| statistic(likely.lo))),
        ("hi", likely.map_or(Json::Null, |likely| statistic(likely.hi))),
    ])
}

fn difference(difference: Option<Difference>) -> Json {
    difference.map_or(Json::Null, |found| {
        Json::Object(vec![
            ("is", statistic(found.is)),
            ("lo", statistic(found.likely.lo)),
            ("hi", statistic(found.likely.hi)),
            ("few", Json::YesNo(found.is_small)),
        ])
    })
}

fn five(five: Option<Five>) -> Json {
    five.map_or(Json::Null, |five| {
        Json::Object(vec![
            ("least", Json::Points(five.least)),
            ("lower", Json::Points(five.lower)),
            ("median", Json::Points(five.median)),
            ("upper", Json::Points(five.upper)),
            ("most", Json::Points(five.most)),
        ])
    })
}

/// A statistic with six decimals.
fn statistic(statistic: f64) -> Json {
    Json::Points(micropoints(statistic))
}

/// A share with six decimals; null of nothing.
fn share([part, of]: [i128; 2]) -> Json {
    if of == 0 { Json::Null } else { Json::Points(i64::try_from(part * 1_000_000 / of).unwrap_or(i64::MAX)) }
}
