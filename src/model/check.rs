//! What makes a model loadable (errors) and what makes it good (advice).

use crate::model::Model;

/// Why a model is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {}

/// Something to improve; never blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {}

/// Checks a model on its own, without data; returns every error.
pub fn check(_model: &Model) -> Vec<ModelError> {
    Vec::new()
}
