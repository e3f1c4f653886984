//! Saying something of a lead: a verdict, a hunch, that it is passed over; and taking it back. It counts on the screen at once and is on its
//! way into the file. Never here: which key says what.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::engine::rank::Fifth;
use crate::msg;
use crate::review::Footing;
use crate::review::Remark;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::customs::Customs;
use crate::review::log::Log;
use crate::review::seen::Sighting;
use crate::review::session::Review;
use crate::text::Msg;
use crate::text::mask_email;
use crate::text::show;
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
use crate::tui::screens::session;
use crate::tui::update;

pub use crate::workbench::tell::verdict;

/// More remarks than a call sheet brings, and than changes are made in one run: ids of the two never meet.
const MOST_AT_ONCE: i64 = 1 << 24;

/// What was said and done here of late, so that it can be taken back in its turn among the edits of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sayings {
    /// Each with how many edits of the model were in force then; the newest last.
    said: Vec<(Deed, usize)>,
    /// What was taken back, likewise.
    taken_back: Vec<(Deed, usize)>,
    /// Which ids the file gave to what was made here under ids of its own.
    given: BTreeMap<i64, i64>,
}

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Deed {
    /// Remarks, by their ids: one, or those of a call sheet.
    Said(Vec<i64>),
    /// A review before and after; none = it was not there.
    Review(Option<Box<Review>>, Option<Box<Review>>),
    /// How reviews are held, before and after.
    Customs(Box<Customs>, Box<Customs>),
}

/// Says something of a lead; returns what saves it.
pub fn say(app: &mut App, lead: usize, said: Said, review: Option<i64>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let (key, footing) = (bench.data().keys.get(lead).to_owned(), bench.footing(lead));
    say_from(app, key, footing, said, review)
}

/// Says something of a lead that is not among the leads any more.
pub fn say_of_missing(app: &mut App, key: String, said: Said, review: Option<i64>) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let footing = Footing {
        model: bench.model().name.clone(),
        revision: 0,
        as_of: bench.as_of(),
        row: String::new(),
        column: String::new(),
        rows: 0,
        columns: 0,
        rank: None,
        fifth: Fifth::Rest,
    };
    say_from(app, key, footing, said, review)
}

fn say_from(app: &mut App, lead: String, footing: Footing, said: Said, review: Option<i64>) -> Vec<Effect> {
    let (at, by, id) = (app.now(), app.prefs.person.clone(), app.next_id());
    say_all(app, vec![Remark { id, lead, at, by, said, review, footing, struck: false }])
}

/// Records what somebody said elsewhere, under ids of this window: all of it or nothing, and taken back at once.
pub fn record(app: &mut App, mut remarks: Vec<Remark>) -> Vec<Effect> {
    if remarks.is_empty() {
        return Vec::new();
    }
    let first = app.next_id().saturating_mul(MOST_AT_ONCE);
    for (remark, nth) in remarks.iter_mut().zip(0..) {
        remark.id = first - nth;
    }
    say_all(app, remarks)
}

fn say_all(app: &mut App, remarks: Vec<Remark>) -> Vec<Effect> {
    let Some(bench) = &mut app.bench else { return Vec::new() };
    let mut log = Log::clone(bench.log());
    log.remarks.extend(remarks.iter().cloned());
    bench.set_log(Arc::new(log));
    did(app, Deed::Said(remarks.iter().map(|remark| remark.id).collect()));
    let effects = save(app, ReviewChange::Say(remarks));
    update::changed(app);
    effects
}

/// Notes what was done, so that it can be taken back.
fn did(app: &mut App, deed: Deed) {
    let position = position(app);
    app.sayings.said.push((deed, position));
    app.sayings.taken_back.clear();
}

/// Returns how many edits of the model are in force.
fn position(app: &App) -> usize {
    app.bench.as_ref().map_or(0, |bench| bench.history().position)
}

/// Keeps a review that is new, or of which something that can change did.
pub fn keep_review(app: &mut App, review: Review) -> Vec<Effect> {
    let before = app.reviews.iter().find(|known| known.id == review.id).cloned();
    let effects = if before.is_some() {
        put_review(app, before.as_ref(), Some(&review))
    } else {
        show_review(app, &review);
        save(app, ReviewChange::Add(Box::new(review.clone())))
    };
    did(app, Deed::Review(before.map(Box::new), Some(Box::new(review))));
    effects
}

/// Removes a review. What was said in it stays said.
pub fn remove_review(app: &mut App, review: Review) -> Vec<Effect> {
    let effects = put_review(app, Some(&review), None);
    did(app, Deed::Review(Some(Box::new(review)), None));
    effects
}

fn show_review(app: &mut App, review: &Review) {
    app.reviews.push(review.clone());
    app.reviews.sort_by_key(|review| (review.at, review.id));
}

/// Makes of a review what it is then, as far as it is then otherwise than now: what another window changed of it meanwhile stays.
fn put_review(app: &mut App, now: Option<&Review>, then: Option<&Review>) -> Vec<Effect> {
    let (now, then) = match (now, then) {
        (None, None) => return Vec::new(),
        (Some(now), Some(then)) => (now, then),
        (None, Some(then)) => {
            show_review(app, then);
            return save(app, ReviewChange::Remove { id: then.id, removed: false });
        }
        (Some(now), None) => {
            app.reviews.retain(|known| known.id != now.id);
            return save(app, ReviewChange::Remove { id: now.id, removed: true });
        }
    };
    let mut changes = Vec::new();
    if let Some(known) = app.reviews.iter_mut().find(|known| known.id == then.id) {
        if (&now.name, &now.participants) != (&then.name, &then.participants) {
            known.name.clone_from(&then.name);
            known.participants.clone_from(&then.participants);
            changes.push(ReviewChange::Update(Box::new(known.clone())));
        }
        if now.outcome != then.outcome {
            known.outcome.clone_from(&then.outcome);
            changes.push(ReviewChange::End { id: then.id, outcome: then.outcome.clone().map(Box::new) });
        }
    }
    changes.into_iter().flat_map(|change| save(app, change)).collect()
}

/// Keeps how reviews are held.
pub fn keep_customs(app: &mut App, customs: Customs) -> Vec<Effect> {
    let before = std::mem::replace(&mut app.customs, customs.clone());
    did(app, Deed::Customs(Box::new(before), Box::new(customs.clone())));
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

/// Whether undo takes back something that was said or done here, before any edit of the model.
pub fn is_newest(app: &App) -> bool {
    app.sayings.said.last().is_some_and(|(_, at)| *at >= position(app))
}

/// Whether redo says or does again what was taken back, before any edit of the model.
pub fn is_next(app: &App) -> bool {
    app.sayings.taken_back.last().is_some_and(|(_, at)| *at <= position(app))
}

/// Takes back what was said or done last.
pub fn take_back(app: &mut App) -> Vec<Effect> {
    let Some(last) = app.sayings.said.pop() else { return Vec::new() };
    app.sayings.taken_back.push(last.clone());
    replay(app, &last.0, true)
}

/// Says or does again what was taken back last.
pub fn say_again(app: &mut App) -> Vec<Effect> {
    let Some(last) = app.sayings.taken_back.pop() else { return Vec::new() };
    app.sayings.said.push(last.clone());
    replay(app, &last.0, false)
}

/// Takes back one remark, however long ago it was made.
pub fn take_back_remark(app: &mut App, id: i64) -> Vec<Effect> {
    let deed = Deed::Said(vec![id]);
    let position = position(app);
    app.sayings.said.retain(|(said, _)| *said != deed);
    app.sayings.taken_back.push((deed.clone(), position));
    replay(app, &deed, true)
}

/// Undoes a deed, or does it again; says so.
fn replay(app: &mut App, deed: &Deed, undo: bool) -> Vec<Effect> {
    let (effects, what) = match deed {
        Deed::Said(ids) => strike(app, ids, undo),
        Deed::Review(before, after) => {
            let (now, then) = if undo { (after, before) } else { (before, after) };
            let name = now.as_ref().or(then.as_ref()).map(|review| review.name.clone()).unwrap_or_default();
            (put_review(app, now.as_deref(), then.as_deref()), msg!("review-named", name = name))
        }
        Deed::Customs(before, after) => {
            app.customs = Customs::clone(if undo { before } else { after });
            let customs = Box::new(app.customs.clone());
            (save(app, ReviewChange::Customs(customs)), msg!("review-settings"))
        }
    };
    update::changed(app);
    app.tell(Tone::Good, replayed(what, undo));
    effects
}

fn replayed(what: Msg, undo: bool) -> Msg {
    if undo { msg!("tui-undone", what = what) } else { msg!("tui-redone", what = what) }
}

/// Strikes remarks, or lets them count again; returns what they are called, too.
fn strike(app: &mut App, ids: &[i64], struck: bool) -> (Vec<Effect>, Msg) {
    let Some(bench) = &mut app.bench else { return (Vec::new(), msg!("verdict-none")) };
    let mut log = Log::clone(bench.log());
    let mut what = msg!("calls-read", verdicts = ids.len());
    let mut followed = None;
    for remark in log.remarks.iter_mut().filter(|remark| ids.contains(&remark.id)) {
        remark.struck = struck;
        if ids.len() == 1 {
            what = said(&remark.said);
            followed = Some(remark.lead.clone());
        }
    }
    bench.set_log(Arc::new(log));
    let effects = save(app, ReviewChange::Strike { ids: ids.to_vec(), struck });
    if let Some(lead) = followed {
        session::follow(app, &lead, struck);
    }
    (effects, what)
}

/// Takes over how everything stands in the file, unless something newer is on its way there.
pub fn told(app: &mut App, told: &ReviewsTold) {
    // What another window did says nothing of this window's changes.
    let upto = if told.upto == 0 { app.saving.saved } else { told.upto };
    // What could not be saved is on the screen alone.
    if upto != app.saving.sent || app.saving.failed && told.upto == 0 {
        return;
    }
    know(app, &told.given);
    app.reviews.clone_from(&told.reviews);
    app.customs = told.customs.clone();
    app.alerts_seen = Arc::clone(&told.alerts_seen);
    if let Some(bench) = &mut app.bench {
        bench.set_log(Arc::clone(&told.log));
    }
    update::changed(app);
}

/// Takes in which ids the file gave to what was made here.
fn know(app: &mut App, ids: &BTreeMap<i64, i64>) {
    app.sayings.given.clone_from(ids);
    let given = |id: i64| ids.get(&id).copied().unwrap_or(id);
    for (deed, _) in app.sayings.said.iter_mut().chain(&mut app.sayings.taken_back) {
        match deed {
            Deed::Said(ids) => ids.iter_mut().for_each(|id| *id = given(*id)),
            Deed::Review(before, after) => {
                before.iter_mut().chain(after).for_each(|review| review.id = given(review.id));
            }
            Deed::Customs(..) => {}
        }
    }
    app.session.review = app.session.review.map(given);
}

/// Returns the id that the file gave to what a form still knows under an id of its own.
pub fn known_as(app: &App, id: i64) -> i64 {
    app.sayings.given.get(&id).copied().unwrap_or(id)
}

/// Takes over what the workspace that was just opened holds.
pub fn opened(app: &mut App, told: ReviewsTold, same: bool) {
    if same {
        know(app, &told.given);
    } else {
        app.sayings = Sayings::default();
    }
    app.reviews = told.reviews;
    app.customs = told.customs;
    app.alerts_seen = told.alerts_seen;
    app.alerts_new.clear();
    if let Some(bench) = &mut app.bench {
        bench.set_log(told.log);
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

/// Returns a lead's key as it may be shown, masked where asked.
pub fn masked_key(app: &App, key: &str) -> String {
    let key = if app.prefs.masked && key.contains('@') { mask_email(key) } else { key.to_owned() };
    show(&key).into_owned()
}
