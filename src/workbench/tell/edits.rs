//! Edits as sentences: what they change, and why they cannot be made.

use crate::model::Edit;
use crate::model::EditError;
use crate::model::Part;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;

/// Returns what an edit changes; `title` says what people call the criterion, group or map of a name.
pub fn edit(edit: &Edit, title: &dyn Fn(&str) -> String) -> Msg {
    match edit {
        Edit::SetWeight { criterion, weight } => {
            msg!("tell-set-weight", criterion = title(criterion), weight = *weight)
        }
        Edit::SetOn { criterion, on: true } => msg!("tell-set-on", criterion = title(criterion)),
        Edit::SetOn { criterion, on: false } => msg!("tell-set-off", criterion = title(criterion)),
        Edit::SetCriterion { criterion, .. } => msg!("tell-set-criterion", criterion = title(criterion)),
        Edit::Insert { criterion, .. } => msg!("tell-insert", criterion = title(&criterion.name)),
        Edit::Remove { criterion } => msg!("tell-remove", criterion = title(criterion)),
        Edit::Move { criterion, .. } => msg!("tell-move", criterion = title(criterion)),
        Edit::SetBand { band, from, .. } => msg!("tell-set-band", band = band, from = *from),
        Edit::RenameBand { band, to, .. } => msg!("tell-rename-band", band = band, to = to),
        Edit::SetCaps { group, .. } => msg!("tell-set-caps", group = title(group)),
        Edit::SetMap { map } => msg!("tell-set-map", map = title(map)),
        Edit::Set(parts) => msg!("tell-set", parts = changed(parts)),
        Edit::Replace(_) => msg!("tell-replace"),
    }
}

/// Returns why an edit cannot be made.
pub fn edit_error(error: &EditError) -> Msg {
    match error {
        EditError::NoCriterion(name) => msg!("tell-no-criterion", name = name),
        EditError::NameTaken(name) => msg!("tell-name-taken", name = name),
        EditError::NoGroup(name) => msg!("tell-no-group", name = name),
        EditError::NoBand(name) => msg!("tell-no-band", name = name),
        EditError::BandTaken(name) => msg!("tell-band-taken", name = name),
        EditError::NoMap(name) => msg!("tell-no-map", name = name),
        EditError::FirstBand => msg!("tell-first-band"),
        EditError::BandOrder => msg!("tell-band-order"),
        EditError::CapOrder => msg!("tell-cap-order"),
        EditError::NoChange => msg!("tell-no-change"),
        EditError::Fault(text) => (**text).clone(),
        EditError::Weight => msg!("tell-weight-bounds"),
    }
}

/// Returns the parts that an edit puts in place, each named once.
fn changed(parts: &[Part]) -> Msg {
    let mut names: Vec<Msg> = Vec::new();
    for name in parts.iter().map(part) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let list = names.into_iter().reduce(|a, b| msg!("tell-comma", a = a, b = b));
    list.unwrap_or_else(|| msg!("tell-nothing"))
}

/// Returns what a part of a model is called.
fn part(part: &Part) -> Msg {
    match part {
        Part::Title(_) => msg!("tell-part-title"),
        Part::Description(_) => msg!("tell-part-description"),
        Part::Entity(_) => msg!("tell-part-entity"),
        Part::Funnel(_) => msg!("tell-part-funnel"),
        Part::Alignment(_) => msg!("tell-part-alignment"),
        Part::NextReview(_) => msg!("tell-part-review"),
        Part::LeftOut(_) => msg!("tell-part-left-out"),
        Part::Derived(_) => msg!("tell-part-derived"),
        Part::Learned(_) => msg!("tell-part-learned"),
        Part::Population(_) => msg!("tell-part-population"),
        Part::Axis(Side::Rows, _) => msg!("tell-part-rows"),
        Part::Axis(Side::Columns, _) => msg!("tell-part-columns"),
        Part::Ungraded(_) => msg!("tell-part-ungraded"),
        Part::Gates(_) => msg!("tell-part-gates"),
        Part::Zones(_) => msg!("tell-part-zones"),
        Part::Maps(_) => msg!("tell-part-maps"),
        Part::Map(_) => msg!("tell-part-map"),
        Part::Alerts(_) => msg!("tell-part-alerts"),
        Part::RankBy(_) => msg!("tell-part-rank"),
        Part::TopShare(_) => msg!("tell-part-top"),
    }
}
