//! The whole screen from the state: header, screen, message, footer, overlays. Drawing changes nothing.

use ratatui::Frame;

use crate::tui::app::App;

/// Draws the app.
pub fn draw(app: &App, frame: &mut Frame) {
    let _ = (app, frame);
}
