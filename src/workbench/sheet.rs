//! The call sheet that sales fill in: its columns, and what a filled one says of the leads. Never here: a file, or how it is written.

use std::collections::BTreeMap;
use std::collections::HashMap;

use crate::msg;
use crate::problem::Problem;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::session::Review;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::fold;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// A column of a call sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Lead,
    Name,
    Company,
    JobTitle,
    Phone,
    Email,
    Cell,
    Zone,
    Why,
    Verdict,
    Reason,
    Note,
    /// Which sheet it is: when it was written, and for which review.
    Mark,
}

impl Column {
    pub const ALL: [Column; 13] = [
        Column::Lead,
        Column::Name,
        Column::Company,
        Column::JobTitle,
        Column::Phone,
        Column::Email,
        Column::Cell,
        Column::Zone,
        Column::Why,
        Column::Verdict,
        Column::Reason,
        Column::Note,
        Column::Mark,
    ];

    /// Returns the heading.
    pub fn title(self) -> Msg {
        match self {
            Column::Lead => msg!("cli-head-key"),
            Column::Name => msg!("cli-head-name"),
            Column::Company => msg!("cli-head-company"),
            Column::JobTitle => msg!("cli-head-job"),
            Column::Phone => msg!("sheet-head-phone"),
            Column::Email => msg!("sheet-head-email"),
            Column::Cell => msg!("cli-head-cell"),
            Column::Zone => msg!("cli-head-zone"),
            Column::Why => msg!("sheet-head-why"),
            Column::Verdict => msg!("comment-row-verdict"),
            Column::Reason => msg!("comment-row-reason"),
            Column::Note => msg!("comment-row-note"),
            Column::Mark => msg!("sheet-head-mark"),
        }
    }

    /// Whether a heading names this column, in either language; what stands in brackets behind it is a help, and does not count.
    fn is_named(self, heading: &str) -> bool {
        let heading = heading.split('(').next().unwrap_or_default();
        let heading = plain(heading);
        Lang::ALL.into_iter().any(|lang| plain(&lang.say(&self.title())) == heading)
    }
}

/// Returns a text as words are compared here: case, accents, `_` and `-` do not count.
fn plain(text: &str) -> String {
    let folded = fold(text).replace(['_', '-', '\u{a0}', '\u{202f}'], " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the verdict that a word names: in either language, by its name in files, or by the key that gives it.
pub fn verdict_of(word: &str) -> Option<Verdict> {
    let word = plain(word);
    let names = |verdict: Verdict| {
        let key = match verdict {
            Verdict::TooEarly => "e",
            Verdict::TooLate => "r",
            Verdict::OffTarget => "x",
            Verdict::Right => "g",
        };
        let mut said = Lang::ALL.into_iter().map(|lang| plain(&lang.say(&tell::verdict(verdict))));
        word == key || word == plain(verdict.id()) || said.any(|said| said == word)
    };
    Verdict::ALL.into_iter().find(|verdict| names(*verdict))
}

/// Returns what marks a sheet: when it was written, UTC seconds, and for which review. Nothing that a spreadsheet would rewrite.
pub fn mark(at: i64, review: Option<&Review>) -> String {
    match review {
        Some(review) => format!("quadrille {at} #{} {}", review.id, review.name),
        None => format!("quadrille {at}"),
    }
}

/// Reads a mark: when, and for which review.
fn marked(text: &str) -> (Option<i64>, Option<i64>) {
    let mut words = text.split_whitespace();
    if words.next() != Some("quadrille") {
        return (None, None);
    }
    let at = words.next().and_then(|word| word.parse().ok());
    let review = words.next().and_then(|word| word.strip_prefix('#')).and_then(|id| id.parse().ok());
    (at, review)
}

/// How a filled sheet is read.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Who filled it in, and from which file.
    pub by: &'a str,
    /// Now, UTC seconds.
    pub at: i64,
    /// The sheet is right where it and the workspace differ, and the last row where two rows do.
    pub theirs: bool,
    pub reviews: &'a [Review],
}

/// What a filled sheet says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// What is to be recorded, in the order of the rows.
    pub remarks: Vec<Remark>,
    /// The rows that are not, and why; each with its line.
    pub refused: Vec<Problem>,
    /// Rows without a verdict.
    pub blank: usize,
    /// Rows that say what is recorded already.
    pub known: usize,
}

/// A row with a verdict.
struct Row {
    line: u64,
    lead: usize,
    key: String,
    verdict: Verdict,
    reason: String,
    note: String,
    written: Option<i64>,
    review: Option<i64>,
}

/// Returns the review that the first marked row of a sheet was written for.
pub fn review_of<'r>(heads: &[String], rows: &[(u64, Vec<String>)], reviews: &'r [Review]) -> Option<&'r Review> {
    let column = heads.iter().position(|head| Column::Mark.is_named(head))?;
    let id = rows.iter().find_map(|(_, cells)| marked(cells.get(column)?).1)?;
    reviews.iter().find(|review| review.id == id)
}

impl Workbench {
    /// Reads a filled sheet: its headings, and its rows with their lines. Columns may stand in any order; those of the lead and of the
    /// verdict must be there.
    pub fn read_sheet(
        &self,
        heads: &[String],
        rows: &[(u64, Vec<String>)],
        asked: &Asked<'_>,
    ) -> Result<Filled, Problem> {
        let place = |column: Column| heads.iter().position(|head| column.is_named(head));
        let needed = |column: Column| {
            let missing = || Problem::refused(msg!("sheet-no-column", column = column.title()));
            place(column).ok_or_else(|| missing().hint(msg!("sheet-hint-columns")))
        };
        let places = [
            Some(needed(Column::Lead)?),
            Some(needed(Column::Verdict)?),
            place(Column::Reason),
            place(Column::Note),
            place(Column::Mark),
        ];
        let leads = self.data().leads_by_key(rows.iter().map(|(_, cells)| cell(cells, places[0])));
        let mut filled = Filled::default();
        let mut found: Vec<Row> = Vec::new();
        for (line, cells) in rows {
            let [key, verdict, reason, note, mark] = places.map(|place| cell(cells, place));
            let refuse = |text: Msg| Problem::refused(text).at(*line, None);
            let verdict = match verdict_of(verdict) {
                _ if verdict.is_empty() => {
                    filled.blank += 1;
                    continue;
                }
                None => {
                    let problem = refuse(msg!("sheet-unknown-verdict", word = verdict));
                    filled.refused.push(problem.hint(msg!("sheet-hint-verdicts")));
                    continue;
                }
                Some(verdict) => verdict,
            };
            let Some(lead) = leads.get(key) else {
                filled.refused.push(refuse(msg!("sheet-unknown-lead", lead = key)));
                continue;
            };
            let (written, review) = marked(mark);
            let review = review.filter(|id| asked.reviews.iter().any(|review| review.id == *id));
            let one_line = |text: &str| text.replace(['\n', '\r', '\t'], " ");
            found.push(Row {
                line: *line,
                lead: *lead,
                key: key.to_owned(),
                verdict,
                reason: one_line(reason),
                note: one_line(note),
                written,
                review,
            });
        }
        self.weigh(found, asked, &mut filled);
        filled.refused.sort_by_key(|problem| problem.place.as_ref().and_then(|place| place.line));
        Ok(filled)
    }

    /// Takes the rows that speak against nothing.
    fn weigh(&self, rows: Vec<Row>, asked: &Asked<'_>, filled: &mut Filled) {
        let mut of_lead: BTreeMap<usize, (Verdict, bool, u64)> = BTreeMap::new();
        for row in &rows {
            let known = of_lead.entry(row.lead).or_insert((row.verdict, true, row.line));
            known.1 &= known.0 == row.verdict;
            known.2 = row.line;
        }
        let newest = self.newest(&rows);
        for row in rows {
            let (_, agree, last) = of_lead[&row.lead];
            let refuse = |text: Msg| Problem::refused(text).at(row.line, None);
            if !agree && !asked.theirs {
                filled.refused.push(refuse(msg!("sheet-twice", lead = &row.key)).hint(msg!("sheet-hint-theirs")));
                continue;
            }
            if row.line != last {
                filled.known += 1;
                continue;
            }
            match newest.get(&row.lead).map(|remark| (&remark.said, remark.at)) {
                Some((Said::Verdict { verdict, reason, note }, _))
                    if (*verdict, &**reason, &**note) == (row.verdict, &*row.reason, &*row.note) =>
                {
                    filled.known += 1;
                    continue;
                }
                Some((said, at)) if !asked.theirs && row.written.is_none_or(|written| at > written) => {
                    let found = match said {
                        Said::Verdict { verdict, .. } => tell::verdict(*verdict),
                        _ => msg!("verdict-cleared"),
                    };
                    let text = msg!("sheet-newer", lead = &row.key, known = found, found = tell::verdict(row.verdict));
                    filled.refused.push(refuse(text).hint(msg!("sheet-hint-theirs")));
                    continue;
                }
                _ => {}
            }
            let remark = Remark {
                id: -1 - i64::try_from(filled.remarks.len()).unwrap_or(i64::MAX - 1),
                lead: row.key,
                at: asked.at,
                by: asked.by.to_owned(),
                said: Said::Verdict { verdict: row.verdict, reason: row.reason, note: row.note },
                review: row.review,
                footing: self.footing(row.lead),
                struck: false,
            };
            filled.remarks.push(remark);
        }
    }

    /// Returns what was said last of each of the leads: a verdict, or that it has none any more.
    fn newest(&self, rows: &[Row]) -> HashMap<usize, &Remark> {
        let leads: HashMap<&str, usize> = rows.iter().map(|row| (&*row.key, row.lead)).collect();
        let speaks = |remark: &&Remark| matches!(remark.said, Said::Verdict { .. } | Said::Cleared);
        let remarks = self.log().in_force().filter(speaks);
        remarks.filter_map(|remark| Some((*leads.get(&*remark.lead)?, remark))).collect()
    }
}

/// Returns a row's cell; nothing where it has no such column.
fn cell(cells: &[String], column: Option<usize>) -> &str {
    column.and_then(|column| cells.get(column)).map_or("", String::as_str)
}
