//! What `--help` prints, from the tree of commands: examples first, one line per command. Never here: words.

use std::path::PathBuf;

use clap::Arg;
use clap::Command;

use crate::msg;
use crate::text::Lang;
use crate::text::fit;
use crate::text::width;
use crate::text::wrap;

/// How wide the help gets, in terminal columns.
const WIDTH: usize = 96;
/// The widest an option may be and still have its explanation beside it.
const LEFT_MOST: usize = 30;

/// Renders the help of one command.
pub(super) fn render(command: &Command, path: &str, lang: Lang, globals: &[Arg], places: &[PathBuf; 2]) -> String {
    let mut text = String::new();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    for line in wrap(&about, WIDTH) {
        push(&mut text, &line);
    }
    text.push('\n');
    push(&mut text, &lang.say(&msg!("cli-help-examples")));
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    examples.lines().for_each(|line| push(&mut text, &format!("  {line}")));
    text.push('\n');
    push(&mut text, &lang.say(&msg!("cli-help-usage", usage = usage(command, path, lang))));
    let commands: Vec<(String, String)> = command
        .get_subcommands()
        .filter(|child| !child.is_hide_set())
        .map(|child| (child.get_name().to_owned(), about_of(child)))
        .collect();
    section(&mut text, &lang.say(&msg!("cli-help-commands")), &commands);
    let of = |arg: &Arg| (left(arg), arg.get_help().map(ToString::to_string).unwrap_or_default());
    let words: Vec<_> = command.get_positionals().map(of).collect();
    section(&mut text, &lang.say(&msg!("cli-help-words")), &words);
    let own = command.get_arguments().filter(|arg| !arg.is_positional());
    let (mut options, mut last): (Vec<_>, Vec<_>) = (Vec::new(), Vec::new());
    for arg in own.filter(|arg| !arg.is_global_set()) {
        if matches!(arg.get_id().as_str(), "help" | "version") { last.push(of(arg)) } else { options.push(of(arg)) }
    }
    section(&mut text, &lang.say(&msg!("cli-help-options")), &options);
    let everywhere: Vec<_> = globals.iter().map(of).chain(last).collect();
    section(&mut text, &lang.say(&msg!("cli-help-everywhere")), &everywhere);
    if command.get_name() == path {
        text.push('\n');
        let [workspace, config] = places.each_ref().map(|place| place.display().to_string());
        push(&mut text, &lang.say(&msg!("cli-help-files", path = workspace)));
        push(&mut text, &lang.say(&msg!("cli-help-config", path = config)));
    }
    text
}

/// Returns the usage line after its heading: the command, `[options]`, and its words in their places.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut usage = path.to_owned();
    if command.has_subcommands() {
        let part = lang.say(&msg!("cli-help-command"));
        let is_needed = command.is_subcommand_required_set();
        usage += if is_needed { " " } else { " [" };
        usage += &part;
        usage += if is_needed { "" } else { "]" };
    }
    usage += &lang.say(&msg!("cli-help-optional"));
    for arg in command.get_positionals() {
        let name = left(arg);
        let (open, close) = if arg.is_required_set() { (" ", "") } else { (" [", "]") };
        usage.extend([open, &name, close]);
    }
    usage
}

/// Returns an option as it is typed: `-o, --output FILE`.
fn left(arg: &Arg) -> String {
    let names =
        arg.get_value_names().map(|names| names.iter().map(clap::builder::Str::as_str).collect::<Vec<_>>().join(" "));
    let value = names.filter(|_| arg.get_action().takes_values());
    if arg.is_positional() {
        return value.unwrap_or_default();
    }
    let names = arg.get_short().map(|short| format!("-{short}")).into_iter();
    let names: Vec<String> = names.chain(arg.get_long().map(|long| format!("--{long}"))).collect();
    let names = names.join(", ");
    value.map_or(names.clone(), |value| format!("{names} {value}"))
}

fn about_of(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// Appends a heading and its lines, explanations in one column.
fn section(text: &mut String, heading: &str, lines: &[(String, String)]) {
    if lines.is_empty() {
        return;
    }
    text.push('\n');
    push(text, heading);
    let left = lines.iter().map(|(left, _)| width(left)).filter(|wide| *wide <= LEFT_MOST).max().unwrap_or(LEFT_MOST);
    for (name, help) in lines {
        let help = wrap(help, WIDTH - left - 4);
        let beside = width(name) <= left;
        if !beside {
            push(text, &format!("  {name}"));
        }
        for (at, line) in help.iter().enumerate() {
            let name = if at == 0 && beside { name.as_str() } else { "" };
            push(text, &format!("  {}  {line}", fit(name, left)));
        }
    }
}

fn push(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}
