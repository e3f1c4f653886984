//! What every reading command does first: open the workspace, put a model on its leads at an instant, choose a format.

use std::path::Path;

use chrono_tz::Tz;
use clap::ArgMatches;

use crate::cli::Color;
use crate::cli::Contents;
use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::Stream;
use crate::cli::args;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::export::Style;
use crate::export::json::Json;
use crate::model::Model;
use crate::model::Words;
use crate::msg;
use crate::problem::Problem;
use crate::review::customs::Customs;
use crate::text::Lang;
use crate::text::When;
use crate::workbench::Workbench;
use crate::workbench::tell;

pub(super) use crate::export::cell_name;

/// A workspace opened to be read.
pub(super) struct Reading {
    pub bench: Workbench,
    pub style: Style,
    pub customs: Customs,
}

/// Opens what the options name. A share other than the model's takes its place.
pub(super) fn open(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<Reading, Failure> {
    open_at(matches, ctx, &ctx.workspace())
}

/// Opens a given workspace, in the way the options say.
pub(super) fn open_at(matches: &ArgMatches, ctx: &mut Ctx<'_>, db: &Path) -> Result<Reading, Failure> {
    // A mistake on the command line is told before anything else.
    as_of(matches)?;
    let mut contents = ctx.host.open(db, args::text(matches, "model"))?;
    let customs = std::mem::take(&mut contents.customs);
    let zone = contents.data.zone;
    let bench = bench(contents, None, matches, ctx, db)?;
    Ok(Reading { bench, style: style(matches, ctx, zone), customs })
}

/// Puts the model on the leads, at the instant that the options name, or else at the given one, or else as usual.
pub(super) fn bench(
    contents: Contents,
    at: Option<i64>,
    matches: &ArgMatches,
    ctx: &Ctx<'_>,
    db: &Path,
) -> Result<Workbench, Failure> {
    let as_of = as_of(matches)?;
    let zone = contents.data.zone;
    if contents.data.n_leads() == 0 {
        let problem = Problem::refused(msg!("cli-no-leads")).in_file(db.display().to_string());
        return Err(problem.hint(msg!("cli-hint-import")).hint(msg!("cli-hint-demo")).into());
    }
    let Some(model) = contents.model else {
        let problem = Problem::refused(msg!("cli-no-model")).in_file(db.display().to_string());
        return Err(problem.hint(msg!("cli-hint-model-import")).hint(msg!("cli-hint-demo")).into());
    };
    let now = ctx.host.now();
    let usual = at.or(contents.as_of).unwrap_or(now);
    let as_of = as_of.map_or(usual, |as_of| as_of.instant(zone, now, usual));
    let mut bench = Workbench::new(model, contents.baseline, contents.data, as_of);
    bench.set_log(contents.log);
    Ok(bench)
}

/// Returns how a command writes lists.
pub(super) fn style(matches: &ArgMatches, ctx: &Ctx<'_>, zone: Tz) -> Style {
    let format = match args::text(matches, "format") {
        Some("csv") => Format::Csv,
        Some("json") => Format::Json,
        _ => Format::Table,
    };
    Style {
        format,
        lang: ctx.lang,
        zone,
        raw_csv: matches.get_flag("raw-csv"),
        on_terminal: ctx.host.is_terminal(Stream::Out),
        bold: bold(ctx),
    }
}

/// Whether headings are set in bold.
pub(super) fn bold(ctx: &Ctx<'_>) -> bool {
    match ctx.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => ctx.host.is_terminal(Stream::Out) && ctx.host.allows_style(),
    }
}

/// Reads `--as-of`.
pub(super) fn as_of(matches: &ArgMatches) -> Result<Option<When>, Problem> {
    let Some(text) = args::text(matches, "as-of") else { return Ok(None) };
    let problem = || Problem::usage(msg!("cli-usage-as-of", value = text)).hint(msg!("cli-hint-as-of"));
    When::parse(text).map(Some).ok_or_else(problem)
}

impl Reading {
    /// Writes the line above every table: which model, on how many leads, as of when.
    pub(super) fn heading(&self, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
        let lang = ctx.lang;
        ctx.say(&msg!(
            "cli-heading",
            model = title(self.bench.model(), lang),
            leads = self.bench.scores().size(),
            as_of = lang.date_time(self.bench.as_of(), self.style.zone)
        ))?;
        let outside = self.bench.data().n_leads() - self.bench.scores().size();
        if outside > 0 {
            ctx.say(&msg!("cli-outside", leads = outside))?;
        }
        self.troubles(ctx);
        Ok(writeln!(ctx.host.out())?)
    }

    /// Says on standard error which criteria cannot be read against these leads, so that no score is silently short.
    fn troubles(&self, ctx: &mut Ctx<'_>) {
        let rows = self.bench.criteria();
        for row in rows.iter().filter(|row| row.criterion.on) {
            if let Some(problem) = row.problem {
                let why = tell::data_error(problem);
                ctx.note(&msg!("cli-criterion-trouble", criterion = &row.criterion.name, why = why));
            }
        }
        if let Some(problem) = self.bench.scores().population_problem() {
            ctx.note(&msg!("cli-population-trouble", why = tell::data_error(problem)));
        }
    }

    /// Writes a list in the chosen format.
    pub(super) fn list<'c>(
        &self,
        heads: &[Head],
        rows: impl Iterator<Item = Vec<Cell<'c>>>,
        ctx: &mut Ctx<'_>,
    ) -> Result<(), Failure> {
        Ok(crate::export::list(heads, rows, self.style, ctx.host.out())?)
    }

    /// Returns which model and as of when, for a JSON object.
    pub(super) fn about(&self) -> Vec<(&'static str, Json)> {
        vec![("model", Json::text(self.bench.model().name.as_str())), ("as_of", Json::at(self.bench.as_of()))]
    }

    pub(super) fn is_table(&self) -> bool {
        self.style.format == Format::Table
    }
}

/// Returns words in a language, or else a name.
pub(super) fn worded<'w>(words: &'w Words, lang: Lang, name: &'w str) -> &'w str {
    words.get(lang == Lang::Fr).unwrap_or(name)
}

/// Returns a model's title, or else its name.
pub(super) fn title(model: &Model, lang: Lang) -> &str {
    worded(&model.title, lang, &model.name)
}
