//! A file's first look on every processor at once: what is found does not depend on which of them saw which rows.

use std::io;
use std::io::Read;
use std::ops::ControlFlow;

use quadrille::import::Dates;
use quadrille::import::Key;
use quadrille::import::LineEnds;
use quadrille::import::Options;
use quadrille::import::Shape;
use quadrille::import::Source;
use quadrille::import::inspect;
use quadrille::model::FieldType;
use quadrille::problem::Problem;

struct Text<'t>(&'t [u8]);

impl Source for Text<'_> {
    fn name(&self) -> &'static str {
        "long.csv"
    }

    fn size(&self) -> Option<u64> {
        Some(self.0.len() as u64)
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.0))
    }
}

fn look(text: &str, options: &Options) -> Result<Shape, Problem> {
    inspect(&Text(text.as_bytes()), options, &mut |_| ControlFlow::Continue(()))
}

/// Rows, as many as make a file of dozens of pieces.
const ROWS: u32 = 60_000;

/// The cells of a row, which stands on the line after its number. What matters of each column is rare and far apart.
fn cells(row: u32) -> [String; 7] {
    let id = if row == 59_000 { 2 } else { row };
    let amount = match row {
        41_000 => "a few".to_owned(),
        52_000 => "many".to_owned(),
        _ => (row % 5_000).to_string(),
    };
    let blank = match row {
        20_000 | 50_000 => "null",
        30_000 | 30_001 | 40_000 => "N/A",
        _ => "set",
    };
    let day = if row == 47_000 { "31/12/2024" } else { "05/06/2024" };
    let price = if row == 58_000 { "1,5".to_owned() } else { (row % 300).to_string() };
    let town = ["Lyon", "Nîmes", "Sète", "Évry", "Metz"][row as usize / 12_000 % 5];
    [format!("c{id}"), format!("u{row}@x.org"), amount, blank.to_owned(), day.to_owned(), price, town.to_owned()]
}

fn file(rows: u32, end: &str, mut written: impl FnMut(&str) -> String) -> String {
    let mut line = |cells: [String; 7]| cells.map(|cell| written(&cell)).join(";") + end;
    let head = ["id", "mail", "amount", "word", "day", "price", "town"].map(str::to_owned);
    std::iter::once(head).chain((1..=rows).map(cells)).map(&mut line).collect()
}

#[test]
fn what_is_found_does_not_depend_on_who_saw_which_rows() {
    let plain = file(ROWS, "\n", str::to_owned);
    let shape = look(&plain, &Options::default()).unwrap();
    let [id, mail, amount, word, day, price, town] = &shape.columns[..] else { panic!("seven columns") };
    assert_eq!((shape.rows, shape.line_ends), (u64::from(ROWS), LineEnds { lf: u64::from(ROWS) + 1, crlf: 0, cr: 0 }));
    // The one that comes twice does so at both ends of the file.
    assert_eq!((shape.key, id.distinct_capped, id.distinct), (Key::Column(1), false, u64::from(ROWS) - 1));
    assert_eq!((mail.distinct, mail.known, mail.emails), (u64::from(ROWS), u64::from(ROWS), true));
    assert_eq!((amount.distinct, amount.distinct_capped), (1_000, true));
    let (kind, odd) = amount.odd.as_ref().unwrap();
    assert_eq!((*kind, odd.line, odd.value.as_str(), odd.count), (FieldType::Decimal, 41_001, "a few", 2));
    assert_eq!(amount.samples, ["1", "2", "3"]);
    assert_eq!(word.disguised, [("null".to_owned(), 2), ("N/A".to_owned(), 3)]);
    assert_eq!((word.known, word.distinct), (u64::from(ROWS) - 5, 1));
    assert_eq!((day.kind, day.dates), (FieldType::Date, Dates::Written(quadrille::import::DateOrder::DayFirst)));
    assert_eq!((price.kind, price.distinct), (FieldType::Decimal, 301));
    assert_eq!(town.samples, ["Lyon", "Nîmes", "Sète"]);
    for _ in 0..5 {
        assert_eq!(look(&plain, &Options::default()).unwrap(), shape);
    }
    // Quoted cells are split by another way, and files of two sorts of rows by both.
    for (end, quote) in [("\r\n", 0), ("\n", 1), ("\n", 700)] {
        let mut n = 0;
        let text = file(ROWS, end, |cell| {
            n += 1;
            if quote > 0 && n % quote == 0 { format!("\"{cell}\"") } else { cell.to_owned() }
        });
        let other = look(&text, &Options::default()).unwrap();
        assert_eq!((&other.columns, &other.notes, other.key), (&shape.columns, &shape.notes, shape.key), "{quote}");
        assert_eq!((other.rows, other.broken_rows, other.blank_lines), (shape.rows, 0, 0));
    }
}

#[test]
fn the_first_line_where_reading_stops_is_told() {
    let mut lines: Vec<String> = file(ROWS, "\n", str::to_owned).split('\n').map(str::to_owned).collect();
    for line in [55_555, 3, 33_333, 44_444] {
        lines[line - 1] = ";".repeat(1_200);
    }
    let problem = look(&lines.join("\n"), &Options::default()).unwrap_err();
    assert_eq!((problem.text.id, problem.place.unwrap().line), ("import-too-many-columns", Some(3)));
}

#[test]
fn old_encodings_are_guessed_from_the_whole_file() {
    let text = file(ROWS, "\n", str::to_owned);
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let shape = inspect(&Text(&bytes), &Options::default(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((shape.encoding.name(), shape.broken_rows), ("windows-1252", 0));
    let note = shape.notes.iter().find(|note| note.id == "import-note-encoding").unwrap();
    assert!(format!("{note:?}").contains("Nîmes, Sète, Évry"), "{note:?}");
}
