//! The page of reviews and a review that is held: what is shown, what keys say, and where it goes on after any end.

use std::collections::BTreeMap;
use std::sync::Arc;

use insta::assert_snapshot;

use quadrille::engine::rank::Fifth;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::session::Outcome;
use quadrille::review::session::Review;
use quadrille::review::session::Sampled;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::app::Opened;
use quadrille::tui::app::ReviewChange;
use quadrille::tui::app::ReviewsTold;
use quadrille::tui::app::Screen;
use quadrille::tui::overlays::models::ModelTask;
use quadrille::tui::screens::session;
use quadrille::tui::screens::session::Card;
use quadrille::tui::update::update;

use crate::demo;
use crate::screens::app::empty;
use crate::screens::app::info;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const SIZES: [(u16, u16); 2] = [(80, 24), (100, 30)];
const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

pub fn app(lang: Lang, width: u16, height: u16) -> App {
    let mut app = on(demo::bench(500), lang, width, height);
    app.epoch = demo::AS_OF;
    app
}

/// An app in which a review of ten of the top and four of the next was begun.
fn begun() -> App {
    let mut app = app(Lang::En, 100, 30);
    begin(&mut app);
    app
}

const BEGIN: &str = "3 n down down down backspace backspace";

/// Begins a review in it.
pub fn begin(app: &mut App) -> Vec<Effect> {
    let mut effects = press(app, BEGIN);
    type_text(app, "10");
    effects.extend(press(app, "down backspace backspace"));
    type_text(app, "4");
    effects.extend(press(app, "ctrl+s"));
    effects
}

/// Holds the screen against its golden, in every size and language.
fn looks(name: &str, lead_to: impl Fn(&mut App)) {
    for (width, height) in SIZES {
        for lang in LANGS {
            let mut app = app(lang, width, height);
            lead_to(&mut app);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

fn changes(effects: Vec<Effect>) -> Vec<ReviewChange> {
    let change = |effect| match effect {
        Effect::Save { change: Change::Review(change), .. } => Some(change),
        _ => None,
    };
    effects.into_iter().filter_map(change).collect()
}

fn held(app: &App) -> &Review {
    session::review(app).expect("a review is held")
}

fn log(app: &App) -> &[Remark] {
    &app.bench.as_ref().unwrap().log().remarks
}

/// An app as it opens on what another one left behind.
fn reopened(app: &App) -> App {
    let mut again = empty(app.lang, app.area.width, app.area.height);
    again.epoch = demo::AS_OF;
    let log = Arc::clone(app.bench.as_ref().unwrap().log());
    let reviews = ReviewsTold { log, reviews: app.reviews.clone(), ..ReviewsTold::default() };
    let bench = Some(demo::bench(500));
    let (workspace, models) = ("demo".to_owned(), vec![info("busybiz"), info("other")]);
    let opened = Opened { workspace, models, reviews, bench, fixed: None, stays: false, told: None };
    update(&mut again, Event::Job(JobDone::Opened(Box::new(opened))));
    again
}

#[test]
fn without_a_review_the_page_says_what_one_is() {
    looks("review-empty", |app| drop(press(app, "3")));
}

#[test]
fn the_form_of_a_new_review_says_what_will_be_drawn() {
    looks("review-new", |app| drop(press(app, "3 n down down down")));
}

#[test]
fn a_review_of_a_zone_is_chosen_in_the_form() {
    looks("review-new-zone", |app| drop(press(app, "3 n down down right right down")));
}

#[test]
fn the_list_shows_what_goes_on_before_what_was_ended() {
    looks("review-list", |app| {
        begin(app);
        press(app, "e r x g g end enter");
        type_text(app, "agree on the size of a company");
        press(app, "ctrl+s");
        press(app, "n ctrl+s e g space esc up up");
    });
}

#[test]
fn an_ended_review_says_what_came_of_it() {
    looks("review-ended", |app| {
        begin(app);
        press(app, "e r x g g g x e e r g end enter");
        type_text(app, "agree on the size of a company");
        press(app, "ctrl+s");
    });
}

#[test]
fn the_card_of_a_lead_has_all_that_a_verdict_needs() {
    looks("session-card", |app| drop(begin(app)));
}

#[test]
fn the_tally_and_the_last_decisions_follow_the_verdicts() {
    looks("session-going", |app| {
        begin(app);
        press(app, "e r x g e e g space x g e");
        press(app, "c down");
        type_text(app, "call in May");
        press(app, "up right ctrl+s");
    });
}

#[test]
fn a_lead_that_was_judged_before_says_so() {
    looks("session-before", |app| {
        press(app, "2 x e g r e g x e g e r x e e g");
        let (top, n) = (app.bench.as_ref().unwrap().cut().n_top, 100);
        assert_eq!(top, n);
        press(app, "3 n down down down backspace backspace ctrl+s");
    });
}

#[test]
fn the_score_waits_for_a_hunch() {
    looks("session-hidden", |app| {
        app.customs.hunch_first = true;
        begin(app);
    });
}

#[test]
fn before_an_audience_the_card_is_large_and_names_nobody() {
    looks("session-present", |app| {
        begin(app);
        press(app, "e x F");
    });
}

#[test]
fn the_end_says_what_it_came_to() {
    looks("session-end", |app| {
        begin(app);
        press(app, "e r x g g g x e e r g g e space");
    });
}

#[test]
fn the_end_asks_for_open_points_and_the_next_day() {
    looks("session-ending", |app| {
        begin(app);
        press(app, "e g end enter");
    });
}

#[test]
fn another_model_and_a_missing_lead_are_told() {
    looks("session-other-model", |app| {
        begin(app);
        app.reviews[0].model = "autumn".to_owned();
    });
    looks("session-missing", |app| {
        begin(app);
        press(app, "esc");
        app.reviews[0].leads[0].lead = "gone@example.org".to_owned();
        press(app, "enter P");
    });
}

#[test]
fn the_settings_of_reviews_look_as_they_did() {
    looks("review-settings", |app| drop(press(app, "3 s")));
}

#[test]
fn a_review_begins_with_its_sample_and_the_models_text() {
    let mut app = app(Lang::En, 100, 30);
    let made = changes(begin(&mut app));
    let [ReviewChange::Add(review)] = made.as_slice() else { panic!("{made:?}") };
    assert_eq!(review.leads.len(), 14);
    assert_eq!(review.leads.iter().filter(|sampled| sampled.fifth == Fifth::Top).count(), 10);
    assert_eq!((review.model.as_str(), review.participants.as_slice()), ("busybiz", ["Sam".to_owned()].as_slice()));
    assert_eq!(quadrille::model::parse(&review.before).unwrap(), *app.bench.as_ref().unwrap().model());
    assert_eq!(app.bench.as_ref().unwrap().sample(&review.sample, review.seed), review.leads);
    assert_eq!((app.screen, app.session.at, session::card(&app).is_some()), (Screen::Session, 0, true));
}

#[test]
fn twelve_verdicts_go_on_by_themselves_and_are_saved_at_once() {
    let mut app = begun();
    let id = held(&app).id;
    for (n, key) in "e r x g e r x g e r x g".split(' ').enumerate() {
        assert_eq!(app.session.at, n);
        let said = changes(press(&mut app, key));
        let [ReviewChange::Say(remarks)] = said.as_slice() else { panic!("{said:?}") };
        let [remark] = remarks.as_slice() else { panic!("{remarks:?}") };
        assert_eq!((remark.review, &remark.lead), (Some(id), &held(&app).leads[n].lead));
        assert_eq!(remark.by, "Sam");
        let verdict = Verdict::ALL[n % 4];
        assert!(matches!(remark.said, Said::Verdict { verdict: found, .. } if found == verdict));
    }
    let bench = app.bench.as_ref().unwrap();
    let [top, next, rest] = held(&app).tally(bench.log());
    assert_eq!((top.verdicts, next.verdicts, next.left), ([3, 3, 2, 2], [0, 0, 1, 1], 2));
    assert_eq!(rest.left + rest.judged(), 0);
    assert_eq!(held(&app).next(bench.log()), Some(12));
}

#[test]
fn undo_takes_back_the_last_and_returns_to_its_lead() {
    let mut app = begun();
    press(&mut app, "e r x g e r x g e r x g");
    let made = changes(press(&mut app, "u"));
    assert!(matches!(made.as_slice(), [ReviewChange::Strike { struck: true, .. }]), "{made:?}");
    assert_eq!((app.session.at, session::said_here(&app)), (11, None));
    press(&mut app, "u u");
    assert_eq!(app.session.at, 9);
    // Again: it goes on after each.
    press(&mut app, "U");
    assert_eq!(app.session.at, 12 - 2);
    press(&mut app, "U U");
    assert_eq!((app.session.at, log(&app).iter().filter(|remark| !remark.struck).count()), (12, 12));
}

#[test]
fn after_a_crash_it_goes_on_at_the_very_lead_and_undo_still_knows() {
    let mut app = begun();
    press(&mut app, "e r x g e r x g e r x g");
    let mut again = reopened(&app);
    press(&mut again, "3");
    assert!(screen(&again).contains("lead 13 of 14"), "{}", screen(&again));
    press(&mut again, "enter");
    assert_eq!((again.screen, again.session.at), (Screen::Session, 12));
    assert!(screen(&again).contains("To judge · 13 of 14"));
    press(&mut again, "u");
    assert_eq!((again.session.at, session::said_here(&again)), (11, None));
    press(&mut again, "x g g");
    assert_eq!(session::card(&again), Some(Card::End));
}

#[test]
fn any_lead_can_be_looked_at_again_and_judged_anew() {
    let mut app = begun();
    press(&mut app, "e space g");
    assert_eq!(app.session.at, 3);
    press(&mut app, "p up left");
    assert_eq!(app.session.at, 0);
    press(&mut app, "g");
    // What was passed over was dealt with; it goes on where nothing was said.
    assert_eq!(app.session.at, 3);
    let [top, ..] = held(&app).tally(app.bench.as_ref().unwrap().log());
    assert_eq!((top.verdicts, top.skipped), ([0, 0, 0, 2], 1));
    // Ahead and back, and a verdict there; the gap is gone back to at the end.
    press(&mut app, "n n g");
    assert_eq!(app.session.at, 6);
    press(&mut app, "g g g g g g g g");
    assert_eq!(app.session.at, 3);
    press(&mut app, "g g");
    assert_eq!(session::card(&app), Some(Card::End));
}

#[test]
fn a_comment_is_on_the_verdict_given_last_unless_the_lead_at_hand_has_one() {
    let mut app = begun();
    press(&mut app, "c");
    assert!(app.overlays.is_empty(), "nothing was said yet");
    press(&mut app, "e x c down");
    type_text(&mut app, "too small");
    press(&mut app, "ctrl+s");
    let said = log(&app).last().unwrap().clone();
    assert_eq!(said.lead, held(&app).leads[1].lead);
    assert!(matches!(&said.said, Said::Verdict { verdict: Verdict::OffTarget, note, .. } if note == "too small"));
    assert_eq!((said.review, app.session.at), (Some(held(&app).id), 2));
    press(&mut app, "home c down");
    type_text(&mut app, "in spring");
    press(&mut app, "ctrl+s");
    assert_eq!(log(&app).last().unwrap().lead, held(&app).leads[0].lead);
}

#[test]
fn a_hunch_or_enter_shows_the_score() {
    let mut app = app(Lang::En, 100, 30);
    app.customs.hunch_first = true;
    begin(&mut app);
    assert!(session::is_hidden(&app) && !screen(&app).contains("rank "));
    press(&mut app, "enter");
    assert!(!session::is_hidden(&app) && screen(&app).contains("rank "));
    press(&mut app, "e");
    assert!(session::is_hidden(&app), "the next lead is hidden again");
    press(&mut app, "i ctrl+s");
    assert!(!session::is_hidden(&app) && screen(&app).contains("hunch: warm"), "{}", screen(&app));
    assert_eq!(app.session.at, 1);
}

#[test]
fn a_review_is_ended_with_what_came_of_it() {
    let mut app = begun();
    press(&mut app, "e r x g e r x g e r x g e g enter");
    type_text(&mut app, "who calls back");
    press(&mut app, "down enter");
    type_text(&mut app, "the size of a company");
    let made = changes(press(&mut app, "ctrl+s"));
    let [ReviewChange::End { outcome: Some(outcome), .. }] = made.as_slice() else { panic!("{made:?}") };
    assert_eq!(
        (outcome.open_points.as_str(), outcome.next.as_str()),
        ("who calls back\nthe size of a company", "2027-02-23")
    );
    let bench = app.bench.as_ref().unwrap();
    assert_eq!(quadrille::model::parse(&outcome.after).unwrap(), *bench.model());
    assert_eq!(bench.model().next_review, "2027-02-23");
    assert_eq!(app.screen, Screen::Review);
    // Nothing is added to an ended review; ending it can be undone.
    press(&mut app, "enter");
    let n = log(&app).len();
    press(&mut app, "e space c");
    assert_eq!((log(&app).len(), app.overlays.len()), (n, 0));
    press(&mut app, "esc u");
    assert_eq!(app.reviews[0].outcome, None);
    press(&mut app, "u");
    assert_eq!(app.bench.as_ref().unwrap().model().next_review, "");
}

#[test]
fn on_another_model_nothing_is_said_before_that_is_chosen() {
    let mut app = begun();
    app.reviews[0].model = "other".to_owned();
    let mut app = reopened(&app);
    press(&mut app, "3 enter e");
    assert_eq!((session::card(&app), log(&app).len()), (Some(Card::OtherModel), 0));
    let asked = press(&mut app, "enter");
    assert_eq!(asked, [Effect::Models(ModelTask::Open("other".to_owned()))]);
    press(&mut app, "space e");
    let said = log(&app).last().unwrap();
    assert_eq!((said.footing.model.as_str(), app.session.at), ("busybiz", 1));
    // It is ended on its own model.
    press(&mut app, "end");
    assert_eq!(session::card(&app), Some(Card::OtherModel));
}

#[test]
fn a_lead_that_is_gone_is_passed_over() {
    let mut app = begun();
    press(&mut app, "esc");
    let gone = Sampled { lead: "gone@example.org".to_owned(), fifth: Fifth::Top };
    app.reviews[0].leads[0] = gone;
    press(&mut app, "enter e c");
    assert_eq!((session::card(&app), log(&app).len()), (Some(Card::Missing), 0));
    press(&mut app, "space");
    let said = log(&app).last().unwrap();
    assert_eq!((&said.said, said.lead.as_str(), said.footing.rank), (&Said::Skipped, "gone@example.org", None));
    assert_eq!(app.session.at, 1);
    press(&mut app, "u");
    assert_eq!(app.session.at, 0);
}

#[test]
fn nobody_is_named_before_an_audience_until_p_is_pressed() {
    let mut app = begun();
    press(&mut app, "F");
    let names = |app: &App| {
        let bench = app.bench.as_ref().unwrap();
        let Some(Card::Lead(lead)) = session::card(app) else { panic!("a lead") };
        let row = bench.row(lead);
        let shown = screen(app);
        let is_shown = |text: &str| shown.contains(text);
        (row.name.as_deref().is_some_and(is_shown), row.key.contains('@') && is_shown(row.key))
    };
    for _ in 0..14 {
        assert_eq!(names(&app), (false, false));
        press(&mut app, "g");
    }
    press(&mut app, "home P");
    assert!(names(&app).0 || names(&app).1, "{}", screen(&app));
    // Whoever sees the list of keys nowhere sees them on the card.
    assert!(screen(&app).contains("too early") && !screen(&app).contains("help"));
}

#[test]
fn a_review_is_renamed_removed_and_brought_back() {
    let mut app = begun();
    press(&mut app, "e esc e");
    type_text(&mut app, " bis");
    press(&mut app, "down");
    type_text(&mut app, ", Julie,Omar");
    press(&mut app, "ctrl+s");
    assert_eq!(app.reviews[0].participants, ["Sam", "Julie", "Omar"]);
    assert!(app.reviews[0].name.ends_with(" bis"));
    let made = changes(press(&mut app, "D"));
    assert!(matches!(made.as_slice(), [ReviewChange::Remove { removed: true, .. }]));
    assert!(app.reviews.is_empty() && log(&app).len() == 1);
    let made = changes(press(&mut app, "u"));
    assert!(matches!(made.as_slice(), [ReviewChange::Remove { removed: false, .. }]));
    assert_eq!(app.reviews.len(), 1);
    press(&mut app, "u");
    assert_eq!(app.reviews[0].participants, ["Sam"]);
    // The verdict, and then the review itself.
    press(&mut app, "u");
    assert!(log(&app)[0].struck && app.reviews.len() == 1);
    press(&mut app, "u");
    assert!(app.reviews.is_empty());
    press(&mut app, "U U U U");
    assert!(app.reviews.is_empty() && !log(&app)[0].struck);
}

#[test]
fn the_settings_keep_the_programs_reasons_until_they_are_changed() {
    let mut app = app(Lang::En, 100, 30);
    press(&mut app, "3 s right ctrl+s");
    assert!(app.customs.hunch_first && app.customs.reasons.is_none());
    press(&mut app, "s down down");
    type_text(&mut app, "!");
    press(&mut app, "ctrl+s");
    let reasons = app.customs.reasons.as_ref().unwrap();
    assert_eq!((reasons[0].text.as_str(), reasons[0].verdict), ("no budget yet!", Some(Verdict::TooEarly)));
    press(&mut app, "u");
    assert!(app.customs.reasons.is_none() && app.customs.hunch_first);
    press(&mut app, "u");
    assert!(!app.customs.hunch_first);
}

#[test]
fn the_file_gives_a_review_its_number_while_it_is_held() {
    let mut app = begun();
    press(&mut app, "e end enter");
    let (id, mut log) = (held(&app).id, (**app.bench.as_ref().unwrap().log()).clone());
    let given: BTreeMap<i64, i64> = BTreeMap::from([(id, 7), (log.remarks[0].id, 3)]);
    log.remarks[0].id = 3;
    log.remarks[0].review = Some(7);
    let reviews = vec![Review { id: 7, ..held(&app).clone() }];
    let told = ReviewsTold { upto: app.saving.sent, given, log: Arc::new(log), reviews, ..ReviewsTold::default() };
    update(&mut app, Event::Job(JobDone::Reviews(Box::new(told))));
    assert_eq!((held(&app).id, app.screen), (7, Screen::Session));
    // The form that was open meanwhile is still of it.
    press(&mut app, "ctrl+s");
    assert!(app.reviews[0].outcome.is_some());
}

#[test]
fn the_disputed_criterion_opens_in_the_workbench() {
    let mut app = begun();
    press(&mut app, "w");
    assert_eq!(app.screen, Screen::Session, "nothing is disputed yet");
    press(&mut app, "e e x w");
    assert_eq!(app.screen, Screen::Workbench);
    press(&mut app, "3 enter");
    assert_eq!((app.screen, app.session.at), (Screen::Session, 3));
}

#[test]
fn a_rename_that_is_undone_leaves_what_another_window_made_of_the_review() {
    let mut app = begun();
    press(&mut app, "esc e");
    type_text(&mut app, " again");
    press(&mut app, "ctrl+s");
    let named = app.reviews[0].name.clone();
    let outcome = Outcome { at: 9, after: "()".to_owned(), open_points: "call".to_owned(), next: String::new() };
    app.reviews[0].outcome = Some(outcome.clone());
    let made = changes(press(&mut app, "u"));
    assert!(matches!(made.as_slice(), [ReviewChange::Update(_)]), "its name alone: {made:?}");
    assert_ne!(app.reviews[0].name, named);
    assert_eq!(app.reviews[0].outcome, Some(outcome));
}
