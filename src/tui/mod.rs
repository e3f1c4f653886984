//! The screens: state, actions, key map, update, widgets, theme, draw. Never here: files, threads, the clock or SQL.

pub mod actions;
pub mod app;
pub mod blocked;
pub mod click;
pub mod cursor;
pub mod draw;
pub mod keymap;
pub mod keys;
pub mod layout;
pub mod overlays;
pub mod saying;
pub mod screens;
pub mod studies;
pub mod theme;
pub mod update;
pub mod widgets;
