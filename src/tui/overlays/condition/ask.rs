//! What one test is on and what it asks: subjects, the questions each can be asked, and their answers as people type them.

use tui_input::Input;

use crate::model::FieldType;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Test;
use crate::model::Value;
use crate::model::parse_millionths;
use crate::msg;
use crate::text::Msg;
use crate::tui::overlays::rows::whole;
use crate::workbench::EventPart;

/// What is tested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Field(String, FieldType),
    /// The lead's value on an axis.
    Axis(Side),
    /// A part of an event.
    Part(EventPart),
}

/// What is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    OneOf,
    NoneOf,
    Contains,
    StartsWith,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Between,
    /// A number typed, where there is no list to choose it from.
    Exactly,
    Before,
    After,
    InLast,
    Yes,
    No,
    Known,
    Unknown,
}

impl Subject {
    /// Returns the type of what is compared.
    pub fn kind(&self) -> FieldType {
        match self {
            Subject::Field(_, kind) => *kind,
            Subject::Axis(_) | Subject::Part(EventPart::Value) => FieldType::Whole,
            Subject::Part(EventPart::Channel | EventPart::Asset | EventPart::Campaign) => FieldType::Text,
        }
    }

    /// Returns what can be asked of it, the usual first.
    pub fn asks(&self) -> &'static [Ask] {
        match self {
            Subject::Field(_, FieldType::Text) => {
                &[Ask::OneOf, Ask::NoneOf, Ask::Contains, Ask::StartsWith, Ask::Known, Ask::Unknown]
            }
            Subject::Field(_, FieldType::Whole | FieldType::Decimal) => &[
                Ask::AtLeast,
                Ask::MoreThan,
                Ask::AtMost,
                Ask::LessThan,
                Ask::Between,
                Ask::OneOf,
                Ask::NoneOf,
                Ask::Known,
                Ask::Unknown,
            ],
            Subject::Field(_, FieldType::Date) => {
                &[Ask::InLast, Ask::Before, Ask::After, Ask::Between, Ask::Known, Ask::Unknown]
            }
            Subject::Field(_, FieldType::YesNo) => &[Ask::Yes, Ask::No, Ask::Known, Ask::Unknown],
            Subject::Axis(_) | Subject::Part(EventPart::Value) => {
                &[Ask::AtLeast, Ask::MoreThan, Ask::AtMost, Ask::LessThan, Ask::Between, Ask::Exactly]
            }
            Subject::Part(EventPart::Channel | EventPart::Asset | EventPart::Campaign) => {
                &[Ask::OneOf, Ask::Contains, Ask::StartsWith]
            }
        }
    }

    /// Returns the test on this subject as a condition. A part of an event has none of its own: it stands as a field.
    pub fn predicate(&self, test: Test) -> Predicate {
        match self {
            Subject::Field(name, _) => Predicate::Field(name.clone(), test),
            Subject::Axis(side) => Predicate::Axis(*side, test),
            Subject::Part(_) => Predicate::Field(String::new(), test),
        }
    }
}

impl Ask {
    pub fn name(self) -> Msg {
        match self {
            Ask::OneOf => msg!("tui-ask-one-of"),
            Ask::NoneOf => msg!("tui-ask-none-of"),
            Ask::Contains => msg!("tui-ask-contains"),
            Ask::StartsWith => msg!("tui-ask-starts-with"),
            Ask::AtLeast => msg!("tui-ask-at-least"),
            Ask::MoreThan => msg!("form-ask-more-than"),
            Ask::AtMost => msg!("tui-ask-at-most"),
            Ask::LessThan => msg!("form-ask-less-than"),
            Ask::Between => msg!("tui-ask-between"),
            Ask::Exactly => msg!("form-ask-exactly"),
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

/// An answer to a question: values chosen, or one or two typed.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub values: Vec<Value>,
    pub text: Input,
    /// The second value of a range.
    pub text2: Input,
}

impl Answer {
    /// Takes a test apart: the question and its answer.
    pub fn of(test: &Test, subject: &Subject) -> (Ask, Answer) {
        let typed = |text: String| Answer { text: Input::new(text), ..Answer::default() };
        let by_hand = matches!(subject, Subject::Axis(_) | Subject::Part(EventPart::Value));
        match test {
            Test::Is(Value::YesNo(true)) => (Ask::Yes, Answer::default()),
            Test::Is(Value::YesNo(false)) => (Ask::No, Answer::default()),
            Test::Is(value) if by_hand => (Ask::Exactly, typed(value.to_string())),
            Test::Is(value) => (Ask::OneOf, Answer { values: vec![value.clone()], ..Answer::default() }),
            Test::OneOf(values) => (Ask::OneOf, Answer { values: values.clone(), ..Answer::default() }),
            Test::Contains(part) => (Ask::Contains, typed(part.clone())),
            Test::StartsWith(part) => (Ask::StartsWith, typed(part.clone())),
            Test::AtLeast(value) => (Ask::AtLeast, typed(value.to_string())),
            Test::MoreThan(value) => (Ask::MoreThan, typed(value.to_string())),
            Test::AtMost(value) => (Ask::AtMost, typed(value.to_string())),
            Test::LessThan(value) => (Ask::LessThan, typed(value.to_string())),
            Test::Between(lo, hi) => {
                (Ask::Between, Answer { text2: Input::new(hi.to_string()), ..typed(lo.to_string()) })
            }
            Test::Before(value) => (Ask::Before, typed(value.to_string())),
            Test::After(value) => (Ask::After, typed(value.to_string())),
            Test::InLast(days) => (Ask::InLast, typed(days.to_string())),
            Test::Known => (Ask::Known, Answer::default()),
            Test::Unknown => (Ask::Unknown, Answer::default()),
        }
    }

    /// Returns the test, none while something is missing or unreadable. [`Ask::NoneOf`] is told by [`Ask::OneOf`]'s test.
    pub fn test(&self, ask: Ask, kind: FieldType) -> Option<Test> {
        let one = || read(self.text.value(), kind);
        let words = || Some(self.text.value().trim().to_owned()).filter(|text| !text.is_empty());
        Some(match ask {
            Ask::OneOf | Ask::NoneOf => match self.values.as_slice() {
                [] => return None,
                [value] => Test::Is(value.clone()),
                values => Test::OneOf(values.to_vec()),
            },
            Ask::Contains => Test::Contains(words()?),
            Ask::StartsWith => Test::StartsWith(words()?),
            Ask::AtLeast => Test::AtLeast(one()?),
            Ask::MoreThan => Test::MoreThan(one()?),
            Ask::AtMost => Test::AtMost(one()?),
            Ask::LessThan => Test::LessThan(one()?),
            Ask::Between => Test::Between(one()?, read(self.text2.value(), kind)?),
            Ask::Exactly => Test::Is(one()?),
            Ask::Before => Test::Before(one()?),
            Ask::After => Test::After(one()?),
            Ask::InLast => Test::InLast(self.text.value().trim().parse().ok().filter(|days| *days > 0)?),
            Ask::Yes => Test::Is(Value::YesNo(true)),
            Ask::No => Test::Is(Value::YesNo(false)),
            Ask::Known => Test::Known,
            Ask::Unknown => Test::Unknown,
        })
    }
}

/// Reads a value as typed for a field of that type; a date as `2026-01-31` or `31/01/2026`.
pub fn read(text: &str, kind: FieldType) -> Option<Value> {
    let text = text.trim();
    match kind {
        FieldType::Whole => whole(text).map(Value::Whole).or_else(|| decimal(text)),
        FieldType::Decimal => decimal(text),
        FieldType::Date => {
            let day =
                ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|form| chrono::NaiveDate::parse_from_str(text, form).ok());
            let day = day.map(|day| day.format("%Y-%m-%d").to_string());
            // An instant stands in models too.
            let instant = || chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ").ok();
            day.or_else(|| instant().map(|_| text.to_owned())).map(Value::Text)
        }
        FieldType::Text | FieldType::YesNo => Some(Value::Text(text.to_owned())).filter(|_| !text.is_empty()),
    }
}

/// Reads a number as typed, with a comma or a point.
pub fn decimal(text: &str) -> Option<Value> {
    let plain: String = text.replace(',', ".").replace('−', "-").chars().filter(|c| !c.is_whitespace()).collect();
    parse_millionths(&plain).map(|(millionths, _)| Value::Decimal(millionths))
}
