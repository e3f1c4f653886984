//! Other forms of a text: the one that search compares, and the one that hides a person. Never here: what is compared or hidden.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::show;

/// Returns the form of a text that search compares: no accents, no capitals, ligatures apart, plain apostrophes.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase).filter(|c| canonical_combining_class(*c) == 0) {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            '\u{2018}' | '\u{2019}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            c => out.push(c),
        }
    }
    out
}

/// Returns a person's name as initials: `Élodie Duval` is `É. D.`, `Jean-Luc Roy` is `J.-L. R.`
pub fn mask_name(name: &str) -> String {
    let name = show(name);
    let words = name.split_whitespace().map(|word| {
        let initials = word.split(['-', '\u{2010}', '\u{2011}']).filter_map(initial);
        initials.map(|initial| initial + ".").collect::<Vec<_>>().join("-")
    });
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns an e-mail address with its local part hidden: `a.n@acme.io` is `a***@acme.io`. A text that is no address is hidden but for
/// its first character.
pub fn mask_email(email: &str) -> String {
    let email = show(email.trim());
    let (local, domain) = email.rsplit_once('@').map_or((&*email, None), |(local, domain)| (local, Some(domain)));
    let first = local.graphemes(true).next().unwrap_or_default();
    match domain {
        Some(domain) => format!("{first}***@{domain}"),
        None if first.is_empty() => String::new(),
        None => format!("{first}***"),
    }
}

/// Returns the first letter of a word, capital.
fn initial(word: &str) -> Option<String> {
    word.graphemes(true).find(|cluster| cluster.chars().any(char::is_alphanumeric)).map(str::to_uppercase)
}
