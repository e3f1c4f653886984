//! quadrille: a terminal workbench for designing and reviewing lead-scoring matrices.
//!
//! # The map
//!
//! Imports point one way:
//!
//! ```text
//! main ─► shell ─► cli, tui ─► workbench ─► insight ─► review ─► engine ─► model
//!            └───► store ─► review; export ─► workbench; import, generate ─► engine, model     text, problem: leaves
//! ```
//!
//! - [`model`]: what a scoring model is; validation; edits with inverses; RON text in and out.
//! - [`engine`]: columns in, scores out: columns, compile, score, matrix, rank, explain.
//! - [`review`]: what people found of leads: verdicts, hunches, the log of both, and the reviews they are given in.
//! - [`insight`]: statistics over leads, outcomes and verdicts. Floats, floored before a model reads them.
//! - [`workbench`]: model + data + derived state; `apply(edit)`, undo, redo; plain answers for both fronts.
//! - [`store`]: the only place that names rusqlite: schema, leads, events, models, edits.
//! - [`import`]: bytes to typed rows and row problems.
//! - [`export`]: values to bytes, one file per format.
//! - [`generate`]: the seeded demo data.
//! - [`text`]: languages, numbers, dates, and the cleaning of other people's text.
//! - [`problem`]: one error for people: what, where, what to do.
//! - [`tui`]: state, actions, key map, update, screens, overlays, widgets, theme, draw.
//! - [`cli`]: one file per command.
//! - [`shell`]: the only place with files, threads, the clock, the terminal and signals.
//!
//! # Invariants
//!
//! Each is held by a test in `tests/it/tidy.rs`:
//!
//! 1. `model` and `engine` know no clock, file, thread, terminal or database. No float in a score.
//! 2. `tui` and `cli` never name `store`; drawing is a function of state.
//! 3. SQL lives in `store`; values are bound, identifiers quoted by one function.
//! 4. One table of actions gives the key map, the help, the footer, the menu and the README's key table.
//! 5. Text from data is cleaned before it reaches a terminal.
//! 6. Every module's first lines say what lives there; files stay under about 500 lines.

pub mod cli;
pub mod engine;
pub mod export;
pub mod generate;
pub mod import;
pub mod insight;
pub mod model;
pub mod problem;
pub mod review;
pub mod shell;
pub mod store;
pub mod text;
pub mod tui;
pub mod workbench;
