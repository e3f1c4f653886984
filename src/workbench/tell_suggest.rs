//! What the verdicts ask for as sentences, for every front and both languages. Sentences only: nothing is worked out here.

use crate::insight::interval::thousandths;
use crate::model::Side;
use crate::msg;
use crate::review::Verdict;
use crate::text::Msg;
use crate::workbench::RECENT_WEEKS;
use crate::workbench::suggest::Counts;
use crate::workbench::suggest::Effect;
use crate::workbench::suggest::FEWEST_JUDGED;
use crate::workbench::suggest::Kind;
use crate::workbench::suggest::Lacking;
use crate::workbench::suggest::Proof;
use crate::workbench::suggest::Region;
use crate::workbench::suggest::SOONER_DAYS;
use crate::workbench::suggest::Shares;
use crate::workbench::suggest::Subject;
use crate::workbench::suggest::Suggestion;
use crate::workbench::suggest::Suggestions;
use crate::workbench::suggest::Why;
use crate::workbench::tell;
use crate::workbench::tell_review;

/// What people call the parts of a model.
pub struct Names<'n> {
    pub criterion: &'n dyn Fn(&str) -> String,
    pub zone: &'n dyn Fn(&str) -> String,
    pub axis: &'n dyn Fn(Side) -> String,
}

/// Says what would change.
pub fn title(suggestion: &Suggestion, names: &Names<'_>) -> Msg {
    match &suggestion.subject {
        Subject::Line { side, band, from, to } => {
            let (axis, from, to) = ((names.axis)(*side), *from, *to);
            match suggestion.kind {
                Kind::ActSooner => msg!("suggest-act-sooner", band = band, axis = axis, from = from, to = to),
                _ if to > from => msg!("suggest-raise-line", band = band, axis = axis, from = from, to = to),
                _ => msg!("suggest-lower-line", band = band, axis = axis, from = from, to = to),
            }
        }
        Subject::Share { from, to } => msg!("suggest-share", from = u32::from(*from), to = u32::from(*to)),
        Subject::Weight { criterion, from, to } => {
            let criterion = (names.criterion)(criterion);
            if to < from {
                msg!("suggest-cut", criterion = criterion, from = *from, to = *to)
            } else {
                msg!("suggest-raise", criterion = criterion, from = *from, to = *to)
            }
        }
        Subject::Negative { of, weight, .. } => {
            msg!("suggest-negative", points = weight.saturating_neg(), mark = tell_review::mark_of(of))
        }
        Subject::Gate { of, zone, .. } => {
            msg!("suggest-gate", mark = tell_review::mark_of(of), zone = (names.zone)(zone))
        }
    }
}

/// Says what a suggestion rests on, a sentence a line.
pub fn evidence(suggestion: &Suggestion) -> Vec<Msg> {
    let n = suggestion.evidence.leads.len();
    let sooner = || msg!("suggest-sooner", n = n, days = SOONER_DAYS);
    match suggestion.evidence.proof {
        Proof::Shares(shares) => {
            let mut told = vec![compared(suggestion.kind, &shares)];
            if suggestion.kind == Kind::RaiseWeight {
                told.push(sooner());
            }
            let (lo, hi) = shares.likely.thousandths();
            told.push(msg!("suggest-difference", lo = percent(lo), hi = percent(hi)));
            told.push(chance(shares.chance, shares.looked_at));
            told.extend((shares.of.is_small() || shares.of_right.is_small()).then(|| msg!("suggest-small")));
            told
        }
        Proof::Balance { late, early, chance: by } => {
            let small = (late + early < 30).then(|| msg!("suggest-small"));
            let told = [msg!("suggest-proof-balance", late = late, early = early), sooner(), chance(by, 1)];
            told.into_iter().chain(small).collect()
        }
        Proof::Most { part, likely } => {
            let (lo, _) = likely.thousandths();
            let (hits, of, lo) = (part.hits, part.of, percent(lo));
            let told = match suggestion.kind {
                Kind::ActSooner => msg!("suggest-proof-right", hits = hits, of = of, lo = lo),
                _ => msg!("suggest-proof-early", hits = hits, of = of, lo = lo),
            };
            std::iter::once(told).chain(part.is_small().then(|| msg!("suggest-small"))).collect()
        }
    }
}

fn compared(kind: Kind, shares: &Shares) -> Msg {
    let (hits, of) = (shares.of.hits, shares.of.of);
    let (right_hits, right) = (shares.of_right.hits, shares.of_right.of);
    match (kind, shares.points) {
        (Kind::CutWeight, Some([share, right_share])) => msg!(
            "suggest-proof-cut",
            share = percent(share),
            right_share = percent(right_share),
            hits = hits,
            of = of,
            right_hits = right_hits,
            right = right
        ),
        (Kind::RaiseWeight, _) => {
            msg!("suggest-proof-began", hits = hits, of = of, right_hits = right_hits, right = right)
        }
        (Kind::AddNegative | Kind::AddGate, _) => {
            msg!("suggest-proof-mark", hits = hits, of = of, right_hits = right_hits, right = right)
        }
        _ => msg!("suggest-proof-line", hits = hits, of = of, right_hits = right_hits, right = right),
    }
}

/// Returns thousandths as whole percent, rounded.
fn percent(thousandths: i64) -> i64 {
    (thousandths + 5).div_euclid(10)
}

fn chance(chance: f64, looked_at: u64) -> Msg {
    match thousandths(chance) {
        0 => msg!("suggest-chance-least", looked = looked_at),
        n => msg!("suggest-chance", n = n, looked = looked_at),
    }
}

/// Returns leads by verdict: "13 too early, 2 right".
pub fn counts(counts: &Counts) -> Msg {
    let told = Verdict::ALL.into_iter().filter(|found| counts[*found as usize] > 0);
    let told = told.map(|found| match (counts[found as usize], found) {
        (n, Verdict::Right) => msg!("suggest-count-right", n = n),
        (n, found) => msg!("suggest-count", n = n, verdict = tell::verdict(found)),
    });
    told.reduce(|a, b| msg!("tell-comma", a = a, b = b)).unwrap_or_else(|| msg!("suggest-nobody"))
}

/// Says in short what a suggestion does to the judged leads, good or bad.
pub fn in_short(effect: &Effect) -> Msg {
    let [out, into] = [effect.out, effect.into].map(|counts| counts.iter().any(|n| *n > 0));
    match (out, into) {
        (true, true) => msg!("suggest-short-both", out = counts(&effect.out), into = counts(&effect.into)),
        (true, false) => msg!("suggest-short-out", out = counts(&effect.out)),
        (false, true) => msg!("suggest-short-into", into = counts(&effect.into)),
        (false, false) => {
            let [before, after] = effect.handed_over;
            msg!("suggest-short-leads", before = before, after = after)
        }
    }
}

/// Says what a suggestion does, a sentence a line: to the verdicts, and to the top group.
pub fn effect(effect: &Effect, region: Region, top_share: u8) -> Vec<Msg> {
    let share = u32::from(top_share);
    let is_any = |counts: &Counts| counts.iter().any(|n| *n > 0);
    let mut told = Vec::new();
    told.extend(is_any(&effect.out).then(|| msg!("suggest-out", out = counts(&effect.out))));
    told.extend(is_any(&effect.into).then(|| msg!("suggest-into", into = counts(&effect.into))));
    if told.is_empty() {
        told.push(msg!("suggest-none-move"));
    }
    if region == Region::HandedOver {
        if effect.into_top + effect.out_of_top == 0 {
            told.push(msg!("suggest-top-same", share = share));
        } else {
            told.push(msg!(
                "suggest-top",
                share = share,
                n_into = effect.into_top,
                n_out = effect.out_of_top,
                into = counts(&effect.top_into),
                out = counts(&effect.top_out)
            ));
        }
    }
    told
}

/// Says who is handed over, before and after.
pub fn handed_over(effect: &Effect, region: Region) -> Msg {
    let ([before, after], [entered, then]) = (effect.handed_over, effect.entered);
    match region {
        Region::HandedOver => msg!(
            "suggest-handed-over",
            before = before,
            after = after,
            entered = entered,
            then = then,
            weeks = RECENT_WEEKS
        ),
        Region::Top => msg!("suggest-handed-over-top", before = before, after = after),
    }
}

/// Says on how many verdicts all this rests, a sentence a line.
pub fn judged(all: &Suggestions) -> Vec<Msg> {
    let n = all.n_judged();
    let (who, inside) = (counts(&all.judged), counts(&all.handed_over));
    let mut told = vec![match all.region {
        _ if n == 0 => msg!("suggest-judged-none"),
        Region::HandedOver if all.judged == all.handed_over => msg!("suggest-judged-all", n = n, who = who),
        Region::HandedOver => msg!("suggest-judged", n = n, who = who, inside = inside),
        Region::Top => msg!("suggest-judged-top", n = n, who = who, inside = inside),
    }];
    told.extend((n < FEWEST_JUDGED).then(|| msg!("suggest-more", need = FEWEST_JUDGED)));
    told.extend((all.other_model > 0).then(|| msg!("suggest-other-model", n = all.other_model)));
    told.extend((all.moved > 0).then(|| msg!("suggest-moved", n = all.moved)));
    told
}

/// Returns what a kind of suggestion is called.
pub fn kind(kind: Kind) -> Msg {
    match kind {
        Kind::RaiseLine => msg!("suggest-kind-raise-line"),
        Kind::CutWeight => msg!("suggest-kind-cut"),
        Kind::LowerLine => msg!("suggest-kind-lower-line"),
        Kind::RaiseWeight => msg!("suggest-kind-raise"),
        Kind::AddNegative => msg!("suggest-kind-negative"),
        Kind::AddGate => msg!("suggest-kind-gate"),
        Kind::ActSooner => msg!("suggest-kind-sooner"),
    }
}

/// Says why a kind of suggestion is not made, and what is missing.
pub fn lacking(lacking: &Lacking) -> Msg {
    match lacking.why {
        Why::Judged { have, need } => msg!("suggest-lacking-judged", have = have, need = need),
        Why::Few { of, have, need } => {
            msg!("suggest-lacking-few", verdict = tell::verdict(of), have = have, need = need)
        }
        Why::Nothing => match lacking.kind {
            Kind::RaiseLine | Kind::LowerLine | Kind::ActSooner => msg!("suggest-lacking-line"),
            Kind::CutWeight | Kind::RaiseWeight | Kind::AddNegative => msg!("suggest-lacking-criterion"),
            Kind::AddGate => msg!("suggest-lacking-zone"),
        },
        Why::Chance { looked_at } => msg!("suggest-lacking-chance", looked = looked_at),
        Why::NoHelp => msg!("suggest-lacking-help"),
        Why::NotAllRight { part } => msg!("suggest-lacking-right", hits = part.hits, of = part.of),
    }
}

/// The same in a few words.
pub fn lacking_in_short(lacking: &Lacking) -> Msg {
    match lacking.why {
        Why::Judged { have, need } => msg!("suggest-short-judged", have = have, need = need),
        Why::Few { of, have, need } => msg!("suggest-short-few", verdict = tell::verdict(of), have = have, need = need),
        Why::Nothing => msg!("suggest-short-nothing"),
        Why::Chance { .. } => msg!("suggest-short-chance"),
        Why::NoHelp => msg!("suggest-short-help"),
        Why::NotAllRight { part } => msg!("suggest-short-right", hits = part.hits, of = part.of),
    }
}
