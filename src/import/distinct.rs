//! How many different values a column holds, as far as that is worth counting. Never here: what they are.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::hash::Hasher;

use crate::import::decode::mix;

/// Distinct values counted in a column that cannot be a key.
const MAX_DISTINCT: usize = 1_000;
/// Distinct values counted in a column that may be a key: 16 bytes of memory each.
const MAX_UNIQUE: usize = 4_000_000;

/// How many different values there are.
pub(super) struct Distinct {
    seen: HashSet<u64, BuildHasherDefault<AsIs>>,
    limit: usize,
    pub(super) repeated: bool,
    /// Whether there are more than were counted.
    pub(super) capped: bool,
}

/// Hashes that are hashes already.
#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Distinct {
    pub(super) fn new(is_key: bool) -> Distinct {
        let limit = if is_key { MAX_UNIQUE } else { MAX_DISTINCT };
        Distinct { seen: HashSet::default(), limit, repeated: false, capped: false }
    }

    pub(super) fn see(&mut self, hash: u64) {
        if self.capped {
            return;
        }
        self.repeated |= !self.seen.insert(hash);
        self.cap();
    }

    /// Takes in a value that was there before.
    pub(super) fn see_again(&mut self) {
        if !self.repeated && !self.capped {
            self.repeated = true;
            self.cap();
        }
    }

    /// Takes in other values of the column.
    pub(super) fn merge(&mut self, mut other: Distinct) {
        self.repeated |= other.repeated;
        self.capped |= other.capped;
        if self.seen.len() < other.seen.len() {
            std::mem::swap(&mut self.seen, &mut other.seen);
        }
        self.seen.reserve(other.seen.len());
        for hash in other.seen {
            self.see(hash);
        }
        self.cap();
    }

    /// Returns how many different values there are, at least that many where there are more.
    pub(super) fn count(&self) -> u64 {
        if self.capped { self.most() as u64 } else { self.seen.len() as u64 }
    }

    fn cap(&mut self) {
        if self.capped || self.seen.len() >= self.most() {
            self.capped = true;
            self.seen = HashSet::default();
        }
    }

    /// Returns how many are counted.
    fn most(&self) -> usize {
        if self.repeated { self.limit } else { MAX_UNIQUE }
    }
}

pub(super) fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let len = bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    let state = words.iter().fold(len, |state, word| mix(state, u64::from_le_bytes(*word)));
    // Some bytes may be in twice, which is quicker than to move them.
    let last = match (bytes.last_chunk::<8>(), rest) {
        (_, []) => 0,
        (Some(last), _) => u64::from_le_bytes(*last),
        (None, rest) => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    let state = mix(state, last);
    mix(state, state >> 29)
}
