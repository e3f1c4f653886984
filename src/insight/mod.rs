//! What can be asked of the outcomes: statistics over leads that were won or lost. Engine and model below, fronts above.
//!
//! Floats live here and nowhere nearer to a score: what a model reads of this is floored to whole numbers once. Never here:
//! a clock, a file, a screen, or a word.

pub mod agreement;
pub mod bayes;
pub mod contrast;
pub mod exact;
pub mod five;
pub mod gaps;
pub mod ground;
pub mod interval;
pub mod lesson;
pub mod makeup;
pub mod missing;
pub mod patterns;
