//! What the verdicts say should change, as a person meets it: on the page of suggestions and on the command line.

use std::path::Path;
use std::sync::Arc;

use insta::assert_snapshot;

use quadrille::model;
use quadrille::model::Side;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::log::Log;
use quadrille::store::Store;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Screen;
use quadrille::workbench::Workbench;

use crate::cli::Home;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::suggest::all_right;
use crate::suggest::bench;
use crate::suggest::crowd;
use crate::suggest::line_too_low;
use crate::suggest::pages_too_heavy;
use crate::suggest::schools;

/// Keys from the first screen to the page.
const PAGE: &str = "3 right right right";

/// Holds the page after some keys against its golden, in two sizes and both languages.
fn looks(name: &str, bench: fn() -> Workbench, keys: &str) {
    for (width, height) in [(80, 24), (100, 30)] {
        for lang in [Lang::En, Lang::Fr] {
            let mut app = opened(bench(), lang, width, height);
            press(&mut app, &format!("{PAGE} {keys}"));
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

/// An app on a workbench whose verdicts are those of the file, too.
fn opened(bench: Workbench, lang: Lang, width: u16, height: u16) -> App {
    let log = Arc::clone(bench.log());
    let mut app = on(bench, lang, width, height);
    app.bench.as_mut().expect("a workbench is open").set_log(log);
    app
}

#[test]
fn without_verdicts_the_page_says_what_to_do() {
    looks("none", || bench(&crowd()), "");
}

#[test]
fn what_is_suggested_is_shown_with_all_that_it_does() {
    looks("line", || bench(&line_too_low()), "");
    looks("schools", || bench(&schools()), "down");
}

#[test]
fn what_is_tried_stands_beside_what_was() {
    looks("tried", || bench(&pages_too_heavy()), "enter");
}

#[test]
fn what_is_missing_is_told_when_chosen() {
    looks("missing", || bench(&line_too_low()), "end up");
}

#[test]
fn verdicts_of_elsewhere_are_marked_as_such() {
    let elsewhere = || {
        let mut bench = bench(&all_right());
        let mut log = Log::clone(bench.log());
        log.remarks[..3].iter_mut().for_each(|remark| remark.footing.model = "older".to_owned());
        log.remarks[3..9].iter_mut().for_each(|remark| remark.footing.column = "warm".to_owned());
        bench.set_log(Arc::new(log));
        bench
    };
    looks("elsewhere", elsewhere, "");
}

#[test]
fn the_leads_it_rests_on_are_listed() {
    looks("leads", || bench(&line_too_low()), "o");
    let mut app = opened(bench(&line_too_low()), Lang::En, 80, 24);
    press(&mut app, &format!("{PAGE} o"));
    assert_eq!((app.screen, app.leads.listing.len()), (Screen::Leads, 13));
    press(&mut app, "right");
    press(&mut app, "3 end o");
    assert_eq!(app.screen, Screen::Review, "nobody speaks for what is missing");
}

fn edge(app: &App) -> Option<i64> {
    app.bench.as_ref()?.model().axis(Side::Columns).bands[2].from
}

fn saves(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Save { .. })).count()
}

#[test]
fn a_suggestion_is_tried_kept_or_taken_back() {
    let mut app = opened(bench(&line_too_low()), Lang::En, 80, 24);
    assert_eq!(saves(&press(&mut app, PAGE)), 0);
    assert_eq!(edge(&app), Some(50), "nothing is made by itself");
    let before = screen(&app);
    assert_eq!(saves(&press(&mut app, "enter")), 1);
    assert_eq!(edge(&app), Some(65));
    assert!(screen(&app).contains("Tried"), "{}", screen(&app));
    press(&mut app, "u");
    assert_eq!(edge(&app), Some(50));
    let lines = |text: &str| text.lines().skip(1).take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(lines(&screen(&app)), lines(&before), "the page is as it was");
    press(&mut app, "U");
    assert!(screen(&app).contains("Tried"), "made again, it is tried again");
    assert_eq!(saves(&press(&mut app, "enter")), 0, "it was saved when it was tried");
    assert_eq!(edge(&app), Some(65));
    assert!(screen(&app).contains("Kept"), "{}", screen(&app));
    press(&mut app, "u");
    assert_eq!(edge(&app), Some(50), "what was kept is undone like any edit");
}

#[test]
fn one_is_tried_at_a_time() {
    let mut app = opened(bench(&schools()), Lang::En, 80, 24);
    press(&mut app, &format!("{PAGE} enter"));
    let tried = app.bench.as_ref().map(|bench| bench.model().clone());
    press(&mut app, "down enter");
    assert_eq!(app.bench.as_ref().map(|bench| bench.model().clone()), tried);
    assert!(screen(&app).contains("take it back"), "{}", screen(&app));
}

#[test]
fn the_page_follows_other_edits() {
    let mut app = opened(bench(&line_too_low()), Lang::En, 80, 24);
    press(&mut app, &format!("{PAGE} enter 1 n esc"));
    press(&mut app, "L 3");
    assert!(!screen(&app).contains("Tried; shown"), "{}", screen(&app));
}

// ---------------------------------------------------------------------------------------------------- command line

/// Gives verdicts on those of the demo whom sales get: too early below a line, right above.
fn judge(db: &str) {
    let mut store = Store::open(Path::new(db), 1_793_491_200).expect("the demo");
    let name = store.models().expect("models")[0].name.clone();
    let parsed = model::parse(&store.model(&name).expect("a model").ron).expect("a sound model");
    let bench = Workbench::new(parsed, None, Arc::new(store.dataset().expect("leads")), 1_793_491_200);
    let handed_over: Vec<usize> = bench
        .order()
        .iter()
        .map(|lead| *lead as usize)
        .filter(|lead| bench.zone_of(*lead).is_some_and(|zone| zone.hands_over))
        .step_by(3)
        .take(60)
        .collect();
    let value = |lead: usize| bench.scores().value(Side::Columns, lead);
    let mut values: Vec<i64> = handed_over.iter().map(|lead| value(*lead)).collect();
    values.sort_unstable();
    let middle = values[values.len() / 2];
    for lead in handed_over {
        let verdict = if value(lead) < middle { Verdict::TooEarly } else { Verdict::Right };
        let said = Said::Verdict { verdict, reason: String::new(), note: String::new() };
        let (key, footing) = (bench.data().keys.get(lead).to_owned(), bench.footing(lead));
        let by = "Zoé".to_owned();
        let remark = Remark { id: 0, lead: key, at: 1_793_491_200, by, said, review: None, footing, struck: false };
        store.say(&[remark]).expect("it is written");
    }
}

#[test]
fn suggestions_on_the_command_line() {
    let home = Home::new();
    let db = home.demo();
    let none = home.ok(&["suggest", "--db", &db]);
    assert!(none.contains("No verdict yet"), "{none}");
    judge(&db);
    assert_snapshot!("suggest_en", home.ok(&["suggest", "--db", &db]));
    assert_snapshot!("suggest_fr", home.ok(&["suggest", "--db", &db, "--lang", "fr"]));
    let all: serde_json::Value =
        serde_json::from_str(&home.ok(&["suggest", "--db", &db, "--format", "json"])).expect("one JSON document");
    assert_eq!(all["judged"]["too_early"].as_u64().map(|n| n > 10), Some(true), "{all}");
    let found = all["found"].as_array().expect("a list");
    assert!(found.iter().all(|found| found["rests_on"].as_array().is_some_and(|keys| !keys.is_empty())));
    let rows = home.ok(&["suggest", "--db", &db, "--format", "csv"]);
    assert_eq!(rows.lines().count(), found.len() + 1);
    assert!(rows.starts_with("kind,what,judged,rests_on,handed_over,handed_over_then,entered,entered_then"), "{rows}");
}
