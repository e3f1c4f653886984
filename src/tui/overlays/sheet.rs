//! A form as plain rows, each a typed field: what the small editors of a model's parts share. Never here: which parts there are.

mod act;
mod read;

use tui_input::Input;

use crate::model::Edit;
use crate::model::Filter;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Words;
use crate::msg;
use crate::text::Arg;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::theme::Role;
use crate::workbench::Workbench;

pub(super) use act::act;
pub use act::refuse;
pub use act::save_open;
pub use read::day;

/// A form: rows to fill in, what they come to, and the edit they make. The last row saves.
pub struct Sheet {
    pub title: Msg,
    /// Which part of the model the form is of, for `save`: its axis, and its name; empty for a new one.
    pub side: Side,
    pub of: String,
    /// Its place in the model's list of such parts; none for a new one.
    pub place: Option<usize>,
    pub rows: Vec<Row>,
    /// The cursor, among the rows shown.
    pub row: usize,
    /// What the filled-in rows would come to.
    pub notes: Vec<(Role, Msg)>,
    /// What was filled in when it was opened, or when leaving was last thought of.
    pub(super) kept: String,
    /// Why it was not saved.
    pub wrong: Option<Wrong>,
    pub save: Save,
    /// Works out what follows from the rows: which are shown, what stands beside them, the notes.
    pub live: fn(&mut Sheet, &Workbench),
}

/// What saving comes to.
#[derive(Clone, Copy)]
pub enum Save {
    /// An edit of the model.
    Edit(fn(&Sheet, &Workbench) -> Result<Edit, Wrong>),
    /// Something else; nothing lies over the form while it is done.
    Act(fn(&Sheet, &mut App) -> Result<Vec<Effect>, Wrong>),
}

/// A row's name, and which entry of a list it belongs to; entry 0 belongs to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id {
    pub key: &'static str,
    pub entry: usize,
}

impl From<&'static str> for Id {
    fn from(key: &'static str) -> Id {
        Id { key, entry: 0 }
    }
}

impl From<(&'static str, usize)> for Id {
    fn from((key, entry): (&'static str, usize)) -> Id {
        Id { key, entry }
    }
}

/// Why a form cannot be saved: a row and what is wrong with it, or something about the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    pub row: Option<Id>,
    pub why: Msg,
}

impl Wrong {
    pub fn at(row: impl Into<Id>, why: Msg) -> Wrong {
        Wrong { row: Some(row.into()), why }
    }
}

impl From<Msg> for Wrong {
    fn from(why: Msg) -> Wrong {
        Wrong { row: None, why }
    }
}

/// One row of a form.
pub struct Row {
    pub id: Id,
    pub label: Msg,
    pub field: Field,
    /// The language of a text that may be given in each.
    pub lang: Option<Lang>,
    /// What the row is for, told while the cursor is on it.
    pub hint: Option<Msg>,
    /// What an empty row means.
    pub empty: Option<Msg>,
    /// What stands at the row's end: what came of it.
    pub aside: Option<(Role, Msg)>,
    pub shown: bool,
}

/// What a row is filled in with.
pub enum Field {
    /// Written by hand.
    Typed(Input, Wants),
    /// One of several, by its place.
    Choice(Vec<Msg>, usize),
    /// A condition, on the axes' values too where the second says so.
    Condition(Predicate, bool),
    /// Which events count.
    Filter(Filter),
    /// Names picked from a list: one, or several.
    Picked(Vec<String>, Source, Many),
    /// Adds an entry to the list whose rows stand above; makes its rows, of that number.
    Add(&'static str, fn(usize) -> Vec<Row>),
    /// Read only.
    Told(Msg),
    /// Does something at once.
    Do(fn(&mut App) -> Vec<Effect>),
    Save,
}

/// What a text that is written by hand must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    Text,
    /// A whole number, from the first to the second.
    Whole(i64, i64),
    /// A day: `2026-01-31` or `31/01/2026`.
    Day,
}

/// Where names are picked from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Fields,
    Kinds,
    /// The values of a field.
    Values(String),
}

/// How many names may be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    One,
    Several,
}

/// The form's only rule where no others follow: nothing.
fn nothing_follows(_: &mut Sheet, _: &Workbench) {}

impl Sheet {
    /// A form of rows, with a row that saves below them.
    pub fn new(title: Msg, rows: Vec<Row>, save: fn(&Sheet, &Workbench) -> Result<Edit, Wrong>) -> Sheet {
        Sheet::with(title, rows, Save::Edit(save))
    }

    /// A form of rows that does something else than to edit the model.
    pub fn acting(title: Msg, rows: Vec<Row>, save: fn(&Sheet, &mut App) -> Result<Vec<Effect>, Wrong>) -> Sheet {
        Sheet::with(title, rows, Save::Act(save))
    }

    fn with(title: Msg, mut rows: Vec<Row>, save: Save) -> Sheet {
        rows.push(Row::new("save", msg!("tui-row-none"), Field::Save));
        let mut sheet = Sheet {
            title,
            side: Side::Rows,
            of: String::new(),
            place: None,
            rows,
            row: 0,
            notes: Vec::new(),
            kept: String::new(),
            wrong: None,
            save,
            live: nothing_follows,
        };
        sheet.number();
        sheet
    }

    /// The same form, of the named part of an axis.
    #[must_use]
    pub fn of(mut self, side: Side, name: &str) -> Sheet {
        self.side = side;
        name.clone_into(&mut self.of);
        self
    }

    /// The same form, of the part at a place in the model's list of such parts; none for a new one.
    #[must_use]
    pub fn at(mut self, place: Option<usize>) -> Sheet {
        self.place = place;
        self
    }

    /// The same form, with what follows from its rows.
    #[must_use]
    pub fn live(mut self, live: fn(&mut Sheet, &Workbench)) -> Sheet {
        self.live = live;
        self
    }

    /// Returns the rows shown, each with its place among all.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().filter(|(_, row)| row.shown)
    }

    /// Returns the place of the row under the cursor among all rows.
    pub fn current(&self) -> usize {
        let last = self.rows.len() - 1;
        self.shown().nth(self.row).map_or(last, |(at, _)| at)
    }

    /// Returns the row of that name; of a text in two languages the first.
    pub fn find(&self, id: impl Into<Id>) -> Option<&Row> {
        let id = id.into();
        self.rows.iter().find(|row| row.id == id)
    }

    pub fn find_mut(&mut self, id: impl Into<Id>) -> Option<&mut Row> {
        let id = id.into();
        self.rows.iter_mut().find(|row| row.id == id)
    }

    /// Shows or hides the rows of that name.
    pub fn show(&mut self, id: impl Into<Id>, shown: bool) {
        let id = id.into();
        self.rows.iter_mut().filter(|row| row.id == id).for_each(|row| row.shown = shown);
    }

    /// Puts the cursor on the row of that name.
    pub fn select(&mut self, id: impl Into<Id>) {
        let id = id.into();
        let at = self.shown().position(|(_, row)| row.id == id);
        self.row = at.unwrap_or(self.row);
    }

    /// Returns the numbers of a list's entries, in order: those of the rows of that name.
    pub fn entries(&self, key: &str) -> Vec<usize> {
        let mut entries: Vec<usize> =
            self.rows.iter().filter(|row| row.id.key == key && row.id.entry > 0).map(|row| row.id.entry).collect();
        entries.dedup();
        entries
    }

    /// Puts rows above the row of that name.
    pub fn insert_above(&mut self, id: impl Into<Id>, rows: Vec<Row>) {
        let id = id.into();
        if let Some(at) = self.rows.iter().position(|row| row.id == id) {
            self.rows.splice(at..at, rows);
            self.number();
        }
    }

    /// Counts the entries of every list anew, for their labels.
    fn number(&mut self) {
        let (mut last, mut n) = (0, 0_usize);
        for row in &mut self.rows {
            let entry = row.id.entry;
            if entry == 0 {
                n = 0;
            } else if entry != last {
                n += 1;
            }
            last = entry;
            for (_, arg) in row.label.args.iter_mut().filter(|(name, _)| *name == "n") {
                *arg = Arg::from(n);
            }
        }
    }

    /// Returns all that is filled in, as text: two that are alike lose nothing against each other.
    pub(super) fn filled_in(&self) -> String {
        let of = |row: &Row| match &row.field {
            Field::Typed(input, _) => input.value().to_owned(),
            Field::Choice(_, chosen) => chosen.to_string(),
            Field::Condition(when, _) => format!("{when:?}"),
            Field::Filter(filter) => format!("{filter:?}"),
            Field::Picked(names, ..) => format!("{names:?}"),
            Field::Add(..) | Field::Told(_) | Field::Do(_) | Field::Save => String::new(),
        };
        let rows: Vec<String> = self.rows.iter().map(|row| format!("{:?} {}", row.id, of(row))).collect();
        rows.join("\n")
    }

    /// Returns the text field under the cursor.
    pub fn input(&self) -> Option<&Input> {
        match &self.rows[self.current()].field {
            Field::Typed(input, _) => Some(input),
            _ => None,
        }
    }

    pub(super) fn input_mut(&mut self) -> Option<&mut Input> {
        let at = self.current();
        match &mut self.rows[at].field {
            Field::Typed(input, _) => Some(input),
            _ => None,
        }
    }
}

impl Row {
    pub fn new(id: impl Into<Id>, label: Msg, field: Field) -> Row {
        Row { id: id.into(), label, field, lang: None, hint: None, empty: None, aside: None, shown: true }
    }

    /// A line of text.
    pub fn text(id: impl Into<Id>, label: Msg, text: &str) -> Row {
        Row::new(id, label, Field::Typed(Input::new(text.to_owned()), Wants::Text))
    }

    /// A text that may be given in both languages: the person's own first, the other one empty where it is the same.
    pub fn words(lang: Lang, id: impl Into<Id>, label: Msg, words: &Words) -> [Row; 2] {
        let id = id.into();
        let (own, other) = match (words, lang) {
            (Words::None, _) => ("", ""),
            (Words::Plain(text), _) => (text.as_str(), ""),
            (Words::Each { en, fr }, Lang::En) => (en.as_str(), fr.as_str()),
            (Words::Each { en, fr }, Lang::Fr) => (fr.as_str(), en.as_str()),
        };
        let (other_lang, in_other) = match lang {
            Lang::En => (Lang::Fr, msg!("sheet-in-french")),
            Lang::Fr => (Lang::En, msg!("sheet-in-english")),
        };
        let mut rows = [Row::text(id, label, own), Row::text(id, in_other, other).or(msg!("sheet-the-same"))];
        rows[0].lang = Some(lang);
        rows[1].lang = Some(other_lang);
        rows
    }

    /// A whole number from `least` to `most`, or nothing.
    pub fn whole(id: impl Into<Id>, label: Msg, number: Option<i64>, (least, most): (i64, i64)) -> Row {
        let text = number.map(|number| number.to_string()).unwrap_or_default();
        Row::new(id, label, Field::Typed(Input::new(text), Wants::Whole(least, most))).or(msg!("sheet-none"))
    }

    /// A day, or nothing.
    pub fn day(id: impl Into<Id>, label: Msg, day: &str) -> Row {
        Row::new(id, label, Field::Typed(Input::new(day.to_owned()), Wants::Day)).or(msg!("sheet-no-day"))
    }

    pub fn choice(id: impl Into<Id>, label: Msg, options: Vec<Msg>, at: usize) -> Row {
        Row::new(id, label, Field::Choice(options, at))
    }

    pub fn condition(id: impl Into<Id>, label: Msg, when: &Predicate) -> Row {
        Row::new(id, label, Field::Condition(when.clone(), false))
    }

    /// The same row, with the values on the axes to be tested too.
    #[must_use]
    pub fn on_axes(mut self) -> Row {
        if let Field::Condition(_, axes) = &mut self.field {
            *axes = true;
        }
        self
    }

    /// Which events count.
    pub fn filter(id: impl Into<Id>, label: Msg, filter: &Filter) -> Row {
        Row::new(id, label, Field::Filter(filter.clone()))
    }

    /// One name out of many; empty = none yet.
    pub fn pick(id: impl Into<Id>, label: Msg, name: &str, from: Source) -> Row {
        let names = Some(name.to_owned()).filter(|name| !name.is_empty()).into_iter().collect();
        Row::new(id, label, Field::Picked(names, from, Many::One)).or(msg!("tui-choose"))
    }

    /// Names out of many.
    pub fn picks(id: impl Into<Id>, label: Msg, names: &[String], from: Source) -> Row {
        Row::new(id, label, Field::Picked(names.to_vec(), from, Many::Several)).or(msg!("tui-choose"))
    }

    /// The button that adds an entry to the list above it.
    pub fn add(id: &'static str, label: Msg, make: fn(usize) -> Vec<Row>) -> Row {
        Row::new(id, msg!("tui-row-add"), Field::Add(id, make)).or(label)
    }

    /// A button that does something at once.
    pub fn button(id: &'static str, label: Msg, what: fn(&mut App) -> Vec<Effect>) -> Row {
        Row::new(id, msg!("tui-row-none"), Field::Do(what)).or(label)
    }

    /// The same row, telling what it is for.
    #[must_use]
    pub fn hint(mut self, hint: Msg) -> Row {
        self.hint = Some(hint);
        self
    }

    /// The same row, telling what it means when it is empty.
    #[must_use]
    pub fn or(mut self, empty: Msg) -> Row {
        self.empty = Some(empty);
        self
    }
}
