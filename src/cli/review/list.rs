//! `review list`: the reviews of a workspace, and how far each came. Never what was said in them.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::open;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::msg;
use crate::problem::Problem;
use crate::review::session::Tally;

pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let contents = ctx.host.open(&db, None)?;
    let style = open::style(matches, ctx, contents.data.zone);
    if contents.reviews.is_empty() && style.format == Format::Table {
        let problem = Problem::refused(msg!("cli-no-review-yet")).in_file(db.display().to_string());
        return Err(problem.hint(msg!("cli-hint-review")).into());
    }
    let heads = [
        Head { id: "id", title: msg!("cli-head-number") },
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "begun", title: msg!("cli-head-begun") },
        Head { id: "model", title: msg!("cli-head-model") },
        Head { id: "leads", title: msg!("cli-head-leads") },
        Head { id: "judged", title: msg!("minutes-head-judged") },
        Head { id: "ended", title: msg!("cli-head-ended") },
        Head { id: "next_review", title: msg!("minutes-next") },
    ];
    let rows = contents.reviews.iter().map(|review| {
        let judged: u64 = review.tally(&contents.log).iter().map(Tally::judged).sum();
        let outcome = review.outcome.as_ref();
        vec![
            Cell::Int(review.id),
            Cell::text(review.name.as_str()),
            Cell::At(review.at),
            Cell::text(review.model.as_str()),
            Cell::count(review.leads.len()),
            Cell::count(judged),
            outcome.map_or(Cell::None, |outcome| Cell::At(outcome.at)),
            Cell::maybe(outcome.map(|outcome| outcome.next.as_str()).filter(|next| !next.is_empty())),
        ]
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}
