//! Pieces of a screen
