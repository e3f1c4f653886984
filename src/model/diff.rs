//! What differs between two models, as the edits that lead from one to the other. Never here: how an edit is told.

use crate::model::Edit;
use crate::model::Model;
use crate::model::Part;
use crate::model::Side;

/// Returns edits that make `from` what `to` is, but for its name: as fine as they can be told, and whole parts for the rest.
pub fn diff(from: &Model, to: &Model) -> Vec<Edit> {
    let mut now = from.clone();
    let mut edits = Vec::new();
    for edit in criteria(from, to).into_iter().chain(bands_and_caps(from, to)).chain(map(from, to)) {
        // An edit that does not fit on its way is part of a larger one below.
        if edit.clone().apply(&mut now).is_ok() {
            edits.push(edit);
        }
    }
    for part in parts(to) {
        let edit = Edit::Set(vec![part]);
        let before = now.clone();
        if edit.clone().apply(&mut now).is_ok() && now != before {
            edits.push(edit);
        }
    }
    edits
}

fn criteria(from: &Model, to: &Model) -> Vec<Edit> {
    let gone = from.criteria().filter(|(_, _, c)| to.criterion(&c.name).is_none());
    let mut edits: Vec<Edit> = gone.map(|(_, _, c)| Edit::Remove { criterion: c.name.clone() }).collect();
    for side in Side::BOTH {
        for group in &to.axis(side).groups {
            for (at, new) in group.criteria.iter().enumerate() {
                let criterion = new.name.clone();
                let place = from.criteria().find(|(_, _, c)| c.name == criterion);
                let Some((old_side, old_group, old)) = place else {
                    let criterion = Box::new(new.clone());
                    edits.push(Edit::Insert { side, group: group.name.clone(), at, criterion });
                    continue;
                };
                if (old_side, &old_group.name) != (side, &group.name) {
                    edits.push(Edit::Move { criterion: criterion.clone(), side, group: group.name.clone(), at });
                }
                let mut turned = old.clone();
                (turned.weight, turned.on) = (new.weight, new.on);
                if turned != *new {
                    edits.push(Edit::SetCriterion { criterion, to: Box::new(new.clone()) });
                    continue;
                }
                if old.weight != new.weight {
                    edits.push(Edit::SetWeight { criterion: criterion.clone(), weight: new.weight });
                }
                if old.on != new.on {
                    edits.push(Edit::SetOn { criterion, on: new.on });
                }
            }
        }
    }
    edits
}

fn bands_and_caps(from: &Model, to: &Model) -> Vec<Edit> {
    let mut edits = Vec::new();
    for side in Side::BOTH {
        let (old, new) = (from.axis(side), to.axis(side));
        for band in &new.bands {
            let before = old.bands.iter().find(|known| known.label == band.label);
            if let (Some(before), Some(from)) = (before, band.from)
                && before.from != Some(from)
            {
                edits.push(Edit::SetBand { side, band: band.label.clone(), from });
            }
        }
        for group in &new.groups {
            let before = old.groups.iter().find(|known| known.name == group.name);
            if before.is_some_and(|before| (before.min, before.max) != (group.min, group.max)) {
                edits.push(Edit::SetCaps { side, group: group.name.clone(), min: group.min, max: group.max });
            }
        }
    }
    edits
}

fn map(from: &Model, to: &Model) -> Option<Edit> {
    let (old, new) = (from.map_in_force()?, to.map_in_force()?);
    (old.name != new.name).then(|| Edit::SetMap { map: new.name.clone() })
}

/// Returns every part of a model.
fn parts(model: &Model) -> Vec<Part> {
    // Every field by name, so that a new one cannot be forgotten.
    let Model {
        name: _,
        title,
        description,
        entity,
        funnel,
        alignment,
        next_review,
        left_out,
        derived,
        learned,
        population,
        rows,
        columns,
        ungraded,
        gates,
        zones,
        maps,
        map,
        alerts,
        rank_by,
        top_share,
    } = model.clone();
    vec![
        Part::Title(title),
        Part::Description(description),
        Part::Entity(entity),
        Part::Funnel(funnel),
        Part::Alignment(alignment),
        Part::NextReview(next_review),
        Part::LeftOut(left_out),
        Part::Derived(derived),
        Part::Learned(learned),
        Part::Population(population),
        Part::Axis(Side::Rows, Box::new(rows)),
        Part::Axis(Side::Columns, Box::new(columns)),
        Part::Ungraded(ungraded),
        Part::Gates(gates),
        Part::Zones(zones),
        Part::Maps(maps),
        Part::Map(map),
        Part::Alerts(alerts),
        Part::RankBy(rank_by),
        Part::TopShare(top_share),
    ]
}
