//! Where the parts of the screen stand: asked by drawing, by the mouse and by whoever needs a page's size.

use ratatui::layout::Constraint;
use ratatui::layout::Layout;
use ratatui::layout::Rect;

/// The smallest terminal the screens are made for: columns, rows.
pub const SMALLEST: (u16, u16) = (80, 24);

/// Whether a terminal is too small for the screens.
pub fn too_small(area: Rect) -> bool {
    area.width < SMALLEST.0 || area.height < SMALLEST.1
}

/// The parts of every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub tabs: Rect,
    pub body: Rect,
    pub message: Rect,
    pub footer: Rect,
}

/// Returns the parts of the screen; in front of an audience there is no footer.
pub fn frame(area: Rect, present: bool) -> Frame {
    let footer = u16::from(!present);
    let [tabs, body, message, footer] = area.layout(&Layout::vertical([
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(footer),
    ]));
    Frame { tabs, body, message, footer }
}

/// The parts of the workbench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workbench {
    pub status: Rect,
    pub criteria: Rect,
    pub matrix: Rect,
    /// Before and after: one line, or a box where there is room.
    pub strip: Rect,
}

/// Returns the parts of the workbench within a screen's body.
pub fn workbench(body: Rect) -> Workbench {
    let strip = if body.height >= 26 { 6 } else { 1 };
    let [status, main, strip] =
        body.layout(&Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(strip)]));
    let criteria = match body.width {
        0..100 => 43,
        100..140 => 50,
        _ => body.width * 2 / 5,
    };
    let [criteria, matrix] = main.layout(&Layout::horizontal([Constraint::Length(criteria), Constraint::Fill(1)]));
    Workbench { status, criteria, matrix, strip }
}

/// The parts of a panel of criteria: the list, and below it what the selected line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criteria {
    pub list: Rect,
    pub meaning: Rect,
}

/// Returns the parts of the criteria's panel.
pub fn criteria(panel: Rect) -> Criteria {
    let inner = panel.inner(ratatui::layout::Margin::new(1, 1));
    let meaning = if inner.height >= 20 { 4 } else { 3 };
    let [list, meaning] = inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(meaning)]));
    Criteria { list, meaning }
}

/// The columns of a line of the criteria's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriteriaLine {
    pub name: Rect,
    pub bar: Rect,
    pub weight: Rect,
    pub leads: Rect,
}

/// Returns the columns of one line of the criteria's list, where a count of leads is at most so wide.
pub fn criteria_line(line: Rect, count: u16) -> CriteriaLine {
    let bar = if line.width >= 52 { 10 } else { 7 };
    let [name, _, bar, weight, leads] = line.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(bar),
        Constraint::Length(6),
        Constraint::Length(count.max(6) + 1),
    ]));
    CriteriaLine { name, bar, weight, leads }
}

/// Returns where the grid stands in the matrix's panel, and the line below it.
pub fn matrix(panel: Rect) -> (Rect, Rect) {
    let inner = panel.inner(ratatui::layout::Margin::new(1, 1));
    let [grid, line] = inner.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(2)]));
    (grid, line)
}
