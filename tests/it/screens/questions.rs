//! The review's four questions and the contrast of the top group with the next: what is shown, and where it leads.

use std::sync::Arc;
use std::sync::LazyLock;

use insta::assert_snapshot;

use quadrille::engine::columns::Codes;
use quadrille::engine::columns::Column;
use quadrille::engine::columns::Dataset;
use quadrille::engine::columns::Field;
use quadrille::engine::columns::Texts;
use quadrille::generate;
use quadrille::insight::missing::Of;
use quadrille::model::FieldType;
use quadrille::model::Model;
use quadrille::model::Role;
use quadrille::model::Side;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Screen;
use quadrille::tui::overlays::Overlay;
use quadrille::tui::screens::review::Page;
use quadrille::tui::screens::workbench::current_criterion;
use quadrille::tui::studies;
use quadrille::tui::studies::Study;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;

/// Holds the screen that keys lead to against its golden, in two sizes and both languages.
fn looks(name: &str, bench: fn() -> Workbench, keys: &str) {
    for (width, height) in [(80, 24), (100, 30)] {
        for lang in [Lang::En, Lang::Fr] {
            let mut app = on(bench(), lang, width, height);
            press(&mut app, keys);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

/// Some of the demo's leads, with what came of them.
static CLOSED: LazyLock<Arc<Dataset>> = LazyLock::new(|| {
    let n = 4_000;
    let spec = generate::Spec { leads: n, events_per_lead: 20, seed: 1, as_of: demo::AS_OF };
    let words = ["won", "lost", "open"];
    let code = |outcome: &str| words.iter().position(|word| *word == outcome).map_or(0, |at| at as u32 + 1);
    let codes = generate::each_lead(&spec).map(|lead| lead.outcome.map_or(0, code)).collect();
    let column = Column::Text { codes: Codes::pack(codes), words: words.map(str::to_owned).to_vec() };
    let mut data = demo::dataset(n);
    data.put(Field { name: "outcome".to_owned(), kind: FieldType::Text, role: Some(Role::Outcome), column });
    Arc::new(data)
});

/// The demo's model without a criterion that takes points, and with downloads worth far too much.
fn careless() -> Model {
    let mut model = demo::model();
    for side in Side::BOTH {
        for criterion in model.axis_mut(side).groups.iter_mut().flat_map(|group| &mut group.criteria) {
            criterion.on &= criterion.weight > 0;
            criterion.weight *= if criterion.name == "download" { 4 } else { 1 };
        }
    }
    model
}

fn many() -> Workbench {
    Workbench::new(careless(), None, Arc::clone(&CLOSED), demo::AS_OF)
}

/// A model on three leads, of which nothing is known.
fn three() -> Workbench {
    let bench = demo::bench(3);
    Workbench::new(bench.model().clone(), None, Arc::clone(bench.leads()), bench.as_of())
}

/// A model on nobody.
fn nobody() -> Workbench {
    Workbench::new(demo::bench(3).model().clone(), None, Arc::new(Dataset::default()), 0)
}

fn app() -> App {
    on(many(), Lang::En, 100, 30)
}

#[test]
fn a_criterion_leads_to_the_workbench() {
    let mut app = app();
    press(&mut app, "3 right down down down enter");
    assert_eq!(app.screen, Screen::Workbench);
    assert_eq!(current_criterion(&app).map(|criterion| &*criterion.name), Some("download"));
    press(&mut app, "3 right enter");
    assert_eq!(app.screen, Screen::Workbench, "what makes most of the difference");
}

#[test]
fn the_questions_lead_to_what_they_ask_about() {
    let mut app = app();
    press(&mut app, "3 right enter");
    assert!(matches!(app.overlays.last(), Some(Overlay::Bands(_))));
    press(&mut app, "esc down enter");
    assert_eq!(app.review.page, Page::Contrast);
    press(&mut app, "left end up up up enter");
    assert_eq!(app.review.page, Page::Suggestions);
}

#[test]
fn a_missing_negative_is_added_counts_at_once_and_can_be_undone() {
    let mut app = app();
    press(&mut app, "3 right end");
    let page = |app: &App| screen(app).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let before = page(&app);
    let n = |app: &App| app.bench.as_ref().expect("a workbench").model().criteria().count();
    let n_before = n(&app);
    let effects = press(&mut app, "enter");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save { .. })), "it is saved");
    assert_eq!(n(&app), n_before + 1);
    let (questions, holds) = studies::questions(&app).expect("answered");
    assert!(holds, "the answers follow the model");
    assert!(
        !questions.missing.marks.iter().any(|mark| matches!(&mark.of, Of::Kind { kind, .. } if kind == "unsubscribe"))
    );
    assert!(app.message.as_ref().is_some_and(|message| message.undoable));
    press(&mut app, "u end");
    assert_eq!(n(&app), n_before);
    app.message = None;
    assert_eq!(page(&app), before);
}

#[test]
fn many_leads_are_the_workers_task() {
    let mut data = demo::dataset(10);
    let codes = Codes::pack(vec![0; 20_001]);
    let mut keys = Texts::default();
    (0..20_001).for_each(|lead| keys.push(&lead.to_string()));
    data.keys = Arc::new(keys);
    let column = Column::Text { codes, words: Vec::new() };
    data.fields = vec![Arc::new(Field { name: "job".to_owned(), kind: FieldType::Text, role: None, column })];
    let mut app = on(Workbench::new(Model::default(), None, Arc::new(data), demo::AS_OF), Lang::En, 80, 24);
    let effects = press(&mut app, "3 right");
    assert_eq!(effects, [Effect::Study { study: Study::Questions, as_of: demo::AS_OF }]);
    assert!(screen(&app).contains("Being worked out"));
    press(&mut app, "down enter f right f enter");
}

#[test]
fn the_four_questions_look_as_they_did() {
    looks("questions", many, "3 right");
}

#[test]
fn the_end_of_the_questions_can_be_reached() {
    looks("questions_end", many, "3 right end");
}

#[test]
fn three_leads_are_said_to_be_few() {
    looks("questions_three", three, "3 right");
}

#[test]
fn nobody_is_said_to_be_nobody() {
    looks("questions_nobody", nobody, "3 right");
}

#[test]
fn the_contrast_looks_as_it_did() {
    looks("contrast", many, "3 right right");
}

#[test]
fn the_groups_by_a_field_look_as_they_did() {
    looks("contrast_field", many, "3 right right f f f");
}
