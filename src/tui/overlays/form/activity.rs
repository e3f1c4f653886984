//! The part of a criterion's form for activity: which events, how often, how long they last.

use tui_input::Input;

use crate::model::Decay;
use crate::model::Filter;
use crate::model::MAX_OCCURRENCES;
use crate::model::Reach;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Window;
use crate::msg;
use crate::text::Msg;
use crate::tui::overlays::rows::WindowInput;

/// What is known of an activity so far. Every kind of repetition and decay keeps what was typed for it.
pub struct Activity {
    pub filter: Filter,
    pub within: WindowInput,
    pub repeat: RepeatKind,
    /// The most times, or assets, that count.
    pub times: Input,
    pub reach: Vec<ReachInput>,
    /// Absence: fewer than so many.
    pub fewer: Input,
    pub absence: WindowInput,
    pub decay: DecayKind,
    pub half_life: Input,
    pub percent: Input,
    pub every: Input,
    pub line: Input,
}

/// A tier of events being typed.
pub struct ReachInput {
    pub least: Input,
    /// Empty = any more count too.
    pub most: Input,
    pub within: WindowInput,
    pub share: Input,
}

/// How repeated events count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepeatKind {
    Once,
    Each,
    /// As often as a criterion can count.
    Every,
    PerAsset,
    Reach,
    FewerThan,
}

/// How an event fades.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecayKind {
    None,
    HalfLife,
    Step,
    Line,
}

impl RepeatKind {
    pub const ALL: [RepeatKind; 6] = [
        RepeatKind::Once,
        RepeatKind::Each,
        RepeatKind::Every,
        RepeatKind::PerAsset,
        RepeatKind::Reach,
        RepeatKind::FewerThan,
    ];

    pub fn name(self) -> Msg {
        match self {
            RepeatKind::Once => msg!("tui-repeat-once"),
            RepeatKind::Each => msg!("form-repeat-each"),
            RepeatKind::Every => msg!("form-repeat-every"),
            RepeatKind::PerAsset => msg!("form-repeat-asset"),
            RepeatKind::Reach => msg!("form-repeat-reach"),
            RepeatKind::FewerThan => msg!("form-repeat-fewer"),
        }
    }

    /// Whether it counts one by one, so that events have a window and can fade.
    pub fn counts_events(self) -> bool {
        !matches!(self, RepeatKind::Reach | RepeatKind::FewerThan)
    }
}

impl DecayKind {
    pub const ALL: [DecayKind; 4] = [DecayKind::None, DecayKind::HalfLife, DecayKind::Step, DecayKind::Line];

    pub fn name(self) -> Msg {
        match self {
            DecayKind::None => msg!("form-decay-none"),
            DecayKind::HalfLife => msg!("form-decay-half"),
            DecayKind::Step => msg!("form-decay-step"),
            DecayKind::Line => msg!("form-decay-line"),
        }
    }
}

fn typed(n: u32) -> Input {
    Input::new(n.to_string())
}

impl ReachInput {
    /// The next tier of a list.
    pub(super) fn blank(first: bool) -> ReachInput {
        let share = if first { typed(100) } else { Input::default() };
        ReachInput { least: Input::default(), most: Input::default(), within: WindowInput::default(), share }
    }

    fn of(tier: &Reach) -> ReachInput {
        ReachInput {
            least: typed(tier.at_least),
            most: tier.at_most.map(typed).unwrap_or_default(),
            within: WindowInput::of(tier.within),
            share: Input::new(tier.share.to_string()),
        }
    }
}

impl Activity {
    pub(super) fn blank() -> Activity {
        Activity {
            filter: Filter::default(),
            within: WindowInput::default(),
            repeat: RepeatKind::Once,
            times: typed(3),
            reach: Vec::new(),
            fewer: typed(1),
            absence: WindowInput::of(Some(Window::Days(90))),
            decay: DecayKind::None,
            half_life: typed(30),
            percent: typed(50),
            every: typed(30),
            line: typed(90),
        }
    }

    /// Takes a rule apart; leaves what it does not say as it is.
    pub(super) fn take(&mut self, rule: &Rule) {
        let Rule::Activity { filter, within, repeat, decay } = rule else { return };
        self.filter = filter.clone();
        self.within = WindowInput::of(*within);
        match repeat {
            Repeat::Once => self.repeat = RepeatKind::Once,
            Repeat::Each(MAX_OCCURRENCES) => self.repeat = RepeatKind::Every,
            Repeat::Each(max) => (self.repeat, self.times) = (RepeatKind::Each, typed(*max)),
            Repeat::PerAsset(max) => (self.repeat, self.times) = (RepeatKind::PerAsset, typed(*max)),
            Repeat::Reach(tiers) => {
                self.repeat = RepeatKind::Reach;
                self.reach = tiers.iter().map(ReachInput::of).collect();
            }
            Repeat::FewerThan(least, window) => {
                self.repeat = RepeatKind::FewerThan;
                (self.fewer, self.absence) = (typed(*least), WindowInput::of(Some(*window)));
            }
        }
        match decay {
            None => self.decay = DecayKind::None,
            Some(Decay::HalfLife(days)) => (self.decay, self.half_life) = (DecayKind::HalfLife, typed(*days)),
            Some(Decay::Line(days)) => (self.decay, self.line) = (DecayKind::Line, typed(*days)),
            Some(Decay::Step { percent, every }) => {
                self.decay = DecayKind::Step;
                (self.percent, self.every) = (typed(u32::from(*percent)), typed(*every));
            }
        }
    }
}
