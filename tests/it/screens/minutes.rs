//! The form that asks where the minutes of a review go, and what is asked of the worker for it.

use insta::assert_snapshot;

use quadrille::msg;
use quadrille::problem::Problem;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::overlays::calls::Callees;
use quadrille::tui::overlays::calls::CallsNews;
use quadrille::tui::overlays::calls::CallsTask;
use quadrille::tui::overlays::calls::SheetTask;
use quadrille::tui::overlays::minutes::MinutesNews;
use quadrille::tui::overlays::minutes::MinutesTask;
use quadrille::tui::overlays::minutes::To;
use quadrille::tui::update::update;
use quadrille::workbench::sheet::Filled;

use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::session::app;
use crate::screens::session::begin;

/// An app with a review, and the form open on it.
fn asked(lang: Lang, width: u16, height: u16) -> App {
    let mut app = app(lang, width, height);
    begin(&mut app);
    "Automne / Élodie\u{202e}".clone_into(&mut app.reviews[0].name);
    press(&mut app, "R");
    app
}

fn task(effects: &[Effect]) -> MinutesTask {
    match effects {
        [Effect::Minutes(task)] => task.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_form_says_what_will_be_written_and_where() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (100, 30)] {
            let name = format!("minutes_{width}x{height}_{}", lang.tag());
            assert_snapshot!(name, screen(&asked(lang, width, height)));
        }
    }
}

#[test]
fn the_ending_follows_the_form_and_a_copy_needs_no_file() {
    let mut app = asked(Lang::En, 100, 30);
    let review = app.reviews[0].id;
    let path = |ending: &str| format!("~/quadrille/automne-elodie-2026-11-23.{ending}").into();
    let file = |ending: &str, show: bool| To::File { path: path(ending), overwrite: false, show };
    let usual = task(&press(&mut app, "ctrl+s"));
    assert_eq!(usual, MinutesTask { review, markdown: false, lang: Lang::En, masked: false, to: file("html", false) });
    let mut app = asked(Lang::En, 100, 30);
    let other = task(&press(&mut app, "space down space down space down space ctrl+s"));
    assert_eq!(other, MinutesTask { review, markdown: true, lang: Lang::Fr, masked: true, to: file("md", true) });
    let mut app = asked(Lang::En, 100, 30);
    let copied = task(&press(&mut app, "down down down left ctrl+s"));
    assert_eq!((copied.markdown, copied.to), (true, To::Clipboard));
    let effects = update(&mut app, Event::Job(JobDone::Minutes(MinutesNews::Copy("# Minutes".to_owned()))));
    assert_eq!(effects, [Effect::Copy("# Minutes".to_owned())]);
}

#[test]
fn names_are_masked_where_they_are_on_the_screen() {
    let mut app = app(Lang::En, 100, 30);
    begin(&mut app);
    press(&mut app, "P R");
    assert!(task(&press(&mut app, "ctrl+s")).masked);
}

#[test]
fn no_file_is_replaced_without_a_yes() {
    let mut app = asked(Lang::En, 100, 30);
    let task = task(&press(&mut app, "ctrl+s"));
    update(&mut app, Event::Job(JobDone::Minutes(MinutesNews::Exists(Box::new(task.clone())))));
    assert!(screen(&app).contains("automne-elodie-2026-11-23.html"), "{}", screen(&app));
    assert_eq!(press(&mut app, "enter"), []);
    update(&mut app, Event::Job(JobDone::Minutes(MinutesNews::Exists(Box::new(task.clone())))));
    let again = self::task(&press(&mut app, "left enter"));
    let To::File { overwrite, .. } = again.to else { panic!("{again:?}") };
    assert!(overwrite && again.review == task.review);
}

// --- Call sheets ---

#[test]
fn a_call_sheet_is_written_for_the_review_under_the_cursor() {
    let mut app = app(Lang::Fr, 100, 30);
    begin(&mut app);
    press(&mut app, "esc E");
    let review = app.reviews[0].id;
    let [Effect::Calls(CallsTask::Write(task @ SheetTask { of: Callees::Review(of), path, overwrite: false, .. }))] =
        &press(&mut app, "enter")[..]
    else {
        panic!("nothing is asked")
    };
    assert_eq!(*of, review);
    assert!(path.starts_with("~/quadrille") && path.to_str().unwrap().ends_with("-appels.csv"), "{path:?}");
    let exists = CallsNews::Exists(Box::new(task.clone()));
    update(&mut app, Event::Job(JobDone::Calls(exists)));
    let again = press(&mut app, "left enter");
    assert!(matches!(&again[..], [Effect::Calls(CallsTask::Write(SheetTask { overwrite: true, .. }))]), "{again:?}");
}

#[test]
fn what_a_filled_sheet_says_is_recorded_saved_and_can_be_undone() {
    let mut app = app(Lang::En, 100, 30);
    begin(&mut app);
    let mut asked = press(&mut app, "esc I enter");
    assert!(matches!(asked.pop(), Some(Effect::Calls(CallsTask::Read { .. }))));
    let bench = app.bench.as_ref().unwrap();
    let remark = |lead: usize, id: i64| Remark {
        id,
        lead: bench.data().keys.get(lead).to_owned(),
        at: 1,
        by: "Ana (calls.csv)".to_owned(),
        said: Said::Verdict { verdict: Verdict::TooLate, reason: String::new(), note: "bought elsewhere".to_owned() },
        review: None,
        footing: bench.footing(lead),
        struck: false,
    };
    let filled = Filled {
        remarks: vec![remark(3, -1), remark(5, -2)],
        refused: vec![Problem::refused(msg!("sheet-unknown-lead", lead = "x")).at(7, None)],
        blank: 1,
        known: 0,
    };
    let effects = update(&mut app, Event::Job(JobDone::Calls(CallsNews::Filled(Box::new(filled)))));
    assert_eq!(effects.len(), 1, "they are saved at once: {effects:?}");
    let told = screen(&app);
    assert!(told.contains("Verdicts recorded: 2; rows left out: 1. The first: line 7: There is no lead “x”"), "{told}");
    let verdicts = |app: &App| app.bench.as_ref().unwrap().verdicts().len();
    assert_eq!(verdicts(&app), 2);
    press(&mut app, "u");
    assert_eq!(verdicts(&app), 0);
    press(&mut app, "U");
    assert_eq!(verdicts(&app), 2);
}
