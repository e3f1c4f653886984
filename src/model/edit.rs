//! Edits of a model, each a value with an inverse: undo, redo, the edit log and two windows on one file all speak these.
//!
//! An edit names what it changes (a criterion, a band, a group) by name, so that it still means the same after another
//! window has changed something else.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Alert;
use crate::model::Answer;
use crate::model::Axis;
use crate::model::Band;
use crate::model::Criterion;
use crate::model::Derived;
use crate::model::Entity;
use crate::model::Gate;
use crate::model::Group;
use crate::model::Learned;
use crate::model::MAX_WEIGHT;
use crate::model::Map;
use crate::model::Model;
use crate::model::Predicate;
use crate::model::RankKey;
use crate::model::Side;
use crate::model::Stage;
use crate::model::Words;
use crate::model::Zone;
use crate::text::Msg;

/// One change of a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    SetWeight {
        criterion: String,
        weight: i64,
    },
    SetOn {
        criterion: String,
        on: bool,
    },
    /// Replaces the named criterion where it stands; may rename it.
    SetCriterion {
        criterion: String,
        to: Box<Criterion>,
    },
    /// Puts a new criterion at a position of a group.
    Insert {
        side: Side,
        group: String,
        at: usize,
        criterion: Box<Criterion>,
    },
    Remove {
        criterion: String,
    },
    /// Moves a criterion to a position of a group, of the same axis or the other.
    Move {
        criterion: String,
        side: Side,
        group: String,
        at: usize,
    },
    /// Moves a band's lowest value.
    SetBand {
        side: Side,
        band: String,
        from: i64,
    },
    /// Gives a band another label, in the axis and in every map.
    RenameBand {
        side: Side,
        band: String,
        to: String,
    },
    /// Sets a group's bounds, in points.
    SetCaps {
        side: Side,
        group: String,
        min: Option<i64>,
        max: Option<i64>,
    },
    /// Puts the named map in force.
    SetMap {
        map: String,
    },
    /// Puts parts of the model in place of what they were, all at once.
    Set(Vec<Part>),
    /// Puts the whole model in place of what it was.
    Replace(Box<Model>),
}

/// A part of a model that is replaced as one, in [`Edit::Set`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Title(Words),
    Description(Words),
    Entity(Entity),
    Funnel(Vec<Stage>),
    Alignment(Vec<Answer>),
    NextReview(String),
    LeftOut(Vec<String>),
    Derived(Vec<Derived>),
    Learned(Vec<Learned>),
    Population(Predicate),
    Axis(Side, Box<Axis>),
    Ungraded(String),
    Gates(Vec<Gate>),
    Zones(Vec<Zone>),
    Maps(Vec<Map>),
    /// The name of the map in force.
    Map(String),
    Alerts(Vec<Alert>),
    RankBy(Vec<RankKey>),
    TopShare(u8),
}

impl Part {
    /// Puts the part in its place in the model and keeps what was there.
    fn swap(&mut self, model: &mut Model) {
        use std::mem::swap;
        match self {
            Part::Title(part) => swap(part, &mut model.title),
            Part::Description(part) => swap(part, &mut model.description),
            Part::Entity(part) => swap(part, &mut model.entity),
            Part::Funnel(part) => swap(part, &mut model.funnel),
            Part::Alignment(part) => swap(part, &mut model.alignment),
            Part::NextReview(part) => swap(part, &mut model.next_review),
            Part::LeftOut(part) => swap(part, &mut model.left_out),
            Part::Derived(part) => swap(part, &mut model.derived),
            Part::Learned(part) => swap(part, &mut model.learned),
            Part::Population(part) => swap(part, &mut model.population),
            Part::Axis(side, part) => swap(part.as_mut(), model.axis_mut(*side)),
            Part::Ungraded(part) => swap(part, &mut model.ungraded),
            Part::Gates(part) => swap(part, &mut model.gates),
            Part::Zones(part) => swap(part, &mut model.zones),
            Part::Maps(part) => swap(part, &mut model.maps),
            Part::Map(part) => swap(part, &mut model.map),
            Part::Alerts(part) => swap(part, &mut model.alerts),
            Part::RankBy(part) => swap(part, &mut model.rank_by),
            Part::TopShare(part) => swap(part, &mut model.top_share),
        }
    }

    /// Whether two parts have the same place in the model.
    fn same_place(&self, other: &Part) -> bool {
        match (self, other) {
            (Part::Axis(a, _), Part::Axis(b, _)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// Why an edit cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    #[error("no criterion named {0}")]
    NoCriterion(String),
    #[error("a criterion named {0} exists already")]
    NameTaken(String),
    #[error("no group named {0}")]
    NoGroup(String),
    #[error("no band named {0}")]
    NoBand(String),
    #[error("a band named {0} exists already")]
    BandTaken(String),
    #[error("no map named {0}")]
    NoMap(String),
    #[error("the first band has no lowest value")]
    FirstBand,
    #[error("the bands would be out of order")]
    BandOrder,
    #[error("the smallest value is above the largest")]
    CapOrder,
    #[error("the weight is out of bounds")]
    Weight,
    #[error("nothing would change")]
    NoChange,
    /// The model would no longer be one that can be loaded.
    #[error("{0}")]
    Fault(Box<Msg>),
}

impl Edit {
    /// Makes the edit and returns the edit that undoes it. On an error nothing is changed.
    #[expect(clippy::too_many_lines, reason = "one arm per edit, each short")]
    pub fn apply(self, model: &mut Model) -> Result<Edit, EditError> {
        match self {
            Edit::SetWeight { criterion, weight } => {
                if !(-MAX_WEIGHT..=MAX_WEIGHT).contains(&weight) {
                    return Err(EditError::Weight);
                }
                let found = criterion_mut(model, &criterion)?;
                let weight = std::mem::replace(&mut found.weight, weight);
                Ok(Edit::SetWeight { criterion, weight })
            }
            Edit::SetOn { criterion, on } => {
                let found = criterion_mut(model, &criterion)?;
                let on = std::mem::replace(&mut found.on, on);
                Ok(Edit::SetOn { criterion, on })
            }
            Edit::SetCriterion { criterion, to } => {
                if to.name != criterion && model.criterion(&to.name).is_some() {
                    return Err(EditError::NameTaken(to.name));
                }
                let name = to.name.clone();
                let found = criterion_mut(model, &criterion)?;
                let old = std::mem::replace(found, *to);
                Ok(Edit::SetCriterion { criterion: name, to: Box::new(old) })
            }
            Edit::Insert { side, group, at, criterion } => {
                if model.criterion(&criterion.name).is_some() {
                    return Err(EditError::NameTaken(criterion.name));
                }
                let name = criterion.name.clone();
                let found = group_mut(model.axis_mut(side), &group)?;
                found.criteria.insert(at.min(found.criteria.len()), *criterion);
                Ok(Edit::Remove { criterion: name })
            }
            Edit::Remove { criterion } => {
                let (side, group, at, old) = take(model, &criterion)?;
                Ok(Edit::Insert { side, group, at, criterion: Box::new(old) })
            }
            Edit::Move { criterion, side, group, at } => {
                group_mut(model.axis_mut(side), &group)?;
                let (old_side, old_group, old_at, moved) = take(model, &criterion)?;
                let found = group_mut(model.axis_mut(side), &group)?;
                found.criteria.insert(at.min(found.criteria.len()), moved);
                Ok(Edit::Move { criterion, side: old_side, group: old_group, at: old_at })
            }
            Edit::SetBand { side, band, from } => {
                let bands = &mut model.axis_mut(side).bands;
                let Some(index) = bands.iter().position(|b| b.label == band) else {
                    return Err(EditError::NoBand(band));
                };
                let Some(old) = bands[index].from else {
                    return Err(EditError::FirstBand);
                };
                let below = |other: &Band| other.from.is_none_or(|other| other < from);
                let above = |other: &Band| other.from.is_none_or(|other| from < other);
                if !below(&bands[index - 1]) || !bands.get(index + 1).is_none_or(above) {
                    return Err(EditError::BandOrder);
                }
                bands[index].from = Some(from);
                Ok(Edit::SetBand { side, band, from: old })
            }
            Edit::RenameBand { side, band, to } => {
                let bands = &mut model.axis_mut(side).bands;
                if bands.iter().any(|other| other.label == to) {
                    return Err(EditError::BandTaken(to));
                }
                let Some(found) = bands.iter_mut().find(|found| found.label == band) else {
                    return Err(EditError::NoBand(band));
                };
                found.label.clone_from(&to);
                if side == Side::Rows {
                    let rows = model.maps.iter_mut().flat_map(|map| &mut map.rows);
                    for (label, _) in rows.filter(|(label, _)| *label == band) {
                        label.clone_from(&to);
                    }
                }
                Ok(Edit::RenameBand { side, band: to, to: band })
            }
            Edit::SetCaps { side, group, min, max } => {
                if matches!((min, max), (Some(min), Some(max)) if min > max) {
                    return Err(EditError::CapOrder);
                }
                let found = group_mut(model.axis_mut(side), &group)?;
                let min = std::mem::replace(&mut found.min, min);
                let max = std::mem::replace(&mut found.max, max);
                Ok(Edit::SetCaps { side, group, min, max })
            }
            Edit::SetMap { map } => {
                if !model.maps.iter().any(|known| known.name == map) {
                    return Err(EditError::NoMap(map));
                }
                let named = std::mem::replace(&mut model.map, map);
                // A model that named none is to name none again: the first map was in force then.
                let is_there = model.maps.iter().any(|known| known.name == named);
                Ok(if is_there { Edit::SetMap { map: named } } else { Edit::Set(vec![Part::Map(named)]) })
            }
            Edit::Set(mut parts) => {
                // Undone from the last to the first: two parts may be at one place.
                for part in &mut parts {
                    part.swap(model);
                }
                parts.reverse();
                Ok(Edit::Set(parts))
            }
            Edit::Replace(new) => {
                let old = std::mem::replace(model, *new);
                Ok(Edit::Replace(Box::new(old)))
            }
        }
    }

    /// Whether two edits in a row turn the same knob, so that a held key can be one step of undo.
    pub fn same_knob(&self, other: &Edit) -> bool {
        match (self, other) {
            (Edit::SetWeight { criterion: a, .. }, Edit::SetWeight { criterion: b, .. }) => a == b,
            (Edit::SetBand { side: a, band: x, .. }, Edit::SetBand { side: b, band: y, .. }) => a == b && x == y,
            (Edit::SetCaps { side: a, group: x, .. }, Edit::SetCaps { side: b, group: y, .. }) => a == b && x == y,
            (Edit::Set(a), Edit::Set(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same_place(b)),
            _ => false,
        }
    }
}

fn criterion_mut<'m>(model: &'m mut Model, name: &str) -> Result<&'m mut Criterion, EditError> {
    let [rows, columns] = [&mut model.rows, &mut model.columns];
    rows.groups
        .iter_mut()
        .chain(&mut columns.groups)
        .flat_map(|group| &mut group.criteria)
        .find(|criterion| criterion.name == name)
        .ok_or_else(|| EditError::NoCriterion(name.to_owned()))
}

fn group_mut<'m>(axis: &'m mut Axis, name: &str) -> Result<&'m mut Group, EditError> {
    axis.groups.iter_mut().find(|group| group.name == name).ok_or_else(|| EditError::NoGroup(name.to_owned()))
}

/// Takes a criterion out of the model; returns where it stood.
fn take(model: &mut Model, name: &str) -> Result<(Side, String, usize, Criterion), EditError> {
    for side in Side::BOTH {
        for group in &mut model.axis_mut(side).groups {
            if let Some(at) = group.criteria.iter().position(|criterion| criterion.name == name) {
                return Ok((side, group.name.clone(), at, group.criteria.remove(at)));
            }
        }
    }
    Err(EditError::NoCriterion(name.to_owned()))
}
