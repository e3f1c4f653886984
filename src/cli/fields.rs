//! What a model reads that the leads do not have: fields, event kinds, and tests a field's type cannot answer.

use crate::engine::columns::Dataset;
use crate::engine::predicate::DataError;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// Returns a problem for each field that a model names and the leads lack, with the nearest name.
pub(super) fn missing_fields(model: &Model, data: &Dataset) -> Vec<Problem> {
    let known: Vec<&str> = data.fields.iter().map(|field| field.name.as_str()).collect();
    let missing = named(model).0.into_iter().filter(|field| !known.contains(field));
    missing.map(|field| hinted(Problem::refused(msg!("cli-model-no-field", field = field)), field, &known)).collect()
}

/// Returns a problem for each event kind that a model names and no event has: it may just not have happened yet.
pub(super) fn missing_kinds(model: &Model, data: &Dataset) -> Vec<Problem> {
    let known: Vec<&str> = data.events.kinds.iter().map(String::as_str).collect();
    let missing = named(model).1.into_iter().filter(|kind| !known.contains(kind));
    missing.map(|kind| hinted(Problem::refused(msg!("cli-model-no-kind", kind = kind)), kind, &known)).collect()
}

fn hinted(problem: Problem, name: &str, known: &[&str]) -> Problem {
    match nearest(name, known.iter().copied()) {
        Some(near) => problem.hint(msg!("cli-usage-nearest", word = near)),
        None => problem,
    }
}

/// Returns the fields and the event kinds that a model names, each once, in the order of the model.
fn named(model: &Model) -> (Vec<&str>, Vec<&str>) {
    let (mut fields, mut kinds) = (Vec::new(), Vec::new());
    read_by(&model.population, &mut fields);
    for (_, _, criterion) in model.criteria() {
        read_by(&criterion.scope, &mut fields);
        match &criterion.rule {
            Rule::Match { when, .. } => read_by(when, &mut fields),
            Rule::Tiers(tiers) => tiers.iter().for_each(|tier| read_by(&tier.when, &mut fields)),
            Rule::Amount { field, .. } => fields.push(field.as_str()),
            Rule::Activity { filter, .. } => kinds.extend(filter.kinds.iter().map(String::as_str)),
        }
    }
    (once(fields), once(kinds))
}

fn read_by<'m>(predicate: &'m Predicate, fields: &mut Vec<&'m str>) {
    predicate.each_test(&mut |field, _| fields.push(field));
}

fn once(names: Vec<&str>) -> Vec<&str> {
    let mut seen = Vec::with_capacity(names.len());
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// Returns a problem for each criterion that asks of a field what its type cannot answer.
pub(super) fn unanswerable(bench: &Workbench) -> Vec<Problem> {
    let rows = bench.criteria();
    rows.iter()
        .filter_map(|row| match row.problem? {
            DataError::NoField(_) | DataError::NoKind(_) => None,
            problem @ DataError::WrongType { .. } => {
                let why = tell::data_error(problem);
                Some(Problem::refused(msg!("cli-criterion-trouble", criterion = &row.criterion.name, why = why)))
            }
        })
        .collect()
}
