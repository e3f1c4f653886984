//! How overlays look: forms as rows of label and value, lists to choose from, questions.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::msg;
use crate::text::Lang;
use crate::text::wrap;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::draw::bands;
use crate::tui::draw::clean;
use crate::tui::draw::condition;
use crate::tui::draw::criterion;
use crate::tui::draw::form::FormRow;
use crate::tui::draw::form::RowValue;
use crate::tui::draw::form::form_box;
use crate::tui::draw::gallery;
use crate::tui::draw::models;
use crate::tui::draw::nth;
use crate::tui::draw::painter;
use crate::tui::draw::roles;
use crate::tui::draw::sheet;
use crate::tui::draw::things;
use crate::tui::draw::versions;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition::joined;
use crate::tui::overlays::confirm::Confirm;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::overlays::settings::Setting;
use crate::tui::overlays::settings::SettingsForm;
use crate::tui::theme::Role;
use crate::tui::widgets::Align;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::picker::PickerView;
use crate::tui::widgets::popup;
use crate::tui::widgets::put;

pub(super) fn render(app: &App, overlay: &Overlay, area: Rect, buf: &mut Buffer) -> Option<Position> {
    match overlay {
        Overlay::Form(form) => criterion::criterion(app, form, area, buf),
        Overlay::Condition(form) => condition::condition(app, form, area, buf),
        Overlay::Conditions(form) => condition::conditions(app, form, area, buf),
        Overlay::Filter(form) => criterion::filter(app, form, area, buf),
        Overlay::Choosing(choosing) => choosing_from(app, choosing, area, buf),
        Overlay::Prompt(prompt) => question(app, prompt, area, buf),
        Overlay::Bands(form) => bands::render(app, form, area, buf),
        Overlay::Gallery(shown) => gallery::render(app, shown, area, buf),
        Overlay::Casting(casting) => roles::render(app, casting, area, buf),
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
        Overlay::Painter(painter) => painter::render(app, painter, area, buf),
        Overlay::Sheet(sheet) => sheet::render(app, sheet, area, buf),
        Overlay::Things(list) => {
            things::render(app, list, area, buf);
            None
        }
    }
}

/// What can be done with a row of a list in a form.
const FORM_LIST: &[&[Action]] = &[
    &[Action::MoveUp, Action::MoveDown],
    &[Action::Accept],
    &[Action::New],
    &[Action::Delete],
    &[Action::ReorderUp, Action::ReorderDown],
    &[Action::SaveForm],
    &[Action::Back],
];

/// Returns the actions an overlay's footer shows.
pub(super) fn footer(overlay: &Overlay) -> &'static [&'static [Action]] {
    use Action::{
        Accept, AsOfUsual, AxisSettings, Back, BandEdgeDown, BandEdgeUp, CompareWith, Delete, Duplicate, Edit,
        EditZones, Filter, LeaveOpen, Mark, MoveDown, MoveLeft, MoveRight, MoveUp, New, NextMap, NextPane, NextZone,
        Open, PageDown, PageUp, Paint, PutInForce, Redo, RenameModel, ReorderDown, ReorderUp, RestoreVersion, SaveForm,
        SaveVersion, SetBaseline, Toggle, TypeWeight, Undo, Versions,
    };
    match overlay {
        Overlay::Form(form) if form.is_in_list() => FORM_LIST,
        Overlay::Conditions(form) if matches!(form.current(), joined::Row::Part(_)) => FORM_LIST,
        Overlay::Sheet(sheet) if sheet.is_in_list() => FORM_LIST,
        Overlay::Form(_) | Overlay::Condition(_) | Overlay::Conditions(_) | Overlay::Sheet(_) => {
            &[&[MoveUp, MoveDown], &[MoveLeft, MoveRight], &[Accept], &[SaveForm], &[Delete], &[Back]]
        }
        Overlay::Filter(_) => &[&[MoveUp, MoveDown], &[Accept], &[SaveForm], &[Delete], &[Back]],
        Overlay::Choosing(choosing) if !choosing.picker.takes_many() => &[&[MoveUp, MoveDown], &[Accept], &[Back]],
        Overlay::Choosing(_) => &[&[MoveUp, MoveDown], &[Mark], &[Accept], &[Back]],
        Overlay::Prompt(_) => &[&[Accept], &[Back]],
        Overlay::Bands(_) => &[
            &[MoveUp, MoveDown],
            &[BandEdgeDown, BandEdgeUp],
            &[TypeWeight],
            &[Edit],
            &[New],
            &[Delete],
            &[NextPane],
            &[AxisSettings],
            &[Undo],
            &[Back],
        ],
        Overlay::Models(_) => {
            &[&[MoveUp, MoveDown], &[Open], &[Versions], &[New], &[Duplicate], &[RenameModel], &[Back]]
        }
        Overlay::Gallery(_) => &[&[MoveUp, MoveDown], &[Open], &[Filter], &[PageDown], &[Back]],
        Overlay::Casting(_) => &[&[MoveUp, MoveDown], &[Accept], &[LeaveOpen], &[NextPane], &[Back]],
        Overlay::ModelFile(_) => &[&[MoveUp, MoveDown], &[Accept], &[Back]],
        Overlay::Versions(_) => {
            &[&[MoveUp, MoveDown], &[RestoreVersion], &[SetBaseline], &[SaveVersion], &[CompareWith], &[Back]]
        }
        Overlay::Version(_) => &[&[MoveUp, MoveDown], &[Accept], &[Back]],
        Overlay::AsOf(_) => &[&[MoveDown, MoveUp], &[PageDown, PageUp], &[Accept], &[AsOfUsual], &[Back]],
        Overlay::Settings(_) => &[&[MoveUp, MoveDown], &[MoveLeft, MoveRight], &[Back]],
        Overlay::Confirm(_) => &[&[MoveLeft, MoveRight], &[Accept], &[Back]],
        Overlay::Painter(_) => &[
            &[Paint],
            &[NextZone],
            &[Mark],
            &[NextMap],
            &[PutInForce],
            &[EditZones],
            &[New],
            &[Edit],
            &[Delete],
            &[Back],
        ],
        Overlay::Things(list) => match (list.kind.new, list.kind.toggle) {
            (None, None) => &[&[MoveUp, MoveDown], &[Open], &[Undo], &[Redo], &[Back]],
            (Some(_), None) => {
                &[&[MoveUp, MoveDown], &[Open], &[New], &[Delete], &[ReorderUp, ReorderDown], &[Undo], &[Back]]
            }
            (_, Some(_)) => &[&[MoveUp, MoveDown], &[Open], &[Toggle], &[New], &[Undo], &[Back]],
        },
    }
}

/// Returns where an overlay stands, for the mouse; lists have a place of their own, forms the whole body.
pub(in crate::tui) fn place(app: &App, area: Rect) -> Rect {
    match app.overlays.last() {
        Some(Overlay::Choosing(choosing)) => choosing_place(choosing, area),
        Some(Overlay::Sheet(form)) => sheet::place(app, form, area),
        Some(Overlay::Things(list)) => things::place(app, list, area),
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
                Setting::Person => (msg!("settings-person"), clean(&app.prefs.person)),
            };
            FormRow { label: app.say(&label), value: RowValue::Choice(value) }
        })
        .collect();
    form_box(app, &msg!("tui-settings"), rows, form.row, &[], area, buf)
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
