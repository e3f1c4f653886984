//! The call sheet: what sales get, and what comes back of it, through a spreadsheet's hands or not; conflicts are told and left out.

use std::sync::Arc;

use proptest::prelude::*;
use quadrille::export::sheet::call_sheet;
use quadrille::import::read_plain;
use quadrille::problem::Problem;
use quadrille::review::Remark;
use quadrille::review::Said;
use quadrille::review::Verdict;
use quadrille::review::log::Log;
use quadrille::review::session::Review;
use quadrille::text::Lang;
use quadrille::workbench::Workbench;
use quadrille::workbench::sheet::Asked;
use quadrille::workbench::sheet::Filled;
use quadrille::workbench::sheet::verdict_of;

use crate::cli::Home;
use crate::demo;
use crate::minutes::Held;
use crate::minutes::held;

/// When the sheet was written, and when it is read.
const WRITTEN: i64 = demo::AS_OF + 10_000;
const READ: i64 = WRITTEN + 86_400;

fn bench(held: &Held) -> Workbench {
    let mut bench = Workbench::new(demo::model(), None, Arc::clone(&held.data), demo::AS_OF);
    bench.set_log(Arc::new(held.log.clone()));
    bench
}

fn leads(bench: &Workbench, held: &Held) -> Vec<usize> {
    held.review.leads.iter().map(|sampled| bench.data().lead_by_key(&sampled.lead).unwrap()).collect()
}

/// The sheet of the review's sample.
fn sheet(bench: &Workbench, held: &Held, lang: Lang) -> String {
    let bytes = call_sheet(bench, &leads(bench, held), Some(&held.review), lang, false, WRITTEN).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Writes into the cells of a sheet's rows, by number from 0: verdict, reason, note.
fn fill(sheet: &str, delimiter: u8, cells: &[(usize, [&str; 3])]) -> Vec<u8> {
    let sheet = sheet.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(sheet.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    for (row, filled) in cells {
        for (at, text) in filled.iter().enumerate() {
            (*text).clone_into(&mut rows[row + 1][9 + at]);
        }
    }
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn read(bench: &Workbench, bytes: &[u8], theirs: bool, reviews: &[Review]) -> Result<Filled, Problem> {
    let plain = read_plain("calls.csv", bytes)?;
    assert!(plain.broken.is_empty(), "{:?}", plain.broken);
    bench.read_sheet(&plain.heads, &plain.rows, &Asked { by: "Ana (calls.csv)", at: READ, theirs, reviews })
}

#[test]
fn the_sheet_in_both_languages() {
    let held = held();
    let bench = bench(&held);
    for lang in Lang::ALL {
        let sheet = sheet(&bench, &held, lang);
        assert!(sheet.starts_with('\u{feff}') && sheet.ends_with("\r\n"), "{sheet:?}");
        let shown = sheet.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        insta::assert_snapshot!(format!("sheet_{}", lang.tag()), shown);
    }
}

#[test]
fn a_verdict_may_be_written_in_many_ways() {
    let words = [
        ("too early", Verdict::TooEarly),
        ("TROP  TÔT ", Verdict::TooEarly),
        ("trop tot", Verdict::TooEarly),
        ("too_early", Verdict::TooEarly),
        ("Too-Early", Verdict::TooEarly),
        ("e", Verdict::TooEarly),
        ("trop tard", Verdict::TooLate),
        ("r", Verdict::TooLate),
        ("Hors cible", Verdict::OffTarget),
        ("off_target", Verdict::OffTarget),
        ("X", Verdict::OffTarget),
        ("Bon", Verdict::Right),
        ("right", Verdict::Right),
        ("g", Verdict::Right),
    ];
    for (word, verdict) in words {
        assert_eq!(verdict_of(word), Some(verdict), "{word}");
    }
    for word in ["", "early", "yes", "?", "too early, I think"] {
        assert_eq!(verdict_of(word), None, "{word}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_on_a_sheet_is_what_is_recorded(
        says in proptest::collection::vec(
            (proptest::option::of(0..4_usize), "[ -~é€]{0,12}", r#"[=+@'"; ,|a-zé]{0,12}"#), 12),
        french in any::<bool>(),
        old in any::<bool>(),
    ) {
        let mut held = held();
        held.log = Log::default();
        let bench = bench(&held);
        let lang = if french { Lang::Fr } else { Lang::En };
        let words: Vec<String> = says.iter().map(|(verdict, ..)| {
            verdict.map_or_else(String::new, |at| lang.say(&quadrille::workbench::tell::verdict(Verdict::ALL[at])))
        }).collect();
        let cells: Vec<(usize, [&str; 3])> = says.iter().zip(&words).enumerate()
            .map(|(at, ((_, reason, note), word))| (at, [word.as_str(), reason, note])).collect();
        let mut bytes = fill(&sheet(&bench, &held, lang), if french { b';' } else { b',' }, &cells);
        if old {
            // As an older spreadsheet saves it.
            bytes = encoding_rs::WINDOWS_1252.encode(std::str::from_utf8(&bytes).unwrap()).0.into_owned();
        }
        let filled = read(&bench, &bytes, false, std::slice::from_ref(&held.review)).unwrap();
        let wanted: Vec<(String, Said)> = says.iter().zip(&held.review.leads).filter_map(|((verdict, reason, note), lead)| {
            let bare = |text: &str| quadrille::import::unguard(text.trim()).to_owned();
            let said = Said::Verdict { verdict: Verdict::ALL[(*verdict)?], reason: bare(reason), note: bare(note) };
            Some((lead.lead.clone(), said))
        }).collect();
        let found: Vec<(String, Said)> =
            filled.remarks.iter().map(|remark| (remark.lead.clone(), remark.said.clone())).collect();
        prop_assert_eq!(&filled.refused, &Vec::new());
        prop_assert_eq!(found, wanted);
        prop_assert_eq!(filled.blank + filled.remarks.len(), 12);
        for remark in &filled.remarks {
            let lead = bench.data().lead_by_key(&remark.lead).unwrap();
            prop_assert_eq!(&remark.footing, &bench.footing(lead));
            prop_assert_eq!((remark.review, remark.at, &*remark.by), (Some(1), READ, "Ana (calls.csv)"));
        }
        // Read once more, it says nothing new.
        let mut again = Workbench::new(demo::model(), None, Arc::clone(&held.data), demo::AS_OF);
        again.set_log(Arc::new(Log { remarks: filled.remarks.clone() }));
        let twice = read(&again, &bytes, false, std::slice::from_ref(&held.review)).unwrap();
        prop_assert_eq!((twice.remarks.len(), twice.refused.len(), twice.known), (0, 0, filled.remarks.len()));
    }
}

fn said_later(held: &Held, row: usize, verdict: Option<Verdict>) -> Remark {
    let said = match verdict {
        Some(verdict) => Said::Verdict { verdict, reason: String::new(), note: String::new() },
        None => Said::Cleared,
    };
    Remark { id: 100, at: WRITTEN + 60, said, lead: held.review.leads[row].lead.clone(), ..held.log.remarks[0].clone() }
}

#[test]
fn what_speaks_against_the_workspace_is_told_and_left_out() {
    let mut held = held();
    held.log.remarks.push(said_later(&held, 1, Some(Verdict::Right)));
    held.log.remarks.push(said_later(&held, 2, None));
    held.log.remarks.push(said_later(&held, 3, Some(Verdict::OffTarget)));
    let bench = bench(&held);
    let text = sheet(&bench, &held, Lang::En);
    let mut bytes = fill(
        &text,
        b',',
        &[
            (0, ["too late", "", ""]),   // Judged before the sheet was written: the sheet is newer.
            (1, ["too early", "", ""]),  // Judged since.
            (2, ["right", "", ""]),      // Its verdict was taken away since.
            (3, ["off target", "", ""]), // Judged since, in the same way.
            (4, ["perhaps", "", ""]),    // No verdict.
            (5, ["right", "", "first row"]),
            (6, ["g", "", ""]),
        ],
    );
    let row = |lead: &str, verdict: &str| format!("{lead},,,,,,,,,{verdict},,,quadrille {WRITTEN} #1 Autumn\n");
    bytes.extend(row(&held.review.leads[5].lead, "too early").bytes());
    bytes.extend(row("nobody@nowhere.example", "right").bytes());
    bytes.extend(row(&held.review.leads[6].lead, "right").bytes());
    let filled = read(&bench, &bytes, false, &[]).unwrap();
    let told: Vec<String> = filled.refused.iter().map(|problem| problem.tell(Lang::En).join(" ")).collect();
    insta::assert_snapshot!("sheet_refused", told.join("\n"));
    let recorded: Vec<&str> = filled.remarks.iter().map(|remark| &*remark.lead).collect();
    assert_eq!(recorded, [&*held.review.leads[0].lead, &*held.review.leads[6].lead]);
    assert!(filled.remarks.iter().all(|remark| remark.review.is_none()), "the review is not there any more");
    assert_eq!((filled.blank, filled.known), (5, 2));

    let filled = read(&bench, &bytes, true, &[]).unwrap();
    let recorded: Vec<(&str, Verdict)> = filled
        .remarks
        .iter()
        .map(|remark| match &remark.said {
            Said::Verdict { verdict, .. } => (&*remark.lead, *verdict),
            other => panic!("{other:?}"),
        })
        .collect();
    let lead = |row: usize| &*held.review.leads[row].lead;
    let wanted = [
        (lead(0), Verdict::TooLate),
        (lead(1), Verdict::TooEarly),
        (lead(2), Verdict::Right),
        (lead(5), Verdict::TooEarly),
        (lead(6), Verdict::Right),
    ];
    assert_eq!(recorded, wanted);
    assert_eq!(filled.refused.len(), 2, "nobody knows the verdict or the lead: {:?}", filled.refused);
}

#[test]
fn a_file_without_the_needed_columns_is_refused() {
    let held = held();
    let bench = bench(&held);
    for (text, column) in [("Lead,Note\na,b\n", "Verdict"), ("Avis;Remarque\nbon;b\n", "Lead")] {
        let problem = read(&bench, text.as_bytes(), false, &[]).unwrap_err();
        assert!(problem.tell(Lang::En).join(" ").contains(column), "{problem:?}");
    }
    assert!(read(&bench, b"", false, &[]).is_err());
    assert!(read(&bench, b"PK\x03\x04 xl/ [Content_Types].xml", false, &[]).is_err());
    // Columns in any order, in either language, and no mark: what is recorded already cannot be told from what is newer.
    let (judged, fresh) = (&held.review.leads[0].lead, &held.review.leads[11].lead);
    let text = format!("avis;PROSPECT\ntrop tôt;{judged}\nbon;{fresh}\n");
    let filled = read(&bench, text.as_bytes(), false, &[]).unwrap();
    assert_eq!((filled.remarks.len(), filled.refused.len()), (1, 1));
    assert_eq!(&filled.remarks[0].lead, fresh);
}

#[test]
fn no_cell_of_a_sheet_is_a_formula() {
    let mut held = held();
    held.review.name = "=1+1".to_owned();
    let mut data = quadrille::engine::columns::Dataset::clone(&held.data);
    for field in data.fields.iter_mut().map(Arc::make_mut) {
        if let quadrille::engine::columns::Column::Text { words, .. } = &mut field.column {
            for word in words {
                word.insert(0, '=');
            }
        }
    }
    held.data = Arc::new(data);
    let bench = bench(&held);
    let text = sheet(&bench, &held, Lang::En);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut seen = 0;
    for row in reader.records() {
        for cell in &row.unwrap() {
            seen += usize::from(cell.starts_with("'="));
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    assert!(seen > 12, "{seen}");
}

// --- Through the program ---

/// The demo's workspace with a review on it that somebody began.
fn reviewed(home: &Home) -> String {
    use quadrille::store::Store;
    let db = home.demo();
    let mut store = Store::open(std::path::Path::new(&db), demo::AS_OF).unwrap();
    let model = store.models().unwrap().into_iter().next().unwrap();
    let before = store.model(&model.name).unwrap().ron;
    let top: Vec<String> = home
        .ok(&["top", "--db", &db, "--format", "csv", "--limit", "3"])
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).unwrap().to_owned())
        .collect();
    let held = held();
    let leads = top
        .into_iter()
        .map(|lead| quadrille::review::session::Sampled { lead, fifth: quadrille::engine::rank::Fifth::Top })
        .collect();
    store.add_review(&Review { model: model.name, before, leads, outcome: None, ..held.review }).unwrap();
    db
}

#[test]
fn a_sheet_goes_to_sales_and_comes_back() {
    let home = Home::new();
    let db = reviewed(&home);
    let run = |args: &[&str]| home.run(&[args, &["--db", &db]].concat());
    insta::assert_snapshot!("review_list_en", run(&["review", "list"]).out);
    insta::assert_snapshot!("review_show_fr", run(&["review", "show", "Autumn", "--lang", "fr"]).out);
    let ran = run(&["review", "sheet", "--review", "Autumn", "--out", "calls.csv"]);
    assert_eq!((ran.code, &*ran.err), (Some(0), "Written: calls.csv, 3 leads\n"), "{}", ran.out);
    let ran = run(&["review", "sheet", "--top", "--out", "calls.csv"]);
    assert_eq!(ran.code, Some(4), "never over a file without being told: {}", ran.err);
    let text = std::fs::read_to_string(home.path("calls.csv")).unwrap();
    let bytes =
        fill(&text, b',', &[(0, ["too early", "no budget yet", "=1"]), (1, ["bon", "", ""]), (2, ["well", "", ""])]);
    std::fs::write(home.path("calls.csv"), bytes).unwrap();
    let dry = run(&["review", "read", "calls.csv", "--by", "Ana", "--dry-run"]);
    assert_eq!(dry.code, Some(3), "{}", dry.err);
    assert!(dry.out.contains("2 verdicts would be recorded"), "{}", dry.out);
    assert!(run(&["review", "list"]).out.contains(" 0 "), "nothing was written");
    let ran = run(&["review", "read", "calls.csv", "--by", "Ana"]);
    assert_eq!(ran.code, Some(3));
    insta::assert_snapshot!("review_read_en", format!("{}{}", ran.out, ran.err));
    let again = run(&["review", "read", "calls.csv", "--lang", "fr"]);
    insta::assert_snapshot!("review_read_again_fr", format!("{}{}", again.out, again.err));
    let json: serde_json::Value = serde_json::from_str(&run(&["review", "show", "--format", "json"]).out).unwrap();
    assert_eq!((&json[0]["said"], &json[0]["by"]), (&"too_early".into(), &"Ana (calls.csv)".into()));
    assert_eq!((&json[0]["note"], &json[1]["said"]), (&"=1".into(), &"right".into()));
    assert!(json[2]["said"].is_null());
}

#[test]
fn minutes_are_written_by_the_program() {
    let home = Home::new();
    let db = reviewed(&home);
    let run = |args: &[&str]| home.run(&[args, &["--db", &db]].concat());
    let text = run(&["review", "minutes"]);
    assert_eq!((text.code, &*text.err), (Some(0), ""));
    assert!(text.out.starts_with("# Minutes of the review “Autumn”\n\n> Draft"), "{}", text.out);
    let ran = run(&["review", "minutes", "Autumn", "--out", "minutes.html", "--mask", "--lang", "fr"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let page = std::fs::read_to_string(home.path("minutes.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"), "{page}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(home.path("minutes.html")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(run(&["review", "minutes", "--out", "minutes.html"]).code, Some(4));
    assert_eq!(run(&["review", "minutes", "--out", "minutes.html", "--force"]).code, Some(0));
    let ran = run(&["review", "minutes", "Autunm"]);
    assert!(ran.code == Some(4) && ran.err.contains("Autumn"), "{}", ran.err);
}

#[test]
fn without_a_review_the_commands_say_how_to_begin_one() {
    let home = Home::new();
    let db = home.demo();
    for command in [&["review", "list"][..], &["review", "show"], &["review", "minutes"]] {
        let ran = home.run(&[command, &["--db", &db]].concat());
        assert_eq!(ran.code, Some(4), "{}", ran.out);
        assert!(ran.err.contains("no review") && ran.err.contains("3 and n"), "{}", ran.err);
    }
    let ran = home.run(&["review", "sheet", "--zone", "nowhere", "--out", "x.csv", "--db", &db]);
    assert!(ran.code == Some(4) && ran.err.contains("no zone “nowhere”"), "{}", ran.err);
}

#[test]
fn a_masked_sheet_names_nobody() {
    let held = held();
    let bench = &bench(&held);
    let everybody: Vec<usize> = (0..bench.data().n_leads()).collect();
    let bytes = call_sheet(bench, &everybody, None, Lang::En, true, WRITTEN).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for lead in everybody {
        let row = bench.row(lead);
        assert!(!text.contains(row.key), "{}", row.key);
        assert!(row.name.is_none_or(|name| !text.contains(&name)));
    }
}
