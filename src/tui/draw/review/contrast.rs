//! How the page looks: The top group against the next.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::insight::contrast::ACTIVITY_DAYS;
use crate::insight::contrast::Evidence;
use crate::insight::contrast::Facts;
use crate::insight::contrast::Maker;
use crate::insight::five::Five;
use crate::insight::interval::Part;
use crate::insight::makeup::Makeup;
use crate::model::POINT;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::draw::clean;
use crate::tui::draw::review::lines::Lines;
use crate::tui::draw::review::questions::title;
use crate::tui::draw::review::questions::waiting;
use crate::tui::studies;
use crate::tui::theme::Role;
use crate::tui::update::perform;
use crate::tui::widgets::Align;
use crate::workbench::Questions;
use crate::workbench::tell_review;

/// Screen columns of a group in the first table, where there is room and where there is not; and of the difference.
const GROUP_WIDE: u16 = 24;
const GROUP: u16 = 20;
const DIFFERENCE: u16 = 18;
/// Screen columns of the numbers in the others: shares of both groups, points of both, and the difference.
const SHARE: u16 = 7;
const TOP_POINTS: u16 = 15;
const POINTS: u16 = 8;
const MORE: u16 = 9;

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    match lines(app, area) {
        Some((lines, chosen)) => lines.render(chosen, area, buf),
        None => waiting(app, area, buf),
    }
}

/// Chooses what was pressed; opens it when it was chosen already.
pub(super) fn press(app: &mut App, area: Rect, x: u16, y: u16) -> Vec<Effect> {
    let hit = lines(app, area).and_then(|(lines, chosen)| Some((lines.hit(chosen, area, x, y)?, chosen)));
    match hit {
        Some((pressed, chosen)) if pressed == chosen => perform(app, Action::Open),
        Some((pressed, _)) => {
            app.review.contrast.row = pressed;
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Returns the lines of the page, and which of what can be chosen is.
fn lines(app: &App, area: Rect) -> Option<(Lines<'_>, usize)> {
    let (questions, holds) = studies::questions(app)?;
    let contrast = &questions.contrast;
    let mut lines = Lines::new(app, area);
    if !holds {
        lines.line(None, app.say(&msg!("review-stale")), Role::Warn);
    }
    lines.text(&app.say(&tell_review::judgement(contrast, questions.top_share)), Role::Title);
    lines.blank();
    facts(app, questions, if area.width < 96 { GROUP } else { GROUP_WIDE }, &mut lines);
    lines.blank();
    let heads = [msg!("review-head-hit-top"), msg!("review-head-hit-next")].map(|head| app.say(&head));
    let [hit_top, hit_next] = heads;
    let muted = |text: String, wide: u16| (wide, text, Align::Right, Role::Muted);
    lines.pieces(
        None,
        vec![
            (0, app.say(&msg!("review-makers")), Align::Left, Role::Title),
            muted(hit_top, SHARE),
            muted(hit_next.clone(), SHARE),
            muted(app.say(&msg!("review-head-points")), TOP_POINTS),
            muted(hit_next, POINTS),
            muted(app.say(&msg!("review-head-more")), MORE),
        ],
    );
    for (at, maker) in contrast.criteria.iter().enumerate() {
        lines.pieces(Some(at), maker_pieces(app, maker));
    }
    let field = app.review.contrast.field.min(questions.makeups.len().saturating_sub(1));
    let mut n = contrast.criteria.len();
    if let Some(makeup) = questions.makeups.get(field) {
        lines.blank();
        makeup_lines(app, makeup, n, &mut lines);
        n += makeup.slices.len();
    }
    Some((lines, app.review.contrast.row.min(n.saturating_sub(1))))
}

/// The two groups in numbers.
fn facts<'a>(app: &'a App, questions: &Questions, group: u16, lines: &mut Lines<'a>) {
    let contrast = &questions.contrast;
    let share = u32::from(questions.top_share);
    let mut row = |label: Msg, [top, next]: [String; 2], difference: String, role: Role| {
        lines.pieces(
            None,
            vec![
                (0, app.say(&label), Align::Left, role),
                (group, top, Align::Right, role),
                (group, next, Align::Right, role),
                (DIFFERENCE, difference, Align::Right, role),
            ],
        );
    };
    let heads = [msg!("review-group-top", share = share), msg!("review-group-next", share = share)];
    let difference = app.say(&msg!("review-head-difference"));
    row(msg!("tell-text", text = ""), heads.map(|head| app.say(&head)), difference, Role::Muted);
    let both = |of: &dyn Fn(&Facts) -> String| [of(&contrast.groups[0]), of(&contrast.groups[1])];
    let count = |n: usize| app.lang.int(i64::try_from(n).unwrap_or(i64::MAX));
    row(msg!("review-row-leads"), both(&|facts| count(facts.leads)), String::new(), Role::Text);
    let few = |of: &dyn Fn(&Facts) -> Part| both(&|facts| app.say(&tell_review::share(of(facts))));
    let all = |of: &dyn Fn(&Facts) -> Part| both(&|facts| app.say(&tell_review::share_of_all(of(facts))));
    let gap = |evidence: Evidence| app.say(&tell_review::gap(contrast, evidence));
    row(msg!("review-row-won"), few(&|facts| facts.won), gap(Evidence::Outcomes), Role::Text);
    row(msg!("review-row-right"), few(&|facts| facts.right), gap(Evidence::Verdicts), Role::Text);
    row(msg!("review-row-busy"), all(&|facts| facts.busy), gap(Evidence::Activity), Role::Text);
    row(msg!("review-row-active", days = ACTIVITY_DAYS), all(&|facts| facts.active), String::new(), Role::Text);
    let events = |facts: &Facts| {
        let per_lead = i128::from(facts.events) * i128::from(POINT) / (facts.leads.max(1) as i128);
        app.lang.decimal(i64::try_from(per_lead).unwrap_or(i64::MAX), 1)
    };
    row(msg!("review-row-events", days = ACTIVITY_DAYS), both(&events), String::new(), Role::Text);
    let median = |of: &dyn Fn(&Facts) -> Option<Five>| both(&|facts| app.say(&tell_review::median(of(facts))));
    let Some(bench) = &app.bench else { return };
    let name = |side: Side| msg!("review-row-median", axis = app.axis_name(bench.model(), side));
    let is_there = |side: Side| !bench.model().axis(side).is_absent();
    if is_there(Side::Rows) {
        row(name(Side::Rows), median(&|facts| facts.rows), String::new(), Role::Text);
    }
    if is_there(Side::Columns) {
        row(name(Side::Columns), median(&|facts| facts.columns), String::new(), Role::Text);
    }
    if is_there(Side::Rows) && is_there(Side::Columns) {
        row(msg!("review-row-sum"), median(&|facts| facts.sum), String::new(), Role::Text);
    }
    lines.text(&app.say(&msg!("review-brackets")), Role::Muted);
}

/// A criterion in both groups: whom it hits, what it gives a lead, and how much more that is in the top group.
fn maker_pieces(app: &App, maker: &Maker) -> Vec<(u16, String, Align, Role)> {
    let more = maker.lead_over_next();
    let hit = |part: Part| {
        let share = tell_review::percent_of([part.hits, part.of].map(i128::from));
        app.lang.whole_percent(share, 100)
    };
    let [top, next] = maker.per_lead().map(|points| app.lang.decimal(points, 1));
    let role = match more {
        0 => Role::Muted,
        1.. => Role::Up,
        _ => Role::Down,
    };
    let number = |wide: u16, text: String| (wide, text, Align::Right, Role::Text);
    // What rounds to nothing has no sign.
    let plus = if more >= POINT / 20 { "+" } else { "" };
    vec![
        (0, title(app, &maker.criterion), Align::Left, Role::Text),
        number(SHARE, hit(maker.hit[0])),
        number(SHARE, hit(maker.hit[1])),
        number(TOP_POINTS, top),
        number(POINTS, next),
        (MORE, format!("{plus}{}", app.lang.decimal(more, 1)), Align::Right, role),
    ]
}

/// What both groups are made up of by a field.
fn makeup_lines<'a>(app: &'a App, makeup: &Makeup, first: usize, lines: &mut Lines<'a>) {
    let muted = |id: Msg| (SHARE, app.say(&id), Align::Right, Role::Muted);
    lines.pieces(
        None,
        vec![
            (0, app.say(&msg!("review-makeup", field = clean(&makeup.field))), Align::Left, Role::Title),
            muted(msg!("review-head-hit-top")),
            muted(msg!("review-head-hit-next")),
            (MORE, app.say(&msg!("review-head-more")), Align::Right, Role::Muted),
            (TOP_POINTS + POINTS, String::new(), Align::Left, Role::Text),
        ],
    );
    for (at, (slice, n)) in (first..).zip(&makeup.slices) {
        let percent = [0, 1].map(|group| tell_review::percent_of([n[group], makeup.leads[group]].map(i128::from)));
        let more = percent[0] - percent[1];
        let [top, next] = percent.map(|percent| app.lang.whole_percent(percent, 100));
        let role = match more {
            0 => Role::Muted,
            1.. => Role::Up,
            _ => Role::Down,
        };
        lines.pieces(
            Some(at),
            vec![
                (0, app.say(&tell_review::slice(slice)), Align::Left, Role::Text),
                (SHARE, top, Align::Right, Role::Text),
                (SHARE, next, Align::Right, Role::Text),
                (MORE, app.lang.delta(more), Align::Right, role),
                (TOP_POINTS + POINTS, String::new(), Align::Left, Role::Text),
            ],
        );
    }
}

/// The actions of the footer.
pub(super) const FOOTER: &[&[Action]] = &[
    &[Action::MoveUp, Action::MoveDown],
    &[Action::Open],
    &[Action::NextField],
    &[Action::MoveLeft, Action::MoveRight],
    &[Action::Back],
];
