//! JSON by hand where it matters: numbers are written from integers, exactly, and keys keep their order.

use std::io;
use std::io::Write;

use crate::export::Cell;
use crate::export::Head;
use crate::export::plain_instant;
use crate::export::plain_points;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Int(i64),
    /// Micropoints, written as an exact decimal of points.
    Points(i64),
    YesNo(bool),
    Text(String),
    List(Vec<Json>),
    /// Keys in the order they are written.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    /// A text, or null.
    pub fn maybe(text: Option<impl Into<String>>) -> Json {
        text.map_or(Json::Null, Json::text)
    }

    /// A number that counts things.
    pub fn count(n: impl TryInto<i64>) -> Json {
        Json::Int(n.try_into().unwrap_or(i64::MAX))
    }

    /// An instant, UTC seconds, as a text.
    pub fn at(at: i64) -> Json {
        Json::Text(plain_instant(at))
    }

    /// Writes the value as one document, indented by two spaces.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.write_at(0, out)?;
        writeln!(out)
    }

    fn write_at(&self, depth: usize, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Json::Null => out.write_all(b"null"),
            Json::Int(n) => write!(out, "{n}"),
            Json::Points(points) => out.write_all(plain_points(*points).as_bytes()),
            Json::YesNo(yes) => write!(out, "{yes}"),
            Json::Text(text) => write_text(text, out),
            Json::List(items) if items.iter().all(Json::is_short) => {
                out.write_all(b"[")?;
                for (at, item) in items.iter().enumerate() {
                    out.write_all(if at == 0 { b"" } else { b", " })?;
                    item.write_at(depth, out)?;
                }
                out.write_all(b"]")
            }
            Json::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    write!(out, "{}\n{:2$}", if at == 0 { "[" } else { "," }, "", 2 * (depth + 1))?;
                    item.write_at(depth + 1, out)?;
                }
                write!(out, "\n{:1$}]", "", 2 * depth)
            }
            Json::Object(pairs) if pairs.iter().all(|(_, value)| value.is_short()) => {
                for (at, (key, value)) in pairs.iter().enumerate() {
                    write!(out, "{}\"{key}\": ", if at == 0 { "{" } else { ", " })?;
                    value.write_at(depth, out)?;
                }
                out.write_all(if pairs.is_empty() { b"{}" } else { b"}" })
            }
            Json::Object(pairs) => {
                for (at, (key, value)) in pairs.iter().enumerate() {
                    write!(out, "{}\n{:3$}\"{2}\": ", if at == 0 { "{" } else { "," }, "", key, 2 * (depth + 1))?;
                    value.write_at(depth + 1, out)?;
                }
                write!(out, "\n{:1$}}}", "", 2 * depth)
            }
        }
    }

    fn is_short(&self) -> bool {
        !matches!(self, Json::List(_) | Json::Object(_))
    }
}

fn write_text(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let quoted = serde_json::to_string(text).map_err(io::Error::from)?;
    let mut rest = quoted.as_str();
    while let Some(at) = rest.find(is_hidden) {
        let c = rest[at..].chars().next().unwrap_or_default();
        write!(out, "{}\\u{:04x}", &rest[..at], u32::from(c))?;
        rest = &rest[at + c.len_utf8()..];
    }
    out.write_all(rest.as_bytes())
}

/// Whether JSON lets a character through that a terminal would act on or nobody would see.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Writes a list as an array of objects, one to a line.
pub(super) fn write_list<'c>(
    heads: &[Head],
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut first = true;
    for row in rows {
        out.write_all(if first { b"[\n  " } else { b",\n  " })?;
        first = false;
        let pairs = heads.iter().zip(row).map(|(head, cell)| (head.id, json(cell))).collect();
        Json::Object(pairs).write_at(1, out)?;
    }
    out.write_all(if first { b"[]\n" } else { b"\n]\n" })
}

fn json(cell: Cell<'_>) -> Json {
    match cell {
        Cell::None => Json::Null,
        Cell::Text(text) => Json::Text(text.into_owned()),
        Cell::Int(n) => Json::Int(n),
        Cell::Points(points) => Json::Points(points),
        Cell::At(at) => Json::at(at),
        Cell::YesNo(yes) => Json::YesNo(yes),
    }
}
