//! `review sheet`: a call sheet for sales. Never what comes back on it.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::review::find;
use crate::cli::review::open_with;
use crate::engine::rank::Fifth;
use crate::export::sheet::call_sheet;
use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;
use crate::review::session::Review;
use crate::workbench::Query;
use crate::workbench::Within;
use crate::workbench::Workbench;

pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    open::as_of(matches)?;
    let db = ctx.workspace();
    let contents = ctx.host.open(&db, args::text(matches, "model"))?;
    let named = args::text(matches, "review");
    let review = named.map(|name| find(&contents.reviews, Some(name))).transpose()?.cloned();
    let contents = open_with(contents, review.as_ref(), matches, ctx);
    let at = review.as_ref().map(|review| review.as_of);
    let bench = open::bench(contents, at, matches, ctx, &db)?;
    let leads = match &review {
        Some(review) => sampled(&bench, review),
        None => listed(&bench, matches)?,
    };
    if leads.is_empty() {
        return Err(Problem::refused(msg!("cli-sheet-empty")).into());
    }
    let sheet = call_sheet(&bench, &leads, review.as_ref(), ctx.lang, false, ctx.host.now())?;
    let path = args::required_path(matches, "out");
    ctx.host.write_file(&path, &sheet, matches.get_flag("force"))?;
    ctx.note(&msg!("cli-sheet-written", leads = leads.len(), path = path.display().to_string()));
    Ok(0)
}

/// Returns the leads of a review's sample, in its order; those that are gone are left out.
fn sampled(bench: &Workbench, review: &Review) -> Vec<usize> {
    let places = bench.data().leads_by_key(review.keys());
    review.keys().filter_map(|key| places.get(key).copied()).collect()
}

/// Returns the leads of the part of the population that the options name, in rank order.
fn listed(bench: &Workbench, matches: &ArgMatches) -> Result<Vec<usize>, Problem> {
    let within = match args::text(matches, "zone") {
        Some(zone) => Within::Zone(zone_named(bench, zone)?),
        None if matches.get_flag("next") => Within::Fifth(Fifth::Next),
        None => Within::Fifth(Fifth::Top),
    };
    let leads = bench.all(&bench.list(&Query { within, ..Query::default() }));
    Ok(leads.into_iter().map(|lead| lead as usize).collect())
}

/// Finds a zone by its name, or by what people call it.
fn zone_named(bench: &Workbench, name: &str) -> Result<String, Problem> {
    let zones = &bench.model().zones;
    let called = |zone: &&crate::model::Zone| [false, true].iter().any(|french| zone.title.get(*french) == Some(name));
    if let Some(zone) = zones.iter().find(|zone| zone.name == name).or_else(|| zones.iter().find(called)) {
        return Ok(zone.name.clone());
    }
    let names: Vec<&str> = zones.iter().map(|zone| &*zone.name).collect();
    let problem = Problem::refused(msg!("cli-no-zone", zone = name));
    Err(match nearest(name, names.iter().copied()) {
        Some(near) => problem.hint(msg!("cli-usage-nearest", word = near)),
        None => problem.hint(msg!("cli-usage-valid", words = names.join(", "))),
    })
}
