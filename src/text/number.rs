//! Numbers in a language's form. Exact: integers in, digits out; nothing here is a float.
//!
//! The minus sign is U+2212, as wide as a digit; French groups with a narrow no-break space (U+202F) and has a decimal comma.

use crate::text::Lang;

/// How many parts make a whole in a fixed-point number: six decimals.
const MILLION: u128 = 1_000_000;

/// A number of micropoints (1 point = 1,000,000), as an argument of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points(pub i64);

impl Lang {
    /// Returns a whole number: `−1,234`, `−1 234`.
    pub fn int(self, n: i64) -> String {
        signed(n < 0, &self.group(u128::from(n.unsigned_abs())))
    }

    /// Returns a fixed-point number with exactly that many decimals (at most 6), rounded half away from zero.
    pub fn decimal(self, millionths: i64, places: u32) -> String {
        let places = places.min(6);
        let parts = u128::from(millionths.unsigned_abs());
        let rounded = divide_rounded(parts * 10_u128.pow(places), MILLION);
        signed(millionths < 0 && rounded > 0, &self.fixed(rounded, places))
    }

    /// Returns points: whole if they are whole, else with the decimals they need, at most two.
    pub fn points(self, micropoints: i64) -> String {
        let hundredths = divide_rounded(u128::from(micropoints.unsigned_abs()) * 100, MILLION);
        let text = match hundredths {
            n if n % 100 == 0 => self.group(n / 100),
            n if n % 10 == 0 => self.fixed(n / 10, 1),
            n => self.fixed(n, 2),
        };
        signed(micropoints < 0 && hundredths > 0, &text)
    }

    /// Returns points with their sign, for what is added: `+5`, `−1.5`, `0`.
    pub fn points_signed(self, micropoints: i64) -> String {
        plus(micropoints, self.points(micropoints))
    }

    /// Returns a share in percent with one decimal: `12.3%`, `12,3 %`; `–` of nothing.
    pub fn percent(self, numerator: i64, denominator: i64) -> String {
        self.share(numerator, denominator, 1)
    }

    /// Returns a share in whole percent: `12%`, `12 %`; `–` of nothing.
    pub fn whole_percent(self, numerator: i64, denominator: i64) -> String {
        self.share(numerator, denominator, 0)
    }

    /// Returns a whole number with its sign, for a change: `+12`, `−3`, `=`.
    pub fn delta(self, n: i64) -> String {
        if n == 0 { "=".to_owned() } else { plus(n, self.int(n)) }
    }

    /// Returns a change as an arrow and its size: `▲12`, `▼3`, `=`.
    pub fn shift(self, n: i64) -> String {
        if n == 0 { "=".to_owned() } else { format!("{}{}", arrow(n), self.group(u128::from(n.unsigned_abs()))) }
    }

    fn share(self, numerator: i64, denominator: i64, places: u32) -> String {
        if denominator == 0 {
            return "–".to_owned();
        }
        let parts = u128::from(numerator.unsigned_abs()) * 100 * 10_u128.pow(places);
        let rounded = divide_rounded(parts, u128::from(denominator.unsigned_abs()));
        let negative = (numerator < 0) != (denominator < 0) && rounded > 0;
        let unit = match self {
            Lang::En => "%",
            Lang::Fr => "\u{202f}%",
        };
        signed(negative, &self.fixed(rounded, places)) + unit
    }

    /// Returns a number that counts in 10^-places, with its decimals.
    fn fixed(self, n: u128, places: u32) -> String {
        let unit = 10_u128.pow(places);
        let point = match self {
            Lang::En => '.',
            Lang::Fr => ',',
        };
        match places {
            0 => self.group(n),
            _ => format!("{}{point}{:0width$}", self.group(n / unit), n % unit, width = places as usize),
        }
    }

    fn group(self, n: u128) -> String {
        let digits = n.to_string();
        let separator = match self {
            Lang::En => ',',
            Lang::Fr => '\u{202f}',
        };
        let mut text = String::with_capacity(digits.len() * 2);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        text
    }
}

/// Returns the glyph of a change: `▲`, `▼` or `=`.
pub fn arrow(n: i64) -> &'static str {
    match n.signum() {
        1 => "▲",
        -1 => "▼",
        _ => "=",
    }
}

/// Puts a plus before what is more than nothing as it is shown.
fn plus(n: i64, text: String) -> String {
    if n > 0 && text != "0" { format!("+{text}") } else { text }
}

fn signed(negative: bool, text: &str) -> String {
    if negative { format!("−{text}") } else { text.to_owned() }
}

/// Divides, a half rounded up; the divisor is not zero.
fn divide_rounded(n: u128, by: u128) -> u128 {
    (2 * n + by) / (2 * by)
}
