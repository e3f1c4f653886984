//! What makes the parts beside the axes loadable: what a model says of itself, and the fields it adds to the leads'.

use std::collections::HashMap;
use std::collections::HashSet;

use chrono::DateTime;
use chrono::NaiveDate;

use crate::model::Derived;
use crate::model::Entity;
use crate::model::Learned;
use crate::model::Lesson;
use crate::model::MAX_NAMES;
use crate::model::MAX_PARTS;
use crate::model::MAX_TALLY;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Stages;
use crate::model::Step;
use crate::model::Value;
use crate::model::Words;
use crate::model::check::Check;
use crate::model::check::Seen;
use crate::model::check_condition::field_name;
use crate::model::check_condition::value;
use crate::msg;
use crate::text::Msg;

/// Checks what a model says of itself, in the order of the text.
pub(super) fn header(check: &mut Check, model: &Model) {
    if let Entity::Company { by, fields } = &model.entity {
        check.within(&[Step::Field("entity")], |check| company(check, by, fields.iter().map(|(field, _)| field)));
    }
    check.count("funnel", model.funnel.len(), MAX_PARTS);
    check.each("funnel", &model.funnel, |check, _, stage| said(check, "name", &stage.name, msg!("model-one-stage")));
    check.count("alignment", model.alignment.len(), MAX_PARTS);
    check.each("alignment", &model.alignment, |check, _, answer| {
        said(check, "question", &answer.question, msg!("model-one-question"));
        check.words("answer", &answer.answer);
    });
    if !model.next_review.is_empty() {
        check.within(&[Step::Field("next_review")], |check| day(check, &model.next_review));
    }
    check.count("left_out", model.left_out.len(), MAX_NAMES);
    check.each("left_out", &model.left_out, |check, _, name| {
        check.text_length(name);
        if name.trim().is_empty() {
            check.fault(msg!("model-empty-name", what = msg!("model-one-left-out")));
        }
    });
}

fn company<'m>(check: &mut Check, by: &str, fields: impl ExactSizeIterator<Item = &'m String>) {
    check.within(&[Step::Field("by")], |check| field_name(check, by));
    check.count("fields", fields.len(), MAX_NAMES);
    check.within(&[Step::Field("fields")], |check| {
        let mut seen = HashMap::new();
        for (index, field) in fields.enumerate() {
            check.within(&[Step::Item(index), Step::Item(0)], |check| once(check, field, &mut seen));
        }
    });
}

/// A text for people that must be there.
fn said(check: &mut Check, own_field: &'static str, words: &Words, what: Msg) {
    check.words(own_field, words);
    if words.is_none() {
        check.within(&[Step::Field(own_field)], |check| check.fault(msg!("model-empty-name", what = what)));
    }
}

/// A field's name in a list that has each once.
fn once(check: &mut Check, field: &str, seen: &mut Seen) {
    field_name(check, field);
    if let Some(first) = seen.get(field) {
        let text = msg!("model-twice-in-list", name = field);
        return check.fault_first(text, first.clone());
    }
    seen.insert(field.to_owned(), check.path().to_vec());
}

/// Checks the fields that a model adds to the leads', in the order of the text.
pub(super) fn fields(check: &mut Check, model: &Model) {
    let mut names = HashMap::new();
    let mut not_yet: HashSet<&str> = model.derived.iter().map(|derived| derived.name.as_str()).collect();
    not_yet.extend(model.learned.iter().map(|learned| learned.name.as_str()));
    check.count("derived", model.derived.len(), MAX_PARTS);
    check.each("derived", &model.derived, |check, _, derived| {
        name(check, &derived.name, &mut names);
        self::derived(check, derived, &not_yet);
        not_yet.remove(derived.name.as_str());
    });
    check.count("learned", model.learned.len(), MAX_PARTS);
    check.each("learned", &model.learned, |check, _, learned| {
        name(check, &learned.name, &mut names);
        self::learned(check, learned, &not_yet);
    });
}

fn name(check: &mut Check, name: &str, names: &mut Seen) {
    check.name(name, "name", (msg!("model-one-field"), msg!("model-several-added")), names);
}

fn derived(check: &mut Check, derived: &Derived, not_yet: &HashSet<&str>) {
    let of = derived.name.as_str();
    check.words("title", &derived.title);
    check.filled(of, "cases", derived.cases.len());
    check.count("cases", derived.cases.len(), MAX_PARTS);
    let first = derived.cases.first().map(|case| &case.value);
    check.each("cases", &derived.cases, |check, _, case| {
        check.condition("when", &case.when);
        reads(check, "when", &case.when, of, not_yet);
        check.within(&[Step::Field("value")], |check| one_kind(check, of, &case.value, first));
    });
    if let Some(otherwise) = &derived.otherwise {
        check.within(&[Step::Field("otherwise")], |check| one_kind(check, of, otherwise, first));
    }
}

/// A value of a derived field: all of one field are of one kind.
fn one_kind(check: &mut Check, of: &str, found: &Value, first: Option<&Value>) {
    value(check, found);
    if let Some(first) = first.filter(|first| std::mem::discriminant(*first) != std::mem::discriminant(found)) {
        let text = msg!("model-derived-kinds", field = of, found = found.to_string(), first = first.to_string());
        match (first, found) {
            (Value::Whole(_), Value::Decimal(_)) | (Value::Decimal(_), Value::Whole(_)) => {
                check.fault_hint(text, msg!("model-hint-decimals"));
            }
            _ => check.fault(text),
        }
    }
}

/// Refuses a condition that reads a field which is worked out later, or the very field it is part of.
fn reads(check: &mut Check, own_field: &'static str, condition: &Predicate, of: &str, not_yet: &HashSet<&str>) {
    let mut told = HashSet::new();
    condition.each_test(&mut |read, _| {
        if not_yet.contains(read) && told.insert(read) {
            check.within(&[Step::Field(own_field)], |check| too_early(check, of, read));
        }
    });
}

fn too_early(check: &mut Check, of: &str, read: &str) {
    check.fault(if of == read {
        msg!("model-reads-itself", field = of)
    } else {
        msg!("model-reads-later", field = of, later = read)
    });
}

fn learned(check: &mut Check, learned: &Learned, not_yet: &HashSet<&str>) {
    let of = learned.name.as_str();
    check.words("title", &learned.title);
    check.condition("won", &learned.won);
    reads(check, "won", &learned.won, of, not_yet);
    check.condition("lost", &learned.lost);
    reads(check, "lost", &learned.lost, of, not_yet);
    check.filled(of, "fields", learned.fields.len());
    for (list, names) in [("fields", &learned.fields), ("blanks_count", &learned.blanks_count), ("tags", &learned.tags)]
    {
        check.count(list, names.len(), MAX_NAMES);
        let mut seen = HashMap::new();
        check.each(list, names, |check, _, field| {
            once(check, field, &mut seen);
            if not_yet.contains(field.as_str()) {
                too_early(check, of, field);
            }
        });
    }
    if let Some(stage) = &learned.stage {
        check.within(&[Step::Field("stage")], |check| stages(check, of, stage, not_yet));
    }
    if let Some(since) = &learned.since {
        check.within(&[Step::Field("since")], |check| day(check, since));
    }
    if let Some(lesson) = &learned.lesson {
        check.within(&[Step::Field("lesson")], |check| self::lesson(check, of, lesson));
    }
}

fn stages(check: &mut Check, of: &str, stages: &Stages, not_yet: &HashSet<&str>) {
    check.within(&[Step::Field("field")], |check| {
        field_name(check, &stages.field);
        if not_yet.contains(stages.field.as_str()) {
            too_early(check, of, &stages.field);
        }
    });
    check.filled(of, "order", stages.order.len());
    check.count("order", stages.order.len(), MAX_PARTS);
    let mut seen: Seen = HashMap::new();
    check.each("order", &stages.order, |check, _, stage| {
        check.text_length(stage);
        if let Some(first) = seen.get(stage) {
            return check.fault_first(msg!("model-twice-in-list", name = stage), first.clone());
        }
        seen.insert(stage.clone(), check.path().to_vec());
        if stage.trim().is_empty() {
            check.fault(msg!("model-empty-name", what = msg!("model-one-stage")));
        }
    });
}

fn lesson(check: &mut Check, of: &str, lesson: &Lesson) {
    check.within(&[Step::Field("at")], |check| {
        check.text_length(&lesson.at);
        if DateTime::parse_from_rfc3339(&lesson.at).is_err() && !is_day(&lesson.at) {
            check.fault(msg!("model-bad-instant", found = start(&lesson.at)));
        }
    });
    let count = |check: &mut Check, what, n: u64| {
        check.bounds(of, what, i64::try_from(n).unwrap_or(i64::MAX), 0..=MAX_TALLY);
    };
    count(check, "won", lesson.won);
    count(check, "lost", lesson.lost);
    check.count("tallies", lesson.tallies.len(), MAX_NAMES);
    check.each("tallies", &lesson.tallies, |check, _, tally| {
        check.within(&[Step::Field("field")], |check| field_name(check, &tally.field));
        if let Some(counted) = &tally.value {
            check.within(&[Step::Field("value")], |check| value(check, counted));
        }
        count(check, "won", tally.won);
        count(check, "lost", tally.lost);
    });
}

fn day(check: &mut Check, day: &str) {
    if !is_day(day) {
        check.fault(msg!("model-bad-day", found = start(day)));
    }
}

/// Whether a text is a day of the calendar, written `2026-01-31`.
fn is_day(text: &str) -> bool {
    text.len() == 10 && NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

/// The start of a text: enough for a sentence.
fn start(text: &str) -> String {
    text.chars().take(40).collect()
}
