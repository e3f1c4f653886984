//! What a scoring model is: its types, their limits, edits with inverses, and RON text in and out.
//!
//! Meaning only: nothing here knows a lead, a clock, a file or a screen. How a model is computed is `engine`'s.

mod advice;
mod check;
mod check_rule;
mod edit;
mod limits;
mod nearest;
mod outline;
mod predicate;
mod ron_problem;
mod ron_text;
mod templates;
mod value;
mod words;

use serde::Deserialize;
use serde::Serialize;

pub use advice::Advice;
pub use advice::advice;
pub use advice::theoretical_range;
pub use check::Fault;
pub use check::check;
pub use edit::Edit;
pub use edit::EditError;
pub use limits::FRESH;
pub use limits::FULL_SHARE;
pub use limits::MAX_CRITERIA;
pub use limits::MAX_DAYS;
pub use limits::MAX_DEPTH;
pub use limits::MAX_MODEL_BYTES;
pub use limits::MAX_OCCURRENCES;
pub use limits::MAX_PARTS;
pub use limits::MAX_POINTS;
pub use limits::MAX_TEXT_BYTES;
pub use limits::MAX_WEIGHT;
pub use limits::MAX_ZONES;
pub use limits::POINT;
pub use nearest::nearest;
pub use outline::Step;
pub use predicate::Predicate;
pub use predicate::Test;
pub use ron_text::parse;
pub use ron_text::parse_bytes;
pub use ron_text::place_of;
pub use ron_text::to_ron;
pub use templates::template;
pub use templates::template_names;
pub use value::FieldType;
pub use value::Role;
pub use value::Value;
pub use value::parse_millionths;
pub use words::Words;

/// A scoring model. Two axes place every lead of the population in a cell of the matrix; a map gives each cell a zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Model")]
pub struct Model {
    /// Short name, unique in its workspace: `[A-Za-z0-9._-]{1,64}`.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub description: Words,
    /// Who is scored at all; `All([])` is everyone.
    #[serde(default = "Predicate::everyone", skip_serializing_if = "Predicate::is_everyone")]
    pub population: Predicate,
    /// The vertical axis, usually the grade (profile, explicit).
    #[serde(default, skip_serializing_if = "Axis::is_absent")]
    pub rows: Axis,
    /// The horizontal axis, usually the score (behaviour, implicit).
    #[serde(default)]
    pub columns: Axis,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Zone>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maps: Vec<Map>,
    /// The name of the map in force; empty = the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub map: String,
    /// How leads are ranked, first key first, all descending; the lead's id always breaks the last tie.
    #[serde(default = "RankKey::usual", skip_serializing_if = "RankKey::is_usual")]
    pub rank_by: Vec<RankKey>,
    /// The share of the population in the top group, in percent; the next group is as large.
    #[serde(default = "twenty", skip_serializing_if = "is_twenty")]
    pub top_share: u8,
}

fn twenty() -> u8 {
    20
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_twenty(share: &u8) -> bool {
    *share == 20
}

/// One of the two axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    Rows,
    Columns,
}

impl Side {
    pub const BOTH: [Side; 2] = [Side::Rows, Side::Columns];
}

/// An axis: groups of criteria that sum to a value, and the bands that cut the value into labels.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axis {
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub name: Words,
    /// Points every lead starts with (Pardot starts at D).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub start: i64,
    /// Lowest value of the axis, in points; none = unbounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<i64>,
    /// Highest value of the axis, in points; none = unbounded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<i64>,
    #[serde(default)]
    pub groups: Vec<Group>,
    /// From the lowest to the highest; the first has no `from`. Empty = one band without a label.
    #[serde(default)]
    pub bands: Vec<Band>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(n: &i64) -> bool {
    *n == 0
}

/// A named family of criteria; its value is the sum of theirs, netted, then clamped to `min..=max` points.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    #[serde(default)]
    pub criteria: Vec<Criterion>,
}

/// A band of an axis: a value belongs to the last band whose lowest value it reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub label: String,
    /// Lowest value that belongs to the band, in points; none for the first band.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
}

/// A rule that gives points, with its weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Unique in the model.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// Whole points, −1,000,000..=1,000,000.
    pub weight: i64,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub on: bool,
    #[serde(default, skip_serializing_if = "Provenance::is_usual")]
    pub provenance: Provenance,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub note: Words,
    /// For whom the criterion counts (a country, a campaign); `All([])` = global.
    #[serde(default = "Predicate::everyone", skip_serializing_if = "Predicate::is_everyone")]
    pub scope: Predicate,
    pub rule: Rule,
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_yes(on: &bool) -> bool {
    *on
}

/// Where a criterion's data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Provenance {
    /// Given by the prospect.
    #[default]
    Declared,
    /// Seen: navigation, clicks, presence.
    Observed,
    /// Worked out from something else.
    Deduced,
}

impl Provenance {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_usual(&self) -> bool {
        *self == Provenance::Declared
    }
}

/// How a criterion finds its share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rule {
    /// Share 100 if the predicate holds, `otherwise` if it does not, 0 if every field it reads is unknown.
    Match {
        when: Predicate,
        #[serde(default, skip_serializing_if = "is_zero_share")]
        otherwise: i8,
    },
    /// The share of the first tier that holds.
    Tiers(Vec<Tier>),
    /// Share 100 for each whole `per` of a numeric field, at most `max` times.
    Amount { field: String, per: Value, max: u32 },
    /// Share 100 for each counted event.
    Activity {
        filter: Filter,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        within: Option<Window>,
        #[serde(default, skip_serializing_if = "Repeat::is_once")]
        repeat: Repeat,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero_share(n: &i8) -> bool {
    *n == 0
}

/// A tier of [`Rule::Tiers`]: its share is a whole percent, −100..=100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    pub when: Predicate,
    pub share: i8,
}

/// Which events a criterion counts.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Names of event kinds, any of which counts; empty = any event.
    #[serde(default)]
    pub kinds: Vec<String>,
}

/// How far back from as-of events count: `as_of − window < at ≤ as_of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Window {
    Days(u32),
    Hours(u32),
}

impl Window {
    /// Returns the window's length in seconds.
    pub fn seconds(self) -> i64 {
        match self {
            Window::Days(n) => i64::from(n) * 86_400,
            Window::Hours(n) => i64::from(n) * 3_600,
        }
    }
}

/// How repeated events count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Repeat {
    /// The newest event counts.
    #[default]
    Once,
    /// The newest `max` events count.
    Each(u32),
}

impl Repeat {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_once(&self) -> bool {
        *self == Repeat::Once
    }

    /// Returns how many events count at most.
    pub fn max(self) -> u32 {
        match self {
            Repeat::Once => 1,
            Repeat::Each(max) => max,
        }
    }
}

/// A part of the matrix that is treated alike.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Unique in the model; maps name it.
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    #[serde(default, skip_serializing_if = "Owner::is_nobody")]
    pub owner: Owner,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub action: Words,
    /// Working hours within which the owner acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sla_hours: Option<u32>,
    /// Leads the owner can take in a week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekly_capacity: Option<u32>,
    /// Whether the zone's leads are handed over to sales.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hands_over: bool,
}

/// Who acts on a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Owner {
    #[default]
    Nobody,
    Marketing,
    Sales,
}

impl Owner {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_nobody(&self) -> bool {
        *self == Owner::Nobody
    }
}

/// A zone for every cell: one row per row band, in any order, each with one zone name per column band.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    pub name: String,
    #[serde(default, skip_serializing_if = "Words::is_none")]
    pub title: Words,
    /// (row band's label, zone names from the lowest column band to the highest).
    pub rows: Vec<(String, Vec<String>)>,
}

/// A key of the rank order; all sort the higher or the more recent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RankKey {
    Rows,
    Columns,
    /// Rows + columns.
    Sum,
    /// The more recent last event.
    Recent,
}

impl RankKey {
    /// The default order: column axis, row axis, recency.
    pub fn usual() -> Vec<RankKey> {
        vec![RankKey::Columns, RankKey::Rows, RankKey::Recent]
    }

    fn is_usual(keys: &[RankKey]) -> bool {
        keys == [RankKey::Columns, RankKey::Rows, RankKey::Recent]
    }
}

impl Default for Model {
    /// The model of an empty text: no name, no criteria, and the usual ranking.
    fn default() -> Model {
        Model {
            name: String::new(),
            title: Words::None,
            description: Words::None,
            population: Predicate::everyone(),
            rows: Axis::default(),
            columns: Axis::default(),
            zones: Vec::new(),
            maps: Vec::new(),
            map: String::new(),
            rank_by: RankKey::usual(),
            top_share: twenty(),
        }
    }
}

impl Model {
    pub fn axis(&self, side: Side) -> &Axis {
        match side {
            Side::Rows => &self.rows,
            Side::Columns => &self.columns,
        }
    }

    pub fn axis_mut(&mut self, side: Side) -> &mut Axis {
        match side {
            Side::Rows => &mut self.rows,
            Side::Columns => &mut self.columns,
        }
    }

    /// Returns every criterion with its axis and group, in the order of the text: rows first.
    pub fn criteria(&self) -> impl Iterator<Item = (Side, &Group, &Criterion)> {
        Side::BOTH.into_iter().flat_map(|side| {
            self.axis(side)
                .groups
                .iter()
                .flat_map(move |group| group.criteria.iter().map(move |criterion| (side, group, criterion)))
        })
    }

    /// Returns the criterion of that name.
    pub fn criterion(&self, name: &str) -> Option<&Criterion> {
        self.criteria().map(|(_, _, criterion)| criterion).find(|criterion| criterion.name == name)
    }

    /// Returns the map in force: the one `map` names, else the first.
    pub fn map_in_force(&self) -> Option<&Map> {
        self.maps.iter().find(|map| map.name == self.map).or(self.maps.first())
    }

    pub fn zone(&self, name: &str) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.name == name)
    }
}

impl Axis {
    /// Whether the axis was left out: a model on the other axis alone.
    pub fn is_absent(&self) -> bool {
        *self == Axis::default()
    }

    /// Returns how many bands cut the axis; at least one.
    pub fn n_bands(&self) -> usize {
        self.bands.len().max(1)
    }

    /// Returns a band's label; empty on an axis without bands.
    pub fn label(&self, band: usize) -> &str {
        self.bands.get(band).map_or("", |band| band.label.as_str())
    }
}

impl Criterion {
    /// A criterion without a name that gives one point for its rule.
    pub fn of(rule: Rule) -> Criterion {
        Criterion {
            name: String::new(),
            title: Words::None,
            weight: 1,
            on: true,
            provenance: Provenance::default(),
            note: Words::None,
            scope: Predicate::everyone(),
            rule,
        }
    }
}
