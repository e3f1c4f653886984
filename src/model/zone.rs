//! What is done with leads: zones, the maps that give cells to them, gates that hold leads back, and alerts beside the score.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Filter;
use crate::model::Predicate;
use crate::model::Window;
use crate::model::Words;

/// A part of the matrix that is treated alike.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Unique in the model; maps name it.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    #[serde(default, skip_serializing_if = "Owner::is_nobody")]
    pub owner: Owner,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub action: Words,
    /// Working hours within which the owner acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla_hours: Option<u32>,
    /// Leads the owner can take in a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_capacity: Option<u32>,
    /// Whether the zone's leads are handed over to sales.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hands_over: bool,
}

/// Who acts on a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Owner {
    #[default]
    Nobody,
    Marketing,
    Sales,
}

impl Owner {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub(super) fn is_nobody(&self) -> bool {
        *self == Owner::Nobody
    }
}

/// A zone for every cell: one row per row band, in any order, each with one zone name per column band.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// (row band's label, zone names from the lowest column band to the highest).
    pub rows: Vec<(String, Vec<String>)>,
}

/// What a lead must meet to go where its cell says. A lead that fails stays in its cell, held, and lands in the gate's zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Unique among the model's gates.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// On fields and, with `Axis(Rows, …)` and `Axis(Columns, …)`, on the two values.
    pub pass: Predicate,
    /// The zone of who fails; the first gate that is failed decides.
    pub zone: String,
}

/// A signal beside the score: who meets the condition and did such a thing is listed, whatever the score and the gates say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alert {
    /// Unique among the model's alerts.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    #[serde(default = "Predicate::everyone", skip_serializing_if = "Predicate::is_everyone")]
    pub when: Predicate,
    pub filter: Filter,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Window>,
    /// What is to be done.
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub action: Words,
}
