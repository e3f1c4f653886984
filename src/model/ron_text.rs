//! Models as RON text: reading with errors that name line, column and the nearest right word; writing in a stable order.

use ron::extensions::Extensions;

use crate::model::Model;

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads a model.
pub fn parse(text: &str) -> Result<Model, ron::error::SpannedError> {
    options().from_str(text)
}

/// Writes a model; [`parse`] reads it back equal.
///
/// # Panics
/// Never: every value a model can hold has a text form.
pub fn to_ron(model: &Model) -> String {
    let pretty = ron::ser::PrettyConfig::default();
    options().to_string_pretty(model, pretty).expect("every value a model can hold has a text form")
}
