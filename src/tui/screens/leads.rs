//! The list of leads of a group, a cell, a zone or a search, sorted as asked.

use std::sync::Arc;

use tui_input::Input;

use crate::engine::columns::Dataset;
use crate::engine::rank::Fifth;
use crate::model::Role;
use crate::model::Side;
use crate::msg;
use crate::review::Verdict;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::cursor::moved;
use crate::tui::overlays;
use crate::tui::saying;
use crate::tui::screens::detail;
use crate::workbench::Found;
use crate::workbench::Judged;
use crate::workbench::Listing;
use crate::workbench::Query;
use crate::workbench::SortBy;
use crate::workbench::Within;

/// What the list shows and where its cursor is.
#[derive(Clone, Debug, Default)]
pub struct LeadsView {
    pub query: Query,
    pub listing: Listing,
    pub row: usize,
    /// First row of the window on screen.
    pub first: usize,
    /// The search being typed; `typing` while it has the cursor.
    pub input: Input,
    pub typing: bool,
    /// What many leads are to be searched for, while it is not known where it is found: the list is still that of before.
    pub searching: Option<Wanted>,
    /// What was asked for last.
    asked: Option<Wanted>,
}

/// A text that is searched for in these very leads.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub text: String,
    pub data: Arc<Dataset>,
}

impl PartialEq for Wanted {
    fn eq(&self, other: &Wanted) -> bool {
        self.text == other.text && Arc::ptr_eq(&self.data, &other.data)
    }
}

impl Eq for Wanted {}

/// Up to how many leads are searched between two frames.
const AT_ONCE: usize = 20_000;

impl LeadsView {
    /// The list as it first opens: the leads worth a look before all others.
    pub fn of_the_top() -> LeadsView {
        let query = Query { within: Within::Fifth(Fifth::Top), ..Query::default() };
        LeadsView { query, ..LeadsView::default() }
    }
}

/// A column of the list that it can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListColumn {
    Rank,
    Name,
    Company,
    JobTitle,
    Row,
    Column,
    Zone,
    Recent,
    Verdict,
}

impl ListColumn {
    pub const ALL: [ListColumn; 9] = [
        ListColumn::Rank,
        ListColumn::Name,
        ListColumn::Company,
        ListColumn::JobTitle,
        ListColumn::Row,
        ListColumn::Column,
        ListColumn::Zone,
        ListColumn::Recent,
        ListColumn::Verdict,
    ];

    pub fn title(self) -> Msg {
        match self {
            ListColumn::Rank => msg!("tui-column-rank"),
            ListColumn::Name => msg!("tui-column-name"),
            ListColumn::Company => msg!("tui-column-company"),
            ListColumn::JobTitle => msg!("tui-column-title"),
            ListColumn::Row => msg!("tui-column-row"),
            ListColumn::Column => msg!("tui-column-column"),
            ListColumn::Zone => msg!("tui-column-zone"),
            ListColumn::Recent => msg!("tui-column-recent"),
            ListColumn::Verdict => msg!("tui-column-verdict"),
        }
    }

    /// Returns what sorting by this column means, none if it has no order of its own.
    pub fn sort(self, app: &App) -> Option<SortBy> {
        let field =
            |role: Role| app.bench.as_ref()?.data().field_in_role(role).map(|field| SortBy::Field(field.name.clone()));
        Some(match self {
            ListColumn::Rank => SortBy::Rank,
            ListColumn::Name => field(Role::Name).unwrap_or(SortBy::Key),
            ListColumn::Company => return field(Role::Company),
            ListColumn::JobTitle => return field(Role::JobTitle),
            ListColumn::Row => SortBy::Value(Side::Rows),
            ListColumn::Column => SortBy::Value(Side::Columns),
            ListColumn::Zone | ListColumn::Verdict => return None,
            ListColumn::Recent => SortBy::Recent,
        })
    }
}

/// Shows the leads of a query.
pub fn show(app: &mut App, query: Query) {
    app.leads.input = Input::new(query.search.clone());
    app.leads.query = query;
    app.leads.row = 0;
    app.leads.first = 0;
    app.leads.typing = false;
    refresh(app);
}

/// Works the list, and the lead opened from it, out anew: the model or the data changed.
pub fn refresh(app: &mut App) {
    if !matches!(app.screen, Screen::Leads | Screen::Detail) {
        return;
    }
    let Some(bench) = &app.bench else { return };
    let text = &app.leads.query.search;
    let is_known = text.trim().is_empty() || bench.data().n_leads() <= AT_ONCE || bench.has_found(text);
    app.leads.searching = (!is_known).then(|| Wanted { text: text.clone(), data: Arc::clone(bench.data()) });
    if is_known {
        app.leads.listing = bench.list(&app.leads.query);
    }
    app.leads.row = app.leads.row.min(app.leads.listing.len().saturating_sub(1));
    if app.screen == Screen::Detail {
        detail::refresh(app);
    }
}

/// Leaves a list of leads that were chosen one by one: under other leads it would name others.
pub fn forget_chosen(app: &mut App) {
    if matches!(app.leads.query.within, Within::Among(..)) {
        app.leads.query.within = Within::Everyone;
    }
}

/// Searches for what is typed.
pub fn searched(app: &mut App) {
    app.leads.query.search = app.leads.input.value().to_owned();
    refresh(app);
    app.leads.row = 0;
    app.leads.first = 0;
}

/// Asks for the search that is wanted, unless it was asked for last.
pub fn seek(app: &mut App) -> Option<Effect> {
    if app.leads.searching.is_none() || app.leads.searching == app.leads.asked {
        return None;
    }
    app.leads.asked.clone_from(&app.leads.searching);
    app.leads.asked.clone().map(Effect::Search)
}

/// Takes in what was found, if it is still wanted.
pub fn found(app: &mut App, found: Found) {
    let Some(bench) = &mut app.bench else { return };
    let is_it = |wanted: &Wanted| found.is_of(&wanted.text, &wanted.data);
    if app.leads.searching.as_ref().is_some_and(is_it) {
        bench.set_found(found);
        (app.leads.searching, app.leads.asked) = (None, None);
        refresh(app);
    }
}

/// Returns the lead under the cursor.
pub fn current(app: &App) -> Option<usize> {
    let bench = app.bench.as_ref()?;
    bench.page(&app.leads.listing, app.leads.row..app.leads.row + 1).first().map(|lead| *lead as usize)
}

/// Puts the cursor on a lead, if it is listed.
pub fn select(app: &mut App, lead: usize) {
    let Some(bench) = &app.bench else { return };
    let at = u32::try_from(lead).ok().and_then(|lead| bench.place_in(&app.leads.listing, lead));
    app.leads.row = at.unwrap_or(app.leads.row);
}

/// Sorts by a column; a second time turns the order round.
pub fn sort_by(app: &mut App, column: ListColumn) {
    let Some(by) = column.sort(app) else { return };
    let sort = &mut app.leads.query.sort;
    if sort.by == by {
        sort.reversed = !sort.reversed;
    } else {
        sort.by = by;
        sort.reversed = false;
    }
    app.leads.row = 0;
    app.leads.first = 0;
    refresh(app);
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    if app.leads.typing {
        match action {
            Action::Accept => app.leads.typing = false,
            Action::Back => {
                app.leads.typing = false;
                app.leads.input = Input::default();
                searched(app);
            }
            _ => return move_cursor(app, action),
        }
        return Some(Vec::new());
    }
    match action {
        Action::MoveLeft => next_group(app, true),
        Action::MoveRight | Action::NextPane => next_group(app, false),
        Action::PreviousPane => next_group(app, true),
        Action::Filter => app.leads.typing = true,
        Action::Order => next_order(app),
        Action::Open => {
            if let Some(lead) = current(app) {
                detail::show(app, lead);
            }
        }
        Action::ZoneFilter => {
            let zone = current(app).and_then(|lead| app.bench.as_ref()?.zone_of(lead)).map(|zone| zone.name.clone());
            if let Some(zone) = zone {
                show(app, Query { within: Within::Zone(zone), ..Query::default() });
            }
        }
        Action::Copy => {
            let key = current(app).and_then(|lead| Some(app.bench.as_ref()?.data().keys.get(lead).to_owned()));
            return Some(key.map(Effect::Copy).into_iter().collect());
        }
        Action::Back => {
            if app.leads.query.judged != Judged::All {
                app.leads.query.judged = Judged::All;
                refresh(app);
            } else if app.leads.query.search.is_empty() {
                app.screen = Screen::Workbench;
            } else {
                app.leads.input = Input::default();
                searched(app);
            }
        }
        Action::FilterVerdict => next_judged(app),
        Action::CallSheet => return Some(overlays::calls::write_list(app)),
        _ => {
            let said = current(app).and_then(|lead| saying::act(app, action, lead));
            return said.or_else(|| move_cursor(app, action));
        }
    }
    Some(Vec::new())
}

/// Shows the leads of the next kind of verdict alone.
fn next_judged(app: &mut App) {
    let all: Vec<Judged> = [Judged::All, Judged::Any]
        .into_iter()
        .chain(Verdict::ALL.map(Judged::Only))
        .chain([Judged::Not, Judged::Disagreed])
        .collect();
    let now = all.iter().position(|judged| *judged == app.leads.query.judged).unwrap_or(0);
    app.leads.query.judged = all[(now + 1) % all.len()];
    app.leads.row = 0;
    app.leads.first = 0;
    refresh(app);
}

fn move_cursor(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = usize::from(app.area.height.saturating_sub(10)).max(1);
    app.leads.row = moved(action, app.leads.row, app.leads.listing.len(), page)?;
    Some(Vec::new())
}

/// The tabs over the list: the groups of the rank order, everyone, and what was drilled into.
pub fn tabs(app: &App) -> Vec<Within> {
    let mut tabs =
        vec![Within::Fifth(Fifth::Top), Within::Fifth(Fifth::Next), Within::Fifth(Fifth::Rest), Within::Everyone];
    if !tabs.contains(&app.leads.query.within) {
        tabs.push(app.leads.query.within.clone());
    }
    tabs
}

fn next_group(app: &mut App, back: bool) {
    let tabs = tabs(app);
    let now = tabs.iter().position(|tab| *tab == app.leads.query.within).unwrap_or(0);
    let step = if back { tabs.len() - 1 } else { 1 };
    choose_tab(app, (now + step) % tabs.len());
}

/// Opens the tab with that index.
pub fn choose_tab(app: &mut App, tab: usize) {
    if let Some(within) = tabs(app).get(tab).cloned() {
        app.leads.query.within = within;
        app.leads.row = 0;
        app.leads.first = 0;
        refresh(app);
    }
}

fn next_order(app: &mut App) {
    let columns: Vec<ListColumn> = ListColumn::ALL.into_iter().filter(|column| column.sort(app).is_some()).collect();
    let now = columns.iter().position(|column| column.sort(app).as_ref() == Some(&app.leads.query.sort.by));
    let next = columns[now.map_or(0, |now| (now + 1) % columns.len())];
    app.leads.query.sort.reversed = false;
    sort_by(app, next);
}
