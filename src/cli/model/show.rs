//! `model show`: one model's axes and criteria with what they touch. Never a change.

use clap::ArgMatches;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::model::some_model;
use crate::cli::open;
use crate::cli::open::title;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Head;
use crate::model::Model;
use crate::model::Side;
use crate::msg;
use crate::text::Lang;
use crate::workbench::Workbench;
use crate::workbench::tell;

pub(super) fn show(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let contents = ctx.host.open(&db, args::text(matches, "name"))?;
    let model = some_model(contents.model, &db)?;
    let style = open::style(matches, ctx, contents.data.zone);
    let lang = ctx.lang;
    let as_of = contents.as_of.unwrap_or_else(|| ctx.host.now());
    let bench = Workbench::new(model, None, contents.data, as_of);
    if style.format == crate::export::Format::Table {
        ctx.say(&msg!("cli-model-title", title = title(bench.model(), lang), name = &bench.model().name))?;
        if let Some(words) = bench.model().description.get(lang == Lang::Fr) {
            let lines = crate::text::wrap(words, 96).join("\n");
            writeln!(ctx.host.out(), "{lines}")?;
        }
        for side in Side::BOTH {
            bands(bench.model(), side, ctx)?;
        }
        writeln!(ctx.host.out())?;
    }
    let heads = [
        Head { id: "axis", title: msg!("cli-head-axis") },
        Head { id: "group", title: msg!("cli-head-family") },
        Head { id: "criterion", title: msg!("cli-head-criterion") },
        Head { id: "weight", title: msg!("cli-head-weight") },
        Head { id: "on", title: msg!("cli-head-on") },
        Head { id: "leads", title: msg!("cli-head-leads") },
        Head { id: "rule", title: msg!("cli-head-rule") },
    ];
    let rows = bench.criteria();
    let is_table = style.format == crate::export::Format::Table;
    let rows = rows.iter().map(|row| {
        let criterion = row.criterion;
        let plain = |side| if side == Side::Rows { "rows" } else { "columns" };
        let axis = worded(&bench.model().axis(row.side).name, lang, plain(row.side));
        let text = |words, name| if is_table { worded(words, lang, name) } else { name };
        vec![
            Cell::text(if is_table { axis } else { plain(row.side) }),
            Cell::text(text(&row.group.title, &row.group.name)),
            Cell::text(text(&criterion.title, &criterion.name)),
            Cell::Int(criterion.weight),
            Cell::YesNo(criterion.on),
            Cell::count(row.touched),
            Cell::text(lang.say(&tell::rule(&criterion.rule))),
        ]
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}

/// Writes an axis's bands as one line, from the lowest.
fn bands(model: &Model, side: Side, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let axis = model.axis(side);
    if axis.is_absent() {
        return Ok(());
    }
    let lang = ctx.lang;
    let bands: Vec<String> = axis
        .bands
        .iter()
        .map(|band| band.from.map_or(band.label.clone(), |from| format!("{} ≥ {}", band.label, lang.int(from))))
        .collect();
    ctx.say(&msg!("cli-model-bands", axis = axis_name(model, side, lang), bands = bands.join(", ")))
}

/// Returns what an axis is called.
pub(super) fn axis_name(model: &Model, side: Side, lang: Lang) -> String {
    let usual = if side == Side::Rows { msg!("cli-head-row") } else { msg!("cli-head-column") };
    worded(&model.axis(side).name, lang, &lang.say(&usual)).to_owned()
}
