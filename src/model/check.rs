//! What makes a model loadable: every limit and every name that must be right, told all at once.
//!
//! What is checked needs no data; whether a field exists or has the right type is found when a model meets leads.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::model::MAX_CRITERIA;
use crate::model::MAX_TEXT_BYTES;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Side;
use crate::model::Step;
use crate::model::Words;
use crate::model::check_axis;
use crate::model::check_condition;
use crate::model::check_parts;
use crate::model::check_zones;
use crate::model::nearest;
use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

/// Where looking for more faults ends: a file with more of them is not a model.
const MAX_FAULTS: usize = 100;

/// Why a model is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub text: Msg,
    /// What to do, where that is not plain.
    pub hint: Option<Msg>,
    /// The part of the model that is wrong.
    pub at: Vec<Step>,
    /// The earlier part it clashes with.
    pub first: Option<Vec<Step>>,
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Problem {
        Problem { hints: fault.hint.into_iter().collect(), ..Problem::refused(fault.text) }
    }
}

/// Checks a model on its own, without data; returns every fault (the first hundred), in the order of the text. A model
/// without faults can be scored without overflow, and written as text and read back equal.
pub fn check(model: &Model) -> Vec<Fault> {
    let mut check = Check { faults: Vec::new(), path: Vec::new() };
    check.model(model);
    check.faults
}

/// The names seen so far, and where.
pub(super) type Seen = HashMap<String, Vec<Step>>;

/// The faults so far, and the part of the model being looked at.
pub(super) struct Check {
    faults: Vec<Fault>,
    path: Vec<Step>,
}

impl Check {
    pub(super) fn fault(&mut self, text: Msg) {
        self.add(text, None, None);
    }

    fn add(&mut self, text: Msg, hint: Option<Msg>, first: Option<Vec<Step>>) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(Fault { text, hint, at: self.path.clone(), first });
        }
    }

    /// A fault with what to do about it.
    pub(super) fn fault_hint(&mut self, text: Msg, hint: Msg) {
        self.add(text, Some(hint), None);
    }

    /// A fault that clashes with an earlier part.
    pub(super) fn fault_first(&mut self, text: Msg, first: Vec<Step>) {
        self.add(text, None, Some(first));
    }

    /// Returns where in the model it looks.
    pub(super) fn path(&self) -> &[Step] {
        &self.path
    }

    /// A fault about a name that does not exist, with the nearest that does.
    pub(super) fn fault_near<'c>(&mut self, text: Msg, name: &str, known: impl IntoIterator<Item = &'c str>) {
        if self.faults.len() < MAX_FAULTS {
            let near = nearest(name, known);
            self.add(text, near.map(|near| msg!("model-hint-near", near = near)), None);
        }
    }

    /// Looks at a part.
    pub(super) fn within(&mut self, steps: &[Step], look: impl FnOnce(&mut Check)) {
        let depth = self.path.len();
        self.path.extend_from_slice(steps);
        look(self);
        self.path.truncate(depth);
    }

    /// Looks at every element of a list in a field.
    pub(super) fn each<T>(&mut self, list: &'static str, items: &[T], mut look: impl FnMut(&mut Check, usize, &T)) {
        for (index, item) in items.iter().enumerate() {
            self.within(&[Step::Field(list), Step::Item(index)], |check| look(check, index, item));
        }
    }

    /// Checks a number of a field; `of` names what has the field.
    pub(super) fn bounds(&mut self, of: &str, what: &'static str, number: i64, allowed: RangeInclusive<i64>) {
        if !allowed.contains(&number) {
            let text = msg!(
                "model-out-of-bounds",
                of = of,
                what = what,
                number = number,
                lowest = *allowed.start(),
                highest = *allowed.end()
            );
            self.within(&[Step::Field(what)], |check| check.fault(text));
        }
    }

    pub(super) fn text_length(&mut self, text: &str) {
        if text.len() > MAX_TEXT_BYTES {
            let start: String = text.chars().take(20).collect();
            self.fault(msg!("model-long-text", start = start, size = text.len(), limit = MAX_TEXT_BYTES));
        }
    }

    pub(super) fn words(&mut self, name: &'static str, words: &Words) {
        self.within(&[Step::Field(name)], |check| match words {
            Words::None => {}
            Words::Plain(text) => check.text_length(text),
            Words::Each { en, fr } => {
                check.within(&[Step::Field("en")], |check| check.text_length(en));
                check.within(&[Step::Field("fr")], |check| check.text_length(fr));
            }
        });
    }

    /// Checks a name: there, not too long, and not borne by an earlier one.
    pub(super) fn name(&mut self, name: &str, own_field: &'static str, (one, several): (Msg, Msg), seen: &mut Seen) {
        self.within(&[Step::Field(own_field)], |check| {
            check.text_length(name);
            if name.trim().is_empty() {
                return check.fault(msg!("model-empty-name", what = one));
            }
            match seen.get(name) {
                Some(first) => {
                    let text = msg!("model-duplicate-name", what = several, name = name);
                    check.fault_first(text, first.clone());
                }
                None => {
                    seen.insert(name.to_owned(), check.path.clone());
                }
            }
        });
    }

    /// Checks the condition of a field.
    pub(super) fn condition(&mut self, own_field: &'static str, condition: &Predicate) {
        self.within(&[Step::Field(own_field)], |check| check_condition::condition(check, condition));
    }

    /// Checks how many parts a list has.
    pub(super) fn count(&mut self, list: &'static str, n: usize, limit: usize) {
        if n > limit {
            let text = msg!("model-many-parts", list = list, n = n, limit = limit);
            self.within(&[Step::Field(list)], |check| check.fault(text));
        }
    }

    /// Checks that a list is not empty; `of` names what has the list.
    pub(super) fn filled(&mut self, of: &str, list: &'static str, n: usize) {
        if n == 0 {
            let text = msg!("model-empty-list", of = of, list = list);
            self.within(&[Step::Field(list)], |check| check.fault(text));
        }
    }

    fn model(&mut self, model: &Model) {
        self.within(&[Step::Field("name")], |check| check.file_name(&model.name));
        self.words("title", &model.title);
        self.words("description", &model.description);
        check_parts::header(self, model);
        check_parts::fields(self, model);
        self.condition("population", &model.population);
        let mut names = HashMap::new();
        for side in Side::BOTH {
            self.within(&[Step::Field(field(side))], |check| {
                check_axis::axis(check, side, model.axis(side), &mut names);
            });
        }
        let n_criteria = model.criteria().count();
        if n_criteria > MAX_CRITERIA {
            self.fault(msg!("model-many-criteria", n = n_criteria, limit = MAX_CRITERIA));
        }
        self.ungraded(model);
        check_zones::zones_and_beside(self, model);
        self.ranking(model);
    }

    /// The label of the ungraded is a row's like the bands'.
    fn ungraded(&mut self, model: &Model) {
        self.within(&[Step::Field("ungraded")], |check| {
            check.text_length(&model.ungraded);
            if !model.ungraded.is_empty() && model.ungraded.trim().is_empty() {
                check.fault(msg!("model-empty-name", what = msg!("model-one-band")));
            }
            let band = model.rows.bands.iter().position(|band| band.label == model.ungraded);
            if let Some(band) = band.filter(|_| !model.ungraded.is_empty()) {
                let first = [Step::Field("rows"), Step::Field("bands"), Step::Item(band), Step::Field("label")];
                check.fault_first(msg!("model-ungraded-is-a-band", label = &model.ungraded), first.to_vec());
            }
        });
    }

    /// A model's name is a file's name too, on any system.
    fn file_name(&mut self, name: &str) {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
        let device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
            || matches!(stem.strip_prefix("COM").or(stem.strip_prefix("LPT")), Some(n) if n.len() == 1 && n != "0" && n.parse::<u8>().is_ok());
        if !(1..=64).contains(&name.len()) || !name.chars().all(allowed) || name.starts_with('.') {
            let start: String = name.chars().take(64).collect();
            self.fault(msg!("model-bad-name", name = start));
        } else if device {
            self.fault(msg!("model-device-name", name = name));
        }
    }

    fn ranking(&mut self, model: &Model) {
        if model.rank_by.is_empty() {
            self.within(&[Step::Field("rank_by")], |check| check.fault(msg!("model-rank-empty")));
        }
        self.each("rank_by", &model.rank_by, |check, index, key| {
            if model.rank_by[..index].contains(key) {
                check.fault(msg!("model-rank-twice", key = format!("{key:?}")));
            }
        });
        self.bounds("model", "top_share", i64::from(model.top_share), 1..=50);
    }
}

/// Returns the field of a model that holds an axis.
pub(super) fn field(side: Side) -> &'static str {
    match side {
        Side::Rows => "rows",
        Side::Columns => "columns",
    }
}
