//! Why a file is read no further. Never here: what is wrong with one row.

use std::io;

use crate::import::MAX_COLUMNS;
use crate::import::MAX_FIELD;
use crate::import::MAX_LINES;
use crate::import::MAX_RECORD;
use crate::import::cells::short;
use crate::msg;
use crate::problem::Kind;
use crate::problem::Problem;

/// Why reading stopped for good.
#[derive(Debug)]
pub(super) enum Stop {
    Io(io::Error),
    Cancelled,
    /// A quote that is not closed: the line it opens on, its field (from 0), and the text that follows it.
    Unclosed {
        line: u64,
        field: usize,
        text: String,
    },
    FieldTooLong {
        line: u64,
        field: usize,
    },
    RecordTooLong {
        line: u64,
    },
    TooManyLines {
        line: u64,
    },
    TooManyColumns {
        line: u64,
    },
    /// A problem that is told already.
    Told(Box<Problem>),
}

impl Stop {
    /// Returns the line that is told, if one is.
    pub(super) fn line(&self) -> Option<u64> {
        match self {
            Stop::Unclosed { line, .. }
            | Stop::FieldTooLong { line, .. }
            | Stop::RecordTooLong { line }
            | Stop::TooManyLines { line }
            | Stop::TooManyColumns { line } => Some(*line),
            Stop::Io(_) | Stop::Cancelled | Stop::Told(_) => None,
        }
    }

    /// Tells the problem, given the columns' names as far as they are known.
    pub(super) fn problem(self, names: &[String]) -> Problem {
        let name = |field: usize| names.get(field).filter(|name| !name.is_empty()).cloned();
        let in_field = |problem: Problem, field: usize| match name(field) {
            Some(name) => problem.in_field(name),
            None => problem,
        };
        match self {
            Stop::Io(error) => Problem::refused(msg!("import-unreadable", error = error.to_string())),
            Stop::Cancelled => Problem { kind: Kind::Cancelled, ..Problem::refused(msg!("import-cancelled")) },
            Stop::Unclosed { line, field, text } => {
                let told = msg!("import-unclosed-quote", line = line, number = field + 1, text = short(&text));
                let hint = msg!("import-hint-lenient-quotes");
                in_field(Problem::refused(told).at(line, None).hint(hint), field)
            }
            Stop::FieldTooLong { line, field } => {
                in_field(Problem::refused(msg!("import-field-too-long", limit = MAX_FIELD)).at(line, None), field)
            }
            Stop::RecordTooLong { line } => {
                Problem::refused(msg!("import-record-too-long", limit = MAX_RECORD)).at(line, None)
            }
            Stop::TooManyLines { line } => {
                Problem::refused(msg!("import-too-many-lines", limit = MAX_LINES)).at(line, None)
            }
            Stop::TooManyColumns { line } => {
                Problem::refused(msg!("import-too-many-columns", limit = MAX_COLUMNS)).at(line, None)
            }
            Stop::Told(problem) => *problem,
        }
    }
}
