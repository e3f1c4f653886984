//! One error for people: what is wrong, where, and what to do about it.
//!
//! Every layer turns its own errors into a [`Problem`] at its edge. A problem holds sentences by their
//! text id, never words, so that it can be told in any language; and never a cause that nobody is shown.

use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::show;

/// What kind of failure it is; the command line turns it into an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The command line was not understood (exit code 2).
    Usage,
    /// Some rows of an import were left out, the rest went in (exit code 3).
    Rows,
    /// A file, a model or a request was refused and nothing was changed (exit code 4).
    Refused,
    /// The person stopped it (exit code 130).
    Cancelled,
}

impl Kind {
    /// Returns the process exit code for this kind.
    pub fn exit_code(self) -> u8 {
        match self {
            Kind::Usage => 2,
            Kind::Rows => 3,
            Kind::Refused => 4,
            Kind::Cancelled => 130,
        }
    }
}

/// Where in a file something is wrong. Lines and columns count from 1; a column is a character or a CSV column's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: Option<u64>,
    /// Character column within the line.
    pub column: Option<u64>,
    /// Name of the CSV column.
    pub field: Option<String>,
}

/// An error for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kind: Kind,
    pub place: Option<Place>,
    /// What is wrong: one sentence.
    pub text: Msg,
    /// What to do: each a sentence.
    pub hints: Vec<Msg>,
}

impl Problem {
    /// A refusal: nothing was changed.
    pub fn refused(text: Msg) -> Problem {
        Problem { kind: Kind::Refused, place: None, text, hints: Vec::new() }
    }

    /// A misuse of the command line.
    pub fn usage(text: Msg) -> Problem {
        Problem { kind: Kind::Usage, place: None, text, hints: Vec::new() }
    }

    /// The same problem with a sentence that says what to do.
    #[must_use]
    pub fn hint(mut self, hint: Msg) -> Problem {
        self.hints.push(hint);
        self
    }

    /// The same problem, said of a file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Problem {
        self.place.get_or_insert_default().file = file.into();
        self
    }

    /// The same problem, at a line (from 1) and, when known, a character column (from 1).
    #[must_use]
    pub fn at(mut self, line: u64, column: Option<u64>) -> Problem {
        let place = self.place.get_or_insert_default();
        place.line = Some(line);
        place.column = column;
        self
    }

    /// The same problem, in the named CSV column.
    #[must_use]
    pub fn in_field(mut self, field: impl Into<String>) -> Problem {
        self.place.get_or_insert_default().field = Some(field.into());
        self
    }

    /// Tells the problem: `FILE:line 12, column "Size": what is wrong.`, then one line per hint.
    pub fn tell(&self, lang: Lang) -> Vec<String> {
        let text = lang.say(&self.text);
        let place = self.place.as_ref().map(|place| place.tell(lang)).unwrap_or_default();
        let first = if place.is_empty() { text } else { lang.say(&msg!("problem-told", place = place, text = text)) };
        std::iter::once(first).chain(self.hints.iter().map(|hint| lang.say(hint))).collect()
    }
}

impl Place {
    /// Tells the place, as far as it is known: `FILE:line 12, column 7`; empty if it is nowhere.
    pub fn tell(&self, lang: Lang) -> String {
        // Digits as an editor's "go to line" takes them, so text and not counts.
        let line = self.line.map(|line| msg!("problem-line", line = line.to_string()));
        let column = self.column.map(|column| msg!("problem-column", column = column.to_string()));
        let field = self.field.as_ref().map(|field| msg!("problem-field", field = field));
        let within = [line, column, field].into_iter().flatten().map(|part| lang.say(&part)).collect::<Vec<_>>();
        let file = show(&self.file);
        let colon = if file.is_empty() || within.is_empty() { "" } else { ":" };
        format!("{file}{colon}{}", within.join(", "))
    }
}
