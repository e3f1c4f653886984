//! Many values one behind the other, their texts in one, so that a file's rows take no memory each. Never here: what a value means.

use crate::model::Value;

/// A known value, lent by whoever holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'r> {
    Text(&'r str),
    Whole(i64),
    /// Millionths.
    Decimal(i64),
    /// UTC seconds.
    Date(i64),
    YesNo(bool),
}

impl From<Cell<'_>> for Value {
    fn from(cell: Cell<'_>) -> Value {
        match cell {
            Cell::Text(text) => Value::Text(text.to_owned()),
            Cell::Whole(n) => Value::Whole(n),
            Cell::Decimal(n) => Value::Decimal(n),
            Cell::Date(at) => Value::Date(at),
            Cell::YesNo(yes) => Value::YesNo(yes),
        }
    }
}

impl<'v> From<&'v Value> for Cell<'v> {
    fn from(value: &'v Value) -> Cell<'v> {
        match value {
            Value::Text(text) => Cell::Text(text),
            Value::Whole(n) => Cell::Whole(*n),
            Value::Decimal(n) => Cell::Decimal(*n),
            Value::Date(at) => Cell::Date(*at),
            Value::YesNo(yes) => Cell::YesNo(*yes),
        }
    }
}

/// Values one behind the other, known or not.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    text: String,
    slots: Vec<Option<Slot>>,
}

#[derive(Clone, Copy, Debug)]
enum Slot {
    /// Where in the text it stands.
    Text(usize, usize),
    Whole(i64),
    Decimal(i64),
    Date(i64),
    YesNo(bool),
}

impl Cells {
    pub fn push(&mut self, cell: Option<Cell<'_>>) {
        let slot = cell.map(|cell| match cell {
            Cell::Text(text) => {
                self.text.push_str(text);
                Slot::Text(self.text.len() - text.len(), self.text.len())
            }
            Cell::Whole(n) => Slot::Whole(n),
            Cell::Decimal(n) => Slot::Decimal(n),
            Cell::Date(at) => Slot::Date(at),
            Cell::YesNo(yes) => Slot::YesNo(yes),
        });
        self.slots.push(slot);
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.slots.clear();
    }

    /// Returns how many there are, the unknown ones too.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Returns all texts, one behind the other.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns a value, none if unknown.
    ///
    /// # Panics
    /// When there are fewer.
    pub fn get(&self, index: usize) -> Option<Cell<'_>> {
        self.slots[index].map(|slot| match slot {
            Slot::Text(from, to) => Cell::Text(&self.text[from..to]),
            Slot::Whole(n) => Cell::Whole(n),
            Slot::Decimal(n) => Cell::Decimal(n),
            Slot::Date(at) => Cell::Date(at),
            Slot::YesNo(yes) => Cell::YesNo(yes),
        })
    }
}
