//! Numbers as files write them: decimal marks and group separators, found for a column as a whole.
//!
//! Never here: floating point.

use crate::model::parse_millionths;

/// A decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Point,
    Comma,
}

/// How a column writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    pub decimal: Mark,
    /// What may stand between groups of three digits; a space means any kind of space.
    pub group: char,
}

impl Default for NumberFormat {
    fn default() -> NumberFormat {
        FORMATS[0]
    }
}

/// The formats a column may have; a set of them is a mask of as many bits.
pub(super) const FORMATS: [NumberFormat; 6] = [
    NumberFormat { decimal: Mark::Point, group: ',' },
    NumberFormat { decimal: Mark::Point, group: ' ' },
    NumberFormat { decimal: Mark::Point, group: '\'' },
    NumberFormat { decimal: Mark::Comma, group: '.' },
    NumberFormat { decimal: Mark::Comma, group: ' ' },
    NumberFormat { decimal: Mark::Comma, group: '\'' },
];
/// Every format.
pub(super) const ANY: u8 = 0b11_1111;
/// The longest text that is looked at as a number.
const MAX_LEN: usize = 64;

/// What one text says about its column's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Formats in which it is a number.
    pub(super) formats: u8,
    /// Formats in which it has decimals.
    pub(super) fractions: u8,
    /// Digits before the decimal mark, or all of them when there is none.
    pub(super) digits: usize,
    /// A zero before other digits, or a plus before a long number: an identifier rather than an amount.
    pub(super) id_like: bool,
    /// Written as `1E+11`.
    pub(super) scientific: bool,
}

/// Looks at a trimmed text; none if it is a number in no format.
pub(super) fn shape(text: &str) -> Option<Shape> {
    let first = *text.as_bytes().first()?;
    if !matches!(first, b'0'..=b'9' | b'+' | b'-' | b'.' | b',') && !text.starts_with('−') || text.len() > MAX_LEN {
        return None;
    }
    let body = text.strip_prefix(['+', '-', '−']).unwrap_or(text);
    if body.bytes().all(|b| b.is_ascii_digit()) {
        let digits = body.len();
        let id_like = (digits > 1 && body.starts_with('0')) || (first == b'+' && digits >= 8);
        return (digits > 0).then_some(Shape { formats: ANY, digits, id_like, ..Shape::default() });
    }
    let in_number = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b',' | b' ' | b'\'' | 0x80..);
    if let Some(other) = body.bytes().find(|b| !in_number(*b))
        && !matches!(other, b'e' | b'E')
    {
        return None;
    }
    if let Some((mantissa, exponent)) = body.split_once(['e', 'E']) {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let marks = mantissa.matches(['.', ',']).count();
        let fits = digits(exponent) && digits(&mantissa.replace(['.', ','], "")) && marks <= 1;
        return fits.then_some(Shape { formats: ANY, scientific: true, ..Shape::default() });
    }
    if let Some(found) = plain_decimal(body) {
        return Some(found);
    }
    let mut found = Shape::default();
    for (index, format) in FORMATS.iter().enumerate() {
        if let Some((whole, fraction)) = parts(body, *format) {
            found.formats |= 1 << index;
            found.fractions |= u8::from(!fraction.is_empty()) << index;
            found.digits = found.digits.max(whole.bytes().filter(u8::is_ascii_digit).count());
            let zero = whole.starts_with('0') && whole.len() > 1;
            found.id_like |= zero && fraction.is_empty();
        }
    }
    (found.formats != 0).then_some(found)
}

/// Looks at digits around one point, with decimals that cannot be a group: the most usual number, told without trials.
fn plain_decimal(body: &str) -> Option<Shape> {
    let (whole, fraction) = body.split_once('.')?;
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = is_digits(whole) && is_digits(fraction) && !matches!(fraction.len(), 0 | 3);
    fits.then_some(Shape { formats: 0b111, fractions: 0b111, digits: whole.len(), ..Shape::default() })
}

/// Splits an unsigned number into its whole and decimal digits; none if it is not one in that format.
fn parts(body: &str, format: NumberFormat) -> Option<(&str, &str)> {
    let mark = if format.decimal == Mark::Point { '.' } else { ',' };
    let (whole, fraction) = match body.split_once(mark) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (body, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut groups = whole.split(|c| is_group(c, format.group));
    let first = groups.next()?;
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let grouped = first.len() < whole.len();
    let fits = if grouped {
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|g| g.len() == 3 && is_digits(g))
    } else {
        !first.is_empty() || !fraction.is_empty()
    };
    (fits && is_digits(first)).then_some((whole, fraction))
}

fn is_group(c: char, group: char) -> bool {
    match group {
        ' ' => matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'),
        '\'' => matches!(c, '\'' | '’'),
        other => c == other,
    }
}

/// Why a text is not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberError {
    NotOne,
    OutOfBounds,
}

/// Reads a whole number.
pub(super) fn whole(text: &str, format: NumberFormat) -> Result<i64, NumberError> {
    if text.len() <= 18
        && let Ok(n) = text.parse()
    {
        return Ok(n);
    }
    let (plain, fraction) = plain(text, format).ok_or(NumberError::NotOne)?;
    if fraction {
        // 12.0 is a whole number; 12.5 is not.
        let (number, decimals) = plain.split_once('.').ok_or(NumberError::NotOne)?;
        if decimals.bytes().any(|b| b != b'0') {
            return Err(NumberError::NotOne);
        }
        return number.parse().map_err(|_| NumberError::OutOfBounds);
    }
    plain.parse().map_err(|_| NumberError::OutOfBounds)
}

/// Reads a decimal as millionths; the second part tells whether anything was rounded away.
pub(super) fn decimal(text: &str, format: NumberFormat) -> Result<(i64, bool), NumberError> {
    if format.decimal == Mark::Point
        && let Some(found) = parse_millionths(text)
    {
        return Ok(found);
    }
    let (plain, _) = plain(text, format).ok_or(NumberError::NotOne)?;
    parse_millionths(&plain).ok_or(NumberError::OutOfBounds)
}

/// Writes a number with a point and without groups; tells whether it has decimals.
fn plain(text: &str, format: NumberFormat) -> Option<(String, bool)> {
    if text.len() > MAX_LEN {
        return None;
    }
    let body = text.strip_prefix(['+', '-', '−']).unwrap_or(text);
    let (whole, fraction) = parts(body, format)?;
    let mut out = String::with_capacity(text.len() + 1);
    if text.starts_with(['-', '−']) {
        out.push('-');
    }
    out.extend(whole.chars().filter(char::is_ascii_digit));
    if whole.is_empty() {
        out.push('0');
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    Some((out, !fraction.is_empty()))
}
