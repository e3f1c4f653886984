//! The review's four questions and the contrast of the top group with the next: what is shown, and where it leads.

use std::sync::Arc;

use insta::assert_snapshot;

use quadrille::engine::columns::Dataset;
use quadrille::text::Lang;
use quadrille::workbench::Workbench;

use crate::demo;
use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;

/// Holds the screen that keys lead to against its golden, in two sizes and both languages.
fn looks(name: &str, bench: fn() -> Workbench, keys: &str) {
    for (width, height) in [(80, 24), (100, 30)] {
        for lang in [Lang::En, Lang::Fr] {
            let mut app = on(bench(), lang, width, height);
            press(&mut app, keys);
            assert_snapshot!(format!("{name}_{width}x{height}_{}", lang.tag()), screen(&app));
        }
    }
}

fn many() -> Workbench {
    demo::bench(4_000)
}

/// A model on three leads, of which nothing is known.
fn three() -> Workbench {
    let bench = demo::bench(3);
    Workbench::new(bench.model().clone(), None, Arc::clone(bench.leads()), bench.as_of())
}

/// A model on nobody.
fn nobody() -> Workbench {
    Workbench::new(demo::bench(3).model().clone(), None, Arc::new(Dataset::default()), 0)
}

#[test]
fn the_four_questions_look_as_they_did() {
    looks("questions", many, "3 right");
}

#[test]
fn the_end_of_the_questions_can_be_reached() {
    looks("questions_end", many, "3 right end");
}

#[test]
fn three_leads_are_said_to_be_few() {
    looks("questions_three", three, "3 right");
}

#[test]
fn nobody_is_said_to_be_nobody() {
    looks("questions_nobody", nobody, "3 right");
}

#[test]
fn the_contrast_looks_as_it_did() {
    looks("contrast", many, "3 right right");
}

#[test]
fn the_groups_by_a_field_look_as_they_did() {
    looks("contrast_field", many, "3 right right f f f");
}
