//! What keys do in the form of a criterion: turning choices, opening what fills a cell in, moving tiers, saving.

use tui_input::Input;

use crate::model::Edit;
use crate::model::EditError;
use crate::model::Filter;
use crate::model::Model;
use crate::model::Part;
use crate::model::Predicate;
use crate::model::Provenance;
use crate::model::Side;
use crate::msg;
use crate::text::Msg;
use crate::tui::actions::Action;
use crate::tui::app::App;
use crate::tui::app::Effect;
use crate::tui::app::Tone;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::condition;
use crate::tui::overlays::condition::Question;
use crate::tui::overlays::condition::Taken;
use crate::tui::overlays::filter;
use crate::tui::overlays::form::CriterionForm;
use crate::tui::overlays::form::Kind;
use crate::tui::overlays::form::Row;
use crate::tui::overlays::form::TierInput;
use crate::tui::overlays::form::activity::DecayKind;
use crate::tui::overlays::form::activity::RepeatKind;
use crate::tui::overlays::form::filled::whole_share;
use crate::tui::overlays::list::Choosing;
use crate::tui::overlays::rows::moved_in_lines;
use crate::tui::update::try_edit;
use crate::workbench::Workbench;
use crate::workbench::tell;

/// Returns the one after, or before, among all; around the end.
fn turned<T: Copy + PartialEq>(all: &[T], now: T, back: bool) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    all[(at + if back { all.len() - 1 } else { 1 }) % all.len()]
}

impl CriterionForm {
    /// Turns a choice; returns whether the cell is one.
    fn turn(&mut self, row: Row, back: bool) -> bool {
        let activity = &mut self.activity;
        match row {
            Row::Group => {
                let n = self.groups.len().max(1);
                self.group = (self.group + if back { n - 1 } else { 1 }) % n;
            }
            Row::Kind => self.kind = turned(&Kind::ALL, self.kind, back),
            Row::Joiner => self.when.joiner = self.when.joiner.turned(back),
            Row::WithinUnit => activity.within.hours = !activity.within.hours,
            Row::AbsenceUnit => activity.absence.hours = !activity.absence.hours,
            Row::ReachUnit(tier) => activity.reach[tier].within.hours = !activity.reach[tier].within.hours,
            Row::Repeat => activity.repeat = turned(&RepeatKind::ALL, activity.repeat, back),
            Row::Decay => activity.decay = turned(&DecayKind::ALL, activity.decay, back),
            Row::More => self.more = !self.more,
            Row::On => self.on = !self.on,
            Row::Provenance => {
                let all = [Provenance::Declared, Provenance::Observed, Provenance::Deduced];
                self.provenance = Some(turned(&all, self.provenance(), back));
            }
            Row::TitleEach => self.title.toggle_each(),
            Row::NoteEach => self.note.toggle_each(),
            _ => return false,
        }
        self.go_to(row);
        true
    }

    /// Goes to the cell beside a button or a tier's condition; returns whether there is one.
    fn beside(&mut self, row: Row, right: bool) -> bool {
        let buttons = matches!(
            row,
            Row::AddCondition
                | Row::AddGroup
                | Row::TierWhen(_)
                | Row::AddTier
                | Row::AddElse
                | Row::AddReach
                | Row::Sort
        );
        let line = self.lines().into_iter().find(|line| line.contains(&row)).filter(|_| buttons);
        let at = line.as_ref().and_then(|line| line.iter().position(|cell| *cell == row));
        let (Some(line), Some(at)) = (line, at) else { return false };
        let there = if right { at + 1 < line.len() } else { at > 0 };
        if there {
            self.row = if right { self.row + 1 } else { self.row - 1 };
        }
        there
    }

    /// Moves the tier under the cursor one place; returns whether there is one.
    fn reorder(&mut self, row: Row, up: bool) -> bool {
        let beside = |at: usize, n: usize| if up { at.saturating_sub(1) } else { (at + 1).min(n - 1) };
        match row {
            Row::Condition(at) => {
                let to = self.when.reorder(at, up);
                self.go_to(Row::Condition(to));
            }
            Row::TierWhen(at) | Row::TierShare(at) => {
                let to = beside(at, self.tiers.len());
                self.tiers.swap(at, to);
                self.go_to(if matches!(row, Row::TierWhen(_)) { Row::TierWhen(to) } else { Row::TierShare(to) });
            }
            Row::ReachLeast(at)
            | Row::ReachMost(at)
            | Row::ReachWithin(at)
            | Row::ReachUnit(at)
            | Row::ReachShare(at) => {
                let to = beside(at, self.activity.reach.len());
                self.activity.reach.swap(at, to);
                self.row = if to < at { self.row - 5 } else { self.row + 5 * (to - at) };
            }
            _ => return false,
        }
        true
    }

    /// Takes out what the cursor is on; returns whether that can be.
    fn delete(&mut self, row: Row) -> bool {
        match row {
            Row::Condition(at) => drop(self.when.parts.remove(at)),
            Row::TierWhen(at) | Row::TierShare(at) => drop(self.tiers.remove(at)),
            Row::ReachUnit(at) => drop(self.activity.reach.remove(at)),
            Row::Kinds => self.activity.filter.kinds.clear(),
            Row::Filter => {
                let kinds = std::mem::take(&mut self.activity.filter.kinds);
                self.activity.filter = Filter::of_kinds(kinds);
            }
            Row::Scope => self.scope = Predicate::everyone(),
            _ => return false,
        }
        true
    }

    /// Puts the tiers with the greatest share on top; those alike stay in order, unreadable ones go last.
    fn sort_tiers(&mut self) {
        let key = |share: &Input| std::cmp::Reverse(whole_share(share).unwrap_or(i64::MIN));
        self.tiers.sort_by_key(|tier| key(&tier.share));
        self.activity.reach.sort_by_key(|tier| key(&tier.share));
        self.go_to(if self.kind == Kind::Tiers { Row::AddTier } else { Row::AddReach });
    }

    /// Names a criterion that has no name yet.
    pub(super) fn name_as(&mut self, name: &str, bench: &Workbench) {
        if self.name.value().trim().is_empty() && !name.is_empty() {
            self.name = Input::new(bench.free_name(name));
        }
    }
}

/// Returns a name for a criterion from its first condition; of tiers the field says enough.
fn name_for(predicate: &Predicate, kind: Kind) -> String {
    use crate::model::Test;
    let mut name = String::new();
    predicate.each_test(&mut |field, test| {
        if name.is_empty() {
            name = match test {
                _ if kind == Kind::Tiers => field.to_owned(),
                Test::Is(value) => format!("{field}: {value}"),
                Test::AtLeast(value) => format!("{field} ≥ {value}"),
                Test::AtMost(value) => format!("{field} ≤ {value}"),
                Test::MoreThan(value) => format!("{field} > {value}"),
                Test::LessThan(value) => format!("{field} < {value}"),
                _ => field.to_owned(),
            };
        }
    });
    name
}

pub(in crate::tui::overlays) fn act(app: &mut App, action: Action) -> Option<Vec<Effect>> {
    let Some(Overlay::Form(form)) = app.overlays.last_mut() else { return None };
    let table = |cells: &[Row]| matches!(cells[0], Row::TierWhen(_) | Row::ReachLeast(_));
    let lines: Vec<(usize, bool)> = form.lines().iter().map(|cells| (cells.len(), table(cells))).collect();
    let row = form.current();
    form.row = form.row.min(form.cells().len() - 1);
    if let Some(to) = moved_in_lines(action, form.row, &lines) {
        form.row = to;
        return Some(Vec::new());
    }
    match (action, row) {
        // Beside these stands another cell.
        (Action::MoveLeft | Action::MoveRight, _) if form.beside(row, action == Action::MoveRight) => {}
        (Action::MoveLeft | Action::MoveRight | Action::Toggle | Action::Accept, _)
            if form.turn(row, action == Action::MoveLeft) => {}
        (Action::Delete, _) if form.delete(row) => {}
        (Action::ReorderUp | Action::ReorderDown, _) if form.reorder(row, action == Action::ReorderUp) => {}
        (Action::New, Row::Condition(_)) => return Some(open_cell(app, Row::AddCondition)),
        (Action::New, Row::ReachUnit(tier)) => form.add_reach(tier),
        (Action::New, Row::TierWhen(tier)) => return Some(ask(app, Row::AddTier, tier)),
        (Action::Accept | Action::Toggle, Row::Save) | (Action::SaveForm, _) => return Some(submit(app)),
        (Action::Accept | Action::Toggle | Action::MoveRight, row) => return Some(open_cell(app, row)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens what fills a cell in; from a text field goes on to the next cell.
fn open_cell(app: &mut App, row: Row) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = app.overlays.last_mut() else { return Vec::new() };
    match row {
        Row::Condition(at) | Row::TierWhen(at) => return ask(app, row, at),
        Row::AddCondition | Row::AddGroup => {
            let at = form.when.parts.len();
            return ask(app, row, at);
        }
        Row::AddTier => {
            let at = form.tiers.len();
            return ask(app, row, at);
        }
        Row::Scope => return ask(app, row, 0),
        Row::Field => app.overlays.extend(Choosing::amounts(app).map(Overlay::Choosing)),
        Row::Kinds => {
            let kinds = form.activity.filter.kinds.clone();
            app.overlays.extend(Choosing::kinds(app, &kinds).map(Overlay::Choosing));
        }
        Row::Filter => {
            let filter = form.activity.filter.clone();
            return filter::edit(app, &filter, msg!("form-filter"), 0, take_filter);
        }
        Row::AddReach => {
            let at = form.activity.reach.len();
            form.add_reach(at);
        }
        Row::AddElse => {
            let at = form.tiers.len();
            return insert_tier(app, at, Predicate::everyone());
        }
        Row::Sort => form.sort_tiers(),
        _ => form.row += 1,
    }
    Vec::new()
}

/// Asks for the condition of a cell.
fn ask(app: &mut App, row: Row, at: usize) -> Vec<Effect> {
    let Some(Overlay::Form(form)) = app.overlays.last() else { return Vec::new() };
    let everyone = Predicate::everyone();
    let (now, taken, title): (&Predicate, Taken, Msg) = match row {
        Row::Condition(at) => (&form.when.parts[at], take_condition, msg!("tui-condition")),
        Row::TierWhen(at) => (&form.tiers[at].when, take_tier, msg!("tui-row-tier", n = at + 1)),
        Row::AddTier => (&everyone, insert_tier, msg!("tui-row-tier", n = at + 1)),
        Row::Scope => (&form.scope, take_scope, msg!("tui-row-scope")),
        _ => (&everyone, take_condition, msg!("tui-condition")),
    };
    let question = Question { title, axes: false, at, taken };
    if row == Row::AddGroup {
        return condition::edit_group(app, question);
    }
    let now = now.clone();
    condition::edit(app, &now, question)
}

fn with_form(app: &mut App, take: impl FnOnce(&mut CriterionForm, &Workbench)) -> Vec<Effect> {
    if let (Some(Overlay::Form(form)), Some(bench)) = (app.overlays.last_mut(), &app.bench) {
        take(form, bench);
    }
    Vec::new()
}

fn take_condition(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect> {
    with_form(app, |form, bench| {
        form.name_as(&name_for(&predicate, form.kind), bench);
        form.when.put(at, predicate);
        form.go_to(Row::AddCondition);
    })
}

fn take_tier(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect> {
    with_form(app, |form, _| {
        form.tiers[at].when = predicate;
        form.go_to(Row::TierShare(at));
    })
}

fn insert_tier(app: &mut App, at: usize, predicate: Predicate) -> Vec<Effect> {
    with_form(app, |form, bench| {
        form.name_as(&name_for(&predicate, form.kind), bench);
        let share = if form.tiers.is_empty() { "100" } else { "" };
        form.tiers.insert(at, TierInput { when: predicate, share: Input::new(share.to_owned()) });
        form.go_to(Row::TierShare(at));
    })
}

fn take_scope(app: &mut App, _: usize, predicate: Predicate) -> Vec<Effect> {
    with_form(app, |form, _| {
        form.scope = predicate;
        form.row += 1;
    })
}

fn take_filter(app: &mut App, _: usize, filter: Filter) -> Vec<Effect> {
    with_form(app, |form, _| {
        form.activity.filter = filter;
        form.row += 1;
    })
}

/// Saves the criterion; the form stays open with all that was typed until the model has taken it.
fn submit(app: &mut App) -> Vec<Effect> {
    let (Some(Overlay::Form(form)), Some(bench)) = (app.overlays.last_mut(), &app.bench) else { return Vec::new() };
    let criterion = match form.criterion(bench.model()) {
        Ok(criterion) => criterion,
        Err(wrong) => {
            form.tried = true;
            if let Some((row, why)) = wrong.into_iter().next() {
                form.go_to(row);
                app.tell(Tone::Bad, why);
            }
            return Vec::new();
        }
    };
    let Some((side, group)) = form.groups.get(form.group).cloned() else { return Vec::new() };
    let (name, at) = (criterion.name.clone(), form.at);
    let model = bench.model();
    let original = form.original.clone();
    let place = original.as_ref().and_then(|was| model.criteria().find(|(_, _, c)| c.name == was.name));
    let moves = place.is_some_and(|(s, g, _)| s != side || g.name != group);
    let change = match original {
        None => Ok(Edit::Insert { side, group, at, criterion: Box::new(criterion) }),
        Some(original) if original == criterion && !moves => {
            app.overlays.pop();
            return Vec::new();
        }
        Some(original) => {
            let elsewhere = Edit::Move { criterion: name.clone(), side, group, at: usize::MAX };
            let changed = Edit::SetCriterion { criterion: original.name.clone(), to: Box::new(criterion.clone()) };
            match (original == criterion, moves) {
                (true, _) => Ok(elsewhere),
                (false, false) => Ok(changed),
                (false, true) => both(model, changed, elsewhere),
            }
        }
    };
    match change.and_then(|change| try_edit(app, change)) {
        Ok(effects) => {
            app.overlays.pop();
            crate::tui::screens::workbench::select(app, &name);
            effects
        }
        Err(error) => {
            app.tell(Tone::Bad, tell::edit_error(&error));
            Vec::new()
        }
    }
}

/// Returns two edits of criteria as one, so that one undo takes both back.
fn both(model: &Model, first: Edit, second: Edit) -> Result<Edit, EditError> {
    let mut after = model.clone();
    first.apply(&mut after)?;
    second.apply(&mut after)?;
    let sides = Side::BOTH.into_iter().filter(|side| after.axis(*side) != model.axis(*side));
    Ok(Edit::Set(sides.map(|side| Part::Axis(side, Box::new(after.axis(side).clone()))).collect()))
}
