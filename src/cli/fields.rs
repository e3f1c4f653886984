//! What a model reads that the leads do not have: fields and event kinds.

use crate::engine::columns::Dataset;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Step;
use crate::model::criteria_at;
use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;

/// What is to be told of a part of a model.
pub(super) type Told = (Problem, Vec<Step>);

/// Returns a problem for each field that a model names and the leads lack, with the nearest name.
pub(super) fn missing_fields(model: &Model, data: &Dataset) -> Vec<Told> {
    let own = model.own_fields();
    let known: Vec<&str> = data.fields.iter().map(|field| field.name.as_str()).chain(own).collect();
    let missing = named(model).0.into_iter().filter(|(field, _)| !known.contains(field));
    missing
        .map(|(field, at)| (hinted(Problem::refused(msg!("cli-model-no-field", field = field)), field, &known), at))
        .collect()
}

/// Returns a problem for each event kind that a model names and no event has: it may just not have happened yet.
pub(super) fn missing_kinds(model: &Model, data: &Dataset) -> Vec<Told> {
    let known: Vec<&str> = data.events.kinds.iter().map(String::as_str).collect();
    let missing = named(model).1.into_iter().filter(|(kind, _)| !known.contains(kind));
    missing
        .map(|(kind, at)| (hinted(Problem::refused(msg!("cli-model-no-kind", kind = kind)), kind, &known), at))
        .collect()
}

fn hinted(problem: Problem, name: &str, known: &[&str]) -> Problem {
    match nearest(name, known.iter().copied()) {
        Some(near) => problem.hint(msg!("cli-usage-nearest", word = near)),
        None => problem,
    }
}

/// A name that a model uses, and the part that uses it first.
type Named<'m> = (&'m str, Vec<Step>);

/// Returns the fields and the event kinds that a model names, each once, in the order of the model.
fn named(model: &Model) -> (Vec<Named<'_>>, Vec<Named<'_>>) {
    let (mut fields, mut kinds) = (Vec::new(), Vec::new());
    read_by(&model.population, &[Step::Field("population")], &mut fields);
    for (path, criterion) in criteria_at(model) {
        let scope = [path.as_slice(), &[Step::Field("scope")]].concat();
        let rule = [path.as_slice(), &[Step::Field("rule")]].concat();
        read_by(&criterion.scope, &scope, &mut fields);
        match &criterion.rule {
            Rule::Match { when, .. } => read_by(when, &rule, &mut fields),
            Rule::Tiers(tiers) => tiers.iter().for_each(|tier| read_by(&tier.when, &rule, &mut fields)),
            Rule::Amount { field, .. } => once(field, &rule, &mut fields),
            Rule::Activity { filter, .. } => filter.kinds.iter().for_each(|kind| once(kind, &rule, &mut kinds)),
        }
    }
    (fields, kinds)
}

fn read_by<'m>(predicate: &'m Predicate, at: &[Step], fields: &mut Vec<Named<'m>>) {
    predicate.each_test(&mut |field, _| once(field, at, fields));
}

fn once<'m>(name: &'m str, at: &[Step], names: &mut Vec<Named<'m>>) {
    if !names.iter().any(|(known, _)| *known == name) {
        names.push((name, at.to_vec()));
    }
}
