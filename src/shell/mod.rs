//! The only place with files, threads, the clock, the terminal and signals.

#![expect(clippy::disallowed_methods, reason = "files, threads, the clock and the environment are at home here")]

mod app_loop;
mod aside;
pub mod colour;
mod demo;
mod files;
mod host;
pub mod intake;
mod manage;
mod open;
mod opener;
mod paths;
mod prefs;
mod rejects;
mod relay;
mod saving;
mod seeker;
mod shot;
pub mod signals;
mod state;
pub mod terminal;
mod upgrade;
mod worker;

use std::process::ExitCode;

pub use host::Shell;

/// Runs the program: arguments in, exit code out.
pub fn main() -> ExitCode {
    let args = std::env::args_os().skip(1).collect();
    ExitCode::from(crate::cli::run(args, &mut Shell::new()))
}
