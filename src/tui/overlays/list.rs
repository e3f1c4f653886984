//! Choosing from a list by typing part of a word: a field, values, kinds of activity, or any action (the menu and the help).

use crate::model::Edit;
use crate::model::FieldType;
use crate::model::Side;
use crate::model::Value;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::actions::Context;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::blocked::blocked;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition::ask::Subject;
use crate::tui::overlays::gallery;
use crate::tui::overlays::models::NewModel;
use crate::tui::screens::import::change::Change;
use crate::tui::update::edit;
use crate::tui::update::perform;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;
use crate::workbench::FieldChoice;
use crate::workbench::tell;

/// Most values shown of a field.
const MOST_VALUES: usize = 2_000;

/// A list, what its rows stand for, and what the choice is for.
pub struct Choosing {
    pub title: Msg,
    pub picker: Picker,
    pub choices: Choices,
}

/// What the rows stand for.
pub enum Choices {
    /// Numeric fields, for the form below.
    Fields(Vec<String>),
    /// What can be tested, for the condition below.
    Subjects(Vec<Subject>),
    /// Values of a field, for the condition below.
    Values(Vec<Value>),
    /// Kinds of activity, for the form below.
    Kinds(Vec<String>),
    /// Fields or kinds of activity, for a role of the template below.
    Players(Vec<String>),
    /// Names, for the form of rows below.
    Names(Vec<String>),
    /// The options of a row of the form below.
    Option,
    /// Changes of how a file is read.
    Import(Vec<Change>),
    /// Edits of the model, to be made.
    Edits(Vec<Edit>),
    /// How a new model begins.
    NewModel(Vec<NewModel>),
    /// Actions, to be done.
    Menu(Vec<Action>),
    Help(Vec<Action>),
}

impl Choosing {
    pub(super) fn context(&self) -> Context {
        match self.choices {
            Choices::Menu(_) => Context::Menu,
            Choices::Help(_) => Context::Help,
            Choices::Fields(_)
            | Choices::Subjects(_)
            | Choices::Values(_)
            | Choices::Kinds(_)
            | Choices::Players(_)
            | Choices::Names(_)
            | Choices::Option
            | Choices::Edits(_)
            | Choices::NewModel(_)
            | Choices::Import(_) => Context::Picker,
        }
    }

    /// A list of the leads' numeric fields.
    pub fn amounts(app: &App) -> Option<Choosing> {
        let numeric = |kind| matches!(kind, FieldType::Whole | FieldType::Decimal);
        let fields: Vec<_> = app.bench.as_ref()?.fields().into_iter().filter(|field| numeric(field.kind)).collect();
        let items = fields.iter().map(|field| field_item(app, field)).collect();
        Some(Choosing {
            title: msg!("tui-choose-field"),
            picker: Picker::new(items, false),
            choices: Choices::Fields(fields.iter().map(|field| field.name.to_owned()).collect()),
        })
    }

    /// A list of what a condition can test: the leads' fields, and before them their values on the axes where asked.
    pub fn subjects(app: &App, axes: bool) -> Option<Choosing> {
        let bench = app.bench.as_ref()?;
        let (mut items, mut subjects) = (Vec::new(), Vec::new());
        for side in Side::BOTH.into_iter().filter(|side| axes && !bench.model().axis(*side).is_absent()) {
            items.push(Item::new(app.axis_name(bench.model(), side), app.say(&msg!("form-axis-detail"))));
            subjects.push(Subject::Axis(side));
        }
        for field in bench.fields() {
            items.push(field_item(app, &field));
            subjects.push(Subject::Field(field.name.to_owned(), field.kind));
        }
        let picker = Picker::new(items, false);
        Some(Choosing { title: msg!("tui-choose-field"), picker, choices: Choices::Subjects(subjects) })
    }

    /// A list of the values of what a condition tests, with how many leads or events have each.
    pub fn values_of(app: &App, subject: &Subject, chosen: &[Value]) -> Option<Choosing> {
        let bench = app.bench.as_ref()?;
        let (values, name) = match subject {
            Subject::Field(field, _) => return Choosing::values(app, field, chosen),
            Subject::Axis(side) => (Vec::new(), app.axis_name(bench.model(), *side)),
            Subject::Part(part) => (bench.event_words(*part, kinds_below(app)), app.say(&tell::event_part(*part))),
        };
        let (picker, values) = marked(app, values, chosen, |value| app.say(&tell::value(value)));
        Some(Choosing { title: msg!("tui-choose-values", field = name), picker, choices: Choices::Values(values) })
    }

    /// A list of a field's values with how many leads have each; those already chosen are marked.
    pub fn values(app: &App, field: &str, chosen: &[Value]) -> Option<Choosing> {
        let values = app.bench.as_ref()?.values(field, MOST_VALUES);
        let (picker, values) = marked(app, values, chosen, |value| app.say(&tell::value(value)));
        let title = msg!("tui-choose-values", field = field);
        Some(Choosing { title, picker, choices: Choices::Values(values) })
    }

    /// A list of the kinds of activity with how many events each has; those already chosen are marked.
    pub fn kinds(app: &App, chosen: &[String]) -> Option<Choosing> {
        let kinds = app.bench.as_ref()?.kinds().into_iter().map(|(kind, count)| (kind.to_owned(), count)).collect();
        let (picker, kinds) = marked(app, kinds, chosen, |kind| crate::text::show(kind).into_owned());
        Some(Choosing { title: msg!("tui-choose-kinds"), picker, choices: Choices::Kinds(kinds) })
    }

    /// A list of names with how often each occurs; those already chosen are marked where several may be.
    pub fn names(app: &App, title: Msg, names: Vec<(String, usize)>, chosen: &[String], several: bool) -> Choosing {
        let (mut picker, names) = marked(app, names, chosen, |name| crate::text::show(name).into_owned());
        if !several {
            picker = Picker::new(picker.items().to_vec(), false);
        }
        Choosing { title, picker, choices: Choices::Names(names) }
    }

    /// Every action, found by its words in either language.
    pub fn menu(app: &App) -> Choosing {
        Choosing::actions(app, msg!("tui-menu"), Choices::Menu, Action::ALL)
    }

    /// All actions with their keys: those of what is open first, its very own before those that are everywhere.
    pub fn help(app: &App) -> Choosing {
        let contexts = app.contexts();
        let mut actions = Action::ALL.to_vec();
        actions.sort_by_key(|action| {
            let at = contexts.iter().position(|context| action.is_in(std::slice::from_ref(context)));
            at.unwrap_or(contexts.len())
        });
        Choosing::actions(app, msg!("tui-help"), Choices::Help, &actions)
    }

    fn actions(app: &App, title: Msg, choices: fn(Vec<Action>) -> Choices, actions: &[Action]) -> Choosing {
        let other = match app.lang {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        };
        let items = actions
            .iter()
            .map(|action| {
                let keys: Vec<String> = app
                    .keymap
                    .keys_of(*action)
                    .into_iter()
                    .take(3)
                    .map(|key| key.label(app.theme.glyphs.ascii, app.lang))
                    .collect();
                let why = blocked(app, *action);
                let keys = keys.join(" ");
                Item {
                    text: app.say(&action.text()),
                    detail: why.as_ref().map_or(keys, |why| app.say(why)),
                    also: format!("{} {}", other.say(&action.text()), action.name()),
                    blocked: why.is_some(),
                }
            })
            .collect();
        Choosing { title, picker: Picker::new(items, false), choices: choices(actions.to_vec()) }
    }
}

/// Returns the kinds of events that the filter being made lets through.
fn kinds_below(app: &App) -> &[String] {
    let filter = app.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Filter(form) => Some(&form.filter),
        _ => None,
    });
    filter.map_or(&[], |filter| &filter.kinds)
}

fn field_item(app: &App, field: &FieldChoice) -> Item {
    let detail = msg!("tui-field-detail", kind = tell::field_type(field.kind), known = field.known);
    Item::new(crate::text::show(field.name), app.say(&detail))
}

/// Returns a list of counted choices, those already chosen first and marked, with what its rows stand for.
fn marked<T: Clone + PartialEq>(
    app: &App,
    mut all: Vec<(T, usize)>,
    chosen: &[T],
    text: impl Fn(&T) -> String,
) -> (Picker, Vec<T>) {
    for choice in chosen.iter().rev() {
        let listed = all.iter().position(|(listed, _)| listed == choice);
        let count = listed.map_or(0, |at| all.remove(at).1);
        all.insert(0, (choice.clone(), count));
    }
    let count = |n: usize| app.lang.int(i64::try_from(n).unwrap_or(i64::MAX));
    let items = all.iter().map(|(choice, n)| Item::new(text(choice), count(*n))).collect();
    let mut picker = Picker::new(items, true);
    for _ in chosen {
        picker.toggle_mark();
    }
    picker.move_by(isize::MIN / 2);
    (picker, all.into_iter().map(|(choice, _)| choice).collect())
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = isize::try_from(app.area.height / 2).unwrap_or(1);
    let Some(Overlay::Choosing(choosing)) = app.overlays.last_mut() else { return None };
    let picker = &mut choosing.picker;
    match action {
        Action::MoveUp => picker.move_by(-1),
        Action::MoveDown => picker.move_by(1),
        Action::PageUp => picker.move_by(-page),
        Action::PageDown => picker.move_by(page),
        Action::MoveFirst => picker.move_by(isize::MIN / 2),
        Action::MoveLast => picker.move_by(isize::MAX / 2),
        Action::Mark => picker.toggle_mark(),
        // What was chosen before stays, and so does what was typed.
        Action::Accept if picker.chosen().is_empty() => app.tell(Tone::Plain, msg!("tui-nothing-found")),
        Action::Accept => return Some(accept(app)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Does an action that was chosen by name, or says why it cannot be done now.
fn perform_or_tell(app: &mut App, action: Action) -> Vec<Effect> {
    match blocked(app, action) {
        None => perform(app, action),
        Some(why) => {
            app.tell(Tone::Plain, why);
            Vec::new()
        }
    }
}

/// Takes the choice to what it is for.
fn accept(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Choosing(choosing)) = app.overlays.pop() else { return Vec::new() };
    if matches!(choosing.choices, Choices::Players(_)) {
        gallery::played(app, choosing);
        return Vec::new();
    }
    let current = choosing.picker.current();
    match choosing.choices {
        Choices::Menu(actions) | Choices::Help(actions) => match current.map(|row| actions[row]) {
            Some(action) => perform_or_tell(app, action),
            None => Vec::new(),
        },
        // Taken above, where it may be given back.
        Choices::Players(_) => Vec::new(),
        Choices::Import(changes) => match current.and_then(|row| changes.get(row).cloned()) {
            Some(change) => crate::tui::screens::import::change::chosen(app, change),
            None => Vec::new(),
        },
        Choices::NewModel(ways) => match current.and_then(|row| ways.get(row).cloned()) {
            Some(way) => crate::tui::overlays::models::chosen(app, way),
            None => Vec::new(),
        },
        Choices::Fields(fields) => {
            let Some(name) = current.and_then(|row| fields.get(row).cloned()) else { return Vec::new() };
            if let (Some(Overlay::Form(form)), Some(bench)) = (app.overlays.last_mut(), &app.bench) {
                form.set_amount_field(name, bench);
            }
            Vec::new()
        }
        Choices::Subjects(subjects) => {
            let Some(subject) = current.and_then(|row| subjects.get(row).cloned()) else { return Vec::new() };
            if let Some(Overlay::Condition(form)) = app.overlays.last_mut() {
                form.set_subject(subject);
            }
            Vec::new()
        }
        Choices::Values(values) => {
            let chosen = choosing.picker.chosen().into_iter().map(|row| values[row].clone()).collect();
            if let Some(Overlay::Condition(form)) = app.overlays.last_mut() {
                form.set_values(chosen);
            }
            Vec::new()
        }
        Choices::Names(names) => {
            let chosen = choosing.picker.chosen().into_iter().map(|row| names[row].clone()).collect();
            if let Some(Overlay::Sheet(sheet)) = app.overlays.last_mut() {
                sheet.set_names(chosen);
            }
            Vec::new()
        }
        Choices::Option => {
            if let (Some(Overlay::Sheet(sheet)), Some(option)) = (app.overlays.last_mut(), current) {
                sheet.set_choice(option);
            }
            Vec::new()
        }
        Choices::Edits(edits) => match current.and_then(|row| edits.into_iter().nth(row)) {
            Some(change) => edit(app, change),
            None => Vec::new(),
        },
        Choices::Kinds(kinds) => {
            let chosen = choosing.picker.chosen().into_iter().map(|row| kinds[row].clone()).collect();
            match (app.overlays.last_mut(), &app.bench) {
                (Some(Overlay::Form(form)), Some(bench)) => form.set_kinds(chosen, bench),
                (Some(Overlay::Filter(form)), _) => form.set_kinds(chosen),
                _ => {}
            }
            Vec::new()
        }
    }
}
