//! What keys do in a form of rows: move, turn, pick, add and take away entries, save. Never here: what is saved.

use tui_input::Input;

use crate::model::EditError;
use crate::model::Filter;
use crate::model::Predicate;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition;
use crate::tui::overlays::condition::Question;
use crate::tui::overlays::filter;
use crate::tui::overlays::list::Choices;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::rows::moved;
use crate::tui::overlays::sheet::Field;
use crate::tui::overlays::sheet::Many;
use crate::tui::overlays::sheet::Save;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Source;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::update::try_edit;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;
use crate::workbench::tell;

/// From this many on, options are chosen in a list.
const MANY_OPTIONS: usize = 7;
/// Most values of a field in a list.
const MOST_VALUES: usize = 2_000;

pub(in crate::tui::overlays) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Sheet(sheet)) = app.overlays.last_mut() else { return None };
    let n_shown = sheet.shown().count();
    if let Some(row) = moved(action, sheet.row.min(n_shown - 1), n_shown) {
        sheet.row = row;
        return Some(Vec::new());
    }
    let at = sheet.current();
    let opens = matches!(action, Action::Accept | Action::Toggle | Action::MoveRight);
    match (&mut sheet.rows[at].field, action) {
        (Field::Choice(options, _), Action::Accept) if options.len() >= MANY_OPTIONS => return Some(choose(app)),
        (Field::Choice(options, chosen), Action::Accept | Action::Toggle | Action::MoveRight) => {
            *chosen = (*chosen + 1) % options.len().max(1);
        }
        (Field::Choice(options, chosen), Action::MoveLeft) => {
            *chosen = (*chosen + options.len().max(1) - 1) % options.len().max(1);
        }
        (Field::Condition(..) | Field::Filter(_), _) if opens => return Some(open_condition(app)),
        (Field::Picked(..), _) if opens => return Some(pick(app)),
        (Field::Add(..), _) if opens => sheet.add_entry(at),
        (Field::Do(what), Action::Accept | Action::Toggle) => {
            let what = *what;
            return Some(what(app));
        }
        (Field::Save, Action::Accept | Action::Toggle) | (_, Action::SaveForm) => return Some(submit(app)),
        (Field::Typed(..) | Field::Told(_), Action::Accept) => sheet.row += 1,
        (_, Action::New) => sheet.add_beside(at),
        (_, Action::Delete) => sheet.clear(at),
        (_, Action::ReorderUp) => sheet.shift(at, true),
        (_, Action::ReorderDown) => sheet.shift(at, false),
        _ => return None,
    }
    Some(Vec::new())
}

impl Sheet {
    /// Adds an empty entry to the list above its button, and puts the cursor on it.
    fn add_entry(&mut self, button: usize) {
        let Field::Add(_, make) = self.rows[button].field else { return };
        let entry = self.rows.iter().map(|row| row.id.entry).max().unwrap_or(0) + 1;
        let rows = make(entry);
        let first = rows.first().map(|row| row.id);
        self.rows.splice(button..button, rows);
        self.number();
        if let Some(first) = first {
            self.select(first);
        }
    }

    /// Returns the button that adds an entry to the list that a row belongs to.
    fn button_of(&self, row: usize) -> Option<usize> {
        let after = (row..self.rows.len()).find(|at| self.rows[*at].id.entry == 0)?;
        (after > row && matches!(self.rows[after].field, Field::Add(..))).then_some(after)
    }

    /// Returns whether the cursor is on an entry of a list.
    pub fn is_in_list(&self) -> bool {
        self.button_of(self.current()).is_some()
    }

    /// Adds an entry to the list that a row belongs to.
    fn add_beside(&mut self, row: usize) {
        if let Some(button) = self.button_of(row) {
            self.add_entry(button);
        }
    }

    /// Empties a row; of an entry of a list takes the whole entry away.
    fn clear(&mut self, at: usize) {
        let entry = self.rows[at].id.entry;
        if self.button_of(at).is_some() {
            self.rows.retain(|row| row.id.entry != entry);
            self.number();
            return;
        }
        match &mut self.rows[at].field {
            Field::Typed(input, _) => *input = Input::default(),
            Field::Condition(when, _) => *when = Predicate::everyone(),
            Field::Filter(filter) => *filter = Filter::default(),
            Field::Picked(names, ..) => names.clear(),
            Field::Choice(_, chosen) => *chosen = 0,
            Field::Add(..) | Field::Told(_) | Field::Do(_) | Field::Save => {}
        }
    }

    /// Moves an entry of a list up or down by one.
    fn shift(&mut self, at: usize, up: bool) {
        if self.button_of(at).is_none() {
            return;
        }
        let id = self.rows[at].id;
        let entries = self.entries(id.key);
        let Some(place) = entries.iter().position(|entry| *entry == id.entry) else { return };
        let other = if up { place.checked_sub(1) } else { Some(place + 1) };
        let Some(other) = other.and_then(|other| entries.get(other)).copied() else { return };
        let (first, second) = if up { (other, id.entry) } else { (id.entry, other) };
        // The rows of two entries in a row stand together.
        let start = self.rows.iter().position(|row| row.id.entry == first);
        let end = self.rows.iter().rposition(|row| row.id.entry == second);
        let n_first = self.rows.iter().filter(|row| row.id.entry == first).count();
        if let (Some(start), Some(end)) = (start, end) {
            self.rows[start..=end].rotate_left(n_first);
            self.number();
            self.select(id);
        }
    }

    /// Takes the names picked for the row under the cursor.
    pub(in crate::tui::overlays) fn set_names(&mut self, picked: Vec<String>) {
        let at = self.current();
        if let Field::Picked(names, ..) = &mut self.rows[at].field {
            *names = picked;
            self.row += 1;
        }
    }

    /// Takes the option chosen for the row under the cursor.
    pub(in crate::tui::overlays) fn set_choice(&mut self, option: usize) {
        let at = self.current();
        if let Field::Choice(_, chosen) = &mut self.rows[at].field {
            *chosen = option;
            self.row += 1;
        }
    }
}

/// Opens the editor of the condition under the cursor.
fn open_condition(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Sheet(sheet)) = app.overlays.last() else { return Vec::new() };
    let row = &sheet.rows[sheet.current()];
    let title = row.label.clone();
    match &row.field {
        Field::Condition(when, axes) => {
            let (when, axes) = (when.clone(), *axes);
            condition::edit(app, &when, Question { title, axes, at: 0, taken: take_condition })
        }
        Field::Filter(filter) => {
            let filter = filter.clone();
            filter::edit(app, &filter, title, 0, take_filter)
        }
        _ => Vec::new(),
    }
}

/// Takes the condition that was made for the row under the cursor.
fn take_condition(app: &mut App, _: usize, predicate: Predicate) -> Vec<Effect> {
    let Some(Overlay::Sheet(sheet)) = app.overlays.last_mut() else { return Vec::new() };
    let at = sheet.current();
    if let Field::Condition(when, _) = &mut sheet.rows[at].field {
        *when = predicate;
        sheet.row += 1;
    }
    Vec::new()
}

/// Takes the filter that was made for the row under the cursor.
fn take_filter(app: &mut App, _: usize, taken: Filter) -> Vec<Effect> {
    let Some(Overlay::Sheet(sheet)) = app.overlays.last_mut() else { return Vec::new() };
    let at = sheet.current();
    if let Field::Filter(filter) = &mut sheet.rows[at].field {
        *filter = taken;
        sheet.row += 1;
    }
    Vec::new()
}

/// Opens the list of the options of the row under the cursor.
fn choose(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Sheet(sheet)) = app.overlays.last() else { return Vec::new() };
    let row = &sheet.rows[sheet.current()];
    let Field::Choice(options, _) = &row.field else { return Vec::new() };
    let items = options.iter().map(|option| Item::new(app.say(option), "")).collect();
    let list = Choosing { title: row.label.clone(), picker: Picker::new(items, false), choices: Choices::Option };
    app.overlays.push(Overlay::Choosing(list));
    Vec::new()
}

/// Opens the list of the names of the row under the cursor, those already picked first and marked.
fn pick(app: &mut App) -> Vec<Effect> {
    let (Some(Overlay::Sheet(sheet)), Some(bench)) = (app.overlays.last(), &app.bench) else { return Vec::new() };
    let row = &sheet.rows[sheet.current()];
    let Field::Picked(picked, from, many) = &row.field else { return Vec::new() };
    let names: Vec<(String, usize)> = match from {
        Source::Fields => bench.fields().into_iter().map(|field| (field.name.to_owned(), field.known)).collect(),
        Source::Kinds => bench.kinds().into_iter().map(|(kind, count)| (kind.to_owned(), count)).collect(),
        Source::Values(field) => {
            bench.values(field, MOST_VALUES).into_iter().map(|(value, count)| (value.to_string(), count)).collect()
        }
    };
    let several = *many == Many::Several;
    let chosen = if several { picked.clone() } else { Vec::new() };
    let list = Choosing::names(app, row.label.clone(), names, &chosen, several);
    app.overlays.push(Overlay::Choosing(list));
    Vec::new()
}

/// Saves the form and closes it.
fn submit(app: &mut App) -> Vec<Effect> {
    let Some(effects) = save_open(app) else { return Vec::new() };
    app.overlays.pop();
    effects
}

/// Saves the form and leaves it open; none where it cannot be saved, which is told beside the row.
pub fn save_open(app: &mut App) -> Option<Vec<Effect>> {
    let (Some(Overlay::Sheet(sheet)), Some(bench)) = (app.overlays.last_mut(), &app.bench) else { return None };
    sheet.wrong = None;
    let wrong = match sheet.save {
        Save::Edit(save) => match save(sheet, bench).map(|change| try_edit(app, change)) {
            Ok(Ok(effects)) => return Some(effects),
            Ok(Err(EditError::NoChange)) => return Some(Vec::new()),
            Ok(Err(error)) => Wrong::from(tell::edit_error(&error)),
            Err(wrong) => wrong,
        },
        Save::Act(act) => {
            let Some(Overlay::Sheet(sheet)) = app.overlays.pop() else { return None };
            let done = act(&sheet, app);
            app.overlays.push(Overlay::Sheet(sheet));
            match done {
                Ok(effects) => return Some(effects),
                Err(wrong) => wrong,
            }
        }
    };
    refuse(app, wrong);
    None
}

/// Says in the form why something could not be done, and goes to the row.
pub fn refuse(app: &mut App, wrong: Wrong) {
    if let Some(Overlay::Sheet(sheet)) = app.overlays.last_mut() {
        if let Some(row) = wrong.row {
            sheet.select(row);
        }
        sheet.wrong = Some(wrong);
    }
}
