//! An axis and its parts: groups of criteria, what is lost with time, the scale, the bands. Never here: what a criterion looks for.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Criterion;
use crate::model::Words;

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
    /// Whether the value is shown as it is, or brought to a range.
    #[serde(default, skip_serializing_if = "Scale::is_raw")]
    pub scale: Scale,
    #[serde(default)]
    pub groups: Vec<Group>,
    /// What is taken away from who does nothing, or climbs too slowly; each from the sum of the groups, before the floor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub degradations: Vec<Degradation>,
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

/// The range in which an axis's values are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Scale {
    /// The sum of points as it is.
    #[default]
    Raw,
    /// From the first to the second: `lo + (hi − lo) × clamp(value, 0, best) / best`, floored to whole points, where best
    /// is the axis's theoretical maximum: its start and every group at its best.
    To(i64, i64),
}

impl Scale {
    fn is_raw(&self) -> bool {
        *self == Scale::Raw
    }
}

/// What an axis loses with time. Each degradation looks at the sum of the groups; what they take is added up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Degradation {
    /// Since the last event that any criterion of the axis counts, whatever its window; else since the lead was created;
    /// never, if that is unknown. The deepest step reached applies.
    Inactive(Vec<Idle>),
    /// Takes `points` when the sum of the groups is below `below` and rose by less than `gain` in the last `over` days.
    /// A lead that is known to be younger than that has not had the time, and loses nothing.
    SlowClimb { gain: i64, over: u32, below: i64, points: i64 },
}

/// A step of [`Degradation::Inactive`]: what is taken after so many whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idle {
    pub days: u32,
    pub take: Take,
}

/// How much a degradation takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Take {
    /// So many points, 0 or more.
    Points(i64),
    /// So many percent of what is above zero, 0..=100, rounded down to whole ten-thousandths of a point.
    Percent(u8),
    /// All that is above so many points.
    DownTo(i64),
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
