//! What the verdicts of a review come to: a table by verdict and group, and how many of the top group were right. Never here: counting.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::insight::interval::Part;
use crate::insight::interval::thousandths;
use crate::msg;
use crate::review::Verdict;
use crate::review::log::Log;
use crate::review::session::Review;
use crate::review::session::Tally;
use crate::tui::app::App;
use crate::tui::draw::nth;
use crate::tui::saying;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::put;

/// Returns the tallies of all groups as one.
pub(super) fn total(tallies: &[Tally; 3]) -> Tally {
    let mut total = Tally::default();
    for tally in tallies {
        for (sum, n) in total.verdicts.iter_mut().zip(tally.verdicts) {
            *sum += n;
        }
        total.skipped += tally.skipped;
        total.left += tally.left;
    }
    total
}

/// How many leads a tally is of.
fn size(tally: &Tally) -> u64 {
    tally.judged() + tally.skipped + tally.left
}

/// Says how many of those judged in the top group were right, and within which bounds that share may lie; of all leads where the
/// sample has none of the top group.
pub(super) fn right(app: &App, review: &Review, log: &Log) -> Vec<String> {
    let tallies = review.tally(log);
    let of_top = size(&tallies[0]) > 0;
    let tally = if of_top { tallies[0] } else { total(&tallies) };
    let part = Part::new(tally.of(Verdict::Right), tally.judged());
    let Some((share, likely)) = part.share().zip(part.interval()) else {
        return vec![app.say(&msg!("tally-none"))];
    };
    let percent = |share: f64| app.lang.whole_percent(thousandths(share), 1_000);
    let (hits, of, share) = (part.hits, part.of, percent(share));
    let told = if of_top {
        msg!("tally-right-top", hits = hits, of = of, share = share)
    } else {
        msg!("tally-right", hits = hits, of = of, share = share)
    };
    let (lo, hi) = (app.lang.int((thousandths(likely.lo) + 5).div_euclid(10)), percent(likely.hi));
    let bounds = if part.is_small() {
        msg!("tally-bounds-small", lo = lo, hi = hi)
    } else {
        msg!("tally-bounds", lo = lo, hi = hi)
    };
    vec![app.say(&told), app.say(&bounds)]
}

/// Draws the table; returns how many lines it took.
pub(super) fn table(app: &App, review: &Review, log: &Log, area: Rect, buf: &mut Buffer) -> u16 {
    let tallies = review.tally(log);
    let mut columns: Vec<(String, Tally)> = [msg!("tally-top"), msg!("tally-next"), msg!("tally-rest")]
        .iter()
        .zip(tallies)
        .filter(|(_, tally)| size(tally) > 0)
        .map(|(title, tally)| (app.say(title), tally))
        .collect();
    columns.push((app.say(&msg!("tally-total")), total(&tallies)));
    let wide = |index: usize| Rect {
        x: area.right().saturating_sub(u16::try_from(7 * (columns.len() - index)).unwrap_or(area.width)),
        width: 7.min(area.width),
        ..area
    };
    let titles = app.theme.style(Role::Title);
    put(buf, nth(area, 0), &app.say(&msg!("tally-verdict")), Align::Left, titles, &app.theme);
    for (index, (title, _)) in columns.iter().enumerate() {
        put(buf, nth(wide(index), 0), title, Align::Right, titles, &app.theme);
    }
    let verdicts = Verdict::ALL.into_iter().map(|verdict| {
        let label = format!("{} {}", app.theme.glyphs.verdicts[verdict as usize], app.say(&saying::verdict(verdict)));
        (label, columns.iter().map(|(_, tally)| tally.of(verdict)).collect::<Vec<_>>())
    });
    let others = [
        (format!("- {}", app.say(&msg!("verdict-skipped"))), columns.iter().map(|(_, tally)| tally.skipped).collect()),
        (format!("  {}", app.say(&msg!("tally-left"))), columns.iter().map(|(_, tally)| tally.left).collect()),
    ];
    let mut at = 1;
    for (label, counts) in verdicts.chain(others) {
        put(buf, nth(area, at), &label, Align::Left, app.theme.style(Role::Text), &app.theme);
        for (index, n) in counts.iter().enumerate() {
            let style = app.theme.style(if *n == 0 { Role::Muted } else { Role::Text });
            let text = app.lang.int(i64::try_from(*n).unwrap_or(i64::MAX));
            put(buf, nth(wide(index), at), &text, Align::Right, style, &app.theme);
        }
        at += 1;
    }
    at
}

/// Says in a line how often each verdict was given.
pub(super) fn line(app: &App, review: &Review, log: &Log) -> String {
    let total = total(&review.tally(log));
    let said = |verdict: Verdict| {
        let sign = app.theme.glyphs.verdicts[verdict as usize];
        format!("{sign} {} {}", app.say(&saying::verdict(verdict)), total.of(verdict))
    };
    Verdict::ALL.map(said).join("   ")
}
