//! A text as Markdown (`CommonMark` with tables): what comes from elsewhere is nothing but text in it. Never here: what it says.

use crate::export::document::Block;
use crate::export::document::Column;
use crate::export::document::Document;
use crate::text::show;

/// Writes the text.
pub(super) fn write(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(text) => line("## ", text, &mut out),
            Block::Text(text) => line("", text, &mut out),
            Block::Notice(text) => line("> ", text, &mut out),
            Block::List(items) => {
                for item in items {
                    line("- ", item, &mut out);
                }
            }
            Block::Table { columns, rows } => table(columns, rows, &mut out),
        }
    }
    out.push_str("\n---\n\n");
    line("", &document.footer, &mut out);
    out
}

fn line(mark: &str, text: &str, out: &mut String) {
    out.push_str(mark);
    out.push_str(&begun(text));
    out.push('\n');
}

fn table(columns: &[Column], rows: &[Vec<String>], out: &mut String) {
    let row = |cells: &mut dyn Iterator<Item = String>, out: &mut String| {
        cells.for_each(|cell| {
            out.push_str("| ");
            out.push_str(&cell);
            out.push(' ');
        });
        out.push_str("|\n");
    };
    row(&mut columns.iter().map(|column| escaped(&column.title)), out);
    row(&mut columns.iter().map(|column| (if column.is_number { "--:" } else { "---" }).to_owned()), out);
    for cells in rows {
        row(&mut cells.iter().zip(columns).map(|(cell, _)| escaped(cell)), out);
    }
}

/// Returns a text for a line of its own, where it begins nothing either: no heading, no list.
fn begun(text: &str) -> String {
    let mut text = escaped(text);
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    match text[digits..].chars().next() {
        Some('#' | '+' | '-' | '=') if digits == 0 => text.insert(0, '\\'),
        // `1.` and `1)` begin a list.
        Some('.' | ')') if digits > 0 => text.insert(digits, '\\'),
        _ => {}
    }
    text
}

/// Returns a text on one line that means and links to nothing.
fn escaped(text: &str) -> String {
    let text = show(text.trim());
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let links = match c {
            ':' => text[at..].starts_with("://"),
            '.' => text[..at].to_ascii_lowercase().ends_with("www"),
            '@' => true,
            _ => false,
        };
        let means = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '!');
        if means || links {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
