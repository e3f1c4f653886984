//! A review that is being held: one lead after the other, a verdict each. Never here: how far a review came; its log tells that.

use std::sync::Arc;
use std::sync::Weak;

use crate::engine::columns::Dataset;
use crate::engine::explain::Explanation;
use crate::engine::explain::Happening;
use crate::msg;
use crate::review::Remark;
use crate::review::Said;
use crate::review::session::Review;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Screen;
use crate::tui::app::Tone;
use crate::tui::overlays;
use crate::tui::overlays::models::ModelInfo;
use crate::tui::overlays::models::ModelState;
use crate::tui::overlays::models::ModelTask;
use crate::tui::saying;
use crate::tui::screens::workbench;
use crate::workbench::Disputed;
use crate::workbench::Workbench;

/// Which review is held, and which lead of its sample is before the people.
#[derive(Clone, Debug, Default)]
pub struct SessionView {
    /// The review, by its id.
    pub review: Option<i64>,
    /// The place in its sample; behind the last one stands the end.
    pub at: usize,
    /// Whether the score is shown though nobody noted a hunch.
    pub revealed: bool,
    /// Whether it goes on though another model is open than the one it was begun on.
    pub anyway: bool,
    /// Where each lead of the sample is among the leads; none where it is gone.
    pub leads: Vec<Option<usize>>,
    /// Of which leads that holds.
    found_in: Weak<Dataset>,
    /// Why the lead at hand has its score, and what it did, newest first.
    pub explanation: Option<Explanation>,
    pub timeline: Vec<Happening>,
    /// What the verdicts of this review speak against most.
    pub disputed: Option<Disputed>,
}

/// What stands in the middle of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// The review was begun on another model than the open one.
    OtherModel,
    /// The lead of the sample is not among the leads any more.
    Missing,
    Lead(usize),
    /// All leads were gone through, or it was gone past the last.
    End,
}

/// Opens a review at the first lead that nothing was said of yet; at its first lead, where it was ended.
pub fn open(app: &mut App, id: i64) {
    app.session = SessionView { review: Some(id), ..SessionView::default() };
    app.screen = Screen::Session;
    let next = match (review(app), &app.bench) {
        (Some(review), Some(bench)) if review.outcome.is_none() => {
            review.next(bench.log()).unwrap_or(review.leads.len())
        }
        _ => 0,
    };
    app.session.at = next;
    refresh(app);
}

/// Returns the review that is held.
pub fn review(app: &App) -> Option<&Review> {
    app.session.review.and_then(|id| find(app, id))
}

/// Returns the review of that id.
pub fn find(app: &App, id: i64) -> Option<&Review> {
    app.reviews.iter().find(|review| review.id == id)
}

/// Returns what stands in the middle of the screen; nothing where no review is held.
pub fn card(app: &App) -> Option<Card> {
    let (review, bench) = (review(app)?, app.bench.as_ref()?);
    let is_end = app.session.at >= review.leads.len();
    // Whoever ends a review ends it on its model; one that is gone cannot be waited for.
    let anyway = app.session.anyway && !(is_end && model_of(app, review).is_some());
    if review.model != bench.model().name && review.outcome.is_none() && !anyway {
        return Some(Card::OtherModel);
    }
    if is_end {
        return Some(Card::End);
    }
    Some(app.session.leads.get(app.session.at).copied().flatten().map_or(Card::Missing, Card::Lead))
}

/// Returns what was said of the lead at hand in this review: its verdict, or that it was passed over.
pub fn said_here(app: &App) -> Option<&Remark> {
    let (review, bench) = (review(app)?, app.bench.as_ref()?);
    review.said(bench.log()).get(app.session.at).copied().flatten()
}

/// Whether score and reasons are kept back until somebody has noted a hunch about the lead at hand.
pub fn is_hidden(app: &App) -> bool {
    let (Some(review), Some(bench)) = (review(app), &app.bench) else { return false };
    if !app.customs.hunch_first || app.session.revealed || review.outcome.is_some() || said_here(app).is_some() {
        return false;
    }
    let Some(sampled) = review.leads.get(app.session.at) else { return false };
    let is_hunch = |remark: &Remark| remark.review == Some(review.id) && matches!(remark.said, Said::Hunch(_));
    !bench.log().of(&sampled.lead).any(is_hunch)
}

/// Works out anew what the screen shows: the model, the leads or what was said changed.
pub fn refresh(app: &mut App) {
    let id = app.session.review;
    let Some(review) = app.reviews.iter().find(|review| Some(review.id) == id) else {
        app.session = SessionView::default();
        if app.screen == Screen::Session {
            app.screen = Screen::Review;
        }
        return;
    };
    let Some(bench) = &app.bench else { return };
    let data = bench.data();
    if !Weak::ptr_eq(&app.session.found_in, &Arc::downgrade(data)) {
        let places = data.leads_by_key(review.keys());
        let leads = review.keys().map(|key| places.get(key).copied()).collect();
        app.session.leads = leads;
        app.session.found_in = Arc::downgrade(data);
    }
    let verdicts: Vec<_> = review
        .said(bench.log())
        .into_iter()
        .zip(&app.session.leads)
        .filter_map(|(remark, lead)| match (&remark?.said, lead) {
            (Said::Verdict { verdict, .. }, Some(lead)) => Some((*lead, *verdict)),
            _ => None,
        })
        .collect();
    app.session.disputed = bench.disputed(&verdicts);
    let lead = app.session.leads.get(app.session.at).copied().flatten();
    app.session.explanation = lead.map(|lead| bench.explain(lead));
    app.session.timeline = lead.map_or_else(Vec::new, |lead| bench.timeline(lead));
}

/// Goes to the place of the sample with that number; behind the last one stands the end.
fn go(app: &mut App, at: usize) {
    let n = review(app).map_or(0, |review| review.leads.len());
    app.session.at = at.min(n);
    app.session.revealed = false;
    refresh(app);
}

/// Goes to the next lead that nothing was said of yet, around the end of the sample if need be; to the end where there is none.
fn advance(app: &mut App) {
    let (Some(review), Some(bench)) = (review(app), &app.bench) else { return };
    let (said, at, n) = (review.said(bench.log()), app.session.at, review.leads.len());
    let next = (at + 1..n).chain(0..n.min(at)).find(|place| said[*place].is_none());
    go(app, next.unwrap_or(n));
}

/// Follows what was taken back to its lead, or goes on after what was said again.
pub fn follow(app: &mut App, lead: &str, taken_back: bool) {
    if app.screen != Screen::Session {
        return;
    }
    let place = review(app).and_then(|review| review.leads.iter().position(|sampled| sampled.lead == lead));
    if let Some(place) = place {
        go(app, place);
        if !taken_back && said_here(app).is_some() {
            advance(app);
        }
    }
}

/// Returns the newest thing said in this review, which undo takes back; none once it was ended.
pub fn newest(app: &App) -> Option<i64> {
    let (review, bench) = (review(app)?, app.bench.as_ref()?);
    let of_it = |remark: &&Remark| remark.review == Some(review.id);
    let newest = bench.log().in_force().rev().find(of_it).map(|remark| remark.id);
    newest.filter(|_| app.screen == Screen::Session && review.outcome.is_none())
}

/// Does an action of this screen; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let card = card(app)?;
    let at = app.session.at;
    match action {
        Action::MoveDown | Action::MoveRight | Action::NextLead => go(app, at + 1),
        Action::MoveUp | Action::MoveLeft | Action::PreviousLead => go(app, at.saturating_sub(1)),
        Action::MoveFirst => go(app, 0),
        Action::MoveLast => go(app, usize::MAX),
        Action::Back => app.screen = Screen::Review,
        Action::Undo => return newest(app).map(|remark| saying::take_back_remark(app, remark)),
        Action::Minutes => return app.session.review.map(|review| overlays::minutes::open(app, review)),
        Action::OpenDisputed => open_disputed(app),
        Action::Copy => {
            let key = review(app)?.leads.get(at).map(|sampled| sampled.lead.clone());
            return Some(key.map(Effect::Copy).into_iter().collect());
        }
        Action::Open => return Some(enter(app, card)),
        Action::SkipLead if card == Card::OtherModel => app.session.anyway = true,
        Action::SkipLead
        | Action::TooEarly
        | Action::TooLate
        | Action::OffTarget
        | Action::Right
        | Action::ClearVerdict
        | Action::Comment
        | Action::NoteHunch => return Some(judge(app, card, action)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Does what Enter does on a card.
fn enter(app: &mut App, card: Card) -> Vec<Effect> {
    match card {
        Card::OtherModel => return open_model(app),
        Card::End => match review(app) {
            Some(review) if review.outcome.is_none() => {
                let id = review.id;
                return overlays::review::open_end(app, id);
            }
            _ => app.tell(Tone::Plain, msg!("session-ended")),
        },
        Card::Lead(_) if is_hidden(app) => app.session.revealed = true,
        Card::Lead(_) | Card::Missing => app.tell(Tone::Plain, msg!("session-enter")),
    }
    Vec::new()
}

/// Returns the model that a review was begun on, where it is still there.
fn model_of<'a>(app: &'a App, review: &Review) -> Option<&'a ModelInfo> {
    app.models.iter().find(|info| info.name == review.model && info.state != ModelState::Deleted)
}

/// Opens the model that the review was begun on.
fn open_model(app: &mut App) -> Vec<Effect> {
    let Some(review) = review(app) else { return Vec::new() };
    if let Some(info) = model_of(app, review) {
        return vec![Effect::Models(ModelTask::Open(info.handle.clone()))];
    }
    let model = review.model.clone();
    app.tell(Tone::Bad, msg!("session-no-model", model = model));
    Vec::new()
}

/// Says something of the lead at hand, and goes on to the next where that was its verdict.
fn judge(app: &mut App, card: Card, action: Action) -> Vec<Effect> {
    let Some(review) = review(app) else { return Vec::new() };
    let id = review.id;
    let why_not = match card {
        _ if review.outcome.is_some() => Some(msg!("session-ended")),
        Card::OtherModel => Some(msg!("session-choose-model")),
        Card::Missing if action != Action::SkipLead => Some(msg!("session-missing-skip")),
        Card::End if action != Action::Comment => Some(msg!("session-no-lead")),
        Card::Missing | Card::End | Card::Lead(_) => None,
    };
    if let Some(why) = why_not {
        app.tell(Tone::Plain, why);
        return Vec::new();
    }
    match (action, card) {
        (Action::Comment, _) => comment(app),
        (Action::SkipLead, _) => skip(app, card, id),
        (_, Card::Lead(lead)) => {
            let effects = saying::act(app, action, lead).unwrap_or_default();
            if matches!(action, Action::TooEarly | Action::TooLate | Action::OffTarget | Action::Right) {
                advance(app);
            }
            effects
        }
        _ => Vec::new(),
    }
}

/// Passes the lead at hand over.
fn skip(app: &mut App, card: Card, id: i64) -> Vec<Effect> {
    let key = review(app).and_then(|review| review.leads.get(app.session.at)).map(|sampled| sampled.lead.clone());
    let Some(key) = key else { return Vec::new() };
    let (effects, who) = if let Card::Lead(lead) = card {
        (saying::say(app, lead, Said::Skipped, Some(id)), saying::name(app, lead))
    } else {
        let who = saying::masked_key(app, &key);
        (saying::say_of_missing(app, key, Said::Skipped, Some(id)), who)
    };
    app.tell_done(msg!("verdict-said", lead = who, verdict = msg!("verdict-skipped")));
    advance(app);
    effects
}

/// Opens the form on the verdict of the lead at hand; where it has none in this review, on the verdict given last, for the next lead
/// is at hand by then.
fn comment(app: &mut App) -> Vec<Effect> {
    let is_verdict = |remark: &Remark| matches!(remark.said, Said::Verdict { .. });
    let here = said_here(app).filter(|remark| is_verdict(remark)).map(|remark| remark.lead.clone());
    let last = || {
        let bench: &Workbench = app.bench.as_ref()?;
        let said = review(app)?.said(bench.log());
        said.into_iter().flatten().filter(|remark| is_verdict(remark)).max_by_key(|remark| order(remark))
    };
    let Some(key) = here.or_else(|| last().map(|remark| remark.lead.clone())) else {
        app.tell(Tone::Plain, msg!("comment-needs-verdict"));
        return Vec::new();
    };
    let place = review(app).and_then(|review| review.leads.iter().position(|sampled| sampled.lead == key));
    if let Some(lead) = place.and_then(|place| app.session.leads.get(place).copied().flatten()) {
        return overlays::comment::open(app, lead);
    }
    app.tell(Tone::Plain, msg!("session-missing-skip"));
    Vec::new()
}

/// Orders remarks as they were made: those that the file has not numbered yet are the newest, and count downwards.
pub fn order(remark: &Remark) -> (bool, i64) {
    (remark.id < 0, remark.id.abs())
}

/// Goes to the most disputed criterion in the workbench.
fn open_disputed(app: &mut App) {
    let Some(name) = app.session.disputed.as_ref().map(|disputed| disputed.criterion.clone()) else {
        app.tell(Tone::Plain, msg!("session-no-disputed"));
        return;
    };
    app.screen = Screen::Workbench;
    app.workbench.pane = workbench::Pane::Criteria;
    workbench::select(app, &name);
    app.tell(Tone::Plain, msg!("session-back"));
}
