//! Drawing a sample by lot: seeded, so that the same lot is drawn again. Never here: from whom it is drawn.

/// Returns `n` of the numbers `0..of`, each set of them as likely, in rising order; all of them where there are no more.
///
/// Splitmix64 feeds a Fisher–Yates shuffle that stops after `n` steps; only the places it moved are remembered.
pub fn draw(of: usize, n: usize, seed: u64) -> Vec<usize> {
    let mut state = seed;
    let mut moved = std::collections::HashMap::new();
    let mut drawn = Vec::with_capacity(n.min(of));
    for at in 0..n.min(of) {
        let other = at + below((of - at) as u64, &mut state);
        let here = moved.get(&at).copied().unwrap_or(at);
        drawn.push(moved.insert(other, here).unwrap_or(other));
    }
    drawn.sort_unstable();
    drawn
}

/// Returns a number below `n`, each as likely to one part in 2⁶⁴.
fn below(n: u64, state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    let wide = u128::from(z ^ (z >> 31)) * u128::from(n);
    usize::try_from(wide >> 64).expect("a number below a length is a length")
}
