//! A verdict with its reason and a note, for whoever meets the lead next. Never here: what is done with either.

use crate::msg;
use crate::review::Said;
use crate::review::Verdict;
use crate::review::customs::Customs;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::saying;

/// Returns the reasons a person may choose from, those of a verdict first; the program's own where the workspace has none.
pub fn reasons(customs: &Customs, lang: Lang, verdict: Verdict) -> Vec<String> {
    let Some(reasons) = &customs.reasons else {
        let own = match verdict {
            Verdict::TooEarly => msg!("reasons-too-early"),
            Verdict::TooLate => msg!("reasons-too-late"),
            Verdict::OffTarget => msg!("reasons-off-target"),
            Verdict::Right => msg!("reasons-right"),
        };
        return lang.say(&own).split(';').map(|reason| reason.trim().to_owned()).collect();
    };
    let of = |fits: fn(Option<Verdict>, Verdict) -> bool| {
        reasons.iter().filter(move |reason| fits(reason.verdict, verdict)).map(|reason| reason.text.clone())
    };
    of(|of, verdict| of == Some(verdict)).chain(of(|of, _| of.is_none())).collect()
}

/// Opens the form on the verdict that a lead has.
pub fn open(app: &mut App, lead: usize) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let Some(standing) = bench.verdict_of(lead) else {
        app.tell(Tone::Plain, msg!("comment-needs-verdict"));
        return Vec::new();
    };
    let mut reasons = reasons(&app.customs, app.lang, standing.verdict);
    if !standing.reason.is_empty() && !reasons.iter().any(|reason| reason == standing.reason) {
        reasons.push(standing.reason.to_owned());
    }
    let chosen = reasons.iter().position(|reason| reason == standing.reason).map_or(0, |at| at + 1);
    let options: Vec<Msg> = std::iter::once(msg!("comment-no-reason"))
        .chain(reasons.iter().map(|reason| msg!("comment-reason-text", text = reason)))
        .collect();
    let verdicts = Verdict::ALL.map(saying::verdict).to_vec();
    let rows = vec![
        Row::choice("verdict", msg!("comment-row-verdict"), verdicts, standing.verdict as usize),
        Row::choice("reason", msg!("comment-row-reason"), options, chosen).hint(msg!("comment-hint-reason")),
        Row::text("note", msg!("comment-row-note"), standing.note).hint(msg!("comment-hint-note")),
    ];
    let key = bench.data().keys.get(lead).to_owned();
    let mut sheet = Sheet::acting(msg!("comment-title", lead = saying::name(app, lead)), rows, save);
    sheet.of = key;
    sheet.select("reason");
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

fn save(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let lead = saying::lead(app, &sheet.of)?;
    let verdict = Verdict::ALL[sheet.choice("verdict").min(Verdict::ALL.len() - 1)];
    let reason = match sheet.find("reason").map(|row| &row.field) {
        Some(overlays::sheet::Field::Choice(options, at)) if *at > 0 => app.say(&options[*at]),
        _ => String::new(),
    };
    let said = Said::Verdict { verdict, reason, note: sheet.text("note").to_owned() };
    let effects = saying::say(app, lead, said, app.review_held());
    let who = saying::name(app, lead);
    app.tell_done(msg!("verdict-said", lead = who, verdict = saying::verdict(verdict)));
    Ok(effects)
}
