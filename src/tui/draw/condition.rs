//! How the forms of conditions look: one test, or a list of parts.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;

use crate::engine::predicate::DataError;
use crate::model::Predicate;
use crate::msg;
use crate::tui::app::App;
use crate::tui::draw::clean;
use crate::tui::draw::form::FORM_WIDTH;
use crate::tui::draw::form::FormFrame;
use crate::tui::draw::form::FormLine;
use crate::tui::draw::form::RowValue;
use crate::tui::draw::form::WIDE_FORM;
use crate::tui::draw::form::lines_box;
use crate::tui::draw::int;
use crate::tui::overlays::condition::ConditionForm;
use crate::tui::overlays::condition::Row;
use crate::tui::overlays::condition::ask::Ask;
use crate::tui::overlays::condition::ask::Subject;
use crate::tui::overlays::condition::joined;
use crate::tui::overlays::condition::joined::JoinedForm;
use crate::tui::theme::Role;
use crate::workbench::EventPart;
use crate::workbench::tell;

/// Says how many leads a rule or a condition touches.
pub(super) fn touched(app: &App, touched: Option<&Result<usize, DataError>>) -> (Role, String) {
    match touched {
        None => (Role::Muted, app.say(&msg!("tui-touch-unknown"))),
        Some(Ok(leads)) => {
            let of = app.bench.as_ref().map_or(0, |bench| bench.scores().size());
            (Role::Good, app.say(&msg!("tui-touch", leads = *leads, of = of)))
        }
        Some(Err(error)) => (Role::Warn, app.say(&tell::data_error(error))),
    }
}

/// Says a condition, with what people call the axes.
pub(super) fn sentence(app: &App, predicate: &Predicate) -> String {
    let Some(bench) = &app.bench else { return app.say(&tell::predicate(predicate)) };
    let axis = |side| msg!("tell-text", text = app.axis_name(bench.model(), side));
    app.say(&tell::predicate_with(predicate, &axis))
}

/// Returns a text, or an invitation to choose one.
pub(super) fn chosen_or(app: &App, text: &str) -> String {
    if text.is_empty() { app.say(&msg!("tui-choose")) } else { clean(text) }
}

fn subject_name(app: &App, subject: Option<&Subject>) -> String {
    match (subject, &app.bench) {
        (Some(Subject::Field(name, _)), _) => clean(name),
        (Some(Subject::Axis(side)), Some(bench)) => clean(&app.axis_name(bench.model(), *side)),
        (Some(Subject::Part(part)), _) => app.say(&tell::event_part(*part)),
        (Some(Subject::Axis(_)), None) | (None, _) => app.say(&msg!("tui-choose")),
    }
}

pub(super) fn condition(app: &App, form: &ConditionForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut lines = Vec::new();
    for row in form.rows() {
        let (label, value) = match row {
            Row::Subject => {
                let name = subject_name(app, form.subject.as_ref());
                let label = match form.subject {
                    Some(Subject::Axis(_)) => msg!("form-row-axis"),
                    Some(Subject::Part(_)) => msg!("form-row-part"),
                    Some(Subject::Field(..)) | None => msg!("tui-row-field"),
                };
                (label, RowValue::Pick(name))
            }
            Row::Ask => (msg!("tui-row-ask"), RowValue::Choice(app.say(&form.ask.name()))),
            Row::Values => {
                let values: Vec<String> = form.answer.values.iter().map(|value| app.say(&tell::value(value))).collect();
                (msg!("tui-row-values"), RowValue::Pick(chosen_or(app, &values.join(", "))))
            }
            Row::Text if form.ask == Ask::InLast => (msg!("tui-row-days"), RowValue::Input(&form.answer.text)),
            Row::Text => (msg!("tui-row-value"), RowValue::Input(&form.answer.text)),
            Row::Text2 => (msg!("tui-row-upto"), RowValue::Input(&form.answer.text2)),
            Row::Join => (msg!("tui-row-none"), RowValue::Button(app.say(&msg!("form-join-another")))),
            Row::Save => (msg!("tui-row-none"), RowValue::Button(app.say(&msg!("tui-take")))),
        };
        let problem = form.problem(row).map(|why| app.say(&why)).unwrap_or_default();
        lines.push(FormLine { problem, ..FormLine::of(app.say(&label), value) });
    }
    let notes = match form.subject {
        Some(Subject::Part(EventPart::Value)) => vec![(Role::Muted, span_of_values(app))],
        Some(Subject::Part(_)) => Vec::new(),
        _ => vec![touched(app, form.met.as_ref())],
    };
    let selected = form.row.min(lines.len() - 1);
    let frame = FormFrame { title: &app.say(&form.question.title), wide: FORM_WIDTH, notes: &notes, selected };
    lines_box(app, &frame, &lines, area, buf).0
}

/// Says between which values the events' values lie.
fn span_of_values(app: &App) -> String {
    let span = app.bench.as_ref().and_then(crate::workbench::Workbench::event_span);
    app.say(&match span {
        Some((lo, hi)) => msg!("form-span", lo = tell::value(&lo), hi = tell::value(&hi)),
        None => msg!("form-span-none"),
    })
}

pub(super) fn conditions(app: &App, form: &JoinedForm, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let say = |msg| app.say(&msg);
    let mut lines = Vec::new();
    for row in form.rows() {
        lines.push(match row {
            joined::Row::Joiner => {
                FormLine::of(say(msg!("tui-row-joiner")), RowValue::Choice(app.say(&form.joined.joiner.name())))
            }
            joined::Row::Part(part) => FormLine {
                note: form.each.get(part).copied().flatten().map(|n| int(app, n)).unwrap_or_default(),
                ..FormLine::of(
                    say(msg!("form-row-nth", n = part + 1)),
                    RowValue::Pick(sentence(app, &form.joined.parts[part])),
                )
            },
            joined::Row::AddTest => {
                FormLine::of(say(msg!("tui-row-add")), RowValue::Button(say(msg!("tui-add-condition"))))
            }
            joined::Row::AddGroup => FormLine::of(String::new(), RowValue::Button(say(msg!("form-add-group")))),
            joined::Row::Save => FormLine::of(String::new(), RowValue::Button(say(msg!("form-take-group")))),
        });
    }
    let mut notes = vec![touched(app, form.met.as_ref())];
    if let Some(joined::Row::Part(part)) = form.rows().get(form.row).copied() {
        notes.insert(0, (Role::Text, sentence(app, &form.joined.parts[part])));
    }
    let mut title = app.say(&form.question.title);
    if form.depth > 0 {
        title = say(msg!("form-title-depth", title = title, depth = form.depth + 1));
    }
    let selected = form.row.min(lines.len() - 1);
    let frame = FormFrame { title: &title, wide: WIDE_FORM, notes: &notes, selected };
    lines_box(app, &frame, &lines, area, buf).0
}
