//! What one cell's text is worth before its type is known: blank or not, guarded or not, one line or several.
//!
//! Never here: numbers and dates, which are read by a whole column's evidence.

use std::collections::HashSet;

/// Words that stand for "no value" in exports, in lower case.
const BLANKS: &[&str] = &[
    "-",
    "--",
    "---",
    "–",
    "—",
    "?",
    "n/a",
    "na",
    "n.a.",
    "#n/a",
    "#na",
    "#ref!",
    "#value!",
    "#valeur!",
    "#div/0!",
    "#name?",
    "#nom?",
    "#num!",
    "#nombre!",
    "#null!",
    "#nul!",
    "null",
    "nil",
    "nan",
    "(null)",
    "<null>",
    "select",
    "please select",
    "select...",
    "-none-",
    "--none--",
    "(blank)",
    "(vide)",
    "(blanks)",
    "sélectionner",
    "sélectionnez",
    "choisir",
    "n.d.",
    "non renseigné",
    "non renseignée",
    "not set",
    "(not set)",
    "undefined",
];
/// Words that may mean "no value"; a person has to say so.
const DOUBTFUL: &[&str] = &["unknown", "inconnu", "inconnue", "none", "aucun", "aucune", "other", "autre", "tbd", "nc"];
/// The longest of these words, in bytes; and of those a person adds.
const MAX_BLANK: usize = 64;

/// The words that stand for "no value".
pub(super) struct Blanks {
    words: HashSet<String>,
    /// By first byte, in either case: the lengths of the words that start with it, as bits.
    lengths: [u64; 256],
    /// How many characters the words have, as bits.
    counts: u64,
}

impl Blanks {
    pub(super) fn new(more: &[String]) -> Blanks {
        let more = more.iter().map(|word| word.trim().to_lowercase()).filter(|word| word.len() < MAX_BLANK);
        let words: HashSet<String> = BLANKS.iter().map(|word| (*word).to_owned()).chain(more).collect();
        let mut lengths = [0; 256];
        for word in &words {
            if let Some(byte) = word.bytes().next() {
                for byte in [byte, byte.to_ascii_uppercase()] {
                    lengths[usize::from(byte)] |= 1 << word.len();
                }
            }
        }
        let counts = words.iter().fold(0, |counts, word| counts | 1 << word.chars().count());
        Blanks { words, lengths, counts }
    }

    /// Whether a trimmed text is empty or stands for "no value".
    #[inline]
    pub(super) fn holds(&self, text: &str) -> bool {
        let Some(first) = text.as_bytes().first() else {
            return true;
        };
        // What begins with ASCII does so in lower case as well, and most texts are told by that.
        (self.lengths[usize::from(*first)] != 0 || !first.is_ascii()) && self.holds_word(text, *first)
    }

    fn holds_word(&self, text: &str, first: u8) -> bool {
        if text.len() >= MAX_BLANK {
            return false;
        }
        // Nearly every other text is told by its length, too; letters beyond ASCII may change both with their case, but not how
        // many they are: all but one, which becomes two.
        let fits = if text.is_ascii() {
            self.lengths[usize::from(first)] >> text.len() & 1 == 1
        } else {
            self.counts >> text.chars().count() & 1 == 1 || text.contains('\u{130}')
        };
        fits && self.words.contains(&text.to_lowercase())
    }
}

/// Whether a text is a word that some people write for "no value" and others mean.
pub(super) fn is_doubtful(text: &str) -> bool {
    DOUBTFUL.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Reads yes or no, in English and French. Bare 0 and 1 are numbers.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    if text.len() > 5 {
        return None;
    }
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("yes") || is("true") || is("oui") || is("vrai") {
        Some(true)
    } else if is("no") || is("false") || is("non") || is("faux") {
        Some(false)
    } else {
        None
    }
}

/// Removes what is white around a text. Nearly always nothing is, and its two ends tell.
#[inline]
pub(super) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// Removes the `'` that an export puts before text that a spreadsheet would take for a formula.
///
/// The export guards every text that is any number of `'` and then starts a formula, so that this is its exact inverse.
#[inline]
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) => unguard_rest(text, rest),
        None => text,
    }
}

fn unguard_rest<'t>(text: &'t str, rest: &'t str) -> &'t str {
    let inner = rest.trim_start_matches('\'').trim_start_matches([' ', '"']);
    if inner.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']) {
        rest
    } else {
        text
    }
}

/// Whether a text holds characters that could steer a terminal or fool the eye.
pub(super) fn is_strange(text: &str) -> bool {
    // The bytes that such characters begin with; accented letters begin with others.
    let odd_byte = |b: u8| b < 0x20 || matches!(b, 0x7f | 0xc2 | 0xe2 | 0xef | 0xf3);
    text.bytes().any(odd_byte)
        && text.chars().any(|c| {
            c.is_control()
                || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
                || matches!(c, '\u{feff}' | '\u{e0000}'..='\u{e007f}')
        })
}

/// Returns a text with line ends made spaces, for which it may borrow `mended`; counts it if there were any.
pub(super) fn one_line<'t>(text: &'t str, mended: &'t mut String, joined: &mut u64) -> &'t str {
    if !text.bytes().any(|b| matches!(b, b'\n' | b'\r')) {
        return text;
    }
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    *mended = lines.join(" ");
    *joined += 1;
    mended
}

/// Returns the start of a text, to be quoted in a message.
pub(super) fn short(text: &str) -> String {
    const LIMIT: usize = 60;
    match text.char_indices().nth(LIMIT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Why a text is no e-mail address that could identify someone; the text itself, mended, if it is one.
pub(super) fn email(text: &str) -> Option<&str> {
    let text = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => &text[7..],
        _ => text,
    };
    if !text.as_bytes().contains(&b'@') {
        return None;
    }
    let (local, domain) = text.split_once('@')?;
    let odd = |b: u8| matches!(b, b'\t'..=b'\r' | b' ' | b',' | b';' | b'"' | b'<' | b'>' | b'(' | b')');
    let clean = !text.bytes().any(odd) && (text.is_ascii() || !text.contains(char::is_whitespace));
    let shaped = !local.is_empty() && !domain.is_empty() && !domain.contains('@');
    (clean && shaped && !domain.starts_with('.') && !domain.ends_with('.')).then_some(text)
}
