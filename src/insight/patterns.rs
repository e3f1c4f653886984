//! What the points of the top group are made of, and which criteria always go together or tell nobody apart. Never here: advice.

use crate::insight::ground::Counted;
use crate::insight::ground::Ground;
use crate::insight::interval::Part;
use crate::model::Side;

/// Two criteria that give points to so many leads in common, of 100 that either gives any, are twins.
const TWINS: u64 = 95;
/// And to at least so many leads.
const FEWEST_TOGETHER: u64 = 20;
/// At most so many criteria are compared with each other, those that give to most leads.
const MOST_COMPARED: usize = 400;

/// What the criteria have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patterns {
    /// Leads of the top group.
    pub leads: usize,
    /// All points above none that criteria give the top group, in micropoints: lines of the ledger, before caps.
    pub points: i128,
    /// What each criterion gives of them, the most first; those that give nothing are left out.
    pub shares: Vec<Share>,
    /// Pairs of criteria that give to the same leads, the most alike first.
    pub twins: Vec<Twins>,
    /// Criteria that give nobody of the population anything.
    pub never: Vec<String>,
    /// Criteria that give everyone the same.
    pub always: Vec<String>,
}

/// A criterion's part of the points of the top group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub side: Side,
    pub criterion: String,
    /// Micropoints.
    pub points: i128,
    /// Leads of the top group it gives points above none.
    pub hit: Part,
    /// Whether that is more than the share that is flagged.
    pub flagged: bool,
}

/// Two criteria that give to the same leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twins {
    pub a: String,
    pub b: String,
    /// Leads of the population that both give any points, of those that either does.
    pub both: Part,
}

/// Returns the patterns; a criterion that makes more than `flagged_share` percent of the points is flagged.
pub fn patterns(ground: &Ground<'_>, flagged_share: u8) -> Patterns {
    let criteria = ground.criteria();
    let [top, _] = ground.groups();
    let mut shares: Vec<Share> = criteria.iter().map(|counted| share(counted, &top)).collect();
    let points: i128 = shares.iter().map(|share| share.points).sum();
    for share in &mut shares {
        share.flagged = share.points * 100 > points * i128::from(flagged_share);
    }
    shares.retain(|share| share.points > 0);
    shares.sort_by_key(|share| std::cmp::Reverse(share.points));
    let named = |wanted: &dyn Fn(&Counted<'_>) -> bool| {
        criteria.iter().filter(|c| wanted(c)).map(|c| c.criterion.name.clone()).collect::<Vec<_>>()
    };
    let is_anybody = ground.scores.size() > 0;
    Patterns {
        leads: top.len(),
        points,
        shares,
        twins: twins(ground, &criteria),
        never: if is_anybody { named(&|c| c.found.touched == 0) } else { Vec::new() },
        always: if is_anybody { named(&|c| gives_all_the_same(ground, c)) } else { Vec::new() },
    }
}

fn share(counted: &Counted<'_>, top: &[u32]) -> Share {
    let (mut points, mut hit) = (0_i128, 0_u64);
    for lead in top {
        let given = counted.points(*lead).max(0);
        points += i128::from(given);
        hit += u64::from(given > 0);
    }
    Share {
        side: counted.side,
        criterion: counted.criterion.name.clone(),
        points,
        hit: Part::new(hit, top.len() as u64),
        flagged: false,
    }
}

fn gives_all_the_same(ground: &Ground<'_>, counted: &Counted<'_>) -> bool {
    if counted.found.touched != ground.scores.size() {
        return false;
    }
    let mut given = ground.population().map(|lead| counted.found.hits.units(lead as usize));
    let first = given.next();
    given.all(|units| Some(units) == first)
}

/// Finds the twins among the criteria that give some leads points and not all.
fn twins(ground: &Ground<'_>, criteria: &[Counted<'_>]) -> Vec<Twins> {
    let size = ground.scores.size();
    let some = |c: &&Counted<'_>| c.found.touched as u64 >= FEWEST_TOGETHER && c.found.touched < size;
    let mut some: Vec<&Counted<'_>> = criteria.iter().filter(some).collect();
    some.sort_by_key(|c| std::cmp::Reverse(c.found.touched));
    some.truncate(MOST_COMPARED);
    let leads: Vec<u32> = ground.population().collect();
    let sets: Vec<Bits> =
        some.iter().map(|c| Bits::of(leads.iter().map(|lead| c.found.hits.units(*lead as usize) != 0))).collect();
    let mut found = Vec::new();
    for (at, a) in some.iter().enumerate() {
        for (other, b) in some.iter().enumerate().skip(at + 1) {
            // They come by how many leads they give to: once one is too small, so are those that follow.
            if (b.found.touched as u64) * 100 < (a.found.touched as u64) * TWINS {
                break;
            }
            let both = sets[at].in_common(&sets[other]);
            let either = a.found.touched as u64 + b.found.touched as u64 - both;
            if both >= FEWEST_TOGETHER && both * 100 >= either * TWINS {
                let [a, b] = [a, b].map(|c| c.criterion.name.clone());
                found.push(Twins { a, b, both: Part::new(both, either) });
            }
        }
    }
    found.sort_by(|x, y| (y.both.hits * x.both.of).cmp(&(x.both.hits * y.both.of)));
    found
}

/// A set of leads, a bit each.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// The set of those of which the answer is yes.
    pub(super) fn of(answers: impl Iterator<Item = bool>) -> Bits {
        let mut bits = Vec::new();
        for (at, yes) in answers.enumerate() {
            if at % 64 == 0 {
                bits.push(0);
            }
            if yes {
                bits[at / 64] |= 1 << (at % 64);
            }
        }
        Bits(bits)
    }

    pub(super) fn in_common(&self, other: &Bits) -> u64 {
        self.0.iter().zip(&other.0).map(|(a, b)| u64::from((a & b).count_ones())).sum()
    }

    pub(super) fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    pub(super) fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}
