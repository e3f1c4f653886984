//! How the first screen looks: the name on squared paper, one sentence, and the ways in.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::msg;
use crate::text::width;
use crate::tui::app::App;
use crate::tui::draw::key_label;
use crate::tui::draw::nth;
use crate::tui::screens::welcome::WayIn;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::hit as hit_area;
use crate::tui::widgets::put;

/// The widest the text gets.
const WIDE: u16 = 64;
/// The squares of the picture: heat steps, row by row.
const PICTURE: [[u8; 4]; 4] = [[1, 2, 4, 6], [1, 2, 4, 5], [1, 2, 2, 3], [0, 1, 1, 2]];
/// Screen columns of a square.
const SQUARE: u16 = 4;

/// Where the parts stand.
struct Parts {
    picture: Rect,
    title: Rect,
    /// What this is.
    what: Rect,
    ways: Vec<Rect>,
    last: Rect,
}

fn parts(area: Rect) -> Parts {
    let wide = WIDE.min(area.width.saturating_sub(4));
    let roomy = area.height >= 30;
    let (step, gap) = if roomy { (3, 2) } else { (2, 1) };
    let n = u16::try_from(WayIn::ALL.len()).unwrap_or(0);
    let high = 4 + gap + 3 + gap + n * step + gap;
    let left = area.x + (area.width - wide) / 2;
    let mut top = area.y + area.height.saturating_sub(high) / 2;
    let mut take = |height: u16, gap: u16| {
        let height = height.min(area.bottom().saturating_sub(top));
        let place = Rect { x: left, y: top, width: wide, height };
        top = top.saturating_add(height + gap).min(area.bottom());
        place
    };
    let picture = take(4, gap);
    let title = take(1, 0);
    let what = take(2, gap);
    let ways = WayIn::ALL.iter().map(|_| take(2, step - 2)).collect();
    let last = take(1, 0);
    Parts { picture, title, what, ways, last }
}

/// Returns the way in at this point of a screen's body, by its place in [`WayIn::ALL`].
pub(in crate::tui) fn hit(area: Rect, x: u16, y: u16) -> Option<usize> {
    hit_area(&parts(area).ways, x, y)
}

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let parts = parts(area);
    picture(app, parts.picture, buf);
    let title = app.say(&msg!("tui-way-name"));
    put(buf, parts.title, &title, Align::Middle, app.theme.style(Role::Focus), &app.theme);
    for (line, text) in [msg!("tui-way-what"), msg!("tui-way-how")].iter().enumerate() {
        let place = nth(parts.what, u16::from(line == 1));
        put(buf, place, &app.say(text), Align::Middle, app.theme.style(Role::Text), &app.theme);
    }
    for (index, (way, place)) in WayIn::ALL.into_iter().zip(&parts.ways).enumerate() {
        way_in(app, way, index == app.welcome.row, *place, buf);
    }
    let local = app.say(&msg!("tui-way-local"));
    put(buf, parts.last, &local, Align::Middle, app.theme.style(Role::Muted), &app.theme);
    None
}

/// Squared paper: a small matrix.
fn picture(app: &App, area: Rect, buf: &mut Buffer) {
    let wide = SQUARE * 4;
    let left = area.x + area.width.saturating_sub(wide) / 2;
    for (row, steps) in (0..area.height).zip(PICTURE) {
        for (column, step) in (0..).zip(steps) {
            let sign = app.theme.glyphs.heat[usize::from(step)].to_string().repeat(usize::from(SQUARE));
            let place = Rect { x: left + column * SQUARE, y: area.y + row, width: SQUARE, height: 1 };
            put(buf, place.intersection(area), &sign, Align::Left, app.theme.heat(step), &app.theme);
        }
    }
}

fn way_in(app: &App, way: WayIn, on: bool, area: Rect, buf: &mut Buffer) {
    let line = nth(area, 0);
    let style = |role| app.theme.style(if on { Role::Selected } else { role });
    if on {
        buf.set_style(line.intersection(buf.area), style(Role::Text));
    }
    let cursor = if on { app.theme.glyphs.cursor } else { ' ' };
    let title = format!("{cursor} {}", app.say(&way.title()));
    put(buf, line, &title, Align::Left, style(Role::Text), &app.theme);
    let key = format!("{} ", key_label(app, &[way.action()]));
    let wide = u16::try_from(width(&key)).unwrap_or(0).min(line.width);
    let right = Rect { x: line.right() - wide, width: wide, ..line };
    put(buf, right, &key, Align::Right, style(Role::Key), &app.theme);
    let note = nth(area, 1);
    let note = Rect { x: note.x + 2.min(note.width), width: note.width.saturating_sub(2), ..note };
    put(buf, note, &app.say(&way.note()), Align::Left, app.theme.style(Role::Muted), &app.theme);
}
