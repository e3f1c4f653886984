//! A model on its leads: the model, the data, what was worked out from both, and the history of edits.
//!
//! The one façade both fronts read, as plain values: a screen and a command see the same answers. Changes go through
//! [`Workbench::apply`], [`Workbench::undo`] and [`Workbench::redo`]; nothing here saves anything or knows a language.

mod alerts;
mod arrivals;
mod capacity;
mod checks;
mod choices;
mod clocks;
mod differ;
mod disputed;
mod excerpt;
mod inventory;
mod leads;
mod learned;
mod margins;
mod matrix;
mod own;
mod parts;
mod prepare;
mod questions;
mod ranking;
pub mod roles;
mod sample;
mod search;
pub mod shape;
pub mod sheet;
mod spread;
mod starter;
pub mod suggest;
pub mod tell;
pub mod tell_learned;
pub mod tell_review;
pub mod tell_suggest;
mod travel;
mod verdicts;
mod waiting;
mod zones;

use std::cell::OnceCell;
use std::cell::RefCell;
use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::engine::explain::Explanation;
use crate::engine::explain::Happening;
use crate::engine::explain::explain;
use crate::engine::explain::timeline;
use crate::engine::predicate::DataError;
use crate::engine::rank::Cut;
use crate::engine::rank::cut;
use crate::engine::rank::cut_as_laid;
use crate::engine::score::Scores;
use crate::model::Edit;
use crate::model::EditError;
use crate::model::Model;
use crate::model::Side;
use crate::model::check;
use crate::workbench::matrix::FoundSpread;
use crate::workbench::own::OwnEvents;
use crate::workbench::prepare::Prepared;
use crate::workbench::prepare::prepare;
use crate::workbench::prepare::same_fields;
use crate::workbench::prepare::same_leads;
use crate::workbench::ranking::Ranking;
use crate::workbench::verdicts::Sayings;

pub use arrivals::Watch;
pub use capacity::Capacity;
pub use capacity::Line;
pub use capacity::Load;
pub use capacity::Offer;
pub use checks::Check;
pub use checks::CheckKind;
pub use choices::EventPart;
pub use choices::FieldChoice;
pub use choices::values;
pub use differ::differences;
pub use differ::title;
pub use disputed::Disputed;
pub use inventory::INVENTORY_DAYS;
pub use inventory::Scoring;
pub use inventory::Stock;
pub use leads::LeadRow;
pub use leads::Listing;
pub use leads::Query;
pub use leads::Sort;
pub use leads::SortBy;
pub use leads::Within;
pub use leads::called_by_key;
pub use learned::Chance;
pub use learned::Prediction;
pub use learned::Silence;
pub use margins::BandMargin;
pub use margins::CutMargin;
pub use margins::WhatIf;
pub use matrix::BandShift;
pub use matrix::Cell;
pub use matrix::Matrix;
pub use questions::Questions;
pub use search::Found;
pub use search::Searcher;
pub use spread::Spread;
pub use starter::STARTER;
pub use starter::blank;
pub use starter::starter;
pub use travel::Move;
pub use travel::RECENT_WEEKS;
pub use travel::Stand;
pub use travel::Week;
pub use verdicts::Judged;
pub use waiting::Late;
pub use waiting::Waiting;
pub use waiting::ZoneWait;

/// Two edits of the same knob within this time are one step of undo.
const COALESCE_MS: i64 = 300;

/// A model on its leads.
pub struct Workbench {
    model: Model,
    /// The leads of the workspace, before the model makes its own of them.
    leads: Arc<Dataset>,
    /// The leads as the model reads them.
    data: Prepared,
    scores: Scores,
    /// How the rank order is cut, worked out when first asked for after a change; so is what follows below.
    cut: OnceCell<Arc<Cut>>,
    /// What the matrix shows its changes against.
    baseline: Past,
    history: History,
    /// The edit that was made last, and what it did.
    last_edit: Option<Edit>,
    effect: OnceCell<Effect>,
    /// What was before the newest step: what its effect is told against. None where there were other leads.
    before: Option<Past>,
    ranking: Ranking,
    /// Leads of the top and of the next group in each cell, worked out when first asked for after a change.
    shares: OnceCell<Vec<[u64; 2]>>,
    /// The spread of each axis before and after, likewise.
    spreads: [OnceCell<FoundSpread>; 2],
    /// What was found of them before the newest change.
    known_spreads: [Option<FoundSpread>; 2],
    searcher: RefCell<Option<Searcher>>,
    /// What was searched for last.
    found: RefCell<Option<Found>>,
    sayings: Sayings,
    /// The events of the lead that was looked at last.
    own_events: RefCell<Option<OwnEvents>>,
}

/// The leads under a model that was, to tell changes against.
struct Past {
    /// At rest.
    scores: Scores,
    /// Worked out when first asked for, like that of the present.
    cut: OnceCell<Arc<Cut>>,
}

impl Past {
    fn cut(&self) -> &Cut {
        self.cut.get_or_init(|| Arc::new(cut(self.model(), &self.scores)))
    }

    fn model(&self) -> &Model {
        self.scores.model()
    }

    /// Scores a baseline on the leads of a workspace. Without one, or when it would score other leads than the model does
    /// (companies, say), the model is its own baseline.
    fn baseline(base: Option<Model>, scores: &Scores, leads: &Arc<Dataset>) -> Past {
        let scores = match base {
            Some(base) if base != *scores.model() && same_leads(&base, scores.model()) => {
                let data = prepare(leads, &base, scores.as_of());
                scores.other(&base, &data.data).at_rest()
            }
            _ => scores.at_rest(),
        };
        Past { scores, cut: OnceCell::new() }
    }
}

/// The edits made, oldest first, and how many of them are in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    pub steps: Vec<Step>,
    pub position: usize,
}

/// An edit with the edit that undoes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub edit: Edit,
    pub inverse: Edit,
    /// When it was made, milliseconds; 0 for steps of an earlier run.
    pub at_ms: i64,
}

/// A change that was made and is to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// A new edit; `merged` when it continues the newest step.
    Edited {
        step: Step,
        merged: bool,
    },
    Undone {
        edit: Edit,
    },
    Redone {
        edit: Edit,
    },
}

/// What the last change did to the leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    pub edit: Edit,
    /// Leads that went to a higher band on one axis and to a lower one on none.
    pub up: usize,
    /// Leads that went to a lower band on one axis and to a higher one on none.
    pub down: usize,
    /// Leads that went up on one axis and down on the other.
    pub across: usize,
    /// Leads that came into the top group; as many left, unless the population changed.
    pub into_top: usize,
}

/// One criterion as a row of the workbench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionRow<'w> {
    pub side: Side,
    pub group: &'w crate::model::Group,
    pub criterion: &'w crate::model::Criterion,
    /// The weight in the baseline, 0 when off there; none if the baseline does not have the criterion.
    pub base_weight: Option<i64>,
    /// How many leads of the population it gives any points.
    pub touched: usize,
    pub problem: Option<&'w DataError>,
}

impl Workbench {
    /// Scores a model on leads at an instant. Without a baseline the model itself is the baseline.
    pub fn new(model: Model, baseline: Option<Model>, leads: Arc<Dataset>, as_of: i64) -> Workbench {
        let data = prepare(&leads, &model, as_of);
        let scores = Scores::new(&model, &data.data, as_of);
        let baseline = Past::baseline(baseline, &scores, &leads);
        Workbench {
            model,
            leads,
            data,
            scores,
            cut: OnceCell::new(),
            baseline,
            history: History::default(),
            last_edit: None,
            effect: OnceCell::new(),
            before: None,
            ranking: Ranking::default(),
            shares: OnceCell::new(),
            spreads: Default::default(),
            known_spreads: Default::default(),
            searcher: RefCell::default(),
            found: RefCell::default(),
            sayings: Sayings::default(),
            own_events: RefCell::default(),
        }
    }

    /// The same workbench with the edits of earlier runs, so that they can be undone.
    #[must_use]
    pub fn with_history(mut self, history: History) -> Workbench {
        self.history = history;
        self
    }

    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Returns the leads as the model reads them: companies where it scores companies, with the fields it derives and has
    /// learned.
    pub fn data(&self) -> &Arc<Dataset> {
        &self.data.data
    }

    /// Returns the leads of the workspace, before the model makes its own of them.
    pub fn leads(&self) -> &Arc<Dataset> {
        &self.leads
    }

    /// Returns why fields that the model derives, or by which it makes companies, cannot be read against these leads.
    pub fn field_problems(&self) -> &[(String, DataError)] {
        &self.data.problems
    }

    pub fn scores(&self) -> &Scores {
        &self.scores
    }

    pub fn cut(&self) -> &Cut {
        self.cut.get_or_init(|| Arc::new(cut_as_laid(&self.model, &self.scores, self.lay())))
    }

    pub fn as_of(&self) -> i64 {
        self.scores.as_of()
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    pub fn baseline(&self) -> &Model {
        self.baseline.model()
    }

    /// What the last change did.
    pub fn effect(&self) -> Option<&Effect> {
        let edit = self.last_edit.as_ref()?;
        Some(self.effect.get_or_init(|| {
            // Other leads: nobody came from anywhere.
            let none = Effect { edit: edit.clone(), up: 0, down: 0, across: 0, into_top: 0 };
            let before = self.before.as_ref();
            before.map_or(none, |before| matrix::effect(edit.clone(), before, (&self.model, &self.scores), self.cut()))
        }))
    }

    /// Makes an edit. A held key's edits of one knob are one step of undo.
    pub fn apply(&mut self, edit: Edit, at_ms: i64) -> Result<Done, EditError> {
        let mut model = self.model.clone();
        let inverse = edit.clone().apply(&mut model)?;
        if model == self.model {
            return Err(EditError::NoChange);
        }
        if let Some(fault) = check(&model).into_iter().next() {
            return Err(EditError::Fault(Box::new(fault.text)));
        }
        let mut step = Step { edit, inverse, at_ms };
        let newest = self.history.position.checked_sub(1).map(|newest| &self.history.steps[newest]);
        let merged = newest.is_some_and(|newest| {
            self.history.position == self.history.steps.len()
                && newest.edit.same_knob(&step.edit)
                && (0..COALESCE_MS).contains(&(at_ms - newest.at_ms))
        });
        self.history.steps.truncate(self.history.position);
        if merged {
            let newest = self.history.steps.pop().expect("a merged step has one to merge with");
            step.inverse = newest.inverse;
            self.history.position -= 1;
        }
        self.history.steps.push(step.clone());
        self.history.position += 1;
        if !merged {
            self.note_places();
        }
        self.become_model(model, step.edit.clone());
        Ok(Done::Edited { step, merged })
    }

    /// Undoes the newest edit in force; none when there is nothing to undo.
    pub fn undo(&mut self) -> Option<Result<Done, EditError>> {
        let position = self.history.position.checked_sub(1)?;
        let edit = self.history.steps[position].inverse.clone();
        Some(self.replay(edit.clone(), position).map(|()| Done::Undone { edit }))
    }

    /// Makes the newest undone edit again; none when there is nothing to redo.
    pub fn redo(&mut self) -> Option<Result<Done, EditError>> {
        let edit = self.history.steps.get(self.history.position)?.edit.clone();
        Some(self.replay(edit.clone(), self.history.position + 1).map(|()| Done::Redone { edit }))
    }

    fn replay(&mut self, edit: Edit, position: usize) -> Result<(), EditError> {
        let mut model = self.model.clone();
        edit.clone().apply(&mut model)?;
        // The name is the workspace's business; an old edit may bring back an old one.
        model.name.clone_from(&self.model.name);
        self.history.position = position;
        self.note_places();
        self.become_model(model, edit);
        Ok(())
    }

    /// Takes over what another window made of the model.
    pub fn reload(&mut self, model: Model, history: History, baseline: Option<Model>) {
        self.history = history;
        self.note_places();
        self.become_model(model.clone(), Edit::Replace(Box::new(model)));
        if let Some(base) = baseline
            && base != *self.baseline.model()
        {
            self.baseline = Past::baseline(Some(base), &self.scores, &self.leads);
            self.forget_spreads();
        }
        self.last_edit = None;
    }

    /// Moves to another instant: everything is worked out again as of then. What was edited stays edited.
    pub fn set_as_of(&mut self, as_of: i64) {
        let base = self.baseline.model().clone();
        let history = std::mem::take(&mut self.history);
        // What was found goes before the same is found anew: both at once would take twice the memory.
        let nothing = || Scores::new(&Model::default(), &Dataset::default(), as_of);
        (self.scores, self.baseline.scores) = (nothing(), nothing());
        (self.before, self.ranking) = (None, Ranking::default());
        let mut moved = Workbench::new(self.model.clone(), Some(base), Arc::clone(&self.leads), as_of);
        moved.sayings = self.sayings.again();
        *self = moved.with_history(history);
    }

    /// Makes the present model the baseline.
    pub fn set_baseline(&mut self) {
        self.baseline = Past::baseline(None, &self.scores, &self.leads);
        self.forget_spreads();
    }

    fn note_places(&mut self) {
        let scores = self.scores.at_rest();
        // The cut is all that its values would be asked for.
        let scores = if self.cut.get().is_some() { scores.without_values() } else { scores };
        self.before = Some(Past { scores, cut: self.cut.clone() });
    }

    fn become_model(&mut self, model: Model, edit: Edit) {
        let same_leads = same_leads(&self.model, &model);
        if same_leads && same_fields(&self.model, &model) {
            self.scores.update(&model, &self.data.data);
        } else {
            self.data = prepare(&self.leads, &model, self.as_of());
            if same_leads {
                self.scores.update(&model, &self.data.data);
            } else {
                self.scores = Scores::new(&model, &self.data.data, self.as_of());
            }
        }
        self.model = model;
        self.cut = OnceCell::new();
        self.last_edit = Some(edit);
        self.effect = OnceCell::new();
        if !same_leads {
            self.sayings = self.sayings.again();
            self.before = None;
            let base = self.baseline.model().clone();
            self.baseline = Past::baseline(Some(base), &self.scores, &self.leads);
            self.forget_spreads();
        }
        self.keep_spreads();
        self.ranking = Ranking::default();
        self.shares = OnceCell::new();
    }

    /// Returns the criteria in the order of the model, rows first.
    pub fn criteria(&self) -> Vec<CriterionRow<'_>> {
        self.model
            .criteria()
            .zip(self.scores.criteria())
            .map(|((side, group, criterion), found)| CriterionRow {
                side,
                group,
                criterion,
                base_weight: self.baseline.model().criterion(&criterion.name).map(|c| if c.on { c.weight } else { 0 }),
                touched: found.touched,
                problem: found.problem.as_ref(),
            })
            .collect()
    }

    /// Explains a lead's two values, point by point.
    pub fn explain(&self, lead: usize) -> Explanation {
        explain(&self.model, self.data(), &self.scores, (lead, &self.events_of(self.data(), lead)))
    }

    /// Returns a lead's events at or before as-of, newest first.
    pub fn timeline(&self, lead: usize) -> Vec<Happening> {
        timeline(self.data(), self.as_of(), &self.events_of(self.data(), lead))
    }
}
