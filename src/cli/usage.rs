//! The parser's errors as our own sentences, with the nearest right word. Never here: words.

use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::Error;
use clap::error::ErrorKind;

use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;

/// Turns an error of the parser into a problem of the person's language.
pub(super) fn problem(error: &Error) -> Problem {
    let arg = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let problem = Problem::usage(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            msg!("cli-usage-command", command = text(error, ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::UnknownArgument if !arg.starts_with('-') => msg!("cli-usage-too-many", word = arg),
        ErrorKind::UnknownArgument => msg!("cli-usage-option", option = arg),
        ErrorKind::InvalidValue if value.is_empty() => msg!("cli-usage-no-value", option = bare(&arg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            msg!("cli-usage-value", option = bare(&arg), value = value)
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            msg!("cli-usage-values", option = bare(&arg))
        }
        ErrorKind::TooFewValues | ErrorKind::NoEquals => msg!("cli-usage-no-value", option = bare(&arg)),
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg).unwrap_or_default();
            if other.is_empty() || other == arg {
                msg!("cli-usage-twice", option = bare(&arg))
            } else {
                msg!("cli-usage-conflict", option = bare(&arg), other = bare(&other))
            }
        }
        ErrorKind::MissingRequiredArgument => msg!("cli-usage-missing", words = all(error, ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand => msg!("cli-usage-no-command"),
        ErrorKind::InvalidUtf8 => msg!("cli-usage-utf8"),
        _ => msg!("cli-usage-other"),
    });
    hinted(problem, error)
}

/// Adds the nearest right word, or the words there are, and where help is.
fn hinted(mut problem: Problem, error: &Error) -> Problem {
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| text(error, kind))
        .or_else(|| near_value(error));
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand]
        .into_iter()
        .map(|kind| all(error, kind))
        .find(|all| !all.is_empty());
    if let Some(near) = near {
        problem = problem.hint(msg!("cli-usage-nearest", word = near));
    } else if let Some(valid) = valid {
        problem = problem.hint(msg!("cli-usage-valid", words = valid));
    }
    problem.hint(msg!("cli-usage-help"))
}

/// Returns the value there is that is nearest to the one given.
fn near_value(error: &Error) -> Option<String> {
    let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue) else { return None };
    let value = text(error, ContextKind::InvalidValue)?;
    nearest(&value, valid.iter().map(String::as_str)).map(str::to_owned)
}

/// Returns the first text of a context.
fn text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        ContextValue::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

/// Returns all texts of a context, bare, with commas.
fn all(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| bare(text)).collect::<Vec<_>>().join(", "),
        Some(ContextValue::String(text)) => bare(text),
        _ => String::new(),
    }
}

/// Returns an option without its value's name and the signs around it: `--db <PATH>` is `--db`, `<FILE>` is `FILE`.
fn bare(arg: &str) -> String {
    match arg.split_once(" <") {
        Some((option, _)) => option.to_owned(),
        None => arg.trim_matches(['<', '>', '[', ']', '.']).to_owned(),
    }
}
