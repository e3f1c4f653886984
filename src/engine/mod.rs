//! Columns in, scores out. A pure function of (model, data, as-of): no clock, file, thread, terminal or database.
//!
//! Integers only: every contribution is a whole number of micropoints and nothing is rounded until it is shown.

pub mod alerts;
mod axis;
mod buckets;
mod by_block;
pub mod columns;
pub mod decay;
pub mod derive;
pub mod events;
pub mod explain;
mod gates;
pub mod hits;
mod idle;
pub mod instants;
pub mod numbers;
pub mod order;
mod place;
pub mod predicate;
pub mod rank;
pub mod roll_up;
pub mod score;
pub mod spread;
pub mod sums;
pub mod sweep;
pub mod ticks;
