//! The part of the minutes that says what was found: shares with their intervals, reasons, the criterion spoken against, lead by lead.

use std::collections::BTreeMap;

use crate::engine::rank::Fifth;
use crate::export::cell_name;
use crate::export::minutes::Writer;
use crate::export::minutes::points;
use crate::insight::interval::Interval;
use crate::insight::interval::Part;
use crate::msg;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::session::Tally;
use crate::text::Msg;
use crate::workbench::called_by_key;
use crate::workbench::tell;

pub(super) fn verdicts(writer: &mut Writer<'_>) {
    tallies(writer);
    reasons(writer);
    disputed(writer);
    leads(writer);
}

/// Writes how often each verdict was given in each group.
fn tallies(writer: &mut Writer<'_>) {
    writer.heading(&msg!("minutes-verdicts"));
    let groups = writer.of.review.tally(writer.of.log);
    if groups.iter().all(|tally| tally.judged() == 0) {
        writer.text(&msg!("minutes-no-verdicts"));
        return;
    }
    let share = writer.before.as_ref().map_or(0, |bench| bench.model().top_share);
    let mut columns = vec![(msg!("minutes-head-group"), false), (msg!("minutes-head-judged"), true)];
    columns.extend(Verdict::ALL.map(|verdict| (tell::verdict(verdict), true)));
    columns.extend([(msg!("verdict-skipped"), true), (msg!("minutes-head-left"), true)]);
    let mut rows = Vec::new();
    for (tally, fifth) in groups.iter().zip([Fifth::Top, Fifth::Next, Fifth::Rest]) {
        if *tally != Tally::default() {
            rows.push(tally_row(writer, tally, &group(fifth, share)));
        }
    }
    writer.table(&columns, rows);
    writer.text(&msg!("minutes-interval"));
    let is_small = |tally: &Tally| tally.judged() > 0 && Part::new(0, tally.judged()).is_small();
    if groups.iter().any(is_small) {
        let judged: u64 = groups.iter().map(Tally::judged).sum();
        writer.notice(&msg!("minutes-small", judged = judged));
    }
}

fn tally_row(writer: &Writer<'_>, tally: &Tally, group: &Msg) -> Vec<String> {
    let lang = writer.of.lang;
    let count = |n: u64| lang.int(i64::try_from(n).unwrap_or(i64::MAX));
    let shares = Verdict::ALL.map(|verdict| {
        let part = Part::new(tally.of(verdict), tally.judged());
        match part.interval().map(Interval::thousandths) {
            None => "–".to_owned(),
            Some((lo, hi)) => {
                let whole = |thousandths: i64| (thousandths + 5).div_euclid(10);
                let share = i64::try_from(part.hits).unwrap_or(i64::MAX);
                let share = lang.whole_percent(share, i64::try_from(part.of).unwrap_or(i64::MAX));
                lang.say(&msg!("minutes-share", n = part.hits, share = share, lo = whole(lo), hi = whole(hi)))
            }
        }
    });
    let mut row = vec![lang.say(group), count(tally.judged())];
    row.extend(shares);
    row.extend([count(tally.skipped), count(tally.left)]);
    row
}

fn group(fifth: Fifth, share: u8) -> Msg {
    match fifth {
        Fifth::Top => msg!("minutes-group-top", share = u32::from(share)),
        Fifth::Next => msg!("minutes-group-next", share = u32::from(share)),
        Fifth::Rest => msg!("minutes-group-rest"),
    }
}

/// Returns the verdicts given, with their reasons and notes.
fn given<'w, 'm>(writer: &'w Writer<'m>) -> impl Iterator<Item = (Verdict, &'m str, &'m str, &'m Remark)> + 'w {
    writer.said.iter().filter_map(|remark| match remark {
        Some(remark) => match &remark.said {
            Said::Verdict { verdict, reason, note } => Some((*verdict, reason.as_str(), note.as_str(), *remark)),
            _ => None,
        },
        None => None,
    })
}

/// Writes how often each reason was given.
fn reasons(writer: &mut Writer<'_>) {
    writer.heading(&msg!("minutes-reasons"));
    let mut counts: BTreeMap<(Verdict, &str), u64> = BTreeMap::new();
    for (verdict, reason, ..) in given(writer).filter(|(_, reason, ..)| !reason.trim().is_empty()) {
        *counts.entry((verdict, reason)).or_default() += 1;
    }
    if counts.is_empty() {
        writer.text(&msg!("minutes-no-reasons"));
        return;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let items: Vec<Msg> = counts
        .into_iter()
        .map(|((verdict, reason), n)| {
            let reason = writer.masking.text(reason);
            msg!("minutes-reason", reason = reason, verdict = tell::verdict(verdict), n = n)
        })
        .collect();
    writer.list(&items);
}

/// Writes which criterion the verdicts speak against most.
fn disputed(writer: &mut Writer<'_>) {
    writer.heading(&msg!("minutes-disputed"));
    let found = writer.before.as_ref().and_then(|bench| {
        let known = given(writer).filter_map(|(verdict, _, _, remark)| Some((writer.place(remark)?, verdict)));
        let disputed = bench.disputed(&known.collect::<Vec<_>>())?;
        let criterion = bench.model().criterion(&disputed.criterion);
        let title = criterion.map_or(&*disputed.criterion, |criterion| writer.words(&criterion.title, &criterion.name));
        let [early, off, right] = disputed.given;
        let [down, of_right] = disputed.per_lead;
        Some(msg!(
            "minutes-disputed-is",
            criterion = title,
            down = points(down),
            right = points(of_right),
            n_early = early,
            n_off = off,
            n_right = right
        ))
    });
    writer.text(&found.unwrap_or_else(|| msg!("minutes-no-disputed")));
}

/// Writes what was found of each lead.
fn leads(writer: &mut Writer<'_>) {
    writer.heading(&msg!("minutes-leads"));
    if given(writer).next().is_none() {
        writer.text(&msg!("minutes-no-leads"));
        return;
    }
    let masked = writer.of.masked;
    let mut columns = vec![
        (msg!("cli-head-key"), false),
        (msg!("cli-head-company"), false),
        (msg!("cli-head-cell"), false),
        (msg!("comment-row-verdict"), false),
        (msg!("comment-row-reason"), false),
    ];
    if !masked {
        columns.push((msg!("comment-row-note"), false));
    }
    columns.push((msg!("minutes-head-by"), false));
    let rows = lead_rows(writer);
    writer.table(&columns, rows);
    if masked && given(writer).any(|(_, _, note, _)| !note.trim().is_empty()) {
        writer.text(&msg!("minutes-notes-left-out"));
    }
    let gone = given(writer).filter(|(.., remark)| writer.place(remark).is_none()).count();
    if gone > 0 {
        writer.text(&msg!("minutes-gone", leads = gone));
    }
}

fn lead_rows(writer: &Writer<'_>) -> Vec<Vec<String>> {
    let masked = writer.of.masked;
    let rows = given(writer).map(|(verdict, reason, note, remark)| {
        let footing = &remark.footing;
        let known = writer.before.as_ref().zip(writer.place(remark)).map(|(bench, lead)| bench.row(lead));
        let (name, company) = match known {
            Some(known) => (known.called(masked), known.company),
            None => (called_by_key(&remark.lead, masked), None),
        };
        let mut row = vec![
            name,
            company.unwrap_or_else(|| "–".to_owned()),
            cell_name(&footing.row, &footing.column),
            writer.say(&tell::verdict(verdict)),
            writer.masking.text(reason),
        ];
        if !masked {
            row.push(note.to_owned());
        }
        row.push(writer.person(&remark.by));
        row
    });
    rows.collect()
}
