//! What a model says of itself: title and description, the funnel, what marketing and sales have agreed on, the next review.

use chrono::DateTime;

use crate::model::Answer;
use crate::model::Edit;
use crate::model::Model;
use crate::model::Owner;
use crate::model::Part;
use crate::model::Stage;
use crate::model::Words;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::ago;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::sheet::day;
use crate::tui::overlays::things::Kind;
use crate::tui::overlays::things::Thing;
use crate::tui::overlays::things::shifted;
use crate::tui::overlays::things::with;
use crate::tui::overlays::things::without;
use crate::tui::overlays::zones::owner;
use crate::tui::theme::Role;
use crate::workbench::Workbench;

const OWNERS: [Owner; 3] = [Owner::Nobody, Owner::Marketing, Owner::Sales];

/// Says what the model is called.
pub(super) fn title_state(app: &App, model: &Model) -> Msg {
    if model.title.is_none() { msg!("parts-none") } else { msg!("tell-text", text = app.words(&model.title, "")) }
}

/// Opens the form of title and description.
pub fn open(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let model = bench.model();
    let mut rows = Vec::from(Row::words(app.lang, "title", msg!("parts-row-title"), &model.title));
    rows.extend(Row::words(app.lang, "description", msg!("parts-row-description"), &model.description));
    let sheet = Sheet::new(msg!("parts-title"), rows, |sheet, _| {
        Ok(Edit::Set(vec![Part::Title(sheet.words("title")), Part::Description(sheet.words("description"))]))
    });
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

// --- The next review ---

/// Says when the next review is, and how far off.
pub(super) fn review_state(app: &App, model: &Model, as_of: i64) -> Msg {
    let Some(day) = day(&model.next_review) else { return msg!("parts-review-none") };
    let at = day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc().timestamp();
    msg!("parts-review-state", day = app.lang.date(at, chrono_tz::Tz::UTC), away = away(day, as_of))
}

/// Says how many days there are from as-of to a day.
fn away(day: chrono::NaiveDate, as_of: i64) -> Msg {
    let today = DateTime::from_timestamp(as_of, 0).map(|now| now.date_naive()).unwrap_or_default();
    ago((today - day).num_days())
}

/// Opens the form of the next review's day.
pub fn open_review(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let row = Row::day("day", msg!("parts-row-review"), &bench.model().next_review).hint(msg!("parts-hint-review"));
    let sheet = Sheet::new(msg!("parts-review"), vec![row], |sheet, _| {
        Ok(Edit::Set(vec![Part::NextReview(sheet.day("day")?)]))
    });
    let sheet = sheet.live(|sheet, bench| {
        let aside = day(sheet.text("day")).map(|day| (Role::Good, away(day, bench.as_of())));
        if let Some(row) = sheet.find_mut("day") {
            row.aside = aside;
        }
    });
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

// --- The funnel ---

/// The stages of the funnel, first to last.
pub static FUNNEL: Kind = Kind {
    title: || msg!("parts-funnel"),
    empty: || msg!("parts-funnel-empty"),
    rows: |app| {
        let stages = app.bench.as_ref().map(|bench| bench.model().funnel.as_slice()).unwrap_or_default();
        let row = |stage: &Stage| Thing::new(app.words(&stage.name, ""), app.say(&owner(stage.owner)));
        stages.iter().map(row).collect()
    },
    open: |app, row| open_stage(app, Some(row)),
    new: Some(|app, _| open_stage(app, None)),
    remove: Some(|model, row| Edit::Set(vec![Part::Funnel(without(&model.funnel, row))])),
    shift: Some(|model, from, to| Edit::Set(vec![Part::Funnel(shifted(&model.funnel, from, to))])),
    toggle: None,
};

fn open_stage(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let stage = index.and_then(|index| bench.model().funnel.get(index)).cloned();
    let stage = stage.unwrap_or(Stage { name: Words::None, owner: Owner::Nobody });
    let at = OWNERS.iter().position(|other| *other == stage.owner).unwrap_or(0);
    let mut rows = Vec::from(Row::words(app.lang, "name", msg!("tui-row-name"), &stage.name));
    rows.push(Row::choice("owner", msg!("parts-row-owner"), OWNERS.map(owner).to_vec(), at));
    let sheet = Sheet::new(msg!("parts-stage"), rows, save_stage).at(index);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn save_stage(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let stage = Stage { name: sheet.words("name"), owner: OWNERS[sheet.choice("owner")] };
    if stage.name.is_none() {
        return Err(Wrong::at("name", msg!("sheet-name-missing")));
    }
    Ok(Edit::Set(vec![Part::Funnel(with(&bench.model().funnel, sheet.place, stage))]))
}

// --- The alignment of marketing and sales ---

/// Returns the questions of the model; of one that has none yet, those to begin with.
fn questions(model: &Model) -> Vec<Answer> {
    if !model.alignment.is_empty() {
        return model.alignment.clone();
    }
    let asked = [
        msg!("parts-question-cycle"),
        msg!("parts-question-stages"),
        msg!("parts-question-organisations"),
        msg!("parts-question-media"),
        msg!("parts-question-strengths"),
    ];
    let question = |asked: &Msg| Words::Each { en: Lang::En.say(asked), fr: Lang::Fr.say(asked) };
    asked.iter().map(|asked| Answer { question: question(asked), answer: Words::None }).collect()
}

/// Says how many questions have an answer.
pub(super) fn alignment_state(model: &Model) -> Msg {
    let questions = questions(model);
    let answered = questions.iter().filter(|question| !question.answer.is_none()).count();
    msg!("parts-alignment-state", answered = answered, n = questions.len())
}

/// The questions that marketing and sales answer together.
pub static ALIGNMENT: Kind = Kind {
    title: || msg!("parts-alignment"),
    empty: || msg!("parts-alignment-empty"),
    rows: |app| {
        let Some(bench) = &app.bench else { return Vec::new() };
        let row = |answer: &Answer| {
            let (question, told) = (app.words(&answer.question, ""), app.words(&answer.answer, ""));
            if answer.answer.is_none() {
                return Thing::new(&question, app.say(&msg!("parts-unanswered"))).note(question);
            }
            let note = app.say(&msg!("parts-question-answer", question = &question, answer = &told));
            Thing::new(question, told).note(note)
        };
        questions(bench.model()).iter().map(row).collect()
    },
    open: |app, row| open_question(app, Some(row)),
    new: Some(|app, _| open_question(app, None)),
    remove: Some(|model, row| Edit::Set(vec![Part::Alignment(without(&questions(model), row))])),
    shift: Some(|model, from, to| Edit::Set(vec![Part::Alignment(shifted(&questions(model), from, to))])),
    toggle: None,
};

fn open_question(app: &mut App, index: Option<usize>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let answer = index.and_then(|index| questions(bench.model()).into_iter().nth(index));
    let answer = answer.unwrap_or(Answer { question: Words::None, answer: Words::None });
    let mut rows = Vec::from(Row::words(app.lang, "question", msg!("parts-row-question"), &answer.question));
    rows.extend(Row::words(app.lang, "answer", msg!("parts-row-answer"), &answer.answer));
    let mut sheet = Sheet::new(msg!("parts-alignment"), rows, save_question).at(index);
    if index.is_some() {
        sheet.select("answer");
    }
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn save_question(sheet: &Sheet, bench: &Workbench) -> Result<Edit, Wrong> {
    let answer = Answer { question: sheet.words("question"), answer: sheet.words("answer") };
    if answer.question.is_none() {
        return Err(Wrong::at("question", msg!("sheet-text-missing")));
    }
    Ok(Edit::Set(vec![Part::Alignment(with(&questions(bench.model()), sheet.place, answer))]))
}
