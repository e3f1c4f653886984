//! The model reference: one paragraph and one example for each kind of the language, the one text behind the help and the README.
//!
//! Never here: how it looks on a page.

use serde::Deserialize;

use crate::model::Words;

/// A part of the reference.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub title: Words,
    pub text: Words,
    /// What the section's examples are.
    pub place: Place,
    pub kinds: Vec<Kind>,
}

/// What an example is: parts of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Place {
    /// Fields of the model.
    Model,
    /// Fields of an axis.
    Axis,
    /// Fields of a criterion.
    Criterion,
    Condition,
}

/// A kind, or a few that are only understood together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The words of the language that it explains.
    pub names: Vec<String>,
    pub text: Words,
    pub example: String,
}

/// Returns the model reference.
///
/// # Panics
/// Never: a test reads it.
pub fn reference() -> Vec<Section> {
    ron::from_str(include_str!("../../assets/text/model.ron")).expect("a test reads the reference")
}
