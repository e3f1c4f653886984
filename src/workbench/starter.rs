//! A first model made from the data at hand, so that a file just brought shows a matrix at once. A beginning to be edited:
//! it spreads the leads and says nothing about who buys.

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::columns::UNKNOWN;
use crate::engine::numbers::Numbers;
use crate::engine::score::Scores;
use crate::model::Criterion;
use crate::model::FieldType;
use crate::model::Filter;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Provenance;
use crate::model::Repeat;
use crate::model::Role;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Test;
use crate::model::Tier;
use crate::model::Value;
use crate::model::Words;
use crate::model::parse;

/// The name of the model that [`starter`] makes.
pub const STARTER: &str = "first";
/// Everything of it that does not come from the data.
const FRAME: &str = include_str!("../../assets/templates/first.ron");

/// How many criteria an axis gets at most.
const MOST: usize = 4;
/// How many distinct values a text field may have to be a criterion.
const FEW: usize = 24;
/// The points a criterion gives, and an event.
const WEIGHT: i64 = 20;
const EVENT_WEIGHT: i64 = 5;
/// How many events of a kind count.
const OCCURRENCES: u32 = 10;

/// Returns a model of the leads' fields on the rows and of their activity, or else of their numbers, on the columns;
/// the bands stand where they spread the leads as of `as_of`.
pub fn starter(data: &Dataset, as_of: i64) -> Model {
    let mut fields = field_criteria(data);
    let columns = activity_criteria(data);
    let columns = if columns.is_empty() {
        // Without activity the fields share out over the two axes: numbers tend to be behaviour, words profile.
        fields.sort_by_key(|(numeric, _)| *numeric);
        let half = fields.len().div_ceil(2).min(MOST);
        fields.split_off(half)
    } else {
        columns
    };
    let mut model = parse(FRAME).expect("the frame is part of the program and tested");
    for (side, criteria) in [(Side::Rows, fields), (Side::Columns, columns)] {
        let criteria = criteria.into_iter().take(MOST).map(|(_, criterion)| criterion);
        model.axis_mut(side).groups[0].criteria = criteria.collect();
    }
    place_bands(&mut model, data, as_of);
    model
}

/// Returns a model without a criterion: two axes with a group and three bands each, and a zone for every cell.
pub fn blank() -> Model {
    let mut model = parse(FRAME).expect("the frame is part of the program and tested");
    model.description = Words::None;
    for side in Side::BOTH {
        for (band, from) in model.axis_mut(side).bands.iter_mut().skip(1).zip([20, 50]) {
            band.from = Some(from);
        }
    }
    model
}

fn criterion(name: String, weight: i64, provenance: Provenance, rule: Rule) -> Criterion {
    Criterion {
        name,
        title: Words::None,
        weight,
        on: true,
        provenance,
        note: Words::None,
        scope: Predicate::everyone(),
        rule,
    }
}

/// Returns a criterion for each field that can tell leads apart, and whether the field is numeric.
fn field_criteria(data: &Dataset) -> Vec<(bool, Criterion)> {
    let mut found: Vec<(bool, Criterion)> = Vec::new();
    for field in &data.fields {
        // What sales made of a lead, and who it is, must not make its score.
        if field.role.is_some_and(|role| role.is_personal() || matches!(role, Role::Outcome | Role::Owner)) {
            continue;
        }
        let rule = match (&field.column, field.kind) {
            (Column::Text { .. }, _) => text_rule(field),
            (Column::YesNo(_), _) => yes_no_rule(field),
            (Column::Number(numbers), FieldType::Whole | FieldType::Decimal) => number_rule(field, numbers),
            (Column::Number(_), _) => None,
        };
        if let Some(rule) = rule {
            let numeric = matches!(field.kind, FieldType::Whole | FieldType::Decimal);
            found.push((numeric, criterion(field.name.clone(), WEIGHT, Provenance::Declared, rule)));
        }
    }
    found.truncate(2 * MOST);
    found
}

/// The most frequent third of a field's values is worth half, the rarer values the whole: the frequent ones tell least.
fn text_rule(field: &Field) -> Option<Rule> {
    let Column::Text { codes, words } = &field.column else { return None };
    if !(2..=FEW).contains(&words.len()) {
        return None;
    }
    let mut counts = vec![0_usize; words.len() + 1];
    (0..codes.len()).for_each(|lead| counts[codes.get(lead) as usize] += 1);
    let mut order: Vec<usize> = (1..=words.len()).filter(|code| counts[*code] > 0).collect();
    order.sort_by_key(|code| (std::cmp::Reverse(counts[*code]), *code));
    let frequent = order.len().div_ceil(3);
    let values = |codes: &[usize]| codes.iter().map(|code| Value::Text(words[*code - 1].clone())).collect::<Vec<_>>();
    let tier =
        |codes: &[usize], share| Tier { when: Predicate::Field(field.name.clone(), Test::OneOf(values(codes))), share };
    (order.len() >= 2).then(|| Rule::Tiers(vec![tier(&order[frequent..], 100), tier(&order[..frequent], 50)]))
}

fn yes_no_rule(field: &Field) -> Option<Rule> {
    let Column::YesNo(answers) = &field.column else { return None };
    let both = answers.contains(&1) && answers.contains(&2);
    let when = Predicate::Field(field.name.clone(), Test::Is(Value::YesNo(true)));
    both.then_some(Rule::Match { when, otherwise: 0 })
}

/// Three tiers of a number: its upper third, its middle third, the rest.
fn number_rule(field: &Field, numbers: &Numbers) -> Option<Rule> {
    let mut known: Vec<i64> = numbers.iter().filter(|n| *n != UNKNOWN).collect();
    known.sort_unstable();
    let (low, high) = (*known.get(known.len() / 3)?, *known.get(known.len() * 2 / 3)?);
    let least = *known.first()?;
    let value = |n: i64| if field.kind == FieldType::Decimal { Value::Decimal(n) } else { Value::Whole(n) };
    let tier =
        |from: i64, share| Tier { when: Predicate::Field(field.name.clone(), Test::AtLeast(value(from))), share };
    match (least < low, low < high) {
        (_, true) if least < high => {
            let mut tiers = vec![tier(high, 100)];
            if least < low {
                tiers.push(tier(low, 50));
            }
            Some(Rule::Tiers(tiers))
        }
        (true, false) => Some(Rule::Tiers(vec![tier(low, 100)])),
        _ => None,
    }
}

/// Returns a criterion for each of the kinds of event that tell most leads apart: known to many, not to all.
fn activity_criteria(data: &Dataset) -> Vec<(bool, Criterion)> {
    let events = &data.events;
    let mut kinds: Vec<(usize, usize)> = (0..events.kinds.len())
        .map(|kind| {
            let mut known = vec![false; data.n_leads()];
            let leads = &events.lead[events.starts[kind]..events.starts[kind + 1]];
            for lead in leads {
                known[*lead as usize] = true;
            }
            (known.iter().filter(|known| **known).count(), kind)
        })
        .filter(|(leads, _)| *leads > 0)
        .collect();
    let half = data.n_leads() / 2;
    kinds.sort_by_key(|(leads, kind)| (leads.abs_diff(half), *kind));
    kinds.truncate(MOST);
    // The rarer a kind, the more it says.
    kinds.sort_by_key(|(leads, kind)| (*leads, *kind));
    let rarest_first = (0_i64..).zip(kinds);
    rarest_first
        .map(|(place, (_, kind))| {
            let name = &events.kinds[kind];
            let rule = Rule::Activity {
                filter: Filter::of_kinds(vec![name.clone()]),
                within: None,
                repeat: Repeat::Each(OCCURRENCES),
                decay: None,
            };
            let taken = data.fields.iter().any(|field| field.name == *name);
            let name = if taken { format!("{name}*") } else { name.clone() };
            (true, criterion(name, EVENT_WEIGHT - place, Provenance::Observed, rule))
        })
        .collect()
}

/// Puts three bands on each axis where they part the leads most evenly.
fn place_bands(model: &mut Model, data: &Dataset, as_of: i64) {
    let scores = Scores::new(model, data, as_of);
    for side in Side::BOTH {
        let mut points: Vec<i64> = scores.values(side).iter().map(|value| value.div_euclid(POINT)).collect();
        points.sort_unstable();
        let edges = thirds(&points);
        for (band, from) in model.axis_mut(side).bands[1..].iter_mut().zip(edges) {
            band.from = Some(from);
        }
    }
}

/// Returns two values of a sorted list, apart from its least, that part it most nearly into thirds.
fn thirds(points: &[i64]) -> [i64; 2] {
    let least = points.first().copied().unwrap_or(0);
    // Each distinct value above the least, with how many lie below it.
    let edges: Vec<(i64, usize)> = points
        .chunk_by(|a, b| a == b)
        .scan(0, |below, run| {
            *below += run.len();
            Some((run[0], *below - run.len()))
        })
        .skip(1)
        .collect();
    let nearest =
        |edges: &[(i64, usize)], target: usize| (0..edges.len()).min_by_key(|edge| edges[*edge].1.abs_diff(target));
    let Some(upper_from) = edges.len().checked_sub(1) else { return [least + 1, least + 2] };
    // The upper edge needs one below it, where there are two.
    let first = nearest(&edges[..upper_from.max(1)], points.len() / 3).unwrap_or(0);
    let middle = edges[first].0;
    let second = nearest(&edges[first + 1..], points.len() * 2 / 3).map(|second| edges[first + 1 + second].0);
    [middle, second.unwrap_or(middle + 1)]
}
