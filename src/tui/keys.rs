//! A key as a person knows it: made the same on every terminal at the one door, read from and written to its name.
//!
//! Never here: what a key does.

use std::fmt;

use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;

use crate::text::Lang;
use crate::text::Msg;
use crate::tui::actions::Context;

/// A key with its modifiers, normalised: a letter holds its own case and never Shift, Back-Tab is Shift+Tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd)]
pub struct Key {
    code: KeyCode,
    mods: KeyModifiers,
}

/// Names of the keys that are not characters; the first of a code is the one that is written.
const NAMED: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("return", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("escape", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("del", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pgup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("pgdn", KeyCode::PageDown),
];

const PREFIXES: &[(&str, KeyModifiers)] =
    &[("ctrl+", KeyModifiers::CONTROL), ("alt+", KeyModifiers::ALT), ("shift+", KeyModifiers::SHIFT)];

impl Key {
    /// Reads a key press, or nothing for a release and for keys that have no name here.
    pub fn from_event(event: &KeyEvent) -> Option<Key> {
        match event.kind {
            KeyEventKind::Press | KeyEventKind::Repeat => Key::new(event.code, event.modifiers),
            KeyEventKind::Release => None,
        }
    }

    /// Makes the key of a terminal's code and modifiers. Terminals differ on Shift, on Ctrl with capitals, on
    /// Backspace and on `AltGr`; here they all say the same.
    pub fn new(code: KeyCode, mods: KeyModifiers) -> Option<Key> {
        if mods.intersects(KeyModifiers::SUPER | KeyModifiers::HYPER | KeyModifiers::META) {
            return None;
        }
        let key = |code, mods| Some(Key { code, mods });
        match code {
            KeyCode::BackTab => key(KeyCode::Tab, mods | KeyModifiers::SHIFT),
            KeyCode::Char(char) => Key::of_char(char, mods),
            KeyCode::F(n) if !(1..=12).contains(&n) => None,
            KeyCode::F(_) => key(code, mods),
            _ if NAMED.iter().any(|(_, named)| *named == code) => key(code, mods),
            _ => None,
        }
    }

    fn of_char(char: char, mods: KeyModifiers) -> Option<Key> {
        let ctrl = mods.contains(KeyModifiers::CONTROL);
        // Windows reports AltGr as Ctrl+Alt, with the character it wrote.
        let altgr = ctrl && mods.contains(KeyModifiers::ALT) && !char.is_ascii_alphanumeric();
        if char.is_control() {
            return None;
        }
        if altgr && char != ' ' {
            return Some(Key { code: KeyCode::Char(char), mods: KeyModifiers::NONE });
        }
        if ctrl {
            let mut mods = mods;
            let lower = one(char.to_lowercase(), char);
            if !lower.is_alphabetic() {
                mods.remove(KeyModifiers::SHIFT);
            }
            // Many terminals send Ctrl+H for Backspace.
            if lower == 'h' && mods == KeyModifiers::CONTROL {
                return Some(Key { code: KeyCode::Backspace, mods: KeyModifiers::NONE });
            }
            return Some(Key { code: KeyCode::Char(lower), mods });
        }
        let shifted = mods.contains(KeyModifiers::SHIFT);
        let char = if shifted && char.is_lowercase() { one(char.to_uppercase(), char) } else { char };
        Some(Key { code: KeyCode::Char(char), mods: mods & KeyModifiers::ALT })
    }

    /// Reads a key's name: `ctrl+z`, `shift+left`, `é`, `+`, `f1`. Nothing where no keyboard could press it.
    pub fn parse(name: &str) -> Option<Key> {
        let mut rest = name;
        let mut mods = KeyModifiers::NONE;
        while let Some((prefix, held)) = PREFIXES.iter().find(|(prefix, _)| {
            rest.len() > prefix.len() && rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
        }) {
            rest = &rest[prefix.len()..];
            mods |= *held;
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(char), None) if !char.is_whitespace() => {
                // Which character Shift makes of a sign depends on the keyboard: the character itself is the name.
                let shift_alone = mods.contains(KeyModifiers::SHIFT) && !char.is_alphabetic();
                if shift_alone {
                    return None;
                }
                KeyCode::Char(char)
            }
            _ => {
                let lower = rest.to_lowercase();
                let named = NAMED.iter().find(|(name, _)| *name == lower).map(|(_, code)| *code);
                named.or_else(|| lower.strip_prefix('f').and_then(|n| n.parse().ok()).map(KeyCode::F))?
            }
        };
        Key::new(code, mods)
    }

    /// Returns the character this key writes in a text field.
    pub fn written(self) -> Option<char> {
        match self.code {
            KeyCode::Char(char) if self.mods.is_empty() => Some(char),
            _ => None,
        }
    }

    /// Returns the terminal's code.
    pub fn code(self) -> KeyCode {
        self.code
    }

    /// Returns the modifiers that are held.
    pub fn mods(self) -> KeyModifiers {
        self.mods
    }

    /// Returns the key press, for a text field that wants the terminal's own event.
    pub fn to_event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.mods)
    }

    /// Returns whether a text field keeps this key for itself: characters and the keys that edit a line.
    pub fn edits_text(self) -> bool {
        match self.code {
            KeyCode::Char(_) if self.mods.is_empty() => true,
            KeyCode::Char(char) => self.mods.contains(KeyModifiers::ALT) || "abdefkuwyz".contains(char),
            KeyCode::Backspace
            | KeyCode::Delete
            | KeyCode::Insert
            | KeyCode::Left
            | KeyCode::Right
            | KeyCode::Home
            | KeyCode::End => true,
            _ => false,
        }
    }

    /// Returns whether this context keeps the key for itself whatever it is bound to elsewhere.
    pub fn stays_in(self, context: Context) -> bool {
        (context.types() && self.edits_text()) || (context.is_modal() && self.written().is_some())
    }

    /// Returns the key as it is shown to people: `↑`, `Ctrl+Z`, `Enter`; arrows as words in plain ASCII.
    pub fn label(self, ascii: bool, lang: Lang) -> String {
        let mut label = String::new();
        for (held, id) in [
            (KeyModifiers::CONTROL, "tui-key-ctrl"),
            (KeyModifiers::ALT, "tui-key-alt"),
            (KeyModifiers::SHIFT, "tui-key-shift"),
        ] {
            if self.mods.contains(held) {
                label.push_str(&lang.say(&Msg { id, args: Vec::new() }));
                label.push('+');
            }
        }
        match (self.code, ascii) {
            (KeyCode::Up, false) => label.push('↑'),
            (KeyCode::Down, false) => label.push('↓'),
            (KeyCode::Left, false) => label.push('←'),
            (KeyCode::Right, false) => label.push('→'),
            (KeyCode::F(n), _) => label.extend(['F'.to_string(), n.to_string()]),
            (KeyCode::Char(char), _) if char != ' ' => {
                if self.mods.is_empty() {
                    label.push(char);
                } else {
                    label.extend(char.to_uppercase());
                }
            }
            (code, _) => label.push_str(&lang.say(&Msg { id: word(code), args: Vec::new() })),
        }
        label
    }
}

impl fmt::Display for Key {
    /// Writes the name that [`Key::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (prefix, held) in PREFIXES {
            if self.mods.contains(*held) {
                f.write_str(prefix)?;
            }
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char(char) => write!(f, "{char}"),
            KeyCode::F(n) => write!(f, "f{n}"),
            _ => Ok(()),
        }
    }
}

/// The first character of a case mapping that is one character long, else the character as it was.
fn one(mut mapped: impl ExactSizeIterator<Item = char>, char: char) -> char {
    if mapped.len() == 1 { mapped.next().unwrap_or(char) } else { char }
}

/// The text id of a key that is shown as a word.
fn word(code: KeyCode) -> &'static str {
    match code {
        KeyCode::Enter => "tui-key-enter",
        KeyCode::Esc => "tui-key-esc",
        KeyCode::Tab => "tui-key-tab",
        KeyCode::Backspace => "tui-key-backspace",
        KeyCode::Delete => "tui-key-delete",
        KeyCode::Insert => "tui-key-insert",
        KeyCode::Up => "tui-key-up",
        KeyCode::Down => "tui-key-down",
        KeyCode::Left => "tui-key-left",
        KeyCode::Right => "tui-key-right",
        KeyCode::Home => "tui-key-home",
        KeyCode::End => "tui-key-end",
        KeyCode::PageUp => "tui-key-pageup",
        KeyCode::PageDown => "tui-key-pagedown",
        _ => "tui-key-space",
    }
}
