//! How the form of a criterion looks, and that of which events count.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::engine::decay::freshness;
use crate::model::Decay;
use crate::model::FRESH;
use crate::model::Filter;
use crate::model::Provenance;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::condition::chosen_or;
use crate::tui::draw::condition::sentence;
use crate::tui::draw::condition::touched;
use crate::tui::draw::form::FORM_WIDTH;
use crate::tui::draw::form::FormFrame;
use crate::tui::draw::form::FormLine;
use crate::tui::draw::form::NATURAL;
use crate::tui::draw::form::RowValue;
use crate::tui::draw::form::WIDE_FORM;
use crate::tui::draw::form::lines_box;
use crate::tui::draw::int;
use crate::tui::draw::workbench::axis_name;
use crate::tui::draw::workbench::words;
use crate::tui::overlays::filter;
use crate::tui::overlays::filter::FilterForm;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::form::Row;
use crate::tui::theme::Role;
use crate::tui::widgets::curve::Curve;
use crate::workbench::tell;

/// Width of a cell for a share, a count, a window's length.
const NARROW: u16 = 7;
/// Width of a cell for a unit.
const UNIT: u16 = 10;
/// Lines of the curve, its marks among them.
const CURVE_LINES: u16 = 4;

pub(super) fn criterion(app: &App, form: &CriterionForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut lines = Vec::new();
    let mut curve = None;
    for cells in form.lines() {
        if let Some(heading) = heading(app, &cells) {
            lines.push(heading);
        }
        let fades = cells[0] == Row::Decay && form.decay().is_some();
        lines.push(line(app, form, &cells));
        if fades {
            curve = Some(lines.len() - 1);
            lines.last_mut().expect("just pushed").free = CURVE_LINES;
        }
    }
    let title = app.say(&if form.original.is_some() { msg!("tui-form-edit") } else { msg!("tui-form-new") });
    let mut notes = vec![touched(app, form.touched.as_ref())];
    notes.extend(hint(app, form));
    if form.is_unsorted() {
        notes.push((Role::Warn, app.say(&msg!("form-unsorted"))));
    }
    let frame = FormFrame { title: &title, wide: WIDE_FORM, notes: &notes, selected: form.row };
    let (cursor, places) = lines_box(app, &frame, &lines, area, buf);
    if let (Some(decay), Some(at)) = (form.decay(), curve) {
        fading(app, decay, places[at], buf);
    }
    cursor
}

/// Says more of the cell under the cursor, where a word is not enough.
fn hint(app: &App, form: &CriterionForm) -> Option<(Role, String)> {
    let muted = |text: Msg| Some((Role::Muted, app.say(&text)));
    match form.current() {
        Row::Name | Row::Title if form.drops_title() => muted(msg!("form-title-goes")),
        Row::Condition(at) => Some((Role::Text, sentence(app, &form.when.parts[at]))),
        Row::TierWhen(at) => Some((Role::Text, sentence(app, &form.tiers[at].when))),
        Row::Scope => Some((Role::Text, sentence(app, &form.scope))),
        Row::Filter => Some((Role::Text, app.say(&tell::filter(&form.activity.filter)))),
        Row::Otherwise => muted(msg!("form-hint-otherwise")),
        Row::ReachLeast(_) | Row::ReachMost(_) | Row::ReachWithin(_) | Row::ReachShare(_) => {
            muted(msg!("form-hint-reach"))
        }
        Row::Fewer | Row::Absence => muted(msg!("form-hint-absence")),
        _ => None,
    }
}

/// Returns the line that names the columns of a table, before its first line.
fn heading<'a>(app: &App, cells: &[Row]) -> Option<FormLine<'a>> {
    let heading = |columns: &[(Msg, u16)], note: Msg| {
        let cells = columns.iter().map(|(text, wide)| (app.say(text), *wide)).collect();
        FormLine { heading: cells, ..FormLine::read(String::new(), app.say(&note)) }
    };
    match cells[0] {
        Row::TierWhen(0) => Some(heading(
            &[(msg!("form-column-when"), 0), (msg!("form-column-share"), NARROW)],
            msg!("form-column-leads"),
        )),
        Row::ReachLeast(0) => Some(heading(
            &[
                (msg!("form-column-least"), NARROW + 2),
                (msg!("form-column-most"), NARROW + 2),
                (msg!("form-column-within"), NARROW + UNIT + 1),
                (msg!("form-column-share"), NARROW),
            ],
            msg!("form-column-leads"),
        )),
        _ => None,
    }
}

/// Returns a line of the form with its cells.
fn line<'a>(app: &App, form: &'a CriterionForm, cells: &[Row]) -> FormLine<'a> {
    let problem = cells.iter().find_map(|row| form.problem(*row)).map(|why| app.say(why));
    let tier = match cells[0] {
        Row::TierWhen(tier) | Row::ReachLeast(tier) => Some(tier),
        _ => None,
    };
    let count = tier.map(|tier| form.by_tier.get(tier).copied().flatten().map_or_else(String::new, |n| int(app, n)));
    FormLine {
        label: label(app, cells[0]),
        cells: cells.iter().map(|row| (value(app, form, *row), cell_width(*row, cells.len()))).collect(),
        // As wide as the heading over it, so that the cells stand under theirs.
        note: count
            .map(|count| crate::text::fit_right(&count, crate::text::width(&app.say(&msg!("form-column-leads")))))
            .unwrap_or_default(),
        problem: problem.unwrap_or_default(),
        ..FormLine::default()
    }
}

fn cell_width(row: Row, n_cells: usize) -> u16 {
    match row {
        Row::Weight | Row::Otherwise | Row::Per | Row::Most => 12,
        Row::TierShare(_) | Row::ReachShare(_) | Row::ReachWithin(_) | Row::Within | Row::Absence => NARROW,
        Row::Times | Row::Fewer | Row::HalfLife | Row::Percent | Row::Every | Row::Line => NARROW,
        Row::ReachLeast(_) | Row::ReachMost(_) => NARROW + 2,
        Row::ReachUnit(_) | Row::WithinUnit | Row::AbsenceUnit => UNIT,
        Row::TitleEach | Row::NoteEach => 26,
        // Buttons and choices are as wide as what they say.
        _ if n_cells > 1 && !matches!(row, Row::TierWhen(_) | Row::Title | Row::Note) => NATURAL,
        _ => 0,
    }
}

fn label(app: &App, row: Row) -> String {
    app.say(&match row {
        Row::Name => msg!("tui-row-name"),
        Row::Group => msg!("tui-row-group"),
        Row::Weight => msg!("tui-row-weight"),
        Row::Kind => msg!("tui-row-kind"),
        Row::Joiner => msg!("tui-row-joiner"),
        Row::Condition(_) => msg!("tui-row-condition"),
        Row::AddCondition | Row::AddTier | Row::AddReach => msg!("tui-row-add"),
        Row::Otherwise => msg!("tui-row-otherwise"),
        Row::TierWhen(tier) | Row::ReachLeast(tier) => msg!("tui-row-tier", n = tier + 1),
        Row::Field => msg!("tui-row-field"),
        Row::Per => msg!("tui-row-per"),
        Row::Most => msg!("tui-row-most"),
        Row::Kinds => msg!("tui-row-kinds"),
        Row::Filter => msg!("form-row-filter"),
        Row::Within | Row::Absence => msg!("tui-row-within"),
        Row::Repeat => msg!("tui-row-repeat"),
        Row::Decay => msg!("form-row-decay"),
        Row::Scope => msg!("tui-row-scope"),
        Row::More => msg!("form-row-more"),
        Row::On => msg!("form-row-on"),
        Row::Provenance => msg!("form-row-provenance"),
        Row::Title => msg!("form-row-title"),
        Row::Note => msg!("form-row-note"),
        Row::TitleFrench | Row::NoteFrench => msg!("form-row-french"),
        // These stand beside another cell, or say themselves what they are.
        Row::AddGroup
        | Row::AddElse
        | Row::TierShare(_)
        | Row::Sort
        | Row::WithinUnit
        | Row::Times
        | Row::Fewer
        | Row::AbsenceUnit
        | Row::ReachMost(_)
        | Row::ReachWithin(_)
        | Row::ReachUnit(_)
        | Row::ReachShare(_)
        | Row::HalfLife
        | Row::Percent
        | Row::Every
        | Row::Line
        | Row::TitleEach
        | Row::NoteEach
        | Row::Save => msg!("tui-row-none"),
    })
}

/// Returns what stands in a cell.
fn value<'a>(app: &App, form: &'a CriterionForm, row: Row) -> RowValue<'a> {
    let say = |msg: Msg| app.say(&msg);
    if let Some(input) = form.input_of(row) {
        return match row {
            Row::Within | Row::ReachWithin(_) => RowValue::Hinted(input, say(msg!("form-any-time"))),
            Row::ReachMost(_) => RowValue::Hinted(input, say(msg!("form-no-limit"))),
            Row::Title => RowValue::Hinted(input, clean(form.name.value())),
            _ => RowValue::Input(input),
        };
    }
    let unit = |hours: bool| RowValue::Choice(say(if hours { msg!("tui-unit-hours") } else { msg!("tui-unit-days") }));
    let each = |each: bool| RowValue::Choice(say(if each { msg!("form-words-each") } else { msg!("form-words-one") }));
    match row {
        Row::Group => RowValue::Choice(group_place(app, form)),
        Row::Kind => RowValue::Choice(say(form.kind.name())),
        Row::Joiner => RowValue::Choice(say(form.when.joiner.name())),
        Row::Condition(at) => RowValue::Pick(sentence(app, &form.when.parts[at])),
        Row::AddCondition => RowValue::Button(say(msg!("tui-add-condition"))),
        Row::AddGroup => RowValue::Button(say(msg!("form-add-group-short"))),
        Row::TierWhen(at) => RowValue::Pick(sentence(app, &form.tiers[at].when)),
        Row::AddTier | Row::AddReach => RowValue::Button(say(msg!("tui-add-tier"))),
        Row::AddElse => RowValue::Button(say(msg!("form-add-else"))),
        Row::Sort => RowValue::Button(say(msg!("form-sort"))),
        Row::Field => RowValue::Pick(chosen_or(app, &form.field)),
        Row::Kinds if form.activity.filter.kinds.is_empty() => RowValue::Pick(say(msg!("tell-any-activity"))),
        Row::Kinds => RowValue::Pick(clean(&form.activity.filter.kinds.join(", "))),
        Row::Filter => RowValue::Pick(filter_parts(app, &form.activity.filter)),
        Row::WithinUnit => unit(form.activity.within.hours),
        Row::AbsenceUnit => unit(form.activity.absence.hours),
        Row::ReachUnit(at) => unit(form.activity.reach[at].within.hours),
        Row::Repeat => RowValue::Choice(say(form.activity.repeat.name())),
        Row::Decay => RowValue::Choice(say(form.activity.decay.name())),
        Row::Scope => RowValue::Pick(sentence(app, &form.scope)),
        Row::More => RowValue::Choice(say(if form.more { msg!("form-more-open") } else { msg!("form-more-closed") })),
        Row::On => RowValue::Choice(say(if form.on { msg!("tui-on") } else { msg!("tui-off") })),
        Row::Provenance => RowValue::Choice(say(match form.provenance() {
            Provenance::Declared => msg!("form-declared"),
            Provenance::Observed => msg!("form-observed"),
            Provenance::Deduced => msg!("form-deduced"),
        })),
        Row::TitleEach => each(form.title.each),
        Row::NoteEach => each(form.note.each),
        _ => RowValue::Button(say(msg!("tui-save"))),
    }
}

fn group_place(app: &App, form: &CriterionForm) -> String {
    let Some((side, group)) = form.groups.get(form.group) else { return String::new() };
    let axis = app.bench.as_ref().map(|bench| axis_name(app, bench, *side)).unwrap_or_default();
    format!("{} › {}", clean(&axis), group_title(app, *side, group))
}

/// Returns what people call the group of that name.
pub(super) fn group_title(app: &App, side: Side, name: &str) -> String {
    let groups = app.bench.as_ref().map(|bench| &bench.model().axis(side).groups);
    let group = groups.and_then(|groups| groups.iter().find(|group| group.name == name));
    group.map_or_else(|| clean(name), |group| words(app, &group.title, name))
}

/// Says the tests of a filter beside its kinds.
fn filter_parts(app: &App, filter: &Filter) -> String {
    match tell::filter_parts(filter) {
        Some(parts) => app.say(&parts),
        None => app.say(&msg!("form-filter-all")),
    }
}

/// Draws how an event fades: from fresh, over half, to the end.
fn fading(app: &App, decay: Decay, place: Rect, buf: &mut Buffer) {
    let span = match decay {
        Decay::HalfLife(days) => days.saturating_mul(4),
        Decay::Line(days) => days,
        Decay::Step { percent, every } => every.saturating_mul(100_u32.div_ceil(u32::from(percent).max(1))),
    };
    let left = |age: u32| freshness(decay, age);
    let half = match decay {
        Decay::HalfLife(days) => days,
        Decay::Line(days) => days.div_ceil(2),
        Decay::Step { percent, every } => every.saturating_mul(50_u32.div_ceil(u32::from(percent).max(1))),
    };
    let mark = |age: u32| {
        let share = app.lang.whole_percent(left(age), FRESH);
        (age, app.say(&msg!("form-curve-mark", age = msg!("time-days-short", days = age), share = share)))
    };
    let marks = [mark(0), mark(half), mark(span)];
    let indent = 20.min(place.width);
    let place = Rect { x: place.x + indent, width: (place.width - indent).min(52), ..place };
    Curve { left: &left, most: FRESH, span, marks: &marks, theme: &app.theme }.render(place, buf);
}

pub(super) fn filter(app: &App, form: &FilterForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut lines = Vec::new();
    for row in filter::ROWS {
        let (label, value) = match row {
            filter::Row::Kinds if form.filter.kinds.is_empty() => {
                (msg!("tui-row-kinds"), RowValue::Pick(app.say(&msg!("tell-any-activity"))))
            }
            filter::Row::Kinds => (msg!("tui-row-kinds"), RowValue::Pick(clean(&form.filter.kinds.join(", ")))),
            filter::Row::Part(part) => {
                let test = filter::test(&form.filter, part);
                let text = test.map_or_else(|| app.say(&msg!("form-any")), |test| app.say(&tell::test(test)));
                (tell::event_part(part), RowValue::Pick(text))
            }
            filter::Row::Save => (msg!("tui-row-none"), RowValue::Button(app.say(&msg!("form-take-filter")))),
        };
        lines.push(FormLine::of(app.say(&label), value));
    }
    let notes = [touched(app, form.touched.as_ref()), (Role::Muted, app.say(&msg!("form-hint-filter")))];
    let frame = FormFrame { title: &app.say(&form.title), wide: FORM_WIDTH, notes: &notes, selected: form.row };
    lines_box(app, &frame, &lines, area, buf).0
}
