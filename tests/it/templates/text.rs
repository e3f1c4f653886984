//! The texts of the built-in models: sound, in both languages, short, with comments, in the order they are offered.

use std::collections::BTreeSet;

use quadrille::model;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::Side;
use quadrille::model::Words;

use crate::templates::built_in;

#[test]
fn every_text_is_a_model_of_its_name_and_survives_being_written() {
    let names: Vec<&str> = model::template_names().collect();
    assert_eq!(names.len(), 17);
    assert_eq!(names.first(), Some(&"busybiz"), "the demo's model is offered first");
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for name in names {
        let text = model::template_text(name).unwrap();
        let read = model::parse(text).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
        assert_eq!(read.name, name);
        assert_eq!(model::check(&read), [], "{name}");
        assert_eq!(model::template(name).as_ref(), Some(&read));
        let written = model::to_ron(&read).unwrap();
        assert_eq!(model::parse(&written), Ok(read), "{name}");
        assert!(text.lines().count() <= 500, "{name} is too long to read");
        assert!(text.starts_with(&format!("// {name}: ")), "{name} says first what it is");
        assert!(text.lines().filter(|line| line.trim_start().starts_with("//")).count() >= 8, "{name} explains itself");
    }
    assert_eq!(model::template("nowhere"), None);
    assert_eq!(model::template_text("nowhere"), None);
}

/// Every text for people, with what it is of.
fn words(model: &Model) -> Vec<(String, &Words)> {
    let mut all = vec![("title".to_owned(), &model.title), ("description".to_owned(), &model.description)];
    all.extend(model.funnel.iter().map(|stage| ("stage".to_owned(), &stage.name)));
    all.extend(model.alignment.iter().map(|answer| ("question".to_owned(), &answer.question)));
    all.extend(model.alignment.iter().map(|answer| ("answer".to_owned(), &answer.answer)));
    all.extend(model.derived.iter().map(|field| (field.name.clone(), &field.title)));
    all.extend(model.learned.iter().map(|field| (field.name.clone(), &field.title)));
    for side in Side::BOTH.into_iter().filter(|side| !model.axis(*side).is_absent()) {
        all.push((format!("{side:?}"), &model.axis(side).name));
        all.extend(model.axis(side).groups.iter().map(|group| (group.name.clone(), &group.title)));
    }
    for (_, _, criterion) in model.criteria() {
        all.push((criterion.name.clone(), &criterion.title));
        all.push((format!("note of {}", criterion.name), &criterion.note));
    }
    for zone in &model.zones {
        all.extend([(zone.name.clone(), &zone.title), (format!("action of {}", zone.name), &zone.action)]);
    }
    all.extend(model.maps.iter().map(|map| (map.name.clone(), &map.title)));
    all.extend(model.gates.iter().map(|gate| (gate.name.clone(), &gate.title)));
    for alert in &model.alerts {
        all.extend([(alert.name.clone(), &alert.title), (format!("action of {}", alert.name), &alert.action)]);
    }
    all
}

/// What may be left out: a criterion without a note, a question that nobody has answered yet.
fn may_be_silent(what: &str) -> bool {
    what.starts_with("note of ") || what == "answer"
}

#[test]
fn everything_is_said_in_both_languages() {
    for name in model::template_names() {
        let model = built_in(name);
        for (what, words) in words(&model) {
            match words {
                Words::None => assert!(may_be_silent(&what), "{name}: {what} says nothing"),
                Words::Plain(text) => panic!("{name}: {what} is {text:?} in both languages"),
                Words::Each { en, fr } => {
                    assert!(!en.trim().is_empty() && !fr.trim().is_empty(), "{name}: {what}");
                    assert_eq!(typography(fr), *fr, "{name}: {what}");
                }
            }
        }
    }
}

/// Puts the right marks and spaces in French text; MQL' is a name, not an elision.
fn typography(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace('\'', "’").replace("MQL’", "MQL'").chars() {
        let space = match c {
            ':' | '»' if out.ends_with([' ', '\u{a0}', '\u{202f}']) => Some('\u{a0}'),
            ';' | '!' | '?' | '%' if !out.ends_with('(') => Some('\u{202f}'),
            _ => None,
        };
        if let Some(space) = space {
            out.truncate(out.trim_end_matches([' ', '\u{a0}', '\u{202f}']).len());
            out.push(space);
        }
        let after_quote = out.ends_with('«') && matches!(c, ' ' | '\u{202f}');
        out.push(if after_quote { '\u{a0}' } else { c });
    }
    out
}

#[test]
fn every_model_says_what_it_is_good_for_and_where_it_is_from() {
    for name in model::template_names() {
        let description = built_in(name).description;
        for (french, begins, source) in [(false, "For ", ". Source: "), (true, "Pour ", ". Source\u{a0}: ")] {
            let text = description.get(french).unwrap();
            assert!(text.starts_with(begins), "{name}: {text}");
            let (_, source) = text.split_once(source).unwrap_or_else(|| panic!("{name} names no source: {text}"));
            assert!(!source.contains(". "), "{name}: the source is said last: {text}");
        }
    }
}

#[test]
fn every_zone_has_an_owner_an_action_and_a_time_and_a_cell_or_a_gate() {
    for name in model::template_names() {
        let model = built_in(name);
        assert!(!model.maps.is_empty(), "{name}");
        for zone in &model.zones {
            assert_ne!(zone.owner, Owner::Nobody, "{name}: {}", zone.name);
            assert!(zone.sla_hours.is_some(), "{name}: {}", zone.name);
            let in_map = model.maps.iter().flat_map(|map| &map.rows).any(|(_, zones)| zones.contains(&zone.name));
            let in_gate = model.gates.iter().any(|gate| gate.zone == zone.name);
            assert!(in_map || in_gate, "{name}: nobody can be in {}", zone.name);
            if zone.hands_over {
                assert_eq!(zone.owner, Owner::Sales, "{name}: {}", zone.name);
                assert!(zone.weekly_capacity.is_some(), "{name}: what sales are given is counted: {}", zone.name);
            }
        }
        assert!(model.zones.iter().any(|zone| zone.hands_over), "{name} hands nothing over");
    }
}

/// What a source is known to lack; everything else that the advice could say of a built-in model would be our mistake.
const LACKS: [&str; 8] = [
    "model-advice-no-review",
    "model-advice-one-axis",
    "model-advice-many-criteria",
    "model-advice-nothing-negative",
    "model-advice-nothing-ages",
    "model-advice-ceiling-too-high",
    "model-advice-wide",
    "model-advice-outlier",
];

#[test]
fn what_could_be_better_is_what_the_sources_lack() {
    let told = |name: &str| model::advice(&built_in(name)).into_iter().map(|advice| advice.text.id).collect::<Vec<_>>();
    for name in model::template_names() {
        for id in told(name) {
            assert!(LACKS.contains(&id), "{name}: {id}");
        }
    }
    assert!(told("guide-1-100").contains(&"model-advice-ceiling-too-high"), "65 of 100");
    assert!(told("iadvize-v1").contains(&"model-advice-nothing-negative"), "the applicant is not told apart");
    assert!(!told("iadvize-v2").contains(&"model-advice-nothing-negative"));
    // Only the points that the tools themselves give without end are so wide, or so far apart.
    for id in ["model-advice-wide", "model-advice-outlier"] {
        let by: Vec<&str> = model::template_names().filter(|name| told(name).contains(&id)).collect();
        assert!(by.iter().all(|name| ["pardot-2x2", "pardot-13", "iadvize-v1"].contains(name)), "{id}: {by:?}");
    }
}
