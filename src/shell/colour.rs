//! What the terminal's colours are: how many it has, and whether its background is dark. Never here: which colours are used.

use std::time::Duration;

use terminal_colorsaurus::QueryOptions;
use terminal_colorsaurus::ThemeMode;
use terminal_colorsaurus::theme_mode;

/// How many colours a terminal shows; more is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// None: bold, reverse and glyphs only.
    None,
    Sixteen,
    TwoHundredFiftySix,
    /// 24 bits.
    True,
}

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
const ANSWER_WITHIN: Duration = Duration::from_millis(150);

/// Returns how many colours to use. `var` reads an environment variable; `to_terminal` says whether the output is one.
///
/// `--color never`, `NO_COLOR` (not empty) and an output that is no terminal mean none; `--color always` means at least 16.
pub fn colours(when: When, to_terminal: bool, var: impl Fn(&str) -> Option<String>) -> Colours {
    let read = |name: &str| var(name).unwrap_or_default().to_ascii_lowercase();
    match when {
        When::Never => Colours::None,
        When::Always => terminal_colours(read).max(Colours::Sixteen),
        When::Auto if !to_terminal || !read("NO_COLOR").is_empty() => Colours::None,
        When::Auto => terminal_colours(read),
    }
}

/// Returns how many colours the environment says the terminal has.
fn terminal_colours(read: impl Fn(&str) -> String) -> Colours {
    let (term, program) = (read("TERM"), read("TERM_PROGRAM"));
    let has = |names: &[&str]| names.iter().any(|name| term.contains(name));
    // The newer Windows terminal names itself; the consoles before it show 16 colours and set no TERM either.
    if !read("WT_SESSION").is_empty() {
        return Colours::True;
    }
    if term == "dumb" || term.is_empty() {
        return if cfg!(windows) && term.is_empty() { Colours::Sixteen } else { Colours::None };
    }
    // Before build 465 Apple's terminal garbles 24-bit colours, whatever COLORTERM claims.
    if program == "apple_terminal" {
        let build = read("TERM_PROGRAM_VERSION").split('.').next().and_then(|build| build.parse::<u32>().ok());
        return if build.is_some_and(|build| build >= 465) { Colours::True } else { Colours::TwoHundredFiftySix };
    }
    if matches!(read("COLORTERM").as_str(), "truecolor" | "24bit")
        || has(&["truecolor", "direct", "kitty", "ghostty", "alacritty", "wezterm", "foot"])
        || matches!(program.as_str(), "iterm.app" | "wezterm" | "vscode" | "ghostty")
    {
        return Colours::True;
    }
    if has(&["256"]) {
        return Colours::TwoHundredFiftySix;
    }
    if has(&["vt1", "vt2", "vt3", "vt5", "mono"]) { Colours::None } else { Colours::Sixteen }
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
