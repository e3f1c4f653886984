//! The minutes of a review as a text: who found what of which leads, what was changed for it, and what that does. Never here: how it
//! is written, and where to.

mod changes;
mod masking;
mod verdicts;

use std::collections::HashMap;
use std::sync::Arc;

use chrono_tz::Tz;

use crate::engine::columns::Dataset;
use crate::export::document::Block;
use crate::export::document::Column;
use crate::export::document::Document;
use crate::export::minutes::changes::changes;
use crate::export::minutes::masking::Masking;
use crate::export::minutes::verdicts::verdicts;
use crate::model::Model;
use crate::model::Words;
use crate::model::parse;
use crate::msg;
use crate::review::Remark;
use crate::review::log::Log;
use crate::review::session::Review;
use crate::review::session::Sample;
use crate::review::session::Tally;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::Points;
use crate::workbench::Workbench;

/// What the minutes of a review are made from.
#[derive(Clone, Copy)]
pub struct Minutes<'m> {
    pub review: &'m Review,
    pub log: &'m Log,
    /// The leads of the workspace.
    pub leads: &'m Arc<Dataset>,
    /// The model that the review is held on as it is now; none where the workspace has it no more.
    pub draft: Option<&'m Model>,
    /// The model's versions, oldest first.
    pub versions: &'m [Saved],
    pub lang: Lang,
    /// Whether names are masked and free words are left out.
    pub masked: bool,
    pub zone: Tz,
}

/// A version of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub name: String,
    pub reason: String,
    /// UTC seconds.
    pub at: i64,
}

/// The text while it is being written.
struct Writer<'m> {
    of: Minutes<'m>,
    masking: Masking,
    /// The model as it was when the review was begun; none where its text can no longer be read.
    before: Option<Workbench>,
    /// Where the leads of the sample are among that model's.
    places: HashMap<&'m str, usize>,
    /// What is in force of what was said of each lead of the sample in this review.
    said: Vec<Option<&'m Remark>>,
    blocks: Vec<Block>,
}

/// Writes the minutes of a review.
pub fn minutes(of: Minutes<'_>) -> Document {
    let review = of.review;
    let before = parse(&review.before).ok();
    let before = before.map(|model| Workbench::new(model, None, Arc::clone(of.leads), review.as_of));
    let places = before.as_ref().map(|bench| bench.data().leads_by_key(review.keys())).unwrap_or_default();
    let masking = if of.masked { Masking::of(review, of.log, of.leads, before.as_ref()) } else { Masking::off() };
    let mut writer = Writer { of, masking, before, places, said: review.said(of.log), blocks: Vec::new() };
    writer.facts();
    verdicts(&mut writer);
    changes(&mut writer);
    writer.outcome();
    let title = writer.say(&msg!("minutes-title", review = writer.masking.text(&review.name)));
    let as_of = of.lang.date_time(review.as_of, of.zone);
    let footer = writer.say(&msg!("minutes-footer", as_of = as_of));
    Document { lang: of.lang, title, blocks: writer.blocks, footer }
}

impl Writer<'_> {
    /// Returns where the lead of a remark is among the leads of the model as it was.
    fn place(&self, remark: &Remark) -> Option<usize> {
        self.places.get(&*remark.lead).copied()
    }

    fn say(&self, msg: &Msg) -> String {
        self.of.lang.say(msg)
    }

    fn heading(&mut self, msg: &Msg) {
        self.blocks.push(Block::Heading(self.of.lang.say(msg)));
    }

    fn text(&mut self, msg: &Msg) {
        self.blocks.push(Block::Text(self.of.lang.say(msg)));
    }

    fn notice(&mut self, msg: &Msg) {
        self.blocks.push(Block::Notice(self.of.lang.say(msg)));
    }

    fn list(&mut self, items: &[Msg]) {
        let items = items.iter().map(|item| self.say(item)).collect();
        self.blocks.push(Block::List(items));
    }

    /// Writes a table; of each column its title, and whether it holds numbers.
    fn table(&mut self, columns: &[(Msg, bool)], rows: Vec<Vec<String>>) {
        let columns = columns.iter().map(|(title, is_number)| Column { title: self.say(title), is_number: *is_number });
        let columns = columns.collect();
        self.blocks.push(Block::Table { columns, rows });
    }

    /// Returns words of the model in the minutes' language, or else a name.
    fn words<'w>(&self, words: &'w Words, name: &'w str) -> &'w str {
        words.get(self.of.lang == Lang::Fr).unwrap_or(name)
    }

    /// Returns what a person who takes part is called.
    fn person(&self, name: &str) -> String {
        if name.trim().is_empty() { "–".to_owned() } else { self.masking.person(name) }
    }

    /// Says what the review was: when, who, on which leads.
    fn facts(&mut self) {
        let (review, lang, zone) = (self.of.review, self.of.lang, self.of.zone);
        if review.outcome.is_none() {
            self.notice(&msg!("minutes-draft"));
        }
        if self.of.masked {
            self.notice(&msg!("minutes-masked"));
        }
        let begun = lang.date_time(review.at, zone);
        let held = match &review.outcome {
            Some(outcome) => msg!("minutes-held", begun = begun, ended = lang.date_time(outcome.at, zone)),
            None => msg!("minutes-begun", begun = begun),
        };
        let people: Vec<String> = review.participants.iter().map(|person| self.person(person)).collect();
        let who = if people.is_empty() {
            msg!("minutes-nobody-named")
        } else {
            msg!("minutes-participants", people = people.join(", "))
        };
        let as_of = lang.date_time(review.as_of, zone);
        let title = self.before.as_ref().map(|bench| self.words(&bench.model().title, &review.model).to_owned());
        let model = title.unwrap_or_else(|| review.model.clone());
        let judged = review.tally(self.of.log).iter().map(Tally::judged).sum::<u64>();
        self.list(&[
            held,
            who,
            msg!("minutes-model", model = model, as_of = as_of),
            msg!("minutes-sample", sample = sample(&review.sample), seed = review.seed.to_string()),
            msg!("minutes-judged", judged = judged, leads = review.leads.len()),
        ]);
    }

    /// Says what is left open, and when the next review is.
    fn outcome(&mut self) {
        let outcome = self.of.review.outcome.as_ref();
        self.heading(&msg!("minutes-open-points"));
        let lines = outcome.map_or("", |outcome| outcome.open_points.as_str()).lines();
        let points: Vec<String> =
            lines.map(|line| self.masking.text(line.trim())).filter(|line| !line.is_empty()).collect();
        if points.is_empty() {
            self.text(&msg!("minutes-no-open-points"));
        } else {
            self.blocks.push(Block::List(points));
        }
        self.heading(&msg!("minutes-next"));
        match outcome.map(|outcome| outcome.next.trim()).filter(|next| !next.is_empty()) {
            Some(next) => self.text(&msg!("minutes-next-on", date = day(next, self.of.lang))),
            None => self.text(&msg!("minutes-no-next")),
        }
    }
}

/// Returns a day written `YYYY-MM-DD` as the language writes it.
fn day(day: &str, lang: Lang) -> String {
    let date = day.parse::<chrono::NaiveDate>().ok().and_then(|date| date.and_hms_opt(12, 0, 0));
    date.map_or_else(|| day.to_owned(), |date| lang.date(date.and_utc().timestamp(), Tz::UTC))
}

/// Says which leads a sample takes.
pub fn sample(sample: &Sample) -> Msg {
    match sample {
        Sample::Fifths { top: Some(0), next: Some(0) } => msg!("minutes-sample-none"),
        Sample::Fifths { top, next: Some(0) } => group(*top, true),
        Sample::Fifths { top: Some(0), next } => group(*next, false),
        Sample::Fifths { top, next } => {
            msg!("minutes-sample-both", first = group(*top, true), then = group(*next, false))
        }
        Sample::Cell { row, column, most } => {
            let cell = crate::export::cell_name(row, column);
            match most {
                None => msg!("minutes-sample-cell", cell = cell),
                Some(n) => msg!("minutes-sample-of-cell", n = *n, cell = cell),
            }
        }
        Sample::Zone { name, most: None } => msg!("minutes-sample-zone", zone = name),
        Sample::Zone { name, most: Some(n) } => msg!("minutes-sample-of-zone", n = *n, zone = name),
    }
}

fn group(n: Option<u32>, is_top: bool) -> Msg {
    match (n, is_top) {
        (None, true) => msg!("minutes-sample-top"),
        (Some(n), true) => msg!("minutes-sample-of-top", n = n),
        (None, false) => msg!("minutes-sample-next"),
        (Some(n), false) => msg!("minutes-sample-of-next", n = n),
    }
}

/// Returns points as an argument of a sentence.
fn points(micropoints: i64) -> Points {
    Points(micropoints)
}
