//! The values that fields hold and predicates compare: text, exact numbers, dates, yes/no. No float anywhere.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;
use serde::de;

/// What kind of value a field holds; found from all values at import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FieldType {
    Text,
    /// Whole numbers, `i64`.
    Whole,
    /// Decimals as millionths in an `i64`.
    Decimal,
    /// Instants, UTC seconds.
    Date,
    YesNo,
}

impl FieldType {
    /// The words that types are stored and written under.
    pub const WORDS: [(&str, FieldType); 5] = [
        ("text", FieldType::Text),
        ("whole", FieldType::Whole),
        ("decimal", FieldType::Decimal),
        ("date", FieldType::Date),
        ("yes-no", FieldType::YesNo),
    ];

    /// Returns the word of a type.
    pub fn word(self) -> &'static str {
        FieldType::WORDS[self as usize].0
    }

    /// Returns the type of that word.
    pub fn of_word(word: &str) -> Option<FieldType> {
        FieldType::WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }
}

/// What a field is to a person who reads a list of leads; guessed from its name at import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    Name,
    Email,
    Phone,
    Company,
    JobTitle,
    Country,
    /// When the lead was created.
    Created,
    /// What sales made of it (won, lost, open).
    Outcome,
    Owner,
}

impl Role {
    /// Whether values of this role name a person, and are masked in front of an audience.
    pub fn is_personal(self) -> bool {
        matches!(self, Role::Name | Role::Email | Role::Phone)
    }
}

/// One known value of a field, or a value a predicate compares with.
///
/// In a model's RON text a value is written plainly: `"FR"`, `500`, `12.5`, `true`; a date as `"2026-01-31"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    Text(String),
    Whole(i64),
    /// Millionths.
    Decimal(i64),
    /// UTC seconds. Never in a model's text, where a date is written as text.
    Date(i64),
    YesNo(bool),
}

/// Reads a plain decimal such as `-12.5` as millionths, rounded half away from zero; none if it is not one or too large.
///
/// The second part tells whether anything was rounded away.
pub fn parse_millionths(text: &str) -> Option<(i64, bool)> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if (whole.is_empty() && fraction.is_empty()) || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let mut millionths: i64 = 0;
    for place in 0..6 {
        let digit = fraction.as_bytes().get(place).map_or(0, |b| i64::from(b - b'0'));
        millionths = millionths * 10 + digit;
    }
    let rest = fraction.as_bytes().get(6..).unwrap_or_default();
    let rounded = rest.iter().any(|b| *b != b'0');
    let up = i64::from(rest.first().is_some_and(|b| *b >= b'5'));
    let size = whole.checked_mul(1_000_000)?.checked_add(millionths)?.checked_add(up)?;
    Some((if negative { -size } else { size }, rounded))
}

/// Writes millionths as a plain decimal without trailing zeros: `-12.5`.
fn millionths_text(n: i64) -> String {
    let sign = if n < 0 { "-" } else { "" };
    let size = n.unsigned_abs();
    let text = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
    let trimmed = text.trim_end_matches('0');
    if trimmed.ends_with('.') { format!("{trimmed}0") } else { trimmed.to_owned() }
}

impl std::fmt::Display for Value {
    /// Writes the value plainly, the same in every language; dates as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SSZ`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Whole(n) => write!(f, "{n}"),
            Value::Decimal(n) => f.write_str(&millionths_text(*n)),
            Value::Date(at) => match chrono::DateTime::from_timestamp(*at, 0) {
                Some(date) if at.rem_euclid(86_400) == 0 => write!(f, "{}", date.format("%Y-%m-%d")),
                Some(date) => write!(f, "{}", date.format("%Y-%m-%dT%H:%M:%SZ")),
                None => write!(f, "{at}"),
            },
            Value::YesNo(yes) => write!(f, "{yes}"),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => out.serialize_str(text),
            Value::Whole(n) => out.serialize_i64(*n),
            Value::Decimal(n) => ron::value::RawValue::from_boxed_ron(millionths_text(*n).into())
                .map_err(serde::ser::Error::custom)?
                .serialize(out),
            Value::Date(_) => out.serialize_str(&self.to_string()),
            Value::YesNo(yes) => out.serialize_bool(*yes),
        }
    }
}

/// What a value in a model's text may be, for errors.
pub(super) const EXPECTED_VALUE: &str = "a text in quotes, a number, true or false";
/// A number in a model's text that does not fit, for errors.
pub(super) const NUMBER_UNFIT: &str = "a number has at most six decimals and 19 digits";

impl<'de> Deserialize<'de> for Value {
    /// Reads what is written, not what RON's parser makes of it: decimals would pass through floats there.
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Value, D::Error> {
        let raw = Box::<ron::value::RawValue>::deserialize(input)?;
        let text = raw.trim().get_ron();
        match text.chars().next() {
            _ if matches!(text, "true" | "false") => Ok(Value::YesNo(text == "true")),
            Some('"' | 'r') => raw.into_rust().map(Value::Text).map_err(|_| de::Error::custom(EXPECTED_VALUE)),
            Some('0'..='9' | '+' | '-' | '.') => number(text).ok_or_else(|| de::Error::custom(NUMBER_UNFIT)),
            _ => Err(de::Error::custom(EXPECTED_VALUE)),
        }
    }
}

/// Reads a number as RON writes it (`-12.5`, `1_000`, `0xff`), exactly; none if it does not fit.
fn number(text: &str) -> Option<Value> {
    let plain = text.replace('_', "");
    if plain.contains('.') {
        return parse_millionths(&plain)
            .filter(|(_, rounded)| !rounded)
            .map(|(millionths, _)| Value::Decimal(millionths));
    }
    plain.parse().or_else(|_| ron::from_str(text)).map(Value::Whole).ok()
}
