//! How far two orders of leads agree: worked examples, and the definitions counted out pair by pair.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::Strategy;
use proptest::prelude::prop_assert;
use proptest::prelude::prop_assert_eq;
use proptest::prelude::proptest;
use proptest::sample::select;

use quadrille::insight::agreement::Agreement;
use quadrille::insight::agreement::Compared;
use quadrille::insight::agreement::Overlap;
use quadrille::insight::agreement::agreement;
use quadrille::insight::lesson::Outcome;

/// What the two say of a lead that both speak of, and what came of it.
type Both = (i64, i64, Option<Outcome>);

/// What the learned field says, what the model says, and what came of a lead.
type Row = (Option<i64>, Option<i64>, Option<Outcome>);

fn of(rows: &[Row], share: u8) -> Agreement {
    let learned: Vec<Option<i64>> = rows.iter().map(|row| row.0).collect();
    // What is said without the stage is another order: here the opposite one.
    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    let odds: Vec<Option<f64>> = learned.iter().map(|said| said.map(|said| -(said as f64))).collect();
    let model: Vec<Option<i64>> = rows.iter().map(|row| row.1).collect();
    let outcomes = rows.iter().map(|row| row.2).collect();
    agreement(&Compared { learned: &learned, model: &model, odds: &odds, outcomes: &outcomes, top_share: share })
}

fn near(found: Option<f64>, expected: f64) -> bool {
    found.is_some_and(|found| (found - expected).abs() < 1e-12)
}

#[test]
fn ten_pairs_worked_by_hand() {
    // Ranks 1 to 10 on one side; squared differences of the ranks sum to 194: 1 − 6 × 194 / 990.
    let first = [86, 97, 99, 100, 101, 103, 106, 110, 112, 113];
    let second = [2, 20, 28, 27, 50, 29, 7, 17, 6, 12];
    let rows: Vec<Row> = first.into_iter().zip(second).map(|(a, b)| (Some(a), Some(b), None)).collect();
    let found = of(&rows, 20);
    assert!(near(found.correlation, -29.0 / 165.0), "{found:?}");
    // The best two of the one are 113 and 112, of the other 50 and 29.
    assert_eq!(found.top, Overlap { size: 2, both: 0, ties: 0 });
    assert_eq!((found.learned_auc, found.model_auc), (None, None));
}

#[test]
fn the_area_under_the_curve_worked_by_hand() {
    use Outcome::Lost;
    use Outcome::Won;
    // Of the four pairs the model has three right and one equal; the odds run the other way.
    let rows = [
        (Some(3), Some(3), Some(Won)),
        (Some(2), Some(2), Some(Won)),
        (Some(2), Some(2), Some(Lost)),
        (Some(1), Some(1), Some(Lost)),
        (Some(9), Some(9), None),
        (None, Some(9), Some(Won)),
        (Some(9), None, Some(Lost)),
    ];
    let found = of(&rows, 20);
    assert!(near(found.model_auc, 0.875) && near(found.learned_auc, 0.125), "{found:?}");
    assert_eq!((found.leads, found.won, found.lost), (5, 2, 2));
}

#[test]
fn who_says_the_same_of_everyone_agrees_with_nobody() {
    let rows: Vec<Row> = (0..6).map(|n| (Some(7), Some(n), None)).collect();
    let found = of(&rows, 20);
    assert_eq!(found.correlation, None);
    // Two of six are in, by the order of import; the four others tie with them.
    assert_eq!(found.top, Overlap { size: 2, both: 0, ties: 4 });
    assert_eq!(of(&[], 20).top, Overlap::default());
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn plain_correlation(pairs: &[(i64, i64)]) -> Option<f64> {
    let rank = |of: &dyn Fn(&(i64, i64)) -> i64, pair: &(i64, i64)| {
        let below = pairs.iter().filter(|other| of(other) < of(pair)).count() as f64;
        let same = pairs.iter().filter(|other| of(other) == of(pair)).count() as f64;
        below + f64::midpoint(same, 1.0)
    };
    let a: Vec<f64> = pairs.iter().map(|pair| rank(&|pair| pair.0, pair)).collect();
    let b: Vec<f64> = pairs.iter().map(|pair| rank(&|pair| pair.1, pair)).collect();
    let mean = |ranks: &[f64]| ranks.iter().sum::<f64>() / ranks.len() as f64;
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    let both: f64 = a.iter().zip(&b).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum();
    let spread = |ranks: &[f64], mean: f64| ranks.iter().map(|rank| (rank - mean).powi(2)).sum::<f64>();
    let under = (spread(&a, mean_a) * spread(&b, mean_b)).sqrt();
    (under > 0.0).then(|| both / under)
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn plain_area(said: &[(i64, Outcome)]) -> Option<f64> {
    let of = |wanted: Outcome| said.iter().filter(move |(_, outcome)| *outcome == wanted).map(|(said, _)| *said);
    let pairs = of(Outcome::Won).flat_map(|won| of(Outcome::Lost).map(move |lost| (won, lost)));
    let right: Vec<f64> = pairs
        .map(|(won, lost)| match won.cmp(&lost) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Less => 0.0,
        })
        .collect();
    (!right.is_empty()).then(|| right.iter().sum::<f64>() / right.len() as f64)
}

fn some_row() -> impl Strategy<Value = Row> {
    (
        option::weighted(0.8, 0..8_i64),
        option::weighted(0.8, 0..8_i64),
        select(vec![None, Some(Outcome::Won), Some(Outcome::Lost)]),
    )
}

proptest! {
    #[test]
    fn every_number_is_that_of_its_definition(rows in vec(some_row(), 0..40), share in 0..=100_u8) {
        let found = of(&rows, share);
        let both: Vec<Both> =
            rows.iter().filter_map(|row| Some((row.0?, row.1?, row.2))).collect();
        let same = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
            (found, expected) => found.is_none() && expected.is_none(),
        };
        let pairs: Vec<(i64, i64)> = both.iter().map(|row| (row.0, row.1)).collect();
        prop_assert!(same(found.correlation, plain_correlation(&pairs)), "{:?} {:?}", found, plain_correlation(&pairs));
        let closed = |at: &dyn Fn(&Both) -> i64| -> Vec<(i64, Outcome)> {
            both.iter().filter_map(|row| Some((at(row), row.2?))).collect()
        };
        prop_assert!(same(found.model_auc, plain_area(&closed(&|row| row.1))));
        prop_assert!(same(found.learned_auc, plain_area(&closed(&|row| -row.0))));
        prop_assert_eq!(found.won + found.lost, closed(&|row| row.0).len());

        // One by one: who has fewer than `size` leads above, the earlier of equals first.
        let size = (both.len() * usize::from(share)).div_ceil(100);
        let within = |at: usize, of: &dyn Fn(&Both) -> i64| {
            let above = |other: &usize| (of(&both[*other]), at) > (of(&both[at]), *other);
            (0..both.len()).filter(above).count() < size
        };
        let in_both = (0..both.len()).filter(|at| within(*at, &|row| row.0) && within(*at, &|row| row.1)).count();
        let lowest_in = (0..both.len()).filter(|at| within(*at, &|row| row.0)).map(|at| both[at].0).min();
        let ties = (0..both.len()).filter(|at| !within(*at, &|row| row.0) && Some(both[*at].0) == lowest_in).count();
        prop_assert_eq!(found.top, Overlap { size, both: in_both, ties });
    }
}
