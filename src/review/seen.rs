//! Which alerts somebody has seen, so that a new one stands out. Never here: which alerts fire.

/// An alert that fired: for whom, and by which event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sighting {
    /// The lead's key.
    pub lead: String,
    /// The alert's name.
    pub alert: String,
    /// The event's kind.
    pub kind: String,
    /// The event's instant, UTC seconds.
    pub at: i64,
}
