//! Lists as aligned columns for people: widths as a terminal shows them, numbers to the right, other people's text cleaned.

use std::io;
use std::io::Write;

use crate::export::Cell;
use crate::export::Head;
use crate::export::Style;
use crate::msg;
use crate::text::fit;
use crate::text::fit_right;
use crate::text::show;
use crate::text::width;

/// The widest a column gets, in terminal columns; the last one is never cut.
const WIDEST: usize = 60;
const GAP: &str = "  ";

/// Writes the heads and all rows.
pub(super) fn write<'c>(
    heads: &[Head],
    rows: impl Iterator<Item = Vec<Cell<'c>>>,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut right = vec![false; heads.len()];
    let titles: Vec<String> = heads.iter().map(|head| style.lang.say(&head.title)).collect();
    let mut widths: Vec<usize> = titles.iter().map(|title| width(title)).collect();
    let rows: Vec<Vec<String>> = rows
        .map(|row| {
            row.iter()
                .enumerate()
                .map(|(at, cell)| {
                    let text = shown(cell, style);
                    right[at] |= matches!(cell, Cell::Int(_) | Cell::Points(_));
                    let most = if at + 1 == heads.len() { usize::MAX } else { WIDEST };
                    widths[at] = widths[at].max(width(&text).min(most));
                    text
                })
                .collect()
        })
        .collect();
    let (bold, plain) = if style.bold { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    writeln!(out, "{bold}{}{plain}", line(&titles, &widths, &right))?;
    for row in &rows {
        writeln!(out, "{}", line(row, &widths, &right))?;
    }
    Ok(())
}

fn line(cells: &[String], widths: &[usize], right: &[bool]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .zip(widths.iter().zip(right))
        .map(|(text, (width, right))| if *right { fit_right(text, *width) } else { fit(text, *width) })
        .collect();
    cells.join(GAP).trim_end().to_owned()
}

fn shown(cell: &Cell<'_>, style: Style) -> String {
    match cell {
        Cell::None => "–".to_owned(),
        Cell::Text(text) => show(text).into_owned(),
        Cell::Int(n) => style.lang.int(*n),
        Cell::Points(points) => style.lang.points(*points),
        Cell::At(at) => style.lang.date_time(*at, style.zone),
        Cell::YesNo(yes) => style.lang.say(&if *yes { msg!("cli-yes") } else { msg!("cli-no") }),
    }
}
