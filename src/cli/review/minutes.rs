//! `review minutes`: the minutes of a review, to a file or to standard output. Never what stands in them.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::review::find;
use crate::cli::review::path;
use crate::export::document::Form;
use crate::export::minutes::Minutes;
use crate::export::minutes::Saved;
use crate::export::minutes::minutes;
use crate::msg;

pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let contents = ctx.host.open(&db, None)?;
    let review = find(&contents.reviews, args::text(matches, "name"))?;
    // Without its model, which somebody may have deleted since, the review is still told.
    let model = ctx.host.versions(&db, Some(&review.model)).ok();
    let saved = |version: &crate::cli::Version| Saved {
        name: version.name.clone(),
        reason: version.reason.clone(),
        at: version.at,
    };
    let versions: Vec<Saved> =
        model.as_ref().map(|model| model.versions.iter().map(saved).collect()).unwrap_or_default();
    let out = path(matches, "out");
    let is_page = out
        .as_ref()
        .and_then(|path| path.extension())
        .is_some_and(|ending| ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known)));
    let form = match args::text(matches, "format") {
        Some("html") => Form::Html,
        None if is_page => Form::Html,
        _ => Form::Markdown,
    };
    let text = minutes(Minutes {
        review,
        log: &contents.log,
        leads: &contents.data,
        draft: model.as_ref().map(|model| &model.draft),
        versions: &versions,
        lang: ctx.lang,
        masked: matches.get_flag("mask"),
        zone: contents.data.zone,
    })
    .write(form);
    match out {
        None => ctx.host.out().write_all(text.as_bytes())?,
        Some(path) => {
            ctx.host.write_file(&path, text.as_bytes(), matches.get_flag("force"))?;
            ctx.note(&msg!("cli-written", path = path.display().to_string()));
        }
    }
    Ok(0)
}
