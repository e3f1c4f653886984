//! The answers to a review's questions as sentences, for every front and both languages. Sentences only: nothing is worked out here.

use crate::insight::contrast::ACTIVITY_DAYS;
use crate::insight::contrast::Contrast;
use crate::insight::contrast::Evidence;
use crate::insight::contrast::Judgement;
use crate::insight::contrast::Why;
use crate::insight::five::Five;
use crate::insight::gaps::Gaps;
use crate::insight::gaps::Shape;
use crate::insight::ground::Source;
use crate::insight::interval::Part;
use crate::insight::interval::SMALL;
use crate::insight::interval::thousandths;
use crate::insight::makeup::Slice;
use crate::insight::missing::Mark;
use crate::insight::missing::Missing;
use crate::insight::missing::NEEDED;
use crate::insight::missing::Of;
use crate::insight::patterns::Patterns;
use crate::insight::patterns::Twins;
use crate::model::Filter;
use crate::model::POINT;
use crate::model::Repeat;
use crate::model::Rule;
use crate::model::Value;
use crate::msg;
use crate::text::Msg;
use crate::text::Points;
use crate::workbench::tell;

/// Says whether the top group looks really more interested than the next, and what that rests on.
pub fn judgement(contrast: &Contrast, top_share: u8) -> Msg {
    let share = u32::from(top_share);
    let by = |evidence| rests_on(contrast, evidence);
    match contrast.judgement {
        Judgement::Better(evidence) => msg!("review-better", share = share, why = by(evidence)),
        Judgement::NoBetter(evidence) => msg!("review-no-better", share = share, why = by(evidence)),
        Judgement::Worse(evidence) => msg!("review-worse", share = share, why = by(evidence)),
        Judgement::Unclear(Why::Nobody) => msg!("review-unclear-nobody"),
        Judgement::Unclear(Why::SamePoints) => msg!("review-unclear-same"),
        Judgement::Unclear(Why::NoEvidence) => msg!("review-unclear-none", days = ACTIVITY_DAYS),
        Judgement::Unclear(Why::TooFew) => {
            let [top, next] = &contrast.groups;
            msg!(
                "review-unclear-few",
                closed = top.won.of + next.won.of,
                judged = top.right.of + next.right.of,
                needed = SMALL
            )
        }
    }
}

/// Says the five numbers of some points.
pub fn five(points: Five) -> Msg {
    msg!(
        "review-five",
        least = Points(points.least),
        lower = Points(points.lower),
        median = Points(points.median),
        upper = Points(points.upper),
        most = Points(points.most)
    )
}

fn rests_on(contrast: &Contrast, evidence: Evidence) -> Msg {
    let [top, next] = &contrast.groups;
    let percent = |part: Part| percent(part.hits, part.of);
    match evidence {
        Evidence::Outcomes => msg!("review-by-outcomes", top = percent(top.won), next = percent(next.won)),
        Evidence::Verdicts => msg!("review-by-verdicts", top = percent(top.right), next = percent(next.right)),
        Evidence::Activity => {
            msg!("review-by-activity", top = percent(top.busy), next = percent(next.busy), days = ACTIVITY_DAYS)
        }
    }
}

/// Returns a share with where it is likely to be and what it is of, in whole percent; a dash of nothing.
pub fn share(part: Part) -> Msg {
    msg_of_share(part)
        .map_or_else(|| msg!("review-share-none"), |share| msg!("review-share", share = share, of = part.of))
}

/// The same of a group that everybody knows the size of.
pub fn share_of_all(part: Part) -> Msg {
    msg_of_share(part).unwrap_or_else(|| msg!("review-share-none"))
}

fn msg_of_share(part: Part) -> Option<Msg> {
    let (lo, hi) = part.interval()?.thousandths();
    let share = percent(part.hits, part.of);
    Some(msg!("review-share-likely", share = share, lo = (lo + 5) / 10, hi = (hi + 5) / 10))
}

/// Returns by how much two shares differ and where the difference is likely to be, in whole percent.
pub fn gap(contrast: &Contrast, evidence: Evidence) -> Msg {
    let Some(found) = contrast.differences[evidence as usize] else { return msg!("review-share-none") };
    let whole = |share: f64| (thousandths(share) + 5).div_euclid(10);
    let (is, lo, hi) = (whole(found.is), whole(found.likely.lo), whole(found.likely.hi));
    if found.is_small {
        msg!("review-gap-few", is = is, lo = lo, hi = hi)
    } else {
        msg!("review-gap", is = is, lo = lo, hi = hi)
    }
}

/// Returns a group's median and between which values its middle half is, as exactly as is worth while.
pub fn median(five: Option<Five>) -> Msg {
    let Some(five) = five else { return msg!("review-share-none") };
    let unit = if five.median.abs() < 100 * POINT { POINT / 10 } else { POINT };
    let short = |value: i64| Points((value + unit / 2).div_euclid(unit) * unit);
    msg!("review-median", median = short(five.median), lower = short(five.lower), upper = short(five.upper))
}

/// Says whether the gaps between the leads' points are large.
pub fn gaps(gaps: &Gaps) -> Msg {
    let Some(points) = gaps.points else { return msg!("review-gaps-nobody") };
    let held = percent_of(gaps.held);
    let (tied_at, tied) = gaps.largest_tie.unwrap_or_default();
    match gaps.shape {
        Shape::Nobody => msg!("review-gaps-nobody"),
        Shape::Few => msg!("review-gaps-few", leads = gaps.leads),
        Shape::Same => msg!("review-gaps-same", leads = gaps.leads, points = Points(points.median)),
        Shape::Large => {
            msg!("review-gaps-large", held = held, most = Points(points.most), median = Points(points.median))
        }
        Shape::Bunched if tied_at <= 0 => {
            msg!("review-gaps-without", without = gaps.without, leads = gaps.leads, most = Points(points.most))
        }
        Shape::Bunched => msg!("review-gaps-bunched", tied = tied, leads = gaps.leads, points = Points(tied_at)),
        Shape::Even => {
            msg!("review-gaps-even", held = held, most = Points(points.most), median = Points(points.median))
        }
    }
}

/// Says how many leads the cut-off cannot tell apart.
pub fn cut_off(gaps: &Gaps) -> Option<Msg> {
    let (points, ties) = gaps.at_cut?;
    Some(msg!("review-cut-off", points = Points(points), ties = ties))
}

/// Says which criteria make too much of the points of the top group; `title` is what people call a criterion.
pub fn flagged(patterns: &Patterns, limit: u8, title: &dyn Fn(&str) -> String) -> Vec<Msg> {
    if patterns.points == 0 {
        return vec![msg!("review-patterns-none")];
    }
    let flagged = patterns.shares.iter().filter(|share| share.flagged);
    let mut told: Vec<Msg> = flagged
        .map(|share| {
            // With a decimal: what is just above the limit must not look as if it were on it.
            let tenths = percent_of([share.points * 10, patterns.points]);
            msg!("review-flagged", criterion = title(&share.criterion), share = Points(tenths * (POINT / 10)))
        })
        .collect();
    if (patterns.leads as u64) < SMALL {
        told.push(msg!("review-patterns-few", leads = patterns.leads));
    } else if told.is_empty() {
        told.push(msg!("review-unflagged", limit = u32::from(limit)));
    }
    told
}

/// Says which criteria give nobody anything, and which give everyone the same.
pub fn useless(patterns: &Patterns, title: &dyn Fn(&str) -> String) -> Vec<Msg> {
    let names = |names: &[String]| names.iter().map(|name| title(name)).collect::<Vec<_>>().join(", ");
    let mut told = Vec::new();
    if !patterns.never.is_empty() {
        told.push(msg!("review-never", names = names(&patterns.never)));
    }
    if !patterns.always.is_empty() {
        told.push(msg!("review-always", names = names(&patterns.always)));
    }
    told
}

/// Says of two criteria that they go together.
pub fn twins(twins: &Twins, title: &dyn Fn(&str) -> String) -> Msg {
    msg!("review-twins", a = title(&twins.a), b = title(&twins.b), both = twins.both.hits, either = twins.both.of)
}

/// Says in a sentence what came of the search for missing negatives.
pub fn missing(missing: &Missing) -> Msg {
    let (bad, good) = (missing.bad, missing.good);
    if missing.lacking() != (0, 0) {
        return msg!("review-missing-few", bad = bad, good = good, needed = NEEDED);
    }
    match missing.marks.len() {
        0 => msg!("review-missing-none", bad = bad, good = good),
        n => msg!("review-missing-some", n = n, bad = bad, good = good),
    }
}

/// Says what a mark is of.
pub fn mark(mark: &Mark) -> Msg {
    mark_of(&mark.of)
}

/// Says what marks leads: a value of a field, or a kind of event.
pub fn mark_of(of: &Of) -> Msg {
    match of {
        Of::Value { field, value } => {
            msg!("tell-field", field = field, test = msg!("tell-is", value = tell::value(value)))
        }
        Of::Kind { kind, within } => tell::rule(&Rule::Activity {
            filter: Filter::of_kinds(vec![kind.clone()]),
            within: *within,
            repeat: Repeat::Once,
            decay: None,
        }),
    }
}

/// Says how often a mark comes with bad leads and with good ones.
pub fn mark_evidence(mark: &Mark) -> Msg {
    let percent = |part: Part| percent(part.hits, part.of);
    msg!(
        "review-mark",
        bad = mark.bad.hits,
        of_bad = mark.bad.of,
        bad_share = percent(mark.bad),
        good = mark.good.hits,
        of_good = mark.good.of,
        good_share = percent(mark.good)
    )
}

/// Says where it stands what came of the leads.
pub fn source(source: Option<&Source>) -> Msg {
    match source {
        None => msg!("review-source-none"),
        Some(Source::Field(field)) => msg!("review-source-field", field = field),
        Some(Source::Learned(field)) => msg!("review-source-learned", field = field),
    }
}

/// Returns a part of the values of a field in words.
pub fn slice(slice: &Slice) -> Msg {
    match slice {
        Slice::Value(value) => short(value),
        Slice::Range(lo, hi) if lo == hi => short(lo),
        Slice::Range(lo, hi) => msg!("review-range", lo = short(lo), hi = short(hi)),
        Slice::Others(n) => msg!("review-others", n = *n),
        Slice::Unknown => msg!("review-unknown"),
    }
}

/// Returns a value; of an instant only the day.
fn short(value: &Value) -> Msg {
    match value {
        Value::Date(at) => {
            let day = Value::Date(at.div_euclid(86_400) * 86_400);
            msg!("tell-text", text = day.to_string())
        }
        value => tell::value(value),
    }
}

/// Returns a share in whole percent, rounded; 0 of nothing.
fn percent(part: u64, of: u64) -> i64 {
    percent_of([i128::from(part), i128::from(of)])
}

/// Returns a share in whole percent, rounded; 0 of nothing.
pub fn percent_of([part, of]: [i128; 2]) -> i64 {
    if of <= 0 { 0 } else { i64::try_from((200 * part + of) / (2 * of)).unwrap_or(i64::MAX) }
}
