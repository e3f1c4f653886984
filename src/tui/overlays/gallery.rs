//! The gallery of templates, and who plays the roles of the one that is chosen. Nothing is made before the name is given, and
//! no other model is ever touched. Never here: what a role is, or who could play it.

use std::sync::Arc;

use tui_input::Input;

use crate::engine::columns::Dataset;
use crate::model::Likeness;
use crate::model::Model;
use crate::model::Words;
use crate::model::check;
use crate::model::likeness;
use crate::model::template;
use crate::model::template_names;
use crate::msg;
use crate::problem::Problem;
use crate::text::fold;
use crate::text::show;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::cursor;
use crate::tui::draw;
use crate::tui::layout;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::list::Choices;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::models::ModelInfo;
use crate::tui::overlays::models::is_taken;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::prompt::Purpose;
use crate::tui::widgets::picker::Item;
use crate::tui::widgets::picker::Picker;
use crate::workbench;
use crate::workbench::roles;
use crate::workbench::roles::Plays;
use crate::workbench::roles::Role;
use crate::workbench::tell;

/// Most values of a field shown beside its name.
const FEW_VALUES: usize = 4;

/// Every template, those found by what was typed, and where the cursor is.
pub struct Gallery {
    pub models: Vec<Model>,
    /// Indexes of the models found.
    pub found: Vec<usize>,
    /// Index into `found`.
    pub row: usize,
    /// First line shown of what is told of the template.
    pub first: usize,
    pub input: Input,
    /// Whether the text field has the cursor.
    pub typing: bool,
}

impl Gallery {
    pub fn new() -> Gallery {
        let models: Vec<Model> = template_names().filter_map(template).collect();
        let found = (0..models.len()).collect();
        Gallery { models, found, row: 0, first: 0, input: Input::default(), typing: false }
    }

    /// Returns the template under the cursor.
    pub fn current(&self) -> Option<&Model> {
        self.models.get(*self.found.get(self.row)?)
    }

    /// Finds the templates in whose name, title or description, in either language, every typed word is.
    pub(super) fn search(&mut self) {
        let query = fold(self.input.value());
        let text =
            |words: &Words| [false, true].map(|french| words.get(french).unwrap_or_default().to_owned()).join(" ");
        let holds = |model: &Model| {
            let all = fold(&[model.name.clone(), text(&model.title), text(&model.description)].join(" "));
            query.split_whitespace().all(|word| all.contains(word))
        };
        self.found = (0..self.models.len()).filter(|index| holds(&self.models[*index])).collect();
        self.row = 0;
        self.first = 0;
    }

    /// Puts the cursor on a row of the list; returns whether it was there already.
    pub fn select(&mut self, row: usize) -> bool {
        let again = self.row == row;
        self.row = row.min(self.found.len().saturating_sub(1));
        self.first = if again { self.first } else { 0 };
        again
    }
}

impl Default for Gallery {
    fn default() -> Gallery {
        Gallery::new()
    }
}

/// Who plays the roles of a template.
pub struct Casting {
    pub model: Model,
    pub roles: Vec<Role>,
    /// For each role who plays it; none = it is left open.
    pub chosen: Vec<Option<String>>,
    /// The number of roles = the button.
    pub row: usize,
}

impl Casting {
    fn new(model: Model, data: &Dataset) -> Casting {
        let (roles, chosen) = (roles::roles(&model), roles::suggest(&model, data));
        // What is suggested is mostly right: the cursor waits on the button, unless something is open.
        let row = chosen.iter().position(Option::is_none).unwrap_or(chosen.len());
        Casting { model, roles, chosen, row }
    }

    /// Returns the role under the cursor, none on the button.
    pub fn current(&self) -> Option<(&Role, Option<&str>)> {
        Some((self.roles.get(self.row)?, self.chosen.get(self.row)?.as_deref()))
    }

    /// Returns how many roles are played.
    pub fn n_played(&self) -> usize {
        self.chosen.iter().flatten().count()
    }
}

/// Returns the leads at hand; empty before there are any.
pub fn data(app: &App) -> Arc<Dataset> {
    app.bench.as_ref().map(|bench| Arc::clone(bench.leads())).unwrap_or_default()
}

pub(super) fn act_in_gallery(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let parts = layout::frame(app.area, app.prefs.present);
    let (page, lines) = draw::gallery::told_lines(app, parts.body);
    let Some(Overlay::Gallery(gallery)) = app.overlays.last_mut() else { return None };
    match action {
        Action::PageDown => gallery.first = (gallery.first + page).min(lines.saturating_sub(page)),
        Action::PageUp => gallery.first = gallery.first.saturating_sub(page),
        Action::Filter => gallery.typing = true,
        Action::Accept if gallery.typing => gallery.typing = false,
        Action::Open | Action::Accept => {
            let Some(model) = gallery.current().cloned() else { return Some(Vec::new()) };
            let casting = Casting::new(model, &data(app));
            app.overlays.push(Overlay::Casting(Box::new(casting)));
        }
        _ => {
            let row = cursor::moved(action, gallery.row, gallery.found.len(), 1)?;
            gallery.select(row);
        }
    }
    Some(Vec::new())
}

/// Takes what was typed away; none if nothing was.
pub(super) fn leave_text(app: &mut App) -> Option<Vec<Effect>> {
    let Some(Overlay::Gallery(gallery)) = app.overlays.last_mut() else { return None };
    if !gallery.typing && gallery.input.value().is_empty() {
        return None;
    }
    gallery.typing = false;
    gallery.input = Input::default();
    gallery.search();
    Some(Vec::new())
}

pub(super) fn act_in_casting(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let page = usize::from(app.area.height / 2);
    let Some(Overlay::Casting(casting)) = app.overlays.last_mut() else { return None };
    let n = casting.roles.len();
    match action {
        Action::NextPane | Action::PreviousPane => casting.row = if casting.row < n { n } else { 0 },
        Action::LeaveOpen => {
            if let Some(chosen) = casting.chosen.get_mut(casting.row) {
                *chosen = None;
            }
        }
        Action::Accept if casting.row < n => {
            let overlay = players(app)?;
            app.overlays.push(Overlay::Choosing(overlay));
        }
        Action::Accept => {
            let name = roles::free_name(&casting.model.name, &handles(&app.models));
            app.overlays.push(Overlay::Prompt(Prompt::new(Purpose::FromTemplate, &name)));
        }
        _ => casting.row = cursor::moved(action, casting.row, n + 1, page)?,
    }
    Some(Vec::new())
}

/// A list of the fields or the kinds of event, those nearest to the role first; those of another type are told, and greyed.
fn players(app: &App) -> Option<Choosing> {
    let Some(Overlay::Casting(casting)) = app.overlays.last() else { return None };
    let (role, chosen) = casting.current()?;
    let data = data(app);
    let fitting = roles::candidates(&casting.model, role, &data);
    let mut items: Vec<(bool, Option<Likeness>, Item, String)> = Vec::new();
    match role.plays {
        Plays::Field => {
            for field in &data.fields {
                let fits = fitting.contains(&field.name.as_str());
                let detail = if fits { values(app, &field.name) } else { app.say(&roles::unfit(role, field)) };
                let item = Item { blocked: !fits, ..Item::new(show(&field.name), detail) };
                items.push((fits, likeness(&role.name, &field.name), item, field.name.clone()));
            }
        }
        Plays::Kind => {
            for (kind, count) in roles::kinds(&data) {
                let item = Item::new(show(kind), app.say(&msg!("gallery-events", n = count)));
                items.push((true, likeness(&role.name, kind), item, kind.to_owned()));
            }
        }
    }
    items.sort_by_key(|(fits, likeness, ..)| std::cmp::Reverse((*fits, *likeness)));
    if let Some(at) = items.iter().position(|(.., name)| Some(name.as_str()) == chosen) {
        items[..=at].rotate_right(1);
    }
    let title = match role.plays {
        Plays::Field => msg!("gallery-choose-field", role = &role.name),
        Plays::Kind => msg!("gallery-choose-kind", role = &role.name),
    };
    let (items, names) = items.into_iter().map(|(.., item, name)| (item, name)).unzip();
    Some(Choosing { title, picker: Picker::new(items, false), choices: Choices::Players(names) })
}

/// Returns the most frequent values of a field with how many leads have each.
pub fn values(app: &App, field: &str) -> String {
    let data = data(app);
    let Some(field) = data.field(field) else { return String::new() };
    if app.prefs.masked && field.role.is_some_and(crate::model::Role::is_personal) {
        return app.say(&msg!("tui-names-masked"));
    }
    let told =
        |(value, n): (crate::model::Value, usize)| app.say(&msg!("gallery-value", value = tell::value(&value), n = n));
    let values: Vec<String> = workbench::values(field, FEW_VALUES).into_iter().map(told).collect();
    values.join(", ")
}

/// Takes the choice of a player. One that does not fit is refused, and the list stays.
pub(super) fn played(app: &mut App, choosing: Choosing) {
    let Some(row) = choosing.picker.current() else { return };
    if let Some(item) = choosing.picker.items().get(row).filter(|item| item.blocked) {
        let why = msg!("gallery-refused", field = &item.text, why = &item.detail);
        app.overlays.push(Overlay::Choosing(choosing));
        return app.tell(Tone::Plain, why);
    }
    let Choices::Players(names) = &choosing.choices else { return };
    if let Some(Overlay::Casting(casting)) = app.overlays.last_mut()
        && let Some(chosen) = casting.chosen.get_mut(casting.row)
    {
        *chosen = names.get(row).cloned();
    }
}

fn handles(models: &[ModelInfo]) -> Vec<String> {
    models.iter().map(|info| info.handle.clone()).collect()
}

/// Makes the model under the name that was given; a name that cannot be is told, and the question stays.
pub(super) fn named(app: &mut App, name: String) -> Vec<Effect> {
    let data = data(app);
    let below = app.overlays.iter().rev().find_map(|overlay| match overlay {
        Overlay::Casting(casting) => Some(casting),
        _ => None,
    });
    let Some(casting) = below else { return Vec::new() };
    if is_taken(app, &name) {
        let free = roles::free_name(&name, &handles(&app.models));
        app.tell(Tone::Bad, msg!("gallery-name-taken", name = &name, free = &free));
        return Vec::new();
    }
    let cast = roles::cast(&casting.roles, &casting.chosen, &data);
    let model = Model { name, ..roles::assign(casting.model.clone(), &cast) };
    if let Some(fault) = check(&model).into_iter().next() {
        app.tell_problem(&Problem::from(fault));
        return Vec::new();
    }
    // The roles stay until the new model is there: what went wrong can be tried again.
    app.overlays.pop();
    if app.bench.is_some() {
        app.screen = Screen::Workbench;
    }
    vec![Effect::AddModel(Box::new(model))]
}
