//! How the page looks: The four questions of a review, answered.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::insight::missing::Mark;
use crate::insight::patterns::Share;
use crate::model::POINT;
use crate::msg;
use crate::text::width;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::draw::clean;
use crate::tui::draw::review::lines::Lines;
use crate::tui::screens::review::questions::Choice;
use crate::tui::screens::review::questions::choices;
use crate::tui::studies;
use crate::tui::theme::Role;
use crate::tui::update::perform;
use crate::tui::widgets::Align;
use crate::tui::widgets::bar::WeightBar;
use crate::tui::widgets::histogram::Histogram;
use crate::tui::widgets::put;
use crate::workbench::Questions;
use crate::workbench::tell_review;

/// Screen columns of the spread.
const BARS: u16 = 48;

pub(super) fn render(app: &App, area: Rect, buf: &mut Buffer) {
    match lines(app, area) {
        Some((lines, chosen)) => lines.render(chosen, area, buf),
        None => waiting(app, area, buf),
    }
}

/// Says that the answers are on their way.
pub(super) fn waiting(app: &App, area: Rect, buf: &mut Buffer) {
    let place = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: 1 };
    put(buf, place, &app.say(&msg!("review-busy")), Align::Left, app.theme.style(Role::Muted), &app.theme);
}

/// Chooses what was pressed; opens it when it was chosen already.
pub(super) fn press(app: &mut App, area: Rect, x: u16, y: u16) -> Vec<Effect> {
    let hit = lines(app, area).and_then(|(lines, chosen)| Some((lines.hit(chosen, area, x, y)?, chosen)));
    match hit {
        Some((pressed, chosen)) if pressed == chosen => perform(app, Action::Open),
        Some((pressed, _)) => {
            app.review.questions.row = pressed;
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Returns what people call a criterion of the open model.
pub(super) fn title(app: &App, name: &str) -> String {
    let criterion = app.bench.as_ref().and_then(|bench| bench.model().criterion(name));
    criterion.map_or_else(|| clean(name), |criterion| app.words(&criterion.title, name))
}

/// Returns the lines of the page, and which of what can be chosen is.
fn lines(app: &App, area: Rect) -> Option<(Lines<'_>, usize)> {
    let (questions, holds) = studies::questions(app)?;
    let choices = choices(questions);
    let chosen = app.review.questions.row.min(choices.len() - 1);
    let mut lines = Lines::new(app, area);
    if !holds {
        lines.line(None, app.say(&msg!("review-stale")), Role::Warn);
    }
    for (at, choice) in choices.iter().enumerate() {
        let at = Some(at);
        match choice {
            Choice::Gaps => gaps(app, questions, &mut lines, at),
            Choice::Contrast => {
                lines.blank();
                let ask = msg!("review-ask-contrast", share = u32::from(questions.top_share));
                lines.line(at, app.say(&ask), Role::Title);
                lines.text(&app.say(&tell_review::judgement(&questions.contrast, questions.top_share)), Role::Text);
            }
            Choice::Patterns => patterns(app, questions, &mut lines, at),
            Choice::Share(index) => share(app, questions, &questions.patterns.shares[*index], &mut lines, at),
            Choice::Twins(index) => {
                let told = tell_review::twins(&questions.patterns.twins[*index], &|name| title(app, name));
                lines.line(at, app.say(&told), Role::Warn);
            }
            Choice::Missing => {
                lines.blank();
                lines.line(at, app.say(&msg!("review-ask-missing")), Role::Title);
                lines.text(&app.say(&tell_review::missing(&questions.missing)), Role::Text);
            }
            Choice::Mark(index) => mark(app, &questions.missing.marks[*index], &mut lines, at),
        }
    }
    Some((lines, chosen))
}

fn gaps<'a>(app: &'a App, questions: &'a Questions, lines: &mut Lines<'a>, at: Option<usize>) {
    let gaps = &questions.gaps;
    lines.line(at, app.say(&msg!("review-ask-gaps")), Role::Title);
    lines.text(&app.say(&tell_review::gaps(gaps)), Role::Text);
    let Some(points) = gaps.points else { return };
    lines.add(None, move |place, buf| {
        let spread = &questions.spread;
        let cut = gaps.at_cut.map(|(points, _)| spread.step(points.div_euclid(POINT)));
        let [lo, hi] = [points.least, points.most].map(|points| app.lang.points(points));
        let left = u16::try_from(width(&lo) + 1).unwrap_or(0);
        let style = app.theme.style(Role::Muted);
        put(buf, place, &lo, Align::Left, style, &app.theme);
        let bars = Rect { x: place.x + left, width: BARS, ..place }.intersection(place);
        Histogram { counts: &spread.counts, from: cut, most: None, theme: &app.theme }.render(bars, buf);
        let used = usize::from(bars.width) / spread.counts.len().max(1) * spread.counts.len();
        let used = u16::try_from(used).unwrap_or(0).min(bars.width);
        let after = Rect { x: bars.x + used + 1, width: place.right().saturating_sub(bars.x + used + 1), ..place };
        put(buf, after, &hi, Align::Left, style, &app.theme);
    });
    lines.text(&app.say(&tell_review::five(points)), Role::Muted);
    if let Some(cut) = tell_review::cut_off(gaps) {
        lines.text(&app.say(&cut), Role::Muted);
    }
}

fn patterns<'a>(app: &'a App, questions: &'a Questions, lines: &mut Lines<'a>, at: Option<usize>) {
    let patterns = &questions.patterns;
    lines.blank();
    lines.line(at, app.say(&msg!("review-ask-patterns")), Role::Title);
    for told in tell_review::flagged(patterns, questions.flagged_share, &|name| title(app, name)) {
        lines.text(&app.say(&told), Role::Text);
    }
    for told in tell_review::useless(patterns, &|name| title(app, name)) {
        lines.line(None, app.say(&told), Role::Muted);
    }
}

/// A criterion with what it makes of the points of the top group.
fn share<'a>(app: &'a App, questions: &'a Questions, share: &'a Share, lines: &mut Lines<'a>, at: Option<usize>) {
    let [points, of] = [share.points, questions.patterns.points];
    let percent = tell_review::percent_of([points, of]);
    let name = title(app, &share.criterion);
    let hit = tell_review::percent_of([share.hit.hits, share.hit.of].map(i128::from));
    let hit = app.say(&msg!("review-hit", hit = hit));
    let role = if share.flagged { Role::Warn } else { Role::Text };
    lines.add(at, move |place, buf| {
        let theme = &app.theme;
        let piece = |x: u16, wide: u16| Rect { x: place.x + x, width: wide, ..place }.intersection(place);
        let wide = place.width.saturating_sub(38).max(20);
        put(buf, piece(0, wide), &name, Align::Left, theme.style(role), theme);
        let text = app.lang.whole_percent(percent, 100);
        put(buf, piece(wide, 6), &text, Align::Right, theme.style(role), theme);
        WeightBar { weight: percent, baseline: None, most: 100, on: true, theme }.render(piece(wide + 7, 12), buf);
        put(buf, piece(wide + 20, 16), &hit, Align::Left, theme.style(Role::Muted), theme);
    });
}

fn mark<'a>(app: &'a App, mark: &'a Mark, lines: &mut Lines<'a>, at: Option<usize>) {
    let points = app.lang.points_signed(mark.criterion.weight.saturating_mul(POINT));
    let what = app.say(&msg!("review-cost", mark = tell_review::mark(mark), points = points));
    let evidence = app.say(&tell_review::mark_evidence(mark));
    let wide = u16::try_from(width(&evidence)).unwrap_or(u16::MAX);
    lines.pieces(at, vec![(0, what, Align::Left, Role::Text), (wide, evidence, Align::Left, Role::Muted)]);
}

/// The actions of the footer.
pub(super) const FOOTER: &[&[Action]] =
    &[&[Action::MoveUp, Action::MoveDown], &[Action::Open], &[Action::MoveLeft, Action::MoveRight], &[Action::Back]];
