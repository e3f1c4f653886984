//! Models, edits, undo, versions; and two windows on one file, of which neither loses an edit.

use quadrille::model::Criterion;
use quadrille::model::Edit;
use quadrille::model::Group;
use quadrille::model::Model;
use quadrille::model::Predicate;
use quadrille::model::Provenance;
use quadrille::model::Rule;
use quadrille::model::Side;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Words;
use quadrille::model::parse;
use quadrille::model::to_ron;
use quadrille::store::Change;
use quadrille::store::Saved;
use quadrille::store::Step;
use quadrille::store::Store;

use super::NOW;
use super::Scratch;
use super::said;

/// A model named "m" with criteria "a" and "b" of weight 0.
pub(super) fn model() -> Model {
    let criterion = |name: &str| Criterion {
        name: name.to_owned(),
        title: Words::Each { en: "A \"title\"".to_owned(), fr: "Un titre".to_owned() },
        weight: 0,
        on: true,
        provenance: Provenance::Declared,
        note: Words::None,
        scope: Predicate::everyone(),
        rule: Rule::Match {
            when: Predicate::Field("budget".to_owned(), Test::AtLeast(Value::Decimal(12_500_000))),
            otherwise: 0,
        },
    };
    let mut model = Model { name: "m".to_owned(), ..Model::default() };
    let criteria = vec![criterion("a"), criterion("b")];
    model.rows.groups.push(Group { name: "g".to_owned(), criteria, ..Group::default() });
    model
}

/// A window: a handle with its own idea of the model.
pub(super) struct Window {
    pub(super) store: Store,
    pub(super) model: Model,
    pub(super) revision: i64,
    /// How often another window was faster.
    pub(super) n_behind: usize,
}

impl Window {
    pub(super) fn open(store: Store) -> Window {
        let stored = store.model("m").unwrap();
        Window { store, model: parse(&stored.ron).unwrap(), revision: stored.revision, n_behind: 0 }
    }

    /// Makes an edit on whatever the model is by now, as a person at this window would see it.
    pub(super) fn edit(&mut self, edit: &Edit, coalesce: bool) {
        loop {
            let mut model = self.model.clone();
            let inverse = edit.clone().apply(&mut model).unwrap();
            let ron = to_ron(&model).unwrap();
            let change = Change {
                model: "m",
                base_revision: self.revision,
                edit,
                inverse: &inverse,
                ron: &ron,
                coalesce,
                now: NOW,
            };
            match self.store.save_edit(change).unwrap() {
                Saved::Done(revision) => {
                    (self.model, self.revision) = (model, revision);
                    return;
                }
                Saved::Behind(stored) => {
                    self.n_behind += 1;
                    (self.model, self.revision) = (parse(&stored.ron).unwrap(), stored.revision);
                }
            }
        }
    }

    fn step(&mut self, step: Step) {
        let history = self.store.history("m").unwrap();
        let edit = match step {
            Step::Undo => history.edits[history.position - 1].1.clone(),
            Step::Redo => history.edits[history.position].0.clone(),
        };
        edit.apply(&mut self.model).unwrap();
        let saved = self.store.step("m", self.revision, step, &to_ron(&self.model).unwrap(), NOW).unwrap();
        assert_eq!(saved, Saved::Done(self.revision + 1));
        self.revision += 1;
    }
}

pub(super) fn set_weight(criterion: &str, weight: i64) -> Edit {
    Edit::SetWeight { criterion: criterion.to_owned(), weight }
}

fn weight(store: &Store, criterion: &str) -> i64 {
    parse(&store.model("m").unwrap().ron).unwrap().criterion(criterion).unwrap().weight
}

fn window() -> (Scratch, Window) {
    let (scratch, mut store) = Scratch::new();
    assert_eq!(store.add_model("m", &to_ron(&model()).unwrap(), NOW).unwrap(), 1);
    (scratch, Window::open(store))
}

#[test]
fn every_kind_of_edit_is_kept_with_its_inverse() {
    let (scratch, mut window) = window();
    let mut third = model().criterion("a").unwrap().clone();
    third.name = "c".to_owned();
    let group = || "g".to_owned();
    let edits = [
        set_weight("a", -5),
        Edit::SetOn { criterion: "a".to_owned(), on: false },
        Edit::Insert { side: Side::Rows, group: group(), at: 0, criterion: Box::new(third.clone()) },
        Edit::Move { criterion: "c".to_owned(), side: Side::Rows, group: group(), at: 2 },
        Edit::SetCaps { side: Side::Rows, group: group(), min: None, max: Some(10) },
        Edit::SetCriterion { criterion: "c".to_owned(), to: Box::new(Criterion { name: "d".to_owned(), ..third }) },
        Edit::Remove { criterion: "d".to_owned() },
        Edit::Replace(Box::new(Model { top_share: 30, ..model() })),
    ];
    let mut states = vec![window.model.clone()];
    for edit in edits {
        window.edit(&edit, false);
        states.push(window.model.clone());
    }
    drop(window);
    // A restart in between: the way back and forth is in the file.
    let mut window = Window::open(Store::open(&scratch.path(), NOW).unwrap());
    for state in states.iter().rev().skip(1) {
        window.step(Step::Undo);
        assert_eq!(window.model, *state);
        assert_eq!(parse(&window.store.model("m").unwrap().ron).unwrap(), *state);
    }
    assert_eq!(said(window.store.step("m", window.revision, Step::Undo, "", NOW)), "store-no-step");
    for state in &states[1..] {
        window.step(Step::Redo);
        assert_eq!(window.model, *state);
    }
    assert_eq!(said(window.store.step("m", window.revision, Step::Redo, "", NOW)), "store-no-step");
}

#[test]
fn a_new_edit_forgets_what_was_undone() {
    let (_scratch, mut window) = window();
    window.edit(&set_weight("a", 1), false);
    window.edit(&set_weight("a", 2), false);
    window.step(Step::Undo);
    window.edit(&set_weight("b", 9), false);
    let history = window.store.history("m").unwrap();
    assert_eq!(history.position, 2);
    assert_eq!(history.edits, [(set_weight("a", 1), set_weight("a", 0)), (set_weight("b", 9), set_weight("b", 0))]);
}

#[test]
fn a_held_key_is_one_step() {
    let (_scratch, mut window) = window();
    for weight in 1..=5 {
        window.edit(&set_weight("a", weight), true);
    }
    window.edit(&set_weight("b", 1), true);
    window.edit(&set_weight("b", 2), false);
    let history = window.store.history("m").unwrap();
    assert_eq!(
        history.edits,
        [
            (set_weight("a", 5), set_weight("a", 0)),
            (set_weight("b", 1), set_weight("b", 0)),
            (set_weight("b", 2), set_weight("b", 1)),
        ]
    );
    assert_eq!((history.position, history.revision), (3, window.revision));
}

#[test]
fn a_window_that_is_behind_is_told_and_writes_nothing() {
    let (scratch, mut first) = window();
    let mut second = Store::open(&scratch.path(), NOW).unwrap();
    let version = second.data_version().unwrap();
    first.edit(&set_weight("a", 7), false);
    assert_ne!(second.data_version().unwrap(), version, "the poll notices");
    assert_eq!(second.data_revision().unwrap(), 0, "but the leads are the same");
    let behind = Saved::Behind(first.store.model("m").unwrap());
    let change = Change {
        model: "m",
        base_revision: 1,
        edit: &set_weight("b", 1),
        inverse: &set_weight("b", 0),
        ron: "stale",
        coalesce: false,
        now: NOW,
    };
    assert_eq!(second.save_edit(change).unwrap(), behind);
    assert_eq!(second.step("m", 1, Step::Undo, "stale", NOW).unwrap(), behind);
    assert_eq!(second.rename_model("m", 1, "n", "stale", NOW).unwrap(), behind);
    assert_eq!(second.add_version("m", 1, "v", "", NOW).unwrap(), behind);
    assert_eq!(weight(&second, "a"), 7);
    assert_eq!(second.history("m").unwrap().edits.len(), 1);
}

#[test]
fn two_windows_lose_no_edit() {
    const N: u8 = 40;
    let (scratch, first) = window();
    let second = Window::open(Store::open(&scratch.path(), NOW).unwrap());
    let run = |mut window: Window, name: &'static str| {
        std::thread::spawn(move || {
            for weight in 1..=N {
                window.edit(&set_weight(name, weight.into()), false);
            }
            window.n_behind
        })
    };
    let (first, second) = (run(first, "a"), run(second, "b"));
    let n_behind = first.join().unwrap() + second.join().unwrap();
    assert!(n_behind > 0, "they did get in each other's way");
    let store = Store::open(&scratch.path(), NOW).unwrap();
    assert_eq!((weight(&store, "a"), weight(&store, "b")), (N.into(), N.into()));
    let history = store.history("m").unwrap();
    assert_eq!((history.edits.len(), history.position), (2 * usize::from(N), 2 * usize::from(N)));
    // The edits in their order lead to the model that stands there.
    let mut replayed = model();
    for (edit, inverse) in history.edits {
        assert_eq!(edit.apply(&mut replayed).unwrap(), inverse);
    }
    assert_eq!(to_ron(&replayed).unwrap(), store.model("m").unwrap().ron);
}

#[test]
fn models_are_added_renamed_archived_and_removed() {
    let (_scratch, mut window) = window();
    window.edit(&set_weight("a", 1), false);
    let Window { mut store, revision, .. } = window;
    assert_eq!(said(store.add_model("m", "", NOW)), "store-model-exists");
    store.add_model("other", "(name: \"other\")", NOW + 1).unwrap();
    assert_eq!(said(store.rename_model("m", revision, "other", "", NOW)), "store-model-exists");
    assert_eq!(store.rename_model("m", revision, "l", "ron", NOW + 2).unwrap(), Saved::Done(revision + 1));
    store.archive_model("l", true).unwrap();
    let rows = store.models().unwrap();
    assert_eq!(
        rows.iter().map(|row| (row.name.as_str(), row.archived)).collect::<Vec<_>>(),
        [("l", true), ("other", false)]
    );
    assert_eq!((rows[0].created, rows[0].changed, rows[0].revision), (NOW, NOW + 2, revision + 1));
    store.add_version("l", revision + 1, "v", "why", NOW).unwrap();
    store.set_baseline("l", Some("v")).unwrap();
    store.remove_model("l").unwrap();
    assert_eq!(store.models().unwrap().len(), 1);
    assert_eq!(said(store.model("l")), "store-no-model");
    assert_eq!(said(store.history("l")), "store-no-model");
}

#[test]
fn a_deleted_model_comes_back_with_all_that_was_in_it() {
    let (scratch, mut window) = window();
    window.edit(&set_weight("a", 1), false);
    let Window { mut store, revision, .. } = window;
    store.add_version("m", revision, "v", "why", NOW).unwrap();
    store.set_baseline("m", Some("v")).unwrap();
    let before = (store.model("m").unwrap(), store.history("m").unwrap(), store.versions("m").unwrap());
    let handle = store.delete_model("m", NOW + 5).unwrap();
    assert_eq!(store.models().unwrap(), []);
    assert_eq!(said(store.model("m")), "store-no-model");
    assert_eq!(said(store.delete_model("m", NOW)), "store-no-model");
    // Its name is free, for others to be deleted in turn.
    store.add_model("m", "(name: \"m\")", NOW).unwrap();
    assert_eq!(said(store.restore_model(&handle, "m", &before.0.ron)), "store-model-exists");
    let second = store.delete_model("m", NOW + 6).unwrap();
    drop(store);
    let mut store = Store::open(&scratch.path(), NOW).unwrap();
    let deleted = store.deleted_models().unwrap();
    let told: Vec<_> = deleted.iter().map(|row| (row.handle.as_str(), row.name.as_str(), row.deleted)).collect();
    assert_eq!(told, [(second.as_str(), "m", NOW + 6), (handle.as_str(), "m", NOW + 5)]);
    store.restore_model(&handle, "m", &before.0.ron).unwrap();
    assert_eq!((store.model("m").unwrap(), store.history("m").unwrap(), store.versions("m").unwrap()), before);
    let row = &store.models().unwrap()[0];
    assert_eq!((row.name.as_str(), row.archived, row.baseline.as_deref()), ("m", false, Some("v")));
    assert_eq!(store.deleted_models().unwrap().len(), 1);
}

#[test]
fn versions_never_change_and_one_is_the_baseline() {
    let (_scratch, mut window) = window();
    let first = window.store.model("m").unwrap();
    assert_eq!(window.store.add_version("m", 1, "launch", "for the fair", NOW).unwrap(), Saved::Done(1));
    window.edit(&set_weight("a", 1), false);
    let store = &mut window.store;
    assert_eq!(said(store.add_version("m", 2, "launch", "", NOW)), "store-version-exists");
    assert_eq!(said(store.set_baseline("m", Some("nosuch"))), "store-no-version");
    store.set_baseline("m", Some("launch")).unwrap();
    assert_eq!(store.models().unwrap()[0].baseline.as_deref(), Some("launch"));
    let versions = store.versions("m").unwrap();
    assert_eq!(versions.len(), 1);
    assert_eq!((&versions[0].ron, versions[0].reason.as_str(), versions[0].at), (&first.ron, "for the fair", NOW));
    store.set_baseline("m", None).unwrap();
    assert_eq!(store.models().unwrap()[0].baseline, None);
}
