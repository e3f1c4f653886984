//! Keys, themes and the pieces of the screens, through their public faces.

mod app;
mod form;
mod import;
mod keys;
mod learned;
mod pieces;
mod themes;
mod workbench;
