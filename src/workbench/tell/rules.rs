//! What a criterion looks for, as sentences: rules, filters of events, windows, repetition, decay.

use crate::model::Decay;
use crate::model::Filter;
use crate::model::MAX_OCCURRENCES;
use crate::model::Reach;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Value;
use crate::model::Window;
use crate::msg;
use crate::text::Msg;
use crate::workbench::tell::predicate;
use crate::workbench::tell::test;
use crate::workbench::tell::value;
use crate::workbench::tell::values_list;

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
        Rule::Activity { filter, within, repeat, decay } => activity(filter, *within, repeat, *decay),
    }
}

fn activity(filter: &Filter, within: Option<Window>, repeat: &Repeat, decay: Option<Decay>) -> Msg {
    let kinds = self::filter(filter);
    let times = self::repeat(repeat);
    if matches!(repeat, Repeat::Reach(_) | Repeat::FewerThan(..)) {
        return msg!("tell-counted", events = kinds, times = times);
    }
    let told = match within {
        None => msg!("tell-activity", kinds = kinds, times = times),
        Some(Window::Days(days)) => msg!("tell-activity-days", kinds = kinds, days = days, times = times),
        Some(Window::Hours(hours)) => msg!("tell-activity-hours", kinds = kinds, hours = hours, times = times),
    };
    match decay {
        Some(decay) => msg!("tell-comma", a = told, b = self::decay(decay)),
        None => told,
    }
}

/// Returns which events a filter lets through: "page view whose content contains “pricing”".
pub fn filter(filter: &Filter) -> Msg {
    let kinds = if filter.kinds.is_empty() {
        msg!("tell-any-activity")
    } else {
        let kinds: Vec<Value> = filter.kinds.iter().map(|kind| Value::Text(kind.clone())).collect();
        values_list(&kinds)
    };
    match filter_parts(filter) {
        Some(parts) => msg!("tell-whose", events = kinds, parts = parts),
        None => kinds,
    }
}

/// Returns what a filter asks of events beside their kinds: "the content contains “pricing”"; none if it asks nothing.
pub fn filter_parts(filter: &Filter) -> Option<Msg> {
    let Filter { kinds: _, asset, channel, campaign, value } = filter;
    let parts = [
        (msg!("tell-the-asset"), asset),
        (msg!("tell-the-channel"), channel),
        (msg!("tell-the-campaign"), campaign),
        (msg!("tell-the-value"), value),
    ];
    let told = parts
        .into_iter()
        .filter_map(|(part, test)| test.as_ref().map(|test| msg!("tell-part", part = part, test = self::test(test))));
    told.reduce(|a, b| msg!("tell-and", a = a, b = b))
}

/// Returns a window: "in the last 30 days".
pub fn window(window: Window) -> Msg {
    match window {
        Window::Days(days) => msg!("tell-last-days", days = days),
        Window::Hours(hours) => msg!("tell-last-hours", hours = hours),
    }
}

/// Returns how repeated events count: "each time, at most 3".
pub fn repeat(repeat: &Repeat) -> Msg {
    match repeat {
        Repeat::Once => msg!("tell-once"),
        Repeat::Each(MAX_OCCURRENCES) => msg!("tell-every"),
        Repeat::Each(max) => msg!("tell-each", max = *max),
        Repeat::PerAsset(MAX_OCCURRENCES) => msg!("tell-each-asset"),
        Repeat::PerAsset(max) => msg!("tell-per-asset", max = *max),
        Repeat::Reach(tiers) => {
            let told = tiers.iter().map(reach);
            told.reduce(|a, b| msg!("tell-then", a = a, b = b)).unwrap_or_else(|| msg!("tell-nothing"))
        }
        Repeat::FewerThan(least, within) => {
            let least = i64::from(*least);
            msg!("tell-fewer", least = least, most = least - 1, within = window(*within))
        }
    }
}

fn reach(tier: &Reach) -> Msg {
    let least = tier.at_least;
    let count = match tier.at_most {
        None => msg!("tell-reach-least", n = least),
        Some(most) if most == least => msg!("tell-reach-exactly", n = least),
        Some(most) => msg!("tell-reach-between", least = least, most = most),
    };
    let count = match tier.within {
        Some(within) => msg!("tell-reach-within", count = count, within = window(within)),
        None => count,
    };
    msg!("tell-tier", share = i64::from(tier.share), when = count)
}

/// Returns how events fade: "halved every 30 days".
pub fn decay(decay: Decay) -> Msg {
    match decay {
        Decay::HalfLife(days) => msg!("tell-half-life", days = days),
        Decay::Step { percent, every } => msg!("tell-step", percent = u32::from(percent), days = every),
        Decay::Line(days) => msg!("tell-line", days = days),
    }
}
