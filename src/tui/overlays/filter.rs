//! Which events count: kinds, and tests of what else an event says. Whoever wants a filter asks with [`edit`] and is handed it.

use crate::engine::predicate::DataError;
use crate::model::Criterion;
use crate::model::Filter;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Test;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition::ConditionForm;
use crate::tui::overlays::condition::Question;
use crate::tui::overlays::condition::ask::Subject;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::rows::moved;
use crate::workbench::EventPart;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// What is done with a filter once it is taken: the number of the question, and the filter. What asked is the innermost
/// overlay again by then, if it was an overlay.
pub type Taken = fn(app: &mut App, at: usize, filter: Filter) -> Vec<Effect>;

/// A filter being made.
pub struct FilterForm {
    pub title: Msg,
    at: usize,
    taken: Taken,
    pub filter: Filter,
    pub row: usize,
    /// How many leads have such an event.
    pub touched: Option<Result<usize, DataError>>,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Kinds,
    Part(EventPart),
    Save,
}

/// The rows of the form.
pub const ROWS: [Row; 6] = [
    Row::Kinds,
    Row::Part(EventPart::ALL[0]),
    Row::Part(EventPart::ALL[1]),
    Row::Part(EventPart::ALL[2]),
    Row::Part(EventPart::ALL[3]),
    Row::Save,
];

/// Opens the editor of a filter over what is open. When the person takes the filter, the editor closes and `taken` is
/// called with `at`; when they leave, nothing is.
pub fn edit(app: &mut App, filter: &Filter, title: Msg, at: usize, taken: Taken) -> Vec<Effect> {
    let row = usize::from(!filter.kinds.is_empty());
    let form = FilterForm { title, at, taken, filter: filter.clone(), row, touched: None };
    super::open(app, Overlay::Filter(form))
}

/// Returns the test of a part.
pub fn test(filter: &Filter, part: EventPart) -> Option<&Test> {
    match part {
        EventPart::Channel => filter.channel.as_ref(),
        EventPart::Asset => filter.asset.as_ref(),
        EventPart::Campaign => filter.campaign.as_ref(),
        EventPart::Value => filter.value.as_ref(),
    }
}

fn set_test(filter: &mut Filter, part: EventPart, test: Option<Test>) {
    *match part {
        EventPart::Channel => &mut filter.channel,
        EventPart::Asset => &mut filter.asset,
        EventPart::Campaign => &mut filter.campaign,
        EventPart::Value => &mut filter.value,
    } = test;
}

impl FilterForm {
    pub(super) fn set_kinds(&mut self, kinds: Vec<String>) {
        self.filter.kinds = kinds;
        self.row = 1;
    }

    pub(super) fn recount(&mut self, bench: &Workbench) {
        let rule = Rule::Activity { filter: self.filter.clone(), within: None, repeat: Repeat::Once, decay: None };
        self.touched = Some(bench.would_touch(&Criterion::of(rule)));
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Filter(form)) = app.overlays.last_mut() else { return None };
    if let Some(row) = moved(action, form.row, ROWS.len()) {
        form.row = row;
        return Some(Vec::new());
    }
    let opens = matches!(action, Action::Accept | Action::Toggle | Action::MoveRight);
    match (action, ROWS[form.row]) {
        (_, Row::Kinds) if opens => {
            let kinds = form.filter.kinds.clone();
            app.overlays.extend(Choosing::kinds(app, &kinds).map(Overlay::Choosing));
        }
        (Action::Delete, Row::Kinds) => form.filter.kinds.clear(),
        (Action::Delete, Row::Part(part)) => set_test(&mut form.filter, part, None),
        (_, Row::Part(part)) if opens => {
            let at = EventPart::ALL.iter().position(|known| *known == part).unwrap_or(0);
            let question = Question { title: tell::event_part(part), axes: false, at, taken: take_part };
            let condition = ConditionForm::on(question, Subject::Part(part), test(&form.filter, part));
            app.overlays.push(Overlay::Condition(condition));
        }
        (Action::Accept | Action::Toggle, Row::Save) | (Action::SaveForm, _) => {
            let (filter, at, taken) = (form.filter.clone(), form.at, form.taken);
            app.overlays.pop();
            return Some(taken(app, at, filter));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Takes the test of a part, which comes as a condition on a field.
fn take_part(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect> {
    if let (Some(Overlay::Filter(form)), Predicate::Field(_, test)) = (app.overlays.last_mut(), predicate) {
        set_test(&mut form.filter, EventPart::ALL[at], Some(test));
        form.row = (form.row + 1).min(ROWS.len() - 1);
    }
    Vec::new()
}
