//! A list of things that can be opened, made, taken away and put in order: what the lists of a model's parts share.
//! Never here: which lists there are.

use crate::model::Edit;
use crate::model::Model;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::cursor::moved;
use crate::tui::overlays::Overlay;
use crate::tui::theme::Role;
use crate::tui::update::edit;
use crate::tui::update::perform_anywhere;

/// A list of one kind, its rows as they were when something last changed, and its cursor.
pub struct Things {
    pub kind: &'static Kind,
    pub rows: Vec<Thing>,
    pub row: usize,
    /// Asks before a row is taken away, where that needs an answer.
    pub ask: Option<Ask>,
}

/// A question before the row is taken away; none if there is nothing to ask.
pub type Ask = fn(&mut App, usize) -> Option<Vec<Effect>>;

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    pub text: String,
    /// Stands at the row's end.
    pub detail: String,
    pub role: Role,
    /// Told below the list while the cursor is on it: the row in full.
    pub note: String,
}

impl Thing {
    pub fn new(text: impl Into<String>, detail: impl Into<String>) -> Thing {
        Thing { text: text.into(), detail: detail.into(), role: Role::Text, note: String::new() }
    }

    /// The same row, told in full below the list.
    #[must_use]
    pub fn note(mut self, note: String) -> Thing {
        self.note = note;
        self
    }

    /// The same row, of another meaning.
    #[must_use]
    pub fn role(mut self, role: Role) -> Thing {
        self.role = role;
        self
    }
}

/// What a list is of, and what can be done in it.
pub struct Kind {
    pub title: fn() -> Msg,
    /// Told where the list is empty: what to do next.
    pub empty: fn() -> Msg,
    pub rows: fn(&App) -> Vec<Thing>,
    pub open: fn(&mut App, usize) -> Vec<Effect>,
    pub new: Option<fn(&mut App, usize) -> Vec<Effect>>,
    pub remove: Option<fn(&Model, usize) -> Edit>,
    /// Moves a row to the place of its neighbour.
    pub shift: Option<fn(&Model, usize, usize) -> Edit>,
    pub toggle: Option<fn(&mut App, usize) -> Vec<Effect>>,
}

/// Opens a list.
pub fn open(app: &mut App, kind: &'static Kind) -> Vec<Effect> {
    let rows = (kind.rows)(app);
    app.overlays.push(Overlay::Things(Things { kind, rows, row: 0, ask: None }));
    Vec::new()
}

/// Opens a list of which a row is taken away only after a question, with the cursor on a row.
pub fn open_asking(app: &mut App, kind: &'static Kind, row: usize, ask: Ask) -> Vec<Effect> {
    let rows = (kind.rows)(app);
    app.overlays.push(Overlay::Things(Things { kind, rows, row, ask: Some(ask) }));
    Vec::new()
}

/// Makes the rows of every open list anew, after something has changed.
pub fn renew(app: &mut App) {
    for depth in 0..app.overlays.len() {
        let Overlay::Things(things) = &app.overlays[depth] else { continue };
        let rows = (things.kind.rows)(app);
        if let Overlay::Things(things) = &mut app.overlays[depth] {
            things.row = things.row.min(rows.len().saturating_sub(1));
            things.rows = rows;
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = usize::from(app.area.height / 2).max(1);
    let Some(Overlay::Things(things)) = app.overlays.last_mut() else { return None };
    let (kind, row, n) = (things.kind, things.row, things.rows.len());
    if let Some(row) = moved(action, row, n, page) {
        things.row = row;
        return Some(Vec::new());
    }
    let effects = match action {
        Action::Undo | Action::Redo => perform_anywhere(app, action),
        Action::New => (kind.new?)(app, row),
        Action::Open | Action::Edit if row < n => (kind.open)(app, row),
        Action::Toggle if row < n => (kind.toggle?)(app, row),
        Action::Delete if row < n => {
            if let Some(effects) = things.ask.and_then(|ask| ask(app, row)) {
                return Some(effects);
            }
            let change = (kind.remove?)(app.bench.as_ref()?.model(), row);
            edit(app, change)
        }
        Action::ReorderUp if row > 0 => shift(app, row, row - 1)?,
        Action::ReorderDown if row + 1 < n => shift(app, row, row + 1)?,
        _ => return None,
    };
    renew(app);
    Some(effects)
}

fn shift(app: &mut App, from: usize, to: usize) -> Option<Vec<Effect>> {
    let Some(Overlay::Things(things)) = app.overlays.last_mut() else { return None };
    let shift = things.kind.shift?;
    things.row = to;
    let change = shift(app.bench.as_ref()?.model(), from, to);
    Some(edit(app, change))
}

/// Returns a list without one of its elements.
pub fn without<T: Clone>(list: &[T], index: usize) -> Vec<T> {
    let mut list = list.to_vec();
    if index < list.len() {
        list.remove(index);
    }
    list
}

/// Returns a list with an element moved.
pub fn shifted<T: Clone>(list: &[T], from: usize, to: usize) -> Vec<T> {
    let mut list = list.to_vec();
    if from.max(to) < list.len() {
        let moved = list.remove(from);
        list.insert(to, moved);
    }
    list
}

/// Returns a list with a part in a place, or at its end.
pub fn with<T: Clone>(list: &[T], place: Option<usize>, part: T) -> Vec<T> {
    let mut list = list.to_vec();
    match place.and_then(|place| list.get_mut(place)) {
        Some(old) => *old = part,
        None => list.push(part),
    }
    list
}
