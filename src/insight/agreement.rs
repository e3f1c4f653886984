//! How far a learned percent and a model made by hand say the same, and how well each tells won leads from lost ones.
//!
//! Ties count half everywhere: ranks are mid-ranks, so the correlation is Spearman's corrected for ties, and the area under
//! the curve is the chance that a won lead stands above a lost one. Sums are exact; only the last division is a float.

use std::cmp::Ordering;

use crate::insight::lesson::Outcome;
use crate::insight::lesson::Outcomes;

/// What is compared, lead by lead; higher is better, none = nothing to compare.
pub struct Compared<'c> {
    pub learned: &'c [Option<i64>],
    pub model: &'c [Option<i64>],
    /// What the learned field says without knowing how far a lead came.
    pub odds: &'c [Option<f64>],
    pub outcomes: &'c Outcomes,
    /// The share of the top group, in percent.
    pub top_share: u8,
}

/// How far two orders of the same leads agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Leads that both speak of.
    pub leads: usize,
    /// Spearman's rank correlation, −1..=1; none where one of the two says the same of everyone.
    pub correlation: Option<f64>,
    pub top: Overlap,
    /// Leads that both speak of and that were won, or lost.
    pub won: usize,
    pub lost: usize,
    /// The chance that a won lead stands above a lost one, 0..=1; none without both.
    pub learned_auc: Option<f64>,
    pub model_auc: Option<f64>,
}

/// The top groups of both orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Overlap {
    /// Leads in each.
    pub size: usize,
    /// Leads in both.
    pub both: usize,
    /// Leads outside the learned top group that say the same as its last; which of them are in is by the order of import.
    pub ties: usize,
}

/// Compares the leads that both speak of.
pub fn agreement(compared: &Compared<'_>) -> Agreement {
    let mut both: Vec<(i64, i64, usize)> = Vec::new();
    for (lead, (learned, model)) in compared.learned.iter().zip(compared.model).enumerate() {
        both.extend(learned.zip(*model).map(|(learned, model)| (learned, model, lead)));
    }
    let learned: Vec<i64> = both.iter().map(|(learned, ..)| *learned).collect();
    let model: Vec<i64> = both.iter().map(|(_, model, _)| *model).collect();
    let closed = |at: &usize| compared.outcomes[both[*at].2].zip(compared.odds[both[*at].2]);
    let known: Vec<(usize, (Outcome, f64))> = (0..both.len()).filter_map(|at| Some((at, closed(&at)?))).collect();
    let is_won: Vec<bool> = known.iter().map(|(_, (outcome, _))| *outcome == Outcome::Won).collect();
    let odds: Vec<f64> = known.iter().map(|(_, (_, odds))| *odds).collect();
    let standing: Vec<i64> = known.iter().map(|(at, _)| model[*at]).collect();
    let won = is_won.iter().filter(|won| **won).count();
    Agreement {
        leads: both.len(),
        correlation: correlation(&mid_ranks(&learned, i64::cmp), &mid_ranks(&model, i64::cmp)),
        top: overlap(&learned, &model, compared.top_share),
        won,
        lost: is_won.len() - won,
        learned_auc: area(&mid_ranks(&odds, f64::total_cmp), &is_won),
        model_auc: area(&mid_ranks(&standing, i64::cmp), &is_won),
    }
}

/// Returns twice the rank of every value, the lowest first, from 1; equal values share the middle of their ranks.
fn mid_ranks<T>(values: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<u64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| compare(&values[*a], &values[*b]));
    let mut ranks = vec![0; values.len()];
    let mut before = 0_u64;
    for run in order.chunk_by(|a, b| compare(&values[*a], &values[*b]).is_eq()) {
        let n = run.len() as u64;
        for at in run {
            ranks[*at] = 2 * before + n + 1;
        }
        before += n;
    }
    ranks
}

/// Returns Pearson's correlation of two lists of ranks.
fn correlation(a: &[u64], b: &[u64]) -> Option<f64> {
    let n = a.len() as i128;
    let sum = |of: &dyn Fn(usize) -> i128| (0..a.len()).map(of).sum::<i128>();
    let (sum_a, sum_b) = (sum(&|at| i128::from(a[at])), sum(&|at| i128::from(b[at])));
    let spread = |x: &[u64], y: &[u64], sums: i128| n * sum(&|at| i128::from(x[at]) * i128::from(y[at])) - sums;
    let (both, of_a, of_b) = (spread(a, b, sum_a * sum_b), spread(a, a, sum_a * sum_a), spread(b, b, sum_b * sum_b));
    (of_a > 0 && of_b > 0).then(|| real(both) / (real(of_a).sqrt() * real(of_b).sqrt()))
}

/// Returns the chance that one of the won stands above one of the lost.
fn area(ranks: &[u64], is_won: &[bool]) -> Option<f64> {
    let won = is_won.iter().filter(|won| **won).count() as u64;
    let lost = is_won.len() as u64 - won;
    if won == 0 || lost == 0 {
        return None;
    }
    let sum: u64 = ranks.iter().zip(is_won).filter(|(_, won)| **won).map(|(rank, _)| rank).sum();
    // Among themselves the won take the ranks 1 to n; what is above that are the lost below them, twice over.
    Some(real(i128::from(sum - won * (won + 1))) / real(2 * i128::from(won) * i128::from(lost)))
}

fn overlap(learned: &[i64], model: &[i64], share: u8) -> Overlap {
    let size = (learned.len() * usize::from(share)).div_ceil(100).min(learned.len());
    let top = |values: &[i64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(values[*at]));
        order.truncate(size);
        order
    };
    let (ours, mut theirs) = (top(learned), top(model));
    theirs.sort_unstable();
    let ties = ours.last().map_or(0, |last| {
        let same = |values: &mut dyn Iterator<Item = &i64>| values.filter(|value| **value == learned[*last]).count();
        same(&mut learned.iter()) - same(&mut ours.iter().map(|at| &learned[*at]))
    });
    Overlap { size, both: ours.iter().filter(|at| theirs.binary_search(at).is_ok()).count(), ties }
}

#[expect(clippy::cast_precision_loss, reason = "the one place where an exact sum becomes a statistic")]
fn real(n: i128) -> f64 {
    n as f64
}
