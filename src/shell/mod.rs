//! The only place with files, threads, the clock, the terminal and signals.

mod app_loop;
pub mod colour;
mod demo;
mod files;
mod host;
pub mod intake;
mod open;
mod paths;
mod prefs;
mod rejects;
mod saving;
pub mod signals;
mod state;
pub mod terminal;
mod worker;

use std::process::ExitCode;

use crate::cli::Shot;
use crate::export::svg::Grid;
use crate::msg;
use crate::problem::Problem;

pub use host::Shell;

/// Runs the program: arguments in, exit code out.
pub fn main() -> ExitCode {
    let args = std::env::args_os().skip(1).collect();
    ExitCode::from(crate::cli::run(args, &mut Shell::new()))
}

/// Draws a screen of the app.
fn shot(_shot: &Shot) -> Result<Grid, Problem> {
    Err(Problem::refused(msg!("cli-app-missing")))
}
