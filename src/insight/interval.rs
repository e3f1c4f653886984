//! Intervals for shares and for their differences: how far a number from a few leads may be off. Never here: leads.
//!
//! A share's interval is Wilson's score interval (1927) without continuity correction; that of a difference is Newcombe's hybrid of
//! two of them (1998, method 10). Both keep within what is possible and hold for few leads, where the usual ± does not.

/// The quantile of the normal distribution for an interval that holds in 95 cases of 100.
const Z_95: f64 = 1.959_963_984_540_054;
/// The same for 99 cases of 100: for what is the most striking of many things looked at.
const Z_99: f64 = 2.575_829_303_548_901;

/// Below so many leads a share is said to be one of few.
pub const SMALL: u64 = 30;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub hits: u64,
    pub of: u64,
}

/// Where the truth is likely to be: shares 0..=1, differences −1..=1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub lo: f64,
    pub hi: f64,
}

/// How sure an interval is meant to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sureness {
    #[default]
    In95Of100,
    In99Of100,
}

impl Sureness {
    fn z(self) -> f64 {
        match self {
            Sureness::In95Of100 => Z_95,
            Sureness::In99Of100 => Z_99,
        }
    }
}

impl Part {
    pub fn new(hits: u64, of: u64) -> Part {
        Part { hits: hits.min(of), of }
    }

    /// Returns the share; none of nothing.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| real(self.hits) / real(self.of))
    }

    /// Whether there are so few that the number itself says little.
    pub fn is_small(self) -> bool {
        self.of < SMALL
    }

    /// Returns Wilson's interval for the share, 95 %; none of nothing.
    pub fn interval(self) -> Option<Interval> {
        wilson(self, Sureness::In95Of100)
    }
}

impl Interval {
    /// Whether the interval says that there is a difference, either way.
    pub fn excludes_zero(self) -> bool {
        self.lo > 0.0 || self.hi < 0.0
    }

    /// Returns both ends in thousandths, rounded.
    pub fn thousandths(self) -> (i64, i64) {
        (thousandths(self.lo), thousandths(self.hi))
    }
}

/// Returns a share or a difference of shares in thousandths, rounded.
#[expect(clippy::cast_possible_truncation, reason = "shares and their differences lie between −1 and 1")]
pub fn thousandths(share: f64) -> i64 {
    (share * 1_000.0).round() as i64
}

/// Returns Wilson's score interval for a share; none of nothing.
pub fn wilson(part: Part, sure: Sureness) -> Option<Interval> {
    let share = part.share()?;
    let (n, z) = (real(part.of), sure.z());
    let middle = share + z * z / (2.0 * n);
    let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z * z / n;
    // At the ends the arithmetic would miss by the last digit what is exactly 0 or 1.
    let lo = if part.hits == 0 { 0.0 } else { ((middle - half) / whole).max(0.0) };
    let hi = if part.hits == part.of { 1.0 } else { ((middle + half) / whole).min(1.0) };
    Some(Interval { lo, hi })
}

/// Returns Newcombe's hybrid score interval for the difference `a − b`; none where either is of nothing.
pub fn newcombe(a: Part, b: Part, sure: Sureness) -> Option<Interval> {
    let (share_a, share_b) = (a.share()?, b.share()?);
    let (of_a, of_b) = (wilson(a, sure)?, wilson(b, sure)?);
    let difference = share_a - share_b;
    let down = (share_a - of_a.lo).hypot(of_b.hi - share_b);
    let up = (of_a.hi - share_a).hypot(share_b - of_b.lo);
    Some(Interval { lo: (difference - down).max(-1.0), hi: (difference + up).min(1.0) })
}

/// What the difference of two shares comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The first less the second, −1..=1.
    pub is: f64,
    pub likely: Interval,
    /// Whether either share is one of few.
    pub is_small: bool,
}

/// Returns the difference of two shares with its 95 % interval; none where either is of nothing.
pub fn difference(a: Part, b: Part) -> Option<Difference> {
    let likely = newcombe(a, b, Sureness::In95Of100)?;
    Some(Difference { is: a.share()? - b.share()?, likely, is_small: a.is_small() || b.is_small() })
}

#[expect(clippy::cast_precision_loss, reason = "numbers of leads are far below 2⁵²")]
fn real(n: u64) -> f64 {
    n as f64
}
