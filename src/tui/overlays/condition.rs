//! One condition on one field: the field, what is asked of it, and the value or values; with how many leads meet it.

use tui_input::Input;

use crate::engine::predicate::DataError;
use crate::model::Criterion;
use crate::model::FieldType;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Test;
use crate::model::Value;
use crate::model::parse_millionths;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::rows::moved;
use crate::workbench::Workbench;

/// A condition being made, and where in the form below it goes.
pub struct ConditionForm {
    pub slot: Slot,
    pub field: Option<(String, FieldType)>,
    pub ask: Ask,
    pub values: Vec<Value>,
    pub text: Input,
    /// The second value of a range.
    pub text2: Input,
    pub row: usize,
    /// How many leads meet it; none while it is incomplete.
    pub met: Option<Result<usize, DataError>>,
}

/// Where the condition goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The condition of a match with this index; one past the last adds one.
    Condition(usize),
    /// The tier with this index; one past the last adds one.
    Tier(usize),
    Scope,
    /// The row under the cursor of a form of rows.
    Sheet,
}

/// What is asked of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    OneOf,
    NoneOf,
    Contains,
    StartsWith,
    AtLeast,
    AtMost,
    Between,
    Before,
    After,
    InLast,
    Yes,
    No,
    Known,
    Unknown,
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Field,
    Ask,
    Values,
    Text,
    Text2,
    Save,
}

impl Ask {
    /// Returns what can be asked of a field of that type, the usual first.
    pub fn of(kind: FieldType) -> &'static [Ask] {
        match kind {
            FieldType::Text => &[Ask::OneOf, Ask::NoneOf, Ask::Contains, Ask::StartsWith, Ask::Known, Ask::Unknown],
            FieldType::Whole | FieldType::Decimal => {
                &[Ask::AtLeast, Ask::AtMost, Ask::Between, Ask::OneOf, Ask::Known, Ask::Unknown]
            }
            FieldType::Date => &[Ask::InLast, Ask::Before, Ask::After, Ask::Between, Ask::Known, Ask::Unknown],
            FieldType::YesNo => &[Ask::Yes, Ask::No, Ask::Known, Ask::Unknown],
        }
    }

    pub fn name(self) -> Msg {
        match self {
            Ask::OneOf => msg!("tui-ask-one-of"),
            Ask::NoneOf => msg!("tui-ask-none-of"),
            Ask::Contains => msg!("tui-ask-contains"),
            Ask::StartsWith => msg!("tui-ask-starts-with"),
            Ask::AtLeast => msg!("tui-ask-at-least"),
            Ask::AtMost => msg!("tui-ask-at-most"),
            Ask::Between => msg!("tui-ask-between"),
            Ask::Before => msg!("tui-ask-before"),
            Ask::After => msg!("tui-ask-after"),
            Ask::InLast => msg!("tui-ask-in-last"),
            Ask::Yes => msg!("tui-ask-yes"),
            Ask::No => msg!("tui-ask-no"),
            Ask::Known => msg!("tui-ask-known"),
            Ask::Unknown => msg!("tui-ask-unknown"),
        }
    }
}

impl ConditionForm {
    /// A condition to be made from nothing.
    pub fn blank(slot: Slot) -> ConditionForm {
        ConditionForm {
            slot,
            field: None,
            ask: Ask::OneOf,
            values: Vec::new(),
            text: Input::default(),
            text2: Input::default(),
            row: 0,
            met: None,
        }
    }

    /// A condition to be changed; none if it is more than one test on one field.
    pub fn of(slot: Slot, predicate: &Predicate, bench: &Workbench) -> Option<ConditionForm> {
        let mut form = ConditionForm::blank(slot);
        let (name, test, negated) = match predicate {
            Predicate::Axis(..) => todo!(),
            Predicate::Field(name, test) => (name, test, false),
            Predicate::Not(part) => match &**part {
                Predicate::Field(name, test @ (Test::Is(_) | Test::OneOf(_))) => (name, test, true),
                _ => return None,
            },
            Predicate::All(_) | Predicate::Any(_) => return None,
        };
        let kind = bench.data().field(name).map_or(FieldType::Text, |field| field.kind);
        form.field = Some((name.clone(), kind));
        let text = |value: &Value| Input::new(value.to_string());
        let many = if negated { Ask::NoneOf } else { Ask::OneOf };
        form.ask = match test {
            Test::MoreThan(_) | Test::LessThan(_) => todo!(),
            Test::Is(Value::YesNo(true)) => Ask::Yes,
            Test::Is(Value::YesNo(false)) => Ask::No,
            Test::Is(value) => {
                form.values = vec![value.clone()];
                many
            }
            Test::OneOf(values) => {
                form.values.clone_from(values);
                many
            }
            Test::Contains(part) => {
                form.text = Input::new(part.clone());
                Ask::Contains
            }
            Test::StartsWith(part) => {
                form.text = Input::new(part.clone());
                Ask::StartsWith
            }
            Test::AtLeast(value) => {
                form.text = text(value);
                Ask::AtLeast
            }
            Test::AtMost(value) => {
                form.text = text(value);
                Ask::AtMost
            }
            Test::Between(lo, hi) => {
                (form.text, form.text2) = (text(lo), text(hi));
                Ask::Between
            }
            Test::Before(value) => {
                form.text = text(value);
                Ask::Before
            }
            Test::After(value) => {
                form.text = text(value);
                Ask::After
            }
            Test::InLast(days) => {
                form.text = Input::new(days.to_string());
                Ask::InLast
            }
            Test::Known => Ask::Known,
            Test::Unknown => Ask::Unknown,
        };
        form.row = 2;
        Some(form)
    }

    /// Returns the rows shown now.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Field, Row::Ask];
        match self.ask {
            Ask::OneOf | Ask::NoneOf => rows.push(Row::Values),
            Ask::Between => rows.extend([Row::Text, Row::Text2]),
            Ask::Yes | Ask::No | Ask::Known | Ask::Unknown => {}
            Ask::Contains | Ask::StartsWith | Ask::AtLeast | Ask::AtMost | Ask::Before | Ask::After | Ask::InLast => {
                rows.push(Row::Text);
            }
        }
        rows.push(Row::Save);
        rows
    }

    /// Returns the row under the cursor.
    pub fn current(&self) -> Row {
        let rows = self.rows();
        rows[self.row.min(rows.len() - 1)]
    }

    /// Returns the text field under the cursor.
    pub fn input(&self) -> Option<&Input> {
        match self.current() {
            Row::Text => Some(&self.text),
            Row::Text2 => Some(&self.text2),
            Row::Field | Row::Ask | Row::Values | Row::Save => None,
        }
    }

    pub(super) fn input_mut(&mut self) -> Option<&mut Input> {
        match self.current() {
            Row::Text => Some(&mut self.text),
            Row::Text2 => Some(&mut self.text2),
            Row::Field | Row::Ask | Row::Values | Row::Save => None,
        }
    }

    pub(super) fn set_field(&mut self, name: String, kind: FieldType) {
        if self.field.as_ref().is_none_or(|(_, old)| *old != kind) || !Ask::of(kind).contains(&self.ask) {
            self.ask = Ask::of(kind)[0];
        }
        self.values.clear();
        self.field = Some((name, kind));
        self.row = 2.min(self.rows().len() - 1);
    }

    pub(super) fn set_values(&mut self, values: Vec<Value>) {
        self.values = values;
        self.row = self.rows().len() - 1;
    }

    /// Returns the condition, none while something is missing or unreadable.
    pub fn predicate(&self) -> Option<Predicate> {
        let (name, kind) = self.field.as_ref()?;
        let one = || read(self.text.value(), *kind);
        let words = || Some(self.text.value().trim().to_owned()).filter(|text| !text.is_empty());
        let test = match self.ask {
            Ask::OneOf | Ask::NoneOf => match self.values.as_slice() {
                [] => return None,
                [value] => Test::Is(value.clone()),
                values => Test::OneOf(values.to_vec()),
            },
            Ask::Contains => Test::Contains(words()?),
            Ask::StartsWith => Test::StartsWith(words()?),
            Ask::AtLeast => Test::AtLeast(one()?),
            Ask::AtMost => Test::AtMost(one()?),
            Ask::Between => Test::Between(one()?, read(self.text2.value(), *kind)?),
            Ask::Before => Test::Before(one()?),
            Ask::After => Test::After(one()?),
            Ask::InLast => Test::InLast(self.text.value().trim().parse().ok().filter(|days| *days > 0)?),
            Ask::Yes => Test::Is(Value::YesNo(true)),
            Ask::No => Test::Is(Value::YesNo(false)),
            Ask::Known => Test::Known,
            Ask::Unknown => Test::Unknown,
        };
        let plain = Predicate::Field(name.clone(), test);
        Some(if self.ask == Ask::NoneOf { Predicate::Not(Box::new(plain)) } else { plain })
    }

    /// Says what is still missing in an incomplete condition.
    fn missing(&self) -> Msg {
        match (&self.field, self.ask) {
            (None, _) => msg!("tui-field-first"),
            (_, Ask::OneOf | Ask::NoneOf) => msg!("tui-values-first"),
            (Some((_, FieldType::Date)), _) => msg!("tui-date-unread", text = self.text.value()),
            (Some((_, FieldType::Whole | FieldType::Decimal)), _) => {
                msg!("tui-number-unread", text = self.text.value())
            }
            (Some(_), _) => msg!("tui-condition-incomplete"),
        }
    }

    pub(super) fn recount(&mut self, bench: &Workbench) {
        self.met = self.predicate().map(|when| {
            let rule = Rule::Match { when, otherwise: 0 };
            bench.would_touch(&Criterion::of(rule))
        });
    }
}

/// Reads a value as typed for a field of that type; a date as `2026-01-31` or `31/01/2026`.
fn read(text: &str, kind: FieldType) -> Option<Value> {
    let text = text.trim();
    match kind {
        FieldType::Whole => crate::tui::overlays::rows::whole(text).map(Value::Whole),
        FieldType::Decimal => {
            let plain: String = text.replace(',', ".").chars().filter(|c| !c.is_whitespace()).collect();
            parse_millionths(&plain).map(|(millionths, _)| Value::Decimal(millionths))
        }
        FieldType::Date => ["%Y-%m-%d", "%d/%m/%Y"]
            .iter()
            .find_map(|form| chrono::NaiveDate::parse_from_str(text, form).ok())
            .map(|day| Value::Text(day.format("%Y-%m-%d").to_string())),
        FieldType::Text | FieldType::YesNo => Some(Value::Text(text.to_owned())).filter(|_| !text.is_empty()),
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Condition(form)) = app.overlays.last_mut() else { return None };
    if let Some(row) = moved(action, form.row, form.rows().len()) {
        form.row = row;
        return Some(Vec::new());
    }
    match (action, form.current()) {
        (Action::MoveLeft | Action::MoveRight | Action::Toggle | Action::Accept, Row::Ask) => {
            if let Some((_, kind)) = &form.field {
                let asks = Ask::of(*kind);
                let now = asks.iter().position(|ask| *ask == form.ask).unwrap_or(0);
                let step = if action == Action::MoveLeft { asks.len() - 1 } else { 1 };
                form.ask = asks[(now + step) % asks.len()];
            }
            Some(Vec::new())
        }
        (Action::Accept | Action::Toggle | Action::MoveRight, Row::Field) => {
            let list = Choosing::fields(app, false)?;
            app.overlays.push(Overlay::Choosing(list));
            Some(Vec::new())
        }
        (Action::Accept | Action::Toggle | Action::MoveRight, Row::Values) => {
            let Some((field, _)) = form.field.clone() else {
                app.tell(Tone::Plain, msg!("tui-field-first"));
                return Some(Vec::new());
            };
            let chosen = form.values.clone();
            let list = Choosing::values(app, &field, &chosen)?;
            app.overlays.push(Overlay::Choosing(list));
            Some(Vec::new())
        }
        (Action::Accept, Row::Text | Row::Text2) => {
            form.row += 1;
            Some(Vec::new())
        }
        (Action::Accept | Action::Toggle, Row::Save) => {
            let Some(predicate) = form.predicate() else {
                let missing = form.missing();
                app.tell(Tone::Bad, missing);
                return Some(Vec::new());
            };
            let slot = form.slot;
            app.overlays.pop();
            match app.overlays.last_mut() {
                Some(Overlay::Form(form)) => form.set_condition(slot, predicate),
                Some(Overlay::Sheet(sheet)) => sheet.set_condition(predicate),
                _ => {}
            }
            Some(Vec::new())
        }
        _ => None,
    }
}
