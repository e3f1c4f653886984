//! All tests through the public boundary, in one binary: (model, data) to matrix, (state, keys) to screen, (arguments) to output.

mod cli;
mod docs;
mod engine;
mod generate;
mod import;
mod model;
mod pty;
mod screens;
mod store;
mod text;
mod tidy;
