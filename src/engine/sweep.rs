//! The loops over every lead: slices in, slices out, in blocks that stay in cache, shared out among processors. Never here: what a
//! model is.
//!
//! Every result of the engine is one of these loops over columns of a million leads, so they decide how long an edit takes:
//! - A loop looks at one or two narrow columns and branches on nothing: it is bound by memory or by a table in cache.
//! - A block is [`BLOCK`] leads. Its part of a few columns fits a processor's own cache, so that one loop finds there what the
//!   one before it left; that is why several plain loops over a block are as fast as one that does it all.
//! - [`shared`] hands blocks to processors. Blocks share nothing, and what they find is put together in their order by sums,
//!   smallest and largest: the answer does not depend on how many processors there are, or on who was first.
//! - Counts go to several tables in turn ([`tally`]), because adding twice to one place has to wait for the first to be done; where
//!   places are few, two leads at a time count as one pair (`Paired`).
//! - Sums that cannot pass their width (a block's flags, a model's edges) wrap instead of asking: asking keeps a loop from
//!   working on many leads at once.

use std::hint::black_box;

use rayon::iter::IndexedParallelIterator;
use rayon::iter::IntoParallelIterator;
use rayon::iter::ParallelIterator;

use crate::engine::ticks::Tick;

/// How many leads are worked on at a time: their columns stay in cache.
pub const BLOCK: usize = 1 << BLOCK_BITS;
pub const BLOCK_BITS: u32 = 14;
/// Fewer pieces of work than this are not worth waking another processor for.
const WORTH_SHARING: usize = 4;

/// Fewer events than this are looked through by one processor.
pub const FEW_EVENTS: usize = 1 << 17;

/// Does pieces of work, on all processors where there are many, and returns what they found in their order.
pub fn shared<T: Send, R: Send>(pieces: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    if pieces.len() < WORTH_SHARING {
        return pieces.into_iter().map(work).collect();
    }
    pieces.into_par_iter().map(work).collect()
}

/// Like [`shared`], for pieces that are each worth a processor.
pub fn each_shared<T: Send, R: Send>(pieces: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    if pieces.len() < 2 {
        return pieces.into_iter().map(work).collect();
    }
    pieces.into_par_iter().with_max_len(1).map(work).collect()
}

/// Does work of several sweeps on one of the processors that share them: it is handed over once, and not sweep by sweep.
pub fn together<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    rayon::scope(|_| work())
}

/// How many processors share the work.
pub fn processors() -> usize {
    rayon::current_num_threads()
}

/// Returns the first and the last lead (beyond) of every block.
pub fn blocks(n: usize) -> Vec<std::ops::Range<usize>> {
    (0..n).step_by(BLOCK).map(|start| start..(start + BLOCK).min(n)).collect()
}

/// Returns the ends of a few blocks for each processor: for sweeps that count into tables larger than a block.
pub fn large_blocks(n: usize) -> Vec<std::ops::Range<usize>> {
    let each = n.div_ceil(WORTH_SHARING * processors()).max(BLOCK);
    (0..n).step_by(each).map(|start| start..(start + each).min(n)).collect()
}

/// Does two things at once.
pub fn both<R: Send>(one: impl FnOnce() -> R + Send, other: impl FnOnce() -> R + Send) -> [R; 2] {
    let (one, other) = rayon::join(one, other);
    [one, other]
}

/// Makes one of each of the others.
pub fn map<A: Copy, B>(made: &mut [B], from: &[A], make: impl Fn(A) -> B) {
    for (made, from) in made.iter_mut().zip(from) {
        *made = make(*from);
    }
}

/// Makes one of two, in the place of the first.
pub fn merge<A: Copy, B: Copy>(into: &mut [A], from: &[B], join: impl Fn(A, B) -> A) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = join(*into, *from);
    }
}

/// Adds to every sum the points of its code.
pub fn add_coded<T: Tick>(sums: &mut [T], codes: &[u8], points: &[T; 256]) {
    for (sum, code) in sums.iter_mut().zip(codes) {
        *sum = sum.plus(points[usize::from(*code)]);
    }
}

/// Adds points to every sum whose code is not 0.
pub fn add_where<T: Tick>(sums: &mut [T], codes: &[u8], points: T) {
    for (sum, code) in sums.iter_mut().zip(codes) {
        *sum = sum.plus(if *code == 0 { T::default() } else { points });
    }
}

/// Adds to every sum `count × each`.
pub fn add_counted<T: Tick>(sums: &mut [T], counts: &[u32], each: T) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum = sum.plus(each.times(*count));
    }
}

/// Where a count stands beside a sum, in 32 bits.
const COUNT_AT: u32 = 24;
/// What is the sum of the two.
pub const SUM_BITS: u32 = (1 << COUNT_AT) - 1;

/// Adds numbers to the sums of their places, and counts them beside it, up to so many for a place: below 256. An entry is a place
/// with its number above.
pub fn add_first(sums: &mut [u32], entries: &[u32], max: u32) {
    // All bits for those who have not had enough. It is looked up, for it cannot be foretold: a branch would often be wrong.
    let mut wanted = [0_u32; 256];
    wanted.iter_mut().take(max as usize).for_each(|wanted| *wanted = u32::MAX);
    for entry in entries {
        let sum = &mut sums[*entry as usize % BLOCK];
        let more = (1 << COUNT_AT) | (entry >> BLOCK_BITS);
        *sum = sum.wrapping_add(more & wanted[(*sum >> COUNT_AT) as usize]);
    }
}

/// Adds a start to every sum.
pub fn add_to_start<T: Tick>(values: &mut [T], start: T, sums: &[T]) {
    for (value, sum) in values.iter_mut().zip(sums) {
        *value = start.plus(*sum);
    }
}

pub fn add<T: Tick>(values: &mut [T], sums: &[T]) {
    for (value, sum) in values.iter_mut().zip(sums) {
        *value = value.plus(*sum);
    }
}

pub fn add_clamped<T: Tick>(values: &mut [T], sums: &[T], min: T, max: T) {
    for (value, sum) in values.iter_mut().zip(sums) {
        *value = value.plus((*sum).clamp(min, max));
    }
}

pub fn clamp<T: Tick>(values: &mut [T], min: T, max: T) {
    for value in values {
        *value = (*value).clamp(min, max);
    }
}

/// Takes from every value what its step takes.
pub fn take_steps<T: Tick>(values: &mut [T], steps: &[u8], taken: &[T; 256]) {
    for (value, step) in values.iter_mut().zip(steps) {
        *value = value.minus(taken[usize::from(*step)]);
    }
}

/// Counts the edges that each value reaches, at most 255, some values at a time: in their own width, which the processor compares
/// at once, and in registers.
pub fn count_reached<T: Tick>(bands: &mut [u8], values: &[T], edges: &[T]) {
    // Nothing is short of the least there is.
    let mut fours = vec![[T::of(i64::MIN); FOUR]; edges.len().div_ceil(FOUR)];
    fours.as_flattened_mut()[..edges.len()].copy_from_slice(edges);
    let all = edges.len().to_le_bytes()[0];
    let (chunks, rest) = values.as_chunks::<16>();
    let (band_chunks, band_rest) = bands.as_chunks_mut::<16>();
    for (bands, values) in band_chunks.iter_mut().zip(chunks) {
        *bands = short_of(values, &fours).map(|short_of| all.wrapping_sub(short_of));
    }
    for (band, value) in band_rest.iter_mut().zip(rest) {
        *band = all.wrapping_sub(short_of(&[*value], &fours)[0]);
    }
}

/// Edges that values are compared with before they are counted.
const FOUR: usize = 4;

/// Returns of how many edges each value is short.
#[expect(clippy::cast_possible_truncation, reason = "at most 255 edges are counted")]
fn short_of<T: Tick, const N: usize>(values: &[T; N], edges: &[[T; FOUR]]) -> [u8; N] {
    let mut short_of = [0_u32; N];
    for edges in edges {
        // Hidden from the compiler, which would otherwise put edges beside each other in its registers instead of values: that takes
        // three times as long.
        for edge in black_box(*edges) {
            for (short_of, value) in short_of.iter_mut().zip(values) {
                *short_of = short_of.wrapping_add(u32::from(edge > *value));
            }
        }
    }
    short_of.map(|short_of| short_of as u8)
}

/// How many leads are counted at a time.
const AT_ONCE: usize = 512;

/// Counts leads by row × `n_columns` + column: all of them, or those told to be inside.
pub fn tally(bands: (&[u8], &[u8]), inside: Option<&[bool]>, n_columns: u16, n_cells: usize) -> Vec<u32> {
    tally_by(bands, n_columns, n_cells, |first, cells| {
        if let Some(inside) = inside {
            for (cell, inside) in cells.iter_mut().zip(&inside[first..]) {
                *cell |= u16::from(*inside).wrapping_sub(1);
            }
        }
    })
}

/// Counts leads by part × `n_cells` + cell, in at most three parts.
pub fn tally_parts<P: Copy>(
    bands: (&[u8], &[u8]),
    (parts, part): (&[P], impl Fn(P) -> u16),
    n_columns: u16,
    n_cells: u16,
) -> Vec<u32> {
    tally_by(bands, n_columns, 3 * usize::from(n_cells), |first, cells| {
        for (cell, of) in cells.iter_mut().zip(&parts[first..]) {
            *cell = cell.wrapping_add(part(*of).wrapping_mul(n_cells));
        }
    })
}

fn tally_by(
    (rows, columns): (&[u8], &[u8]),
    n_columns: u16,
    n_places: usize,
    places: impl Fn(usize, &mut [u16]),
) -> Vec<u32> {
    let mut tables = tables::<8>(n_places);
    let mut paired = Paired::of(n_places);
    let mut cells = [0_u16; AT_ONCE];
    for (chunk, (rows, columns)) in rows.chunks(AT_ONCE).zip(columns.chunks(AT_ONCE)).enumerate() {
        let cells = &mut cells[..rows.len()];
        for ((cell, row), column) in cells.iter_mut().zip(rows).zip(columns) {
            *cell = u16::from(*row).wrapping_mul(n_columns).wrapping_add(u16::from(*column));
        }
        places(chunk * AT_ONCE, cells);
        match &mut paired {
            Some(paired) if cells.len() == AT_ONCE => paired.count(cells),
            _ => count_in_turn(&mut tables, cells),
        }
    }
    let mut counts = added_up(&tables, n_places);
    if let Some(paired) = paired {
        paired.add_to(&mut counts);
    }
    counts
}

/// Counts of pairs of places, where these are few: that is half as much to add.
struct Paired {
    /// With the place beyond.
    n_places: u16,
    /// By one place × `n_places` + the other.
    tables: [Vec<u32>; 2],
}

/// More places than this make tables of pairs that are too large for the nearest cache.
const MOST_PAIRED: u16 = 64;

impl Paired {
    fn of(n_places: usize) -> Option<Paired> {
        let n_places = u16::try_from(n_places + 1).ok().filter(|n| *n <= MOST_PAIRED)?;
        Some(Paired { n_places, tables: tables(usize::from(n_places).pow(2)) })
    }

    /// Counts places, of which the first half is paired with the second.
    fn count(&mut self, places: &mut [u16]) {
        let (n, beyond) = (self.n_places, self.n_places - 1);
        let (pairs, others) = places.split_at_mut(places.len() / 2);
        for (pair, other) in pairs.iter_mut().zip(others) {
            *pair = (*pair).min(beyond).wrapping_mul(n).wrapping_add((*other).min(beyond));
        }
        count_in_turn(&mut self.tables, pairs);
    }

    /// Adds what each place counts, but for the place beyond.
    fn add_to(self, counts: &mut [u32]) {
        let n = usize::from(self.n_places);
        let pairs = added_up(&self.tables, n * n);
        let mut all = vec![0_u32; n];
        for (place, others) in pairs.chunks(n).enumerate() {
            let mut sum = 0_u32;
            for (count, pairs) in all.iter_mut().zip(others) {
                *count = count.wrapping_add(*pairs);
                sum = sum.wrapping_add(*pairs);
            }
            all[place] = all[place].wrapping_add(sum);
        }
        for (count, more) in counts.iter_mut().zip(all) {
            *count = count.wrapping_add(more);
        }
    }
}

/// Makes tables for so many places, and one more for what is beyond them.
fn tables<const N: usize>(n_places: usize) -> [Vec<u32>; N] {
    [(); N].map(|()| vec![0; n_places + 1])
}

/// Counts into tables in turn: equal neighbours do not wait for each other. What is beyond a table counts in its last place.
fn count_in_turn<const N: usize>(tables: &mut [Vec<u32>; N], places: &[u16]) {
    let mut tables = tables.each_mut().map(Vec::as_mut_slice);
    let last = tables[0].len() - 1;
    let (turns, rest) = places.as_chunks::<N>();
    for turn in turns {
        for (table, place) in tables.iter_mut().zip(turn) {
            one_more(&mut table[usize::from(*place).min(last)]);
        }
    }
    for place in rest {
        one_more(&mut tables[0][usize::from(*place).min(last)]);
    }
}

/// Adds up the tables, but for the place beyond.
fn added_up<const N: usize>(tables: &[Vec<u32>; N], n_places: usize) -> Vec<u32> {
    let mut counts = vec![0_u32; n_places];
    for table in tables {
        for (count, here) in counts.iter_mut().zip(table) {
            *count = count.wrapping_add(*here);
        }
    }
    counts
}

fn one_more(count: &mut u32) {
    *count = count.wrapping_add(1);
}

/// Counts the pairs for which something is so, some at a time: as many as a byte can count.
pub fn count_pairs<A: Copy, B: Copy>(a: &[A], b: &[B], is_so: impl Fn(A, B) -> bool) -> usize {
    let count = |(a, b): (&[A], &[B])| {
        let pairs = a.iter().zip(b);
        usize::from(pairs.fold(0_u8, |count, (a, b)| count.wrapping_add(u8::from(is_so(*a, *b)))))
    };
    a.chunks(128).zip(b.chunks(128)).map(count).sum()
}

/// Returns the smallest and the largest value of the leads inside; none if nobody is.
pub fn extent<T: Tick>(values: &[T], inside: &[bool]) -> Option<(i64, i64)> {
    let (least, most) = (T::of(i64::MIN), T::of(i64::MAX));
    let (mut lo, mut hi) = (most, least);
    for (value, inside) in values.iter().zip(inside) {
        lo = lo.min(if *inside { *value } else { most });
        hi = hi.max(if *inside { *value } else { least });
    }
    (lo <= hi).then(|| (lo.get(), hi.get()))
}

/// How finely values are told apart at a time: as a power of two.
pub const BUCKET_BITS: u32 = 12;
pub const N_BUCKETS: usize = 1 << BUCKET_BITS;
pub const LAST_BUCKET: u16 = (1 << BUCKET_BITS) - 1;

/// The bucket of who is not inside.
pub const OUTSIDE: u16 = u16::MAX;

/// Finds the buckets of leads, so many values from `lo` on being one, and counts those inside.
pub fn count_buckets<T: Tick>(found: &mut [u16], values: &[T], inside: &[bool], (lo, shift): (T, u32)) -> Vec<u32> {
    let mut tables = tables::<4>(N_BUCKETS);
    let leads = values.chunks(AT_ONCE).zip(inside.chunks(AT_ONCE));
    for (found, (values, inside)) in found.chunks_mut(AT_ONCE).zip(leads) {
        for ((bucket, value), inside) in found.iter_mut().zip(values).zip(inside) {
            *bucket = value.steps_above(lo, shift, LAST_BUCKET) | u16::from(*inside).wrapping_sub(1);
        }
        count_in_turn(&mut tables, found);
    }
    added_up(&tables, N_BUCKETS)
}

/// Steps of values from `lo` on, found through buckets of which each holds at most one edge.
pub struct Steps {
    pub lo: i64,
    pub shift: u32,
    /// The step in which each bucket begins.
    pub first: Vec<u16>,
    /// Where in the bucket the next step begins, as a distance from `lo`; beyond everything if it does not.
    pub next: Vec<u64>,
    pub n: usize,
}

/// Counts the leads inside by step; their values are within.
pub fn count_steps<T: Tick>(values: &[T], inside: &[bool], steps: &Steps) -> Vec<u32> {
    let mut tables = tables::<8>(steps.n);
    let last = steps.first.len() - 1;
    let outside = u16::try_from(steps.n).unwrap_or(u16::MAX);
    let mut places = [0_u16; AT_ONCE];
    for (values, inside) in values.chunks(AT_ONCE).zip(inside.chunks(AT_ONCE)) {
        for ((place, value), inside) in places.iter_mut().zip(values).zip(inside) {
            let above = value.get().wrapping_sub(steps.lo).cast_unsigned();
            let bucket = usize::try_from(above >> steps.shift).unwrap_or(last).min(last);
            let step = steps.first[bucket].wrapping_add(u16::from(above >= steps.next[bucket]));
            *place = if *inside { step } else { outside };
        }
        count_in_turn(&mut tables, &places[..values.len()]);
    }
    added_up(&tables, steps.n)
}

/// Returns where a number stands among others, ascending.
pub fn places_of(wanted: u32, among: &[u32]) -> Vec<usize> {
    let pieces: Vec<(usize, &[u32])> = (0..).step_by(BLOCK).zip(among.chunks(BLOCK)).collect();
    let found = shared(pieces, |(start, piece)| {
        let found = few(piece, |number| number == wanted);
        found.into_iter().map(|place| start + place as usize).collect::<Vec<usize>>()
    });
    found.concat()
}

/// So many are asked at once whether there is any, without a branch for each.
const FEW: usize = 64;

/// Returns the places of those of which something is so, ascending: a few of many.
pub fn few<T: Copy>(all: &[T], is_so: impl Fn(T) -> bool) -> Vec<u32> {
    let mut found = Vec::new();
    for (first, some) in (0..).step_by(FEW).zip(all.chunks(FEW)) {
        if some.iter().fold(0, |any, one| any | u8::from(is_so(*one))) != 0 {
            found.extend((first..).zip(some).filter(|(_, one)| is_so(**one)).map(|(place, _): (u32, _)| place));
        }
    }
    found
}

/// Leads that moved: up on one side and down on none, down on one and up on none, and up on one and down on the other.
pub fn count_moves<T: Copy + PartialOrd>(now: (&[T], &[T]), before: (&[T], &[T]), inside: &[bool]) -> [usize; 3] {
    let mut moves = [0; 3];
    let chunks = now.0.chunks(128).zip(now.1.chunks(128)).zip(before.0.chunks(128).zip(before.1.chunks(128)));
    for (((rows, columns), (old_rows, old_columns)), inside) in chunks.zip(inside.chunks(128)) {
        let (mut up, mut down, mut across) = (0_u8, 0_u8, 0_u8);
        let leads = rows.iter().zip(columns).zip(old_rows.iter().zip(old_columns)).zip(inside);
        for (((row, column), (old_row, old_column)), inside) in leads {
            let rose = u8::from(row > old_row) | u8::from(column > old_column);
            let fell = u8::from(row < old_row) | u8::from(column < old_column);
            let inside = u8::from(*inside);
            up = up.wrapping_add(inside & rose & (fell ^ 1));
            down = down.wrapping_add(inside & fell & (rose ^ 1));
            across = across.wrapping_add(inside & rose & fell);
        }
        for (all, here) in moves.iter_mut().zip([up, down, across]) {
            *all += usize::from(here);
        }
    }
    moves
}
