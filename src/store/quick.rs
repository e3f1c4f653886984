//! Maps over many keys, with a quick hash that starts anew in every process, so that no file can be made to fill one bucket.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::hash::Hasher;
use std::hash::RandomState;
use std::sync::LazyLock;

/// A map that hashes quickly.
pub(super) type QuickMap<K, V> = HashMap<K, V, Quick>;

static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0));

/// Starts a hash at this process's own number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quick(u64);

impl Default for Quick {
    fn default() -> Quick {
        Quick(*SEED)
    }
}

impl BuildHasher for Quick {
    type Hasher = Folded;

    fn build_hasher(&self) -> Folded {
        Folded(self.0)
    }
}

/// The hash so far.
pub(super) struct Folded(u64);

impl Folded {
    fn fold(&mut self, word: u64) {
        // Both halves of the product, so that every bit reaches every other.
        let product = u128::from(self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let low = u64::try_from(product & u128::from(u64::MAX)).unwrap_or_default();
        let high = u64::try_from(product >> 64).unwrap_or_default();
        self.0 = low ^ high.rotate_left(29);
    }
}

impl Hasher for Folded {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.fold(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.fold(u64::from_le_bytes(last) ^ (bytes.len() as u64).rotate_right(8));
    }

    fn write_u8(&mut self, n: u8) {
        // The end of a text: its length is in already.
        self.0 ^= u64::from(n);
    }

    fn write_u32(&mut self, n: u32) {
        self.fold(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        self.fold(n);
    }

    fn write_i64(&mut self, n: i64) {
        self.fold(n.cast_unsigned());
    }
}
