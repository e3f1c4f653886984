//! What `--help` and `help` print: a command's page from the tree of commands, examples first; the model reference. Never
//! here: words.

use std::path::PathBuf;

use clap::Arg;
use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::model::Words;
use crate::model::nearest;
use crate::model::reference::reference;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::fit;
use crate::text::width;
use crate::text::wrap;

/// How wide the help gets, in terminal columns.
const WIDTH: usize = 96;
/// The widest an option may be and still have its explanation beside it.
const LEFT_MOST: usize = 30;

/// The topic that is no command's page: how a model is written.
const MODEL: &str = "model";

pub(super) fn command(lang: Lang) -> Command {
    let topic = args::word(lang, "topic", msg!("cli-value-topic"), msg!("cli-arg-topic"));
    args::command(lang, "help", msg!("cli-help-about"), msg!("cli-help-command-examples")).arg(topic)
}

/// Prints a topic: the model reference, or a command's page; without one, that of the program.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let lang = ctx.lang;
    let mut tree = args::helped(lang, ctx.host);
    let text = match args::text(matches, "topic") {
        None => tree.render_help().to_string(),
        Some(MODEL) => model(lang),
        Some(topic) => {
            let names: Vec<String> = tree.get_subcommands().map(|command| command.get_name().to_owned()).collect();
            let Some(command) = tree.find_subcommand_mut(topic) else {
                let near = nearest(topic, names.iter().map(String::as_str));
                let hint = near.map_or_else(|| msg!("cli-usage-help"), |near| msg!("cli-usage-nearest", word = near));
                return Err(Problem::usage(msg!("cli-help-no-topic", topic = topic)).hint(hint).into());
            };
            command.render_help().to_string()
        }
    };
    ctx.host.out().write_all(text.as_bytes())?;
    Ok(0)
}

/// Renders the model reference; examples as they are, to be copied.
fn model(lang: Lang) -> String {
    let mut text = String::new();
    let say = |text: &mut String, words: &Words, indent: &str| {
        for line in wrap(words.get(lang == Lang::Fr).unwrap_or_default(), WIDTH - indent.len()) {
            push(text, &format!("{indent}{line}"));
        }
    };
    for section in reference() {
        say(&mut text, &section.title, "");
        say(&mut text, &section.text, "  ");
        for kind in section.kinds {
            push(&mut text, &format!("\n  {}", kind.names.join(", ")));
            say(&mut text, &kind.text, "    ");
            kind.example.lines().for_each(|line| push(&mut text, &format!("      {line}")));
        }
        text.push('\n');
    }
    text
}

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
