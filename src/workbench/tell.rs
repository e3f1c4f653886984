//! Rules, edits and evidence as sentences, for every front and both languages. Sentences only: no layout, no numbers worked out.

use crate::engine::predicate::DataError;
use crate::model::Edit;
use crate::model::EditError;
use crate::model::FieldType;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Test;
use crate::model::Value;
use crate::model::Window;
use crate::msg;
use crate::text::Msg;
use crate::workbench::differ;

/// Returns a predicate as a sentence: "country is one of FR, BE and size is at least 50".
pub fn predicate(predicate: &Predicate) -> Msg {
    match predicate {
        Predicate::All(parts) if parts.is_empty() => msg!("tell-everyone"),
        Predicate::Any(parts) if parts.is_empty() => msg!("tell-nobody"),
        Predicate::All(parts) => joined(parts, &|a, b| msg!("tell-and", a = a, b = b)),
        Predicate::Any(parts) => joined(parts, &|a, b| msg!("tell-or", a = a, b = b)),
        Predicate::Not(part) => msg!("tell-not", part = self::predicate(part)),
        Predicate::Axis(..) => todo!(),
        Predicate::Field(field, test) => msg!("tell-field", field = field, test = self::test(test)),
    }
}

fn joined(parts: &[Predicate], join: &dyn Fn(Msg, Msg) -> Msg) -> Msg {
    let mut sentence = part_of(&parts[0]);
    for part in &parts[1..] {
        sentence = join(sentence, part_of(part));
    }
    sentence
}

/// Returns a part of a joined sentence; a joined part stands in brackets.
fn part_of(part: &Predicate) -> Msg {
    match part {
        Predicate::All(parts) | Predicate::Any(parts) if parts.len() > 1 => {
            msg!("tell-brackets", part = predicate(part))
        }
        _ => predicate(part),
    }
}

fn test(test: &Test) -> Msg {
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
        Test::MoreThan(_) | Test::LessThan(_) => todo!(),
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

fn values_list(values: &[Value]) -> Msg {
    let Some((first, rest)) = values.split_first() else { return msg!("tell-nothing") };
    rest.iter().fold(value(first), |list, next| msg!("tell-comma", a = list, b = value(next)))
}

/// Returns what a rule looks for as a sentence.
pub fn rule(rule: &Rule) -> Msg {
    match rule {
        Rule::Match { when, otherwise: 0 } => predicate(when),
        Rule::Match { when, otherwise } => {
            msg!("tell-otherwise", when = predicate(when), share = i64::from(*otherwise))
        }
        Rule::Tiers(tiers) => {
            let told = tiers.iter().map(|t| msg!("tell-tier", share = i64::from(t.share), when = predicate(&t.when)));
            told.reduce(|a, b| msg!("tell-then", a = a, b = b)).unwrap_or_else(|| msg!("tell-nothing"))
        }
        Rule::Amount { field, per, max } => {
            msg!("tell-amount", field = field, per = value(per), max = *max)
        }
        Rule::Activity { filter, within, repeat, decay: _ } => {
            let kinds = if filter.kinds.is_empty() {
                msg!("tell-any-activity")
            } else {
                let kinds: Vec<Value> = filter.kinds.iter().map(|kind| Value::Text(kind.clone())).collect();
                values_list(&kinds)
            };
            let times = match repeat {
                Repeat::Once => msg!("tell-once"),
                Repeat::PerAsset(_) | Repeat::Reach(_) | Repeat::FewerThan(..) => todo!(),
                Repeat::Each(max) => msg!("tell-each", max = *max),
            };
            match within {
                None => msg!("tell-activity", kinds = kinds, times = times),
                Some(Window::Days(days)) => msg!("tell-activity-days", kinds = kinds, days = *days, times = times),
                Some(Window::Hours(hours)) => msg!("tell-activity-hours", kinds = kinds, hours = *hours, times = times),
            }
        }
    }
}

/// Returns why a rule cannot be read against the leads at hand.
pub fn data_error(error: &DataError) -> Msg {
    match error {
        DataError::NoField(field) => msg!("tell-no-field", field = field),
        DataError::WrongDetail { part, test } => msg!("tell-wrong-detail", part = part, test = self::test(test)),
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

/// Returns what an edit changes; `title` says what people call the criterion, group or map of a name.
pub fn edit(edit: &Edit, title: &dyn Fn(&str) -> String) -> Msg {
    match edit {
        Edit::SetWeight { criterion, weight } => {
            msg!("tell-set-weight", criterion = title(criterion), weight = *weight)
        }
        Edit::SetOn { criterion, on: true } => msg!("tell-set-on", criterion = title(criterion)),
        Edit::SetOn { criterion, on: false } => msg!("tell-set-off", criterion = title(criterion)),
        Edit::SetCriterion { criterion, .. } => msg!("tell-set-criterion", criterion = title(criterion)),
        Edit::Insert { criterion, .. } => msg!("tell-insert", criterion = title(&criterion.name)),
        Edit::Remove { criterion } => msg!("tell-remove", criterion = title(criterion)),
        Edit::Move { criterion, .. } => msg!("tell-move", criterion = title(criterion)),
        Edit::SetBand { band, from, .. } => msg!("tell-set-band", band = band, from = *from),
        Edit::RenameBand { band, to, .. } => msg!("tell-rename-band", band = band, to = to),
        Edit::SetCaps { group, .. } => msg!("tell-set-caps", group = title(group)),
        Edit::SetMap { map } => msg!("tell-set-map", map = title(map)),
        Edit::Set(parts) => differ::parts(parts),
        Edit::Replace(_) => msg!("tell-replace"),
    }
}

/// Returns why an edit cannot be made.
pub fn edit_error(error: &EditError) -> Msg {
    match error {
        EditError::NoCriterion(name) => msg!("tell-no-criterion", name = name),
        EditError::NameTaken(name) => msg!("tell-name-taken", name = name),
        EditError::NoGroup(name) => msg!("tell-no-group", name = name),
        EditError::NoBand(name) => msg!("tell-no-band", name = name),
        EditError::BandTaken(name) => msg!("tell-band-taken", name = name),
        EditError::NoMap(name) => msg!("tell-no-map", name = name),
        EditError::FirstBand => msg!("tell-first-band"),
        EditError::BandOrder => msg!("tell-band-order"),
        EditError::CapOrder => msg!("tell-cap-order"),
        EditError::NoChange => msg!("tell-no-change"),
        EditError::Fault(text) => (**text).clone(),
        EditError::Weight => msg!("tell-weight-bounds"),
    }
}
