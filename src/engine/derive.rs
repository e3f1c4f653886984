//! The fields that a model derives from others: columns beside those of the leads. Never here: what is learned from outcomes.

use std::collections::HashMap;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::predicate::DataError;
use crate::engine::predicate::holds;
use crate::model::Derived;
use crate::model::FieldType;
use crate::model::Value;

/// Returns the field that a model derives. Where a case cannot be read against these leads, the field is unknown for everyone.
pub fn derive(derived: &Derived, data: &Dataset, as_of: i64) -> (Field, Option<DataError>) {
    let values: Vec<&Value> = derived.cases.iter().map(|case| &case.value).chain(&derived.otherwise).collect();
    let (choices, problem) = match choices(derived, data, as_of) {
        Ok(choices) => (choices, None),
        Err(problem) => (vec![0; data.n_leads()], Some(problem)),
    };
    let (kind, column) = column(&values, &choices);
    (Field { name: derived.name.clone(), kind, role: None, column }, problem)
}

/// Returns the number of the value that each lead takes, from 1; 0 = none.
fn choices(derived: &Derived, data: &Dataset, as_of: i64) -> Result<Vec<usize>, DataError> {
    let last = if derived.otherwise.is_some() { derived.cases.len() + 1 } else { 0 };
    let mut choices = vec![0; data.n_leads()];
    for (number, case) in (1..).zip(&derived.cases) {
        for (choice, holds) in choices.iter_mut().zip(holds(&case.when, data, as_of)?) {
            if holds && *choice == 0 {
                *choice = number;
            }
        }
    }
    for choice in choices.iter_mut().filter(|choice| **choice == 0) {
        *choice = last;
    }
    Ok(choices)
}

/// Returns the values as a column, of the narrowest type that holds them all.
fn column(values: &[&Value], choices: &[usize]) -> (FieldType, Column) {
    let number = |of: &dyn Fn(&Value) -> i64| {
        let by_choice: Vec<i64> = std::iter::once(UNKNOWN).chain(values.iter().map(|value| of(value))).collect();
        Column::Number(choices.iter().map(|choice| by_choice[*choice]).collect())
    };
    let all = |is: fn(&Value) -> bool| !values.is_empty() && values.iter().all(|value| is(value));
    if all(|value| matches!(value, Value::YesNo(_))) {
        let by_choice: Vec<u8> =
            std::iter::once(0).chain(values.iter().map(|v| 1 + u8::from(**v == Value::YesNo(true)))).collect();
        return (FieldType::YesNo, Column::YesNo(choices.iter().map(|choice| by_choice[*choice]).collect()));
    }
    if all(|value| matches!(value, Value::Whole(_))) {
        let whole = |value: &Value| if let Value::Whole(n) = value { *n } else { UNKNOWN };
        return (FieldType::Whole, number(&whole));
    }
    if all(|value| matches!(value, Value::Whole(_) | Value::Decimal(_))) {
        let millionths = |value: &Value| match value {
            Value::Whole(n) => n.saturating_mul(1_000_000),
            Value::Decimal(n) => *n,
            Value::Text(_) | Value::Date(_) | Value::YesNo(_) => UNKNOWN,
        };
        return (FieldType::Decimal, number(&millionths));
    }
    let mut words: Vec<String> = Vec::new();
    let mut codes: HashMap<String, u32> = HashMap::new();
    let mut code = |value: &Value| {
        let word = value.to_string();
        *codes.entry(word.clone()).or_insert_with(|| {
            words.push(word);
            u32::try_from(words.len()).expect("a derived field has at most 65 values")
        })
    };
    let by_choice: Vec<u32> = std::iter::once(0).chain(values.iter().map(|value| code(value))).collect();
    let codes = Codes::pack(choices.iter().map(|choice| by_choice[*choice]).collect());
    (FieldType::Text, Column::Text { codes, words })
}
