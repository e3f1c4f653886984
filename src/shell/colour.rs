//! What the terminal's colours are: how many it has, and whether its background is dark. Never here: which colours are used.

use std::time::Duration;

use terminal_colorsaurus::QueryOptions;
use terminal_colorsaurus::ThemeMode;
use terminal_colorsaurus::theme_mode;

use crate::tui::theme::ColourLevel;

/// What a person asked for with `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// The terminal's background.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Background {
    #[default]
    Dark,
    Light,
}

/// How long a terminal may take to name its background.
pub(super) const ANSWER_WITHIN: Duration = Duration::from_millis(150);

/// Returns how many colours to use. `var` reads an environment variable; `to_terminal` says whether the output is one.
///
/// `--color never`, `NO_COLOR` (not empty) and an output that is no terminal mean none; `--color always` means at least 16.
pub fn colours(when: When, to_terminal: bool, var: impl Fn(&str) -> Option<String>) -> ColourLevel {
    match when {
        When::Auto if to_terminal => ColourLevel::from_env(&var),
        When::Auto | When::Never => ColourLevel::None,
        When::Always => {
            let asked_for = |name: &str| if name == "NO_COLOR" { None } else { var(name) };
            ColourLevel::from_env(&asked_for).max(ColourLevel::Ansi16)
        }
    }
}

/// Asks the terminal for its background, then `COLORFGBG`; dark if neither knows. Call it before the full screen is entered:
/// the answer comes in through the keyboard.
pub fn background(var: impl Fn(&str) -> Option<String>) -> Background {
    let mut options = QueryOptions::default();
    options.timeout = ANSWER_WITHIN;
    match theme_mode(options) {
        Ok(ThemeMode::Dark) => Background::Dark,
        Ok(ThemeMode::Light) => Background::Light,
        Err(_) => var("COLORFGBG").and_then(|colours| background_of(&colours)).unwrap_or_default(),
    }
}

/// Reads `COLORFGBG` (`15;0`, `0;default;15`): its last part is the background's number among the 16 colours.
pub fn background_of(colorfgbg: &str) -> Option<Background> {
    match colorfgbg.rsplit(';').next()?.parse::<u8>().ok()? {
        7 | 9..=15 => Some(Background::Light),
        0..=6 | 8 => Some(Background::Dark),
        16.. => None,
    }
}
