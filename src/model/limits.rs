//! The units of a score and the limits of a model: what keeps every sum exact. Never here: who is held to them.

/// One point in micropoints: every contribution is a whole number of these (weight × share × freshness).
pub const POINT: i64 = 1_000_000;
/// The full share of a criterion, in percent.
pub const FULL_SHARE: i64 = 100;
/// The freshness of an event that has not decayed, in ten-thousandths.
pub const FRESH: i64 = 10_000;
/// The heaviest weight a criterion may have, in points, either way.
pub const MAX_WEIGHT: i64 = 1_000_000;
/// The most occurrences one criterion may count.
pub const MAX_OCCURRENCES: u32 = 100_000;
/// The heaviest caps, starts, bounds and band edges, in points, either way.
pub const MAX_POINTS: i64 = 1_000_000_000;
/// The deepest that conditions stand inside one another; a test on a field alone is 1 deep.
pub const MAX_DEPTH: usize = 32;
/// The farthest ends of a scale, in points, either way.
pub const MAX_SCALE: i64 = 1_000_000;
/// The most bands of an axis, tiers of a criterion, steps of a degradation, cases of a derived field; of these fields,
/// gates, alerts and stages.
pub const MAX_PARTS: usize = 64;
/// The most zones of a model: one for each cell of the largest matrix.
pub const MAX_ZONES: usize = MAX_PARTS * MAX_PARTS;
/// The most criteria of a model.
pub const MAX_CRITERIA: usize = 10_000;
/// The most names in a list of fields, event kinds or assets, and the most tallies of a learned field.
pub const MAX_NAMES: usize = 10_000;
/// The highest count in a learned field's lesson.
pub const MAX_TALLY: i64 = 1_000_000_000_000;
/// The longest window, in days.
pub const MAX_DAYS: u32 = 36_500;
/// The longest text in a model, in bytes.
pub const MAX_TEXT_BYTES: usize = 4_096;
/// The longest model file, in bytes.
pub const MAX_MODEL_BYTES: usize = 4_194_304;
