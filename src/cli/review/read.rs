//! `review read`: what sales wrote on a call sheet, into the workspace. Never what a row means.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::review::open_with;
use crate::import::read_plain;
use crate::msg;
use crate::problem::Kind;
use crate::problem::Problem;
use crate::workbench::sheet::Asked;
use crate::workbench::sheet::Filled;
use crate::workbench::sheet::review_of;

pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let path = args::required_path(matches, "file");
    let file = path.display().to_string();
    let sheet = read_plain(&file, &ctx.host.read_file(&path)?)?;
    open::as_of(matches)?;
    let db = ctx.workspace();
    let mut contents = ctx.host.open(&db, args::text(matches, "model"))?;
    let reviews = std::mem::take(&mut contents.reviews);
    // What the person saw who filled the sheet in: the leads as the review has them.
    let review = review_of(&sheet.heads, &sheet.rows, &reviews);
    let contents = open_with(contents, review, matches, ctx)?;
    let bench = open::bench(contents, review.map(|review| review.as_of), matches, ctx, &db)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let by = args::text(matches, "by").map(str::trim).filter(|by| !by.is_empty());
    let by = by.map_or_else(|| name.clone(), |by| format!("{by} ({name})"));
    let asked = Asked { by: &by, at: ctx.host.now(), theirs: matches.get_flag("theirs"), reviews: &reviews };
    let mut filled = bench.read_sheet(&sheet.heads, &sheet.rows, &asked).map_err(|problem| problem.in_file(&file))?;
    filled.refused.extend(sheet.broken.into_iter().map(|row| Problem::refused(row.text).at(row.line, None)));
    filled.refused.sort_by_key(|problem| problem.place.as_ref().and_then(|place| place.line));
    let dry_run = matches.get_flag("dry-run");
    if !dry_run && !filled.remarks.is_empty() {
        ctx.host.say(&db, &filled.remarks)?;
    }
    let told = tell(&filled, &file, dry_run, ctx);
    if dry_run { ctx.told_before(told) } else { ctx.told_after(told) }?;
    Ok(if filled.refused.is_empty() { 0 } else { Kind::Rows.exit_code() })
}

/// Says what was recorded, and each row that was not.
fn tell(filled: &Filled, file: &str, dry_run: bool, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let recorded = filled.remarks.len();
    ctx.say(&if dry_run {
        msg!("cli-sheet-would-record", verdicts = recorded)
    } else {
        msg!("cli-sheet-recorded", verdicts = recorded)
    })?;
    if filled.known > 0 {
        ctx.say(&msg!("cli-sheet-known", rows = filled.known))?;
    }
    if filled.blank > 0 {
        ctx.say(&msg!("cli-sheet-blank", rows = filled.blank))?;
    }
    if !filled.refused.is_empty() {
        ctx.say(&msg!("cli-sheet-refused", rows = filled.refused.len()))?;
    }
    for problem in &filled.refused {
        crate::cli::report(&problem.clone().in_file(file), ctx.lang, ctx.host);
    }
    Ok(())
}
