//! What makes a model loadable: every limit and every name that must be right, told all at once.
//!
//! What is checked needs no data; whether a field exists or has the right type is found when a model meets leads.

use std::collections::HashMap;
use std::collections::HashSet;
use std::ops::RangeInclusive;

use crate::model::Axis;
use crate::model::Band;
use crate::model::Group;
use crate::model::MAX_CRITERIA;
use crate::model::MAX_PARTS;
use crate::model::MAX_POINTS;
use crate::model::MAX_TEXT_BYTES;
use crate::model::MAX_ZONES;
use crate::model::Map;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Side;
use crate::model::Step;
use crate::model::Words;
use crate::model::advice::field;
use crate::model::check_rule;
use crate::model::nearest;
use crate::model::range::contributions;
use crate::msg;
use crate::problem::Problem;
use crate::text::Msg;

/// The largest sum of an axis's contributions, in micropoints: far enough below `i64::MAX` that nothing overflows.
const MAX_SUM: i128 = i64::MAX as i128 / 4;

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
type Seen = HashMap<String, Vec<Step>>;

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

    /// A fault about a name that does not exist, with the nearest that does.
    fn fault_near<'c>(&mut self, text: Msg, name: &str, known: impl IntoIterator<Item = &'c str>) {
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
    fn name(&mut self, name: &str, own_field: &'static str, (one, several): (Msg, Msg), seen: &mut Seen) {
        self.within(&[Step::Field(own_field)], |check| {
            check.text_length(name);
            if name.trim().is_empty() {
                return check.fault(msg!("model-empty-name", what = one));
            }
            match seen.get(name) {
                Some(first) => {
                    let text = msg!("model-duplicate-name", what = several, name = name);
                    check.add(text, None, Some(first.clone()));
                }
                None => {
                    seen.insert(name.to_owned(), check.path.clone());
                }
            }
        });
    }

    fn model(&mut self, model: &Model) {
        self.within(&[Step::Field("name")], |check| check.file_name(&model.name));
        self.words("title", &model.title);
        self.words("description", &model.description);
        self.within(&[Step::Field("population")], |check| check_rule::predicate(check, &model.population, 1));
        let mut names = HashMap::new();
        for side in Side::BOTH {
            self.within(&[Step::Field(field(side))], |check| check.axis(side, model.axis(side), &mut names));
        }
        let n_criteria = model.criteria().count();
        if n_criteria > MAX_CRITERIA {
            self.fault(msg!("model-many-criteria", n = n_criteria, limit = MAX_CRITERIA));
        }
        self.zones(model);
        let zones: HashSet<&str> = model.zones.iter().map(|zone| zone.name.as_str()).collect();
        let mut names = HashMap::new();
        self.each("maps", &model.maps, |check, _, map| {
            check.name(&map.name, "name", (msg!("model-one-map"), msg!("model-several-maps")), &mut names);
            check.words("title", &map.title);
            if model.rows.n_bands().max(model.columns.n_bands()) <= MAX_PARTS {
                check.map(map, model, &zones);
            }
        });
        if !model.map.is_empty() && !model.maps.iter().any(|map| map.name == model.map) {
            let text = msg!("model-no-such-map", name = &model.map);
            let known = model.maps.iter().map(|map| map.name.as_str());
            self.within(&[Step::Field("map")], |check| check.fault_near(text, &model.map, known));
        }
        self.ranking(model);
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

    fn axis(&mut self, side: Side, axis: &Axis, criteria: &mut Seen) {
        let own = field(side);
        self.words("name", &axis.name);
        self.bounds(own, "start", axis.start, -MAX_POINTS..=MAX_POINTS);
        self.range(own, ("floor", axis.floor), ("ceiling", axis.ceiling));
        let mut names = HashMap::new();
        self.each("groups", &axis.groups, |check, _, group| {
            check.name(&group.name, "name", (msg!("model-one-group"), msg!("model-several-groups")), &mut names);
            check.words("title", &group.title);
            check.range(&group.name, ("min", group.min), ("max", group.max));
            check.each("criteria", &group.criteria, |check, _, criterion| {
                let nouns = (msg!("model-one-criterion"), msg!("model-several-criteria"));
                check.name(&criterion.name, "name", nouns, criteria);
                check_rule::criterion(check, criterion);
            });
        });
        self.sum(axis);
        self.bands(&axis.bands);
    }

    fn range(&mut self, of: &str, low: (&'static str, Option<i64>), high: (&'static str, Option<i64>)) {
        for (what, number) in [low, high] {
            self.bounds(of, what, number.unwrap_or(0), -MAX_POINTS..=MAX_POINTS);
        }
        if let (Some(least), Some(most)) = (low.1, high.1)
            && least > most
        {
            let text = msg!("model-reversed-bounds", of = of, low = low.0, least = least, high = high.0, most = most);
            self.within(&[Step::Field(low.0)], |check| check.fault(text));
        }
    }

    /// Refuses an axis whose values could overflow, whatever the leads.
    fn sum(&mut self, axis: &Axis) {
        let points = |n: Option<i64>| n.map_or(0, i128::from) * i128::from(POINT);
        let size = |group: &Group| {
            let of_criteria: i128 = group.criteria.iter().map(|c| largest(contributions(c))).sum();
            of_criteria.max(points(group.min)).max(-points(group.max))
        };
        let total: i128 = axis.groups.iter().map(size).sum::<i128>() + points(Some(axis.start)).abs();
        if total < MAX_SUM {
            return;
        }
        let criteria = axis.groups.iter().enumerate().flat_map(|(g, group)| {
            group
                .criteria
                .iter()
                .enumerate()
                .map(move |(c, criterion)| (largest(contributions(criterion)), g, c, criterion))
        });
        // The first of the heaviest: the same one on every run.
        let heaviest = criteria.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let limit = i64::try_from(MAX_SUM / i128::from(POINT)).unwrap_or(i64::MAX);
        match heaviest {
            Some((_, g, c, criterion)) => {
                let steps = [Step::Field("groups"), Step::Item(g), Step::Field("criteria"), Step::Item(c)];
                let text = msg!("model-sum-too-large", limit = limit, criterion = &criterion.name);
                self.within(&steps, |check| check.fault(text));
            }
            None => self.fault(msg!("model-bounds-too-large", limit = limit)),
        }
    }

    fn bands(&mut self, bands: &[Band]) {
        if bands.len() > MAX_PARTS {
            let text = msg!("model-many-bands", n = bands.len(), limit = MAX_PARTS);
            self.within(&[Step::Field("bands")], |check| check.fault(text));
        }
        let mut names = HashMap::new();
        self.each("bands", bands, |check, index, band| {
            check.name(&band.label, "label", (msg!("model-one-band"), msg!("model-several-bands")), &mut names);
            check.bounds(&band.label, "from", band.from.unwrap_or(0), -MAX_POINTS..=MAX_POINTS);
            let before = index.checked_sub(1).map(|before| &bands[before]);
            let text = match (before, band.from) {
                (None, Some(_)) => msg!("model-first-band", band = &band.label),
                (Some(_), None) => msg!("model-band-without-from", band = &band.label),
                (Some(Band { label, from: Some(lower) }), Some(from)) if from <= *lower => {
                    msg!("model-band-order", band = &band.label, from = from, before = label, lower = *lower)
                }
                _ => return,
            };
            check.within(&[Step::Field("from")], |check| check.fault(text));
        });
    }

    fn zones(&mut self, model: &Model) {
        if model.zones.len() > MAX_ZONES {
            let text = msg!("model-many-zones", n = model.zones.len(), limit = MAX_ZONES);
            self.within(&[Step::Field("zones")], |check| check.fault(text));
        }
        let mut names = HashMap::new();
        self.each("zones", &model.zones, |check, _, zone| {
            check.name(&zone.name, "name", (msg!("model-one-zone"), msg!("model-several-zones")), &mut names);
            check.words("title", &zone.title);
            check.words("action", &zone.action);
        });
    }

    fn map(&mut self, map: &Map, model: &Model, known_zones: &HashSet<&str>) {
        let (rows, columns) = (&model.rows, &model.columns);
        let labels = || (0..rows.n_bands()).map(|band| rows.label(band));
        let mut first_rows: HashMap<&str, usize> = HashMap::new();
        for (index, (label, zones)) in map.rows.iter().enumerate() {
            self.within(&[Step::Field("rows"), Step::Item(index)], |check| {
                if !labels().any(|known| known == label) {
                    let text = msg!("model-map-unknown-row", map = &map.name, row = label);
                    check.within(&[Step::Item(0)], |check| check.fault_near(text, label, labels()));
                } else if let Some(first) = first_rows.insert(label, index) {
                    let text = msg!("model-map-row-twice", map = &map.name, row = label);
                    let mut first_at = check.path.clone();
                    first_at.pop();
                    first_at.push(Step::Item(first));
                    check.add(text, None, Some(first_at));
                }
                check.map_row(map, label, zones, known_zones);
                if zones.len() > columns.n_bands() {
                    let text = msg!(
                        "model-map-row-too-long",
                        map = &map.name,
                        row = label,
                        n = zones.len(),
                        bands = columns.n_bands()
                    );
                    check.fault(text);
                }
                for column in zones.len()..columns.n_bands() {
                    check.fault(msg!("model-map-hole", map = &map.name, row = label, column = columns.label(column)));
                }
            });
        }
        for missing in labels().filter(|label| !map.rows.iter().any(|(row, _)| row == label)) {
            self.within(&[Step::Field("rows")], |check| {
                check.fault(msg!("model-map-missing-row", map = &map.name, row = missing));
            });
        }
    }

    fn map_row(&mut self, map: &Map, label: &str, zones: &[String], known: &HashSet<&str>) {
        self.within(&[Step::Item(0)], |check| check.text_length(label));
        for (column, zone) in zones.iter().enumerate().filter(|(_, zone)| !known.contains(zone.as_str())) {
            let text = msg!("model-no-such-zone", map = &map.name, zone = zone);
            let known = known.iter().copied();
            self.within(&[Step::Item(1), Step::Item(column)], |check| check.fault_near(text, zone, known));
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

fn largest((least, most): (i128, i128)) -> i128 {
    most.max(-least)
}
