//! Keys are the same on every terminal, the table is sound, and a person's own keys are checked as a whole.

use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use quadrille::text::Lang;
use quadrille::tui::actions::Action;
use quadrille::tui::actions::Context;
use quadrille::tui::actions::SPECS;
use quadrille::tui::keymap::KeyMap;
use quadrille::tui::keymap::key_table;
use quadrille::tui::keys::Key;

fn key(name: &str) -> Key {
    Key::parse(name).unwrap_or_else(|| panic!("no key {name}"))
}

fn pressed(code: KeyCode, mods: KeyModifiers) -> Option<String> {
    Key::from_event(&KeyEvent::new(code, mods)).map(|key| key.to_string())
}

// --- Keys ---

#[test]
fn terminals_that_differ_say_the_same_key() {
    let (none, shift, ctrl) = (KeyModifiers::NONE, KeyModifiers::SHIFT, KeyModifiers::CONTROL);
    let cases = [
        (KeyCode::Char('a'), none, Some("a")),
        (KeyCode::Char('A'), none, Some("A")),
        (KeyCode::Char('A'), shift, Some("A")),
        (KeyCode::Char('a'), shift, Some("A")),
        (KeyCode::Char('é'), shift, Some("É")),
        (KeyCode::Char('ß'), shift, Some("ß")),
        (KeyCode::Char('?'), shift, Some("?")),
        (KeyCode::Char('+'), none, Some("+")),
        (KeyCode::Char(' '), shift, Some("space")),
        (KeyCode::Char('z'), ctrl, Some("ctrl+z")),
        (KeyCode::Char('Z'), ctrl, Some("ctrl+z")),
        (KeyCode::Char('Z'), ctrl | shift, Some("ctrl+shift+z")),
        (KeyCode::Char('h'), ctrl, Some("backspace")),
        (KeyCode::BackTab, none, Some("shift+tab")),
        (KeyCode::BackTab, shift, Some("shift+tab")),
        (KeyCode::Left, shift, Some("shift+left")),
        // AltGr on Windows.
        (KeyCode::Char('{'), ctrl | KeyModifiers::ALT, Some("{")),
        (KeyCode::Char('x'), KeyModifiers::ALT, Some("alt+x")),
        (KeyCode::F(1), none, Some("f1")),
        (KeyCode::F(30), none, None),
        (KeyCode::Char('c'), KeyModifiers::SUPER, None),
        (KeyCode::Char('\u{7}'), none, None),
        (KeyCode::Null, none, None),
        (KeyCode::CapsLock, none, None),
    ];
    for (code, mods, expected) in cases {
        assert_eq!(pressed(code, mods).as_deref(), expected, "{code:?} {mods:?}");
    }
    let released = KeyEvent::new_with_kind(KeyCode::Char('a'), none, KeyEventKind::Release);
    let held = KeyEvent::new_with_kind(KeyCode::Char('a'), none, KeyEventKind::Repeat);
    assert_eq!((Key::from_event(&released), Key::from_event(&held)), (None, Key::parse("a")));
}

#[test]
fn a_key_reads_as_it_is_written() {
    for name in ["a", "A", "é", "+", "ctrl+z", "ctrl++", "shift+left", "ctrl+shift+z", "space", "alt+x", "f12", "\""] {
        assert_eq!(key(name).to_string(), name);
        let event = key(name).to_event();
        assert_eq!(Key::from_event(&event), Some(key(name)), "{name}");
    }
    for (said, name) in [
        ("Ctrl+Z", "ctrl+z"),
        ("PgDn", "pagedown"),
        ("Escape", "esc"),
        ("shift+a", "A"),
        ("F1", "f1"),
        ("del", "delete"),
    ] {
        assert_eq!(key(said).to_string(), name);
    }
    for name in ["", " ", "ctrl+", "shift+1", "shift++", "f0", "f13", "hyper+x", "ab", "ctrl+ab", "é́é"] {
        assert_eq!(Key::parse(name), None, "{name}");
    }
}

#[test]
fn a_key_is_shown_in_the_language() {
    let shown = |name, lang| key(name).label(false, lang);
    assert_eq!(
        ["up", "ctrl+z", "shift+left", "enter", "D", "f1"].map(|name| shown(name, Lang::En)),
        ["↑", "Ctrl+Z", "Shift+←", "Enter", "D", "F1"]
    );
    assert_eq!(
        ["space", "esc", "shift+tab", "delete"].map(|name| shown(name, Lang::Fr)),
        ["Espace", "Échap", "Maj+Tab", "Suppr"]
    );
    assert_eq!(key("up").label(true, Lang::En), "Up");
}

// --- The table ---

#[test]
fn the_table_is_sound() {
    for (index, spec) in SPECS.iter().enumerate() {
        assert_eq!(spec.action as usize, index);
        assert_eq!(Action::from_name(spec.name), Some(spec.action));
        assert!(spec.contexts().next().is_some(), "{} is nowhere", spec.name);
        for lang in Lang::ALL {
            for text in [spec.action.text(), spec.action.short()] {
                assert_ne!(lang.say(&text), text.id, "no text in {lang:?}");
            }
            let short = lang.say(&spec.action.short());
            assert!(short.chars().count() <= 12, "too long for the footer: {short}");
        }
        for name in spec.bindings.iter().flat_map(|binding| binding.keys) {
            let parsed = Key::parse(name).unwrap_or_else(|| panic!("{}: no key {name}", spec.name));
            assert_eq!(parsed.to_string(), *name);
        }
    }
    for lang in Lang::ALL {
        for context in Context::ALL {
            assert_ne!(lang.say(&context.title()), context.title().id);
        }
    }
    assert_eq!(Action::from_name("no-such-action"), None);
}

#[test]
fn no_default_needs_altgr_alt_or_a_function_key_alone() {
    let map = KeyMap::default();
    for action in Action::ALL {
        let keys = map.keys_of(*action);
        for key in &keys {
            assert!(!key.mods().contains(KeyModifiers::ALT), "{action:?} {key}");
            // Written with AltGr on a French keyboard.
            assert!(!key.written().is_some_and(|char| "[]{}@#\\|~^`€".contains(char)), "{action:?} {key}");
        }
        let only_function = !keys.is_empty() && keys.iter().all(|key| matches!(key.code(), KeyCode::F(_)));
        assert!(!only_function, "{action:?}");
        // A digit needs Shift on a French keyboard: there is another way.
        let only_digits = !keys.is_empty() && keys.iter().all(|key| key.written().is_some_and(|c| c.is_ascii_digit()));
        assert!(!only_digits, "{action:?}");
    }
}

#[test]
fn no_key_means_two_things_and_every_key_is_reached() {
    let map = KeyMap::default();
    assert_eq!(map.clashes(), []);
    for spec in SPECS {
        for context in spec.contexts() {
            for binding in spec.bindings.iter().filter(|binding| binding.contexts.contains(&context)) {
                for name in binding.keys {
                    let found = map.resolve(&[context, Context::Global], key(name));
                    assert_eq!(found, Some(spec.action), "{name} in {context:?}");
                }
            }
        }
    }
}

#[test]
fn the_innermost_context_decides() {
    let map = KeyMap::default();
    let cases: [(&[Context], &str, Option<Action>); 17] = [
        (&[Context::Criteria, Context::Global], "left", Some(Action::WeightDown)),
        (&[Context::Matrix, Context::Global], "left", Some(Action::MoveLeft)),
        (&[Context::Criteria, Context::Global], "-", Some(Action::WeightDown)),
        (&[Context::Criteria, Context::Global], "é", Some(Action::ScreenLeads)),
        (&[Context::Leads, Context::Global], "g", Some(Action::Right)),
        (&[Context::Detail, Context::Global], "n", Some(Action::NextLead)),
        (&[Context::Criteria, Context::Global], "q", Some(Action::Quit)),
        // A text field keeps letters and what edits a line, and nothing else.
        (&[Context::TextField, Context::Leads, Context::Global], "q", None),
        (&[Context::TextField, Context::Leads, Context::Global], "left", None),
        (&[Context::TextField, Context::Leads, Context::Global], "ctrl+z", None),
        (&[Context::TextField, Context::Leads, Context::Global], "down", Some(Action::MoveDown)),
        (&[Context::TextField, Context::Leads, Context::Global], "ctrl+c", Some(Action::Quit)),
        (&[Context::TextField, Context::Leads, Context::Global], "enter", Some(Action::Accept)),
        (&[Context::Picker, Context::Global], "tab", Some(Action::Mark)),
        // An overlay keeps the letters it does not use.
        (&[Context::Form, Context::Global], "q", None),
        (&[Context::Form, Context::Global], "space", Some(Action::Toggle)),
        (&[Context::Form, Context::Global], "esc", Some(Action::Back)),
    ];
    for (contexts, name, expected) in cases {
        assert_eq!(map.resolve(contexts, key(name)), expected, "{name} in {contexts:?}");
    }
}

#[test]
fn labels_are_those_that_work_where_one_is() {
    let map = KeyMap::default();
    let workbench = [Context::Criteria, Context::Global];
    let label = |contexts: &[Context], actions: &[Action]| map.label(contexts, actions, false, Lang::Fr);
    assert_eq!(label(&workbench, &[Action::MoveUp, Action::MoveDown]), "↑↓");
    assert_eq!(label(&workbench, &[Action::WeightDownMore, Action::WeightUpMore]), "H L");
    assert_eq!(label(&workbench, &[Action::Help]), "?");
    assert_eq!(label(&[Context::TextField, Context::Global], &[Action::Help]), "F1");
    assert_eq!(label(&workbench, &[Action::NextLead]), "");
    assert_eq!(map.keys_in(&[Context::Leads, Context::Global], Action::MoveFirst), [key("home")]);
}

// --- A person's own keys ---

#[test]
fn own_keys_replace_those_of_the_actions_named_only() {
    let text = r#"
        // My keys.
        (keys: {
            "weight-up": ["i", "Right"], // as in my editor
            "undo": [],
        })"#;
    let (map, problems) = KeyMap::with_overrides("keys.ron", text);
    assert_eq!(problems, []);
    assert_eq!(map.keys_of(Action::WeightUp), [key("i"), key("right")]);
    assert_eq!(map.keys_of(Action::Undo), []);
    assert_eq!(map.keys_of(Action::Redo), KeyMap::default().keys_of(Action::Redo));
    let criteria = [Context::Criteria, Context::Global];
    assert_eq!(map.resolve(&criteria, key("i")), Some(Action::WeightUp));
    assert_eq!(map.resolve(&criteria, key("+")), None);
    assert_eq!(KeyMap::with_overrides("keys.ron", "()"), (KeyMap::default(), vec![]));
}

/// Checks what is told of a key file, hints left out.
#[track_caller]
fn check(text: &str, lang: Lang, expected: &[&str]) {
    let (map, problems) = KeyMap::with_overrides("keys.ron", text);
    assert_eq!(map, KeyMap::default(), "with a mistake the defaults stay");
    let told: Vec<String> = problems
        .iter()
        .map(|problem| {
            let place = problem.place.clone().unwrap_or_default();
            assert_eq!(place.file, "keys.ron");
            format!("{}: {}", place.line.unwrap_or(0), lang.say(&problem.text).replace('\u{a0}', " "))
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn every_mistake_is_told_at_once_with_its_line() {
    let text = "(keys: {\n    // \"undo\": [\"nokey\"],\n    \"wieght-up\": [\"x\"],\n    \"undo\": [\"nokey\", \"z\"],\n    \
                \"copy\": [\"v\"],\n    \"undo\": [\"ctrl+shift+1é\"],\n    \"accept\": [\"a\"],\n})";
    check(
        text,
        Lang::En,
        &[
            "3: There is no action “wieght-up”.",
            "4: “nokey”, for “undo”, is no key.",
            "5: The key “v” would mean both “cell-view” and “copy” (Criteria).",
            "6: The action “undo” is given keys twice.",
            "6: “ctrl+shift+1é”, for “undo”, is no key.",
            "7: The key “a” cannot be “accept”: it writes text there (List with search).",
        ],
    );
    let (_, problems) = KeyMap::with_overrides("keys.ron", text);
    let hints = problems[0].tell(Lang::En);
    assert!(hints.iter().any(|hint| hint.contains("weight-up")), "{hints:?}");
    assert!(hints.iter().any(|hint| hint.contains("default keys")), "{hints:?}");
}

#[test]
fn a_clash_with_a_key_of_everywhere_is_told() {
    check(
        "(keys: {\"copy\": [\"?\"]})",
        Lang::Fr,
        &["1: La touche « ? » voudrait dire à la fois « copy » et « help » (Partout)."],
    );
}

#[test]
fn a_file_that_is_no_key_file_says_where() {
    check("(keys: {\n  \"undo\": \"u\"})", Lang::En, &["2: The key file cannot be read: Expected opening `[`"]);
    check(
        "(keyz: {})",
        Lang::En,
        &["1: The key file cannot be read: Unexpected field named `keyz` in `KeyFile`, expected `keys` instead"],
    );
    check("", Lang::En, &["1: The key file cannot be read: Expected opening `(` for struct `KeyFile`"]);
}

#[test]
fn the_table_of_keys_is_markdown_in_both_languages() {
    let map = KeyMap::default();
    let table = key_table(&map, Lang::En);
    assert!(table.starts_with("| Keys | What they do | Where |\n|---|---|---|\n"), "{table}");
    assert!(
        table.contains("| `→` `L` `=` `+` | Raise the weight by 1 | Criteria |\n")
            || table.contains("| `→` `l` `=` `+` | Raise the weight by 1 | Criteria |\n"),
        "{table}"
    );
    let french = key_table(&map, Lang::Fr);
    assert!(french.contains("| `?` `F1` | Aide et touches | Partout |\n"), "{french}");
    assert!(french.contains("| `Échap` | Revenir | Partout |\n"), "{french}");
    assert_eq!(table.lines().count(), Action::ALL.len() + 2);
}
