//! The part of the minutes that says what was changed in the model during the review, and what that does to the leads.

use std::collections::HashSet;
use std::sync::Arc;

use crate::engine::rank::Fifth;
use crate::export::minutes::Writer;
use crate::model::Model;
use crate::model::parse;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::workbench::Workbench;
use crate::workbench::differences;

/// How many leads that came into the top group, or left it, are named.
const NAMED: usize = 10;
/// A version saved within a day after the end still belongs to the review, UTC seconds.
const AFTERWARDS: i64 = 86_400;

pub(super) fn changes(writer: &mut Writer<'_>) {
    let review = writer.of.review;
    let after = match &review.outcome {
        Some(outcome) => parse(&outcome.after).ok(),
        None => writer.of.draft.cloned(),
    };
    writer.heading(&msg!("minutes-changes"));
    let both = writer.before.as_ref().map(|bench| bench.model().clone()).zip(after);
    let differ = match &both {
        None => {
            writer.text(&msg!("minutes-no-model"));
            false
        }
        Some((before, after)) => told(writer, before, after),
    };
    versions(writer);
    writer.heading(&msg!("minutes-effect"));
    match both.filter(|_| differ) {
        Some((_, after)) => {
            let after = Workbench::new(after, None, Arc::clone(writer.of.leads), review.as_of);
            if let Some(before) = writer.before.take() {
                zones(writer, &before, &after);
                top(writer, &before, &after);
                writer.before = Some(before);
            }
        }
        None => writer.text(&msg!("minutes-no-effect")),
    }
}

/// Writes what differs between two models; tells whether anything does.
fn told(writer: &mut Writer<'_>, before: &Model, after: &Model) -> bool {
    let found = differences(before, after, writer.of.lang == Lang::Fr);
    if found.is_empty() {
        writer.text(&msg!("minutes-no-changes"));
        return false;
    }
    let items = found.iter().map(|found| writer.masking.text(&writer.say(found))).collect();
    writer.blocks.push(crate::export::document::Block::List(items));
    true
}

/// Writes which versions were saved, and why.
fn versions(writer: &mut Writer<'_>) {
    let review = writer.of.review;
    let last = review.outcome.as_ref().map_or(i64::MAX, |outcome| outcome.at.saturating_add(AFTERWARDS));
    writer.heading(&msg!("minutes-versions"));
    let saved = writer.of.versions.iter().filter(|version| (review.at..=last).contains(&version.at));
    let items: Vec<Msg> = saved
        .map(|version| {
            let at = writer.of.lang.date_time(version.at, writer.of.zone);
            let (name, reason) = (writer.masking.text(&version.name), writer.masking.text(version.reason.trim()));
            if reason.is_empty() {
                msg!("minutes-version-plain", name = name, at = at)
            } else {
                msg!("minutes-version", name = name, at = at, reason = reason)
            }
        })
        .collect();
    if items.is_empty() {
        writer.text(&msg!("minutes-no-versions"));
    } else {
        writer.list(&items);
    }
}

/// Writes how many leads each zone has before and after.
fn zones(writer: &mut Writer<'_>, before: &Workbench, after: &Workbench) {
    let as_of = writer.of.lang.date_time(writer.of.review.as_of, writer.of.zone);
    writer.text(&msg!("minutes-effect-on", as_of = as_of));
    let count = |bench: &Workbench, name: &str| {
        let at = bench.model().zones.iter().position(|zone| zone.name == name);
        at.map(|at| i64::try_from(bench.zone_counts()[at]).unwrap_or(i64::MAX))
    };
    let is_new = |zone: &&crate::model::Zone| after.model().zone(&zone.name).is_none();
    let all = after.model().zones.iter().chain(before.model().zones.iter().filter(is_new));
    let lang = writer.of.lang;
    let shown = |n: Option<i64>| n.map_or_else(|| "–".to_owned(), |n| lang.int(n));
    let rows: Vec<Vec<String>> = all
        .map(|zone| {
            let (was, is) = (count(before, &zone.name), count(after, &zone.name));
            let name = writer.words(&zone.title, &zone.name).to_owned();
            vec![name, shown(was), shown(is), lang.delta(is.unwrap_or(0) - was.unwrap_or(0))]
        })
        .collect();
    if rows.is_empty() {
        writer.text(&msg!("minutes-no-zones"));
        return;
    }
    let head = |id: Msg, is_number| (id, is_number);
    writer.table(
        &[
            head(msg!("cli-head-zone"), false),
            head(msg!("minutes-head-before"), true),
            head(msg!("minutes-head-after"), true),
            head(msg!("minutes-head-change"), true),
        ],
        rows,
    );
}

/// Writes who came into the top group, and who left it.
fn top(writer: &mut Writer<'_>, before: &Workbench, after: &Workbench) {
    if before.model().entity != after.model().entity {
        writer.text(&msg!("minutes-other-entity"));
        return;
    }
    let group = |bench: &Workbench| -> HashSet<String> {
        let fifths = bench.cut().fifths.iter().enumerate();
        let top = fifths.filter(|(_, fifth)| **fifth == Fifth::Top);
        top.map(|(lead, _)| bench.data().keys.get(lead).to_owned()).collect()
    };
    let (was, is) = (group(before), group(after));
    let only = |in_this: &HashSet<String>, of: &Workbench, not: &HashSet<String>| -> Vec<String> {
        let order = of.order().iter().map(|lead| *lead as usize);
        let moved = order.filter(|lead| {
            let key = of.data().keys.get(*lead);
            in_this.contains(key) && !not.contains(key)
        });
        moved.map(|lead| of.row(lead).called(writer.of.masked)).collect()
    };
    let (came, left) = (only(&is, after, &was), only(&was, before, &is));
    let named = |names: &[String]| {
        let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        match names.len().saturating_sub(NAMED) {
            0 => first,
            more => writer.say(&msg!("minutes-and-more", names = first, more = more)),
        }
    };
    let mut items = Vec::new();
    items.push(if came.is_empty() {
        msg!("minutes-none-came")
    } else {
        msg!("minutes-came", n = came.len(), names = named(&came))
    });
    items.push(if left.is_empty() {
        msg!("minutes-none-left")
    } else {
        msg!("minutes-left", n = left.len(), names = named(&left))
    });
    writer.list(&items);
}
