//! The bands of an axis: their lowest values, moved, typed or dragged, with the leads in each band moving along; bands
//! added and taken away. How they look is in `draw/bands`.

use crate::model::Band;
use crate::model::Edit;
use crate::model::MAX_POINTS;
use crate::model::Model;
use crate::model::Side;
use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::draw::bands::Hit;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::axis;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::update::edit;
use crate::workbench::Workbench;
use crate::workbench::shape;

/// Which axis, and which of its bands, counted from the highest.
pub struct BandsForm {
    pub side: Side,
    pub row: usize,
}

/// Opens the bands of an axis.
pub fn open(app: &mut App, side: Side) -> Vec<Effect> {
    overlays::open(app, Overlay::Bands(BandsForm::new(side)))
}

impl BandsForm {
    pub fn new(side: Side) -> BandsForm {
        BandsForm { side, row: 0 }
    }

    /// Returns the index of the selected band, from the lowest.
    pub fn band(&self, model: &Model) -> usize {
        let n_bands = model.axis(self.side).n_bands();
        n_bands - 1 - self.row.min(n_bands - 1)
    }

    fn selected<'m>(&self, model: &'m Model) -> Option<&'m Band> {
        model.axis(self.side).bands.get(self.band(model))
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let Some(Overlay::Bands(form)) = app.overlays.last_mut() else { return None };
    let n_bands = model.axis(form.side).n_bands();
    let (side, band) = (form.side, form.selected(model).cloned());
    let by = match action {
        Action::MoveUp => {
            form.row = form.row.min(n_bands - 1).saturating_sub(1);
            return Some(Vec::new());
        }
        Action::MoveDown => {
            form.row = (form.row + 1).min(n_bands - 1);
            return Some(Vec::new());
        }
        Action::MoveFirst | Action::MoveLast => {
            form.row = if action == Action::MoveFirst { 0 } else { n_bands - 1 };
            return Some(Vec::new());
        }
        Action::NextPane | Action::PreviousPane => {
            let other = if side == Side::Rows { Side::Columns } else { Side::Rows };
            if !model.axis(other).is_absent() {
                *form = BandsForm::new(other);
            }
            return Some(Vec::new());
        }
        Action::BandEdgeUp => 1,
        Action::BandEdgeDown => -1,
        Action::BandEdgeUpMore => 5,
        Action::BandEdgeDownMore => -5,
        Action::TypeWeight => 0,
        Action::Edit => {
            if let Some(band) = band {
                let prompt = Prompt::new(Purpose::BandLabel(side, band.label.clone()), &band.label);
                app.overlays.push(Overlay::Prompt(prompt));
            }
            return Some(Vec::new());
        }
        Action::New => return Some(ask_new(app)),
        Action::Delete => return Some(remove(app)),
        Action::AxisSettings => return Some(axis::open(app, side)),
        _ => return None,
    };
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

/// Asks where a new band begins and what it is called. It begins in the middle of the selected one, if nothing else is said.
fn ask_new(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let Some(Overlay::Bands(form)) = app.overlays.last() else { return Vec::new() };
    let (model, side) = (bench.model(), form.side);
    let axis = model.axis(side);
    let at = form.band(model);
    let spread = bench.spread_over(side, 1);
    let low = axis.bands.get(at).and_then(|band| band.from).unwrap_or(spread.lo);
    let high = axis.bands.get(at + 1).and_then(|band| band.from).unwrap_or(spread.hi);
    let middle = low.max(low.saturating_add(high.saturating_sub(low) / 2));
    let mut rows = vec![
        Row::text("label", msg!("tui-row-name"), &free_name(&axis.bands, axis.label(at))),
        Row::whole("from", msg!("bands-row-from"), Some(middle), (-MAX_POINTS, MAX_POINTS)),
    ];
    if axis.bands.is_empty() {
        rows.push(Row::text("lowest", msg!("bands-row-lowest"), &app.say(&msg!("bands-lowest"))));
    }
    let save = |sheet: &Sheet, bench: &Workbench| {
        let (label, from) = (sheet.name("label")?, sheet.must_whole("from")?);
        let axis = bench.model().axis(sheet.side);
        if axis.bands.iter().any(|band| band.label == label) {
            return Err(Wrong::at("label", msg!("tell-band-taken", name = label)));
        }
        if axis.bands.iter().any(|band| band.from == Some(from)) {
            return Err(Wrong::at("from", msg!("bands-edge-taken", from = from)));
        }
        let lowest = if axis.bands.is_empty() { sheet.name("lowest")? } else { String::new() };
        Ok(Edit::Set(shape::add_band(bench.model(), sheet.side, &label, from, &lowest)))
    };
    let sheet = Sheet::new(msg!("bands-new"), rows, save).of(side, "").live(tell_split);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Says which band a new one is cut from, and how many leads go over to it.
fn tell_split(sheet: &mut Sheet, bench: &Workbench) {
    let Ok(Some(from)) = sheet.whole("from") else { return };
    let axis = bench.model().axis(sheet.side);
    let next = axis.bands.iter().filter_map(|band| band.from).find(|edge| from < *edge);
    let cut = axis.bands.iter().rfind(|band| band.from.is_none_or(|edge| edge <= from));
    let leads = bench.leads_between(sheet.side, from, next);
    let leads = msg!("axis-leads", n = leads);
    let note = match cut {
        Some(band) => msg!("bands-split-note", band = &band.label, leads = leads),
        None => msg!("bands-first-note", leads = leads),
    };
    sheet.notes = vec![(crate::tui::theme::Role::Muted, note)];
}

/// Returns a name that is not taken: the one it is like, with a sign after it.
fn free_name(bands: &[Band], like: &str) -> String {
    let like = if like.is_empty() { "+" } else { like };
    let names = (2..=u32::MAX).map(|n| if n == 2 { format!("{like}'") } else { format!("{like} ({n})") });
    names.into_iter().find(|name| !bands.iter().any(|band| band.label == *name)).unwrap_or_default()
}

fn remove(app: &mut App) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(Workbench::model) else { return Vec::new() };
    let Some(Overlay::Bands(form)) = app.overlays.last() else { return Vec::new() };
    let Some(band) = form.selected(model).filter(|_| model.axis(form.side).bands.len() > 1) else {
        app.tell(Tone::Plain, msg!("bands-last"));
        return Vec::new();
    };
    let at = form.band(model);
    let heir = model.axis(form.side).label(if at == 0 { 1 } else { at - 1 });
    let told = msg!("bands-removed", band = &band.label, heir = heir);
    let parts = shape::remove_band(model, form.side, &band.label);
    let effects = edit(app, Edit::Set(parts));
    if !effects.is_empty() {
        app.tell_done(told);
    }
    effects
}

/// Takes a press, or a drag, of the mouse: a press selects an edge or a band, a drag moves the selected edge along.
pub(in crate::tui) fn press(app: &mut App, hit: Hit, drag: bool) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(Workbench::model) else { return Vec::new() };
    let Some(Overlay::Bands(form)) = app.overlays.last_mut() else { return Vec::new() };
    let bands = &model.axis(form.side).bands;
    match hit {
        Hit::Band(band) if !drag => form.row = model.axis(form.side).n_bands() - 1 - band,
        Hit::Band(_) => {}
        Hit::Value(value) if !drag => {
            let edges = bands.iter().enumerate().filter_map(|(at, band)| Some((at, band.from?)));
            if let Some((at, _)) = edges.min_by_key(|(_, from)| from.abs_diff(value)) {
                form.row = bands.len() - 1 - at;
            }
        }
        Hit::Value(value) => {
            let at = form.band(model);
            let edge = |at: usize| bands.get(at).and_then(|band| band.from);
            let Some(from) = edge(at) else { return Vec::new() };
            let above_lower =
                at.checked_sub(1).and_then(edge).map_or(value, |below| value.max(below.saturating_add(1)));
            let to = edge(at + 1).map_or(above_lower, |above| above_lower.min(above.saturating_sub(1)));
            if to != from {
                let (side, band) = (form.side, bands[at].label.clone());
                return edit(app, Edit::SetBand { side, band, from: to });
            }
        }
    }
    Vec::new()
}
