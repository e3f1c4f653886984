//! What makes one criterion loadable: its weight, its rule and what it counts. Names and axes are checked elsewhere.

use crate::model::Criterion;
use crate::model::Decay;
use crate::model::Filter;
use crate::model::MAX_DAYS;
use crate::model::MAX_OCCURRENCES;
use crate::model::MAX_PARTS;
use crate::model::MAX_WEIGHT;
use crate::model::Reach;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Step;
use crate::model::Test;
use crate::model::Tier;
use crate::model::Value;
use crate::model::Window;
use crate::model::check::Check;
use crate::model::check_condition::field_name;
use crate::model::check_condition::test_of_numbers;
use crate::model::check_condition::test_of_text;
use crate::model::check_condition::value;
use crate::msg;

pub(super) fn criterion(check: &mut Check, criterion: &Criterion) {
    let of = criterion.name.as_str();
    check.words("title", &criterion.title);
    check.bounds(of, "weight", criterion.weight, -MAX_WEIGHT..=MAX_WEIGHT);
    check.words("note", &criterion.note);
    check.condition("scope", &criterion.scope);
    check.within(&[Step::Field("rule")], |check| rule(check, of, &criterion.rule));
}

fn rule(check: &mut Check, of: &str, rule: &Rule) {
    match rule {
        Rule::Match { when, otherwise } => {
            check.condition("when", when);
            check.bounds(of, "otherwise", i64::from(*otherwise), -100..=100);
        }
        Rule::Tiers(tiers) => check.within(&[Step::Item(0)], |check| all_tiers(check, of, tiers)),
        Rule::Amount { field, per, max } => {
            check.within(&[Step::Field("field")], |check| field_name(check, field));
            check.within(&[Step::Field("per")], |check| {
                value(check, per);
                if !matches!(per, Value::Whole(n) | Value::Decimal(n) if *n > 0) {
                    check.fault(msg!("model-per-not-positive", of = of, found = per.to_string()));
                }
            });
            check.bounds(of, "max", i64::from(*max), 1..=i64::from(MAX_OCCURRENCES));
        }
        Rule::Activity { filter, within, repeat, decay } => {
            self::filter(check, filter);
            window(check, of, Step::Field("within"), *within);
            check.within(&[Step::Field("repeat")], |check| self::repeat(check, of, repeat));
            if let Some(decay) = decay {
                check.within(&[Step::Field("decay")], |check| self::decay(check, of, *decay));
            }
            own_windows(check, of, repeat, within.is_some(), decay.is_some());
        }
    }
}

/// What counts events in windows of its own takes no window from the criterion, and nothing in it decays.
fn own_windows(check: &mut Check, of: &str, repeat: &Repeat, has_window: bool, has_decay: bool) {
    let repeat = match repeat {
        Repeat::Once | Repeat::Each(_) | Repeat::PerAsset(_) => return,
        Repeat::Reach(_) => "Reach",
        Repeat::FewerThan(..) => "FewerThan",
    };
    if has_window {
        let text = msg!("model-window-of-its-own", of = of, repeat = repeat);
        check.within(&[Step::Field("within")], |check| check.fault(text));
    }
    if has_decay {
        let text = msg!("model-nothing-decays", of = of, repeat = repeat);
        check.within(&[Step::Field("decay")], |check| check.fault(text));
    }
}

fn all_tiers(check: &mut Check, of: &str, tiers: &[Tier]) {
    count_tiers(check, of, tiers.len());
    for (index, tier) in tiers.iter().enumerate() {
        check.within(&[Step::Item(index)], |check| {
            check.condition("when", &tier.when);
            check.bounds(of, "share", i64::from(tier.share), -100..=100);
        });
    }
}

fn count_tiers(check: &mut Check, of: &str, n: usize) {
    if n == 0 {
        check.fault(msg!("model-no-tiers", of = of));
    }
    if n > MAX_PARTS {
        check.fault(msg!("model-many-tiers", of = of, n = n, limit = MAX_PARTS));
    }
}

/// Checks which events are counted, in the field `filter`.
pub(super) fn filter(check: &mut Check, filter: &Filter) {
    check.within(&[Step::Field("filter")], |check| {
        check.each("kinds", &filter.kinds, |check, _, kind| {
            check.text_length(kind);
            if kind.trim().is_empty() {
                check.fault(msg!("model-empty-name", what = msg!("model-one-kind")));
            }
        });
        let texts = [("channel", &filter.channel), ("asset", &filter.asset), ("campaign", &filter.campaign)];
        for (what, test) in texts {
            look(check, what, test.as_ref(), test_of_text);
        }
        look(check, "value", filter.value.as_ref(), test_of_numbers);
    });
}

fn look(check: &mut Check, what: &'static str, test: Option<&Test>, allowed: fn(&mut Check, &str, &Test)) {
    if let Some(test) = test {
        check.within(&[Step::Field(what)], |check| allowed(check, what, test));
    }
}

/// Checks a window, if there is one, that stands at a step.
pub(super) fn window(check: &mut Check, of: &str, at: Step, window: Option<Window>) {
    let (what, n, highest) = match window {
        None => return,
        Some(Window::Days(n)) => ("Days", n, MAX_DAYS),
        Some(Window::Hours(n)) => ("Hours", n, MAX_DAYS * 24),
    };
    check.within(&[at], |check| check.bounds(of, what, i64::from(n), 1..=i64::from(highest)));
}

fn repeat(check: &mut Check, of: &str, repeat: &Repeat) {
    let most = i64::from(MAX_OCCURRENCES);
    match repeat {
        Repeat::Once => {}
        Repeat::Each(max) => check.bounds(of, "Each", i64::from(*max), 1..=most),
        Repeat::PerAsset(max) => check.bounds(of, "PerAsset", i64::from(*max), 1..=most),
        Repeat::Reach(tiers) => check.within(&[Step::Item(0)], |check| {
            count_tiers(check, of, tiers.len());
            for (index, tier) in tiers.iter().enumerate() {
                check.within(&[Step::Item(index)], |check| reach(check, of, *tier));
            }
        }),
        Repeat::FewerThan(n, within) => {
            check.bounds(of, "FewerThan", i64::from(*n), 1..=most);
            window(check, of, Step::Item(1), Some(*within));
        }
    }
}

fn reach(check: &mut Check, of: &str, tier: Reach) {
    let most = i64::from(MAX_OCCURRENCES);
    let least = i64::from(tier.at_least);
    check.bounds(of, "at_least", least, 0..=most);
    if let Some(at_most) = tier.at_most.map(i64::from) {
        check.bounds(of, "at_most", at_most, 0..=most);
        if at_most < least {
            let (low, high) = ("at_least", "at_most");
            let text = msg!("model-reversed-bounds", of = of, low = low, least = least, high = high, most = at_most);
            check.within(&[Step::Field(low)], |check| check.fault(text));
        }
    }
    window(check, of, Step::Field("within"), tier.within);
    check.bounds(of, "share", i64::from(tier.share), -100..=100);
}

fn decay(check: &mut Check, of: &str, decay: Decay) {
    let days = 1..=i64::from(MAX_DAYS);
    match decay {
        Decay::HalfLife(n) => check.bounds(of, "HalfLife", i64::from(n), days),
        Decay::Line(n) => check.bounds(of, "Line", i64::from(n), days),
        Decay::Step { percent, every } => {
            check.bounds(of, "percent", i64::from(percent), 1..=100);
            check.bounds(of, "every", i64::from(every), days);
        }
    }
}
