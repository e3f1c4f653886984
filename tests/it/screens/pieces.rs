//! The pieces of a screen at every size: nothing fails, and what is seen is what is clicked.

use quadrille::tui::keys::Key;
use quadrille::tui::theme::ColourLevel;
use quadrille::tui::theme::Glyphs;
use quadrille::tui::theme::Role;
use quadrille::tui::theme::Theme;
use quadrille::tui::widgets::Align;
use quadrille::tui::widgets::bar::WeightBar;
use quadrille::tui::widgets::bar::weight_at;
use quadrille::tui::widgets::centred;
use quadrille::tui::widgets::curve::Curve;
use quadrille::tui::widgets::field;
use quadrille::tui::widgets::field::Field;
use quadrille::tui::widgets::footer::Footer;
use quadrille::tui::widgets::footer::footer_layout;
use quadrille::tui::widgets::gauge::Gauge;
use quadrille::tui::widgets::grid::GridCell;
use quadrille::tui::widgets::grid::GridHit;
use quadrille::tui::widgets::grid::HeatGrid;
use quadrille::tui::widgets::grid::grid_layout;
use quadrille::tui::widgets::histogram::Histogram;
use quadrille::tui::widgets::hit;
use quadrille::tui::widgets::panel;
use quadrille::tui::widgets::picker::Item;
use quadrille::tui::widgets::picker::Picker;
use quadrille::tui::widgets::picker::PickerView;
use quadrille::tui::widgets::popup::Popup;
use quadrille::tui::widgets::popup::popup_area;
use quadrille::tui::widgets::popup::popup_inner;
use quadrille::tui::widgets::scrolled;
use quadrille::tui::widgets::table::Cell;
use quadrille::tui::widgets::table::Column;
use quadrille::tui::widgets::table::Row;
use quadrille::tui::widgets::table::Table;
use quadrille::tui::widgets::table::TableHit;
use quadrille::tui::widgets::table::Wide;
use quadrille::tui::widgets::table::table_layout;
use quadrille::tui::widgets::tabs::Tabs;
use quadrille::tui::widgets::tabs::tabs_layout;
use quadrille::tui::widgets::toast::Toast;
use quadrille::tui::widgets::toast::Tone;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

fn theme(glyphs: &Glyphs) -> Theme {
    Theme::named("dark", ColourLevel::True, *glyphs).unwrap()
}

/// Draws a piece over a whole screen and returns its lines, trailing blanks cut.
fn seen(wide: u16, high: u16, piece: impl Widget) -> Vec<String> {
    let mut terminal = Terminal::new(TestBackend::new(wide, high)).unwrap();
    terminal.draw(|frame| frame.render_widget(piece, frame.area())).unwrap();
    lines(terminal.backend().buffer())
}

fn lines(buffer: &Buffer) -> Vec<String> {
    let wide = usize::from(buffer.area.width);
    if wide == 0 {
        return Vec::new();
    }
    let cells: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    cells.chunks(wide).map(|line| line.concat().trim_end().to_owned()).collect()
}

#[track_caller]
fn check(wide: u16, high: u16, piece: impl Widget, expected: &str) {
    let seen = seen(wide, high, piece).join("\n");
    let expected = expected.strip_prefix('\n').unwrap_or(expected);
    assert!(seen == expected, "\n--- seen\n{seen}\n--- expected\n{expected}\n");
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(keys, label)| ((*keys).to_owned(), (*label).to_owned())).collect()
}

fn typed(text: &str) -> Vec<Key> {
    text.chars()
        .map(|char| Key::new(crossterm::event::KeyCode::Char(char), crossterm::event::KeyModifiers::NONE).unwrap())
        .collect()
}

fn grid_cells() -> Vec<Vec<GridCell>> {
    let cell = |count: &str, second: &str, change, zone: &str, heat, mark| GridCell {
        second_first: false,
        count: count.into(),
        second: second.into(),
        change,
        zone: zone.into(),
        heat,
        mark,
    };
    vec![
        vec![cell("42", "+9", 9, "MQL", 1, Some('◆')), cell("118", "+14", 14, "MQL", 3, Some('◇'))],
        vec![cell("1 311", "-12", -12, "", 6, None), cell("0", "=", 0, "", 0, None)],
    ]
}

fn columns() -> Vec<Column> {
    let column = |title: &str, wide, align, optional| Column {
        title: title.into(),
        wide,
        align,
        descending: (title == "Total").then_some(true),
        optional,
    };
    vec![
        column("#", Wide::Exactly(4), Align::Right, 0),
        column("Name", Wide::AtLeast(8), Align::Left, 0),
        column("Title", Wide::AtLeast(8), Align::Left, 2),
        column("Total", Wide::Exactly(7), Align::Right, 1),
    ]
}

fn rows(count: usize) -> Vec<Row> {
    (1..=count)
        .map(|n| Row {
            cells: vec![
                n.to_string().into(),
                format!("Lead {n}").into(),
                "Directrice générale".into(),
                Cell { text: (100 - n).to_string(), role: Role::Up },
            ],
            marked: n == 2,
        })
        .collect()
}

fn picker() -> Picker {
    let item = |text: &str, detail: &str, also: &str| Item { also: also.into(), ..Item::new(text, detail) };
    Picker::new(
        vec![
            item("Élodie Duval", "Nordlys Energy", ""),
            item("Undo", "u", "Annuler"),
            item("Quit", "q", "Quitter"),
            item("Eleanor Dove", "Acme", ""),
        ],
        true,
    )
}

type Piece<'a> = &'a dyn Fn(Rect, &mut Buffer);

/// Calls `draw` with every piece, by name.
fn every_piece(theme: &Theme, draw: &mut dyn FnMut(&str, Piece)) {
    let labels = words(&["1 Workbench", "2 Leads", "3 Import"]);
    let keys = pairs(&[("↑↓", "pick"), ("←→", "±1"), ("?", "help")]);
    let cells = grid_cells();
    let (side, top) = (words(&["A", "B éèà"]), words(&["1 hot", "2"]));
    let (columns, rows) = (columns(), rows(12));
    let mut input = tui_input::Input::default();
    field::paste(&mut input, "Élodie 東京 Duval et une longue suite");
    let mut picker = picker();
    picker.paste("d");
    let text = vec![(Role::Text, "first".to_owned()), (Role::Muted, "東京".to_owned()), (Role::Bad, String::new())];
    draw("tabs", &|area, buf| Tabs { labels: &labels, open: 1, note: "note", theme }.render(area, buf));
    draw("footer", &|area, buf| Footer { items: &keys, pinned: 1, theme }.render(area, buf));
    draw("footer, all pinned", &|area, buf| Footer { items: &keys, pinned: 9, theme }.render(area, buf));
    draw("panel", &|area, buf| panel("Title", "note", true, theme).render(area, buf));
    for (weight, baseline) in [(20, Some(5)), (i64::MIN, Some(i64::MAX)), (0, Some(0)), (-3, None)] {
        for most in [30, 0, i64::MIN] {
            draw("bar", &|area, buf| WeightBar { weight, baseline, most, on: true, theme }.render(area, buf));
        }
    }
    for selected in [None, Some((0, 1)), Some((9, 9))] {
        draw("grid", &|area, buf| {
            HeatGrid { rows: &side, columns: &top, cells: &cells, selected, theme }.render(area, buf);
        });
    }
    draw("grid, empty", &|area, buf| {
        HeatGrid { rows: &[], columns: &[], cells: &cells, selected: None, theme }.render(area, buf);
    });
    for (first, selected) in [(0, Some(3)), (7, None), (usize::MAX - 20, Some(usize::MAX - 20))] {
        draw("table", &|area, buf| {
            Table { columns: &columns, rows: &rows, first, total: 12, selected, theme }.render(area, buf);
        });
    }
    draw("field", &|area, buf| {
        let field = Field { input: &input, focused: true, hint: "hint", theme };
        field.render(area, buf);
        if let Some(cursor) = field.cursor(area) {
            assert!(area.contains(cursor));
        }
    });
    draw("picker", &|area, buf| {
        PickerView { picker: &picker, hint: "type", counts: "2 of 4", none: "nothing", theme }.render(area, buf);
    });
    for (done, total) in [(5, Some(10)), (5, None), (u64::MAX, Some(0)), (0, Some(u64::MAX))] {
        draw("gauge", &|area, buf| Gauge { done, total, text: "5 of 10", theme }.render(area, buf));
    }
    for from in [None, Some(2)] {
        draw("histogram", &|area, buf| {
            Histogram { counts: &[0, 1, 5, u64::MAX, 3], from, most: None, theme }.render(area, buf);
        });
    }
    let marks = [(0, "now".to_owned()), (50, "half".to_owned()), (u32::MAX, "gone".to_owned())];
    for span in [0, 100, u32::MAX] {
        draw("curve", &|area, buf| {
            Curve { left: &|age| 100 - i64::from(age.min(100)), most: 100, span, marks: &marks, theme }
                .render(area, buf);
        });
    }
    for offer in [None, Some(("u", "undo"))] {
        draw("toast", &|area, buf| Toast { tone: Tone::Good, text: "saved 東京", offer, theme }.render(area, buf));
    }
    for first in [0, 2, usize::MAX] {
        draw("popup", &|area, buf| {
            Popup { title: "Title", note: "Esc", lines: &text, first, theme }.render(popup_area(area, 60, 20), buf);
        });
    }
}

#[test]
fn no_piece_fails_at_any_size_or_place() {
    for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
        let theme = theme(&glyphs);
        every_piece(&theme, &mut |_, draw| {
            for wide in (0..24).chain([40, 79, 80, 200]) {
                for high in (0..9).chain([24, 60]) {
                    let screen = Rect::new(0, 0, wide, high);
                    draw(screen, &mut Buffer::empty(screen));
                    // A place that sticks out of the screen.
                    draw(Rect::new(3, 2, wide, high), &mut Buffer::empty(Rect::new(0, 0, wide.min(10), high.min(4))));
                }
            }
        });
    }
}

#[test]
fn pieces_write_inside_their_place_only() {
    let theme = theme(&Glyphs::UNICODE);
    let screen = Rect::new(0, 0, 60, 20);
    every_piece(&theme, &mut |name, draw| {
        for place in [Rect::new(7, 3, 41, 9), Rect::new(7, 3, 20, 5), Rect::new(7, 3, 3, 1), Rect::new(7, 3, 1, 1)] {
            let mut buffer = Buffer::empty(screen);
            draw(place, &mut buffer);
            for position in screen.positions().filter(|position| !place.contains(*position)) {
                assert_eq!(buffer[position], ratatui::buffer::Cell::default(), "{name} in {place:?} at {position:?}");
            }
        }
    });
}

#[test]
fn in_plain_ascii_every_sign_is_ascii() {
    let theme = theme(&Glyphs::ASCII);
    let labels = words(&["1 Workbench", "2 Leads"]);
    let cells =
        vec![vec![GridCell { count: "42".into(), heat: 6, mark: Some(Glyphs::ASCII.top), ..GridCell::default() }]];
    let (side, top) = (words(&["A"]), words(&["1"]));
    let table_rows = vec![Row { cells: vec!["a long text that is cut".into()], marked: true }];
    let mut all = seen(12, 1, &Tabs { labels: &labels, open: 0, note: "a note too long", theme: &theme });
    all.extend(seen(12, 4, &HeatGrid { rows: &side, columns: &top, cells: &cells, selected: None, theme: &theme }));
    all.extend(seen(12, 3, panel("a long title", "note", true, &theme)));
    all.extend(seen(12, 1, &WeightBar { weight: 3, baseline: Some(5), most: 9, on: true, theme: &theme }));
    let table = Table { columns: &columns(), rows: &table_rows, first: 0, total: 9, selected: Some(0), theme: &theme };
    all.extend(seen(14, 3, &table));
    all.extend(seen(24, 1, &Gauge { done: 1, total: Some(2), text: "half", theme: &theme }));
    all.extend(seen(9, 2, &Histogram { counts: &[1, 2, 3, 8], from: None, most: None, theme: &theme }));
    let marks = [(0, "0 d".to_owned())];
    all.extend(seen(9, 3, &Curve { left: &|age| 9 - i64::from(age), most: 9, span: 9, marks: &marks, theme: &theme }));
    assert!(all.iter().all(|line| line.is_ascii()), "{}", all.join("\n"));
}

// --- What each piece looks like, and where it is clicked ---

#[test]
fn tabs_show_the_open_one_and_are_clicked_where_they_stand() {
    let theme = theme(&Glyphs::UNICODE);
    let labels = words(&["1 Workbench", "2 Leads", "3 Import"]);
    let tabs = |note| Tabs { labels: &labels, open: 1, note, theme: &theme };
    check(60, 1, &tabs("model: Q3"), "  1 Workbench  [2 Leads]  3 Import                model: Q3");
    check(48, 1, &tabs("model: Q3 draft"), "  1 Workbench  [2 Leads]  3 Import   model: Q3…");
    check(38, 1, &tabs("model: Q3 draft"), "  1 Workbench  [2 Leads]  3 Import");
    check(20, 5, &tabs("model: Q3 draft"), "  1 Workbench\n\n\n\n");
    check(1, 1, &tabs("n"), "");
    let places = tabs_layout(Rect::new(0, 0, 60, 1), &labels);
    assert_eq!((hit(&places, 2, 0), hit(&places, 16, 0), hit(&places, 50, 0)), (Some(0), Some(1), None));
    assert_eq!(hit(&tabs_layout(Rect::new(0, 0, 20, 1), &labels), 16, 0), None);
}

#[test]
fn the_footer_keeps_help_and_drops_what_does_not_fit() {
    let theme = theme(&Glyphs::UNICODE);
    let items = pairs(&[("↑↓", "pick"), ("←→", "±1"), ("Space", "on/off"), ("?", "help"), (":", "menu")]);
    let footer = Footer { items: &items, pinned: 2, theme: &theme };
    check(60, 1, &footer, " ↑↓ pick  ←→ ±1  Space on/off                ? help  : menu");
    check(32, 1, &footer, " ↑↓ pick  ←→ ±1  ? help  : menu");
    check(20, 1, &footer, "     ? help  : menu");
    check(9, 1, &footer, "  : menu");
    check(1, 1, &footer, "");
    let places = footer_layout(Rect::new(0, 9, 60, 1), &items, 2);
    assert_eq!((hit(&places, 2, 9), hit(&places, 46, 9), hit(&places, 40, 9)), (Some(0), Some(3), None));
}

#[test]
fn a_panel_names_itself() {
    let theme = theme(&Glyphs::UNICODE);
    check(
        24,
        3,
        panel("Matrix", "v", false, &theme),
        "
┌─ Matrix ───────── v ─┐
│                      │
└──────────────────────┘",
    );
    assert_ne!(panel("Matrix", "", true, &theme), panel("Matrix", "", false, &theme));
}

#[test]
fn a_weight_bar_shows_strength_and_baseline_and_is_set_by_a_click() {
    let theme = theme(&Glyphs::UNICODE);
    let bar = |weight, baseline| WeightBar { weight, baseline, most: 30, on: true, theme: &theme };
    check(12, 1, &bar(15, Some(15)), "[■■■■■·····]");
    check(12, 1, &bar(-15, Some(-24)), "[■■■■■··│··]");
    check(12, 1, &bar(20, Some(5)), "[■│■■■■■···]");
    check(12, 1, &bar(1, None), "[■·········]");
    check(12, 1, &bar(0, Some(-3)), "[│·········]");
    check(12, 1, &bar(90, Some(-3)), "[│■■■■■■■■■]");
    check(2, 1, &bar(90, None), "");
    let area = Rect::new(10, 4, 12, 1);
    assert_eq!(
        [9, 10, 11, 15, 20, 21, 22].map(|x| weight_at(area, x, 5, 30)),
        [None, Some(0), Some(3), Some(15), Some(30), Some(30), None]
    );
    assert_eq!(weight_at(area, 15, -2, 30), Some(-15));
    assert_eq!(weight_at(Rect::new(0, 0, 2, 1), 0, 5, 30), None);
}

#[test]
fn the_grid_takes_the_lines_it_has() {
    let theme = theme(&Glyphs::UNICODE);
    let (side, top, cells) = (words(&["A", "B"]), words(&["1 hot", "2"]), grid_cells());
    let grid = |selected| HeatGrid { rows: &side, columns: &top, cells: &cells, selected, theme: &theme };
    check(
        24,
        9,
        &grid(Some((1, 0))),
        "
    1 hot        2
  ░ MQL ░░░░ ▒ MQL ▒▒▒▒
A ░  42 ◆  ░ ▒ 118 ◇  ▒
  ░   +9   ░ ▒  +14   ▒

  [████████]
B [ 1 311  ]     0
  [  -12   ]     =
",
    );
    check(
        24,
        5,
        &grid(None),
        "
    1 hot        2
A ░  42 ◆  ░ ▒ 118 ◇  ▒
  ░   +9   ░ ▒  +14   ▒
B █ 1 311  █     0
  █  -12   █     =",
    );
    check(
        32,
        3,
        &grid(None),
        "
      1 hot            2
A ░  42 ◆ +9   ░ ▒ 118 ◇ +14  ▒
B █ 1 311 -12  █      0 =",
    );
    check(
        16,
        3,
        &grid(None),
        "
  1 hot    2
A 42 +9  ▒118▲▒
B 1 311▼  0 =",
    );
    check(
        24,
        2,
        &grid(None),
        "
    1 hot        2
A ░42 ◆ +9 ░ 118 ◇ +14",
    );
    let layout = grid_layout(Rect::new(5, 5, 24, 9), &side, 2);
    assert_eq!(layout.hit(10, 6), Some(GridHit::Cell(0, 0)));
    assert_eq!(layout.hit(20, 12), Some(GridHit::Cell(1, 1)));
    assert_eq!(layout.hit(20, 5), Some(GridHit::Column(1)));
    assert_eq!(layout.hit(5, 12), Some(GridHit::Row(1)));
    assert_eq!(layout.hit(20, 9), None, "between two rows");
}

#[test]
fn a_cell_without_a_coloured_ground_colours_its_change() {
    let (side, top, cells) = (words(&["A", "B"]), words(&["1", "2"]), grid_cells());
    for (level, coloured) in [(ColourLevel::True, true), (ColourLevel::Ansi16, false)] {
        let theme = Theme::named("dark", level, Glyphs::UNICODE).unwrap();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 5));
        HeatGrid { rows: &side, columns: &top, cells: &cells, selected: None, theme: &theme }
            .render(buffer.area, &mut buffer);
        let (frame, change) = (&buffer[(2, 4)], &buffer[(5, 4)]);
        assert_eq!((frame.symbol(), change.symbol()), ("█", "-"));
        assert_eq!(frame.fg == frame.bg, coloured, "the sign does not stain a coloured ground");
        assert_eq!(Some(change.fg) == theme.style(Role::Down).fg, !coloured);
    }
}

#[test]
fn a_table_shows_its_window_and_drops_columns_from_the_least_needed() {
    let theme = theme(&Glyphs::UNICODE);
    let (columns, rows) = (columns(), rows(20));
    let table = Table { columns: &columns, rows: &rows[7..11], first: 7, total: 20, selected: Some(8), theme: &theme };
    check(
        50,
        5,
        &table,
        "
      #  Name            Title           Total ▼
      8  Lead 8          Directrice gé…       92 │
>     9  Lead 9          Directrice gé…       91 █
     10  Lead 10         Directrice gé…       90 │
     11  Lead 11         Directrice gé…       89 │",
    );
    check(
        30,
        3,
        &table,
        "
      #  Name        Total ▼
      8  Lead 8           92 █
>     9  Lead 9           91 │",
    );
    check(
        20,
        3,
        &table,
        "
      #  Name
      8  Lead 8    █
>     9  Lead 9    │",
    );
    check(1, 1, &table, "");
    let layout = table_layout(Rect::new(2, 3, 50, 5), &columns);
    assert_eq!(layout.page(), 4);
    assert_eq!(layout.hit(12, 3), Some(TableHit::Header(1)));
    assert_eq!(layout.hit(12, 5), Some(TableHit::Row(1)));
    assert_eq!((layout.hit(12, 2), layout.hit(3, 3), layout.hit(60, 4)), (None, None, None));
}

#[test]
fn a_heading_runs_across_a_table() {
    let theme = theme(&Glyphs::UNICODE);
    let rows = [
        Row { cells: vec!["PROFILE (grade A to D)".into()], marked: false },
        Row { marked: true, ..rows(1).remove(0) },
    ];
    let table = Table { columns: &columns(), rows: &rows, first: 0, total: 2, selected: None, theme: &theme };
    check(
        30,
        3,
        &table,
        "
      #  Name        Total ▼
   PROFILE (grade A to D)
 ✓    1  Lead 1           99",
    );
}

#[test]
fn a_field_follows_its_cursor() {
    let theme = theme(&Glyphs::UNICODE);
    let mut input = tui_input::Input::default();
    let place = Rect::new(0, 0, 8, 1);
    let shown = |input: &tui_input::Input| {
        let field = Field { input, focused: true, hint: "type", theme: &theme };
        (seen(8, 1, &field).remove(0), field.cursor(place).unwrap().x)
    };
    assert_eq!(shown(&input), ("type".to_owned(), 0));
    for key in typed("Élodie Q") {
        assert!(field::edit(&mut input, key));
    }
    assert_eq!(shown(&input), ("lodie Q".to_owned(), 7));
    assert!(field::edit(&mut input, Key::parse("home").unwrap()));
    assert_eq!(shown(&input), ("Élodie Q".to_owned(), 0));
    assert!(!field::edit(&mut input, Key::parse("up").unwrap()));
    field::paste(&mut input, "a\nb\u{1b}[31m\u{202e}c\n");
    assert_eq!(input.value(), "a b[31mcÉlodie Q");
    assert_eq!(Field { input: &input, focused: false, hint: "", theme: &theme }.cursor(place), None);
}

#[test]
fn a_picker_finds_without_accents_and_in_the_other_language() {
    let theme = theme(&Glyphs::UNICODE);
    let mut picker = picker();
    let view = |picker: &Picker| {
        seen(30, 5, &PickerView { picker, hint: "search", counts: "4", none: "nothing", theme: &theme }).join("\n")
    };
    assert_eq!(
        view(&picker),
        "/ search                     4
>  Élodie Duval  Nordlys En…
   Undo                    u
   Quit                    q
   Eleanor Dove         Acme"
    );
    for key in typed("elod duv") {
        assert!(picker.edit(key));
    }
    assert_eq!((picker.counts(), picker.current()), ((1, 4), Some(0)));
    picker.edit(Key::parse("ctrl+u").unwrap());
    picker.paste("annul");
    assert_eq!((picker.query(), picker.chosen()), ("annul", vec![1]));
    picker.paste("zzz");
    assert_eq!((picker.current(), picker.chosen()), (None, vec![]));
    assert_eq!(view(&picker).lines().nth(1), Some("   nothing"));
    picker.move_by(-3);
    picker.toggle_mark();
    assert_eq!(picker.chosen(), Vec::<usize>::new());
}

#[test]
fn a_picker_of_many_keeps_marks_while_searching() {
    let mut picker = picker();
    picker.toggle_mark();
    assert_eq!(picker.current(), Some(1), "on to the next");
    picker.move_by(99);
    picker.toggle_mark();
    picker.paste("undo");
    assert_eq!(picker.chosen(), [0, 3]);
    let mut one = Picker::new(vec![Item::new("a", ""), Item::new("b", "")], false);
    one.toggle_mark();
    assert_eq!(one.chosen(), [0]);
    assert!(one.select(1) && !one.select(2));
    assert_eq!(one.chosen(), [1]);
}

#[test]
fn a_picker_is_clicked_where_it_is_scrolled_to() {
    let theme = theme(&Glyphs::UNICODE);
    let mut picker = Picker::new((0..100).map(|n| Item::new(format!("item {n}"), "")).collect(), false);
    picker.move_by(50);
    let view = PickerView { picker: &picker, hint: "", counts: "", none: "", theme: &theme };
    let place = Rect::new(0, 0, 20, 6);
    assert_eq!(seen(20, 6, &view)[3].trim_end(), ">  item 50         █");
    assert_eq!(view.hit(place, 4, 3), Some(50));
    assert_eq!((view.hit(place, 4, 0), view.hit(place, 4, 6)), (None, None));
}

#[test]
fn a_gauge_tells_how_far() {
    let theme = theme(&Glyphs::UNICODE);
    let gauge = |done, total| Gauge { done, total, text: "30 of 40", theme: &theme };
    check(30, 1, &gauge(30, Some(40)), "[██████████████░░░░░] 30 of 40");
    check(30, 1, &gauge(90, Some(40)), "[███████████████████] 30 of 40");
    check(30, 1, &gauge(30, None), "30 of 40");
    check(12, 1, &gauge(30, Some(40)), "30 of 40");
}

#[test]
fn a_histogram_shows_every_count_that_is_not_zero() {
    let theme = theme(&Glyphs::UNICODE);
    let counts = [0, 1, 500, 1000];
    let histogram = |most| Histogram { counts: &counts, from: None, most, theme: &theme };
    check(4, 1, &histogram(None), " ▁▄█");
    check(4, 2, &histogram(None), "   █\n ▁██");
    check(8, 1, &histogram(Some(2000)), "  ▁▁▂▂▄▄");
    check(2, 1, &histogram(None), "▁█");
}

#[test]
fn a_curve_falls_and_names_its_marks() {
    let theme = theme(&Glyphs::UNICODE);
    let marks = [(0, "0 d".to_owned()), (1, "late".to_owned()), (4, "half".to_owned()), (8, "end".to_owned())];
    let curve = Curve { left: &|age| 8 - i64::from(age), most: 8, span: 8, marks: &marks, theme: &theme };
    check(17, 2, &curve, "██▇▇▆▆▅▅▄▄▃▃▂▂▁▁\n0 d     half  end");
    check(9, 1, &curve, "█▇▆▅▄▃▂▁");
}

#[test]
fn a_toast_offers_what_to_do() {
    let theme = theme(&Glyphs::UNICODE);
    let toast = Toast { tone: Tone::Good, text: "Title: 15 → 20", offer: Some(("u", "undo")), theme: &theme };
    check(40, 1, &toast, " ✓ Title: 15 → 20   u undo");
    check(20, 1, &toast, " ✓ Title: 1… u undo");
    assert_eq!(toast.offer_place(Rect::new(0, 0, 40, 1)), Rect::new(20, 0, 6, 1));
    check(20, 1, &Toast { tone: Tone::Bad, offer: None, ..toast }, " ✗ Title: 15 → 20");
}

#[test]
fn a_popup_scrolls_to_its_end_and_no_further() {
    let theme = theme(&Glyphs::UNICODE);
    let text: Vec<_> = (1..=5).map(|n| (Role::Text, format!("line {n}"))).collect();
    let popup = |first| Popup { title: "Text", note: "Esc", lines: &text, first, theme: &theme };
    check(
        20,
        4,
        &popup(99),
        "
┌─ Text ───── Esc ─┐
│ line 4          ││
│ line 5          █│
└──────────────────┘",
    );
    assert_eq!(popup_inner(popup_area(Rect::new(0, 0, 80, 24), 40, 10)), Rect::new(22, 8, 36, 8));
    assert_eq!(popup_area(Rect::new(3, 3, 10, 5), 40, 10), Rect::new(3, 3, 10, 5));
}

#[test]
fn windows_follow_the_selection() {
    assert_eq!(scrolled(0, 3, 5, 100), 0);
    assert_eq!(scrolled(0, 5, 5, 100), 1);
    assert_eq!(scrolled(50, 3, 5, 100), 3);
    assert_eq!(scrolled(99, 99, 5, 100), 95);
    assert_eq!(scrolled(7, 0, 0, 0), 0);
    assert_eq!([0, 50, 99].map(|selected| centred(selected, 5, 100)), [0, 48, 95]);
    assert_eq!(centred(2, 5, 3), 0);
}
