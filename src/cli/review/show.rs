//! `review show`: a review's sample, and what was said of each lead. Never what it means: the minutes tell.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::review::find;
use crate::engine::rank::Fifth;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::export::cell_name;
use crate::export::minutes::sample;
use crate::msg;
use crate::review::Said;
use crate::review::session::Tally;
use crate::text::Msg;
use crate::workbench::tell;

pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let contents = ctx.host.open(&db, None)?;
    let style = open::style(matches, ctx, contents.data.zone);
    let review = find(&contents.reviews, args::text(matches, "name"))?;
    let is_table = style.format == Format::Table;
    let lang = ctx.lang;
    if is_table {
        let judged: u64 = review.tally(&contents.log).iter().map(Tally::judged).sum();
        let begun = lang.date_time(review.at, style.zone);
        ctx.say(&msg!("cli-review-heading", review = &review.name, begun = begun, model = &review.model))?;
        ctx.say(&msg!("minutes-sample", sample = sample(&review.sample), seed = review.seed.to_string()))?;
        ctx.say(&msg!("minutes-judged", judged = judged, leads = review.leads.len()))?;
        writeln!(ctx.host.out())?;
    }
    let heads = [
        Head { id: "key", title: msg!("cli-head-key") },
        Head { id: "group", title: msg!("minutes-head-group") },
        Head { id: "cell", title: msg!("cli-head-cell") },
        Head { id: "said", title: msg!("comment-row-verdict") },
        Head { id: "reason", title: msg!("comment-row-reason") },
        Head { id: "by", title: msg!("minutes-head-by") },
        Head { id: "note", title: msg!("comment-row-note") },
    ];
    let word = |id: &'static str, told: Msg| if is_table { lang.say(&told) } else { id.to_owned() };
    let known = |text: &str| Cell::maybe(Some(text.to_owned()).filter(|text| !text.is_empty()));
    let rows = review.leads.iter().zip(review.said(&contents.log)).map(|(sampled, remark)| {
        let group = match sampled.fifth {
            Fifth::Top => word("top", msg!("cli-group-top")),
            Fifth::Next => word("next", msg!("cli-group-next")),
            Fifth::Rest => word("rest", msg!("cli-group-rest")),
        };
        let mut row = vec![Cell::text(sampled.lead.as_str()), Cell::text(group)];
        let Some(remark) = remark else {
            row.extend([Cell::None, Cell::None, Cell::None, Cell::None, Cell::None]);
            return row;
        };
        let (said, reason, note) = match &remark.said {
            Said::Verdict { verdict, reason, note } => {
                (word(verdict.id(), tell::verdict(*verdict)), &**reason, &**note)
            }
            _ => (word("skipped", msg!("verdict-skipped")), "", ""),
        };
        let cell = cell_name(&remark.footing.row, &remark.footing.column);
        row.extend([known(&cell), Cell::text(said), known(reason), known(&remark.by), known(note)]);
        row
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}
