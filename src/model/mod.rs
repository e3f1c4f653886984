//! What a scoring model is: its types, their limits, edits with inverses, and RON text in and out.
//!
//! Meaning only: nothing here knows a lead, a clock, a file or a screen. How a model is computed is `engine`'s.

mod advice;
mod advice_axis;
mod advice_cases;
mod axis;
mod cells;
mod check;
mod check_axis;
mod check_condition;
mod check_parts;
mod check_rule;
mod check_zones;
mod diff;
mod edit;
mod field;
mod header;
mod limits;
mod nearest;
mod outline;
mod predicate;
mod range;
pub mod reference;
mod ron_problem;
mod ron_text;
mod rule;
mod synonyms;
mod templates;
mod value;
mod words;
mod zone;

use serde::Deserialize;
use serde::Serialize;

pub use advice::Advice;
pub use advice::advice;
pub use advice::criteria_at;
pub use axis::Axis;
pub use axis::Band;
pub use axis::Degradation;
pub use axis::Group;
pub use axis::Idle;
pub use axis::Scale;
pub use axis::Side;
pub use axis::Take;
pub use cells::Cell;
pub use cells::Cells;
pub use check::Fault;
pub use check::check;
pub use diff::diff;
pub use edit::Edit;
pub use edit::EditError;
pub use edit::Part;
pub use field::Case;
pub use field::Derived;
pub use field::Learned;
pub use field::Lesson;
pub use field::Stages;
pub use field::Tally;
pub use header::Answer;
pub use header::Entity;
pub use header::How;
pub use header::Stage;
pub use limits::FRESH;
pub use limits::FULL_SHARE;
pub use limits::MAX_CRITERIA;
pub use limits::MAX_DAYS;
pub use limits::MAX_DEPTH;
pub use limits::MAX_MODEL_BYTES;
pub use limits::MAX_NAMES;
pub use limits::MAX_OCCURRENCES;
pub use limits::MAX_PARTS;
pub use limits::MAX_POINTS;
pub use limits::MAX_SCALE;
pub use limits::MAX_TALLY;
pub use limits::MAX_TEXT_BYTES;
pub use limits::MAX_WEIGHT;
pub use limits::MAX_ZONES;
pub use limits::POINT;
pub use nearest::nearest;
pub use outline::Step;
pub use predicate::Predicate;
pub use predicate::Test;
pub use range::best;
pub use range::largest_sum;
pub use range::theoretical_range;
pub use ron_text::parse;
pub use ron_text::parse_bytes;
pub use ron_text::place_of;
pub use ron_text::to_ron;
pub use rule::Criterion;
pub use rule::Decay;
pub use rule::Filter;
pub use rule::Provenance;
pub use rule::Reach;
pub use rule::Repeat;
pub use rule::Rule;
pub use rule::Tier;
pub use rule::Window;
pub use synonyms::Likeness;
pub use synonyms::fold_name;
pub use synonyms::likeness;
pub use synonyms::role_of;
pub use templates::template;
pub use templates::template_names;
pub use templates::template_text;
pub use value::FieldType;
pub use value::Role;
pub use value::Value;
pub use value::parse_millionths;
pub use words::Words;
pub use zone::Alert;
pub use zone::Gate;
pub use zone::Map;
pub use zone::Owner;
pub use zone::Zone;

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
    #[serde(default, skip_serializing_if = "Entity::is_contact")]
    pub entity: Entity,
    /// What marketing and sales have defined together: the stages, first to last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funnel: Vec<Stage>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alignment: Vec<Answer>,
    /// The day of the next review, `"2026-01-31"`; empty = none set.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next_review: String,
    /// Event kinds and assets that are left unscored on purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Fields that the model derives, in order: a later one may read an earlier one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub derived: Vec<Derived>,
    /// Fields that the model has learned; they may read derived ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub learned: Vec<Learned>,
    /// Who is scored at all; `All([])` is everyone.
    #[serde(default = "Predicate::everyone", skip_serializing_if = "Predicate::is_everyone")]
    pub population: Predicate,
    /// The vertical axis, usually the grade (profile, explicit).
    #[serde(default, skip_serializing_if = "Axis::is_absent")]
    pub rows: Axis,
    /// The horizontal axis, usually the score (behaviour, implicit).
    #[serde(default)]
    pub columns: Axis,
    /// The label of the leads of which no field that the rows read is known and no event that they count is there, below the
    /// lowest band; empty = they are in the band of their value like any other.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ungraded: String,
    /// In order: the first gate that a lead fails holds it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gates: Vec<Gate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<Zone>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maps: Vec<Map>,
    /// The name of the map in force; empty = the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub map: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alerts: Vec<Alert>,
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
            entity: Entity::default(),
            funnel: Vec::new(),
            alignment: Vec::new(),
            next_review: String::new(),
            left_out: Vec::new(),
            derived: Vec::new(),
            learned: Vec::new(),
            population: Predicate::everyone(),
            rows: Axis::default(),
            columns: Axis::default(),
            ungraded: String::new(),
            gates: Vec::new(),
            zones: Vec::new(),
            maps: Vec::new(),
            map: String::new(),
            alerts: Vec::new(),
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

    /// Returns how many bands a side of the matrix has: those of the axis and, on the rows, one for the ungraded.
    pub fn n_bands(&self, side: Side) -> usize {
        self.axis(side).n_bands() + usize::from(self.has_ungraded(side))
    }

    /// Returns a band's label, counted from the lowest; the ungraded are below all others. Empty on an axis without bands.
    pub fn label(&self, side: Side, band: usize) -> &str {
        match (self.has_ungraded(side), band) {
            (true, 0) => &self.ungraded,
            (ungraded, band) => self.axis(side).label(band - usize::from(ungraded)),
        }
    }

    /// Whether a side has a band for the ungraded: band 0, which stands for no value.
    pub fn has_ungraded(&self, side: Side) -> bool {
        side == Side::Rows && !self.ungraded.is_empty()
    }

    /// Returns the names of the fields that the model adds to those of the leads.
    pub fn own_fields(&self) -> impl Iterator<Item = &str> {
        let derived = self.derived.iter().map(|field| field.name.as_str());
        derived.chain(self.learned.iter().map(|field| field.name.as_str()))
    }

    /// Returns the criterion of that name.
    pub fn criterion(&self, name: &str) -> Option<&Criterion> {
        self.criteria().map(|(_, _, criterion)| criterion).find(|criterion| criterion.name == name)
    }

    /// Returns the map in force: the one `map` names, else the first.
    pub fn map_in_force(&self) -> Option<&Map> {
        self.maps.iter().find(|map| map.name == self.map).or(self.maps.first())
    }

    /// Returns the zone that a map gives a cell; rows and columns count from the lowest.
    pub fn zone_in(&self, map: &Map, row: usize, column: usize) -> Option<&Zone> {
        let (_, zones) = map.rows.iter().find(|(label, _)| label == self.label(Side::Rows, row))?;
        self.zone(zones.get(column)?)
    }

    pub fn zone(&self, name: &str) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.name == name)
    }
}
