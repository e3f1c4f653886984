//! One question answered with a line of text: a weight, the start of a band, a name.

use tui_input::Input;

use crate::model::Edit;
use crate::model::Model;
use crate::model::Side;
use crate::model::check;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::calls;
use crate::tui::overlays::calls::CallsTask;
use crate::tui::overlays::gallery;
use crate::tui::overlays::models::ModelTask;
use crate::tui::overlays::models::is_taken;
use crate::tui::overlays::models::task;
use crate::tui::overlays::painter;
use crate::tui::overlays::rows::whole;
use crate::tui::screens::import::change::Change as ImportChange;
use crate::tui::screens::import::change::chosen;
use crate::tui::update::edit;
use crate::tui::update::keep_prefs;

/// A question and the answer being typed.
pub struct Prompt {
    pub purpose: Purpose,
    pub input: Input,
    /// What is there now, shown until something is typed.
    pub now: String,
}

/// What the answer is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The weight of the named criterion.
    Weight(String),
    /// The lowest value of the band.
    Band(Side, String),
    /// The label of the band.
    BandLabel(Side, String),
    /// The name of a new map, a copy of the named one.
    NewMap(String),
    /// What the named map is called from now on.
    RenameMap(String),
    /// The name of a copy of the named model.
    CopyModel(String),
    /// The name of the model made from the template below.
    FromTemplate,
    /// The new name of the named model.
    RenameModel(String),
    /// The name of a new model, of the leads' fields or empty.
    NewModel { from_leads: bool },
    /// The file that the named model is written to.
    ExportModel(String),
    /// The file that the call sheet of the review goes to.
    CallSheet(Option<i64>),
    /// The file that a filled call sheet is in.
    FilledSheet,
    /// The one kind of all activity of a file.
    ImportKind,
    /// A word that means "no value" in a file.
    ImportBlank,
    /// What the person at the keys is called.
    Person,
}

impl Purpose {
    /// Whether an empty answer means what is proposed, rather than that nothing is to be done.
    fn takes_what_is_proposed(&self) -> bool {
        matches!(self, Purpose::CopyModel(_) | Purpose::ExportModel(_) | Purpose::CallSheet(_) | Purpose::FilledSheet)
    }
}

impl Prompt {
    pub fn new(purpose: Purpose, start: &str) -> Prompt {
        Prompt { purpose, input: Input::new(start.to_owned()), now: String::new() }
    }

    /// A question with an answer that Enter takes when nothing is typed.
    pub fn proposing(purpose: Purpose, answer: String) -> Prompt {
        Prompt { purpose, input: Input::default(), now: answer }
    }

    /// A question whose answer takes the place of a number.
    pub fn instead_of(purpose: Purpose, now: i64) -> Prompt {
        Prompt { purpose, input: Input::default(), now: now.to_string() }
    }

    /// Returns the question.
    pub fn question(&self) -> Msg {
        match &self.purpose {
            Purpose::Weight(criterion) => msg!("tui-ask-weight", criterion = criterion),
            Purpose::Band(_, band) => msg!("tui-ask-band", band = band),
            Purpose::BandLabel(_, band) => msg!("tui-ask-band-label", band = band),
            Purpose::NewMap(like) if like.is_empty() => msg!("painter-ask-first-map"),
            Purpose::NewMap(like) => msg!("painter-ask-map", map = like),
            Purpose::RenameMap(map) => msg!("tui-ask-rename", model = map),
            Purpose::CopyModel(model) => msg!("tui-ask-copy", model = model),
            Purpose::FromTemplate => msg!("gallery-ask-name"),
            Purpose::RenameModel(model) => msg!("tui-ask-rename", model = model),
            Purpose::NewModel { .. } => msg!("models-ask-name"),
            Purpose::ExportModel(_) => msg!("models-ask-file"),
            Purpose::CallSheet(_) => msg!("calls-ask-write"),
            Purpose::FilledSheet => msg!("calls-ask-read"),
            Purpose::ImportKind => msg!("tui-import-ask-kind"),
            Purpose::ImportBlank => msg!("tui-import-ask-blank"),
            Purpose::Person => msg!("settings-ask-person"),
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    if action != Action::Accept {
        return Some(Vec::new());
    }
    let Some(Overlay::Prompt(prompt)) = app.overlays.last() else { return None };
    let mut answer = prompt.input.value().trim().to_owned();
    let purpose = prompt.purpose.clone();
    if answer.is_empty() && !prompt.now.is_empty() {
        if !purpose.takes_what_is_proposed() {
            app.overlays.pop();
            return Some(Vec::new());
        }
        answer.clone_from(&prompt.now);
    }
    match purpose {
        Purpose::Weight(criterion) => {
            let Some(weight) = number_or_tell(app, &answer) else { return Some(Vec::new()) };
            app.overlays.pop();
            Some(edit(app, Edit::SetWeight { criterion, weight }))
        }
        Purpose::Band(side, band) => {
            let Some(from) = number_or_tell(app, &answer) else { return Some(Vec::new()) };
            app.overlays.pop();
            Some(edit(app, Edit::SetBand { side, band, from }))
        }
        Purpose::BandLabel(side, band) => {
            app.overlays.pop();
            Some(edit(app, Edit::RenameBand { side, band, to: answer }))
        }
        Purpose::NewMap(like) => {
            app.overlays.pop();
            Some(painter::add_map(app, &like, &answer))
        }
        Purpose::RenameMap(map) => {
            app.overlays.pop();
            Some(painter::rename_map(app, &map, &answer))
        }
        Purpose::FromTemplate => Some(gallery::named(app, answer)),
        Purpose::CopyModel(from) => Some(named(app, answer, None, |to| ModelTask::Copy { from, to })),
        Purpose::RenameModel(from) => {
            let own = from.clone();
            Some(named(app, answer, Some(&own), |to| ModelTask::Rename { from, to }))
        }
        Purpose::NewModel { from_leads } => Some(named(app, answer, None, |name| ModelTask::New { name, from_leads })),
        Purpose::ExportModel(model) => {
            app.overlays.pop();
            Some(task(ModelTask::Export { model, path: answer.into(), overwrite: false }))
        }
        Purpose::CallSheet(review) => {
            app.overlays.pop();
            Some(calls::to_file(app, review, answer.into()))
        }
        Purpose::FilledSheet => {
            app.overlays.pop();
            let by = app.prefs.person.clone();
            Some(vec![Effect::Calls(CallsTask::Read { path: answer.into(), by })])
        }
        Purpose::ImportKind => {
            app.overlays.pop();
            Some(chosen(app, ImportChange::FixedKind(answer)))
        }
        Purpose::ImportBlank => {
            app.overlays.pop();
            Some(chosen(app, ImportChange::Blank(answer)))
        }
        Purpose::Person => {
            app.overlays.pop();
            app.prefs.person = answer;
            Some(keep_prefs(app))
        }
    }
}

/// Takes a model's name, unless no model may have it; `own` is the one it has.
fn named(app: &mut App, name: String, own: Option<&str>, ask: impl FnOnce(String) -> ModelTask) -> Vec<Effect> {
    let named = Model { name: name.clone(), ..Model::default() };
    if own == Some(&name) {
        app.overlays.pop();
        return Vec::new();
    }
    if is_taken(app, &name) {
        app.tell(Tone::Bad, msg!("store-model-exists", name = &name));
        return Vec::new();
    }
    // Of an otherwise empty model only the name can be wrong.
    if let Some(fault) = check(&named).into_iter().next() {
        let near = near_name(&name);
        let text = if near.is_empty() { fault.text } else { msg!("models-near-name", name = &near) };
        app.tell(Tone::Bad, text);
        if let Some(Overlay::Prompt(prompt)) = app.overlays.last_mut() {
            prompt.input = Input::new(near);
        }
        return Vec::new();
    }
    app.overlays.pop();
    task(ask(name))
}

/// Returns what a model may be called that is nearest to what was typed; empty if nothing is.
fn near_name(name: &str) -> String {
    let plain = |c: char| match c {
        c if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') => c.to_string(),
        c if c.is_whitespace() => "-".to_owned(),
        c => crate::text::fold(&c.to_string()).chars().filter(char::is_ascii_alphanumeric).collect(),
    };
    let near: String = name.chars().map(plain).collect::<String>().chars().take(64).collect();
    near.trim_start_matches(['.', '-']).to_owned()
}

fn number_or_tell(app: &mut App, answer: &str) -> Option<i64> {
    let number = whole(answer);
    if number.is_none() {
        app.tell(Tone::Bad, msg!("tui-not-a-number", text = answer));
    }
    number
}
