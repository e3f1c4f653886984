//! The screens: state, actions, key map, update, widgets, theme, draw. Never here: files, threads, the clock or SQL.

pub mod actions;
pub mod keymap;
pub mod keys;
pub mod theme;
pub mod widgets;
