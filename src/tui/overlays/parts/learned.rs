//! Learned fields: their list, and the form of one with what it has learned and what it could learn now.

use crate::insight::lesson;
use crate::model::Edit;
use crate::model::Learned;
use crate::model::Part;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Stages;
use crate::model::Words;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Source;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::things::shifted;
use crate::tui::overlays::things::with;
use crate::tui::overlays::things::without;
use crate::tui::theme::Role;
use crate::tui::update::edit;
use crate::workbench::Workbench;
use crate::workbench::tell_learned;

/// The most stages that are taken from the data at once.
const MOST_STAGES: usize = 20;

/// The learned fields of the model.
pub static LEARNED: Kind = Kind {
    title: || msg!("parts-learned"),
    empty: || msg!("parts-learned-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |learned: &Learned| {
            let (role, state) = taught(learned);
            let ready = lesson::ready(learned, bench.data(), bench.as_of());
            let note = app.say(&tell_learned::ready(&ready));
            Thing::new(app.words(&learned.title, &learned.name), app.say(&state)).role(role).note(note)
        };
        bench.model().learned.iter().map(row).collect()
    },
    open: |app, row| open(app, Some(row)),
    new: Some(|app, _| open(app, None)),
    remove: Some(|model, row| Edit::Set(vec![Part::Learned(without(&model.learned, row))])),
    shift: Some(|model, from, to| Edit::Set(vec![Part::Learned(shifted(&model.learned, from, to))])),
    toggle: None,
};

/// Says what a field has learned.
fn taught(learned: &Learned) -> (Role, Msg) {
    match &learned.lesson {
        Some(lesson) => (Role::Text, tell_learned::lesson(lesson)),
        None => (Role::Warn, msg!("parts-untaught")),
    }
}

fn open(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let learned = index.and_then(|index| bench.model().learned.get(index)).cloned();
    let of = learned.as_ref().map(|learned| learned.name.clone()).unwrap_or_default();
    let learned = learned.unwrap_or(Learned {
        name: String::new(),
        title: Words::None,
        won: Predicate::everyone(),
        lost: Predicate::everyone(),
        fields: Vec::new(),
        blanks_count: Vec::new(),
        tags: Vec::new(),
        stage: None,
        since: None,
        lesson: None,
    });
    let mut rows =
        vec![Row::text("name", msg!("parts-row-field-name"), &learned.name).hint(msg!("parts-hint-learned"))];
    rows.extend(Row::words(app.lang, "title", msg!("parts-row-title"), &learned.title));
    let condition = |key, label, when| Row::condition(key, label, when).or(msg!("tui-choose"));
    rows.push(condition("won", msg!("parts-row-won"), &learned.won).hint(msg!("parts-hint-won")));
    rows.push(condition("lost", msg!("parts-row-lost"), &learned.lost).hint(msg!("parts-hint-lost")));
    let picks = |key, label, names: &[String]| Row::picks(key, label, names, Source::Fields);
    rows.push(picks("fields", msg!("parts-row-fields"), &learned.fields).hint(msg!("parts-hint-fields")));
    rows.push(
        picks("blanks", msg!("parts-row-blanks"), &learned.blanks_count)
            .or(msg!("sheet-none"))
            .hint(msg!("parts-hint-blanks")),
    );
    rows.push(
        picks("tags", msg!("parts-row-tags"), &learned.tags).or(msg!("sheet-none")).hint(msg!("parts-hint-tags")),
    );
    let (field, order) = learned.stage.as_ref().map_or(("", [].as_slice()), |s| (s.field.as_str(), &s.order));
    rows.push(
        Row::pick("stage", msg!("parts-row-stage-field"), field, Source::Fields)
            .or(msg!("sheet-none"))
            .hint(msg!("parts-hint-stage-field")),
    );
    rows.extend((1..).zip(order).flat_map(|(entry, value)| stage_row(entry, value)));
    rows.push(Row::add("stages", msg!("parts-add-stage"), |entry| stage_row(entry, "")));
    let since = learned.since.as_deref().unwrap_or_default();
    rows.push(Row::day("since", msg!("parts-row-since"), since).hint(msg!("parts-hint-since")));
    rows.push(Row::button("learn", msg!("parts-learn-now"), learn_now).hint(msg!("parts-hint-learn")));
    let sheet = Sheet::new(msg!("parts-learned-one"), rows, save).of(Side::Rows, &of).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn stage_row(entry: usize, value: &str) -> Vec<Row> {
    vec![Row::text(("value", entry), msg!("parts-row-stage", n = entry), value).hint(msg!("parts-hint-stage"))]
}

/// Returns the field as it is filled in, with what it has learned so far.
fn read(sheet: &Sheet, bench: &Workbench) -> Result<Learned, Wrong> {
    let order: Vec<String> = sheet
        .entries("value")
        .into_iter()
        .map(|entry| sheet.text(("value", entry)).to_owned())
        .filter(|value| !value.is_empty())
        .collect();
    let stage = sheet.picked("stage").first().map(|field| Stages { field: field.clone(), order });
    let since = Some(sheet.day("since")?).filter(|day| !day.is_empty());
    let known = bench.model().learned.iter().find(|learned| learned.name == sheet.of);
    Ok(Learned {
        name: sheet.text("name").to_owned(),
        title: sheet.words("title"),
        won: sheet.predicate("won"),
        lost: sheet.predicate("lost"),
        fields: sheet.picked("fields").to_vec(),
        blanks_count: sheet.picked("blanks").to_vec(),
        tags: sheet.picked("tags").to_vec(),
        stage,
        since,
        lesson: known.and_then(|learned| learned.lesson.clone()),
    })
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    sheet.name("name")?;
    let learned = read(sheet, bench)?;
    for (key, when) in [("won", &learned.won), ("lost", &learned.lost)] {
        if when.is_everyone() {
            return Err(Wrong::at(key, msg!("parts-outcome-missing")));
        }
    }
    if learned.fields.is_empty() {
        return Err(Wrong::at("fields", msg!("parts-fields-missing")));
    }
    let all = &bench.model().learned;
    let place = all.iter().position(|other| other.name == sheet.of);
    Ok(Edit::Set(vec![Part::Learned(with(all, place, learned))]))
}

/// Takes the stages from the data where there are none yet, and says what there is to learn from.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let stage = sheet.picked("stage").first().cloned();
    for entry in sheet.entries("value") {
        sheet.show(("value", entry), stage.is_some());
    }
    sheet.show("stages", stage.is_some());
    if let (Some(field), true) = (stage, sheet.entries("value").is_empty()) {
        let values = bench.values(&field, MOST_STAGES);
        let rows = (1..).zip(values).flat_map(|(entry, (value, _))| stage_row(entry, &value.to_string())).collect();
        sheet.insert_above("stages", rows);
    }
    let Ok(learned) = read(sheet, bench) else { return };
    let (role, state) = taught(&learned);
    sheet.notes = vec![(role, state)];
    if !learned.won.is_everyone() && !learned.lost.is_everyone() {
        let ready = lesson::ready(&learned, bench.data(), bench.as_of());
        let role = if ready.is_ok() { Role::Good } else { Role::Warn };
        sheet.notes.push((role, tell_learned::ready(&ready)));
    }
}

/// Saves what is filled in, and learns.
fn learn_now(app: &mut App) -> Vec<Effect> {
    let Some(mut effects) = sheet::save_open(app) else { return Vec::new() };
    let (Some(Overlay::Sheet(form)), Some(bench)) = (app.overlays.last_mut(), &app.bench) else { return effects };
    form.of = String::from(form.text("name"));
    match bench.learn(&form.of) {
        Ok(change) => effects.extend(edit(app, change)),
        Err(why) => sheet::refuse(app, Wrong::from(tell_learned::refusal(&why))),
    }
    effects
}
