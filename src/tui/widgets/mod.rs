//! Pieces of a screen, each drawn from plain values and the theme: texts come in cleaned and in the person's language.
//!
//! What can be clicked has a layout function that drawing and hit-testing share. No piece fails at any size. Never here:
//! words, state, keys.

use crate::text::fit;
use crate::text::show;
use crate::text::width;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Block;

pub mod bar;
pub mod curve;
pub mod field;
pub mod footer;
pub mod gauge;
pub mod grid;
pub mod histogram;
pub mod picker;
pub mod popup;
pub mod table;
pub mod tabs;
pub mod toast;

/// Where a text stands in its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Middle,
    Right,
}

/// Returns the index of the first rectangle that holds this point.
pub fn hit(areas: &[Rect], x: u16, y: u16) -> Option<usize> {
    areas.iter().position(|area| area.contains(Position { x, y }))
}

/// Returns a border with a title at the left and a note at the right; one that has the keys shows it.
pub fn panel<'a>(title: &str, note: &str, focused: bool, theme: &Theme) -> Block<'a> {
    let set = theme.glyphs.border;
    let (border, heading) = if focused { (Role::Focus, Role::Focus) } else { (Role::Border, Role::Title) };
    let mut block = Block::bordered().border_set(set).border_style(theme.style(border));
    if !title.is_empty() {
        let line = ratatui::text::Line::from(vec![
            ratatui::text::Span::styled(set.horizontal_top, theme.style(border)),
            ratatui::text::Span::styled(format!(" {title} "), theme.style(heading)),
        ]);
        block = block.title(line);
    }
    if !note.is_empty() {
        let line = ratatui::text::Line::from(vec![
            ratatui::text::Span::styled(format!(" {note} "), theme.style(Role::Muted)),
            ratatui::text::Span::styled(set.horizontal_top, theme.style(border)),
        ]);
        block = block.title(line.right_aligned());
    }
    block
}

/// Returns the first row to show so that the selected one is in a window of `page` rows, moving as little as possible
/// from `first`.
pub fn scrolled(first: usize, selected: usize, page: usize, total: usize) -> usize {
    let page = page.max(1);
    let lowest = (selected + 1).saturating_sub(page);
    first.clamp(lowest, selected.max(lowest)).min(total.saturating_sub(page).max(lowest))
}

/// Returns the first row to show with the selected one near the middle of a window of `page` rows.
pub fn centred(selected: usize, page: usize, total: usize) -> usize {
    selected.saturating_sub(page / 2).min(total.saturating_sub(page))
}

/// Writes one line of text into the first row of a place, cut with an ellipsis if it is too long.
pub fn put(buf: &mut Buffer, place: Rect, text: &str, align: Align, style: Style, theme: &Theme) {
    let place = place.intersection(buf.area);
    if place.is_empty() {
        return;
    }
    let room = usize::from(place.width);
    let text = cut(text, room, theme);
    let gap = room.saturating_sub(width(&text));
    let left = match align {
        Align::Left => 0,
        Align::Middle => gap / 2,
        Align::Right => gap,
    };
    buf.set_stringn(place.x + narrow(left), place.y, &text, room - left, style);
}

/// Returns the text in at most `room` columns, ending with an ellipsis if something was cut.
fn cut(text: &str, room: usize, theme: &Theme) -> String {
    let text = if width(text) <= room { show(text).into_owned() } else { fit(text, room).trim_end().to_owned() };
    if theme.glyphs.ascii { text.replace('…', &theme.glyphs.ellipsis.to_string()) } else { text }
}

/// Fills a place with one sign.
fn fill(buf: &mut Buffer, place: Rect, sign: char, style: Style) {
    let place = place.intersection(buf.area);
    for position in place.positions() {
        buf[position].set_char(sign).set_style(style);
    }
}

/// Draws where a window of as many rows as the column `place` stands among all.
pub fn scrollbar(buf: &mut Buffer, place: Rect, first: usize, total: usize, theme: &Theme) {
    let page = usize::from(place.height);
    if total <= page || page == 0 {
        return;
    }
    fill(buf, place, theme.glyphs.scroll_track, theme.style(Role::Border));
    let thumb = (page * page / total).clamp(1, page);
    let top = (page - thumb) * first.min(total - page) / (total - page);
    let thumb_place = Rect { y: place.y + narrow(top), height: narrow(thumb), ..place };
    fill(buf, thumb_place, theme.glyphs.scroll_thumb, theme.style(Role::Muted));
}

/// A row of a place: the `index`th from its top; empty beyond its end.
fn row(place: Rect, index: usize) -> Rect {
    if index < usize::from(place.height) {
        Rect { y: place.y + narrow(index), height: 1, ..place }
    } else {
        Rect { height: 0, width: 0, ..place }
    }
}

/// A column span of a place, clipped to it.
fn span(place: Rect, left: usize, wide: usize) -> Rect {
    let left = left.min(usize::from(place.width));
    let wide = wide.min(usize::from(place.width) - left);
    Rect { x: place.x + narrow(left), width: narrow(wide), ..place }
}

/// A size on the screen; screens are never wider than this type.
fn narrow(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
