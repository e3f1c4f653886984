//! The forms of a review: a new one with its sample, its name and who takes part, and its end. Never here: which leads a sample takes.

use crate::engine::rank::Fifth;
use crate::model::Edit;
use crate::model::Part;
use crate::model::Side;
use crate::model::to_ron;
use crate::msg;
use crate::review::session::Outcome;
use crate::review::session::Review;
use crate::review::session::Sample;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::overlays::sheet::day;
use crate::tui::saying;
use crate::tui::screens::review::list;
use crate::tui::screens::session;
use crate::tui::theme::Role;
use crate::tui::update;
use crate::workbench::Workbench;

/// Up to so many leads of the top group are all taken unless somebody says otherwise; of more, this many are drawn.
const TOP_IN_FULL: usize = 40;
const DRAWN: i64 = 20;
/// Numbers by which a sample is drawn again; short enough to be said aloud.
const SEEDS: i64 = 1_000_000;
/// The largest sample: more leads are no review.
const MOST: i64 = 1_000;
/// How far off the next review is unless somebody says otherwise: reviewing each quarter is usual.
const MONTHS_TO_NEXT: chrono::Months = chrono::Months::new(3);

/// What a sample is drawn from, in the order of the choice.
const FIFTHS: usize = 0;
const CELL: usize = 1;
const ZONE: usize = 2;

/// Opens the form of a new review.
pub fn open_new(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let (model, cut) = (bench.model(), bench.cut());
    let today = app.lang.date(app.now(), app.prefs.zone);
    let mut kinds = vec![
        msg!("review-kind-fifths", share = u32::from(model.top_share)),
        msg!("review-kind-cell"),
        msg!("review-kind-zone"),
    ];
    if model.zones.is_empty() {
        kinds.truncate(ZONE);
    }
    let named = |text: &str| msg!("tell-text", text = text);
    let bands = |side| (0..model.n_bands(side)).rev().map(|band| named(model.label(side, band))).collect::<Vec<_>>();
    let zones = model.zones.iter().map(|zone| named(&app.words(&zone.title, &zone.name))).collect();
    let drawn = |id: &'static str, label, n| Row::whole(id, label, n, (0, MOST)).or(msg!("review-all"));
    let rows = vec![
        Row::text("name", msg!("tui-row-name"), &free_name(app, app.say(&msg!("review-name", date = today)))),
        Row::text("who", msg!("review-row-who"), &app.prefs.person).hint(msg!("review-hint-who")),
        Row::choice("kind", msg!("review-row-kind"), kinds, FIFTHS),
        drawn("top", msg!("review-row-top"), (cut.n_top > TOP_IN_FULL).then_some(DRAWN)).hint(msg!("review-hint-top")),
        drawn("next", msg!("review-row-next"), Some(DRAWN)).hint(msg!("review-hint-next")),
        Row::choice("row", msg!("review-row-row"), bands(Side::Rows), 0),
        Row::choice("column", msg!("review-row-column"), bands(Side::Columns), 0),
        Row::choice("zone", msg!("review-row-zone"), zones, 0),
        drawn("most", msg!("review-row-most"), None),
        Row::whole("seed", msg!("review-row-seed"), Some(app.now().rem_euclid(SEEDS)), (0, i64::MAX))
            .hint(msg!("review-hint-seed")),
    ];
    let sheet = Sheet::acting(msg!("review-new"), rows, begin).live(live);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Shows the rows of the kind of sample that is chosen, and what will be drawn.
fn live(sheet: &mut Sheet, bench: &Workbench) {
    let kind = sheet.choice("kind");
    for (row, of) in [("top", FIFTHS), ("next", FIFTHS), ("row", CELL), ("column", CELL), ("zone", ZONE)] {
        sheet.show(row, kind == of);
    }
    sheet.show("most", kind != FIFTHS);
    sheet.notes.clear();
    let Ok(sample) = sample(sheet, bench) else { return };
    let sizes = bench.sample_sizes(&sample);
    let note = match sizes.as_slice() {
        _ if sizes.iter().all(|(drawn, _)| *drawn == 0) => (Role::Warn, msg!("review-nobody")),
        [(top, of_top), (next, of_next)] => {
            let share = u32::from(bench.model().top_share);
            let drawn =
                msg!("review-will-draw", top = *top, of_top = *of_top, next = *next, of_next = *of_next, share = share);
            (Role::Good, drawn)
        }
        sizes => {
            let (drawn, of) = sizes.first().copied().unwrap_or_default();
            (Role::Good, msg!("review-will-draw-some", drawn = drawn, of = of))
        }
    };
    sheet.notes.push(note);
}

/// Returns the sample that is filled in.
fn sample(sheet: &Sheet, bench: &Workbench) -> Result<Sample, Wrong> {
    let model = bench.model();
    let band = |id: &'static str, side| {
        let last = model.n_bands(side).saturating_sub(1);
        model.label(side, last.saturating_sub(sheet.choice(id))).to_owned()
    };
    let most = sheet.count("most")?;
    Ok(match sheet.choice("kind") {
        CELL => Sample::Cell { row: band("row", Side::Rows), column: band("column", Side::Columns), most },
        ZONE => {
            let zone = model.zones.get(sheet.choice("zone"));
            Sample::Zone { name: zone.map(|zone| zone.name.clone()).unwrap_or_default(), most }
        }
        _ => Sample::Fifths { top: sheet.count("top")?, next: sheet.count("next")? },
    })
}

/// Returns the people named, apart by commas.
fn people(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Returns the open model's text.
fn model_text(bench: &Workbench) -> Result<String, Wrong> {
    to_ron(bench.model()).map_err(|faults| {
        let fault = faults.into_iter().next().map(|fault| fault.text);
        Wrong::from(fault.unwrap_or_else(|| msg!("cli-no-model")))
    })
}

/// Draws the sample and begins the review.
fn begin(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let Some(bench) = &app.bench else { return Ok(Vec::new()) };
    let sample = sample(sheet, bench)?;
    let seed = sheet.must_whole("seed")?.unsigned_abs();
    let leads = bench.sample(&sample, seed);
    if leads.is_empty() {
        return Err(Wrong::from(msg!("review-nobody")));
    }
    let review = Review {
        id: app.next_id(),
        name: sheet.name("name")?,
        at: app.now(),
        participants: people(sheet.text("who")),
        sample,
        seed,
        model: bench.model().name.clone(),
        as_of: bench.as_of(),
        before: model_text(bench)?,
        leads,
        outcome: None,
    };
    let (id, n) = (review.id, review.leads.len());
    let effects = saying::keep_review(app, review);
    session::open(app, id);
    app.tell_done(msg!("review-begun", n = n));
    Ok(effects)
}

/// Opens the form of a review's name and participants.
pub fn open_edit(app: &mut App, id: i64) -> Vec<Effect> {
    let Some(review) = session::find(app, id) else { return Vec::new() };
    let rows = vec![
        Row::text("name", msg!("tui-row-name"), &review.name),
        Row::text("who", msg!("review-row-who"), &review.participants.join(", ")).hint(msg!("review-hint-who")),
    ];
    let mut sheet = Sheet::acting(msg!("review-named", name = &review.name), rows, rename);
    sheet.of = id.to_string();
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Returns the review that a form is of. Its id may be another by now: the file gave it one while the form was open.
fn review_of(sheet: &Sheet, app: &App) -> Result<Review, Wrong> {
    let id = sheet.of.parse().ok();
    let given = id.and_then(|id| session::find(app, saying::known_as(app, id)));
    given.cloned().ok_or_else(|| Wrong::from(msg!("store-no-review")))
}

fn rename(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let before = review_of(sheet, app)?;
    let review = Review { name: sheet.name("name")?, participants: people(sheet.text("who")), ..before.clone() };
    if review == before {
        return Ok(Vec::new());
    }
    let name = review.name.clone();
    let effects = saying::keep_review(app, review);
    app.tell_done(msg!("review-changed", name = name));
    Ok(effects)
}

/// Returns a name that no review has: the one proposed, or the first free number behind it.
fn free_name(app: &App, name: String) -> String {
    let is_taken = |name: &String| app.reviews.iter().any(|review| review.name == *name);
    let mut numbered = (2..).map(|nth| format!("{name} ({nth})"));
    if is_taken(&name) { numbered.find(|name| !is_taken(name)).unwrap_or_default() } else { name }
}

/// Opens the form that ends a review: what is left open, and when the next one is.
pub fn open_end(app: &mut App, id: i64) -> Vec<Effect> {
    let Some(review) = session::find(app, id) else { return Vec::new() };
    let today =
        chrono::DateTime::from_timestamp(app.now(), 0).map(|now| now.with_timezone(&app.prefs.zone).date_naive());
    let next = today.and_then(|today| today.checked_add_months(MONTHS_TO_NEXT));
    let next = next.map(|next| next.format("%Y-%m-%d").to_string()).unwrap_or_default();
    let mut rows = point(1);
    rows.push(Row::add("points", msg!("review-add-point"), point));
    rows.push(Row::day("next", msg!("parts-review"), &next).hint(msg!("review-hint-next-day")));
    let title = msg!("review-ending", name = &review.name);
    let mut sheet = Sheet::acting(title, rows, end).live(|sheet, bench| {
        sheet.notes = day(sheet.text("next"))
            .filter(|day| bench.model().next_review != day.format("%Y-%m-%d").to_string())
            .map(|_| (Role::Muted, msg!("review-next-into-model", model = &bench.model().name)))
            .into_iter()
            .collect();
    });
    sheet.of = id.to_string();
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// The row of one open point.
fn point(entry: usize) -> Vec<Row> {
    vec![Row::text(("point", entry), msg!("review-row-point", n = entry), "").hint(msg!("review-hint-point"))]
}

/// Ends the review with what came of it. The day of the next one becomes the model's, so that its checks remind of it.
fn end(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let review = review_of(sheet, app)?;
    let Some(bench) = &app.bench else { return Ok(Vec::new()) };
    let points: Vec<&str> = sheet
        .entries("point")
        .into_iter()
        .map(|entry| sheet.text(("point", entry)))
        .filter(|point| !point.is_empty())
        .collect();
    let next = sheet.day("next")?;
    let (of_the_open, known) = (bench.model().name == review.model, bench.model().next_review.clone());
    let (id, name, at) = (review.id, review.name.clone(), app.now());
    let mut effects = Vec::new();
    if of_the_open && !next.is_empty() && next != known {
        effects.extend(update::edit(app, Edit::Set(vec![Part::NextReview(next.clone())])));
    }
    let Some(bench) = &app.bench else { return Ok(effects) };
    let outcome = Outcome { at, after: model_text(bench)?, open_points: points.join("\n"), next };
    effects.extend(saying::keep_review(app, Review { outcome: Some(outcome), ..review }));
    list::show(app, id);
    app.tell_done(msg!("review-ended", name = name));
    Ok(effects)
}

/// Says a sample in words.
pub fn sample_words(app: &App, review: &Review) -> Msg {
    let share = app.bench.as_ref().map_or(20, |bench| u32::from(bench.model().top_share));
    let n = review.leads.len();
    match &review.sample {
        Sample::Fifths { .. } => {
            let of = |fifth| review.leads.iter().filter(|sampled| sampled.fifth == fifth).count();
            let (top, next) = (of(Fifth::Top), of(Fifth::Next));
            if next == 0 {
                msg!("review-sample-top", top = top, share = share)
            } else {
                msg!("review-sample-fifths", top = top, next = next, share = share)
            }
        }
        Sample::Cell { row, column, .. } => msg!("review-sample-cell", n = n, row = row, column = column),
        Sample::Zone { name, .. } => {
            let zone = app.bench.as_ref().and_then(|bench| bench.model().zone(name));
            let zone = zone.map_or_else(|| name.clone(), |zone| app.words(&zone.title, name));
            msg!("review-sample-zone", n = n, zone = zone)
        }
    }
}
