//! `suggest`: what the verdicts ask to be changed in the model, with what that rests on and what it would do. It changes nothing.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::export::json::Json;
use crate::model::Side;
use crate::msg;
use crate::review::Verdict;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::wrap;
use crate::workbench::RECENT_WEEKS;
use crate::workbench::suggest::Counts;
use crate::workbench::suggest::Effect;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::Suggestion;
use crate::workbench::suggest::Suggestions;
use crate::workbench::suggest::Why;
use crate::workbench::tell;
use crate::workbench::tell_suggest;
use crate::workbench::tell_suggest::Names;

/// How wide a sentence is told.
const WIDTH: usize = 96;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "suggest", msg!("cli-suggest-about"), msg!("cli-suggest-examples")).args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let reading = open::open(matches, ctx)?;
    let all = reading.bench.suggestions();
    match reading.style.format {
        Format::Table => told(&reading, &all, ctx)?,
        Format::Csv => listed(&reading, &all, ctx)?,
        Format::Json => json(&reading, &all, ctx.lang).write(ctx.host.out())?,
    }
    Ok(0)
}

/// Says what would change.
fn title(reading: &Reading, found: &Suggestion, lang: Lang) -> Msg {
    let model = reading.bench.model();
    let criterion =
        |name: &str| model.criterion(name).map_or(name, |found| worded(&found.title, lang, &found.name)).to_owned();
    let axis = |side: Side| {
        model.axis(side).name.get(lang == Lang::Fr).map_or_else(|| lang.say(&tell::side(side)), str::to_owned)
    };
    let zone = |name: &str| zone(reading, name, lang);
    tell_suggest::title(found, &Names { criterion: &criterion, zone: &zone, axis: &axis })
}

fn zone(reading: &Reading, name: &str, lang: Lang) -> String {
    reading.bench.model().zone(name).map_or(name, |zone| worded(&zone.title, lang, &zone.name)).to_owned()
}

/// Writes everything as sentences.
fn told(reading: &Reading, all: &Suggestions, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    reading.heading(ctx)?;
    for sentence in tell_suggest::judged(all) {
        write(&sentence, "", ctx)?;
    }
    if all.found.is_empty() && all.n_judged() > 0 {
        ctx.say(&msg!("cli-suggest-none"))?;
    }
    for (n, found) in (1_usize..).zip(&all.found) {
        writeln!(ctx.host.out())?;
        ctx.say(&msg!("cli-suggest-title", n = n, what = title(reading, found, ctx.lang)))?;
        for sentence in tell_suggest::evidence(found) {
            write(&sentence, "   ", ctx)?;
        }
        write(&tell_suggest::handed_over(&found.effect, all.region), "   ", ctx)?;
        for sentence in tell_suggest::effect(&found.effect, all.region, reading.bench.model().top_share) {
            write(&sentence, "   ", ctx)?;
        }
        for sentence in zones(reading, &found.effect, ctx.lang) {
            write(&sentence, "   ", ctx)?;
        }
    }
    if all.n_judged() > 0 && !all.lacking.is_empty() {
        writeln!(ctx.host.out())?;
        ctx.say(&msg!("cli-suggest-lacking"))?;
        for lacking in &all.lacking {
            let (kind, why) = (tell_suggest::kind(lacking.kind), tell_suggest::lacking(lacking));
            write(&msg!("cli-suggest-why", kind = kind, why = why), "   ", ctx)?;
        }
    }
    Ok(())
}

fn zones(reading: &Reading, effect: &Effect, lang: Lang) -> Vec<Msg> {
    let changes =
        effect.zones.iter().filter(|zone| zone.leads[0] != zone.leads[1] || zone.entered[0] != zone.entered[1]);
    let told = changes.map(|change| {
        msg!(
            "cli-suggest-zone",
            zone = zone(reading, &change.zone, lang),
            before = change.leads[0],
            after = change.leads[1],
            weeks = RECENT_WEEKS,
            entered = change.entered[0],
            then = change.entered[1]
        )
    });
    told.collect()
}

/// Writes a sentence in lines that fit, each after a margin.
fn write(sentence: &Msg, margin: &str, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    for line in wrap(&ctx.lang.say(sentence), WIDTH - margin.len()) {
        writeln!(ctx.host.out(), "{margin}{line}")?;
    }
    Ok(())
}

/// Writes a line for each suggestion.
fn listed(reading: &Reading, all: &Suggestions, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    let numbers = ["handed_over", "handed_over_then", "entered", "entered_then", "into_top", "out_of_top"];
    let verdicts = ["out_too_early", "out_too_late", "out_off_target", "out_right"];
    let come = ["into_too_early", "into_too_late", "into_off_target", "into_right"];
    let mut heads = vec![
        Head { id: "kind", title: msg!("cli-head-suggestion") },
        Head { id: "what", title: msg!("cli-head-what") },
        Head { id: "judged", title: msg!("cli-head-judged") },
        Head { id: "rests_on", title: msg!("cli-head-rests-on") },
    ];
    heads.extend(numbers.into_iter().chain(verdicts).chain(come).map(|id| Head { id, title: msg!("cli-head-name") }));
    let rows = all.found.iter().map(|found| {
        let effect = &found.effect;
        let [before, after] = effect.handed_over;
        let [entered, then] = effect.entered;
        let first = [
            Cell::text(found.kind.id()),
            Cell::text(lang.say(&title(reading, found, lang))),
            Cell::count(found.evidence.judged),
            Cell::count(found.evidence.leads.len()),
        ];
        let numbers = [before, after, entered, then, effect.into_top, effect.out_of_top];
        let counts = numbers.into_iter().chain(effect.out).chain(effect.into).map(Cell::count);
        first.into_iter().chain(counts).collect()
    });
    reading.list(&heads, rows, ctx)
}

fn json(reading: &Reading, all: &Suggestions, lang: Lang) -> Json {
    let mut object = reading.about();
    let lacking = all.lacking.iter().map(|lacking| {
        let (have, need) = match lacking.why {
            Why::Judged { have, need } | Why::Few { have, need, .. } => (Json::count(have), Json::count(need)),
            Why::Nothing | Why::Chance { .. } | Why::NoHelp | Why::NotAllRight { .. } => (Json::Null, Json::Null),
        };
        Json::Object(vec![
            ("kind", Json::text(lacking.kind.id())),
            ("why", Json::text(lang.say(&tell_suggest::lacking(lacking)))),
            ("have", have),
            ("need", need),
        ])
    });
    object.extend([
        (
            "counts_as_handed_over",
            Json::text(if all.region == Region::HandedOver { "zones_of_sales" } else { "top_group" }),
        ),
        ("judged", counts(&all.judged)),
        ("judged_and_handed_over", counts(&all.handed_over)),
        ("given_under_another_model", Json::count(all.other_model)),
        ("given_in_another_cell", Json::count(all.moved)),
        ("found", Json::List(all.found.iter().map(|found| suggestion(reading, found, lang)).collect())),
        ("lacking", Json::List(lacking.collect())),
    ]);
    Json::Object(object)
}

fn suggestion(reading: &Reading, found: &Suggestion, lang: Lang) -> Json {
    let effect = &found.effect;
    let keys = found.evidence.leads.iter().map(|lead| Json::text(reading.bench.data().keys.get(*lead as usize)));
    let evidence = tell_suggest::evidence(found).iter().map(|sentence| Json::text(lang.say(sentence))).collect();
    let zones = effect.zones.iter().map(|zone| {
        Json::Object(vec![
            ("zone", Json::text(zone.zone.as_str())),
            ("leads", pair(zone.leads)),
            ("entered", pair(zone.entered)),
        ])
    });
    Json::Object(vec![
        ("kind", Json::text(found.kind.id())),
        ("what", Json::text(lang.say(&title(reading, found, lang)))),
        ("evidence", Json::List(evidence)),
        ("rests_on", Json::List(keys.collect())),
        ("handed_over", pair(effect.handed_over)),
        ("entered", pair(effect.entered)),
        ("into_top", Json::count(effect.into_top)),
        ("out_of_top", Json::count(effect.out_of_top)),
        ("judged_out", counts(&effect.out)),
        ("judged_into", counts(&effect.into)),
        ("judged_out_of_top", counts(&effect.top_out)),
        ("judged_into_top", counts(&effect.top_into)),
        ("zones", Json::List(zones.collect())),
    ])
}

/// A number before and after.
fn pair([before, after]: [u64; 2]) -> Json {
    Json::Object(vec![("before", Json::count(before)), ("after", Json::count(after))])
}

fn counts(counts: &Counts) -> Json {
    Json::Object(Verdict::ALL.map(|verdict| (verdict.id(), Json::count(counts[verdict as usize]))).into())
}
