//! The second pass over leads: one row at a time, typed as the shape says.
//!
//! Never here: whether a lead is new.

use std::collections::HashMap;

use crate::import::Duplicates;
use crate::import::Progress;
use crate::import::Source;
use crate::import::cells::Blanks;
use crate::import::cells::is_strange;
use crate::import::cells::one_line;
use crate::import::cells::short;
use crate::import::cells::yes_no;
use crate::import::number;
use crate::import::read::Counts;
use crate::import::read::DECIMAL_BOUNDS;
use crate::import::read::Rejects;
use crate::import::read::Row;
use crate::import::read::Trouble;
use crate::import::read::Verdict;
use crate::import::read::WHOLE_BOUNDS;
use crate::import::read::each_row;
use crate::import::read::fill_key;
use crate::import::read::instant;
use crate::import::read::known;
use crate::import::read::number_trouble;
use crate::import::shape::Key;
use crate::import::shape::Shape;
use crate::model::Cell;
use crate::model::Cells;
use crate::model::FieldType;
use crate::msg;
use crate::problem::Problem;

/// A row of leads. One is filled again and again: copy what is to stay.
#[derive(Debug, Default)]
pub struct LeadRow {
    line: u64,
    row: u64,
    key: String,
    cells: Cells,
}

impl LeadRow {
    /// Returns the physical line on which the row starts, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Returns the row's number, from 1.
    pub fn row(&self) -> u64 {
        self.row
    }

    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns how many values there are: one for each of the shape's fields.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Returns the value of a field, none if unknown.
    ///
    /// # Panics
    /// When there is no such field.
    pub fn value(&self, field: usize) -> Option<Cell<'_>> {
        self.cells.get(field)
    }

    /// Returns the values, in the order of the shape's fields.
    pub fn values(&self) -> impl Iterator<Item = Option<Cell<'_>>> {
        (0..self.len()).map(|field| self.value(field))
    }
}

/// Hands every good row to `sink`, in order, and every bad one to `rejects`.
pub fn read_leads(
    source: &dyn Source,
    shape: &Shape,
    sink: &mut dyn FnMut(&LeadRow) -> Verdict,
    rejects: Rejects<'_>,
    progress: Progress<'_>,
) -> Result<Counts, Problem> {
    let blanks = Blanks::new(&shape.blanks);
    let fields: Vec<(usize, FieldType)> = shape.fields().map(|(index, column)| (index, column.kind)).collect();
    let mut row = LeadRow::default();
    let mut seen: HashMap<Box<str>, u64> = HashMap::new();
    each_row(source, shape, rejects, progress, &mut |raw, counts| {
        let (mut rounded, mut joined) = (0, 0);
        let (mut scratch, mut line) = (String::new(), String::new());
        row.fill_key(raw, shape, &blanks)?;
        row.cells.clear();
        for &(index, kind) in &fields {
            match known(raw, index, &blanks, &mut scratch) {
                None => row.cells.push(None),
                Some(text) => {
                    let text = if raw.record.multiline { one_line(text, &mut line, &mut joined) } else { text };
                    row.cells.push(Some(typed(text, index, kind, shape, &mut rounded)?));
                }
            }
        }
        if shape.duplicates == Duplicates::FirstWins
            && let Some(line) = seen.get(row.key.as_str())
        {
            return Err(Trouble::Row(msg!("import-row-repeated", key = short(&row.key), line = *line)));
        }
        match sink(&row) {
            Verdict::Keep => {}
            Verdict::Reject(text) => return Err(Trouble::Row(text)),
            Verdict::Stop => return Err(Trouble::Stop),
        }
        if shape.duplicates == Duplicates::FirstWins {
            seen.insert(row.key.as_str().into(), row.line);
        }
        counts.rounded += rounded;
        counts.joined += joined;
        counts.strange += u64::from(!raw.record.printable && (is_strange(row.cells.text()) || is_strange(&row.key)));
        Ok(())
    })
}

impl LeadRow {
    fn fill_key(&mut self, raw: &Row<'_>, shape: &Shape, blanks: &Blanks) -> Result<(), Trouble> {
        (self.line, self.row) = (raw.line, raw.number);
        match shape.key {
            Key::Column(index) => fill_key(&mut self.key, raw, index, &shape.columns[index], blanks),
            Key::RowNumber => {
                self.key = raw.number.to_string();
                Ok(())
            }
        }
    }
}

/// Reads a value.
fn typed<'t>(
    text: &'t str,
    index: usize,
    kind: FieldType,
    shape: &Shape,
    rounded: &mut u64,
) -> Result<Cell<'t>, Trouble> {
    let format = shape.columns[index].number;
    match kind {
        FieldType::Text => Ok(Cell::Text(text)),
        FieldType::Whole => number::whole(text, format)
            .map(Cell::Whole)
            .map_err(|error| number_trouble(error, text, index, WHOLE_BOUNDS)),
        FieldType::Decimal => {
            let (n, lost) =
                number::decimal(text, format).map_err(|error| number_trouble(error, text, index, DECIMAL_BOUNDS))?;
            *rounded += u64::from(lost);
            Ok(Cell::Decimal(n))
        }
        FieldType::Date => instant(text, index, shape).map(Cell::Date),
        FieldType::YesNo => yes_no(text)
            .map(Cell::YesNo)
            .ok_or_else(|| Trouble::Cell(index, msg!("import-row-not-yes-no", value = short(text)))),
    }
}
