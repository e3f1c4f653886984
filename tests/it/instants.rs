//! Instants in two halves say what plain numbers say. Never here: what events are counted for.

use proptest::prelude::*;
use quadrille::engine::instants::Instants;

/// Some kinds' instants, each kind's ascending, where runs are short, long, and end at the end of a half.
fn kinds() -> impl Strategy<Value = Vec<Vec<u32>>> {
    let at = prop_oneof![
        any::<u32>(),
        0_u32..4,
        (1_u32..4, 0_u32..3).prop_map(|(high, off)| (high << 16) - 1 + off),
        u32::MAX - 2..=u32::MAX
    ];
    proptest::collection::vec(proptest::collection::vec(at, 0..30), 1..4).prop_map(|mut kinds| {
        kinds.iter_mut().for_each(|kind| kind.sort_unstable());
        kinds
    })
}

proptest! {
    #[test]
    fn instants_in_halves_are_what_they_were(kinds in kinds(), ends in any::<[prop::sample::Index; 2]>(), at in any::<u32>()) {
        let plain = kinds.concat();
        let instants: Instants = plain.iter().copied().collect();
        prop_assert_eq!(instants.len(), plain.len());
        prop_assert!((0..plain.len()).all(|index| instants.get(index) == plain[index]));

        let mut ends = ends.map(|end| end.index(plain.len() + 1));
        ends.sort_unstable();
        let some = ends[0]..ends[1];
        prop_assert_eq!(instants.some(some.clone()).collect::<Vec<_>>(), &plain[some.clone()]);
        let mut reversed: Vec<u32> = instants.some(some.clone()).rev().collect();
        reversed.reverse();
        prop_assert_eq!(&reversed, &plain[some.clone()]);
        let mut joined = Vec::new();
        for (run, piece) in instants.pieces(some.clone()) {
            prop_assert!(!piece.is_empty() && instants.low(piece.clone()).is_sorted());
            joined.extend(instants.low(piece).iter().map(|low| run.at(*low)));
        }
        prop_assert_eq!(joined, &plain[some]);

        let mut start = 0;
        for kind in &kinds {
            let own = start..start + kind.len();
            start = own.end;
            for bound in kind.iter().copied().chain([at]) {
                let below = |n: u32| n < bound;
                let expected = own.start + kind.partition_point(|n| below(*n));
                prop_assert_eq!(instants.partition_point(own.clone(), below), expected);
            }
        }
    }
}
