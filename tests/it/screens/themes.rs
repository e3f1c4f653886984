//! Every built-in theme reads, and says without colour what it says with it.

use quadrille::tui::theme::ColourLevel;
use quadrille::tui::theme::Glyphs;
use quadrille::tui::theme::HEAT_STEPS;
use quadrille::tui::theme::Role;
use quadrille::tui::theme::THEME_NAMES;
use quadrille::tui::theme::Theme;
use quadrille::tui::theme::ZONE_LOOKS;
use quadrille::tui::theme::heat_step;
use ratatui::style::Color;
use ratatui::style::Modifier;
use ratatui::style::Style;

const LEVELS: [ColourLevel; 4] = [ColourLevel::None, ColourLevel::Ansi16, ColourLevel::Ansi256, ColourLevel::True];

fn theme(name: &str, level: ColourLevel) -> Theme {
    Theme::named(name, level, Glyphs::UNICODE).unwrap_or_else(|| panic!("no theme {name}"))
}

fn styles(theme: &Theme) -> Vec<Style> {
    let heat = (0..HEAT_STEPS).map(|step| theme.heat(u8::try_from(step).unwrap()));
    let zones = (0..ZONE_LOOKS).map(|zone| theme.zone(zone));
    Role::ALL.into_iter().map(|role| theme.style(role)).chain(heat).chain(zones).collect()
}

#[test]
fn every_theme_keeps_to_the_colours_of_the_terminal() {
    for name in THEME_NAMES {
        for level in LEVELS {
            for style in styles(&theme(name, level)) {
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    let fits = match level {
                        ColourLevel::None => false,
                        ColourLevel::Ansi16 => !matches!(colour, Color::Rgb(..) | Color::Indexed(_)),
                        ColourLevel::Ansi256 => matches!(colour, Color::Indexed(_)),
                        ColourLevel::True => matches!(colour, Color::Rgb(..)),
                    };
                    assert!(fits, "{name} at {level:?} has {colour:?}");
                }
            }
        }
    }
    assert_eq!(Theme::named("pink", ColourLevel::True, Glyphs::UNICODE), None);
}

#[test]
fn the_selection_and_the_focus_are_seen_in_every_theme_and_level() {
    for name in THEME_NAMES {
        for level in LEVELS {
            let theme = theme(name, level);
            assert_ne!(theme.style(Role::Selected), theme.style(Role::Text), "{name} {level:?}");
            assert_ne!(theme.style(Role::Focus), theme.style(Role::Border), "{name} {level:?}");
        }
        let plain = theme(name, ColourLevel::None).style(Role::Selected);
        assert!(plain.add_modifier.contains(Modifier::REVERSED), "{name}");
    }
}

/// Relative luminance, as the contrast rules for the web define it.
fn luminance(colour: Color) -> f64 {
    let Color::Rgb(r, g, b) = colour else { panic!("truecolor wanted") };
    let [r, g, b] = [r, g, b].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_has_contrast_enough_to_be_read() {
    let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
    for (name, ground) in [("dark", black), ("high-contrast", black), ("light", white)] {
        let theme = theme(name, ColourLevel::True);
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Border) {
            let style = theme.style(role);
            let seen = contrast(style.fg.unwrap(), style.bg.unwrap_or(ground));
            assert!(seen >= 4.5, "{name} {role:?}: {seen:.2}");
        }
        for zone in 0..ZONE_LOOKS {
            let style = theme.zone(zone);
            let seen = contrast(style.fg.unwrap(), style.bg.unwrap());
            assert!(seen >= 4.5, "{name} zone {zone}: {seen:.2}");
        }
        let mut last = None;
        for step in 0..7 {
            let style = theme.heat(step);
            let seen = contrast(style.fg.unwrap(), style.bg.unwrap());
            assert!(seen >= 4.5, "{name} heat {step}: {seen:.2}");
            let light = luminance(style.bg.unwrap());
            let rises = last.is_none_or(|last| (last < light) == (ground == black));
            assert!(rises, "{name} heat {step}: the ramp goes one way");
            last = Some(light);
        }
    }
}

#[test]
fn the_environment_says_how_many_colours_there_are() {
    let level = |vars: &'static [(&str, &str)]| {
        ColourLevel::from_env(&move |name| {
            vars.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    };
    let cases: [(&'static [(&str, &str)], ColourLevel); 11] = [
        (&[("TERM", "xterm"), ("COLORTERM", "truecolor")], ColourLevel::True),
        (&[("TERM", "xterm-256color"), ("COLORTERM", "24bit")], ColourLevel::True),
        (&[("TERM", "xterm-direct")], ColourLevel::True),
        (&[("WT_SESSION", "1")], ColourLevel::True),
        (&[("TERM", "screen-256color")], ColourLevel::Ansi256),
        (&[("TERM", "xterm")], ColourLevel::Ansi16),
        (&[("TERM", "dumb")], ColourLevel::None),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], ColourLevel::None),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], ColourLevel::Ansi256),
        (&[("TERM_PROGRAM", "Apple_Terminal"), ("TERM_PROGRAM_VERSION", "455.1")], ColourLevel::Ansi256),
        (&[("TERM_PROGRAM", "Apple_Terminal"), ("TERM_PROGRAM_VERSION", "465")], ColourLevel::True),
    ];
    for (vars, expected) in cases {
        assert_eq!(level(vars), expected, "{vars:?}");
    }
}

#[test]
fn signs_fall_back_to_ascii() {
    assert_eq!(Glyphs::for_locale(Some("fr_FR.UTF-8")), Glyphs::UNICODE);
    assert_eq!(Glyphs::for_locale(Some("en_US.utf8")), Glyphs::UNICODE);
    assert_eq!(Glyphs::for_locale(Some("C")), Glyphs::ASCII);
    assert_eq!(Glyphs::for_locale(None), Glyphs::UNICODE);
    assert_eq!([-3, 0, 3].map(|change| Glyphs::UNICODE.change(change)), ['▼', '=', '▲']);
    assert!(!format!("{:?}", Glyphs::ASCII).contains(|c: char| !c.is_ascii()));
}

#[test]
fn heat_is_none_only_for_none_and_most_for_the_most() {
    assert_eq!([0, 1, 100, 101, 600].map(|count| heat_step(count, 600)), [0, 1, 1, 2, 6]);
    assert_eq!((heat_step(5, 0), heat_step(9, 3), heat_step(u64::MAX, u64::MAX)), (0, 6, 6));
}
