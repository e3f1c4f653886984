//! Making and changing a condition: one test in a form, several in a list, at any depth. Whoever wants a condition asks with
//! [`edit`] and is handed the result; never here: what it is for.

pub mod ask;
pub mod joined;

use crate::engine::predicate::DataError;
use crate::model::FieldType;
use crate::model::Predicate;
use crate::model::Test;
use crate::model::Value;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition::ask::Answer;
use crate::tui::overlays::condition::ask::Ask;
use crate::tui::overlays::condition::ask::Subject;
use crate::tui::overlays::condition::joined::Joined;
use crate::tui::overlays::condition::joined::JoinedForm;
use crate::tui::overlays::condition::joined::Joiner;
use crate::tui::overlays::condition::joined::is_one_test;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::rows::moved;
use crate::workbench::Workbench;

/// What is done with a condition once it is taken: the number of the question, and the condition. What asked is the
/// innermost overlay again by then, if it was an overlay; a condition that holds for everyone means "none".
pub type Taken = fn(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect>;

/// What a condition is for, and who takes it.
#[derive(Clone, Debug)]
pub struct Question {
    /// The title of the form, such as "Only for" or "Passes".
    pub title: Msg,
    /// Whether the lead's values on the two axes can be tested too, as gates do.
    pub axes: bool,
    /// Any number: handed back with the condition, to know which gate, case or tier it was.
    pub at: usize,
    pub taken: Taken,
}

/// Opens the editor of a condition over what is open. Everyone is a condition to be made: it begins with a list of fields.
/// When the person takes the condition, the editor closes and `question.taken` is called; when they leave, nothing is.
///
/// ```ignore
/// condition::edit(app, &gate.pass, Question { title: msg!("parts-gate-pass"), axes: true, at: index, taken: set_pass })
///
/// fn set_pass(app: &mut App, at: usize, pass: Predicate) -> Vec<Effect> {
///     let Some(Overlay::Gates(form)) = app.overlays.last_mut() else { return Vec::new() };
///     form.gates[at].pass = pass;
///     Vec::new()
/// }
/// ```
pub fn edit(app: &mut App, now: &Predicate, question: Question) -> Vec<Effect> {
    let depth = depth(app);
    let Some(bench) = &app.bench else { return Vec::new() };
    if now.is_everyone() {
        let axes = question.axes;
        app.overlays.push(Overlay::Condition(ConditionForm::blank(question)));
        // A condition begins with its field: ask for it at once.
        app.overlays.extend(Choosing::subjects(app, axes).map(Overlay::Choosing));
    } else if is_one_test(now) {
        let form = ConditionForm::of(question, now, bench);
        app.overlays.push(Overlay::Condition(form));
    } else {
        app.overlays.push(Overlay::Conditions(JoinedForm::new(question, Joined::of(now), depth)));
    }
    super::recount(app);
    Vec::new()
}

/// Opens the editor of a condition with several parts, none yet.
pub fn edit_group(app: &mut App, question: Question) -> Vec<Effect> {
    let joined = Joined { joiner: other_joiner(app), parts: Vec::new() };
    let form = JoinedForm::new(question, joined, depth(app));
    super::open(app, Overlay::Conditions(form))
}

fn depth(app: &App) -> usize {
    app.overlays.iter().filter(|overlay| matches!(overlay, Overlay::Conditions(_))).count()
}

/// Within "all" a list most likely wants "any", and the other way round.
fn other_joiner(app: &App) -> Joiner {
    let around = app.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Conditions(form) => Some(form.joined.joiner),
        Overlay::Form(form) => Some(form.when.joiner),
        _ => None,
    });
    if around == Some(Joiner::All) { Joiner::Any } else { Joiner::All }
}

/// One condition being made.
pub struct ConditionForm {
    pub question: Question,
    pub subject: Option<Subject>,
    pub ask: Ask,
    pub answer: Answer,
    pub row: usize,
    /// Whether it was to be taken before it was whole: from then on what is missing is told.
    pub tried: bool,
    /// How many leads meet it; none while it is incomplete.
    pub met: Option<Result<usize, DataError>>,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Subject,
    Ask,
    Values,
    Text,
    Text2,
    /// Makes a list of it, to add another condition.
    Join,
    Save,
}

impl ConditionForm {
    fn blank(question: Question) -> ConditionForm {
        ConditionForm {
            question,
            subject: None,
            ask: Ask::OneOf,
            answer: Answer::default(),
            row: 0,
            tried: false,
            met: None,
        }
    }

    /// The form of a test on a subject that stays.
    pub(super) fn on(question: Question, subject: Subject, test: Option<&Test>) -> ConditionForm {
        let mut form = ConditionForm::blank(question);
        form.ask = subject.asks()[0];
        if let Some(test) = test {
            (form.ask, form.answer) = Answer::of(test, &subject);
        }
        form.subject = Some(subject);
        form.row = 1;
        form
    }

    fn of(question: Question, predicate: &Predicate, bench: &Workbench) -> ConditionForm {
        let (negated, plain) = match predicate {
            Predicate::Not(part) => (true, &**part),
            plain => (false, plain),
        };
        let (subject, test) = match plain {
            Predicate::Axis(side, test) => (Subject::Axis(*side), test),
            Predicate::Field(name, test) => {
                let kind = bench.data().field(name).map_or(FieldType::Text, |field| field.kind);
                (Subject::Field(name.clone(), kind), test)
            }
            Predicate::All(_) | Predicate::Any(_) | Predicate::Not(_) => return ConditionForm::blank(question),
        };
        let mut form = ConditionForm::on(question, subject, Some(test));
        if negated {
            form.ask = Ask::NoneOf;
        }
        form.row = 2;
        form
    }

    /// Returns the rows shown now.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Subject, Row::Ask];
        match self.ask {
            Ask::OneOf | Ask::NoneOf => rows.push(Row::Values),
            Ask::Between => rows.extend([Row::Text, Row::Text2]),
            Ask::Yes | Ask::No | Ask::Known | Ask::Unknown => {}
            Ask::Contains
            | Ask::StartsWith
            | Ask::AtLeast
            | Ask::MoreThan
            | Ask::AtMost
            | Ask::LessThan
            | Ask::Exactly
            | Ask::Before
            | Ask::After
            | Ask::InLast => rows.push(Row::Text),
        }
        rows.push(Row::Save);
        if !matches!(self.subject, Some(Subject::Part(_))) {
            rows.push(Row::Join);
        }
        rows
    }

    /// Returns the row under the cursor.
    pub fn current(&self) -> Row {
        let rows = self.rows();
        rows[self.row.min(rows.len() - 1)]
    }

    /// Returns whether the cursor stands in a text field.
    pub fn types(&self) -> bool {
        matches!(self.current(), Row::Text | Row::Text2)
    }

    pub(super) fn input_mut(&mut self) -> Option<&mut tui_input::Input> {
        match self.current() {
            Row::Text => Some(&mut self.answer.text),
            Row::Text2 => Some(&mut self.answer.text2),
            Row::Subject | Row::Ask | Row::Values | Row::Join | Row::Save => None,
        }
    }

    pub(super) fn set_subject(&mut self, subject: Subject) {
        let asks = subject.asks();
        if self.subject.as_ref().is_none_or(|old| old.kind() != subject.kind()) || !asks.contains(&self.ask) {
            self.ask = asks[0];
        }
        self.answer.values.clear();
        self.subject = Some(subject);
        self.row = 2.min(self.rows().len() - 1);
    }

    pub(super) fn set_values(&mut self, values: Vec<Value>) {
        self.answer.values = values;
        self.row = self.rows().iter().position(|row| *row == Row::Save).unwrap_or(0);
    }

    /// Returns the condition, none while something is missing or unreadable.
    pub fn predicate(&self) -> Option<Predicate> {
        let subject = self.subject.as_ref()?;
        let plain = subject.predicate(self.answer.test(self.ask, subject.kind())?);
        Some(if self.ask == Ask::NoneOf { Predicate::Not(Box::new(plain)) } else { plain })
    }

    /// Says what is wrong with what stands in a row, or missing there once the condition was to be taken.
    pub fn problem(&self, row: Row) -> Option<Msg> {
        if self.predicate().is_some() {
            return None;
        }
        let text = match (row, &self.subject) {
            (Row::Subject, None) if self.tried => return Some(msg!("tui-field-first")),
            (Row::Values, Some(_)) if self.tried => return Some(msg!("tui-values-first")),
            (Row::Text, Some(_)) => self.answer.text.value(),
            (Row::Text2, Some(_)) => self.answer.text2.value(),
            _ => return None,
        };
        let kind = self.subject.as_ref()?.kind();
        if text.trim().is_empty() && !self.tried || self.ask != Ask::InLast && ask::read(text, kind).is_some() {
            return None;
        }
        Some(match (self.ask, kind) {
            _ if text.trim().is_empty() => msg!("form-value-missing"),
            (Ask::InLast, _) => msg!("form-days-unread"),
            (_, FieldType::Date) => msg!("tui-date-unread", text = text),
            (_, FieldType::Whole | FieldType::Decimal) => msg!("tui-number-unread", text = text),
            (_, FieldType::Text | FieldType::YesNo) => msg!("tui-condition-incomplete"),
        })
    }

    pub(super) fn recount(&mut self, bench: &Workbench) {
        let counts = !matches!(self.subject, Some(Subject::Part(_)));
        self.met = self.predicate().filter(|_| counts).map(|when| bench.would_meet(&when));
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Condition(form)) = app.overlays.last_mut() else { return None };
    let n_rows = form.rows().len();
    if let Some(row) = moved(action, form.row.min(n_rows - 1), n_rows) {
        form.row = row;
        return Some(Vec::new());
    }
    let opens = matches!(action, Action::Accept | Action::Toggle | Action::MoveRight);
    match (action, form.current()) {
        (_, Row::Ask) if opens || action == Action::MoveLeft => {
            if let Some(subject) = &form.subject {
                let asks = subject.asks();
                let now = asks.iter().position(|ask| *ask == form.ask).unwrap_or(0);
                let step = if action == Action::MoveLeft { asks.len() - 1 } else { 1 };
                form.ask = asks[(now + step) % asks.len()];
            }
        }
        (_, Row::Subject) if opens && !matches!(form.subject, Some(Subject::Part(_))) => {
            let axes = form.question.axes;
            app.overlays.extend(Choosing::subjects(app, axes).map(Overlay::Choosing));
        }
        (_, Row::Values) if opens => {
            let Some(subject) = form.subject.clone() else {
                app.tell(Tone::Plain, msg!("tui-field-first"));
                return Some(Vec::new());
            };
            let chosen = form.answer.values.clone();
            app.overlays.extend(Choosing::values_of(app, &subject, &chosen).map(Overlay::Choosing));
        }
        (Action::Accept, Row::Text | Row::Text2) => form.row += 1,
        (Action::Accept | Action::Toggle, Row::Save) | (Action::SaveForm, _) => return Some(take(app, false)),
        (_, Row::Join) if opens => return Some(take(app, true)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Hands the condition over, or makes it the first of a list and asks for the second.
fn take(app: &mut App, join: bool) -> Vec<Effect> {
    let Some(Overlay::Condition(form)) = app.overlays.last_mut() else { return Vec::new() };
    let Some(predicate) = form.predicate() else {
        form.tried = true;
        let rows = form.rows();
        let wrong = rows.iter().position(|row| form.problem(*row).is_some()).unwrap_or(0);
        form.row = wrong;
        if let Some(why) = form.problem(rows[wrong]) {
            app.tell(Tone::Bad, why);
        }
        return Vec::new();
    };
    let question = form.question.clone();
    app.overlays.pop();
    if !join {
        return (question.taken)(app, question.at, predicate);
    }
    let joined = Joined { joiner: other_joiner(app), parts: vec![predicate] };
    let mut list = JoinedForm::new(question, joined, depth(app));
    list.row = 2;
    app.overlays.push(Overlay::Conditions(list));
    joined::act(app, Action::Accept).unwrap_or_default()
}
