//! What is wrong with a text that is not a model, told to a person: what the file is instead, or what RON's complaint
//! means, with the place and the nearest right word.

use ron::error::Error;
use ron::error::Position;
use ron::error::SpannedError;

use crate::model::MAX_DAYS;
use crate::model::MAX_OCCURRENCES;
use crate::model::MAX_POINTS;
use crate::model::MAX_SCALE;
use crate::model::MAX_TALLY;
use crate::model::MAX_WEIGHT;
use crate::model::nearest;
use crate::model::outline::Kind;
use crate::model::outline::Outline;
use crate::model::outline::Token;
use crate::model::outline::Tokens;
use crate::model::outline::at;
use crate::model::outline::place;
use crate::model::value::EXPECTED_VALUE;
use crate::model::value::NUMBER_UNFIT;
use crate::model::words::EXPECTED_WORDS;
use crate::msg;
use crate::problem::Problem;
use crate::text::Arg;
use crate::text::Msg;

/// Tests that people write as conditions, without the field they test.
const TESTS: [&str; 14] = [
    "Is",
    "OneOf",
    "Contains",
    "StartsWith",
    "AtLeast",
    "AtMost",
    "MoreThan",
    "LessThan",
    "Between",
    "Before",
    "After",
    "InLast",
    "Known",
    "Unknown",
];

/// The bounds of the numbers whose name alone tells them: (name in the text, lowest, highest).
const BOUNDS: [(&str, i64, i64); 31] = [
    ("weight", -MAX_WEIGHT, MAX_WEIGHT),
    ("share", -100, 100),
    ("otherwise", -100, 100),
    ("top_share", 1, 50),
    ("start", -MAX_POINTS, MAX_POINTS),
    ("floor", -MAX_POINTS, MAX_POINTS),
    ("ceiling", -MAX_POINTS, MAX_POINTS),
    ("from", -MAX_POINTS, MAX_POINTS),
    ("Each", 1, MAX_OCCURRENCES as i64),
    ("PerAsset", 1, MAX_OCCURRENCES as i64),
    ("FewerThan", 1, MAX_OCCURRENCES as i64),
    ("at_least", 0, MAX_OCCURRENCES as i64),
    ("at_most", 0, MAX_OCCURRENCES as i64),
    ("Days", 1, MAX_DAYS as i64),
    ("Hours", 1, MAX_DAYS as i64 * 24),
    ("InLast", 1, MAX_DAYS as i64),
    ("HalfLife", 1, MAX_DAYS as i64),
    ("Line", 1, MAX_DAYS as i64),
    ("percent", 1, 100),
    ("every", 1, MAX_DAYS as i64),
    ("days", 1, MAX_DAYS as i64),
    ("Points", 0, MAX_POINTS),
    ("Percent", 0, 100),
    ("DownTo", -MAX_POINTS, MAX_POINTS),
    ("gain", 0, MAX_POINTS),
    ("over", 1, MAX_DAYS as i64),
    ("below", -MAX_POINTS, MAX_POINTS),
    ("points", 0, MAX_POINTS),
    ("To", -MAX_SCALE, MAX_SCALE),
    ("won", 0, MAX_TALLY),
    ("lost", 0, MAX_TALLY),
];

/// Returns what a file that is not text is, by its first bytes.
pub(super) fn foreign_bytes(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 4] =
        [(b"SQLite format 3\0", "SQLite"), (b"PK\x03\x04", "ZIP/XLSX"), (b"%PDF", "PDF"), (b"\xd0\xcf\x11\xe0", "XLS")];
    kinds.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| name)
}

/// Whether a file is UTF-16: by its byte order mark, or because every other byte of its start is zero.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, (1..), 0, (1..), ..] | [(1..), 0, (1..), 0, ..])
}

pub(super) fn not_ron(what: &str) -> Problem {
    Problem::refused(msg!("model-looks-like", what = what)).hint(msg!("model-hint-ron"))
}

/// Finds what tells, before any reading, that a text is something else than a model.
pub(super) fn foreign(text: &str) -> Option<Problem> {
    for (index, line) in text.lines().enumerate() {
        if ["<<<<<<< ", "||||||| ", ">>>>>>> "].iter().any(|marker| line.starts_with(marker)) {
            let problem = Problem::refused(msg!("model-merge-conflict")).hint(msg!("model-hint-merge-conflict"));
            return Some(problem.at(index as u64 + 1, Some(1)));
        }
    }
    let mut tokens = Tokens::new(text);
    let Some(first) = tokens.next() else {
        return Some(Problem::refused(msg!("model-empty")).hint(msg!("model-hint-ron")));
    };
    let (second, third) = (tokens.next(), tokens.next());
    let word = |token: Option<Token>| token.map_or("", |token| token.text(text));
    let line = text[first.start..].lines().next().unwrap_or_default();
    let separators = [',', ';', '\t'].into_iter().map(|separator| line.matches(separator).count()).max().unwrap_or(0);
    let what = match (first.text(text), word(second), word(third)) {
        ("{", ..) | ("[", "{" | "[" | "]", _) => "JSON",
        ("<", ..) => "XML/HTML",
        ("-", "-", "-") | ("---", ..) | ("%", "YAML", _) => "YAML",
        ("-", _, ":") => "YAML",
        (_, ":", _) if first.kind != Kind::Open => "YAML",
        ("(" | "#", ..) | (_, "(", _) => return None,
        _ if separators > 0 => "CSV",
        _ => return None,
    };
    let (line, column) = place(text, first.start);
    Some(not_ron(what).at(line, Some(column)))
}

/// Tells RON's complaint about a text.
pub(super) fn told(text: &str, error: &SpannedError) -> Problem {
    let seen = Seen::new(text, error);
    seen.problem(&error.code)
}

/// The text around the place where RON stopped.
struct Seen<'t> {
    outline: Outline<'t>,
    /// The token RON stopped at or in; past the last one at the end of the text.
    here: usize,
}

impl Seen<'_> {
    fn new<'t>(text: &'t str, error: &SpannedError) -> Seen<'t> {
        let outline = Outline::new(text);
        let stop = byte(text, error.span.end);
        let here = outline.tokens.iter().position(|token| token.end > stop).unwrap_or(outline.tokens.len());
        Seen { outline, here }
    }

    fn kind(&self, index: usize) -> Option<Kind> {
        self.outline.tokens.get(index).map(|token| token.kind)
    }

    /// Places a problem at a token.
    fn at(&self, index: usize, text: Msg) -> Problem {
        let source = self.outline.text;
        let byte = self.outline.tokens.get(index).map_or(source.trim_end().len(), |token| token.start);
        at(source, byte, Problem::refused(text))
    }

    /// Returns the last token up to the stop that reads so.
    fn last(&self, word: &str) -> usize {
        let upto = (self.here + 1).min(self.outline.tokens.len());
        (0..upto).rev().find(|index| self.outline.word(*index) == word).unwrap_or(self.here)
    }

    /// Returns the bracket that opens the group which a token stands in, or closes.
    fn opening(&self, index: usize) -> usize {
        let index = index.min(self.outline.tokens.len().saturating_sub(1));
        let holds = |opening: &usize| self.kind(*opening) == Some(Kind::Open) && self.outline.end(*opening) >= index;
        (0..index).rev().find(holds).unwrap_or(0)
    }

    fn problem(&self, code: &Error) -> Problem {
        match code {
            Error::NoSuchStructField { expected, found, .. } => self.unknown(found, expected, true),
            Error::NoSuchEnumVariant { expected, found, .. } => self.unknown(found, expected, false),
            Error::MissingStructField { field, .. } => {
                self.at(self.opening(self.here.saturating_sub(1)), msg!("model-missing-field", field = *field))
            }
            Error::DuplicateStructField { field, .. } => self.duplicate(field),
            Error::ExpectedDifferentStructName { expected, found } if nearest(found, [*expected]).is_some() => {
                self.unknown(found, &[*expected], false)
            }
            Error::ExpectedDifferentStructName { found, .. } => {
                self.expected_at(self.last(found), msg!("model-what-group"))
            }
            Error::ExpectedNamedStructLike(_) if self.kind(self.here.wrapping_sub(1)) == Some(Kind::Word) => {
                self.expected_at(self.here - 1, msg!("model-what-group"))
            }
            Error::IntegerOutOfBounds => self.number_bounds(),
            Error::Message(message) if message == NUMBER_UNFIT => {
                let index = self.operand();
                self.at(index, msg!("model-number-unfit", number = self.found(index)))
            }
            Error::Message(message) if message == EXPECTED_VALUE => {
                self.expected_at(self.operand(), msg!("model-what-value"))
            }
            Error::InvalidValueForType { expected, .. } if expected == EXPECTED_WORDS => {
                self.expected_at(self.operand(), msg!("model-what-words"))
            }
            Error::ExpectedDifferentLength { found, .. } => {
                self.at(self.opening(self.here.saturating_sub(1)), msg!("model-too-few-parts", n = *found))
            }
            Error::ExceededRecursionLimit => {
                self.at(self.here, msg!("model-too-deep", limit = crate::model::MAX_DEPTH))
            }
            Error::TrailingCharacters => self.at(self.here, msg!("model-trailing", found = self.found(self.here))),
            Error::InvalidEscape(_) => self.at(self.here, msg!("model-bad-escape")),
            Error::NoSuchExtension(name) => {
                let index = self.last(name);
                self.at(index, msg!("model-no-extension", name = self.found(index)))
            }
            code => self.number_mistake().unwrap_or_else(|| self.expected_at(self.here, what(code))),
        }
    }

    /// A word that is not one of those RON expects here.
    fn unknown(&self, found: &str, expected: &[&'static str], is_field: bool) -> Problem {
        let index = self.last(found);
        let known = expected.join(", ");
        let written = self.found(index);
        let text = match (nearest(found, expected.iter().copied()), is_field) {
            (Some(near), true) => msg!("model-unknown-field-near", found = written, near = near),
            (Some(near), false) => msg!("model-unknown-word-near", found = written, near = near),
            (None, true) => msg!("model-unknown-field", found = written, known = known),
            (None, false) => msg!("model-unknown-word", found = written, known = known),
        };
        let problem = self.at(index, text);
        if expected.contains(&"Field") && (TESTS.contains(&found) || self.kind(index) == Some(Kind::Text)) {
            problem.hint(msg!("model-hint-condition"))
        } else if nearest(found, expected.iter().copied()).is_none() {
            problem.hint(msg!("model-hint-newer"))
        } else {
            problem
        }
    }

    fn duplicate(&self, field: &str) -> Problem {
        let second = self.last(field);
        let opening = self.opening(second);
        let named = |index: &usize| self.outline.word(*index) == field && self.kind(*index + 1) == Some(Kind::Colon);
        let problem = self.at(second, msg!("model-duplicate-field", field = field));
        match (opening + 1..second).find(|index| named(index) && self.opening(*index) == opening) {
            Some(first) => {
                let (line, column) = place(self.outline.text, self.outline.tokens[first].start);
                problem.hint(msg!("model-hint-first-at", place = format!("{line}:{column}")))
            }
            None => problem,
        }
    }

    /// Returns the number at or just before the stop.
    fn number(&self) -> Option<usize> {
        [self.here, self.here.wrapping_sub(1)].into_iter().find(|index| self.kind(*index) == Some(Kind::Number))
    }

    fn number_bounds(&self) -> Problem {
        let index = self.number().unwrap_or(self.here);
        let number = self.found(index);
        let counted = number.parse::<i64>().map_or_else(|_| Arg::from(number.as_str()), Arg::from);
        // `weight: 5` and `Each(5)` alike have their name two tokens before the number.
        let name = index.checked_sub(2).map_or("", |name| self.outline.word(name));
        match BOUNDS.iter().find(|(known, ..)| *known == name) {
            Some((what, lowest, highest)) => self.at(
                index,
                msg!("model-number-bounds", what = *what, number = counted, lowest = *lowest, highest = *highest),
            ),
            None => self.at(index, msg!("model-number-too-large", number = number)),
        }
    }

    /// The number that a person wrote in another way than RON reads it.
    fn number_mistake(&self) -> Option<Problem> {
        let here = self.here;
        let is_digits = |index: usize| self.outline.word(index).bytes().all(|b| b.is_ascii_digit());
        if here >= 2
            && self.kind(here) == Some(Kind::Number)
            && is_digits(here)
            && self.kind(here - 2) == Some(Kind::Number)
            && self.joined(here - 2, here) == format!("{},{}", self.outline.word(here - 2), self.outline.word(here))
        {
            let (whole, decimals) = (self.found(here - 2), self.found(here));
            if self.wants_whole(here - 2) {
                let number = format!("{whole},{decimals}");
                return Some(self.at(here - 2, msg!("model-whole-only", number = number)));
            }
            let right = format!("{whole}.{decimals}");
            return Some(
                self.at(here - 2, msg!("model-decimal-comma", written = format!("{whole},{decimals}"), right = right)),
            );
        }
        let index = self.number()?;
        let number = self.outline.word(index);
        let is_plain = number.trim_start_matches(['+', '-']).bytes().all(|b| b.is_ascii_digit());
        (!is_plain).then(|| self.at(index, msg!("model-whole-only", number = self.found(index))))
    }

    /// Whether only a whole number may stand at a token: every field but the step of an amount and the values of derived and
    /// learned fields, and the counts in brackets.
    fn wants_whole(&self, index: usize) -> bool {
        let name = index.checked_sub(2).map_or("", |name| self.outline.word(name));
        match name {
            "per" | "value" => return false,
            // A share in a rule, a value in a derived field.
            "otherwise" => return self.outline.word(self.opening(index).wrapping_sub(1)) == "Match",
            _ => {}
        }
        self.kind(index.wrapping_sub(1)) == Some(Kind::Colon) || BOUNDS.iter().any(|(known, ..)| *known == name)
    }

    /// Returns the text from one token to the end of another.
    fn joined(&self, first: usize, last: usize) -> &str {
        let tokens = &self.outline.tokens;
        &self.outline.text[tokens[first].start..tokens[last].end]
    }

    /// Returns the value that RON has just read and refused.
    fn operand(&self) -> usize {
        let before = self.here.saturating_sub(1);
        match self.kind(before) {
            Some(Kind::Close) => self.start_of(before),
            Some(Kind::Open | Kind::Comma | Kind::Colon) | None => self.here,
            Some(_) => before,
        }
    }

    fn start_of(&self, closing: usize) -> usize {
        (0..closing)
            .rev()
            .find(|index| self.kind(*index) == Some(Kind::Open) && self.outline.end(*index) == closing)
            .unwrap_or(closing)
    }

    /// Returns the start of a token, without quotes: enough for a sentence.
    fn found(&self, index: usize) -> String {
        self.outline.word(index).trim_matches('"').chars().take(40).collect()
    }

    fn expected_at(&self, index: usize, what: Msg) -> Problem {
        let found = self.found(index);
        let text = if found.is_empty() {
            msg!("model-expected-at-end", what = what)
        } else {
            msg!("model-expected", what = what, found = found)
        };
        self.at(index, text)
    }
}

/// What RON expects, in words.
fn what(code: &Error) -> Msg {
    match code {
        Error::ExpectedInteger
        | Error::InvalidIntegerDigit { .. }
        | Error::UnderscoreAtBeginning
        | Error::ExpectedFloat
        | Error::FloatUnderscore => msg!("model-what-whole"),
        Error::ExpectedString | Error::ExpectedStringEnd | Error::ExpectedChar => msg!("model-what-text"),
        Error::ExpectedBoolean => msg!("model-what-yes-no"),
        Error::ExpectedArray => msg!("model-what-list"),
        Error::ExpectedArrayEnd => msg!("model-what-list-end"),
        Error::ExpectedComma => msg!("model-what-comma"),
        Error::ExpectedMapColon => msg!("model-what-colon"),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. }
        | Error::ExpectedStructName(_)
        | Error::ExpectedMap
        | Error::ExpectedUnit => msg!("model-what-group"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => msg!("model-what-group-end"),
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) => {
            msg!("model-what-name")
        }
        _ => msg!("model-what-value"),
    }
}

/// Returns the byte of a position.
fn byte(text: &str, position: Position) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[line_start..];
    line_start + rest.char_indices().nth(position.col.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}
