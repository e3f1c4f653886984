//! Verdicts from the keyboard: said at once, seen in every list, taken back and said again in their turn among the edits.

use quadrille::engine::explain::Cause;
use quadrille::model::Edit;
use quadrille::model::Side;
use quadrille::review::Hunch;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::ReviewChange;
use quadrille::tui::overlays::calls::Callees;
use quadrille::tui::overlays::calls::CallsTask;
use quadrille::tui::overlays::calls::SheetTask;
use quadrille::workbench::CutMargin;
use quadrille::workbench::Judged;

use super::app::on;
use super::app::press;
use super::app::screen;
use crate::demo;

fn app(lang: Lang) -> App {
    on(demo::bench(500), lang, 100, 30)
}

/// What the verdict of the lead under the cursor is.
fn verdict(app: &App) -> Option<Verdict> {
    let lead = quadrille::tui::screens::leads::current(app).unwrap();
    app.bench.as_ref().unwrap().row(lead).verdict
}

#[test]
fn four_keys_give_four_verdicts_and_each_is_on_its_way_into_the_file() {
    let mut app = app(Lang::En);
    press(&mut app, "2");
    for (key, expected) in
        [("e", Verdict::TooEarly), ("r", Verdict::TooLate), ("x", Verdict::OffTarget), ("g", Verdict::Right)]
    {
        let effects = press(&mut app, key);
        assert_eq!(verdict(&app), Some(expected));
        let [Effect::Save { change: Change::Review(ReviewChange::Say(remarks)), .. }] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        let [remark] = remarks.as_slice() else { panic!("{remarks:?}") };
        assert_eq!((remark.by.as_str(), remark.lead.is_empty(), remark.review), ("Sam", false, None));
        assert_eq!(remark.footing.rank, Some(1), "where it stood is kept with it");
    }
    let log = app.bench.as_ref().unwrap().log();
    assert_eq!(log.remarks.len(), 4, "a new verdict supersedes, none is overwritten");
    press(&mut app, "delete");
    assert_eq!(verdict(&app), None);
    assert!(press(&mut app, "D").is_empty(), "there is nothing more to take away");
}

#[test]
fn verdicts_and_edits_are_taken_back_in_their_turn() {
    let mut app = app(Lang::En);
    let weight = |app: &App| app.bench.as_ref().unwrap().criteria()[0].criterion.weight;
    let before = weight(&app);
    press(&mut app, "2 g 1 = 2 x");
    let edited = weight(&app);
    assert_ne!(before, edited);
    press(&mut app, "u");
    assert_eq!((verdict(&app), weight(&app)), (Some(Verdict::Right), edited));
    press(&mut app, "u");
    assert_eq!((verdict(&app), weight(&app)), (Some(Verdict::Right), before));
    press(&mut app, "u");
    assert_eq!((verdict(&app), weight(&app)), (None, before));
    assert!(press(&mut app, "u").is_empty());
    press(&mut app, "U");
    assert_eq!((verdict(&app), weight(&app)), (Some(Verdict::Right), before));
    press(&mut app, "U U");
    assert_eq!((verdict(&app), weight(&app)), (Some(Verdict::OffTarget), edited));
}

#[test]
fn a_list_shows_one_kind_of_verdict_alone() {
    let mut app = app(Lang::En);
    press(&mut app, "2 e down g down g");
    let all = app.leads.listing.len();
    let mut shown = Vec::new();
    for _ in 0..6 {
        press(&mut app, "f");
        shown.push((app.leads.query.judged, app.leads.listing.len()));
    }
    let only = Judged::Only;
    let expected = [
        (Judged::Any, 3),
        (only(Verdict::TooEarly), 1),
        (only(Verdict::TooLate), 0),
        (only(Verdict::OffTarget), 0),
        (only(Verdict::Right), 2),
        (Judged::Not, all - 3),
    ];
    assert_eq!(shown, expected);
    press(&mut app, "esc");
    assert_eq!((app.leads.query.judged, app.leads.listing.len()), (Judged::All, all));
}

#[test]
fn a_verdict_gets_a_reason_a_note_and_a_hunch_beside_it() {
    let mut app = app(Lang::En);
    press(&mut app, "2 c");
    assert!(app.overlays.is_empty(), "first the verdict, then why");
    press(&mut app, "e c right down N o t ctrl+s");
    let remarks = &app.bench.as_ref().unwrap().log().remarks;
    let said = Said::Verdict { verdict: Verdict::TooEarly, reason: "no budget yet".to_owned(), note: "Not".to_owned() };
    assert_eq!(remarks.last().map(|remark| &remark.said), Some(&said));
    press(&mut app, "enter i left ctrl+s");
    let bench = app.bench.as_ref().unwrap();
    let key = bench.data().keys.get(app.detail.lead.unwrap());
    assert_eq!(bench.log().hunch(key).map(|(hunch, _)| hunch), Some(Hunch::Hot));
    assert_eq!(bench.log().verdict(key).unwrap().verdict, Verdict::TooEarly, "a hunch is no verdict");
}

#[test]
fn a_list_with_verdicts_looks_so() {
    for lang in Lang::ALL {
        let mut app = app(lang);
        press(&mut app, "2 e down r down x down g down");
        insta::assert_snapshot!(format!("verdicts_100x30_{}", lang.tag()), screen(&app));
    }
}

#[test]
fn a_lead_says_how_near_it_is_to_standing_elsewhere_and_tries_a_weight_that_saves_nothing() {
    let mut app = app(Lang::En);
    press(&mut app, "2 enter");
    let before = app.bench.as_ref().unwrap().model().clone();
    press(&mut app, "down L right");
    let (name, weight, found) = app.detail.tried.clone().unwrap();
    let bench = app.bench.as_ref().unwrap();
    assert_eq!(*bench.model(), before);
    assert_eq!(weight, bench.model().criterion(&name).unwrap().weight + 6);
    // What it said is what the edit then does.
    let lead = app.detail.lead.unwrap();
    let mut edited = demo::bench(500);
    edited.apply(Edit::SetWeight { criterion: name, weight }, 0).unwrap();
    let row = edited.row(lead);
    assert_eq!((row.rows, row.columns, row.rank), (found.rows, found.columns, found.rank));
    assert_eq!((row.row_band, row.column_band), (found.row_band.as_str(), found.column_band.as_str()));
    assert_eq!(row.fifth, found.fifth);
    press(&mut app, "esc");
    assert!(app.detail.tried.is_none() && app.detail.lead == Some(lead), "first what is tried, then the lead");
}

#[test]
fn what_keeps_a_lead_in_the_top_group_is_true() {
    let bench = demo::bench(500);
    let criteria: Vec<String> = bench.criteria().iter().map(|row| row.criterion.name.clone()).collect();
    let mut told = 0;
    for lead in bench.order().iter().take(bench.cut().n_top).map(|lead| *lead as usize) {
        let Some(CutMargin::Leaves(without)) = bench.cut_margin(lead) else { panic!("it is in the top group") };
        told += usize::from(without.len() == 1);
        assert!(without.len() <= 3 && without.iter().all(|name| criteria.contains(name)));
        // A lead that is alike but for these ranks behind the first one out: worked out from the ledger, which has no caps here.
        let points = |side: Side| -> i64 {
            let lines = bench.explain(lead).lines.into_iter().filter(|line| line.side == side);
            let kept =
                lines.filter(|line| !matches!(&line.cause, Cause::Criterion { name, .. } if without.contains(name)));
            kept.map(|line| line.points).sum()
        };
        let out = bench.order()[bench.cut().n_top] as usize;
        let values = |lead: usize| (bench.row(lead).columns, bench.row(lead).rows);
        let left = (points(Side::Columns), points(Side::Rows));
        assert!(without.is_empty() || left <= values(out), "{lead}: {without:?}");
    }
    assert!(told > 0, "the data are to hold somebody near the cut");
    let last_but = bench.order()[bench.cut().n_top] as usize;
    assert!(matches!(bench.cut_margin(last_but), Some(CutMargin::Misses(Some(0..)))));
}

#[test]
fn a_hunch_that_the_score_contradicts_is_found() {
    let mut app = app(Lang::En);
    // The best lead feels cold, the next one hot.
    press(&mut app, "2 enter i right ctrl+s n i left ctrl+s esc f f f f f f f");
    assert_eq!((app.leads.query.judged, app.leads.listing.len()), (Judged::Disagreed, 1));
    for lang in Lang::ALL {
        app.lang = lang;
        press(&mut app, "enter");
        insta::assert_snapshot!(format!("card_100x30_{}", lang.tag()), screen(&app));
        press(&mut app, "esc");
    }
}

#[test]
fn a_card_fits_a_small_screen() {
    for lang in Lang::ALL {
        let mut app = on(demo::bench(500), lang, 80, 24);
        press(&mut app, "2 e enter down right");
        insta::assert_snapshot!(format!("card_80x24_{}", lang.tag()), screen(&app));
    }
}

#[test]
fn a_list_becomes_a_call_sheet_of_whom_it_shows() {
    let mut app = app(Lang::En);
    press(&mut app, "2 e down g f f E");
    let effects = press(&mut app, "enter");
    let [Effect::Calls(CallsTask::Write(SheetTask { of: Callees::Listed { keys, .. }, masked, .. }))] =
        effects.as_slice()
    else {
        panic!("{effects:?}");
    };
    let bench = app.bench.as_ref().unwrap();
    assert_eq!(*keys, [bench.data().keys.get(bench.order()[0] as usize).to_owned()], "the one that is too early");
    assert!(!masked);
    press(&mut app, "P E");
    assert!(screen(&app).contains("it cannot be read back"), "{}", screen(&app));
    let effects = press(&mut app, "enter");
    assert!(matches!(&effects[..], [Effect::Calls(CallsTask::Write(SheetTask { masked: true, .. }))]), "{effects:?}");
    press(&mut app, "f E");
    assert!(app.overlays.is_empty(), "nobody is listed: {}", screen(&app));
}

#[test]
fn one_verdict_more_comes_to_what_all_come_to() {
    let mut app = app(Lang::En);
    press(&mut app, "2");
    let keys =
        "e g x u U down r c ctrl+s delete u up enter i ctrl+s g i left ctrl+s u u esc x down e U u u u u u U U D";
    for key in keys.split(' ') {
        // Both are asked for after every key, so that each is carried on from the one before.
        press(&mut app, key);
        let bench = app.bench.as_ref().unwrap();
        let (verdicts, hunches) = (bench.verdicts().clone(), bench.hunches().clone());
        let mut anew = demo::bench(500);
        anew.set_log(std::sync::Arc::clone(bench.log()));
        assert_eq!((&verdicts, &hunches), (anew.verdicts(), anew.hunches()), "after {key}");
    }
}
