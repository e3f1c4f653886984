//! A screen as a picture: a plain grid of styled symbols to SVG or to text. It needs no terminal and knows none.

use std::fmt::Write;

/// One place of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What stands there; empty behind a symbol that is two columns wide.
    pub symbol: String,
    /// Red, green, blue.
    pub fg: (u8, u8, u8),
    pub bg: (u8, u8, u8),
    pub bold: bool,
    /// Whether foreground and background change places.
    pub reverse: bool,
}

impl Spot {
    fn ink(&self) -> (u8, u8, u8) {
        if self.reverse { self.bg } else { self.fg }
    }

    fn paper(&self) -> (u8, u8, u8) {
        if self.reverse { self.fg } else { self.bg }
    }
}

/// A screen: row after row, all rows `columns` wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub columns: usize,
    pub spots: Vec<Spot>,
}

impl Grid {
    fn rows(&self) -> impl Iterator<Item = &[Spot]> {
        self.spots.chunks(self.columns.max(1))
    }
}

/// Width and height of one place, and the font's size, in pixels.
const CELL: (usize, usize) = (9, 18);
const FONT_SIZE: usize = 15;
/// How far under a row's upper edge its letters stand.
const BASELINE: usize = 14;

/// Draws a grid as SVG: one rectangle and one text for each run of equal style.
pub fn buffer_to_svg(grid: &Grid) -> String {
    let (cell_width, cell_height) = CELL;
    let (width, height) = (grid.columns * cell_width, grid.rows().count() * cell_height);
    let mut svg = String::new();
    let paper = hex(common_paper(grid));
    put(
        &mut svg,
        format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
        ),
    );
    put(
        &mut svg,
        format_args!("<rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n<g shape-rendering=\"crispEdges\">\n"),
    );
    for (row, spots) in grid.rows().enumerate() {
        for (start, run) in runs(spots, |a, b| a.paper() == b.paper()) {
            let fill = hex(run[0].paper());
            if fill != paper {
                let (x, y, wide) = (start * cell_width, row * cell_height, run.len() * cell_width);
                put(
                    &mut svg,
                    format_args!(
                        "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{cell_height}\" fill=\"{fill}\"/>\n"
                    ),
                );
            }
        }
    }
    put(
        &mut svg,
        format_args!(
            "</g>\n<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"{FONT_SIZE}\" xml:space=\"preserve\">\n"
        ),
    );
    for (row, spots) in grid.rows().enumerate() {
        for (start, run) in runs(spots, |a, b| a.ink() == b.ink() && a.bold == b.bold) {
            let text: String = run.iter().map(|spot| spot.symbol.as_str()).collect();
            if text.trim().is_empty() {
                continue;
            }
            let lead = run.iter().take_while(|spot| spot.symbol == " ").count();
            let tail = run.iter().rev().take_while(|spot| spot.symbol == " ").count();
            let (x, y) = ((start + lead) * cell_width, row * cell_height + BASELINE);
            let wide = (run.len() - lead - tail) * cell_width;
            let (fill, weight) = (hex(run[0].ink()), if run[0].bold { " font-weight=\"bold\"" } else { "" });
            let text = escape(text.trim_matches(' '));
            put(
                &mut svg,
                format_args!(
                    "<text x=\"{x}\" y=\"{y}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fill}\"{weight}>{text}</text>\n"
                ),
            );
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Writes a grid as lines of text, without the spaces at their ends.
pub fn buffer_to_text(grid: &Grid) -> String {
    let mut text = String::new();
    for row in grid.rows() {
        let line: String = row.iter().map(|spot| spot.symbol.as_str()).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn put(svg: &mut String, args: std::fmt::Arguments<'_>) {
    svg.write_fmt(args).expect("writing to a string does not fail");
}

/// Returns the background that most places have.
fn common_paper(grid: &Grid) -> (u8, u8, u8) {
    let mut papers: Vec<(u8, u8, u8)> = grid.spots.iter().map(Spot::paper).collect();
    papers.sort_unstable();
    papers.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map_or((0, 0, 0), |run| run[0])
}

/// Cuts a row into runs of alike places, each with the column it starts at.
fn runs(spots: &[Spot], alike: impl Fn(&Spot, &Spot) -> bool) -> Vec<(usize, &[Spot])> {
    let mut start = 0;
    spots
        .chunk_by(|a, b| alike(a, b))
        .map(|run| {
            start += run.len();
            (start - run.len(), run)
        })
        .collect()
}

fn hex((red, green, blue): (u8, u8, u8)) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // What XML does not allow in a text.
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
