//! Bytes to typed rows and row problems: bad files, encodings, line numbers, samples of real data, any bytes at all.

use std::io;
use std::io::Read;
use std::ops::ControlFlow;

use proptest::prelude::*;
use quadrille::import::Cell;
use quadrille::import::Counts;
use quadrille::import::DateOrder;
use quadrille::import::Dates;
use quadrille::import::Duplicates;
use quadrille::import::EventShape;
use quadrille::import::Key;
use quadrille::import::KeyChoice;
use quadrille::import::Kinds;
use quadrille::import::LineEnds;
use quadrille::import::Mark;
use quadrille::import::Options;
use quadrille::import::Rejects;
use quadrille::import::Shape;
use quadrille::import::Source;
use quadrille::import::Use;
use quadrille::import::Verdict;
use quadrille::import::inspect;
use quadrille::import::read_events;
use quadrille::import::read_leads;
use quadrille::import::unguard;
use quadrille::model::FieldType;
use quadrille::model::Role;
use quadrille::model::Value;
use quadrille::msg;
use quadrille::problem::Kind;
use quadrille::problem::Problem;
use quadrille::text::Arg;
use quadrille::text::Msg;

/// Bytes as a source; handed out a few at a time, so that every border between chunks is met.
struct Bytes<'b> {
    bytes: &'b [u8],
    step: usize,
}

struct Steps<'b>(&'b [u8], usize);

impl Read for Steps<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(self.0.len()).min(out.len());
        out[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

impl Source for Bytes<'_> {
    fn name(&self) -> &'static str {
        "leads.csv"
    }

    fn size(&self) -> Option<u64> {
        Some(self.bytes.len() as u64)
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(Steps(self.bytes, self.step)))
    }
}

fn bytes(bytes: &[u8]) -> Bytes<'_> {
    Bytes { bytes, step: usize::MAX }
}

fn look(input: &[u8], options: &Options) -> Result<Shape, Problem> {
    inspect(&bytes(input), options, &mut |_| ControlFlow::Continue(()))
}

fn shape(input: &str) -> Shape {
    look(input.as_bytes(), &Options::default()).expect("the file is fine")
}

/// A lead row that stays.
#[derive(Debug, Clone, PartialEq)]
struct Lead {
    line: u64,
    key: String,
    values: Vec<Option<Value>>,
}

/// What a whole import of leads came to.
struct Leads {
    shape: Shape,
    leads: Vec<Lead>,
    counts: Counts,
    rejects: Vec<u8>,
}

fn import_from(source: &dyn Source, options: &Options) -> Result<Leads, Problem> {
    let shape = inspect(source, options, &mut |_| ControlFlow::Continue(()))?;
    let (mut leads, mut rejects) = (Vec::new(), Vec::new());
    let mut sink = |row: &quadrille::import::LeadRow| {
        let values = row.values().map(|cell| cell.map(Value::from)).collect();
        leads.push(Lead { line: row.line(), key: row.key().to_owned(), values });
        Verdict::Keep
    };
    let out = Rejects { out: &mut rejects, tell: &|msg| msg.id.to_owned() };
    let counts = read_leads(source, &shape, &mut sink, out, &mut |_| ControlFlow::Continue(()))?;
    assert_eq!(counts.accepted, leads.len() as u64);
    assert_eq!(counts.read, counts.accepted + counts.rejected + counts.blank_lines + counts.empty_rows);
    assert_eq!(counts.accepted + counts.rejected, shape.rows);
    Ok(Leads { shape, leads, counts, rejects })
}

fn import_with(input: &[u8], options: &Options) -> Result<Leads, Problem> {
    import_from(&bytes(input), options)
}

fn import(input: impl AsRef<[u8]>) -> Leads {
    import_with(input.as_ref(), &Options::default()).expect("the file is fine")
}

/// Options with the row's number as the key, for files about other things.
fn rows() -> Options {
    Options { key: Some(KeyChoice::RowNumber), ..Options::default() }
}

/// The line, column and text id of each rejected row.
fn problems(counts: &Counts) -> Vec<(u64, Option<&str>, &'static str)> {
    counts.problems.iter().map(|p| (p.line, p.column.as_deref(), p.text.id)).collect()
}

fn refusal(input: impl AsRef<[u8]>) -> (&'static str, Option<u64>, Option<String>) {
    refusal_with(input, &Options::default())
}

fn refusal_with(input: impl AsRef<[u8]>, options: &Options) -> (&'static str, Option<u64>, Option<String>) {
    let problem = import_with(input.as_ref(), options).err().expect("the file is refused");
    assert_eq!(problem.kind, Kind::Refused);
    let place = problem.place.expect("the file is named");
    assert_eq!(place.file, "leads.csv");
    (problem.text.id, place.line, place.field)
}

fn kinds(shape: &Shape) -> Vec<FieldType> {
    shape.columns.iter().map(|column| column.kind).collect()
}

fn text(value: &str) -> Option<Value> {
    Some(Value::Text(value.to_owned()))
}

fn has_note(shape: &Shape, id: &str) -> bool {
    shape.notes.iter().any(|note| note.id == id)
}

#[test]
fn refuses_what_is_no_text_with_columns() {
    let utf16_blank: Vec<u8> = b"\xff\xfe\n\0 \0".to_vec();
    let cases: &[(&[u8], &str)] = &[
        (b"", "import-empty"),
        (b"\n\r\n  \n", "import-empty"),
        (b"\xef\xbb\xbf", "import-empty"),
        (&utf16_blank, "import-empty"),
        (b"\x1a", "import-empty"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml", "import-is-workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "import-is-workbook"),
        (b"PK\x03\x04\x14\0leads.csv", "import-is-zip"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "import-is-gzip"),
        (b"%PDF-1.7\n", "import-is-pdf"),
        (b"SQLite format 3\0\x10\0", "import-is-database"),
        (b"PAR1\x15\x04", "import-is-parquet"),
        (b"\n <!DOCTYPE html><html><body>Session expired", "import-is-page"),
        (b"<html>", "import-is-page"),
        (b"{\"leads\": []}", "import-is-json"),
        (b"[\n {\"id\": 1}]", "import-is-json"),
    ];
    for (input, id) in cases {
        assert_eq!(refusal(input), (*id, None, None), "{:?}", String::from_utf8_lossy(input));
    }
}

#[test]
fn reads_a_header_without_rows() {
    for input in ["email,name\n", "email,name", "email;name\r\n\r\n"] {
        let done = import(input);
        assert_eq!((done.counts.accepted, done.shape.rows, done.shape.columns.len()), (0, 0, 2));
        assert!(has_note(&done.shape, "import-note-no-rows"));
        assert!(done.rejects.is_empty());
    }
}

#[test]
fn finds_the_delimiter() {
    for (input, delimiter) in [
        ("id,name,city\n1,a,b\n2,c,d\n", b','),
        ("id;name;city\n1;a, b;c\n2;c,d;e\n", b';'),
        ("id\tname, first\n1\ta\n2\tb\n", b'\t'),
        ("id|name\n1|a;b\n2|c;d\n", b'|'),
        ("id;price\n1;1,5\n2;2,5\n", b';'),
        ("\"a;b\",c\n1,2\n", b','),
        ("name\nAnna\nBea\n", b','),
    ] {
        assert_eq!(shape(input).delimiter, delimiter, "{input}");
    }
    let forced = Options { delimiter: Some(b'|'), ..rows() };
    assert_eq!(import_with(b"a,b|c\n1,2|3\n", &forced).unwrap().shape.names(), ["a,b", "c"]);
}

#[test]
fn understands_a_sep_line() {
    let done = import("sep=|\r\nid|name\r\n1|a,b\r\n2|c,d\r\n");
    assert_eq!(done.shape.delimiter, b'|');
    assert_eq!(done.leads[0], Lead { line: 3, key: "1".to_owned(), values: vec![text("a,b")] });
}

#[test]
fn decodes_what_files_come_in() {
    let text_utf8 = "e-mail;prénom\na@x.fr;René\nb@x.fr;Zoé\n";
    let utf16 = |big: bool, mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text_utf8.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let latin: Vec<u8> = text_utf8.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let cases = [
        (text_utf8.as_bytes().to_vec(), "UTF-8", 0, false),
        ([b"\xef\xbb\xbf", text_utf8.as_bytes()].concat(), "UTF-8", 3, false),
        (utf16(false, true), "UTF-16LE", 2, true),
        (utf16(true, true), "UTF-16BE", 2, true),
        (utf16(false, false), "UTF-16LE", 0, true),
        (utf16(true, false), "UTF-16BE", 0, true),
        (latin, "windows-1252", 0, true),
    ];
    for (input, encoding, bom, told) in cases {
        for step in [1, 2, 3, 7, usize::MAX] {
            let done = import_from(&Bytes { bytes: &input, step }, &Options::default()).unwrap();
            assert_eq!((done.shape.encoding.name(), done.shape.bom), (encoding, bom), "step {step}");
            assert_eq!(done.shape.names(), ["e-mail", "prénom"]);
            assert_eq!(
                done.leads[1],
                Lead { line: 3, key: "b@x.fr".into(), values: vec![text("b@x.fr"), text("Zoé")] }
            );
            assert_eq!(has_note(&done.shape, "import-note-encoding"), told);
        }
    }
}

#[test]
fn rejects_rows_that_break_their_encoding() {
    let done = import(b"id,city,name\n1,Orl\xc3\xa9ans,a\n2,N\xc3\xaemes,b\n3,x,Ren\xe9\n4,y,z\n");
    assert_eq!(done.shape.encoding.name(), "UTF-8");
    assert_eq!(problems(&done.counts), [(4, Some("name"), "import-row-encoding")]);
    let expected = b"quadrille_row,quadrille_problem,id,city,name\n3,\"name: import-row-encoding\",3,x,Ren\xe9\n";
    assert_eq!(done.rejects, expected);
    // Half a surrogate pair.
    let mut input: Vec<u8> = "id\tname\n1\ta\n2\tb".encode_utf16().flat_map(u16::to_le_bytes).collect();
    input.extend_from_slice(b"\x00\xd8\n\0");
    let done = import(&input);
    assert_eq!(problems(&done.counts), [(3, Some("name"), "import-row-encoding")]);
}

#[test]
fn rejects_rows_that_only_together_are_text() {
    // The first ends amid a letter, and the next begins with what would be the rest of it.
    let input = [b"id,name\n1,Zo\xc3\n\xa92,Bea\n", "3,Zoé\n4,Noé\n5,Chloé\n".as_bytes()].concat();
    let done = import(input);
    let lines: Vec<u64> = problems(&done.counts).into_iter().map(|(line, ..)| line).collect();
    assert_eq!((lines, done.leads.len()), (vec![2, 3], 3));
}

#[test]
fn a_long_file_is_read_like_a_short_one() {
    // Far more than is looked at together, with a record over two lines now and then.
    let row = |n: u32| if n.is_multiple_of(997) { format!("{n},\"né\n{n}\"\n") } else { format!("{n},né {n}\n") };
    let rows: String = (1..=100_000).map(row).collect();
    let done = import(format!("id,name\n{rows}"));
    let last = done.leads.last().unwrap();
    assert_eq!((done.leads.len(), done.counts.rejected), (100_000, 0));
    assert_eq!((last.line, &last.values[0]), (100_001 + 100, &text("né 100000")));
    // A line end inside a cell is a space.
    assert_eq!(done.leads[996].values, [text("né 997")]);
    let unclosed = format!("id,name\n{rows}x,\"open\n");
    assert_eq!(refusal(unclosed), ("import-unclosed-quote", Some(100_102), Some("name".to_owned())));
}

#[test]
fn names_physical_lines() {
    for (end, line_ends) in [
        ("\n", LineEnds { lf: 6, crlf: 0, cr: 0 }),
        ("\r\n", LineEnds { lf: 0, crlf: 6, cr: 0 }),
        ("\r", LineEnds { lf: 0, crlf: 0, cr: 6 }),
    ] {
        let input = "id,note\n1,a\n\n2,\"b\n\nb\"\n3,c\n4\n".replace('\n', end);
        for step in [1, 2, usize::MAX] {
            let done = import_from(&Bytes { bytes: input.as_bytes(), step }, &Options::default()).unwrap();
            assert_eq!(done.leads.iter().map(|lead| lead.line).collect::<Vec<_>>(), [2, 4, 7], "{end:?}");
            assert_eq!(problems(&done.counts), [(8, None, "import-row-fields")]);
            assert_eq!(done.shape.line_ends, line_ends);
            assert_eq!(done.counts.blank_lines, 1);
            assert_eq!(done.leads[1].values, [text("b b")]);
            assert_eq!(done.counts.joined, 1);
        }
    }
    let done = import("id,n\r\n1,1\n\r2,2\r3,3\n\n\n4,4");
    assert_eq!(done.leads.iter().map(|lead| lead.line).collect::<Vec<_>>(), [2, 4, 5, 8]);
    assert_eq!(done.counts.blank_lines, 3);
}

#[test]
fn refuses_unclosed_quotes_at_their_opening() {
    let middle = "id,name,city\n1,\"Anna,Paris\n2,\"Bea\",Lyon\n3,Carl,Nice\n";
    let end = "id,name\n1,Anna\n2,\"Bea\n3,Carl\n";
    let long = format!("id,name\n1,\"{}", "Anna\n".repeat(1_500));
    for (input, line) in [(middle, 2), (end, 3), (&long, 2)] {
        assert_eq!(refusal(input), ("import-unclosed-quote", Some(line), Some("name".to_owned())), "{input:.40}");
    }
    let lenient = Options { lenient_quotes: true, ..Options::default() };
    let done = import_with(middle.as_bytes(), &lenient).unwrap();
    assert_eq!(done.leads[0].values, [text("\"Anna"), text("Paris")]);
    assert_eq!((done.leads.len(), done.leads[2].line), (3, 4));
    let done = import_with(end.as_bytes(), &lenient).unwrap();
    assert_eq!(done.leads[1].values, [text("\"Bea")]);
}

#[test]
fn rejects_rows_that_cannot_be_split() {
    let done = import(
        "id,name,city\n1,\"a\"x,b\n2,O\"Hara,Cork\n3,only\n4,a,b,c\n5,\"say \"\"hi\"\"\", \"b, c\" \n6,a\0b,c\n",
    );
    let expected = [
        (2, Some("name"), "import-row-torn"),
        (4, None, "import-row-fields"),
        (5, None, "import-row-fields"),
        (7, Some("name"), "import-row-nul"),
    ];
    assert_eq!(problems(&done.counts), expected);
    assert_eq!(done.counts.problems[1].text, msg!("import-row-fields", found = 2_usize, expected = 3_usize));
    assert_eq!(done.leads[0].values, [text("O\"Hara"), text("Cork")]);
    assert_eq!(done.leads[1].values, [text("say \"hi\""), text("b, c")]);
    let lenient = Options { lenient_quotes: true, ..Options::default() };
    assert_eq!(import_with(b"id,n\n1,\"a\"x\n", &lenient).unwrap().leads[0].values, [text("\"a\"x")]);
}

#[test]
fn skips_and_counts_rows_of_nothing() {
    let done = import("id,a\n,\n1,2\n , \n\n\"\",\"\"\n2,3\n\x1a");
    assert_eq!((done.counts.accepted, done.counts.rejected), (2, 0));
    assert_eq!((done.counts.empty_rows, done.counts.blank_lines), (3, 1));
    assert!(has_note(&done.shape, "import-note-ctrl-z"));
}

#[test]
fn stops_at_its_limits() {
    let wide = vec!["c"; 1_001].join(",");
    assert_eq!(refusal(&wide), ("import-too-many-columns", Some(1), None));
    let ok = (0..1_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
    assert_eq!(shape(&ok).columns.len(), 1_000);
    let field = format!("id,note\n1,a\n2,{}\n", "x".repeat((1 << 20) + 1));
    assert_eq!(refusal(&field), ("import-field-too-long", Some(3), Some("note".to_owned())));
    let quoted = format!("id,note\n1,a\n2,\"{}\"\n", "x".repeat((1 << 20) + 1));
    assert_eq!(refusal(&quoted), ("import-field-too-long", Some(3), Some("note".to_owned())));
    let cells = vec!["x".repeat(1 << 20); 9].join(",");
    assert_eq!(refusal(format!("a,b,c,d,e,f,g,h,i\n{cells}\n")), ("import-record-too-long", Some(2), None));
    let lines = format!("id,a,b\n1,\"{0}\",\"{0}\"\n", "\n".repeat(600));
    assert_eq!(refusal(&lines), ("import-too-many-lines", Some(2), None));
}

#[test]
fn refuses_headers_that_mislead() {
    assert_eq!(refusal("Email,name,Email\n"), ("import-same-name", Some(1), Some("Email".to_owned())));
    assert_eq!(refusal("Email,name, email \n"), ("import-same-name", Some(1), Some("email".to_owned())));
    assert_eq!(refusal("a@x.fr,Anna\nb@x.fr,Bea\n"), ("import-no-header", Some(1), None));
    assert_eq!(refusal("1,2026-01-31\n2,2026-02-28\n"), ("import-no-header", Some(1), None));
    assert_eq!(refusal("\"a\"x,b\n"), ("import-torn-header", Some(1), None));
    let bare = Options { header: Some(false), ..Options::default() };
    let done = import_with(b"a@x.fr,Anna\nb@x.fr,Bea\n", &bare).unwrap();
    assert_eq!(done.shape.names(), ["column_1", "column_2"]);
    assert_eq!((done.leads.len(), done.leads[0].key.as_str(), done.leads[0].line), (2, "a@x.fr", 1));
}

#[test]
fn cleans_names_and_leaves_out_columns_without() {
    let done = import("\u{feff}\"  E-\u{200b}Mail\n pro \",,Ville\t\na@x.fr,1,Nîmes\n");
    assert_eq!(done.shape.names(), ["E-Mail pro", "", "Ville"]);
    assert_eq!(done.shape.columns[1].usage, Use::Unnamed);
    assert_eq!(done.leads[0].values, [text("a@x.fr"), text("Nîmes")]);
    assert_eq!(done.leads[0].line, 3);
}

#[test]
fn finds_types_from_all_values() {
    let input = "\
text,whole,decimal,date,yes,mixed,code,long,excel,none
a,1,1.5,2026-01-31,yes,1,01067,123456789012345,1E+11,
b,-2,2,2026-02-28 10:30,No,x,75001,1,5,n/a
c,N/A,,#REF!,,Select,-,null,NaN,-
";
    let done = import_with(input.as_bytes(), &rows()).unwrap();
    use FieldType::{Date, Decimal, Text, Whole, YesNo};
    assert_eq!(kinds(&done.shape), [Text, Whole, Decimal, Date, YesNo, Text, Text, Text, Text, Text]);
    let row = |n: usize| done.leads[n].values.clone();
    let at = |n: i64| Some(Value::Date(n));
    assert_eq!(
        row(0)[1..5],
        [Some(Value::Whole(1)), Some(Value::Decimal(1_500_000)), at(1_769_817_600), Some(Value::YesNo(true))]
    );
    assert_eq!(
        row(1)[1..5],
        [Some(Value::Whole(-2)), Some(Value::Decimal(2_000_000)), at(1_772_274_600), Some(Value::YesNo(false))]
    );
    assert_eq!(row(2), [text("c"), None, None, None, None, None, None, None, None, None]);
    for id in ["import-note-zeros", "import-note-long", "import-note-scientific", "import-note-zone"] {
        assert!(has_note(&done.shape, id), "{id}");
    }
    assert_eq!(done.shape.columns[1].disguised, [("N/A".to_owned(), 1)]);
}

#[test]
fn takes_bare_ones_and_zeros_as_numbers() {
    assert_eq!(kinds(&shape("id,won\na,0\nb,1\n"))[1], FieldType::Whole);
    assert_eq!(kinds(&shape("id,won\na,oui\nb,NON\nc,Vrai\nd,faux\n"))[1], FieldType::YesNo);
}

#[test]
fn takes_more_blanks_on_request() {
    let input = b"id,age,loan\na,30,yes\nb,unknown,unknown\n";
    let plain = import_with(input, &Options::default()).unwrap();
    assert_eq!(kinds(&plain.shape)[1..], [FieldType::Text, FieldType::Text]);
    let notes: Vec<_> = plain.shape.notes.iter().filter(|note| note.id == "import-note-blank-word").collect();
    assert_eq!(notes.len(), 2);
    let told = import_with(input, &Options { blanks: vec!["Unknown".to_owned()], ..Options::default() }).unwrap();
    assert_eq!(kinds(&told.shape)[1..], [FieldType::Whole, FieldType::YesNo]);
    assert_eq!(told.leads[1].values, [None, None]);
}

#[test]
fn reads_numbers_as_their_column_writes_them() {
    let column = |values: &[&str]| {
        let list: String = values.iter().map(|value| format!("x\t{value}\n")).collect();
        let done = import_with(format!("id\tn\n{list}").as_bytes(), &rows()).unwrap();
        let numbers: Vec<_> = done.leads.iter().map(|lead| lead.values[1].clone().unwrap()).collect();
        (done.shape.columns[1].number.decimal, numbers)
    };
    let decimals = |values: &[i64]| values.iter().map(|n| Value::Decimal(*n)).collect::<Vec<_>>();
    let wholes = |values: &[i64]| values.iter().map(|n| Value::Whole(*n)).collect::<Vec<_>>();
    assert_eq!(column(&["1.234,56", "7"]), (Mark::Comma, decimals(&[1_234_560_000, 7_000_000])));
    assert_eq!(column(&["1,234.56", "-7"]), (Mark::Point, decimals(&[1_234_560_000, -7_000_000])));
    assert_eq!(column(&["1 234", "12\u{202f}345 678"]), (Mark::Point, wholes(&[1_234, 12_345_678])));
    assert_eq!(column(&["1\u{a0}234,5", "0,5"]), (Mark::Comma, decimals(&[1_234_500_000, 500_000])));
    assert_eq!(column(&["1'234.50", "3"]), (Mark::Point, decimals(&[1_234_500_000, 3_000_000])));
    assert_eq!(column(&["1.500", "0.250"]), (Mark::Point, decimals(&[1_500_000, 250_000])));
    assert_eq!(column(&["1.234.567", "12"]), (Mark::Comma, wholes(&[1_234_567, 12])));
    assert_eq!(column(&["−3", "+4"]), (Mark::Point, wholes(&[-3, 4])));
    // One of these cannot be both.
    assert_eq!(column(&["1.5", "1,5"]).1, [Value::Text("1.5".into()), Value::Text("1,5".into())]);
}

#[test]
fn tells_a_decimal_mark_that_no_value_proves() {
    let comma = shape("id;prix\na;1,234\nb;5,678\n");
    assert_eq!((comma.columns[1].kind, comma.columns[1].number.decimal), (FieldType::Decimal, Mark::Comma));
    assert!(has_note(&comma, "import-note-decimal-comma"));
    // Another column of the file settles it.
    let point = shape("id;price;rate\na;1,234;1.5\nb;5,678;0.5\n");
    assert_eq!((point.columns[1].kind, point.columns[1].number.decimal), (FieldType::Whole, Mark::Point));
    let forced = Options { decimal: Some(Mark::Point), ..Options::default() };
    assert_eq!(look(b"id;prix\na;1,234\nb;5,678\n", &forced).unwrap().columns[1].kind, FieldType::Whole);
}

#[test]
fn rejects_numbers_out_of_bounds() {
    let options = Options { types: vec![("n".to_owned(), FieldType::Whole)], ..rows() };
    let done =
        import_with(b"id,n\na,9223372036854775807\nb,9223372036854775808\nc,12.0\nd,12.5\ne,x\n", &options).unwrap();
    assert_eq!(
        done.leads.iter().map(|lead| lead.values[1].clone()).collect::<Vec<_>>(),
        [Some(Value::Whole(i64::MAX)), Some(Value::Whole(12))]
    );
    let expected = [
        (3, Some("n"), "import-row-number-bounds"),
        (5, Some("n"), "import-row-not-number"),
        (6, Some("n"), "import-row-not-number"),
    ];
    assert_eq!(problems(&done.counts), expected);
    let done = import_with(b"id,n\na,0.1\nb,9223372036854.9\nc,1.0000005\n", &rows()).unwrap();
    assert_eq!(problems(&done.counts), [(3, Some("n"), "import-row-number-bounds")]);
    assert_eq!((done.leads[1].values[1].clone(), done.counts.rounded), (Some(Value::Decimal(1_000_001)), 1));
}

#[test]
fn decides_the_order_of_dates_by_the_column() {
    let order = |input: &str| {
        let shape = shape(input);
        (shape.columns[1].dates, shape.questions.len())
    };
    let day = Dates::Written(DateOrder::DayFirst);
    let month = Dates::Written(DateOrder::MonthFirst);
    assert_eq!(order("id,made\na,03/04/2025\nb,13/04/2025\n"), (day, 0));
    assert_eq!(order("id,made\na,03/04/2025\nb,04/13/2025\n"), (month, 0));
    assert_eq!(order("id,made\na,03/03/2025\n"), (day, 0));
    assert_eq!(order("id,made\na,03/04/2025\nb,x\n"), (day, 0));
    assert_eq!(refusal("id,made\na,03/04/2025\n"), ("import-dates-open", Some(2), Some("made".to_owned())));
    assert_eq!(refusal("id,made\na,13/04/2025\nb,04/13/2025\n"), ("import-dates-torn", None, Some("made".to_owned())));
    for (forced, at) in [(DateOrder::DayFirst, 1_743_638_400), (DateOrder::MonthFirst, 1_741_046_400)] {
        let options = Options { dates: Some(forced), ..Options::default() };
        let done = import_with(b"id,made\na,03/04/2025\n", &options).unwrap();
        assert_eq!(done.leads[0].values, [Some(Value::Date(at))]);
    }
    let ignored = Options { ignore: vec!["made".to_owned()], ..Options::default() };
    assert_eq!(import_with(b"id,made\na,03/04/2025\n", &ignored).unwrap().leads.len(), 1);
}

#[test]
fn rejects_impossible_dates_without_making_the_column_text() {
    let input = "id,d\na,2025-02-28\nb,2025-02-30\nc,0000-01-01\nd,9999-12-31\ne,1900-01-00\nf,2025-01-01 25:00\n";
    let done = import(input);
    assert_eq!(done.shape.columns[1].kind, FieldType::Date);
    let expected = [
        (3, Some("d"), "import-row-no-such-date"),
        (4, Some("d"), "import-row-date-range"),
        (5, Some("d"), "import-row-date-range"),
        (6, Some("d"), "import-row-no-such-date"),
        (7, Some("d"), "import-row-no-such-date"),
    ];
    assert_eq!(problems(&done.counts), expected);
    assert_eq!(done.counts.problems[0].text.args, [("value", Arg::Text("2025-02-30".to_owned()))]);
}

#[test]
fn knows_the_calendar() {
    let mut expected = Vec::new();
    let mut input = vec!["id,d\n".to_owned()];
    for (year, month) in (1800..2200).flat_map(|year| (0..=13).map(move |month| (year, month))) {
        for day in [0, 1, 28, 29, 30, 31, 32] {
            input.push(format!("{},{year}-{month:02}-{day:02}\n", expected.len()));
            expected.push(chrono::NaiveDate::from_ymd_opt(year, month, day));
        }
    }
    let at = |day: chrono::NaiveDate| Some(Value::Date(day.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp()));
    let done = import(input.concat());
    let found: Vec<&Option<Value>> = done.leads.iter().map(|lead| &lead.values[0]).collect();
    let days: Vec<Option<Value>> = expected.iter().flatten().copied().map(at).collect();
    assert_eq!(found, days.iter().collect::<Vec<_>>());
    assert_eq!(done.counts.rejected, expected.iter().filter(|day| day.is_none()).count() as u64);
}

#[test]
fn reads_instants_in_their_zone() {
    let at = |text: &str, zone: chrono_tz::Tz| {
        let done =
            import_with(format!("id\td\na\t{text}\n").as_bytes(), &Options { zone, ..Options::default() }).unwrap();
        match done.leads.first().map(|lead| lead.values[0].clone()) {
            Some(Some(Value::Date(at))) => at,
            other => panic!("{text}: {other:?}"),
        }
    };
    let (utc, paris) = (chrono_tz::UTC, chrono_tz::Europe::Paris);
    let noon = 1_769_860_800;
    for text in [
        "2026-01-31T12:00:00Z",
        "2026-01-31 14:00:00.123+02:00",
        "2026-01-31T07:00:00-0500",
        "31/01/2026 12:00",
        "2026/01/31 12:00 UTC",
        "31.01.2026, 12:00:00",
        "1/31/2026 12:00 PM",
    ] {
        assert_eq!(at(text, utc), noon, "{text}");
    }
    assert_eq!(at("2026-01-31 13:00", paris), noon);
    assert_eq!(at("2026-01-31T12:00:00Z", paris), noon);
    assert_eq!(at("12/31/99", utc), 946_598_400);
    // The hour that summer time leaves out, and the one it has twice.
    assert_eq!(at("2026-03-29 02:30", paris), at("2026-03-29 03:30", paris));
    assert_eq!(at("2026-10-25 02:30", paris), at("2026-10-25T00:30:00Z", paris));
}

#[test]
fn recognises_day_numbers_and_epochs_by_column() {
    let read = |input: &str| {
        let done = import(input);
        (done.shape.columns[1].dates, done.leads[0].values[0].clone())
    };
    assert_eq!(read("id,Create Date\na,45000\nb,45001.5\n"), (Dates::Serial, Some(Value::Date(1_678_838_400))));
    assert_eq!(read("id,timestamp\na,1700000000\n"), (Dates::Seconds, Some(Value::Date(1_700_000_000))));
    assert_eq!(read("id,timestamp\na,1700000000999\n"), (Dates::Millis, Some(Value::Date(1_700_000_000))));
    assert_eq!(read("id,Date\na,20260131\n"), (Dates::default(), Some(Value::Date(1_769_817_600))));
    assert_eq!(kinds(&shape("id,size\na,45000\n"))[1], FieldType::Whole);
}

#[test]
fn proposes_a_key() {
    let key = |input: &str| {
        let shape = shape(input);
        match shape.key {
            Key::Column(index) => shape.columns[index].name.clone(),
            Key::RowNumber => "row".to_owned(),
        }
    };
    assert_eq!(key("n,Adresse e-mail,Id\n1,a@x.fr,7\n2,b@x.fr,8\n"), "Adresse e-mail");
    assert_eq!(key("n,E-mail,Identifiant\n1,a@x.fr,7\n2,a@x.fr,8\n"), "Identifiant");
    assert_eq!(key("n,code\n1,a\n1,b\n"), "code");
    assert_eq!(key("n,city\n1,a\n2,a\n"), "n");
    assert_eq!(key("n,city\n1,a\n1,a\n"), "row");
    let rows: String = (0..20).map(|n| format!("p{}@x.fr,1\n", n.max(1))).collect();
    let repeated = shape(&format!("email,n\n{rows}"));
    assert_eq!(repeated.key, Key::Column(0));
    assert!(repeated.notes.contains(&msg!("import-note-key-repeated", column = "email", count = 1_u64)));
    // People, their companies and their work may be shared, even where no two rows of this file share them.
    assert_eq!(key("name,company,job title\nAnna,Acme,CMO\nCarl,Beryl,VP\n"), "row");
    assert_eq!(key("name,code\nAnna,x\nCarl,y\n"), "code");
    let rows = |again: u32| (0..40).map(|n| format!("{n},p{}@x.fr\n", n.max(again))).collect::<String>();
    let few = shape(&format!("id,contact\n{}", rows(2)));
    assert_eq!(few.key, Key::Column(1));
    assert!(few.notes.contains(&msg!("import-note-key-repeated", column = "contact", count = 2_u64)));
    assert_eq!(shape(&format!("id,contact\n{}", rows(3))).key, Key::Column(0));
    let done = import("n,city\n1,a\n\n1,a\n");
    assert_eq!(done.leads.iter().map(|lead| lead.key.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    let chosen = Options { key: Some(KeyChoice::Column("VILLE".to_owned())), ..Options::default() };
    assert_eq!(look("id,Ville\n1,a\n".as_bytes(), &chosen).unwrap().key, Key::Column(1));
}

#[test]
fn says_when_leads_look_like_activity() {
    let rows: String = (0..9).map(|n| format!("e{n},p{}@x.fr,2026-01-0{},visit\n", n / 3, n + 1)).collect();
    let note = msg!("import-note-key-activity", column = "email", kind = "type");
    assert!(shape(&format!("event_id,email,date,type\n{rows}")).notes.contains(&note));
    assert!(!has_note(&shape(&format!("event_id,email,date,comment\n{rows}")), note.id));
    assert!(!has_note(&shape(&format!("event_id,email,words,type\n{}", rows.replace("2026", "x"))), note.id));
    let leads: String = (0..9).map(|n| format!("e{n},p{n}@x.fr,2026-01-0{},visit\n", n + 1)).collect();
    assert!(!has_note(&shape(&format!("event_id,email,date,type\n{leads}")), note.id));
}

#[test]
fn rejects_rows_without_a_usable_key() {
    let rows: String = (0..20).map(|n| format!("p{n}@x.fr,{n}\n")).collect();
    let input = format!("email,n\n{rows} ,1\nN/A,2\nmailto:z@x.fr,3\nno address,4\n{},5\n", "é".repeat(300));
    let done = import(&input);
    let expected = [
        (22, Some("email"), "import-row-no-key"),
        (23, Some("email"), "import-row-no-key"),
        (25, Some("email"), "import-row-email"),
        (26, Some("email"), "import-row-email"),
    ];
    assert_eq!(problems(&done.counts), expected);
    assert_eq!(done.leads[20].key, "z@x.fr");
}

#[test]
fn keeps_or_rejects_repeated_keys() {
    let input = b"id,n\na,1\nb,2\na,3\n";
    let with = |duplicates| {
        let key = Some(KeyChoice::Column("id".to_owned()));
        import_with(input, &Options { duplicates, key, ..Options::default() }).unwrap()
    };
    assert_eq!(with(Duplicates::LastWins).counts.accepted, 3);
    let first = with(Duplicates::FirstWins);
    assert_eq!(problems(&first.counts), [(4, None, "import-row-repeated")]);
    assert_eq!(first.counts.problems[0].text, msg!("import-row-repeated", key = "a", line = 2_u64));
}

#[test]
fn guesses_roles_in_two_languages() {
    let roles = |header: &str, row: &str| {
        shape(&format!("{header}\n{row}\n")).columns.iter().map(|column| column.role).collect::<Vec<_>>()
    };
    use Role::{Company, Country, Created, Email, JobTitle, Name, Outcome, Owner, Phone};
    let all = [Email, Name, Name, Phone, Company, JobTitle, Country, Created, Outcome, Owner].map(Some);
    let row = "a@x.fr;A;B;0612;C;D;FR;2026-01-31;won;me";
    assert_eq!(
        roles("Email Address;First Name;Last Name;Phone;Company;Job Title;Country;Created At;Status;Lead Owner", row),
        all
    );
    assert_eq!(
        roles("Adresse e-mail;Prénom;Nom;Téléphone;Société;Fonction;Pays;Date de création;Étape;Propriétaire", row),
        all
    );
    assert_eq!(roles("who;n", "a@x.fr;1")[0], Some(Email));
    // Digits of a phone number are no amount.
    assert_eq!(kinds(&shape("id,Phone\na,33612345678\n"))[1], FieldType::Text);
}

#[test]
fn names_columns_that_options_do_not_find() {
    let options = Options { ignore: vec!["size".to_owned()], ..Options::default() };
    let problem = look(b"id,name\n1,a\n", &options).unwrap_err();
    assert_eq!(problem.text, msg!("import-no-column", name = "size"));
    assert_eq!(problem.hints, [msg!("import-hint-columns", names = "id, name")]);
}

#[test]
fn warns_of_a_few_values_in_the_way_of_a_type() {
    let rows: String = (0..40).map(|n| format!("a{n},{n}\n")).collect();
    let shape = shape(&format!("id,size\n{rows}b,10 000+\n"));
    assert_eq!(shape.columns[1].kind, FieldType::Text);
    let expected = msg!("import-note-odd-numbers", column = "size", count = 1_u64, value = "10 000+", line = 42_u64);
    assert!(shape.notes.contains(&expected));
}

#[test]
fn keeps_strange_text_and_counts_it() {
    let done = import("id,a\n1,\x1b]52;x\x07\n2,b\u{202e}c\n3,=HYPERLINK(1)\n4,é\n");
    assert_eq!(done.leads[0].values, [text("\x1b]52;x\x07")]);
    assert_eq!(done.leads[1].values, [text("b\u{202e}c")]);
    assert_eq!(done.leads[2].values, [text("=HYPERLINK(1)")]);
    assert_eq!(done.counts.strange, 2);
}

#[test]
fn takes_back_the_guard_of_an_export() {
    for (guarded, plain) in [
        ("'=1+1", "=1+1"),
        ("''=1", "'=1"),
        ("'-x", "-x"),
        ("'@a", "@a"),
        ("'tis", "'tis"),
        ("'", "'"),
        ("' \"=1", " \"=1"),
        ("'＝1", "＝1"),
    ] {
        assert_eq!(unguard(guarded), plain);
    }
    assert_eq!(import("id,a\n1,'=1+1\n").leads[0].values, [text("=1+1")]);
}

#[test]
fn takes_its_file_of_rejected_rows_back() {
    let input = "id;name;day\r\n1;\"Anna; B\";2026-01-01\r\n2;\"Bea\";2026-02-30\r\n3;Carl\r\n;Dora;2026-01-02\r\n5;Eve;2026-01-03\r\n";
    let options = Options { key: Some(KeyChoice::Column("id".to_owned())), ..Options::default() };
    let done = import_with(input.as_bytes(), &options).unwrap();
    assert_eq!((done.counts.accepted, done.counts.rejected), (2, 3));
    let rejects = String::from_utf8(done.rejects).unwrap();
    let expected = "\
quadrille_row;quadrille_problem;id;name;day\r
2;\"day: import-row-no-such-date\";2;\"Bea\";2026-02-30\r
3;\"import-row-fields\";3;Carl\r
4;\"id: import-row-no-key\";;Dora;2026-01-02\r
";
    assert_eq!(rejects, expected);
    // As it is, the same rows are rejected for the same reasons, and the file of those is the same.
    let again = import_with(rejects.as_bytes(), &options).unwrap();
    assert_eq!(String::from_utf8(again.rejects).unwrap(), expected);
    assert_eq!(again.counts.problems[1].text, msg!("import-row-fields", found = 2_usize, expected = 3_usize));
    // Mended, they go in, without the two columns.
    let mended = rejects.replace("02-30", "02-28").replace("3;Carl", "3;Carl;2026-01-05").replace(";;Dora", ";4;Dora");
    let fixed = import(&mended);
    assert_eq!((fixed.counts.accepted, fixed.counts.rejected), (3, 0));
    assert_eq!(
        fixed.leads[0],
        Lead { line: 2, key: "2".into(), values: vec![text("Bea"), Some(Value::Date(1_772_236_800))] }
    );
    // Keyed by row number they keep the numbers they had.
    let fixed = import_with(mended.as_bytes(), &rows()).unwrap();
    assert_eq!(fixed.leads.iter().map(|lead| lead.key.as_str()).collect::<Vec<_>>(), ["2", "3", "4"]);
}

/// A source that is not the same the second time.
struct Changing(std::cell::Cell<usize>, [&'static [u8]; 2], Option<u64>);

impl Source for Changing {
    fn name(&self) -> &'static str {
        "leads.csv"
    }

    fn size(&self) -> Option<u64> {
        self.2
    }

    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        // The first look and the first pass see the first version.
        let n = self.0.replace(self.0.get() + 1);
        Ok(Box::new(self.1[usize::from(n > 1)]))
    }
}

#[test]
fn refuses_a_file_that_changes_between_passes() {
    for second in [&b"id,n\na,1\nb,2\n"[..], b"id,n\na,9\n", b"id,n\n"] {
        let source = Changing(std::cell::Cell::new(0), [b"id,n\na,1\n", second], None);
        let problem = import_from(&source, &Options::default()).err().expect("refused");
        assert_eq!((problem.text.id, problem.kind), ("import-changed", Kind::Refused));
    }
}

#[test]
fn stops_when_asked() {
    let stop = inspect(&bytes(b"id,n\na,1\n"), &Options::default(), &mut |_| ControlFlow::Break(())).unwrap_err();
    assert_eq!(stop.kind, Kind::Cancelled);
    let shape = shape("id,n\na,1\nb,2\n");
    let mut rejects = Vec::new();
    let mut run = |verdict: Verdict| {
        let out = Rejects { out: &mut rejects, tell: &|msg| msg.id.to_owned() };
        let source = bytes(b"id,n\na,1\nb,2\n");
        read_leads(&source, &shape, &mut |_| verdict.clone(), out, &mut |_| ControlFlow::Continue(()))
    };
    assert_eq!(run(Verdict::Stop).unwrap_err().kind, Kind::Cancelled);
    let counts = run(Verdict::Reject(msg!("import-row-no-key"))).unwrap();
    assert_eq!((counts.rejected, counts.accepted), (2, 0));
}

#[derive(Debug, PartialEq)]
struct Event {
    line: u64,
    lead: String,
    kind: String,
    at: i64,
    more: [Option<String>; 3],
    value: Option<i64>,
}

fn import_events(input: &[u8], options: &Options) -> Result<(EventShape, Vec<Event>, Counts), Problem> {
    let source = bytes(input);
    let shape = inspect(&source, options, &mut |_| ControlFlow::Continue(()))?;
    let parts = EventShape::propose(&shape, &options.events)?;
    let (mut events, mut rejects) = (Vec::new(), Vec::new());
    let mut sink = |row: &quadrille::import::EventRow<'_>| {
        events.push(Event {
            line: row.line,
            lead: row.lead.to_owned(),
            kind: row.kind.to_owned(),
            at: row.at,
            more: [row.asset, row.campaign, row.channel].map(|text| text.map(str::to_owned)),
            value: row.value,
        });
        Verdict::Keep
    };
    let out = Rejects { out: &mut rejects, tell: &|msg: &Msg| msg.id.to_owned() };
    let counts = read_events(&source, &shape, &parts, &mut sink, out, &mut |_| ControlFlow::Continue(()))?;
    Ok((parts, events, counts))
}

#[test]
fn reads_events() {
    let input = "\
Courriel;Type d'événement;Date;Campagne;Canal;Page;Montant;Autre
a@x.fr;clic;31/01/2026 12:00;Été;e-mail;/prix;1 234,56;x
a@x.fr;clic;31/12/1969;;;;;
a@x.fr;;31/01/2026;;;;;
;clic;31/01/2026;;;;;
b@x.fr;clic;;;;;;
b@x.fr;visite;01/02/2026;;;;;
b@x.fr;visite;08/02/2106;;;;;
";
    let (parts, events, counts) = import_events(input.as_bytes(), &Options::default()).unwrap();
    assert_eq!((parts.lead, parts.kind, parts.at, parts.asset), (0, Kinds::Column(1), 2, Some(5)));
    assert_eq!((parts.campaign, parts.channel, parts.value), (Some(3), Some(4), Some(6)));
    assert_eq!(parts.not_kept, ["Autre"]);
    let more = ["/prix", "Été", "e-mail"].map(|text| Some(text.to_owned()));
    let first = Event {
        line: 2,
        lead: "a@x.fr".into(),
        kind: "clic".into(),
        at: 1_769_860_800,
        more,
        value: Some(1_234_560_000),
    };
    assert_eq!(events[0], first);
    assert_eq!((events.len(), events[1].line), (2, 7));
    let expected = [
        (3, Some("Date"), "import-row-at-range"),
        (4, Some("Type d'événement"), "import-row-no-kind"),
        (5, Some("Courriel"), "import-row-no-key"),
        (6, Some("Date"), "import-row-no-at"),
        (8, Some("Date"), "import-row-at-range"),
    ];
    assert_eq!(problems(&counts), expected);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let seen = |input: &[u8]| {
        let source = bytes(input);
        inspect(&source, &Options::default(), &mut |_| ControlFlow::Continue(())).map(|_| ()).map_err(|p| p.text.id)
    };
    let noise: Vec<u8> = (0..5_000_u64).map(|n| n.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes()[1]).collect();
    assert_eq!(seen(&noise), Err("import-not-text"));
    let wide = |text: &str| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<u8>>();
    assert_eq!(seen(&wide("\u{feff}id,size\na,1\nb,2\n")), Err("import-not-text"));
    assert_eq!(seen(&wide("id,size\na,1\nb,2\n")), Err("import-not-text"));
    assert_eq!(seen(b"id,size\na\0,1\nb,2\n"), Ok(()), "one bad row is that row's trouble");
}

#[test]
fn an_odd_instant_or_amount_rejects_its_row_alone() {
    let input = "email,event,at,value\na@x.fr,b,2026-01-31,1.5\na@x.fr,b,soon,2\na@x.fr,b,2026-02-01,much\nb@x.fr,b,2026-02-01,3\n";
    let (parts, events, counts) = import_events(input.as_bytes(), &Options::default()).unwrap();
    assert_eq!((parts.at, parts.value, events.len()), (2, Some(3), 2));
    let expected = [(3, Some("at"), "import-row-not-date"), (4, Some("value"), "import-row-not-number")];
    assert_eq!(problems(&counts), expected);
    let open = "email,event,at\na@x.fr,b,03/04/2026\na@x.fr,b,soon\n";
    let question = |options: &Options| import_events(open.as_bytes(), options).map(|_| ()).map_err(|p| p.text.id);
    assert_eq!(question(&Options::default()), Err("import-dates-open"));
    assert_eq!(question(&Options { dates: Some(DateOrder::DayFirst), ..Options::default() }), Ok(()));
    let mut named = Options::default();
    named.events.at = Some("at".to_owned());
    let few = "email,event,at\na@x.fr,b,2026-01-31\na@x.fr,b,soon\na@x.fr,b,later\n";
    let refused = import_events(few.as_bytes(), &named).unwrap_err();
    assert_eq!((refused.text.id, refused.place.unwrap().line), ("import-not-dates", Some(3)));
    assert_eq!(refused.text.args, msg!("x", value = "soon").args);
}

#[test]
fn asks_for_what_an_event_file_does_not_show() {
    let refused = |input: &str, options: &Options| import_events(input.as_bytes(), options).unwrap_err().text.id;
    let plain = Options::default();
    assert_eq!(refused("who,event,date\na,b,2026-01-31\n", &plain), "import-no-lead-column");
    assert_eq!(refused("email,date\na@x.fr,2026-01-31\n", &plain), "import-no-kind-column");
    assert_eq!(refused("email,event\na@x.fr,b\n", &plain), "import-no-at-column");
    assert_eq!(refused("email,event,date\na@x.fr,b,soon\n", &plain), "import-not-dates");
    let mut options = Options::default();
    options.events.lead = Some("who".to_owned());
    options.events.fixed_kind = Some("visit".to_owned());
    let (parts, events, _) = import_events(b"who,seen on\na,2026-01-31\n", &options).unwrap();
    assert_eq!(parts.kind, Kinds::Fixed("visit".to_owned()));
    assert_eq!((events[0].kind.as_str(), events[0].lead.as_str()), ("visit", "a"));
    options.events.lead = Some("nobody".to_owned());
    assert_eq!(refused("who,seen on\na,2026-01-31\n", &options), "import-no-column");
}

#[test]
fn reads_the_bank_sample() {
    let done = import(include_bytes!("../data/bank.csv"));
    assert_eq!((done.shape.delimiter, done.shape.rows, done.shape.columns.len()), (b';', 200, 17));
    assert_eq!((done.shape.key, done.counts.rejected), (Key::RowNumber, 0));
    let outcome = &done.shape.columns[16];
    assert_eq!((outcome.name.as_str(), outcome.kind, outcome.role), ("y", FieldType::YesNo, Some(Role::Outcome)));
    assert_eq!(done.shape.columns[0].kind, FieldType::Whole);
    assert_eq!(done.leads[0].values[0], Some(Value::Whole(30)));
    let done = import(include_bytes!("../data/bank-additional.csv"));
    assert_eq!((done.shape.line_ends, done.shape.rows), (LineEnds { lf: 0, crlf: 101, cr: 0 }, 100));
    let kind = |name: &str| done.shape.columns[done.shape.column(name).unwrap()].kind;
    assert_eq!(
        (kind("euribor3m"), kind("cons.price.idx"), kind("age")),
        (FieldType::Decimal, FieldType::Decimal, FieldType::Whole)
    );
    assert_eq!(done.leads[99].line, 101);
    // The same whatever the separator.
    for delimiter in [",", "\t", "|"] {
        let input = String::from_utf8_lossy(include_bytes!("../data/bank-additional.csv")).replace(';', delimiter);
        assert_eq!(import(input).leads, done.leads);
    }
}

#[test]
fn reads_the_ecom_sample() {
    let (parts, events, counts) = import_events(include_bytes!("../data/ecom.csv"), &Options::default()).unwrap();
    assert_eq!((parts.lead, parts.kind, parts.at, parts.channel), (0, Kinds::Column(2), 3, Some(5)));
    assert_eq!(parts.not_kept, ["session_id", "platform", "user_cohort", "user_lifecycle"]);
    // Rows that come twice are both handed over: the store counts them once.
    assert_eq!((counts.accepted, counts.rejected, events.len()), (305, 0, 305));
    assert_eq!((events[0].lead.as_str(), events[0].kind.as_str(), events[0].at), ("user_0000", "home", 1_710_325_274));
}

#[test]
fn hands_cells_over_by_reference() {
    let shape = shape("id,n\na,1\n");
    let mut rejects = Vec::new();
    let out = Rejects { out: &mut rejects, tell: &|msg| msg.id.to_owned() };
    let mut sink = |row: &quadrille::import::LeadRow| {
        assert_eq!((row.len(), row.value(0), row.row()), (1, Some(Cell::Whole(1)), 1));
        Verdict::Keep
    };
    read_leads(&bytes(b"id,n\na,1\n"), &shape, &mut sink, out, &mut |_| ControlFlow::Continue(())).unwrap();
}

proptest! {
    /// Records that are split together are those that are split one by one, a few bytes at a time.
    #[test]
    fn records_are_the_same_however_the_bytes_come(
        cells in prop::collection::vec(
            prop_oneof![
                6 => "[a-c]{0,9},",
                3 => "\"[a-c, é]{0,9}\",",
                1 => prop::sample::select(vec!["\"\"\"\",", "\" \" ,", "a\"b,", "\"a\"b,", "\"a\nb\",", " \"a\",", "\r\n", "\n", "\r", "\t,"])
                    .prop_map(str::to_owned),
                2 => Just("d\n".to_owned()),
                2 => Just("\"d\"\r\n".to_owned()),
            ],
            0..60,
        ),
        lenient_quotes in any::<bool>(),
    ) {
        let input = format!("id,name,more\n{}\n", cells.concat());
        let options = Options { lenient_quotes, key: Some(KeyChoice::RowNumber), ..Options::default() };
        let read = |step: usize| {
            let done = import_from(&Bytes { bytes: input.as_bytes(), step }, &options);
            done.map(|done| (done.shape, done.leads, done.counts, done.rejects))
        };
        prop_assert_eq!(read(usize::MAX), read(1));
    }

    /// Whatever the bytes, nothing panics and every record is accounted for (checked in `import_from`).
    #[test]
    fn any_bytes_are_read_or_refused(
        input in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(&b",;\"\n\r'-= \x1a\0"[..]),
            3 => prop::sample::select(&b"0123456789./:abE+@"[..]),
            1 => any::<u8>(),
        ], 0..300),
        step in 1_usize..40,
        lenient: bool,
    ) {
        let source = Bytes { bytes: &input, step };
        let options = Options { lenient_quotes: lenient, dates: Some(DateOrder::DayFirst), ..Options::default() };
        let whole = import_with(&input, &options);
        match import_from(&source, &options) {
            Ok(done) => {
                let whole = whole.unwrap();
                prop_assert_eq!(&done.leads, &whole.leads);
                prop_assert_eq!(done.counts, whole.counts);
                prop_assert_eq!(done.shape, whole.shape);
            }
            Err(problem) => {
                prop_assert_ne!(problem.text.id, "import-changed");
                prop_assert_eq!(Some(problem), whole.err());
            }
        }
    }

    /// Text written as CSV comes back as it was.
    #[test]
    fn cells_come_back(cells in prop::collection::vec(prop::collection::vec("[a-c\",;\n\r é]{0,6}", 3), 1..6), step in 1_usize..9) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let body: String = cells.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",") + "\r\n").collect();
        let input = format!("a,b,c\r\n{body}");
        let types = ["a", "b", "c"].map(|name| (name.to_owned(), FieldType::Text)).to_vec();
        let options = Options { types, delimiter: Some(b','), ..rows() };
        let done = import_from(&Bytes { bytes: input.as_bytes(), step }, &options).unwrap();
        let tidy = |cell: &String| {
            let lines: Vec<&str> = cell.trim().split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
            let line = lines.join(" ");
            (!line.is_empty()).then_some(Value::Text(line))
        };
        let expected: Vec<Vec<_>> = cells.iter().map(|row| row.iter().map(tidy).collect::<Vec<_>>()).filter(|row| row.iter().any(Option::is_some)).collect();
        let found: Vec<Vec<_>> = done.leads.into_iter().map(|lead| lead.values).collect();
        prop_assert_eq!(found, expected);
    }
}
