//! Exact tests for small numbers: how often chance alone would show as much. Never here: leads, or what to do about it.
//!
//! Fisher's test (1922) for the difference of two shares and the sign test for two counts that should balance; both two-sided, by the
//! sum of all outcomes that are no likelier than the one that is there.

use crate::insight::interval::Part;

/// How much less likely an outcome may be by rounding and still count as equally likely.
const NEARLY: f64 = 1.0 + 1e-7;

/// Returns how often two shares of so many would differ as much or more if they were the same, 0..=1 (Fisher's exact test).
pub fn fisher(a: Part, b: Part) -> f64 {
    let (of, hits) = (a.of + b.of, a.hits + b.hits);
    let logs = Factorials::upto(of);
    let likely = |in_a: u64| logs.choose(a.of, in_a) + logs.choose(b.of, hits - in_a) - logs.choose(of, hits);
    let seen = likely(a.hits).exp() * NEARLY;
    let possible = hits.saturating_sub(b.of)..=hits.min(a.of);
    possible.map(|in_a| likely(in_a).exp()).filter(|chance| *chance <= seen).sum::<f64>().min(1.0)
}

/// Returns how often two counts would be as far apart or further if either were as likely for each, 0..=1 (the sign test).
pub fn signs(a: u64, b: u64) -> f64 {
    let logs = Factorials::upto(a + b);
    let likely = |n: u64| (logs.choose(a + b, n) - real(a + b) * std::f64::consts::LN_2).exp();
    let seen = likely(a) * NEARLY;
    (0..=a + b).map(likely).filter(|chance| *chance <= seen).sum::<f64>().min(1.0)
}

/// The logarithms of the factorials up to some number.
struct Factorials(Vec<f64>);

impl Factorials {
    fn upto(n: u64) -> Factorials {
        let mut logs = vec![0.0];
        for k in 1..=n {
            logs.push(logs.last().copied().unwrap_or(0.0) + real(k).ln());
        }
        Factorials(logs)
    }

    /// Returns the logarithm of the number of ways to take `k` of `n`.
    fn choose(&self, n: u64, k: u64) -> f64 {
        let log = |n: u64| usize::try_from(n).ok().and_then(|n| self.0.get(n)).copied().unwrap_or(f64::NAN);
        log(n) - log(k) - log(n - k)
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of leads are far below 2⁵²")]
fn real(n: u64) -> f64 {
    n as f64
}
