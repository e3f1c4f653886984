//! How overlays look: forms as rows of label and value, lists to choose from, questions.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use tui_input::Input;

use crate::engine::predicate::DataError;
use crate::model::Predicate;
use crate::model::Side;
use crate::msg;
use crate::text::Lang;
use crate::text::Msg;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::int;
use crate::tui::draw::models;
use crate::tui::draw::nth;
use crate::tui::draw::versions;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::bands::BandsForm;
use crate::tui::overlays::caps::CapsForm;
use crate::tui::overlays::condition;
use crate::tui::overlays::condition::ConditionForm;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::form;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::settings::Setting;
use crate::tui::overlays::settings::SettingsForm;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::histogram::Histogram;
use crate::tui::widgets::picker::PickerView;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;
use crate::workbench::tell;

/// Width of a form, borders included.
const FORM_WIDTH: u16 = 74;
/// Width of a form's labels.
const LABEL_WIDTH: u16 = 18;

pub(super) fn render(app: &App, overlay: &Overlay, area: Rect, buf: &mut Buffer) -> Option<Position> {
    match overlay {
        Overlay::Form(form) => criterion(app, form, area, buf),
        Overlay::Condition(form) => condition(app, form, area, buf),
        Overlay::Choosing(choosing) => choosing_from(app, choosing, area, buf),
        Overlay::Prompt(prompt) => question(app, prompt, area, buf),
        Overlay::Bands(form) => bands(app, form, area, buf),
        Overlay::Caps(form) => caps(app, form, area, buf),
        Overlay::Models(list) => {
            models::list(app, list, area, buf);
            None
        }
        Overlay::ModelFile(chooser) => models::file(app, chooser, area, buf),
        Overlay::Versions(list) => {
            versions::list(app, list, area, buf);
            None
        }
        Overlay::Version(form) => versions::form(app, form, area, buf),
        Overlay::AsOf(form) => models::as_of(app, form, area, buf),
        Overlay::Settings(form) => settings(app, form, area, buf),
        Overlay::Confirm(confirm) => yes_or_no(app, confirm, area, buf),
    }
}

/// Returns the actions an overlay's footer shows.
pub(super) fn footer(overlay: &Overlay) -> &'static [&'static [Action]] {
    use Action::{
        Accept, AsOfUsual, Back, BandEdgeDown, BandEdgeUp, CompareWith, Delete, Duplicate, Edit, Mark, MoveDown,
        MoveLeft, MoveRight, MoveUp, New, NextPane, Open, PageDown, PageUp, RenameModel, RestoreVersion, SaveVersion,
        SetBaseline, TypeWeight, Versions,
    };
    match overlay {
        Overlay::Form(_) | Overlay::Condition(_) => {
            &[&[MoveUp, MoveDown], &[MoveLeft, MoveRight], &[Accept], &[Delete], &[Back]]
        }
        Overlay::Choosing(_) => &[&[MoveUp, MoveDown], &[Mark], &[Accept], &[Back]],
        Overlay::Prompt(_) | Overlay::Caps(_) => &[&[Accept], &[NextPane], &[Back]],
        Overlay::Bands(_) => {
            &[&[MoveUp, MoveDown], &[BandEdgeDown, BandEdgeUp], &[TypeWeight], &[Edit], &[NextPane], &[Back]]
        }
        Overlay::Models(_) => {
            &[&[MoveUp, MoveDown], &[Open], &[Versions], &[New], &[Duplicate], &[RenameModel], &[Back]]
        }
        Overlay::ModelFile(_) => &[&[MoveUp, MoveDown], &[Accept], &[Back]],
        Overlay::Versions(_) => {
            &[&[MoveUp, MoveDown], &[RestoreVersion], &[SetBaseline], &[SaveVersion], &[CompareWith], &[Back]]
        }
        Overlay::Version(_) => &[&[MoveUp, MoveDown], &[Accept], &[Back]],
        Overlay::AsOf(_) => &[&[MoveDown, MoveUp], &[PageDown, PageUp], &[Accept], &[AsOfUsual], &[Back]],
        Overlay::Settings(_) => &[&[MoveUp, MoveDown], &[MoveLeft, MoveRight], &[Back]],
        Overlay::Confirm(_) => &[&[MoveLeft, MoveRight], &[Accept], &[Back]],
    }
}

/// A row of a form: what it is, and what stands in it.
pub(super) struct FormRow<'a> {
    pub(super) label: String,
    pub(super) value: RowValue<'a>,
}

pub(super) enum RowValue<'a> {
    Input(&'a Input),
    /// One of several, turned with the arrows.
    Choice(String),
    /// Chosen in a list or a form of its own.
    Pick(String),
    Button(String),
}

/// Draws a form: rows, then notes. Returns where the text cursor stands.
pub(super) fn form_box(
    app: &App,
    title: &Msg,
    rows: &[FormRow],
    selected: usize,
    notes: &[(Role, String)],
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let width = usize::from(FORM_WIDTH.min(area.width)).saturating_sub(4);
    let notes: Vec<(Role, String)> =
        notes.iter().flat_map(|(role, note)| wrap(note, width).into_iter().take(3).map(|part| (*role, part))).collect();
    let height = u16::try_from(rows.len() + notes.len() + 3).unwrap_or(area.height);
    let place = popup::popup_area(area, FORM_WIDTH, height);
    let inner = popup::frame(buf, place, &app.say(title), "", &app.theme);
    let room = usize::from(inner.height).saturating_sub(notes.len() + 1).max(1);
    let first = crate::tui::widgets::centred(selected, room, rows.len());
    let mut cursor = None;
    for (index, row) in rows.iter().enumerate().skip(first).take(room) {
        let line = nth(inner, u16::try_from(index - first).unwrap_or(u16::MAX));
        let on = index == selected;
        cursor = form_row(app, row, on, line, buf).or(cursor);
    }
    for (index, (role, note)) in notes.iter().enumerate() {
        let from_end = u16::try_from(notes.len() - index).unwrap_or(0);
        let line = nth(inner, inner.height.saturating_sub(from_end));
        put(buf, line, note, Align::Left, app.theme.style(*role), &app.theme);
    }
    cursor
}

fn form_row(app: &App, row: &FormRow, on: bool, line: Rect, buf: &mut Buffer) -> Option<Position> {
    let theme = &app.theme;
    let label = Rect { width: LABEL_WIDTH.min(line.width), ..line };
    let value = Rect { x: label.right(), width: line.width - label.width, ..line };
    let mark = if on { theme.glyphs.cursor } else { ' ' };
    let role = if on { Role::Focus } else { Role::Muted };
    put(buf, label, &format!("{mark} {}", row.label), Align::Left, theme.style(role), theme);
    let style = theme.style(if on { Role::Selected } else { Role::Text });
    match &row.value {
        RowValue::Input(input) => {
            let field = Field { input, focused: on, hint: "", theme };
            (&field).render(value, buf);
            return field.cursor(value);
        }
        RowValue::Choice(text) if on => put(buf, value, &format!("< {text} >"), Align::Left, style, theme),
        RowValue::Choice(text) | RowValue::Pick(text) => put(buf, value, text, Align::Left, style, theme),
        RowValue::Button(text) => put(buf, value, &format!("[ {text} ]"), Align::Left, style, theme),
    }
    None
}

fn criterion(app: &App, form: &CriterionForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let rows: Vec<FormRow> = form.rows().into_iter().map(|row| criterion_row(app, form, row)).collect();
    let title = if form.original.is_some() { msg!("tui-form-edit") } else { msg!("tui-form-new") };
    let notes = [touched(app, form.touched.as_ref())];
    form_box(app, &title, &rows, form.row.min(rows.len() - 1), &notes, area, buf)
}

/// Says how many leads a rule touches.
fn touched(app: &App, touched: Option<&Result<usize, DataError>>) -> (Role, String) {
    match touched {
        None => (Role::Muted, app.say(&msg!("tui-touch-unknown"))),
        Some(Ok(leads)) => {
            let of = app.bench.as_ref().map_or(0, |bench| bench.scores().size());
            (Role::Good, app.say(&msg!("tui-touch", leads = *leads, of = of)))
        }
        Some(Err(error)) => (Role::Warn, app.say(&tell::data_error(error))),
    }
}

fn sentence(app: &App, predicate: &Predicate) -> String {
    app.say(&tell::predicate(predicate))
}

fn criterion_row<'a>(app: &App, form: &'a CriterionForm, row: form::Row) -> FormRow<'a> {
    use form::Row;
    let say = |msg: Msg| app.say(&msg);
    let (label, pick) = match row {
        Row::Name => (msg!("tui-row-name"), None),
        Row::Weight => (msg!("tui-row-weight"), None),
        Row::Otherwise => (msg!("tui-row-otherwise"), None),
        Row::TierShare(_) => (msg!("tui-row-share"), None),
        Row::Per => (msg!("tui-row-per"), None),
        Row::Most => (msg!("tui-row-most"), None),
        Row::Within => (msg!("tui-row-within"), None),
        Row::Times => (msg!("tui-row-times"), None),
        Row::Group => {
            let (side, group) = &form.groups[form.group];
            let axis = app.bench.as_ref().map(|bench| axis_name(app, bench, *side)).unwrap_or_default();
            let group = group_title(app, *side, group);
            (msg!("tui-row-group"), Some(RowValue::Choice(format!("{} › {group}", clean(&axis)))))
        }
        Row::Kind => (msg!("tui-row-kind"), Some(RowValue::Choice(say(form.kind.name())))),
        Row::Condition(index) => {
            (msg!("tui-row-condition"), Some(RowValue::Pick(sentence(app, &form.conditions[index]))))
        }
        Row::AddCondition => (msg!("tui-row-add"), Some(RowValue::Button(say(msg!("tui-add-condition"))))),
        Row::Joiner => {
            let joiner = if form.all { msg!("tui-join-all") } else { msg!("tui-join-any") };
            (msg!("tui-row-joiner"), Some(RowValue::Choice(say(joiner))))
        }
        Row::TierWhen(tier) => {
            (msg!("tui-row-tier", n = tier + 1), Some(RowValue::Pick(sentence(app, &form.tiers[tier].0))))
        }
        Row::AddTier => (msg!("tui-row-add"), Some(RowValue::Button(say(msg!("tui-add-tier"))))),
        Row::Field => (msg!("tui-row-field"), Some(RowValue::Pick(chosen_or(app, &form.field)))),
        Row::Kinds if form.kinds.is_empty() => {
            (msg!("tui-row-kinds"), Some(RowValue::Pick(say(msg!("tell-any-activity")))))
        }
        Row::Kinds => (msg!("tui-row-kinds"), Some(RowValue::Pick(clean(&form.kinds.join(", "))))),
        Row::Unit => {
            let unit = if form.hours { msg!("tui-unit-hours") } else { msg!("tui-unit-days") };
            (msg!("tui-row-unit"), Some(RowValue::Choice(say(unit))))
        }
        Row::Repeat => {
            let repeat = if form.each { msg!("tui-repeat-each") } else { msg!("tui-repeat-once") };
            (msg!("tui-row-repeat"), Some(RowValue::Choice(say(repeat))))
        }
        Row::Scope => (msg!("tui-row-scope"), Some(RowValue::Pick(sentence(app, &form.scope)))),
        Row::Save => (msg!("tui-row-none"), Some(RowValue::Button(say(msg!("tui-save"))))),
    };
    let value = pick.or_else(|| form.input_of(row).map(RowValue::Input));
    FormRow { label: app.say(&label), value: value.unwrap_or(RowValue::Pick(String::new())) }
}

/// Returns what people call the group of that name.
fn group_title(app: &App, side: Side, name: &str) -> String {
    let groups = app.bench.as_ref().map(|bench| &bench.model().axis(side).groups);
    let group = groups.and_then(|groups| groups.iter().find(|group| group.name == name));
    group.map_or_else(|| clean(name), |group| words(app, &group.title, name))
}

fn chosen_or(app: &App, text: &str) -> String {
    if text.is_empty() { app.say(&msg!("tui-choose")) } else { clean(text) }
}

fn condition(app: &App, form: &ConditionForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    use condition::Ask;
    use condition::Row;
    let rows: Vec<FormRow> = form
        .rows()
        .into_iter()
        .map(|row| {
            let (label, value) = match row {
                Row::Field => {
                    let name = form.field.as_ref().map_or("", |(name, _)| name.as_str());
                    (msg!("tui-row-field"), RowValue::Pick(chosen_or(app, name)))
                }
                Row::Ask => (msg!("tui-row-ask"), RowValue::Choice(app.say(&form.ask.name()))),
                Row::Values => {
                    let values: Vec<String> = form.values.iter().map(|value| app.say(&tell::value(value))).collect();
                    (msg!("tui-row-values"), RowValue::Pick(chosen_or(app, &values.join(", "))))
                }
                Row::Text if form.ask == Ask::InLast => (msg!("tui-row-days"), RowValue::Input(&form.text)),
                Row::Text => (msg!("tui-row-value"), RowValue::Input(&form.text)),
                Row::Text2 => (msg!("tui-row-upto"), RowValue::Input(&form.text2)),
                Row::Save => (msg!("tui-row-none"), RowValue::Button(app.say(&msg!("tui-take")))),
            };
            FormRow { label: app.say(&label), value }
        })
        .collect();
    let notes = [touched(app, form.met.as_ref())];
    form_box(app, &msg!("tui-condition"), &rows, form.row.min(rows.len() - 1), &notes, area, buf)
}

/// Returns where an overlay stands, for the mouse; lists have a place of their own, forms the whole body.
pub(in crate::tui) fn place(app: &App, area: Rect) -> Rect {
    match app.overlays.last() {
        Some(Overlay::Choosing(choosing)) => choosing_place(choosing, area),
        _ => area,
    }
}

/// Returns the row of the open list at this point, for `Picker::select`.
pub(in crate::tui) fn picker_hit(app: &App, area: Rect, x: u16, y: u16) -> Option<usize> {
    let Some(Overlay::Choosing(choosing)) = app.overlays.last() else { return None };
    let inner = popup::popup_inner(choosing_place(choosing, area));
    let view = PickerView { picker: &choosing.picker, hint: "", counts: "", none: "", theme: &app.theme };
    view.hit(inner, x, y)
}

fn choosing_place(choosing: &Choosing, area: Rect) -> Rect {
    let (_, all) = choosing.picker.counts();
    let height = u16::try_from(all + 3).unwrap_or(u16::MAX).clamp(8, area.height.max(8));
    popup::popup_area(area, 86, height)
}

fn choosing_from(app: &App, choosing: &Choosing, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let (found, all) = choosing.picker.counts();
    let counts = app.say(&msg!("tui-found", found = found, all = all));
    let hint = app.say(&msg!("tui-type-to-find"));
    let none = app.say(&msg!("tui-nothing-found"));
    let view = PickerView { picker: &choosing.picker, hint: &hint, counts: &counts, none: &none, theme: &app.theme };
    let inner = popup::frame(buf, choosing_place(choosing, area), &app.say(&choosing.title), "", &app.theme);
    (&view).render(inner, buf);
    view.cursor(inner)
}

fn question(app: &App, prompt: &Prompt, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let place = popup::popup_area(area, 60, 4);
    let inner = popup::frame(buf, place, &app.say(&prompt.question()), "", &app.theme);
    let field = Field { input: &prompt.input, focused: true, hint: &prompt.now, theme: &app.theme };
    let line = nth(inner, 0);
    (&field).render(line, buf);
    field.cursor(line)
}

fn caps(app: &App, form: &CapsForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let rows = [
        FormRow { label: app.say(&msg!("tui-row-min")), value: RowValue::Input(&form.min) },
        FormRow { label: app.say(&msg!("tui-row-max")), value: RowValue::Input(&form.max) },
    ];
    let notes = [(Role::Muted, app.say(&msg!("tui-caps-note")))];
    let group = group_title(app, form.side, &form.group);
    form_box(app, &msg!("tui-caps", group = group), &rows, usize::from(form.on_max), &notes, area, buf)
}

fn bands(app: &App, form: &BandsForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let bench = app.bench.as_ref()?;
    let axis = bench.model().axis(form.side);
    let shifts = bench.shifts(form.side);
    let height = u16::try_from(axis.n_bands() + 9).unwrap_or(area.height);
    let place = popup::popup_area(area, 64, height);
    let title = app.say(&msg!("tui-bands", axis = axis_name(app, bench, form.side)));
    let other = if form.side == Side::Rows { Side::Columns } else { Side::Rows };
    let note = app.say(&msg!("tui-bands-other", axis = axis_name(app, bench, other)));
    let inner = popup::frame(buf, place, &title, &note, &app.theme);
    let bars = Rect { height: 4.min(inner.height), ..inner };
    let [_, counts] = bench.spread(form.side);
    Histogram { counts, from: None, most: None, theme: &app.theme }.render(bars, buf);
    let list = Rect { y: inner.y + bars.height + 1, height: inner.height.saturating_sub(bars.height + 1), ..inner };
    let selected = form.row.min(axis.n_bands() - 1);
    let first = crate::tui::widgets::centred(selected, usize::from(list.height), axis.n_bands());
    for (index, shift) in shifts.iter().rev().enumerate().skip(first) {
        let band = axis.n_bands() - 1 - index;
        let line = nth(list, u16::try_from(index - first).unwrap_or(u16::MAX));
        let from = axis.bands.get(band).and_then(|band| band.from);
        let from =
            from.map_or_else(|| app.say(&msg!("tui-band-first")), |from| app.say(&msg!("tui-band-from", from = from)));
        let count = int(app, usize::try_from(shift.after).unwrap_or(usize::MAX));
        let change = i64::try_from(shift.after).unwrap_or(0) - i64::try_from(shift.before).unwrap_or(0);
        let change = if change == 0 { String::new() } else { app.lang.shift(change) };
        let style = app.theme.style(if index == selected { Role::Selected } else { Role::Text });
        let mark = if index == selected { app.theme.glyphs.cursor } else { ' ' };
        buf.set_style(line, style);
        put(buf, line, &format!("{mark} {}", clean(shift.label)), Align::Left, style, &app.theme);
        let middle = Rect { x: line.x + line.width.min(14), width: line.width.saturating_sub(14), ..line };
        put(buf, middle, &from, Align::Left, style, &app.theme);
        put(buf, middle, &format!("{count} {change}"), Align::Right, style, &app.theme);
    }
    None
}

fn settings(app: &App, form: &SettingsForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let on_off = |on: bool| app.say(&if on { msg!("tui-on") } else { msg!("tui-off") });
    let rows: Vec<FormRow> = Setting::ALL
        .into_iter()
        .map(|setting| {
            let (label, value) = match setting {
                Setting::Language => {
                    let lang = match app.lang {
                        Lang::En => msg!("tui-lang-en"),
                        Lang::Fr => msg!("tui-lang-fr"),
                    };
                    (msg!("tui-set-language"), app.say(&lang))
                }
                Setting::Theme => (msg!("tui-set-theme"), app.prefs.theme.clone()),
                Setting::Mouse => (msg!("tui-set-mouse"), on_off(app.prefs.mouse)),
                Setting::Masked => (msg!("tui-set-masked"), on_off(app.prefs.masked)),
                Setting::Present => (msg!("tui-set-present"), on_off(app.prefs.present)),
            };
            FormRow { label: app.say(&label), value: RowValue::Choice(value) }
        })
        .collect();
    form_box(app, &msg!("tui-settings"), &rows, form.row, &[], area, buf)
}

fn yes_or_no(app: &App, confirm: &Confirm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let place = popup::popup_area(area, 60, 6);
    let inner = popup::frame(buf, place, &app.say(&msg!("tui-confirm")), "", &app.theme);
    for (index, part) in wrap(&app.say(&confirm.question), usize::from(inner.width)).iter().take(2).enumerate() {
        let line = nth(inner, u16::from(index == 1));
        put(buf, line, part, Align::Left, app.theme.style(Role::Text), &app.theme);
    }
    let line = nth(inner, inner.height.saturating_sub(1));
    for (yes, word, x) in [(false, msg!("tui-no"), 2), (true, msg!("tui-yes"), 20)] {
        let place = Rect { x: line.x + x, width: line.width.saturating_sub(x).min(16), ..line };
        let style = app.theme.style(if confirm.yes == yes { Role::Selected } else { Role::Text });
        put(buf, place, &format!("[ {} ]", app.say(&word)), Align::Left, style, &app.theme);
    }
    None
}
