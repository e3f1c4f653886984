//! The bands of an axis: their lowest values, moved or typed, with the leads in each band moving along.

use crate::model::Edit;
use crate::model::Side;
use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::update::edit;

/// Which axis, and which of its bands, counted from the highest.
pub struct BandsForm {
    pub side: Side,
    pub row: usize,
}

impl BandsForm {
    pub fn new(side: Side) -> BandsForm {
        BandsForm { side, row: 0 }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let Some(Overlay::Bands(form)) = app.overlays.last_mut() else { return None };
    let n_bands = model.axis(form.side).n_bands();
    let band = model.axis(form.side).bands.get(n_bands - 1 - form.row.min(n_bands - 1)).cloned();
    let by = match action {
        Action::MoveUp => {
            form.row = form.row.saturating_sub(1);
            return Some(Vec::new());
        }
        Action::MoveDown => {
            form.row = (form.row + 1).min(n_bands - 1);
            return Some(Vec::new());
        }
        Action::NextPane | Action::PreviousPane => {
            let other = if form.side == Side::Rows { Side::Columns } else { Side::Rows };
            if model.axis(other).bands.len() > 1 {
                *form = BandsForm::new(other);
            }
            return Some(Vec::new());
        }
        Action::BandEdgeUp => 1,
        Action::BandEdgeDown => -1,
        Action::BandEdgeUpMore => 5,
        Action::BandEdgeDownMore => -5,
        Action::Edit => {
            let side = form.side;
            if let Some(band) = band {
                let prompt = Prompt::new(Purpose::BandLabel(side, band.label.clone()), &band.label);
                app.overlays.push(Overlay::Prompt(prompt));
            }
            return Some(Vec::new());
        }
        Action::TypeWeight => 0,
        Action::Accept => {
            app.overlays.pop();
            return Some(Vec::new());
        }
        _ => return None,
    };
    let side = form.side;
    let Some((label, from)) = band.and_then(|band| Some((band.label, band.from?))) else {
        app.tell(Tone::Plain, msg!("tell-first-band"));
        return Some(Vec::new());
    };
    if by == 0 {
        app.overlays.push(Overlay::Prompt(Prompt::instead_of(Purpose::Band(side, label), from)));
        return Some(Vec::new());
    }
    Some(edit(app, Edit::SetBand { side, band: label, from: from.saturating_add(by) }))
}
