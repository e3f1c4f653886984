//! The form of a criterion: what it is called, what it looks for, how much it weighs; with the leads it would touch.

use tui_input::Input;

use crate::engine::predicate::DataError;
use crate::model::Criterion;
use crate::model::Edit;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Side;
use crate::model::Window;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition;
use crate::tui::overlays::condition::Question;
use crate::tui::overlays::condition::Taken;
use crate::tui::overlays::condition::joined::Joined;
use crate::tui::overlays::condition::joined::Joiner;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::rows::moved;
use crate::tui::update::edit;

/// A criterion being made or changed.
pub struct CriterionForm {
    /// The criterion as it was, none for a new one.
    pub original: Option<Criterion>,
    /// Every group of the model: axis and name.
    pub groups: Vec<(Side, String)>,
    pub group: usize,
    /// Position in the group.
    at: usize,
    pub name: Input,
    pub weight: Input,
    pub kind: Kind,
    pub when: Joined,
    pub otherwise: Input,
    pub tiers: Vec<(Predicate, Input)>,
    pub field: String,
    pub per: Input,
    pub most: Input,
    pub kinds: Vec<String>,
    pub within: Input,
    pub hours: bool,
    pub each: bool,
    pub times: Input,
    pub scope: Predicate,
    pub row: usize,
    /// How many leads it would touch; none while it is incomplete.
    pub touched: Option<Result<usize, DataError>>,
}

/// The kinds of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Match,
    Tiers,
    Amount,
    Activity,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Match, Kind::Tiers, Kind::Amount, Kind::Activity];

    pub fn name(self) -> Msg {
        match self {
            Kind::Match => msg!("tui-kind-match"),
            Kind::Tiers => msg!("tui-kind-tiers"),
            Kind::Amount => msg!("tui-kind-amount"),
            Kind::Activity => msg!("tui-kind-activity"),
        }
    }
}

/// A row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Name,
    Group,
    Weight,
    Kind,
    Condition(usize),
    AddCondition,
    AddGroup,
    Joiner,
    Otherwise,
    TierWhen(usize),
    TierShare(usize),
    AddTier,
    Field,
    Per,
    Most,
    Kinds,
    Within,
    Unit,
    Repeat,
    Times,
    Scope,
    Save,
}

impl CriterionForm {
    /// A form for a new criterion of a group.
    pub fn blank(model: &Model, side: Side, group: &str, at: usize) -> CriterionForm {
        let groups: Vec<(Side, String)> = Side::BOTH
            .into_iter()
            .flat_map(|side| model.axis(side).groups.iter().map(move |group| (side, group.name.clone())))
            .collect();
        let place = groups.iter().position(|(s, g)| *s == side && g == group).unwrap_or(0);
        CriterionForm {
            original: None,
            groups,
            group: place,
            at,
            name: Input::default(),
            weight: Input::new("5".to_owned()),
            kind: if side == Side::Rows { Kind::Match } else { Kind::Activity },
            when: Joined { joiner: Joiner::All, parts: Vec::new() },
            otherwise: Input::new("0".to_owned()),
            tiers: Vec::new(),
            field: String::new(),
            per: Input::new("1".to_owned()),
            most: Input::new("10".to_owned()),
            kinds: Vec::new(),
            within: Input::default(),
            hours: false,
            each: false,
            times: Input::new("3".to_owned()),
            scope: Predicate::everyone(),
            row: 0,
            touched: None,
        }
    }

    /// A form for a criterion of the model.
    pub fn of(model: &Model, criterion: &Criterion) -> CriterionForm {
        let place = model.criteria().find(|(_, _, c)| c.name == criterion.name);
        let (side, group) = place.map_or((Side::Rows, String::new()), |(side, group, _)| (side, group.name.clone()));
        let mut form = CriterionForm::blank(model, side, &group, 0);
        form.original = Some(criterion.clone());
        form.name = Input::new(criterion.name.clone());
        form.weight = Input::new(criterion.weight.to_string());
        form.scope = criterion.scope.clone();
        match &criterion.rule {
            Rule::Match { when, otherwise } => {
                form.kind = Kind::Match;
                form.otherwise = Input::new(otherwise.to_string());
                form.when = Joined::of(when);
            }
            Rule::Tiers(tiers) => {
                form.kind = Kind::Tiers;
                form.tiers = tiers.iter().map(|tier| (tier.when.clone(), Input::new(tier.share.to_string()))).collect();
            }
            Rule::Amount { field, per, max } => {
                form.kind = Kind::Amount;
                form.field.clone_from(field);
                form.per = Input::new(per.to_string());
                form.most = Input::new(max.to_string());
            }
            Rule::Activity { filter, within, repeat, decay: _ } => {
                form.kind = Kind::Activity;
                form.kinds.clone_from(&filter.kinds);
                let (length, hours) = match within {
                    None => (String::new(), false),
                    Some(Window::Days(days)) => (days.to_string(), false),
                    Some(Window::Hours(hours)) => (hours.to_string(), true),
                };
                (form.within, form.hours) = (Input::new(length), hours);
                if let Repeat::Each(max) = repeat {
                    (form.each, form.times) = (true, Input::new(max.to_string()));
                }
            }
        }
        form
    }

    /// Returns the rows shown now.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Name, Row::Group, Row::Weight, Row::Kind];
        match self.kind {
            Kind::Match => {
                rows.extend((0..self.when.parts.len()).map(Row::Condition));
                rows.extend([Row::AddCondition, Row::AddGroup]);
                if self.when.parts.len() > 1 || self.when.joiner != Joiner::All {
                    rows.push(Row::Joiner);
                }
                rows.push(Row::Otherwise);
            }
            Kind::Tiers => {
                rows.extend((0..self.tiers.len()).flat_map(|tier| [Row::TierWhen(tier), Row::TierShare(tier)]));
                rows.push(Row::AddTier);
            }
            Kind::Amount => rows.extend([Row::Field, Row::Per, Row::Most]),
            Kind::Activity => {
                rows.extend([Row::Kinds, Row::Within]);
                if !self.within.value().trim().is_empty() {
                    rows.push(Row::Unit);
                }
                rows.push(Row::Repeat);
                if self.each {
                    rows.push(Row::Times);
                }
            }
        }
        rows.extend([Row::Scope, Row::Save]);
        rows
    }

    /// Returns the row under the cursor.
    pub fn current(&self) -> Row {
        let rows = self.rows();
        rows[self.row.min(rows.len() - 1)]
    }

    /// Returns the text field of a row.
    pub fn input_of(&self, row: Row) -> Option<&Input> {
        match row {
            Row::Name => Some(&self.name),
            Row::Weight => Some(&self.weight),
            Row::Otherwise => Some(&self.otherwise),
            Row::TierShare(tier) => Some(&self.tiers[tier].1),
            Row::Per => Some(&self.per),
            Row::Most => Some(&self.most),
            Row::Within => Some(&self.within),
            Row::Times => Some(&self.times),
            Row::Group
            | Row::Kind
            | Row::Condition(_)
            | Row::AddCondition
            | Row::AddGroup
            | Row::Joiner
            | Row::TierWhen(_)
            | Row::AddTier
            | Row::Field
            | Row::Kinds
            | Row::Unit
            | Row::Repeat
            | Row::Scope
            | Row::Save => None,
        }
    }

    pub(super) fn input(&self) -> Option<&Input> {
        self.input_of(self.current())
    }

    pub(super) fn input_mut(&mut self) -> Option<&mut Input> {
        match self.current() {
            Row::Name => Some(&mut self.name),
            Row::Weight => Some(&mut self.weight),
            Row::Otherwise => Some(&mut self.otherwise),
            Row::TierShare(tier) => Some(&mut self.tiers[tier].1),
            Row::Per => Some(&mut self.per),
            Row::Most => Some(&mut self.most),
            Row::Within => Some(&mut self.within),
            Row::Times => Some(&mut self.times),
            _ => None,
        }
    }

    pub(super) fn set_amount_field(&mut self, name: String) {
        self.field = name;
        self.row += 1;
    }

    pub(super) fn set_kinds(&mut self, kinds: Vec<String>) {
        if self.name.value().trim().is_empty() {
            self.name = Input::new(kinds.join(", "));
        }
        self.kinds = kinds;
        self.row += 1;
    }

    fn name_after(&mut self, predicate: &Predicate) {
        if self.name.value().trim().is_empty()
            && let Some(name) = name_for(predicate)
        {
            self.name = Input::new(name);
        }
        self.row += 1;
    }
}

/// Returns a name for a criterion from its first condition.
fn name_for(predicate: &Predicate) -> Option<String> {
    let mut name = None;
    predicate.each_test(&mut |field, test| {
        if name.is_none() {
            name = Some(match test {
                crate::model::Test::Is(value) => format!("{field}: {value}"),
                crate::model::Test::AtLeast(value) => format!("{field} ≥ {value}"),
                crate::model::Test::AtMost(value) => format!("{field} ≤ {value}"),
                _ => field.to_owned(),
            });
        }
    });
    name
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Form(form)) = app.overlays.last_mut() else { return None };
    if let Some(row) = moved(action, form.row, form.rows().len()) {
        form.row = row;
        return Some(Vec::new());
    }
    let back = action == Action::MoveLeft;
    let choose = matches!(action, Action::MoveLeft | Action::MoveRight | Action::Toggle | Action::Accept);
    match (action, form.current()) {
        (_, Row::Group) if choose => form.group = turned(form.group, form.groups.len(), back),
        (_, Row::Kind) if choose => {
            let now = Kind::ALL.iter().position(|kind| *kind == form.kind).unwrap_or(0);
            form.kind = Kind::ALL[turned(now, Kind::ALL.len(), back)];
        }
        (_, Row::Joiner) if choose => form.when.joiner = form.when.joiner.turned(back),
        (_, Row::Unit) if choose => form.hours = !form.hours,
        (_, Row::Repeat) if choose => form.each = !form.each,
        (Action::Delete, Row::Condition(index)) => {
            form.when.parts.remove(index);
        }
        (Action::Delete, Row::TierWhen(tier) | Row::TierShare(tier)) => {
            form.tiers.remove(tier);
        }
        (Action::Delete, Row::Scope) => form.scope = Predicate::everyone(),
        (Action::Accept | Action::Toggle, Row::Save) => return Some(submit(app)),
        (Action::Accept | Action::Toggle | Action::MoveRight, row) => return Some(open_row(app, row)),
        _ => return None,
    }
    Some(Vec::new())
}

fn turned(now: usize, n: usize, back: bool) -> usize {
    (now + if back { n - 1 } else { 1 }) % n.max(1)
}

/// Opens what fills a row in; from a text field goes on to the next row.
fn open_row(app: &mut App, row: Row) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = app.overlays.last_mut() else { return Vec::new() };
    let (at, now, taken, title): (usize, Predicate, Taken, Msg) = match row {
        Row::Condition(at) => (at, form.when.parts[at].clone(), take_condition, msg!("tui-condition")),
        Row::AddCondition => (form.when.parts.len(), Predicate::everyone(), take_condition, msg!("tui-condition")),
        Row::AddGroup => {
            let at = form.when.parts.len();
            let title = msg!("tui-condition");
            return condition::edit_group(app, Question { title, axes: false, at, taken: take_condition });
        }
        Row::TierWhen(at) => (at, form.tiers[at].0.clone(), take_tier, msg!("tui-row-tier", n = at + 1)),
        Row::AddTier => {
            let at = form.tiers.len();
            (at, Predicate::everyone(), take_tier, msg!("tui-row-tier", n = at + 1))
        }
        Row::Scope => (0, form.scope.clone(), take_scope, msg!("tui-row-scope")),
        Row::Field | Row::Kinds => {
            let kinds = form.kinds.clone();
            let list = if row == Row::Field { Choosing::amounts(app) } else { Choosing::kinds(app, &kinds) };
            app.overlays.extend(list.map(Overlay::Choosing));
            return Vec::new();
        }
        _ => {
            form.row += 1;
            return Vec::new();
        }
    };
    condition::edit(app, &now, Question { title, axes: false, at, taken })
}

fn take_condition(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect> {
    if let Some(Overlay::Form(form)) = app.overlays.last_mut() {
        form.name_after(&predicate);
        form.when.put(at, predicate);
    }
    Vec::new()
}

fn take_tier(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect> {
    if let Some(Overlay::Form(form)) = app.overlays.last_mut() {
        form.name_after(&predicate);
        match form.tiers.get_mut(at) {
            Some((when, _)) => *when = predicate,
            None => form.tiers.push((predicate, Input::new("100".to_owned()))),
        }
    }
    Vec::new()
}

fn take_scope(app: &mut App, _: usize, predicate: Predicate) -> Vec<Effect> {
    if let Some(Overlay::Form(form)) = app.overlays.last_mut() {
        form.scope = predicate;
        form.row += 1;
    }
    Vec::new()
}

fn submit(app: &mut App) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = app.overlays.last() else { return Vec::new() };
    let criterion = match form.criterion() {
        Ok(criterion) => criterion,
        Err(why) => {
            app.tell(Tone::Bad, why);
            return Vec::new();
        }
    };
    let (side, group) = form.groups[form.group].clone();
    let name = criterion.name.clone();
    let Some(bench) = &app.bench else { return Vec::new() };
    let taken = form.original.as_ref().is_none_or(|c| c.name != name) && bench.model().criterion(&name).is_some();
    if taken {
        app.tell(Tone::Bad, msg!("tell-name-taken", name = &name));
        return Vec::new();
    }
    let mut effects = Vec::new();
    match &form.original {
        None => {
            let at = form.at;
            app.overlays.pop();
            effects.extend(edit(app, Edit::Insert { side, group, at, criterion: Box::new(criterion) }));
        }
        Some(original) => {
            let original_name = original.name.clone();
            let changed = *original != criterion;
            let place = bench.model().criteria().find(|(_, _, c)| c.name == original_name);
            let moves = place.is_some_and(|(s, g, _)| s != side || g.name != group);
            app.overlays.pop();
            if changed {
                effects.extend(edit(app, Edit::SetCriterion { criterion: original_name, to: Box::new(criterion) }));
            }
            if moves {
                effects.extend(edit(app, Edit::Move { criterion: name.clone(), side, group, at: usize::MAX }));
            }
        }
    }
    crate::tui::screens::workbench::select(app, &name);
    effects
}
