//! What off-target leads have in common, to take points for it or to hold it back by a gate. Never here: lines and weights.
//!
//! Marks are found by the rules of [`crate::insight::missing`], from verdicts alone; of these stand those that chance would
//! hardly show among all the values and kinds of event that off-target leads have often enough.
//!
//! - **A negative** takes what the mark is worth there, or twice or three times that: what sends out the most off-target leads less
//!   right ones; of equals the least.
//! - **A gate** is offered for a value of a field that is almost only found off target. Whom it holds goes where another gate sends
//!   leads, else to the lowest cell's zone, else to the first zone that is not of sales.

use std::collections::BTreeSet;

use crate::insight::ground::Ground;
use crate::insight::interval::Part;
use crate::insight::missing;
use crate::insight::missing::FEWEST;
use crate::insight::missing::Mark;
use crate::insight::missing::Missing;
use crate::insight::missing::Of;
use crate::model::Criterion;
use crate::model::Edit;
use crate::model::Gate;
use crate::model::MAX_PARTS;
use crate::model::MAX_WEIGHT;
use crate::model::Model;
use crate::model::Part as ModelPart;
use crate::model::Predicate;
use crate::model::Test;
use crate::model::Value;
use crate::model::Words;
use crate::review::Verdict;
use crate::workbench::suggest::Candidate;
use crate::workbench::suggest::PRECISE;
use crate::workbench::suggest::Proof;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::Shares;
use crate::workbench::suggest::Sought;
use crate::workbench::suggest::Subject;
use crate::workbench::suggest::Why;
use crate::workbench::suggest::lines::shares;
use crate::workbench::suggest::panel::Panel;
use crate::workbench::suggest::panel::Trial;
use crate::workbench::zones::of_sales;

/// How many times what a mark is worth may be taken for it.
const TIMES: i64 = 3;

/// Off target: criteria that take points.
pub(super) fn negatives(panel: &Panel<'_>) -> Sought {
    let found = marks(panel)?.into_iter().filter_map(|(mark, shares)| {
        let criterion = |times: i64| Criterion {
            name: panel.bench.free_name(&mark.criterion.name),
            weight: (mark.criterion.weight * times).max(-MAX_WEIGHT),
            ..mark.criterion.clone()
        };
        let edit = |times: i64| {
            let groups = &panel.bench.model().axis(mark.side).groups;
            let at = groups.iter().find(|group| group.name == mark.group).map_or(0, |group| group.criteria.len());
            let criterion = Box::new(criterion(times));
            Edit::Insert { side: mark.side, group: mark.group.clone(), at, criterion }
        };
        let tried = (1..=TIMES).filter_map(|times| {
            let trial = panel.trial(&edit(times))?;
            Some((times, helps(panel, &trial)?, trial))
        });
        let (times, gain, trial) = tried.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        let Criterion { name, weight, .. } = criterion(times);
        let subject = Subject::Negative { criterion: name, of: mark.of.clone(), weight };
        Some(candidate(panel, subject, edit(times), &trial, shares, gain))
    });
    let found: Vec<Candidate> = found.collect();
    if found.is_empty() { Err(Why::NoHelp) } else { Ok(found) }
}

/// Off target: gates.
pub(super) fn gates(panel: &Panel<'_>) -> Sought {
    let model = panel.bench.model();
    let zone = match panel.region {
        Region::HandedOver if model.gates.len() < MAX_PARTS => elsewhere(model),
        Region::HandedOver | Region::Top => None,
    };
    let zone = zone.ok_or(Why::Nothing)?;
    let found = marks(panel)?.into_iter().filter_map(|(mark, shares)| {
        let Of::Value { field, value } = &mark.of else { return None };
        let part = precision(panel, field, value);
        if part.hits * 100 < part.of * PRECISE {
            return None;
        }
        let mut gates = model.gates.clone();
        let gate = free_name(model, &mark.criterion.name);
        let pass = Predicate::Not(Box::new(Predicate::Field(field.clone(), Test::Is(value.clone()))));
        gates.push(Gate { name: gate.clone(), title: Words::None, pass, zone: zone.clone() });
        let edit = Edit::Set(vec![ModelPart::Gates(gates)]);
        let trial = panel.trial(&edit)?;
        let gain = helps(panel, &trial)?;
        let subject = Subject::Gate { gate, of: mark.of.clone(), zone: zone.clone() };
        Some(candidate(panel, subject, edit, &trial, shares, gain))
    });
    let found: Vec<Candidate> = found.collect();
    if found.is_empty() { Err(Why::NoHelp) } else { Ok(found) }
}

/// Returns by how much a change helps against off-target leads; none if it does not.
fn helps(panel: &Panel<'_>, trial: &Trial) -> Option<i64> {
    panel.sent_out(trial, Verdict::OffTarget).filter(|gain| *gain > 0)
}

fn candidate(panel: &Panel<'_>, subject: Subject, edit: Edit, trial: &Trial, shares: Shares, gain: i64) -> Candidate {
    let out = panel.with(Verdict::OffTarget, |at| panel.inside[at] && !trial.inside[at]);
    Candidate { subject, edit, leads: panel.named(&out), proof: Proof::Shares(shares), gain }
}

/// Returns what off-target leads have in common, if more than chance makes it so.
fn marks(panel: &Panel<'_>) -> Result<Vec<(Mark, Shares)>, Why> {
    let bench = panel.bench;
    let outcomes = Vec::new();
    let ground = Ground {
        model: bench.model(),
        data: bench.data(),
        scores: bench.scores(),
        cut: bench.cut(),
        outcomes: &outcomes,
        verdicts: bench.verdicts(),
    };
    let found: Missing = missing::missing(&ground);
    let need = missing::NEEDED;
    for (of, have) in [(Verdict::OffTarget, found.bad), (Verdict::Right, found.good)] {
        if have < need {
            return Err(Why::Few { of, have, need });
        }
    }
    let looked_at = looked_at(panel);
    let sure = |mark: Mark| {
        let shares = shares(mark.bad, mark.good, looked_at, None).ok()?;
        Some((mark, shares))
    };
    let sure: Vec<_> = found.marks.into_iter().filter_map(sure).collect();
    if sure.is_empty() { Err(Why::Chance { looked_at }) } else { Ok(sure) }
}

/// Returns how many values and kinds of event enough off-target leads have to be looked at; kinds both ever and of late.
fn looked_at(panel: &Panel<'_>) -> u64 {
    let off = panel.with(Verdict::OffTarget, |_| true);
    let mut n = 0;
    for field in &panel.data.fields {
        let mut values: Vec<Value> = off.iter().filter_map(|at| field.value(*at)).collect();
        values.sort();
        n += values.chunk_by(|a, b| a == b).filter(|run| run.len() as u64 >= FEWEST).count() as u64;
    }
    let events = &panel.data.events;
    for kind in 0..events.kinds.len() {
        let who: BTreeSet<u32> = events.lead[events.starts[kind]..events.starts[kind + 1]].iter().copied().collect();
        let has = |at: &&usize| u32::try_from(**at).is_ok_and(|at| who.contains(&at));
        n += 2 * u64::from(off.iter().filter(has).count() as u64 >= FEWEST);
    }
    n
}

/// Returns how many of the judged leads with a value are off target.
fn precision(panel: &Panel<'_>, field: &str, value: &Value) -> Part {
    let test = Predicate::Field(field.to_owned(), Test::Is(value.clone()));
    let has = crate::engine::predicate::holds(&test, &panel.data, panel.bench.as_of()).unwrap_or_default();
    let counts = panel.counts(|at| has.get(at).copied().unwrap_or(false));
    Part::new(counts[Verdict::OffTarget as usize], counts.iter().sum())
}

/// Returns a zone for leads that a gate holds.
fn elsewhere(model: &Model) -> Option<String> {
    let map = model.map_in_force()?;
    let gates = model.gates.iter().filter_map(|gate| model.zone(&gate.zone));
    let mut zones = gates.chain(model.zone_in(map, 0, 0)).chain(&model.zones);
    zones.find(|zone| !of_sales(zone)).map(|zone| zone.name.clone())
}

fn free_name(model: &Model, name: &str) -> String {
    let numbered = (2..=u32::MAX).map(|n| format!("{name} ({n})"));
    let is_free = |name: &String| model.gates.iter().all(|gate| gate.name != *name);
    std::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}
