//! `explain`: why one lead stands where it stands: every point, what it was given for, and what the lead did.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::learn;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::engine::explain::Cause;
use crate::engine::explain::Degraded;
use crate::engine::explain::Evidence;
use crate::engine::explain::Line;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::export::json::Json;
use crate::export::plain_points;
use crate::model::FRESH;
use crate::model::Group;
use crate::model::POINT;
use crate::model::Side;
use crate::model::Value;
use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;
use crate::text::Arg;
use crate::text::Lang;
use crate::workbench::Query;
use crate::workbench::tell;

/// How many events the text form lists, and how many similar leads an error names.
const EVENTS: usize = 10;
const ALIKE: usize = 5;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "explain", msg!("cli-explain-about"), msg!("cli-explain-examples"))
        .arg(args::word(lang, "lead", msg!("cli-value-lead"), msg!("cli-arg-lead")).required(true))
        .args(args::reading(lang))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let key = args::text(matches, "lead").unwrap_or_default();
    let reading = open::open(matches, ctx)?;
    let lead = find(&reading, key)?;
    match reading.style.format {
        Format::Table => tell(&reading, lead, ctx)?,
        Format::Csv => reading.list(&heads(), rows(&reading, lead, ctx.lang), ctx)?,
        Format::Json => json(&reading, lead, ctx.lang).write(ctx.host.out())?,
    }
    Ok(0)
}

/// Finds a lead by its key, or else by words that only it has.
pub(super) fn find(reading: &Reading, key: &str) -> Result<usize, Problem> {
    let bench = &reading.bench;
    if let Some(lead) = bench.data().lead_by_key(key) {
        return Ok(lead);
    }
    let found = bench.list(&Query { search: key.to_owned(), ..Query::default() });
    let first = bench.page(&found, 0..ALIKE);
    let keys: Vec<&str> = first.iter().map(|lead| bench.data().keys.get(*lead as usize)).collect();
    match first.as_slice() {
        [only] if !key.trim().is_empty() && found.len() == 1 => Ok(*only as usize),
        [] => {
            let problem = Problem::refused(msg!("cli-no-lead", lead = key));
            let near = near_keys(reading, key);
            Err(if near.is_empty() {
                problem.hint(msg!("cli-hint-keys"))
            } else {
                problem.hint(msg!("cli-hint-near-keys", words = near.join(", ")))
            })
        }
        _ => Err(Problem::refused(msg!("cli-many-leads", lead = key, leads = found.len()))
            .hint(msg!("cli-hint-for-example", words = keys.join(", ")))),
    }
}

/// Returns the keys that a misspelt one may mean. Of many leads, those are compared that begin or end as it does.
fn near_keys<'r>(reading: &'r Reading, key: &str) -> Vec<&'r str> {
    const MOST: usize = 10_000;
    const NEAR: usize = 3;
    let keys = &reading.bench.data().keys;
    let ends = |text: &str| {
        let mut chars = text.chars().flat_map(char::to_lowercase);
        (chars.next(), chars.last())
    };
    let (first, last) = ends(key);
    let alike = |text: &&str| {
        let (begins, stops) = ends(text);
        text.len().abs_diff(key.len()) <= 8 && (begins == first || stops == last)
    };
    let mut candidates: Vec<&str> = (0..keys.len()).map(|lead| keys.get(lead)).filter(alike).take(MOST).collect();
    let mut near = Vec::new();
    while let Some(found) = nearest(key, candidates.iter().copied()).filter(|_| near.len() < NEAR) {
        candidates.retain(|candidate| *candidate != found);
        near.push(found);
    }
    near
}

fn tell(reading: &Reading, lead: usize, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    reading.heading(ctx)?;
    let lang = ctx.lang;
    let bench = &reading.bench;
    let row = bench.row(lead);
    let who: Vec<&str> =
        [row.name.as_deref(), row.job_title.as_deref(), row.company.as_deref()].into_iter().flatten().collect();
    ctx.say(&if who.is_empty() {
        msg!("cli-explain-key", key = row.key)
    } else {
        msg!("cli-explain-who", key = row.key, who = who.join(", "))
    })?;
    match row.rank {
        Some(rank) => ctx.say(&msg!(
            "cli-explain-place",
            cell = open::cell_name(row.row_band, row.column_band),
            zone = row.zone.map_or("–", |zone| worded(&zone.title, lang, &zone.name)),
            rank = rank,
            leads = bench.scores().size()
        ))?,
        None => ctx.say(&msg!("cli-explain-outside"))?,
    }
    let explanation = bench.explain(lead);
    let heads = [
        Head { id: "criterion", title: msg!("cli-head-criterion") },
        Head { id: "points", title: msg!("cli-head-points") },
        Head { id: "evidence", title: msg!("cli-head-evidence") },
    ];
    for side in Side::BOTH {
        let axis = bench.model().axis(side);
        if axis.is_absent() {
            continue;
        }
        writeln!(ctx.host.out())?;
        let band = if side == Side::Rows { row.row_band } else { row.column_band };
        let usual = if side == Side::Rows { msg!("cli-head-row") } else { msg!("cli-head-column") };
        let usual = lang.say(&usual);
        ctx.say(&msg!(
            "cli-explain-axis",
            axis = worded(&axis.name, lang, &usual),
            points = crate::text::Points(explanation.total(side)),
            band = band
        ))?;
        let lines = explanation.lines.iter().filter(|line| line.side == side).map(|line| {
            vec![
                Cell::text(name(line, reading, lang)),
                Cell::Points(line.points),
                Cell::text(evidence(line, reading, lang)),
            ]
        });
        reading.list(&heads, lines, ctx)?;
    }
    learn::explain(reading, lead, ctx)?;
    happenings(reading, lead, ctx)
}

/// Writes what the lead did last.
fn happenings(reading: &Reading, lead: usize, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let timeline = reading.bench.timeline(lead);
    if timeline.is_empty() {
        return Ok(());
    }
    writeln!(ctx.host.out())?;
    ctx.say(&msg!("cli-explain-events", shown = timeline.len().min(EVENTS), events = timeline.len()))?;
    let heads = [
        Head { id: "at", title: msg!("cli-head-at") },
        Head { id: "kind", title: msg!("cli-head-kind") },
        Head { id: "asset", title: msg!("cli-head-asset") },
    ];
    let rows = timeline
        .iter()
        .take(EVENTS)
        .map(|event| vec![Cell::At(event.at), Cell::text(event.kind.as_str()), Cell::maybe(event.asset.as_deref())]);
    reading.list(&heads, rows, ctx)
}

/// Says what a line of the ledger stands for.
fn name(line: &Line, reading: &Reading, lang: Lang) -> String {
    let model = reading.bench.model();
    match &line.cause {
        Cause::Start => lang.say(&msg!("cli-cause-start")),
        Cause::Criterion { name, .. } => {
            model.criterion(name).map_or(name.as_str(), |criterion| worded(&criterion.title, lang, name)).to_owned()
        }
        Cause::Cap { group } => {
            let named = |found: &&Group| found.name == *group;
            let found = model.axis(line.side).groups.iter().find(named);
            let title = found.map_or(group.as_str(), |found| worded(&found.title, lang, group));
            lang.say(&msg!("cli-cause-cap", group = title))
        }
        Cause::Degradation { why: Degraded::Idle { .. }, .. } => lang.say(&msg!("tell-cause-idle")),
        Cause::Degradation { why: Degraded::Climbed { .. }, .. } => lang.say(&msg!("tell-cause-slow")),
        Cause::Bounds => lang.say(&msg!("cli-cause-bounds")),
        Cause::Scale => lang.say(&msg!("tell-cause-scale")),
    }
}

/// Says what a line of the ledger was given for.
fn evidence(line: &Line, reading: &Reading, lang: Lang) -> String {
    let zone = reading.style.zone;
    let evidence = match &line.cause {
        Cause::Criterion { evidence, .. } => evidence,
        Cause::Degradation { why: Degraded::Idle { since }, .. } => {
            return lang.say(&msg!("tell-idle-since", date = lang.date(*since, zone)));
        }
        Cause::Degradation { why: Degraded::Climbed { by }, .. } => {
            let points = if reading.is_table() { lang.points(*by) } else { plain_points(*by) };
            return lang.say(&msg!("tell-climbed", points = points));
        }
        Cause::Start | Cause::Cap { .. } | Cause::Bounds | Cause::Scale => return String::new(),
    };
    let count = |n: usize| if reading.is_table() { Arg::from(n) } else { Arg::from(n.to_string()) };
    match evidence {
        Evidence::Off => lang.say(&msg!("cli-evidence-off")),
        Evidence::NoData(problem) => lang.say(&tell::data_error(problem)),
        Evidence::OutOfScope => lang.say(&msg!("cli-evidence-scope")),
        Evidence::Fields(fields) => {
            let unknown = lang.say(&msg!("cli-unknown"));
            let pairs = fields.iter().map(|(field, value)| {
                let value = value.as_ref().map_or(unknown.clone(), |value| value_text(value, reading, lang));
                format!("{field} = {value}")
            });
            pairs.collect::<Vec<_>>().join(", ")
        }
        Evidence::Events { seen: 0, .. } => lang.say(&msg!("cli-evidence-no-event")),
        Evidence::Events { seen, counted, newest, fresh } => {
            let newest = newest.map_or_else(|| "–".to_owned(), |at| lang.date(at, zone));
            let (seen, counted) = (count(*seen), count(*counted));
            let told = lang.say(&msg!("cli-evidence-events", counted = counted, seen = seen, newest = newest));
            match fresh {
                None => told,
                Some(fresh) => {
                    let worth = *fresh * (POINT / FRESH);
                    let worth = if reading.is_table() { lang.points(worth) } else { plain_points(worth) };
                    lang.say(&msg!("tell-evidence-fresh", told = told, worth = worth))
                }
            }
        }
        Evidence::Reached { tier: Some(tier), seen, .. } => {
            lang.say(&msg!("tell-evidence-reached", tier = count(tier + 1), seen = count(*seen)))
        }
        Evidence::Reached { tier: None, seen, .. } => lang.say(&msg!("tell-evidence-not-reached", seen = count(*seen))),
        Evidence::Fewer { seen, old_enough: true } => lang.say(&msg!("tell-evidence-fewer", seen = count(*seen))),
        Evidence::Fewer { old_enough: false, .. } => lang.say(&msg!("tell-evidence-too-young")),
    }
}

/// Says a value: for people in a table, for programs with plain numbers.
fn value_text(value: &Value, reading: &Reading, lang: Lang) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Whole(n) if !reading.is_table() => n.to_string(),
        Value::Decimal(n) if !reading.is_table() => plain_points(*n),
        Value::Whole(n) => lang.int(*n),
        Value::Decimal(n) => lang.points(*n),
        Value::Date(at) => lang.date(*at, reading.style.zone),
        Value::YesNo(_) => lang.say(&tell::value(value)),
    }
}

fn heads() -> [Head; 6] {
    [
        Head { id: "key", title: msg!("cli-head-key") },
        Head { id: "axis", title: msg!("cli-head-axis") },
        Head { id: "cause", title: msg!("cli-head-cause") },
        Head { id: "name", title: msg!("cli-head-criterion") },
        Head { id: "points", title: msg!("cli-head-points") },
        Head { id: "evidence", title: msg!("cli-head-evidence") },
    ]
}

/// Returns the kind of a line and the name it bears in the model.
fn cause(line: &Line) -> (&'static str, &str) {
    match &line.cause {
        Cause::Start => ("start", ""),
        Cause::Criterion { name, .. } => ("criterion", name),
        Cause::Cap { group } => ("cap", group),
        Cause::Degradation { why: Degraded::Idle { .. }, .. } => ("inactive", ""),
        Cause::Degradation { why: Degraded::Climbed { .. }, .. } => ("slow-climb", ""),
        Cause::Bounds => ("bounds", ""),
        Cause::Scale => ("scale", ""),
    }
}

fn axis_name(side: Side) -> &'static str {
    match side {
        Side::Rows => "rows",
        Side::Columns => "columns",
    }
}

fn rows(reading: &Reading, lead: usize, lang: Lang) -> impl Iterator<Item = Vec<Cell<'_>>> {
    let key = reading.bench.data().keys.get(lead);
    reading.bench.explain(lead).lines.into_iter().map(move |line| {
        let (kind, name) = cause(&line);
        vec![
            Cell::text(key),
            Cell::text(axis_name(line.side)),
            Cell::text(kind),
            Cell::text(name.to_owned()),
            Cell::Points(line.points),
            Cell::text(evidence(&line, reading, lang)),
        ]
    })
}

fn json(reading: &Reading, lead: usize, lang: Lang) -> Json {
    let bench = &reading.bench;
    let row = bench.row(lead);
    let explanation = bench.explain(lead);
    let lines = explanation.lines.iter().map(|line| {
        let (kind, name) = cause(line);
        Json::Object(vec![
            ("axis", Json::text(axis_name(line.side))),
            ("cause", Json::text(kind)),
            ("name", Json::text(name)),
            ("points", Json::Points(line.points)),
            ("evidence", Json::text(evidence(line, reading, lang))),
        ])
    });
    let events = bench.timeline(lead).into_iter().map(|event| {
        Json::Object(vec![
            ("at", Json::at(event.at)),
            ("kind", Json::text(event.kind)),
            ("asset", Json::maybe(event.asset)),
        ])
    });
    let mut object = reading.about();
    object.extend([
        ("key", Json::text(row.key)),
        ("rank", row.rank.map_or(Json::Null, Json::count)),
        ("row_points", Json::Points(row.rows)),
        ("row_band", Json::text(row.row_band)),
        ("column_points", Json::Points(row.columns)),
        ("column_band", Json::text(row.column_band)),
        ("zone", Json::maybe(row.zone.map(|zone| zone.name.as_str()))),
        ("lines", Json::List(lines.collect())),
        ("events", Json::List(events.collect())),
    ]);
    if !bench.model().learned.is_empty() {
        object.push(("learned", learn::json(reading, lead)));
    }
    Json::Object(object)
}
