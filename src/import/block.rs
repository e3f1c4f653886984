//! Records by the block: those of one are looked at while the next are split.
//!
//! Never here: how a record is split, and what its cells mean.

use crate::import::records::Record;
use crate::import::records::Records;
use crate::import::records::Span;
use crate::import::records::Stop;

/// How many bytes a block holds before it is full.
const FULL: usize = 512 << 10;

/// Whole records with their cells, apart from the stream that they came from.
#[derive(Default)]
pub(super) struct Block {
    bytes: Vec<u8>,
    spans: Vec<Span>,
    places: Vec<Place>,
    /// Why there are no records after these.
    pub(super) stop: Option<Stop>,
}

/// Where a record stands in its block.
struct Place {
    line: u64,
    multiline: bool,
    /// Where its bytes and its cells end; they begin where those of the one before it end.
    end: usize,
    cells_end: usize,
}

impl Block {
    /// Fills the block anew.
    pub(super) fn fill(&mut self, records: &mut Records<'_>) {
        self.bytes.clear();
        self.spans.clear();
        self.places.clear();
        while self.bytes.len() < FULL {
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
        self.bytes.extend_from_slice(record.raw);
        self.spans.extend_from_slice(record.spans);
        let (end, cells_end) = (self.bytes.len(), self.spans.len());
        self.places.push(Place { line: record.line, multiline: record.multiline, end, cells_end });
    }

    /// Calls `see` with every record and its text; none where that is not valid.
    pub(super) fn each<E>(&self, mut see: impl FnMut(&Record<'_>, Option<&str>) -> Result<(), E>) -> Result<(), E> {
        // Nearly always it is, and then once for all.
        let whole = std::str::from_utf8(&self.bytes).ok();
        let (mut from, mut cells_from) = (0, 0);
        for Place { line, multiline, end, cells_end } in &self.places {
            let raw = &self.bytes[from..*end];
            let spans = &self.spans[cells_from..*cells_end];
            // A record that ends amid a letter is not valid by itself, though the next may seem to go on with it.
            let text = whole.map_or_else(|| std::str::from_utf8(raw).ok(), |whole| whole.get(from..*end));
            see(&Record { line: *line, raw, multiline: *multiline, spans }, text)?;
            (from, cells_from) = (*end, *cells_end);
        }
        Ok(())
    }
}
