//! A small seeded stream of numbers: splitmix64, whole numbers only, the same on every machine. Never here: what the numbers decide.

/// A stream of pseudo-random numbers.
#[derive(Clone, Debug)]
pub(super) struct Stream(u64);

impl Stream {
    /// The stream of one thing: `topic` keeps the streams of a lead and of a company of the same index apart.
    pub(super) fn new(seed: u64, topic: u64, index: u32) -> Stream {
        let mut stream = Stream(seed ^ topic.wrapping_mul(0xD6E8_FEB8_6659_FD93));
        let salt = stream.next();
        Stream(salt ^ u64::from(index).wrapping_mul(0xA076_1D64_78BD_642F))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Returns a number in `0..n`; 0 when `n` is 0.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        (((self.next() >> 32) * u64::from(n)) >> 32) as u32
    }

    /// Returns a number in `lowest..=highest`.
    pub(super) fn between(&mut self, lowest: u32, highest: u32) -> u32 {
        lowest + self.below(highest.saturating_sub(lowest) + 1)
    }

    /// Returns a number of seconds in `0..n`; 0 when `n` is not positive.
    pub(super) fn seconds_below(&mut self, n: i64) -> i64 {
        i64::from(self.below(u32::try_from(n).unwrap_or(0)))
    }

    /// Whether a thing happens that happens `percent` times in a hundred.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// Returns one of the items, each as likely.
    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u32) as usize]
    }

    /// Returns an index, each as likely as its weight.
    pub(super) fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, weight) in weights.iter().enumerate() {
            if left < *weight {
                return index;
            }
            left -= weight;
        }
        0
    }
}
