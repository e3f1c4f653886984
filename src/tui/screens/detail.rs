//! One lead: why it has its score, point by point, beside its timeline.

use crate::engine::explain::Explanation;
use crate::engine::explain::Happening;
use crate::model::Edit;
use crate::msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::draw::card;
use crate::tui::saying;
use crate::tui::screens::leads;
use crate::workbench::BandMargin;
use crate::workbench::CutMargin;
use crate::workbench::Move;
use crate::workbench::Prediction;
use crate::workbench::WhatIf;

/// The lead shown, with what was worked out for it.
#[derive(Clone, Debug, Default)]
pub struct DetailView {
    pub lead: Option<usize>,
    /// Its key, by which it is found again when the leads are others.
    pub key: String,
    pub explanation: Option<Explanation>,
    pub timeline: Vec<Happening>,
    /// Line of the ledger under the cursor.
    pub row: usize,
    /// First event of the timeline, or first change, on screen.
    pub scroll: usize,
    pub pane: Pane,
    /// What the model's learned field says of the lead.
    pub prediction: Option<Prediction>,
    /// How near it is to standing elsewhere.
    pub bands: Vec<BandMargin>,
    pub cut: Option<CutMargin>,
    /// A weight that is tried: the criterion, its weight then, and where the lead would stand.
    pub tried: Option<(String, i64, WhatIf)>,
    /// How its place changed; worked out when first looked at.
    pub moves: Option<Vec<Move>>,
}

/// The part of the screen that has the cursor. The changes stand in the place of the timeline while they have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pane {
    #[default]
    Ledger,
    Timeline,
    Moves,
}

/// Opens a lead.
pub fn show(app: &mut App, lead: usize) {
    app.screen = Screen::Detail;
    let key = app.bench.as_ref().filter(|bench| lead < bench.data().n_leads());
    let key = key.map(|bench| bench.data().keys.get(lead).to_owned()).unwrap_or_default();
    app.detail = DetailView { lead: Some(lead), key, ..DetailView::default() };
    refresh(app);
}

/// Works the explanation out anew: the model or the data changed.
pub fn refresh(app: &mut App) {
    let (Some(lead), Some(bench)) = (app.detail.lead, &app.bench) else { return };
    // The leads may be others by now: companies, or those of another import.
    let data = bench.data();
    let is_it = |lead: &usize| data.keys.get(*lead) == app.detail.key;
    let lead = Some(lead).filter(|lead| *lead < data.n_leads() && is_it(lead));
    let Some(lead) = lead.or_else(|| (0..data.n_leads()).find(is_it)) else {
        app.detail = DetailView::default();
        app.screen = Screen::Leads;
        return;
    };
    app.detail.lead = Some(lead);
    app.detail.explanation = Some(bench.explain(lead));
    app.detail.timeline = bench.timeline(lead);
    app.detail.prediction = bench.prediction(lead);
    app.detail.bands = bench.band_margins(lead);
    app.detail.cut = bench.cut_margin(lead);
    app.detail.tried = None;
    app.detail.moves = (app.detail.pane == Pane::Moves).then(|| bench.history_of(lead));
}

/// Gives the cursor to the next part of the screen, or to the one before.
fn turn(app: &mut App, next: bool) {
    app.detail.pane = match (app.detail.pane, next) {
        (Pane::Ledger, true) | (Pane::Moves, false) => Pane::Timeline,
        (Pane::Timeline, true) | (Pane::Ledger, false) => Pane::Moves,
        (Pane::Moves, true) | (Pane::Timeline, false) => Pane::Ledger,
    };
    app.detail.scroll = 0;
    if let (Pane::Moves, None, Some(lead), Some(bench)) =
        (app.detail.pane, &app.detail.moves, app.detail.lead, &app.bench)
    {
        app.detail.moves = Some(bench.history_of(lead));
    }
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let n_lines = app.detail.explanation.as_ref().map_or(0, |explanation| explanation.lines.len());
    let n_moves = app.detail.moves.as_ref().map_or(0, Vec::len);
    let (position, n) = match app.detail.pane {
        Pane::Ledger => (&mut app.detail.row, n_lines),
        Pane::Timeline => (&mut app.detail.scroll, app.detail.timeline.len()),
        Pane::Moves => (&mut app.detail.scroll, n_moves),
    };
    let page = usize::from(app.area.height / 2).max(1);
    if let Some(to) = moved(action, *position, n, page) {
        *position = to;
        app.detail.tried = None;
        return Some(Vec::new());
    }
    match action {
        Action::NextPane | Action::PreviousPane => turn(app, action == Action::NextPane),
        Action::NextLead | Action::PreviousLead => neighbour(app, action == Action::NextLead),
        Action::Edit => edit_criterion(app),
        Action::MoveRight => try_weight(app, 1),
        Action::MoveLeft => try_weight(app, -1),
        Action::WeightUpMore => try_weight(app, 5),
        Action::WeightDownMore => try_weight(app, -5),
        Action::WeightBaseline | Action::Back if app.detail.tried.is_some() => app.detail.tried = None,
        Action::Back => {
            app.screen = Screen::Leads;
            leads::refresh(app);
        }
        Action::Copy => {
            let key = app.detail.lead.and_then(|lead| Some(app.bench.as_ref()?.data().keys.get(lead).to_owned()));
            return Some(key.map(Effect::Copy).into_iter().collect());
        }
        _ => return app.detail.lead.and_then(|lead| saying::act(app, action, lead)),
    }
    Some(Vec::new())
}

/// Goes to the next or previous lead of the list.
fn neighbour(app: &mut App, next: bool) {
    let row = if next { app.leads.row + 1 } else { app.leads.row.saturating_sub(1) };
    if row < app.leads.listing.len() {
        app.leads.row = row;
        if let Some(lead) = leads::current(app) {
            show(app, lead);
        }
    }
}

/// Tries another weight of the criterion under the cursor: where the lead would stand. Nothing is changed.
fn try_weight(app: &mut App, by: i64) {
    let Some((name, lead)) = current_criterion(app).zip(app.detail.lead) else {
        app.tell(Tone::Plain, msg!("detail-try-none"));
        return;
    };
    let Some(bench) = &app.bench else { return };
    let tried = app.detail.tried.as_ref().filter(|(tried, ..)| *tried == name).map(|(_, weight, _)| *weight);
    let Some(weight) = tried.or_else(|| bench.model().criterion(&name).map(|criterion| criterion.weight)) else {
        return;
    };
    let edit = Edit::SetWeight { criterion: name.clone(), weight: weight + by };
    if let Some(found) = bench.what_if(edit, lead) {
        app.detail.tried = Some((name, weight + by, found));
        let told = card::tried(app, bench);
        if let Some(told) = told {
            app.tell(Tone::Plain, told);
        }
    }
}

/// Returns the criterion of the ledger line under the cursor.
fn current_criterion(app: &App) -> Option<String> {
    let line = app.detail.explanation.as_ref()?.lines.get(app.detail.row)?;
    match &line.cause {
        crate::engine::explain::Cause::Criterion { name, .. } => Some(name.clone()),
        _ => None,
    }
}

/// Goes to the criterion of the ledger line under the cursor, in the workbench.
fn edit_criterion(app: &mut App) {
    if let Some(name) = current_criterion(app) {
        app.screen = Screen::Workbench;
        app.workbench.pane = crate::tui::screens::workbench::Pane::Criteria;
        crate::tui::screens::workbench::select(app, &name);
    }
}
