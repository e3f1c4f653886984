//! How reviews are held in the workspace: the reasons to choose from, the flagged share, the hunch before the score. Never here: the
//! working week, which has a form of its own.

use crate::msg;
use crate::review::Verdict;
use crate::review::customs::Customs;
use crate::review::customs::Reason;
use crate::text::Lang;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::overlays;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::comment;
use crate::tui::overlays::sheet::Row;
use crate::tui::overlays::sheet::Sheet;
use crate::tui::overlays::sheet::Wrong;
use crate::tui::saying;

/// Opens the form.
pub fn open(app: &mut App) -> Vec<Effect> {
    let customs = &app.customs;
    let yes_no = vec![msg!("tui-off"), msg!("tui-on")];
    let mut rows = vec![
        Row::choice("hunch", msg!("review-row-hunch-first"), yes_no, usize::from(customs.hunch_first))
            .hint(msg!("review-hint-hunch-first")),
        Row::whole("flagged", msg!("review-row-flagged"), Some(i64::from(customs.flagged_share)), (1, 100))
            .hint(msg!("review-hint-flagged")),
    ];
    let reasons = customs.reasons.clone().unwrap_or_else(|| own(app.lang));
    rows.extend(reasons.iter().zip(1..).flat_map(|(reason, entry)| entry_rows(entry, &reason.text, reason.verdict)));
    rows.push(Row::add("reasons", msg!("review-add-reason"), |entry| entry_rows(entry, "", None)));
    let sheet = Sheet::acting(msg!("review-settings"), rows, save);
    overlays::open(app, Overlay::Sheet(Box::new(sheet)))
}

/// Returns the program's own reasons.
fn own(lang: Lang) -> Vec<Reason> {
    let customs = Customs::default();
    let of = |verdict| {
        let texts = comment::reasons(&customs, lang, verdict).into_iter();
        texts.map(move |text| Reason { text, verdict: Some(verdict) })
    };
    Verdict::ALL.into_iter().flat_map(of).collect()
}

/// The two rows of a reason: its text, and the verdict it explains.
fn entry_rows(entry: usize, text: &str, verdict: Option<Verdict>) -> Vec<Row> {
    let any: Msg = msg!("review-any-verdict");
    let verdicts = std::iter::once(any).chain(Verdict::ALL.map(saying::verdict)).collect();
    let at = verdict.map_or(0, |verdict| verdict as usize + 1);
    vec![
        Row::text(("reason", entry), msg!("review-row-reason", n = entry), text).or(msg!("review-no-reason")),
        Row::choice(("of", entry), msg!("review-row-reason-of"), verdicts, at).hint(msg!("review-hint-reason-of")),
    ]
}

fn save(sheet: &Sheet, app: &mut App) -> Result<Vec<Effect>, Wrong> {
    let reason = |entry: usize| {
        let text = sheet.text(("reason", entry)).to_owned();
        let verdict = sheet.choice(("of", entry)).checked_sub(1).and_then(|at| Verdict::ALL.get(at).copied());
        (!text.is_empty()).then_some(Reason { text, verdict })
    };
    let reasons: Vec<Reason> = sheet.entries("reason").into_iter().filter_map(reason).collect();
    // The program's own stay its own, in the language of whoever looks.
    let is_own = app.customs.reasons.is_none() && reasons == own(app.lang);
    let customs = Customs {
        reasons: (!is_own).then_some(reasons),
        flagged_share: u8::try_from(sheet.must_whole("flagged")?).unwrap_or(100),
        hunch_first: sheet.choice("hunch") == 1,
        ..app.customs.clone()
    };
    if customs == app.customs {
        return Ok(Vec::new());
    }
    let effects = saying::keep_customs(app, customs);
    app.tell_done(msg!("review-settings-saved"));
    Ok(effects)
}
