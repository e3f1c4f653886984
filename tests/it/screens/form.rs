//! The form of a criterion: every kind of rule from the list to the model, and how it looks on the way.

use insta::assert_snapshot;

use quadrille::model::Criterion;
use quadrille::model::Decay;
use quadrille::model::Filter;
use quadrille::model::Predicate;
use quadrille::model::Provenance;
use quadrille::model::Reach;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Test;
use quadrille::model::Tier;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::overlays::condition;

use crate::demo;
use crate::make::text;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const SIZES: [(u16, u16); 2] = [(80, 24), (100, 30)];
const LANGS: [Lang; 2] = [Lang::En, Lang::Fr];

/// Keys, and between quotes what is typed: `n down "budget" enter`.
fn keys(app: &mut App, script: &str) {
    for (index, part) in script.split('"').enumerate() {
        if index % 2 == 0 {
            press(app, part);
        } else {
            type_text(app, part);
        }
    }
}

/// Holds the screen that keys lead to against its golden, in both sizes and languages.
fn looks(name: &str, script: &str) {
    for (width, height) in SIZES {
        for lang in LANGS {
            let mut app = on(demo::bench(500), lang, width, height);
            keys(&mut app, script);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

fn app() -> App {
    on(demo::bench(300), Lang::En, 100, 30)
}

/// Returns the criterion that keys add to the model.
fn made(script: &str, name: &str) -> Criterion {
    let mut app = app();
    keys(&mut app, script);
    let model = app.bench.as_ref().unwrap().model();
    let made = model.criterion(name).cloned();
    let made = made.unwrap_or_else(|| panic!("no criterion {name}:\n{}", screen(&app)));
    press(&mut app, "u");
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
    made
}

/// A new criterion of fields that match, the cursor on its kind.
const MATCH: &str = "n down down down ";
const TIERS: &str = "n down down down right ";
/// A new criterion of activity, the cursor on what counts.
const ACTIVITY: &str = "n down down down left down ";

/// Two tiers on the budget, the lesser one first; the cursor on its condition.
const TWO_TIERS: &str = r#"down enter "budget" enter "10000" enter enter backspace backspace backspace "50"
    down enter "budget" enter "50000" enter enter "100" up shift+tab "#;
/// To the last line, and save.
const SAVE: &str = " down down down down down down down down down down down down down down down enter";

fn at_least(field: &str, n: i64) -> Predicate {
    Predicate::Field(field.to_owned(), Test::AtLeast(Value::Whole(n)))
}

fn tier(when: Predicate, share: i8) -> Tier {
    Tier { when, share }
}

fn activity(filter: Filter, within: Option<Window>, repeat: Repeat, decay: Option<Decay>) -> Rule {
    Rule::Activity { filter, within, repeat, decay }
}

fn of_kind(kind: &str) -> Filter {
    Filter::of_kinds(vec![kind.to_owned()])
}

#[test]
fn tiers_are_made_reordered_and_saved() {
    let in_order = [tier(at_least("budget", 50_000), 100), tier(at_least("budget", 10_000), 50)];
    let by_hand = made(&format!("{TIERS}{TWO_TIERS} J {SAVE}"), "budget");
    assert_eq!(by_hand.rule, Rule::Tiers(in_order.to_vec()));
    // The button puts the best on top, and everyone else comes last.
    let script = format!(r#"{TIERS}{TWO_TIERS} down down right right enter right enter "-20" {SAVE}"#);
    let [first, second] = in_order;
    let others = tier(Predicate::everyone(), -20);
    assert_eq!(made(&script, "budget").rule, Rule::Tiers(vec![first, second, others]));
}

#[test]
fn a_tier_is_put_between_two_and_taken_out() {
    let script =
        format!(r#"{TIERS}{TWO_TIERS} J up n "budget" enter "90000" enter enter "70" left shift+tab down D {SAVE}"#);
    let tiers = [tier(at_least("budget", 90_000), 70), tier(at_least("budget", 10_000), 50)];
    assert_eq!(made(&script, "budget").rule, Rule::Tiers(tiers.to_vec()));
}

#[test]
fn a_number_of_events_is_reached_in_a_window() {
    let script = format!(
        r#"{ACTIVITY} enter "page_view" enter down down left left down enter "3" tab tab "72" tab right
        down enter "1" tab "2" tab "30" tab tab "40" {SAVE}"#
    );
    let tiers = vec![
        Reach { at_least: 3, at_most: None, within: Some(Window::Hours(72)), share: 100 },
        Reach { at_least: 1, at_most: Some(2), within: Some(Window::Days(30)), share: 40 },
    ];
    assert_eq!(made(&script, "page_view").rule, activity(of_kind("page_view"), None, Repeat::Reach(tiers), None));
}

#[test]
fn absence_counts_who_did_it_less_often() {
    let script = format!(
        r#"{ACTIVITY} enter "email_open" enter down down left tab backspace "2" tab backspace backspace "60" {SAVE}"#
    );
    let repeat = Repeat::FewerThan(2, Window::Days(60));
    assert_eq!(made(&script, "email_open").rule, activity(of_kind("email_open"), None, repeat, None));
}

#[test]
fn events_fade_and_repeat() {
    let start = format!(r#"{ACTIVITY} enter "webinar_att" enter down "72" tab right "#);
    let script =
        format!("{start} down right tab backspace \"5\" down right right tab backspace backspace \"25\" {SAVE}");
    let made_one = made(&script, "webinar_attended");
    assert_eq!(made_one.provenance, Provenance::Observed);
    let decay = Some(Decay::Step { percent: 25, every: 30 });
    let within = Some(Window::Hours(72));
    assert_eq!(made_one.rule, activity(of_kind("webinar_attended"), within, Repeat::Each(5), decay));
    let script = format!("{start} down right right right down left {SAVE}");
    let rule = made(&script, "webinar_attended").rule;
    assert_eq!(rule, activity(of_kind("webinar_attended"), within, Repeat::PerAsset(3), Some(Decay::Line(90))));
}

#[test]
fn events_of_some_contents_count() {
    let script = format!(
        r#"{ACTIVITY} enter "page_view" enter enter enter right tab "/tarifs" tab enter down down
        enter down "30" enter enter enter down right right {SAVE}"#
    );
    let filter = Filter {
        asset: Some(Test::Contains("/tarifs".to_owned())),
        value: Some(Test::AtLeast(Value::Whole(30))),
        ..of_kind("page_view")
    };
    let rule = made(&script, "page_view").rule;
    assert_eq!(rule, activity(filter, None, Repeat::Each(100_000), None));
}

#[test]
fn a_group_of_conditions_stands_within_another() {
    // In all of: France, and any of (a large budget, a close deadline, not the press).
    let script = format!(
        r#"{MATCH} down enter "country" enter enter "FR" enter enter right enter
        enter "budget" enter "50000" enter enter enter "deadline" enter up right right down "3" enter enter
        enter "sector" enter up right down enter "media" enter enter down down enter {SAVE}"#
    );
    let country = Predicate::Field("country".to_owned(), Test::Is(text("FR")));
    let rule = made(&script, "country: FR").rule;
    let deadline = Predicate::Field("deadline_months".to_owned(), Test::AtMost(Value::Whole(3)));
    let media = Predicate::Not(Box::new(Predicate::Field("sector".to_owned(), Test::Is(text("media")))));
    let any = Predicate::Any(vec![at_least("budget", 50_000), deadline, media]);
    assert_eq!(rule, Rule::Match { when: Predicate::All(vec![country, any]), otherwise: 0 });
}

#[test]
fn an_amount_counts_each_step() {
    let script = format!(
        r#"{TIERS} right down enter "company_size" enter backspace "12,5" down backspace backspace "4" {SAVE}"#
    );
    let per = Value::Decimal(12_500_000);
    let rule = made(&script, "company_size").rule;
    assert_eq!(rule, Rule::Amount { field: "company_size".to_owned(), per, max: 4 });
}

#[test]
fn what_is_seldom_wanted_stands_behind_more() {
    let script = format!(
        r#"{MATCH} down enter "country" enter enter "FR" enter enter down tab tab enter down right tab right
        tab "French" tab right tab backspace backspace backspace backspace backspace backspace "Français" tab
        "Why so." {SAVE}"#
    );
    let made = made(&script, "country: FR");
    assert!(!made.on);
    assert_eq!(made.provenance, Provenance::Observed);
    assert_eq!(made.title, Words::Each { en: "French".to_owned(), fr: "Français".to_owned() });
    assert_eq!(made.note, Words::Plain("Why so.".to_owned()));
}

#[test]
fn what_was_filled_in_stays_while_another_kind_is_looked_at() {
    let mut app = app();
    keys(&mut app, &format!("{TIERS}{TWO_TIERS}"));
    let before = screen(&app);
    keys(&mut app, "up up right right right right down down");
    assert_eq!(screen(&app), before);
}

#[test]
fn a_form_that_is_not_whole_says_so_beside_the_row_and_loses_nothing() {
    let mut app = app();
    keys(&mut app, &format!("{MATCH} down down backspace \"200\""));
    assert!(screen(&app).contains("✗ A share is a whole percent from −100 to 100."), "{}", screen(&app));
    assert!(press(&mut app, SAVE).is_empty());
    for said in ["Give the criterion a name.", "Add a condition first.", "A share is a whole percent"] {
        assert!(screen(&app).contains(&format!("✗ {said}")), "{said}:\n{}", screen(&app));
    }
    keys(&mut app, "\"territory\"");
    assert!(screen(&app).contains("✗ Another criterion is already named “territory”."), "{}", screen(&app));
    assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
}

#[test]
fn a_criterion_that_is_looked_at_and_saved_does_not_change() {
    let n = app().bench.as_ref().unwrap().criteria().len();
    for index in 0..n {
        let mut app = app();
        let name = app.bench.as_ref().unwrap().criteria()[index].criterion.name.clone();
        quadrille::tui::screens::workbench::select(&mut app, &name);
        assert!(press(&mut app, &format!("enter{SAVE}")).is_empty(), "{name}:\n{}", screen(&app));
        assert!(app.overlays.is_empty(), "{name}:\n{}", screen(&app));
        assert_eq!(app.bench.as_ref().unwrap().model(), &demo::model());
    }
}

#[test]
#[expect(clippy::needless_pass_by_value, reason = "whoever takes a condition is handed it")]
fn a_gate_s_condition_tests_the_axes() {
    fn taken(app: &mut App, at: usize, predicate: Predicate) -> Vec<quadrille::tui::app::Effect> {
        assert_eq!(at, 7);
        let side = quadrille::model::Side::Rows;
        assert_eq!(predicate, Predicate::Axis(side, Test::MoreThan(Value::Whole(6))));
        app.tell(quadrille::tui::app::Tone::Good, quadrille::workbench::tell::predicate(&predicate));
        Vec::new()
    }
    let question = |title| condition::Question { title, axes: true, at: 7, taken };
    let mut app = app();
    condition::edit(&mut app, &Predicate::everyone(), question(quadrille::msg!("tell-part-gates")));
    keys(&mut app, r#"enter up right down "6""#);
    assert_snapshot!("axis_condition", screen(&app));
    press(&mut app, "enter enter");
    assert!(screen(&app).contains("✓ Grade is more than 6"), "{}", screen(&app));
    assert!(app.overlays.is_empty());
}

#[test]
fn the_form_of_tiers_looks_as_it_did() {
    looks("form_tiers", &format!("{TIERS}{TWO_TIERS}"));
}

#[test]
fn the_form_of_an_amount_looks_as_it_did() {
    looks("form_amount", &format!(r#"{TIERS} right down enter "company_size" enter"#));
}

#[test]
fn the_form_of_activity_looks_as_it_did() {
    looks("form_decay", &format!(r#"{ACTIVITY} enter "webinar_att" enter down "72" tab right down down right"#));
}

#[test]
fn the_form_of_events_reached_looks_as_it_did() {
    let script = r#"enter "page_view" enter down down left left down enter "3" tab tab "72" tab right
        down enter "1" tab "2" tab "30" tab tab "400""#;
    looks("form_reach", &format!("{ACTIVITY} {script}"));
}

#[test]
fn the_form_of_an_absence_looks_as_it_did() {
    looks("form_absence", &format!(r#"{ACTIVITY} enter "email_open" enter down down left tab"#));
}

#[test]
fn the_form_of_a_filter_looks_as_it_did() {
    let script = r#"enter "page_view" enter enter enter right tab "/blog" tab enter"#;
    looks("form_filter", &format!("{ACTIVITY} {script}"));
}

#[test]
fn contents_are_picked_with_their_events() {
    looks("form_contents", &format!(r#"{ACTIVITY} enter "page_view" enter enter enter down enter"#));
}

#[test]
fn a_list_of_conditions_looks_as_it_did() {
    let script = r#"down enter "country" enter enter "FR" enter enter right enter
        enter "budget" enter "50000" enter enter enter "sector" enter up right down enter "media" enter enter up"#;
    looks("form_group", &format!("{MATCH} {script}"));
}

#[test]
fn the_seldom_rows_look_as_they_did() {
    looks("form_more", "enter down down down down down down down down enter down down down tab right");
}

#[test]
fn a_tier_of_events_is_put_before_another_and_taken_out() {
    let script = format!(
        r#"{ACTIVITY} enter "page_view" enter down down left left down enter "1" tab tab tab n "5" tab tab tab tab "100"
        shift+down shift+up down shift+tab D {SAVE}"#
    );
    let tiers = vec![Reach { at_least: 5, at_most: None, within: None, share: 100 }];
    assert_eq!(made(&script, "page_view").rule, activity(of_kind("page_view"), None, Repeat::Reach(tiers), None));
}
