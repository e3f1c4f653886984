//! A criterion: what it looks for in a lead, and the weight of it. Never here: what it finds; that is `engine`'s.

use serde::Deserialize;
use serde::Serialize;

use crate::model::MAX_OCCURRENCES;
use crate::model::Predicate;
use crate::model::Test;
use crate::model::Value;
use crate::model::Words;

/// A rule that gives points, with its weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Unique in the model.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// Whole points, −1,000,000..=1,000,000.
    pub weight: i64,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub on: bool,
    #[serde(default, skip_serializing_if = "Provenance::is_usual")]
    pub provenance: Provenance,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub note: Words,
    /// For whom the criterion counts (a country, a campaign); `All([])` = global.
    #[serde(default = "Predicate::everyone", skip_serializing_if = "Predicate::is_everyone")]
    pub scope: Predicate,
    pub rule: Rule,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_yes(on: &bool) -> bool {
    *on
}

/// Where a criterion's data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Provenance {
    /// Given by the prospect.
    #[default]
    Declared,
    /// Seen: navigation, clicks, presence.
    Observed,
    /// Worked out from something else.
    Deduced,
}

impl Provenance {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_usual(&self) -> bool {
        *self == Provenance::Declared
    }
}

/// How a criterion finds its share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rule {
    /// Share 100 if the predicate holds; if it does not, `otherwise`, or 0 where every field it reads is unknown.
    Match {
        when: Predicate,
        #[serde(default, skip_serializing_if = "is_zero_share")]
        otherwise: i8,
    },
    /// The share of the first tier that holds.
    Tiers(Vec<Tier>),
    /// Share 100 for each whole `per` of a numeric field, at most `max` times.
    Amount { field: String, per: Value, max: u32 },
    /// Share 100 for each counted event.
    Activity {
        filter: Filter,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<Window>,
        #[serde(default, skip_serializing_if = "Repeat::is_once")]
        repeat: Repeat,
        /// How an event loses its worth with age; none = it does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decay: Option<Decay>,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero_share(n: &i8) -> bool {
    *n == 0
}

impl Rule {
    /// Calls `see` with every field that the rule reads.
    pub fn each_field<'r>(&'r self, see: &mut impl FnMut(&'r str)) {
        match self {
            Rule::Match { when, .. } => when.each_test(&mut |field, _| see(field)),
            Rule::Tiers(tiers) => tiers.iter().for_each(|tier| tier.when.each_test(&mut |field, _| see(field))),
            Rule::Amount { field, .. } => see(field),
            Rule::Activity { .. } => {}
        }
    }
}

/// A tier of [`Rule::Tiers`]: its share is a whole percent, −100..=100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    pub when: Predicate,
    pub share: i8,
}

/// Which events a criterion counts: those that pass every part. A test on what an event does not have is false.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Names of event kinds, any of which counts; empty = any event.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// A test of text: `Is("offline")`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Test>,
    /// A test of text on what was looked at, opened or downloaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asset: Option<Test>,
    /// A test of text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Test>,
    /// A test of numbers on the event's value: seconds on a page, an amount.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Test>,
}

impl Filter {
    /// The events of some kinds.
    pub fn of_kinds(kinds: Vec<String>) -> Filter {
        Filter { kinds, ..Filter::default() }
    }
}

/// How far back from as-of events count: `as_of − window < at ≤ as_of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Window {
    Days(u32),
    Hours(u32),
}

impl Window {
    /// Returns the window's length in seconds.
    pub fn seconds(self) -> i64 {
        match self {
            Window::Days(n) => i64::from(n) * 86_400,
            Window::Hours(n) => i64::from(n) * 3_600,
        }
    }
}

/// How repeated events count.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Repeat {
    /// The newest event counts.
    #[default]
    Once,
    /// The newest `max` events count.
    Each(u32),
    /// The newest event of each distinct asset counts, for at most `max` assets, those with the newest events first.
    /// Events without an asset are together one asset.
    PerAsset(u32),
    /// The share of the first tier that the number of events reaches; each tier has its own window, and nothing decays.
    Reach(Vec<Reach>),
    /// Absence: share 100 when fewer than so many events lie in the window and the lead was created before it began.
    /// A lead whose creation is unknown is not known to be older: it scores nothing. Nothing decays.
    FewerThan(u32, Window),
}

/// A tier of [`Repeat::Reach`]: met by `at_least..=at_most` events within its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    pub at_least: u32,
    /// None = any more count too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
    /// None = however long ago.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Window>,
    /// Whole percent, −100..=100.
    pub share: i8,
}

impl Reach {
    /// Whether so many events meet the tier.
    pub fn is_met(&self, events: usize) -> bool {
        events >= self.at_least as usize && self.at_most.is_none_or(|most| events <= most as usize)
    }
}

impl Repeat {
    /// Returns how many events count at most; none where their number decides as a whole.
    pub fn most(&self) -> Option<u32> {
        match self {
            Repeat::Once => Some(1),
            Repeat::Each(max) | Repeat::PerAsset(max) => Some((*max).min(MAX_OCCURRENCES)),
            Repeat::Reach(_) | Repeat::FewerThan(..) => None,
        }
    }

    fn is_once(&self) -> bool {
        *self == Repeat::Once
    }
}

/// How an event's freshness falls with its age in whole days; ten-thousandths, 10,000 = fresh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Decay {
    /// `10000 × 0.5^(age / days)`, rounded half away from zero.
    HalfLife(u32),
    /// `10000 × max(0, 1 − percent / 100 × floor(age / every))` (`HubSpot`: 50 % a month).
    Step { percent: u8, every: u32 },
    /// `10000 × max(0, 1 − age / days)`, rounded half away from zero.
    Line(u32),
}

impl Criterion {
    /// Calls `see` with every field that the criterion reads, for its rule or its scope.
    pub fn each_field<'c>(&'c self, see: &mut impl FnMut(&'c str)) {
        self.scope.each_test(&mut |field, _| see(field));
        self.rule.each_field(see);
    }

    /// Whether what the criterion finds changes as time goes by.
    pub fn depends_on_time(&self) -> bool {
        self.scope.depends_on_time()
            || match &self.rule {
                Rule::Match { when, .. } => when.depends_on_time(),
                Rule::Tiers(tiers) => tiers.iter().any(|tier| tier.when.depends_on_time()),
                Rule::Amount { .. } => false,
                Rule::Activity { .. } => true,
            }
    }

    /// A criterion without a name that gives one point for its rule.
    pub fn of(rule: Rule) -> Criterion {
        Criterion {
            name: String::new(),
            title: Words::None,
            weight: 1,
            on: true,
            provenance: Provenance::default(),
            note: Words::None,
            scope: Predicate::everyone(),
            rule,
        }
    }
}
