//! Changes of a model's shape: after any of them the model can be loaded, and what they do not name is as it was.

use proptest::collection::vec;
use proptest::prelude::proptest;
use proptest::test_runner::Config;

use quadrille::model::Edit;
use quadrille::model::Group;
use quadrille::model::Model;
use quadrille::model::Part;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Words;
use quadrille::model::Zone;
use quadrille::model::check;
use quadrille::workbench::shape;

use crate::model::random::model;

/// One of the list, by any number; none of an empty list.
fn pick<T>(list: &[T], at: usize) -> Option<&T> {
    list.get(at % list.len().max(1))
}

/// Returns the parts of a change drawn from random numbers; `fresh` is a name that nothing has.
fn change(model: &Model, fresh: &str, (kind, a, b, n): (u8, usize, usize, i64)) -> Vec<Part> {
    let side = Side::BOTH[b % 2];
    let axis = model.axis(side);
    let band = pick(&axis.bands, a).map(|band| band.label.as_str()).unwrap_or_default();
    let group = pick(&axis.groups, a).map(|group| group.name.as_str()).unwrap_or_default();
    let zone = pick(&model.zones, a).map(|zone| zone.name.as_str()).unwrap_or_default();
    let other_zone = pick(&model.zones, b).map(|zone| zone.name.as_str()).unwrap_or_default();
    let map = pick(&model.maps, a).map(|map| map.name.as_str()).unwrap_or_default();
    let named = |name: &str| Group { name: name.to_owned(), ..Group::default() };
    match kind {
        0 if axis.bands.iter().any(|band| band.from == Some(n)) => Vec::new(),
        0 => shape::add_band(model, side, fresh, n, "all below"),
        1 => shape::remove_band(model, side, band),
        2 => shape::set_ungraded(model, if n > 0 { fresh } else { "" }),
        3 => shape::add_group(model, side, named(fresh)),
        4 => shape::set_group(model, side, group, named(fresh)),
        5 => {
            let heir_side = Side::BOTH[a % 2];
            let heirs = &model.axis(heir_side).groups;
            let heir = pick(heirs, b).map(|heir| (heir_side, heir.name.as_str()));
            shape::remove_group(model, side, group, heir)
        }
        6 => shape::move_group(model, side, group, n > 0),
        7 => shape::add_zone(model, Zone { name: fresh.to_owned(), ..Zone::default() }),
        8 => shape::set_zone(model, zone, Zone { name: fresh.to_owned(), ..Zone::default() }),
        9 if zone == other_zone => Vec::new(),
        9 => shape::remove_zone(model, zone, other_zone),
        10 => shape::move_zone(model, zone, n > 0),
        11 => {
            let cells = [(a % model.n_bands(Side::Rows), b % model.n_bands(Side::Columns)), (999, 999)];
            shape::paint(model, map, &cells, other_zone)
        }
        12 => shape::add_map(model, map, fresh, Words::None),
        13 => shape::rename_map(model, map, fresh, Words::None),
        14 => shape::remove_map(model, map),
        _ => shape::set_group(model, side, "nothing is called so", named(fresh)),
    }
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_change_of_shape_leaves_a_model_that_can_be_loaded_and_undone(
        start in model(),
        changes in vec((0_u8..16, 0_usize..100, 0_usize..100, -20_i64..20), 1..12),
    ) {
        let mut start = start;
        // A group without its bound can leave a scale without a best: that is refused, and is no matter of shape.
        (start.rows.scale, start.columns.scale) = (Scale::Raw, Scale::Raw);
        let mut now = start.clone();
        let mut undo = Vec::new();
        let n_criteria = start.criteria().count();
        for (index, drawn) in changes.into_iter().enumerate() {
            let before = now.clone();
            let parts = change(&now, &format!("fresh {index}"), drawn);
            undo.push(Edit::Set(parts).apply(&mut now).expect("parts are put in place"));
            assert_eq!(check(&now), Vec::new(), "{drawn:?} of {before:#?}");
            assert_eq!(now.criteria().count(), n_criteria, "no criterion is lost");
        }
        for inverse in undo.into_iter().rev() {
            inverse.apply(&mut now).expect("a made change is undone");
        }
        assert_eq!(now, start);
    }
}

fn busybiz() -> Model {
    crate::demo::model()
}

fn applied(model: &Model, parts: Vec<Part>) -> Model {
    let mut model = model.clone();
    Edit::Set(parts).apply(&mut model).expect("parts are put in place");
    model
}

#[test]
fn a_band_cut_and_put_together_again_is_as_before() {
    let model = busybiz();
    for (side, from, label) in [(Side::Rows, 9, "B++"), (Side::Rows, -5, "F-"), (Side::Columns, 500, "500+")] {
        let cut = applied(&model, shape::add_band(&model, side, label, from, ""));
        assert_eq!(cut.axis(side).bands.len(), model.axis(side).bands.len() + 1);
        if from > 0 {
            assert_eq!(applied(&cut, shape::remove_band(&cut, side, label)), model);
        }
    }
}

#[test]
fn a_new_row_stands_beside_its_neighbour_in_the_order_of_the_map() {
    let model = busybiz();
    let labels = |model: &Model| -> Vec<String> { model.maps[0].rows.iter().map(|(label, _)| label.clone()).collect() };
    let was = labels(&model);
    let cut = applied(&model, shape::add_band(&model, Side::Rows, "B++", 9, ""));
    let now = labels(&cut);
    let at = now.iter().position(|label| label == "B++").expect("the row is there");
    assert_eq!(now.iter().filter(|label| *label != "B++").cloned().collect::<Vec<_>>(), was);
    let descending = was.first().is_some_and(|label| label.starts_with('A'));
    let (above, below) = if descending { (at - 1, at + 1) } else { (at + 1, at - 1) };
    assert_eq!((now[above].as_str(), now[below].as_str()), ("A-", "B+"));
}

#[test]
fn the_difference_of_two_maps_counts_cells_and_leads_by_move() {
    let model = busybiz();
    let (theory, reality) = (&model.maps[0], &model.maps[1]);
    let found = shape::difference(&model, theory, reality, |row, column| (10 * row + column) as u64);
    assert_eq!(found.cells.len(), found.moves.iter().map(|step| step.cells).sum::<usize>());
    assert_eq!(found.leads, found.moves.iter().map(|step| step.leads).sum::<u64>());
    assert!(found.moves.is_sorted_by(|a, b| a.leads >= b.leads));
    assert_eq!(shape::difference(&model, theory, theory, |_, _| 1), shape::Difference::default());
    let back = shape::difference(&model, reality, theory, |row, column| (10 * row + column) as u64);
    assert_eq!((back.cells, back.leads), (found.cells, found.leads));
}

#[test]
fn a_zone_that_goes_gives_its_cells_and_gates_to_its_heir() {
    let mut model = busybiz();
    let (gone, heir) = (model.zones[0].name.clone(), model.zones[4].name.clone());
    let pass = quadrille::model::Predicate::everyone();
    model.gates.push(quadrille::model::Gate { name: "g".to_owned(), title: Words::None, pass, zone: gone.clone() });
    let now = applied(&model, shape::remove_zone(&model, &gone, &heir));
    assert_eq!(now.gates[0].zone, heir);
    assert_eq!(now.zones.len(), model.zones.len() - 1);
    for (map, old) in now.maps.iter().zip(&model.maps) {
        for ((_, zones), (_, old)) in map.rows.iter().zip(&old.rows) {
            for (zone, old) in zones.iter().zip(old) {
                assert_eq!(zone, if *old == gone { &heir } else { old });
            }
        }
    }
}
