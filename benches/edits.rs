//! The edits of the benchmark: every knob of the workbench, each timed up to the counts of the matrix.
//!
//! An edit is made on the same model each time and undone, unmeasured. Never here: what else a person looks at.

use std::hint::black_box;
use std::time::Duration;
use std::time::Instant;

use quadrille::model::Criterion;
use quadrille::model::Decay;
use quadrille::model::Degradation;
use quadrille::model::Edit;
use quadrille::model::Filter;
use quadrille::model::Gate;
use quadrille::model::Idle;
use quadrille::model::Model;
use quadrille::model::Part;
use quadrille::model::Predicate;
use quadrille::model::Repeat;
use quadrille::model::Rule;
use quadrille::model::Side;
use quadrille::model::Take;
use quadrille::model::Test;
use quadrille::model::Value;
use quadrille::model::Window;
use quadrille::model::Words;
use quadrille::workbench::Workbench;

/// What makes an edit of the model as it is.
pub(crate) type Knob = fn(&Model) -> Vec<Edit>;

/// Every knob, with its name.
pub(crate) const KNOBS: [(&str, Knob); 20] = [
    ("weight of an activity rule", |_| weight()),
    ("weight of a profile rule", |_| profile_weight()),
    ("weight of the decayed rule", |_| set_weight("pages", 5)),
    ("rule off", |_| vec![Edit::SetOn { criterion: "form".to_owned(), on: false }]),
    ("share of a profile rule", |model| {
        changed(model, "sector", |criterion| {
            if let Rule::Match { otherwise, .. } = &mut criterion.rule {
                *otherwise = -50;
            }
        })
    }),
    ("edge of a band", |_| band()),
    ("bound of a group", |_| {
        vec![Edit::SetCaps { side: Side::Columns, group: "activity".to_owned(), min: None, max: Some(200) }]
    }),
    ("at most so often", |model| activity(model, "pricing", |_, repeat, _| *repeat = Repeat::Each(6))),
    ("window", |model| activity(model, "download", |within, _, _| *within = Some(Window::Days(60)))),
    ("decay", |model| activity(model, "pages", |_, _, decay| *decay = Some(Decay::HalfLife(45)))),
    ("scope", |model| {
        changed(model, "click", |criterion| criterion.scope = field("country", Test::Is(Value::Text("FR".to_owned()))))
    }),
    ("gate", |_| {
        let pass = Predicate::Axis(Side::Rows, Test::MoreThan(Value::Whole(20)));
        let gate = Gate { name: "profile".to_owned(), title: Words::None, pass, zone: "nurture".to_owned() };
        vec![Edit::Set(vec![Part::Gates(vec![gate])])]
    }),
    ("map in force", |_| vec![Edit::SetMap { map: "reality".to_owned() }]),
    ("penalty for inactivity", |model| {
        let mut axis = model.columns.clone();
        axis.degradations = vec![Degradation::Inactive(vec![Idle { days: 60, take: Take::Points(30) }])];
        vec![Edit::Set(vec![Part::Axis(Side::Columns, Box::new(axis))])]
    }),
    ("population", |_| {
        let clients = field("company_type", Test::Is(Value::Text("school".to_owned())));
        vec![Edit::Set(vec![Part::Population(Predicate::Not(Box::new(clients)))])]
    }),
    ("share of the top group", |_| vec![Edit::Set(vec![Part::TopShare(15)])]),
    ("new profile rule", |_| new_rules().into_iter().take(1).collect()),
    ("new activity rule", |_| new_rules().into_iter().skip(1).collect()),
    ("new profile rule and new activity rule", both_rules),
    ("rule deleted", |_| vec![Edit::Remove { criterion: "download".to_owned() }]),
];

pub(crate) fn set_weight(criterion: &str, weight: i64) -> Vec<Edit> {
    vec![Edit::SetWeight { criterion: criterion.to_owned(), weight }]
}

pub(crate) fn weight() -> Vec<Edit> {
    set_weight("pricing", 14)
}

pub(crate) fn profile_weight() -> Vec<Edit> {
    set_weight("marketing", 16)
}

pub(crate) fn band() -> Vec<Edit> {
    vec![Edit::SetBand { side: Side::Columns, band: "hot".to_owned(), from: 110 }]
}

pub(crate) fn new_rules() -> Vec<Edit> {
    let country = field("country", Test::Is(Value::Text("DE".to_owned())));
    let downloads = Rule::Activity {
        filter: Filter::of_kinds(vec!["download".to_owned()]),
        within: Some(Window::Days(30)),
        repeat: Repeat::Each(3),
        decay: None,
    };
    let new = |side, group: &str, name: &str, weight, rule| {
        let criterion = Criterion { name: name.to_owned(), weight, ..Criterion::of(rule) };
        Edit::Insert { side, group: group.to_owned(), at: 0, criterion: Box::new(criterion) }
    };
    vec![
        new(Side::Rows, "profile", "new profile rule", 6, Rule::Match { when: country, otherwise: 0 }),
        new(Side::Columns, "activity", "new activity rule", 4, downloads),
    ]
}

/// Both new rules as one edit, to be answered by one matrix like a peer's one query.
pub(crate) fn both_rules(model: &Model) -> Vec<Edit> {
    let axis = |edit| {
        let Edit::Insert { side, group, at, criterion } = edit else { unreachable!("a new rule is put in") };
        let mut axis = model.axis(side).clone();
        let group = axis.groups.iter_mut().find(|known| known.name == group).expect("the workload has it");
        group.criteria.insert(at, *criterion);
        Part::Axis(side, Box::new(axis))
    };
    vec![Edit::Set(new_rules().into_iter().map(axis).collect())]
}

fn field(name: &str, test: Test) -> Predicate {
    Predicate::Field(name.to_owned(), test)
}

fn changed(model: &Model, name: &str, change: impl FnOnce(&mut Criterion)) -> Vec<Edit> {
    let mut to = model.criterion(name).expect("the workload has it").clone();
    change(&mut to);
    vec![Edit::SetCriterion { criterion: name.to_owned(), to: Box::new(to) }]
}

fn activity(
    model: &Model,
    name: &str,
    change: impl FnOnce(&mut Option<Window>, &mut Repeat, &mut Option<Decay>),
) -> Vec<Edit> {
    changed(model, name, |criterion| {
        if let Rule::Activity { within, repeat, decay, .. } = &mut criterion.rule {
            change(within, repeat, decay);
        }
    })
}

/// A workbench with edits made by hand: no two so soon after each other that they become one.
pub(crate) struct Hand {
    pub(crate) bench: Workbench,
    at_ms: i64,
}

impl Hand {
    pub(crate) fn on(bench: Workbench) -> Hand {
        Hand { bench, at_ms: 0 }
    }

    /// Makes edits, does what is said, and undoes them; returns how long the edits and what was said took.
    pub(crate) fn time(&mut self, edits: Vec<Edit>, then: impl FnOnce(&Workbench)) -> Duration {
        screen(&self.bench);
        let n = edits.len();
        let start = Instant::now();
        for edit in edits {
            self.at_ms += 1_000;
            self.bench.apply(edit, self.at_ms).expect("the edit can be made");
        }
        then(&self.bench);
        let took = start.elapsed();
        for _ in 0..n {
            self.bench.undo().expect("an edit was made").expect("it can be undone");
        }
        took
    }

    /// Times every knob up to the counts of the matrix.
    pub(crate) fn knobs(&mut self, runs: usize, mut put: impl FnMut(&str, Vec<Duration>)) {
        for (name, knob) in KNOBS {
            let time = |_| {
                let edits = knob(self.bench.model());
                self.time(edits, |bench| {
                    black_box(bench.scores().counts());
                })
            };
            put(name, (0..runs).map(time).collect());
        }
    }
}

/// Works out all that the workbench's screen shows.
pub(crate) fn screen(bench: &Workbench) {
    black_box((bench.matrix(), bench.cut(), bench.effect(), bench.handed_over(), bench.came_into_top()));
    for side in Side::BOTH {
        black_box((bench.shifts(side), bench.spread(side)));
    }
    black_box(bench.criteria());
}
