//! The one door through which other people's text passes on its way to a screen, stdout, stderr or a log.
//!
//! Nothing is dropped: what could steer a terminal or fool the eye is replaced by a visible stand-in, so that two
//! different texts never look the same because of it. Never here: what is stored; data keeps its own bytes.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The zero-width joiner of emoji sequences (and of some scripts).
const JOINER: char = '\u{200d}';
/// What a combining mark stands on when it has no letter of its own.
const DOTTED_CIRCLE: char = '\u{25cc}';
/// The most marks that may pile up on one letter; more would paint over the neighbouring lines.
const MAX_MARKS: usize = 8;

/// Returns the text with everything that could steer a terminal or fool the eye made visible.
///
/// Control characters become pictures (`␛`, `⏎`, `⇥`, `␡`); bidi controls, invisible characters, tags and line
/// separators become their code point (`<202E>`); the zero-width joiner stays inside an emoji sequence only; a combining
/// mark without a letter stands on a dotted circle. Clean text is borrowed; showing twice is showing once.
pub fn show(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_suspect) {
        return Cow::Borrowed(text);
    }
    let mut out = Shown { text: String::with_capacity(text.len() + 16), last: None, marks: 0 };
    for cluster in text.graphemes(true) {
        out.push_cluster(cluster);
    }
    if out.text == text { Cow::Borrowed(text) } else { Cow::Owned(out.text) }
}

/// The text shown so far.
struct Shown {
    text: String,
    last: Option<char>,
    /// How many combining marks stand on the last letter.
    marks: usize,
}

impl Shown {
    fn push_cluster(&mut self, cluster: &str) {
        // Whether every character of the cluster so far was let through: only then does a joiner join.
        let mut whole = true;
        let mut chars = cluster.chars().peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            if is_combining_mark(c) && !is_hidden(c) {
                self.push_mark(c);
            } else if (c == JOINER && whole && joins(self.last, next)) || (is_selector(c) && selects(self.last, c)) {
                self.push(c);
            } else if let Some(picture) = picture(c) {
                self.push(picture);
                whole = false;
            } else if is_hidden(c) {
                format!("<{:02X}>", u32::from(c)).chars().for_each(|c| self.push(c));
                whole = false;
            } else {
                self.push(c);
            }
        }
    }

    fn push(&mut self, c: char) {
        self.text.push(c);
        self.last = Some(c);
        self.marks = 0;
    }

    fn push_mark(&mut self, mark: char) {
        let has_letter = self.last.is_some_and(|last| !last.is_whitespace());
        if !has_letter || self.marks >= MAX_MARKS {
            self.push(DOTTED_CIRCLE);
        }
        self.text.push(mark);
        self.last = Some(mark);
        self.marks += 1;
    }
}

/// Whether a character needs a closer look.
fn is_suspect(c: char) -> bool {
    !c.is_ascii_graphic() && c != ' ' && (c.is_control() || is_hidden(c) || is_combining_mark(c))
}

/// Returns the visible picture of a control character; none for C1, which have none.
fn picture(c: char) -> Option<char> {
    match c {
        '\n' => Some('⏎'),
        '\t' => Some('⇥'),
        '\u{7f}' => Some('␡'),
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        _ => None,
    }
}

/// Whether a character is invisible, moves others about, or cannot be told apart from nothing.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9f}'                          // C1 controls
        | '\u{ad}'                                   // soft hyphen
        | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'                    // zero-width space, joiners, direction marks
        | '\u{2028}'..='\u{202e}'                    // line and paragraph separators, bidi embeddings and overrides
        | '\u{2060}'..='\u{206f}'                    // word joiner, invisible operators, bidi isolates
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}'
        | '\u{13430}'..='\u{1345f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}') // tags, variation selectors
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

/// Whether a presentation selector has something to act on: a symbol, a keycap's base.
fn selects(last: Option<char>, selector: char) -> bool {
    last.is_some_and(|last| last != selector && (matches!(last, '#' | '*' | '0'..='9' | '©' | '®') || is_symbol(last)))
}

/// Whether a joiner stands between two symbols of one emoji sequence.
fn joins(last: Option<char>, next: Option<char>) -> bool {
    last.is_some_and(|last| is_symbol(last) || last == '\u{fe0f}') && next.is_some_and(is_symbol)
}

/// Whether a character is of the blocks that hold emoji.
fn is_symbol(c: char) -> bool {
    matches!(c, '‼' | '⁉' | '™' | 'ℹ' | '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '\u{1f000}'..='\u{1faff}')
}
