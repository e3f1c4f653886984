//! The zone painter: the matrix, a brush, and the maps it paints. State and what actions do to it; how it looks is in
//! `draw/painter`.

use crate::model::Edit;
use crate::model::Map;
use crate::model::Model;
use crate::model::Side;
use crate::model::Words;
use crate::model::Zone;
use crate::msg;
use crate::text::Lang;
use crate::text::show;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::draw::painter::Hit;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::update::edit;
use crate::workbench::shape;

/// A map being painted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Painter {
    /// The map that is painted.
    pub map: String,
    /// The map it is compared with.
    pub against: Option<String>,
    /// Row band and column band, each counted from the lowest.
    pub cell: (usize, usize),
    /// The other corner of a selection.
    pub mark: Option<(usize, usize)>,
    /// The zone that is painted with.
    pub brush: String,
}

/// The signs that stand for zones, in the order of the model; the first nine are keys too.
const SIGNS: &str = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// What the digits' row of a French keyboard writes without Shift.
const FRENCH_DIGITS: &str = "&é\"'(-è_ç";

/// Returns the sign of a zone.
pub fn sign(zone: usize) -> char {
    SIGNS.chars().nth(zone).unwrap_or('#')
}

/// Opens the painter on the map in force.
pub fn open(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let model = bench.model();
    let n_rows = model.n_bands(Side::Rows);
    let (row, column) = app.workbench.cell;
    let painter = Painter {
        map: model.map_in_force().map(|map| map.name.clone()).unwrap_or_default(),
        cell: (n_rows - 1 - row.min(n_rows - 1), column),
        ..Painter::default()
    };
    overlays::open(app, Overlay::Painter(painter))
}

impl Painter {
    /// Returns the map that is painted: the named one, else the one in force.
    pub fn map<'m>(&self, model: &'m Model) -> Option<&'m Map> {
        model.maps.iter().find(|map| map.name == self.map).or(model.map_in_force())
    }

    /// Returns the map it is compared with: the chosen one, else the first other.
    pub fn against<'m>(&self, model: &'m Model) -> Option<&'m Map> {
        let painted = &self.map(model)?.name;
        let mut others = model.maps.iter().filter(|map| map.name != *painted);
        let chosen = others.clone().find(|map| self.against.as_ref() == Some(&map.name));
        chosen.or_else(|| others.next())
    }

    /// Returns the index of the zone that is painted with.
    pub fn brush(&self, model: &Model) -> usize {
        model.zones.iter().position(|zone| zone.name == self.brush).unwrap_or(0)
    }

    /// Returns the cell under the cursor.
    pub fn cell(&self, model: &Model) -> (usize, usize) {
        inside(model, self.cell)
    }

    /// Returns the selected cells: lowest and highest row band, lowest and highest column band.
    pub fn selection(&self, model: &Model) -> ((usize, usize), (usize, usize)) {
        let a = self.cell(model);
        let b = self.mark.map_or(a, |mark| inside(model, mark));
        ((a.0.min(b.0), a.0.max(b.0)), (a.1.min(b.1), a.1.max(b.1)))
    }

    /// Returns whether a cell is selected.
    pub fn selects(&self, model: &Model, (row, column): (usize, usize)) -> bool {
        let (rows, columns) = self.selection(model);
        (rows.0..=rows.1).contains(&row) && (columns.0..=columns.1).contains(&column)
    }

    fn step(&mut self, model: &Model, action: Action) -> bool {
        let (row, column) = self.cell(model);
        let (last_row, last_column) = (model.n_bands(Side::Rows) - 1, model.n_bands(Side::Columns) - 1);
        self.cell = match action {
            Action::MoveUp | Action::SelectUp => ((row + 1).min(last_row), column),
            Action::MoveDown | Action::SelectDown => (row.saturating_sub(1), column),
            Action::MoveLeft | Action::SelectLeft => (row, column.saturating_sub(1)),
            Action::MoveRight | Action::SelectRight => (row, (column + 1).min(last_column)),
            Action::MoveFirst => (row, 0),
            Action::MoveLast => (row, last_column),
            Action::PageUp => (last_row, column),
            Action::PageDown => (0, column),
            _ => return false,
        };
        true
    }
}

fn inside(model: &Model, (row, column): (usize, usize)) -> (usize, usize) {
    (row.min(model.n_bands(Side::Rows) - 1), column.min(model.n_bands(Side::Columns) - 1))
}

/// Returns the one after (or before) the named one, round and round.
fn next<T>(all: &[T], is_it: impl Fn(&T) -> bool, back: bool) -> Option<&T> {
    let at = all.iter().position(is_it).unwrap_or(0);
    all.get((at + if back { all.len().checked_sub(1)? } else { 1 }) % all.len().max(1))
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let model = app.bench.as_ref()?.model();
    let Some(Overlay::Painter(painter)) = app.overlays.last_mut() else { return None };
    match action {
        Action::SelectUp | Action::SelectDown | Action::SelectLeft | Action::SelectRight => {
            painter.mark = Some(painter.mark.unwrap_or(painter.cell(model)));
            painter.step(model, action);
        }
        Action::Mark => painter.mark = painter.mark.map_or(Some(painter.cell(model)), |_| None),
        Action::NextZone | Action::PreviousZone => {
            let now = painter.brush(model);
            let zones: Vec<(usize, &Zone)> = model.zones.iter().enumerate().collect();
            if let Some((_, zone)) = next(&zones, |(at, _)| *at == now, action == Action::PreviousZone) {
                painter.brush.clone_from(&zone.name);
            }
        }
        Action::PickZone => {
            let (row, column) = painter.cell(model);
            if let Some(zone) = painter.map(model).and_then(|map| model.zone_in(map, row, column)) {
                painter.brush.clone_from(&zone.name);
            }
        }
        Action::NextMap => {
            let painted = painter.map(model).map(|map| map.name.clone()).unwrap_or_default();
            match next(&model.maps, |map| map.name == painted, false) {
                Some(map) if map.name != painted => {
                    painter.map.clone_from(&map.name);
                    painter.against = Some(painted);
                }
                _ => app.tell(Tone::Plain, msg!("tui-one-map")),
            }
        }
        Action::CompareMap => {
            let painted = painter.map(model).map(|map| map.name.as_str());
            let others: Vec<&Map> = model.maps.iter().filter(|map| Some(map.name.as_str()) != painted).collect();
            let now = painter.against(model).map(|map| map.name.clone());
            match next(&others, |map| Some(&map.name) == now.as_ref(), false) {
                Some(map) => painter.against = Some(map.name.clone()),
                None => app.tell(Tone::Plain, msg!("tui-one-map")),
            }
        }
        Action::Paint => return Some(paint(app)),
        Action::PutInForce => return Some(put_in_force(app)),
        Action::EditZones => return Some(overlays::zones::open(app)),
        Action::New => ask_new_map(app),
        Action::Edit => ask_name(app),
        Action::Delete => return Some(delete_map(app)),
        _ => return painter.step(model, action).then(Vec::new),
    }
    Some(Vec::new())
}

/// Chooses the zone whose sign a key writes; returns whether there is one.
pub(super) fn choose(app: &mut App, written: char) -> bool {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return false };
    let Some(Overlay::Painter(painter)) = app.overlays.last_mut() else { return false };
    let at = written
        .to_digit(10)
        .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
        .or_else(|| FRENCH_DIGITS.chars().position(|sign| sign == written));
    match at.and_then(|at| model.zones.get(at)) {
        Some(zone) => {
            painter.brush.clone_from(&zone.name);
            true
        }
        None => false,
    }
}

/// Takes a press, or a drag, of the mouse: a press selects, on the selected cell paints; a drag paints.
pub(in crate::tui) fn press(app: &mut App, hit: Hit, drag: bool) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return Vec::new() };
    let Some(Overlay::Painter(painter)) = app.overlays.last_mut() else { return Vec::new() };
    match hit {
        Hit::Zone(zone) => {
            if let Some(zone) = model.zones.get(zone) {
                painter.brush.clone_from(&zone.name);
            }
            Vec::new()
        }
        Hit::Cell(row, column) => {
            let again = painter.cell(model) == (row, column);
            if again != drag && painter.mark.is_none() {
                // A drag paints the cell it comes from too.
                let mut effects = paint(app);
                effects.extend(move_and_paint(app, (row, column), drag));
                return effects;
            }
            if !drag {
                painter.mark = None;
                painter.cell = (row, column);
            }
            Vec::new()
        }
    }
}

fn move_and_paint(app: &mut App, cell: (usize, usize), drag: bool) -> Vec<Effect> {
    match app.overlays.last_mut() {
        Some(Overlay::Painter(painter)) if drag => {
            painter.cell = cell;
            paint(app)
        }
        _ => Vec::new(),
    }
}

/// Gives the selected cells the brush's zone.
pub fn paint(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let model = bench.model();
    let Some(Overlay::Painter(painter)) = app.overlays.last_mut() else { return Vec::new() };
    let (Some(map), Some(zone)) = (painter.map(model), model.zones.get(painter.brush(model))) else {
        app.tell(Tone::Plain, msg!("painter-nothing-to-paint"));
        return Vec::new();
    };
    let (rows, columns) = painter.selection(model);
    let all = (rows.0..=rows.1).flat_map(|row| (columns.0..=columns.1).map(move |column| (row, column)));
    let fresh = |(row, column): &(usize, usize)| model.zone_in(map, *row, *column) != Some(zone);
    let cells: Vec<(usize, usize)> = all.filter(fresh).collect();
    painter.mark = None;
    if cells.is_empty() {
        return Vec::new();
    }
    let matrix = bench.matrix();
    let held = matrix.cells.iter().flatten().filter(|cell| cells.contains(&(cell.row, cell.column)));
    let leads = held.map(|cell| cell.count).sum::<u64>();
    let title = zone.title.get(app.lang == Lang::Fr).unwrap_or(&zone.name);
    let n_leads = i64::try_from(leads).unwrap_or(i64::MAX);
    let (cells_told, leads_told) = (msg!("axis-cells", n = cells.len()), msg!("axis-leads", n = n_leads));
    let zone_told = show(title).into_owned();
    let told = msg!("painter-painted-cells", cells = cells_told, leads = leads_told, zone = zone_told);
    let effects = edit(app, Edit::Set(shape::paint(model, &map.name, &cells, &zone.name)));
    if !effects.is_empty() {
        app.tell_done(told);
    }
    effects
}

fn put_in_force(app: &mut App) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return Vec::new() };
    let Some(Overlay::Painter(painter)) = app.overlays.last() else { return Vec::new() };
    match painter.map(model) {
        Some(map) if model.map_in_force() == Some(map) => {
            app.tell(Tone::Plain, msg!("painter-in-force-already"));
            Vec::new()
        }
        Some(map) => {
            let map = map.name.clone();
            edit(app, Edit::SetMap { map })
        }
        None => Vec::new(),
    }
}

fn ask_new_map(app: &mut App) {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return };
    let Some(Overlay::Painter(painter)) = app.overlays.last() else { return };
    if model.zones.is_empty() {
        app.tell(Tone::Plain, msg!("painter-no-zones"));
        return;
    }
    let like = painter.map(model).map(|map| map.name.clone()).unwrap_or_default();
    app.overlays.push(Overlay::Prompt(Prompt::new(Purpose::NewMap(like), "")));
}

fn ask_name(app: &mut App) {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return };
    let Some(Overlay::Painter(painter)) = app.overlays.last() else { return };
    if let Some(map) = painter.map(model) {
        let title = map.title.get(app.lang == Lang::Fr).unwrap_or(&map.name).to_owned();
        app.overlays.push(Overlay::Prompt(Prompt::new(Purpose::RenameMap(map.name.clone()), &title)));
    }
}

fn delete_map(app: &mut App) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return Vec::new() };
    let Some(Overlay::Painter(painter)) = app.overlays.last_mut() else { return Vec::new() };
    if model.maps.len() < 2 {
        app.tell(Tone::Plain, msg!("tui-one-map"));
        return Vec::new();
    }
    let Some(name) = painter.map(model).map(|map| map.name.clone()) else { return Vec::new() };
    let parts = shape::remove_map(model, &name);
    let effects = edit(app, Edit::Set(parts));
    if let (Some(Overlay::Painter(painter)), Some(bench)) = (app.overlays.last_mut(), &app.bench) {
        painter.map = bench.model().map_in_force().map(|map| map.name.clone()).unwrap_or_default();
        painter.against = None;
    }
    if !effects.is_empty() {
        app.tell_done(msg!("painter-map-deleted", map = name));
    }
    effects
}

/// Adds a map of that title, a copy of the one called `like`, and paints it.
pub(super) fn add_map(app: &mut App, like: &str, title: &str) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return Vec::new() };
    if model.maps.iter().any(|map| map.name == title) {
        app.tell(Tone::Bad, msg!("painter-map-taken", map = title));
        return Vec::new();
    }
    let parts = shape::add_map(model, like, title, Words::None);
    let effects = edit(app, Edit::Set(parts));
    if let Some(Overlay::Painter(painter)) = app.overlays.last_mut()
        && !effects.is_empty()
    {
        title.clone_into(&mut painter.map);
        painter.against = Some(like.to_owned());
    }
    effects
}

/// Calls a map otherwise: its title in the language of the screen, or its name where it has no title.
pub(super) fn rename_map(app: &mut App, name: &str, title: &str) -> Vec<Effect> {
    let Some(model) = app.bench.as_ref().map(crate::workbench::Workbench::model) else { return Vec::new() };
    let Some(map) = model.maps.iter().find(|map| map.name == name) else { return Vec::new() };
    let (to, words) = match &map.title {
        words if words.is_none() => (title, Words::None),
        Words::None | Words::Plain(_) => (name, Words::Plain(title.to_owned())),
        Words::Each { en, fr } => {
            let title = title.to_owned();
            let each = match app.lang {
                Lang::En => Words::Each { en: title, fr: fr.clone() },
                Lang::Fr => Words::Each { en: en.clone(), fr: title },
            };
            (name, each)
        }
    };
    let parts = shape::rename_map(model, name, to, words);
    let to = to.to_owned();
    let effects = edit(app, Edit::Set(parts));
    if let Some(Overlay::Painter(painter)) = app.overlays.last_mut()
        && !effects.is_empty()
    {
        painter.map = to;
    }
    effects
}
