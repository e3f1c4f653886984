//! Models as RON text: reading with every mistake named and placed; writing in a stable, readable layout.
//!
//! What reading would refuse, writing refuses too. Never here: what a model may hold (`check`), or what RON's own
//! complaints mean to a person (`ron_problem`).

use ron::extensions::Extensions;

use crate::model::Fault;
use crate::model::MAX_MODEL_BYTES;
use crate::model::Model;
use crate::model::Step;
use crate::model::check;
use crate::model::outline;
use crate::model::outline::Kind;
use crate::model::outline::Outline;
use crate::model::ron_problem;
use crate::msg;
use crate::problem::Problem;

/// How wide a line may be before it is broken into its parts.
const WIDTH: usize = 120;
/// RON counts up to four levels for one nested condition. The brackets are counted before RON reads any.
const RECURSION: usize = 400;

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(RECURSION)
}

/// Reads a model file.
pub fn parse_bytes(bytes: &[u8]) -> Result<Model, Vec<Problem>> {
    let one = |problem: Problem| vec![problem];
    if bytes.len() > MAX_MODEL_BYTES {
        return Err(one(too_large(bytes.len())));
    }
    if let Some(what) = ron_problem::foreign_bytes(bytes) {
        return Err(one(ron_problem::not_ron(what)));
    }
    if ron_problem::is_utf16(bytes) {
        return Err(one(Problem::refused(msg!("model-utf16")).at(1, Some(1)).hint(msg!("model-hint-save-utf8"))));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text),
        Err(error) => {
            let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let code = format!("0x{:02X}", bytes[error.valid_up_to()]);
            let problem = Problem::refused(msg!("model-not-utf8", byte = code)).hint(msg!("model-hint-save-utf8"));
            Err(one(outline::at(&valid, valid.len(), problem)))
        }
    }
}

/// Reads a model. Mistakes of writing are told one at a time, as RON stops at the first; faults of the model all at once.
pub fn parse(text: &str) -> Result<Model, Vec<Problem>> {
    let one = |problem: Problem| vec![problem];
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_MODEL_BYTES {
        return Err(one(too_large(text.len())));
    }
    ron_problem::foreign(text).map_or(Ok(()), |problem| Err(one(problem)))?;
    outline::trouble(text).map_or(Ok(()), |problem| Err(one(problem)))?;
    let model: Model = options().from_str(text).map_err(|error| one(ron_problem::told(text, &error)))?;
    let faults = check(&model);
    if faults.is_empty() {
        return Ok(model);
    }
    let outline = Outline::new(text);
    Err(faults.into_iter().map(|fault| placed(&outline, fault)).collect())
}

fn too_large(size: usize) -> Problem {
    Problem::refused(msg!("model-too-large", size = size, limit = MAX_MODEL_BYTES))
}

fn placed(outline: &Outline, fault: Fault) -> Problem {
    let byte = outline.find(&fault.at);
    let first = fault.first.as_ref().map(|first| outline::place(outline.text, outline.find(first)));
    let problem = outline::at(outline.text, byte, Problem::from(fault));
    match first {
        Some((line, column)) => problem.hint(msg!("model-hint-first-at", place = format!("{line}:{column}"))),
        None => problem,
    }
}

/// Returns where a part of a model stands in its text: line and character column, both from 1.
pub fn place_of(text: &str, part: &[Step]) -> (u64, u64) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    outline::place(text, Outline::new(text).find(part))
}

/// Writes a model; [`parse`] reads it back equal. A model with faults is not written: it could not be read again.
///
/// A model that would be too large a file with its lines laid out is written on one line.
///
/// # Panics
/// Never: every value that a model without faults can hold has a text form.
pub fn to_ron(model: &Model) -> Result<String, Vec<Fault>> {
    let faults = check(model);
    if !faults.is_empty() {
        return Err(faults);
    }
    let compact = options().to_string(model).expect("every value that a model without faults can hold has a text form");
    let mut layout = Layout { outline: Outline::new(&compact), out: String::with_capacity(compact.len() * 2) };
    layout.value(0, 0);
    layout.out.push('\n');
    let text = if layout.out.len() <= MAX_MODEL_BYTES { layout.out } else { compact };
    if text.len() > MAX_MODEL_BYTES {
        let sentence = msg!("model-too-large", size = text.len(), limit = MAX_MODEL_BYTES);
        return Err(vec![Fault { text: sentence, hint: None, at: Vec::new(), first: None }]);
    }
    Ok(text)
}

/// Writes compact RON so that a group that fits stands on one line, and one that does not has a line for each part.
struct Layout<'t> {
    outline: Outline<'t>,
    out: String,
}

impl Layout<'_> {
    fn kind(&self, index: usize) -> Kind {
        self.outline.tokens[index].kind
    }

    fn push(&mut self, index: usize) {
        let token = self.outline.tokens[index];
        self.out.push_str(token.text(self.outline.text));
    }

    fn new_line(&mut self, indent: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("    ", indent));
    }

    /// Writes the value (with its field's name, if it has one) that begins at a token; returns the index after it.
    fn value(&mut self, at: usize, indent: usize) -> usize {
        let mut at = at;
        while !matches!(self.kind(at), Kind::Open | Kind::Comma | Kind::Close) {
            self.push(at);
            if self.kind(at) == Kind::Colon {
                self.out.push(' ');
            }
            at += 1;
        }
        if self.kind(at) != Kind::Open {
            return at;
        }
        let end = self.outline.end(at);
        let column = self.out.chars().rev().take_while(|c| *c != '\n').count();
        match self.flat_width(at) {
            Some(width) if column + width < WIDTH => self.flat(at),
            _ if self.is_wrapper(at) => {
                self.push(at);
                self.value(at + 1, indent);
                self.push(end);
            }
            _ => self.broken(at, indent),
        }
        end + 1
    }

    fn broken(&mut self, opening: usize, indent: usize) {
        let end = self.outline.end(opening);
        self.push(opening);
        let mut at = opening + 1;
        while at < end {
            self.new_line(indent + 1);
            at = self.value(at, indent + 1);
            self.out.push(',');
            at += usize::from(self.kind(at) == Kind::Comma);
        }
        self.new_line(indent);
        self.push(end);
    }

    fn flat(&mut self, opening: usize) {
        for index in opening..=self.outline.end(opening) {
            self.push(index);
            if matches!(self.kind(index), Kind::Comma | Kind::Colon) {
                self.out.push(' ');
            }
        }
    }

    /// Returns how wide a group is on one line; none if it holds a list of groups, whose parts have a line each.
    fn flat_width(&self, opening: usize) -> Option<usize> {
        let mut width = 0;
        for index in opening..=self.outline.end(opening) {
            let token = self.outline.tokens[index];
            let text = token.text(self.outline.text);
            if opening == 0 || (text == "[" && self.kind(index + 1) == Kind::Open) {
                return None;
            }
            width += text.chars().count() + usize::from(matches!(token.kind, Kind::Comma | Kind::Colon));
        }
        Some(width)
    }

    /// Whether a group holds one group and nothing else, as `Tiers([...])` does: its bracket needs no line of its own.
    fn is_wrapper(&self, opening: usize) -> bool {
        let inner = opening + 1 + usize::from(self.kind(opening + 1) == Kind::Word);
        // Not so a list of one: it grows without its first part moving.
        self.outline.word(opening) == "("
            && self.kind(inner) == Kind::Open
            && self.outline.end(inner) + 1 == self.outline.end(opening)
    }
}
