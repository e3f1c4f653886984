//! The four questions of a review, answered: what can be chosen among the answers, and where that leads.

use crate::insight::ground;
use crate::insight::missing::Mark;
use crate::model::Edit;
use crate::model::RankKey;
use crate::model::Side;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::cursor::moved;
use crate::tui::overlays::bands;
use crate::tui::overlays::parts::to_criterion;
use crate::tui::screens::review::Page;
use crate::tui::screens::review::choose_page;
use crate::tui::studies;
use crate::tui::studies::Study;
use crate::tui::update::edit;
use crate::tui::update::perform_anywhere;
use crate::workbench::Questions;

/// How many criteria are shown with what they make of the points, unless more of them are flagged.
const SHARES: usize = 5;
/// How many pairs of criteria that go together are shown.
const TWINS: usize = 3;

/// Where the cursor is.
#[derive(Clone, Debug, Default)]
pub struct QuestionsView {
    /// Among what can be chosen.
    pub row: usize,
}

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Gaps,
    Contrast,
    Patterns,
    /// A criterion that makes some of the points, by its place among them.
    Share(usize),
    /// Two criteria that go together.
    Twins(usize),
    Missing,
    /// What may cost points.
    Mark(usize),
}

/// Returns what can be chosen, from the top.
pub fn choices(questions: &Questions) -> Vec<Choice> {
    let patterns = &questions.patterns;
    let flagged = patterns.shares.iter().filter(|share| share.flagged).count();
    let n_shares = patterns.shares.len().min(SHARES.max(flagged));
    let mut choices = vec![Choice::Gaps, Choice::Contrast, Choice::Patterns];
    choices.extend((0..n_shares).map(Choice::Share));
    choices.extend((0..patterns.twins.len().min(TWINS)).map(Choice::Twins));
    choices.push(Choice::Missing);
    choices.extend((0..questions.missing.marks.len()).map(Choice::Mark));
    choices
}

/// Asks for what the page shows, if it is not there yet.
pub fn enter(app: &mut App) -> Vec<Effect> {
    studies::ask(app, Study::Questions)
}

/// Does an action of this page; none if it is not one of its own.
pub fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let (questions, holds) = studies::questions(app)?;
    let choices = choices(questions);
    let row = app.review.questions.row.min(choices.len() - 1);
    if let Some(row) = moved(action, row, choices.len(), 5) {
        app.review.questions.row = row;
        return Some(Vec::new());
    }
    if action != Action::Open {
        return None;
    }
    let shares = &questions.patterns.shares;
    let criterion = |name: &str| Some(name.to_owned());
    let named = match choices[row] {
        Choice::Gaps => return Some(open_bands(app)),
        Choice::Contrast => return Some(choose_page(app, Page::Contrast as usize)),
        Choice::Patterns => return Some(perform_anywhere(app, Action::Checks)),
        Choice::Missing => return Some(choose_page(app, Page::Suggestions as usize)),
        Choice::Share(at) => criterion(&shares.get(at)?.criterion),
        Choice::Twins(at) => criterion(&questions.patterns.twins.get(at)?.a),
        Choice::Mark(at) => {
            // What was found of an older state is not added to a newer one.
            let mark = questions.missing.marks.get(at).filter(|_| holds).cloned();
            return Some(mark.map_or_else(Vec::new, |mark| add(app, mark)));
        }
    };
    if let Some(name) = named {
        to_criterion(app, &name);
    }
    Some(Vec::new())
}

/// Opens the bands of the axis that ranks the leads, over their spread.
fn open_bands(app: &mut App) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let side = if ground::rank_key(bench.model()) == RankKey::Rows { Side::Rows } else { Side::Columns };
    bands::open(app, side)
}

/// Adds the criterion that takes points for a mark, at the end of its group.
fn add(app: &mut App, mark: Mark) -> Vec<Effect> {
    let Some(bench) = &app.bench else { return Vec::new() };
    let groups = &bench.model().axis(mark.side).groups;
    let at = groups.iter().find(|group| group.name == mark.group).map_or(0, |group| group.criteria.len());
    let Mark { side, group, criterion, .. } = mark;
    edit(app, Edit::Insert { side, group, at, criterion: Box::new(criterion) })
}
