//! Whole lines as they stand, to be split by whoever looks at them. Never here: lines that quotes may hold together.

use memchr::memchr;
use memchr::memchr_iter;
use memchr::memrchr;

/// How many bytes of lines there are, how many lines, and how many of these end in two bytes.
pub(super) struct Whole {
    pub(super) bytes: usize,
    pub(super) lines: u64,
    pub(super) pairs: u64,
}

/// Finds the whole lines that bytes begin with; none where one of them need not be a record.
pub(super) fn whole(bytes: &[u8], delimiter: u8) -> Option<Whole> {
    if matches!(delimiter, b'"' | b'\r' | b'\n') {
        return None;
    }
    let bytes = &bytes[..=memrchr(b'\n', bytes)?];
    if memchr(b'"', bytes).is_some() {
        return None;
    }
    let mut pairs = 0;
    for at in memchr_iter(b'\r', bytes) {
        if bytes.get(at + 1) != Some(&b'\n') {
            return None;
        }
        pairs += 1;
    }
    Some(Whole { bytes: bytes.len(), lines: memchr_iter(b'\n', bytes).count() as u64, pairs })
}
