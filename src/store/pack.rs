//! Columns as bytes and back: the pieces that a snapshot is made of. Little-endian; every piece can be read on its own.
//!
//! Whatever the bytes, reading ends with the columns or with `None`; nothing is believed without a look at its bounds. Never here:
//! where the pieces are kept, and whether they are still true.

use crate::engine::columns::UNKNOWN;

/// Numbers in one piece.
pub(super) const PIECE: usize = 1 << 18;
/// Bytes of texts after which a piece of them ends.
const TEXT_BYTES: usize = 1 << 20;

/// A number of a column that is never negative: codes, indexes of leads.
pub(super) trait Small: Copy + Ord {
    const BYTES: u8;
    /// Takes a number that fits.
    fn of(n: u32) -> Self;
    fn get(self) -> u32;
}

impl Small for u8 {
    const BYTES: u8 = 1;

    #[expect(clippy::cast_possible_truncation, reason = "the piece's width was checked")]
    fn of(n: u32) -> u8 {
        n as u8
    }

    fn get(self) -> u32 {
        u32::from(self)
    }
}

impl Small for u16 {
    const BYTES: u8 = 2;

    #[expect(clippy::cast_possible_truncation, reason = "the piece's width was checked")]
    fn of(n: u32) -> u16 {
        n as u16
    }

    fn get(self) -> u32 {
        u32::from(self)
    }
}

impl Small for u32 {
    const BYTES: u8 = 4;

    fn of(n: u32) -> u32 {
        n
    }

    fn get(self) -> u32 {
        self
    }
}

/// Writes small numbers, each in the fewest half bytes that hold the largest of them; two of them fill whole bytes.
pub(super) fn put_small<T: Small>(out: &mut Vec<u8>, numbers: &[T]) {
    let most = numbers.iter().max().map_or(0, |n| n.get());
    let width = (1..8).find(|width| most >> (4 * width) == 0).unwrap_or(8);
    out.push(u8::try_from(width).expect("at most eight"));
    match width {
        1 => put_twos::<1, T>(out, numbers),
        2 => put_twos::<2, T>(out, numbers),
        3 => put_twos::<3, T>(out, numbers),
        4 => put_twos::<4, T>(out, numbers),
        5 => put_twos::<5, T>(out, numbers),
        6 => put_twos::<6, T>(out, numbers),
        7 => put_twos::<7, T>(out, numbers),
        _ => put_twos::<8, T>(out, numbers),
    }
}

/// Writes numbers of so many half bytes: as many bytes hold two of them.
fn put_twos<const WIDTH: usize, T: Small>(out: &mut Vec<u8>, numbers: &[T]) {
    let two = |place: &mut [u8; WIDTH], first: T, second: u32| {
        let both = u64::from(second) << (4 * WIDTH) | u64::from(first.get());
        place.copy_from_slice(&both.to_le_bytes()[..WIDTH]);
    };
    let before = out.len();
    out.resize(before + numbers.len().div_ceil(2) * WIDTH, 0);
    let (places, _) = out[before..].as_chunks_mut::<WIDTH>();
    let (twos, last) = numbers.as_chunks::<2>();
    for (place, [first, second]) in places.iter_mut().zip(twos) {
        two(place, *first, second.get());
    }
    if let ([last], [.., place]) = (last, places) {
        two(place, *last, 0);
    }
}

/// Reads small numbers below `bound`, as many as there is room for; returns the bytes that are left.
pub(super) fn get_small<'p, T: Small>(bytes: &'p [u8], bound: u64, out: &mut [T]) -> Option<&'p [u8]> {
    let (width, rest) = bytes.split_first()?;
    if *width > 2 * T::BYTES {
        return None;
    }
    let (bytes, left) = rest.split_at_checked(out.len().div_ceil(2).checked_mul(usize::from(*width))?)?;
    match width {
        1 => get_twos::<1, T>(bytes, out),
        2 => get_twos::<2, T>(bytes, out),
        3 => get_twos::<3, T>(bytes, out),
        4 => get_twos::<4, T>(bytes, out),
        5 => get_twos::<5, T>(bytes, out),
        6 => get_twos::<6, T>(bytes, out),
        7 => get_twos::<7, T>(bytes, out),
        8 => get_twos::<8, T>(bytes, out),
        _ => return None,
    }
    let most = out.iter().fold(0, |most, n| n.get().max(most));
    (out.is_empty() || u64::from(most) < bound).then_some(left)
}

/// Reads numbers of so many half bytes: as many bytes hold two of them.
fn get_twos<const WIDTH: usize, T: Small>(bytes: &[u8], out: &mut [T]) {
    let two = |bytes: &[u8; WIDTH]| {
        let mut wide = [0; 8];
        wide[..WIDTH].copy_from_slice(bytes);
        let both = u64::from_le_bytes(wide);
        [both & ((1 << (4 * WIDTH)) - 1), both >> (4 * WIDTH)].map(|n| T::of(low(n)))
    };
    let (bytes, _) = bytes.as_chunks::<WIDTH>();
    let (twos, last) = out.as_chunks_mut::<2>();
    for (out, bytes) in twos.iter_mut().zip(bytes) {
        *out = two(bytes);
    }
    if let ([last], [.., bytes]) = (last, bytes) {
        [*last, _] = two(bytes);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is wanted are the lower bits")]
fn low(n: u64) -> u32 {
    n as u32
}

/// Writes numbers, [`UNKNOWN`] among them, as their distance from the least.
pub(super) fn put_numbers(numbers: &[i64]) -> Vec<u8> {
    let known = || numbers.iter().copied().filter(|n| *n != UNKNOWN);
    let (least, most) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
    // 0 stands for unknown.
    let span = most.abs_diff(least).saturating_add(1);
    let width = (0..8).find(|width| span >> (8 * width) == 0).unwrap_or(8);
    let mut out = Vec::with_capacity(9 + numbers.len() * width);
    out.push(u8::try_from(width).expect("at most eight"));
    out.extend_from_slice(&least.to_le_bytes());
    for n in numbers {
        let bytes = if width == 8 {
            n.to_le_bytes()
        } else if *n == UNKNOWN {
            [0; 8]
        } else {
            (n.abs_diff(least) + 1).to_le_bytes()
        };
        out.extend_from_slice(&bytes[..width]);
    }
    out
}

/// Reads `n` numbers.
pub(super) fn get_numbers(piece: &[u8], n: usize, out: &mut Vec<i64>) -> Option<()> {
    let (width, rest) = piece.split_first()?;
    let (least, bytes) = rest.split_first_chunk::<8>()?;
    let least = i64::from_le_bytes(*least);
    let width = usize::from(*width);
    if bytes.len() != n.checked_mul(width)? {
        return None;
    }
    // One less, so that 1 stands for the least; the sum wraps only where the bytes were forged.
    let base = least.wrapping_sub(1);
    let known = |code: u64| if code == 0 { UNKNOWN } else { base.wrapping_add(code.cast_signed()) };
    match width {
        1 => out.extend(bytes.iter().map(|byte| known(u64::from(*byte)))),
        2 => out.extend(bytes.as_chunks::<2>().0.iter().map(|b| known(u64::from(u16::from_le_bytes(*b))))),
        4 => out.extend(bytes.as_chunks::<4>().0.iter().map(|b| known(u64::from(u32::from_le_bytes(*b))))),
        8 => out.extend(bytes.as_chunks::<8>().0.iter().map(|b| i64::from_le_bytes(*b))),
        3 | 5 | 6 | 7 => out.extend(bytes.chunks_exact(width).map(|b| {
            let mut wide = [0; 8];
            wide[..width].copy_from_slice(b);
            known(u64::from_le_bytes(wide))
        })),
        _ => return None,
    }
    Some(())
}

/// Writes numbers that never fall, as their steps from 0.
pub(super) fn put_rising(out: &mut Vec<u8>, numbers: &[u16]) {
    let before = std::iter::once(&0).chain(numbers);
    let steps: Vec<u16> = numbers.iter().zip(before).map(|(n, before)| n.saturating_sub(*before)).collect();
    put_small(out, &steps);
}

/// Reads numbers that never fall, as many as there is room for; returns the bytes that are left.
pub(super) fn get_rising<'p>(bytes: &'p [u8], out: &mut [u16]) -> Option<&'p [u8]> {
    let left = get_small(bytes, 1 << 16, out)?;
    let mut last: u32 = 0;
    for n in out {
        // Far below the end of 32 bits: a piece has at most [`PIECE`] numbers.
        last = last.wrapping_add(u32::from(*n));
        *n = lower_half(last);
    }
    // It never fell, so if the last fits all did.
    (last >> 16 == 0).then_some(left)
}

#[expect(clippy::cast_possible_truncation, reason = "a number that does not fit ends the reading")]
fn lower_half(n: u32) -> u16 {
    n as u16
}

/// Writes a number in as many bytes as it needs: seven bits each, the high bit says that more follow.
fn put_varied(out: &mut Vec<u8>, mut n: u32) {
    while n >= 0x80 {
        out.push(0x80 | n.to_le_bytes()[0]);
        n >>= 7;
    }
    out.push(n.to_le_bytes()[0]);
}

fn get_varied(bytes: &mut &[u8]) -> Option<u32> {
    let mut n: u64 = 0;
    for place in 0..5 {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        n |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return u32::try_from(n).ok();
        }
    }
    None
}

/// Writes the first of these texts; returns the piece and how many are in it.
pub(super) fn put_texts<'t>(texts: impl Iterator<Item = &'t str>) -> (Vec<u8>, usize) {
    let (mut lengths, mut bytes, mut n) = (Vec::new(), Vec::new(), 0);
    for text in texts {
        put_varied(&mut lengths, u32::try_from(text.len()).expect("a text is far below 4 GiB"));
        bytes.extend_from_slice(text.as_bytes());
        n += 1;
        if lengths.len() + bytes.len() >= TEXT_BYTES {
            break;
        }
    }
    let count = |n: usize| u32::try_from(n).expect("a piece is far below 4 GiB").to_le_bytes();
    ([&count(n)[..], &count(lengths.len())[..], &lengths, &bytes].concat(), n)
}

/// Reads the texts of a piece, each into `take`; returns how many there were.
pub(super) fn get_texts(piece: &[u8], mut take: impl FnMut(&str)) -> Option<usize> {
    let (n, rest) = piece.split_first_chunk::<4>()?;
    let (len, rest) = rest.split_first_chunk::<4>()?;
    let n = u32::from_le_bytes(*n) as usize;
    let (mut lengths, bytes) = rest.split_at_checked(u32::from_le_bytes(*len) as usize)?;
    let text = std::str::from_utf8(bytes).ok()?;
    let mut from = 0;
    for _ in 0..n {
        let to = get_varied(&mut lengths)? as usize + from;
        take(text.get(from..to)?);
        from = to;
    }
    (lengths.is_empty() && from == text.len()).then_some(n)
}

/// Returns a number that differs when the bytes, or what they stand for, differ; four lanes, so that none waits for another.
pub(super) fn sum(seed: &[u64], bytes: &[u8]) -> i64 {
    let mut lanes = [1_u64, 2, 3, 4];
    let (blocks, rest) = bytes.as_chunks::<32>();
    for block in blocks {
        let (words, _) = block.as_chunks::<8>();
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = mix(*lane, u64::from_le_bytes(*word));
        }
    }
    let mut last = [0; 32];
    last[..rest.len()].copy_from_slice(rest);
    let (words, _) = last.as_chunks::<8>();
    let tail = words.iter().map(|word| u64::from_le_bytes(*word));
    let all = lanes.into_iter().chain(tail).chain(seed.iter().copied()).chain([bytes.len() as u64]);
    all.fold(0, mix).cast_signed()
}

fn mix(state: u64, word: u64) -> u64 {
    let x = (state.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^ (x >> 32)
}
