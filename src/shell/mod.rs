//! The only place with files, threads, the clock, the terminal and signals.

pub mod colour;
pub mod signals;
pub mod terminal;
