//! The second pass over activity events: one row at a time.
//!
//! Never here: whether the lead is known, or the event was seen before.

use crate::import::Progress;
use crate::import::Source;
use crate::import::cells::Blanks;
use crate::import::cells::is_strange;
use crate::import::cells::one_line;
use crate::import::number;
use crate::import::read::Counts;
use crate::import::read::DECIMAL_BOUNDS;
use crate::import::read::Rejects;
use crate::import::read::Row;
use crate::import::read::Trouble;
use crate::import::read::Verdict;
use crate::import::read::each_row;
use crate::import::read::fill_key;
use crate::import::read::instant;
use crate::import::read::known;
use crate::import::read::number_trouble;
use crate::import::shape::EventShape;
use crate::import::shape::Kinds;
use crate::import::shape::Shape;
use crate::msg;
use crate::problem::Problem;

/// Instants an event may have: 1970 to early 2106, in UTC seconds.
const INSTANTS: std::ops::RangeInclusive<i64> = 0..=u32::MAX as i64;

/// A row of activity events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventRow<'r> {
    /// Physical line on which the row starts, from 1.
    pub line: u64,
    /// Key of the lead.
    pub lead: &'r str,
    pub kind: &'r str,
    /// UTC seconds, 0 to 2^32 − 1.
    pub at: i64,
    pub asset: Option<&'r str>,
    pub campaign: Option<&'r str>,
    pub channel: Option<&'r str>,
    /// Millionths.
    pub value: Option<i64>,
}

/// Hands every good row to `sink`, in order, and every bad one to `rejects`.
pub fn read_events(
    source: &dyn Source,
    shape: &Shape,
    events: &EventShape,
    sink: &mut dyn FnMut(&EventRow<'_>) -> Verdict,
    rejects: Rejects<'_>,
    progress: Progress<'_>,
) -> Result<Counts, Problem> {
    let blanks = Blanks::new(&shape.blanks);
    let mut lead = String::new();
    // The key as the last row wrote it.
    let mut last: Vec<u8> = Vec::new();
    let mut rooms: [Room; 6] = Default::default();
    each_row(source, shape, rejects, progress, &mut |raw, counts| {
        let mut joined = 0;
        // The events of a lead often follow each other.
        let written = raw.record.written(events.lead);
        if lead.is_empty() || last != written {
            last.clear();
            fill_key(&mut lead, raw, events.lead, &shape.columns[events.lead], &blanks)?;
            last.extend_from_slice(written);
        }
        let [for_kind, for_at, for_asset, for_campaign, for_channel, for_value] = &mut rooms;
        let kind = match &events.kind {
            Kinds::Fixed(fixed) => fixed.as_str(),
            Kinds::Column(index) => text(raw, Some(*index), &blanks, for_kind, &mut joined)
                .ok_or_else(|| Trouble::Cell(*index, msg!("import-row-no-kind")))?,
        };
        let at = at(raw, events.at, shape, &blanks, for_at)?;
        let asset = text(raw, events.asset, &blanks, for_asset, &mut joined);
        let campaign = text(raw, events.campaign, &blanks, for_campaign, &mut joined);
        let channel = text(raw, events.channel, &blanks, for_channel, &mut joined);
        let (value, rounded) = value(raw, events.value, shape, &blanks, for_value)?;
        let row = EventRow { line: raw.line, lead: &lead, kind, at, asset, campaign, channel, value };
        match sink(&row) {
            Verdict::Keep => {}
            Verdict::Reject(text) => return Err(Trouble::Row(text)),
            Verdict::Stop => return Err(Trouble::Stop),
        }
        counts.rounded += u64::from(rounded);
        counts.joined += joined;
        let texts = [Some(row.lead), Some(row.kind), asset, campaign, channel];
        counts.strange += u64::from(!raw.record.printable && texts.into_iter().flatten().any(is_strange));
        Ok(())
    })
}

/// Room for a text that is not as it was written.
#[derive(Default)]
struct Room {
    unescaped: String,
    line: String,
}

/// Returns a column's text on one line; none if there is no column or no value.
fn text<'r>(
    raw: &Row<'r>,
    column: Option<usize>,
    blanks: &Blanks,
    room: &'r mut Room,
    joined: &mut u64,
) -> Option<&'r str> {
    let text = known(raw, column?, blanks, &mut room.unescaped)?;
    Some(if raw.record.multiline { one_line(text, &mut room.line, joined) } else { text })
}

fn at(raw: &Row<'_>, column: usize, shape: &Shape, blanks: &Blanks, room: &mut Room) -> Result<i64, Trouble> {
    let text = known(raw, column, blanks, &mut room.unescaped);
    let text = text.ok_or_else(|| Trouble::Cell(column, msg!("import-row-no-at")))?;
    let at = instant(text, column, shape)?;
    if INSTANTS.contains(&at) { Ok(at) } else { Err(Trouble::Cell(column, msg!("import-row-at-range", value = text))) }
}

/// Reads the value in millionths; tells whether it was rounded.
fn value(
    raw: &Row<'_>,
    column: Option<usize>,
    shape: &Shape,
    blanks: &Blanks,
    room: &mut Room,
) -> Result<(Option<i64>, bool), Trouble> {
    let Some((index, text)) = column.and_then(|index| Some((index, known(raw, index, blanks, &mut room.unescaped)?)))
    else {
        return Ok((None, false));
    };
    let (n, rounded) = number::decimal(text, shape.columns[index].number)
        .map_err(|error| number_trouble(error, text, index, DECIMAL_BOUNDS))?;
    Ok((Some(n), rounded))
}
