//! What could be better in a model, and what its leads say of it: worked out when asked for. Never here: what to do about it.

use std::collections::HashMap;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::predicate::DataError;
use crate::engine::predicate::word_passes;
use crate::engine::sums::CriterionScores;
use crate::model::Criterion;
use crate::model::Entity;
use crate::model::Filter;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Step;
use crate::model::Test;
use crate::model::advice;
use crate::model::criteria_at;
use crate::model::nearest;
use crate::msg;
use crate::text::Msg;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// How many values, kinds or assets are named before the rest is counted.
const NAMED: usize = 3;

/// Something that could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub kind: CheckKind,
    pub text: Msg,
    /// What to do, where that is not plain.
    pub hint: Option<Msg>,
    /// The part of the model it speaks of; empty = the whole.
    pub at: Vec<Step>,
    /// The name of the criterion it speaks of.
    pub criterion: Option<String>,
}

/// Where a check comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// The model alone.
    Advice,
    /// The model on these leads.
    Data,
}

/// All checks of the data so far.
struct Checks<'w> {
    bench: &'w Workbench,
    all: Vec<Check>,
}

impl Workbench {
    /// Returns what could be better: of the model alone, then on these leads. A pass or two over the leads and the events of
    /// some kinds: for a list that is opened, not for every frame.
    pub fn checks(&self) -> Vec<Check> {
        let model = self.model();
        let named = |at: &[Step]| {
            let criterion = criteria_at(model).find(|(path, _)| at.starts_with(path));
            criterion.map(|(_, criterion)| criterion.name.clone())
        };
        let advice = advice(model).into_iter().map(|advice| Check {
            kind: CheckKind::Advice,
            text: advice.text,
            hint: None,
            criterion: named(&advice.at),
            at: advice.at,
        });
        let mut checks = Checks { bench: self, all: advice.collect() };
        checks.data();
        checks.all
    }
}

impl Checks<'_> {
    fn say(&mut self, text: Msg, at: Vec<Step>) {
        self.all.push(Check { kind: CheckKind::Data, text, hint: None, at, criterion: None });
    }

    fn say_of(&mut self, criterion: &Criterion, text: Msg, at: Vec<Step>) {
        let criterion = Some(criterion.name.clone());
        self.all.push(Check { kind: CheckKind::Data, text, hint: None, at, criterion });
    }

    fn data(&mut self) {
        if self.bench.leads().n_leads() == 0 {
            return self.say(msg!("check-no-leads"), Vec::new());
        }
        self.review();
        self.names();
        self.own_fields();
        if let Some(problem) = self.bench.scores().population_problem().filter(|problem| !is_of_names(problem)) {
            self.say(msg!("check-trouble", part = "population", why = tell::data_error(problem)), at("population"));
        }
        if self.bench.scores().size() == 0 {
            return self.say(msg!("check-nobody"), at("population"));
        }
        self.criteria();
        self.values();
        self.gates();
        self.activity();
    }

    /// A review whose day is past.
    fn review(&mut self) {
        let (bench, next) = (self.bench, &self.bench.model().next_review);
        let now = chrono::DateTime::from_timestamp(bench.as_of(), 0).unwrap_or_default();
        let today = now.with_timezone(&bench.leads().zone).format("%Y-%m-%d").to_string();
        if !next.is_empty() && *next < today {
            self.say(msg!("check-review-due", day = next), at("next_review"));
        }
    }

    /// Names of fields and event kinds that the data lack, each where it is first used.
    fn names(&mut self) {
        let bench = self.bench;
        let (model, data) = (bench.model(), bench.data());
        let mut told: Vec<&str> = Vec::new();
        let fields: Vec<&str> = data.fields.iter().map(|field| field.name.as_str()).collect();
        for read in reads(model) {
            if !fields.contains(&read.field) && !told.contains(&read.field) {
                told.push(read.field);
                let text = msg!("cli-model-no-field", field = read.field);
                self.missing(text, nearest(read.field, fields.iter().copied()), read.at, read.criterion);
            }
        }
        let kinds = &data.events.kinds;
        if data.events.is_empty() {
            if let Some((at, criterion)) = criteria_at(model).find(|(_, criterion)| filter_of(criterion).is_some()) {
                self.say_of(criterion, msg!("check-no-events"), at);
            }
            return;
        }
        let mut told: Vec<&str> = Vec::new();
        for (at, criterion) in criteria_at(model) {
            let named = filter_of(criterion).map_or(&[][..], |filter| filter.kinds.as_slice());
            for kind in named {
                if !kinds.contains(kind) && !told.contains(&kind.as_str()) {
                    told.push(kind);
                    let near = nearest(kind, kinds.iter().map(String::as_str));
                    self.missing(msg!("cli-model-no-kind", kind = kind), near, at.clone(), Some(criterion));
                }
            }
        }
    }

    fn missing(&mut self, text: Msg, near: Option<&str>, at: Vec<Step>, criterion: Option<&Criterion>) {
        self.all.push(Check {
            kind: CheckKind::Data,
            text,
            hint: near.map(|near| msg!("cli-usage-nearest", word = near)),
            at,
            criterion: criterion.map(|criterion| criterion.name.clone()),
        });
    }

    /// Fields that the model adds to the leads'.
    fn own_fields(&mut self) {
        let (bench, model) = (self.bench, self.bench.model());
        let lists = [("derived", model.derived.len()), ("learned", model.learned.len())];
        let places = lists.into_iter().flat_map(|(list, n)| (0..n).map(move |index| (list, index)));
        for (name, (list, index)) in model.own_fields().zip(places) {
            if bench.leads().field(name).is_some() {
                self.say(msg!("check-shadows", field = name), vec![Step::Field(list), Step::Item(index)]);
            }
        }
        for (index, learned) in model.learned.iter().enumerate().filter(|(_, learned)| learned.lesson.is_none()) {
            let at = vec![Step::Field("learned"), Step::Item(index)];
            self.say(msg!("check-no-lesson", field = &learned.name), at);
        }
        for (field, problem) in bench.field_problems().iter().filter(|(_, problem)| !is_of_names(problem)) {
            let index = model.derived.iter().position(|derived| derived.name == *field);
            let at = index.map_or(at("entity"), |index| vec![Step::Field("derived"), Step::Item(index)]);
            self.say(msg!("check-trouble", part = field, why = tell::data_error(problem)), at);
        }
    }

    /// Criteria that cannot be read, that never give anything, or that give everyone the same.
    fn criteria(&mut self) {
        let bench = self.bench;
        let no_events = bench.data().events.is_empty();
        for ((at, criterion), found) in criteria_at(bench.model()).zip(bench.scores().criteria()) {
            if !criterion.on {
                continue;
            }
            match &found.problem {
                Some(problem) if is_of_names(problem) => {}
                Some(problem) => {
                    let why = tell::data_error(problem);
                    self.say_of(criterion, msg!("cli-criterion-trouble", criterion = &criterion.name, why = why), at);
                }
                None if no_events && filter_of(criterion).is_some() => {}
                None if found.touched == 0 => {
                    self.say_of(criterion, msg!("check-never", criterion = &criterion.name), at);
                }
                None if found.touched == bench.scores().size()
                    && gives_all_the_same(found, bench.scores().inside()) =>
                {
                    self.say_of(criterion, msg!("check-always", criterion = &criterion.name), at);
                }
                None => {}
            }
        }
    }

    /// Values of text fields that no criterion of that field knows, where criteria name several values of it.
    fn values(&mut self) {
        let bench = self.bench;
        for known in known_values(bench.model()) {
            let Some((at, criterion)) = known.named_by.filter(|_| known.n_named > 1) else { continue };
            let Some(field) = bench.data().field(known.field) else { continue };
            let Column::Text { codes, words } = &field.column else { continue };
            let passes: Vec<_> = known.tests.iter().filter_map(|test| word_passes(test)).collect();
            let is_known = words.iter().map(|word| passes.iter().any(|passes| passes(Some(word))));
            let counts = counted(codes, words.len(), bench.scores().inside());
            let unknown = words.iter().zip(counts).zip(is_known).filter(|((_, n), is_known)| *n > 0 && !is_known);
            let unknown: Vec<(&str, usize)> = unknown.map(|((word, n), _)| (word.as_str(), n)).collect();
            if unknown.is_empty() {
                continue;
            }
            let n: usize = unknown.iter().map(|(_, n)| n).sum();
            let text = msg!("check-unknown-values", field = known.field, n = n, values = some_of(unknown));
            self.say_of(criterion, text, at);
        }
    }

    /// Gates that let nobody pass whom those before them let pass, or that cannot be read.
    fn gates(&mut self) {
        let bench = self.bench;
        let scores = bench.scores();
        let mut left = scores.size() as u64;
        for (index, gate) in bench.model().gates.iter().enumerate() {
            let at = vec![Step::Field("gates"), Step::Item(index)];
            if let Some(problem) = scores.gate_problem(index).filter(|problem| !is_of_names(problem)) {
                self.say(msg!("check-trouble", part = &gate.name, why = tell::data_error(problem)), at);
                continue;
            }
            let held: u64 = scores.held_counts(index).iter().sum();
            if held == left && held > 0 {
                self.say(msg!("check-gate-holds-all", gate = &gate.name), at);
            }
            left = left.saturating_sub(held);
        }
    }

    /// Event kinds and assets that happen and that nothing scores, unless they are left out on purpose.
    fn activity(&mut self) {
        let bench = self.bench;
        let model = bench.model();
        let on = model.criteria().map(|(_, _, criterion)| criterion).filter(|criterion| criterion.on);
        let filters: Vec<&Filter> = on.filter_map(filter_of).chain(model.alerts.iter().map(|a| &a.filter)).collect();
        let is_left_out = |name: &str| model.left_out.iter().any(|left_out| left_out == name);
        let (mut kinds, mut assets): (Vec<(&str, usize)>, HashMap<&str, usize>) = (Vec::new(), HashMap::new());
        for (kind, n) in bench.kinds().into_iter().filter(|(_, n)| *n > 0) {
            let of_kind =
                filters.iter().filter(|filter| filter.kinds.is_empty() || filter.kinds.iter().any(|k| k == kind));
            let asked: Vec<Option<&Test>> = of_kind.map(|filter| filter.asset.as_ref()).collect();
            if asked.is_empty() {
                kinds.push((kind, n));
            } else if let Some(asked) = asked.into_iter().collect::<Option<Vec<&Test>>>() {
                for (asset, n) in unscored_assets(bench, kind, n, &asked) {
                    *assets.entry(asset).or_default() += n;
                }
            }
        }
        kinds.retain(|(kind, _)| !is_left_out(kind));
        if !kinds.is_empty() {
            self.say(msg!("check-unscored-kinds", n = kinds.len(), values = some_of(kinds)), Vec::new());
        }
        assets.retain(|asset, _| !is_left_out(asset));
        if !assets.is_empty() {
            let assets: Vec<(&str, usize)> = assets.into_iter().collect();
            self.say(msg!("check-unscored-assets", n = assets.len(), values = some_of(assets)), Vec::new());
        }
    }
}

/// Returns the assets that pass none of the tests with how many of the `n` events up to as-of of a kind each has.
fn unscored_assets<'w>(bench: &'w Workbench, kind: &str, n: usize, asked: &[&Test]) -> Vec<(&'w str, usize)> {
    let events = &bench.data().events;
    let Some(kind) = events.kinds.iter().position(|known| known == kind) else { return Vec::new() };
    let mut by_word: HashMap<u32, usize> = HashMap::new();
    for event in events.starts[kind]..events.starts[kind] + n {
        *by_word.entry(events.detail_of(event).asset).or_default() += 1;
    }
    let passes: Vec<_> = asked.iter().filter_map(|test| word_passes(test)).collect();
    let named = by_word.into_iter().filter_map(|(word, n)| events.word(word).map(|asset| (asset, n)));
    named.filter(|(asset, _)| !passes.iter().any(|passes| passes(Some(asset)))).collect()
}

/// Whether a problem is a name that the data lack, which is told once for all who use it.
fn is_of_names(problem: &DataError) -> bool {
    matches!(problem, DataError::NoField(_) | DataError::NoKind(_))
}

fn at(part: &'static str) -> Vec<Step> {
    vec![Step::Field(part)]
}

/// Returns which events a criterion counts, if it counts events.
fn filter_of(criterion: &Criterion) -> Option<&Filter> {
    match &criterion.rule {
        Rule::Activity { filter, .. } => Some(filter),
        Rule::Match { .. } | Rule::Tiers(_) | Rule::Amount { .. } => None,
    }
}

fn gives_all_the_same(found: &CriterionScores, inside: &[bool]) -> bool {
    let mut units = (0..inside.len()).filter(|lead| inside[*lead]).map(|lead| found.hits.units(lead));
    let first = units.next();
    units.all(|units| Some(units) == first)
}

/// Returns how many of the leads have each word of a text field.
fn counted(codes: &Codes, n_words: usize, inside: &[bool]) -> Vec<usize> {
    let mut counts = vec![0; n_words + 1];
    for lead in (0..codes.len()).filter(|lead| inside[*lead]) {
        counts[codes.get(lead) as usize] += 1;
    }
    counts.split_off(1)
}

/// Names the most frequent, with their counts, and counts the rest.
fn some_of(mut counted: Vec<(&str, usize)>) -> Msg {
    counted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let named = counted.iter().take(NAMED).map(|(name, n)| msg!("check-counted", name = *name, n = *n));
    let named =
        named.reduce(|list, next| msg!("tell-comma", a = list, b = next)).unwrap_or_else(|| msg!("tell-nothing"));
    match counted.len().saturating_sub(NAMED) {
        0 => named,
        more => msg!("check-and-more", named = named, n = more),
    }
}

/// A field that a part of a model reads.
struct Read<'m> {
    field: &'m str,
    at: Vec<Step>,
    criterion: Option<&'m Criterion>,
}

/// Returns every field that a model reads, in the order of its text.
fn reads(model: &Model) -> Vec<Read<'_>> {
    let mut reads = Vec::new();
    let mut see = |field, at: &[Step], criterion| reads.push(Read { field, at: at.to_vec(), criterion });
    if let Entity::Company { by, .. } = &model.entity {
        see(by, &at("entity"), None);
    }
    for (index, derived) in model.derived.iter().enumerate() {
        let at = [Step::Field("derived"), Step::Item(index)];
        derived.cases.iter().for_each(|case| case.when.each_test(&mut |field, _| see(field, &at, None)));
    }
    for (index, learned) in model.learned.iter().enumerate() {
        let at = [Step::Field("learned"), Step::Item(index)];
        for when in [&learned.won, &learned.lost] {
            when.each_test(&mut |field, _| see(field, &at, None));
        }
        let stage = learned.stage.iter().map(|stages| &stages.field);
        learned.fields.iter().chain(stage).for_each(|field| see(field, &at, None));
    }
    model.population.each_test(&mut |field, _| see(field, &at("population"), None));
    for (at, criterion) in criteria_at(model) {
        criterion.each_field(&mut |field| see(field, &at, Some(criterion)));
    }
    let conditions = [
        ("gates", model.gates.iter().map(|gate| &gate.pass).collect::<Vec<_>>()),
        ("alerts", model.alerts.iter().map(|alert| &alert.when).collect()),
    ];
    for (list, conditions) in conditions {
        for (index, condition) in conditions.into_iter().enumerate() {
            let at = [Step::Field(list), Step::Item(index)];
            condition.each_test(&mut |field, _| see(field, &at, None));
        }
    }
    reads
}

/// A field of which criteria name several values, and the first criterion that does.
struct Known<'m> {
    field: &'m str,
    tests: Vec<&'m Test>,
    /// Values named by criteria that give points for them: who names what tells against a lead means all others to pass.
    n_named: usize,
    named_by: Option<(Vec<Step>, &'m Criterion)>,
}

/// Returns the fields of which the criteria that are on name several values.
fn known_values(model: &Model) -> Vec<Known<'_>> {
    let mut all: Vec<Known<'_>> = Vec::new();
    for (at, criterion) in criteria_at(model).filter(|(_, criterion)| criterion.on) {
        let conditions: Vec<&Predicate> = match &criterion.rule {
            Rule::Match { when, .. } => vec![when],
            Rule::Tiers(tiers) => tiers.iter().map(|tier| &tier.when).collect(),
            Rule::Amount { .. } | Rule::Activity { .. } => Vec::new(),
        };
        for condition in conditions {
            condition.each_test(&mut |field, test| {
                let index = all.iter().position(|known| known.field == field).unwrap_or_else(|| {
                    all.push(Known { field, tests: Vec::new(), n_named: 0, named_by: None });
                    all.len() - 1
                });
                all[index].tests.push(test);
                let n_named = match test {
                    Test::Is(_) => 1,
                    Test::OneOf(values) => values.len(),
                    // A part of a text is searched for, not chosen from a list.
                    _ => 0,
                };
                if n_named > 0 && criterion.weight > 0 {
                    all[index].n_named += n_named;
                    all[index].named_by.get_or_insert_with(|| (at.clone(), criterion));
                }
            });
        }
    }
    all
}
