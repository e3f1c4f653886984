//! Languages, numbers, dates, and the cleaning of other people's text. A leaf: it knows nothing of leads or models.
//!
//! Every word a person reads stands in `assets/text/{en,fr}.ftl`; code holds text ids only. Never here: what is said when.

use std::fmt;

mod show;

pub use show::show;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    #[default]
    En,
    Fr,
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

impl From<Msg> for Arg {
    fn from(msg: Msg) -> Arg {
        Arg::Msg(Box::new(msg))
    }
}

impl fmt::Display for Msg {
    /// Shows the sentence in English; for logs and test failures.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.id)
    }
}

/// Makes a [`Msg`]: `msg!("import-done", read = n, file = name)`.
#[macro_export]
macro_rules! msg {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::Msg { id: $id, args: vec![$((stringify!($name), $crate::text::Arg::from($value))),*] }
    };
}
