//! The roles of a template: the fields and the kinds of event that its rules read, which of the leads' own could play each,
//! and the same model with those in their place. Never here: who is asked, and where the model is kept.
//!
//! A field that the model itself derives or learns is no role. One walk over the model finds every mention of a name and
//! also replaces it, so that what is asked for and what is replaced cannot differ.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::engine::predicate::folded;
use crate::model::Criterion;
use crate::model::Entity;
use crate::model::FieldType;
use crate::model::Filter;
use crate::model::Learned;
use crate::model::Likeness;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Test;
use crate::model::Value;
use crate::model::Words;
use crate::model::likeness;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::workbench::tell;

/// The words for an outcome that yes and no may stand for.
pub const YES: &str = "won";
pub const NO: &str = "lost";

/// What a model reads by name: something that a field or a kind of event has to play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub plays: Plays,
    /// What the model calls it.
    pub name: String,
    pub need: Need,
    /// The texts that its values are compared with.
    pub values: Vec<String>,
    /// The parts of the model that read it, in the order of the model.
    pub readers: Vec<Reader>,
}

/// What can play a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plays {
    Field,
    /// A kind of event.
    Kind,
}

/// What kind of values a role needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Its rules ask only whether there is a value, or it is a kind of event.
    Any,
    Text,
    Number,
    Date,
    YesNo,
}

impl Need {
    /// Returns what kind of values it is.
    pub fn tell(self) -> Msg {
        match self {
            Need::Any => msg!("gallery-need-any"),
            Need::Text => msg!("gallery-need-text"),
            Need::Number => msg!("gallery-need-number"),
            Need::Date => msg!("gallery-need-date"),
            Need::YesNo => msg!("gallery-need-yes-no"),
        }
    }

    /// Whether values of that type will do.
    pub fn fits(self, kind: FieldType) -> bool {
        match self {
            Need::Any => true,
            Need::Text => kind == FieldType::Text,
            Need::Number => matches!(kind, FieldType::Whole | FieldType::Decimal),
            Need::Date => kind == FieldType::Date,
            Need::YesNo => kind == FieldType::YesNo,
        }
    }
}

/// A part of a model that reads a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    pub part: Part,
    pub title: Words,
    pub name: String,
}

impl Reader {
    /// Returns what people call it.
    pub fn tell(&self, lang: Lang) -> Msg {
        let name = self.title.get(lang == Lang::Fr).unwrap_or(&self.name);
        match self.part {
            Part::Criterion => msg!("gallery-reader", name = name),
            Part::Gate => msg!("gallery-reader-gate", name = name),
            Part::Alert => msg!("gallery-reader-alert", name = name),
            Part::Derived | Part::Learned => msg!("gallery-reader-field", name = name),
            Part::Population => msg!("gallery-reader-population"),
            Part::Entity => msg!("gallery-reader-entity"),
        }
    }
}

/// What kind of part a reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Criterion,
    Gate,
    Alert,
    /// A field that the model derives.
    Derived,
    /// A field that the model learns.
    Learned,
    /// Who is scored at all.
    Population,
    /// Which leads are one company.
    Entity,
}

/// Returns the roles of a model: fields first, then kinds of event, each in the order of the model.
pub fn roles(model: &Model) -> Vec<Role> {
    let mut found: Vec<Role> = Vec::new();
    let mut see = |mention: Mention<'_>| {
        let Some(reader) = mention.reader else { return };
        let known = found.iter().position(|role| role.plays == mention.plays && role.name == *mention.name);
        let at = known.unwrap_or_else(|| {
            let (plays, name) = (mention.plays, mention.name.clone());
            found.push(Role { plays, name, need: Need::Any, values: Vec::new(), readers: Vec::new() });
            found.len() - 1
        });
        let role = &mut found[at];
        if role.need == Need::Any {
            role.need = mention.asks.need();
        }
        for text in mention.asks.texts() {
            if !role.values.contains(&text) {
                role.values.push(text);
            }
        }
        if !role.readers.contains(reader) {
            role.readers.push(reader.clone());
        }
    };
    Walk { own: own_fields(model), see: &mut see }.model(&mut model.clone());
    found.sort_by_key(|role| role.plays == Plays::Kind);
    found
}

/// Returns for each role of a model the field or the kind of event that plays it best, by its name and the type of its
/// values; none where nothing is near. None plays two roles.
pub fn suggest(model: &Model, data: &Dataset) -> Vec<Option<String>> {
    let roles = roles(model);
    let mut pairs: Vec<(Likeness, usize, usize, &str)> = Vec::new();
    for (index, role) in roles.iter().enumerate() {
        for name in candidates(model, role, data) {
            if let Some(likeness) = likeness(&role.name, name) {
                let known = role.values.len() - unknown_values(role, data, name).len();
                pairs.push((likeness, known, index, name));
            }
        }
    }
    // The sort keeps the order of the roles, and that of the fields, where names and values tell nothing.
    pairs.sort_by_key(|(likeness, known, ..)| Reverse((*likeness, *known)));
    let mut suggested = vec![None; roles.len()];
    let mut taken = HashSet::new();
    for (_, _, index, name) in pairs {
        if suggested[index].is_none() && taken.insert((roles[index].plays, name)) {
            suggested[index] = Some(name.to_owned());
        }
    }
    suggested
}

impl Role {
    /// Whether values of that type will do. Yes and no do where all that is asked for is an outcome's two words.
    pub fn fits(&self, kind: FieldType) -> bool {
        let outcome = || !self.values.is_empty() && self.values.iter().all(|value| answer(value).is_some());
        self.need.fits(kind) || (kind == FieldType::YesNo && self.need == Need::Text && outcome())
    }

    /// Whether a field's yes and no are taken for an outcome's two words.
    pub fn is_answered_by(&self, field: &Field) -> bool {
        self.plays == Plays::Field && self.need == Need::Text && field.kind == FieldType::YesNo
    }

    /// Returns what it needs: a kind of values, or a kind of event.
    pub fn tell_need(&self) -> Msg {
        match self.plays {
            Plays::Field => self.need.tell(),
            Plays::Kind => msg!("gallery-need-kind"),
        }
    }
}

/// Returns the names of the fields or the kinds of event that could play a role of a model: fields have the type that it
/// needs, and a name that the model does not give to one of its own.
pub fn candidates<'d>(model: &Model, role: &Role, data: &'d Dataset) -> Vec<&'d str> {
    match role.plays {
        Plays::Kind => data.events.kinds.iter().map(String::as_str).collect(),
        Plays::Field => {
            let own = |name: &str| model.own_fields().any(|own| own == name);
            let fields = data.fields.iter().filter(|field| role.fits(field.kind) && !own(&field.name));
            fields.map(|field| field.name.as_str()).collect()
        }
    }
}

/// Returns the kinds of event with how many events each has, most frequent first.
pub fn kinds(data: &Dataset) -> Vec<(&str, usize)> {
    let count = |kind: usize| data.events.starts[kind + 1] - data.events.starts[kind];
    let mut kinds: Vec<(&str, usize)> =
        data.events.kinds.iter().enumerate().map(|(kind, name)| (name.as_str(), count(kind))).collect();
    kinds.sort_by_key(|(_, n)| Reverse(*n));
    kinds
}

/// Returns the texts that a role's rules look for and no value of a field is.
pub fn unknown_values<'r>(role: &'r Role, data: &Dataset, field: &str) -> Vec<&'r str> {
    let Some(Column::Text { words, .. }) = data.field(field).map(|field| &field.column) else { return Vec::new() };
    if role.plays != Plays::Field || role.values.is_empty() {
        return Vec::new();
    }
    let known: HashSet<String> = words.iter().map(|word| folded(word)).collect();
    role.values.iter().map(String::as_str).filter(|value| !known.contains(&folded(value))).collect()
}

/// Returns the roles with who plays each as [`assign`] takes it. A role that is left open must read nothing: where a field
/// or a kind happens to have its name, it is given a name that none has.
pub fn cast(roles: &[Role], chosen: &[Option<String>], data: &Dataset) -> Vec<(Role, Option<String>)> {
    let exists = |plays: Plays, name: &str| match plays {
        Plays::Field => data.field(name).is_some(),
        Plays::Kind => data.events.kinds.iter().any(|kind| kind == name),
    };
    let settle = |role: &Role, name: &Option<String>| {
        name.clone().or_else(|| {
            let mut free = role.name.clone();
            while exists(role.plays, &free) {
                free.push('?');
            }
            (free != role.name).then_some(free)
        })
    };
    // What is asked of the values is said in the words of the field that answers.
    let need = |role: &Role, name: &Option<String>| {
        let field = name.as_ref().filter(|_| role.plays == Plays::Field).and_then(|name| data.field(name));
        field.filter(|field| field.kind == FieldType::YesNo).map_or(role.need, |_| Need::YesNo)
    };
    let cast = |role: &Role, name| (Role { need: need(role, name), ..role.clone() }, settle(role, name));
    roles.iter().zip(chosen).map(|(role, name)| cast(role, name)).collect()
}

/// Returns the answer that says the same as a word for an outcome.
fn answer(word: &str) -> Option<bool> {
    [(YES, true), (NO, false)].into_iter().find(|(known, _)| *known == word).map(|(_, answer)| answer)
}

/// Makes a test on an outcome's words one on yes and no.
fn ask_yes_no(test: &mut Test) {
    let values = match test {
        Test::Is(value) => std::slice::from_mut(value),
        Test::OneOf(values) => values,
        _ => return,
    };
    for value in values {
        if let Value::Text(word) = value
            && let Some(answer) = answer(word)
        {
            *value = Value::YesNo(answer);
        }
    }
}

/// Returns the model with every mention of a role replaced by the name that plays it; a role without one keeps its own. A test
/// on an outcome's words becomes one on yes and no where [`cast`] found such a field.
#[must_use]
pub fn assign(mut model: Model, cast: &[(Role, Option<String>)]) -> Model {
    let mut see = |mention: Mention<'_>| {
        let role = cast.iter().find(|(role, _)| role.plays == mention.plays && role.name == *mention.name);
        if let Some((role, Some(name))) = role {
            mention.name.clone_from(name);
            if let (Need::YesNo, Asks::Test(test)) = (role.need, mention.asks) {
                ask_yes_no(test);
            }
        }
    };
    Walk { own: own_fields(&model), see: &mut see }.model(&mut model);
    model
}

/// Says why a field cannot play a role.
pub fn unfit(role: &Role, field: &Field) -> Msg {
    if role.fits(field.kind) {
        return msg!("gallery-own-field", field = &field.name);
    }
    msg!("gallery-unfit", kind = tell::field_type(field.kind), need = role.need.tell())
}

/// Returns what a model scores, in a word.
pub fn entity(entity: &Entity) -> Msg {
    match entity {
        Entity::Contact => msg!("gallery-contacts"),
        Entity::Company { .. } => msg!("gallery-companies"),
        Entity::Customer => msg!("gallery-customers"),
    }
}

/// Returns a name that is not taken: the wanted one, else the first of it with `-2`, `-3` and so on.
pub fn free_name(wanted: &str, taken: &[String]) -> String {
    let names = std::iter::once(wanted.to_owned()).chain((2..=u32::MAX).map(|n| format!("{wanted}-{n}")));
    names.into_iter().find(|name| !taken.contains(name)).unwrap_or_default()
}

/// A place where a model names a field of the leads or a kind of event.
struct Mention<'m> {
    plays: Plays,
    name: &'m mut String,
    asks: Asks<'m>,
    /// The part that reads it; none where it is named without being read.
    reader: Option<&'m Reader>,
}

/// What a mention asks of the values.
enum Asks<'m> {
    Nothing,
    Number,
    Test(&'m mut Test),
    /// Whether a value is one of these.
    Texts(&'m [String]),
}

impl Asks<'_> {
    fn need(&self) -> Need {
        let of = |value: &Value| match value {
            Value::Text(_) => Need::Text,
            Value::Whole(_) | Value::Decimal(_) => Need::Number,
            Value::Date(_) => Need::Date,
            Value::YesNo(_) => Need::YesNo,
        };
        match self {
            Asks::Nothing | Asks::Test(Test::Known | Test::Unknown) => Need::Any,
            Asks::Number => Need::Number,
            Asks::Texts(_) | Asks::Test(Test::Contains(_) | Test::StartsWith(_)) => Need::Text,
            Asks::Test(Test::Before(_) | Test::After(_) | Test::InLast(_)) => Need::Date,
            Asks::Test(Test::Is(value)) => of(value),
            Asks::Test(Test::OneOf(values)) => values.first().map_or(Need::Any, of),
            Asks::Test(
                Test::AtLeast(value)
                | Test::AtMost(value)
                | Test::MoreThan(value)
                | Test::LessThan(value)
                | Test::Between(value, _),
            ) => match of(value) {
                // Text has no order: a date is meant.
                Need::Text => Need::Date,
                need => need,
            },
        }
    }

    /// Returns the texts that values are compared with as a whole.
    fn texts(&self) -> Vec<String> {
        let values: &[Value] = match self {
            Asks::Texts(texts) => return texts.to_vec(),
            Asks::Test(Test::Is(value)) => std::slice::from_ref(value),
            Asks::Test(Test::OneOf(values)) => values,
            Asks::Nothing | Asks::Number | Asks::Test(_) => &[],
        };
        let text = |value: &Value| if let Value::Text(text) = value { Some(text.clone()) } else { None };
        values.iter().filter_map(text).collect()
    }
}

/// A walk over every mention of a field of the leads or of a kind of event.
struct Walk<'w> {
    /// Fields that the model makes itself.
    own: Vec<String>,
    see: &'w mut dyn FnMut(Mention<'_>),
}

fn own_fields(model: &Model) -> Vec<String> {
    model.own_fields().map(str::to_owned).collect()
}

impl Walk<'_> {
    fn model(&mut self, model: &mut Model) {
        if let Entity::Company { by, fields } = &mut model.entity {
            self.field(by, Asks::Nothing, Some(&reader(Part::Entity, &Words::None, "")));
            let before: Vec<String> = fields.iter().map(|(field, _)| field.clone()).collect();
            for (field, _) in fields.iter_mut() {
                self.field(field, Asks::Nothing, None);
            }
            keep_first(fields, &before, |(field, _)| field);
        }
        for derived in &mut model.derived {
            let reader = reader(Part::Derived, &derived.title, &derived.name);
            derived.cases.iter_mut().for_each(|case| self.predicate(&mut case.when, &reader));
        }
        model.learned.iter_mut().for_each(|learned| self.learned(learned));
        self.predicate(&mut model.population, &reader(Part::Population, &Words::None, ""));
        for side in Side::BOTH {
            for group in &mut model.axis_mut(side).groups {
                group.criteria.iter_mut().for_each(|criterion| self.criterion(criterion));
            }
        }
        for gate in &mut model.gates {
            self.predicate(&mut gate.pass, &reader(Part::Gate, &gate.title, &gate.name));
        }
        for alert in &mut model.alerts {
            let reader = reader(Part::Alert, &alert.title, &alert.name);
            self.predicate(&mut alert.when, &reader);
            self.filter(&mut alert.filter, &reader);
        }
    }

    fn learned(&mut self, learned: &mut Learned) {
        let reader = reader(Part::Learned, &learned.title, &learned.name);
        self.predicate(&mut learned.won, &reader);
        self.predicate(&mut learned.lost, &reader);
        self.fields(&mut learned.fields, Some(&reader));
        self.fields(&mut learned.blanks_count, None);
        self.fields(&mut learned.tags, None);
        if let Some(stages) = &mut learned.stage {
            self.field(&mut stages.field, Asks::Texts(&stages.order), Some(&reader));
        }
        for tally in learned.lesson.iter_mut().flat_map(|lesson| &mut lesson.tallies) {
            self.field(&mut tally.field, Asks::Nothing, None);
        }
    }

    fn criterion(&mut self, criterion: &mut Criterion) {
        let reader = reader(Part::Criterion, &criterion.title, &criterion.name);
        match &mut criterion.rule {
            Rule::Match { when, .. } => self.predicate(when, &reader),
            Rule::Tiers(tiers) => tiers.iter_mut().for_each(|tier| self.predicate(&mut tier.when, &reader)),
            Rule::Amount { field, .. } => self.field(field, Asks::Number, Some(&reader)),
            Rule::Activity { filter, .. } => self.filter(filter, &reader),
        }
        self.predicate(&mut criterion.scope, &reader);
    }

    fn predicate(&mut self, predicate: &mut Predicate, reader: &Reader) {
        match predicate {
            Predicate::All(parts) | Predicate::Any(parts) => {
                for part in parts.iter_mut() {
                    self.predicate(part, reader);
                }
            }
            Predicate::Not(part) => self.predicate(part, reader),
            Predicate::Field(field, test) => self.field(field, Asks::Test(test), Some(reader)),
            Predicate::Axis(..) => {}
        }
    }

    fn filter(&mut self, filter: &mut Filter, reader: &Reader) {
        let before = filter.kinds.clone();
        for kind in &mut filter.kinds {
            (self.see)(Mention { plays: Plays::Kind, name: kind, asks: Asks::Nothing, reader: Some(reader) });
        }
        keep_first(&mut filter.kinds, &before, |kind| kind);
    }

    fn fields(&mut self, fields: &mut Vec<String>, reader: Option<&Reader>) {
        let before = fields.clone();
        for field in fields.iter_mut() {
            self.field(field, Asks::Nothing, reader);
        }
        keep_first(fields, &before, |field| field);
    }

    fn field(&mut self, name: &mut String, asks: Asks<'_>, reader: Option<&Reader>) {
        if !self.own.contains(name) {
            (self.see)(Mention { plays: Plays::Field, name, asks, reader });
        }
    }
}

fn reader(part: Part, title: &Words, name: &str) -> Reader {
    Reader { part, title: title.clone(), name: name.to_owned() }
}

/// Two roles may be played by one: where names have changed, a list keeps the first of those that are now the same.
fn keep_first<T>(list: &mut Vec<T>, before: &[String], name: impl Fn(&T) -> &String) {
    if list.iter().map(&name).ne(before) {
        let mut seen = HashSet::new();
        list.retain(|item| seen.insert(name(item).clone()));
    }
}
