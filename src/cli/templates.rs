//! `model templates` and `model new`: the built-in models, and a new model of one with the workspace's own fields in its roles.

use clap::Arg;
use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;
use clap::builder::PossibleValuesParser;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::title;
use crate::engine::columns::Dataset;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::model::Entity;
use crate::model::Model;
use crate::model::check;
use crate::model::nearest;
use crate::model::template;
use crate::model::template_names;
use crate::msg;
use crate::problem::Problem;
use crate::text::Lang;
use crate::text::first_sentence;
use crate::text::wrap;
use crate::workbench::roles;
use crate::workbench::roles::Plays;
use crate::workbench::roles::Role;

/// The width of what is said of a template.
const WIDE: usize = 96;

/// Returns the two commands; `listing` makes the options of those that list.
pub(super) fn commands(lang: Lang, listing: fn(Lang) -> [Arg; 2]) -> [Command; 2] {
    let word = |id, value, help| args::option(lang, id, value, help);
    let templates = word("template", msg!("cli-value-name"), msg!("cli-arg-template"))
        .required(true)
        .value_parser(PossibleValuesParser::new(template_names()));
    let role = word("role", msg!("cli-value-role"), msg!("cli-arg-role")).action(ArgAction::Append);
    [
        args::command(lang, "templates", msg!("cli-model-templates-about"), msg!("cli-model-templates-examples"))
            .args(listing(lang)),
        args::command(lang, "new", msg!("cli-model-new-about"), msg!("cli-model-new-examples"))
            .args([templates, word("name", msg!("cli-value-name"), msg!("cli-arg-new-name")), role])
            .arg(args::switch(lang, "dry-run", msg!("cli-arg-dry-run")))
            .args(listing(lang)),
    ]
}

/// Lists the built-in models: what each is for, and how large it is.
pub(super) fn list(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let style = open::style(matches, ctx, chrono_tz::Tz::UTC);
    let heads = [
        Head { id: "name", title: msg!("cli-head-name") },
        Head { id: "title", title: msg!("cli-head-title") },
        Head { id: "entity", title: msg!("cli-head-entity") },
        Head { id: "criteria", title: msg!("cli-head-criteria") },
        Head { id: "for", title: msg!("cli-head-for") },
    ];
    let lang = ctx.lang;
    let models: Vec<Model> = template_names().filter_map(template).collect();
    if style.format == Format::Table {
        for model in &models {
            let (entity, n) = (roles::entity(&model.entity), msg!("gallery-criteria", n = model.criteria().count()));
            let title = title(model, lang);
            ctx.say(&msg!("cli-template", name = &model.name, title = title, entity = entity, criteria = n))?;
            let description = model.description.get(lang == Lang::Fr).unwrap_or_default();
            for line in wrap(first_sentence(description).0, WIDE) {
                writeln!(ctx.host.out(), "    {line}")?;
            }
        }
        return Ok(0);
    }
    let rows = models.iter().map(|model| {
        let entity = match model.entity {
            Entity::Contact => "contact",
            Entity::Company { .. } => "company",
            Entity::Customer => "customer",
        };
        let description = model.description.get(lang == Lang::Fr).unwrap_or_default();
        vec![
            Cell::text(model.name.as_str()),
            Cell::text(title(model, lang)),
            Cell::text(entity),
            Cell::count(model.criteria().count()),
            Cell::text(first_sentence(description).0),
        ]
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    Ok(0)
}

/// Makes a new model of a built-in one; says who plays which role.
pub(super) fn new(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let Some(template) = args::text(matches, "template").and_then(template) else {
        unreachable!("the parser takes the names of templates alone")
    };
    let db = ctx.workspace();
    let is_there = ctx.host.exists(&db);
    let data = if is_there { ctx.host.open(&db, None)?.data } else { std::sync::Arc::default() };
    let taken: Vec<String> =
        if is_there { ctx.host.models(&db)?.into_iter().map(|entry| entry.model.name).collect() } else { Vec::new() };
    let all = roles::roles(&template);
    let mut chosen = roles::suggest(&template, &data);
    for text in args::texts(matches, "role") {
        give(&text, &template, &data, &all, &mut chosen)?;
    }
    let name = match args::text(matches, "name") {
        Some(name) if taken.iter().any(|taken| taken == name) => {
            let free = roles::free_name(name, &taken);
            return Err(Problem::refused(msg!("gallery-name-taken", name = name, free = free)).into());
        }
        Some(name) => name.to_owned(),
        None => roles::free_name(&template.name, &taken),
    };
    let cast = roles::cast(&all, &chosen, &data);
    let model = Model { name, ..roles::assign(template, &cast) };
    if let Some(fault) = check(&model).into_iter().next() {
        return Err(Problem::from(fault).into());
    }
    let told = tell(&all, &chosen, &data, matches, ctx);
    if matches.get_flag("dry-run") {
        ctx.told_before(told)?;
        ctx.note(&msg!("cli-import-dry-run"));
        return Ok(0);
    }
    ctx.told_before(told)?;
    ctx.host.save_model(&db, &model)?;
    let told = ctx.say(&msg!("cli-model-added", name = &model.name, path = db.display().to_string()));
    ctx.told_after(told)?;
    Ok(0)
}

/// Gives a role to a player as `ROLE=FIELD` says; nothing after the sign leaves it open.
fn give(
    text: &str,
    template: &Model,
    data: &Dataset,
    all: &[Role],
    chosen: &mut [Option<String>],
) -> Result<(), Problem> {
    let Some((name, player)) = text.split_once('=') else {
        return Err(Problem::usage(msg!("cli-usage-role", value = text)));
    };
    let (name, player) = (name.trim(), player.trim());
    let meant: Vec<usize> = (0..all.len()).filter(|index| all[*index].name == name).collect();
    if meant.is_empty() {
        let problem = Problem::usage(msg!("cli-no-role", role = name));
        return Err(near(problem, name, all.iter().map(|role| role.name.as_str())));
    }
    if player.is_empty() {
        for index in meant {
            chosen[index] = None;
        }
        return Ok(());
    }
    // A field and a kind of event may have the same name: the one that has such a player is meant.
    let fits = |index: &usize| roles::candidates(template, &all[*index], data).contains(&player);
    if let Some(index) = meant.iter().find(|index| fits(index)) {
        chosen[*index] = Some(player.to_owned());
        return Ok(());
    }
    let role = &all[meant[0]];
    let field = data.field(player).filter(|_| role.plays == Plays::Field);
    if let Some(field) = field {
        let why = roles::unfit(role, field);
        return Err(Problem::refused(msg!("gallery-refused", field = player, why = why)));
    }
    let problem = Problem::refused(msg!("cli-no-player", player = player, need = role.tell_need()));
    Err(near(problem, player, roles::candidates(template, role, data)))
}

fn near<'n>(problem: Problem, name: &str, known: impl IntoIterator<Item = &'n str>) -> Problem {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(name, known.iter().copied()) {
        Some(near) => problem.hint(msg!("cli-usage-nearest", word = near)),
        None if known.is_empty() => problem,
        None => problem.hint(msg!("cli-usage-valid", words = known.join(", "))),
    }
}

/// Says who plays which role, and what the template looks for that nobody has.
fn tell(
    all: &[Role],
    chosen: &[Option<String>],
    data: &Dataset,
    matches: &ArgMatches,
    ctx: &mut Ctx<'_>,
) -> Result<(), Failure> {
    let style = open::style(matches, ctx, data.zone);
    let is_table = style.format == Format::Table;
    let lang = ctx.lang;
    let mut heads = vec![
        Head { id: "role", title: msg!("gallery-head-role") },
        Head { id: "needs", title: msg!("gallery-head-need") },
        Head { id: "player", title: msg!("gallery-head-player") },
        Head { id: "for", title: msg!("gallery-head-note") },
    ];
    if !is_table {
        heads.push(Head { id: "unknown_values", title: msg!("gallery-head-note") });
    }
    let rows = all.iter().zip(chosen).map(|(role, chosen)| {
        let readers: Vec<String> = role.readers.iter().map(|reader| lang.say(&reader.tell(lang))).collect();
        let player = match chosen {
            Some(player) => Cell::text(player.as_str()),
            None if is_table => Cell::text(lang.say(&msg!("gallery-open"))),
            None => Cell::None,
        };
        let need = Cell::text(lang.say(&role.tell_need()));
        let mut row = vec![Cell::text(role.name.as_str()), need, player, Cell::text(readers.join(", "))];
        if !is_table {
            let unknown = chosen.as_deref().map(|chosen| roles::unknown_values(role, data, chosen).join(", "));
            row.push(Cell::maybe(unknown.filter(|unknown| !unknown.is_empty())));
        }
        row
    });
    crate::export::list(&heads, rows, style, ctx.host.out())?;
    if is_table {
        for (role, player) in all.iter().zip(chosen).filter_map(|(role, chosen)| Some((role, chosen.as_deref()?))) {
            if data.field(player).is_some_and(|field| role.is_answered_by(field)) {
                let told = msg!("gallery-yes-no", field = player, yes = roles::YES, no = roles::NO);
                ctx.say(&msg!("cli-advice", text = told))?;
            }
            let unknown = roles::unknown_values(role, data, player);
            if !unknown.is_empty() {
                let (n, all) = (unknown.len(), role.values.len());
                let told =
                    msg!("gallery-unknown-values", field = player, values = unknown.join(", "), n = n, all = all);
                ctx.say(&msg!("cli-advice", text = told))?;
            }
        }
        writeln!(ctx.host.out())?;
        let open = chosen.iter().filter(|chosen| chosen.is_none()).count();
        ctx.say(&if data.n_leads() == 0 {
            msg!("cli-no-leads-for-roles")
        } else if open == 0 {
            msg!("gallery-all-played")
        } else {
            msg!("gallery-some-open", n = open)
        })?;
    }
    Ok(())
}
