//! How the form of a criterion looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::condition::chosen_or;
use crate::tui::draw::condition::sentence;
use crate::tui::draw::condition::touched;
use crate::tui::draw::form::FormRow;
use crate::tui::draw::form::RowValue;
use crate::tui::draw::form::form_box;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::form;
use crate::tui::overlays::form::CriterionForm;

pub(super) fn criterion(app: &App, form: &CriterionForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let rows: Vec<FormRow> = form.rows().into_iter().map(|row| criterion_row(app, form, row)).collect();
    let title = if form.original.is_some() { msg!("tui-form-edit") } else { msg!("tui-form-new") };
    let notes = [touched(app, form.touched.as_ref())];
    {
        let at = form.row.min(rows.len() - 1);
        form_box(app, &title, rows, at, &notes, area, buf)
    }
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
            (msg!("tui-row-condition"), Some(RowValue::Pick(sentence(app, &form.when.parts[index]))))
        }
        Row::AddCondition => (msg!("tui-row-add"), Some(RowValue::Button(say(msg!("tui-add-condition"))))),
        Row::AddGroup => (msg!("tui-row-none"), Some(RowValue::Button(say(msg!("form-add-group"))))),
        Row::Joiner => (msg!("tui-row-joiner"), Some(RowValue::Choice(say(form.when.joiner.name())))),
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
pub(super) fn group_title(app: &App, side: Side, name: &str) -> String {
    let groups = app.bench.as_ref().map(|bench| &bench.model().axis(side).groups);
    let group = groups.and_then(|groups| groups.iter().find(|group| group.name == name));
    group.map_or_else(|| clean(name), |group| words(app, &group.title, name))
}
