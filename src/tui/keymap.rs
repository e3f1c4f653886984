//! Which key means which action, where: the defaults of the table of actions, and a person's own keys over them.
//!
//! Never here: what a key is called, what an action does, or files: the text of a key file is handed in.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fmt;
use std::fmt::Write as _;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::MapAccess;
use serde::de::Visitor;

use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::actions::SPECS;
use crate::tui::keys::Key;

/// The keys in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyMap {
    /// For each action in the order of [`Action::ALL`]: its keys and where each holds.
    bound: Vec<Vec<Bound>>,
    at: HashMap<(Context, Key), Action>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    key: Key,
    contexts: Vec<Context>,
}

/// One key that means two things in the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    pub key: Key,
    pub first: Action,
    pub second: Action,
    /// Where the second is; the first is there too.
    pub context: Context,
}

impl Default for KeyMap {
    /// The keys of the table.
    fn default() -> KeyMap {
        KeyMap::of(SPECS.iter().map(|spec| default_keys(spec.action)).collect())
    }
}

impl KeyMap {
    fn of(bound: Vec<Vec<Bound>>) -> KeyMap {
        let mut at = HashMap::new();
        for (action, keys) in Action::ALL.iter().zip(&bound) {
            for Bound { key, contexts } in keys {
                for context in contexts {
                    at.entry((*context, *key)).or_insert(*action);
                }
            }
        }
        KeyMap { bound, at }
    }

    /// Reads a person's key file, `(keys: {"weight-up": ["+", "right"]})`: the keys given replace the defaults of the
    /// actions named. With any mistake the map is the default one, and every mistake is told.
    pub fn with_overrides(file: &str, text: &str) -> (KeyMap, Vec<Problem>) {
        let (map, problems) = read_overrides(text);
        if problems.is_empty() {
            return (map, problems);
        }
        let told = problems.into_iter().map(|problem| problem.in_file(file).hint(msg!("tui-keys-defaults"))).collect();
        (KeyMap::default(), told)
    }

    /// Returns what this key means where these contexts are open, innermost first. A text field keeps what edits text;
    /// an overlay keeps the letters it does not bind.
    pub fn resolve(&self, contexts: &[Context], key: Key) -> Option<Action> {
        for context in contexts {
            if context.types() && key.stays_in(*context) {
                return None;
            }
            if let Some(action) = self.at.get(&(*context, key)) {
                return Some(*action);
            }
            if key.stays_in(*context) {
                return None;
            }
        }
        None
    }

    /// Returns the keys of an action, the one to show first.
    pub fn keys_of(&self, action: Action) -> Vec<Key> {
        let mut keys = Vec::new();
        for bound in &self.bound[action as usize] {
            if !keys.contains(&bound.key) {
                keys.push(bound.key);
            }
        }
        keys
    }

    /// Returns the keys by which these open contexts (innermost first) reach the action.
    pub fn keys_in(&self, contexts: &[Context], action: Action) -> Vec<Key> {
        self.keys_of(action).into_iter().filter(|key| self.resolve(contexts, *key) == Some(action)).collect()
    }

    /// Returns the first key of each action as one label for the footer, like `↑↓` or `u`; nothing when none is bound.
    pub fn label(&self, contexts: &[Context], actions: &[Action], ascii: bool, lang: Lang) -> String {
        let labels: Vec<String> = actions
            .iter()
            .filter_map(|action| self.keys_in(contexts, *action).first().map(|key| key.label(ascii, lang)))
            .collect();
        let tight = labels.iter().all(|label| label.chars().count() == 1 && !label.is_ascii());
        labels.join(if tight { "" } else { " " })
    }

    /// Returns every key that means two things in contexts that are open together.
    pub fn clashes(&self) -> Vec<Clash> {
        let mut all: Vec<(Key, Context, Action)> = Vec::new();
        for (action, keys) in Action::ALL.iter().zip(&self.bound) {
            for bound in keys {
                all.extend(bound.contexts.iter().map(|context| (bound.key, *context, *action)));
            }
        }
        let mut clashes: Vec<Clash> = Vec::new();
        for (i, &(key, context, second)) in all.iter().enumerate() {
            for &(_, _, first) in
                all[..i].iter().filter(|(k, c, first)| *k == key && *first != second && c.overlaps(context))
            {
                if !clashes.iter().any(|c| c.key == key && c.first == first && c.second == second) {
                    clashes.push(Clash { key, first, second, context });
                }
            }
        }
        clashes
    }
}

/// Returns the table of all actions and their keys in Markdown, in that language.
pub fn key_table(map: &KeyMap, lang: Lang) -> String {
    let mut table = format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        lang.say(&msg!("tui-table-keys")),
        lang.say(&msg!("tui-table-action")),
        lang.say(&msg!("tui-table-where"))
    );
    for spec in SPECS {
        let keys: Vec<String> = map.keys_of(spec.action).iter().map(|key| code_span(&key.label(false, lang))).collect();
        let mut places: Vec<String> = Vec::new();
        let everywhere = spec.contexts().any(|context| context == Context::Global);
        for context in spec.contexts().filter(|context| !everywhere || *context == Context::Global) {
            let title = lang.say(&context.title());
            if !places.contains(&title) {
                places.push(title);
            }
        }
        let keys = if keys.is_empty() { lang.say(&msg!("tui-table-menu-only")) } else { keys.join(" ") };
        let text = lang.say(&spec.action.text());
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {keys} | {text} | {} |", places.join(", "));
    }
    table
}

fn code_span(label: &str) -> String {
    if label.contains('`') { format!("`` {label} ``") } else { format!("`{}`", label.replace('|', "\\|")) }
}

fn default_keys(action: Action) -> Vec<Bound> {
    let mut keys = Vec::new();
    for binding in action.spec().bindings {
        for name in binding.keys {
            let key = Key::parse(name).expect("a test reads every default key of the table");
            keys.push(Bound { key, contexts: binding.contexts.to_vec() });
        }
    }
    keys
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    #[serde(default)]
    keys: Pairs,
}

/// The entries of a map in the order of the file, doubles included, so that a double can be told.
#[derive(Default)]
struct Pairs(Vec<(String, Vec<String>)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pairs, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("{\"action\": [\"key\"]}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}

fn read_overrides(text: &str) -> (KeyMap, Vec<Problem>) {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let file: KeyFile = match options.from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span.start;
            let problem = Problem::refused(msg!("tui-keys-unreadable", why = error.code.to_string()));
            return (KeyMap::default(), vec![problem.at(at.line as u64, Some(at.col as u64))]);
        }
    };
    let mut bound: Vec<Vec<Bound>> = SPECS.iter().map(|spec| default_keys(spec.action)).collect();
    let mut problems = Vec::new();
    let mut lines = Lines::of(text);
    let mut line_of: HashMap<Action, u64> = HashMap::new();
    for (name, keys) in file.keys.0 {
        let line = lines.next_line_with(&name);
        let Some(action) = Action::from_name(&name) else {
            let problem = Problem::refused(msg!("tui-keys-unknown-action", name = &name)).at(line, None);
            problems.push(match nearest(&name) {
                Some(near) => problem.hint(msg!("tui-keys-did-you-mean", name = near)),
                None => problem,
            });
            for key in &keys {
                lines.next_line_with(key);
            }
            continue;
        };
        if line_of.insert(action, line).is_some() {
            problems.push(Problem::refused(msg!("tui-keys-twice", name = &name)).at(line, None));
        }
        bound[action as usize] = read_keys(action, &keys, &mut lines, &mut problems);
    }
    let map = KeyMap::of(bound);
    for clash in map.clashes() {
        let line = line_of.get(&clash.second).max(line_of.get(&clash.first)).copied();
        let problem = Problem::refused(msg!(
            "tui-keys-clash",
            key = clash.key.to_string(),
            first = clash.first.name(),
            second = clash.second.name(),
            place = clash.context.title(),
        ));
        problems.push(match line {
            Some(line) => problem.at(line, None),
            None => problem,
        });
    }
    problems.sort_by_key(|problem| problem.place.as_ref().and_then(|place| place.line));
    (map, problems)
}

fn read_keys(action: Action, names: &[String], lines: &mut Lines, problems: &mut Vec<Problem>) -> Vec<Bound> {
    let contexts: Vec<Context> = action.spec().contexts().collect::<BTreeSet<_>>().into_iter().collect();
    let mut keys: Vec<Bound> = Vec::new();
    for name in names {
        let line = lines.next_line_with(name);
        let Some(key) = Key::parse(name) else {
            let problem = Problem::refused(msg!("tui-keys-unknown-key", key = name, name = action.name()));
            problems.push(problem.at(line, None).hint(msg!("tui-keys-names")));
            continue;
        };
        if let Some(context) = contexts.iter().find(|context| context.types() && key.stays_in(**context)) {
            let text = msg!("tui-keys-typed", key = name, name = action.name(), place = context.title());
            problems.push(Problem::refused(text).at(line, None));
        }
        if !keys.iter().any(|bound| bound.key == key) {
            keys.push(Bound { key, contexts: contexts.clone() });
        }
    }
    keys
}

/// Finds the lines of quoted words met one after the other; the RON reader tells a line only for what it refuses.
struct Lines {
    text: String,
    at: usize,
}

impl Lines {
    fn of(text: &str) -> Lines {
        Lines { text: without_comments(text), at: 0 }
    }

    /// Returns the line (from 1) of the next `"word"`, as it would be written plainly; where it is written with escapes,
    /// the line reached so far.
    fn next_line_with(&mut self, word: &str) -> u64 {
        let quoted = format!("{word:?}");
        if let Some(found) = self.text[self.at..].find(&quoted) {
            self.at += found + quoted.len();
        }
        1 + self.text[..self.at].matches('\n').count() as u64
    }
}

/// Returns the text with its line comments blanked out, lines kept: words in them are not entries.
fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut quoted = false;
    let mut comment = false;
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if comment {
            comment = char != '\n';
        } else if quoted {
            quoted = char != '"';
            if char == '\\' {
                plain.push(char);
                plain.extend(chars.next());
                continue;
            }
        } else {
            quoted = char == '"';
            comment = char == '/' && chars.peek() == Some(&'/');
        }
        plain.push(if comment { ' ' } else { char });
    }
    plain
}

/// Returns the action's name that shares the most with a mistyped one.
fn nearest(name: &str) -> Option<&'static str> {
    let pairs = |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let wanted = pairs(&name.to_lowercase());
    SPECS
        .iter()
        .map(|spec| (spec.name, pairs(spec.name)))
        .map(|(name, has)| (2 * wanted.intersection(&has).count() * 100 / (wanted.len() + has.len()).max(1), name))
        .max_by_key(|(likeness, _)| *likeness)
        .filter(|(likeness, _)| *likeness >= 50)
        .map(|(_, name)| name)
}
