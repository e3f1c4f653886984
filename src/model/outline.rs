//! A model's text as tokens and brackets: what RON cannot say about itself (where a bracket was opened), and where in the
//! text a value of the model stands.
//!
//! Never here: what a model means, or reading it; that is `ron`'s.

use crate::model::MAX_DEPTH;
use crate::msg;
use crate::problem::Problem;

/// The most brackets inside one another; a condition as deep as allowed, at its place in a model, needs 85.
const MAX_BRACKETS: usize = 100;

/// A step on the way to a value of a model: into a named field, or to the n-th part of a list, tuple or variant, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Field(&'static str),
    Item(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Comma,
    Colon,
    /// A text in quotes, a byte string or a character.
    Text,
    Word,
    Number,
    /// A character that RON has no use for and word processors like: a curly quote, a no-break space, a long dash.
    Stray,
    /// A text or a comment that never ends.
    Unclosed,
    Other,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn text(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Cuts a text into tokens; comments and white space are left out.
pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
}

impl Tokens<'_> {
    pub(super) fn new(text: &str) -> Tokens<'_> {
        Tokens { text, at: 0 }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Skips white space and comments; returns where a comment begins that never ends.
    fn skip(&mut self) -> Result<(), usize> {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() && !is_stray(c));
            let blank = rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += blank + trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                let start = self.at + blank;
                self.at = start + comment_len(trimmed).ok_or(start)?;
            } else {
                self.at += blank;
                return Ok(());
            }
        }
    }

    /// Returns the kind and the length in bytes of the token that begins here.
    fn measure(&self, first: char) -> (Kind, usize) {
        let rest = self.rest();
        let one = first.len_utf8();
        match first {
            '(' | '[' | '{' => (Kind::Open, one),
            ')' | ']' | '}' => (Kind::Close, one),
            ',' => (Kind::Comma, one),
            ':' => (Kind::Colon, one),
            '"' => text_len(rest).map_or((Kind::Unclosed, rest.len()), |len| (Kind::Text, len)),
            '\'' => char_len(rest).map_or((Kind::Other, one), |len| (Kind::Text, len)),
            _ if is_stray(first) => (Kind::Stray, one),
            '0'..='9' | '+' | '-' | '.' => (Kind::Number, number_len(rest)),
            _ if first.is_alphabetic() || first == '_' => {
                let len = word_len(rest);
                let quoted = rest[len..].trim_start_matches('#');
                let hashes = rest.len() - len - quoted.len();
                let prefix = &rest[..len];
                if quoted.starts_with('"') && (matches!(prefix, "r" | "br") || (prefix == "b" && hashes == 0)) {
                    let body = if prefix == "b" { text_len(quoted) } else { raw_len(quoted, hashes) };
                    return body.map_or((Kind::Unclosed, rest.len()), |body| (Kind::Text, len + hashes + body));
                }
                (Kind::Word, len)
            }
            _ => (Kind::Other, one),
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Err(start) = self.skip() {
            self.at = self.text.len();
            return Some(Token { kind: Kind::Unclosed, start, end: self.text.len() });
        }
        let first = self.rest().chars().next()?;
        let (kind, len) = self.measure(first);
        let start = self.at;
        self.at += len;
        Some(Token { kind, start, end: self.at })
    }
}

fn is_stray(c: char) -> bool {
    is_quote(c)
        || is_dash(c)
        || matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{3000}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' | '‹' | '›')
}

fn is_dash(c: char) -> bool {
    matches!(c, '−' | '–' | '—')
}

/// The lengths below are in bytes, of the token at the start of `rest`; none if it never ends.
fn comment_len(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        match rest.as_bytes().get(at..at + 2) {
            Some(b"/*") => depth += 1,
            Some(b"*/") => depth -= 1,
            Some(_) => {
                at += 1;
                continue;
            }
            None => return None,
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn text_len(rest: &str) -> Option<usize> {
    let mut bytes = rest.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return Some(at + 1),
            b'\\' => {
                bytes.next();
            }
            _ => {}
        }
    }
    None
}

fn raw_len(rest: &str, hashes: usize) -> Option<usize> {
    let end = format!("\"{}", "#".repeat(hashes));
    rest[1..].find(&end).map(|at| 1 + at + end.len())
}

fn char_len(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1);
    if chars.next()?.1 == '\\' {
        chars.next()?;
    }
    let (at, end) = chars.next()?;
    (end == '\'').then_some(at + 1)
}

fn number_len(rest: &str) -> usize {
    let mut before = ' ';
    rest.char_indices()
        .skip(1)
        .find(|(_, c)| {
            let part = c.is_ascii_alphanumeric() || matches!(c, '_' | '.') || (is_sign(*c) && before == 'e');
            before = c.to_ascii_lowercase();
            !part
        })
        .map_or(rest.len(), |(at, _)| at)
}

fn is_sign(c: char) -> bool {
    matches!(c, '+' | '-')
}

fn word_len(rest: &str) -> usize {
    rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
}

/// Finds the first thing that would make RON stop somewhere else than where the mistake is.
pub(super) fn trouble(text: &str) -> Option<Problem> {
    let mut found: Option<(usize, Problem)> = None;
    let mut open: Vec<Token> = Vec::new();
    let mut n_conditions = 0;
    let mut long_text = None;
    let mut before: Option<Token> = None;
    let mut paired = true;
    for token in Tokens::new(text) {
        // Placing a problem reads the text up to it: only the first is placed.
        let mut note = |at: usize, problem: &dyn Fn() -> Problem| {
            if found.as_ref().is_none_or(|(first, _)| at < *first) {
                found = Some((at, problem()));
            }
        };
        match token.kind {
            Kind::Open if paired => {
                let word = before.filter(|before| before.kind == Kind::Word);
                let opening = Token { start: word.map_or(token.start, |word| word.start), ..token };
                n_conditions += usize::from(opens_condition(opening.text(text)));
                open.push(opening);
                if n_conditions > MAX_DEPTH || open.len() > MAX_BRACKETS {
                    let sentence = if n_conditions > MAX_DEPTH {
                        msg!("model-too-deep", limit = MAX_DEPTH)
                    } else {
                        msg!("model-nested-too-deep", limit = MAX_BRACKETS)
                    };
                    note(token.start, &|| at(text, token.start, Problem::refused(sentence.clone())));
                    break;
                }
            }
            Kind::Close if paired => match open.pop() {
                Some(opening) if pairs(opening.text(text), token.text(text)) => {
                    n_conditions -= usize::from(opens_condition(opening.text(text)));
                }
                opening => {
                    note(token.start, &|| unpaired(text, opening, token));
                    paired = false;
                }
            },
            Kind::Text if long_text.is_none() && token.text(text).contains('\n') => long_text = Some(token.start),
            Kind::Stray => note(token.start, &|| stray(text, token)),
            Kind::Unclosed => {
                // A text that lost its closing quote runs on to the next one, lines below, and turns all that follows
                // inside out: the first text over several lines is the likelier culprit than the last quote.
                let is_comment = text[token.start..].starts_with("/*");
                let start = if is_comment { token.start } else { long_text.unwrap_or(token.start) };
                note(start, &|| {
                    let sentence =
                        if is_comment { msg!("model-unclosed-comment") } else { msg!("model-unclosed-text") };
                    at(text, start, Problem::refused(sentence))
                });
            }
            _ => {}
        }
        before = Some(token);
    }
    if found.is_none()
        && let Some(opening) = open.last()
    {
        found = Some((opening.end, unclosed(text, *opening)));
    }
    found.map(|(_, problem)| problem)
}

/// Whether a bracket, told with the word before it, opens a condition.
fn opens_condition(opening: &str) -> bool {
    let word = opening.trim_end_matches(['(', ' ', '\n', '\r', '\t']);
    matches!(word, "All" | "Any" | "Not" | "Field" | "Axis")
}

fn pairs(opening: &str, closing: &str) -> bool {
    matches!((opening.chars().last(), closing), (Some('('), ")") | (Some('['), "]") | (Some('{'), "}"))
}

fn unclosed(text: &str, opening: Token) -> Problem {
    let bracket = &text[opening.end - 1..opening.end];
    at(text, opening.end - 1, Problem::refused(msg!("model-unclosed-bracket", bracket = bracket)))
}

fn unpaired(text: &str, opening: Option<Token>, closing: Token) -> Problem {
    let (line, column) = place(text, closing.start);
    let bracket = closing.text(text);
    match opening {
        Some(opening) => unclosed(text, opening).hint(msg!(
            "model-hint-closed-by",
            bracket = bracket,
            place = format!("{line}:{column}")
        )),
        None => at(text, closing.start, Problem::refused(msg!("model-unopened-bracket", bracket = bracket))),
    }
}

fn stray(text: &str, token: Token) -> Problem {
    let found = token.text(text);
    let c = found.chars().next().unwrap_or_default();
    let sentence = if is_quote(c) {
        msg!("model-curly-quote", found = found)
    } else if is_dash(c) {
        msg!("model-long-dash", found = found)
    } else {
        msg!("model-hidden-space", code = format!("U+{:04X}", u32::from(c)))
    };
    at(text, token.start, Problem::refused(sentence))
}

/// The same problem, at a byte of the text.
pub(super) fn at(text: &str, byte: usize, problem: Problem) -> Problem {
    let (line, column) = place(text, byte);
    problem.at(line, Some(column))
}

/// Returns the line and the character column of a byte, both from 1.
pub(super) fn place(text: &str, byte: usize) -> (u64, u64) {
    let before = &text[..byte];
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line as u64, column as u64)
}

/// The tokens of a text whose brackets pair, and which bracket closes which.
pub(super) struct Outline<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// For an opening bracket, the index of its closing one; for every other token, its own index.
    ends: Vec<usize>,
}

impl Outline<'_> {
    pub(super) fn new(text: &str) -> Outline<'_> {
        let tokens: Vec<Token> = Tokens::new(text).collect();
        let mut ends: Vec<usize> = (0..tokens.len()).collect();
        let mut open = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Open => open.push(index),
                Kind::Close => {
                    if let Some(opening) = open.pop() {
                        ends[opening] = index;
                    }
                }
                _ => {}
            }
        }
        Outline { text, tokens, ends }
    }

    pub(super) fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.text(self.text))
    }

    fn is(&self, index: usize, kind: Kind) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == kind)
    }

    /// Returns the index of the closing bracket of an opening one.
    pub(super) fn end(&self, opening: usize) -> usize {
        self.ends[opening]
    }

    /// Returns the byte where the value at the end of a path begins; of the last step that is written, if the rest is not.
    pub(super) fn find(&self, path: &[Step]) -> usize {
        let mut value = self.body();
        for step in path {
            match self.enter(value).and_then(|opening| self.part(opening, *step)) {
                Some(part) => value = part,
                None => break,
            }
        }
        self.tokens.get(value).map_or(0, |token| token.start)
    }

    /// Returns the index of the first token after the attributes (`#![enable(...)]`).
    fn body(&self) -> usize {
        let mut at = 0;
        while self.word(at) == "#" && self.word(at + 1) == "!" && self.is(at + 2, Kind::Open) {
            at = self.ends[at + 2] + 1;
        }
        at
    }

    /// Returns the opening bracket of the value that begins at a token.
    fn enter(&self, value: usize) -> Option<usize> {
        let mut at = value;
        loop {
            let word = self.is(at, Kind::Word);
            let opening = at + usize::from(word);
            if !self.is(opening, Kind::Open) {
                return None;
            }
            if !word || self.word(at) != "Some" {
                return Some(opening);
            }
            at = opening + 1;
        }
    }

    /// Returns where a part of a bracket's inside begins.
    fn part(&self, opening: usize, step: Step) -> Option<usize> {
        let end = self.ends[opening];
        let mut at = opening + 1;
        let mut item = 0;
        while at < end {
            match step {
                Step::Field(name) if self.word(at) == name && self.is(at + 1, Kind::Colon) => return Some(at + 2),
                Step::Item(n) if n == item => return Some(at),
                _ => {}
            }
            while at < end && !self.is(at, Kind::Comma) {
                at = self.ends[at] + 1;
            }
            at += 1;
            item += 1;
        }
        None
    }
}
