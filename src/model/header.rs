//! What a model says of itself beside its rules: whom it scores, and what marketing and sales have agreed on.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Owner;
use crate::model::Words;

/// What a row of the matrix's counts is.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Entity {
    #[default]
    Contact,
    /// A person or company that has bought: the same leads, read for another sale or the risk of losing them.
    Customer,
    /// All leads with the same value of the field `by` are one; their events are put together. Leads without one are left out.
    Company {
        by: String,
        /// How the members' values become the company's, field by field; others by their type, see [`How::usual`].
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        fields: Vec<(String, How)>,
    },
}

impl Entity {
    pub(super) fn is_contact(&self) -> bool {
        *self == Entity::Contact
    }
}

/// How the known values of a company's members become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// The value that most members have; among equals the one of the member imported first.
    Most,
    /// The value of the member imported first.
    First,
    Highest,
    Lowest,
    /// Numbers only; stops at the ends of `i64`.
    Sum,
}

impl How {
    /// How values of a type are put together when the model does not say: the text of most, the highest number, the newest
    /// date (the oldest, where it tells when a lead was created), yes if any says yes.
    pub fn usual(kind: crate::model::FieldType, role: Option<crate::model::Role>) -> How {
        match kind {
            crate::model::FieldType::Text => How::Most,
            crate::model::FieldType::Date if role == Some(crate::model::Role::Created) => How::Lowest,
            _ => How::Highest,
        }
    }
}

/// A stage of the funnel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    pub name: Words,
    #[serde(default, skip_serializing_if = "Owner::is_nobody")]
    pub owner: Owner,
}

/// A question that marketing and sales answer together before they score, and their answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub question: Words,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub answer: Words,
}
