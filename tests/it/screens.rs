//! Keys, themes and the pieces of the screens, through their public faces.

pub mod app;

mod axis;
mod capacity;
mod form;
mod import;
mod keys;
mod learned;
mod minutes;
mod models;
mod parts;
mod pieces;
mod questions;
mod session;
mod themes;
mod verdicts;
mod workbench;
