//! How the versions of a model are drawn: the list, and below it what differs; and the form of a new one.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::width;
use crate::text::wrap;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::form::FormRow;
use crate::tui::draw::form::RowValue;
use crate::tui::draw::form::form_box;
use crate::tui::draw::nth;
use crate::tui::overlays::naming::VersionForm;
use crate::tui::overlays::versions::Version;
use crate::tui::overlays::versions::VersionsList;
use crate::tui::overlays::versions::VersionsOf;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::centred;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::workbench::differences;

/// The list's height at most, borders included.
const HIGH: u16 = 20;
/// Width of a version's name and of its date.
const NAME: u16 = 24;
const DATE: u16 = 18;

pub(super) fn list(app: &App, list: &VersionsList, area: Rect, buf: &mut Buffer) {
    let place = popup::popup_area(area, 96, HIGH);
    let title = app.say(&msg!("versions-of", model = &list.name));
    let inner = popup::frame(buf, place, &title, "", &app.theme);
    let Some(found) = &list.found else {
        let text = app.say(&msg!("versions-reading"));
        put(buf, nth(inner, 0), &text, Align::Left, app.theme.style(Role::Muted), &app.theme);
        return;
    };
    let n = found.versions.len() + 1;
    let page = n.min(usize::from(inner.height) / 2);
    let first = centred(list.row, page, n);
    for row in first..(first + page).min(n) {
        let line = nth(inner, u16::try_from(row - first).unwrap_or(u16::MAX));
        version_line(app, found, row, row == list.row, line, buf);
    }
    let top = u16::try_from(page).unwrap_or(0);
    let below = Rect { y: inner.y + top, height: inner.height.saturating_sub(top), ..inner };
    differing(app, list, below, buf);
}

fn version_line(app: &App, found: &VersionsOf, row: usize, on: bool, line: Rect, buf: &mut Buffer) {
    let style = |role| app.theme.style(if on { Role::Selected } else { role });
    buf.set_style(line, style(Role::Text));
    let version = row.checked_sub(1).and_then(|row| found.versions.iter().rev().nth(row));
    let mark = if on { app.theme.glyphs.cursor } else { ' ' };
    let name = version.map_or_else(|| app.say(&msg!("versions-draft")), |version| clean(&version.name));
    let name_place = Rect { width: NAME.min(line.width), ..line };
    put(buf, name_place, &format!("{mark} {name}"), Align::Left, style(Role::Text), &app.theme);
    let rest = Rect { x: name_place.right() + 1, width: line.width.saturating_sub(NAME + 1), ..line };
    let Some(version) = version else {
        let text = app.say(&msg!("versions-draft-note"));
        put(buf, rest, &text, Align::Left, style(Role::Muted), &app.theme);
        return;
    };
    let date = app.lang.date_time(version.at, app.prefs.zone);
    put(buf, rest, &date, Align::Left, style(Role::Muted), &app.theme);
    let baseline = if found.baseline.as_ref() == Some(&version.name) {
        app.say(&msg!("versions-is-baseline"))
    } else {
        String::new()
    };
    let note = u16::try_from(width(&baseline)).unwrap_or(0).min(rest.width);
    let reason = Rect { x: rest.x + DATE.min(rest.width), width: rest.width.saturating_sub(DATE + note + 1), ..rest };
    put(buf, reason, &clean(&version.reason), Align::Left, style(Role::Text), &app.theme);
    put(buf, rest, &baseline, Align::Right, style(Role::Key), &app.theme);
}

/// Says what differs between the version under the cursor and what it is compared with.
fn differing(app: &App, list: &VersionsList, area: Rect, buf: &mut Buffer) {
    let heading = app.say(&heading(list));
    let rule = app.theme.glyphs.border.horizontal_top;
    let line = nth(area, 0);
    put(buf, line, &rule.repeat(usize::from(line.width)), Align::Left, app.theme.style(Role::Border), &app.theme);
    put(buf, line, &format!("{rule} {heading} "), Align::Left, app.theme.style(Role::Title), &app.theme);
    let list_area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let told: Vec<Msg> = match list.compared(app) {
        Some((from, to)) => differences(from, to, app.lang == Lang::Fr),
        None => vec![msg!("versions-first")],
    };
    let told = if told.is_empty() { vec![msg!("versions-no-difference")] } else { told };
    let wide = usize::from(list_area.width).saturating_sub(2);
    let lines: Vec<String> = told.iter().flat_map(|msg| wrap(&app.say(msg), wide)).collect();
    let page = usize::from(list_area.height);
    let first = list.first.min(lines.len().saturating_sub(page));
    for (index, text) in lines.iter().skip(first).take(page).enumerate() {
        let place = nth(list_area, u16::try_from(index).unwrap_or(u16::MAX));
        let place = Rect { x: place.x + 2.min(place.width), width: place.width.saturating_sub(2), ..place };
        let left = lines.len() - first - page.min(lines.len() - first);
        if index + 1 == page && left > 0 {
            let more = app.say(&msg!("versions-more", n = left + 1));
            put(buf, place, &more, Align::Left, app.theme.style(Role::Muted), &app.theme);
        } else {
            put(buf, place, text, Align::Left, app.theme.style(Role::Text), &app.theme);
        }
    }
}

fn heading(list: &VersionsList) -> Msg {
    let name = |version: &Version| version.name.clone();
    let before = list.found.as_ref().and_then(|found| found.versions.iter().rev().nth(list.row)).map(name);
    match (list.current(), before) {
        (None, None) => msg!("versions-none-yet"),
        (None, Some(newest)) => msg!("versions-from-to-draft", from = newest),
        (Some(version), Some(before)) if list.stepwise => {
            msg!("versions-from-to", from = before, to = name(version))
        }
        (Some(version), None) if list.stepwise => msg!("versions-the-first", name = name(version)),
        (Some(version), _) => msg!("versions-from-to-draft", from = name(version)),
    }
}

pub(super) fn form(app: &App, form: &VersionForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let say = |msg: Msg| app.say(&msg);
    let baseline = if form.baseline { msg!("tui-yes") } else { msg!("tui-no") };
    let rows = [
        FormRow { label: say(msg!("versions-row-name")), value: RowValue::Input(&form.name) },
        FormRow { label: say(msg!("versions-row-reason")), value: RowValue::Input(&form.reason) },
        FormRow { label: say(msg!("versions-row-baseline")), value: RowValue::Choice(say(baseline)) },
        FormRow { label: say(msg!("tui-row-none")), value: RowValue::Button(say(msg!("tui-save"))) },
    ];
    let notes = [(Role::Muted, say(msg!("versions-form-note")))];
    form_box(app, &msg!("versions-new"), rows.into(), form.row, &notes, area, buf)
}
