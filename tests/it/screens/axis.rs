//! The editors of the axes, bands, groups, zones and maps: what is shown, and what keys and the mouse do to the model.

use std::sync::Arc;

use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEvent;
use crossterm::event::MouseEventKind;
use insta::assert_snapshot;

use quadrille::model::Band;
use quadrille::model::Degradation;
use quadrille::model::Idle;
use quadrille::model::Model;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Take;
use quadrille::model::check;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Event;
use quadrille::tui::overlays::Overlay;
use quadrille::tui::update::update;
use quadrille::workbench::RECENT_WEEKS;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const SIZES: [(u16, u16); 2] = [(80, 24), (100, 30)];
const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

/// Holds the screen that keys lead to against its golden, in some sizes and both languages.
fn looks(name: &str, keys: &str, sizes: &[(u16, u16)]) {
    for (width, height) in sizes {
        for lang in LANGS {
            let mut app = on(demo::bench(500), lang, *width, *height);
            press(&mut app, keys);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

fn app() -> App {
    on(demo::bench(300), Lang::En, 100, 30)
}

fn model(app: &App) -> &Model {
    app.bench.as_ref().unwrap().model()
}

/// Holds that the model can be loaded and that undo, as often as there were steps, brings the first one back.
fn sound_and_undone(app: &mut App, was: &Model) {
    assert_eq!(check(model(app)), Vec::new());
    for _ in 0..app.bench.as_ref().unwrap().history().position {
        app.overlays.clear();
        press(app, "u");
    }
    assert_eq!(model(app), was);
}

/// Empties the text field that has the cursor and types into it.
fn fill(app: &mut App, text: &str) {
    press(app, "end ctrl+u");
    type_text(app, text);
}

#[test]
fn the_bands_stand_below_the_spread_of_their_leads() {
    looks("axis_bands", "B tab down", &SIZES);
    looks("axis_bands_moved", "tab B right right right", &SIZES);
}

#[test]
fn a_new_band_says_what_it_takes() {
    looks("axis_band_new", "tab B down n", &SIZES[..1]);
}

#[test]
fn the_groups_show_their_best_and_their_bounds() {
    looks("axis_groups", "C end up", &SIZES);
    looks("axis_group", "C end up e", &SIZES[..1]);
}

#[test]
fn the_settings_of_an_axis_say_what_it_can_give() {
    looks("axis_settings", "tab B s", &SIZES);
}

#[test]
fn the_painter_shows_both_maps_and_what_differs() {
    let sizes = [(80, 24), (100, 30), (160, 50)];
    looks("painter", "Z J L", &sizes);
    looks("painter_other_map", "Z t p down", &sizes[..1]);
}

#[test]
fn the_zones_show_who_acts_and_how_many_there_are() {
    looks("zones", "Z z down", &SIZES);
    looks("zone", "Z z e", &SIZES[..1]);
    looks("zone_heir", "Z z D", &SIZES[..1]);
}

#[test]
fn the_zones_say_what_a_week_brings_them() {
    for (lang, said) in [
        (Lang::En, "Entered in each of the last 4 weeks: "),
        (Lang::Fr, "Entrés dans chacune des 4 dernières semaines\u{a0}: "),
    ] {
        let mut app = on(demo::bench(500), lang, 80, 24);
        press(&mut app, "Z z");
        let bench = app.bench.as_ref().unwrap();
        let entered = bench.inflow(RECENT_WEEKS).iter().map(|week| week.entered[0].1.to_string()).collect::<Vec<_>>();
        assert!(note(&app).contains(&format!("{said}{}.", entered.join(", "))), "{}", note(&app));
    }
}

/// What is told of the first zone below the list.
fn note(app: &App) -> String {
    match app.overlays.last() {
        Some(Overlay::Things(things)) => things.rows[0].note.clone(),
        _ => panic!("the list of the zones"),
    }
}

#[test]
fn what_a_week_brought_counts_under_its_model_alone() {
    let mut app = app();
    press(&mut app, "Z z");
    assert!(note(&app).contains("4 weeks"), "{}", note(&app));
    // Another order of the zones is another model.
    press(&mut app, "down K");
    assert!(!note(&app).contains("4 weeks"), "{}", note(&app));
}

// --- Bands ---

#[test]
fn a_band_is_added_and_every_map_follows() {
    let mut app = app();
    let was = model(&app).clone();
    // The scores' second highest band, 100-199, is cut at 150.
    press(&mut app, "tab B down n");
    fill(&mut app, "150-199");
    press(&mut app, "down");
    fill(&mut app, "150");
    press(&mut app, "pagedown enter");
    let now = model(&app);
    let labels: Vec<&str> = now.columns.bands.iter().map(|band| band.label.as_str()).collect();
    assert_eq!(labels, ["0-49", "50-99", "100-199", "150-199", "200+"]);
    assert_eq!(now.columns.bands[3].from, Some(150));
    for (map, old) in now.maps.iter().zip(&was.maps) {
        for ((_, zones), (_, old)) in map.rows.iter().zip(&old.rows) {
            assert_eq!(zones, &[&old[..3], &old[2..]].concat());
        }
    }
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_row_band_is_added_above_the_one_it_is_cut_from() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "B n");
    fill(&mut app, "A++");
    press(&mut app, "down");
    fill(&mut app, "12");
    press(&mut app, "pagedown enter");
    for map in &model(&app).maps {
        let place = |label: &str| map.rows.iter().position(|(row, _)| row == label).unwrap();
        assert_eq!(map.rows[place("A++")].1, map.rows[place("A+")].1);
        assert_eq!(place("A++").abs_diff(place("A+")), 1);
    }
    assert!(screen(&app).contains("A++"));
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_band_is_taken_away_and_the_last_one_stays() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "tab B D");
    assert_eq!(model(&app).columns.bands.len(), 3);
    assert!(model(&app).maps.iter().all(|map| map.rows.iter().all(|(_, zones)| zones.len() == 3)));
    assert!(screen(&app).contains("200+ is gone: what was in it is in 100-199"), "{}", screen(&app));
    press(&mut app, "end D D D");
    let left = &model(&app).columns.bands;
    assert_eq!((left.len(), left[0].from), (1, None));
    assert!(screen(&app).contains("An axis keeps at least one band."), "{}", screen(&app));
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_band_that_begins_where_another_does_is_refused_at_its_row() {
    let mut app = app();
    press(&mut app, "tab B n");
    fill(&mut app, "new");
    press(&mut app, "down");
    fill(&mut app, "100");
    press(&mut app, "pagedown enter");
    assert!(screen(&app).contains("A band begins at 100 already."), "{}", screen(&app));
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 0);
}

#[test]
fn a_band_no_lead_can_be_in_says_so() {
    let mut app = app();
    press(&mut app, "B w");
    type_text(&mut app, "13");
    press(&mut app, "enter");
    assert!(screen(&app).contains("no lead can reach the band \"A+\": it begins at 13"), "{}", screen(&app));
}

#[test]
fn undo_works_where_bands_are_edited() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "tab B right H");
    assert_ne!(model(&app), &was);
    press(&mut app, "u u");
    assert_eq!(model(&app), &was);
    assert_eq!(app.overlays.len(), 1, "the bands are still open");
}

fn mouse(app: &mut App, kind: MouseEventKind, (column, row): (u16, u16)) {
    app.now_ms += 40;
    update(app, Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

/// Returns where a text stands on the screen.
fn at(app: &App, text: &str) -> (u16, u16) {
    let screen = screen(app);
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("it is on the screen");
    let x = quadrille::text::width(&line[..line.find(text).unwrap()]);
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

#[test]
fn an_edge_is_dragged_in_the_bars_and_stops_at_its_neighbour() {
    let mut app = app();
    press(&mut app, "tab B");
    let from = |app: &App| model(app).columns.bands[2].from.unwrap();
    let ruler = at(&app, "▲");
    let screen_line = screen(&app).lines().nth(usize::from(ruler.1)).unwrap().to_owned();
    let edges: Vec<usize> =
        screen_line.char_indices().enumerate().filter(|(_, (_, c))| *c == '▲').map(|(x, _)| x).collect();
    let edge = (u16::try_from(edges[1]).unwrap(), ruler.1 - 2);
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), edge);
    assert_eq!(from(&app), 100, "a press moves nothing");
    mouse(&mut app, MouseEventKind::Drag(MouseButton::Left), (edge.0 + 5, edge.1));
    let moved = from(&app);
    assert!(moved > 100, "{moved}");
    mouse(&mut app, MouseEventKind::Drag(MouseButton::Left), (edge.0 + 45, edge.1));
    assert_eq!(from(&app), 199, "one below the next edge");
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 1, "one drag is one step");
    let (x, y) = at(&app, "everything below");
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), (x, y - 1));
    press(&mut app, "right");
    assert_eq!(model(&app).columns.bands[1].from, Some(51));
}

#[test]
fn an_axis_without_bands_gets_its_first_two() {
    let mut bare = demo::model();
    bare.columns.bands.clear();
    for (_, zones) in bare.maps.iter_mut().flat_map(|map| &mut map.rows) {
        zones.truncate(1);
    }
    let bench = Workbench::new(bare.clone(), None, Arc::new(demo::dataset(100)), demo::AS_OF);
    let mut app = on(bench, Lang::En, 80, 24);
    press(&mut app, "tab B n");
    assert!(screen(&app).contains("What is below"), "{}", screen(&app));
    fill(&mut app, "hot");
    press(&mut app, "down");
    fill(&mut app, "50");
    press(&mut app, "pagedown enter");
    let band = |label: &str, from| Band { label: label.to_owned(), from };
    assert_eq!(model(&app).columns.bands, [band("low", None), band("hot", Some(50))]);
    sound_and_undone(&mut app, &bare);
}

// --- Groups ---

#[test]
fn groups_are_added_renamed_ordered_and_bounded() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "C n");
    press(&mut app, "down");
    type_text(&mut app, "technical");
    press(&mut app, "pagedown enter");
    let names = |app: &App| -> Vec<String> { model(app).rows.groups.iter().map(|group| group.name.clone()).collect() };
    assert_eq!(names(&app), ["demographic", "exclusion", "technical"]);
    press(&mut app, "down down K e");
    fill(&mut app, "40");
    press(&mut app, "pageup");
    fill(&mut app, "tools");
    press(&mut app, "pagedown enter");
    assert_eq!(names(&app), ["demographic", "tools", "exclusion"]);
    assert_eq!(model(&app).rows.groups[1].max, Some(40));
    sound_and_undone(&mut app, &was);
}

#[test]
fn an_empty_group_goes_at_once_and_another_asks_who_takes_its_criteria() {
    let mut app = app();
    let was = model(&app).clone();
    let n = was.criteria().count();
    press(&mut app, "C D");
    assert!(screen(&app).contains("Which group takes the 5 criteria of Demographic?"), "{}", screen(&app));
    press(&mut app, "enter");
    assert_eq!(model(&app).criteria().count(), n, "no criterion is lost");
    let rows = &model(&app).rows.groups;
    assert_eq!((rows.len(), rows[0].name.as_str(), rows[0].criteria.len()), (1, "exclusion", 9));
    sound_and_undone(&mut app, &was);
}

// --- The settings of an axis ---

#[test]
fn an_axis_is_scaled_and_degraded() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "a");
    press(&mut app, "esc B s down down");
    let columns = model(&app).rows.start;
    assert_eq!(columns, 2);
    fill(&mut app, "3");
    // Scale, to 0..100.
    press(&mut app, "down down down down right");
    assert!(
        screen(&app).contains("The most a lead can have is 13: it is shown as 100, and 0 as 0."),
        "{}",
        screen(&app)
    );
    // A step of inactivity: after 30 days half of it.
    press(&mut app, "pagedown up up enter");
    type_text(&mut app, "30");
    press(&mut app, "down right down");
    type_text(&mut app, "50");
    press(&mut app, "pagedown enter");
    let rows = &model(&app).rows;
    assert_eq!((rows.start, rows.scale), (3, Scale::To(0, 100)));
    assert_eq!(rows.degradations, [Degradation::Inactive(vec![Idle { days: 30, take: Take::Percent(50) }])]);
    press(&mut app, "s");
    assert!(screen(&app).contains("As saved now, time takes points from"), "{}", screen(&app));
    sound_and_undone(&mut app, &was);
}

#[test]
fn what_cannot_be_is_said_at_its_row() {
    let mut app = app();
    press(&mut app, "B s pagedown up up enter");
    type_text(&mut app, "30");
    press(&mut app, "down right down");
    type_text(&mut app, "150");
    press(&mut app, "pagedown enter");
    assert!(screen(&app).contains("A whole number from 0 to 100."), "{}", screen(&app));
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 0);
}

#[test]
fn unknown_leads_get_a_row_of_their_own_in_every_map() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "B s pagedown up up up");
    type_text(&mut app, "?");
    press(&mut app, "pagedown enter");
    let now = model(&app);
    assert_eq!(now.ungraded, "?");
    for map in &now.maps {
        let zones = |label: &str| &map.rows.iter().find(|(row, _)| row == label).unwrap().1;
        assert_eq!(zones("?"), zones("F"));
    }
    assert_eq!(now.n_bands(Side::Rows), 10);
    sound_and_undone(&mut app, &was);
}

// --- The painter ---

/// Returns the names of the zones of a map's row, from the lowest column.
fn row<'m>(app: &'m App, map: &str, label: &str) -> Vec<&'m str> {
    let map = model(app).maps.iter().find(|known| known.name == map).expect("there is such a map");
    let (_, zones) = map.rows.iter().find(|(row, _)| row == label).expect("there is such a row");
    zones.iter().map(String::as_str).collect()
}

fn zones(app: &App) -> Vec<String> {
    model(app).zones.iter().map(|zone| zone.name.clone()).collect()
}

#[test]
fn cells_are_painted_with_the_zone_of_a_digit() {
    let mut app = app();
    let was = model(&app).clone();
    let zones = zones(&app);
    press(&mut app, "Z 9 space right 2 enter");
    let painted = row(&app, "reality", "A+");
    assert_eq!(painted[..2], [zones[8].as_str(), zones[1].as_str()]);
    let steps = app.bench.as_ref().unwrap().history().steps.len();
    press(&mut app, "space");
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), steps, "painted so already: nothing happens");
    press(&mut app, "u u");
    assert_eq!(model(&app), &was);
    // The digits' row of a French keyboard.
    press(&mut app, "ç down space");
    assert_eq!(row(&app, "reality", "A-")[1], zones[8]);
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_selection_is_painted_at_once_and_told() {
    let mut app = app();
    let was = model(&app).clone();
    let zones = zones(&app);
    press(&mut app, "Z 1 v down down right space");
    for label in ["A+", "A-", "B+"] {
        assert_eq!(row(&app, "reality", label)[..2], [zones[0].as_str(), zones[0].as_str()]);
    }
    let line = screen(&app).lines().rev().nth(1).unwrap().to_owned();
    assert!(line.contains("6 cells") && line.contains("MQL") && line.contains("u undo"), "{line}");
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 1);
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_held_key_paints_one_step() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "Z 9");
    for name in ["space", "down", "space", "down", "space"] {
        app.now_ms += 40;
        update(&mut app, Event::Key(quadrille::tui::keys::Key::parse(name).unwrap().to_event()));
    }
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 1);
    sound_and_undone(&mut app, &was);
}

#[test]
fn the_mouse_paints_what_it_is_dragged_over() {
    let mut app = app();
    let was = model(&app).clone();
    let zones = zones(&app);
    press(&mut app, "Z");
    let zone = at(&app, "Exclusion segment");
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), zone);
    let cell = at(&app, "A- ");
    let (first, second) = ((cell.0 + 6, cell.1), (cell.0 + 13, cell.1));
    mouse(&mut app, MouseEventKind::Down(MouseButton::Left), first);
    assert_eq!(model(&app), &was, "a press selects");
    mouse(&mut app, MouseEventKind::Drag(MouseButton::Left), second);
    assert_eq!(row(&app, "reality", "A-")[..2], [zones[8].as_str(), zones[8].as_str()]);
    assert_eq!(app.bench.as_ref().unwrap().history().steps.len(), 1);
    sound_and_undone(&mut app, &was);
}

#[test]
fn maps_are_copied_renamed_put_in_force_and_deleted() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "Z n");
    type_text(&mut app, "draft");
    press(&mut app, "enter");
    assert_eq!(model(&app).maps.len(), 3);
    assert_eq!(row(&app, "draft", "A+"), row(&app, "reality", "A+"));
    press(&mut app, "9 space f");
    assert_eq!(model(&app).map, "draft");
    assert_ne!(row(&app, "draft", "A+"), row(&app, "reality", "A+"), "the copy alone was painted");
    press(&mut app, "e");
    fill(&mut app, "next year");
    press(&mut app, "enter");
    assert_eq!(model(&app).map, "next year", "in force stays in force");
    press(&mut app, "D");
    assert_eq!(model(&app).maps, was.maps);
    assert_eq!(check(model(&app)), Vec::new());
    press(&mut app, "esc");
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_map_is_called_otherwise_in_the_language_of_the_screen() {
    let mut app = app();
    press(&mut app, "Z e");
    fill(&mut app, "As it is");
    press(&mut app, "enter");
    let map = model(&app).map_in_force().unwrap();
    assert_eq!((map.name.as_str(), map.title.get(false)), ("reality", Some("As it is")));
    assert_eq!(map.title.get(true), demo::model().map_in_force().unwrap().title.get(true));
}

#[test]
fn without_zones_and_maps_the_painter_says_what_to_do_first() {
    let mut bare = demo::model();
    bare.maps.clear();
    bare.zones.clear();
    bare.map.clear();
    let bench = Workbench::new(bare.clone(), None, Arc::new(demo::dataset(100)), demo::AS_OF);
    let mut app = on(bench, Lang::En, 80, 24);
    press(&mut app, "Z");
    assert!(screen(&app).contains("This model has no zone yet. Press z, then n"), "{}", screen(&app));
    press(&mut app, "space n 1 p t c f D v right");
    assert_eq!(model(&app), &bare);
    press(&mut app, "z n");
    type_text(&mut app, "all");
    press(&mut app, "pagedown enter esc n");
    type_text(&mut app, "first");
    press(&mut app, "enter");
    assert!(model(&app).maps[0].rows.iter().all(|(_, zones)| zones.iter().all(|zone| zone == "all")));
    sound_and_undone(&mut app, &bare);
}

#[test]
fn a_large_matrix_is_painted_through_a_window() {
    let mut large = demo::model();
    large.maps.truncate(1);
    large.map.clear();
    let zone = large.zones[0].name.clone();
    let band = |n: i64| Band { label: format!("c{n}"), from: (n > 0).then_some(n) };
    large.columns.bands = (0..60).map(band).collect();
    large.rows.bands = (0..60).map(|n| Band { label: format!("r{n}"), from: (n > 0).then_some(n) }).collect();
    large.maps[0].rows = (0..60).map(|n| (format!("r{n}"), vec![zone.clone(); 60])).collect();
    let bench = Workbench::new(large, None, Arc::new(demo::dataset(50)), demo::AS_OF);
    let mut app = on(bench, Lang::En, 80, 24);
    press(&mut app, "Z pagedown end 2 space");
    assert_eq!(row(&app, "theory", "r0")[59], zones(&app)[1]);
    let shown = screen(&app);
    assert!(shown.contains("r0 ") && shown.contains("c59"), "{shown}");
    assert_eq!(check(model(&app)), Vec::new());
}

// --- Zones ---

#[test]
fn a_zone_is_renamed_with_its_cells_and_deleted_into_another() {
    let mut app = app();
    let was = model(&app).clone();
    let old = zones(&app);
    press(&mut app, "Z z e");
    fill(&mut app, "ready");
    press(&mut app, "pagedown enter");
    assert_eq!(zones(&app)[0], "ready");
    assert!(row(&app, "reality", "A+").contains(&"ready"));
    press(&mut app, "D");
    type_text(&mut app, "watch");
    press(&mut app, "enter");
    assert_eq!(zones(&app), old[1..]);
    assert!(!model(&app).maps.iter().any(|map| map.rows.iter().any(|(_, zones)| zones.contains(&"ready".to_owned()))));
    sound_and_undone(&mut app, &was);
}

#[test]
fn a_zone_is_made_from_its_form() {
    let mut app = app();
    let was = model(&app).clone();
    press(&mut app, "Z z n");
    type_text(&mut app, "partner");
    press(&mut app, "down down down right right down");
    type_text(&mut app, "Call the partner");
    press(&mut app, "down down");
    type_text(&mut app, "4");
    press(&mut app, "down");
    type_text(&mut app, "12");
    press(&mut app, "down right pagedown enter");
    let zone = model(&app).zone("partner").expect("the new zone is there");
    assert_eq!((zone.sla_hours, zone.weekly_capacity, zone.hands_over), (Some(4), Some(12), true));
    assert_eq!(zone.owner, quadrille::model::Owner::Sales);
    assert_eq!(zone.action.get(false), Some("Call the partner"));
    sound_and_undone(&mut app, &was);
}

#[test]
fn no_size_breaks_the_editors() {
    let mut app = app();
    for keys in ["B", "tab n", "esc esc C", "e", "esc esc Z", "v right down", "z", "e", "esc D"] {
        press(&mut app, keys);
        for (width, height) in [(0, 0), (1, 1), (20, 5), (80, 24), (81, 25), (200, 24), (80, 100), (300, 100)] {
            (app.area.width, app.area.height) = (width, height);
            screen(&app);
        }
        (app.area.width, app.area.height) = (100, 30);
    }
}
