//! A text as one HTML page: no script, no other file, fit to be printed. Never here: what it says.

use std::borrow::Cow;

use crate::export::document::Block;
use crate::export::document::Column;
use crate::export::document::Document;
use crate::text::show;

const STYLE: &str = include_str!("../../assets/report/report.css");

/// Writes the page.
pub(super) fn write(document: &Document) -> String {
    let (lang, title) = (document.lang.tag(), escaped(&document.title));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
        <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1 dir=\"auto\">{title}</h1>\n"
    );
    for block in &document.blocks {
        write_block(block, &mut out);
    }
    out.push_str("</main>\n");
    element("footer", "", &document.footer, &mut out);
    out.push_str("</body>\n</html>\n");
    out
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Heading(text) => element("h2", "", text, out),
        Block::Text(text) => element("p", "", text, out),
        Block::Notice(text) => element("p", " class=\"notice\"", text, out),
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                element("li", "", item, out);
            }
            out.push_str("</ul>\n");
        }
        Block::Table { columns, rows } => table(columns, rows, out),
    }
}

fn table(columns: &[Column], rows: &[Vec<String>], out: &mut String) {
    let class = |column: &Column| if column.is_number { " class=\"number\"" } else { "" };
    out.push_str("<div class=\"table\"><table>\n<thead><tr>\n");
    for column in columns {
        element("th", &format!(" scope=\"col\"{}", class(column)), &column.title, out);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        out.push_str("<tr>\n");
        for (cell, column) in row.iter().zip(columns) {
            element("td", class(column), cell, out);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

/// Writes an element with a text in it, whose direction is that of its first letter.
fn element(name: &str, attributes: &str, text: &str, out: &mut String) {
    let text = escaped(text);
    for part in ["<", name, attributes, " dir=\"auto\">", &text, "</", name, ">\n"] {
        out.push_str(part);
    }
}

/// Returns a text that is nothing but text to a browser.
fn escaped(text: &str) -> Cow<'_, str> {
    let text = show(text);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}
