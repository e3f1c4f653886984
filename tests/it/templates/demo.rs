//! The built-in models on the demo's leads: they show something there, and say what they miss.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;

use quadrille::engine::predicate::DataError;
use quadrille::insight::lesson;
use quadrille::model;
use quadrille::model::Rule;
use quadrille::store::Store;
use quadrille::workbench::Workbench;

use crate::templates::AS_OF;
use crate::templates::built_in;

/// When the demo's activity ends.
const DEMO_AS_OF: i64 = 1_793_491_200;
/// Fields that only a person, or a tool the demo does not have, can fill.
const NOT_IN_THE_DEMO: [&str; 5] = ["current_solution", "digital_maturity", "fit", "open_tickets", "pain"];
/// Kinds of events that the demo's leads know nothing of.
const KINDS_NOT_IN_THE_DEMO: [&str; 10] = [
    "form_error",
    "landing_view",
    "redirect_click",
    "site_search",
    "social_follow",
    "social_interaction",
    "social_message",
    "visit",
    "webinar_no_show",
    "webinar_on_demand",
];

#[test]
fn every_model_finds_its_leads_in_the_demo() {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_quadrille")).arg("demo").env("XDG_DATA_HOME", folder.path()).output();
    assert!(made.unwrap().status.success());
    let store = Store::open(&folder.path().join("quadrille/demo.quadrille"), AS_OF).unwrap();
    let leads = Arc::new(store.dataset().unwrap());
    for name in model::template_names() {
        let mut model = built_in(name);
        if let Some(learned) = model.learned.first() {
            let unlearned = Workbench::new(model.clone(), None, Arc::clone(&leads), DEMO_AS_OF);
            model.learned[0].lesson = Some(lesson::learn(learned, unlearned.data(), DEMO_AS_OF).unwrap());
        }
        let bench = Workbench::new(model, None, Arc::clone(&leads), DEMO_AS_OF);
        for row in bench.criteria() {
            let name = format!("{name}: {}", row.criterion.name);
            match row.problem {
                None => {}
                Some(DataError::NoField(field)) => {
                    assert!(NOT_IN_THE_DEMO.contains(&field.as_str()), "{name}: {field}");
                }
                Some(DataError::NoKind(kinds)) => {
                    assert!(
                        kinds.iter().all(|kind| KINDS_NOT_IN_THE_DEMO.contains(&kind.as_str())),
                        "{name}: {kinds:?}"
                    );
                }
                Some(other) => panic!("{name}: {other}"),
            }
            // The demo's events have no value, so nothing is known of the time spent on a page.
            let timed = matches!(&row.criterion.rule, Rule::Activity { filter, .. } if filter.value.is_some());
            assert!(row.touched > 0 || row.problem.is_some() || timed, "{name} fires for nobody in the demo");
        }
        assert_eq!(bench.field_problems(), [], "{name}");
        let mut zones: BTreeMap<&str, usize> = BTreeMap::new();
        for lead in bench.order() {
            let zone = bench.zone_of(*lead as usize).expect("every lead of the population is in a zone");
            *zones.entry(zone.name.as_str()).or_default() += 1;
        }
        let only_by_hand = name == "pain-fit";
        assert!(zones.len() > 1 || only_by_hand, "{name} shows {zones:?}");
    }
}
