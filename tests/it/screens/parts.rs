//! The editors of a model's parts: what they show, and what keys make of the model.

use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEvent;
use crossterm::event::MouseEventKind;
use insta::assert_snapshot;

use quadrille::model::Alert;
use quadrille::model::Case;
use quadrille::model::Derived;
use quadrille::model::Edit;
use quadrille::model::Entity;
use quadrille::model::Filter;
use quadrille::model::Gate;
use quadrille::model::How;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::RankKey;
use quadrille::model::Side;
use quadrille::model::Stage;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::Screen;
use quadrille::tui::update::update;
use quadrille::workbench::Scoring;
use quadrille::workbench::Step;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::make::text;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;
use crate::taught;

const SIZES: [(u16, u16); 2] = [(80, 24), (100, 30)];

/// The demo with something of every part.
fn bench() -> Workbench {
    let mut bench = demo::bench(300);
    let is = |field: &str, value: &str| Predicate::Field(field.to_owned(), Test::Is(text(value)));
    let zone = bench.model().zones[0].name.clone();
    let each = |en: &str, fr: &str| Words::Each { en: en.to_owned(), fr: fr.to_owned() };
    let parts = vec![
        Part::Gates(vec![
            Gate {
                name: "fit".to_owned(),
                title: each("Fits us", "Nous convient"),
                pass: Predicate::Axis(Side::Rows, Test::MoreThan(Value::Whole(50))),
                zone: zone.clone(),
            },
            Gate { name: "not a student".to_owned(), title: Words::None, pass: is("seniority", "executive"), zone },
        ]),
        Part::Alerts(vec![Alert {
            name: "pricing".to_owned(),
            title: each("Looks at prices", "Regarde les prix"),
            when: is("country", "FR"),
            filter: Filter::of_kinds(vec!["pricing_view".to_owned()]),
            within: Some(Window::Days(30)),
            action: each("Call today", "Appeler ce jour"),
        }]),
        Part::Derived(vec![Derived {
            name: "budget_class".to_owned(),
            title: each("Budget class", "Classe de budget"),
            cases: vec![
                Case { when: is("seniority", "executive"), value: text("high") },
                Case { when: is("country", "FR"), value: text("middle") },
            ],
            otherwise: Some(text("low")),
        }]),
        Part::Funnel(vec![
            Stage { name: each("Lead", "Prospect"), owner: Owner::Marketing },
            Stage { name: Words::Plain("SQL".to_owned()), owner: Owner::Sales },
        ]),
        Part::NextReview("2027-02-01".to_owned()),
    ];
    bench.apply(Edit::Set(parts), 0).expect("these parts are sound");
    bench
}

fn app() -> App {
    on(bench(), Lang::En, 100, 30)
}

fn model(app: &App) -> &Model {
    app.bench.as_ref().unwrap().model()
}

/// Holds the screen that keys lead to against its golden, in every size and language.
fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let mut app = on(bench(), lang, width, height);
            press(&mut app, keys);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

/// Opens the part of that name by the menu.
fn open(app: &mut App, part: &str) {
    press(app, "a");
    for _ in 0..30 {
        let here = screen(app).contains(&format!("│ > {part}"));
        if here {
            press(app, "enter");
            return;
        }
        press(app, "down");
    }
    panic!("no part {part}: {}", screen(app));
}

#[test]
fn the_menu_of_the_parts() {
    looks("parts-menu", "a");
}

#[test]
fn title_and_description() {
    looks("parts-title", "a enter");
}

#[test]
fn the_funnel_and_one_of_its_stages() {
    looks("parts-funnel", "a down enter");
    looks("parts-stage", "a down enter enter");
}

#[test]
fn the_questions_of_alignment() {
    looks("parts-alignment", "a down down enter");
    looks("parts-question", "a down down enter enter");
}

#[test]
fn the_next_review() {
    looks("parts-review", "a down down down enter");
}

#[test]
fn who_is_a_row() {
    looks("parts-entity", "a down down down down enter");
    looks("parts-company", "a down down down down enter right right down enter down down enter");
}

#[test]
fn the_population() {
    looks("parts-population", "a down down down down down enter");
}

#[test]
fn derived_fields() {
    looks("parts-derived", "a down down down down down down enter");
    looks("parts-derived-one", "a down down down down down down enter enter down down down down");
}

#[test]
fn learned_fields() {
    looks("parts-learned", "a down down down down down down down enter");
    looks("parts-learned-one", "a down down down down down down down enter n shift+tab up");
}

#[test]
fn gates() {
    looks("parts-gates", "a end up up up up enter");
    looks("parts-gate", "a end up up up up enter enter down down down");
}

#[test]
fn alerts() {
    looks("parts-alerts", "a end up up up enter");
    looks("parts-alert", "a end up up up enter enter down down down");
}

#[test]
fn whom_alerts_speak_of() {
    looks("parts-fired", "A");
}

#[test]
fn the_ranking() {
    looks("parts-ranking", "a end up up enter");
}

#[test]
fn the_asset_inventory() {
    looks("parts-inventory", "a end up enter");
}

#[test]
fn what_could_be_better() {
    looks("parts-checks", "!");
}

#[test]
fn empty_lists_say_what_to_do_next() {
    for lang in Lang::ALL {
        let shown =
            ["a down enter", "a down down down down down down enter", "a end up up up up enter", "A"].map(|keys| {
                let mut app = on(demo::bench(50), lang, 80, 24);
                press(&mut app, keys);
                screen(&app)
            });
        assert_snapshot!(format!("parts-empty_80x24_{}", lang.tag()), shown.join("\n"));
    }
}

/// Returns the parts asked to be saved.
fn saved(effects: &[Effect]) -> Vec<Part> {
    let parts = effects.iter().filter_map(|effect| match effect {
        Effect::Save { change: Change::Edit { step: Step { edit: Edit::Set(parts), .. }, .. }, .. } => {
            Some(parts.clone())
        }
        _ => None,
    });
    parts.flatten().collect()
}

#[test]
fn a_title_is_given_in_one_language_or_in_both() {
    let mut app = app();
    let before = model(&app).clone();
    open(&mut app, "Title");
    press(&mut app, "ctrl+u");
    type_text(&mut app, "Autumn");
    press(&mut app, "down ctrl+u");
    assert_eq!(saved(&press(&mut app, "ctrl+s")).first(), Some(&Part::Title(Words::Plain("Autumn".to_owned()))));
    open(&mut app, "Title");
    press(&mut app, "down");
    type_text(&mut app, "Automne");
    press(&mut app, "ctrl+s");
    assert_eq!(model(&app).title, Words::Each { en: "Autumn".to_owned(), fr: "Automne".to_owned() });
    press(&mut app, "esc u u");
    assert_eq!(model(&app), &before);
}

#[test]
fn a_form_left_by_escape_changes_nothing() {
    let mut app = app();
    let before = model(&app).clone();
    for part in ["Title", "Next review", "Ranking"] {
        open(&mut app, part);
        press(&mut app, "right 1 esc esc");
        assert_eq!(model(&app), &before, "{part}");
    }
    open(&mut app, "Title");
    assert!(press(&mut app, "ctrl+s").is_empty(), "nothing changed is no step of undo");
}

#[test]
fn stages_of_the_funnel_are_added_moved_and_deleted() {
    let mut app = app();
    open(&mut app, "Funnel");
    press(&mut app, "n");
    type_text(&mut app, "Customer");
    press(&mut app, "down down right right ctrl+s");
    let names = |app: &App| -> Vec<String> {
        model(app).funnel.iter().map(|stage| stage.name.get(false).unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names(&app), ["Lead", "SQL", "Customer"], "{}", screen(&app));
    assert_eq!(model(&app).funnel[2].owner, Owner::Sales);
    press(&mut app, "end K");
    assert_eq!(names(&app), ["Lead", "Customer", "SQL"]);
    press(&mut app, "D");
    assert_eq!(names(&app), ["Lead", "SQL"]);
    press(&mut app, "u u u");
    assert_eq!(names(&app), ["Lead", "SQL"]);
    press(&mut app, "n ctrl+s");
    assert!(screen(&app).contains("Give it a name."), "{}", screen(&app));
}

#[test]
fn the_five_questions_are_kept_once_one_is_answered() {
    let mut app = app();
    let bench = app.bench.as_mut().unwrap();
    bench.apply(Edit::Set(vec![Part::Alignment(Vec::new())]), 0).unwrap();
    open(&mut app, "Alignment");
    press(&mut app, "down enter");
    type_text(&mut app, "A demo, always");
    press(&mut app, "ctrl+s");
    let alignment = &model(&app).alignment;
    assert_eq!(alignment.len(), 5);
    assert_eq!(alignment[1].answer, Words::Plain("A demo, always".to_owned()));
    assert!(alignment.iter().all(|answer| matches!(answer.question, Words::Each { .. })), "in both languages");
    assert!(screen(&app).contains("A demo, always"));
    press(&mut app, "u");
    assert_eq!(model(&app).alignment, []);
}

#[test]
fn the_day_of_the_next_review_is_read_as_people_write_it() {
    let mut app = app();
    open(&mut app, "Next review");
    press(&mut app, "ctrl+u");
    type_text(&mut app, "soon");
    press(&mut app, "ctrl+s");
    assert!(screen(&app).contains("“soon” is no day"), "{}", screen(&app));
    press(&mut app, "ctrl+u");
    type_text(&mut app, "24/12/2026");
    assert!(screen(&app).contains("in 31 days"), "{}", screen(&app));
    press(&mut app, "ctrl+s");
    assert_eq!(model(&app).next_review, "2026-12-24");
    open_again(&mut app, "Next review");
    press(&mut app, "ctrl+u ctrl+s");
    assert_eq!(model(&app).next_review, "");
}

/// Closes what is open, and opens the part of that name.
fn open_again(app: &mut App, part: &str) {
    press(app, "esc esc");
    open(app, part);
}

#[test]
fn companies_are_made_of_leads_with_the_same_value_of_a_field() {
    let mut app = app();
    open(&mut app, "Who is a row");
    press(&mut app, "right right down enter");
    type_text(&mut app, "company");
    press(&mut app, "enter");
    assert!(screen(&app).contains("companies."), "{}", screen(&app));
    // The revenue of a company is that of all its people together.
    for _ in 0..30 {
        if screen(&app).lines().any(|line| line.contains("> revenue")) {
            break;
        }
        press(&mut app, "down");
    }
    press(&mut app, "right right right ctrl+s");
    let entity = &model(&app).entity;
    assert_eq!(entity, &Entity::Company { by: "company".to_owned(), fields: vec![("revenue".to_owned(), How::Sum)] });
    assert!(app.bench.as_ref().unwrap().data().n_leads() < 300);
    press(&mut app, "esc u");
    assert_eq!(app.bench.as_ref().unwrap().data().n_leads(), 300);
}

#[test]
fn a_population_is_one_condition() {
    let mut app = app();
    open(&mut app, "Population");
    press(&mut app, "enter");
    type_text(&mut app, "country");
    press(&mut app, "enter enter");
    type_text(&mut app, "FR");
    press(&mut app, "enter enter");
    press(&mut app, "ctrl+s");
    assert!(matches!(&model(&app).population, Predicate::Field(field, _) if field == "country"));
    let bench = app.bench.as_ref().unwrap();
    assert!(bench.scores().size() < 300 && bench.scores().size() > 0);
}

#[test]
fn ranks_are_ordered_by_what_one_chooses_each_once() {
    let mut app = app();
    open(&mut app, "Ranking");
    press(&mut app, "right ctrl+s");
    assert!(screen(&app).contains("This one is there already."), "{}", screen(&app));
    press(&mut app, "left down down down ctrl+u");
    type_text(&mut app, "51");
    press(&mut app, "ctrl+s");
    assert!(screen(&app).contains("from 1 to 50"), "{}", screen(&app));
    press(&mut app, "ctrl+u");
    type_text(&mut app, "10");
    press(&mut app, "ctrl+s");
    assert_eq!(model(&app).top_share, 10);
    assert_eq!(model(&app).rank_by[0], RankKey::Rows);
}

#[test]
fn the_first_gate_that_fails_holds_and_their_order_can_be_changed() {
    let mut app = app();
    let held = |app: &App| [0, 1].map(|gate| app.bench.as_ref().unwrap().held(gate));
    let before = held(&app);
    open(&mut app, "Gates");
    press(&mut app, "J");
    assert_eq!(model(&app).gates[1].name, "fit");
    assert_eq!(held(&app).iter().sum::<u64>(), before.iter().sum::<u64>());
    press(&mut app, "D");
    assert_eq!(model(&app).gates.len(), 1);
    press(&mut app, "n ctrl+s");
    assert!(screen(&app).contains("Give it a name."));
    type_text(&mut app, "sized");
    press(&mut app, "ctrl+s");
    assert!(screen(&app).contains("Say who passes"), "{}", screen(&app));
    press(&mut app, "enter");
    type_text(&mut app, "Grade");
    press(&mut app, "enter");
    type_text(&mut app, "6");
    press(&mut app, "ctrl+s");
    assert!(screen(&app).contains("do not pass"), "{}", screen(&app));
    press(&mut app, "ctrl+s");
    let gate = model(&app).gates.last().unwrap();
    assert_eq!(gate.name, "sized");
    assert_eq!(gate.pass, Predicate::Axis(Side::Rows, Test::AtLeast(Value::Whole(6))));
}

#[test]
fn a_gate_may_not_take_the_name_of_another() {
    let mut app = app();
    let before = model(&app).clone();
    open(&mut app, "Gates");
    press(&mut app, "enter ctrl+u");
    type_text(&mut app, "not a student");
    press(&mut app, "ctrl+s");
    assert!(screen(&app).contains("not a student") && screen(&app).contains("save"), "{}", screen(&app));
    assert_eq!(model(&app), &before, "refused, and the form is still open");
}

#[test]
fn an_alert_is_made_and_lists_whom_it_speaks_of() {
    let mut app = app();
    open(&mut app, "Alerts");
    press(&mut app, "n");
    type_text(&mut app, "demo");
    press(&mut app, "down down down down down ctrl+u");
    type_text(&mut app, "200");
    press(&mut app, "ctrl+s");
    let alert = &model(&app).alerts[1];
    assert_eq!((alert.name.as_str(), alert.within), ("demo", Some(Window::Days(200))));
    press(&mut app, "esc esc A");
    let bench = app.bench.as_ref().unwrap();
    let newest = bench.alerts().into_iter().flatten().flatten().map(|fired| fired.at).max();
    press(&mut app, "enter");
    assert_eq!(app.screen, Screen::Detail);
    let lead = app.detail.lead.unwrap();
    let bench = app.bench.as_ref().unwrap();
    assert!(bench.timeline(lead).iter().any(|event| Some(event.at) == newest), "the newest event first");
}

#[test]
fn the_cases_of_a_derived_field_are_moved_and_counted() {
    let mut app = app();
    open(&mut app, "Derived");
    press(&mut app, "enter down down down down");
    assert!(screen(&app).contains("> Case 1, if"), "{}", screen(&app));
    press(&mut app, "shift+down");
    assert!(screen(&app).contains("> Case 2, if"), "{}", screen(&app));
    press(&mut app, "ctrl+s");
    let cases: Vec<String> = model(&app).derived[0].cases.iter().map(|case| case.value.to_string()).collect();
    assert_eq!(cases, ["middle", "high"]);
    press(&mut app, "enter down down down down D ctrl+s");
    assert_eq!(model(&app).derived[0].cases.len(), 1);
    let bench = app.bench.as_ref().unwrap();
    assert_eq!(bench.values("budget_class", 9).len(), 2, "one case, and otherwise");
    press(&mut app, "enter down down down right ctrl+s");
    assert!(screen(&app).contains("Give a value of that type."), "a word is no number: {}", screen(&app));
}

#[test]
fn what_is_active_but_unscored_comes_first_and_can_be_left_out() {
    let mut app = app();
    open(&mut app, "Asset inventory");
    let first = |app: &App| app.bench.as_ref().unwrap().inventory().into_iter().next().unwrap();
    let open_one = first(&app);
    assert!(open_one.is_open(), "{open_one:?}");
    press(&mut app, "space");
    assert_eq!(model(&app).left_out, std::slice::from_ref(&open_one.name));
    assert_ne!(first(&app).name, open_one.name);
    press(&mut app, "u");
    assert_eq!(model(&app).left_out, Vec::<String>::new());
    let before = model(&app).criteria().count();
    press(&mut app, "n ctrl+s");
    assert_eq!(model(&app).criteria().count(), before + 1, "{}", screen(&app));
    let now = app.bench.as_ref().unwrap().inventory();
    let now = now.iter().find(|stock| stock.name == open_one.name).unwrap();
    assert!(matches!(&now.state, Scoring::By(by) if by[0].0 == open_one.name), "{now:?}");
}

#[test]
fn a_learned_field_says_what_it_lacks_and_learns_what_it_can() {
    let mut app = app();
    open(&mut app, "Learned");
    press(&mut app, "n");
    type_text(&mut app, "chance");
    press(&mut app, "ctrl+s");
    assert!(screen(&app).contains("Say how it is known"), "{}", screen(&app));
}

#[test]
fn checks_lead_to_what_they_speak_of_and_are_counted_after_every_edit() {
    let mut app = app();
    let counted = app.checks;
    assert_eq!(counted, Some(app.bench.as_ref().unwrap().checks().len()));
    open(&mut app, "Next review");
    press(&mut app, "ctrl+u");
    type_text(&mut app, "2020-01-01");
    press(&mut app, "ctrl+s esc");
    assert_eq!(app.checks, counted.map(|n| n + 1), "a review whose day is past");
    press(&mut app, "!");
    for _ in 0..60 {
        if screen(&app).lines().any(|line| line.contains('>') && line.contains("2020-01-01")) {
            break;
        }
        press(&mut app, "down");
    }
    press(&mut app, "enter");
    assert!(screen(&app).contains("The day on which"), "{}", screen(&app));
}

/// Opens the learned field of a model that has learned nothing yet.
fn untaught(lang: Lang, (width, height): (u16, u16)) -> App {
    let bench = Workbench::new(taught::model(), None, taught::leads(), taught::AS_OF);
    let mut app = on(bench, lang, width, height);
    press(&mut app, "a down down down down down down down enter");
    app
}

#[test]
fn a_learned_field_shows_what_it_can_learn() {
    for size in SIZES {
        for lang in Lang::ALL {
            let mut app = untaught(lang, size);
            let list = screen(&app);
            press(&mut app, "enter down down down down down down down");
            let shown = format!("{list}\n{}", screen(&app));
            assert_snapshot!(format!("parts-untaught_{}x{}_{}", size.0, size.1, lang.tag()), shown);
        }
    }
}

#[test]
fn a_field_learns_at_the_press_of_a_key_and_forgets_by_undo() {
    let mut app = untaught(Lang::En, (100, 30));
    press(&mut app, "enter shift+tab up enter");
    let lesson = model(&app).learned[0].lesson.clone().expect("it has learned");
    assert!(lesson.won >= 40 && lesson.lost >= 40);
    assert!(screen(&app).contains(&lesson.at[..10]), "the day it learned: {}", screen(&app));
    assert_eq!(model(&app).learned[0].stage.as_ref().unwrap().order, ["New", "Qualified", "Offer"]);
    press(&mut app, "esc u");
    assert_eq!(model(&app), &taught::model());
}

#[test]
fn the_mouse_picks_a_row_and_opens_it() {
    let mut app = app();
    let click = |app: &mut App, text: &str| {
        let shown = screen(app);
        let (y, line) = shown.lines().enumerate().find(|(_, line)| line.contains(text)).expect("it is on the screen");
        let x = quadrille::text::width(&line[..line.find(text).unwrap()]);
        let kind = MouseEventKind::Down(MouseButton::Left);
        let (column, row) = (u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
        update(app, Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    };
    press(&mut app, "a");
    click(&mut app, "Ranking");
    click(&mut app, "Ranking");
    click(&mut app, "Top group, %");
    press(&mut app, "ctrl+u");
    type_text(&mut app, "25");
    click(&mut app, "[ save ]");
    click(&mut app, "[ save ]");
    assert_eq!(model(&app).top_share, 25);
    click(&mut app, "[1 Workbench]");
    assert!(app.overlays.is_empty(), "a click outside closes it");
}

#[test]
fn no_size_breaks_a_part() {
    let mut app = app();
    for (part, keys) in
        [("Title", "down"), ("Derived", "enter down down down down"), ("Alerts", "enter"), ("Asset", "")]
    {
        open(&mut app, part);
        press(&mut app, keys);
        for (width, height) in [(0, 0), (1, 1), (20, 5), (80, 24), (81, 25), (200, 24), (300, 100)] {
            (app.area.width, app.area.height) = (width, height);
            screen(&app);
        }
        (app.area.width, app.area.height) = (100, 30);
        press(&mut app, "esc esc esc");
    }
}
