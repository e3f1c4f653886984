//! The editors of a model's parts: what they show, and what keys make of the model.

use insta::assert_snapshot;

use quadrille::model::Alert;
use quadrille::model::Case;
use quadrille::model::Derived;
use quadrille::model::Edit;
use quadrille::model::Entity;
use quadrille::model::Filter;
use quadrille::model::Gate;
use quadrille::model::How;
use quadrille::model::Model;
use quadrille::model::Owner;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::RankKey;
use quadrille::model::Side;
use quadrille::model::Stage;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::text::Lang;
use quadrille::tui::app::App;
use quadrille::tui::app::Change;
use quadrille::tui::app::Effect;
use quadrille::tui::app::Screen;
use quadrille::workbench::Step;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::make::text;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::screens::app::type_text;

const SIZES: [(u16, u16); 2] = [(80, 24), (100, 30)];

/// The demo with something of every part.
fn bench() -> Workbench {
    let mut bench = demo::bench(300);
    let is = |field: &str, value: &str| Predicate::Field(field.to_owned(), Test::Is(text(value)));
    let zone = bench.model().zones[0].name.clone();
    let each = |en: &str, fr: &str| Words::Each { en: en.to_owned(), fr: fr.to_owned() };
    let parts = vec![
        Part::Gates(vec![
            Gate {
                name: "fit".to_owned(),
                title: each("Fits us", "Nous convient"),
                pass: Predicate::Axis(Side::Rows, Test::MoreThan(Value::Whole(50))),
                zone: zone.clone(),
            },
            Gate { name: "not a student".to_owned(), title: Words::None, pass: is("seniority", "c-level"), zone },
        ]),
        Part::Alerts(vec![Alert {
            name: "pricing".to_owned(),
            title: each("Looks at prices", "Regarde les prix"),
            when: is("country", "FR"),
            filter: Filter::of_kinds(vec!["pricing_view".to_owned()]),
            within: Some(Window::Days(30)),
            action: each("Call today", "Appeler ce jour"),
        }]),
        Part::Derived(vec![Derived {
            name: "budget_class".to_owned(),
            title: each("Budget class", "Classe de budget"),
            cases: vec![
                Case { when: is("seniority", "c-level"), value: text("high") },
                Case { when: is("country", "FR"), value: text("middle") },
            ],
            otherwise: Some(text("low")),
        }]),
        Part::Funnel(vec![
            Stage { name: each("Lead", "Prospect"), owner: Owner::Marketing },
            Stage { name: Words::Plain("SQL".to_owned()), owner: Owner::Sales },
        ]),
        Part::NextReview("2027-02-01".to_owned()),
    ];
    bench.apply(Edit::Set(parts), 0).expect("these parts are sound");
    bench
}

fn app() -> App {
    on(bench(), Lang::En, 100, 30)
}

fn model(app: &App) -> &Model {
    app.bench.as_ref().unwrap().model()
}

/// Holds the screen that keys lead to against its golden, in every size and language.
fn looks(name: &str, keys: &str) {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let mut app = on(bench(), lang, width, height);
            press(&mut app, keys);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

/// Opens the part of that name by the menu.
fn open(app: &mut App, part: &str) {
    press(app, "a");
    for _ in 0..30 {
        let here = screen(app).lines().any(|line| line.contains('>') && line.contains(part));
        if here {
            press(app, "enter");
            return;
        }
        press(app, "down");
    }
    panic!("no part {part}: {}", screen(app));
}

#[test]
fn the_menu_of_the_parts() {
    looks("parts-menu", "a");
}
