//! The workbench and what lies over it: what is shown, and what keys and the mouse do.

use std::sync::Arc;

use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEvent;
use crossterm::event::MouseEventKind;
use insta::assert_snapshot;

use quadrille::model::Edit;
use quadrille::model::Side;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::app::Screen;
use quadrille::tui::screens::opening::LastLook;
use quadrille::tui::screens::opening::Opening;
use quadrille::tui::update::update;
use quadrille::workbench::Step;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::screens::app::empty;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const SIZES: [(u16, u16); 3] = [(80, 24), (100, 30), (160, 50)];
const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

/// Holds the screen that keys lead to against its golden, in every size and language.
fn looks(name: &str, keys: &str, typed: &str) {
    for (width, height) in SIZES {
        for lang in LANGS {
            let mut app = on(demo::bench(500), lang, width, height);
            press(&mut app, keys);
            type_text(&mut app, typed);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

#[test]
fn the_workbench_looks_as_it_did() {
    looks("workbench", "", "");
}

#[test]
fn an_edit_shows_what_it_did() {
    looks("edited", "down L L", "");
}

#[test]
fn the_matrix_shows_zones_and_its_cell() {
    looks("zones", "tab down right v v", "");
}

#[test]
fn the_form_of_a_criterion_looks_as_it_did() {
    looks("form", "enter", "");
}

#[test]
fn a_condition_shows_how_many_meet_it() {
    looks("condition", "enter down down down down enter", "");
}

#[test]
fn values_are_picked_from_the_data() {
    looks("values", "enter down down down down enter enter", "it");
}

#[test]
fn the_bands_of_an_axis_look_as_they_did() {
    looks("bands", "B", "");
}

#[test]
fn the_bounds_of_a_group_look_as_they_did() {
    looks("caps", "C", "");
}

#[test]
fn the_menu_finds_an_action() {
    looks("menu", ":", "und");
}

#[test]
fn the_help_looks_as_it_did() {
    looks("help", "?", "");
}

#[test]
fn the_settings_look_as_they_did() {
    looks("settings", ",", "");
}

#[test]
fn leads_of_the_top_group_look_as_they_did() {
    looks("leads", "2", "");
}

#[test]
fn a_search_narrows_the_list() {
    looks("search", "2 right right right /", "marie");
}

#[test]
fn one_lead_is_explained() {
    looks("lead", "2 enter", "");
}

#[test]
fn names_can_be_masked() {
    looks("masked", "2 P enter", "");
}

/// Returns the weights asked to be saved.
fn saved_weights(effects: &[Effect]) -> Vec<(i64, bool)> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Save {
                change: Change::Edit { step: Step { edit: Edit::SetWeight { weight, .. }, .. }, merged },
                ..
            } => Some((*weight, *merged)),
            _ => None,
        })
        .collect()
}

fn app() -> App {
    on(demo::bench(300), Lang::En, 100, 30)
}

#[test]
fn every_edit_is_asked_to_be_saved_and_said_so() {
    let mut app = app();
    let weight = |app: &App| app.bench.as_ref().unwrap().criteria()[0].criterion.weight;
    let start = weight(&app);
    assert_eq!(saved_weights(&press(&mut app, "right")), [(start + 1, false)]);
    assert!(screen(&app).contains("saving"));
    let sent = app.saving.sent;
    update(&mut app, Event::Job(JobDone::Saved(sent)));
    assert!(screen(&app).contains("· saved ·"));
    assert_eq!(saved_weights(&press(&mut app, "H")), [(start - 4, false)]);
    press(&mut app, "u u");
    assert_eq!(weight(&app), start);
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
    press(&mut app, "U");
    assert_eq!(weight(&app), start + 1);
}

#[test]
fn a_held_key_is_one_step_of_undo() {
    let mut app = app();
    let start = app.bench.as_ref().unwrap().criteria()[0].criterion.weight;
    let right = quadrille::tui::keys::Key::parse("right").unwrap().to_event();
    let mut merged = Vec::new();
    for _ in 0..5 {
        app.now_ms += 40;
        merged.extend(saved_weights(&update(&mut app, Event::Key(right))));
    }
    assert_eq!(merged.last(), Some(&(start + 5, true)));
    press(&mut app, "u");
    assert_eq!(app.bench.as_ref().unwrap().criteria()[0].criterion.weight, start);
}

#[test]
fn a_weight_can_be_typed_and_a_word_is_not_a_weight() {
    let mut app = app();
    press(&mut app, "w backspace backspace");
    type_text(&mut app, "twelve");
    press(&mut app, "enter");
    assert!(screen(&app).contains("“twelve” is not a whole number."), "{}", screen(&app));
    press(&mut app, "backspace backspace backspace backspace backspace backspace");
    type_text(&mut app, "-12");
    assert_eq!(saved_weights(&press(&mut app, "enter")), [(-12, false)]);
}

#[test]
fn a_criterion_is_added_from_the_data() {
    let mut app = app();
    let before = app.bench.as_ref().unwrap().criteria().len();
    // Name left empty: the condition gives one. Field, then values, then take the condition, then save.
    press(&mut app, "n down down down down enter");
    type_text(&mut app, "country");
    press(&mut app, "enter enter");
    type_text(&mut app, "FR");
    press(&mut app, "enter enter");
    assert!(screen(&app).contains("country is FR"), "{}", screen(&app));
    assert!(screen(&app).contains("of 300 leads"));
    press(&mut app, "end enter");
    let bench = app.bench.as_ref().unwrap();
    assert_eq!(bench.criteria().len(), before + 1);
    let added = bench.model().criterion("country: FR").expect("the new criterion is there");
    assert_eq!(added.weight, 5);
    let french = bench.data().field("country").unwrap();
    let n = (0..300).filter(|lead| french.value(*lead) == Some(crate::make::text("FR"))).count();
    assert_eq!(bench.criteria().iter().find(|row| row.criterion.name == "country: FR").unwrap().touched, n);
    press(&mut app, "D");
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
}

#[test]
fn an_edit_that_no_model_could_hold_is_refused_and_said() {
    let mut app = app();
    press(&mut app, "C enter");
    type_text(&mut app, "9000000000000000000");
    assert!(press(&mut app, "pagedown enter").is_empty());
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
    assert!(screen(&app).contains("1,000,000,000"), "{}", screen(&app));
}

#[test]
fn criteria_are_switched_copied_and_reordered() {
    let mut app = app();
    press(&mut app, "space");
    assert!(!app.bench.as_ref().unwrap().criteria()[0].criterion.on);
    press(&mut app, "c");
    let names = |app: &App| -> Vec<String> {
        app.bench.as_ref().unwrap().criteria().iter().map(|row| row.criterion.name.clone()).collect()
    };
    let first = names(&app)[0].clone();
    assert_eq!(names(&app)[1], format!("{first} (2)"));
    press(&mut app, "K");
    assert_eq!(names(&app)[0], format!("{first} (2)"));
    press(&mut app, "u u u");
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
}

#[test]
fn a_band_moves_and_stops_at_its_neighbour() {
    let mut app = app();
    press(&mut app, "tab right =");
    let from = |app: &App| app.bench.as_ref().unwrap().model().columns.bands[1].from;
    assert_eq!(from(&app), Some(51));
    press(&mut app, "B w backspace backspace backspace");
    type_text(&mut app, "40");
    press(&mut app, "enter");
    assert!(screen(&app).contains("A band cannot pass its neighbour."), "{}", screen(&app));
}

#[test]
fn a_band_can_be_renamed_in_the_maps_too() {
    let mut app = app();
    press(&mut app, "B e backspace backspace");
    type_text(&mut app, "top");
    press(&mut app, "enter esc");
    let model = app.bench.as_ref().unwrap().model();
    assert_eq!(model.rows.bands.last().unwrap().label, "top");
    assert!(quadrille::model::check(model).is_empty(), "every map still has a zone for every cell");
    press(&mut app, "u");
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
}

#[test]
fn nothing_is_done_below_what_can_be_seen() {
    let mut app = app();
    (app.area.width, app.area.height) = (60, 15);
    assert!(press(&mut app, "D right").is_empty());
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn an_overlay_keeps_its_keys_to_itself() {
    let mut app = app();
    press(&mut app, "tab down , end home");
    assert_eq!(app.workbench.cell, (1, 0), "the matrix below stays where it was");
    press(&mut app, "esc C enter pagedown enter");
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 0, "unchanged bounds are no step of undo");
}

#[test]
fn undo_is_offered_only_for_what_it_takes_back() {
    let mut app = app();
    press(&mut app, "right");
    assert!(screen(&app).contains("u undo"));
    press(&mut app, "b");
    let line = screen(&app).lines().rev().nth(1).unwrap().to_owned();
    assert!(line.contains("baseline") && !line.contains("undo"), "{line}");
}

#[test]
fn a_cell_opens_the_list_of_its_leads() {
    let mut app = app();
    press(&mut app, "tab down down enter");
    let bench = app.bench.as_ref().unwrap();
    let count = bench.matrix().cells[2][0].count;
    assert_eq!(app.leads.listing.len() as u64, count);
    assert!(bench.all(&app.leads.listing).iter().all(|lead| bench.cell_of(*lead as usize) == Some((6, 0))));
    press(&mut app, "esc tab tab z");
    assert!(matches!(&app.leads.query.within, quadrille::workbench::Within::Zone(_)));
}

#[test]
fn the_search_knows_no_accents_and_escape_clears_it() {
    let mut app = app();
    press(&mut app, "2 right right right /");
    type_text(&mut app, "ELODIE");
    let bench = app.bench.as_ref().unwrap();
    let found: Vec<String> =
        bench.all(&app.leads.listing).iter().filter_map(|lead| bench.row(*lead as usize).name).collect();
    assert!(!found.is_empty() && found.iter().all(|name| name.contains("lodie")), "{found:?}");
    press(&mut app, "esc");
    assert_eq!(app.leads.listing.len(), 300);
}

#[test]
fn the_list_sorts_by_any_column_both_ways() {
    let mut app = app();
    press(&mut app, "2 right right right o o o o");
    let values = |app: &App| -> Vec<i64> {
        let bench = app.bench.as_ref().unwrap();
        bench.all(&app.leads.listing).iter().map(|lead| bench.scores().value(Side::Rows, *lead as usize)).collect()
    };
    assert!(values(&app).is_sorted_by(|a, b| a >= b), "highest grade first");
    quadrille::tui::screens::leads::sort_by(&mut app, quadrille::tui::screens::leads::ListColumn::Row);
    assert!(values(&app).is_sorted(), "turned round");
}

#[test]
fn the_ledger_sums_to_the_score_on_screen() {
    let mut app = app();
    press(&mut app, "2 enter");
    let lead = app.detail.lead.unwrap();
    let bench = app.bench.as_ref().unwrap();
    let explanation = app.detail.explanation.as_ref().unwrap();
    for side in Side::BOTH {
        assert_eq!(explanation.total(side), bench.scores().value(side, lead));
    }
    press(&mut app, "n");
    assert_ne!(app.detail.lead, Some(lead), "the next lead of the list");
}

#[test]
fn the_mouse_does_what_keys_do() {
    let mut app = app();
    let at = |app: &App, text: &str| -> (u16, u16) {
        let screen = screen(app);
        let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("it is on the screen");
        let x = quadrille::text::width(&line[..line.find(text).unwrap()]);
        (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
    };
    let click = |app: &mut App, (column, row): (u16, u16)| {
        let kind = MouseEventKind::Down(MouseButton::Left);
        update(app, Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    };
    let (x, y) = at(&app, "Student or intern");
    click(&mut app, (x, y));
    assert_eq!(app.workbench.line, 9);
    let spot = at(&app, "2 Leads");
    click(&mut app, spot);
    assert!(screen(&app).contains("[2 Leads]"));
    let spot = at(&app, "Next 20 %");
    click(&mut app, spot);
    assert!(screen(&app).contains("[Next 20 %"));
    let spot = at(&app, "? help");
    click(&mut app, spot);
    assert!(screen(&app).contains("Help: what the keys do here"));
}

#[test]
fn a_change_of_another_window_is_taken_over_unless_an_edit_is_on_its_way() {
    let mut app = app();
    let mut other = demo::model();
    Edit::SetWeight { criterion: other.rows.groups[0].criteria[0].name.clone(), weight: 77 }.apply(&mut other).unwrap();
    let reload = |upto: u64, model: &quadrille::model::Model| {
        let history = quadrille::workbench::History::default();
        Event::Job(JobDone::Reloaded { upto, model: Box::new(model.clone()), history, baseline: None, told: None })
    };
    press(&mut app, "right");
    update(&mut app, reload(0, &other));
    assert_ne!(app.bench.as_ref().unwrap().model(), &other, "an edit is on its way: the worker tells again");
    update(&mut app, reload(1, &other));
    assert_eq!(app.bench.as_ref().unwrap().model(), &other);
}

#[test]
fn no_size_and_no_name_breaks_the_drawing() {
    let mut bench = demo::bench(50);
    let mut model = bench.model().clone();
    model.rows.groups[0].criteria[0].name = "\u{1b}]0;x\u{7}\u{202e}e\u{301}\u{301}🌞".repeat(40);
    bench.apply(Edit::Replace(Box::new(model)), 0).unwrap();
    let mut app = on(bench, Lang::Fr, 100, 30);
    for keys in ["", "enter", "esc B", "esc C", "esc ?", "esc :", "esc ,", "esc m", "esc 2", "enter"] {
        press(&mut app, keys);
        for (width, height) in [(0, 0), (1, 1), (20, 5), (79, 24), (80, 23), (80, 24), (81, 25), (200, 24), (300, 100)]
        {
            (app.area.width, app.area.height) = (width, height);
            let shown = screen(&app);
            assert!(!shown.contains(['\u{1b}', '\u{202e}']), "data steers no terminal");
            if height > 0 && (80 > width || 24 > height) && width > 60 {
                assert!(shown.contains("80 × 24"), "{shown}");
            }
        }
        (app.area.width, app.area.height) = (100, 30);
    }
}

#[test]
fn a_model_of_one_axis_has_one_row() {
    let mut model = demo::model();
    model.rows = quadrille::model::Axis::default();
    model.maps.clear();
    model.zones.clear();
    let bench = Workbench::new(model, None, Arc::new(demo::dataset(100)), demo::AS_OF);
    let matrix = bench.matrix();
    assert_eq!((matrix.rows.len(), matrix.total), (1, 100));
    let mut app = on(bench, Lang::En, 80, 24);
    for keys in ["", "tab down v v", "enter", "enter", "1 tab B tab down =", "esc C", "esc t", "z"] {
        press(&mut app, keys);
        assert!(screen(&app).contains("2 Leads"), "{keys}");
    }
    press(&mut app, "t");
    assert!(screen(&app).contains("This model has one map only."));
}

#[test]
fn without_leads_actions_say_why_they_cannot_run() {
    let mut app = empty(Lang::En, 100, 30);
    press(&mut app, "2");
    assert!(screen(&app).contains("There are no leads yet"), "{}", screen(&app));
    assert_eq!(press(&mut app, "d"), [Effect::OpenDemo]);
}

#[test]
fn who_a_gate_holds_is_said_of_the_cell_and_of_the_lead() {
    let model = quadrille::model::template("iadvize-v2").expect("it is built in");
    let bench = Workbench::new(model, None, Arc::new(demo::dataset(300)), demo::AS_OF);
    let held = bench.held(0);
    let lowest = bench.matrix().cells.last().unwrap().iter().map(|cell| cell.held).sum::<u64>();
    assert_eq!(held, lowest, "all of them have a profile up to 50");
    let first = bench.matrix().cells.last().unwrap()[0].held;
    let mut app = on(bench, Lang::En, 160, 50);
    press(&mut app, "tab end");
    assert!(screen(&app).contains(&format!("{first} held by a gate")), "{}", screen(&app));
    press(&mut app, "enter enter");
    assert!(screen(&app).contains("held by Profile above 50"), "{}", screen(&app));
}

/// An app that reads a large workspace.
fn opening(lang: Lang, width: u16, height: u16) -> App {
    let mut app = empty(lang, width, height);
    let last = LastLook::of(&demo::bench(500));
    app.opening = Some(Opening { workspace: "leads".to_owned(), last: Some(last) });
    app.screen = Screen::Opening;
    app
}

#[test]
fn a_large_workspace_shows_how_it_was_left_while_it_is_read() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (100, 30)] {
            let app = opening(lang, width, height);
            assert_snapshot!(format!("opening_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
    let mut app = opening(Lang::En, 80, 24);
    for keys in ["left 1 2 3 enter n space u", "esc", "? esc"] {
        press(&mut app, keys);
        assert_eq!(app.screen, Screen::Opening, "there is nothing to act on yet: {keys}");
    }
    let problem = quadrille::problem::Problem::refused(quadrille::msg!("shell-nothing-open"));
    update(&mut app, Event::Job(JobDone::Failed(problem)));
    assert_eq!(app.screen, Screen::Welcome);
    assert!(app.message.is_some(), "why it was not opened is said");
}
