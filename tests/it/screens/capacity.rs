//! The review's page on what zones bring and who waits too long, the form of the working week, and new alerts.

use insta::assert_snapshot;

use quadrille::model::Alert;
use quadrille::model::Edit;
use quadrille::model::Filter;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::review::Verdict;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::JobDone;
use quadrille::tui::app::ReviewChange;
use quadrille::tui::app::Screen;
use quadrille::tui::screens::review::capacity;
use quadrille::tui::studies::Study;
use quadrille::tui::update::update;
use quadrille::workbench::Line;
use quadrille::workbench::RECENT_WEEKS;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const SIZES: [(u16, u16); 2] = [(80, 24), (100, 30)];

/// The demo, where MQL's owner can take one lead a week only and marketing has no time to act in.
fn bench() -> Workbench {
    let mut bench = demo::bench(300);
    let mut zones = bench.model().zones.clone();
    for zone in &mut zones {
        zone.sla_hours = zone.sla_hours.filter(|_| zone.hands_over);
    }
    zones[0].weekly_capacity = Some(1);
    let alert = Alert {
        name: "pricing".to_owned(),
        title: Words::Each { en: "Looks at prices".to_owned(), fr: "Regarde les prix".to_owned() },
        when: Predicate::everyone(),
        filter: Filter::of_kinds(vec!["pricing_view".to_owned()]),
        within: Some(Window::Days(7)),
        action: Words::Each { en: "Call today".to_owned(), fr: "Appeler ce jour".to_owned() },
    };
    bench.apply(Edit::Set(vec![Part::Zones(zones), Part::Alerts(vec![alert])]), 0).expect("a sound change");
    bench
}

/// The keys that lead to the page.
const PAGE: &str = "3 shift+tab";

fn app() -> App {
    let mut app = on(bench(), Lang::En, 100, 30);
    press(&mut app, PAGE);
    app
}

fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let mut app = on(bench(), lang, width, height);
            press(&mut app, keys);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

#[test]
fn what_zones_bring_and_who_waits() {
    looks("capacity", PAGE);
    looks("capacity-late", &format!("{PAGE} end"));
}

#[test]
fn the_working_week() {
    looks("week", &format!("{PAGE} w"));
}

#[test]
fn new_alerts() {
    looks("alerts-new", "A");
}

#[test]
fn a_line_is_tried_as_an_edit_and_undone() {
    let mut app = app();
    let (told, holds) = capacity::capacity(&app).expect("a few leads are answered for at once");
    assert!(holds);
    let Line::Moved(offer) = told.loads[0].line.clone() else { panic!("{:?}", told.loads[0]) };
    let effects = press(&mut app, "enter");
    let bench = app.bench.as_ref().unwrap();
    assert_eq!(bench.history().steps.last().map(|step| &step.edit), Some(&offer.edit()));
    assert_eq!(bench.zone_counts()[0], offer.now);
    let entered: u64 = bench.inflow(RECENT_WEEKS).iter().map(|week| week.entered[0].1).sum();
    assert_eq!(entered, offer.entered);
    assert!(matches!(effects.as_slice(), [Effect::Save { .. }]), "it is saved");
    let (told, holds) = capacity::capacity(&app).unwrap();
    assert!(holds, "it is worked out anew at once");
    assert_eq!(told.loads[0].is_over(), Some(false));
    press(&mut app, "u");
    assert_eq!(capacity::capacity(&app).unwrap().0.loads[0].line, Line::Moved(offer));
    // A zone of which nobody has said what fits: why nothing is tried, and where to say it.
    press(&mut app, "down down down enter");
    assert!(screen(&app).contains("Say how many leads a week"), "{}", screen(&app));
    press(&mut app, "z");
    assert!(screen(&app).contains("MQL'"), "the zones, to be changed: {}", screen(&app));
}

#[test]
fn who_waits_is_opened_and_answered_by_a_verdict() {
    let mut app = app();
    let n = capacity::late(&app).len();
    assert!(n > 1);
    let worst = capacity::late(&app)[0].lead;
    let zones = app.bench.as_ref().unwrap().model().zones.len();
    for _ in 0..zones {
        press(&mut app, "down");
    }
    assert_eq!(capacity::current(&app), Some(capacity::Row::Late(0)));
    press(&mut app, "enter");
    assert_eq!((app.screen, app.detail.lead), (Screen::Detail, Some(worst)));
    app.epoch = 1_800_000_000;
    press(&mut app, "g 3");
    assert_eq!(app.bench.as_ref().unwrap().verdicts().get(&u32::try_from(worst).unwrap()), Some(&Verdict::Right));
    assert_eq!(capacity::late(&app).len(), n - 1, "nobody waits for an answer that was given");
    press(&mut app, "u");
    assert_eq!(capacity::late(&app).len(), n);
}

#[test]
fn looking_for_who_waits_among_many_tells_how_far_it_is() {
    let mut app = on(demo::bench(1_001), Lang::En, 100, 30);
    let effects = press(&mut app, PAGE);
    assert!(effects.contains(&Effect::Study { study: Study::Waiting, as_of: demo::AS_OF }), "{effects:?}");
    assert!(screen(&app).contains("being worked out…"));
    update(&mut app, Event::Job(JobDone::StudyAt(Study::Waiting, 34)));
    assert!(screen(&app).contains("being worked out: 34%…"));
    let answer = Study::Waiting.of(app.bench.as_ref().unwrap(), &app.customs);
    update(&mut app, Event::Job(JobDone::Studied(Box::new(answer))));
    assert!(!screen(&app).contains("being worked out"));
}

#[test]
fn names_are_masked() {
    let mut app = app();
    let lead = capacity::late(&app)[0].lead;
    let name = app.bench.as_ref().unwrap().row(lead).name.unwrap();
    assert!(screen(&app).contains(&name));
    press(&mut app, "P");
    assert!(!screen(&app).contains(&name), "{}", screen(&app));
}

#[test]
fn another_week_is_kept_and_counted_with() {
    let mut app = app();
    let before = capacity::late(&app)[0].over;
    // Saturdays too, until eight in the evening, and the first of November off.
    press(&mut app, "w down down down down down space down down down ctrl+u");
    type_text(&mut app, "20h");
    press(&mut app, "down enter");
    type_text(&mut app, "02/11/2026");
    let effects = press(&mut app, "ctrl+s");
    let saved = |effect: &Effect| match effect {
        Effect::Save { change: Change::Review(ReviewChange::Customs(customs)), .. } => Some(customs.week.clone()),
        _ => None,
    };
    let week = effects.iter().find_map(saved).expect("it is saved");
    assert_eq!((week.days, week.from, week.to), ([true, true, true, true, true, true, false], 540, 1_200));
    assert_eq!(week.holidays, ["2026-11-02"]);
    assert_eq!(app.customs.week, week);
    assert!(app.overlays.is_empty());
    assert!(capacity::late(&app)[0].over > before, "more hours are worked");
    assert!(screen(&app).contains("09:00 to 20:00; one day off"), "{}", screen(&app));
}

#[test]
fn a_week_that_cannot_be_is_refused_where_it_is_wrong() {
    let mut app = app();
    let kept = app.customs.clone();
    for (keys, wrong) in [
        ("w space down space down space down space down space ctrl+s", "No day is worked."),
        ("w down down down down down down down ctrl+u 2 5 ctrl+s", "is no hour of the day"),
        ("w down down down down down down down ctrl+u 1 9 ctrl+s", "The day must end after it begins"),
    ] {
        let effects = press(&mut app, keys);
        assert_eq!(effects, [], "{keys}");
        assert!(screen(&app).contains(wrong), "{}", screen(&app));
        assert_eq!(app.customs, kept);
        press(&mut app, "esc esc");
    }
}

#[test]
fn what_is_missing_is_told() {
    let mut bench = bench();
    let mut zones = bench.model().zones.clone();
    for zone in &mut zones {
        zone.sla_hours = None;
    }
    bench.apply(Edit::Set(vec![Part::Zones(zones)]), 0).unwrap();
    let mut app = on(bench, Lang::En, 100, 30);
    press(&mut app, PAGE);
    assert!(screen(&app).contains("No zone has a time to act in"), "{}", screen(&app));
}

#[test]
fn an_alert_is_new_until_it_is_seen() {
    let mut app = on(bench(), Lang::En, 100, 30);
    let n = app.bench.as_ref().unwrap().fired().len();
    assert!(n > 0);
    let effects = press(&mut app, "A");
    let seen = |effect: &Effect| match effect {
        Effect::Save { change: Change::Review(ReviewChange::SeeAlerts(seen)), .. } => Some(seen.len()),
        _ => None,
    };
    assert_eq!(effects.iter().find_map(seen), Some(n), "all of them are seen now");
    assert!(screen(&app).contains("> * "), "and marked while the list is open: {}", screen(&app));
    assert!(screen(&app).contains("New since"));
    let effects = press(&mut app, "esc A");
    assert_eq!(effects, [], "nothing is new");
    assert!(!screen(&app).contains("> * "), "{}", screen(&app));
}
