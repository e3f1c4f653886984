//! One question answered with a line of text: a weight, the start of a band, a name.

use tui_input::Input;

use crate::model::Edit;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Change;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::gallery;
use crate::tui::overlays::painter;
use crate::tui::overlays::rows::whole;
use crate::tui::screens::import::change::Change as ImportChange;
use crate::tui::screens::import::change::chosen;
use crate::tui::update::edit;
use crate::tui::update::save;

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
    /// The name of the version that becomes the baseline.
    Version,
    /// The name of a copy of the named model.
    CopyModel(String),
    /// The name of the model made from the template below.
    NewModel,
    /// The new name of the named model.
    RenameModel(String),
    /// The one kind of all activity of a file.
    ImportKind,
    /// A word that means "no value" in a file.
    ImportBlank,
}

impl Prompt {
    pub fn new(purpose: Purpose, start: &str) -> Prompt {
        Prompt { purpose, input: Input::new(start.to_owned()), now: String::new() }
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
            Purpose::Version => msg!("tui-ask-version"),
            Purpose::CopyModel(model) => msg!("tui-ask-copy", model = model),
            Purpose::NewModel => msg!("gallery-ask-name"),
            Purpose::RenameModel(model) => msg!("tui-ask-rename", model = model),
            Purpose::ImportKind => msg!("tui-import-ask-kind"),
            Purpose::ImportBlank => msg!("tui-import-ask-blank"),
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    if action != Action::Accept {
        return Some(Vec::new());
    }
    let Some(Overlay::Prompt(prompt)) = app.overlays.last() else { return None };
    let answer = prompt.input.value().trim().to_owned();
    let purpose = prompt.purpose.clone();
    if answer.is_empty() && !prompt.now.is_empty() {
        app.overlays.pop();
        return Some(Vec::new());
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
        Purpose::Version => {
            app.overlays.pop();
            app.bench.as_mut()?.set_baseline();
            app.tell(Tone::Good, msg!("tui-version-saved", name = &answer));
            Some(save(app, Change::Baseline { name: answer, reason: String::new() }))
        }
        Purpose::CopyModel(from) => {
            app.overlays.pop();
            Some(vec![Effect::CopyModel { from, to: answer }])
        }
        Purpose::NewModel => Some(gallery::named(app, answer)),
        Purpose::RenameModel(from) => {
            app.overlays.pop();
            Some(vec![Effect::RenameModel { from, to: answer }])
        }
        Purpose::ImportKind => {
            app.overlays.pop();
            Some(chosen(app, ImportChange::FixedKind(answer)))
        }
        Purpose::ImportBlank => {
            app.overlays.pop();
            Some(chosen(app, ImportChange::Blank(answer)))
        }
    }
}

fn number_or_tell(app: &mut App, answer: &str) -> Option<i64> {
    let number = whole(answer);
    if number.is_none() {
        app.tell(Tone::Bad, msg!("tui-not-a-number", text = answer));
    }
    number
}
