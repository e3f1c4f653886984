//! Keys, themes and the pieces of the screens, through their public faces.

mod app;
mod import;
mod keys;
mod models;
mod pieces;
mod themes;
mod workbench;
