//! `import`: leads or activity from a CSV file into the workspace, with the shape found and the sum of what became of the rows.

use std::cell::Cell as Held;
use std::path::Path;

use chrono_tz::Tz;
use clap::Arg;
use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;

use crate::cli::Amount;
use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::Imported;
use crate::cli::Job;
use crate::cli::Stream;
use crate::cli::What;
use crate::cli::args;
use crate::cli::open;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::export::Style;
use crate::import::ColumnShape;
use crate::import::DateOrder;
use crate::import::EventOptions;
use crate::import::EventShape;
use crate::import::KeyChoice;
use crate::import::Kinds;
use crate::import::Mark;
use crate::import::Options;
use crate::import::RowProblem;
use crate::import::Shape;
use crate::import::Use;
use crate::model::FieldType;
use crate::msg;
use crate::problem::Kind;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::Msg;
use crate::workbench::tell;

/// How many rejected rows and how many columns are told one by one.
const PROBLEMS: usize = 5;
const COLUMNS: usize = 40;
/// What is no matter for activity, beside what identifies a row: which columns stay text.
const IDLE: [&str; 2] = ["import-note-odd-dates", "import-note-odd-numbers"];

pub(super) fn command(lang: Lang) -> Command {
    let column = |name, help| args::option(lang, name, msg!("cli-value-column"), help);
    let file = || args::file(lang, "file", msg!("cli-value-file"), msg!("cli-arg-import-file")).required(true);
    args::command(lang, "import", msg!("cli-import-about"), msg!("cli-import-examples"))
        .subcommand_required(true)
        .subcommands([
            args::command(lang, "leads", msg!("cli-import-leads-about"), msg!("cli-import-leads-examples"))
                .arg(file())
                .args([
                    column("key", msg!("cli-arg-key")),
                    args::switch(lang, "row-numbers", msg!("cli-arg-row-numbers")).conflicts_with("key"),
                ])
                .args(shared(lang)),
            args::command(lang, "events", msg!("cli-import-events-about"), msg!("cli-import-events-examples"))
                .arg(file())
                .args([
                    column("lead-column", msg!("cli-arg-lead-column")),
                    column("kind-column", msg!("cli-arg-kind-column")),
                    args::option(lang, "kind", msg!("cli-value-name"), msg!("cli-arg-kind"))
                        .conflicts_with("kind-column"),
                    column("at-column", msg!("cli-arg-at-column")),
                    column("asset-column", msg!("cli-arg-asset-column")),
                    column("campaign-column", msg!("cli-arg-campaign-column")),
                    column("channel-column", msg!("cli-arg-channel-column")),
                    column("value-column", msg!("cli-arg-value-column")),
                    args::switch(lang, "create-leads", msg!("cli-arg-create-leads")),
                ])
                .args(shared(lang)),
        ])
}

fn shared(lang: Lang) -> Vec<Arg> {
    let many = |arg: Arg| arg.action(ArgAction::Append);
    vec![
        args::option(lang, "delimiter", msg!("cli-value-sign"), msg!("cli-arg-delimiter")),
        args::option(lang, "encoding", msg!("cli-value-name"), msg!("cli-arg-encoding")),
        args::switch(lang, "no-header", msg!("cli-arg-no-header")),
        args::switch(lang, "lenient-quotes", msg!("cli-arg-lenient-quotes")),
        args::choice(lang, "dates", &["dmy", "mdy", "ymd"], msg!("cli-arg-dates")),
        args::choice(lang, "decimal", &["point", "comma"], msg!("cli-arg-decimal")),
        args::option(lang, "zone", msg!("cli-value-zone"), msg!("cli-arg-zone")),
        many(args::option(lang, "blank", msg!("cli-value-word"), msg!("cli-arg-blank"))),
        many(args::option(lang, "type", msg!("cli-value-type"), msg!("cli-arg-type"))),
        many(args::option(lang, "ignore", msg!("cli-value-column"), msg!("cli-arg-ignore"))),
        args::switch(lang, "dry-run", msg!("cli-arg-dry-run")),
    ]
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let Some((name, matches)) = matches.subcommand() else { unreachable!("the parser asks for one of these") };
    let (mut options, zone) = options(matches)?;
    let what = if name == "leads" {
        options.key = match args::text(matches, "key") {
            Some(column) => Some(KeyChoice::Column(column.to_owned())),
            None => matches.get_flag("row-numbers").then_some(KeyChoice::RowNumber),
        };
        What::Leads
    } else {
        options.events = event_options(matches);
        // Which column identifies a row is no question here: an event has a lead, not a key.
        options.key = Some(KeyChoice::RowNumber);
        What::Events { create_leads: matches.get_flag("create-leads") }
    };
    let job = Job {
        db: ctx.workspace(),
        file: args::required_path(matches, "file"),
        what,
        options,
        zone,
        dry_run: matches.get_flag("dry-run"),
        lang: ctx.lang,
    };
    let shape = ctx.host.inspect(&job)?;
    if shape.has_header && shape.rows == 0 {
        let told = ctx.say(&msg!("cli-import-no-rows", file = job.file.display().to_string()));
        ctx.told_before(told)?;
        return Ok(0);
    }
    let told = tell_shape(&shape, &job, ctx);
    ctx.told_before(told)?;
    let done = import(&job, ctx)?;
    let told = tell_done(&done, &job, ctx);
    if job.dry_run { ctx.told_before(told) } else { ctx.told_after(told) }?;
    Ok(if done.counts.rejected > 0 { Kind::Rows.exit_code() } else { 0 })
}

/// Reads what a person forces.
fn options(matches: &ArgMatches) -> Result<(Options, Option<Tz>), Problem> {
    let mut zone = None;
    let mut options = Options {
        ignore: args::texts(matches, "ignore"),
        blanks: args::texts(matches, "blank"),
        header: matches.get_flag("no-header").then_some(false),
        lenient_quotes: matches.get_flag("lenient-quotes"),
        ..Options::default()
    };
    if let Some(text) = args::text(matches, "delimiter") {
        let byte = match text {
            "tab" | "\\t" => b'\t',
            "comma" => b',',
            "semicolon" => b';',
            "pipe" => b'|',
            _ => match text.as_bytes() {
                [byte] if byte.is_ascii_punctuation() || *byte == b'\t' => *byte,
                _ => return Err(Problem::usage(msg!("cli-usage-delimiter", value = text))),
            },
        };
        options.delimiter = Some(byte);
    }
    if let Some(text) = args::text(matches, "encoding") {
        let found = encoding_rs::Encoding::for_label(text.trim().as_bytes());
        options.encoding = Some(found.ok_or_else(|| Problem::usage(msg!("cli-usage-encoding", value = text)))?);
    }
    if let Some(text) = args::text(matches, "zone") {
        let unknown = || Problem::usage(msg!("cli-usage-zone", value = text));
        zone = Some(text.trim().parse().map_err(|_| unknown())?);
    }
    options.dates = match args::text(matches, "dates") {
        Some("dmy") => Some(DateOrder::DayFirst),
        Some("mdy") => Some(DateOrder::MonthFirst),
        // A year in front leaves nothing open.
        _ => None,
    };
    options.decimal = match args::text(matches, "decimal") {
        Some("comma") => Some(Mark::Comma),
        Some("point") => Some(Mark::Point),
        _ => None,
    };
    for text in args::texts(matches, "type") {
        let wrong = || {
            let words = FieldType::WORDS.map(|(word, _)| word).join(", ");
            Problem::usage(msg!("cli-usage-type", value = &text)).hint(msg!("cli-usage-valid", words = words))
        };
        let (column, word) = text.rsplit_once('=').ok_or_else(wrong)?;
        let kind = FieldType::of_word(word.trim()).ok_or_else(wrong)?;
        options.types.push((column.to_owned(), kind));
    }
    Ok((options, zone))
}

fn event_options(matches: &ArgMatches) -> EventOptions {
    let column = |name| args::text(matches, name).map(str::to_owned);
    EventOptions {
        lead: column("lead-column"),
        kind: column("kind-column"),
        fixed_kind: column("kind"),
        at: column("at-column"),
        asset: column("asset-column"),
        campaign: column("campaign-column"),
        channel: column("channel-column"),
        value: column("value-column"),
    }
}

/// Says what the file was found to hold.
fn tell_shape(shape: &Shape, job: &Job, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let lang = ctx.lang;
    let delimiter = match shape.delimiter {
        b',' => lang.say(&msg!("cli-delimiter-comma")),
        b';' => lang.say(&msg!("cli-delimiter-semicolon")),
        b'\t' => lang.say(&msg!("cli-delimiter-tab")),
        byte => char::from(byte).to_string(),
    };
    ctx.say(&msg!(
        "cli-shape",
        file = job.file.display().to_string(),
        rows = shape.rows,
        columns = shape.columns.len(),
        encoding = shape.encoding.name(),
        delimiter = delimiter
    ))?;
    let parts = if job.what == What::Leads { None } else { Some(tell_parts(shape, job, ctx)?) };
    let taken = |index: usize| {
        let parts = parts.as_ref()?;
        let number = (shape.columns[index].kind == FieldType::Text).then(|| tell::field_type(FieldType::Decimal));
        if index == parts.at {
            Some(tell::field_type(FieldType::Date))
        } else {
            number.filter(|_| parts.value == Some(index))
        }
    };
    let heads = [
        Head { id: "column", title: msg!("cli-head-file-column") },
        Head { id: "type", title: msg!("cli-head-type") },
        Head { id: "known", title: msg!("cli-head-known") },
        Head { id: "blank", title: msg!("cli-head-blank") },
        Head { id: "examples", title: msg!("cli-head-samples") },
    ];
    let most = if job.dry_run { usize::MAX } else { COLUMNS };
    let rows = shape.columns.iter().take(most).enumerate().map(|(index, column)| {
        vec![
            Cell::text(column.name.as_str()),
            Cell::text(lang.say(&taken(index).unwrap_or_else(|| usage(column)))),
            Cell::count(column.known),
            Cell::count(column.blank),
            Cell::text(column.samples.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ")),
        ]
    });
    let style = Style {
        format: Format::Table,
        lang,
        zone: shape.zone,
        raw_csv: false,
        on_terminal: false,
        bold: open::bold(ctx),
    };
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    if shape.columns.len() > most {
        ctx.say(&msg!("cli-shape-more", columns = shape.columns.len() - most))?;
    }
    let idle =
        |note: &&Msg| job.what != What::Leads && (note.id.starts_with("import-note-key") || IDLE.contains(&note.id));
    for note in shape.notes.iter().filter(|note| !idle(note)) {
        let text = lang.say(note);
        ctx.say(&msg!("cli-note", text = text))?;
    }
    Ok(writeln!(ctx.host.out())?)
}

/// Says which columns an event is made of.
fn tell_parts(shape: &Shape, job: &Job, ctx: &mut Ctx<'_>) -> Result<EventShape, Failure> {
    let in_file = |problem: Problem| problem.in_file(job.file.display().to_string());
    let events = EventShape::propose(shape, &job.options.events).map_err(in_file)?;
    let name = |index: usize| shape.columns[index].name.as_str();
    let kind = match &events.kind {
        Kinds::Column(index) => msg!("cli-shape-kind-column", column = name(*index)),
        Kinds::Fixed(kind) => msg!("cli-shape-kind-fixed", kind = kind),
    };
    ctx.say(&msg!("cli-shape-event", lead = name(events.lead), kind = kind, at = name(events.at)))?;
    let others: Vec<&str> =
        [events.asset, events.campaign, events.channel, events.value].into_iter().flatten().map(name).collect();
    if !others.is_empty() {
        ctx.say(&msg!("cli-shape-also", columns = others.join(", ")))?;
    }
    if !events.not_kept.is_empty() {
        ctx.say(&msg!("cli-shape-not-kept", columns = events.not_kept.join(", ")))?;
    }
    Ok(events)
}

/// Says what a column is kept as.
fn usage(column: &ColumnShape) -> Msg {
    match column.usage {
        Use::Field => tell::field_type(column.kind),
        Use::Ignored | Use::Unnamed | Use::Ours => msg!("cli-type-left-out"),
    }
}

/// Imports, with a line of progress where a person watches.
fn import(job: &Job, ctx: &mut Ctx<'_>) -> Result<Imported, Failure> {
    let lang = ctx.lang;
    let watched = ctx.host.is_terminal(Stream::Err);
    let drawn = Held::new(false);
    let done = ctx.host.import(job, &mut |amount: Amount, err: &mut dyn std::io::Write| {
        if watched {
            drawn.set(true);
            let line = lang.say(&progress(amount, lang));
            // A line that cannot be drawn is no reason to stop.
            let _ = write!(err, "\r\u{1b}[K{line}").and_then(|()| err.flush());
        }
    });
    if drawn.get() {
        let _ = write!(ctx.host.err(), "\r\u{1b}[K");
    }
    Ok(done?)
}

fn progress(amount: Amount, lang: Lang) -> Msg {
    let rate = amount.rows.saturating_mul(1_000) / amount.elapsed_ms.max(1);
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let share = amount.of_bytes.map_or(String::new(), |all| lang.whole_percent(whole(amount.bytes), whole(all)));
    msg!("cli-progress", rows = amount.rows, share = share, rate = rate)
}

/// Says what became of the rows.
fn tell_done(done: &Imported, job: &Job, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    let counts = &done.counts;
    ctx.say(&msg!(
        "cli-import-sum",
        read = counts.accepted + counts.rejected,
        new = done.new,
        updated = done.updated,
        unchanged = done.unchanged,
        rejected = counts.rejected
    ))?;
    if counts.blank_lines + counts.empty_rows > 0 {
        ctx.say(&msg!("cli-import-blank", lines = counts.blank_lines + counts.empty_rows))?;
    }
    if counts.rounded > 0 {
        ctx.say(&msg!("cli-import-rounded", values = counts.rounded))?;
    }
    if done.leads_made > 0 {
        ctx.say(&msg!("cli-import-leads-made", leads = done.leads_made))?;
    }
    for problem in counts.problems.iter().take(PROBLEMS) {
        let text = place(problem, job).tell(ctx.lang).join(" ");
        ctx.say(&msg!("cli-note", text = text))?;
    }
    let more = counts.rejected.saturating_sub(PROBLEMS as u64);
    if more > 0 {
        ctx.say(&msg!("cli-import-more-problems", rows = more))?;
    }
    if let Some(path) = &done.rejects {
        ctx.say(&msg!("cli-import-rejects", path = path.display().to_string()))?;
    }
    if let Some(at) = done.before {
        let date = ctx.lang.date_time(at, done.shape.zone);
        ctx.say(&msg!("cli-import-before", date = date))?;
    }
    if job.dry_run {
        return ctx.say(&msg!("cli-import-dry-run"));
    }
    if let Some(name) = &done.starter {
        ctx.say(&msg!("cli-import-starter", name = name))?;
    }
    Ok(())
}

fn place(problem: &RowProblem, job: &Job) -> Problem {
    let told = Problem::refused(problem.text.clone()).in_file(file_name(&job.file)).at(problem.line, None);
    match &problem.column {
        Some(column) => told.in_field(column.as_str()),
        None => told,
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
