//! Saying something of a lead: a verdict, a hunch, that it is passed over; and taking it back. It counts on the screen at once and is on its
//! way into the file. Never here: which key says what.

use std::sync::Arc;

use crate::msg;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::customs::Customs;
use crate::review::log::Log;
use crate::review::seen::Sighting;
use crate::review::session::Review;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Change;
use crate::tui::app::Effect;
use crate::tui::app::ReviewChange;
use crate::tui::app::ReviewsTold;
use crate::tui::app::Tone;
use crate::tui::draw;
use crate::tui::overlays::comment;
use crate::tui::overlays::hunch;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::update;

/// What was said here of late, so that it can be taken back in its turn among the edits of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sayings {
    /// Each with how many edits of the model were in force then; the newest last.
    said: Vec<(i64, usize)>,
    /// What was taken back, likewise.
    taken_back: Vec<(i64, usize)>,
}

/// Says something of a lead; returns what saves it.
pub fn say(app: &mut App, lead: usize, said: Said, review: Option<i64>) -> Vec<Effect> {
    let (at, by, id) = (app.now(), app.prefs.person.clone(), app.next_id());
    let Some(bench) = &mut app.bench else { return Vec::new() };
    let key = bench.data().keys.get(lead).to_owned();
    let remark = Remark { id, lead: key, at, by, said, review, footing: bench.footing(lead), struck: false };
    let mut log = Log::clone(bench.log());
    log.remarks.push(remark.clone());
    let position = bench.history().position;
    bench.set_log(Arc::new(log));
    app.sayings.said.push((id, position));
    app.sayings.taken_back.clear();
    let effects = save(app, ReviewChange::Say(Box::new(remark)));
    update::changed(app);
    effects
}

/// Keeps a review that is new, or of which something that can change did.
pub fn keep_review(app: &mut App, review: Review) -> Vec<Effect> {
    let change = if let Some(known) = app.reviews.iter_mut().find(|known| known.id == review.id) {
        known.clone_from(&review);
        ReviewChange::Update(Box::new(review))
    } else {
        app.reviews.push(review.clone());
        ReviewChange::Add(Box::new(review))
    };
    save(app, change)
}

/// Removes a review, or brings it back.
pub fn remove_review(app: &mut App, review: Review, removed: bool) -> Vec<Effect> {
    let id = review.id;
    if removed {
        app.reviews.retain(|known| known.id != id);
    } else {
        app.reviews.push(review);
        app.reviews.sort_by_key(|review| (review.at, review.id));
    }
    save(app, ReviewChange::Remove { id, removed })
}

/// Keeps how reviews are held.
pub fn keep_customs(app: &mut App, customs: Customs) -> Vec<Effect> {
    app.customs = customs.clone();
    save(app, ReviewChange::Customs(Box::new(customs)))
}

/// Keeps that alerts were seen.
pub fn see_alerts(app: &mut App, seen: Vec<Sighting>) -> Vec<Effect> {
    if seen.is_empty() {
        return Vec::new();
    }
    Arc::make_mut(&mut app.alerts_seen).extend(seen.iter().cloned());
    save(app, ReviewChange::SeeAlerts(seen))
}

fn save(app: &mut App, change: ReviewChange) -> Vec<Effect> {
    update::save(app, Change::Review(change))
}

/// Whether undo takes back something that was said, before any edit of the model.
pub fn is_newest(app: &App) -> bool {
    let position = app.bench.as_ref().map_or(0, |bench| bench.history().position);
    app.sayings.said.last().is_some_and(|(_, at)| *at >= position)
}

/// Whether redo says again what was taken back, before any edit of the model.
pub fn is_next(app: &App) -> bool {
    let position = app.bench.as_ref().map_or(0, |bench| bench.history().position);
    app.sayings.taken_back.last().is_some_and(|(_, at)| *at <= position)
}

/// Takes back what was said last.
pub fn take_back(app: &mut App) -> Vec<Effect> {
    let Some(last) = app.sayings.said.pop() else { return Vec::new() };
    app.sayings.taken_back.push(last);
    strike(app, last.0, true)
}

/// Says again what was taken back last.
pub fn say_again(app: &mut App) -> Vec<Effect> {
    let Some(last) = app.sayings.taken_back.pop() else { return Vec::new() };
    app.sayings.said.push(last);
    strike(app, last.0, false)
}

/// Strikes a remark, or lets it count again; says so.
pub fn strike(app: &mut App, id: i64, struck: bool) -> Vec<Effect> {
    let Some(bench) = &mut app.bench else { return Vec::new() };
    let mut log = Log::clone(bench.log());
    let Some(remark) = log.remarks.iter_mut().find(|remark| remark.id == id) else { return Vec::new() };
    remark.struck = struck;
    let what = said(&remark.said);
    bench.set_log(Arc::new(log));
    let effects = save(app, ReviewChange::Strike { id, struck });
    update::changed(app);
    let text = if struck { msg!("tui-undone", what = what) } else { msg!("tui-redone", what = what) };
    app.tell(Tone::Good, text);
    effects
}

/// Takes over how everything stands in the file, unless something newer is on its way there.
pub fn told(app: &mut App, told: &ReviewsTold) {
    // What another window did says nothing of this window's changes.
    let upto = if told.upto == 0 { app.saving.saved } else { told.upto };
    if upto != app.saving.sent {
        return;
    }
    let given = |id: i64| told.given.get(&id).copied().unwrap_or(id);
    for (id, _) in app.sayings.said.iter_mut().chain(&mut app.sayings.taken_back) {
        *id = given(*id);
    }
    app.session.review = app.session.review.map(given);
    app.reviews.clone_from(&told.reviews);
    app.customs = told.customs.clone();
    app.alerts_seen = Arc::clone(&told.alerts_seen);
    if let Some(bench) = &mut app.bench {
        bench.set_log(Arc::clone(&told.log));
    }
    update::changed(app);
}

/// Takes over what the workspace that was just opened holds.
pub fn opened(app: &mut App, told: ReviewsTold) {
    app.reviews = told.reviews;
    app.customs = told.customs;
    app.alerts_seen = told.alerts_seen;
    app.alerts_new.clear();
    if let Some(bench) = &mut app.bench {
        bench.set_log(told.log);
    }
}

/// Returns what a verdict is called.
pub fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::TooEarly => msg!("verdict-too-early"),
        Verdict::TooLate => msg!("verdict-too-late"),
        Verdict::OffTarget => msg!("verdict-off-target"),
        Verdict::Right => msg!("verdict-right"),
    }
}

/// Returns what something said is called.
pub fn said(said: &Said) -> Msg {
    match said {
        Said::Verdict { verdict: found, .. } => verdict(*found),
        Said::Cleared => msg!("verdict-cleared"),
        Said::Skipped => msg!("verdict-skipped"),
        Said::Hunch(crate::review::Hunch::Hot) => msg!("hunch-hot"),
        Said::Hunch(crate::review::Hunch::Warm) => msg!("hunch-warm"),
        Said::Hunch(crate::review::Hunch::Cold) => msg!("hunch-cold"),
    }
}

/// Does what a key says of a lead; none if the key says nothing of it.
pub fn act(app: &mut App, action: Action, lead: usize) -> Option<Vec<Effect>> {
    let found = match action {
        Action::TooEarly => Verdict::TooEarly,
        Action::TooLate => Verdict::TooLate,
        Action::OffTarget => Verdict::OffTarget,
        Action::Right => Verdict::Right,
        Action::ClearVerdict => return Some(clear(app, lead)),
        Action::Comment => return Some(comment::open(app, lead)),
        Action::NoteHunch => return Some(hunch::open(app, lead)),
        _ => return None,
    };
    let effects =
        say(app, lead, Said::Verdict { verdict: found, reason: String::new(), note: String::new() }, app.review_held());
    let who = name(app, lead);
    app.tell_done(msg!("verdict-said", lead = who, verdict = verdict(found)));
    Some(effects)
}

/// Takes a lead's verdict away.
fn clear(app: &mut App, lead: usize) -> Vec<Effect> {
    if app.bench.as_ref().is_none_or(|bench| bench.verdict_of(lead).is_none()) {
        app.tell(Tone::Plain, msg!("verdict-none"));
        return Vec::new();
    }
    let effects = say(app, lead, Said::Cleared, app.review_held());
    let who = name(app, lead);
    app.tell_done(msg!("verdict-said", lead = who, verdict = msg!("verdict-cleared")));
    effects
}

/// Returns the lead of that key; an import may have taken it away while a form was open on it.
pub fn lead(app: &App, key: &str) -> Result<usize, Wrong> {
    let found = app.bench.as_ref().and_then(|bench| bench.data().lead_by_key(key));
    found.ok_or_else(|| Wrong::from(msg!("verdict-lead-gone")))
}

/// Returns what a lead is called, masked where asked.
pub fn name(app: &App, lead: usize) -> String {
    app.bench.as_ref().map_or_else(String::new, |bench| draw::leads::name(app, &bench.row(lead)))
}
