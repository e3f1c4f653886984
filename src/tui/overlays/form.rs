//! The form of a criterion: what it is called, what it looks for, how much it weighs; with the leads it would touch.

pub mod activity;
mod filled;
mod turn;

use tui_input::Input;

use crate::engine::predicate::DataError;
use crate::model::Criterion;
use crate::model::Decay;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::Provenance;
use crate::model::Rule;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::overlays::condition::joined::Joined;
use crate::tui::overlays::condition::joined::Joiner;
use crate::tui::overlays::form::activity::Activity;
use crate::tui::overlays::form::activity::DecayKind;
use crate::tui::overlays::form::activity::ReachInput;
use crate::tui::overlays::form::activity::RepeatKind;
use crate::tui::overlays::rows::WordsInput;
use crate::workbench::Workbench;

pub(super) use turn::act;

/// A criterion being made or changed. Every kind of rule keeps what was filled in for it while another is looked at.
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
    pub tiers: Vec<TierInput>,
    pub field: String,
    pub per: Input,
    pub most: Input,
    pub activity: Activity,
    pub scope: Predicate,
    /// Whether the rows that are seldom wanted are shown.
    pub more: bool,
    pub on: bool,
    /// None = the usual one of the kind of rule.
    pub provenance: Option<Provenance>,
    pub title: WordsInput,
    pub note: WordsInput,
    /// The cell under the cursor.
    pub row: usize,
    /// Whether it was to be saved before it was whole: from then on what is missing is told.
    pub tried: bool,
    /// What was filled in when it was opened, or when leaving was last thought of.
    pub(super) kept: String,
    /// What is wrong or missing, and where.
    pub wrong: Vec<(Row, Msg)>,
    /// How many leads it would touch; none while it is incomplete.
    pub touched: Option<Result<usize, DataError>>,
    /// How many leads each tier takes.
    pub by_tier: Vec<Option<usize>>,
}

/// A tier being typed.
pub struct TierInput {
    pub when: Predicate,
    pub share: Input,
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

/// A cell of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Name,
    Group,
    Weight,
    Kind,
    Joiner,
    Condition(usize),
    AddCondition,
    AddGroup,
    Otherwise,
    TierWhen(usize),
    TierShare(usize),
    AddTier,
    /// A tier of everyone who has met none.
    AddElse,
    /// Puts the tiers with the greatest share on top.
    Sort,
    Field,
    Per,
    Most,
    Kinds,
    Filter,
    Within,
    WithinUnit,
    Repeat,
    Times,
    Fewer,
    Absence,
    AbsenceUnit,
    ReachLeast(usize),
    ReachMost(usize),
    ReachWithin(usize),
    ReachUnit(usize),
    ReachShare(usize),
    AddReach,
    Decay,
    HalfLife,
    Percent,
    Every,
    Line,
    Scope,
    More,
    On,
    Provenance,
    Title,
    TitleEach,
    TitleFrench,
    Note,
    NoteEach,
    NoteFrench,
    Save,
}

/// The text field of a cell, by reference or by mutable reference.
macro_rules! text_of {
    ($form:ident, $row:expr $(, $mutable:tt)?) => {
        match $row {
            Row::Name => Some(&$($mutable)? $form.name),
            Row::Weight => Some(&$($mutable)? $form.weight),
            Row::Otherwise => Some(&$($mutable)? $form.otherwise),
            Row::TierShare(tier) => Some(&$($mutable)? $form.tiers[tier].share),
            Row::Per => Some(&$($mutable)? $form.per),
            Row::Most => Some(&$($mutable)? $form.most),
            Row::Within => Some(&$($mutable)? $form.activity.within.length),
            Row::Times => Some(&$($mutable)? $form.activity.times),
            Row::Fewer => Some(&$($mutable)? $form.activity.fewer),
            Row::Absence => Some(&$($mutable)? $form.activity.absence.length),
            Row::ReachLeast(tier) => Some(&$($mutable)? $form.activity.reach[tier].least),
            Row::ReachMost(tier) => Some(&$($mutable)? $form.activity.reach[tier].most),
            Row::ReachWithin(tier) => Some(&$($mutable)? $form.activity.reach[tier].within.length),
            Row::ReachShare(tier) => Some(&$($mutable)? $form.activity.reach[tier].share),
            Row::HalfLife => Some(&$($mutable)? $form.activity.half_life),
            Row::Percent => Some(&$($mutable)? $form.activity.percent),
            Row::Every => Some(&$($mutable)? $form.activity.every),
            Row::Line => Some(&$($mutable)? $form.activity.line),
            Row::Title => Some(&$($mutable)? $form.title.text),
            Row::TitleFrench => Some(&$($mutable)? $form.title.french),
            Row::Note => Some(&$($mutable)? $form.note.text),
            Row::NoteFrench => Some(&$($mutable)? $form.note.french),
            Row::Group
            | Row::Kind
            | Row::Joiner
            | Row::Condition(_)
            | Row::AddCondition
            | Row::AddGroup
            | Row::TierWhen(_)
            | Row::AddTier
            | Row::AddElse
            | Row::Sort
            | Row::Field
            | Row::Kinds
            | Row::Filter
            | Row::WithinUnit
            | Row::Repeat
            | Row::AbsenceUnit
            | Row::ReachUnit(_)
            | Row::AddReach
            | Row::Decay
            | Row::Scope
            | Row::More
            | Row::On
            | Row::Provenance
            | Row::TitleEach
            | Row::NoteEach
            | Row::Save => None,
        }
    };
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
            activity: Activity::blank(),
            scope: Predicate::everyone(),
            more: false,
            on: true,
            provenance: None,
            title: WordsInput::default(),
            note: WordsInput::default(),
            row: 0,
            tried: false,
            kept: String::new(),
            wrong: Vec::new(),
            touched: None,
            by_tier: Vec::new(),
        }
    }

    /// A form for a new criterion of a group, filled in already.
    pub fn proposed(model: &Model, side: Side, group: &str, at: usize, criterion: &Criterion) -> CriterionForm {
        let group = CriterionForm::blank(model, side, group, at).group;
        CriterionForm { original: None, group, at, ..CriterionForm::of(model, criterion) }
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
        form.on = criterion.on;
        form.provenance = Some(criterion.provenance);
        form.title = WordsInput::of(&criterion.title);
        form.note = WordsInput::of(&criterion.note);
        match &criterion.rule {
            Rule::Match { when, otherwise } => {
                form.kind = Kind::Match;
                form.otherwise = Input::new(otherwise.to_string());
                form.when = Joined::of(when);
            }
            Rule::Tiers(tiers) => {
                form.kind = Kind::Tiers;
                let tier = |when: &Predicate, share: i8| TierInput {
                    when: when.clone(),
                    share: Input::new(share.to_string()),
                };
                form.tiers = tiers.iter().map(|t| tier(&t.when, t.share)).collect();
            }
            Rule::Amount { field, per, max } => {
                form.kind = Kind::Amount;
                form.field.clone_from(field);
                form.per = Input::new(per.to_string());
                form.most = Input::new(max.to_string());
            }
            Rule::Activity { .. } => {
                form.kind = Kind::Activity;
                form.activity.take(&criterion.rule);
            }
        }
        form
    }

    /// Returns the lines shown now, each with its cells.
    pub fn lines(&self) -> Vec<Vec<Row>> {
        let mut lines = vec![vec![Row::Name], vec![Row::Group], vec![Row::Weight], vec![Row::Kind]];
        match self.kind {
            Kind::Match => {
                if self.when.parts.len() > 1 || matches!(self.when.joiner, Joiner::None | Joiner::NotAll) {
                    lines.push(vec![Row::Joiner]);
                }
                lines.extend((0..self.when.parts.len()).map(|part| vec![Row::Condition(part)]));
                lines.extend([vec![Row::AddCondition, Row::AddGroup], vec![Row::Otherwise]]);
            }
            Kind::Tiers => {
                lines.extend((0..self.tiers.len()).map(|tier| vec![Row::TierWhen(tier), Row::TierShare(tier)]));
                lines.push(vec![Row::AddTier]);
                if !self.tiers.iter().any(|tier| tier.when.is_everyone()) && !self.tiers.is_empty() {
                    lines.last_mut().expect("just pushed").push(Row::AddElse);
                }
            }
            Kind::Amount => lines.extend([vec![Row::Field], vec![Row::Per], vec![Row::Most]]),
            Kind::Activity => self.activity_lines(&mut lines),
        }
        if self.is_unsorted() {
            lines.last_mut().expect("a form has lines").push(Row::Sort);
        }
        if self.kind == Kind::Activity && self.activity.repeat.counts_events() {
            lines.push(match self.activity.decay {
                DecayKind::None => vec![Row::Decay],
                DecayKind::HalfLife => vec![Row::Decay, Row::HalfLife],
                DecayKind::Step => vec![Row::Decay, Row::Percent, Row::Every],
                DecayKind::Line => vec![Row::Decay, Row::Line],
            });
        }
        lines.extend([vec![Row::Scope], vec![Row::More]]);
        if self.more {
            lines.extend([vec![Row::On], vec![Row::Provenance]]);
            lines.push(vec![Row::Title, Row::TitleEach]);
            lines.extend(self.title.each.then(|| vec![Row::TitleFrench]));
            lines.push(vec![Row::Note, Row::NoteEach]);
            lines.extend(self.note.each.then(|| vec![Row::NoteFrench]));
        }
        lines.push(vec![Row::Save]);
        lines
    }

    fn activity_lines(&self, lines: &mut Vec<Vec<Row>>) {
        lines.extend([vec![Row::Kinds], vec![Row::Filter]]);
        let activity = &self.activity;
        if activity.repeat.counts_events() {
            lines.push(vec![Row::Within, Row::WithinUnit]);
        }
        lines.push(match activity.repeat {
            RepeatKind::Each | RepeatKind::PerAsset => vec![Row::Repeat, Row::Times],
            RepeatKind::FewerThan => vec![Row::Repeat, Row::Fewer],
            RepeatKind::Once | RepeatKind::Every | RepeatKind::Reach => vec![Row::Repeat],
        });
        match activity.repeat {
            RepeatKind::FewerThan => lines.push(vec![Row::Absence, Row::AbsenceUnit]),
            RepeatKind::Reach => {
                let tier = |t| {
                    vec![
                        Row::ReachLeast(t),
                        Row::ReachMost(t),
                        Row::ReachWithin(t),
                        Row::ReachUnit(t),
                        Row::ReachShare(t),
                    ]
                };
                lines.extend((0..activity.reach.len()).map(tier));
                lines.push(vec![Row::AddReach]);
            }
            RepeatKind::Once | RepeatKind::Each | RepeatKind::Every | RepeatKind::PerAsset => {}
        }
    }

    /// Returns the cells shown now, one after the other.
    pub fn cells(&self) -> Vec<Row> {
        self.lines().into_iter().flatten().collect()
    }

    /// Returns the cell under the cursor.
    pub fn current(&self) -> Row {
        let cells = self.cells();
        cells[self.row.min(cells.len() - 1)]
    }

    /// Whether the cursor is on something that can be put elsewhere: a condition or a tier.
    pub fn is_in_list(&self) -> bool {
        matches!(
            self.current(),
            Row::Condition(_)
                | Row::TierWhen(_)
                | Row::TierShare(_)
                | Row::ReachLeast(_)
                | Row::ReachMost(_)
                | Row::ReachWithin(_)
                | Row::ReachUnit(_)
                | Row::ReachShare(_)
        )
    }

    /// Puts the cursor on a cell, if it is shown.
    fn go_to(&mut self, row: Row) {
        self.row = self.cells().iter().position(|cell| *cell == row).unwrap_or(self.row);
    }

    /// Returns the text field of a cell.
    pub fn input_of(&self, row: Row) -> Option<&Input> {
        text_of!(self, row)
    }

    pub(super) fn input(&self) -> Option<&Input> {
        self.input_of(self.current())
    }

    pub(super) fn input_mut(&mut self) -> Option<&mut Input> {
        let row = self.current();
        text_of!(self, row, mut)
    }

    /// Says what is wrong in a cell. What is missing is told only once the criterion was to be saved.
    pub fn problem(&self, row: Row) -> Option<&Msg> {
        let written = self.input_of(row).is_some_and(|input| !input.value().trim().is_empty());
        let found = self.wrong.iter().find(|(wrong, _)| *wrong == row).map(|(_, why)| why);
        found.filter(|_| self.tried || written)
    }

    /// Whether the criterion's title belongs to the name it had and will go with it.
    pub fn drops_title(&self) -> bool {
        self.original.as_ref().is_some_and(|original| {
            !original.title.is_none()
                && original.name != self.name.value().trim()
                && original.title == self.title.read()
        })
    }

    /// Returns the provenance that was chosen, else the usual one of the kind.
    pub fn provenance(&self) -> Provenance {
        let usual = if self.kind == Kind::Activity { Provenance::Observed } else { Provenance::Declared };
        self.provenance.unwrap_or(usual)
    }

    /// Whether a later tier gives more than an earlier one, which is asked first.
    pub fn is_unsorted(&self) -> bool {
        let shares: Vec<Option<i64>> = self.shares().map(filled::whole_share).collect();
        shares.windows(2).any(|pair| matches!(pair, [Some(first), Some(second)] if first < second))
    }

    /// The shares of the tiers that are shown.
    fn shares(&self) -> Box<dyn Iterator<Item = &Input> + '_> {
        match self.kind {
            Kind::Tiers => Box::new(self.tiers.iter().map(|tier| &tier.share)),
            Kind::Activity if self.activity.repeat == RepeatKind::Reach => {
                Box::new(self.activity.reach.iter().map(|tier| &tier.share))
            }
            Kind::Match | Kind::Amount | Kind::Activity => Box::new(std::iter::empty()),
        }
    }

    /// Returns the decay as far as it is filled in.
    pub fn decay(&self) -> Option<Decay> {
        let shown = self.kind == Kind::Activity && self.activity.repeat.counts_events();
        if shown { filled::decay(&self.activity, &mut Vec::new()) } else { None }
    }

    pub(super) fn set_amount_field(&mut self, name: String, bench: &Workbench) {
        self.name_as(&name, bench);
        self.field = name;
        self.row += 1;
    }

    pub(super) fn set_kinds(&mut self, kinds: Vec<String>, bench: &Workbench) {
        self.name_as(&kinds.join(", "), bench);
        self.activity.filter.kinds = kinds;
        self.row += 1;
    }

    /// Adds a tier of events after the others, or before one.
    fn add_reach(&mut self, at: usize) {
        let tier = ReachInput::blank(self.activity.reach.is_empty());
        self.activity.reach.insert(at.min(self.activity.reach.len()), tier);
        self.go_to(Row::ReachLeast(at));
    }
}
