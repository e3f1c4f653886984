//! The form that asks where the minutes of a review go, and what is asked of the worker for it.

use insta::assert_snapshot;

use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::overlays::minutes::MinutesNews;
use quadrille::tui::overlays::minutes::MinutesTask;
use quadrille::tui::overlays::minutes::To;
use quadrille::tui::update::update;

use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::session::app;
use crate::screens::session::begin;

/// An app with a review, and the form open on it.
fn asked(lang: Lang, width: u16, height: u16) -> App {
    let mut app = app(lang, width, height);
    begin(&mut app);
    app.reviews[0].name = "Automne / Élodie\u{202e}".to_owned();
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
