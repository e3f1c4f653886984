//! Keys, themes and the pieces of the screens, through their public faces.

mod keys;
mod pieces;
mod themes;
