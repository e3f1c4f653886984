//! What would make one axis better: bands and ceilings out of reach, a range too wide, weights that do not agree.

use crate::model::Axis;
use crate::model::Criterion;
use crate::model::Filter;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Scale;
use crate::model::Side;
use crate::model::Step;
use crate::model::Window;
use crate::model::advice::All;
use crate::model::advice_cases::cases;
use crate::model::advice_cases::reaches;
use crate::model::best;
use crate::model::check::field;
use crate::model::criteria_at;
use crate::model::theoretical_range;
use crate::msg;

/// The widest range, in points, that still says something of a single value.
const WIDE: i64 = 1_000;
/// How many times the edge of its top band an axis may reach: above it nobody is told from anybody.
const FAR_ABOVE: i64 = 4;
/// How many times the middle weight of an axis a weight may be.
const HEAVY: i64 = 10;
/// With fewer weights there is no middle to speak of.
const FEW_WEIGHTS: usize = 5;

pub(super) fn axis(model: &Model, side: Side, all: &mut All) {
    let axis = model.axis(side);
    if axis.groups.iter().all(|group| group.criteria.is_empty()) {
        return;
    }
    let own = Step::Field(field(side));
    ceiling(axis, own, all);
    width(axis, side, all);
    let on = criteria_at(model).filter(|(at, criterion)| at[0] == own && criterion.on && criterion.weight != 0);
    let counted: Vec<Counted<'_>> = on.collect();
    outliers(&counted, all);
    same_action(&counted, all);
    for (at, criterion) in &counted {
        let rule = [at.as_slice(), &[Step::Field("rule")]].concat();
        match &criterion.rule {
            Rule::Tiers(tiers) => {
                let conditions: Vec<&Predicate> = tiers.iter().map(|tier| &tier.when).collect();
                cases(&criterion.name, &conditions, &[rule.as_slice(), &[Step::Item(0)]].concat(), all);
            }
            Rule::Activity { repeat: Repeat::Reach(tiers), .. } => {
                let at = [rule.as_slice(), &[Step::Field("repeat")]].concat();
                reaches(&criterion.name, tiers, &at, all);
            }
            Rule::Match { .. } | Rule::Amount { .. } | Rule::Activity { .. } => {}
        }
    }
    unreachable_bands(axis, own, all);
}

/// A criterion that counts, and the way to it.
type Counted<'m> = (Vec<Step>, &'m Criterion);

/// A highest value that all criteria at their best do not reach: a range such as 1–100 that is not what it says.
fn ceiling(axis: &Axis, own: Step, all: &mut All) {
    let Some(best) = best(axis) else { return };
    let at = |part| vec![own, Step::Field(part)];
    let in_points = |micropoints: i128| i64::try_from(micropoints.div_euclid(POINT.into())).unwrap_or(i64::MAX);
    let Some(ceiling) = axis.ceiling else { return };
    let best = in_points(best);
    if axis.scale != Scale::Raw {
        if ceiling < best {
            all.say(msg!("model-advice-scale-cut", ceiling = ceiling, best = best), at("ceiling"));
        }
    } else if best < ceiling {
        all.say(msg!("model-advice-ceiling-too-high", ceiling = ceiling, best = best), at("ceiling"));
    }
}

/// A wide range is vague: above [`WIDE`] points, or reaching [`FAR_ABOVE`] times as far as its top band begins. What counts
/// without limit has no range; a scale is a range that was chosen.
fn width(axis: &Axis, side: Side, all: &mut All) {
    if best(axis).is_none() && axis.ceiling.is_none() {
        return;
    }
    let (lowest, highest) = theoretical_range(axis);
    let (lowest, highest) = (lowest.div_euclid(POINT), highest.div_euclid(POINT));
    let at = vec![Step::Field(field(side))];
    let top = axis.bands.last().and_then(|band| band.from).filter(|_| axis.scale == Scale::Raw);
    if highest.saturating_sub(lowest) > WIDE {
        all.say(msg!("model-advice-wide", lowest = lowest, highest = highest, wide = WIDE), at);
    } else if let Some(top) = top.filter(|top| *top > 0 && highest > top.saturating_mul(FAR_ABOVE)) {
        all.say(msg!("model-advice-far-above", highest = highest, top = top, times = FAR_ABOVE), at);
    }
}

fn outliers(counted: &[Counted<'_>], all: &mut All) {
    let mut weights: Vec<u64> = counted.iter().map(|(_, criterion)| criterion.weight.unsigned_abs()).collect();
    weights.sort_unstable();
    let Some(middle) = weights.get(weights.len() / 2).filter(|_| weights.len() >= FEW_WEIGHTS) else { return };
    for (at, criterion) in counted {
        if criterion.weight.unsigned_abs() > middle.saturating_mul(HEAVY.unsigned_abs()) {
            let (of, weight) = (&criterion.name, criterion.weight);
            let text = msg!("model-advice-outlier", criterion = of, weight = weight, times = HEAVY, middle = *middle);
            all.say(text, [at.as_slice(), &[Step::Field("weight")]].concat());
        }
    }
}

/// The events that a criterion gives points for, each by itself, and whose.
type Action<'m> = (Filter, Option<Window>, &'m Predicate);

/// Criteria that count the same events of the same leads, each with other points.
fn same_action(counted: &[Counted<'_>], all: &mut All) {
    let actions: Vec<Option<Action<'_>>> = counted.iter().map(|(_, criterion)| action(criterion)).collect();
    for (index, (at, later)) in counted.iter().enumerate().filter(|(index, _)| actions[*index].is_some()) {
        let is_same = |before: &usize| actions[*before] == actions[index] && counted[*before].1.weight != later.weight;
        let Some(first) = (0..index).find(is_same).map(|before| counted[before].1) else { continue };
        let text = msg!(
            "model-advice-same-action",
            first = &first.name,
            points = first.weight,
            second = &later.name,
            others = later.weight
        );
        all.say(text, at.clone());
    }
}

fn action(criterion: &Criterion) -> Option<Action<'_>> {
    let Rule::Activity { filter, within, repeat: Repeat::Once | Repeat::Each(_) | Repeat::PerAsset(_), .. } =
        &criterion.rule
    else {
        return None;
    };
    let mut filter = filter.clone();
    filter.kinds.sort_unstable();
    Some((filter, *within, &criterion.scope))
}

fn unreachable_bands(axis: &Axis, own: Step, all: &mut All) {
    let (lowest, highest) = theoretical_range(axis);
    let edge = |index: usize| axis.bands.get(index).and_then(|band| band.from).map(|from| from.saturating_mul(POINT));
    for (index, band) in axis.bands.iter().enumerate() {
        let text = if edge(index).is_some_and(|from| highest < from) {
            msg!(
                "model-advice-band-too-high",
                band = &band.label,
                from = band.from.unwrap_or(0),
                highest = highest.div_euclid(POINT)
            )
        } else if edge(index + 1).is_some_and(|next| next <= lowest) {
            msg!("model-advice-band-too-low", band = &band.label, lowest = lowest.div_euclid(POINT))
        } else {
            continue;
        };
        all.say(text, vec![own, Step::Field("bands"), Step::Item(index)]);
    }
}
