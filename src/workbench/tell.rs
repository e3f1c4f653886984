//! Rules, edits and evidence as sentences, for every front and both languages. Sentences only: no layout, no numbers worked out.

mod axis;
mod edits;
mod loads;
mod rules;

use crate::engine::predicate::DataError;
use crate::engine::rank::Fifth;
use crate::model::FieldType;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Test;
use crate::model::Value;
use crate::msg;
use crate::review::Verdict;
use crate::text::Msg;
use crate::workbench::EventPart;

pub use axis::degradation;
pub use axis::entity;
pub use axis::scale;
pub use axis::take;
pub use edits::edit;
pub use edits::edit_error;
pub use loads::a_week;
pub use loads::clock;
pub use loads::fit;
pub use loads::hours;
pub use loads::line;
pub use loads::week;
pub use loads::weekday;
pub use rules::decay;
pub use rules::filter;
pub use rules::filter_parts;
pub use rules::repeat;
pub use rules::rule;
pub use rules::window;

/// Returns a predicate as a sentence: "country is one of FR, BE and size is at least 50".
pub fn predicate(predicate: &Predicate) -> Msg {
    predicate_with(predicate, &side)
}

/// Returns a predicate as a sentence, with what people call the axes.
pub fn predicate_with(predicate: &Predicate, axis: &dyn Fn(Side) -> Msg) -> Msg {
    match predicate {
        Predicate::All(parts) if parts.is_empty() => msg!("tell-everyone"),
        Predicate::Any(parts) if parts.is_empty() => msg!("tell-nobody"),
        Predicate::All(parts) => joined(parts, axis, &|a, b| msg!("tell-and", a = a, b = b)),
        Predicate::Any(parts) => joined(parts, axis, &|a, b| msg!("tell-or", a = a, b = b)),
        Predicate::Not(part) => msg!("tell-not", part = predicate_with(part, axis)),
        Predicate::Axis(side, test) => msg!("tell-field", field = axis(*side), test = self::test(test)),
        Predicate::Field(field, test) => msg!("tell-field", field = field, test = self::test(test)),
    }
}

/// Returns the usual name of an axis.
pub fn side(side: Side) -> Msg {
    match side {
        Side::Rows => msg!("tui-axis-rows"),
        Side::Columns => msg!("tui-axis-columns"),
    }
}

/// Returns the name of a part of an event.
pub fn event_part(part: EventPart) -> Msg {
    match part {
        EventPart::Channel => msg!("form-part-channel"),
        EventPart::Asset => msg!("form-part-asset"),
        EventPart::Campaign => msg!("form-part-campaign"),
        EventPart::Value => msg!("form-part-value"),
    }
}

fn joined(parts: &[Predicate], axis: &dyn Fn(Side) -> Msg, join: &dyn Fn(Msg, Msg) -> Msg) -> Msg {
    let mut sentence = part_of(&parts[0], axis);
    for part in &parts[1..] {
        sentence = join(sentence, part_of(part, axis));
    }
    sentence
}

/// Returns a part of a joined sentence; a joined part stands in brackets.
fn part_of(part: &Predicate, axis: &dyn Fn(Side) -> Msg) -> Msg {
    let told = predicate_with(part, axis);
    match part {
        Predicate::All(parts) | Predicate::Any(parts) if parts.len() > 1 => msg!("tell-brackets", part = told),
        _ => told,
    }
}

/// Returns a test as a sentence without what is tested: "is at least 50".
pub fn test(test: &Test) -> Msg {
    match test {
        Test::Is(value) => msg!("tell-is", value = self::value(value)),
        Test::OneOf(values) => msg!("tell-one-of", values = values_list(values)),
        Test::Contains(text) => msg!("tell-contains", text = text),
        Test::StartsWith(text) => msg!("tell-starts-with", text = text),
        Test::AtLeast(value) => msg!("tell-at-least", value = self::value(value)),
        Test::AtMost(value) => msg!("tell-at-most", value = self::value(value)),
        Test::Between(lo, hi) => msg!("tell-between", lo = value(lo), hi = value(hi)),
        Test::Before(value) => msg!("tell-before", value = self::value(value)),
        Test::After(value) => msg!("tell-after", value = self::value(value)),
        Test::InLast(days) => msg!("tell-in-last", days = *days),
        Test::MoreThan(value) => msg!("tell-more-than", value = self::value(value)),
        Test::LessThan(value) => msg!("tell-less-than", value = self::value(value)),
        Test::Known => msg!("tell-known"),
        Test::Unknown => msg!("tell-unknown"),
    }
}

/// Returns a value as a sentence part.
pub fn value(value: &Value) -> Msg {
    match value {
        Value::YesNo(true) => msg!("tell-yes"),
        Value::YesNo(false) => msg!("tell-no"),
        Value::Whole(n) => msg!("tell-number", n = *n),
        Value::Text(_) | Value::Decimal(_) | Value::Date(_) => msg!("tell-text", text = value.to_string()),
    }
}

pub(super) fn values_list(values: &[Value]) -> Msg {
    let Some((first, rest)) = values.split_first() else { return msg!("tell-nothing") };
    rest.iter().fold(value(first), |list, next| msg!("tell-comma", a = list, b = value(next)))
}

/// Returns why a rule cannot be read against the leads at hand.
pub fn data_error(error: &DataError) -> Msg {
    match error {
        DataError::NoField(field) => msg!("tell-no-field", field = field),
        DataError::WrongDetail { part, test } => {
            let part = EventPart::ALL
                .into_iter()
                .find(|known| known.id() == part)
                .map_or_else(|| msg!("tell-text", text = part), event_part);
            msg!("tell-wrong-detail", part = part, test = self::test(test))
        }
        DataError::NoScore => msg!("tell-no-score"),
        DataError::NoKind(kinds) => msg!("tell-no-kind", kinds = kinds.join(", ")),
        DataError::WrongType { field, kind, test } => {
            msg!("tell-wrong-type", field = field, kind = field_type(*kind), test = self::test(test))
        }
    }
}

/// Returns the name of a field's type.
pub fn field_type(kind: FieldType) -> Msg {
    match kind {
        FieldType::Text => msg!("tell-type-text"),
        FieldType::Whole => msg!("tell-type-whole"),
        FieldType::Decimal => msg!("tell-type-decimal"),
        FieldType::Date => msg!("tell-type-date"),
        FieldType::YesNo => msg!("tell-type-yes-no"),
    }
}

/// Says which group a lead is in.
pub fn fifth(fifth: Fifth, top_share: u8) -> Msg {
    let share = u32::from(top_share);
    match fifth {
        Fifth::Top => msg!("tui-in-top", share = share),
        Fifth::Next => msg!("tui-in-next", share = share),
        Fifth::Rest => msg!("tui-in-rest"),
    }
}

/// Says a verdict.
pub fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::TooEarly => msg!("verdict-too-early"),
        Verdict::TooLate => msg!("verdict-too-late"),
        Verdict::OffTarget => msg!("verdict-off-target"),
        Verdict::Right => msg!("verdict-right"),
    }
}
