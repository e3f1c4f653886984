//! How warm a lead feels, before or beside its score. Never here: where the two disagree.

use crate::msg;
use crate::review::Hunch;
use crate::review::Said;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::saying;

/// Opens the question.
pub fn open(app: &mut App, lead: usize) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let key = bench.data().keys.get(lead).to_owned();
    let noted = bench.log().hunch(&key).map_or(Hunch::Warm, |(hunch, _)| hunch);
    let options = vec![msg!("hunch-word-hot"), msg!("hunch-word-warm"), msg!("hunch-word-cold")];
    let rows = vec![Row::choice("hunch", msg!("hunch-row"), options, noted as usize).hint(msg!("hunch-hint"))];
    let mut sheet = Sheet::acting(msg!("hunch-title", lead = saying::name(app, lead)), rows, save);
    sheet.of = key;
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn save(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let lead = saying::lead(app, &sheet.of)?;
    let said = Said::Hunch(Hunch::ALL[sheet.choice("hunch").min(Hunch::ALL.len() - 1)]);
    let what = saying::said(&said);
    let effects = saying::say(app, lead, said, app.review_held());
    let who = saying::name(app, lead);
    app.tell_done(msg!("verdict-said", lead = who, verdict = what));
    Ok(effects)
}
