//! How things look by what they mean: roles and a heat ramp to styles, and the signs that say the same without colour.
//!
//! Never here: where anything is drawn. Themes are RON files in `assets/themes`; one holds its colours for every kind of
//! terminal, and [`ColourLevel`] picks among them.

use std::collections::BTreeMap;

use ratatui::style::Color;
use ratatui::style::Modifier;
use ratatui::style::Style;
use ratatui::symbols::border;
use serde::Deserialize;
use serde::Deserializer;
use serde::de::Error as _;
use serde::de::Unexpected;

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Text,
    /// Less important than text.
    Muted,
    Title,
    Border,
    /// The border and title of the pane that has the keys, and the open tab.
    Focus,
    /// The selected row or cell.
    Selected,
    /// Something that can be pressed: a key in the footer, a clickable sign.
    Key,
    /// What a person writes in.
    Input,
    Good,
    Warn,
    Bad,
    /// More than the baseline, a positive weight.
    Up,
    /// Less than the baseline, a negative weight.
    Down,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 13] = [
        Role::Text,
        Role::Muted,
        Role::Title,
        Role::Border,
        Role::Focus,
        Role::Selected,
        Role::Key,
        Role::Input,
        Role::Good,
        Role::Warn,
        Role::Bad,
        Role::Up,
        Role::Down,
    ];
}

/// Steps of the heat ramp, 0 (fewest) to 6 (most).
pub const HEAT_STEPS: usize = 7;

/// How many zones look each different; more begin again.
pub const ZONE_LOOKS: usize = 10;

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColourLevel {
    /// No colour: bold, reverse and underline only.
    None,
    Ansi16,
    Ansi256,
    True,
}

impl ColourLevel {
    /// Reads the level from the environment, whose variables `var` returns.
    pub fn from_env(var: &dyn Fn(&str) -> Option<String>) -> ColourLevel {
        let get = |name: &str| var(name).filter(|value| !value.is_empty());
        let term = get("TERM").unwrap_or_default();
        if get("NO_COLOR").is_some() || term == "dumb" {
            return ColourLevel::None;
        }
        if get("TERM_PROGRAM").as_deref() == Some("Apple_Terminal") {
            // Before build 465 it takes truecolor codes and shows nonsense.
            let build = get("TERM_PROGRAM_VERSION").and_then(|v| v.split('.').next()?.parse::<u32>().ok());
            return if build.is_some_and(|build| build >= 465) { ColourLevel::True } else { ColourLevel::Ansi256 };
        }
        // These have it and say so by their name alone, which is all that passes through ssh.
        let named = ["kitty", "ghostty", "alacritty", "wezterm", "foot"].iter().any(|name| term.contains(name));
        let truecolor = named || matches!(get("COLORTERM").as_deref(), Some("truecolor" | "24bit"));
        if truecolor || term.ends_with("-direct") || get("WT_SESSION").is_some() {
            ColourLevel::True
        } else if term.contains("256color") {
            ColourLevel::Ansi256
        } else {
            ColourLevel::Ansi16
        }
    }
}

/// The signs of the screen. Each says without colour what colour says too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Fill of a matrix cell by heat step.
    pub heat: [char; HEAT_STEPS],
    /// Mostly in the top share, mostly in the next share.
    pub top: char,
    pub next: char,
    pub up: char,
    pub down: char,
    pub same: char,
    /// Stands beside what is not the same in another map.
    pub differs: char,
    pub bar_full: char,
    pub bar_empty: char,
    /// Where the baseline's weight stands on a weight bar.
    pub tick: char,
    /// Heights of a column of a histogram, lowest first; an empty column is a space.
    pub columns: [char; 8],
    pub gauge_full: char,
    pub gauge_empty: char,
    pub scroll_thumb: char,
    pub scroll_track: char,
    /// Stands before the selected row.
    pub cursor: char,
    pub check: char,
    pub cross: char,
    /// Too early, too late, off target, right.
    pub verdicts: [char; 4],
    pub dot: char,
    /// Stands for what was cut off.
    pub ellipsis: char,
    pub border: border::Set<'static>,
    /// Whether all of them are plain ASCII.
    pub ascii: bool,
}

impl Glyphs {
    pub const UNICODE: Glyphs = Glyphs {
        heat: [' ', '░', '░', '▒', '▒', '▓', '█'],
        top: '◆',
        next: '◇',
        up: '▲',
        down: '▼',
        same: '=',
        differs: '≠',
        bar_full: '■',
        bar_empty: '·',
        tick: '│',
        columns: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
        gauge_full: '█',
        gauge_empty: '░',
        scroll_thumb: '█',
        scroll_track: '│',
        cursor: '>',
        check: '✓',
        cross: '✗',
        verdicts: ['◀', '▶', '✗', '✓'],
        dot: '·',
        ellipsis: '…',
        border: border::PLAIN,
        ascii: false,
    };

    pub const ASCII: Glyphs = Glyphs {
        heat: [' ', '.', '.', ':', ':', '#', '@'],
        top: '*',
        next: 'o',
        up: '^',
        down: 'v',
        same: '=',
        differs: '!',
        bar_full: '#',
        bar_empty: '.',
        tick: '|',
        columns: ['_', '.', ',', ':', ';', '+', '*', '#'],
        gauge_full: '#',
        gauge_empty: '.',
        scroll_thumb: '#',
        scroll_track: '|',
        cursor: '>',
        check: '+',
        cross: 'x',
        verdicts: ['<', '>', 'x', '+'],
        dot: '-',
        ellipsis: '~',
        border: border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
        ascii: true,
    };

    /// Returns the set for a locale's name (`fr_FR.UTF-8`, `C`): plain ASCII unless it names UTF-8; Unicode when unset.
    pub fn for_locale(locale: Option<&str>) -> Glyphs {
        let Some(locale) = locale else { return Glyphs::UNICODE };
        let name = locale.to_ascii_lowercase();
        if name.contains("utf-8") || name.contains("utf8") { Glyphs::UNICODE } else { Glyphs::ASCII }
    }

    /// Returns the sign of a change: up, down or the same.
    pub fn change(&self, change: i64) -> char {
        match change {
            1.. => self.up,
            0 => self.same,
            _ => self.down,
        }
    }
}

/// Names of the built-in themes, the default first.
pub const THEME_NAMES: [&str; 4] = ["dark", "light", "high-contrast", "mono"];

/// A theme made for one terminal: styles ready to draw with.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub glyphs: Glyphs,
    styles: [Style; Role::ALL.len()],
    heat: [Style; HEAT_STEPS],
    zones: [Style; ZONE_LOOKS],
}

impl Theme {
    /// Returns the built-in theme of that name, for a terminal of that many colours.
    pub fn named(name: &str, level: ColourLevel, glyphs: Glyphs) -> Option<Theme> {
        let text = match name {
            "dark" => include_str!("../../assets/themes/dark.ron"),
            "light" => include_str!("../../assets/themes/light.ron"),
            "mono" => include_str!("../../assets/themes/mono.ron"),
            "high-contrast" => include_str!("../../assets/themes/high-contrast.ron"),
            _ => return None,
        };
        Some(Theme::read(text, level, glyphs).expect("a test reads every built-in theme"))
    }

    /// Reads a theme file.
    pub fn read(text: &str, level: ColourLevel, glyphs: Glyphs) -> Result<Theme, ron::error::SpannedError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let file: ThemeFile = options.from_str(text)?;
        let look = |role: &Role| file.roles.get(role).map(|look| look.style(level)).unwrap_or_default();
        let heat = file.heat.each_ref().map(|look| look.style(level));
        let zones = file.zones.each_ref().map(|look| look.style(level));
        Ok(Theme { glyphs, styles: Role::ALL.each_ref().map(look), heat, zones })
    }

    /// Returns how this role looks.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// Returns how a cell of this heat looks, 0 (fewest) to 6 (most); more is 6.
    pub fn heat(&self, step: u8) -> Style {
        self.heat[usize::from(step).min(HEAT_STEPS - 1)]
    }

    /// Returns how a cell of the zone with this index looks; a sign tells zones apart where the looks do not.
    pub fn zone(&self, index: usize) -> Style {
        self.zones[index % ZONE_LOOKS]
    }

    /// Returns how a change looks: up, down, or no matter.
    pub fn change(&self, change: i64) -> Style {
        match change {
            1.. => self.style(Role::Up),
            0 => self.style(Role::Muted),
            _ => self.style(Role::Down),
        }
    }
}

/// Returns the heat step of a count among counts whose greatest is `most`: 0 only for none, 6 only near the most.
pub fn heat_step(count: u64, most: u64) -> u8 {
    if count == 0 || most == 0 {
        return 0;
    }
    let step = (u128::from(count.min(most)) * 6).div_ceil(u128::from(most));
    u8::try_from(step).unwrap_or(6)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    roles: BTreeMap<Role, Look>,
    heat: [Look; HEAT_STEPS],
    zones: [Look; ZONE_LOOKS],
}

/// One style for every kind of terminal.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Look {
    fg: Option<Colours>,
    bg: Option<Colours>,
    /// With colours.
    with: Vec<Emphasis>,
    /// Without colours, instead of `with`.
    plain: Vec<Emphasis>,
}

impl Look {
    fn style(&self, level: ColourLevel) -> Style {
        let mut style = Style::new();
        style.fg = self.fg.as_ref().and_then(|colours| colours.at(level));
        style.bg = self.bg.as_ref().and_then(|colours| colours.at(level));
        let emphases = if level == ColourLevel::None { &self.plain } else { &self.with };
        for emphasis in emphases {
            style = style.add_modifier(match emphasis {
                Emphasis::Bold => Modifier::BOLD,
                Emphasis::Underline => Modifier::UNDERLINED,
                Emphasis::Reverse => Modifier::REVERSED,
            });
        }
        style
    }
}

/// One colour as truecolor (`#rrggbb`), of 256, and of 16 by name (`reset`: the terminal's own).
#[derive(Deserialize)]
struct Colours(Hue, u8, Hue);

impl Colours {
    fn at(&self, level: ColourLevel) -> Option<Color> {
        match level {
            ColourLevel::None => None,
            ColourLevel::Ansi16 => Some(self.2.0),
            ColourLevel::Ansi256 => Some(Color::Indexed(self.1)),
            ColourLevel::True => Some(self.0.0),
        }
    }
}

struct Hue(Color);

impl<'de> Deserialize<'de> for Hue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hue, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map(Hue).map_err(|_| D::Error::invalid_value(Unexpected::Str(&name), &"#rrggbb"))
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Emphasis {
    Bold,
    Underline,
    Reverse,
}
