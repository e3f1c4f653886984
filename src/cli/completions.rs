//! `completions`: prints what a shell needs to complete commands and options.

use clap::ArgMatches;
use clap::Command;
use clap_complete::Shell;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::msg;
use crate::text::Lang;

const SHELLS: [(&str, Shell); 5] = [
    ("bash", Shell::Bash),
    ("elvish", Shell::Elvish),
    ("fish", Shell::Fish),
    ("powershell", Shell::PowerShell),
    ("zsh", Shell::Zsh),
];

pub(super) fn command(lang: Lang) -> Command {
    let names = clap::builder::PossibleValuesParser::new(SHELLS.map(|(name, _)| name));
    let shell = args::word(lang, "shell", msg!("cli-value-shell"), msg!("cli-arg-shell"));
    args::command(lang, "completions", msg!("cli-completions-about"), msg!("cli-completions-examples"))
        .arg(shell.value_parser(names).required(true))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let name = args::text(matches, "shell").unwrap_or_default();
    let shell = SHELLS.iter().find(|(known, _)| *known == name).map_or(Shell::Bash, |(_, shell)| *shell);
    // Made in memory: the maker does not return the errors of what it writes to.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::tree(ctx.lang), "quadrille", &mut script);
    ctx.host.out().write_all(&script)?;
    Ok(0)
}
