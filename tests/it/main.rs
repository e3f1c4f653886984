//! All tests through the public boundary, in one binary: (model, data) to matrix, (state, keys) to screen, (arguments) to output.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::disallowed_methods,
    clippy::format_collect,
    clippy::items_after_statements,
    clippy::struct_field_names,
    clippy::unnecessary_wraps,
    clippy::print_stderr,
    clippy::unwrap_used,
    unreachable_pub,
    reason = "tests touch files, start threads and count small things"
)]

mod agreement;
mod capacity;
mod checks;
mod cli;
mod demo;
mod docs;
mod engine;
mod gallery;
mod generate;
mod import;
mod insight;
mod instants;
mod lists;
mod make;
mod many;
mod minutes;
mod model;
mod numbers;
mod oracles;
mod plain;
mod pty;
mod questions;
mod sample;
mod screens;
mod shares;
mod sheet;
mod shell;
mod sound;
mod store;
mod suggest;
mod taught;
mod tell;
mod templates;
mod text;
mod tidy;
mod travel;
