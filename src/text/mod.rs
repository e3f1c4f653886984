//! Languages, numbers, dates, and the cleaning of other people's text. A leaf: it knows nothing of leads or models.
//!
//! Every word a person reads stands in `assets/text/{en,fr}.ftl`; code holds text ids only. Never here: what is said when.

use std::fmt;

mod fit;
mod fold;
mod number;
mod say;
mod show;
mod time;
mod when;

pub use fit::first_sentence;
pub use fit::fit;
pub use fit::fit_middle;
pub use fit::fit_right;
pub use fit::width;
pub use fit::wrap;
pub use fold::fold;
pub use fold::mask_email;
pub use fold::mask_name;
pub use number::Points;
pub use number::arrow;
pub use show::show;
pub use time::ago;
pub use time::ago_short;
pub use when::When;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    #[default]
    En,
    Fr,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// Returns the language's two-letter tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// Returns the language that a tag or a POSIX locale names (`fr`, `fr-CH`, `FR_ca.UTF-8`); none if it is another
    /// language or names none (`C`, `POSIX`).
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let end = tag.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(tag.len());
        Lang::ALL.into_iter().find(|lang| tag[..end].eq_ignore_ascii_case(lang.tag()))
    }

    /// Returns the first language we speak among a person's locales, best first; English if none is, or where `C` or `POSIX`
    /// comes first. An entry may be a list itself, as in `LANGUAGE=de:fr:en`.
    pub fn choose<'l>(locales: impl IntoIterator<Item = &'l str>) -> Lang {
        locales
            .into_iter()
            .flat_map(|locale| locale.split(':'))
            .find_map(|tag| if is_c(tag) { Some(Lang::En) } else { Lang::from_tag(tag) })
            .unwrap_or_default()
    }
}

/// Whether a POSIX locale asks for no language at all.
fn is_c(tag: &str) -> bool {
    matches!(tag.split('.').next(), Some("C" | "POSIX"))
}

/// A sentence not yet in any language: a text id and its arguments. Made by [`msg!`](crate::msg).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Msg {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Msg`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text from outside: shown cleaned.
    Text(String),
    /// A whole number: shown with the language's group separator, and choosing its plural form.
    Count(i64),
    /// Micropoints: shown as points in the language's form; chooses no plural form.
    Points(Points),
    /// A sentence inside a sentence.
    Msg(Box<Msg>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Arg {
        Arg::Text(text.clone())
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Arg {
        Arg::Count(n)
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Arg {
        Arg::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Arg {
        Arg::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Arg {
        Arg::Count(i64::from(n))
    }
}

impl From<Points> for Arg {
    fn from(points: Points) -> Arg {
        Arg::Points(points)
    }
}

impl From<Msg> for Arg {
    fn from(msg: Msg) -> Arg {
        Arg::Msg(Box::new(msg))
    }
}

impl fmt::Display for Msg {
    /// Shows the sentence in English; for logs and test failures.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Lang::En.say(self))
    }
}

/// Makes a [`Msg`]: `msg!("import-done", read = n, file = name)`.
#[macro_export]
macro_rules! msg {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::Msg { id: $id, args: vec![$((stringify!($name), $crate::text::Arg::from($value))),*] }
    };
}
