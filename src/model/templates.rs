//! The built-in models: each a RON file in `assets/templates` that reads like documentation.

use crate::model::Model;
use crate::model::parse;

/// A row of [`TEMPLATES`]: the model's name, which its file bears too, and its text.
macro_rules! built_in {
    ($name:literal) => {
        ($name, include_str!(concat!("../../assets/templates/", $name, ".ron")))
    };
}

/// Names and texts of the built-in models, in the order in which they are offered: the one of the demo, grids, single
/// scores, models by hand, categories, gates, learning, and the shapes that known tools give to a score.
const TEMPLATES: [(&str, &str); 17] = [
    built_in!("busybiz"),
    built_in!("pardot-2x2"),
    built_in!("guide-1-100"),
    built_in!("lead-pilot"),
    built_in!("pain-fit"),
    built_in!("four-questions"),
    built_in!("invox"),
    built_in!("hubspot-contact"),
    built_in!("hubspot-company"),
    built_in!("hubspot-customer"),
    built_in!("iadvize-v1"),
    built_in!("iadvize-v2"),
    built_in!("predictive"),
    built_in!("eloqua"),
    built_in!("hubspot-a1-c3"),
    built_in!("pardot-13"),
    built_in!("relias"),
];

/// Returns the names of the built-in models, in the order in which they are offered.
pub fn template_names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|(name, _)| *name)
}

/// Returns the text of the built-in model of that name, with its comments.
pub fn template_text(name: &str) -> Option<&'static str> {
    TEMPLATES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Returns the built-in model of that name.
pub fn template(name: &str) -> Option<Model> {
    template_text(name).map(|text| parse(text).expect("a test reads every built-in model"))
}
