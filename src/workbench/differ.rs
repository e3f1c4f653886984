//! What differs between two models, as sentences: one for each edit that leads from one to the other. Never here: a layout.

use crate::model::Edit;
use crate::model::Model;
use crate::model::Side;
use crate::model::diff;
use crate::msg;
use crate::text::Msg;
use crate::workbench::tell;

/// Returns what leads from one model to the other, in the order of the model's parts.
pub fn differences(from: &Model, to: &Model, french: bool) -> Vec<Msg> {
    diff(from, to).iter().map(|edit| difference(edit, from, to, french)).collect()
}

/// Says an edit with what was there before, where that is a number.
fn difference(edit: &Edit, from: &Model, to: &Model, french: bool) -> Msg {
    let title = |name: &str| title(to, french, name).or_else(|| title(from, french, name)).unwrap_or(name).to_owned();
    match edit {
        Edit::SetWeight { criterion, weight } => {
            let before = from.criterion(criterion).map_or(0, |criterion| criterion.weight);
            msg!("versions-weight", criterion = title(criterion), before = before, after = *weight)
        }
        Edit::SetBand { side, band, from: after } => {
            let before = from.axis(*side).bands.iter().find(|known| known.label == *band).and_then(|band| band.from);
            match before {
                Some(before) => msg!("versions-band", band = band, before = before, after = *after),
                None => tell::edit(edit, &title),
            }
        }
        edit => tell::edit(edit, &title),
    }
}

/// Returns what people call the criterion, the group or the map of that name.
pub fn title<'m>(model: &'m Model, french: bool, name: &str) -> Option<&'m str> {
    let groups = Side::BOTH.into_iter().flat_map(|side| &model.axis(side).groups);
    let titles = model.criteria().map(|(_, _, criterion)| (&criterion.name, &criterion.title));
    let titles = titles.chain(groups.map(|group| (&group.name, &group.title)));
    let mut titles = titles.chain(model.maps.iter().map(|map| (&map.name, &map.title)));
    titles.find(|(known, _)| *known == name).and_then(|(_, title)| title.get(french))
}
