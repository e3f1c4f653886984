//! The leads in memory, as columns: what `store` loads and every other part of the engine reads.
//!
//! A lead is its index, in ascending order of its id in the workspace. Never here: any rule or score.

use std::collections::HashMap;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;
use std::sync::OnceLock;

use crate::engine::events::newest_events;
use crate::engine::instants::Instants;
use crate::engine::numbers::Numbers;
use crate::engine::sweep::places_of;
use crate::model::FieldType;
use crate::model::Role;
use crate::model::Value;

/// The number that stands for "unknown".
pub const UNKNOWN: i64 = i64::MIN;

/// All leads, their fields and their events. A copy shares them.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Each lead's key, as imported.
    pub keys: Arc<Texts>,
    pub fields: Vec<Arc<Field>>,
    pub events: Arc<Events>,
    /// Where the days of this workspace begin and end; a date in a model's text is a day of this zone.
    pub zone: chrono_tz::Tz,
}

impl Dataset {
    /// Returns how many leads there are.
    pub fn n_leads(&self) -> usize {
        self.keys.len()
    }

    /// Returns the field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().map(AsRef::as_ref).find(|field| field.name == name)
    }

    /// Returns the first field that plays a role.
    pub fn field_in_role(&self, role: Role) -> Option<&Field> {
        self.fields.iter().map(AsRef::as_ref).find(|field| field.role == Some(role))
    }

    /// Puts a field in place of the one of that name, or after all others.
    pub fn put(&mut self, field: Field) {
        match self.fields.iter_mut().find(|known| known.name == field.name) {
            Some(known) => *known = Arc::new(field),
            None => self.fields.push(Arc::new(field)),
        }
    }

    /// Returns when each lead was created, UTC seconds, [`UNKNOWN`] where that is unknown; none if no field tells.
    pub fn created(&self) -> Option<&Numbers> {
        match self.field_in_role(Role::Created)? {
            Field { kind: FieldType::Date, column: Column::Number(instants), .. } => Some(instants),
            _ => None,
        }
    }

    /// Returns each lead's newest event of all, unknown if it has none: found when first asked for.
    pub fn newest(&self) -> &Arc<Numbers> {
        self.events.newest.get_or_init(|| Arc::new(newest_events(self, i64::MAX)))
    }

    /// Returns each lead's newest event at or before an instant, unknown if it has none.
    pub fn newest_at(&self, as_of: i64) -> Arc<Numbers> {
        let Events { at, starts, .. } = self.events.as_ref();
        let ends = starts.windows(2).filter(|bounds| bounds[0] < bounds[1]).map(|bounds| at.get(bounds[1] - 1));
        match ends.max() {
            Some(last) if i64::from(last) > as_of => Arc::new(newest_events(self, as_of)),
            _ => Arc::clone(self.newest()),
        }
    }

    /// Returns the index of the lead with that key.
    pub fn lead_by_key(&self, key: &str) -> Option<usize> {
        (0..self.n_leads()).find(|lead| self.keys.get(*lead) == key)
    }

    /// Returns the indices of the leads with these keys, in one look at all leads; keys that nobody has are left out.
    pub fn leads_by_key<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> HashMap<&'k str, usize> {
        let wanted: HashSet<&'k str> = keys.into_iter().collect();
        // Comparing with one text is quicker than making a hash of every lead's.
        if wanted.len() <= 1 {
            return wanted.into_iter().filter_map(|key| Some((key, self.lead_by_key(key)?))).collect();
        }
        (0..self.n_leads()).filter_map(|lead| Some((*wanted.get(self.keys.get(lead))?, lead))).collect()
    }
}

/// Many texts end to end.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Appends a text.
    ///
    /// # Panics
    /// When all texts together pass 4 GiB, which an import's limits rule out.
    pub fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(u32::try_from(self.bytes.len()).expect("an import bounds the length of keys"));
    }

    pub fn get(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.bytes[start..self.ends[index] as usize]
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// A field of the leads with all its values.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub kind: FieldType,
    pub role: Option<Role>,
    pub column: Column,
}

/// The values of a field, one per lead.
#[derive(Clone, Debug)]
pub enum Column {
    /// Code 0 is unknown, code `k` is `words[k − 1]`.
    Text { codes: Codes, words: Vec<String> },
    /// Whole numbers, millionths or UTC seconds by the field's type.
    Number(Numbers),
    /// 0 unknown, 1 no, 2 yes.
    YesNo(Vec<u8>),
}

impl Field {
    /// Returns a lead's value, none if unknown.
    pub fn value(&self, lead: usize) -> Option<Value> {
        match &self.column {
            Column::Text { codes, words } => match codes.get(lead) {
                0 => None,
                code => Some(Value::Text(words[code as usize - 1].clone())),
            },
            Column::Number(numbers) => match numbers.get(lead) {
                UNKNOWN => None,
                n => Some(match self.kind {
                    FieldType::Decimal => Value::Decimal(n),
                    FieldType::Date => Value::Date(n),
                    FieldType::Text | FieldType::Whole | FieldType::YesNo => Value::Whole(n),
                }),
            },
            Column::YesNo(answers) => match answers[lead] {
                0 => None,
                answer => Some(Value::YesNo(answer == 2)),
            },
        }
    }

    /// Whether a lead's value is known.
    pub fn is_known(&self, lead: usize) -> bool {
        match &self.column {
            Column::Text { codes, .. } => codes.get(lead) != 0,
            Column::Number(numbers) => numbers.get(lead) != UNKNOWN,
            Column::YesNo(answers) => answers[lead] != 0,
        }
    }
}

/// Dictionary codes in the narrowest width that holds them.
#[derive(Clone, Debug)]
pub enum Codes {
    U8(Vec<u8>),
    U16(Vec<u16>),
    U32(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Codes {
        Codes::U8(Vec::new())
    }
}

impl Codes {
    /// Packs codes into the narrowest width that holds the largest.
    #[expect(clippy::cast_possible_truncation, reason = "the largest has just been found to fit")]
    pub fn pack(codes: Vec<u32>) -> Codes {
        match codes.iter().copied().max().unwrap_or(0) {
            0..=0xff => Codes::U8(codes.iter().map(|code| *code as u8).collect()),
            0x100..=0xffff => Codes::U16(codes.iter().map(|code| *code as u16).collect()),
            _ => Codes::U32(codes),
        }
    }

    pub fn get(&self, index: usize) -> u32 {
        match self {
            Codes::U8(codes) => u32::from(codes[index]),
            Codes::U16(codes) => u32::from(codes[index]),
            Codes::U32(codes) => codes[index],
        }
    }

    pub fn len(&self) -> usize {
        match self {
            Codes::U8(codes) => codes.len(),
            Codes::U16(codes) => codes.len(),
            Codes::U32(codes) => codes.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// All events, sorted by (kind, instant, lead), so that any window of a kind is one contiguous slice.
#[derive(Clone, Debug, Default)]
pub struct Events {
    pub kinds: Vec<String>,
    /// Events of kind `k` stand at `starts[k]..starts[k + 1]`; one longer than `kinds` (or empty when there are none).
    pub starts: Vec<usize>,
    /// Index of the lead.
    pub lead: Vec<u32>,
    /// An import refuses events outside 1970..2106.
    pub at: Instants,
    /// Code 0 is none, code `k` is `details[k − 1]`; empty when no event has one.
    pub detail: Codes,
    /// What events say beside kind and instant, each distinct combination once.
    pub details: Vec<Detail>,
    /// The words that details name.
    pub words: Vec<String>,
    /// What [`Dataset::newest`] found.
    pub(crate) newest: OnceLock<Arc<Numbers>>,
}

/// What an event says beside its kind and instant. A word is 0 for none, else its index in the words + 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Detail {
    pub asset: u32,
    pub channel: u32,
    pub campaign: u32,
    /// Millionths; [`UNKNOWN`] is none.
    pub value: i64,
}

impl Detail {
    /// An event that says nothing more.
    pub const NONE: Detail = Detail { asset: 0, channel: 0, campaign: 0, value: UNKNOWN };
}

/// One event on its way into [`Events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Index in the kinds.
    pub kind: u16,
    /// UTC seconds.
    pub at: u32,
    /// Index of the lead.
    pub lead: u32,
    /// 0 = none, else index in the details + 1.
    pub detail: u32,
}

impl Events {
    /// Sorts events into place.
    pub fn build(kinds: Vec<String>, words: Vec<String>, details: Vec<Detail>, mut events: Vec<Event>) -> Events {
        events.sort_unstable();
        let mut starts = vec![0; kinds.len() + 1];
        for event in &events {
            starts[usize::from(event.kind) + 1] += 1;
        }
        for kind in 0..kinds.len() {
            starts[kind + 1] += starts[kind];
        }
        let detail = if details.is_empty() {
            Codes::default()
        } else {
            Codes::pack(events.iter().map(|event| event.detail).collect())
        };
        Events {
            kinds,
            starts,
            lead: events.iter().map(|event| event.lead).collect(),
            at: events.iter().map(|event| event.at).collect(),
            detail,
            details,
            words,
            newest: OnceLock::new(),
        }
    }

    /// Returns the indices of a lead's events, ascending: found by one sweep over all events.
    pub fn of_lead(&self, lead: usize) -> Vec<usize> {
        u32::try_from(lead).map_or(Vec::new(), |lead| places_of(lead, &self.lead))
    }

    /// Returns the events of some places, each with its place, its lead and its instant.
    pub fn some(&self, range: Range<usize>) -> impl Iterator<Item = (usize, u32, u32)> {
        let leads = self.lead[range.clone()].iter();
        range.clone().zip(leads).zip(self.at.some(range)).map(|((event, lead), at)| (event, *lead, at))
    }

    /// Returns the index of an event's kind.
    pub fn kind_of(&self, event: usize) -> u16 {
        let kind = self.starts.partition_point(|start| *start <= event) - 1;
        u16::try_from(kind).expect("kinds were counted in 16 bits")
    }

    /// Returns the code of what an event says beside its kind and instant, 0 = nothing.
    pub fn code_of(&self, event: usize) -> u32 {
        if self.detail.is_empty() { 0 } else { self.detail.get(event) }
    }

    /// Returns what an event says beside its kind and instant.
    pub fn detail_of(&self, event: usize) -> Detail {
        (self.code_of(event) as usize).checked_sub(1).map_or(Detail::NONE, |code| self.details[code])
    }

    /// Returns a word of a detail, none for 0.
    pub fn word(&self, word: u32) -> Option<&str> {
        (word as usize).checked_sub(1).map(|index| self.words[index].as_str())
    }

    pub fn len(&self) -> usize {
        self.lead.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lead.is_empty()
    }
}

impl Column {
    pub fn len(&self) -> usize {
        match self {
            Column::Text { codes, .. } => codes.len(),
            Column::Number(numbers) => numbers.len(),
            Column::YesNo(answers) => answers.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
