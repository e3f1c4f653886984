//! One lead with what was learned: why it says what it says, why it says nothing, and how the lead's place changed.

use insta::assert_snapshot;

use quadrille::model::Model;
use quadrille::text::Lang;
use quadrille::workbench::Workbench;

use crate::screens::app::on;
use crate::screens::app::press;
use crate::screens::app::screen;
use crate::taught;

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

#[test]
fn a_lead_with_its_chance_looks_as_it_did() {
    looks("chance", taught::taught, "2 enter");
}

#[test]
fn a_lead_before_anything_was_learned_looks_as_it_did() {
    looks("untaught", taught::untaught, "2 enter");
}

#[test]
fn a_lead_where_nothing_can_be_learned_says_what_is_missing() {
    looks("too_few", || Workbench::new(all_won(), None, taught::leads(), taught::AS_OF), "2 enter");
}

fn all_won() -> Model {
    let mut model = taught::model();
    model.learned[0].lost = quadrille::model::Predicate::Not(Box::new(quadrille::model::Predicate::everyone()));
    model
}

#[test]
fn the_changes_of_a_lead_look_as_they_did() {
    looks("moves", taught::taught, "2 enter tab tab");
}

#[test]
fn the_changes_follow_the_model_and_its_undo() {
    let mut app = on(taught::taught(), Lang::En, 100, 30);
    press(&mut app, "2 enter tab tab");
    let moves = app.detail.moves.clone();
    assert!(moves.as_ref().is_some_and(|moves| moves.len() > 1), "{moves:?}");
    press(&mut app, "u");
    assert_ne!(app.detail.moves, moves, "what was learned is undone");
    press(&mut app, "U");
    assert_eq!(app.detail.moves, moves);
    press(&mut app, "n");
    assert_eq!(app.detail.moves, None, "the next lead is looked at from its ledger on");
}
