//! The tree of commands and options, in a language, and how a command line is read with it. Never here: what they do.

#![expect(clippy::needless_pass_by_value, reason = "a text is made where it is named")]

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Arg;
use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;
use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;

use crate::cli::Color;
use crate::cli::Host;
use crate::cli::alerts;
use crate::cli::capacity;
use crate::cli::completions;
use crate::cli::demo;
use crate::cli::explain;
use crate::cli::generate;
use crate::cli::help;
use crate::cli::import;
use crate::cli::learn;
use crate::cli::matrix;
use crate::cli::model;
use crate::cli::questions;
use crate::cli::score;
use crate::cli::shot;
use crate::cli::suggest;
use crate::cli::top;
use crate::cli::travel;
use crate::cli::usage;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::Msg;

/// Why a command line leads to no command.
pub(super) enum Stop {
    /// Help or the version was asked for.
    Text(String),
    Problem(Problem),
}

/// Returns the language that `--lang` names, found before anything is read in that language.
pub(super) fn spoken(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().map(|arg| arg.to_str().unwrap_or_default()).take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        let tag = if arg == "--lang" { args.next() } else { arg.strip_prefix("--lang=") };
        if let Some(lang) = tag.and_then(|tag| Lang::ALL.into_iter().find(|lang| lang.tag() == tag)) {
            return Some(lang);
        }
    }
    None
}

/// Reads a command line.
pub(super) fn parse(args: Vec<OsString>, lang: Lang, host: &dyn Host) -> Result<ArgMatches, Stop> {
    let command = helped(lang, host);
    let argv = std::iter::once(OsString::from("quadrille")).chain(args);
    command.try_get_matches_from(argv).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Text(error.render().to_string()),
        _ => Stop::Problem(usage::problem(&error)),
    })
}

/// Returns the tree of commands with their help.
pub(super) fn helped(lang: Lang, host: &dyn Host) -> Command {
    with_help(tree(lang), lang, &[host.workspace(), host.config_folder()])
}

/// Returns the tree of commands in a language.
pub(super) fn tree(lang: Lang) -> Command {
    let tree = command(lang, "quadrille", msg!("cli-about"), msg!("cli-examples"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .args([
            path(lang, "db", msg!("cli-value-path"), msg!("cli-arg-db")).global(true),
            choice(lang, "lang", &["en", "fr"], msg!("cli-arg-lang")).global(true),
            choice(lang, "color", &["auto", "always", "never"], msg!("cli-arg-color")).global(true),
            switch(lang, "version", msg!("cli-arg-version")).short('V').action(ArgAction::Version),
        ]);
    tree.subcommands([
        demo::command(lang),
        import::command(lang),
        matrix::command(lang),
        score::command(lang),
        top::command(lang),
        explain::command(lang),
        travel::history_command(lang),
        travel::inflow_command(lang),
        questions::command(lang),
        capacity::capacity_command(lang),
        capacity::sla_command(lang),
        alerts::command(lang),
        learn::learn_command(lang),
        learn::agreement_command(lang),
        suggest::command(lang),
        model::command(lang),
        generate::command(lang),
        shot::command(lang),
        completions::command(lang),
        help::command(lang),
    ])
}

/// Gives every command its help in our own form; `places` are the workspace and the folder of keys and preferences.
fn with_help(tree: Command, lang: Lang, places: &[PathBuf; 2]) -> Command {
    let globals: Vec<Arg> = tree.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    dress(tree, "", lang, &globals, places)
}

fn dress(command: Command, above: &str, lang: Lang, globals: &[Arg], places: &[PathBuf; 2]) -> Command {
    let path = if above.is_empty() { command.get_name().to_owned() } else { format!("{above} {}", command.get_name()) };
    let help = help::render(&command, &path, lang, globals, places);
    command.override_help(help).mut_subcommands(|child| dress(child, &path, lang, globals, places))
}

/// A command with its help flag.
pub(super) fn command(lang: Lang, name: &'static str, about: Msg, examples: Msg) -> Command {
    Command::new(name)
        .about(lang.say(&about))
        .after_help(lang.say(&examples))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help(lang.say(&msg!("cli-arg-help"))))
}

/// An option with a text for its value.
pub(super) fn option(lang: Lang, name: &'static str, value: Msg, help: Msg) -> Arg {
    Arg::new(name).long(name).value_name(lang.say(&value)).help(lang.say(&help)).allow_hyphen_values(true)
}

/// An option with a path for its value.
pub(super) fn path(lang: Lang, name: &'static str, value: Msg, help: Msg) -> Arg {
    option(lang, name, value, help).value_parser(clap::value_parser!(PathBuf)).allow_hyphen_values(false)
}

/// An option with one of a few words for its value.
pub(super) fn choice(lang: Lang, name: &'static str, words: &'static [&'static str], help: Msg) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(words.join("|"))
        .help(lang.say(&help))
        .value_parser(PossibleValuesParser::new(words))
}

/// An option without a value.
pub(super) fn switch(lang: Lang, name: &'static str, help: Msg) -> Arg {
    Arg::new(name).long(name).help(lang.say(&help)).action(ArgAction::SetTrue)
}

/// A word in its place: a text.
pub(super) fn word(lang: Lang, name: &'static str, value: Msg, help: Msg) -> Arg {
    Arg::new(name).value_name(lang.say(&value)).help(lang.say(&help))
}

/// A word in its place: a path.
pub(super) fn file(lang: Lang, name: &'static str, value: Msg, help: Msg) -> Arg {
    word(lang, name, value, help).value_parser(clap::value_parser!(PathBuf))
}

/// The options of every command that reads the workbench.
pub(super) fn reading(lang: Lang) -> [Arg; 4] {
    [
        choice(lang, "format", &["table", "csv", "json"], msg!("cli-arg-format")),
        option(lang, "as-of", msg!("cli-value-date"), msg!("cli-arg-as-of")),
        option(lang, "model", msg!("cli-value-name"), msg!("cli-arg-model")),
        switch(lang, "raw-csv", msg!("cli-arg-raw-csv")),
    ]
}

/// Returns what `--color` says.
pub(super) fn color(matches: &ArgMatches) -> Color {
    match matches.get_one::<String>("color").map(String::as_str) {
        Some("always") => Color::Always,
        Some("never") => Color::Never,
        _ => Color::Auto,
    }
}

/// Returns an option's text.
pub(super) fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// Returns an option's texts.
pub(super) fn texts(matches: &ArgMatches, name: &str) -> Vec<String> {
    matches.get_many::<String>(name).map(|texts| texts.cloned().collect()).unwrap_or_default()
}

/// Returns an option's path, which the tree makes sure is there when it is required.
pub(super) fn required_path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

/// Returns an option's whole number within bounds.
pub(super) fn whole(matches: &ArgMatches, name: &'static str, least: i64, most: i64) -> Result<Option<i64>, Problem> {
    let Some(text) = text(matches, name) else { return Ok(None) };
    let plain: String = text.chars().filter(|c| !matches!(c, '_' | ',' | ' ' | '\u{202f}' | '\u{a0}')).collect();
    match plain.parse::<i64>() {
        Ok(n) if (least..=most).contains(&n) => Ok(Some(n)),
        _ => Err(Problem::usage(msg!(
            "cli-usage-number",
            option = format!("--{name}"),
            value = text,
            least = least,
            most = most
        ))),
    }
}
