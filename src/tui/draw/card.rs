//! What a lead's card says beside its ledger: how near it is to standing elsewhere, what is tried, and what was said of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Margin;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::model::Side;
use crate::msg;
use crate::review::Remark;
use crate::review::Said;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::leads;
use crate::tui::draw::nth;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::words;
use crate::tui::saying;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::panel;
use crate::tui::widgets::put;
use crate::workbench::CutMargin;
use crate::workbench::LeadRow;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// Most lines of what was said.
const MOST_LINES: usize = 5;

/// Says the lead's value and band on each axis.
pub(super) fn bands(app: &App, bench: &Workbench, row: &LeadRow<'_>) -> Vec<String> {
    let sides = [(Side::Rows, row.row_band, row.rows), (Side::Columns, row.column_band, row.columns)];
    let present = sides.into_iter().filter(|(side, ..)| !bench.model().axis(*side).is_absent());
    let told = present.map(|(side, band, value)| {
        let axis = axis_name(app, bench, side);
        app.say(&msg!("tui-lead-axis", axis = axis, band = band, value = app.lang.points(value)))
    });
    told.collect()
}

/// Says the lead's rank and group.
pub(super) fn rank(app: &App, bench: &Workbench, row: &LeadRow<'_>) -> String {
    let fifth = tell::fifth(row.fifth, bench.model().top_share);
    app.say(&match row.rank {
        Some(rank) => msg!("tui-lead-rank", rank = rank, of = bench.scores().size(), fifth = fifth),
        None => msg!("tui-lead-outside"),
    })
}

/// Says how far the lead is from the edges of its bands.
pub(super) fn edges(app: &App) -> Option<String> {
    let told = app.detail.bands.iter().flat_map(|margin| {
        let above = margin
            .above
            .map(|above| app.say(&msg!("detail-band", band = clean(&margin.label), above = app.lang.points(above))));
        let next = margin.next.as_ref().map(|(label, missing)| {
            app.say(&msg!("detail-band-next", missing = app.lang.points(*missing), next = clean(label)))
        });
        [above, next].into_iter().flatten()
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// Says how far the lead is from the other side of the top group's cut.
pub(super) fn cut(app: &App, bench: &Workbench) -> Option<String> {
    let share = u32::from(bench.model().top_share);
    Some(app.say(&match app.detail.cut.as_ref()? {
        CutMargin::Leaves(criteria) if criteria.is_empty() => msg!("detail-leaves-not", share = share),
        CutMargin::Leaves(criteria) => msg!("detail-leaves", share = share, criteria = joined(app, bench, criteria)),
        CutMargin::Misses(Some(0) | None) => msg!("detail-misses-tie", share = share),
        CutMargin::Misses(Some(missing)) => msg!("detail-misses", missing = app.lang.points(*missing), share = share),
    }))
}

/// Returns the names of criteria as one phrase.
fn joined(app: &App, bench: &Workbench, names: &[String]) -> String {
    let title =
        |name: &String| bench.model().criterion(name).map_or_else(|| clean(name), |c| words(app, &c.title, name));
    let mut phrase = names.first().map(title).unwrap_or_default();
    for name in names.iter().skip(1) {
        phrase = app.say(&msg!("detail-and", a = phrase, b = title(name)));
    }
    phrase
}

/// Says where the lead would stand with the weight that is tried.
pub(in crate::tui) fn tried(app: &App, bench: &Workbench) -> Option<Msg> {
    let (name, weight, found) = app.detail.tried.as_ref()?;
    let criterion = joined(app, bench, std::slice::from_ref(name));
    let weight = app.lang.points(weight * crate::model::POINT);
    let Some(rank) = found.rank else {
        return Some(msg!("detail-tried-none", criterion = criterion, weight = weight));
    };
    let side = bench.model().criteria().find(|(_, _, criterion)| criterion.name == *name).map(|(side, ..)| side)?;
    let value = app.lang.points(if side == Side::Rows { found.rows } else { found.columns });
    let cell = [&found.row_band, &found.column_band].map(|label| clean(label)).join(" ").trim().to_owned();
    Some(msg!("detail-tried", criterion = criterion, weight = weight, cell = cell, value = value, rank = rank))
}

/// Returns the lines of what was said of a lead, the newest first.
fn lines(app: &App, bench: &Workbench, lead: usize) -> Vec<(Role, String)> {
    let key = bench.data().keys.get(lead);
    let mut lines = Vec::new();
    if let Some(hunch) = bench.disagreement(lead) {
        let fifth = tell::fifth(bench.cut().fifths[lead], bench.model().top_share);
        lines.push((
            Role::Warn,
            app.say(&msg!("detail-disagrees", hunch = saying::said(&Said::Hunch(hunch)), fifth = fifth)),
        ));
    }
    for remark in bench.log().of(key) {
        lines.push((Role::Text, headline(app, remark)));
        if let Said::Verdict { reason, note, .. } = &remark.said {
            let told: Vec<String> = [reason.as_str(), if app.prefs.masked { "" } else { note }]
                .into_iter()
                .filter(|text| !text.is_empty())
                .map(clean)
                .collect();
            if !told.is_empty() {
                lines.push((Role::Muted, format!("  {}", told.join(" · "))));
            }
        }
    }
    lines.truncate(MOST_LINES);
    lines
}

fn headline(app: &App, remark: &Remark) -> String {
    let what = match &remark.said {
        Said::Verdict { verdict, .. } => leads::verdict(app, Some(*verdict)),
        said => app.say(&saying::said(said)),
    };
    let date = app.lang.date(remark.at, app.prefs.zone);
    app.say(&if remark.by.is_empty() {
        msg!("detail-said-anonymous", what = what, date = date)
    } else {
        msg!("detail-said-by", what = what, date = date, who = clean(&remark.by))
    })
}

/// Returns how many lines what was said of a lead takes, with its frame.
pub(super) fn height(app: &App, bench: &Workbench, lead: usize) -> u16 {
    u16::try_from(lines(app, bench, lead).len().max(1) + 2).unwrap_or(3)
}

/// Draws what was said of a lead.
pub(super) fn remarks(app: &App, bench: &Workbench, lead: usize, area: Rect, buf: &mut Buffer) {
    panel(&app.say(&msg!("detail-said")), "", false, &app.theme).render(area, buf);
    let inner = area.inner(Margin::new(1, 1));
    let lines = lines(app, bench, lead);
    if lines.is_empty() {
        put(
            buf,
            nth(inner, 0),
            &app.say(&msg!("detail-said-none")),
            Align::Left,
            app.theme.style(Role::Muted),
            &app.theme,
        );
    }
    for (index, (role, text)) in (0..inner.height).zip(lines) {
        put(buf, nth(inner, index), &text, Align::Left, app.theme.style(role), &app.theme);
    }
}
