//! Fields that a model adds to the leads': derived by conditions, or learned from outcomes. Never here: their values.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Predicate;
use crate::model::Value;
use crate::model::Words;

/// A field worked out from others: the value of the first case that holds. It stands in for a field of the leads of the same name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// A case may read the fields derived before this one.
    pub cases: Vec<Case>,
    /// The value where no case holds; none = unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<Value>,
}

/// A case of a derived field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub when: Predicate,
    pub value: Value,
}

/// A whole-percent field, 0..=100, from a table of counts learned from won and lost leads by naive Bayes, as Odoo's
/// predictive lead scoring computes it. Unknown for everyone until it has learned from enough leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learned {
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// Which leads are won, and which are lost; the others are open.
    pub won: Predicate,
    pub lost: Predicate,
    /// The fields whose values are counted; an unknown value is not counted.
    pub fields: Vec<String>,
    /// Fields whose unknown value counts like any other (Odoo: the state of the e-mail address and of the phone number).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blanks_count: Vec<String>,
    /// Fields of tags: a value with fewer than 50 leads says nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stages>,
    /// Only leads created on or after this day are counted: `"2026-01-31"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What was learned; none = nothing yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<Lesson>,
}

/// The stages a lead goes through. A won lead has been through all of them, a lost one through its own and those before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stages {
    pub field: String,
    /// The values of the field, first stage first.
    pub order: Vec<String>,
}

/// What was learned, when, and from how many leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The instant as of which it was learned, `"2026-01-31T09:30:00Z"`.
    pub at: String,
    /// Leads it was learned from.
    pub won: u64,
    pub lost: u64,
    pub tallies: Vec<Tally>,
}

/// How often a value of a field came with a won and with a lost lead, in tenths: Odoo begins every count at 0.1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    pub field: String,
    /// None = unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    pub won: u64,
    pub lost: u64,
}
