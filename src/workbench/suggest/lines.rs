//! Where the line into what is handed over should be, by the verdicts. Never here: weights, criteria, gates.
//!
//! A line is the lower edge of a band that bounds a zone of sales: above it leads are handed over, below it they are not. Where the
//! top group stands for what is handed over, its share is the line. Lines are tried in whole units (5 points where the edge is at 20
//! or more, else 1), up to the neighbouring edges.
//!
//! - **Raise**: of all lines that lose no more right leads than may be lost, the one that sends out the most too-early leads less right
//!   ones; of equals the nearest. The too-early leads must be those below it more often than the right ones are; where nearly all are
//!   too early, so that there is nothing to compare, the nearest line that sends out most of them.
//! - **Lower**: where more leads are too late than too early, the line by which the most of them would have been handed over sooner,
//!   less those that come too early already.
//! - **Act sooner**: where nearly all are right, the lowest line that hands over at most a quarter more.

use std::collections::BTreeSet;

use crate::insight::exact::fisher;
use crate::insight::exact::signs;
use crate::insight::interval::Part;
use crate::insight::interval::newcombe;
use crate::model::Edit;
use crate::model::Model;
use crate::model::POINT;
use crate::model::Part as ModelPart;
use crate::model::Side;
use crate::review::Verdict;
use crate::workbench::suggest::ACCEPTED;
use crate::workbench::suggest::ALL_RIGHT;
use crate::workbench::suggest::Candidate;
use crate::workbench::suggest::FEWEST_OF;
use crate::workbench::suggest::MOST_MORE;
use crate::workbench::suggest::Proof;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::Shares;
use crate::workbench::suggest::Sought;
use crate::workbench::suggest::Subject;
use crate::workbench::suggest::Why;
use crate::workbench::suggest::effect::handed_over;
use crate::workbench::suggest::panel::Panel;
use crate::workbench::suggest::panel::Trial;
use crate::workbench::suggest::panel::by_chance;
use crate::workbench::suggest::panel::edited;
use crate::workbench::zones::of_sales;

/// The most places that are tried for a line.
const MOST_PLACES: i64 = 100;
/// How far down a line is tried where no band bounds it, in units.
const FAR: i64 = 40;

/// A line that can be moved.
struct Line {
    what: What,
    from: i64,
    /// Where it may be, both included.
    within: (i64, i64),
    unit: i64,
}

enum What {
    Band(Side, String),
    Share,
}

impl Line {
    fn at(&self, to: i64) -> (Subject, Edit) {
        match &self.what {
            What::Band(side, band) => (
                Subject::Line { side: *side, band: band.clone(), from: self.from, to },
                Edit::SetBand { side: *side, band: band.clone(), from: to },
            ),
            What::Share => {
                let share = |n: i64| u8::try_from(n).expect("a share is a percentage");
                (
                    Subject::Share { from: share(self.from), to: share(to) },
                    Edit::Set(vec![ModelPart::TopShare(share(to))]),
                )
            }
        }
    }

    /// Returns the places from the line outwards, away from what is handed over (up), or the other way, up to a furthest one.
    fn places(&self, up: bool, furthest: i64) -> Vec<i64> {
        let (lo, hi) = self.within;
        // A smaller share is a higher line.
        let rises = up != matches!(self.what, What::Share);
        let end = if rises { furthest.min(hi) } else { furthest.max(lo) };
        let reach = (end - self.from).abs();
        let mut unit = self.unit;
        while reach / unit > MOST_PLACES {
            unit *= 2;
        }
        let first = self.from.div_euclid(unit) * unit;
        let place = |n: i64| if rises { first + n * unit } else { first + (1 - n) * unit };
        let is_beyond = |to: &i64| if rises { *to > self.from } else { *to < self.from };
        let places = (0..=MOST_PLACES + 2).map(place).filter(is_beyond);
        places.take_while(|to| if rises { *to <= end } else { *to >= end }).collect()
    }
}

/// Returns the lines into what is handed over: of columns first, then of rows.
fn lines(panel: &Panel<'_>) -> Vec<Line> {
    let model = panel.bench.model();
    if panel.region == Region::Top {
        let from = i64::from(model.top_share);
        return vec![Line { what: What::Share, from, within: (1, 50), unit: if from >= 10 { 5 } else { 1 } }];
    }
    [Side::Columns, Side::Rows].into_iter().flat_map(|side| lines_of(model, side)).collect()
}

fn lines_of(model: &Model, side: Side) -> Vec<Line> {
    let Some(map) = model.map_in_force() else { return Vec::new() };
    let bands = &model.axis(side).bands;
    let lowest = usize::from(model.has_ungraded(side));
    let other = if side == Side::Rows { Side::Columns } else { Side::Rows };
    let goes_to_sales = |band: usize, across: usize| {
        let (row, column) = if side == Side::Rows { (band + lowest, across) } else { (across, band) };
        model.zone_in(map, row, column).is_some_and(of_sales)
    };
    let line = |band: usize| {
        let from = bands[band].from?;
        let bounds = |across: usize| goes_to_sales(band, across) && !goes_to_sales(band - 1, across);
        let lo = bands[band - 1].from.map_or(i64::MIN / 4, |below| below.saturating_add(1));
        let hi = bands.get(band + 1).and_then(|next| next.from).map_or(i64::MAX / 4, |next| next.saturating_sub(1));
        let what = What::Band(side, bands[band].label.clone());
        let unit = if from.abs() >= 20 { 5 } else { 1 };
        (0..model.n_bands(other)).any(bounds).then_some(Line { what, from, within: (lo, hi), unit })
    };
    (1..bands.len()).filter_map(line).collect()
}

/// A line tried at a place.
struct Tried {
    subject: Subject,
    edit: Edit,
    trial: Trial,
    gain: i64,
    /// How far it is from where the line is, in its units.
    far: i64,
}

/// Tries every line at every place that may matter.
fn try_all(
    panel: &Panel<'_>,
    up: bool,
    furthest: impl Fn(&Line) -> i64,
    gain: impl Fn(&Trial) -> Option<i64>,
) -> (Vec<Tried>, u64) {
    let mut outcomes: BTreeSet<Vec<bool>> = BTreeSet::new();
    let mut tried = Vec::new();
    for line in lines(panel) {
        for to in line.places(up, furthest(&line)) {
            let (subject, edit) = line.at(to);
            let Some(trial) = panel.trial(&edit) else { continue };
            // Only what differs was looked at.
            if trial.inside != panel.inside {
                outcomes.insert(trial.inside.clone());
            }
            if let Some(gain) = gain(&trial) {
                let far = (to - line.from).abs() / line.unit;
                tried.push(Tried { subject, edit, trial, gain, far });
            }
        }
    }
    (tried, outcomes.len() as u64)
}

/// Returns the most helpful of what was tried; of equals the nearest, then the first.
fn best(tried: Vec<Tried>) -> Option<Tried> {
    tried.into_iter().reduce(|best, next| if (next.gain, -next.far) > (best.gain, -best.far) { next } else { best })
}

/// Too early: the line, higher.
pub(super) fn raise(panel: &Panel<'_>) -> Sought {
    if lines(panel).is_empty() {
        return Err(Why::Nothing);
    }
    if let Some(few) = panel.too_few(&[Verdict::TooEarly]) {
        return Err(few);
    }
    let inside = panel.counts(|at| panel.inside[at]);
    let [early, _, _, right] = inside;
    let early_part = Part::new(early, inside.iter().sum());
    let most = early_part.interval().filter(|likely| likely.lo > 0.5);
    let (tried, looked_at) =
        try_all(panel, true, |line| highest(panel, line), |trial| panel.sent_out(trial, Verdict::TooEarly));
    let compared = if right < FEWEST_OF {
        Err(Why::Few { of: Verdict::Right, have: right, need: FEWEST_OF })
    } else {
        compared(panel, &tried, looked_at)
    };
    match (compared, most) {
        (Ok((at, shares)), _) => Ok(candidate(panel, tried, at, Proof::Shares(shares))),
        (Err(_), Some(likely)) => {
            let sends_most = |tried: &Tried| {
                let out = panel.moves(&tried.trial)[0][Verdict::TooEarly as usize];
                tried.gain > 0 && out * 2 > early
            };
            let nearest = (0..tried.len()).filter(|at| sends_most(&tried[*at])).min_by_key(|at| tried[*at].far);
            let at = nearest.ok_or(Why::NoHelp)?;
            Ok(candidate(panel, tried, at, Proof::Most { part: early_part, likely }))
        }
        (Err(why), None) => Err(why),
    }
}

/// Finds the best line, if the too-early leads are below it more often than the right ones.
fn compared(panel: &Panel<'_>, tried: &[Tried], looked_at: u64) -> Result<(usize, Shares), Why> {
    let better = |a: &usize, b: &usize| {
        let key = |at: usize| (tried[at].gain, -tried[at].far);
        // Of equals the first.
        key(*a).cmp(&key(*b)).then(b.cmp(a))
    };
    let at = (0..tried.len()).filter(|at| tried[*at].gain > 0).max_by(better).ok_or(Why::NoHelp)?;
    let [out, _] = panel.moves(&tried[at].trial);
    let all = panel.counts(|at| panel.inside[at]);
    let part = |verdict: Verdict| Part::new(out[verdict as usize], all[verdict as usize]);
    let (of, of_right) = (part(Verdict::TooEarly), part(Verdict::Right));
    shares(of, of_right, looked_at, None).map(|shares| (at, shares))
}

/// Compares two shares, if more than chance makes them differ.
pub(super) fn shares(of: Part, of_right: Part, looked_at: u64, points: Option<[i64; 2]>) -> Result<Shares, Why> {
    let chance = by_chance(fisher(of, of_right), looked_at)?;
    let likely = newcombe(of, of_right, crate::insight::interval::Sureness::In95Of100);
    let likely = likely.ok_or(Why::Chance { looked_at })?;
    Ok(Shares { of, of_right, likely, chance, looked_at, points })
}

fn candidate(panel: &Panel<'_>, mut tried: Vec<Tried>, at: usize, proof: Proof) -> Vec<Candidate> {
    let Tried { subject, edit, trial, gain, .. } = tried.swap_remove(at);
    let out = panel.with(Verdict::TooEarly, |at| panel.inside[at] && !trial.inside[at]);
    vec![Candidate { subject, edit, leads: panel.named(&out), proof, gain }]
}

/// Returns the highest line that may matter: just above the highest too-early lead.
fn highest(panel: &Panel<'_>, line: &Line) -> i64 {
    match line.what {
        What::Share => 1,
        What::Band(side, _) => {
            let early = panel.with(Verdict::TooEarly, |at| panel.inside[at]);
            let values = early.iter().map(|at| panel.value(side, *at).div_euclid(POINT));
            values.max().map_or(line.from, |value| value.saturating_add(line.unit))
        }
    }
}

/// Returns the lowest line that may matter.
fn lowest(panel: &Panel<'_>, line: &Line) -> i64 {
    match line.what {
        What::Share => 50,
        What::Band(side, _) => {
            let floor = panel.bench.model().axis(side).floor.unwrap_or(i64::MIN / 4);
            (line.from - FAR * line.unit).max(floor)
        }
    }
}

/// Too late: the line, lower.
pub(super) fn lower(panel: &Panel<'_>) -> Sought {
    if lines(panel).is_empty() {
        return Err(Why::Nothing);
    }
    let [early, late, ..] = panel.counts(|_| true);
    if late < FEWEST_OF {
        return Err(Why::Few { of: Verdict::TooLate, have: late, need: FEWEST_OF });
    }
    let chance = by_chance(signs(late, early), 1)?;
    if late <= early {
        return Err(Why::Chance { looked_at: 1 });
    }
    let gain = |trial: &Trial| Some(panel.brought_in(trial)).filter(|gain| *gain > 0);
    let (tried, _) = try_all(panel, false, |line| lowest(panel, line), gain);
    let Tried { subject, edit, trial, gain, .. } = best(tried).ok_or(Why::NoHelp)?;
    let leads = panel.named(&panel.sooner(&trial));
    Ok(vec![Candidate { subject, edit, leads, proof: Proof::Balance { late, early, chance }, gain }])
}

/// All right: the line, lower.
pub(super) fn sooner(panel: &Panel<'_>) -> Sought {
    let lines = lines(panel);
    if lines.is_empty() {
        return Err(Why::Nothing);
    }
    let inside = panel.counts(|at| panel.inside[at]);
    let part = Part::new(inside[Verdict::Right as usize], inside.iter().sum());
    if part.of < crate::workbench::suggest::FEWEST_JUDGED {
        return Err(Why::Judged { have: part.of, need: crate::workbench::suggest::FEWEST_JUDGED });
    }
    let likely = part.interval().ok_or(Why::NotAllRight { part })?;
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let accepted = ACCEPTED as f64 / 100.0;
    if part.hits * 100 < part.of * ALL_RIGHT || likely.lo <= accepted {
        return Err(Why::NotAllRight { part });
    }
    let leads = panel.named(&panel.with(Verdict::Right, |at| panel.inside[at]));
    for line in lines {
        if let Some((subject, edit, gain)) = lowest_fit(panel, &line) {
            return Ok(vec![Candidate { subject, edit, leads, proof: Proof::Most { part, likely }, gain }]);
        }
    }
    Err(Why::NoHelp)
}

/// Finds the lowest place of a line that hands over at most a quarter more, and anybody at all, without bringing in more judged
/// leads that are not right than such that are.
fn lowest_fit(panel: &Panel<'_>, line: &Line) -> Option<(Subject, Edit, i64)> {
    let now = handed_over(panel, panel.bench.model(), panel.bench.scores());
    let most = now + now * MOST_MORE / 100;
    let counted = |to: i64| {
        let (_, edit) = line.at(to);
        let model = edited(panel.bench.model(), &edit)?;
        let mut scores = panel.bench.scores().clone();
        scores.update(&model, panel.bench.data());
        Some(handed_over(panel, &model, &scores))
    };
    // Who is above a line is above every lower one, so that halving finds the last place that fits.
    let places = line.places(false, lowest(panel, line));
    let fits = places.partition_point(|to| counted(*to).is_some_and(|then| then <= most));
    let to = *places.get(fits.checked_sub(1)?)?;
    let (subject, edit) = line.at(to);
    let [_, into] = panel.moves(&panel.trial(&edit)?);
    let right = into[Verdict::Right as usize];
    let wrong = into.iter().sum::<u64>() - right;
    let more = counted(to)? - now;
    (more > 0 && wrong <= right).then_some((subject, edit, 0))
}
