//! Least, quartiles and most of some values, exactly: what a box is drawn from. Never here: what they are values of.

/// The five numbers, in the unit of the values.
///
/// A quartile between two values lies as far between them as its place does, as spreadsheets have it (`QUARTILE.INC`); points are
/// whole numbers of ticks, so that even a quarter of the way is a whole number of micropoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Five {
    pub least: i64,
    pub lower: i64,
    pub median: i64,
    pub upper: i64,
    pub most: i64,
}

impl Five {
    /// Sorts the values; none of nothing.
    pub fn of(values: &mut [i64]) -> Option<Five> {
        values.sort_unstable();
        Five::of_sorted(values)
    }

    /// Returns the five numbers of values that ascend; none of nothing.
    pub fn of_sorted(values: &[i64]) -> Option<Five> {
        let (least, most) = (*values.first()?, *values.last()?);
        let quarter = |quarters: usize| {
            let place = (values.len() - 1) * quarters;
            let (below, rest) = (values[place / 4], place % 4);
            let above = values[(place / 4 + 1).min(values.len() - 1)];
            let part = (i128::from(above) - i128::from(below)) * rest as i128 / 4;
            i64::try_from(i128::from(below) + part).expect("what lies between two values fits like them")
        };
        Some(Five { least, lower: quarter(1), median: quarter(2), upper: quarter(3), most })
    }
}
