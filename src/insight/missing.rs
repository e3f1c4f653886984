//! Which negative criteria are missing: what is more frequent among the leads that turned out bad than among the good, and costs
//! nothing today. Never here: what adding one would do to the matrix.
//!
//! # The rule
//!
//! A lead is **bad** with an off-target verdict or a lost deal, **good** with a right verdict or a won deal; a verdict goes before a
//! deal. A **mark** is a value of a text or yes/no field, or a kind of event that happened (ever, or within the window that most
//! criteria of the model use, whichever says more). A mark is offered as a criterion when
//!
//! - there are at least [`NEEDED`] bad and as many good leads, and at least [`FEWEST`] bad ones have the mark;
//! - its share is higher among the bad than among the good, surely in 99 of 100 cases (Newcombe's interval): many marks are looked at,
//!   and the most striking of many is often chance;
//! - no criterion takes points for it yet: none that reads the field or counts the kind takes any from a bad lead with the mark, and
//!   no other takes points from half of those and less than half as often from the leads without it;
//! - it is not known only because of the outcome: a field that hardly any other lead has a value of is left out, and so are
//!   persons, owners and the fields that tell the outcome;
//! - a stronger mark does not already say the same of the same leads.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::engine::columns::Column;
use crate::engine::columns::Field;
use crate::insight::ground::Counted;
use crate::insight::ground::Ground;
use crate::insight::interval::Interval;
use crate::insight::interval::Part;
use crate::insight::interval::Sureness;
use crate::insight::interval::newcombe;
use crate::insight::lesson::Outcome;
use crate::insight::makeup::first_spellings;
use crate::insight::patterns::Bits;
use crate::model::Criterion;
use crate::model::Filter;
use crate::model::Group;
use crate::model::MAX_WEIGHT;
use crate::model::POINT;
use crate::model::Predicate;
use crate::model::Provenance;
use crate::model::Repeat;
use crate::model::Role;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Test;
use crate::model::Value;
use crate::model::Window;
use crate::review::Verdict;

/// The fewest bad, and the fewest good, leads to learn a negative from.
pub const NEEDED: u64 = 10;
/// The fewest bad leads that have a mark.
pub const FEWEST: u64 = 5;
/// The most marks that are offered.
pub const MOST: usize = 10;
/// The longest text of a value that makes a criterion.
const LONGEST: usize = 200;

/// What is missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Leads that turned out bad, and good, and how many of them by a verdict.
    pub bad: u64,
    pub good: u64,
    pub bad_by_verdict: u64,
    pub good_by_verdict: u64,
    /// The surest difference first.
    pub marks: Vec<Mark>,
}

impl Missing {
    /// Returns how many bad and how many good leads more it takes to say anything.
    pub fn lacking(&self) -> (u64, u64) {
        (NEEDED.saturating_sub(self.bad), NEEDED.saturating_sub(self.good))
    }
}

/// Something bad leads have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub of: Of,
    /// With the mark, of the bad leads and of the good.
    pub bad: Part,
    pub good: Part,
    /// Of the difference of the two shares, in 99 of 100 cases.
    pub likely: Interval,
    /// Where the criterion goes.
    pub side: Side,
    pub group: String,
    /// The criterion that would take points for it, without a name that is free yet.
    pub criterion: Criterion,
}

impl Mark {
    /// Returns how many times as frequent it is among the bad as among the good; none where no good lead has it.
    pub fn lift(&self) -> Option<f64> {
        let good = self.good.share().filter(|share| *share > 0.0)?;
        Some(self.bad.share()? / good)
    }
}

/// What a mark is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    Value { field: String, value: Value },
    Kind { kind: String, within: Option<Window> },
}

/// Returns what is missing.
pub fn missing(ground: &Ground<'_>) -> Missing {
    let turned = Turned::out(ground);
    let mut found = turned.told.clone();
    if found.lacking() != (0, 0) {
        return found;
    }
    let mut marks = of_fields(ground, &turned);
    marks.extend(of_kinds(ground, &turned));
    let criteria: Vec<Costing<'_>> =
        ground.criteria().into_iter().filter_map(|counted| Costing::of(counted, &turned)).collect();
    marks.retain(|mark| !criteria.iter().any(|costing| costing.covers(mark, &turned)));
    marks.sort_by(|a, b| b.likely.lo.total_cmp(&a.likely.lo));
    let mut kept: Vec<Seen> = Vec::new();
    for mark in marks {
        let same = |known: &Seen| known.who.in_common(&mark.who) * 100 >= 95 * known.who.count().max(mark.who.count());
        if kept.len() < MOST && !kept.iter().any(same) {
            kept.push(mark);
        }
    }
    found.marks = kept.into_iter().filter_map(|seen| mark(ground, &turned, seen)).collect();
    found
}

/// The leads that turned out bad or good.
struct Turned {
    /// The bad first, then the good; each ascending.
    leads: Vec<u32>,
    n_bad: usize,
    /// Whether each lead of the data is among them.
    is_out: Vec<bool>,
    told: Missing,
}

impl Turned {
    fn out(ground: &Ground<'_>) -> Turned {
        let (mut bad, mut good) = (Vec::new(), Vec::new());
        let mut told = Missing { bad: 0, good: 0, bad_by_verdict: 0, good_by_verdict: 0, marks: Vec::new() };
        for lead in ground.population() {
            let verdict = ground.verdicts.get(&lead);
            match (verdict, ground.outcomes.get(lead as usize).copied().flatten()) {
                (Some(Verdict::OffTarget), _) => {
                    bad.push(lead);
                    told.bad_by_verdict += 1;
                }
                (Some(Verdict::Right), _) => {
                    good.push(lead);
                    told.good_by_verdict += 1;
                }
                (_, Some(Outcome::Lost)) => bad.push(lead),
                (_, Some(Outcome::Won)) => good.push(lead),
                _ => {}
            }
        }
        (told.bad, told.good) = (bad.len() as u64, good.len() as u64);
        let n_bad = bad.len();
        bad.extend(good);
        let mut is_out = vec![false; ground.data.n_leads()];
        for lead in &bad {
            is_out[*lead as usize] = true;
        }
        Turned { leads: bad, n_bad, is_out, told }
    }

    /// Returns with how many of either a mark comes, and how much more frequent it is among the bad, if it surely is.
    fn surely(&self, [bad, good]: [u64; 2]) -> Option<(Part, Part, Interval)> {
        let (bad, good) = (Part::new(bad, self.told.bad), Part::new(good, self.told.good));
        let likely = newcombe(bad, good, Sureness::In99Of100)?;
        (bad.hits >= FEWEST && likely.lo > 0.0).then_some((bad, good, likely))
    }

    /// Returns a mark, if it is surely more frequent among the bad.
    fn seen(&self, of: Of, who: Bits) -> Option<Seen> {
        let bad = (0..self.n_bad).filter(|at| who.has(*at)).count() as u64;
        let (bad, good, likely) = self.surely([bad, who.count() - bad])?;
        Some(Seen { of, who, bad, good, likely })
    }
}

/// A mark, and who of those that turned out has it.
struct Seen {
    of: Of,
    who: Bits,
    bad: Part,
    good: Part,
    likely: Interval,
}

/// Returns the values that are more frequent among the bad.
fn of_fields(ground: &Ground<'_>, turned: &Turned) -> Vec<Seen> {
    let telling = telling_fields(ground);
    let mut seen = Vec::new();
    for field in &ground.data.fields {
        let is_personal = field.role.is_some_and(Role::is_personal);
        let tells = matches!(field.role, Some(Role::Outcome | Role::Owner)) || telling.contains(field.name.as_str());
        if is_personal || tells || matches!(field.column, Column::Number(_)) || is_afterthought(ground, turned, field) {
            continue;
        }
        let marked = |value: Value, has: &dyn Fn(usize) -> bool| {
            let who = Bits::of(turned.leads.iter().map(|lead| has(*lead as usize)));
            turned.seen(Of::Value { field: field.name.clone(), value }, who)
        };
        match &field.column {
            Column::Text { codes, words } => {
                // Spellings that compare equal are one value, written as the first of them.
                let first = first_spellings(field);
                let code_of = |lead: usize| (codes.get(lead) as usize).checked_sub(1).map(|word| first[word]);
                let mut counts = vec![[0_u64; 2]; words.len()];
                for (at, lead) in turned.leads.iter().enumerate() {
                    if let Some(code) = code_of(*lead as usize) {
                        counts[code][usize::from(at >= turned.n_bad)] += 1;
                    }
                }
                for (code, n) in counts.into_iter().enumerate() {
                    if turned.surely(n).is_some() && words[code].len() <= LONGEST {
                        seen.extend(marked(Value::Text(words[code].clone()), &|lead| code_of(lead) == Some(code)));
                    }
                }
            }
            Column::YesNo(answers) => {
                for (code, yes) in [(2, true), (1, false)] {
                    seen.extend(marked(Value::YesNo(yes), &|lead| answers[lead] == code));
                }
            }
            Column::Number(_) => {}
        }
    }
    seen
}

/// Returns the fields that tell the outcome, by the model's own words.
fn telling_fields<'g>(ground: &Ground<'g>) -> BTreeSet<&'g str> {
    let mut fields = BTreeSet::new();
    for learned in &ground.model.learned {
        for condition in [&learned.won, &learned.lost] {
            condition.each_test(&mut |field, _| fields.extend([field]));
        }
        fields.extend(learned.stage.as_ref().map(|stages| stages.field.as_str()));
        fields.insert(&learned.name);
    }
    fields
}

/// Whether a field is known of at least half of the bad leads and of hardly any lead that has not turned out yet.
fn is_afterthought(ground: &Ground<'_>, turned: &Turned, field: &Field) -> bool {
    let is_known = |lead: &u32| field.is_known(*lead as usize);
    let (mut known, mut others) = (0_u64, 0_u64);
    for lead in ground.population().filter(|lead| !turned.is_out[*lead as usize]) {
        others += 1;
        known += u64::from(is_known(&lead));
    }
    let bad = &turned.leads[..turned.n_bad];
    others >= NEEDED && known * 20 < others && bad.iter().filter(|lead| is_known(lead)).count() * 2 >= bad.len()
}

/// Returns the kinds of event that happened to more of the bad.
fn of_kinds(ground: &Ground<'_>, turned: &Turned) -> Vec<Seen> {
    let events = &ground.data.events;
    let as_of = ground.scores.as_of();
    let mut seen = Vec::new();
    for (kind, name) in events.kinds.iter().enumerate() {
        let windows = std::iter::once(None).chain(usual_window(ground).map(Some));
        let marks = windows.filter_map(|within: Option<Window>| {
            let after = within.map_or(i64::MIN, |window| as_of - window.seconds());
            let mut happened = vec![false; ground.data.n_leads()];
            for (_, lead, at) in events.some(events.starts[kind]..events.starts[kind + 1]) {
                let at = i64::from(at);
                happened[lead as usize] |= after < at && at <= as_of;
            }
            let who = Bits::of(turned.leads.iter().map(|lead| happened[*lead as usize]));
            turned.seen(Of::Kind { kind: name.clone(), within }, who)
        });
        seen.extend(marks.max_by(|a, b| a.likely.lo.total_cmp(&b.likely.lo)));
    }
    seen
}

/// Returns the window that most criteria of the model use.
fn usual_window(ground: &Ground<'_>) -> Option<Window> {
    let mut windows: BTreeMap<i64, (usize, Window)> = BTreeMap::new();
    for counted in ground.criteria() {
        if let Rule::Activity { within: Some(window), .. } = &counted.criterion.rule {
            windows.entry(window.seconds()).or_insert((0, *window)).0 += 1;
        }
    }
    windows.into_values().max_by_key(|(n, _)| *n).map(|(_, window)| window)
}

/// A criterion that takes points from some of the leads that turned out.
struct Costing<'g> {
    counted: Counted<'g>,
    who: Bits,
}

impl<'g> Costing<'g> {
    fn of(counted: Counted<'g>, turned: &Turned) -> Option<Costing<'g>> {
        let who = Bits::of(turned.leads.iter().map(|lead| counted.points(*lead) < 0));
        (who.count() > 0).then_some(Costing { counted, who })
    }

    /// Whether the criterion takes points for a mark already.
    fn covers(&self, mark: &Seen, turned: &Turned) -> bool {
        let with = mark.who.count();
        let taken_with = self.who.in_common(&mark.who);
        if taken_with > 0 && self.asks_for(&mark.of) {
            return true;
        }
        let without = turned.leads.len() as u64 - with;
        let taken_without = self.who.count() - taken_with;
        taken_with * 2 >= with && 2 * taken_without * with < taken_with * without
    }

    fn asks_for(&self, of: &Of) -> bool {
        match (of, &self.counted.criterion.rule) {
            (Of::Kind { kind, .. }, Rule::Activity { filter, .. }) => filter.kinds.contains(kind),
            (Of::Kind { .. }, _) => false,
            (Of::Value { field, .. }, _) => {
                let mut asks = false;
                self.counted.criterion.each_field(&mut |read| asks |= read == field);
                asks
            }
        }
    }
}

/// Makes a mark a criterion; none where the model has no group to put it in.
fn mark(ground: &Ground<'_>, turned: &Turned, seen: Seen) -> Option<Mark> {
    let (usual, provenance) = match seen.of {
        Of::Value { .. } => (Side::Rows, Provenance::Declared),
        Of::Kind { .. } => (Side::Columns, Provenance::Observed),
    };
    let other = if usual == Side::Rows { Side::Columns } else { Side::Rows };
    let side = [usual, other].into_iter().find(|side| !ground.model.axis(*side).groups.is_empty())?;
    let (name, rule) = match &seen.of {
        Of::Value { field, value } => {
            let when = Predicate::Field(field.clone(), Test::Is(value.clone()));
            (format!("{field}: {value}"), Rule::Match { when, otherwise: 0 })
        }
        Of::Kind { kind, within } => {
            let filter = Filter::of_kinds(vec![kind.clone()]);
            (kind.clone(), Rule::Activity { filter, within: *within, repeat: Repeat::Once, decay: None })
        }
    };
    let weight = -weight(ground, side, turned, &seen.who);
    let criterion = Criterion { name, weight, provenance, ..Criterion::of(rule) };
    let Seen { of, bad, good, likely, .. } = seen;
    Some(Mark { of, bad, good, likely, side, group: group(ground, side), criterion })
}

/// Returns the group for a negative: one that has some already, else one whose floor does not swallow it, else the first.
fn group(ground: &Ground<'_>, side: Side) -> String {
    let groups = &ground.model.axis(side).groups;
    let has_negative = |group: &&Group| group.criteria.iter().any(|criterion| criterion.weight < 0);
    let found = groups.iter().find(has_negative).or_else(|| groups.iter().find(|group| group.min.is_none()));
    found.or(groups.first()).map(|group| group.name.clone()).unwrap_or_default()
}

/// Returns how many points to take: what brings the middle one of the bad leads with the mark below the band it stands in, and at
/// least what the middle one of the axis's criteria weighs; rounded up to the units the model counts in (1, 5 or 10).
fn weight(ground: &Ground<'_>, side: Side, turned: &Turned, who: &Bits) -> i64 {
    let axis = ground.model.axis(side);
    let mut weights: Vec<i64> = axis.groups.iter().flat_map(|group| &group.criteria).map(|c| c.weight.abs()).collect();
    weights.retain(|weight| *weight != 0);
    weights.sort_unstable();
    let middle = weights.get(weights.len() / 2).copied().unwrap_or(5);
    let unit = match weights.last().copied().unwrap_or(0) {
        ..10 => 1,
        10..100 => 5,
        _ => 10,
    };
    let mut values: Vec<i64> = (0..turned.n_bad)
        .filter(|at| who.has(*at))
        .map(|at| ground.scores.value(side, turned.leads[at] as usize))
        .collect();
    values.sort_unstable();
    let value = values.get(values.len() / 2).map_or(0, |value| value.div_euclid(POINT));
    let edges = axis.bands.iter().filter_map(|band| band.from);
    let gap = edges.filter(|from| *from <= value).max().map_or(0, |from| value - from + 1);
    let rounded = gap.max(middle).saturating_add(unit - 1) / unit * unit;
    rounded.clamp(1, MAX_WEIGHT)
}
