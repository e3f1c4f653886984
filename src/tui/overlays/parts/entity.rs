//! Whom a model scores and how it ranks them: contacts, customers or companies, the population, the ranking and its top group.

use crate::model::Edit;
use crate::model::Entity;
use crate::model::FieldType;
use crate::model::How;
use crate::model::Part;
use crate::model::RankKey;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::parts::axis_name;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Source;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::theme::Role;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// Says how the values of a company's members become one.
fn how(how: How) -> Msg {
    match how {
        How::Most => msg!("parts-how-most"),
        How::First => msg!("parts-how-first"),
        How::Highest => msg!("parts-how-highest"),
        How::Lowest => msg!("parts-how-lowest"),
        How::Sum => msg!("parts-how-sum"),
    }
}

/// Returns how values of a type can be put together.
fn hows(kind: FieldType) -> &'static [How] {
    match kind {
        FieldType::Text => &[How::Most, How::First],
        FieldType::Whole | FieldType::Decimal => &[How::Highest, How::Lowest, How::Sum, How::Most, How::First],
        FieldType::Date | FieldType::YesNo => &[How::Highest, How::Lowest, How::Most, How::First],
    }
}

/// Opens the form of whom the model scores.
pub fn open(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let none = Vec::new();
    let (at, by, rules) = match &bench.model().entity {
        Entity::Contact => (0, "", &none),
        Entity::Customer => (1, "", &none),
        Entity::Company { by, fields } => (2, by.as_str(), fields),
    };
    let options = vec![msg!("parts-entity-contact"), msg!("parts-entity-customer"), msg!("parts-entity-company")];
    let mut rows = vec![
        Row::choice("entity", msg!("parts-row-entity"), options, at).hint(msg!("parts-hint-entity")),
        Row::pick("by", msg!("parts-row-by"), by, Source::Fields).hint(msg!("parts-hint-by")),
    ];
    for (index, field) in bench.leads().fields.iter().enumerate() {
        let usual = How::usual(field.kind, field.role);
        let rule = rules.iter().find(|(name, _)| *name == field.name).map(|(_, how)| *how);
        let hows = hows(field.kind);
        let at = rule.and_then(|rule| hows.iter().position(|how| *how == rule)).map_or(0, |at| at + 1);
        let mut options = vec![msg!("parts-how-usual", how = how(usual))];
        options.extend(hows.iter().map(|rule| how(*rule)));
        let label = msg!("tell-text", text = &field.name);
        rows.push(Row::choice(("how", index + 1), label, options, at).hint(msg!("parts-hint-how")));
    }
    let sheet = Sheet::new(msg!("parts-entity"), rows, save).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Only a company has members to put together.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let company = sheet.choice("entity") == 2;
    let by = sheet.picked("by").first().cloned();
    sheet.show("by", company);
    for (index, field) in bench.leads().fields.iter().enumerate() {
        sheet.show(("how", index + 1), company && by.as_ref().is_some_and(|by| *by != field.name));
    }
    sheet.notes = match (company, by.and_then(|by| bench.leads().field(&by).map(|_| by))) {
        (true, Some(by)) => vec![(Role::Good, msg!("parts-companies", n = bench.distinct(&by)))],
        _ => Vec::new(),
    };
}

fn save(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let entity = match sheet.choice("entity") {
        0 => Entity::Contact,
        1 => Entity::Customer,
        _ => {
            let rules = bench.leads().fields.iter().enumerate().filter_map(|(index, field)| {
                let at = sheet.choice(("how", index + 1)).checked_sub(1)?;
                Some((field.name.clone(), *hows(field.kind).get(at)?))
            });
            Entity::Company { by: sheet.must_pick("by")?, fields: rules.collect() }
        }
    };
    Ok(Edit::Set(vec![Part::Entity(entity)]))
}

/// Opens the form of the population.
pub fn open_population(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let row = Row::condition("who", msg!("parts-row-population"), &bench.model().population);
    let sheet = Sheet::new(msg!("parts-population"), vec![row.hint(msg!("parts-hint-population"))], |sheet, _| {
        Ok(Edit::Set(vec![Part::Population(sheet.predicate("who"))]))
    });
    let sheet = sheet.live(|sheet, bench| {
        sheet.notes = match bench.would_score(&sheet.predicate("who")) {
            Ok(n) => vec![(Role::Good, msg!("parts-population-would", n = n, of = bench.data().n_leads()))],
            Err(error) => vec![(Role::Warn, tell::data_error(&error))],
        };
    });
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

const KEYS: [RankKey; 4] = [RankKey::Columns, RankKey::Rows, RankKey::Sum, RankKey::Recent];
const PLACES: [&str; 4] = ["first", "second", "third", "fourth"];

/// Opens the form of the ranking.
pub fn open_ranking(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let model = bench.model();
    let key = |key: RankKey| match key {
        RankKey::Rows => axis_name(app, bench, Side::Rows),
        RankKey::Columns => axis_name(app, bench, Side::Columns),
        RankKey::Sum => msg!("parts-rank-sum"),
        RankKey::Recent => msg!("parts-rank-recent"),
    };
    let mut rows = Vec::new();
    for (index, place) in PLACES.iter().enumerate() {
        let mut options = vec![msg!("parts-rank-nothing")];
        options.extend(KEYS.map(key));
        let at = model.rank_by.get(index).and_then(|by| KEYS.iter().position(|key| key == by)).map_or(0, |at| at + 1);
        let label = if index == 0 { msg!("parts-row-rank-first") } else { msg!("parts-row-rank-then") };
        rows.push(Row::choice(*place, label, options, at).hint(msg!("parts-hint-rank")));
    }
    let share = Some(i64::from(model.top_share));
    rows.push(Row::whole("share", msg!("parts-row-share"), share, (1, 50)).hint(msg!("parts-hint-share")));
    let sheet = Sheet::new(msg!("parts-ranking"), rows, save_ranking);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn save_ranking(sheet: &Sheet, _: &Workbench) -> Result<Edit, Wrong> {
    let mut keys: Vec<RankKey> = Vec::new();
    for place in PLACES {
        let key = sheet.choice(place).checked_sub(1).and_then(|at| KEYS.get(at));
        if let Some(key) = key {
            if keys.contains(key) {
                return Err(Wrong::at(place, msg!("parts-rank-twice")));
            }
            keys.push(*key);
        }
    }
    if keys.is_empty() {
        return Err(Wrong::at(PLACES[0], msg!("parts-rank-empty")));
    }
    let share = u8::try_from(sheet.must_whole("share")?).unwrap_or(20);
    Ok(Edit::Set(vec![Part::RankBy(keys), Part::TopShare(share)]))
}
