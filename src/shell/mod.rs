//! The only place with files, threads, the clock, the terminal and signals.

pub mod colour;
mod demo;
mod files;
mod host;
pub mod intake;
mod paths;
mod rejects;
pub mod signals;
mod state;
pub mod terminal;

use std::process::ExitCode;

use crate::cli::AppStart;
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

/// Runs the app.
fn app(_start: &AppStart) -> Result<(), Problem> {
    Err(Problem::refused(msg!("cli-app-missing")))
}

/// Draws a screen of the app.
fn shot(_shot: &Shot) -> Result<Grid, Problem> {
    Err(Problem::refused(msg!("cli-app-missing")))
}
