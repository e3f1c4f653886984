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
    pub(super) count: u64,
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
        Distinct { seen: HashSet::default(), limit, repeated: false, capped: false, count: 0 }
    }

    pub(super) fn see(&mut self, hash: u64) {
        if self.capped {
            return;
        }
        let fresh = self.seen.insert(hash);
        self.count += u64::from(fresh);
        self.repeated |= !fresh;
        self.cap();
    }

    /// Takes in a value that was there before.
    pub(super) fn see_again(&mut self) {
        if !self.repeated && !self.capped {
            self.repeated = true;
            self.cap();
        }
    }

    fn cap(&mut self) {
        let limit = if self.repeated { self.limit } else { MAX_UNIQUE };
        if self.seen.len() >= limit {
            self.capped = true;
            self.seen = HashSet::default();
        }
    }
}

pub(super) fn hash(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let state = words.iter().fold(text.len() as u64, |state, word| mix(state, u64::from_le_bytes(*word)));
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let state = mix(state, u64::from_le_bytes(last));
    mix(state, state >> 29)
}
