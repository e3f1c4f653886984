//! The first piece of a snapshot: how many of everything there are, as a list of numbers. Never here: the columns themselves.

use std::sync::Arc;

use crate::engine::columns::Codes;
use crate::engine::columns::Column;
use crate::engine::columns::Dataset;
use crate::engine::columns::Field;
use crate::model::FieldType;
use crate::store::StoredField;

/// How many of everything there are.
pub(super) struct Head {
    pub(super) n_leads: usize,
    pub(super) n_runs: usize,
    pub(super) n_kinds: usize,
    pub(super) n_words: usize,
    pub(super) n_details: usize,
    /// Bytes of an event's code of a detail; 0 where no event has one.
    pub(super) detail_bytes: u8,
    /// Of each field: its id, its type's place in [`KINDS`], the bytes of its codes, its words.
    pub(super) fields: Vec<(i64, usize, u8, usize)>,
    pub(super) starts: Vec<usize>,
}

/// The types of fields, in the order of their numbers.
pub(super) const KINDS: [FieldType; 5] =
    [FieldType::Text, FieldType::Whole, FieldType::Decimal, FieldType::Date, FieldType::YesNo];

impl Head {
    pub(super) fn of(data: &Dataset, fields: &[StoredField]) -> Head {
        let events = &data.events;
        let field = |(stored, field): (&StoredField, &Arc<Field>)| {
            let (bytes, n_words) = match &field.column {
                Column::Text { codes, words } => (bytes_of(codes), words.len()),
                Column::Number(_) | Column::YesNo(_) => (0, 0),
            };
            (stored.id, kind_number(field.kind), bytes, n_words)
        };
        Head {
            n_leads: data.n_leads(),
            n_runs: events.at.runs().len(),
            n_kinds: events.kinds.len(),
            n_words: events.words.len(),
            n_details: events.details.len(),
            detail_bytes: if events.detail.is_empty() { 0 } else { bytes_of(&events.detail) },
            fields: fields.iter().zip(&data.fields).map(field).collect(),
            starts: events.starts.clone(),
        }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let Head { n_leads, n_runs, n_kinds, n_words, n_details, detail_bytes, fields, starts } = self;
        let counts = [*n_leads, *n_runs, *n_kinds, *n_words, *n_details, usize::from(*detail_bytes), fields.len()];
        let mut out: Vec<u8> = Vec::new();
        let mut put = |n: u64| out.extend_from_slice(&n.to_le_bytes());
        for n in counts {
            put(n as u64);
        }
        for (id, kind, bytes, n_words) in fields {
            [id.cast_unsigned(), *kind as u64, u64::from(*bytes), *n_words as u64].into_iter().for_each(&mut put);
        }
        for start in starts {
            put(*start as u64);
        }
        out
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Head> {
        let (words, []) = bytes.as_chunks::<8>() else { return None };
        let mut numbers = words.iter().map(|word| u64::from_le_bytes(*word));
        let mut count = || usize::try_from(numbers.next()?).ok();
        let (n_leads, n_runs, n_kinds, n_words, n_details) = (count()?, count()?, count()?, count()?, count()?);
        let (detail_bytes, n_fields) = (u8::try_from(count()?).ok()?, count()?);
        let mut fields = Vec::new();
        for _ in 0..n_fields {
            let id = numbers.next()?.cast_signed();
            let mut count = || usize::try_from(numbers.next()?).ok();
            fields.push((id, count()?, u8::try_from(count()?).ok()?, count()?));
        }
        let starts: Vec<usize> = numbers.map(usize::try_from).collect::<Result<_, _>>().ok()?;
        let sound = starts.len() == n_kinds.checked_add(1)?
            && starts.first() == Some(&0)
            && starts.is_sorted()
            && (detail_bytes == 0) == (n_details == 0);
        sound.then_some(Head { n_leads, n_runs, n_kinds, n_words, n_details, detail_bytes, fields, starts })
    }

    pub(super) fn n_events(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }
}

fn kind_number(kind: FieldType) -> usize {
    KINDS.iter().position(|known| *known == kind).expect("every type stands in the list")
}

fn bytes_of(codes: &Codes) -> u8 {
    match codes {
        Codes::U8(_) => 1,
        Codes::U16(_) => 2,
        Codes::U32(_) => 4,
    }
}
