//! Records by the block: those of one are looked at together, perhaps while the next are split.
//!
//! Never here: how a record is split, and what its cells mean.

use crate::import::records::Record;
use crate::import::records::Records;
use crate::import::records::Span;
use crate::import::stop::Stop;

/// How many bytes a block holds before it is full: with its cells it should stay in a processor's own cache.
pub(super) const FULL: usize = 128 << 10;

/// Whole records with their cells, apart from the stream that they came from.
#[derive(Default)]
pub(super) struct Block {
    pub(super) bytes: Vec<u8>,
    pub(super) spans: Vec<Span>,
    pub(super) places: Vec<Place>,
    /// Why there are no records after these.
    pub(super) stop: Option<Stop>,
}

/// Where a record stands in its block.
pub(super) struct Place {
    pub(super) line: u64,
    pub(super) simple: bool,
    pub(super) multiline: bool,
    /// Where its bytes are, without its line end.
    pub(super) from: u32,
    pub(super) to: u32,
    /// Where its cells end; they begin where those of the one before it end.
    pub(super) cells_end: u32,
}

/// Returns a position in a block, whose length is bounded.
pub(super) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Block {
    /// Fills the block anew.
    pub(super) fn fill(&mut self, records: &mut Records<'_>) {
        self.bytes.clear();
        self.spans.clear();
        self.places.clear();
        while self.bytes.len() < FULL {
            if records.take_simple(self) {
                continue;
            }
            match records.next() {
                Ok(Some(record)) => self.push(&record),
                Ok(None) => break,
                Err(stop) => {
                    self.stop = Some(stop);
                    break;
                }
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    fn push(&mut self, record: &Record<'_>) {
        let from = self.bytes.len();
        self.bytes.extend_from_slice(record.raw);
        self.spans.extend_from_slice(record.spans);
        let (from, to, cells_end) = (small(from), small(self.bytes.len()), small(self.spans.len()));
        self.places.push(Place { line: record.line, simple: false, multiline: record.multiline, from, to, cells_end });
        // Texts that are not whole must not become so together.
        self.bytes.push(b'\n');
    }

    /// Returns every record and its text; none where that is not valid.
    pub(super) fn records(&self) -> impl Iterator<Item = (Record<'_>, Option<&str>)> {
        // What nearly always holds of all is asked once.
        let whole = std::str::from_utf8(&self.bytes).ok();
        let printable = self.bytes.iter().fold(true, |all, b| all & matches!(b, b' '..=b'~' | b'\n' | b'\r'));
        let mut cells_from = 0;
        self.places.iter().map(move |place| {
            let Place { line, simple, multiline, .. } = *place;
            let (range, cells_end) = (place.from as usize..place.to as usize, place.cells_end as usize);
            let raw = &self.bytes[range.clone()];
            let spans = &self.spans[cells_from..cells_end];
            let text = whole.map_or_else(|| std::str::from_utf8(raw).ok(), |whole| whole.get(range));
            cells_from = cells_end;
            (Record { line, raw, simple, multiline, printable, spans }, text)
        })
    }
}
