//! The screens, one file each for what it holds and does, one for how it looks.

pub mod detail;
pub mod import;
pub mod leads;
pub mod opening;
pub mod review;
pub mod session;
pub mod welcome;
pub mod workbench;
