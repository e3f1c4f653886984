//! Leads scored together, each at an instant of its own. Never here: which instants.
//!
//! All that time does to a score is done by how long ago something was. So where a lead stood at an instant is where it would
//! stand at a later one if all it did up to the first had been as much later: its events are moved, and everybody's instant is the
//! same. Dates stay where they are, as a rule may name a day; but beside a date that is looked back on (when a lead was created, a
//! date in the last days) stands a moved twin, and that is what is looked at.

use std::collections::HashSet;
use std::sync::Arc;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Event;
use crate::engine::columns::Events;
use crate::engine::columns::Field;
use crate::engine::columns::Texts;
use crate::engine::columns::UNKNOWN;
use crate::engine::score::Scores;
use crate::model::Criterion;
use crate::model::FieldType;
use crate::model::Learned;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Role;
use crate::model::Rule;
use crate::model::Test;
use crate::workbench::excerpt::ByLead;
use crate::workbench::excerpt::only;
use crate::workbench::excerpt::values_of;
use crate::workbench::prepare::prepare;
use crate::workbench::travel::is_there;
use crate::workbench::zones::Spot;

/// Some leads, numbered from 0, to be scored at many instants.
pub(super) struct Clocks {
    model: Model,
    /// With the fields that the model reads.
    leads: Dataset,
    /// Their numbers: of those at first that are left.
    numbers: Vec<usize>,
    events: ByLead,
    /// The dates that are looked back on.
    moved: HashSet<String>,
}

/// What of a model makes a score, where the leads are as the model finds them: companies, if it scores those.
pub(super) fn of_leads(model: &Model) -> Model {
    Model {
        derived: model.derived.clone(),
        learned: model.learned.clone(),
        population: model.population.clone(),
        rows: model.rows.clone(),
        columns: model.columns.clone(),
        ungraded: model.ungraded.clone(),
        gates: model.gates.clone(),
        ..Model::default()
    }
}

impl Clocks {
    /// Takes leads, and a model of them (see [`of_leads`]).
    pub(super) fn new(model: &Model, mut leads: Dataset) -> Clocks {
        let is_date = |field: &&Arc<Field>| field.kind == FieldType::Date;
        let dates: HashSet<&str> = leads.fields.iter().filter(is_date).map(|field| field.name.as_str()).collect();
        let created = leads.field_in_role(Role::Created).map(|field| field.name.clone());
        let mut moved: HashSet<String> = created.filter(|name| dates.contains(name.as_str())).into_iter().collect();
        let mut read = read_whole(model);
        read.extend(moved.iter().cloned());
        let mut model = model.clone();
        conditions(&mut model).for_each(|condition| {
            condition.each_test_mut(&mut |field, test| {
                read.insert(field.clone());
                if matches!(test, Test::InLast(_)) && dates.contains(field.as_str()) {
                    let twin = twin(field);
                    moved.insert(std::mem::replace(field, twin));
                }
            });
        });
        leads.fields.retain(|field| read.contains(&field.name));
        let numbers = (0..leads.n_leads()).collect();
        let events = ByLead::new(&leads.events, leads.n_leads());
        Clocks { model, leads, numbers, events, moved }
    }

    /// Returns where leads stood, each at an instant; none = outside the population, or not there yet. A lead may be asked for at many
    /// instants at once. Leads are ascending; whom nobody asks for cannot be asked for later.
    pub(super) fn spots(&mut self, asked: &[(usize, i64)]) -> Vec<Option<Spot>> {
        let to = asked.iter().map(|(_, at)| *at).max().unwrap_or(0);
        // Beyond what an event's instant may be, nothing can be moved to.
        if to > i64::from(u32::MAX) && asked.len() > 1 {
            return asked.iter().flat_map(|one| self.spots(&[*one])).collect();
        }
        let mut places: Vec<usize> = Vec::with_capacity(asked.len());
        for (number, _) in asked {
            places.push(self.numbers.binary_search(number).expect("who is asked for was asked for before"));
        }
        self.keep(&mut places);
        let later: Vec<i64> = asked.iter().map(|(_, at)| to - at).collect();
        let data = prepare(&Arc::new(self.moved_on(&places, &later, to)), &self.model, to).data;
        let scores = Scores::new(&self.model, &data, to);
        (0..asked.len()).map(|place| Spot::of(&scores, place).filter(|_| is_there(data.created(), place, to))).collect()
    }

    /// Lets go of the leads that are not in these places, where that is worth it.
    fn keep(&mut self, places: &mut [usize]) {
        let mut kept = places.to_vec();
        kept.dedup();
        if kept.len() * 2 > self.numbers.len() {
            return;
        }
        self.leads = only(&self.leads, &kept, &self.events.of_all(&kept));
        self.numbers = kept.iter().map(|place| self.numbers[*place]).collect();
        self.events = ByLead::new(&self.leads.events, kept.len());
        for place in places {
            *place = kept.binary_search(place).expect("they were kept");
        }
    }

    /// Returns some of the leads, what each did so much later, up to an instant.
    fn moved_on(&self, places: &[usize], later: &[i64], to: i64) -> Dataset {
        let mut keys = Texts::default();
        // Nobody asks who they are.
        for _ in places {
            keys.push("");
        }
        let mut fields = Vec::with_capacity(self.leads.fields.len() + self.moved.len());
        for field in &self.leads.fields {
            let mut field = values_of(field, places);
            if self.moved.contains(&field.name)
                && let Column::Number(dates) = &field.column
            {
                let moved =
                    |(date, later): (i64, &i64)| if date == UNKNOWN { UNKNOWN } else { date.saturating_add(*later) };
                let column = Column::Number(dates.iter().zip(later).map(moved).collect());
                fields.push(Arc::new(Field { name: twin(&field.name), column, ..field }));
                field.role = None;
            }
            fields.push(Arc::new(field));
        }
        let events = Arc::new(self.events_moved_on(places, later, to));
        Dataset { keys: Arc::new(keys), fields, events, zone: self.leads.zone }
    }

    fn events_moved_on(&self, places: &[usize], later: &[i64], to: i64) -> Events {
        let events = self.leads.events.as_ref();
        let mut moved = Vec::new();
        for ((lead, place), later) in (0..).zip(places).zip(later) {
            for event in self.events.of(*place) {
                let at = i64::from(events.at.get(event)) + later;
                // What came after the lead's instant is not asked about.
                if let (Ok(at), true) = (u32::try_from(at), at <= to) {
                    moved.push(Event { kind: events.kind_of(event), at, lead, detail: events.code_of(event) });
                }
            }
        }
        let Events { kinds, words, details, .. } = events;
        Events::build(kinds.clone(), words.clone(), details.clone(), moved)
    }
}

/// Returns the name of the moved twin of a date: no field that came from a file has a control character in its name.
fn twin(field: &str) -> String {
    format!("{field}\u{1}")
}

/// Returns every condition of a model whose outcome counts in a score.
fn conditions(model: &mut Model) -> impl Iterator<Item = &mut Predicate> {
    let Model { population, rows, columns, gates, derived, .. } = model;
    let criteria = [rows, columns].into_iter().flat_map(|axis| &mut axis.groups).flat_map(|group| &mut group.criteria);
    let of_criteria = criteria.flat_map(|Criterion { scope, rule, .. }| {
        let of_rule: Vec<&mut Predicate> = match rule {
            Rule::Match { when, .. } => vec![when],
            Rule::Tiers(tiers) => tiers.iter_mut().map(|tier| &mut tier.when).collect(),
            Rule::Amount { .. } | Rule::Activity { .. } => Vec::new(),
        };
        std::iter::once(scope).chain(of_rule)
    });
    let cases = derived.iter_mut().flat_map(|derived| &mut derived.cases).map(|case| &mut case.when);
    std::iter::once(population).chain(cases).chain(of_criteria).chain(gates.iter_mut().map(|gate| &mut gate.pass))
}

/// Returns the names of the fields that count in a score otherwise than by a condition.
fn read_whole(model: &Model) -> HashSet<String> {
    let mut read = HashSet::new();
    let mut see = |field: &str| {
        read.insert(field.to_owned());
    };
    model.criteria().for_each(|(_, _, criterion)| criterion.rule.each_field(&mut see));
    for learned in &model.learned {
        let Learned { won, lost, fields, blanks_count, tags, stage, .. } = learned;
        for condition in [won, lost] {
            condition.each_test(&mut |field, _| see(field));
        }
        fields.iter().chain(blanks_count).chain(tags).for_each(|field| see(field));
        if let Some(stage) = stage {
            see(&stage.field);
        }
    }
    read
}
