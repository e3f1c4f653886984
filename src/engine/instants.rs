//! When events were, in three quarters of the room that plain numbers take. Never here: whose they are, or of what kind.
//!
//! Events stand in the order of time within their kind, so that long runs of them share the upper half of their instant (a run is
//! 18 hours at most). The upper half is told once for a run, the lower one for each event: two bytes instead of four, and as exact.

use std::ops::Range;

/// Instants, UTC seconds, in runs that share their upper half and never fall.
#[derive(Clone, Debug, Default)]
pub struct Instants {
    low: Vec<u16>,
    /// Ascending by where they begin; the first begins at 0.
    runs: Vec<Run>,
}

/// Some instants on end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins; it ends where the next one does.
    pub start: u32,
    /// The upper half of its instants.
    pub high: u16,
}

impl Run {
    /// Returns an instant of the run by its lower half.
    pub fn at(self, low: u16) -> u32 {
        u32::from(self.high) << 16 | u32::from(low)
    }
}

impl Instants {
    pub fn with_capacity(n: usize) -> Instants {
        Instants { low: Vec::with_capacity(n), runs: Vec::new() }
    }

    /// Puts them together from lower halves and runs, ascending from 0 and within.
    pub(crate) fn of(low: Vec<u16>, runs: Vec<Run>) -> Instants {
        Instants { low, runs }
    }

    /// Appends an instant.
    ///
    /// # Panics
    /// When there are 4 billion, which no memory holds.
    #[expect(clippy::cast_possible_truncation, reason = "each half is half of the bits")]
    pub fn push(&mut self, at: u32) {
        let (high, low) = ((at >> 16) as u16, at as u16);
        let follows = |run: &Run| run.high == high && self.low.last().is_none_or(|last| *last <= low);
        if !self.runs.last().is_some_and(follows) {
            let start = u32::try_from(self.low.len()).expect("fewer events than 4 billion");
            self.runs.push(Run { start, high });
        }
        self.low.push(low);
    }

    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    pub fn len(&self) -> usize {
        self.low.len()
    }

    pub fn is_empty(&self) -> bool {
        self.low.is_empty()
    }

    /// Returns one of them; many in a row are had cheaper from [`Instants::pieces`].
    pub fn get(&self, index: usize) -> u32 {
        self.runs[self.run_of(index)].at(self.low[index])
    }

    /// Returns some of them, in their order.
    pub fn some(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = u32> {
        self.pieces(range).flat_map(|(run, piece)| self.low[piece].iter().map(move |low| run.at(*low)))
    }

    /// Returns some of them run by run, and where those of the run stand.
    pub fn pieces(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = (Run, Range<usize>)> {
        self.runs_of(&range).map(move |run| (self.runs[run], self.piece(run, &range)))
    }

    /// Returns the lower halves of some of them.
    pub fn low(&self, range: Range<usize>) -> &[u16] {
        &self.low[range]
    }

    /// Returns where in a range, whose instants never fall, those end of which something is so.
    pub fn partition_point(&self, range: Range<usize>, is_so: impl Fn(u32) -> bool) -> usize {
        let runs = self.runs_of(&range);
        let is_first_so = |run: &Run| is_so(run.at(self.low[(run.start as usize).max(range.start)]));
        let Some(last) = self.runs[runs.clone()].partition_point(is_first_so).checked_sub(1) else {
            return range.start;
        };
        let (run, piece) = (self.runs[runs.start + last], self.piece(runs.start + last, &range));
        piece.start + self.low[piece].partition_point(|low| is_so(run.at(*low)))
    }

    fn run_of(&self, index: usize) -> usize {
        self.runs.partition_point(|run| run.start as usize <= index).saturating_sub(1)
    }

    fn runs_of(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() { 0..0 } else { self.run_of(range.start)..self.run_of(range.end - 1) + 1 }
    }

    /// Returns which part of a range is in a run.
    fn piece(&self, run: usize, range: &Range<usize>) -> Range<usize> {
        let end = self.runs.get(run + 1).map_or(self.low.len(), |next| next.start as usize);
        (self.runs[run].start as usize).max(range.start)..end.min(range.end)
    }
}

impl Extend<u32> for Instants {
    fn extend<I: IntoIterator<Item = u32>>(&mut self, instants: I) {
        instants.into_iter().for_each(|at| self.push(at));
    }
}

impl FromIterator<u32> for Instants {
    fn from_iter<I: IntoIterator<Item = u32>>(instants: I) -> Instants {
        let mut all = Instants::default();
        all.extend(instants);
        all
    }
}
