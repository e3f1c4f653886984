//! Whether the gaps between the leads' points are large: the spread of the points that rank them. Never here: what makes them.

use crate::insight::five::Five;
use crate::insight::ground::Ground;

/// The top tenth holds at least this share of all points, in percent: the gaps are very large.
const HELD_BY_TENTH: i128 = 50;
/// The most that a lead has is at least so many times what the middle one has: likewise.
const TIMES_MEDIAN: i128 = 10;
/// One value in so many leads is the value of one in three: they are bunched.
const BUNCHED: usize = 3;
/// From so many leads on their spread has a shape.
const ENOUGH: usize = 10;

/// How the leads spread over the points that rank them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// Leads that are scored.
    pub leads: usize,
    /// In micropoints; none when nobody is scored.
    pub points: Option<Five>,
    /// How many different values there are.
    pub distinct: usize,
    /// The value that most leads have, the highest of several, and how many have it.
    pub largest_tie: Option<(i64, usize)>,
    /// The points of the last lead of the top group, and how many stand where it does.
    pub at_cut: Option<(i64, usize)>,
    /// Leads without any points, or with fewer than none.
    pub without: usize,
    /// The points above none of the tenth of the leads that has most, and of all.
    pub held: [i128; 2],
    /// Leads in that tenth.
    pub tenth: usize,
    pub shape: Shape,
}

/// What the spread looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nobody is scored.
    Nobody,
    /// Too few leads for a shape.
    Few,
    /// Everyone has the same.
    Same,
    /// A few leads have most of the points, or many times those of the middle lead.
    Large,
    /// A third of the leads or more have the very same points.
    Bunched,
    Even,
}

/// Returns how the leads spread.
pub fn gaps(ground: &Ground<'_>) -> Gaps {
    let mut values: Vec<i64> = ground.population().map(|lead| ground.rank_points(lead)).collect();
    let points = Five::of(&mut values);
    let (mut distinct, mut largest_tie) = (0, None);
    for run in values.chunk_by(|a, b| a == b) {
        distinct += 1;
        if largest_tie.is_none_or(|(_, most)| run.len() >= most) {
            largest_tie = Some((run[0], run.len()));
        }
    }
    let tenth = values.len().div_ceil(10);
    let sum = |values: &[i64]| values.iter().map(|value| i128::from((*value).max(0))).sum::<i128>();
    let held = [sum(&values[values.len() - tenth..]), sum(&values)];
    let last_in = ground.cut.last_in.and_then(|last| u32::try_from(last).ok());
    Gaps {
        leads: values.len(),
        points,
        distinct,
        largest_tie,
        at_cut: last_in.map(|last| (ground.rank_points(last), ground.cut.ties)),
        without: values.partition_point(|value| *value <= 0),
        held,
        tenth,
        shape: shape(points, values.len(), held, largest_tie.map_or(0, |(_, leads)| leads)),
    }
}

fn shape(points: Option<Five>, leads: usize, [of_tenth, of_all]: [i128; 2], tied: usize) -> Shape {
    let Some(points) = points else { return Shape::Nobody };
    let tops = points.median > 0 && i128::from(points.most) >= TIMES_MEDIAN * i128::from(points.median);
    if leads < 2 {
        Shape::Few
    } else if points.least == points.most {
        Shape::Same
    } else if leads < ENOUGH {
        Shape::Few
    } else if tops || (of_all > 0 && of_tenth * 100 >= HELD_BY_TENTH * of_all) {
        Shape::Large
    } else if tied * BUNCHED >= leads {
        Shape::Bunched
    } else {
        Shape::Even
    }
}
