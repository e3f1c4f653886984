//! What the verdicts say should change: one is chosen, tried as a draft, kept or taken back.

use std::sync::Arc;

use crate::engine::columns::Dataset;
use crate::model::Model;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::cursor::moved;
use crate::tui::screens::leads;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::tui::update::edit;
use crate::workbench::Query;
use crate::workbench::Within;
use crate::workbench::Workbench;
use crate::workbench::suggest::Lacking;
use crate::workbench::suggest::Suggestion;
use crate::workbench::suggest::Suggestions;
use crate::workbench::tell_suggest;
use crate::workbench::tell_suggest::Names;

/// Where the cursor is, and what is tried.
#[derive(Clone, Debug, Default)]
pub struct SuggestionsView {
    /// Among what is suggested, and after that what cannot be.
    pub row: usize,
    tried: Option<Tried>,
}

/// A suggestion that was made a draft.
#[derive(Clone, Debug)]
struct Tried {
    /// What was suggested before it was.
    shown: Arc<Suggestions>,
    row: usize,
    /// The model with it: as long as that is open, it is tried.
    model: Model,
    data: Arc<Dataset>,
    as_of: i64,
}

/// What the page shows.
pub struct Shown<'a> {
    pub all: &'a Suggestions,
    /// Whether it holds for the state as it is.
    pub holds: bool,
    /// Which of them is tried.
    pub tried: Option<usize>,
}

/// A line that can be chosen.
pub enum Row<'a> {
    Found(&'a Suggestion),
    Lacking(&'a Lacking),
}

impl<'a> Shown<'a> {
    /// Returns the rows: what is suggested, then what cannot be.
    pub fn rows(&self) -> Vec<Row<'a>> {
        self.all.found.iter().map(Row::Found).chain(self.all.lacking.iter().map(Row::Lacking)).collect()
    }
}

/// Returns what the page shows; none as long as nothing is known.
pub fn shown(app: &App) -> Option<Shown<'_>> {
    if let Some(tried) = tried(app) {
        return Some(Shown { all: &tried.shown, holds: true, tried: Some(tried.row) });
    }
    let (all, holds) = studies::suggestions(app)?;
    Some(Shown { all, holds, tried: None })
}

fn tried(app: &App) -> Option<&Tried> {
    let bench = app.bench.as_ref()?;
    let is_open = |tried: &&Tried| {
        Arc::ptr_eq(&tried.data, bench.data()) && tried.as_of == bench.as_of() && tried.model == *bench.model()
    };
    app.review.suggestions.tried.as_ref().filter(is_open)
}

/// Asks for what the page shows, if it is not there yet. What is tried stands beside what was said before it.
pub fn enter(app: &mut App) -> Vec<Effect> {
    if tried(app).is_some() {
        return Vec::new();
    }
    studies::ask(app, Study::Suggestions)
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let shown = shown(app)?;
    let rows = shown.rows();
    let row = app.review.suggestions.row.min(rows.len().saturating_sub(1));
    if let Some(row) = moved(action, row, rows.len(), 5) {
        app.review.suggestions.row = row;
        return Some(Vec::new());
    }
    match (action, rows.get(row)) {
        (Action::Open, Some(Row::Found(found))) => match shown.tried {
            Some(tried) if tried == row => Some(keep(app)),
            Some(_) => Some(told(app, msg!("suggest-one-at-a-time"))),
            // What was found of an older state is not done to a newer one.
            None if !shown.holds => Some(told(app, msg!("suggest-stale"))),
            None => {
                let found = Suggestion::clone(found);
                Some(try_out(app, &found, row))
            }
        },
        (Action::Open, Some(Row::Lacking(lacking))) => {
            let why = tell_suggest::lacking(lacking);
            Some(told(app, why))
        }
        (Action::ShowLeads, Some(Row::Found(found))) => {
            let within = Within::Among(Arc::clone(&found.evidence.leads), msg!("suggest-evidence"));
            app.screen = Screen::Leads;
            leads::show(app, Query { within, ..Query::default() });
            Some(Vec::new())
        }
        (Action::ShowLeads, _) => Some(told(app, msg!("suggest-no-leads"))),
        _ => None,
    }
}

fn told(app: &mut App, text: Msg) -> Vec<Effect> {
    app.tell(Tone::Plain, text);
    Vec::new()
}

/// Makes the change in the draft.
fn try_out(app: &mut App, found: &Suggestion, row: usize) -> Vec<Effect> {
    let Some((shown, _)) = studies::suggestions(app) else { return Vec::new() };
    let shown = Arc::clone(shown);
    let what = title(app, found);
    let effects = edit(app, found.edit.clone());
    let Some(bench) = &app.bench else { return effects };
    if effects.is_empty() {
        // It could not be made, and that was said.
        return effects;
    }
    let (model, data, as_of) = (bench.model().clone(), Arc::clone(bench.data()), bench.as_of());
    app.review.suggestions.tried = Some(Tried { shown, row, model, data, as_of });
    app.tell_done(msg!("suggest-did", what = what));
    effects
}

/// Leaves what is tried as it is, and looks anew.
fn keep(app: &mut App) -> Vec<Effect> {
    app.review.suggestions = SuggestionsView::default();
    app.tell_done(msg!("suggest-kept"));
    enter(app)
}

/// Says what a suggestion would change.
pub fn title(app: &App, found: &Suggestion) -> Msg {
    app.bench.as_ref().map_or_else(|| msg!("tell-nothing"), |bench| tell(app, bench, found))
}

fn tell(app: &App, bench: &Workbench, found: &Suggestion) -> Msg {
    let model = bench.model();
    let criterion = |name: &str| {
        model.criterion(name).map_or_else(|| name.to_owned(), |criterion| app.words(&criterion.title, name))
    };
    let zone = |name: &str| zone_name(app, name);
    let axis = |side| app.axis_name(model, side);
    tell_suggest::title(found, &Names { criterion: &criterion, zone: &zone, axis: &axis })
}

/// Returns what people call a zone of the open model.
pub fn zone_name(app: &App, name: &str) -> String {
    let zone = app.bench.as_ref().and_then(|bench| bench.model().zone(name));
    zone.map_or_else(|| name.to_owned(), |zone| app.words(&zone.title, name))
}
