//! `questions`: the four questions of a review, answered, and the top group against the next.

use clap::ArgMatches;
use clap::Command;

use crate::cli::Ctx;
use crate::cli::Failure;
use crate::cli::args;
use crate::cli::open;
use crate::cli::open::Reading;
use crate::cli::open::worded;
use crate::export::Cell;
use crate::export::Format;
use crate::export::Head;
use crate::insight::contrast::ACTIVITY_DAYS;
use crate::insight::contrast::Evidence;
use crate::insight::contrast::Facts;
use crate::insight::five::Five;
use crate::insight::interval::Part;
use crate::model::POINT;
use crate::model::Side;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::wrap;
use crate::workbench::Questions;
use crate::workbench::tell_review;

mod json;

/// How wide a sentence is told.
const WIDTH: usize = 96;
/// How many criteria are told with what they make of the points, or of the difference.
const TOLD: usize = 8;

pub(super) fn command(lang: Lang) -> Command {
    args::command(lang, "questions", msg!("cli-questions-about"), msg!("cli-questions-examples"))
        .args(args::reading(lang))
}

/// Runs `questions`.
pub(super) fn run(matches: &ArgMatches, ctx: &mut Ctx<'_>) -> Result<u8, Failure> {
    let reading = open::open(matches, ctx)?;
    let questions = reading.bench.questions(reading.customs.flagged_share);
    match reading.style.format {
        Format::Table => {
            reading.heading(ctx)?;
            let telling = Telling { reading: &reading, questions: &questions };
            telling.gaps(ctx)?;
            telling.contrast(ctx)?;
            telling.patterns(ctx)?;
            telling.missing(ctx)?;
        }
        Format::Json => json::questions(&reading, &questions).write(ctx.host.out())?,
        Format::Csv => {
            let heads = [
                Head { id: "question", title: msg!("cli-head-question") },
                Head { id: "item", title: msg!("cli-head-item") },
                Head { id: "measure", title: msg!("cli-head-measure") },
                Head { id: "value", title: msg!("cli-head-value") },
            ];
            reading.list(&heads, json::flat(&json::questions(&reading, &questions)).into_iter(), ctx)?;
        }
    }
    Ok(0)
}

/// The answers, told for people.
struct Telling<'t> {
    reading: &'t Reading,
    questions: &'t Questions,
}

impl Telling<'_> {
    fn gaps(&self, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
        let gaps = &self.questions.gaps;
        ctx.say(&msg!("review-ask-gaps"))?;
        text(&tell_review::gaps(gaps), ctx)?;
        if let Some(points) = gaps.points {
            text(&tell_review::five(points), ctx)?;
        }
        if let Some(cut) = tell_review::cut_off(gaps) {
            text(&cut, ctx)?;
        }
        Ok(writeln!(ctx.host.out())?)
    }

    fn contrast(&self, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
        let (questions, contrast) = (self.questions, &self.questions.contrast);
        let share = u32::from(questions.top_share);
        ctx.say(&msg!("review-ask-contrast", share = share))?;
        text(&tell_review::judgement(contrast, questions.top_share), ctx)?;
        text(&tell_review::source(questions.source.as_ref()), ctx)?;
        writeln!(ctx.host.out())?;
        let heads = [
            Head { id: "measure", title: msg!("cli-head-measure") },
            Head { id: "top", title: msg!("review-group-top", share = share) },
            Head { id: "next", title: msg!("review-group-next", share = share) },
            Head { id: "difference", title: msg!("review-head-difference") },
        ];
        self.reading.list(&heads, self.facts(ctx.lang).into_iter(), ctx)?;
        text(&msg!("review-brackets"), ctx)?;
        writeln!(ctx.host.out())?;
        let heads = [
            Head { id: "criterion", title: msg!("review-makers") },
            Head { id: "hit_top", title: msg!("review-head-hit-top") },
            Head { id: "hit_next", title: msg!("review-head-hit-next") },
            Head { id: "points_top", title: msg!("review-head-points") },
            Head { id: "points_next", title: msg!("review-head-hit-next") },
            Head { id: "more", title: msg!("review-head-more") },
        ];
        let hit = |part: Part| ctx.lang.whole_percent(count(part.hits), count(part.of));
        let rows = contrast.criteria.iter().take(TOLD).map(|maker| {
            let [top, next] = maker.per_lead();
            vec![
                Cell::text(self.title(&maker.criterion, ctx.lang)),
                Cell::text(hit(maker.hit[0])),
                Cell::text(hit(maker.hit[1])),
                Cell::Points(tenths(top)),
                Cell::Points(tenths(next)),
                Cell::Points(tenths(maker.lead_over_next())),
            ]
        });
        let rows: Vec<Vec<Cell<'_>>> = rows.collect();
        if !rows.is_empty() {
            self.reading.list(&heads, rows.into_iter(), ctx)?;
        }
        Ok(writeln!(ctx.host.out())?)
    }

    /// The two groups in numbers.
    fn facts(&self, lang: Lang) -> Vec<Vec<Cell<'static>>> {
        let contrast = &self.questions.contrast;
        let model = self.reading.bench.model();
        let row = |label: Msg, of: &dyn Fn(&Facts) -> String, difference: Option<Evidence>| {
            let difference = difference.map(|evidence| lang.say(&tell_review::gap(contrast, evidence)));
            let [top, next] = [0, 1].map(|group| Cell::text(of(&contrast.groups[group])));
            vec![Cell::text(lang.say(&label)), top, next, Cell::maybe(difference)]
        };
        let say = |msg: Msg| lang.say(&msg);
        let events = |facts: &Facts| {
            let per_lead = i128::from(facts.events) * i128::from(POINT) / (facts.leads.max(1) as i128);
            lang.decimal(i64::try_from(per_lead).unwrap_or(i64::MAX), 1)
        };
        let range = |five: Option<Five>| match five {
            None => say(tell_review::median(None)),
            Some(five) => {
                let (lo, hi) = (lang.points(five.least), lang.points(five.most));
                format!("{}; {}", say(tell_review::median(Some(five))), say(msg!("review-range", lo = lo, hi = hi)))
            }
        };
        let axis = |side: Side| {
            let fallback = if side == Side::Rows { msg!("tui-axis-rows") } else { msg!("tui-axis-columns") };
            let name = lang.say(&fallback);
            msg!("review-row-median", axis = worded(&model.axis(side).name, lang, &name))
        };
        let mut rows = vec![
            row(msg!("review-row-leads"), &|facts| lang.int(count(facts.leads as u64)), None),
            row(msg!("review-row-won"), &|facts| say(tell_review::share(facts.won)), Some(Evidence::Outcomes)),
            row(msg!("review-row-right"), &|facts| say(tell_review::share(facts.right)), Some(Evidence::Verdicts)),
            row(msg!("review-row-busy"), &|facts| say(tell_review::share_of_all(facts.busy)), Some(Evidence::Activity)),
            row(
                msg!("review-row-active", days = ACTIVITY_DAYS),
                &|facts| say(tell_review::share_of_all(facts.active)),
                None,
            ),
            row(msg!("review-row-events", days = ACTIVITY_DAYS), &events, None),
        ];
        let is_there = |side: Side| !model.axis(side).is_absent();
        if is_there(Side::Rows) {
            rows.push(row(axis(Side::Rows), &|facts| range(facts.rows), None));
        }
        if is_there(Side::Columns) {
            rows.push(row(axis(Side::Columns), &|facts| range(facts.columns), None));
        }
        if is_there(Side::Rows) && is_there(Side::Columns) {
            rows.push(row(msg!("review-row-sum"), &|facts| range(facts.sum), None));
        }
        rows
    }

    fn patterns(&self, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
        let (lang, patterns) = (ctx.lang, &self.questions.patterns);
        let title = |name: &str| self.title(name, lang);
        ctx.say(&msg!("review-ask-patterns"))?;
        for told in tell_review::flagged(patterns, self.questions.flagged_share, &title) {
            text(&told, ctx)?;
        }
        for twins in &patterns.twins {
            text(&tell_review::twins(twins, &title), ctx)?;
        }
        for told in tell_review::useless(patterns, &title) {
            text(&told, ctx)?;
        }
        let heads = [
            Head { id: "criterion", title: msg!("cli-head-criterion") },
            Head { id: "share", title: msg!("cli-head-share-of-points") },
            Head { id: "hit", title: msg!("cli-head-given-to") },
        ];
        let percent = |of: [i128; 2]| lang.whole_percent(tell_review::percent_of(of), 100);
        let rows: Vec<Vec<Cell<'_>>> = patterns
            .shares
            .iter()
            .take(TOLD)
            .map(|share| {
                vec![
                    Cell::text(title(&share.criterion)),
                    Cell::text(percent([share.points, patterns.points])),
                    Cell::text(percent([share.hit.hits, share.hit.of].map(i128::from))),
                ]
            })
            .collect();
        if !rows.is_empty() {
            writeln!(ctx.host.out())?;
            self.reading.list(&heads, rows.into_iter(), ctx)?;
        }
        Ok(writeln!(ctx.host.out())?)
    }

    fn missing(&self, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
        let missing = &self.questions.missing;
        ctx.say(&msg!("review-ask-missing"))?;
        text(&tell_review::missing(missing), ctx)?;
        for mark in &missing.marks {
            let points = ctx.lang.points_signed(mark.criterion.weight.saturating_mul(POINT));
            let what = ctx.lang.say(&msg!("review-cost", mark = tell_review::mark(mark), points = points));
            writeln!(ctx.host.out(), "  {what}: {}", ctx.lang.say(&tell_review::mark_evidence(mark)))?;
        }
        Ok(())
    }

    /// Returns what people call a criterion.
    fn title(&self, name: &str, lang: Lang) -> String {
        let criterion = self.reading.bench.model().criterion(name);
        criterion.map_or(name, |criterion| worded(&criterion.title, lang, name)).to_owned()
    }
}

/// Writes a sentence in as many lines as it needs.
fn text(msg: &Msg, ctx: &mut Ctx<'_>) -> Result<(), Failure> {
    for line in wrap(&ctx.lang.say(msg), WIDTH) {
        writeln!(ctx.host.out(), "{line}")?;
    }
    Ok(())
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Returns points rounded to tenths.
fn tenths(points: i64) -> i64 {
    let unit = POINT / 10;
    (points + unit / 2).div_euclid(unit) * unit
}
