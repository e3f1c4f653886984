//! How many leads each zone gets and can take, and who waits too long.

use crate::msg;
use crate::review::calendar::WeekFault;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::screens;
use crate::tui::studies;
use crate::tui::studies::Answer;
use crate::tui::studies::Study;
use crate::tui::update;
use crate::workbench::Capacity;
use crate::workbench::Late;
use crate::workbench::Line;
use crate::workbench::Waiting;
use crate::workbench::tell;

/// Where the cursor is: on a zone, or below them on a lead.
#[derive(Clone, Debug, Default)]
pub struct CapacityView {
    pub row: usize,
}

/// What a row of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// By its place in the model.
    Zone(usize),
    /// By its place among those who wait too long.
    Late(usize),
}

/// Asks for what the page shows, if it is not there yet.
pub fn enter(app: &mut App) -> Vec<Effect> {
    let mut effects = studies::ask(app, Study::Capacity);
    effects.extend(studies::ask(app, Study::Waiting));
    effects
}

/// Returns what each zone gets, as far as it is known, and whether that still holds.
pub fn capacity(app: &App) -> Option<(&Capacity, bool)> {
    let n_zones = app.bench.as_ref()?.model().zones.len();
    match studies::known(app, Study::Capacity)? {
        (Answer::Capacity(capacity), holds) if capacity.loads.len() == n_zones => Some((capacity, holds)),
        _ => None,
    }
}

/// Returns who waits, as far as it is known, and whether that still holds.
pub fn waiting(app: &App) -> Option<(&Result<Waiting, WeekFault>, bool)> {
    match studies::known(app, Study::Waiting)? {
        (Answer::Waiting(waiting), holds) => Some((waiting, holds)),
        _ => None,
    }
}

/// Returns the leads that wait too long.
pub fn late(app: &App) -> &[Late] {
    waiting(app).and_then(|(waiting, _)| waiting.as_ref().ok()).map_or(&[], |waiting| &waiting.late)
}

/// Returns how many zones and how many leads the page lists.
pub fn sizes(app: &App) -> (usize, usize) {
    (app.bench.as_ref().map_or(0, |bench| bench.model().zones.len()), late(app).len())
}

/// Returns what the cursor is on.
pub fn current(app: &App) -> Option<Row> {
    let (zones, late) = sizes(app);
    let row = app.review.capacity.row.min((zones + late).saturating_sub(1));
    if row < zones { Some(Row::Zone(row)) } else { Some(Row::Late(row - zones)).filter(|_| late > 0) }
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let (zones, late) = sizes(app);
    let page = usize::from(app.area.height / 2).max(1);
    if let Some(row) = moved(action, app.review.capacity.row, zones + late, page) {
        app.review.capacity.row = row;
        return Some(Vec::new());
    }
    match (action, current(app)) {
        (Action::Open, Some(Row::Zone(zone))) => Some(try_line(app, zone)),
        (Action::Open, Some(Row::Late(at))) => {
            if let Some(lead) = self::late(app).get(at).map(|late| late.lead) {
                screens::detail::show(app, lead);
                screens::leads::refresh(app);
                screens::leads::select(app, lead);
            }
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Makes the line that is offered for a zone an edit of the model; says why where none is offered.
fn try_line(app: &mut App, zone: usize) -> Vec<Effect> {
    let Some((capacity, true)) = capacity(app) else {
        app.tell(Tone::Plain, msg!("capacity-at-work"));
        return Vec::new();
    };
    let load = &capacity.loads[zone];
    if let Line::Moved(offer) = &load.line {
        let change = offer.edit();
        return update::edit(app, change);
    }
    let why = tell::line(load);
    app.tell(Tone::Plain, why);
    Vec::new()
}
