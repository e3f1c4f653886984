//! What a person sees before there is anything to see: the demo, an import, a model.

use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;

/// Which way in the cursor is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WelcomeView {
    pub row: usize,
}

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayIn {
    Demo,
    ImportLeads,
    ImportEvents,
    Template,
    Quit,
}

impl WayIn {
    pub const ALL: [WayIn; 5] = [WayIn::Demo, WayIn::ImportLeads, WayIn::ImportEvents, WayIn::Template, WayIn::Quit];

    pub fn title(self) -> Msg {
        match self {
            WayIn::Demo => msg!("tui-way-demo"),
            WayIn::ImportLeads => msg!("tui-way-leads"),
            WayIn::ImportEvents => msg!("tui-way-events"),
            WayIn::Template => msg!("tui-way-template"),
            WayIn::Quit => msg!("tui-way-quit"),
        }
    }

    pub fn note(self) -> Msg {
        match self {
            WayIn::Demo => msg!("tui-way-demo-note"),
            WayIn::ImportLeads => msg!("tui-way-leads-note"),
            WayIn::ImportEvents => msg!("tui-way-events-note"),
            WayIn::Template => msg!("tui-way-template-note"),
            WayIn::Quit => msg!("tui-way-quit-note"),
        }
    }

    pub fn action(self) -> Action {
        match self {
            WayIn::Demo => Action::LoadDemo,
            WayIn::ImportLeads => Action::ImportLeads,
            WayIn::ImportEvents => Action::ImportEvents,
            WayIn::Template => Action::UseTemplate,
            WayIn::Quit => Action::Quit,
        }
    }
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let last = WayIn::ALL.len() - 1;
    match action {
        Action::MoveUp | Action::PreviousPane => app.welcome.row = app.welcome.row.saturating_sub(1),
        Action::MoveDown | Action::NextPane => app.welcome.row = (app.welcome.row + 1).min(last),
        Action::MoveFirst => app.welcome.row = 0,
        Action::MoveLast => app.welcome.row = last,
        Action::Open => return Some(crate::tui::update::perform(app, WayIn::ALL[app.welcome.row.min(last)].action())),
        Action::ImportLeads | Action::ImportEvents => {
            app.screen = Screen::Import;
            app.import.kind = crate::tui::screens::import::kind_of(action);
            return Some(crate::tui::screens::import::enter(app));
        }
        _ => return None,
    }
    Some(Vec::new())
}
