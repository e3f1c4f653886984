//! The models of a workspace, their versions, and the instant that leads are looked at: what is shown, and what keys ask for.

use insta::assert_snapshot;

use quadrille::model::Edit;
use quadrille::model::Model;
use quadrille::model::Side;
use quadrille::model::Words;
use quadrille::model::parse;
use quadrille::msg;
use quadrille::problem::Problem;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::FolderEntry;
use quadrille::tui::app::FolderListing;
use quadrille::tui::app::JobDone;
use quadrille::tui::app::Opened;
use quadrille::tui::app::ReviewsTold;
use quadrille::tui::overlays::as_of::AsOf;
use quadrille::tui::overlays::models::ModelInfo;
use quadrille::tui::overlays::models::ModelState;
use quadrille::tui::overlays::models::ModelTask;
use quadrille::tui::overlays::models::ModelsNews;
use quadrille::tui::overlays::versions::Version;
use quadrille::tui::overlays::versions::VersionsOf;
use quadrille::tui::update::update;

use crate::demo;
use crate::screens::app::info;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const DAY: i64 = 86_400;

fn tell(app: &mut App, news: ModelsNews) -> Vec<Effect> {
    update(app, Event::Job(JobDone::Models(news)))
}

/// The model of the demo, one more at work, an archived, a deleted and a broken one.
fn models() -> Vec<ModelInfo> {
    let title = Words::Each { en: "Companies of the north".to_owned(), fr: "Entreprises du nord".to_owned() };
    vec![
        ModelInfo { title: demo::model().title, n_versions: 3, ..info("busybiz") },
        ModelInfo { title, n_criteria: Some(7), ..info("north-2026") },
        ModelInfo { n_criteria: None, ..info("torn") },
        ModelInfo { state: ModelState::Archived, ..info("spring") },
        ModelInfo { state: ModelState::Deleted, handle: "9:trial".to_owned(), ..info("trial") },
    ]
}

fn app(lang: Lang, width: u16, height: u16) -> App {
    let mut app = on(demo::bench(500), lang, width, height);
    tell(&mut app, ModelsNews::Listed(models()));
    app
}

fn small() -> App {
    app(Lang::En, 100, 30)
}

fn edited(edits: &[Edit]) -> Model {
    let mut model = demo::model();
    for edit in edits {
        edit.clone().apply(&mut model).expect("an edit that fits");
    }
    model
}

/// A first version, and one with other weights, another band and other people.
fn versions() -> VersionsOf {
    let names: Vec<String> = demo::model().criteria().map(|(_, _, criterion)| criterion.name.clone()).collect();
    let band = demo::model().columns.bands[1].label.clone();
    let edits = [
        Edit::SetWeight { criterion: names[0].clone(), weight: 9 },
        Edit::SetOn { criterion: names[1].clone(), on: false },
        Edit::Remove { criterion: names[2].clone() },
        Edit::SetBand { side: Side::Columns, band, from: 40 },
        Edit::Set(vec![quadrille::model::Part::TopShare(10)]),
    ];
    let version = |name: &str, reason: &str, at, model| Version {
        name: name.to_owned(),
        reason: reason.to_owned(),
        at: 1_767_225_600 + at,
        model,
    };
    VersionsOf {
        handle: "busybiz".to_owned(),
        draft: demo::model(),
        versions: vec![
            version("start", "", 0, demo::model()),
            version("fair", "Agreed with sales before the fair in Lyon", DAY, edited(&edits)),
        ],
        baseline: Some("start".to_owned()),
    }
}

/// Shows what comes of keys and news, in both sizes and languages.
fn looks(name: &str, lead: impl Fn(&mut App)) {
    for (width, height) in [(80, 24), (100, 30)] {
        for lang in [Lang::En, Lang::Fr] {
            let mut app = app(lang, width, height);
            lead(&mut app);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

fn asked(effects: &[Effect]) -> Vec<&ModelTask> {
    fn task(effect: &Effect) -> &ModelTask {
        match effect {
            Effect::Models(task) => task,
            other => panic!("{other:?} is no question about models"),
        }
    }
    effects.iter().map(task).collect()
}

// --- The list ---

#[test]
fn the_models_look_as_they_did() {
    looks("models", |app| drop(press(app, "m")));
    looks("models_all", |app| drop(press(app, "m . down down down down")));
}

#[test]
fn a_new_model_begins_in_one_of_three_ways() {
    looks("models_new", |app| drop(press(app, "m n")));
    let mut app = small();
    press(&mut app, "m n down enter");
    type_text(&mut app, "Été 2026");
    // A name that no model may have is put right, to be taken or not.
    assert_eq!(press(&mut app, "enter"), []);
    let expected = ModelTask::New { name: "ete-2026".to_owned(), from_leads: false };
    assert_eq!(asked(&press(&mut app, "enter")), [&expected]);
}

#[test]
fn keys_ask_for_what_they_say() {
    let to = |keys: &str| asked(&press(&mut small(), &format!("m down {keys}"))).into_iter().skip(1).cloned().collect();
    let north = || "north-2026".to_owned();
    let cases: [(&str, Vec<ModelTask>); 7] = [
        ("enter", vec![ModelTask::Open(north())]),
        ("c enter", vec![ModelTask::Copy { from: north(), to: "north-2026-2".to_owned() }]),
        ("a", vec![ModelTask::Archive { model: north(), archived: true }]),
        ("D", vec![ModelTask::Delete(north())]),
        ("v", vec![ModelTask::Versions(north())]),
        ("x enter", vec![ModelTask::Export { model: north(), path: "north-2026.ron".into(), overwrite: false }]),
        // Renamed to what it is called: nothing to do.
        ("R enter", vec![]),
    ];
    for (keys, expected) in cases {
        let asked: Vec<ModelTask> = to(keys);
        assert_eq!(asked, expected, "{keys}");
    }
    // One that is put away comes back; one that is deleted is not to be changed.
    assert_eq!(to(". down down a"), [ModelTask::Archive { model: "spring".to_owned(), archived: false }]);
    assert_eq!(to(". end D"), []);
    assert_eq!(to(". end enter"), [ModelTask::Restore { handle: "9:trial".to_owned(), open: true }]);
}

#[test]
fn a_name_that_is_taken_is_asked_again() {
    let mut app = small();
    press(&mut app, "m c");
    type_text(&mut app, "spring");
    assert_eq!(press(&mut app, "enter"), [], "an archived model has it");
    assert!(screen(&app).contains("exists already"), "{}", screen(&app));
    type_text(&mut app, "-2");
    let expected = ModelTask::Copy { from: "busybiz".to_owned(), to: "spring-2".to_owned() };
    assert_eq!(asked(&press(&mut app, "enter")), [&expected]);
}

#[test]
fn undo_brings_the_deleted_model_back_until_something_else_is_done() {
    let mut app = small();
    let deleted = || ModelsNews::Deleted { handle: "7:x".to_owned(), name: "x".to_owned(), was_open: true };
    let back = ModelTask::Restore { handle: "7:x".to_owned(), open: true };
    tell(&mut app, deleted());
    assert!(screen(&app).contains("Deleted “x”.   u undo"), "{}", screen(&app));
    assert_eq!(asked(&press(&mut app, "u")), [&back]);
    tell(&mut app, deleted());
    // An edit is what undo takes back from then on.
    press(&mut app, "right");
    assert!(matches!(press(&mut app, "u").as_slice(), [Effect::Save { change: Change::Undo, .. }]));
    // In the list it is always the model deleted last.
    let newest = ModelTask::Restore { handle: "9:trial".to_owned(), open: false };
    assert_eq!(asked(&press(&mut app, "m u"))[1..], [&newest]);
}

#[test]
fn the_cursor_stays_on_its_model_when_the_list_changes() {
    let mut app = small();
    press(&mut app, "m down");
    let mut more = models();
    more.insert(0, info("another"));
    tell(&mut app, ModelsNews::Listed(more));
    assert_eq!(asked(&press(&mut app, "D")), [&ModelTask::Delete("north-2026".to_owned())]);
}

// --- Model files ---

fn folder() -> FolderListing {
    let entry = |name: &str, is_folder| FolderEntry { name: name.to_owned(), is_folder, size: 1_400 };
    let entries = vec![entry("archive", true), entry("leads.csv", false), entry("north.ron", false)];
    FolderListing { path: "/data/models".into(), entries }
}

#[test]
fn a_model_file_is_chosen_and_every_fault_is_told_with_its_place() {
    let text = "(\n  name: \"north\",\n  rows: (groups: [(name: \"g\", criteria: [\n    (name: \"a\", weight: 9999999, rule: Match(when: All([])))\n  ])]),\n  top_share: 90,\n)\n";
    let problems = || parse(text).expect_err("a model with faults");
    assert!(problems().len() > 1, "{:?}", problems());
    looks("model_file", |app| {
        press(app, "m i");
        update(app, Event::Job(JobDone::Folder(folder())));
        let asked = press(app, "enter");
        assert_eq!(asked, [Effect::Models(ModelTask::Read("/data/models/north.ron".into()))]);
        let told = problems().into_iter().map(|problem| problem.in_file("/data/models/north.ron")).collect();
        tell(app, ModelsNews::Read(Err(told)));
    });
}

#[test]
fn a_model_of_a_taken_name_comes_in_beside_or_in_place() {
    looks("model_taken", |app| {
        press(app, "m i");
        tell(app, ModelsNews::Read(Ok(Box::new(demo::model()))));
    });
    let put = |keys: &str| {
        let mut app = small();
        press(&mut app, "m i");
        let read = tell(&mut app, ModelsNews::Read(Ok(Box::new(demo::model()))));
        assert_eq!(read, []);
        match asked(&press(&mut app, keys)).as_slice() {
            [ModelTask::Put(model)] => model.name.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(put("enter"), "busybiz-2");
    assert_eq!(put("down enter"), "busybiz");
    // A new name comes straight in; a file read after the chooser was closed does not.
    let new = || ModelsNews::Read(Ok(Box::new(Model { name: "new".to_owned(), ..demo::model() })));
    let mut app = small();
    press(&mut app, "m i");
    assert_eq!(tell(&mut app, new()).len(), 1);
    assert_eq!(tell(&mut app, new()), []);
}

#[test]
fn a_file_is_written_over_only_after_a_yes() {
    let mut app = small();
    let exists = || ModelsNews::Exists { model: "busybiz".to_owned(), path: "a.ron".into() };
    tell(&mut app, exists());
    assert!(screen(&app).contains("a.ron is there already"), "{}", screen(&app));
    assert_eq!(press(&mut app, "enter"), [], "no is where the cursor is");
    tell(&mut app, exists());
    let over = ModelTask::Export { model: "busybiz".to_owned(), path: "a.ron".into(), overwrite: true };
    assert_eq!(asked(&press(&mut app, "right enter")), [&over]);
}

// --- Versions ---

#[test]
fn the_versions_look_as_they_did() {
    let open = |app: &mut App| {
        press(app, "m v");
        tell(app, ModelsNews::Versions(Box::new(versions())));
    };
    looks("versions", |app| {
        open(app);
        press(app, "down");
    });
    looks("versions_step", |app| {
        open(app);
        press(app, "down space");
    });
    looks("version_form", |app| {
        open(app);
        press(app, "s");
        type_text(app, "autumn");
        press(app, "down");
        type_text(app, "New offer");
    });
}

#[test]
fn a_version_becomes_the_draft_and_undo_takes_it_back() {
    let mut app = small();
    press(&mut app, "m v");
    tell(&mut app, ModelsNews::Versions(Box::new(versions())));
    assert_eq!(press(&mut app, "enter"), [], "the draft is the draft");
    let saved = press(&mut app, "down enter");
    let expected = versions().versions[1].model.clone();
    assert!(matches!(saved.as_slice(), [Effect::Save { .. }]), "{saved:?}");
    assert_eq!(app.bench.as_ref().expect("a workbench").model(), &expected);
    assert!(screen(&app).contains("The draft is as “fair” was."), "{}", screen(&app));
    press(&mut app, "u");
    assert_eq!(app.bench.as_ref().expect("a workbench").model(), &demo::model());
}

#[test]
fn a_version_becomes_the_baseline() {
    let mut app = small();
    press(&mut app, "m v");
    assert_eq!(press(&mut app, "b"), [], "nothing is known yet");
    tell(&mut app, ModelsNews::Versions(Box::new(versions())));
    let expected = ModelTask::Baseline { model: "busybiz".to_owned(), version: "fair".to_owned() };
    assert_eq!(asked(&press(&mut app, "down b")), [&expected]);
}

#[test]
fn a_version_is_saved_with_a_name_and_a_reason() {
    let mut app = small();
    press(&mut app, "right s enter enter enter");
    assert_eq!(press(&mut app, "enter"), [], "a version needs a name");
    type_text(&mut app, "autumn");
    press(&mut app, "down");
    type_text(&mut app, "New offer");
    let saved = press(&mut app, "down right enter enter");
    let expected = Change::Version { name: "autumn".to_owned(), reason: "New offer".to_owned(), baseline: false };
    assert!(matches!(saved.as_slice(), [Effect::Save { change, .. }] if *change == expected), "{saved:?}");
    let bench = app.bench.as_ref().expect("a workbench");
    assert_ne!(bench.model(), bench.baseline(), "the baseline is what it was");
}

#[test]
fn a_model_that_is_not_open_can_be_looked_at_but_not_changed() {
    let mut app = small();
    press(&mut app, "m down v");
    tell(&mut app, ModelsNews::Versions(Box::new(VersionsOf { handle: "north-2026".to_owned(), ..versions() })));
    assert_eq!(press(&mut app, "down enter"), []);
    assert!(screen(&app).contains("Open this model first"), "{}", screen(&app));
}

// --- Time travel ---

/// Answers what is asked as the worker does.
fn work(app: &mut App, effects: Vec<Effect>) {
    for effect in effects {
        let Effect::AsOf(as_of) = effect else { panic!("{effect:?} is no instant") };
        let fixed = match as_of {
            AsOf::Instant(at) => Some(at),
            AsOf::Usual | AsOf::Now => None,
        };
        let mut bench = demo::bench(500);
        bench.set_as_of(fixed.unwrap_or(demo::AS_OF));
        let models = models();
        let opened = Opened {
            workspace: "demo".to_owned(),
            models,
            reviews: ReviewsTold::default(),
            bench: Some(bench),
            fixed,
            stays: true,
            told: None,
        };
        update(app, Event::Job(JobDone::Opened(Box::new(opened))));
    }
}

fn instant(app: &App) -> (i64, Option<i64>) {
    (app.bench.as_ref().expect("a workbench").as_of(), app.fixed)
}

#[test]
fn the_instant_moves_and_the_matrix_with_it() {
    looks("as_of", |app| {
        let effects = press(app, "T pagedown down");
        work(app, effects);
    });
    looks("as_of_leads", |app| {
        press(app, "2 T");
        type_text(app, "2026-06-30");
        let effects = press(app, "enter");
        work(app, effects);
    });
    let mut app = small();
    let effects = press(&mut app, "T down");
    work(&mut app, effects);
    assert_eq!(instant(&app), (demo::AS_OF - DAY, Some(demo::AS_OF - DAY)));
    let effects = press(&mut app, "pageup up");
    work(&mut app, effects);
    assert_eq!(instant(&app).0, demo::AS_OF + 7 * DAY);
    // Esc goes back to where it began.
    let effects = press(&mut app, "esc");
    work(&mut app, effects);
    assert_eq!(instant(&app), (demo::AS_OF, None));
}

#[test]
fn an_instant_is_typed_in_many_ways_and_ctrl_t_is_back_to_now() {
    let typed = |text: &str| {
        let mut app = small();
        press(&mut app, "T");
        type_text(&mut app, text);
        press(&mut app, "enter")
    };
    assert_eq!(typed("-30"), [Effect::AsOf(AsOf::Instant(demo::AS_OF - 30 * DAY))]);
    assert_eq!(typed("30/06/2026"), [Effect::AsOf(AsOf::Instant(1_782_863_999))]);
    assert_eq!(typed("maintenant"), [Effect::AsOf(AsOf::Now)]);
    assert_eq!(typed(""), []);
    assert_eq!(typed("soon"), []);
    let mut app = small();
    assert_eq!(press(&mut app, "ctrl+t"), [], "it is now already");
    let effects = press(&mut app, "T down enter");
    work(&mut app, effects);
    assert!(app.overlays.is_empty());
    let effects = press(&mut app, "2 ctrl+t");
    assert_eq!(effects, [Effect::AsOf(AsOf::Usual)]);
    // With many leads it takes a moment.
    assert!(screen(&app).contains("scoring …"), "{}", screen(&app));
    work(&mut app, effects);
    assert!(!screen(&app).contains("scoring …"), "{}", screen(&app));
}

#[test]
fn an_instant_does_not_sweep_away_what_was_opened_meanwhile() {
    let mut app = small();
    let effects = press(&mut app, "T down enter");
    press(&mut app, "enter");
    assert_eq!(app.overlays.len(), 1, "a criterion's form");
    work(&mut app, effects);
    assert_eq!(app.overlays.len(), 1);
    // A form of one model is not for another.
    let mut bench = demo::bench(500);
    let other = Model { name: "other".to_owned(), ..demo::model() };
    bench.reload(other, quadrille::workbench::History::default(), None);
    let opened = Opened {
        reviews: ReviewsTold::default(),
        workspace: "demo".to_owned(),
        models: models(),
        bench: Some(bench),
        fixed: None,
        stays: true,
        told: Some(msg!("models-none-deleted")),
    };
    update(&mut app, Event::Job(JobDone::Opened(Box::new(opened))));
    assert!(app.overlays.is_empty());
}

#[test]
fn a_refusal_is_told() {
    let mut app = small();
    press(&mut app, "m");
    let problem = Problem::refused(msg!("tui-last-model")).hint(msg!("models-hint-last"));
    update(&mut app, Event::Job(JobDone::Failed(problem)));
    assert!(screen(&app).contains("A workspace keeps at least one model. Make another"), "{}", screen(&app));
}

/// Undo pressed before the workspace has said that the model is gone brings no other one back.
#[test]
fn undo_waits_for_the_model_that_is_being_deleted() {
    let mut app = small();
    press(&mut app, "m");
    let effects = press(&mut app, "D");
    assert!(matches!(effects.last(), Some(Effect::Models(ModelTask::Delete(_)))), "{effects:?}");
    assert!(press(&mut app, "u").is_empty());
    assert!(screen(&app).contains("being deleted"), "{}", screen(&app));
    tell(&mut app, ModelsNews::Deleted { handle: "10:busybiz".to_owned(), name: "busybiz".to_owned(), was_open: true });
    let effects = press(&mut app, "u");
    assert!(
        matches!(effects.last(), Some(Effect::Models(ModelTask::Restore { handle, open: true })) if handle == "10:busybiz"),
        "{effects:?}"
    );
}
