//! Whether an action can run now, and if not, why: asked by dispatch, the menu, the help and the footer alike.

use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::overlays::Overlay;
use crate::tui::screens::workbench;

/// Returns why an action cannot run now; none if it can.
pub fn blocked(app: &App, action: Action) -> Option<Msg> {
    let needs_bench = matches!(
        action,
        Action::ScreenWorkbench
            | Action::ScreenLeads
            | Action::ScreenReview
            | Action::Models
            | Action::Parts
            | Action::Alerts
            | Action::Checks
            | Action::Versions
            | Action::AsOf
            | Action::AsOfUsual
            | Action::Undo
            | Action::Redo
            | Action::SetBaseline
            | Action::SaveVersion
            | Action::EditBands
            | Action::EditCaps
            | Action::ChooseMap
            | Action::PaintZones
            | Action::EditZones
            | Action::WorkingWeek
            | Action::AxisSettings
            | Action::CellView
            | Action::WeightUp
            | Action::WeightDown
            | Action::TypeWeight
    );
    if needs_bench && app.bench.is_none() {
        return Some(msg!("tui-blocked-no-leads"));
    }
    let history = app.bench.as_ref().map(crate::workbench::Workbench::history);
    match action {
        // Among the models, or after one was deleted, undo brings a model back.
        Action::Undo if app.deleted.is_some() || !app.overlays.is_empty() => None,
        Action::AsOfUsual if app.fixed.is_none() && app.overlays.is_empty() => Some(msg!("as-of-is-now")),
        Action::Undo if crate::tui::saying::is_newest(app) => None,
        Action::Undo if crate::tui::screens::session::newest(app).is_some() => None,
        Action::Redo if crate::tui::saying::is_next(app) => None,
        Action::Undo if history.is_some_and(|history| history.position == 0) => Some(msg!("tui-nothing-to-undo")),
        Action::Redo if history.is_some_and(|history| history.position == history.steps.len()) => {
            Some(msg!("tui-nothing-to-redo"))
        }
        Action::ChooseMap if app.bench.as_ref().is_some_and(|bench| bench.model().maps.len() < 2) => {
            Some(msg!("tui-one-map"))
        }
        Action::Toggle | Action::Duplicate | Action::ReorderUp | Action::ReorderDown | Action::TypeWeight
            if app.overlays.is_empty()
                && app.screen == crate::tui::app::Screen::Workbench
                && workbench::current_criterion(app).is_none() =>
        {
            Some(msg!("tui-blocked-criterion"))
        }
        Action::Paint | Action::NextZone | Action::PreviousZone | Action::PickZone | Action::PutInForce
            if !matches!(app.overlays.last(), Some(Overlay::Painter(_))) =>
        {
            Some(msg!("painter-blocked"))
        }
        _ => None,
    }
}
