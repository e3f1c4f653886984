//! Text in a given number of terminal columns: cut, padded, wrapped. Cleans what it is given, so a cell needs no care of its own.
//!
//! The terminal library's own wrapping is never used on data: it fails on some texts. Nothing here fails on any text at any width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::show;

/// What stands for the part that was cut.
const CUT: &str = "…";

/// Returns the first sentence of a text, and the rest.
pub fn first_sentence(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(". ").map(|at| at + 1).into_iter().chain(text.find('\n')).min().unwrap_or(text.len());
    (text[..end].trim(), text[end..].trim())
}

/// Returns how many terminal columns a text takes once it is shown.
pub fn width(text: &str) -> usize {
    columns(&show(text))
}

/// Returns the text in exactly `width` columns: cut with `…` at the end, or padded there.
pub fn fit(text: &str, width: usize) -> String {
    let (mut out, taken) = cut(text, width);
    out.extend(std::iter::repeat_n(' ', width - taken));
    out
}

/// Returns the text in exactly `width` columns, set at the right: cut with `…` at the end, or padded at the start.
pub fn fit_right(text: &str, width: usize) -> String {
    let (out, taken) = cut(text, width);
    " ".repeat(width - taken) + &out
}

/// Returns the text in exactly `width` columns, set in the middle: cut with `…` at the end, or padded on both sides.
pub fn fit_middle(text: &str, width: usize) -> String {
    let (out, taken) = cut(text, width);
    let left = (width - taken) / 2;
    format!("{}{out}{}", " ".repeat(left), " ".repeat(width - taken - left))
}

/// Returns the text as lines of at most `width` columns, broken at spaces where possible and at its own line ends. At
/// least one line, except at width 0, where there is room for none. What is wider than a line by itself shows as `…`.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let paragraph = show(paragraph.strip_suffix('\r').unwrap_or(paragraph));
        wrap_paragraph(&paragraph, width, &mut lines);
    }
    lines
}

fn wrap_paragraph(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut taken = 0;
    for (at, word) in text.split(' ').enumerate() {
        let wide = columns(word);
        let gap = usize::from(at > 0);
        if taken + gap + wide <= width {
            line.push_str(if gap == 1 { " " } else { "" });
            line.push_str(word);
            taken += gap + wide;
            continue;
        }
        if word.is_empty() {
            continue; // a space too many, where the line ends
        }
        if at > 0 {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        for cluster in word.graphemes(true) {
            let (cluster, wide) = if columns(cluster) > width { (CUT, 1) } else { (cluster, columns(cluster)) };
            if taken + wide > width {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push_str(cluster);
            taken += wide;
        }
    }
    lines.push(line);
}

/// Returns the longest beginning that fits, with `…` if something was cut, and its columns (at most `width`).
fn cut(text: &str, width: usize) -> (String, usize) {
    let text = show(text);
    let whole = columns(&text);
    if whole <= width {
        return (text.into_owned(), whole);
    }
    if width == 0 {
        return (String::new(), 0);
    }
    let mut out = String::new();
    let mut taken = 0;
    for cluster in text.graphemes(true) {
        let wide = columns(cluster);
        if taken + wide + 1 > width {
            break;
        }
        out.push_str(cluster);
        taken += wide;
    }
    out.push_str(CUT);
    (out, taken + 1)
}

/// Returns the columns of text that is already shown, cluster by cluster, as a terminal's cells take them.
fn columns(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}
