//! One lead: why it has its score, point by point, beside its timeline.

use crate::engine::explain::Explanation;
use crate::engine::explain::Happening;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::cursor::moved;
use crate::tui::screens::leads;

/// The lead shown, with what was worked out for it.
#[derive(Clone, Debug, Default)]
pub struct DetailView {
    pub lead: Option<usize>,
    pub explanation: Option<Explanation>,
    pub timeline: Vec<Happening>,
    /// Line of the ledger under the cursor.
    pub row: usize,
    /// First event of the timeline on screen.
    pub scroll: usize,
    /// Whether the timeline has the cursor.
    pub on_timeline: bool,
}

/// Opens a lead.
pub fn show(app: &mut App, lead: usize) {
    app.screen = Screen::Detail;
    app.detail = DetailView { lead: Some(lead), ..DetailView::default() };
    refresh(app);
}

/// Works the explanation out anew: the model or the data changed.
pub fn refresh(app: &mut App) {
    let (Some(lead), Some(bench)) = (app.detail.lead, &app.bench) else { return };
    if lead >= bench.data().n_leads() {
        app.detail = DetailView::default();
        app.screen = Screen::Leads;
        return;
    }
    app.detail.explanation = Some(bench.explain(lead));
    app.detail.timeline = bench.timeline(lead);
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let n_lines = app.detail.explanation.as_ref().map_or(0, |explanation| explanation.lines.len());
    let (position, n) = if app.detail.on_timeline {
        (&mut app.detail.scroll, app.detail.timeline.len())
    } else {
        (&mut app.detail.row, n_lines)
    };
    let page = usize::from(app.area.height / 2).max(1);
    if let Some(to) = moved(action, *position, n, page) {
        *position = to;
        return Some(Vec::new());
    }
    match action {
        Action::NextPane | Action::PreviousPane => app.detail.on_timeline = !app.detail.on_timeline,
        Action::NextLead | Action::PreviousLead => neighbour(app, action == Action::NextLead),
        Action::Edit => edit_criterion(app),
        Action::Back => {
            app.screen = Screen::Leads;
            leads::refresh(app);
        }
        Action::Copy => {
            let key = app.detail.lead.and_then(|lead| Some(app.bench.as_ref()?.data().keys.get(lead).to_owned()));
            return Some(key.map(Effect::Copy).into_iter().collect());
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Goes to the next or previous lead of the list.
fn neighbour(app: &mut App, next: bool) {
    let row = if next { app.leads.row + 1 } else { app.leads.row.saturating_sub(1) };
    if row < app.leads.listing.leads.len() {
        app.leads.row = row;
        if let Some(lead) = leads::current(app) {
            show(app, lead);
        }
    }
}

/// Goes to the criterion of the ledger line under the cursor, in the workbench.
fn edit_criterion(app: &mut App) {
    let line = app.detail.explanation.as_ref().and_then(|explanation| explanation.lines.get(app.detail.row));
    if let Some(crate::engine::explain::Cause::Criterion { name, .. }) = line.map(|line| &line.cause) {
        let name = name.clone();
        app.screen = Screen::Workbench;
        app.workbench.pane = crate::tui::screens::workbench::Pane::Criteria;
        crate::tui::screens::workbench::select(app, &name);
    }
}
