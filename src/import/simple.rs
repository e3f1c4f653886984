//! Splitting the records that nearly all are: each on a line of its own, quotes only around whole cells. Never here: any other.

use crate::import::MAX_COLUMNS;
use crate::import::MAX_FIELD;
use crate::import::block::Block;
use crate::import::block::FULL;
use crate::import::block::Place;
use crate::import::block::small;
use crate::import::records::Form;
use crate::import::records::ONES;
use crate::import::records::Span;
use crate::import::records::zeros;

/// What was taken: how many bytes, in how many lines, and how many of these end in two bytes.
pub(super) struct Taken {
    pub(super) bytes: usize,
    pub(super) lines: u64,
    pub(super) pairs: u64,
}

/// Takes records into a block, the first of which starts on a line, up to one that is not simple, or not whole, or near a limit.
pub(super) fn take(bytes: &[u8], delimiter: u8, line: u64, block: &mut Block) -> Taken {
    let bytes = if matches!(delimiter, b'"' | b'\r' | b'\n') { &[] } else { &bytes[..bytes.len().min(FULL)] };
    let (base, before) = (block.bytes.len(), block.places.len());
    let (mut cells, mut pairs) = (block.spans.len(), 0);
    // Where the record and the cell start, where the cell's quotes were closed, and up to where all is taken.
    let (mut record, mut from, mut close, mut taken) = (0, 0, 0, 0);
    'records: for (index, chunk) in bytes.as_chunks::<64>().0.iter().enumerate() {
        let mut found = marks(chunk, delimiter);
        while found != 0 {
            let at = index * 64 + found.trailing_zeros() as usize;
            found &= found - 1;
            if at < taken {
                continue;
            }
            let end = match bytes[at] {
                byte if byte == delimiter => 0,
                b'\n' => 1,
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
                b'\r' => break 'records,
                b'"' => {
                    let Some(found) = closing(bytes, at, delimiter).filter(|_| at == from) else {
                        break 'records;
                    };
                    (close, taken) = (found, found + 1);
                    continue;
                }
                _ => continue,
            };
            let (first, last) = if close > from { (from + 1, close) } else { (from, at) };
            block.spans.push(Span::new(first - record, last - record, at - record, Form::Plain));
            from = at + 1;
            if end == 0 {
                continue;
            }
            if at - record > MAX_FIELD || block.spans.len() - cells > MAX_COLUMNS {
                break 'records;
            }
            cells = block.spans.len();
            let line = line + (block.places.len() - before) as u64;
            let (first, to, cells_end) = (small(base + record), small(base + at), small(cells));
            block.places.push(Place { line, simple: true, multiline: false, from: first, to, cells_end });
            pairs += u64::from(end == 2);
            record = at + end;
            (from, taken) = (record, record);
        }
    }
    block.spans.truncate(cells);
    block.bytes.extend_from_slice(&bytes[..record]);
    Taken { bytes: record, lines: (block.places.len() - before) as u64, pairs }
}

/// Returns where the quote at a position is closed, if that is simple: before a delimiter or a line end, on the same line, no other
/// quote between.
fn closing(bytes: &[u8], open: usize, delimiter: u8) -> Option<usize> {
    let inside = bytes.get(open + 1..)?;
    let close = open + 1 + inside.iter().position(|b| matches!(b, b'"' | b'\n' | b'\r'))?;
    let after = *bytes.get(close + 1)?;
    let ends = after == delimiter || matches!(after, b'\n' | b'\r');
    (bytes[close] == b'"' && ends).then_some(close)
}

/// Tells by a bit each which bytes may end something: delimiters, quotes, line ends, and a few more of the control characters.
fn marks(chunk: &[u8; 64], delimiter: u8) -> u64 {
    let (delimiter, quote) = (ONES * u64::from(delimiter), ONES * u64::from(b'"'));
    chunk.as_chunks::<8>().0.iter().enumerate().fold(0, |bits, (index, word)| {
        let word = u64::from_le_bytes(*word);
        let found = zeros(word ^ delimiter) | zeros(word ^ quote) | zeros(word & (ONES * 0xf0));
        // The product gathers the high bits of eight bytes in its uppermost byte.
        bits | ((found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (index * 8)
    })
}
