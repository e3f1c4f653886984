//! What two shares of a column's values say together: the same whatever the shares. Never here: what one value says.

use crate::import::profile::DateEvidence;
use crate::import::profile::Profile;
use crate::import::shape::Odd;

impl Profile {
    /// Takes in what other lines of the column say; both are settled.
    pub(in crate::import) fn merge(&mut self, mut other: Profile) {
        for (tally, more) in self.tallies().into_iter().zip(other.tallies()) {
            *tally += *more;
        }
        self.blank += other.blank;
        self.doubtful_count += other.doubtful_count;
        self.disguised.merge(other.disguised);
        self.doubtful.merge(other.doubtful);
        self.samples.merge(other.samples);
        self.distinct.merge(other.distinct);
        self.formats &= other.formats;
        self.fractions |= other.fractions;
        self.told |= other.told;
        self.whole_min = self.whole_min.min(other.whole_min);
        self.whole_max = self.whole_max.max(other.whole_max);
        let either = |dates: &mut DateEvidence| dates.either.take();
        self.dates.either = first(either(&mut self.dates), either(&mut other.dates), |(_, line)| *line);
        self.odd_number = first(self.odd_number.take(), other.odd_number, |odd: &Odd| odd.line);
        self.odd_date = first(self.odd_date.take(), other.odd_date, |odd: &Odd| odd.line);
    }
}

/// Returns what stands on the earlier line.
fn first<T>(one: Option<T>, other: Option<T>, line: impl Fn(&T) -> u64) -> Option<T> {
    [one, other].into_iter().flatten().min_by_key(line)
}
