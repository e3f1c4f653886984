//! Choosing from a list by typing part of a word.

use std::collections::BTreeSet;

use nucleo_matcher::Config;
use nucleo_matcher::Matcher;
use nucleo_matcher::Utf32Str;
use nucleo_matcher::pattern::AtomKind;
use nucleo_matcher::pattern::CaseMatching;
use nucleo_matcher::pattern::Normalization;
use nucleo_matcher::pattern::Pattern;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use tui_input::Input;

use crate::text::width;
use crate::tui::keys::Key;
use crate::tui::theme::Role;
use crate::tui::theme::Theme;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::field;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fill;
use crate::tui::widgets::put;
use crate::tui::widgets::row;
use crate::tui::widgets::scrollbar;
use crate::tui::widgets::span;

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    pub text: String,
    /// Shown at the right: keys, a count, a reason.
    pub detail: String,
    /// More words that find it, shown nowhere: the same in the other language.
    pub also: String,
    /// Shown greyed: it can be found but not be done now.
    pub blocked: bool,
}

impl Item {
    /// An item that can be chosen.
    pub fn new(text: impl Into<String>, detail: impl Into<String>) -> Item {
        Item { text: text.into(), detail: detail.into(), also: String::new(), blocked: false }
    }
}

/// A list, what was typed, and what is found.
#[derive(Clone, Debug)]
pub struct Picker {
    items: Vec<Item>,
    query: Input,
    /// Indexes of the items found, best first.
    found: Vec<usize>,
    /// Index into `found`.
    cursor: usize,
    marked: BTreeSet<usize>,
    many: bool,
}

impl Picker {
    /// A picker of one item, or of many by marks.
    pub fn new(items: Vec<Item>, many: bool) -> Picker {
        let found = (0..items.len()).collect();
        Picker { items, query: Input::default(), found, cursor: 0, marked: BTreeSet::new(), many }
    }

    /// Gives the picker's text field a key; returns whether it took it.
    pub fn edit(&mut self, key: Key) -> bool {
        let before = self.query.value().to_owned();
        let taken = field::edit(&mut self.query, key);
        if before != self.query.value() {
            self.search();
        }
        taken
    }

    /// Writes pasted text into the text field.
    pub fn paste(&mut self, text: &str) {
        field::paste(&mut self.query, text);
        self.search();
    }

    /// Replaces the items, keeping what was typed; marks are dropped.
    pub fn set_items(&mut self, items: Vec<Item>) {
        self.items = items;
        self.marked.clear();
        self.search();
    }

    /// Moves the cursor by so many rows, stopping at the ends.
    pub fn move_by(&mut self, rows: isize) {
        self.cursor = self.cursor.saturating_add_signed(rows).min(self.found.len().saturating_sub(1));
    }

    /// Puts the cursor on a row of the list of found items, if there is one.
    pub fn select(&mut self, row: usize) -> bool {
        let exists = row < self.found.len();
        if exists {
            self.cursor = row;
        }
        exists
    }

    /// Marks the item under the cursor or takes its mark away, and moves on.
    pub fn toggle_mark(&mut self) {
        let Some(item) = self.current().filter(|_| self.many) else { return };
        if !self.marked.remove(&item) {
            self.marked.insert(item);
        }
        self.move_by(1);
    }

    /// Returns whether several items can be marked.
    pub fn takes_many(&self) -> bool {
        self.many
    }

    /// Returns the index of the item under the cursor.
    pub fn current(&self) -> Option<usize> {
        self.found.get(self.cursor).copied()
    }

    /// Returns the indexes of what is chosen: the marked items, else the one under the cursor.
    pub fn chosen(&self) -> Vec<usize> {
        if self.marked.is_empty() {
            self.current().into_iter().collect()
        } else {
            self.marked.iter().copied().collect()
        }
    }

    /// Returns how many are found of how many.
    pub fn counts(&self) -> (usize, usize) {
        (self.found.len(), self.items.len())
    }

    pub fn items(&self) -> &[Item] {
        &self.items
    }

    pub fn query(&self) -> &str {
        self.query.value()
    }

    fn search(&mut self) {
        let pattern = Pattern::new(self.query.value(), CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut chars = Vec::new();
        let mut score = |text: &str| pattern.score(Utf32Str::new(text, &mut chars), &mut matcher);
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            // What is seen counts more than what is not.
            let seen = score(&item.text).map(|score| score.saturating_add(1));
            let unseen = [&item.detail, &item.also].into_iter().filter_map(|text| score(text)).max();
            if let Some(best) = seen.max(unseen) {
                scored.push((best, index));
            }
        }
        scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
        self.found = scored.into_iter().map(|(_, index)| index).collect();
        self.cursor = 0;
    }
}

/// A picker on the screen: the text field, then the items found.
#[derive(Debug)]
pub struct PickerView<'a> {
    pub picker: &'a Picker,
    /// Shown in the empty text field.
    pub hint: &'a str,
    /// Shown beside the text field: how many are found.
    pub counts: &'a str,
    /// Shown when nothing is found.
    pub none: &'a str,
    pub theme: &'a Theme,
}

/// Where the parts of a picker stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PickerLayout {
    pub query: Rect,
    pub counts: Rect,
    pub list: Rect,
}

/// Returns where everything stands, with that note about the counts.
pub fn picker_layout(area: Rect, counts: &str) -> PickerLayout {
    let line = row(area, 0);
    let note = (width(counts) + 1).min(usize::from(line.width) / 2);
    let text = usize::from(line.width) - note;
    let list = Rect { y: area.y.saturating_add(1).min(area.bottom()), height: area.height.saturating_sub(1), ..area };
    PickerLayout { query: span(line, 2, text.saturating_sub(2)), counts: span(line, text, note), list }
}

impl PickerView<'_> {
    /// Returns where the cursor of the text field stands.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        self.field().cursor(picker_layout(area, self.counts).query)
    }

    /// Returns the row of the list of found items at this point, for [`Picker::select`].
    pub fn hit(&self, area: Rect, x: u16, y: u16) -> Option<usize> {
        let list = picker_layout(area, self.counts).list;
        let row = self.first(list) + usize::from(y.checked_sub(list.y)?);
        (list.contains(Position { x, y }) && row < self.picker.found.len()).then_some(row)
    }

    fn first(&self, list: Rect) -> usize {
        centred(self.picker.cursor, usize::from(list.height), self.picker.found.len())
    }

    fn field(&self) -> Field<'_> {
        Field { input: &self.picker.query, focused: true, hint: self.hint, theme: self.theme }
    }

    fn draw_item(&self, buf: &mut Buffer, line: Rect, index: usize, selected: bool) {
        let Some(item) = self.picker.items.get(index) else { return };
        let theme = self.theme;
        let style = |role| theme.style(if selected { Role::Selected } else { role });
        fill(buf, line, ' ', style(Role::Text));
        let marked = self.picker.marked.contains(&index);
        for (column, on, sign) in [(0, selected, theme.glyphs.cursor), (1, marked, theme.glyphs.check)] {
            if on {
                fill(buf, span(line, column, 1), sign, style(Role::Key));
            }
        }
        let inner = span(line, 3, usize::from(line.width).saturating_sub(5));
        let wide = usize::from(inner.width);
        // The text comes first; the detail has what is left, as long as that is worth reading.
        let text_wide = width(&item.text).min(wide);
        let left = wide.saturating_sub(text_wide + 2);
        put(buf, inner, &item.text, Align::Left, style(if item.blocked { Role::Muted } else { Role::Text }), theme);
        if left >= width(&item.detail).min(4) {
            let place = span(inner, text_wide + 2, left);
            put(buf, place, &item.detail, Align::Right, style(Role::Muted), theme);
        }
    }
}

impl Widget for &PickerView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let layout = picker_layout(area, self.counts);
        let theme = self.theme;
        put(buf, row(area, 0), "/", Align::Left, theme.style(Role::Key), theme);
        self.field().render(layout.query, buf);
        put(buf, layout.counts, self.counts, Align::Right, theme.style(Role::Muted), theme);
        let found = &self.picker.found;
        if found.is_empty() {
            let place = span(row(layout.list, 0), 3, usize::from(area.width));
            put(buf, place, self.none, Align::Left, theme.style(Role::Muted), theme);
        }
        let first = self.first(layout.list);
        for (line, (position, index)) in found.iter().enumerate().skip(first).enumerate() {
            if line >= usize::from(layout.list.height) {
                break;
            }
            self.draw_item(buf, row(layout.list, line), *index, position == self.picker.cursor);
        }
        let track = span(layout.list, usize::from(area.width).saturating_sub(1), 1);
        scrollbar(buf, track, first, found.len(), theme);
    }
}
