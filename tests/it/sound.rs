//! Models and edits that a workbench takes: random ones without what the check refuses, and edits aimed at what is there.
//!
//! Never here: what a score should be, or any check.

use proptest::prelude::BoxedStrategy;
use proptest::prelude::Just;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_oneof;
use proptest::sample::select;

use quadrille::model::Axis;
use quadrille::model::Criterion;
use quadrille::model::Edit;
use quadrille::model::Entity;
use quadrille::model::Gate;
use quadrille::model::Group;
use quadrille::model::Map;
use quadrille::model::Model;
use quadrille::model::Part;
use quadrille::model::Scale;
use quadrille::model::Side;
use quadrille::model::Zone;
use quadrille::model::check;

use crate::make;
use crate::make::MAPS;

const ZONES: [&str; 3] = ["z", "sales", "out"];

/// What a person does to a workbench.
#[derive(Clone, Debug)]
pub enum Act {
    Edit(Box<Edit>),
    Undo,
    Redo,
    /// Looks at another instant.
    AsOf(i64),
    /// Makes the model the baseline.
    Baseline,
}

/// Anything that may be done, mostly edits; each is to be aimed first, see [`aimed`].
pub fn act() -> impl Strategy<Value = Act> {
    let company =
        |by: Option<&str>| by.map_or(Entity::Contact, |by| Entity::Company { by: by.to_owned(), fields: Vec::new() });
    let edit = prop_oneof![
        30 => make::edit_of(criterion()),
        1 => select(vec![None, None, Some("job"), Some("country")])
            .prop_map(move |by| Edit::Set(vec![Part::Entity(company(by))])),
    ];
    prop_oneof![
        12 => edit.prop_map(|edit| Act::Edit(Box::new(edit))),
        3 => any::<bool>().prop_map(|undo| if undo { Act::Undo } else { Act::Redo }),
        1 => make::as_of().prop_map(Act::AsOf),
        1 => Just(Act::Baseline),
    ]
}

/// A model that can be loaded, with zones and maps.
pub fn model() -> impl Strategy<Value = Model> {
    make::model_of(criterion()).prop_map(|drawn| mended(&drawn))
}

fn criterion() -> BoxedStrategy<Criterion> {
    let is_sound = |criterion: &Criterion| {
        let mut model = Model { name: "alone".to_owned(), ..Model::default() };
        let group = Group { name: "g".to_owned(), criteria: vec![criterion.clone()], ..Group::default() };
        model.columns.groups.push(group);
        check(&model).is_empty()
    };
    make::criterion().prop_filter("the check refuses it", is_sound).boxed()
}

/// Returns a model with all of another's parts that the check does not refuse.
fn mended(drawn: &Model) -> Model {
    let mut model = Model { name: drawn.name.clone(), entity: drawn.entity.clone(), ..Model::default() };
    let zone = |name: &str| Zone { name: name.to_owned(), hands_over: name == "sales", ..Zone::default() };
    model.zones = ZONES.map(zone).to_vec();
    put(&mut model, |model| model.population = drawn.population.clone());
    put(&mut model, |model| model.top_share = drawn.top_share);
    put(&mut model, |model| model.rank_by.clone_from(&drawn.rank_by));
    for derived in &drawn.derived {
        put(&mut model, |model| model.derived.push(derived.clone()));
    }
    for side in Side::BOTH {
        put_axis(&mut model, side, drawn.axis(side));
    }
    put(&mut model, |model| model.ungraded.clone_from(&drawn.ungraded));
    for (number, gate) in drawn.gates.iter().enumerate() {
        let gate = Gate { name: format!("g{number}"), zone: ZONES[number % ZONES.len()].to_owned(), ..gate.clone() };
        put(&mut model, |model| model.gates.push(gate));
    }
    model.maps = maps(&model);
    model.map.clone_from(&drawn.map);
    assert!(check(&model).is_empty(), "{:?}", check(&model));
    model
}

fn put_axis(model: &mut Model, side: Side, drawn: &Axis) {
    put(model, |model| {
        let bare = Axis { groups: Vec::new(), degradations: Vec::new(), scale: Scale::Raw, ..drawn.clone() };
        *model.axis_mut(side) = bare;
    });
    for group in &drawn.groups {
        put(model, |model| model.axis_mut(side).groups.push(Group { criteria: Vec::new(), ..group.clone() }));
        for criterion in &group.criteria {
            put(model, |model| {
                if let Some(group) = model.axis_mut(side).groups.last_mut() {
                    group.criteria.push(criterion.clone());
                }
            });
        }
    }
    for degradation in &drawn.degradations {
        put(model, |model| model.axis_mut(side).degradations.push(degradation.clone()));
    }
    put(model, |model| model.axis_mut(side).scale = drawn.scale);
}

/// Makes a change, unless the model could not be loaded then.
fn put(model: &mut Model, change: impl FnOnce(&mut Model)) {
    let mut changed = model.clone();
    change(&mut changed);
    if check(&changed).is_empty() {
        *model = changed;
    }
}

/// Two maps for all the cells there are.
fn maps(model: &Model) -> Vec<Map> {
    let zone = |cell: usize| ZONES[cell % ZONES.len()].to_owned();
    let row = |map: usize, row: usize| {
        let zones = (0..model.n_bands(Side::Columns)).map(|column| zone(map + row + column * (map + 1)));
        (model.label(Side::Rows, row).to_owned(), zones.collect())
    };
    let map = |(number, name): (usize, &&str)| Map {
        name: (*name).to_owned(),
        rows: (0..model.n_bands(Side::Rows)).map(|at| row(number, at)).collect(),
        ..Map::default()
    };
    MAPS.iter().enumerate().map(map).collect()
}

/// Returns an edit like a drawn one, but of things that the model has, and without what the check refuses.
pub fn aimed(mut edit: Edit, model: &Model) -> Edit {
    match &mut edit {
        Edit::SetWeight { criterion, .. } | Edit::SetOn { criterion, .. } | Edit::Remove { criterion } => {
            *criterion = nearby(criterion, model.criteria().map(|(_, _, criterion)| criterion.name.as_str()));
        }
        Edit::SetCriterion { criterion, to } => {
            let aimed = nearby(criterion, model.criteria().map(|(_, _, criterion)| criterion.name.as_str()));
            if to.name == *criterion {
                to.name.clone_from(&aimed);
            }
            *criterion = aimed;
        }
        Edit::Insert { side, group, .. } | Edit::SetCaps { side, group, .. } => {
            *group = nearby(group, model.axis(*side).groups.iter().map(|group| group.name.as_str()));
        }
        Edit::Move { criterion, side, group, .. } => {
            *criterion = nearby(criterion, model.criteria().map(|(_, _, criterion)| criterion.name.as_str()));
            *group = nearby(group, model.axis(*side).groups.iter().map(|group| group.name.as_str()));
        }
        Edit::SetBand { side, band, .. } | Edit::RenameBand { side, band, .. } => {
            *band = nearby(band, model.axis(*side).bands.iter().map(|band| band.label.as_str()));
        }
        Edit::SetMap { .. } => {}
        Edit::Set(parts) => {
            let mut changed = model.clone();
            Edit::Set(parts.clone()).apply(&mut changed).expect("parts can always be put");
            let mended = mended(&changed);
            for part in parts.iter_mut() {
                mend(part, &mended);
            }
            // Where there are other bands, there are other cells.
            parts.push(Part::Maps(mended.maps));
        }
        Edit::Replace(model) => **model = mended(model),
    }
    edit
}

fn mend(part: &mut Part, mended: &Model) {
    match part {
        Part::Derived(derived) => derived.clone_from(&mended.derived),
        Part::Gates(gates) => gates.clone_from(&mended.gates),
        Part::Population(population) => population.clone_from(&mended.population),
        Part::Axis(side, axis) => **axis = mended.axis(*side).clone(),
        Part::Ungraded(label) => label.clone_from(&mended.ungraded),
        Part::RankBy(keys) => keys.clone_from(&mended.rank_by),
        Part::TopShare(share) => *share = mended.top_share,
        _ => {}
    }
}

/// Returns the name if there is such a one, else one of those that are there, by the name's last digit.
fn nearby<'n>(name: &str, there: impl Iterator<Item = &'n str>) -> String {
    let there: Vec<&str> = there.collect();
    let digit = name.bytes().last().map_or(0, usize::from);
    if there.is_empty() || there.contains(&name) {
        return name.to_owned();
    }
    there[digit % there.len()].to_owned()
}
