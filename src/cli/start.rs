//! `quadrille` without a command: the app on the workspace last used, or with its welcome; without a terminal what to do first.

use crate::cli::AppStart;
use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::Stream;
use crate::msg;

/// Runs the command.
pub(super) fn run(ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let found = ctx.db.clone().or_else(|| ctx.host.last_used()).or_else(|| {
        let usual = ctx.host.workspace();
        ctx.host.exists(&usual).then_some(usual)
    });
    if !ctx.host.is_terminal(Stream::Out) {
        let lang = ctx.lang;
        let text = lang.say(&msg!("cli-welcome"));
        writeln!(ctx.host.out(), "{text}")?;
        return Ok(0);
    }
    let start = AppStart { db: found, model: None, as_of: None, lang: ctx.lang, color: ctx.color };
    ctx.host.app(&start)?;
    Ok(0)
}
