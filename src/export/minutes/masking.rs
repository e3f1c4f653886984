//! Hiding people in the minutes: names become initials, addresses and telephone numbers go. Never here: which parts are left out whole.

use std::collections::BTreeSet;

use crate::engine::columns::Dataset;
use crate::model::Role;
use crate::review::log::Log;
use crate::review::session::Review;
use crate::text::fold;
use crate::text::mask_email;
use crate::text::mask_name;
use crate::workbench::Workbench;

/// From so many digits on a number may be a telephone's; a date has eight.
const DIGITS: usize = 9;

/// What hides people, or does nothing.
pub(super) struct Masking {
    /// The words of the names of everybody in the review, folded; none where nothing is hidden.
    names: Option<BTreeSet<String>>,
}

impl Masking {
    pub(super) fn off() -> Masking {
        Masking { names: None }
    }

    /// Hides whoever takes part in a review and the leads of its sample.
    pub(super) fn of(review: &Review, log: &Log, leads: &Dataset, bench: Option<&Workbench>) -> Masking {
        let mut names = BTreeSet::new();
        let mut add = |text: &str| names.extend(words(text).filter(|word| word.chars().count() > 1));
        review.participants.iter().for_each(|person| add(person));
        log.in_force().filter(|remark| remark.review == Some(review.id)).for_each(|remark| add(&remark.by));
        // The model may score companies, whose members are the people.
        let sets = [Some(leads), bench.map(|bench| &**bench.data())];
        for data in sets.into_iter().flatten() {
            let named = data.fields.iter().filter(|field| field.role == Some(Role::Name));
            let named: Vec<_> = named.collect();
            for lead in data.leads_by_key(review.keys()).into_values() {
                named.iter().filter_map(|field| field.value(lead)).for_each(|name| add(&name.to_string()));
            }
        }
        Masking { names: Some(names) }
    }

    /// Returns what a person is called.
    pub(super) fn person(&self, name: &str) -> String {
        match &self.names {
            None => name.to_owned(),
            Some(_) if name.contains('@') => mask_email(name),
            Some(_) => mask_name(name),
        }
    }

    /// Returns free words without the names of people known here, and without addresses and telephone numbers.
    pub(super) fn text(&self, text: &str) -> String {
        let Some(names) = &self.names else { return text.to_owned() };
        let text: Vec<String> = text
            .split(' ')
            .map(|token| if token.contains('@') { mask_email(token) } else { masked_words(token, names) })
            .collect();
        without_numbers(&text.join(" "))
    }
}

/// Returns the folded words of a text.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold)
}

/// Replaces each word that is one of the names by its initial.
fn masked_words(text: &str, names: &BTreeSet<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let end = rest[start..].find(|c: char| !c.is_alphanumeric()).map_or(rest.len(), |len| start + len);
        let word = &rest[start..end];
        out.push_str(&rest[..start]);
        if names.contains(&fold(word)) {
            out.push_str(&mask_name(word));
        } else {
            out.push_str(word);
        }
        rest = &rest[end..];
    }
    out + rest
}

/// Replaces what may be a telephone number by three dots.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let tail = &rest[start..];
        let len = tail.find(|c: char| !(c.is_ascii_digit() || " +-./()".contains(c))).unwrap_or(tail.len());
        let number = tail[..len].trim_end_matches([' ', '-', '.', '/', '(']);
        out.push_str(&rest[..start]);
        let n_digits = number.chars().filter(char::is_ascii_digit).count();
        if n_digits >= DIGITS {
            out.push('…');
        } else {
            out.push_str(number);
        }
        rest = &tail[number.len()..];
    }
    out + rest
}
