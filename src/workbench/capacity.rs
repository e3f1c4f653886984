//! What each zone brings beside what its owner can take, and the line between two bands that would bring what fits.
//!
//! What a line elsewhere would do is counted, not guessed: every lead is looked at where it stood at the turn of each week. Never
//! here: making the change.

use std::cmp::Reverse;

use crate::engine::numbers::Numbers;
use crate::engine::score::NO_CELL;
use crate::engine::score::Scores;
use crate::model::Edit;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Side;
use crate::model::check;
use crate::workbench::Workbench;
use crate::workbench::travel::RECENT_WEEKS;
use crate::workbench::travel::WEEK;
use crate::workbench::travel::Week;
use crate::workbench::travel::is_there;
use crate::workbench::travel::weeks_between;
use crate::workbench::zones::ZoneIndex;

/// What the zones bring, and what they can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// The last weeks, oldest first.
    pub weeks: Vec<Week>,
    /// One per zone, in the order of the model.
    pub loads: Vec<Load>,
}

/// What a zone brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Leads in it now.
    pub now: u64,
    /// Leads that entered it in all of the weeks together.
    pub entered: u64,
    /// How many its owner can take in as many weeks; none where nobody has said.
    pub room: Option<u64>,
    pub line: Line,
}

/// Which line between two bands would bring a zone what fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nobody has said what fits.
    Unknown,
    /// The one that is there: it fits, and no other would bring more without bringing too many.
    Kept,
    /// None: no line between two bands bounds the zone, or one leads into it here and out of it there.
    Absent,
    /// None: wherever the line is, too many come, or nobody.
    Nowhere,
    Moved(Offer),
}

/// A line between two bands, moved so that what a zone brings fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub side: Side,
    /// The band above the line.
    pub band: String,
    /// Its lowest value, in points, and what it would be.
    pub from: i64,
    pub to: i64,
    /// Leads that would be in the zone now.
    pub now: u64,
    /// Leads that would have entered it in all of the weeks together.
    pub entered: u64,
    /// Other zones, by their place in the model, to which more would come than their owners can take.
    pub floods: Vec<usize>,
}

impl Load {
    /// Whether more came than the owner can take; none where nobody has said how many that is.
    pub fn is_over(&self) -> Option<bool> {
        self.room.map(|room| self.entered > room)
    }

    /// Returns the other zones to which the line that is offered would bring too many.
    pub fn floods(&self) -> &[usize] {
        match &self.line {
            Line::Moved(offer) => &offer.floods,
            _ => &[],
        }
    }
}

impl Offer {
    /// Returns the edit that moves the line.
    pub fn edit(&self) -> Edit {
        Edit::SetBand { side: self.side, band: self.band.clone(), from: self.to }
    }
}

impl Workbench {
    /// Returns what each zone brought in the last weeks beside what its owner can take, and which line would fit that.
    pub fn capacity(&self) -> Capacity {
        let model = &self.model;
        let edges: Vec<Vec<Edge>> = model.zones.iter().map(|zone| edges(model, &zone.name)).collect();
        let sides = Side::BOTH.map(|side| edges.iter().flatten().any(|edge| edge.side == side));
        let turns: Vec<i64> = (0..=RECENT_WEEKS).rev().map(|week| self.as_of() - weeks_long(week)).collect();
        let stood: Vec<Stood> = turns.iter().map(|at| self.stood_at(*at, sides)).collect();
        let present = |stood: &Stood| -> Vec<Option<usize>> {
            let zones = stood.zones.iter().zip(&stood.there);
            zones.map(|(zone, there)| there.then_some(*zone).flatten()).collect()
        };
        let weeks = weeks_between(model, &turns, stood.iter().map(present));
        let now = self.zone_counts();
        let loads = model.zones.iter().enumerate().map(|(index, zone)| {
            let entered = weeks.iter().map(|week| week.entered[index].1).sum();
            let room = zone.weekly_capacity.map(|week| u64::from(week) * RECENT_WEEKS as u64);
            let line = room.map_or(Line::Unknown, |room| self.line(index, &edges[index], &stood, entered, room));
            Load { now: now[index], entered, room, line }
        });
        let loads = loads.collect();
        Capacity { weeks, loads }
    }

    /// Returns where every lead stood at an instant, with its points on the sides where they matter.
    fn stood_at(&self, at: i64, sides: [bool; 2]) -> Stood {
        if at == self.as_of() {
            return Stood::of(&self.model, &self.scores, self.data().created(), sides);
        }
        let (data, scores) = self.scored_at(at);
        Stood::of(&self.model, &scores, data.created(), sides)
    }

    /// Finds the line for a zone: of all that fit, the one that brings most a week, then the one that moves fewest leads now.
    fn line(&self, zone: usize, edges: &[Edge], stood: &[Stood], entered: u64, room: u64) -> Line {
        if edges.is_empty() {
            return Line::Absent;
        }
        let now = self.zone_counts()[zone];
        let offers = edges.iter().filter_map(|edge| {
            let pieces = pieces(&self.model, zone, edge, stood);
            let offer = if entered > room { edge.first_fit(&pieces, room) } else { edge.fullest_fit(&pieces, room) }?;
            self.is_sound(&offer).then_some((edge.band, offer))
        });
        let best = offers.max_by_key(|(band, offer)| (offer.entered, Reverse(offer.now.abs_diff(now)), *band));
        match best {
            Some((band, mut offer)) => {
                offer.floods = self.floods(zone, &offer, band, stood);
                Line::Moved(offer)
            }
            None if entered > room => Line::Nowhere,
            None => Line::Kept,
        }
    }

    /// Returns the other zones to which a line elsewhere would bring too many.
    fn floods(&self, zone: usize, offer: &Offer, band: usize, stood: &[Stood]) -> Vec<usize> {
        let others = self.model.zones.iter().enumerate().filter(|(other, _)| *other != zone);
        let is_flooded = |(other, capacity): (usize, u32)| {
            let edge = edge(&self.model, &self.model.zones[other].name, offer.side, band)?;
            let brought = edge.offer(&pieces(&self.model, other, &edge, stood), offer.to).entered;
            (brought > u64::from(capacity) * RECENT_WEEKS as u64).then_some(other)
        };
        others.filter_map(|(other, zone)| is_flooded((other, zone.weekly_capacity?))).collect()
    }

    fn is_sound(&self, offer: &Offer) -> bool {
        let mut model = self.model.clone();
        offer.edit().apply(&mut model).is_ok() && check(&model).is_empty()
    }
}

fn weeks_long(weeks: usize) -> i64 {
    i64::try_from(weeks).expect("few weeks") * WEEK
}

/// Where every lead stood at an instant.
struct Stood {
    cells: Vec<u16>,
    /// By their place in the model, whether the lead was there or not.
    zones: Vec<Option<usize>>,
    held: Vec<bool>,
    there: Vec<bool>,
    /// Whole points on each side, rounded down; empty where they do not matter.
    points: [Vec<i64>; 2],
}

impl Stood {
    fn of(model: &Model, scores: &Scores, created: Option<&Numbers>, sides: [bool; 2]) -> Stood {
        let n = scores.inside().len();
        let at = scores.as_of();
        let zones = ZoneIndex::of(model);
        let points = Side::BOTH.map(|side| {
            let whole = |lead: usize| scores.value(side, lead).div_euclid(POINT);
            if sides[side as usize] { (0..n).map(whole).collect() } else { Vec::new() }
        });
        Stood {
            cells: (0..n).map(|lead| scores.cell(lead)).collect(),
            zones: (0..n).map(|lead| zones.at(scores, lead)).collect(),
            held: (0..n).map(|lead| scores.held_by(lead).is_some()).collect(),
            there: (0..n).map(|lead| is_there(created, lead, at)).collect(),
            points,
        }
    }
}

/// A line between two bands that bounds a zone.
struct Edge {
    side: Side,
    /// The place of the band above it among those of its axis; at least 1.
    band: usize,
    label: String,
    from: i64,
    /// Where the line can be.
    within: (i64, i64),
    /// Whether the zone is above it.
    above: bool,
    /// For each band of the other side, whether the zone has the cell below the line, and the one above.
    cells: Vec<(bool, bool)>,
}

/// Finds the lines that bound a zone: those between column bands, or where there are none, those between row bands.
fn edges(model: &Model, zone: &str) -> Vec<Edge> {
    let columns = edges_of(model, zone, Side::Columns);
    if columns.is_empty() { edges_of(model, zone, Side::Rows) } else { columns }
}

fn edges_of(model: &Model, zone: &str, side: Side) -> Vec<Edge> {
    let bounds = |edge: &Edge| edge.cells.contains(&(false, true)) != edge.cells.contains(&(true, false));
    (1..model.axis(side).bands.len()).filter_map(|band| edge(model, zone, side, band)).filter(bounds).collect()
}

/// Returns the line below a band, as a zone has it.
fn edge(model: &Model, zone: &str, side: Side, band: usize) -> Option<Edge> {
    let map = model.map_in_force()?;
    let bands = &model.axis(side).bands;
    let lowest = usize::from(model.has_ungraded(side));
    let has = |band: usize, other: usize| {
        let (row, column) = if side == Side::Rows { (band + lowest, other) } else { (other, band) };
        model.zone_in(map, row, column).is_some_and(|found| found.name == zone)
    };
    let other = if side == Side::Rows { Side::Columns } else { Side::Rows };
    let cells: Vec<(bool, bool)> =
        (0..model.n_bands(other)).map(|other| (has(band - 1, other), has(band, other))).collect();
    let lo = bands[band - 1].from.map_or(i64::MIN, |from| from.saturating_add(1));
    let hi = bands.get(band + 1).and_then(|next| next.from).map_or(i64::MAX, |from| from.saturating_sub(1));
    let above = cells.contains(&(false, true));
    Some(Edge { side, band, label: bands[band].label.clone(), from: bands[band].from?, within: (lo, hi), above, cells })
}

/// What a zone would bring with a line from here up to where the next piece begins.
struct Piece {
    start: i64,
    now: i64,
    entered: i64,
}

/// Works out what a zone would bring wherever a line were: the line matters to a lead only where its own points are.
fn pieces(model: &Model, zone: usize, edge: &Edge, stood: &[Stood]) -> Vec<Piece> {
    let n_columns = model.n_bands(Side::Columns);
    let lowest = usize::from(model.has_ungraded(edge.side));
    // Whether the zone has a lead with the line above its points, whether it has it otherwise, and the points.
    let has = |stood: &Stood, lead: usize| {
        let cell = usize::from(stood.cells[lead]);
        let fixed = (stood.zones[lead] == Some(zone), stood.zones[lead] == Some(zone), 0);
        if stood.cells[lead] == NO_CELL || stood.held[lead] {
            return fixed;
        }
        let (row, column) = (cell / n_columns, cell % n_columns);
        let (band, other) = if edge.side == Side::Rows { (row, column) } else { (column, row) };
        if band == edge.band + lowest || band + 1 == edge.band + lowest && band >= lowest {
            let (below, above) = edge.cells[other];
            (below, above, stood.points[edge.side as usize][lead])
        } else {
            fixed
        }
    };
    let mut start = Piece { start: i64::MIN, now: 0, entered: 0 };
    let mut steps: Vec<(i64, i64, i64)> = Vec::new();
    let last = stood.last().expect("there is a now");
    for lead in 0..last.cells.len() {
        let mut before: Option<(bool, bool, i64)> = None;
        for (index, turn) in stood.iter().enumerate() {
            let here @ (below, above, points) = has(turn, lead);
            if index + 1 == stood.len() {
                start.now += i64::from(above);
                step(&mut steps, points, i64::from(below) - i64::from(above), 0);
            }
            let here = if turn.there[lead] { here } else { (false, false, 0) };
            if let Some(then) = before {
                enter(&mut start, &mut steps, then, here);
            }
            before = Some(here);
        }
    }
    steps.sort_unstable_by_key(|(at, _, _)| *at);
    let mut pieces = vec![start];
    for (at, now, entered) in steps {
        let last = pieces.last_mut().expect("there is a first piece");
        if last.start == at {
            (last.now, last.entered) = (last.now + now, last.entered + entered);
        } else {
            let next = Piece { start: at, now: last.now + now, entered: last.entered + entered };
            pieces.push(next);
        }
    }
    pieces
}

/// Notes a change at the first line that is above some points.
fn step(steps: &mut Vec<(i64, i64, i64)>, points: i64, now: i64, entered: i64) {
    if (now, entered) != (0, 0) {
        steps.push((points + 1, now, entered));
    }
}

/// Notes where the line must be for a lead to have entered between two turns of the week.
fn enter(
    start: &mut Piece,
    steps: &mut Vec<(i64, i64, i64)>,
    (was_below, was_above, was_at): (bool, bool, i64),
    (is_below, is_above, is_at): (bool, bool, i64),
) {
    let enters = |was: bool, is: bool| i64::from(is && !was);
    let low = enters(was_above, is_above);
    start.entered += low;
    // Between the two points one of the ends is above the line and the other below it.
    let middle = if was_at < is_at { enters(was_below, is_above) } else { enters(was_above, is_below) };
    let high = enters(was_below, is_below);
    step(steps, was_at.min(is_at), 0, middle - low);
    step(steps, was_at.max(is_at), 0, high - middle);
}

impl Edge {
    /// Returns the nearest line that takes enough away from the zone, but not everybody.
    fn first_fit(&self, pieces: &[Piece], room: u64) -> Option<Offer> {
        let mut lines = self.lines(pieces, self.above);
        let offer = lines.find(|offer| offer.entered <= room)?;
        (offer.now > 0 || offer.entered > 0).then_some(offer)
    }

    /// Returns the nearest line that brings the zone the most of all that can be reached without one that brings too many.
    fn fullest_fit(&self, pieces: &[Piece], room: u64) -> Option<Offer> {
        let here = self.offer(pieces, self.from);
        let lines = self.lines(pieces, !self.above).take_while(|offer| offer.entered <= room);
        let fuller = |best: Option<Offer>, next: Offer| {
            let most = best.as_ref().map_or(here.entered, |best| best.entered);
            if next.entered > most { Some(next) } else { best }
        };
        lines.fold(None, fuller)
    }

    /// Returns the lines that differ from this one in what they bring, the nearest first, upwards or downwards.
    fn lines<'p>(&'p self, pieces: &'p [Piece], up: bool) -> impl Iterator<Item = Offer> + 'p {
        let (lo, hi) = self.within;
        let above = pieces.partition_point(|piece| piece.start <= self.from);
        let rising = pieces[above..].iter().map(|piece| piece.start);
        let falling = pieces[1..above.max(1)].iter().rev().map(|piece| piece.start - 1);
        let lines: Box<dyn Iterator<Item = i64>> = if up { Box::new(rising) } else { Box::new(falling) };
        lines.take_while(move |to| (lo..=hi).contains(to)).map(|to| self.offer(pieces, to))
    }

    fn offer(&self, pieces: &[Piece], to: i64) -> Offer {
        let piece = &pieces[pieces.partition_point(|piece| piece.start <= to).saturating_sub(1)];
        let count = |n: i64| u64::try_from(n).expect("leads were counted up before they were counted down");
        Offer {
            side: self.side,
            band: self.label.clone(),
            from: self.from,
            to,
            now: count(piece.now),
            entered: count(piece.entered),
            floods: Vec::new(),
        }
    }
}
