//! The built-in models: each a RON file in `assets/templates` that reads like documentation.

use crate::model::Model;
use crate::model::parse;

/// Names and texts of the built-in models.
const TEMPLATES: [(&str, &str); 1] = [("busybiz", include_str!("../../assets/templates/busybiz.ron"))];

/// Returns the names of the built-in models.
pub fn template_names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|(name, _)| *name)
}

/// Returns the built-in model of that name.
pub fn template(name: &str) -> Option<Model> {
    let (_, text) = TEMPLATES.iter().find(|(known, _)| *known == name)?;
    Some(parse(text).expect("a test reads every built-in model"))
}
