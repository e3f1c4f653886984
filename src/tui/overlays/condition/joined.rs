//! Conditions joined by all, any, none or not all: as a list that is edited, at any depth.

use crate::engine::predicate::DataError;
use crate::model::MAX_DEPTH;
use crate::model::Predicate;
use crate::model::Test;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition;
use crate::tui::overlays::condition::Question;
use crate::tui::overlays::rows::moved;
use crate::workbench::Workbench;

/// How the parts of a condition are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joiner {
    All,
    Any,
    None,
    NotAll,
}

impl Joiner {
    pub const ALL: [Joiner; 4] = [Joiner::All, Joiner::Any, Joiner::None, Joiner::NotAll];

    pub fn name(self) -> Msg {
        match self {
            Joiner::All => msg!("tui-join-all"),
            Joiner::Any => msg!("tui-join-any"),
            Joiner::None => msg!("form-join-none"),
            Joiner::NotAll => msg!("form-join-not-all"),
        }
    }

    /// Returns the next joiner, or the one before.
    #[must_use]
    pub fn turned(self, back: bool) -> Joiner {
        let now = Joiner::ALL.iter().position(|joiner| *joiner == self).unwrap_or(0);
        Joiner::ALL[(now + if back { Joiner::ALL.len() - 1 } else { 1 }) % Joiner::ALL.len()]
    }
}

/// A condition as a list of parts. Without parts it holds for everyone, however they would be joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    pub joiner: Joiner,
    pub parts: Vec<Predicate>,
}

impl Joined {
    /// Takes a condition apart; one test alone is a list of one.
    pub fn of(predicate: &Predicate) -> Joined {
        let (joiner, parts) = match predicate {
            Predicate::All(parts) => (Joiner::All, parts.clone()),
            Predicate::Any(parts) => (Joiner::Any, parts.clone()),
            Predicate::Axis(side, Test::OneOf(values)) => {
                (Joiner::Any, values.iter().map(|value| Predicate::Axis(*side, Test::Is(value.clone()))).collect())
            }
            Predicate::Not(part) if !is_one_test(predicate) => match &**part {
                Predicate::Any(parts) => (Joiner::None, parts.clone()),
                Predicate::All(parts) if parts.len() > 1 => (Joiner::NotAll, parts.clone()),
                part => (Joiner::None, vec![part.clone()]),
            },
            Predicate::Not(_) | Predicate::Field(..) | Predicate::Axis(..) => (Joiner::All, vec![predicate.clone()]),
        };
        Joined { joiner, parts }
    }

    /// Returns the condition.
    pub fn predicate(&self) -> Predicate {
        let parts = || self.parts.clone();
        match (self.joiner, self.parts.as_slice()) {
            (_, []) => Predicate::everyone(),
            (Joiner::All | Joiner::Any, [one]) => one.clone(),
            (Joiner::None | Joiner::NotAll, [one]) => Predicate::Not(Box::new(one.clone())),
            (Joiner::All, _) => Predicate::All(parts()),
            (Joiner::Any, _) => Predicate::Any(parts()),
            (Joiner::None, _) => Predicate::Not(Box::new(Predicate::Any(parts()))),
            (Joiner::NotAll, _) => Predicate::Not(Box::new(Predicate::All(parts()))),
        }
    }

    /// Puts a part in place of the one at an index, or after the last; one that holds for everyone is left out.
    pub fn put(&mut self, at: usize, part: Predicate) {
        let there = at < self.parts.len();
        match (there, part.is_everyone()) {
            (true, true) => drop(self.parts.remove(at)),
            (true, false) => self.parts[at] = part,
            (false, true) => {}
            (false, false) => self.parts.push(part),
        }
    }

    /// Moves a part one place; returns where it stands then.
    pub fn reorder(&mut self, at: usize, up: bool) -> usize {
        let to = if up { at.saturating_sub(1) } else { (at + 1).min(self.parts.len().saturating_sub(1)) };
        if at < self.parts.len() {
            self.parts.swap(at, to);
        }
        to
    }
}

/// Whether a condition is one test, which the form of one condition shows whole.
pub fn is_one_test(predicate: &Predicate) -> bool {
    match predicate {
        Predicate::Field(..) => true,
        Predicate::Axis(_, test) => !matches!(test, Test::OneOf(_)),
        Predicate::Not(part) => {
            matches!(&**part, Predicate::Field(_, Test::Is(value)) if !matches!(value, crate::model::Value::YesNo(_)))
                || matches!(&**part, Predicate::Field(_, Test::OneOf(_)))
        }
        Predicate::All(_) | Predicate::Any(_) => false,
    }
}

/// The list of the parts of a condition being made.
pub struct JoinedForm {
    pub question: Question,
    pub joined: Joined,
    pub row: usize,
    /// How many lists this one stands in.
    pub depth: usize,
    /// How many leads meet each part.
    pub each: Vec<Option<usize>>,
    /// How many leads meet the whole.
    pub met: Option<Result<usize, DataError>>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Joiner,
    Part(usize),
    AddTest,
    AddGroup,
    Save,
}

impl JoinedForm {
    pub(super) fn new(question: Question, joined: Joined, depth: usize) -> JoinedForm {
        JoinedForm { question, joined, row: 1, depth, each: Vec::new(), met: None }
    }

    /// Returns the rows shown now.
    pub fn rows(&self) -> Vec<Row> {
        let parts = (0..self.joined.parts.len()).map(Row::Part);
        std::iter::once(Row::Joiner).chain(parts).chain([Row::AddTest, Row::AddGroup, Row::Save]).collect()
    }

    /// Returns the row under the cursor.
    pub fn current(&self) -> Row {
        let rows = self.rows();
        rows[self.row.min(rows.len() - 1)]
    }

    pub(in crate::tui::overlays) fn recount(&mut self, bench: &Workbench) {
        self.each = self.joined.parts.iter().map(|part| bench.would_meet(part).ok()).collect();
        self.met = Some(bench.would_meet(&self.joined.predicate()));
    }
}

pub(in crate::tui::overlays) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Conditions(form)) = app.overlays.last_mut() else { return None };
    let rows = form.rows();
    if let Some(row) = moved(action, form.row.min(rows.len() - 1), rows.len()) {
        form.row = row;
        return Some(Vec::new());
    }
    let opens = matches!(action, Action::Accept | Action::Toggle | Action::MoveRight);
    match (action, form.current()) {
        (_, Row::Joiner) if opens || action == Action::MoveLeft => {
            form.joined.joiner = form.joined.joiner.turned(action == Action::MoveLeft);
        }
        (Action::Delete, Row::Part(part)) => {
            form.joined.parts.remove(part);
        }
        (Action::ReorderUp | Action::ReorderDown, Row::Part(part)) => {
            form.row = 1 + form.joined.reorder(part, action == Action::ReorderUp);
        }
        (Action::New, Row::Part(_)) => {
            let question = inner(&form.question, form.joined.parts.len());
            return Some(condition::edit(app, &Predicate::everyone(), question));
        }
        (_, Row::Part(_) | Row::AddTest) if opens => {
            let at = if let Row::Part(part) = form.current() { part } else { form.joined.parts.len() };
            let now = form.joined.parts.get(at).cloned().unwrap_or_default();
            let question = inner(&form.question, at);
            return Some(condition::edit(app, &now, question));
        }
        (_, Row::AddGroup) if opens => {
            if form.depth + 3 > MAX_DEPTH {
                app.tell(Tone::Bad, msg!("model-too-deep", limit = MAX_DEPTH));
                return Some(Vec::new());
            }
            let question = inner(&form.question, form.joined.parts.len());
            return Some(condition::edit_group(app, question));
        }
        (Action::Accept | Action::Toggle, Row::Save) | (Action::SaveForm, _) => {
            let (predicate, question) = (form.joined.predicate(), form.question.clone());
            app.overlays.pop();
            return Some((question.taken)(app, question.at, predicate));
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn inner(question: &Question, at: usize) -> Question {
    Question { at, taken: take_part, ..question.clone() }
}

/// Takes a part into the list that is open.
fn take_part(app: &mut App, at: usize, part: Predicate) -> Vec<Effect> {
    if let Some(Overlay::Conditions(form)) = app.overlays.last_mut() {
        form.joined.put(at, part);
        form.row = (at + 2).min(form.rows().len() - 1);
    }
    Vec::new()
}
