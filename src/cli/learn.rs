//! `learn`: gives a learned field of the model what the leads teach it. `agreement`: how far that agrees with the model. And what it
//! says of one lead, for `explain`.

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
use crate::insight::agreement::Agreement;
use crate::insight::lesson::Refusal;
use crate::model::EditError;
use crate::model::Learned;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::wrap;
use crate::workbench::Silence;
use crate::workbench::tell;
use crate::workbench::tell_learned;

/// How wide a sentence is told.
const WIDTH: usize = 96;

pub(super) fn learn_command(lang: Lang) -> Command {
    args::command(lang, "learn", msg!("cli-learn-about"), msg!("cli-learn-examples"))
        .arg(field(lang))
        .arg(args::switch(lang, "dry-run", msg!("cli-arg-dry-run")))
        .args(args::reading(lang))
}

pub(super) fn agreement_command(lang: Lang) -> Command {
    args::command(lang, "agreement", msg!("cli-agreement-about"), msg!("cli-agreement-examples"))
        .arg(field(lang))
        .args(args::reading(lang))
}

fn field(lang: Lang) -> clap::Arg {
    args::word(lang, "field", msg!("cli-value-learned"), msg!("cli-arg-learned"))
}

/// Runs `learn`.
pub(super) fn learn(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let mut reading = open::open(matches, ctx)?;
    let name = chosen(matches, &reading)?.name.clone();
    let edit = reading.bench.learn(&name).map_err(|why| refused(&why))?;
    match reading.bench.apply(edit, 0) {
        // The same lesson as of the same instant: nothing is wrong.
        Ok(_) | Err(EditError::NoChange) => {}
        Err(why) => return Err(Problem::refused(tell::edit_error(&why)).into()),
    }
    if matches.get_flag("dry-run") {
        write(&reading, &name, &msg!("cli-learn-would", field = title(&reading, &name, ctx.lang)), ctx)?;
        return Ok(0);
    }
    let db = ctx.workspace();
    ctx.host.save_model(&db, reading.bench.model())?;
    let told = write(&reading, &name, &msg!("cli-learn-done", field = title(&reading, &name, ctx.lang)), ctx);
    ctx.told_after(told)?;
    Ok(0)
}

/// Runs `agreement`.
pub(super) fn agreement(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let reading = open::open(matches, ctx)?;
    let name = chosen(matches, &reading)?.name.clone();
    write(&reading, &name, &msg!("cli-learn-field", field = title(&reading, &name, ctx.lang)), ctx)?;
    Ok(0)
}

/// Writes what a field has learned and how far it agrees: sentences under a first one, or numbers for programs.
fn write(reading: &Reading, name: &str, first: &Msg, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let found = reading.bench.agreement(name).map_err(|why| refused(&why))?;
    match reading.style.format {
        Format::Table => {
            reading.heading(ctx)?;
            ctx.say(first)?;
            for msg in reading.bench.learned_told(name) {
                for line in wrap(&ctx.lang.say(&msg), WIDTH) {
                    writeln!(ctx.host.out(), "{line}")?;
                }
            }
            Ok(())
        }
        Format::Csv => {
            let heads = numbers(&found).map(|(id, _)| Head { id, title: msg!("cli-head-name") });
            let row = numbers(&found).map(|(_, number)| match number {
                Number::Count(n) => Cell::count(n),
                Number::Statistic(n) => n.map_or(Cell::None, |n| Cell::Points(tell_learned::micropoints(n))),
            });
            reading.list(&heads, std::iter::once(row.into()), ctx)
        }
        Format::Json => {
            let mut object = reading.about();
            object.push(("field", Json::text(name)));
            object.extend(numbers(&found).map(|(id, number)| {
                let number = match number {
                    Number::Count(n) => Json::count(n),
                    Number::Statistic(n) => n.map_or(Json::Null, |n| Json::Points(tell_learned::micropoints(n))),
                };
                (id, number)
            }));
            Ok(Json::Object(object).write(ctx.host.out())?)
        }
    }
}

/// Writes what a learned field says of a lead.
pub(super) fn explain(reading: &Reading, lead: usize, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let Some(prediction) = reading.bench.prediction(lead) else { return Ok(()) };
    let lang = ctx.lang;
    writeln!(ctx.host.out())?;
    let title = title(reading, &prediction.name, lang);
    let says = match prediction.says {
        Ok(chance) => chance,
        Err(silence) => {
            let why = match silence {
                Silence::Mute => msg!("learned-mute"),
                Silence::Untaught(ready) => tell_learned::ready(&ready),
            };
            return ctx.say(&msg!("cli-learn-silent", field = title, why = why));
        }
    };
    let percent = msg!("learned-percent", percent = lang.decimal(says.hundredths * 10_000, 2));
    let date = says.learned_at.map_or_else(|| "–".to_owned(), |at| lang.date(at, reading.style.zone));
    let sample = msg!("learned-sample", date = date, won = says.won, lost = says.lost);
    ctx.say(&msg!("cli-learn-says", field = title, percent = percent, sample = sample))?;
    if says.top.is_empty() && says.low.is_empty() {
        return ctx.say(&msg!("learned-stage"));
    }
    let heads = [
        Head { id: "value", title: msg!("cli-head-value") },
        Head { id: "field", title: msg!("cli-head-field") },
        Head { id: "says", title: msg!("cli-head-says") },
    ];
    let rows = says.top.iter().chain(says.low.iter().rev()).map(|weight| {
        let value = weight.value.as_ref().map_or_else(|| msg!("cli-unknown"), tell::value);
        let score = tell_learned::micropoints(weight.score);
        vec![Cell::text(lang.say(&value)), Cell::text(weight.field.as_str()), Cell::text(lang.decimal(score, 2))]
    });
    reading.list(&heads, rows, ctx)
}

/// Returns what a learned field says of a lead.
pub(super) fn json(reading: &Reading, lead: usize) -> Json {
    let Some(prediction) = reading.bench.prediction(lead) else { return Json::Null };
    let Ok(says) = prediction.says else {
        return Json::Object(vec![("field", Json::text(prediction.name)), ("percent", Json::Null)]);
    };
    let reasons = says.top.iter().chain(says.low.iter().rev()).map(|weight| {
        Json::Object(vec![
            ("field", Json::text(weight.field.as_str())),
            ("value", Json::maybe(weight.value.as_ref().map(ToString::to_string))),
            ("score", Json::Points(tell_learned::micropoints(weight.score))),
        ])
    });
    Json::Object(vec![
        ("field", Json::text(prediction.name)),
        ("percent", Json::Points(says.hundredths * 10_000)),
        ("learned_at", says.learned_at.map_or(Json::Null, Json::at)),
        ("won", Json::count(says.won)),
        ("lost", Json::count(says.lost)),
        ("reasons", Json::List(reasons.collect())),
    ])
}

enum Number {
    Count(usize),
    Statistic(Option<f64>),
}

fn numbers(found: &Agreement) -> [(&'static str, Number); 9] {
    [
        ("leads", Number::Count(found.leads)),
        ("spearman", Number::Statistic(found.correlation)),
        ("top_leads", Number::Count(found.top.size)),
        ("top_in_both", Number::Count(found.top.both)),
        ("top_ties", Number::Count(found.top.ties)),
        ("won", Number::Count(found.won)),
        ("lost", Number::Count(found.lost)),
        ("field_auc", Number::Statistic(found.learned_auc)),
        ("model_auc", Number::Statistic(found.model_auc)),
    ]
}

/// Returns the field that is named, or else the model's only or first.
fn chosen<'r>(matches: &ArgMatches, reading: &'r Reading) -> Result<&'r Learned, Problem> {
    let model = reading.bench.model();
    match args::text(matches, "field") {
        Some(name) => reading.bench.learned(name).map_err(|why| refused(&why)),
        None => model.learned.first().ok_or_else(|| {
            Problem::refused(msg!("cli-learn-none", model = &model.name)).hint(msg!("cli-hint-learned"))
        }),
    }
}

fn title(reading: &Reading, name: &str, lang: Lang) -> String {
    let learned = reading.bench.learned(name).ok();
    learned.map_or(name, |learned| worded(&learned.title, lang, name)).to_owned()
}

fn refused(why: &Refusal) -> Problem {
    let problem = Problem::refused(tell_learned::refusal(why));
    match why {
        Refusal::Untaught(_) => problem.hint(msg!("cli-hint-learn")),
        _ => problem,
    }
}
