//! Templates: their roles and who plays them, the gallery and what keys lead to, and the same on the command line.

use std::sync::Arc;

use crossterm::event::KeyModifiers;
use crossterm::event::MouseButton;
use crossterm::event::MouseEvent;
use crossterm::event::MouseEventKind;
use insta::assert_snapshot;
use proptest::prelude::ProptestConfig;
use proptest::prop_assert;
use proptest::prop_assert_eq;
use proptest::proptest;

use quadrille::engine::columns::Dataset;
use quadrille::model;
use quadrille::model::FieldType;
use quadrille::model::Likeness;
use quadrille::model::Model;
use quadrille::model::Predicate;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::likeness;
use quadrille::model::template;
use quadrille::model::template_names;
use quadrille::text::Lang;
use quadrille::text::fold;
use quadrille::tui::app::App;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Event;
use quadrille::tui::app::Screen;
use quadrille::tui::update::update;
use quadrille::workbench::Workbench;
use quadrille::workbench::roles::Need;
use quadrille::workbench::roles::Part;
use quadrille::workbench::roles::Plays;
use quadrille::workbench::roles::Role;
use quadrille::workbench::roles::assign;
use quadrille::workbench::roles::candidates;
use quadrille::workbench::roles::cast;
use quadrille::workbench::roles::free_name;
use quadrille::workbench::roles::roles;
use quadrille::workbench::roles::suggest;
use quadrille::workbench::roles::unknown_values;

use crate::cli::Home;
use crate::demo;
use crate::make;
use crate::make::lead_of;
use crate::make::table_of;
use crate::make::text;
use crate::screens::app::empty;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

/// A model that names fields and kinds wherever a model can.
const EVERYWHERE: &str = r#"Model(
    name: "everywhere",
    entity: Company(by: "company", fields: [("size", Sum), ("staff", Highest)]),
    derived: [
        (name: "class", cases: [(when: Field("income", AtLeast(50)), value: "high")], otherwise: "low"),
        (name: "branch", cases: [(when: Field("sector", Is("IT")), value: "tech")]),
    ],
    learned: [
        (
            name: "odds", won: Field("outcome", Is("won")), lost: Field("outcome", Is("lost")),
            fields: ["country", "class", "phone"], blanks_count: ["phone"], tags: ["tag"],
            stage: (field: "stage", order: ["new", "met"]),
        ),
    ],
    population: Not(Field("test", Is(true))),
    columns: (
        groups: [(name: "all", criteria: [
            (name: "a", weight: 1, rule: Match(when: Any([Field("branch", Is("tech")), Field("class", Is("high"))]))),
            (name: "b", weight: 1, rule: Tiers([(when: Field("size", AtLeast(10)), share: 50)])),
            (name: "c", weight: 1, rule: Amount(field: "visits", per: 1, max: 5), scope: Field("country", Is("FR"))),
            (name: "d", weight: 1, rule: Activity(filter: (kinds: ["click", "open"]))),
            (name: "e", weight: 1, rule: Match(when: Field("odds", AtLeast(50)))),
        ])],
    ),
    gates: [(name: "consent", pass: All([Axis(Columns, AtLeast(1)), Field("consent", Is(true))]), zone: "held")],
    zones: [(name: "held")],
    alerts: [(name: "visit", when: Field("seen", InLast(7)), filter: (kinds: ["visit"]))],
)"#;

fn everywhere() -> Model {
    model::parse(EVERYWHERE).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn names(roles: &[Role], plays: Plays) -> Vec<&str> {
    roles.iter().filter(|role| role.plays == plays).map(|role| role.name.as_str()).collect()
}

/// Gives every role that name before its own.
fn renamed(roles: &[Role], before: &str) -> Vec<(Role, Option<String>)> {
    roles.iter().map(|role| (role.clone(), Some(format!("{before}{}", role.name)))).collect()
}

// ------------------------------------------------------------------------------------------------------- roles

#[test]
fn the_roles_are_what_the_rules_read_and_the_model_does_not_make() {
    let roles = roles(&everywhere());
    let fields = [
        "company", "income", "sector", "outcome", "country", "phone", "stage", "test", "size", "visits", "consent",
        "seen",
    ];
    assert_eq!(names(&roles, Plays::Field), fields);
    assert_eq!(names(&roles, Plays::Kind), ["click", "open", "visit"]);
    let role = |name: &str| roles.iter().find(|role| role.name == name).expect("a role of that name");
    let needs =
        ["company", "income", "outcome", "test", "visits", "seen", "phone", "stage"].map(|name| role(name).need);
    let expected = [Need::Any, Need::Number, Need::Text, Need::YesNo, Need::Number, Need::Date, Need::Any, Need::Text];
    assert_eq!(needs, expected);
    assert_eq!(role("outcome").values, ["won", "lost"]);
    assert_eq!(role("stage").values, ["new", "met"]);
    let parts = |name: &str| role(name).readers.iter().map(|reader| reader.part).collect::<Vec<_>>();
    assert_eq!(parts("company"), [Part::Entity]);
    assert_eq!(parts("country"), [Part::Learned, Part::Criterion]);
    assert_eq!(parts("sector"), [Part::Derived]);
    assert_eq!(
        (parts("test"), parts("consent"), parts("seen")),
        (vec![Part::Population], vec![Part::Gate], vec![Part::Alert])
    );
}

#[test]
fn a_role_is_replaced_wherever_the_model_names_it() {
    let before = everywhere();
    let after = assign(before.clone(), &renamed(&roles(&before), "x "));
    let (old, new) = (model::to_ron(&before).expect("sound"), model::to_ron(&after).expect("sound"));
    let mut expected = old.clone();
    for name in [
        "company", "income", "sector", "outcome", "country", "phone", "stage", "test", "size", "visits", "consent",
        "seen",
    ] {
        expected = expected.replace(&format!("(\"{name}\","), &format!("(\"x {name}\","));
        for quoted in ["by: \"@\"", "field: \"@\"", "[\"@\"", " \"@\",", " \"@\"]"] {
            let quoted = |name: &str| quoted.replace('@', name);
            expected = expected.replace(&quoted(name), &quoted(&format!("x {name}")));
        }
    }
    for kind in ["click", "open", "visit"] {
        expected = expected.replace(&format!("\"{kind}\""), &format!("\"x {kind}\""));
    }
    // The alert's own name is that of the kind it looks for.
    expected =
        expected.replace("name: \"x visit\"", "name: \"visit\"").replace("name: \"x consent\"", "name: \"consent\"");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    pretty_equal(&lines(&new), &lines(&expected));
    assert!(model::check(&after).is_empty());
}

fn pretty_equal(found: &[String], expected: &[String]) {
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn one_player_of_two_roles_is_named_once() {
    let model = everywhere();
    let both = |role: &Role| ["click", "open", "country", "phone"].contains(&role.name.as_str());
    let cast: Vec<_> = roles(&model)
        .into_iter()
        .map(|role| {
            let same = both(&role).then(|| "same".to_owned());
            (role, same)
        })
        .collect();
    let after = assign(model, &cast);
    let text = model::to_ron(&after).expect("a model that can be written");
    assert!(
        text.contains("kinds: [\"same\"]") || text.replace(char::is_whitespace, "").contains("kinds:[\"same\"]"),
        "{text}"
    );
    assert_eq!(after.learned[0].fields, ["same", "class"]);
}

#[test]
fn a_role_left_open_reads_nothing() {
    let data = crm();
    let model = model::parse(
        r#"Model(name: "m", columns: (groups: [(name: "g", criteria: [
            (name: "c", weight: 5, rule: Match(when: Field("Pays", Is("FR")))),
            (name: "d", weight: 5, rule: Activity(filter: (kinds: ["Clic e-mail"]))),
        ])]))"#,
    )
    .expect("sound");
    let all = roles(&model);
    assert_eq!(suggest(&model, &data), [Some("Pays".to_owned()), Some("Clic e-mail".to_owned())]);
    let open = assign(model, &cast(&all, &[None, None], &data));
    let bench = Workbench::new(open, None, Arc::new(data), demo::AS_OF);
    assert!(bench.criteria().iter().all(|row| row.problem.is_some() && row.touched == 0));
}

/// Eighty leads of a list that says only whether each bought, and by what job and region.
fn bought() -> Dataset {
    let fields = [("y", FieldType::YesNo), ("poutcome", FieldType::Text), ("country", FieldType::Text)];
    let lead = |n: usize| {
        let country = if n.is_multiple_of(3) { "FR" } else { "BE" };
        lead_of(
            &[("y", Value::YesNo(n.is_multiple_of(2))), ("poutcome", text("other")), ("country", text(country))],
            &[],
        )
    };
    make::dataset(&table_of(&fields, (0..80).map(lead).collect()))
}

#[test]
fn yes_and_no_play_an_outcome_and_teach() {
    let data = bought();
    let model = template("predictive").expect("a built-in model");
    let all = roles(&model);
    let outcome = all.iter().position(|role| role.name == "outcome").expect("a role");
    let mut chosen = vec![None; all.len()];
    assert!(candidates(&model, &all[outcome], &data).contains(&"y"));
    chosen[outcome] = Some("y".to_owned());
    let country = all.iter().position(|role| role.name == "country").expect("a role");
    chosen[country] = Some("country".to_owned());

    let made = assign(model, &cast(&all, &chosen, &data));
    assert_eq!(model::check(&made), []);
    assert_eq!(made.learned[0].won, Predicate::Field("y".to_owned(), Test::Is(Value::YesNo(true))));
    assert_eq!(made.learned[0].lost, Predicate::Field("y".to_owned(), Test::Is(Value::YesNo(false))));

    // The fields that these leads do not have are no reason to learn nothing, and are told.
    let name = made.learned[0].name.clone();
    let mut bench = Workbench::new(made, None, Arc::new(data), demo::AS_OF);
    assert_eq!(bench.ready_to_learn(&name), Ok([40, 40]));
    let edit = bench.learn(&name).expect("forty of each are enough");
    bench.apply(edit, 0).expect("a new lesson");
    let told: Vec<String> = bench.learned_told(&name).iter().map(|msg| Lang::En.say(msg)).collect();
    assert!(told[1].starts_with("Nothing is learned from what the leads do not have: "), "{told:#?}");
    assert!(bench.prediction(0).is_some_and(|prediction| prediction.says.is_ok()));
}

#[test]
fn yes_and_no_play_no_role_that_asks_for_other_words() {
    let model = template("busybiz").expect("a built-in model");
    let all = roles(&model);
    let text = all.iter().filter(|role| role.need == Need::Text);
    assert!(text.into_iter().all(|role| !candidates(&model, role, &bought()).contains(&"y")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_role_played_by_itself_changes_nothing(model in make::model()) {
        let all = roles(&model);
        prop_assert_eq!(&assign(model.clone(), &renamed(&all, "")), &model);
        let open: Vec<_> = all.iter().map(|role| (role.clone(), None)).collect();
        prop_assert_eq!(&assign(model.clone(), &open), &model);
    }

    #[test]
    fn the_roles_of_the_new_model_are_the_chosen_names(model in make::model()) {
        let all = roles(&model);
        let chosen = renamed(&all, "mine ");
        let again = roles(&assign(model.clone(), &chosen));
        let back: Vec<_> = again.iter().zip(&all).map(|(new, old)| (new.clone(), Some(old.name.clone()))).collect();
        prop_assert!(again.iter().map(|role| &role.name).eq(chosen.iter().filter_map(|(_, name)| name.as_ref())));
        prop_assert_eq!(&assign(assign(model.clone(), &chosen), &back), &model);
    }
}

#[test]
fn a_free_name_is_the_wanted_one_or_the_next() {
    let taken = ["a", "a-2", "b"].map(str::to_owned);
    assert_eq!(
        (free_name("c", &taken), free_name("b", &taken), free_name("a", &taken)),
        ("c".into(), "b-2".into(), "a-3".into())
    );
}

// ------------------------------------------------------------------------------------------------- suggestions

/// Leads as a French CRM exports them: other names than the templates', and one type that is not theirs.
fn crm() -> Dataset {
    let fields = [
        ("Adresse e-mail", FieldType::Text),
        ("Intitulé du poste", FieldType::Text),
        ("Effectif", FieldType::Whole),
        ("Secteur d’activité", FieldType::Text),
        ("Chiffre d’affaires", FieldType::Text),
        ("Pays", FieldType::Text),
        ("Date de création", FieldType::Date),
    ];
    let lead = |size: i64, sector: &str, country: &str| {
        let values = [
            ("Adresse e-mail", text("a@b.example")),
            ("Intitulé du poste", text("Directrice marketing")),
            ("Effectif", Value::Whole(size)),
            ("Secteur d’activité", text(sector)),
            ("Chiffre d’affaires", text("10 à 50 M€")),
            ("Pays", text(country)),
            ("Date de création", Value::Date(demo::AS_OF - 86_400 * 90)),
        ];
        let at = demo::AS_OF - 86_400;
        lead_of(&values, &[("Téléchargement", at), ("Clic e-mail", at), ("Page tarifs", at)])
    };
    let leads = vec![lead(120, "Logiciel", "FR"), lead(12, "services", "BE"), lead(900, "Banque", "FR")];
    make::dataset(&table_of(&fields, leads))
}

fn suggested(template_name: &str, data: &Dataset) -> Vec<(String, String)> {
    let model = template(template_name).expect("a built-in model");
    let all = roles(&model);
    let pairs = all.iter().zip(suggest(&model, data));
    pairs.filter_map(|(role, player)| Some((role.name.clone(), player?))).collect()
}

#[test]
fn the_demo_plays_every_role_of_its_own_model() {
    for (role, player) in suggested("busybiz", &demo::dataset(300)) {
        assert_eq!(role, player);
    }
    assert_eq!(suggested("busybiz", &demo::dataset(300)).len(), roles(&demo::model()).len());
}

#[test]
fn names_of_the_other_language_are_suggested_where_the_type_fits() {
    let found = suggested("busybiz", &crm());
    let player = |role: &str| found.iter().find(|(known, _)| known == role).map(|(_, player)| player.as_str());
    let expected = [
        ("company_size", Some("Effectif")),
        ("sector", Some("Secteur d’activité")),
        ("country", Some("Pays")),
        ("job_title", Some("Intitulé du poste")),
        // Text where numbers are needed.
        ("revenue", None),
        ("download", Some("Téléchargement")),
        ("email_click", Some("Clic e-mail")),
        ("pricing_view", Some("Page tarifs")),
        ("bounce", None),
    ];
    for (role, wanted) in expected {
        assert_eq!(player(role), wanted, "{role}");
    }
    let model = demo::model();
    let all = roles(&model);
    let sector = all.iter().find(|role| role.name == "sector").expect("a role");
    let unknown = unknown_values(sector, &crm(), "Secteur d’activité");
    assert_eq!(unknown, ["software", "industry", "finance", "logistics", "media"]);
}

#[test]
fn names_are_alike_by_spelling_by_meaning_or_in_part() {
    let pairs = [
        ("country", "country", Some(Likeness::Same)),
        ("country", "Country ", Some(Likeness::Spelling)),
        ("company_size", "Nombre de salariés", Some(Likeness::Meaning)),
        ("industry", "Secteur", Some(Likeness::Meaning)),
        ("job_title", "Poste", Some(Likeness::Meaning)),
        ("email_click", "Clicked e-mail", Some(Likeness::Meaning)),
        ("company_size", "Company size (FTE)", Some(Likeness::Part)),
        ("revenue", "Chiffre d’affaires annuel 2026", Some(Likeness::Part)),
        ("country", "sector", None),
        ("", "sector", None),
        ("age", "page", None),
    ];
    for (a, b, wanted) in pairs {
        assert_eq!(likeness(a, b), wanted, "{a} and {b}");
        assert_eq!(likeness(b, a), wanted, "{b} and {a}");
    }
}

#[test]
fn every_template_has_roles_and_can_be_used_on_any_leads() {
    let data = crm();
    for name in template_names() {
        let model = template(name).expect("a built-in model");
        let all = roles(&model);
        assert!(!all.is_empty(), "{name} reads nothing");
        let made = assign(model.clone(), &cast(&all, &suggest(&model, &data), &data));
        assert_eq!(model::check(&made), [], "{name}");
        assert!(!fold(model.description.get(true).unwrap_or_default()).is_empty(), "{name} says what it is for");
    }
}

// ------------------------------------------------------------------------------------------------------ screens

/// The gallery with one template in it.
fn gallery(data: Dataset, lang: Lang, width: u16, height: u16) -> App {
    let bench = Workbench::new(demo::model(), None, Arc::new(data), demo::AS_OF);
    let mut app = on(bench, lang, width, height);
    press(&mut app, "m t /");
    type_text(&mut app, "busybiz nine");
    press(&mut app, "enter");
    app
}

/// The screen without the number of all templates.
fn shown(app: &App) -> String {
    let all = template_names().count();
    let screen = screen(app);
    screen.replace(&format!(" {} {all} ─", ["of", "sur"][usize::from(app.lang == Lang::Fr)]), " … ─")
}

const SIZES: [(u16, u16, Lang); 5] =
    [(80, 24, Lang::En), (80, 24, Lang::Fr), (100, 30, Lang::En), (100, 30, Lang::Fr), (160, 50, Lang::En)];

#[test]
fn the_gallery_shows_what_a_template_is() {
    for (width, height, lang) in SIZES {
        let app = gallery(demo::dataset(300), lang, width, height);
        assert_snapshot!(format!("gallery_{width}x{height}_{}", lang.tag()), shown(&app));
    }
}

#[test]
fn the_roles_show_who_plays_them() {
    for (width, height, lang) in SIZES {
        let mut app = gallery(crm(), lang, width, height);
        press(&mut app, "enter home down down");
        assert_snapshot!(format!("roles_{width}x{height}_{}", lang.tag()), screen(&app));
    }
}

#[test]
fn the_list_of_players_says_what_fits_and_what_does_not() {
    for lang in Lang::ALL {
        let mut app = gallery(crm(), lang, 80, 24);
        press(&mut app, "enter home down down down enter");
        assert_snapshot!(format!("players_{}", lang.tag()), screen(&app));
    }
}

#[test]
fn without_leads_the_roles_wait_for_them() {
    for lang in Lang::ALL {
        let mut app = empty(lang, 80, 24);
        press(&mut app, "t /");
        type_text(&mut app, "busybiz nine");
        press(&mut app, "enter enter tab");
        assert_snapshot!(format!("roles_without_leads_{}", lang.tag()), screen(&app));
    }
}

#[test]
fn using_a_template_makes_a_new_model_and_touches_no_other() {
    let mut app = gallery(crm(), Lang::En, 100, 30);
    let before = app.bench.as_ref().expect("open").model().clone();
    press(&mut app, "enter");
    // The first role that is open has the cursor; the button is one Tab away.
    assert!(screen(&app).contains("> function"), "{}", screen(&app));
    let effects = press(&mut app, "tab enter enter");
    let [Effect::AddModel(made)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(made.name, "busybiz-2", "the name of the template is taken");
    let names: Vec<String> = roles(made).into_iter().map(|role| role.name).collect();
    for name in ["Effectif", "Secteur d’activité", "Pays", "Intitulé du poste", "Téléchargement", "Clic e-mail"] {
        assert!(names.iter().any(|known| known == name), "{name} in {names:?}");
    }
    assert_eq!(*app.bench.as_ref().expect("open").model(), before);
    assert_eq!(app.screen, Screen::Workbench);
}

#[test]
fn a_name_that_is_taken_or_cannot_be_stays_a_question() {
    for (name, told) in [("busybiz", "busybiz-2"), ("with space", "with space"), ("", "letters")] {
        let mut app = gallery(crm(), Lang::En, 100, 30);
        press(&mut app, "enter tab enter ctrl+u");
        type_text(&mut app, name);
        assert_eq!(press(&mut app, "enter"), []);
        let screen = screen(&app);
        assert!(screen.contains("Name of the new model") && screen.contains(told), "{screen}");
    }
}

#[test]
fn escape_leads_back_step_by_step_and_changes_nothing() {
    let mut app = gallery(crm(), Lang::En, 100, 30);
    let before = screen(&app);
    let mut effects = press(&mut app, "enter tab enter esc esc");
    assert_eq!(screen(&app), before, "name, roles, gallery");
    effects.extend(press(&mut app, "enter home enter esc D esc"));
    assert_eq!(screen(&app), before, "players, roles, gallery");
    effects.extend(press(&mut app, "esc"));
    assert_eq!(app.overlays.len(), 1, "what was typed goes first");
    effects.extend(press(&mut app, "esc"));
    assert!(app.overlays.is_empty() && effects.is_empty());
}

#[test]
fn a_role_is_left_open_and_given_again() {
    let mut app = gallery(crm(), Lang::En, 100, 30);
    press(&mut app, "enter home down");
    let line =
        |app: &App| screen(app).lines().find(|line| line.contains("> company_size")).unwrap_or_default().to_owned();
    assert!(line(&app).contains("✓ Effectif"));
    press(&mut app, "D");
    assert!(line(&app).contains("left open"));
    press(&mut app, "enter");
    type_text(&mut app, "pays");
    press(&mut app, "enter");
    assert!(screen(&app).contains("Pays cannot play this role: text; needed: number."), "{}", screen(&app));
    press(&mut app, "esc enter");
    type_text(&mut app, "effec");
    press(&mut app, "enter");
    assert!(line(&app).contains("✓ Effectif"));
}

/// Clicks where a text stands on the screen.
fn click(app: &mut App, text: &str) {
    let screen = screen(app);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("the text is there");
    let column = quadrille::text::width(&line[..line.find(text).unwrap_or(0)]);
    let kind = MouseEventKind::Down(MouseButton::Left);
    let (column, row) = (u16::try_from(column).expect("narrow"), u16::try_from(row).expect("low"));
    update(app, Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
}

#[test]
fn the_mouse_does_what_the_keys_do() {
    let mut app = gallery(crm(), Lang::En, 100, 30);
    click(&mut app, "Intersection grid  ");
    assert!(screen(&app).contains("who plays which role"), "the selected one opens");
    click(&mut app, "company_size");
    assert!(screen(&app).contains("> company_size"));
    click(&mut app, "company_size");
    assert!(screen(&app).contains("Which field is “company_size”?"));
    press(&mut app, "esc");
    click(&mut app, "Use this template");
    assert!(screen(&app).contains("Name of the new model"), "{}", screen(&app));
}

#[test]
fn people_stay_masked_where_values_are_shown() {
    let mut app = gallery(demo::dataset(300), Lang::En, 100, 30);
    app.prefs.masked = true;
    press(&mut app, "enter home enter");
    let screen = screen(&app);
    assert!(!screen.contains('@') && screen.contains("names masked"), "{screen}");
}

#[test]
fn the_gallery_opens_from_wherever_a_model_is_missing() {
    for keys in ["t", "down down down enter"] {
        let mut app = empty(Lang::En, 80, 24);
        press(&mut app, keys);
        assert!(screen(&app).contains("─ Templates ─"), "{keys}\n{}", screen(&app));
    }
    let mut app = on(demo::bench(100), Lang::En, 80, 24);
    press(&mut app, ":");
    type_text(&mut app, "gallery");
    press(&mut app, "enter");
    assert!(screen(&app).contains("─ Templates ─"), "{}", screen(&app));
}

#[test]
fn no_screen_of_the_gallery_breaks_at_any_size() {
    for (width, height) in [(80, 24), (81, 24), (97, 25), (120, 24), (300, 90)] {
        for keys in
            ["", "enter", "enter home enter", "enter tab enter", "pagedown pagedown", "pagedown pageup enter end"]
        {
            let mut app = gallery(crm(), Lang::Fr, width, height);
            press(&mut app, keys);
            assert!(!screen(&app).contains("gallery-"), "{}", screen(&app));
        }
    }
    // Nothing found.
    let mut app = gallery(crm(), Lang::En, 80, 24);
    press(&mut app, "/");
    type_text(&mut app, " xyzzy");
    press(&mut app, "enter enter pagedown down");
    assert!(screen(&app).contains("No template has all these words"), "{}", screen(&app));
}

// ------------------------------------------------------------------------------------------------ command line

const LEADS: &str = "\
E-mail;Fonction;Effectif;Secteur;Pays
a.nowak@acme.example;Directrice marketing;120;Logiciel;FR
c.berger@beryl.example;Acheteur;45;services;BE
d.costa@nordlys.example;Achats;900;Banque;FR
";

#[test]
fn templates_are_listed_with_what_they_are_for() {
    let home = Home::new();
    let table = home.ok(&["model", "templates"]);
    assert!(table.contains("busybiz") && table.lines().all(|line| line.chars().count() <= 120), "{table}");
    let csv = home.ok(&["model", "templates", "--format", "csv", "--lang", "fr"]);
    assert!(csv.starts_with("name,title,entity,criteria,for\n"), "{csv}");
    assert_eq!(csv.lines().count(), 1 + template_names().count());
}

#[test]
fn a_template_is_used_with_suggestions_and_with_roles_of_ones_own() {
    let home = Home::new();
    let file = home.write("leads.csv", LEADS);
    home.run(&["import", "leads", &file]);
    assert_snapshot!("new_dry_run_en", home.run(&["model", "new", "--template", "busybiz", "--dry-run"]).out);
    let french = ["model", "new", "--template", "busybiz", "--dry-run", "--lang", "fr"];
    assert_snapshot!("new_dry_run_fr", home.run(&french).out);
    assert!(!home.ok(&["model", "list"]).contains("busybiz"), "a dry run makes nothing");

    let told = home.ok(&["model", "new", "--template", "busybiz", "--role", "sector=Pays", "--role", "country="]);
    assert!(told.contains("busybiz"), "{told}");
    let made = home.ok(&["model", "export", "busybiz"]);
    assert!(made.contains("Field(\"Pays\", OneOf([\"software\"") || made.contains("Field(\"Pays\""), "{made}");
    assert!(made.contains("Field(\"country\"") && made.contains("Field(\"Effectif\""), "{made}");
    home.ok(&["model", "new", "--template", "busybiz"]);
    let list = home.ok(&["model", "list", "--format", "csv"]);
    assert!(list.contains("busybiz-2,") && list.contains("first,"), "{list}");
}

#[test]
fn what_cannot_be_given_a_role_is_told() {
    let home = Home::new();
    let file = home.write("leads.csv", LEADS);
    home.run(&["import", "leads", &file]);
    let refused = |extra: &[&str], told: &str| {
        let ran = home.run(&[&["model", "new", "--template", "busybiz"], extra].concat());
        assert!(ran.code != Some(0) && ran.err.contains(told), "{extra:?}\n{}{}", ran.out, ran.err);
    };
    refused(&["--role", "sector"], "ROLE=FIELD");
    refused(&["--role", "sektor=Pays"], "sector");
    refused(&["--role", "sector=Pais"], "Pays");
    refused(&["--role", "sector=Effectif"], "needed: text");
    refused(&["--name", "first"], "first-2");
    refused(&["--name", "a b"], "a b");
    let ran = home.run(&["model", "new", "--template", "busybis"]);
    assert!(ran.err.contains("busybiz"), "{}", ran.err);
    // Nothing was made by any of them.
    assert!(!home.ok(&["model", "list"]).contains("busybiz"));
}
