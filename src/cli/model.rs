//! `model`: list the models of a workspace, show one, check a file, bring one in, write one out.

use std::path::Path;
use std::path::PathBuf;

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::fields;
use crate::cli::open;
use crate::cli::open::title;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Head;
use crate::model::Model;
use crate::model::Side;
use crate::model::best;
use crate::model::nearest;
use crate::model::parse_bytes;
use crate::model::place_of;
use crate::model::theoretical_range;
use crate::model::to_ron;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::Points;
use crate::workbench::Check;
use crate::workbench::CheckKind;
use crate::workbench::Workbench;
use crate::workbench::tell;

pub(super) fn command(lang: Lang) -> Command {
    let word = |id: &'static str| args::word(lang, id, msg!("cli-value-name"), msg!("cli-arg-model-name"));
    let file = || args::file(lang, "file", msg!("cli-value-file"), msg!("cli-arg-model-file")).required(true);
    let leaf = |name, about, examples| args::command(lang, name, about, examples);
    args::command(lang, "model", msg!("cli-model-about"), msg!("cli-model-examples"))
        .subcommand_required(true)
        .subcommands([
            leaf("list", msg!("cli-model-list-about"), msg!("cli-model-list-examples")).args(listing(lang)),
            leaf("show", msg!("cli-model-show-about"), msg!("cli-model-show-examples"))
                .arg(word("name"))
                .args(listing(lang)),
            leaf("check", msg!("cli-model-check-about"), msg!("cli-model-check-examples"))
                .arg(
                    args::file(lang, "model", msg!("cli-value-file-or-name"), msg!("cli-arg-file-or-model"))
                        .required(true),
                )
                .arg(args::switch(lang, "data", msg!("cli-arg-check-data"))),
            leaf("import", msg!("cli-model-import-about"), msg!("cli-model-import-examples"))
                .arg(file())
                .arg(args::switch(lang, "allow-missing", msg!("cli-arg-allow-missing"))),
            leaf("export", msg!("cli-model-export-about"), msg!("cli-model-export-examples"))
                .arg(word("name"))
                .arg(args::path(lang, "output", msg!("cli-value-file"), msg!("cli-arg-model-output")).short('o'))
                .arg(args::switch(lang, "force", msg!("cli-arg-force"))),
        ])
}

/// The options of the commands that list.
fn listing(lang: Lang) -> [clap::Arg; 2] {
    [
        args::choice(lang, "format", &["table", "csv", "json"], msg!("cli-arg-format")),
        args::switch(lang, "raw-csv", msg!("cli-arg-raw-csv")),
    ]
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    match matches.subcommand() {
        Some(("list", m)) => list(m, ctx),
        Some(("show", m)) => show(m, ctx),
        Some(("check", m)) => check(m, ctx),
        Some(("import", m)) => import(m, ctx),
        Some(("export", m)) => export(m, ctx),
        _ => unreachable!("the parser asks for one of these"),
    }
}

fn list(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let models = ctx.host.models(&db)?;
    let style = open::style(matches, ctx, chrono_tz::Tz::UTC);
    if models.is_empty() && style.format == crate::export::Format::Table {
        let problem = Problem::refused(msg!("cli-no-model")).in_file(db.display().to_string());
        return Err(problem.hint(msg!("cli-hint-model-import")).into());
    }
    let heads = [
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "title", title: msg!("cli-head-title") },
        Head { id: "criteria", title: msg!("cli-head-criteria") },
        Head { id: "versions", title: msg!("cli-head-versions") },
        Head { id: "changed", title: msg!("cli-head-changed") },
        Head { id: "in_use", title: msg!("cli-head-in-use") },
    ];
    let lang = ctx.lang;
    let rows = models.iter().map(|entry| {
        vec![
            Cell::text(entry.model.name.as_str()),
            Cell::text(title(&entry.model, lang)),
            Cell::count(entry.model.criteria().count()),
            Cell::count(entry.n_versions),
            Cell::At(entry.changed),
            Cell::YesNo(entry.in_use),
        ]
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}

fn show(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
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
fn axis_name(model: &Model, side: Side, lang: Lang) -> String {
    let usual = if side == Side::Rows { msg!("cli-head-row") } else { msg!("cli-head-column") };
    worded(&model.axis(side).name, lang, &lang.say(&usual)).to_owned()
}

fn some_model(model: Option<Model>, db: &Path) -> Result<Model, Problem> {
    let problem = || Problem::refused(msg!("cli-no-model")).in_file(db.display().to_string());
    model.ok_or_else(|| problem().hint(msg!("cli-hint-model-import")))
}

/// Reads a model file; tells every fault with its place, all but the last here.
fn read(path: &Path, ctx: &mut Ctx<'_>) -> Result<(Model, Vec<u8>), Failure> {
    let bytes = ctx.host.read_file(path)?;
    let name = path.display().to_string();
    match parse_bytes(&bytes) {
        Ok(model) => Ok((model, bytes)),
        Err(problems) => Err(all_but_last(problems.into_iter().map(|problem| problem.in_file(&name)).collect(), ctx)),
    }
}

/// Tells all problems but the last, which is returned to be told where every command's problem is.
fn all_but_last(mut problems: Vec<Problem>, ctx: &mut Ctx<'_>) -> Failure {
    let last = problems.pop().unwrap_or_else(|| Problem::refused(msg!("cli-usage-other")));
    for problem in &problems {
        crate::cli::report(problem, ctx.lang, ctx.host);
    }
    last.into()
}

/// Checks a model: a file, alone or on the leads at hand; or a model of the workspace, on its leads.
fn check(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let path = args::required_path(matches, "model");
    let db = ctx.workspace();
    let name = path.to_str().filter(|_| !ctx.host.exists(&path)).unwrap_or_default();
    let stored = if name.is_empty() || !ctx.host.exists(&db) { Vec::new() } else { ctx.host.models(&db)? };
    if stored.iter().any(|entry| entry.model.name == name) {
        let contents = ctx.host.open(&db, Some(name))?;
        let model = some_model(contents.model, &db)?;
        let as_of = contents.as_of.unwrap_or_else(|| ctx.host.now());
        sound(&model, db.display().to_string(), ctx)?;
        return advise(&Workbench::new(model, None, contents.data, as_of).checks(), None, ctx);
    }
    let near = nearest(name, stored.iter().map(|entry| entry.model.name.as_str()));
    let (model, bytes) = read(&path, ctx).map_err(|failure| match (failure, near) {
        (Failure::Problem(problem), Some(near)) => problem.hint(msg!("cli-usage-nearest", word = near)).into(),
        (failure, _) => failure,
    })?;
    sound(&model, path.display().to_string(), ctx)?;
    let text = String::from_utf8_lossy(&bytes);
    let contents = if matches.get_flag("data") { Some(ctx.host.open(&db, None)?) } else { None };
    let (data, as_of) = contents.map_or_else(Default::default, |contents| (contents.data, contents.as_of));
    let as_of = as_of.unwrap_or_else(|| ctx.host.now());
    let mut checks = Workbench::new(model, None, data, as_of).checks();
    if !matches.get_flag("data") {
        checks.retain(|check| check.kind == CheckKind::Advice);
    }
    advise(&checks, Some((&path, &text)), ctx)
}

/// Says that a model is sound, how large it is, and what its axes can give.
fn sound(model: &Model, told_of: String, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    ctx.say(&msg!(
        "cli-model-sound",
        file = told_of,
        name = &model.name,
        criteria = model.criteria().count(),
        rows = model.n_bands(Side::Rows),
        columns = model.n_bands(Side::Columns)
    ))?;
    for side in Side::BOTH.into_iter().filter(|side| model.axis(*side).groups.iter().any(|g| !g.criteria.is_empty())) {
        let (lowest, highest) = theoretical_range(model.axis(side));
        let (lowest, highest) = (Points(lowest), Points(highest));
        let axis = axis_name(model, side, ctx.lang);
        let most = best(model.axis(side)).and_then(|best| i64::try_from(best).ok());
        ctx.say(&match most {
            Some(best) => {
                msg!("cli-model-range", axis = axis, lowest = lowest, highest = highest, best = Points(best))
            }
            None => msg!("cli-model-range-open", axis = axis, lowest = lowest),
        })?;
    }
    Ok(())
}

/// Writes what could be better, one a line; where it stands, if there is a text for it to stand in.
fn advise(checks: &[Check], text: Option<(&Path, &str)>, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let mut from_data = false;
    for check in checks {
        if check.kind == CheckKind::Data && !from_data {
            from_data = true;
            let path = ctx.workspace().display().to_string();
            ctx.say(&msg!("cli-model-against", path = path))?;
        }
        let problem = Problem { hints: check.hint.iter().cloned().collect(), ..Problem::refused(check.text.clone()) };
        let problem = match text {
            Some((path, text)) => placed((problem, check.at.clone()), path, text),
            None => problem,
        };
        let text = problem.tell(ctx.lang).join(" ");
        ctx.say(&msg!("cli-advice", text = text))?;
    }
    if checks.is_empty() {
        ctx.say(&msg!("cli-model-nothing-to-say"))?;
    }
    Ok(0)
}

/// Says where in a model's text its part stands that a problem is about.
fn placed((problem, at): fields::Told, path: &Path, text: &str) -> Problem {
    let problem = problem.in_file(path.display().to_string());
    if at.is_empty() {
        return problem;
    }
    let (line, column) = place_of(text, &at);
    problem.at(line, Some(column))
}

fn import(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let path = args::required_path(matches, "file");
    let (model, bytes) = read(&path, ctx)?;
    let db = ctx.workspace();
    if ctx.host.exists(&db) {
        let contents = ctx.host.open(&db, None)?;
        if contents.data.n_leads() > 0 {
            let missing = fields::missing_fields(&model, &contents.data);
            let refuse = !missing.is_empty() && !matches.get_flag("allow-missing");
            let n_missing = missing.len();
            let text = String::from_utf8_lossy(&bytes);
            for told in missing.into_iter().chain(fields::missing_kinds(&model, &contents.data)) {
                let text = placed(told, &path, &text).tell(ctx.lang).join(" ");
                ctx.note(&msg!("cli-advice", text = text));
            }
            if refuse {
                let problem = Problem::refused(msg!("cli-model-missing", fields = n_missing));
                return Err(problem.in_file(path.display().to_string()).hint(msg!("cli-hint-allow-missing")).into());
            }
        }
    }
    let is_new = ctx.host.save_model(&db, &model)?;
    let path = db.display().to_string();
    let told = ctx.say(&if is_new {
        msg!("cli-model-added", name = &model.name, path = path)
    } else {
        msg!("cli-model-replaced", name = &model.name, path = path)
    });
    ctx.told_after(told)?;
    Ok(0)
}

fn export(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let db = ctx.workspace();
    let model = some_model(ctx.host.open(&db, args::text(matches, "name"))?.model, &db)?;
    let ron = to_ron(&model).map_err(|faults| all_but_last(faults.into_iter().map(Problem::from).collect(), ctx))?;
    match matches.get_one::<PathBuf>("output") {
        None => ctx.host.out().write_all(ron.as_bytes())?,
        Some(path) => {
            ctx.host.write_file(path, ron.as_bytes(), matches.get_flag("force"))?;
            ctx.note(&msg!("cli-written", path = path.display().to_string()));
        }
    }
    Ok(0)
}
