//! The call sheet for sales, as CSV that a spreadsheet opens with a double click. Never here: which leads are on it.

use std::borrow::Cow;
use std::io;

use crate::engine::explain::Cause;
use crate::export::cell_name;
use crate::export::csv::guarded;
use crate::export::csv::io_error;
use crate::model::Role;
use crate::model::Words;
use crate::msg;
use crate::review::Verdict;
use crate::review::session::Review;
use crate::text::Lang;
use crate::text::Points;
use crate::text::mask_name;
use crate::workbench::Workbench;
use crate::workbench::called_by_key;
use crate::workbench::sheet::Column;
use crate::workbench::sheet::mark;
use crate::workbench::tell;

/// How many criteria say why a lead is on the sheet.
const REASONS: usize = 3;
/// Tells a spreadsheet that the file is UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Writes the sheet of some leads, at an instant (UTC seconds), for a review if it is for one.
///
/// `masked`: nobody can be told from it, and it cannot be read back.
///
/// With a semicolon in French, where spreadsheets take it for the delimiter; no text in it is run as a formula.
pub fn call_sheet(
    bench: &Workbench,
    leads: &[usize],
    review: Option<&Review>,
    lang: Lang,
    masked: bool,
    at: i64,
) -> io::Result<Vec<u8>> {
    let mut bytes = BOM.to_vec();
    let delimiter = if lang == Lang::Fr { b';' } else { b',' };
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let heads = Column::ALL.map(|column| heading(column, lang));
    writer.write_record(&heads).map_err(io_error)?;
    let mark = mark(at, review);
    for lead in leads {
        let cells = Column::ALL.map(|column| value(bench, *lead, column, (lang, masked), &mark));
        let cells = cells.iter().map(|cell| guarded(cell));
        writer.write_record(cells.map(Cow::into_owned)).map_err(io_error)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

fn heading(column: Column, lang: Lang) -> String {
    let title = lang.say(&column.title());
    match column {
        Column::Verdict => {
            let words = Verdict::ALL.map(|verdict| lang.say(&tell::verdict(verdict)));
            format!("{title} ({})", words.join(", "))
        }
        Column::Mark => lang.say(&msg!("sheet-leave-as-is", title = title)),
        _ => title,
    }
}

fn value(bench: &Workbench, lead: usize, column: Column, (lang, masked): (Lang, bool), mark: &str) -> String {
    let row = bench.row(lead);
    let field = |role: Role| {
        let value = bench.data().field_in_role(role).and_then(|field| field.value(lead));
        value.map_or_else(String::new, |value| value.to_string())
    };
    match column {
        Column::Lead => called_by_key(row.key, masked),
        Column::Name => row.name.map(|name| if masked { mask_name(&name) } else { name }).unwrap_or_default(),
        Column::Company => row.company.unwrap_or_default(),
        Column::JobTitle => row.job_title.unwrap_or_default(),
        Column::Phone | Column::Email if masked => String::new(),
        Column::Phone => field(Role::Phone),
        Column::Email => field(Role::Email),
        Column::Cell => cell_name(row.row_band, row.column_band),
        Column::Zone => row.zone.map(|zone| words(&zone.title, lang, &zone.name).to_owned()).unwrap_or_default(),
        Column::Why => why(bench, lead, lang),
        Column::Verdict | Column::Reason | Column::Note => String::new(),
        Column::Mark => mark.to_owned(),
    }
}

/// Says which criteria give the lead the most points.
fn why(bench: &Workbench, lead: usize, lang: Lang) -> String {
    let mut lines: Vec<(i64, String)> = Vec::new();
    for line in bench.explain(lead).lines {
        if let Cause::Criterion { name, .. } = line.cause
            && line.points > 0
        {
            lines.push((line.points, name));
        }
    }
    lines.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    let model = bench.model();
    let said = lines.into_iter().take(REASONS).map(|(points, name)| {
        let title = model.criterion(&name).map_or(&*name, |criterion| words(&criterion.title, lang, &name));
        lang.say(&msg!("sheet-why", criterion = title, points = Points(points)))
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn words<'w>(words: &'w Words, lang: Lang, name: &'w str) -> &'w str {
    words.get(lang == Lang::Fr).unwrap_or(name)
}
